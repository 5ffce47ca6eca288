"""Furniture: what is on a page but not of the paper. Running heads, page numbers, the shell of a web page.

Each rule is a small named step; what it takes stays in the document as a furniture block with the
rule's name, so that nothing goes unseen.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from minutebook.documents.blocks import Line

PAGE_NUMBER = re.compile(
    r"(?:page\s*|tudalen\s*|p\.\s?)[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s*of\s*\d{1,4})?", re.IGNORECASE
)
FILE_PATH = re.compile(r"(?:[A-Z]:\\|\\\\|[\w$-]+\\[\w$-]+\\)[^ ].*|.*\.docx?$")

BANNERS = ("This is a default template", "The custom branding", "Technical Error", "Error:", "We use", "This site", "This website")
SHELL: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        # What committee systems print around a paper; the code names the defect or the part.
        ("error-banner", r"this is a default template, your custom branding.*"),
        ("error-banner", r"the custom branding should be at .*"),
        ("error-banner", r"technical error: .*|error: the request was aborted.*"),
        ("error-banner", r"(?:server error in .*|object moved(?: to here)?\.?|runtime error|an error (?:has )?occurred.*)"),
        ("merge-debris", r"(?:\(?[a-z0-9]{1,2}[).]\s*)?(?:FIELD|MERGEFIELD|LAYOUT_SECTION|SUB_?FIELD|ITEM_?TITLE)(?:_[A-Z]+)*"),
        ("merge-debris", r"(?:\(?[a-z0-9]{1,2}[).]\s*)?[A-Z]+_[A-Z_]+"),
        ("merge-debris", r"(?:«[^»]*»|<<[^>]*>>|error! (?:bookmark|reference).*)"),
        ("navigation", r"skip (?:to|over) .*|(?:you are )?here:.*|home\s*(?:>|›|/).*|back to (?:the )?top(?: of (?:the )?page)?|top of page|breadcrumb.*"),
        ("navigation", r"(?:(?:contact us|a to z|accessibility|privacy|cookies|terms|site ?map|home|help|legal|copyright|text only version|leagan gaeilge|jobs|news)\s*[|·•]?\s*){2,}(?:page last (?:updated|modified).{0,40})?"),
        ("navigation", r"(?:[•*-]\s*)?(?:agenda and minutes|agenda a chofnodion|agenda, decisions and (?:draft )?minutes|agenda item|agenda and draft minutes|meeting documents|"
                       r"browse meetings, .*|calendar of meetings|issue details?|decision details?|printed minutes .*)"),
        ("navigation", r"(?:(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|instagram|youtube|rss|print)\s*[|·•/,]?\s*){1,8}|(?:share|tweet|print|e-?mail|bookmark|follow) (?:this (?:page|item|link)|us).*|share|tweet|print page|printer[- ]friendly.*"),
        ("navigation", r"(?:accept|reject|manage|we use|this (?:site|website) uses) .*cookies.*|cookies?(?: policy| settings)?"),
        ("navigation", r"(?:log ?in|sign ?in|register|my account|search|menu|close|contact us|feedback|privacy(?: policy| notice)?|"
                       r"accessibility(?: statement)?|terms and conditions|site ?map|a to z)"),
        ("navigation", r"(?:view|show|hide) (?:directions|the (?:list of )?.{0,20}|all .{0,20}|map)|media|"
                       r"cyfryngau|(?:listen|watch) .{0,30}(?:webcast|meeting|recording).*|add (?:this )?to (?:my )?calendar"),
        ("documents-label", r"pdf icon(?: pdf)?"),
        ("navigation", r"(?:(?:meeting (?:summary|details)|members(?: and attendees)?|attendees|documents|minutes|agenda|overview|back to list|report a problem(?: with this page)?)\s*[|·•]\s*){2,}(?:minutes|agenda|documents|attendees)?|back to list.*|report a problem.*|committee management information system"),
        ("navigation", r"view the (?:background|reports?|minutes|decisions?|papers?)\b.{0,40}item \d+\.?|(?:published by .{2,60}\.?\s*)?(?:this )?(?:page )?(?:was )?last (?:updated|modified|reviewed)\b.{0,40}|was this (?:page|information) (?:helpful|useful)\b.*"),
        ("navigation", r"(?:(?:a-z|a to z|jobs|news|contact(?: us)?|home|help|council tax|bins|planning|search|menu|privacy|cookies|accessibility|site ?map)\s*[|·•,]?\s*){3,}"),
        ("file-path", r"(?:[A-Z]:\\|\\\\|[\w$-]+\\[\w$ -]+\\).*"),
        ("page-number", r"[A-Z][A-Z &-]{2,40}\s*[-–—]\s*\d{1,3}\s*[-–—]|(?:tudalen|page)\s*\d+\s*(?:/|\|)\s*(?:page|tudalen)\s*\d+"),
        ("documents-label", r"(?:additional|supporting|related|accompanying) documents\s*:?|dogfennau ychwanegol\s*:?"),
        ("navigation", r"items?|eitemau"),
        ("column-heads", r"(?:(?:note\s*)?no\.?\s*item(?:\s*note)?|rhif\s*eitem|no\.)"),
        ("blank-page", r"[\[(]?(?:this page (?:is|has been|was) )?(?:intentionally|deliberately) (?:left )?blank[\])]?\.?|(?:gadawyd|mae) y dudalen hon yn wag.*"),
        ("navigation", r"©.*|copyright .*|all rights reserved.*|powered by .*|published by .{0,40} system"),
    )
)


def find_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Which lines are furniture: for each, by its index, the name of the rule that says so."""
    found = {i: "mark-up" for i, line in enumerate(lines) if line.role == "furniture"}
    found.update(shell(lines))
    pages = lines[-1].page if lines else 0
    found.update(running_heads_by_page(lines) if pages >= 3 else {})
    found.update(running_heads_by_gap(lines, found))
    found.update(running_heads_by_number(lines, found))
    found.update(running_heads_numbered(lines, found))
    found.update(page_numbers(lines, found))
    found.update(clock_notes(lines, found))
    if pages <= 1:
        found.update(counted_pages(lines, found))
    return found


