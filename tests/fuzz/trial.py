"""What must hold of any file whatever: it is refused with a remedy, or read with no character lost.

`judge` reads one file and gives what happened; `Fault` is what must never happen.
"""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from minutebook.documents.limits import Limits
from minutebook.formats.records import from_json, to_json
from minutebook.problems import UnreadableFile
from minutebook.provenance import Span
from minutebook.readings import Reading, coverage_of, read_bytes
from minutebook.record import Coverage


class Fault(AssertionError):
    """A promise of the reader that did not hold for this file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """"read" or "refused: CODE", the papers found, the characters archived and those left unread."""

    what: str
    papers: int = 0
    characters: int = 0
    unread: int = 0


def judge(data: bytes, name: str, limits: Limits) -> Outcome:
    """Read the file and hold the reader to its promises. Raises Fault."""
    try:
        reading = read_bytes(data, name, limits)
    except UnreadableFile as error:
        told(error)
        return Outcome(f"refused: {error.code}")
    for error in reading.unreadable:
        told(error, remedy=False)       # a member of an archive tells its remedy in the sentence
    unread = partitioned(reading)
    placed(reading)
    travels(reading)
    size = sum(len(d.text) for d in reading.documents)
    return Outcome("read" if reading.records else f"refused: {reading.unreadable[0].code}", len(reading.records), size, unread)


def told(error: UnreadableFile, *, remedy: bool = True) -> None:
    """A refusal has a code, says what is wrong in a sentence, and what to do."""
    if not (error.code and error.what.strip().endswith((".", "…", ")", ":")) and (error.remedy or not remedy) and error.file):
        raise Fault(f"a refusal that does not help: {error.code!r} {error!s}")


def partitioned(reading: Reading) -> int:
    """Each character of each archived text lies in exactly one leaf. Gives the number left unread."""
    unread = 0
    for document in reading.documents:
        at = 0
        for leaf in coverage_of(document, reading.records):
            if leaf.start != at or leaf.end <= leaf.start:
                raise Fault(f"characters {at} to {leaf.start} of {document.source.name} lie in no leaf or in two ({leaf})")
            at = leaf.end
            unread += leaf.end - leaf.start if leaf.kind == "unread" else 0
        if at != len(document.text):
            raise Fault(f"{document.source.name} has {len(document.text)} characters, accounted for {at}")
    return unread


def placed(reading: Reading) -> None:
    """Every place lies within the archived text of a source of this file."""
    length: dict[str, int] = {}
    for d in reading.documents:
        length[d.source.sha256] = max(length.get(d.source.sha256, 0), len(d.text))
    for record in reading.records:
        for span in spans(record):
            if span.source not in length or not 0 <= span.start <= span.end <= length[span.source]:
                raise Fault(f"a place outside its source: {span!r}, of {length.get(span.source)} characters")


def spans(part: Any) -> Iterator[Span]:
    if isinstance(part, Span):
        yield part
    elif isinstance(part, (str, int, float, Coverage)):
        return
    elif is_dataclass(part):
        for name in part.__slots__:         # type: ignore[attr-defined]
            yield from spans(getattr(part, name))
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from spans(one)
    elif isinstance(part, dict):
        for one in part.values():
            yield from spans(one)


def travels(reading: Reading) -> None:
    """The record can be written as UTF-8 JSON, and read again as the same record."""
    try:
        written = json.dumps(to_json(reading.records), ensure_ascii=False, allow_nan=False).encode("utf-8")
    except ValueError as error:
        raise Fault(f"the record cannot be written: {error}") from error
    again = from_json(json.loads(written))
    if again != list(reading.records):
        for a, b in zip(again, reading.records, strict=False):
            for f in fields(a):
                if getattr(a, f.name) != getattr(b, f.name):
                    raise Fault(f"{f.name} differs after JSON: {getattr(a, f.name)!r:.300} was {getattr(b, f.name)!r:.300}")
        raise Fault("records differ after JSON")
