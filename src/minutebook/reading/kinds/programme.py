"""Work programmes: for each meeting, what is planned; the rules that stand over it all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.dates import MONTH, find_dates, first_date
from minutebook.reading.grammar import FINITE, titleness
from minutebook.reading.kinds.front import read_top
from minutebook.reading.kinds.pieces import Piece, add_passage, claim, columns_of, goes_on, join, lines_of, pieces_of
from minutebook.reading.kinds.table import Row, read_table
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.papers import PROGRAMME_HEAD
from minutebook.record import ProgrammeMeeting

MONTH_YEAR = re.compile(
    rf"(?:(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\s*:?\s*)?(?:(?:early|mid|late|spring|summer|autumn|winter)\s+)?(?:{MONTH})(?:\s*(?:/|-|–|and)\s*{MONTH})?,?\s*(?:19|20)\d\d\b.{{0,40}}",
    re.IGNORECASE,
)
UNDATED = re.compile(
    r"(?:items? |topics? |matters? |subjects? |reviews? |issues? )?(?:(?:still |yet )?to be (?:timetabled|scheduled|programmed|allocated|fixed|confirmed|arranged|agreed|dated)|unscheduled|not yet (?:scheduled|programmed|timetabled)|"
    r"(?:waiting|awaiting) (?:for )?a date|(?:date )?tb[ca]|(?:items? |topics? )?(?:for future|future|pending|unallocated|without a date|standing|parked|reserve)\b.{0,40}|(?:task (?:and finish )?groups?|information (?:reports?|items)|briefings?|visits?)\b.{0,60})",
    re.IGNORECASE,
)
REVIEWS = re.compile(
    r"\b(?:reviewed|revis(?:ed|it)|subject to (?:review|change)|living document|looked at (?:afresh|again)|updated|may be (?:varied|amended|rescheduled|changed)|kept under review|under review|flexible)\b",
    re.IGNORECASE,
)
RULE_WORD = re.compile(
    r"\b(?:statutory|discretionary|must|may|required|each year|every year|annually|standing|plus|criteria|rules?|on a .{3,20} basis)\b",
    re.IGNORECASE,
)
REVISED = re.compile(
    r"(?:last )?(?:updated|revised|published|issued|version|as at|correct at|dated?)\b|.{0,40}\b(?:services|team|officer|scrutiny)\s+(?:"
    + MONTH
    + r")\s+(?:19|20)\d\d$",
    re.IGNORECASE,
)
COLUMN_WORDS = re.compile(
    r"(?:(?:(?:committee |panel )?(?:meeting|date|item|topic|subject|purpose|lead|officers?|witness(?:es)?|who|reason|title|report|author|notes?|business|of|and|key|focus|cabinet member|expected outcome)s?)[\s/|,&]*){3,}",
    re.IGNORECASE,
)


def read_programme(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """Meetings to come with their business, in order; standing rules; how the programme is reviewed."""
    pieces = pieces_of(paper, paper.blocks)
    table = read_table(paper, pieces)
    dated = (
        table
        and any(r.startswith(("date", "due", "decision")) for r in table.roles)
        and any("title" in r or r in ("action", "summary") for r in table.roles)
    )
    if table and dated and table.rows and _dated_rows(table.rows):
        inside = {p.block.number for p in (*table.header, *(q for r in table.rows for q in r.pieces))}
        top = [b for b in paper.body() if b.number < min(inside)]
        found, rules, review = _above(paper, top)
        claim(paper, "column-heads", table.header)
        meetings = _from_rows(paper, found, table.rows)
        for block in paper.body():
            if block.number not in inside and not paper.claimed(block):
                _loose(paper, found, block)
    else:
        body = paper.body()
        titled = next(
            (
                n
                for n, b in enumerate(body[:10])
                if PROGRAMME_HEAD.fullmatch(b.text.strip(" *")) and titleness(b.text) > -0.5
            ),
            0,
        )
        heads = [n for n in range(titled + 1, len(body)) if is_meeting_head(body, n)]
        first = heads[0] if heads else len(body)
        found, rules, review = _above(paper, body[:first], under=bool(heads))
        meetings = _from_heads(paper, found, body, heads)
    if not meetings:
        paper.doubt("no-meetings", "No meeting was recognised in this work programme.", level="error")
    return found, {"meetings": tuple(meetings), "standing_rules": tuple(rules), "review_rule": review}


# -- above the meetings ---------------------------------------------------------------------------


def _above(paper: Paper, top: Sequence[Block], *, under: bool = True) -> tuple[Minutes, list[str], str | None]:
    """Heading, standing rules and rule of review. `under` tells that meetings follow."""
    end = next(
        (
            n
            for n, b in enumerate(top)
            if n > 0
            and (
                (
                    titleness(b.text) < -0.4
                    and len(b.text) > 30
                    and (FINITE.search(b.text) or not PROGRAMME_HEAD.fullmatch(b.text))
                )
                or b.text.rstrip().endswith(":")
                or b.marker == "•"
            )
        ),
        min(len(top), 8),
    )
    heading = read_top(paper, [b for b in top[:end] if not REVISED.match(b.text)], title=PROGRAMME_HEAD)
    dated = [b for b in top[:end] if b.text and next(find_dates(b.text), None)]
    if all(REVISED.match(b.text) for b in dated):
        heading.date = None
    for block in top[:end]:
        paper.claim("heading", block)
    found = Minutes(heading, [])
    rules: list[str] = []
    review: str | None = None
    lead = ""
    before: Block | None = None
    for block in top[end:]:
        if paper.claimed(block):
            continue
        text = block.text
        if COLUMN_WORDS.fullmatch(text):
            paper.claim("column-heads", block)
        elif text.rstrip().endswith((":", ":-")):
            lead = text
            paper.claim("sub-heading", block)
        elif REVIEWS.search(text) and len(text) > 40 and review is None and not block.marker:
            review, lead = _rule(text), ""
            paper.claim("rule", block)
            add_passage(found, None, "", block)
        elif (
            before is not None
            and before.number in paper.leaf
            and rules
            and (goes_on(_piece(before), _piece(block)) and not block.marker)
        ):
            rules[-1] += " " + text
            paper.claim("rule", block)
        elif block.marker or lead:
            for line in _entries([block]):
                rules.append(line.text)
            paper.claim("rule", block)
            add_passage(found, None, "", block, "paragraph", lead)
        elif RULE_WORD.search(text) and FINITE.search(text) is None and len(text) > 60:
            rules.append(text)
            paper.claim("rule", block)
            add_passage(found, None, "", block)
        elif under or len(text) > 60:
            paper.claim("heading" if titleness(text) > 0 and len(text) < 120 else "rubric", block)
            add_passage(found, None, "", block)
        before = block
    if review is None:
        review = next((_rule(p.text) for p in found.passages if REVIEWS.search(p.text)), None)
    return found, rules, review


def _piece(block: Block) -> Piece:
    return Piece(block.text, block, 0, len(block.text), block.gap)


def _rule(text: str) -> str:
    """The sentences that tell how the programme is reviewed, from the first to the last of them."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip())
    told = [n for n, s in enumerate(sentences) if REVIEWS.search(s)]
    return " ".join(sentences[told[0] : told[-1] + 1]) if told else text.strip()


