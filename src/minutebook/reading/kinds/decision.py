"""Decision records of commissioners and executives, and decision pages of committee sites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.dates import find_dates, first_date
from minutebook.reading.grammar import is_caps, leads_on, titleness
from minutebook.reading.kinds.front import AGENDA_ITEM, OFFICE
from minutebook.reading.kinds.pieces import Piece, add_passage, apart_at, columns_of, join
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.papers import DECISION_HEAD
from minutebook.reading.steps.headings import AUTHORITY, Heading, english, read_heading, tidy_name
from minutebook.reading.steps.items import ATTACHMENT, clean_title
from minutebook.reading.steps.paragraphs import Tree, mark_of
from minutebook.record import Decision, Item, Linked, Paragraph, Resolution, Section

# What a label of a decision form announces.
LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "ref",
            r"(?:(?:decision|executive|record|notice|key decision|log)\s+)*(?:ref(?:erence)?|number|no)\b\.?(?: ?(?:no|number)\.?)?",
        ),
        (
            "maker",
            r"decision[- ]?(?:maker|taker)|decision (?:made|taken) by|(?:taken|made) by|name of decision[- ]maker|decided by",
        ),
        (
            "date",
            r"date (?:of )?(?:the )?decision(?: (?:taken|made))?|decision (?:date|made on|taken on)|date (?:taken|made|signed)|date of (?:approval|publication of decision)|date",
        ),
        (
            "title",
            r"(?:decision )?(?:title|subject|report title|topic|matter|issue|decision title|heading)(?: of (?:the )?(?:decision|report|matter))?",
        ),
        (
            "decision",
            r"(?:the )?(?:decisions?|decisions? (?:made|taken|summary)|details? of (?:the )?decision|record of decision|resolved|approval|decision of .{3,60}|it (?:was|is) decided(?: that)?)",
        ),
        (
            "recommendation",
            r"(?:officer )?recommendations?(?: (?:to|for) .{3,60})?|decision (?:required|requested|sought)",
        ),
        (
            "reasons",
            r"reasons?(?: for (?:the )?(?:decision|recommendation)s?)?|rationale|justification|background(?: and reasons)?|executive summary|summary|introduction|considerations?|purpose of report",
        ),
        (
            "options",
            r"(?:alternative )?options?(?: (?:considered|and rejected|rejected))*|alternatives?(?: options)?(?: considered| rejected)*(?: and rejected)?|other options considered",
        ),
        (
            "purpose",
            r"purpose|description|wards? affected|contact(?: officer| name| email)?|lead (?:officer|member)|report author|requested by|portfolio|department|decision status|status|decision type|"
            r"is key decision\??|key decision\??|is subject to call[- ]in\??|call[- ]in(?: (?:date|deadline|period))?|publication date|published(?: date)?|effective (?:from|date)|date (?:of )?publication|open or (?:closed|restricted)|"
            r"urgent.{0,20}|declarations?(?: of interests?)?|dispensations?|restricted|notice of (?:decision|proposed)|originating.{0,30}|first published|implementation date|date (?:effective|implemented)|confidential\w*|classification",
        ),
    )
)
LINE = re.compile(r"(?P<label>[A-Z][\w’'()/?& -]{1,60}?\??)\s*:\s*(?P<value>.*)$", re.DOTALL)
SIGNED = re.compile(
    r"(?:signed|signature|chief (?:executive|finance officer)|monitoring officer|police and crime commissioner|approved by|authorised by|officer approval|declarations? of interests?)\b.{0,80}?(?::|$)",
    re.IGNORECASE,
)
SHELL = re.compile(
    r"home\b.*\||.*\|\s*(?:cookies|privacy|accessibility)\b|back to top|privacy\b.*|(?:decision|issue) (?:details|history)|accompanying documents:?|(?:related )?(?:meetings|documents|decisions):?|print this page|share this.*",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:financial|legal|equalit\w+|risk|hr|human resources?|resources?|environment\w*|privacy|health and safety|staffing|property|procurement|crime and disorder|background (?:papers|documents)|publicity|consultation)(?: (?:implications?|considerations?|comments|impact))?\s*:\s*",
    re.IGNORECASE,
)


def read_decision_page(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """A decision as a committee site shows it: labels with values below or beside them."""
    return _read(paper, page=True)


def read_decision_record(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """The record of a decision: reference, title, what was decided and why."""
    return _read(paper, page=False)


def _label(text: str) -> str | None:
    bare = text.strip(" :*")
    return next((name for name, pattern in LABELS if pattern.fullmatch(bare)), None) if len(bare) < 70 else None


def _begins(text: str) -> bool:
    """Does a line begin a part of the form?"""
    m = LINE.match(text)
    return bool((m and _label(m["label"])) or ABOUT.match(text) or SIGNED.match(text))


def _numbered(block: Block) -> bool:
    """ "3. Alternatives considered": a short line under a number of its own."""
    return bool(
        block.marker_runs
        and re.fullmatch(r"\d{1,2}\.?", block.marker)
        and len(block.text) < 70
        and block.text[-1:] not in (".", ";", ",", "?", "")
        and block.text.split()[0][0].isupper()
        and not re.match(r"(?:That|To) ", block.text)
    )


def _parts(paper: Paper, blocks: Sequence[Block]) -> list[tuple[str, str | None, Block, int, list[Block]]]:
    """(what, printed label, block, where its value begins, blocks that follow) for each part of the form."""
    out: list[tuple[str, str | None, Block, int, list[Block]]] = []
    k = 0
    while k < len(blocks):
        block = blocks[k]
        text = block.text
        if (
            block.cell
            and block.cell[2] == 0
            and _label(text)
            and k + 1 < len(blocks)
            and (following := blocks[k + 1].cell)
            and following[:2] == block.cell[:2]
        ):
            row = [b for b in blocks[k + 1 :] if b.cell and block.cell and b.cell[:2] == block.cell[:2]]
            out.append((_label(text) or "", text, block, len(text), row))
            k += 1 + len(row)
            continue
        wide = columns_of(paper, Piece(text, block, 0, len(text))) if not block.cell else []
        if len(wide) == 2 and (name := _label(wide[0].text)):
            out.append((name, wide[0].text, block, wide[1].start, []))
            k += 1
            continue
        m = LINE.match(text)
        if m and (name := _label(m["label"])) and block.marker != "•":
            out.append((name, m["label"], block, m.start("value"), []))
        elif (
            (name := _label(text))
            and block.marker != "•"
            and (
                _numbered(block)
                or text.rstrip().endswith((":", "?"))
                or is_caps(text)
                or block.kind == "heading"
                or block.bold
                or block.role in ("label", "heading", "sub-title")
                or (block.gap >= 1 and titleness(text) > 0)
            )
        ):
            out.append((name, text.strip(" :"), block, len(text), []))
        elif SIGNED.match(text) and not (all(p[0] == "head" for p in out) and OFFICE.fullmatch(text)):
            out.append(("signed", None, block, 0, []))
        elif out and out[-1][0] not in ("head", "ref", "title", "date", "maker") and not SHELL.fullmatch(text):
            heading = (
                (is_caps(text) or block.kind == "heading" or _numbered(block))
                and len(text) < 90
                and text[-1] not in ".;"
            )
            if heading:
                out.append(("other", text, block, len(text), []))
            else:
                out[-1][4].append(block)
        elif out and out[-1][2].text[out[-1][3] :].strip() == "" and not out[-1][4]:
            out[-1][4].append(block)
        else:
            out.append(("head", None, block, 0, []))
        k += 1
    return out


def _read(paper: Paper, *, page: bool) -> tuple[Minutes, dict[str, Any]]:
    blocks = [
        b for b in paper.body() if not (b.role == "document" or (ATTACHMENT.search(b.text) and len(b.text) < 200))
    ]
    documents = [b for b in paper.body() if b not in blocks]
    blocks = [b for block in blocks for b in apart_at(block, _begins)]
    parts = _parts(paper, blocks)
    heading, head_blocks = _heading(paper, parts)
    found = Minutes(heading, [])
    values = {
        name: _value(block, at, own)
        for name, _, block, at, own in reversed(parts)
        if name in ("ref", "maker", "date", "title")
    }
    title = values.get("title") or _subject(parts, heading)
    heading.date = first_date(values.get("date") or "") or _signed_on(parts) or heading.date
    heading.title = title or heading.title
    for block in documents:
        found.documents.append(Linked(clean_title(block.text)[0], address=block.link or None, where=paper.span(block)))
        paper.claim("document", block)
    numbered = [
        p
        for p in parts
        if p[2].marker_runs
        and p[2].marker[0].isdigit()
        and not p[2].marker.startswith("(")
        and p[0] not in ("head", "signed")
    ]
    sections: tuple[Section, ...] = ()
    if len(numbered) >= 2 and not page:
        sections = _numbered_sections(paper, found, parts)
    else:
        _one_item(paper, found, parts, title or "", page=page)
    ref = values.get("ref")
    decisions = (
        (
            Decision(
                None,
                ref,
                title or "",
                heading.date,
                values.get("maker"),
                paper.span_of([p[2] for p in parts if p[0] == "ref"]),
            ),
        )
        if ref
        else ()
    )
    if not decisions and title:
        decisions = (Decision(None, None, title, heading.date, values.get("maker"), paper.span_of(head_blocks[:1])),)
    for name, _, block, _, own in parts:
        paper.claim(
            "heading"
            if name in ("head", "ref", "title", "date", "maker", "purpose")
            else "label"
            if name != "signed"
            else "closing",
            block,
        )
        for b in own:
            paper.claim(
                "rubric"
                if name == "purpose"
                else "value"
                if name in ("ref", "title", "date", "maker")
                else "closing"
                if name == "signed"
                else "paragraph",
                b,
            )
    if not found.items and not sections:
        paper.doubt("no-decision", "The words of the decision were not recognised.", level="error")
    return found, {"decisions": decisions, "sections": sections}


def _heading(
    paper: Paper, parts: Sequence[tuple[str, str | None, Block, int, list[Block]]]
) -> tuple[Heading, list[Block]]:
    head = []
    for name, _, block, _, _ in parts:
        if name == "head":
            head.append(block)
        elif len(head) and name in ("decision", "reasons"):
            break
    heading = Heading()
    for block in head:
        text = english(block.text.strip())
        if m := AGENDA_ITEM.fullmatch(text):
            paper.agenda_item = paper.agenda_item or m["item"]
        elif heading.authority is None and (
            OFFICE.fullmatch(text) or ((a := AUTHORITY.match(text)) and a.end() == len(text))
        ):
            heading.authority = tidy_name(text)
        elif heading.title is None and DECISION_HEAD.fullmatch(text) and len(text) < 110 and not SHELL.fullmatch(text):
            heading.title = text
    rest = [b for b in head if b.text.strip() != heading.title]
    more = read_heading(paper, [b for b in rest if len(b.text) < 160][:6])
    heading.date = more.date
    if heading.authority is None:
        heading.authority = more.authority
    return heading, head


def _value(block: Block, at: int, own: Sequence[Block]) -> str:
    words = block.text[at:].strip()
    return words or (own[0].text.strip() if own else "")


def _subject(parts: Sequence[tuple[str, str | None, Block, int, list[Block]]], heading: Heading) -> str | None:
    """Where no label names it, the title is the line of the head that is neither authority nor kind of paper."""
    for name, _, block, _, _ in parts:
        text = block.text.strip()
        if name != "head":
            continue
        if (
            SHELL.fullmatch(text)
            or text == heading.title
            or DECISION_HEAD.fullmatch(text)
            or (heading.authority and tidy_name(english(text)) == heading.authority)
            or AUTHORITY.fullmatch(text)
        ):
            continue
        if next(find_dates(text), None) or AGENDA_ITEM.fullmatch(text) or titleness(text) < -0.5 or "|" in text:
            continue
        return text
    return None


def _signed_on(parts: Sequence[tuple[str, str | None, Block, int, list[Block]]]) -> str | None:
    signed = [b for name, _, block, _, own in parts if name == "signed" for b in (block, *own)]
    return next(
        (
            d.iso
            for b in signed
            if re.match(r"signed|signature|police and crime", b.text, re.IGNORECASE)
            for d in find_dates(b.text)
            if d.iso
        ),
        None,
    )


def _pieces(block: Block, at: int, own: Sequence[Block]) -> list[Block]:
    """The paragraphs of a part: what stands beside its label, and the blocks below."""
    first = [join([Piece(block.text[at:], block, at, len(block.text))])] if block.text[at:].strip() else []
    return [*first, *own]


def _one_item(
    paper: Paper,
    found: Minutes,
    parts: Sequence[tuple[str, str | None, Block, int, list[Block]]],
    title: str,
    *,
    page: bool,
) -> None:
    """The decision as one item: reasons and considerations are its paragraphs, what was decided its resolutions."""
    paragraphs: list[Paragraph] = []
    resolutions: list[Resolution] = []
    tree = Tree()
    head = next((b for name, _, b, _, _ in parts if title and title in b.text), parts[0][2])
    add_passage(found, None, "T", head, "title", title=title, start=max(0, head.text.find(title)))
    for name, _, block, at, own in parts:
        if name in ("decision", "recommendation"):
            texts = _pieces(block, at, own)
            lead = ""
            for b in texts:
                if leads_on(b.text) and not b.marker and len(texts) > 1:
                    lead = b.text
                    paper.claim("resolution", b)
                    continue
                verb = "recommended" if name == "recommendation" else "resolved"
                resolutions.append(Resolution(b.text, paper.span(b, 0, len(b.text)), verb))
                add_passage(found, None, f"R{len(resolutions)}", b, "resolution", lead, title)
                paper.claim("resolution", b)
        elif name in ("reasons", "options", "other"):
            for b in _pieces(block, at, own):
                m = ABOUT.match(b.text)
                start = m.end() if m else 0
                if (m and re.match(r"background", m[0], re.IGNORECASE)) or len(b.text) - start < 2:
                    paper.claim("paragraph", b)
                    continue
                mark = mark_of(b) if b.marker_runs else None
                label = (
                    tree.numbered_label(mark, b.indent)[0]
                    if mark is not None and mark.value
                    else tree.bullet_label()
                    if b.marker
                    else tree.plain_label()
                )
                while label in tree.used:
                    label += "'"
                tree.used.add(label)
                tree.last_text = b.text
                paragraphs.append(
                    Paragraph(label, b.text[start:], paper.span(b, start, len(b.text)), not b.marker_runs)
                )
                add_passage(found, None, label, b, "paragraph", title=title, start=start)
                paper.claim("list-item" if b.marker else "paragraph", b)
    found.items.append(
        Item(None, title, paragraphs=tuple(paragraphs), resolutions=tuple(resolutions), where=paper.span_of([head]))
    )


def _numbered_sections(
    paper: Paper, found: Minutes, parts: Sequence[tuple[str, str | None, Block, int, list[Block]]]
) -> tuple[Section, ...]:
    """The numbered sections of a record. A paragraph without a number has its section's, in front of its own."""
    sections: list[Section] = []
    for name, printed, block, at, own in parts:
        if name in ("head", "signed", "ref", "maker", "date", "title") or not (
            block.marker_runs and block.marker[0].isdigit()
        ):
            continue
        number = block.marker.strip("(). ")
        tree = Tree()
        paragraphs = []
        title = (printed or block.text).strip(" :")
        paper.claim("section-heading", block)
        add_passage(found, None, "T", block, "heading", title=title, end=len(title))
        pieces = _pieces(block, at, own)
        alone = sum(1 for b in pieces if not b.marker) == 1
        lead = ""
        for b in pieces:
            mark = mark_of(b) if b.marker_runs else None
            label = (
                tree.numbered_label(mark, b.indent)[0]
                if mark is not None and mark.value
                else tree.bullet_label()
                if b.marker
                else tree.plain_label()
            )
            tree.last_text = b.text
            if alone and re.match(r"p1\b", label):
                label = number + label[2:]
            elif not re.match(rf"{number}\b", label):
                label = f"{number}.{label}"
            paragraphs.append(Paragraph(label, b.text, paper.span(b, 0, len(b.text)), not b.marker_runs))
            add_passage(found, None, label, b, "paragraph", lead if b.marker else "", title)
            lead = b.text if leads_on(b.text) else lead if b.marker else ""
            paper.claim("list-item" if b.marker else "paragraph", b)
        sections.append(Section(number, title, tuple(paragraphs), paper.span_of([block])))
    return tuple(sections)
