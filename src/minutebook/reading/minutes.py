"""Minutes and web pages of meetings: heading, attendance, items, questions, closing."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from minutebook.documents.blocks import Block
from minutebook.documents.tidy import cut_runs
from minutebook.reading.dates import find_dates, find_time
from minutebook.reading.grammar import operative, operative_word, titleness
from minutebook.reading.paper import PART, Paper
from minutebook.reading.passages import Passage
from minutebook.reading.people import read_person
from minutebook.reading.steps.attendance import (
    apologies_in,
    chair_of,
    elected_chair,
    lists_begin,
    named_chair,
    read_attendance,
    split_heading,
    split_lines,
    starts_attendance,
    unheaded,
    with_substitutes,
)
from minutebook.reading.steps.headings import Heading, read_heading
from minutebook.reading.steps.items import (
    APPENDED,
    ASKED,
    ATTACHMENT,
    CLOSING,
    SECTION,
    SIZED,
    Head,
    clean_title,
    find_heads,
)
from minutebook.reading.steps.paragraphs import Body, Labelled, decided_within, part_of, read_body
from minutebook.reading.steps.questions import (
    ANSWER_HEAD,
    find_questions,
    question_head,
    settle_questions,
    titled_question,
)
from minutebook.record import Attendee, Item, Linked, Paragraph, Question, Resolution


@dataclass
class Minutes:
    """What was found in one set of minutes, with the passages for the claim steps."""

    heading: Heading
    attendance: list[Attendee]
    items: list[Item] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    documents: list[Linked] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    places: list[tuple[Block, int]] = field(default_factory=list)   # of each passage: block, offset in its text


def read_minutes(paper: Paper) -> Minutes:
    """Read minutes, or a page of a meeting that has them: front, items, what each item says."""
    if paper.kind == "web-item":
        return read_web_item(paper)
    blocks = [b for b in paper.blocks if b.kind != "furniture" or b.note in ("documents-label", "column-heads")]
    blocks = [part for b in blocks for part in run_on_items(b)]
    blocks = _as_cmis(paper, blocks)
    heads = find_heads(paper, blocks, _business_from(blocks))
    appended = _appendix_of_questions(blocks, heads)
    heads += appended
    begin = lists_begin(blocks)
    if begin is not None and blocks[begin].role != "item-title" and 0 < sum(1 for h in heads if h.at <= begin) <= 3 and any(h.at > begin for h in heads):
        heads = [h for h in heads if h.at > begin]          # what stands before the lists is heading
    first = heads[0].at if heads else len(blocks)
    zone = [b for b in blocks[:first] if b.kind != "furniture"]
    heading, attendance = read_front(paper, zone)
    found = Minutes(heading, attendance)
    _numbers_of_paragraphs(heads, blocks)
    _infer_numbers(heads, blocks)
    blocks = number_paragraphs(blocks, heads)
    formal = is_formal(blocks)
    second = second_pass(heads, blocks)
    columns = minute_numbers(heads, blocks)
    for n, head in enumerate(heads):
        end = heads[n + 1].at if n + 1 < len(heads) else min([len(blocks), *(a for a, _ in second.values())])
        own = [b for b in blocks[head.at + len(head.blocks): end] if b.kind != "furniture"]
        if head.number in second:
            again = blocks[slice(*second[head.number])]
            marks = 2 if re.fullmatch(r"[A-Z]{2,6}\.?", again[0].text) else 1
            for b in again[:marks]:
                paper.claim("item-heading", b)
            own = [b for b in again[marks:] if b.kind != "furniture"] + own
        elif n + 1 == len(heads) or heads[n + 1] in appended:
            own = _close(paper, own)
        read_item(paper, found, head, own, formal=formal, columns=columns)
    if not heads:
        _without_items(paper, found, zone)
    _people_in_minutes(paper, found)
    _number_cut_items(found)
    return found


ITEM_OF = re.compile(r"[(\[]?\s*(?:agenda\s+)?item\s+(?P<number>[\w/.()]*\w)\.?\s*[)\]]?\.?$", re.IGNORECASE)


def read_web_item(paper: Paper) -> Minutes:
    """A page of a committee system that shows one item: its title, the meeting, the minute."""
    blocks = [b for b in paper.blocks if b.kind != "furniture"]
    label = next((n for n, b in enumerate(blocks) if re.fullmatch(r"(?:minutes|decisions?|cofnodion)\s*:?", b.text, re.IGNORECASE)), None)
    nav = max((n for n, b in enumerate(paper.blocks) if re.fullmatch(r"[•*\s-]*(?:agenda item|issue details?)", b.text, re.IGNORECASE)), default=-1)
    after = paper.blocks[nav].number if nav >= 0 else -1
    if label is None:       # no label parts agenda from minute: the title, and what asks the committee
        size = 1
        while size < min(5, len(blocks) - 1) and (ASKED.match(blocks[size].text) or len(blocks[size].text) < 130 and next(find_dates(blocks[size].text), None)
                                                  and titleness(blocks[size].text) > -1):
            size += 1
        front = blocks[:size]
    else:
        front = blocks[:label]
    title_block = next((b for b in front if b.number > after and titleness(clean_title(b.text)[0]) > -1.5 and not ITEM_OF.fullmatch(b.text)
                        and "›" not in b.text and " > " not in b.text), None)
    title_block = next((b for b in front if b.role in ("item-title", "heading") and b.number > after), title_block)
    if title_block is None:
        title_block = front[0] if front else None
    if title_block is None:
        found = Minutes(Heading(), [])
        _without_items(paper, found, blocks)
        return found
    title, parts = clean_title(title_block.text)
    head = Head(0, None, title, [title_block], attachment=str(parts["attachment"]) if parts.get("attachment") else None)
    rest = [b for b in front if b is not title_block]
    for block in rest:
        if m := ITEM_OF.search(block.text):
            head.number = m["number"]
    trail = [b for b in blocks[:8] if re.search(r"\s[>›»]\s", b.text) and b not in rest]
    heading = read_heading(paper, [_meeting_line(b) for b in (*rest, *trail)])
    found = Minutes(heading, [])
    own = blocks[len(front):]
    for n, block in enumerate(own[:4]):
        if re.fullmatch(r"\d{1,4}\.?", (block.marker + block.text).strip()):
            head.number = (block.marker + block.text).strip().rstrip(".")
            paper.claim("item-heading", block)
            own = own[:n] + own[n + 1:]
            break
    for block in rest:
        paper.claim("rubric", block)
    own = _close(paper, own)
    read_item(paper, found, head, own, formal=is_formal(blocks) or any(operative(b.text) for b in own))
    at = next((n for n, b in enumerate(rest) if (group := split_heading(b.text)[0]) and group[0] != "absent" and re.search(r"attend|present|witness|guest|invit", group[1], re.IGNORECASE)), None)
    found.attendance = (read_attendance(paper, rest[at:]) if at is not None else []) or _present_for_item(paper, found)
    return found


def _meeting_line(block: Block) -> Block:
    """"Meeting of the Panel, Tuesday …, (Item 52.)" without its item; of a trail of links, the end."""
    text = re.split(r"\s[>›»]\s", block.text)
    if len(text) < 3:
        return block
    return replace(block, text=" - ".join(text[-2:]))


def _present_for_item(paper: Paper, found: Minutes) -> list[Attendee]:
    """"The following were in attendance for this item:" over bullets of names."""
    people: list[Attendee] = []
    for n, (passage, (block, _)) in enumerate(zip(found.passages, found.places, strict=True)):
        if re.search(r"in attendance|were present", passage.text[:120], re.IGNORECASE) and (
                passage.text.rstrip().endswith((":", ":-")) or len(passage.text) < 80 and not passage.text.rstrip().endswith(".")):
            listed = [b for p, (b, _) in list(zip(found.passages, found.places, strict=True))[n + 1:] if p.lead == passage.text or ".bul" in p.label]
            for b in listed:
                if read_person(b.text):
                    people += read_attendance(paper, [replace(block, text="In attendance:", lines=()), b])
    return people


def _appendix_of_questions(blocks: Sequence[Block], heads: Sequence[Head]) -> list[Head]:
    """An appendix after the close of the meeting that prints questions with their replies."""
    last = max((h.at for h in heads), default=len(blocks))
    at = next((n for n in range(last + 1, len(blocks) - 2) if len(blocks[n].text) < 130 and (
        APPENDED.match(blocks[n].text) and any(question_head(b) for b in blocks[n + 1: n + 3])
        or re.match(r"(?:appendix|annexe?)\b.*\bquestions?\b", blocks[n].text, re.IGNORECASE) and any(ANSWER_HEAD.match(b.text) for b in blocks[n + 1: n + 4]))), None)
    return [Head(at, None, blocks[at].text, [blocks[at]])] if at is not None else []


def _business_from(blocks: Sequence[Block]) -> int:
    """Business cannot begin before the heading has been printed; a first numbered block may be item 1."""
    for n, b in enumerate(blocks[:3]):
        if b.marker_runs or b.role in ("item-number", "item-title"):
            return n
    return min(1, len(blocks))


APPOINTED_BY = re.compile(r"(?:appointing |appointed by |nominating )?(?:authority|council|organisation|body|representing|appointed by)", re.IGNORECASE)


def of_their_own_rows(zone: Sequence[Block], people: list[Attendee]) -> list[Attendee]:
    """Where a table has a column "Authority", each member's council is the one of the same row."""
    cells = [b for b in zone if b.cell and not b.marker_runs]
    columns = {b.cell[0]: b.cell for b in cells if b.cell and APPOINTED_BY.fullmatch(b.text.strip(" :"))}
    rows = {(b.cell[0], b.cell[1]): b.text for b in cells
            if b.cell and (head := columns.get(b.cell[0])) and b.cell[2] == head[2] and b.cell[1] > head[1]}
    out = []
    for person in people:
        own = next((b.cell for b in cells if b.cell and b.cell[0] in columns and b.cell[2] != columns[b.cell[0]][2] and person.name in b.text), None)
        printed = rows.get(own[:2]) if own else None
        if printed is None:
            out.append(person)
            continue
        others = {t for k, t in rows.items() if own and k != own[:2]}
        role = None if person.role in others and person.role != printed or person.role and "attended" in person.role else person.role
        council = re.search(r"\b(?:council|authority|county|borough|district|city)\b", printed, re.IGNORECASE)
        out.append(replace(person, authority=printed if council else None, role=role if council or role else printed))
    return out


