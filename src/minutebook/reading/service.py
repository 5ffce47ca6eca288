"""Answers of ModernGov's web service become records: a meeting, a list of meetings, a list of committees.

The fields say what they are, so nothing is guessed here: only the bodies of items, which the service
sends as HTML, are read as minutes are. Field names: see documents/xml.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.documents.blocks import Block, Document, Line
from minutebook.documents.markup import extent
from minutebook.documents.tidy import blocks_of
from minutebook.problems import Problem
from minutebook.provenance import Span
from minutebook.reading.assemble import with_coverage
from minutebook.reading.claims import in_pieces, read_claims
from minutebook.reading.dates import find_dates, find_time
from minutebook.reading.grammar import operative
from minutebook.reading.minutes import Minutes, is_formal, read_item
from minutebook.reading.paper import Paper
from minutebook.reading.passages import Setting
from minutebook.reading.people import read_person
from minutebook.reading.steps.headings import Heading
from minutebook.reading.steps.items import Head
from minutebook.record import (
    Action,
    Attendee,
    Entry,
    Linked,
    ProgrammeMeeting,
    Record,
)

ItemReader = Callable[[Paper, Minutes, Head, list[Block], bool], None]
"""Reads the body of one item into the Minutes: the paper, what was found so far, the item's head, its
blocks, and whether the paper has an operative word of its own (RESOLVED)."""

STEP = re.compile(r"(?P<name>[a-z_]\w*)(?:\[(?P<number>\d+)\])?", re.IGNORECASE)
TRUE = frozenset({"true", "1", "yes"})
GROUPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), group)
    for pattern, group in (
        (r"present|attended|arrived|yes\b", "present"),
        (r"apolog", "absent"),
        (r"absent|not present|did not attend", "absent"),
        (r"in attendance|virtual|remote", "in attendance"),
        (r"not required|not expected", "not required"),
        (r"expected", "expected"),
    )
)
CHAIR = re.compile(r"(?:chair(?:man|woman|person)?|convenor|cadeirydd)(?:\s+of\b.*|\s*\(.*\))?$", re.IGNORECASE)
ORDINARY = re.compile(r"(?:committee |panel |council |board )?member$", re.IGNORECASE)
SUBSTITUTE = re.compile(r"\bsubstitut\w*\s+(?:member\s+)?(?:for|of)\s+(.+)$", re.IGNORECASE)
ACTION = re.compile(r"action", re.IGNORECASE)
MACHINE = re.compile(
    r"id$|^is|published$|count$|number|username$|url$|@memberid|@membertype|allowed$|html$", re.IGNORECASE
)

# Leaf kinds of fields, by the last word of their path. Others are machine fields, or unread where they hold words.
LEAVES = {
    "agendaitemtitle": "item-heading",
    "fulldisplaynumberformat": "item-heading",
    "agendatext": "rubric",
    "meetingdate": "heading",
    "meetingtime": "heading",
    "meetinglocation": "heading",
    "meetingroom": "heading",
    "meetingstatus": "heading",
    "committeetitle": "heading",
    "committeecategory": "heading",
    "refertocommittee": "heading",
    "title": "document",
    "wardtitle": "heading",
    "fullusername": "attendance",
    "politicalpartytitle": "attendance",
    "districttitle": "attendance",
    "representing": "attendance",
    "keyposts": "attendance",
}


@dataclass(slots=True)
class _Node:
    """One thing in an answer (the meeting, an item, a person): its fields by name, and the things within."""

    path: str = ""
    fields: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    within: dict[str, list[_Node]] = field(default_factory=lambda: defaultdict(list))

    def text(self, *names: str) -> str:
        """The words of the first of these fields that holds any."""
        return next((" ".join(line.text for line in self.fields[n]) for n in names if n in self.fields), "")

    def true(self, name: str) -> bool:
        return self.text(name).lower() in TRUE

    def lines(self, *names: str) -> list[Line]:
        return [line for n in names if n in self.fields for line in self.fields[n]]

    def all(self, name: str) -> Iterator[_Node]:
        """The things of this name, however deep."""
        for kind, nodes in self.within.items():
            for node in nodes:
                if kind == name:
                    yield node
                yield from node.all(name)


def tree_of(lines: Iterable[Line]) -> _Node:
    """The fields of an answer, sorted into the things they belong to."""
    root = _Node()
    known: dict[str, _Node] = {"": root}
    for line in lines:
        path, _, mark = line.marker.partition(" ")
        path, _, attribute = path.partition("@")
        steps = path.split(".") if path else []
        name = attribute
        if not attribute:
            *steps, name = steps or [""]
            if "[" in name:  # words beside elements: no field
                steps.append(name)
                name = ""
        node, at = root, ""
        for step in steps:
            at = f"{at}.{step}" if at else step
            if at not in known:
                known[at] = _Node(at)
                m = STEP.match(step)
                node.within[m["name"] if m else step].append(known[at])
            node = known[at]
        node.fields[name].append(replace(line, marker=mark) if line.role != "field" else line)
    return root


def read_service(document: Document, item_reader: ItemReader | None = None) -> Iterator[Record]:
    """The records in an answer of the web service. `item_reader` reads the bodies of items; by default as minutes."""
    root = tree_of(document.lines)
    shape = document.shape.removeprefix("moderngov-service-")
    if shape == "meeting":
        yield _meeting(document, root, item_reader or _as_minutes)
        return
    paper = _paper(document)
    build = {
        "meeting-list": _meeting_list,
        "committee-list": _committee_list,
        "attachment": _attachment,
        "councillors": _councillors,
    }.get(shape)
    if build is not None:
        yield from with_coverage(document, [paper], [build(document, root)])


def _as_minutes(paper: Paper, found: Minutes, head: Head, own: list[Block], formal: bool) -> None:
    read_item(paper, found, head, own, formal=formal)


# -- places ----------------------------------------------------------------------------------------


def _span(document: Document, lines: Sequence[Line]) -> Span | None:
    placed = [extent(line) for line in lines if line.runs]
    if not placed:
        return None
    return Span(document.source.sha256, min(a for a, _ in placed), max(b for _, b in placed))


def _paper(document: Document, kind: str = "other") -> Paper:
    """The answer as a paper: every field a block, those that are no statements claimed at once."""
    lines = []
    names = []
    for line in document.lines:
        path, _, mark = line.marker.partition(" ")
        names.append(re.split(r"[.@]", path)[-1] if path else "")
        lines.append(line if line.role == "field" else replace(line, marker=mark))
    blocks = blocks_of(replace(document, lines=tuple(lines)))
    paper = Paper(document, blocks, kind)
    place = {id(line): name for line, name in zip(lines, names, strict=True)}
    for block in blocks:
        name = place[id(block.lines[0])]
        if block.role == "field":
            leaf = "attendance" if "attendee" in block.lines[0].marker and name != "url" else LEAVES.get(name, "")
            if leaf or MACHINE.search(name) or len(block.text.split()) < 2:
                paper.claim(leaf or "furniture", block)
        elif name == "agendatext":
            paper.claim("rubric", block)
    return paper


# -- a meeting -------------------------------------------------------------------------------------


def _meeting(document: Document, root: _Node, item_reader: ItemReader) -> Record:
    paper = _paper(document, "service-meeting")
    blocks_at = {b.lines[0].runs[0][2]: b for b in paper.blocks if b.lines and b.lines[0].runs}
    people = tuple(_person(document, node) for node in root.all("attendee") if node.text("name"))
    titles = {node.text("committeetitle") for node in root.all("linkeddoc")} - {""}
    referred = {node.text("refertocommittee") for node in root.all("agendaitem")} - {"", "0"}
    body = titles.pop() if len(titles) == 1 else None
    date = next((d.iso for d in find_dates(root.text("meetingdate")) if d.iso), None)
    chairs = [p for p in people if p.role and CHAIR.match(p.role) and p.group in ("present", "expected")]
    heading = Heading(
        body=body,
        date=date,
        time=find_time(root.text("meetingtime")),
        venue=root.text("meetinglocation", "meetingroom") or None,
        chair=chairs[0].name if chairs else None,
    )
    found = Minutes(heading, list(people))
    extras: dict[int, dict[str, object]] = {}
    documents: list[Linked] = []
    actions: list[Action] = []
    section: str | None = None
    bodies = [b for b in paper.body() if b.role != "field" and not paper.claimed(b)]
    formal = is_formal(bodies) or any(operative(b.text) for b in bodies)
    for node in root.all("agendaitem"):
        title = node.text("agendaitemtitle")
        shown = displayed(node.text("fulldisplaynumberformat"))
        number = minute_number(node) or shown
        minutes, decision = node.lines("minutesnonemptyhtmlbody"), node.lines("decisionnonemptyhtmlbody")
        if node.text("agendaitemnumber") == "0" and shown is None and not minutes and not decision:
            section = title or None
            for block in _blocks(blocks_at, node.lines("agendaitemtitle")):
                paper.leaf[block.number] = "section-heading"
            continue
        own = _blocks(blocks_at, minutes)
        decided = _blocks(blocks_at, decision)
        if decided and any(operative(b.text) for b in own):  # the minute repeats it in full
            paper.claim("resolution", *decided)
        else:
            own = [replace(b, role="decision") for b in decided] + own
        head = Head(
            0,
            number,
            title,
            _blocks(blocks_at, node.lines("fulldisplaynumberformat", "agendaitemtitle")),
            section=section,
        )
        before = len(found.items)
        item_reader(paper, found, head, own, formal)
        label = number or head.inferred
        linked = [_linked(document, doc, label) for doc in node.within.get("linkeddoc", ()) if doc.text("title")]
        documents += linked
        asked = " ".join(line.text for line in node.lines("agendatext"))
        for i in range(before, len(found.items)):
            extras[i] = {
                "text": asked or None,
                "restricted": node.true("isrestricted"),
                "section": section,
                "agenda_ref": found.items[i].agenda_ref or (shown if minutes or number != shown else None),
                "where": _span(document, node.lines("fulldisplaynumberformat", "agendaitemtitle")),
            }
        for n in "12":
            words = node.lines(f"commenttext{n}")
            if words and ACTION.search(node.text(f"commentlabel{n}")):
                actions += [Action(label, line.text, where=_span(document, [line])) for line in words]
                paper.claim("action", *_blocks(blocks_at, words))
            else:
                paper.claim("label", *_blocks(blocks_at, words))
            paper.claim("label", *_blocks(blocks_at, node.lines(f"commentlabel{n}")))
    items = tuple(replace(item, **extras[i]) if i in extras else item for i, item in enumerate(found.items))  # type: ignore[arg-type]
    setting = Setting(
        "minutes" if root.true("minutepublished") or bodies else "agenda",
        body,
        date,
        tuple((p.name, p.role or "") for p in people),
        heading.chair,
    )
    claims = read_claims(paper, *in_pieces(found.passages, found.places), setting)
    claims["actions"] = (*claims.get("actions", ()), *actions)
    inferred: dict[str, object] = {}
    if body is None and len(referred) == 1:
        inferred["body"] = {"value": referred.pop(), "basis": "the committee that the items are referred to"}
    status = root.lines("meetingstatus")
    if status and re.match(r"cancel|postpon|abandon", status[0].text, re.IGNORECASE):
        paper.doubt(
            "meeting-" + ("cancelled" if status[0].text[0] in "cC" else "postponed"),
            f"The publisher marks this meeting as {status[0].text.lower()}.",
            _span(document, status),
            "note",
        )
    if not items and not people:
        paper.doubt("empty-answer", "The answer names neither items nor people.", None, "note")
    record = Record(
        "service-meeting",
        document.source,
        body=body,
        date=date,
        time=heading.time,
        venue=heading.venue,
        chair=heading.chair,
        inferred=inferred,
        attendance=tuple(people),
        items=items,
        questions=tuple(found.questions),
        documents=(*found.documents, *documents),
        style="modern-gov-xml",
        problems=(*document.problems, *paper.problems),
        **claims,  # type: ignore[arg-type]
    )
    return with_coverage(document, [paper], [record])[0]


def _blocks(at: dict[int, Block], lines: Sequence[Line]) -> list[Block]:
    return [at[line.runs[0][2]] for line in lines if line.runs and line.runs[0][2] in at]


def minute_number(node: _Node) -> str | None:
    """The minute's own number, which the service counts apart from the agenda's; None where it has none."""
    number, sub = node.text("minutesitemnumber").strip(), node.text("minutesitemsubnumber").strip()
    if not number.isdigit() or int(number) == 0:
        return None
    return number + (f".{sub}" if sub.isdigit() and int(sub) else "")


def displayed(written: str) -> str | None:
    """The item number as displayed, without its stop: "9." is 9, "(4a)" is 4a; None where there is none."""
    return written.strip().strip("().:").strip() or None


def group_of(attendance: str) -> str:
    """The group of an attendance as the service words it ("Present, as expected", "Apologies, sent representative")."""
    return next(
        (group for pattern, group in GROUPS if pattern.match(attendance.strip())),
        attendance.strip().lower() or "expected",
    )


def _person(document: Document, node: _Node) -> Attendee:
    shown = node.text("name")
    person = read_person(shown)
    role = node.text("roledescription") or None
    instead = SUBSTITUTE.search(role or "")
    other = read_person(instead[1]) if instead else None
    return Attendee(
        person.name if person else shown,
        person.honorific if person else None,
        person.postnominals if person else None,
        None if role is None or ORDINARY.match(role) else role,
        group_of(node.text("attendance")),
        (other.name if other else instead[1]) if instead else None,
        node.text("representing") or None,
        where=_span(document, node.lines("name")),
    )


def _linked(document: Document, node: _Node, item: str | None) -> Linked:
    return Linked(
        node.text("title"),
        item,
        node.text("url") or None,
        restricted=node.true("isrestricted") or bool(node.text("restrictionsref")),
        where=_span(document, node.lines("title")),
    )


# -- lists -----------------------------------------------------------------------------------------


def _meeting_list(document: Document, root: _Node) -> Record:
    committees = list(root.all("committee"))
    meetings: list[ProgrammeMeeting] = []
    names = []
    for node, title in _meetings_by_committee(root, committees):
        own = node.text("committeetitle") or title
        names.append(own)
        lines = node.lines("meetingdate", "meetingtime", "meetingstatus", "committeetitle")
        day = next((d.iso for d in find_dates(node.text("meetingdate")) if d.iso), None)
        entry = {
            "id": node.text("meetingid"),
            "time": find_time(node.text("meetingtime")),
            "status": node.text("meetingstatus"),
            "committee": own,
            "webcast": "yes" if node.true("iswebcast") else "",
        }
        meetings.append(
            ProgrammeMeeting(
                own or node.text("meetingdate"), day, ({k: v for k, v in entry.items() if v},), _span(document, lines)
            )
        )
    one = {*names, *(c.text("committeetitle") for c in committees)} - {""}
    if len(one) <= 1:  # a list of one committee: the dates tell its meetings apart
        meetings = [
            replace(m, heading=node.text("meetingdate") or m.heading)
            for m, (node, _) in zip(meetings, _meetings_by_committee(root, committees), strict=True)
        ]
    return Record(
        "service-meeting-list",
        document.source,
        body=one.pop() if len(one) == 1 else None,
        meetings=tuple(meetings),
        style="modern-gov-xml",
        problems=document.problems,
    )


def _meetings_by_committee(root: _Node, committees: Sequence[_Node]) -> list[tuple[_Node, str]]:
    nested = [(m, c.text("committeetitle")) for c in committees for m in c.all("meeting")]
    return nested or [(m, "") for m in root.all("meeting")]


def _committee_list(document: Document, root: _Node) -> Record:
    """Committees as entries: title, category; those expired or deleted are marked as closed."""
    entries = []
    for node in root.all("committee"):
        over = [word for word in ("deleted", "expired") if node.true("committee" + word)]
        entries.append(
            Entry(
                node.text("committeetitle"),
                node.text("committeecategory") or None,
                open_or_closed="closed" if over else None,
                closed_reason=" and ".join(over) or None,
                where=_span(document, node.lines("committeetitle")),
            )
        )
    return Record(
        "service-committee-list",
        document.source,
        entries=tuple(e for e in entries if e.title),
        style="modern-gov-xml",
        problems=document.problems,
    )


def _attachment(document: Document, root: _Node) -> Record:
    nodes = [n for n in (root, *root.within.get("attachmentdetails", ()), *root.all("linkeddoc")) if n.text("title")]
    body = {n.text("committeetitle") for n in nodes} - {""}
    return Record(
        "other",
        document.source,
        title=nodes[0].text("title") if nodes else None,
        body=body.pop() if len(body) == 1 else None,
        date=next((d.iso for n in nodes for d in find_dates(n.text("meetingdate")) if d.iso), None),
        documents=tuple(_linked(document, n, displayed(n.text("itemnum"))) for n in nodes),
        style="modern-gov-xml",
        problems=document.problems,
    )


def _councillors(document: Document, root: _Node) -> Record:
    """Councillors by ward; addresses and telephone numbers stay in the archive."""
    people = []
    for ward in root.all("ward"):
        for node in ward.all("councillor"):
            shown = node.text("fullusername")
            person = read_person(shown)
            if shown:
                people.append(
                    Attendee(
                        person.name if person else shown,
                        person.honorific if person else None,
                        person.postnominals if person else None,
                        node.text("keyposts") or None,
                        "member",
                        authority=ward.text("wardtitle") or node.text("districttitle") or None,
                        where=_span(document, node.lines("fullusername")),
                    )
                )
    problems = document.problems
    if not people and not problems:
        problems = (Problem("empty-answer", "The answer names no councillors.", None, "note"),)
    return Record("other", document.source, attendance=tuple(people), style="modern-gov-xml", problems=problems)
