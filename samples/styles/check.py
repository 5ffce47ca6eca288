#!/usr/bin/env python3
"""Check that every verbatim string of the gold records stands in its paper.

Usage: check.py. White space is collapsed; furniture lines (`furniture` of the record) are taken out first;
HTML and XML papers are compared by their visible text. Exit status 1 when something is not found.
"""
import html, json, re, sys
from pathlib import Path

HERE = Path(__file__).parent
VERBATIM = {"quote", "title", "text", "due", "period", "first_words", "asker", "organisation", "name", "summary", "consultees",
            "closed_reason", "heading", "value_as_printed", "review_rule", "statute", "ground"}


def visible(path, record):
    rows = path.read_text(encoding="utf-8").split("\n")
    a, b = (int(x) for x in record["lines"].split("-"))
    cut = {n for x, y in record.get("furniture", []) for n in range(x, y + 1)}
    text = "\n".join(r for n, r in enumerate(rows, 1) if a <= n <= b and n not in cut)
    if path.suffix in (".xml", ".html"):
        text += " " + " ".join(re.findall(r'\bname="([^"]*)"', text))
        for _ in range(2 if path.suffix == ".xml" else 1):
            text = html.unescape(text) if path.suffix == ".xml" else text
            text = re.sub(r"</?(?:b|i|u|em|strong|span|a)\b[^>]*>", "", text)
            text = re.sub(r"<[^>]*>", " ", text)
        text = html.unescape(text)
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def main():
    bad = count = 0
    for path in sorted((HERE / "gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        text = visible(HERE / "papers" / record["source"], record)
        labels = {(i.get("number") or i.get("number_inferred"), p) for i in record["items"] for p in i.get("paragraphs", [])}

        def want(s, where):
            nonlocal bad, count
            count += 1
            if s not in text:
                bad += 1
                print("NOT FOUND", path.name, where, repr(s)[:140])

        def walk(o, where=""):
            if isinstance(o, dict):
                for k, v in o.items():
                    if k in VERBATIM and isinstance(v, str) and "inferred" not in where and not (k == "name" and "attendance" not in where):
                        want(v, f"{where}/{k}")
                    elif k == "first_words" and isinstance(v, dict):
                        for kk, vv in v.items():
                            want(vv, f"{where}/{kk}")
                    elif k == "resolutions" or (k == "items" and "meetings" in where):
                        for vv in v:
                            want(vv, f"{where}/{k}")
                    elif not k.endswith("note"):
                        walk(v, f"{where}/{k}")
            elif isinstance(o, list):
                for v in o:
                    walk(v, where)
        walk(record)
        for i in record["items"]:
            if list(i.get("first_words", {})) != i.get("paragraphs", []):
                bad += 1; print("LABELS", path.name, i["number"])
            if i.get("title") is None:
                bad += 1; print("NO TITLE", path.name, i["number"])
        if record["kind"] in ("minutes", "web-minutes", "web-item"):
            for key in ("commitments", "figures", "references", "follow_ups"):
                for c in record.get(key, []):
                    p = c["paragraph"] or "-"
                    if not re.match(r"R\d|Q\d|T$", p) and (c["item"], p) not in labels:
                        bad += 1; print("NO PARAGRAPH", path.name, key, c["item"], p, c["quote"][:60])
    print("checked", count, "strings; failures", bad)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
