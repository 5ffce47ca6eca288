"""Which papers a document holds, and of what kind each is. A pack is split into the papers inside it."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.documents.blocks import Block, Document
from minutebook.documents.grids import UNFOLDED
from minutebook.reading.dates import find_dates
from minutebook.reading.grammar import is_caps, operative, titleness
from minutebook.reading.paper import Paper
from minutebook.reading.steps.headings import AUTHORITY, BODY_WORD
from minutebook.reading.steps.items import ASKED

MINUTES_HEAD = re.compile(
    r"(?:(?:draft|unconfirmed|printed|public|confirmed)\s+)*(?:minutes|cofnodion|note|notes|record)\b(?:\s*$|\s+(?:of|from)\s+(?:a |the )?(?:.{0,80}\b(?:meeting|proceedings)|.{3,110}(?:panel|committee|board|commission|forum|council|authority|group|partnership|assembly|executive|cabinet)\b)|\s*[-–:])",
    re.IGNORECASE,
)
MEETING_SENTENCE = re.compile(r"(?:(?:at\s+)?(?:a|the)\s+)?(?:\w+\s+){0,3}meeting of (?:the )?.{3,140}\b(?:was|were)?\s*held\b", re.IGNORECASE)
AGENDA_HEAD = re.compile(r"(?:public\s+|draft\s+|supplementary\s+)*(?:agenda|agendum|rhaglen)(?:\s+(?:front ?sheet|pack))?\s*$|(?:rhybudd o gyfarfod\s*/\s*)?notice of (?:meeting|a meeting).*|a ?g ?e ?n ?d ?a(?:\s*/\s*rhaglen)?|rhaglen(?:\s*/\s*agenda)?", re.IGNORECASE)
NOTICE_HEAD = re.compile(r".*\b(?:forthcoming (?:key )?decisions|key decisions?\b.*(?:notice|list|plan)|notice of (?:intention|key|forthcoming|proposed)|forward plan(?: of (?:key |executive )?decisions)?|(?:regulation|reg\.?) ?(?:9|5)\b.*notice|schedule of key decisions).*", re.IGNORECASE)
PROGRAMME_HEAD = re.compile(r".*\b(?:work(?:ing)?|forward|scrutiny|annual|business)\s+(?:work\s+)?(?:programme|plan(?:ner)?|timetable|schedule)\b.*|.*\bblaenraglen\b.*", re.IGNORECASE)
QUESTIONS_HEAD = re.compile(r".*\bquestions?\s+(?:and|&)\s+(?:answers?|responses?|replies)\b.*|(?:public|written|members?[’']?)\s+questions?(?:\s+(?:to|and|for|received|submitted)\b.*)?$|questions? (?:to|for|from|put) (?:the )?.{3,80}", re.IGNORECASE)
LOG_HEAD = re.compile(r".*\b(?:action|actions|recommendations?|decisions?|issues?|outstanding|matters arising)\b.{0,30}\b(?:log|tracker|tracking|sheet|monitor(?:ing)?|schedule|progress|update|register|points?|outstanding)\b.*|.*\b(?:progress|update) (?:on|of|report on) (?:actions|recommendations|issues).*|.*\b(?:outstanding (?:actions|issues|matters|requests)|actions?(?: and \w+)? (?:arising|outstanding|from (?:the )?(?:previous|last|earlier)))\b.*", re.IGNORECASE)
RESPONSE_HEAD = re.compile(r".*\b(?:response|reply|responses)\b.{0,60}\brecommendations?\b.*|.*\brecommendations?\b.{0,60}\b(?:response|reply|responses)\b.*", re.IGNORECASE)
DECISION_HEAD = re.compile(r"(?:.*\b)?(?:record of (?:a |an |the )?(?:\w+ )?decision|decision (?:record|notice|sheet|details?|report)|(?:officer|delegated|executive|individual|cabinet member) (?:\w+ )?decision(?: (?:record|notice|form))?|notice of decision|request for (?:pcc |commissioner )?decision|decision (?:ref|reference|number|no)\b.*)\b.*", re.IGNORECASE)
REPORT_MARK = re.compile(r"(?:report (?:of|by|to|from|author|title)|by\s*:|to\s*:|from\s*:|subject\s*:|summary\s*:|classification\s*:|lead officer|responsible officer|author\s*:|portfolio\s*:|wards? affected|contact officer|purpose of (?:the )?report|decision type|adroddiad)\b", re.IGNORECASE)
REPORT_SECTION = re.compile(r"(?:\d{1,2}[.)]?\s*)?(?:executive summary|summary|purpose(?: of (?:the |this )?report)?|introduction|background(?: information| and discussion)?|recommendations?|reasons? for (?:the )?recommendations?|financial implications|legal implications|implications|conclusions?|background (?:papers|documents)|appendi(?:x|ces).{0,40}|options(?: considered)?|consultation|risk(?: assessment| implications)?|crefndir|argymhellion?)\s*:?$", re.IGNORECASE)
LETTER = re.compile(r"Dear\b|Annwyl\b")
LETTER_END = re.compile(r"yours? (?:sincerely|faithfully|truly)|kind regards|yn gywir", re.IGNORECASE)
WEB = re.compile(r"pdf icon|view the full .{0,20}text for item|view directions|share this item", re.IGNORECASE)
WEB_ITEM = re.compile(r"(?:[•*-]\s*)?(?:agenda item|issue details?)$", re.IGNORECASE)
ISSUE = re.compile(r"(?:issue|decision) (?:details|history)|decision (?:maker|status|date)\s*:|is key decision|subject to call[- ]in", re.IGNORECASE)
SAID = re.compile(r"\b(?:advised|explained|reported that|asked (?:whether|if|why|how|what|about|for|that)|replied|stated|commented|thanked|responded|enquired|queried|confirmed that|noted that|RESOLVED)\b")
ITEM_STAMP = re.compile(r"(?:Agenda|AGENDA) (?:Item|ITEM) (?:No\.? ?)?(?:\d{1,3}[a-z]?|[A-Z]\d{1,2})\.?")
PACK_TITLE = re.compile(r"(?:public )?(?:document|reports?|agenda) pack|supplement(?:ary)? (?:agenda|pack|papers)", re.IGNORECASE)
GROUP_WORDS = re.compile(r"(?:present|in attendance|apologies(?: for absence)?|members present|also present)\b", re.IGNORECASE)


def papers_of(document: Document, blocks: Sequence[Block]) -> list[Paper]:
    """The papers of a document in order. Where there are several, the first is the pack's own front."""
    starts = [_with_head(blocks, at) for at in openings(document, blocks)]
    papers = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(blocks)
        own = list(blocks[start:end])
        if not own:
            continue
        papers.append(Paper(document, own, kind_of(document, own)))
    return papers


