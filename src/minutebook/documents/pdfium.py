"""The pages of a PDF as pdfium sees them: text objects with place, size and face, drawn paths, pictures.

pdfium is not thread-safe: opening, reading, drawing and closing take `LOCK`, so that files may be read
in several threads and a page that OCR works on holds up nobody. Its functions are called with plain
addresses, which halves the time that Python spends between two calls.
"""
from __future__ import annotations

import ctypes
import itertools
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import hypot
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from minutebook.problems import UnreadableFile

LOCK = threading.RLock()

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
OBJECTS_PER_PAGE = 200_000      # more than any paper needs; a page that explodes is cut off here
SEGMENTS_PER_PAGE = 50_000
FORM_DEPTH = 12
PIXELS_MOST = 30_000_000        # of a page's picture: posters are drawn smaller
WALK_FROM = 400_000             # objects times characters: from here one walk over the characters is cheaper

BOLD = re.compile(r"bold|black|heavy|(?<![a-z])(?:semi|demi)(?![a-z])|(?:^|[-,])bd(?:it)?\b", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|(?:^|[-,])(?:bd)?it\b", re.IGNORECASE)
PUBLIC_NAME = re.compile(r"^[A-Z]{6}\+")

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Piece(NamedTuple):
    """A text object where the reader of the page sees it: points from the top left, y of its baseline."""

    y: float
    x0: float
    x1: float
    size: float
    text: str
    bold: bool
    italic: bool
    turn: int                   # way the text runs: 0 right, 1 down, 2 left, 3 up, 4 aslant
    key: int                    # address of the object, for finding its characters
    hidden: bool = False        # printed in no colour: the text layer of a scan


class Edge(NamedTuple):
    """A drawn line, level or upright: at `at`, from `a` to `b` on the other axis. Points from the top left."""

    level: bool
    at: float
    a: float
    b: float


@dataclass(slots=True)
class PageContent:
    """What stands on a page."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    paths: int = 0
    pictures: float = 0.0       # share of the page that pictures cover, at most 1
    unmapped: float = 0.0       # share of its glyphs that have no known character
    outside: int = 0            # text objects off the visible page
    cut: bool = False           # more objects than are read


def _bind(name: str, result: Any, *arguments: Any, brief: bool = True) -> Callable[..., Any]:
    """A pdfium function taking plain addresses. Brief calls keep Python's own lock, which is faster."""
    make = ctypes.PYFUNCTYPE if brief else ctypes.CFUNCTYPE
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert address is not None
    return make(result, *arguments)(address)


_P, _I, _U, _F = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong, ctypes.c_float
_load_document = _bind("FPDF_LoadMemDocument64", _P, _P, ctypes.c_size_t, _P, brief=False)
_close_document = _bind("FPDF_CloseDocument", None, _P, brief=False)
_last_error = _bind("FPDF_GetLastError", _U)
_page_count = _bind("FPDF_GetPageCount", _I, _P, brief=False)
_load_page = _bind("FPDF_LoadPage", _P, _P, _I, brief=False)
_close_page = _bind("FPDF_ClosePage", None, _P, brief=False)
_load_text = _bind("FPDFText_LoadPage", _P, _P, brief=False)
_close_text = _bind("FPDFText_ClosePage", None, _P, brief=False)
_rotation = _bind("FPDFPage_GetRotation", _I, _P)
_bounding_box = _bind("FPDF_GetPageBoundingBox", _I, _P, _P)
_count_objects = _bind("FPDFPage_CountObjects", _I, _P)
_object = _bind("FPDFPage_GetObject", _P, _P, _I)
_kind = _bind("FPDFPageObj_GetType", _I, _P)
_matrix = _bind("FPDFPageObj_GetMatrix", _I, _P, _P)
_bounds = _bind("FPDFPageObj_GetBounds", _I, _P, _P, _P, _P, _P)
_count_in_form = _bind("FPDFFormObj_CountObjects", _I, _P)
_in_form = _bind("FPDFFormObj_GetObject", _P, _P, _U)
_object_text = _bind("FPDFTextObj_GetText", _U, _P, _P, _P, _U)
_font = _bind("FPDFTextObj_GetFont", _P, _P)
_font_size = _bind("FPDFTextObj_GetFontSize", _I, _P, _P)
_render_mode = _bind("FPDFTextObj_GetTextRenderMode", _I, _P)
_font_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t, _P, _P, ctypes.c_size_t)
_font_flags = _bind("FPDFFont_GetFlags", _I, _P)
_count_characters = _bind("FPDFText_CountChars", _I, _P)
_unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint, _P, _I)
_unmapped = _bind("FPDFText_HasUnicodeMapError", _I, _P, _I)
_character_object = _bind("FPDFText_GetTextObject", _P, _P, _I)
_character_box = _bind("FPDFText_GetLooseCharBox", _I, _P, _I, _P)
_new_bitmap = _bind("FPDFBitmap_CreateEx", _P, _I, _I, _I, _P, _I, brief=False)
_fill_bitmap = _bind("FPDFBitmap_FillRect", _I, _P, _I, _I, _I, _I, _U, brief=False)
_bitmap_bytes = _bind("FPDFBitmap_GetBuffer", _P, _P)
_bitmap_stride = _bind("FPDFBitmap_GetStride", _I, _P)
_drop_bitmap = _bind("FPDFBitmap_Destroy", None, _P)
_render = _bind("FPDF_RenderPageBitmap", None, _P, _P, _I, _I, _I, _I, _I, _I, brief=False)
_draw_mode = _bind("FPDFPath_GetDrawMode", _I, _P, _P, _P)
_count_segments = _bind("FPDFPath_CountSegments", _I, _P)
_segment = _bind("FPDFPath_GetPathSegment", _P, _P, _I)
_segment_point = _bind("FPDFPathSegment_GetPoint", _I, _P, _P, _P)
_segment_kind = _bind("FPDFPathSegment_GetType", _I, _P)
_segment_closes = _bind("FPDFPathSegment_GetClose", _I, _P)


