"""Action lines: who is to do what, by when."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting


def actions(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Action lines: who is to do what, by when."""
    yield from ()
