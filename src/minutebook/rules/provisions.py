"""What a rule rests on (Provision, Setting) and what it answers (Verdict)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import wraps
from inspect import signature
from typing import ParamSpec, TypeVar, cast


class Nation(StrEnum):
    """Whose law: the two nations differ in days, numbers and remote attendance."""

    ENGLAND = "England"
    WALES = "Wales"


class Mark(StrEnum):
    """How sure we are: V read at its address, K from knowledge, S seen in practice, D a ruling of the product."""

    VERIFIED = "V"
    KNOWLEDGE = "K"
    SEEN = "S"
    DESIGN = "D"


@dataclass(frozen=True, slots=True)
class Provision:
    """The words of law or practice that a rule rests on, and who has checked our reading of them.

    `says` is our own summary, never the enactment's text. `start` and `end` are the days between which it is in
    force, both included; None means open, or not recorded. `link` is an address, as a rule at legislation.gov.uk.
    """

    key: str
    enactment: str
    section: str
    says: str
    nations: tuple[Nation, ...]
    mark: Mark
    link: str = ""
    start: date | None = None
    end: date | None = None
    checked_by: str | None = None
    checked_on: date | None = None

    def cite(self) -> str:
        """As a clerk would cite it: the enactment, then the section."""
        return f"{self.enactment}, {self.section}" if self.section else self.enactment

    def in_force(self, on: date) -> bool:
        """Was it in force that day, so far as the dates are recorded?"""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    @property
    def standing(self) -> str:
        """The line that stands beside the rule on a page."""
        if self.checked_by and self.checked_on:
            return f"Checked by {self.checked_by} on {said(self.checked_on)}."
        return "Not checked by a lawyer."

    @property
    def may_block(self) -> bool:
        """Only law that was read at its address, or that a lawyer has checked, may stop anybody."""
        return self.mark is Mark.VERIFIED or (self.mark is Mark.KNOWLEDGE and self.checked_by is not None)


@dataclass(frozen=True, slots=True)
class Setting:
    """One number or choice that a rule uses, for a time and a nation; an officer's own carries who, when and why."""

    key: str
    value: int | str | bool
    provision: str
    nation: Nation | None = None
    start: date | None = None
    end: date | None = None
    by: str = ""
    on: date | None = None
    why: str = ""
    enactment: str = ""

    def applies(self, on: date, nation: Nation | None) -> bool:
        """Is this the setting for that day and nation?"""
        return (
            (self.start is None or self.start <= on)
            and (self.end is None or on <= self.end)
            and (self.nation is None or self.nation is nation)
        )

    @property
    def changed(self) -> str:
        """Who changed it, when and why; empty for the setting as shipped."""
        if not self.by or self.on is None:
            return ""
        return f"‘{self.key}’ is {self.value}, as set by {self.by} on {said(self.on)}: {self.why}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing amiss among several: a stable code, a sentence for the clerk, and the way out."""

    code: str
    sentence: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule's answer: whether it holds, because of which provision, and the working in words.

    `holds` is None where there is nothing to judge yet (a deadline is worked out, a fact is missing, a person must
    decide). `outcome` is one short word for a program, `deadline` the last day on which the thing may be done,
    `way_out` what to do when it does not hold. `inputs` are the facts the working used.
    """

    holds: bool | None
    provision: Provision
    working: str
    deadline: date | None = None
    outcome: str = ""
    warnings: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    way_out: str = ""
    also: tuple[Provision, ...] = ()
    settings: tuple[Setting, ...] = ()
    rule: str = ""
    inputs: Mapping[str, object] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Does it stop the step until the body's own officer overrides it on the record?"""
        return self.holds is False and all(p.may_block for p in (self.provision, *self.also))

    def told(self) -> tuple[str, ...]:
        """The verdict line by line, as a page opens it: working, law, how far checked, faults, warnings, way out."""
        law = "; ".join(p.cite() for p in (self.provision, *self.also))
        amiss = tuple(f"{f.sentence} {f.remedy}".strip() for f in self.faults)
        ends = (self.way_out,) if self.way_out else ()
        return (self.working, f"Law: {law}.", self.standing, *amiss, *self.warnings, *ends)

    @property
    def standing(self) -> str:
        """What a page says about how far the rule has been checked."""
        return self.provision.standing


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the library as it is listed: its name, its first sentence and the provisions it may rest on."""

    name: str
    does: str
    provisions: tuple[str, ...]
    call: Callable[..., object]


RULES: dict[str, Rule] = {}
"""Every rule by name ("notice.agenda_in_time"), filled as the modules are read."""

P = ParamSpec("P")
R = TypeVar("R")


def rule(*provisions: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Enter a function in the list of rules, and let its verdicts carry its name and the facts it was given."""

    def enter(work: Callable[P, R]) -> Callable[P, R]:
        name = f"{work.__module__.rsplit('.', 1)[-1]}.{work.__name__}"
        shape = signature(work)

        @wraps(work)
        def answer(*args: P.args, **kwargs: P.kwargs) -> R:
            given = shape.bind(*args, **kwargs).arguments
            facts = {k: v for k, v in given.items() if k not in ("book", "calendar")}
            _possible(facts.values())
            answered = work(*args, **kwargs)
            if isinstance(answered, Verdict):
                return cast(R, replace(answered, rule=name, inputs=facts))
            if isinstance(answered, tuple) and answered and isinstance(answered[0], Verdict):
                return cast(R, tuple(replace(v, rule=name, inputs={**facts, **v.inputs}) for v in answered))
            return answered

        first = (work.__doc__ or "").strip().split("\n")[0]
        RULES[name] = Rule(name, first, provisions, answer)
        return answer

    return enter


def _possible(facts: Iterable[object]) -> None:
    """Refuse what is no day of any committee: an instant, or a year mistyped."""
    for fact in facts:
        if isinstance(fact, datetime):
            raise ValueError("Give the body’s own local day, not an instant.")
        if isinstance(fact, date) and not 1900 <= fact.year <= 2200:
            raise ValueError(f"The year {fact.year} cannot be right.")


def said(day: date) -> str:
    """A day as a clerk writes it: Tuesday 17 October 2023."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 clear day, 5 clear days, 2 bodies."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{number} {noun}s"


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
