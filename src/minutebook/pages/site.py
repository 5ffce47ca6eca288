"""A folder of web pages from a folder of papers: index, promises, what was left open, each paper and its source."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from minutebook.documents.limits import Limits
from minutebook.pages.paper import PaperPage, problem, promise, ways_back
from minutebook.pages.parts import dotted, e, frame, section
from minutebook.pages.source import SourcePages
from minutebook.pages.words import day, one_or_more, titled
from minutebook.problems import UnreadableFile
from minutebook.readings import Account, Given, account_of, coverage_of, read_given
from minutebook.record import Record

ASSETS = ("minutebook.css", "mark.svg", "fonts")


@dataclass(frozen=True, slots=True)
class Card:
    """What the pages over all papers need of one of them, its links to passages ready made."""

    file: str
    record: Record
    account: Account
    promises: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One file's pages, and what the pages over all papers need."""

    name: str
    files: tuple[tuple[str, str], ...] = ()
    cards: tuple[Card, ...] = ()
    unreadable: tuple[UnreadableFile, ...] = ()


def draw(given: Given, limits: Limits, *, collection: str, stems: dict[str, str]) -> Drawn:
    """Read one file and draw its pages. `stems` says how the pages of each file's papers begin their names."""
    reading = read_given(given, limits)
    out: list[tuple[str, str]] = []
    cards: list[Card] = []
    for nth, document in enumerate(reading.documents, 1):
        stem = stems[key_of(given)] + (f"--in{nth}" if len(reading.documents) > 1 else "")
        own = [r for r in reading.records if r.source == document.source]
        names = [f"{stem}{f'-{k}' if len(own) > 1 else ''}.html" for k in range(1, len(own) + 1)]
        pages = SourcePages(document, stem)
        coverage = coverage_of(document, own)
        named = list(zip(names, own, strict=True))
        for name, record in named:
            account = account_of(document, record.coverage)
            unread = [(c.start, c.end, " ".join(document.text[c.start : c.end].split())) for c in record.coverage if c.kind == "unread"]
            page = PaperPage(record, pages, account, [u for u in unread if u[2]])
            data = name.removesuffix(".html") + ".json"
            out.append((name, page.html(collection=collection, file=name, data=data)))
            out.append((data, _json(record)))
            cards.append(Card(
                name, replace(record, coverage=(), references=()), account,
                tuple(promise(c, pages.link(c.where, f"promise {n}")) for n, c in enumerate(record.commitments, 1)),
                tuple(problem(p.level, p.sentence, p.code, pages.link(p.where, "this")) for p in record.problems)))
        if named:
            first = (named[0][0], titled(named[0][1]))
            out.extend(pages.files(own, coverage, ways_back(named), collection=collection, paper=first))
    return Drawn(given.name, tuple(out), tuple(cards), reading.unreadable)


