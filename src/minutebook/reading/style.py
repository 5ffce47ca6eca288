"""House styles as data: how to recognise a style, and what its own words mark on the page.

The reader's grammar copes with most papers unaided. A style adds what grammar cannot know: that this
house heads its resolutions "Ruled:", or prints a code before each title. Each `Mark` gives blocks whose
text matches a role that the steps already know. The surest style wins; the record says which and by
how much. A council may ship its own through the entry point group "minutebook.styles".
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points

from minutebook.documents.blocks import Block
from minutebook.reading.paper import Paper

OWN = ("plain", "modern_gov", "modern_gov_xml", "cmis", "egenda", "pipe_table", "action_notes")
"""The styles that come with the reader, one short file each in reading/styles/."""

ROLES = {
    "item-number": "the number of an item, alone in its block",
    "item-title": "the title of an item",
    "sub-title": "a label such as “Minutes:” between agenda and minute",
    "decision": "a decision or resolution of the item",
    "rubric": "words of the agenda, not of the minute",
    "furniture": "of the page, not of the paper",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Blocks whose whole text matches `pattern` have this role (see ROLES)."""

    pattern: str
    role: str


@dataclass(frozen=True, slots=True)
class Clue:
    """One sign of a style: blocks whose text matches; each of the first `most` adds `weight`."""

    pattern: str
    weight: float
    most: int = 3


@dataclass(frozen=True, slots=True)
class Style:
    """A house style. `clues` say how sure it is of a paper; `marks` are its own words; `sample` shows it."""

    name: str
    about: str
    clues: tuple[Clue, ...] = ()
    marks: tuple[Mark, ...] = ()
    shapes: tuple[str, ...] = ()       # kinds of mark-up that are this style's own (Document.shape)
    sure: float = 0.0                  # what it starts from: 0.1 for the plain style, so that any clue wins
    sample: str = ""                   # a sample paper, as a path below samples/

    def certainty(self, paper: Paper) -> float:
        """How sure this style is that the paper is its own: 0 not at all, about 1 and more very."""
        if paper.document.shape and paper.document.shape in self.shapes:
            return 2.0
        total = self.sure
        for clue in self.clues:
            found = _matching(paper.blocks, clue.pattern, clue.most)
            total += clue.weight * found
        return total


def choose(paper: Paper, styles: Sequence[Style] | None = None) -> tuple[Style, float]:
    """The surest style for a paper, and by how much it was surer than the next."""
    ranked = sorted(((s.certainty(paper), -n, s) for n, s in enumerate(styles or all_styles())), reverse=True)
    best = ranked[0]
    return best[2], round(best[0] - (ranked[1][0] if len(ranked) > 1 else 0.0), 3)


def apply(style: Style, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the roles that the style's marks give them."""
    if not style.marks:
        return list(blocks)
    compiled = [(re.compile(m.pattern, re.IGNORECASE), m.role) for m in style.marks]
    return [_marked(block, compiled) for block in blocks]


def _marked(block: Block, marks: Sequence[tuple[re.Pattern[str], str]]) -> Block:
    if block.kind == "furniture" or block.role:
        return block
    for pattern, role in marks:
        if pattern.fullmatch(block.text):
            return replace(block, role=role, kind="furniture" if role == "furniture" else block.kind)
    return block


def _matching(blocks: Sequence[Block], pattern: str, most: int) -> int:
    compiled = re.compile(pattern, re.IGNORECASE)
    found = 0
    for block in blocks:
        if compiled.fullmatch(block.text):
            found += 1
            if found == most:
                break
    return found


@lru_cache(maxsize=1)
def all_styles() -> tuple[Style, ...]:
    """Every style at hand: the reader's own, then those that installed packages offer."""
    own = [getattr(import_module(f"minutebook.reading.styles.{name}"), name.upper()) for name in OWN]
    offered = [entry.load() for entry in entry_points(group="minutebook.styles")]
    return (*own, *(s for s in offered if isinstance(s, Style)))
