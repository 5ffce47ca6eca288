"""`minutebook demo`: a folder of papers becomes a folder of web pages, with a summary in the terminal."""
from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from minutebook.cli import OK, UNREADABLE, Misused
from minutebook.cli.batch import given_by, limits_of, progress_of, tell
from minutebook.cli.summary import Look
from minutebook.pages.site import Card, Drawn, Site, draw, stems_of
from minutebook.pages.words import day, one_or_more, titled
from minutebook.problems import UnreadableFile
from minutebook.readings import Given, work_through

SAMPLES = Path("samples/county/papers")


def run(chosen: argparse.Namespace) -> int:
    """Read papers and write their record as web pages. Gives the exit status."""
    limits = limits_of(chosen)
    papers = chosen.papers or [str(_samples())]
    given = given_by(papers, limits)
    look = Look.of(sys.stdout)
    site = Site(Path(chosen.out), chosen.title or ("A sample county" if not chosen.papers else _name(papers)))
    work = partial(draw, collection=site.collection, stems=stems_of(given))
    results = progress_of(given, chosen).over(
        work_through(given, work, jobs=chosen.jobs, limits=limits, failed=_failed))
    for drawn in results:
        for card in drawn.cards:
            _print(card, look)
        for error in drawn.unreadable:
            sys.stdout.flush()
            tell(error)
        sys.stdout.flush()
        site.add(drawn)
    site.finish()
    promises = sum(len(c.record.commitments) for c in site.cards)
    totals = [(len(site.cards), "papers"), (sum(len(c.record.items) for c in site.cards), "items"), (promises, "promises suggested"),
              (sum(len(c.record.figures) for c in site.cards), "figures")]
    totals += [(len(site.unreadable), "files not read")] if site.unreadable else []
    print("\n" + ", ".join(f"{n} {one_or_more(n, word)}" for n, word in totals) + ".")
    print(look.bold(f"Open {Path(chosen.out) / 'index.html'} in a browser."))
    return UNREADABLE if site.unreadable else OK


def _failed(given: Given, code: str, what: str, remedy: str) -> Drawn:
    return Drawn(given.name, unreadable=(UnreadableFile(code, what, remedy, file=given.name),))


def _print(card: Card, look: Look) -> None:
    r = card.record
    print(f"\n{look.bold(titled(r))}  {day(r.date)}  {look.quiet(f'{r.kind}, {r.source.name}')}")
    counts = [f"{n} {one_or_more(n, word)}" for n, word in (
        (len(r.attendance), "people"), (len(r.items), "items"), (sum(len(i.resolutions) for i in r.items), "resolutions"),
        (len(r.questions), "questions"), (len(r.commitments), "promises"), (len(r.figures), "figures"),
        (len(r.entries), "entries"), (len(r.actions), "actions")) if n]
    print("  " + (", ".join(counts) or "a paper without items"))
    for promise in r.commitments[:3]:
        quote = " ".join(promise.quote.split())
        print(f"  “{quote[:look.width - 30]}{'…' if len(quote) > look.width - 30 else ''}” {look.quiet(promise.by or '')}")


def _name(papers: list[str]) -> str:
    return Path(papers[0]).resolve().name if len(papers) == 1 else f"{len(papers)} papers"


def _samples() -> Path:
    """The sample county, from the folder of the project."""
    for folder in (Path.cwd(), *Path(__file__).resolve().parents):
        if (folder / SAMPLES).is_dir():
            return folder / SAMPLES
    raise Misused("the sample papers are not here; name a folder of papers")
