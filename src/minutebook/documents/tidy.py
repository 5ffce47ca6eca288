"""Lines become blocks: furniture set aside, broken lines healed, list marks taken off.

Others' conversions break sentences at the page's width, lose bullets, and print running heads in
mid-sentence. What belongs together is told from layout first (did the next word fit? is there
white above?), then from grammar (is the sentence finished? does the line run on in lower case?).
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from minutebook.documents.blocks import Block, Document, Line, Run
from minutebook.documents.furniture import find_furniture
from minutebook.documents.grids import unfold
from minutebook.documents.marks import Mark, find_mark

TERMINAL = frozenset(".:;!?…")
RUNS_ON = re.compile(
    r"(?:[,–&(/]|(?<![:;.])-|\b(?:of|the|and|a|an|to|in|for|with|that|by|on|at|or|his|her|its|their|was|were|be|been|is|are|as|"
    r"from|which|who|whom|whose|into|had|has|have|not|this|these|those|between|would|will|could|should|may|where|when|if|"
    r"than|but|because|while|whilst|all|any|each|per|about|over|under|through|during|after|before|against|within|"
    r"without|no|he|she|they|it|we|did|does|do|being|also|more|most|some|such|Mr|Mrs|Ms|Miss|Dr|Cllr|"
    r"Councillor|Cllrs|Councillors))$"
)
OPENERS = re.compile(
    r"(?:(?:it was\s+)?(?:unanimously\s+)?(?:RESOLVED|AGREED|RECOMMENDED|NOTED)\b|Resolved\s*[:\-–]|Resolved that\b|"
    r"Agreed\s*[:\-–]|Decision\s*:|Recommended\s*[:\-–]|PENDERFYNWYD|ACTIONS?(?:\s\d{1,3})?\s*:|Actions?(?:\s\d{1,3})?\s*:|"
    r"(?:agreed|resolved|noted|recommended)\s*:(?:\s+That\b|$)|\(Item\b[^)]*\)|\(Minute\b[^)]*\)|(?:Question|Supplementary Question)\s+\d|Question\s*:|(?:Answer|Response|Reply)(?:\s*\([^()]{2,40}\))?\s*:|"
    r"Q\d{1,3}(?:[.:)]\s|\s+(?:from|by)\s)|Supplementary(?: question)?\s*:|"
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s+(?:[A-Z][\w’'.-]*\s+){0,2}[A-Z][\w’'-]+\s*:\s|"
    r"(?:PRESENT|ALSO PRESENT|IN ATTENDANCE|APOLOGIES|ABSENT|OFFICERS)\b\s*:?|"
    r"(?:Venue|Contact|Date|Time|Place|Location|Clerk|Membership|Quorum|Tel|E-?mail|Note)\s*:\s|"
    r"(?:Present|Also present|In attendance|Apologies(?: for absence)?|Absent|Officers(?: present)?)\s*:)"
)
THAT_LIMB = re.compile(r"that (?!had\b|has\b|was\b|is\b|were\b|would\b|could\b|will\b|said\b|may\b|might\b|are\b)")
AGREED_COMMA = re.compile(r"\b(?:agreed|resolved|recommended|decided)(?:\s+\w+)?,$", re.IGNORECASE)
PUT_IT_WAS = re.compile(r"\bit was(?:\s+(?:then|therefore|unanimously))?,?$|\b(?:[Cc]onsidered|[Rr]esolved)$")
SPEAKER = re.compile(
    r"(?:(?:The|A|An|One|Another|Some)\s+(?:[\w’'-]+\s+){1,4}?|Members?\s+|(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Inspector|Superintendent)\s+(?:[\w’'-]+\s+){1,3}?|"
    r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+\s+)(?:asked|said|explained|advised|stated|reported|questioned|commented|noted|replied|told|introduced|presented|"
    r"confirmed|thanked|queried|raised|expressed|suggested|felt|was of|enquired|referred|gave|highlighted|welcomed|outlined|observed|responded|considered|agreed|spoke|wished|sought)\b"
    r"|(?:Asked|In response|In reply|Responding|Following|Reference was made|It was|Having)\b")
CODED = re.compile(r"\((?:[A-Z]{1,5}\s?)?\d{1,3}(?:/\d|\))")
NUMBER_OPENING = re.compile(
    r"(?:(?:Agenda |AGENDA )?(?:[Ii]tem|ITEM|Minute|MINUTE|MIN|Min|No\.?)\s*)?[\[(]?(?:[A-Z]{1,6}[ ./-]?)?\d{1,4}(?:[./-](?:[A-Z]{1,4}|\d{1,4})){0,3}[\])]?\s?[.:/–-]?\s+(?=[A-Z“‘(])")
NUMBER_LINE = re.compile(r"[A-Z]{2,6}\.?|\d{1,4}[./]\d{2,4}\.?|\d{1,4}\.?")
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
SPLIT_DATE_END = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?|{MONTH})$", re.IGNORECASE)
SPLIT_DATE_START = re.compile(rf"(?:(?:{MONTH})\b|(?:19|20)\d\d\b)", re.IGNORECASE)
INFINITIVE = re.compile(r"To [a-z]+ ")
CLOSERS = "”’\"')]*"


@dataclass
class _Open:
    """A block under way."""

    lines: list[Line]
    mark: Mark | None = None
    lost: bool = False               # its bullet was lost: only the white before it tells
    note: str = ""
    ends: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.lines[-1].text

    def finished(self) -> bool:
        """Does it end as a sentence or a list item ends?"""
        return self.text.rstrip(CLOSERS)[-1:] in TERMINAL or self.text.endswith(":-")

    def open_bracket(self) -> bool:
        """Has a bracket been opened on its last lines and not closed?"""
        tail = " ".join(line.text for line in self.lines[-2:])
        return tail.count("(") > tail.count(")") or tail.count("[") > tail.count("]")


def blocks_of(document: Document) -> list[Block]:
    """All blocks of a document in reading order, furniture included."""
    lines = document.lines
    if not lines:
        return []
    if not document.markup and (TABLE_HEAD.search(document.text[:4000]) or any(COLUMNS_HEAD.match(line.text) for line in lines[:60])):
        lines = tuple(table_rows(lines))
    if not document.markup and PATH_WITHIN.search(document.text):
        lines = tuple(part for line in lines for part in without_path(line))
    furniture = find_furniture(lines)
    healer = _Healer(lines, furniture)
    return [replace(b, number=n) for n, b in enumerate(unfold(list(healer.blocks())))]


PATH_WITHIN = re.compile(r"(?:(?<=\s)|^)(?:[A-Z]:\\|\\\\)[^\s:*?\"<>|]+(?: [^\s:*?\"<>|]+){0,6}?\.(?:docx?|rtf|odt|pdf)\b", re.MULTILINE)


def without_path(line: Line) -> Iterator[Line]:
    """A line into which the printed path of its file has run: before it, the path as furniture, what follows."""
    m = PATH_WITHIN.search(line.text)
    if m is None or m.end() - m.start() >= len(line.text.strip()):
        yield line
        return
    spans = [(0, len(line.text[: m.start()].rstrip()), ""), (m.start(), m.end(), "furniture"),
             (m.end() + len(line.text[m.end():]) - len(line.text[m.end():].lstrip()), len(line.text), "")]
    for start, end, role in spans:
        if start < end:
            yield replace(line, text=line.text[start:end], runs=tuple(cut_runs(line.runs, start, end, 0)), role=role or line.role,
                          gap=line.gap if start == 0 else 0.0 if role or line.text[start].islower() else 1.0)


TABLE_HEAD = re.compile(r"^[ \t]*+\|?[ \t]*+(?:No\.?|Note)?[ \t]*+\|?[ \t]*+(?:No\.?)?[ \t]*+\|[ \t]*+Item[ \t]*+\|", re.MULTILINE)
TABLE_RULE = re.compile(r"[|\s:-]+")
RUBRIC = re.compile(
    r"\s(?=(?:To [a-z]+(?: [a-z]+)* |Members are |Members of the |All Members |All councillors |Any Member |The (?:Committee|Panel|Board|Chair\w*|Sub-Committee|Forum|Commission) (?:is|are|will|to) |"
    r"A period of |In accordance with |This item |Report of the |\(Report |Please note|Note:|Councillors are |Item purpose))")
INLINE_LABEL = re.compile(r"(?:(?<=\s)|^)(?P<label>Minutes|Decision|Decisions|Cofnodion|Additional documents|Supporting documents)\s?:\s*")


def table_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Committee pages turned into pipe tables: one cell a line holds title, rubric, label and minute run together."""
    fresh = True                    # does a new row begin here?
    begun = False
    columns = False                 # does the table keep number, minute and owner in columns of their own?
    for line in lines:
        text = line.text
        if COLUMNS_HEAD.match(text):
            columns = begun = True
            yield replace(line, role="furniture")
            continue
        if columns and text.count("|") >= 2 and not TABLE_RULE.fullmatch(text):
            yield from column_cells(line)
            continue
        if TABLE_HEAD.match(text):
            begun = True
            yield replace(line, role="furniture")
            continue
        if not begun:
            yield line
            continue
        if TABLE_RULE.fullmatch(text):
            fresh = True
            yield replace(line, role="furniture")
            continue
        start = len(text) - len(text.lstrip("| "))
        end = len(text.rstrip("| "))
        number = re.match(r"\|?\s*(\d{1,4}[a-z]?\.?|\d+/\d+)\s*\|\s*", text)
        if number:
            yield cut_line(line, *number.span(1), role="item-number")
            start, fresh = number.end(), True
        labels = [m for m in INLINE_LABEL.finditer(text, start, end)]
        at = start
        if fresh and (labels or end - start < 160):
            stop = labels[0].start() if labels else end
            cut = title_end(text, start, stop)
            if cut > start:
                yield cut_line(line, start, len(text[:cut].rstrip()), role="item-title")
            rest = cut + len(text[cut:stop]) - len(text[cut:stop].lstrip())
            if rest < stop:
                yield cut_line(line, rest, len(text[:stop].rstrip()))
            at = stop
        for n, m in enumerate(labels):
            if m.start() > at:
                yield cut_line(line, at, len(text[: m.start()].rstrip()))
            yield cut_line(line, *m.span("label"), role="sub-title")
            at = m.end()
            if n + 1 == len(labels):
                break
        if at < end:
            yield cut_line(line, at, end)
        fresh = text.rstrip().endswith("|")


