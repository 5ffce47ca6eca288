"""References find their targets among the papers read together.

A target is written as a path: "minutes/BODY/DATE", with "#NUMBER" for an item of it. What is not held keeps None
or the canonical form that its own words give.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.reading.dates import find_dates
from minutebook.record import Record, Reference

NUMBER = re.compile(r"\b(?:minute|min|item)s?\.?\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,4}(?:/\d{2,4})?)", re.IGNORECASE)


def resolve(records: Sequence[Record]) -> list[Record]:
    """The same records, their references resolved where the target is among them."""
    meetings: dict[tuple[str, str | None], Record] = {(_key(r.body), r.date): r for r in records if r.kind in ("minutes", "web-minutes") and r.date and r.body}
    if not meetings:
        return list(records)
    dates: dict[str | None, Record] = {date: record for (_, date), record in meetings.items()}
    return [replace(r, references=tuple(_with_target(r, ref, meetings, dates) for ref in r.references)) if r.references else r for r in records]


def _key(body: str | None) -> str:
    return re.sub(r"\W+", "-", (body or "").lower()).strip("-")


def _with_target(record: Record, ref: Reference, meetings: dict[tuple[str, str | None], Record], dates: dict[str | None, Record]) -> Reference:
    if ref.kind not in ("minute", "meeting"):
        return ref
    number = NUMBER.search(ref.quote)
    for printed in find_dates(ref.quote):
        held = meetings.get((_key(record.body), printed.iso)) or dates.get(printed.iso)
        if held is not None:
            return replace(ref, target=_path(held, number["number"] if number else None))
    if number and ref.kind == "minute":
        value = number["number"]
        for (body, date), held in sorted(meetings.items(), key=lambda m: m[0][1] or "", reverse=True):
            earlier = record.date is None or (date or "") <= record.date
            if body == _key(record.body) and earlier and any(i.number == value for i in held.items):
                return replace(ref, target=_path(held, value))
    return ref


def _path(record: Record, number: str | None) -> str:
    return f"minutes/{_key(record.body)}/{record.date}" + (f"#{number}" if number else "")
