"""The record as JSON, and back again.

`to_json` gives {"documents": [...]}, one entry per paper, with the names of the record's own fields.
A part that the paper does not print is null where readers of the JSON look for it, and left out
otherwise. Reading the JSON back gives the same records: from_json(to_json(records)) == records.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from math import isfinite
from typing import Any, Union, get_args, get_origin, get_type_hints

from minutebook import record as nouns
from minutebook.provenance import Source, Span
from minutebook.record import Record

SHORT = 12
"""A place names its source by the first characters of the hash, where that is the paper's own source."""

NAMES: dict[type, dict[str, str]] = {nouns.Vote: {"votes_for": "for"}}
"""Fields whose name in JSON differs, because Python keeps the word for itself."""

ALWAYS: dict[type, frozenset[str]] = {
    Record: frozenset(
        [
            "title",
            "authority",
            "body",
            "date",
            "time",
            "venue",
            "chair",
            "attendance",
            "declarations",
            "items",
            "questions",
            "commitments",
            "figures",
            "references",
            "decisions",
            "follow_ups",
            "motions",
            "votes",
            "actions",
            "coverage",
            "problems",
        ]
    ),
    nouns.Attendee: frozenset(["honorific", "postnominals", "role", "group", "substitute_for"]),
    nouns.Item: frozenset(["agenda_ref", "paragraphs", "resolutions", "truncated"]),
    nouns.Resolution: frozenset({"verb"}),
    nouns.Declaration: frozenset({"member"}),
    nouns.Question: frozenset(["honorific", "organisation", "answered_by", "supplementary", "answer"]),
    nouns.Figure: frozenset(["measure", "period", "nature"]),
    nouns.Motion: frozenset(["mover", "seconder", "outcome"]),
    nouns.Vote: frozenset(["kind", "votes_for", "against", "abstain", "result"]),
    nouns.Action: frozenset(["owner", "due"]),
    nouns.Decision: frozenset({"decided_on", "decider"}),
    nouns.Section: frozenset({"paragraphs"}),
    nouns.ProgrammeMeeting: frozenset({"date", "entries"}),
}
"""Fields written even when empty; any other field is left out where it holds its default."""


class NotARecord(ValueError):
    """This JSON is not a record: where in it, and what was expected there."""


def to_json(records: Iterable[Record]) -> dict[str, Any]:
    """Write records as plain JSON values."""
    return {"documents": [one_to_json(record) for record in records]}


def from_json(data: Any) -> list[Record]:
    """Read records from JSON values, as `to_json` writes them.

    A bare string stands for a part of which only the first field is known ("2.a" for a paragraph).
    Names that the record does not know are passed over. Raises NotARecord.
    """
    documents = data.get("documents") if isinstance(data, Mapping) else data
    if not isinstance(documents, list):
        raise NotARecord('expected {"documents": [...]}')
    found = []
    for number, document in enumerate(documents):
        try:
            found.append(one_from_json(document))
        except NotARecord as wrong:
            raise NotARecord(f"documents[{number}]{wrong}") from None
    return found


def one_to_json(record: Record) -> dict[str, Any]:
    """Write one paper. Its source stands first, by name."""
    source = record.source
    head: dict[str, Any] = {
        "source": source.name,
        "source_sha256": source.sha256,
        "media_type": source.media_type,
        "extractor": source.extractor,
    }
    if source.address is not None:
        head["source_address"] = source.address
    if source.fetched_at is not None:
        head["fetched_at"] = source.fetched_at
    body: dict[str, Any] = _writer(Record)(record, source.sha256)
    del body["source"]
    return head | body


