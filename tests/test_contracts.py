"""The shape of the house: who may import whom, as written in pyproject.toml."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LINTER = shutil.which("lint-imports", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")


@pytest.mark.skipif(LINTER is None, reason="import-linter is not installed")
def test_a_document_passes_through_in_one_direction():
    told = subprocess.run([LINTER, "--no-cache"], cwd=ROOT, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
    assert told.returncode == 0, told.stdout
