"""Reports: title, sections with their paragraphs, recommendations, implications, background papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from minutebook.documents.blocks import Block
from minutebook.documents.marks import Mark, find_mark
from minutebook.reading.dates import find_dates
from minutebook.reading.grammar import FINITE, is_caps, leads_on, titleness
from minutebook.reading.kinds.front import read_top
from minutebook.reading.kinds.pieces import Piece, add_passage, apart_at, claim, pieces_of
from minutebook.reading.kinds.table import NOTHING
from minutebook.reading.minutes import Minutes
from minutebook.reading.paper import Paper
from minutebook.reading.papers import REPORT_SECTION
from minutebook.reading.steps.paragraphs import Tree, is_subheading, mark_of
from minutebook.record import Paragraph, Section

RECOMMENDS = re.compile(
    r"(?:.*\brecommend\w*|argymhell\w*|(?:decisions?|action|resolution) (?:required|requested|sought|recommended)|(?:the )?(?:committee|panel|board|members) (?:is|are) (?:asked|recommended|invited) to)\b",
    re.IGNORECASE,
)
IMPLIES = re.compile(
    r".*\b(?:implications?|impact assessments?|risk assessments?|considerations|goblygiadau)\b", re.IGNORECASE
)
PAPERS = re.compile(
    r"(?:list of )?(?:background|supporting) (?:papers?|documents?|information|reading)\b[^:]{0,90}?(?::|$)|papurau cefndir\b",
    re.IGNORECASE,
)
SUBJECT = (
    r"(?:financial|finance|resources?|budget\w*|legal|staffing|human resources?|hr|personnel|workforce|equalit\w+|equality and diversity|diversity|risk(?: management)?|environment\w*|climate\w*|carbon|"
    r"crime (?:and|&) disorder|community safety|safeguarding|administrative|property|assets?|health\w*|health (?:and|&) (?:safety|well-?being)|data protection|information governance|welsh language|"
    r"well-?being\w*|procurement|it|ict|digital|communications?|consultation|sustainab\w+|value for money|policy|corporate|strategic|human rights|privacy|social value|children|poverty|"
    r"public health|s(?:ection)?\.? ?17|customers?|local members?|wards?|governance|legislative|timescales?|performance)"
)
LABEL = rf"{SUBJECT}(?:\s*(?:,|and|&|/)\s*{SUBJECT})*"
TAIL = r"(?:implications?|assessments?|considerations?|impacts?|comments|issues|duty|analysis|management)"
IMPLICATION = re.compile(
    rf"(?P<label>{LABEL}(?:\s+{TAIL}){{0,2}})\s*[:–-]\s*(?P<text>\S.*)|(?P<label2>{LABEL}\s+{TAIL})\s+(?P<text2>[A-Z].*)",
    re.IGNORECASE,
)
BARE_IMPLICATION = re.compile(rf"(?P<label>{LABEL}(?:\s+{TAIL}){{0,2}})\s*:?", re.IGNORECASE)
APPENDIX = re.compile(r"(?:appendix|annexe?|atodiad)\s+(?:[A-Z0-9]{1,3})\b", re.IGNORECASE)
GRID = re.compile(
    r"(?:documents?(?: consulted)?|consulted|date|file|ref(?:erence)?|report|author|section|and|directorate|exempt|information|category|location|contact|&)(?:\s+(?:documents?|consulted|date|file|ref(?:erence)?|report|author|section|and|directorate|exempt|information|category|location|contact|&))*",
    re.IGNORECASE,
)


@dataclass
class _Part:
    """A section under way."""

    number: str | None
    heading: str
    blocks: list[Block]
    paragraphs: list[tuple[Paragraph, Block, str]] = field(default_factory=list)  # with the words that lead to it
    tree: Tree = field(default_factory=Tree)
    cells: list[Block] = field(default_factory=list)  # of tables of figures, which are no paragraphs


def read_report(paper: Paper) -> tuple[Minutes, dict[str, Any]]:
    """The report as its sections; what it recommends, what it implies, what it rests on."""
    blocks = [b for b in paper.blocks if b.kind != "furniture"]
    first = next((n for n in range(1, len(blocks)) if opens_section(blocks, n, surely=True)), len(blocks))
    if first == len(blocks) or sum(len(b.text) for b in blocks[:first]) > 2500:
        first = next(
            (
                n
                for n, b in enumerate(blocks)
                if n and ((b.marker_runs and b.marker[0].isdigit()) or (titleness(b.text) < -1.5 and len(b.text) > 100))
            ),
            min(3, len(blocks)),
        )
    heading = read_top(paper, blocks[:first])
    found = Minutes(heading, [])
    dates = {d.iso for b in blocks[:first] for d in find_dates(b.text)}
    parts = read_sections(paper, [b for b in blocks[first:] if not _running_date(paper, b, dates)])
    implications: dict[str, str] = {}
    background: list[str] = []
    recommendations: list[str] = []
    for part in parts:
        name = part.heading
        if RECOMMENDS.match(name) and not IMPLIES.match(name):
            told = [p.label for p, b, _ in part.paragraphs if b.marker or not leads_on(p.text)]
            recommendations += [label for label in told if label[0] != "p"] or told
    _emit(paper, found, parts, implications, background)
    if not parts:
        paper.doubt("no-sections", "No section was recognised in this report.", level="error")
    sections = tuple(
        Section(p.number, p.heading, tuple(q for q, _, _ in p.paragraphs), paper.span_of(p.blocks)) for p in parts
    )
    return found, {
        "sections": sections,
        "recommendations": tuple(recommendations),
        "implications": implications,
        "background_papers": tuple(background),
    }


def opens_section(blocks: Sequence[Block], n: int, *, surely: bool = False) -> bool:
    """Does a section of a report begin here: a numbered or set-apart heading, by its form and by what follows?

    `surely` asks for a number or a usual name, for in the head of a report other lines are set apart too.
    """
    block = blocks[n]
    text = block.text.strip()
    if block.kind == "cell" or not text or len(text) > 170:
        return False
    if PAPERS.match(text) and (len(text) < 90 or PAPERS.match(text).end() < len(text)):  # type: ignore[union-attr]
        return block.marker != "•"
    mark = mark_of(block) if block.marker_runs else None
    if mark is not None and len(mark.value) == 1:
        return (
            block.marker[0].isdigit()
            and titleness(text) > -0.6
            and text[-1] not in ".;,"
            and len(text.split()) <= 22
            and not FINITE.search(text)
        )
    if mark is not None or block.marker:
        return False
    if APPENDIX.match(text) and not is_caps(text):
        return block.kind == "heading" and not surely
    if REPORT_SECTION.fullmatch(text) or (BARE_IMPLICATION.fullmatch(text) and IMPLIES.match(text) and block.gap >= 1):
        return True
    if (block.kind == "heading" or block.role == "heading") and not surely:
        return True
    following = next((b for b in blocks[n + 1 :] if b.kind != "furniture"), None)
    if following is None or text[-1] in ".;,?":
        return False
    numbered = following.marker_runs and re.match(r"\d+\.\d", following.marker)
    if numbered and titleness(text) > 0 and len(text.split()) <= 12 and following.marker.rstrip(".").endswith(".1"):
        return True
    if RECOMMENDS.match(text) and titleness(text) > 0 and len(text.split()) <= 6:
        return True
    counted = bool(following.marker_runs) and following.marker[0].isdigit() and titleness(text) > -0.3
    if (
        block.gap >= 1
        and following.gap >= 1
        and counted
        and text[-1] != ":"
        and not FINITE.search(text)
        and len(text.split()) <= 10
    ):
        return True  # paragraphs numbered through the whole report
    if surely:
        return False
    return (block.gap >= 1 and is_caps(text) and len(text.split()) <= 12) or (
        block.bold and not following.bold and titleness(text) > 0 and text[-1] != ":"
    )


def read_sections(paper: Paper, blocks: Sequence[Block]) -> list[_Part]:
    """Sections with their paragraphs, labelled as printed. Claims the blocks."""
    parts: list[_Part] = []
    # Implications that were healed together ("… Act 1998). Risk: Residents may …") are a block each.
    blocks = [b for block in blocks for b in apart_at(block, _labelled)]
    for n, block in enumerate(blocks):
        text = block.text
        if opens_section(blocks, n) and (
            not _inside_papers(parts)
            or PAPERS.match(text)
            or REPORT_SECTION.fullmatch(text.strip())
            or (is_caps(text) and block.gap >= 1)
        ):
            number = block.marker.strip(".() ") if block.marker_runs and block.marker[0].isdigit() else None
            m = PAPERS.match(text)
            cut = m.end() if m and m.end() < len(text) and m[0].endswith(":") else len(text)
            parts.append(_Part(number, text[:cut].strip(" :"), [block]))
            paper.claim("section-heading", block)
            if cut < len(text):
                parts[-1].paragraphs.append(
                    (Paragraph("p1", text[cut:].strip(), paper.span(block, cut, len(text)), True), block, "")
                )
            continue
        if not parts:
            parts.append(_Part(None, "", []))
        _paragraph(paper, parts[-1], block, blocks, n)
    return parts


def _labelled(text: str) -> bool:
    m = IMPLICATION.match(text)
    return bool(m and m["label"])


def _inside_papers(parts: Sequence[_Part]) -> bool:
    return bool(parts) and bool(PAPERS.match(parts[-1].heading))


def _paragraph(paper: Paper, part: _Part, block: Block, blocks: Sequence[Block], n: int) -> None:
    tree = part.tree
    text = block.text
    if block.kind == "cell" and len(text) <= 120 and not IMPLIES.match(part.heading) and not _inside_papers([part]):
        part.cells.append(block)
        paper.claim("cell", block)
        return
    if (
        not part.paragraphs
        and block.kind != "cell"
        and is_subheading(block, blocks, n)
        and not IMPLICATION.match(text)
        and not BARE_IMPLICATION.fullmatch(text)
        and not _inside_papers([part])
    ):
        part.blocks.append(block)
        paper.claim("sub-heading", block)
        return
    lead = next((p.text for p, _, _ in reversed(part.paragraphs) if p.label == tree.parent), "") if block.marker else ""
    if not lead and part.paragraphs and leads_on(part.paragraphs[-1][0].text):
        lead = part.paragraphs[-1][0].text
    mark: Mark | None = (
        mark_of(block)
        if block.marker_runs
        else (find_mark(block.marker + " x") if block.marker and block.marker != "•" else None)
    )
    inferred = False
    if mark is not None and mark.value:
        hangs = (
            part.paragraphs and leads_on(part.paragraphs[-1][0].text) and part.paragraphs[-1][0].label.startswith("p")
        )
        label, ordered = tree.numbered_label(mark, block.indent)
        if hangs and label.startswith("p"):
            # "The Committee is recommended to: (i) …": the limbs stand under their own marks.
            label = label.split(".", 1)[1]
        elif label.startswith("p") and "." in label:
            label = label.split(".", 1)[1]
        if not ordered and len(mark.value) > 1 and not mark.first:
            paper.doubt(
                "number-out-of-sequence",
                f"Paragraph ‘{mark.shown}’ does not follow the number before it.",
                paper.span(block),
            )
    elif block.marker or block.kind == "list-item":
        label = tree.bullet_label()
    else:
        label, inferred = tree.plain_label(), True
    tree.last_text = text
    while label in tree.used:
        label += "'"
    tree.used.add(label)
    part.paragraphs.append((Paragraph(label, text, paper.span(block, 0, len(text)), inferred), block, lead))
    part.blocks.append(block)
    paper.claim("cell" if block.kind == "cell" else "list-item" if block.marker else "paragraph", block)


def _running_date(paper: Paper, block: Block, dates: set[str | None]) -> bool:
    """The date of the meeting printed again at the head of a later page."""
    d = next(find_dates(block.text), None)
    if d and d.iso in dates and d.end - d.start >= len(block.text.strip()) - 1:
        paper.claim("furniture", block)
        return True
    return False


def _emit(
    paper: Paper, found: Minutes, parts: list[_Part], implications: dict[str, str], background: list[str]
) -> None:
    """Passages for the claim steps; implications and background papers taken out of their sections."""
    item = paper.agenda_item
    for part in parts:
        for block in part.blocks[:1]:
            if part.heading and block.text.startswith(part.heading[:40]):
                add_passage(found, item, "T", block, "heading", title=part.heading)
        if PAPERS.match(part.heading):
            background += _background(paper, part)
            part.paragraphs = [] if any(p.label.startswith("p") for p, _, _ in part.paragraphs) else part.paragraphs
            continue
        current: str | None = None
        kept: list[tuple[Paragraph, Block, str]] = []
        within = bool(IMPLIES.match(part.heading))
        for paragraph, block, lead in part.paragraphs:
            hit = _implication(paragraph, within) if paragraph.label_inferred or within else None
            if hit:
                current, words = hit
                implications[current] = words
                add_passage(
                    found,
                    item,
                    "implications",
                    block,
                    lead=current,
                    title=part.heading,
                    start=paragraph.text.rfind(words) if words else 0,
                )
            elif within and current and paragraph.label_inferred and not re.match(r"\d", paragraph.label):
                implications[current] = f"{implications[current]} {paragraph.text}".strip()
                add_passage(found, item, "implications", block, lead=current, title=part.heading)
            else:
                kept.append((paragraph, block, lead))
                add_passage(
                    found,
                    item,
                    paragraph.label,
                    block,
                    "cell" if block.kind == "cell" else "paragraph",
                    lead,
                    part.heading,
                )
        part.paragraphs = kept
        for block in part.cells:
            add_passage(found, item, "table", block, "cell", title=part.heading)
        if within and not implications and len(kept) == 1:
            implications[part.heading] = kept[0][0].text
        elif BARE_IMPLICATION.fullmatch(part.heading) and IMPLIES.match(part.heading) and kept:
            implications.setdefault(part.heading, " ".join(p.text for p, _, _ in kept))


def _implication(paragraph: Paragraph, within: bool) -> tuple[str, str] | None:
    m = IMPLICATION.match(paragraph.text)
    if m and (within or (m["label"] and IMPLIES.match(m["label"]))):
        return (m["label"] or m["label2"]).strip(), (m["text"] or m["text2"]).strip()
    if within and (m := BARE_IMPLICATION.fullmatch(paragraph.text)):
        return m["label"].strip(), ""
    return None


def _background(paper: Paper, part: _Part) -> list[str]:
    """The papers named: one to a bullet or line, parted by semicolons, or the first column of a grid."""
    bullets = [p.text for p, b, _ in part.paragraphs if b.marker]
    if bullets:
        return bullets
    pieces: list[Piece] = pieces_of(paper, [b for _, b, _ in part.paragraphs if b not in part.blocks[:1]])
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and not piece.gap:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    heads = 0
    while heads < len(groups) and GRID.fullmatch(" ".join(p.text for p in groups[heads])):
        heads += 1
    if heads >= 2:
        claim(paper, "cell", pieces)
        return [" ".join(p.text for p in groups[heads])] if heads < len(groups) else []
    out = []
    for paragraph, _, _ in part.paragraphs:
        out += [t.strip(" .") for t in paragraph.text.split(";") if t.strip(" .")]
    return [t for t in out if not NOTHING.fullmatch(t)]
