"""Word documents in: paragraphs as Word shows them, automatic numbers worked out, deletions left out.

The archived text is the paragraphs, one a line. Automatic numbers are not characters of the file: they
stand in `Line.marker`. Sources: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.9 (numbering).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from minutebook.documents.archives import Unpacker
from minutebook.documents.blocks import Document, Line, Page
from minutebook.documents.html import counted
from minutebook.documents.limits import Limits
from minutebook.documents.markup import Words
from minutebook.problems import Problem, UnreadableFile
from minutebook.provenance import Source, Span

EXTRACTOR = "docx-1"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXT_BOX = W + "txbxContent"

GONE = frozenset(
    W + n
    for n in (
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "rPr",
        "pPr",
        "tblPr",
        "tcPr",
        "trPr",
        "sdtPr",
        "sectPr",
        "sdtEndPr",
        "tblGrid",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "commentReference",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "delInstrText",
        "rubyPr",
        "rt",
    )
)
CHANGES = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
HEADING_NAME = re.compile(r"heading (\d)$", re.IGNORECASE)
NUMBER_STYLES = {
    "decimal": "decimal",
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}
PLACEHOLDER = re.compile(r"%([1-9])")
ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def read_docx(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008
    """A Word document (DOCX, DOCM). Raises UnreadableFile where it is damaged, a bomb or without text."""
    sha = Source.hash_of(data)
    parts = _Parts(Unpacker(data, name, limits), name)
    body = _Body(parts, limits, name)
    body.read()
    lines, text = _laid_out(body.lines)
    if not lines:
        raise UnreadableFile(
            "empty",
            "The document holds no text; perhaps it is a scan or a picture.",
            "Ask for the paper as text, or save it as PDF.",
            file=name,
        )
    if len(text) > limits.text_characters:
        raise UnreadableFile(
            "too-long",
            f"The text has {len(text):,} characters; the limit is {limits.text_characters:,}.",
            "Split the file, or raise the limit.",
            file=name,
        )
    problems = []
    everywhere = Span(sha, 0, len(text))
    if body.changes:
        problems.append(
            Problem(
                "tracked-changes",
                "The document holds tracked changes; it was read as if all were accepted.",
                everywhere,
                "note",
            )
        )
    if body.comments:
        problems.append(
            Problem(
                "comments",
                f"The document holds {body.comments} comment{'s'[: body.comments != 1]}, which were left out.",
                everywhere,
                "note",
            )
        )
    return Document(
        Source(name, sha, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", EXTRACTOR),
        text,
        tuple(lines),
        tuple(_pages(lines, len(text))),
        problems=tuple(problems),
    )


def _laid_out(lines: list[Line]) -> tuple[list[Line], str]:
    """The lines one below the other, each placed in the text they make."""
    out, at = [], 0
    for line in lines:
        out.append(replace(line, runs=((0, len(line.text), at, at + len(line.text)),)))
        at += len(line.text) + 1
    return out, "\n".join(line.text for line in out)


def _pages(lines: list[Line], end: int) -> Iterator[Page]:
    """The pages that bear text. The first begins with the text, each other where its first line does."""
    starts: dict[int, int] = {}
    for line in lines:
        if line.role != "furniture":
            starts.setdefault(line.page, line.runs[0][2])
    pages = sorted(starts) or [1]
    for i, page in enumerate(pages):
        start = 0 if i == 0 else starts[page]
        yield Page(page, start, starts[pages[i + 1]] if i + 1 < len(pages) else end)


# -- the parts of the file -------------------------------------------------------------------------


class _Parts:
    """The XML parts of the package, parsed when asked for, never with entities."""

    def __init__(self, archive: Unpacker, name: str) -> None:
        self.archive, self.name = archive, name
        self.main = self.main_path()

    def main_path(self) -> str:
        rels = self.tree("_rels/.rels")
        for rel in rels if rels is not None else ():
            if str(rel.get("Type", "")).endswith("/officeDocument"):
                return str(rel.get("Target", "")).lstrip("/")
        return "word/document.xml"

    def tree(self, path: str) -> etree._Element | None:
        data = self.archive.part(path)
        if data is None:
            return None
        head = data[:2048].replace(b"\0", b"")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise UnreadableFile(
                "xml-entities",
                "The document declares entities of its own, which are not expanded.",
                "Save it anew in a word processor.",
                file=self.name,
            )
        if STRICT in data[:4096]:
            data = data.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode())
            data = data.replace(b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_ID[1:-3].encode())
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            tree = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableFile(
                "damaged",
                f"A part of the document ({posixpath.basename(path)}) is damaged.",
                "Open it in a word processor and save it anew.",
                file=self.name,
            ) from error
        if getattr(tree.getroottree().docinfo, "doctype", ""):
            raise UnreadableFile(
                "xml-entities",
                "The document declares entities of its own, which are not expanded.",
                "Save it anew in a word processor.",
                file=self.name,
            )
        return tree

    def relations(self) -> dict[str, tuple[str, str]]:
        """Relation id -> (last word of its type, target) of the main part."""
        folder, base = posixpath.split(self.main)
        rels = self.tree(f"{folder}/_rels/{base}.rels")
        return {
            str(r.get("Id", "")): (str(r.get("Type", "")).rsplit("/", 1)[-1], str(r.get("Target", "")))
            for r in (rels if rels is not None else ())
        }

    def beside(self, target: str) -> etree._Element | None:
        """A part by its target as the main part names it."""
        if target.startswith("/"):
            return self.tree(target.lstrip("/"))
        return self.tree(posixpath.normpath(posixpath.join(posixpath.dirname(self.main), target)))


# -- styles ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Style:
    """What a paragraph or character style says, its ancestors' words included."""

    heading: int = 0
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    number: tuple[str, int | None] | None = None
    contents: bool = False


