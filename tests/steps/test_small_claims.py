"""Votes, motions, elections, exclusions, interests and action lines, as papers print them."""
import pytest

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.actions import actions
from minutebook.reading.steps.exclusions import exclusions
from minutebook.reading.steps.interests import declarations
from minutebook.reading.steps.motions import elections, motions
from minutebook.reading.steps.votes import votes

SETTING = Setting(kind="minutes")


def said(*texts: str, title: str = "Budget", kind: str = "paragraph") -> list[Passage]:
    return [Passage("5", f"p{n}", text, kind, title=title) for n, text in enumerate(texts, 1)]


def fields(found: list[Finding]) -> list[dict]:
    return [dict(f.fields) for f in found]


@pytest.mark.parametrize("text, ayes, noes, abstained, result", [
    ("A vote was taken: 11 Members voted in favour, 2 against and 1 abstained.", 11, 2, 1, "carried"),
    ("The motion was put and lost by 4 votes to 9.", 4, 9, None, "lost"),
    ("On being put to the vote there were six votes for and seven against, and the amendment was lost.", 6, 7, None, "lost"),
    ("Voting: For: 8, Against: 3, Abstentions: 2.", 8, 3, 2, "carried"),
    ("The proposal was carried with 9 votes in favour, none against and three abstentions.", 9, 0, 3, "carried"),
    ("On a show of hands there were 5 in favour and 5 against.", 5, 5, None, "tied"),
])
def test_counted_votes(text: str, ayes: int, noes: int, abstained: int | None, result: str) -> None:
    vote, = fields(list(votes(said(text), SETTING)))
    assert (vote.get("votes_for"), vote.get("against"), vote.get("abstain"), vote.get("result")) == (ayes, noes, abstained, result)


def test_recorded_vote_with_names_over_several_lines() -> None:
    vote, = fields(list(votes(said("For: Councillors Alder, Birch and Cole (3)", "Against: Councillors Dale and Elm (2)", "Abstentions: Councillor Frost (1)"), SETTING)))
    assert vote["kind"] == "named"
    assert vote["names"]["for"] == ("Alder", "Birch", "Cole")
    assert vote["names"]["against"] == ("Dale", "Elm")
    assert (vote["votes_for"], vote["against"], vote["abstain"]) == (3, 2, 1)


def test_casting_and_unanimous_votes() -> None:
    assert fields(list(votes(said("The motion was carried on the Chair’s casting vote."), SETTING)))[0]["kind"] == "casting"
    assert fields(list(votes(said("The motion was carried unanimously."), SETTING)))[0]["kind"] == "unanimous"


@pytest.mark.parametrize("text", [
    "Members spoke for and against the scheme.",
    "He voted at the last election and turnout was 34%.",
    "It was agreed that the report be noted.",
    "Three Members asked for the figures.",
])
def test_no_vote_was_taken(text: str) -> None:
    assert list(votes(said(text), SETTING)) == []


@pytest.mark.parametrize("text, mover, seconder, outcome", [
    ("It was moved by Councillor Alder and seconded by Councillor Birch that the budget be approved. The motion was carried.", "Councillor Alder", "Councillor Birch", "carried"),
    ("Cllr J. P. Marsh proposed, and Mrs Dale seconded, that the item be deferred. This was lost.", "Cllr J. P. Marsh", "Mrs Dale", "lost"),
    ("The minutes were approved on the proposal of Cllr Cole, seconded by Mr Elm.", "Cllr Cole", "Mr Elm", "carried"),
    ("Councillor Frost moved that the scheme be stopped. This was seconded by Councillor Gale. The motion was withdrawn.", "Councillor Frost", "Councillor Gale", "withdrawn"),
    ("Councillor Inge, seconded by Councillor Jarvis, moved that the report be noted. This was agreed.", "Councillor Inge", "Councillor Jarvis", "carried"),
    ("MOTION by Kirsty Lorne seconded by Hamish Moy that the paper be held over. The motion was lost.", "Kirsty Lorne", "Hamish Moy", "lost"),
    ("An amendment by Cllr Holm to refuse the plan did not find a seconder.", "Cllr Holm", None, "not seconded"),
])
def test_motions(text: str, mover: str, seconder: str | None, outcome: str) -> None:
    motion = fields(list(motions(said(text), SETTING)))[0]
    assert (motion["mover"], motion["seconder"], motion["outcome"]) == (mover, seconder, outcome)


