"""Records as Akoma Ntoso: minutes as a debate record, other papers as documents.

Source: OASIS LegalDocML, Akoma Ntoso Version 1.0 (namespace .../akn/3.0) and its naming convention.
Paragraph labels become nested lists; who was there becomes the roll call. Promises, follow-ups,
motions and actions are our readings of the text, so they stand apart from it, in `notes`; votes in
`analysis`. Everything that bears a name refers to one entry of `references`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias
from urllib.parse import quote

from lxml import etree

from minutebook.formats.outline import Node, business, hash_address, outline, placed, slug, writable
from minutebook.record import Attendee, Item, Paragraph, Question, Record, Resolution, Vote

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DEBATES = frozenset({"minutes", "web-minutes", "web-item", "questions", "response-table"})
UNDATED = "0001-01-01"
"""Stands where Akoma Ntoso demands a date and the paper has none; its name then says "unknown"."""

E: TypeAlias = Any  # an element; lxml ships no types


def to_akoma_ntoso(records: Iterable[Record], *, country: str = "gb", language: str = "eng") -> bytes:
    """Write records as one Akoma Ntoso file: one paper as itself, several as a collection.

    Country in ISO 3166-1, language in ISO 639-2.
    """
    papers = list(records)
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    if len(papers) == 1:
        _Paper(papers[0], country, language).write(root)
    else:
        _collection(root, papers, country, language)
    etree.indent(root, " ")
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written


def _collection(root: E, papers: list[Record], country: str, language: str) -> None:
    whole = _add(root, "documentCollection", name="papers")
    meta = _add(whole, "meta")
    _identification(
        meta, f"/akn/{country}/collection/papers", UNDATED, "unknown", country, "papers", language, "#reader"
    )
    references = _add(meta, "references", source="#reader")
    _reader(references, "")
    body = _add(whole, "collectionBody")
    for number, paper in enumerate(papers, 1):
        component = _add(body, "component", eId=f"component_{number}")
        _Paper(paper, country, language, f"component_{number}__").write(component)
    if not papers:
        interstitial = _add(_add(body, "component", eId="component_1"), "interstitial", eId="component_1__note")
        _add(interstitial, "p", "No papers.")


def _identification(
    meta: E,
    work: str,
    on: str,
    name: str,
    country: str,
    kind: str,
    language: str,
    author: str,
    title: str | None = None,
) -> None:
    identification = _add(meta, "identification", source=author.removesuffix("body").removesuffix("reader") + "reader")
    expression = f"{work}/{language}@{'' if on == UNDATED else on}"
    for level, this, uri in (
        ("FRBRWork", f"{work}/!main", work),
        ("FRBRExpression", f"{expression}/!main", expression),
        ("FRBRManifestation", f"{expression}/!main.xml", f"{expression}.xml"),
    ):
        part = _add(identification, level)
        _add(part, "FRBRthis", value=this)
        _add(part, "FRBRuri", value=uri)
        _add(part, "FRBRdate", date=on, name=name)
        _add(part, "FRBRauthor", href=author)
        if level == "FRBRWork":
            _add(part, "FRBRcountry", value=country)
            _add(part, "FRBRsubtype", value=kind)
            if title:
                _add(part, "FRBRname", value=title)
        elif level == "FRBRExpression":
            _add(part, "FRBRlanguage", language=language)
        else:
            _add(part, "FRBRformat", value="application/xml")


def _reader(references: E, prefix: str) -> None:
    _add(
        references,
        "TLCOrganization",
        eId=f"{prefix}reader",
        href="/akn/ontology/organization/minutebook",
        showAs="minutebook",
    )


class _Paper:
    """One paper on its way into Akoma Ntoso. `prefix` keeps its identifiers apart from other papers'."""

    def __init__(self, record: Record, country: str, language: str, prefix: str = "") -> None:
        self.record, self.country, self.language, self.prefix = record, country, language, prefix
        self.debate = record.kind in DEBATES
        self.taken: set[str] = set()
        self.named: dict[tuple[str, str], str] = {}
        self.meta = etree.Element(f"{{{NAMESPACE}}}meta")
        self.references = etree.Element(f"{{{NAMESPACE}}}references", source=f"#{prefix}reader")
        self.places: dict[tuple[str | None, str], str] = {}
        self.on, self.on_name = _date_of(record)

    # --- the whole ------------------------------------------------------------------------------

    def write(self, parent: E) -> None:
        record = self.record
        self.taken.add(self.prefix + "reader")
        _reader(self.references, self.prefix)
        self.taken.add(self.prefix + "body")
        body_name = record.body or record.authority or "unnamed body"
        _add(
            self.references,
            "TLCOrganization",
            eId=self.prefix + "body",
            href=f"/akn/ontology/organization/{self.country}/{slug(body_name)}",
            showAs=body_name,
        )
        self._source()
        paper = _add(parent, "debate" if self.debate else "doc", name=record.kind)
        paper.append(self.meta)
        self._preface(paper)
        main = _add(paper, "debateBody" if self.debate else "mainBody")
        if self.debate or record.attendance:
            self._roll_call(main)
        for item in record.items:
            self._item(main, item)
        self._rest(main)
        if len(main) == 0:
            _add(main, "p", record.title or record.kind)
        self._meta()

    def _meta(self) -> None:
        record, sort = self.record, "debate" if self.debate else "doc"
        work = f"/akn/{self.country}/{sort}/{record.kind}/{slug(record.body or record.authority)}"
        work += f"/{self.on if self.on != UNDATED else 'undated'}"
        if not self.debate and record.title:
            work += f"/{slug(record.title)}"
        author = f"#{self.prefix}body"
        _identification(
            self.meta, work, self.on, self.on_name, self.country, record.kind, self.language, author, record.title
        )
        notes = self._notes()
        analysis = self._analysis()
        for part in (analysis, self.references, notes):
            if part is not None and len(part):
                self.meta.append(part)

    def _source(self) -> None:
        source = self.record.source
        address = source.address or ""
        if not re.fullmatch(r"https?://[\w.:-]+(/(%[0-9A-Fa-f]{2}|[^%\s\[\]])*)?", address):
            address = hash_address(source.sha256)
        _add(
            self.references,
            "TLCObject",
            eId=self._id("source"),
            href=quote(address, safe=":/?#&=%@+,;~!$'()*-._"),
            showAs=source.name or "unnamed file",
        )

    def _preface(self, paper: E) -> None:
        record = self.record
        preface = _add(paper, "preface")
        if record.authority:
            self._refer(_add(preface, "p"), "organization", record.authority, "TLCOrganization", record.authority)
        if record.body:
            _add(_add(preface, "p"), "organization", record.body, refersTo=f"#{self.prefix}body")
        line = _add(preface, "p")
        _add(line, "docType", record.title or record.kind.replace("-", " ").capitalize())
        if record.date and self.on_name == "meeting":
            _add(_add(preface, "p"), "docDate", record.date, date=self.on)
        if record.time:
            _add(preface, "p", record.time)
        if record.venue:
            self._refer(_add(preface, "p"), "location", record.venue, "TLCLocation", record.venue)

    # --- who was there --------------------------------------------------------------------------

    def _roll_call(self, main: E) -> None:
        call = _add(main, "rollCall", eId=self._id("rollCall"))
        groups: dict[str, list[Attendee]] = {}
        for one in self.record.attendance:
            groups.setdefault(one.group, []).append(one)
        for group, people in groups.items():
            each = _add(call, "blockList", eId=self._id("rollCall__" + slug(group)))
            _add(each, "listIntroduction", group[:1].upper() + group[1:])
            for one in people:
                line = _add(_add(each, "item", eId=self._id("rollCall__" + slug(one.name))), "p")
                shown = " ".join(part for part in (one.honorific, one.name, one.postnominals) if part)
                person = self._refer(line, "person", shown, "TLCPerson", one.name)
                if one.role:
                    person.set("as", "#" + self._reference("TLCRole", one.role))
                person.tail = writable(_beside(one)) or None

    # --- the business ---------------------------------------------------------------------------

    def _part(self, main: E, name: str, eid: str, number: str | None, title: str | None, aside: str = "") -> E:
        """Open a part with its number and heading; gives the element that its blocks go into."""
        own = self._id(eid)
        part = _add(main, "debateSection", eId=own, name=name) if self.debate else _add(main, "section", eId=own)
        if number:
            _add(part, "num", number)
        if title or aside:
            heading = _add(part, "heading", title or "")
            if aside:
                heading.text = (heading.text or "") + (" " if title else "")
                _add(heading, "inline", aside, name="agenda-reference")
        return part if self.debate else _add(part, "content", eId=self._id(eid + "__content"))

    def _item(self, main: E, item: Item) -> None:
        number = item.number if item.number is not None else item.number_inferred
        aside = f"(Item {item.agenda_ref})" if item.agenda_ref else ""
        part = self._part(main, "item", "item_" + slug(number or item.title), item.number, item.title, aside)
        own = str((part if self.debate else part.getparent()).get("eId"))
        self.places.setdefault((number, ""), own)
        for line in (item.section, item.text, item.action, *item.subheadings, *item.adjournments):
            if line:
                _add(part, "p", line)
        run: list[Node] = []
        for said in business(self.record, item):
            if isinstance(said, Node):
                run.append(said)
                continue
            self._paragraphs(part, run, own, number)
            run = []
            if isinstance(said, Resolution):
                self._resolution(part, said, own)
            else:
                self._question(part, said, own)
        self._paragraphs(part, run, own, number)

    def _resolution(self, part: E, resolution: Resolution, own: str) -> None:
        eid = self._id(own + "__resolution", whole=True)
        _add(_add(part, "resolutions", eId=eid) if self.debate else part, "p", resolution.text)

    def _question(self, part: E, question: Question, own: str) -> None:
        shown = " ".join(p for p in (question.honorific, question.asker) if p)
        if question.organisation:
            shown = f"{shown}, {question.organisation}" if shown else question.organisation
        if not self.debate:
            _add(part, "p", f"{shown}: {question.text}" if shown else question.text)
            return
        by = "#" + self._reference("TLCPerson", question.asker or "not named")
        asked = _add(part, "question", eId=self._id(own + "__question", whole=True), by=by)
        if question.number is not None:
            _add(asked, "num", question.number)
        if shown:
            _add(asked, "from", shown)
        _add(asked, "p", question.text)
        if question.answer and not question.answered_by:  # else it stands in the paragraphs
            reply = "#" + self._reference("TLCPerson", "not named")
            answered = _add(part, "answer", eId=self._id(own + "__answer", whole=True), by=reply)
            _add(answered, "p", question.answer)

    def _paragraphs(self, part: E, nodes: list[Node], own: str, number: str | None) -> None:
        """Numbered paragraphs stand in a list; plain ones as they are, with what hangs from them."""
        row: E | None = None
        for node in nodes:
            if not node.plain:
                if row is None:
                    row = _add(part, "blockList", eId=self._id(own + "__list", whole=True))
                self._list_item(row, node, own, number)
                continue
            row = None
            if node.children:
                listed = _add(part, "blockList", eId=self._place(node, own, number))
                _add(listed, "listIntroduction", node.paragraph.text)
                for child in node.children:
                    self._list_item(listed, child, own, number)
            else:
                _add(part, "p", node.paragraph.text, eId=self._place(node, own, number))

    def _list_item(self, listed: E, node: Node, own: str, number: str | None) -> None:
        line = _add(listed, "item", eId=self._place(node, own, number))
        if not node.plain:
            _add(line, "num", "•" if node.bullet else node.own)
        _add(line, "p", node.paragraph.text)
        if node.children:
            inner = _add(line, "blockList", eId=self._id(own + "__list", whole=True))
            for child in node.children:
                self._list_item(inner, child, own, number)

    def _place(self, node: Node, own: str, number: str | None) -> str:
        eid = self._id(f"{own}__para_{slug(node.paragraph.label)}", whole=True)
        self.places.setdefault((number, node.paragraph.label), eid)
        return eid

    # --- what other papers hold -----------------------------------------------------------------

    def _rest(self, main: E) -> None:
        record, kept = self.record, placed(self.record)
        apart = [q for n, q in enumerate(record.questions) if n not in kept]
        if apart:
            part = self._part(main, "questions", "questions", None, "Questions")
            own = str((part if self.debate else part.getparent()).get("eId"))
            for question in apart:
                self._question(part, question, own)
        for section in record.sections:
            part = self._part(
                main, "section", "section_" + slug(section.number or section.heading), section.number, section.heading
            )
            self._labelled(part, section.paragraphs)
        for entry in record.entries:
            part = self._part(main, "entry", "entry_" + slug(entry.title), None, entry.title)
            for line in (entry.summary, *map(_told, entry.decisions), entry.consultees, entry.contact):
                if line:
                    _add(part, "p", line)
            for line in (entry.open_or_closed, entry.closed_reason):
                if line:
                    _add(part, "p", line)
        for meeting in record.meetings:
            part = self._part(main, "meeting", "meeting_" + slug(meeting.heading), None, meeting.heading)
            for told in meeting.entries:
                _add(part, "p", _told(told))
        rules = (*record.standing_rules, *((record.review_rule,) if record.review_rule else ()))
        implications = tuple(f"{subject}: {text}" for subject, text in record.implications.items())
        for name, title, lines in (
            ("recommendations", "Recommendations", record.recommendations),
            ("implications", "Implications", implications),
            ("background-papers", "Background papers", record.background_papers),
            ("rules", "Standing rules", rules),
            ("exclusions", "Exclusion of the press and public", tuple(e.quote for e in record.exclusions)),
            ("exempt-items", "Exempt items", tuple(map(_told, record.exempt_items))),
            ("cabinet", "Cabinet", tuple(map(_told, record.cabinet))),
            ("documents", "Documents", tuple(d.title for d in record.documents)),
        ):
            if lines:
                part = self._part(main, name, name, None, title)
                for line in lines:
                    _add(part, "p", line)

    def _labelled(self, part: E, paragraphs: tuple[Paragraph, ...]) -> None:
        own = str((part if self.debate else part.getparent()).get("eId"))
        self._paragraphs(part, outline(paragraphs), own, None)

    # --- what was read in the text, apart from it -------------------------------------------------

    def _analysis(self) -> E | None:
        counted = [vote for vote in self.record.votes if _counts(vote)]
        if not counted:
            return None
        analysis = etree.Element(f"{{{NAMESPACE}}}analysis", source=f"#{self.prefix}reader")
        parliamentary = _add(analysis, "parliamentary")
        for vote in counted:
            voting = _add(parliamentary, "voting", eId=self._id("vote"))
            if vote.result:
                voting.set("outcome", "#" + self._reference("TLCConcept", vote.result))
            if (vote.item, "") in self.places:
                voting.set("href", "#" + self.places[vote.item, ""])
            for side, count in _counts(vote):
                concept = "#" + self._reference("TLCConcept", side)
                _add(voting, "count", eId=self._id("count"), value=count, refersTo=concept)
        return analysis

    def _notes(self) -> E:
        record = self.record
        notes = etree.Element(f"{{{NAMESPACE}}}notes", source=f"#{self.prefix}reader")
        for c in record.commitments:
            owner = f"{c.by or 'not said by whom'}{f', {c.due}' if c.due else ''}"
            self._note(notes, "commitment", c.item, c.paragraph, f"{c.strength} {c.basis}, {c.kind} ({owner})", c.quote)
        for f in record.follow_ups:
            self._note(notes, "follow-up", f.item, f.paragraph, f"{f.status}: {f.about}", f.quote)
        for m in record.motions:
            moved = f"{m.mover or 'not named'}, seconded by {m.seconder or 'nobody named'}"
            self._note(notes, "motion", m.item, None, f"{moved}: {m.outcome or 'no outcome printed'}", m.quote)
        for a in record.actions:
            self._note(
                notes, "action", a.item, None, ", ".join(p for p in (a.ref, a.owner, a.due, a.status) if p), a.text
            )
        for d in record.decisions:
            self._note(notes, "decision", d.item, None, d.ref or "", d.title)
        for w in record.declarations:
            self._note(notes, "declaration", w.item, None, w.member or "", w.quote)
        return notes

    def _note(self, notes: E, kind: str, item: str | None, paragraph: str | None, said: str, words: str) -> None:
        note = _add(notes, "note", eId=self._id("note"), marker=kind)
        place = self.places.get((item, paragraph or "")) or self.places.get((item, ""))
        if place:
            note.set("placementBase", "#" + place)
        if said:
            _add(note, "p", said)
        _add(_add(note, "p"), "embeddedText", words)

    # --- names ------------------------------------------------------------------------------------

    def _refer(self, parent: E, tag: str, shown: str, sort: str, name: str) -> E:
        return _add(parent, tag, shown, refersTo="#" + self._reference(sort, name))

    def _reference(self, sort: str, name: str) -> str:
        """The identifier of a person, role, place or idea; the first mention enters it in `references`."""
        if (sort, name) not in self.named:
            noun = sort.removeprefix("TLC").lower()
            eid = self.named[sort, name] = self._id(f"{noun}-{slug(name)}")
            href = f"/akn/ontology/{noun}/{self.country}/{slug(name)}"
            _add(self.references, sort, eId=eid, href=href, showAs=name)
        return self.named[sort, name]

    def _id(self, wanted: str, *, whole: bool = False) -> str:
        """An identifier not yet taken; the second of a name becomes name_2. `whole` already bears the prefix."""
        name = wanted if whole else self.prefix + wanted
        found, number = name, 1
        while found in self.taken:
            number += 1
            found = f"{name}_{number}"
        self.taken.add(found)
        return found


