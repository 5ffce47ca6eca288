"""What the commands that read many files have in common: which files, which limits, how far we are."""
from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from minutebook.cli import Misused
from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile
from minutebook.readings import Given, papers_in

T = TypeVar("T")


def limits_of(chosen: argparse.Namespace) -> Limits:
    """The limits as set by --limit NAME=VALUE. Raises Misused."""
    known = {f.name: type(getattr(Limits(), f.name)) for f in fields(Limits)}
    values: dict[str, int | float] = {}
    for setting in chosen.limit:
        name, _, value = setting.partition("=")
        name = name.strip().replace("-", "_")
        if name not in known:
            raise Misused(f"there is no limit called {name!r}; there are {', '.join(known)}")
        try:
            values[name] = known[name](value.replace("_", "").replace(",", ""))
        except ValueError:
            raise Misused(f"--limit {name} needs a number, not {value!r}") from None
        if values[name] < 0:
            raise Misused(f"--limit {name} cannot be below nothing")
    return replace(Limits(), **values)  # type: ignore[arg-type]


def given_by(papers: Sequence[str], limits: Limits, name: str = "standard-input") -> list[Given]:
    """The files meant on the command line, standard input among them as -."""
    found: list[Given] = []
    for paper in papers:
        if paper == "-":
            data = sys.stdin.buffer.read(limits.file_bytes + 1)
            found.append(Given(name, data=data, size=len(data)))
        else:
            inside = papers_in([paper])
            if not inside:
                raise Misused(f"{paper} holds no files; put the papers in it")
            found.extend(inside)
    return found


def tell(error: UnreadableFile) -> None:
    """Say on standard error which file could not be read, why, and what to do."""
    print(f"minutebook: {error}", file=sys.stderr)


class Progress:
    """A bar on standard error for work longer than half a second, where a person is watching.

    Thirty lines of our own rather than a library: no dependency, and nothing to load for --help.
    """

    def __init__(self, total: int, weights: Sequence[int], shown: bool) -> None:
        self.total, self.weights = total, weights
        self.whole = sum(weights) or 1
        self.began = time.monotonic()
        self.shown = shown and sys.stderr.isatty() and total > 1
        self.drawn = False

    def over(self, results: Iterable[T]) -> Iterator[T]:
        """Pass results on, and move the bar after each."""
        done = 0
        try:
            for number, result in enumerate(results):
                self.clear()
                yield result
                done += self.weights[number]
                self.draw(number + 1, done)
        finally:
            self.clear()

    def draw(self, count: int, done: int) -> None:
        """Show how many papers are done, and about how long the rest will take. Nothing in the first half second."""
        spent = time.monotonic() - self.began
        if not self.shown or spent < 0.5 or count == self.total:
            return
        share = done / self.whole
        full = round(24 * share)
        left = spent / share - spent if share > 0.02 else 0
        bar = "█" * full + "·" * (24 - full)
        sys.stdout.flush()
        sys.stderr.write(f"\r{bar} {count} of {self.total} papers" + (f", about {left:.0f} s left" if left >= 1 else ""))
        sys.stderr.flush()
        self.drawn = True

    def clear(self) -> None:
        """Take the bar away, so that what is printed next begins on a clean line."""
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.drawn = False


def progress_of(given: Sequence[Given], chosen: argparse.Namespace) -> Progress:
    """The progress bar for these papers: a large file counts for more than a small one."""
    return Progress(len(given), [g.size + 20_000 for g in given], not chosen.no_progress)
