"""Where each item of business begins: numbers in sequence, titles by their form, never by a list of names.

Every block that could head an item gets a weight from its typography and grammar. Numbered heads are
chosen as the heaviest chain of numbers that runs on; unnumbered ones only where the page itself says
that they head an item (mark-up, an agenda reference below, a document link, or no numbers at all).
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutebook.documents.blocks import Block
from minutebook.documents.marks import roman_value
from minutebook.reading.grammar import FINITE, is_caps, leads_on, operative, titleness
from minutebook.reading.paper import Paper

NUMBER_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (scheme, re.compile(pattern))
    for scheme, pattern in (
        # "PCP 34.12/13 TITLE", "39/20 Title", "JHO.7/21": a running number over a year
        ("n/yy", r"(?P<number>(?:[A-Z]{1,6}[ .]?\s?)?\d{1,4}[A-Z]?[./]\d{2}(?:/\d{2,4})?)(?=[.:)]?(?:\s|$))[.:)]?\s*[-–:]?\s*"),
        ("X/n", r"(?P<number>[A-Z]{1,5}/\d{1,4})(?=[.:]?\s|$)[.:]?\s*[-–]?\s*"),
        ("n/yyyy", r"(?P<number>(?:[A-Z]{1,6}[ .]?)?\d{1,4}/\d{4})[.:)]?\s*[-–:]?\s*"),
        ("yy/n", r"(?P<number>\d{2,4}/\d{1,3})(?=[.:)]?(?:\s|$))[.:)]?\s*[-–:]?\s*"),
        ("item n", r"(?:AGENDA |[Aa]genda )?(?:ITEM|[Ii]tem|EITEM|Eitem)(?: No\.?| Number)?\s*(?P<number>\d{1,3}[a-zA-Z]?)\s*[-–:.]?\s*"),
        ("minute n", r"(?:MINUTE|Minute|MIN|Min)(?: No\.?| Number|\.)?\s*(?P<number>\d{1,4}[a-zA-Z]?)\s*[-–:.]?\s*"),
        ("ref n", r"(?:Ref|REF|Reference)\.?\s*(?:[Nn]o\.?\s*)?:?\s*(?P<number>(?:[A-Z]{1,6}[./-]?)?\d{1,4}(?:[./-]\w{1,6}){0,4})(?=\s|$)\s*[-–:]?\s*"),
        ("Xn", r"(?P<number>[A-HJ-Z]\d{1,2})[.:)]?\s+[-–]?\s*(?=\S)"),
        ("Xn", r"(?P<number>[A-HJ-Z]\d{1,2})[.:)]?$"),
        ("n(n)", r"(?P<number>\d{1,3}\s?\([a-z\d]{1,3}\))[.:]?\s*"),
        ("n.n", r"(?P<number>\d{1,3}\.\d{1,2})\.?$"),
        ("No. n", r"(?:No|NO|Nr)\.?\s*(?P<number>\d{1,4})[.:]?\s+[-–]?\s*(?=[A-Z“‘])"),
        ("n.0", r"(?P<number>\d{1,3}\.0)\.?\s+(?=[A-Z“‘])"),
        ("shape", r"(?P<number>(?:[A-Z]{2,6}[ ./-]?)\d{1,4}(?:[./-](?:[A-Z]{1,4}|\d{1,4})){0,3})(?=[.:)]?\s+[A-Z“‘(]|$)[.:)]?\s*[-–:]?\s*"),
        ("shape", r"(?P<number>(?:[A-Z]{2,6}[./-])?(?:\d{1,4}|[A-Z]{1,4})[./-](?:\d{1,4}|[A-Z]{1,4})(?:[./-]\d{1,4}){0,2})(?=[.:)]?\s+[A-Z“‘(]|$)[.:)]?\s*[-–:]?\s*"),
        ("[n]", r"[\[(](?P<number>\d{1,3})[\])]\s+(?=[A-Z“‘])"),
        ("n/", r"(?P<number>\d{1,3})\s?(?:[/:]|(?<=\s)[-–—])\s+(?=[A-Z“‘(])"),
        ("n/", r"(?P<number>\d{1,3})\s[-–—]\s(?=[A-Z“‘(])"),
        ("na", r"(?P<number>\d{1,3}[a-z])[.)]?\s+(?=[A-Z“‘(])"),
        ("na", r"(?P<number>\d{1,3}[a-z])[.)]?$"),
        ("n.", r"(?P<number>\d{1,4})[.)](?=\s|[A-Z“‘(]|$)\s*[-–]?\s*"),
        ("n", r"(?P<number>\d{1,4})(?=\s+[A-Z“‘(])\s+"),
        ("n", r"(?P<number>\d{1,4})$"),
        ("R.", r"(?P<number>[IVX]{1,6})[.)]\s+(?=[A-Z“‘])"),
        ("R.", r"(?P<number>[IVX]{1,6})\s+(?=[A-Z]{3})"),
        ("A.", r"(?P<number>[A-Z])[.)]\s+(?=[A-Z“‘])"),
        ("a)", r"(?P<number>[a-z])\)\s+(?=[A-Z“‘])"),
    )
)
NUMBER_AT_END = re.compile(r"\s+[(\[]?(?:Minute|MINUTE|Min|MIN)\.?\s*(?:[Nn][Oo]\.?|[Nn]umber)?\s*(?P<number>\d{1,4}(?:/\d{2,4})?)[)\]]?$")
ABBREVIATED = re.compile(r"\b(?:Cllrs?|Mrs?|Ms|Drs?|St|No|Nos|Rev|Prof|Hon|Supt|Insp|Sgt|Ald|Gen|Col|Capt|Messrs|[A-Z]|Min|Para|p|pp|Rd|Ltd|Co|etc|incl)$")
NOT_A_HEAD = re.compile(r"(?:held (?:in|at|on|via)\b|(?:public |supplementary |written )?questions? (?:\d|from|by)|question\s*\d*\s*[:.]?$|(?:reply|response|answer)s?(?:\s*[:(]|\s+(?:from|by|of)\b|$)|actions? \d|action\s*[:–-]|officers?:|present:|apologies:|in attendance:|(?:proposed|seconded|moved)(?:\s+by\b|\s+and\b|\s*[:,]|$)|(?:for|against)(?:\s+the\b|\s*[:(\d–-]|$)|abstain)", re.IGNORECASE)
LABELLED_PERSON = re.compile(r"[^:.]{3,40}:\s+(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Ald(?:erman|ermen)?|Deputy|Senator|Prof|Sir|Dame|Lord|Lady|Rev)\b\.?\s+\S")
ASKED = re.compile(
    r"To (?:receive|consider|note|approve|agree|confirm|answer|discuss|elect|appoint|review|scrutini[sz]e|hear|take|deal|sign|report|endorse|adopt|"
    r"give|provide|determine|make|invite|seek|comment|ask|disclose|declare|allow)\b[^.]*(?:\.\d[^.]*)*\.$|\(?Report (?:attached|of the|by the)\b.{0,80}$|"
    r"\([^()]{0,60}\b(?:attached|enclosed|to follow|herewith|circulated|copy)\b[^()]{0,30}\)$")
APPENDED = re.compile(r"(?:Appendix|APPENDIX|Annex|ANNEX|Atodiad)\s+[A-Z\d]{1,2}\b")
DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.IGNORECASE)
ADJOURNED = re.compile(r".{0,40}\b(?:meeting|committee|panel)\b.{0,20}\badjourn", re.IGNORECASE)
REFERENCE = re.compile(
    r"[*_]?[\[(]\s*(?:Agenda\s+)?(?:Item|Eitem)(?:\s+No\.?)?\s*:?\s*(?P<ref>[A-Za-z]{0,2}\s?\d{0,3}(?:[.\d]*)(?:\s?\(?[a-z]\)?)?)\s*[\])][*_]?\.?",
    re.IGNORECASE,
)
MINUTE_REFERENCE = re.compile(r"\s*[\[(]\s*(?:Minute|Min)\.?(?:\s+No\.?)?\s*(?P<ref>[\d/]+)\s*[\])]", re.IGNORECASE)
ATTACHMENT = re.compile(r"\s*(?:pdf icon\s*)?(?:\(?PDF\s*,?\s*)(?P<size>[\d.,]+\s?[KMG]B)\)?|\s*pdf icon(?:\s+PDF)?\s*$|\s+(?P<size2>[\d.,]+\s?[KMG]B)$", re.IGNORECASE)
PAGES = re.compile(r"\s*[\[(]?\s*(?:(?:Tudalennau|Tudalen)\s*/\s*Pages?|Pages?|Pgs?|pp?|Tudalennau|Tudalen)\.?\s*(?:nos?\.?\s*)?:?\s*(?P<first>\d{1,4})(?:\s*(?:[-–—]|to|i)\s*(?P<last>\d{1,4}))?\s*[\])]?", re.IGNORECASE)
# Cheap signs without which a title bears no size of a file, no pages.
SIZED = re.compile(r"pdf icon|[\d.,]\s?[KMG]B", re.IGNORECASE)
PAGED = re.compile(r"(?:tudalen(?:nau)?|pages?|pgs?|pp?)\.?\s*(?:nos?\.?\s*)?:?\s*\d", re.IGNORECASE)
STAMP = re.compile(r"\s*[\[(]?\d{1,2}:\d\d:\d\d(?:\s+(?:on|in)\s+(?:the\s+)?(?:recording|webcast))?[\])]?", re.IGNORECASE)
SHARE = re.compile(r"\s*(?:Share this item|Additional documents:?)\s*$", re.IGNORECASE)
SECTION = re.compile(
    r"(?:(?:un)?restricted items?.*|exempt (?:items?|business|information).*|(?:part|section|rhan)\s+(?:[A-F]|[IVX]{1,4}|\d|one|two)\b.{0,90}|"
    r"(?:public|open|private|confidential|closed) (?:items?|session|business|part).{0,40}|items? (?:for|in) .{0,60}|"
    r"exclusion of (?:the )?(?:press|public).*|statutory (?:items|business)|commissioner'?s? (?:items|reports|decisions)|"
    r"matters for .{0,50}|.{0,20}business to be (?:transacted|taken|considered) .{0,40})",
    re.IGNORECASE,
)
SUB_LABEL = re.compile(r"(?:minutes|decision|decisions|resolved|cofnodion|penderfyniad)\s*:?", re.IGNORECASE)
CLOSING = re.compile(
    r"[(\[]?(?:[A-ZÀ-Ý]{3,12}\s[-–—]\s)?(?:the\s+)?(?:meeting|proceedings|committee|panel)\s+(?:was\s+|were\s+|having\s+|then\s+)?(?:formally\s+)?(?:closed|ended|concluded|"
    r"terminated|finished|rose|adjourned at|declared closed)\b|(?:there being no (?:further|other) business)|"
    r"(?:signed|chair(?:man|person)?|dated?|cadeirydd)\s*[:.…_]{2,}|(?:duration of (?:the )?meeting)|[._…]{6,}|"
    r"(?:the )?meeting (?:started|commenced|opened|began)\b.{0,40}\b(?:ended|closed|finished|concluded)\b|chair(?:man|person|woman)?\.?$|"
    r"[(\[]?(?:the )?proceedings (?:opened|began|started|commenced)\b|(?:finished|ended|closed|concluded|rose) at \d|"
    r"the chair(?:man|person)? (?:thanked .{0,60} and )?(?:declared|closed) the meeting|diweddodd y cyfarfod|daeth y cyfarfod i ben|finished at \d|meeting closed|ended at|close of meeting",
    re.IGNORECASE,
)


@dataclass
class Head:
    """The head of one item: where it begins, its number and title."""

    at: int                          # index among the paper's blocks
    number: str | None
    title: str
    blocks: list[Block] = field(default_factory=list)
    agenda_ref: str | None = None
    blank_ref: bool = False
    attachment: str | None = None
    pages: tuple[int, int] | None = None
    section: str | None = None
    inferred: str | None = None
    inline: tuple[Block, int] | None = None     # block whose text goes on after the title, and where
    title_at: tuple[Block, int, int] | None = None
    scheme: str = ""


@dataclass
class _Candidate:
    at: int
    scheme: str
    number: str
    value: int
    rest: str
    weight: float
    blocks: list[Block]
    prefix: str = ""


def find_heads(paper: Paper, blocks: Sequence[Block], start: int) -> list[Head]:
    """Heads of the items among `blocks`, from index `start` on, in reading order."""
    candidates = [c for i in range(start, len(blocks)) for c in _numbered(blocks, i)]
    chain = _best_chain(candidates)
    chain = sorted(chain, key=lambda c: c.at) or []
    ones = [c for c in candidates if c.value == 1 and c.scheme in ("n.", "n") and c.weight > 0.3]
    if len(chain) < 3 and len(ones) >= 3 and len(ones) > len(chain):
        # A list whose numbers were lost in conversion: every item is printed "1."
        heads = [_head_of_candidate(c, blocks) for c in ones]
        for n, head in enumerate(heads, start=1):
            head.number, head.inferred = None, str(n)
        _below_heads(heads, blocks)
        _sections(heads, blocks, start)
        return heads
    strong = _unnumbered(paper, blocks, start, {c.at for c in chain} | {b.number for c in chain for b in c.blocks}, bool(chain))
    chain = _later_pass(candidates, chain, blocks)
    chain += _out_of_order(candidates, chain)
    heads = [_head_of_candidate(c, blocks) for c in chain] + strong
    heads.sort(key=lambda h: h.at)
    _add_parts(heads, candidates, blocks)
    _below_heads(heads, blocks)
    _sections(heads, blocks, start)
    return heads


def number_of(text: str) -> tuple[str, str, str] | None:
    """(scheme, number, rest) where the text opens with an item's number."""
    for scheme, pattern in NUMBER_FORMS:
        if (m := pattern.match(text)):
            number = " ".join(m["number"].split())
            if scheme == "shape":
                if not any(c.isdigit() for c in number):
                    continue
                scheme = "shape " + re.sub(r"\d+", "n", number)
            return scheme, number, text[m.end():]
    if m := NUMBER_AT_END.search(text):
        return "at end", m["number"], text[: m.start()]
    return None


