"""Who was there: groups as the paper heads them, and in each the people with honorific, post-nominals, role.

PRESENT: Mr A B Surname, OBE (Chairman), Cllr C Other (Substitute for Cllr D Absent)
Officers in attendance:- / one person a line, "Name – Role"
P. Cllr W H Surname (Chairman)          attendance codes before names, grouped by authority
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.documents.blocks import Block, Line
from minutebook.reading.paper import Paper
from minutebook.reading.people import POSTNOMINALS, ROLE_WORDS, PrintedPerson, read_person
from minutebook.record import Attendee

# The words of a group's heading, and the group. First match wins; the paper's own order of words does not matter.
GROUPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (group, re.compile(pattern, re.IGNORECASE))
    for group, pattern in (
        ("present to respond", r"present to respond\b.*|in attendance to respond.*"),
        ("apologies", r"(?:members?\s+)?apolog(?:y|ies)\b.*|ymddiheuriadau.*"),
        ("absent", r"(?:members\s+|also\s+)?absent\b.*|members not present.*|not in attendance.*|absences.*"),
        ("also present", r"(?:councillors?\s+|members?\s+|others?\s+|people\s+)?also\s+(?:(?:in\s+)?attend(?:ance|ed|ing)?|present)\b.*"),
        ("cabinet members", r"(?:cabinet|executive|portfolio)\s+(?:members?|holders?)\b.*|(?:other\s+)?portfolio holders?.*"),
        ("officers", r"(?:[\w’'&() -]{0,60}\s)?(?:officers?|staff|swyddogion)\b(?:\s+(?:present|in attendance|attending|also present|from .{2,50}))?.{0,12}"),
        ("in attendance", r"(?:officers?\s+)?(?:others?\s+|people\s+|also\s+)?in\s+attendance\b.*|attend(?:ing|ees)\b.*|yn bresennol hefyd.*|"
                          r"(?:witness(?:es)?|guests?|presenters?|observers?|speakers?|external (?:attendees|partners|witnesses)|"
                          r"invited (?:attendees|guests)|partners?|representatives? of .{2,60}|others? (?:present|attending)|advis[eo]rs?|by invitation)\b.{0,60}"),
        ("present", r"(?:(?:voting|elected|panel|committee|independent|co-?opted|appointed|lay|board|the|commission|council|full|non-voting|other|statutory)\s+)*"
                    r"(?:members?|councillors?|cllrs?|aelodau|representatives)\b(?:\s+(?:present|in attendance|attending|of the (?:panel|committee|board)))?.{0,40}|"
                    r"(?:those\s+)?present\b.{0,60}|presennol.{0,20}|yn bresennol.{0,20}|co-?opt(?:ed members?|ees)\b.{0,40}|independents?\b.{0,20}|"
                    r"in the chair|(?:vice[- ])?chair(?:man|person)?\b.{0,10}|substitutes?\b.{0,30}|named substitutes?.{0,30}"),
    )
)
HEAD_COLON = re.compile(r"(?P<head>[A-Z][^:;.]{1,90}?)\s*(?::\s*[-–—]*|\s[-–—]\s)(?=\s|$|[A-Z])")
SUBSTITUTE = re.compile(
    r"(?:named\s+)?(?:attending\s+as\s+|present\s+as\s+|as\s+|acting\s+as\s+)?(?:a\s+)?(?:substitut(?:e|ing)|sub\.?|deputising|in place|on behalf|replacing|dirprwyo)(?:\s+(?:member|councillor))?\s*(?:for|of|dros)?[:\s]\s*(?P<who>.+)",
    re.IGNORECASE,
)
SUBSTITUTED_BY = re.compile(r"substituted by\s+(?P<who>.+)|(?:substitute[:,]?)\s+(?P<who2>(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b.+)", re.IGNORECASE)
CHAIR_ROLE = re.compile(r"\b(?:chair(?:man|person|woman)?|cadeirydd)\b|\(c\)", re.IGNORECASE)
VICE = re.compile(r"\b(?:vice|deputy)\b", re.IGNORECASE)
CODE = re.compile(r"(?P<code>[PAX✓✗])\.?\s+(?=[A-Z])")
CODES = {"P": "present", "✓": "present", "A": "absent", "X": "absent", "✗": "absent"}
NONE = re.compile(r"(?:none|nil|there were no(?:ne| apologies).*|no apologies.*|n/a)\.?", re.IGNORECASE)
IN_THE_CHAIR = re.compile(r",?\s*\(?(?:who (?:was )?(?:took|presided)|presiding|in the chair|took the chair)\b[^)]*\)?", re.IGNORECASE)
ARRIVAL = re.compile(r"\b(?:arriv|from (?:item|minute)|join|until|left|depart|part of the meeting|items? \d)", re.IGNORECASE)
ORG_SUFFIX = re.compile(r"\b(?:council|borough|district|city|county|authority|police|opcc|nhs|trust|service|university|force|office)\b", re.IGNORECASE)


@dataclass
class _Group:
    name: str
    heading: str


def read_attendance(paper: Paper, blocks: Sequence[Block]) -> list[Attendee]:
    """The people in the blocks between heading and business."""
    found: list[Attendee] = []
    group: _Group | None = None
    authority: str | None = None
    for block in blocks:
        text = block.text
        if text.startswith("|"):
            found.extend(_table_row(paper, block, group))
            group = _row_group(text) or group
            continue
        heading, rest = split_heading(text)
        if heading is not None:
            group, authority = _Group(*heading), None
            paper.claim("attendance-heading" if not rest else "attendance", block)
            if not rest:
                continue
        elif group is None:
            continue
        else:
            rest = 0
        if isinstance(rest, int):
            start = rest
        if group is None:
            continue
        if NONE.fullmatch(text[start:].strip()):
            paper.claim("attendance", block)
            continue
        people = list(_people_of(paper, block, start, group, authority))
        if not people:
            if start == 0 and _is_authority_line(text):
                authority = text.strip(" :–-")
                paper.claim("attendance-heading", block)
                continue
            if found and _is_prose(text):
                # A sentence after the lists: attendance is over.
                if SUBSTITUTE.search(text) is None:
                    group = None
                continue
            if start == 0 and block.gap >= 1 and len(text) < 90 and found:
                group = None            # a heading of something else: the lists are over
                continue
            if start == 0 and len(text) < 80 and found and not paper.claimed(block):
                _add_to_last(found, text)
                paper.claim("attendance", block)
            continue
        paper.claim("attendance", block)
        found.extend(people)
    return _settle(found)


def _row_group(text: str) -> _Group | None:
    cells = [c.strip() for c in text.strip("| ").split("|")]
    name = group_of(cells[0]) if cells and cells[0] else None
    return _Group(name, cells[0]) if name else None


def _table_row(paper: Paper, block: Block, group: _Group | None) -> list[Attendee]:
    """"| Officials | A Name, Role; B Name, Role |": the first cell heads the people of the others."""
    text = block.text
    paper.claim("attendance", block)
    cells = [(m.start(1), m.end(1)) for m in re.finditer(r"\|\s*([^|]*?)\s*(?=\|)", text)]
    if not cells:
        return []
    head = text[cells[0][0]: cells[0][1]]
    own = _row_group(text)
    if own is None and read_person(head):
        rows = cells
    else:
        rows = cells[1:]
    use = own or group or _Group("present", head)
    out: list[Attendee] = []
    for start, end in rows:
        if end > start:
            out += _people_in(paper, block, start, end, use, None)
    if own is None and head and not read_person(head) and group_of(head) is None and ORG_SUFFIX.search(head):
        out = [replace(p, role=p.role or head) for p in out]
    return out


def split_heading(text: str) -> tuple[tuple[str, str] | None, int]:
    """((group, heading as printed), where the people begin) if the text opens with a group's heading."""
    if text[:1] in "([" and text[-1:] in ")]":
        return None, 0
    if m := HEAD_COLON.match(text):
        head = m["head"].strip()
        if len(head.split()) <= 12:
            group = group_of(head)
            if group and not read_person(head) and not (group == "officers" and re.search(r"\(", head)):
                return (group, head), m.end() if m.end() < len(text) else 0
    if len(text) < 90 and text.rstrip(" .:-–")[-1:] != "." and not read_person(text):
        group = group_of(text.rstrip(" .:-–—"))
        if group:
            return (group, text.strip()), 0
    m2 = re.match(r"(?:PRESENT|ALSO PRESENT|IN ATTENDANCE|ALSO IN ATTENDANCE|APOLOGIES(?: FOR ABSENCE)?|ABSENT|OFFICERS(?: PRESENT)?|Present|In attendance|Apologies|Officers present)\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|The |Sir|[A-Z][a-z]+ [A-Z]))", text)
    if m2:
        group = group_of(m2[0].strip())
        if group:
            return (group, m2[0].strip()), m2.end()
    m3 = re.match(r"(?:The following (?:members|councillors|officers|persons?|people)?\s*(?:of the \w+\s*)?(?:were|was)?\s*(?P<g>also present|present|in attendance|also in attendance|absent)[^:]*):", text, re.IGNORECASE)
    if m3:
        return (group_of(m3["g"]) or "present", m3[0]), m3.end() if m3.end() < len(text) else 0
    return None, 0


