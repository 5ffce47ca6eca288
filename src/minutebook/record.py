"""What a committee record is made of: one frozen dataclass per noun.

Field names are those of the record as it leaves the house in JSON (`--as record`). A field that the
paper does not print is None or empty; what was concluded rather than read stands in a field whose
name says so (`number_inferred`). Every part that was read carries `where`.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from minutebook.problems import Problem
from minutebook.provenance import Source, Span

KINDS = (
    "minutes", "web-minutes", "web-item", "agenda", "pack", "report", "notice", "decision-record",
    "decision-page", "questions", "response-table", "work-programme", "action-log", "service-meeting",
    "service-meeting-list", "service-committee-list", "meeting-page", "meeting-list", "letter", "other",
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at the meeting, or missed there. `name` bears no honorific and no post-nominals."""

    name: str
    honorific: str | None = None
    postnominals: str | None = None
    role: str | None = None
    group: str = "present"          # present, absent, apologies, also present, in attendance, officers, …
    substitute_for: str | None = None
    authority: str | None = None    # appointing authority or organisation, where printed
    arrived: str | None = None      # words of the arrival, where the paper tells it
    departed: str | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered, lettered, bulleted or plain paragraph. `label` is full: "2", "2.a.1", "2.bul1", "p1"."""

    label: str
    text: str
    where: Span | None = None
    label_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the meeting resolved, agreed, recommended or noted, from the operative word on."""

    text: str
    where: Span | None = None
    verb: str = "resolved"          # resolved, recommended, agreed, noted


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business, in an agenda or in minutes. `number` is as printed, without its stop."""

    number: str | None
    title: str
    agenda_ref: str | None = None
    number_inferred: str | None = None
    pages: tuple[int, int] | None = None       # printed pack pages
    section: str | None = None                 # e.g. UNRESTRICTED ITEMS, Part B
    paragraphs: tuple[Paragraph, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    subheadings: tuple[str, ...] = ()
    truncated: bool = False
    restricted: bool = False
    text: str | None = None                    # agenda: what is asked of the committee
    action: str | None = None                  # agenda: "To note", "For decision"
    moved_seconded: dict[str, Any] | None = None
    adjournments: tuple[str, ...] = ()
    attachment: str | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest declared (or the statement that there was none), or a dispensation."""

    item: str | None
    quote: str
    member: str | None = None
    interest: str | None = None      # kind, where printed: pecuniary, personal, prejudicial, other
    withdrew: bool | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question put with or without notice, with the paragraphs that answer it."""

    item: str | None
    number: int | str | None
    asker: str | None
    text: str
    honorific: str | None = None
    organisation: str | None = None
    answered_by: tuple[str, ...] = ()
    supplementary: tuple[str, ...] = ()
    answer: str | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A statement that somebody will do something that can be checked later (a claim: it quotes)."""

    item: str | None
    paragraph: str | None
    quote: str
    by: str | None
    to: str | None
    kind: str          # report-back, provide-information, look-into, attend, publish, amend, act, continue-monitoring
    due: str | None    # verbatim
    strength: str      # explicit | soft
    basis: str         # undertaking, resolution, third-party, request, plan, intention
    why: str = ""      # the ground on which the reader says so
    confidence: float = 1.0
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value as printed: performance, money, staffing, crime, demand, standards, ranks."""

    item: str | None
    paragraph: str | None
    quote: str
    value: float | int | None
    unit: str
    measure: str | None = None
    period: str | None = None
    nature: str = "actual"   # actual, target, forecast, benchmark, threshold, standard, budget, estimate
    qualifier: str | None = None
    value_max: float | int | None = None
    out_of: float | int | None = None
    value_as_printed: str | None = None
    period_from_heading: str | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to another record, page, statute or document."""

    item: str | None
    paragraph: str | None
    quote: str
    kind: str                # minute, agenda-page, decision, act, regulation, meeting, report, web, case
    target: str | None = None     # what it points at, in a canonical form, where that is clear
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    item: str | None
    ref: str | None
    title: str
    decided_on: str | None = None
    decider: str | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A statement that reports on an earlier promise: kept, repeated, or an update."""

    item: str | None
    paragraph: str | None
    quote: str
    about: str
    status: str
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    item: str | None
    quote: str
    mover: str | None = None
    seconder: str | None = None
    outcome: str | None = None       # carried, lost, withdrawn, not seconded
    amendment: bool = False
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote taken. Counts are None where not printed; `names` maps for/against/abstain to names."""

    item: str | None
    quote: str
    kind: str = "counted"            # counted, named, shown, unanimous, casting
    votes_for: int | None = None     # "for" in JSON
    against: int | None = None
    abstain: int | None = None
    result: str | None = None        # carried, lost, tied
    names: dict[str, tuple[str, ...]] | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An action line, action column or row of an action table."""

    item: str | None
    text: str
    owner: str | None = None
    due: str | None = None
    ref: str | None = None
    status: str | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The press and public excluded: for which items, on what ground."""

    quote: str
    statute: str | None = None
    ground: str | None = None
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter in a notice of key decisions."""

    title: str
    summary: str | None = None
    decisions: tuple[dict[str, Any], ...] = ()     # by whom, when
    consultees: str | None = None
    contact: str | None = None
    open_or_closed: str | None = None
    closed_reason: str | None = None
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeMeeting:
    """One meeting of a work programme, with what is planned for it."""

    heading: str
    date: str | None = None
    entries: tuple[dict[str, Any], ...] = ()
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report, with its paragraphs."""

    number: str | None
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A document that a page or pack lists or holds."""

    title: str
    item: str | None = None
    address: str | None = None
    pages: tuple[int, int] | None = None
    restricted: bool = False
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """Damage to the page: error banner, cut text, merge debris, lost numbers, OCR."""

    code: str
    quote: str
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A stretch of archived text and the one leaf that it belongs to ("furniture" and "unread" included)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Record:
    """One paper, read. A pack yields its own record and one per paper inside it."""

    kind: str
    source: Source
    title: str | None = None
    authority: str | None = None
    body: str | None = None
    date: str | None = None            # ISO
    time: str | None = None            # 24 h
    venue: str | None = None
    chair: str | None = None
    inferred: dict[str, Any] = field(default_factory=dict)   # field -> {"value", "basis"}
    attendance: tuple[Attendee, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    items: tuple[Item, ...] = ()
    questions: tuple[Question, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    decisions: tuple[Decision, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    motions: tuple[Motion, ...] = ()
    votes: tuple[Vote, ...] = ()
    actions: tuple[Action, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    exempt_items: tuple[dict[str, Any], ...] = ()
    cabinet: tuple[dict[str, Any], ...] = ()
    columns: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    standing_rules: tuple[str, ...] = ()
    review_rule: str | None = None
    meetings: tuple[ProgrammeMeeting, ...] = ()
    sections: tuple[Section, ...] = ()
    recommendations: tuple[str, ...] = ()
    implications: dict[str, str] = field(default_factory=dict)
    background_papers: tuple[str, ...] = ()
    documents: tuple[Linked, ...] = ()
    defects: tuple[Defect, ...] = ()
    pages: tuple[int, int] | None = None           # first and last page in the file as received
    pack_pages: tuple[int, int] | None = None      # first and last printed pack page
    agenda_item: str | None = None                 # of the pack that holds it
    style: str = ""                                # the document style that read it
    style_margin: float = 0.0                      # by how much it was the surest
    coverage: tuple[Coverage, ...] = ()
    problems: tuple[Problem, ...] = ()