def _with_head(blocks: Sequence[Block], at: int) -> int:
    """The running head and page number at the top of a paper's first page are its own, not the last paper's."""
    paged = bool(blocks) and blocks[-1].page > 1
    foot = next((b.kind == "furniture" and b.note == "page-number" for b in reversed(blocks)), False)
    while at > 0 and blocks[at - 1].kind == "furniture" and (
            blocks[at - 1].page == blocks[at].page if paged else not foot and blocks[at - 1].note == "page-number"):
        at -= 1
        if not paged:
            break
    return at


# -- where papers begin ---------------------------------------------------------------------------


@dataclass(frozen=True)
class _Start:
    at: int
    kind: str


def openings(document: Document, blocks: Sequence[Block]) -> list[int]:
    """Indices at which a paper begins: a page or a deep gap, then the head of a known kind of paper."""
    found = [0]
    shell = sum(1 for b in blocks if b.kind == "furniture" and b.note in ("documents-label", "column-heads", "navigation"))
    if document.shape or not blocks or shell >= 3:
        return found
    last_kind = opening_kind(blocks, 0)
    for i in range(1, len(blocks)):
        if not may_open(blocks, i):
            continue
        kind = opening_kind(blocks, i)
        if kind and any(may_open(blocks, j) and opening_kind(blocks, j) == kind for j in range(i + 1, min(i + 6, len(blocks)))
                        if any(b.kind == "furniture" for b in blocks[i + 1: j])):
            continue                    # the page after is where it truly begins
        if kind and _solid(blocks, found[-1], i) and not _same_head(blocks, found[-1], i, last_kind, kind):
            found.append(i)
            last_kind = kind
    return found


def may_open(blocks: Sequence[Block], i: int) -> bool:
    """Could a paper begin here, by layout alone: a new page, the mark of one, or after the close of a meeting?"""
    block = blocks[i]
    if block.kind == "furniture" or block.kind == "cell" or len(block.text) > 220 or block.marker == "•":
        return False
    if ITEM_STAMP.fullmatch(block.text.strip()):
        return True                     # the mark that a pack puts on the first page of the paper for an item
    before = blocks[i - 1]
    following = next((b for b in blocks[i + 1: i + 4] if b.kind != "furniture"), None)
    if following is not None and following.text[:1].islower() and not following.marker:
        return False
    if before.page != block.page and not _page_before(blocks, i, block.page):
        return True
    if block.lines and block.lines[0].indent == 1 and not block.size and not block.marker_runs:
        return True
    if before.kind == "furniture" and before.note in ("page-number", "running-head") and not block.whole:
        return True
    if block.gap == 2 and not block.whole and not block.size and is_caps(block.text) and not block.marker_runs:
        return True
    named = is_caps(block.text) or is_authority(block.text) or MINUTES_HEAD.match(block.text) or AGENDA_HEAD.fullmatch(block.text)
    return block.gap >= 3 and not block.whole and bool(named) or (block.whole and block.role == "heading" and block.level == 1)


