"""The head of a paper that is not minutes: authority, body, date, title, and labelled lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutebook.documents.blocks import Block
from minutebook.reading.dates import find_dates
from minutebook.reading.grammar import is_caps, titleness
from minutebook.reading.kinds.pieces import Piece, apart_at, columns_of, join
from minutebook.reading.paper import Paper
from minutebook.reading.people import read_person
from minutebook.reading.steps.headings import BODY_WORD, LABELLED, Heading, english, read_heading, tidy_name

OFFICE = re.compile(
    r"(?:The )?(?:(?:Office of the |Office for the )?(?:Police(?:,? (?:Fire )?and Crime)? |Police, Fire and Crime )Commissioner(?:['’]s Office)?(?: for| of) [A-Z][\w'’ ,&-]+"
    r"|[A-Z][\w'’ &-]{2,60} (?:Office of the )?Police(?:,? Fire)? and Crime Commissioner|Mayor(?:['’]s Office)? (?:for|of) [A-Z][\w'’ -]+)$",
    re.IGNORECASE,
)
TITLE_LABEL = re.compile(
    r"(?:(?:report |decision )?title|subject|re|heading|report on|topic|teitl)(?: of (?:the )?(?:report|decision|paper))?\s*:\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"(?:(?:report )?to|for|committee|meeting|report for)\s*:\s*(?:the )?(?P<body>[A-Z].{4,110})", re.IGNORECASE
)
LABEL_LINE = re.compile(r"[A-Z][A-Za-z’'()/& -]{1,40}:\s+\S")
NO_TITLE = re.compile(
    r"(?:report (?:of|by|from|to|author)\b|(?:joint |public |open |closed |exempt |confidential )*report$|appendix\b|annex\b|agenda item\b|item (?:no\.?\s*)?\d|page \d|to\s*:|from\s*:|by\s*:|date\s*:|"
    r"wards?\b|cabinet member\b|portfolio\b|contact\b|lead (?:officer|member)\b|classification\b|author\b|key decision\b|open report\b|for (?:information|decision|noting)\b|background\s*:|draft\b$|"
    r"agenda$|membership\b|quorum\b|this page\b|public$|www\.|https?:)",
    re.IGNORECASE,
)
BODY_END = r"\b(?:panel|committee|board|commission|forum|sub-committee|cabinet)\b"
BODY_FIRST = re.compile(
    rf"(?P<body>[A-Z][^:–]{{5,120}}?)\s*(?::|\s[–-])\s+(?=(?:\S+\s+){{0,8}}\S+$)(?P<title>(?!.*{BODY_END}(?:\W|$))\S.*)"
    rf"|(?P<run>[A-Z].{{4,110}}?{BODY_END})\s+(?P<rest>(?:\w+ )?(?:work(?:ing)? (?:programme|plan)|action (?:log|sheet|tracker)|forward plan)\b.*)$",
    re.IGNORECASE,
)
BODY_LAST = re.compile(
    rf"(?P<title>.*\b(?:log|tracker|sheet|programme|plan|questions|actions|decisions)\b[^–:-]{{0,40}}?)\s*(?::|\s[–-])\s+"
    rf"(?P<body>[A-Z][^:]{{4,100}}?{BODY_END})(?:[\s,–-]+(?:\w+day,? )?\d{{1,2}}\b.*)?$",
    re.IGNORECASE,
)
AGENDA_ITEM = re.compile(
    r"(?:agenda )?item\s*(?:no\.?|number)?\s*:?\s*(?P<item>\d{1,3}\s?[a-z]?|[A-Z]{1,2}\d{1,2})\b\.?(?:\s*[-–:]\s*(?P<rest>.+))?$",
    re.IGNORECASE,
)


def read_top(paper: Paper, zone: Sequence[Block], *, title: re.Pattern[str] | None = None) -> Heading:
    """Authority, body, date and title from the blocks above the text. Claims them all."""
    labelled: str | None = None
    plain: list[Block] = []
    zone = [part for block in zone for part in _side_by_side(paper, block)]
    addressed: str | None = None
    zone = [
        b
        for block in zone
        for b in apart_at(
            block, lambda t: bool((title and title.fullmatch(t)) or LABEL_LINE.match(t) or LABELLED.match(t))
        )
    ]
    for block in zone:
        m = AGENDA_ITEM.match(block.text)
        if m and len(block.text) < 140 and not block.text.islower():
            paper.agenda_item = paper.agenda_item or m["item"].replace(" ", "")
            if m["rest"] and titleness(m["rest"]) > -0.5 and (title is None or title.match(m["rest"])):
                labelled = labelled or re.split(r"\s+[-–]\s+(?=\d)", m["rest"])[0].strip()
            paper.claim("heading", block)
        elif (m := ADDRESSED.match(block.text)) and BODY_WORD.search(m["body"]):
            addressed = addressed or m["body"].strip()
            paper.claim("heading", block)
        elif m := TITLE_LABEL.match(block.text):
            labelled = labelled or m["title"].strip()
            paper.claim("heading", block)
        else:
            plain.append(block)
    own_title = next(
        (
            b
            for b in plain
            if title and title.fullmatch(b.text.strip(" *")) and (BODY_LAST.match(b.text) or not _dated_body(b.text))
        ),
        None,
    )
    heading = read_heading(paper, [b for b in plain if b is not own_title])
    if own_title is not None and heading.body is None:
        labelled = _body_in_title(heading, own_title.text) or labelled
    _office(paper, heading, plain)
    if heading.body is None and addressed:
        heading.body = tidy_name(addressed)
    used = {id(b) for b in heading.used}
    if labelled is None and own_title is not None:
        labelled = own_title.text
    heading.title = labelled or _title_among([b for b in plain if id(b) not in used])
    if heading.title:
        heading.title = english(heading.title).strip(" :*")
    if heading.body and re.match(r"(?:held|for|of|with|from|by|at)\b", heading.body):
        heading.body = None
    claim_rest(paper, zone)
    return heading


def _body_in_title(heading: Heading, text: str) -> str | None:
    """A title that names the body: "X Panel: Work Programme", "Action Sheet – X Panel 3 March 2023", "X PANEL WORK PLAN"."""
    m = BODY_FIRST.match(text) or BODY_LAST.match(text)
    found = m.groupdict() if m else {}
    body, title = found.get("body") or found.get("run"), found.get("title") or found.get("rest")
    if body is None or not BODY_WORD.search(body):
        return None
    heading.body = tidy_name(body)
    heading.date = heading.date or next((d.iso for d in find_dates(text) if d.iso), None)
    return title


def _side_by_side(paper: Paper, block: Block) -> list[Block]:
    """ "Police and Crime Panel      Agenda item 6": two things on one line."""
    cells = (
        columns_of(paper, Piece(block.text, block, 0, len(block.text)))
        if len(block.lines) < 2 and not block.cell
        else []
    )
    if len(cells) != 2 or not any(AGENDA_ITEM.match(c.text) or next(find_dates(c.text), None) for c in cells):
        return [block]
    return [replace(join([c]), gap=block.gap if n == 0 else 0.0) for n, c in enumerate(cells)]


def _dated_body(text: str) -> bool:
    return bool(BODY_WORD.search(text)) and next(find_dates(text), None) is not None


def _office(paper: Paper, heading: Heading, plain: Sequence[Block]) -> None:
    """The office of a commissioner or mayor is the authority of its own papers."""
    if heading.authority:
        return
    for block in plain[:4]:
        text = block.text.strip()
        if (
            OFFICE.fullmatch(text)
            and len(text) < 110
            and not re.match(r"report|by\b|from\b|decision", text, re.IGNORECASE)
        ):
            heading.authority = tidy_name(text)
            heading.used.append(block)
            if heading.body and heading.body.lower() in text.lower():
                heading.body = None
            return


def _title_among(blocks: Sequence[Block]) -> str | None:
    """The title is the line that looks most like one, with the lines of the same make that go on from it."""
    best, at = -0.2, -1
    for n, block in enumerate(blocks):
        text = block.text.strip()
        if not text or NO_TITLE.match(text) or LABELLED.match(text) or len(text) > 220 or block.kind == "cell":
            continue
        if (next(find_dates(text), None) and len(text) < 40) or (
            read_person(text) and len(text.split()) < 5 and not is_caps(text)
        ):
            continue
        weight = titleness(text) + (1.0 if block.kind == "heading" or block.bold else 0) + min(len(text), 60) / 200
        if weight > best:
            best, at = weight, n
    if at < 0:
        return None
    words = [blocks[at].text.strip()]
    for block in blocks[at + 1 :]:
        before = blocks[at]
        if (
            block.number != before.number + 1
            or block.gap
            or is_caps(block.text) != is_caps(before.text)
            or NO_TITLE.match(block.text)
            or LABELLED.match(block.text)
        ):
            break
        if block.size != before.size or block.bold != before.bold or not is_caps(block.text):
            break
        words.append(block.text.strip())
        at += 1
    return " ".join(words)


def claim_rest(paper: Paper, blocks: Iterable[Block]) -> None:
    """What else stands in the head: a heading where it is short, rubric where it is a sentence."""
    for block in blocks:
        if not paper.claimed(block):
            paper.claim("heading" if len(block.text) < 160 and titleness(block.text) > -1.5 else "rubric", block)


MEMBERSHIP = re.compile(
    r"(?:(?:current |committee |panel )?(?:membership|members|aelodau)(?: of the (?:committee|panel|board|sub-committee))?)\s*(?::|[-–]|$)",
    re.IGNORECASE,
)
GROUP_LABEL = re.compile(
    r"(?:(?:county|borough|district|city|town|unitary|independent|co-?opted|elected|appointed|other)\s+)*(?:councillors?|members?|cllrs?|representatives?)\b[^:]{0,40}:\s*",
    re.IGNORECASE,
)


def claim_membership(paper: Paper, zone: Sequence[Block]) -> None:
    """The list of members on the front of an agenda tells who sits, not who came; it is a leaf of its own."""
    inside = False
    for block in zone:
        text = block.text
        if MEMBERSHIP.match(text):
            inside = True
        elif inside and not (
            GROUP_LABEL.match(text) or (block.gap < 1 and (re.search(r",|\(", text) or read_person(text)))
        ):
            inside = False
        if inside:
            paper.claim("membership", block)
