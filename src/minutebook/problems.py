"""What a reader could not settle (Problem), and what could not be read at all (UnreadableFile)."""
from __future__ import annotations

from dataclasses import dataclass

from minutebook.provenance import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the paper leaves open: a stable code, a sentence for the clerk, and the place.

    `level` is "note" (worth knowing), "doubt" (a person should look) or "error" (too little was read).
    """

    code: str
    sentence: str
    where: Span | None = None
    level: str = "doubt"


class UnreadableFile(ValueError):
    """A file that cannot be read: which file, which page, what is wrong and what to do about it.

    Never stops the rest of a batch: whoever reads many files catches it per file.
    """

    def __init__(self, code: str, what: str, remedy: str, *, file: str = "", page: int | None = None) -> None:
        self.code, self.what, self.remedy, self.file, self.page = code, what, remedy, file, page
        super().__init__(code, what, remedy)

    def __str__(self) -> str:
        place = self.file + (f", page {self.page}" if self.page else "")
        return f"{place or 'file'}: {self.what} {self.remedy}".strip()
