"""Crime and disorder scrutiny by councils (Police and Justice Act 2006, s.19; SI 2009/942)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutebook.rules.days import months_after
from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("cdc-meets")
def meets_often_enough(
    last: date, next_meeting: date | None, on: date, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK
) -> Verdict:
    """Does the committee meet as crime and disorder committee at least once in twelve months?"""
    if nation is not Nation.ENGLAND:
        return book.verdict("cdc-meets", None, "These regulations reach England only.", outcome="not-applicable")
    if next_meeting is not None and next_meeting <= last:
        raise ValueError("The next meeting must be after the last.")
    used, months = book.setting("cdc.months", last), book.number("cdc.months", last)
    deadline = months_after(last, months)
    day = next_meeting or on
    holds = day <= deadline if next_meeting or on > deadline else None
    return book.verdict(
        "cdc-meets",
        holds,
        f"Last met on {said(last)}; again within {counted(months, 'month')}, by {said(deadline)}.",
        on=on,
        deadline=deadline,
        outcome="in-time" if holds else "deadline" if holds is None else "late",
        used=[used],
        way_out="Call a meeting in that capacity, and say so on its agenda." if holds is False else "",
    )


@rule("cdc-copies")
def report_copied(bodies: Sequence[str], copied_to: Sequence[str], *, book: Rulebook = BOOK) -> Verdict:
    """Was the committee's report copied to every responsible and co-operating body?"""
    faults = [Fault("not-copied", f"Not copied to {b}.", "Send it.") for b in bodies if b not in copied_to]
    return book.verdict(
        "cdc-copies",
        not faults,
        f"Copied to {len(bodies) - len(faults)} of {counted(len(bodies), 'body')}.",
        outcome="copied" if not faults else "incomplete",
        faults=faults,
        way_out="Send the copies, dated." if faults else "",
    )


@rule("cdc-information")
def information_due(
    asked_by: date, given: date | None, on: date, *, depersonalised: bool = True, book: Rulebook = BOOK
) -> Verdict:
    """Did the body give its information by the date the committee asked for, without personal details?"""
    if not depersonalised:
        return book.verdict(
            "cdc-information",
            False,
            "The information names or reveals people.",
            deadline=asked_by,
            outcome="personal",
            way_out="Send it back to be depersonalised; do not circulate it.",
        )
    if given is not None:
        return book.verdict(
            "cdc-information",
            given <= asked_by,
            f"Given on {said(given)}; asked for by {said(asked_by)}.",
            deadline=asked_by,
            outcome="in-time" if given <= asked_by else "late",
        )
    overdue = on > asked_by
    return book.verdict(
        "cdc-information",
        False if overdue else None,
        f"Asked for by {said(asked_by)}; not yet given.",
        deadline=asked_by,
        outcome="overdue" if overdue else "waiting",
        way_out="Ask when it will reasonably be possible." if overdue else "",
    )


@rule("cdc-attendance")
def attendance(asked: date, meeting: date, *, reasonable: bool | None = None, book: Rulebook = BOOK) -> Verdict:
    """Was an officer or employee asked on reasonable notice?

    No days are set: `reasonable` is a person's judgement, None until it is made.
    """
    if meeting <= asked:
        return book.verdict(
            "cdc-attendance",
            False,
            "Asked on the day or after it: that is no notice.",
            outcome="no-notice",
            way_out="Ask for the next meeting, or invite without requiring.",
        )
    return book.verdict(
        "cdc-attendance",
        reasonable,
        f"Asked {counted((meeting - asked).days, 'day')} ahead; the law says reasonable notice.",
        outcome="judge" if reasonable is None else "reasonable" if reasonable else "unreasonable",
    )
