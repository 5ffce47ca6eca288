"""Stage 2: blocks become records. A document is split into papers, each read by the steps of its kind."""
from __future__ import annotations

import time

from minutebook.documents.blocks import Document
from minutebook.documents.limits import Limits
from minutebook.documents.tidy import blocks_of
from minutebook.reading.assemble import read_paper, with_coverage
from minutebook.reading.packs import as_pack, place_in_agenda
from minutebook.reading.papers import papers_of
from minutebook.record import Record


def read_document(document: Document, limits: Limits = Limits()) -> list[Record]:  # noqa: B008
    """The records of every paper in a document, in order. Every character is accounted for in `coverage`.

    Where the time that `limits` grants is over, claims are sought no further, and a problem says from where.
    """
    until = time.monotonic() + limits.seconds
    if document.shape.startswith("moderngov-service"):
        from minutebook.reading.service import read_service

        return list(read_service(document))
    blocks = blocks_of(document)
    papers = papers_of(document, blocks)
    place_in_agenda(papers)
    for paper in papers:
        paper.until = until
    records = [read_paper(paper) for paper in papers]
    records = with_coverage(document, papers, records)
    return as_pack(document, papers, records)
