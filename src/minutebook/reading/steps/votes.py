"""Votes taken, with their counts and names.

"11 Members voted in favour, 2 against and 1 abstained" · "carried by 6 votes to 1" · "For: … (4) Against: … (7)" ·
"on the Chair’s casting vote". A meeting that agreed without a division took no vote.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.naming import several
from minutebook.reading.steps.numbers import UNITS, in_words
from minutebook.reading.steps.sentences import lowered, sentences

_N = rf"(?:\d{{1,3}}|{'|'.join(UNITS)}|none|nil|no one|nobody|twenty|thirty)"
_MEMBERS = r"(?:\s+(?:Members?|members?|Councillors?|councillors?|votes?|voted|votes?\s+cast|voting|were|was|people|in\s+total))*"
_COUNTS = {
    "votes_for": re.compile(rf"\b(?P<n>{_N})\b{_MEMBERS}\s*(?:\bvotes?\s+)?(?:in\s+favour|for\b(?!\s+(?:the\s+(?:post|office)|the\s+first|which)))|\b(?:[Ff]or|FOR|[Ii]n\s+[Ff]avour|IN FAVOUR)(?:\s+the\s+motion)?(?:\s*[:=–-]\s*|\s(?=\d{{1,2}}\s*[,;]\s*against\b))(?P<m>{_N})\b", re.I),
    "against": re.compile(rf"\b(?P<n>{_N})\b{_MEMBERS}\s*(?:\bvotes?\s+)?(?:against|opposed|not\s+in\s+favour)|\bagainst(?:\s*[:=–-]\s*|\s(?=\d{{1,2}}\s*(?:[,;]\s*abst|[).]|$)))(?P<m>{_N})\b", re.I),
    "abstain": re.compile(rf"\b(?P<n>{_N})\b{_MEMBERS}\s*(?:\bto\s+)?(?:abst\w+)|\babst\w+(?:\s*[:=–-]\s*|\s(?=\d{{1,2}}\s*(?:[).;]|$)))(?P<m>{_N})\b|\b(?:with\s+)?(?P<k>no)\s+abstentions?\b", re.I),
}
_SIGNS = (("against", ("against", "opposed", "favour")), ("abstain", ("abst",)), ("votes_for", ()))
_TO = re.compile(rf"\b(?:by|on a vote of|a vote of|vote(?:d)?|voting(?: was)?|was|with)\s+(?P<f>{_N})\s*(?:votes?\s*)?(?:\s+to\s+|\s*[–-]\s*)(?P<a>{_N})\b(?:\s+votes?)?(?:[^.;]{{0,40}}?\b(?P<b>{_N})\s+abst\w+)?", re.I)
_RECEIVED = re.compile(rf"\breceived\s+(?P<f>{_N})\s+votes?(?:[^.;]{{0,60}}?(?:\band\b|\bto\b|,)[^.;]{{0,60}}?\b(?P<a>{_N})\b)?", re.I)
_NAMED = re.compile(r"\b(?P<way>For|FOR|In [Ff]avour|Against|AGAINST|Abst(?:ain(?:ed|ing)?|entions?)|ABST\w+|Not voting)\b(?:\s+the\s+(?:motion|amendment|proposal))?\s*[:–-]?\s*(?P<names>(?:(?:Councillors?|Cllrs?\.?|Members?)\s+)?[A-Z][\w’'.-]+(?:[^():.;]{0,400}?))\s*(?:\((?P<n>\d{1,3})\)|(?=\s*(?:For|Against|AGAINST|Abst\w+|ABST\w+|Not voting)\b|$|[.;]))")
_VOTING = re.compile(r"\bvot(?:e[sd]?|ing)\b|\bshow\s+of\s+hands\b|\bin\s+favour\b|\babst\w+|\bagainst\s*[:(]|\bdivision\b|\bcasting\b|\bunanimous|\bcarried\b|\bfor\s*[:(]|^for\s+[a-z]")          # read in lower case
_CARRIED = re.compile(r"\b(?:carried|approved|passed|adopted|agreed|successful|RESOLVED|elected|appointed)\b", re.I)
_LOST = re.compile(r"\b(?:lost|defeated|rejected|fell|not\s+(?:carried|agreed|approved)|unsuccessful)\b", re.I)
_CASTING = re.compile(r"\bcasting\s+vote\b", re.I)
_UNANIMOUS = re.compile(r"\b(?:unanimous(?:ly)?\s+(?:vote|carried|in\s+favour|supported|voted)|carried\s+unanimously|all\s+(?:(?:members|present|councillors)\s+)?(?:voting\s+)?in\s+favour|(?:vote|motion|amendment|proposal)\b[^.;]{0,60}\bunanimous(?:ly)?)\b", re.I)


def votes(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Each vote taken: how it was taken, the counts that are printed, the result, the names where recorded."""
    at = 0
    while at < len(passages):
        passage = passages[at]
        if passage.kind in ("title", "rubric", "question") or not _may_vote(passage.text) or not _VOTING.search(lowered(passage.text)):
            at += 1
            continue
        named, used = _named(passages, at)
        if named is not None:
            yield named
            at += used
            continue
        for start, end in sentences(passage.text):
            fields = _vote(passage.text, start, end)
            if fields is not None:
                fields["result"] = fields.get("result") or _result(passages, at, start, end, fields)
                yield Finding(at, start, end, {k: v for k, v in fields.items() if v is not None})
        at += 1


