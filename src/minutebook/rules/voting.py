"""How a vote is counted: majority and casting vote, the veto by members in post, who may vote, names recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from minutebook.rules.provisions import Fault, Verdict, counted, rule
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("majority")
def majority(in_favour: int, against: int, abstaining: int = 0, casting: str = "", *, book: Rulebook = BOOK) -> Verdict:
    """Was the motion carried?

    More for than against, of those present and voting; abstentions do not count. When equal, whoever presides may give
    a casting vote, `casting` being "for" or "against". Source: Sch 12 para 39.
    """
    if min(in_favour, against, abstaining) < 0:
        raise ValueError("There cannot be fewer than no votes.")
    if casting not in ("", "for", "against"):
        raise ValueError("A casting vote is ‘for’ or ‘against’.")
    if casting and in_favour != against:
        raise ValueError(
            f"There is no casting vote at {in_favour} to {against}; it is given only when votes are equal."
        )
    count = f"{in_favour} for, {against} against, {abstaining} abstaining"
    if in_favour + against == 0:
        return book.verdict("majority", False, f"{count}: nobody voted, so nothing is carried.", outcome="lost")
    if in_favour == against and not casting:
        return book.verdict(
            "majority",
            None,
            f"{count}: equal. Whoever presides may give a casting vote.",
            outcome="tied",
            way_out="Ask whoever presides for a casting vote; without one the motion is not carried.",
        )
    holds = casting == "for" if casting else in_favour > against
    return book.verdict(
        "majority",
        holds,
        f"{count}{', casting vote ' + casting if casting else ''}: {'carried' if holds else 'lost'}.",
        outcome="carried" if holds else "lost",
    )


@rule("veto")
def veto_threshold(seats: int, vacancies: int, on: date, *, book: Rulebook = BOOK) -> int:
    """How many votes does a veto need?

    Two thirds of the members in post when deciding, rounded up. Vacant seats drop out; members absent or abstaining
    do not.
    """
    if vacancies < 0 or seats < 1 or vacancies >= seats:
        raise ValueError("There must be at least one member in post, and no fewer than no vacancies.")
    top, bottom = book.number("veto.numerator", on), book.number("veto.denominator", on)
    if bottom < 1:
        raise ValueError("The share a veto needs cannot be parted by nothing.")
    return -(-top * (seats - vacancies) // bottom)


@rule("veto")
def veto(
    in_favour: int, seats: int, vacancies: int, on: date, present: int | None = None, *, book: Rulebook = BOOK
) -> Verdict:
    """Was the veto carried?

    Counted against all members in post, not those present. Source: 2011 Act, Schs 5 and 8; SI 2012/2271.
    """
    needed, in_post = veto_threshold(seats, vacancies, on, book=book), seats - vacancies
    if not 0 <= in_favour <= in_post or (present is not None and not in_favour <= present <= in_post):
        raise ValueError("More votes than members present, or more members than are in post.")
    told = (
        [f"Only {present} are present: {needed} votes cannot be reached."]
        if present is not None and present < needed
        else []
    )
    used = [book.setting("veto.numerator", on), book.setting("veto.denominator", on)]
    working = f"{counted(in_post, 'member')} in post ({seats} seats, {vacancies} vacant): {needed} votes needed, {in_favour} given."
    return book.verdict(
        "veto",
        in_favour >= needed,
        working,
        on=on,
        outcome="vetoed" if in_favour >= needed else "not-vetoed",
        warnings=told,
        used=used,
        way_out="" if in_favour >= needed else "The panel still reports, by simple majority, and may recommend.",
    )


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody whose vote was counted, and what bears on the right to it."""

    name: str
    seat: str = ""
    present: bool = True
    remote: bool = False
    barred_by_interest: bool = False


@rule("entitled", "remote-england", "no-part")
def entitled(voters: Sequence[Voter], *, remote_counts: bool = False, book: Rulebook = BOOK) -> Verdict:
    """Was everybody whose vote was counted entitled to it?

    One vote a seat, by its holder or substitute, present as the law of the day asks, without a barring interest.
    """
    faults: list[Fault] = []
    names: set[str] = set()
    taken: dict[str, str] = {}
    for v in voters:
        if v.name in names:
            faults.append(Fault("twice", f"{v.name} is counted twice.", "Count the vote once."))
        elif not v.seat:
            faults.append(Fault("no-seat", f"{v.name} holds no seat.", "Take the vote out of the count."))
        elif v.seat in taken:
            faults.append(
                Fault(
                    "seat-taken", f"{v.name} and {taken[v.seat]} both vote for {v.seat}.", "Settle who fills the seat."
                )
            )
        if not v.present or (v.remote and not remote_counts):
            faults.append(
                Fault("not-present", f"{v.name} is not present in the law’s sense.", "Take the vote out of the count.")
            )
        if v.barred_by_interest:
            faults.append(
                Fault(
                    "interest",
                    f"{v.name} has a disclosable pecuniary interest and no dispensation.",
                    "Take the vote out, and minute the interest.",
                )
            )
        names.add(v.name)
        taken.setdefault(v.seat, v.name)
    return book.verdict(
        "entitled",
        not faults,
        f"{counted(len(voters), 'vote')} looked at, {len(faults)} amiss.",
        outcome="entitled" if not faults else "not-entitled",
        faults=faults,
        way_out=""
        if not faults
        else "Correct the count before the result is declared; take the vote again if it turns on these.",
    )


@rule("named-vote")
def named_vote(asked_by: int, needed: int | None, *, book: Rulebook = BOOK) -> Verdict:
    """Are the names to be recorded in this vote?

    When as many members ask as the body's own rules want; `needed` is None where they do not say.
    """
    if asked_by < 0 or (needed is not None and needed < 1):
        raise ValueError("Count the members who ask; at least one must be needed.")
    if needed is None:
        return book.verdict(
            "named-vote",
            None,
            "The body’s rules do not say when names are recorded.",
            outcome="local",
            way_out="Enter the standing order.",
        )
    return book.verdict(
        "named-vote",
        asked_by >= needed,
        f"{counted(asked_by, 'member')} ask; {needed} needed.",
        outcome="names" if asked_by >= needed else "no-names",
    )
