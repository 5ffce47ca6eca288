"""Sentences of many councils, with what is promised in them: owner, ground and due phrase, or nothing at all."""
from __future__ import annotations

import time

import pytest

from minutebook.reading.passages import Passage, Setting
from minutebook.reading.steps.commitments import commitments

SETTING = Setting(
    "minutes", "Ardenshire Health and Community Scrutiny Committee", "2024-06-06",
    (("Cllr Ruth Calloway", "Chair"), ("Mrs Helena Frost", "Director of Public Health"), ("Mr Ian Bell", "Scrutiny Officer")),
)


def found(text: str, kind: str = "paragraph", lead: str = "", title: str = "") -> list[tuple[str, dict]]:
    passages = [Passage("5", "1", text, kind, lead, title)]
    return [(text[f.start : f.end], dict(f.fields)) for f in commitments(passages, SETTING)]


U, T, Q, P, I, R = "undertaking", "third-party", "request", "plan", "intention", "resolution"  # noqa: E741

# text, then for each promise: basis, words of its owner (None: nobody named), due phrase (None: none)
PROMISES = [
    # undertakings, spoken
    ("The Director of Adult Services agreed to circulate the waiting list figures after the meeting.", [(U, "Director of Adult Services", "after the meeting")]),
    ("The Head of Housing undertook to look into the matter and to report back to the next meeting.", [(U, "Head of Housing", None), (U, "Head of Housing", "next meeting")]),
    ("The Cabinet Member gave an undertaking to publish the full survey results by the end of September.", [(U, "Cabinet Member", "by the end of September")]),
    ("Members were advised that a briefing note would be circulated.", [(U, None, None)]),
    ("Mrs Frost said that she would send Members the ward profiles.", [(U, "Frost", None)]),
    ("The Chief Fire Officer confirmed that he would write to the Minister about sprinklers.", [(U, "Chief Fire Officer", None)]),
    ("The Borough Solicitor offered to provide training for new Members.", [(U, "Borough Solicitor", None)]),
    ("Officers would check whether the contractor had been paid.", [(U, "Officers", None)]),
    ("The Monitoring Officer promised a written response within ten working days.", [(U, "Monitoring Officer", "within ten working days")]),
    ("In response, the Area Manager assured Members that the hydrants would be repaired before the winter.", [(U, "Area Manager", "before the winter")]),
    ("The Trust’s Director of Nursing was happy to come back to the Committee with an update in six months.", [(U, "Director of Nursing", "in six months")]),
    ("The Chair agreed that a letter be sent to the Welsh Government.", [(U, None, None)]),
    ("It was AGREED that the Scrutiny Officer would arrange a site visit to the depot.", [(U, "Scrutiny Officer", None)]),
    ("It was agreed that the Head of Education write to all governing bodies before the end of term.", [(U, "Head of Education", "before the end of term")]),
    ("The Superintendent undertook that the figures would be made available to ward councillors.", [(U, "Superintendent", None)]),
    ("The Strategic Director will provide a breakdown of agency spend to all Members by Friday.", [(U, "Strategic Director", "by Friday")]),
    ("The Commissioner has committed to publishing the register of gifts every quarter.", [(U, "Commissioner", "every quarter")]),
    ("The Chief Executive said he would take that away and come back to Councillor Hale.", [(U, "Chief Executive", None)]),
    ("The Head of Paid Service would be happy to share the draft structure with the Committee.", [(U, "Head of Paid Service", None)]),
    ("A further report will be brought back to the Committee once the consultation has closed.", [(U, None, "once the consultation has closed")]),
    ("The revised risk register will be presented to the Audit Committee in March 2025.", [(U, None, "March 2025")]),
    ("The Lead Officer noted the error and said that the table would be corrected.", [(U, "Lead Officer", None)]),
    ("The Director clarified that the data would be shared with Members in due course.", [(U, "Director", "in due course")]),
    ("Mr Bell made a note to add the item to the work programme.", [(U, "Bell", None)]),
    ("The representative of the Health Board said that she would let Members have the stroke data.", [(U, "representative of the Health Board", None)]),
    ("The Programme Manager accepted the point and would amend the business case accordingly.", [(U, "Programme Manager", None)]),
    ("The Group Accountant would clarify the position on reserves in writing.", [(U, "Group Accountant", None)]),
    ("The Chairman volunteered to raise the matter with the local Member of Parliament.", [(U, "Chairman", None)]),
    # actions
    ("ACTION: Head of Legal Services to seek counsel’s opinion by 14 July 2024.", [(U, "Head of Legal Services", "by 14 July 2024")]),
    ("Officers to circulate the link to the recording.", [(U, "Officers", None)]),
    ("Action – Democratic Services to arrange a training session before the next meeting.", [(U, "Democratic Services", "before the next meeting")]),
    ("Mrs Frost to provide data on vaccine uptake by ward.", [(U, "Frost", None)]),
    # third parties
    ("The Commissioner had agreed to meet the parish council in August.", [(T, "Commissioner", "in August")]),
    ("The Trust had given a commitment to keep the ward open.", [(T, "Trust", None)]),
    # requests
    ("The Committee requested a report on fly-tipping for its September meeting.", [(Q, None, "September meeting")]),
    ("Councillor Hale asked that the figures for rural wards be shown separately.", [(Q, None, None)]),
    ("Members asked the Director of Place to provide an update on the bridge repairs.", [(Q, "Director of Place", None)]),
    ("The Panel invited the Chief Constable to attend its meeting in November.", [(Q, "Chief Constable", "November")]),
    ("It was suggested that officers approach neighbouring authorities about joint procurement.", [(Q, "officers", None)]),
    ("It was recommended that the Cabinet review the charging policy.", [(Q, "Cabinet", None)]),
    ("Members called for a full breakdown of consultancy costs.", [(Q, None, None)]),
    ("Officers were asked to bring the draft strategy to a future meeting.", [(Q, "Officers", "future meeting")]),
    ("The Chair said that she would like to see a report on attendance at the next meeting.", [(Q, None, "next meeting")]),
    ("The Committee looked forward to receiving a further update in the autumn.", [(Q, None, "in the autumn")]),
    # plans
    ("The new leisure centre was due to open in March 2025.", [(P, None, "in March 2025")]),
    ("Recruitment was scheduled to begin in the new year.", [(P, None, "in the new year")]),
    ("The restructure will be completed by 31 March 2025.", [(P, None, "by 31 March 2025")]),
    ("Phase two of the works would commence in the spring.", [(P, None, "in the spring")]),
    ("The Service was planning to recruit a further six on-call firefighters.", [(P, "Service", None)]),
    ("The Council intends to consult residents on the proposals in the autumn.", [(P, "Council", "in the autumn")]),
    ("Consultation responses were expected by the end of July.", [(P, None, "by the end of July")]),
    ("A new triage system is to be introduced from October.", [(P, None, "from October")]),
    ("The team was in the process of developing a mobile app.", [(P, "team", None)]),
    ("The decision had been postponed until after the elections.", [(P, None, "until after the elections")]),
    # intentions
    ("The Director hoped to extend the pilot to the whole county.", [(I, "Director", None)]),
    ("The Chief Constable would continue to monitor response times.", [(I, "Chief Constable", None)]),
    ("It was hoped that the vacancies would be filled by Christmas.", [(I, None, "by Christmas")]),
    ("The Force aimed to answer every call within ten seconds.", [(I, "Force", None)]),
    ("The situation would be kept under review.", [(I, None, None)]),
    ("The Cabinet Member was committed to protecting frontline services.", [(I, "Cabinet Member", None)]),
    # conditions that promise all the same
    ("The Director would provide further details if required.", [(U, "Director", None)]),
    # two speakers in a sentence
    ("Councillor Hale asked for the repair times, and the Head of Assets agreed to send them to her.", [(U, "Head of Assets", None)]),
]


