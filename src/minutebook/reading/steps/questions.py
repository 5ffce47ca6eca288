"""Questions put to the office, with their askers, and the paragraphs that answer them.

Question 1 / the text / (Name, Organisation) / numbered paragraphs that answer
Question: … Response: …        Question from Mr A Surname to the Commissioner: …
Q. (Cllr Surname) … A. …       Question 1 (Mr Surname): …     QUESTION BY MRS A. SURNAME as the title of the item
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutebook.documents.blocks import Block
from minutebook.reading.grammar import operative
from minutebook.reading.paper import Paper
from minutebook.reading.people import read_person
from minutebook.reading.steps.paragraphs import Labelled
from minutebook.record import Question

QUESTION_HEAD = re.compile(
    r"(?P<kind>(?:public |member(?:'s|s'|s)? |written |oral |supplementary )*)(?:question|cwestiwn|Q)\s*(?:no\.?\s*|number\s*)?"
    r"(?P<number>\d{1,3})?\s*(?P<rest>(?:\([A-Z][^()?]{2,90}\)\s*(?:[-–:.]\s*)?\S.*|(?:was )?(?:from|by|asked by|put by|submitted by|received from)\s+.*|[-–:.)]\s*.*)?)$",
    re.IGNORECASE | re.DOTALL,
)
FROM = re.compile(r"(?:[-–:.)]\s*)?(?:(?:was )?(?:from|by|asked by|put by|submitted by|received from))\s+(?P<who>.*)", re.IGNORECASE | re.DOTALL)
ANSWER_HEAD = re.compile(
    r"(?P<label>(?:(?:written|verbal|oral|the)\s+)?(?:answer|response|reply|ateb|ymateb|A)(?:\s+(?:from|by|of)\s+(?P<who>[^:]{2,80}))?(?:\s*\([^()]{2,40}\))?)\s*(?:\d{1,2}\s*)?[:–-]\s*|(?-i:A[.)]\s+(?=\S))", re.IGNORECASE)
ASKER_LINE = re.compile(r"\((?P<inside>[^()]{3,120}(?:\([^()]*\))?[^()]{0,60})\)\.?$")
SUPPLEMENTARY = re.compile(r"supplementary|follow[- ]?up question|further question|in response to (?:a|the) further", re.IGNORECASE)


@dataclass
class Asked:
    """A question under way."""

    number: int | None
    blocks: list[Block] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    asker: str | None = None
    honorific: str | None = None
    organisation: str | None = None
    last: int = -1                   # number of its last block
    answer: list[Block] = field(default_factory=list)
    prose: bool = False              # told in a paragraph of the minute, which stays one
    again: bool = False              # a supplementary to the question before


def find_questions(paper: Paper, blocks: Sequence[Block], title: str = "") -> list[Asked]:
    """Questions among an item's blocks; claims the blocks of the question itself, not its answer.

    A question told in prose ("Mr A asked … Who decides?") stays a paragraph and is a question besides.
    """
    found: list[Asked] = []
    asking = bool(re.search(r"\bquestions?\b|cwestiynau", title, re.IGNORECASE))
    i = 0
    while i < len(blocks):
        block = blocks[i]
        head = question_head(block)
        if head is None and found and (m := SUPPLEMENTARY_HEAD.match(block.text)) and block.text.rstrip().endswith("?") and not paper.claimed(block):
            found.append(Asked(None, [block], [block.text[m.end():]], last=block.number, again=True))
            paper.claim("question", block)
            i += 1
            continue
        if head is None and block.kind != "furniture" and not paper.claimed(block):
            plain = _unheaded(paper, blocks, i, asking, title)
            if plain is not None:
                found.append(plain)
        if head is None or paper.claimed(block):
            i += 1
            continue
        number, rest = head
        asked = Asked(number, last=block.number)
        paper.claim("question", block)
        if m := AGAIN.search(rest[:120]):
            asked.again = bool(found)
            rest = rest[: m.start()] + rest[m.end():]
        alone = rest.strip(" :.–-")
        following = next((b for b in blocks[i + 1: i + 3] if b.kind != "furniture"), None)
        if m := FROM.match(rest):
            _who(asked, m["who"])
            tail = m["who"].split(":", 1)
            if len(tail) == 2 and len(tail[1]) > 20:
                asked.texts.append(tail[1].strip())
                asked.blocks.append(block)
        elif (named := _named(rest)) is not None:
            asked.asker, asked.honorific, asked.organisation, words = named
            asked.texts.append(words)
            asked.blocks.append(block)
        elif len(alone) < 110 and alone[-1:] not in ("?", ".") and "?" not in alone and (person := read_person(alone)) and person.honorific and (
                following is not None and not ANSWER_HEAD.match(following.text)):
            _who(asked, alone)
        elif len(alone) > 15:
            asked.texts.append(rest.strip(" :.–-)"))
            asked.blocks.append(block)
        i = _question_text(paper, blocks, i + 1, asked)
        found.append(asked)
    return [q for q in found if q.texts or q.asker]


AGAIN = re.compile(r",?\s*\b[Ss]upplementary(?: question)?\b")
SUPPLEMENTARY_HEAD = re.compile(r"(?:supplementary(?: question)?|follow[- ]?up(?: question)?)(?:\s+(?:from|by)\s+[^:]{2,80})?\s*[:–-]\s*", re.IGNORECASE)
BY_TITLE = re.compile(r"(?:(?:public|written|oral|member(?:['’]s|s['’]|s)?)\s+)?question\s+(?:on notice\s+|no\.?\s*\d+\s+|\d+\s+)?(?:put |asked |submitted )?(?:by|from)\s+(?P<who>\S.{2,90})$", re.IGNORECASE)
PUBLIC = re.compile(r"\b(?:public|notice|residents?|written|members of the public|cyhoedd)\b", re.IGNORECASE)
SIGNED = re.compile(r"\?[”’\"']?\s*[(\[–—-]\s*(?P<inside>[^()?]{3,90})[)\]]?\.?$")
ASKED_PROSE = re.compile(r"\b(?:asked|enquired|inquired|wished to know|wanted to know|queried|put (?:a|the|his|her|their) (?:following )?question|questioned|submitted (?:a|the) question)\b")
REPLIED = re.compile(r"(?:In (?:reply|response|answer)\b|(?:The|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Chief|Deputy|Sir|Dame|[A-Z][a-z]+ [A-Z]\w+)\b[^.]{0,60}?\b(?:replied|responded|answered|said|explained|advised|confirmed|stated|agreed|thanked|undertook)\b)")


WITHIN = re.compile(r"(?<=[.?] )(?=(?:The|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Chief|Deputy|In reply|In response)\b[^.]{0,60}?\b(?:replied|responded|answered|said|explained|advised|confirmed|stated)\b)")


def _named(rest: str) -> tuple[str | None, str | None, str | None, str] | None:
    """"Mrs A Surname, Group - When will …?" or "Name withheld - …": (name, honorific, organisation, words)."""
    rest = rest.lstrip(" .:)-–")
    if m := re.match(r"[(\[](?P<who>[^)\]]{3,80})[)\]]\s*(?:[-–:.]\s*)?(?P<words>.{10,})", rest, re.DOTALL):
        person = read_person(m["who"])
        return (person.name, person.honorific, None, m["words"]) if person else None
    parts = re.split(r"\s+[-–—]\s+|:\s+", rest, maxsplit=1)
    if len(parts) != 2 or len(parts[0]) > 90 or len(parts[1]) < 10:
        return None
    person = read_person(parts[0])
    if person is not None:
        return person.name, person.honorific, parts[0][person.end:].strip(" ,()") or None, parts[1]
    if re.match(r"(?:name|details) withheld|anonymous|(?:a|one) (?:resident|member of the public)", parts[0], re.IGNORECASE):
        return None, None, None, parts[1]
    return None


def titled_question(paper: Paper, title: str, blocks: Sequence[Block]) -> Asked | None:
    """The question of an item whose title names the asker ("QUESTION BY COUNCILLOR A. SURNAME"): the words above its minute."""
    m = BY_TITLE.match(title)
    person = read_person(m["who"]) if m else None
    if person is None:
        return None
    for n, block in enumerate(blocks[:3]):
        if block.kind != "furniture" and block.text.rstrip("”’\"' ").endswith("?") and not paper.claimed(block) and not any(
                ANSWER_HEAD.match(b.text) for b in blocks[:n]):
            asked = Asked(None, [block], [block.text], last=block.number)
            _who(asked, m["who"])       # type: ignore[index]
            paper.claim("question", block)
            return asked
    return None


def _unheaded(paper: Paper, blocks: Sequence[Block], i: int, asking: bool, title: str = "") -> Asked | None:
    """A question that no "Question" heads: signed in brackets, or told in prose under an item of questions."""
    block = blocks[i]
    text = block.text
    following = next((b for b in blocks[i + 1: i + 3] if b.kind != "furniture"), None)
    answered = following is not None and ANSWER_HEAD.match(following.text)
    if asking and (m := re.match(r"From\s+(?P<who>[^:?]{3,90}):\s+(?P<words>.{10,})$", text)) and read_person(m["who"]):
        asked = Asked(None, [block], [m["words"]], last=block.number, prose=bool(block.marker_runs))
        _who(asked, m["who"])
        if not asked.prose:
            paper.claim("question", block)
        return asked
    signed = SIGNED.search(text) if "?" in text else None
    if signed and (asking or answered) and (read_person(signed["inside"]) or answered):
        asked = Asked(None, [block], [text[: signed.start() + 1].strip()], last=block.number)
        _who(asked, signed["inside"])
        paper.claim("question", block)
        return asked
    if answered and text.rstrip().endswith("?"):
        paper.claim("question", block)
        if (named := _named(text)) is not None and named[1]:
            return Asked(None, [block], [named[3]], *named[:3], last=block.number)
        return Asked(None, [block], [text], last=block.number)
    if PUBLIC.search(title) and asking and ASKED_PROSE.search(text[:120]) and (m := WITHIN.search(text)):
        person = read_person(text)          # question and reply in one paragraph, which answers itself
        if person is not None and person.honorific and ASKED_PROSE.search(text[: m.start()]) and person.end < 60:
            asked = Asked(None, [block], [text[: m.start()].strip()], person.name, person.honorific, last=block.number - 1, prose=True)
            return asked
    if asking and following is not None and ASKED_PROSE.search(text[:160]) and REPLIED.match(following.text):
        person = read_person(text)
        if person is None or person.honorific is None and len(person.name.split()) < 2:
            return None
        spoken = [s for s in re.findall(r"[^.?]+\?", text) if s.strip()]
        asked = Asked(None, [block], [" ".join(s.strip() for s in spoken) or text], person.name, person.honorific, last=block.number, prose=True)
        rest = re.match(r"\s*\((?P<org>[^)]{3,80})\)", text[person.end:])
        asked.organisation = rest["org"] if rest else None
        return asked
    return None


def question_head(block: Block) -> tuple[int | None, str] | None:
    """(number, what follows it) where the block opens a question; None elsewhere."""
    text = block.text
    if block.marker in ("Q.", "Q)", "Q:", "Q"):
        inside = re.match(r"[(\[](?P<who>[^)\]]{3,80})[)\]]\s*", text)
        return None, (f"from {inside['who']}: {text[inside.end():]}" if inside else f": {text}")
    if block.kind == "furniture" or len(text) > 2500:
        return None
    m = QUESTION_HEAD.match(text)
    if not m or re.match(r"questions\b", text, re.IGNORECASE):
        return None
    rest = (m["rest"] or "").strip()
    if m["number"] is None and not rest and len(text) > 12:
        return None
    if m["number"] is None and not rest and not re.fullmatch(r"question\s*:?", text, re.IGNORECASE):
        return None
    if "supplementary" in (m["kind"] or "").lower():
        return None
    return (int(m["number"]) if m["number"] else None), rest


def _question_text(paper: Paper, blocks: Sequence[Block], i: int, asked: Asked) -> int:
    """Take the question's own blocks from i on; gives the index after them."""
    start = i
    while i < len(blocks):
        block = blocks[i]
        text = block.text
        if block.kind == "furniture":
            i += 1
            continue
        if question_head(block) or asked.texts and SUPPLEMENTARY_HEAD.match(text) or operative(text) or ANSWER_HEAD.match(text) or block.marker in ("A.", "A)", "A:"):
            break
        if m := ASKER_LINE.search(text):
            if m.start() == 0 or (i == start or asked.texts) and read_person(m["inside"]):
                _who(asked, m["inside"])
                if m.start() > 0:
                    asked.texts.append(text[: m.start()].strip())
                    asked.blocks.append(block)
                paper.claim("question", block)
                asked.last = block.number
                i += 1
                break
        if not asked.asker and not asked.texts and (f := re.match(r"(?:From|Asked by|Name|Questioner|Submitted by)\s*:?\s+(.*)", text)) and len(text) < 160:
            _who(asked, f[1])
            paper.claim("question", block)
            i += 1
            continue
        numbered = block.marker and block.marker[0].isdigit() and block.marker_runs
        if numbered and asked.texts and not _asker_ahead(blocks, i):
            break
        if asked.texts and asked.asker and not block.marker and not text.rstrip().endswith("?") and _answers(text):
            break
        asked.texts.append(text)
        asked.blocks.append(block)
        paper.claim("question", block)
        asked.last = block.number
        i += 1
        if asked.asker and text.rstrip().endswith("?") and not _asker_ahead(blocks, i):
            break
    return i