def _page_before(blocks: Sequence[Block], i: int, page: int) -> bool:
    return any(b.page == page and b.kind != "furniture" for b in blocks[max(0, i - 4): i])


def _first_date(blocks: Sequence[Block], i: int) -> str | None:
    head = [b for b in blocks[i: i + 8] if b.kind != "furniture"]
    return next((d.iso for b in head for d in find_dates(b.text) if d.iso), None)


def _solid(blocks: Sequence[Block], start: int, i: int) -> bool:
    return sum(len(b.text) for b in blocks[start:i] if b.kind != "furniture") > 60


def _same_head(blocks: Sequence[Block], start: int, i: int, last: str, kind: str) -> bool:
    """The head of the very paper under way, printed again at the top of its second page."""
    if kind == last == "minutes":
        before, here = _first_date(blocks, start), _first_date(blocks, i)
        return here is None or here == before
    return kind == last and (i - start <= 12 or kind in ("work-programme", "notice", "agenda", "action-log"))


def opening_kind(blocks: Sequence[Block], i: int) -> str:
    """The kind of paper that begins at i, "" where none does."""
    head = [b for b in blocks[i: i + 26] if b.kind != "furniture"]
    head = head[: next((n for n, b in enumerate(head) if n > 1 and ITEM_STAMP.fullmatch(b.text.strip())), len(head))]
    top = []
    for b in head[:7]:
        if b.marker_runs and b.marker[0].isdigit():
            break
        top.append(b)
    for n, b in enumerate(top):
        text = b.text.strip(" *")
        if len(text) > 260 or text[:1].islower():
            break
        if n == 0 and titleness(text) < -1 and not MEETING_SENTENCE.match(text) and not MINUTES_HEAD.match(text):
            break
        if MINUTES_HEAD.match(text) and (is_caps(text.split(" of ")[0]) or _held_or_date(text, top, n)) and not _has_reference(head, n):
            return "minutes"
        if MEETING_SENTENCE.match(text) and _groups_ahead(head):
            return "minutes"
        if AGENDA_HEAD.fullmatch(text) and n < 6:
            return "agenda"
        if n < 4 and NOTICE_HEAD.fullmatch(text) and len(text) < 130 and titleness(text) > -1:
            return "notice"
        if n < 4 and DECISION_HEAD.fullmatch(text) and len(text) < 110 and titleness(text) > -0.5:
            return "decision-record"
    joined = [b.text.strip() for b in head]
    sections = sum(1 for b in head if REPORT_SECTION.fullmatch(b.text.strip()))
    marks = sum(1 for t in joined[:10] if REPORT_MARK.match(t))
    titled = any(titleness(t) > 0.3 for t in joined[:3])
    first_section = next((b for b in head[:12] if REPORT_SECTION.fullmatch(b.text.strip())), None)
    late = first_section is not None and re.match(r"(?!1\b)\d", first_section.marker)      # it begins in the middle of its numbering
    if titled and not late and titleness(joined[0]) > -0.5 and (marks >= 2 or marks and sections or sections >= 2 and first_section is not None and
                   (first_section.marker.rstrip(".") in ("1", "1.0") or is_caps(first_section.text))):
        return "report"
    for n, b in enumerate(top[:4]):
        text = b.text.strip()
        if len(text) < 130 and titleness(text) > -0.5:
            if PROGRAMME_HEAD.fullmatch(text) and (is_caps(text) or n <= 2) and _dates_ahead(head):
                return "work-programme"
            if LOG_HEAD.fullmatch(text) and (is_caps(text) or n <= 1):
                return "action-log"
    return ""


def _held_or_date(text: str, top: Sequence[Block], n: int) -> bool:
    return bool(re.search(r"\bheld\b", text, re.IGNORECASE)) or next(find_dates(text), None) is not None or any(
        next(find_dates(b.text), None) for b in top[max(0, n - 2): n + 3])


