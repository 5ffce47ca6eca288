#!/usr/bin/env python3
"""Make the sample papers and their gold records from the marked originals.

Usage: make.py [STEM ...]

The marks are those of ../styles (see its README); only the structural ones are used here. An item that comes
a second time with the same number (a summary first, the minutes after it) is one item in the record.
"""
import importlib.util, json, sys
from pathlib import Path

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("styles_make", HERE.parent / "styles" / "make.py")
styles = importlib.util.module_from_spec(spec)
spec.loader.exec_module(styles)
styles.HERE = HERE


class Maker(styles.Maker):
    def next_break(self, a):
        """Where each line is a paragraph of its own (`lines` in the paper's conf), a paragraph ends with its line."""
        if not self.conf.get("lines"):
            return super().next_break(a)
        end = "".join(self.out).find("\n", a)
        return None if end < 0 else end


def merge(items):
    """One item for each number: the first occurrence, with what later ones add."""
    kept = {}
    for n, item in enumerate(items):
        key = (item["number"], item.get("number_inferred")) if item["number"] or item.get("number_inferred") else n
        if key not in kept:
            kept[key] = item
            continue
        first = kept[key]
        for field in ("paragraphs", "resolutions"):
            first[field] += item[field]
        first["first_words"].update(item["first_words"])
        first["title"] = first["title"] or item["title"]
        first["truncated"] = first["truncated"] or item["truncated"]
    return list(kept.values())


def finish(path):
    """Cell borders do not belong to the words of a paragraph; say that only structure was annotated."""
    record = json.loads(path.read_text(encoding="utf-8"))
    record["items"] = merge(record["items"])
    for item in record["items"]:
        item["first_words"] = {k: v.split(" |")[0] for k, v in item.get("first_words", {}).items()}
    out = {}
    for key, value in record.items():
        out[key] = value
        if key == "kind":
            out["structure_only"] = True
    path.write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for path in sorted((HERE / "marked").glob("*.mark")):
        if len(sys.argv) < 2 or path.stem in sys.argv[1:]:
            lines = Maker(path).gold()[0]
            finish(HERE / "gold" / (path.stem + ".json"))
            print(path.stem, lines, "lines")