def _may_vote(text: str) -> bool:
    """Words looked for first: most passages hold none of them."""
    low = lowered(text)
    return any(word in low for word in ("vot", "favour", "abst", "against", "carried", "unanim", "casting", "division", "hands", "for:", "for (", "for :")) or text.startswith("For ")


def _vote(text: str, start: int, end: int) -> dict[str, Any] | None:
    said, low = text[start:end], lowered(text)[start:end]
    counts: dict[str, Any] = {}
    for key, signs in _SIGNS:
        # how many were for it counts only beside the others, or beside a word of voting
        if (any(sign in low for sign in signs) if signs else counts or "vot" in low) and (m := _COUNTS[key].search(said)):
            counts[key] = _number(next(g for g in m.groups() if g))
    shown = "shown" if "hands" in low and re.search(r"show\s+of\s+hands", said, re.I) else "counted"
    if ("votes_for" in counts and ("against" in counts or "abstain" in counts)) or ("against" in counts and "abstain" in counts):
        return {"kind": "casting" if _CASTING.search(said) else shown, **counts}
    if re.search(r"\bvot|\bcarried\b|\blost\b|\bdefeated\b|\bmotion\b|\bamendment\b", said, re.I) and (m := _TO.search(said)):
        return {"kind": "casting" if _CASTING.search(said) else shown, "votes_for": _number(m["f"]), "against": _number(m["a"]),
                "abstain": _number(m["b"]) if m["b"] else counts.get("abstain")}
    if "received" in low and (m := _RECEIVED.search(said)):
        return {"kind": shown, "votes_for": _number(m["f"]), "against": _number(m["a"]) if m["a"] else None}
    if "casting" in low and _CASTING.search(said) and re.search(r"\b(?:on|by|used|using|exercised|gave|with)\b", said):
        return {"kind": "casting"}
    if ("unanim" in low or "favour" in low) and _UNANIMOUS.search(said):
        return {"kind": "unanimous", "result": "carried"}
    if "votes_for" in counts and re.search(r"\bvot(?:e|ed|ing)\b", said, re.I):
        return {"kind": shown, **counts}
    return None


def _named(passages: Sequence[Passage], at: int) -> tuple[Finding | None, int]:
    """A recorded vote: the names for, against and abstaining, in one passage or in some that follow each other."""
    names: dict[str, tuple[str, ...]] = {}
    counts: dict[str, int] = {}
    used, first, last = 0, None, 0
    for k in range(at, min(at + 4, len(passages))):
        passage = passages[k]
        if passage.item != passages[at].item:
            break
        hits = [m for m in _NAMED.finditer(passage.text) if m["n"] or len(several(m["names"])) > 1 or re.match(r"\s*[:–-]", passage.text[m.end("way"):])]
        hits = [m for m in hits if m["n"] or re.search(r"[:–-]\s*$", passage.text[m.end("way"): m.start("names")])]
        if not hits:
            break
        for m in hits:
            way = m["way"].lower()
            key = "votes_for" if way in ("for", "in favour") else "against" if way == "against" else "abstain"
            found = several(m["names"])
            names[key.replace("votes_for", "for")] = found
            counts[key] = int(m["n"]) if m["n"] else len(found)
        if first is None:
            first, last = hits[0].start(), hits[-1].end()
        used += 1
    if first is None or (len(counts) < 2 and "votes_for" not in counts):
        return None, 1
    fields: dict[str, Any] = {"kind": "named", **counts, "names": names}
    fields["result"] = _result(passages, at + used - 1, first if used == 1 else 0, last if used == 1 else len(passages[at + used - 1].text), fields)
    return Finding(at, first, last, {k: v for k, v in fields.items() if v is not None}), used


def _result(passages: Sequence[Passage], at: int, start: int, end: int, fields: dict[str, Any]) -> str | None:
    """Carried, lost or tied: by the words that follow in the same item, else by the counts."""
    text = passages[at].text
    near = [text[start:end], text[end: end + 160]]
    near += [p.text[:120] for p in passages[at + 1: at + 2] if p.item == passages[at].item]
    for words in near:
        lost, carried = _LOST.search(words), _CARRIED.search(words)
        if lost and (not carried or lost.start() < carried.start()):
            return "lost"
        if carried:
            return "carried"
    ayes, noes = fields.get("votes_for"), fields.get("against")
    if ayes is None:
        return None
    noes = noes or 0
    return "tied" if ayes == noes else "carried" if ayes > noes else "lost"


def _number(printed: str) -> int:
    low = printed.lower()
    return 0 if low in ("none", "nil", "no", "no one", "nobody") else int(low) if low.isdigit() else int(in_words(low))
