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

    name: str                                       # without honorific and post-nominals
    honorific: str | None = None                    # Councillor, Cllr, Mr, Dr, …
    postnominals: str | None = None                 # MBE, KC, …
    role: str | None = None                         # Chair, Independent Member, Chief Executive, …
    group: str = "present"          # present, absent, apologies, also present, in attendance, officers, …
    substitute_for: str | None = None               # name of the member whose place was taken
    authority: str | None = None    # appointing authority or organisation, where printed
    arrived: str | None = None      # words of the arrival, where the paper tells it
    departed: str | None = None                     # words of the departure, likewise
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered, lettered, bulleted or plain paragraph. `label` is full: "2", "2.a.1", "2.bul1", "p1"."""

    label: str                                      # full, without the printed stop
    text: str                                       # the words, white space collapsed
    where: Span | None = None
    label_inferred: bool = False                    # the paper prints no number or letter here


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the meeting resolved, agreed, recommended or noted, from the operative word on."""

    text: str                                       # from the operative word on; of a limb, its own words
    where: Span | None = None
    verb: str = "resolved"          # resolved, recommended, agreed, noted


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business, in an agenda or in minutes. `number` is as printed, without its stop."""

    number: str | None                              # as printed, without its stop
    title: str                                      # line breaks joined; without reference, size of a document or pages
    agenda_ref: str | None = None                   # the agenda's own number, where minutes print it: B1, 6
    number_inferred: str | None = None              # where none is printed, but the sequence tells it
    pages: tuple[int, int] | None = None       # printed pack pages
    section: str | None = None                 # e.g. UNRESTRICTED ITEMS, Part B
    paragraphs: tuple[Paragraph, ...] = ()          # in the order of the paper
    resolutions: tuple[Resolution, ...] = ()        # in the order of the paper
    subheadings: tuple[str, ...] = ()               # headings within the item
    truncated: bool = False                         # the page shows only the beginning of it
    restricted: bool = False                        # taken, or to be taken, in private
    text: str | None = None                    # agenda: what is asked of the committee
    action: str | None = None                  # agenda: "To note", "For decision"
    moved_seconded: dict[str, Any] | None = None    # of an election: nominee, proposer, seconder
    adjournments: tuple[str, ...] = ()              # sentences that tell of an adjournment
    attachment: str | None = None                   # size of the document that hangs at the title
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest declared (or the statement that there was none), or a dispensation."""

    item: str | None
    quote: str
    member: str | None = None                       # who declared it
    interest: str | None = None      # kind, where printed: pecuniary, personal, prejudicial, other
    withdrew: bool | None = None                    # did the member leave for the item
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question put with or without notice, with the paragraphs that answer it."""

    item: str | None
    number: int | str | None                        # as printed
    asker: str | None                               # without honorific
    text: str                                       # the question as put
    honorific: str | None = None                    # as printed
    organisation: str | None = None                 # for whom the asker spoke
    answered_by: tuple[str, ...] = ()               # labels of the paragraphs that answer it
    supplementary: tuple[str, ...] = ()             # labels of the paragraphs that tell of a supplementary question
    answer: str | None = None                       # the written answer, where the paper prints it as such
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A statement that somebody will do something that can be checked later (a claim: it quotes)."""

    item: str | None
    paragraph: str | None
    quote: str
    by: str | None                                  # who is to do it, as the paper calls them; nothing if not said
    to: str | None                                  # whom it was promised to
    kind: str          # report-back, provide-information, look-into, attend, publish, amend, act, continue-monitoring
    due: str | None    # verbatim
    strength: str      # explicit | soft
    basis: str         # undertaking, resolution, third-party, request, plan, intention
    why: str = ""      # the ground on which the reader says so
    confidence: float = 1.0                         # how sure the reader is, from 0 to 1
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value as printed: performance, money, staffing, crime, demand, standards, ranks."""

    item: str | None
    paragraph: str | None
    quote: str
    value: float | int | None                       # as a number: £2m is 2000000
    unit: str                                       # £, %, officers, seconds, …
    measure: str | None = None                      # what is measured
    period: str | None = None                       # for when, as printed in the same paragraph
    nature: str = "actual"   # actual, target, forecast, benchmark, threshold, standard, budget, estimate
    qualifier: str | None = None                    # about, over, up to, nearly, …
    value_max: float | int | None = None            # upper end of a range
    out_of: float | int | None = None               # of how many: 11 of 14
    value_as_printed: str | None = None             # where the number in words or letters differs
    period_from_heading: str | None = None          # for when, where only a heading tells it
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer from one paper to another: to a minute, page, decision, Act, meeting, report or website."""

    item: str | None
    paragraph: str | None
    quote: str
    kind: str                # minute, agenda-page, decision, act, regulation, meeting, report, web, case
    target: str | None = None     # what it points at, in a canonical form, where that is clear
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the executive, the commissioner or an officer, as a paper names it."""

    item: str | None
    ref: str | None                                 # its reference, as printed
    title: str                                      # its matter
    decided_on: str | None = None                   # ISO date
    decider: str | None = None                      # who decided
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A statement that reports on an earlier promise: kept, repeated, or an update."""

    item: str | None
    paragraph: str | None
    quote: str
    about: str                                      # what had been promised
    status: str                                     # kept, repeated, update
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion or amendment as it was moved, and what became of it."""

    item: str | None
    quote: str
    mover: str | None = None                        # who moved it
    seconder: str | None = None                     # who seconded it
    outcome: str | None = None       # carried, lost, withdrawn, not seconded
    amendment: bool = False                         # an amendment to another motion
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote taken. Counts are None where not printed; `names` maps for/against/abstain to names."""

    item: str | None
    quote: str
    kind: str = "counted"            # counted, named, shown, unanimous, casting
    votes_for: int | None = None     # "for" in JSON
    against: int | None = None                      # number of votes against
    abstain: int | None = None                      # number of abstentions
    result: str | None = None        # carried, lost, tied
    names: dict[str, tuple[str, ...]] | None = None  # who voted how, where the paper tells it
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """An action line, action column or row of an action table."""

    item: str | None
    text: str                                       # what is to be done
    owner: str | None = None                        # who is to do it, as printed
    due: str | None = None                          # by when, as printed
    ref: str | None = None                          # its own reference in a log
    status: str | None = None                       # as the log puts it: open, done, …
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The press and public excluded: for which items, on what ground."""

    quote: str
    statute: str | None = None                      # the Act, as printed
    ground: str | None = None                       # why
    paragraphs: tuple[str, ...] = ()                # of Schedule 12A, as printed
    items: tuple[str, ...] = ()                     # numbers of the items concerned
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter in a notice of key decisions."""

    title: str                                      # the matter
    summary: str | None = None                      # what it is about
    decisions: tuple[dict[str, Any], ...] = ()     # by whom, when
    consultees: str | None = None                   # who is to be consulted
    contact: str | None = None                      # who knows more
    open_or_closed: str | None = None               # to be taken in public or in private
    closed_reason: str | None = None                # the ground for taking it in private
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeMeeting:
    """One meeting of a work programme, with what is planned for it."""

    heading: str                                    # as printed
    date: str | None = None                         # ISO, where the heading tells the day
    entries: tuple[dict[str, Any], ...] = ()        # what is planned, each with the cells of its row
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report, with its paragraphs."""

    number: str | None                              # as printed
    heading: str                                    # as printed
    paragraphs: tuple[Paragraph, ...] = ()          # in the order of the paper
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A document that a page or pack lists or holds."""

    title: str                                      # its name, as listed
    item: str | None = None                         # the item it belongs to
    address: str | None = None                      # where it can be had
    pages: tuple[int, int] | None = None            # in the file, where the pack holds it
    restricted: bool = False                        # not for publication
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """Damage to the page: error banner, cut text, merge debris, lost numbers, OCR."""

    code: str                                       # error-banner, merge-debris, …
    quote: str
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A stretch of archived text and the one leaf that it belongs to ("furniture" and "unread" included)."""

    start: int                                      # first character, counted from 0
    end: int                                        # the one after the last
    kind: str                                       # paragraph, resolution, furniture, unread, …


@dataclass(frozen=True, slots=True)
class Record:
    """One paper, read. A pack yields its own record and one per paper inside it."""

    kind: str                                       # one of KINDS
    source: Source                                  # the file, and how its archived text was made
    title: str | None = None                        # as printed
    authority: str | None = None                    # the council or office whose paper it is
    body: str | None = None                         # the committee, panel or board
    date: str | None = None            # ISO
    time: str | None = None            # 24 h
    venue: str | None = None                        # as printed
    chair: str | None = None                        # who presided, without honorific
    inferred: dict[str, Any] = field(default_factory=dict)   # field -> {"value", "basis"}
    attendance: tuple[Attendee, ...] = ()           # everybody named as present, absent or attending
    declarations: tuple[Declaration, ...] = ()      # interests declared
    items: tuple[Item, ...] = ()                    # items of business
    questions: tuple[Question, ...] = ()            # questions put
    commitments: tuple[Commitment, ...] = ()        # promises, plans and requests
    figures: tuple[Figure, ...] = ()                # measured values
    references: tuple[Reference, ...] = ()          # pointers to other papers
    decisions: tuple[Decision, ...] = ()            # decisions of the scrutinised office that it names
    follow_ups: tuple[FollowUp, ...] = ()           # what it tells of earlier promises
    motions: tuple[Motion, ...] = ()                # motions and amendments
    votes: tuple[Vote, ...] = ()                    # votes taken
    actions: tuple[Action, ...] = ()                # action lines and rows of action tables
    exclusions: tuple[Exclusion, ...] = ()          # the press and public excluded
    exempt_items: tuple[dict[str, Any], ...] = ()   # items to be taken in private: number, title, ground
    cabinet: tuple[dict[str, Any], ...] = ()        # notice: who sits in the cabinet, with portfolio
    columns: tuple[str, ...] = ()                   # notice, log: headings of the table
    entries: tuple[Entry, ...] = ()                 # notice: the matters to be decided
    standing_rules: tuple[str, ...] = ()            # work programme: rules that stand over it all
    review_rule: str | None = None                  # work programme: when it is reviewed
    meetings: tuple[ProgrammeMeeting, ...] = ()     # work programme, list: the meetings
    sections: tuple[Section, ...] = ()              # report, letter: the sections
    recommendations: tuple[str, ...] = ()           # report: what it recommends
    implications: dict[str, str] = field(default_factory=dict)  # report: heading of the implication and what it says
    background_papers: tuple[str, ...] = ()         # report: papers it rests on
    documents: tuple[Linked, ...] = ()              # documents that the page or pack lists or holds
    defects: tuple[Defect, ...] = ()                # damage to the page
    pages: tuple[int, int] | None = None           # first and last page in the file as received
    pack_pages: tuple[int, int] | None = None      # first and last printed pack page
    agenda_item: str | None = None                 # of the pack that holds it
    style: str = ""                                # the document style that read it
    style_margin: float = 0.0                      # by how much it was the surest
    coverage: tuple[Coverage, ...] = ()             # where each character of the paper went
    problems: tuple[Problem, ...] = ()              # what the paper leaves open
