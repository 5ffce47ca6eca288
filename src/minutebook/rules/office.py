"""The scrutinised office: plan, annual report, decision records, suspension, an acting holder, its end."""

from __future__ import annotations

from datetime import date

from minutebook.rules.provisions import Fault, Verdict, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("plan")
def plan_due(elected: date, issued: date | None = None, *, book: Rulebook = BOOK) -> Verdict:
    """By when must a newly elected commissioner issue the police and crime plan?

    Within the financial year of the election: to 31 March after it. Source: s.5.
    """
    deadline = date(elected.year + (elected.month > 3), 3, 31)
    if issued is not None and issued < elected:
        raise ValueError("That plan was issued before the election; it is the predecessor’s.")
    holds = None if issued is None else issued <= deadline
    return book.verdict(
        "plan",
        holds,
        f"Elected on {said(elected)}: within that financial year, by {said(deadline)}.",
        on=elected,
        deadline=deadline,
        outcome="deadline" if holds is None else "in-time" if holds else "late",
        way_out="Ask the commissioner for the day on which it will be issued." if holds is False else "",
    )


@rule("plan-draft")
def plan_draft(sent: date, meeting: date | None, issued: date | None = None, *, book: Rulebook = BOOK) -> Verdict:
    """Did the panel see the draft plan, or its variation, before it was issued?

    In reasonable time, of which no days are set; a person judges. The panel reports, and the commissioner has regard,
    responds and publishes. Source: ss.5, 28(3).
    """
    if meeting is None:
        return book.verdict(
            "plan-draft",
            None,
            f"Sent on {said(sent)}; no meeting is fixed to review it.",
            outcome="waiting",
            way_out="Fix a meeting before the plan is to be issued.",
        )
    if meeting < sent:
        return book.verdict(
            "plan-draft",
            False,
            f"The draft came on {said(sent)}, after the meeting on {said(meeting)}.",
            outcome="too-late",
            way_out="Call a meeting, and say in the report when the draft came.",
        )
    if issued is not None and issued < meeting:
        return book.verdict(
            "plan-draft",
            False,
            f"Issued on {said(issued)}, before the panel met on {said(meeting)}.",
            outcome="too-late",
            way_out="Report all the same, and record that the plan was issued before.",
        )
    return book.verdict(
        "plan-draft",
        None,
        f"Sent {(meeting - sent).days} days before the meeting; the law sets no number.",
        outcome="judge",
        warnings=["Whether that is reasonable is for the panel to judge."],
    )


@rule("annual-report")
def annual_report(
    in_public: bool, attended: bool, sent: date | None = None, meeting: date | None = None, *, book: Rulebook = BOOK
) -> Verdict:
    """Was the annual report taken as it must be?

    At a public meeting as soon as practicable after it was sent, the commissioner there to answer. No date is fixed.
    The response is published in the manner the panel decides. Source: ss.12, 28(4).
    """
    faults = []
    if not in_public:
        faults.append(Fault("not-public", "The meeting was not in public.", "Take it again in public."))
    if not attended:
        faults.append(
            Fault(
                "not-there", "The commissioner was not there to answer.", "Call the commissioner to the next meeting."
            )
        )
    told = []
    if sent and meeting:
        if meeting < sent:
            raise ValueError("The report cannot be considered before it was sent.")
        told.append(
            f"{(meeting - sent).days} days passed between report and meeting; the law says as soon as practicable."
        )
    return book.verdict(
        "annual-report",
        not faults,
        "A public meeting with the commissioner there." if not faults else " ".join(f.sentence for f in faults),
        outcome="taken" if not faults else "not-taken",
        faults=faults,
        warnings=told,
        way_out=" ".join(f.remedy for f in faults),
    )


@rule("decision-records")
def decision_record(
    significant: bool, decided: date, published: date | None, on: date, *, book: Rulebook = BOOK
) -> Verdict:
    """Has the commissioner published the record of this decision?

    Those of significant public interest, as soon as practicable; there is no number of days, so the age is shown.
    """
    if on < decided or (published is not None and published < decided):
        raise ValueError("A decision cannot be published or looked at before it was taken.")
    if not significant:
        return book.verdict(
            "decision-records",
            None,
            "Not of significant public interest; no record need be published.",
            outcome="not-asked",
        )
    if published is not None:
        return book.verdict(
            "decision-records",
            True,
            f"Published {(published - decided).days} days after it was taken.",
            outcome="published",
        )
    return book.verdict(
        "decision-records",
        None,
        f"Not published after {(on - decided).days} days; the law says as soon as practicable.",
        outcome="waiting",
        way_out="Ask the commissioner’s office when it will be published.",
    )


