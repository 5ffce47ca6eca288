"""The source as it was archived, page by page, with each cited passage marked and to be linked to."""
from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutebook.citations import cited
from minutebook.documents.blocks import Document, Line, Run
from minutebook.pages.parts import anchor_of, dotted, e, frame
from minutebook.provenance import Span
from minutebook.record import Coverage, Record

SHEETS = 25     # pages of the source on one web page
CLAIMS = ("commitments", "figures", "references", "follow_ups", "votes", "motions", "declarations", "exclusions",
          "actions", "decisions", "questions", "resolutions", "recommendations")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range of text to be set apart: a cited passage, a part of the record, furniture or unread matter."""

    start: int
    end: int
    tag: str            # "mark" or "span"
    kind: str           # class of the element
    anchor: str = ""
    back: str = ""      # finished HTML put after the passage


class SourcePages:
    """The web pages of one source, and the addresses of its passages."""

    def __init__(self, document: Document, stem: str) -> None:
        self.document, self.stem = document, stem
        self.starts = [p.start for p in document.pages]

    def file_of(self, span: Span) -> str:
        """The page on which a passage of the source is shown; long sources are spread over several."""
        chunk = 0
        if len(self.starts) > SHEETS and not self.document.markup:
            chunk = max(0, bisect_right(self.starts, span.start) - 1) // SHEETS
        return f"{self.stem}--source{f'-{chunk + 1}' if chunk else ''}.html"

    def link(self, span: Span | None, of: str) -> str:
        """A link to the passage, saying where it is. `of` tells people who hear the page what it belongs to."""
        if span is None or span.source != self.document.source.sha256:
            return ""
        page = span.page if len(self.starts) > 1 else None
        words = f"page {page}" if page else "the passage"
        return f'<a href="{self.file_of(span)}#{anchor_of(span)}">{words}<span class="vh">, source of {e(of)}</span></a>'

    def files(
        self, records: Sequence[Record], coverage: Sequence[Coverage], backs: dict[tuple[int, int], str], *,
        collection: str, paper: tuple[str, str],
    ) -> Iterator[tuple[str, str]]:
        """The web pages, as (file name, HTML). `backs` are the ways back from a passage to its statements."""
        stretches = self._stretches(records, coverage, backs)
        sheets = list(self._sheets(stretches))
        source = self.document.source
        groups = [sheets[i : i + SHEETS] for i in range(0, len(sheets), SHEETS)] or [[]]
        for number, group in enumerate(groups):
            name = f"{self.stem}--source{f'-{number + 1}' if number else ''}.html"
            others = "".join(
                f' <a href="{self.stem}--source{f"-{n + 1}" if n else ""}.html">part {n + 1}</a>'
                for n in range(len(groups)) if n != number)
            head = (
                f'<p class="eyebrow">Source as archived</p><h1>{e(source.name)}</h1>'
                f'<p class="small quiet">{dotted(e(source.media_type), f"archived text by {e(source.extractor)}", f"SHA-256 {e(source.sha256[:16])}…")}</p>'
                '<p class="small quiet">Underlined words are cited by the record; grey words are headers, page numbers and '
                "the like. A link from a statement shows its passage in yellow.</p>"
                + (f'<p class="small">Long source, in {len(groups)} parts: this is part {number + 1};{others}</p>' if others else "")
            )
            body = head + '<div class="desk">' + "".join(group) + "</div>"
            yield name, frame(f"Source: {source.name}", body, collection=collection,
                              trail=[("index.html", "Papers"), paper, ("", "Source")])

    def _stretches(
        self, records: Sequence[Record], coverage: Sequence[Coverage], backs: dict[tuple[int, int], str]
    ) -> list[Stretch]:
        found: dict[tuple[int, int], Stretch] = {}
        for record in records:
            for path, part in cited(record):
                where = part.where
                if where.source != self.document.source.sha256 or where.start >= where.end:
                    continue
                claim = path.split("[")[0] in CLAIMS or ".resolutions" in path
                key = (where.start, where.end)
                if key not in found or claim:
                    found[key] = Stretch(*key, "mark" if claim else "span", "" if claim else "part",
                                         anchor_of(where), backs.get(key, ""))
        out = list(found.values())
        kinds = ("unread",) if self.document.markup else ("furniture", "unread")
        out.extend(Stretch(c.start, c.end, "span", c.kind) for c in coverage if c.kind in kinds)
        return sorted(out, key=lambda s: (s.start, -s.end))

    def _sheets(self, stretches: Sequence[Stretch]) -> Iterator[str]:
        document = self.document
        if document.markup:
            yield _sheet("As read, mark-up apart", "".join(_lines(document.lines, stretches)))
            return
        pages = [(p.number, p.start, p.end, p.printed) for p in document.pages] or [(1, 0, len(document.text), "")]
        starts = [s.start for s in stretches]
        longest = max((s.end - s.start for s in stretches), default=0)
        for number, start, end, printed in pages:
            low, high = bisect_right(starts, start - longest - 1), bisect_right(starts, end)
            own = [_clipped(s, start, end) for s in stretches[low:high] if s.start < end and s.end > start]
            title = f"Page {number} of {len(pages)}" + (f", printed {printed}" if printed else "") if len(pages) > 1 else ""
            yield _sheet(title, f'<div class="text">{weave(document.text[start:end].rstrip(), own)}</div>',
                         f"page-{number}")


def _sheet(title: str, body: str, anchor: str = "") -> str:
    name = f' id="{anchor}"' if anchor else ""
    return f'<article class="sheet"{name}>{f"<h2>{e(title)}</h2>" if title else ""}{body}</article>\n'


def _clipped(s: Stretch, start: int, end: int) -> Stretch:
    """The part of a stretch that lies on this page, in the page's own offsets. Its name stays where it begins."""
    return Stretch(max(s.start, start) - start, min(s.end, end) - start, s.tag, s.kind,
                   s.anchor if s.start >= start else "", s.back if s.end <= end else "")


