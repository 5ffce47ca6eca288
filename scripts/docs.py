"""Write the parts of docs/ that are drawn from the code and the sample papers, so that they cannot go stale.

    python scripts/docs.py            writes them anew; the diff is the review
    python scripts/docs.py --check    names the pages that are stale, and changes nothing

Three marks, as comments in the Markdown:

    <!-- output -->      after a block of Python: what that block prints. The blocks of a page run in order.
    <!-- file: PATH -->  a file of the project, whole
    <!-- table: NAME --> a table drawn from the code, see TABLES

Each ends with <!-- end --> on a line of its own.
"""
from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from textwrap import shorten

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src" / "minutebook"
DOCS = ROOT / "docs"
SAMPLES = ROOT / "samples"

MARKED = re.compile(r"<!-- (?P<what>output|file|table)(?:: (?P<name>\S+))? -->\n.*?<!-- end -->", re.DOTALL)
CODE = re.compile(r"^```python\n(?P<code>(?:(?!```).*\n)*)```\n+(?=<!-- output -->)", re.MULTILINE)
SENTENCE_END = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)\s")
LANGUAGES = {".py": "python", ".toml": "toml", ".json": "json", ".txt": "text"}


def page(written: str) -> str:
    """A page with its generated parts as they must be today."""
    outputs = iter(list(outputs_of(written)))

    def part(m: re.Match[str]) -> str:
        name = m["name"] or ""
        head = m[0].split("\n", 1)[0]
        if m["what"] == "output":
            body = fenced(next(outputs), 'text title="prints"')
        elif m["what"] == "file":
            path = ROOT / name
            body = fenced(path.read_text(encoding="utf-8").rstrip(), f'{LANGUAGES.get(path.suffix, "text")} title="{path.name}"')
        else:
            body = TABLES[name]()
        return f"{head}\n\n{body}\n\n<!-- end -->"

    return MARKED.sub(part, written)


def outputs_of(written: str) -> Iterator[str]:
    """What the page's blocks of Python print, run one after the other, as if typed at the project's root."""
    room: dict[str, object] = {"__name__": "tour"}
    before, paths, loaded = os.getcwd(), list(sys.path), set(sys.modules)
    os.chdir(ROOT)
    try:
        for m in CODE.finditer(written):
            told = io.StringIO()
            with contextlib.redirect_stdout(told):
                exec(compile(m["code"], "<docs>", "exec"), room)
            yield "\n".join(line.rstrip() for line in told.getvalue().rstrip().splitlines())
    finally:
        os.chdir(before)
        sys.path[:] = paths
        for name in set(sys.modules) - loaded:
            if not name.startswith("minutebook") and str(SAMPLES) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]


def fenced(text: str, language: str) -> str:
    return f"```{language}\n{text}\n```"


