"""Who was there: groups as the paper heads them, and in each the people with honorific, post-nominals, role.

PRESENT: Mr A B Surname, OBE (Chairman), Cllr C Other (Substitute for Cllr D Absent)
Officers in attendance:- / one person a line, "Name – Role"
P. Cllr W H Surname (Chairman)          attendance codes before names, grouped by authority
Chief Executive – Ms A Surname          the role before the name
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.documents.blocks import Block
from minutebook.documents.tidy import cut_runs
from minutebook.reading.dates import find_dates
from minutebook.reading.paper import Paper
from minutebook.reading.people import PLURAL, ROLE_WORDS, TITLES, read_person
from minutebook.reading.steps.groups import (
    ATTENDING_BODY,
    CHAIR_ROLE,
    OFFICE,
    ORG_SUFFIX,
    SKIP,
    group_of,
    role_of_heading,
    singular,
    split_heading,
)
from minutebook.reading.steps.listed import (
    CLAIMED,
    COUNCIL,
    SUBSTITUTE,
    Lists,
    initials_of,
    is_organisation,
    is_prose,
    join_roles,
    opens_with_person,
    people_of,
    role_before,
    same_person,
    settle,
)
from minutebook.reading.steps.told import (
    FOR,
    SAT,
    SUBSTITUTED,
    apologies_in,
    chair_of,
    elected_chair,
    named_chair,
    with_substitutes,
)

__all__ = (
    "apologies_in", "chair_of", "elected_chair", "lists_begin", "named_chair", "read_attendance", "split_heading", "split_lines",
    "starts_attendance", "unheaded", "with_substitutes",
)
from minutebook.record import Attendee

CODE = re.compile(r"(?P<code>[PAXxO✓✔✗✘☑☒*])\.?\s+(?=(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Sir|Professor|[A-Z][a-z]+ [A-Z]|[A-Z]\.? [A-Z]))")
CODES = {"P": "present", "✓": "present", "✔": "present", "☑": "present", "*": "present", "A": "absent", "X": "absent", "x": "absent", "O": "absent", "✗": "absent",
         "✘": "absent", "☒": "absent"}
STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("absent", re.compile(r"(?:apolog(?:y|ies).*|ap|a|ab|absent.*|x|✗|✘|☒|no|n|not present|did not attend|sent apologies|0)\.?", re.IGNORECASE)),
    ("present", re.compile(r"(?:present.*|p|pr|yes|y|✓|✔|☑|√|in attendance|attended|remote(?:ly)?|virtual(?:ly)?|1|chaired)\.?", re.IGNORECASE)),
)
NONE = re.compile(r"(?:none\b.{0,30}|nil|there were no(?:ne\b| apologies).*|no apologies.*|n/a|dim|apologies:? none|not applicable)\.?", re.IGNORECASE)
AFTERWARDS = re.compile(
    r",?\s+(?:(?:was|were|had been)\s+)?(?P<how>also present|present|also in attendance|in attendance|absent|(?:also\s+)?attended|sent (?:their |his |her )?apologies|"
    r"(?:had )?(?:given|tendered|submitted) (?:their |his |her )?apologies|presiding|presided|(?:was )?in the chair|took the chair|chaired the meeting)\b(?P<rest>[^.]*)\.?\s*$",
    re.IGNORECASE)
STAR = re.compile(r"\*+\s*(?:=\s*|denotes?\s+|indicates?\s+|signifies\s+)?(?:those\s+|members?\s+|the\s+)*(?:present|attend|in attendance)", re.IGNORECASE)
STAR_AWAY = re.compile(r"\W*\*+\s*(?:=\s*|denotes?\s+|indicates?\s+|signifies\s+)?(?:those\s+|members?\s+|the\s+)*(?:absen(?:t|ce)|apolog(?:y|ies)|not present)\W*", re.IGNORECASE)
# A mark at the end of each row says who came: ticks and crosses, letters in brackets, words.
TRAIL = re.compile(r"[\w.)]\s+(?:\(?(?P<sign>[✓✔☑√✗✘☒×xX])\)?|\((?P<letter>P|A|Ap|Ab|Abs)\)|\(?(?P<word>Yes|No|Present|Absent|Apologies|Apology|Attended)\)?)\s*$")
# The same in a column that conversion set below the name: a name, and below it "Apologies".
BELOW = re.compile(r"(?P<absent>apologies.*|absent.*|not present|did not attend)|(?P<attending>in attendance)|(?P<present>present(?:,? \w+)*|attended.*|remote(?:ly)?)", re.IGNORECASE)
AWAY_MARKS = frozenset(("✗", "✘", "☒", "×", "x", "n", "a", "ap", "ab", "abs", "no", "absent", "apologies", "apology"))


@dataclass(slots=True)
class _Row:
    """A line or a joined paragraph of the lists: a range of one block's text."""

    block: Block
    start: int
    end: int
    gap: float
    cuts: tuple[int, ...] = ()               # where wide white in the line parts columns

    @property
    def text(self) -> str:
        return self.block.text[self.start: self.end]


