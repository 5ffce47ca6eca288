"""How dates, people, papers and figures are called, on pages and in the terminal alike."""
from __future__ import annotations

from datetime import date

from minutebook.record import Attendee, Figure, Record

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
CURRENCY = {"GBP": "£", "EUR": "€", "USD": "$"}


def day(iso: str | None) -> str:
    """A date as a person writes it: 14 September 2023. What is no date comes back as it is."""
    try:
        parsed = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{parsed.day} {MONTHS[parsed.month - 1]} {parsed.year}"


def titled(record: Record) -> str:
    """What a paper is called: its title, or its body, or what kind of paper it is."""
    return record.title or record.body or record.authority or record.kind.replace("-", " ").capitalize()


def person(who: Attendee) -> str:
    """A person as the paper shows them: honorific, name, post-nominals, role, and for whom they came."""
    shown = " ".join(p for p in (who.honorific, who.name, who.postnominals) if p)
    authority = who.authority if who.authority and who.authority not in (who.role or "") else None
    notes = [n for n in (who.role, authority, who.substitute_for and f"for {who.substitute_for}") if n]
    return shown + (f" ({', '.join(notes)})" if notes else "")


ONE = {"people": "person", "entries": "entry"}


def one_or_more(count: int, words: str) -> str:
    """The plural as given, or its singular where there is only one: 3 papers, 1 paper."""
    first, space, rest = words.partition(" ")
    noun = first.rstrip(",")
    if count != 1 or not (noun in ONE or noun.endswith("s")):
        return words
    return ONE.get(noun, noun.removesuffix("s")) + first[len(noun):] + space + rest


def value_of(figure: Figure) -> str:
    """A figure as printed, or its value with its unit: £281.16, 4.85%, 21 weeks."""
    if figure.value_as_printed:
        return figure.value_as_printed
    if figure.value is None:
        return "not printed"
    number = _number(figure.value) + (f" to {_number(figure.value_max)}" if figure.value_max is not None else "")
    if figure.unit in CURRENCY:
        return CURRENCY[figure.unit] + number
    if figure.unit == "%":
        return number + "%"
    return number if figure.unit == "count" else f"{number} {figure.unit}"


def _number(value: float) -> str:
    return f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
