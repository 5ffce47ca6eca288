"""Papers given as text, read whole."""

from __future__ import annotations

from itertools import pairwise
from textwrap import dedent

from minutebook.documents.text import read_text
from minutebook.reading import read_document
from minutebook.record import Record


def read(paper: str) -> Record:
    """The one paper in this text. Every passage of the record must stand where it says."""
    text = dedent(paper).strip("\n") + "\n"
    records = read_document(read_text(text.encode(), "paper.txt"))
    assert len(records) == 1, [r.kind for r in records]
    record = records[0]
    covered = [(c.start, c.end) for c in record.coverage]
    assert all(a[1] == b[0] for a, b in pairwise(covered))
    assert covered[0][0] == 0 and covered[-1][1] == len(text)
    return record


def words_unread(record: Record, paper: str) -> str:
    text = dedent(paper).strip("\n") + "\n"
    return " ".join(text[c.start : c.end].strip() for c in record.coverage if c.kind == "unread").strip()