# --- tables -----------------------------------------------------------------------------------------


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join([*lines, *("| " + " | ".join(safe(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows)])


def safe(text: str) -> str:
    """Words in which nothing opens a tag; what is set as code stays as it is."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(p if p.startswith("`") else p.replace("<", "&lt;") for p in parts)


def code(text: str) -> str:
    """Text set as code, whatever it holds."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def first_sentence(doc: str) -> str:
    return SENTENCE_END.split(" ".join(doc.split("\n\n", 1)[0].split()), 1)[0]


def modules(folder: str) -> Callable[[], str]:
    """The files of a room, each with the first sentence of what it says of itself."""

    def draw() -> str:
        rows = []
        for path in sorted((SRC / folder).glob("*.py")):
            doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
            if path.name == "__init__.py" or not doc:
                continue
            rows.append((code(path.name), first_sentence(doc)))
        return table(("file", "what it does"), rows)

    return draw


def styles() -> str:
    """Every style that comes with the reader: what it is, how it is known, its own words, a bit of a sample."""
    from minutebook.reading.style import OWN, ROLES, all_styles

    out = []
    for style in all_styles()[: len(OWN)]:
        out += [f"## {style.name}", style.about]
        if style.shapes:
            out.append("Known for certain by its mark-up: " + ", ".join(map(code, style.shapes)) + ".")
        if style.clues:
            out.append("Known by its clues, each a block of the paper that reads as the pattern does:")
            out.append("\n".join(f"* {code(c.pattern)} adds {c.weight:g}" + (f", up to {c.most} times" if c.most > 1 else "") for c in style.clues))
        if style.sure:
            out.append(f"It starts from {style.sure:g}, so that it wins where no other style is surer.")
        if style.marks:
            out.append("Its own words:")
            out.append("\n".join(f"* {code(m.pattern)} is {safe(ROLES[m.role])}" for m in style.marks))
        out += [f"Sample: {code('samples/' + style.sample)}", fenced(excerpt(style.sample, [c.pattern for c in style.clues]), "text")]
    return "\n\n".join(out)


def excerpt(sample: str, patterns: list[str], most: int = 8) -> str:
    """A few blocks of a sample paper, from the first that bears a sign of its style."""
    from minutebook.documents import open_file
    from minutebook.documents.tidy import blocks_of

    path = SAMPLES / sample
    document = next(open_file(path.read_bytes(), path.name))
    if document.shape.startswith("moderngov-service"):
        raw = document.text[document.text.index("?>") + 2 :].replace("><", ">\n<") if "?>" in document.text else document.text
        return "\n".join(shorten(line, 82, placeholder=" …") for line in raw.strip().splitlines()[: most + 2] if line.strip())
    blocks = blocks_of(document)
    signs = [re.compile(p, re.IGNORECASE) for p in patterns]
    found = next((n for n, b in enumerate(blocks) if any(s.fullmatch(b.text) for s in signs)), 0)
    shown = blocks[max(0, found - 1) : found - 1 + most] if found else blocks[:most]
    return "\n".join(shorten(f"{b.marker} {b.text}".strip(), 82, placeholder=" …") for b in shown)


def kinds() -> str:
    """Each kind of paper: which function reads it, and a sample that shows it."""
    from minutebook.reading.kinds import READERS
    from minutebook.record import KINDS

    shown = samples_by_kind()
    rows = []
    for kind in KINDS:
        if kind.startswith("service-"):
            reader = "reading/service.py"
        elif kind == "pack":
            reader = "reading/packs.py, and each paper in it by its own kind"
        elif kind in READERS:
            reader = READERS[kind].__module__.removeprefix("minutebook.").replace(".", "/") + ".py"
        else:
            reader = "reading/minutes.py"
        rows.append((code(kind), code(reader.split(",")[0]) + reader[len(reader.split(",")[0]) :], code(shown[kind]) if kind in shown else "none yet"))
    return table(("kind", "read by", "a sample"), rows)


def samples_by_kind() -> dict[str, str]:
    """For each kind of paper the first sample whose gold says that it is of that kind."""
    found: dict[str, str] = {}
    for folder in ("county", "styles", "hands"):
        for path in sorted((SAMPLES / folder / "gold").glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            source = gold.get("source") if isinstance(gold, dict) else None
            if source and (SAMPLES / folder / "papers" / source).is_file():
                found.setdefault(gold["kind"], f"samples/{folder}/papers/{source}")
    return found


COMMON = {
    "item": "the item it stands under: its number, or the number inferred",
    "paragraph": "the paragraph or resolution it stands in: its label",
    "quote": "its words, as printed",
    "where": "the place in the archived text",
}


def record() -> str:
    """Every noun of the record, with its fields: the words of record.py itself."""
    from minutebook import record as nouns
    from minutebook.formats.records import slots

    tree = ast.parse((SRC / "record.py").read_text(encoding="utf-8"))
    lines = (SRC / "record.py").read_text(encoding="utf-8").splitlines()
    out = []
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for node in sorted(classes, key=lambda n: n.name != "Record"):
        doc = ast.get_docstring(node)
        names = {s.name: s.json for s in slots(getattr(nouns, node.name))}
        rows = []
        for line in node.body:
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                name = line.target.id
                told = comment(lines, line.end_lineno or line.lineno) or COMMON.get(name, "")
                rows.append((code(names.get(name, name)), kind_in_words(ast.unparse(line.annotation)), told))
        out += [f"## {node.name}", " ".join((doc or "").split()), table(("field", "holds", "what it is"), rows)]
    return "\n\n".join(out)


def comment(lines: list[str], number: int) -> str:
    _, found, told = lines[number - 1].partition("  # ")
    return told.strip() if found else ""


def kind_in_words(written: str) -> str:
    """A field's type as a clerk would say it."""
    if written.endswith(" | None"):
        return kind_in_words(written.removesuffix(" | None")) + ", or nothing"
    if m := re.fullmatch(r"tuple\[(\w+(?:\[.*\])?), \.\.\.\]", written):
        return f"list of {kind_in_words(m[1])}"
    if written == "tuple[int, int]":
        return "first and last"
    if written.startswith("dict["):
        return "names and values"
    plain = {"str": "text", "int": "whole number", "float": "number", "bool": "yes or no", "Span": "place",
             "float | int": "number", "int | str": "number or text"}
    if written in plain:
        return plain[written]
    return f"[{written}](#{written.lower()})" if written not in ("Source", "Problem") else f"[{written}](api.md)"


def formats() -> str:
    from minutebook.formats import FORMATS

    return table(("form", "what", "ending", "written by"),
                 [(code(name), f.what, code(f.ending), code("formats/" + f.function.split(":")[0] + ".py")) for name, f in FORMATS.items()])


def roles() -> str:
    from minutebook.reading.style import ROLES

    return table(("role", "what such a block is"), [(code(role), what) for role, what in ROLES.items()])


def furniture() -> str:
    """The rules that set lines aside, by the names they leave on the blocks."""
    found = sorted(furniture_rules())
    return ", ".join(code(name) for name in found)


def furniture_rules() -> set[str]:
    module = import_module("minutebook.documents.furniture")
    tree = ast.parse((SRC / "documents" / "furniture.py").read_text(encoding="utf-8"))
    named = {rule for rule, _ in module.SHELL}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.DictComp, ast.Dict)):
            value = node.value if not isinstance(node, ast.Dict) else None
            values = [value] if value is not None else [v for v in node.values]  # type: ignore[union-attr]
            named |= {v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str) and re.fullmatch(r"[a-z]+-[a-z-]+", v.value)}
    return named


