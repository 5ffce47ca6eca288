"""Builds the sample county: its papers, its gold records and the true text of its scan.

    python samples/county/make.py

Rewrites papers/, gold/ and truth/ beside this file from content/*.txt, the same bytes each time.
Needs weasyprint (with the Debian packages libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0 and
fonts-liberation), python-docx, reportlab, pypdf, pypdfium2 and pillow.

Content files: `key: value` lines, `%%`, then one block a line. `~` raw text (`~title`, `~authority`, `~h` headings),
`= number | title | agenda item` an item, `[label] text` or `[label|printed] text` a paragraph, `||` a table row (`||!`
the heading row), `@` an annotation of the block above it (see ANNOTATIONS). The annotations are the gold: a person
wrote them beside the words they quote, and this script only gathers them and looks that the words are there.
"""
import html
import io
import json
import os
import random
import re
import sys
import textwrap
import zipfile
from datetime import datetime
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1750000000"
HERE = Path(__file__).resolve().parent
CONTENT, PAPERS, GOLD, TRUTH = (HERE / n for n in ("content", "papers", "gold", "truth"))
SECTIONED = ("report", "decision-record", "questions")     # papers in sections: they have no items of business
EXTRAS = ("qualifier", "out_of", "value_max", "value_as_printed", "period_from_heading", "note")
HONORIFIC = re.compile(r"^(Councillor Mrs|Councillor|Cllr|Mrs|Mr|Ms|Dr|Deputy Chief Constable|Chief Constable|Inspector)\b")
ANNOTATIONS = {
    "a": ("attendance", "group honorific name postnominals role substitute_for"),
    "c": ("commitments", "by to kind basis due quote"),
    "f": ("figures", "value unit measure period nature quote"),
    "tf": ("table_figures", "value unit measure period nature quote"),
    "r": ("references", "kind quote"),
    "d": ("decisions", "ref title"),
    "u": ("follow_ups", "about status quote"),
    "q": ("questions", "number asker honorific organisation answered_by supplementary first_words"),
    "v": ("votes", "kind for against abstain result quote"),
    "m": ("motions", "mover seconder outcome quote"),
    "t": ("actions", "text owner due item ref status"),
}