def _shown(block: Block) -> str:
    """The text as printed, with its list mark."""
    if block.marker and block.marker_runs and block.kind != "cell":
        return f"{block.marker} {block.text}".strip()
    return block.text


def _numbered(blocks: Sequence[Block], i: int) -> list[_Candidate]:
    block = blocks[i]
    if block.kind == "cell" or block.role in ("label", "value", "document") or (block.marker == "•" and not block.marker_runs):
        return []
    shown = _shown(block)
    if block.role == "item-number":
        shown = shown.strip()
    found = number_of(shown)
    prefixed = ""
    if not found and i + 1 < len(blocks) and re.fullmatch(r"[A-Z]{2,6}\.?", shown) and blocks[i + 1].gap <= 1:
        # eGenda prints the committee's letters on one line and the running number on the next.
        found = number_of(_shown(blocks[i + 1]))
        if found and found[0] in ("n/yy", "n/yyyy", "yy/n"):
            prefixed, block = shown, blocks[i + 1]
            i += 1
        else:
            return []
    if not found:
        return []
    scheme, number, rest = found
    if not rest.strip() and block.role != "item-number" and i and _titled(blocks[i - 1]) and i + 1 < len(blocks) and titleness(_shown(blocks[i + 1])) < 0:
        return []               # the minute's own number, below the numbered title of the agenda
    own = [block]
    at = i - 1 if prefixed else i
    if prefixed:
        own.insert(0, blocks[i - 1])
        number = f"{prefixed} {number}"
    if scheme == "ref n" and re.fullmatch(r"\([^()]{2,30}\)", rest.strip()):
        rest = ""                       # "Ref 06/21 (Part II)": the title stands below
    if not rest.strip():
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        again = number_of(_shown(following)) if following is not None else None
        if following is None or following.kind == "cell" or again and again[0] not in ("minute n", "item n") and following.role != "item-title" and not DAY_FIRST.match(_shown(following)):
            return []
        rest = _shown(following)
        own.append(following)
        weight = 0.8
    else:
        weight = 0.0
    if scheme == "n" and len(number) == 4 and number[:2] in ("19", "20") or len(re.findall(r"[^\W\d_]", rest)) < 2:
        return []
    values = [int(v) for v in re.findall(r"\d+", number)]
    if scheme in ("A.", "a)"):
        value = ord(number.lower()) - 96
    elif scheme.startswith("shape "):
        value = values[-1]
    elif scheme == "R.":
        value = roman_value(number.lower())
    elif scheme == "yy/n":
        value = values[-1]
    elif scheme == "na":
        value = values[0]
    else:
        value = values[0] if values else 0
    title, _ = clean_title(rest)
    named = split_run_in(title)[0]
    if named.endswith(".") and len(named.split()) <= 8 and not FINITE.search(named) and named[:1].isupper():
        weight, named = weight - 0.3, named.rstrip(".")         # some papers end their titles with a stop
    weight += titleness(named) + _typography(block, own)
    weight += _surroundings(blocks, i + len(own) - (2 if prefixed else 1), rest)
    if scheme == "n":
        weight -= 0.6
    if re.match(r"(?:st|nd|rd|th)\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", rest, re.IGNORECASE):
        weight -= 3
    prefix = re.sub(r"\d+.*", "", number) if scheme in ("Xn", "n/yy", "n/yyyy") else ""
    return [_Candidate(at, scheme, number, value, rest, weight, own, prefix)]


