"""Paragraphs as a tree of labels; resolutions in the wordings councils use; what votes and leads are."""
from __future__ import annotations

import pytest

from minutebook.record import Item
from tests.kinds.reading import read


def item(body: str) -> Item:
    """The one item with this body, read in the company of two others."""
    lines = "\n".join(line.strip() for line in body.strip("\n").split("\n"))
    record = read(
        "WENDLESHIRE POLICE AND CRIME PANEL\n\nMinutes of the meeting held on 4 March 2024\n\n"
        "5. APOLOGIES\n\nThere were none.\n\n6. POLICE AND CRIME PLAN\n\n" + lines +
        "\n\n7. ANY OTHER BUSINESS\n\nThere was no other business.\n")
    assert [i.number for i in record.items] == ["5", "6", "7"]
    return record.items[1]


def labels(body: str) -> list[str]:
    return [p.label for p in item(body).paragraphs]


def resolved(body: str) -> list[str]:
    return [r.text for r in item(body).resolutions]


def test_plain_paragraphs_are_counted() -> None:
    assert labels("""
        The Commissioner introduced the plan.

        Members welcomed it.
        """) == ["p1", "p2"]


def test_printed_numbers_stand_and_letters_hang_below() -> None:
    assert labels("""
        1. The Commissioner set out three aims:

        a. to cut burglary;

        b. to answer calls sooner; and

        c. to hear victims.

        2. Members asked about the cost.
        """) == ["1", "1.a", "1.b", "1.c", "2"]


def test_bullets_are_counted_below_their_lead() -> None:
    assert labels("""
        Members raised these matters:

        • the cost of the scheme;

        • the time it would take.

        The Commissioner replied.
        """) == ["p1", "p1.bul1", "p1.bul2", "p2"]


def test_points_whose_bullets_are_lost_are_told_by_their_first_words() -> None:
    assert labels("""
        Members made the following points:

        How many officers had been posted to the north. She would write.

        Whether the patrols went on beyond March. They did.

        The Chairman thanked her.
        """) == ["p1", "p1.bul1", "p1.bul2", "p2"]


def test_decimal_numbers_are_whole_labels() -> None:
    assert labels("""
        6.1 The Commissioner introduced the plan.

        6.2 Members welcomed it.
        """) == ["6.1", "6.2"]


@pytest.mark.parametrize("lead", [
    "RESOLVED:", "RESOLVED -", "RESOLVED that:", "Resolved:-", "AGREED:", "agreed:", "Agreed -", "RECOMMENDED:", "It was RESOLVED:",
    "The Panel RESOLVED to:", "The Panel agreed:", "The Committee:", "UNANIMOUSLY RESOLVED:", "PENDERFYNWYD:",
])
def test_what_follows_the_word_is_what_was_resolved(lead: str) -> None:
    found = item(f"""
        The Commissioner introduced the plan.

        {lead}

        (1) that the plan be noted; and

        (2) that a final plan be brought in May.
        """)
    assert [r.text for r in found.resolutions][-2:] == ["that the plan be noted; and", "that a final plan be brought in May."]
    assert [p.label for p in found.paragraphs] == ["p1"]


@pytest.mark.parametrize("sentence", [
    "RESOLVED that the plan be noted.", "RESOLVED: That the plan be noted.", "AGREED that the plan be noted.",
    "It was resolved that the plan be noted.", "The Committee: noted the plan.", "Resolved unanimously, that the plan be noted.",
    "Agreed subject to the date being put right.", "That the plan be noted.",
])
def test_a_resolution_in_one_sentence(sentence: str) -> None:
    found = item(f"""
        The Commissioner introduced the plan.

        {sentence}
        """)
    assert [r.text for r in found.resolutions] == [sentence.removeprefix("The Committee: ")]
    assert [p.label for p in found.paragraphs] == ["p1"]


def test_what_was_put_to_the_vote_is_resolved_by_the_words_that_follow() -> None:
    assert resolved("""
        The Lead Officer took Members through the plan.

        Upon being put to the vote, it was

        That the plan be noted and a final plan be brought in May.
        """) == ["That the plan be noted and a final plan be brought in May."]


def test_votes_listed_name_by_name_are_no_paragraphs() -> None:
    found = item("""
        PROPOSED by Cllr Dray, SECONDED by Cllr Bell: "That the plan be supported."
        For
        CLLR BELL
        CLLR DRAY
        (2)
        Against
        CLLR MARSH
        (1)

        agreed: That the plan be supported.
        """)
    assert [r.text for r in found.resolutions] == ["agreed: That the plan be supported."]
    assert not found.paragraphs


def test_a_speaker_who_agreed_made_no_resolution() -> None:
    assert resolved("""
        Mr Hale agreed that the plan was late.

        Members noted that crime had fallen.
        """) == []
