"""The executive's law, and whom it reaches: key decisions, private cabinet meetings, call-in (SI 2012/2089, England).

A scrutiny committee only notes these lists; none of it ever binds a police and crime panel.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from minutebook.rules.days import HOLIDAYS, Calendar, Counting, clear, latest, working_days_after
from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


class Kind(StrEnum):
    """What sort of body it is, as the law tells them apart."""

    PANEL = "police and crime panel"
    CRIME_AND_DISORDER = "crime and disorder committee"
    SCRUTINY = "scrutiny committee"
    COUNCIL = "council"
    EXECUTIVE = "executive"


class Regime(StrEnum):
    """A body of law, so that one can ask whether it reaches somebody."""

    ACCESS = "access to information"
    SCHEDULE_12A = "exempt information"
    PROCEEDINGS = "proceedings"
    FILMING = "filming"
    EXECUTIVE_ACCESS = "executive access"
    CALL_IN = "call-in"
    CRIME_AND_DISORDER = "crime and disorder scrutiny"
    INTERESTS = "pecuniary interests"


REACHES: dict[Regime, tuple[tuple[Kind, ...], tuple[Nation, ...], str]] = {
    Regime.ACCESS: ((Kind.PANEL, Kind.CRIME_AND_DISORDER, Kind.SCRUTINY, Kind.COUNCIL), tuple(Nation), "reach"),
    Regime.SCHEDULE_12A: (tuple(Kind), tuple(Nation), "reach"),
    Regime.PROCEEDINGS: (
        (Kind.PANEL, Kind.CRIME_AND_DISORDER, Kind.SCRUTINY, Kind.COUNCIL),
        tuple(Nation),
        "reach-practice",
    ),
    Regime.FILMING: (tuple(Kind), (Nation.ENGLAND,), "reach-practice"),
    Regime.EXECUTIVE_ACCESS: ((Kind.EXECUTIVE,), (Nation.ENGLAND,), "executive-only"),
    Regime.CALL_IN: ((Kind.EXECUTIVE,), tuple(Nation), "reach"),
    Regime.CRIME_AND_DISORDER: ((Kind.CRIME_AND_DISORDER,), tuple(Nation), "cdc-copies"),
    Regime.INTERESTS: (tuple(Kind), (Nation.ENGLAND,), "reach-practice"),
}


@rule("reach", "reach-practice", "executive-only", "cdc-copies")
def binds(regime: Regime, body: Kind, nation: Nation, *, book: Rulebook = BOOK) -> Verdict:
    """Does this law bind this sort of body?

    Executive regulations, section 19 and call-in never bind a police and crime panel; access to information does, as
    modified. A panel member's interests are those of the member's own council, a co-optee's those of the host.
    """
    bodies, nations, provision = REACHES[regime]
    if regime is Regime.PROCEEDINGS and body is Kind.PANEL and nation is Nation.WALES:
        return book.verdict(
            provision, None, "Whether Schedule 12 reaches a panel in Wales has not been settled here.", outcome="look"
        )
    holds = body in bodies and nation in nations
    told = []
    if regime is Regime.INTERESTS and body is Kind.PANEL and holds:
        told.append("Through each member’s own council, and the host authority for co-opted members.")
    if body is Kind.PANEL and holds and regime in (Regime.ACCESS, Regime.SCHEDULE_12A):
        told.append("As modified for panels by SI 2012/2734.")
    working = f"The law of {regime} {'binds' if holds else 'does not bind'} a {body} in {nation}."
    return book.verdict(provision, holds, working, outcome="binds" if holds else "does-not-bind", warnings=told)


@rule("key-decision", "executive-only")
def is_key_decision(
    money: int, threshold: int, wards: int, on: date, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK
) -> Verdict:
    """Is this executive decision a key decision?

    Spending or saving at or above the council's own threshold (both in pounds), or a significant effect on two wards
    or more. Source: reg 8.
    """
    if nation is not Nation.ENGLAND:
        return _elsewhere(book)
    if money < 0 or threshold <= 0 or wards < 0:
        raise ValueError("Money and wards cannot be less than nothing, and the threshold must be more.")
    used, many = book.setting("key_decision.wards", on, nation), book.number("key_decision.wards", on, nation)
    holds = money >= threshold or wards >= many
    working = f"£{money:,} against a threshold of £{threshold:,}; {counted(wards, 'ward')}, {many} make it key."
    return book.verdict("key-decision", holds, working, on=on, outcome="key" if holds else "not-key", used=[used])


NOTICE_TELLS = (
    "key decision",
    "matter",
    "decider",
    "date",
    "documents",
    "where to get them",
    "other documents",
    "how to ask",
)


@rule("key-notice", "executive-only")
def key_decision_notice(
    published: date, decision: date, tells: Sequence[str] = NOTICE_TELLS, nation: Nation = Nation.ENGLAND,
    counting: Counting = Counting.CALENDAR, calendar: Calendar = HOLIDAYS, *, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Was the key decision announced early enough, and does the notice say all it must?

    28 clear days by the calendar; `tells` are the matters of `NOTICE_TELLS` it gives. Source: reg 9.
    """
    if nation is not Nation.ENGLAND:
        return _elsewhere(book)
    unknown = [t for t in tells if t not in NOTICE_TELLS]
    if unknown:
        raise ValueError(f"‘{unknown[0]}’ is none of the matters of a key-decision notice: {', '.join(NOTICE_TELLS)}.")
    faults = [
        Fault("not-told", f"The notice does not give: {t}.", "Publish it again in full.")
        for t in NOTICE_TELLS
        if t not in tells
    ]
    return _ahead(
        book,
        "key-notice",
        "key_decision.notice_days",
        published,
        decision,
        counting,
        calendar,
        faults,
        "Wait, or use the general exception (reg 10) or special urgency (reg 11).",
    )


