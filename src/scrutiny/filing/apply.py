"""Carry out a plan: one transaction, and a line of the journal for every change. Broken off, nothing was done."""
from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

from minutebook.citations import bare
from scrutiny.access import journal
from scrutiny.access.models import WithheldPart, Withholding
from scrutiny.archive import actions as archive
from scrutiny.archive.models import Document
from scrutiny.bodies.models import Body, Person
from scrutiny.filing.plan import CLAIMS, Change, Plan
from scrutiny.meetings.models import Attendance, Item, Meeting, Paper, Paragraph, Publication


@transaction.atomic
def apply(plan: Plan, *, by: str, data: bytes = b"", sha256: str = "") -> str:
    """Do what the plan says, all of it or nothing. Returns the name of the act, under which the journal keeps it."""
    act = str(uuid.uuid4())
    if data and sha256:
        archive.keep_bytes(sha256, data)
    worker = _Applier()
    for change in plan.changes:
        getattr(worker, change.what.replace("-", "_"), worker.add_claim)(change)
    journal.entries(((c.what, c.of, c.told) for c in plan.changes), by=by, act=act)
    for item in sorted(worker.touched):
        journal.changed(item)
    return act


class _Applier:
    """One method for each name of a change."""

    def __init__(self) -> None:
        self.touched: set[int] = set()
        self._meetings: dict[str, Meeting] = {}
        self._papers: dict[str, Paper] = {}
        self._items: dict[str, Item] = {}
        self._documents: dict[str, Document] = {}

    # --- finding what a change speaks of --------------------------------------------------------------

    def document(self, sha256: str) -> Document:
        if sha256 not in self._documents:
            self._documents[sha256] = Document.objects.get(sha256=sha256)
        return self._documents[sha256]

    def meeting(self, key: str) -> Meeting:
        if key not in self._meetings:
            place, slug, when = key.split("/")
            self._meetings[key] = Meeting.objects.get(body__place=place, body__slug=slug, date=when)
        return self._meetings[key]

    def paper(self, key: str) -> Paper:
        if key not in self._papers:
            sha256, place = key.split(":", 1)
            self._papers[key] = Paper.objects.get(document__sha256=sha256, place=place)
        return self._papers[key]

    def item(self, key: str) -> Item:
        if key not in self._items:
            scope, slug = key.rsplit("/", 1)
            if scope.startswith("paper "):
                self._items[key] = Item.objects.get(paper=self.paper(scope.removeprefix("paper ")), meeting=None, slug=slug)
            else:
                self._items[key] = Item.objects.get(meeting=self.meeting(scope), slug=slug)
        return self._items[key]

    @staticmethod
    def withholding(given: tuple[str, str, str] | None) -> Withholding | None:
        if not given:
            return None
        ground, law, paragraphs = given
        return Withholding.objects.create(ground=ground, law=law, paragraphs=paragraphs)

    # --- the archive ----------------------------------------------------------------------------------

    def add_document(self, c: Change) -> None:
        d = c.data
        inside = self.document(d["inside"]) if d["inside"] else None
        held = Withholding.objects.create(ground=d["exempt"]) if d["exempt"] else None
        archive.receive(d["sha256"], name=d["name"][:300], media_type=d["media_type"], size=d["size"], address=d["address"],
                        licence=d["licence"], inside=inside, withholding=held)

    def add_receipt(self, c: Change) -> None:
        d = c.data
        archive.receive(d["sha256"], name=d["name"][:300], media_type=d["media_type"], size=d["size"], address=d["address"], licence=d["licence"])

    def keep_reading(self, c: Change) -> None:
        d = c.data
        archive.keep_reading(self.document(d["sha256"]), d["reader"], text=d["text"], pages=d["pages"], lines=d["lines"], markup=d["markup"],
                             full_text=d["full_text"], record=d["record"])

    def withhold(self, c: Change) -> None:
        d = c.data
        WithheldPart.objects.create(withholding=Withholding.objects.create(ground=d["ground"], law=d["law"], paragraphs=d["paragraphs"]),
                                    source=d["sha256"], start=d["start"], end=d["end"], words=d["words"])

    # --- bodies and people ------------------------------------------------------------------------------

    def add_body(self, c: Change) -> None:
        d = c.data
        Body.objects.create(name=d["name"], authority=d["authority"], key=d["key"], authority_key=d["akey"], place=d["place"], slug=d["slug"])

    def name_authority(self, c: Change) -> None:
        d = c.data
        Body.objects.filter(authority_key="", key=d["key"]).update(authority=d["authority"], authority_key=d["akey"])

    def add_person(self, c: Change) -> None:
        d = c.data
        person = Person.objects.create(name=d["name"], honorific=d["honorific"][:100], postnominals=d["postnominals"][:100],
                                       surname_key=d["surname"][:100], slug=d["slug"])
        person.bodies.add(self.meeting(d["meeting"]).body)

    def complete_person(self, c: Change) -> None:
        d = c.data
        person = Person.objects.get(slug=d["slug"])
        if d["name"]:
            person.name = d["name"]
            person.save(update_fields=["name"])
        person.bodies.add(self.meeting(d["meeting"]).body)

    # --- meetings and papers ----------------------------------------------------------------------------

    def add_meeting(self, c: Change) -> None:
        d = c.data
        akey, key = d["body"]
        body = Body.objects.get(authority_key=akey, key=key)
        self._meetings[c.of] = Meeting.objects.create(body=body, date=d["date"], **d["facts"])

    def complete_meeting(self, c: Change) -> None:
        meeting = self.meeting(c.of)
        for name, value in c.data["facts"].items():
            setattr(meeting, name, value)
        meeting.save(update_fields=[*c.data["facts"]])

    def add_paper(self, c: Change) -> None:
        d = c.data
        first, last = d["pages"] or (None, None)
        body = Body.objects.get(authority_key=d["body"][0], key=d["body"][1]) if d["body"] else None
        meeting = self._meeting_if_held(d["meeting"])
        self._papers[c.of] = Paper.objects.create(
            document=self.document(d["sha256"]), place=d["place"], kind=d["kind"], title=d["title"], body=body, meeting=meeting, date=d["date"],
            first_page=first, last_page=last, start=d["start"], withholding=self.withholding(d["withholding"]))

    def _meeting_if_held(self, key: str | None) -> Meeting | None:
        return self.meeting(key) if key else None

    def add_attendance(self, c: Change) -> None:
        d = c.data
        person = Person.objects.get(slug=d["person"]) if d["person"] else None
        Attendance.objects.create(meeting=self.meeting(d["meeting"]), person=person, printed=d["printed"], role=d["role"], group=d["group"],
                                  substitute_for=d["substitute_for"], document=self.document(d["sha256"]), start=d["start"], end=d["end"],
                                  page=d["page"], order=d["order"])

    def add_item(self, c: Change) -> None:
        d = c.data
        facts = d["facts"] | {"withholding": self.withholding(d["facts"]["withholding"])}
        paper = self.paper(d["cited"]["paper"] if d["cited"] else d["paper"])
        item = Item.objects.create(meeting=self._meeting_if_held(d["meeting"]), paper=paper, slug=d["slug"], order=d["order"], **facts)
        self._items[c.of] = item
        self._words(item, d)
        if d["cited"]:
            self._cite(item, d["cited"])

    def complete_item(self, c: Change) -> None:
        d = c.data
        item = self.item(c.of)
        facts = {k: v for k, v in d["facts"].items() if k not in ("withholding", "role")}
        facts = {k: v for k, v in facts.items() if v not in ("", None) or k in ("clipped",)}
        for name, value in facts.items():
            if name not in ("number", "inferred", "agenda_ref") or not item.number or item.inferred:      # a printed number stays
                setattr(item, name, value)
        item.paper = self.paper(d["cited"]["paper"])
        item.save()
        item.paragraphs.all().delete()
        self._words(item, d)
        self._anchor(item, d["words"])

    @staticmethod
    def _anchor(item: Item, words: list[dict[str, Any]]) -> None:
        """Find for each claim of an item the paragraph that now holds its quote; what is in none of them hangs loose."""
        texts = [(w["number"], bare(w["text"])) for w in words]
        for model, _ in CLAIMS.values():
            for claim in model.objects.filter(item=item):
                quote = bare(claim.quote)
                claim.paragraph = next((n for n, text in texts if quote in text), None)
                claim.save(update_fields=["paragraph"])

    def _words(self, item: Item, d: dict[str, Any]) -> None:
        document = self.document(d["sha256"])
        Paragraph.objects.bulk_create(Paragraph(item=item, document=document, **w) for w in d["words"])
        self.touched.add(item.pk)

    def cite_item(self, c: Change) -> None:
        self._cite(self.item(c.of), c.data["cited"])

    def _cite(self, item: Item, cited: dict[str, Any]) -> None:
        Publication.objects.get_or_create(item=item, paper=self.paper(cited["paper"]), defaults={k: cited[k] for k in ("start", "end", "page", "clipped")})

    # --- claims -----------------------------------------------------------------------------------------

    def add_claim(self, c: Change) -> None:
        d = c.data
        model = d["model"]
        item = self.item(d["item"]) if d["item"] else None
        same = model.objects.filter(identity=d["same_as"]).first() if d["same_as"] else None
        model.objects.create(identity=d["identity"], paper=self.paper(d["paper"]), item=item, paragraph=d["paragraph"], quote=d["quote"],
                             quote_key=d["quote_key"], start=d["start"], end=d["end"], page=d["page"], same_as=same, **d["facts"])
        if item:
            self.touched.add(item.pk)
