"""Web pages in: the page as a reader sees it, each word placed in the page's own mark-up.

Pages of committee systems say by their classes what is an item number, a title, a decision, a
document: the tables below keep those names apart from the reading of tags. Word's HTML, hand-made
pages and broken mark-up are read alike; nothing here fails for want of a closing tag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from minutebook.documents.blocks import Document, Line, Page, Run
from minutebook.documents.limits import Limits
from minutebook.documents.markup import (
    BLANK,
    DOCTYPE,
    EMPTY,
    END,
    TEXT,
    Words,
    attributes_of,
    check_length,
    compose,
    decode,
    slice_runs,
    tokens,
)
from minutebook.problems import Problem, UnreadableFile
from minutebook.provenance import Source, Span

EXTRACTOR = "html-1"

# -- what classes and addresses mean ---------------------------------------------------------------

CLASS_ROLES: dict[str, tuple[str, int]] = {
    # ModernGov: role, and level where it is a heading
    "mgMainTitleTxt": ("heading", 1),
    "mgSubTitleTxt": ("heading", 2),
    "mgSectionTitle": ("heading", 2),
    "mgSectionTitleTxt": ("heading", 2),
    "mgSubSubTitleTxt": ("heading", 3),
    "mgAiTitleTxt": ("item-title", 0),  # in a number cell it is the number, see NUMBER_CELLS
    "mgSubItemTitleTxt": ("sub-title", 0),
    "mgLabel": ("label", 0),
    "mgRecordedVote": ("vote-table", 0),
    # CMIS
    "DNNLabel": ("label", 0),
    "Value": ("value", 0),
    "DocumentListItem": ("document", 0),
    "TitleLink": ("document", 0),
}
NUMBER_CELLS = frozenset({"mgItemNumberCell"})
FILE_SIZES = frozenset({"mgFileSize", "FileSize"})
DOCUMENT_LISTS = frozenset({"mgBulletList", "DocumentList"})
LAYOUT_TABLES = frozenset({"mgItemTable"})  # tables that only set a page: their cells are no cells
LINK_LISTS = frozenset({"mgActionList", "mgLinks", "mgNavList"})  # navigation, save the papers they link to
HIDDEN_CLASSES = frozenset(
    {
        "mgHide",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "govuk-visually-hidden",
        "element-invisible",
        "screen-reader-text",
    }
)
AGENDA_ITEM = re.compile(r"agenda[-_]?item", re.IGNORECASE)  # the first line of such an element is a title
OWN_CLASS = re.compile(r"mg[A-Z]|ModCMIS|DNN[A-Z]")
DOCUMENT_LINK = re.compile(
    r"mgConvert2PDF\.aspx|(?:^|/)documents/[a-z]{1,2}\d+/|(?:^|/)ieDecisionDetails\.aspx.*Doc|Document\.ashx"
    r"|\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt)(?:[?#]|$)",
    re.IGNORECASE,
)
CUT = re.compile(
    r"\s*(?:…|\.{3})?\s*\[?view the full (?:minutes|decision|agenda|report|item)? ?"
    r"(?:text|minutes|decision)?(?: for)?.{0,60}$",
    re.IGNORECASE,
)
RECORDED_VOTE = re.compile(r"recorded vote|cofnod o(?:'r|’r) bleidlais", re.IGNORECASE)

# Which page of a committee system this is: by the address it gives itself, then by its title.
PAGE_SHAPES: dict[str, str] = {
    "ielistdocuments.aspx": "moderngov-meeting",
    "mgai.aspx": "moderngov-item",
    "ieissuedetails.aspx": "moderngov-issue",
    "mgissuehistoryhome.aspx": "moderngov-issue",
    "iedecisiondetails.aspx": "moderngov-decision",
    "mgcommitteedetails.aspx": "moderngov-committee",
    "mgcommitteestructure.aspx": "moderngov-committee",
    "mglistcommittees.aspx": "moderngov-committee",
    "ielistmeetings.aspx": "moderngov-meetings",
    "mgcalendarmonthview.aspx": "moderngov-calendar",
    "mgcalendaragendaview.aspx": "moderngov-calendar",
    "mgcalendarweekview.aspx": "moderngov-calendar",
    "mgmeetingattendance.aspx": "moderngov-attendance",
}
TITLE_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), shape)
    for pattern, shape in (
        (r"agenda item\b|item details", "moderngov-item"),
        (r"issue\b", "moderngov-issue"),
        (r"decision\b", "moderngov-decision"),
        (r"meeting attendance|attendance\b", "moderngov-attendance"),
        (r"(?:monthly |weekly )?calendar\b", "moderngov-calendar"),
        (r"committee (?:details|structure)|committees\b", "moderngov-committee"),
        (r"browse meetings?\b|meetings\b", "moderngov-meetings"),
        (r"agenda\b|minutes\b|meeting\b|decisions\b", "moderngov-meeting"),
    )
)
ERROR_PAGE = re.compile(
    r"object moved|runtime error|server error in|page not found|error 40\d|40[034] (?:-|forbidden|not found)|"
    r"access denied|service unavailable|an error (?:has )?occurred|sorry, something went wrong|"
    r"the resource cannot be found",
    re.IGNORECASE,
)

# -- what tags mean --------------------------------------------------------------------------------

BLOCKS = frozenset(
    """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main
    menu nav noscript ol optgroup option p pre search section select summary table tbody td textarea tfoot th
    thead title tr ul
