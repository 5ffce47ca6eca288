"""Where a statement was read: the source, and the place in its archived text.

Offsets count code points of the source's archived text. A citation is checked when it is made:
the quoted words must stand at the offsets given, white space and mark-up apart.
"""
from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A paper as it was received: its name, the hash of its bytes, and how its archived text was made.

    `address` and `fetched_at` are known where the paper was fetched rather than handed in.
    """

    name: str
    sha256: str
    media_type: str
    extractor: str  # name and version of the code that made the archived text, e.g. "pdf-1"
    address: str | None = None
    fetched_at: str | None = None

    @staticmethod
    def hash_of(data: bytes) -> str:
        """The SHA-256 of the bytes, in hexadecimal: by it a source is known wherever it is cited."""
        return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Span:
    """A passage: code points [start, end) of the archived text of one source.

    `page` counts from 1 in the file as received; None where the source has no pages.
    `block` counts the blocks of the document from 0.
    """

    source: str  # sha256 of the bytes
    start: int
    end: int
    page: int | None = None
    block: int | None = None

    def __str__(self) -> str:
        return f"{self.source[:12]}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in its own words, with the words before and after it.

    Source: W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector.
    """

    exact: str
    prefix: str
    suffix: str
    span: Span


class CitationError(ValueError):
    """The quoted words do not stand where the citation says."""
