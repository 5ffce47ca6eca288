"""How much faster are two processes than one? Reads the same papers with --jobs 1 and --jobs 2.

    python benchmarks/jobs.py [--copies 60]

Prints both times and their ratio; the papers are the sample county's text and web papers, copied.
The ratio means something only on a machine with two processors free.
"""
from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAPERS = Path(__file__).resolve().parents[1] / "samples"


def seconds(folder: Path, jobs: int) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "minutebook", "read", folder, "--as", "record", "--jobs", str(jobs), "--no-progress",
                    "--out", folder.parent / f"{jobs}.json"], check=True)
    return time.perf_counter() - began


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--copies", type=int, default=60)
    copies = ask.parse_args().copies
    papers = [p for p in sorted(PAPERS.glob("*/papers/*")) if p.suffix in (".txt", ".html", ".md")][:10]
    with tempfile.TemporaryDirectory() as top:
        folder = Path(top) / "papers"
        folder.mkdir()
        for n in range(copies):
            for paper in papers:
                shutil.copy(paper, folder / f"{n:03d}-{paper.name}")
        one, two = seconds(folder, 1), seconds(folder, 2)
        same = (Path(top) / "1.json").read_bytes() == (Path(top) / "2.json").read_bytes()
        print(f"{copies * len(papers)} papers: one process {one:.1f} s, two {two:.1f} s; {one / two:.2f} times as fast; "
              f"results {'the same' if same else 'DIFFER'}")


if __name__ == "__main__":
    main()