class Pdf:
    """An open PDF, for use in a `with` statement. Raises UnreadableFile where it cannot be opened."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name           # pdfium reads from these bytes as long as it is open
        with LOCK:
            self.handle = _load_document(ctypes.cast(ctypes.c_char_p(data), _P), len(data), None)
            if not self.handle:
                raise _refusal(int(_last_error()), data, name)
            self.count = int(_page_count(self.handle))

    def __enter__(self) -> Pdf:
        return self

    def __exit__(self, *_: object) -> None:
        with LOCK:
            if self.handle:
                _close_document(self.handle)
                self.handle = None

    @contextmanager
    def page(self, number: int) -> Iterator[OpenPage | None]:
        """Page `number`, counted from 1; None where pdfium cannot read it."""
        with LOCK:
            handle = _load_page(self.handle, number - 1)
            page = OpenPage(handle) if handle else None
        try:
            yield page
        finally:
            if page is not None:
                with LOCK:
                    _close_page(handle)


def _refusal(error: int, data: bytes, name: str) -> UnreadableFile:
    """Why pdfium would not open these bytes."""
    again = "Ask the sender for the paper again."
    if not data.strip(b"\0 \t\r\n"):
        return UnreadableFile("empty", "The file is empty.", again, file=name)
    if error == raw.FPDF_ERR_PASSWORD:
        return UnreadableFile("encrypted", "The PDF is locked with a password.", "Send it without a password.", file=name)
    if error == raw.FPDF_ERR_SECURITY:
        return UnreadableFile("encrypted", "The PDF is locked in a way that is not known.",
                              "Print it to a new PDF and send that.", file=name)
    if b"%PDF-" not in data[:1024]:
        return UnreadableFile("not-pdf", "The file is no PDF, whatever its name says.", again, file=name)
    if b"%%EOF" not in data[-4096:]:
        return UnreadableFile("cut-short", "The PDF ends before its end: it was cut short on the way.", again, file=name)
    return UnreadableFile("damaged", "The PDF is damaged and cannot be opened.", again, file=name)


class OpenPage:
    """A page that pdfium has loaded."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        box = (_F * 4)()
        self.left, self.top, self.right, self.bottom = 0.0, 842.0, 595.0, 0.0
        if _bounding_box(handle, box):
            self.left, self.top, self.right, self.bottom = box
        self.turn = int(_rotation(handle)) % 4
        across, down = max(1.0, self.right - self.left), max(1.0, self.top - self.bottom)
        self.width, self.height = (down, across) if self.turn % 2 else (across, down)
        self.shown = self._shown()

    def _shown(self) -> Matrix:
        """From the page's own coordinates to what is seen: points from the top left, y downwards."""
        if self.turn == 1:
            return (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left)
        if self.turn == 2:
            return (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom)
        if self.turn == 3:
            return (0.0, -1.0, -1.0, 0.0, self.top, self.right)
        return (1.0, 0.0, 0.0, -1.0, -self.left, self.top)

    def objects(self) -> int:
        """How many things are drawn on the page."""
        return int(_count_objects(self.handle))

    def content(self, expired: Callable[[], bool]) -> PageContent:
        """All text, ruled lines and pictures. Stops, and says so, when there is too much or time is over."""
        out = PageContent(self.width, self.height)
        with LOCK:
            if self.objects() > OBJECTS_PER_PAGE:
                out.cut = True
                return out
            text = _load_text(self.handle)
            try:
                _Walk(self, text, out, expired).run()
            finally:
                if text:
                    _close_text(text)
        return out

    def picture(self, dpi: float, turn: int = 0) -> tuple[bytes, float]:
        """The page in shades of grey as a PGM picture, turned clockwise by quarters, and its true dots per inch."""
        across, down = (self.height, self.width) if turn % 2 else (self.width, self.height)
        dpi = min(dpi, 72 * (PIXELS_MOST / (across * down)) ** 0.5)
        width, height, stride, grey = self._drawn(across, down, dpi, turn, raw.FPDFBitmap_Gray)
        if stride != width:
            grey = b"".join(grey[i * stride:i * stride + width] for i in range(height))
        return b"P5 %d %d 255\n" % (width, height) + grey, dpi

    def colours(self, dpi: float) -> tuple[int, int, int, bytes]:
        """The page in colour: width, height, bytes in a row, and blue, green, red, nothing for each dot."""
        return self._drawn(self.width, self.height, dpi, 0, raw.FPDFBitmap_BGRx)

    def _drawn(self, across: float, down: float, dpi: float, turn: int, form: int) -> tuple[int, int, int, bytes]:
        width, height = max(1, round(across * dpi / 72)), max(1, round(down * dpi / 72))
        with LOCK:
            bitmap = _new_bitmap(width, height, form, None, 0)
            if not bitmap:
                raise MemoryError("no room for the picture of a page")
            try:
                _fill_bitmap(bitmap, 0, 0, width, height, 0xFFFFFFFF)
                flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if form == raw.FPDFBitmap_Gray else 0)
                _render(bitmap, self.handle, 0, 0, width, height, turn, flags)
                stride = int(_bitmap_stride(bitmap))
                return width, height, stride, ctypes.string_at(_bitmap_bytes(bitmap), stride * height)
            finally:
                _drop_bitmap(bitmap)

    def characters(self, wanted: set[int]) -> dict[int, list[tuple[str, tuple[float, float, float, float]]]]:
        """Characters of the text objects wanted, each with its box: x0, y0, x1, y1 from the top left."""
        with LOCK:
            text = _load_text(self.handle)
            try:
                return self._characters(text, wanted) if text else {}
            finally:
                if text:
                    _close_text(text)

    def _characters(self, text: int, wanted: set[int]) -> dict[int, list[tuple[str, tuple[float, float, float, float]]]]:
        out: dict[int, list[tuple[str, tuple[float, float, float, float]]]] = {}
        box = (_F * 4)()
        for i in range(_count_characters(text)):
            key = _character_object(text, i)
            code = _unicode(text, i)
            if key in wanted and code and _character_box(text, i, box):
                left, top, right, bottom = box
                (x0, y0), (x1, y1) = apply(self.shown, left, top), apply(self.shown, right, bottom)
                out.setdefault(key, []).append(
                    (as_text([code]), (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))))
        return out


