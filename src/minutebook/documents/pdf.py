"""PDF in: born digital, scanned, or both; and pictures of pages.

The archived text is the lines as they stand on the pages, in reading order: "\\n" between lines,
"\\f" after each page, "\\t" where white parts columns. A page without text of its own is read by OCR.
"""
from __future__ import annotations

import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from minutebook.documents import ocr
from minutebook.documents.blocks import Document, Line, Page
from minutebook.documents.drawings import check_drawings
from minutebook.documents.layout import EDGE_BANDS, PageRows, Row, arrange, placed_words
from minutebook.documents.limits import Limits
from minutebook.documents.pdfium import PageContent, Pdf, Piece
from minutebook.documents.tables import Grid
from minutebook.problems import Problem, UnreadableFile
from minutebook.provenance import Source, Span

EXTRACTOR = "pdf-1"
EXTRACTOR_OF_PICTURES = "picture-1"

FEW_LETTERS = 30        # a page with fewer, and a picture over much of it, is a scan with a stamp
Box = tuple[int, float, float, float, float]
"""Page, then x0, y0, x1, y1 in points from the top left of the page as seen."""


def read_pdf(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008
    """A PDF. Raises UnreadableFile where nothing of it can be read; a damaged page costs only itself."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFile("empty", "The file is empty.", "Ask the sender for the paper again.", file=name)
    reading = _Reading(data, name, limits)
    check_drawings(data, name)
    with Pdf(data, name) as pdf:
        if pdf.count > limits.pages:
            raise UnreadableFile("too-many-pages", f"The PDF has {pdf.count:,} pages; the limit is {limits.pages:,}.",
                                 "Split the file, or raise the limit.", file=name)
        if pdf.count < 1:
            raise UnreadableFile("damaged", "The PDF has no pages that can be found.",
                                 "Ask the sender for the paper again.", file=name)
        for number in range(1, pdf.count + 1):
            if not reading.page(pdf, number):
                break
    return reading.document()


def read_image(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008
    """A picture of one page, or of several (TIFF), read by OCR. Raises UnreadableFile where it cannot be."""
    if limits.ocr_pages < 1:
        raise UnreadableFile("ocr-limit", "The file is a picture, and no picture is to be read.", "Raise the limit ocr_pages.", file=name)
    if not ocr.available():
        raise UnreadableFile("ocr-unavailable", "The file is a picture, and Tesseract, which reads scans, is not installed.",
                             ocr.REMEDY, file=name)
    try:
        scans = ocr.read_picture(data, limits.ocr_seconds_per_page)
    except ocr.OcrFailed as error:
        raise UnreadableFile("ocr-failed", f"The picture could not be read: {error}", "Ask the sender for the paper as PDF.",
                             file=name) from error
    reading = _Reading(data, name, limits)
    for number, scan in enumerate(scans, 1):
        # Pictures seldom tell their resolution truly; a page is about as wide as A4.
        scale = min(595, 842 * scan.width / max(1.0, scan.height)) / max(1.0, scan.width)
        got = _Got(number, scan.width * scale, scan.height * scale, scan_rows(scan, scaled(scale)),
                   ocr=True, confidence=scan.confidence)
        reading.got.append(got)
    return reading.document(EXTRACTOR_OF_PICTURES, media_type(data))


def scaled(scale: float) -> Callable[[float, float], tuple[float, float]]:
    """Pixels of a picture as points of a page."""
    return lambda x, y: (x * scale, y * scale)


def media_type(data: bytes) -> str:
    """The media type of a picture, told by its first bytes."""
    for mark, kind in ((b"\x89PNG", "png"), (b"\xff\xd8", "jpeg"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"GIF8", "gif"),
                       (b"RIFF", "webp")):
        if data.startswith(mark):
            return f"image/{kind}"
    return "image/bmp" if data.startswith(b"BM") else "application/octet-stream"


@dataclass(slots=True)
class _Got:
    """What was got from a page, before the pages are put together."""

    number: int
    width: float = 0.0
    height: float = 0.0
    rows: list[Row] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    ocr: bool = False
    confidence: float = 1.0
    words: list[tuple[int, int, float, float, float, float]] = field(default_factory=list)


class _Reading:
    """Reads page after page, then puts archived text, lines and problems together."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.data, self.name, self.limits = data, name, limits
        self.sha = Source.hash_of(data)
        self.until = time.monotonic() + limits.seconds
        self.got: list[_Got] = []
        self.told: list[tuple[str, str, int, str]] = []         # code, sentence, page, level
        self.characters = 0
        self.scans = 0
        self.no_ocr: list[int] = []
        self.unmapped: list[int] = []
        self.layered: list[int] = []
        self.off_page: list[int] = []

    def expired(self) -> bool:
        return time.monotonic() > self.until

    # -- one page --------------------------------------------------------------------------------

    def page(self, pdf: Pdf, number: int) -> bool:
        """Read one page. False when time is over."""
        if self.expired():
            self.told.append(("time-limit", f"Reading took more than {self.limits.seconds:.0f} seconds; "
                              f"pages {number} to {pdf.count} were not read. Split the file, or raise the limit.", number, "error"))
            return False
        got = _Got(number)
        self.got.append(got)
        try:
            with pdf.page(number) as page:
                if page is None:
                    self.told.append(("page-unreadable", f"Page {number} is damaged and could not be read. "
                                      "Ask the sender for the paper again.", number, "error"))
                    return True
                content = page.content(self.expired)
                got.width, got.height = content.width, content.height
                arranged = arrange(content)
                if is_scan(content, arranged) and self.scan(page, got):
                    return True
                self.take(got, content, arranged)
        except (MemoryError, RecursionError):
            self.told.append(("page-unreadable", f"Page {number} needs more memory than there is.", number, "error"))
            got.rows = []
        return True

    def take(self, got: _Got, content: PageContent, arranged: PageRows) -> None:
        number = got.number
        got.rows, got.grids = arranged.rows, arranged.grids
        for row in got.rows:
            row.parts = []                  # addresses of objects that are about to go
            self.characters += len(row.text) + 1
        if self.characters > self.limits.text_characters:
            raise UnreadableFile("too-long", f"The text has more than {self.limits.text_characters:,} characters.",
                                 "Split the file, or raise the limit.", file=self.name, page=number)
        if content.cut:
            self.told.append(("page-cut-off", f"Page {number} holds more objects than are read; part of it may be missing.",
                              number, "error"))
        if content.unmapped > 0.02 and got.rows:
            self.unmapped.append(number)
        if content.outside:
            self.off_page.append(number)
        if content.pieces and content.pictures > 0.8 and all(p.hidden for p in content.pieces):
            self.layered.append(number)

    def scan(self, page: object, got: _Got) -> bool:
        """Read a page by OCR. False where it cannot be, so that what text it has is taken."""
        if not ocr.available():
            self.no_ocr.append(got.number)
            return False
        if self.scans >= self.limits.ocr_pages:
            self.told.append(("ocr-limit", f"Page {got.number} is a scan; only {self.limits.ocr_pages} scanned pages of a file "
                              "are read. Split the file, or raise the limit.", got.number, "error"))
            return False
        self.scans += 1
        begun = time.monotonic()
        try:
            read = self._recognise(page, got)
        except ocr.OcrFailed as error:
            self.told.append(("ocr-failed", f"Page {got.number} could not be read by OCR. {error}", got.number, "error"))
            return False
        finally:
            self.until += time.monotonic() - begun          # OCR has limits of its own
        scan, place = read
        got.rows = scan_rows(scan, place)
        got.ocr, got.confidence = True, scan.confidence if scan.lines else 1.0
        self.characters += sum(len(row.text) + 1 for row in got.rows)
        return True

    def _recognise(self, page: object, got: _Got) -> tuple[ocr.ScannedPage, Callable[[float, float], tuple[float, float]]]:
        seconds = self.limits.ocr_seconds_per_page
        picture, dpi = page.picture(ocr.DPI)                # type: ignore[attr-defined]
        scan = next(iter(ocr.read_picture(picture, seconds, round(dpi))), ocr.ScannedPage())
        turn = 0
        if scan.confidence < ocr.UNSURE and (turn := ocr.turn_of(picture, seconds)):
            picture, again = page.picture(ocr.DPI, turn)    # type: ignore[attr-defined]
            other = next(iter(ocr.read_picture(picture, seconds, round(again))), ocr.ScannedPage())
            if other.confidence > scan.confidence:
                scan, dpi = other, again
            else:
                turn = 0
        scale, width, height = 72 / dpi, got.width, got.height

        def place(x: float, y: float) -> tuple[float, float]:
            x, y = x * scale, y * scale
            return ((x, y), (y, height - x), (width - x, height - y), (width - y, x))[turn]

        return scan, place

    # -- the document ----------------------------------------------------------------------------

    def document(self, extractor: str = EXTRACTOR, kind: str = "application/pdf") -> Document:
        texts: list[str] = []
        lines: list[Line] = []
        pages: list[Page] = []
        tables = _Tables()
        edges = left_edges(self.got)
        at = 0
        for got in self.got:
            begin = at
            numbers = tables.of(got)
            for n, row in enumerate(got.rows):
                if n:
                    texts.append("\n")
                    at += 1
                text, runs = placed_words(row.text, at)
                if text:
                    cell = None
                    if row.cell is not None:
                        table, offset = numbers[row.cell[0]]
                        cell = (table, row.cell[1] + offset, row.cell[2])
                    left = row.left if row.left is not None and cell is None else edges.get(got.number, 0.0)
                    if row.turned:
                        left = row.x0
                    height = got.width if row.turned in (2, 4) else got.height
                    lines.append(Line(
                        text, runs, got.number, indent=max(0.0, round(row.x0 - left, 1)), right=round(row.x1 - left, 1),
                        gap=round(row.gap, 2), size=round(row.size, 1), bold=row.bold, italic=row.italic,
                        role="cell" if cell else "", cell=cell,
                        top=round(min(1.0, max(0.0, (row.y - 0.75 * row.size) / height)), 4) if height else 0.0,
                        confidence=row.confidence))
                for word in row.words:
                    got.words.append((at + word[0], at + word[1], *word[2:]))
                texts.append(row.text)
                at += len(row.text)
            texts.append("\f")
            at += 1
            pages.append(Page(got.number, begin, at, got.width, got.height, got.ocr, round(got.confidence, 3)))
            got.rows = []
        text = "".join(texts)
        return Document(Source(self.name, self.sha, kind, extractor), text, tuple(lines), tuple(pages),
                        problems=tuple(self.problems(pages)), boxes=_Boxes(self.data, self.name, self.sha, text, pages,
                                                                         {g.number: g.words for g in self.got if g.ocr}))

    def problems(self, pages: list[Page]) -> list[Problem]:
        place = {p.number: Span(self.sha, p.start, p.end, p.number) for p in pages}
        out = [Problem(code, sentence, place.get(page), level) for code, sentence, page, level in self.told]
        read = [p for p in pages if p.ocr]
        if read:
            sure = sum(p.confidence for p in read) / len(read)
            out.append(Problem("ocr", f"{listed([p.number for p in read])} read from a picture by OCR (confidence {sure:.0%}); "
                               "words may be wrong.", place[read[0].number], "note"))
            out += [Problem("ocr-unsure", f"Page {p.number} was hard to read (confidence {p.confidence:.0%}); compare it with "
                            "the original.", place[p.number]) for p in read if p.confidence < 0.7]
        for numbers, code, sentence, level in (
            (self.no_ocr, "ocr-unavailable", "{} not read: only OCR can read such pages, and Tesseract is not installed. "
             + ocr.REMEDY, "error"),
            (self.unmapped, "font-unmapped", "{} set in a font that does not say which letters its shapes are; words may "
             "be garbled.", "doubt"),
            (self.layered, "scan-with-text", "{} a scan with a text layer made by others' OCR; words may be wrong.", "note"),
            (self.off_page, "off-page", "{} found with words beyond the edge of the page, which nobody sees; they were left out.",
             "note"),
        ):
            if numbers:
                out.append(Problem(code, sentence.format(listed(numbers)), place[numbers[0]], level))
        if self.data[:1024].find(b"%PDF-") >= 0 and b"%%EOF" not in self.data[-4096:]:
            out.append(Problem("cut-short", "The PDF ends before its end; pages may be missing.", None))
        return out


def listed(numbers: list[int]) -> str:
    """ "Page 3 was", "Pages 3, 5 to 9 were": the subject of a sentence about pages."""
    ranges: list[list[int]] = []
    for n in numbers:
        if ranges and n == ranges[-1][1] + 1:
            ranges[-1][1] = n
        else:
            ranges.append([n, n])
    if len(numbers) == 1:
        return f"Page {numbers[0]} was"
    shown = [str(a) if a == b else f"{a} to {b}" for a, b in ranges]
    more = f" and {len(shown) - 12} more places" if len(shown) > 12 else ""
    return f"Pages {', '.join(shown[:12])}{more} were"


def is_scan(content: PageContent, arranged: PageRows) -> bool:
    """Has this page to be read by OCR? A picture of words, letters drawn as shapes, or a garbled text layer."""
    if content.unmapped > 0.5:
        return True
    if content.pictures <= 0.02 and content.paths <= 150:
        return False
    letters = 0
    for row in arranged.rows:
        letters += sum(map(str.isalnum, row.text[:200]))
        if letters >= FEW_LETTERS:
            return content.pictures > 0.4 and garbled(arranged)
    return content.pictures > 0.4 or letters == 0


def garbled(arranged: PageRows) -> bool:
    """Is the text layer of a scan no language at all?"""
    text = "".join(row.text for row in arranged.rows)
    solid = [c for c in text if not c.isspace()]
    return len(solid) > 40 and sum(c.isalnum() or c in ".,;:-–'’()£%/&" for c in solid) < 0.7 * len(solid)


def scan_rows(scan: ocr.ScannedPage, place: Callable[[float, float], tuple[float, float]]) -> list[Row]:
    """Rows of a scanned page, in points. Heights of lines vary with their letters, so most get the page's own size."""
    if not scan.lines:
        return []
    (ox, oy), (px, py) = place(0, 0), place(1, 1)
    scale = (abs(px - ox) + abs(py - oy)) / 2
    usual = median(line.height for line in scan.lines)
    rows: list[Row] = []
    before = None
    for line in scan.lines:
        size = usual if line.height < 1.4 * usual else line.height
        size *= scale / 0.92
        text, words = "", []
        for word in line.words:
            text += " " if text else ""
            (ax, ay), (bx, by) = place(word.x0, word.y0), place(word.x1, word.y1)
            words.append((len(text), len(text) + len(word.text), min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
            text += word.text
        y = line.baseline() * scale
        row = Row(text, [], line.words[0].x0 * scale, max(w.x1 for w in line.words) * scale, y, size, False, False,
                  confidence=round(line.confidence, 3), words=words)
        if before is not None:
            row.gap = max(0.0, (y - before) / size - 1)
        before = y
        rows.append(row)
    return rows


def left_edges(pages: list[_Got]) -> dict[int, float]:
    """Where the text of each page begins on the left, in points. Odd and even pages may differ, for binding.

    A page that holds only centred or indented words takes the edge of its fellows.
    """
    own: dict[int, tuple[tuple[int, int, int], float]] = {}
    counts: dict[tuple[int, int, int], Counter[int]] = {}
    for got in pages:
        low, high = EDGE_BANDS * got.height, (1 - EDGE_BANDS) * got.height
        xs = [row.x0 for row in got.rows if not row.turned and low < row.y < high] or [
            row.x0 for row in got.rows if not row.turned]
        if xs:
            fellows = (got.number % 2, round(got.width), round(got.height))
            own[got.number] = fellows, min(xs)
            counts.setdefault(fellows, Counter())[round(min(xs))] += 1
    out = {}
    for number, (fellows, edge) in own.items():
        usual, often = counts[fellows].most_common(1)[0]
        out[number] = float(usual) if often > 1 and edge > usual + 1 else edge
    return out


class _Tables:
    """Numbers the tables of a file; one that runs over a page break goes on with its rows."""

    def __init__(self) -> None:
        self.count = 0
        self.last: tuple[Grid, int, int, list[str]] | None = None   # grid, number, rows before it, its heading row

    def of(self, got: _Got) -> dict[int, tuple[int, int]]:
        """For each table of the page: its number in the file, and how many rows it had before."""
        out: dict[int, tuple[int, int]] = {}
        cells = [i for i, row in enumerate(got.rows) if row.cell is not None]
        for i in cells:
            n = got.rows[i].cell[0]                                  # type: ignore[index]
            if n in out:
                continue
            grid = got.grids[n]
            heading = [row.text for row in got.rows if row.cell is not None and row.cell[:2] == (n, 0)]
            if not out and self.last is not None and i <= 3 and grid.ys[0] < 0.25 * got.height:
                before, number, rows, first = self.last
                if len(grid.xs) == len(before.xs) and heading != first and all(
                        abs(a - b) < 4 for a, b in zip(grid.xs, before.xs, strict=True)):
                    out[n] = (number, rows + len(before.ys) - 1)
                    self.last = (grid, number, out[n][1], first)
                    continue
            out[n] = (self.count, 0)
            self.count += 1
            self.last = (grid, out[n][0], 0, heading)
        if not cells or len(got.rows) - cells[-1] > 3:
            self.last = None                                          # other words follow it
        return out


class _Boxes:
    """Boxes of a passage, found by reading its page again when they are asked for."""

    def __init__(self, data: bytes, name: str, sha: str, text: str, pages: list[Page],
                 scans: dict[int, list[tuple[int, int, float, float, float, float]]]) -> None:
        self.data, self.name, self.sha, self.text, self.pages, self.scans = data, name, sha, text, pages, scans

    def __call__(self, span: Span) -> list[Box]:
        """One box for each line that the passage touches. Raises ValueError for a passage of another source."""
        if span.source != self.sha:
            raise ValueError("the passage is of another source")
        out: list[Box] = []
        first = max(0, bisect_right(self.pages, span.start, key=lambda p: p.start) - 1)
        for page in self.pages[first:]:
            if page.start >= span.end:
                break
            if page.number in self.scans:
                words = [w for w in self.scans[page.number] if w[0] < span.end and w[1] > span.start]
                out += by_line(page.number, self.text, [(w[0], w[2:]) for w in words])
            else:
                out += self.on_page(page, max(span.start, page.start), min(span.end, page.end))
        return out

    def on_page(self, page: Page, start: int, end: int) -> list[Box]:
        with Pdf(self.data, self.name) as pdf, pdf.page(page.number) as opened:
            if opened is None:
                return []
            rows = arrange(opened.content(lambda: False)).rows
            at = page.start
            touched: list[tuple[int, Piece]] = []
            for row in rows:
                if at < end and at + len(row.text) > start:
                    touched += [(at + offset, piece) for offset, piece in row.parts]
                at += len(row.text) + 1
            characters = opened.characters({piece.key for _, piece in touched})
        found: list[tuple[int, tuple[float, float, float, float]]] = []
        for at, piece in touched:
            found += [(spot, box) for spot, box in placed_characters(piece, at, characters.get(piece.key, []))
                      if start <= spot < end]
        return by_line(page.number, self.text, found)


def placed_characters(piece: Piece, at: int, characters: list[tuple[str, tuple[float, float, float, float]]]
                      ) -> list[tuple[int, tuple[float, float, float, float]]]:
    """Archive offsets of a text object's characters, with their boxes; spaces put in between words have none."""
    out = []
    lead = len(piece.text) - len(piece.text.lstrip(" "))
    k = 0
    for i, letter in enumerate(piece.text):
        if k >= len(characters):
            break
        if letter == " " and not characters[k][0].isspace():
            continue
        if i >= lead:
            out.append((at + i - lead, characters[k][1]))
        k += 1
    return out


def by_line(page: int, text: str, places: list[tuple[int, tuple[float, float, float, float]]]) -> list[Box]:
    """The boxes of characters or words made one for each archived line."""
    out: list[Box] = []
    last = -1
    for at, (x0, y0, x1, y1) in places:
        if out and "\n" not in text[last:at]:
            _, a, b, c, d = out[-1]
            out[-1] = (page, min(a, x0), min(b, y0), max(c, x1), max(d, y1))
        else:
            out.append((page, x0, y0, x1, y1))
        last = at
    return out
