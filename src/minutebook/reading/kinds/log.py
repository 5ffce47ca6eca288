"""Action logs, trackers, and responses to recommendations: each row is an action with its owner and state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.kinds.front import read_top
from minutebook.reading.kinds.pieces import add_passage, claim, join, pieces_of
from minutebook.reading.kinds.table import NOTHING, RESPONSE, STATUS, Row, Table, read_table
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.papers import LOG_HEAD
from minutebook.record import Action, Entry

KEY = re.compile(r"(?:key|note|notes|abbreviations|legend)\s*:", re.IGNORECASE)
RESPONDS = re.compile(
    r".*\b(?:response|reply|government response|progress)\b.*\brecommendations?\b.*|.*\brecommendations?\b.*\b(?:response|reply|monitor\w*)\b.*",
    re.IGNORECASE,
)
MINUTE = re.compile(r"(?:minute|min\.?|item)?\s*(?:no\.?\s*)?(?P<item>\d{1,4}(?:/\d{2,4})?[a-z]?)\s*$", re.IGNORECASE)


def read_log(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """An action log: what was asked for, of whom, by when, and how it stands."""
    found, table = _front(paper, LOG_HEAD)
    actions: list[Action] = []
    for row in table.rows if table else ():
        actions += [a for a in [_action(paper, found, row)] if a]
        claim(paper, "cell", row.pieces)
    if not actions:
        paper.doubt("no-actions", "No row of this log was recognised as an action.", level="error")
    return found, {"actions": tuple(actions), "columns": tuple(table.columns if table else ())}


def read_response(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """A response to recommendations: for each, the answer, and what will be done by whom."""
    found, table = _front(paper, RESPONDS)
    actions: list[Action] = []
    entries: list[Entry] = []
    for row in table.rows if table else ():
        title = row.text("recommendation") or row.text("title")
        if title is None:
            claim(paper, "cell", row.pieces)
            continue
        ref = _ref(row)
        entries.append(
            Entry(title, where=paper.span_of([p.block for p in row.cells.get("recommendation") or row.cells["title"]]))
        )
        answer = row.text("response") or ""
        m = RESPONSE.match(answer)
        text = (
            row.text("action")
            or row.text("status")
            or row.text("summary")
            or (answer[m.end() :].strip(" .:–-") if m else answer)
            or None
        )
        for role in ("response", "action", "status", "summary"):
            if role in row.cells and len(row.text(role) or "") > 20:
                add_passage(found, None, ref or "", join(row.cells[role]), "cell", lead=title)
        refused = m and re.match(r"reject|not |declin", m[0], re.IGNORECASE)
        if text and not NOTHING.fullmatch(text) and not refused:  # nothing will be done on what was rejected
            actions.append(
                Action(
                    None,
                    text,
                    _said(row.text("person")),
                    _said(row.text("due")),
                    ref,
                    m[0] if m else answer or None,
                    paper.span_of([p.block for p in row.pieces]),
                )
            )
        claim(paper, "cell", row.pieces)
    if not entries:
        paper.doubt("no-actions", "No recommendation was recognised in this table.", level="error")
    return found, {
        "entries": tuple(entries),
        "actions": tuple(actions),
        "columns": tuple(table.columns if table else ()),
    }


def _front(paper: Paper, title: re.Pattern[str]) -> tuple[Minutes, Table | None]:
    pieces = pieces_of(paper, paper.blocks)
    table = read_table(paper, pieces)
    blocks = [b for b in paper.body() if not paper.claimed(b)]
    inside = {p.block.number for p in (*table.header, *(q for r in table.rows for q in r.pieces))} if table else set()
    first = min(inside, default=1 << 60)
    zone = [b for b in blocks if b.number < first][: 14 if table else 4]
    found = Minutes(read_top(paper, zone, title=title), [])
    if found.heading.authority is None:
        found.heading.authority = _host(zone)
    if table:
        claim(paper, "column-heads", table.header)
        claim(paper, "rubric", table.rest)
    for block in zone:
        if len(block.text) > 60:
            add_passage(found, None, "", block)
    for block in blocks:
        if (
            table
            and block.number not in inside
            and not paper.claimed(block)
            and (block.number < first or KEY.match(block.text) or len(block.text) > 60)
        ):
            paper.claim("rubric", block)
    return found, table


def _host(zone: Sequence[Block]) -> str | None:
    """ "X Council – host authority" says whose paper it is."""
    m = next(
        (
            m
            for b in zone
            if (
                m := re.match(
                    r"(?P<name>[A-Z][\w'’ &-]+?)\s*[-–(,:]\s*(?:host|lead|administering) authority",
                    b.text,
                    re.IGNORECASE,
                )
            )
        ),
        None,
    )
    return m["name"] if m else None


def _action(paper: Paper, found: Minutes, row: Row) -> Action | None:
    text = row.text("action") or row.text("recommendation") or row.text("title") or row.text("summary")
    if not text:
        return None
    remarks = row.text("status") or row.text("response") or ""
    m = STATUS.match(remarks)
    if remarks:
        role = "status" if row.text("status") else "response"
        block = join(row.cells[role])
        rest = re.match(r"[\s.,;:–—-]*", block.text[m.end() :]) if m and m.end() < len(block.text) else None
        start = m.end() + rest.end() if m and rest and _apart(block.text[m.end() :]) else 0
        add_passage(found, None, "", block, "cell", lead=text, start=start)
    for role in [r for r in row.cells if r.startswith("status") and r != "status"]:
        add_passage(found, None, "", join(row.cells[role]), "cell", lead=text)
    minutes = [MINUTE.search(_after_date(row.text(role) or "")) for role in row.cells if role.startswith("date")]
    item = next((told["item"] for told in minutes if told), None)
    if item is None and row.text("action") and (told := MINUTE.fullmatch(row.text("title") or "")):
        item = told["item"]  # a column that says at which item it was asked for
    return Action(
        item,
        text,
        _said(row.text("person")),
        _said(row.text("due")),
        _ref(row),
        m[0] if m else None,
        paper.span_of([p.block for p in row.pieces]),
    )


def _apart(rest: str) -> bool:
    """Does the status word stand by itself, remarks following?"""
    return bool(re.match(r"\s*[.,;:–—-]\s*|\s+(?=[A-Z(])", rest))


def _after_date(text: str) -> str:
    """What follows the date of the meeting: the minute."""
    m = re.search(r"(?:19|20)\d\d\b[\s,;:–-]+", text)
    return text[m.end() :] if m else ""


def _ref(row: Row) -> str | None:
    ref = row.text("ref")
    return ref.strip(".) ") if ref else None


def _said(text: str | None) -> str | None:
    return (
        None
        if text is None
        or NOTHING.fullmatch(text)
        or re.fullmatch(r"to be (?:confirmed|agreed)|tbc|tba", text, re.IGNORECASE)
        else text
    )


COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("due", r"(?:by when|when|due|deadline|target|timescale|time ?frame|completion|date due|due date|date)\b.*"),
        ("owner", r"(?:by whom|who|owner|lead\b.*|responsib\w+.*|person|officer|assigned.*|action (?:by|for|owner).*)$"),
        ("action", r"(?:(?:agreed |required )?actions?(?: (?:required|agreed|point|to be taken))?|task|what)$"),
        ("item", r"(?:minute|item|ref\w*|no|number|agenda item|minute (?:no|number|ref\w*))\.?$"),
    )
)


def action_rows(paper: Paper, numbers: Sequence[str | None]) -> list[Action]:
    """The rows of a table of actions at the end of minutes; `numbers` are those of the items of business."""
    tables: dict[int, dict[int, dict[int, list[Block]]]] = {}
    for block in paper.blocks:
        if block.cell:
            t, r, c = block.cell
            tables.setdefault(t, {}).setdefault(r, {}).setdefault(c, []).append(block)
    out: list[Action] = []
    for rows in tables.values():
        heads: dict[str, int] = {}
        for own in rows.values():
            texts = {c: _cell(cell) for c, cell in own.items()}
            named = {n: c for c, t in reversed(texts.items()) for n in [_column(t)] if n}
            if not heads:
                heads = named if "action" in named and ("owner" in named or "due" in named) else {}
                continue
            text = texts.get(heads["action"])
            if not text or "action" in named and len(named) > 1:
                continue
            told = {n: _said(texts.get(c) or None) for n, c in heads.items()}
            out.append(
                Action(
                    _item_of(told.get("item"), numbers),
                    text,
                    told.get("owner"),
                    told.get("due"),
                    told.get("item"),
                    where=paper.span_of([b for cell in own.values() for b in cell]),
                )
            )
            paper.claim("action", *[b for cell in own.values() for b in cell])
    return out


def _column(text: str) -> str | None:
    return next((name for name, pattern in COLUMNS if pattern.fullmatch(text.strip(" :"))), None)


def _cell(blocks: Sequence[Block]) -> str:
    return " ".join(f"{b.marker} {b.text}".strip() if b.marker_runs else b.text for b in blocks).strip()


def _item_of(ref: str | None, numbers: Sequence[str | None]) -> str | None:
    """The item that "2.2" or "3 (b)" belongs to."""
    if ref is None:
        return None
    known = {n for n in numbers if n}
    return next((r for r in (ref, re.split(r"[.( ]", ref.strip())[0]) if r in known), ref if "/" in ref else None)
