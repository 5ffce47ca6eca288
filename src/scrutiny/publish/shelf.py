"""The shelf: what this reader may take down. The one file of the public face that touches tables.

Every method asks `gate` and gives plain values, the same for pages, JSON and feeds. A passage comes with
`source`, the address at which it can be seen in its paper.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from scrutiny.access import gate
from scrutiny.access.gate import HELD, PUBLIC, Reader
from scrutiny.access.models import Changed, WithheldPart
from scrutiny.archive.models import OPEN_LICENCES, Document
from scrutiny.archive.store import bytes_of
from scrutiny.bodies.models import Body, Person
from scrutiny.business.models import Decision, Question, Vote
from scrutiny.meetings.models import Attendance, Item, Meeting, Paper, Paragraph
from scrutiny.publish.words import KINDS, day_of
from scrutiny.tracking.models import Commitment, Figure, Reference

Row = dict[str, Any]
LISTED = 50        # rows on a page of a long list


def _seen_at(document: Document, page: int, start: int, end: int) -> str:
    return f"/sources/{document.code}/{page}?at={start}-{end}#cited"


# --- rows that the reader may see ---------------------------------------------------------------------


def _papers(reader: Reader) -> QuerySet[Paper]:
    return gate.visible(gate.visible(Paper.objects.all(), reader), reader, "document__")


def _claims(model: type, reader: Reader) -> QuerySet[Any]:
    rows = gate.visible(gate.visible(model.objects.filter(same_as__isnull=True).exclude(standing="rejected"), reader, "paper__"), reader, "paper__document__")
    return rows.filter(Q(item__isnull=True) | Q(item__withholding__isnull=True)).select_related("item__meeting__body", "item__paper", "paper__document", "paper__body", "paper__meeting__body")


def _paragraphs(reader: Reader) -> QuerySet[Paragraph]:
    rows = Paragraph.objects.all()
    for way in ("item__", "item__paper__", "document__"):
        rows = gate.visible(rows, reader, way)
    return rows


# --- single rows, told ----------------------------------------------------------------------------------


def _body(body: Body | None) -> Row | None:
    return body and {"name": body.name, "authority": body.authority, "href": body.address}


def _meeting(meeting: Meeting | None) -> Row | None:
    return meeting and {"date": meeting.date.isoformat(), "time": meeting.time, "venue": meeting.venue, "chair": meeting.chair,
                        "href": meeting.address, "body": _body(meeting.body)}


def _held(row: Any) -> Row | None:
    """What may be said of private matter: which law, which paragraph, or that none was given."""
    if row.withholding is None:
        return None
    return {"law": row.withholding.law, "paragraphs": row.withholding.paragraphs}


def _called(paper: Paper) -> str:
    """What to call a paper that prints no title: its kind, and its day."""
    return KINDS.get(paper.kind, "Paper") + (f", {day_of(paper.date)}" if paper.date else "")


def _paper(paper: Paper) -> Row:
    return {"id": paper.id, "kind": paper.kind, "title": paper.title, "name": paper.title or _called(paper), "href": paper.address, "date": paper.date and paper.date.isoformat(),
            "body": _body(paper.body), "pages": [paper.first_page, paper.last_page] if paper.first_page else None, "file": paper.document.name,
            "filed": paper.filed.isoformat(timespec="seconds"), "source": f"/sources/{paper.document.code}/{paper.first_page or 1}"}


def _where(claim: Any) -> Row:
    """Where a claim stands: the item or paper that holds it, and the paragraph."""
    item = claim.item
    if item and item.meeting:
        anchor = f"#p{claim.paragraph}" if claim.paragraph else ""
        return {"href": item.address + anchor, "number": item.number, "title": item.title, "role": item.role, "paragraph": claim.paragraph,
                "date": item.meeting.date.isoformat(), "body": _body(item.meeting.body)}
    paper = claim.paper
    return {"href": item.address if item else paper.address, "number": "", "title": paper.title or _called(paper), "role": "paper", "paragraph": None,
            "date": paper.date and paper.date.isoformat(), "body": _body(paper.body)}


def _said(claim: Any) -> Row:
    return {"id": claim.identity[:16], "quote": claim.quote, "standing": claim.standing, "where": _where(claim),
            "source": _seen_at(claim.paper.document, claim.page, claim.start, claim.end), "page": claim.page,
            "verified": True}      # nothing is filed whose words do not stand at their place


def _promise(c: Commitment) -> Row:
    return _said(c) | {"noun": "promise", "by": c.by, "to": c.to, "kind": c.kind, "basis": c.basis, "strength": c.strength, "due": c.due, "state": c.state}


def _figure(f: Figure) -> Row:
    return _said(f) | {"noun": "figure", "shown": f.shown, "value": f.value, "unit": f.unit, "measure": f.measure, "period": f.period, "nature": f.nature}


def _vote(v: Vote) -> Row:
    return _said(v) | {"noun": "vote", "kind": v.kind, "for": v.votes_for, "against": v.against, "abstain": v.abstain, "result": v.result}


def _decision(d: Decision) -> Row:
    return _said(d) | {"noun": "decision", "ref": d.ref, "title": d.title, "decider": d.decider, "decided_on": d.decided_on}


def _question(q: Question) -> Row:
    return _said(q) | {"noun": "question", "asker": q.asker, "answer": q.answer}


def _reference(r: Reference) -> Row:
    return _said(r) | {"noun": "reference", "kind": r.kind, "target": r.target}


TOLD = ((Commitment, _promise), (Figure, _figure), (Vote, _vote), (Decision, _decision), (Question, _question), (Reference, _reference))


def _paragraph(p: Paragraph) -> Row:
    return {"number": p.number, "label": p.label, "depth": p.depth, "resolution": p.resolution, "text": p.text,
            "source": _seen_at(p.document, p.page, p.start, p.end), "page": p.page}


# --- pages ------------------------------------------------------------------------------------------------


def home(reader: Reader = PUBLIC) -> Row:
    """What is new: the latest meetings and papers, the latest promises, and how much is held."""
    promises = _claims(Commitment, reader).filter(strength="explicit")
    latest = Meeting.objects.select_related("body").order_by("-date")[:6]
    counts = _counts(latest, reader)
    return {
        "meetings": [_meeting(m) | counts[m.pk] for m in latest],
        "promises": [_promise(c) for c in promises.filter(item__meeting__isnull=False).order_by("-item__meeting__date", "item__order", "start")[:5]],
        "papers": [_paper(p) for p in _papers(reader).select_related("document", "body").exclude(kind="pack").order_by("-filed", "-id")[:6]],
        "bodies": bodies(reader)["bodies"],
        "held": {"meetings": Meeting.objects.count(), "papers": _papers(reader).count(), "paragraphs": _paragraphs(reader).count(),
                 "promises": promises.count(), "figures": _claims(Figure, reader).count()},
    }


def _counts(meetings: Iterable[Meeting], reader: Reader) -> dict[int, Row]:
    ids = [m.pk for m in meetings]
    minutes = dict(Item.objects.filter(meeting__in=ids, role="minute").values_list("meeting").annotate(n=Count("id")).order_by())
    agenda = dict(Item.objects.filter(meeting__in=ids, role="item").values_list("meeting").annotate(n=Count("id")).order_by())
    promises = dict(_claims(Commitment, reader).filter(item__meeting__in=ids, strength="explicit").values_list("item__meeting").annotate(n=Count("id")).order_by())
    return {i: {"minutes": minutes.get(i, 0), "agenda": agenda.get(i, 0), "promises": promises.get(i, 0)} for i in ids}


def bodies(reader: Reader = PUBLIC) -> Row:
    rows = Body.objects.annotate(number=Count("meetings", distinct=True), latest=Max("meetings__date")).order_by("authority", "name")
    return {"bodies": [_body(b) | {"meetings": b.number, "latest": b.latest and b.latest.isoformat()} for b in rows]}


def body(place: str, slug: str, reader: Reader = PUBLIC) -> Row | None:
    one = Body.objects.filter(place=place, slug=slug).first()
    if one is None:
        return None
    meetings = list(one.meetings.select_related("body"))
    counts = _counts(meetings, reader)
    years: dict[str, list[Row]] = defaultdict(list)
    for m in meetings:
        years[str(m.date.year)].append(_meeting(m) | counts[m.pk])
    people = (Attendance.objects.filter(meeting__body=one, person__isnull=False).values("person__name", "person__honorific", "person__postnominals", "person__slug")
              .annotate(times=Count("meeting", distinct=True), last=Max("meeting__date")).order_by("-times", "person__surname_key"))
    return {"body": _body(one), "years": [{"year": y, "meetings": ms} for y, ms in years.items()], "feed": f"{one.address}/feed.atom",
            "people": [{"name": " ".join(x for x in (p["person__honorific"], p["person__name"], p["person__postnominals"]) if x),
                        "href": f"/people/{p['person__slug']}", "times": p["times"], "last": p["last"].isoformat()} for p in people],
            "papers": [_paper(p) for p in _papers(reader).filter(body=one, meeting__isnull=True).select_related("document", "body").order_by("-date")[:LISTED]]}


def _find_meeting(place: str, slug: str, when: str) -> Meeting | None:
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:-(\d+))?", when)
    try:
        day = date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
    return day and Meeting.objects.filter(body__place=place, body__slug=slug, date=day, part=int(found[2] or 1)).select_related("body").first()


def meeting(place: str, slug: str, when: str, reader: Reader = PUBLIC) -> Row | None:
    one = _find_meeting(place, slug, when)
    if one is None:
        return None
    resolved = defaultdict(list)
    for p in _paragraphs(reader).filter(item__meeting=one, resolution=True).select_related("document"):
        resolved[p.item_id].append(_paragraph(p))
    marks: dict[int, Counter[str]] = defaultdict(Counter)
    for model, word in ((Commitment, "promises"), (Figure, "figures"), (Vote, "votes"), (Decision, "decisions")):
        rows = _claims(model, reader).filter(item__meeting=one)
        if model is Commitment:
            rows = rows.filter(strength="explicit")
        for item, n in rows.values_list("item").annotate(n=Count("id")).order_by():
            marks[item][word] = n
    items = [_item_line(i) | {"resolutions": resolved[i.pk], "marks": dict(marks[i.pk])} for i in one.items.select_related("withholding", "meeting__body", "paper__document")]
    groups: dict[str, list[Row]] = defaultdict(list)
    for a in one.attendance.select_related("person", "document"):
        groups[a.group].append({"name": a.printed, "href": a.person and a.person.address, "role": a.role, "substitute_for": a.substitute_for,
                                "source": _seen_at(a.document, a.page, a.start, a.end)})
    mine = _papers(reader).select_related("document", "body")
    told = mine.filter(Q(meeting=one) | Q(publications__item__meeting=one)).distinct().order_by("kind", "id")
    full = Counter(Item.objects.filter(meeting=one).values_list("paper", flat=True))
    clipped = set(_papers(reader).filter(publications__item__meeting=one, publications__clipped=True).values_list("id", flat=True))
    papers = [_paper(p) | {"shown": full[p.pk], "clipped": p.pk in clipped} for p in told if p.kind != "pack"]
    tells = {"agenda", "minutes", "web-minutes", "web-item", "meeting-page", "service-meeting"}
    return {"meeting": _meeting(one), "agenda": [i for i in items if i["role"] == "item"], "minutes": [i for i in items if i["role"] == "minute"],
            "attendance": [{"group": g, "people": p} for g, p in groups.items()], "publications": [p for p in papers if p["kind"] in tells],
            "papers": [p for p in papers if p["kind"] not in tells],
            "private_papers": Paper.objects.filter(meeting=one).exclude(pk__in=_papers(reader).filter(meeting=one)).count(),
            "totals": dict(sum(marks.values(), Counter())), **_beside(one)}


def _beside(one: Meeting) -> Row:
    before = Meeting.objects.filter(body=one.body, date__lt=one.date).select_related("body").order_by("-date").first()
    after = Meeting.objects.filter(body=one.body, date__gt=one.date).select_related("body").order_by("date").first()
    return {"before": _meeting(before), "after": _meeting(after)}


def _item_line(i: Item) -> Row:
    return {"number": i.number, "inferred": i.inferred, "title": i.title, "href": i.address, "slug": i.slug, "role": i.role, "agenda_ref": i.agenda_ref,
            "asked": i.asked, "clipped": i.clipped, "closed": i.closed, "private": _held(i)}


def item(place: str, slug: str, when: str, name: str, reader: Reader = PUBLIC) -> Row | None:
    """An item of a meeting with its paragraphs, and beside each what the record holds of it."""
    one = _find_meeting(place, slug, when)
    found = one and one.items.filter(slug=name).select_related("withholding", "meeting__body", "paper__document").first()
    if not found:
        return None
    line = list(one.items.filter(role=found.role).only("slug", "number", "title", "order", "meeting", "role"))
    at = [i.pk for i in line].index(found.pk)
    out = {"meeting": _meeting(one), "item": _item_line(found), "paragraphs": [], "publications": [],
           "before": _neighbour(one, line[at - 1]) if at else None, "after": _neighbour(one, line[at + 1]) if at + 1 < len(line) else None}
    if not gate.is_public(found):
        return out
    notes, loose = _notes(Q(item=found), reader)
    out["paragraphs"] = [_paragraph(p) | {"notes": notes.get(p.number, [])} for p in _paragraphs(reader).filter(item=found).select_related("document")]
    out["loose"] = loose
    publications = found.publications.select_related("paper__document", "paper__body", "paper__meeting__body")
    for p in gate.visible(gate.visible(publications, reader, "paper__"), reader, "paper__document__"):
        out["publications"].append(_paper(p.paper) | {"clipped": p.clipped, "shown": p.paper_id == found.paper_id,
                                                      "source": _seen_at(p.paper.document, p.page, p.start, p.end), "page": p.page})
    return out


def _neighbour(one: Meeting, item: Item) -> Row:
    return {"number": item.number, "title": item.title, "href": f"{one.address}/{item.slug}", "role": item.role}


def _notes(which: Q, reader: Reader) -> tuple[dict[int, list[Row]], list[Row]]:
    """Claims by the paragraph that holds them, and those that no paragraph holds."""
    notes: dict[int, list[Row]] = defaultdict(list)
    loose: list[Row] = []
    for model, told in TOLD:
        for claim in _claims(model, reader).filter(which).order_by("start"):
            (notes[claim.paragraph] if claim.paragraph else loose).append(told(claim))
    return notes, loose


def person(slug: str, reader: Reader = PUBLIC) -> Row | None:
    one = Person.objects.filter(slug=slug).first()
    if one is None:
        return None
    rows = one.attendance.select_related("meeting__body", "document").order_by("-meeting__date")
    there = [{"meeting": _meeting(a.meeting), "printed": a.printed, "role": a.role, "group": a.group, "substitute_for": a.substitute_for,
              "source": _seen_at(a.document, a.page, a.start, a.end)} for a in rows]
    groups = Counter("sent apologies" if "apolog" in t["group"] or "absent" in t["group"] else "there" for t in there)
    names = sorted({t["printed"] for t in there})
    return {"person": {"name": one.name, "styled": one.styled, "href": one.address}, "printed": names, "attendance": there,
            "bodies": list({t["meeting"]["body"]["href"]: t["meeting"]["body"] for t in there}.values()), "there": groups["there"], "apologies": groups["sent apologies"]}


def promises(reader: Reader = PUBLIC, *, state: str = "", by: str = "", body: str = "", soft: bool = False, page: int = 1) -> Row:
    """The ledger, newest first, with how many there are of each state, office and body under the other choices."""
    rows = _claims(Commitment, reader)
    if not soft:
        rows = rows.filter(strength="explicit")
    narrow = {"state": Q(state=state) if state else Q(), "by": Q(by_key=by) if by else Q(),
              "body": Q(item__meeting__body__slug=body) | Q(item__meeting__isnull=True, paper__body__slug=body) if body else Q()}
    facets = {}
    for name, column in (("state", "state"), ("by", "by_key")):
        others = rows
        for k, q in narrow.items():
            others = others.filter(q) if k != name else others
        label = {"by": "by"}.get(name, column)
        counted = others.values(column).annotate(n=Count("id"), label=Max(label)).order_by("-n", column)[:12]
        facets[name] = [{"value": c[column], "label": c["label"] or "Nobody named", "count": c["n"]} for c in counted]
    others = rows.filter(narrow["state"]).filter(narrow["by"])
    counted = others.filter(item__meeting__isnull=False).values("item__meeting__body__slug", "item__meeting__body__name").annotate(n=Count("id")).order_by("-n")[:12]
    facets["body"] = [{"value": c["item__meeting__body__slug"], "label": c["item__meeting__body__name"], "count": c["n"]} for c in counted]
    for q in narrow.values():
        rows = rows.filter(q)
    total = rows.count()
    pages = max(1, -(-total // LISTED))
    page = min(max(page, 1), pages)
    rows = rows.order_by("-item__meeting__date", "-paper__date", "paper", "start")[(page - 1) * LISTED : page * LISTED]
    return {"promises": [_promise(c) for c in rows], "total": total, "page": page, "pages": pages, "facets": facets,
            "chosen": {"state": state, "by": by, "body": body, "soft": soft}}


def papers(reader: Reader = PUBLIC, *, kind: str = "", page: int = 1) -> Row:
    rows = _papers(reader)
    kinds = [{"value": k, "count": n} for k, n in rows.values_list("kind").annotate(n=Count("id")).order_by("-n")]
    rows = rows.filter(kind=kind) if kind else rows
    total = rows.count()
    pages = max(1, -(-total // LISTED))
    page = min(max(page, 1), pages)
    listed = rows.select_related("document", "body", "meeting__body").order_by("-date", "-id")[(page - 1) * LISTED : page * LISTED]
    return {"papers": [_paper(p) | {"meeting": p.meeting and p.meeting.address} for p in listed], "kinds": kinds, "total": total, "page": page, "pages": pages, "kind": kind}


def paper(number: int, reader: Reader = PUBLIC) -> Row | None:
    one = _papers(reader).filter(pk=number).select_related("document", "body", "meeting__body").first()
    if one is None:
        return None
    notes: dict[int, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    loose: list[Row] = []
    for model, told in TOLD:
        for claim in _claims(model, reader).filter(paper=one).order_by("start"):
            if claim.item_id and claim.paragraph:
                notes[claim.item_id][claim.paragraph].append(told(claim))
            elif not (claim.item_id and claim.item.meeting_id):
                loose.append(told(claim))
    words = defaultdict(list)
    for p in _paragraphs(reader).filter(item__paper=one, item__meeting__isnull=True).select_related("document"):
        words[p.item_id].append(_paragraph(p) | {"notes": notes[p.item_id][p.number]})
    sections = [_item_line(i) | {"paragraphs": words[i.pk]} for i in one.items.filter(meeting__isnull=True).select_related("withholding", "paper__document")]
    items = [_item_line(p.item) | {"clipped": p.clipped} for p in one.publications.filter(item__meeting__isnull=False).select_related("item__meeting__body", "item__withholding", "item__paper").order_by("start")]
    inside = _papers(reader).filter(document=one.document).exclude(pk=one.pk).select_related("document", "body").order_by("start", "id") if one.kind == "pack" else []
    receipt = one.document.receipts.order_by("received").first()
    return {"paper": _paper(one), "meeting": _meeting(one.meeting), "sections": sections, "items": items, "inside": [_paper(p) for p in inside],
            "loose": [x for x in loose if x["noun"] != "reference"],
            "received": {"name": receipt.name, "address": receipt.address, "licence": receipt.licence, "at": receipt.received.isoformat(timespec="seconds")} if receipt else None,
            "sha256": one.document.sha256, "media_type": one.document.media_type, "size": one.document.size}


# --- the source as archived ---------------------------------------------------------------------------------


def source(code: str, page: int, reader: Reader = PUBLIC) -> Row | None:
    """One page of a document's archived text, what is private taken out, and the statements that rest on it."""
    document = gate.visible(Document.objects.filter(sha256__startswith=code), reader).first() if re.fullmatch(r"[0-9a-f]{16}", code) else None
    reading = document and document.readings.order_by("-id").first()
    if not reading:
        return None
    numbers = {p[0]: p for p in reading.pages}
    if page not in numbers:
        return None
    _, start, end, printed = numbers[page]
    if reading.markup:
        start, end = 0, 1 << 40
    statements = []
    for model, told in TOLD:
        for claim in _claims_of(document, model, start, end, reader):
            statements.append(told(claim) | {"start": claim.start, "end": claim.end})
    own = _papers(reader).filter(document=document).select_related("document", "body").order_by("start")
    held = WithheldPart.objects.filter(source=document.sha256, start__lt=end, end__gt=start).exists()
    return {"code": code, "name": document.name, "media_type": document.media_type, "sha256": document.sha256, "reader": reading.reader,
            "page": page, "pages": len(numbers), "printed": printed, "markup": reading.markup, "offset": start, "text": "" if reading.markup else reading.text[start:end],
            "lines": reading.lines, "statements": sorted(statements, key=lambda s: (s["start"], s["end"])), "papers": [_paper(p) for p in own if p.kind != "pack"],
            "picture": f"/sources/{code}/{page}.png" if document.media_type == "application/pdf" and not held and _may_be_shown(document) else None}


