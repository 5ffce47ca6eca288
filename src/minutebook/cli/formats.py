"""`minutebook formats`: what goes in, and what comes out."""
from __future__ import annotations

import argparse

from minutebook.cli import OK
from minutebook.formats import FORMATS

WAYS_IN = (
    ("PDF", "with a text layer; scans by OCR where Tesseract is installed"),
    ("DOCX", "Word documents"),
    ("HTML", "ModernGov and CMIS pages, plain pages"),
    ("XML", "records of the ModernGov web service"),
    ("text", "plain text, Markdown, PDFs turned to text by others"),
    ("picture", "a scanned page, by OCR"),
    ("ZIP", "an archive of any of these, archives within it too"),
)


def run(chosen: argparse.Namespace) -> int:
    """Print the forms in which a record leaves, and the kinds of file that are read."""
    print("Out (--as):")
    print(f"  {'summary':<14} A summary to read in the terminal (default)")
    for name, form in FORMATS.items():
        print(f"  {name:<14} {form.what}  [{form.media_type}, *{form.ending}]")
    print("\nIn (told by content, not by name):")
    for name, what in WAYS_IN:
        print(f"  {name:<14} {what}")
    return OK