def read_attendance(paper: Paper, blocks: Sequence[Block]) -> list[Attendee]:
    """The people in the blocks between heading and business."""
    state = Lists()
    rows = list(_rows(paper, blocks))
    state.coded = sum(1 for r in rows if _code_of(r) is not None) >= 3
    state.starred = any(STAR.match((r.block.marker + " " + r.text).strip()) for r in rows)
    starred = state.starred
    state.below = sum(1 for r in rows if (m := BELOW.fullmatch(r.text)) and m["present"]) >= 2
    state.away_starred = any(STAR_AWAY.fullmatch((r.block.marker + " " + r.text).strip()) for r in rows)
    state.trailing = _has_marks(rows)
    if starred and not state.coded and any(r.text.rstrip().endswith("*") or " *" in r.text for r in rows):
        state.group = None
    elif state.coded:
        state.enter("absent" if starred else "present", "")
    for row in rows:
        _read_row(paper, row, state)
    return settle(state.found)


def _has_marks(rows: Sequence[_Row]) -> bool:
    """Do rows of people end in marks of more than one kind?"""
    marks = [m[0] for r in rows if (m := _mark(r)) and read_person(r.text)]
    return len(set(marks)) > 1 and len(marks) >= 3


def _mark(row: _Row) -> tuple[str, int] | None:
    """(the mark at the end of a row, where in the block it begins)."""
    if m := TRAIL.search(row.text):
        return (m["sign"] or m["letter"] or m["word"]).lower(), row.start + m.start() + 1
    if row.cuts and re.fullmatch(r"(?:[YNPAX]|Ap|Ab)\.?", row.block.text[row.cuts[-1]: row.end].strip()):
        return row.block.text[row.cuts[-1]: row.end].strip(" .").lower(), row.cuts[-1]
    return None


def starts_attendance(block: Block) -> bool:
    """Does this block begin the lists of who was there?"""
    first = block.lines[0].text if len(block.lines) > 1 else block.text
    if block.text.lstrip().startswith("|") or "|" in block.text:
        cells = [c.strip() for c in block.text.strip("| ").split("|") if c.strip()]
        return len(cells) > 0 and not SKIP.match(cells[0]) and (group_of(cells[0].rstrip(": ")) is not None or len(cells) > 1 and (
            read_person(cells[0]) is not None or re.fullmatch(r"(?:members?|councillors?|names?)(?: names?)?", cells[0], re.IGNORECASE) is not None))
    return split_heading(block.text)[0] is not None or split_heading(first)[0] is not None or _by_place(block.text) or _role_colon(block.text) is not None \
        or (code := _code_of(_Row(block, 0, len(block.text), block.gap))) is not None and (p := read_person(block.text, code[1])) is not None and p.honorific is not None


BY_PLACE = re.compile(r"(?P<place>(?:[A-Z][\w’'-]+,? |(?:and|of|the|&|cum|on|upon) ){0,5}[A-Z][\w’'-]+):\s+(?=[A-Z])")


def _by_place(text: str) -> bool:
    """"Overton: Mrs A B (Chairman), Mr C D, …": the members of one place, its name before them."""
    m = BY_PLACE.match(text)
    if not m or OFFICE.search(m["place"]) or CHAIR_ROLE.search(m["place"]) or SKIP.match(text) or LABEL_LINE.match(text) or group_of(m["place"]) is not None:
        return False
    titled = len(re.findall(r"(?:^|[,;] )(?:and )?(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Rev)\b", text[m.end():]))
    return titled >= 2 and (p := read_person(text, m.end())) is not None and p.honorific is not None


LABEL_LINE = re.compile(r"(?:(?:start )?time|date(?: and time)?|(?:date|time|place) of meeting|venue|place|location|held at|where|when|committee|meeting|body|chair\w*|amser|dyddiad|lleoliad)\s*:", re.IGNORECASE)
INNER = re.compile(r"(?<=[a-z0-9.)M])\s+(?=(?:PRESENT|ALSO PRESENT|IN ATTENDANCE|APOLOGIES(?: FOR ABSENCE)?|OFFICERS(?: PRESENT)?|ABSENT)\b\s*:?-?\s*(?:Cllr|Councillor|Mrs?\b|Ms\b|Miss\b|Dr\b|[A-Z]\.? [A-Z][a-z]))")


def split_lines(zone: Sequence[Block]) -> Iterator[Block]:
    """The blocks of the front, each cut where one of its lines begins a list of people or bears a label."""
    for block in zone:
        if (inner := [m.end() for m in INNER.finditer(block.text)]) and len(block.text) > 60 and block.cell is None:
            bounds = [0, *inner, len(block.text)]
            for n, (a, b) in enumerate(pairwise(bounds)):
                b = len(block.text[:b].rstrip())
                piece = replace(block, text=block.text[a:b], runs=tuple(cut_runs(block.runs, a, b, 0)), lines=())
                yield piece if n == 0 else replace(piece, marker="", marker_runs=(), gap=0.0)
            continue
        if len(block.lines) < 2 or block.cell is not None:
            yield block
            continue
        skip = sum(len(line.text) for line in block.lines) + len(block.lines) - 1 - len(block.text)
        if not 0 <= skip <= len(block.lines[0].text):
            yield block
            continue
        at = [0]
        for n, line in enumerate(block.lines):
            at.append(at[-1] + len(line.text) + 1 - (skip if n == 0 else 0))
        begins = [0] + [n for n, line in enumerate(block.lines) if n and (
            LABEL_LINE.match(line.text) or _by_place(line.text) or split_heading(line.text)[0] is not None and not re.search(r"[,(]$|\b(?:and|the|of)$", block.lines[n - 1].text))]
        if len(begins) == 1:
            yield block
            continue
        for a, b in zip(begins, [*begins[1:], len(block.lines)], strict=True):
            start, stop = at[a], at[b] - 1
            piece = replace(block, text=block.text[start:stop], runs=tuple(cut_runs(block.runs, start, stop, 0)), lines=block.lines[a:b])
            yield piece if a == 0 else replace(piece, marker="", marker_runs=(), gap=0.0)


