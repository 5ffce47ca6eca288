"""Minutes as a Word document, laid out so that they can be read back.

Numbers and letters are written out, not left to Word's counting, so that they are the same wherever
the document is opened. The same record gives the same bytes. Needs python-docx.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

from minutebook.formats.layout import Line, laid_out
from minutebook.formats.outline import writable
from minutebook.record import Record

try:
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt
except ImportError as missing:
    raise ImportError("Writing Word documents needs python-docx: pip install python-docx") from missing

STYLES = {
    "authority": "Subtitle",
    "title": "Title",
    "section": "Heading 1",
    "heading": "Heading 2",
    "subheading": "Heading 3",
}
STEP = 0.9
"""How far each depth of paragraphs is set in, in centimetres."""


def to_docx(records: Iterable[Record]) -> bytes:
    """Write papers as one Word document, each from a new page."""
    document: Any = docx.Document()
    _dress(document)
    for number, record in enumerate(records):
        if number:
            document.add_page_break()
        for line in laid_out(record):
            _write(document, line)
        if not number:
            document.core_properties.title = writable(" ".join((record.title or record.body or record.kind).split()))[
                :255
            ]
    whole = io.BytesIO()
    document.save(whole)
    return _settled(whole.getvalue())


def _write(document: Any, line: Line) -> None:
    if line.kind in STYLES:
        document.add_paragraph(f"{line.mark} {line.text}" if line.mark else line.text, style=STYLES[line.kind])
        return
    paragraph = document.add_paragraph()
    if line.kind in ("group", "label"):
        paragraph.add_run(line.mark or line.text).bold = True
        if line.mark:
            paragraph.add_run(" " + line.text)
        return
    if line.mark or line.depth:
        shape = paragraph.paragraph_format
        shape.left_indent = Cm(STEP * (line.depth + 1))
        if line.mark:
            shape.first_line_indent = Cm(-STEP)
    paragraph.add_run(f"{line.mark}\t{line.text}" if line.mark else line.text)


def _dress(document: Any) -> None:
    """A4, a plain face, British English."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    for name in ("Title", "Subtitle"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    document.core_properties.author = ""
    document.core_properties.comments = ""


def _settled(data: bytes) -> bytes:
    """The same package with no time of making in it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(member, made.read(name))
    return whole.getvalue()