def test_officers_seconded_to_a_project_make_no_motion() -> None:
    assert list(motions(said("Two officers were seconded to the project and the team moved to Marford."), SETTING)) == []


def test_what_became_of_the_amendment_is_not_what_became_of_the_motion() -> None:
    text = "Cllr Alder moved, and Cllr Birch seconded, that the plan be adopted. An amendment by Cllr Cole was lost. The motion was carried."
    assert fields(list(motions(said(text), SETTING)))[0]["outcome"] == "carried"


def test_elections() -> None:
    text = "The Democratic Services Officer invited nominations. Mr Alder nominated Cllr Birch as Chair; nomination seconded by Mrs Cole. There were no other nominations."
    found, = fields(list(elections(said(text, title="Election of Chair"), SETTING)))
    assert found == {"office": "Chair", "nominee": "Cllr Birch", "nominated_by": "Mr Alder", "seconded_by": "Mrs Cole",
                     "other_nominations": False, "presided_by": "Democratic Services Officer"}


def test_exclusion_with_statute_ground_paragraphs_and_items() -> None:
    text = ("RESOLVED: That, under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for items 9 and 10 "
            "on the grounds that it involves the likely disclosure of exempt information as defined in paragraphs 1 and 3 of Part 1 of Schedule 12A of the Act.")
    found, = fields(list(exclusions(said(text, title="Exclusion of the press and public"), SETTING)))
    assert found["statute"] == "Section 100A(4) of the Local Government Act 1972"
    assert found["paragraphs"] == ("1", "3")
    assert found["items"] == ("9", "10")
    assert "likely disclosure" in found["ground"] or "disclosure of exempt information" in found["ground"]


def test_pupils_excluded_from_school_are_no_exclusion_of_the_public() -> None:
    assert list(exclusions(said("Forty pupils had been excluded, and the public had noticed."), SETTING)) == []


@pytest.mark.parametrize("text, member, interest, withdrew", [
    ("Councillor Alder declared a personal interest in item 5 as a school governor.", "Councillor Alder", "personal", None),
    ("Mr Birch declared a disclosable pecuniary interest in item 6 and left the room.", "Mr Birch", "disclosable pecuniary", True),
    ("Ms Cole – Trustee of a housing charity.", "Ms Cole", None, None),
    ("There were no declarations of interest.", None, None, None),
    ("None.", None, None, None),
])
def test_declarations(text: str, member: str | None, interest: str | None, withdrew: bool | None) -> None:
    found, = fields(list(declarations(said(text, title="Declarations of Interest"), SETTING)))
    assert (found.get("member"), found.get("interest"), found.get("withdrew")) == (member, interest, withdrew)


def test_reminder_of_the_code_is_no_declaration() -> None:
    assert list(declarations(said("Members are reminded to declare any interest in matters on the agenda.", title="Declarations of Interest"), SETTING)) == []


@pytest.mark.parametrize("text, owner, due", [
    ("ACTION: Scrutiny Officer to circulate the figures by 3 May 2024", "Scrutiny Officer", "3 May 2024"),
    ("Action: NC and OT to arrange a session with head teachers", "NC / OT", None),
    ("Action – JF to report to the next meeting.", "JF", "next meeting"),
    ("Members asked for the costs. (Action: Head of Finance)", "Head of Finance", None),
    ("The map was out of date. [ACTION: MS]", "MS", None),
])
def test_action_lines(text: str, owner: str, due: str | None) -> None:
    found, = fields(list(actions(said(text), SETTING)))
    assert (found["owner"], found["due"]) == (owner, due)


@pytest.mark.parametrize("text", [
    "The Action Plan was noted and action was taken at once.",
    "Members discussed the following actions: patrols, lighting and cameras.",
])
def test_no_action_line(text: str) -> None:
    assert list(actions(said(text), SETTING)) == []
