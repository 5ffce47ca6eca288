"""The documentation is as the code is: drawn parts fresh, everything named, every link leading somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from scripts import docs

from minutebook import record as nouns
from minutebook.cli import parser
from minutebook.documents.limits import Limits
from minutebook.formats import FORMATS
from minutebook.formats.records import slots
from minutebook.reading.claims import STEPS
from minutebook.reading.style import OWN, ROLES, all_styles
from minutebook.record import KINDS
from tests.conftest import ROOT

DOCS = ROOT / "docs"
SRC = ROOT / "src" / "minutebook"
PAGES = sorted(DOCS.glob("*.md"))
LINK = re.compile(r"(?<!\\)\]\((?P<to>[^)\s]+)\)")
MKDOCS = shutil.which("mkdocs", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


# --- fresh ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [p for p in PAGES if docs.MARKED.search(p.read_text(encoding="utf-8"))], ids=lambda p: p.name)
def test_what_is_drawn_from_the_code_is_fresh(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert docs.page(written).splitlines() == written.splitlines(), "stale: python scripts/docs.py writes it anew"


def test_a_stale_page_is_noticed() -> None:
    fresh = text("kinds.md")
    assert docs.page(fresh.replace("reading/minutes.py", "reading/hours.py")) == fresh


def test_the_tour_goes_through_every_stage() -> None:
    tour = text("tour.md")
    assert tour.count("<!-- output -->") == len(docs.CODE.findall(tour)) >= 10
    assert "joined over a page break" in tour and "running-head" in tour
    assert "unread: []" in tour and "unverified claims of the whole pack: []" in tour
    for file in ("sniff.py", "pdf.py", "tidy.py", "papers.py", "packs.py", "style.py", "headings.py", "attendance.py", "items.py",
                 "paragraphs.py", "questions.py", "claims.py", "commitments.py", "assemble.py", "record.py", "citations.py", "formats/"):
        assert file in tour, file


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_no_word_of_a_page_opens_a_tag(path: Path) -> None:
    """A stray "<title>" would swallow the rest of the page."""
    written = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    words = re.sub(r"``.+?``|`[^`\n]*`|<!--.*?-->", "", written)
    assert re.findall(r"<(?!a id=|/a>)/?\w[^>\n]*>", words) == []


# --- whole ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["documents", "reading", "reading/kinds", "reading/steps", "reading/styles", "formats", "cli"])
def test_every_file_has_its_place(folder: str) -> None:
    page = text("where-things-go.md")
    missing = [p.name for p in (SRC / folder).glob("*.py") if p.name != "__init__.py" and f"| `{p.name}` |" not in page]
    assert not missing, "a file without a docstring, or a stale page"


def test_every_claim_step_is_told() -> None:
    page = text("where-things-go.md")
    for name, step, noun in STEPS:
        assert f"`{name.replace('_', '-')}`" in page and noun.__name__ in page
        assert step.__doc__


def test_every_style_is_told() -> None:
    page = text("styles.md")
    for style in all_styles()[: len(OWN)]:
        assert f"\n## {style.name}\n" in page and style.about in page
    assert all(f"`{role}`" in text("add-a-style.md") for role in ROLES)


def test_every_kind_is_told_twice() -> None:
    page = text("kinds.md")
    for kind in KINDS:
        assert len(re.findall(rf"^\| `{kind}` \|", page, re.MULTILINE)) == 2, kind


def test_every_form_and_command_is_told() -> None:
    command, rooms = text("command.md"), text("where-things-go.md")
    assert all(f"| `{form}` |" in rooms for form in FORMATS)
    verbs = next(a.choices for a in parser()._actions if a.dest == "verb")
    for verb in verbs or ():
        assert f"minutebook {verb}" in command, verb


def test_every_field_of_the_record_has_a_meaning() -> None:
    page = text("record.md")
    for name, cls in vars(nouns).items():
        if not (isinstance(cls, type) and is_dataclass(cls) and cls.__module__ == nouns.__name__):
            continue
        own = page.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
        rows = dict(re.findall(r"^\| `(\w+)` \| .*? \| (.*) \|$", own, re.MULTILINE))
        assert own.strip() and not own.strip().startswith("|"), f"{name} has no docstring"
        for slot in slots(cls):
            assert rows.get(slot.json, "").strip(), f"{name}.{slot.name} has no comment"


def test_every_problem_has_a_meaning_and_a_remedy() -> None:
    codes = docs.problem_codes()
    page = text("nothing-lost.md")
    assert {"much-unread", "date-unclear", "encrypted", "page-unreadable", "rtf", "crashed"} <= set(codes)
    for name, entry in codes.items():
        meaning, remedy = docs.meaning_of(name, entry)
        assert meaning and remedy, f"say in scripts/docs.py what {name!r} means and what to do"
        assert f"| `{name}` |" in page
    assert set(docs.MEANINGS) <= set(codes), "meanings of codes that nobody gives"


def test_codes_that_come_out_of_the_samples_are_among_them() -> None:
    """Not only what the source seems to say: what readings of the samples in fact held, as stored."""
    stored = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests" / "golden").rglob("*.json"))
    found = set(re.findall(r'"(?:note|doubt|error) ([a-z-]+)', stored))
    assert found <= set(docs.problem_codes())


def test_every_limit_is_told() -> None:
    for limit in fields(Limits):
        row = re.search(rf"^\| `{limit.name}` \| [\d,]+ \| (.+) \|$", text("command.md"), re.MULTILINE)
        assert row and row[1].strip(), f"{limit.name} has no comment"


# --- links ------------------------------------------------------------------------------------------


def slug(heading: str) -> str:
    """The anchor of a heading, as the site makes it."""
    plain = unicodedata.normalize("NFKD", heading.replace("`", "")).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


@pytest.mark.parametrize("path", [*PAGES, ROOT / "README.md"], ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    written = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for m in LINK.finditer(re.sub(r"`[^`\n]*`", "", written)):
        to, _, anchor = m["to"].partition("#")
        if re.match(r"\w+:", to):
            continue
        target = path.parent / to if to else path
        assert target.exists(), m["to"]
        if anchor and target.suffix == ".md" and target.name not in ("api.md", "law.md"):
            heads = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(slug, heads), m["to"]


def test_every_page_is_in_the_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert all(f"- {p.name}\n" in contents for p in PAGES)


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_named_files_are_there(path: Path) -> None:
    """`reading/style.py`, `samples/county/...`: what a page names in code must exist."""
    for name in re.findall(r"`((?:documents|reading|formats|cli|rules|samples|tests|scripts|docs)/[\w./-]*)`", path.read_text(encoding="utf-8")):
        assert any((base / name).exists() for base in (ROOT, SRC)), name


@pytest.mark.slow
@pytest.mark.skipif(MKDOCS is None, reason="MkDocs is not installed (pip install '.[docs]')")
def test_the_site_builds(tmp_path: Path) -> None:
    told = subprocess.run([str(MKDOCS), "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "site" / "tour" / "index.html").is_file()
