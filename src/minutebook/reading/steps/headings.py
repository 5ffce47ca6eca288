"""The heading of a paper: authority, body, date, time, venue; its title and kind words.

Print style: authority, body, then "MINUTES of a meeting of the … held in … on Tuesday, 17 October 2023."
Web style: "Body - Thursday, 21st November, 2019 2.00 pm" and "Venue: …".
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutebook.documents.blocks import Block
from minutebook.reading.dates import find_dates, find_time
from minutebook.reading.grammar import is_caps
from minutebook.reading.paper import Paper

AUTHORITY = re.compile(
    r"(?:(?:The\s+)?(?:(?:London|Royal|Metropolitan) Borough of [A-Z][\w'’ &-]+"
    r"|(?:City|County|Borough|District) of [A-Z][\w'’ -]+"
    r"|[A-Z][\w'’.,& -]{2,70}?\s(?:(?:County|Borough|District|City|Metropolitan|Town|Parish|Unitary|Shire|Regional|Islands?)\s)*"
    r"(?:Council|Combined Authority|Fire (?:and|&) Rescue (?:Authority|Service)|Fire Authority|Corporation|"
    r"Integrated Care Board|Joint Authority|County Borough|National Park Authority|Mayoral Authority)"
    r"|(?:Cyngor|Comhairle) [A-Z][\w'’ -]+))",
    re.IGNORECASE,
)
BODY_WORD = re.compile(
    r"\b(?:committees?|panel|sub-?committee|sub-?panel|board|forum|commission|cabinet|executive|assembly|partnership|"
    r"task (?:and finish )?group|working (?:group|party)|task force|select committee|authority|council|pwyllgor|panel)\b",
    re.IGNORECASE,
)
MEETING_OF = re.compile(
    r"(?:meeting|minutes|proceedings|cyfarfod)\s+(?:of\s+)?(?:a\s+|the\s+)?(?:(?:remote|virtual|hybrid|ordinary|special|extraordinary|annual|"
    r"additional|public|informal|joint)\s+)*(?:meeting\s+)?(?:of\s+)?(?P<the>the\s+)?(?P<body>[A-Z][^.;:]*?)"
    r"(?=\s*(?:,?\s+(?:was\s+|which\s+was\s+|were\s+)?(?:held|which|took place|convened|on\s+(?:the\s+)?\w*day\b|on\s+\d|commenc|at\s+\d|at\s+the\b)|"
    r",?\s*[-–—|]?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|\d{1,2}[./]\d)|$|[.;:]))",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:held|took place|convened|meeting|met)\b[^.]{0,40}?\b(?:in|at|via|by|remotely)\s+(?P<venue>(?:the\s+)?[A-Z0-9][^;]*?)"
    r"(?=,?\s+(?:on|at|commencing|from|starting|and commenced|with|,)\s+(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|noon)|"
    r",?\s+commenc|\.?$|;)",
)
VENUE_AFTER_DATE = re.compile(
    r"(?:(?:19|20)\d\d|[ap]\.?m\.?|noon)\s*(?:,\s*|\s+)(?:in|at)\s+(?P<venue>(?:the\s+)?[A-Z](?:[^.;]|\.(?=\s?[A-Z]\b))*)", )
LABELLED = re.compile(
    r"(?P<label>Venue|Place|Location|Lleoliad|Where|Held at|Date|Date and time|Date/Time|Dyddiad|When|Time|Amser|Contact|Committee|Meeting|Body|"
    r"Chair(?:man|person|woman)?|Cadeirydd)\s*(?::|\|)\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
BODY_DATE = re.compile(r"(?P<body>[A-Z][^:]*?)\s*(?:[-–—,:]|\bon\b)\s*(?=(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}(?:st|nd|rd|th)? [A-Z]|\d\d?/))")
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
    for n, block in enumerate(head):
        text = block.text
        if len(text) > 700:
            break
        if m := LABELLED.match(text):
            _labelled(found, block, m)
            continue
        taken = _authority(found, text, n)
        taken = _meeting_sentence(found, text, head, n) or taken
        taken = _body_line(found, text, n) or taken
        taken = _date_line(paper, found, block) or taken
        taken = (n > 0 and not taken and _venue_line(found, text)) or taken
        if taken:
            found.used.append(block)
            paper.claim("heading", block)
    if found.body is None:
        found.body = found.authority if found.authority and re.search(r"authority", found.authority, re.IGNORECASE) else None
    if found.body:
        found.body = tidy_name(english(found.body))
    if found.authority:
        found.authority = tidy_name(english(found.authority))
    return found


def _labelled(found: Heading, block: Block, m: re.Match[str]) -> None:
    label, value = m["label"].lower(), m["value"].strip()
    if label in ("venue", "place", "location", "lleoliad", "where", "held at"):
        found.venue = found.venue or DIRECTIONS.sub("", value).strip(" .")
    elif label in ("date", "dyddiad", "when", "date and time", "date/time", "meeting", "time", "amser"):
        found.date = found.date or next((d.iso for d in find_dates(value) if d.iso), None)
        found.time = found.time or find_time(value)
        if label == "meeting" and BODY_WORD.search(value) and not found.body:
            found.body = value
    elif label in ("committee", "body"):
        found.body = found.body or value
    elif label == "contact":
        found.contact = value
    elif label.startswith(("chair", "cadeir")):
        found.chair = value
    found.used.append(block)


def _authority(found: Heading, text: str, n: int) -> bool:
    if found.authority or n > 8 or len(text) > 90:
        return False
    text = english(text)
    text = re.split(r"\s{1,}[-–—]\s", text)[0] if n == 0 else text
    m = AUTHORITY.match(text) or AUTHORITY.match(re.split(r"\s(?:Comhairle|Cyngor)\b", text)[0])
    if m and m.end() >= len(re.split(r"\s(?:Comhairle|Cyngor)\b", text)[0].rstrip(" .")) and m.end() < len(text):
        text = m[0]
    if m and m.end() >= len(text.rstrip(" .")) and not re.search(r"\b(?:panel|committee|board|minutes|meeting)\b", text, re.IGNORECASE):
        found.authority = m[0]
        return True
    return False


def _meeting_sentence(found: Heading, text: str, head: Sequence[Block], n: int) -> bool:
    """"MINUTES of a meeting of the X held in Y on Z"."""
    m = MEETING_OF.search(text) if re.search(r"meeting|minutes|proceedings|cyfarfod", text, re.IGNORECASE) else None
    taken = False
    if m and m.start() < 60 and BODY_WORD.search(m["body"]) and len(m["body"]) < 130:
        if not found.body or len(m["body"]) > len(found.body) or m["body"].lower() == found.body.lower():
            found.body = m["body"].strip(" ,")
        taken = True
    if not found.venue:
        found.venue = _venue_in(text)
        taken = taken or found.venue is not None
    return taken


def _venue_in(text: str) -> str | None:
    """The place in a sentence that tells where the meeting was held."""
    candidates = []
    if re.search(r"\bheld\b|took place|convened|meeting|\bmet\b", text):
        candidates += [m["venue"] for m in HELD.finditer(text)]
    if next(find_dates(text), None) or find_time(text):
        candidates += [m["venue"] for m in VENUE_AFTER_DATE.finditer(text)]
    for venue in candidates:
        venue = DIRECTIONS.sub("", venue).strip(" ,.")
        venue = re.split(r",?\s+(?:on|commencing|and finish|and end|from|at)\s+(?=(?:\w+day|\d|noon))", venue)[0]
        venue = re.split(r",?\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)", venue)[0].strip(" ,.")
        venue = re.sub(r"^the\s+", "", venue, flags=re.IGNORECASE) if len(venue.split()) > 2 else venue
        if venue and not next(find_dates(venue), None) and not find_time(venue) and not re.match(r"(?:\w+day\b|\d)", venue):
            return venue
    return None


def _body_line(found: Heading, text: str, n: int) -> bool:
    if found.body or n > 12 or len(text) > 170:
        return False
    if re.match(r"(?:MINUTES|Minutes|AGENDA|Agenda|Present|PRESENT|Report|Item|Notice|NOTICE|Apolog|Members|To\b)", text) and " of " not in text[:14]:
        return False
    line = _before_date(text)
    line = re.sub(r"^(?:DRAFT\s+|Draft\s+)?(?:MINUTES|Minutes|AGENDA|Agenda)(?:\s+and\s+(?:draft\s+)?(?:minutes|reports))?\s+(?:of|OF|for|FOR)\s+(?:the|THE)?\s*", "", line).strip(" -–,")
    line = re.sub(r"\s*[-–:]\s*(?:MINUTES|Minutes|AGENDA|Agenda)\b.*$", "", line)
    line = english(line)
    words = line.split()
    if not BODY_WORD.search(line) or len(words) > 16 or not words or line[-1:] == "." and not is_caps(line):
        return False
    if AUTHORITY.fullmatch(line) or found.authority and line == english(found.authority):
        return False
    solid = [w for w in re.findall(r"[\w’']+", line) if len(w) > 3]
    if not is_caps(line) and sum(w[0].isupper() for w in solid) < 0.75 * len(solid):
        return False
    found.body = line
    return True


def _before_date(text: str) -> str:
    """The line up to its date or weekday."""
    cut = min([d.start for d in find_dates(text)] + [m.start() for m in re.finditer(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text)] + [len(text)])
    return re.sub(r"[\s,:|–—-]+(?:on|held on)?[\s,:|–—-]*$", "", text[:cut]) if cut < len(text) else text


def english(name: str) -> str:
    """The English half of a name printed in two languages."""
    halves = [h.strip() for h in re.split(r"\s+/\s+|\s*\|\s*", name) if h.strip()]
    if len(halves) == 2:
        for half in halves[::-1]:
            if BODY_WORD.search(half) and not re.search(r"\b(?:pwyllgor|cyngor|comhairle)\b", half, re.IGNORECASE):
                return half
    return name


VENUE_WORDS = re.compile(
    r"\b(?:chamber|room|hall|house|centre|suite|offices?|building|virtual|teams|zoom|remote(?:ly)?|hybrid|court|library|school|institute|"
    r"theatre|guildhall|civic|headquarters|hq|online|webex|siambr|neuadd|college|university|hotel|pavilion|station)\b", re.IGNORECASE)


def _venue_line(found: Heading, text: str) -> bool:
    """A line of its own that can only be a place."""
    if found.venue or len(text) > 110 or not VENUE_WORDS.search(text) or BODY_WORD.search(VENUE_WORDS.sub("", text)) and not re.search(r"\b(?:council (?:chamber|offices|house)|committee rooms?)\b", text, re.IGNORECASE):
        return False
    if re.search(r"\b(?:minutes|agenda|report|present|tel|dear|membership|councillors?)\b", text, re.IGNORECASE) or text[-1] in "?:;":
        return False
    if not (found.date or found.time) or is_caps(text) and BODY_WORD.search(text) and not re.search(r"CHAMBER|ROOM|HALL", text):
        return False
    place = _before_date(text)
    found.venue = re.sub(r"^(?:held\s+)?(?:at|in)\s+", "", DIRECTIONS.sub("", place)).strip(" .,")
    return bool(found.venue)


def _date_line(paper: Paper, found: Heading, block: Block) -> bool:
    text = block.text
    taken = False
    for printed in find_dates(text):
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
    if found.time is None and len(text) < 400 and (taken or next(find_dates(text), None) or len(text) < 60):
        time = find_time(_without_dates(text))
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
