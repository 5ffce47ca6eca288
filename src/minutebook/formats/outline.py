"""The order and nesting in which an item's business is written out, whatever the form."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from minutebook.provenance import Span
from minutebook.record import Item, Paragraph, Question, Record, Resolution

BULLET = re.compile(r"bul(\d+)$")
PLAIN = re.compile(r"p(\d+)$")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Node:
    """A paragraph with those that hang from it. `own` is the last part of its label."""

    paragraph: Paragraph
    own: str
    children: list[Node] = field(default_factory=list)

    @property
    def bullet(self) -> bool:
        """Is it a bullet ("2.bul1")?"""
        return bool(BULLET.match(self.own))

    @property
    def plain(self) -> bool:
        """Is it a paragraph without number or letter ("p1")?"""
        return bool(PLAIN.match(self.own)) or not self.own


def outline(paragraphs: Iterable[Paragraph]) -> list[Node]:
    """Hang paragraphs from each other by their labels: "2.a" from "2", "2.bul1" from "2".

    Where a label's parent did not come before, the paragraph stands at the top under its whole label.
    """
    top: list[Node] = []
    line: list[Node] = []  # the way down to the paragraph before
    for paragraph in paragraphs:
        while line and not paragraph.label.startswith(line[-1].paragraph.label + "."):
            line.pop()
        if line:
            node = Node(paragraph, paragraph.label[len(line[-1].paragraph.label) + 1 :])
            line[-1].children.append(node)
        else:
            node = Node(paragraph, paragraph.label)
            top.append(node)
        line.append(node)
    return top


def business(record: Record, item: Item) -> Iterator[Node | Resolution | Question]:
    """What stands under one item: its questions, paragraphs and resolutions, in the order of the paper.

    Where places are not known, questions come first and resolutions last.
    """
    name = item.number if item.number is not None else item.number_inferred
    questions = [q for q in record.questions if q.item is not None and q.item == name]
    if questions and item is not next(
        i for i in record.items if (i.number if i.number is not None else i.number_inferred) == name
    ):
        questions = []  # two items of one number: the questions stand under the first
    parts: list[tuple[Span | None, Node | Resolution | Question]] = [
        *((q.where, q) for q in questions),
        *((n.paragraph.where, n) for n in outline(item.paragraphs)),
        *((r.where, r) for r in item.resolutions),
    ]
    if all(where for where, _ in parts):
        parts.sort(key=lambda part: part[0].start if part[0] else 0)
    yield from (part for _, part in parts)


def placed(record: Record) -> set[int]:
    """Which questions stand under an item (by their place in the record); the others stand apart."""
    names = {i.number if i.number is not None else i.number_inferred for i in record.items}
    return {n for n, q in enumerate(record.questions) if q.item is not None and q.item in names}


def writable(text: object) -> str:
    """Text as XML and word processors take it: characters they forbid become the replacement character."""
    return UNWRITABLE.sub("\ufffd", str(text))


def slug(text: str | None, otherwise: str = "unnamed") -> str:
    """A readable part of an address: lower case, ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")[:80] or otherwise


def hash_address(sha256: str) -> str:
    """The address of bytes by their hash. Source: RFC 6920, Naming Things with Hashes."""
    try:
        return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    except ValueError:
        return "ni:///"
