"""Items are told by the run of their numbers and the form of their titles, however a council prints them."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from minutebook.documents.text import read_text
from minutebook.reading import read_document
from minutebook.record import Record
from tests.kinds.reading import read

TITLES = ("Apologies for absence", "Declarations of interest", "Minutes of the last meeting", "Burglary and vehicle crime",
          "Forward plan", "Date of next meeting")
BODIES = ("Apologies were received from Councillor Finch.", "Councillor Webb declared an interest as a school governor.",
          "The minutes of 4 May were agreed as a correct record.",
          "The Superintendent presented the figures for the quarter. Burglary had risen by 4%. Members asked about patrols and "
          "she said that a report would be brought in June.", "Members noted the plan.", "The next meeting would be held on 3 July.")
ROMAN = ("I", "II", "III", "IV", "V", "VI")

# How the head of the n-th item is printed, and its number in the record ("" where the paper gives none).
HEADS: dict[str, tuple[Callable[[int, str], str], Callable[[int], str]]] = {
    "1. Title": (lambda n, t: f"{n}. {t}", str),
    "1/ Title": (lambda n, t: f"{n}/ {t}", str),
    "1 - Title": (lambda n, t: f"{n} - {t}", str),
    "1 – Title": (lambda n, t: f"{n} – {t}", str),
    "[1] Title": (lambda n, t: f"[{n}] {t}", str),
    "(1) Title": (lambda n, t: f"({n}) {t}", str),
    "1) Title": (lambda n, t: f"{n}) {t}", str),
    "1: Title": (lambda n, t: f"{n}: {t}", str),
    "No. 1 Title": (lambda n, t: f"No. {n} {t}", str),
    "1.0 Title": (lambda n, t: f"{n}.0 {t}", lambda n: f"{n}.0"),
    "1.1 Title": (lambda n, t: f"1.{n} {t}", lambda n: f"1.{n}"),
    "Item 1: Title": (lambda n, t: f"Item {n}: {t}", str),
    "ITEM 1 Title": (lambda n, t: f"ITEM {n} {t}", str),
    "Agenda item 1. Title": (lambda n, t: f"Agenda item {n}. {t}", str),
    "M12/23 Title": (lambda n, t: f"M{n + 11}/23 {t}", lambda n: f"M{n + 11}/23"),
    "12/23-24 Title": (lambda n, t: f"{n + 11}/23-24 {t}", lambda n: f"{n + 11}/23-24"),
    "2023/12 Title": (lambda n, t: f"2023/{n + 11} {t}", lambda n: f"2023/{n + 11}"),
    "OSC.12 Title": (lambda n, t: f"OSC.{n + 11} {t}", lambda n: f"OSC.{n + 11}"),
    "Minute 12 - Title": (lambda n, t: f"Minute {n + 11} - {t}", lambda n: str(n + 11)),
    "SC/23/12 Title": (lambda n, t: f"SC/23/{n + 11} {t}", lambda n: f"SC/23/{n + 11}"),
    "I. Title": (lambda n, t: f"{ROMAN[n - 1]}. {t}", lambda n: ROMAN[n - 1]),
    "A. Title": (lambda n, t: f"{'ABCDEF'[n - 1]}. {t}", lambda n: "ABCDEF"[n - 1]),
    "100 Title": (lambda n, t: f"{n + 99} {t}", lambda n: str(n + 99)),
    "1, line, Title": (lambda n, t: f"{n}\n{t}", str),
    "Title (Minute No. 12)": (lambda n, t: f"{t} - Minute No. {n + 11}", lambda n: str(n + 11)),
    "1. Title:": (lambda n, t: f"{n}. {t}:", str),
    "Title": (lambda n, t: t, lambda n: ""),
    "TITLE": (lambda n, t: t.upper(), lambda n: ""),
    "## Title": (lambda n, t: f"## {t}", lambda n: ""),
    "**1. Title**": (lambda n, t: f"**{n}. {t}**", str),
}


def minutes(head: Callable[[int, str], str], white: bool = True) -> Record:
    lines = ["WENDLESHIRE COUNTY COUNCIL", "", "COMMUNITY SAFETY SCRUTINY COMMITTEE", "",
             "MINUTES of the meeting held on Tuesday 7 June 2022 at 6.00 pm in the Guildhall", "",
             "Present: Councillors A Finch (Chair), B Webb and C Orme", ""]
    for n, (title, body) in enumerate(zip(TITLES, BODIES, strict=True), start=1):
        lines += [head(n, title), *[""] * white, body, *[""] * white]
    records = read_document(read_text("\n".join(lines).encode(), "paper.txt"))
    assert [r.kind for r in records] == ["minutes"]
    return records[0]


@pytest.mark.parametrize("form", HEADS)
def test_every_form_of_head_gives_the_same_six_items(form: str) -> None:
    head, number = HEADS[form]
    record = minutes(head)
    assert [i.title.casefold() for i in record.items] == [t.casefold() for t in TITLES]
    assert [i.number or "" for i in record.items] == [number(n) for n in range(1, 7)]
    assert all(i.paragraphs or i.resolutions for i in record.items)


@pytest.mark.parametrize("form", ["1. Title", "1 - Title", "Item 1: Title", "M12/23 Title", "SC/23/12 Title", "I. Title", "TITLE"])
def test_no_white_is_needed_around_numbered_heads(form: str) -> None:
    head, _ = HEADS[form]
    assert [i.title.casefold() for i in minutes(head, white=False).items] == [t.casefold() for t in TITLES]


def test_numbered_paragraphs_and_limbs_are_no_items() -> None:
    record = read("""
        WENDLESHIRE POLICE AND CRIME PANEL

        Minutes of the meeting held on 4 March 2024

        1. Apologies

        There were none.

        2. Police and Crime Plan

        1. The Commissioner presented the draft.
        2. Members asked whether rural crime was covered. It was.

        RESOLVED: That
        1. the draft be noted; and
        2. a final plan be brought in May.

        3. Forward plan

        Noted.
        """)
    assert [(i.number, i.title) for i in record.items] == [("1", "Apologies"), ("2", "Police and Crime Plan"), ("3", "Forward plan")]
    assert [p.label for p in record.items[1].paragraphs] == ["1", "2"]
    assert len(record.items[1].resolutions) == 2


def test_a_number_out_of_sequence_does_not_end_the_run() -> None:
    record = read("""
        WENDLESHIRE POLICE AND CRIME PANEL

        Minutes of the meeting held on 4 March 2024

        11. APOLOGIES

        There were none.

        12. MINUTES

        Agreed.

        14. WORK PROGRAMME

        The programme was noted.

        15. ANY OTHER BUSINESS

        There was none.
        """)
    assert [i.number for i in record.items] == ["11", "12", "14", "15"]


def test_agenda_references_and_pages_are_apart_from_the_title() -> None:
    record = read("""
        WENDLESHIRE POLICE AND CRIME PANEL

        Minutes of the meeting held on 4 March 2024

        231. Minutes of the meeting on 4 January (Item 3)

        These were agreed.

        232. Estates strategy (Item 4)

        (1) The Commissioner introduced the report.

        233. Forward plan (Item 5)

        It was noted.
        """)
    assert [(i.number, i.title, i.agenda_ref) for i in record.items] == [
        ("231", "Minutes of the meeting on 4 January", "3"), ("232", "Estates strategy", "4"), ("233", "Forward plan", "5")]
