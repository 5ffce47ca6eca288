"""The house style in which a record is written out as minutes: plain, and the same in every form.

    Ardenshire County Council
    Ardenshire Police and Crime Panel
    MINUTES of a meeting of the Ardenshire Police and Crime Panel held in Shire Hall on Thursday, 6 June 2024.
    PRESENT: Cllr R Calloway (Chair) and Mr O Pritchett, MBE (Vice-Chair)
    203. Performance of the force (Item B1)
    1. The Commissioner introduced the report.
       a. …
    RESOLVED that …

Every part of the paper is one line of it, so that a reader finds each again; people stand by group, and
what belongs to a web page (its kind, cut marks, sizes of attachments) is not written. What a record says *about*
its text (promises, figures, references) is not written: it stands in the text, and is found there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from minutebook.formats.outline import Node, business, outline, placed, writable
from minutebook.record import Attendee, Item, Question, Record, Resolution

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
OPENS = {
    "minutes": "MINUTES",
    "web-minutes": "MINUTES",
    "web-item": "MINUTES",
    "agenda": "AGENDA for",
    "pack": "AGENDA for",
    "questions": "QUESTIONS to",
}
"""How the sentence under the title begins, by kind of paper."""

OPERATIVE = re.compile(
    r"\W*(it\s+(was|is)\s+)?(unanimously\s+)?(resolved|agreed|recommended|noted|decided|approved)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the paper: authority, title, opening, heading, subheading, label (RESOLVED:), text.

    `mark` is its number, letter or bullet; `depth` counts how many paragraphs it hangs from.
    """

    kind: str
    text: str
    mark: str = ""
    depth: int = 0


def laid_out(record: Record) -> Iterator[Line]:
    """The lines of one paper, in order."""
    for line in _lines(record):
        text = " ".join(writable(line.text).split())
        if text or line.mark:
            yield Line(line.kind, text, " ".join(writable(line.mark).split()), line.depth)


def _lines(record: Record) -> Iterator[Line]:
    yield from _head(record)
    section = None
    for item in record.items:
        if item.section and item.section != section:
            yield Line("section", item.section)
        section = item.section
        yield from _item(record, item)
    kept = placed(record)
    for number, question in enumerate(record.questions):
        if number not in kept:
            yield from _question(question)
    yield from _other_papers(record)


def _head(record: Record) -> Iterator[Line]:
    if record.authority:
        yield Line("authority", record.authority)
    title = record.body or record.title
    if title:
        yield Line("title", title)
    when = _when(record)
    if record.kind in OPENS:
        opens = OPENS[record.kind]
        of = (
            f" of a meeting of the {_bare(record.body)}"
            if opens == "MINUTES"
            else f" a meeting of the {_bare(record.body)}"
        )
        yield Line(
            "opening", f"{opens}{of if record.body else ''}{' held' if when and opens == 'MINUTES' else ''}{when}."
        )
    elif when:
        yield Line("opening", when.strip()[:1].upper() + when.strip()[1:] + ".")
    if record.kind not in OPENS and record.title and record.title != title:
        yield Line("section", record.title)
    yield from _attendance(record)


def _when(record: Record) -> str:
    """In which room, on which day, at what time: " in the Council Chamber on Thursday, 6 June 2024 at 2.00 pm"."""
    venue = f" in {record.venue}" if record.venue else ""
    try:
        on = date.fromisoformat(record.date or "")
        day = f" on {WEEKDAYS[on.weekday()]}, {on.day} {MONTHS[on.month - 1]} {on.year}"
    except ValueError:
        day = f" on {record.date}" if record.date else ""
    clock = re.fullmatch(r"(\d{1,2}):(\d\d)", record.time or "", re.ASCII)
    if clock and int(clock[1]) < 24:
        hour = int(clock[1])
        return f"{venue}{day} at {hour % 12 or 12}.{clock[2]} {'am' if hour < 12 else 'pm'}"
    return venue + day + (f" at {record.time}" if record.time else "")


def _bare(body: str | None) -> str:
    return re.sub(r"^the\s+", "", body or "", flags=re.IGNORECASE)


def _attendance(record: Record) -> Iterator[Line]:
    groups: dict[str, list[str]] = {}
    for one in record.attendance:
        groups.setdefault(one.group or "present", []).append(_attendee(one))
    chairs = [a for a in record.attendance if re.search(r"(?<!vice[- ])(?<!deputy )chair", a.role or "", re.IGNORECASE)]
    if record.chair and not any(a.name == record.chair for a in chairs):
        yield Line("text", f"{record.chair} in the chair")
    for group, people in groups.items():
        yield Line("group", ", ".join(people[:-1]) + (" and " if people[1:] else "") + people[-1], group.upper() + ":")


def _attendee(one: Attendee) -> str:
    name = " ".join(part for part in (one.honorific, one.name) if part)
    if one.postnominals:
        name += f", {one.postnominals}"
    authority = one.authority if one.authority != one.role else None
    said = [one.role, authority, f"Substitute for {one.substitute_for}" if one.substitute_for else None]
    return " ".join([name, *(f"({words})" for words in said if words)])