def _has_reference(head: Sequence[Block], n: int) -> bool:
    """Is it the title of an item of minutes ("Minutes of the Panel held on … / (Item 4)")?"""
    numbered = n > 0 and re.fullmatch(r"[\d./() A-Z-]{1,12}\.?", head[n - 1].text.strip()) and any(c.isdigit() for c in head[n - 1].text)
    return bool(head[n].marker_runs or numbered) or any(re.match(r"[(*_]*\(?Item\b", b.text) for b in head[n + 1: n + 2])


def _groups_ahead(head: Sequence[Block]) -> bool:
    return any(GROUP_WORDS.match(b.text) for b in head[:14])


def _dates_ahead(head: Sequence[Block]) -> bool:
    return sum(1 for b in head if next(find_dates(b.text), None) or re.search(r"\b(?:January|February|March|April|May|June|July|September|October|November|December)\b", b.text)) >= 1


# -- what kind a paper is -------------------------------------------------------------------------


def kind_of(document: Document, blocks: Sequence[Block]) -> str:
    """The kind of one paper, from the evidence of the whole of it."""
    shaped = {
        "moderngov-meeting": "meeting-page", "moderngov-item": "web-item", "moderngov-issue": "web-item",
        "moderngov-decision": "decision-page", "moderngov-meetings": "meeting-list", "moderngov-calendar": "meeting-list",
        "moderngov-committee": "meeting-list", "cmis": "meeting-page",
    }
    body = [b for b in blocks if b.kind != "furniture"]
    texts = [b.text for b in body]
    furniture = [b for b in blocks if b.kind == "furniture"]
    operative_count = sum(1 for t in texts if operative(t))
    reported = sum(1 for t in texts if len(t) > 60 and re.search(r"\b(?:was|were|had|would|advised|noted|explained|asked|reported|agreed)\b", t))
    said = sum(1 for t in texts if SAID.search(t))
    sublabels = sum(1 for t in texts if re.fullmatch(r"(?:minutes|decision)\s*:?", t, re.IGNORECASE) and not t.isupper())
    web = sum(1 for t in texts if WEB.search(t)) + sum(2 for b in furniture if b.note in ("documents-label", "column-heads", "error-banner"))
    web += sum(1 for b in body if b.role in ("sub-title", "item-title", "item-number") and b.note != UNFOLDED)
    nav = any(WEB_ITEM.fullmatch(b.text) for b in blocks[:12])
    answering = any(RESPONSE_HEAD.fullmatch(t) for t in texts[:8] if len(t) < 150 and titleness(t) > -0.5)
    if document.shape in shaped:
        kind = shaped[document.shape]
        if kind == "meeting-page":
            return "web-minutes" if sublabels or operative_count >= 1 or reported > 6 else "meeting-page"
        return kind
    if sum(1 for b in blocks[:45] if ISSUE.search(b.text)) >= 2 and not any(NOTICE_HEAD.fullmatch(t) for t in texts[:6] if len(t) < 130):
        return "decision-page"
    if answering and not sublabels and operative_count < 3:
        return "response-table"
    if nav and web + sublabels and not _item_numbers(body):
        return "web-item"
    if any(re.fullmatch(r"(?:agenda item|supporting documents:?)", b.text.strip("•*- "), re.IGNORECASE) for b in blocks) and sublabels == 1:
        return "web-item"
    head = opening_kind(blocks, next((n for n, b in enumerate(blocks) if b.kind != "furniture"), 0))
    # Column headings alone do not make a web page: agendas and tables have them too.
    agenda = any(AGENDA_HEAD.fullmatch(t.strip(" *:")) for t in texts[:14])
    printed = (agenda or head in ("agenda", "notice", "work-programme", "action-log", "decision-record")) and not document.markup and web == 2 * sum(
        1 for b in furniture if b.note == "column-heads")
    supporting = any(b.note == "documents-label" and re.match(r"(?:supporting|related)", b.text, re.IGNORECASE) for b in furniture)
    headed = any(MINUTES_HEAD.match(t) for t in texts[:6])
    if not headed and reported >= 3 and any(re.fullmatch(r"meeting (?:summary|details)", b.text.strip(), re.IGNORECASE) for b in blocks[:6]):
        return "web-minutes"            # a page of a committee system that shows agenda and minute numbers side by side
    if supporting and not sublabels and not any(b.note == "column-heads" for b in furniture) and not _item_numbers(body):
        return "web-item"
    if not headed and said >= 2 and reported >= 3 and sum(1 for t in texts if ASKED.match(t)) >= 3:
        return "web-minutes"
    if not headed and not printed and said >= 3 and sum(1 for b in furniture if b.note == "navigation") >= 2:
        return "web-minutes"
    if web >= 2 and not (printed and not sublabels):
        if sublabels or operative_count or reported > max(3, len(texts) // 8):
            return "web-minutes"
        if document.markup or reported < 2 or not any(GROUP_WORDS.match(t.lstrip("| ")) for t in texts[:12]):
            return "meeting-page"
    top = texts[:14]
    lines = [line.text for b in body for line in b.lines]
    summons = any(AGENDA_HEAD.fullmatch(t.strip(" *:")) for t in texts[:40]) and sum(
        1 for b in body if (b.marker_runs and b.marker[0].isdigit() or re.match(r"\d{1,2}\s+[A-Z]", b.text)) and titleness(b.text) > -0.5) >= 3
    if summons and said < 4 and reported < 6:
        return "agenda"
    if any(LETTER.match(t) for t in (*texts[:30], *lines[:40])) and any(LETTER_END.match(t) for t in (*texts, *lines)):
        return "letter"
    if document.markup and sublabels >= 2 and not headed:
        return "web-minutes"            # each item with a label of its own over its minute
    if head == "minutes":
        return head
    told = reported >= 4 and any(re.fullmatch(r"minutes\s*:?", t, re.IGNORECASE) for t in top)     # a page that shows both
    if head == "agenda" and not (operative_count >= 2 and reported > 8 or told):
        return head
    minutes_like = operative_count * 2 + reported * 0.4 + 4 * any(GROUP_WORDS.match(t) for t in texts[:25])
    if head in ("notice", "decision-record", "work-programme", "action-log"):
        return head
    if any(DECISION_HEAD.fullmatch(t) for t in top[:5] if len(t) < 110):
        return "decision-record"
    shown = [f"{b.marker} {b.text}" if b.marker_runs else b.text for b in body]
    questions = sum(1 for t in shown if re.match(r"(?:question|Q)\s*\d*\s*[:.\-–]|question\s*\d+\b|question from\b|.{3,60}\bquestion \d{1,3}\s*:?$", t, re.IGNORECASE))
    answers = sum(1 for t in shown if re.match(r"(?:(?:the )?\w+[’']s )?(?:answer|response|reply|A)\s*\d*\s*[:.\-–]|(?:answer|response|reply)\s*:?$", t, re.IGNORECASE))
    if questions >= 1 and answers >= 1 and operative_count == 0 or any(QUESTIONS_HEAD.fullmatch(t) for t in top[:5] if len(t) < 120) and (questions or answers):
        return "questions"
    if head == "report":
        return head
    if any(NOTICE_HEAD.fullmatch(t) for t in top[:6] if len(t) < 130):
        return "notice"
    if any(PROGRAMME_HEAD.fullmatch(t) for t in top[:6] if len(t) < 130 and titleness(t) > -0.5) and operative_count < 3:
        return "work-programme"
    if any(LOG_HEAD.fullmatch(t) for t in top[:6] if len(t) < 130 and titleness(t) > -0.5) and operative_count < 3:
        return "action-log"
    if any(AGENDA_HEAD.fullmatch(t) for t in top) and said < 4 and not told:
        return "agenda"
    if minutes_like >= 8 or any(MINUTES_HEAD.match(t) for t in top[:8]) and reported >= 2:
        return "minutes"
    if sum(1 for b in body if REPORT_SECTION.fullmatch(b.text.strip())) >= 2:
        return "report"
    dated_lines = sum(1 for b in body for t in ([line.text for line in b.lines] or [b.text]) if len(t) < 90 and next(find_dates(t), None))
    if dated_lines >= 4 and any(BODY_WORD.search(t) for t in top) and reported < 4:
        return "meeting-list"
    if document.markup and reported >= 3 and any(next(find_dates(t), None) for t in top):
        return "web-minutes"
    grouped = any(GROUP_WORDS.match(t) for t in texts[:25])
    dated = any(next(find_dates(t), None) for t in top)
    if said >= 3 or said + operative_count >= 2 and grouped or reported >= 4 and dated or reported >= 2 and dated and grouped:
        return "minutes"
    return "minutes" if operative_count >= 2 else "other"


def _item_numbers(body: Sequence[Block]) -> bool:
    return sum(1 for b in body if re.fullmatch(r"\d{1,4}\.?", (b.marker + b.text).strip())) >= 2


def is_authority(text: str) -> bool:
    """Is the line the name of a council or another authority, and nothing more?"""
    m = AUTHORITY.match(text)
    return bool(m and m.end() >= len(text.rstrip(" .")))