def one_from_json(document: Any) -> Record:
    """Read one paper, as `one_to_json` writes it. Raises NotARecord."""
    if not isinstance(document, Mapping):
        raise NotARecord(": expected an object")
    text = _reader(str)
    heads = {"name": "source", "sha256": "source_sha256", "media_type": "media_type", "extractor": "extractor"}
    source = Source(
        **{name: _at(f".{key}", text, document.get(key) or "", "") for name, key in heads.items()},
        address=_at(".source_address", _reader(str | None), document.get("source_address"), ""),
        fetched_at=_at(".fetched_at", _reader(str | None), document.get("fetched_at"), ""),
    )
    rest = {key: value for key, value in document.items() if key != "source"}
    record: Record = _reader(Record)(rest | {"source": source}, source.sha256)
    return record


# --- how the fields of a part are called and written --------------------------------------------


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a part: its names here and in JSON, its type, and when it may be left out."""

    name: str
    json: str
    type: Any
    always: bool
    required: bool
    default: Callable[[], Any]


@cache
def slots(cls: type) -> tuple[Slot, ...]:
    """The fields of a part of the record, in their order."""
    hints, names, always = get_type_hints(cls), NAMES.get(cls, {}), ALWAYS.get(cls, frozenset())
    found = []
    for f in fields(cls):
        required = f.default is MISSING and f.default_factory is MISSING
        default = f.default_factory if f.default_factory is not MISSING else (lambda value=f.default: value)
        found.append(
            Slot(f.name, names.get(f.name, f.name), hints[f.name], required or f.name in always, required, default)
        )
    return tuple(found)


def shape(kind: Any) -> tuple[str, tuple[Any, ...]]:
    """What a field's type asks for: one of any, optional, many, pair, mapping, part, plain."""
    if kind is Any:
        return "any", ()
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        if type(None) in args:
            rest = tuple(a for a in args if a is not type(None))
            return "optional", (rest[0] if len(rest) == 1 else Union[rest],)  # noqa: UP007 (built, not written)
        return "plain", args
    if origin is tuple:
        return ("many", args[:1]) if args[-1] is Ellipsis else ("pair", args)
    if origin is dict:
        return "mapping", args[1:]
    return ("part", (kind,)) if is_dataclass(kind) else ("plain", (kind,))


# --- out ----------------------------------------------------------------------------------------

Writer = Callable[[Any, str], Any]


@cache
def _writer(kind: Any) -> Writer:
    form, args = shape(kind)
    if kind is Span:
        return _place
    if kind is Source:
        return lambda source, sha: None  # stands at the head of the document, see one_to_json
    if form == "part":
        plan = [(s.name, s.json, _writer(s.type), s.always, s.default()) for s in slots(kind)]

        def part(value: Any, sha: str) -> dict[str, Any]:
            out = {}
            for name, key, write, always, default in plan:
                held = getattr(value, name)
                if always or held != default:
                    out[key] = write(held, sha)
            return out

        return part
    if form == "optional":
        inner = _writer(args[0])
        return lambda value, sha: None if value is None else inner(value, sha)
    if form == "many":
        inner = _writer(args[0])
        return lambda value, sha: [inner(v, sha) for v in value]
    if form == "pair":
        return lambda value, sha: list(value)
    if form == "mapping":
        inner = _writer(args[0])
        return lambda value, sha: {key: inner(v, sha) for key, v in value.items()}
    if form == "any":
        return lambda value, sha: _anything(value)
    if float in args:  # JSON knows no infinity
        return lambda value, sha: None if isinstance(value, float) and not isfinite(value) else value
    return lambda value, sha: value


def _place(span: Span, sha: str) -> dict[str, Any]:
    near = span.source == sha and len(sha) > SHORT
    out: dict[str, Any] = {"source": span.source[:SHORT] if near else span.source}
    if span.page is not None:
        out["page"] = span.page
    if span.block is not None:
        out["block"] = span.block
    out["start"], out["end"] = span.start, span.end
    return out


