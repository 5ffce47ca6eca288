"""How much time, memory and size one file may take. Every figure can be set by the caller."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits per file. Times in seconds, sizes in bytes."""

    file_bytes: int = 300_000_000           # size of the file
    pages: int = 20_000                     # pages of a PDF
    text_characters: int = 200_000_000      # characters of archived text
    line_characters: int = 1_000_000        # in one line or paragraph
    unpacked_bytes: int = 1_000_000_000     # what an archive may hold, unpacked
    unpacked_ratio: int = 200               # unpacked to packed, above 10 MB: a bomb otherwise
    members: int = 10_000                   # files in an archive
    nesting: int = 64                       # depth of elements, tables or archives in archives
    seconds: float = 120.0                  # for the whole file, OCR apart
    ocr_pages: int = 200                    # scanned pages read by OCR; 0 reads none
    ocr_seconds_per_page: float = 60.0      # time for the OCR of one page
