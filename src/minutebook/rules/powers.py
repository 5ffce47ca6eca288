"""What a panel may require, and what only the whole panel may do (2011 Act, ss.13, 29; Sch 6)."""

from __future__ import annotations

from collections.abc import Sequence

from minutebook.rules.provisions import Fault, Verdict, counted, rule
from minutebook.rules.rulebook import BOOK, Rulebook

REQUIRED = ("commissioner", "commissioner's staff", "deputy commissioner")
SPECIAL = ("plan", "annual report", "senior appointment", "precept", "chief constable appointment")


@rule("require", "request-chief")
def may_require(
    who: str, *, commissioner_required: bool = False, about_advice: bool = False, book: Rulebook = BOOK
) -> Verdict:
    """May the panel require this person to attend and answer?

    The commissioner and the staff, but not about advice given to the commissioner. The chief constable may only be
    requested, and only when the commissioner is required too. Outcome: require, request, invite. Source: s.29(1), (6).
    """
    if who == "chief constable":
        holds = commissioner_required
        return book.verdict(
            "request-chief",
            holds,
            "The chief constable may be requested to come with the commissioner."
            if holds
            else "The chief constable may be requested only when the commissioner is required to attend too.",
            outcome="request",
            way_out="" if holds else "Require the commissioner for the same meeting.",
        )
    if who not in REQUIRED:
        return book.verdict(
            "require",
            False,
            f"The panel has no power to require a {who}; it may invite.",
            outcome="invite",
            way_out="Send an invitation.",
        )
    if about_advice and who != "commissioner":
        return book.verdict(
            "require",
            False,
            "Staff need not answer about advice they gave to the commissioner.",
            outcome="require",
            way_out="Ask about facts, or ask the commissioner.",
        )
    return book.verdict("require", True, f"The panel may require the {who} to attend and answer.", outcome="require")


@rule("information")
def information(*, reasonable: bool, harms: str = "", book: Rulebook = BOOK) -> Verdict:
    """Must the commissioner give the panel this information?

    What it reasonably requires, unless disclosure would harm security, safety or justice (`harms`). Source: s.13.
    """
    if harms not in ("", "security", "safety", "justice"):
        raise ValueError("Information is withheld from a panel for security, safety or justice only.")
    holds = reasonable and not harms
    working = "Reasonably required." if holds else f"Withheld for {harms}." if harms else "Not reasonably required."
    return book.verdict(
        "information",
        holds,
        working,
        outcome="give" if holds else "withhold",
        way_out="" if holds else "Ask for what can be given, or for a private briefing.",
    )


@rule("scrutinise")
def may_scrutinise(whose: str, *, book: Rulebook = BOOK) -> Verdict:
    """May the panel scrutinise this decision?

    Any decision or act of the commissioner, and none of the force: the chief constable is operationally independent.
    Source: s.28(6).
    """
    holds = whose in ("commissioner", "deputy commissioner", "acting commissioner")
    working = f"A decision of the {whose}: {'the panel may review or scrutinise it' if holds else 'not the panel’s to scrutinise'}."
    return book.verdict(
        "scrutinise",
        holds,
        working,
        outcome="may" if holds else "may-not",
        way_out="" if holds else "Ask how the commissioner holds the force to account for it.",
    )


@rule("panel-reports")
def report_sent_out(
    published: bool, councils: Sequence[str], copied_to: Sequence[str], *, book: Rulebook = BOOK
) -> Verdict:
    """Was the panel's report published and copied to every council of the area?"""
    faults = [Fault("not-copied", f"Not copied to {c}.", "Send it.") for c in councils if c not in copied_to]
    if not published:
        faults.append(
            Fault("not-published", "The report is not published.", "Publish it, in the manner the panel decides.")
        )
    return book.verdict(
        "panel-reports",
        not faults,
        f"{'Published' if published else 'Not published'}; copied to {sum(c in copied_to for c in councils)} of {counted(len(councils), 'council')}.",
        outcome="sent" if not faults else "incomplete",
        faults=faults,
        way_out=" ".join(dict.fromkeys(f.remedy for f in faults)),
    )


@rule("special-functions")
def may_delegate(function: str, *, book: Rulebook = BOOK) -> Verdict:
    """May this be left to a sub-committee?

    Not the special functions: plan, annual report, senior appointment, precept, chief constable appointment.
    """
    holds = function not in SPECIAL
    return book.verdict(
        "special-functions",
        holds,
        f"‘{function}’ is {'no' if holds else 'a'} special function.",
        outcome="may-delegate" if holds else "whole-panel",
        way_out="" if holds else "Bring it to a meeting of the whole panel; a sub-committee may prepare.",
    )