def claims() -> str:
    """The claim steps in the order in which they run, and what each finds."""
    from minutebook.reading.claims import STEPS

    rows = []
    for name, step, noun in STEPS:
        rows.append((code(name.replace("_", "-")), code(step.__module__.removeprefix("minutebook.").replace(".", "/") + ".py"),
                     noun.__name__, first_sentence(getdoc(step) or "")))
    return table(("field of the record", "step", "noun", "what it seeks"), rows)


def leaves() -> str:
    """Every kind of leaf that a character may belong to."""
    found = {"furniture", "unread"}
    for path in SRC.rglob("*.py"):
        if "rules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node.func) == "claim":
                for arg in node.args[:2]:
                    found |= set(constants(arg))
    return ", ".join(code(kind) for kind in sorted(found))


def limits() -> str:
    """The limits, from the lines of limits.py."""
    from minutebook.documents.limits import Limits

    lines = (SRC / "documents" / "limits.py").read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines:
        if m := re.match(r"    (?P<name>\w+): (?:int|float) = (?P<value>[\d_.]+)(?:\s+# (?P<told>.*))?$", line):
            value = getattr(Limits(), m["name"])
            rows.append((code(m["name"]), f"{value:,.0f}", m["told"] or ""))
    return table(("limit", "default", "of what"), rows)


# --- problems ---------------------------------------------------------------------------------------


@dataclass
class Code:
    """A code that the source may give: at which levels, and the sentences and remedies found beside it."""

    levels: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)
    remedies: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)


CODE_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LEVELS = ("note", "doubt", "error")
RAISES = {"Problem", "doubt", "UnreadableFile"}

