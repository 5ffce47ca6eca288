"""Passages and findings: what claim steps are given, and what they give back.

A claim step (commitments, figures, references, follow-ups, votes, …) sees the passages of one paper
in reading order and the setting in which they were said. It knows nothing of files or layout. It
yields findings: a quote as a range of one passage's text, and the fields of the claim.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Passage:
    """One statement-bearing part of a paper, healed: white space collapsed, no printed list mark."""

    item: str | None       # number of the item (or inferred), None outside items
    label: str             # "3", "2.a.1", "2.bul1", "p1"; T title, R1 resolution, Q1 question text
    text: str
    kind: str              # title | paragraph | resolution | question | heading | rubric | cell
    lead: str = ""         # text of the paragraph or heading that this bullet or limb hangs from
    title: str = ""        # title of the item


@dataclass(frozen=True, slots=True)
class Setting:
    """In which paper the passages stand."""

    kind: str                          # kind of paper, see record.KINDS
    body: str | None = None
    date: str | None = None            # ISO
    people: tuple[tuple[str, str], ...] = ()   # (name, role) of those present
    chair: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim found: passage number, [start, end) in its text, and the claim's own fields."""

    passage: int
    start: int
    end: int
    fields: Mapping[str, Any] = field(default_factory=dict)
