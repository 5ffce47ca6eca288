"""The front door for Python: one paper, bytes, an open file, a folder, an archive; and many side by side."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import zipfile

import pytest

import minutebook
from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile
from minutebook.readings import Given, Reading, papers_in, read_all, work_through
from tests.conftest import ROOT

MINUTES = """WENDLESHIRE POLICE AND CRIME PANEL

MINUTES of a meeting of the Wendleshire Police and Crime Panel held in the Council Chamber, Shire House, Aldbrook on
Thursday, 14 March 2024.

PRESENT: Mr C Winterbourne (Chair), Councillor S Okonjo and Mrs R Ellery

UNRESTRICTED ITEMS

12. Minutes of the last meeting
(Item 3)

RESOLVED that the minutes be signed by the Chair.

13. Answering of calls
(Item B1)

1. The Commissioner said that 1,204 calls had been lost in February.

2. The Commissioner agreed to report back to the Panel in June 2024.

RESOLVED that the report be noted.

14. Work programme
(Item C1)

RESOLVED that the work programme be agreed.
"""


def cost_of(*command: str) -> float:
    """Seconds of processor time that a command takes beyond Python's own start, whatever else the machine does."""

    def once(*arguments: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        subprocess.run([sys.executable, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(once(*command) for _ in range(3)) - min(once("-c", "pass") for _ in range(3))


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_a_paper_is_read(paper):
    reading = minutebook.read(paper)
    (record,) = reading.records
    assert isinstance(record, minutebook.Record)
    assert record.date == "2024-03-14"
    assert record.items[1].title == "Answering of calls"
    assert any("report back to the Panel" in promise.quote for promise in record.commitments)
    assert reading.document_of(record).text == MINUTES


def test_bytes_open_files_and_paths_give_the_same_record(paper):
    by_path = minutebook.read(paper)
    by_bytes = minutebook.read(MINUTES.encode(), name="minutes.txt")
    with paper.open("rb") as stream:
        by_stream = minutebook.read(stream)
    assert by_path.records == by_bytes.records == by_stream.records


def test_every_statement_is_where_it_says(paper):
    reading = minutebook.read(paper)
    text = reading.documents[0].text
    for promise in reading.records[0].commitments:
        assert " ".join(text[promise.where.start : promise.where.end].split()) == promise.quote


def test_a_folder_is_read_paper_by_paper_and_one_bad_file_stops_nothing(paper):
    (paper.parent / "inner").mkdir()
    (paper.parent / "inner" / "again.txt").write_text(MINUTES, encoding="utf-8")
    (paper.parent / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    reading = minutebook.read(paper.parent)
    assert [r.source.name for r in reading.records] == ["inner/again.txt", "minutes.txt"]
    assert [u.file for u in reading.unreadable] == ["broken.pdf"]
    assert any(p.level == "error" and "broken.pdf" in p.sentence for p in reading.problems)


def test_an_archive_gives_all_its_papers(paper):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/minutes.txt", MINUTES)
        archive.writestr("b/empty.txt", "")
    reading = minutebook.read(packed.getvalue(), name="papers.zip")
    assert [r.source.name for r in reading.records] == ["papers.zip/a/minutes.txt"]
    assert len(reading.unreadable) == 1


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing more", b"PK\x03\x04 not an archive"])
def test_a_file_that_cannot_be_read_says_which_why_and_what_to_do(data, tmp_path):
    path = tmp_path / "paper.bin"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as told:
        minutebook.read(path)
    assert told.value.file == "paper.bin"
    assert told.value.code and told.value.what
    assert "paper.bin" in str(told.value)


def test_a_missing_file_is_told_as_such(tmp_path):
    with pytest.raises(UnreadableFile, match="no such file"):
        minutebook.read(tmp_path / "nowhere.pdf")


def test_limits_are_the_callers_to_set(paper):
    with pytest.raises(UnreadableFile, match="limit"):
        minutebook.read(paper, limits=Limits(file_bytes=10))


def test_many_files_come_in_the_order_given_whatever_the_jobs(paper):
    for n in range(5):
        (paper.parent / f"p{n}.txt").write_text(MINUTES * (5 - n), encoding="utf-8")
    (paper.parent / "p9.pdf").write_bytes(b"%PDF-1.7")
    given = papers_in([paper.parent])
    alone = list(read_all(given))
    together = list(read_all(given, jobs=2))
    assert [r.name for r in alone] == [r.name for r in together] == sorted(g.name for g in given)
    assert [r.records for r in alone] == [r.records for r in together]
    assert [len(r.unreadable) for r in together] == [0, 0, 0, 0, 0, 0, 1]


def dies(given: Given, limits: Limits) -> str:
    """Stands for a reader whose process is killed by one of the files."""
    if given.name == "b":
        os._exit(9)
    return given.name


def told(given: Given, code: str, what: str, remedy: str) -> str:
    return f"{given.name} {code}"


def test_a_file_that_kills_its_process_costs_no_other():
    given = [Given(name) for name in "abcd"]
    assert list(work_through(given, dies, jobs=2, limits=Limits(), failed=told)) == ["a", "b crashed", "c", "d"]


def test_an_empty_reading_has_read_all_there_was():
    assert Reading("nothing").account.share == 1.0


def test_importing_the_package_is_quick():
    assert cost_of("-c", "import minutebook") < 0.2


def test_the_front_door_is_small():
    assert set(minutebook.__all__) == {"read", "Record", "Problem"}
    with pytest.raises(AttributeError):
        _ = minutebook.nothing
