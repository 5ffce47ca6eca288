"""A paper under way: its blocks, and to which leaf each block has been found to belong."""
from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from minutebook.documents.blocks import Block, Document
from minutebook.problems import Problem
from minutebook.provenance import Span

PART = 1_000_000
"""Added to the number of a block that is the rest of another, whose beginning was read apart."""


@dataclass
class Paper:
    """One paper inside a document: a run of blocks, its kind, and the leaves found so far.

    `leaf` maps a block's number to the kind of leaf that claimed it. What no step claims is unread.
    """

    document: Document
    blocks: list[Block]
    kind: str = "other"
    title: str | None = None
    agenda_item: str | None = None
    pack_pages: tuple[int, int] | None = None
    leaf: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    until: float = math.inf             # on the clock that only goes forward; claims are sought until then

    def body(self) -> list[Block]:
        """The blocks that are of the paper, furniture apart."""
        return [b for b in self.blocks if b.kind != "furniture"]

    def claim(self, kind: str, *blocks: Block) -> None:
        """These blocks belong to a leaf of this kind. The first claim stands."""
        for block in blocks:
            self.leaf.setdefault(block.number, kind)

    def claimed(self, block: Block) -> bool:
        """Does this block belong to a leaf already?"""
        return block.number in self.leaf

    def unclaimed(self) -> Iterator[Block]:
        """The blocks that no step has understood so far."""
        return (b for b in self.body() if b.number not in self.leaf)

    def span(self, block: Block, start: int | None = None, end: int | None = None) -> Span:
        """The place of a block, or of a range of its text."""
        if start is None or end is None or start >= end:
            begin, stop = block.extent
        else:
            begin, stop = block.locate(max(0, start), min(end, len(block.text)))
        return Span(self.document.source.sha256, begin, stop, block.page, block.number % PART)

    def span_of(self, blocks: Iterable[Block]) -> Span | None:
        """The place of several blocks, from the first to the last."""
        blocks = [b for b in blocks if b.runs or b.marker_runs]
        if not blocks:
            return None
        begin = min(b.extent[0] for b in blocks)
        stop = max(b.extent[1] for b in blocks)
        return Span(self.document.source.sha256, begin, stop, blocks[0].page, blocks[0].number % PART)

    def doubt(self, code: str, sentence: str, where: Span | None = None, level: str = "doubt") -> None:
        """Note what the paper leaves open: a stable code, a sentence for the clerk, the place."""
        self.problems.append(Problem(code, sentence, where, level))
