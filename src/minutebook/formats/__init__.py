"""The forms in which records leave the house, and come back where the form allows.

`write(records, as_="popolo")`; FORMATS says what there is. Each form's code is loaded when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from minutebook.record import Record


@dataclass(frozen=True, slots=True)
class Format:
    """One form: what it is, its media type and file ending, and the function that writes it."""

    what: str
    media_type: str
    ending: str
    function: str  # module below minutebook.formats, colon, name
    needs: tuple[str, ...] = ()  # keyword arguments that the caller must give

    @property
    def write(self) -> Callable[..., Any]:
        """The function that writes this form, loaded when it is first asked for."""
        module, name = self.function.split(":")
        found: Callable[..., Any] = getattr(import_module(f"minutebook.formats.{module}"), name)
        return found


FORMATS: dict[str, Format] = {
    "record": Format("The whole record in JSON", "application/json", ".json", "records:to_json"),
    "coverage": Format("What became of every character, in JSON", "application/json", ".json", "records:to_coverage"),
    "akoma-ntoso": Format("Akoma Ntoso 1.0 (XML)", "application/akn+xml", ".xml", "akoma_ntoso:to_akoma_ntoso"),
    "popolo": Format(
        "Bodies, people, meetings, motions and votes in Popolo JSON", "application/json", ".json", "popolo:to_popolo"
    ),
    "csv": Format("One CSV table per noun, in a ZIP file", "application/zip", ".zip", "tables:to_zip"),
    "ical": Format("A calendar of the meetings (iCalendar)", "text/calendar", ".ics", "ical:to_ical", ("made_at",)),
    "annotations": Format(
        "Each claim as a Web Annotation (JSON-LD)", "application/ld+json", ".jsonld", "w3c:to_annotations"
    ),
    "markdown": Format("Minutes as Markdown", "text/markdown", ".md", "markdown:to_markdown"),
    "docx": Format(
        "Minutes as a Word document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        "docx:to_docx",
    ),
}


def write(
    records: Iterable[Record], as_: str = "record", *, made_at: datetime | None = None, **options: Any
) -> str | bytes:
    """Write records in one of FORMATS: text for JSON and Markdown, bytes for the rest.

    `made_at` is when, for the forms that must say so (a calendar). Raises ValueError for a form that
    does not exist, or lacks what it needs.
    """
    form = FORMATS.get(as_)
    if form is None:
        raise ValueError(f"There is no form called {as_!r}; there are {', '.join(FORMATS)}.")
    if "made_at" in form.needs:
        if made_at is None:
            raise ValueError(f"{form.what} must say when it was made: give made_at.")
        options["made_at"] = made_at
    written = form.write(records, **options)
    if isinstance(written, (str, bytes)):
        return written
    return json.dumps(written, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
