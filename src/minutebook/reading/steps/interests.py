"""Interests declared by members, dispensations, and the statement that there were none.

"Councillor A declared a personal interest in item 5 as a school governor and left the room."
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.naming import PERSON
from minutebook.reading.steps.sentences import sentences

_TITLE = re.compile(r"\bdeclarations?\b|\binterests?\b|\bfuddiant|\bdispensation", re.I)
_NONE = re.compile(
    r"^(?:Dim\s*/\s*)?(?:none|nil|dim)(?:\s+(?:were\s+|was\s+)?(?:declared|received|made|reported))?\.?$|\bthere\s+(?:were|was)\s+no(?:ne\b|\s+(?:declarations?|interests?|disclosures?|such))|\bno\s+(?:other\s+|further\s+)?(?:declarations?|interests?|disclosures?)\b[^.]{0,60}\b(?:made|declared|received|disclosed|of interest|were)\b|"
    r"\bno\s+(?:declarations?|interests?)\b\.?$|\bno\s+(?:members?|councillors?|one)\b[^.]{0,60}\bdeclared\b", re.I)
_DECLARES = re.compile(rf"(?P<who>{PERSON}(?:(?:,\s*|\s+and\s+){PERSON})*)(?:\s*\([^)]{{1,40}}\))?,?\s+(?:also\s+|each\s+|both\s+|had\s+|has\s+|then\s+)*(?:declared|disclosed|declares|registered|advised\s+that\s+(?:he|she|they)\s+(?:had|was|were)|stated\s+that\s+(?:he|she)\s+(?:had|was)|informed\s+\w+\s+\w+\s+that|noted\s+(?:her|his)\s+interest)")
_ROW = re.compile(rf"^(?P<who>{PERSON})\s*(?:[–—:|-]|\t|(?P<item>\d{{1,3}}[a-z]?)\s|\s(?=[A-Z][a-z]+\s))")
_ABOUT = re.compile(r"\binterest|\bdispensation|\bdeclar", re.I)
_INTEREST = re.compile(r"\b((?:disclosable|other|non)?[\s-]*(?:pecuniary|personal|prejudicial|registrable|non-registrable|financial|non-pecuniary)(?:\s+(?:and|but\s+not|or|non)[\s-]+(?:a\s+)?(?:pecuniary|prejudicial|personal))?)\b", re.I)
_WITHDREW = re.compile(r"\b(?:left|withdrew|leaving|would\s+leave|vacated|retired)\b[^.;]{0,40}\b(?:room|meeting|chamber|item|table|discussion)|\bwithdrew\b|\btook\s+no\s+part\b|\bleft\s+the\s+room\b", re.I)
_STAYED = re.compile(r"\b(?:remained|stayed)\b[^.;]{0,30}\b(?:room|meeting)\b|\bdid\s+not\s+(?:leave|withdraw)\b", re.I)
_RUBRIC = re.compile(r"\b(?:are|were)\s+(?:reminded|invited|asked|requested)\b|^To\s+(?:receive|note|consider)|\bfollowing\s+(?:interests?|declarations?)\s+(?:were|was)\b|^Name\b|^Members\s+(?:should|must|are)|\bif\s+any\b", re.I)


def declarations(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every interest declared, in its item or elsewhere, and the statement that none was."""
    for n, passage in enumerate(passages):
        if passage.kind in ("title", "rubric", "question", "heading"):
            continue
        own = bool(_TITLE.search(passage.title))
        if not own and not ("declar" in passage.text and "interest" in passage.text):
            continue
        for start, end in sentences(passage.text):
            said = passage.text[start:end]
            if own and _NONE.search(said.strip()):
                yield Finding(n, start, end, {})
                continue
            if _RUBRIC.search(said) and not _DECLARES.search(said):
                continue
            m = _DECLARES.search(said)
            if m and (own or _ABOUT.search(said[m.end() - 10:])):
                whole = passage.text[start:]
                for name in re.split(r",\s*|\s+and\s+(?=[A-Z])", m["who"]):
                    yield Finding(n, start, end, _fields(name, said, whole[len(said): len(said) + 160]))
            elif own and (row := _ROW.match(said)):
                yield Finding(n, start, end, _fields(row["who"], said, ""))


def _fields(name: str, said: str, after: str) -> dict[str, object]:
    kind = _INTEREST.search(said)
    follows = after if re.match(r"\s*(?:He|She|They|The\s+(?:Member|Councillor))\b", after) else ""
    withdrew = True if _WITHDREW.search(said) or _WITHDREW.search(follows) else (False if _STAYED.search(said + follows) else None)
    return {"member": re.sub(r"\s+", " ", name).strip(" ,"), "interest": re.sub(r"\s+", " ", kind[1].strip().lower()) if kind else None, "withdrew": withdrew}
