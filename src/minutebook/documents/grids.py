"""Tables that are minutes: columns for number, item, discussion, decision and action, unfolded into reading order.

Word and web pages keep such tables as cells; read row by row they are minutes like any others. What the
columns are is told by their headings, in the words that councils use for them.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.documents.blocks import Block

# What each column holds, by its heading.
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in (
    ("number", r"(?:(?:item|minute|agenda|agenda item|min\.?)\s*)?(?:no\.?|number|ref\.?|#)|rhif"),
    ("title", r"(?:agenda )?(?:items?|topic|subject|heading|matter|title)(?: (?:of business|discussed|title|and \w+))?|business|eitem"),
    ("action", r"actions?(?: (?:by|points?|required|agreed|owner|for))?(?: (?:whom|who|and \w+))?|(?:by )?who(?:m)?|owner|lead(?: officer)?|responsib\w+|gweithred\w*"),
    ("body", r"(?:(?:summary|record|note|notes|detail|details|points?|key points) (?:of |raised in )?)?(?:the )?(?:discussions?|minutes?|notes?|points? raised|comments?|details?|"
             r"summary|proceedings|key points|record|narrative|description|trafodaeth)(?: (?:and|/|&) (?:decisions?|outcomes?|actions?|agreed \w+))?"),
    ("decision", r"(?:decisions?|outcomes?|resolutions?|resolved|recommendations?|penderfyniad)(?: (?:made|taken|reached))?"),
))

UNFOLDED = "unfolded from a table"
NUMBER = re.compile(r"(?=.*\d)[\d./()a-zA-Z-]{1,8}\.?")


def column_of(heading: str) -> str:
    """What a column with this heading holds: number, title, body, decision, action; "" where that is not known."""
    text = heading.strip(" :.*")
    return next((role for role, pattern in COLUMNS if pattern.fullmatch(text)), "")


def unfold(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the cells of such tables as heads, paragraphs and actions. Other tables stay tables."""
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell:
            tables[block.cell[0]].append(block)
    known = {table: grid for table, cells in tables.items() if (grid := _grid(cells))}
    if not known:
        return list(blocks)
    titled: set[tuple[int, int]] = set()        # rows whose title has been met
    out = []
    for block in blocks:
        grid = known.get(block.cell[0]) if block.cell else None
        out.append(_placed(block, grid, titled) if grid else block)
    return out


@dataclass(frozen=True)
class _Grid:
    """Column -> what it holds; the row of the headings (-1 where there are none); the rows that bear a number."""

    columns: dict[int, str]
    head: int
    numbered: frozenset[int]


def _grid(cells: Sequence[Block]) -> _Grid | None:
    """What the columns of a table hold, where its headings or its numbers say that it is minutes."""
    first = min(b.cell[1] for b in cells if b.cell)
    columns: dict[int, str] = {}
    for b in cells:
        if b.cell and b.cell[1] == first and (role := column_of(b.text)):
            columns.setdefault(b.cell[2], role)
    roles = set(columns.values())
    headed = ("title" in roles or "number" in roles) and ("body" in roles or "action" in roles or "decision" in roles)
    if not headed:
        first, columns = -1, _by_numbers(cells)
    if not columns:
        return None
    told = [b for b in cells if b.cell and columns.get(b.cell[2], "").rstrip("+") in ("body", "title", "decision")]
    if sum(1 for b in told if len(b.text) > 60) < 2:
        return None
    titles = [b for b in told if b.cell and b.cell[1] > first and columns.get(b.cell[2]) == "title"]
    if titles and all(NUMBER.fullmatch(b.text) for b in titles if b.text):
        columns = {c: "number" if r == "title" else r for c, r in columns.items()}
    elif "body" not in columns.values() and len({b.cell[1] for b in titles if b.cell}) < len(titles):
        columns = {c: "title+" if r == "title" else r for c, r in columns.items()}      # "Item | Action": the item is told below its title
    numbered = frozenset(b.cell[1] for b in cells if b.cell and columns.get(b.cell[2]) == "number" and b.text)
    return _Grid(columns, first, numbered)


def _by_numbers(cells: Sequence[Block]) -> dict[int, str]:
    """No headings: a first column of numbers that run on beside a second of titles and paragraphs."""
    numbers = [b.text for b in cells if b.cell and b.cell[2] == 0 and b.text]
    values = [int(re.findall(r"\d+", t)[0]) for t in numbers if NUMBER.fullmatch(t)]
    wide = {b.cell[2] for b in cells if b.cell}
    runs_on = len(values) >= 3 and len(values) == len(numbers) and all(0 < b - a <= 2 for a, b in pairwise(values))
    return {0: "number", 1: "title+"} if runs_on and wide == {0, 1} else {}


def _placed(block: Block, grid: _Grid, titled: set[tuple[int, int]]) -> Block:
    assert block.cell is not None
    table, row, column = block.cell
    role = grid.columns.get(column, "body")
    if row == grid.head:
        return replace(block, kind="furniture", note="column-heads")
    kind = "list-item" if block.marker_runs else "paragraph"
    if role == "title+":
        fresh = (table, row) not in titled
        named = row in grid.numbered if grid.numbered else block.bold or bool(block.marker_runs)
        titled.add((table, row))
        role = "title" if fresh and named else "body"
    if role == "title":
        return replace(block, kind=kind, cell=None, note=UNFOLDED, role="item-title", gap=1.0)
    if role == "number":
        return replace(block, kind=kind, cell=None, note=UNFOLDED, role="item-number", gap=1.0)
    if role == "action":
        return replace(block, kind=kind, cell=None, note=UNFOLDED, role="action", bold=False)
    return replace(block, kind=kind, cell=None, note=UNFOLDED, role="decision" if role == "decision" else "", gap=1.0)
