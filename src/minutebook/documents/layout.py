"""From text objects strewn over a page to its lines, in the order in which a person reads them."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutebook.documents.blocks import Run
from minutebook.documents.pdfium import Edge, PageContent, Piece
from minutebook.documents.tables import Grid, find_tables

SPACE = 0.17            # white between two words, in ems; within a word there is less
WIDE = 1.5              # white that parts columns rather than words: a tab in the archived text
BASELINE = 0.25         # how far baselines of one line may differ, in ems
EDGE_BANDS = 0.07       # share of the page at its top and foot that never stands in columns

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(slots=True)
class Row:
    """One line of a page: its words as archived, where they came from and how they are set."""

    text: str
    parts: list[tuple[int, Piece]]      # offset in `text`, and the text object that stands there
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    left: float | None = None           # left edge of its column, where the page has columns
    gap: float = 0.0
    cell: tuple[int, int, int] | None = None    # table of the page, row, column
    turned: int = 0
    confidence: float = 1.0
    words: list[tuple[int, int, float, float, float, float]] = field(default_factory=list)  # of a scan: place in text, box


@dataclass(slots=True)
class PageRows:
    """The lines of a page, and the ruled tables that were found on it."""

    rows: list[Row] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    columns: bool = False


def arrange(content: PageContent) -> PageRows:
    """All lines of a page in reading order: the way most of it runs first, text on its side after."""
    out = PageRows()
    ways: dict[int, list[Piece]] = {}
    for piece in content.pieces:
        ways.setdefault(piece.turn, []).append(piece)
    if not ways:
        return out
    main = max(ways, key=lambda w: (w < 4, sum(len(p.text) for p in ways[w])))
    edges = content.edges
    if len(edges) >= 5:
        out.grids = find_tables(turned(edges, main, content) if main in (1, 2, 3) else edges)
    for way in sorted(ways, key=lambda w: (w != main, w)):
        height = content.width if way in (1, 3) else content.height
        pieces = ways[way]
        if way == 4:
            rows = [row for p in pieces if (row := make_row([p]))]
        else:
            rows = _in_order(pieces, height, out.grids if way == main else [], out)
        if way != main:
            for row in rows:
                row.turned = way + 1
        out.rows += rows
    return out


def turned(edges: Sequence[Edge], way: int, content: PageContent) -> list[Edge]:
    """Drawn lines as they stand once the page is turned so that its text runs to the right."""
    width, height = content.width, content.height
    if way == 1:
        return [Edge(not e.level, e.at if e.level else width - e.at, e.a if not e.level else width - e.b,
                     e.b if not e.level else width - e.a) for e in edges]
    if way == 3:
        return [Edge(not e.level, height - e.at if e.level else e.at, e.a if e.level else height - e.b,
                     e.b if e.level else height - e.a) for e in edges]
    return [Edge(e.level, (height if e.level else width) - e.at, (width if e.level else height) - e.b,
                 (width if e.level else height) - e.a) for e in edges]


# -- lines ---------------------------------------------------------------------------------------


def clusters_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Text objects that share a baseline, from the top; raised and lowered small print with its line."""
    pieces.sort()
    out: list[list[Piece]] = []
    small = False
    base = size = -1e9
    for piece in pieces:
        if out and piece.y - base <= BASELINE * (size if size > piece.size else piece.size):
            out[-1].append(piece)
            if piece.size > size:
                size, base = piece.size, piece.y
        else:
            small = small or bool(out) and piece.y - base < 0.6 * max(size, piece.size)
            out.append([piece])
            base, size = piece.y, piece.size
    return _with_small_print(out) if small else out