""".split()  # noqa: SIM905
)
VOID = frozenset(
    """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
""".split()  # noqa: SIM905
)
UNSEEN_TAGS = frozenset(
    """
    head script style template svg math object applet datalist iframe noembed noframes map xml
""".split()  # noqa: SIM905
)
SHELL_TAGS = frozenset(
    [
        "title",
        "nav",
        "header",
        "footer",
        "aside",
        "button",
        "select",
        "textarea",
        "noscript",
        "dialog",
        "menu",
        "search",
    ]
)
SHELL_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary"})
SHELL_NAME = re.compile(
    r"(?:^|[-_ ])(?:cookies?|breadcrumbs?|skip(?:links?|nav|to)?|nav(?:bar|igation)?|(?:main|top|side|site)?menu|"
    r"(?:site|page)?(?:footer|header)|masthead|sidebar|social|share|pagination|toolbar|tabs|consent)(?:$|[-_ ])"
)
NAMED_SHELLS = frozenset({"div", "ul", "ol", "section", "p", "span", "a", "form"})
CLOSED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    # A new element of this name ends open ones of those names, up to a bound.
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", "table", "td"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
ENDS_P = BLOCKS - {
    "td",
    "th",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "option",
    "optgroup",
    "button",
    "caption",
    "body",
    "html",
    "noscript",
    "iframe",
    "select",
    "textarea",
    "title",
    "head",
}
P_BOUNDS = frozenset({"table", "td", "th", "caption", "button"})
END_BOUNDS = frozenset({"table", "td", "th"})
TABLE_TAGS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "html", "body"})
MOST_COLUMNS = 200  # cells further right are not followed down the rows
DEEPEST = 512  # elements within elements; what lies deeper is read as if it lay here

HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:(bold\w*|[6-9]00)|(?:normal|lighter|[1-5]00))", re.IGNORECASE)
ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:(italic|oblique)|normal)", re.IGNORECASE)
LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|"
    r"upper-roman|decimal|disc|circle|square|none)\b",
    re.IGNORECASE,
)
LIST_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
}


def read_html(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008
    """A web page. Raises UnreadableFile where it is empty or longer than allowed."""
    sha = Source.hash_of(data)
    text, problems = decode(data, sha)
    check_length(text, name, limits.text_characters)
    page = read_page(text)
    if not page.lines:
        raise UnreadableFile(
            "empty",
            "The page shows no text; perhaps it is filled in by a script.",
            "Save the page from a browser, or ask for the paper itself.",
            file=name,
        )
    if page.double is not None:
        problems.append(double_encoded(sha, *page.double))
    if is_error_page(page):
        problems.append(
            Problem(
                "error-page",
                "The page is an error message or a redirection, not a paper.",
                Span(sha, *_extent(page.lines)),
                "error",
            )
        )
    return Document(
        Source(name, sha, "text/html", EXTRACTOR),
        text,
        tuple(page.lines),
        (Page(1, 0, len(text)),),
        markup=True,
        shape=page.shape,
        problems=tuple(problems),
    )


def double_encoded(sha: str, start: int, end: int) -> Problem:
    """The note that the publisher's system encoded some characters twice."""
    return Problem(
        "double-encoded",
        "Some characters were encoded twice by the publisher's system; they are shown as meant.",
        Span(sha, start, end),
        "note",
    )


