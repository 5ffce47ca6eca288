"""Who did what, and when: one entry for each change, written in the transaction that makes it."""
from __future__ import annotations

from collections.abc import Iterable

from scrutiny.access.models import Changed, Entry


def entries(done: Iterable[tuple[str, str, str]], *, by: str, act: str) -> None:
    """Enter what was done, in its order: what, of what, and the sentence about it."""
    Entry.objects.bulk_create([Entry(what=what, of=of[:300], told=told, by=by[:200], act=act) for what, of, told in done], batch_size=500)


def changed(item: int) -> None:
    """Tell the search index, through the outbox, that an item is not as it was."""
    Changed.objects.create(item=item)