MEANINGS: dict[str, tuple[str, str]] = {
    # what the paper leaves open
    "date-unclear": ("A date that is no day of the calendar, such as 31 June.", "Look at the paper and its agenda; ask the publisher."),
    "weekday-unclear": ("A date that falls on another weekday than the one printed beside it.", "Look at the agenda or the calendar of meetings."),
    "name-ambiguous": ("A surname that two people present bear, without a first name or initial.", "Say who is meant; the sentences around it often tell."),
    "number-out-of-sequence": ("An item or paragraph whose number does not follow the one before.", "Compare with the paper: taken out of order, misprinted, or read wrongly?"),
    "number-repeated": ("Two items that bear the same number.", "Compare with the paper."),
    "number-skipped": ("Numbers that the paper leaves out.", "Often right: an item withdrawn, or taken in private."),
    "text-cut": ("A minute that the page shows only in part.", "Read the printed minutes, where the whole of it stands."),
    "no-items": ("Minutes or an agenda in which no item of business was recognised.", "Check the kind of paper; perhaps the house needs a [style](add-a-style.md)."),
    "no-minutes": ("Items with no word under any of them.", "Perhaps it is an agenda; perhaps the minutes stand in another file."),
    "no-attendance": ("Minutes with no list of those present.", "Look at the head of the paper, and at its first item."),
    "no-sections": ("A report without sections.", "Check the kind of paper."),
    "no-entries": ("A notice of key decisions that lists none, or none that was recognised.", "A note if the notice says so itself; otherwise look at its table."),
    "no-meetings": ("A work programme or a list without meetings.", "Look at its table."),
    "no-questions": ("A paper of questions in which none was recognised.", "Check the kind of paper."),
    "no-actions": ("An action log without a row that was understood.", "Look at its table."),
    "no-decision": ("A record of a decision whose operative words were not found.", "Look for the heading that the house uses."),
    "much-unread": ("More than 2% of the words found no place in the record.", "`minutebook read FILE --as coverage` shows which; add a [style](add-a-style.md) or report it."),
    "empty-answer": ("The committee system answered, but with nothing in it.", "Ask again, or ask for another meeting."),
    "meeting-cancelled": ("The publisher marks the meeting as cancelled.", "Nothing need be done."),
    "meeting-postponed": ("The publisher marks the meeting as postponed.", "Look for its new date."),
    # what a file makes doubtful
    "kind-differs": ("The file is of another kind than its name says.", "It was read as what it is. Rename it."),
    "encoding-unclear": ("The characters are not in the encoding that they claim.", "Look for wrong letters, above all £ and apostrophes."),
    "double-encoded": ("Characters that the publisher's system encoded twice.", "They are shown as meant; nothing need be done."),
    "error-page": ("An error message or a redirection instead of a paper.", "Fetch the page again."),
    "cut-short": ("The file ends before its end.", "Ask the sender for it again."),
    "xml-malformed": ("Tags that do not match.", "Compare the last items with the page itself."),
    "tracked-changes": ("A Word file with changes still tracked; read as if all were accepted.", "Ask for the final version."),
    "comments": ("A Word file with comments, which were left out.", "Mind them before you publish the file."),
    "font-unmapped": ("A page whose font does not say which letters it shows.", "Compare with the page; print it to a new PDF and read that."),
    "scan-with-text": ("A scan that somebody else's OCR has read.", "Compare names and figures with the page."),
    "off-page": ("Words beyond the edge of the page, which no reader sees.", "They were left out; nothing need be done."),
    "page-cut-off": ("A page with more on it than is read.", "Compare with the page."),
    "page-unreadable": ("A damaged page.", "Ask the sender for the paper again."),
    "ocr": ("Pages read from a picture.", "Compare names and figures with the page."),
    "ocr-unsure": ("A page that was hard to read from its picture.", "Compare all of it with the page."),
    "ocr-failed": ("A picture that could not be read.", "Ask for the paper as PDF with text."),
    "ocr-limit": ("More scanned pages than the limit allows.", "Split the file, or raise the limit `ocr_pages`."),
    "ocr-unavailable": ("A scan, and Tesseract is not installed.", "Install it: `apt-get install tesseract-ocr tesseract-ocr-eng`."),
    # why a file cannot be read at all, where the sentence differs from case to case
    "closed": ("The file cannot be opened.", "Check that you may read it."),
    "damaged": ("The file is damaged or cut short.", "Ask the sender for it again."),
    "empty": ("The file, page, folder or archive holds no text.", "Ask the publisher for the paper again."),
    "encrypted": ("The file is locked with a password.", "Send it without a password."),
    "fault": ("The reader itself failed; the fault is ours.", "Please report it, with the file if you may."),
    "film": ("The file is a film or sound recording.", "Send the written minutes."),
    "line-too-long": ("One line is longer than the limit; no paper has such lines.", "Send the paper in another form, or raise the limit `line_characters`."),
    "nesting": ("Archives, tables or parts lie too deep within each other.", "Unpack it and send the papers, or raise the limit `nesting`."),
    "no-such-page": ("A page was asked for that the PDF does not have.", "Ask for one that it has."),
    "not-pdf": ("The file is no PDF, whatever its name says.", "Ask the sender for the paper again."),
    "too-large": ("The file is larger than the limit.", "Split the file, or raise the limit `file_bytes`."),
    "too-long": ("The text is longer than the limit.", "Split the file, or raise the limit `text_characters`."),
    "too-many-members": ("The archive holds more files than the limit.", "Send it in parts, or raise the limit `members`."),
    "too-many-pages": ("The PDF has more pages than the limit.", "Split the file, or raise the limit `pages`."),
    "xml-entities": ("The file declares entities of its own, which are not expanded.", "Save it anew, or ask for it without a document type declaration."),
    "xml-nesting": ("Elements lie deeper within each other than the limit.", "Ask for the paper in another form, or raise the limit `nesting`."),
    **{name: (f"The file is {what}.", "Open it in a word processor and save it as DOCX or PDF.") for name, what in
       (("odt", "OpenDocument text (ODT)"), ("ods", "an OpenDocument spreadsheet"), ("odp", "an OpenDocument presentation"),
        ("odf", "an OpenDocument file"))},
    "time-limit": ("The time for one file was over; the rest of it was not read.", "Split the file, or raise the limit `seconds`."),
}
"""What a code means and what to do about it, where the source does not say both in one sentence for all cases."""


