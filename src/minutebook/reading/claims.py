"""Claim steps run over the passages of one paper; their findings become cited parts of the record."""
from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.paper import Paper
from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.actions import actions
from minutebook.reading.steps.commitments import commitments
from minutebook.reading.steps.decisions import decisions
from minutebook.reading.steps.exclusions import exclusions
from minutebook.reading.steps.figures import figures
from minutebook.reading.steps.follow_ups import follow_ups
from minutebook.reading.steps.interests import declarations
from minutebook.reading.steps.motions import motions
from minutebook.reading.steps.references import references
from minutebook.reading.steps.votes import votes
from minutebook.record import (
    Action,
    Commitment,
    Decision,
    Declaration,
    Exclusion,
    Figure,
    FollowUp,
    Motion,
    Reference,
    Vote,
)

STEPS: tuple[tuple[str, Callable[[Sequence[Passage], Setting], Iterator[Finding]], type], ...] = (
    ("commitments", commitments, Commitment),
    ("figures", figures, Figure),
    ("references", references, Reference),
    ("follow_ups", follow_ups, FollowUp),
    ("decisions", decisions, Decision),
    ("declarations", declarations, Declaration),
    ("motions", motions, Motion),
    ("votes", votes, Vote),
    ("actions", actions, Action),
    ("exclusions", exclusions, Exclusion),
)
PLACELESS = (Declaration, Motion, Vote, Action, Exclusion)      # bear no paragraph label


def read_claims(paper: Paper, passages: Sequence[Passage], places: Sequence[tuple[Block, int]], setting: Setting) -> dict[str, tuple[Any, ...]]:
    """Every claim of every step, each with its verbatim quote and place.

    Where the paper's time is over, what was found so far stands, and a problem says from where on
    nothing was sought.
    """
    out: dict[str, tuple[Any, ...]] = {}
    timed = _Timed(passages, paper.until) if paper.until < math.inf else passages
    for name, step, noun in STEPS:
        found: list[Any] = []
        try:
            for finding in step(timed, setting):
                if time.monotonic() > paper.until:
                    raise _TimeIsOver(finding.passage)
                found.append(_claim(paper, passages, places, noun, finding))
        except _TimeIsOver as over:
            where = paper.span(places[over.passage][0]) if over.passage < len(places) else None
            paper.doubt("time-limit", f"The time for this file was over: {name.replace('_', '-')} were not sought from here on. "
                        "Split the file, or raise the limit.", where, "error")
        out[name] = tuple(found)
    return out


class _TimeIsOver(Exception):
    def __init__(self, passage: int) -> None:
        self.passage = passage


class _Timed(list[Passage]):
    """Passages that can be gone through until a time; then _TimeIsOver is raised."""

    def __init__(self, passages: Sequence[Passage], until: float) -> None:
        super().__init__(passages)
        self.until = until

    def __iter__(self) -> Iterator[Passage]:
        for n, passage in enumerate(super().__iter__()):
            if time.monotonic() > self.until:
                raise _TimeIsOver(n)
            yield passage


LONGEST = 4_000
"""Characters of a passage that claim steps are given at once; longer ones come in pieces."""


def in_pieces(passages: Sequence[Passage], places: Sequence[tuple[Block, int]]) -> tuple[Sequence[Passage], Sequence[tuple[Block, int]]]:
    """The same passages, those that are longer than any paper's paragraph cut at ends of sentences.

    A text that lost all its line breaks is one passage; steps that compare each part of a passage
    with each other would never end on it.
    """
    if all(len(p.text) <= LONGEST for p in passages):
        return passages, places
    cut: list[Passage] = []
    cut_places: list[tuple[Block, int]] = []
    for passage, (block, offset) in zip(passages, places, strict=True):
        at = 0
        while at < len(passage.text):
            end = len(passage.text)
            if end - at > LONGEST:
                half, most = at + LONGEST // 2, at + LONGEST
                stop = passage.text.rfind(". ", half, most) + 1 or passage.text.rfind(" ", half, most)
                end = stop + 1 if stop > 0 else most
            cut.append(replace(passage, text=passage.text[at:end]))
            cut_places.append((block, offset + at))
            at = end
    return cut, cut_places


def _claim(paper: Paper, passages: Sequence[Passage], places: Sequence[tuple[Block, int]], noun: Any, finding: Finding) -> Any:
    passage = passages[finding.passage]
    block, offset = places[finding.passage]
    quote = passage.text[finding.start: finding.end]
    where = paper.span(block, offset + finding.start, offset + finding.end)
    fields = dict(finding.fields)
    if noun is Action:
        fields.setdefault("text", quote)
        return Action(item=passage.item, where=where, **fields)
    if noun is Decision:
        return Decision(item=passage.item, where=where, **fields)
    if noun is Exclusion:
        return Exclusion(quote=quote, where=where, **fields)
    if noun in PLACELESS:
        return noun(item=passage.item, quote=quote, where=where, **fields)
    return noun(item=passage.item, paragraph=passage.label, quote=quote, where=where, **fields)
