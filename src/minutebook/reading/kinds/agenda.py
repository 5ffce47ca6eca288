"""Agendas: items with their pages and what is asked of the committee; what is to be heard in private."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.documents.tidy import cut_runs
from minutebook.reading.grammar import titleness
from minutebook.reading.kinds.front import claim_membership, claim_rest, read_top
from minutebook.reading.kinds.pieces import add_passage, join, lines_of
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.steps.items import PAGES, SECTION, Head, clean_title, find_heads, number_of
from minutebook.record import Exclusion, Item

AGENDA_WORD = re.compile(
    r"(?:public |draft |supplementary )*(?:agenda|a g e n d a|rhaglen)(?: front ?sheet)?(?:\s*/\s*\w+)?", re.IGNORECASE
)
COLUMNS = re.compile(
    r"(?:(?:agenda )?(?:no|item|ref|note|time|page|pages|subject|lead|report|action|purpose|heading|title|number)\.?(?:\s+no\.?)?[\s/|]*){2,}",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"(?:(?:The |Members of the |Members )?(?:Panel|Committee|Board|Sub-Committee|Commission|Members|Forum|Council)\s+(?:is|are|will be)\s+(?:asked|invited|requested|recommended)\s+to\s*:?\s*(?:\(?\w{1,3}[.)]\s*)?|To\s+|For\s+|Er mwyn\s+)"
    r"(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"^(?:To\b|For (?:decision|information|noting|discussion)|That\b|The (?:Panel|Committee|Board|Sub-Committee|Chair\w*|Members?)\b|Members\b|Report\b|\(?[a-z0-9ivx]{1,3}[.)]\s|Verbal|Oral|A (?:report|verbal|presentation)|There (?:are|is|were)\b)",
    re.IGNORECASE,
)
PRIVATE = re.compile(
    r"(?:.{0,30}exclusion of (?:the )?(?:press|public)\b.*|.{0,20}(?:part|section|rhan) (?:ii|2|b|two)\b.{0,90}|(?:exempt|confidential|private|closed|restricted) (?:items?|business|session|matters|reports?|part|information)\b.{0,60})",
    re.IGNORECASE,
)
EXCLUDES = re.compile(
    r"\b(?:be excluded|exclude the (?:press|public)|excluding the (?:press|public)|section 100A|100A\s*\(4\))",
    re.IGNORECASE,
)
STATUTE = re.compile(
    r"[Ss](?:ection|\.)?\s?100A\s?(?:\(\d\w?\))*(?:\s*\([^)]*\))?(?:,?\s+(?:of|to) (?:the )?[A-Z][\w ]*Act \d{4}(?: \(as amended\))?)?"
)
GROUND = re.compile(
    r"(?:on the grounds? that|because|as) (?:it|they|this|the (?:item|report)s?|there) (?:involves?|would involve|contains?|will involve|is likely|would be)\s*(?P<ground>[^.]*)",
    re.IGNORECASE,
)
PARAGRAPHS = re.compile(r"\bparagraphs?\s+(?P<numbers>\d{1,2}(?:\s*(?:,|and|&|to|-|or)\s*\d{1,2})*)", re.IGNORECASE)
STANDING = re.compile(
    r"(?:membership|members of the (?:committee|panel|board)|fire|in the event|emergency|if you|for (?:further|more|any)|please|contact|issued|published|dated?\b|enquir|members (?:are|of the public)|this (?:document|agenda|meeting|page)|"
    r"copies|large print|the (?:quorum|meeting (?:may|will)|press and public|public)\b|filming|recording|webcast|mobile|anyone|chief executive|monitoring officer|proper officer|clerk|director|head of|"
    r"notes?\b|quorum|distribution|to\s*:|background papers|access to|information for)",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\s+\(?\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?)?\)?\s*$|\s+\d{1,2}\s*[ap]\.?m\.?\s*$",
    re.IGNORECASE,
)
OPEN_RANGE = re.compile(r"[(\[]\s*(?:pages?|pp?\.?)\s*(?P<first>\d{1,4})\s*[-–]?$", re.IGNORECASE)
RUBRIC_PAGES = re.compile(
    r"\s*[(\[]?\b(?:pages?|pp\.?)\s*(?P<first>\d{1,4})(?:\s*(?:[-–]|to)\s*(?P<last>\d{1,4}))?[)\]]?\.?$", re.IGNORECASE
)
NOT_PUBLIC = re.compile(
    r"\s*(?:[\[(]\s*(?:not for publication|exempt|confidential|restricted|private|part (?:2|ii|b))\b[^\])]*[\])]|[-–]\s*(?:not for publication|exempt|confidential|restricted))\s*\.?$",
    re.IGNORECASE,
)
FOR_ITEMS = re.compile(r"\b(?:for|during|of) (?:agenda )?items? (?:nos?\.? )?\d{1,2}(?:(?:,| and|, and| to|-)\s?\d{1,2})*", re.IGNORECASE)
A_YEAR = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)\d\d$")
BARE_PAGES = re.compile(r"[\s.…]+(?P<first>\d{1,4})(?:\s*[-–]\s*(?P<last>\d{1,4}))?$")
WORDS_OF_ACTION = {
    "recei": "receive",
    "note": "note",
    "notin": "note",
    "consi": "consider",
    "appro": "approve",
    "agree": "agree",
    "confi": "confirm",
    "elect": "elect",
    "appoi": "appoint",
    "revie": "review",
    "discu": "discuss",
    "deter": "determine",
    "recom": "recommend",
    "endor": "endorse",
    "answe": "answer",
    "decid": "decide",
    "resol": "resolve",
    "infor": "note",
    "decis": "decide",
    "sign": "confirm",
    "scrut": "consider",
    "adopt": "approve",
    "compr": "comment",
    "comme": "comment",
    "ident": "consider",
    "hear": "receive",
}


def read_agenda(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """Items of business in the order of the agenda, each with its pack pages, rubric and the action asked."""
    blocks = _split_titles([b for b in paper.blocks if b.kind != "furniture"])
    begin = next((n + 1 for n, b in enumerate(blocks[:60]) if AGENDA_WORD.fullmatch(b.text.strip(" *:"))), 1)
    heads = find_heads(paper, blocks, min(begin, len(blocks)))
    heads = _with_missing(heads, blocks, begin)
    _bare_pages(heads)
    first = heads[0].at if heads else min(6, len(blocks))
    zone = blocks[:first]
    claim_membership(paper, zone)
    heading = read_top(paper, [b for b in zone if not paper.claimed(b)])
    found = Minutes(heading, [])
    heading.title = None  # an agenda is known by its body and its day
    private = False
    named: set[str] = set()  # the items that an exclusion names; where it names none, all that follow
    exclusions: list[Exclusion] = []
    exempt: list[dict[str, Any]] = []
    for n, head in enumerate(heads):
        end = heads[n + 1].at if n + 1 < len(heads) else len(blocks)
        own = blocks[head.at + len(head.blocks) : end]
        own = _range_over_lines(head, own)
        rubric, tail = _rubric(own, last=n + 1 == len(heads))
        item = _item(paper, found, head, rubric)
        closing = bool(PRIVATE.fullmatch(item.title)) and not item.pages
        if (private and (not named or item.number in named)) or item.restricted:
            exempt.append({"number": item.number, "title": item.title, "pages": item.pages})
        else:
            found.items.append(item)
        if closing or any(EXCLUDES.search(b.text) for b in rubric):
            exclusions += [e for b in rubric if (e := _exclusion(paper, b))]
            private = private or closing
            named |= {v for b in rubric if EXCLUDES.search(b.text) for m in FOR_ITEMS.finditer(b.text) for v in re.findall(r"\d+", m[0])}
        if n + 1 == len(heads):
            claim_membership(paper, tail)
        for block in tail:
            if PRIVATE.fullmatch(block.text.strip(" .:")):
                private = True
            if EXCLUDES.search(block.text) and (exclusion := _exclusion(paper, block)):
                exclusions.append(exclusion)
                private = True
                add_passage(found, None, "exclusion", block)
                paper.claim("exclusion", block)
            paper.claim("section-heading" if SECTION.fullmatch(block.text.strip(" .:")) else "rubric", block)
    if not heads:
        paper.doubt("no-items", "No item of business was recognised in this agenda.", level="error")
    claim_rest(paper, zone)
    after = tuple(str(e["number"]) for e in exempt if e["number"])
    exclusions = [replace(e, items=after) for e in exclusions]
    extra: dict[str, Any] = {"exempt_items": tuple(exempt)}
    if exclusions:
        extra["exclusions"] = tuple(exclusions[:1] if len({e.quote for e in exclusions}) == 1 else exclusions)
    return found, extra


def _with_missing(heads: list[Head], blocks: Sequence[Block], begin: int) -> list[Head]:
    """Numbers that the run of items lacks, where a line in the right place opens with just that number."""
    numbers = {int(h.number): h for h in heads if h.number and h.number.isdigit()}
    if len(numbers) < 3:
        return heads
    wanted = sorted({*range(1, max(numbers) + 2)} - set(numbers))
    for number in wanted:
        after = max((h.at + len(h.blocks) for v, h in numbers.items() if v < number), default=begin)
        until = min((h.at for v, h in numbers.items() if v > number), default=len(blocks))
        for at in range(after, until):
            block = blocks[at]
            told = number_of(f"{block.marker} {block.text}".strip() if block.marker_runs else block.text)
            if (
                (block.gap >= 1 or block.marker_runs)
                and told
                and told[1] == str(number)
                and told[2]
                and titleness(told[2]) > -0.5
                and block.kind != "cell"
            ):
                title, parts = clean_title(told[2])
                head = Head(at, told[1], title, [block])
                if isinstance(parts.get("pages"), tuple):
                    head.pages = parts["pages"]  # type: ignore[assignment]
                numbers[number] = head
                heads = sorted([*heads, head], key=lambda h: h.at)
                break
    return heads


def _bare_pages(heads: Sequence[Head]) -> None:
    """A column of page numbers beside the titles ("Minutes 5 - 10"): numbers that rise from item to item."""
    ranges = [(h, m) for h in heads if not h.pages and (m := BARE_PAGES.search(CLOCK.sub("", h.title)))]
    ranges = [(h, m) for h, m in ranges if not A_YEAR.search(h.title)]
    values = [int(m["first"]) for _, m in ranges]
    if len(ranges) < 2 or values != sorted(set(values)) or not any(m["last"] for _, m in ranges):
        return
    for head, m in ranges:
        if int(m["last"] or m["first"]) >= int(m["first"]):
            head.pages = int(m["first"]), int(m["last"] or m["first"])
            head.title = head.title[: m.start()].rstrip(" .–-")


def _range_over_lines(head: Head, own: list[Block]) -> list[Block]:
    """ "(Pages 9 / - 14) To consider …": the end of the range passes for the mark of the line below."""
    m = OPEN_RANGE.search(head.blocks[-1].text)
    end = re.fullmatch(r"[-–]?\s*(\d{1,4})[)\]]", own[0].marker) if own and m else None
    if m is None or end is None:
        return own
    head.pages = int(m["first"]), int(end[1])
    return [replace(own[0], marker="", marker_runs=(), kind="paragraph"), *own[1:]]


def _split_titles(blocks: Sequence[Block]) -> list[Block]:
    """A title that was healed into its rubric ("… (Pages 7 - 9) To consider the report"): two blocks again."""
    out: list[Block] = []
    for block in blocks:
        lines = lines_of(block)
        m = PAGES.search(block.text) if block.kind != "cell" else None
        paged = m is not None and m[0].lstrip()[:1] in "([" and m.start() > 3
        opens = block.marker_runs or number_of(block.text)
        cut = next(
            (
                n
                for n, line in enumerate(lines)
                if n
                and ASKS.match(line.text)
                and (
                    (paged and m is not None and line.start >= m.end())
                    or (opens and titleness(block.text[: line.start].strip()) > 0.2)
                )
            ),
            None,
        )
        if cut is None or block.kind == "cell":
            out.append(block)
            continue
        at = lines[cut].start
        first = block.text[:at].rstrip()
        out.append(
            replace(block, text=first, runs=tuple(cut_runs(block.runs, 0, len(first), 0)), lines=block.lines[:cut])
        )
        out.append(
            replace(
                block,
                text=block.text[at:],
                runs=tuple(cut_runs(block.runs, at, len(block.text), 0)),
                lines=(),
                marker="",
                marker_runs=(),
                kind="paragraph",
                gap=0.0,
            )
        )
    return out


def _rubric(own: Sequence[Block], *, last: bool) -> tuple[list[Block], list[Block]]:
    """What is said under an item, and what stands after it that belongs to the paper as a whole."""
    for n, block in enumerate(own):
        text = block.text.strip(" .:")
        if SECTION.fullmatch(text) or (PRIVATE.fullmatch(text) and titleness(text) > 0):
            return list(own[:n]), list(own[n:])
        if (
            last
            and (n > 0 or block.gap >= 1)
            and (block.gap >= 1 or STANDING.match(text))
            and (STANDING.match(text) or (n > 0 and not ASKS.match(text) and not block.marker))
        ):
            return list(own[:n]), list(own[n:])
    return list(own), []


def _item(paper: Paper, found: Minutes, head: Head, rubric: list[Block]) -> Item:
    title, parts = clean_title(CLOCK.sub("", head.title))
    title = CLOCK.sub("", title).strip(" -–")
    closed = NOT_PUBLIC.search(title)
    title = title[: closed.start()].strip() if closed and closed.start() > 3 else title
    if isinstance(parts.get("pages"), tuple) and head.pages is None:
        pages = parts["pages"]
        head.pages = (pages[0], pages[1])  # type: ignore[index]
    head.title = title
    for block in head.blocks:
        paper.claim("item-heading", block)
    words = []
    for block in rubric:
        if not PAGES.fullmatch(block.text.strip()):
            words.append(f"{block.marker} {block.text}" if block.marker_runs and block.marker != "•" else block.text)
        paper.claim(
            "document" if block.role == "document" or (block.link and titleness(block.text) > 0) else "rubric", block
        )
    text = " ".join(words) or None
    if head.pages is None and text and (m := RUBRIC_PAGES.search(text)):
        head.pages = int(m["first"]), int(m["last"] or m["first"])
        text = text[: m.start()].strip() or None
    item = Item(
        head.number,
        title,
        head.agenda_ref,
        head.inferred,
        head.pages,
        head.section,
        text=text,
        action=_action(text) or _action("To " + title)
        if text or re.match(r"(?:confirm|consider|receive|approv|elect|appoint)", title, re.IGNORECASE)
        else None,
        restricted=closed is not None,
        where=paper.span_of(head.blocks),
    )
    if re.match(r"(?:confirmation|approval|receipt|consideration)\b", title, re.IGNORECASE) and item.action is None:
        item = replace(item, action=_action("To " + title))
    _passages(found, item, head, rubric)
    return item


def _passages(found: Minutes, item: Item, head: Head, rubric: Sequence[Block]) -> None:
    shown = next((b for b in head.blocks if item.title[:30] in b.text), head.blocks[-1])
    at = shown.text.find(item.title)
    if at < 0:
        block = join([p for b in head.blocks for p in lines_of(b)])
        at = block.text.find(item.title)
        shown = block if at >= 0 else shown
    add_passage(
        found,
        item.number,
        "T",
        shown,
        "title",
        title=item.title,
        start=max(0, at),
        end=max(0, at) + len(item.title) if at >= 0 else None,
    )
    for n, block in enumerate(rubric, start=1):
        add_passage(found, item.number, f"p{n}", block, title=item.title)


def _action(text: str | None) -> str | None:
    """The verb of what is asked: receive, note, consider, approve …"""
    m = ASKED.search(text) if text else None
    return WORDS_OF_ACTION.get(m["verb"].lower()[:5], WORDS_OF_ACTION.get(m["verb"].lower()[:4])) if m else None


def _exclusion(paper: Paper, block: Block) -> Exclusion | None:
    text = block.text
    if not EXCLUDES.search(text):
        return None
    m = re.search(r"\b[Tt]hat\b|\bTo exclude\b|\b[Uu]nder\b", text)
    start = m.start() if m else 0
    end = len(text.rstrip(' "”’'))
    statute = STATUTE.search(text)
    ground = GROUND.search(text)
    numbers = tuple(n for p in PARAGRAPHS.finditer(text) for n in re.findall(r"\d{1,2}", p["numbers"]))
    return Exclusion(
        text[start:end],
        statute[0].strip(" ,") if statute else None,
        ground["ground"].strip(' ,"”') if ground else None,
        numbers,
        where=paper.span(block, start, end),
    )