def _titled(block: Block) -> bool:
    """Is it a numbered title on one line?"""
    found = number_of(_shown(block)) if block.kind != "furniture" else None
    return bool(found and found[2].strip() and titleness(clean_title(found[2])[0]) > 0)


def _typography(block: Block, own: Sequence[Block]) -> float:
    weight = 0.0
    if any(b.bold or b.role in ("heading", "item-title", "item-number") or b.kind == "heading" for b in own):
        weight += 1.5
    return weight


def _surroundings(blocks: Sequence[Block], last: int, rest: str) -> float:
    """What follows speaks for a head: an agenda reference, a documents label, a sentence."""
    weight = 0.0
    if REFERENCE.search(rest) or PAGES.search(rest) or ATTACHMENT.search(rest):
        weight += 2.0
    following = blocks[last + 1] if last + 1 < len(blocks) else None
    if following is not None and re.fullmatch(r"\d{1,4}\.?", following.text) and rest.strip():
        weight += 1.2
    if following is not None:
        if REFERENCE.fullmatch(following.text.strip()) or following.note == "documents-label" or SUB_LABEL.fullmatch(following.text):
            weight += 2.5
        elif operative(following.text) or titleness(following.text) < -0.5:
            weight += 0.6 if len(following.text) > 30 else 0.3
    return weight


