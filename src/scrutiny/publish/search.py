"""Search of all that is public: one tantivy index beside the database, fed from the shelf as the public sees it.

The index answers with numbers of paragraphs; their words are taken from the shelf when shown, so that what has
been withheld since is not shown, even from an index that has not heard of it.
"""
from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import tantivy
from django.conf import settings

from scrutiny.publish import shelf

MOST = 400          # paragraphs ranked; counts are over all
SHOWN = 3           # passages shown of an item
ITEMS = 15          # items on a page
SYNONYMS = (
    ("asb", "anti-social behaviour", "antisocial behaviour"), ("pcso", "police community support officer"),
    ("hmic", "hmicfrs", "inspectorate of constabulary"), ("101", "non-emergency calls", "non-emergency number"), ("pcc", "police and crime commissioner", "commissioner"),
    ("opcc", "office of the police and crime commissioner"), ("csp", "community safety partnership"), ("cctv", "surveillance cameras"),
    ("vawg", "violence against women and girls"), ("pspo", "public spaces protection order"), ("domestic abuse", "domestic violence"),
    ("shoplifting", "shop theft", "retail crime"), ("precept", "council tax"), ("vice-chair", "vice-chairman", "deputy chair"), ("chair", "chairman"),
    ("neighbourhood policing", "neighbourhood officers"), ("body worn", "body-worn video"), ("rjs", "restorative justice"), ("scrutiny", "overview and scrutiny"),
)
TERM = re.compile(r'(?P<not>[-–])?(?:(?P<field>body|year|kind|in):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))', re.IGNORECASE)


def schema() -> tantivy.Schema:
    build = tantivy.SchemaBuilder()
    for name in ("id", "item", "year", "day"):
        build.add_integer_field(name, stored=True, indexed=True, fast=True)
    for name in ("text", "title"):
        build.add_text_field(name, stored=False, tokenizer_name="en_stem")
    build.add_text_field("number", stored=False, tokenizer_name="raw")
    for name in ("body", "kind"):
        build.add_text_field(name, stored=False, fast=True, tokenizer_name="raw")
    return build.build()


@lru_cache(maxsize=1)
def _stemmer() -> tantivy.TextAnalyzer:
    return (tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(40))
            .filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("english")).build())


def stems(text: str) -> list[str]:
    return _stemmer().analyze(text)


# --- keeping the index ----------------------------------------------------------------------------------


def _current() -> Path:
    return Path(settings.INDEX) / "current"


def _document(row: dict[str, Any]) -> tantivy.Document:
    doc = tantivy.Document()
    for name in ("id", "item", "year", "day"):
        doc.add_integer(name, row[name])
    for name in ("text", "title", "body", "kind"):
        doc.add_text(name, row[name])
    doc.add_text("number", row["number"].casefold())
    return doc


def rebuild() -> int:
    """Build the index anew beside the old one, and change over in one step. Returns how many paragraphs it holds."""
    root = Path(settings.INDEX)
    made = root / f"made-{time.time_ns()}"
    made.mkdir(parents=True)
    writer = tantivy.Index(schema(), path=str(made)).writer(heap_size=64_000_000, num_threads=1)
    count = 0
    for row in shelf.searched():
        writer.add_document(_document(row))
        count += 1
    writer.commit()
    writer.wait_merging_threads()
    link = root / f"link-{time.time_ns()}"
    link.symlink_to(made.name)
    link.replace(_current())
    for old in root.glob("made-*"):
        if old != made:
            shutil.rmtree(old, ignore_errors=True)
    return count


class Busy(RuntimeError):
    """Another process is writing to the index."""


def update(items: Iterable[int]) -> None:
    """Take these items out of the index and put in what the public may now read of them. Raises Busy."""
    items = sorted(set(items))
    if not _current().exists():
        rebuild()
        return
    index = tantivy.Index(schema(), path=str(_current().resolve()))
    for turn in range(20):
        try:
            writer = index.writer(heap_size=32_000_000, num_threads=1)
            break
        except ValueError:       # its lock is held
            if turn == 19:
                raise Busy from None
            time.sleep(0.25)
    for item in items:
        writer.delete_documents_by_term("item", item)
    for row in shelf.searched(items):
        writer.add_document(_document(row))
    writer.commit()
    writer.wait_merging_threads()


@lru_cache(maxsize=2)
def _opened(path: str) -> tantivy.Index:
    return tantivy.Index.open(path)