def _with_small_print(clusters: list[list[Piece]]) -> list[list[Piece]]:
    """Superscripts join the line below them, subscripts the line above, where they touch its words."""
    out: list[list[Piece]] = []
    for i, own in enumerate(clusters):
        size = max(p.size for p in own)
        after = clusters[i + 1] if i + 1 < len(clusters) else None
        if after is not None:
            full = max(p.size for p in after)
            if size < 0.97 * full and after[0].y - own[0].y < 0.6 * full and _touch(own, after, full):
                after += own
                continue
        if out:
            full = max(p.size for p in out[-1])
            if size < 0.97 * full and own[0].y - out[-1][0].y < 0.5 * full and _touch(own, out[-1], full):
                out[-1] += own
                continue
        out.append(own)
    return out


def _touch(small: list[Piece], line: list[Piece], size: float) -> bool:
    return all(any(abs(p.x0 - q.x1) < 0.4 * size or abs(q.x0 - p.x1) < 0.4 * size for q in line) for p in small)


def make_row(pieces: list[Piece]) -> Row | None:
    """One line of words; None where it is blank. A soft hyphen at its end was printed: it is a hyphen."""
    row = _row(pieces)
    if row is not None and row.text[-1] == "\xad":
        row.text = row.text[:-1] + "-"
    return row


def _row(pieces: list[Piece]) -> Row | None:
    if len(pieces) == 1:
        only = pieces[0]
        text = only.text.strip(" ")
        if not text:
            return None
        return Row(text, [(0, only)], only.x0, only.x1, only.y, only.size, only.bold, only.italic)
    leftwards = sum(len(RIGHT_TO_LEFT.findall(p.text)) for p in pieces if not p.text.isascii())
    if leftwards and leftwards * 2 > sum(len(p.text) for p in pieces):
        pieces = sorted(pieces, key=lambda p: -p.x1)
        ends = [(-p.x1, -p.x0) for p in pieces]
    else:
        pieces = sorted(pieces, key=_from_left)
        ends = [(p.x0, p.x1) for p in pieces]
    out: list[str] = []
    parts: list[tuple[int, Piece]] = []
    at, end, waiting = 0, 0.0, False
    letters = bold = italic = 0
    sizes: dict[float, int] = {}
    for piece, (begin, stop) in zip(pieces, ends, strict=True):
        body = piece.text.strip(" ")
        if not body:
            waiting = True
            continue
        if parts:
            before = parts[-1][1]
            if piece[:5] == before[:5]:
                continue                    # printed twice, to look bold
            white = begin - end
            em = max(piece.size, before.size)
            between = ""
            if white > WIDE * em:
                between = "\t"
            elif waiting or piece.text[0] == " " or white > SPACE * em:
                between = " "
            if between:
                out.append(between)
                at += 1
        parts.append((at, piece))
        out.append(body)
        size = len(body)
        at += size
        letters += size
        bold += size if piece.bold else 0
        italic += size if piece.italic else 0
        sizes[piece.size] = sizes.get(piece.size, 0) + size
        end = max(end, stop) if len(parts) > 1 else stop
        waiting = piece.text[-1] == " "
    if not parts:
        return None
    usual = max(sizes, key=sizes.__getitem__)
    base = next(p.y for _, p in parts if p.size == usual)
    return Row("".join(out), parts, min(p.x0 for _, p in parts), max(p.x1 for _, p in parts), base, usual,
               bold >= 0.8 * letters, italic >= 0.8 * letters)


def _from_left(piece: Piece) -> float:
    return piece.x0


# -- order ---------------------------------------------------------------------------------------


def _in_order(pieces: list[Piece], height: float, grids: list[Grid], out: PageRows) -> list[Row]:
    """Rows of one way of writing: columns one after the other, tables where they stand."""
    inside: dict[int, dict[tuple[int, int], list[Piece]]] = {}
    if grids:
        free = []
        by_size = sorted(range(len(grids)), key=lambda n: grids[n].area)
        for piece in pieces:
            x, y = piece.x0 + min(0.3 * piece.size, (piece.x1 - piece.x0) / 2), piece.y - 0.3 * piece.size
            for n in by_size:
                cell = grids[n].cell_at(x, y)
                if cell is not None:
                    inside.setdefault(n, {}).setdefault(cell, []).append(piece)
                    break
            else:
                free.append(piece)
        pieces = free
    tables = [(grids[n], _cell_rows(n, grids[n], cells)) for n, cells in sorted(inside.items())]
    rows = _columns(clusters_of(pieces), height, [t for t in tables if t[1]], out, None)
    _set_gaps(rows, grids)
    return rows