def read_front(paper: Paper, zone: Sequence[Block]) -> tuple[Heading, list[Attendee]]:
    """Heading and attendance from the blocks before business."""
    zone = list(split_lines(zone))
    cut = next((n for n, b in enumerate(zone) if n > 0 and starts_attendance(b)), len(zone))
    heading = read_heading(paper, zone[:cut])
    people = read_attendance(paper, zone[cut:])
    for block in zone[cut:]:
        if not paper.claimed(block) and SECTION.fullmatch(block.text.strip(" .:")):
            paper.claim("section-heading", block)
    late = [b for b in zone[cut:] if not paper.claimed(b)]
    if late:
        more = read_heading(paper, late)
        for name in ("venue", "date", "time", "body", "authority"):
            if getattr(heading, name) is None and getattr(more, name) is not None:
                setattr(heading, name, getattr(more, name))
    people = of_their_own_rows(zone, people)
    if not any(p.group == "present" for p in people):
        people = unheaded(paper, zone) + people
    for block in zone:
        if not paper.claimed(block):
            paper.claim("heading" if len(block.text) < 200 and titleness(block.text) > -1.5 else "rubric", block)
    if heading.time is None:                     # "… and Tyson. (7.00 p.m.)" ends the list of those present
        heading.time = next((t for b in zone if (m := re.search(r"\(([^()]{4,14})\)\.?$", b.text)) and (t := find_time(m[1]))), None)
    heading.chair = _name_only(heading.chair) or chair_of(people)
    return heading, people


