"""The law against tables of dated cases: one TOML file a subject under tests/rules, one test a table.

A case names its rule and its enactment, tells the occasion, and gives the facts and what the rule must answer:
`equals` for a plain answer, else any of holds ("unknown" for None), deadline, deadlines, outcome, provision, faults
(all their codes), warns and says (words that must stand there), silent (no warning at all), blocks; or `error`. A fact that is not there is given as "none".
"""

from __future__ import annotations

import ast
import random
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from inspect import signature
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from minutebook.rules import (
    BOOK,
    HOLIDAYS,
    RULES,
    Closure,
    Mark,
    Nation,
    Setting,
    Verdict,
    changes,
    days,
    exempt,
    notice,
)
from minutebook.rules.__main__ import counts, page
from minutebook.rules.rulebook import load

TABLES = Path(__file__).parent / "rules"
EXPECTED = {
    "equals",
    "holds",
    "deadline",
    "deadlines",
    "outcome",
    "provision",
    "faults",
    "warns",
    "says",
    "silent",
    "blocks",
    "error",
}
FOR = {"in-time", "quorate", "vetoed", "fits", "allowed", "names", "complete", "may", "answered"}
AGAINST = {
    "late",
    "overdue",
    "inquorate",
    "too-late",
    "too-long",
    "no-names",
    "lapsed",
    "closed",
    "faulty",
    "incomplete",
}
"""Outcomes that can only go with a yes, and only with a no."""


def cases(table: Path) -> list[dict[str, Any]]:
    return tomllib.loads(table.read_text("utf-8"))["case"]


@pytest.mark.parametrize("table", sorted(TABLES.glob("*.toml")), ids=lambda t: t.stem)
def test_table(table: Path) -> None:
    """Every case of the table comes out as it must; all that do not are told together."""
    amiss = [f"{c['rule']} ({c['occasion']}): {m}" for c in cases(table) for m in tried(c)]
    assert not amiss, "\n".join(amiss)


def tried(case: dict[str, Any]) -> list[str]:
    assert case["enactment"].strip() and case["occasion"].strip() and EXPECTED & set(case)
    unknown = set(case) - EXPECTED - {"rule", "enactment", "occasion", "given"}
    assert not unknown, f"{case['rule']}: {unknown}"
    rule = RULES[case["rule"]]
    try:
        answer = rule.call(**given(rule.call, case["given"]))
    except ValueError as refused:
        words = str(refused)
        assert words[0].isupper() or words[0] in "‘0123456789£"
        assert words.endswith(".")
        return [] if "error" in case and case["error"] in words else [f"refused: {words}"]
    if "error" in case:
        return [f"should refuse, but answered {answer!r}"]
    if "equals" in case:
        return [] if answer == case["equals"] else [f"{answer!r}, not {case['equals']!r}"]
    verdicts = answer if isinstance(answer, tuple) else (answer,)
    assert all(isinstance(v, Verdict) for v in verdicts)
    amiss = []
    for v in verdicts:
        assert v.rule == case["rule"] and v.working.endswith(".")
        if v.holds is True and (v.way_out or v.outcome in AGAINST) or v.holds is False and v.outcome in FOR:
            amiss.append(f"says {v.holds}, {v.outcome}, and ‘{v.way_out}’ in one breath")
        cited = {v.provision.key, *(p.key for p in v.also)}
        if not cited <= set(rule.provisions):
            amiss.append(f"cites {cited - set(rule.provisions)}, which the rule does not declare")
        if (
            v.holds is False
            and not v.way_out
            and not v.outcome.startswith(
                (
                    "not-key",
                    "lost",
                    "reserve",
                    "does-not-bind",
                    "no-names",
                    "exempt",
                    "withheld",
                    "late",
                    "transferred",
                    "stands",
                    "may-be",
                    "unreasonable",
                )
            )
        ):
            amiss.append("no way out is shown")
    return amiss + differences(case, verdicts)


def differences(case: dict[str, Any], verdicts: Sequence[Verdict]) -> list[str]:
    amiss, v = [], verdicts[0]
    if "deadlines" in case and (found := [x.deadline for x in verdicts]) != case["deadlines"]:
        amiss.append(f"deadlines {found}")
    if "holds" in case and v.holds is not (None if case["holds"] == "unknown" else case["holds"]):
        amiss.append(f"holds is {v.holds}: {v.working}")
    if "faults" in case and sorted(f.code for f in v.faults) != sorted(case["faults"]):
        amiss.append(f"faults {[f.code for f in v.faults]}")
    for name in ("deadline", "outcome", "blocks"):
        if name in case and getattr(v, name) != case[name]:
            amiss.append(f"{name} is {getattr(v, name)!r}, not {case[name]!r}: {v.working}")
    if "provision" in case and v.provision.key != case["provision"]:
        amiss.append(f"rests on {v.provision.key}")
    told = " ".join(w for x in verdicts for w in x.warnings)
    amiss += [f"no warning ‘{w}’ in: {told}" for w in case.get("warns", ()) if w not in told]
    amiss += [f"‘{w}’ not in: {v.working}" for w in case.get("says", ()) if w not in v.working]
    if case.get("silent") and told:
        amiss.append(f"warns: {told}")
    return amiss


