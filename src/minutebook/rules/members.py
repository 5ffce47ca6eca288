"""Who sits on a panel: its size, co-opted members, balance, members in post on a day, substitutes (2011 Act, Sch 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule
from minutebook.rules.rulebook import BOOK, Rulebook


@dataclass(frozen=True, slots=True)
class Term:
    """A council of the area, or a member's seat, from a day to a day; both included, None for open."""

    name: str
    start: date | None = None
    end: date | None = None

    def runs(self, on: date) -> bool:
        """Did it run that day?"""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@rule("panel-size", "panel-wales")
def appointed_members(
    councils: Sequence[Term], on: date, nation: Nation = Nation.ENGLAND, *, book: Rulebook = BOOK
) -> Verdict:
    """How many appointed members has the panel on this day?

    Ten, or one for each council where there are eleven or more; councils merge, so it is reckoned for the day.
    The number is in `outcome`. In Wales the Home Secretary sets the panel up.
    """
    if nation is Nation.WALES:
        return book.verdict(
            "panel-wales",
            None,
            "In Wales the Home Secretary sets the panel up; its size is as ordered.",
            on=on,
            outcome="ordered",
        )
    standing = [c for c in councils if c.runs(on)]
    if not standing:
        raise ValueError("A panel’s area has at least one council.")
    used, ten = book.setting("panel.appointed", on), book.number("panel.appointed", on)
    size = max(ten, len(standing))
    return book.verdict(
        "panel-size",
        None,
        f"{counted(len(standing), 'council')} that day: {size} appointed members.",
        on=on,
        outcome=str(size),
        used=[used],
    )