def shell(lines: Sequence[Line]) -> dict[int, str]:
    """Banners, menus and merge debris that committee systems print around the paper."""
    found = {}
    for i, line in enumerate(lines):
        if len(line.text) > 120 and not line.text.startswith(BANNERS) or line.role in ("item-title", "heading", "field"):
            continue
        text = line.text.lstrip("•·*-–▪◦ ")
        for code, pattern in SHELL:
            if (m := pattern.match(text)) and m.end() == len(text):
                found[i] = code
                break
    return found


def shape_of(text: str) -> str:
    """A line with its numbers made alike, so that "Page 3" and "Page 4" are the same."""
    return re.sub(r"\d+", "0", text).casefold()


def running_heads_by_page(lines: Sequence[Line]) -> dict[int, str]:
    """The same words, numbers apart, at the top or foot of many pages."""
    edges: dict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        edges[line.page].append(i)
    seen: dict[str, set[int]] = defaultdict(set)
    where: dict[str, list[int]] = defaultdict(list)
    for page, own in edges.items():
        for i in {*own[:4], *own[-4:]}:
            line = lines[i]
            if len(line.text) > 160 or (line.top and 0.14 < line.top < 0.86) or line.cell:
                continue
            key = shape_of(line.text)
            seen[key].add(page)
            where[key].append(i)
    found = {}
    for key, on in seen.items():
        close = sum(1 for p in on if p + 1 in on or p + 2 in on or p - 2 in on or p - 1 in on)
        if (len(on) >= 3 and close >= 3) or (len(on) >= 2 and close >= 2 and key.strip("0 ") in ("", "page", "page of")):
            found.update({i: "running-head" for i in where[key]})
    return found