# -- meetings under heads -------------------------------------------------------------------------


def is_meeting_head(body: Sequence[Block], n: int) -> bool:
    """A short line with a date, or a month of a year, over lines that are no sentences."""
    block = body[n]
    text = block.text.strip(" *")
    if (
        block.kind == "cell"
        or (block.marker and block.marker_runs)
        or len(text) > 90
        or len(text.split()) > 14
        or REVISED.match(text)
    ):
        return False
    date = next(find_dates(text), None)
    if date is None and not MONTH_YEAR.fullmatch(text):
        return False
    if text[-1:] in ".;" or FINITE.search(re.sub(r"\bheld\b", "", text)):
        return False
    if (
        date is not None
        and date.start > 0
        and not re.search(
            r"meeting|committee|panel|[-–:]\s*$|\b(?:on|at)\s*$|\d\d\s*:?\s*$|day", text[: date.start], re.IGNORECASE
        )
    ):
        return False
    following = body[n + 1] if n + 1 < len(body) else None
    return (
        following is not None
        and following.gap <= 2
        and (bool(following.marker) or titleness(following.text.split(".")[0]) > -1.5 or len(following.text) < 160)
    )


def _from_heads(paper: Paper, found: Minutes, body: Sequence[Block], heads: Sequence[int]) -> list[ProgrammeMeeting]:
    meetings: list[ProgrammeMeeting] = []
    for k, n in enumerate(heads):
        end = heads[k + 1] if k + 1 < len(heads) else len(body)
        own = list(body[n + 1 : end])
        stop = next((j for j, b in enumerate(own) if _ends(b, own[j - 1] if j else None)), len(own))
        head = body[n]
        paper.claim("meeting-heading", head)
        entries = []
        listed = _entries(own[:stop])
        columns = [c.strip() for c in listed[0].text.split(" / ")] if listed and COLUMN_WORDS.fullmatch(listed[0].text) else []
        for piece in listed[1:] if len(columns) > 1 else listed:
            if len(columns) > 1:
                entries.append(_named_cells(columns, piece.text))
                add_passage(found, None, "", join([piece]), "cell")
                continue
            cells = columns_of(paper, piece)
            entries.append(_cells(cells))
            add_passage(found, None, "", join([piece]), "cell")
        for block in own[:stop]:
            paper.claim("entry", block)
        meetings.append(
            ProgrammeMeeting(
                head.text.strip(), first_date(head.text), tuple(entries), paper.span_of([head, *own[:stop]])
            )
        )
        for block in own[stop:]:
            _loose(paper, found, block)
    return meetings


