"""A reading for the eye, in a terminal: heading, people, items, what was resolved and promised, and where."""
from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from minutebook.pages.words import day, person, titled, value_of
from minutebook.problems import Problem
from minutebook.provenance import Span
from minutebook.readings import Account, Reading, account_of, coverage_of
from minutebook.record import Attendee, Commitment, Figure, Item, Record


@dataclass(frozen=True, slots=True)
class Look:
    """How the terminal looks: how wide it is, and whether colours may be used."""

    width: int = 100
    colour: bool = False

    @classmethod
    def of(cls, stream: IO[str]) -> Look:
        """As the stream allows: its terminal's width; colours unless NO_COLOR asks for none."""
        terminal = stream.isatty()
        width = min(shutil.get_terminal_size((100, 24)).columns, 120) if terminal else 100
        return cls(max(40, width), terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")

    def bold(self, text: str) -> str:
        """Bold, where colours may be used."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def quiet(self, text: str) -> str:
        """Pale, likewise."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text

    def late(self, text: str) -> str:
        """Red, likewise: for what is overdue or went wrong."""
        return f"\x1b[31m{text}\x1b[0m" if self.colour else text


def summary_of(reading: Reading, look: Look) -> str:
    """Everything read from one file, paper by paper, for reading in a terminal."""
    lines: list[str] = []
    for record in reading.records:
        lines.extend(_paper(record, look))
    for document in reading.documents:
        coverage = coverage_of(document, reading.records)
        lines.extend(_account(document.source.name, account_of(document, coverage), look))
        unread = [document.text[c.start : c.end] for c in coverage if c.kind == "unread"]
        lines.extend(_unread(unread, look))
    return "\n".join(lines) + "\n" if lines else ""


def place(where: Span | None) -> str:
    """Where a statement stands: the page, where there are pages, and the characters that `show --at` takes."""
    if where is None:
        return ""
    return (f"page {where.page}, " if where.page else "") + f"{where.start}-{where.end}"


def _paper(record: Record, look: Look) -> Iterator[str]:
    yield ""
    kind = record.kind.replace("-", " ").capitalize()
    yield look.bold(kind if titled(record) == kind else f"{kind}: {titled(record)}")
    known = (
        record.body if record.title else None, record.authority if record.authority != record.body else None,
        day(record.date) + (f" at {record.time}" if record.time else ""), record.venue,
        f"{record.chair} in the chair" if record.chair else None,
    )
    yield from _wrapped(" · ".join(k for k in known if k), look, "  ")
    pages = f", pages {record.pages[0]} to {record.pages[1]}" if record.pages else ""
    item = f", item {record.agenda_item}" if record.agenda_item else ""
    yield look.quiet(f"  {record.source.name}{pages}{item} · sha256 {record.source.sha256[:12]}")
    yield from _attendance(record.attendance, look)
    if record.items:
        yield from _head("Items", len(record.items), look)
        for item_ in record.items:
            yield from _item(item_, look)
    if record.entries:
        yield from _head("Entries", len(record.entries), look)
        for entry in record.entries:
            yield from _wrapped(entry.title, look, "  ")
    if record.meetings:
        yield from _head("Work programme", len(record.meetings), look)
        for meeting in record.meetings:
            yield from _wrapped(f"{meeting.heading}: {len(meeting.entries)} planned", look, "  ")
    if record.sections:
        yield from _head("Sections", len(record.sections), look)
        for section in record.sections:
            yield from _wrapped(" ".join(p for p in (section.number, section.heading) if p), look, "  ")
    yield from _quotes("Recommendations", [(r, "") for r in record.recommendations], look)
    yield from _quotes("Questions", [
        (q.text, " · ".join(p for p in (f"item {q.item}" if q.item else "", q.asker or "", place(q.where)) if p))
        for q in record.questions], look)
    yield from _quotes("Promises, suggested by the reader", [(c.quote, _promise(c)) for c in record.commitments], look)
    yield from _quotes("Decisions", [(d.title, " · ".join(p for p in (d.ref, day(d.decided_on)) if p))
                                     for d in record.decisions], look)
    yield from _quotes("Actions", [(a.text, " · ".join(p for p in (a.ref, a.owner, a.due, place(a.where)) if p))
                                   for a in record.actions], look)
    yield from _quotes("Votes", [(v.quote, place(v.where)) for v in record.votes], look)
    yield from _quotes("Follow-ups", [(f.quote, f"{f.status} · {place(f.where)}") for f in record.follow_ups], look)
    if record.figures:
        yield from _head("Figures", len(record.figures), look)
        for figure in record.figures:
            yield from _wrapped(_figure(figure), look, "  ", "      ")
    if record.exempt_items:
        yield from _head("Held in private", len(record.exempt_items), look)
        for exempt in record.exempt_items:
            yield from _wrapped(" · ".join(str(v) for v in exempt.values() if v), look, "  ")
    yield from _problems(record.problems, look)


def _attendance(people: Sequence[Attendee], look: Look) -> Iterator[str]:
    if not people:
        return
    yield from _head("People", len(people), look)
    for group in dict.fromkeys(p.group for p in people):
        names = "; ".join(person(p) for p in people if p.group == group)
        yield from _wrapped(f"{group}: {names}", look, "  ", "      ")


def _item(item: Item, look: Look) -> Iterator[str]:
    number = item.number or (f"[{item.number_inferred}]" if item.number_inferred else "–")
    notes = [f"item {item.agenda_ref}"] if item.agenda_ref else []
    notes += [f"{len(item.paragraphs)} paragraph" + "s" * (len(item.paragraphs) != 1)] if item.paragraphs else []
    notes += ["cut short by the page"] * item.truncated + ["in private"] * item.restricted
    yield from _wrapped(f"{number:>5}  {item.title}" + look.quiet(f"  ({', '.join(notes)})" if notes else ""), look,
                        "", "       ")
    for resolution in item.resolutions:
        yield from _wrapped(f"→ {resolution.text}", look, "       ", "         ")


def _promise(promise: Commitment) -> str:
    where = f"item {promise.item}" + (f", paragraph {promise.paragraph}" if promise.paragraph else "") if promise.item else ""
    who = f"{promise.by or 'nobody named'} to {promise.to}" if promise.to else promise.by or "nobody named"
    due = f"due “{promise.due}”" if promise.due else "no date given"
    return " · ".join(p for p in (where, who, due, f"{promise.strength} {promise.basis}", place(promise.where)) if p)


def _figure(figure: Figure) -> str:
    said = figure.measure or " ".join(figure.quote.split())
    notes = [n for n in (figure.period, figure.nature if figure.nature != "actual" else None) if n]
    return f"{value_of(figure)}  {said}" + (f" ({', '.join(notes)})" if notes else "") + f"  {place(figure.where)}"


def _quotes(title: str, quotes: Sequence[tuple[str, str]], look: Look) -> Iterator[str]:
    if not quotes:
        return
    yield from _head(title, len(quotes), look)
    for quote, about in quotes:
        yield from _wrapped(f"“{' '.join(quote.split())}”", look, "  ", "   ")
        if about:
            yield from (look.quiet(line) for line in _wrapped(about, look, "      "))


def _problems(problems: Sequence[Problem], look: Look) -> Iterator[str]:
    if not problems:
        return
    yield from _head("Left open by the paper", len(problems), look)
    for problem in problems:
        text = f"{problem.level}: {problem.sentence} [{problem.code}]" + (f"  {place(problem.where)}" if problem.where else "")
        lines = _wrapped(text, look, "  ", "      ")
        yield from (look.late(line) for line in lines) if problem.level == "error" else lines


def _account(name: str, account: Account, look: Look) -> Iterator[str]:
    yield ""
    told = account.read + account.unread
    yield look.quiet(f"{name}: {account.share:.1%} of {told:,} characters read, {account.unread:,} unread, "
                     f"{account.furniture:,} furniture (headers, page numbers, mark-up)")


def _unread(texts: Iterable[str], look: Look) -> Iterator[str]:
    shown = [" ".join(t.split()) for t in texts]
    for text in [t for t in shown if t][:20]:
        yield from _wrapped(f"unread: {text[:300]}", look, "  ", "      ")


def _head(title: str, count: int, look: Look) -> Iterator[str]:
    yield ""
    yield look.bold(f"{title} ({count})")


def _wrapped(text: str, look: Look, first: str, rest: str | None = None) -> Iterator[str]:
    yield from textwrap.wrap(text, look.width, initial_indent=first, subsequent_indent=first if rest is None else rest,
                             break_long_words=False, break_on_hyphens=False)
