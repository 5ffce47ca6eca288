"""Disclosable pecuniary interests: when registered, who may take part, dispensations (Localism Act 2011, ss.29-34)."""

from __future__ import annotations

from datetime import date

from minutebook.rules.days import days_beginning_with, years_beginning_with
from minutebook.rules.provisions import Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("register", "register-after-meeting", "welsh-code")
def register_due(
    start: date, registered: date | None = None, nation: Nation = Nation.ENGLAND, *, disclosed_at_meeting: bool = False, book: Rulebook = BOOK
) -> Verdict:  # fmt: skip
    """By when must a member register an interest?

    Within 28 days beginning with becoming a member, or with the meeting at which an unregistered one was disclosed.
    Wales has its own code. Sources: ss.30, 31(3).
    """
    if nation is Nation.WALES:
        return book.verdict("welsh-code", None, "In Wales the member’s own code says.", on=start, outcome="code")
    key, setting = (
        ("register-after-meeting", "register.after_meeting_days")
        if disclosed_at_meeting
        else ("register", "register.days")
    )
    used, days = book.setting(setting, start), book.number(setting, start)
    deadline = days_beginning_with(start, days)
    holds = None if registered is None else registered <= deadline
    return book.verdict(
        key,
        holds,
        f"{counted(days, 'day')} beginning with {said(start)}: {said(deadline)}.",
        on=start,
        deadline=deadline,
        outcome="deadline" if holds is None else "in-time" if holds else "late",
        used=[used],
        way_out="Register at once; the monitoring officer should know, since it may be an offence."
        if holds is False
        else "",
    )


@rule("no-part", "dispensation", "welsh-code")
def may_take_part(
    pecuniary: bool, on: date, nation: Nation = Nation.ENGLAND, *, dispensed_from: date | None = None, dispensed_to: date | None = None,
    book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """May a member with an interest speak and vote on the item?

    Not with a disclosable pecuniary interest, unless a dispensation runs that day. For other interests the local code
    speaks. Sources: ss.31(4), 33.
    """
    if nation is Nation.WALES:
        return book.verdict("welsh-code", None, "In Wales the member’s own code says.", on=on, outcome="code")
    if not pecuniary:
        return book.verdict(
            "no-part", None, "Not a disclosable pecuniary interest: the local code says.", on=on, outcome="code"
        )
    if dispensed_from and dispensed_to and dispensed_from <= on <= dispensed_to:
        return book.verdict(
            "dispensation",
            True,
            f"A dispensation runs from {said(dispensed_from)} to {said(dispensed_to)}.",
            on=on,
            outcome="dispensed",
        )
    told = ["A dispensation was given but does not run that day."] if dispensed_from or dispensed_to else []
    return book.verdict(
        "no-part",
        False,
        "With a disclosable pecuniary interest a member neither discusses nor votes.",
        on=on,
        outcome="no-part",
        warnings=told,
        way_out="The member withdraws for the item, or asks beforehand for a dispensation.",
    )


@rule("dispensation")
def dispensation(start: date, end: date, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK) -> Verdict:
    """Is the dispensation no longer than the law allows: four years?"""
    if nation is Nation.WALES:
        return book.verdict("dispensation", None, "This section reaches England only.", outcome="not-applicable")
    if end < start:
        raise ValueError("A dispensation cannot end before it begins.")
    used, years = book.setting("dispensation.years", start), book.number("dispensation.years", start)
    last = years_beginning_with(start, years)
    return book.verdict(
        "dispensation",
        end <= last,
        f"From {said(start)} to {said(end)}; {counted(years, 'year')} end on {said(last)}.",
        on=start,
        deadline=last,
        outcome="allowed" if end <= last else "too-long",
        used=[used],
        way_out="" if end <= last else "Shorten it; another may be granted afterwards.",
    )


@rule("sensitive")
def public_entry(sensitive: bool, *, monitoring_officer_agrees: bool = False, book: Rulebook = BOOK) -> Verdict:
    """May the details of this interest stand in the public register?

    Not where they could bring violence or intimidation and the monitoring officer agrees; the register then says only
    that there is such an interest. Source: s.32.
    """
    hidden = sensitive and monitoring_officer_agrees
    told = (
        ["The monitoring officer has yet to agree that it is sensitive; keep it back until then."]
        if sensitive and not hidden
        else []
    )
    return book.verdict(
        "sensitive",
        None if told else not hidden,
        "Withheld: it says only that there is an interest."
        if hidden
        else "To be settled."
        if told
        else "Shown in the register.",
        outcome="withheld" if hidden else "wait" if told else "shown",
        warnings=told,
    )
