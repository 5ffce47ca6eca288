"""Motions moved and seconded, amendments, and how they ended; and elections to an office.

"moved by Councillor A and seconded by Councillor B" · "Mr C proposed, and Ms D seconded" · "An amendment by
Councillor E did not find a seconder".
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.naming import PERSON
from minutebook.reading.steps.sentences import sentences, vocabulary

_P = PERSON
_BOTH = (
    re.compile(rf"(?P<mover>{_P}),?\s+[Ss]econded\s+by\s+(?P<seconder>{_P}),?\s+(?:then\s+|had\s+)?(?:moved|proposed|MOVED|PROPOSED)\b"),
    re.compile(rf"(?:\b(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Nn]ominated|[Pp]roposal\s+(?:of|by)|[Pp]roposition\s+of|(?:[Mm]otion|MOTION|[Aa]mendment|AMENDMENT)\s+(?:of|by)|[Mm]over)\s*:?\s+(?:by\s+)?(?P<mover>{_P}))(?P<mid>[^.;]{{0,160}}?)\b(?:[Ss]econded|SECONDED|[Ss]econder)\s*:?\s+(?:by\s+)?(?P<seconder>{_P})"),
    re.compile(rf"(?P<mover>{_P})(?:\s*\([^)]{{1,30}}\))?\s+(?:had\s+)?(?:moved|proposed|MOVED|PROPOSED|nominated)\b(?P<mid>[^.]{{0,400}}?)(?:\b(?:seconded|SECONDED)\s+by\s+(?P<seconder>{_P})|(?:\band\s+|,\s*)(?P<seconder2>{_P})(?:\s*\([^)]{{1,30}}\))?\s+(?:had\s+)?seconded\b)"),
)
_PROPOSER_FIRST = re.compile(rf"\b(?:[Pp]roposer|[Mm]over)\s*[:–-]\s*(?P<mover>{_P})\s*[,;.]?\s*[Ss]econder\s*[:–-]\s*(?P<seconder>{_P})")
_THEN = re.compile(rf"(?P<mover>{_P})\s+(?:had\s+)?(?:moved|proposed)\b[^.]{{0,400}}\.\s+(?:This|The\s+(?:motion|proposal|amendment)|It)\s+(?:was|had\s+been)\s+(?:duly\s+)?seconded\s+by\s+(?P<seconder>{_P})")
_ALONE = re.compile(rf"(?:[Aa]n?\s+|[Tt]he\s+)?(?:motion|amendment|proposal)\s+(?:moved\s+)?(?:by|from)\s+(?P<mover>{_P})[^.]{{0,160}}?\b(?:did\s+not\s+find|found\s+no|failed\s+to\s+find|for\s+(?:the\s+)?(?:want|lack)\s+of|without|no)\s+a?\s?seconder")
_SECONDED = frozenset(["seconded", "seconder", "seconders"])          # without one of these no pattern above fits
_OUTCOME = (
    ("not seconded", re.compile(r"\b(?:(?:want|lack)\s+of\s+a\s+seconder|not\s+(?:find\s+a\s+seconder|seconded)|no\s+seconder|found\s+no\s+seconder)\b", re.I)),
    ("withdrawn", re.compile(r"\bwithdr(?:ew|awn)\b", re.I)),
    ("lost", re.compile(r"\b(?:was\s+lost|LOST|lost\b|defeated|rejected|not\s+carried|fell)\b")),
    ("carried", re.compile(r"\b(?:carried|CARRIED|RESOLVED|[Rr]esolved|AGREED|[Aa]greed|approved|passed|adopted|elected|appointed|confirmed)\b")),
)


def motions(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Each motion or amendment with its mover, seconder and outcome, where the paper tells them."""
    for n, passage in enumerate(passages):
        if passage.kind in ("title", "rubric", "question") or _SECONDED.isdisjoint(vocabulary(passage.text)):
            continue
        text, done = passage.text, 0
        for m in _found(text):
            if m.start() < done:
                continue
            low = max((a for a, b in sentences(text) if a <= m.start()), default=0)
            end = next((b for a, b in sentences(text) if a <= m.end() - 1 < b), len(text))
            said = text[low:end]
            done = end
            groups, amendment = m.groupdict(), bool(re.search(r"\bamendment\b", said, re.I))
            seconder = groups.get("seconder") or groups.get("seconder2")
            yield Finding(n, low, end, {
                "mover": _bare(groups["mover"]), "seconder": _bare(seconder),
                "outcome": _outcome(passages, n, low, end, amendment), "amendment": amendment,
            })


