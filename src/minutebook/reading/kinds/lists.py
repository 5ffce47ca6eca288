"""Lists of meetings, committee pages, and pages of meetings that have no minutes yet."""

from __future__ import annotations

import re
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.reading.dates import find_dates, find_time
from minutebook.reading.grammar import titleness
from minutebook.reading.kinds.front import claim_rest, read_top
from minutebook.reading.kinds.pieces import columns_of, lines_of
from minutebook.reading.minutes import Minutes, read_minutes
from minutebook.reading.paper import Paper
from minutebook.record import ProgrammeMeeting

STATE = re.compile(
    r"\b(?:cancelled|postponed|rescheduled|moved|provisional|new date|confirmed|reserve)\b", re.IGNORECASE
)


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
    """The page of a meeting: its items and documents, read as the items of minutes are."""
    return read_minutes(paper), {}