def _claims_of(document: Document, model: type, start: int, end: int, reader: Reader) -> QuerySet[Any]:
    return _claims(model, reader).filter(paper__document=document, start__lt=end, end__gt=start)


def _may_be_shown(document: Document) -> bool:
    """A page as published is shown whole only under a licence that allows it; otherwise it is quoted and linked."""
    return any(r.licence in OPEN_LICENCES for r in document.receipts.all())


@lru_cache(maxsize=64)
def _drawn(sha256: str, page: int, at: tuple[int, int] | None, hidden: tuple[tuple[int, int], ...]) -> bytes | None:
    """The picture of a page, the passage marked and private words painted over; None where one of these cannot be placed."""
    import io

    from PIL import Image, ImageDraw

    from minutebook.documents.pictures import page_picture
    from minutebook.provenance import Span

    opened = _opened(sha256)
    if opened is None:
        return None
    document, data = opened
    marks = document.boxes(Span(sha256, *at, page)) if at and document.boxes else []
    picture = page_picture(data, page, dpi=100, boxes=marks)
    if not hidden:
        return picture
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for start, end in hidden:
        boxes = document.boxes(Span(sha256, start, end, page)) if document.boxes else []
        if not boxes:
            return None
        for number, x0, y0, x1, y1 in boxes:
            if number == page:
                draw.rectangle([v * 100 / 72 for v in (x0 - 3, y0 - 2, x1 + 3, y1 + 2)], fill=(96, 96, 96))
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


