"""Records as tables: one CSV file per noun, for spreadsheets.

Columns are stable: new ones are only ever added at the right. Every row begins with the paper it is
from. A cell that a spreadsheet would take for a formula bears a leading apostrophe.
Source: RFC 4180; OWASP, CSV Injection.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from minutebook import record as nouns
from minutebook.formats.records import one_to_json, shape, slots
from minutebook.problems import Problem
from minutebook.provenance import Span
from minutebook.record import Record

PAPER = ("paper", "source", "body", "date", "kind")
"""The columns that every table begins with: which paper a row is from (counted from 1), and what it is."""

NOUNS: dict[str, Any] = {
    "attendance": nouns.Attendee,
    "declarations": nouns.Declaration,
    "items": nouns.Item,
    "paragraphs": nouns.Paragraph,
    "resolutions": nouns.Resolution,
    "questions": nouns.Question,
    "commitments": nouns.Commitment,
    "figures": nouns.Figure,
    "references": nouns.Reference,
    "decisions": nouns.Decision,
    "follow_ups": nouns.FollowUp,
    "motions": nouns.Motion,
    "votes": nouns.Vote,
    "actions": nouns.Action,
    "exclusions": nouns.Exclusion,
    "entries": nouns.Entry,
    "meetings": nouns.ProgrammeMeeting,
    "sections": nouns.Section,
    "documents": nouns.Linked,
    "defects": nouns.Defect,
    "coverage": nouns.Coverage,
    "problems": Problem,
}
"""The tables, and the noun that one row of each is. `papers` stands before them."""

UNDER_AN_ITEM = ("item", "item_title")
PLACE = ("page", "start", "end")
FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def to_tables(records: Iterable[Record]) -> dict[str, str]:
    """Write records as CSV texts by table name, empty tables included."""
    papers = list(records)
    tables = {"papers": _table(_paper_columns(), ((n, one_to_json(r)) for n, r in enumerate(papers, 1)))}
    written = [one_to_json(record) for record in papers]
    for name, noun in NOUNS.items():
        rows = (row for number, paper in enumerate(written, 1) for row in _rows(number, paper, name))
        tables[name] = _table(columns(name, noun), rows)
    return tables


def to_zip(records: Iterable[Record]) -> bytes:
    """Write records as a ZIP file of CSV files. The same records give the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, text in to_tables(records).items():
            member = zipfile.ZipInfo(f"{name}.csv", date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(member, text.encode("utf-8-sig"))
    return whole.getvalue()


def to_folder(records: Iterable[Record], folder: Path) -> list[Path]:
    """Write records as CSV files into a folder, which is made if need be; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in to_tables(records).items():
        path = folder / f"{name}.csv"
        path.write_bytes(text.encode("utf-8-sig"))  # spreadsheets take it for UTF-8 only with the mark
        paths.append(path)
    return paths


def columns(name: str, noun: Any) -> list[str]:
    """The columns of one table, from the left."""
    own: list[str] = []
    for slot in slots(noun):
        if slot.type == Span | None:
            own += PLACE
        elif shape(slot.type)[0] != "many" or shape(shape(slot.type)[1][0])[0] == "plain" or name == "meetings":
            own.append(slot.json)
    if name in ("paragraphs", "resolutions"):
        own = [*UNDER_AN_ITEM, *own]
    if noun is nouns.Coverage:
        own = ["start", "end", "leaf"]
    return [*PAPER, *own]


def _paper_columns() -> list[str]:
    told = [s.json for s in slots(Record) if shape(s.type)[0] in ("optional", "plain", "pair")]
    head = ["source_sha256", "media_type", "extractor"]
    return [*PAPER, *head, *(c for c in told if c not in PAPER and c != "source")]


def _rows(number: int, paper: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    found: Iterable[dict[str, Any]]
    if name in ("paragraphs", "resolutions"):
        found = (
            {
                "item": item["number"] if item["number"] is not None else item.get("number_inferred"),
                "item_title": item["title"],
            }
            | part
            for item in paper["items"]
            for part in item[name]
        )
    elif name == "coverage":
        found = ({"start": c["start"], "end": c["end"], "leaf": c["kind"]} for c in paper[name])
    else:
        found = paper.get(name) or ()
    head = {"source": paper["source"], "body": paper["body"], "date": paper["date"], "kind": paper["kind"]}
    for part in found:
        place = part.get("where") or {}
        yield number, head | {key: place.get(key) for key in PLACE} | part


def _table(names: list[str], rows: Iterable[tuple[int, dict[str, Any]]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for number, row in rows:
        writer.writerow([number, *(cell(row.get(name)) for name in names[1:])])
    return out.getvalue()


def cell(value: Any) -> str:
    """One cell: text guarded against formulas, lists in lines, anything deeper as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list) and all(isinstance(v, (str, int)) for v in value):
        value = "\n".join(map(str, value))
    elif not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    text = str(value).replace("\0", "\ufffd")
    return "'" + text if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
