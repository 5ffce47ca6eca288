"""Motions moved and seconded, and how they ended."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting


def motions(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Motions moved and seconded, and how they ended."""
    yield from ()