def _answers(text: str) -> bool:
    return bool(re.match(r"(?:In (?:response|reply|answer)|The (?:Commissioner|Chair|PCC|Deputy|Chief|Leader|Cabinet|Portfolio)|Mr|Mrs|Ms|Councillor|Cllr)\b", text))


def _asker_ahead(blocks: Sequence[Block], i: int) -> bool:
    """Does "(Name, Organisation)" come before the next question?"""
    for block in blocks[i: i + 10]:
        if question_head(block):
            return False
        m = ASKER_LINE.fullmatch(block.text.strip())
        if m and read_person(m["inside"]):
            return True
    return False


def _who(asked: Asked, text: str) -> None:
    text = re.split(r"\s+(?:to|addressed to|for)\s+(?:the\s+)?(?:Commissioner|PCC|Chair|Chief|Leader|Cabinet|Panel|Police|Portfolio|Mayor)\b", text)[0]
    text = text.split(":", 1)[0].strip(" .")
    person = read_person(text)
    if person is None:
        if text and len(text) < 80 and asked.asker is None:
            asked.asker = re.sub(r"^(?:a|an|the)\s+", "", text)
        return
    asked.asker, asked.honorific = person.name, person.honorific
    organisation = text[person.end:].strip(" ,–-—()[]")
    asked.organisation = organisation or None


