"""Tables that are minutes: columns for number, item, discussion, decision and action, unfolded into reading order.

Word and web pages keep such tables as cells; read row by row they are minutes like any others. What the
columns are is told by their headings, in the words that councils use for them.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

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
    known = {table: columns for table, cells in tables.items() if (columns := _columns(cells))}
    return [_placed(b, known[b.cell[0]]) if b.cell and b.cell[0] in known else b for b in blocks] if known else list(blocks)


def _columns(cells: Sequence[Block]) -> dict[int, str]:
    """Column -> what it holds, where the first row says that this table is minutes."""
    first = min(b.cell[1] for b in cells if b.cell)
    columns: dict[int, str] = {}
    for b in cells:
        if b.cell and b.cell[1] == first and (role := column_of(b.text)):
            columns.setdefault(b.cell[2], role)
    roles = set(columns.values())
    told = [b for b in cells if b.cell and columns.get(b.cell[2]) in ("body", "title", "decision")]
    prose = sum(1 for b in told if len(b.text) > 60)
    if not (("title" in roles or "number" in roles) and ("body" in roles or "action" in roles or "decision" in roles)) or prose < 2:
        return {}
    if "body" not in roles and "title" in roles and any(len(b.text) > 140 for b in told):
        columns = {c: "body" if r == "title" else r for c, r in columns.items()}      # "Item | Action": the item is told at length
    titles = [b.text for b in cells if b.cell and b.cell[1] > first and columns.get(b.cell[2]) == "title"]
    if titles and all(re.fullmatch(r"[\d./()a-zA-Z-]{1,8}\.?", t) and any(c.isdigit() for c in t) for t in titles if t):
        columns = {c: "number" if r == "title" else r for c, r in columns.items()}
    return {**columns, -1: str(first)}


def _placed(block: Block, columns: dict[int, str]) -> Block:
    assert block.cell is not None
    _, row, column = block.cell
    role = columns.get(column, "body")
    if row == int(columns[-1]):
        return replace(block, kind="furniture", note="column-heads")
    kind = "list-item" if block.marker_runs else "paragraph"
    if role == "title":
        return replace(block, kind=kind, cell=None, role="item-title", gap=1.0)
    if role == "number":
        return replace(block, kind=kind, cell=None, role="item-number", gap=1.0)
    if role == "action":
        return replace(block, kind=kind, cell=None, role="action", bold=False)
    return replace(block, kind=kind, cell=None, role="decision" if role == "decision" else "", gap=1.0)
