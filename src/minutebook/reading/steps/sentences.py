"""Text split into sentences, and sentences into clauses, by place: nothing is copied or changed.

Minutes are full of stops that end nothing: "Cllr. J. P. Marsh", "Min. No. 25", "s. 26", "2.00 p.m.".
"""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# A stop after these never ends a sentence: something always follows them.
OPENERS = frozenset(
    "mr mrs ms mx messrs dr cllr cllrs clr cyng prof rev revd hon rt sgt insp supt ch det cdr capt col lt maj gen st "
    "sir ald no nos min mins para paras p pp pg pgs ref refs approx e.g eg i.e ie viz cf ca vs v fig figs app apps "
    "art arts sec sect ss s reg regs sch cl r incl excl tel ext dep asst vol ed eds est max avg "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun".split()
)
# A stop after these ends a sentence only where the next word plainly opens one.
DOUBTFUL = frozenset("etc ltd plc inc co a.m p.m am pm u.k u.s n.b al dept govt jnr snr bros esq hrs mins. c.c b.a".split())
# A single capital with a stop is an initial, unless a word like these stands before it ("in Appendix B. The…").
LABELLED = frozenset(
    "part appendix annex annexe option item schedule section category class grade plan group team phase band block "
    "table figure zone area route unit paper report recommendation form type ward and or".split()
)
STARTERS = frozenset(
    "the a an it he she they this that these those there in on at as for from by with to of when while where if after "
    "before following during since his her their its our we i you all both each some any no not one two three four "
    "members officers councillors however although members’ resolved agreed noted action further also another what".split()
)
_STOP = re.compile(r"(?:\.{1,3}|[!?…])[’”\"')\]]*(?=\s+[A-Z0-9À-Þ‘“\"'(\[£]|\s*$)")
_NEXT = re.compile(r"[\s‘“\"'(\[]*([\w’]+)")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.)*[A-ZÀ-Þ]")
_NUMBER = re.compile(r"\d{1,3}[a-z]?")
_MARK = re.compile(r"\(?(?:[ivx]{1,5}|[a-z])\)?")
_WORD_BEFORE = re.compile(r"[^\s(\[‘“\"']{1,24}$")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of a text, as [start, end) without the white space around them.

    A stop after a title, an initial, "No." and the like does not end a sentence. A whole text is split once, however
    many steps ask for it.
    """
    if start == 0 and end is None:
        return iter(_whole(text))
    return _split(text, start, len(text) if end is None else end)


@lru_cache(maxsize=16384)
def _whole(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_split(text, 0, len(text)))


_BLANKS = str.maketrans(dict.fromkeys(",.;:!?()[]{}“”\"‘’'/–—…*|", " "))


def bare(text: str) -> str:
    """The text in lower case with its stops and quotation marks blanked, letter for letter in the same places."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(_BLANKS)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for m in _STOP.finditer(text, start, end):
        if m.end() < end and text[m.start()] == "." and not _ends(text, at, m):
            continue
        span = _trim(text, at, m.end())
        if span:
            yield span
        at = m.end()
    span = _trim(text, at, end)
    if span:
        yield span


def _ends(text: str, at: int, m: re.Match[str]) -> bool:
    """Does this stop end a sentence? Decided by the word before it and the word after."""
    before = _WORD_BEFORE.search(text, max(at, m.start() - 24), m.start())
    word = before[0] if before else ""
    after = _NEXT.match(text, m.end(), m.end() + 40)
    follows = after[1].lower() if after else ""
    low = word.lower()
    if m[0] != "." and not m[0].startswith("..."):  # the stop closes a bracket or quotation
        return low not in OPENERS
    if low in OPENERS:
        return low in ("no", "min", "mins", "max", "est", "r", "v", "st", "sat", "sun", "mar", "may", "sec", "app", "art", "ed") \
            and follows in STARTERS and follows != "no"
    if low in DOUBTFUL:
        return follows in STARTERS or (after is not None and low in ("etc", "a.m", "p.m", "am", "pm") and after[1][0].isupper())
    if _INITIALS.fullmatch(word):
        if "." in word:
            return follows in STARTERS
        prior = text[max(at, m.start() - 40) : before.start() if before else m.start()].split()
        return bool(prior) and prior[-1].lower().strip("(‘“") in LABELLED and follows in STARTERS
    if word[:1].isdigit() and _NUMBER.fullmatch(word):
        # "1. The Chair": a number at the very start of a sentence is its label
        return text[at : m.start()].strip() != word
    return _MARK.fullmatch(word) is None or text[at : m.start()].strip() != word


_CLAUSE = re.compile(
    r";\s+(?:and\s+|but\s+|or\s+)?|:\s+(?=[a-z])|\s[–—-]\s|"
    r",?\s+(?:but|although|though|whilst|while|whereas|however|because|unless|so that)\s+|"
    r",\s+(?:and|which|who|as|so)\s+"
)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of one sentence, roughly: cut at semicolons, dashes and conjunctions that follow a comma."""
    at = start
    for m in _CLAUSE.finditer(text, start, end):
        span = _trim(text, at, m.start())
        if span:
            yield span
        at = m.end()
    span = _trim(text, at, end)
    if span:
        yield span


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
