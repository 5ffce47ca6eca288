"""Notices of key decisions: who sits in the cabinet, and each matter to be decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from minutebook.reading.dates import find_dates
from minutebook.reading.grammar import titleness
from minutebook.reading.kinds.front import read_top
from minutebook.reading.kinds.pieces import Piece, add_passage, claim, goes_on, join, pieces_of
from minutebook.reading.kinds.table import DATEISH, NOTHING, TAKER, Row, Table, read_table
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.papers import NOTICE_HEAD
from minutebook.reading.people import read_person
from minutebook.record import Entry

MEMBERS = re.compile(r",\s+(?=(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\b)|;\s*|\s+and\s+(?=(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\b)")
DATED = re.compile(r"\b(?:published|issued|publication|dated?|as at|updated?)\b", re.IGNORECASE)
CABINET = re.compile(
    r"(?:the )?(?:members of (?:the )?)?(?:cabinet|executive)(?: members(?:hip)?)?(?: (?:is|are|comprises))?(?: of the (?:cabinet|executive))?\s*(?::|$)\s*",
    re.IGNORECASE,
)
REF_OPENS = re.compile(r"(?P<ref>(?:[A-Z]{1,6}[ ./-]?)\d{1,4}(?:[./-]\d{1,4})*)\s*[-–:]?\s+(?=\S)")


def read_notice(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """The matters that will be decided, by whom, when, after what consultation, and whether in public."""
    pieces = pieces_of(paper, paper.blocks)
    table = read_table(paper, pieces)
    blocks = [b for b in paper.body() if not paper.claimed(b)]
    inside = {p.block.number for p in (*table.header, *(q for r in table.rows for q in r.pieces))} if table else set()
    first = min(inside, default=1 << 60)
    top = [b for b in blocks if b.number < first][: None if table else 6]
    head_end = next(
        (
            n
            for n, b in enumerate(top)
            if n > 0 and ((titleness(b.text) < -1 and len(b.text) > 60) or CABINET.match(b.text))
        ),
        min(len(top), 8),
    )
    heading = read_top(paper, top[:head_end], title=NOTICE_HEAD)
    published = next(
        (d.iso for b in top for d in find_dates(b.text) if d.iso and DATED.search(b.text[: d.start])), None
    )
    periods = [b for b in top if len(list(find_dates(b.text))) > 1]
    heading.date = published or (None if periods else heading.date)
    if heading.body and re.search(r"\bdecisions?\b|\bnotice\b", heading.body, re.IGNORECASE):
        heading.body = None
    found = Minutes(heading, [])
    for block in top[:head_end]:
        if len(block.text) > 60:
            add_passage(found, None, "", block)
    start = next((n for n, p in enumerate(pieces) if table and p == table.header[0]), len(pieces))
    cabinet = _cabinet(paper, [p for p in pieces[:start] if not p.furniture])
    for block in top[head_end:]:
        if not paper.claimed(block):
            paper.claim("rubric", block)
            add_passage(found, None, "", block)
    entries: list[Entry] = []
    if table:
        claim(paper, "column-heads", table.header)
        for row in table.rows:
            if any(c.isalnum() for p in row.pieces for c in p.text):
                entries.append(_entry(paper, found, row, asks_exempt=_asks_exempt(table)))
            claim(paper, "cell", row.pieces)
        claim(paper, "rubric", table.rest)
    for block in blocks:
        if (
            table
            and block.number > first
            and not paper.claimed(block)
            and block.number not in inside
            and len(block.text) > 40
        ):
            paper.claim("rubric", block)
    if not entries:
        nothing = any(re.search(r"\bno (?:key )?decisions\b", b.text, re.IGNORECASE) for b in blocks)
        paper.doubt(
            "no-entries",
            "This notice says that there are no decisions to list."
            if nothing
            else "No matter to be decided was recognised in this notice.",
            level="note" if nothing else "error",
        )
    return found, {
        "cabinet": tuple(cabinet),
        "columns": tuple(table.columns if table else ()),
        "entries": tuple(entries),
    }


def _cabinet(paper: Paper, pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    """Members of the executive with their portfolios, after a line that names it."""
    out: list[dict[str, Any]] = []
    inside = False
    for n, piece in enumerate(pieces):
        m = CABINET.match(piece.text)
        if m and (":" in m[0] or m.end() == len(piece.text)):
            inside = True
            paper.claim("cabinet", piece.block)
            rest = piece.text[m.end() :]
            if rest:  # the members run on in one sentence
                for following in pieces[n + 1 :]:
                    if following.block.number != piece.block.number:
                        break
                    rest += " " + following.text
                out += [p for part in MEMBERS.split(rest) if (p := _minister(part))]
                inside = False
            continue
        person = _minister(piece.text) if inside else None
        if person:
            out.append(person)
            paper.claim("cabinet", piece.block)
        elif inside and out and not piece.gap and piece.text[:1].islower():
            out[-1]["portfolio"] = f"{out[-1]['portfolio'] or ''} {piece.text}".strip()
        else:
            inside = False
    return out


def _minister(text: str) -> dict[str, Any] | None:
    person = read_person(text)
    if person is None or not (person.honorific or re.search(r"[-–:(]", text)):
        return None
    portfolio = re.sub(
        r"^[\s,–:(-]*(?:portfolio(?: holder)?(?: for)?\s*[:–-]?\s*)?", "", text[person.end :], flags=re.IGNORECASE
    ).strip(" .)")
    return {
        "name": person.name,
        "honorific": person.honorific,
        "postnominals": person.postnominals,
        "portfolio": portfolio or None,
    }


def _asks_exempt(table: Table) -> bool:
    """Does the column ask whether the report is exempt ("Exempt?"), so that "No" means open?"""
    return any(
        role == "access" and re.match(r"(?:is (?:it|the report) )?(?:exempt|confidential|private|restricted)\b", c, re.IGNORECASE)
        for role, c in zip(table.roles, table.columns, strict=False)
    )


def _entry(paper: Paper, found: Minutes, row: Row, *, asks_exempt: bool = False) -> Entry:
    title, summary, ref = row.text("title"), row.text("summary"), row.text("ref")
    if title is None:
        title, summary = (summary, None) if summary else (row.text("decision") or row.text("ref") or "", None)
    if ref is None and title and (m := REF_OPENS.match(title)):
        ref, title = m["ref"], title[m.end() :]
    if title and title.endswith(".") and not title.endswith("etc."):
        title = title[:-1]
    contact = [p for role, own in row.cells.items() if role.startswith("person") for p in own]
    access = row.text("access")
    how, reason = _access(access)
    if asks_exempt and how and how.lower() in ("no", "yes"):
        how = "Open" if how.lower() == "no" else "Exempt"
    if access and reason:
        add_passage(found, None, "", join(row.cells["access"]), "cell", lead=title or "")
    consultees = row.text("consultees")
    entry = Entry(
        title or "",
        summary,
        tuple(
            _decisions(
                [p for role, own in row.cells.items() if role.startswith(("decision", "date", "due")) for p in own]
            )
        ),
        consultees,
        " ".join(p.text for p in contact) or None,
        how,
        reason,
        paper.span_of([p.block for p in row.pieces]),
    )
    return entry


def _decisions(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    """Who decides and when: "Cabinet / 8 March", "26 February – Council"; several stages are several decisions."""
    lines: list[str] = []
    for piece in pieces:
        for part in re.split(r"\s*;\s*", piece.text):
            if (
                lines
                and re.search(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+$", lines[-1])
                and re.match(r"(?:19|20)\d\d\b", part)
            ):
                lines[-1] += " " + part  # a date broken over two lines of its column
            elif lines and (
                goes_on(Piece(lines[-1], piece.block, 0, 0), Piece(part, piece.block, 0, 0))
                and not part.lower().startswith("then")
                and not DATEISH.match(part)
            ):
                lines[-1] += " " + part
            elif part:
                lines.append(part)
    out: list[dict[str, Any]] = []
    taker: str | None = None
    waiting: dict[str, Any] | None = None
    for line in lines:
        dates = [d for d in find_dates(line) if d.iso]
        if not dates and not DATEISH.match(line):
            taker = re.sub(r"^(?:then|and)\s+", "", line).strip(" ,-–")
            if waiting is not None and waiting["taker"] is None:
                waiting["taker"], taker = taker, None
            waiting = None
            continue
        at = dates[0].start if dates else 0
        end = dates[0].end if dates else (DATEISH.match(line).end() if DATEISH.match(line) else len(line))  # type: ignore[union-attr]
        loose = re.match(r".*\b(?:not before|before|after|by|from|between)\s*$", line[:at], re.IGNORECASE)
        before = "" if loose else re.sub(r"^(?:then|and)\s+", "", line[:at]).strip(" ,-–:(")
        after = re.sub(r"\([^)]*\)", "", line[end:]).strip(" ,-–:")
        who = before if TAKER.match(before) else after if TAKER.match(after) else taker
        waiting = {
            "taker": who or None,
            "date": dates[0].iso if dates and not loose else None,
            "as_printed": line if loose or not dates else line[at:end],
        }
        out.append(waiting)
        taker = None
    if not out and taker:
        out.append({"taker": taker, "date": None, "as_printed": None})
    return out


def _access(text: str | None) -> tuple[str | None, str | None]:
    """Open or closed, and the ground where it is closed."""
    if not text:
        return None, None
    m = re.match(
        r"(?P<how>(?:part(?:ly)?|fully|wholly)?[ -]?\w+(?: in part| part)?)\s*(?:[-–:;,.(]\s*|\s+(?=paragraph|by virtue|under|if\b|because|as\b|exempt))(?P<why>\S.*)",
        text,
        re.IGNORECASE,
    )
    if m and not NOTHING.fullmatch(m["how"]):
        why = m["why"].strip()
        return m["how"].strip(), why[:-1] if why.endswith(")") and why.count(")") > why.count("(") else why
    return text.strip(), None
