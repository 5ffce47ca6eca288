"""Papers in, readings out: one file, or many side by side, none of which can stop the others.

A Reading is what became of one file as it was given: its records, its archived texts, and what in it
could not be read. `read_all` gives one for each file, in the order given.
"""
from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import IO, TypeVar

from minutebook.documents import open_file
from minutebook.documents.blocks import Document
from minutebook.documents.limits import Limits
from minutebook.problems import Problem, UnreadableFile
from minutebook.reading import read_document
from minutebook.reading.resolve import resolve
from minutebook.record import Coverage, Record

T = TypeVar("T")
LITTER = {"thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a source's characters, white space apart: read, furniture or unread."""

    read: int = 0
    furniture: int = 0
    unread: int = 0

    @property
    def share(self) -> float:
        """Of the characters that say something, the share that found a place. 1.0 for an empty paper."""
        told = self.read + self.unread
        return self.read / told if told else 1.0

    def __add__(self, other: Account) -> Account:
        return Account(self.read + other.read, self.furniture + other.furniture, self.unread + other.unread)


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read: a record for each paper in it, and what could not be read, file by file."""

    name: str
    records: tuple[Record, ...] = ()
    documents: tuple[Document, ...] = ()
    unreadable: tuple[UnreadableFile, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the papers leave open, and each file that could not be read as a problem of level "error"."""
        failed = (Problem(e.code, str(e), None, "error") for e in self.unreadable)
        return (*(p for r in self.records for p in r.problems), *failed)

    @property
    def coverage(self) -> dict[str, tuple[Coverage, ...]]:
        """For each source, by name, its characters shared out: each in one leaf, in furniture or unread."""
        return {d.source.name: coverage_of(d, self.records) for d in self.documents}

    @property
    def account(self) -> Account:
        """How many characters were read, over all papers of the file."""
        return sum((account_of(d, coverage_of(d, self.records)) for d in self.documents), Account())

    def document_of(self, record: Record) -> Document | None:
        """The archived text that a record was read from."""
        return next((d for d in self.documents if d.source == record.source), None)


def coverage_of(document: Document, records: Iterable[Record]) -> tuple[Coverage, ...]:
    """One source's characters over all the records read from it, in order."""
    own = [c for r in records if r.source == document.source for c in r.coverage]
    return tuple(sorted(own, key=lambda c: (c.start, c.end)))


def account_of(document: Document, coverage: Iterable[Coverage]) -> Account:
    """Count a source's characters by what became of them."""
    counts = {"furniture": 0, "unread": 0, "read": 0}
    for c in coverage:
        solid = len("".join(document.text[c.start : c.end].split()))
        counts[c.kind if c.kind in counts else "read"] += solid
    return Account(counts["read"], counts["furniture"], counts["unread"])


# --- one file -------------------------------------------------------------------------------------


def read(
    source: str | os.PathLike[str] | bytes | IO[bytes], *, name: str | None = None, limits: Limits | None = None
) -> Reading:
    """Read a file, a folder, bytes or an open file. See `minutebook.read`."""
    limits = limits or Limits()
    if isinstance(source, (bytes, bytearray, memoryview)):
        return read_bytes(bytes(source), name or "paper", limits)
    if isinstance(source, (str, os.PathLike)):
        path = Path(source)
        if path.is_dir():
            return _joined(name or path.name, read_all(papers_in([path]), limits=limits))
        return read_bytes(load(path, limits), name or path.name, limits)
    label = name or os.path.basename(str(getattr(source, "name", "") or "paper"))
    return read_bytes(source.read(limits.file_bytes + 1), label, limits)


def read_bytes(data: bytes, name: str, limits: Limits) -> Reading:
    """Read one file's bytes. Raises UnreadableFile only where nothing of the file could be read."""
    records: list[Record] = []
    documents: list[Document] = []
    unreadable: list[UnreadableFile] = []
    for document in open_file(data, name, limits):
        if not document.lines and any(p.level == "error" for p in document.problems):
            found: list[Record] = []
        else:
            found = list(read_document(document, limits))
        if found:
            documents.append(document)
            records.extend(found)
        else:
            unreadable.append(_why(document))
    if unreadable and not records and len(unreadable) == 1 and unreadable[0].file == name:
        raise unreadable[0]
    return Reading(name, tuple(resolve(records)), tuple(documents), tuple(unreadable))


def _why(document: Document) -> UnreadableFile:
    problem = next((p for p in document.problems if p.level == "error"), None)
    if problem is None:
        return UnreadableFile("no-text", "No text was found in it.", "If it is a scan, send a clearer one.",
                              file=document.source.name)
    what, stop, remedy = problem.sentence.partition(". ")
    page = problem.where.page if problem.where else None
    return UnreadableFile(problem.code, what + "." * bool(stop), remedy, file=document.source.name, page=page)


def load(path: Path, limits: Limits) -> bytes:
    """The bytes of a file. Raises UnreadableFile where it is missing, closed to us or too large."""
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise UnreadableFile("too-large", f"The file has {size:,} bytes; the limit is {limits.file_bytes:,}.",
                                 "Split the file, or raise the limit.", file=str(path))
        with path.open("rb") as stream:
            return stream.read(limits.file_bytes + 1)
    except FileNotFoundError:
        raise UnreadableFile("missing", "There is no such file.", "Check its name and folder.",
                             file=str(path)) from None
    except IsADirectoryError:
        raise UnreadableFile("folder", "This is a folder.", "Name the papers in it.", file=str(path)) from None
    except OSError as error:
        raise UnreadableFile("closed", f"The file cannot be opened ({error.strerror or error}).",
                             "Check that you may read it.", file=str(path)) from None


def _joined(name: str, readings: Iterable[Reading]) -> Reading:
    parts = tuple(readings)
    return Reading(
        name,
        tuple(resolve([r for p in parts for r in p.records])),
        tuple(d for p in parts for d in p.documents),
        tuple(e for p in parts for e in p.unreadable),
    )


# --- many files -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """A file as given on the command line: where it lies (or its bytes), what to call it, its size."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    size: int = 0


def papers_in(paths: Iterable[str | os.PathLike[str]]) -> list[Given]:
    """The files meant by these paths. A folder gives all its files, in the order of their names.

    A file is called by its own name; one found in a folder by its path within that folder.
    """
    found: list[Given] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file() and not _litter(p.relative_to(path)))
            found.extend(Given(p.relative_to(path).as_posix(), p, size=p.stat().st_size) for p in inside)
        else:
            size = path.stat().st_size if path.is_file() else 0
            found.append(Given(path.name, path, size=size))
    return found


