"""What all tests share: the sample papers, the notices of missing helpers, and `--rewrite-golden`."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from minutebook.documents.limits import Limits
from minutebook.readings import Given, Reading, papers_in, read_given

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"
OCR = shutil.which("tesseract") is not None
HELPERS = {
    "tesseract": "scanned pages stay unread and their tests are skipped (apt-get install tesseract-ocr tesseract-ocr-eng)"
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="store the readings of the sample papers anew")


def pytest_report_header(config: pytest.Config) -> list[str]:
    return [f"NOTICE: {name} is not installed: {what}" for name, what in HELPERS.items() if not shutil.which(name)]


def sample_papers(*sets: str) -> list[Given]:
    """The sample papers of these sets, and nothing where a set is not there."""
    return [g for name in sets for g in papers_in([SAMPLES / name / "papers"]) if (SAMPLES / name / "papers").is_dir()]


def seed_papers() -> list[Given]:
    """The real papers kept beside the project, where they are."""
    folder = SHARED / "seeds"
    return papers_in([folder]) if folder.is_dir() else []


def label(given: Given) -> str:
    """The name of a paper's test: its set and its file."""
    return f"{given.path.parent.parent.name}/{given.name}" if given.path else given.name


@cache
def reading_of(given: Given) -> Reading:
    """A paper, read once for all the tests of a run."""
    return read_given(given, Limits())


def skip_without_ocr(reading: Reading) -> None:
    """A scan cannot be read where Tesseract is missing; that is said at the head of the run."""
    codes = {p.code for p in reading.problems} | {u.code for u in reading.unreadable}
    if not OCR and codes & {"ocr", "ocr-unavailable"}:
        pytest.skip("Tesseract is not installed")
