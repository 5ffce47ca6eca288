"""How long reading takes: packs against pdfium's plain extraction, plain text, memory, growth, jobs, start-up.

    python benchmarks/reading.py                     the main figures (some minutes)
    python benchmarks/reading.py --growth            and packs of 50 to 2,000 pages
    python benchmarks/reading.py --only start text   some of: start text pack ruled memory jobs

Packs are made of the words of the sample county, with embedded fonts, and kept in the temporary
folder. Every figure is taken in a fresh process, cold (the first reading, loading included) and warm
(a second reading there of another pack, so that nothing is remembered); medians of the runs. Seconds
are of the processor, so that what else runs on the machine weighs little; the ratio compares both
sides in one run.
"""
from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
KEPT = Path(tempfile.gettempdir()) / "minutebook-benchmarks"

CHILD = r"""
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
work, files = sys.argv[2], sys.argv[3:]
def spent(): return time.process_time(), time.perf_counter()
def plain(path):
    import pypdfium2
    pdf = pypdfium2.PdfDocument(open(path, "rb").read())
    return sum(len(pdf[n].get_textpage().get_text_bounded()) for n in range(len(pdf)))
def record(path):
    from minutebook.readings import read_bytes
    from minutebook.documents.limits import Limits
    reading = read_bytes(open(path, "rb").read(), path, Limits(seconds=3600))
    return sum(len(d.text) for d in reading.documents)
out = []
for path in files:
    a = spent(); size = {"plain": plain, "record": record}[work](path); b = spent()
    out.append({"cpu": b[0] - a[0], "wall": b[1] - a[1], "size": size})
print(json.dumps({"runs": out, "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def words_of_the_county() -> list[str]:
    """Paragraphs of the sample county's own papers."""
    found = []
    for path in sorted((ROOT / "samples/county/content").glob("*.txt")):
        found += [re.sub(r"^[\w.()]{1,6}\s+|[*_{}#|]", "", p.strip()) for p in path.read_text().split("\n") if len(p.strip()) > 120]
    return found


def minutes(pages: int, seed: int) -> list[tuple[str, list[str]]]:
    """For each page a title and paragraphs, so many as fill it; numbers differ from page to page."""
    chance, source = random.Random(seed), words_of_the_county()
    out = []
    for n in range(1, pages + 1):
        page, size = [], 0
        while size < 2_700:
            text = re.sub(r"\b\d{1,3}\b(?![/:.]\d|\s?(?:January|February|March|April|May|June|July|August|September|October|November|December))",
                          lambda m: str(chance.randint(2, 98)), chance.choice(source))
            page.append(text)
            size += len(text) + 90
        out.append((f"Performance in District {chance.randint(1, 999)}", page))
    return out