def _ends(block: Block, before: Block | None) -> bool:
    text = block.text
    return bool(
        UNDATED.match(text)
        or REVISED.match(text)
        or (before is not None and block.gap >= 1 and not block.marker and (titleness(text) < -1 or before.marker))
    )


def _entries(blocks: Sequence[Block]) -> list[Piece]:
    """Business, one entry to a line or bullet; a line that goes on from the one before is joined to it."""
    out: list[Piece] = []
    groups: list[list[Piece]] = []
    bulleted = any(b.marker for b in blocks)
    for block in blocks:
        if bulleted:
            piece = Piece(block.text, block, 0, len(block.text), block.gap)
            if groups and not block.marker and block.kind != "heading":
                groups[-1].append(piece)
            else:
                groups.append([piece])
            continue
        for line in lines_of(block):
            if groups and (goes_on(groups[-1][-1], line) or line.text[:1].islower()):
                groups[-1].append(line)
            else:
                groups.append([line])
    for group in groups:
        if len(group) == 1:
            out.append(group[0])
        else:
            whole = join(group)
            out.append(Piece(whole.text, whole, 0, len(whole.text), group[0].gap))
    return out


def _named_cells(columns: Sequence[str], text: str) -> dict[str, Any]:
    """ "Fees / Mr A Surname / scrutiny" under "Item / Lead / Purpose"."""
    cells = text.split(" / ", len(columns) - 1)
    names = [
        "lead" if re.match(r"lead|officer|who|author|witness|cabinet", c, re.IGNORECASE) else "purpose" if n else "title"
        for n, c in enumerate(columns)
    ]
    return dict(zip(names, cells, strict=False))


def _cells(cells: Sequence[Piece]) -> dict[str, Any]:
    names = ["title", "purpose", "lead"] if len(cells) <= 3 else ["title", "purpose", "notes", "lead"]
    return dict(zip(names, (c.text for c in cells), strict=False))


def _loose(paper: Paper, found: Minutes, block: Block) -> None:
    """What stands beside the meetings: items without a date, the day of revision, remarks."""
    if REVISED.match(block.text):
        paper.claim("heading", block)
        return
    paper.claim(
        "section-heading"
        if UNDATED.match(block.text) and len(block.text) < 60
        else "entry"
        if len(block.text) < 160
        else "rubric",
        block,
    )
    add_passage(found, None, "", block, "cell")


# -- meetings in a table --------------------------------------------------------------------------


def _when(row: Row) -> str | None:
    role = next((r for r in row.cells if r.startswith(("date", "due", "decision"))), None)
    return row.text(role) if role else None


def _dated_rows(rows: Sequence[Row]) -> bool:
    return sum(1 for r in rows if (w := _when(r)) and (first_date(w) or MONTH_YEAR.match(w))) >= 1


def _from_rows(paper: Paper, found: Minutes, rows: Sequence[Row]) -> list[ProgrammeMeeting]:
    """Rows of one date are one meeting; a row without a date goes on with the one before."""
    groups: list[tuple[str, list[Row]]] = []
    for row in rows:
        when = _when(row)
        if (when is None and groups) or (groups and when == groups[-1][0]):
            groups[-1][1].append(row)
        else:
            groups.append((when or "", [row]))
    out = []
    for when, own in groups:
        entries: list[dict[str, Any]] = []
        for row in own:
            titles = [r for r in row.cells if re.match(r"title|action|ref\+title|title\+", r)] or [
                r for r in row.cells if r.startswith("summary")
            ]
            if not titles:
                continue
            rest = {
                (
                    "purpose"
                    if r.startswith("summary")
                    else "lead"
                    if r.startswith("person")
                    else re.sub(r"\d+$", "", r)
                ): row.text(r)
                for r in row.cells
                if r != titles[0] and not r.startswith(("date", "due", "decision"))
            }
            for piece in row.cells[titles[0]] if len(row.cells[titles[0]]) > 1 and not rest else [None]:
                entries.append({"title": piece.text if piece else row.text(titles[0]), **rest})
            for role, cell in row.cells.items():
                if not role.startswith(("date", "due", "decision", "person")):
                    add_passage(found, None, "", join(cell), "cell", lead=row.text(titles[0]) or "")
        for row in own:
            claim(paper, "cell", row.pieces)
        out.append(
            ProgrammeMeeting(
                when, first_date(when), tuple(entries), paper.span_of([p.block for r in own for p in r.pieces])
            )
        )
    return out
