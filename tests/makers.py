"""Believable records for tests: a panel of Ardenshire, a county that does not exist."""

from __future__ import annotations

import typing
from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from minutebook import record as nouns
from minutebook.formats.records import shape, slots
from minutebook.problems import Problem
from minutebook.provenance import Source, Span
from minutebook.record import KINDS, Record

SOURCE = Source("panel-2024-06-06.pdf", "5a" * 32, "application/pdf", "pdf-1")


def a_span(start: int = 100, end: int = 160, page: int | None = 1, block: int | None = 4) -> Span:
    return Span(SOURCE.sha256, start, end, page, block)


def a_record(**fields: typing.Any) -> Record:
    """A paper of the Ardenshire panel; give the fields that matter to the test."""
    settled = {
        "kind": "minutes",
        "source": SOURCE,
        "authority": "Ardenshire County Council",
        "body": "Ardenshire Police and Crime Panel",
        "date": "2024-06-06",
        "time": "14:00",
        "venue": "Council Chamber, Shire Hall, Ardenchester",
        "chair": "Ruth Calloway",
    }
    return Record(**(settled | fields))


def a_meeting(**fields: typing.Any) -> Record:
    """Minutes of a whole meeting: attendance, items, resolutions, a question, promises and figures."""
    nested = (
        nouns.Paragraph("1", "The Commissioner introduced the report.", a_span(1400, 1440)),
        nouns.Paragraph("2", "In response to questions, the Commissioner said that:", a_span(1441, 1495)),
        nouns.Paragraph(
            "2.a", "Average 101 waiting times had fallen from 4 minutes to 85 seconds;", a_span(1496, 1570)
        ),
        nouns.Paragraph("2.b", "She would provide a breakdown by district by the end of July.", a_span(1571, 1640)),
        nouns.Paragraph(
            "3",
            "Moved by Mr Pritchett, seconded by Cllr Marrow, that the report be noted. The vote was 11 in favour,"
            " 2 against and 1 abstention.",
            a_span(1641, 1700),
        ),
        nouns.Paragraph("4", "Circulate the district table.", a_span(1701, 1730)),
    )
    settled: dict[str, typing.Any] = {
        "attendance": (
            nouns.Attendee("Ruth Calloway", "Cllr", None, "Chair", "present", where=a_span(300, 320)),
            nouns.Attendee("Owen Pritchett", "Mr", "MBE", "Vice-Chair", "present"),
            nouns.Attendee("Dilys Marrow", "Cllr", None, None, "present", substitute_for="Tobias Quill"),
            nouns.Attendee("Helena Frost", "Mrs", None, "Ardenshire Police and Crime Commissioner", "also present"),
            nouns.Attendee("Ian Bellweather", "Mr", None, "Scrutiny Officer", "in attendance"),
            nouns.Attendee("Tobias Quill", "Cllr", None, None, "absent"),
        ),
        "declarations": (
            nouns.Declaration(
                "201", "Cllr Marrow declared that her son was a special constable.", "Dilys Marrow", "personal"
            ),
        ),
        "items": (
            nouns.Item(
                "201",
                "Declarations of Interests",
                "A2",
                paragraphs=(
                    nouns.Paragraph(
                        "p1", "Cllr Marrow declared that her son was a special constable.", a_span(900, 960)
                    ),
                ),
            ),
            nouns.Item(
                "202",
                "Minutes of the meeting held on 8 February 2024",
                "A3",
                resolutions=(
                    nouns.Resolution(
                        "RESOLVED that the minutes of the meeting held on 8 February 2024 are correctly recorded"
                        " and that they be signed by the Chair.",
                        a_span(1000, 1090),
                    ),
                ),
            ),
            nouns.Item(
                "203",
                "Performance of the force",
                "B1",
                paragraphs=nested,
                resolutions=(nouns.Resolution("RESOLVED that the Panel note the report.", a_span(1731, 1770)),),
                where=a_span(1380, 1770),
            ),
            nouns.Item(
                "204",
                "Questions to the Commissioner",
                "D1",
                paragraphs=(
                    nouns.Paragraph(
                        "1", "The Commissioner said that every ward had a named officer.", a_span(1800, 1860)
                    ),
                ),
            ),
        ),
        "questions": (
            nouns.Question(
                "204",
                1,
                "Owen Pritchett",
                "Can the Commissioner say how many wards have a named officer?",
                "Mr",
                "Wexcombe Borough Council",
                ("1",),
                where=a_span(1780, 1790),
            ),
        ),
        "commitments": (
            nouns.Commitment(
                "203",
                "2.b",
                "She would provide a breakdown by district by the end of July.",
                "Commissioner",
                "Panel",
                "provide-information",
                "by the end of July",
                "explicit",
                "undertaking",
                "“would provide”, of something in the speaker's own gift",
                0.9,
                a_span(1571, 1640),
            ),
        ),
        "figures": (
            nouns.Figure(
                "203", "2.a", "85 seconds", 85, "seconds", "average 101 waiting time", where=a_span(1555, 1565)
            ),
        ),
        "references": (
            nouns.Reference(
                "202", "R1", "the meeting held on 8 February 2024", "meeting", "2024-02-08", a_span(1010, 1050)
            ),
        ),
        "votes": (
            nouns.Vote(
                "203",
                "11 in favour, 2 against and 1 abstention",
                "counted",
                11,
                2,
                1,
                "carried",
                {"for": ("Ruth Calloway", "Owen Pritchett"), "against": ("Dilys Marrow",)},
            ),
        ),
        "motions": (
            nouns.Motion(
                "203", "Moved by Mr Pritchett, seconded by Cllr Marrow", "Owen Pritchett", "Dilys Marrow", "carried"
            ),
        ),
        "actions": (
            nouns.Action("203", "Circulate the district table.", "Scrutiny Officer", "31 July 2024", "24/7", "open"),
        ),
        "follow_ups": (
            nouns.FollowUp("202", "R1", "The table promised in February had been sent.", "district table", "kept"),
        ),
        "decisions": (nouns.Decision("203", "ACC.D.12.24", "Purchase of vehicles", "2024-05-01", "Commissioner"),),
        "pages": (1, 6),
        "style": "plain",
        "coverage": (nouns.Coverage(0, 900, "heading"), nouns.Coverage(900, 1860, "paragraph")),
        "problems": (Problem("date-unclear", "The heading gives no year.", a_span(10, 40), "note"),),
    }
    return replace(a_record(), **(settled | fields))


