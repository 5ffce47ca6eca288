"""The heading of a paper: authority, body, date, time, venue; its title and kind words.

Print style: authority, body, then "MINUTES of a meeting of the … held in … on Tuesday, 17 October 2023."
Web style: "Body - Thursday, 21st November, 2019 2.00 pm" and "Venue: …".
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from minutebook.documents.blocks import Block
from minutebook.reading.dates import find_dates, find_time
from minutebook.reading.grammar import is_caps
from minutebook.reading.paper import Paper
from minutebook.reading.people import read_person

AUTHORITY = re.compile(
    r"(?:(?:The\s+)?(?:(?:London|Royal|Metropolitan) Borough of [A-Z][\w'’ &-]+"
    r"|(?:City|County|Borough|District) of [A-Z][\w'’ -]+"
    r"|[A-Z][\w'’.,& -]{2,70}?\s(?:(?:County|Borough|District|City|Metropolitan|Town|Parish|Unitary|Shire|Regional|Islands?)\s)*"
    r"(?:Council|Combined Authority|Fire (?:and|&) Rescue (?:Authority|Service)|Fire Authority|Police Authority|Corporation|"
    r"Integrated Care Board|Joint Authority|County Borough|National Park Authority|Mayoral Authority|Health Board|Integration Joint Board|Fire Board)"
    r"|NHS [A-Z][\w'’ &-]+"
    r"|(?:Cyngor|Comhairle) [A-Z][\w'’ -]+))",
    re.IGNORECASE,
)
BODY_WORD = re.compile(
    r"\b(?:committees?|panel|sub-?committee|sub-?panel|board|forum|commission|cabinet|executive|assembly|partnership|"
    r"(?:task|task (?:and|&) finish|working|scrutiny|steering|liaison|challenge|review|advisory|reference|monitoring|consultative) group|working party|"
    r"task force|select committee|overview (?:and|&) scrutiny|authority|council|pwyllgor|panel|pcp|municipal district)\b",
    re.IGNORECASE,
)
STRONG_BODY = re.compile(
    r"\b(?:committees?|panel|sub-?committee|sub-?panel|board|forum|commission|partnership|"
    r"(?:task|finish|working|scrutiny|steering|liaison|challenge|review|advisory|reference|monitoring|consultative) group|working party|task force|"
    r"overview (?:and|&) scrutiny|fire (?:and rescue )?authority|pwyllgor|pcp|municipal district)\b(?! (?:rooms?|suites?|management)\b)",
    re.IGNORECASE,
)
WEAK_BODY = re.compile(rf"{BODY_WORD.pattern}|(?<!political )\b(?:group|party)$", re.IGNORECASE)
NO_BODY = re.compile(r"information system|meetings and papers|\bmoderngov\b|document pack|browse|calendar|log ?in|membership of|members of the|terms of reference|copies of|served by|clerk to|secretary to", re.IGNORECASE)
# "The Panel met …": the kind of body without its name.
ALONE = re.compile(r"(?:the\s+|above\s+|said\s+)*(?:(?:joint|full)\s+)?(?:panel|committee|sub-?committee|board|authority|forum|commission|group|partnership)(?:\s+will be)?", re.IGNORECASE)
# A day on which the paper was sent or printed, not the day of the meeting.
ISSUED = re.compile(r"\b(?:issued?|published|publication|despatch(?:ed)?|dispatch(?:ed)?|circulated|printed|deadline|dated|posted|agenda (?:sent|date))\b[^.;]{0,24}$", re.IGNORECASE)
# The sentence that calls a meeting, as a summons or a notice prints it.
CALLING = re.compile(r"\b(?:summoned|invited|requested|required)\s+to\s+attend\b|\bnotice is (?:hereby )?given\b|\bmeeting\b.{3,200}\b(?:will be|is to be|to be|shall be)\s+held\b", re.IGNORECASE | re.DOTALL)
# Names in the other languages of these islands, which stand beside the English ones.
CELTIC = re.compile(r"\b(?:cyngor|pwyllgor|heddlu|throseddu|craffu|awdurdod|bwrdd|comhairle|coiste|chontae|contae|comataidh|còmhairle|bòrd)\b", re.IGNORECASE)
# "The meeting began at …": the hour told in a sentence, at the head or the foot of the paper.
BEGAN = re.compile(r"\b(?:meeting|proceedings|session|sitting|hearing|panel|committee)\s+(?:was\s+|were\s+|duly\s+)*(?:opened|commenced|began|started|convened|called to order)\s+(?:promptly\s+)?at\s+(?P<time>[^,;]{2,60})", re.IGNORECASE)
MEETING_OF = re.compile(
    r"(?:meeting|minutes|proceedings|cyfarfod)\s+(?:of\s+)?(?:a\s+|the\s+)?(?:(?:remote|virtual|hybrid|ordinary|special|extraordinary|annual|"
    r"additional|first|second|third|last)\s+)*(?:meeting\s+)?(?:of\s+)?(?P<the>the\s+)?(?:informal\s+|formal\s+)?(?P<body>(?!held\b|which\b|took\b|on\b|in\b|at\b|via\b|meeting\b)[A-Z][^.;:]*?)"
    r"(?=\s*(?:,?\s+(?:was\s+|which\s+was\s+|were\s+|to\s+be\s+|(?:will|is|shall)\s+(?:now\s+)?(?:to\s+)?be\s+|has\s+been\s+)?(?:held|which|takes place|will take place|arranged|called|took place|convened|on\s+(?:the\s+)?\w*day\b|on\s+\d|commenc|at\s+\d|at\s+the\b)|"
    r",?\s*[-–—|]?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|\d{1,2}[./]\d)|$|[.;:]))",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?P<label>(?:Meeting )?Venue|(?:Meeting )?Place|Place of meeting|(?:Meeting )?Location|Location of meeting|Lleoliad|Where|Held at|Held in|Held|(?:Meeting )?Date|Date of meeting|Date and time|Date (?:&|/) time|Date/Time|Dyddiad|When|(?:Meeting |Start )?Time|Time of meeting|Amser|Contact|Committee|Meeting|Body|"
    r"Chair(?:man|person|woman)?|Cadeirydd)\s*(?::|\|)\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
BODY_DATE = re.compile(r"(?P<body>[A-Z][^:]*?)\s*(?:[-–—,:]|\bon\b)\s*(?=(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}(?:st|nd|rd|th)? [A-Z]|\d\d?/))")
# "(a joint committee of A Council and B Council)": the first is the one that keeps the papers.
JOINT_OF = re.compile(r"\bjoint (?:committee|board|panel|group) of (?:the )?(?P<first>[A-Z][\w’' -]{2,50}? Council)\b")
DIRECTIONS = re.compile(r"\s*[.|]?\s*(?:View directions|Show map|\(?map\)?)\.?$", re.IGNORECASE)


@dataclass
class Heading:
    """What the head of the paper prints. None where it prints nothing."""

    authority: str | None = None
    body: str | None = None
    date: str | None = None
    time: str | None = None
    venue: str | None = None
    chair: str | None = None
    contact: str | None = None
    title: str | None = None
    used: list[Block] = field(default_factory=list)


def read_heading(paper: Paper, head: Sequence[Block]) -> Heading:
    """Read the blocks that stand before attendance and business."""
    found = Heading()
    plain: list[Block] = []
    for block in head:
        _calling(found, block)
    waiting = ""
    for n, block in enumerate(head):
        if re.fullmatch(r"\d{1,2}[.:]?\d{0,2}[.)]?", block.marker) and re.match(r"[ap]\.?m\b", block.text, re.IGNORECASE):
            block = replace(block, text=f"{block.marker.rstrip('.)')} {block.text}")       # a time taken for a list mark
        text = re.sub(r"\s*\|\s*", " ", block.text.strip("| ")).strip() if re.match(r"\|?\s*[\w /]{3,24}\s*:?\s*\|", block.text) else block.text
        if len(text) > 700:
            break
        if re.fullmatch(r"(?:Date|Time|Place|Venue|Location|Start time|Committee|Meeting|Dyddiad|Amser|Lleoliad)\s*:?", text, re.IGNORECASE) and (text.endswith(":") or len(text.split()) == 1) and n + 1 < len(head):
            waiting = text.rstrip(": ") + ": "
            paper.claim("heading", block)
            continue
        text, waiting = waiting + text, ""
        if LABELLED.match(text) or re.match(r"\|?\s*[\w /]{3,24}\s*:?\s*\|", block.text) and LABELLED.match(text):
            for part in re.split(r"\s+(?=(?:Date|Time|Start time|Place|Venue|Location)\s?:\s)", text, flags=re.IGNORECASE):
                if m := LABELLED.match(part):
                    _labelled(found, block, m)
            paper.claim("heading", block)
            continue
        taken = _authority(found, text, n)
        taken = _meeting_sentence(found, text, head, n) or taken
        taken = _body_line(found, text, n) or taken
        taken = _date_line(paper, found, block) or taken
        taken = (n > 0 and not taken and _venue_line(found, text)) or taken
        if taken:
            found.used.append(block)
            paper.claim("heading", block)
        else:
            plain.append(block)
    if found.body is None:
        for n, block in enumerate(head[:12]):
            if len(block.text) < 170 and not LABELLED.match(block.text) and _body_line(found, block.text, n, weak=True):
                paper.claim("heading", block)
                break
    else:
        _second_line(found, head)
        found.body = _split_name(head, found.body)
    if found.venue is None:
        _last_place(paper, found, head, plain)
    if found.time is None and paper.kind == "minutes":
        found.time = _began(paper)
    if found.authority is None and (m := next((m for b in head if (m := JOINT_OF.search(b.text))), None)):
        found.authority = m["first"].strip()
    if found.body is None:
        found.body = found.authority if found.authority and re.search(r"authority", found.authority, re.IGNORECASE) else None
    if found.body:
        found.body = tidy_name(english(found.body))
    if found.authority:
        found.authority = tidy_name(english(found.authority))
    return found


def _calling(found: Heading, block: Block) -> None:
    """The day in the sentence that calls the meeting comes before the day of the letter around it."""
    m = CALLING.search(block.text) if found.date is None and len(block.text) < 700 else None
    printed = next((d for d in find_dates(block.text) if d.iso and d.start > m.start()), None) if m else None
    if printed is not None:
        found.date = printed.iso
        found.time = find_time(_without_dates(block.text))


def _began(paper: Paper) -> str | None:
    """The hour at which the minutes say that the meeting began."""
    for block in paper.blocks:
        m = BEGAN.search(block.text) if block.kind != "furniture" else None
        if m is None:
            continue
        shown = re.match(r"(?P<hour>\d{1,2})[.:](?P<minute>\d\d)\b(?!\s*[ap]\.?m)", m["time"])
        half = re.search(r"\b([ap])\.?\s?m\b", block.text[m.start("time"):], re.IGNORECASE)
        if shown and half and int(shown["hour"]) <= 12:          # "opened at 10.03 and closed at 11.41 a.m.": one half of the day for both
            return find_time(f"{shown[0]} {half[1]}m")
        return find_time(m["time"])
    return None


def _labelled(found: Heading, block: Block, m: re.Match[str]) -> None:
    label, value = m["label"].lower(), m["value"].strip()
    if label in ("held at", "held in", "where", "lleoliad") or re.search(r"\b(?:venue|place|location)\b", label):
        found.venue = found.venue or place_only(DIRECTIONS.sub("", value).strip(" ."), labelled=True)
    elif label in ("dyddiad", "when", "meeting", "amser", "held") or re.search(r"\b(?:date|time)\b", label):
        found.date = found.date or next((d.iso for d in find_dates(value) if d.iso), None)
        found.time = found.time or find_time(value)
        if label == "held" or next(find_dates(value), None):
            found.venue = found.venue or _venue_in(f"held {value}" if label == "held" else value)
        if label == "meeting" and BODY_WORD.search(value) and not found.body:
            found.body = clean_body(value)
    elif label in ("committee", "body"):
        found.body = found.body or clean_body(value)
    elif label == "contact":
        found.contact = value
    elif label.startswith(("chair", "cadeir")):
        found.chair = value
    found.used.append(block)


def _authority(found: Heading, text: str, n: int) -> bool:
    if found.authority and (not CELTIC.search(found.authority) or CELTIC.search(text)) or n > 8 or len(text) > 200:
        return False
    text = english(text)
    if re.search(r"\s[-–—:]\s", text) and STRONG_BODY.search(text) or n == 0:
        text = re.split(r"\s{1,}[-–—]\s", text)[0]
    if len(text) > 90:
        return False
    m = AUTHORITY.match(text) or AUTHORITY.match(re.split(r"\s(?:Comhairle|Cyngor)\b", text)[0])
    if m and m.end() >= len(re.split(r"\s(?:Comhairle|Cyngor)\b", text)[0].rstrip(" .")) and m.end() < len(text):
        text = m[0]
    if m and m.end() >= len(text.rstrip(" .")) and not re.search(
            r"\b(?:panel|committee|board|minutes|meeting)\b", re.sub(r"(?i)integrated care board|health board|joint board|fire board", "", text), re.IGNORECASE):
        found.authority = m[0]
        return True
    return False


def _meeting_sentence(found: Heading, text: str, head: Sequence[Block], n: int) -> bool:
    """"MINUTES of a meeting of the X held in Y on Z"."""
    m = MEETING_OF.search(text) if re.search(r"meeting|minutes|proceedings|cyfarfod", text, re.IGNORECASE) else None
    taken = False
    if m and m.start() < 60 and BODY_WORD.search(m["body"]) and len(m["body"]) < 130:
        body = clean_body(m["body"])
        if found.authority is None and (at := re.search(r"\s+of\s+(?:the\s+)?(?=[A-Z])", m["body"])) and AUTHORITY.fullmatch(m["body"][at.end():].strip(" ,")) and STRONG_BODY.search(m["body"][: at.start()]):
            found.authority = m["body"][at.end():].strip(" ,")
        if found.authority is None and (own := AUTHORITY.match(m["body"])) and len(own[0]) < len(m["body"]) - 8 and body != m["body"].strip(" ,"):
            found.authority = own[0].strip()
        if body and not ALONE.fullmatch(body) and not NO_BODY.search(body) and (not found.body or len(body) > len(found.body) and flat(found.body) in flat(body) or body.lower() == found.body.lower()):
            found.body = body
        taken = True
    if not found.venue:
        found.venue = _venue_in(text)
        taken = taken or found.venue is not None
    return taken


MASK = "\0"
CONNECTORS = re.compile(r"(?:[\s,;:|–—-]|\b(?:on|at|in|from|held|and|commencing|commenced|starting|beginning|to|until|by|the)\b)*", re.IGNORECASE)
PLACED = re.compile(
    r"\b(?:held|met|convened|took place|taking place|meeting)\b(?P<between>[^;]{0,90}?)\b(?:(?:in|at|via|by)\s+(?=(?:the\s+)?(?-i:[A-ZÀ-Þ0-9]))|(?:on|over|through|using)\s+(?=(?:microsoft |ms )?(?:teams|zoom|webex)\b))(?P<venue>[^;]+)", re.IGNORECASE)
TAIL = re.compile(r"[\s,.(]*(?:(?:\b(?:on|at|from|commencing|starting|beginning|and|commenced|with|which|to|until|when)\b|[,;:–—-])[\s,]*)*\0.*$|\s*(?:,|and)?\s+(?:commenc|start|begin|which|when\b|pursuant).*$", re.IGNORECASE)
REMOTE_TOO = re.compile(
    r"[\s,]*\(?(?:(?:and|&|or|with|also)\s+)*(?:\(|\b)(?:remotely|virtually|online|(?:by|via|on|using|through)\s+(?:ms |microsoft )?(?:teams|zoom|webex|video\w*(?: ?link| conference)?|live ?stream\w*|the internet)|"
    r"(?:ms|microsoft) teams|teams|zoom)\b.*$", re.IGNORECASE)
NOT_PLACE = re.compile(r"\b(?:minutes?|agenda|reports?|present|tel|dear|membership|councillors?|members(?![’'])|apologies|meeting of|notes|sederunt|clerk|contact|quorum|published|page|item|draft|please)\b", re.IGNORECASE)


def _masked(text: str) -> str:
    """The text with dates, times and weekdays blotted out."""
    for d in sorted(find_dates(text), key=lambda d: -d.start):
        text = text[: d.start] + MASK + text[d.end:]
    text = re.sub(rf"{TIMES.pattern}(?:\s*(?:-|–|—|to|until)\s*{TIMES.pattern})?", MASK, text, flags=re.IGNORECASE)
    text = re.sub(r"\b\d{1,2}(?:[.:]\d\d)?\s*(?:-|–|—|to)\s*\0", MASK, text)
    return re.sub(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?(?:\s*\0)?", MASK, text, flags=re.IGNORECASE)


TIMES = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?\s?m\b\.?|\b\d{1,2}[:.]\d\d(?:\s?(?:hrs|hours))?\b|\b\d{4}\s?(?:hrs|hours)\b|\b(?:12\s*)?(?:noon|midday)\b", re.IGNORECASE)


def _venue_in(text: str) -> str | None:
    """The place in a line that tells when, and perhaps where, the meeting was held."""
    masked = _masked(text)
    held = re.search(r"\b(?:held|took place|taking place|convened|meeting|met)\b", text, re.IGNORECASE) is not None
    if held:
        for m in PLACED.finditer(masked):
            between = m["between"]
            if not is_caps(text) and re.search(r"\b[A-Z][a-z]", between.replace("Panel", "").replace("Committee", "")) and not (re.search(r"\bheld\b", between) and not re.search(r"\b[A-Z][a-z]", between[between.rindex("held"):])):
                continue
            venue = place_only(TAIL.sub("", m["venue"]))
            if venue and not re.match(r"(?:public|private|accordance|the (?:public|presence))\b", venue, re.IGNORECASE) and not (STRONG_BODY.search(venue) and not VENUE_WORDS.search(venue)):
                return venue
    if MASK not in masked:
        return None
    after = False
    for piece in re.split(r"\0|\s[–—|-]\s|;", masked):
        lead = CONNECTORS.match(piece)
        cut = lead.end() if lead else 0
        via = re.match(r"\s*(?:remotely\s+|virtually\s+)?(?:via|by|on)\s+(?=[A-Z])", piece[max(0, cut - 3):]) if re.search(r"teams|zoom|webex", piece, re.IGNORECASE) else None
        bare = re.sub(r"[\s,;:(]*(?:\b(?:on|at|from|commencing|starting|held|and)\b[\s,]*)*$", "", piece[cut:]).strip(" ,.")
        bare = re.sub(r"^(?:via|remotely via|virtually via)\s+", "", bare)
        told = bool(re.search(r"\b(?:in|at)\b", piece[:cut], re.IGNORECASE)) or via is not None
        known = VENUE_WORDS.search(bare) is not None
        if bare and re.match(r"[A-ZÀ-Þ\d]", bare) and 3 < len(bare) < 110 and not NOT_PLACE.search(bare) and (not is_caps(bare) or known) and (known or after and (told or held)) and not _names_body(bare):
            if sum(w[0].isupper() or w[0].isdigit() for w in bare.split() if len(w) > 3) >= 0.7 * sum(1 for w in bare.split() if len(w) > 3):
                return place_only(bare)
        after = True
    return None


def _names_body(text: str) -> bool:
    rest = re.sub(r"(?i)\b(?:council (?:chambers?|offices?|house|headquarters)|committee (?:rooms?|suite)|(?:members[’']?|board|panel|cabinet|executive) (?:rooms?|suite)|authority (?:house|room))\b", " ", text)
    return STRONG_BODY.search(rest) is not None or re.search(r"\b(?:council|authority)\s*$", rest, re.IGNORECASE) is not None


def place_only(venue: str, *, labelled: bool = False) -> str | None:
    """The place without directions, dates and the remark that one could join from afar."""
    venue = DIRECTIONS.sub("", venue.replace(MASK, " ")).strip(" ,.;:–-(")
    if (halves := re.split(r"\s+/\s+", venue)) and len(halves) == 2 and re.search(r"\b(?:siambr|neuadd|ystafell|swyddfa\w*|cyngor|seomra|comhairle|áras)\b", halves[0], re.IGNORECASE):
        venue = halves[1]
    venue = re.sub(r"\s*\((?:hybrid|virtual|remote|(?:and )?(?:also )?(?:live-?\s?streamed|webcast))(?: meeting)?\)$", "", venue, flags=re.IGNORECASE)
    venue = re.sub(r"^(?:venue|place|location)\s*:?\s+(?=[A-Z])", "", venue, flags=re.IGNORECASE)
    venue = re.split(r"\.\s+(?=[A-Z][a-z]+\s[a-z])", venue)[0]
    nearer = REMOTE_TOO.sub("", venue).strip(" ,.;:–-(")
    if len(nearer) > 4 and not re.fullmatch(r"(?:held|hybrid|meeting|virtual|a|the|in person|via|by|\W)+(?:meeting)?", nearer, re.IGNORECASE) and not re.match(r"hybrid", venue, re.IGNORECASE):
        venue = nearer
    if not labelled:
        venue = re.sub(r"^the\s+", "", venue, flags=re.IGNORECASE) if len(venue.split()) > 2 else venue
    if not venue or next(find_dates(venue), None) or re.fullmatch(r"(?:contact|date|time|agenda|items?|members|present)", venue, re.IGNORECASE):
        return None
    return venue


def _second_line(found: Heading, head: Sequence[Block]) -> None:
    """A name set over two lines: "POLICE AND CRIME PANEL / BUDGET TASK GROUP"."""
    for a, b in pairwise(head):
        if found.body and flat(a.text) == flat(found.body) and is_caps(a.text) and is_caps(b.text) and b.gap < 1 and len(b.text.split()) <= 6 and re.search(
                r"\b(?:task (?:and finish )?group|sub-?committee|working (?:group|party)|sub-?group|sub-?panel)$", b.text.strip(), re.IGNORECASE):
            found.body = f"{found.body} {b.text.strip()}"
            return


def _last_place(paper: Paper, found: Heading, head: Sequence[Block], plain: Sequence[Block]) -> None:
    """A line of its own below the date that can hardly be anything but a place."""
    dated = next((n for n, b in enumerate(head) if next(find_dates(b.text), None)), None)
    if dated is None:
        return
    for n, block in enumerate(head):
        if not any(block is p for p in plain) or abs(n - dated) > 3 or n == 0 or len(block.text) > 90:
            continue
        text = block.text.strip()
        if NOT_PLACE.search(text) or _names_body(text) or AUTHORITY.fullmatch(text) or re.search(r"[?:;@]", text):
            continue
        words = [w for w in re.findall(r"[\w’']+", text) if len(w) > 3]
        if not words or sum(w[0].isupper() for w in words) < 0.8 * len(words):
            continue
        if VENUE_WORDS.search(text) or n > dated and re.fullmatch(r"(?:in |at )?(?:[Tt]he )?[A-Z][\w’'. -]+, [A-Z][\w’', -]+|[Tt]he [A-Z][\w’' -]+", text) and not read_person(text):
            found.venue = place_only(re.sub(r"^(?:held\s+)?(?:at|in)\s+", "", text))
            paper.claim("heading", block)
            return


def flat(text: str) -> str:
    """Words alone, in lower case, so that two ways to print a name can be compared."""
    return " ".join(re.findall(r"\w+", text.lower()))


def clean_body(line: str) -> str:
    """The name of the body alone: no date, no "minutes", no authority before it."""
    line = re.sub(r"^.*?\bmeeting of (?:the )?(?=[A-Z])", "", line, flags=re.IGNORECASE)
    line = re.sub(r"^(?:informal|formal|open|ordinary)\s+(?=[A-Z])", "", line)
    line = re.sub(r"\s+(?:item (?:no\.? ?)?\d+\b.*|(?:draft )?minutes of(?: the)?(?: \w+){0,3})$", "", line, flags=re.IGNORECASE)
    line = re.sub(r"^(?:proceedings|transactions)\s+of\s+(?:the\s+)?(?=[A-Z])", "", line, flags=re.IGNORECASE)
    if (m := re.search(r"\s+of\s+(?:the\s+)?(?=[A-Z])", line)) and AUTHORITY.fullmatch(line[m.end():]) and STRONG_BODY.search(line[: m.start()]):
        line = line[: m.start()]
    line = re.sub(r"\s*[\[(](?:agenda )?item\b[^)\]]*[)\]]", "", line, flags=re.IGNORECASE).strip(" -–,:")
    line = re.sub(r"^\d{1,2}[./]\d{1,2}[./]\d{2,4}\s*[-–]\s*", "", line)
    line = re.sub(r"\s*[-–:,]?\s*\b(?:draft\s+)?(?:minutes|agenda(?: and (?:draft )?minutes)?|decisions|meeting|meeting minutes|notes|printed minutes|formal minutes)$", "", line, flags=re.IGNORECASE)
    line = re.sub(r",\s+[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:County|City|Borough|District)(?: Council)?$", "", line)
    if (m := AUTHORITY_PREFIX.match(line)) and STRONG_BODY.search(line[m.end():]):
        rest = line[m.end():].strip(" -–—:,|’'")
        rest = re.sub(r"^s\s+", "", rest)
        if len(rest.split()) >= 2:
            line = rest
    return line.strip(" -–,:")


AUTHORITY_PREFIX = re.compile(
    r"(?:the\s+)?[A-Z][\w'’.,& -]{2,60}?\s(?:(?:County|Borough|District|City|Metropolitan|Town|Parish)\s)*(?:Council|Combined Authority|Fire (?:and|&) Rescue (?:Authority|Service)|Fire Authority|Integrated Care Board)\b(?:[’']s)?\s*(?:[-–—:,|]\s*)?(?=[A-Z])",
    re.IGNORECASE)


def _body_line(found: Heading, text: str, n: int, *, weak: bool = False) -> bool:
    if found.body and (not CELTIC.search(found.body) or CELTIC.search(text) or found.date) or n > 12 or len(text) > 170 or NO_BODY.search(text):
        return False
    if re.match(r"(?:MINUTES|Minutes|AGENDA|Agenda|Present|PRESENT|Report|Item|Notice|NOTICE|Apolog|Members|To\b)", text) and " of " not in text[:14]:
        return False
    line = _before_date(text)
    line = re.sub(r"^(?:DRAFT\s+|Draft\s+)?(?:MINUTES|Minutes|AGENDA|Agenda)(?:\s+and\s+(?:draft\s+)?(?:minutes|reports))?\s+(?:of|OF|for|FOR)\s+(?:the|THE)?\s*", "", line).strip(" -–,")
    line = re.sub(r"\s*[-–:]\s*(?:MINUTES|Minutes|AGENDA|Agenda)\b.*$", "", line)
    line = re.sub(r"^(?:DRAFT\s+|Draft\s+)?(?:NOTES|Notes|MINUTES|Minutes)(?:\s+(?:OF|of))(?:\s+(?:the|THE|a|A|informal|INFORMAL|Informal|proceedings of|PROCEEDINGS OF))*\s+", "", line)
    line = re.sub(r"\s*\((?:a|an|being|formerly|established|appointed)\s[^()]*\)\s*$", "", line)          # "(a joint committee of …)"
    line = re.sub(r"\s+(?:was |were |will be |to be )?(?:held|HELD)\b.*$", "", line)
    line = clean_body(english(line))
    words = line.split()
    if not (WEAK_BODY if weak else STRONG_BODY).search(line) or len(words) > 16 or not words or line[-1:] == "." and not is_caps(line):
        return False
    if AUTHORITY.fullmatch(line) or ALONE.fullmatch(line) and not (weak and not re.search("authority", line, re.IGNORECASE)) or found.authority and line == english(found.authority):
        return False
    solid = [w for w in re.findall(r"[\w’']+", line) if len(w) > 3]
    if not is_caps(line) and sum(w[0].isupper() for w in solid) < 0.75 * len(solid):
        return False
    found.body = line
    return True


def _split_name(head: Sequence[Block], body: str) -> str:
    """A name whose places stand on the line above: "Ambleside & Fellmoor / Police & Crime Panel"."""
    for a, b in pairwise(head):
        if flat(b.text) == flat(body) and b.gap < 1 and re.fullmatch(r"(?:[A-Z][\w’'-]+,? ){0,4}[A-Z][\w’'-]+ (?:&|and|AND) (?:[A-Z][\w’'-]+ ?){1,3}", a.text.strip()) and not STRONG_BODY.search(a.text) \
                and not AUTHORITY.fullmatch(a.text.strip()) and not re.search(r"\b(?:minutes|agenda|notes|decisions|report)\b", a.text, re.IGNORECASE) and is_caps(a.text) == is_caps(b.text):
            return f"{a.text.strip()} {body}"
    first = next((b for b in head if flat(b.text).endswith(flat(body)) and len(b.lines) > 1), None)
    if first is not None and flat(first.lines[-1].text) == flat(body) and len(first.lines) == 2 and re.search(r"\s(?:&|and)\s", first.lines[0].text, re.IGNORECASE) and len(first.text) < 90 and not AUTHORITY.fullmatch(first.lines[0].text.strip()):
        return first.text
    return body


def _before_date(text: str) -> str:
    """The line up to its date or weekday."""
    cut = min([d.start for d in find_dates(text)] + [m.start() for m in re.finditer(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text)] + [len(text)])
    return re.sub(r"[\s,:|–—-]+(?:on|held on)?[\s,:|–—-]*$", "", text[:cut]) if cut < len(text) else text


def english(name: str) -> str:
    """The English half of a name printed in two languages."""
    halves = [h.strip() for h in re.split(r"\s+/\s+|\s*\|\s*" + (r"|\s+[–-]\s+" if re.match(r"(?:comhairle|cyngor|pwyllgor)\b", name, re.IGNORECASE) else ""), name) if h.strip()]
    if len(halves) == 2:
        for half in halves[::-1]:
            if BODY_WORD.search(half) and not re.search(r"\b(?:pwyllgor|cyngor|comhairle)\b", half, re.IGNORECASE):
                return half
    return name


VENUE_WORDS = re.compile(
    r"\b(?:chamber|room|\w*hall|\w*house|centre|suite|offices?|building|virtual|teams|zoom|remote(?:ly)?|hybrid|court|library|school|institute|"
    r"theatre|guildhall|civic|headquarters|hq|boardroom|ballroom|parlour|market|exchange|forum|castle|lodge|manor|barn|church|square|mansion|courthouse|moot|annexe|chambers|rooms|buildings|suites|club|stadium|museum|online|webex|siambr|neuadd|college|university|hotel|pavilion|station)\b", re.IGNORECASE)


def _venue_line(found: Heading, text: str) -> bool:
    """A line of its own that can only be a place."""
    if found.venue or len(text) > 110 or not VENUE_WORDS.search(text) or BODY_WORD.search(VENUE_WORDS.sub("", text)) and not re.search(r"\b(?:council (?:chamber|offices|house)|committee rooms?)\b", text, re.IGNORECASE):
        return False
    if re.search(r"\b(?:minutes|agenda|report|present|tel|dear|membership|councillors?)\b", text, re.IGNORECASE) or text[-1] in "?:;":
        return False
    if not (found.date or found.time) or is_caps(text) and BODY_WORD.search(text) and not re.search(r"CHAMBER|ROOM|HALL", text):
        return False
    place = _before_date(text)
    found.venue = place_only(re.sub(r"^(?:held\s+)?(?:at|in|via)\s+", "", DIRECTIONS.sub("", place)).strip(" .,"))
    return bool(found.venue)


def _date_line(paper: Paper, found: Heading, block: Block) -> bool:
    text = block.text
    taken = False
    for printed in find_dates(text):
        if ISSUED.search(text[: printed.start]):
            continue
        if printed.iso is None:
            paper.doubt("date-unclear", f"‘{text[printed.start:printed.end]}’ is not a day of the calendar.",
                        paper.span(block, printed.start, printed.end))
            continue
        if found.date is None:
            found.date = printed.iso
            taken = True
            if not printed.weekday_fits:
                paper.doubt("weekday-unclear", f"‘{text[printed.start:printed.end]}’: that date falls on another weekday.",
                            paper.span(block, printed.start, printed.end))
        elif printed.iso != found.date and not taken:
            continue
    if found.time is None and len(text) < 400 and (taken or next(find_dates(text), None) or len(text) < 60 or re.search(r"\b(?:held|met|meeting|commenc)", text, re.IGNORECASE)):
        told = re.split(r"\s/\s", text)
        time = find_time(_without_dates(told[-1] if len(told) == 2 and re.search(r"\by\.?\s?[bp]\b", told[0]) else text))      # "10.00 y.b. / 10.00 a.m."
        if time:
            found.time = time
            taken = True
    return taken


def _without_dates(text: str) -> str:
    for d in sorted(find_dates(text), key=lambda d: -d.start):
        text = text[: d.start] + " " + text[d.end:]
    return text


SMALL = {"and", "of", "the", "for", "in", "on", "to", "a", "an", "with", "at", "by"}


def tidy_name(name: str) -> str:
    """A name set in capitals, in ordinary letters; anything else as it stands."""
    name = " ".join(name.split()).strip(" ,;:-–")
    if not is_caps(name):
        return re.sub(r"^the\s+", "", name)
    def word(w: str) -> str:
        low = w.lower()
        if low in SMALL:
            return low
        for i, c in enumerate(low):
            if c.isalpha():
                return low[:i] + c.upper() + "-".join(low[i + 1:].split("-")[:1] + [p[:1].upper() + p[1:] for p in low[i + 1:].split("-")[1:]])
        return low
    words = [word(w) for w in name.split()]
    if words and words[0].islower():
        words[0] = words[0].capitalize()
    return re.sub(r"^The\s+", "", " ".join(words))
