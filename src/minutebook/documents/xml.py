"""XML in: the answers of ModernGov's web service field by field, any other XML as running text.

The archived text is the answer itself. Bodies that the service sends as escaped HTML are read like
web pages, and their words are placed in the answer. Entities that a file declares for itself are
never expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.documents.blocks import Document, Line, Page, Run
from minutebook.documents.html import double_encoded, read_page
from minutebook.documents.limits import Limits
from minutebook.documents.markup import (
    ATTRIBUTE,
    CDATA,
    DOCTYPE,
    EMPTY,
    END,
    TEXT,
    Words,
    check_length,
    compose,
    decode,
    tokens,
    unescape_placed,
)
from minutebook.problems import Problem, UnreadableFile
from minutebook.provenance import Source, Span

EXTRACTOR = "xml-1"

# Root element of an answer -> the shape of the document.
ROOTS: dict[str, str] = {
    "meeting": "moderngov-service-meeting",
    "getmeetings": "moderngov-service-meeting-list",
    "getmeetingsbydate": "moderngov-service-meeting-list",
    "getallmeetingsbydate": "moderngov-service-meeting-list",
    "committees": "moderngov-service-committee-list",
    "attachment": "moderngov-service-attachment",
    "councillorsbyward": "moderngov-service-councillors",
    "councillorsbypostcode": "moderngov-service-councillors",
}
ENVELOPE = re.compile(r"envelope|body|string|diffgram|\w+(?:response|result)")  # what may stand around a root
WRAPPERS = frozenset(
    {"agendaitems", "attendees", "linkeddocuments", "committeemeetings", "meetings", "wards", "councillors"}
)
REPEATED = frozenset({"agendaitem", "attendee", "linkeddoc", "committee", "meeting", "ward", "councillor", "member"})
HTML_FIELDS = frozenset(
    {"agendatext", "minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody", "commenttext1", "commenttext2", "commenttext"}
)
INLINE = frozenset(
    """
    b i u em strong span a sub sup ref term date person role time num ins del font small s def abbr docnumber
    docdate docproponent doctitle quantity entity
