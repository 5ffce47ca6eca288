"""The command, as a new user gives it: init, plan, file, check, and what it says when something is wrong."""
from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from scrutiny.settings import database
from tests.conftest import ROOT
from tests.site.conftest import MINUTES, REPORT


def scrutiny(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    known = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    return subprocess.run([sys.executable, "-m", "scrutiny", "--data", str(folder / "data"), *words], cwd=folder, capture_output=True, text=True,
                          env=known | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"})


def test_from_nothing_to_a_record_that_is_whole(tmp_path):
    (tmp_path / "minutes.txt").write_text(MINUTES)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.writestr("september.txt", MINUTES.replace("4 June 2026", "10 September 2026"))
    (tmp_path / "report.txt").write_text(REPORT)
    early = scrutiny(tmp_path, "file", "minutes.txt")
    assert early.returncode == 1 and "scrutiny init" in early.stderr
    assert scrutiny(tmp_path, "init").returncode == 0
    plan = scrutiny(tmp_path, "file", "--plan", "minutes.txt")
    assert plan.returncode == 0 and "52 Call handling" in plan.stdout and "add-promise" in plan.stdout
    assert not list((tmp_path / "data").glob("archive/*/*"))
    filed = scrutiny(tmp_path, "file", "minutes.txt", "pack.zip", "report.txt")
    assert filed.returncode == 0 and "add-meeting" in filed.stdout and "withhold" in filed.stdout, filed.stderr
    assert "nothing to change" in scrutiny(tmp_path, "file", "minutes.txt", "pack.zip").stdout
    whole = scrutiny(tmp_path, "check")
    assert whole.returncode == 0 and "All is well: 4 documents" in whole.stdout, whole.stdout
    kept = next(p for p in (tmp_path / "data/archive").glob("*/*") if not p.suffix)
    kept.write_bytes(b"other")
    broken = scrutiny(tmp_path, "check")
    assert broken.returncode == 1 and "have changed since they were received" in broken.stdout
    assert scrutiny(tmp_path, "file", "nowhere.pdf").returncode == 1
    assert oct((tmp_path / "data").stat().st_mode)[-3:] == "700" and oct((tmp_path / "data/secret").stat().st_mode)[-3:] == "600"


def test_a_database_is_named_by_its_address():
    given = database("postgresql://clerk:p%40ss@db.example:5433/record")
    assert (given["HOST"], given["PORT"], given["USER"], given["PASSWORD"], given["NAME"]) == ("db.example", "5433", "clerk", "p@ss", "record")
    assert database("sqlite:////var/lib/record.sqlite3")["NAME"] == "/var/lib/record.sqlite3"