def _found(text: str) -> list[re.Match[str]]:
    out = [m for pattern in (*_BOTH, _PROPOSER_FIRST, _THEN, _ALONE) for m in pattern.finditer(text)]
    return sorted(out, key=lambda m: (m.start(), -m.end()))


def _bare(name: str | None) -> str | None:
    return re.sub(r"\s+", " ", name).strip(" ,.") if name else None


def _outcome(passages: Sequence[Passage], n: int, low: int, end: int, amendment: bool) -> str | None:
    """How it ended: by the words of the motion's own sentence, of the next two, then of the item's next passages."""
    text = passages[n].text
    near = [text[low:end], *[text[a:b] for a, b in sentences(text) if a >= end][:4]]
    for after in passages[n + 1: n + 5]:
        if after.item != passages[n].item:
            break
        near += [text_ for a, b in list(sentences(after.text))[:1] for text_ in (("RESOLVED " if after.kind == "resolution" else "") + after.text[a:b],)]
    for k, words in enumerate(near):
        if k and not amendment and re.search(r"\bamendment\b", words, re.I):
            continue                   # what became of an amendment is not what became of the motion
        hits = [(m.start(), name) for name, pattern in _OUTCOME if (m := pattern.search(words))]
        if hits:
            return min(hits)[1]
    return None


_OFFICE = re.compile(r"\b(?:[Ee]lection|[Aa]ppointment|ELECTION|APPOINTMENT)\s+(?:of|OF)\s+(?:(?:a|the|A|THE)\s+)?(?P<office>(?:[Vv]ice[- ]?|VICE[- ]?|Deputy\s+|DEPUTY\s+)?(?:[Cc]hair(?:man|woman|person)?|CHAIR\w*|[Cc]onvener|CONVENER))\b")
_NOMINATION = (
    re.compile(rf"(?P<by>{_P})\s+(?:nominated|proposed)\s+(?P<who>{_P})(?:\s+(?:as|for|be|to\s+be)\b[^.;,]*)?(?:[;,.]?\s*(?:and\s+)?(?:the\s+|this\s+)?(?:nomination|proposal)?\s*(?:was\s+|being\s+)?(?:duly\s+)?seconded\s+by\s+(?P<second>{_P})|[,;]?\s*(?:and\s+)?(?P<second2>{_P})\s+seconded)?"),
    re.compile(rf"(?P<who>{_P})\s+(?:was|were|be|had\s+been)\s+(?:duly\s+)?(?:nominated|proposed)\s+(?:as\s+[\w\s-]{{3,30}}?\s+|for\s+[\w\s-]{{3,30}}?\s+)?by\s+(?P<by>{_P})(?:,?\s+and\s+(?:was\s+)?(?:duly\s+)?seconded\s+by\s+(?P<second>{_P}))?"),
    re.compile(rf"(?:moved|proposed|MOVED)\s+by\s+(?P<by>{_P}),?\s+(?:and\s+)?(?:duly\s+)?(?:seconded|SECONDED)\s+by\s+(?P<second>{_P})[^.]{{0,60}}?\bthat\s+(?P<who>{_P})\s+be\s+(?:elected|appointed)"),
)
_PUT_UP = re.compile("nominated|proposed|moved|MOVED")        # without one of these no pattern above fits
_PRESIDES = re.compile(rf"\b(?P<who>[Tt]he\s+(?:[A-Z]\w+\s+){{0,4}}[A-Z]\w+|{_P})\s+(?:asked\s+for|invited|called\s+for|sought|presided|took\s+the\s+chair|in\s+the\s+chair)\b")


def elections(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Who was put up for the chair or vice-chair, by whom, and whether others were.

    `other_nominations` is False where the paper says that there were none, True where it names more.
    """
    for n, passage in enumerate(passages):
        office = _OFFICE.search(passage.title or "")
        if office is None or passage.kind in ("title", "rubric") or not _PUT_UP.search(passage.text):
            continue
        for pattern in _NOMINATION:
            if m := pattern.search(passage.text):
                groups = m.groupdict()
                alone = re.search(r"\bno\s+(?:other|further)\s+nominations?\b|\bno\s+other\s+candidates?\b", passage.text, re.I)
                more = len({x["who"] for x in pattern.finditer(passage.text)}) > 1
                presided = _PRESIDES.search(passage.text[: m.start()])
                yield Finding(n, m.start(), m.end(), {
                    "office": office["office"], "nominee": _bare(re.sub(r"\s+as$", "", groups["who"])), "nominated_by": _bare(groups["by"]),
                    "seconded_by": _bare(groups.get("second") or groups.get("second2")),
                    "other_nominations": False if alone else (True if more else None),
                    "presided_by": re.sub(r"^[Tt]he\s+", "", presided["who"]) if presided else None,
                })
                break