def group_of(heading: str) -> str | None:
    """The group that a heading names, in either of two languages; None where it names none."""
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", heading).strip(" |*")
    for part in [bare, *re.split(r"\s+/\s+", bare)[::-1]]:
        for group, pattern in GROUPS:
            if pattern.fullmatch(part):
                return "absent" if group == "apologies" else group
    return None


def _is_authority_line(text: str) -> bool:
    return len(text) < 70 and bool(ORG_SUFFIX.search(text)) and read_person(text) is None


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) > 10 and sum(w[0].islower() for w in words) > 0.5 * len(words)


def _people_of(paper: Paper, block: Block, start: int, group: _Group, authority: str | None) -> Iterator[Attendee]:
    """The people of one block: one a line where the lines say so, else parted by commas."""
    text = block.text
    if block.lines and len(block.lines) > 1 and start < len(block.lines[0].text) and _one_a_line(block.lines, start):
        at = 0
        for line in block.lines:
            begin = text.find(line.text.strip(), max(at - 2, 0)) if line.text else -1
            begin = at if begin < 0 else begin
            yield from _people_in(paper, block, max(begin, start), begin + len(line.text), group, authority)
            at = begin + len(line.text) + 1
        return
    yield from _people_in(paper, block, start, len(text), group, authority)


