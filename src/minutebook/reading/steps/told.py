"""Who was there as sentences tell it: apologies and substitutes in the first minutes, who was elected to the chair or took it."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.documents.blocks import Block
from minutebook.reading.paper import Paper
from minutebook.reading.people import read_person
from minutebook.reading.steps.groups import CHAIR_ROLE, split_heading
from minutebook.reading.steps.listed import Lists, is_prose, opens_with_person, people_of, same_person, settle
from minutebook.record import Attendee

VICE = re.compile(r"\b(?:vice|deputy|depute|leas|is-?)[- ]?(?:chair|convener|convenor|cath|gadeirydd)?", re.IGNORECASE)
SAT = re.compile(r"\b(?:in the chair|presiding|presided|took the chair|chaired|chairing|for the meeting)\b", re.IGNORECASE)
TITLED = r"(?:Cllrs?|Clr|Councillor|COUNCILLOR|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Ald(?:erman)?|Prof(?:essor)?)\.?\s(?:[^.,;()]|(?<=\b[A-Z])\.){2,50}?"
APOLOGIES_FROM = re.compile(
    r"(?:[Aa]pologies|APOLOGIES|[Aa]n apology)(?: for (?:\w+ )?(?:absence|inability to attend|non-attendance))?\b[^.:]{0,70}?(?:\b(?:from|by|on behalf of|for)|:)\s+"
    r"(?P<who>(?:[^.]|\.(?=\s?[A-Z]\b)|(?<=\b[A-Z])\.|(?<=Cllr)\.|(?<=Cllrs)\.|(?<=Mrs)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.)*)")
APOLOGISED = re.compile(r"(?P<who>[A-Z][^.;:]{3,200}?)\s+(?:had |have |has )?(?:sent|submitted|tendered|given|gave|offered)\s+(?:their |his |her )?apolog(?:y|ies)\b")
SUBSTITUTED = (
    re.compile(rf"(?P<stand>{TITLED})\s+(?:was |were |had |who |is |has )*(?:substitut(?:ed|ing|e)|in attendance as (?:a |the )?substitute|(?:present|there|attended|attending|appointed|acting|acted) as (?:a |the |named )*substitute|"
               rf"attend(?:ed|ing) (?:the meeting )?(?:in (?:the )?(?:place|stead)|on behalf|for)|deputi[sz](?:ed|ing)|(?:present |was )?(?:in (?:the )?place|on behalf)|a substitute|replac(?:ed|ing)|stood in)\s*(?:member\s*)?(?:for|of)?\s+"
               rf"(?P<away>{TITLED.replace('{2,50}?', '{2,50}')})"),
    re.compile(rf"(?P<away>{TITLED}),?\s+(?:had (?:sent|given) (?:his |her |their )?apologies and )?(?:for whom|whose (?:named )?substitute was|(?:who )?(?:was|had been) (?:substituted|replaced|represented) by|with)\s+(?P<stand>{TITLED})(?=\s+(?:was|were|attended|substitut|had|is|as|acting|in attendance)\b|[.,;)]|$)"),
    re.compile(rf"(?P<away>{TITLED})\s*\((?P<stand>{TITLED}) (?:as |was |is )?(?:a |the |acting as )?(?:named )?(?:substitut\w+)\)"),
    re.compile(rf"(?P<stand>{TITLED})\s*\((?:as )?(?:a )?(?:substitute|substituting|sub)\s+(?:for|of)\s+(?P<away>{TITLED})\)"),
)
FOR = re.compile(rf"(?P<stand>{TITLED})\s+(?:for|in place of|replacing|on behalf of|\()\s*(?:for\s+)?(?P<away>{TITLED.replace('{2,50}?', '{2,50}')})")


def apologies_in(paper: Paper, block: Block, title: str, people: Sequence[Attendee]) -> list[Attendee]:
    """People whom a minute about apologies names as away, and those who stood in for them."""
    text = block.text
    known = list(people)
    out: list[Attendee] = []

    def add(person: Attendee) -> None:
        if person.name and not any(same_person(person.name, p.name) and (p.group == person.group) for p in known + out):
            out.append(person)

    def within(start: int, end: int) -> None:
        state = Lists()
        state.enter("absent", "Apologies")
        for person in people_of(paper, block, start, end, state, "absent"):
            add(person)

    ranges = [m.span("who") for m in APOLOGIES_FROM.finditer(text) if not re.search(r"replaced|substitut|represented|deputis", text[m.start(): m.start("who")]) and not re.search(r"arriv\w*\s+late|lateness|leave early|leaving", text[max(0, m.start() - 10): m.start("who")])]
    if not ranges:
        ranges = [m.span("who") for m in APOLOGISED.finditer(text)]
    if not ranges and opens_with_person(text) and re.search(r"apolog", title, re.IGNORECASE) and not is_prose(text) and not re.search(r"\b(?:was|were|had|declared|is|said|to|that)\b", text):
        ranges = [(m.start(), m.end()) for m in re.finditer(r"(?:[^.]|\.(?! [A-Z][a-z])|(?<=\b[A-Z])\.|(?<=Cllr)\.|(?<=Mrs)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.)+", text)
                  if not re.search(r"\b(?:attend\w*|substitut\w*|deputi[sz]\w*|replac\w*|represent\w*|arriv\w*|joined|left|present)\b", m[0])]
    group = _group_above(paper, block) if ranges and ranges[0][0] == 0 else "absent"
    if group != "absent":
        return [p for p in _listed_in_item(paper, block, group) if not any(same_person(p.name, k.name) and p.group == k.group for k in known)]
    for start, end in ranges:
        clause = re.split(r"\bfor whom\b|\b(?:and it was|with (?:Cllr|Councillor|Mr|Mrs|Ms)|who (?:had|was|would|were)|whose|were received|was received|were noted|had been|was represented|was substituted)\b|;\s(?=\w+\s+(?:was|had|substitut))", text[start:end])[0]
        within(start, start + len(clause.rstrip()))
        for m in re.finditer(r"and from\s+", text[start:end]):
            within(start + m.end(), end)
    for pattern in (*SUBSTITUTED, *((FOR,) if re.search(r"substitut", title, re.IGNORECASE) and len(text) < 300 else ())):
        for m in pattern.finditer(text):
            stand, away = read_person(m["stand"]), read_person(m["away"])
            if stand and away and not same_person(stand.name, away.name):
                add(Attendee(away.name, away.honorific, away.postnominals, None, "absent", where=paper.span(block, *m.span("away"))))
                add(Attendee(stand.name, stand.honorific, stand.postnominals, None, "present", away.name, where=paper.span(block, *m.span("stand"))))
    return out


def _listed_in_item(paper: Paper, block: Block, group: str) -> list[Attendee]:
    """The people of a block that stands under a heading of its own within an item."""
    state = Lists()
    state.enter(group, "")
    return [p for p in settle(list(people_of(paper, block, 0, len(block.text), state, group))) if p.name]


def _group_above(paper: Paper, block: Block) -> str:
    """The group whose heading stands above a list of names within an item: apologies, unless it says otherwise."""
    for above in reversed([b for b in paper.blocks if b.number < block.number][-12:]):
        heading, _ = split_heading(above.text)
        if heading is not None:
            return heading[0] if heading[0] != "same" else "present"
        if not opens_with_person(above.text):
            break
    return "absent"


def with_substitutes(text: str, people: list[Attendee]) -> None:
    """"Cllr A substituted for Cllr B": A, already listed, stands in for B."""
    alone = len(text) < 300 and not re.search(r"\w{4}", re.sub(r"substitut\w*", "", FOR.sub("", text)))      # "Councillor A for Councillor B."
    for pattern in (*SUBSTITUTED, *((FOR,) if alone else ())):
        for m in pattern.finditer(text):
            stand, away = read_person(m["stand"]), read_person(m["away"])
            if not stand or not away:
                continue
            full = next((p.name for p in people if p.group == "absent" and same_person(p.name, away.name)), away.name)
            for n, person in enumerate(people):
                if person.group == "present" and same_person(person.name, stand.name):
                    people[n] = replace(person, substitute_for=full)


def chair_of(people: Sequence[Attendee]) -> str | None:
    """Who chaired: the one in the chair, else the chair among those present."""
    for person in people:
        if person.role and person.group in ("present", "in attendance", "also present") and SAT.search(person.role):
            return person.name
    for person in people:
        if person.role and person.group in ("present", "in attendance") and CHAIR_ROLE.search(person.role) and not VICE.search(person.role) and not re.search(
                r"\b(?:chair\w*|convener) of (?:the )?(?!panel|committee|board|meeting)[a-z]", person.role, re.IGNORECASE):
            return person.name
    return None


ELECTED = re.compile(
    r"(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?)\s+(?:was|were|is|be|being|had been|has been)?\s*(?:duly |unanimously |hereby )*(?:re-?)?(?:elected|appointed|confirmed|nominated and elected)"
    r"\s+(?:unanimously\s+)?(?:as\s+|to be\s+|to the position of\s+|to the office of\s+)?(?:the\s+)?(?:Chair(?:man|person|woman)?|Convener)\b(?!\s*(?:/|and)\s*Vice)"
    r"|(?:elect(?:ed)?|appoint(?:ed)?)\s+(?P<who2>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?)\s+(?:as|to be)\s+(?:the\s+|its\s+)?(?:Chair(?:man|person|woman)?|Convener)\b",
)
TOOK = re.compile(r"(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?),?\s+(?:then |thereupon |having been elected |duly )*(?:took|in) the [Cc]hair\b")
PLAIN = re.compile(r"(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?)\s+(?:was|be|being)\s+(?:duly |unanimously |hereby )*(?:re-?)?(?:elected|appointed)\b(?!.{0,30}\b[Vv]ice)")
NAMED = re.compile(r"\b[Tt]he Chair(?:man|person|woman)?,\s+(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s[^.,;:()]{2,45})")


def named_chair(text: str) -> str | None:
    """The chair whom the first minutes name in passing: "signed by the Chairman, Councillor A Surname"."""
    m = NAMED.search(text)
    person = read_person(m["who"]) if m else None
    return person.name if person else None


def elected_chair(text: str, people: Sequence[Attendee]) -> str | None:
    """Whom a minute about the chair says to have been elected, or to have taken the chair."""
    for pattern in (TOOK, ELECTED, PLAIN):
        for m in pattern.finditer(text):
            shown = m.groupdict().get("who") or m.groupdict().get("who2") or ""
            starts = [k.start() for k in re.finditer(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\b", shown)]
            person = read_person(shown[starts[-1]:]) if starts and not re.match(r"Cllr|Councillor", shown) else read_person(shown)
            person = person or (read_person(shown[starts[-1]:]) if starts else None)
            if person:
                return next((p.name for p in people if same_person(p.name, person.name)), person.name)
    return None
