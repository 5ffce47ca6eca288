"""Lines and cells of a paper as pieces that can be joined again, each with its place in the archived text.

Tables of notices and logs often reach us as one cell after another, a line each or a few. Healing
lines into sentences then joins what belongs to different cells, so these kinds of paper are read from
the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.documents.blocks import Block, Run
from minutebook.documents.tidy import cut_runs
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.passages import Passage

RUNNING = re.compile(r".*\bpage \d{1,4} (?:of|/) ?\d{1,4}\b.{0,20}$", re.IGNORECASE)
WIDE = re.compile(r"\s{2,}|\t+|\s*\|\s*")
GOES_ON = re.compile(
    r"(?:[,–&(/-]|\b(?:of|the|and|a|an|to|in|for|with|that|by|on|at|or|from|as|be|is|are|was|were))$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a cell of a line: block.text[start:end]. `gap` counts the empty lines above it."""

    text: str
    block: Block
    start: int
    end: int
    gap: float = 0.0
    furniture: bool = False


def pieces_of(paper: Paper, blocks: Iterable[Block]) -> list[Piece]:
    """The lines of these blocks in order; furniture is marked, running heads that tidying missed are claimed."""
    out: list[Piece] = []
    broken = False
    for block in blocks:
        if block.kind != "furniture" and RUNNING.match(block.text) and len(block.text) < 120:
            paper.claim("furniture", block)
        if block.kind == "furniture" or paper.leaf.get(block.number) == "furniture":
            out.append(Piece(block.text, block, 0, len(block.text), block.gap, True))
            broken = block.note != "column-heads"
            continue
        for piece in lines_of(block):
            out.append(replace(piece, gap=max(piece.gap, 1.0)) if broken else piece)
            broken = False
    return out


def lines_of(block: Block) -> list[Piece]:
    """The lines of one block, placed in its text; the block itself where its lines are not known."""
    if len(block.lines) < 2 or block.cell:
        return [Piece(block.text, block, 0, len(block.text), _gap(block))] if block.text else []
    out: list[Piece] = []
    at = 0
    for n, line in enumerate(block.lines):
        text = line.text
        if n == 0 and block.marker_runs and text.startswith(block.marker):
            text = text[len(block.marker) :].strip()
        found = block.text.find(text, at) if text else -1
        if found < 0:
            continue
        at = found + len(text)
        out.append(Piece(text, block, found, at, _gap(block) if n == 0 else 0.0 if block.size else line.gap))
    return out


def _gap(block: Block) -> float:
    """Empty lines above. In a PDF the white above is measured; less than half a line of it is none."""
    return 0.0 if block.size and block.gap < 0.5 else block.gap


def apart_at(block: Block, starts: Callable[[str], bool]) -> list[Block]:
    """A block healed from lines that each begin anew ("Subject: … / Ward: …"), as a block to each of them."""
    cuts = [p.start for p in lines_of(block)[1:] if starts(p.text)]
    if not cuts or block.cell:
        return [block]
    out = []
    for start, end in pairwise([0, *cuts, len(block.text)]):
        words = block.text[start:end].rstrip()
        runs = tuple(cut_runs(block.runs, start, start + len(words), 0))
        part = replace(block, text=words, runs=runs, lines=())
        out.append(replace(part, marker="", marker_runs=(), gap=0.0) if start else part)
    return out


def columns_of(paper: Paper, piece: Piece) -> list[Piece]:
    """The cells of a line that the file set apart by wide spaces, tabs or bars."""
    try:
        begin, stop = piece.block.locate(piece.start, piece.end)
    except ValueError:
        return [piece]
    raw = paper.document.text[begin:stop]
    parts = [" ".join(p.split()) for p in WIDE.split(raw.strip())]
    parts = [p for p in parts if p]
    if len(parts) < 2:
        return [piece]
    out: list[Piece] = []
    at = piece.start
    for part in parts:
        found = piece.block.text.find(part, at, piece.end)
        if found < 0:
            return [piece]
        at = found + len(part)
        out.append(Piece(part, piece.block, found, at, piece.gap if not out else 0.0))
    return out


def text_of(pieces: Sequence[Piece]) -> str | None:
    """The words of several pieces, joined; None for none."""
    return " ".join(p.text for p in pieces) or None


def join(pieces: Sequence[Piece]) -> Block:
    """Several pieces as one block, so that words of their joined text can still be placed."""
    text = ""
    runs: list[Run] = []
    for piece in pieces:
        base = len(text) + 1 if text else 0
        text = f"{text} {piece.text}" if text else piece.text
        runs += cut_runs(piece.block.runs, piece.start, piece.end, base)
    first = pieces[0].block
    return replace(first, text=text, runs=tuple(runs), marker="", marker_runs=(), kind="paragraph", lines=())


def claim(paper: Paper, kind: str, pieces: Iterable[Piece]) -> None:
    """The blocks of these pieces belong to a leaf of this kind."""
    for piece in pieces:
        if not piece.furniture:
            paper.claim(kind, piece.block)


def goes_on(before: Piece, piece: Piece) -> bool:
    """Is this line, by its grammar, the rest of the line before it?"""
    if not any(c.isalnum() for c in before.text) or not any(c.isalnum() for c in piece.text):
        return False  # a dash that stands for nothing is a cell of its own
    return (
        (piece.text[:1].islower() and not re.match(r"[a-z]\)", piece.text))
        or piece.text[:1] in "(&–"
        or bool(GOES_ON.search(before.text))
    )


def add_passage(
    found: Minutes,
    item: str | None,
    label: str,
    block: Block,
    kind: str = "paragraph",
    lead: str = "",
    title: str = "",
    start: int = 0,
    end: int | None = None,
) -> None:
    """Give block.text[start:end] to the claim steps as a passage."""
    text = block.text[start:end]
    if text.strip():
        found.passages.append(Passage(item, label, text, kind, lead, title))
        found.places.append((block, start))