def _cell_rows(number: int, grid: Grid, cells: dict[tuple[int, int], list[Piece]]) -> list[Row]:
    """The lines of a table, row by row and cell by cell."""
    out = []
    for cell in sorted(cells):
        for cluster in clusters_of(cells[cell]):
            row = make_row(cluster)
            if row:
                row.cell = (number, *cell)
                row.left = grid.xs[cell[1]]
                out.append(row)
    return out


Table = tuple[Grid, list[Row]]


def _columns(clusters: list[list[Piece]], height: float, tables: list[Table], out: PageRows,
             left: float | None, *, one: bool = False) -> list[Row]:
    """Rows from the top; where white runs down the page between two columns, the left one first."""
    gutter = _gutter(clusters) if len(clusters) >= 10 and not one else None
    if gutter is None:
        rows = [row for cluster in clusters if (row := make_row(cluster))]
        for row in rows:
            row.left = left
        for grid, own in reversed(tables):
            at = next((i for i, row in enumerate(rows) if row.cell is None and row.y > grid.ys[0]), len(rows))
            rows[at:at] = own
        return rows
    out.columns = True
    rows = []
    sides: tuple[list[list[Piece]], list[list[Piece]]] = ([], [])
    hung: tuple[list[Table], list[Table]] = ([], [])

    def close_band() -> None:
        if min(map(len, sides)) < 3:        # a line that merely stands on the right is no column
            both = clusters_of([p for side in sides for cluster in side for p in cluster])
            rows.extend(_columns(both, height, sorted(hung[0] + hung[1], key=lambda t: t[0].ys[0]), out, left, one=True))
            for held in (*sides, *hung):
                held.clear()
            return
        for side, own in zip(sides, hung, strict=True):
            if side or own:
                edge = min((p.x0 for cluster in side for p in cluster), default=left)
                rows.extend(_columns(list(side), height, list(own), out, edge))
            side.clear()
            own.clear()

    waiting = list(tables)
    for cluster in clusters:
        while waiting and waiting[0][0].ys[0] < cluster[0].y:
            grid, own = waiting.pop(0)
            if grid.xs[0] < gutter < grid.xs[-1]:
                close_band()
                rows.extend(own)
            else:
                hung[grid.xs[0] >= gutter].append((grid, own))
        before = [p for p in cluster if (p.x0 + p.x1) / 2 < gutter]
        after = [p for p in cluster if (p.x0 + p.x1) / 2 >= gutter]
        y = cluster[0].y
        across = y < EDGE_BANDS * height or y > (1 - EDGE_BANDS) * height or any(
            p.x1 > gutter + 2 for p in before) or any(p.x0 < gutter - 2 for p in after)
        if across:
            close_band()
            row = make_row(cluster)
            if row:
                row.left = left
                rows.append(row)
            continue
        for side, part in zip(sides, (before, after), strict=True):
            if part:
                side.append(part)
    close_band()
    for _, own in waiting:
        rows.extend(own)
    return rows


