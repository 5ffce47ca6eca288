"""Who did what, and when: one entry for each change, written in the transaction that makes it."""
from __future__ import annotations

from scrutiny.access.models import Changed, Entry


def entry(what: str, of: str, told: str, *, by: str, act: str) -> None:
    Entry.objects.create(what=what, of=of[:300], told=told, by=by, act=act)


def changed(item: int) -> None:
    """Tell the search index, through the outbox, that an item is not as it was."""
    Changed.objects.create(item=item)
