"""Lists of meetings, committee pages, and pages of meetings that have no minutes yet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.dates import find_dates, find_time
from minutebook.reading.grammar import titleness
from minutebook.reading.kinds.front import claim_rest, read_top
from minutebook.reading.kinds.pieces import columns_of, lines_of
from minutebook.reading.minutes import Minutes, read_minutes
from minutebook.reading.paper import Paper
from minutebook.reading.steps.items import ASKED, SUB_LABEL
from minutebook.record import ProgrammeMeeting

STATE = re.compile(
    r"\b(?:cancelled|postponed|rescheduled|moved|provisional|new date|confirmed|reserve)\b", re.IGNORECASE
)

NAVIGATION = re.compile(r"(?:back to )?(?:the )?top(?: of (?:the )?page)?|share this item", re.IGNORECASE)
TOLD = re.compile(r"\b(?:was|were|had|advised|noted|explained|asked|reported|agreed|resolved|questioned)\b", re.IGNORECASE)
ACTION_AFTER = re.compile(r"\s+For (?P<action>Decision|Noting|Information|Discussion|Consideration)\s*$", re.IGNORECASE)


def read_list(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """A list of meetings: for each its day, hour, and whether it stands."""
    blocks = paper.body()
    first = next(
        (n for n, b in enumerate(blocks) if n and next(find_dates(b.text), None) and len(b.text) < 200), len(blocks)
    )
    heading = read_top(paper, blocks[:first])
    heading.date = heading.time = None
    found = Minutes(heading, [])
    meetings: list[ProgrammeMeeting] = []
    for block in blocks[first:]:
        if paper.claimed(block):
            continue
        dated = [line for line in lines_of(block) for d in [next(find_dates(line.text), None)] if d]
        for line in dated:
            date = next(find_dates(line.text))
            rest = [c.text for c in columns_of(paper, line)[1:]]
            state = STATE.search(line.text)
            entry = {
                k: v
                for k, v in (
                    ("time", find_time(line.text[: date.start] + " " + line.text[date.end :])),
                    ("status", state[0].lower() if state else None),
                    ("title", ", ".join(rest) or None),
                    ("address", block.link or None),
                )
                if v
            }
            meetings.append(
                ProgrammeMeeting(
                    line.text, date.iso, (entry,) if entry else (), paper.span(line.block, line.start, line.end)
                )
            )
        if dated:
            paper.claim("entry", block)
        elif _aside(block):
            paper.claim("rubric", block)
    claim_rest(paper, blocks[:first])
    if not meetings:
        paper.doubt("no-meetings", "No meeting was recognised in this list.", level="error")
    return found, {"meetings": tuple(meetings)}


def _aside(block: Block) -> bool:
    return len(block.text) < 200 or titleness(block.text) < 0


def read_meeting_page(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """The page of a meeting that has no minutes yet: what stands under an item is what the committee is asked to do."""
    found = read_minutes(paper)
    words = [p.text for i in found.items for p in i.paragraphs] + [r.text for i in found.items for r in i.resolutions]
    told = sum(1 for text in words if TOLD.search(text) and not ASKED.match(text))
    if any(SUB_LABEL.fullmatch(b.text.strip()) for b in paper.body()) or (told >= 2 and told >= 0.4 * len(words)):
        return found, {}  # a page with its minutes after all
    items = []
    for item in found.items:
        if NAVIGATION.fullmatch(item.title.strip()):
            continue
        parts = sorted(
            [(p.where.start if p.where else 0, p.text) for p in item.paragraphs]
            + [(r.where.start if r.where else 0, r.text) for r in item.resolutions],
            key=lambda part: part[0],
        )
        title, action = item.title, item.action
        if m := ACTION_AFTER.search(title):
            title, action = title[: m.start()], m["action"]
        text = " ".join(t for _, t in parts) or None
        items.append(replace(item, title=title, action=action, text=text, paragraphs=(), resolutions=()))
    found.items = items
    found.passages = [p if p.kind in ("title", "rubric") else replace(p, kind="rubric") for p in found.passages]
    return found, {}
