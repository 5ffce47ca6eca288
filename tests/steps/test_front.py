"""Fronts of papers in many house styles: what heading and attendance each must yield (fronts.txt)."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from minutebook.documents.text import read_text
from minutebook.reading import read_document
from minutebook.record import Record

HEADINGS = ("authority", "body", "date", "time", "venue", "chair")
GROUPS = ("present", "absent", "also present", "in attendance", "officers", "cabinet members", "present to respond")
BUSINESS = """
{n}. DECLARATIONS OF INTEREST

There were no declarations of interest.

{m}. MINUTES OF THE PREVIOUS MEETING

RESOLVED: That the minutes of the previous meeting be approved as a correct record.

{k}. ANNUAL REPORT ON NEIGHBOURHOODS

The Committee considered the annual report and asked a number of questions about it.

RESOLVED: That the report be noted.
"""


@dataclass
class Front:
    """The front of a paper and what it says."""

    name: str
    text: str
    heading: dict[str, str] = field(default_factory=dict)
    people: list[tuple[str, str, str, str]] = field(default_factory=list)    # group, name, role, substitute for


def fronts() -> list[Front]:
    out = []
    for part in re.split(r"(?m)^## ", Path(__file__).with_name("fronts.txt").read_text(encoding="utf-8"))[1:]:
        name, _, rest = part.partition("\n")
        text, _, wanted = rest.partition("\n=>\n")
        front = Front(name.strip(), text)
        for line in wanted.strip().splitlines():
            key, _, value = line.partition(": ")
            if key in HEADINGS:
                front.heading[key] = value.strip()
                continue
            assert key in GROUPS, line
            for person in value.split(";"):
                m = re.fullmatch(r"(?P<name>[^(\[]+?)(?:\s*\((?P<role>.+)\))?(?:\s*\[for (?P<sub>.+)\])?", person.strip())
                assert m, person
                front.people.append((key, m["name"], m["role"] or "", m["sub"] or ""))
        out.append(front)
    return out


FRONTS = fronts()


def read(front: Front) -> Record:
    n = 2 if re.search(r"(?m)^1\.? ", front.text) else 1
    own = "" if re.search(r"(?m)^3\. ", front.text) else BUSINESS.format(n=n, m=n + 1, k=n + 2)
    return read_document(read_text((front.text + "\n" + own).encode(), "front.txt"))[0]


def flat(text: str | None) -> str:
    return re.sub(r"[^\w']+", " ", (text or "").replace("’", "'").lower()).strip()


def same(wanted: str, found: str | None) -> bool:
    return re.sub(r"^the ", "", flat(wanted)) == re.sub(r"^the ", "", flat(found))


def compare(front: Front, record: Record) -> list[str]:
    """Every difference between what was wanted and what was read, in words."""
    out = []
    for key in HEADINGS:
        wanted, found = front.heading.get(key), getattr(record, key)
        if (wanted or found) and not same(wanted or "", found):
            out.append(f"{key}: {wanted!r} read as {found!r}")
    left = list(record.attendance)
    for group, name, role, sub in front.people:
        person = next((p for p in left if p.group == group and same(name, p.name)), None) or next((p for p in left if same(name, p.name)), None)
        if person is None:
            out.append(f"{group}: {name} missed")
            continue
        left.remove(person)
        if person.group != group:
            out.append(f"{name}: {group} read as {person.group}")
        if flat(role) not in flat(person.role):
            out.append(f"{name}: role {role!r} read as {person.role!r}")
        if sub and not same(sub, person.substitute_for):
            out.append(f"{name}: for {sub!r} read as {person.substitute_for!r}")
    out += [f"{p.group}: {p.name} ({p.role}) is nobody" for p in left]
    return out


@pytest.mark.parametrize("front", FRONTS, ids=lambda f: f.name)
def test_front(front: Front) -> None:
    assert compare(front, read(front)) == []
