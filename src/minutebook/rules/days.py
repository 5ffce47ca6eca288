"""Clear days, working days and periods: which days count, with the bank holidays as data.

A clear day is a whole day between two others: neither the day a paper is published nor the day of the meeting
counts. Which whole days count is a choice with an authority beside it (`Counting`).
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from importlib.resources import files

from minutebook.rules.provisions import DAYS, Nation, Verdict, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook

DAY = timedelta(days=1)
LONGEST = 3660
"""No rule looks further than ten years of days."""


class Counting(StrEnum):
    """Which days count towards clear days; the statute is silent, so each body chooses."""

    WORKING = "WORKING"
    """Neither weekends nor bank holidays count: the English practice, and the default."""
    S243 = "S243"
    """Saturdays count; Sundays, bank holidays, the Christmas and the Easter break do not (1972 Act, s.243)."""
    CALENDAR = "CALENDAR"
    """Every day counts: usual for periods of 28 days."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the banks are shut in the nations named.

    `proclaimed_on` is the first day on which an extra or moved holiday could be known; None for the ordinary ones.
    `substitute_for` is the day at a weekend that it stands for, `moved_from` the day it was held on otherwise.
    """

    day: date
    name: str
    nations: tuple[Nation, ...] = tuple(Nation)
    substitute_for: date | None = None
    moved_from: date | None = None
    proclaimed_on: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which the body's own office shuts, wholly or for half the day; set locally."""

    day: date
    name: str
    half: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that do not count, and when the office shuts.

    Shutdown days count as clear days unless `closures_count` is False, for local rules that say otherwise; half-days
    count unless `half_days_count` is False. A paper published at or after `closes` (local time) is published the next
    day. `first_year` and `last_year` are the years whose bank holidays are recorded.
    """

    holidays: tuple[Holiday, ...]
    closures: tuple[Closure, ...] = ()
    closures_count: bool = True
    half_days_count: bool = True
    closes: time = time(17, 0)
    first_year: int = 2010
    last_year: int = 2028
    by_day: Mapping[date, tuple[Holiday, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        days: dict[date, tuple[Holiday, ...]] = {}
        for h in self.holidays:
            days[h.day] = (*days.get(h.day, ()), h)
        object.__setattr__(self, "by_day", days)

    def holiday(self, day: date, nation: Nation = Nation.ENGLAND) -> Holiday | None:
        """The bank holiday of that day, if it is one."""
        return next((h for h in self.by_day.get(day, ()) if nation in h.nations), None)

    def closure(self, day: date) -> Closure | None:
        """The local closure of that day, if there is one."""
        return next((c for c in self.closures if c.day == day), None)

    def known_on(self, day: date) -> Calendar:
        """The calendar as a clerk had it that day: holidays proclaimed later are not in it, moved ones are back."""
        kept = [h for h in self.holidays if h.proclaimed_on is None or h.proclaimed_on <= day]
        back = [
            Holiday(h.moved_from, h.name, h.nations)
            for h in self.holidays
            if h.moved_from and h.proclaimed_on and h.proclaimed_on > day
        ]
        return replace(self, holidays=tuple(kept + back))

    def unknown(self, start: date, end: date) -> tuple[str, ...]:
        """A warning where the period reaches years whose bank holidays are not recorded."""
        years = [y for y in (start.year, end.year) if not self.first_year <= y <= self.last_year]
        if not years:
            return ()
        return (f"The bank holidays of {years[0]} are not recorded here; only weekends were left out.",)


def load_holidays(text: str) -> Calendar:
    """A calendar from the JSON form of bank_holidays.json."""
    rows = json.loads(text)
    nations = tuple(Nation(n) for n in rows["nations"])

    def day(value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None

    holidays = tuple(
        Holiday(
            date.fromisoformat(r["day"]), r["name"], nations, day(r.get("substitute_for")), day(r.get("moved_from")),
            day(r.get("proclaimed_on")), r.get("basis", ""),
        )
        for r in rows["holidays"]
    )  # fmt: skip
    return Calendar(holidays, first_year=rows["from"], last_year=rows["to"])


HOLIDAYS = load_holidays(files(__package__).joinpath("bank_holidays.json").read_text("utf-8"))
"""The bank holidays of England and Wales, with no local closures."""


# ── the two questions ──────────────────────────────────────────────────────────────────────────────────────────────


@rule("clear-days", "working-days", "s243-days", "calendar-days", "bank-holidays")
def clear(
    published: date, meeting: date, counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS,
    nation: Nation = Nation.ENGLAND,
) -> int:  # fmt: skip
    """How many clear days lie between publication and the meeting?

    Neither end counts; a paper published on the day or later has none. Unit: days.
    """
    span = (meeting - published).days - 1
    if span > LONGEST:
        raise ValueError(f"{said(published)} and {said(meeting)} are more than ten years apart.")
    return sum(eligible(published + n * DAY, counting, calendar, nation) for n in range(1, span + 1))


@rule("clear-days", "working-days", "s243-days", "calendar-days", "bank-holidays")
def latest(
    meeting: date, needed: int, counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS,
    nation: Nation = Nation.ENGLAND,
) -> date:  # fmt: skip
    """Which is the last day to publish, for so many clear days before the meeting?

    The day before the earliest of the days that count; if the office is shut that day, the last working day before.
    """
    return working_day(_arithmetic(meeting, needed, counting, calendar, nation), calendar, nation)


def _arithmetic(meeting: date, needed: int, counting: Counting, calendar: Calendar, nation: Nation) -> date:
    """The last day by counting alone, whether or not anybody is in the office."""
    if needed < 0:
        raise ValueError("The number of clear days cannot be less than nothing.")
    if needed > LONGEST // 4:
        raise ValueError(f"{needed} clear days is longer than any rule asks.")
    day = meeting
    while needed:
        day -= DAY
        needed -= eligible(day, counting, calendar, nation)
    return day - DAY


@rule("clear-days", "working-days", "s243-days", "calendar-days", "bank-holidays")
def eligible(
    day: date, counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND
) -> bool:
    """Does this day count as a clear day?"""
    if (closure := calendar.closure(day)) is not None:
        counts = calendar.half_days_count if closure.half else calendar.closures_count
        if not counts:
            return False
    if counting is Counting.CALENDAR:
        return True
    if calendar.holiday(day, nation) or day.weekday() == 6:
        return False
    if counting is Counting.WORKING:
        return day.weekday() != 5
    return not (in_easter_break(day) or in_christmas_break(day, calendar, nation))


@dataclass(frozen=True, slots=True)
class Tally:
    """One day between publication and meeting: whether it counts, and if not why."""

    day: date
    counts: bool
    why: str


def tally(
    published: date,
    meeting: date,
    counting: Counting = Counting.WORKING,
    calendar: Calendar = HOLIDAYS,
    nation: Nation = Nation.ENGLAND,
) -> tuple[Tally, ...]:
    """The days between, one by one, so that a page can show how they were counted."""
    span = (meeting - published).days - 1
    if span > LONGEST:
        raise ValueError(f"{said(published)} and {said(meeting)} are more than ten years apart.")
    days = (published + n * DAY for n in range(1, span + 1))
    return tuple(
        Tally(d, c, "" if c else _why_not(d, counting, calendar, nation))
        for d in days
        for c in (eligible(d, counting, calendar, nation),)
    )


def _why_not(day: date, counting: Counting, calendar: Calendar, nation: Nation) -> str:
    if (holiday := calendar.holiday(day, nation)) is not None:
        return f"bank holiday: {holiday.name}"
    if day.weekday() == 6 or (day.weekday() == 5 and counting is Counting.WORKING):
        return DAYS[day.weekday()]
    if counting is Counting.S243 and in_easter_break(day):
        return "the Easter break"
    if counting is Counting.S243 and in_christmas_break(day, calendar, nation):
        return "the Christmas break"
    closure = calendar.closure(day)
    return f"office shut: {closure.name}" if closure else ""


def in_easter_break(day: date) -> bool:
    """From Maundy Thursday to the Tuesday after Easter Day, both included (1972 Act, s.243)."""
    return -3 <= (day - easter(day.year)).days <= 2


def in_christmas_break(day: date, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND) -> bool:
    """From the last week day before Christmas Day to the first after it that is no bank holiday, both included.

    A week day is any day but Sunday (1972 Act, s.243).
    """
    if day.month != 12:
        return False
    first = last = date(day.year, 12, 25)
    first -= DAY
    while first.weekday() == 6:
        first -= DAY
    last += DAY
    while last.weekday() == 6 or calendar.holiday(last, nation):
        last += DAY
    return first <= day <= last


@rule("easter")
def easter(year: int) -> date:
    """On which day is Easter Sunday?

    The Gregorian computus. Error: a year before 1583, when there was none.
    """
    if year < 1583:
        raise ValueError(f"Easter cannot be reckoned for the year {year} by the present calendar.")
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


# ── working days and periods ───────────────────────────────────────────────────────────────────────────────────────


def is_working(day: date, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND) -> bool:
    """Is the office open that day: no weekend, no bank holiday, no whole-day closure?"""
    shut = (closure := calendar.closure(day)) is not None and not closure.half
    return day.weekday() < 5 and not calendar.holiday(day, nation) and not shut


def working_day(day: date, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND) -> date:
    """That day, or else the last working day before it."""
    return _walk(day, -DAY, lambda d: is_working(d, calendar, nation))


def next_working_day(day: date, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND) -> date:
    """That day, or else the first working day after it."""
    return _walk(day, DAY, lambda d: is_working(d, calendar, nation))


def _walk(day: date, step: timedelta, fits: Callable[[date], bool]) -> date:
    for _ in range(LONGEST):
        if fits(day):
            return day
        day += step
    raise ValueError("No day on which the office is open was found within ten years.")


@rule("working-days")
def working_days_after(
    start: date, number: int, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND
) -> date:
    """Which day is so many working days after another, the start day not counted?"""
    return _count_on(start, number, calendar, nation)


@rule("beginning-with")
def working_days_beginning_with(
    start: date, number: int, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND
) -> date:
    """Which is the last of so many working days beginning with a day, which counts as the first if it is one?"""
    return _count_on(start - DAY, number, calendar, nation)


def _count_on(day: date, number: int, calendar: Calendar, nation: Nation) -> date:
    if number < 1:
        raise ValueError("Count at least one working day.")
    if number > LONGEST // 4:
        raise ValueError(f"{number} working days is longer than any rule asks.")
    while number:
        day = _walk(day + DAY, DAY, lambda d: is_working(d, calendar, nation))
        number -= 1
    return day


@rule("working-days")
def days_after(start: date, number: int) -> date:
    """Which day is so many days after another, the start day not counted?"""
    _some(number)
    return start + number * DAY


@rule("beginning-with")
def days_beginning_with(start: date, number: int) -> date:
    """Which is the last of so many days beginning with a day, which counts as the first?"""
    _some(number)
    return start + (number - 1) * DAY


@rule("beginning-with")
def weeks_beginning_with(start: date, number: int) -> date:
    """Which is the last day of so many weeks beginning with a day, which counts as the first?"""
    return days_beginning_with(start, 7 * number)


@rule("corresponding-date")
def months_after(start: date, number: int) -> date:
    """Which day of the month, so many months on, bears the same number, or is the month's last if none does?"""
    _some(number)
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@rule("corresponding-date", "beginning-with")
def months_beginning_with(start: date, number: int) -> date:
    """Which is the last day of so many months beginning with a day?

    The day before the one of the same number; where the last month has none, its last day.
    """
    corresponding = months_after(start, number)
    return corresponding - DAY if corresponding.day == start.day else corresponding