@rule("suspend")
def may_suspend(charged: bool, most_years: float, on: date, *, book: Rulebook = BOOK) -> Verdict:
    """May the panel suspend the commissioner?

    Only when charged with an offence that carries more than two years; by resolution. Source: s.30.
    """
    if most_years < 0:
        raise ValueError("A term of imprisonment cannot be less than nothing.")
    used, years = book.setting("suspend.years", on), book.number("suspend.years", on)
    holds = charged and most_years > years
    working = (
        f"Charged with an offence that carries up to {most_years:g} years; more than {years} needed."
        if charged
        else "Not charged with any offence."
    )
    return book.verdict(
        "suspend",
        holds,
        working,
        on=on,
        outcome="may-suspend" if holds else "no-power",
        used=[used],
        way_out="" if holds else "The panel has no other power to suspend or dismiss; it may report and ask.",
    )


@rule("acting")
def acting_commissioner(
    reason: str, on_staff: bool, *, deputy: bool = False, appointed_by_panel: bool = True, book: Rulebook = BOOK
) -> Verdict:
    """May this person act as commissioner?

    On vacancy, incapacity or suspension, appointed by the panel from the commissioner's own staff. The deputy may be
    chosen but does not follow automatically. Source: s.62.
    """
    if reason not in ("vacancy", "incapacity", "suspension"):
        raise ValueError("An acting commissioner is appointed on vacancy, incapacity or suspension.")
    faults = []
    if not on_staff:
        faults.append(
            Fault("not-staff", "The person is not one of the commissioner’s staff.", "Choose a member of the staff.")
        )
    if not appointed_by_panel:
        faults.append(
            Fault(
                "not-appointed",
                "Nobody follows automatically, the deputy included; the panel appoints.",
                "Call a meeting to appoint.",
            )
        )
    told = ["The deputy was chosen by the panel, not by right."] if deputy and not faults else []
    return book.verdict(
        "acting",
        not faults,
        f"On {reason}." if not faults else " ".join(f.sentence for f in faults),
        outcome="may-act" if not faults else "may-not-act",
        faults=faults,
        warnings=told,
        way_out=" ".join(f.remedy for f in faults),
    )


@rule("acting-plan")
def acting_may(act: str, *, book: Rulebook = BOOK) -> Verdict:
    """May an acting commissioner do this?

    Everything of the office but to issue or vary the plan ("issue plan", "vary plan").
    """
    holds = act not in ("issue plan", "vary plan")
    return book.verdict(
        "acting-plan",
        holds,
        "Within the acting holder’s power."
        if holds
        else f"An acting commissioner may not {act.replace('plan', 'the plan')}.",
        outcome="may" if holds else "may-not",
        way_out="" if holds else "Wait for an elected holder.",
    )


@rule("commissioners-end")
def commissioner_stands(on: date, *, book: Rulebook = BOOK) -> Verdict:
    """Do commissioners still stand on this day?

    They are to end in May 2028, subject to legislation; within that month, and after, a person must look.
    """
    used, month = book.setting("commissioners.end_month", on), book.number("commissioners.end_month", on)
    year, number = divmod(month, 100)
    if not 1 <= number <= 12:
        raise ValueError("The month in which commissioners end is given as year and month, such as 202805.")
    if (on.year, on.month) < (year, number):
        return book.verdict(
            "commissioners-end",
            True,
            f"Before the month announced ({number:02d}/{year}).",
            outcome="stands",
            used=[used],
        )
    return book.verdict(
        "commissioners-end",
        None,
        f"The office was announced to end in {number:02d}/{year}, subject to legislation.",
        outcome="look",
        used=[used],
        way_out="Check the law in force, and record the succession: from, to, date.",
    )


@rule("succession")
def succession(how: str, ends: date, on: date, *, open_promises: int = 0, book: Rulebook = BOOK) -> Verdict:
    """What becomes of promises when an office or a body gives way to another?

    From that day they are transferred, never closed, with the person who made them on record. `how`: renamed, merged,
    split, functions_transferred.
    """
    if how not in ("renamed", "merged", "split", "functions_transferred"):
        raise ValueError("A succession is renamed, merged, split or functions_transferred.")
    if open_promises < 0:
        raise ValueError("There cannot be fewer than no promises.")
    done = on >= ends
    told = (
        ["A split leaves it to a person to say which successor takes each promise."]
        if how == "split" and open_promises
        else []
    )
    return book.verdict(
        "succession",
        done if open_promises else None,
        f"{open_promises} open on {said(ends)}: {'transferred to the successor' if done else 'to be transferred that day'}.",
        deadline=ends,
        outcome="transferred" if done else "stands",
        warnings=told,
    )