def is_error_page(page: Reading) -> bool:
    """Is it a web server's excuse in place of a paper?"""
    words = sum(len(line.text) for line in page.lines)
    return words < 4000 and not page.shape and any(ERROR_PAGE.match(line.text) for line in page.lines[:6])


def _extent(lines: Sequence[Line]) -> tuple[int, int]:
    return lines[0].runs[0][2], lines[-1].runs[-1][3]


@dataclass(slots=True)
class Reading:
    """What a reader of a page sees: its lines, which system made it, and the first double encoding."""

    lines: list[Line] = field(default_factory=list)
    shape: str = ""
    double: tuple[int, int] | None = None


def read_page(text: str, outer: Sequence[Run] | None = None) -> Reading:
    """The lines that this mark-up shows. `outer` places the text in the archive where it is not the archive itself."""
    reader = _Reader(text)
    reader.read()
    lines = reader.finished()
    double = reader.double
    if outer is not None:
        lines = [replace(line, runs=compose(line.runs, outer)) for line in lines]
        if double is not None:
            placed = compose([(0, 1, double[0], double[1])], outer)
            double = placed[0][2], placed[0][3]
    return Reading(lines, reader.shape(), double)


class _Table:
    """A table under way: its number, where the next cell stands, and whether it only sets the page."""

    __slots__ = ("col", "explicit", "heads", "layout", "number", "row", "spans", "widest")

    def __init__(self, number: int, explicit: bool) -> None:
        self.number, self.explicit = number, explicit
        self.row, self.col, self.widest = -1, 0, 0
        self.layout = self.heads = False
        self.spans: dict[int, int] = {}  # column -> last row that a cell above takes

    def next_row(self) -> None:
        self.row, self.col = self.row + 1, 0

    def next_cell(self, across: int, down: int) -> tuple[int, int, int]:
        self.row = max(self.row, 0)
        while self.spans.get(self.col, -1) >= self.row:
            self.col += 1
        place = (self.number, self.row, self.col)
        if down > 1 and self.col < MOST_COLUMNS:
            self.spans.update({self.col + i: self.row + down - 1 for i in range(across)})
        self.col += across
        self.widest = max(self.widest, self.col)
        return place

    @property
    def only_layout(self) -> bool:
        return self.explicit or self.widest <= 1 or (self.layout and not self.heads)


class _List:
    """A list under way: how its items are marked, and the next number."""

    __slots__ = ("next", "step", "style")

    def __init__(self, style: str, start: int, step: int = 1) -> None:
        self.style, self.next, self.step = style, start, step

    def mark(self, value: int | None) -> str:
        if self.style == "none":
            return ""
        if self.style in ("disc", "circle", "square"):
            return "•"
        number = self.next if value is None else value
        self.next = number + self.step
        return counted(number, self.style) + "."


class _Item:
    """A list item under way; its first line takes the mark."""

    __slots__ = ("depth", "fresh", "marker")

    def __init__(self, marker: str, depth: int) -> None:
        self.marker, self.depth, self.fresh = marker, depth, True


@dataclass(slots=True)
class _Frame:
    """An open element and what it says of the words within."""

    tag: str = ""
    block: bool = True
    bold: bool = False
    italic: bool = False
    link: str = ""
    role: str = ""
    level: int = 0
    item: _Item | None = None
    list: _List | None = None
    depth: int = 0  # of lists
    cell: tuple[int, int, int] | None = None
    table: _Table | None = None
    number_cell: bool = False
    papers: bool = False  # a list of documents
    links: bool = False  # a list of links to other pages
    size: bool = False  # tells the size of a file
    hidden: bool = False
    shell: int = 0  # 1: its tag says it is of the page's shell; 2: only a class says so
    pre: bool = False
    own: bool = False  # made by a committee system
    in_main: bool = False

    def within(self, tag: str) -> _Frame:
        new = _Frame.__new__(_Frame)  # thousands are made: quicker than naming them all to __init__
        new.tag = tag
        new.block = False
        new.bold, new.italic, new.link = self.bold, self.italic, self.link
        new.role, new.level, new.item, new.list, new.depth = self.role, self.level, self.item, self.list, self.depth
        new.cell, new.table, new.number_cell, new.papers = self.cell, self.table, self.number_cell, self.papers
        new.hidden, new.shell, new.links = self.hidden, self.shell, self.links
        new.pre, new.own, new.in_main, new.size = self.pre, self.own, self.in_main, self.size
        return new


