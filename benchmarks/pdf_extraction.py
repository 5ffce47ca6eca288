"""How long reading a PDF takes, against pdfium's own plain text of the same pages.

Makes packs of invented minutes (WeasyPrint where installed, else reportlab), plain and with every
tenth page ruled, and reads each in fresh processes. Prints processor seconds of the best run (on a busy
machine elapsed time tells little; the last column has it), their ratio to plain text, and peak memory.

    python benchmarks/pdf_extraction.py [--pages 200] [--runs 3]
"""
from __future__ import annotations

import argparse
import importlib.util
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from html import escape
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
WORDS = ["the", "panel", "noted", "report", "members", "asked", "whether", "officers", "would", "provide", "figures", "for", "each", "district", "response", "times", "commissioner", "explained", "that", "funding", "had", "been", "agreed", "in", "principle", "subject", "to", "review", "of", "neighbourhood", "policing", "and", "further", "work", "on", "call", "handling", "antisocial", "behaviour", "burglary", "rural", "crime", "victims", "services", "confidence"]


def sentences(chance: random.Random, count: int) -> str:
    return " ".join(" ".join(chance.choices(WORDS, k=chance.randint(9, 22))).capitalize() + "." for _ in range(count))


def parts(pages: int, ruled: bool) -> list[tuple[str, list[str], list[list[str]]]]:
    """For each page a title, its paragraphs, and the rows of its table if it has one."""
    chance = random.Random(7)
    out = []
    for n in range(1, pages + 1):
        table = [[str(k), sentences(chance, 1)[:44], f"{chance.randint(1, 99)}%", "Officer"] for k in range(14)]
        with_table = ruled and n % 10 == 0
        out.append((f"Item {n}: Performance in District {n % 13}", [sentences(chance, 2) for _ in range(4 if with_table else 10)],
                    table if with_table else []))
    return out


def by_weasyprint(pages: int, ruled: bool) -> bytes:
    import weasyprint

    body = []
    for title, paragraphs, table in parts(pages, ruled):
        body.append(f"<section><h2>{escape(title)}</h2>")
        body += [f"<p><b>{n}.</b> {escape(text)}</p>" for n, text in enumerate(paragraphs, 1)]
        if table:
            body.append("<table>" + "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in table)
                        + "</table>")
        body.append("<p><b>RESOLVED that the report be noted.</b></p></section>")
    style = ("@page { size: A4; margin: 22mm; @bottom-center { content: counter(page) } @top-right { content: 'Agenda pack' } }"
             "body { font: 10.5pt 'Liberation Sans', sans-serif; text-align: justify } section { break-after: page }"
             "table { border-collapse: collapse } td { border: 0.6pt solid; padding: 3pt } ")
    return bytes(weasyprint.HTML(string=f"<style>{style}</style>" + "".join(body)).write_pdf())


def by_reportlab(pages: int, ruled: bool) -> bytes:
    import io

    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    flow: list[object] = []
    for title, paragraphs, table in parts(pages, ruled):
        flow.append(Paragraph(escape(title), styles["Heading2"]))
        flow += [Paragraph(f"<b>{n}.</b> {escape(text)}", styles["BodyText"]) for n, text in enumerate(paragraphs, 1)]
        if table:
            flow.append(Table(table, style=[("GRID", (0, 0), (-1, -1), 0.6, "black")]))
        flow += [Paragraph("<b>RESOLVED that the report be noted.</b>", styles["BodyText"]), PageBreak()]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(flow)
    return out.getvalue()


def measure(what: str, path: str) -> None:
    """Runs in a process of its own: one reading, its seconds and the memory it took."""
    data = Path(path).read_bytes()
    if what == "plain":
        import pypdfium2

        begun = (time.process_time(), time.perf_counter())
        pdf = pypdfium2.PdfDocument(data)
        for n in range(len(pdf)):
            page = pdf[n]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
        count = len(pdf)
    else:
        sys.path.insert(0, str(SOURCE))
        from minutebook.documents.pdf import read_pdf

        begun = (time.process_time(), time.perf_counter())
        document = read_pdf(data, path)
        count = len(document.pages)
        if what == "blocks":
            from minutebook.documents.tidy import blocks_of

            blocks_of(document)
    took, elapsed = time.process_time() - begun[0], time.perf_counter() - begun[1]
    print(json.dumps({"seconds": took, "elapsed": elapsed, "pages": count, "mb": peak_memory()}))


def peak_memory() -> float:
    """Megabytes. Linux's own account begins with this process; getrusage keeps that of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def best(what: str, path: Path, runs: int) -> dict[str, float]:
    answers = [json.loads(subprocess.run([sys.executable, __file__, "--measure", what, str(path)], check=True,
                                         capture_output=True, text=True).stdout) for _ in range(runs)]
    return min(answers, key=lambda a: a["seconds"])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=200)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.measure:
        measure(*given.measure)
        return
    makers = [(name, make) for name, make in (("weasyprint", by_weasyprint), ("reportlab", by_reportlab))
              if importlib.util.find_spec(name)]
    if not makers:
        sys.exit("Install weasyprint or reportlab to make the papers.")
    print(f"{'paper':<22}{'pages':>6}{'plain s':>9}{'lines s':>9}{'ratio':>7}{'blocks s':>9}{'ratio':>7}{'MB':>6}{'elapsed':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name, make in makers:
            for ruled in (False, True):
                path = Path(folder) / f"{name}-{'ruled' if ruled else 'plain'}.pdf"
                path.write_bytes(make(given.pages, ruled))
                plain, lines, blocks = (best(what, path, given.runs) for what in ("plain", "lines", "blocks"))
                print(f"{path.stem:<22}{lines['pages']:>6}{plain['seconds']:>9.3f}{lines['seconds']:>9.3f}"
                      f"{lines['seconds'] / plain['seconds']:>7.2f}{blocks['seconds']:>9.3f}"
                      f"{blocks['seconds'] / plain['seconds']:>7.2f}{blocks['mb']:>6.0f}{blocks['elapsed']:>9.2f}", flush=True)


if __name__ == "__main__":
    main()
