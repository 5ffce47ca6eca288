"""Whose name is this? Which body, which meeting, which item is meant? When unsure, nobody is chosen."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

PARTICLES = {"de", "la", "van", "von", "der", "den", "du", "le", "mac", "mc", "st", "ap", "ab", "o"}


def plain(text: str | None) -> str:
    """A name made plain, to be compared: letters and digits in small, accents and "the" apart."""
    folded = unicodedata.normalize("NFKD", text or "").casefold().replace("&", " and ")
    words = re.findall(r"[a-z0-9]+", "".join(c for c in folded if not unicodedata.combining(c)).replace("'", "").replace("’", ""))
    return " ".join(w for w in words if w != "the")


def slugged(text: str, longest: int = 70) -> str:
    slug = plain(text).replace(" ", "-")
    return slug if len(slug) <= longest else slug[:longest].rsplit("-", 1)[0]


def numbered(number: str | None) -> str:
    """A printed number made plain: "11/24" and "11" differ, "B4." and "b4" do not."""
    return re.sub(r"[^a-z0-9]+", "-", (number or "").casefold()).strip("-")


@dataclass(frozen=True)
class Name:
    """A person's name in its parts, honorifics and post-nominals apart: forenames or initials, and surname."""

    given: tuple[str, ...]
    surname: str

    @classmethod
    def of(cls, printed: str) -> Name:
        words = re.sub(r"(?<=[A-Z])\.(?=[A-Z])", " ", printed).replace(".", " ").split()
        at = len(words) - 1
        while at > 0 and plain(words[at - 1]) in PARTICLES and len(words[at - 1]) > 1:
            at -= 1
        given = []
        for word in words[: max(at, 0)]:
            bare = plain(word).replace(" ", "")
            given += list(bare) if word.isupper() and len(bare) <= 3 else [bare]
        return cls(tuple(g for g in given if g), plain(" ".join(words[at:])) if words else "")

    def may_be(self, other: Name) -> bool:
        """Could both be the same person? Initials agree with forenames; a name without any agrees with all."""
        if self.surname != other.surname:
            return False
        return all(a == b if len(a) > 1 and len(b) > 1 else a[0] == b[0] for a, b in zip(self.given, other.given, strict=False))

    def surely(self, other: Name) -> bool:
        """The same surname and the same first forename, written out in both."""
        return (self.may_be(other) and bool(self.given and other.given)
                and len(self.given[0]) > 1 and self.given[0] == other.given[0])


@dataclass(frozen=True)
class Known:
    """Somebody known already: the key under which they are filed, their name, the bodies they were seen at."""

    key: str
    name: Name
    bodies: frozenset[str]
    places: frozenset[str]      # the authorities of those bodies


def whose_name(name: Name, known: Iterable[Known], body: str, place: str) -> Known | list[Known] | None:
    """The one person meant; a list where it may be several; None where it is somebody new.

    Seen at the same body or authority, a name that agrees is enough. Elsewhere the forename must be written
    out in both. A bare surname is never matched beyond its own body.
    """
    namesakes = [k for k in known if k.name.surname == name.surname]
    own = [k for k in namesakes if body in k.bodies and k.name.may_be(name)]
    if not own and name.given:
        own = [k for k in namesakes if place in k.places and k.name.may_be(name) and k.name.given]
    if not own:
        own = [k for k in namesakes if k.name.surely(name)]
    exact = [k for k in own if k.name == name]
    if len(own) > 1 and len(exact) == 1:
        return exact[0]
    return own[0] if len(own) == 1 else (own or None)


def same_item(number: str, key: str, other_number: str, other_key: str, *, by_title: bool = False) -> bool:
    """Is it the same item of a meeting, printed twice? Numbers agree, and one title begins the other.

    `by_title` asks less: the title alone, since a web page numbers by its agenda what minutes number on.
    """
    if key and key == other_key and (by_title or not (number and other_number) or number.split("-")[0] == other_number.split("-")[0]):
        return True
    return bool(number) and number == other_number and (key.startswith(other_key) or other_key.startswith(key))
