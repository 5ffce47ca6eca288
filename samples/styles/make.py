#!/usr/bin/env python3
"""Make the sample papers and their gold records from the marked originals.

Usage: make.py [STEM ...]

Each file of marked/ is one paper with the annotations written into it, so that a quotation cannot drift
from the text it quotes. The paper goes to papers/, the record of each part to gold/. A file begins with
directives; `{code args:text}` marks a passage, and marks nest. README.md lists the codes.
"""
import html, json, re, sys
from pathlib import Path

HERE = Path(__file__).parent
KIND = dict(rb="report-back", pi="provide-information", li="look-into", at="attend", pu="publish", am="amend", ac="act", cm="continue-monitoring")
BASIS = dict(u="undertaking", r="resolution", t="third-party", q="request", p="plan", i="intention")
NATURE = dict(a="actual", t="target", f="forecast", b="benchmark", th="threshold", s="standard", bu="budget", e="estimate")
REF = dict(min="minute", page="agenda-page", dec="decision", act="act", reg="regulation", mt="meeting", rep="report", web="web", case="case")
EXPLICIT = {"undertaking", "resolution", "third-party"}


def plain(text, markup):
    """Visible text: white space collapsed, tags and entities resolved where the paper is HTML or XML."""
    if markup:
        for _ in range(2 if markup == "xml" else 1):
            text = html.unescape(text) if markup == "xml" else text
            text = re.sub(r"</?(?:b|i|u|em|strong|span|a)\b[^>]*>", "", text)
            text = re.sub(r"<[^>]*>", " ", text)
        text = html.unescape(text)
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def nul(s):
    s = (s or "").strip()
    return None if s in ("", "-") else s


def number(s):
    if nul(s) is None:
        return None
    v = float(s)
    return int(v) if v == int(v) else v