def _one_a_line(lines: Sequence[Line], start: int) -> bool:
    opens = sum(1 for n, line in enumerate(lines) if read_person(line.text[start:].lstrip() if n == 0 else line.text))
    ends = sum(1 for line in lines[:-1] if line.text[-1:] not in ",;&" and not re.search(r"\b(?:and|Cllr|Mr|Mrs|Councillor)$", line.text))
    return opens >= max(2, 0.75 * len(lines)) and ends >= 0.9 * (len(lines) - 1)


def _people_in(paper: Paper, block: Block, start: int, end: int, group: _Group, authority: str | None) -> Iterator[Attendee]:
    text = block.text
    last: Attendee | None = None
    plural = ""
    parts = list(_parts(text, start, end))
    listed = len(parts) > 1 or start > 0            # a bare word is a surname only among names
    for begin, stop in parts:
        part = text[begin:stop]
        name = group.name
        if begin == start == 0 and block.marker.rstrip(".)") in CODES and block.marker_runs:
            name = CODES[block.marker.rstrip(".)")]
        elif m := CODE.match(part):
            name = CODES[m["code"]]
            begin += m.end()
            part = text[begin:stop]
        elif (inner := re.match(r"(?P<head>[A-Z][\w -]{3,40}):\s*", part)) and group_of(inner["head"]) and not read_person(inner["head"]):
            if last is not None:
                yield last
                last = None
            group = _Group(group_of(inner["head"]) or group.name, inner["head"])
            name, plural = group.name, ""
            begin += inner.end()
            part = text[begin:stop]
        person = read_person(part)
        if person is None and plural and re.match(r"[A-Z][\w’'-]+(?:\s*\(|$|\s+[–-])", part) and not ROLE_WORDS.match(part):
            person = read_person(f"{plural} {part}")
            if person is not None:       # "Councillors Bellamy, Dacre and Lund"
                shift = len(plural) + 1
                person = replace(person, end=person.end - shift, start=0, honorific=plural)
        elif person is None and listed and _bare_surname(part):
            person = bare_person(part)
        if person is None:
            if last is not None:
                role = _join(last.role, part.strip(" .,;()–-"))
                last = replace(last, role=role or None)
            continue
        if last is not None:
            yield last
        honorific = person.honorific
        if honorific and re.search(r"(?:Councillors|Cllrs|Clls)\b", honorific):
            plural = re.search(r"(?:Councillors|Cllrs|Clls)", honorific)[0]  # type: ignore[index]
            singular = {"Councillors": "Councillor", "Cllrs": "Cllr", "Clls": "Cllr"}[plural]
            honorific = honorific.replace(plural, singular)
        elif honorific:
            plural = "" if not plural else plural
        if honorific == plural and plural:
            honorific = {"Councillors": "Councillor", "Cllrs": "Cllr", "Clls": "Cllr"}.get(plural, plural)
        last = _with_rest(Attendee(person.name, honorific, person.postnominals, None, name, None, authority,
                                   where=paper.span(block, begin, max(begin + 1, stop))), part[person.end:])
        if last.role is None and (role := _role_of_heading(group.heading)):
            last = replace(last, role=role)
    if last is not None:
        yield last


