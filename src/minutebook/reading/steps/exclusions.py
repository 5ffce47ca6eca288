"""The press and public excluded, and on what ground."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting


def exclusions(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """The press and public excluded, and on what ground."""
    yield from ()
