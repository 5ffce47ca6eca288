"""ZIP archives in: folders of papers sent as one file, and the packing of DOCX.

Sizes are counted as they are unpacked, never believed from the archive's own directory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile

CHUNK = 1 << 18
RATIO_FROM = 10_000_000  # bytes: below, a high ratio is only an empty page
LITTER = re.compile(r"(?:^|/)(?:__MACOSX/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$", re.IGNORECASE)
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    KeyError,
    IndexError,
    OverflowError,
)


class Unpacker:
    """One archive, unpacked within limits. Archives inside it share its budget of bytes and members."""

    def __init__(self, data: bytes, name: str, limits: Limits, outer: Unpacker | None = None) -> None:
        self.name, self.limits = name, limits
        self.top: Unpacker = outer.top if outer else self
        self.depth: int = outer.depth + 1 if outer else 1
        if outer is None:
            self.packed, self.unpacked, self.count = len(data), 0, 0
        if self.depth > min(limits.nesting, 16):
            raise UnreadableFile(
                "nesting", "Archives lie too deep within archives.", "Unpack it and send the papers.", file=name
            )
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.members = [m for m in self.zip.infolist() if not m.is_dir()]
        except DAMAGED as error:
            raise UnreadableFile(
                "damaged", "The archive is damaged or cut short.", "Ask the sender for it again.", file=name
            ) from error
        self.top.count += len(self.members)
        if self.top.count > limits.members:
            raise UnreadableFile(
                "too-many-members",
                f"The archive holds more than {limits.members:,} files.",
                "Send it in parts, or raise the limit.",
                file=name,
            )

    def read(self, member: zipfile.ZipInfo) -> bytes:
        """The bytes of one member. Raises UnreadableFile where it is locked, damaged or a bomb."""
        label = f"{self.name}/{clean_name(member.filename)}"
        if member.flag_bits & 1:
            raise UnreadableFile(
                "encrypted", "The file is locked with a password.", "Send it without a password.", file=label
            )
        parts: list[bytes] = []
        size = 0
        try:
            with self.zip.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    self.count_bytes(len(chunk), size, member.compress_size)
                    parts.append(chunk)
        except UnreadableFile:
            raise
        except DAMAGED as error:
            raise UnreadableFile(
                "damaged",
                "The file is damaged, or packed in a way that is not known.",
                "Ask the sender for it again.",
                file=label,
            ) from error
        return b"".join(parts)

    def count_bytes(self, more: int, size: int, packed: int) -> None:
        """Keep account of what has been unpacked. Raises UnreadableFile("archive-bomb") beyond the limits."""
        top, limits = self.top, self.limits
        top.unpacked += more
        swollen = size > RATIO_FROM and size > limits.unpacked_ratio * max(1, packed)
        swollen = swollen or (top.unpacked > RATIO_FROM and top.unpacked > limits.unpacked_ratio * max(1, top.packed))
        if swollen or top.unpacked > limits.unpacked_bytes:
            raise UnreadableFile(
                "archive-bomb",
                "The archive unpacks to far more than its size allows.",
                "Do not open it; ask the sender what it is. If it is sound, raise the limit.",
                file=self.name,
            )

    def part(self, path: str) -> bytes | None:
        """The bytes of a member by its path, None where there is none."""
        wanted = path.lstrip("/").lower()
        for member in self.members:
            if member.filename.replace("\\", "/").lstrip("/").lower() == wanted:
                return self.read(member)
        return None

    def names(self) -> list[str]:
        """The names of all members, as the archive writes them."""
        return [m.filename.replace("\\", "/") for m in self.members]

    def papers(self) -> Iterator[zipfile.ZipInfo]:
        """The members that somebody meant to send, in the archive's order."""
        return (m for m in self.members if not LITTER.search(m.filename.replace("\\", "/")))


def clean_name(name: str) -> str:
    """A member's name as a label: no drive, no leading slash, no steps upwards."""
    parts = [p for p in re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/")).split("/") if p not in ("", ".", "..")]
    return "/".join(parts) or "unnamed"
