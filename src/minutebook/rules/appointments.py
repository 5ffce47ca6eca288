"""Confirmation hearings, the veto of a chief constable, removal (2011 Act, Schs 1 and 8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from minutebook.rules.days import HOLIDAYS, Calendar, is_working, weeks_beginning_with
from minutebook.rules.notice import shut
from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook
from minutebook.rules.voting import veto


class Post(StrEnum):
    """The posts whose filling the panel reviews."""

    CHIEF_EXECUTIVE = "chief executive"
    CHIEF_FINANCE_OFFICER = "chief finance officer"
    DEPUTY = "deputy commissioner"
    CHIEF_CONSTABLE = "chief constable"
    RESERVE = "reserve candidate for chief constable"


TELLS = ("name", "criteria", "why met", "terms")
REPORT = {
    Post.CHIEF_CONSTABLE: ("chief-report", "chief_hearing.weeks"),
    Post.RESERVE: ("reserve-candidate", "reserve.weeks"),
}


@rule("senior-notice", "chief-notice")
def notice_complete(post: Post, tells: Sequence[str], *, book: Rulebook = BOOK) -> Verdict:
    """Does the commissioner's notice of a proposed appointment hold what it must?

    The candidate's name, the criteria, why the candidate meets them, and the terms. Sources: Sch 1 para 9; Sch 8.
    """
    faults = [
        Fault(
            f"no-{t.replace(' ', '-')}",
            f"The notice does not give: {t}.",
            "Ask the commissioner’s office for it; say that the clock is disputed.",
        )
        for t in TELLS
        if t not in tells
    ]
    key = "chief-notice" if post in (Post.CHIEF_CONSTABLE, Post.RESERVE) else "senior-notice"
    return book.verdict(
        key,
        not faults,
        f"{4 - len(faults)} of 4 matters given for the {post}.",
        faults=faults,
        outcome="complete" if not faults else "incomplete",
        way_out=faults[0].remedy if faults else "",
    )


@rule("senior-hearing", "chief-report", "reserve-candidate", "post-election")
def report_due(
    post: Post, received: date, reported: date | None = None, poll: date | None = None, accepted: date | None = None,
    calendar: Calendar = HOLIDAYS, *, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """By when must the panel report on a proposed appointment?

    Three weeks beginning with receipt, so that the day of receipt is the first. `poll` and `accepted` are the day of
    an ordinary election and of the acceptance of office: the days from one to the other are left out. The date does
    not move for a weekend. Sources: Sch 1 paras 9-12; Sch 8 Part 1.
    """
    if reported is not None and reported < received:
        raise ValueError("The panel cannot report before it received the notice.")
    if (poll is None) is not (accepted is None):
        raise ValueError("Give both the day of the poll and the day the office was accepted, or neither.")
    if poll and accepted and accepted < poll:
        raise ValueError("The office cannot be accepted before the poll.")
    provision, key = REPORT.get(post, ("senior-hearing", "hearing.weeks"))
    used, weeks = book.setting(key, received), book.number(key, received)
    plain = weeks_beginning_with(received, weeks)
    deadline, left_out = _leaving_out(received, 7 * weeks, poll, accepted)
    told = [w for w in (shut(deadline, calendar),) if w]
    if left_out:
        told.append(f"{counted(left_out, 'day')} after the election are left out; otherwise it would be {said(plain)}.")
    holds = None if reported is None else reported <= deadline
    way_out = ""
    if holds is False:
        way_out = (
            "The commissioner may now appoint; send the panel’s view all the same."
            if post is Post.CHIEF_CONSTABLE
            else "Report at once; the commissioner may go on."
        )
    working = f"Received on {said(received)}; {counted(weeks, 'week')} beginning with that day end on {said(deadline)}."
    return book.verdict(
        provision,
        holds,
        working,
        on=received,
        deadline=deadline,
        outcome="deadline" if holds is None else "in-time" if holds else "late",
        warnings=told,
        also=["post-election"] if left_out else [],
        used=[used],
        way_out=way_out,
    )


def _leaving_out(start: date, days: int, first: date | None, last: date | None) -> tuple[date, int]:
    """The last of so many days beginning with a day, with the days from `first` to `last` left out."""
    day, left, out = start, days, 0
    while True:
        if first and last and first <= day <= last:
            out += 1
        else:
            left -= 1
        if not left:
            return day, out
        day += timedelta(1)


@rule("senior-hearing", "chief-veto", "reserve-candidate")
def hearing(post: Post, in_public: bool, candidate_came: bool, *, book: Rulebook = BOOK) -> Verdict:
    """Was the confirmation hearing held as it must be?

    In public, with the candidate asked to come and answer.
    """
    key = {Post.CHIEF_CONSTABLE: "chief-veto", Post.RESERVE: "reserve-candidate"}.get(post, "senior-hearing")
    told = [] if candidate_came else ["The candidate did not come; record what was asked and answered otherwise."]
    return book.verdict(
        key,
        in_public,
        "A confirmation hearing is held in public." if in_public else "The hearing was not in public.",
        outcome="public" if in_public else "private",
        warnings=told,
        way_out=""
        if in_public
        else "Hold it again in public; only the panel’s own consideration afterwards may be private, on a resolution.",
    )


@rule("senior-hearing", "chief-veto", "veto", "reserve-candidate")
def may_veto(post: Post, votes: int, seats: int, vacancies: int, on: date, *, book: Rulebook = BOOK) -> Verdict:
    """May the panel veto this appointment, and did it?

    Only the chief constable's, by two thirds of members in post; never a reserve candidate's nor that of staff.
    """
    if post is Post.CHIEF_CONSTABLE:
        tally = veto(votes, seats, vacancies, on, book=book)
        return book.verdict(
            "chief-veto",
            tally.holds,
            tally.working,
            on=on,
            outcome=tally.outcome,
            warnings=tally.warnings,
            also=["veto"],
            used=tally.settings,
            way_out=tally.way_out,
        )
    key = "reserve-candidate" if post is Post.RESERVE else "senior-hearing"
    return book.verdict(
        key,
        False,
        f"There is no veto over a {post}; the panel recommends.",
        on=on,
        outcome="no-veto",
        way_out="Recommend for or against, by simple majority.",
    )


@rule("chief-report", "reserve-candidate", "senior-hearing")
def after_report(post: Post, in_time: bool, vetoed: bool = False, *, book: Rulebook = BOOK) -> Verdict:
    """What may the commissioner do next?

    Without a report in time: appoint. After a veto: put forward a reserve candidate. Else decide on the recommendation
    and tell the panel.
    """
    if vetoed and post is not Post.CHIEF_CONSTABLE:
        raise ValueError(f"A panel cannot veto a {post}.")
    if vetoed and in_time:
        return book.verdict(
            "reserve-candidate",
            False,
            "Vetoed: a reserve candidate is put forward, on whom the panel reports in three weeks without a veto.",
            outcome="reserve",
        )
    key = REPORT.get(post, ("senior-hearing", ""))[0]
    if not in_time:
        return book.verdict(key, True, "No report in time: the commissioner may appoint.", outcome="may-appoint")
    return book.verdict(
        key,
        True,
        "The commissioner accepts or rejects the recommendation and tells the panel which.",
        outcome="decides",
    )


@rule("removal")
def removal_due(
    notified: date, recommended: date | None = None, calendar: Calendar = HOLIDAYS, *, book: Rulebook = BOOK
) -> Verdict:
    """How long has the panel before a chief constable may be called on to resign or retire?

    Six weeks beginning with notification; it may only recommend. Source: Sch 8 Part 2.
    """
    if recommended is not None and recommended < notified:
        raise ValueError("The panel cannot recommend before it was notified.")
    used, weeks = book.setting("removal.weeks", notified), book.number("removal.weeks", notified)
    deadline = weeks_beginning_with(notified, weeks)
    holds = None if recommended is None else recommended <= deadline
    return book.verdict(
        "removal",
        holds,
        f"Notified on {said(notified)}; {counted(weeks, 'week')} beginning with that day end on {said(deadline)}.",
        on=notified,
        deadline=deadline,
        outcome="deadline" if holds is None else "in-time" if holds else "late",
        warnings=[shut(deadline, calendar)] if not is_working(deadline, calendar) else [],
        used=[used],
        way_out="The commissioner may go on without it; send the view at once." if holds is False else "",
    )


@rule("removal-private", "removal")
def removal_hearing(in_private: bool, *, book: Rulebook = BOOK) -> Verdict:
    """Was the scrutiny hearing on removal held in private, as it must be?"""
    return book.verdict(
        "removal-private",
        in_private,
        "A scrutiny hearing on removal is private." if in_private else "The hearing was open to the public.",
        outcome="private" if in_private else "public",
        way_out="" if in_private else "Stop, and go on in private session.",
    )


@rule("removal")
def call_to_go(
    notified: date, on: date, recommended: bool, *, nation: Nation = Nation.ENGLAND, book: Rulebook = BOOK
) -> Verdict:
    """May the commissioner now call on the chief constable to resign or retire?

    After the panel's recommendation, or when its six weeks have passed.
    """
    due = removal_due(notified, book=book)
    over = due.deadline is not None and on > due.deadline
    return book.verdict(
        "removal",
        recommended or over,
        "The panel has recommended." if recommended else f"The six weeks end on {said(due.deadline or on)}.",
        on=on,
        deadline=due.deadline,
        outcome="may-call" if recommended or over else "must-wait",
        used=due.settings,
        way_out="" if recommended or over else "Remind the commissioner’s office of the panel’s time.",
    )
