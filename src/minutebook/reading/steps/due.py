"""When something was promised for, in the words of the paper: dates, meetings, events and vague times."""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutebook.reading.dates import MONTH, MONTHS
from minutebook.reading.steps.sentences import bare

_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|eighteen|few|couple of|several|coming|next|following)"
_UNIT = r"(?:working days?|calendar days?|hours?|days?|weeks?|fortnight|months?|quarters?|terms?|years?|year-end)"
_YEAR = r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d){1,2})?|\d\d/\d\d)\b"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?"
_MONTH_TIME = rf"(?:{_DAY}\s+)?{MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b,?)?(?:,?\s+{_YEAR})?"
_SEASON = r"(?:spring|summer|autumn|winter|christmas|easter|new year|midsummer|whitsun|michaelmas|pentecost)"
_PART = (
    r"(?:(?:early|mid|late|later|very early)[\s-](?:in\s+|on\s+)?|(?:the\s+)?(?:very\s+)?(?:end|start|beginning|middle|close|first half|second half|"
    r"latter half|latter part|early part|first week|second week|last week|first quarter|second quarter|third quarter|final quarter|fourth quarter|turn|remainder|rest|course)\s+of\s+)"
)
_PERIOD = (
    r"(?:financial|municipal|calendar|academic|reporting|school|civic|council|performance|budget)\s+(?:year|term|cycle)|"
    r"(?:year|month|week|quarter|term|recess|year-end|financial year|municipal year|summer recess|summer term|autumn term|spring term|fiscal year)\b(?:\s+end)?"
)
_TIME = (
    rf"(?:{_PART})?(?:(?:his|her|their|its|our|my)\s+(?:first\s+|second\s+)?(?=year\b|term\b|anniversary|week\b|month\b|quarter\b))?(?:the\s+|this\s+|next\s+|last\s+|each\s+|that\s+)?(?:(?:next|coming|following|current|new|forthcoming|present|end of the|summer|autumn|spring|winter|\d{{4}}/\d\d)\s+)?"
    rf"(?:{_MONTH_TIME}|{_SEASON}(?:\s+term|\s+recess|\s+break|\s+holidays?)?(?:\s+of)?(?:\s+{_YEAR})?|(?:Q|quarter\s)[1-4](?:\s+of)?(?:\s+(?:19|20)\d\d(?:/\d\d)?)?|(?:{_YEAR}\s+)?(?:{_PERIOD})(?:\s+{_YEAR})?|{_YEAR}(?:\s+(?:reporting|financial|municipal)\s+year)?|"
    r"weekend|fortnight|anniversary|afternoon|evening|(?:Lady|Boxing|Christmas|New Year['’]s|May|St\.?\s\w+['’]s|Remembrance|Bonfire|Mothering|Whit|Midsummer|Trafalgar)\s(?:Day|Eve|Night|Sunday|Monday)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|close of play|year[- ]end)"
)
_SPAN = rf"(?:the\s+)?(?:next|coming|following|first|last)?\s?(?:{_NUMBER}\s+)?(?:or\s+\w+\s+|to\s+\w+\s+)?{_UNIT}(?:['’]s?\s?time|\s+(?:time|of\s+(?:the\s+|this\s+|today['’]s\s+|receipt|being|its|that)?(?:(?!and\b|to\b|for\b|so\b|but\b|with\b)\w+\b\s?){{0,2}}))?"
_BODY = (
    r"(?:of\s+(?:the\s+|this\s+|its\s+)?(?-i:[A-Z][\w’&]*\s*|and\s+|&\s+|of\s+|the\s+(?=[A-Z])){1,9}|of\s+(?:the|this)\s+(?:panel|committee|board|sub-committee|council|cabinet|working group))"
)
_MEETING = (
    rf"(?:(?:the|a|its|their|our|this|that|his|her|each|every|the\s+Panel['’]s|the\s+Committee['’]s|the\s+Board['’]s)\s+)?"
    rf"(?:(?:next|first|following|future|forthcoming|subsequent|later|upcoming|another|last|{MONTH}|(?-i:[A-Z][\w’]+(?:\s+[A-Z][\w’]+){{0,3}}(?:\s+and\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?)|annual|quarterly|autumn|spring|summer|budget|precept|scheduled|appropriate|ordinary|full|public|{_YEAR})\s+){{1,3}}(?:(?:\w+\s+){{0,1}}(?=meeting))?"
    rf"(?:meetings?|briefings?|cycle|session|agenda)\b(?:\s+{_BODY})?(?:\s+after\s+the\s+\w+)?(?:,?\s+(?:in|on)\s+{_MONTH_TIME})?"
)
_EVENT = r"[^,.;:()\[\]]{3,90}?(?=[,.;:()\[\]]|\s+(?:and|but)\s+|$)"