SIZE = re.compile(r"(?:pdf icon\s*)?PDF\s+[\d.,]+\s?[KMG]B", re.IGNORECASE)
VERB = re.compile(r"\b(?:is|are|may|should|will|must|can|has|have|was|were|shall|need|wish)\b")
DETERMINED = re.compile(r"(?<=\s)(?:The|A|An|All|Any|Each|This|These|There|If|Where|In|At|No|Members|Councillors)\b")
CAPITAL = re.compile(r"(?<=\s)[A-Z][a-z]+")


COLUMNS_HEAD = re.compile(r"\|?\s*(?:No\.?|Item|Minute|Min\.?|Ref\.?)?\s*\|.*\|\s*(?:Actions?(?: by)?|By whom|Who|Owner|Lead|Responsible)\s*\|?\s*$", re.IGNORECASE)


def column_cells(line: Line) -> Iterator[Line]:
    """A row of a table of minutes: number and title, or a paragraph, and who is to act."""
    cells = [m.span(1) for m in re.finditer(r"(?:^|\|)\s*([^|]*?)\s*(?=\||$)", line.text)]
    shown = [(a, z) for a, z in cells if z > a]
    for n, (a, z) in enumerate(shown):
        words = line.text[a:z]
        if n == 0 and re.fullmatch(r"\d{1,4}[a-z]?\.?|\d+/\d+", words):
            yield cut_line(line, a, z, role="item-number")
        elif n == 1 and re.fullmatch(r"\d{1,4}[a-z]?\.?|\d+/\d+", line.text[slice(*shown[0])]) and len(words) < 120:
            yield cut_line(line, a, z, role="item-title")
        elif n and len(words) < 30:
            yield cut_line(line, a, z, role="action-owner")
        else:
            yield cut_line(line, a, z)


