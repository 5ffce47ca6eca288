"""`minutebook read`: papers in, records out in the form asked for, each as soon as it is there."""
from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO

from minutebook import formats
from minutebook.cli import OK, UNREADABLE, Misused
from minutebook.cli.batch import given_by, limits_of, progress_of, tell
from minutebook.cli.summary import Look, summary_of
from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile
from minutebook.reading.resolve import resolve
from minutebook.readings import Given, read_given, work_through
from minutebook.record import Record

STREAMED = ("summary", "record")


@dataclass(frozen=True, slots=True)
class Told:
    """What one file gave, ready to be written: its text in the form asked for, or its records."""

    name: str
    texts: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    unreadable: tuple[UnreadableFile, ...] = ()


def run(chosen: argparse.Namespace) -> int:
    """Read papers and give their record out in the form asked for. Gives the exit status."""
    form = chosen.form
    if form != "summary" and form not in formats.FORMATS:
        raise Misused(f"there is no form called {form!r}; there are summary, {', '.join(formats.FORMATS)}")
    limits = limits_of(chosen)
    given = given_by(chosen.papers, limits, chosen.name)
    folder = bool(chosen.out) and (chosen.out.endswith(("/", os.sep)) or Path(chosen.out).is_dir())
    if not chosen.out and _binary(form) and sys.stdout.isatty():
        raise Misused(f"{form} is not for reading in a terminal; add --out FILE{formats.FORMATS[form].ending}")
    look = Look.of(sys.stdout) if not chosen.out else Look(width=100)
    work = partial(tell_file, form=form, look=look, streamed=form in STREAMED and len(given) == 1 and not folder)
    results = work_through(given, work, jobs=chosen.jobs, limits=limits, failed=_failed)
    results = progress_of(given, chosen).over(results)
    if folder:
        return _one_file_each(results, form, Path(chosen.out))
    with _opened(chosen.out, binary=_binary(form)) as out:
        if form == "summary":
            return _as_summary(results, out)
        if form == "record":
            return _as_json(results, out)
        return _together(results, form, out)


def tell_file(given: Given, limits: Limits, *, form: str, look: Look, streamed: bool) -> Told:
    """Read one file and put it in the form asked for, so that a process of its own does both."""
    reading = read_given(given, limits)
    if form == "summary":
        return Told(given.name, (summary_of(reading, look),), (), reading.unreadable)
    if streamed:
        from minutebook.formats.records import one_to_json

        texts = (json.dumps(one_to_json(r), ensure_ascii=False, indent=1, allow_nan=False) for r in reading.records)
        return Told(given.name, tuple(texts), (), reading.unreadable)
    return Told(given.name, (), reading.records, reading.unreadable)


def _failed(given: Given, code: str, what: str, remedy: str) -> Told:
    return Told(given.name, unreadable=(UnreadableFile(code, what, remedy, file=given.name),))


def _binary(form: str) -> bool:
    return form != "summary" and formats.FORMATS[form].media_type.split("/")[1] in (
        "zip", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def _as_summary(results: Iterator[Told], out: IO[str]) -> int:
    status = OK
    for told in results:
        for text in told.texts:
            out.write(text)
        out.flush()
        status = max(status, _tell_unreadable(told))
    return status


def _as_json(results: Iterator[Told], out: IO[str]) -> int:
    """Write {"documents": [...]}: a single file at once, several when the references between them are resolved."""
    from minutebook.formats.records import one_to_json

    status, first = OK, True
    records: list[Record] = []
    unread: list[dict[str, str]] = []
    out.write('{"documents": [')
    for told in results:
        for text in told.texts:
            out.write(("\n" if first else ",\n") + text)
            first = False
        out.flush()
        status = max(status, _tell_unreadable(told))
        records.extend(told.records)
        unread.extend({"source": e.file, "code": e.code, "what": e.what, "remedy": e.remedy} for e in told.unreadable)
    for record in resolve(records):
        out.write(("\n" if first else ",\n") + json.dumps(one_to_json(record), ensure_ascii=False, indent=1, allow_nan=False))
        first = False
    out.write("\n]" + (f', "unreadable": {json.dumps(unread, ensure_ascii=False, indent=1)}' if unread else "") + "}\n")
    return status


def _together(results: Iterator[Told], form: str, out: IO[str]) -> int:
    status = OK
    records: list[Record] = []
    for told in results:
        records.extend(told.records)
        status = max(status, _tell_unreadable(told))
    _put(out, _written(resolve(records), form))
    return status


def _one_file_each(results: Iterator[Told], form: str, folder: Path) -> int:
    status = OK
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for told in results:
        status = max(status, _tell_unreadable(told))
        if not told.records and not told.texts:
            continue
        ending = ".txt" if form == "summary" else formats.FORMATS[form].ending
        stem = told.name.replace("/", "_")
        name, again = stem + ending, 2
        while name in taken:
            name, again = f"{stem}-{again}{ending}", again + 1
        taken.add(name)
        written = told.texts[0] if form == "summary" else _written(told.records, form)
        data = written if isinstance(written, bytes) else written.encode("utf-8")
        (folder / name).write_bytes(data)
    return status


def _written(records: Sequence[Record], form: str) -> str | bytes:
    try:
        return formats.write(records, form, made_at=_now())
    except ValueError as error:
        raise Misused(f"this cannot be written as {form}: {error}") from None
    except ModuleNotFoundError as error:
        raise Misused(f"writing {form} needs the package {error.name}; install it with pip") from None


def _now() -> datetime:
    """When this is written; SOURCE_DATE_EPOCH settles it for builds that must come out the same."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)


def _put(out: IO[str], written: str | bytes) -> None:
    if isinstance(written, bytes):
        out.flush()
        out.buffer.write(written)  # type: ignore[attr-defined]
    else:
        out.write(written)


def _tell_unreadable(told: Told) -> int:
    for error in told.unreadable:
        tell(error)
    return UNREADABLE if told.unreadable else OK


@contextmanager
def _opened(path: str | None, *, binary: bool) -> Iterator[IO[str]]:
    """Standard output, or a file that appears under its name only when it is whole."""
    if not path or path == "-":
        yield sys.stdout
        return
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        shutil.move(part, target)
    finally:
        part.unlink(missing_ok=True)