@rule("panel-size", "panel-wales", "co-option", "co-opted-councillors", "balanced")
def composition(
    appointed: Mapping[str, int], co_opted: int, co_opted_councillors: int, on: date, nation: Nation = Nation.ENGLAND,
    *, resolved: bool = False, consent: bool = False, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Is the panel made up as it must be?

    `appointed` gives each council of the area and its number of seats. Ten or one each, two co-opted who are no local
    councillors; more by resolution with the minister's consent, then at least two who are not; never above twenty.
    Cabinet members may sit. Sources: Sch 6; SI 2012/1433.
    """
    if not appointed or min(appointed.values()) < 0 or not 0 <= co_opted_councillors <= co_opted:
        raise ValueError("Give each council with its seats, and no more co-opted councillors than co-opted members.")
    if nation is Nation.WALES:
        return book.verdict(
            "panel-wales", None, "In Wales the panel is as the Home Secretary set it up.", on=on, outcome="ordered"
        )
    n = {k: book.number(k, on) for k in ("panel.appointed", "panel.co_opted", "panel.most", "panel.independent")}
    used = [book.setting(k, on) for k in n]
    seats, councils = sum(appointed.values()), len(appointed)
    due, faults = max(n["panel.appointed"], councils), []
    also: list[str] = []
    if seats != due:
        faults.append(
            Fault(
                "appointed",
                f"{seats} appointed members; {due} for {counted(councils, 'council')}.",
                "Ask the councils to appoint, or to agree who gives way.",
            )
        )
    for council in (c for c, k in appointed.items() if k == 0):
        faults.append(
            Fault("council-missing", f"{council} has no seat.", "All parts of the area are to be represented.")
        )
        also.append("balanced")
    if councils > n["panel.appointed"] and any(k > 1 for k in appointed.values()):
        faults.append(
            Fault("one-each", "With eleven councils or more each appoints one.", "Any further councillor is co-opted.")
        )
    if co_opted < n["panel.co_opted"]:
        faults.append(Fault("co-opted", f"{co_opted} co-opted; {n['panel.co_opted']} needed.", "Co-opt."))
    if co_opted > n["panel.co_opted"] and not (resolved and consent):
        faults.append(
            Fault(
                "no-consent",
                "More than two are co-opted without a resolution and the minister’s consent.",
                "Obtain both, or reduce.",
            )
        )
        also.append("co-option")
    if co_opted <= n["panel.co_opted"] and co_opted_councillors:
        faults.append(
            Fault(
                "councillor-co-opted",
                "With two co-opted members neither may be a local councillor.",
                "Co-opt independent members.",
            )
        )
        also.append("co-opted-councillors")
    if co_opted > n["panel.co_opted"] and co_opted - co_opted_councillors < n["panel.independent"]:
        faults.append(
            Fault(
                "too-few-independent",
                f"Fewer than {n['panel.independent']} co-opted members are no councillors.",
                "Co-opt independent members.",
            )
        )
        also.append("co-opted-councillors")
    if seats + co_opted > n["panel.most"]:
        faults.append(
            Fault(
                "too-many",
                f"{seats + co_opted} members; never above {n['panel.most']}.",
                "Reduce the co-opted members.",
            )
        )
        also.append("co-option")
    return book.verdict(
        "panel-size",
        not faults,
        f"{seats} appointed by {counted(councils, 'council')}, {co_opted} co-opted ({counted(co_opted_councillors, 'councillor')}).",
        on=on,
        outcome="made-up" if not faults else "not-made-up",
        faults=faults,
        also=dict.fromkeys(also),
        used=used,
        way_out=" ".join(f.remedy for f in faults),
    )


@rule("balanced")
def balance(seats: Mapping[str, int], councillors: Mapping[str, int], on: date, *, book: Rulebook = BOOK) -> Verdict:
    """How does the panel's political make-up stand to that of the area's councils together?

    An aim, not a sum to be met: it is shown, never judged. `seats` on the panel and `councillors` in the area, by party.
    """
    total, everyone = sum(seats.values()), sum(councillors.values())
    if total < 1 or everyone < 1 or min((*seats.values(), *councillors.values())) < 0:
        raise ValueError("Count at least one seat and one councillor.")
    parts = [f"{p}: {seats.get(p, 0)} seats, share {total * k / everyone:.1f}" for p, k in sorted(councillors.items())]
    told = [
        f"{p} would have {total * k / everyone:.1f} seats by share and has none."
        for p, k in sorted(councillors.items())
        if total * k / everyone >= 1 and not seats.get(p)
    ]
    return book.verdict("balanced", None, "; ".join(parts) + ".", on=on, outcome="shown", warnings=told)


@rule("veto")
def in_post(terms: Sequence[Term], on: date) -> int:
    """How many members are in post on this day?"""
    return sum(t.runs(on) for t in terms)


@dataclass(frozen=True, slots=True)
class Substitute:
    """Somebody who stands in: for whose seat, and what bears on it."""

    name: str
    seat: str
    same_authority: bool = True
    named_beforehand: bool = True


@rule("substitutes")
def substitution(
    substitutes: Sequence[Substitute], members_present: Sequence[str], seats: Sequence[str], *, allowed: bool = True,
    same_authority_needed: bool = True, named_needed: bool = False, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """May these substitutes sit?

    One to a seat, for a member who is away; never an added seat. `allowed`, `same_authority_needed` and `named_needed`
    are the body's own rules. `members_present` are the seats whose members are there.
    """
    faults: list[Fault] = []
    filled: dict[str, str] = {}
    if substitutes and not allowed:
        faults.append(Fault("none-allowed", "This body allows no substitutes.", "They may attend as public."))
    for s in substitutes:
        if s.seat not in seats:
            faults.append(
                Fault(
                    "no-such-seat",
                    f"{s.name} is for a seat this body does not have: {s.seat}.",
                    "A substitute fills a seat and never adds one.",
                )
            )
        elif s.seat in members_present:
            faults.append(
                Fault(
                    "member-present",
                    f"{s.name} is for {s.seat}, whose member is present.",
                    "The substitute leaves the table.",
                )
            )
        elif s.seat in filled:
            faults.append(
                Fault(
                    "two-for-one",
                    f"{s.name} and {filled[s.seat]} are both for {s.seat}.",
                    "The appointing authority says which of them sits.",
                )
            )
        else:
            filled[s.seat] = s.name
        if same_authority_needed and not s.same_authority:
            faults.append(
                Fault(
                    "other-authority",
                    f"{s.name} is not of the seat’s authority.",
                    "Ask that authority for a substitute.",
                )
            )
        if named_needed and not s.named_beforehand:
            faults.append(
                Fault("not-named", f"{s.name} was not named beforehand.", "Accept only those on the authority’s list.")
            )
    return book.verdict(
        "substitutes",
        not faults,
        f"{counted(len(filled), 'seat')} filled by substitutes.",
        outcome="may-sit" if not faults else "may-not-sit",
        faults=faults,
        way_out=" ".join(dict.fromkeys(f.remedy for f in faults)),
    )
