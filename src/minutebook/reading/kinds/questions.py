"""Packs of questions with their written answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.grammar import is_caps, titleness
from minutebook.reading.kinds.front import read_top
from minutebook.reading.kinds.pieces import Piece, add_passage, join
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.papers import QUESTIONS_HEAD
from minutebook.reading.people import read_person
from minutebook.record import Paragraph, Question, Section

QUESTION = re.compile(
    r"(?:(?:public|member(?:['’]s|s['’]|s)?|written|oral)\s+)?(?:question|cwestiwn|Q)\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,3})?(?:\s*[-–:.)]\s*|\s+(?=from|by|asked|put)|\s*$)",
    re.IGNORECASE,
)
ASKER = re.compile(
    r"(?:(?:question |asked |put |submitted |received |raised )+)?(?:from|by|name|questioner|asked by)\s*:?\s+(?P<who>[^:]{2,160})(?::\s*(?P<rest>\S.*))?$",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"(?:(?:written|verbal|oral|the|commissioner['’]s|chair['’]s|pcc['’]s)\s+)*(?:answer|response|reply|ateb|ymateb|A)(?:\s+(?:from|by|of)\s+(?:the\s+)?[^:]{2,80})?\s*(?:\d{1,3})?\s*(?::|[-–]\s|\.\s|$)\s*",
    re.IGNORECASE,
)
ANSWER_NUMBER = re.compile(r"A(?P<number>\d{1,3})[.:)]?\s+(?=\S)")
STATE = re.compile(r"withdrawn|deferred|not put|no longer pursued|out of time", re.IGNORECASE)
TRAILING = re.compile(
    r"(?P<who>[A-Z].{2,80}?)\s*[-–:,]\s*question\s*(?:no\.?\s*)?(?P<number>\d{1,3})\s*:?$", re.IGNORECASE
)
ASKED = re.compile(
    r"(?P<who>(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b[^:?]{2,80}?)\s+(?:asked|asks|to ask)\b[^:]{0,40}?:?\s+(?P<rest>\S.*)$"
)
SUPPLEMENTARY = re.compile(
    r"(?:supplementary(?: question)?|follow[- ]?up(?: question)?)(?:\s+(?:from|by)\s+[^:]{2,80})?\s*(?::|[-–]|$)\s*",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?:part|section|rhan)\s+(?:[A-Z]|\d|[ivx]+)\b.*|(?:public|members?['’]?|written|councillors?['’]?)\s+questions?\b.*|questions? (?:from|to|by|put|received)\b.*",
    re.IGNORECASE,
)
END = re.compile(r"(?:ends?|end of (?:questions|document|paper))\.?|\*+", re.IGNORECASE)


def read_questions(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """Each question with its asker, its answer and any supplementary, under the part it stands in."""
    blocks = paper.body()
    starts = [n for n in range(len(blocks)) if n and opens_question(blocks, n)]
    first = starts[0] if starts else min(6, len(blocks))
    parts = [n for n in range(first, len(blocks)) if n not in starts and is_part(blocks, n)]
    before = [n for n in range(1, first) if is_part(blocks, n) and n + 1 == first or _part_with_rules(blocks, n, first)]
    parts = before + parts if parts else []  # one heading alone is the title of the paper
    heading = read_top(paper, blocks[: parts[0] if parts and parts[0] < first else first], title=QUESTIONS_HEAD)
    if heading.title is None or heading.title == heading.body:
        heading.title = next(
            (b.text for b in blocks[:first] if re.search(r"questions?", b.text, re.IGNORECASE) and len(b.text) < 160),
            heading.title,
        )
    found = Minutes(heading, [])
    bounds = parts or []
    groups: list[tuple[Block | None, list[int]]] = [(None, [s for s in starts if not bounds or s < bounds[0]])]
    for k, n in enumerate(bounds):
        until = bounds[k + 1] if k + 1 < len(bounds) else len(blocks)
        groups.append((blocks[n], [s for s in starts if n < s < until]))
    for block in blocks[parts[0] + 1 : first] if parts and parts[0] < first else ():
        paper.claim("rubric", block)
    ends = sorted([*starts, *parts, len(blocks)])
    sections = [s for head, own in groups for s in _part(paper, found, head, own, blocks, ends)]
    if not found.questions:
        paper.doubt("no-questions", "No question was recognised in this paper.", level="error")
    return found, {"sections": tuple(sections)}


def opens_question(blocks: Sequence[Block], n: int) -> bool:
    """ "Question 3", "Q3.", "3. From …": but not the answer, nor a supplementary."""
    block = blocks[n]
    text = block.text
    if SUPPLEMENTARY.match(text) or (
        PART.match(text)
        and not re.match(r"questions? from\s+(?:mr|mrs|ms|miss|dr|cllr|councillor)\b", text, re.IGNORECASE)
        and not ASKER.match(text)
    ):
        return False
    if TRAILING.fullmatch(text):
        return True
    m = QUESTION.match(text)
    if m and (m["number"] or m.end() == len(text) or ":" in m[0]) and not re.match(r"questions\b", text, re.IGNORECASE):
        # "Question:" under "Question 1" is the label of its words.
        return not (
            m["number"] is None and n and QUESTION.match(blocks[n - 1].text) and not ANSWER.match(blocks[n - 1].text)
        )
    numbered = bool(block.marker_runs) and block.marker.strip("(). ").lstrip("Qq").isdigit()
    if re.match(r"questions? from\b", text, re.IGNORECASE) and ASKER.match(text):
        return True
    return bool(
        (numbered and len(text) < 160 and (ASKER.match(text) or _person_line(text)))
        or (numbered and _answer_ahead(blocks, n) and text.rstrip().endswith("?"))
    )


def _person_line(text: str) -> bool:
    person = read_person(text)
    return bool(person and person.honorific and len(text) < 110 and text[-1] not in ".?")


def _answer_ahead(blocks: Sequence[Block], n: int) -> bool:
    return any(ANSWER.match(_shown(b)) for b in blocks[n + 1 : n + 3])


def _shown(block: Block) -> str:
    """The text with its printed mark: "A. The lights were …"."""
    return f"{block.marker} {block.text}" if block.marker_runs else block.text


def is_part(blocks: Sequence[Block], n: int) -> bool:
    """A heading over several questions."""
    block = blocks[n]
    text = block.text
    return bool(
        not block.marker
        and len(text) < 120
        and (
            (PART.fullmatch(text) and titleness(text) > 0 and text[-1] not in ".?:")
            or (block.kind == "heading" and not QUESTION.match(text))
        )
        and (is_caps(text) or block.kind == "heading" or block.bold or block.gap >= 1)
        and n + 1 < len(blocks)
        and opens_question(blocks, n + 1)
    )


def _part_with_rules(blocks: Sequence[Block], n: int, first: int) -> bool:
    """ "Part 1: …", below it the rules of asking, below them the first question."""
    return bool(
        re.match(r"(?:part|section|rhan)\s+\w+\b", blocks[n].text, re.IGNORECASE)
        and PART.fullmatch(blocks[n].text)
        and titleness(blocks[n].text) > 0
        and 0 < first - n - 1 <= 3
        and all(titleness(b.text) < 0 for b in blocks[n + 1 : first])
    )


def _part(
    paper: Paper,
    found: Minutes,
    head: Block | None,
    starts: Sequence[int],
    blocks: Sequence[Block],
    ends: Sequence[int],
) -> list[Section]:
    """The questions under one heading, as a section; without headings each question is a section of its own."""
    if not starts:
        return []
    sections: list[Section] = []
    if head is not None:
        paper.claim("section-heading", head)
        add_passage(found, None, "T", head, "heading", title=head.text)
    paragraphs: list[Paragraph] = []
    for start in starts:
        end = next(e for e in ends if e > start)
        own = list(blocks[start:end])
        if head is None:
            title = _plain_title(own[0])
            given = _question(paper, found, own, len(found.questions) + 1, 0)
            sections.append(Section(None, title, tuple(given), paper.span_of(own[:1])))
        else:
            paragraphs += _question(
                paper, found, own, len(found.questions) + 1, sum(1 for p in paragraphs if "." not in p.label)
            )
    if head is not None:
        sections.append(Section(None, head.text, tuple(paragraphs), paper.span_of([head])))
    return sections


def _plain_title(block: Block) -> str:
    if m := TRAILING.fullmatch(block.text):
        return f"Question {m['number']}"
    m = QUESTION.match(block.text)
    if m and m["number"]:
        return block.text[: m.end()].strip(" :.–-")
    number = block.marker.strip("(). ") if block.marker_runs else ""
    return f"Question {number.lstrip('Qq')}" if number else "Question"


def _question(paper: Paper, found: Minutes, own: list[Block], count: int, plain: int) -> list[Paragraph]:
    """One question: its words, then the paragraphs that answer it. Gives those, labelled p1, p2, …"""
    head = own[0]
    m = TRAILING.fullmatch(head.text) or QUESTION.match(head.text)
    number: int | None = int(m["number"]) if m and m["number"] else None
    if number is None and head.marker_runs and head.marker.strip("(). Qq").isdigit():
        number = int(head.marker.strip("(). Qq"))
    who: dict[str, str | None] = {"asker": None, "honorific": None, "organisation": None}
    asked: list[Piece] = []
    answers: list[Paragraph] = []
    given: list[str] = []
    extra: list[str] = []
    state = "question"
    following = 0
    label_number = number or count
    given_label = ""  # "A1", where the answer prints a number of its own
    state_told = STATE.search(head.text) if len(head.text) < 160 else None

    if m and "who" in m.groupdict():
        _who(who, m["who"])

    def words(block: Block, at: int) -> None:
        if block.text[at:].strip():
            asked.append(Piece(block.text[at:], block, at, len(block.text)))

    for n, block in enumerate(own):
        text, at = block.text, 0
        if n == 0 and m:
            at = m.end()
        if END.fullmatch(text):
            paper.claim("closing", block)
            continue
        if s := SUPPLEMENTARY.match(text):
            state = "supplementary"
            paper.claim("question", block)
            if text[s.end() :].strip():
                add_passage(found, None, f"Q{label_number}", block, "question", start=s.end())
                told = re.search(r"\b(?:asked|said|replied|answered|responded)\b", text[s.end() :])
                if told and not text.rstrip().endswith("?"):  # question and reply in one paragraph
                    plain += 1
                    answers.append(Paragraph(f"p{plain}", text[s.end() :], paper.span(block, s.end(), len(text)), True))
                    extra.append(f"p{plain}")
                    found.passages.pop(), found.places.pop()
                    add_passage(found, None, f"p{plain}", block, "paragraph", start=s.end())
            continue
        numbered = ANSWER_NUMBER.match(text) if n and not block.marker_runs else None
        a = ANSWER.match(text[at:]) if (n or at) and not numbered else None
        if numbered and numbered["number"] == str(label_number):
            state, at, given_label = "answer", numbered.end(), f"A{numbered['number']}"
        if n and block.marker_runs and block.marker.strip(".:)").upper() == "A" and state == "question" and asked:
            state = "answer"
        elif a and (a[0].strip() and (a.end() < len(text) - at or len(text) - at < 60)):
            state = "answer" if state in ("question", "answer") else "reply"
            if a.end() >= len(text) - at:
                paper.claim("label", block)
                continue
            at += a.end()
        elif state == "question":
            q = QUESTION.match(text) if n else None
            at = max(at, q.end() if q and (":" in q[0] or q["number"] or q.end() == len(text)) else at)
            by = ASKER.match(text[at:].strip(" ()")) or (ASKED.match(text[at:]) if not asked else None)
            if (who["asker"] is None and by and len(by["who"]) < 140 and not asked) or (
                by and who["asker"] is None and len(text) < 140 and text[-1:] not in "?."
            ):
                _who(who, by["who"])
                if by["rest"]:
                    words(block, text.index(by["rest"]))
            elif who["asker"] is None and not asked and _person_line(text[at:]):
                _who(who, text[at:])
            elif (
                who["asker"] is None
                and asked
                and re.fullmatch(r"\((.{3,120})\)\.?", text)
                and read_person(text.strip("()"))
            ):
                _who(who, text.strip("(). "))
            else:
                words(block, at)
            paper.claim("question", block)
            continue
        # a paragraph of an answer
        if state == "reply":
            following += 1
            label = f"{given_label}.s{following}" if given_label else f"p{plain or 1}.{following}"
            extra.append(label)
        elif block.marker and block.marker == "•" and answers:
            label = f"p{plain}.bul{sum(1 for p in answers if p.label.startswith(f'p{plain}.bul')) + 1}"
            (extra if state == "supplementary" else given).append(label)
        elif given_label and state == "answer" and not given:
            following = 0
            label = given_label
            given.append(label)
        else:
            plain += 1
            following = 0
            label = f"p{plain}"
            (extra if state == "supplementary" else given).append(label)
        answers.append(Paragraph(label, text[at:], paper.span(block, at, len(text)), label != given_label))
        paper.claim("paragraph", block)
        add_passage(found, None, label, block, "paragraph", start=at)
    if asked:
        whole = join(asked)
        add_passage(found, None, f"Q{label_number}", whole, "question")
    text = " ".join(
        f"{p.block.marker} {p.text}" if p.block.marker_runs and not p.start and p.block is not head else p.text
        for p in asked
    )
    if not asked and state_told:
        text = state_told[0]
    answer = " ".join(p.text for p in answers if p.label in given) or None
    found.questions.append(
        Question(
            None,
            number,
            who["asker"],
            text,
            who["honorific"],
            who["organisation"],
            tuple(given),
            tuple(extra),
            answer,
            paper.span_of([p.block for p in asked] or [head]),
        )
    )
    return answers


def _who(who: dict[str, str | None], text: str) -> None:
    text = re.split(
        r"\s+to\s+(?:the\s+)?(?:Commissioner|PCC|Chair|Chief|Leader|Cabinet|Panel|Police|Portfolio|Mayor)\b", text
    )[0].strip(" .()")
    person = read_person(text)
    if person is not None and (person.honorific or len(person.name.split()) <= 4):
        who["asker"], who["honorific"] = person.name, person.honorific
        rest = text[person.end :].strip(" ,–-()[]")
        who["organisation"] = (
            rest
            if rest
            and not STATE.fullmatch(rest)
            and not re.fullmatch(
                r"(?:independent |co-?opted |lay |elected )?member\b.*|chair\w*|vice-chair\w*", rest, re.IGNORECASE
            )
            else None
        )
        return
    bare = re.sub(r"^(?:a|an|the)\s+", "", text, flags=re.IGNORECASE)
    if text.lower().startswith(("a ", "an ")) or re.match(
        r"(?:resident|member of the public|anonymous|local resident)", bare, re.IGNORECASE
    ):
        return  # an asker who is not named
    who["asker"] = bare or None
    m = re.search(r"\b(?:to|of|for|from)\s+(?:the\s+)?(?P<body>[A-Z].*)$", bare)
    who["organisation"] = m["body"] if m else None