def _name_only(text: str | None) -> str | None:
    if not text:
        return None
    person = read_person(text)
    return person.name if person else None


def _people_in_minutes(paper: Paper, found: Minutes) -> None:
    """Apologies and substitutes told in the first minutes, and a chair elected or named there."""
    for block in paper.body():
        if paper.leaf.get(block.number) in ("attendance", "heading", "rubric") and "substitut" in block.text.lower():
            with_substitutes(block.text, found.attendance)
        if paper.leaf.get(block.number) in ("heading", "rubric") and len(block.text) < 500 and re.search(r"\bapolog(?:y|ies)\b.*\b(?:from|replaced|behalf)\b", block.text, re.IGNORECASE) and paper.kind != "agenda":
            found.attendance += apologies_in(paper, block, "Apologies", found.attendance)
    titles = {p.item: p.text for p in found.passages if p.kind == "title"}
    seen = 0
    for passage, (block, _) in zip(found.passages, found.places, strict=True):
        if passage.kind == "title":
            seen += 1
            continue
        title = titles.get(passage.item, "")
        if seen <= 6 and found.heading.chair is None and re.search(r"\b(?:chair|convener)", title, re.IGNORECASE) and re.search(
                r"\b(?:elect|appoint|nominat)", title, re.IGNORECASE) and not re.match(r"(?:(?:election|appointment) of (?:a |the )?)?(?:vice|deputy)", title, re.IGNORECASE):
            found.heading.chair = elected_chair(passage.text, found.attendance)
        if seen <= 4 and found.heading.chair is None and re.search(r"\bminutes\b", title, re.IGNORECASE):
            found.heading.chair = named_chair(passage.text)
        if seen > 5 or not re.search(r"apolog|attendance|substitut|membership|ymddiheur", title + passage.text[:160], re.IGNORECASE):
            continue
        with_substitutes(passage.text, found.attendance)
        if re.search(r"apolog|substitut|attendance|ymddiheur|procedural|welcome", title, re.IGNORECASE) or re.match(r"(?:an )?apolog", passage.text, re.IGNORECASE):
            found.attendance += apologies_in(paper, block, title, found.attendance)