def pack(pages: int, *, ruled: bool = False, seed: int = 1) -> Path:
    """A born-digital pack of minutes; with `ruled`, every tenth page is a ruled table."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    path = KEPT / f"pack-{pages}{'-ruled' if ruled else ''}-{seed}.pdf"
    if path.exists():
        return path
    font, bold = "Helvetica", "Helvetica-Bold"
    for folder, plain, strong in (("liberation", "LiberationSans-Regular", "LiberationSans-Bold"), ("dejavu", "DejaVuSans", "DejaVuSans-Bold")):
        files = [Path(f"/usr/share/fonts/truetype/{folder}/{name}.ttf") for name in (plain, strong)]
        if all(f.exists() for f in files):
            for name, file in zip((plain, strong), files, strict=True):
                pdfmetrics.registerFont(TTFont(name, str(file)))
            font, bold = plain, strong
            break
    body = ParagraphStyle("body", fontName=font, fontSize=10, leading=12.5, spaceAfter=5)
    head = ParagraphStyle("head", fontName=bold, fontSize=12, leading=15, spaceAfter=6)
    flow: list[object] = [Paragraph("ARDENSHIRE POLICE AND CRIME PANEL", head), Paragraph("MINUTES of the meeting held on 6 June 2024", head),
                          Paragraph("PRESENT: Mrs R Calloway (Chair), Mr O Pritchett and Cllr D Marrow", body)]
    for n, (title, paragraphs) in enumerate(minutes(pages, seed), 1):
        flow.append(Paragraph(f"{n}. {escape(title)}", head))
        if ruled and n % 10 == 0:
            rows = [[str(k), Paragraph(escape(paragraphs[k % len(paragraphs)][:60]), body), f"{k * 3}%", "Officer"] for k in range(1, 18)]
            flow.append(Table(rows, colWidths=(30, 260, 60, 80), style=[("GRID", (0, 0), (-1, -1), 0.6, "black")]))
        else:
            flow += [Paragraph(f"({k}) {escape(text)}", body) for k, text in enumerate(paragraphs, 1)]
        flow += [Paragraph("<b>RESOLVED that the report be noted.</b>", body), PageBreak()]
    KEPT.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    SimpleDocTemplate(str(part), pagesize=A4, topMargin=40, bottomMargin=40).build(flow)
    os.replace(part, path)
    return path


def plain_text(seed: int = 1, size: int = 1_000_000) -> Path:
    path = KEPT / f"text-{size}-{seed}.txt"
    if not path.exists():
        KEPT.mkdir(exist_ok=True)
        out, length, n = ["ARDENSHIRE POLICE AND CRIME PANEL\n\nMINUTES of the meeting held on 6 June 2024\n\nPRESENT: Mrs R Calloway (Chair)\n\n"], 0, 0
        for title, paragraphs in minutes(size // 2_500 + 5, seed):
            n += 1
            out.append(f"{n}. {title}\n\n" + "".join(f"({k}) {text}\n\n" for k, text in enumerate(paragraphs, 1)) + "RESOLVED that the report be noted.\n\n")
            length += len(out[-1])
            if length > size:
                break
        path.write_text("".join(out)[:size])
    return path


def fresh(work: str, *files: Path) -> dict[str, object]:
    """Read the files one after the other in a fresh process."""
    done = subprocess.run([sys.executable, "-c", CHILD, str(ROOT / "src"), work, *map(str, files)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def times(work: str, first: Path, second: Path, runs: int) -> tuple[float, float, float, float]:
    """Median seconds of the processor cold and warm, warm seconds on the wall, and peak memory in MB."""
    got = [fresh(work, first, second) for _ in range(runs)]
    pick = [[g["runs"][0]["cpu"], g["runs"][1]["cpu"], g["runs"][1]["wall"], g["rss"]] for g in got]       # type: ignore[index]
    cold, warm, wall, rss = (median(column) for column in zip(*pick, strict=True))
    return cold, warm, wall, rss


def packs(pages: int, ruled: bool, runs: int, goal: float, seconds: float) -> None:
    one, two = pack(pages, ruled=ruled, seed=1), pack(pages, ruled=ruled, seed=2)
    base, own = times("plain", one, two, runs), times("record", one, two, runs)
    size = one.stat().st_size / 1e6
    print(f"{pages:,} pages{', a tenth ruled' if ruled else ''} ({size:.1f} MB): pypdfium2 text {base[1]:.2f} s; record {own[1]:.2f} s warm "
          f"({own[2]:.2f} s on the wall), {own[0]:.2f} s cold; ratio {own[1] / base[1]:.1f} (goal {goal:.0f}), seconds goal {seconds:.0f}; "
          f"peak {own[3]:.0f} MB", flush=True)


def text(runs: int) -> None:
    cold, warm, wall, rss = times("record", plain_text(1), plain_text(2), runs)
    print(f"1 MB of plain text: {warm:.2f} s warm ({wall:.2f} s on the wall), {cold:.2f} s cold (goal 1); peak {rss:.0f} MB", flush=True)


def memory() -> None:
    path = pack(1_000)
    got = fresh("record", path)
    print(f"1,000 pages: peak {got['rss']:.0f} MB (goal 400), {got['runs'][0]['cpu']:.1f} s", flush=True)        # type: ignore[index]


def growth() -> None:
    first = 0.0
    for pages in (50, 100, 200, 500, 1_000, 2_000):
        got = fresh("record", plain_text(3, 20_000), pack(pages))
        per = got["runs"][1]["cpu"] / pages * 1_000                                # type: ignore[index]
        first = first or per
        print(f"{pages:>6,} pages: {per:.1f} ms a page ({per / first:.2f} of the first), peak {got['rss']:.0f} MB", flush=True)


def jobs(runs: int) -> None:
    """Eight packs of one size, with one job and with two, on the wall."""
    files = [str(pack(60, seed=seed)) for seed in range(10, 18)]
    command = [sys.executable, "-m", "minutebook", "check", "--quiet", "--no-progress", *files]
    walls: dict[int, list[float]] = {1: [], 2: []}
    import time
    for _ in range(runs):
        for count in (1, 2):
            begun = time.perf_counter()
            subprocess.run([*command, "--jobs", str(count)], capture_output=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
            walls[count].append(time.perf_counter() - begun)
    one, two = median(walls[1]), median(walls[2])
    print(f"8 packs of 60 pages: {one:.1f} s with one job, {two:.1f} s with two: {one / two:.2f} times (goal 1.8); load {os.getloadavg()[0]:.1f}", flush=True)


def start(runs: int) -> None:
    import time
    for what, command in (("import minutebook", ["-c", "import minutebook"]), ("--help", ["-m", "minutebook", "--help"]), ("python alone", ["-c", "pass"])):
        walls = []
        for _ in range(max(5, runs)):
            begun = time.perf_counter()
            subprocess.run([sys.executable, *command], capture_output=True, check=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
            walls.append(time.perf_counter() - begun)
        print(f"{what}: {median(walls):.3f} s, best {min(walls):.3f} s (goal 0.2)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", default=["start", "text", "pack", "ruled", "memory", "jobs"],
                        choices=["start", "text", "pack", "ruled", "memory", "jobs"])
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    print(f"medians of {chosen.runs}; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    for part in chosen.only:
        {"start": lambda: start(chosen.runs), "text": lambda: text(chosen.runs), "pack": lambda: packs(200, False, chosen.runs, 5, 2),
         "ruled": lambda: packs(200, True, chosen.runs, 12, 3), "memory": memory, "jobs": lambda: jobs(chosen.runs)}[part]()
    if chosen.growth:
        growth()


if __name__ == "__main__":
    main()
