"""Every sample paper reads as it did: the stored reading is what we promised, and its diff is the review.

`make golden` stores the readings anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from minutebook.readings import Given
from minutebook.record import Item, Record
from tests.conftest import label, reading_of, sample_papers, skip_without_ocr

GOLDEN = Path(__file__).parent / "golden"
PAPERS = sample_papers("county", "styles")
HEADING = ("kind", "title", "authority", "body", "date", "time", "venue", "chair", "agenda_item", "pages")
WORDS = 60
"""Characters kept of a long text: enough to know it by."""


def brief(record: Record) -> dict[str, Any]:
    """The record in few words: what a reviewer would notice if it changed."""
    found: dict[str, Any] = {k: v for k in HEADING if (v := getattr(record, k))}
    found["people"] = [f"{p.group}: {p.name}" + (f", {p.role}" if p.role else "") for p in record.attendance]
    found["items"] = [_item(i) for i in record.items]
    found["questions"] = [f"{q.item} Q{q.number} {q.asker}: {q.text[:WORDS]}" for q in record.questions]
    found["promises"] = [f"{c.item}.{c.paragraph} {c.by} / {c.due} / {c.strength} {c.basis}: {c.quote}" for c in record.commitments]
    found["figures"] = [f"{f.item}.{f.paragraph} {f.value:g} {f.unit} {f.nature}: {f.measure} / {f.period}"
                        if f.value is not None else f"{f.item}.{f.paragraph} ? {f.unit}: {f.quote[:WORDS]}" for f in record.figures]
    found["references"] = [f"{r.item}.{r.paragraph} {r.kind}: {r.quote}" for r in record.references]
    found["decisions"] = [f"{d.ref} {d.title}" for d in record.decisions]
    found["votes"] = [f"{v.item} {v.kind} {v.votes_for}-{v.against}-{v.abstain} {v.result}" for v in record.votes]
    found["motions"] = [f"{m.item} {m.mover} / {m.seconder} / {m.outcome}" for m in record.motions]
    found["actions"] = [f"{a.ref} {a.owner} / {a.due}: {a.text[:WORDS]}" for a in record.actions]
    found["follow_ups"] = [f"{f.item}.{f.paragraph} {f.status}: {f.about[:WORDS]}" for f in record.follow_ups]
    found["declarations"] = [f"{d.item} {d.member} / {d.interest}" for d in record.declarations]
    found["exclusions"] = [f"{x.ground} {' '.join(x.paragraphs)} / {' '.join(x.items)}" for x in record.exclusions]
    found["exempt"] = [" / ".join(str(v) for v in x.values() if v) for x in record.exempt_items]
    found["entries"] = [e.title for e in record.entries]
    found["meetings"] = [f"{m.heading}: {len(m.entries)}" for m in record.meetings]
    found["sections"] = [f"{s.number} {s.heading}: {' '.join(p.label for p in s.paragraphs)}" for s in record.sections]
    found["recommendations"] = [r[:WORDS] for r in record.recommendations]
    found["documents"] = [d.title for d in record.documents]
    found["problems"] = sorted(f"{p.level} {p.code}" for p in record.problems)
    return {k: list(v) if isinstance(v, tuple) else v for k, v in found.items() if v}


def _item(item: Item) -> dict[str, Any]:
    number = item.number or (f"[{item.number_inferred}]" if item.number_inferred else "-")
    found: dict[str, Any] = {"item": f"{number} {item.title}" + (f" ({item.agenda_ref})" if item.agenda_ref else "")}
    if item.paragraphs:
        found["paragraphs"] = " ".join(p.label for p in item.paragraphs)
    if item.resolutions:
        found["resolutions"] = [f"{r.verb}: {r.text}" for r in item.resolutions]
    if item.truncated or item.restricted:
        found["marks"] = " ".join(m for m, is_so in (("cut", item.truncated), ("private", item.restricted)) if is_so)
    return found


def stored_at(given: Given) -> Path:
    folder, _, name = label(given).partition("/")
    return GOLDEN / folder / f"{name}.json"


@pytest.mark.parametrize("given", PAPERS, ids=label)
def test_a_sample_paper_reads_as_stored(given: Given, request: pytest.FixtureRequest) -> None:
    reading = reading_of(given)
    skip_without_ocr(reading)
    found: dict[str, Any] = {"papers": [brief(r) for r in reading.records]}
    if reading.unreadable:
        found["unreadable"] = [u.code for u in reading.unreadable]
    path = stored_at(given)
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--rewrite-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    if not GOLDEN.is_dir():
        pytest.skip("no readings are stored yet; make golden stores them")
    assert path.is_file(), f"no reading of {label(given)} is stored; make golden stores it"
    assert found == json.loads(path.read_text(encoding="utf-8"))


def test_no_stored_reading_has_lost_its_paper() -> None:
    expected = {stored_at(g) for g in PAPERS}
    assert {p for p in GOLDEN.rglob("*.json")} <= expected


def test_a_rewrite_asked_for_keeps_what_it_wrote() -> None:
    """What is stored can be read back as it was found: no tuples, no sets, nothing that JSON would bend."""
    for given in PAPERS[:3]:
        found = [brief(r) for r in reading_of(given).records]
        assert json.loads(json.dumps(found)) == found