def second_pass(heads: Sequence[Head], blocks: Sequence[Block]) -> dict[str | None, tuple[int, int]]:
    """Papers that print decisions first and the discussion after, under the same numbers without titles.

    Gives for each number the range of blocks of its second pass, its number included.
    """
    numbers = {h.number: h for h in heads if h.number and "/" in h.number}
    if len(numbers) < 3:
        return {}
    last = max(h.at for h in heads)
    starts: list[tuple[int, str]] = []
    for i in range(last + 1, len(blocks)):
        if blocks[i].kind == "cell":
            continue
        here = blocks[i].text.strip(" .")
        lettered = re.fullmatch(r"[A-Z]{2,6}", here) and i + 1 < len(blocks)
        number = f"{here} {blocks[i + 1].text.strip(' .')}" if lettered else here
        if number in numbers and (not starts or starts[-1][0] < i):
            starts.append((i, number))
    ends = [a for a, _ in starts[1:]] + [len(blocks)]
    return {number: (a, z) for (a, number), z in zip(starts, ends, strict=True)} if len(starts) >= 2 else {}


RUN_ON = re.compile(r"(?:(?<=[.;:)] )|^)(?P<number>\d{1,3})\.\s+(?=[A-Z][A-Z0-9 &’',()/-]{3,}[.:–-])")


def run_on_items(block: Block) -> list[Block]:
    """Items set one after another in a single paragraph ("1. ORDER OF BUSINESS. … 2. MINUTE. …"), parted."""
    if len(block.text) < 150 or block.kind == "furniture":
        return [block]
    shown = f"{block.marker} {block.text}" if block.marker_runs else block.text
    offset = len(shown) - len(block.text)
    run: list[re.Match[str]] = []
    for m in RUN_ON.finditer(shown):
        if not run or int(m["number"]) == int(run[-1]["number"]) + 1:
            run.append(m)
    if len(run) < 3:
        return [block]
    cuts = [max(0, m.start() - offset) for m in run] + [len(block.text)]
    parts = [part_of(block, 0, cuts[0])] if cuts[0] else []
    for n, (a, z) in enumerate(pairwise(cuts)):
        part = part_of(block, a, a + len(block.text[a:z].rstrip()))
        if a == 0 and block.marker_runs:
            part = replace(part, marker=block.marker, marker_runs=block.marker_runs)
        parts.append(replace(part, number=block.number + (PART * (n + 2) if a else 0), gap=1.0, lines=()))
    return parts


RUNNING = re.compile(r"(?P<number>\d{1,3})\s+(?=[A-Z“‘])")


def number_paragraphs(blocks: Sequence[Block], heads: Sequence[Head]) -> list[Block]:
    """Paragraphs numbered through the whole paper without a stop ("11 The Chair …"): the number becomes their mark."""
    taken = {b.number for h in heads for b in h.blocks}
    found = [(i, int(m["number"]), m) for i, b in enumerate(blocks)
             if b.kind == "paragraph" and not b.marker and b.number not in taken and (m := RUNNING.match(b.text)) and titleness(b.text) < 0]
    run: list[tuple[int, int, re.Match[str]]] = []
    for entry in found:
        if not run or entry[1] == run[-1][1] + 1:
            run.append(entry)
    out = list(blocks)
    if len(run) >= 5 and len(run) > 1.2 * len(heads):
        for i, _, m in run:
            out[i] = replace(part_of(blocks[i], m.end(), len(blocks[i].text)), marker=m["number"] + ".", marker_runs=tuple(cut_runs(blocks[i].runs, 0, m.end(), 0)), kind="list-item")
    return out


