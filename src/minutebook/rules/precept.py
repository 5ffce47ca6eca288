"""The precept: the commissioner proposes, the panel reports and may veto once, the commissioner issues (2011 Act, Sch 5).

The days do not move for weekends. Amounts are pence of Band D a year, or any other one unit used throughout.
"""

from __future__ import annotations

from datetime import date, timedelta

from minutebook.rules.days import HOLIDAYS, Calendar, Counting
from minutebook.rules.notice import agenda_deadline, shut
from minutebook.rules.provisions import Fault, Nation, Verdict, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook
from minutebook.rules.voting import veto

STEPS = (
    ("notify", "precept-notify", "precept.notify", "the commissioner notifies the proposed precept"),
    ("report", "precept-report", "precept.report", "the panel reports, and may veto"),
    ("revised", "precept-revised", "precept.revised", "after a veto, the commissioner notifies a revised precept"),
    (
        "second-report",
        "precept-second",
        "precept.second",
        "the panel reports on the revised precept; it may reject, not veto",
    ),
    ("issue", "precept-issue", "precept.issue", "the commissioner responds and issues"),
)
PROVISIONS = tuple(s[1] for s in STEPS)


@rule(*PROVISIONS, "precept-before-march", "precept")
def timetable(
    year: int, calendar: Calendar = HOLIDAYS, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK
) -> tuple[Verdict, ...]:
    """When is each step of the precept due, for the financial year that begins in April of this year?

    Five steps in order: notify, report, revised, second-report, issue. A date on a weekend is told, with the last
    working day before.
    """
    return tuple(_step(name, year, calendar, nation, book) for name, *_ in STEPS)


def _step(name: str, year: int, calendar: Calendar, nation: Nation, book: Rulebook) -> Verdict:
    _, provision, key, what = next(s for s in STEPS if s[0] == name)
    day = due(name, year, book)
    told = [w for w in (shut(day, calendar, nation),) if w]
    also = []
    if name == "issue":
        told.append(
            f"Section 40 of the 1992 Act says before 1 March: issue by {said(date(year, 3, 1) - timedelta(1))}."
        )
        also.append("precept-before-march")
    return book.verdict(
        provision,
        None,
        f"By {said(day)} {what}.",
        on=day,
        deadline=day,
        outcome=name,
        warnings=told,
        also=also,
        used=[book.setting(key, date(year, 1, 1))],
    )


def due(step: str, year: int, book: Rulebook = BOOK) -> date:
    """The day by which a step is due that year."""
    key = next((s[2] for s in STEPS if s[0] == step), None)
    if key is None:
        raise ValueError(f"‘{step}’ is no step of the precept; those are {', '.join(s[0] for s in STEPS)}.")
    if not 2012 < year <= 9999:
        raise ValueError("There were no commissioners’ precepts before 2013.")
    month, day = divmod(book.number(key, date(year, 1, 1)), 100)
    return date(year, month, day)


@rule("precept-notify")
def notified(on: date, year: int, *, book: Rulebook = BOOK) -> Verdict:
    """Did the commissioner notify the proposed precept in time?"""
    day = due("notify", year, book)
    return book.verdict(
        "precept-notify",
        on <= day,
        f"Notified on {said(on)}; due by {said(day)}.",
        deadline=day,
        outcome="in-time" if on <= day else "late",
        used=[book.setting("precept.notify", on)],
        way_out="" if on <= day else "Minute when it came; the panel’s own date does not move.",
    )