@lru_cache(maxsize=4)
def _opened(sha256: str) -> tuple[Any, bytes] | None:
    from minutebook.documents import open_file

    data = bytes_of(sha256)
    document = next(iter(open_file(data, "paper.pdf")), None) if data else None
    return (document, data) if document and data else None


def picture(code: str, page: int, at: tuple[int, int] | None, reader: Reader = PUBLIC) -> bytes | None:
    """The page as published, in PNG, where it may be shown."""
    shown = source(code, page, reader)
    if not shown or not shown["picture"]:
        return None
    hidden = tuple((shown["offset"] + m.start(), shown["offset"] + m.end()) for m in re.finditer(f"{HELD}+", shown["text"]))
    if at and not (shown["offset"] <= at[0] < at[1] <= shown["offset"] + len(shown["text"]) + 2000):
        at = None
    return _drawn(shown["sha256"], page, at, hidden)


# --- for search and feeds ------------------------------------------------------------------------------------


def searched(items: Iterable[int] | None = None, reader: Reader = PUBLIC) -> Iterator[Row]:
    """What search may hold: each public paragraph with the words it is narrowed by. `items` limits it to those."""
    rows = _paragraphs(reader).select_related("item__meeting__body", "item__paper__body").order_by("item", "number")
    if items is not None:
        rows = rows.filter(item__in=list(items))
    for p in rows.iterator(chunk_size=2000):
        item = p.item
        body = item.meeting.body if item.meeting else item.paper.body
        when = item.meeting.date if item.meeting else item.paper.date
        yield {"id": p.pk, "item": item.pk, "text": p.text.replace(HELD, " "), "title": item.title, "number": item.number, "body": body.slug if body else "",
               "year": when.year if when else 0, "day": when.toordinal() if when else 0, "kind": "resolution" if p.resolution else item.paper.kind}