_VAGUE_DUE = re.compile(
    r"(?:\b(?:in due course|in the (?:very )?near future|in the not too distant future|as soon as (?:possible|practicable|practical|reasonably practicable|was (?:possible|practicable))|"
    r"at (?:a|some) (?:later|future|appropriate|suitable) (?:date|time|point|stage|juncture)|at the (?:earliest|next|first) (?:opportunity|available opportunity|possible opportunity)(?: thereafter)?|(?:on )?(?:the )?same (?:day|evening|afternoon|morning|week)|that (?:same )?(?:day|evening|afternoon|morning|night|week|month|weekend)|in the morning|thereafter|before the (?:week|month|day|year|quarter|term|summer|winter|autumn) (?:was|is|were) out|as soon as (?:it|they|I|we|he|she|this|that) (?:was|were|is|are|had|has|have|could|can)\b[^,.;]{0,40}?(?=[,.;]|\s(?:and|but)\s|$)|between now and [^,.;]{3,40}?(?=[,.;]|\s(?:and|but)\s|$)|at the appropriate time|"
    r"in the future|in future years|in future(?=\s*(?:[.,;)]|$|and\b|to\b))|going forward|over the (?:life|course|lifetime|duration) of [\w ]{3,40}(?=[,.;]|$)|"
    r"(?:outside|after|following|before|ahead of|at the end of|immediately after|straight after|since|during|prior to) (?:of )?(?:the|this|today['’]s) (?:meeting|session|summer|elections?|consultation|recess|visit|budget|publication|inspection|review)(?: of \w+)?|"
    r"(?:the|a) (?:week|month|day|fortnight|year) after|in (?:the|its|their|our|his|her) (?:next|coming|forthcoming|following|autumn|spring|summer|winter) (?:\w+ ){0,3}?(?:revision|bundle|tranche|batch|round|paper|edition|report|issue|newsletter|bulletin|plan|budget|cycle|review|update)|"
    r"after the \w+(?=\s*(?:[.,;)]|$|and\b|or\b))|"
    r"(?:ahead|in advance) of [^,.;]{3,60}(?=[,.;]|$)|"
    r"shortly|soon|imminently|immediately|straight ?away|forthwith|overnight|later(?: (?:this|in the|that|on in the) (?:year|month|week|meeting|day|autumn|spring|summer|winter))?|"
    r"annually|quarterly|monthly|weekly|six[- ]monthly|half[- ]yearly|bi-?annually|yearly|fortnightly|daily|twice (?:a|each|every|yearly) ?(?:year)?|on a (?:quarterly|monthly|weekly|regular|six[- ]monthly|half-yearly|yearly|bi-?annual|annual|[\d–-]+ month) (?:basis|cycle)|"
    r"every (?:\w+ )?(?:meeting|months?|quarter|year|weeks?)|each (?:quarter|year|month|meeting)|once a (?:year|month|quarter)|at (?:each|every) (?:\w+ )?(?:meeting)|at regular intervals|(?:outside|out) of committee|this afternoon|this evening|in the new year)\b)", re.IGNORECASE)
_MEETING_DUE = re.compile(
    rf"(?:\b(?:(?:at|to|for|by|before|until|in time for|from|prior to|ahead of|after|following|on)\s+){_MEETING})", re.IGNORECASE)
_DATED_DUE = re.compile(
    rf"(?:\b(?:(?:at|to|for|by|before|from|in time for)\s+)(?:the|their|its|his|her|our|a|(?:the\s+)?(?:Panel|Committee|Board)['’]s)\s+meeting\s+(?:in|on|of)\s+(?:the\s+)?{_TIME})\b", re.IGNORECASE)
_WITHIN_DUE = re.compile(
    rf"(?:\b(?:within|in|over|for|during|throughout|inside|after|no more than|not more than)\s+(?:(?:about|around|approximately|up to|a maximum of|the)\s+)*{_SPAN})", re.IGNORECASE)
_TIME_DUE = re.compile(
    rf"(?:\b(?:(?:by|before|after|from|until|till|at|in|during|on|for|over|within|throughout|prior to|ahead of|no later than|not later than|towards|around|about|beyond|as of|as from|w/c|week commencing|commencing|in time for|effective from|with effect from|into)\s+)(?:(?:about|around|or before|no later than|the period to)\s+)?{_TIME}(?:\s+(?:and|or|to|until|[-–])\s+{_MONTH_TIME})?\b)", re.IGNORECASE)