def _value(element: etree._Element | None, name: str) -> str | None:
    """The w:val of a child."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else str(child.get(W + "val", ""))


def _toggle(element: etree._Element | None, name: str) -> bool | None:
    """A switch such as w:b: on where it is present, unless it says no."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else child.get(W + "val", "1") not in ("0", "false", "off", "none")


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"-?\d{1,9}", written) else otherwise


def _number_of(properties: etree._Element | None) -> tuple[str, int | None] | None:
    number = properties.find(W + "numPr") if properties is not None else None
    if number is None:
        return None
    level = _value(number, "ilvl")
    return _value(number, "numId") or "", None if level is None else max(0, min(8, _whole(level, 0)))


class _Styles:
    """The document's styles, worked out when asked for."""

    def __init__(self, tree: etree._Element | None) -> None:
        self.elements = {str(s.get(W + "styleId", "")): s for s in (tree.iter(W + "style") if tree is not None else ())}
        self.default = next(
            (
                i
                for i, s in self.elements.items()
                if s.get(W + "type") == "paragraph" and s.get(W + "default") in ("1", "true")
            ),
            "",
        )
        self.known: dict[str, _Style] = {}

    def style(self, name: str, depth: int = 0) -> _Style:
        if name in self.known:
            return self.known[name]
        element = self.elements.get(name)
        if element is None or depth > 20:
            return _Style()
        base = self.style(_value(element, "basedOn") or "", depth + 1)
        run, paragraph = element.find(W + "rPr"), element.find(W + "pPr")
        shown = _value(element, "name") or ""
        m = HEADING_NAME.match(shown)
        outline = _value(paragraph, "outlineLvl")
        heading = base.heading
        if m:
            heading = min(6, int(m[1])) or 1
        elif shown.lower() == "title":
            heading = 1
        elif outline is not None:
            heading = _heading_of(outline)
        made = _Style(
            heading,
            _first(_toggle(run, "b"), base.bold),
            _first(_toggle(run, "i"), base.italic),
            _first(_toggle(run, "vanish"), base.hidden),
            _number_of(paragraph) or base.number,
            shown.lower().startswith("toc ") or base.contents,
        )
        self.known[name] = made
        return made


def _heading_of(outline: str) -> int:
    level = _whole(outline, 9)
    return min(6, level + 1) if 0 <= level < 9 else 0


# -- automatic numbers -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None  # level (from 1) whose numbers set this one back; 0: none does
    legal: bool = False
    paragraph_style: str = ""