def _add(parent: E, tag: str, text: object = None, **attributes: object) -> E:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    for name, value in attributes.items():
        element.set(name, writable(value))
    if text is not None and text != "":
        element.text = writable(text)
    return element


def _date_of(record: Record) -> tuple[str, str]:
    inferred = record.inferred.get("date")
    for value, name in (
        (record.date, "meeting"),
        (inferred.get("value") if isinstance(inferred, Mapping) else None, "inferred"),
    ):
        try:
            return date.fromisoformat(str(value)).isoformat(), name
        except ValueError:
            continue
    return UNDATED, "unknown"


def _beside(one: Attendee) -> str:
    """What stands beside a name in the roll call."""
    said = [one.role, f"substitute for {one.substitute_for}" if one.substitute_for else None]
    said += [one.authority, one.arrived, one.departed]
    words = ", ".join(part for part in said if part)
    return f" ({words})" if words else ""


def _counts(vote: Vote) -> list[tuple[str, int]]:
    sides = (("for", vote.votes_for), ("against", vote.against), ("abstain", vote.abstain))
    return [(side, count) for side, count in sides if count is not None]


def _told(fields: Mapping[str, Any]) -> str:
    return "; ".join(f"{key}: {value}" for key, value in fields.items() if value not in (None, "", (), []))
