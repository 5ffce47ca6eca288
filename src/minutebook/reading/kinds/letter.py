"""Letters: who writes to whom and when, the subject, and the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.dates import find_dates
from minutebook.reading.grammar import is_caps, titleness
from minutebook.reading.kinds.front import OFFICE, claim_rest
from minutebook.reading.kinds.pieces import add_passage, apart_at, lines_of
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.papers import LETTER, LETTER_END
from minutebook.reading.people import read_person
from minutebook.reading.steps.headings import AUTHORITY, BODY_WORD, Heading, tidy_name
from minutebook.reading.steps.paragraphs import Labelled, read_body
from minutebook.record import Paragraph, Section

SUBJECT = re.compile(r"(?:re|subject|ref|parthed)\s*[:.]?\s+(?P<title>\S.*)", re.IGNORECASE)


def read_letter(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """A letter as one section under its subject."""
    blocks = [
        b for block in paper.body() for b in apart_at(block, lambda t: bool(LETTER.match(t) or LETTER_END.match(t)))
    ]
    dear = next((n for n, b in enumerate(blocks) if LETTER.match(b.text)), 0)
    close = next((n for n in range(len(blocks) - 1, dear, -1) if LETTER_END.match(blocks[n].text)), len(blocks))
    heading = Heading()
    top, tail = blocks[:dear], blocks[close:]
    _letterhead(heading, top, tail)
    for block in (*top, blocks[dear]):
        paper.claim("heading", block)
    begin = dear + 1
    title: str | None = None
    if begin < close and _is_subject(blocks[begin], blocks[begin + 1] if begin + 1 < close else None):
        m = SUBJECT.match(blocks[begin].text)
        title = (m["title"] if m else blocks[begin].text).strip()
        paper.claim("item-heading", blocks[begin])
        begin += 1
    heading.title = title
    found = Minutes(heading, [])
    if title:
        add_passage(found, None, "T", blocks[begin - 1], "title", title=title)
    body = read_body(paper, blocks[begin:close])
    # In a letter "resolved" and "agreed" tell of a meeting; nothing is resolved here.
    told = sorted([*body.paragraphs, *body.resolutions], key=lambda p: p.block.number)
    paragraphs = _labelled(told)
    for p in paragraphs:
        paper.leaf[p.block.number] = "paragraph"
        add_passage(found, None, p.label, p.block, lead=p.lead, title=title or "")
    for block in tail:
        paper.claim("closing", block)
    claim_rest(paper, blocks)
    section = Section(
        None,
        title or "",
        tuple(Paragraph(p.label, p.text, paper.span(p.block, 0, len(p.text)), p.inferred) for p in paragraphs),
        paper.span_of(blocks[begin:close]),
    )
    return found, {"sections": (section,)}


def _labelled(told: Sequence[Labelled]) -> list[Labelled]:
    """Paragraphs under their printed marks, the others counted p1, p2, … through the letter."""
    out: list[Labelled] = []
    plain, parent, bullets = 0, "", 0
    for p in told:
        if p.block.marker:
            printed = (bool(p.block.marker_runs) and p.block.marker[0].isalnum()) or p.block.marker[:1] == "("
            if printed and p.kind == "paragraph":
                label = p.label
            else:
                bullets += 1
                label = f"{parent}.bul{bullets}" if parent else f"bul{bullets}"
        else:
            plain += 1
            bullets = 0
            label = parent = f"p{plain}"
        out.append(Labelled(label, p.block, p.text, p.lead, not p.block.marker))
    return out


def _letterhead(heading: Heading, top: Sequence[Block], tail: Sequence[Block]) -> None:
    """Whose letter it is stands in its head or under the signature; whom it is to stands beside the date."""
    for block in top:
        heading.date = heading.date or next((d.iso for d in find_dates(block.text) if d.iso), None)
    sender = [
        line.block if line.text == line.block.text else replace(line.block, text=line.text)
        for b in top[:4]
        for line in lines_of(b)
    ][:4]
    for block in sender:
        text = block.text.strip(" ,")
        if (heading.authority is None and OFFICE.fullmatch(text)) or (
            heading.authority is None
            and (m := AUTHORITY.match(text))
            and m.end() == len(text)
            and not read_person(text.split(",")[0])
        ):
            heading.authority = tidy_name(text)
    signed = [
        b for b in tail[1:6] if BODY_WORD.search(b.text) and not re.match(r"cc\b|copy|copies", b.text, re.IGNORECASE)
    ]
    for block in signed:
        m = re.search(
            r"(?:Chair\w*|Clerk|Secretary|Vice-Chair\w*|Leader|Officer)\b[^,]*?(?:,| of| to| for| for the| of the| to the)\s+(?:the\s+)?(?P<body>[A-Z].*)$",
            block.text,
        )
        name = m["body"] if m else block.text
        if (
            BODY_WORD.search(name)
            and not re.search(r"\bcommissioner\b(?!.*panel)", name, re.IGNORECASE)
            and not AUTHORITY.fullmatch(name)
        ):
            heading.body = tidy_name(name)
            break
    if heading.body is None:
        own = next(
            (
                b.text.strip(" ,")
                for b in sender
                if BODY_WORD.search(b.text)
                and not AUTHORITY.fullmatch(b.text.strip(" ,"))
                and not OFFICE.fullmatch(b.text.strip(" ,"))
                and not read_person(b.text.split(",")[0])
                and len(b.text.split()) < 14
            ),
            None,
        )
        heading.body = (
            tidy_name(own)
            if (own and heading.authority is None)
            or (own and not re.search(r"chair|councillor|commissioner", own, re.IGNORECASE))
            else None
        )


def _is_subject(block: Block, following: Block | None) -> bool:
    text = block.text
    if (
        (SUBJECT.match(text) and len(text) < 200 and titleness(text) > -1)
        or (block.bold and len(text) < 200)
        or block.kind == "heading"
    ):
        return True
    return (
        len(text) < 160
        and text[-1:] not in ".,;?"
        and not block.marker
        and (is_caps(text) or titleness(text) > 0)
        and following is not None
        and len(following.text) > len(text)
    )