def found(ids: Iterable[int], reader: Reader = PUBLIC) -> dict[int, Row]:
    """The paragraphs that search found, by their number, as far as they may (still) be seen."""
    rows = _paragraphs(reader).filter(pk__in=list(ids)).select_related("item__meeting__body", "item__paper__body", "item__paper__document", "item__withholding", "document")
    return {p.pk: _paragraph(p) | {"item": p.item_id, "of": _item_line(p.item) | {"date": (p.item.meeting.date if p.item.meeting else p.item.paper.date),
            "body": _body(p.item.meeting.body if p.item.meeting else p.item.paper.body), "kind": p.item.paper.kind, "paper": p.item.paper.title or _called(p.item.paper)}} for p in rows}


def body_names() -> dict[str, str]:
    return dict(Body.objects.values_list("slug", "name"))


def waiting() -> list[tuple[int, int]]:
    """What the search index has still to hear of: (number in the outbox, item)."""
    return list(Changed.objects.order_by("id").values_list("id", "item"))


def feed(place: str, slug: str, reader: Reader = PUBLIC) -> Row | None:
    one = Body.objects.filter(place=place, slug=slug).first()
    if one is None:
        return None
    rows = _papers(reader).filter(Q(body=one) | Q(meeting__body=one)).exclude(kind="pack").select_related("document", "body", "meeting__body").order_by("-filed", "-id")[:40]
    return {"body": _body(one), "papers": [_paper(p) | {"meeting": _meeting(p.meeting)} for p in rows]}
