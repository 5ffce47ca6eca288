"""`minutebook show FILE --at SPAN`: the passage, where it stands, and whether the citation holds."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

from minutebook.citations import bare, cited, parse_span, quote_of, stands, visible, words_at
from minutebook.cli import DOUBTS, OK, UNREADABLE, Misused
from minutebook.cli.batch import limits_of, tell
from minutebook.cli.summary import Look
from minutebook.documents.blocks import Document
from minutebook.problems import UnreadableFile
from minutebook.provenance import CitationError, Span
from minutebook.readings import Given, Reading, coverage_of, load, read_given

NOUN = {"commitments": "promise", "figures": "figure", "references": "reference", "items": "item", "votes": "vote",
        "paragraphs": "paragraph", "resolutions": "resolution", "attendance": "person", "questions": "question",
        "follow_ups": "follow-up", "declarations": "declaration", "motions": "motion", "actions": "action",
        "entries": "entry", "exclusions": "exclusion", "sections": "section", "documents": "listed document",
        "problems": "problem", "defects": "defect", "decisions": "decision", "meetings": "planned meeting"}


def run(chosen: argparse.Namespace) -> int:
    """Print a passage with what stands around it, and verify it. Gives the exit status."""
    try:
        source, start, end = parse_span(chosen.at)
    except CitationError as error:
        raise Misused(str(error)) from None
    limits = limits_of(chosen)
    path = Path(chosen.paper)
    try:
        data = sys.stdin.buffer.read() if chosen.paper == "-" else load(path, limits)
        reading = read_given(Given(path.name, data=data), limits)
        document = _document(reading, source, end)
    except UnreadableFile as error:
        error.file = error.file or str(path)
        tell(error)
        return UNREADABLE
    except CitationError as error:
        print(f"minutebook show: {error}", file=sys.stderr)
        return DOUBTS
    look = Look.of(sys.stdout)
    page = next((p.number for p in document.pages if p.start <= start < p.end), None)
    span = Span(document.source.sha256, start, end, page)
    _print(document, span, chosen.around, look)
    status = _verify(reading, document, span, chosen.quote)
    if chosen.picture:
        return max(status, _picture(data, document, span, Path(chosen.picture)))
    return status


def _document(reading: Reading, source: str, end: int) -> Document:
    if not reading.documents:
        raise reading.unreadable[0]
    if source:
        found = next((d for d in reading.documents if d.source.sha256.startswith(source)), None)
        if found is None:
            raise CitationError(f"{reading.name} is not the source {source}; the file may have changed since")
    elif len(reading.documents) == 1:
        found = reading.documents[0]
    else:
        raise CitationError(f"{reading.name} holds {len(reading.documents)} papers; write HASH:START-END")
    if end > len(found.text):
        raise CitationError(f"{found.source.name} has {len(found.text):,} characters; the place lies beyond them")
    return found


def _print(document: Document, span: Span, around: int, look: Look) -> None:
    text = document.text

    def shown(start: int, end: int) -> str:
        return " ".join(visible(text[start:end]).split()) if document.markup else text[start:end]

    before, after = shown(max(0, span.start - around), span.start), shown(span.end, min(len(text), span.end + around))
    page = next((p for p in document.pages if p.number == span.page), None)
    where = [document.source.name]
    if page and len(document.pages) > 1:
        where.append(f"page {page.number} of {len(document.pages)}" + (f" (printed {page.printed})" if page.printed else ""))
    where.append(f"characters {span.start:,} to {span.end:,} of {len(text):,}")
    print(look.bold(", ".join(where)))
    print(look.quiet(f"sha256 {document.source.sha256} · archived text by {document.source.extractor}"))
    if page and page.ocr:
        print(look.quiet(f"read by OCR, confidence {page.confidence:.0%}"))
    for number, left, top, right, bottom in document.boxes(span) if document.boxes else ():
        print(look.quiet(f"box on page {number}: {left:.1f} {top:.1f} {right:.1f} {bottom:.1f}"))
    marked = shown(span.start, span.end)
    begin, stop = ("\x1b[7m", "\x1b[0m") if look.colour else ("⟦", "⟧")
    gap = " " if document.markup else ""
    print(f"\n{'…' if span.start > around else ''}{before}{gap}{begin}{marked}{stop}{gap}{after}"
          f"{'…' if span.end + around < len(text) else ''}\n")


def _verify(reading: Reading, document: Document, span: Span, quote: str | None) -> int:
    coverage = coverage_of(document, reading.records)
    if quote is not None:
        here = words_at(document, span.start, span.end, coverage)
        if bare(quote) not in bare(here):
            print("Not verified: those words do not stand here.")
            return DOUBTS
        print("Verified: those words stand here.")
        return OK
    status = OK
    for record in reading.records:
        if record.source != document.source:
            continue
        for path, part in cited(record):
            if part.where.start >= span.end or part.where.end <= span.start:
                continue
            said = quote_of(part)
            noun = NOUN.get(path.split(".")[-1].split("[")[0], path)
            exact = " (exactly)" if (part.where.start, part.where.end) == (span.start, span.end) else ""
            verdict = ""
            if said is not None:
                holds = stands(document, part.where, said, coverage)
                verdict = ": quote verified" if holds else ": quote NOT verified"
                status = status if holds else DOUBTS
            print(f"Cited here by {path} ({noun}) at {part.where.start}-{part.where.end}{exact}{verdict}")
    return status


def _picture(data: bytes, document: Document, span: Span, out: Path) -> int:
    """Draw the page on which the passage begins, the passage marked."""
    if document.boxes is None or span.page is None:
        raise Misused(f"{document.source.name} has no pages to draw; --picture is for PDFs")
    from minutebook.documents.pictures import page_picture

    try:
        drawn = page_picture(data, span.page, dpi=120, boxes=document.boxes(span))
    except UnreadableFile as error:
        error.file = error.file or document.source.name
        tell(error)
        return UNREADABLE
    except ModuleNotFoundError as error:
        raise Misused(f"drawing a page needs the package {error.name}; install pillow with pip") from None
    out.write_bytes(drawn)
    print(f"Page {span.page} drawn in {out}")
    return OK
