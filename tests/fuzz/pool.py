"""Many trials in processes of their own, each under a hard limit of time and memory.

A process that hangs or dies takes only its own trial with it: the trial is told as a failure, with
the Python stack where it stood, and the next process goes on with the next number.
"""
from __future__ import annotations

import faulthandler
import os
import resource
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from minutebook.documents.limits import Limits
from tests.fuzz.mutations import SAMPLES, corpus, make
from tests.fuzz.trial import Fault, judge

MEMORY = 3 << 30


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one trial. `failure` is "" where all promises were kept."""

    number: int
    name: str
    kind: str
    done: tuple[str, ...]
    what: str
    seconds: float
    characters: int = 0
    unread: int = 0
    failure: str = ""


def run(numbers: Sequence[int], *, jobs: int = 2, seconds: float = 20.0, limits: Limits | None = None,
        scans: bool = False, folder: Path = SAMPLES) -> Iterator[Result]:
    """Try the files of these numbers, and give each result as it comes. `seconds` is the hard limit of one."""
    limits = limits or Limits(seconds=seconds / 3, ocr_pages=0)
    context = get_context("spawn")
    shares = [list(numbers[n::jobs]) for n in range(jobs)]
    running: dict[Connection, tuple[Any, list[int], str]] = {}

    def start(share: list[int]) -> None:
        if not share:
            return
        handle, path = tempfile.mkstemp(prefix="fuzz-")
        os.close(handle)
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, share, seconds, limits, scans, str(folder), path), daemon=True)
        process.start()
        theirs.close()
        running[ours] = process, share, path

    for share in shares:
        start(share)
    try:
        while running:
            for pipe in wait(list(running), timeout=5 * seconds + 60) or list(running):
                process, share, path = running[pipe]         # type: ignore[index]
                try:
                    result = pipe.recv() if pipe.poll() else None       # type: ignore[union-attr]
                except (EOFError, OSError):
                    result = None
                if result is not None:
                    share.remove(result.number)
                    yield result
                    continue
                process.kill()
                process.join()
                del running[pipe]                            # type: ignore[arg-type]
                stack = Path(path).read_text(errors="replace")
                Path(path).unlink()
                if share:
                    number = share.pop(0)
                    case = make(number, corpus(folder, scans=scans))
                    what = "hung" if stack else f"died ({process.exitcode})"
                    yield Result(number, case.name, case.kind, case.done, what, seconds, failure=f"{what}\n{stack[:3000]}")
                    start(share)
    finally:
        for process, _, path in running.values():
            process.kill()
            Path(path).unlink(missing_ok=True)


def _work(pipe: Connection, numbers: list[int], seconds: float, limits: Limits, scans: bool, folder: str, path: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    papers = corpus(Path(folder), scans=scans)
    with open(path, "w") as stack:
        for number in list(numbers):
            case = make(number, papers)
            faulthandler.dump_traceback_later(seconds, exit=True, file=stack)
            begun = time.perf_counter()
            failure, what, characters, unread = "", "", 0, 0
            try:
                outcome = judge(case.data, case.name, limits)
                what, characters, unread = outcome.what, outcome.characters, outcome.unread
            except Fault as fault:
                what, failure = "fault", str(fault)
            except Exception:
                what, failure = "crash", traceback.format_exc(limit=-4)
            faulthandler.cancel_dump_traceback_later()
            spent = time.perf_counter() - begun
            pipe.send(Result(number, case.name, case.kind, case.done, what, spent, characters, unread, failure))
    pipe.close()