@rule("precept-report", "veto", "precept-no-veto", "precept-mayor")
def report(
    reported: date | None, year: int, *, veto_votes: int = 0, seats: int = 0, vacancies: int = 0, direction: str = "",
    mayor: bool = False, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """What does the panel's report on the precept bring about?

    A veto needs two thirds of members in post, must say "too high" or "too low", and must be reported by 8 February;
    without that the commissioner may issue. `reported` None means no report. `veto_votes` 0 means that no veto was
    moved. `mayor`: only the policing component is in question. Outcome: vetoed, not-vetoed, lapsed.
    """
    day = due("report", year, book)
    told = ["Only the policing component of a mayor’s precept can be vetoed."] if mayor else []
    also = ["precept-mayor"] if mayor else []
    used = [book.setting("precept.report", day)]
    if reported is None or reported > day:
        when = "No report was made" if reported is None else f"The report came on {said(reported)}"
        return book.verdict(
            "precept-report",
            False,
            f"{when}; it was due by {said(day)}. The commissioner may issue the precept, and a veto falls.",
            deadline=day,
            outcome="lapsed",
            warnings=told,
            also=also,
            used=used,
            way_out="The panel may still put its view to the commissioner in a public meeting.",
        )
    if not veto_votes:
        return book.verdict(
            "precept-no-veto",
            True,
            "Reported without a veto: the commissioner may issue as proposed, or change the figure only as the panel recommended.",
            deadline=day,
            outcome="not-vetoed",
            warnings=told,
            also=also,
            used=used,
        )
    tally = veto(veto_votes, seats, vacancies, reported, book=book)
    faults = (
        []
        if direction in ("too high", "too low")
        else [
            Fault(
                "no-direction",
                "The report does not say whether the precept is too high or too low.",
                "State it in the report before the date.",
            )
        ]
    )
    if not tally.holds:
        return book.verdict(
            "veto",
            False,
            f"{tally.working} The veto is not carried; the report stands as a report.",
            deadline=day,
            outcome="not-vetoed",
            warnings=told,
            also=["precept-report", *also],
            used=used,
            way_out="Report with recommendations by simple majority.",
        )
    revised = due("revised", year, book)
    if faults:
        return book.verdict(
            "precept-report",
            False,
            f"{tally.working} But the report must say too high or too low.",
            deadline=day,
            outcome="incomplete",
            faults=faults,
            warnings=told,
            also=also,
            used=used,
            way_out=faults[0].remedy,
        )
    return book.verdict(
        "precept-report",
        True,
        f"{tally.working} Vetoed as {direction}: a revised precept, {'lower' if direction == 'too high' else 'higher'}, is due by {said(revised)}.",
        deadline=revised,
        outcome="vetoed",
        warnings=told,
        also=["veto", *also],
        used=used,
    )


@rule("precept-revised")
def revised(
    proposed: int, second: int, direction: str, notified_on: date, year: int, *, book: Rulebook = BOOK
) -> Verdict:
    """Does the revised precept answer the veto?

    Lower if the first was too high, higher if it was too low, and by 15 February.
    """
    if direction not in ("too high", "too low"):
        raise ValueError("A veto says ‘too high’ or ‘too low’.")
    day = due("revised", year, book)
    faults = []
    if not (second < proposed if direction == "too high" else second > proposed):
        faults.append(
            Fault(
                "wrong-way",
                f"{second} is not {'lower' if direction == 'too high' else 'higher'} than {proposed}.",
                "Ask the commissioner for a figure that answers the veto.",
            )
        )
    if notified_on > day:
        faults.append(
            Fault("late", f"It was due by {said(day)}.", "Minute when it came; the panel’s second date does not move.")
        )
    return book.verdict(
        "precept-revised",
        not faults,
        f"Vetoed as {direction} at {proposed}; revised to {second} on {said(notified_on)}, due by {said(day)}.",
        deadline=day,
        outcome="answers" if not faults else "does-not-answer",
        faults=faults,
        used=[book.setting("precept.revised", day)],
        way_out=" ".join(f.remedy for f in faults),
    )


@rule("precept-second")
def second_report(
    reported: date | None, year: int, *, rejects: bool = False, vetoes: bool = False, book: Rulebook = BOOK
) -> Verdict:
    """What does the panel's report on the revised precept bring about?

    By 22 February; it may reject, which does not stop the commissioner, and may not veto again.
    """
    day = due("second-report", year, book)
    used = [book.setting("precept.second", day)]
    if vetoes:
        return book.verdict(
            "precept-second",
            False,
            "There is no second veto: the panel may only reject, with recommendations.",
            deadline=day,
            outcome="no-second-veto",
            used=used,
            way_out="Record it as a rejection.",
        )
    if reported is None or reported > day:
        return book.verdict(
            "precept-second",
            False,
            f"No second report by {said(day)}: the commissioner may issue the revised precept.",
            deadline=day,
            outcome="lapsed",
            used=used,
            way_out="Record the panel’s view for the next year.",
        )
    issue = due("issue", year, book)
    return book.verdict(
        "precept-second",
        True,
        f"{'Rejected' if rejects else 'Accepted'} in time: the commissioner responds to the report and issues by {said(issue)}.",
        deadline=issue,
        outcome="rejected" if rejects else "accepted",
        used=used,
    )


@rule("precept-no-veto")
def changed_without_veto(
    proposed: int, issued: int, recommended: int | None = None, *, book: Rulebook = BOOK
) -> Verdict:
    """Without a veto, may the commissioner issue this figure?

    The figure proposed, or one changed only as the panel recommended.
    """
    holds = issued == proposed or (recommended is not None and issued == recommended)
    return book.verdict(
        "precept-no-veto",
        holds,
        f"Proposed {proposed}, recommended {'none' if recommended is None else recommended}, issued {issued}.",
        outcome="allowed" if holds else "not-allowed",
        way_out="" if holds else "Ask the commissioner to issue as proposed or as recommended.",
    )


@rule("precept-issue", "precept-before-march")
def issued(on: date, year: int, *, book: Rulebook = BOOK) -> Verdict:
    """Was the precept issued in time?

    By 1 March under the panel's regulations; the finance Act says before 1 March, so that the day itself is a warning.
    """
    day = due("issue", year, book)
    told = (
        ["Section 40 of the 1992 Act says before 1 March, not on it."] if on == date(year, 3, 1) and on <= day else []
    )
    return book.verdict(
        "precept-issue",
        on <= day,
        f"Issued on {said(on)}; due by {said(day)}.",
        deadline=day,
        outcome="in-time" if on <= day else "late",
        warnings=told,
        also=["precept-before-march"],
        used=[book.setting("precept.issue", day)],
        way_out="" if on <= day else "Take it up with the commissioner’s chief finance officer at once.",
    )


@rule(
    "precept",
    *PROVISIONS,
    "agenda-england",
    "agenda-wales",
    "panel-access",
    "working-days",
    "s243-days",
    "calendar-days",
)
def meeting_fits(
    meeting: date,
    year: int,
    nation: Nation,
    counting: Counting = Counting.WORKING,
    calendar: Calendar = HOLIDAYS,
    *,
    book: Rulebook = BOOK,
) -> Verdict:
    """Does a panel meeting on this day suit the precept?

    It must leave time to report by 8 February. Its agenda may fall due before the commissioner must notify, so that
    the precept paper is "to follow". The deadline given is the agenda's.
    """
    agenda = agenda_deadline(meeting, nation, counting, calendar, panel=True, book=book)
    notify, by = due("notify", year, book), due("report", year, book)
    told = list(agenda.warnings)
    if agenda.deadline is not None and agenda.deadline < notify:
        told.append(
            f"The agenda is due by {said(agenda.deadline)}, before the commissioner’s date of {said(notify)}: list the precept and mark its paper to follow."
        )
    if meeting < notify:
        told.append("The meeting is before the commissioner’s date: agree an earlier day for the notification.")
    told += [w for w in (shut(by, calendar, nation),) if w]
    return book.verdict(
        "precept",
        meeting <= by,
        f"Meeting on {said(meeting)}; the panel reports by {said(by)}.",
        deadline=agenda.deadline,
        outcome="fits" if meeting <= by else "too-late",
        warnings=told,
        used=agenda.settings,
        way_out="" if meeting <= by else "Meet earlier: a report after the date has no effect.",
    )