class Maker:
    def __init__(self, path):
        self.stem, self.out, self.furn, self.marks, self.esc = path.stem, [], [], [], False
        self.conf, self.wrap, self.line_at, self.indent = {}, 0, 0, 0
        self.read(path.read_text(encoding="utf-8"))

    # rendering ---------------------------------------------------------------------------------
    def put(self, ch, furniture=False):
        if self.esc:
            for c in {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}.get(ch, ch):
                self.out.append(c); self.furn.append(furniture)
            return
        self.out.append(ch); self.furn.append(furniture)
        if not self.wrap or furniture:
            if ch == "\n":
                self.line_at = len(self.out)
            return
        if ch == "\n":
            self.line_at = len(self.out)
        elif len(self.out) - self.line_at > self.wrap:
            for k in range(len(self.out) - 2, self.line_at + 8, -1):
                if self.out[k] == " " and not self.furn[k] and not "".join(self.out[self.line_at:k]).isspace():
                    self.out[k] = "\n"; self.line_at = k + 1
                    break

    def read(self, text):
        for line in text.split("\n"):
            if line.startswith("@"):
                self.directive(line[1:])
                continue
            self.body(line + "\n")
        while len(self.out) > 1 and self.out[-1] == "\n" == self.out[-2]:
            self.out.pop(); self.furn.pop()

    def directive(self, line):
        name, _, rest = line.partition(" ")
        if name == "conf":
            self.conf.update(json.loads(rest)); self.wrap = self.conf.get("wrap", 0)
        elif name == "wrap":
            self.wrap = int(rest)
        else:
            self.marks.append((len(self.out), len(self.out), "@" + name, rest))

    stack = None

    def body(self, text):
        self.stack = self.stack or []
        i = 0
        while i < len(text):
            ch = text[i]
            if ch == "{":
                m = re.compile(r"\{(#|[a-z!]+)([^:{}]*)(:|\})").match(text, i)
                if not m:
                    raise SystemExit(f"{self.stem}: bad mark at {text[i:i+60]!r}")
                code, args, end = m.groups()
                i = m.end()
                if end == "}":
                    self.marks.append((len(self.out), len(self.out), code, args))
                    continue
                self.stack.append((len(self.out), code, args))
                if code == "esc":
                    self.esc = True
                continue
            if ch == "}":
                start, code, args = self.stack.pop()
                if code == "esc":
                    self.esc = False
                self.marks.append((start, len(self.out), code, args))
                i += 1
                continue
            furniture = any(c == "z" for _, c, _ in self.stack)
            if furniture and text.startswith("/n", i):
                ch, i = "\n", i + 1
            self.put(ch, furniture)
            i += 1

    # gold ---------------------------------------------------------------------------------------
    def text(self, a, b):
        return plain("".join(c for c, f in zip(self.out[a:b], self.furn[a:b]) if not f), self.conf.get("markup"))

    def gold(self):
        if self.stack:
            raise SystemExit(f"{self.stem}: mark not closed: {self.stack}")
        order = sorted(range(len(self.marks)), key=lambda k: (self.marks[k][0], -self.marks[k][1], k))
        # zero-width marks keep their writing order, enclosing marks come before what they enclose
        order = sorted(range(len(self.marks)), key=lambda k: (self.marks[k][0], 0 if self.marks[k][2].startswith("@") else 1, -self.marks[k][1] if self.marks[k][1] > self.marks[k][0] else -10**9 if self.marks[k][2] == "#" else -10**8, k))
        parts, part, item, para = [], None, None, None
        open_r = open_q = (0, None)
        src = self.stem + self.conf.get("suffix", ".txt")
        for k in order:
            a, b, code, args = self.marks[k]
            f = [x.strip() for x in args.split("|")] if args else []
            extra = dict(x.split("=", 1) for x in f if re.match(r"[a-z_]+=", x))
            f = [x for x in f if not re.match(r"[a-z_]+=", x)]
            g = lambda n: nul(f[n]) if n < len(f) else None
            t = self.text(a, b) if b > a else ""
            if code == "@part":
                h = json.loads(args)
                part = dict(source=src, kind=h.pop("kind"), stem=h.pop("stem", None), _start=a, authority=None, body=None, date=None, time=None, venue=None, chair=None)
                part.update(h)
                part.update(attendance=[], items=[], questions=[], commitments=[], figures=[], references=[], decisions=[], follow_ups=[])
                parts.append(part); item = para = None; open_r = open_q = (0, None); section = None
                continue
            if part is None:
                raise SystemExit(f"{self.stem}: {code} before @part")
            report = part["kind"] in ("report", "letter", "questions")     # papers in sections
            here = part.get("agenda_item") if report else (item.get("number") or item.get("number_inferred")) if item else None
            where = open_r[1] if a < open_r[0] else open_q[1] if a < open_q[0] else para
            at = dict(item=here, paragraph=where)
            if code == "@att":
                group, hon, name, post, role, sub = ([x.strip() for x in args.split("|")] + [""] * 6)[:6]
                part["attendance"].append(dict(name=name, honorific=nul(hon), postnominals=nul(post), role=nul(role), group=group, substitute_for=nul(sub)))
            elif code == "@set":
                part.update(json.loads(args))
            elif code == "@iset":
                item.update(json.loads(args))
            elif code == "@item":
                n = nul(args.split("|")[0].rstrip(". ")); ref = nul((args.split("|") + [""])[1])
                item = dict(number=None if n and n[0] == "~" else n, title=None, agenda_ref=ref)
                if n and n[0] == "~":
                    item["number_inferred"] = n[1:]
                if part["kind"] in ("agenda",):
                    item.update(pages=None, text=None, action=None)
                else:
                    item.update(paragraphs=[], first_words={}, resolutions=[], truncated=False)
                part["items"].append(item); para = None
            elif code == "@entry":
                entry = dict(title=None, summary=None, consultees=None, background_papers=None, open_or_closed=None, closed_reason=None)
                entry.update(json.loads(args)); para = entry.get("number"); part.setdefault("entries", []).append(entry)
            elif code == "k":
                entry[args.strip()] = t
            elif code == "t":
                item["title"] = t; para = "T"
                open_q = (b, "T")
            elif code == "tx":
                item["text"] = t; open_q = (b, "p1")
            elif code == "cut":
                item["truncated"] = True
            elif code == "sub":
                item.setdefault("subheadings", []).append(dict(text=t, before=args.strip() or None))
            elif code == "#":
                para = args.strip()
                ends = [m for m in (self.next_break(b), ) if m]
                stop = min(ends + [x[0] for x in self.marks if x[0] > b and (x[2] in ("#", "r", "q", "t", "sec", "cut", "sub") or x[2] == "@item")] + [len(self.out)])
                whole = self.text(b, stop)
                if report:
                    section["paragraphs"][para] = whole
                else:
                    item["paragraphs"].append(para); item["first_words"][para] = " ".join(whole.split()[:6])
            elif code in ("r", "ri"):
                item["resolutions"].append(t)
                if code == "r":
                    para = f"R{len(item['resolutions'])}"
            elif code in ("sec", "sec!"):
                section = dict(number=g(0), heading=t, paragraphs={}); part.setdefault("sections", []).append(section)
                open_q = (b, "T")
            elif code == "rec":
                part.setdefault("recommendations", []).append(para)
            elif code == "imp":
                part.setdefault("implications", {})[args.strip()] = t
                para = "implications"
            elif code == "bp":
                part.setdefault("background_papers", []).append({"Documents consulted": t, **extra})
            elif code == "mt":
                part.setdefault("meetings", []).append(dict(heading=t, date=g(0), items=[]))
            elif code == "mi":
                part["meetings"][-1]["items"].append(t)
            elif code == "sr":
                part.setdefault("standing_rules", []).append(dict(basis=g(0), text=t))
            elif code == "rr":
                part["review_rule"] = t
            elif code == "c" or code == "oc":
                if len(f) != 5:
                    raise SystemExit(f"{self.stem}: commitment needs by|to|kind|due|basis: {args} {t}")
                for kind in f[2].split("+"):
                    basis = BASIS[f[4].rstrip("!")]
                    e = dict(at, by=g(0), to=g(1), quote=t, kind=KIND[kind], due=g(3), strength="explicit" if basis in EXPLICIT else "soft", basis=basis)
                    part.setdefault("commitments" if code == "c" else "optional_commitments", []).append(e)
            elif code == "f":
                e = dict(at, quote=t, value=number(f[0]), unit=f[1], measure=f[2], period=g(3), nature=NATURE[g(4) or "a"])
                for key, name in (("q", "qualifier"), ("max", "value_max"), ("of", "out_of"), ("as", "value_as_printed"), ("ph", "period_from_heading")):
                    if key in extra:
                        e[name] = number(extra[key]) if key in ("max", "of") else extra[key]
                part["figures"].append(e)
            elif code == "x":
                part["references"].append(dict(at, quote=t, kind=REF[f[0]]))
            elif code == "u":
                part["follow_ups"].append(dict(at, quote=t, about=g(0), status=f[1]))
            elif code == "q":
                n = number(f[0]) if nul(f[0]) else None
                part["questions"].append(dict(item=here, number=n, asker=g(1), honorific=g(2), organisation=g(3), first_words=" ".join(t.split()[:8]),
                                              answered_by=[x for x in (g(4) or "").split(",") if x], supplementary=[x for x in (g(5) or "").split(",") if x]))
                para = f"Q{n}" if n is not None else f"Q{sum(q['item'] == here for q in part['questions'])}"
            elif code == "a":
                part.setdefault("actions", []).append(dict(at, owner=g(0), text=t, due=g(1), **extra))
            elif code == "v":
                part.setdefault("votes", []).append({"item": here, "kind": g(0), "for": number(g(1)), "against": number(g(2)), "abstain": number(g(3)), "result": g(4), "quote": t})
            elif code == "m":
                part.setdefault("motions", []).append(dict(item=here, quote=t, mover=g(0), seconder=g(1), outcome=g(2)))
            elif code == "d":
                part.setdefault("documents", []).append(dict(title=t))
            elif code == "dec":
                part["decisions"].append(dict(item=here, ref=g(0), title=t))
            elif code not in ("z", "esc"):
                raise SystemExit(f"{self.stem}: unknown mark {code}")
        text = "".join(self.out)
        for n, p in enumerate(parts):
            end = parts[n + 1]["_start"] if n + 1 < len(parts) else len(text)
            first = text.count("\n", 0, p["_start"]) + 1
            p["lines"] = f"{first}-{text.count(chr(10), 0, end - 1) + 1}"
            rows, pos = [], 0
            furn = []
            for ln, row in enumerate(text.split("\n"), 1):
                cells = [self.furn[pos + j] for j in range(len(row))]
                if row and all(fl or c.isspace() for fl, c in zip(cells, row)) and any(cells) and p["_start"] <= pos < end:
                    furn.append(ln)
                pos += len(row) + 1
            p["furniture"] = [[l, l] for l in furn]
            del p["_start"]
            stem = p.pop("stem") or self.stem
            p["kind"] = p["kind"]
            (HERE / "gold" / (stem + ".json")).write_text(json.dumps(p, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        (HERE / "papers" / src).write_text(text, encoding="utf-8")
        return [text.count("\n"), len(parts), sum(len(p["commitments"]) for p in parts), sum(len(p["figures"]) for p in parts), sum(len(p["references"]) for p in parts)]

    def next_break(self, a):
        ending = r"(?:<|&lt;)/(?:p|li|div)(?:>|&gt;)" if self.conf.get("markup") else r"\n[ \t\u00a0]*\n"
        m = re.compile(ending).search("".join(c if not f else "_" for c, f in zip(self.out, self.furn)), a)
        return m.start() if m else None


if __name__ == "__main__":
    for path in sorted((HERE / "marked").glob("*.mark")):
        if len(sys.argv) < 2 or path.stem in sys.argv[1:]:
            m = Maker(path)
            print(path.stem, "lines %d parts %d commitments %d figures %d references %d" % tuple(m.gold()))
