"""Plain text and Markdown in: often a PDF or a web page that others turned into text.

The archived text is the decoded file, byte-order mark included, so that offsets count in the very
file. Form feeds end pages; a file without them is one page.
"""
from __future__ import annotations

import re

from minutebook.documents.blocks import Document, Line, Page, Run
from minutebook.documents.limits import Limits
from minutebook.problems import Problem, UnreadableFile
from minutebook.provenance import Source, Span

EXTRACTOR = "text-1"

LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
HEADING = re.compile(r"#{1,6}\s+(?=\S)")
WORDS = re.compile(r"\S+")
INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u2060\ufeff\u00ad")


def read_text(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008
    """Text as it stands. Raises UnreadableFile where the file is empty or no text at all."""
    sha = Source.hash_of(data)
    text, problems = decode(data, sha)
    if len(text) > limits.text_characters:
        raise UnreadableFile("too-long", f"The text has {len(text):,} characters; the limit is "
                             f"{limits.text_characters:,}.", "Split the file, or raise the limit.", file=name)
    if not text.translate(INVISIBLE).strip():
        raise UnreadableFile("empty", "The file holds no text.", "Ask the publisher for the paper again.", file=name)
    if text.count("\0") > len(text) // 100:
        raise UnreadableFile("not-text", "The file looks like machine data, not text.",
                             "Send the paper as PDF, DOCX, HTML or text.", file=name)
    if len(text) > limits.line_characters:
        check_lines(text, name, limits.line_characters)
    lines, pages = lines_of(text)
    return Document(Source(name, sha, "text/plain", EXTRACTOR), text, tuple(lines), tuple(pages),
                    problems=tuple(problems))


def check_lines(text: str, name: str, most: int) -> None:
    """Raises UnreadableFile where a line is longer than any paper's, before time is spent on it."""
    page = 1
    for line in re.split(r"(?:\r\n|[\n\r\v\x85\u2028\u2029])|(?=\f)", text):
        page += line.startswith("\f")
        if len(line) > most:
            raise UnreadableFile("line-too-long", f"One line has {len(line):,} characters; the limit is {most:,}. No paper has "
                                 "such lines.", "Send the paper in another form, or raise the limit.", file=name, page=page)


def decode(data: bytes, sha: str) -> tuple[str, list[Problem]]:
    """Text of the bytes: by byte-order mark, as UTF-8, else as Windows-1252 with a problem."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        # Mostly UTF-8 with a damaged byte keeps its other letters; anything else is old Windows text.
        mostly = data.count(b"\xe2\x80") + data.count(b"\xc2\xa3") > 5
        text = data.decode("utf-8" if mostly else "cp1252", "replace")
        where = Span(sha, min(error.start, max(0, len(text) - 1)), min(error.start + 1, len(text)))
        return text, [Problem("encoding-unclear", "The file is not valid UTF-8; it was read as Windows text, "
                              "and some characters may be wrong.", where)]


def lines_of(text: str) -> tuple[list[Line], list[Page]]:
    """The lines that bear words, with their indents and gaps, and the pages between form feeds."""
    lines: list[Line] = []
    pages: list[Page] = []
    page, page_start, start = 1, 0, 0
    gap = 0
    ends = [(m.start(), m.end(), m[0]) for m in LINE_END.finditer(text)]
    ends.append((len(text), len(text), ""))
    for stop, after, mark in ends:
        raw = text[start:stop]
        line = make_line(raw, start, page, gap)
        if line is None:
            gap += 1
        else:
            lines.append(line)
            gap = 0
        if mark == "\f":
            pages.append(Page(page, page_start, after))
            page, page_start = page + 1, after
        start = after
    if page_start < len(text):
        pages.append(Page(page, page_start, len(text)))
    return lines, pages


def make_line(raw: str, start: int, page: int, gap: float) -> Line | None:
    """One line, white space collapsed and emphasis marks of Markdown set aside; None where it is blank."""
    body = raw.strip()
    if not body or not body.translate(INVISIBLE).strip():
        return None
    lead = len(raw) - len(raw.lstrip())
    offset = start + lead
    level, role, bold = 0, "", False
    if body[0] == "#" and (mark := HEADING.match(body)):
        level, role = mark[0].count("#"), "heading"
        pieces = [(mark.end(), len(body))]
    else:
        pieces = [(0, len(body))]
    if ("*" in body or "__" in body) and len(body) < 20_000:
        pieces, bold = without_emphasis(body, pieces)
    text, runs = collapse(body, pieces, offset)
    if not text:
        return None
    return Line(text, runs, page, indent=float(columns(raw[:lead])), right=float(columns(raw[:lead]) + len(text)),
                gap=float(gap), bold=bold, role=role, level=level)


def columns(blank: str) -> int:
    """How wide a stretch of blanks is; a tab goes on to the next fourth column."""
    return len(blank.expandtabs(4))


def without_emphasis(body: str, pieces: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], bool]:
    """The pieces of the line that are words, and whether the whole of it was set in bold."""
    begin, end = pieces[0]
    kept: list[tuple[int, int]] = []
    at, bold = begin, False
    for m in EMPHASIS.finditer(body, begin, end):
        kept += [(at, m.start()), (m.start(2), m.end(2))]
        bold = bold or (m.end() - m.start() >= end - begin - 1 and len(m[1]) >= 2)
        at = m.end()
    kept.append((at, end))
    return [p for p in kept if p[0] < p[1]], bold


def collapse(body: str, pieces: list[tuple[int, int]], offset: int) -> tuple[str, tuple[Run, ...]]:
    """Single spaces between the words of the pieces, each stretch placed in the archive."""
    if len(pieces) == 1:
        begin, end = pieces[0]
        plain = body[begin:end]
        if plain.split(" ") == plain.split():
            return plain, ((0, len(plain), offset + begin, offset + end),)
    out: list[str] = []
    runs: list[Run] = []
    size = 0
    last_end = -1
    for begin, end in pieces:
        for word in WORDS.finditer(body, begin, end):
            a, b = word.span()
            space = 1 if out and last_end < a else 0
            if runs and a - last_end == space and (not space or body[a - 1] == " "):
                own, _, arch, _ = runs[-1]
                runs[-1] = (own, size + space + b - a, arch, offset + b)
            else:
                runs.append((size + space, size + space + b - a, offset + a, offset + b))
            out.append(" " * space + word[0])
            size += space + b - a
            last_end = b
    return "".join(out), tuple(runs)
