"""A claim as a Web Annotation: its own words, the words around them, and the place.

Source: W3C Web Annotation Data Model (TextQuoteSelector, TextPositionSelector, FragmentSelector);
RFC 8118 (page of a PDF).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from minutebook.formats.outline import hash_address
from minutebook.formats.records import one_to_json
from minutebook.provenance import CitationError, Quote, Source, Span
from minutebook.record import Record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of prefix and suffix."""

CLAIMS = (
    "declarations",
    "commitments",
    "figures",
    "references",
    "follow_ups",
    "motions",
    "votes",
    "exclusions",
    "defects",
)


def annotation(
    quote: Quote,
    source: Source,
    *,
    body: dict[str, Any] | None = None,
    motivation: str = "describing",
    address: str | None = None,
) -> dict[str, Any]:
    """Write one quote as an annotation of its source.

    Positions count code points of the archived text. `address` is where the paper stands; without it
    the source's own address or the hash of its bytes names it.
    """
    span = quote.span
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
    if span.page is not None and source.media_type == "application/pdf":
        pdf = "http://tools.ietf.org/rfc/rfc3778"  # the name that the data model gives for fragments of PDFs
        selectors.append({"type": "FragmentSelector", "conformsTo": pdf, "value": f"page={span.page}"})
    written: dict[str, Any] = {
        "@context": CONTEXT,
        "type": "Annotation",
        "motivation": motivation,
        "target": {
            "source": {
                "id": address or source.address or hash_address(source.sha256),
                "type": "Text",
                "format": source.media_type,
                "sha256": source.sha256,
                "extractor": source.extractor,
            },
            "selector": selectors,
        },
    }
    if body is not None:
        written["body"] = {"type": "Dataset", "format": "application/json", "value": body}
    return written


def to_annotations(records: Iterable[Record], text: str | None = None, *, address: str | None = None) -> dict[str, Any]:
    """Write every claim of these records that has a place as an annotation page.

    With the archived text of their source, each quote is cut from it and bears the words around it;
    without, the quote is the claim's own words. Raises CitationError where a place lies outside the text.
    """
    items = [one for record in records for one in _of(record, text, address)]
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": items}


def quoted(span: Span, text: str) -> Quote:
    """Cut a passage from the archived text, with the words around it. Raises CitationError."""
    if not 0 <= span.start < span.end <= len(text):
        raise CitationError(f"{span} lies outside the archived text of {len(text)} characters")
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return Quote(text[span.start : span.end], before, after, span)


def _of(record: Record, text: str | None, address: str | None) -> Iterator[dict[str, Any]]:
    written = one_to_json(record)
    for name in CLAIMS:
        for claim, told in zip(getattr(record, name), written.get(name, ()), strict=False):
            span = claim.where
            if span is None or span.source != record.source.sha256:
                continue
            quote = quoted(span, text) if text is not None else Quote(claim.quote, "", "", span)
            said = {"noun": name} | {key: value for key, value in told.items() if key != "where"}
            yield {
                k: v for k, v in annotation(quote, record.source, body=said, address=address).items() if k != "@context"
            }
