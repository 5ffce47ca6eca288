"""Receive a document; keep a reading. Files are written before rows, so that a row never points at nothing."""
from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

from scrutiny.access.models import Withholding
from scrutiny.archive.models import Document, Reading, Receipt
from scrutiny.archive.store import place_of


def keep_bytes(sha256: str, data: bytes, suffix: str = "") -> None:
    """Put a file into the archive, whole or not at all. What is there already stays untouched."""
    place = place_of(sha256, suffix)
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, made = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, place)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def receive(sha256: str, *, name: str, media_type: str, size: int, address: str = "", licence: str = "",
            inside: Document | None = None, withholding: Withholding | None = None) -> Document:
    """Enter a document and how it came. Received again, it is the same document with one receipt more."""
    document, _ = Document.objects.get_or_create(
        sha256=sha256, defaults={"name": name, "media_type": media_type, "size": size, "inside": inside, "withholding": withholding})
    if withholding and document.withholding_id is None:
        document.withholding = withholding
        document.save(update_fields=["withholding"])
    Receipt.objects.get_or_create(document=document, name=name, address=address, licence=licence)
    return document


def keep_reading(document: Document, reader: str, *, text: str, pages: list, lines: list, markup: bool,
                 full_text: str, record: bytes) -> Reading:
    """Keep what a reader made of a document: the public form in rows, the full form in the archive."""
    version = "".join(c if c.isalnum() or c in ".-" else "-" for c in reader)
    keep_bytes(document.sha256, gzip.compress(full_text.encode("utf-8", "surrogatepass"), mtime=0), f".{version}.txt.gz")
    keep_bytes(document.sha256, gzip.compress(record, mtime=0), f".{version}.json.gz")
    reading, _ = Reading.objects.update_or_create(
        document=document, reader=reader, defaults={"text": text, "pages": pages, "lines": lines, "markup": markup})
    return reading