def ws(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def number(text):
    value = float(text)
    return int(value) if value == int(value) else value


def plain(text):
    return text.replace("**", "")


class Paper:
    """One content file: its fields, its blocks in order and its annotations."""

    def __init__(self, name):
        self.name, self.meta, self.blocks, self.notes, self.extra = name, {}, [], [], {}
        head, body = (CONTENT / f"{name}.txt").read_text(encoding="utf-8").split("\n%%\n", 1)
        for line in head.splitlines():
            key, value = line.split(": ", 1)
            self.meta[key] = None if value == "null" else value
        item = None
        for line in body.splitlines():
            if not line.strip():
                continue
            if line.startswith("@x+"):
                _, key, value = line.split(" ", 2)
                self.extra.setdefault(key, []).append(json.loads(value))
            elif line.startswith("@x"):
                _, key, value = line.split(" ", 2)
                self.extra[key] = json.loads(value)
            elif line.startswith("@"):
                mark, rest = line[1:].split(" ", 1)
                self.annotate(mark, rest, item, self.blocks[-1])
            elif line.startswith("="):
                num, title, *ref = [p.strip() for p in line[1:].split("|")]
                item = {"type": "item", "number": num, "text": title, "ref": (ref or [""])[0], "label": "T"}
                self.blocks.append(item)
            elif line.startswith("||"):
                head_row = line.startswith("||!")
                row = [c.strip() for c in line[3 if head_row else 2:].split("|")]
                if head_row or not self.blocks or self.blocks[-1]["type"] != "table":
                    self.blocks.append({"type": "table", "head": head_row, "rows": [], "label": "table", "text": ""})
                self.blocks[-1]["rows"].append(row)
                self.blocks[-1]["text"] += " | ".join(row) + " "
            elif line.startswith("["):
                label, text = re.match(r"\[([^\]]+)\] (.*)", line).groups()
                label, _, shown = label.partition("|")
                self.blocks.append({"type": "para", "label": label, "shown": shown or self.printed(label), "text": text})
            else:
                kind, text = re.match(r"~(\w*) (.*)", line).groups()
                self.blocks.append({"type": kind or "raw", "label": None, "text": text})

    @staticmethod
    def printed(label):
        if "bul" in label:
            return "•"
        if re.match(r"(p|R|Q)\d|text$", label):
            return ""
        last = label.rsplit(".", 1)[-1]
        return last + "." if last.isalpha() else label if "." in label else label + "."

    def annotate(self, mark, rest, item, block):
        key, fields = ANNOTATIONS[mark]
        parts, more = [p.strip() for p in rest.split("|")], {}
        while re.match(rf"({'|'.join(EXTRAS)})=", parts[-1]):
            name, value = parts.pop().split("=", 1)
            more[name] = number(value) if name in ("out_of", "value_max") else value
        names = fields.split()
        if len(parts) > len(names):
            raise SystemExit(f"{self.name}: too many fields: {rest}")
        entry = {n: (p or None) for n, p in zip(names, parts + [""] * len(names))}
        for n in ("value", "for", "against", "abstain"):
            if entry.get(n):
                entry[n] = number(entry[n])
        if mark == "q":
            entry["number"] = int(entry["number"])
            for n in ("answered_by", "supplementary"):
                entry[n] = entry[n].split(",") if entry[n] else []
        if mark == "c":
            entry["strength"] = "explicit" if entry["basis"] in ("undertaking", "resolution", "third-party") else "soft"
        if more.get("period_from_heading"):
            entry["period"] = None
        entry.update(more)
        text = ws(plain(block["text"]))
        for n in ("quote", "due", "period", "first_words", "value_as_printed"):
            if mark not in ("t", "tf") and entry.get(n) and ws(entry[n]) not in text:
                print(f"{self.name}: {n} not in its paragraph: {entry[n]!r}", file=sys.stderr)
                self.bad = True
        self.notes.append((key, entry, item, block))

    def item_number(self, item):
        return (item["number"].rstrip(".") or None) if item else None

    def gold(self, source, visible=None, **changes):
        """The gold record; `visible` maps a block to the text left of it, None where a page hides it."""
        show = visible or (lambda b: b["text"])
        keep_number = self.meta.get("numbers") != "no"
        kind = changes.get("kind", self.meta["kind"])
        out = {"source": source, "kind": kind}
        out.update({k: self.meta[k] for k in ("authority", "body", "date", "time", "venue", "chair")})
        for key, _ in ANNOTATIONS.values():
            if key not in ("table_figures", "votes", "motions", "actions"):
                out[key] = []
        out["items"] = items = []
        current = None
        for b in self.blocks:
            if b["type"] == "item" and show(b) is not None:
                num = self.item_number(b)
                current = {"number": num if keep_number else None, "title": plain(b["text"]), "agenda_ref": b["ref"] or None,
                           "paragraphs": [], "first_words": {}, "resolutions": [], "truncated": False}
                if not keep_number:
                    current["number_inferred"] = num
                items.append(current)
            elif b["type"] == "para" and current is not None and show(b):
                text, label = ws(plain(show(b))), b["label"]
                if text != ws(plain(b["text"])):
                    current["truncated"] = True
                if label.startswith("R"):
                    lead = plain(b["shown"]) + " " if "Resolved" in b["shown"] else ""
                    current["resolutions"].append(lead + text)
                elif not label.startswith("Q"):
                    current["paragraphs"].append(label)
                    current["first_words"][label] = " ".join(text.split()[:6])
        for key, entry, item, block in self.notes:
            left = show(block)
            words = entry.get("quote")
            if left is None or (words and block["type"] != "table" and ws(words) not in ws(plain(left))):
                continue
            if key == "attendance":
                out[key].append(dict(entry))
                continue
            where = {"item": changes.get("agenda_item") if kind in SECTIONED else self.item_number(item)}
            if key not in ("decisions", "votes", "motions", "actions", "questions"):
                where["paragraph"] = self.full_label(item, block, kind)
            entry = {k: v for k, v in entry.items() if not (key == "actions" and k in ("ref", "status") and v is None)}
            out.setdefault(key, []).append({**where, **entry} if key != "actions" else {**where, **{k: v for k, v in entry.items() if v is not None}})
        for key, value in self.extra.items():
            if isinstance(value, list) and value and isinstance(value[0], dict) and "quote" in value[0] and visible:
                value = [v for v in value if any(show(b) and v["quote"] in show(b) for b in self.blocks)]
            out[key] = value
        out.update(changes)
        if kind in SECTIONED:
            out["sections"] = [{"number": i["number"], "heading": i["title"], "paragraphs": texts} for i, texts in zip(items, self.section_texts(kind), strict=True)]
            out["items"] = []
        return out

    def full_label(self, item, block, kind):
        """In a numbered section of a decision record a paragraph without number takes the section's, and its own after it where there are more."""
        label, num = block["label"], self.item_number(item)
        if kind != "decision-record" or not num or not re.match(r"p\d", label or ""):
            return label
        return num if sum(b["type"] == "para" for b in self.under(item)) == 1 else f"{num}.{label}"

    def under(self, item):
        at = next(n for n, b in enumerate(self.blocks) if b is item)
        until = next((n for n, b in enumerate(self.blocks) if n > at and b["type"] == "item"), len(self.blocks))
        return self.blocks[at + 1:until]

    def section_texts(self, kind):
        return [{self.full_label(i, b, kind): ws(plain(b["text"])) for b in self.under(i) if b["type"] == "para" and not b["label"].startswith("Q")}
                for i in self.blocks if i["type"] == "item"]


# ---------------------------------------------------------------- HTML and PDF

def esc(text):
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(text, quote=False))


def table_html(b):
    rows = b["rows"]
    out = "<table>"
    if b["head"]:
        wide = len(rows[0]) > 2 or len(rows) > 1 and len(rows[1]) == len(rows[0]) and rows[0][0] != "Reference"
        if wide:
            out += "<thead><tr>" + "".join(f"<th>{esc(c)}</th>" for c in rows[0]) + "</tr></thead>"
            rows = rows[1:]
    return out + "<tbody>" + "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in r) + "</tr>" for r in rows) + "</tbody></table>"


def body_html(paper, item_ref="(Item {})", heading="{num} {title}"):
    out = []
    for b in paper.blocks:
        t = b["type"]
        if t == "table":
            out.append(table_html(b))
        elif t == "item":
            num = b["number"]
            num = num if not num or num.endswith(".") or "/" in num else num + "."
            ref = f' <i class="ref">{item_ref.format(b["ref"])}</i>' if b["ref"] and item_ref and not b["ref"].startswith(("pack", "panel", "EXEMPT")) else ""
            out.append(f'<h3><span class="num">{num}</span> {esc(b["text"])}{ref}</h3>')
        elif t == "para":
            shown = b["shown"]
            cls = "res" if b["label"].startswith("R") else "sub" if b["label"].count(".") and not b["label"].replace(".", "").isdigit() else "par"
            if shown and not shown.startswith(("**", "Q", "R", "S")):
                out.append(f'<p class="{cls} hang"><span class="lab">{esc(shown)}</span>{esc(b["text"])}</p>')
            else:
                out.append(f'<p class="{cls}">{"<b>" + esc(shown) + "</b> " if shown else ""}{esc(b["text"])}</p>')
        else:
            tag = {"authority": "h1", "title": "h2", "h": "h4"}.get(t, "p")
            out.append(f"<{tag}>{esc(b['text'])}</{tag}>")
    return "\n".join(out)


