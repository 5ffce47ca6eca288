"""May we begin, and go on? The quorum is the body's own rule, handed in as an argument."""

from __future__ import annotations

from fractions import Fraction

from minutebook.rules.provisions import Verdict, counted, rule
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("quorum")
def quorum(
    present: int,
    seats: int,
    needed: int | str | None,
    remote: int = 0,
    withdrawn: int = 0,
    *,
    remote_counts: bool = False,
    reference: str = "",
    book: Rulebook = BOOK,
) -> Verdict:
    """Are enough members present to do business?

    `needed` is the body's number, or a share of all its seats as "1/4" (rounded up); None if it is not known. Members
    who join remotely count only where the law of the day lets them (see `meetings.remote`); members `withdrawn` for an
    interest do not count for that item. `reference` is the standing order.
    """
    if min(present, seats, remote, withdrawn) < 0 or seats < 1:
        raise ValueError("Members cannot be fewer than none, and the body has at least one seat.")
    if present + remote > seats:
        raise ValueError(
            f"{present + remote} members for {counted(seats, 'seat')}: a substitute fills a seat and never adds one."
        )
    if withdrawn > present + remote:
        raise ValueError("More members have withdrawn than were there.")
    if needed is None:
        return book.verdict(
            "quorum",
            None,
            "The body’s quorum is not known here.",
            outcome="unknown",
            way_out="Enter the quorum from the rules of procedure.",
        )
    least = _least(needed, seats)
    counts = max(0, present + (remote if remote_counts else 0) - withdrawn)
    told = (
        [f"{counted(remote, 'member')} joined remotely and cannot be counted."] if remote and not remote_counts else []
    )
    where = f" ({reference})" if reference else ""
    return book.verdict(
        "quorum",
        counts >= least,
        f"{counts} of {seats} count as present; {least} needed{where}.",
        outcome="quorate" if counts >= least else "inquorate",
        warnings=told,
        way_out=""
        if counts >= least
        else "Wait, adjourn to a day with notice, or talk without deciding; record who was there.",
    )


def _least(needed: int | str, seats: int) -> int:
    try:
        share = Fraction(needed)
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"‘{needed}’ is neither a number nor a share such as 1/4.") from None
    least = (
        -(-share.numerator * seats // share.denominator) if isinstance(needed, str) and "/" in needed else int(share)
    )
    if not 1 <= least <= seats:
        raise ValueError(f"A quorum of {needed} makes no sense for {counted(seats, 'seat')}.")
    return least
