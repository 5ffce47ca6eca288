"""Lines become blocks: what conversion broke is healed, what it printed between is set aside, nothing is lost."""
from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.documents.blocks import Block
from minutebook.documents.marks import find_mark
from minutebook.documents.text import read_text
from minutebook.documents.tidy import blocks_of


def blocks(text: str) -> list[Block]:
    return blocks_of(read_text((dedent(text).strip("\n") + "\n").encode(), "paper.txt"))


def shown(text: str) -> list[str]:
    return [f"{b.marker} {b.text}".strip() for b in blocks(text) if b.kind != "furniture"]


def furniture(text: str) -> list[tuple[str, str]]:
    return [(b.note, b.text) for b in blocks(text) if b.kind == "furniture"]


def test_a_sentence_broken_at_the_margin_is_one_block() -> None:
    assert shown("""
        The Commissioner told the Panel that the number of officers in the county had
        risen by forty since the spring, and that she hoped for more before the year was
        out.

        Members welcomed it.
        """) == ["The Commissioner told the Panel that the number of officers in the county had risen by forty since the spring, "
                 "and that she hoped for more before the year was out.", "Members welcomed it."]


def test_a_year_at_the_head_of_a_line_is_no_list_mark() -> None:
    assert len(shown("""
        The Commissioner told the Panel that the number of officers in the county had risen in
        2021. That was owed to the grant for new officers, which would end in the coming year as
        1. and 2. below made plain.
        """)) <= 2


def test_list_marks_stand_apart_from_their_words() -> None:
    assert [(b.marker, b.text) for b in blocks("""
        1. First matter

        a) its cost

        b) its time

        (ii) its worth
        """)] == [("1.", "First matter"), ("a)", "its cost"), ("b)", "its time"), ("(ii)", "its worth")]


def test_a_running_head_and_page_number_in_mid_sentence_are_furniture() -> None:
    page = "\n".join(f"The Panel heard about matter {n} at length, and put questions to the office about its\ncost and its worth to the county in the coming year.\n" for n in range(9))
    text = (f"9\n\nWENDLESHIRE PANEL – 4 MARCH 2013\n\n{page}\nThe Panel went on to\n\n10\n\nWENDLESHIRE PANEL – 4 MARCH 2013\n\n"
            f"hear the rest.\n\n{page}")
    assert ("page-number", "10") in furniture(text)
    assert ("running-head", "WENDLESHIRE PANEL – 4 MARCH 2013") in furniture(text)
    assert shown(text)[0] == "WENDLESHIRE PANEL – 4 MARCH 2013"         # the first one heads the paper


@pytest.mark.parametrize("line", [
    "Skip to main content", "Share this item", "Facebook X LinkedIn Email", "Was this page helpful? Yes No", "Last updated: 31 July 2023",
    "«Member_Name»", "ITEM_TITLE", "This page is intentionally left blank", "Back to top", "Server Error in '/' Application.",
])
def test_what_systems_print_around_a_paper_is_furniture(line: str) -> None:
    assert [text for _, text in furniture(f"The Panel met on 4 March.\n\n{line}\n\nMembers welcomed the report.\n")] == [line]


@pytest.mark.parametrize("line", ["Home Office grant", "Share of the precept", "Page turner scheme", "Item of urgent business"])
def test_titles_that_begin_like_furniture_are_kept(line: str) -> None:
    assert not furniture(f"The Panel met on 4 March.\n\n{line}\n\nMembers welcomed the report.\n")


@pytest.mark.parametrize(("text", "shown_mark", "value"), [
    ("1. The", "1.", (1,)), ("(a) the", "(a)", (1,)), ("b) the", "b)", (2,)), ("(iv) the", "(iv)", (4,)), ("5.2 The", "5.2", (5, 2)),
    ("2.1.3 The", "2.1.3", (2, 1, 3)),
])
def test_marks_have_a_value(text: str, shown_mark: str, value: tuple[int, ...]) -> None:
    mark = find_mark(text)
    assert mark is not None
    assert mark.shown == shown_mark
    assert value in (mark.value, (mark.roman,))


@pytest.mark.parametrize("text", ["2023 was a hard year", "The 1. of May", "a hard year", "3.5 million pounds", "10.30 am", "i think so"])
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert find_mark(text) is None


WORDS = st.sampled_from(["The", "panel", "2.", "(a)", "•", "RESOLVED:", "12", "that", "Cllr", "Page 3", "|", "Item", "…", "\x0c", "«x»", "é", "مرحبا", "-"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=9), max_size=25))
def test_every_character_stands_in_exactly_one_block(lines: list[list[str]]) -> None:
    text = "The Panel met.\n" + "\n".join(" ".join(words) for words in lines)
    document = read_text(text.encode(), "paper.txt")
    taken: list[int] = []
    for block in blocks_of(document):
        for _, _, start, end in block.marker_runs + block.runs:
            taken.extend(range(start, end))
    assert len(taken) == len(set(taken))
    lost = [c for n, c in enumerate(document.text) if n not in set(taken) and not c.isspace()]
    assert not lost
