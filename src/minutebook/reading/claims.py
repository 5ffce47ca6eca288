"""Claim steps run over the passages of one paper; their findings become cited parts of the record."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    """Every claim of every step, each with its verbatim quote and place."""
    out: dict[str, tuple[Any, ...]] = {}
    for name, step, noun in STEPS:
        out[name] = tuple(_claim(paper, passages, places, noun, finding) for finding in step(passages, setting))
    return out


def _claim(paper: Paper, passages: Sequence[Passage], places: Sequence[tuple[Block, int]], noun: type, finding: Finding) -> Any:
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
