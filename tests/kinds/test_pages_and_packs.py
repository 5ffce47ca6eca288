"""Packs, pages of meetings, papers in sections, tables of actions."""

from __future__ import annotations

from textwrap import dedent

from minutebook.documents.text import read_text
from minutebook.reading import read_document
from minutebook.record import Record
from tests.kinds.reading import read, words_unread

PACK = """
    Public Document Pack

    Ardenshire Police and Crime Panel

    Date: Thursday 7 December 2017
    Time: 10.00 am
    Venue: The Moot Hall, Lowford

    AGENDA

    1. Apologies for Absence

    2. Minutes of the Meeting held on 28 September 2017 (Pages 3 - 4)
    To confirm as a correct record.

    3. Review of Actions (Page 5)
    To follow up progress.

    PART 2 - PRIVATE

    4. Confidential Briefing on Collaboration (Pages 7 - 9)
    Not for publication by virtue of paragraph 7.

    Page 1
    Page 3
    Agenda Item 2
    Ardenshire Police and Crime Panel
    28 September 2017

    Draft Minutes

    Present: Councillor A Peck (Chair), Councillor J Lyle

    1. Declarations of Interest

    Resolved: That, there being none, the position be noted.

    2. Public Questions

    The Chairman reported that no question had been
    Page 4
    received before the day of the meeting.

    Resolved: That the position be noted.

    The meeting ended at 11.58 am.
    Page 5
    Agenda Item 3
    Actions and Recommendations arising on 28 September 2017

    No | Item | What | Who | Response
    A1 | 3 | Send the calendar of events | Chief of Staff | Received 4 October
    A2 | 4 | Add repeat callers to the bundle | Chief of Staff | See bundle
"""


def pack() -> list[Record]:
    return read_document(read_text((dedent(PACK).strip("\n") + "\n").encode(), "pack.txt"))


def test_the_papers_of_a_pack_begin_at_the_marks_of_their_items() -> None:
    whole, agenda, minutes, log = pack()
    assert [r.kind for r in (whole, agenda, minutes, log)] == ["pack", "agenda", "minutes", "action-log"]
    assert (minutes.agenda_item, minutes.pack_pages) == ("2", (3, 4))
    assert (log.agenda_item, log.pack_pages) == ("3", (5, 5))
    assert [(a.item, a.ref, a.owner, a.text) for a in log.actions] == [
        ("3", "A1", "Chief of Staff", "Send the calendar of events"),
        ("4", "A2", "Chief of Staff", "Add repeat callers to the bundle"),
    ]


def test_an_exempt_item_of_the_agenda_is_not_in_the_pack() -> None:
    whole, agenda, *_ = pack()
    (exempt,) = agenda.exempt_items
    assert (exempt["number"], exempt["pages"], exempt["in_pack"]) == ("4", (7, 9), False)
    assert whole.exempt_items == agenda.exempt_items
    assert "4" not in [i.number for i in agenda.items]


def test_a_blank_page_is_no_part_of_a_paper() -> None:
    paper = """
        ARDENSHIRE POLICE AND CRIME PANEL

        AGENDA

        Thursday 7 December 2017 at 10.00 am

        1. Apologies

        To receive any apologies.

        2. Work Programme

        To agree the programme.

        This page is intentionally left blank
    """
    record = read(paper)
    assert record.items[-1].text == "To agree the programme."
    assert words_unread(record, paper) == ""


def test_the_page_of_a_meeting_without_minutes_says_what_is_asked() -> None:
    paper = """
        Agenda

        Overview and Scrutiny - Thursday, 26th September, 2024 5.00 pm

        Venue: Parkside Hall, Lowford. View directions

        Contact: Mabel Thorne

        No. Item

        1.

        Apologies

        2.

        Declarations of Interest

        To invite Councillors to declare interests.

        3.

        Crime and Disorder Partnership - Annual Visit pdf icon PDF 1 MB

        (Report to follow)
    """
    record = read(paper)
    assert record.kind == "meeting-page"
    assert [(i.number, i.text, i.paragraphs) for i in record.items] == [
        ("1", None, ()),
        ("2", "To invite Councillors to declare interests.", ()),
        ("3", "(Report to follow)", ()),
    ]
    assert record.commitments == ()


def test_a_page_of_cmis_copied_as_text() -> None:
    paper = """
        Meeting Details

        Meeting Summary
        Police Scrutiny Committee
        7 Feb 2019 - 09:30 to 11:15

        Agenda

        Public Items
        1 Sederunt
        2 Declarations *
        1

        There were no declarations from Members.

        3 pdf Police Performance (118Kb)

        Report by the Area Commander

        2

        The Area Commander reported that crime had fallen in the quarter.

        In reply to Councillor Lyle she explained that the cameras belonged to the partnership.

        4 pdf Fire Performance (240Kb)

        Report by the Local Senior Officer

        3

        Councillor Orme asked that a visit to the station be set up before the summer.
    """
    record = read(paper)
    assert record.kind == "web-minutes"
    assert [(i.agenda_ref, i.number, i.title, len(i.paragraphs)) for i in record.items] == [
        ("1", None, "Sederunt", 0),
        ("2", "1", "Declarations", 1),
        ("3", "2", "Police Performance", 2),
        ("4", "3", "Fire Performance", 1),
    ]
    assert words_unread(record, paper) == ""


def test_the_numbered_sections_of_a_decision_record() -> None:
    record = read("""
        Police and Crime Commissioner for Ardenshire

        RECORD OF DECISION

        Decision number: D/2022/017
        Title: Safer Streets - grant agreements

        1. Executive summary
        The Home Office has awarded £747,350 for works in Lowford.

        2. Decision
        I hereby agree:
        (a) to grant Lowford Borough Council £402,000;
        (b) that £50,000 be retained for evaluation.

        3. Background
        3.1 The bid was submitted on 12 May 2022.
        3.2 The Panel was told of the bid on 16 June.
    """)
    assert record.kind == "decision-record" and record.items == ()
    assert record.authority == "Police and Crime Commissioner for Ardenshire"
    assert [(s.number, [p.label for p in s.paragraphs]) for s in record.sections] == [
        ("1", ["1"]),
        ("2", ["2", "2.a", "2.b"]),
        ("3", ["3.1", "3.2"]),
    ]
    assert {c.item for c in record.commitments} <= {None}
    assert [(d.ref, d.title) for d in record.decisions] == [("D/2022/017", "Safer Streets - grant agreements")]


def test_answers_that_print_their_number_and_a_question_withdrawn() -> None:
    paper = """
        ARDENSHIRE POLICE AND CRIME PANEL
        26 JANUARY 2026

        QUESTIONS AND ANSWERS

        Part 1: Questions from members of the public

        Under Rule 18 of the Panel's procedure rules each questioner may put one question of not more than 100 words.

        Q1 from Mr Leander Foss

        How many people were prosecuted last season?

        A1 Nineteen people have been summonsed, against eleven in the season before.

        Supplementary: Would the Commissioner come to a meeting of farmers?
        Response: Gladly. Please agree a date with my diary secretary.

        Part 2: Questions from Members of the Panel

        Q2 from Councillor M Sugden - withdrawn
    """
    record = read(paper)
    assert record.items == () and len(record.sections) == 2
    first, second = record.questions
    assert (first.answered_by, first.supplementary) == (("A1",), ("A1.s1",))
    assert (second.asker, second.organisation, second.text, second.answered_by) == ("M Sugden", None, "withdrawn", ())
    assert words_unread(record, paper) == ""
