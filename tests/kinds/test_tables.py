"""Notices, logs, responses and programmes, in the ways in which their tables come down to us."""

from __future__ import annotations

from tests.kinds.reading import read, words_unread


def test_a_notice_whose_cells_came_down_line_by_line() -> None:
    paper = """
        WESTMARSH DISTRICT COUNCIL

        SCHEDULE OF KEY DECISIONS

        Issued 3 May 2022

        Members of the Cabinet
        Councillor Amos Fell – Leader
        Councillor Mrs R Tarn MBE – Leisure and Culture

        Title
        Decision taker
        Date of decision
        Consultees
        Lead officer
        Open or exempt

        Leisure Centre Refurbishment
        To approve the tender for the works.
        Cabinet
        8 June 2022
        Leisure trust, ward councillors
        Amy Dunn, Leisure Manager
        amy.dunn@westmarsh.example
        Exempt - paragraph 3

        Budget Monitoring Quarter 1
        Cabinet
        27 July 2022
        None
        Section 151 Officer
        Open
    """
    record = read(paper)
    assert (record.kind, record.date, record.authority) == ("notice", "2022-05-03", "Westmarsh District Council")
    assert [m["name"] for m in record.cabinet] == ["Amos Fell", "R Tarn"]
    assert record.cabinet[1]["portfolio"] == "Leisure and Culture"
    assert len(record.columns) == 6
    first, second = record.entries
    assert first.title.startswith("Leisure Centre Refurbishment")
    assert first.decisions == ({"taker": "Cabinet", "date": "2022-06-08", "as_printed": "8 June 2022"},)
    assert (first.open_or_closed, first.closed_reason) == ("Exempt", "paragraph 3")
    assert (second.title, second.open_or_closed) == ("Budget Monitoring Quarter 1", "Open")
    assert words_unread(record, paper) == ""


def test_a_notice_in_the_shape_of_a_form() -> None:
    record = read("""
        Ardenshire County Council
        Forward Plan of Key Decisions
        March to June 2025

        The Forward Plan sets out key decisions to be taken by the Executive.

        Subject: Street Lighting Contract
        Decision maker: Executive
        Date of decision: 18 March 2025
        Consultation: Parish councils
        Contact officer: Jo Merrow, Highways Manager
        Public or private: Private (paragraph 3)

        Subject: Home to School Transport Policy
        Decision maker: Cabinet Member for Children
        Date of decision: April 2025
        Consultation: Schools and parents
        Contact officer: Ian Frost, Head of Access
        Public or private: Public
    """)
    assert record.kind == "notice"
    assert [e.title for e in record.entries] == ["Street Lighting Contract", "Home to School Transport Policy"]
    assert record.entries[1].decisions[0] == {
        "taker": "Cabinet Member for Children",
        "date": None,
        "as_printed": "April 2025",
    }
    assert record.entries[0].closed_reason == "paragraph 3"


def test_columns_parted_by_white_space_with_wrapped_cells() -> None:
    record = read("""
        STOKEFORD BOROUGH COUNCIL
        NOTICE OF KEY DECISIONS

        Decision and summary             Date and        Who will be             Public or private
                                         maker           consulted

        Towpath Order. To decide         14 January      Residents, Canal        PUBLIC
        whether to make an order on      2025 Cabinet    Trust, Chief
        drinking by the canal.                           Constable

        Grants to Voluntary Bodies.      11 February     Applicants              PUBLIC
        To approve awards for the        2025 Cabinet
        coming year.
    """)
    assert [e.title for e in record.entries] == ["Towpath Order", "Grants to Voluntary Bodies"]
    assert record.entries[0].consultees == "Residents, Canal Trust, Chief Constable"
    assert record.entries[1].summary == "To approve awards for the coming year."


LOG = """
    Northvale Community Safety Scrutiny Committee
    Action log

    | Date | Action | Owner | Deadline | Update |
    |------|--------|-------|----------|--------|
    | 4 March 2021 | Circulate the ward data on fly-tipping | Head of Waste | 1 April 2021 | Completed. Sent on 30 March |
    | 4 March 2021 | Arrange a visit to the control room | Democratic Services | TBC | Outstanding |
"""


