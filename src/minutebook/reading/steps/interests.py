"""Interests declared by members."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting


def declarations(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Interests declared by members."""
    yield from ()