def settle_questions(paper: Paper, item: str | None, asked: Sequence[Asked], paragraphs: Sequence[Labelled],
                     closing: int | None) -> list[Question]:
    """Pair each question with the paragraphs that follow it, up to the next one."""
    out: list[Question] = []
    for n, question in enumerate(asked):
        until = asked[n + 1].blocks[0].number if n + 1 < len(asked) and asked[n + 1].blocks else (closing or 1 << 60)
        own = range(question.last + 1, until)
        answers = [p for p in paragraphs if p.block.number in own]
        if question.again and out:
            before = out[-1]
            out[-1] = replace(before, supplementary=(*before.supplementary, *(p.label for p in answers)))
            continue
        supplementary = _supplementary(question, answers)
        first = next((k for k, p in enumerate(answers) if p.label in supplementary), len(answers))
        answered = [p.label for k, p in enumerate(answers) if p.label not in supplementary and k <= first]
        where = paper.span_of(question.blocks)
        out.append(Question(
            item, question.number, question.asker, " ".join(question.texts),
            question.honorific, question.organisation, tuple(answered), tuple(supplementary),
            " ".join(p.text for p in answers if p.label in answered) or None, where))
    return out


def _supplementary(question: Asked, answers: Sequence[Labelled]) -> list[str]:
    surname = question.asker.split()[-1] if question.asker else None
    labels: list[str] = []
    for k, p in enumerate(answers):
        opening = " ".join(p.text.split()[:12])
        again = k > 0 and surname and re.search(rf"\b{re.escape(surname)}\b", opening)
        if SUPPLEMENTARY.search(" ".join(p.text.split()[:16])) or again or (labels and ".bul" in p.label):
            labels.append(p.label)
    return labels