HEAD_ROLES = re.compile(r"\b(?P<role>(?:independent|co-?opted)(?: (?:co-?opted|lay))? members?|co-?optees?|lay members?|independent persons?)\b", re.IGNORECASE)


def _role_of_heading(heading: str) -> str | None:
    """"Co-opted Members" over a list says the role of each."""
    m = HEAD_ROLES.search(heading)
    if not m or re.search(r"\b(?:and|&)\b", heading):
        return None
    return _singular(m["role"])


def _singular(role: str) -> str:
    words = re.sub(r"(?i)(members|co-?optees|persons|representatives|officers)\b", lambda w: w[0][:-1], role)
    return words[:1].upper() + words[1:]


def bare_person(part: str) -> PrintedPerson | None:
    """A surname alone, as some lists print it."""
    word = re.match(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?", part)
    return PrintedPerson(word[0], None, None, 0, word.end()) if word else None


def _bare_surname(part: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][a-zà-ÿ’'-]+(?:-[A-Z][a-z]+)?(?:\s*\([^)]*\))?\.?", part.strip())) and not ROLE_WORDS.search(part.split("(")[0])


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges parted by commas, semicolons and "and", brackets kept whole, post-nominals kept with their name."""
    cuts = [start]
    depth = 0
    i = start
    while i < end:
        c = text[i]
        if c in "([":
            depth += 1
        elif c in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and c in ",;|•":
            rest = text[i + 1: end]
            if not (c == "," and re.match(rf"\s*(?:{POSTNOMINALS})\b", rest)) and not (c == "," and re.match(r"\s*(?:in the chair|presiding)", rest, re.IGNORECASE)):
                cuts.append(i + 1)
        elif depth == 0 and c == "a" and re.match(r"and\s", text[i:end]) and text[i - 1: i] == " ":
            after = text[i + 4: end].lstrip()
            before = text[cuts[-1]: i].strip(" ,")
            if read_person(after) or _bare_surname(re.split(r"[,;]|\sand\s", after)[0]) and (not before or read_person(before) or _bare_surname(before)):
                cuts.append(i + 4)
        i += 1
    cuts.append(end)
    for a, b in zip(cuts, cuts[1:], strict=False):
        part = text[a:b]
        lead = len(part) - len(part.lstrip(" ,;•–-|"))
        a += lead
        stop = b
        while stop > a and (text[stop - 1] in " ,;|." or text[a:stop].endswith(" and")):
            stop -= 4 if text[a:stop].endswith(" and") else 1
        if stop > a and re.search(r"\w", text[a:stop]):
            yield a, stop


def _with_rest(person: Attendee, rest: str) -> Attendee:
    """What follows the name: brackets, a dash and a role, "in the Chair"."""
    roles: list[str] = []
    for m in re.finditer(r"[(\[](?P<inside>(?:[^()\[\]]|\([^()]*\))*)[)\]]|(?P<outside>[^()\[\]]+)", rest):
        inside = (m["inside"] or m["outside"] or "").strip(" ,;–—-:.|*")
        if not inside:
            continue
        if (s := SUBSTITUTE.match(inside)) and read_person(re.sub(r"^the\s+", "", s["who"])):
            who = read_person(s["who"])
            person = replace(person, substitute_for=who.name if who else None)
        elif SUBSTITUTE.match(inside) or re.match(r"(?:substitute|sub)\b", inside, re.IGNORECASE):
            bare = SUBSTITUTE.match(inside)
            word = re.match(r"[A-Z][\w’'. -]+$", bare["who"]) if bare else None
            person = replace(person, substitute_for=word[0].strip() if word else person.substitute_for)
            if not word:
                roles.append(inside)
        elif ARRIVAL.search(inside) and not ROLE_WORDS.match(inside):
            if re.search(r"left|depart|until", inside, re.IGNORECASE):
                person = replace(person, departed=inside)
            else:
                person = replace(person, arrived=inside)
        elif IN_THE_CHAIR.fullmatch(inside) or re.fullmatch(r"in the chair", inside, re.IGNORECASE):
            roles.append("Chair")
        elif _is_org(inside) and not re.search(r"\b(?:commissioner|officer|manager|director|head|chief|chair)\b", inside, re.IGNORECASE):
            person = replace(person, authority=inside)
            if person.group not in ("present", "absent"):
                roles.append(inside)
        else:
            roles.append(inside)
    if roles:
        person = replace(person, role=", ".join(roles))
    return person


def _is_org(text: str) -> bool:
    return bool(ORG_SUFFIX.search(text)) and not CHAIR_ROLE.search(text)


def _join(role: str | None, more: str) -> str:
    return f"{role}, {more}" if role and more else (role or more)


def _add_to_last(found: list[Attendee], text: str) -> None:
    """A short line after a person goes on with that person's role."""
    last = found[-1]
    text = text.strip(" ,;–-.")
    role = f"{last.role} {text}" if last.role else text
    found[-1] = replace(last, role=role)


SHARED = re.compile(r"(?i)(?:independent|co-?opted|lay|elected|appointed) .*members$|co-?optees$")


def _settle(found: list[Attendee]) -> list[Attendee]:
    """Tidy roles; the same person twice in one group is one; a plural role is shared with the person before."""
    for n, person in enumerate(found):
        if person.role and SHARED.match(person.role):
            role = _singular(person.role)
            found[n] = replace(person, role=role)
            if n and found[n - 1].role is None and found[n - 1].group == person.group:
                found[n - 1] = replace(found[n - 1], role=role)
    if found and not any(p.group == "present" for p in found):
        chairing = next((p for p in found if p.role and CHAIR_ROLE.search(p.role) and p.group == "in attendance"), None)
        if chairing is not None:        # "In attendance: Councillor A (Chair), …" heads the members themselves
            until = next((n for n, p in enumerate(found) if p.group != "in attendance"), len(found))
            found[:until] = [replace(p, group="present") for p in found[:until]]
    out: list[Attendee] = []
    seen: set[tuple[str, str]] = set()
    for person in found:
        key = (person.name.lower(), person.group)
        if key in seen:
            continue
        seen.add(key)
        out.append(person)
    return out


APOLOGIES_FROM = re.compile(
    r"(?:[Aa]pologies|[Aa]n apology)(?: for (?:absence|lateness|non-attendance))?\b[^.]{0,60}?\b(?:from|by|on behalf of|for|:)\s+(?P<who>[^.]*(?:\.(?=\s?[A-Z]\b)[^.]*)*)")
SUBSTITUTED = (
    re.compile(r"(?P<stand>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b[^.,;]{2,50}?)\s+(?:was |were |had |who )?(?:substitut(?:ed|ing)|attended as (?:a |the )?substitute|attend(?:ed|ing) (?:in place|on behalf)|deputis(?:ed|ing)|acted as (?:a )?substitute|was substitute)\s*(?:for|of)?\s+(?P<away>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b[^.,;]{2,50})"),
    re.compile(r"(?P<away>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b[^.,;]{2,40}),?\s+(?:for whom|whose (?:named )?substitute was)\s+(?P<stand>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b[^.,;]{2,40}?)(?=\s+(?:was|were|attended|substitut|had|is)\b|[.,;]|$)"),
)


def apologies_in(paper: Paper, block: Block, title: str, people: Sequence[Attendee]) -> list[Attendee]:
    """People whom a minute about apologies names as away, and those who stood in for them."""
    text = block.text
    known = list(people)
    out: list[Attendee] = []

    def add(person: Attendee) -> None:
        if not any(_same(person.name, p.name) and (p.group == person.group) for p in known + out):
            out.append(person)

    ranges = [m.span("who") for m in APOLOGIES_FROM.finditer(text)]
    if not ranges and read_person(text) and re.search(r"apolog", title, re.IGNORECASE):
        ranges = [(0, len(text))]
    for start, end in ranges:
        clause = re.split(r"\bfor whom\b|\b(?:and it was|with|who (?:had|was|would)|whose)\b|;\s", text[start:end])[0]
        for person in _people_in(paper, block, start, start + len(clause.rstrip()), _Group("absent", "Apologies"), None):
            if re.search(r"arriv|late\b|lateness", text[max(0, start - 40): start]):
                continue
            add(person)
        for m in re.finditer(r"and from\s+", text[start:end]):
            for person in _people_in(paper, block, start + m.end(), end, _Group("absent", "Apologies"), None):
                add(person)
    for pattern in SUBSTITUTED:
        for m in pattern.finditer(text):
            stand, away = read_person(m["stand"]), read_person(m["away"])
            if stand and away:
                add(Attendee(away.name, away.honorific, away.postnominals, None, "absent", where=paper.span(block, *m.span("away"))))
                add(Attendee(stand.name, stand.honorific, stand.postnominals, None, "present", away.name, where=paper.span(block, *m.span("stand"))))
    return out


def with_substitutes(text: str, people: list[Attendee]) -> None:
    """"Cllr A substituted for Cllr B": A, already listed, stands in for B."""
    for pattern in SUBSTITUTED:
        for m in pattern.finditer(text):
            stand, away = read_person(m["stand"]), read_person(m["away"])
            if not stand or not away:
                continue
            full = next((p.name for p in people if _same(p.name, away.name)), away.name)
            for n, person in enumerate(people):
                if person.group == "present" and _same(person.name, stand.name):
                    people[n] = replace(person, substitute_for=full)


def _same(a: str, b: str) -> bool:
    x, y = a.lower().split(), b.lower().split()
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0])


def unheaded(paper: Paper, blocks: Sequence[Block]) -> list[Attendee]:
    """Lists of names that no heading announces: the members first, then those with roles."""
    found: list[Attendee] = []
    group = _Group("present", "")
    for block in blocks:
        if paper.claimed(block) and paper.leaf[block.number] not in ("heading", "rubric"):
            continue
        text = block.text
        if not (read_person(text) or re.match(r"(?:Councillors|Cllrs)\b", text)) or _is_prose(text) or len(text) > 1500:
            continue
        people = list(_people_of(paper, block, 0, group, None))
        if not people:
            continue
        if found and block.gap >= 1 and all(p.role and not CHAIR_ROLE.search(p.role) and not p.honorific for p in people[:1]):
            group = _Group("in attendance", "")
            people = [replace(p, group="in attendance") for p in people]
        found += people
        paper.leaf[block.number] = "attendance"
    return found if len(found) >= 2 else []


def chair_of(people: Sequence[Attendee]) -> str | None:
    """Who chaired: the one in the chair, else the chair among those present."""
    for person in people:
        if person.role and person.group != "absent" and CHAIR_ROLE.search(person.role) and not VICE.search(person.role):
            return person.name
    return None