BASE = """
body { font: %(size)s/1.38 '%(font)s'; } h1 { font-size: 1.15em; text-align: center; } h2 { font-size: 1.15em; text-align: center; }
h3 { font-size: 1em; margin: 1.5em 0 .4em; break-after: avoid; } h3 .num { display: inline-block; min-width: 2.6em; } h3 .ref { font-weight: normal; }
h4 { font-size: 1em; margin: 1em 0 .4em; break-after: avoid; } p { margin: .5em 0; } p.hang { padding-left: 2.8em; text-indent: -2.8em; }
.lab { display: inline-block; width: 2.8em; text-indent: 0; } p.sub.hang { margin-left: 2.8em; } p.res { %(res)s }
table { border-collapse: collapse; width: 100%%; margin: .8em 0; font-size: .92em; } td, th { border: .6pt solid #333; padding: 4pt; text-align: left; vertical-align: top; }
th { background: #e6e6e6; } tr { break-inside: avoid; }
@page { size: A4; margin: %(margin)s; %(page)s }
"""


def css(size="11pt", font="Liberation Sans", res="font-weight: bold;", margin="24mm 24mm 24mm 26mm", page=""):
    return BASE % dict(size=size, font=font, res=res, margin=margin, page=page)


def pdf_bytes(markup, style, title=""):
    from weasyprint import HTML
    return HTML(string=f"<html lang='en'><head><title>{html.escape(title)}</title><style>{style}</style></head><body>{markup}</body></html>").write_pdf(
        pdf_identifier=b"samplecounty", srgb=False)


def pages_of(data):
    from pypdf import PdfReader
    return len(PdfReader(io.BytesIO(data)).pages)


def write(name, data):
    path = PAPERS / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)


