"""List marks: the printed numbers, letters and bullets that open items and paragraphs.

A mark has a *scheme* (how it is written) and a *value* (its place in a sequence), so that "is this
the next one?" can be asked of any scheme alike.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

BULLETS = "•·▪▫◦●○‣⁃■□➢➤►▶✓✔❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf06e\uf02d\uf0a8\uf076\uf0e8"

BULLET = re.compile(rf"(?P<mark>[{BULLETS}]|[-–—*](?=\s)|o(?=\s+[A-Z“\"'‘]))\s*")
NUMBERED = re.compile(
    r"""(?P<mark>
        \(\d{1,3}\)\.?                                # (3)  (3).
      | \d{1,3}(?:\.\d{1,3}){1,3}[.)]?                # 5.1  2.1.1.
      | \d{1,4}[.)]                                   # 12.  12)
      | \(?[a-z]\)                                    # (a)  a)
      | \(?[ivxl]{2,6}\)                              # (iv) iv)
      | \([A-Z]\) | [A-Z]\)
      | [a-z]\.(?=\s+\S) | [ivx]{2,5}\.(?=\s+\S)      # a.   iv.
      | [IVX]{1,5}\.(?=\s+[A-Z]{2})
      | [A-Z]\.(?=\s+[A-Z][\w&’'-]*\s+\S)             # A. Title
    )(?P<space>\s*)""",
    re.VERBOSE,
)
MEASURED = re.compile(r"(?:million|billion|thousand|per\s?cent|percentage|m|bn|k|%|am|pm|[ap]\.m\.?|noon|hours?|minutes?|days?|weeks?|months?|years?|miles?|km|fte|times)(?![\w.])|%")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed mark: `shown` as it stands, its scheme, and its value in that scheme."""

    shown: str
    scheme: str                 # "bullet", "1.", "1", "(1)", "1.1", "1.1.1", "a)", "(a)", "i)", "A.", …
    value: tuple[int, ...]      # (3,), (5, 1), () for bullets
    length: int                 # characters of the line it takes, white space after it included
    roman: int = 0              # value if it is read as a Roman number: "(i)", "(v)" can be both

    @property
    def label(self) -> str:
        """The mark without its brackets and stops: "a", "2.1"."""
        return self.shown.strip("().").rstrip(".)")

    def follows(self, other: Mark) -> bool:
        """Is this the next mark after `other` in the same scheme?"""
        if not self.value or not other.value:
            return False
        if self.scheme == other.scheme and self.value[:-1] == other.value[:-1] and self.value[-1] == other.value[-1] + 1:
            return True
        brackets = (self.scheme[0] == "(", self.scheme[-1]) == (other.scheme[0] == "(", other.scheme[-1])
        return brackets and bool(self.roman and other.roman and self.roman == other.roman + 1)

    @property
    def first(self) -> bool:
        """Does it open a sequence (1, a, i, n.1)?"""
        return bool(self.value) and (self.value[-1] == 1 or self.roman == 1)


def find_mark(text: str) -> Mark | None:
    """The mark that opens this text, if there is one."""
    if not text:
        return None
    if m := BULLET.match(text):
        return Mark(m["mark"], "bullet", (), m.end()) if m.end() < len(text) else None
    m = NUMBERED.match(text)
    if not m:
        return None
    shown, rest = m["mark"], text[m.end():]
    if "." in shown[:-1] and shown[0].isdigit() and MEASURED.match(rest):
        return None                     # "3.5 million pounds", "10.30 am": a figure, a time
    if rest and not m["space"] and not _may_abut(shown, rest):
        return None
    return make_mark(shown, m.end())


def _may_abut(shown: str, rest: str) -> bool:
    """May text follow a mark without a space? Conversions lose it before a capital: "10.The Panel"."""
    if shown[-1] in ".)":
        return rest[0].isupper() or rest[0] in "“‘\"'(["
    return rest[0].isupper() and len(rest) > 2 and not re.match(r"[AP]M\b", rest)


def make_mark(shown: str, length: int) -> Mark:
    """A list mark from its characters ("2.1", "(iv)", "b)"): its scheme, its value, how many characters it takes."""
    core = shown.strip("()").rstrip(".)")
    opened = "(" if shown.startswith("(") else ""
    closed = ")" if shown.endswith(")") else "." if shown.endswith(".") else ""
    if core[0].isdigit():
        value = tuple(int(p) for p in core.split("."))
        scheme = ".".join("1" for _ in value)
        return Mark(shown, opened + scheme + (closed if len(value) == 1 else ""), value, length)
    roman = roman_value(core.lower())
    if len(core) > 1:
        return Mark(shown, opened + "i" + closed, (roman,), length, roman)
    letter = ord(core.lower()) - 96
    return Mark(shown, opened + ("a" if core.islower() else "A") + closed, (letter,), length, roman)


def roman_value(text: str) -> int:
    """Value of a small Roman number, 0 where it is none."""
    if not text or set(text) - set(ROMAN):
        return 0
    total = 0
    for letter, following in zip(text, text[1:] + " ", strict=True):
        value = ROMAN[letter]
        total += -value if ROMAN.get(following, 0) > value else value
    return total
