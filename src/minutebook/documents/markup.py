"""Marked-up text and its places: decoding, tags, entities, and words placed in the very file.

The archived text of a web page or an XML answer is the file itself, tags included. What a reader of
the page sees is made from it here, and every stretch of it keeps its place. Offsets are code points.
"""

from __future__ import annotations

import codecs
import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5

from minutebook.documents.blocks import Line, Run
from minutebook.problems import Problem, UnreadableFile
from minutebook.provenance import Span

# -- bytes to text ---------------------------------------------------------------------------------

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([\w.:-]{2,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Pages that declare these are served, and read by browsers, as Windows text.
REALLY_WINDOWS = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "l1"})


def encoding_of(data: bytes) -> tuple[str, bool]:
    """The encoding that a marked-up file declares, and whether it declares one at all.

    By byte-order mark, by the pattern of NULs in two-byte text, then by what the file says of itself.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return name, True
    if data[:4] in (b"<\0?\0", b"<\0!\0", b"<\0h\0", b"<\0H\0"):
        return "utf-16-le", True
    if data[:4] in (b"\0<\0?", b"\0<\0!", b"\0<\0h", b"\0<\0H"):
        return "utf-16-be", True
    m = DECLARED.search(data, 0, 4096)
    if m is None:
        return "utf-8", False
    name = (m[1] or m[2]).decode("ascii", "replace").lower()
    if name.startswith("utf-16"):  # ASCII letters just told so: it cannot be two-byte text
        return "utf-8", False
    if name in REALLY_WINDOWS:
        return "cp1252", True
    try:
        codec = codecs.lookup(name)
        "".encode(name)
        b"a".decode(name)
    except (LookupError, ValueError, TypeError):
        return "utf-8", False
    return codec.name, True


def decode(data: bytes, sha: str) -> tuple[str, list[Problem]]:
    """The text of a marked-up file, byte-order mark kept; damaged letters give a problem."""
    name, declared = encoding_of(data)
    try:
        return data.decode(name), []
    except UnicodeDecodeError as error:
        start = error.start
    # Mostly UTF-8 with a damaged byte keeps its other letters; anything else is old Windows text.
    mostly = name == "utf-8" and data.count(b"\xe2\x80") + data.count(b"\xc2\xa3") + data.count(b"\xc2\xa0") > 5
    wide = name.startswith("utf-16")
    text = data.decode(name if mostly or wide else "cp1252", "replace")
    at = min(start // (2 if wide else 1), max(0, len(text) - 1))
    said = f"It declares {name}, but is not valid so." if declared else "The file is not valid UTF-8."
    how = "damaged letters were replaced" if mostly or wide else "it was read as Windows text"
    return text, [
        Problem(
            "encoding-unclear",
            f"{said} Therefore {how}, and some characters may be wrong.",
            Span(sha, at, min(at + 1, len(text))),
        )
    ]


def check_length(text: str, name: str, limit: int) -> None:
    """Raises UnreadableFile where the text is longer than allowed."""
    if len(text) > limit:
        raise UnreadableFile(
            "too-long",
            f"The text has {len(text):,} characters; the limit is {limit:,}.",
            "Split the file, or raise the limit.",
            file=name,
        )


# -- tokens ----------------------------------------------------------------------------------------

TEXT, START, END, CDATA, EMPTY, DOCTYPE = range(6)
Token = tuple[int, int, int, str, str]
"""Kind, start and end in the text, the element's name, and its attributes as written."""