def is_formal(blocks: Sequence[Block]) -> bool:
    """Has this paper an operative word of its own, set apart in its typography?"""
    if any(b.role == "resolution" for b in blocks):
        return True
    return sum(1 for b in blocks if b.kind != "furniture" and (m := operative(b.text)) and (
        operative_word(m).isupper() or re.search(r"[:–—-]$", m[0]) or operative_word(m).lower() == "resolved")) >= 2


CMIS_TITLE = re.compile(r"(?P<number>\d{1,2}) (?:pdf )?(?P<title>[A-Z].*?)(?:\s*\([\d.,]+\s?[KMG]b\))?(?:\s*\[Para [\d, ]+\])?(?:\s*\*+)?$")


def _as_cmis(paper: Paper, blocks: list[Block]) -> list[Block]:
    """A page of CMIS copied as text: "5 pdf Title (118Kb)" heads an item, a bare number below is the minute's own.

    What stands between the two is the agenda's; the titles and their numbers are put as on other pages.
    """
    if not any(re.fullmatch(r"meeting (?:summary|details)", b.text.strip(), re.IGNORECASE) for b in paper.blocks[:6]):
        return blocks
    everything = [b for b in paper.blocks if b in blocks or b.kind == "furniture" and re.fullmatch(r"\d{1,3}", b.text.strip())]
    titles: list[tuple[int, re.Match[str]]] = []
    for n, block in enumerate(everything):
        m = CMIS_TITLE.fullmatch(block.text.strip()) if not block.marker_runs and len(block.text) < 160 else None
        if m and int(m["number"]) == len(titles) + 1 and titleness(m["title"]) > -1:
            titles.append((n, m))
    bare = [n for n, b in enumerate(everything) if re.fullmatch(r"\d{1,3}", b.text.strip())]
    if len(titles) < 3 or len(bare) < 0.4 * len(titles):
        return blocks
    out = list(everything)
    for k, (n, m) in enumerate(titles):
        title = everything[n]
        cut = part_of(title, m.start("title"), m.end("title"))
        end = titles[k + 1][0] if k + 1 < len(titles) else len(everything)
        own = next((j for j in bare if n < j < min(end, n + 5)), None)
        out[n] = replace(cut, number=title.number, role="item-title", marker=m["number"] + ".", marker_runs=tuple(cut_runs(title.runs, 0, m.end("number"), 0)),
                         kind="list-item", lines=())
        if own is not None:
            for j in range(n + 1, own):
                paper.claim("rubric", everything[j])
            out[own] = replace(everything[own], kind="paragraph", note="", gap=1.0)
    for block in out:
        if re.fullmatch(r"(?:public|private) items", block.text.strip(), re.IGNORECASE):
            paper.claim("section-heading", block)
    return [b for b in out if not paper.claimed(b)]


def minute_numbers(heads: Sequence[Head], blocks: Sequence[Block]) -> dict[int, tuple[str, int]]:
    """Where each minute opens with a running number of its own beside the agenda's: index of block -> (number, length)."""
    found: dict[int, tuple[str, int]] = {}
    for n, head in enumerate(heads):
        at = head.at + len(head.blocks)
        end = heads[n + 1].at if n + 1 < len(heads) else len(blocks)
        if head.number is None or at >= end:
            continue
        block = blocks[at]
        m = re.match(r"(\d{1,4})\.?\s+(?=[A-Z])", block.text) if not block.marker else None
        if m:
            found[n] = (m[1], m.end())
        elif re.fullmatch(r"\d{1,4}\.?", block.text) and not block.marker:
            found[n] = (block.text.rstrip("."), len(block.text))
        elif block.marker_runs and re.fullmatch(r"\d{2,4}\.?", block.marker) and block.marker.rstrip(".") != "1":
            found[n] = (block.marker.rstrip("."), 0)
    values = [int(v) for v, _ in found.values()]
    running = len(values) >= 3 and len(values) >= 0.6 * len(heads) and all(0 < b - a <= 2 for a, b in pairwise(values))
    return found if running else {}