def lists_begin(blocks: Sequence[Block]) -> int | None:
    """The index of the block that heads the list of those present, near the front of a paper."""
    for n, block in enumerate(blocks[:25]):
        m = re.match(r"(?:MEMBERS |Members )?(?:PRESENT|Present|SEDERUNT|Sederunt|ATTENDANCE|Attendance|Attendees|ATTENDEES)\b\s*:?\s*[-–]*", block.text)
        if m and split_heading(block.text)[0] is not None and (m.end() >= len(block.text) or ":" in m[0] or m[0].strip().isupper()):
            return n
    return None


def _rows(paper: Paper, blocks: Sequence[Block]) -> Iterator[_Row]:
    widest = max((len(line.text) for b in blocks for line in b.lines), default=0)
    for block in blocks:
        if len(block.lines) < 2:
            yield _Row(block, 0, len(block.text), block.gap, _columns(paper, block))
            continue
        total = sum(len(line.text) for line in block.lines) + len(block.lines) - 1
        skip = total - len(block.text)
        if skip < 0 or skip > len(block.lines[0].text):
            yield _Row(block, 0, len(block.text), block.gap)
            continue
        cuts = _columns(paper, block)
        at = begin = 0
        gap = block.gap
        for n, line in enumerate(block.lines):
            stop = at + len(line.text) - (skip if n == 0 else 0)
            after = block.lines[n + 1].text if n + 1 < len(block.lines) else None
            if after is None or not _wraps(block.text[begin:stop], line.text, after, widest):
                yield _Row(block, begin, stop, gap, tuple(c for c in cuts if begin < c < stop))
                begin, gap = stop + 1, 0.0
            at = stop + 1


def _wraps(so_far: str, line: str, after: str, widest: int) -> bool:
    """Does the next line go on with this one, rather than begin with another person?"""
    if after.startswith("|"):
        return False
    if so_far.count("(") > so_far.count(")"):
        return True
    if split_heading(after)[0] is not None or SKIP.match(after):
        return False
    if re.search(r"\b(?:Area|Chief|Deputy|Assistant|Group|Station|Detective|Borough|District|Divisional|Acting)$", line):
        return True
    if re.search(r"(?:[,;]\s*\*|[,;&–-]|\b(?:and|of|the|for|Cllrs?|Councillors?|Mrs?|Ms|Dr|Miss)\.?)$", line) and not re.search(r"[:][-–]$", line):
        return True
    if re.match(r"[A-Z][\w&’'-]*(?: [\w&’'-]+){0,5}:\s+\S", after) and not re.search(r"[,(]$", line):
        return False
    if after[:1].islower() and not re.match(r"(?:van|de|von|ap)\b", after) and not CODE.match(after):
        return True
    person = read_person(after)
    if widest >= 66 and len(line) >= 0.72 * widest and not re.search(r"[.:]$", line):
        if person is None:
            return not PLURAL.match(after)
        return person.honorific is None and bool(re.search(r"[,;]", line)) and not re.match(r"[^,;(]{3,40}(?:,|\s[-–])\s", after)
    return False


def _columns(paper: Paper, block: Block) -> tuple[int, ...]:
    """Offsets where three or more spaces of one line have been collapsed: columns of names."""
    out = []
    text = paper.document.text
    for a, b in zip(block.runs, block.runs[1:], strict=False):
        between = text[a[3]: b[2]]
        if a[1] + 1 >= b[0] and ((len(between) >= 3 and not between.strip(" ")) or "\t" in between) and "\n" not in between:
            out.append(b[0])
    return tuple(out)


SCRIBE = re.compile(r"(?:minutes?(?: taken by| taker)?|notes?(?: taken by| taker)?|secretariat|secretary|minuted by)", re.IGNORECASE)
ROLE_COLON = re.compile(r"(?P<role>[A-Z][^:;.]{2,90}?)\s*(?::\s*[-–—]*|\s[-–—]+)\s+(?=[A-Z])")
ROLE_FIRST = re.compile(
    r"(?P<role>(?:the\s+)?(?:vice[- ]|deputy\s+)?chair(?:man|person|woman)?|in the chair|convener|vice[- ]convener|(?:town |parish |panel |committee )?clerk|cathaoirleach|cadeirydd)[,]?\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)",
    re.IGNORECASE)


