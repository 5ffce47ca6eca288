"""When notice, agenda and reports must be public, and which items may be taken (1972 Act, ss.100A, 100B, 100BA)."""

from __future__ import annotations

from datetime import date, time, timedelta

from minutebook.rules.days import (
    HOLIDAYS,
    Calendar,
    Counting,
    clear,
    eligible,
    is_working,
    latest,
    published_on,
    working_days_beginning_with,
)
from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook

COUNTING = {Counting.WORKING: "working-days", Counting.S243: "s243-days", Counting.CALENDAR: "calendar-days"}
AGENDA = (
    "agenda-england",
    "agenda-before-2002",
    "agenda-wales",
    "agenda-wales-before",
    "panel-access",
    *COUNTING.values(),
    "after-hours",
)
EMPTY_REASONS = (
    "urgent",
    "urgency",
    "late",
    "lateness",
    "chair",
    "chairman",
    "agreed",
    "n/a",
    "none",
    "special circumstances",
)


@rule(*AGENDA)
def agenda_deadline(
    meeting: date, nation: Nation, counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS,
    *, panel: bool = False, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """By which day must the agenda and its open reports be public?

    Five clear days in England, three in Wales; the last day on which the office is open. `panel` for a police and
    crime panel, which the access law reaches as modified. Source: s.100B(3), (4); s.100BA.
    """
    needed = book.setting("agenda.clear_days", meeting, nation)
    days = book.number("agenda.clear_days", meeting, nation)
    deadline = latest(meeting, days, counting, calendar, nation)
    working = (
        f"{counted(days, 'clear day')} before {said(meeting)}, counted as {_words(counting)}: "
        f"publish by {said(deadline)}."
    )
    told = [
        *calendar.unknown(deadline, meeting),
        *_proclaimed(deadline, meeting, days, counting, calendar, nation, book),
    ]
    told += _closures(deadline, meeting, calendar)
    told += _later(clear(deadline + timedelta(1), meeting, counting, calendar, nation), days, deadline)
    return book.verdict(
        needed.provision, None, working, on=meeting, deadline=deadline, outcome="deadline", warnings=told,
        also=_also(counting, panel), used=[needed], way_out=LATE_WAY_OUT,
    )  # fmt: skip


LATE_WAY_OUT = (
    "If the day is missed: move the meeting, or take only items the chair finds urgent by special circumstances, "
    "with the reason in the minutes."
)


@rule(*AGENDA)
def agenda_in_time(
    published: date, meeting: date, nation: Nation, counting: Counting = Counting.WORKING,
    calendar: Calendar = HOLIDAYS, *, at: time | None = None, panel: bool = False, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Was the agenda open to the public early enough?

    `at` is the local hour of publication: after closing time the next day counts. Source: s.100B(4)(a); s.100BA.
    """
    needed = book.setting("agenda.clear_days", meeting, nation)
    days = book.number("agenda.clear_days", meeting, nation)
    hours = published_on(published, at, calendar, nation, book=book)
    counts = hours.deadline or published
    had = clear(counts, meeting, counting, calendar, nation)
    deadline = latest(meeting, days, counting, calendar, nation)
    told = [*calendar.unknown(counts, meeting), *_proclaimed(deadline, meeting, days, counting, calendar, nation, book)]
    then = clear(counts, meeting, counting, calendar.known_on(counts), nation)
    if had < days <= then:
        told.append(
            f"When it was published there were {counted(then, 'clear day')}; a holiday proclaimed since took the difference."
        )
    if counts > meeting:
        told.append("It counts as published after the meeting.")
    told += [w for w in hours.warnings if had >= days]
    working = (
        f"Public from {said(counts)} for {said(meeting)}: {counted(had, 'clear day')}, "
        f"counted as {_words(counting)}; {days} needed."
    )
    by_the_hour = had < days <= clear(published, meeting, counting, calendar, nation)  # only the hour made it late
    also = [*_also(counting, panel), *(["after-hours"] if by_the_hour else [])]
    return book.verdict(
        needed.provision, had >= days, working, on=meeting, deadline=deadline,
        outcome="in-time" if had >= days else "late", warnings=told, also=also, used=[needed],
        way_out="" if had >= days else LATE_WAY_OUT,
    )  # fmt: skip


@rule(*AGENDA)
def notice_in_time(
    posted: date, meeting: date, nation: Nation, counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS,
    *, at: time | None = None, panel: bool = False, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Was notice of the time and place given early enough?

    The same days as the agenda: five in England, three in Wales, there electronically. Source: s.100A(6); s.100BA.
    """
    return agenda_in_time(posted, meeting, nation, counting, calendar, at=at, panel=panel, book=book)


@rule("shorter-notice", *AGENDA)
def called_at_shorter_notice(
    convened: date, published: date, meeting: date, nation: Nation, counting: Counting = Counting.WORKING,
    calendar: Calendar = HOLIDAYS, *, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Was the agenda of a meeting called at short notice public from the day it was called?

    Where the call left the ordinary days after all, the ordinary rule applies. Source: ss.100A(6)(a), 100B(4)(a).
    """
    if convened > meeting:
        raise ValueError("A meeting cannot be convened after it was held.")
    days = book.number("agenda.clear_days", meeting, nation)
    left = clear(convened, meeting, counting, calendar, nation)
    if left >= days:
        return agenda_in_time(published, meeting, nation, counting, calendar, book=book)
    holds = published <= convened
    working = (
        f"Called on {said(convened)}, {counted(left, 'clear day')} ahead: notice and agenda are due that same day."
    )
    return book.verdict(
        "shorter-notice", holds, working, on=meeting, deadline=convened, outcome="in-time" if holds else "late",
        way_out="" if holds else "Publish at once and record why; items may need the chair’s finding of urgency.",
    )  # fmt: skip


@rule("urgent-item")
def urgent_item(
    reason: str, stated_in_minutes: bool | None, *, found_by_chair: bool = True, book: Rulebook = BOOK
) -> Verdict:
    """May an item that was not on the published agenda be taken as urgent?

    The chair must find it urgent by special circumstances, and the minutes must state them; the word "urgent" alone is
    no circumstance. `stated_in_minutes` is None before there are minutes. Source: s.100B(4)(b).
    """
    faults = []
    if not found_by_chair:
        faults.append(Fault("not-the-chair", "The opinion must be that of whoever presides.", "Ask the chair to rule."))
    bare = reason.strip().strip(".").lower()
    if not bare or bare in EMPTY_REASONS:
        faults.append(
            Fault(
                "no-circumstances", "No special circumstances are given.", "Say what happened, and why it cannot wait."
            )
        )
    if stated_in_minutes is False:
        faults.append(
            Fault(
                "not-minuted", "The minutes do not state the circumstances.", "Add them before the minutes are agreed."
            )
        )
    waits = stated_in_minutes is None and not faults
    working = (
        f"{counted(len(faults), 'fault')} found."
        if faults
        else "The chair finds special circumstances: " + reason.strip().rstrip(".") + "."
    )
    return book.verdict(
        "urgent-item", not faults, working, outcome="urgent" if not faults else "not-urgent", faults=faults,
        warnings=["The circumstances must still be stated in the minutes."] if waits else [],
        way_out="" if not faults else "Put the item on the next agenda, or complete the chair’s finding.",
    )  # fmt: skip


@rule("added-item", "urgent-item", *AGENDA)
def item_may_be_taken(
    listed: date, meeting: date, nation: Nation, counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS,
    *, urgency: str = "", book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """May this item be taken, given the day it was put on the published agenda?

    In time, or else found urgent. Source: s.100B(4).
    """
    in_time = agenda_in_time(listed, meeting, nation, counting, calendar, book=book)
    if in_time.holds or not urgency.strip():
        return in_time
    return urgent_item(urgency, None, book=book)


@rule("added-item", "urgent-item", *AGENDA)
def supplement(
    item_listed: date, published: date, sent_to_members: date, meeting: date, nation: Nation,
    counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS, *, urgency: str = "", book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """May a paper that follows the agenda be used, and was it open when members had it?

    The item must be on the agenda in time or be urgent; its paper is open to the public from when members have it.
    Source: s.100B(1)-(4).
    """
    item = item_may_be_taken(item_listed, meeting, nation, counting, calendar, urgency=urgency, book=book)
    if item.holds is False:
        return item
    holds = published <= sent_to_members and published <= meeting
    told = list(item.warnings)
    if published == meeting:
        told.append("Handed out on the day: tabled papers leave no time to read; minute that they were tabled.")
    working = f"The item was listed on {said(item_listed)}; its paper went to members on {said(sent_to_members)} and was public on {said(published)}."
    return book.verdict(
        "added-item", holds, working, on=meeting, deadline=min(sent_to_members, meeting),
        outcome="open" if holds else "late", warnings=told,
        way_out="" if holds else "Publish the paper at once; note in the minutes when it became public.",
    )  # fmt: skip


@rule("welsh-note")
def welsh_note(
    meeting: date, nation: Nation = Nation.WALES, published: date | None = None, calendar: Calendar = HOLIDAYS,
    *, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """By which day must the note of attendance and decisions be published in Wales?

    Seven working days, the meeting day being the first. England asks for none. Source: 2021 Act (Wales), Sch 4 para 8.
    """
    if nation is not Nation.WALES:
        return book.verdict("welsh-note", None, "Only Wales asks for this note.", outcome="not-applicable")
    if published is not None and published < meeting:
        raise ValueError("The note cannot be published before the meeting.")
    used = book.setting("welsh_note.working_days", meeting, nation)
    days = book.number("welsh_note.working_days", meeting, nation)
    deadline = working_days_beginning_with(meeting, days, calendar, nation)
    holds = None if published is None else published <= deadline
    working = f"{counted(days, 'working day')} beginning with {said(meeting)}: {said(deadline)}."
    return book.verdict(
        "welsh-note", holds, working, on=meeting, deadline=deadline, used=[used],
        outcome="deadline" if holds is None else "in-time" if holds else "late",
        warnings=calendar.unknown(meeting, deadline),
        way_out="Publish it at once, with the day it became public." if holds is False else "",
    )  # fmt: skip


def _words(counting: Counting) -> str:
    return {
        Counting.WORKING: "working days",
        Counting.S243: "days under section 243 (Saturdays count)",
        Counting.CALENDAR: "calendar days",
    }[counting]


def _also(counting: Counting, panel: bool) -> list[str]:
    return [COUNTING[counting], *(["panel-access"] if panel else [])]


def _later(had_next_day: int, days: int, deadline: date) -> list[str]:
    """Where the office being shut, not the arithmetic, made the day earlier."""
    if had_next_day < days:
        return []
    return [f"By counting alone a later day would do; the office is shut after {said(deadline)}, so it is moved back."]


def _closures(deadline: date, meeting: date, calendar: Calendar) -> list[str]:
    told = []
    for c in calendar.closures:
        if not deadline <= c.day < meeting:
            continue
        counts = calendar.half_days_count if c.half else calendar.closures_count
        what = "a half-day" if c.half else "shut"
        told.append(
            f"{said(c.day)} is {what} here ({c.name}); by local rule it {'counts' if counts else 'does not count'} as a clear day."
        )
    return told


def _proclaimed(
    deadline: date, meeting: date, days: int, counting: Counting, calendar: Calendar, nation: Nation, book: Rulebook
) -> list[str]:
    """Holidays proclaimed so late that a deadline worked out before was another day."""
    told = []
    reach = timedelta(days=book.number("holiday.late_days", meeting))
    for h in calendar.holidays:
        if (
            h.proclaimed_on is None
            or not deadline - timedelta(7) <= h.day < meeting
            or h.proclaimed_on < deadline - reach
        ):
            continue
        before = latest(meeting, days, counting, calendar.known_on(h.proclaimed_on - timedelta(1)), nation)
        if before != deadline and not eligible(h.day, counting, calendar, nation):
            told.append(
                f"{said(h.day)} became a bank holiday ({h.name}) on {said(h.proclaimed_on)}; worked out before then "
                f"the last day was {said(before)}."
            )
    return told


def shut(day: date, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND) -> str:
    """A warning where a fixed day falls when the office is shut; empty otherwise. The day itself does not move."""
    if is_working(day, calendar, nation):
        return ""
    before = day
    while not is_working(before, calendar, nation):
        before -= timedelta(1)
    return (
        f"{said(day)} is not a working day and the date does not move; the last working day before is {said(before)}."
    )