def gold(name, record):
    (GOLD / f"{name}.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


# ---------------------------------------------------------------- the pack

PACK = "08-stourley-agenda-pack-2024-11-12.pdf"
SECTIONS = ["pack-1-minutes", "pack-2-notice", "panel-2024-06-27", "panel-2024-09-19", "pack-5-cctv", "pack-6-performance", "pack-7-programme"]


def pack():
    from pypdf import PdfReader, PdfWriter
    header = "font: italic 9pt 'Liberation Serif'; content: 'Crime and Disorder Scrutiny Committee, 12 November 2024';"
    parts, spans, at = [], {}, 1
    for name in SECTIONS:
        p = Paper(name)
        fonts = {"panel-2024-06-27": "Liberation Sans", "panel-2024-09-19": "Liberation Sans", "pack-2-notice": "Liberation Sans Narrow"}
        # counter-reset on the first page: the pack's numbers run on over all its papers
        page = (f"@top-right {{ {header} }} @bottom-center {{ font: 10pt 'Liberation Serif'; content: 'Page ' counter(page); }}")
        style = css("13pt", fonts.get(name, "Liberation Serif"), "font-style: italic;" if name.startswith("pack") else "font-weight: bold;", "30mm 30mm 28mm 32mm", page)
        if name == "pack-2-notice":
            style += "@page { size: A4 landscape; }"
        if name == "panel-2024-09-19":
            style += "td:last-child { white-space: nowrap; }"
        style += f"@page :first {{ counter-reset: page {at - 1}; counter-increment: page 1; }}"
        data = pdf_bytes(body_html(p), style, p.name)
        n = pages_of(data)
        spans[name] = (at, at + n - 1)
        parts.append((p, data))
        at += n
    front = Paper("pack-0-agenda")
    out = []
    for b in front.blocks:
        if b["type"] == "item":
            keys = [k.strip() for k in b["ref"].split(",") if k.strip() in spans]
            b["pages"] = [spans[keys[0]][0], spans[keys[-1]][1]] if keys else None
            tail = "(Pages {} - {})".format(*b["pages"]) if keys else "(Not for publication)" if b["ref"] == "EXEMPT" else ""
            out.append(f'<h3><span class="num">{b["number"]}.</span> {esc(b["text"])} <span style="float: right; font-weight: normal">{tail}</span></h3>')
        elif b["type"] == "para":
            out.append(f'<p style="margin-left: 2.6em">{esc(b["text"])}</p>')
        else:
            tag = {"authority": "h1", "title": "h2", "h": "h2"}.get(b["type"], "p")
            out.append(f"<{tag}>{esc(b['text'])}</{tag}>")
    style = css("13pt", "Liberation Serif", "", "28mm 26mm")
    head = pdf_bytes("\n".join(out), style, "Agenda")
    blank = pdf_bytes("<p style='text-align: center; margin-top: 100mm'>This page is intentionally left blank</p>", style, "")
    lead = pages_of(head) + 1
    writer = PdfWriter()
    for data in [head, blank] + [d for _, d in parts]:
        for page in PdfReader(io.BytesIO(data)).pages:
            writer.add_page(page)
    writer.add_metadata({"/Title": "Agenda reports pack", "/Producer": "sample county", "/CreationDate": "D:20241104090000Z"})
    writer.compress_identical_objects()
    buf = io.BytesIO()
    writer.write(buf)
    write(PACK, buf.getvalue())
    span = lambda n: {"pack_pages": list(spans[n]), "pdf_pages": [spans[n][0] + lead, spans[n][1] + lead]}
    g = front.gold(PACK)
    g["pdf_pages"] = [1, lead - 1]
    texts = iter([b for b in front.blocks if b["type"] == "para"])
    g["items"] = [{"number": b["number"], "title": b["text"], "pages": b["pages"], "text": next(texts)["text"]} for b in front.blocks if b["type"] == "item" and b["ref"] != "EXEMPT"]
    gold("08a-stourley-agenda", g)
    docs = [{"title": "Agenda", "kind": "agenda", "item": None, "pack_pages": None, "pdf_pages": [1, lead - 1]}]
    for letter, (p, _) in zip("bcdefgh", parts):
        short = {"panel-2024-06-27": "panel-minutes-2024-06-27", "panel-2024-09-19": "panel-minutes-2024-09-19"}.get(p.name, "stourley-" + p.name.split("-", 2)[-1])
        item = next(b["number"] for b in front.blocks if b["type"] == "item" and p.name in b["ref"])
        gold(f"08{letter}-{short}", p.gold(PACK, **span(p.name), **({"agenda_item": item} if p.meta["kind"] in SECTIONED else {})))
        heads = [b["text"] for b in p.blocks if b["type"] in ("title", "h", "authority")]
        docs.append({"title": heads[-1] if p.meta["kind"] in ("report", "work-programme") else next(b["text"] for b in p.blocks if b["type"] == "title"),
                     "kind": p.meta["kind"], "date": p.meta["date"], "item": item, **span(p.name)})
    gold("08-stourley-pack", {"source": PACK, "kind": "pack", "authority": "Stourley Borough Council", "body": "Crime and Disorder Scrutiny Committee",
                              "date": "2024-11-12", "time": "19:00", "venue": front.meta["venue"], "chair": None, "attendance": [], "items": [],
                              "pdf_page_of_pack_page_1": lead + 1, "documents": docs})
    return lead + at - 1


# ---------------------------------------------------------------- other kinds

def docx_bytes(build, landscape=False):
    import docx
    from docx.shared import Pt
    doc = docx.Document()
    doc.styles["Normal"].font.name, doc.styles["Normal"].font.size = "Arial", Pt(11)
    if landscape:
        s = doc.sections[0]
        s.page_width, s.page_height = s.page_height, s.page_width
    build(doc)
    core = doc.core_properties
    core.created = core.modified = datetime(2024, 10, 1)
    core.author = core.last_modified_by = "Democratic Services"
    buf, fixed = io.BytesIO(), io.BytesIO()
    doc.save(buf)
    with zipfile.ZipFile(buf) as src, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as dst:
        for info in src.infolist():
            dst.writestr(zipfile.ZipInfo(info.filename, (2024, 10, 1, 0, 0, 0)), src.read(info.filename), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def auto_list(doc):
    """A two-level automatic list (1. then a.); gives a function that numbers a paragraph."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    root = doc.part.numbering_part.element
    level = lambda i, fmt: (f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="%{i + 1}."/>'
                            f'<w:pPr><w:ind w:left="{720 * (i + 1)}" w:hanging="720"/></w:pPr></w:lvl>')
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{level(0, "decimal")}{level(1, "lowerLetter")}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def mark(par, depth):
        par._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'))
    return mark


def docx_table(doc, b):
    t = doc.add_table(rows=0, cols=len(b["rows"][0]))
    t.style = "Table Grid"
    for i, row in enumerate(b["rows"]):
        for cell, text in zip(t.add_row().cells, row):
            run = cell.paragraphs[0].add_run(text)
            run.bold = i == 0 and b["head"]


def minutes_docx(paper):
    def build(doc):
        mark, item = auto_list(doc), None
        for b in paper.blocks:
            t = b["type"]
            if t == "table":
                docx_table(doc, b)
            elif t in ("authority", "title"):
                doc.add_heading(b["text"], 1 if t == "title" else 2)
            elif t == "h":
                doc.add_paragraph().add_run(b["text"]).bold = True
            elif t == "item":
                item = b
                doc.add_heading(f'{b["number"]}\t{b["text"]}', 3)
            elif t == "para":
                automatic = item["number"] == "11/24" and not b["label"].startswith("R")
                if automatic:
                    mark(doc.add_paragraph(b["text"]), b["label"].count("."))
                elif b["label"].startswith("R"):
                    doc.add_paragraph().add_run(b["text"]).bold = True
                else:
                    doc.add_paragraph((b["shown"] + "\t" if b["shown"] else "") + b["text"])
            else:
                doc.add_paragraph(b["text"])
    return docx_bytes(build)


def log_docx(paper):
    def build(doc):
        for b in paper.blocks:
            if b["type"] == "table":
                docx_table(doc, b)
            elif b["type"] == "title":
                doc.add_heading(b["text"], 1)
            else:
                doc.add_paragraph(b["text"])
    return docx_bytes(build, landscape=True)


FOOTER = "Wendleshire Police and Crime Panel, 2 February 2024"


def converted_txt(paper):
    """What a careless conversion leaves of a PDF: hard breaks, lost bullets, page feet in mid-sentence."""
    lines = []
    for b in paper.blocks:
        if b["type"] == "item":
            lines += ["", f'{b["number"]}. {b["text"]}', ""]
        elif b["type"] == "para":
            shown = b["shown"]
            lead = " " if shown == "•" else shown + " " if shown else ""
            lines += (lead.lstrip() and textwrap.wrap(lead + b["text"], 92) or [(lead if i == 0 else "") + w for i, w in enumerate(textwrap.wrap(b["text"], 92))])
            if shown != "•":
                lines.append("")
        else:
            lines += textwrap.wrap(b["text"], 92) + [""]
    out, page, count = [], 1, 0
    for i, line in enumerate(lines):
        inside = line and i and lines[i - 1] and not line.startswith(" ")
        if count >= 36 and inside:
            out += ["", FOOTER, str(page), ""]
            line, page, count = " " + line, page + 1, 0
        out.append(line)
        count += 1
    return "\n".join(out) + "\n"


def markdown(paper):
    out = []
    for b in paper.blocks:
        t = b["type"]
        if t == "item":
            out.append(f'## {b["number"]} {b["text"]}')
        elif t == "para":
            out.append((b["shown"] + " " if b["shown"] else "") + b["text"])
        else:
            out.append({"title": "# ", "h": "### "}.get(t, "") + b["text"])
    return "\n\n".join(out) + "\n"


def word_html(blocks):
    """Minutes as pasted from Word into a committee system."""
    out = "<div class=\"WordSection1\">"
    for b in blocks:
        text = esc(b["text"])
        if b["label"].startswith("R"):
            text = re.sub(r"^(RESOLVED|AGREED)", r"<b>\1</b>", text)
        shown = b["shown"] + "&nbsp;&nbsp;&nbsp; " if b.get("shown") else ""
        out += f"<p class=\"MsoNormal\" style='text-align:justify'>{shown}{text}</p>"
    return out + "</div>"


def items_of(paper):
    item = None
    for b in paper.blocks:
        if b["type"] == "item":
            if item:
                yield item, paras
            item, paras = b, []
        elif b["type"] == "para":
            paras.append(b)
    yield item, paras


def service_meeting(paper):
    twice = lambda s: html.escape(html.escape(s.replace("'", "’"), quote=False).replace("’", "&#39;"), quote=False)
    e = lambda s: html.escape(s, quote=False)
    rows = ""
    for n, (item, paras) in enumerate(items_of(paper), 1):
        rows += f"""  <agendaitem>
   <agendaitemid>{70310 + n}</agendaitemid>
   <agendaitemtitle>{twice(item['text'])}</agendaitemtitle>
   <agendatext>{e('<div><p>To consider this item.</p></div>')}</agendatext>
   <actualmeetingdate>27/06/2024</actualmeetingdate>
   <agendaitemnumber>{n + 2}</agendaitemnumber>
   <agendaitemsubnumber>0</agendaitemsubnumber>
   <fulldisplaynumberformat>{item['ref']}.</fulldisplaynumberformat>
   <minutesnonemptyhtmlbody>{e(word_html(paras))}</minutesnonemptyhtmlbody>
   <declarationcount> 0</declarationcount>
   <isdecision>False</isdecision>
   <isminutepublished>True</isminutepublished>
   <isrestricted>False</isrestricted>
   <minutesitemnumber>{n}</minutesitemnumber>
   <minutesitemsubnumber>0</minutesitemsubnumber>
   <linkeddocuments>{f'<linkeddoc><attachmentid>{9100 + n}</attachmentid><title>{twice(item["text"])}</title><isurl>False</isurl><isrestricted>False</isrestricted></linkeddoc>' if n in (5, 6, 8) else ''}</linkeddocuments>
  </agendaitem>
"""
    people = ""
    for key, entry, _, _ in paper.notes:
        if key == "attendance":
            state = {"present": "Present, as expected", "absent": "Apologies", "also present": "In attendance"}[entry["group"]]
            member = "Officer" if entry["group"] == "also present" else "Committee Member"
            role = entry["role"] if entry["role"] and member == "Officer" else {"Chair": "Chair"}.get(entry["role"], "Committee Member")
            name = f"{entry['honorific']} {entry['name']}" + (f" {entry['postnominals']}" if entry["postnominals"] else "")
            people += f'  <attendee membertype="{member}" memberid="{300 + len(people) % 97}" name="{name}" roledescription="{role}" attendance="{state}" politicalparty="" ward=""><url></url></attendee>\n'
    return f"""<?xml version="1.0" encoding="utf-8"?>
<meeting>
 <meetingid>4127</meetingid>
 <meetingdate>27/06/2024</meetingdate>
 <meetingstatus>Confirmed</meetingstatus>
 <isdisplayallowed>True</isdisplayallowed>
 <meetingtime>10.30 am</meetingtime>
 <meetingactualstarttime></meetingactualstarttime>
 <meetinglocation>{paper.meta['venue']}</meetinglocation>
 <iswebcast>False</iswebcast>
 <agendaid>5120</agendaid>
 <agendapublished>True</agendapublished>
 <decisionpublished>False</decisionpublished>
 <minutepublished>True</minutepublished>
 <agendaitems>
{rows} </agendaitems>
 <attendees>
{people} </attendees>
</meeting>
"""


MEETINGS = [(4011, "14/09/2023", "10.00 am", "Confirmed"), (4066, "02/02/2024", "10.00 am", "Confirmed"), (4127, "27/06/2024", "10.30 am", "Confirmed"),
            (4188, "19/09/2024", "10.00 am", "Confirmed"), (4190, "05/12/2024", "10.00 am", "Cancelled"), (4240, "06/02/2025", "10.00 am", "Confirmed"),
            (4301, "12/06/2025", "2.00 pm", "Confirmed"), (4377, "29/01/2026", "10.00 am", "Confirmed")]


def service_list():
    rows = "".join(f"    <meeting><meetingid>{i}</meetingid><meetingdate>{d}</meetingdate><meetingstatus>{s}</meetingstatus><meetingtime>{t}</meetingtime><iswebcast>False</iswebcast></meeting>\n" for i, d, t, s in MEETINGS)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<getmeetings>
 <meetingscount> {len(MEETINGS)}</meetingscount>
 <committeescount> 1</committeescount>
 <committee>
  <committeeid>233</committeeid>
  <committeetitle>Wendleshire Police and Crime Panel</committeetitle>
  <committeemeetingcount> {len(MEETINGS)}</committeemeetingcount>
  <committeemeetings>
{rows}  </committeemeetings>
 </committee>
</getmeetings>
"""


PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title></head>
<body>{before}
<div id="header"><a href="/">Wendleshire County Council</a> <form action="/search"><input name="q"></form></div>
<div id="breadcrumb"><a href="/">Home</a> &gt; <a href="mgListCommittees.aspx">Committees</a></div>
<div class="mgContent" >
{body}
</div>
<div id="footer">Contact us | Accessibility | Cookies</div>
</body></html>
"""
CUTS = {"11/24": ("2", "Seven of them no longer reported"), "12/24": ("2", "promised for April, then for the")}


def meeting_page(paper):
    """The meeting page with minutes clipped; gives the page and what is visible of each block."""
    left, rows = {}, ""
    for n, (item, paras) in enumerate(items_of(paper), 1):
        words, cut = [], CUTS.get(item["number"])
        left[id(item)] = item["text"]
        hidden = False
        for b in paras:
            if hidden:
                left[id(b)] = None
                continue
            text = b["text"]
            if cut and b["label"] == cut[0]:
                end = text.index(cut[1]) + len(cut[1])
                text, hidden = text[:end], True
            left[id(b)] = text
            shown = b["shown"] + "&nbsp;&nbsp; " if b["shown"] else ""
            more = f' ... <a href="mgAi.aspx?ID={81200 + n}#mgDocuments" title="Full minutes">view the full minutes text for item {item["number"]}</a>' if hidden else ""
            words.append(f"<p>{shown}{esc(text)}{more}</p>")
        rows += f"""<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI{81200 + n}" ></a>{n}.</p></td>
<td><p class="mgAiTitleTxt" >{esc(item['text'])}{' <a class="mgAiTitleLnk" href="documents/s5' + str(n) + '.pdf">pdf icon</a> <span class="mgFileSize" >PDF ' + str(61 + 30 * n) + ' KB</span>' if n in (3, 4) else ''}</p>
{'<ul class="mgBulletList" ><li><a href="documents/s58.pdf">Appendix, shop theft by month</a> <span class="mgFileSize" >PDF 88 KB</span></li></ul>' if n == 3 else ''}
<p class="mgSubItemTitleTxt" >Minutes:</p><div class="mgWordPara" >{''.join(words)}</div></td></tr>
"""
    rubric = ("Members of the public may put a question to the Panel if it reaches the clerk four working days before the meeting. A question must concern the Panel's own functions "
              "and may not exceed 150 words. The clerk may refuse a question which names a person or repeats one answered in the last six months.")
    body = f"""<h1 class="mgMainTitleTxt" >Agenda and minutes</h1>
<h2 class="mgSubTitleTxt" >Wendleshire Police and Crime Panel<br>Thursday, 19th September, 2024 10.00 am</h2>
<p><span class="mgLabel" >Venue:</span> {paper.meta['venue']}</p>
<p><span class="mgLabel" >Contact:</span> Pauline Lightfoot</p>
<div class="mgWordPara" ><p>{rubric}</p></div>
<p><span class="mgLabel" >Additional documents:</span> <a href="documents/g4188.pdf">Printed minutes</a> <span class="mgFileSize" >PDF 201 KB</span></p>
<table class="mgItemTable" id="mgItemTable" ><tr><th>No.</th><th>Item</th></tr>
{rows}</table>"""
    return PAGE.format(title="Agenda and minutes - Wendleshire Police and Crime Panel - 19 September 2024", before="", body=body), lambda b: left.get(id(b))


def item_page(paper, num):
    item, paras = next((i, p) for i, p in items_of(paper) if i["number"] == num)
    words = "".join(f"<p>{re.sub(r'^(RESOLVED)', r'<b>RESOLVED</b>', esc(b['text']))}</p>" for b in paras)
    body = f"""<h1 class="mgMainTitleTxt" >Agenda item</h1><h2 class="mgSubTitleTxt" >{esc(item['text'])}</h2>
<ul class="mgActionList" ><li><a href="ieListDocuments.aspx?CId=233&amp;MId=4127">Meeting</a></li></ul>
<p class="mgSubItemTitleTxt" >Minutes:</p><div class="mgWordPara" >{words}</div>
<h3>Supporting documents:</h3><ul class="mgBulletList" ><li>Annual Report, <a href="documents/s5310.pdf">item 6.</a> <span class="mgFileSize" >PDF 3 MB</span></li></ul>"""
    banner = '<div class="errorbanner">Server Error in application: the request for the site template timed out. The page is shown without it.</div>'
    ids = {id(b) for b in [item] + paras}
    return PAGE.format(title="Agenda item - " + item["text"], before=banner, body=body), lambda b: b["text"] if id(b) in ids else None


def decision_page(paper):
    t = [b["text"] for b in paper.blocks]
    body = f"""<h1 class="mgMainTitleTxt" >Decision details</h1><h2 class="mgSubTitleTxt" >{t[0]}</h2>
<p><span class="mgLabel" >Decision Maker:</span> Cabinet</p><p><span class="mgLabel" >Decision status:</span> Recommendations approved as amended</p>
<p><span class="mgLabel" >Is Key decision?:</span> Yes</p><p><span class="mgLabel" >Is subject to call in?:</span> Yes</p>
<h3>Purpose:</h3><div class="mgWordPara" ><p>{t[1]}</p></div><h3>Decision:</h3><div class="mgWordPara" ><p>{t[2]}</p></div>
<p><span class="mgLabel" >Publication date:</span> 16/01/2025</p><p><span class="mgLabel" >Date of decision:</span> 14/01/2025</p>
<p><span class="mgLabel" >Decided at meeting:</span> <a href="ieListDocuments.aspx?MId=911">14/01/2025 - Cabinet</a></p>
<p>Accompanying Documents:</p><ul class="mgBulletList" ><li><a href="documents/s771.pdf">Towpath order: report</a> <span class="mgFileSize" >PDF 140 KB</span></li><li><a href="documents/s772.pdf">Appendix A: results of consultation</a> <span class="mgFileSize" >PDF 512 KB</span></li></ul>"""
    return PAGE.format(title="Decision - " + t[0], before="", body=body).replace("Wendleshire County Council", "Democracy online")


def cmis_page(paper):
    items = ""
    for item, paras in items_of(paper):
        items += f'<div class="AgendaItem"><span class="AgendaNo">{item["ref"]}</span> <b>{esc(item["text"])}</b><div class="MinuteNo">{item["number"]}</div>'
        items += "".join(f'<p>{b["shown"] + " " if b["shown"] else ""}{esc(b["text"])}</p>' for b in paras) + "</div>\n"
    pair = lambda a, b, c="Value": f'<div class="holder"><div class="DNNLabel">{a}</div><div class="{c}">{b}</div></div>\n'
    docs = "".join(f'<li class="DocumentListItem"><a class="TitleLink" href="Document.ashx?id={n}">{d["title"]}</a> <span class="FileSize">({90 + n}Kb)</span></li>' for n, d in enumerate(paper.extra["documents"]))
    return f"""<html><head><meta charset="utf-8"><title>Meeting details</title></head><body>
<div class="ModCMISMeetingsC"><h2>Meeting Details</h2>
{pair("Committee", paper.meta["body"])}{pair("Date", "12/06/2025")}{pair("Time", "14:00")}{pair("Place", paper.meta["venue"])}{pair("Status", "Minutes published", "Value Venue")}
<ul class="tabs"><li>Agenda</li><li>Members</li><li>Attendees</li><li>Documents</li></ul>
{items}<ol class="DocumentList">{docs}</ol></div></body></html>
"""


def council_page(paper, crumbs):
    out = ""
    for b in paper.blocks:
        if b["type"] == "table":
            out += table_html(b)
        elif b["type"] == "item":
            out += f"<h2>{esc(b['text'])}</h2>\n"
        elif b["type"] == "title":
            out += f"<h1>{esc(b['text'])}</h1>\n"
        else:
            out += f"<p>{esc(b['text'])}</p>\n"
    name = crumbs[0]
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title></head><body>
<header><p>{name}</p><nav><ul><li>Bins</li><li>Council tax</li><li>Planning</li><li>Your council</li></ul></nav></header>
<main><p>Home / {" / ".join(crumbs[1:])}</p>
{out}</main><aside><p>Was this page useful? Yes No</p></aside><footer><p>Privacy and cookies</p></footer></body></html>
"""


def scan(paper):
    """The page as a scanner gives it: grey, a little askew, specked, without a text layer."""
    import pypdfium2
    from PIL import Image, ImageFilter
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas
    data = pdf_bytes(body_html(paper), css("11pt", "Liberation Serif", "", "26mm"))
    if pages_of(data) != 1:
        raise SystemExit("the scan must be one page")
    image = pypdfium2.PdfDocument(data)[0].render(scale=200 / 72).to_pil().convert("L")
    image = image.rotate(0.35, Image.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.5)).point(lambda v: min(246, v * 0.94 + 12))
    rng, pixels = random.Random(20251016), image.load()
    for _ in range(2600):
        x, y = rng.randrange(image.width), rng.randrange(image.height)
        pixels[x, y] = rng.choice((40, 120, 170, 255))
    buf, jpeg = io.BytesIO(), io.BytesIO()
    image.save(jpeg, "JPEG", quality=55)
    c = canvas.Canvas(buf, pagesize=(595.28, 841.89), invariant=1)
    c.drawImage(ImageReader(io.BytesIO(jpeg.getvalue())), 0, 0, 595.28, 841.89)
    c.showPage()
    c.save()
    return buf.getvalue()


def without_header(paper):
    """The service gives people as attributes; what the printed heading alone says is not there."""
    people = []
    for key, entry, _, _ in paper.notes:
        if key == "attendance":
            role = entry["role"] if entry["group"] == "also present" or entry["role"] == "Chair" else None
            people.append({**entry, "group": {"also present": "in attendance"}.get(entry["group"], entry["group"]), "role": role})
    return people


def stories():
    """The promises followed from paper to paper, and the figures that disagree: content/threads.txt."""
    records = {f.name.split("-", 1)[0]: (f.name, json.loads(f.read_text(encoding="utf-8"))) for f in GOLD.glob("*.json") if not f.name.startswith(("cross", "08-"))}

    def find(stem, quote):
        name, record = records[stem]
        for key in ("commitments", "follow_ups", "figures", "decisions", "references"):
            for entry in record[key]:
                if entry.get("quote", "").startswith(quote):
                    return {"file": name, "item": entry["item"], "paragraph": entry["paragraph"], "quote": entry["quote"]}
        raise SystemExit(f"threads.txt: {stem}: no annotation begins {quote!r}")

    threads, discrepancies = [], []
    for line in (CONTENT / "threads.txt").read_text(encoding="utf-8").splitlines():
        parts = [p.strip() for p in line.lstrip("#! ").split("|")]
        if line.startswith("##"):
            threads.append({"id": parts[0], "title": parts[2], "outcome": parts[1], "entries": []})
        elif line.startswith("!!"):
            discrepancies.append({"id": parts[0], "kind": parts[1], "note": parts[2], "statements": []})
        elif len(parts) == 3:
            threads[-1]["entries"].append({**find(parts[0], parts[2]), "role": parts[1]})
        else:
            discrepancies[-1]["statements"].append(find(*parts))
    gold("cross-document", {
        "kind": "cross-document",
        "same_meeting": [
            {"files": ["06-meeting-page-2024-09-19.json", "07-panel-minutes-2024-09-19.json", "08e-panel-minutes-2024-09-19.json"], "relation": "same minutes; the page clips 11/24 and 12/24"},
            {"files": ["04-getmeeting-2024-06-27.json", "05-annual-report-item.json", "08d-panel-minutes-2024-06-27.json"], "relation": "same minutes; the service numbers them 1 to 8, the page shows one item"}],
        "republished": [{"container": PACK, "files": ["08d-panel-minutes-2024-06-27.json", "08e-panel-minutes-2024-09-19.json"]}],
        "threads": threads, "discrepancies": discrepancies})


def main():
    for folder in (PAPERS, GOLD, TRUTH):
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
    serif, sans = "Liberation Serif", "Liberation Sans"
    foot = "@bottom-center { font: 9pt 'Liberation Sans'; content: counter(page); }"
    for file, name, style in [
            ("01-panel-minutes-2023-09-14.pdf", "panel-2023-09-14", css("11pt", sans, page=foot)),
            ("02-public-questions-2023-09-14.pdf", "questions-2023-09-14", css("11.5pt", serif)),
            ("10-decision-record-2024-11-20.pdf", "decision-record-2024-11-20", css("10.5pt", sans)),
            ("13-letter-2025-03-24.pdf", "letter-2025-03-24", css("11pt", serif, margin="35mm 28mm") + "h3 { display: none; } h1 { text-align: right; }"),
            ("18-panel-minutes-2026-01-29.pdf", "panel-2026-01-29", css("11pt", "DejaVu Sans Condensed", "", page=foot.replace("counter(page)", "'WPCP minutes 29.01.26  page ' counter(page) ' of ' counter(pages)")))]:
        p = Paper(name)
        if name.startswith("letter"):
            p.blocks[[b["type"] for b in p.blocks].index("item")]["number"] = ""
        write(file, pdf_bytes(body_html(p), style, p.name))
        g = p.gold(file)
        if name.startswith("letter"):
            g["items"], g["paragraphs"] = [], g["items"][0]["paragraphs"]
        gold(file.rsplit(".", 1)[0], g)

    p = Paper("panel-2024-02-02")
    file = "03-panel-minutes-2024-02-02.txt"
    write(file, converted_txt(p))
    gold(file[:-4], p.gold(file, furniture=[FOOTER]))

    p = Paper("panel-2024-06-27")
    file = "04-getmeeting-2024-06-27.xml"
    write(file, service_meeting(p))
    for n, (item, _) in enumerate(items_of(p), 1):
        item["number"] = str(n)
    gold(file[:-4], p.gold(file, lambda b: b["text"] if b["label"] else None, kind="service-meeting", body=None, attendance=without_header(p), chair="A Fenwick",
                           inferred={"body": p.meta["body"], "basis": "the meeting id stands in the list of meetings (19)"}))

    p = Paper("panel-2024-06-27")
    file = "05-annual-report-item.html"
    page, seen = item_page(p, "6/24")
    write(file, page)
    g = p.gold(file, seen, kind="web-item", body=None, date=None, time=None, venue=None, chair=None, attendance=[], authority="Wendleshire County Council",
               page_defects=["Server Error in application: the request for the site template timed out. The page is shown without it."])
    g["items"][0].update(number=None, agenda_ref="6")
    for entries in g.values():
        for x in entries if isinstance(entries, list) else []:
            if isinstance(x, dict) and x.get("item"):
                x["item"] = None
    gold(file[:-5], g)

    p = Paper("panel-2024-09-19")
    file = "06-meeting-page-2024-09-19.html"
    page, seen = meeting_page(p)
    write(file, page)
    g = p.gold(file, seen, kind="web-minutes", chair=None, attendance=[], documents=[{"title": "Printed minutes"}, {"title": "Appendix, shop theft by month"}])
    for n, it in enumerate(g["items"], 1):
        it["agenda_ref"] = str(n)
        if it["number"] not in CUTS:
            it["number_inferred"], it["number"] = it["number"], None
        else:
            it["truncated"] = True
    gold(file[:-5], g)
    file = "07-panel-minutes-2024-09-19.docx"
    write(file, minutes_docx(p))
    gold(file[:-5], p.gold(file))

    count = pack()

    p = Paper("decision-page-2025-01-14")
    file = "09-decision-page-2025-01-14.html"
    write(file, decision_page(p))
    gold(file[:-5], p.gold(file))
    p = Paper("panel-2025-02-06")
    file = "11-panel-minutes-2025-02-06.md"
    write(file, markdown(p))
    gold(file[:-3], p.gold(file))
    p = Paper("action-log-2025-02")
    file = "12-action-log-2025-02-06.docx"
    write(file, log_docx(p))
    gold(file[:-5], p.gold(file))
    p = Paper("stourley-2025-03-18")
    file = "14-stourley-page-2025-03-18.html"
    write(file, council_page(p, ["Stourley Borough Council", "Your council", "Scrutiny"]))
    gold(file[:-5], p.gold(file))
    p = Paper("cmis-2025-06-12")
    file = "15-cmis-meeting-2025-06-12.html"
    write(file, cmis_page(p))
    gold(file[:-5], p.gold(file))
    p = Paper("programme-2025-26")
    file = "16-panel-work-programme-2025-26.html"
    write(file, council_page(p, ["Wendleshire County Council", "Democracy", "Police and Crime Panel"]))
    gold(file[:-5], p.gold(file))
    p = Paper("complaints-2025-10-16")
    file = "17-scan-complaints-2025-10-16.pdf"
    write(file, scan(p))
    truth = "\n".join((f'{b["number"]}. ' if b["type"] == "item" else "") + b["text"] for b in p.blocks) + "\n"
    (TRUTH / (file[:-4] + ".txt")).write_text(truth, encoding="utf-8")
    gold(file[:-4], p.gold(file, scanned=True))
    file = "19-getmeetings.xml"
    write(file, service_list())
    gold(file[:-4], {"source": file, "kind": "service-meeting-list", "authority": None, "body": "Wendleshire Police and Crime Panel", "date": None, "time": None, "venue": None, "chair": None,
                     "attendance": [], "items": [], "meetings": [{"id": str(i), "heading": d, "date": f"{d[6:]}-{d[3:5]}-{d[:2]}", "time": t, "status": s} for i, d, t, s in MEETINGS]})
    stories()
    print(f"{len(list(PAPERS.iterdir()))} papers, {len(list(GOLD.glob('[0-9]*.json')))} gold records, pack of {count} PDF pages, {sum(f.stat().st_size for f in PAPERS.iterdir()) // 1024} KB")


if __name__ == "__main__":
    main()
