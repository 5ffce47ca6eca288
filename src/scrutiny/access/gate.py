"""Who may open what: the one rule of visibility, asked by everything that shows anything.

A row that holds something back bears a `withholding`. The public sees rows without one. Where a row is
listed all the same (an exempt item stands on its agenda by law), its words are not in it: they lie in
WithheldPart, which only `open_part` opens.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from scrutiny.access.models import WithheldPart

Row = TypeVar("Row", bound=Model)
HELD = "\ue000"            # stands in public texts for each character held back; offsets stay true
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w£.,/-])(?:\+44\s?\(?0?\)?|\(?0)\d[\d\s()-]{7,13}\d(?![\w/])")


@dataclass(frozen=True)
class Reader:
    """Somebody who reads, with the keys they hold: ("stourley-borough-council", "officer")."""

    name: str = "the public"
    keys: frozenset[tuple[str, str]] = field(default_factory=frozenset)


PUBLIC = Reader()
MAY_OPEN = frozenset({"officer", "monitoring officer"})


class Closed(PermissionError):
    """This is held in private, and the reader holds no key to it. The message tells nothing of it."""


def visible(rows: QuerySet[Row], reader: Reader = PUBLIC, through: str = "") -> QuerySet[Row]:
    """Of these rows, those that the reader may see whole. `through` names the way to the row that may be withheld.

    There is one rule for pages, search, feeds and JSON alike: nothing withheld, for anybody, on a public face.
    """
    return rows.filter(**{f"{through}withholding__isnull": True})


def open_part(part: WithheldPart, reader: Reader, authority: str) -> str:
    """The withheld words, for one who holds the key of that authority. Raises Closed for everybody else."""
    if not any(scope == authority and role in MAY_OPEN for scope, role in reader.keys):
        raise Closed("held in private")
    return part.words


def private_places(text: str, names: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Where telephone numbers, e-mail addresses and these names stand in a text."""
    found = [m.span() for pattern in (EMAIL, PHONE) for m in pattern.finditer(text)]
    for name in names:
        spread = r"\s+".join(map(re.escape, name.split()))
        found += [m.span() for m in re.finditer(rf"(?<!\w){spread}(?!\w)", text, re.IGNORECASE)]
    return sorted(found)


def blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with these places emptied, each character for one sign, so that offsets stay true."""
    out = list(text)
    for start, end in places:
        out[start:end] = [HELD] * (min(end, len(text)) - start)
    return "".join(out)


def public_words(text: str, names: Iterable[str] = ()) -> str:
    """Words fit for a public page: private places become one sign each, whatever their length."""
    return re.sub(f"{HELD}+", HELD, blanked(text, private_places(text, names)))


def is_public(value: Any) -> bool:
    """Does this row bear no withholding?"""
    return getattr(value, "withholding_id", None) is None
