"""House styles: their data is sound, the surest wins, and a council's own is found through its entry point.

The last tests run the worked example of docs/add-a-style.md, which lies in samples/own_style/.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutebook.citations import stands, unverified
from minutebook.cli import OK, main
from minutebook.reading import style as styles
from minutebook.reading.style import ROLES, Style, all_styles
from minutebook.readings import Reading, coverage_of, read
from tests.conftest import ROOT, SAMPLES

EXAMPLE = SAMPLES / "own_style"
PAPER = EXAMPLE / "golden" / "river-and-harbour-2024-05-14.txt"
EXPECTED = json.loads(PAPER.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("style", all_styles(), ids=lambda s: s.name)
def test_a_style_is_sound_and_reads_its_own_sample(style: Style) -> None:
    assert style.about and style.sample
    for clue in style.clues:
        re.compile(clue.pattern)
    for mark in style.marks:
        groups = set(re.compile(mark.pattern).groupindex)
        assert mark.role in ROLES
        assert (groups >= {"number", "title"}) == (mark.role == "item-head")
    reading = read(SAMPLES / style.sample)
    assert style.name in {r.style for r in reading.records}


def test_names_of_styles_are_their_own() -> None:
    names = [s.name for s in all_styles()]
    assert len(names) == len(set(names))


def test_the_command_lists_every_style_with_its_sample(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["styles"]) == OK
    told = capsys.readouterr().out
    for style in all_styles():
        assert style.name in told and style.sample in told
        assert style.about in " ".join(told.split())


# --- the worked example -----------------------------------------------------------------------------


def installed(folder: Path, entry: str) -> None:
    """What pip leaves of a package that offers a style: its module, and its entry points."""
    info = folder / "saltwharf_papers-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: saltwharf-papers\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[minutebook.styles]\nsaltwharf = {entry}\n")
    (folder / "saltwharf.py").write_text((EXAMPLE / "saltwharf.py").read_text(encoding="utf-8"), encoding="utf-8")


@pytest.fixture
def own_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on Python's path whose packages count as installed."""
    monkeypatch.syspath_prepend(tmp_path)
    all_styles.cache_clear()
    yield tmp_path
    sys.modules.pop("saltwharf", None)
    all_styles.cache_clear()


@pytest.fixture
def with_the_style(own_package: Path) -> Reading:
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed(own_package, project["entry-points"]["minutebook.styles"]["saltwharf"])
    return read(PAPER)


def told(reading: Reading) -> dict[str, object]:
    """The record as the golden file keeps it."""
    record = reading.records[0]
    return {
        "kind": record.kind,
        "style": record.style,
        "body": record.body,
        "date": record.date,
        "items": [
            {
                "number": i.number,
                "title": i.title,
                "paragraphs": [p.text for p in i.paragraphs],
                "resolutions": [r.text for r in i.resolutions],
            }
            for i in record.items
        ],
    }


def test_without_the_style_the_house_words_are_not_understood() -> None:
    found = told(read(PAPER))
    assert found["style"] == "plain"
    assert not any(i["number"] or i["resolutions"] for i in found["items"])  # type: ignore[attr-defined]


def test_with_the_style_the_paper_reads_as_stored(with_the_style: Reading) -> None:
    assert told(with_the_style) == EXPECTED


def test_with_the_style_a_promise_knows_its_item(with_the_style: Reading) -> None:
    promises = {c.quote: c for c in with_the_style.records[0].commitments}
    assert promises["She would send the Committee a list of the others by 30 June 2024."].item == "6"


def test_with_the_style_every_place_still_holds(with_the_style: Reading) -> None:
    (record,), (document,) = with_the_style.records, with_the_style.documents
    assert with_the_style.account.unread == 0
    coverage = coverage_of(document, with_the_style.records)
    assert coverage[0].start == 0 and coverage[-1].end == len(document.text)
    assert all(a.end == b.start for a, b in itertools.pairwise(coverage))
    assert list(unverified(document, record, coverage)) == []
    for item in record.items:
        assert item.where and document.text[item.where.start :].startswith(f"Matter {item.number} - ")
        assert all(r.where and stands(document, r.where, r.text) for r in item.resolutions)


def test_a_style_from_elsewhere_takes_no_other_paper(own_package: Path) -> None:
    installed(own_package, "saltwharf:SALTWHARF")
    assert {r.style for r in read(SAMPLES / styles.all_styles()[0].sample).records} == {"plain"}


@pytest.mark.parametrize("entry", ["saltwharf:NO_SUCH_STYLE", "saltwharf:Clue", "not_there:STYLE"])
def test_a_broken_style_is_named_and_stops_nothing(own_package: Path, entry: str) -> None:
    installed(own_package, entry)
    with pytest.warns(UserWarning, match="'saltwharf'"):
        assert all_styles()[0].name == "plain"
    assert read(PAPER).records[0].style == "plain"


def test_the_example_is_told_whole_in_the_docs() -> None:
    page = (ROOT / "docs" / "add-a-style.md").read_text(encoding="utf-8")
    for name in ("saltwharf.py", "pyproject.toml", f"golden/{PAPER.name}", f"golden/{PAPER.stem}.json"):
        assert (EXAMPLE / name).read_text(encoding="utf-8").strip() in page
