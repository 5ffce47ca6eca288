"""Votes taken, with their counts and names."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting


def votes(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Votes taken, with their counts and names."""
    yield from ()