@rule("corresponding-date", "beginning-with")
def years_beginning_with(start: date, number: int) -> date:
    """Which is the last day of so many years beginning with a day?

    The day before the anniversary. From 29 February it is 28 February of the last year, a leap year or not.
    """
    _some(number)
    try:
        return start.replace(year=start.year + number) - DAY
    except ValueError:  # 29 February has no anniversary in an ordinary year
        return date(start.year + number, 2, 28)


def _some(number: int) -> None:
    if number < 1:
        raise ValueError("The period must be at least one long.")


@rule("after-hours")
def published_on(
    day: date, at: time | None = None, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND,
    *, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """From which day does a paper count as published, if it went out at such an hour?

    At or after closing time it is the next day. `at` is the body's own local time; without it the day itself counts.
    Summer time does not matter: only the local day does.
    """
    if at is not None and at.tzinfo is not None:
        raise ValueError("Give the local time of the body, without a time zone.")
    late = at is not None and at >= calendar.closes
    counts = day + DAY if late else day
    told = list(calendar.unknown(day, day))
    if not is_working(counts, calendar, nation):
        told.append(f"{said(counts)} is not a working day: be ready to show that the paper could be seen from then.")
    if late and at is not None:
        working = f"Published at {at:%H:%M}, after the office closed at {calendar.closes:%H:%M}: it counts from {said(counts)}."
    else:
        working = f"Published in office hours: it counts from {said(counts)}."
    return book.verdict(
        "after-hours", None, working, deadline=counts, outcome="next-day" if late else "same-day", warnings=told
    )