@lru_cache(maxsize=2048)
def _is_shell_name(name: str) -> bool:
    parts = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    return any(
        SHELL_NAME.search(word.lower()) and not re.match(r"(?:has|with|no|without|show|hide)\b|content", word.lower())
        for word in parts.split()
    )


class _Reader:
    """Goes through the tags once, gathering words into lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.frame = _Frame()
        self.stack: list[_Frame] = [self.frame]
        self.open: dict[str, int] = {}
        self.pieces: list[tuple[int, int, _Frame]] = []
        self.lines: list[Line] = []
        self.frames: list[_Frame] = []  # for each line, the element it stands in
        self.tables: list[_Table] = []
        self.classes: set[str] = set()
        self.addresses: list[str] = []
        self.value_next = self.title_next = False
        self.double: tuple[int, int] | None = None

    # -- tags ----------------------------------------------------------------------------------

    def read(self) -> None:
        for kind, start, end, name, written in tokens(self.text):
            if kind == TEXT:
                frame = self.frame
                if not frame.hidden:
                    if frame.pre:
                        self.pre(start, end)
                    else:
                        self.pieces.append((start, end, frame))
            elif kind == END:
                self.close(name)
            elif kind == DOCTYPE:
                continue
            elif name == "br":
                self.flush()
            elif name in VOID:
                if name == "hr":
                    self.flush()
                elif name == "link" and "canonical" in written:
                    self.addresses.append(attributes_of(written).get("href", ""))
            else:
                self.start(name, written)
                if kind == EMPTY:
                    self.close(name)
        self.flush()

    def start(self, name: str, written: str) -> None:
        if name in ENDS_P and self.open.get("p"):
            self.pop_to(frozenset({"p"}), P_BOUNDS)
        rule = CLOSED_BY.get(name)
        if rule is not None:
            self.pop_to(*rule)
        parent = self.frame
        frame = parent.within(name)
        attributes = attributes_of(written) if written.strip() else {}
        block = name in BLOCKS
        if attributes:
            block = self.attributed(frame, attributes) or block
        if block:
            self.flush()
        frame.block = block
        TAGS.get(name, _nothing)(self, frame, attributes, parent)
        if name in UNSEEN_TAGS:
            frame.hidden = True
        elif name == "title" and not self.open.get("svg"):
            frame.hidden, frame.shell = False, 1
        elif (name in SHELL_TAGS and not (name in ("header", "aside") and parent.in_main)) or (
            attributes.get("role") in SHELL_ROLES
        ):
            frame.shell = 1
        if len(self.stack) < DEEPEST:
            self.stack.append(frame)
            self.frame = frame
            self.open[name] = self.open.get(name, 0) + 1

    def attributed(self, frame: _Frame, attributes: dict[str, str]) -> bool:
        """What attributes say of an element. True where they make it stand on lines of its own."""
        block = False
        classes = attributes.get("class", "")
        if "hidden" in attributes:
            frame.hidden = True
        style = attributes.get("style")
        if style:
            if HIDING_STYLE.search(style):
                frame.hidden = True
            if m := BOLD_STYLE.search(style):
                frame.bold = m[1] is not None
            if m := ITALIC_STYLE.search(style):
                frame.italic = m[1] is not None
        if attributes.get("role") == "heading":
            level = attributes.get("aria-level", "2")
            frame.role, frame.level = "heading", min(6, int(level)) if level.isdecimal() and level != "0" else 2
            block = True
        name = attributes.get("id", "")
        if name == "modgov":
            frame.own = True
        if (
            frame.tag in NAMED_SHELLS
            and not frame.shell
            and (name or classes)
            and (_is_shell_name(name) or _is_shell_name(classes))
        ):
            frame.shell = 2
            block = True
        for word in classes.split():
            if word in HIDDEN_CLASSES:
                frame.hidden = True
            if AGENDA_ITEM.fullmatch(word):
                self.flush()
                self.title_next = block = True
            if OWN_CLASS.match(word):
                self.classes.add(word)
                frame.own = True
            elif word not in CLASS_ROLES and word not in DOCUMENT_LISTS and word not in FILE_SIZES:
                continue
            if word in CLASS_ROLES and (word not in ("Value", "TitleLink") or "DNNLabel" in self.classes or frame.own):
                frame.role, frame.level = CLASS_ROLES[word]
                if word == "mgAiTitleTxt" and frame.number_cell:
                    frame.role = "item-number"
                block = block or frame.role != "document" or frame.tag != "a"
            if word in FILE_SIZES:
                frame.size = True
            if word in NUMBER_CELLS:
                frame.number_cell = True
            if word in DOCUMENT_LISTS:
                frame.papers = True
            if word in LINK_LISTS:
                frame.links = True
        return block

    def close(self, name: str) -> None:
        if name == "p" and not self.open.get("p"):
            self.flush()
            return
        if not self.open.get(name):
            if name in BLOCKS:
                self.flush()
            return
        self.pop_to(
            frozenset({name}),
            frozenset({"table"})
            if name in TABLE_TAGS - {"table"}
            else frozenset()
            if name in TABLE_TAGS
            else END_BOUNDS,
        )

    def pop_to(self, names: frozenset[str], bounds: frozenset[str]) -> None:
        """End the nearest open element of these names, and all within it, unless a bound lies between."""
        stack = self.stack
        for depth in range(len(stack) - 1, 0, -1):
            tag = stack[depth].tag
            if tag in names:
                for frame in reversed(stack[depth:]):
                    if frame.block:
                        self.flush()
                    self.open[frame.tag] -= 1
                    stack.pop()
                    self.frame = stack[-1]
                    if frame.role == "label" and self.frame.role != "label":
                        self.after_label(self.frame)
                return
            if tag in bounds:
                return

    def after_label(self, parent: _Frame) -> None:
        """What follows a label, to the end of its paragraph or row, is its value."""
        if parent.tag in ("p", "li", "dd", "dl", "tr") and parent.role in ("", "value"):
            parent.role = "value"
        else:
            self.value_next = True

    # -- lines ---------------------------------------------------------------------------------

    def flush(self) -> None:
        """End the line under way."""
        if self.pieces:
            pieces, self.pieces = self.pieces, []
            self.line(pieces)

    def pre(self, start: int, end: int) -> None:
        """Set text keeps its lines, as plain text does."""
        at = start
        while at < end:
            stop = self.text.find("\n", at, end)
            stop = end if stop < 0 else stop
            self.pieces.append((at, stop, self.frame))
            if stop < end:
                self.flush()
            at = stop + 1

    def line(self, pieces: list[tuple[int, int, _Frame]]) -> None:
        text = self.text
        words = Words(text)
        first: _Frame | None = None
        bold = italic = True
        link, linked = "", True
        for start, end, frame in pieces:
            words.add(start, end)
            if BLANK.fullmatch(text, start, end) is not None:
                continue
            if first is None:
                first = frame
            bold, italic = bold and frame.bold, italic and frame.italic
            link = link or frame.link
            linked = linked and (bool(frame.link) or frame.size)
        if first is None or not words.size:
            return
        if words.double >= 0 and self.double is None:
            self.double = words.double, text.index(";", words.double) + 1
        shown, runs = words.done()
        role, level, marker = first.role, first.level, ""
        item = first.item
        if item is not None and role not in ("heading", "label"):
            level = item.depth
            if item.fresh:
                marker = item.marker
                role = role or "list-item"
        if item is not None:
            item.fresh = False
        if self.value_next and role != "label":
            self.value_next = False
            role = role if role in ("heading", "item-title", "item-number", "sub-title") else "value"
        if self.title_next:
            self.title_next = False
            role = role or "item-title"
        if (
            link
            and role in ("", "list-item", "value", "document")
            and (first.papers or (linked and first.own and DOCUMENT_LINK.search(link)))
        ):
            role = "document"
        elif role == "document" and not link:
            role = "list-item" if item is not None else ""
        if first.shell or (first.links and role != "document"):
            role = "furniture"
        elif not role and not level and first.cell is not None:
            role = "cell"
        indent = right = 0.0
        if first.pre:
            line_start = pieces[0][0]
            lead = text[line_start : runs[0][2]]
            indent = float(len(lead.expandtabs(8))) if lead.isspace() else 0.0
            right = indent + len(shown)
        made = Line(
            shown,
            runs,
            indent=indent,
            right=right,
            bold=bold,
            italic=italic,
            whole=not first.pre,
            role=role,
            level=level,
            marker=marker,
            cell=first.cell,
            link=link,
        )
        cut = CUT.search(shown) if "view the full" in shown.lower() and role != "furniture" else None
        if cut is not None and cut.end() > cut.start():
            if cut.start() > 0:
                self.keep(
                    replace(made, text=shown[: cut.start()], runs=slice_runs(runs, 0, cut.start()), link=""), first
                )
            begin = cut.end() - len(cut[0].lstrip())
            made = replace(
                made,
                text=shown[begin:],
                runs=slice_runs(runs, begin, len(shown)),
                role="cut",
                marker="",
                bold=False,
                italic=False,
            )
        self.keep(made, first)

    def keep(self, line: Line, frame: _Frame) -> None:
        if frame.table is not None and line.role == "heading":
            frame.table.layout = True
        self.lines.append(line)
        self.frames.append(frame)

    # -- the page as a whole -------------------------------------------------------------------

    def finished(self) -> list[Line]:
        """The lines, once it is known which tables hold data, what is shell, and which table is a vote."""
        votes = self.vote_tables()
        own_only = self.shape().startswith("moderngov") and any(c.startswith("mg") for c in self.classes)
        by_class = self.trusts_class_shells()
        out = []
        for line, frame in zip(self.lines, self.frames, strict=True):
            role, cell = line.role, line.cell
            if role == "furniture" and frame.shell == 2 and not by_class:
                role = ""
            if own_only and not frame.own:
                role = "furniture"
            if cell is not None and self.tables[cell[0]].only_layout:
                cell, role = None, "" if role == "cell" else role
            if cell is not None and cell[0] in votes and role in ("", "cell", "list-item"):
                role = "vote-table"
            out.append(line if (role, cell) == (line.role, line.cell) else replace(line, role=role, cell=cell))
        return out

    def trusts_class_shells(self) -> bool:
        """Does enough of the page remain when what only classes call navigation is set aside?"""
        kept = sum(len(line.text) for line in self.lines if line.role != "furniture")
        taken = sum(
            len(line.text)
            for line, f in zip(self.lines, self.frames, strict=True)
            if line.role == "furniture" and f.shell == 2
        )
        return kept * 10 > taken

    def vote_tables(self) -> set[int]:
        """Tables of recorded votes, by the words of their first rows or of the line above."""
        found: set[int] = set()
        before = ""
        for line in self.lines:
            if line.cell is None:
                before = line.text
                continue
            table, row, _ = line.cell
            told = (row == 0 and RECORDED_VOTE.match(line.text)) or (len(before) < 60 and RECORDED_VOTE.match(before))
            if told and not self.tables[table].only_layout:
                found.add(table)
        return found

    def shape(self) -> str:
        """Which page of which committee system this is; "" where it is of none we know."""
        if any(c.startswith(("ModCMIS", "DNNLabel")) for c in self.classes):
            return "cmis"
        if not any(c.startswith("mg") for c in self.classes) and not self.open_modgov():
            return ""
        if "mgItemTable" in self.classes:
            return "moderngov-meeting"
        for address in self.addresses:
            page = re.sub(r"[?#].*", "", address).rsplit("/", 1)[-1].lower()
            if page in PAGE_SHAPES:
                return PAGE_SHAPES[page]
        titles = [line.text for line, f in zip(self.lines, self.frames, strict=True) if f.tag == "title"]
        titles += [line.text for line in self.lines if line.role == "heading" and line.level == 1]
        for title in titles:
            for pattern, shape in TITLE_SHAPES:
                if pattern.match(title):
                    return shape
        return "moderngov-meeting" if "mgAiTitleTxt" in self.classes else "moderngov-page"

    def open_modgov(self) -> bool:
        return any(f.own for f in self.frames)


# -- single tags -----------------------------------------------------------------------------------


def _nothing(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    pass


def _strong(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    frame.bold = True


def _emphasis(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    frame.italic = True


def _anchor(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    address = " ".join(attributes.get("href", "").split())
    if address and not address.lower().startswith(("javascript:", "#")):
        frame.link = address


def _heading(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    if frame.role in ("", "value") or not parent.own:
        frame.role, frame.level = "heading", int(frame.tag[1])


def _list(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    style = "decimal" if frame.tag == "ol" else "disc"
    written = attributes.get("type", "")
    if m := LIST_STYLE.search(attributes.get("style", "")):
        written = m[1].lower()
    if written:
        written = LIST_TYPES.get(written, written)
        style = written if written in ("none", "disc", "circle", "square", *LIST_TYPES.values()) else style
    start = _whole(attributes.get("start", ""), 1)
    frame.list = _List(style, start, -1 if "reversed" in attributes else 1)
    frame.depth = parent.depth + 1
    if frame.role in ("list-item", "value"):
        frame.role = ""


def _list_item(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    listed = frame.list or _List("disc", 1)
    value = attributes.get("value", "")
    frame.item = _Item(listed.mark(_whole(value, 1) if value else None), max(1, frame.depth))


def _table(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    explicit = attributes.get("role") in ("presentation", "none") or any(
        c in LAYOUT_TABLES for c in attributes.get("class", "").split()
    )
    if parent.table is not None:
        parent.table.layout = True
    frame.table = _Table(len(reader.tables), explicit)
    reader.tables.append(frame.table)
    frame.cell = frame.item = frame.list = None
    frame.depth = 0


def _row(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    if frame.table is not None:
        frame.table.next_row()


def _cell(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    frame.item = frame.list = None
    frame.depth = 0
    if frame.tag == "th":
        frame.bold = True
    table = frame.table
    if table is not None:
        table.heads = table.heads or frame.tag == "th"
        across = min(100, max(1, _whole(attributes.get("colspan", ""), 1)))
        down = min(1000, max(1, _whole(attributes.get("rowspan", ""), 1)))
        place = table.next_cell(across, down)
        frame.cell = None if table.explicit else place


def _main(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    frame.in_main = True


def _form(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    if attributes.get("action"):
        reader.addresses.append(attributes["action"])


def _pre(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    frame.pre = True


def _term(reader: _Reader, frame: _Frame, attributes: dict[str, str], parent: _Frame) -> None:
    frame.role = "label" if frame.tag == "dt" else "value"


TAGS = {
    "b": _strong,
    "strong": _strong,
    "i": _emphasis,
    "em": _emphasis,
    "a": _anchor,
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "ul": _list,
    "ol": _list,
    "menu": _list,
    "dir": _list,
    "li": _list_item,
    "table": _table,
    "tr": _row,
    "td": _cell,
    "th": _cell,
    "main": _main,
    "article": _main,
    "form": _form,
    "pre": _pre,
    "dt": _term,
    "dd": _term,
}


def _whole(written: str, otherwise: int) -> int:
    m = re.match(r"\s*([-+]?\d{1,6})", written)
    return int(m[1]) if m else otherwise


# -- counting --------------------------------------------------------------------------------------

ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def counted(number: int, style: str) -> str:
    """A number as a list of this style shows it: 4, d, D, iv, IV."""
    if style.endswith("alpha") and number > 0:
        shown = ""
        while number:
            number, letter = divmod(number - 1, 26)
            shown = chr(97 + letter) + shown
    elif style.endswith("roman") and 0 < number < 4000:
        shown = ""
        for value, letters in ROMAN:
            while number >= value:
                shown, number = shown + letters, number - value
    else:
        return str(number)
    return shown.upper() if style.startswith("upper") else shown
