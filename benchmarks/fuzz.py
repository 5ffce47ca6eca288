"""Twenty thousand damaged papers: none may crash or hang the reader, or lose a character.

    python benchmarks/fuzz.py                        seeds 0 to 19,999, without OCR
    python benchmarks/fuzz.py --seeds 5000:7000      a part of them; a failure is repeated by its seed
    python benchmarks/fuzz.py --scans                200 damaged scans and pictures, read by OCR
    python benchmarks/fuzz.py --log fuzz.jsonl       goes on where the log ends

Prints counts per kind of file and outcome, the seconds spent and the slowest trials; exits with 1
where a promise was broken.
"""
from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]


def main() -> int:
    from minutebook.documents.limits import Limits
    from tests.fuzz.pool import run

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", help="FROM:TO, the second not included")
    parser.add_argument("--scans", action="store_true", help="damaged scans, read by OCR (seeds 0:200 unless told)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, help="hard limit for one file (20, with OCR 150)")
    parser.add_argument("--log", type=Path, help="JSON lines, one per trial; trials that stand in it are not run again")
    chosen = parser.parse_args()
    begin, _, end = (chosen.seeds or ("0:200" if chosen.scans else "0:20000")).partition(":")
    seeds = list(range(int(begin), int(end or int(begin) + 1)))
    results: list[dict[str, object]] = []
    if chosen.log and chosen.log.exists():
        wanted = set(seeds)
        results = [r for line in chosen.log.open() for r in (json.loads(line),) if r["number"] in wanted]
    known = {r["number"] for r in results}
    left = [s for s in seeds if s not in known]
    seconds = chosen.seconds or (150.0 if chosen.scans else 20.0)
    limits = Limits(seconds=seconds, ocr_pages=3, ocr_seconds_per_page=30.0) if chosen.scans else None
    begun, log = time.monotonic(), chosen.log.open("a") if chosen.log else None
    for n, result in enumerate(run(left, jobs=chosen.jobs, seconds=seconds, limits=limits, scans=chosen.scans), 1):
        row = {k: getattr(result, k) for k in ("number", "name", "kind", "what", "seconds", "characters", "unread", "failure")}
        results.append(row)
        if log:
            log.write(json.dumps(row) + "\n")
            log.flush()
        if result.failure:
            print(f"\nseed {result.number} ({result.name}; {', '.join(result.done)}): {result.what}\n{result.failure}", flush=True)
        if n % 500 == 0:
            print(f"{n:,} of {len(left):,}, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    report(results, time.monotonic() - begun, len(left))
    return 1 if any(r["failure"] for r in results) else 0


def report(results: list[dict[str, object]], seconds: float, ran: int) -> None:
    counts = Counter((str(r["kind"]), str(r["what"])) for r in results)
    print(f"\n{'kind':<10} {'outcome':<32} {'files':>7}")
    for (kind, what), count in sorted(counts.items(), key=lambda c: (c[0][0], -c[1])):
        print(f"{kind:<10} {what:<32} {count:>7,}")
    slow = sorted(results, key=lambda r: -float(str(r["seconds"])))[:5]
    print(f"\n{len(results):,} files; {ran:,} of them now, in {seconds:.0f} s. "
          f"{sum(bool(r['failure']) for r in results)} broken promises.")
    print("slowest: " + "; ".join(f"{float(str(r['seconds'])):.2f} s seed {r['number']} ({r['name']})" for r in slow))


if __name__ == "__main__":
    raise SystemExit(main())
