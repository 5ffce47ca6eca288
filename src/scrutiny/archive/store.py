"""Where the files of the archive lie."""
from __future__ import annotations

from pathlib import Path

from django.conf import settings


def place_of(sha256: str, suffix: str = "") -> Path:
    """The file of a document: its bytes, or with a suffix what a reader made of them."""
    return Path(settings.ARCHIVE) / sha256[:2] / (sha256 + suffix)


def bytes_of(sha256: str) -> bytes | None:
    """A document as received; None where it came inside another file."""
    place = place_of(sha256)
    return place.read_bytes() if place.exists() else None