_BARE_DUE = re.compile(
    rf"(?:\b(?:(?:early|late|later|sometime|mid)[\s-](?:in\s+)?)?(?:next|this|coming)\s+(?:financial\s+|municipal\s+|calendar\s+|academic\s+)?(?:week|month|quarter|year|term|{_SEASON}|{MONTH}|cycle|morning)\b|tomorrow\b|(?:{_MONTH_TIME}(?<=\d)|\[[^\]]{{0,12}}{MONTH}[^\]]{{0,10}}(?=\])))", re.IGNORECASE)
_EVENT_DUE = re.compile(
    rf"(?:\b(?:once|as soon as|immediately after|when|until|subject to|before|after|following|as and when|whenever|pending|on receipt of|on completion of|upon|prior to|at the time of|as part of|if)\s+{_EVENT})", re.IGNORECASE)
# No due phrase is without one of these words or a number.
_HINTS = frozenset(
    "meeting meetings briefing briefings session sessions agenda cycle week weeks weekly month months monthly year years yearly quarter quarters quarterly q1 q2 q3 q4 day days daily monday tuesday wednesday thursday "
    "friday saturday sunday term terms recess fortnight fortnightly hour hours due future soon shortly imminently immediately straight straightaway forthwith overnight later annual annually twice every each once when "
    "whenever until till before after following pending upon prior part ahead advance forward outside out next coming tomorrow today close january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter christmas easter subject receipt completion over time times eve afternoon evening morning night anniversary opportunity same "
    "thereafter weekend between intervals this if whitsun michaelmas pentecost midsummer commencing as".split()) - {"this", "if", "as"}
UNTIL = re.compile(rf"\s+(?:back\s+)?((?:to|until|till|for)\s+(?:{_MEETING}|{_TIME}|after\s+the\s+\w+)\b)", re.IGNORECASE)
# Events that are times only where something happens in them ("once the matter had been concluded").
_HAPPENING = re.compile(
    r"^(?:once|as soon as|when|until|before|after|as and when|whenever)\s+(?:the|a|an|they|it|he|she|we|this|that|these|those|their|its|his|her|all|any|data|figures|results|legislation|funding|"
    r"planning|closing|[a-z]*ing|[A-Z]\w+|new|further|more|work)\b.{2,}",
    re.IGNORECASE,
)
_VERBAL = re.compile(r"\b(?:was|were|is|are|had|has|have|could|would|will|can|did|does|[a-z]{2,}ed|[a-z]{3,}ing|goes|comes|went|came|met|began|became)\b")
_YEAR_IN = re.compile(r"(?:19|20)\d\d")
_MONTH_IN = re.compile(MONTH, re.IGNORECASE)


# Every due phrase opens with one of these words, a month, a number or a bracket: only there is it looked for.
_OPENING = frozenset(
    "in as at going over outside after following before ahead immediately straight straightaway since during prior the a on same that thereafter between shortly soon imminently forthwith overnight later "
    "annually quarterly monthly weekly six half yearly fortnightly daily biannually bi twice every each once out this to for by until from within throughout inside no not till towards around about beyond w/c w week "
    "commencing effective with into early late sometime mid very next coming tomorrow when whenever subject pending upon if today "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()) | {f"{d}day" for d in "mon tues wednes thurs fri satur sun".split()} | frozenset(MONTHS)
_STEP = re.compile(r"\[|[^\W_][\w/]*")


# The sorts of due phrase in the order in which they are tried, with the words that open them beside those of a date.
_SORTS = (
    ("vague", _VAGUE_DUE, "a ahead after annually as at before between bi biannually daily during each every following forthwith fortnightly going half immediately imminently in later monthly on once out outside over overnight prior quarterly same shortly since six soon straight straightaway that the thereafter this twice weekly yearly"),
    ("meeting", _MEETING_DUE, "at to for by before until in from prior ahead after following on"),
    ("dated", _DATED_DUE, "at to for by before from in"),
    ("within", _WITHIN_DUE, "within in over for during throughout inside after no not"),
    ("time", _TIME_DUE, "by before after from until till at in during on for over within throughout prior ahead no not towards around about beyond as w/c w week commencing effective with into"),
    ("bare", _BARE_DUE, "early late later sometime mid next this coming tomorrow the"),
    ("event", _EVENT_DUE, "once as immediately when until subject before after following whenever pending on upon prior at if"),
)
_DATE_ONLY = (("bare", _BARE_DUE),)
_TRIED = {word: tuple((kind, pattern) for kind, pattern, words in _SORTS if word in words.split()) or _DATE_ONLY for word in _OPENING}


