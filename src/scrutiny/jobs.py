"""The recurring tasks of the house, one short function each."""
from __future__ import annotations

from scrutiny.access.models import Changed
from scrutiny.publish import search, shelf


def bring_index_up_to_date() -> int:
    """Take from the outbox what has changed, and tell the index. An entry goes only once the index has it."""
    waiting = shelf.waiting()
    if waiting:
        try:
            search.update({item for _, item in waiting})
        except search.Busy:
            return 0        # whoever holds the index will be followed by another turn; nothing in the outbox is lost
        Changed.objects.filter(id__in=[number for number, _ in waiting]).delete()
    return len({item for _, item in waiting})


def rebuild_index() -> int:
    """Build the index anew; what came into the outbox meanwhile waits for the next turn."""
    before = [number for number, _ in shelf.waiting()]
    count = search.rebuild()
    Changed.objects.filter(id__in=before).delete()
    return count
