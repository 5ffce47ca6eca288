"""The law as dated configuration: provisions and settings as shipped, and what an officer has changed since.

The shipped book is rulebook.toml beside this file. A body lays its own settings over it with `overlay`; nothing
shipped is lost, and the last setting that applies to the day and the nation is the one used.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from minutebook.rules.provisions import Fault, Mark, Nation, Provision, Setting, Verdict, said


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every provision and every setting, with the changes officers have made and answered for."""

    provisions: Mapping[str, Provision]
    settings: tuple[Setting, ...]

    def provision(self, key: str) -> Provision:
        """The provision of that key."""
        try:
            return self.provisions[key]
        except KeyError:
            raise ValueError(f"The rulebook has no provision called ‘{key}’.") from None

    def setting(self, key: str, on: date, nation: Nation | None = None) -> Setting:
        """What is set for that day and nation: the last entry that applies, so that a change wins over the default."""
        found = [s for s in self.settings if s.key == key and s.applies(on, nation)]
        if not found:
            where = f" in {nation}" if nation else ""
            raise ValueError(f"Nothing is set for ‘{key}’{where} on {said(on)}.")
        return found[-1]

    def number(self, key: str, on: date, nation: Nation | None = None) -> int:
        """The number set for that day and nation."""
        value = self.setting(key, on, nation).value
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"‘{key}’ should be a whole number, but is set to ‘{value}’.")
        return value

    def overlay(self, changes: Iterable[Setting]) -> Rulebook:
        """The same book with an officer's changes laid over it, each with who, when and why.

        What was read in an enactment changes only by another enactment: such a change must name it.
        """
        kept = list(self.settings)
        for change in changes:
            known = [s for s in self.settings if s.key == change.key]
            if not known:
                raise ValueError(f"The rulebook has no setting called ‘{change.key}’.")
            if type(change.value) is not type(known[0].value):
                raise ValueError(
                    f"‘{change.key}’ is {known[0].value!r} as shipped; {change.value!r} is of another kind."
                )
            if isinstance(change.value, int) and not isinstance(change.value, bool) and change.value < 0:
                raise ValueError(f"‘{change.key}’ cannot be less than nothing.")
            if not (change.by.strip() and change.on and change.why.strip()):
                raise ValueError(f"A change of ‘{change.key}’ must say who made it, on what day, and why.")
            if change.start and change.end and change.end < change.start:
                raise ValueError(f"The change of ‘{change.key}’ ends before it begins.")
            touched = [s for s in known if _overlap(s, change)] or known[-1:]
            enacted = [p for s in touched if (p := self.provision(s.provision)).mark is Mark.VERIFIED]
            if enacted and not change.enactment.strip():
                raise ValueError(f"‘{change.key}’ is set by {enacted[-1].cite()}; name the enactment that changes it.")
            provision = self.provision(change.provision or touched[-1].provision)
            kept.append(replace(change, provision=provision.key))
        return replace(self, settings=tuple(kept))

    def checked(self, key: str, by: str, on: date) -> Rulebook:
        """The same book with one provision checked by a lawyer, named and dated."""
        if not by.strip():
            raise ValueError("Say who checked the provision.")
        provision = replace(self.provision(key), checked_by=by, checked_on=on)
        return replace(self, provisions=MappingProxyType({**self.provisions, key: provision}))

    def verdict(
        self,
        key: str,
        holds: bool | None,
        working: str,
        *,
        on: date | None = None,
        deadline: date | None = None,
        outcome: str = "",
        warnings: Iterable[str] = (),
        faults: Iterable[Fault] = (),
        way_out: str = "",
        also: Iterable[str] = (),
        used: Iterable[Setting] = (),
        inputs: Mapping[str, object] | None = None,
    ) -> Verdict:
        """A verdict under the provision of that key; law not in force on the day, and changed settings, are told."""
        provision, used = self.provision(key), tuple(used)
        told = list(warnings)
        if on is not None and not provision.in_force(on):
            told.append(f"{provision.cite()} is not recorded as in force on {said(on)}.")
        told += [s.changed for s in used if s.changed]
        return Verdict(
            holds, provision, working, deadline, outcome, tuple(told), tuple(faults), way_out,
            tuple(self.provision(k) for k in also), used, inputs=inputs or {},
        )  # fmt: skip


def _overlap(a: Setting, b: Setting) -> bool:
    """Do two settings of one key ever speak of the same day and nation?"""
    nations = a.nation is None or b.nation is None or a.nation is b.nation
    before = a.end is not None and b.start is not None and a.end < b.start
    after = b.end is not None and a.start is not None and b.end < a.start
    return nations and not before and not after


def changes(text: str) -> tuple[Setting, ...]:
    """An officer's changes from TOML: `[[setting]]` tables with key, value, by, on, why, and perhaps start and end."""
    return tuple(_setting(row) for row in tomllib.loads(text).get("setting", ()))


def load(text: str) -> Rulebook:
    """A whole rulebook from TOML: `[provision.KEY]` tables and `[[setting]]` tables."""
    book = tomllib.loads(text)
    provisions = {key: _provision(key, row) for key, row in book["provision"].items()}
    settings = tuple(_setting(row) for row in book["setting"])
    for setting in settings:
        if setting.provision not in provisions:
            raise ValueError(f"‘{setting.key}’ rests on ‘{setting.provision}’, which the rulebook does not have.")
    return Rulebook(MappingProxyType(provisions), settings)


def _provision(key: str, row: Mapping[str, Any]) -> Provision:
    nations = tuple(Nation(n) for n in row.get("nations", list(Nation)))
    return Provision(
        key, row["enactment"], row.get("section", ""), row["says"], nations, Mark(row["mark"]), row.get("link", ""),
        row.get("start"), row.get("end"), row.get("checked_by"), row.get("checked_on"),
    )  # fmt: skip


def _setting(row: Mapping[str, Any]) -> Setting:
    nation = Nation(row["nation"]) if "nation" in row else None
    return Setting(
        row["key"], row["value"], row.get("provision", ""), nation, row.get("start"), row.get("end"),
        row.get("by", ""), row.get("on"), row.get("why", ""), row.get("enactment", ""),
    )  # fmt: skip


BOOK = load(files(__package__).joinpath("rulebook.toml").read_text("utf-8"))
"""The rulebook as shipped."""
