"""How long minutes, agendas and background papers stay open, and how minutes are settled (1972 Act, ss.100C, 100D)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from minutebook.rules.days import years_beginning_with
from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


class Paper(StrEnum):
    """The papers that have a time of their own."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    REPORT = "report"
    SUMMARY = "summary"
    BACKGROUND = "background paper"
    OFFICER_DECISION = "officer decision"


OPEN = {
    Paper.MINUTES: ("minutes.open_years", "minutes-open"),
    Paper.AGENDA: ("minutes.open_years", "minutes-open"),
    Paper.REPORT: ("minutes.open_years", "minutes-open"),
    Paper.SUMMARY: ("minutes.open_years", "minutes-open"),
    Paper.BACKGROUND: ("background.open_years", "background-papers"),
    Paper.OFFICER_DECISION: ("officer_decision.open_years", "officer-decisions"),
}


@rule("minutes-open", "background-papers", "officer-decisions")
def open_until(
    paper: Paper, day: date, nation: Nation, on: date | None = None, *, is_open: bool | None = None, book: Rulebook = BOOK
) -> Verdict:  # fmt: skip
    """Until when must this paper stay open to the public?

    `day` is the meeting's (or the decision's). With `on` and `is_open`, whether that is so on a day. Six years for
    minutes, agendas and reports; four for background papers. Source: ss.100C(1), 100D(1).
    """
    key, provision = OPEN[paper]
    used, years = book.setting(key, day, nation), book.number(key, day, nation)
    until = years_beginning_with(day, years)
    if nation not in book.provision(provision).nations:
        return book.verdict(provision, None, f"Not asked for in {nation}.", outcome="not-applicable")
    if on is not None and on < day:
        raise ValueError("The day asked about is before the meeting.")
    holds = None if on is None or is_open is None else is_open or on > until
    told = (
        ["Open for longer than the law asks; see that nothing personal is kept without need."]
        if is_open and on and on > until
        else []
    )
    if paper is Paper.MINUTES:
        told.append("The signed minutes themselves are kept for ever.")
    working = f"{counted(years, 'year')} beginning with {said(day)}: to the end of {said(until)}."
    return book.verdict(
        provision, holds, working, on=day, deadline=until, used=[used], warnings=told,
        outcome="must-be-open" if on is None or on <= until else "may-close",
        way_out="Put the paper back, and record from when to when it was missing." if holds is False else "",
    )  # fmt: skip


@rule("model-scheme")
def publication_scheme(day: date, *, book: Rulebook = BOOK) -> Verdict:
    """How long does the information scheme expect meeting papers on the site?

    About three years; the Access to Information law still asks for more, and exempt there is not exempt here.
    """
    used, years = book.setting("model_scheme.years", day), book.number("model_scheme.years", day)
    until = years_beginning_with(day, years)
    return book.verdict(
        "model-scheme", None, f"About {counted(years, 'year')}: to {said(until)}.", deadline=until, used=[used],
        warnings=["Part VA asks for six years; keep to the longer.", "Exempt under Part VA is not the same as exempt from a request for information."],
    )  # fmt: skip


@rule("keep-signed-minutes", "minutes-open", "background-papers")
def keep_until(what: str, day: date, *, book: Rulebook = BOOK) -> Verdict:
    """How long is a record kept at all, open or not?

    Signed minutes and trackers for ever; reports as long as they must be open; complaints by the body's own schedule.
    """
    if what in ("signed minutes", "tracker"):
        return book.verdict(
            "keep-signed-minutes",
            None,
            f"The {what} is kept for ever." if what == "tracker" else "Signed minutes are kept for ever.",
            outcome="permanent",
        )
    if what == "complaint":
        return book.verdict("keep-signed-minutes", None, "As the body’s retention schedule says.", outcome="local")
    years = {"report": "minutes.open_years", "background paper": "background.open_years"}.get(what)
    if years is None:
        raise ValueError(f"No retention is known for ‘{what}’.")
    used = book.setting(years, day)
    until = years_beginning_with(day, book.number(years, day))
    return book.verdict(used.provision, None, f"To {said(until)}.", deadline=until, outcome="until", used=[used])


