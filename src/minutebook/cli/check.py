"""`minutebook check`: for each paper how much was read and what is left open, with a status for scripts."""
from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass

from minutebook.cli import DOUBTS, OK, UNREADABLE
from minutebook.cli.batch import given_by, limits_of, progress_of, tell
from minutebook.cli.summary import Look, place
from minutebook.documents.limits import Limits
from minutebook.problems import Problem, UnreadableFile
from minutebook.readings import Account, Given, account_of, coverage_of, read_given, work_through

ROW = "{:<46} {:<16} {:>9} {:>7} {:>6} {:>7} {:>7}"


@dataclass(frozen=True, slots=True)
class Checked:
    """One file's account: per source its kinds of paper, characters and problems."""

    rows: tuple[tuple[str, str, Account, tuple[Problem, ...]], ...] = ()
    unreadable: tuple[UnreadableFile, ...] = ()


def run(chosen: argparse.Namespace) -> int:
    """List what each paper leaves open and how much of it was read. Gives the exit status."""
    limits = limits_of(chosen)
    given = given_by(chosen.papers, limits)
    look = Look.of(sys.stdout)
    results = progress_of(given, chosen).over(
        work_through(given, check_file, jobs=chosen.jobs, limits=limits, failed=_failed))
    print(look.bold(ROW.format("paper", "kind", "letters", "read", "notes", "doubts", "errors")))
    papers = errors = doubts = notes = 0
    unreadable: list[UnreadableFile] = []
    for checked in results:
        for name, kind, account, problems in checked.rows:
            papers += 1
            counts = {level: sum(p.level == level for p in problems) for level in ("note", "doubt", "error")}
            notes, doubts, errors = notes + counts["note"], doubts + counts["doubt"], errors + counts["error"]
            print(ROW.format(_short(name, 46), _short(kind, 16), f"{account.read + account.unread:,}",
                             f"{account.share:.1%}", *(counts[k] or "" for k in ("note", "doubt", "error"))))
            for problem in problems if not chosen.quiet else ():
                where = f" ({place(problem.where)})" if problem.where else ""
                print(f"    {problem.level}: {problem.sentence} [{problem.code}]{where}")
        for error in checked.unreadable:
            unreadable.append(error)
            print(ROW.format(_short(error.file, 46), "not read", "", "", "", "", ""))
            sys.stdout.flush()
            tell(error)
        sys.stdout.flush()
    print(f"\n{papers} papers read, {len(unreadable)} not; {errors} errors, {doubts} doubts, {notes} notes.")
    if unreadable:
        return UNREADABLE
    return DOUBTS if errors or doubts or (chosen.strict and notes) else OK


def check_file(given: Given, limits: Limits) -> Checked:
    """Read one file and keep only its account."""
    reading = read_given(given, limits)
    rows = []
    for document in reading.documents:
        own = [r for r in reading.records if r.source == document.source]
        kinds = " ".join(dict.fromkeys(r.kind for r in own))
        problems = tuple(dict.fromkeys(p for r in own for p in r.problems))
        rows.append((document.source.name, kinds, account_of(document, coverage_of(document, own)), problems))
    return Checked(tuple(rows), reading.unreadable)


def _failed(given: Given, code: str, what: str, remedy: str) -> Checked:
    return Checked(unreadable=(UnreadableFile(code, what, remedy, file=given.name),))


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