OPENING = re.compile(r"<(?=[A-Za-z_/!?])")
TAG = re.compile(r"""<(/?)([A-Za-z_][^\s/>\0]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
PLAIN_TAG = re.compile(r"<(/?)([A-Za-z_][^\s/>\0]*+)([^>]*+)>")
SUBSET_END = re.compile(r"\]\s*>")
ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
BROKEN_QUOTES = 20  # after so many tags with unclosed quotes, quotes are no longer trusted


def tokens(text: str, *, xml: bool = False) -> Iterator[Token]:
    """Tags and the text between them, tolerant of broken mark-up, in time linear in its length.

    Comments and processing instructions are left out. In HTML, names are lower case and the insides
    of script, style, title and the like are one text. A file cut off in a tag ends before that tag.
    """
    at, size, last_close = 0, len(text), text.rfind(">")
    broken, pattern = 0, TAG
    while at < size:
        m = OPENING.search(text, at)  # other less-than signs are nothing more
        start = m.start() if m else size
        if start > at:
            yield TEXT, at, start, "", ""
        if m is None:
            return
        following = text[start + 1]
        if start > last_close:
            return
        if following in "!?":
            if text.startswith("<!--", start):
                end = text.find("-->", start + 2)
                if end < 0:
                    return
                at = end + 3
            elif xml and text.startswith("<![CDATA[", start):
                end = text.find("]]>", start + 9)
                yield CDATA, start + 9, end if end >= 0 else size, "", ""
                at = end + 3 if end >= 0 else size
            elif text[start + 2 : start + 9].upper() == "DOCTYPE":
                close = text.find(">", start)
                subset = text.find("[", start, close)
                if subset >= 0:
                    m = SUBSET_END.search(text, subset)
                    close = m.end() - 1 if m else size - 1
                yield DOCTYPE, start, close + 1, "", text[start : close + 1]
                at = close + 1
            else:
                at = text.find(">", start) + 1
            continue
        m = pattern.match(text, start)
        if m is None and pattern is TAG:
            m = PLAIN_TAG.match(text, start)
            broken += m is not None
            if broken > BROKEN_QUOTES:
                pattern = PLAIN_TAG
        if m is None:  # "</>" or "</ x>": nothing
            at = text.find(">", start) + 1
            continue
        name = m[2] if xml else m[2].lower()
        at = m.end()
        if m[1]:
            yield END, start, at, name, ""
            continue
        attributes = m[3]
        if attributes.endswith("/"):
            yield EMPTY, start, at, name, attributes[:-1]
            continue
        yield START, start, at, name, attributes
        if not xml and name in RAW_END:
            m = RAW_END[name].search(text, at)
            end = m.start() if m else size
            if end > at:
                yield TEXT, at, end, "", ""
            at = end


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values decoded. The first of a name counts."""
    found: dict[str, str] = {}
    for m in ATTRIBUTE.finditer(written):
        value = m[2] or m[3] or m[4] or ""
        found.setdefault(m[1].lower(), html.unescape(value) if "&" in value else value)
    return found


# -- words with their places -----------------------------------------------------------------------

# Zero-width characters, soft hyphens and control characters show nothing.
_UNSEEN = "\\x00-\\x08\\x0e-\\x1b\\x7f\\xad\u200b\u200c\u200d\u2060\ufeff"
UNSEEN = re.compile(f"[{_UNSEEN}]+")
ROUGH = re.compile(f"[^\\S ]|  |[{_UNSEEN}]")  # needs more care than a strip
CHUNK = re.compile(f"[^\\s{_UNSEEN}]++(?: [^\\s{_UNSEEN}]++)*+")  # words with single spaces
ENTITY = re.compile(
    r"&(?:(?P<twice>(?:amp;){1,5}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
BLANK = re.compile(r"(?:\s|&nbsp;|&#160;|&#x[aA]0;)*+")

Piece = tuple[int, int, bool]
"""Start and end in the text, and whether it is literal (no entities, as in CDATA)."""


def decode_entity(m: re.Match[str], *, strict: bool = False) -> tuple[str, int, bool] | None:
    """What an entity stands for, how far it reaches, and whether it was encoded twice.

    None where it stands for nothing but itself. `strict` asks for the closing semicolon (XML).
    """
    shown = m[0]
    if m["twice"]:
        name = shown[shown.rindex("amp;") + 4 :] if not shown.endswith("amp;") else "amp;"
        if name[0] == "#" or name in html5:
            return html.unescape("&" + name), m.end(), True
        return "&", m.start() + 5, False
    if strict and not shown.endswith(";"):
        return None
    value = html.unescape(shown)
    return None if value == shown else (value, m.end(), False)


class Words:
    """Words gathered for one line: white space collapsed, each stretch placed in the text."""

    __slots__ = ("decoded", "double", "out", "runs", "size", "space", "strict", "text")

    def __init__(self, text: str, *, strict: bool = False) -> None:
        self.text, self.strict = text, strict
        self.out: list[str] = []
        self.runs: list[Run] = []
        self.size, self.space = 0, False
        self.double = -1  # where the first entity stands that was encoded twice
        self.decoded = -1  # where the first entity stands

    def add(self, start: int, end: int, literal: bool = False) -> None:
        """Take in text[start:end]."""
        text = self.text
        if not literal and text.find("&", start, end) >= 0:
            at = start
            while (m := ENTITY.search(text, at, end)) is not None:
                self.plain(at, m.start())
                got = decode_entity(m, strict=self.strict)
                if got is None:
                    self.plain(m.start(), m.end())
                    at = m.end()
                    continue
                value, at, double = got
                if self.decoded < 0:
                    self.decoded = m.start()
                if double and self.double < 0:
                    self.double = m.start()
                self.put(value, m.start(), at)
            start = at
        self.plain(start, end)

    def put(self, value: str, start: int, end: int) -> None:
        """A value that stands for the whole of text[start:end]."""
        value = UNSEEN.sub("", value)
        if not value:
            return
        bare = " ".join(value.split())
        if not bare:
            self.space = True
            return
        self.space = self.space or value[0].isspace()
        self._append(bare, start, end)
        self.space = value[-1].isspace()

    def plain(self, start: int, end: int) -> None:
        """Characters that stand for themselves."""
        if start >= end:
            return
        text = self.text
        if ROUGH.search(text, start, end) is None:
            lead = text[start] == " "
            tail = text[end - 1] == " "
            self.space = self.space or lead
            if start + lead < end - (tail and end - start > 1):
                self._append(text[start + lead : end - tail], start + lead, end - tail)
                self.space = tail
            return
        at = start
        for m in CHUNK.finditer(text, start, end):
            if m.start() > at and UNSEEN.fullmatch(text, at, m.start()) is None:
                self.space = True
            self._append(m[0], m.start(), m.end())
            self.space = False
            at = m.end()
        if at < end and UNSEEN.fullmatch(text, at, end) is None:
            self.space = True

    def _append(self, value: str, start: int, end: int) -> None:
        if self.space and self.size:
            self.out.append(" ")
            self.size += 1
        self.out.append(value)
        self.runs.append((self.size, self.size + len(value), start, end))
        self.size += len(value)
        self.space = False

    def done(self) -> tuple[str, tuple[Run, ...]]:
        """The words so far as one text, and the runs that place it."""
        return "".join(self.out), tuple(self.runs)


def unescape_placed(text: str, start: int, end: int) -> tuple[str, list[Run]]:
    """XML text[start:end] decoded once, white space kept, and runs that place every character."""
    out: list[str] = []
    runs: list[Run] = []
    size = 0

    def put(value: str, begin: int, stop: int) -> None:
        nonlocal size
        if value:
            out.append(value)
            runs.append((size, size + len(value), begin, stop))
            size += len(value)

    at = start
    for m in XML_ENTITY.finditer(text, start, end):
        value = html.unescape(m[0])
        if value == m[0]:
            continue
        put(text[at : m.start()], at, m.start())
        put(value, m.start(), m.end())
        at = m.end()
    put(text[at:end], at, end)
    return "".join(out), runs


XML_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def compose(runs: Iterable[Run], outer: Sequence[Run]) -> tuple[Run, ...]:
    """Runs into a text that is itself placed by `outer`: the same runs, placed in the archive."""
    starts = [r[0] for r in outer]
    out: list[Run] = []
    for a, b, x, y in runs:
        i = max(0, bisect_right(starts, x) - 1)
        if b - a != y - x:
            last = outer[max(0, bisect_right(starts, y - 1) - 1)]
            out.append((a, b, _place(outer[i], x), _place(last, y - 1, after=True)))
            continue
        while x < y:
            run = outer[i]
            step = min(y, run[1]) - x
            if run[1] - run[0] == run[3] - run[2]:
                begin = run[2] + x - run[0]
                out.append((a, a + step, begin, begin + step))
            else:
                out.append((a, a + step, run[2], run[3]))
            a, x, i = a + step, x + step, i + 1
    return tuple(out)


def _place(run: Run, at: int, *, after: bool = False) -> int:
    if run[1] - run[0] == run[3] - run[2]:
        return run[2] + at - run[0] + after
    return run[3] if after else run[2]


def slice_runs(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of text[start:end], counted from 0."""
    out: list[Run] = []
    for a, b, x, y in runs:
        low, high = max(a, start), min(b, end)
        if low < high:
            whole = b - a != y - x
            out.append((low - start, high - start, x if whole else x + low - a, y if whole else x + high - a))
    return tuple(out)


def extent(line: Line) -> tuple[int, int]:
    """Archive offsets of a line, from its first character to its last."""
    return min(r[2] for r in line.runs), max(r[3] for r in line.runs)
