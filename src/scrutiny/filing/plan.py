"""What would change, if this reading were filed: a list of named changes that a person can read.

Nothing is written here. Changes name things by key, since what one change adds the next may need.
"""
from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import minutebook
from minutebook.citations import bare, stands, words_at
from minutebook.documents.blocks import Document as ReadDocument
from minutebook.formats.records import to_json
from minutebook.pages.words import day, titled, value_of
from minutebook.provenance import Span
from minutebook.readings import Reading, coverage_of
from minutebook.record import Item, Record
from scrutiny.access import gate
from scrutiny.archive.models import Document
from scrutiny.bodies.models import Body, Person
from scrutiny.business.models import Decision, Question, Vote
from scrutiny.filing.match import Known, Name, numbered, plain, same_item, slugged, whose_name
from scrutiny.meetings import models as meetings
from scrutiny.tracking.models import Commitment, Figure, Reference

PROCEEDINGS = {"minutes", "web-minutes", "web-item", "meeting-page", "service-meeting"}
HELD_HEAD = re.compile(
    r"\b(?:not for publication(?!\s*:?\s*(?:no|none|n/a)\b)|exempt (?:report|appendix|annex|minutes?|paper|information (?:pack|paper))|confidential (?:report|appendix|annex|minutes?|paper)|"
    r"private (?:report|appendix|minutes)|restricted (?:report|paper|appendix)|contains? exempt information)\b", re.IGNORECASE)
HELD_SECTION = re.compile(r"(?<!un)(?<!un-)\b(?:restricted items?|exempt|confidential|not for publication|private (?:items?|session|business))\b", re.IGNORECASE)
HEAD = 600                  # characters at the top of a paper in which "not for publication" speaks of the whole
CLAIMS: dict[str, tuple[type[meetings.Claim], str]] = {
    "commitments": (Commitment, "promise"), "figures": (Figure, "figure"), "references": (Reference, "reference"),
    "questions": (Question, "question"), "decisions": (Decision, "decision"), "votes": (Vote, "vote")}


@dataclass(frozen=True)
class Change:
    """One change: its name, the key of what it changes, a sentence about it, and what it needs."""

    what: str
    of: str
    told: str
    data: dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass
class Plan:
    """What filing a reading would change, and what in it a clerk should look at."""

    name: str
    changes: list[Change] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.changes)

    def told(self, *, whole: bool = False) -> Iterator[str]:
        """The plan in lines: counted by kind of change, or `whole`, change by change."""
        if not self.changes:
            yield f"{self.name}: nothing to change"
        elif whole:
            yield f"{self.name}: {len(self.changes)} changes"
            yield from (f"  {c.what:15} {c.told}" for c in self.changes)
        else:
            counts = Counter(c.what for c in self.changes)
            yield f"{self.name}: " + ", ".join(f"{n} {what}" for what, n in counts.items())
        yield from (f"  look at         {d}" for d in self.doubts)


def plan_of(reading: Reading, *, size: int = 0, sha256: str = "", address: str = "", licence: str = "", exempt: str = "") -> Plan:
    """The plan for one reading. `exempt` is the ground on which a clerk holds the whole paper in private."""
    return _Planner(reading, size=size, sha256=sha256, address=address, licence=licence, exempt=exempt).plan()


def turn_of(reading: Reading) -> int:
    """In which order to file papers that come together: first those that say most of themselves.

    0 names body and authority, 1 the body alone, 2 neither; web pages, which cut long texts, come after the full papers.
    """
    turns = []
    for r in reading.records:
        turn = 0 if r.body and (r.authority or _inferred(r, "authority")) else 1 if r.body else 2
        turns.append(turn + (2 if r.kind.startswith(("web-", "service-", "meeting-page")) else 0))
    return min(turns, default=9)


def _inferred(record: Record, name: str) -> str | None:
    value = (record.inferred.get(name) or {}).get("value")
    return value if isinstance(value, str) else None


@dataclass
class _Held:
    """A range of a document that is held back, and why."""

    start: int
    end: int
    ground: str
    law: str = ""
    paragraphs: str = ""

    def covers(self, span: Span | None) -> bool:
        return span is not None and span.start < self.end and span.end > self.start


@dataclass
class _Known:
    """An item on file or planned, as far as matching needs it."""

    key: str
    role: str
    number: str
    title: str
    slug: str
    paper: str
    clipped: bool
    digest: str
    size: int
    withheld: bool
    paragraphs: list[tuple[int, int, int]] = field(default_factory=list)     # number, start, end
    on_file: bool = True


