"""Decisions of the scrutinised office, as a paper names them: with a reference, or as the matter of an item.

Decision XY/24/031 - Sale of a Station        Procurement of a Service - Record of Decision
The Panel noted decision PCC-2023-007 (Vehicle Recovery Contract).
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting

REF = r"(?=[\w./-]*\d)(?=[\w./-]*[./-])[A-Z\d][\w]*(?:[./-][\w]+)+"
NAMES = r"(?:record of (?:a |the )?(?:\w+ ){0,2}decisions?|(?:pcc(?:’s|'s)?|pfcc|commissioner(?:’s|'s)|key|officer|executive|delegated|formal|urgent)?\s*decision(?: (?:notice|record|report|sheet|paper))?)"
TITLE_FIRST = re.compile(rf"(?P<title>.+?)\s+[-–—:]\s+{NAMES}(?:\s*(?:no\.?|ref\.?|number)?\s*:?\s*(?P<ref>{REF}))?$", re.IGNORECASE)
NAME_FIRST = re.compile(rf"{NAMES}(?:\s*(?:no\.?|ref(?:erence)?\.?|number)?\s*:?\s*(?P<ref>{REF}))?\s*(?:[-–—:]\s*|\s+\()(?P<title>[^()]+?)\)?$", re.IGNORECASE)
REF_FIRST = re.compile(rf"(?P<ref>{REF})\s*[-–—:]\s*(?P<title>.+)$")
IN_TEXT = re.compile(
    rf"\b(?:[Dd]ecision(?: notice| record)?(?: [Nn]o\.?| [Rr]ef(?:erence)?\.?| number)?\s*:?\s*)(?P<ref>{REF})(?:\s*(?:[-–—:,]\s*|\()(?P<title>[A-Z][^().;,]{{3,90}}))?")
BARE_WORD = re.compile(r"(?:decisions?|record of decisions?|decision notices?)$", re.IGNORECASE)


def decisions(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every decision that a title or a sentence names, once for each reference."""
    seen: set[str] = set()
    for n, passage in enumerate(passages):
        if passage.kind == "title":
            found = of_title(passage.text)
            if found is not None:
                ref, title = found
                if ref:
                    seen.add(ref)
                yield Finding(n, 0, len(passage.text), {"ref": ref, "title": title})
        elif "ecision" in passage.text:
            for m in IN_TEXT.finditer(passage.text):
                if m["ref"] in seen or not m["title"]:
                    continue
                seen.add(m["ref"])
                yield Finding(n, m.start(), m.end(), {"ref": m["ref"], "title": m["title"].strip()})


def of_title(text: str) -> tuple[str | None, str] | None:
    """(reference, matter) where an item's title is a decision's."""
    if "ecision" not in text and "ECISION" not in text:
        m = REF_FIRST.match(text)
        return None if m is None or not re.search(r"[A-Z]{2,}", m["ref"]) else (m["ref"], m["title"].strip())
    for pattern in (NAME_FIRST, TITLE_FIRST):
        m = pattern.match(text)
        if m and not BARE_WORD.match(m["title"]) and not re.match(r"(?:of|made|taken|to|by|since|list)\b", m["title"], re.IGNORECASE):
            return m["ref"], m["title"].strip()
    m = re.match(rf"{NAMES}\s+(?P<ref>{REF})$", text, re.IGNORECASE)
    return (m["ref"], m["ref"]) if m else None
