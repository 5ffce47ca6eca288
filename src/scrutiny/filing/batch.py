"""File many papers: read, plan, apply, one transaction for each file; none can stop the others."""
from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile
from minutebook.readings import Reading, load, papers_in, read_bytes
from scrutiny.filing.apply import apply
from scrutiny.filing.plan import Plan, plan_of, turn_of


@dataclass(frozen=True)
class Filed:
    """What became of one file: its plan, or why it could not be read."""

    name: str
    plan: Plan | None = None
    failed: str = ""


def file_papers(paths: Iterable[str | Path], *, by: str, address: str = "", licence: str = "", exempt: str = "", only_plan: bool = False) -> Iterator[Filed]:
    """Read these papers, then file each; those that say most of themselves first. With `only_plan` nothing is written."""
    read: list[tuple[int, Reading, bytes]] = []
    limits = Limits()
    for given in papers_in(paths):
        try:
            data = load(given.path or Path(given.name), limits)
            reading = read_bytes(data, given.name, limits)
            read.append((turn_of(reading), reading, data))
        except UnreadableFile as error:
            error.file = error.file or given.name
            yield Filed(given.name, failed=str(error))
    for _, reading, data in sorted(read, key=lambda r: r[0]):
        sha256 = hashlib.sha256(data).hexdigest()
        plan = plan_of(reading, size=len(data), sha256=sha256, address=address, licence=licence, exempt=exempt)
        if plan and not only_plan:
            apply(plan, by=by, data=data, sha256=sha256)
        yield Filed(reading.name, plan)
