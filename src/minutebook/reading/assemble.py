"""A paper and what its steps found become one Record; a document's characters are shared out, each once."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutebook.documents.blocks import Document
from minutebook.problems import Problem
from minutebook.reading.checks import check
from minutebook.reading.claims import in_pieces, read_claims
from minutebook.reading.minutes import read_minutes
from minutebook.reading.paper import Paper
from minutebook.reading.passages import Setting
from minutebook.reading.steps.motions import elections
from minutebook.reading.style import apply, choose
from minutebook.record import Coverage, Defect, Record

DEFECTS = {"error-banner", "merge-debris"}


def read_paper(paper: Paper) -> Record:
    """Read one paper by the steps of its kind."""
    from minutebook.reading.kinds import READERS
    from minutebook.reading.kinds.log import action_rows

    style, margin = choose(paper)
    paper.blocks = apply(style, paper.blocks)
    reader = READERS.get(paper.kind)
    found, extra = reader(paper) if reader else (read_minutes(paper), {})
    listed = action_rows(paper, [i.number or i.number_inferred for i in found.items]) if not reader else []
    setting = Setting(paper.kind, found.heading.body, found.heading.date,
                      tuple((p.name, p.role or "") for p in found.attendance), found.heading.chair)
    passages, places = in_pieces(found.passages, found.places)
    claims = read_claims(paper, passages, places, setting)
    if listed:
        claims["actions"] = (*claims.get("actions", ()), *listed)
    elected = {p.item: dict(f.fields) for f in elections(passages, setting) for p in (passages[f.passage],)}
    items = tuple(replace(i, moved_seconded=elected[n]) if (n := i.number or i.number_inferred) in elected else i for i in found.items)
    paper.problems += check(paper, found.attendance, items, found.passages, found.places)
    return Record(
        kind=paper.kind, source=paper.document.source, title=found.heading.title,
        authority=found.heading.authority, body=found.heading.body, date=found.heading.date, time=found.heading.time,
        venue=found.heading.venue, chair=found.heading.chair, attendance=tuple(found.attendance),
        items=items, questions=tuple(found.questions), documents=tuple(found.documents),
        defects=tuple(Defect(b.note, b.text, paper.span(b)) for b in paper.blocks if b.note in DEFECTS),
        style=style.name, style_margin=margin, agenda_item=paper.agenda_item, pack_pages=paper.pack_pages,
        problems=(*paper.document.problems, *paper.problems), **{**claims, **extra},
    )


def with_coverage(document: Document, papers: Sequence[Paper], records: Sequence[Record]) -> list[Record]:
    """Share out the archived text: each character in one leaf, in furniture, or in the unread list."""
    shares = coverage_of(document, papers)
    out = []
    for record, own in zip(records, shares, strict=True):
        problems = list(record.problems)
        unread = sum(len(document.text[c.start: c.end].split()) for c in own if c.kind == "unread")
        everything = sum(len(document.text[c.start: c.end].split()) for c in own if c.kind != "furniture") or 1
        if unread > 0.02 * everything:
            problems.append(Problem("much-unread", f"{unread:,} of {everything:,} words found no place in the record.", level="error"))
        out.append(replace(record, coverage=tuple(own), problems=tuple(problems)))
    return out


def coverage_of(document: Document, papers: Sequence[Paper]) -> list[list[Coverage]]:
    """For each paper its stretches of the archived text, in order, without gap or overlap."""
    text = document.text
    pieces: list[tuple[int, int, str, int]] = []
    for n, paper in enumerate(papers):
        for block in paper.blocks:
            kind = "furniture" if block.kind == "furniture" else paper.leaf.get(block.number, "unread")
            for _, _, start, end in block.marker_runs + block.runs:
                pieces.append((start, end, kind, n))
    pieces.sort()
    shares: list[list[Coverage]] = [[] for _ in papers]
    if not papers:
        return shares
    at = 0
    owner, last_kind = 0, "furniture"
    between = "furniture" if document.markup else "unread"

    def put(start: int, end: int, kind: str, n: int) -> None:
        own = shares[n]
        if own and own[-1].end == start and own[-1].kind == kind:
            own[-1] = Coverage(own[-1].start, end, kind)
        elif start < end:
            own.append(Coverage(start, end, kind))

    for start, end, kind, n in pieces:
        start = max(start, at)
        if start >= end:
            continue
        if at < start:
            gap = text[at:start]
            blank = not gap.strip() or not any(c.isalnum() for c in gap)
            put(at, start, last_kind if blank else between, owner)
        put(start, end, kind, n)
        at, owner, last_kind = end, n, kind
    if at < len(text):
        gap = text[at:]
        put(at, len(text), last_kind if not any(c.isalnum() for c in gap) else between, owner)
    return shares
