"""Citations verified: do the quoted words stand at that place of the archived text?

White space, mark-up, soft hyphens and furniture (a running header at a page turn) do not count; every
other character does.
"""
from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from minutebook.documents.blocks import Document
from minutebook.provenance import CitationError, Span
from minutebook.record import Coverage, Record

AT = re.compile(r"(?:(?P<source>[0-9a-f]{4,64}):)?(?P<start>\d+)-(?P<end>\d+)")
HIDDEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<!\[CDATA\[|\]\]>|<[/!?]?[A-Za-z][^<>]*>")
NOISE = re.compile(r"[\s*_\u00ad\u200b\u200c\u200d\u2060\ufeff]+")     # emphasis of Markdown among it


def parse_span(written: str) -> tuple[str, int, int]:
    """A place as it is printed: "5a5a5a5a5a5a:1571-1640" or "1571-1640". Raises CitationError."""
    found = AT.fullmatch(written.strip())
    if not found or int(found["start"]) >= int(found["end"]):
        raise CitationError(f"{written!r} is not a place; write START-END, such as 1571-1640")
    return found["source"] or "", int(found["start"]), int(found["end"])


def words_at(document: Document, start: int, end: int, coverage: Iterable[Coverage] = ()) -> str:
    """The words that a reader sees at [start, end): mark-up and furniture taken out, white space collapsed.

    Raises CitationError where the range lies outside the archived text.
    """
    if not 0 <= start < end <= len(document.text):
        raise CitationError(f"{start}-{end} lies outside the archived text of {len(document.text):,} characters")
    pieces, at = [], start
    if not document.markup:  # between tags, mark-up itself is the furniture
        for part in coverage:
            if part.kind == "furniture" and part.start < end and part.end > start:
                pieces.append(document.text[at : max(at, part.start)])
                at = max(at, part.end)
    pieces.append(document.text[at:end])
    text = " ".join(pieces)
    return " ".join((visible(text) if document.markup else text).split())


def visible(markup: str) -> str:
    """What a page shows of its mark-up. Records of web services hold pages within, so it is undone twice."""
    opened, closed = markup.find("<"), markup.find(">")
    if closed >= 0 and (opened < 0 or closed < opened):      # a range may begin or end inside a tag
        markup = markup[closed + 1 :]
    if markup.rfind("<") > markup.rfind(">"):
        markup = markup[: markup.rfind("<")]
    for _ in range(2):
        markup = html.unescape(TAG.sub(" ", HIDDEN.sub(" ", markup)))
    return markup


def stands(document: Document, where: Span, quote: str, coverage: Iterable[Coverage] = ()) -> bool:
    """Do these words stand at that place, neither more nor less?"""
    if where.source != document.source.sha256:
        return False
    try:
        here = {bare(words_at(document, where.start, where.end, c)) for c in ((), tuple(coverage))}
    except CitationError:
        return False
    return bare(quote) in here      # furniture may itself be what is quoted, as damage to the page


def bare(text: str) -> str:
    """Characters alone, without white space, invisible ones and signs of emphasis."""
    return NOISE.sub("", text)


def cited(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every part of a record that bears a place, with the path to it, as ("items[2].paragraphs[0]", part)."""
    if is_dataclass(part) and not isinstance(part, type):
        if getattr(part, "where", None) is not None:
            yield path, part
        for slot in fields(part):
            if slot.name not in ("where", "source", "coverage"):
                yield from cited(getattr(part, slot.name), f"{path}.{slot.name}" if path else slot.name)
    elif isinstance(part, tuple):
        for number, one in enumerate(part):
            yield from cited(one, f"{path}[{number}]")


def quote_of(part: Any) -> str | None:
    """The verbatim words of a cited part, where it keeps them as they were printed."""
    quote = getattr(part, "quote", None)
    return quote if isinstance(quote, str) else None


def unverified(document: Document, record: Record, coverage: Iterable[Coverage]) -> Iterator[tuple[str, Any]]:
    """The claims of a record whose quoted words do not stand where they are cited."""
    coverage = tuple(coverage)
    for path, part in cited(record):
        quote = quote_of(part)
        if quote is not None and not stands(document, part.where, quote, coverage):
            yield path, part
