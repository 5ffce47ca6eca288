"""Stage 1, files in: `open_file` tells what a file is, whatever its name, and gives its documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from minutebook.documents.blocks import Document
from minutebook.documents.limits import Limits
from minutebook.problems import Problem, UnreadableFile
from minutebook.provenance import Source, Span

if TYPE_CHECKING:
    from minutebook.documents.archives import Unpacker

SHOWN = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "html": "a web page",
    "xml": "XML",
    "zip": "a ZIP archive",
    "image": "a picture",
    "text": "plain text",
}


def open_file(data: bytes, name: str, limits: Limits = Limits()) -> Iterator[Document]:  # noqa: B008
    """The documents in a file: one, or those that an archive holds.

    Members of archives are named "archive.zip/member". Raises UnreadableFile for a file that cannot
    be read; a member of an archive that cannot be read gives an empty Document whose problem (level
    "error") says why, so that the others are still read.
    """
    yield from _open(data, name, limits, None)


def unread(data: bytes, name: str, error: UnreadableFile) -> Document:
    """The place of a file that could not be read: no lines, and the reason as its problem."""
    problem = Problem(error.code, f"{error.what} {error.remedy}", None, "error")
    return Document(Source(name, Source.hash_of(data), "application/octet-stream", "none"), "", (), problems=(problem,))


def _open(data: bytes, name: str, limits: Limits, outer: Unpacker | None) -> Iterator[Document]:
    from minutebook.documents import sniff

    if len(data) > limits.file_bytes:
        raise UnreadableFile(
            "too-large",
            f"The file has {len(data):,} bytes; the limit is {limits.file_bytes:,}.",
            "Split the file, or raise the limit.",
            file=name,
        )
    kind = sniff.kind_of(data, name)
    if kind == "zip":
        yield from _members(data, name, limits, outer)
        return
    document = _read(kind, data, name, limits)
    for line in document.lines:
        if len(line.text) > limits.line_characters:
            raise UnreadableFile(
                "line-too-long",
                f"One line has {len(line.text):,} characters; the limit is {limits.line_characters:,}. No paper has such lines.",
                "Send the paper in another form, or raise the limit.",
                file=name,
                page=line.page,
            )
    claimed = sniff.called(name)
    if claimed and claimed != kind and not (claimed == "html" and kind == "text"):
        begin, end = (document.lines[0].runs[0][2], document.lines[0].runs[-1][3]) if document.lines else (0, 0)
        where = Span(document.source.sha256, begin, end, document.lines[0].page) if begin < end else None
        note = Problem(
            "kind-differs", f"The file's name says {SHOWN[claimed]}, but it is {SHOWN[kind]}.", where, "note"
        )
        document = replace(document, problems=(*document.problems, note))
    yield document


def _read(kind: str, data: bytes, name: str, limits: Limits) -> Document:
    """The one document in a file of this kind. Readers are loaded when first needed."""
    if kind == "html":
        from minutebook.documents.html import read_html

        return read_html(data, name, limits)
    if kind == "xml":
        from minutebook.documents.xml import read_xml

        return read_xml(data, name, limits)
    if kind == "docx":
        from minutebook.documents.docx import read_docx

        return read_docx(data, name, limits)
    if kind == "pdf":
        from minutebook.documents.pdf import read_pdf

        return read_pdf(data, name, limits)
    if kind == "image":
        from minutebook.documents.pdf import read_image

        return read_image(data, name, limits)
    from minutebook.documents.text import read_text

    return read_text(data, name, limits)


def _members(data: bytes, name: str, limits: Limits, outer: Unpacker | None) -> Iterator[Document]:
    from minutebook.documents.archives import Unpacker, clean_name

    archive = Unpacker(data, name, limits, outer)
    seen: dict[str, int] = {}
    for member in archive.papers():
        label = f"{name}/{clean_name(member.filename)}"
        seen[label] = seen.get(label, 0) + 1
        if seen[label] > 1:                 # two members of one name are two papers
            label += f" ({seen[label]})"
        inner = b""
        try:
            inner = archive.read(member)
            yield from _open(inner, label, limits, archive)
        except UnreadableFile as error:
            if error.code in ("archive-bomb", "too-many-members"):
                raise
            yield unread(inner, label, error)
    if not seen:
        raise UnreadableFile("empty", "The archive holds no files.", "Ask the sender for the papers again.", file=name)