def running_heads_by_gap(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Without pages: short lines after a deep gap that end in a page number and come again."""
    runs: list[list[int]] = []
    i = 0
    while i < len(lines):
        if lines[i].gap >= 3 and len(lines[i].text) < 100 and not lines[i].whole:
            run = [i]
            while run[-1] + 1 < len(lines) and len(run) < 5 and not PAGE_NUMBER.fullmatch(lines[run[-1]].text):
                following = lines[run[-1] + 1]
                if len(following.text) > 100:
                    break
                run.append(run[-1] + 1)
            if PAGE_NUMBER.fullmatch(lines[run[-1]].text):
                runs.append(run)
                i = run[-1]
        i += 1
    heads = Counter(tuple(shape_of(lines[j].text) for j in run) for run in runs)
    found: dict[int, str] = {}
    for run in runs:
        if len(run) == 1 or heads[tuple(shape_of(lines[j].text) for j in run)] > 1:
            found.update({j: "running-head" for j in run if j not in known})
    return found


def running_heads_by_number(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """A bare number on its own and next to it a line that comes again beside the next number: head or foot of each page.

    The first of them, at the very top, stays: it is also the heading of the paper.
    """
    bare = [i for i, line in enumerate(lines) if i and i not in known and not line.cell and not line.whole and not line.gap
            and re.fullmatch(r"[-–—]?\s?\d{1,4}\s?[-–—]?", line.text) and 8 < len(lines[i - 1].text) < 110 and lines[i - 1].gap]
    feet: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i in bare:
        feet[shape_of(lines[i - 1].text)].append((int(re.sub(r"\D", "", lines[i].text)), i))
    found: dict[int, str] = {}
    for own in feet.values():
        if len(own) >= 2 and all(b[0] == a[0] + 1 and b[1] - a[1] > 12 for a, b in pairwise(own)):
            found.update({i: "page-number" for _, i in own} | {i - 1: "running-head" for _, i in own})
    top = [line.text.casefold() for line in lines[:15]]
    for i, line in enumerate(lines):    # the paper's own heading again, below a page number that stands in white
        if i > 20 and line.gap >= 1 and not line.cell and not line.whole and re.fullmatch(r"\d{1,3}", line.text):
            below = [j for j in range(i + 1, min(i + 4, len(lines))) if not lines[j].gap and 8 < len(lines[j].text) < 110]
            again = [j for n, j in enumerate(below) if j == i + 1 + n and any(lines[j].text.casefold() in t for t in top)]
            if again and (len(again) == len(below) or lines[again[-1] + 1].gap):
                found.update({i: "page-number"} | dict.fromkeys(again, "running-head"))
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, line in enumerate(lines[:-1]):
        if re.fullmatch(r"[-–—]?\s?\d{1,4}\s?[-–—]?", line.text) and i not in known and not line.cell and not line.whole and 8 < len(lines[i + 1].text) < 110:
            pairs[shape_of(lines[i + 1].text)].append((int(re.sub(r"\D", "", line.text)), i))
    for own in pairs.values():
        runs = [(n, i) for k, (n, i) in enumerate(own) if (k and own[k - 1][0] + 1 == n) or (k + 1 < len(own) and own[k + 1][0] - 1 == n)]
        if len(runs) >= 2 and all(b[1] - a[1] > 12 for a, b in pairwise(runs)):
            for _, i in runs:
                found[i] = "page-number"
                if i > 3:
                    found[i + 1] = "running-head"
            for step in (2, 3):             # a head may have more lines than one
                shapes = {shape_of(lines[i + step].text) if i + step < len(lines) else "" for _, i in runs}
                if len(shapes) > 1 or not 3 < len(shapes.pop()) < 110 or any(lines[i + step].gap for _, i in runs):
                    break
                found.update({i + step: "running-head" for _, i in runs if i > 3})
    return found


NUMBERED_HEAD = re.compile(r"(?P<words>.*[^\W\d].*?)\s+(?:[Pp]age\s*)?(?P<number>\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?$")


def running_heads_numbered(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """A line in white that ends in a page number: the same words come again with the next, or are the paper's own heading."""
    top = [line.text.casefold() for line in lines[:10]]
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    found: dict[int, str] = {}
    for i, line in enumerate(lines):
        white = line.gap >= 1 and (i + 1 == len(lines) or lines[i + 1].gap >= 1)
        if i in known or i < 15 or not white or line.cell or line.whole or len(line.text) > 110 or not (m := NUMBERED_HEAD.fullmatch(line.text)):
            continue
        words = m["words"].casefold().rstrip(" –-|")
        if re.search(r"\b(?:minute|item|no\.?|number)$", words):
            continue
        if len(words) > 12 and any(words in t for t in top):
            found[i] = "running-head"
        elif line.text[0].isalpha():
            seen[words].append((int(m["number"]), i))
    for own in seen.values():
        if len(own) >= 2 and all(b[0] == a[0] + 1 and b[1] - a[1] > 12 for a, b in pairwise(own)):
            found.update({i: "running-head" for _, i in own})
    return found


def clock_notes(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Times in a margin column of an agenda ("10.35 am" alone, before or after an item's number)."""
    found: dict[int, str] = {}
    for i, line in enumerate(lines):
        if len(line.text) > 10 or i in known or not re.fullmatch(r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?", line.text, re.IGNORECASE):
            continue
        near = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
        if any(re.fullmatch(r"\d{1,3}[a-z]?\.?", t) for t in near):
            found[i] = "clock-note"
    return found


def counted_pages(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Bare numbers that count 1, 2, 3 far apart, each in white: pages of a text that lost its page breaks."""
    found: dict[int, str] = {}
    due, last = None, -30
    for i, line in enumerate(lines):
        m = re.fullmatch(r"(?:[-–—]\s?)?(\d{1,3})(?:\s?[-–—])?", line.text)
        if not m or i in known or line.whole or line.cell or i - last < 18:
            continue
        after = lines[i + 1] if i + 1 < len(lines) else None
        number = int(m[1])
        in_white = line.gap >= 1 and (after is None or after.gap >= 1 or line.gap >= 2)
        if in_white and (number == due or due is None and (number <= 2 + i // 18 or 18 * number <= i <= 80 * number)):
            found[i] = "page-number"
            due, last = number + 1, i
    return found


def page_numbers(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """A bare number that stands in mid-sentence, or at the edge of a page."""
    found: dict[int, str] = {}
    for i, line in enumerate(lines):
        if i in known or line.cell or not PAGE_NUMBER.fullmatch(line.text) or line.whole and not line.text[0].isalpha():
            continue
        before = lines[i - 1] if i else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        edge = (before is None or before.page != line.page or after is None or after.page != line.page)
        edge = edge and lines[-1].page > 1 and (not line.top or line.top > 0.86 or line.top < 0.14)
        split = bool(before and after and after.text[0].islower() and before.text[-1] not in ".:;!?")
        worded = line.text[0].isalpha()
        if edge or split or (worded and len(line.text) < 20):
            found[i] = "page-number"
    return found