def read_item(paper: Paper, found: Minutes, head: Head, own: list[Block], *, formal: bool = True,
              columns: dict[int, tuple[str, int]] | None = None) -> None:
    """Read what stands under one item: rubric, questions, paragraphs, resolutions, votes."""
    for b in head.blocks:
        paper.claim("item-heading", b)
    by_title = titled_question(paper, head.title, own)
    own = _rubric(paper, own)
    if columns and len(found.items) in columns and own:
        head.agenda_ref, (head.number, skip) = head.number, columns[len(found.items)]
        if skip >= len(own[0].text):
            paper.claim("item-heading", own[0])
            own = own[1:]
        else:
            own = [_tail(own[0], skip), *own[1:]] if skip else [replace(own[0], marker="", kind="paragraph"), *own[1:]]
    elif columns and head.number and not head.agenda_ref and not own:
        head.agenda_ref, head.number = head.number, None        # the number printed is the agenda's
    number = head.number
    label = number if number is not None else head.inferred
    if head.inline:
        block, at = head.inline
        own = [replace(_tail(block, at), number=block.number + PART), *own]
    own = _documents(paper, found, label, own)
    asked = [*([by_title] if by_title else []), *find_questions(paper, own, head.title)]
    own = _answers(paper, own, bool(asked))
    body = read_body(paper, own, formal=formal)
    closing = body.resolutions[0].block.number if body.resolutions else None
    questions = settle_questions(paper, label, asked, body.paragraphs, closing) if asked else []
    found.questions += questions
    item = Item(
        number, head.title, head.agenda_ref, head.inferred, head.pages, head.section,
        tuple(Paragraph(p.label, p.text, paper.span(p.block, 0, len(p.text)), p.inferred) for p in body.paragraphs),
        (*(Resolution(r.text, paper.span(r.block, 0, len(r.text)), body.verbs[r.label]) for r in body.resolutions),
         *(Resolution(p.text[a:z], paper.span(p.block, a, z), "agreed") for p, a, z in (() if formal else decided_within(body.paragraphs)))),
        tuple(s.text for s in body.subheadings), body.truncated, adjournments=tuple(body.adjournments),
        attachment=head.attachment, where=paper.span_of(head.blocks),
    )
    if body.cut_number and number is None:
        item = replace(item, number=body.cut_number)
    found.items.append(item)
    _passages(found, item, head, asked, body, questions)


def _tail(block: Block, at: int) -> Block:
    """The text of a block from `at` on, as a block of its own: what stands before it was read apart."""
    return part_of(block, at, len(block.text))


def _rubric(paper: Paper, own: list[Block]) -> list[Block]:
    """On a web page the words between title and "Minutes:" are the agenda's, not the minute's."""
    if not paper.kind.startswith("web") and not (own and ASKED.match(own[0].text)):
        return own
    at = next((n for n, b in enumerate(own) if re.fullmatch(r"(?:minutes|cofnodion)\s*:?", b.text, re.IGNORECASE)), None)
    decided = next((n for n, b in enumerate(own) if re.fullmatch(r"(?:decisions?|penderfyniad)\s*:?", b.text, re.IGNORECASE)), None)
    if at is None and decided is None:
        # Labels lost: what asks the committee "To receive …" before the minute is still the agenda's.
        n = 0
        while n + 1 < len(own) and n < 3 and ASKED.match(own[n].text) and not own[n].marker:
            paper.claim("rubric", own[n])
            n += 1
        return own[n:]
    if decided is not None and (at is None or decided < at):
        paper.claim("label", own[decided])
        words = [replace(b, role="decision") for b in own[decided + 1: at]]
        for block in own[:decided]:
            if not (block.role == "document" or block.link):
                paper.claim("rubric", block)
        return words + _rubric(paper, own[at:] if at is not None else [])
    assert at is not None
    for block in own[:at]:
        if not (block.role == "document" or block.link):
            paper.claim("rubric", block)
    paper.claim("label", own[at])
    minute = own[at + 1:]
    if decided is not None:                 # the decision stands below the minute, under a label of its own
        paper.claim("label", own[decided])
        minute = own[at + 1: decided] + [b if b.role else replace(b, role="decision") for b in own[decided + 1:]]
    return [b for b in own[:at] if b.role == "document" or b.link] + minute