def _json(record: Record) -> str:
    from minutebook.formats.records import to_json

    return json.dumps(to_json([record]), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def key_of(given: Given) -> str:
    """What tells one file from another of the same name."""
    return f"{given.name}\0{given.path}"


def stems_of(given: Iterable[Given]) -> dict[str, str]:
    """A short name for each file's pages, from its own name, no two alike. Two hyphens never stand in it, but before what is added."""
    stems: dict[str, str] = {}
    taken = {"index", "promises", "open"}
    for one in given:
        slug = re.sub(r"[^a-z0-9]+", "-", Path(one.name).stem.lower()).strip("-")[:60] or "paper"
        stem, again = slug, 2
        while stem in taken:
            stem, again = f"{slug}-{again}", again + 1
        taken.add(stem)
        stems[key_of(one)] = stem
    return stems


class Site:
    """The folder being written: each file's pages as they come, the pages over all papers at the end."""

    def __init__(self, folder: Path, collection: str) -> None:
        self.folder, self.collection = folder, collection
        self.cards: list[Card] = []
        self.unreadable: list[UnreadableFile] = []
        folder.mkdir(parents=True, exist_ok=True)
        _copy_assets(folder / "assets")

    def add(self, drawn: Drawn) -> None:
        """Write one file's pages, and keep what the pages over all papers will say of it."""
        for name, text in drawn.files:
            self._write(name, text)
        self.cards.extend(drawn.cards)
        self.unreadable.extend(drawn.unreadable)

    def finish(self) -> None:
        """Write the pages that speak of all papers."""
        self._write("index.html", self._index())
        self._write("promises.html", self._promises())
        self._write("open.html", self._open())

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", errors="replace", newline="\n")

    def _index(self) -> str:
        cards = sorted(self.cards, key=lambda c: c.record.date or "", reverse=True)
        bodies = len({c.record.body for c in cards if c.record.body})
        total = sum((c.account for c in cards), Account())
        counts = (("papers", len(cards)), ("committees", bodies), ("items", sum(len(c.record.items) for c in cards)),
                  ("promises suggested", sum(len(c.record.commitments) for c in cards)),
                  ("figures", sum(len(c.record.figures) for c in cards)))
        tally = "".join(f"<div><dt>{e(one_or_more(n, k))}</dt><dd>{n:,}</dd></div>" for k, n in counts)
        files = len(self.unreadable)
        failed = (f'<p><span class="tag tag--late">Not read</span> <a href="open.html">{files:,} {one_or_more(files, "files")}</a> '
                  f"could not be read.</p>" if files else "")
        head = (
            f'<h1>The record</h1><p class="lead">What these papers say was asked, promised and decided. '
            f'Each statement is one link from the words it rests on.</p>'
            f'<div class="cols"><dl class="counts">{tally}</dl><p class="note">{total.share:.1%} of the '
            f"{total.read + total.unread:,} characters that say something were read; what was not stands on "
            f'<a href="open.html">its own page</a>.</p></div>{failed}')
        parts = []
        for year in dict.fromkeys((c.record.date or "")[:4] for c in cards):
            own = [c for c in cards if (c.record.date or "")[:4] == year]
            parts.append(section(year or "No date printed", _table(own), len(own), f"y{year or 'none'}"))
        return frame("Papers", head + "".join(parts), collection=self.collection, here="index.html")

    def _promises(self) -> str:
        cards = sorted((c for c in self.cards if c.promises), key=lambda c: c.record.date or "", reverse=True)
        number = sum(len(c.promises) for c in cards)
        head = ('<h1>Promises</h1><p class="lead">Said at a meeting, to be done later. All of these are suggested by the reader '
                'and confirmed by nobody: a clerk decides what is a promise.</p>'
                + _owners(cards))
        parts = []
        for n, c in enumerate(cards, 1):
            rows = "".join(f"<li>{p}</li>" for p in c.promises)
            when = f"{day(c.record.date)}, " if c.record.date else ""
            parts.append(f'<section aria-labelledby="p{n}"><h2 id="p{n}">{e(when)}<a class="said" href="{c.file}">{e(titled(c.record))}</a> '
                         f'<span class="quiet">{len(c.promises)}</span></h2><ol class="lines">{rows}</ol></section>')
        body = head + ("".join(parts) if number else "<p>No promise was found in these papers.</p>")
        return frame("Promises", body, collection=self.collection, here="promises.html")

    def _open(self) -> str:
        failed = "".join(f'<li><span class="tag tag--late">Not read</span> {e(x)}</li>' for x in self.unreadable)
        parts = [section("Files that could not be read", f'<ul class="lines">{failed}</ul>' if failed else "", len(self.unreadable))]
        for n, c in enumerate(self.cards, 1):
            rows = "".join(c.problems)
            if c.account.unread:
                rows += f'<li><span class="tag tag--late">Unread</span> {c.account.unread:,} characters, listed on <a href="{c.file}#open">the paper’s page</a></li>'
            if rows:
                parts.append(f'<section aria-labelledby="o{n}"><h2 id="o{n}"><a class="said" href="{c.file}">{e(titled(c.record))}</a>'
                             f'{f", {e(day(c.record.date))}" if c.record.date else ""}</h2><ul class="lines">{rows}</ul></section>')
        body = "".join(parts) or "<p>Nothing: every paper was read, and none left a doubt.</p>"
        head = '<h1>Left open</h1><p class="lead">What the papers leave unclear, and what could not be read.</p>'
        return frame("Left open", head + body, collection=self.collection, here="open.html")


def _table(cards: Sequence[Card]) -> str:
    rows = []
    for c in cards:
        r = c.record
        known = dotted(*(e(x) for x in dict.fromkeys((r.body, r.authority)) if x and x != titled(r)),
                       f"in a pack, item {e(r.agenda_item)}" if r.agenda_item else "")
        rows.append(
            f'<tr><td data-h="Date" class="nowrap">{e(day(r.date))}</td><th scope="row"><a class="said" href="{c.file}">{e(titled(r))}</a>'
            f'<br><span class="quiet">{known}</span></th><td data-h="Kind">{e(r.kind.replace("-", " "))}</td>'
            f'<td data-h="Items" class="num">{len(r.items) or ""}</td><td data-h="Promises" class="num">{len(r.commitments) or ""}</td>'
            f'<td data-h="Figures" class="num">{len(r.figures) or ""}</td><td data-h="Read" class="num">{_share(c.account)}</td></tr>')
    head = "".join(f'<th scope="col"{" class=num" if h in ("Items", "Promises", "Figures", "Read") else ""}>{h}</th>'
                   for h in ("Date", "Paper", "Kind", "Items", "Promises", "Figures", "Read"))
    return f"<table class=papers><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _share(account: Account) -> str:
    return f"{account.share:.1%}" if account.read + account.unread else ""


def _owners(cards: Iterable[Card]) -> str:
    counts: dict[str, int] = {}
    for c in cards:
        for p in c.record.commitments:
            owner = re.sub(r"^[Tt]he ", "", p.by or "nobody named")
            counts[owner] = counts.get(owner, 0) + 1
    most = sorted(counts.items(), key=lambda x: -x[1])[:6]
    return '<dl class="counts">' + "".join(f"<div><dt>{e(k)}</dt><dd>{n}</dd></div>" for k, n in most) + "</dl>" if most else ""


def _copy_assets(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in ASSETS:
        source = files("minutebook.pages").joinpath("assets", name)
        if source.is_dir():
            (folder / name).mkdir(exist_ok=True)
            for inner in source.iterdir():
                (folder / name / inner.name).write_bytes(inner.read_bytes())
        else:
            (folder / name).write_bytes(source.read_bytes())
