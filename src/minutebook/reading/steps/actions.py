"""Action lines: who is to do what, and by when.

"ACTION: Scrutiny Officer to circulate the figures by 3 May" · "(Action: JF)" · "Action – DP / KL".
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.reading.dates import MONTH
from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.sentences import sentences

_MARK = re.compile(r"[\[(*]*\b(?:ACTIONS?|Actions?|Action\s+(?:point|by|for|required)|ACTION\s+(?:POINT|BY|FOR))\s*(?:\d+[a-z]?\s*)?[*]*\s*[:–—-]\s*[*]*\s*|\bGweithred(?:u)?\s*(?:/\s*Action)?\s*:\s*")
_DO = re.compile(r"^(?P<who>(?:[A-Z][\w’'./&-]*|the|and|of|for|/|&|,|\([A-Z]+\))(?:\s*(?:/|&|,)\s*|\s+)(?:(?:[A-Z][\w’'./&-]*|the|and|of|for|[/&,]|\([A-Z]+\))\s*){0,8}?)\s*(?:to|will|would|should|[–—-])\s+(?P<what>\S.*)$")
_SHORT = re.compile(r"^(?P<who>[A-Z]{2,4}(?:\s*(?:/|&|,|and)\s*[A-Z]{2,4})*)\s*(?:[:–—-]\s*|\s+)(?P<what>[a-z]\S*\s.*)$")
_INITIALS = re.compile(r"^(?P<who>(?:[A-Z]{2,4}|[A-Z][\w’.]+(?:\s+(?:of|for|the|[A-Z][\w’.]+)){0,5})(?:\s*(?:/|&|,|and)\s*(?:[A-Z]{2,4}|[A-Z][\w’.]+(?:\s+(?:of|for|the|[A-Z][\w’.]+)){0,5}))*)\s*[\])]?\s*\.?$")
_DUE = re.compile(
    rf"\b(?:(?:by|before|for|at|in\s+time\s+for|no\s+later\s+than|until|on)\s+)(?P<when>(?:the\s+)?(?:end\s+of\s+)?(?:(?:early|mid|late)[- ])?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}(?:\s+\d{{4}})?|(?:the\s+)?next\s+(?:meeting|agenda|Panel|Committee)(?:\s+\w+)?|(?:the\s+)?end\s+of\s+(?:the\s+)?\w+(?:\s+\w+)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|spring|summer|autumn|winter|Easter|Christmas)\b"
    r"|\b(?:on|at|to|for|in)\s+(?:the\s+)?(?P<meet>next\s+(?:agenda|meeting))\b|\bwithin\s+(?P<within>\w+\s+(?:working\s+)?(?:days?|weeks?|months?))\b|\b(?P<soon>as\s+soon\s+as\s+possible|asap|ASAP|immediately)\b", re.I)


def actions(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every action line in the text, its owner and when it is due, as printed.

    Where the mark only names the owner ("(Action: JF)"), the action is the sentence before it.
    """
    for n, passage in enumerate(passages):
        if passage.kind == "action":
            yield from _in_column(n, passage, passages)
            continue
        if passage.kind in ("title", "rubric") or ("ction" not in passage.text and "CTION" not in passage.text and "Gweithred" not in passage.text):
            continue
        text = passage.text
        marks = [m for m in _MARK.finditer(text) if _opens(text, m)]
        for k, m in enumerate(marks):
            limit = marks[k + 1].start() if k + 1 < len(marks) else len(text)
            end = next((b for _, b in sentences(text, m.end(), limit)), limit)
            bracket = text[m.start()] in "[("
            if bracket:
                close = min((x for x in (text.find("]", m.end()), text.find(")", m.end())) if x >= 0), default=-1)
                inner = text[m.end(): close] if close > 0 else text[m.end(): end]
                if close > 0 and "(" not in inner:
                    end = close
            said = text[m.end(): end].strip(" .])")
            start = m.start()
            if owner := _INITIALS.match(said):
                before = [s for s in sentences(text, 0, m.start())]
                if before and before[-1][1] > before[-1][0]:
                    start = before[-1][0]
                yield Finding(n, start, end, {"owner": _owner(owner["who"]), "text": text[start: m.start()].strip(" [(") or said, "due": _due(text[start: end])})
                continue
            whole = _DO.match(said) or _SHORT.match(said)
            yield Finding(n, start, end, {"owner": _owner(whole["who"]) if whole else None, "text": text[m.start(): end].strip(" [(])"), "due": _due(said)})


def _in_column(n: int, passage: Passage, passages: Sequence[Passage]) -> Iterator[Finding]:
    """What stands in a column of actions: a whole action, or only who is to do what the paragraph ends on."""
    text = passage.text.strip()
    if _INITIALS.match(text):
        before = next((k for k in range(n - 1, -1, -1) if passages[k].kind == "paragraph" and passages[k].item == passage.item), None)
        last = list(sentences(passages[before].text))[-1:] if before is not None else []
        if before is not None and last:
            start, end = last[0]
            yield Finding(before, start, end, {"owner": _owner(text.rstrip(".")), "text": passages[before].text[start:end], "due": _due(passages[before].text[start:end])})
            return
    whole = _DO.match(text) or _SHORT.match(text)
    yield Finding(n, 0, len(passage.text), {"owner": _owner(whole["who"]) if whole else None, "text": text, "due": _due(text)})


def _opens(text: str, m: re.Match[str]) -> bool:
    """A mark, and not a word of the sentence ("the following actions: …")."""
    before = text[: m.start()].rstrip()
    return m[0].lstrip("[(*")[:1].isupper() and (not before or before[-1] in ".;:!?)]" or text[m.start()] in "[(*" or m[0].isupper() or (before[-1].isalnum() and m[0].strip().startswith("A") and not re.search(r"\b(?:the|this|following|an?|of|Task|Direct|Affirmative|Climate)$", before)))


def _owner(who: str) -> str:
    who = re.sub(r"^(?:the|The)\s+", "", re.sub(r"\s+", " ", who).strip(" ,:–-"))
    return re.sub(r"(?<=\b[A-Z]{2})\s+and\s+(?=[A-Z]{2,4}\b)|(?<=\b[A-Z]{3})\s+and\s+(?=[A-Z]{2,4}\b)", " / ", who)


def _due(said: str) -> str | None:
    m = _DUE.search(said)
    return next((g for g in m.groups() if g), None) if m else None
