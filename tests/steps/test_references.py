"""References: what papers point at, in the wording of many councils, and what only looks like a pointer."""
import pytest

from minutebook.reading.passages import Passage, Setting
from minutebook.reading.steps.references import references


def read(text: str, kind: str = "paragraph", title: str = "Update") -> list[tuple[str, str]]:
    passages = [Passage("7", "1", text, kind, title=title)]
    return [(f.fields["kind"], text[f.start:f.end]) for f in references(passages, Setting(kind="minutes"))]


POINTERS = [
    ("The minutes of the meeting held on 3 May 2018 were approved.", "minute", "minutes of the meeting held on 3 May 2018"),
    ("This had been raised before [Min. No. 25 refers].", "minute", "[Min. No. 25 refers]"),
    ("Minute 41 refers.", "minute", "Minute 41 refers"),
    ("The recommendation at minute 62/19 had been met.", "minute", "minute 62/19"),
    ("The table was on page 14 of the report.", "agenda-page", "page 14 of the report"),
    ("Members turned to agenda page 56.", "agenda-page", "agenda page 56"),
    ("It was set out at paragraph 4.6 and in Appendix B to the report.", "report", "Appendix B to the report"),
    ("Powers arose under section 59 of the Antisocial Behaviour Act 2014.", "act", "section 59 of the Antisocial Behaviour Act 2014"),
    ("The duty lay under the Well-being of Future Generations (Wales) Act 2015.", "act", "Well-being of Future Generations (Wales) Act 2015"),
    ("The Local Government (Scotland) Act 1973 applied.", "act", "Local Government (Scotland) Act 1973"),
    ("Use of s136 detentions was discussed.", "act", "s136 detentions"),
    ("The Building Safety Bill was before Parliament.", "act", "Building Safety Bill"),
    ("It contained exempt information under paragraph 3 of Schedule 12A.", "act", "paragraph 3 of Schedule 12A"),
    ("Notice was given under the Local Authorities (Standing Orders) (England) Regulations 2001.", "regulation", "Local Authorities (Standing Orders) (England) Regulations 2001"),
    ("This was allowed by the 2012 Regulations.", "regulation", "the 2012 Regulations"),
    ("Officers awaited the Planning (Use Classes) Order 1987.", "regulation", "Order 1987"),
    ("It had been discussed at the meeting in January.", "meeting", "the meeting in January"),
    ("The matter went to the Health and Wellbeing Board on 4 July 2019, as presented to the Cabinet on 9 July 2019.", "meeting", "presented to the Cabinet on 9 July 2019"),
    ("The Integrated Care Board meeting held on 6 June had agreed it.", "meeting", "Integrated Care Board meeting held on 6 June"),
    ("The Community Risk Management Plan 2021-25 was out for consultation.", "report", "Community Risk Management Plan 2021-25"),
    ("Officers were guided by the Homelessness Strategy.", "report", "the Homelessness Strategy"),
    ("The CQC report had found the ward inadequate.", "report", "The CQC report"),
    ("The Ombudsman’s report on repairs was noted.", "report", "The Ombudsman’s report on repairs"),
    ("The Committee had the report of the Director of Public Health.", "report", "the report of the Director of Public Health"),
    ("A Memorandum of Understanding (attached as Appendix A to the report) was in place.", "report", "Memorandum of Understanding (attached as Appendix A to the report)"),
    ("It followed NICE Guidance.", "report", "NICE Guidance"),
    ("The letter of 8 April had gone unanswered.", "report", "letter of 8 April"),
    ("Members noted decision PFCC-2022-031 (Fleet Contract).", "decision", "decision PFCC-2022-031 (Fleet Contract)"),
    ("The figures were at https://www.example.gov.uk/data and were updated monthly.", "web", "https://www.example.gov.uk/data"),
    ("The list was published on the Council’s website.", "web", "published on the Council’s website"),
    ("The ruling in R (Hollis) v Marford Council was noted.", "case", "R (Hollis) v Marford Council"),
]


@pytest.mark.parametrize("text, kind, quote", POINTERS, ids=[p[0][:50] for p in POINTERS])
def test_pointers(text: str, kind: str, quote: str) -> None:
    assert any(k == kind and quote in q for k, q in read(text)), read(text)


