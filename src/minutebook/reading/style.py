"""House styles as data: how to recognise a style, and what its own words mark on the page.

The reader's grammar copes with most papers unaided. A style adds what grammar cannot know: that this
house heads its resolutions "Ruled:", or numbers its items "Matter 5 -". Each `Mark` gives blocks whose
text matches a role that the steps already know. The surest style wins; the record says which and by
how much. A council may ship its own through the entry point group "minutebook.styles"; docs/add-a-style.md
shows one from the first line to the last.
"""
from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points

from minutebook.documents.blocks import Block
from minutebook.documents.tidy import cut_runs
from minutebook.reading.paper import PART, Paper

OWN = ("plain", "modern_gov", "modern_gov_xml", "cmis", "egenda", "pipe_table", "action_notes")
"""The styles that come with the reader, one short file each in reading/styles/."""

ROLES = {
    "item-number": "the number of an item, alone in its block",
    "item-title": "the title of an item, alone in its block",
    "item-head": "number and title in one block; the pattern names both, as (?P<number>…) and (?P<title>…)",
    "sub-title": "a label such as “Minutes:” between agenda and minute",
    "resolution": "what the meeting resolved, under a word of the house's own",
    "decision": "what was decided or agreed, where the house parts it from the minute",
    "rubric": "words of the agenda, not of the minute",
    "furniture": "of the page, not of the paper",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The house's own way to print something: blocks whose whole text matches `pattern` have this role.

    A pattern is a regular expression, capitals or not; `role` is one of ROLES. A list mark that the block
    bears ("1.", "(a)", "•") is not part of its text.
    """

    pattern: str
    role: str


@dataclass(frozen=True, slots=True)
class Clue:
    """A sign by which a style is known: each block whose whole text matches adds `weight`, up to `most` of them."""

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
    sure: float = 0.0                  # what it starts from: the plain style has some, so that a chance likeness does not win
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
    return [part for block in blocks for part in _marked(block, compiled)]


def _marked(block: Block, marks: Sequence[tuple[re.Pattern[str], str]]) -> list[Block]:
    if block.kind == "furniture" or block.role:
        return [block]
    for pattern, role in marks:
        if m := pattern.fullmatch(block.text):
            if role == "item-head":
                return _number_and_title(block, m)
            return [replace(block, role=role, kind="furniture" if role == "furniture" else block.kind)]
    return [block]


def _number_and_title(block: Block, m: re.Match[str]) -> list[Block]:
    """A head as two blocks. The words around the number ("Matter 5 -") keep their place with it."""
    at, end = m.span("title")
    begin, _ = block.extent
    until, _ = block.locate(at, end)
    number = replace(block, text=m["number"], runs=((0, len(m["number"]), begin, until),), marker="", marker_runs=(),
                     role="item-number", lines=())
    title = replace(block, text=m["title"], runs=tuple(cut_runs(block.runs, at, end, 0)), marker="", marker_runs=(),
                    role="item-title", lines=(), gap=0.0, number=block.number + PART)
    return [number, title]


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
    """Every style at hand: the reader's own, then those that installed packages offer.

    A package whose style cannot be loaded is named in a warning and stops nothing.
    """
    styles: list[Style] = [getattr(import_module(f"minutebook.reading.styles.{name}"), name.upper()) for name in OWN]
    for entry in entry_points(group="minutebook.styles"):
        try:
            offered = entry.load()
        except Exception as error:
            warnings.warn(f"The style {entry.name!r} ({entry.value}) cannot be loaded: {error}", stacklevel=2)
            continue
        if isinstance(offered, Style):
            styles.append(offered)
        else:
            warnings.warn(f"The style {entry.name!r} ({entry.value}) is not a minutebook.reading.style.Style.", stacklevel=2)
    return tuple(styles)
