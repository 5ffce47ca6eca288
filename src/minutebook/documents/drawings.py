"""Drawings within drawings of a PDF, counted before they are drawn.

A form may draw other forms, and so on: a few hundred bytes can ask for more drawings than there is
memory, or for one that contains itself. The PDF library follows them all, so they are counted here
first. Forms are never packed into object streams, so that their dictionaries stand in the open.
"""
from __future__ import annotations

import re
import zlib

from minutebook.problems import UnreadableFile

MOST = 200_000              # drawings that one page's drawing may lead to
DEEPEST = 30
UNPACKED = 4_000_000        # bytes of a form's content that are looked at
FORM = re.compile(rb"/Subtype\s*/Form\b")
OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R\b")
DRAWN = re.compile(rb"/[^\s/\[\]<>()]+\s+Do\b")


def check_drawings(data: bytes, name: str) -> None:
    """Raises UnreadableFile where drawings multiply beyond measure, within themselves or within one another."""
    if len(FORM.findall(data)) == 0:
        return
    drawn, inside = _forms(data)
    if not any(drawn[n] and inside[n] & drawn.keys() for n in drawn):
        return
    counts: dict[int, int] = {}
    for number in drawn:
        if _count(number, drawn, inside, counts, ()) > MOST:
            raise UnreadableFile("hostile", "Drawings in the PDF contain themselves or one another without end.",
                                 "Do not open it; ask the sender what it is, or for the paper printed anew to PDF.", file=name)


def _forms(data: bytes) -> tuple[dict[int, int], dict[int, set[int]]]:
    """For each form how often it draws another, and the objects that it names; other objects lend theirs."""
    starts = list(OBJECT.finditer(data))
    named: dict[int, set[int]] = {}
    drawn: dict[int, int] = {}
    for n, m in enumerate(starts):
        end = starts[n + 1].start() if n + 1 < len(starts) else len(data)
        begin = data.find(b"stream", m.end(), end)
        head = data[m.end(): min(begin if begin >= 0 else end, m.end() + 100_000)]
        number = int(m[1])
        form = FORM.search(head) is not None
        if form or (begin < 0 and len(head) < 20_000):
            named.setdefault(number, set()).update(int(r) for r in REFERENCE.findall(head))
        if form and begin >= 0:
            content = data[begin + 6: end].lstrip(b"\r\n")
            if b"/FlateDecode" in head or b"/Fl" in head:
                try:
                    content = zlib.decompressobj().decompress(content, UNPACKED)
                except zlib.error:
                    content = b""
            drawn[number] = max(drawn.get(number, 0), len(DRAWN.findall(content[:UNPACKED])))
    reached: dict[int, set[int]] = {}
    for number in drawn:        # a form's resources may stand in an object of their own, and so may its list of drawings
        near = set(named.get(number, ()))
        for _ in range(2):
            near |= {r for other in near if other not in drawn for r in named.get(other, ())}
        reached[number] = near
    return drawn, reached


def _count(number: int, drawn: dict[int, int], inside: dict[int, set[int]], counts: dict[int, int], path: tuple[int, ...]) -> int:
    """How many drawings this one leads to, itself included; without end counts as more than the most.

    A ring in which each draws the next but once is no harm: the PDF library ends it where it closes.
    """
    if number in counts:
        return counts[number]
    if number in path and all(drawn[n] == 1 for n in path[path.index(number):]):
        return 0
    if number in path or len(path) > DEEPEST:
        return MOST + 1
    total, times = 1, drawn[number]
    if times:
        total += times * max((_count(n, drawn, inside, counts, (*path, number)) for n in inside[number] if n in drawn), default=0)
    counts[number] = min(total, MOST + 1)
    return counts[number]