def _role_colon(text: str) -> tuple[str, int] | None:
    """(role, where the person begins) for "Chair: Councillor A", "Chief Executive – Ms A"."""
    m = ROLE_COLON.match(text) or ROLE_FIRST.match(text)
    if not m or SKIP.match(text) or group_of(m["role"]) not in (None, "present"):
        return None
    if (p := read_person(m["role"])) and (p.honorific or not re.fullmatch(r"[^:,;()]{3,60}:\s+(?:[A-Z]\.? ?){1,3}[A-Z][a-z’'-]+", text)):
        return None
    if not p and not (OFFICE.search(m["role"]) or CHAIR_ROLE.search(m["role"]) or SCRIBE.fullmatch(m["role"])) or len(m["role"].split()) > 12:
        return None
    person = read_person(text, m.end())
    if person is None or re.match(r"\s*[-–:]\s", text[person.end:]):
        return None
    return m["role"].strip(), m.end()


def _read_row(paper: Paper, row: _Row, state: Lists) -> None:
    block, text = row.block, row.text.strip()
    if not text:
        return
    if "|" in text or block.cell is not None and block.kind == "cell" and "|" in text:
        _read_cells(paper, row, state)
        return
    if state.below and state.found and (m := BELOW.fullmatch(text)):
        last = state.found[-1]
        state.marked = len(state.found)
        state.found[-1] = replace(last, group="absent" if m["absent"] else "in attendance" if m["attending"] else "present")
        paper.claim("attendance", block)
        return
    if state.below and len(state.found) > state.marked and len(text) < 60 and not read_person(text):
        state.found[-1] = replace(state.found[-1], role=join_roles(state.found[-1].role, text))
        paper.claim("attendance", block)
        return
    if SKIP.match(text) and not (state.group and read_person(text)):
        paper.claim("heading", block)
        return
    if not state.coded or state.group is None or len(text) > 60:
        for begin, stop in _clauses(block.text, row.start, row.end):
            _read_clause(paper, _Row(block, begin, stop, row.gap, tuple(c for c in row.cuts if begin < c < stop)), state)
        return
    _read_clause(paper, row, state)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches each under a heading of its own: "Present: A, B. Apologies: C." """
    cuts = [start]
    for m in re.finditer(r"[.;]\s+(?=Also\s+(?:Cllr|Councillor|Mr|Ms|Mrs|Dr)|Apologies\b)", text[start:end]):
        cuts.append(start + m.end())
    for m in re.finditer(r"(?<=[a-z)]{2})(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Cllr)(?<!Cllrs)(?<!Insp)(?<!Supt)(?<!Sgt)\.\s+(?=[A-Z][^,;:]{3,60}?\s(?:attended|(?:was|were)\s(?:also\s)?(?:present|in attendance)|sent\s(?:his|her|their)\sapologies)\b)", text[start:end]):
        cuts.append(start + m.end())
    for m in re.finditer(r"(?<=[\w.)])\s(?=(?:[A-Z][\w-]+\s){0,4}[A-Z][\w-]+\s*:)", text[start:end]):
        head = re.match(r"[^:]+", text[start + m.end(): end])
        if head and group_of(head[0]) and not read_person(head[0]) and not re.search(r"(?:\b(?:of|and|the|for|also|in|by|with|/)|/)$", text[start: start + m.start()], re.IGNORECASE) \
                and group_of(text[cuts[-1]: start + m.end() + head.end()]) is None:
            cuts.append(start + m.end())
    for m in re.finditer(r"(?:[.;)]|,?\s(?=[A-Z][a-z]+ [a-z]+ ?:)|(?<=[a-z])(?=\s[A-Z][A-Z ]+:))\s*(?=[A-Z][^:.;,()]{2,60}:)", text[start:end]):
        at = start + m.end()
        if at > cuts[-1] + 3 and (head := re.match(r"[^:]+", text[at:end])) and group_of(head[0]) and not read_person(head[0]):
            cuts.append(at)
    cuts = sorted({*cuts, end})
    return pairwise(cuts)


def _read_clause(paper: Paper, row: _Row, state: Lists) -> None:
    block = row.block
    start, end = row.start, row.end
    while start < end and block.text[start] in " •·-–*" and not (state.coded and block.text[start] == "*"):
        start += 1
    text = block.text[start:end].rstrip()
    end = start + len(text)
    if not text:
        return
    code = _code_of(row)
    if code and state.coded:
        name, shift = code
        people = list(people_of(paper, block, row.start + shift, end, state, name))
        for person in people:
            state.add(person)
        paper.claim("attendance", block)
        return
    if row.cuts and _column_heads(paper, row, state):
        return
    if (m := re.match(r"(?P<key>[A-Z]{2,4})\s+[-–—=:]\s*(?=[A-Z])", text)) and (p := read_person(text, m.end())) and initials_of(p.name, m["key"]):
        start += m.end()                         # "AB – Cllr Ann Bell": the key by which the discussion names the person
        text = block.text[start:end]
    heading, rest = split_heading(text)
    if heading is not None:
        state.columns = ()
        state.enter(*heading)
        state.inline = bool(rest)
        paper.claim("attendance-heading" if not rest else "attendance", block)
        if not rest:
            return
        start += rest
        text = block.text[start:end]
        if NONE.fullmatch(text.strip()):
            return
        if re.match(r"[A-Z][^,;:()]{4,60}:\s*\S", text) and ORG_SUFFIX.search(text.split(":")[0]) and not read_person(text):
            start += text.index(":") + 1          # "Councillors: X Council: A, B"
            state.authority = text.split(":")[0]
            text = block.text[start:end]
    if state.group is None:
        if told := _told(paper, row, start, end, state):
            for person in told:
                state.found.append(person)
            paper.claim("attendance", block)
            return
        if _by_place(text) or (role := _role_colon(text)) and CHAIR_ROLE.search(role[0]):
            state.enter("present", "")
        else:
            return
    if NONE.fullmatch(text.strip()):
        paper.claim("attendance", block)
        return
    if heading is None and (told := _told(paper, row, start, end, state)):
        state.found += told
        paper.claim("attendance", block)
        state.plural = ""
        return
    if heading is None and _substituted_line(text, state):
        paper.claim("attendance", block)
        return
    if heading is None and (m := re.match(r"(?:The )?(?:Cabinet|Executive)\s*:\s+(?=[A-Z])", text, re.IGNORECASE)):
        state.enter("also present", m[0])
        start += m.end()
        text = block.text[start:end]
    if (m := re.match(r"(?P<org>[A-Z][^:;()]{3,70}?)\s*:\s*[-–—]*\s*(?=[A-Z])", text)) and ORG_SUFFIX.search(m["org"]) and not OFFICE.search(m["org"]) and not read_person(m["org"]) or m and len(m["org"].split()) <= 3 and re.match(r"(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\b", text[m.end():]) and not OFFICE.search(m["org"]) and not CHAIR_ROLE.search(m["org"]):
        if state.group in ("present", "absent", "also present") and (state.heading.isupper() and m["org"].isupper() or state.inline and heading is None) and (
                ATTENDING_BODY.search(m["org"]) or re.search(r"\bhost\b", m["org"], re.IGNORECASE)):
            state.enter("in attendance", m["org"])
            state.inline = True
        state.authority, start = m["org"], start + m.end()
        text = block.text[start:end]
    elif (m := re.match(r"(?P<org>[A-Z][\w’'& -]{2,50}?)\s[-–—]+\s+(?=(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\b)", text)) and heading is None and len(m["org"].split()) <= 5 \
            and not OFFICE.search(m["org"]) and not CHAIR_ROLE.search(m["org"]) and not group_of(m["org"]) and read_person(text, m.end()) and not TITLES.match(m["org"])[0]:  # type: ignore[index]
        state.authority, start = m["org"], start + m.end()
        text = block.text[start:end]
    elif (m := re.match(r"(?P<label>[A-Z][\w’'& -]{2,50}?):\s+(?=[A-Z])", text)) and heading is None and not read_person(m["label"]) and not OFFICE.search(m["label"]) \
            and not CHAIR_ROLE.search(m["label"]) and not SCRIBE.fullmatch(m["label"]) and read_person(text, m.end()) and not PLURAL.match(m["label"]):
        start += m.end()                         # a label of no known kind: the people after it go on with the group
        text = block.text[start:end]
    role = _role_colon(text)
    if role is not None:
        name = state.group or "present"
        if state.group in ("present", "absent") and not CHAIR_ROLE.search(role[0]) and re.search(r"\b(?:clerk|secretar\w+|solicitor|officer|minute|note)", role[0], re.IGNORECASE):
            name = "in attendance"
        people = list(people_of(paper, block, start + role[1], end, state, name))
        if people:
            people[0] = replace(people[0], role=join_roles(role[0], people[0].role or ""))
            state.found += people
            state.fresh = False
            paper.claim("attendance", block)
            return
    if state.columns and heading is None:
        people = list(_in_columns(paper, row, start, end, state))
        if people:
            state.found += people
            state.fresh = False
            paper.claim("attendance", block)
            return
        state.columns = ()
    shown = _mark(row) if state.trailing else None
    if shown is not None:
        end = shown[1]
    people = list(people_of(paper, block, start, end, state, state.group or "present", row.cuts))
    if shown is not None and shown[0] in AWAY_MARKS:
        people = [replace(p, group="absent") for p in people]
    if state.away_starred and STAR_AWAY.fullmatch((block.marker + " " + text).strip()):
        paper.claim("attendance-heading", block)
        return
    if state.starred and state.group == "present":
        if STAR.match((block.marker + " " + text).strip()):
            state.group = None
            paper.claim("attendance-heading", block)
            return
        mark = "present" if "*" in block.marker + text else "absent"
        people = people if len(people) > 1 and "*" in text else [replace(p, group=mark, role=(p.role or "").strip("* ,") or None) for p in people]
    if people and not (is_prose(text) and heading is None and not opens_with_person(text)):
        if state.group == "present" and people[0].honorific == "Mr" and re.search(r"\(officers?\)\s*\.?$", text, re.IGNORECASE):
            people = [replace(p, group="officers", role=None) for p in people]
        for person in people:
            state.add(person)
        paper.claim("attendance", block)
        return
    if heading is not None:
        return
    _no_people(paper, row, text, state)


def _column_heads(paper: Paper, row: _Row, state: Lists) -> bool:
    """Headings of columns side by side: "Elected Members        Independent Members"."""
    bounds = [row.start, *row.cuts, row.end]
    cells = [row.block.text[a:b].strip() for a, b in pairwise(bounds)]
    if any(read_person(c) or not c for c in cells) or not all(group_of(c) or ORG_SUFFIX.search(c) or re.fullmatch(r"[A-Z]{3,6}", c) for c in cells):
        return False
    if re.fullmatch(r"(?:\w+ )?(?:names?|members?|councillors?)", cells[0], re.IGNORECASE) and any(re.fullmatch(r"(?:authority|council|organi[sz]ation|representing|names?|role|initials|present|attendance|attended)\W*", c, re.IGNORECASE) for c in cells[1:]):
        if state.group is None:                  # the column heads of a table of people
            state.enter("present", "")
        paper.claim("attendance-heading", row.block)
        return True
    second = bool(state.columns)             # columns of organisations below those of the members
    state.columns = tuple((group_of(c) or ("in attendance" if second else state.group or "present"), c) for c in cells)
    state.group = state.group or "present"
    paper.claim("attendance-heading", row.block)
    return True


def _in_columns(paper: Paper, row: _Row, start: int, end: int, state: Lists) -> Iterator[Attendee]:
    bounds = [start, *(c for c in row.cuts if c > start), end]
    for n, (a, b) in enumerate(pairwise(bounds)):
        group, heading = state.columns[min(n, len(state.columns) - 1)]
        own = Lists(group=group, heading=heading, role=role_of_heading(heading))
        for person in people_of(paper, row.block, a, b, own, group):
            yield replace(person, role=person.role or own.role or (heading if not group_of(heading) and not COUNCIL.search(heading) else None))


def _no_people(paper: Paper, row: _Row, text: str, state: Lists) -> None:
    """A row without a name: an authority, a role, a sentence, or the end of the lists."""
    block = row.block
    if is_prose(text) or text.endswith((".", "?")) and len(text) > 50:
        if not re.search(r"substitut", text, re.IGNORECASE):
            state.group = None
        return
    bare = text.strip(" :–-*_.,;")
    if not bare or not re.search(r"\w", bare):
        return
    if re.fullmatch(r"(?:agenda |order of )?(?:items?|business|agenda|minutes|action|decisions?|(?:additional )?documents?|no\.? item)", bare, re.IGNORECASE):
        state.group = None                       # the head of the business
        return
    if text[:1] == "(" and text.rstrip(" :")[-1:] == ")" and len(text) < 70:      # "(A Council)", "(Independent co-opted)" over its members
        inside = bare.strip("()").strip()
        state.authority, state.role = (inside, None) if not re.search(r"\bindependent\b|\bco-?opt|\blay\b", inside, re.IGNORECASE) else (None, singular(inside))
        paper.claim("attendance-heading", block)
        return
    if state.group in ("present", "absent", "officers") and row.gap >= 1 and _same_style(state.heading, text) and ATTENDING_BODY.search(bare):
        state.enter("in attendance", text)
        state.authority = bare
        paper.claim("attendance-heading", block)
        return
    short = len(bare) < 80 and len(bare.split()) <= 10
    holder = ROLE_WORDS.search(bare) is not None
    last = state.found[-1] if state.found and not state.fresh else None
    if short and ORG_SUFFIX.search(bare) and not re.match(r"\W*(?:minutes|agenda|part|item)\b", bare, re.IGNORECASE) and (row.gap >= 1 or state.fresh or not OFFICE.search(bare)) and (
            text.endswith(":") or not OFFICE.search(bare) or state.fresh):
        if last is not None and row.gap < 1 and last.role is None and not text.endswith(":") and last.group not in ("present", "absent") and not state.authority:
            state.found[-1] = replace(last, role=bare)
        else:
            state.authority = bare
        paper.claim("attendance-heading", block)
        return
    if short and holder and (OFFICE.search(bare) or CHAIR_ROLE.search(bare)) and not next(find_dates(bare), None):
        if last is None or state.role_first:
            state.pending, state.role_first = bare, True
        elif row.gap < 1 or last.role is None:
            state.found[-1] = replace(last, role=join_roles(last.role, bare))
        paper.claim("attendance", block)
        return
    if row.gap >= 1 and state.found:
        state.group = None                       # a heading of something else: the lists are over
        return
    if short and last is not None and len(text) < 80:
        state.found[-1] = replace(last, role=f"{last.role} {bare}" if last.role else bare)
        paper.claim("attendance", block)


def _told(paper: Paper, row: _Row, start: int, end: int, state: Lists) -> list[Attendee]:
    """"Councillors A and B were also present", "Councillor A, Convener, presiding"."""
    text = row.block.text[start:end]
    m = AFTERWARDS.search(text)
    if not m or m.start() == 0 or not (opens_with_person(text) or re.match(r"The [A-Z][\w’' -]{3,50}, (?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b", text)):
        return []
    how = m["how"].lower()
    if re.search(r"chair|presid", how):
        person = read_person(text)
        if person is None:
            return []
        for n, known in enumerate(state.found):
            if same_person(known.name, person.name):
                state.found[n] = replace(known, role=join_roles(known.role, "in the Chair") if not SAT.search(known.role or "") else known.role)
                return [] if n < 0 else state.found[n:n + 1] and [CLAIMED]
        if len(text) > 90:
            return []
        who = list(people_of(paper, row.block, start, start + m.start(), state, "present"))
        return [replace(p, role=join_roles(p.role, "in the Chair")) for p in who[:1]]
    group = "absent" if re.search(r"apolog|absent", how) else "present" if how == "present" else "also present" if "also" in how or state.group == "also present" else "in attendance"
    if len(text) > 60 and is_prose(text[: m.start()]):
        return []
    plural, state.plural = state.plural, ""
    who = list(people_of(paper, row.block, start, start + m.start(), state, group))
    state.plural = plural
    if m["rest"].strip():
        who = [replace(p, arrived=m["rest"].strip()) for p in who]
    return who


def _same_style(heading: str, text: str) -> bool:
    """Is the line set like the heading of the group under way: both in capitals, or neither?"""
    return bool(heading) and heading.isupper() == text.isupper() and (heading.isupper() or text.rstrip().endswith(":"))


def _substituted_line(text: str, state: Lists) -> bool:
    """"Councillor A for Councillor B": one stands in for the other; A is present."""
    if not re.search(r"substitut", state.heading + " " + text, re.IGNORECASE):
        return False
    done = False
    pairs = []
    for pattern in SUBSTITUTED:
        pairs += [(m["stand"], m["away"]) for m in pattern.finditer(text)]
    if not pairs and re.search(r"substitut", state.heading, re.IGNORECASE):
        pairs = [(m["stand"], m["away"]) for m in FOR.finditer(text)]
    for one, other in pairs:
        stand, away = read_person(one), read_person(other)
        if not stand or not away:
            continue
        done = True
        away_name = next((p.name for p in state.found if p.group == "absent" and same_person(p.name, away.name)), away.name)
        n = next((n for n, p in enumerate(state.found) if p.group == "present" and same_person(p.name, stand.name)), None)
        if n is None:
            state.found.append(Attendee(stand.name, stand.honorific, stand.postnominals, None, "present", away_name))
        else:
            state.found[n] = replace(state.found[n], substitute_for=away_name)
    return done


def _code_of(row: _Row) -> tuple[str, int] | None:
    """(group, length of the code) where an attendance code stands before the name."""
    mark = row.block.marker.strip().rstrip(".)")
    if row.start == 0 and mark in CODES and row.block.marker_runs and opens_with_person(row.text):
        return CODES[mark], 0
    m = CODE.match(row.text)
    if m and not (m["code"].isalpha() and re.match(r"[A-Z]\.? [A-Z][a-z’'-]+(?:[,(\s]|$)", row.text) and not re.match(r".\.?\s+(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b", row.text)):
        return CODES[m["code"]], m.end()
    return None


def _read_cells(paper: Paper, row: _Row, state: Lists) -> None:
    """A row of a table: a group and its people, or a person with authority, role and attendance."""
    block = row.block
    spans = []
    at = row.start
    for piece in row.text.split("|"):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((at + lead, at + lead + len(piece.strip())))
        at += len(piece) + 1
    if not spans:
        return
    texts = [block.text[a:b] for a, b in spans]
    paper.claim("attendance", block)
    if SKIP.match(texts[0]) and not read_person(texts[0]):
        return
    heading = None if read_person(texts[0]) else group_of(texts[0])
    if heading and len(texts) > 1 and all(not read_person(t) and not PLURAL.match(t) and not re.search(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms)\b", t) for t in texts[1:]):
        if NONE.fullmatch(texts[1].strip()):
            return
        state.enter("present", "") if state.group is None else None
        return                                              # column heads
    if heading:
        state.enter(heading, texts[0])
        for a, b in spans[1:]:
            if NONE.fullmatch(block.text[a:b]):
                continue
            for person in people_of(paper, block, a, b, state, state.group or heading):
                state.add(person)
        return
    head_role = None
    if not read_person(texts[0]) and len(texts) > 1 and (read_person(texts[1]) or PLURAL.match(texts[1])):
        head_role, spans, texts = texts[0], spans[1:], texts[1:]
    if not read_person(texts[0]):
        return
    group = state.group or "present"
    if head_role and re.search(r"\b(?:officials|officers|staff)\b", head_role, re.IGNORECASE):
        group = "officers"
    status = next((name for t in texts[1:] for name, p in STATUS if p.fullmatch(t.strip())), None)
    notes = [t for t in texts[1:] if not any(p.fullmatch(t.strip()) for _, p in STATUS) and not read_person(t)]
    for n, (a, b) in enumerate(spans):
        if n and not read_person(block.text[a:b]):
            continue
        for person in people_of(paper, block, a, b, state, status or group):
            for note in [*( [head_role] if head_role else []), *(notes if n == 0 else [])]:
                if is_organisation(note) and not OFFICE.search(note):
                    person = replace(person, authority=note)
                    if not COUNCIL.search(note) and person.role is None:
                        person = replace(person, role=note)
                elif (s := SUBSTITUTE.match(note)) and read_person(s["who"]):
                    person = replace(person, substitute_for=read_person(s["who"]).name)  # type: ignore[union-attr]
                elif OFFICE.search(note) and group_of(note) is None:
                    person = replace(person, role=join_roles(person.role, note))
            state.add(person)


def unheaded(paper: Paper, blocks: Sequence[Block]) -> list[Attendee]:
    """Lists of names that no heading announces: the members first, then those with roles."""
    state = Lists()
    state.enter("present", "")
    found: list[Attendee] = []
    rows = list(_rows(paper, blocks))
    state.trailing = _has_marks(rows)
    own: set[float] = set()
    for row in rows:
        block = row.block
        if paper.claimed(block) and paper.leaf[block.number] not in ("heading", "rubric") and block.number not in own:
            continue
        text = row.text
        person = read_person(text)
        if not (person or PLURAL.match(text) or found and role_before(text)) or is_prose(text) or len(text) > 1500 or next(find_dates(text), None):
            continue
        mark = _mark(row) if state.trailing else None
        stop = row.end if mark is None else mark[1]
        people = list(people_of(paper, block, row.start, stop, state, "absent" if mark is not None and mark[0] in AWAY_MARKS else state.group or "present", row.cuts))
        if not people:
            continue
        if found and row.gap >= 1 and all(p.role and not CHAIR_ROLE.search(p.role) and not p.honorific for p in people[:1]):
            state.enter("in attendance", "")
            people = [replace(p, group="in attendance") for p in people]
        found += people
        own.add(block.number)
        paper.leaf[block.number] = "attendance"
    if len(found) < 2 or sum(1 for p in found if p.honorific) < 2 and not any(p.role and CHAIR_ROLE.search(p.role) for p in found):
        return _elsewhere(paper)
    return settle(found)


# What heads a list that stands among the business, or after it.
LISTED = re.compile(r"(?:\d{1,4}[.)]?\s+)?(?:roll[- ]?call|(?:members|councillors|those|record of|list of those) (?:attending|attendance|present|in attendance)|attendance(?: (?:sheet|list|record|details))?)\W*", re.IGNORECASE)
ROLL = re.compile(r"\s(?:[–—-]\s*|:\s*)(?P<mark>present|apolog(?:y|ies)|absent|in attendance)\b(?P<rest>.*)$", re.IGNORECASE)


def _elsewhere(paper: Paper) -> list[Attendee]:
    """A list that stands in an item of its own or on a sheet after the close. Its blocks stay with the business."""
    blocks = [b for b in paper.blocks if b.kind != "furniture"]
    for n, head in enumerate(blocks):
        first, _, more = (head.lines[0].text, "", head.lines[1:]) if len(head.lines) > 1 else (head.text, "", ())
        if paper.kind not in ("minutes", "web-minutes", "other") or not LISTED.fullmatch(first):
            continue
        state = Lists()
        state.enter("present", "")
        for block in blocks[n if more else n + 1: n + 40]:
            if block is not head and _begins_business(block, state):
                break
            for row in _rows(paper, [block]):
                if not LISTED.fullmatch(row.text):
                    _listed(paper, row, state)
        if len(found := settle(state.found)) >= 2:
            return found
    return []


def _begins_business(block: Block, state: Lists) -> bool:
    """Is this the number or the title of the item after the list?"""
    numbered = re.match(r"\d{1,4}(?:[.)/]|\s+[A-Z])", (f"{block.marker} {block.text}").strip()) is not None
    return bool(state.found) and (numbered and not opens_with_person(block.text) or is_prose(block.text) and not AFTERWARDS.search(block.text) and split_heading(block.text)[0] is None)


def _listed(paper: Paper, row: _Row, state: Lists) -> None:
    """One row of such a list, read without claiming it."""
    block, start, end = row.block, row.start, row.end
    text = block.text[start:end]
    if NONE.fullmatch(text.split(":")[-1].strip()):
        return
    heading, rest = split_heading(text)
    if heading is not None:
        state.enter(*heading)
        if not rest:
            return
        start, text = start + rest, block.text[start + rest: end]
    if m := ROLL.search(text):
        group = "absent" if re.match("ap|abs", m["mark"], re.IGNORECASE) else "in attendance" if m["mark"].lower() == "in attendance" else "present"
        people = list(people_of(paper, block, start, start + m.start(), state, group))
        if people and (stand := SUBSTITUTED[0].search(m["rest"])) and (who := read_person(stand["stand"])):
            people.append(Attendee(who.name, who.honorific, who.postnominals, None, "present", people[0].name, where=people[0].where))
        state.found += people
        return
    if told := _told(paper, row, start, end, state):
        state.found += told
        return
    if (m := re.match(r"(?P<org>[A-Z][\w’'& -]{2,60}?)\s*:\s+(?=[A-Z])", text)) and not read_person(m["org"]) and opens_with_person(text[m.end():]):
        if ATTENDING_BODY.search(m["org"]) or re.search(r"\b(?:pcc|staff|office)\b", m["org"], re.IGNORECASE):
            state.enter("also present", m["org"])
        co_opted = re.match(r"co-?opt|independent|lay\b", m["org"], re.IGNORECASE) is not None
        state.authority, state.role = (None, singular(m["org"])) if co_opted else (m["org"], None)
        start, text = start + m.end(), text[m.end():]
    if opens_with_person(text) or heading is not None:
        for person in people_of(paper, block, start, end, state, state.group or "present"):
            state.add(person)