@rule("general-exception", "executive-only")
def general_exception(
    published: date, decision: date, chair_told: bool, impracticable: str, nation: Nation = Nation.ENGLAND,
    counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS, *, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """May a key decision be taken without the 28 days?

    Those are impracticable and it is said why, the scrutiny chair is told, a notice is published, five clear days
    pass. Source: reg 10.
    """
    if nation is not Nation.ENGLAND:
        return _elsewhere(book)
    faults = []
    if not chair_told:
        faults.append(Fault("chair-not-told", "The scrutiny chair was not told.", "Write to the chair."))
    if not impracticable.strip():
        faults.append(
            Fault("no-reason", "It is not said why the 28 days were impracticable.", "Give the reason in the notice.")
        )
    return _ahead(
        book,
        "general-exception",
        "key_decision.exception_days",
        published,
        decision,
        counting,
        calendar,
        faults,
        "Wait, or ask the scrutiny chair to agree to special urgency (reg 11).",
    )


@rule("special-urgency", "executive-only")
def special_urgency(
    chair_agrees: bool | None, reason: str, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK
) -> Verdict:
    """May a key decision be taken at once?

    Only if the scrutiny chair agrees that it is urgent and cannot reasonably be put off. Source: reg 11.
    """
    if nation is not Nation.ENGLAND:
        return _elsewhere(book)
    if chair_agrees is None:
        return book.verdict("special-urgency", None, "The scrutiny chair has not yet answered.", outcome="waiting")
    faults = (
        []
        if reason.strip()
        else [
            Fault(
                "no-reason",
                "The reason for urgency is not published.",
                "Publish the chair’s agreement with the reason.",
            )
        ]
    )
    holds = chair_agrees and not faults
    working = (
        "The scrutiny chair agrees that the decision cannot wait."
        if chair_agrees
        else "The scrutiny chair does not agree."
    )
    return book.verdict(
        "special-urgency",
        holds,
        working,
        outcome="agreed" if holds else "refused",
        faults=faults,
        way_out="" if holds else "Give the ordinary notice.",
    )


@rule("private-meeting", "executive-only")
def private_meeting(
    first_notice: date | None, second_notice: date | None, meeting: date, *, reasons: bool, representations_answered: bool,
    chair_consents: bool = False, nation: Nation = Nation.ENGLAND, counting: Counting = Counting.CALENDAR,
    second_counting: Counting = Counting.WORKING, calendar: Calendar = HOLIDAYS, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """May the executive meet in private?

    Notice with reasons 28 clear days ahead, a second at five with the representations received and the reply to them;
    or else the scrutiny chair's consent. Source: reg 5.
    """
    if nation is not Nation.ENGLAND:
        return _elsewhere(book)
    used = [book.setting(k, meeting, nation) for k in ("private_meeting.first_days", "private_meeting.second_days")]
    first, second = (book.number(s.key, meeting, nation) for s in used)
    if chair_consents:
        return book.verdict(
            "private-meeting",
            True,
            "The scrutiny chair agrees that the meeting is urgent; publish that at once, with the reasons.",
            on=meeting,
            outcome="by-consent",
            used=used,
        )
    faults = []
    last = latest(meeting, first, counting, calendar)
    if first_notice is None or clear(first_notice, meeting, counting, calendar) < first:
        faults.append(
            Fault(
                "first-notice",
                f"The first notice was due by {said(last)}.",
                "Move the meeting, or ask the scrutiny chair.",
            )
        )
    if second_notice is None or clear(second_notice, meeting, second_counting, calendar) < second:
        faults.append(
            Fault(
                "second-notice",
                f"The second notice was due by {said(latest(meeting, second, second_counting, calendar))}.",
                "Move the meeting, or ask the scrutiny chair.",
            )
        )
    if not reasons:
        faults.append(
            Fault("no-reasons", "The notice gives no reasons for meeting in private.", "Publish the reasons.")
        )
    if not representations_answered:
        faults.append(
            Fault(
                "not-answered", "The second notice does not answer the representations.", "Publish them with the reply."
            )
        )
    return book.verdict(
        "private-meeting",
        not faults,
        f"{first} clear days, then {second}; {counted(len(faults), 'fault')}.",
        on=meeting,
        deadline=last,
        outcome="announced" if not faults else "not-announced",
        faults=faults,
        used=used,
        way_out="" if not faults else "Meet in public, move the meeting, or obtain the scrutiny chair’s consent.",
    )


@rule("call-in", "reach")
def call_in(
    published: date,
    days: int,
    on: date,
    body: Kind = Kind.EXECUTIVE,
    calendar: Calendar = HOLIDAYS,
    *,
    book: Rulebook = BOOK,
) -> Verdict:
    """May this decision still be called in?

    Only an executive's may be; a commissioner's or a panel's never. `days` are the working days of the council's own
    rules, counted after publication.
    """
    if body is not Kind.EXECUTIVE:
        return book.verdict(
            "reach",
            False,
            f"Decisions before a {body} are not called in.",
            outcome="not-applicable",
            way_out="Scrutinise it and report.",
        )
    if on < published:
        raise ValueError("A decision cannot be called in before it is published.")
    deadline = working_days_after(published, days, calendar)
    return book.verdict(
        "call-in",
        on <= deadline,
        f"{counted(days, 'working day')} after {said(published)}: to the end of {said(deadline)}.",
        deadline=deadline,
        outcome="open" if on <= deadline else "closed",
        way_out="" if on <= deadline else "Scrutinise the decision after the event.",
    )


def _ahead(
    book: Rulebook,
    key: str,
    setting: str,
    published: date,
    decision: date,
    counting: Counting,
    calendar: Calendar,
    faults: list[Fault],
    way_out: str,
) -> Verdict:
    used, days = book.setting(setting, decision, Nation.ENGLAND), book.number(setting, decision, Nation.ENGLAND)
    had, deadline = clear(published, decision, counting, calendar), latest(decision, days, counting, calendar)
    holds = had >= days and not faults
    working = f"Announced on {said(published)} for {said(decision)}: {counted(had, 'clear day')}; {days} needed."
    return book.verdict(
        key,
        holds,
        working,
        on=decision,
        deadline=deadline,
        outcome="in-time" if holds else "incomplete" if had >= days else "late",
        faults=faults,
        used=[used],
        warnings=calendar.unknown(published, decision),
        way_out="" if holds else way_out,
    )


def _elsewhere(book: Rulebook) -> Verdict:
    return book.verdict("executive-only", None, "These regulations reach England only.", outcome="not-applicable")
