"""Records in Popolo: bodies, people, memberships, meetings, motions and votes.

A person is one entry per name within a body: whether two names are one person is for whoever files
the record to say. Identifiers are made from names, so the same papers give the same identifiers.
Source: Popolo, https://www.popoloproject.com/specs/
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any

from minutebook.formats.outline import hash_address, slug
from minutebook.record import Attendee, Motion, Record, Vote

OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain", "abstention": "abstain", "absent": "absent"}
OUTCOMES = {"carried": "passed", "lost": "failed"}
VISITORS = frozenset({"also present", "in attendance", "officers", "present to respond"})
"""Groups of the attendance list whose people are not members of the body."""


def to_popolo(records: Iterable[Record]) -> dict[str, list[dict[str, Any]]]:
    """Write records as lists of Popolo objects by class."""
    register = _Register()
    for record in records:
        register.enter(record)
    return {name: list(entries.values()) for name, entries in register.found.items()}


class _Register:
    """What was entered so far, by class and identifier; the first mention of a thing makes its entry."""

    def __init__(self) -> None:
        names = ("organizations", "persons", "memberships", "events", "motions", "vote_events", "speeches")
        self.found: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in names}

    def enter(self, record: Record) -> None:
        body = self._body(record)
        event = self._event(record, body)
        for one in record.attendance:
            self._attendee(one, record, body, event)
        for number, motion in enumerate(record.motions, 1):
            self._motion(f"{event}/motion-{number}", motion, record, body, event)
        for number, vote in enumerate(record.votes, 1):
            self._vote(f"{event}/vote-{number}", vote, record, body, event)
        for number, question in enumerate(record.questions, 1):
            asked = _made(
                type="question", event_id=event, creator_name=question.asker, text=question.text, item=question.item
            )
            if question.asker:
                asked["creator_id"] = self._person(question.asker, body, question.honorific)
            asked["sources"] = _sources(record)
            self._put("speeches", f"{event}/question-{number}", asked)

    def _put(self, sort: str, name: str, entry: dict[str, Any]) -> str:
        entries = self.found[sort]
        number, found = 1, name
        while found in entries:  # as in two papers of one meeting
            number += 1
            found = f"{name}-{number}"
        entries[found] = {"id": found} | entry
        return found

    def _organization(self, name: str, **more: Any) -> str:
        key = f"organization/{_key(name)}"
        entry = self.found["organizations"].setdefault(key, {"id": key, "name": name})
        entry.update({k: v for k, v in _made(**more).items() if k not in entry})
        return key

    def _body(self, record: Record) -> str:
        authority = self._organization(record.authority, classification="authority") if record.authority else None
        if not record.body:
            return authority or self._organization("Unnamed body")
        parent = authority if record.authority != record.body else None
        return self._organization(record.body, classification="committee", parent_id=parent)

    def _event(self, record: Record, body: str) -> str:
        key = f"event/{body.removeprefix('organization/')}/{_key(record.date) if record.date else 'undated'}"
        start = record.date
        if start and record.time and re.fullmatch(r"\d\d:\d\d", record.time):
            start = f"{start}T{record.time}"
        told = _made(
            name=record.body or record.title,
            organization_id=body,
            classification="meeting",
            start_date=start,
            location=record.venue,
        )
        entry = self.found["events"].setdefault(key, {"id": key, "attendees": [], "sources": []})
        entry.update({k: v for k, v in told.items() if k not in entry})
        entry["sources"] += [s for s in _sources(record) if s not in entry["sources"]]
        return key

    def _person(self, name: str, body: str, honorific: str | None = None, postnominals: str | None = None) -> str:
        key = f"person/{body.removeprefix('organization/')}/{_key(name)}"
        entry = self.found["persons"].setdefault(key, {"id": key, "name": name})
        for field, value in (("honorific_prefix", honorific), ("honorific_suffix", postnominals)):
            if value:
                entry.setdefault(field, value)
        return key

    def _attendee(self, one: Attendee, record: Record, body: str, event: str) -> None:
        person = self._person(one.name, body, one.honorific, one.postnominals)
        told = _made(person_id=person, group=one.group, role=one.role, substitute_for=one.substitute_for)
        attendees = self.found["events"][event]["attendees"]
        if told not in attendees:
            attendees.append(told)
        visitor = one.group.casefold() in VISITORS
        if visitor and not one.authority:
            return
        of = self._organization(one.authority) if visitor and one.authority else body
        role = one.role or ("member" if not visitor else None)
        if one.substitute_for:
            role = "substitute"
        behalf = self._organization(one.authority) if one.authority and not visitor else None
        key = f"membership/{of.removeprefix('organization/')}/{_key(one.name)}/{_key(role or 'member')}"
        entry = _made(person_id=person, organization_id=of, role=role, on_behalf_of_id=behalf)
        self.found["memberships"].setdefault(key, {"id": key} | entry | {"sources": _sources(record)})

    def _motion(self, name: str, motion: Motion, record: Record, body: str, event: str) -> None:
        entry = _made(
            organization_id=body,
            event_id=event,
            creator_id=self._person(motion.mover, body) if motion.mover else None,
            seconder_id=self._person(motion.seconder, body) if motion.seconder else None,
            text=motion.quote,
            classification="amendment" if motion.amendment else None,
            date=record.date,
            result=OUTCOMES.get(motion.outcome or "", motion.outcome),
            item=motion.item,
        )
        self._put("motions", name, entry | {"sources": _sources(record)})

    def _vote(self, name: str, vote: Vote, record: Record, body: str, event: str) -> None:
        counts = (("yes", vote.votes_for), ("no", vote.against), ("abstain", vote.abstain))
        entry = _made(
            identifier=vote.item,
            organization_id=body,
            event_id=event,
            text=vote.quote,
            classification=vote.kind,
            start_date=record.date,
            result=OUTCOMES.get(vote.result or "", vote.result),
        )
        entry["counts"] = [{"option": option, "value": value} for option, value in counts if value is not None]
        entry["votes"] = [
            {"voter_id": self._person(who, body), "option": OPTIONS.get(side.casefold(), side)}
            for side, people in (vote.names or {}).items()
            for who in people
        ]
        self._put("vote_events", name, entry | {"sources": _sources(record)})


def _made(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def _sources(record: Record) -> list[dict[str, Any]]:
    note = f"{record.source.name}, SHA-256 {record.source.sha256}"
    return [{"url": record.source.address or hash_address(record.source.sha256), "note": note}]


def _key(name: str) -> str:
    """A name in an identifier. Names that differ only in letters beyond ASCII stay apart."""
    plain = slug(name)
    if name.isascii() and len(name) < 80 and plain != "unnamed":
        return plain
    return f"{plain}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"