def _litter(path: Path) -> bool:
    return any(part.startswith(".") or part.lower() in LITTER for part in path.parts)


def read_given(given: Given, limits: Limits) -> Reading:
    """Read one file of a batch. Whatever is wrong with it becomes part of the result."""
    try:
        data = given.data if given.data is not None else load(given.path or Path(given.name), limits)
        return read_bytes(data, given.name, limits)
    except UnreadableFile as error:
        if not error.file:
            error.file = given.name
        return Reading(given.name, unreadable=(error,))
    except MemoryError:
        return _failed(given, "memory", "The machine's memory did not suffice.", "Split the file.")
    except Exception as error:  # a fault of ours must not cost the other papers
        return _failed(given, "fault", f"The reader failed on it ({type(error).__name__}: {error}).",
                       "Please report this with the file; the fault is ours.")


def _failed(given: Given, code: str, what: str, remedy: str) -> Reading:
    return Reading(given.name, unreadable=(UnreadableFile(code, what, remedy, file=given.name),))


def read_all(
    papers: Iterable[Given | str | os.PathLike[str]], *, jobs: int = 1, limits: Limits | None = None
) -> Iterator[Reading]:
    """Read many files, `jobs` at a time, and give their readings in the order of the files.

    A file that cannot be read is a Reading whose `unreadable` says why. With more than one job the
    archived texts come without their lines, which nobody needs after reading.
    """
    given = [p if isinstance(p, Given) else papers_in([p])[0] for p in papers]
    yield from work_through(given, _slim if jobs > 1 else read_given, jobs=jobs, limits=limits or Limits(),
                            failed=_failed)


def _slim(given: Given, limits: Limits) -> Reading:
    return slimmed(read_given(given, limits))


def slimmed(reading: Reading) -> Reading:
    """A reading whose archived texts travel light: no lines, no way to compute boxes."""
    return replace(reading, documents=tuple(replace(d, lines=(), boxes=None) for d in reading.documents))


def work_through(
    given: Sequence[Given],
    work: Callable[[Given, Limits], T],
    *,
    jobs: int,
    limits: Limits,
    failed: Callable[[Given, str, str, str], T],
) -> Iterator[T]:
    """Do a piece of work for each file, in processes of their own, and give the results in order.

    A file that outweighs the others is begun first, the rest in their order. Where a process dies, the files that were under way are tried
    again one by one; the one that kills its process again is told as `failed`.
    """
    jobs = min(jobs, len(given))
    if jobs <= 1:
        yield from (work(g, limits) for g in given)
        return
    results: dict[int, T] = {}
    waiting = deque(range(len(given)))
    pool, futures = _start(given, work, jobs, limits)
    try:
        while waiting:
            number = waiting.popleft()
            if number not in results:
                try:
                    results[number] = futures.pop(number).result()
                except BrokenProcessPool:
                    _keep_finished(futures, results)
                    results[number] = _alone(given[number], work, limits, failed)
                    pool.shutdown(wait=False, cancel_futures=True)
                    left = [n for n in waiting if n not in results]
                    pool, futures = _start(given, work, jobs, limits, left)
            yield results.pop(number)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _start(
    given: Sequence[Given], work: Callable[[Given, Limits], T], jobs: int, limits: Limits,
    numbers: Sequence[int] | None = None,
) -> tuple[ProcessPoolExecutor, dict[int, Future[T]]]:
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_quiet)
    heavy = sum(g.size for g in given) / (2 * jobs)     # begun last, it would leave the other processes idle
    order = sorted(range(len(given)) if numbers is None else numbers, key=lambda n: given[n].size <= heavy)
    return pool, {n: pool.submit(partial(work, given[n], limits)) for n in order}


def _quiet() -> None:
    """Ctrl-C is for the parent to answer; workers end with it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _keep_finished(futures: dict[int, Future[T]], results: dict[int, T]) -> None:
    for number, future in futures.items():
        if future.done() and not future.cancelled() and future.exception() is None:
            results[number] = future.result()


def _alone(
    given: Given, work: Callable[[Given, Limits], T], limits: Limits, failed: Callable[[Given, str, str, str], T]
) -> T:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_quiet) as pool:
        try:
            return pool.submit(partial(work, given, limits)).result()
        except BrokenProcessPool:
            return failed(given, "crashed", "The process that read it died, most likely for want of memory.",
                          "Split the file, or read it on a larger machine.")


__all__ = ["Account", "Given", "Reading", "papers_in", "read", "read_all", "read_bytes"]
