"""Measure the readings of papers against what careful people found in them, where scorer and gold are at hand.

    python scripts/score.py [--shared ../shared] [--set seeds county styles hands shapes layouts fifth] [--misses N]

Prints one table for each set of papers. Nothing here is needed to use the reader.
"""
from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def sets(shared: Path) -> dict[str, tuple[Path, Path]]:
    """Each set of papers, with its gold."""
    own = {name: (ROOT / "samples" / name / "papers", ROOT / "samples" / name / "gold")
           for name in ("county", "styles", "hands", "shapes", "layouts", "fifth")}
    return {"seeds": (shared / "seeds", shared / "gold"), **own}


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    ask.add_argument("--set", nargs="*", default=["seeds", "county", "styles", "hands", "shapes", "layouts", "fifth"], dest="chosen")
    ask.add_argument("--misses", type=int, default=0)
    asked = ask.parse_args()
    scorer = asked.shared / "score" / "score.py"
    if not scorer.is_file():
        print("The scorer is not at hand; name its folder with --shared (make score SHARED=...).")
        return 0
    for name in asked.chosen:
        papers, gold = sets(asked.shared)[name]
        if not papers.is_dir() or not gold.is_dir():
            continue
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "readings.json"
            subprocess.run([sys.executable, "-m", "minutebook", "read", papers, "--as", "record", "--out", out,
                            "--jobs", "2", "--no-progress"], check=False)
            command = [sys.executable, scorer, out, gold, "--misses", str(asked.misses)]
            if name == "seeds":
                command += ["--sources", papers]
            print(f"\n== {name}", flush=True)
            subprocess.run(command, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