def _item(record: Record, item: Item) -> Iterator[Line]:
    title = item.title
    if item.agenda_ref:
        title += f" (Item {item.agenda_ref})"
    if item.pages:
        title += f" (Pages {item.pages[0]} - {item.pages[1]})"
    number = item.number or ""
    yield Line("heading", title, number + "." if re.fullmatch(r"\d+[a-z]?", number) else number)
    for line in (item.text, item.action):
        if line:
            yield Line("text", line)
    for subheading in item.subheadings:
        yield Line("subheading", subheading)
    waiting: list[Resolution] = []
    for part in business(record, item):
        if isinstance(part, Resolution):
            waiting.append(part)
            continue
        yield from _resolutions(waiting)
        waiting = []
        yield from _question(part) if isinstance(part, Question) else _paragraph(part)
    yield from _resolutions(waiting)
    yield from _unsaid(record, item)


def _paragraph(node: Node, depth: int = 0) -> Iterator[Line]:
    mark = "" if node.plain else "•" if node.bullet else node.own
    if re.fullmatch(r"\d{1,3}|[a-z]{1,5}|[A-Z]", mark):
        mark += "."
    yield Line("text", node.paragraph.text, mark, depth)
    for child in node.children:
        yield from _paragraph(child, depth + 1)


def _resolutions(resolutions: list[Resolution]) -> Iterator[Line]:
    """A resolution that says its own verb stands alone; limbs are numbered under RESOLVED."""
    number, verb = 0, ""
    for resolution in resolutions:
        if OPERATIVE.match(resolution.text):
            number, verb = 0, ""
            yield Line("resolution", resolution.text)
            continue
        if resolution.verb != verb:
            number, verb = 0, resolution.verb
            yield Line("label", f"{(verb or 'resolved').upper()}:")
        number += 1
        yield Line("text", resolution.text, f"{number}.")


def _question(question: Question) -> Iterator[Line]:
    if question.number is not None:
        yield Line("label", f"Question {question.number}")
    yield Line("text", question.text)
    name = " ".join(part for part in (question.honorific, question.asker) if part)
    who = ", ".join(part for part in (name, question.organisation) if part)
    if who:
        yield Line("text", f"({who})")
    if question.answer and not question.answered_by:  # else it stands in the paragraphs
        yield Line("text", f"Answer: {question.answer}")


def _unsaid(record: Record, item: Item) -> Iterator[Line]:
    """Motions, votes, declarations and actions of this item whose words stand in none of its paragraphs."""
    name = item.number if item.number is not None else item.number_inferred
    if name is None:
        return
    said = _flat(" ".join([p.text for p in item.paragraphs] + [r.text for r in item.resolutions] + [item.text or ""]))
    for claims in (record.declarations, record.motions, record.votes):
        for claim in claims:
            if claim.item == name and _flat(claim.quote) not in said:
                yield Line("text", claim.quote)
    for action in record.actions:
        if action.item == name and _flat(action.text) not in said:
            owner = f"{action.owner} – " if action.owner else ""
            due = f" ({action.due})" if action.due else ""
            yield Line("text", f"ACTION: {owner}{action.text}{due}")


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _other_papers(record: Record) -> Iterator[Line]:
    """Reports, notices and work programmes: each part under its heading."""
    for section in record.sections:
        number = section.number or ""
        yield Line("heading", section.heading, number + "." if re.fullmatch(r"\d+", number) else number)
        for node in outline(section.paragraphs):
            yield from _paragraph(node)
    for entry in record.entries:
        yield Line("heading", entry.title)
        yield from _texts((entry.summary, *map(_told, entry.decisions), entry.consultees, entry.contact))
        yield from _texts((entry.open_or_closed, entry.closed_reason))
    for meeting in record.meetings:
        yield Line("heading", meeting.heading)
        yield from (Line("text", _told(told), "•") for told in meeting.entries)
    implications = tuple(f"{subject}: {text}" for subject, text in record.implications.items())
    rules = (*record.standing_rules, *((record.review_rule,) if record.review_rule else ()))
    for title, lines in (
        ("Recommendations", record.recommendations),
        ("Implications", implications),
        ("Background Papers", record.background_papers),
        ("Standing Rules", rules),
        ("Exempt Items", tuple(map(_told, record.exempt_items))),
        ("Documents", tuple(d.title for d in record.documents)),
    ):
        if lines:
            yield Line("heading", title)
            for place, line in enumerate(lines, 1):
                yield Line("text", line, f"{place}." if title == "Recommendations" else "•")


def _texts(lines: Iterable[str | None]) -> Iterator[Line]:
    yield from (Line("text", line) for line in lines if line)


def _told(fields: Mapping[str, Any]) -> str:
    return "; ".join(f"{key}: {value}" for key, value in fields.items() if value not in (None, "", (), []))
