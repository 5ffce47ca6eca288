#!/usr/bin/env python3
"""Check that every verbatim string of the held-back gold stands in its paper.

Meaning: white space is collapsed (a no-break space counts as white space), lines named in
`furniture_lines` are taken out, markup of .xml, .html and .docx papers is unescaped and removed. Headings in the margin are
read downwards.
Prints what is not found; exit status 1 if anything fails.
"""
import html
import json
import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
VERBATIM = {"quote", "due", "period", "summary", "consultees", "closed_reason", "asker", "organisation", "as_printed", "heading"}


def collapse(text: str) -> str:
    """Text on one line, every run of white space one space."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def word_text(path: Path) -> str:
    """The words of a Word file, one line for each paragraph; read here and not by the library, which is what is measured."""
    with zipfile.ZipFile(path) as parts:
        body = parts.read("word/document.xml").decode("utf-8")
    body = re.sub(r"<w:(?:tab|br|cr)\b[^>]*/>|</w:p>", "\n", body)
    return collapse(html.unescape(re.sub(r"<[^>]*>", "", body)))


def paper_text(gold: dict) -> str:
    """The words of the paper (or of the part of a pack) that one gold file covers."""
    path = HERE / "papers" / gold["source"]
    if path.suffix == ".docx":
        return word_text(path)
    text = path.read_text(encoding="utf-8")
    if path.suffix in {".xml", ".html"}:
        for _ in range(3):  # the web service escapes its HTML, and some councils do so twice
            text = html.unescape(text)
        text = re.sub(r"<(script|style).*?</\1>", " ", text, flags=re.S)
        values = " ".join(re.findall(r'\bname="([^"]*)"', text))  # the service keeps people in attributes
        return collapse(re.sub(r"<[^>]*>", " ", text) + " " + values)
    rows = text.split("\n")
    first, last = (int(x) for x in gold.get("source_lines", f"1-{len(rows)}").split("-"))
    cut = gold.get("furniture_lines", [])
    kept = [r for i, r in enumerate(rows, 1) if first <= i <= last and not any(a <= i <= b for a, b in cut)]
    return collapse("\n".join(kept)) + " | " + collapse("\n".join(beside(kept)))


def beside(rows: list[str]) -> list[str]:
    """What stands in the margin, beside the lines: a heading there runs down and not across."""
    return [m[1] for r in rows if (m := re.match(r"(\S+(?: \S+)*)(?: {2,}\S|$)", r))]


def main() -> int:
    checked, bad = 0, 0

    def want(string, where: str) -> None:
        nonlocal checked, bad
        if not isinstance(string, str):
            return
        checked += 1
        if collapse(string) not in text:
            bad += 1
            print("NOT FOUND", name, where, repr(string)[:140])

    def walk(value, path: str = "") -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in VERBATIM or (key == "first_words" and isinstance(inner, str)):
                    want(inner, f"{path}/{key}")
                elif key == "first_words" or (key == "paragraphs" and isinstance(inner, dict)):
                    for label, words in inner.items():
                        want(words, f"{path}/{label}")
                elif key == "name" and path.endswith("attendance"):
                    want(inner, path)
                elif key in {"title", "text"} and re.search(r"/(items|actions|documents|entries|decisions)$", path):
                    want(inner, path)
                elif key == "resolutions":
                    for entry in inner:
                        want(entry, f"{path}/resolutions")
                elif not key.endswith("note"):
                    walk(inner, f"{path}/{key}")
        elif isinstance(value, list):
            for inner in value:
                walk(inner, path)

    for file in sorted((HERE / "gold").glob("*.json")):
        name, gold = file.name, json.loads(file.read_text(encoding="utf-8"))
        text = paper_text(gold)
        walk(gold)
        labels = {(i.get("number") or i.get("number_inferred"), p) for i in gold["items"] for p in i.get("paragraphs", [])}
        for item in gold["items"]:
            if list(item.get("first_words", {})) != item.get("paragraphs", []):
                bad += 1
                print("LABELS", name, item["number"])
        for claim in gold["commitments"] + gold["figures"] if gold["items"] and gold["kind"] != "agenda" else []:
            if claim["paragraph"] and not re.match(r"[RQ]\d|T$", claim["paragraph"]):
                if (claim["item"], claim["paragraph"]) not in labels and not (claim["item"] is None and any(p == claim["paragraph"] for _, p in labels)):
                    bad += 1
                    print("NO PARAGRAPH", name, claim["item"], claim["paragraph"])
    print("checked", checked, "strings; failures", bad)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
