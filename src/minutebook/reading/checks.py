"""What a paper leaves open, said plainly: each doubt with a code, a sentence and its place."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from minutebook.documents.blocks import Block
from minutebook.problems import Problem
from minutebook.reading.dates import find_dates
from minutebook.reading.paper import Paper
from minutebook.reading.passages import Passage
from minutebook.record import Attendee, Item

MINUTES_KINDS = ("minutes", "web-minutes", "web-item")


def check(paper: Paper, attendance: Sequence[Attendee], items: Sequence[Item], passages: Sequence[Passage],
          places: Sequence[tuple[Block, int]]) -> Iterator[Problem]:
    """Every doubt about one paper as it was read."""
    yield from same_surname(paper, attendance, passages, places)
    yield from impossible_dates(paper, passages, places)
    yield from item_numbers(items)
    yield from too_little(paper, attendance, items, passages)


def same_surname(paper: Paper, attendance: Sequence[Attendee], passages: Sequence[Passage], places: Sequence[tuple[Block, int]]) -> Iterator[Problem]:
    """Two people of one surname, one of them named without initials: which?"""
    shared: dict[str, list[str]] = defaultdict(list)
    for person in attendance:
        words = person.name.split()
        if words and person.name not in shared[words[-1]]:
            shared[words[-1]].append(person.name)
    for surname, names in shared.items():
        firsts = {n.split()[0][:1] for n in names if len(n.split()) > 1}
        if len(names) < 2 or len(firsts) < 2:
            continue
        bare = re.compile(rf"\b(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.?\s+{re.escape(surname)}\b")
        for passage, (block, offset) in zip(passages, places, strict=True):
            if m := bare.search(passage.text):
                yield Problem("name-ambiguous", f"‘{m[0]}’ may be {' or '.join(names)}.", paper.span(block, offset + m.start(), offset + m.end()))
                break


def impossible_dates(paper: Paper, passages: Sequence[Passage], places: Sequence[tuple[Block, int]]) -> Iterator[Problem]:
    """Dates that are no day of the calendar, or fall on another weekday than the one printed."""
    for passage, (block, offset) in zip(passages, places, strict=True):
        for printed in find_dates(passage.text):
            words = passage.text[printed.start: printed.end]
            where = paper.span(block, offset + printed.start, offset + printed.end)
            if printed.iso is None and re.search(r"[A-Za-z]", words):
                yield Problem("date-unclear", f"‘{words}’ is not a day of the calendar.", where)
            elif not printed.weekday_fits:
                yield Problem("weekday-unclear", f"‘{words}’: that date falls on another weekday.", where)


def item_numbers(items: Sequence[Item]) -> Iterator[Problem]:
    """Numbers skipped, repeated or out of their order."""
    last: tuple[int, Item] | None = None
    seen: set[str] = set()
    printed = {int(i.number) for i in items if i.number and i.number.isdigit()}
    for item in items:
        if item.number is None or not item.number.isdigit():
            continue
        value = int(item.number)
        if item.number in seen:
            yield Problem("number-repeated", f"Item {item.number} is printed twice.", item.where)
        elif last is not None and value < last[0]:
            yield Problem("number-out-of-sequence", f"Item {value} comes after item {last[0]}.", item.where)
        elif last is not None and (absent := [n for n in range(last[0] + 1, value) if n not in printed]):
            missing = str(absent[0]) if len(absent) == 1 else f"{absent[0]} to {absent[-1]}"
            yield Problem("number-skipped", f"Item {missing} is not on this paper.", item.where, "note")
        seen.add(item.number)
        last = (value, item)


def too_little(paper: Paper, attendance: Sequence[Attendee], items: Sequence[Item], passages: Sequence[Passage]) -> Iterator[Problem]:
    """Minutes in which so little was recognised that something must have gone wrong; and texts that the page cuts."""
    if paper.kind not in MINUTES_KINDS:
        return
    if items and not any(i.paragraphs or i.resolutions for i in items):
        yield Problem("no-minutes", "Items were recognised, but no minute under any of them.", items[0].where, "error")
    if paper.kind == "minutes" and not attendance:
        yield Problem("no-attendance", "No list of those present was recognised.", level="doubt")
    cut = [i for i in items if i.truncated]
    for item in cut:
        yield Problem("text-cut", f"The text of item {item.number or item.number_inferred or item.title} is cut on this page; the full minute stands elsewhere.", item.where, "note")