TRAPS = [
    "The report was introduced by the Director, who thanked officers for their work.",
    "The Plan was welcomed by Members.",
    "A meeting had taken place with residents.",
    "The Head of Policy and the Director of Strategy were present.",
    "Councillor Bill Oakes asked about parking.",
    "Members were pleased with progress and asked for a further report in the spring.",
    "She would act on the advice, and in that section of road the limit would fall.",
    "The minutes passed slowly while Members waited.",
    "He would review the case and plan the response.",
    "The Chair invited questions on the item.",
    "May and June had been quiet.",
    "The Performance Manager and the Strategy Group had met.",
]


@pytest.mark.parametrize("text", TRAPS, ids=[t[:45] for t in TRAPS])
def test_what_points_nowhere(text: str) -> None:
    assert read(text) == []


def test_minutes_named_in_title_and_resolution_are_one_reference() -> None:
    passages = [
        Passage("2", "T", "Minutes of the Panel held on 6 June 2019", "title", title="Minutes of the Panel held on 6 June 2019"),
        Passage("2", "R1", "RESOLVED that the minutes of the meeting held on 6 June 2019 be signed.", "resolution", title="Minutes of the Panel held on 6 June 2019"),
    ]
    found = list(references(passages, Setting(kind="minutes")))
    assert [f.passage for f in found] == [0]


def test_the_paper_under_discussion_is_no_pointer_elsewhere() -> None:
    assert read("The Commissioner presented the Annual Report.", title="Annual Report") == []
    assert read("RESOLVED that the Housing Strategy be noted.", kind="resolution", title="Housing") == []


def test_a_document_is_given_once_within_its_item() -> None:
    text = "The Housing Strategy was clear. Members read the Housing Strategy again."
    assert len(read(text)) == 1


def test_targets_bring_different_wordings_together() -> None:
    passages = [Passage("1", "1", "The minutes of the meeting held on 6th June 2019 were read.", "paragraph"),
                Passage("2", "1", "Minutes of the Board held on 6 June 2019", "title")]
    targets = {f.fields["target"] for f in references(passages, Setting(kind="minutes"))}
    assert targets == {"6 june"}


OTHER_VOICES = [
    ("This was minute 31 of the January meeting.", True),
    ("The Flood Risk Management Strategy had been adopted.", True),
    ("The Ofsted letter of 12 March had been circulated.", True),
    ("Under section 19 of the Flood and Water Management Act 2010 an inquiry was due.", True),
    ("Members turned to paragraph 3.4 of the report.", True),
    ("The Leader's decision LD/2024/17 was called in.", True),
    ("He had read the coroner's report.", True),
    ("The auditor's management letter was attached.", True),
    ("A report by the Head of Housing was received.", True),
    ("The Panel considered a report.", False),
    ("Standing Order 14 was suspended.", True),
    ("Rule 9 applied.", True),
    ("The Homes (Fitness for Human Habitation) Act 2018 applied.", True),
    ("The Director tabled the recovery plan.", True),
    ("She planned to report back.", False),
    ("At its meeting on 4 June the Cabinet had agreed this.", True),
    ("See Appendix 2.", True),
    ("The statutory guidance was clear.", True),
    ("The peer review had praised the service.", True),
    ("The Terms of Reference were agreed.", True),
    ("The Order of 2014 was out of date.", True),
    ("Last year's report had said the same.", True),
    ("The national survey told another story.", True),
    ("In R (Marsh) v Tidewater Council the court had held otherwise.", True),
    ("Officers were asked to write a paper.", False),
    ("The Chief Executive presented the update.", False),
    ("The lease was at www.example.org/lease for all to read.", True),
    ("The Chair of the Policy Board spoke.", False),
    ("Her statement of 8 May had said so.", True),
    ("They would return to it at the next meeting.", False),
    ("The Winter Pressures Plan 2024/25 was noted.", True),
]


@pytest.mark.parametrize("text, points", OTHER_VOICES, ids=[t[:45] for t, _ in OTHER_VOICES])
def test_other_voices(text: str, points: bool) -> None:
    assert bool(read(text)) is points, read(text)
