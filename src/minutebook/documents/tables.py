"""Ruled tables: the grid that drawn lines make, and which cell a point lies in. Lengths in points."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutebook.documents.pdfium import Edge

NEAR = 3.0              # lines this close count as one line, and as touching
EDGES_MOST = 20_000     # beyond, a page is a drawing
CELLS_MOST = 20_000


@dataclass(slots=True)
class Grid:
    """One ruled table: where its lines stand, and for each square of the grid the cell it belongs to."""

    xs: list[float]
    ys: list[float]
    cells: list[list[tuple[int, int]]]

    @property
    def area(self) -> float:
        """The area of the table, in square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column, both from 0; cells that span count by their first. None outside the table."""
        col, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= col < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.cells[row][col]
        return None


def find_tables(edges: Sequence[Edge]) -> list[Grid]:
    """The ruled tables among the lines drawn on a page, from the top; none for boxes and underlines."""
    if len(edges) < 4 or len(edges) > EDGES_MOST:
        return []
    levels = _whole([e for e in edges if e.level])
    uprights = _whole([e for e in edges if not e.level])
    if len(levels) < 2 or len(uprights) < 3:
        return []
    grids = [grid for lines in _connected(levels, uprights) if (grid := _grid(*lines))]
    return sorted(grids, key=lambda g: (g.ys[0], g.xs[0]))


def _whole(edges: list[Edge]) -> list[Edge]:
    """Pieces of the same line put together."""
    out: list[Edge] = []
    edges = sorted(edges, key=lambda e: e.at)
    i = 0
    while i < len(edges):
        k = i + 1
        while k < len(edges) and edges[k].at - edges[i].at <= NEAR * 0.7:
            k += 1
        at = sum(e.at for e in edges[i:k]) / (k - i)
        start, end = None, 0.0
        for e in sorted(edges[i:k], key=lambda e: e.a):
            if start is None:
                start, end = e.a, e.b
            elif e.a - end <= NEAR:
                end = max(end, e.b)
            else:
                out.append(Edge(e.level, at, start, end))
                start, end = e.a, e.b
        assert start is not None
        out.append(Edge(edges[i].level, at, start, end))
        i = k
    return out


def _connected(levels: list[Edge], uprights: list[Edge]) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """Lines that cross or touch, table by table."""
    parent = list(range(len(levels) + len(uprights)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    ats = [level.at for level in levels]
    for j, v in enumerate(uprights, len(levels)):
        for i in range(bisect_right(ats, v.a - NEAR), bisect_right(ats, v.b + NEAR)):
            if levels[i].a - NEAR <= v.at <= levels[i].b + NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for i, edge in enumerate(levels + uprights):
        groups.setdefault(root(i), ([], []))[0 if edge.level else 1].append(edge)
    yield from groups.values()


def _grid(levels: list[Edge], uprights: list[Edge]) -> Grid | None:
    """A grid of at least two columns. Squares with no line between them are one cell."""
    ys, xs = _positions(levels), _positions(uprights)
    rows, cols = len(ys) - 1, len(xs) - 1
    if rows < 1 or cols < 2 or rows * cols > CELLS_MOST:
        return None
    lined = [[_covered(uprights, xs[c], (ys[r] + ys[r + 1]) / 2) for c in range(cols + 1)] for r in range(rows)]
    ruled = [[_covered(levels, ys[r], (xs[c] + xs[c + 1]) / 2) for c in range(cols)] for r in range(rows + 1)]
    cells: list[list[tuple[int, int]]] = [[(r, c) for c in range(cols)] for r in range(rows)]
    for r in range(rows):
        for c in range(cols):
            # From above first, so that a cell that spans both ways keeps its first square.
            if r and not ruled[r][c]:
                cells[r][c] = cells[r - 1][c]
            elif c and not lined[r][c]:
                cells[r][c] = cells[r][c - 1]
    if len({cell for row in cells for cell in row}) < 2 or len({cell[1] for row in cells for cell in row}) < 2:
        return None
    return Grid(xs, ys, cells)


def _positions(edges: list[Edge]) -> list[float]:
    out: list[float] = []
    for at in sorted(e.at for e in edges):
        if not out or at - out[-1] > NEAR:
            out.append(at)
    return out


def _covered(edges: list[Edge], at: float, along: float) -> bool:
    return any(abs(e.at - at) <= NEAR and e.a <= along <= e.b for e in edges)