@rule("background-papers")
def background_papers(
    relied_on: tuple[str, ...], listed: tuple[str, ...], published: tuple[str, ...] = (), exempt: tuple[str, ...] = (),
    *, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Does the report list the unpublished papers it materially relied on?

    Published works need no listing; papers that would disclose exempt information are left out. Source: s.100D(5).
    """
    missing = [p for p in relied_on if p not in listed and p not in published and p not in exempt]
    leaked = [p for p in listed if p in exempt]
    faults = [
        Fault("not-listed", f"‘{p}’ was relied on and is not listed.", "List it, and keep a copy to be read.")
        for p in missing
    ]
    faults += [
        Fault("exempt-listed", f"‘{p}’ holds exempt information and is listed.", "Take it out of the list.")
        for p in leaked
    ]
    working = f"{counted(len(relied_on), 'paper')} relied on, {len(listed)} listed, {len(faults)} amiss."
    return book.verdict(
        "background-papers",
        not faults,
        working,
        faults=faults,
        outcome="complete" if not faults else "incomplete",
        way_out="Amend the list." if faults else "",
    )


@rule("fair-summary")
def fair_summary(parts_left_out: bool, still_understood: bool, summary: bool, *, book: Rulebook = BOOK) -> Verdict:
    """Is a written summary needed beside the open minutes, and is it there?

    Needed when leaving exempt parts out means that the open minutes no longer tell fairly what happened. Source:
    s.100C(2).
    """
    needed = parts_left_out and not still_understood
    working = (
        "A fair summary is needed" + (" and is there." if summary else " and is missing.")
        if needed
        else "The open minutes stand alone; no summary is needed."
    )
    return book.verdict(
        "fair-summary", not needed or summary, working, outcome="needed" if needed else "not-needed",
        way_out="Write a summary that tells fairly what was done without the exempt matter." if needed and not summary else "",
    )  # fmt: skip


@rule("minutes-signed")
def minutes_signed(
    meeting: date, signed: date, presided_there: bool, next_suitable: date | None = None, *, extraordinary: bool = False,
    book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Were the minutes signed at the right meeting, by whoever presided there?

    At the same meeting or the next suitable one; the signer need not have been at the meeting recorded. An
    extraordinary meeting is not suitable. Source: Sch 12 para 41.
    """
    if signed < meeting:
        raise ValueError("Minutes cannot be signed before the meeting they record.")
    told = []
    if extraordinary:
        told.append("An extraordinary meeting is not a suitable one for signing.")
    if next_suitable and signed > next_suitable:
        told.append(f"They might have been signed on {said(next_suitable)}; say why they were not.")
    holds = presided_there and not extraordinary
    working = f"Minutes of {said(meeting)}, signed on {said(signed)} by " + (
        "whoever presided there." if presided_there else "somebody who did not preside there."
    )
    return book.verdict(
        "minutes-signed",
        holds,
        working,
        outcome="signed" if holds else "not-signed",
        warnings=told,
        way_out="" if holds else "Sign again at the next ordinary meeting, by its chair.",
    )


@rule("minutes-accuracy")
def correction(resolved: bool, about_accuracy: bool, *, book: Rulebook = BOOK) -> Verdict:
    """May the draft minutes be changed so?

    Only their accuracy is open, and a correction is resolved in the meeting. What was decided is changed by a new
    decision.
    """
    holds = resolved and about_accuracy
    working = (
        "A correction of accuracy, resolved by the meeting."
        if holds
        else "Not a correction of accuracy."
        if not about_accuracy
        else "The correction was not resolved."
    )
    return book.verdict(
        "minutes-accuracy",
        holds,
        working,
        outcome="corrected" if holds else "refused",
        way_out="" if holds else "Put the correction to the meeting; change a decision by a new decision.",
    )


@rule("officer-decisions")
def officer_decision(nation: Nation, record: tuple[str, ...], *, book: Rulebook = BOOK) -> Verdict:
    """Does the record of an officer's delegated decision hold what it must?

    Date, decision, reasons, and the alternatives rejected. England only. Source: SI 2014/2095.
    """
    if nation is not Nation.ENGLAND:
        return book.verdict(
            "officer-decisions", None, "These regulations reach England only.", outcome="not-applicable"
        )
    faults = [
        Fault(f"no-{w}", f"The record does not give the {w}.", "Add it.")
        for w in ("date", "decision", "reasons", "alternatives")
        if w not in record
    ]
    return book.verdict(
        "officer-decisions",
        not faults,
        f"{4 - len(faults)} of 4 matters recorded.",
        faults=faults,
        outcome="complete" if not faults else "incomplete",
        way_out="Complete the record." if faults else "",
    )
