"""A pack: several papers in one file, led by an agenda that says which paper serves which item."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.documents.blocks import Document
from minutebook.reading.paper import Paper
from minutebook.reading.steps.items import Head, find_heads
from minutebook.record import Linked, Record

PRINTED_PAGE = re.compile(r"(?:page\s*)?[-–—]?\s?(?P<page>\d{1,4})\s?[-–—]?(?:\s*of\s*\d+)?", re.IGNORECASE)


def place_in_agenda(papers: Sequence[Paper]) -> None:
    """Give each paper behind an agenda the item it serves and its printed pages: by page range, else by title."""
    front = next((p for p in papers if p.kind == "agenda"), None)
    if front is None or len(papers) < 2:
        return
    heads = [h for h in find_heads(front, front.body(), 0) if h.number]
    left = [h for h in heads if h.pages] or heads
    for paper in papers:
        if paper is front:
            continue
        printed = printed_pages(paper)
        if printed:
            paper.pack_pages = printed
        head = _stamped(heads, paper) or _by_page(left, printed) or _by_title(heads, paper)
        if head is not None:
            paper.agenda_item = head.number


def printed_pages(paper: Paper) -> tuple[int, int] | None:
    """First and last page number printed on the paper's pages."""
    numbers = [int(m["page"]) for b in paper.blocks if b.kind == "furniture" and len(b.text) < 24
               and (m := PRINTED_PAGE.fullmatch(b.text.strip()))]
    return (min(numbers), max(numbers)) if numbers else None


STAMPED = re.compile(r"(?:agenda|eitem) (?:item )?(?:no\.?\s*)?(?P<item>\d{1,3}[a-z]?|[A-Z]\d{0,2})\.?$", re.IGNORECASE)


def _stamped(heads: Sequence[Head], paper: Paper) -> Head | None:
    """The item that "Agenda Item 5" at the top of the paper's first page names."""
    for block in paper.body()[:2]:
        if m := STAMPED.match(block.text.strip()):
            return next((h for h in heads if h.number and h.number.lower() == m["item"].lower()), None)
    return None


def _by_page(heads: Sequence[Head], printed: tuple[int, int] | None) -> Head | None:
    if printed is None:
        return None
    return next((h for h in heads if h.pages and h.pages[0] <= printed[0] <= h.pages[1]), None)


def _by_title(heads: Sequence[Head], paper: Paper) -> Head | None:
    """The agenda item whose title shares most words with the head of the paper."""
    opening = [b for b in paper.body()[:7] if len(b.text) < 240]
    words = set(_words(" ".join(b.text for b in opening)))
    best, share = None, 0.55
    for head in heads:
        mine = set(_words(head.title))
        overlap = len(mine & words) / len(mine) if len(mine) >= 2 else 0.0
        if overlap > share:
            best, share = head, overlap
    return best


def _words(text: str) -> list[str]:
    return [w for w in re.findall(r"[a-z0-9]+", text.lower()) if len(w) > 3]


def as_pack(document: Document, papers: Sequence[Paper], records: list[Record]) -> list[Record]:
    """The papers of a pack know from each other what they do not print; the pack itself has an entry, first."""
    if len(records) < 2:
        return records
    front = next((r for r in records if r.kind == "agenda"), records[0])
    owners = {_key(r.body): r.authority for r in records[::-1] if r.body and r.authority}
    out = []
    for paper, record in zip(papers, records, strict=True):
        filled: dict[str, object] = {}
        if record.kind not in ("minutes", "web-minutes"):
            if record.body is None and record.kind in ("report", "work-programme", "action-log", "questions"):
                filled["body"] = front.body
            body = record.body or filled.get("body")
            if record.authority is None and isinstance(body, str):
                filled["authority"] = owners.get(_key(body))
            if record.date is None and record.kind == "report":
                filled["date"] = front.date
        filled = {k: v for k, v in filled.items() if v}
        basis = {k: {"value": v, "basis": "printed on another paper of the same pack"} for k, v in filled.items()}
        out.append(replace(record, **filled, inferred={**record.inferred, **basis}, pages=_pages_of(paper)))  # type: ignore[arg-type]
    listed = tuple(Linked(_name_of(r), r.agenda_item, pages=r.pages) for r in out)
    here = {r.agenda_item for r in out if r.agenda_item}
    exempt = tuple({**e, "in_pack": e.get("number") in here} for e in front.exempt_items)
    out = [replace(r, exempt_items=exempt) if r.exempt_items else r for r in out]
    pack = Record("pack", document.source, "Document pack", front.authority or owners.get(_key(front.body)), front.body, front.date,
                  front.time, front.venue, documents=listed, exempt_items=exempt,
                  pages=_whole(papers))
    return [pack, *out]


def _key(body: str | None) -> str:
    return re.sub(r"\W+", " ", (body or "").lower().replace("&", "and")).strip()


def _pages_of(paper: Paper) -> tuple[int, int] | None:
    """First and last page of the file with words of the paper; a running head alone may be the next paper's."""
    pages = [b.page for b in paper.body() or paper.blocks]
    return (min(pages), max(pages)) if pages and paper.document.pages[1:] else None


def _whole(papers: Sequence[Paper]) -> tuple[int, int] | None:
    pages = [b.page for p in papers for b in p.blocks]
    return (min(pages), max(pages)) if pages and papers[0].document.pages[1:] else None


def _name_of(record: Record) -> str:
    return record.title or " ".join(p for p in (record.kind.replace("-", " ").capitalize(), "of the", record.body or record.authority or "committee", record.date) if p)
