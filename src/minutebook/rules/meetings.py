"""Remote attendance by nation and day, the period before an election, filming (dated settings)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("remote-england", "remote-wales", "remote-2020", "remote-2020-wales", "remote-wales-before")
def remote(on: date, nation: Nation, *, book: Rulebook = BOOK) -> Verdict:
    """Do members who join remotely count and vote on this day?

    A dated setting: in England only for meetings before 7 May 2021, so far; in Wales since then too.
    """
    used = book.setting("remote.counts", on, nation)
    told = (
        ["Reform has been promised; check the law of the day before relying on this."]
        if nation is Nation.ENGLAND and not used.value
        else []
    )
    if used.provision == "remote-wales-before":
        told.append("Unless the council’s standing orders of the time provided for it.")
    working = f"In {nation} on {said(on)} members who join remotely {'count and vote' if used.value else 'neither count nor vote'}."
    return book.verdict(
        used.provision,
        bool(used.value),
        working,
        on=on,
        outcome="counts" if used.value else "does-not-count",
        warnings=told,
        used=[used],
        way_out=""
        if used.value
        else "They may speak by the chair’s leave; record them apart from the members present.",
    )


@rule("names-present")
def names_recorded(present: Sequence[str], recorded: Sequence[str], *, book: Rulebook = BOOK) -> Verdict:
    """Do the minutes record the name of every member present, and no other as present?

    Source: Sch 12 para 40.
    """
    faults = [
        Fault("not-recorded", f"{n} was present and is not recorded.", "Add the name.")
        for n in present
        if n not in recorded
    ]
    faults += [
        Fault("not-there", f"{n} is recorded and was not present.", "Take the name out.")
        for n in recorded
        if n not in present
    ]
    return book.verdict(
        "names-present",
        not faults,
        f"{counted(len(present), 'member')} present, {len(recorded)} recorded.",
        outcome="recorded" if not faults else "incomplete",
        faults=faults,
        way_out="Correct the attendance before the minutes are agreed." if faults else "",
    )


@rule("pre-election")
def pre_election(
    on: date, notice_of_election: date, poll: date, *, publicity: bool = False, book: Rulebook = BOOK
) -> Verdict:
    """May this go ahead in the period before an election?

    Meetings are lawful throughout; publicity is restricted from the notice of election to the close of poll.
    """
    if poll <= notice_of_election:
        raise ValueError("The poll comes after the notice of election.")
    within = notice_of_election <= on <= poll
    if not within:
        return book.verdict("pre-election", True, f"{said(on)} is outside the period.", outcome="outside")
    if publicity:
        return book.verdict(
            "pre-election",
            None,
            "Publicity is restricted: a person must judge.",
            outcome="judge",
            warnings=["Nothing that could be taken as support for a party or a candidate."],
            way_out="Ask the monitoring officer, or wait until after the poll.",
        )
    return book.verdict(
        "pre-election",
        True,
        "Meetings are lawful in this period; take care what is said about them.",
        outcome="within",
        warnings=["Publicity about the meeting is restricted."],
    )


@rule("filming")
def may_film(nation: Nation, *, open_meeting: bool, book: Rulebook = BOOK) -> Verdict:
    """May anyone film, record and report this meeting?

    In England every open meeting; not while the public is excluded. In Wales the body's own rule says.
    """
    if nation is Nation.WALES:
        return book.verdict(
            "filming", None, "The English regulations do not reach Wales: the body’s own rule says.", outcome="local"
        )
    return book.verdict(
        "filming",
        open_meeting,
        "Anyone may film, record and report an open meeting." if open_meeting else "Not while the public is excluded.",
        outcome="may-film" if open_meeting else "may-not-film",
        way_out="" if open_meeting else "Ask that equipment be switched off and taken out.",
    )