def _lines(lines: Iterable[Line], stretches: Sequence[Stretch]) -> Iterator[str]:
    """Lines of a marked-up source, each a paragraph, the stretches brought into the line's own offsets."""
    named: set[str] = set()
    starts = [s.start for s in stretches]
    longest = max((s.end - s.start for s in stretches), default=0)
    for line in lines:
        if not line.runs:
            continue
        begin, stop = min(r[2] for r in line.runs), max(r[3] for r in line.runs)
        own = []
        for s in stretches[bisect_right(starts, begin - longest - 1) : bisect_right(starts, stop)]:
            if s.end <= begin or s.start >= stop:
                continue
            low, high = _within(line.runs, s.start, s.end)
            if low >= high:
                continue
            anchor = s.anchor if s.anchor not in named else ""
            named.add(anchor)
            own.append(Stretch(low, high, s.tag, s.kind, anchor, s.back if s.end <= stop else ""))
        yield f"<p>{weave(line.text, own)}</p>"


def _within(runs: Sequence[Run], start: int, end: int) -> tuple[int, int]:
    """Which part of a line's text lies at the archived range [start, end)."""
    low, high = 1 << 60, 0
    for own, own_end, begin, stop in runs:
        if begin >= end or stop <= start:
            continue
        even = own_end - own == stop - begin
        low = min(low, own + max(0, start - begin) if even else own)
        high = max(high, own_end - max(0, stop - end) if even else own_end)
    return low, high


def weave(text: str, stretches: Iterable[Stretch]) -> str:
    """The text with elements around its stretches. Where two cross, the later one is cut where the earlier ends."""
    waiting = [(s.start, -s.end, n, s) for n, s in enumerate(stretches) if s.start < min(s.end, len(text))]
    heapq.heapify(waiting)
    count = len(waiting)
    out: list[str] = []
    stack: list[Stretch] = []
    at = 0

    def close(until: int) -> None:
        nonlocal at
        while stack and stack[-1].end <= until:
            done = stack.pop()
            out.append(e(text[at : done.end]) + f"</{done.tag}>{done.back}")
            at = max(at, done.end)

    while waiting:
        start, _, _, s = heapq.heappop(waiting)
        close(start)
        if stack and stack[-1].end < s.end:
            count += 1
            cut = stack[-1].end
            heapq.heappush(waiting, (cut, -s.end, count + (1 << 30), Stretch(cut, s.end, s.tag, s.kind, "", s.back)))
            s = Stretch(s.start, cut, s.tag, s.kind, s.anchor)
        out.append(e(text[at:start]))
        at = start
        name = f' id="{s.anchor}"' if s.anchor else ""
        kind = f' class="{s.kind}"' if s.kind else ""
        out.append(f"<{s.tag}{name}{kind}>")
        stack.append(s)
    close(len(text) + 1)
    out.append(e(text[at:]))
    return "".join(out)
