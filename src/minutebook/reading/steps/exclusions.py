"""The press and public excluded: under which Act, on what ground, for which items.

"That, under section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for
the following item on the grounds that …"
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.sentences import sentences

_EXCLUDED = re.compile(r"\b(?:press|public)\b[^.]{0,160}?\b(?:be|are|were|was|is|being|been|to\s+be)\s+(?:formally\s+)?(?:excluded|asked\s+to\s+(?:leave|withdraw|vacate)|required\s+to\s+(?:leave|withdraw)|vacate)|"
                       r"\b(?:exclude|excluding|exclusion\s+of|excluded)\s+(?:the\s+)?(?:members\s+of\s+the\s+)?(?:press|public)\b|\b(?:press|public)\b[^.]{0,60}\b(?:to\s+(?:vacate|leave|withdraw)|present\s+to\s+vacate)\b", re.I)
_STATUTE = re.compile(r"(?:[Ss]ections?|SECTION|S\.|s\.)\s*(?:100\s*\(?A\)?|50A)\s*(?:\(\s*\d+\s*\))?(?:\s*(?:,|of|to|and)?\s*(?:of\s+)?(?:the\s+)?Local\s+Government\s+(?:\(Scotland\)\s+)?Act,?\s+19\d\d(?:\s*\(as\s+amended\))?)?|"
                      r"\bPublic\s+Bodies\s+\(Admission\s+to\s+Meetings\)\s+Act\s+1960|[Ss]ection\s+\d+(?:\(\d+\))?\s+of\s+the\s+Local\s+Government\s+Act\s+\(Northern\s+Ireland\)\s+2014")
_GROUND = re.compile(r"\b(?:on\s+the\s+grounds?\s+that\s+(?:it|they|there)\s+(?:(?:is|are|would|will|may)\s+)?(?:likely\s+to\s+)?(?:involves?|contains?|be|disclos\w+|include|involve)\s+|because\s+of\s+|by\s+reason\s+of\s+|as\s+(?:it|they)\s+(?:contains?|involves?)\s+|since\s+it\s+(?:would\s+)?(?:involves?|contains?)\s+|on\s+the\s+grounds?\s+(?:of|that)\s+)(?P<why>[^.;]{8,260})", re.I)
_PARAGRAPHS = re.compile(r"\b[Pp]aragraphs?\s+(?P<n>\d+[A-Z]?(?:\s*(?:,|and|or|&|to|-|–)\s*\d+[A-Z]?)*)(?=[^.;]{0,60}\b(?:Schedule|Part|Act)\b|\s*(?:of|[().,]|$))")
_ITEMS = re.compile(r"\b(?:[Ii]tems?|[Mm]inutes?|[Aa]genda\s+[Ii]tems?)\s+(?:[Nn]os?\.?\s*)?(?P<n>\d+[a-z]?(?:\.\d+)?(?:\s*(?:,|and|&|to|-|–)\s*\d+[a-z]?(?:\.\d+)?)*)")


def exclusions(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Each passage that excludes the press and public (or tells that they were asked to leave)."""
    for n, passage in enumerate(passages):
        if passage.kind == "title" or ("xclu" not in passage.text and "public" not in passage.text.lower()):
            continue
        m = _EXCLUDED.search(passage.text)
        if m is None:
            continue
        about = re.search(r"exclu", passage.title, re.I)
        statute, why = _STATUTE.search(passage.text), _GROUND.search(passage.text)
        schedule = re.search(r"\b(?:Schedule\s+12A|Schedule\s+7A|exempt\s+information|confidential)\b", passage.text, re.I)
        if not (statute or schedule or (about and re.search(r"\bexcluded\b", m[0]))):
            continue
        spans = list(sentences(passage.text))
        start = next((a for a, b in spans if a <= m.start() < b), 0)
        end = next((b for a, b in spans if a < m.end() <= b), len(passage.text))
        start = min(start, next((a for a, b in spans if statute and a <= statute.start() < b), start))
        words = passage.text[start: max(end, why.end() if why else end)]
        yield Finding(n, start, max(end, why.end() if why and why.start() >= start and why.start() - end < 200 else end), {
            "statute": re.sub(r"\s+", " ", statute[0]) if statute else None,
            "ground": why["why"].strip(" ,") if why else None,
            "paragraphs": tuple(x for m2 in _PARAGRAPHS.finditer(passage.text) for x in _numbers(m2["n"])),
            "items": tuple(x for m2 in _ITEMS.finditer(words) for x in _numbers(m2["n"])),
        })


def _numbers(printed: str) -> list[str]:
    """ "1, 2 and 5" one by one; "3-5" and "3 to 5" counted through."""
    out: list[str] = []
    for part in re.split(r"\s*(?:,|and|or|&)\s*", printed):
        if m := re.fullmatch(r"(\d+)\s*(?:to|-|–)\s*(\d+)", part):
            out += [str(k) for k in range(int(m[1]), min(int(m[2]), int(m[1]) + 30) + 1)]
        elif part:
            out.append(part)
    return out