def problem_codes() -> dict[str, Code]:
    """Every code in the source: beside a sentence, in a call or in a table of them."""
    found: dict[str, Code] = defaultdict(Code)
    for path in sorted(SRC.rglob("*.py")):
        if "rules" in path.relative_to(SRC).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                parts, called = list(node.args), name_of(node.func)
                parts += [k.value for k in node.keywords if k.arg == "level"]
            elif isinstance(node, ast.Tuple):
                parts, called = list(node.elts), ""
            else:
                continue
            for n, part in enumerate(parts[:-1]):
                codes = [c for c in constants(part) if CODE_FORM.fullmatch(c)]
                told_of_files = path.parent.name != "cli" or path.name != "__init__.py"
                told_of_files = told_of_files and "reading" not in path.relative_to(SRC).parts
                if not codes or not (called in RAISES and n == 0 or told_of_files and is_sentence(parts[n + 1])):
                    continue
                if called == "UnreadableFile" and n:
                    continue
                told = {c for p in parts[n + 2 :] for c in constants(p)}
                levels = told & set(LEVELS) or ({"doubt"} if called in ("Problem", "doubt") else {"unreadable"})
                for one in codes:
                    entry = found[one]
                    entry.levels |= levels
                    entry.places.add(path.relative_to(SRC).as_posix())
                    if levels == {"unreadable"}:
                        entry.sentences += [c for c in constants(parts[n + 1]) if " " in c]
                        entry.remedies += [c for p in parts[n + 2 : n + 3] for c in constants(p) if " " in c]
                break
    return dict(found)


def name_of(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def constants(node: ast.expr) -> list[str]:
    """The texts that an expression may give: a constant, either of two, or one joined to another."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return constants(node.body) + constants(node.orelse)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [a + b for a in constants(node.left) for b in constants(node.right)]
    return []


def is_sentence(node: ast.expr) -> bool:
    """Does it read as a sentence about a file: capital first, stop last?"""
    if isinstance(node, ast.JoinedStr):
        node = ast.Constant("".join(p.value if isinstance(p, ast.Constant) else "X" for p in node.values))
    if isinstance(node, ast.BinOp):
        node = node.left
    return any(re.match(r"(?:[A-Z{‘].*|an old .*|an Outlook .*)\s", text) and len(text) > 12 and re.search(r"[.)e;]\s*$|\s$|message$", text) is not None
               for text in constants(node))


def problems() -> str:
    """Every code, with its level, what it means, and what to do."""
    rows = []
    for name, entry in sorted(problem_codes().items()):
        meaning, remedy = meaning_of(name, entry)
        levels = ", ".join(level for level in (*LEVELS, "unreadable") if level in entry.levels)
        rows.append((code(name), levels, meaning, remedy))
    return table(("code", "level", "what it means", "what to do"), rows)


def meaning_of(name: str, entry: Code) -> tuple[str, str]:
    if name in MEANINGS:
        return MEANINGS[name]
    what = next(iter(sorted(entry.sentences, key=len)), "")
    if what and what[0].islower():
        what = f"The file is {what}."
    return what, next(iter(sorted(entry.remedies, key=len)), "")


TABLES: dict[str, Callable[[], str]] = {
    "styles": styles,
    "roles": roles,
    "kinds": kinds,
    "record": record,
    "formats": formats,
    "furniture": furniture,
    "claims": claims,
    "leaves": leaves,
    "limits": limits,
    "problems": problems,
    "documents": modules("documents"),
    "reading": modules("reading"),
    "steps": modules("reading/steps"),
    "reading-kinds": modules("reading/kinds"),
    "house-styles": modules("reading/styles"),
    "formats-files": modules("formats"),
    "commands": modules("cli"),
}


def stale() -> list[Path]:
    """The pages whose generated parts are not what they must be."""
    return [p for p in sorted(DOCS.glob("*.md")) if MARKED.search(text := p.read_text(encoding="utf-8")) and page(text) != text]


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true", help="change nothing; exit with 1 where a page is stale")
    asked = ask.parse_args()
    for path in stale():
        print(path.relative_to(ROOT), "is stale" if asked.check else "written anew")
        if asked.check:
            continue
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 1 if asked.check and stale() else 0


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "src")]
    raise SystemExit(main())
