"""Pointers to other records, pages, statutes and documents."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting


def references(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Pointers to other records, pages, statutes and documents."""
    yield from ()