def _answers(paper: Paper, own: list[Block], asked: bool) -> list[Block]:
    """"Response:" and "Answer:" are labels: the words after them are the answer."""
    out = []
    for n, block in enumerate(own):
        if asked and block.marker in ("A.", "A)", "A:") and block.marker_runs:
            out.append(replace(block, marker="", kind="paragraph"))
            continue
        m = ANSWER_HEAD.match(block.text) if asked and block.kind != "furniture" and not paper.claimed(block) else None
        if m and (m.end() >= len(block.text) or _names_answerer(block.text[m.end():], own[n + 1: n + 2])):
            paper.claim("label", block)
        elif m:
            out.append(_tail(block, m.end()))
        elif asked and re.fullmatch(r"(?:written |verbal )?(?:answer|response|reply)", block.text, re.IGNORECASE):
            paper.claim("label", block)
        else:
            out.append(block)
    return out


def _names_answerer(words: str, following: Sequence[Block]) -> bool:
    """"Response: PCC" over the reply: the words after the label say who replies."""
    return (len(words.split()) <= 6 and words[-1:] not in ".!?" and not re.match(r"(?:yes|no|none|nil)\b", words, re.IGNORECASE)
            and any(b.text and b.kind != "furniture" and question_head(b) is None and len(b.text) > 20 for b in following))


FILE_SIZE = re.compile(r"[\s(](?:PDF|DOCX?|XLSX?|PPTX?)\s*,?\s*[\d.,]+\s?[KMG]B\)?$|\s*\([\d.,]+\s?[KMG]B\)$", re.IGNORECASE)


def _documents(paper: Paper, found: Minutes, label: str | None, own: list[Block]) -> list[Block]:
    """Links to papers under a title are documents, not paragraphs."""
    rest = []
    for block in own:
        if block.role == "action-owner":
            paper.claim("action", block)
            continue
        attached = len(block.text) < 220 and SIZED.search(block.text) and ATTACHMENT.search(block.text) and (
            FILE_SIZE.search(block.text) or titleness(clean_title(block.text)[0]) > -1)
        if block.role == "document" or attached or (block.link and len(block.text) < 200 and titleness(block.text) > 0):
            title = re.sub(r"\s*,?\s*item\s+[\w/.()]+\s*$", "", FILE_SIZE.sub("", clean_title(block.text)[0])).strip(" ,")
            found.documents.append(Linked(title, label, block.link or None, where=paper.span(block)))
            paper.claim("document", block)
        else:
            rest.append(block)
    return rest


def _close(paper: Paper, own: list[Block]) -> list[Block]:
    """Closing time, signature and what follows belong to no item."""
    for n, block in enumerate(own):
        if CLOSING.match(block.text) and len(block.text) < 260:
            tail = own[n:]
            if sum(len(b.text) for b in tail) < 3000 or n > len(own) // 2:
                for b in tail:
                    paper.claim("closing", b)
                return own[:n]
    while own and len(own) > 1 and ADDRESS.fullmatch(own[-1].text) and own[-1].gap >= 1 and not own[-1].marker:
        paper.claim("closing", own.pop())       # the council's address below the last item
    return own


ADDRESS = re.compile(r"(?=[^.]*,)(?!.*\b(?:was|were|is|are|be|that|had|has|will|would)\b)[A-Z0-9][\w’' &-]+(?:, ?[A-Z0-9][\w’' .&-]+){1,6}(?:\s*Tel[.:]? ?[\d ]+)?\.?")


def _numbers_of_paragraphs(heads: Sequence[Head], blocks: Sequence[Block]) -> None:
    """Heads without a number over paragraphs "47.1", "47.2": the paragraphs tell the number of the item."""
    if len(heads) < 2 or any(h.number for h in heads):
        return
    found: list[str | None] = []
    for n, head in enumerate(heads):
        end = heads[n + 1].at if n + 1 < len(heads) else len(blocks)
        m = next((m for b in blocks[head.at + len(head.blocks): end] if b.marker_runs and (m := re.fullmatch(r"(\d{1,4})\.1\.?", b.marker))), None)
        found.append(m[1] if m else None)
    values = [int(v) for v in found if v]
    if len(values) >= max(2, 0.7 * len(heads)) and all(b > a for a, b in pairwise(values)):
        for head, value in zip(heads, found, strict=True):
            head.number = value