def _phrases(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The due phrases in text[start:end] with their sorts, each tried only at the words that can open one."""
    at = start
    for w in _STEP.finditer(text, start, end):
        if w.start() < at:
            continue
        word = w[0].lower()
        tried = _TRIED.get(word) or (_DATE_ONLY if word[0].isdigit() or word == "[" else ())
        for kind, pattern in tried:
            if m := pattern.match(text, w.start(), end):
                if m.end() > m.start():
                    yield m.start(), m.end(), kind
                    at = m.end()
                break


def timed(words: Iterable[str]) -> bool:
    """Is there a word of time among these, or a number that may be a year?"""
    if not _HINTS.isdisjoint(words):
        return True
    return any((w[0].isdigit() and w.isdigit() and len(w) in (2, 4)) or ("-" in w and not _HINTS.isdisjoint(w.split("-"))) for w in words)


def find_due(text: str, start: int, end: int, *, events: bool = True) -> tuple[int, int] | None:
    """The due phrase in text[start:end], or None. Adjoining phrases ("at the next meeting, in July") are one.

    Firm times are taken before events, and events before vague words, unless they stand together.
    """
    if not timed(bare(text[start:end]).split()):
        return None
    found: list[tuple[int, int, str]] = []
    for a, b, kind in _phrases(text, start, end):
        if kind == "event" and not (events and _event_counts(text[a:b])):
            # look again inside: "as part of the review in May"
            inner = next(_phrases(text, a + 4, end), None)
            if inner and inner[2] != "event" and inner[0] < b:
                found.append(inner)
            continue
        if kind == "bare" and text[a] == "[":
            a += 1
        if kind in ("time", "within") and not _is_time(text[a:b]):
            continue
        while b > a and text[b - 1] in " ,":
            b -= 1
        found.append((a, b, kind))
    if not found:
        return None
    joined: list[tuple[int, int, str]] = []
    for a, b, kind in found:
        if joined and re.fullmatch(r",?\s*(?:of\s+|or\s+|and\s+)?", text[joined[-1][1] : a]) and kind != "event":
            joined[-1] = (joined[-1][0], b, joined[-1][2])
        else:
            joined.append((a, b, kind))
    rank = {"meeting": 0, "dated": 0, "within": 0, "time": 0, "bare": 0, "event": 1, "vague": 1}
    a, b, _ = min(joined, key=lambda f: (rank.get(f[2], 2), f[0]))
    return a, b


def _is_time(words: str) -> bool:
    low = words.lower()
    if re.match(r"(?:in|for|on|at)\s+(?:an?|one|the)\s+(?:year|month|day|week|hour)s?$", low):
        return low.startswith(("in a", "in one"))
    if re.match(r"(?:over|after|in|for|during|throughout)\s+(?:the\s+)?(?:last|past|previous)\b", low):
        return False
    if re.fullmatch(r"(?:by|for|in|over|into)\s+(?:the\s+)?(?:month|week|day|year|quarter|term|weekday)s?", low) and not low.startswith(("for the ", "in the ", "over the ")):
        return False
    return not re.fullmatch(r"(?:in|for|on|by|from|at|during|over|within|after|before|into)\s+(?:the\s+)?(?:may|march|term|hours?|days?|day|years|months|weeks)", low) \
        or low.endswith((" may", " march"))


def _event_counts(words: str) -> bool:
    low = words.lower()
    if low.startswith(("following", "pending", "on receipt", "on completion", "upon", "prior to", "as part of", "subject to", "if", "at the time")):
        return low.startswith(("pending", "on receipt", "on completion", "as part of the", "as part of closing", "as part of budget", "prior to", "following the", "following publication", "following completion"))
    if low.startswith(("before", "after", "until")) and not _VERBAL.search(low):
        return False
    return bool(_HAPPENING.match(words)) and not low.startswith(("when he ", "when she ", "when it came", "after a question"))


def passed(due: str, meeting: str | None) -> bool:
    """Had the printed time plainly passed by the day of the meeting? Only where a year is printed."""
    years = [int(y) for y in _YEAR_IN.findall(due)]
    if not (meeting and years):
        return False
    year, month = int(meeting[:4]), int(meeting[5:7])
    if max(years) != year:
        return max(years) < year and "/" not in due
    named = [MONTHS[m.lower().rstrip(".")] for m in _MONTH_IN.findall(due)]
    return bool(named) and max(named) < month