@dataclass(slots=True)
class _Numbers:
    """The lists of the document, counted as the paragraphs come."""

    abstract: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @staticmethod
    def of(tree: etree._Element | None) -> _Numbers:
        numbers = _Numbers()
        if tree is None:
            return numbers
        links: dict[str, str] = {}
        homes: dict[str, str] = {}
        for element in tree.iter(W + "abstractNum"):
            number = str(element.get(W + "abstractNumId", ""))
            numbers.abstract[number] = {i: level for i, level in map(_level_of, element.iter(W + "lvl"))}
            if (link := _value(element, "numStyleLink")) is not None:
                links[number] = link
            if (home := _value(element, "styleLink")) is not None:
                homes[home] = number
        for element in tree.findall(W + "num"):
            abstract = _value(element, "abstractNumId") or ""
            abstract = homes.get(links.get(abstract, ""), abstract)
            levels = dict(numbers.abstract.get(abstract, {}))
            starts: dict[int, int] = {}
            for override in element.findall(W + "lvlOverride"):
                at = _whole(override.get(W + "ilvl"), 0)
                if (own := override.find(W + "lvl")) is not None:
                    levels[at] = _level_of(own)[1]
                if (start := _value(override, "startOverride")) is not None:
                    starts[at] = _whole(start, 1)
            numbers.lists[str(element.get(W + "numId", ""))] = (abstract, levels, starts)
        return numbers

    def level_for(self, number: str, style: str) -> int:
        """The level of a list that is tied to a paragraph style; 0 where none is."""
        _, levels, _ = self.lists.get(number, ("", {}, {}))
        return next((i for i, level in levels.items() if level.paragraph_style and level.paragraph_style == style), 0)

    def next(self, number: str, at: int) -> str | None:
        """The mark of the next paragraph of this list at this level, None where there is no such list."""
        if number not in self.lists:
            return None
        abstract, levels, starts = self.lists[number]
        level = levels.get(at)
        if level is None:
            return None
        counts = self.counts.setdefault(abstract, {})
        if number not in self.begun:
            self.begun.add(number)
            for i in starts:
                counts.pop(i, None)
        counts[at] = counts[at] + 1 if at in counts else starts.get(at, level.start)
        for deeper in [i for i in counts if i > at]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or 0 < at + 1 <= restart:
                del counts[deeper]
        if level.style == "bullet":
            return _bullet(level.text)
        if level.style == "none":
            return PLACEHOLDER.sub("", level.text).strip()

        def shown(m: re.Match[str]) -> str:
            i = int(m[1]) - 1
            one = levels.get(i, level)
            return _counted(counts.get(i, starts.get(i, one.start)), "decimal" if level.legal else one.style)

        return PLACEHOLDER.sub(shown, level.text).strip()


def _level_of(element: etree._Element) -> tuple[int, _Level]:
    restart = _value(element, "lvlRestart")
    return max(0, min(8, _whole(element.get(W + "ilvl"), 0))), _Level(
        _whole(_value(element, "start"), 1),
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText") or "",
        None if restart is None else _whole(restart, 0),
        bool(_toggle(element, "isLgl")),
        _value(element, "pStyle") or "",
    )


def _counted(number: int, style: str) -> str:
    if style == "decimalZero":
        return f"{number:02d}"
    if style == "ordinal":
        return f"{number}{'th' if 10 < number % 100 < 14 else ORDINALS.get(number % 10, 'th')}"
    if style.endswith("Letter") and number > 26:  # Word doubles the letter: z, aa, bb
        times, letter = divmod(number - 1, 26)
        return chr((97 if style[0] == "l" else 65) + letter) * min(times + 1, 30)
    return counted(number, NUMBER_STYLES.get(style, "decimal"))


def _bullet(text: str) -> str:
    return text if text in ("-", "–", "—", "*") else "•"


