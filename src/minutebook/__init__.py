"""minutebook: any published committee paper becomes one cited record.

    import minutebook

    reading = minutebook.read("minutes.pdf")
    for record in reading.records:
        print(record.body, record.date)
        for promise in record.commitments:
            print(promise.by, promise.quote, promise.where)

`read`, `Record` and `Problem` are the front door. What stands behind it is imported from its own
module: many papers from `minutebook.readings`, forms from `minutebook.formats`.
"""
from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from minutebook.documents.limits import Limits
    from minutebook.problems import Problem as Problem
    from minutebook.readings import Reading
    from minutebook.record import Record as Record

__all__ = ["Problem", "Record", "read"]
__version__ = "0.1.0"


def read(
    source: str | PathLike[str] | bytes | IO[bytes], *, name: str | None = None, limits: Limits | None = None
) -> Reading:
    """Read a paper: a path, the bytes themselves, or an open file.

    A folder or an archive is read paper by paper into one Reading; what in it cannot be read stands in
    `unreadable`. `name` is how citations call the source (by default the file's own name).
    Raises UnreadableFile where a single file cannot be read, with the reason and the remedy.
    """
    from minutebook import readings

    return readings.read(source, name=name, limits=limits)


def __getattr__(name: str) -> Any:
    """Load the nouns when first asked for, so that importing the package costs next to nothing."""
    if name == "Record":
        from minutebook.record import Record

        return Record
    if name == "Problem":
        from minutebook.problems import Problem

        return Problem
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
