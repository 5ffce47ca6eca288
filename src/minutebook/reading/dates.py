"""Dates and times as papers print them: "Thursday, 21st November, 2019", "21.11.19", "2.00 pm", "noon"."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "ionawr"), ("february", "feb", "chwefror"), ("march", "mar", "mawrth"),
            ("april", "apr", "ebrill"), ("may", "mai"), ("june", "jun", "mehefin"), ("july", "jul", "gorffennaf"),
            ("august", "aug", "awst"), ("september", "sept", "sep", "medi"), ("october", "oct", "hydref"),
            ("november", "nov", "tachwedd"), ("december", "dec", "rhagfyr"),
        ),
        start=1,
    )
    for name in names
}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd \w+)"

WORDED = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th|af|eg|fed|ain|ydd|il|ed)?\s*(?:day of\s+)?(?:of\s+)?"
    rf"(?P<month>{MONTH}),?\s*(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d\d|\d\d)\b")
ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")

TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>[ap]|y[bp])\.?\s?(?:m\b\.?|(?<=y[bp])\b)"
    r"|\b(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?:\s?(?:hrs|hours))?\b(?![.:/]\d)"
    r"|\b(?P<hourh>\d{4})\s?(?:hrs|hours)\b"
    r"|\b(?:12\s*)?(?P<noon>noon|midday|mid-day)\b",
    re.IGNORECASE,
)


# "7.00 - 8.45 pm": the half of the day is printed once, for both ends.
SPAN = re.compile(r"\b(?P<start>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?:-|–|—|to|until)\s*(?P<end>\d{1,2})(?:[.:]\d\d)?\s*(?P<half>[apAP])\.?\s?[mM]\b")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed. `iso` is None where no such day exists."""

    start: int
    end: int
    iso: str | None
    weekday_fits: bool = True


def find_dates(text: str) -> Iterator[PrintedDate]:
    """Every full date (day, month, year) in the text, in order."""
    found: list[PrintedDate] = []
    for m in _candidates(text):
        if any(p.start < m.end() and m.start() < p.end for p in found):
            continue
        found.append(_date_of(m))
    yield from sorted(found, key=lambda p: p.start)


YEAR = re.compile(r"(?:19|20)\d\d\b")
IN_FIGURES = re.compile(r"\d[./-]\d{1,2}[./-]\d\d")
LONGEST = 90            # characters before the year in which a date in words begins


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """What looks like a date. Words are looked at only where a year follows them."""
    stretches: list[tuple[int, int]] = []
    for year in YEAR.finditer(text):
        low = max(0, year.start() - LONGEST)
        if stretches and low <= stretches[-1][1]:
            low = stretches.pop()[0]
        stretches.append((low, year.end()))
    for pattern in (WORDED, MONTH_FIRST):
        for low, high in stretches:
            yield from pattern.finditer(text, low, high)
    if IN_FIGURES.search(text):
        yield from ISO.finditer(text)
        yield from NUMERIC.finditer(text)


def _date_of(m: re.Match[str]) -> PrintedDate:
    month = m["month"].lower().rstrip(".")
    number = int(month) if month.isdigit() else MONTHS[month]
    year = int(m["year"])
    year += 2000 if year < 100 else 0
    try:
        day = date(year, number, int(m["day"]))
    except ValueError:
        return PrintedDate(m.start(), m.end(), None)
    named = (m.groupdict().get("weekday") or "").lower()
    fits = named not in WEEKDAYS or WEEKDAYS[day.weekday()] == named
    return PrintedDate(m.start(), m.end(), day.isoformat(), fits)


def first_date(text: str) -> str | None:
    """The first possible date in the text, in ISO form."""
    return next((d.iso for d in find_dates(text) if d.iso), None)


def find_time(text: str) -> str | None:
    """The first time of day in the text, as HH:MM on the 24-hour clock."""
    if m := re.search(r"\b(?:commenc\w+|start\w*|began|opened)\s+(?:at\s+)?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\b", text, re.IGNORECASE):
        return f"{m['hour']}:{m['minute']}"
    if m := SPAN.search(text):
        start, end = int(m["start"]), int(m["end"])
        first = TIME.search(text)
        if 1 <= start <= 12 and 1 <= end <= 12 and (first is None or first.start() >= m.start()):
            late = (m["half"].lower() == "p") == (start % 12 <= end % 12)
            return f"{start % 12 + (12 if late else 0):02d}:{m['minute'] or '00'}"
    for m in TIME.finditer(text):
        if m["noon"]:
            return "12:00"
        if m["hourh"]:
            return f"{m['hourh'][:2]}:{m['hourh'][2:]}"
        if m["hour24"]:
            return f"{int(m['hour24']):02d}:{m['minute24']}"
        hour = int(m["hour"])
        if not 1 <= hour <= 12:
            continue
        hour = hour % 12 + (12 if m["half"].lower() in ("p", "yp") else 0)
        return f"{hour:02d}:{m['minute'] or '00'}"
    return None
