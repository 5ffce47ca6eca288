"""Meetings as a calendar: one event per meeting of a body.

The caller says when the calendar was made. Times are local to Europe/London; a paper without a time
gives an event for the whole day, and a paper without a date gives none. A meeting with several
papers is one event. Source: RFC 5545; RFC 7986 (NAME).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from minutebook.record import Record

MEETINGS = ("minutes", "web-minutes", "agenda", "pack", "service-meeting", "meeting-page", "web-item", "questions")
"""Kinds of paper that are of a meeting: their date is its date. The first kind that has it gives the words."""

ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def to_ical(records: Iterable[Record], *, made_at: datetime, name: str = "Meetings") -> bytes:
    """Write the meetings of these records as an iCalendar file. `made_at` must bear its zone."""
    if made_at.tzinfo is None:
        raise ValueError("made_at needs a time zone, for instance UTC")
    stamp = made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    meetings: dict[tuple[str, str, str], list[Record]] = {}
    for record in records:
        if record.kind in MEETINGS and _day(record):
            who = ((record.body or "").casefold(), (record.authority or "").casefold() if not record.body else "")
            meetings.setdefault((*who, record.date or ""), []).append(record)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Matters Arising//minutebook//EN", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}", *ZONE.splitlines()]
    for papers in meetings.values():
        papers.sort(key=lambda r: MEETINGS.index(r.kind))
        lines += _event(papers, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(papers: list[Record], stamp: str) -> list[str]:
    first, day = papers[0], _day(papers[0]) or date.min
    body = next((r.body for r in papers if r.body), None) or next((r.authority for r in papers if r.authority), None)
    body = body or first.title or "Meeting"
    time = next((t for r in papers if (t := _time(r))), None)
    venue = next((r.venue for r in papers if r.venue), None)
    known = hashlib.sha256(f"{body.casefold()}|{day}".encode("utf-8", "replace")).hexdigest()[:32]
    lines = ["BEGIN:VEVENT", f"UID:{known}@minutebook", f"DTSTAMP:{stamp}"]
    bare = day.isoformat().replace("-", "")
    lines.append(f"DTSTART;TZID=Europe/London:{bare}T{time}" if time else f"DTSTART;VALUE=DATE:{bare}")
    lines.append(f"SUMMARY:{_text(body)}")
    if venue:
        lines.append(f"LOCATION:{_text(venue)}")
    agenda = [f"{item.number}. {item.title}" if item.number else item.title for item in first.items]
    if agenda:
        lines.append(f"DESCRIPTION:{_text(chr(10).join(agenda))}")
    if time is None:
        lines.append("TRANSP:TRANSPARENT")
    return [*lines, "END:VEVENT"]


def _day(record: Record) -> date | None:
    try:
        return date.fromisoformat(record.date or "")
    except ValueError:
        return None


def _time(record: Record) -> str | None:
    clock = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", record.time or "", re.ASCII)
    return f"{int(clock[1]):02}{clock[2]}00" if clock else None


def _text(value: str) -> str:
    value = CONTROL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """One content line, folded so that no line is longer than 75 octets and no character is split."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode("utf-8")
        if len(piece) + len(octets) > 75:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
