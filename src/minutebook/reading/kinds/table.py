"""Tables of notices, logs and programmes: real cells, wide columns, or cells flattened to lines.

What a column holds is told by its heading; in which column a flattened line stands is told by what
the line looks like (a code, a date, a person, a status word) and by the order of the columns. The
most likely way to lay all the lines out in rows is chosen as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from minutebook.reading.dates import MONTH, find_dates
from minutebook.reading.grammar import is_caps, titleness
from minutebook.reading.kinds.pieces import Piece, columns_of, goes_on, join, text_of
from minutebook.reading.paper import Paper
from minutebook.reading.people import read_person

# What a column heading says its column holds, most telling first.
HEADINGS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), roles)
    for pattern, roles in (
        (r"(?:ref\w*|number|no)\b\.?.{0,12}\b(?:title|subject|decision|issue|item|matter)\b", ("ref", "title")),
        (
            r"(?:title|subject|decision|matter|issue|item|report)\b.{0,40}\b(?:summary|description|details|purpose)\b.*",
            ("title", "summary"),
        ),
        (
            r"(?:(?:action |item |minute |decision |log |key decision |recommendation )?(?:ref(?:erence)?|no|number|id|#)\.?(?: ?(?:no|number)\.?)?|#)$",
            ("ref",),
        ),
        (
            r".*\b(?:open|closed|public|private|exempt(?:ion)?|confidential|restricted|access|part [12I]+)\b.*",
            ("access",),
        ),
        (r".*\b(?:consult\w*)\b.*", ("consultees",)),
        (
            r".*\b(?:decision[- ]?(?:maker|taker|making body|will be|date|due|expected|to be (?:made|taken))|by whom|(?:maker|taker) of|"
            r"who will (?:decide|take|make)|date of (?:key )?decision|(?:likely|expected|proposed) date|cabinet meeting|decision (?:by|at))\b.*",
            ("decision",),
        ),
        (r".*\b(?:background|documents?|supporting|papers)\b.*", ("papers",)),
        (
            r"(?:target|due|deadline|timescale|time ?frame|by when|completion|complete by|date due|due by|review date|timing)\b.*",
            ("due",),
        ),
        (
            r".*\b(?:responsib\w+|owner|lead|contact|author|assigned|witness\w*|by who|who|invite\w*|portfolio|officer)\b.*",
            ("person",),
        ),
        (r".*\b(?:response|accepted|rejected)\b.*", ("response",)),
        (r".*\brecommendations?\b.*", ("recommendation",)),
        (
            r"(?:current )?(?:status|progress|update|outcome|position|rag|comments?|completed?|notes?|result|state)\b.*",
            ("status",),
        ),
        (r"(?:action|task|request|undertaking|agreed action|what)\b.*", ("action",)),
        (r"(?:date|meeting|month|when|committee date|panel)\b.*", ("date",)),
        (
            r"(?:purpose|reasons?|aims?|objective|scope|description|summary|details?|format|type|key questions)\b.*",
            ("summary",),
        ),
        (r"(?:title|subject|item|topic|business|issue|matter|decision|agenda|report|theme|project)\b.*", ("title",)),
    )
)
REF = re.compile(
    r"(?:[A-Z]{1,8}(?:[ ./-]?[A-Z]{1,6})?[ ./-]?)?\d{1,5}(?:[./-]\d{1,5}){0,3}[a-z]?[.)]?|[A-Z]\d{1,3}|[A-Z]{1,6}-[A-Z\d-]{2,12}"
)
DATEISH = re.compile(
    rf"(?:(?:not before|by|end|early|mid|late|before|after|from|spring|summer|autumn|winter|q[1-4]|quarter \d|week (?:of|commencing))\b[- ]?)*(?:the )?(?:(?:end|beginning) of )?"
    rf"(?:(?:\w+day,? )?\d{{1,2}}(?:st|nd|rd|th)? )?(?:(?:{MONTH})(?:\s*(?:/|-|–|to|and)\s*{MONTH})?\s*,?\s*(?:(?:19|20)?\d\d)?(?:\s*[/–-]\s*\d\d)?|(?:19|20)\d\d(?:[/–-]\d\d)?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})",
    re.IGNORECASE,
)
DUE = re.compile(
    r"(?:next (?:meeting|agenda|cycle)|ongoing|on-?going|immediate(?:ly)?|asap|tbc|tba|to be (?:confirmed|agreed|fixed|decided)|annual(?:ly)?|monthly|quarterly|when available|(?:spring|summer|autumn|winter)(?: \d{4})?|outside (?:of )?the meeting|with .{3,30}|each meeting|future meeting|by .{3,30})\.?",
    re.IGNORECASE,
)
TAKER = re.compile(
    r"(?:then |and )?(?:the )?(?:cabinet|executive|council|full council|leader|mayor|committee|general assembly|commissioner|deputy|portfolio holder|(?:cabinet |executive )?member (?:for|of)|chief|director|head of|sub-committee|board|panel|policy|pcc|assembly|officer)\b.{0,70}",
    re.IGNORECASE,
)
NOTHING = re.compile(r"(?:none|nil|n/?a|not applicable|[-–—]+)\.?", re.IGNORECASE)
CONSULTED = re.compile(
    r"\b(?:consult\w*|residents|stakeholders?|partners?|public|businesses|ward (?:councillors|members)|survey|police|users|providers?|members|tenants|weeks)\b",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"\b(?:reports?|appendix|appendices|assessment|strategy|policy|minutes|plan|papers?|documents?|appraisal|results?|act|guidance|valuation)\b",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\S+@\S+|(?:tel\w*\.?:?\s*|ext\.?:?\s*)?\(?\b0\d{2,4}\)?[\d ]{5,9}\b|\btel(?:ephone)?\b|\bext\b", re.IGNORECASE
)
POST = re.compile(
    r"\b(?:manager|officers?|director|head of|chief|lead|commissioner|co-?ordinator|clerk|team|leader|chair\w*|pcc|cfo|opcc|constable|superintendent|solicitor|authority|council|monitoring|scrutiny|highways|panel|all|members|holder|adviser|representative|services|inspector|partnership)\b",
    re.IGNORECASE,
)
INITIALS = re.compile(r"[A-Z]{2,5}(?:\s*(?:/|,|&|and)\s*[A-Z]{2,5})*")
ACCESS = re.compile(
    r"(?:open|closed|public|private|part (?:private|exempt|open|public|closed)|(?:fully |partly |part )?exempt|confidential|restricted|non-?exempt|unrestricted|part (?:i+|1|2)\b|yes|no)\b",
    re.IGNORECASE,
)
GROUND = re.compile(r"exempt|paragraph|schedule 12a|local government act|financial or business", re.IGNORECASE)
RESPONSE = re.compile(
    r"(?:(?:fully |partly |partially |part )?(?:accepted|rejected|deferred|agreed|not agreed|noted|supported|declined|not accepted|approved|endorsed|implemented)|accept|reject)\b(?: in (?:part|principle|full))?",
    re.IGNORECASE,
)
STATUS = re.compile(
    r"(?:completed?d?|in[- ]progress|on[- ]?going|overdue|open|closed|not (?:yet )?(?:started|due)|outstanding|done|deferred|pending|on track|delayed|discharged|superseded|(?:partly|partially) (?:complete|met)|implemented|achieved|red|amber|green|awaited|awaiting|no progress|withdrawn|on hold|carried forward|action(?:ed)?|to follow|underway|under way|resolved|answered|circulated|sent|received|noted)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(r"(?P<label>(?:action|recommendation)\s*\d{1,3})\s*[-–:.]\s*(?P<value>\S.*)", re.IGNORECASE)
INFINITIVE = re.compile(r"To [a-z]+ ")


@dataclass
class Row:
    """One row: for each role of a column, the pieces that stand in it."""

    cells: dict[str, list[Piece]] = field(default_factory=dict)

    def text(self, role: str) -> str | None:
        """The words of the row in the column of this role; None where it is empty."""
        return text_of(self.cells.get(role, ()))

    @property
    def pieces(self) -> list[Piece]:
        """All pieces of the row, in the order of the paper."""
        return sorted((p for own in self.cells.values() for p in own), key=lambda p: (p.block.number, p.start))


@dataclass
class Table:
    """A table as read: the headings of its columns as printed, the roles they play, and its rows."""

    columns: list[str]
    roles: list[str]
    header: list[Piece]
    rows: list[Row]
    rest: list[Piece] = field(default_factory=list)  # pieces that stand after the last row


def roles_of(heading: str) -> tuple[str, ...]:
    """What a column of this heading holds; () where the words are no heading of a column."""
    heading = heading.strip(" :*")
    if (
        not heading
        or len(heading.split()) > 24
        or (
            heading[-1:] in ".;?"
            and not is_caps(heading)
            and len(heading) > 5
            and not re.search(r"\b(?:no|ref|nos)\.$", heading, re.IGNORECASE)
        )
    ):
        return ()
    if next(find_dates(heading), None) or "@" in heading:
        return ()
    return next((roles for pattern, roles in HEADINGS if pattern.match(heading)), ())


def read_table(paper: Paper, pieces: Sequence[Piece]) -> Table | None:
    """The table among these pieces, in whatever way it has come down; None where there is none."""
    return real_table(pieces) or wide_table(paper, pieces) or form_table(pieces) or flat_table(pieces)


# -- real cells -----------------------------------------------------------------------------------


def real_table(pieces: Sequence[Piece]) -> Table | None:
    """Rows and columns that the file itself knows. Several tables of the same width are read as one."""
    rows: dict[tuple[int, int], dict[int, list[Piece]]] = {}
    for piece in pieces:
        if piece.block.cell:
            t, r, c = piece.block.cell
            rows.setdefault((t, r), {}).setdefault(c, []).append(piece)
    if not rows:
        return None
    out = Table([], [], [], [])
    for own in rows.values():
        texts = {c: text_of(p) or "" for c, p in own.items()}
        named = [roles_of(t) for t in texts.values()]
        heads = sum(1 for n in named if n)
        pair = len(own) == 2
        if (
            not pair
            and heads >= 2
            and heads >= 0.6 * len(own)
            and len({n for n in named if n}) >= 2
            and (not out.columns or set(texts.values()) <= set(out.columns))
        ):
            if not out.columns:
                out.columns = [texts[c] for c in sorted(texts)]
                out.roles = _distinct([(roles_of(texts[c]) or ("other",)) for c in sorted(texts)])
            out.header += [p for own_cell in own.values() for p in own_cell]
        elif out.columns:
            row = Row()
            for c in sorted(own):
                role = out.roles[c] if c < len(out.roles) else "other"
                _split_cell(row, role, own[c])
            out.rows.append(row)
    if out.columns and out.rows:
        return out
    return _paired(rows)


def _distinct(roles: Sequence[tuple[str, ...]]) -> list[str]:
    """One role per column. "Title and summary" is "title+summary"; a role met before gets a number."""
    out: list[str] = []
    for own in roles:
        name = "+".join(own)
        out.append(name if name not in out else f"{name}{len(out)}")
    return out


def _split_cell(row: Row, role: str, pieces: list[Piece]) -> None:
    """A cell of two roles: the first paragraph, or the first sentence, is the first of them."""
    names = re.sub(r"\d+$", "", role).split("+")
    if len(names) == 1:
        row.cells.setdefault(role, []).extend(pieces)
        return
    if len(pieces) > 1:
        row.cells.setdefault(names[0], []).append(pieces[0])
        row.cells.setdefault(names[1], []).extend(pieces[1:])
        return
    piece = pieces[0]
    m = (
        re.match(r"(?P<ref>[A-Z]{1,8}[ ./-]?\d[\d/.-]*)\s+[-–:]?\s*(?=\S)", piece.text)
        if names[0] == "ref"
        else re.match(r"(?:.{4,140}?[.:]|.{4,120}?)\s+(?=(?:To|This|That|The|It) [a-z])", piece.text)
    )
    if m is None:
        row.cells.setdefault("title" if "title" in names else names[0], []).append(piece)
        return
    cut = m.end()
    first = piece.text[:cut].rstrip()
    row.cells.setdefault(names[0], []).append(
        Piece(first, piece.block, piece.start, piece.start + len(first), piece.gap)
    )
    row.cells.setdefault(names[1], []).append(Piece(piece.text[cut:], piece.block, piece.start + cut, piece.end))


def _paired(rows: dict[tuple[int, int], dict[int, list[Piece]]]) -> Table | None:
    """A form: two columns, labels and values."""
    labelled = [(own[min(own)], own[max(own)]) for own in rows.values() if len(own) == 2]
    pairs = [(roles_of(text_of(a) or ""), a, b) for a, b in labelled]
    return _of_pairs([(roles[0], a, b) for roles, a, b in pairs if roles])


def _of_pairs(pairs: Sequence[tuple[str, list[Piece], list[Piece]]]) -> Table | None:
    """Labels and values as rows: a new row begins where the first label comes again."""
    if len({role for role, _, _ in pairs}) < 3:
        return None
    first = pairs[0][0]
    table = Table([], [], [], [])
    for role, label, value in pairs:
        if role == first or not table.rows:
            table.rows.append(Row())
        name = text_of(label) or ""
        number = re.search(r"\d{1,3}$", name) if role == "action" else None
        if number:  # "Action 7": the label bears the reference
            name, own, begin = name[: number.start()].strip(), label[0], label[0].start + number.start()
            table.rows[-1].cells["ref"] = [Piece(number[0], own.block, begin, begin + len(number[0]))]
        if name and name.strip(" :") not in table.columns:
            table.columns.append(name.strip(" :"))
            table.roles.append(role)
        table.header += label
        table.rows[-1].cells.setdefault(role, []).extend(value)
    return table


# -- wide columns and bars ------------------------------------------------------------------------


def wide_table(paper: Paper, pieces: Sequence[Piece]) -> Table | None:
    """Lines whose cells are set apart by wide spaces or bars, under a heading line of the same kind."""
    for n, piece in enumerate(pieces):
        if piece.furniture and "|" not in piece.text:  # column headings may have been taken for furniture
            continue
        heads = columns_of(paper, piece)
        named = [roles_of(h.text) for h in heads]
        if len(heads) < 3 or sum(1 for r in named if r) < 0.6 * len(heads):
            continue
        roles = _distinct([r or ("other",) for r in named])
        wrapped = None if "|" in piece.text else _wrapped_table(paper, pieces, n)
        if wrapped:
            return wrapped
        table = Table([h.text for h in heads], roles, [piece], [])
        for following in pieces[n + 1 :]:
            if following.furniture:
                continue
            if following.text == piece.text:
                table.header.append(following)
                continue
            cells = columns_of(paper, following)
            if not any(any(c.isalnum() for c in p.text) for p in cells):
                table.header.append(following)  # a rule of dashes under the heading
            elif len(cells) == len(roles):
                row = Row()
                for role, cell in zip(roles, cells, strict=True):
                    _split_cell(row, role, [cell])
                table.rows.append(row)
            elif len(cells) >= 2 and len(cells) >= len(roles) - 2:
                row = Row()
                for role, cell in _assign(roles, cells):
                    _split_cell(row, role, [cell])
                table.rows.append(row)
            elif table.rows and not following.gap and len(cells) == 1:
                last = list(table.rows[-1].cells.values())
                max(last, key=lambda own: len(text_of(own) or "")).append(following)
            else:
                table.rest.append(following)
        if len(table.rows) >= 2:
            return table
    return None


def _column_of(paper: Paper, piece: Piece) -> int:
    """In which column of its line, counted in characters, a piece begins."""
    begin, _ = piece.block.locate(piece.start, piece.end)
    return begin - (paper.document.text.rfind("\n", 0, begin) + 1)


def _wrapped_table(paper: Paper, pieces: Sequence[Piece], n: int) -> Table | None:
    """Columns kept apart by white space, their cells running over several lines, a gap between rows."""
    head = [n]
    while head[-1] + 1 < len(pieces) and not pieces[head[-1] + 1].gap and not pieces[head[-1] + 1].furniture:
        head.append(head[-1] + 1)
    body = list(pieces[head[-1] + 1 :])
    groups: list[list[Piece]] = []
    for piece in body:
        if not piece.furniture:
            if groups and not piece.gap:
                groups[-1].append(piece)
            else:
                groups.append([piece])
    if sum(1 for g in groups if len(g) > 1) < 0.5 * len(groups) or len(groups) < 2 or len(head) > 8:
        return None
    starts: list[int] = []
    titles: list[list[Piece]] = []
    for k in head:
        for cell in columns_of(paper, pieces[k]):
            x = _column_of(paper, cell)
            near = next((c for c, s in enumerate(starts) if abs(s - x) <= 2), None)
            if near is not None:
                titles[near].append(cell)
            elif k == n:
                starts.append(x)
                titles.append([cell])
    columns = [" ".join(p.text for p in own) for own in titles]
    named = [roles_of(c) for c in columns]
    if len(starts) < 3 or sum(1 for r in named if r) < 0.6 * len(starts):
        return None
    roles = _distinct([r or ("other",) for r in named])
    table = Table(columns, roles, [pieces[k] for k in head], [])
    for group in groups:
        cells: list[list[Piece]] = [[] for _ in starts]
        for line in group:
            for cell in _cut_at(paper, line, starts):
                x = _column_of(paper, cell)
                at = max((c for c, s in enumerate(starts) if s <= x + 2), default=0)
                cells[at].append(cell)
        if (sum(1 for c in cells if c) == 1 and len(starts) > 3 and (not table.rows or not cells[0])) or all(
            p.text in {h.text for h in table.header} for p in group
        ):
            (table.header if all(p.text in {h.text for h in table.header} for p in group) else table.rest).extend(group)
            continue
        if not cells[0] and table.rows:
            row = table.rows[-1]
        else:
            row = Row()
            table.rows.append(row)
        for role, own in zip(roles, cells, strict=True):
            if own:
                _split_cell(row, role, own if "+" not in role else [_whole(own)])
    return table if table.rows else None


def _cut_at(paper: Paper, piece: Piece, starts: Sequence[int]) -> list[Piece]:
    """The cells of a line; where two touch ("Disorder Report;"), the place of the column parts them."""
    out: list[Piece] = []
    for cell in columns_of(paper, piece):
        x = _column_of(paper, cell)
        cut = next((s - x for s in starts if 3 < s - x < len(cell.text) and cell.text[s - x - 1] == " "), None)
        if cut:
            out.append(
                Piece(
                    cell.text[: cut - 1].rstrip(),
                    cell.block,
                    cell.start,
                    cell.start + len(cell.text[: cut - 1].rstrip()),
                    cell.gap,
                )
            )
            out.append(Piece(cell.text[cut:], cell.block, cell.start + cut, cell.end))
        else:
            out.append(cell)
    return out


def _whole(pieces: Sequence[Piece]) -> Piece:
    block = join(pieces)
    return Piece(block.text, block, 0, len(block.text), pieces[0].gap)


def _assign(roles: Sequence[str], cells: Sequence[Piece]) -> list[tuple[str, Piece]]:
    """Fewer cells than columns: each goes to the column that it looks like, in order."""
    # layers[k][c]: the first k cells placed, the last in column c
    layers: list[dict[int, tuple[float, list[str]]]] = [{-1: (0.0, [])}]
    for cell in cells:
        layer: dict[int, tuple[float, list[str]]] = {}
        for c, role in enumerate(roles):
            options = [(w, names) for at, (w, names) in layers[-1].items() if at < c]
            if options:
                w, names = max(options, key=lambda o: o[0])
                layer[c] = (w + _looks(role, cell.text), [*names, role])
        layers.append(layer)
    if not layers[-1]:
        return []
    names = max(layers[-1].values(), key=lambda o: o[0])[1]
    return list(zip(names, cells, strict=True))


# -- forms: label and value -----------------------------------------------------------------------


def form_table(pieces: Sequence[Piece]) -> Table | None:
    """Entries printed as labels and values ("Decision maker: Cabinet"), one after the other."""
    pairs: list[tuple[str, list[Piece], list[Piece]]] = []
    rest: list[Piece] = []
    for piece in pieces:
        if piece.furniture:
            continue
        m = re.match(r"(?P<label>[A-Z#][\w ’'()/?&-]{1,60}?)\s*:\s*(?P<value>.*)$", piece.text)
        roles = roles_of(m["label"].rstrip(" ?")) if m else ()
        counted = COUNTED.match(piece.text)
        if counted:
            begin, at = piece.start, piece.start + counted.start("value")
            name = Piece(counted["label"], piece.block, begin, begin + counted.end("label"), piece.gap)
            pairs.append(("action", [name], [Piece(counted["value"], piece.block, at, piece.end)]))
        elif m and roles:
            at = piece.start + m.start("value")
            name = Piece(m["label"], piece.block, piece.start, piece.start + m.end("label"), piece.gap)
            pairs.append((roles[0], [name], [Piece(m["value"], piece.block, at, piece.end)] if m["value"] else []))
        elif pairs and (not piece.gap or not pairs[-1][2]):
            role, _, value = pairs[-1]
            if role == "title" and value and not goes_on(value[-1], piece) and value[-1].text[-1:] not in ",;":
                pairs.append(("summary", [], [piece]))  # below the title, what it is about
            else:
                value.append(piece)
        else:
            rest.append(piece)
    counts: dict[str, int] = {}
    for role, _, _ in pairs:
        counts[role] = counts.get(role, 0) + 1
    if len(pairs) < 6 or not pairs or counts[pairs[0][0]] < 2 or len(counts) < 3:
        return None
    table = _of_pairs(pairs)
    if table:
        table.rest = rest
    return table


# -- cells flattened to lines ---------------------------------------------------------------------


@dataclass
class _Unit:
    """What certainly stands in one cell: a line, or the lines between two gaps."""

    pieces: list[Piece]
    gap: float

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.pieces)


def flat_table(pieces: Sequence[Piece]) -> Table | None:
    """A table whose cells came down one after another."""
    best: tuple[int, list[_Unit], tuple[int, int], bool] | None = None
    for gapped, units in ((True, _by_gap(pieces)), (False, _by_line(pieces))):
        head = _find_header(units, lines=not gapped)
        if head and (best is None or head[1] - head[0] > best[0]):
            best = head[1] - head[0], units, head, gapped
    return _lay_out(best[1], *best[2], gapped=best[3]) if best else None


def _by_line(pieces: Sequence[Piece]) -> list[_Unit]:
    return [_Unit([p], p.gap) for p in pieces]


def _by_gap(pieces: Sequence[Piece]) -> list[_Unit]:
    units: list[_Unit] = []
    for p in pieces:
        new_page = (
            units
            and p.block.number != units[-1].pieces[-1].block.number
            and p.block.lines
            and p.block.lines[0].indent == 1
            and not p.block.size
        )
        if units and not p.gap and not p.furniture and not units[-1].pieces[-1].furniture and not new_page:
            units[-1].pieces.append(p)
        else:
            units.append(_Unit([p], max(p.gap, 1.0 if new_page else p.gap)))
    return units


def _find_header(units: Sequence[_Unit], *, lines: bool) -> tuple[int, int] | None:
    """First and last+1 of the run of column headings."""
    n = 0
    while n < len(units):
        found: list[tuple[str, ...]] = []
        j = n
        while j < len(units):
            unit = units[j]
            if unit.pieces[0].furniture and not roles_of(unit.text):
                break
            rest = bool(found) and unit.gap == 0 and _rest_of_heading(unit, lines)
            roles = roles_of(unit.text) if len(unit.text) < (60 if lines else 170) and not rest else ()
            if (lines and found and unit.gap) or (not roles and not rest):
                break
            if roles:
                found.append(roles)
            j += 1
        if len(found) >= 3 and len(set(found)) >= 3 and len(set(found)) >= 0.7 * len(found):
            return n, j
        n += 1
    return None


def _rest_of_heading(unit: _Unit, lines: bool) -> bool:
    """A second line of a column heading: "(Accepted / Rejected)"."""
    return lines and unit.text[:1] in "(/" and len(unit.text) < 60


def _lay_out(units: Sequence[_Unit], first: int, last: int, *, gapped: bool) -> Table:
    head = units[first:last]
    columns: list[str] = []
    named: list[tuple[str, ...]] = []
    for unit in head:
        roles = roles_of(unit.text) if not columns or not _rest_of_heading(unit, not gapped) else ()
        if roles:
            columns.append(unit.text)
            named.append(roles)
        elif columns:
            columns[-1] += " " + unit.text
    table = Table(columns, _distinct(named), [p for u in head for p in u.pieces], [])
    states = [role for own in named for role in own]
    printed = {p.text for p in table.header}
    body: list[_Unit] = []
    k = last
    expected = 1
    while k < len(units):
        unit = units[k]
        repeat = k
        while repeat < len(units) and all(p.text in printed for p in units[repeat].pieces):
            repeat += 1
        if repeat - k >= 2:
            table.header += [p for u in units[k:repeat] for p in u.pieces]
            if repeat < len(units):
                units[repeat].gap = max(units[repeat].gap, 1.0)
            k = repeat
            continue
        if unit.pieces[0].furniture:
            # A row's own number, standing alone, passes for the number of a page.
            if states[0] == "ref" and unit.text == str(expected) and unit.gap:
                body.append(unit)
                expected += 1
        else:
            if unit.text.strip(".)") == str(expected):
                expected += 1
            body.append(unit)
        k += 1
    rows, rest = _rows(states, body, gapped=gapped)
    table.rows, table.rest = rows, rest
    return table


def _rows(states: Sequence[str], units: Sequence[_Unit], *, gapped: bool) -> tuple[list[Row], list[Piece]]:
    """The likeliest layout of the units in rows and columns."""
    if not units:
        return [], []
    keyed = states[0] == "ref" and sum(1 for u in units if REF.fullmatch(u.text)) >= 2
    states = list(states)
    soft: set[int] = set()
    if "title" in states and "summary" not in states:
        # Under a title there may be a word of summary, though no column is named for it.
        soft.add(states.index("title") + 1)
        states.insert(states.index("title") + 1, "summary")
    width = len(states)
    tail = [sum(1 for x in range(d + 1, width) if x not in soft) for d in range(width)]  # columns left empty after d
    after = width  # one more state: words after the table
    score = [[float("-inf")] * (width + 1) for _ in units]
    back = [[-1] * (width + 1) for _ in units]
    fresh = [[False] * (width + 1) for _ in units]
    for k, unit in enumerate(units):
        looks = [_looks(role, unit.text) for role in states]
        goes = k > 0 and goes_on(units[k - 1].pieces[-1], unit.pieces[0])
        key = REF.fullmatch(unit.text) is not None
        for c in range(width):
            best, source, new = float("-inf"), -1, False
            if c <= 1 and c not in soft and (not keyed or (c == 0 and key)):  # a new row
                spans = c == 1 and states[0] == "date"  # one date may stand for several rows
                cost = (
                    (-0.3 if spans else -1.2 * c)
                    + (0.0 if unit.gap or k == 0 else -1.2 if spans else -2.5)
                    - (1.5 if goes else 0)
                )
                if k == 0:
                    best, source, new = cost, -1, True
                else:
                    for d in range(width):
                        w = score[k - 1][d] + cost - 0.8 * tail[d]
                        if w > best:
                            best, source, new = w, d, True
            if k:
                for d in range(c + 1):  # the same row
                    w = score[k - 1][d]
                    if d == c:
                        w += _again(states[c], goes, unit.gap, gapped, looks[c])
                        w -= 3.0 if states[c] == "ref" else 0
                    else:
                        w -= 0.9 * sum(1 for x in range(d + 1, c) if x not in soft) + (1.8 if goes else 0)
                        w -= 1.0 if unit.gap and not gapped else 0
                    if w > best:
                        best, source, new = w, d, False
            score[k][c], back[k][c], fresh[k][c] = best + looks[c], source, new
        if k:
            leave = max(range(width), key=lambda d: score[k - 1][d] - 0.8 * tail[d])
            stay = score[k - 1][after] + 0.4
            go = score[k - 1][leave] - 0.8 * tail[leave] - 1.0 if unit.gap else float("-inf")
            score[k][after], back[k][after] = (stay, after) if stay >= go else (go, leave)
    k = len(units) - 1
    c = max(range(width + 1), key=lambda d: score[k][d] - (0.8 * tail[d] if d < width else 0))
    path: list[tuple[int, bool]] = []
    while k >= 0:
        path.append((c, fresh[k][c] if c < width else False))
        c = back[k][c]
        k -= 1
    rows: list[Row] = []
    rest: list[Piece] = []
    for unit, (c, new) in zip(units, reversed(path), strict=True):
        if c == after:
            rest += unit.pieces
            continue
        if new or not rows:
            rows.append(Row())
        rows[-1].cells.setdefault(states[c], []).extend(unit.pieces)
    return rows, rest


def _again(role: str, goes: bool, gap: float, gapped: bool, looks: float) -> float:
    """What it costs that a second unit stands in the same cell."""
    if goes:
        return 1.2
    many = role in ("decision", "person", "access", "status") and looks > 0
    return (-0.2 if many else -0.9) - (0.6 if gap and not gapped else 0)


def _looks(role: str, text: str) -> float:
    """How much a unit looks like what a column of this role holds."""
    look = LOOKS.get(re.sub(r"\d+$", "", role))
    return look(text) if look else 0.0


def _short(text: str, words: int = 6) -> bool:
    return len(text.split()) <= words


def _dated(text: str) -> bool:
    return bool(
        DATEISH.fullmatch(text.strip(" ."))
        or ((dates := list(find_dates(text))) and sum(d.end - d.start for d in dates) > 0.35 * len(text))
    )


def _title(text: str) -> float:
    if INFINITIVE.match(text) or _dated(text) or CONTACT.search(text[:400]) or NOTHING.fullmatch(text):
        return -1.5
    return (
        max(-2.0, min(1.5, titleness(text)))
        - (1.5 if ACCESS.fullmatch(text) else 0)
        - (1.0 if TAKER.fullmatch(text) else 0)
    )


def _summary(text: str) -> float:
    if _dated(text) or CONTACT.search(text[:400]) or ACCESS.fullmatch(text):
        return -2.0
    return (
        (2.5 if INFINITIVE.match(text) else 0.0)
        + (1.0 if len(text) > 60 else -0.5)
        + (0.5 if titleness(text) < 0 else 0)
    )


def _person(text: str) -> float:
    text = text[:400]  # who is named is named at once; CONTACT is dear on long texts
    if CONTACT.search(text[:400]):
        return 4.0
    if not _short(text, 9) or DATEISH.fullmatch(text):
        return -2.0
    if INITIALS.fullmatch(text):
        return 2.5
    person = read_person(text)
    if person and re.match(r"\s*[,(–-]", text[person.end :]) and POST.search(text[person.end :]):
        return 3.0
    if POST.search(text) and _short(text):
        return 2.0
    if person and _short(text, 4):
        return 1.5
    return 0.3 if NOTHING.fullmatch(text) else -0.6


def _decision(text: str) -> float:
    return 3.0 if _dated(text) else 2.5 if TAKER.fullmatch(text) and _short(text, 12) and text[-1] != "." else -1.5


def _access(text: str) -> float:
    return (
        4.0
        if ACCESS.match(text) and (_short(text, 3) or GROUND.search(text) or re.match(r"\w+(?: \w+)?\s*[-–:(]", text))
        else 0.0
    ) or (1.5 if GROUND.search(text) else -2.0)


def _status(text: str) -> float:
    return 4.0 if STATUS.match(text) else 0.6 if text[-1:] == "." else -0.5


def _due(text: str) -> float:
    if (_dated(text) and _short(text, 8)) or DUE.fullmatch(text):
        return 3.0
    if re.fullmatch(rf"(?:{MONTH})(?: (?:and|or) (?:{MONTH}))?(?: \d{{4}})?", text, re.IGNORECASE):
        return 3.0
    return 0.6 if NOTHING.fullmatch(text) else -2.0


def _action(text: str) -> float:
    if _dated(text) or NOTHING.fullmatch(text) or REF.fullmatch(text):
        return -2.0
    return (
        (1.5 if len(text) > 24 else 0.0)
        - (1.0 if STATUS.match(text) and _short(text, 4) else 0)
        - (1.0 if CONTACT.search(text[:400]) else 0)
    )


def _plain(pattern: re.Pattern[str], weight: float) -> Callable[[str], float]:
    def look(text: str) -> float:
        if CONTACT.search(text[:400]) or ACCESS.fullmatch(text):
            return -2.0
        return (
            (weight if pattern.search(text) else 0.2)
            + (0.5 if NOTHING.fullmatch(text) else 0)
            - (0.8 if _dated(text) and len(text) < 30 else 0)
        )

    return look


LOOKS: dict[str, Callable[[str], float]] = {
    "ref": lambda t: 4.0 if REF.fullmatch(t) else -4.0,
    "date": lambda t: 3.0 if _dated(t) and _short(t, 9) else -2.0,
    "title": _title,
    "summary": _summary,
    "decision": _decision,
    "consultees": _plain(CONSULTED, 1.4),
    "papers": _plain(PAPERS, 1.4),
    "person": _person,
    "access": _access,
    "response": lambda t: 3.5 if RESPONSE.match(t) and _short(t, 8) else -1.0,
    "recommendation": lambda t: 3.0 if re.match(r"(?:That|To)\b", t) else 0.8 if len(t) > 30 else -1.0,
    "status": _status,
    "due": _due,
    "action": _action,
}