""".split()  # noqa: SIM905
)
HAS_TAGS = re.compile(
    r"<(?:/?(?:p|div|br|span|ul|ol|li|table|strong|b|em|i|u|html|body|font|a|h[1-6]|o:p)\b|!--)", re.IGNORECASE
)
ESCAPED_TAGS = re.compile(
    r"&(?:amp;)*lt;/?(?:p|div|br|span|ul|ol|li|table|strong|b|em|i|u|html|font|a|h[1-6])\b", re.IGNORECASE
)
WRITTEN_LINE = re.compile(r"[^\r\n]+")


def read_xml(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008
    """An XML file. Raises UnreadableFile for entity declarations, elements too deep, or no text at all."""
    sha = Source.hash_of(data)
    text, problems = decode(data, sha)
    check_length(text, name, limits.text_characters)
    walk = _Walk(text, name, limits)
    walk.run()
    lines = walk.lines
    if walk.double is not None:
        problems.append(double_encoded(sha, *walk.double))
    if walk.mismatch is not None:
        problems.append(
            Problem(
                "xml-malformed",
                "Tags of the file do not match; it was read as far as they make sense.",
                Span(sha, walk.mismatch, min(len(text), walk.mismatch + 1)),
            )
        )
    if walk.cut_short:
        problems.append(
            Problem(
                "cut-short",
                "The file ends before its last element is closed; something may be missing.",
                Span(sha, max(0, len(text) - 1), len(text)),
            )
        )
    if not lines:
        if not walk.shape:
            raise UnreadableFile(
                "empty", "The file holds no text.", "Ask the publisher for the paper again.", file=name
            )
        problems.append(Problem("empty-answer", "The publisher's service gave an empty answer.", None, "note"))
    return Document(
        Source(name, sha, "application/xml", EXTRACTOR),
        text,
        tuple(lines),
        (Page(1, 0, len(text)),),
        markup=True,
        shape=walk.shape,
        problems=tuple(problems),
    )


@dataclass(slots=True)
class _Element:
    """An open element: its path below the root of the answer, and the text met in it so far."""

    name: str
    path: str
    depth: int
    counts: dict[str, int] = field(default_factory=dict)
    pieces: list[tuple[int, int, bool]] = field(default_factory=list)
    parent: bool = False  # has elements within


class _Walk:
    """Goes through the tags once, making lines of fields (web service) or of elements (other XML)."""

    def __init__(
        self, text: str, name: str, limits: Limits, outer: Sequence[Run] | None = None, depth: int = 0
    ) -> None:
        self.text, self.name, self.limits, self.outer, self.base = text, name, limits, outer, depth
        self.lines: list[Line] = []
        self.shape = ""
        self.double: tuple[int, int] | None = None
        self.mismatch: int | None = None
        self.cut_short = False
        self.pieces: list[tuple[int, int, bool]] = []  # running text of other XML

    def run(self) -> None:
        stack: list[_Element] = []
        opened: dict[str, int] = {}
        for kind, start, end, written, attributes in tokens(self.text, xml=True):
            if kind in (TEXT, CDATA):
                if stack:
                    stack[-1].pieces.append((start, end, kind == CDATA))
                    if not self.shape:
                        self.pieces.append((start, end, kind == CDATA))
            elif kind == DOCTYPE:
                if "<!ENTITY" in attributes.upper():
                    raise UnreadableFile(
                        "xml-entities",
                        "The file declares entities of its own, which are not expanded.",
                        "Ask for a file without a document type declaration.",
                        file=self.name,
                    )
            elif kind == END:
                name = local(written)
                if not opened.get(name):
                    self.note_mismatch(start)
                    continue
                while True:
                    element = stack.pop()
                    opened[element.name] -= 1
                    self.ended(element)
                    if element.name == name:
                        break
                    self.note_mismatch(start)
            else:
                element = self.begin(local(written), stack)
                if self.shape and attributes.strip():
                    self.attributes(element, start + 1 + len(written), end - 1)
                if kind == EMPTY:
                    self.ended(element)
                else:
                    stack.append(element)
                    opened[element.name] = opened.get(element.name, 0) + 1
        self.cut_short = bool(stack)
        while stack:
            self.ended(stack.pop())
        if not self.shape:
            self.running()

    def note_mismatch(self, at: int) -> None:
        if self.mismatch is None:
            self.mismatch = self.placed(at, at + 1)[0]

    def begin(self, name: str, stack: list[_Element]) -> _Element:
        depth = self.base + len(stack) + 1
        if depth > self.limits.nesting:
            raise UnreadableFile(
                "xml-nesting",
                f"Elements lie more than {self.limits.nesting} deep.",
                "Ask the publisher for the paper in another form, or raise the limit.",
                file=self.name,
            )
        if not self.shape:
            if name in ROOTS and all(ENVELOPE.fullmatch(e.name) for e in stack):
                self.shape = ROOTS[name]
                self.pieces = []
                return _Element(name, "", depth)
            if name not in INLINE:
                self.running()
        if not stack:
            return _Element(name, "", depth)
        parent = stack[-1]
        parent.parent = True
        if name in WRAPPERS:
            return _Element(name, parent.path, depth, parent.counts)
        step = name
        if name in REPEATED:
            parent.counts[name] = number = parent.counts.get(name, 0) + 1
            step = f"{name}[{number}]"
        return _Element(name, f"{parent.path}.{step}" if parent.path else step, depth)

    def attributes(self, element: _Element, start: int, end: int) -> None:
        """Attributes of the service's elements are fields too: attendee[2]@name."""
        for m in ATTRIBUTE.finditer(self.text, start, end):
            group = next((g for g in (2, 3, 4) if m[g]), 0)
            name = local(m[1])
            if (
                not group
                or m[1].lower().startswith("xmlns")
                or (":" in m[1] and name in ("type", "nil", "schemalocation"))
            ):
                continue
            inner, runs = unescape_placed(self.text, *m.span(group))
            self.plain_field(inner, runs, f"{element.path}@{name}", element.depth + 1)

    def ended(self, element: _Element) -> None:
        if not self.shape:
            if element.name not in INLINE:
                self.running(element)
            return
        if element.parent or not element.pieces or not element.path:
            return
        inner, runs = joined(self.text, element.pieces)
        if element.name in HTML_FIELDS or HAS_TAGS.search(inner):
            self.html_field(element, inner, runs)
        else:
            self.plain_field(inner, runs, element.path, element.depth)

    # -- lines -----------------------------------------------------------------------------------

    def plain_field(self, inner: str, runs: list[Run], path: str, depth: int) -> None:
        if not inner.strip():
            return
        words = Words(inner, strict=True)
        words.add(0, len(inner))
        value, own = words.done()
        if not value:
            return
        if words.decoded >= 0:
            self.note_double(runs, words.decoded)
        self.lines.append(
            Line(value, self.archived(compose(own, runs)), whole=True, role="field", level=depth, marker=path)
        )

    def html_field(self, element: _Element, inner: str, runs: list[Run]) -> None:
        """The paragraphs, list items and cells of an escaped body, each with the field's path."""
        for _ in range(5):
            if HAS_TAGS.search(inner) or not ESCAPED_TAGS.search(inner):
                break
            self.note_double(runs, inner.index("&"))
            again, more = unescape_placed(inner, 0, len(inner))
            inner, runs = again, list(compose(more, runs))
        if HAS_TAGS.search(inner):
            page = read_page(inner, runs)
            lines = page.lines
            if page.double is not None and self.double is None:
                self.double = page.double if self.outer is None else self.placed(*page.double)
        else:
            lines = []
            for m in WRITTEN_LINE.finditer(inner):
                words = Words(inner)
                words.add(m.start(), m.end())
                value, own = words.done()
                if value:
                    lines.append(Line(value, compose(own, runs), whole=True))
        for line in lines:
            marker = f"{element.path} {line.marker}" if line.marker else element.path
            self.lines.append(replace(line, runs=self.archived(line.runs), marker=marker))

    def running(self, element: _Element | None = None) -> None:
        """One line of running text, at the border of an element that is no mere word in it."""
        pieces, self.pieces = self.pieces, []
        if not any(not self.text[a:b].isspace() for a, b, _ in pieces):
            return
        if element is not None and element.name == "string" and self.inner_answer(pieces):
            return
        words = Words(self.text, strict=True)
        for start, end, literal in pieces:
            words.add(start, end, literal)
        value, own = words.done()
        if value:
            self.lines.append(Line(value, self.archived(own), whole=True))

    def inner_answer(self, pieces: list[tuple[int, int, bool]]) -> bool:
        """Some installations send the whole answer as one escaped string."""
        inner, runs = joined(self.text, pieces)
        if not inner.lstrip().startswith("<") or self.base:
            return False
        walk = _Walk(inner, self.name, self.limits, runs, self.base + 1)
        walk.run()
        if not walk.shape:
            return False
        self.lines += walk.lines
        self.shape, self.double = walk.shape, walk.double
        self.mismatch = walk.mismatch if self.mismatch is None else self.mismatch
        return True

    def note_double(self, runs: Sequence[Run], at: int) -> None:
        if self.double is None:
            placed = compose([(0, 1, at, at + 1)], runs)
            self.double = self.placed(placed[0][2], placed[-1][3])

    def archived(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return runs if self.outer is None else compose(runs, self.outer)

    def placed(self, start: int, end: int) -> tuple[int, int]:
        if self.outer is None:
            return start, end
        runs = compose([(0, end - start, start, end)], self.outer)
        return runs[0][2], runs[-1][3]


def local(name: str) -> str:
    """An element's name without its namespace prefix, in lower case: installations differ in both."""
    return name.rpartition(":")[2].lower()


def joined(text: str, pieces: Sequence[tuple[int, int, bool]]) -> tuple[str, list[Run]]:
    """The value of an element from its stretches of text, decoded once and placed."""
    out: list[str] = []
    runs: list[Run] = []
    size = 0
    for start, end, literal in pieces:
        if literal:
            value, own = text[start:end], [(0, end - start, start, end)] if end > start else []
        else:
            value, own = unescape_placed(text, start, end)
        out.append(value)
        runs += [(size + a, size + b, x, y) for a, b, x, y in own]
        size += len(value)
    return "".join(out), runs


def fields(lines: Sequence[Line]) -> Iterator[tuple[str, str, Line]]:
    """Path, list mark and line of each field of an answer, in order."""
    for line in lines:
        path, _, mark = line.marker.partition(" ")
        yield path, mark, line
