"""Pictures of pages, with the passage in question marked: for showing where a statement was read."""
from __future__ import annotations

import io
from collections.abc import Sequence

from minutebook.documents.pdfium import Pdf
from minutebook.problems import UnreadableFile

MARKED = (255, 221, 0)      # the yellow of a highlighter; letters under it stay black
PIXELS_MOST = 25_000_000


def page_picture(data: bytes, page: int, dpi: float = 100, boxes: Sequence[tuple[int, float, float, float, float]] = (),
                 margin: float = 1.5) -> bytes:
    """Page `page` (from 1) of a PDF as a PNG picture, the boxes that lie on it marked.

    Boxes are those of `Document.boxes`: points from the top left. Raises UnreadableFile.
    """
    from PIL import Image, ImageChops, ImageDraw

    picture, dpi = _drawn(data, page, dpi)
    scale = dpi / 72
    marks = Image.new("RGB", picture.size, (255, 255, 255))
    draw = ImageDraw.Draw(marks)
    for number, x0, y0, x1, y1 in boxes:
        if number == page:
            draw.rectangle(((x0 - margin) * scale, (y0 - margin) * scale, (x1 + margin) * scale, (y1 + margin) * scale), MARKED)
    out = io.BytesIO()
    ImageChops.multiply(picture, marks).save(out, "PNG", compress_level=6)
    return out.getvalue()


def _drawn(data: bytes, page: int, dpi: float):  # type: ignore[no-untyped-def]
    """The page drawn in colour, and its true dots per inch."""
    from PIL import Image

    with Pdf(data, "") as pdf:
        if not 1 <= page <= pdf.count:
            raise UnreadableFile("no-such-page", f"The PDF has {pdf.count} pages.", "Ask for one of those.", page=page)
        with pdf.page(page) as opened:
            if opened is None:
                raise UnreadableFile("page-unreadable", "The page is damaged.", "Ask the sender for the paper again.", page=page)
            dpi = min(dpi, 72 * (PIXELS_MOST / (opened.width * opened.height)) ** 0.5)
            width, height, stride, colours = opened.colours(dpi)
    return Image.frombuffer("RGB", (width, height), colours, "raw", "BGRX", stride, 1).copy(), dpi
