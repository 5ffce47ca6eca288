"""When an answer is due: to a panel's report, to a crime and disorder committee, from an executive."""

from __future__ import annotations

from datetime import date

from minutebook.rules.days import days_after, months_beginning_with
from minutebook.rules.provisions import Nation, Setting, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("written-response")
def written_response(
    sent: date, answered: date | None, on: date, *, within_days: int | None = None, by: date | None = None, book: Rulebook = BOOK
) -> Verdict:  # fmt: skip
    """When must the commissioner answer the panel in writing?

    Within the period the panel sets: so many days after the report is sent, or a day. Where the panel set none nothing
    falls due. The commissioner must comply. Source: s.29(3).
    """
    if within_days is not None and by is not None:
        raise ValueError("Give a number of days or a day, not both.")
    if by is not None and by < sent:
        raise ValueError("The day set for the answer is before the report was sent.")
    if within_days is None and by is None:
        return book.verdict(
            "written-response",
            None,
            "The panel set no period, so that no day has passed.",
            outcome="no-period",
            warnings=["Set a period when sending a report or recommendation."],
            way_out="Write to set one now.",
        )
    deadline = by if by is not None else days_after(sent, within_days or 0)
    how = "the day the panel set" if by else f"{counted(within_days or 0, 'day')} after it was sent"
    return _answer(
        book,
        "written-response",
        sent,
        answered,
        on,
        deadline,
        f"Sent on {said(sent)}; due by {said(deadline)}, {how}.",
        "Write to the commissioner; report the silence to the next meeting.",
    )


@rule("cdc-response")
def partner_response(
    sent: date, answered: date | None, on: date, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK
) -> Verdict:
    """When must a council, force or partner answer a crime and disorder committee's report?

    Within 28 days from when it was sent, or if that is not reasonably possible as soon as it is afterwards.
    """
    if nation is not Nation.ENGLAND:
        return book.verdict("cdc-response", None, "These regulations reach England only.", outcome="not-applicable")
    used, days = book.setting("cdc.response_days", sent), book.number("cdc.response_days", sent)
    deadline = days_after(sent, days)
    answer = _answer(
        book,
        "cdc-response",
        sent,
        answered,
        on,
        deadline,
        f"Sent on {said(sent)}; {counted(days, 'day')} after, {said(deadline)}.",
        "Ask why it was not reasonably possible, and when the answer will come.",
    )
    late = (
        ["After that day the answer is due as soon as reasonably possible; ask for the reason."]
        if answer.holds is False
        else []
    )
    return book.verdict(
        "cdc-response",
        answer.holds,
        answer.working,
        on=sent,
        deadline=deadline,
        outcome=answer.outcome,
        warnings=late,
        used=[used],
        way_out=answer.way_out,
    )


@rule("executive-response")
def executive_response(
    received: date, answered: date | None, on: date, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK
) -> Verdict:
    """When must a council's executive answer a scrutiny report?

    Within two months beginning with the day it received it. Never asked of a commissioner. Source: 2000 Act, s.9FE.
    """
    if nation is not Nation.ENGLAND:
        return book.verdict("executive-response", None, "This section reaches England only.", outcome="not-applicable")
    used, months = (
        book.setting("executive.response_months", received),
        book.number("executive.response_months", received),
    )
    deadline = months_beginning_with(received, months)
    working = f"{counted(months, 'month')} beginning with {said(received)}: {said(deadline)}."
    return _answer(
        book,
        "executive-response",
        received,
        answered,
        on,
        deadline,
        working,
        "Write to the leader; put it on the next agenda.",
        used,
    )


def _answer(
    book: Rulebook,
    key: str,
    sent: date,
    answered: date | None,
    on: date,
    deadline: date,
    working: str,
    way_out: str,
    *used: Setting,
) -> Verdict:
    if (answered is not None and answered < sent) or on < sent:
        raise ValueError("An answer cannot come, nor be looked for, before the report was sent.")
    if answered is not None and answered <= on:
        holds: bool | None = answered <= deadline
        outcome = "answered" if holds else "answered-late"
    else:
        holds, outcome = (None, "waiting") if on <= deadline else (False, "overdue")
    return book.verdict(
        key,
        holds,
        working,
        on=on,
        deadline=deadline,
        outcome=outcome,
        used=used,
        way_out={"overdue": way_out, "answered-late": "Record that it came late, and when."}.get(outcome, ""),
    )
