"""The command line: what it prints, where it writes, and with which status it ends."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile

import pytest

from minutebook.cli import DOUBTS, OK, UNREADABLE, USAGE, main
from minutebook.formats import FORMATS
from tests.conftest import ROOT
from tests.test_api import MINUTES, cost_of


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "two.txt").write_text(MINUTES.replace("14 March 2024", "9 May 2024"), encoding="utf-8")
    return folder


def command(*arguments: str, **options):
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.run([sys.executable, "-m", "minutebook", *map(str, arguments)], capture_output=True, env=environment, **options)


def test_read_prints_a_summary_with_quotes_and_places(papers, capsys):
    assert main(["read", str(papers / "one.txt")]) == OK
    told = capsys.readouterr().out
    assert "Answering of calls" in told
    assert "“The Commissioner agreed to report back to the Panel in June 2024.”" in told
    assert re.search(r"explicit undertaking · .*\d+-\d+", " ".join(told.split()))
    assert "100.0% of" in told


def test_the_record_is_one_json_of_all_papers_in_order(papers, capsys):
    assert main(["read", str(papers), "--as", "record", "--jobs", "2"]) == OK
    told = json.loads(capsys.readouterr().out)
    assert [d["source"] for d in told["documents"]] == ["one.txt", "two.txt"]
    assert set(told) == {"documents"}


def test_one_file_that_cannot_be_read_is_named_and_the_others_are_given(papers, capsys):
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    assert main(["read", str(papers), "--as", "record"]) == UNREADABLE
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert len(told["documents"]) == 2
    assert told["unreadable"][0]["source"] == "broken.pdf"
    assert "broken.pdf" in err and "Traceback" not in err


@pytest.mark.parametrize("form", [f for f in FORMATS if f != "record"])
def test_every_form_can_be_written_to_a_file(form, papers, tmp_path):
    out = tmp_path / f"out{FORMATS[form].ending}"
    assert main(["read", str(papers), "--as", form, "--out", str(out)]) == OK
    assert out.stat().st_size > 0
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_to_write_to_gets_one_file_for_each_paper(papers, tmp_path):
    assert main(["read", str(papers), "--as", "markdown", "--out", f"{tmp_path}/out/"]) == OK
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["one.txt.md", "two.txt.md"]


def test_standard_input_is_read_as_a_paper():
    told = command("read", "-", "--name", "sent.txt", "--as", "record", input=MINUTES.encode())
    assert told.returncode == OK
    assert json.loads(told.stdout)["documents"][0]["source"] == "sent.txt"


def test_show_prints_the_passage_and_verifies_it(papers, capsys):
    paper = papers / "one.txt"
    start = MINUTES.index("agreed to report back")
    at = f"{start}-{start + len('agreed to report back')}"
    assert main(["show", str(paper), "--at", at, "--quote", "agreed to report back"]) == OK
    told = capsys.readouterr().out
    assert "⟦agreed to report back⟧" in told and "Verified" in told
    assert main(["show", str(paper), "--at", at, "--quote", "declined to report back"]) == DOUBTS
    assert "Not verified" in capsys.readouterr().out


def test_show_says_who_cites_the_passage(papers, capsys):
    assert main(["read", str(papers / "one.txt"), "--as", "record"]) == OK
    promise = json.loads(capsys.readouterr().out)["documents"][0]["commitments"][0]["where"]
    at = f"{promise['source']}:{promise['start']}-{promise['end']}"
    assert main(["show", str(papers / "one.txt"), "--at", at]) == OK
    assert "(promise)" in capsys.readouterr().out
    assert main(["show", str(papers / "two.txt"), "--at", at]) == DOUBTS
    assert "the file may have changed" in capsys.readouterr().err


@pytest.mark.parametrize("at", ["", "9-3", "a page", "5-5"])
def test_show_asks_for_a_place_it_understands(at, papers, capsys):
    assert main(["show", str(papers / "one.txt"), "--at", at]) == USAGE
    assert "START-END" in capsys.readouterr().err


def test_check_ends_with_a_status_for_scripts(papers, capsys):
    assert main(["check", str(papers)]) == OK
    (papers / "doubtful.txt").write_text(MINUTES.replace("14 March 2024", "31 June 2024"), encoding="utf-8")
    assert main(["check", str(papers)]) == DOUBTS
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    assert main(["check", str(papers), "--jobs", "2"]) == UNREADABLE
    assert "3 papers read, 1 not" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["reed", "x"], ["read", "x", "--as", "opera"], ["read", "x", "--limit", "patience=3"],
     ["read", "x", "--limit", "pages=many"], ["check"]],
)
def test_wrong_use_is_told_in_one_line_with_its_own_status(arguments, capsys):
    try:
        status = main(arguments)
    except SystemExit as ended:
        status = ended.code
    assert status == USAGE
    assert "Traceback" not in capsys.readouterr().err


def test_limits_are_set_on_the_command_line(papers, capsys):
    assert main(["read", str(papers / "one.txt"), "--limit", "file_bytes=10"]) == UNREADABLE
    assert "raise the limit" in capsys.readouterr().err


def test_help_is_quick_and_shows_examples():
    told = command("--help")
    assert told.returncode == 0 and b"examples:" in told.stdout and b"exit status:" in told.stdout
    assert cost_of("-m", "minutebook", "--help") < 0.2


def test_a_reader_of_our_output_that_goes_away_is_no_error(papers):
    for n in range(30):
        (papers / f"more-{n}.txt").write_text(MINUTES, encoding="utf-8")
    told = subprocess.run(f"{sys.executable} -m minutebook read {papers} --as record | head -c 10", shell=True, capture_output=True,
                          env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
    assert told.stderr == b""


def test_ctrl_c_ends_without_a_traceback(papers):
    running = subprocess.Popen([sys.executable, "-m", "minutebook", "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
    time.sleep(1.0)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_verb_and_form(shell, capsys):
    assert main(["completion", shell]) == OK
    script = capsys.readouterr().out
    for word in ("read", "show", "check", "demo", "akoma-ntoso", "ocr_pages", "--jobs" if shell != "fish" else "-l jobs"):
        assert word in script


def test_formats_and_styles_are_listed(capsys):
    assert main(["formats"]) == main(["styles"]) == OK
    told = capsys.readouterr().out
    assert all(form in told for form in FORMATS)
    assert "plain" in told


def test_the_demo_writes_pages_whose_every_link_leads_somewhere(papers, tmp_path, capsys):
    out = tmp_path / "demo"
    assert main(["demo", str(papers), "--out", str(out)]) == OK
    pages = {p.name: p.read_text(encoding="utf-8") for p in out.glob("*.html")}
    assert {"index.html", "promises.html", "open.html", "one.html", "one--source.html"} <= set(pages)
    for name, text in pages.items():
        assert "<script" not in text and "http://" not in text.replace("http-equiv", "") and "https://" not in text
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids)), f"{name} names two places alike"
        for link in re.findall(r'href="([^"]+)"', text):
            file, _, anchor = link.partition("#")
            target = out / (file or name)
            assert target.is_file(), f"{name} links to {file}"
            if anchor:
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), f"{name} links to {link}"
    assert "agreed to report back to the Panel in June 2024" in pages["promises.html"]


def test_a_promise_stands_beside_its_own_paragraph_where_items_bear_no_number(tmp_path):
    page = ROOT / "samples" / "county" / "papers" / "14-stourley-page-2025-03-18.html"
    main(["demo", str(page), "--out", str(tmp_path)])
    html = (tmp_path / "14-stourley-page-2025-03-18.html").read_text(encoding="utf-8")
    assert html.count("<strong>Promise</strong>") == html.count('<li id="promise-')


def test_the_demo_tells_on_its_first_page_of_files_not_read(papers, tmp_path, capsys):
    (papers / "broken.pdf").write_bytes(b"%PDF-1.4\n1 0 obj")
    main(["demo", str(papers), "--out", str(tmp_path / "demo")])
    assert "1 file not read" in capsys.readouterr().out
    assert ">1 file</a> could not be read." in (tmp_path / "demo" / "index.html").read_text(encoding="utf-8")


def test_the_demo_keeps_papers_of_one_name_apart(tmp_path):
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("minutes.txt", MINUTES)
    (tmp_path / "minutes.zip").write_bytes(packed.getvalue())
    out = tmp_path / "demo"
    assert main(["demo", *(str(tmp_path / x) for x in ("a", "b", "minutes.zip")), "--out", str(out)]) == OK
    assert sorted(p.name for p in out.glob("minutes*.html") if "source" not in p.name) == ["minutes-2.html", "minutes-3.html", "minutes.html"]


def test_what_a_paper_says_cannot_become_part_of_the_page(tmp_path):
    (tmp_path / "odd.txt").write_text(MINUTES.replace("Answering of calls", "<img src=x onerror=alert(1)> & calls \x00"), encoding="utf-8")
    out = tmp_path / "demo"
    main(["demo", str(tmp_path / "odd.txt"), "--out", str(out)])
    assert all("<img" not in p.read_text(encoding="utf-8") for p in out.glob("*.html"))
