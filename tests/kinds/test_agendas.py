"""Agendas: numbers, titles, pages, rubric, what is asked, and what is private."""

from __future__ import annotations

from tests.kinds.reading import read, words_unread

PANEL = """
    ARDENSHIRE COUNTY COUNCIL

    ARDENSHIRE POLICE AND CRIME PANEL

    Thursday, 6 June 2024 at 2.00 pm
    Council Chamber, Shire Hall, Ardenchester

    AGENDA

    1.  Apologies for Absence
    To receive apologies and notice of substitutes.

    2.  Declarations of Interest

    3.  Minutes (Pages 3 - 8)
    To confirm the minutes of the meeting held on 7 March 2024.

    4.  Commissioner’s Update on the Force Control Room (Pages 9
    - 14) To consider the report of the Commissioner.

    5.  Complaints (Pages 15 - 16)
    The Panel is asked to:
    (a) note the report; and
    (b) agree the dates of the next briefings.

    EXCLUSION OF THE PRESS AND PUBLIC
    To resolve that under Section 100A(4) of the Local Government Act 1972 the public be excluded
    for the following item on the grounds that it involves the likely disclosure of exempt
    information as defined in paragraphs 1 and 2 of Part 1 of Schedule 12A.

    6.  Complaint A/24 (Pages 17 - 20)

    Membership: Councillors Calloway (Chair), Marrow and Pritchett

    For further information contact Democratic Services.
"""


def test_items_bear_their_pages_rubric_and_action() -> None:
    record = read(PANEL)
    assert record.kind == "agenda"
    assert (record.authority, record.body, record.date, record.time) == (
        "Ardenshire County Council",
        "Ardenshire Police and Crime Panel",
        "2024-06-06",
        "14:00",
    )
    assert [(i.number, i.title, i.pages) for i in record.items] == [
        ("1", "Apologies for Absence", None),
        ("2", "Declarations of Interest", None),
        ("3", "Minutes", (3, 8)),
        ("4", "Commissioner’s Update on the Force Control Room", (9, 14)),
        ("5", "Complaints", (15, 16)),
    ]
    assert [i.action for i in record.items] == ["receive", None, "confirm", "consider", "note"]
    assert record.items[3].text == "To consider the report of the Commissioner."
    assert not any(i.paragraphs for i in record.items)


def test_what_is_private_stands_apart() -> None:
    record = read(PANEL)
    assert record.exempt_items == ({"number": "6", "title": "Complaint A/24", "pages": (17, 20)},)
    (exclusion,) = record.exclusions
    assert exclusion.statute == "Section 100A(4) of the Local Government Act 1972"
    assert exclusion.paragraphs == ("1", "2")
    assert exclusion.items == ("6",)


def test_members_listed_on_the_front_are_not_said_to_have_come() -> None:
    record = read(PANEL)
    assert record.attendance == ()
    assert "membership" in {c.kind for c in record.coverage}
    assert words_unread(record, PANEL) == ""


def test_a_column_of_page_numbers_is_no_part_of_the_titles() -> None:
    record = read("""
        Northvale Police and Crime Panel

        Thursday 6 June 2024 at 10.00am
        Committee Room 2, Civic Centre, Northvale

        Agenda

        1   Apologies

        2   Minutes                                      5 - 10
            To agree the minutes of the meeting held on 7 March 2024.

        3   Commissioner's Update                       11 - 20
            Report of the Commissioner.

        4   Complaint (Not for publication)             21 - 24
            Report of the Monitoring Officer.
    """)
    assert [(i.title, i.pages) for i in record.items] == [
        ("Apologies", None),
        ("Minutes", (5, 10)),
        ("Commissioner's Update", (11, 20)),
    ]
    assert record.exempt_items == ({"number": "4", "title": "Complaint", "pages": (21, 24)},)
    assert record.venue == "Committee Room 2, Civic Centre, Northvale"