def given(call: Any, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a case as the rule takes them: names of a nation, rows of members, a local calendar, changes."""
    hints = get_type_hints(call)
    out: dict[str, Any] = {}
    for name, value in facts.items():
        if name == "calendar":
            closures = tuple(Closure(**c) for c in value.get("closures", ()))
            known = HOLIDAYS.known_on(value["known_on"]) if "known_on" in value else HOLIDAYS
            out[name] = replace(
                known,
                closures=closures,
                **{k: v for k, v in value.items() if k in ("closures_count", "half_days_count")},
            )
        elif name == "changes":
            out["book"] = BOOK.overlay(
                Setting(**{"provision": "", **c, "nation": Nation(c["nation"]) if "nation" in c else None})
                for c in value
            )
        else:
            out[name] = shaped(value, hints[name])
    return out


def shaped(value: Any, kind: Any) -> Any:
    if value == "none" and type(None) in get_args(kind):
        return None
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{f.name: value[f.name] for f in fields(kind) if f.name in value})
    if get_origin(kind) in (Sequence, tuple):
        return tuple(shaped(v, get_args(kind)[0]) for v in value)
    return value


# ── the tables as a whole ──────────────────────────────────────────────────────────────────────────────────────────


def test_every_rule_has_its_cases() -> None:
    assert set(counts(TABLES)) == set(RULES)
    assert sum(counts(TABLES).values()) >= 141


def test_a_rule_listed_names_provisions_of_the_book() -> None:
    named = {p for rule in RULES.values() for p in rule.provisions}
    assert named == set(BOOK.provisions)


def test_the_page_of_the_law_is_fresh() -> None:
    fresh = Path(__file__).parent.parent / "docs" / "law.md"
    assert fresh.read_text("utf-8") == page(TABLES), "run: python -m minutebook.rules tests/rules > docs/law.md"


def test_the_law_rests_on_nothing_else_and_reads_no_clock() -> None:
    for source in sorted(Path(days.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.startswith("minutebook.rules") or name.split(".")[0] in sys.stdlib_module_names, (
                    source,
                    name,
                )
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("today", "now", "utcnow", "environ"), source


def test_a_setting_rests_on_law_of_its_own_nation() -> None:
    for setting in BOOK.settings:
        nations = BOOK.provision(setting.provision).nations
        assert setting.nation is None or setting.nation in nations, setting


@pytest.mark.parametrize("counting", list(days.Counting))
def test_every_day_between_is_accounted_for(counting: days.Counting) -> None:
    closed = replace(HOLIDAYS, closures=(Closure(date(2024, 1, 2), "stocktaking"),), closures_count=False)
    for n in range(0, 400, 3):
        published = date(2023, 3, 1) + timedelta(n)
        meeting = published + timedelta(21)
        shown = days.tally(published, meeting, counting, closed)
        assert len(shown) == 20 and all(t.counts != bool(t.why) for t in shown), published
        assert sum(t.counts for t in shown) == days.clear(published, meeting, counting, closed)


def test_the_days_between_say_why_they_do_not_count() -> None:
    shown = {t.day.day: t.why for t in days.tally(date(2023, 4, 3), date(2023, 4, 13))}
    assert shown[7] == "bank holiday: Good Friday" and shown[8] == "Saturday" and shown[6] == ""
    parish = {t.day.day: t.why for t in days.tally(date(2023, 4, 3), date(2023, 4, 13), days.Counting.S243)}
    assert parish[6] == parish[8] == parish[11] == "the Easter break" and parish[9] == "Sunday"


def test_a_verdict_is_told_line_by_line() -> None:
    lines = notice.agenda_in_time(date(2023, 10, 10), date(2023, 10, 17), Nation.ENGLAND).told()
    assert "4 clear days" in lines[0] and lines[1].startswith("Law: Local Government Act 1972")
    assert "Not checked by a lawyer." in lines and "move the meeting" in lines[-1]


def test_the_reader_does_not_ask_the_law() -> None:
    """Papers are read as they stand; only the site, and a command, ask whether they should have stood so."""
    library = Path(days.__file__).parent.parent
    for source in library.rglob("*.py"):
        if source.relative_to(library).parts[0] not in ("rules", "cli"):
            assert "minutebook.rules" not in source.read_text("utf-8"), source


def test_no_facts_however_odd_break_a_rule() -> None:
    """Each rule with seeded facts of the right kind: an answer, or a plain refusal; never another error."""
    dice = random.Random(1972)
    for rule in RULES.values():
        hints = get_type_hints(rule.call)
        for _ in range(25):
            facts = {n: cast(hints[n], dice) for n in signature(rule.call).parameters if n not in ("book", "calendar")}
            try:
                answer = rule.call(**facts)
            except ValueError as refused:
                assert str(refused).endswith("."), (rule.name, refused)
            else:
                verdicts = answer if isinstance(answer, tuple) else (answer,)
                assert all(v.working.endswith(".") for v in verdicts if isinstance(v, Verdict))


def cast(kind: Any, dice: random.Random) -> Any:
    """Some value of that kind, now and then an odd one."""
    if type(None) in get_args(kind):
        return None if dice.random() < 0.3 else cast(next(k for k in get_args(kind) if k is not type(None)), dice)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return dice.choice(list(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        types = get_type_hints(kind)
        return kind(**{f.name: cast(types[f.name], dice) for f in fields(kind)})
    if get_origin(kind) in (Sequence, tuple):
        return tuple(cast(get_args(kind)[0], dice) for _ in range(dice.randrange(4)))
    if get_origin(kind) is Mapping:
        return {cast(get_args(kind)[0], dice): cast(get_args(kind)[1], dice) for _ in range(dice.randrange(4))}
    if get_args(kind):
        return cast(dice.choice(get_args(kind)), dice)
    return {
        date: date(1996, 2, 29) + timedelta(dice.choice([dice.randrange(15000), dice.randrange(300), 0])),
        time: time(dice.randrange(24), dice.randrange(60)),
        int: dice.choice([-1, 0, 1, 3, 5, 13, 2026, dice.randrange(40)]),
        float: dice.random() * 10,
        bool: dice.random() < 0.5,
        str: dice.choice(
            ["", " ", "plan", "commissioner", "too high", "for", "1/4", "vacancy", "9", "Paragraph 3 of Part 1"]
        ),
    }[kind]


@pytest.mark.parametrize("odd", [date(1066, 10, 14), date(9999, 12, 31), datetime(2026, 3, 29, 1, 30)])
def test_an_impossible_day_is_refused(odd: date) -> None:
    with pytest.raises(ValueError, match=r"cannot be right|not an instant"):
        notice.agenda_deadline(odd, Nation.ENGLAND)


# ── bank holidays ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_bank_holidays_are_weekdays_each_once() -> None:
    held = [h.day for h in HOLIDAYS.holidays]
    assert held == sorted(set(held)) and all(d.weekday() < 5 for d in held)
    assert {d.year for d in held} == set(range(2010, 2029))


def test_easter_by_its_own_day() -> None:
    for year in range(2010, 2029):
        assert HOLIDAYS.holiday(days.easter(year) - timedelta(2)) and HOLIDAYS.holiday(days.easter(year) + timedelta(1))


@pytest.mark.parametrize("subdivision", ["ENG", "WLS"])
def test_bank_holidays_agree_with_another_list(subdivision: str) -> None:
    other = pytest.importorskip("holidays").UnitedKingdom(subdiv=subdivision, years=range(2010, 2029))
    assert {h.day for h in HOLIDAYS.holidays} == {d for d in other if d.weekday() < 5}


def test_latest_is_the_last_day_that_leaves_enough() -> None:
    """For every day of three years and every way of counting: the day given is enough, the next working day is not."""
    for counting in days.Counting:
        for n in range(0, 1096, 5):
            meeting = date(2022, 1, 1) + timedelta(n)
            for needed in (1, 3, 5):
                last = days.latest(meeting, needed, counting)
                assert days.clear(last, meeting, counting) >= needed and days.is_working(last)
                assert days.clear(days.next_working_day(last + timedelta(1)), meeting, counting) < needed


# ── the rulebook: an officer's changes, a lawyer's check ───────────────────────────────────────────────────────────

CHANGE = Setting(
    "cdc.response_days", 35, "", start=date(2026, 1, 1), by="the monitoring officer", on=date(2026, 1, 5), why="agreed"
)


def test_a_change_moves_the_deadline_and_is_told() -> None:
    call = RULES["replies.partner_response"].call
    facts = {"sent": date(2026, 3, 2), "answered": None, "on": date(2026, 3, 3)}
    before, after = call(**facts), call(**facts, book=BOOK.overlay([CHANGE]))
    assert (before.deadline, after.deadline) == (date(2026, 3, 30), date(2026, 4, 6))
    assert any("the monitoring officer" in w and "agreed" in w for w in after.warnings)
    assert after.settings[0].by == "the monitoring officer"


def test_a_change_begins_on_its_day() -> None:
    book = BOOK.overlay([CHANGE])
    assert book.number("cdc.response_days", date(2025, 12, 31)) == 28
    assert book.number("cdc.response_days", date(2026, 1, 1)) == 35


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (replace(CHANGE, by=""), "who made it"),
        (replace(CHANGE, on=None), "who made it"),
        (replace(CHANGE, why=" "), "and why"),
        (replace(CHANGE, value="many"), "another kind"),
        (replace(CHANGE, value=-1), "less than nothing"),
        (replace(CHANGE, key="cdc.unheard_of"), "no setting called"),
        (replace(CHANGE, end=date(2025, 1, 1)), "ends before it begins"),
        (replace(CHANGE, key="agenda.clear_days", value=4), "name the enactment"),
    ],
)  # fmt: skip
def test_a_change_that_cannot_stand_is_refused(change: Setting, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        BOOK.overlay([change])


def test_enacted_law_changes_by_an_enactment() -> None:
    change = replace(
        CHANGE,
        key="agenda.clear_days",
        value=6,
        nation=Nation.ENGLAND,
        provision="agenda-england",
        enactment="An Act of 2030",
        start=date(2030, 1, 1),
    )
    book = BOOK.overlay([change])
    assert book.number("agenda.clear_days", date(2029, 12, 31), Nation.ENGLAND) == 5
    assert book.number("agenda.clear_days", date(2030, 1, 1), Nation.ENGLAND) == 6
    assert book.number("agenda.clear_days", date(2030, 1, 1), Nation.WALES) == 3


def test_changes_are_read_from_toml() -> None:
    text = '[[setting]]\nkey = "cdc.months"\nvalue = 6\nby = "A. Clerk"\non = 2026-01-05\nwhy = "standing orders"\n'
    assert BOOK.overlay(changes(text)).number("cdc.months", date(2026, 2, 1)) == 6


def test_a_setting_without_its_provision_is_refused() -> None:
    text = '[provision.a]\nenactment = "An Act"\nsays = "Something."\nmark = "K"\n[[setting]]\nkey = "k"\nvalue = 1\nprovision = "b"\n'
    with pytest.raises(ValueError, match="does not have"):
        load(text)


def test_knowledge_never_blocks_until_a_lawyer_has_looked() -> None:
    call, facts = (
        RULES["replies.partner_response"].call,
        {"sent": date(2026, 1, 5), "answered": None, "on": date(2026, 6, 1)},
    )
    unchecked = call(**facts)
    assert unchecked.holds is False and not unchecked.blocks and unchecked.standing == "Not checked by a lawyer."
    checked = call(**facts, book=BOOK.checked("cdc-response", "a solicitor", date(2026, 7, 1)))
    assert checked.blocks and "a solicitor" in checked.standing


def test_no_rule_from_knowledge_is_shipped_as_checked() -> None:
    assert not any(p.checked_by for p in BOOK.provisions.values())
    assert not any(p.may_block for p in BOOK.provisions.values() if p.mark is not Mark.VERIFIED)


def test_a_verdict_carries_the_facts_it_used() -> None:
    v = notice.agenda_in_time(date(2023, 10, 10), date(2023, 10, 17), Nation.ENGLAND)
    assert v.rule == "notice.agenda_in_time" and v.inputs["published"] == date(2023, 10, 10)
    assert v.blocks and v.provision.cite().startswith("Local Government Act 1972")


def test_a_holiday_proclaimed_after_publication_is_told() -> None:
    extra = days.Holiday(date(2024, 3, 6), "a day of mourning", proclaimed_on=date(2024, 3, 4), basis="proclaimed")
    calendar = replace(HOLIDAYS, holidays=(*HOLIDAYS.holidays, extra))
    v = notice.agenda_in_time(date(2024, 2, 29), date(2024, 3, 8), Nation.ENGLAND, calendar=calendar)
    assert v.holds is False and v.deadline == date(2024, 2, 28)
    assert any("When it was published there were 5 clear days" in w for w in v.warnings)


@pytest.mark.parametrize("nation", list(Nation))
def test_the_resolution_drafted_passes_its_own_check(nation: Nation) -> None:
    for paragraph in exempt.paragraphs(nation):
        words = exempt.resolution_words("9", [paragraph], nation)
        checked = exempt.check_resolution(words, nation, vote_recorded=True)
        assert checked.holds, checked.working
