"""Scanned pages in: Tesseract reads a picture and says how sure it is of each word.

The `tesseract` command itself is called, one page at a time, with its table of words as the answer:
that gives places and confidence, can be stopped when a page takes too long, needs no further Python
library and leaves the file as received. (OCRmyPDF would write a new PDF and drop the confidence.)
"""
from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from functools import cache
from statistics import median
from typing import NamedTuple

DPI = 200               # more gains nothing on office scans
UNSURE = 0.6            # mean confidence of a page below which it may lie on its side
REMEDY = "Install Tesseract (Debian: apt-get install tesseract-ocr tesseract-ocr-eng) and read the file again."
DESCENDERS = frozenset("gjpqyQ,;()[]{}|/_")


class Word(NamedTuple):
    """A word as recognised: its box in pixels from the top left, its confidence from 0 to 1."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float


@dataclass(slots=True)
class ScannedLine:
    """The words of one line, from left to right."""

    words: list[Word]

    @property
    def confidence(self) -> float:
        """How sure the OCR is of the line, from 0 to 1: long words count for more."""
        letters = sum(len(w.text) for w in self.words)
        return sum(w.confidence * len(w.text) for w in self.words) / max(1, letters)

    @property
    def height(self) -> float:
        """From the top of its highest letter to the foot of its lowest, in pixels."""
        return max(w.y1 for w in self.words) - min(w.y0 for w in self.words)

    def baseline(self) -> float:
        """Where the letters stand: the foot of the words that have no letter reaching below."""
        level = [w.y1 for w in self.words if not DESCENDERS.intersection(w.text)]
        if level:
            return median(level)
        return max(w.y1 for w in self.words) - 0.2 * self.height


@dataclass(slots=True)
class ScannedPage:
    """One picture read: its size in pixels and its lines in reading order."""

    width: float = 0.0
    height: float = 0.0
    lines: list[ScannedLine] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        """How sure the OCR is of the page, from 0 to 1."""
        words = [w for line in self.lines for w in line.words]
        return sum(w.confidence * len(w.text) for w in words) / max(1, sum(len(w.text) for w in words))


class OcrFailed(RuntimeError):
    """Tesseract is missing, gave up, or took too long. The sentence says which."""


@cache
def languages() -> frozenset[str]:
    """What the installed Tesseract can read; empty where there is none."""
    if not shutil.which("tesseract"):
        return frozenset()
    try:
        out = _call(["--list-langs"], b"", 20.0)
    except OcrFailed:
        return frozenset()
    return frozenset(line.strip() for line in out.decode("utf-8", "replace").splitlines()[1:])


def available() -> bool:
    """Can scans be read on this machine? It needs Tesseract, and a language for it."""
    return bool(languages() - {"osd"})


def read_picture(picture: bytes, seconds: float, dpi: int | None = None) -> list[ScannedPage]:
    """The pages of a picture (PNG, JPEG, TIFF, PNM) as read. Raises OcrFailed."""
    wanted = "+".join(code for code in ("eng", "cym") if code in languages()) or next(iter(languages() - {"osd"}), "eng")
    arguments = ["stdin", "stdout", "-l", wanted]
    if dpi:
        arguments += ["--dpi", str(dpi)]
    return pages_of(_call([*arguments, "tsv"], picture, seconds).decode("utf-8", "replace"))


def turn_of(picture: bytes, seconds: float) -> int:
    """By how many quarter turns, clockwise, a picture must be turned to stand upright; 0 where unsure."""
    if "osd" not in languages():
        return 0
    try:
        out = _call(["stdin", "stdout", "--psm", "0", "-l", "osd"], picture, seconds)
    except OcrFailed:
        return 0
    told = dict(line.split(": ", 1) for line in out.decode("utf-8", "replace").splitlines() if ": " in line)
    try:
        return int(told.get("Rotate", "0")) // 90 % 4 if float(told.get("Orientation confidence", "0")) > 1 else 0
    except ValueError:
        return 0


def _call(arguments: list[str], picture: bytes, seconds: float) -> bytes:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}     # several pages are read at once, not one by many
    try:
        done = subprocess.run(["tesseract", *arguments], input=picture, capture_output=True, timeout=max(1.0, seconds),
                              env=environment, check=False)
    except FileNotFoundError as error:
        raise OcrFailed("Tesseract, which reads scans, is not installed.") from error
    except subprocess.TimeoutExpired as error:
        raise OcrFailed(f"The scan took more than {seconds:.0f} seconds to read.") from error
    except OSError as error:
        raise OcrFailed(f"Tesseract could not be started: {error.strerror or error}.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OcrFailed(f"Tesseract gave up: {said[-1] if said else 'no reason given'}")
    return done.stdout


def pages_of(table: str) -> list[ScannedPage]:
    """Pages, lines and words of Tesseract's table: twelve columns, the text last."""
    pages: dict[str, ScannedPage] = {}
    lines: dict[tuple[str, ...], ScannedLine] = {}
    for written in table.splitlines():
        cols = written.split("\t")
        if len(cols) < 11 or not cols[0].isdigit():
            continue
        left, top, width, height = (float(c) for c in cols[6:10])
        page = pages.setdefault(cols[1], ScannedPage())
        if cols[0] == "1":
            page.width, page.height = width, height
        text = "\t".join(cols[11:]).strip()
        if cols[0] != "5" or not text:
            continue
        key = tuple(cols[1:5])
        if key not in lines:
            lines[key] = ScannedLine([])
            page.lines.append(lines[key])
        sure = min(1.0, max(0.0, float(cols[10]) / 100))
        lines[key].words.append(Word(text, left, top, left + width, top + height, sure))
    return list(pages.values())
