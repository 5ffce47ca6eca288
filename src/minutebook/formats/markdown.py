"""Minutes as Markdown, laid out so that they can be read back.

Characters of the paper that Markdown would take for its own are escaped, so no paper can smuggle in
mark-up, links or pictures. Source: CommonMark 0.31.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutebook.formats.layout import Line, laid_out
from minutebook.record import Record

OWN = re.compile(r"[\\`*]|<(?=[A-Za-z/!?])|\](?=[(\[])|(?<!\w)_|_(?!\w)|&(?=#|\w+;)|~(?=~)")
"""What Markdown would take for its own within a line: emphasis, code, mark-up, links, entities."""

OPENS = re.compile(r"#{1,6}(\s|$)|[+-](\s|$)|>|-(?=[\s-]*$)|=+$|\[[^\]]*\]:")
"""What at the beginning of a paragraph would make it a heading, list, quotation, rule or definition."""

BULLET = "•"


def to_markdown(records: Iterable[Record]) -> str:
    """Write papers as Markdown, a rule between them."""
    return "\n---\n\n".join(_paper(record) for record in records)


def _paper(record: Record) -> str:
    out: list[str] = []
    base = [0]  # by depth: where the text of the list item stands that deeper paragraphs hang from
    for line in laid_out(record):
        if line.kind == "text":
            del base[line.depth + 1 :]
            base += [base[-1]] * (line.depth + 1 - len(base))
            out.append(_hung(line, base))
        else:
            out.append(_plain(line))
            base = [0]
    return "\n\n".join(out) + "\n"


def _plain(line: Line) -> str:
    text = escaped(line.text)
    if line.kind == "authority":
        return f"**{text}**"
    if line.kind == "title":
        return f"# {text}"
    if line.kind in ("section", "heading"):
        return f"## {line.mark} {text}" if line.mark else f"## {text}"
    if line.kind == "subheading":
        return f"### {text}"
    if line.kind == "group":
        return f"{escaped(line.mark)} {text}"
    return opened(text)


def _hung(line: Line, base: list[int]) -> str:
    """A paragraph at its depth. Markdown knows numbers and bullets as lists; letters it takes for text."""
    within = base[line.depth]
    listed = line.mark == BULLET or re.fullmatch(r"\d{1,9}\.", line.mark)
    mark = "-" if line.mark == BULLET else line.mark if listed else escaped(line.mark)
    # four spaces more than the list above would make it code
    indent = within + (0 if listed else min(3, max(0, line.depth - base.index(within))))
    base.append(indent + len(mark) + 1 if listed else within)
    text = escaped(line.text)
    return " " * indent + (f"{mark} {opened(text)}" if mark else opened(text))


def escaped(text: str) -> str:
    """Text in which nothing is mark-up."""
    return OWN.sub(lambda m: "\\" + "\\".join(m[0]), text)


def opened(text: str) -> str:
    """A paragraph's text (already escaped) whose beginning is no heading, list, quotation or rule."""
    if OPENS.match(text):
        return "\\" + text
    return re.sub(r"^(\d{1,9})(?=[.)](\s|$))", r"\1\\", text)