@pytest.mark.parametrize(("text", "wanted"), PROMISES, ids=[t[:60] for t, _ in PROMISES])
def test_promises(text: str, wanted: list[tuple]) -> None:
    got = found(text)
    assert [f["basis"] for _, f in got] == [w[0] for w in wanted], got
    for (quote, fields), (_, owner, due) in zip(got, wanted, strict=True):
        assert quote in text
        assert fields["strength"] == ("explicit" if fields["basis"] in (U, T, R) else "soft")
        if owner is None:
            assert fields["by"] is None, fields
        else:
            assert owner.lower() in (fields["by"] or "").lower(), fields
        if due is None:
            assert fields["due"] is None, fields
        else:
            assert due in (fields["due"] or "") and fields["due"] in text, fields


# Sentences that sound like promises and are none.
TRAPS = [
    "The report was noted.",
    "A Member asked whether the Council would publish the report.",
    "Councillor Hale queried how the savings would be achieved.",
    "Members questioned when the bridge would reopen.",
    "If the grant were withdrawn, the service would have to close.",
    "The Director said that this would mean fewer buses in rural areas.",
    "She felt that an increase would be welcomed by residents.",
    "It would be helpful to understand the trend.",
    "Members would have preferred an earlier report.",
    "The Committee considered that the proposals would benefit young people.",
    "The Chief Executive explained that councils could charge up to the statutory maximum.",
    "The Home Office would publish new guidance in the autumn.",
    "The figures had been circulated to Members on 3 May.",
    "The Board met every quarter to review performance.",
    "The Director advised that the Council was unable to provide the information.",
    "The Cabinet Member declined to give an undertaking on fees.",
    "The contract required the operator to answer calls within ten seconds.",
    "The Chair thanked officers for their hard work and asked that this be recorded in the minutes.",
    "The minutes were agreed as a correct record and signed by the Chair.",
    "Apologies were received from Councillor Hale, who would be late.",
    "Residents would often wait for more than an hour.",
    "The cost would be in the region of £2m.",
    "Demand was likely to rise over the next decade.",
    "Councillor Hale asked for clarification on the reserves.",
    "Members agreed with the conclusions of the report.",
    "The Panel agreed that the report was clear and helpful.",
    "The Leader agreed to disagree.",
    "The Chairman invited questions from Members.",
    "The Act would require councils to keep a register.",
    "It was noted that the inspector had asked to see the files.",
    "The Treasurer believed that interest rates would fall in 2025.",
    "In the past, officers would visit every school.",
    "The purpose of the scheme was to reduce accidents.",
    "Police officers have the power to stop a vehicle where they have reasonable grounds.",
    "The proposal was to close two stations, which would save £400,000.",
    "There were no plans to extend the scheme.",
    "The Council had offered free parking in December 2023.",
    "The contract was due to end on 31 March 2021.",
]