def _infer_numbers(heads: Sequence[Head], blocks: Sequence[Block]) -> None:
    """Where some numbers are printed and neighbours have none, the sequence tells."""
    plain = [(n, int(h.number)) for n, h in enumerate(heads) if h.number and h.number.isdigit()]
    for n, head in enumerate(heads):
        if head.number is not None or re.match(r"(?:appendix|annexe?)\b", head.title, re.IGNORECASE):
            continue
        before = [(k, v) for k, v in plain if k < n]
        after = [(k, v) for k, v in plain if k > n]
        guesses = {v + (n - k) for k, v in (before[-1:] + after[:1])}
        if len(guesses) == 1:
            head.inferred = str(guesses.pop())


def _number_cut_items(found: Minutes) -> None:
    """Numbers printed only in "view the full minutes text for item 336" place the items between them."""
    known = [(n, int(i.number)) for n, i in enumerate(found.items) if i.number and i.number.isdigit()]
    if not known or not any(i.truncated for i in found.items):
        return
    renamed: dict[int, str] = {}
    for n, item in enumerate(found.items):
        if item.number is not None or item.number_inferred or re.match(r"(?:appendix|annexe?)\b", item.title, re.IGNORECASE):
            continue
        near = min(known, key=lambda k: abs(k[0] - n))
        guess = str(near[1] + n - near[0])
        renamed[n] = guess
        found.items[n] = replace(item, number_inferred=guess)
    bounds = _item_ranges(found)
    for n, (low, high) in enumerate(bounds):
        label = found.items[n].number or found.items[n].number_inferred
        for k in range(low, high):
            if found.passages[k].item != label:
                found.passages[k] = replace(found.passages[k], item=label)
    spans = {q.where.start: n for n, q in enumerate(found.questions) if q.where}
    for n, item in enumerate(found.items):
        nxt = found.items[n + 1].where if n + 1 < len(found.items) else None
        for start, k in spans.items():
            if item.where and item.where.start <= start and (nxt is None or start < nxt.start):
                found.questions[k] = replace(found.questions[k], item=item.number or item.number_inferred)


def _item_ranges(found: Minutes) -> list[tuple[int, int]]:
    starts = [k for k, p in enumerate(found.passages) if p.kind == "title"]
    return list(zip(starts, [*starts[1:], len(found.passages)], strict=True))


def _passages(found: Minutes, item: Item, head: Head, asked: Sequence[object], body: Body, questions: Sequence[Question]) -> None:
    label = item.number if item.number is not None else item.number_inferred
    shown = next((b for b in head.blocks if head.title and head.title[:30] in b.text), head.blocks[-1] if head.blocks else None)

    def add(kind: str, name: str, words: str, block: Block, offset: int = 0, lead: str = "") -> None:
        found.passages.append(Passage(label, name, words, kind, lead, item.title))
        found.places.append((block, offset))

    if shown is not None:               # the record of an item may lack number and title
        at = shown.text.find(head.title) if head.title in shown.text else 0
        add("title", "T", head.title if head.title in shown.text else shown.text, shown, at)
    parts: list[tuple[int, str, Labelled]] = [(p.block.number, "paragraph", p) for p in body.paragraphs]
    parts += [(r.block.number, "resolution", r) for r in body.resolutions]
    parts += [(v.block.number, "vote", v) for v in body.votes]
    parts += [(a.block.number, "action" if a.block.role == "action" else "paragraph", a) for a in body.actions]
    for number, question in enumerate(asked, start=1):
        if question.prose:  # type: ignore[attr-defined]
            continue
        for block in question.blocks:  # type: ignore[attr-defined]
            parts.append((block.number, "question", Labelled(f"Q{getattr(question, 'number', None) or number}", block, block.text)))
    for _, kind, part in sorted(parts, key=lambda p: p[0]):
        add(kind, part.label, part.text, part.block, 0, part.lead)


def _without_items(paper: Paper, found: Minutes, zone: Sequence[Block]) -> None:
    paper.doubt("no-items", "No item of business was recognised in these minutes.", level="error")


def plain_passages(paper: Paper, label: str | None, parts: Sequence[tuple[str, Block]], found: Minutes) -> None:
    """Give these blocks to the claim steps as passages of one item."""
    for name, block in parts:
        found.passages.append(Passage(label, name, block.text, "paragraph"))
        found.places.append((block, 0))