class _Walk:
    """Goes once through the objects of a page, forms within forms included."""

    def __init__(self, page: OpenPage, text: int, out: PageContent, expired: Callable[[], bool]) -> None:
        self.page, self.text, self.out, self.expired = page, text, out, expired
        self.room = 4096            # bytes
        self.buffer = ctypes.create_string_buffer(self.room)
        self.six, self.four, self.one = (_F * 6)(), (_F * 4)(), (_F * 1)()
        base = ctypes.addressof(self.four)
        self.corners = (base, base + 4, base + 8, base + 12)
        self.faces: dict[int, tuple[bool, bool]] = {}
        self.known: dict[int, str] | None = None
        self.seen = 0
        self.segments = 0
        self.covered = 0.0

    def run(self) -> None:
        if self.text:
            characters = _count_characters(self.text)
            if characters * self.page.objects() > WALK_FROM:
                self.known = _walk_characters(self.text, characters)
            self.out.unmapped = _share_unmapped(self.text, characters)
        self.go_through(self.page.handle, self.page.objects(), _object, self.page.shown, 0)
        self.out.pictures = min(1.0, self.covered / (self.page.width * self.page.height))

    def go_through(self, parent: int, count: int, get: Callable[[int, int], int], to: Matrix, depth: int) -> None:
        for i in range(count):
            self.seen += 1
            if self.seen > OBJECTS_PER_PAGE or (not self.seen & 1023 and self.expired()):
                self.out.cut = True
                return
            item = get(parent, i)
            kind = _kind(item)
            if kind == TEXT:
                if self.text:
                    self.text_object(item, to)
            elif kind == PATH:
                self.out.paths += 1
                if self.segments < SEGMENTS_PER_PAGE:
                    self.path(item, to)
            elif kind == IMAGE:
                x0, y0, x1, y1 = self.box(item, to)
                self.covered += max(0.0, min(x1, self.page.width) - max(x0, 0.0)) * max(
                    0.0, min(y1, self.page.height) - max(y0, 0.0))
            elif kind == FORM and depth < FORM_DEPTH:
                inner = compose(tuple(self.six), to) if _matrix(item, self.six) else to
                self.go_through(item, _count_in_form(item), _in_form, inner, depth + 1)

    def box(self, item: int, to: Matrix) -> tuple[float, float, float, float]:
        """Left, top, right, bottom as seen."""
        if not _bounds(item, *self.corners):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self.four
        a, b, c, d, e, f = to
        if b == 0.0 == c:
            x0, x1, y0, y1 = a * left + e, a * right + e, d * top + f, d * bottom + f
        else:
            spots = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
            x0, x1 = min(s[0] for s in spots), max(s[0] for s in spots)
            y0, y1 = min(s[1] for s in spots), max(s[1] for s in spots)
        return (x0 if x0 < x1 else x1), (y0 if y0 < y1 else y1), (x1 if x0 < x1 else x0), (y1 if y0 < y1 else y0)

    def text_object(self, item: int, to: Matrix) -> None:
        text = self.words(item)
        if not text or not _matrix(item, self.six):
            return
        a, b, c, d, e, f = self.six
        ta, tb, tc, td, te, tf = to
        along_x, along_y = a * ta + b * tc, a * tb + b * td
        x, y = e * ta + f * tc + te, e * tb + f * td + tf
        _font_size(item, self.one)
        size = abs(self.one[0]) * hypot(c * ta + d * tc, c * tb + d * td)
        x0, y0, x1, y1 = self.box(item, to)
        width, height = self.page.width, self.page.height
        if x1 < -1 or y1 < -1 or x0 > width + 1 or y0 > height + 1 or not (size == size and abs(x) + abs(y) < 1e7):
            self.out.outside += 1
            return
        # Boxes are those of the ink; a line's left edge is where its first letter was set.
        set_at = text[0] != " "
        # Text that does not run to the right is given as it is read: with the page turned.
        turn, spot_y = 0, y
        if along_x <= 0 or abs(along_y) > 0.1 * along_x:
            if abs(along_x) > 10 * abs(along_y):
                turn, x0, x1, y = 2, width - x1, width - x0, height - y
            elif along_y > 0 and along_y > 10 * abs(along_x):
                turn, x0, x1, y = 1, y0, y1, width - x
            elif along_y < 0 and -along_y > 10 * abs(along_x):
                turn, x0, x1, y = 3, height - y1, height - y0, x
            else:
                turn, set_at = 4, False
            if set_at:
                x0 = (0.0, spot_y, width - x, height - spot_y)[turn]
        elif set_at:
            x0 = x
        font = _font(item)
        face = self.faces.get(font)
        if face is None:
            face = self.faces[font] = _face(font)
        mode = _render_mode(item)
        self.out.pieces.append(Piece(y, x0, x1, size, text, face[0] or mode == 2, face[1], turn, item, mode == 3))

    def words(self, item: int) -> str:
        if self.known is not None:
            return self.known.get(item, "")
        length = _object_text(item, self.text, self.buffer, self.room)
        if length > self.room:
            self.room = length
            self.buffer = ctypes.create_string_buffer(length)
            length = _object_text(item, self.text, self.buffer, length)
        if length <= 2:
            return ""
        return cleaned(ctypes.string_at(self.buffer, length - 2).decode("utf-16-le", "replace"))

    def path(self, item: int, to: Matrix) -> None:
        """Level and upright lines: thin filled strips, and the straight strokes of a path."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        _draw_mode(item, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        if to[1] == 0.0 == to[2] or to[0] == 0.0 == to[3]:
            x0, y0, x1, y1 = self.box(item, to)
            if y1 - y0 <= 2.5 or x1 - x0 <= 2.5:
                self.strip(x0, y0, x1, y1)
                return
        inner = compose(tuple(self.six), to) if _matrix(item, self.six) else to
        count = _count_segments(item)
        if count < 2 or count > 4000:
            return
        self.segments += count
        x, y = ctypes.c_float(), ctypes.c_float()
        loops: list[list[tuple[float, float]]] = []
        for i in range(count):
            segment = _segment(item, i)
            kind = _segment_kind(segment)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                return                                      # a drawing, not a table
            _segment_point(segment, ctypes.byref(x), ctypes.byref(y))
            spot = apply(inner, x.value, y.value)
            if kind == raw.FPDF_SEGMENT_MOVETO or not loops:
                loops.append([spot])
            else:
                loops[-1].append(spot)
            if _segment_closes(segment):
                loops[-1].append(loops[-1][0])
        for loop in loops:
            xs, ys = [s[0] for s in loop], [s[1] for s in loop]
            if max(xs) - min(xs) <= 2.5 or max(ys) - min(ys) <= 2.5:
                self.strip(min(xs), min(ys), max(xs), max(ys))
            elif stroke.value:
                for (ax, ay), (bx, by) in itertools.pairwise(loop):
                    if abs(ax - bx) <= 1 or abs(ay - by) <= 1:
                        self.strip(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def strip(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if x1 - x0 > 4 and x1 - x0 >= y1 - y0:
            self.out.edges.append(Edge(True, (y0 + y1) / 2, x0, x1))
        elif y1 - y0 > 4:
            self.out.edges.append(Edge(False, (x0 + x1) / 2, y0, y1))


def _walk_characters(text: int, count: int) -> dict[int, str]:
    """The text of every object in one walk; a space that pdfium puts in goes to the object before."""
    codes: dict[int, list[int]] = {}
    last = 0
    for i in range(count):
        key = _character_object(text, i)
        code = _unicode(text, i)
        if key:
            if code:
                codes.setdefault(key, []).append(code)
            last = key
        elif code == 32 and last in codes:
            codes[last].append(code)
            last = 0
    return {key: cleaned(as_text(own)) for key, own in codes.items()}


def _share_unmapped(text: int, count: int) -> float:
    """The share of glyphs without a known character: by sample, and by a count where the sample finds one."""
    if count <= 0:
        return 0.0
    step = max(1, count // 12)
    if not any(_unmapped(text, i) == 1 for i in range(step // 2, count, step)):
        return 0.0
    every = max(1, count // 1000)
    sample = range(0, count, every)
    return sum(bool(_unmapped(text, i) == 1) for i in sample) / len(sample)


def _face(font: int) -> tuple[bool, bool]:
    """Bold and italic, told by the font's name: the weight that pdfium gives for a character is no guide."""
    if not font:
        return False, False
    buffer = ctypes.create_string_buffer(256)
    size = _font_name(font, buffer, 256)
    name = PUBLIC_NAME.sub("", buffer.raw[:max(0, min(size, 256) - 1)].decode("utf-8", "replace"))
    flags = max(0, _font_flags(font))
    return bool(BOLD.search(name)) or bool(flags & 1 << 18), bool(ITALIC.search(name)) or bool(flags & 1 << 6)


def cleaned(text: str) -> str:
    """A hyphen at a line's end as printed (pdfium marks it), no line breaks and no NULs."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "").replace("\x02", "-").replace("\ufffe", "-").replace("\0", "").translate(_BREAKS)


_BREAKS = {ord(c): " " for c in "\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"}


def as_text(codes: list[int]) -> str:
    """Characters of code units or code points; halves of a pair that stand alone become U+FFFD."""
    text = "".join(map(chr, codes))
    if any(0xD800 <= c < 0xE000 for c in codes):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def compose(first: Matrix, then: Matrix) -> Matrix:
    """One transformation after another, as a single one."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a transformation takes a point."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