class _Planner:
    def __init__(self, reading: Reading, *, size: int, sha256: str, address: str, licence: str, exempt: str) -> None:
        self.reading, self.size, self.outer = reading, size, sha256
        self.address, self.licence, self.exempt = address, licence, exempt
        self.out = Plan(reading.name)
        self.bodies = {(b.authority_key, b.key): (b.place, b.slug) for b in Body.objects.all()}
        self.addresses = set(self.bodies.values())
        self.people = [Known(p.slug, Name.of(p.name), frozenset(b.key for b in p.bodies.all()), frozenset(b.place for b in p.bodies.all()))
                       for p in Person.objects.prefetch_related("bodies")]
        self.slugs = {p.key for p in self.people}
        self.meetings: dict[str, dict[str, str]] = {}
        self.items: dict[str, list[_Known]] = {}
        self.listed: dict[str, set[str]] = {}
        self.seen: Counter[tuple[str, str]] = Counter()
        self.lead: dict[tuple[str, str, str], str] = {}
        self.filed: dict[tuple[str, type[meetings.Claim]], set[str]] = {}

    def add(self, what: str, of: str, told: str, **data: Any) -> None:
        self.out.changes.append(Change(what, of, told, data))

    def plan(self) -> Plan:
        if self.outer and self.outer not in {d.source.sha256 for d in self.reading.documents}:
            self._document(self.outer, self.reading.name, "application/octet-stream", self.size, None)
        for document in self.reading.documents:
            self._file(document, [r for r in self.reading.records if r.source == document.source])
        for failed in self.reading.unreadable:
            self.out.doubts.append(f"not read: {failed}")
        return self.out

    # --- the document -----------------------------------------------------------------------------

    def _document(self, sha: str, name: str, kind: str, size: int, inside: str | None, exempt: str = "") -> None:
        old = Document.objects.filter(sha256=sha).first()
        if old is None:
            self.add("add-document", sha, f"{name}, {size:,} bytes", sha256=sha, name=name, media_type=kind, size=size,
                     inside=inside, address=self.address, licence=self.licence, exempt=exempt)
            return
        received = {"name": name, "address": self.address, "licence": self.licence}
        if not old.receipts.filter(**{k: v for k, v in received.items() if v}).exists():
            self.add("add-receipt", sha, f"the same bytes came again, as {name}", sha256=sha, media_type=kind, size=size, inside=None, exempt="", **received)
        if exempt and old.withholding_id is None:
            self.out.doubts.append(f"{name} is on file as a public paper; to hold it back is a removal, not a filing")

    def _file(self, document: ReadDocument, records: list[Record]) -> None:
        source = document.source
        inside = self.outer if self.outer and self.outer != source.sha256 else None
        self.coverage = coverage_of(document, records)
        self.doc = document
        names = [q.asker for r in records for q in r.questions if q.asker and _private_asker(r, q)]
        self.names = sorted({n for n in names if n}, key=len, reverse=True)
        ranges = {id(r): self._held(r) for r in records}
        held = [h for hs in ranges.values() for h in hs]
        whole = self.exempt or (held and all(any(h.start == 0 and h.end >= len(document.text) for h in hs) for hs in ranges.values()) and held[0].ground)
        self._document(source.sha256, source.name, source.media_type, self.size if not inside else 0, inside, whole or "")
        if whole:
            held = [_Held(0, len(document.text), whole)] if self.exempt else held
        reader = f"minutebook {minutebook.__version__}, {source.extractor}"
        if not meetings.Paper.objects.filter(document__sha256=source.sha256, document__readings__reader=reader).exists():
            self._reading(document, records, held, reader)
        withheld = _joined(held)
        for h in withheld:
            if not _on_file_withheld(source.sha256, h):
                self.add("withhold", f"{source.sha256}:{h.start}-{h.end}", f"{h.ground}: {h.end - h.start:,} characters go to the private shelf",
                         sha256=source.sha256, start=h.start, end=h.end, ground=h.ground, law=h.law, paragraphs=h.paragraphs,
                         words=document.text[h.start : h.end])
        for record in records:
            self._record(record, [_Held(0, 1 << 40, self.exempt)] if self.exempt else ranges[id(record)])

    def _reading(self, document: ReadDocument, records: list[Record], held: list[_Held], reader: str) -> None:
        places = [(h.start, h.end) for h in held] + gate.private_places(document.text, self.names)
        public = gate.blanked(document.text, places)
        lines: list[Any] = []
        if document.markup:
            for line in document.lines:
                if line.runs and not any(h.start < line.runs[-1][3] and h.end > line.runs[0][2] for h in held):
                    lines.append([gate.public_words(line.text, self.names), [list(r) for r in line.runs]])
        pages = [[p.number, p.start, p.end, p.printed] for p in document.pages] or [[1, 0, len(document.text), ""]]
        self.add("keep-reading", document.source.sha256, f"read by {reader}", sha256=document.source.sha256, reader=reader,
                 text=public if not document.markup else "", pages=pages, lines=lines, markup=document.markup,
                 full_text=document.text, record=json.dumps(to_json(records), ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _held(self, record: Record) -> list[_Held]:
        """Which parts of a paper are private: restricted items, exempt sections, or all of it."""
        text = self.doc.text
        begin = min((c.start for c in record.coverage), default=0)
        end = max((c.end for c in record.coverage), default=len(text))
        alone = sum(r.source == record.source for r in self.reading.records) == 1
        if record.kind == "pack":
            return []
        head = " ".join(line.text for line in self.doc.lines if line.runs and begin <= line.runs[0][2] < end)[:HEAD] if self.doc.markup else text[begin : min(end, begin + HEAD)]
        if HELD_HEAD.search(head[: HEAD // 3] if record.kind in PROCEEDINGS | {"agenda"} else head):
            return [_Held(0 if alone else begin, len(text) if alone else end, "exempt paper")]
        found = [self._left_out(record, one, begin, end) for one in record.exempt_items]
        for n, item in enumerate(record.items):
            if item.where is None:
                continue
            if not (item.restricted or (item.section and HELD_SECTION.search(item.section))):
                if not self._held_on_file(record, item):
                    continue
                self.out.doubts.append(f"{item.number or ''} {item.title} is held in private, and printed in {self.reading.name}; it stays private until a clerk decides".strip())
            spans = [item.where, *(p.where for p in item.paragraphs), *(r.where for r in item.resolutions)]
            after = next((i.where.start for i in record.items[n + 1 :] if i.where and i.where.start > item.where.start), end)
            stop = max([after, *(s.end for s in spans if s)])
            law, paragraphs = _law(record, item.number)
            found.append(_Held(item.where.end, stop, "restricted item", law, paragraphs))
        return [h for h in found if h.end > h.start]

    def _left_out(self, record: Record, one: dict[str, Any], begin: int, end: int) -> _Held:
        """What a paper prints below the title of an exempt item. Where the title is not found, all after the exclusion."""
        law, paragraphs = _law(record, one.get("number"))
        spread = r"\s+".join(map(re.escape, (one.get("title") or "").split()))
        titles = list(re.finditer(spread, self.doc.text[begin:end], re.IGNORECASE)) if spread and not self.doc.markup else []
        after = max((e.where.end for e in record.exclusions if e.where), default=begin)
        start = begin + titles[-1].end() if titles else after
        stop = min((i.where.start for i in record.items if i.where and i.where.start >= start), default=end)
        return _Held(start, stop, "restricted item", law, paragraphs)

    def _held_on_file(self, record: Record, item: Item) -> bool:
        """Is this item of this meeting held in private already? Then what another paper prints of it waits for a clerk."""
        when = _iso(record.date)
        if when is None:
            return False
        rows = meetings.Item.objects.filter(withholding__isnull=False, meeting__date=when, role="item" if record.kind == "agenda" else "minute")
        if record.body:
            rows = rows.filter(meeting__body__key=plain(record.body))
        number, key = numbered(item.number), plain(item.title)[:200]
        return any(same_item(number, key, "" if r.inferred else numbered(r.number), r.key, by_title=True) for r in rows)

    # --- one paper ----------------------------------------------------------------------------------

    def _record(self, record: Record, held: list[_Held]) -> None:
        whole = next((h for h in held if h.ground != "restricted item"), None)
        start = min((c.start for c in record.coverage), default=0)
        paper = f"{record.source.sha256}:{record.kind}-{start}"
        place = paper.split(":", 1)[1]
        body = self._body(record)
        meeting = self._meeting(replace(record, time=None, venue=None, chair=None) if whole else record, body)
        where = None
        if not meetings.Paper.objects.filter(document__sha256=record.source.sha256, place=place).exists():
            title = "" if whole else gate.public_words(_paper_title(record), self.names)
            self.add("add-paper", paper, f"{record.kind.replace('-', ' ')}: {title or ('held in private' if whole else titled(record))}" + (f", {day(record.date)}" if record.date else ""),
                     sha256=record.source.sha256, place=place, kind=record.kind, title=title[:500], body=body, meeting=meeting,
                     date=_iso(record.date), pages=record.pages, start=start, withholding=whole and (whole.ground, whole.law, whole.paragraphs))
        if whole:
            return
        if meeting and record.kind in PROCEEDINGS | {"agenda"}:
            where = meeting
            self._attendance(record, meeting, body)
        scope = where or f"paper {paper}"
        role = ("item" if record.kind == "agenda" else "minute") if where else "section"
        known = self._items(scope, where, paper)
        shown: dict[str, _Known] = {}
        taken: set[str] = set()
        for n, item in enumerate(self._parts(record), 1):
            one = self._item(item, n, role, scope, where, paper, known, held, record, taken)
            taken.add(one.key)
            for label in {item.number, item.number_inferred} - {None}:
                shown[label] = one
        if where:
            self._exempt_items(record, scope, where, paper, known)
        self._claims(record, held, paper, scope, shown, known)

    def _parts(self, record: Record) -> Iterator[Item]:
        """The parts of a paper as items: those of a meeting as they are, sections of others made into such."""
        if record.items:
            yield from record.items
        if record.kind in PROCEEDINGS:
            return
        for section in record.sections:
            if section.paragraphs or section.heading:
                yield Item(section.number, section.heading or "Text", paragraphs=section.paragraphs, where=section.where)
        for heading, parts in (("Actions", record.actions), ("Entries", record.entries), ("Programme", record.meetings)):
            rows = [p for p in parts if p.where]
            if rows:
                from minutebook.record import Paragraph
                yield Item(None, heading, where=rows[0].where, paragraphs=tuple(
                    Paragraph(f"p{k}", words_at(self.doc, p.where.start, p.where.end, self.coverage), p.where, True) for k, p in enumerate(rows, 1)))

    def _body(self, record: Record) -> tuple[str, str] | None:
        """The key of the paper's body. An authority that no paper of it prints is left open."""
        if not record.body:
            return None
        authority = record.authority or _inferred(record, "authority") or ""
        if record.kind in ("letter", "decision-record"):
            return None
        key, akey = plain(record.body), plain(authority)
        same = [k for k in self.bodies if k[1] == key]
        if (akey, key) in self.bodies:
            return akey, key
        if not akey and len(same) == 1:
            return same[0]
        if akey and ("", key) in self.bodies and len(same) == 1:
            self.add("name-authority", record.body, f"{record.body} belongs to {authority}", key=key, authority=authority, akey=akey)
            self.bodies[akey, key] = self.bodies.pop(("", key))
            return akey, key
        if not akey and len(same) > 1:
            self.out.doubts.append(f"{record.body}: {len(same)} authorities have a body of this name, and the paper prints none")
            return None
        place, slug = slugged(authority) or "elsewhere", slugged(record.body) or "body"
        base, n = slug, 2
        while (place, slug) in self.addresses:
            slug, n = f"{base}-{n}", n + 1
        self.addresses.add((place, slug))
        self.bodies[akey, key] = (place, slug)
        self.add("add-body", f"{place}/{slug}", f"{record.body}" + (f", {authority}" if authority else ", authority not printed"),
                 name=record.body, authority=authority, key=key, akey=akey, place=place, slug=slug)
        return akey, key

    def _meeting(self, record: Record, body: tuple[str, str] | None) -> str | None:
        """The key of the meeting: of its body and day; without a body, the one of that day with the same business."""
        when = _iso(record.date)
        if record.kind in PROCEEDINGS and (body is None or when is None):
            if found := self._by_its_words(record, when):
                return found
            missing = " and ".join(n for n, v in (("body", body), ("day", when)) if not v)
            self.out.doubts.append(f"{titled(record)} in {self.reading.name}: the paper names no {missing}, and its words are those of no meeting on file; it is filed as a paper of no meeting")
        if body is None or when is None:
            return None
        key = self._meeting_key(body, when)
        place, slug = self.bodies[body]
        old = meetings.Meeting.objects.filter(body__place=place, body__slug=slug, date=when).first()
        facts = {k: gate.public_words(v) for k, v in (("time", record.time), ("venue", record.venue), ("chair", record.chair)) if v}
        if old is None and key not in self.meetings:
            if record.kind not in PROCEEDINGS | {"agenda", "pack"}:
                return None
            self.add("add-meeting", key, f"{record.body}, {day(record.date)}", body=body, date=when, facts=facts)
            self.meetings[key] = facts
        elif record.kind in PROCEEDINGS | {"agenda"}:
            has = self.meetings.get(key) or {f: getattr(old, f) for f in ("time", "venue", "chair") if old and getattr(old, f)}
            more = {k: v for k, v in facts.items() if not has.get(k)}
            if more:
                self.add("complete-meeting", key, ", ".join(f"{k}: {v}" for k, v in more.items()), body=body, date=when, facts=more)
            self.meetings[key] = has | more
        return key

    def _by_its_words(self, record: Record, when: date | None) -> str | None:
        """The one meeting on file whose minutes bear at least half of this paper's longer paragraphs, word for word."""
        openings = [p.text[:60] for i in record.items for p in i.paragraphs if len(p.text) >= 60][:12]
        rows = meetings.Paragraph.objects.filter(item__role="minute", item__meeting__isnull=False)
        rows = rows.filter(item__meeting__date=when) if when else rows
        shared = Counter(meeting for text in openings for meeting in set(rows.filter(text__startswith=text).values_list("item__meeting", flat=True)))
        best = [m for m, n in shared.items() if n * 2 >= len(openings) and n == max(shared.values())]
        if len(best) != 1:
            return None
        meeting = meetings.Meeting.objects.select_related("body").get(pk=best[0])
        return self._meeting_key((meeting.body.authority_key, meeting.body.key), meeting.date)

    def _meeting_key(self, body: tuple[str, str], when: date) -> str:
        return f"{'/'.join(self.bodies[body])}/{when.isoformat()}"

    def _attendance(self, record: Record, meeting: str, body: tuple[str, str] | None) -> None:
        if meeting not in self.listed:
            self.listed[meeting] = {n for m in self._meeting_rows(meeting) for n in m.attendance.values_list("printed", flat=True)}
            self.listed[meeting] |= {f"person {s}" for m in self._meeting_rows(meeting) for s in m.attendance.filter(person__isnull=False).values_list("person__slug", flat=True)}
        listed = self.listed[meeting]
        place, key = meeting.split("/", 1)[0], body[1] if body else ""
        for n, who in enumerate(record.attendance):
            printed = " ".join(p for p in (who.honorific, who.name, who.postnominals) if p)[:300]
            if who.where is None or printed in listed or not who.name or not who.name[0].isupper():
                continue
            name = Name.of(who.name)
            match = whose_name(name, self.people, key, place)
            if isinstance(match, list):
                self.out.doubts.append(f"{printed} may be any of {', '.join(sorted(k.key for k in match))}; listed as printed, as nobody’s")
                slug = None
            elif match is None:
                slug = base = slugged(who.name) or "person"
                k = 2
                while slug in self.slugs:
                    slug, k = f"{base}-{k}", k + 1
                self.slugs.add(slug)
                self.people.append(Known(slug, name, frozenset({key}), frozenset({place})))
                self.add("add-person", slug, printed, slug=slug, name=who.name, honorific=who.honorific or "", postnominals=who.postnominals or "",
                         surname=name.surname, meeting=meeting)
            else:
                slug = match.key
                if f"person {slug}" in listed:
                    continue
                fuller = len(" ".join(name.given)) > len(" ".join(match.name.given))
                self.people[self.people.index(match)] = Known(slug, name if fuller else match.name, match.bodies | {key}, match.places | {place})
                if fuller or key not in match.bodies:
                    self.add("complete-person", slug, printed, slug=slug, name=who.name if fuller else "", meeting=meeting)
            listed |= {printed, f"person {slug}"} if slug else {printed}
            self.add("add-attendance", f"{meeting}:{printed}", f"{printed}, {who.group}", meeting=meeting, person=slug, printed=printed,
                     role=(who.role or who.authority or "")[:200], group=who.group[:60], substitute_for=(who.substitute_for or "")[:200],
                     sha256=who.where.source, start=who.where.start, end=who.where.end, page=who.where.page or 1, order=n)

    def _meeting_rows(self, meeting: str | None) -> Iterable[meetings.Meeting]:
        if not meeting:
            return []
        place, slug, when = meeting.split("/")
        return meetings.Meeting.objects.filter(body__place=place, body__slug=slug, date=when)

    # --- items --------------------------------------------------------------------------------------

    def _items(self, scope: str, meeting: str | None, paper: str) -> list[_Known]:
        if scope in self.items:
            return self.items[scope]
        rows = meetings.Item.objects.select_related("paper__document").prefetch_related("paragraphs")
        if meeting:
            place, slug, when = meeting.split("/")
            rows = rows.filter(meeting__body__place=place, meeting__body__slug=slug, meeting__date=when)
        else:
            sha, at = paper.split(":", 1)
            rows = rows.filter(meeting__isnull=True, paper__document__sha256=sha, paper__place=at)
        self.items[scope] = [
            _Known(f"{scope}/{i.slug}", i.role, "" if i.inferred else numbered(i.number), i.key, i.slug, f"{i.paper.document.sha256}:{i.paper.place}", i.clipped, i.digest,
                   sum(len(p.text) for p in i.paragraphs.all()), i.withholding_id is not None, [(p.number, p.start, p.end) for p in i.paragraphs.all()])
            for i in rows]
        return self.items[scope]

    def _item(self, item: Item, order: int, role: str, scope: str, meeting: str | None, paper: str, known: list[_Known],
              held: list[_Held], record: Record, taken: set[str]) -> _Known:
        number = numbered(item.number or item.number_inferred)
        title = gate.public_words(item.title, self.names)[:600] or "Untitled"
        key = plain(title)[:200]
        span = item.where or next((p.where for p in (*item.paragraphs, *item.resolutions) if p.where), None) or Span(record.source.sha256, 0, 1, 1)
        mine = next((h for h in held if h.start == (item.where.end if item.where else -1)), None)
        words = [] if mine else self._paragraphs(item, held)
        digest = hashlib.sha256(json.dumps([title, [w["text"] for w in words], item.text or ""]).encode("utf-8", "surrogatepass")).hexdigest()
        size = sum(len(w["text"]) for w in words)
        left = [k for k in known if k.role == role and k.key not in taken and (role != "section" or (k.paper == paper and k.digest == digest))]
        old = next((k for way in (False, True) for k in left
                    if same_item(numbered(item.number), key, k.number, k.title, by_title=way) and not (way and k.paper == paper and k.digest != digest)), None)
        law, paragraphs = _law(record, item.number or item.number_inferred)
        facts = {"role": role, "number": item.number or item.number_inferred or "", "inferred": not item.number and bool(item.number_inferred), "title": title, "key": key,
                 "agenda_ref": (item.agenda_ref or "")[:40], "asked": "" if mine else gate.public_words(item.text or "", self.names), "clipped": item.truncated,
                 "closed": ", ".join(x for x in (law, f"paragraph {paragraphs}" if paragraphs else "") if x)[:300] if law or paragraphs else "",
                 "digest": digest, "withholding": mine and (mine.ground, mine.law, mine.paragraphs)}
        cited = {"start": span.start, "end": span.end, "page": span.page or 1, "clipped": item.truncated, "paper": paper}
        if old is None:
            slug = self._slug(role, number, title, known)
            one = _Known(f"{scope}/{slug}", role, numbered(item.number), key, slug, paper, item.truncated, digest, size, mine is not None,
                         [(w["number"], w["start"], w["end"]) for w in words], on_file=False)
            known.append(one)
            self.add("add-item", one.key, f"{facts['number']} {title}".strip() + (" (held in private)" if mine else ""), meeting=meeting, slug=slug,
                     order=order * 10, facts=facts, words=words, cited=cited, sha256=record.source.sha256)
            return one
        if mine and not old.withheld:
            self.out.doubts.append(f"{old.key} is public in one paper and restricted in another; it stays public until a clerk decides")
        elif old.digest != digest and (old.paper == paper or (old.clipped and not item.truncated and size >= old.size) or (not item.truncated and size > old.size * 1.1)):
            self.add("complete-item", old.key, f"{facts['number']} {title}: the fuller text of {self.reading.name}".strip(), meeting=meeting, slug=old.slug,
                     facts=facts, words=words, cited=cited, sha256=record.source.sha256, old_digest=old.digest)
            old.paper, old.clipped, old.digest, old.size = paper, item.truncated, digest, size
            old.paragraphs = [(w["number"], w["start"], w["end"]) for w in words]
        sha, at = paper.split(":", 1)
        if not meetings.Publication.objects.filter(paper__document__sha256=sha, paper__place=at, item__slug=old.slug).exists() and not any(
                c.what in ("add-item", "cite-item") and c.of == old.key and c.data["cited"]["paper"] == paper for c in self.out.changes):
            self.add("cite-item", old.key, f"{facts['number']} {title} is printed in {self.reading.name} too".strip(), meeting=meeting, slug=old.slug, cited=cited)
        return old

    def _paragraphs(self, item: Item, held: list[_Held]) -> list[dict[str, Any]]:
        """Paragraphs and resolutions in the order of the page, each with its place; nothing from a held range."""
        parts = [(p.where, p.text, "" if p.label_inferred else p.label, p.label.count("."), False) for p in item.paragraphs if p.where]
        spans = [p[0] for p in parts]
        parts += [(r.where, r.text, "", 0, True) for r in item.resolutions
                  if r.where and not any(s.start <= r.where.start and r.where.end <= s.end for s in spans if s)]
        resolved = [r.where for r in item.resolutions if r.where]
        out = []
        for n, (where, text, label, depth, res) in enumerate(sorted(parts, key=lambda p: p[0].start), 1):
            if any(h.covers(where) for h in held):
                continue
            res = res or any(where.start <= r.start and r.end <= where.end and (r.end - r.start) * 2 > where.end - where.start for r in resolved)
            out.append({"number": n, "label": label[:60], "depth": min(depth, 3), "resolution": res, "text": gate.public_words(text, self.names),
                        "start": where.start, "end": where.end, "page": where.page or 1})
        return out

    def _slug(self, role: str, number: str, title: str, known: list[_Known]) -> str:
        base = f"{role}-{number}"[:60] if number else f"{role}-{slugged(title, 50)}".rstrip("-")
        slug, n, taken = base, 2, {k.slug for k in known}
        while slug in taken:
            slug, n = f"{base}-{n}", n + 1
        return slug

    def _exempt_items(self, record: Record, scope: str, meeting: str, paper: str, known: list[_Known]) -> None:
        """Exempt items that a pack leaves out stand on the agenda all the same, as a closed leaf."""
        for n, one in enumerate(record.exempt_items):
            number, title = numbered(one.get("number")), gate.public_words(one.get("title") or "Exempt item")
            if any(k.role == "item" and same_item(number, plain(title)[:200], k.number, k.title) for k in known):
                continue
            law, paragraphs = _law(record, one.get("number"))
            slug = self._slug("item", number, title, known)
            known.append(_Known(f"{scope}/{slug}", "item", number, plain(title)[:200], slug, paper, False, "", 0, True))
            self.add("add-item", f"{scope}/{slug}", f"{one.get('number') or ''} {title} (held in private)".strip(), meeting=meeting, slug=slug, order=9000 + n,
                     facts={"role": "item", "number": one.get("number") or "", "inferred": False, "title": title[:600], "key": plain(title)[:200], "agenda_ref": "",
                            "asked": "", "clipped": False, "closed": "", "digest": "", "withholding": ("restricted item", law, paragraphs)},
                     words=[], cited=None, sha256=record.source.sha256, paper=paper)

    # --- claims -------------------------------------------------------------------------------------

    def _claims(self, record: Record, held: list[_Held], paper: str, scope: str, shown: dict[str, _Known], known: list[_Known]) -> None:
        for noun, (model, word) in CLAIMS.items():
            ordered = sorted((c for c in getattr(record, noun) if c.where), key=lambda c: (c.where.start, c.where.end))
            for claim in ordered:
                if any(h.covers(claim.where) for h in held):
                    continue
                quote = claim.quote if hasattr(claim, "quote") else claim.text if noun == "questions" else words_at(self.doc, claim.where.start, claim.where.end, self.coverage)
                if noun not in ("questions", "decisions") and not stands(self.doc, claim.where, quote, self.coverage):
                    self.out.doubts.append(f"a {word} does not stand where it is cited, and is left out: “{gate.public_words(quote[:80], self.names)}”")
                    continue
                self._claim(model, word, claim, quote, paper, scope, shown.get(claim.item or ""), known)

    def _claim(self, model: type[meetings.Claim], word: str, claim: Any, quote: str, paper: str, scope: str, item: _Known | None, known: list[_Known]) -> None:
        sha = claim.where.source
        key = hashlib.sha256(bare(quote).casefold().encode("utf-8", "surrogatepass")).hexdigest()
        self.seen[sha, f"{word}:{key}"] += 1
        identity = hashlib.sha256(f"{sha}|{key}|{self.seen[sha, f'{word}:{key}']}|{word}".encode()).hexdigest()
        if (sha, model) not in self.filed:
            self.filed[sha, model] = set(model.objects.filter(paper__document__sha256=sha).values_list("identity", flat=True))
        if identity in self.filed[sha, model]:
            return
        paragraph = None
        if item and item.paper == paper:
            paragraph = next((n for n, s, e in item.paragraphs if s < claim.where.end and e > claim.where.start), None)
        same = None
        if item and item.role == "minute":
            spot = (word, item.key, f"{key}:{self.seen[sha, f'{word}:{key}']}")
            before = self.lead.get(spot)
            if before is None and item.on_file:
                before = next((i for i, s in model.objects.filter(quote_key=key, item__slug=item.slug, same_as__isnull=True, **_meeting_filter(scope)).values_list("identity", "paper__document__sha256") if s != sha), None)
            if before is None:
                self.lead[spot] = identity
            same = before
        self.add(f"add-{word}", identity, f"“{gate.public_words(quote, self.names)[:110]}”", model=model, identity=identity, paper=paper,
                 item=item.key if item else None, paragraph=paragraph, quote=gate.public_words(quote, self.names), quote_key=key, start=claim.where.start,
                 end=claim.where.end, page=claim.where.page or 1, same_as=same, facts=self._facts(claim, word))

    def _facts(self, claim: Any, word: str) -> dict[str, Any]:
        p = lambda text, most=200: gate.public_words(str(text or ""), self.names)[:most]  # noqa: E731
        if word == "promise":
            return {"by": p(claim.by), "by_key": plain(claim.by)[:200], "to": p(claim.to), "kind": claim.kind, "basis": claim.basis,
                    "strength": claim.strength, "due": p(claim.due, 300), "confidence": claim.confidence}
        if word == "figure":
            return {"shown": p(value_of(claim), 120), "value": claim.value if isinstance(claim.value, (int, float)) else None, "unit": p(claim.unit, 60),
                    "measure": p(claim.measure, 300), "period": p(claim.period), "nature": claim.nature}
        if word == "reference":
            return {"kind": claim.kind, "target": p(claim.target, 300)}
        if word == "question":
            return {"asker": p(claim.asker), "answer": p(claim.answer, 20_000)}
        if word == "decision":
            return {"ref": p(claim.ref, 60), "title": p(claim.title, 500), "decider": p(claim.decider), "decided_on": p(claim.decided_on, 40)}
        return {"kind": claim.kind, "votes_for": claim.votes_for, "against": claim.against, "abstain": claim.abstain, "result": p(claim.result, 30)}


def _meeting_filter(scope: str) -> dict[str, str]:
    place, slug, when = scope.split("/")
    return {"item__meeting__body__place": place, "item__meeting__body__slug": slug, "item__meeting__date": when}


def _private_asker(record: Record, question: Any) -> bool:
    """A member of the public who asks by name has not agreed to be found by it for ever."""
    return record.kind == "questions" and not re.match(r"(?:the )?(?:councillor|cllr|alderman|cynghorydd|chair)", question.honorific or question.asker or "", re.IGNORECASE)


def _paper_title(record: Record) -> str:
    return record.title or (record.items[0].title if len(record.items) == 1 and not record.body else "")


def _law(record: Record, number: str | None) -> tuple[str, str]:
    """The enactment and the paragraphs of Schedule 12A under which this item was closed, as the paper prints them."""
    mine = numbered(number)
    for e in record.exclusions:
        named = {numbered(i) for i in e.items}
        if mine and (mine in named or mine.split("-")[0] in named and len(mine.split("-")[0]) < len(mine)):
            return (e.statute or "")[:300], ", ".join(e.paragraphs)[:100]
    return "", ""


def _iso(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def _joined(held: list[_Held]) -> list[_Held]:
    out: list[_Held] = []
    for h in sorted(held, key=lambda h: (h.start, -h.end)):
        if not out or h.start >= out[-1].end:
            out.append(h)
    return out


def _on_file_withheld(sha: str, held: _Held) -> bool:
    from scrutiny.access.models import WithheldPart

    return WithheldPart.objects.filter(source=sha, start=held.start, end=held.end).exists()