def title_end(text: str, start: int, stop: int) -> int:
    """Where a title ends that runs into its rubric: at a document's size, at a set opening, or where a sentence begins."""
    if size := SIZE.search(text, start, stop):
        return size.end()
    if rubric := RUBRIC.search(text, start + 3, stop):
        return rubric.start()
    verb = VERB.search(text, start, stop)
    if verb is None or stop - start < 40:
        return stop
    openings = list(DETERMINED.finditer(text, start + 3, verb.start())) or list(CAPITAL.finditer(text, start + 3, verb.start()))
    return openings[-1].start() - 1 if openings else stop


def cut_line(line: Line, start: int, end: int, role: str = "") -> Line:
    """A range of a line as a whole line of its own, in its own place."""
    return replace(line, text=line.text[start:end], runs=tuple(cut_runs(line.runs, start, end, 0)), whole=True, role=role, gap=1.0)


class _Healer:
    """Walks the lines once, deciding for each whether it goes on or begins anew."""

    def __init__(self, lines: Sequence[Line], furniture: dict[int, str]) -> None:
        self.lines, self.furniture = lines, furniture
        body = [line for i, line in enumerate(lines) if i not in furniture and not line.whole]
        self.points = any(line.size for line in body)                  # indents and widths are points
        self.widths = self._widths(body)
        self.unwrapped = not self.points and self._unwrapped(body)
        indents = Counter(round(line.indent) for line in body)
        usual = indents.most_common(1)[0][0] if indents else 0
        # A converter that drops bullet glyphs leaves one space where they stood, and one at page breaks.
        self.lost_marks = not self.points and usual == 0 and indents[0] > 2 * (indents[1] + indents[2]) > 0
        # Where empty lines part only the headings, a new speaker is what tells a new paragraph.
        parted = sum(1 for line in body if line.gap >= 1)
        self.dense = not self.points and not self.unwrapped and len(body) > 20 and parted < 0.22 * len(body)
        gaps = sorted(line.gap for line in body if line.size)
        self.usual_gap = gaps[len(gaps) // 2] if gaps else 0.0
        self.expected: dict[str, Mark] = {}

    def _widths(self, body: Sequence[Line]) -> dict[int, float]:
        """The right margin in reach of each page: near the widest lines, freaks apart."""
        rights: dict[int, list[float]] = {}
        for line in body:
            if not line.cell:
                rights.setdefault(line.page if self.points else 0, []).append(line.right)
        everywhere = sorted(r for own in rights.values() for r in own)
        general = everywhere[int(len(everywhere) * 0.95)] if everywhere else 80.0
        out = {}
        for page, own in rights.items():
            own.sort()
            out[page] = max(own[int(len(own) * 0.95)], general * 0.8) if len(own) > 8 else general
        out[-1] = general
        return out

    @staticmethod
    def _unwrapped(body: Sequence[Line]) -> bool:
        """Is each line of this text a whole paragraph? Then most words stand in very long lines, or none is ever broken."""
        pairs = [(a, b) for a, b in pairwise(body) if not b.gap and not a.cell]
        broken = sum(1 for a, b in pairs if b.text[0].islower() and a.text[-1] not in ".;:?!" and len(a.text) > 40)
        whole = sum(1 for a, b in pairs if len(a.text) > 40 and a.text[-1] in ".;:?!" and b.text[0].isupper())
        if not broken and whole >= 3:
            return True
        long = sum(len(line.text) for line in body if len(line.text) > 160)
        return long > (0.4 if max((len(line.text) for line in body), default=0) < 200 else 0.25) * sum(len(line.text) for line in body)

    def width(self, line: Line) -> float:
        return self.widths.get(line.page if self.points else 0, self.widths[-1])

    # -- the walk ------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block]:
        current: _Open | None = None
        broken = False              # has furniture come between?
        waiting: list[Block] = []   # furniture met in mid-block follows it
        for i, line in enumerate(self.lines):
            if i in self.furniture:
                waiting.append(make_block("furniture", [line], None, self.furniture[i]))
                broken = True
                continue
            mark = self.mark_of(i, line, current, broken)
            if current is not None and self.goes_on(current, line, mark, broken, i):
                if broken or line.page != current.lines[-1].page:
                    current.note = "joined over a page break"
                elif line.gap and not self.points:
                    current.note = "joined over an empty line"
                current.lines.append(line)
                broken = False
                continue
            if current is not None:
                yield self.close(current)
            yield from waiting
            waiting = []
            current = self.open(i, line, mark, current)
            broken = False
        if current is not None:
            yield self.close(current)
        yield from waiting

    def open(self, i: int, line: Line, mark: Mark | None, before: _Open | None) -> _Open:
        new = _Open([line], mark)
        if mark is None and self.is_lost_bullet(i, line, before):
            new.lost = True
            new.ends = before.ends if before is not None and before.lost else []
        if mark is not None and mark.value:
            self.expected[mark.scheme] = mark
        return new

    def close(self, done: _Open) -> Block:
        if done.lost:
            done.ends.append(done.text.rstrip(CLOSERS)[-1:])
        kind = "list-item" if done.mark or done.lost else "paragraph"
        first = done.lines[0]
        if first.cell:
            kind = "cell"
        elif first.role == "heading":
            kind = "heading"
        elif first.role == "list-item":
            kind = "list-item"
        return make_block(kind, done.lines, done.mark, done.note, lost=done.lost)

    # -- marks ---------------------------------------------------------------------------------

    def mark_of(self, i: int, line: Line, current: _Open | None, broken: bool) -> Mark | None:
        """The list mark of a line, unless it is only a number that begins a broken line."""
        mark = find_mark(line.text)
        if mark is None or mark.scheme == "bullet" and mark.length >= len(line.text):
            return None
        if mark.scheme == "bullet":
            if mark.shown in "-–—*o§" and current is not None and self.flows(current, line) and not line.gap:
                return None
            inner = find_mark(line.text[mark.length:])
            if inner is not None and inner.value:      # "- a. The …": the dash is only mark-up
                length = mark.length + inner.length
                return replace(inner, length=length) if length < len(line.text) else None
            return mark
        if current is not None and not line.gap and current.open_bracket() and ")" in mark.shown:
            return None
        if line.whole or current is None or line.gap > 0 and not self.points or broken:
            return mark
        if self.points and line.gap > self.usual_gap + 0.35:
            return mark
        known = self.expected.get(mark.scheme)
        if mark.first or (known is not None and (mark.follows(known) or mark.value[:-1] == known.value[:-1]
                                                and 0 < mark.value[-1] - known.value[-1] <= 3)):
            return mark
        return None if self.flows(current, line) else mark

    def flows(self, current: _Open, line: Line) -> bool:
        """Does the text before run up to the margin without an end, so that this line may go on from it?"""
        return not self.fitted(current.lines[-1], line) and not current.finished()

    # -- going on ------------------------------------------------------------------------------

    def goes_on(self, current: _Open, line: Line, mark: Mark | None, broken: bool, i: int) -> bool:
        last = current.lines[-1]
        if mark is not None or line.whole or last.whole:
            return False
        if line.cell or last.cell:
            return self.goes_on_in_cell(current, line)
        if line.role != last.role or OPENERS.match(line.text):
            return False
        text = line.text
        lower = text[0].islower() or (text[0] in "“‘(\"'" and text[1:2].islower())
        unfinished = not current.finished()
        if THAT_LIMB.match(text) and (last.text.rstrip(CLOSERS)[-1:] in ".:" or line.gap >= 1 and AGREED_COMMA.search(last.text)):
            return False                # a resolution whose operative word stands above, or is lost
        if text.startswith("That ") and PUT_IT_WAS.search(last.text):
            return False
        if not unfinished and NUMBER_LINE.fullmatch(text):
            return False
        if not unfinished and len(text) < 100 and (m := NUMBER_OPENING.match(text)) and (is_title(text[m.end():]) or text[-1] not in ".;," and len(text) - m.end() < 70):
            return False                # the number and title of an item, without a stop
        if lower and last.text.endswith(";") and not self.points and (self.unwrapped or self.fitted(last, line)):
            return False                # items of a list that has no bullets
        if current.mark is not None and current.mark.scheme == "bullet" and not lower and not self.points and last.right < 0.7 * self.width(last) and not RUNS_ON.search(last.text):
            return False
        if self.dense and not unfinished and len(text) < 60 and text[-1] == ":" and not lower:
            return False
        if self.dense and not unfinished and SPEAKER.match(text):
            return False
        apart = broken or line.page != last.page
        if self.points:
            if not apart and line.gap > self.usual_gap + 0.35:
                return False
            if abs(line.size - last.size) > 0.8:
                return False
        elif line.gap >= 1 and not apart and current.lost and unfinished and line.indent == 0 and text[-1:] in ";." and (
                i + 1 < len(self.lines) and self.lines[i + 1].indent in (1, 2)):
            return True
        elif line.gap >= 1 and not apart:
            runs_on = lower or bool(RUNS_ON.search(last.text))
            return unfinished and runs_on and (self.is_prose(current) or current.mark is not None or current.lost)
        if current.lost and line.indent == 0 and unfinished and not apart and not is_caps(text):
            return True                 # in a list whose bullets were lost each item shows its white
        if not self.points and self.lost_marks and line.indent in (1, 2):
            if current.lost and current.lines[0].text[0].islower():      # a list of phrases in lower case
                return unfinished and self.flows(current, line) and not self.fitted(last, line)
            if not line.gap and not apart and last.right < 0.7 * self.width(last):
                return False            # the line before had room to spare: what lost its bullet begins here
            return unfinished and (lower or bool(RUNS_ON.search(last.text)) or self.flows(current, line))
        if apart and not lower:
            return unfinished and self.is_prose(current) and self.flows(current, line) and not is_heading_like(line)
        if self.unwrapped:
            return unfinished and lower and self.is_prose(current)
        if lower or current.open_bracket() or (text[0] == "(" and text[-1] != ")" and unfinished and not CODED.match(text) and (current.mark is None or self.is_prose(current) or len(last.text) > 50)):
            return True
        if SPLIT_DATE_END.search(last.text) and SPLIT_DATE_START.match(text):
            return True
        if is_caps(last.text) and is_caps(text) and not line.gap and not self.points:
            wide = last.right >= 0.5 * self.width(last) if current.mark is not None else not self.fitted(last, line)
            return unfinished and (wide or bool(RUNS_ON.search(last.text.lower())))
        if len(current.lines) == 1 and not self.points and last.right < 0.55 * self.width(last):
            return False                # a short line with room to spare was meant to end
        if unfinished and self.is_prose(current):
            return not is_caps(text) or len(text) < 8
        if current.mark is not None and unfinished and not self.points and is_title(text):
            # A title may be set in a narrower measure than the text, for page numbers stand at its right.
            return last.right >= 0.6 * self.width(last) and not INFINITIVE.match(text)
        if RUNS_ON.search(last.text):
            return not (is_caps(last.text) != is_caps(text) and last.text[-1:] not in "-–,")
        if line.bold != last.bold and (line.bold or self.points):
            return False
        if is_caps(last.text) != is_caps(text) and len(text) > 3 and not text[0].isdigit():
            return False
        return not self.fitted(last, line)

    def goes_on_in_cell(self, current: _Open, line: Line) -> bool:
        last = current.lines[-1]
        return line.cell == last.cell and line.gap < 0.8 and not (
            current.finished() and line.text[0].isupper() and self.fitted(last, line))

    def is_prose(self, current: _Open) -> bool:
        words = " ".join(line.text for line in current.lines[-3:]).split()
        return len(words) >= 6 and sum(w[0].islower() for w in words) >= len(words) * 0.45

    def fitted(self, last: Line, line: Line) -> bool:
        """Would the first word of `line` have fitted on the line before? Then the break was meant."""
        if self.unwrapped:
            return True
        word = line.text.split(" ", 1)[0]
        if self.points:
            letter = (last.right - last.indent) / max(1, len(last.text))
            return last.right + letter * (len(word) + 1) < self.width(last) - 2 * letter
        return last.right + 1 + len(word) < self.width(last) - 9

    # -- lost bullets --------------------------------------------------------------------------

    def is_lost_bullet(self, i: int, line: Line, before: _Open | None) -> bool:
        """A single space at the head of a line is a lost bullet or a page break: grammar tells which."""
        if not self.lost_marks or line.indent not in (1, 2) or is_caps(line.text):
            return False
        if line.indent == 2:
            return True
        following = self.next_lost(i)
        alone = line.text.rstrip(CLOSERS)[-1:] not in TERMINAL and len(line.text) < 60
        next_line = self.lines[i + 1] if i + 1 < len(self.lines) else None
        if alone and next_line is not None and next_line.gap >= 1 and next_line.indent in (1, 2) and not (
                before is not None and before.lost and before.ends[-1:] == [""]):
            return False            # a heading over the list that follows
        if before is None:
            return False
        if before.lost:
            over = before.text.rstrip(CLOSERS)[-1:] == "." and ";" in before.ends
            return not over
        lead = before.text.rstrip(CLOSERS)[-1:] in ":;…" or before.text.endswith(":-")
        if line.text[0] == "(" and line.text[-1] == ")":
            return False
        title = len(before.lines) == 1 and len(before.text) < 70 and not re.search(r"(?<![.…])\.$", before.text)
        return lead or (title and (following or line.text[-1:] in ";.,")) or (following and bool(re.search(r";(?: and| or)?$", line.text)))

    def next_lost(self, i: int) -> bool:
        """Is another line with lost mark close by, as in a list?"""
        for j in range(i + 1, min(i + 7, len(self.lines))):
            if self.lines[j].indent in (1, 2) and j not in self.furniture:
                return True
        return False


@lru_cache(maxsize=4096)
def is_caps(text: str) -> bool:
    """Is it set in capitals (small words in brackets apart)?"""
    if sum(map(str.islower, text[:16])) > 8:
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def is_title(text: str) -> bool:
    """Are most words of these capitalised, and is it no sentence?"""
    words = [w for w in re.findall(r"[\w’'&]+", text) if len(w) > 3]
    return bool(words) and text[-1] not in ".;" and sum(w[0].isupper() or w[0].isdigit() for w in words) >= 0.7 * len(words)


def is_heading_like(line: Line) -> bool:
    """Does the line look like a heading: in capitals, or few words that mostly begin with one, without a stop?"""
    words = line.text.split()
    return is_caps(line.text) or (len(words) <= 12 and line.text[-1] not in ".;,:" and
                                  sum(w[0].isupper() or not w[0].isalpha() for w in words) >= 0.7 * len(words))


HYPHENATED = re.compile(r"[^\W\d_]-$")


def make_block(kind: str, lines: Sequence[Line], mark: Mark | None, note: str = "", *, lost: bool = False) -> Block:
    """One block of these lines: words joined by single spaces, the mark of the first line apart."""
    first = lines[0]
    marker = ""
    marker_runs: Sequence[Run] = ()
    skip = 0
    if mark is not None:
        marker, skip = mark.shown, mark.length
        marker_runs = cut_runs(first.runs, 0, skip, 0)
    elif lost:
        marker = "•"
    elif first.marker and first.role != "field":
        marker = first.marker
    parts: list[str] = []
    runs: list[Run] = []
    size = 0
    for n, line in enumerate(lines):
        own = line.text[skip:] if n == 0 else line.text
        if n and not (HYPHENATED.search(parts[-1]) and own[:1].isalpha()):     # a compound broken at its hyphen has no space there
            parts.append(" ")
            size += 1
        runs += cut_runs(line.runs, skip if n == 0 else 0, len(line.text), size)
        parts.append(own)
        size += len(own)
    return Block(
        kind, "".join(parts), tuple(runs), page=first.page, marker=marker, marker_runs=tuple(marker_runs),
        indent=first.indent, gap=first.gap, size=first.size, bold=all(line.bold for line in lines), whole=first.whole,
        role=first.role, level=first.level, cell=first.cell, link=first.link, lines=tuple(lines), note=note,
    )


def cut_runs(runs: Sequence[Run], start: int, end: int, base: int) -> list[Run]:
    """The runs of text[start:end], placed from `base` on in a new text."""
    out: list[Run] = []
    for a, b, x, y in runs:
        low, high = max(a, start), min(b, end)
        if low >= high:
            continue
        if b - a == y - x:
            out.append((base + low - start, base + high - start, x + low - a, x + high - a))
        else:
            out.append((base + low - start, base + high - start, x, y))
    return out
