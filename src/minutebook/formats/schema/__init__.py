"""The JSON Schema of the record, drawn from the dataclasses.

    python -m minutebook.formats.schema        writes record.schema.json beside this file

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

import json
from importlib.resources import files
from inspect import getdoc
from typing import Any, get_args

from minutebook.formats.records import shape, slots
from minutebook.problems import Problem
from minutebook.provenance import Span
from minutebook.record import KINDS, Record

NAME = "record.schema.json"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
WORDS: dict[tuple[type, str], dict[str, Any]] = {
    (Record, "kind"): {"enum": list(KINDS)},
    (Record, "date"): {"format": "date"},
    (Problem, "level"): {"enum": ["note", "doubt", "error"]},
}
"""What a field's values are, beyond their type."""

PLACE: dict[str, Any] = {
    "description": "Where it was read: code points [start, end) of the archived text of one source, which is named "
    "by its hash, or the first twelve characters of it where that is the paper's own source. Pages count from 1.",
    "type": "object",
    "properties": {
        "source": {"type": "string"},
        "page": {"type": "integer"},
        "block": {"type": "integer"},
        "start": {"type": "integer"},
        "end": {"type": "integer"},
    },
    "required": ["source", "start", "end"],
    "additionalProperties": False,
}
SOURCE: dict[str, Any] = {
    "source": {"type": "string", "description": "the source's name"},
    "source_sha256": {"type": "string", "description": "the hash of its bytes"},
    "media_type": {"type": "string"},
    "extractor": {"type": "string", "description": "name and version of the code that made the archived text"},
    "source_address": {"type": "string"},
    "fetched_at": {"type": "string"},
}


def shipped() -> dict[str, Any]:
    """The schema as it is shipped with the library."""
    found: dict[str, Any] = json.loads(files(__name__).joinpath(NAME).read_text(encoding="utf-8"))
    return found


def drawn() -> dict[str, Any]:
    """The schema as the dataclasses stand now."""
    parts: dict[str, Any] = {"Place": PLACE}
    _part(Record, parts)
    record = parts.pop("Record")
    record["properties"] = SOURCE | record["properties"]
    record["required"] = ["source", "source_sha256", "media_type", "extractor", *record["required"]]
    parts["Record"] = record
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Records of committee papers",
        "type": "object",
        "properties": {"documents": {"type": "array", "items": {"$ref": "#/$defs/Record"}}},
        "required": ["documents"],
        "$defs": dict(sorted(parts.items())),
    }


def _part(cls: Any, parts: dict[str, Any]) -> None:
    part: dict[str, Any] = {"description": " ".join((getdoc(cls) or "").split()), "type": "object"}
    parts[cls.__name__] = part
    if part["description"].startswith(f"{cls.__name__}("):  # dataclasses write their signature where nobody wrote more
        del part["description"]
    told = [s for s in slots(cls) if s.name != "source" or cls is not Record]
    part["properties"] = {s.json: _kind(s.type, parts) | WORDS.get((cls, s.name), {}) for s in told}
    part["required"] = [s.json for s in told if s.always]
    part["additionalProperties"] = False


def _kind(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    form, args = shape(kind)
    if kind is Span:
        return {"$ref": "#/$defs/Place"}
    if form == "part":
        if kind.__name__ not in parts:
            _part(kind, parts)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if form == "optional":
        inner = _kind(args[0], parts)
        if "type" not in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        named = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return inner | {"type": [*named, "null"]}
    if form == "many":
        return {"type": "array", "items": _kind(args[0], parts)}
    if form == "pair":
        return {
            "type": "array",
            "prefixItems": [_kind(a, parts) for a in get_args(kind)],
            "items": False,
            "minItems": 2,
        }
    if form == "mapping":
        return {"type": "object", "additionalProperties": _kind(args[0], parts)}
    if form == "any":
        return {}
    return {"type": PLAIN[args[0]] if len(args) == 1 else [PLAIN[a] for a in args]}


def text() -> str:
    """The schema as it is written to file."""
    return json.dumps(drawn(), indent=1, ensure_ascii=False) + "\n"