def test_a_log_with_bars() -> None:
    record = read(LOG)
    assert record.kind == "action-log"
    assert [(a.text, a.owner, a.due, a.status) for a in record.actions] == [
        ("Circulate the ward data on fly-tipping", "Head of Waste", "1 April 2021", "Completed"),
        ("Arrange a visit to the control room", "Democratic Services", None, "Outstanding"),
    ]


def test_a_log_with_a_gap_between_cells() -> None:
    record = read("""
        Police and Crime Panel - Outstanding Actions

        Minute No.

        Action

        Responsible Officer

        Progress

        23/19

        The Commissioner to provide the Panel with a breakdown of overtime by district

        Chief Finance Officer

        Completed - circulated 4 May 2019

        25/19

        A briefing note on the use of body worn video to be
        sent to Members

        PCC

        Not yet started
    """)
    assert [(a.ref, a.owner, a.status) for a in record.actions] == [
        ("23/19", "Chief Finance Officer", "Completed"),
        ("25/19", "PCC", "Not yet started"),
    ]
    assert record.actions[1].text == "A briefing note on the use of body worn video to be sent to Members"


def test_what_was_rejected_is_an_entry_but_no_action() -> None:
    record = read("""
        Stokeford Borough Council
        Cabinet’s Response to the Recommendations of the Review of Taxi Ranks

        No.
        Recommendation
        Response
        Responsible officer
        Action to be taken
        Target date

        1
        That a marshal be employed at the station rank
        Accepted
        Head of Licensing
        A marshal will be in post from the autumn
        October 2022

        2
        That the Council buy a fleet of taxis
        Rejected
        –
        The cost could not be met from any budget
        –
    """)
    assert record.kind == "response-table"
    assert [e.title for e in record.entries] == [
        "That a marshal be employed at the station rank",
        "That the Council buy a fleet of taxis",
    ]
    (action,) = record.actions
    assert (action.ref, action.owner, action.due, action.status) == (
        "1",
        "Head of Licensing",
        "October 2022",
        "Accepted",
    )


def test_a_programme_under_dates() -> None:
    record = read("""
        SAFER NEIGHBOURHOODS SCRUTINY PANEL

        Work Plan 2024/25

        The work plan is reviewed at each meeting of the Panel and may be amended by the Chair.

        June 2024
        - Election of Chair
        - Knife crime strategy

        12 September 2024
        - Hate crime update
        - Annual report of the partnership

        To be scheduled
        - Prevent
    """)
    assert record.kind == "work-programme"
    assert [(m.heading, m.date) for m in record.meetings] == [
        ("June 2024", None),
        ("12 September 2024", "2024-09-12"),
    ]
    assert [e["title"] for e in record.meetings[1].entries] == ["Hate crime update", "Annual report of the partnership"]
    assert record.review_rule and record.review_rule.startswith("The work plan is reviewed")


def test_a_programme_in_lines_where_one_date_stands_for_two_rows() -> None:
    record = read("""
        Millbrook Overview and Scrutiny Committee
        Work Programme

        Meeting
        Topic
        Lead officer

        10 September 2024
        Safer Streets funding
        Head of Communities
        Licensing enforcement
        Licensing Manager

        3 December 2024
        Annual crime report
        Superintendent
    """)
    assert record.body == "Millbrook Overview and Scrutiny Committee"
    assert [[e["title"] for e in m.entries] for m in record.meetings] == [
        ["Safer Streets funding", "Licensing enforcement"],
        ["Annual crime report"],
    ]


def test_rows_of_which_nothing_is_understood_are_said_to_be_unread() -> None:
    paper = """
        Northvale Community Safety Scrutiny Committee
        Action log
        14 March 2021

        Alpha beta gamma

        Delta epsilon

        Zeta eta theta

        Iota kappa lambda
    """
    record = read(paper)
    assert record.kind == "action-log"
    assert record.actions == ()
    assert {"no-actions", "much-unread"} <= {p.code for p in record.problems}
    assert "Iota kappa lambda" in words_unread(record, paper)
