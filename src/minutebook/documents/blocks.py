"""What stage 1 makes of a file: a Document of lines, and of blocks once lines are healed.

A way in (pdf, docx, html, xml, text) makes one archived text and the **lines** on it, with the
evidence that the file shows for each (page, indent, bold, what its mark-up says). `tidy` then
declares furniture, heals broken lines and gives **blocks**: headings, paragraphs, list items, cells.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from minutebook.problems import Problem
from minutebook.provenance import Source, Span

Run = tuple[int, int, int, int]
"""(start, end) in the line's or block's own text, then (start, end) in the archived text.

Where both lengths are equal, characters correspond one to one; otherwise (an entity, a ligature)
the whole run stands for the whole archived range. Characters of the text that lie in no run are
spaces put in when lines were healed.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the file shows it, with the evidence of its layout or mark-up.

    `text` has single spaces and no line breaks; `runs` place it in the archived text.
    """

    text: str
    runs: tuple[Run, ...]
    page: int = 1
    indent: float = 0.0       # from the left edge of the text: columns (plain text) or points (PDF)
    right: float = 0.0        # right end of the line, same unit; 0 where unknown
    gap: float = 0.0          # empty lines above (text), or white above in line heights (PDF)
    size: float = 0.0         # type size in points; 0 where unknown
    bold: bool = False
    italic: bool = False
    whole: bool = False       # the file's own mark-up says this is a complete paragraph: never join
    role: str = ""            # what mark-up says it is, see ROLES; "" where the file does not say
    level: int = 0            # heading level 1-6, or depth of a list item from 1
    marker: str = ""          # list mark supplied by mark-up or numbering, not printed in `text`
    cell: tuple[int, int, int] | None = None   # table, row, column (from 0)
    link: str = ""            # address that the line links to
    top: float = 0.0          # distance from the top of the page, as a share of its height (PDF)
    confidence: float = 1.0   # below 1 where OCR read it


ROLES = frozenset(
    {
        "heading", "list-item", "cell", "furniture",
        # roles of committee-system pages
        "item-number", "item-title", "sub-title", "label", "value", "document", "cut", "vote-table",
        # roles of web-service records: a field name and its value
        "field",
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table cell or piece of furniture: healed text, placed.

    `text` holds the words with white space collapsed and broken lines healed, without the printed
    list mark, which stands in `marker` ("1.", "(a)", "•"). A hyphen at a line end stays, and what it joins follows it.
    """

    kind: str                 # heading | paragraph | list-item | cell | furniture
    text: str
    runs: tuple[Run, ...]
    number: int = 0           # place among the document's blocks
    page: int = 1
    marker: str = ""
    marker_runs: tuple[Run, ...] = ()
    indent: float = 0.0
    gap: float = 0.0
    size: float = 0.0
    bold: bool = False
    whole: bool = False
    role: str = ""
    level: int = 0
    cell: tuple[int, int, int] | None = None
    link: str = ""
    lines: tuple[Line, ...] = field(default=(), repr=False)
    note: str = ""            # what tidy doubted, e.g. "joined over a page break"

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Archive offsets of this block's text[start:end]. Raises ValueError for an empty range."""
        return locate(self.runs, start, end, len(self.text))

    @property
    def extent(self) -> tuple[int, int]:
        """Archive offsets of the whole block, its mark included."""
        runs = self.marker_runs + self.runs
        return (min(r[2] for r in runs), max(r[3] for r in runs)) if runs else (0, 0)


def locate(runs: Sequence[Run], start: int, end: int, length: int) -> tuple[int, int]:
    """Archive offsets of text[start:end], given the runs that place the text."""
    if not 0 <= start < end <= length or not runs:
        raise ValueError(f"no passage at {start}-{end}")
    first = runs[max(0, bisect_right(runs, start, key=lambda r: r[0]) - 1)]
    if start >= first[1]:  # a healed space: begin with the run that follows
        first = next((r for r in runs if r[0] >= start), first)
    last = runs[max(0, bisect_right(runs, end - 1, key=lambda r: r[0]) - 1)]
    return _archived(first, max(start, first[0])), _archived(last, min(end, last[1]) - 1, after=True)


def _archived(run: Run, at: int, *, after: bool = False) -> int:
    own, own_end, begin, stop = run
    if own_end - own == stop - begin:
        return begin + (at - own) + after
    return stop if after else begin


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the file as received. Sizes in points; `printed` is the page number it shows."""

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    ocr: bool = False
    confidence: float = 1.0
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as stage 1 gives it: archived text, pages, lines, and what could not be settled.

    `markup` is true where the archived text is the source's own mark-up (HTML, XML): tags between
    the lines are then furniture. `boxes` computes, when asked, the boxes of a span on its page.
    """

    source: Source
    text: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...] = ()
    markup: bool = False
    shape: str = ""           # what kind of mark-up: "moderngov-meeting", "moderngov-xml", "cmis", ""
    problems: tuple[Problem, ...] = ()
    boxes: Callable[[Span], list[tuple[int, float, float, float, float]]] | None = None