def _best_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The heaviest run of numbers that goes on by one (a small gap costs), over one scheme of numbering."""
    best: list[_Candidate] = []
    best_weight = 0.0
    for scheme in {c.scheme for c in candidates}:
        own = [c for c in candidates if c.scheme == scheme and c.weight > -0.4]
        chain, weight = _chain_of(own, lettered=scheme == "Xn")
        if scheme in ("n.", "n"):           # "7." and "7" may alternate in one paper
            mixed = [c for c in candidates if c.scheme in ("n.", "n") and c.weight > (-0.4 if c.scheme == scheme else 1.2)]
            more, heavier = _chain_of(mixed)
            if heavier > weight + 1.5:
                chain, weight = more, heavier
        if scheme.startswith("shape ") and scheme.count("n") > 1 or scheme in ("n/yy", "yy/n"):     # which of its numbers runs on?
            for place in (0, 1):
                moved = [replace(c, value=int(re.findall(r"\d+", c.number)[place])) for c in own if len(re.findall(r"\d+", c.number)) > 1]
                other, heavier = _chain_of(moved)
                if heavier > weight:
                    chain, weight = other, heavier
        if scheme in ("A.", "R.", "a)", "[n]", "n.0"):
            weight *= 0.7
        if weight > best_weight:
            best, best_weight = chain, weight
    alone = (best[0].at == candidates[0].at and best[0].blocks[0].gap >= 1 and not leads_on(best[0].rest)
             and best[0].scheme not in ("n", "A.", "R.", "a)", "[n]")) if best else False
    if len(best) == 1 and best[0].weight < (0.7 if alone and titleness(clean_title(best[0].rest)[0]) > 0 else 1.6):
        return []                       # a meeting may have had one matter, but then its title stands by itself
    return best


def _later_pass(candidates: Sequence[_Candidate], chain: list[_Candidate], blocks: Sequence[Block]) -> list[_Candidate]:
    """Decisions printed first as a summary, then the full minutes under the same numbers: the fuller pass is the minutes."""
    if len(chain) < 3:
        return chain
    numbers = [c.number for c in chain]
    last = chain[-1].at
    later = {c.number: c for c in candidates if c.at > last and c.scheme == chain[0].scheme and c.number in numbers and c.weight > 0}
    if len(later) < max(3, 0.7 * len(numbers)):
        return chain
    again = sorted(later.values(), key=lambda c: c.at)
    first = sum(len(b.text) for b in blocks[chain[0].at: again[0].at])
    second = sum(len(b.text) for b in blocks[again[0].at:])
    return again if second > first and [c.number for c in again] == [n for n in numbers if n in later] else chain


def _out_of_order(candidates: Sequence[_Candidate], chain: Sequence[_Candidate]) -> list[_Candidate]:
    """Items taken out of their order: a number that the chain misses, printed elsewhere as a title."""
    if len(chain) < 3 or chain[0].scheme not in ("n.", "n"):
        return []
    have = {c.value for c in chain}
    missing = set(range(min(have), max(have))) - have
    taken = {c.at for c in chain}
    found: dict[int, _Candidate] = {}
    for c in candidates:
        if c.scheme == chain[0].scheme and c.value in missing and c.at not in taken and c.weight >= 0.1 and chain[0].at < c.at:
            if c.value not in found or c.weight > found[c.value].weight:
                found[c.value] = c
    return list(found.values())


def _chain_of(own: Sequence[_Candidate], *, lettered: bool = False) -> tuple[list[_Candidate], float]:
    total: list[float] = []
    back: list[int] = []
    by_value: dict[tuple[str, int], list[int]] = {}
    latest: dict[str, tuple[float, int]] = {}
    for j, c in enumerate(own):
        gain, link = 0.0, -1
        lettered_in = c.scheme == "n/yy" and re.search(r"\d[A-Z]/", c.number) is not None     # "19A/23" after "19/23"
        for step, cost in ((0, 0.2), (1, 0.0), (2, 0.9), (3, 1.3), (4, 1.6))[0 if lettered_in else 1:]:
            for k in by_value.get((c.prefix, c.value - step), ())[-3:]:
                # Between neighbours of a true chain there is business, or the first is a bare line.
                if total[k] - cost > gain:
                    gain, link = total[k] - cost, k
        if link < 0:            # agenda numbers may leap where items were not minuted
            for k in range(j - 1, max(-1, j - 12), -1):
                if own[k].prefix == c.prefix and 4 < c.value - own[k].value < 12 and total[k] - 2.2 > gain:
                    gain, link = total[k] - 2.2, k
        if lettered and c.value == 1:       # B1 may follow A3
            for prefix, (weight, k) in latest.items():
                if prefix < c.prefix and weight > gain:
                    gain, link = weight, k
        elif (not own or c.value > 4) and link < 0:
            gain -= 0.3
        total.append(gain + max(c.weight, 0.05) + (0.35 if link >= 0 else 0.0))
        back.append(link)
        by_value.setdefault((c.prefix, c.value), []).append(j)
        if total[j] > latest.get(c.prefix, (0.0, -1))[0]:
            latest[c.prefix] = (total[j], j)
    if not own:
        return [], 0.0
    j = max(range(len(own)), key=total.__getitem__)
    weight = total[j]
    chain = []
    while j >= 0:
        chain.append(own[j])
        j = back[j]
    return chain[::-1], weight


def clean_title(text: str) -> tuple[str, dict[str, object]]:
    """The title without agenda reference, page range, document size; and these apart."""
    parts: dict[str, object] = {}
    if len(text) > 2000:                # no title, and dear to search
        return " ".join(text.split()), parts
    if text.rstrip()[-1:] in "mMsS:":
        text = SHARE.sub("", text)
    if ("(" in text or "[" in text) and (m := REFERENCE.search(text)):
        ref = m["ref"].replace(" ", "")
        parts["ref"] = ref or None
        parts["blank_ref"] = not ref
        text = text[: m.start()] + " " + text[m.end():]
    if PAGED.search(text) and (m := PAGES.search(text)):
        if text[m.start():].lstrip()[:1] in "([" or re.match(r"\s*Pages?\b", text[m.start():]):
            parts["pages"] = (int(m["first"]), int(m["last"] or m["first"]))
            text = text[: m.start()] + " " + text[m.end():]
    for m in ATTACHMENT.finditer(text) if SIZED.search(text) else ():
        parts["attachment"] = m["size"] or m["size2"]
        text = text[: m.start()] + " " + text[m.end():]
        break
    if ":" in text:
        text = STAMP.sub(" ", text)
    if "<" in text:
        text = re.sub(r"\s*</?[A-Z]{1,4}\d*>\s*", " ", text)
    return re.sub(r"\s*[-–:]+$", "", " ".join(text.split()).strip(" *_|=#~")), parts


def split_run_in(title: str) -> tuple[str, int]:
    """A caps title that runs into its text ("APOLOGIES FOR ABSENCE An apology …"): the title, and where text goes on."""
    if set_form := re.search(r"\s(?=(?:(?:It was\s+)?(?:UNANIMOUSLY|unanimously)\s+)?(?:RESOLVED|AGREED|NOTED|RECOMMENDED)\b\s*[:,–-]?\s*(?:[Tt]hat|[Tt]o|\(|$))", title):
        if titleness(title[: set_form.start()]) > 0:
            return title[: set_form.start()].strip(" -–:"), set_form.end()
    stop = re.match(r"(?P<caps>[A-Z][A-Z0-9 &’',()/-]{3,}?)[.:]\s+(?=[A-Z][a-z]|\d{1,2}\s[A-Z])", title)
    if stop and is_caps(stop["caps"]):
        return stop["caps"].strip(), stop.end()
    if is_caps(title):
        return title, len(title)
    sentence = re.match(r"(?P<name>[A-Z][^.?!;:]{2,60})\.\s+(?=[A-Z(“‘\"])", title)
    if sentence and len(sentence["name"].split()) <= 8 and not FINITE.search(sentence["name"]) and titleness(sentence["name"]) > -0.1 \
            and not ABBREVIATED.search(sentence["name"]):
        return sentence["name"].strip(), sentence.end()         # "4. Matters arising. The Clerk had found …"
    lower = re.match(r"(?P<caps>[A-Z][A-Z0-9&’'(),/ –:-]{4,90}?)\s+(?=(?:agreed|resolved|noted|recommended|none)\b\s*[:.–-])", title)
    if lower and is_caps(lower["caps"]):
        return lower["caps"].strip(" -–:"), lower.end()
    told = re.match(r"(?P<name>[^:.;]{4,60}):\s+(?=[a-z][^:;]{4,120}\.$)", title)
    if told and titleness(told["name"]) > 0:
        return told["name"].strip(), told.end()
    if len(title) < 60 and not re.match(r"(?:[A-Z&’'(),/-]{2,}\s+){2}|[A-Z]{6,}\s", title):
        return title, len(title)
    single = re.match(r"(?P<caps>[A-Z]{6,})\s+(?=(?:An? [a-z]|There |The |No |Apologies |It |[A-Z][a-z]+ (?:was|were|had)))", title)
    if single:
        return single["caps"], single.end()
    m = re.match(r"(?P<caps>(?:[A-Z0-9&’'(),/–:-]+\s+){1,14}?[A-Z0-9&’'(),/-]{2,})\s*[-–:.]?\s+(?=[A-Z][a-z]|An? [a-z])", title)
    if m and is_caps(m["caps"]) and len(m["caps"]) > 5:
        return m["caps"].strip(" -–:"), m.end()
    return title, len(title)


def _head_of_candidate(c: _Candidate, blocks: Sequence[Block]) -> Head:
    title, parts = clean_title(c.rest)
    bare, cut = split_run_in(title)
    number = c.number.rstrip(".:")
    if number.endswith(")") and "(" not in number:
        number = number.rstrip(")")
    head = Head(c.at, number, bare, list(c.blocks), scheme=c.scheme)
    _apply(head, parts)
    if cut < len(title):
        tail = title[cut:]
        at = c.blocks[-1].text.find(tail[:40])
        if at > 0:
            head.inline = (c.blocks[-1], at)
    return head


def _apply(head: Head, parts: dict[str, object]) -> None:
    if "ref" in parts:
        head.agenda_ref = parts["ref"] if isinstance(parts["ref"], str) else None
        head.blank_ref = bool(parts.get("blank_ref"))
    if isinstance(parts.get("attachment"), str):
        head.attachment = str(parts["attachment"])
    pages = parts.get("pages")
    if isinstance(pages, tuple):
        head.pages = (pages[0], pages[1])


def _unnumbered(paper: Paper, blocks: Sequence[Block], start: int, taken: set[int], numbered: bool) -> list[Head]:
    """Heads without a number, where the page itself marks them."""
    heads: list[Head] = []
    chained = set(taken)
    taken_at = [i for i in range(start, len(blocks)) if blocks[i].number in taken]
    for i in range(start, len(blocks)):
        block = blocks[i]
        if i in chained or block.number in chained or block.kind in ("cell", "furniture") or block.marker and block.role != "item-title":
            continue
        following = next((b for b in blocks[i + 1: i + 3] if b.text), None)
        text = block.text
        marked = block.role == "item-title"
        if following is not None and not marked and len(text) < 260 and not numbered and SUB_LABEL.fullmatch(following.text) and following.text.endswith(":"):
            marked = not SUB_LABEL.fullmatch(text) and titleness(text) > -0.6
        elif following is not None and not marked and len(text) < 260:
            marked = following.note == "documents-label" or bool(REFERENCE.fullmatch(following.text.strip()))
            marked = marked or bool((ref := REFERENCE.search(text)) and ref.end() >= len(ATTACHMENT.sub("", text).rstrip()) and ref.start() > 3 and ref["ref"])
            linked = ATTACHMENT.search(text) and not re.search(r",\s*item\s+[\w/.]+", text) and not numbered and block.marker != "•"
            marked = marked or bool(linked and titleness(clean_title(text)[0]) > -2)
            marked = marked and not SUB_LABEL.fullmatch(text) and not ASKED.match(text) and titleness(clean_title(text)[0]) > -2.5
        if marked and numbered and block.role != "item-title" and titleness(clean_title(text)[0]) < -0.6:
            marked = False
        appended = APPENDED.match(text) and taken and i > max(taken_at, default=0) and len(text) < 130 and titleness(text) > -0.5
        if marked or appended and (block.gap >= 1 or block.kind == "heading"):
            title, parts = clean_title(text)
            if title and not (SECTION.fullmatch(title) and not parts):
                head = Head(i, None, title, [block])
                _apply(head, parts)
                heads.append(head)
    if numbered:
        return heads
    known = {h.at for h in heads}
    plain = _by_typography(blocks, start, loose=bool(heads))
    if heads:       # plain titles stand in as much white as those that the page marks
        white = max(1.0, min((h.blocks[0].gap for h in heads[1:]), default=1.0) - 1)
        plain = [h for h in plain if h.blocks[0].gap >= white]
    return sorted(heads + [h for h in plain if h.at not in known and h.at - 1 not in known], key=lambda h: h.at)


def _by_typography(blocks: Sequence[Block], start: int, *, loose: bool = False) -> list[Head]:
    """No number anywhere: headings by mark-up, bold, capitals, or short titles over sentences.

    `loose` is for a page that has marked some heads itself: its other heads look like plain titles.
    """
    found: list[Head] = []
    labels = sum(1 for b in blocks if SUB_LABEL.fullmatch(b.text))
    groups: dict[str, list[Head]] = {"heading": [], "caps": [], "bold": [], "title": [], "close": [], "colon": [], "bullet": []}
    for i in range(start, len(blocks)):
        block = blocks[i]
        text = block.text
        bulleted = block.kind == "list-item" and not block.bold
        if block.kind == "cell" or not text or len(text) > 160:
            continue
        title, parts = clean_title(text)
        weight = titleness(title)
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        sentence = following is not None and (titleness(following.text) < 0 or bool(operative(following.text)) or following.marker)
        if block.kind == "furniture" or NOT_A_HEAD.match(text) or LABELLED_PERSON.match(text) or leads_on(text) and not (text[-1] == ":" and len(text.split()) <= 8):
            continue
        if text.endswith("?") and len(text) < 60 and following is not None and following.marker and not following.marker[0].isdigit():
            weight += 1.8
        if following is not None and ASKED.match(following.text):
            sentence, weight = True, weight + 0.5
        label = SUB_LABEL.fullmatch(text) and (text.endswith(":") or labels > 1)
        short = block.gap >= 1 and len(text.split()) <= 8 and text[-1] not in ".,;:" and text[0].isupper() and not block.marker
        if weight <= (-0.35 if short else -0.1) or not sentence or CLOSING.match(text) or label or ASKED.match(text) or operative(text) or ADJOURNED.match(text):
            continue
        head = Head(i, None, title, [block])
        _apply(head, parts)
        if bulleted:
            if following is not None and not following.marker and len(text.split()) <= 10 and text[-1] not in ".;,":
                groups["bullet"].append(head)
        elif text[-1] == ":":
            groups["colon"].append(head)
        elif block.kind == "heading" or block.role == "heading":
            groups["heading"].append(head)
        elif is_caps(text):
            groups["caps"].append(head)
        elif block.bold:
            groups["bold"].append(head)
        elif (text[-1] not in ".:;,?" or text[-1] == "?" and weight > 0.5) and block.gap >= 1 and len(text) < 110 and len(text.split()) <= 14 and text[0].isupper():
            groups["title"].append(head)
        elif not block.gap and len(text.split()) <= 9 and text[-1] not in ".:;,?" and text[0].isupper() and blocks[i - 1].text[-1:] in ".”)":
            groups["close"].append(head)
    if loose:
        return groups["title"] + groups["caps"]
    order = ["heading", "bold", "caps", "title", "close", "colon", "bullet"]
    if len(groups["colon"]) >= 4 and len(groups["colon"]) >= 2 * max(len(groups[n]) for n in order[:4]):
        order.insert(0, "colon")        # a paper that ends its titles with a colon
    for name in order:
        if len(groups[name]) >= 2 or (name != "title" and groups[name]):
            found = groups[name]
            break
    return found


def _add_parts(heads: list[Head], candidates: Sequence[_Candidate], blocks: Sequence[Block]) -> None:
    """Lettered parts of an item ("7a", "9(a)", "6.1 Title") stand as items of their own where titled."""
    main = {h.number: h for h in heads if h.number}
    if not main:
        return
    taken = {h.at for h in heads}
    for c in candidates:
        if c.scheme not in ("na", "n(n)", "n.n") or c.at in taken or c.weight < 0.8:
            continue
        base = re.match(r"\d+", c.number)
        if base and (base[0] in main or str(int(base[0]) - 1) in main):
            before = [h for h in heads if h.at < c.at]
            if before and re.match(r"\d*", before[-1].number or "")[0] in (base[0], str(int(base[0]) - 1)):  # type: ignore[index]
                heads.append(_head_of_candidate(c, blocks))
                heads.sort(key=lambda h: h.at)
                taken.add(c.at)


def _below_heads(heads: Sequence[Head], blocks: Sequence[Block]) -> None:
    """Agenda references, page ranges and second lines of titles that stand below the head."""
    for n, head in enumerate(heads):
        end = heads[n + 1].at if n + 1 < len(heads) else len(blocks)
        j = head.at + len(head.blocks)
        for _ in range(3):
            if j >= end:
                break
            block = blocks[j]
            text = block.text.strip()
            if m := REFERENCE.fullmatch(text):
                ref = m["ref"].replace(" ", "")
                head.agenda_ref, head.blank_ref = ref or None, not ref
            elif (m := PAGES.fullmatch(text)) and head.pages is None:
                head.pages = (int(m["first"]), int(m["last"] or m["first"]))
            elif (m := MINUTE_REFERENCE.fullmatch(text)):
                pass
            elif _goes_on(head, block, blocks, j, end):
                title, parts = clean_title(f"{head.title} {text}")
                head.title = title
                _apply(head, parts)
            else:
                break
            head.blocks.append(block)
            j += 1


def _goes_on(head: Head, block: Block, blocks: Sequence[Block], j: int, end: int) -> bool:
    """Is this short line the rest of the title?"""
    if block.marker or block.gap >= 1 or block.kind == "cell" or head.inline or block.role != head.blocks[-1].role:
        return False
    text = block.text
    if is_caps(head.title) != is_caps(text) and len(text) > 4:
        return False
    if head.title.rstrip()[-1:] in "-–(,&:" or re.search(r"\b(?:of|the|and|for|on|in|to|with)$", head.title, re.IGNORECASE):
        return titleness(text) > -2
    after = blocks[j + 1] if j + 1 < end else None
    return bool(REFERENCE.fullmatch(after.text.strip())) if after is not None and len(text) < 90 else False


def _sections(heads: Sequence[Head], blocks: Sequence[Block], start: int) -> None:
    """Part headings ("UNRESTRICTED ITEMS", "Part B") hold for the items after them."""
    heads_at = {h.at for h in heads}
    section: str | None = None
    following = iter(sorted(heads, key=lambda h: h.at))
    head = next(following, None)
    for i in range(max(0, start - 3), len(blocks)):
        while head is not None and head.at == i:
            head.section = section
            head = next(following, None)
        if i in heads_at:
            continue
        block = blocks[i]
        if not block.marker and len(block.text) < 130 and SECTION.fullmatch(block.text.strip(" .:")) and titleness(block.text) > -1:
            section = block.text
