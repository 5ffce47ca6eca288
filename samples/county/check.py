"""Checks that every verbatim string of the gold stands in the text of its paper, white space collapsed.

    python samples/county/check.py

Reads the built papers afresh with readers of its own (pypdf, python-docx, html.parser, xml), so that it also notices
when a paper and its gold were not built together. The scan has no text: its gold is held against truth/. Exit status 1
if a string is missing.
"""
import html
import json
import re
import sys
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
FURNITURE = [r"^Crime and Disorder Scrutiny Committee, 12 November 2024$", r"^Page \d+$", r"^\d+$",
             r"^Wendleshire Police and Crime Panel, 2 February 2024$", r"^WPCP minutes 29\.01\.26 page \d+ of \d+$"]
VERBATIM = {"quote", "due", "period", "first_words", "title", "asker", "organisation", "value_as_printed", "period_from_heading", "closed_reason",
            "as_printed", "ground", "statute", "schedule_12a_category", "review_rule", "until", "text", "owner", "ref", "name", "portfolio", "closed_at", "role", "tel", "email"}
LISTS = {"resolutions", "standing_rules", "background_papers", "page_defects", "columns", "items"}


def ws(text):
    """White space collapsed; a line broken after a hyphen, a slash or a digit's comma is joined."""
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()
    return re.sub(r"(?<=[\w])([-/])(?: )(?=\w)|(?<=\d)(,) (?=\d{3}\b)", lambda m: m.group(1) or m.group(2), text)


def bare(lines):
    return ws(" ".join(line for line in lines if not any(re.match(f, ws(line)) for f in FURNITURE)))


class Visible(HTMLParser):
    def __init__(self):
        super().__init__()
        self.out = []

    def handle_data(self, data):
        self.out.append(data)

    def handle_starttag(self, tag, attrs):
        if tag in ("p", "td", "th", "li", "h1", "h2", "h3", "div", "br"):
            self.out.append(" ")


def html_text(text):
    parser = Visible()
    parser.feed(text)
    return ws("".join(parser.out))


@lru_cache(maxsize=None)
def text_of(path, pages=None):
    if path.name.startswith("17-scan"):
        return ws((HERE / "truth" / (path.stem + ".txt")).read_text(encoding="utf-8"))
    if path.suffix == ".pdf":
        from pypdf import PdfReader
        sheets = PdfReader(path).pages
        first, last = pages or (1, len(sheets))
        return bare(line for p in sheets[first - 1:last] for line in p.extract_text().splitlines())
    if path.suffix == ".docx":
        import docx
        doc = docx.Document(path)
        cells = [c.text for t in doc.tables for r in t.rows for c in r.cells]
        return ws(" ".join([p.text for p in doc.paragraphs] + cells))
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return html_text(raw)
    if path.suffix == ".xml":
        root = ElementTree.fromstring(raw)
        attributes = " ".join(v for e in root.iter() for v in e.attrib.values())
        return ws(" ".join(html_text(html.unescape(t)) for t in root.itertext())) + " " + attributes
    return bare(raw.replace("**", "").splitlines())


def strings(value, path=""):
    if isinstance(value, dict):
        for k, v in value.items():
            if k in ("inferred", "documents") or k.endswith("note"):
                continue
            if isinstance(v, str):
                if k in VERBATIM:
                    yield f"{path}/{k}", v
            else:
                yield from strings(v, f"{path}/{k}") if k != "first_words" else ((f"{path}/{k}", x) for x in v.values())
    elif isinstance(value, list):
        for v in value:
            if isinstance(v, str):
                if path.rsplit("/", 1)[-1] in LISTS:
                    yield path, v
            else:
                yield from strings(v, path)


def main():
    checked = bad = 0
    for file in sorted((HERE / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        if gold["kind"] == "cross-document":
            continue
        text = text_of(HERE / "papers" / gold["source"], tuple(gold.get("pdf_pages") or ()))
        for where, string in strings({k: v for k, v in gold.items() if k != "table_figures"}):
            if where.startswith("/attendance") and gold["kind"] == "service-meeting" and where.endswith("role"):
                continue
            checked += 1
            if ws(string) not in text:
                bad += 1
                print(f"NOT FOUND {file.name} {where}: {string[:140]!r}")
        for entry in gold.get("table_figures", []):
            checked += 1
            if entry["quote"] not in text:
                bad += 1
                print(f"NOT FOUND {file.name} table figure {entry['quote']!r}")
        labels = {(i.get("number") or i.get("number_inferred"), p) for i in gold["items"] for p in i.get("paragraphs", [])}
        labels |= {(gold.get("agenda_item"), p) for s in gold.get("sections", []) for p in s["paragraphs"]}
        for key in ("commitments", "figures", "follow_ups"):
            for entry in gold.get(key, []):
                known = re.match(r"R\d|Q\d|T$|None|table", str(entry["paragraph"])) or not labels
                if not known and (entry["item"], entry["paragraph"]) not in labels:
                    bad += 1
                    print(f"NO PARAGRAPH {file.name} {key} {entry['item']} {entry['paragraph']}")
    across = json.loads((HERE / "gold" / "cross-document.json").read_text(encoding="utf-8"))
    for story in across["threads"] + across["discrepancies"]:
        for entry in story.get("entries", []) + story.get("statements", []):
            gold = json.loads((HERE / "gold" / entry["file"]).read_text(encoding="utf-8"))
            checked += 1
            if ws(entry["quote"]) not in text_of(HERE / "papers" / gold["source"], tuple(gold.get("pdf_pages") or ())):
                bad += 1
                print(f"NOT FOUND cross-document {story['id']} {entry['quote'][:100]!r}")
    print(f"checked {checked} strings; failures {bad}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