# --- any record at all, for Hypothesis ----------------------------------------------------------

HASHES = st.sampled_from([SOURCE.sha256, "0f" * 32, "5a" * 31 + "00"])
SENTENCES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "Cllr O’Dowd asked … £1,200",
        "=1+1",
        "</p>&\x00\x0b",
        "\ufffe lone",
        "RESOLVED – That",
        "Cŵn a thŷ",
        "a\nb\tc\r\n",
    ]
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | SENTENCES,
    lambda inner: st.lists(inner, max_size=2).map(tuple) | st.dictionaries(SENTENCES, inner, max_size=2),
    max_leaves=3,
)


@cache
def any_of(kind: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Any value that a field of this type may hold."""
    form, args = shape(kind)
    if kind is Span:
        number = st.integers(0, 10**7)
        return st.builds(Span, HASHES, number, number, st.none() | number, st.none() | number)
    if form == "part":
        return st.deferred(lambda: any_part(args[0]))
    if form == "optional":
        return st.none() | any_of(args[0])
    if form == "many":
        return st.lists(any_of(args[0]), max_size=2).map(tuple)
    if form == "pair":
        return st.tuples(*map(any_of, args))
    if form == "mapping":
        return st.dictionaries(SENTENCES, any_of(args[0]), max_size=2)
    if form == "any":
        return ANYTHING
    plain = {
        str: SENTENCES,
        int: st.integers(),
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }
    return st.one_of(*(plain[t] for t in args))


@cache
def any_part(cls: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Any part of a record, of this class."""
    given = {s.name: any_of(s.type) for s in slots(cls)}
    if cls is nouns.Paragraph:
        given["label"] |= st.sampled_from(["1", "1.a", "1.a.1", "1.bul1", "2", "p1", "p1.bul1", "2.b"])
    if cls is Source:
        given["sha256"] = HASHES
    if cls is Record:
        given["kind"] = st.sampled_from(KINDS)
        given["date"] = st.none() | st.dates().map(str) | SENTENCES
    if cls is Problem:
        given["level"] = st.sampled_from(["note", "doubt", "error"])
    return st.builds(cls, **given)


def any_record() -> st.SearchStrategy[Record]:
    return any_part(Record)
