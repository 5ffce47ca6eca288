"""The paragraphs of an item as a tree of labels, and the resolutions among them.

Printed numbers as they stand ("1", "2.a.1", "5.1"), bullets as "<parent>.bul<n>", others "p1", "p2", …
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutebook.documents.blocks import Block
from minutebook.documents.marks import Mark, find_mark, make_mark
from minutebook.documents.tidy import cut_runs
from minutebook.reading.grammar import (
    DECIDED,
    FINITE,
    LIMB,
    LOST_WORD,
    is_caps,
    leads_on,
    operative,
    operative_word,
    title_share,
)
from minutebook.reading.paper import Paper

SUB_LABEL = re.compile(r"(?:minutes|considered|decisions?|cofnodion|penderfyniad|resolved minutes|additional documents|supporting documents)\s*[:–-]?", re.IGNORECASE)
CUT = re.compile(r"\s*(?:\.{3}|…)\s*(?:view|gweld) the full (?P<what>minutes|decision|agenda)? ?text for item\s*(?P<number>[\w/.()]+?)\.?\s*$", re.IGNORECASE)
VOTE_LINE = re.compile(
    r"\(?(?:for|in favour|against|abstain(?:ed|ing|ers)?|abstentions?|not voting|votes? (?:for|against))(?:\s+the (?:motion|amendment|proposal))?\s*"
    r"(?:\(\d{1,3}\)|\d{1,3}\s*[;,)]|$|[-–:]\s*\(?(?:\d|[A-Z]|none|nil)|[A-Z][A-Z’'-]+,|[A-Z][A-Z’'-]+\s*\(\d)", re.IGNORECASE)
ADJOURNED = re.compile(r"\b(?:meeting|committee|panel)\b.{0,30}\badjourn", re.IGNORECASE)


@dataclass
class Labelled:
    """A paragraph with its block: what claim steps see."""

    label: str
    block: Block
    text: str
    lead: str = ""
    inferred: bool = False
    kind: str = "paragraph"       # paragraph | resolution | question


@dataclass
class Body:
    """What stands in one item."""

    paragraphs: list[Labelled] = field(default_factory=list)
    resolutions: list[Labelled] = field(default_factory=list)
    verbs: dict[str, str] = field(default_factory=dict)
    subheadings: list[Labelled] = field(default_factory=list)
    cells: list[Labelled] = field(default_factory=list)
    actions: list[Labelled] = field(default_factory=list)
    votes: list[Labelled] = field(default_factory=list)
    adjournments: list[str] = field(default_factory=list)
    truncated: bool = False
    cut_number: str | None = None


@dataclass
class _Level:
    mark: Mark
    label: str
    indent: float


class Tree:
    """Gives each paragraph its full label, by the sequence its mark belongs to."""

    def __init__(self) -> None:
        self.levels: list[_Level] = []
        self.parent: str | None = None        # label of the paragraph that bullets hang from
        self.bullets: dict[str, int] = {}
        self.plain = 0
        self.last_text = ""
        self.base = ""                        # label of the plain paragraph that a list hangs from
        self.used: set[str] = set()

    def plain_label(self) -> str:
        """The label of the next paragraph without number: p1, p2, …"""
        self.plain += 1
        self.levels.clear()
        return self._set(f"p{self.plain}")

    def bullet_label(self) -> str:
        """The label of the next bullet under the paragraph above: 2.bul1, 2.bul2, …"""
        parent = self.parent or ""
        self.bullets[parent] = self.bullets.get(parent, 0) + 1
        return f"{parent}.bul{self.bullets[parent]}" if parent else f"bul{self.bullets[parent]}"

    def numbered_label(self, mark: Mark, indent: float) -> tuple[str, bool]:
        """The full label of a numbered paragraph, and whether its number follows the one before."""
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if mark.follows(level.mark):
                return self._put(depth, mark, indent), True
        if len(mark.value) > 1:                       # "5.1", "2.1.1": the number is the whole label
            self.levels = [lv for lv in self.levels if lv.mark.value[: len(mark.value) - 1] == mark.value[: len(lv.mark.value)]
                           and len(lv.mark.value) < len(mark.value)]
            return self._put(len(self.levels), mark, indent), True
        if mark.first and self.levels:
            deeper = (leads_on(self.last_text) or indent > self.levels[-1].indent + 0.5
                      or mark.scheme != self.levels[-1].mark.scheme)
            if deeper:
                return self._put(len(self.levels), mark, indent), True
        same = [d for d, level in enumerate(self.levels) if level.mark.scheme == mark.scheme]
        if same:
            after = mark.value > self.levels[same[0]].mark.value
            return self._put(same[0], mark, indent), not after
        if self.levels and mark.scheme[0] not in "1(" and mark.first:
            return self._put(len(self.levels), mark, indent), True
        return self._put(0 if not self.levels or not leads_on(self.last_text) else len(self.levels), mark, indent), mark.first

    def _put(self, depth: int, mark: Mark, indent: float) -> str:
        if depth == 0 and not (self.levels and mark.follows(self.levels[0].mark)):
            hangs = self.parent and self.parent.startswith("p") and (leads_on(self.last_text) or mark.scheme not in ("1.", "1)", "1"))
            self.base = f"{self.parent}." if hangs else ""
        del self.levels[depth:]
        if len(mark.value) > 1:
            label = mark.label
        elif depth:
            label = f"{self.levels[-1].label}.{mark.label}"
        else:
            label = self.base + mark.label
        self.levels.append(_Level(mark, label, indent))
        return self._set(label)

    def _set(self, label: str) -> str:
        self.parent = label
        return label


def read_body(paper: Paper, blocks: Sequence[Block], tree: Tree | None = None, *, formal: bool = True) -> Body:
    """The paragraphs, resolutions and sub-headings among an item's blocks. Claims each block.

    `formal` tells that this paper has an operative word of its own (RESOLVED, AGREED): then a sentence
    that tells of an agreement in passing is no resolution.
    """
    body = Body()
    tree = tree or Tree()
    laid_out = layout_tables(blocks)
    table_cells = flattened_table(blocks)
    texts: dict[str, str] = {}
    unmarked = False                    # in a list whose bullets are not there at all
    asked = False                       # in a list of points raised, or of figures, without bullets
    pending: Mark | None = None         # a number that stands on a line of its own
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if block.kind == "furniture" or paper.claimed(block):
            i += 1
            continue
        text = block.text
        if SUB_LABEL.fullmatch(text) or not text:
            if not text and block.marker and i + 1 < len(blocks) and not blocks[i + 1].marker:
                pending = mark_of(block)
            paper.claim("label", block)
            i += 1
            continue
        if cut := CUT.search(text):
            body.truncated, body.cut_number = True, cut["number"]
            text = text[: cut.start()].rstrip(" .…")
            if not text:
                paper.claim("label", block)
                i += 1
                continue
        if ADJOURNED.search(text) and len(text) < 240 and not block.marker:
            body.adjournments.append(text)
            if len(text) < 110:
                paper.claim("adjournment", block)
                i += 1
                continue
        if NOTICE.fullmatch(text):
            paper.claim("rubric", block)
            i += 1
            continue
        if i in table_cells:
            paper.claim("cell", block)
            body.cells.append(Labelled("cell", block, text, kind="cell"))
            i += 1
            continue
        if (ACTION_LINE.match(text) or block.role == "action") and body.paragraphs:
            last = body.paragraphs[-1]
            body.actions.append(Labelled(last.label, block, text, last.text, kind="action"))
            paper.claim("action", block)
            i += 1
            continue
        if MOVED_LINE.match(text) and len(text) < 120:
            body.votes.append(Labelled("V", block, text))
            paper.claim("motion", block)
            i += 1
            continue
        if VOTE_LINE.match(text) and len(text) < 400:
            body.votes.append(Labelled("V", block, text))
            paper.claim("vote", block)
            i += 1
            if VOTE_HEAD.fullmatch(text):
                i += _vote_list(paper, body, blocks, i)
            continue
        if block.role in ("decision", "resolution") and not operative(text):
            _add(paper, body, block, text, "agreed" if block.role == "decision" else "resolved")
            i += 1
            continue
        if block.cell and block.cell[0] not in laid_out or text.startswith("|") and text.count("|") > 2:
            paper.claim("cell", block)
            body.cells.append(Labelled("cell", block, text, kind="cell"))
            i += 1
            continue
        taken = _put_to_vote(paper, body, blocks, i) or _resolution(paper, body, blocks, i) or _lost_resolution(paper, body, blocks, i, formal)
        if taken:
            i += taken
            continue
        if is_subheading(block, blocks, i):
            body.subheadings.append(Labelled("H", block, text))
            paper.claim("sub-heading", block)
            tree.last_text = text if leads_on(text) else tree.last_text
            i += 1
            continue
        mark = pending or mark_of(block)
        pending = None
        if OWN_LINE.fullmatch(text) and not block.marker and i + 1 < len(blocks) and not blocks[i + 1].marker and len(blocks[i + 1].text) > 20:
            pending = make_mark(text, len(text))
            paper.claim("label", block)
            i += 1
            continue
        lead = ""
        inferred = False
        if mark is not None and mark.value:
            lead = texts.get(tree.levels[-1].label, "") if tree.levels and mark.first else texts.get(_up(tree, mark), "")
            label, in_order = tree.numbered_label(mark, block.indent)
            if not in_order:
                paper.doubt("number-out-of-sequence", f"Paragraph ‘{mark.shown}’ does not follow the number before it.", paper.span(block))
        elif block.marker or block.kind == "list-item" or text[0].islower() and text[-1] in ";." and (leads_on(tree.last_text) or unmarked) \
                or _lost_bullet(blocks, i, tree, asked):
            unmarked = not block.marker and text[-1] == ";"
            asked = not block.marker
            lead = texts.get(tree.parent or "", "")
            label = tree.bullet_label()
        else:
            label, inferred, asked = tree.plain_label(), True, False
        tree.last_text = text
        while label in tree.used:
            label += "'"
        tree.used.add(label)
        texts[label] = text
        body.paragraphs.append(Labelled(label, block, text, lead, inferred))
        paper.claim("cell" if block.kind == "cell" else "paragraph" if not block.marker else "list-item", block)
        i += 1
    return body


def layout_tables(blocks: Sequence[Block]) -> set[int]:
    """Tables that only lay out prose in columns: some of their cells hold whole paragraphs."""
    return {b.cell[0] for b in blocks if b.cell and len(b.text) > 200}


def flattened_table(blocks: Sequence[Block]) -> set[int]:
    """Indices of the cells of a table that conversion has flattened: a run of short lines that are no sentences."""
    found: set[int] = set()
    run: list[int] = []
    for i, block in enumerate(blocks):
        text = block.text
        short = (len(text) <= 48 and not block.marker and block.kind not in ("cell", "heading", "furniture") and not block.role
                 and text[-1:] not in ".:;?" and not operative(text) and not FINITE.search(text) and (block.gap < 1 or run))
        if short:
            run.append(i)
            continue
        if len(run) >= 5 and sum(blocks[j].gap < 1 for j in run) >= len(run) // 2:
            found.update(run)
        run = []
    if len(run) >= 5 and sum(blocks[j].gap < 1 for j in run) >= len(run) // 2:
        found.update(run)
    return found


NOTICE = re.compile(r"[(\[]?(?:not for publication|exempt (?:item|information)|confidential|restricted|members only|this page is intentionally (?:left )?blank|intentionally blank|this item is restricted)\b.{0,90}", re.IGNORECASE)


def _up(tree: Tree, mark: Mark) -> str:
    """Label of the paragraph above the list that this mark goes on with."""
    for depth in range(len(tree.levels) - 1, 0, -1):
        if mark.follows(tree.levels[depth].mark):
            return tree.levels[depth - 1].label
    return ""


def mark_of(block: Block) -> Mark | None:
    """The list mark of a block, as a number in a scheme; None for a bullet or none."""
    if not block.marker:
        return None
    return find_mark(block.marker + " Xx x") or (make_mark(block.marker, len(block.marker)) if re.search(r"[A-Za-z0-9]", block.marker) else None)


def _resolution(paper: Paper, body: Body, blocks: Sequence[Block], i: int) -> int:
    """Blocks taken by a resolution that begins at i; 0 where none does."""
    block = blocks[i]
    text = block.text
    m = operative(text)
    if m is None and (led := PUT_AND_RESOLVED.match(text)):     # "Proposed …, seconded … and RESOLVED that …"
        paper.claim("resolution", block)
        start = led.start("verb")
        body.votes.append(Labelled("V", part_of(block, 0, len(text[:start].rstrip())), text[:start].rstrip()))
        block = replace(part_of(block, start, len(text)), number=block.number)
        text = block.text
        m = operative(text)
    if m is None:
        return 0
    verb = {"a": "agreed", "c": "agreed", "n": "noted"}.get(operative_word(m)[0].lower(), "resolved")
    if operative_word(m).lower().startswith("recommend"):
        verb = "recommended"
    rest = text[m.end():].strip(" :;,.-–—")
    if not rest and text.endswith(".") and len(text) < 40:      # "Agreed.": that is all
        if body.resolutions and body.resolutions[-1].block.number == blocks[i - 1].number and body.resolutions[-1].block.marker:
            paper.claim("resolution", block)                    # of the limbs that stand above it
            return 1
        _add(paper, body, block, text, verb)
        return 1
    if rest.lower().rstrip(":-– ") in ("that", "to", "unanimously", "unanimously that"):
        rest = ""
    nearest = blocks[i + 1] if i + 1 < len(blocks) else None
    leading = nearest is not None and bool(nearest.marker) and (not nearest.marker_runs or nearest.text[:1].islower()) and text[-1:].isalpha() and len(rest) < 60
    if rest and not leads_on(text) and not leading:
        if verb == "noted" and not re.match(r".{0,40}\bNOTED\b|Noted\s*[:–-]|.*\bRESOLVED|[^,.]{3,40}:", text):
            return 0
        cut = CUT.sub("", text)
        if m.groupdict().get("verb3"):          # "The Committee: approved the minute.": what it did is the resolution
            paper.claim("resolution", block)
            block = part_of(block, m.end(), len(cut))
            cut = block.text
        _add(paper, body, block, cut, verb)
        return 1
    # The word stands alone, or leads on: what was resolved follows, as limbs or as the next paragraph.
    limbs: list[Block] = []
    j = i + 1
    numbered: Mark | None = None
    while j < len(blocks):
        following = blocks[j]
        if following.kind == "furniture":
            j += 1
            continue
        mark = mark_of(following)
        goes_on = mark is not None and bool(mark.value) and (mark.follows(numbered) if numbered is not None else mark.first and not limbs)
        if SUB_LABEL.fullmatch(following.text) or operative(following.text) and not goes_on or paper.claimed(following):
            break
        if mark is not None and mark.value:
            if numbered is None and (not limbs or mark.first) and (mark.first or not limbs):
                numbered = mark
            elif numbered is not None and (mark.follows(numbered) or mark.scheme != numbered.scheme):
                numbered = mark if mark.scheme == numbered.scheme else numbered
            else:
                break
        elif following.marker:
            if limbs and not (limbs[-1].marker or leads_on(limbs[-1].text)):
                break
        elif limbs:
            plain_limb = LIMB.match(following.text) and following.text.split()[0].lower() == "that"
            going_on = limbs[-1].text.rstrip()[-1:] in ";," or re.search(r"[;,]?\s*(?:and|or)$", limbs[-1].text.rstrip())
            close = leads_on(text) and following.gap < 1 and following.text[:1].islower() and limbs[-1].text[-1:] != "."
            if not (plain_limb or going_on or close):
                break
        limbs.append(following)
        j += 1
    if rest and not limbs:
        _add(paper, body, block, text, verb)
        return 1
    if not limbs:
        paper.claim("resolution", block)
        body.resolutions.append(Labelled(f"R{len(body.resolutions) + 1}", block, text, kind="resolution"))
        body.verbs[body.resolutions[-1].label] = verb
        return 1
    paper.claim("resolution", block)
    if rest and len(rest.split()) > 4 and not leading:
        _add(paper, body, block, text, verb)
    for limb in limbs:
        _add(paper, body, limb, limb.text, verb, lead=text)
    return j - i


def _lost_resolution(paper: Paper, body: Body, blocks: Sequence[Block], i: int, formal: bool) -> int:
    """A resolution whose operative word the copy has lost ("That the report be noted."), or a plain sentence of decision."""
    block = blocks[i]
    text = block.text
    before = next((b.text for b in reversed(blocks[max(0, i - 2): i]) if b.kind != "furniture"), "")
    if re.search(r"\b(?:moved|proposed|seconded)\b", before, re.IGNORECASE) and re.search(r"(?:[:–-]|\bthat|[^.;!?])$", before):
        return 0                        # the words of a motion, not yet resolved
    limb = LOST_WORD.match(text) and (not block.marker_runs or text[0] == "T" and SUBJUNCTIVE.search(text)) and re.search(r"\bbe\b|\bnotes?\b|\bagrees?\b|\b\w+\b", text[:120])
    if limb and (SUBJUNCTIVE.search(text) or len(text) < 160):
        taken = 1
        _add(paper, body, block, text, "resolved")
        while not block.marker_runs and i + taken < len(blocks) and text.rstrip()[-1:] in ";," or text.rstrip().endswith((" and", ";and")):
            if i + taken >= len(blocks) or blocks[i + taken].kind == "furniture":
                break
            text = blocks[i + taken].text
            _add(paper, body, blocks[i + taken], text, "resolved")
            taken += 1
        return taken
    if text[0].islower() and (block.gap >= 1 or block.marker_runs) and BE_DONE.search(text) and not leads_on(text) and len(text) < 500:
        _add(paper, body, block, text, "resolved")
        return 1
    bare = BARE_DECISION.fullmatch(text)
    if formal and not bare or block.marker == "•":
        return 0
    m = bare or DECIDED.match(text)
    after = next((b.text for b in blocks[i + 1: i + 3] if b.kind != "furniture"), "")
    if m and not bare and re.fullmatch(r"(?:AGREED|Agreed|NOTED|Noted|RESOLVED|APPROVED|Approved)\.?", after):
        return 0                        # its own decision stands below
    if m and not (block.marker and block.marker_runs) and len(text) < 400 and not re.search(r"[.!?]\s+[A-Z]", text[m.end():]):
        verb = "noted" if re.search(r"noted", m[0], re.IGNORECASE) and not re.search(r"agreed", m[0]) else "agreed"
        _add(paper, body, block, text, verb)
        return 1
    return 0


BARE_DECISION = re.compile(r"(?:[Aa]greed|[Nn]oted|[Aa]pproved)(?: and (?:signed|noted|approved|agreed|adopted))\.?|(?:Agreed|Noted|Approved|Endorsed|Carried|Confirmed) (?:as (?:an?|the|set|amended|accurate|correct|true)|subject|in|with|unanimously|nem)\b[^.]{0,110}\.?")
PUT_AND_RESOLVED = re.compile(r"(?:[A-Z](?:[^.;]|\.(?=\S|\s[a-z\d])){10,200}?,\s+(?:it was|and)\s+(?:unanimously\s+)?(?=RESOLVED|AGREED)|(?:(?:It was )?(?:[Pp]roposed|[Mm]oved)|On the (?:proposal|motion|nomination) of|On a (?:vote|show))\b[^.;]{3,40}(?:\.?[^.;]){0,120}?\b(?:and|it was)(?: unanimously)?\s+)(?P<verb>RESOLVED|AGREED|[Rr]esolved|[Aa]greed)\b(?=\s*[:,–-]|\s+(?:that|to|unanimously)\b)")
VOTE_HEAD = re.compile(r"\(?(?:for|in favour|against|abstain(?:ed|ing)?|abstentions?|not voting)\)?\s*[:–-]?", re.IGNORECASE)
TALLY = re.compile(r"\(?\d{1,2}\)?")


def _vote_list(paper: Paper, body: Body, blocks: Sequence[Block], i: int) -> int:
    """Names one below another under "For", "Against": the number of blocks that belong to the vote."""
    taken = 0
    while i + taken < len(blocks):
        block = blocks[i + taken]
        if block.marker_runs and not block.text and TALLY.fullmatch(block.marker):
            paper.claim("vote", block)
            taken += 1
            continue
        if block.gap >= 1 or len(block.text) > 40 or block.text[-1:] in ".:;" or operative(block.text) or FINITE.search(block.text):
            break
        if VOTE_HEAD.fullmatch(block.text) or not (TALLY.fullmatch(block.text) or title_share(block.text) > 0.5):
            break
        body.votes.append(Labelled("V", block, block.text))
        paper.claim("vote", block)
        taken += 1
    return taken


PUT = re.compile(r".{0,160}\b(?:it was|the (?:panel|committee|board))(?:\s+(?:then|therefore|unanimously|by .{3,80}))?\s*[,:–-]*", re.IGNORECASE)


def _put_to_vote(paper: Paper, body: Body, blocks: Sequence[Block], i: int) -> int:
    """"Upon being put to the vote, it was" over "That …": the lead of a resolution; blocks taken."""
    if not PUT.fullmatch(blocks[i].text) or operative(blocks[i].text):
        return 0
    j = i + 1
    while j < len(blocks) and re.match(r"That\b", blocks[j].text) and not paper.claimed(blocks[j]):
        _add(paper, body, blocks[j], blocks[j].text, "resolved", lead=blocks[i].text)
        j += 1
    if j > i + 1:
        paper.claim("resolution", blocks[i])
        if re.search(r"\bvotes?\b", blocks[i].text):
            body.votes.append(Labelled("V", blocks[i], blocks[i].text))
    return j - i if j > i + 1 else 0


POINT = re.compile(r"(?:How|Whether|Why|What|When|Where|Who|Which|If)\b")


def _lost_bullet(blocks: Sequence[Block], i: int, tree: Tree, within: bool) -> bool:
    """Is it one of several points, or lines of figures, under a lead that ends in a colon?"""
    if not (within or tree.last_text.endswith(":")) or tree.parent is None or tree.levels:
        return False
    text = blocks[i].text
    near = blocks[i - 1 if within else i + 1].text if 0 < i + (0 if within else 1) < len(blocks) else ""
    if POINT.match(text) and POINT.match(near):
        return True
    people = [4 < len(t) < 90 and t[-1] not in ".:;?!" and t[0].isupper() and title_share(t) > 0.6 and not FINITE.search(t) and len(t.split()) > 1
              and bool(re.match(r"(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]+\s*[,(–-]", t)) for t in (text, near)]
    if all(people):
        return True                     # "Rosa Tindall, Police and Crime Commissioner"
    figures = [bool(re.search(r"\d", t)) and len(t) < 80 and t[-1:] not in ".:;?" and not FINITE.search(t) for t in (text, near)]
    return all(figures) and (not within or blocks[i].gap < 1)


ACTION_LINE = re.compile(r"(?:ACTION \d{1,3}\s*[:–—-]|Action \d{1,3}\s*:)\s*\S|[*_]*(?:ACTIONS?|Actions?)(?:\s+(?:points?|by|for))?\s*(?:\([^)]{1,30}\))?\s*[:–—-]\s*\S")
MOVED_LINE = re.compile(r"\(?(?:(?:proposed|moved|nominated|proposer|mover)(?: by)?\s*:?\s+[A-Z].{0,60}?(?:[,;]?\s*(?:and\s+)?(?:seconded|seconder)(?: by)?\s*:?\s+[A-Z].{0,60})?|(?:seconded|seconder)(?: by)?\s*:?\s+[A-Z].{0,60})\)?\.?$", re.IGNORECASE)
OWN_LINE = re.compile(r"\d{1,3}(?:\.\d{1,2}){1,2}\.?|\(\d{1,2}\)|\(?[a-z]\)")
BE_DONE = re.compile(r"^(?:subject to [^,]{3,80}, )?(?:the|an?|no|all|members?|officers?|councillors?|\w+)\b(?:(?!\b(?:would|will|should|could|can|may|might|must|to|not)\b)[^.;]){2,160}?\bbe (?:\w+ly )?\w+(?:ed|en|ld|nt|de|ot)\b")
SUBJUNCTIVE = re.compile(r"\bbe\s+(?:\w+ly\s+)?\w+(?:ed|en|ad|ld|nt|de|ot)\b|\b(?:notes?|agrees?|approves?|recommends?|requests?|endorses?|supports?|thanks?|write|report|send|organise|receive|invite|publish|provide|consider)\b")


def decided_within(paragraphs: Sequence[Labelled]) -> list[tuple[Labelled, int, int]]:
    """Sentences of decision at the end of a paragraph ("…. It was agreed that the Secretariat organise …")."""
    out = []
    for p in paragraphs:
        whole = DECIDED.match(p.text) if p.block.marker_runs and len(p.text) < 260 else None
        if whole:
            out.append((p, 0, len(p.text)))
            continue
        for m in re.finditer(r"(?<=[.;:] )(?:RESOLVED|Resolved|AGREED|Agreed|DECIDED|Decided)\s*[:–-]\s*(?=\S).*$|(?<=[.;] )(?:Following [^.,]{3,60}, )?It was (?:then |therefore |further |also |unanimously )*(?:agreed|resolved|decided|AGREED|RESOLVED)\b[^.]*(?:\.(?=\d)[^.]*)*\.?|(?<=[.;] )(?:The (?:report|update|programme|minutes|position)\b[^.]{0,80}\b(?:was|were) (?:agreed|noted|approved)[^.]*\.)$", p.text):
            at = re.match(r"\w+\s*[:–-]\s*", m[0])
            limbs = split_limbs(p.text[m.start() + at.end(): m.end()]) if at else []
            if at and len(limbs) > 1:
                out += [(p, m.start() + at.end() + a, m.start() + at.end() + z) for a, z in limbs]
            else:
                out.append((p, m.start(), m.end()))
    return out


def _add(paper: Paper, body: Body, block: Block, text: str, verb: str, lead: str = "") -> None:
    paper.claim("resolution", block)
    for start, end in split_limbs(text):
        label = f"R{len(body.resolutions) + 1}"
        part = block if (start, end) == (0, len(text)) else part_of(block, start, end)
        body.resolutions.append(Labelled(label, part, text[start:end], lead, kind="resolution"))
        body.verbs[label] = verb


INLINE_LIMB = re.compile(r"(?:^|(?<=[\s:;.–-]))(?:\((?P<mark>\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:^|(?<=[;:] ))\d{1,2}\.(?=\s+(?:that|to)\b))\s+(?=[A-Za-z])")


def split_limbs(text: str) -> list[tuple[int, int]]:
    """Ranges of the limbs of a resolution run together in one paragraph: "(1) that …; (2) that …"."""
    marks = [] if operative(text) else list(INLINE_LIMB.finditer(text))
    run: list[tuple[re.Match[str], Mark]] = []
    for m in marks:
        found = find_mark(m[0].strip() + " x")
        if found and (not run and found.value[-1] in (1, 2) or run and found.follows(run[-1][1])):
            run.append((m, found))
    if not run or run[-1][1].value[-1] < 2 and run[-1][1].roman < 2:
        return [(0, len(text))]
    starts = [m.end() for m, _ in run]
    ends = [m.start() for m, _ in run[1:]] + [len(text)]
    ranges = list(zip(starts, ends, strict=True))
    if run[0][1].value[-1] == 2 and run[0][1].roman != 1:
        ranges.insert(0, (0, run[0][0].start()))
    return [(a, a + len(text[a:z].rstrip())) for a, z in ranges if text[a:z].strip()]


def part_of(block: Block, start: int, end: int) -> Block:
    """A range of a block's text as a block of its own, at its own place."""
    runs = cut_runs(block.runs, start, end, 0)
    return replace(block, text=block.text[start:end], runs=tuple(runs), marker="", marker_runs=(), kind="paragraph")


def is_subheading(block: Block, blocks: Sequence[Block], i: int) -> bool:
    """A short line over paragraphs or bullets that is itself no statement."""
    text = block.text
    if block.kind == "heading" or block.role in ("heading", "sub-title"):
        return len(text) < 160
    if block.marker and block.marker_runs or len(text) > 90 or block.kind in ("cell", "list-item"):
        return False
    following = next((b for b in blocks[i + 1:] if b.kind != "furniture"), None)
    if following is None or text[-1] in ".;,!" and not text.endswith(("….", "...")):
        return False
    if block.bold and not following.bold and not FINITE.search(text):
        return True
    if is_caps(text):
        return True
    if text.endswith("…") and len(text) < 50 and title_share(text) > 0.5:
        return True
    if leads_on(text) or FINITE.search(text) and not text.endswith("?") or text[0].islower() or text[0] in "(“‘[":
        return False
    listed = bool(following.marker) and not (following.marker_runs and following.marker[0].isdigit())
    return (listed or following.gap >= 1 and len(following.text) > 90 and following.text != "") and (
        title_share(text) >= 0.6 or listed) and len(text.split()) <= 12