# -- the text --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Words:
    """Stretches of text of the line under way, with their type."""

    parts: list[tuple[str, bool, bool, str]] = field(default_factory=list)
    page: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands: in which cell, under which roles."""

    role: str = ""
    cell: tuple[int, int, int] | None = None
    marker: str = ""
    depth: int = 0


class _Body:
    """Goes through the document once, in its own order."""

    def __init__(self, parts: _Parts, limits: Limits, name: str) -> None:
        self.parts, self.limits, self.name = parts, limits, name
        self.relations = parts.relations()
        self.styles = _Styles(self._part("styles"))
        self.numbers = _Numbers.of(self._part("numbering"))
        self.lines: list[Line] = []
        self.page = 1
        self.turned = False  # a page break has just been made by hand: the one Word noted is the same
        self.tables = 0
        self.changes = False
        self.comments = 0
        self.words = _Words()
        self.boxes: list[etree._Element] = []
        self.fields: list[bool] = []  # of each open field: are we in its code, not its result?
        self.held: list[tuple[str, bool, bool, str]] = []  # text of a paragraph whose end was deleted

    def _part(self, kind: str) -> etree._Element | None:
        return next((self.parts.beside(target) for k, target in self.relations.values() if k == kind), None)

    def read(self) -> None:
        tree = self.parts.tree(self.parts.main)
        body = tree.find(W + "body") if tree is not None else None
        if tree is None or body is None:
            raise UnreadableFile(
                "damaged", "The document has no body.", "Open it in a word processor and save it anew.", file=self.name
            )
        self.changes = next(tree.iter(*CHANGES), None) is not None
        comments = self._part("comments")
        self.comments = sum(1 for _ in comments.iter(W + "comment")) if comments is not None else 0
        self.edges(tree, "headerReference")
        self.blocks(body, _Place())
        for kind in ("footnotes", "endnotes"):
            notes = self._part(kind)
            for note in notes if notes is not None else ():
                if note.get(W + "type") not in ("separator", "continuationSeparator", "continuationNotice"):
                    self.blocks(note, _Place(marker=f"[{note.get(W + 'id', '')}]"))
        self.edges(tree, "footerReference")

    def edges(self, tree: etree._Element, kind: str) -> None:
        """Running heads and feet, each wording once."""
        page, seen = self.page, {line.text for line in self.lines if line.role == "furniture"}
        for reference in dict.fromkeys(str(r.get(R_ID, "")) for r in tree.iter(W + kind)):
            if reference not in self.relations:
                continue
            part = self.parts.beside(self.relations[reference][1])
            if part is not None:
                before = len(self.lines)
                self.blocks(part, _Place("furniture"))
                fresh = list({line.text: line for line in self.lines[before:] if line.text not in seen}.values())
                seen.update(line.text for line in fresh)
                self.lines[before:] = fresh
        self.page, self.turned = page, False

    def blocks(self, parent: etree._Element, place: _Place) -> None:
        """Paragraphs and tables, in order, and what wraps them."""
        if place.depth > self.limits.nesting:
            raise UnreadableFile(
                "nesting",
                "Tables or frames lie too deep within each other.",
                "Save the paper as PDF, or raise the limit.",
                file=self.name,
            )
        deeper = replace(place, depth=place.depth + 1)
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                self.paragraph(child, place)
            elif tag == W + "tbl":
                self.table(child, deeper)
            elif tag == W + "sdt":
                properties = child.find(W + "sdtPr")
                content = child.find(W + "sdtContent")
                if content is not None and (properties is None or properties.find(W + "showingPlcHdr") is None):
                    self.blocks(content, deeper)
            elif tag == ALTERNATE + "AlternateContent":
                self.blocks(_choice(child), deeper)
            elif tag not in GONE and isinstance(tag, str) and len(child):
                self.blocks(child, deeper)

    def table(self, element: etree._Element, place: _Place) -> None:
        number, self.tables = self.tables, self.tables + 1
        rows = [list(_cells(row)) for row in _rows(element)]
        single = all(len(row) <= 1 for row in rows)  # a frame around text, no table
        for r, row in enumerate(rows):
            for column, cell, continued in row:
                if not continued:
                    self.blocks(cell, replace(place, cell=place.cell if single else (number, r, column)))

    def section(self, element: etree._Element) -> None:
        """The end of a section: the next one mostly begins a page."""
        if _value(element, "type") not in ("continuous", "nextColumn"):
            self.turn()

    def turn(self) -> None:
        self.page += 1
        self.turned = True

    # -- paragraphs ----------------------------------------------------------------------------

    def paragraph(self, element: etree._Element, place: _Place) -> None:
        properties = element.find(W + "pPr")
        name = _value(properties, "pStyle") or self.styles.default
        style = self.styles.style(name)
        if _toggle(properties, "pageBreakBefore") and self.lines:
            self.turn()
        marker, depth = self.mark(properties, style, name)
        role, level = place.role, 0
        outline = _value(properties, "outlineLvl")
        heading = _heading_of(outline) if outline is not None else style.heading
        if not role and heading and not style.contents:
            role, level = "heading", heading
        elif marker is not None and not role:
            role, level = "list-item", depth + 1
        elif not role and place.cell is not None:
            role = "cell"
        indent = 0.0
        if properties is not None and (ind := properties.find(W + "ind")) is not None:
            indent = _whole(ind.get(W + "left") or ind.get(W + "start"), 0) / 20
        self.words = _Words(self.held)
        self.held = []
        boxes, self.boxes = self.boxes, []
        first = _Frame(role, level, marker or place.marker, indent, place.cell)
        self.runs(element, style, "", first, 0)
        marked = properties.find(f"{W}rPr/{W}del") if properties is not None else None
        if marked is not None and self.words.parts:
            self.held = self.words.parts
        else:
            self.end_line(first)
        own, self.boxes = self.boxes, boxes
        for box in own:
            self.blocks(box, replace(place, depth=place.depth + 1, marker=""))
        if properties is not None and (section := properties.find(W + "sectPr")) is not None:
            self.section(section)

    def mark(self, properties: etree._Element | None, style: _Style, name: str) -> tuple[str | None, int]:
        """The automatic number or bullet of a paragraph, and its level from 0."""
        own = _number_of(properties)
        number, level = own if own is not None else style.number or ("", None)
        if own is not None and not number and style.number:
            number = style.number[0]
        if not number or number == "0":
            return None, 0
        if level is None:
            level = self.numbers.level_for(number, name)
        shown = self.numbers.next(number, level)
        return shown or None, level

    def end_line(self, frame: _Frame) -> None:
        """The line under way is complete: text, type, and what its paragraph is."""
        parts, page = self.words.parts, self.words.page or self.page
        self.words = _Words()
        text = _visible("".join(p[0] for p in parts))
        if not text:
            return
        solid = [p for p in parts if p[0].strip()]
        role, marker = frame.role, frame.marker
        if frame.taken:  # a line after a break by hand: the same paragraph, its mark already shown
            role, marker = "" if role == "list-item" else role, ""
            if not role and frame.cell is not None:
                role = "cell"
        frame.taken = True
        self.lines.append(
            Line(
                text,
                (),
                page,
                indent=frame.indent,
                bold=all(p[1] for p in solid),
                italic=all(p[2] for p in solid),
                whole=True,
                role=role,
                level=frame.level,
                marker=marker,
                cell=frame.cell,
                link=next((p[3] for p in solid if p[3]), ""),
            )
        )

    def add(self, text: str, bold: bool = False, italic: bool = False, link: str = "") -> None:
        if text and not text.isspace():
            self.turned = False
            self.words.page = self.words.page or self.page
        self.words.parts.append((text, bold, italic, link))

    def runs(self, parent: etree._Element, style: _Style, link: str, frame: _Frame, depth: int) -> None:
        """Runs and what holds runs: links, insertions, fields, content controls."""
        if depth > self.limits.nesting:
            raise UnreadableFile(
                "nesting",
                "Parts of a paragraph lie too deep within each other.",
                "Save the paper as PDF, or raise the limit.",
                file=self.name,
            )
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self.run(child, style, link, frame, depth)
            elif tag == W + "hyperlink":
                kind, target = self.relations.get(str(child.get(R_ID, "")), ("", ""))
                self.runs(child, style, target if kind == "hyperlink" else link, frame, depth + 1)
            elif tag == W + "sdt":
                properties, content = child.find(W + "sdtPr"), child.find(W + "sdtContent")
                if content is not None and (properties is None or properties.find(W + "showingPlcHdr") is None):
                    self.runs(content, style, link, frame, depth + 1)
            elif tag == ALTERNATE + "AlternateContent":
                self.runs(_choice(child), style, link, frame, depth + 1)
            elif tag not in GONE and isinstance(tag, str) and len(child):
                self.runs(child, style, link, frame, depth + 1)

    def run(self, element: etree._Element, style: _Style, link: str, frame: _Frame, depth: int) -> None:
        properties = element.find(W + "rPr")
        bold, italic, hidden = style.bold, style.italic, style.hidden
        if properties is not None:
            own = self.styles.style(_value(properties, "rStyle") or "")
            bold = _first(_toggle(properties, "b"), own.bold, bold)
            italic = _first(_toggle(properties, "i"), own.italic, italic)
            hidden = _first(_toggle(properties, "vanish"), own.hidden, hidden)
        for child in element:
            tag = child.tag
            if tag == W + "fldChar":
                kind = child.get(W + "fldCharType")
                if kind == "begin":
                    self.fields.append(True)
                elif kind == "separate" and self.fields:
                    self.fields[-1] = False
                elif kind == "end" and self.fields:
                    self.fields.pop()
            elif tag == W + "lastRenderedPageBreak":
                if not self.turned:
                    self.page += 1
                self.turned = False
            elif hidden or any(self.fields):
                continue
            elif tag == W + "t":
                self.add(child.text or "", bool(bold), bool(italic), link)
            elif tag in (W + "tab", W + "ptab"):
                self.add(" ", bool(bold), bool(italic))
            elif tag in (W + "br", W + "cr"):
                kind = child.get(W + "type", "")
                if kind != "column":
                    self.end_line(frame)
                if kind == "page":
                    self.turn()
            elif tag == W + "noBreakHyphen":
                self.add("-", bool(bold), bool(italic), link)
            elif tag == W + "sym":
                self.add(_symbol(child.get(W + "char", "")), bool(bold), bool(italic), link)
            elif tag in (W + "drawing", W + "pict", W + "object", ALTERNATE + "AlternateContent"):
                self.boxes += _boxes(child)
            elif tag == W + "ruby" and (base := child.find(W + "rubyBase")) is not None:
                self.runs(base, style, link, frame, depth + 1)


@dataclass(slots=True)
class _Frame:
    """What a paragraph gives to each of its lines; the mark goes to the first."""

    role: str
    level: int
    marker: str
    indent: float
    cell: tuple[int, int, int] | None
    taken: bool = False


def _first(*answers: bool | None) -> bool | None:
    return next((a for a in answers if a is not None), None)


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _visible(text: str) -> str:
    """Single spaces, nothing invisible."""
    words = Words(text)
    words.add(0, len(text), literal=True)
    return words.done()[0]


def _choice(element: etree._Element) -> etree._Element:
    """Of alternative contents, the first that holds text."""
    for name in ("Choice", "Fallback"):
        for option in element.findall(ALTERNATE + name):
            if option.find(f".//{W}t") is not None:
                return option
    return element.makeelement(W + "p", {})


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The outermost text boxes in a drawing, of alternatives only one."""
    if element.tag == ALTERNATE + "AlternateContent":
        element = _choice(element)
    found: list[etree._Element] = []
    waiting = list(element)[::-1]
    while waiting:
        one = waiting.pop()
        if one.tag == TEXT_BOX:
            found.append(one)
        elif one.tag == ALTERNATE + "AlternateContent":
            waiting += list(_choice(one))[::-1]
        else:
            waiting += list(one)[::-1]
    return found


def _inside(parent: etree._Element, wanted: str, depth: int = 0) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also where a content control or an insertion wraps them."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif depth < 20 and child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "moveTo"):
            yield from _inside(child, wanted, depth + 1)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, deleted ones apart."""
    return (r for r in _inside(table, W + "tr") if r.find(f"{W}trPr/{W}del") is None)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element, bool]]:
    """Column, cell, and whether it only continues the cell above."""
    properties = row.find(W + "trPr")
    column = _whole(_value(properties, "gridBefore"), 0)
    for cell in _inside(row, W + "tc"):
        own = cell.find(W + "tcPr")
        merge = own.find(W + "vMerge") if own is not None else None
        yield column, cell, merge is not None and merge.get(W + "val", "continue") != "restart"
        column += max(1, min(1000, _whole(_value(own, "gridSpan"), 1)))