@pytest.mark.parametrize("text", TRAPS, ids=[t[:60] for t in TRAPS])
def test_traps(text: str) -> None:
    assert found(text) == []


LIMBS = [
    ("RESOLVED: That the Director of Place report back to the Committee in six months.", [("Director of Place", "in six months")]),
    ("RESOLVED that the report be noted and that a further report be submitted to the November meeting.", [(None, "November meeting")]),
    ("That the Cabinet be asked to reconsider the closure of the day centre.", [("Cabinet", None)]),
    ("That the Chair write to the Secretary of State on bus funding;", [("Chair", None)]),
    ("AGREED – to set up a task and finish group on flooding.", [("Committee", None)]),
    ("RESOLVED – (1) That the presentation be received; and (2) that the slides be circulated to all Members.", [(None, None)]),
    ("That officers be instructed to publish the register on the Council’s website by 1 August 2024.", [("officers", "by 1 August 2024")]),
    ("Requests that the Trust provide monthly figures.", [("Trust", "monthly")]),
    ("RECOMMENDED to Cabinet: That the fee be reduced from April 2025.", [(None, "from April 2025")]),
    ("That the report be noted.", []),
    ("That the minutes of the meeting held on 4 March 2024 be approved and signed by the Chair.", []),
    ("RESOLVED to note the report.", []),
    ("That Councillor Hale be elected Chair for the ensuing year.", []),
    ("That the officers be thanked for their work.", []),
    ("RESOLVED that the public be excluded from the meeting for the following item.", []),
    ("That the strategy be approved.", []),
]


@pytest.mark.parametrize(("text", "wanted"), LIMBS, ids=[t[:60] for t, _ in LIMBS])
def test_resolutions(text: str, wanted: list[tuple]) -> None:
    got = found(text, "resolution")
    assert [f["basis"] for _, f in got] == [R] * len(wanted), got
    for (_, fields), (owner, due) in zip(got, wanted, strict=True):
        assert (owner is None and fields["by"] is None) or (owner and owner.lower() in (fields["by"] or "").lower()), fields
        assert (due is None and fields["due"] is None) or (due and due in (fields["due"] or "")), fields


