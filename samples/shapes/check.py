#!/usr/bin/env python3
"""Check that every verbatim string of the gold records stands in its paper, and that nothing but structure is annotated.

Usage: check.py. Titles, first words and resolutions are looked up as in ../styles/check.py; labels must be unique in their
item, an answer must be one of its item's paragraphs, and every paper must have a record. Exit status 1 on a failure.
"""
import importlib.util, json, sys
from pathlib import Path

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("styles_check", HERE.parent / "styles" / "check.py")
styles = importlib.util.module_from_spec(spec)
spec.loader.exec_module(styles)
styles.HERE = HERE


def main():
    bad = styles.main()
    papers = {p.name for p in (HERE / "papers").iterdir()}
    for path in sorted((HERE / "gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        papers.discard(record["source"])
        faults = [k for k in ("commitments", "figures", "references", "follow_ups", "decisions") if record[k]]
        if record.get("structure_only") is not True:
            faults.append("structure_only")
        paragraphs = {}
        for item in record["items"]:
            labels = item["paragraphs"]
            paragraphs[item["number"] or item.get("number_inferred")] = labels
            if len(set(labels)) < len(labels):
                faults.append(f"labels of {item['title']} repeat")
            if not item["title"]:
                faults.append("an item without a title")
            faults += [f"empty first words at {k}" for k, v in item["first_words"].items() if not v]
        for q in record["questions"]:
            faults += [f"{q['item']} has no paragraph {a}" for a in q["answered_by"] + q["supplementary"] if a not in paragraphs[q["item"]]]
        rows = (HERE / "papers" / record["source"]).read_text(encoding="utf-8").count("\n")
        if not 20 <= rows <= 125:
            faults.append(f"{rows} lines")
        for f in faults:
            bad = 1
            print("FAULT", path.name, f)
    for name in papers:
        bad = 1
        print("NO RECORD", name)
    return bad


if __name__ == "__main__":
    sys.exit(main())