def _index() -> tantivy.Index | None:
    if not _current().exists():
        return None
    index = _opened(str(_current().resolve()))
    index.reload()
    return index


def size() -> int:
    """How many paragraphs the index holds."""
    index = _index()
    return index.searcher().num_docs if index else 0


# --- asking -----------------------------------------------------------------------------------------------


@dataclass
class Asked:
    """What was asked, taken apart: words and phrases wanted, those not wanted, and the fields narrowed by."""

    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    year: list[int] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)        # synonyms looked for besides


def take_apart(question: str) -> Asked:
    """Words, "phrases", -exclusions, body: and year:. What is no field is a word."""
    asked = Asked()
    question = re.sub(r"\b(?:minutes?|items?)\s+(?=[a-z]?\d)", "", question[:400], flags=re.IGNORECASE)      # "minute 52" asks for its number
    for m in TERM.finditer(question):
        words = (m["phrase"] if m["phrase"] is not None else m["word"]).strip()
        name = (m["field"] or "").lower()
        if not words:
            continue
        if name in ("body", "in"):
            asked.body.append(words.casefold())
        elif name == "year" and words.isdigit():
            asked.year.append(int(words[:4]))
        elif name == "kind":
            asked.kind.append(words.casefold())
        elif stems(words):
            (asked.unwanted if m["not"] else asked.wanted).append(f'"{words}"' if m["phrase"] is not None else words)
    return asked


def _near(words: str, names: Iterable[str], s: tantivy.Schema) -> tantivy.Query:
    """These words, in this order where they are several, in any of the fields."""
    terms = stems(words)
    each = []
    for name in names:
        weight = 0.6 if name == "title" else 1.0
        one = tantivy.Query.term_query(s, name, terms[0]) if len(terms) == 1 else tantivy.Query.phrase_query(s, name, list(terms))
        each.append((tantivy.Occur.Should, tantivy.Query.boost_query(one, weight)))
    return tantivy.Query.boolean_query(each)


def others_for(words: str) -> list[str]:
    bare = words.strip('"').casefold()
    for group in SYNONYMS:
        if bare in group:
            return [w for w in group if w != bare]
    return []


def _query(asked: Asked, s: tantivy.Schema, bodies: dict[str, str], *, exact: bool) -> tantivy.Query:
    must: list[tuple[tantivy.Occur, tantivy.Query]] = []
    joined = " ".join(w.strip('"') for w in asked.wanted)
    pairs = others_for(joined) if len(asked.wanted) > 1 and not exact else []
    each = []
    for words in asked.wanted:
        ways = [(tantivy.Occur.Should, _near(words.strip('"'), ("text", "title"), s))]
        if re.fullmatch(r"[\w/.]*\d[\w/.]*", words):
            ways.append((tantivy.Occur.Should, tantivy.Query.boost_query(tantivy.Query.term_query(s, "number", words.casefold()), 3.0)))
        for other in others_for(words) if not exact and not words.startswith('"') else []:
            asked.also.append(other)
            ways.append((tantivy.Occur.Should, tantivy.Query.boost_query(_near(other, ("text",), s), 0.5)))
        each.append((tantivy.Occur.Must, tantivy.Query.boolean_query(ways)))
    if each:
        whole = tantivy.Query.boolean_query(each)
        if pairs:
            asked.also += pairs
            whole = tantivy.Query.boolean_query([(tantivy.Occur.Should, whole), *((tantivy.Occur.Should, _near(p, ("text", "title"), s)) for p in pairs)])
        must.append((tantivy.Occur.Must, whole))
    else:
        must.append((tantivy.Occur.Must, tantivy.Query.all_query()))
    for words in asked.unwanted:
        must.append((tantivy.Occur.MustNot, _near(words.strip('"'), ("text",), s)))
    if asked.body:
        slugs = [slug for slug, name in bodies.items() if any(b == slug or b in name.casefold() for b in asked.body)]
        must.append((tantivy.Occur.Must, _any(s, "body", slugs or ["\x00"])))
    if asked.year:
        must.append((tantivy.Occur.Must, _any(s, "year", asked.year)))
    if asked.kind:
        must.append((tantivy.Occur.Must, _any(s, "kind", asked.kind)))
    return tantivy.Query.boolean_query(must)


def _any(s: tantivy.Schema, name: str, values: Iterable[Any]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, tantivy.Query.term_query(s, name, v)) for v in values])


