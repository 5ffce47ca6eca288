"""Reports, questions, decisions, letters and lists."""

from __future__ import annotations

from tests.kinds.reading import read, words_unread


def test_a_report_with_its_sections_and_what_it_implies() -> None:
    paper = """
        Report to: Crime and Disorder Scrutiny Committee
        Date: 5 September 2019
        Report of: Head of Community Safety
        Subject: Street drinking and the town centre order
        Ward: Town

        1. Purpose of the report

        1.1 To look at the order after one year.

        2. Recommendations

        2.1 That the report be noted.

        2.2 That a further report be brought in March 2020.

        3. Background

        3.1 Complaints fell from 212 to 140.

        4. Implications

        Financial: None.
        Legal: The order lapses after three years.

        Background papers:
        Notice of the order, May 2018; minutes of the Cabinet, April 2018
    """
    record = read(paper)
    assert (record.kind, record.body, record.date) == ("report", "Crime and Disorder Scrutiny Committee", "2019-09-05")
    assert record.title == "Street drinking and the town centre order"
    assert [s.heading for s in record.sections][:4] == [
        "Purpose of the report",
        "Recommendations",
        "Background",
        "Implications",
    ]
    assert record.recommendations == ("2.1", "2.2")
    assert record.implications == {"Financial": "None.", "Legal": "The order lapses after three years."}
    assert record.background_papers == ("Notice of the order, May 2018", "minutes of the Cabinet, April 2018")
    assert record.items == ()
    assert words_unread(record, paper) == ""


def test_the_item_of_the_agenda_that_a_report_serves() -> None:
    record = read("""
        Agenda Item 9

        STOKEFORD DISTRICT COUNCIL

        OVERVIEW AND SCRUTINY COMMITTEE – 20 OCTOBER 2016

        REVIEW OF THE WARDENS: FINAL REPORT

        Purpose of the report

        1.1 To present the findings of the review.

        Recommendations

        That the Committee:

        2.1 endorse the findings;

        2.2 look at progress annually.
    """)
    assert record.agenda_item == "9"
    assert record.title == "REVIEW OF THE WARDENS: FINAL REPORT"
    assert record.recommendations == ("2.1", "2.2")


def test_questions_with_their_answers() -> None:
    record = read("""
        ARDENSHIRE POLICE AND CRIME PANEL

        6 June 2024

        PUBLIC QUESTIONS AND RESPONSES

        Question 1 from Mr Alan Peck, Lowford Residents
        When will the front desk at Lowford reopen?

        Response
        The desk will reopen on 1 September.

        Supplementary: Mr Peck asked about parking. The Commissioner said that she would find out.

        Question 2 from Ms Joan Lyle
        How many officers cover the villages at night?

        Response
        There are six officers on an ordinary night.
    """)
    assert record.kind == "questions"
    first, second = record.questions
    assert (first.number, first.asker, first.honorific, first.organisation) == (
        1,
        "Alan Peck",
        "Mr",
        "Lowford Residents",
    )
    assert first.text == "When will the front desk at Lowford reopen?"
    assert first.answered_by == ("p1",) and first.supplementary == ("p2",)
    assert (second.asker, second.answer) == ("Joan Lyle", "There are six officers on an ordinary night.")


def test_the_record_of_a_decision() -> None:
    paper = """
        RECORD OF OFFICER DECISION

        Decision Ref: ODR/2023/118
        Title of decision: Renewal of the Taxi CCTV grant
        Decision maker: Director of Environment
        Date of decision: 4 July 2023

        Decision:
        To renew the grant of £12,000 to the taxi CCTV scheme for one year.

        Reasons for decision:
        The scheme covers 84 vehicles.

        Alternative options considered and rejected:
        To end the grant.

        Signed: B Arkwright
    """
    record = read(paper)
    assert (record.kind, record.date) == ("decision-record", "2023-07-04")
    (decision,) = record.decisions
    assert (decision.ref, decision.title, decision.decider) == (
        "ODR/2023/118",
        "Renewal of the Taxi CCTV grant",
        "Director of Environment",
    )
    (item,) = record.items
    assert [r.text for r in item.resolutions] == ["To renew the grant of £12,000 to the taxi CCTV scheme for one year."]
    assert [p.text for p in item.paragraphs] == ["The scheme covers 84 vehicles.", "To end the grant."]
    assert words_unread(record, paper) == ""


def test_a_letter() -> None:
    record = read("""
        Ardenshire Police and Crime Panel
        c/o Shire Hall, Ardenchester

        14 March 2022

        Dear Minister,

        Funding of rural policing

        The Panel met on 2 March and resolved to write to you. Members believe that:

        - the formula takes no account of sparsity; and
        - the grant for 2022/23 came late.

        I should be grateful for a reply by the end of April.

        Yours sincerely,

        Councillor Ruth Calloway
        Chair, Ardenshire Police and Crime Panel
    """)
    assert (record.kind, record.body, record.date) == ("letter", "Ardenshire Police and Crime Panel", "2022-03-14")
    (section,) = record.sections
    assert section.heading == "Funding of rural policing"
    assert [p.label for p in section.paragraphs] == ["p1", "p1.bul1", "p1.bul2", "p2"]


def test_a_list_of_meetings() -> None:
    record = read("""
        Ardenshire Police and Crime Panel

        Meetings

        Thursday 6 June 2024 10.00 am
        Thursday 12 September 2024 10.00 am Cancelled
        Thursday 5 December 2024 2.00 pm
        Friday 31 January 2025 10.00 am
    """)
    assert record.kind == "meeting-list"
    assert [m.date for m in record.meetings] == ["2024-06-06", "2024-09-12", "2024-12-05", "2025-01-31"]
    assert record.meetings[1].entries[0]["status"] == "cancelled"
    assert record.meetings[2].entries[0]["time"] == "14:00"
