"""Complaints about a commissioner or deputy (2011 Act, s.31 and Sch 7; SI 2012/62)."""

from __future__ import annotations

from datetime import date, timedelta

from minutebook.rules.days import HOLIDAYS, Calendar
from minutebook.rules.notice import shut
from minutebook.rules.provisions import Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("complaint-reach")
def is_ours(about: str, *, book: Rulebook = BOOK) -> Verdict:
    """Is this complaint the panel's business?

    About the commissioner or the deputy: yes. About the force, its officers or the chief constable: no.
    """
    holds = about in ("commissioner", "deputy commissioner")
    where = "the commissioner" if about == "chief constable" else "the force’s own professional standards"
    return book.verdict(
        "complaint-reach",
        holds,
        f"About the {about}: {'the panel’s' if holds else 'not the panel’s'}.",
        outcome="ours" if holds else "not-ours",
        way_out="" if holds else f"Send it on to {where}, and tell the complainant.",
    )


@rule("complaint-record")
def recorded(is_recorded: bool, reasons: str = "", *, told_complainant: bool = True, book: Rulebook = BOOK) -> Verdict:
    """Was the complaint recorded, or the complainant told why not?"""
    holds = is_recorded or (bool(reasons.strip()) and told_complainant)
    working = (
        "Recorded."
        if is_recorded
        else f"Not recorded: {reasons.strip().rstrip('.')}."
        if reasons.strip()
        else "Not recorded, and no reasons given."
    )
    return book.verdict(
        "complaint-record",
        holds,
        working,
        outcome="recorded" if is_recorded else "refused",
        way_out="" if holds else "Record it, or write to the complainant with reasons.",
    )


@rule("complaint-refer", "complaint-refer-when")
def referral(
    alleges_crime: bool, received: date, referred: date | None, on: date, calendar: Calendar = HOLIDAYS, *, book: Rulebook = BOOK
) -> Verdict:  # fmt: skip
    """Must the complaint go to the Independent Office for Police Conduct, and by when?

    Allegations of crime, by the end of the next day, whatever day of the week that is. Source: reg 13.
    """
    if referred is not None and referred < received:
        raise ValueError("It cannot be referred before it was received.")
    if on < received:
        raise ValueError("The day asked about is before the complaint.")
    if not alleges_crime:
        return book.verdict(
            "complaint-refer", None, "No crime is alleged: it is resolved informally.", outcome="not-needed"
        )
    used, days = book.setting("complaint.refer_days", received), book.number("complaint.refer_days", received)
    deadline = received + timedelta(days)
    holds = referred <= deadline if referred else False if on > deadline else None
    told = [w for w in (shut(deadline, calendar),) if w]
    return book.verdict(
        "complaint-refer-when",
        holds,
        f"Received on {said(received)}: refer by the end of {said(deadline)}.",
        deadline=deadline,
        outcome="referred" if referred else "overdue" if holds is False else "due",
        warnings=told,
        also=["complaint-refer"],
        used=[used],
        way_out="Refer at once, and record why it was late." if holds is False else "",
    )


@rule("complaint-resolve", "complaint-refer")
def may_handle(how: str, *, alleges_crime: bool = False, book: Rulebook = BOOK) -> Verdict:
    """May the panel deal with a complaint this way?

    It resolves informally ("resolve", "delegate", "ask for comments"); it may not "investigate". A complaint that
    alleges crime is not its to resolve.
    """
    if how == "investigate":
        return book.verdict(
            "complaint-resolve",
            False,
            "The panel may not investigate.",
            outcome="may-not",
            way_out="Ask for comments and papers, no more; resolve informally.",
        )
    if how not in ("resolve", "delegate", "ask for comments"):
        raise ValueError("A complaint is resolved, delegated or sent for comments.")
    if alleges_crime:
        return book.verdict(
            "complaint-refer",
            False,
            "It alleges crime: refer it.",
            outcome="refer",
            way_out="Refer it by the end of the next day.",
        )
    return book.verdict(
        "complaint-resolve",
        True,
        f"The panel may {how}.",
        outcome="may",
        warnings=["Usually the monitoring officer’s task."] if how == "delegate" else [],
    )


@rule("complaint-private")
def sub_committee(in_private: bool, resolved: bool, *, book: Rulebook = BOOK) -> Verdict:
    """Did the complaints sub-committee do its business as exempt, on a resolution?"""
    holds = in_private and resolved
    working = (
        "In private, on a resolution."
        if holds
        else "In public."
        if not in_private
        else "In private without a resolution."
    )
    return book.verdict(
        "complaint-private",
        holds,
        working,
        outcome="private" if holds else "not-private",
        way_out=""
        if holds
        else "Resolve to exclude the public, naming item and paragraph, before a complaint is discussed.",
    )


@rule("complaint-counts")
def public_figures(
    received: int, recorded_: int, referred: int, resolved: int, *, names_people: bool = False, book: Rulebook = BOOK
) -> Verdict:
    """May this report on complaints be public?

    Counts only, never people; the counts must agree with one another.
    """
    if min(received, recorded_, referred, resolved) < 0 or recorded_ > received or referred + resolved > received:
        raise ValueError("The counts do not agree: no more can be recorded, referred or resolved than were received.")
    return book.verdict(
        "complaint-counts",
        not names_people,
        f"{counted(received, 'complaint')}, {recorded_} recorded, {referred} referred, {resolved} resolved.",
        outcome="public" if not names_people else "withhold",
        way_out="" if not names_people else "Give the counts alone; the rest is exempt.",
    )