def _anything(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(k): _anything(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_anything(v) for v in value]
    if isinstance(value, float) and not isfinite(value):
        return None
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


# --- and back -----------------------------------------------------------------------------------


def _at(path: str, read: Writer, value: Any, sha: str) -> Any:
    try:
        return read(value, sha)
    except NotARecord as wrong:
        raise NotARecord(f"{path}{wrong}") from None


@cache
def _reader(kind: Any) -> Writer:
    form, args = shape(kind)
    if kind is Span:
        return _read_place
    if kind is Source:
        return lambda value, sha: value
    if form == "part":
        return _part_reader(kind)
    if form == "optional":
        inner = _reader(args[0])
        return lambda value, sha: None if value is None else inner(value, sha)
    if form in ("many", "pair"):
        inner, length = _reader(args[0]), len(args) if form == "pair" else None

        def row(value: Any, sha: str) -> tuple[Any, ...]:
            if not isinstance(value, (list, tuple)) or (length and len(value) != length):
                raise NotARecord(f": expected a list{f' of {length}' if length else ''}, not {value!r:.60}")
            return tuple([_at(f"[{n}]", inner, v, sha) for n, v in enumerate(value)])

        return row
    if form == "mapping":
        inner = _reader(args[0])

        def mapping(value: Any, sha: str) -> dict[str, Any]:
            if not isinstance(value, Mapping):
                raise NotARecord(f": expected an object, not {value!r:.60}")
            return {str(key): _at(f".{key}", inner, v, sha) for key, v in value.items()}

        return mapping
    if form == "any":
        return lambda value, sha: _settled(value)
    wanted = tuple(args) + ((int,) if float in args else ())

    def plain(value: Any, sha: str) -> Any:
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise NotARecord(f": expected {' or '.join(t.__name__ for t in args)}, not {value!r:.60}")
        return value

    return plain


def _part_reader(cls: Any) -> Writer:
    plan = [(s.name, s.json, _reader(s.type), s.required, s.type, shape(s.type)[0]) for s in slots(cls)]
    first = next(s.json for s in slots(cls) if s.type is not Source)

    def part(value: Any, sha: str) -> Any:
        if isinstance(value, str):
            value = {first: value}
        if not isinstance(value, Mapping):
            raise NotARecord(f": expected an object, not {value!r:.60}")
        given = {}
        for name, key, read, required, kind, form in plan:
            if key in value and not (value[key] is None and form in ("many", "mapping")):
                given[name] = _at(f".{key}", read, value[key], sha)
            elif required:
                given[name] = _absent(key, form, kind)
        return cls(**given)

    return part


def _absent(key: str, form: str, kind: Any) -> Any:
    if form == "optional":
        return None
    if kind is str:
        return ""
    raise NotARecord(f".{key}: missing")


def _read_place(value: Any, sha: str) -> Span:
    if not isinstance(value, Mapping) or not all(type(value.get(k)) is int for k in ("start", "end")):
        raise NotARecord(f": expected a place with start and end, not {value!r:.60}")
    source = str(value.get("source") or "")
    if len(source) == SHORT and sha.startswith(source):
        source = sha
    return Span(source, value["start"], value["end"], value.get("page"), value.get("block"))


def _settled(value: Any) -> Any:
    """Lists become tuples, for nothing in a record changes once it is read."""
    if isinstance(value, Mapping):
        return {str(key): _settled(v) for key, v in value.items()}
    return tuple(_settled(v) for v in value) if isinstance(value, (list, tuple)) else value


def to_coverage(records: Iterable[Record]) -> dict[str, Any]:
    """Write only what became of every character: per paper, the leaves and how much stayed unread.

    `characters` counts code points by kind of leaf, white space included.
    """
    papers = []
    for record in records:
        counted: dict[str, int] = {}
        for leaf in record.coverage:
            counted[leaf.kind] = counted.get(leaf.kind, 0) + leaf.end - leaf.start
        leaves = [{"start": leaf.start, "end": leaf.end, "kind": leaf.kind} for leaf in record.coverage]
        papers.append(
            {
                "source": record.source.name,
                "source_sha256": record.source.sha256,
                "kind": record.kind,
                "title": record.title,
                "characters": counted,
                "coverage": leaves,
            }
        )
    return {"documents": papers}
