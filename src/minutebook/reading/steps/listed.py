"""The names of one line or paragraph of a list, one by one, each with what the paper says of the person.

"Councillors A, Mrs B and C (substitute for D)", "Head of Service (Mr E)", "F Name, Some Trust; G Name, Some Charity".
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from minutebook.documents.blocks import Block
from minutebook.reading.paper import Paper
from minutebook.reading.people import (
    PLURAL,
    POSTNOMINALS,
    ROLE_WORDS,
    SINGULAR,
    STOPPED,
    TITLES,
    PrintedPerson,
    is_initials,
    read_person,
    surname_last,
)
from minutebook.reading.steps.groups import (
    ATTENDING_BODY,
    CHAIR_ROLE,
    HEAD_ROLES,
    OFFICE,
    ORG_SUFFIX,
    group_of,
    role_of_heading,
    singular,
)
from minutebook.record import Attendee

SUBSTITUTE = re.compile(
    r"(?:who (?:was|is) )?(?:named\s+)?(?:attend(?:ing|ed)\s+as\s+|present\s+as\s+|acting\s+as\s+|as\s+|in attendance as\s+)?(?:a\s+|the\s+)?(?:named\s+)?"
    r"(?:substitut(?:e|es|ing|ed)|subs?\.?|deputi[sz](?:ing|ed)|in (?:the )?(?:place|stead)|on behalf|replac(?:ing|ement|es)|stand(?:ing)?[- ]in|standing|reserve|dirprwyo|dirprwy)"
    r"(?:\s+(?:member|councillor))?\s*(?:for|of|dros)?[:\s]\s*(?P<who>.+)",
    re.IGNORECASE,
)
SUBSTITUTED_BY = re.compile(r"(?:was |were )?(?:substituted|represented|replaced)\s+by\s+.+|(?:named\s+)?sub(?:stitute)?\s*(?:[:,–-]|was|is)\s*(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b.+", re.IGNORECASE)
IN_THE_CHAIR = re.compile(r",?\s*\(?(?:who (?:was )?(?:took|presided)|presiding|in the chair|took the chair)\b[^)]*\)?", re.IGNORECASE)
ARRIVAL = re.compile(r"\b(?:arriv\w+|from (?:item|minute|\d)|join\w*|until|to \d|left|leaving|depart\w*|part of the meeting|(?:for )?(?:agenda )?items? (?:no\.? )?\d|minutes? (?:no\w*\.? )?\d|"
                     r"for part|part only|remote(?:ly)?|via (?:teams|zoom|video\w*)|virtual(?:ly)?|online|by (?:teams|zoom|video\w*|telephone))\b", re.IGNORECASE)
COUNCIL = re.compile(r"\b(?:organi[sz]ations?|councils?|borough|district|city|county|unitary|town|parish)\b", re.IGNORECASE)
COUNCIL_NAME = re.compile(r"^(?:cyngor|comhairle)\b|\b(?:councils?|borough|district|city|county|unitary|authority|[BDCM]{1,2}C|UA)$", re.IGNORECASE)     # the council that appoints a member is no role


@dataclass
class Lists:
    """What the lists have said so far: the group under way, the words that hold for those who follow."""

    group: str | None = None
    heading: str = ""
    role: str | None = None                  # from the heading: "Co-opted Members"
    authority: str | None = None
    plural: str = ""                         # "Councillors A, B and C"
    pending: str | None = None               # a role on a line of its own before its person
    role_first: bool = False
    inline: bool = False                     # the heading stands on the line of its people
    fresh: bool = True                       # nobody named yet in this group
    coded: bool = False
    starred: bool = False                    # "* denotes attendance"
    away_starred: bool = False               # "* absent"
    below: bool = False                      # each person's mark on a line of its own below
    marked: int = 0                          # how many of the found have had theirs
    trailing: bool = False                   # a tick or a cross at the end of each row
    columns: tuple[tuple[str, str], ...] = ()    # headings of two columns side by side: (group, heading)
    found: list[Attendee] = field(default_factory=list)

    def enter(self, group: str, heading: str) -> None:
        if re.fullmatch(r"attending", heading.strip(" :"), re.IGNORECASE) and any(p.group == "present" for p in self.found):
            group = "in attendance"                        # the members have been named already
        if group == "same":
            group = self.group or "present"
        self.group, self.heading, self.role = group, heading, role_of_heading(heading)
        self.authority, self.pending, self.role_first, self.fresh = None, None, False, True
        self.plural = "Councillors" if re.search(r"\bCouncillors\W*$", heading, re.IGNORECASE) else "Cllrs" if re.search(r"\bCllrs\W*$", heading, re.IGNORECASE) else ""

    def add(self, person: Attendee) -> None:
        if self.role and person.role is None:
            person = replace(person, role=self.role)
        if self.pending:
            person = replace(person, role=join_roles(self.pending, person.role or ""))
            self.pending = None
        self.found.append(person)
        self.fresh = False


def opens_with_person(text: str) -> bool:
    return read_person(text) is not None or PLURAL.match(text) is not None


CLAIMED = Attendee("", group="")


def is_prose(text: str) -> bool:
    words = text.split()
    return len(words) > 10 and sum(w[0].islower() for w in words) > 0.5 * len(words)


def people_of(paper: Paper, block: Block, start: int, end: int, state: Lists, group: str, cuts: Iterable[int] = ()) -> Iterator[Attendee]:
    """The people named in one range of a block, in order."""
    text = block.text
    last: Attendee | None = None
    parts = list(parts_of(text, start, end, cuts))
    if PLURAL.match(text, start) is None and parts and read_person(text[parts[0][0]: parts[0][1]]) and (p0 := read_person(text[parts[0][0]: parts[0][1]])).honorific:  # type: ignore[union-attr]
        if not (state.plural and re.fullmatch(r"(?:Mrs?|Ms|Miss|Dr)\.?", p0.honorific)):  # type: ignore[union-attr]
            state.plural = ""
    listed = len(parts) > 1 or bool(state.plural) or start > 0
    several_starred = state.starred and len(parts) > 1 and "*" in text[start:end]       # "* Cllr A, Cllr B, * Cllr C"
    segment = 0
    ahead: str | None = None
    for n, (begin, stop) in enumerate(parts):
        part = text[begin:stop]
        after_semicolon = n > 0 and ";" in text[parts[n - 1][1]: begin]
        if after_semicolon:
            segment = n
        if inner := re.match(r"(?P<head>[A-Z][\w -]{3,40}):\s*", part):
            if (named := group_of(inner["head"]) or ("in attendance" if ATTENDING_BODY.search(inner["head"]) else None)) and not read_person(inner["head"]):
                if last is not None:
                    yield last
                    last = None
                state.enter(named, inner["head"])
                group = state.group or group
                begin += inner.end()
                part = text[begin:stop]
        part = re.sub(r"^(?:together with|along with|plus|with|from(?= [A-Z])|also(?= [A-Z])|[Tt]he|his|her|their|its)\s+", lambda m: " " * len(m[0]), part)
        starred = (state.away_starred or several_starred) and part.lstrip().startswith("*")
        part = part.replace("*", " ", 1) if starred else part
        trailing_star = several_starred and part.rstrip().endswith("*")
        part_lead = len(part) - len(part.lstrip())
        begin, part = begin + part_lead, part.lstrip()
        if last is not None and last.honorific is None and (m := re.match(r"(?P<title>Mrs?|Ms|Miss|Dr|Sir)\.?\s+(?=[A-Z]\b)", part)) and is_initials(re.split(r"\s*[(\[]", part[m.end():])[0]) and last_is_bare(last):
            last = replace(last, honorific=m["title"])          # "CROFT, Mrs. E. M."
            begin, part = begin + m.end(), part[m.end():]
        if last is not None and is_initials(re.split(r"\s*[(\[]", part)[0]) and " " not in last.name and last.name[:1].isupper():
            initials = re.split(r"\s*[(\[]", part)[0].strip(" .")
            last = replace(last, name=f"{initials} {last.name}")
            last = _with_rest(last, part[len(initials):].lstrip("."), state)
            continue
        person = read_person(part)
        if person is not None and not person.honorific and last is not None and n > segment and (last.role is None or " - " in text[start:end] or " – " in text[start:end]) and _is_role_here(part, last, group, text[parts[segment][0]: end], n - segment):
            person = None
        if person is not None and not person.honorific and last is not None and COUNCIL_NAME.search(part) and re.search(r"(?-i:[A-Z])(?:C|A)$|\b(?i:council|borough|district|city|county|authority)$", part):
            person = None                                       # "Moss DC" in a column of its own
        if person is None and state.plural and re.match(r"[A-ZÀ-Þ][\w’'À-ÿ-]+(?:\s*[(\[]|$|\s+[–-]|\s+in the chair)", part, re.IGNORECASE) and not ROLE_WORDS.match(part):
            person = read_person(f"{state.plural} {part}")
            if person is not None:       # "Councillors Bellamy, Dacre and Lund"
                person = replace(person, end=person.end - len(state.plural) - 1, start=0, honorific=state.plural)
        elif person is None and listed and _bare_surname(part) and not (part.isupper() and last is not None and not last.name.isupper()) and (last is None or " " not in last.name or len(parts) > 5 and n + 1 < len(parts) and opens_with_person(text[parts[n + 1][0]: parts[n + 1][1]])) and not (
                last is not None and last.role is None and group not in ("present", "absent") and not last_is_bare(last)):
            person = bare_person(part)
        before: str | None = None
        if person is None and n + 1 < len(parts) and role_before(part) is None and re.search(r"(?:^|\band |;\s?|:-?\s)(?:the|his|her|their|its) $", text[start:begin], re.IGNORECASE) and OFFICE.search(part) and (p := read_person(text[parts[n + 1][0]: parts[n + 1][1]])) and p.honorific:
            if last is not None:                            # "and the Portfolio Holder, Councillor A"
                yield last
                last = None
            ahead = part.strip(" ,")
            continue
        if person is None and n == segment and n + 1 < len(parts) and OFFICE.search(part) and ";" in text[start:end] and ";" not in text[stop: parts[n + 1][0]] and not part.startswith("and ") \
                and read_person(text[parts[n + 1][0]: parts[n + 1][1]]):
            if last is not None:                            # "Director of Customers, A Name; Clerk, B Name"
                yield last
                last = None
            ahead = part.strip(" ,")
            continue
        if person is None and (told := role_before(part)) is not None:
            before, shift = told
            begin, part = begin + shift, part[shift:]
            person = read_person(part)
        if person is None:
            if last is not None:
                last = _with_rest(last, part, state)
            continue
        if last is not None:
            yield last
        honorific = person.honorific
        if honorific and (m := PLURAL.search(honorific)):
            state.plural = m[0]
            honorific = honorific.replace(m[0], SINGULAR[m[0].lower()])
        elif honorific and re.match(r"(?:Councillor|Cllr)\b", honorific):
            pass
        elif honorific and state.plural and re.fullmatch(r"(?:Mrs?|Ms|Miss|Dr)\.?", honorific):
            honorific = f"{SINGULAR[state.plural.lower()]} {honorific}"
        elif honorific is None and state.plural:
            honorific = SINGULAR[state.plural.lower()]
        last = Attendee(person.name, honorific, person.postnominals, None, ("present" if starred or trailing_star else "absent") if several_starred else "absent" if starred else group, None, state.authority,
                        where=paper.span(block, begin, max(begin + 1, stop)))
        last = _with_rest(last, part[person.end:].lstrip(")") if before and part[person.end:].startswith(")") else part[person.end:], state)
        if ahead:
            before, ahead = ahead, None
        if before:
            last = replace(last, role=join_roles(before, last.role or ""))
        if last.role is None and state.authority and (group not in ("present", "absent") or not COUNCIL.search(state.authority)):
            last = replace(last, role=state.authority)
    if last is not None:
        yield last


def role_before(part: str) -> tuple[str, int] | None:
    """"Commissioner D. Surname", "Head of Finance (Mr Surname)": (role, where the name begins)."""
    m = re.match(r"(?P<role>(?:the\s+|also\s+(?:the\s+)?)?[A-Z][^(),;]{2,60}?)\s*\((?=(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b|(?:[A-Z]\.?\s?){1,3}[A-Z][a-z’'-]+\))", part)
    if m and OFFICE.search(m["role"]) and read_person(part, m.end()):
        return m["role"], m.end()
    m = re.match(r"(?P<role>(?:[A-Z][\w’'-]+\s+|of\s+|and\s+|the\s+|for\s+|to\s+){1,7}?)(?=(?:[A-Z]\.\s?)+[A-Z]|(?:[A-Z]\s){1,3}[A-Z][a-z’'-]+|(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b)", part)
    if m and (OFFICE.search(m["role"]) or HEAD_ROLES.search(m["role"])) and read_person(part, m.end()) and not re.search(r"\b(?:and|the|for|of|to)\s+$", m["role"]):
        return m["role"].strip(), m.end()
    m = re.match(r"(?P<role>(?:(?:[A-Z][\w’'-]+|of|and|for|the)\s+){0,5}?(?:Officer|Manager|Commissioner|Director|Clerk|Solicitor|Secretary|Treasurer))\s+(?=[A-Z][a-zà-ÿ’'-]+\s+[A-Z])", part)
    if m and (p := read_person(part, m.end())) and not re.match(r"\s*[A-Z]", part[p.end:]):
        return m["role"].strip(), m.end()
    return None


def last_is_bare(person: Attendee) -> bool:
    """Is it a surname alone, as in a list of them?"""
    return " " not in person.name and person.honorific is None


def _is_role_here(part: str, last: Attendee, group: str, segment: str, place: int) -> bool:
    """In "A Name, Northern Foods; B Name, …" the words after the comma are where that person comes from."""
    if re.match(r"[^,;]{3,60}\s[-–—]\s[^;]*,", segment) and re.search(r"[,]", segment) and not re.search(r"\s[-–—]\s.*,.*\s[-–—]\s", segment):
        return last.role is not None            # "A Name - Director, Some Place, Some Board"
    pieces = [p.strip() for p in segment.split(";") if p.strip()]
    if place == 1 and len(pieces) > 1 and all(p.count(",") <= 1 and read_person(p) for p in pieces) and not is_initials(part.split()[0]):
        return True                             # "A Name, Housing; B Name, Youth Justice"
    return group not in ("present", "absent") and place == 1 and ";" in segment and segment.count(";") >= 0.5 * segment.count(",") and len(segment.split(";")) > 1


def bare_person(part: str) -> PrintedPerson | None:
    """A surname alone, as some lists print it."""
    word = re.match(r"[A-ZÀ-Þ][\w’'À-ÿ-]+(?:\s[A-Z][\w’'-]+)?", part)
    return PrintedPerson(word[0], None, None, 0, word.end()) if word else None


def _bare_surname(part: str) -> bool:
    return not re.fullmatch(r"[A-Z]{2,4}", part.strip()) and bool(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ’'A-Z-]+(?:-[A-Z][a-z]+)?(?:\s*\([^)]*\))?\.?", part.strip())) and not ROLE_WORDS.search(part.split("(")[0]) \
        and len(part.split("(")[0].strip()) > 2


RUN_ON = re.compile(r"\s(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.?\s[A-Z]")
TITLE_END = re.compile(r"(?:^|\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Sir|Lord|Hon|Rev|Prof|Professor|Alderman|The|the|for|of|by|from|with|vice|and|County|Borough|District|City|Town|Parish|Deputy|Executive|"
                       r"Leader|Holder|Member|Chairman|Chair|Commissioner|Officer|also|together)|[,;:–-])\.?\s*$|^\S{1,14}$")


def parts_of(text: str, start: int, end: int, columns: Iterable[int] = ()) -> Iterator[tuple[int, int]]:
    """Ranges parted by commas, semicolons and "and", brackets kept whole, post-nominals kept with their name."""
    cuts = [start]
    wide = set(columns)
    depth = 0
    for i in range(start, end):
        c = text[i]
        if i in wide and i > cuts[-1]:
            cuts.append(i)
        if c in "([":
            depth += 1
        elif c in ")]":
            depth = max(0, depth - 1)
            if depth == 0 and re.match(r"\s+[A-Z]", text[i + 1: end]) and (p := read_person(text[i + 1: end].lstrip())) and (p.honorific or re.match(r"[A-Z]\.?\s", text[i + 1: end].lstrip())):
                cuts.append(i + 1)              # "D Yelland (Commissioner) E Zeal (Treasurer)"
        elif depth == 0 and c == " " and i > cuts[-1] and RUN_ON.match(text, i) and not TITLE_END.search(text[cuts[-1]: i]) and read_person(text[i + 1: end]):
            cuts.append(i)                      # "… District Council Cllr R Chant"
        elif depth == 0 and c in ",;|•&/" or depth == 0 and c == "." and re.match(r"\.\s+(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)s?\b", text[i:end]) and not re.search(r"\b(?:Mrs?|Ms|Dr|Cllrs?|[A-Z])$", text[start:i]):
            rest = text[i + 1: end]
            if c == "/" and TITLES.fullmatch(text[cuts[-1]: i].strip(" ,;")):
                continue                        # "Cynghorydd / Councillor A"
            if c == "/" or c == "&" and not (read_person(rest.lstrip()) or _bare_surname(re.split(r"[,;.]", rest)[0])):
                continue
            if not (c == "," and re.match(rf"\s*(?:(?:{POSTNOMINALS})\b|{STOPPED})(?!\s[A-Z][a-z]|\s[A-Z]\b|\s\d)", rest) and not _surname_alone(text[cuts[-1]: i], rest)) and not (c == "," and re.match(r"\s*(?:in the chair|presiding)", rest, re.IGNORECASE)):
                cuts.append(i + 1)
        elif depth == 0 and c in "aA" and re.match(r"(?:and|AND)\s", text[i:end]) and text[i - 1: i] == " ":
            after = text[i + 4: end].lstrip()
            before = text[cuts[-1]: i].strip(" ,")
            if PLURAL.match(after) or role_before(after) and (read_person(before) or role_before(before)) or (m := re.match(r"(?:the|from)\s+", after)) and read_person(after[m.end():]) or re.match(r"(?:his|her|their|its)\s[A-Z][\w ]+, (?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b", after) or read_person(after) and not _role_goes_on(before, after) \
                    or _bare_surname(re.split(r"[,;.]|\sand\s", after)[0]) and (not before or _only_names(before)):
                cuts.append(i + 4)
    cuts.append(end)
    cuts = sorted(set(cuts))
    for a, b in pairwise(cuts):
        part = text[a:b]
        a += len(part) - len(part.lstrip(" ,;•–-|&."))
        stop = b
        while stop > a and (text[stop - 1] in " ,;|.&•" or text[a:stop].endswith((" and", " AND"))):
            if text[stop - 1] == "." and re.search(r"\b[A-Z]\.$", text[a:stop]) and stop < end:
                break
            stop -= 4 if text[a:stop].endswith((" and", " AND")) else 1
        if stop > a and re.search(r"\w", text[a:stop]) and text[a:stop] != "and":
            yield (a + 4 if text[a:stop].startswith(("and ", "AND ")) else a), stop


def _surname_alone(before: str, rest: str) -> bool:
    """"Smith, J.P., …" in a list of surnames with their initials after them."""
    m = re.match(r"\s*(?:[A-Z]\.){2}", rest)
    return m is not None and _bare_surname(before.strip(" ,;")) and not TITLES.match(before.strip(" ,;"))


def _only_names(before: str) -> bool:
    """Nothing but a name, perhaps with brackets: no role after a dash."""
    if _bare_surname(before):
        return True
    person = read_person(before)
    if person is None:
        return PLURAL.match(before) is not None
    return re.fullmatch(r"\s*(?:[(\[].*[)\]])?\s*", before[person.end:]) is not None


def _role_goes_on(before: str, after: str) -> bool:
    """"Head of Legal and Democratic Services": what follows "and" is no person though it begins like one."""
    person = read_person(after)
    return person is not None and not person.honorific and re.match(r"\s+(?:Services|Officer|Manager|Team)", after[person.end:]) is not None


def _with_rest(person: Attendee, rest: str, state: Lists) -> Attendee:
    """What follows the name: brackets, a dash and a role, "in the Chair"."""
    roles: list[str] = []
    for m in re.finditer(r"[(\[](?P<inside>(?:[^()\[\]]|\([^()]*\))*)[)\]]|(?P<outside>[^()\[\]]+)", rest):
        inside = (m["inside"] or m["outside"] or "").strip(" ,;–—-:.|*")
        if not inside:
            continue
        if m["outside"] and (key := re.search(r"(?:^|\s)([A-Z]{2,3})$", inside)) and initials_of(person.name, key[1]):
            inside = inside[: key.start()].strip(" ,;–—-:.|*")      # "Neighbourhood Team CD": the same key in a column of its own
            if not inside:
                continue
        if m["inside"] and re.fullmatch(r"[A-Z]{2,4}", inside) and initials_of(person.name, inside):
            continue                                        # the key "(CP)" by which the discussion names the person
        if m["inside"] and len(pieces := [p for p in re.split(r"\s+[-–—]\s+|[,;]\s+", inside) if p]) == 2 and not SUBSTITUTE.match(pieces[0]) and (
                s := SUBSTITUTE.match(pieces[1])) and read_person(s["who"]):
            person, inside = _with_rest(person, f"({pieces[1]})", state), pieces[0]      # "(A Council - substitute for Councillor B)"
        if (s := SUBSTITUTE.match(inside)) and (who := read_person(re.sub(r"^the\s+", "", s["who"]))):
            person = replace(person, substitute_for=who.name)
        elif SUBSTITUTED_BY.fullmatch(inside):
            continue
        elif SUBSTITUTE.match(inside) or re.match(r"(?:substitute|sub|reserve)\b", inside, re.IGNORECASE):
            bare = SUBSTITUTE.match(inside)
            word = re.match(r"[A-Z][\w’'. -]+$", bare["who"]) if bare else None
            if word and not ORG_SUFFIX.search(word[0]):
                person = replace(person, substitute_for=word[0].strip())
            else:
                roles.append(inside)
        elif (s := re.fullmatch(r"(?:for|vice|in place of|replacing)\s+(?P<who>(?!Chair|Conven)[A-Z].+)", inside)) and (read_person(s["who"]) or _bare_surname(s["who"])):
            who = read_person(s["who"])
            person = replace(person, substitute_for=who.name if who else s["who"].strip())
        elif re.search(r"\bas (?:a |the )?(?:named )?substitute$", inside):
            continue
        elif ARRIVAL.search(inside) and not ROLE_WORDS.match(inside) and not CHAIR_ROLE.search(inside):
            if re.search(r"left|leaving|depart|until", inside, re.IGNORECASE):
                person = replace(person, departed=inside)
            else:
                person = replace(person, arrived=inside)
        elif is_organisation(inside) and not OFFICE.search(inside):
            person = replace(person, authority=inside)
            if person.group not in ("present", "absent") or not COUNCIL_NAME.search(inside):
                roles.append(inside)
        else:
            roles.append(inside)
    if roles:
        person = replace(person, role=", ".join(([person.role] if person.role else []) + roles))
    return person


def initials_of(name: str, key: str) -> bool:
    words = [w for w in re.split(r"[\s-]+", name) if w]
    return len(words) > 1 and key[0] == words[0][:1].upper() and key[-1] in {words[-1][:1].upper(), re.split(r"[\s]+", name)[-1][:1].upper()}


def is_organisation(text: str) -> bool:
    return bool(ORG_SUFFIX.search(text)) and not CHAIR_ROLE.search(text)


def join_roles(role: str | None, more: str) -> str:
    return f"{role}, {more}" if role and more else (role or more)


SHARED = re.compile(r"(?i)(?:independent|co-?opted|lay|elected|appointed|community) .*members$|co-?optees$|community members$")
# Ranks that name the office held and not only the grade.
OFFICE_TITLE = re.compile(r"\b(?:Chief Constable|Chief Fire Officer|(?:Area|Group|Station|Watch|District|Borough) (?:Manager|Commander))$", re.IGNORECASE)


def settle(found: list[Attendee]) -> list[Attendee]:
    """Tidy roles; the same person twice in one group is one; a plural role is shared with the person before."""
    found = [p for p in found if p is not CLAIMED and p.name]
    for n, person in enumerate(found):
        if person.role and SHARED.match(person.role):
            role = singular(person.role)
            found[n] = replace(person, role=role)
            if n and found[n - 1].role is None and found[n - 1].group == person.group:
                found[n - 1] = replace(found[n - 1], role=role)
    if found and not any(p.group == "present" for p in found):
        chairing = next((p for p in found if p.role and CHAIR_ROLE.search(p.role) and p.group == "in attendance"), None)
        if chairing is not None:        # "In attendance: Councillor A (Chair), …" heads the members themselves
            until = next((n for n, p in enumerate(found) if p.group != "in attendance"), len(found))
            found[:until] = [replace(p, group="present") for p in found[:until]]
    for n, person in enumerate(found):
        if person.honorific and OFFICE_TITLE.search(person.honorific) and (person.role is None or re.fullmatch(r"[A-Z]{2,5}", person.role)):
            found[n] = replace(person, role=person.honorific)
    out: list[Attendee] = []
    seen: dict[tuple[str, str], int] = {}
    for person in found:
        key = (person.name.lower(), person.group)
        if key in seen:
            n = seen[key]
            if person.role and person.role.lower() not in (out[n].role or "").lower():
                out[n] = replace(out[n], role=join_roles(out[n].role, person.role))
            continue
        seen[key] = len(out)
        out.append(person)
    for n, person in enumerate(out):            # "C Dale (substitute for Fenn)": the full name, where it is listed
        if person.substitute_for:
            full = next((p.name for p in out if p.group == "absent" and same_person(p.name, person.substitute_for)), None)
            if full:
                out[n] = replace(person, substitute_for=full)
    return out


def same_person(a: str, b: str) -> bool:
    """May two printed names be one person's? The surname, and the first initial where both print one."""
    x, y = surname_last(a).lower().split(), surname_last(b).lower().split()
    if not x or not y:
        return False
    strip = {"mr", "mrs", "ms", "miss", "dr"}
    x, y = [w for w in x if w not in strip] or x, [w for w in y if w not in strip] or y
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0])