def ask(question: str, *, body: str = "", year: str = "", kind: str = "", order: str = "best", exact: bool = False, page: int = 1) -> dict[str, Any]:
    """The items that answer, each with its passages; counts by body, year and kind; what else was looked for."""
    asked = take_apart(question)
    if body:
        asked.body = [body]
    if year.isdigit():
        asked.year = [int(year[:4])]
    if kind:
        asked.kind = [kind]
    out: dict[str, Any] = {"question": question, "results": [], "paragraphs": 0, "items": 0, "facets": {}, "also": [], "page": 1, "pages": 1, "ready": True,
                           "chosen": {"body": body, "year": year, "kind": kind, "order": order, "exact": exact}}
    index = _index()
    out["ready"] = index is not None
    if index is None or not (asked.wanted or asked.body or asked.year or asked.kind):
        return out
    bodies = shelf.body_names()
    searcher, s = index.searcher(), schema()
    query = _query(asked, s, bodies, exact=exact)
    hits = searcher.search(query, MOST, count=True, order_by_field="day") if order == "newest" else searcher.search(query, MOST, count=True)
    ranked = [searcher.doc(address) for _, address in hits.hits]
    groups: dict[int, list[int]] = {}
    for doc in ranked:
        groups.setdefault(doc["item"][0], []).append(doc["id"][0])
    out |= {"paragraphs": hits.count, "items": len(groups), "more": hits.count > MOST, "also": list(dict.fromkeys(asked.also)),
            "facets": _facets(searcher, query, bodies), "pages": max(1, -(-len(groups) // ITEMS))}
    out["page"] = page = min(max(page, 1), out["pages"])
    shown = list(groups.items())[(page - 1) * ITEMS : page * ITEMS]
    rows = shelf.found(i for _, ids in shown for i in ids[:SHOWN])
    wanted = [w.strip('"') for w in (*asked.wanted, *asked.also)]
    for _, ids in shown:
        passages = [rows[i] for i in ids[:SHOWN] if i in rows]
        if passages:
            of = passages[0]["of"]
            out["results"].append({k: of[k] for k in ("number", "title", "href", "role", "kind", "body", "paper")} | {
                "date": of["date"] and of["date"].isoformat(), "matching": len(ids),
                "passages": [{"number": p["number"], "label": p["label"], "href": of["href"] + (f"#p{p['number']}" if "#" not in of["href"] else ""), "source": p["source"],
                              "words": passage(p["text"], wanted)} for p in passages]})
    return out


def _facets(searcher: Any, query: tantivy.Query, bodies: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    ways = {name: {"terms": {"field": name, "size": 20}} for name in ("body", "year", "kind")}
    counted = searcher.aggregate(query, ways)
    out = {}
    for name in ways:
        rows = [{"value": b["key"], "count": b["doc_count"]} for b in counted[name]["buckets"] if b["key"] not in ("", 0, 0.0)]
        for row in rows:
            row["value"] = str(int(row["value"])) if name == "year" else row["value"]
            row["label"] = bodies.get(row["value"], row["value"]) if name == "body" else row["value"]
        out[name] = sorted(rows, key=lambda r: r["value"], reverse=True) if name == "year" else rows
    return out


def passage(text: str, wanted: Iterable[str], longest: int = 320) -> str:
    """The stretch of a paragraph where the words stand, each between the two signs of finding."""
    text = text.replace("\x02", "").replace("\x03", "")
    sought = {tuple(stems(w)) for w in wanted if stems(w)}
    words = [(m.start(), m.end(), (stems(m[0]) or [""])[0]) for m in re.finditer(r"[^\W_]+", text)]
    hits: list[tuple[int, int]] = []
    for n in range(len(words)):
        for terms in sought:
            if tuple(w[2] for w in words[n : n + len(terms)]) == terms:
                hits.append((words[n][0], words[n + len(terms) - 1][1]))
    begin = 0
    if hits and len(text) > longest:
        begin = max(0, min(hits[0][0] - 90, len(text) - longest))
        begin = text.rfind(" ", 0, begin + 1) + 1
    end = len(text) if len(text) - begin <= longest else text.rfind(" ", begin, begin + longest)
    end = end if end > begin else len(text)
    out, at = ["… "] if begin else [], begin
    for start, stop in sorted(hits):
        if start >= at and stop <= end:
            out += [text[at:start], "\x02", text[start:stop], "\x03"]
            at = stop
    return "".join([*out, text[at:end], " …" if end < len(text) else ""])