def _gutter(clusters: list[list[Piece]]) -> float | None:
    """The middle of the white between two columns of running text; None where there is but one."""
    runs: list[tuple[float, float]] = []
    for cluster in clusters:
        if len(cluster) == 1:
            runs.append((cluster[0].x0, cluster[0].x1))
            continue
        own = sorted((p.x0, p.x1) for p in cluster)
        start, end = own[0]
        for x0, x1 in own[1:]:
            if x0 - end > 0.9 * cluster[0].size:
                runs.append((start, end))
                start, end = x0, x1
            elif x1 > end:
                end = x1
        runs.append((start, end))
    low, high = min(r[0] for r in runs), max(r[1] for r in runs)
    width = high - low
    if width < 100 or width > 20_000 or sum(r[1] - r[0] > 0.6 * width for r in runs) > 0.4 * len(runs):
        return None
    bins = int(width / 3) + 2
    change = [0] * (bins + 1)
    for x0, x1 in runs:
        change[max(0, int((x0 - low) / 3))] += 1
        change[min(bins, int((x1 - low) / 3) + 1)] -= 1
    covered, level = [], 0
    for step in change[:bins]:
        level += step
        covered.append(level)
    first, last = int(bins * 0.25), int(bins * 0.75)
    least = min(covered[first:last + 1])
    if least > 0.12 * len(runs):
        return None
    widest, begins, run = 0, 0, 0
    for i in range(first, last + 1):
        run = run + 1 if covered[i] == least else 0
        if run > widest:
            widest, begins = run, i + 1 - run
    if widest < 2:
        return None
    gutter = low + 3 * (begins + widest / 2)
    for side in ([r for r in runs if r[1] <= gutter + 2], [r for r in runs if r[0] >= gutter - 2]):
        if len(side) < 5:
            return None
        column = max(r[1] for r in side) - min(r[0] for r in side)
        if column < 0.25 * width or sum(r[1] - r[0] > 0.7 * column for r in side) < 0.5 * len(side):
            return None
    return gutter


def _set_gaps(rows: list[Row], grids: list[Grid]) -> None:
    """White above each line in line heights; 0 at the head of a page, a column or a cell."""
    before: Row | None = None
    for row in rows:
        if before is not None and row.size > 0:
            if row.cell == before.cell:
                row.gap = max(0.0, (row.y - before.y) / row.size - 1)
            elif row.cell is None and before.cell is not None:
                row.gap = max(0.0, (row.y - grids[before.cell[0]].ys[-1]) / row.size - 1)
        before = row


# -- words ---------------------------------------------------------------------------------------

LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
BLANK = "\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
ODD = re.compile(f"  |[\ufb00-\ufb06{BLANK[:1]}{BLANK[2:]}{UNSEEN}]")
TOKEN = re.compile(f"[{BLANK}]+|[\ufb00-\ufb06]|[{UNSEEN}]+|[^\ufb00-\ufb06{BLANK}{UNSEEN}]+")


def placed_words(archived: str, offset: int) -> tuple[str, tuple[Run, ...]]:
    """The words of a line, ligatures spelt out and soft hyphens dropped, placed in the archived text."""
    if not ODD.search(archived) and archived == archived.strip(" "):
        return (archived, ((0, len(archived), offset, offset + len(archived)),)) if archived else ("", ())
    out: list[str] = []
    runs: list[list[int]] = []
    size = 0
    space = plain = False               # white before the next word; is it a single space as archived?
    joins = False                       # may the next word go on with the run before it?
    for token in TOKEN.finditer(archived):
        word, (a, b) = token[0], token.span()
        if word[0].isspace() and not word[0] < " " or word[0] == "\t":
            plain, space = word == " " and joins, bool(out)
            continue
        whole = True
        if word in LIGATURES:
            word, whole = LIGATURES[word], False
        elif not word.isprintable() and ODD.match(word):
            joins = plain = False
            continue
        if space:
            out.append(" ")
            size += 1
        end = size + len(word)
        if whole and joins and (plain or not space):
            runs[-1][1], runs[-1][3] = end, offset + b
        else:
            runs.append([size, end, offset + a, offset + b])
        out.append(word)
        size, space, plain, joins = end, False, False, whole
    return "".join(out), tuple((r[0], r[1], r[2], r[3]) for r in runs)