# More voices: the ground on which each stands (any of those named), or nothing.
MORE = [
    ('The Group Manager told Members he would get the figures to them before Christmas.', (U,)),
    ('Councillor Ahmed, Executive Member for Housing, said that a letter had been drafted and would go to all tenants in the coming weeks.', (U,)),
    ('The Auditor confirmed that the final opinion would be issued by 30 November.', (U,)),
    ('It was agreed that officers would review the signage outside the three schools.', (U,)),
    ('The Independent Chair of the Safeguarding Board agreed to share the learning review once it had been published.', (U,)),
    ('Arising from a question on ambulance delays, the Trust agreed to supply data for the Fenland villages.', (U,)),
    ('The Service Director indicated that she was prepared to meet ward councillors individually.', (U,)),
    ('The Head of Finance noted the request and will include a sensitivity table in future reports.', (U,)),
    ('Mr Price advised that he would liaise with colleagues in Planning and feed back to the Chair.', (U,)),
    ('The Committee agreed to receive an update in January 2026.', (U,)),
    ('Members agreed that a working group be established to examine parking charges.', (U,)),
    ('The Lead Member undertook to raise the Committee’s concerns with the Leader of the Council.', (U,)),
    ('Dr Shah agreed to provide the missing appendix.', (U,)),
    ('The clerk was asked to write to the Secretary of State.', (Q,)),
    ('The Chairman asked for an update on staff vacancies to be brought to the July meeting.', (Q,)),
    ('Councillor Bevan requested sight of the equality impact assessment.', (Q,)),
    ('It was requested that future reports include trend data.', (Q,)),
    ('The Board asked that the Trust’s estates team attend the next meeting.', (Q,)),
    ('Members recommended that the target be reviewed.', (Q,)),
    ('The Vice-Chairman suggested that the matter be added to the work programme.', (Q,)),
    ('The first phase would be completed in summer 2025.', (P,)),
    ('Work on the depot is due to start on 3 February 2025.', (P,)),
    ('A public consultation would run from September to November.', (P,)),
    ('The Constabulary expects to recruit 60 officers by March 2025.', (P,)),
    ('The new contract will commence on 1 April 2025.', (P,)),
    ('Officers were planning to visit a neighbouring authority in the spring.', (P,)),
    ('The aim was to reduce waiting times to four weeks by the end of the year.', (I, P)),
    ('The Commissioner wished to see more victims supported and would keep pressing the Government for funding.', (I,)),
    ('The team will continue to work with schools on attendance.', (I,)),
    ('The Portfolio Holder intended to visit every library.', (P, I)),
    ('It was the Council’s intention to publish its response in full.', (I, P)),
    ('Councillor Ahmed asked if there would be a charge for garden waste.', ()),
    ('Members discussed whether the scheme would work in rural areas.', ()),
    ('The Director explained that the grant would not cover the full cost.', ()),
    ('A Member commented that it would be beneficial to compare with other counties.', ()),
    ('The officer explained how the new rota would operate.', ()),
    ('The Chair reminded Members that questions should be sent to the clerk in advance.', ()),
    ('The Commissioner said that had he known, he would have acted sooner.', ()),
    ('Councillor Hill said she would not be supporting the proposal.', ()),
    ('The scheme would cost £3m over five years.', ()),
    ('The police would normally attend within one hour.', ()),
    ('He thought that the public would understand the need for change.', ()),
    ('The Panel heard that the Government had promised further reform.', ()),
    ('Members were pleased to hear that the backlog had been cleared.', ()),
    ('The Leader had asked Cabinet to consider the report at its last meeting.', ()),
    ('The Council was required to publish the data every year.', ()),
]


@pytest.mark.parametrize(("text", "grounds"), MORE, ids=[t[:60] for t, _ in MORE])
def test_more_voices(text: str, grounds: tuple[str, ...]) -> None:
    got = [fields["basis"] for _, fields in found(text)]
    assert len(got) == bool(grounds) and all(basis in grounds for basis in got), got


def test_a_pronoun_means_the_last_fitting_speaker() -> None:
    text = "Mrs Frost presented the figures. Mr Bell asked about the north. She would circulate a map."
    assert found(text)[-1][1]["by"] == "Mrs Helena Frost"


def test_a_request_that_is_accepted_is_told_once() -> None:
    text = "Councillor Hale asked for the repair times. The Head of Assets agreed to send them."
    assert [fields["basis"] for _, fields in found(text)] == [U]


def test_a_list_takes_its_promise_from_its_opening_words() -> None:
    lead = "The Head of Housing agreed that reports on the following would be brought to the Committee in the autumn:"
    quote, fields = found("Damp and mould", lead=lead)[0]
    assert (quote, fields["basis"], fields["due"]) == ("Damp and mould", U, "in the autumn")


def test_papers_that_only_announce_hold_no_promises() -> None:
    text = "The Cabinet will consider the report in July."
    setting = Setting("agenda")
    assert list(commitments([Passage("5", "1", text, "paragraph")], setting)) == []


def test_a_long_paper_is_read_quickly() -> None:
    text = " ".join(t for t, _ in PROMISES) + " " + " ".join(TRAPS)
    passages = [Passage(str(n), "1", text, "paragraph") for n in range(20)]
    started = time.process_time()
    list(commitments(passages, SETTING))
    assert time.process_time() - started < 5.0


@pytest.mark.parametrize("text", ["", "   ", "would", "would be", "agreed to", "that that that would", "; ; to be", "The", "if if if would", "(" * 500, "would " * 600, "and the Chair would, " * 500])
def test_broken_text_harms_nobody(text: str) -> None:
    for kind in ("paragraph", "resolution"):
        started = time.process_time()
        found(text, kind)
        assert time.process_time() - started < 3.0
