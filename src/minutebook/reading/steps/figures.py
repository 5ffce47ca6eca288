"""Measured values as printed: performance, money, staffing, crime, demand, standards, ranks.

"arrears had fallen by 9%" · "£60k set aside for lighting" · "letters answered within ten days" · "ranked 12th of 43" ·
"five posts remained vacant". Money and percentages are always
figures; other numbers only where they count or time something, by the words around them. Dates, sections,
names with numbers in them, counts of agenda matters, contract lengths and distances are left out.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.measures import TIMES, Place, is_weak, measure_of, predicate_of
from minutebook.reading.steps.numbers import FRACTIONS, ORDINALS, Number, in_words, numbers, tidy
from minutebook.reading.steps.sentences import lowered, sentences, vocabulary

# Heads that count the paper itself or the argument, never the world.
ABSTRACT = frozenset(
    ["area", "areas", "aspect", "aspects", "point", "points", "matter", "matters", "issue", "issues", "item", "items", "question", "questions", "option", "options", "update", "updates", "model", "models", "principle", "principles", "priority", "priorities", "theme", "themes", "element", "elements", "way", "ways", "thing", "things", "reason", "reasons", "stage", "stages", "phase", "phases", "side", "sides", "part", "parts", "strand", "strands", "objective", "objectives", "topic", "topics", "paragraph", "paragraphs", "bullet", "bullets", "criterion", "criteria", "meeting", "meetings", "section", "sections", "type", "types", "kind", "kinds", "category", "categories", "factor", "factors", "example", "examples", "approach", "approaches", "amendment", "amendments", "motion", "motions", "resolution", "resolutions", "chart", "charts", "graph", "graphs", "table", "tables", "page", "pages", "line", "lines", "heading", "headings", "step", "steps", "word", "words", "concern", "concerns", "aim", "aims", "pillar", "pillars", "workstream", "workstreams", "proposal", "proposals", "suggestion", "suggestions", "comment", "comments", "key", "purpose", "purposes", "version", "versions", "change", "changes", "term", "terms", "figure", "figures", "recommendation", "recommendations", "ambition", "ambitions", "appendix", "appendices", "annex", "annexes", "document", "documents", "column", "columns", "role", "roles", "respect", "respects", "fold", "component", "components", "dimension", "dimensions", "level", "levels", "session", "sessions", "candidate", "candidates", "nomination", "nominations", "domain", "domains", "hand", "hands", "direction", "directions", "end", "ends", "thanks", "name", "names", "mind", "minds", "cause", "causes"]
)
PAPERY = frozenset(["upcoming", "main", "key", "following", "other", "broad", "guiding", "specific", "specified", "separate", "distinct", "overarching", "different", "last", "next", "previous", "above-mentioned", "forthcoming", "preceding"])
IRREGULAR = frozenset(["people", "men", "women", "children", "staff", "police", "gardaí", "personnel", "fte", "wte", "clergy", "youth", "equipment", "aircraft", "livestock", "cattle", "sheep"])
TIME = {"second": "seconds", "sec": "seconds", "secs": "seconds", "minute": "minutes", "min": "minutes", "mins": "minutes", "hour": "hours",
        "hr": "hours", "hrs": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years"}
TIME |= {v: v for v in list(TIME.values())}
_TIME = re.compile(r"[\s-]+((?:working|calendar|clear|business|school|sitting)\s+)?(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\b(?:[’'])?"
                   r"(\s+(?:per|a|each|every)\s+(?:shift|day|week|month|year|officer|person|call|patient)\b)?", re.I)
_QUALIFIER = re.compile(
    r"(?:\b(?:around|about|approximately|approx\.?|some|circa|roughly|c\.|over|under|almost|nearly|just\s+(?:over|under|below|above|short\s+of)|"
    r"well\s+(?:over|under|below|above)|a\s+little\s+(?:over|under)|(?:slightly|considerably|significantly)\s+(?:over|under|more\s+than|less\s+than|below|above)|"
    r"(?:no\s+)?(?:more|less|fewer|longer|greater|higher|lower)\s+than|not\s+(?:more|less|fewer)\s+than|up\s+to(?:\s+(?:a\s+)?maximum(?:\s+of)?)?|at\s+least|at\s+most|below|above|"
    r"between|within|in\s+excess\s+of|in\s+the\s+region\s+of|as\s+(?:many|much|few|little|high|low)\s+as|"
    r"a\s+(?:maximum|minimum)\s+of|(?:the\s+)?(?:maximum|minimum)|(?:an?\s+)?estimated|upwards\s+of|close\s+to|often\s+waiting))\s+(?:(?:a|the|an|of|one\s+of)\s+)?$", re.I)
_UP_TO_NOISE = re.compile(r"\b(?:improved|risen|rose|increased|gone|went|now|came|back|\d[\d,]*|took(?:\s+it)?|brought(?:\s+\w+)?)\s+up\s+to\s+(?:a\s+)?$", re.I)
_RATE = re.compile(r"\s*(?:per|in\s+every|for\s+every)\s+(?:1,?000|thousand|100,?000|10,?000|million)\b|\s+[a-z]+\s+per\s+(?:1,?000|thousand|100,?000|10,?000|million)\b", re.I)
_PER = re.compile(r"\s*(per\s+annum|per\s+year|p\.?a\.?(?=[\s,;).]|$)|per\s+month|a\s+month|a\s+week|per\s+week|per\s+day|per\s+hour|an\s+hour|per\s+head|each|apiece)(?!\w)", re.I)
PER = {"per annum": " per year", "per year": " per year", "pa": " per year", "per month": " per month", "a month": " per month", "a week": " per week",
       "per week": " per week", "per day": " per day", "per hour": " per hour", "an hour": " per hour", "per head": " per head"}
_RANK = re.compile(
    rf"\b(?P<ord>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(o for o in ORDINALS if o != 'first')})[\s-]+(?P<sup>highest|lowest|best|worst|largest|smallest|busiest|safest|most\s+[a-z]+|least\s+[a-z]+|fastest|slowest|out\s+of)\b"
    rf"|\b(?:ranked|ranking|rated|placed|came|ranks|rank)\s+(?:as\s+)?(?:joint\s+)?(?P<ord2>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\b"
    r"|\b(?:the|in\s+the|its|a)\s+(?P<top>top|bottom)\s+(?P<topn>\d{1,3}|three|four|five|six|ten|twenty)(?!\s*(?:%|per\b))\b"
    r"|(?:\b(?:was|were|is|are|remained|remains|being|still|also)|,)\s+(?:now\s+|still\s+|currently\s+)?the\s+(?P<first>highest|lowest|best|worst|largest|smallest|busiest|safest)(?:[\s-][a-z-]+){0,2}\s+(?:in|of|for\s+any|among|amongst|out\s+of)\s+(?:the\s+|any\s+|all\s+|its\s+|[A-Z])",
    re.I)
_RANK_OF = re.compile(r"\s*(?:\w+\s+)?(?:out\s+of|of|in)\s+(?:the\s+|a\s+group\s+of\s+|all\s+)?(\d{1,3}|eight|nine|ten|twelve|fifteen|twenty)\b(?!\s*%)", re.I)
_FRACTION = re.compile(
    r"\b(?:(?P<n>a|one|two|three|four|seven|nine)[\s-])(?P<frac>thirds?|quarters?|fifths?|tenths?)\s+(?:of|on)\s+(?!an?\s+(?:hour|million|mile|century)|the\s+(?:year|way|hour|meeting|financial))"
    r"|\b(?<!first\s)(?<!second\s)(?<!other\s)(?<!a\s)(?<!and\sa\s)(?P<half>half)\s+(?:of\s+(?:all\s+|the\s+|our\s+|its\s+)?(?!(?:year|term|day|meeting|decade|century|which|what|it|them|this|that)\b)(?=[a-z’'-]+(?:\s+[a-z’'-]+)?)"
    r"|(?P<ratio>(?:the|that\s+of\s+the)\s+(?:\w+\s+)?(?:average|rate|level|number|figure|norm))\b)"
    r"|\bby\s+(?:(?:about|around|almost|nearly|over|more\s+than|just\s+over|just\s+under)\s+)?a\s+(?P<by>third|quarter|fifth|tenth)\b(?!\s+of\b)"
    r"|\b(?P<times>twice|two\s+times|three\s+times|four\s+times|five\s+times|ten\s+times|(?<![\d.,])\d+(?:\.\d+)?\s+times|half(?=\s+as\s))\s+(?:the|that\s+of|as\s+(?:many|much|likely|high|long|often|big|large)|more\s+likely|higher|greater)\b",
    re.I)
# The words at which a rank or a share in words can stand: only the text around them is read for one.
_SIGN = re.compile("[ -](h(?:alf|ighest)|l(?:owest|argest|east )|b(?:est|usiest|ottom)|worst|s(?:mallest|afest|lowest)|f(?:astest|ifth)|t(?:hird|enth|wice|imes|op )|quarter|r(?:ank|ated)|placed|came |most |out of)")
_RANK_WORDS = frozenset(["highest", "lowest", "best", "worst", "largest", "smallest", "busiest", "safest", "most", "least", "fastest", "slowest", "out", "ranked", "ranking", "rated", "placed", "came", "ranks", "rank", "top", "bottom", "half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "twice", "times"])
_FRACTION_WORD = frozenset(["half", "fifth", "third", "tenth", "twice", "times", "quarter"])
_NIL = re.compile(
    r"\b[Nn]o\s+(?:(?:new|formal|further|such|recorded|fatal|serious|valid|other)\s+)?(?:complaints?|breaches|deaths|injuries|incidents|fatalities|applications|referrals|vacancies|arrests|offences|appeals|"
    r"objections|accidents|fires|claims|evictions|homicides|suicides|escapes|penalties|prosecutions)\s+(?:had|have|has|were|was)\s+(?:been\s+)?(?:\w+ly\s+)?(?:received|recorded|reported|made|upheld|lodged|issued|brought|served)\b"
    r"|\bNo\s+one\s+had\s+(?:breached|died|been\s+(?:killed|injured|arrested|charged|prosecuted))\b")
# Countable things of which even one is news.
SINGULAR = frozenset(["complaint", "homicide", "death", "murder", "suicide", "incident", "vacancy", "breach", "arrest", "fatality", "prosecution", "appeal", "fire", "injury", "accident", "objection", "claim", "closure", "conviction", "escape", "resignation", "offence", "case", "referral", "force", "station"])
_AFTER_ANAPHORA = re.compile(r"\s+(?:(?:of\s+(?:them|these|those|which|whom)|more|already|now|still|also|currently)\s+)*(?:had|has|have|was|were|are|is|remained|remain|being|having|would|will|could|resulted|led|came|went|did|failed|met|missed|passed|left|took|paid)\b|\s+of\s+(?:them|these|those|which|whom|whose)\b", re.I)
_BEFORE_ANAPHORA = re.compile(
    r"\b(?:stood\s+at|stands\s+at|standing\s+at|(?:stay|stayed|remain|remained|maintained|maintaining|holding|held|running|were|was|is|set|fixed|capped|now|currently|kept)\s+at|(?<!\bup\s)(?:down|up|back)?\s?to|from|by|of|reached|reaching|totalled|totalling|averaging|averaged|being|was|were|is|are|numbered|numbering|"
    r"there\s+(?:had\s+been|were|was|are|have\s+been)|than|against|exceeded|rising\s+to|fell\s+to|and|had|recorded|received|sought|handled|(?:number|’s|s)\s+at)\s+(?:just\s+|only\s+|around\s+|about\s+|over\s+|some\s+|below\s+|under\s+|nearly\s+|almost\s+|approximately\s+)?$", re.I)
_MEASURED = re.compile(r"\b(?:numbers?|strength|establishment|total|figures?|headcount|backlog|caseload|levels?|rates?|counts?|volumes?|average|standard|target|aim|ambition|limit|staffing|complement|officers?|cases|offences|incidents|calls|people|staff|increas\w+|decreas\w+|reduc\w+|risen|rose|fall|fell|fallen|dropp?\w*|grown|grew|up|down|rising|stood|waiting)\b", re.I)
_END = re.compile(r"\s*(?:$|[.;,:?)\]–—-]|\s(?:up|down|above|below|short|more|fewer|less|ahead|people|in|at|by|since|during|between|over|for|on|and|but|from|to|compared|against|last|this|next|per|a|the|as|before|after|within|across|among|out|or|which|while|when|year|who|with|on average)\b)", re.I)
_VOTE = re.compile(r"\bvot(?:e|es|ed|ing)\b|\b(?:abst(?:ain|ention)\w*)\b|\bshow of hands\b|\bin favour\b.{0,60}\bagainst\b|\bFor:|\bAgainst:", re.I)
_LEGAL = re.compile(r"\b(?:or more|or fewer|or less)\s+(?:people|persons|members|councillors|years)\b", re.I)


def figures(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every measured value that the passages print, with its unit, what it measures, when, and of what nature.

    The quote is the clause in which the number stands. A before and an after are two figures.
    """
    for n, passage in enumerate(passages):
        if passage.kind in ("title", "rubric", "heading"):
            continue
        for start, end, fields in sorted(_figures(passage, setting.kind), key=lambda f: (f[0], f[1])):
            yield Finding(n, start, end, fields)


def _figures(passage: Passage, paper: str) -> Iterator[tuple[int, int, dict[str, Any]]]:
    text = passage.text
    if len(text) < 16 and not any(c.isalpha() for c in text):
        return                         # a cell of a table: alone it measures nothing
    spots = list(_spots(passage, paper))
    if not spots:
        return
    bounds = list(sentences(text))
    openings = [a for a, _ in bounds]
    spots.sort(key=lambda s: s[0].start)
    starts = [s.start for s, _ in spots]
    last: dict[str, tuple[str | None, int]] = {}
    for k, (spot, fields) in enumerate(spots):
        low, high = bounds[max(0, bisect_right(openings, spot.start) - 1)] if bounds else (0, len(text))
        # a sentence of more than some lines is read around the number only
        start = max(low, text.rfind(" ", 0, max(0, spot.start - 400)) + 1)
        end = min(max(high, spot.end), spot.end + 300)
        near = spots[bisect_left(starts, start): k + 8]
        place = Place(text, start, end, spot.start, spot.end, tuple((s.start, s.end) for s, _ in near if s.start < end))
        q_start, q_end = place.clause()
        fields["qualifier"] = fields.get("qualifier")
        own = measure_of(place, fields["unit"])
        if is_weak(own) or (own and len(own.split()) < 3 and place.nature(None, fields["unit"]) in ("target", "standard")):
            own = _inherited(place, fields["unit"], spot, last) or own
        last[_family(fields["unit"])] = (own, spot.start)
        fields["measure"] = own if not is_weak(own) else _topic(passage)
        fields["period"] = place.period()
        fields["nature"] = place.nature(fields["qualifier"], fields["unit"])
        yield q_start, q_end, {k: v for k, v in fields.items() if v is not None or k == "value"}


def _family(unit: str) -> str:
    return "time" if unit.split(" ")[0] in TIMES else "count" if unit.startswith("count") else unit[:3]


def _inherited(place: Place, unit: str, spot: Number, last: dict[str, tuple[str | None, int]]) -> str | None:
    """The measure of the figure before it, for "to 5%", "44% last year", "five were out of order", "a target of 85%"."""
    held, at = last.get(_family(unit), (None, -1))
    if held is None and place.text.rfind("(", place.start, spot.start) > place.text.rfind(")", place.start, spot.start):
        held, at = max(last.values(), key=lambda known: known[1], default=(None, -1))      # a bracket tells of what stands before it
    said = predicate_of(place)
    if held and spot.start - at < 260:
        return f"{held}, {said}" if said else held
    return said


def _topic(passage: Passage) -> str | None:
    """What the passage is about, by the line it hangs from or the title of its item."""
    lead = passage.lead if passage.lead.rstrip().endswith((":", "–", "-")) or 0 < len(passage.lead) < 70 and ". " not in passage.lead else ""
    head = re.sub(r"\s*[:–—-]\s*$", "", lead or passage.title or passage.lead)
    return " ".join(head.split()[:10]) or None


def _spots(passage: Passage, paper: str) -> Iterator[tuple[Number, dict[str, Any]]]:
    """The numbers that are figures, each with value, unit, qualifier and the like."""
    text = passage.text
    ranks: list[tuple[int, int]] = []
    low = lowered(text)
    signs = [] if _RANK_WORDS.isdisjoint(vocabulary(text)) else [(m.start(), m.end(), m[1]) for m in _SIGN.finditer(" " + low)]
    for m in _around(_RANK, text, [s for s in signs if s[2] not in ("twice", "half", "times")]):
        fields = _rank(text, m)
        if fields is not None:
            ranks.append((m.start(), fields.pop("_end")))
            yield Number(m.start(), ranks[-1][1], fields["value"]), fields
    for m in _around(_FRACTION, text, [s for s in signs if s[2] in _FRACTION_WORD]):
        if not any(a <= m.start() < b for a, b in ranks):
            ranks.append(m.span())
            yield Number(m.start(), m.end(), 0), _fraction(text, m)
    for m in _NIL.finditer(text) if "No " in text or " no " in text else ():
        yield Number(m.start(), m.end(), 0), {"value": 0, "unit": "count"}
    before: Number | None = None
    voted = bool(_VOTE_SIGN.search(low))
    for n in numbers(text):
        if any(a <= n.start < b for a, b in ranks) or before is not None and n.start < before.end:
            continue
        fields = _figure(passage, n, before, paper, voted)
        if fields is not None:
            stop = fields.pop("_end", n.end)
            before = Number(n.start, stop, n.value, str(fields["unit"]))
            yield Number(n.start, n.end, n.value, n.unit), fields


def _around(pattern: re.Pattern[str], text: str, signs: Sequence[tuple[int, int, str]]) -> Iterator[re.Match[str]]:
    """The matches of a pattern near the words that it needs."""
    done = 0
    for k, (start, end, _) in enumerate(signs):
        if end < done:
            continue
        stop = end + 70
        for later in signs[k + 1:]:
            if later[0] - 45 > stop:
                break
            stop = later[1] + 70
        for m in pattern.finditer(text, max(done, start - 45), stop):
            yield m
            done = m.end()
        done = max(done, stop - 45)


def _rank(text: str, m: re.Match[str]) -> dict[str, Any] | None:
    end, out_of, qualifier = m.end(), None, None
    printed = m["ord"] or m["ord2"]
    if m["sup"] and m["sup"].lower().startswith("out"):
        end = m.start("sup") - 1
    if m["top"]:
        value = int(m["topn"]) if m["topn"].isdigit() else int(in_words(m["topn"]))
        qualifier = m["top"].lower()
    elif m["first"]:
        value = 1
    else:
        low = printed.lower()
        value = ORDINALS.get(low) or int(re.sub(r"\D", "", low))
    if more := _RANK_OF.match(text, end):
        out_of = int(more[1]) if more[1].isdigit() else int(in_words(more[1]))
        end = more.end()
    fields: dict[str, Any] = {"value": value, "unit": "rank", "qualifier": qualifier, "_end": end}
    if out_of and out_of >= value:
        fields["out_of"] = out_of
    return fields


def _fraction(text: str, m: re.Match[str]) -> dict[str, Any]:
    q = _QUALIFIER.search(text, max(0, m.start() - 30), m.start())
    qualifier = q[0].strip() if q else None
    if m["times"]:
        word = m["times"].split()[0].lower()
        value: float = tidy(float(word)) if word[0].isdigit() else {"half": 0.5, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}[word]
        return {"value": value, "unit": "ratio", "qualifier": qualifier}
    if m["ratio"]:
        return {"value": 0.5, "unit": "ratio", "qualifier": qualifier}
    if m["half"]:
        return {"value": 50, "unit": "%", "qualifier": qualifier}
    if m["by"]:
        return {"value": tidy(round(FRACTIONS[m["by"].lower()], 1)), "unit": "%", "qualifier": qualifier}
    times = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}[m["n"].lower()]
    return {"value": tidy(round(times * FRACTIONS[m["frac"].lower().rstrip("s")], 1)), "unit": "%", "qualifier": qualifier}


def _figure(passage: Passage, n: Number, before: Number | None, paper: str, voted: bool) -> dict[str, Any] | None:
    """Is this number a figure? Its fields if so. `voted`: the passage has a word of voting."""
    text = passage.text
    ahead, behind = text[n.end: n.end + 120], text[max(0, n.start - 80): n.start]
    last = behind.rstrip().lower()     # most patterns below ask for the words that stand right before the number
    q = _QUALIFIER.search(behind, max(0, len(behind) - 48)) if last.endswith(_QUALIFIER_ENDS) else None
    qualifier = re.sub(r"\s+(?:a|the|an|of|one of)$", "", re.sub(r"\s+", " ", q[0].strip())) if q else None
    if qualifier and qualifier.lower().startswith("up to") and _UP_TO_NOISE.search(behind):
        qualifier = None
    if qualifier and qualifier.lower() in ("estimated", "an estimated"):
        qualifier = "estimated"
    if qualifier and qualifier.lower() == "often waiting":
        qualifier = "often"
    fields: dict[str, Any] = {"value": n.value, "unit": n.unit, "qualifier": qualifier}
    if n.value_max is not None:
        fields["value_max"] = n.value_max
    if n.out_of is not None:
        fields["out_of"] = n.out_of
    if n.as_printed:
        fields["value_as_printed"] = n.as_printed
    if n.unit in ("GBP", "EUR", "USD"):
        per = _PER.match(ahead)
        if per:
            fields["unit"] = n.unit + PER.get(re.sub(r"\s+", " ", per[1].lower()).replace(".", ""), "")
        return fields
    if n.unit == "share":
        return fields
    if n.unit == "%" or n.unit == "percentage points":
        if n.value == 100 and re.match(r"\s*(?:sure|certain|committed|confident|behind|supportive|happy|clear|correct|utili[sz]ed|right|guarantee)", ahead):
            return None
        return fields
    if n.value is not None and n.value >= 2 and ahead.startswith(" point") and (re.match(r"\s+points?\s+(?:better|worse|above|below|higher|lower|up|down|ahead|behind)\b", ahead) or re.search(r"\b(?:climbed|risen|rose|fell|fallen|dropped|up|down|by|short|improved|gained|lost)\s+(?:by\s+)?$", behind)):
        fields["unit"] = "percentage points"
        return fields
    if voted and paper != "letter" and _VOTE.search(text[max(0, n.start - 70): n.end + 70]):        # votes have a step of their own
        return None
    if n.out_of is None and last.endswith(("of", "of the")) and _TOTAL.match(ahead) and re.search(r"\bof\s+(?:the\s+)?$", behind, re.I):
        return None                    # "of the 28 measures 17 were green": the 17 is told
    if n.out_of is not None:
        head = _head(ahead)
        if n.out_of in (5, 10, 100) and re.search(r"\b(?:score|scores|rating|rated|satisfaction|marks?)\b", text[max(0, n.start - 60): n.end + 40], re.I):
            fields["unit"] = f"score out of {n.out_of}"
            return fields
        if (head and head[-1] in ABSTRACT) or _VOTE.search(ahead):
            return None
        fields["unit"] = "count"
        return fields
    if n.as_printed:
        fields["unit"] = "count"
        return fields if _head(ahead) else None
    if last.endswith(("per", "of")) and _PER_BEFORE.search(behind):
        return None
    if ahead[:4] == " mph" and not re.match(r" mph\s+(?:zones?|areas?)\b", ahead):
        fields["unit"] = "mph"
        return fields
    if area := _AREA.match(ahead):
        fields["unit"] = area[1]
        return fields
    if paper == "agenda" and n.end == len(text) and not n.spelt and not re.search(r"[a-z]\s+(?:of|to|from|by|at|is|was)\s+$", behind):
        return None                    # the page on which the paper begins
    if timed := _TIME.match(ahead):
        if timed[2].lower() in ("minute", "minutes") and (also := re.match(r"\s+(?:and\s+)?(\d{1,2})\s+seconds?\b", ahead[timed.end():])):
            fields["value"], fields["unit"] = tidy(60 * float(n.value or 0) + int(also[1])), "seconds"
            fields["_end"] = n.end + timed.end() + also.end()
            return fields
        if _counts_time(text, n, behind, ahead, timed, qualifier):
            unit = TIME[timed[2].lower().rstrip("s") if timed[2].lower() not in TIME else timed[2].lower()]
            fields["unit"] = unit + (re.sub(r"\s+(?:a|each|every)\s+", " per ", timed[3]) if timed[3] else "")
            fields["_end"] = n.end + timed.end()
            return fields
        return None
    if before is not None and before.unit in ("hours", "days", "weeks", "months", "years", "minutes", "seconds") and _END.match(ahead) and \
            n.start - before.end < 70 and "." not in text[before.end: n.start].replace(". ", "") and re.search(r"\b(?:for|than|was|being|of|to|standard|target|at|from|a year ago)\s+$", behind, re.I):
        fields["unit"] = before.unit
        return fields
    if _RATED.search(ahead) and ((rate := _RATE.match(ahead)) or _RATE_AFTER.match(ahead)):
        printed = re.search(r"(?:per|every)\s+([\d,]+|\w+)", (rate[0] if rate else ahead[:60]))
        size = (printed[1].replace(",", "") if printed else "1000").replace("thousand", "1000")
        fields["unit"] = f"per {size}"
        return fields
    return _counted(passage, n, before, behind, ahead, fields, paper)


_RATED = re.compile(r"(?:per|every)\s", re.I)
_RATE_AFTER = re.compile(r"\s+\w+(?:\s\w+)?\s+per\s+(?:1,?000|thousand|100,?000|10,?000)\b")
_PER_BEFORE = re.compile(r"\bper\s+$|\bone\s+of\s+$", re.I)
_VOTE_SIGN = re.compile(r"vot(?:e|ing)|abst(?:ain|ention)|show of hands|in favour|for:|against:")
_QUALIFIER_ENDS = ("around", "about", "approximately", "approx", "approx.", "some", "circa", "roughly", "c.", "over", "under", "almost", "nearly", "of", "below", "above", "than", "to", "maximum", "least",
                   "most", "between", "within", "as", "many", "much", "few", "little", "high", "low", "minimum", "estimated", "waiting", "a", "an", "the")
_AREA = re.compile(r"\s+(hectares|acres|tonnes|litres|megawatts)\b")
_TOTAL = re.compile(rf"\s+[a-z]+s\s+(?:\d+|{'|'.join(ORDINALS)}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:were|had|was|have|are|would)\b")
_SPAN_BEFORE = re.compile(r"\b(?:last|past|next|previous|coming|first|forthcoming|preceding|further|following|every|another|subsequent|these|those|final|each|recent|prior|same|whole|full)\s+(?:\w+\s+)?$", re.I)
_TERM_AFTER = re.compile(r"\s*(?:[’']\s*)?(?:ago|earlier|previously|later|hence|before|of experience|experience|old|contracts?|fixed|flexible|option|agreements?|programmes?|plans?|strateg|leases?|terms?|period|cycle|funding|"
                         r"home office|rolling|deals?|settlement|project|pilot|budget|extension|licen[cs]es?|appointment|tenure|forecast|anniversary|to (?:(?:the )?(?:19|20)|january|february|march|april|may|june|july|august|september|october|november|december)|performance report|reports?|reviews?|interval|and over)\b", re.I)
_STAY = re.compile(r"\b(?:wait\w*|delay\w*|respon\w+|average\w*|averaging|took|takes|taking|take|limit\w*|stay\w*|target|within|standard|turnaround|notice|backlog|queue\w*|dispatch\w*|arriv\w*|reach\w*|"
                   r"answer\w*|complet\w*|process\w*|deadline|longer|mean|median|typical\w*|time\w*|retained|retention|duration|length|lasted|lasts|last|training|train\w*|lost|save\w*|saving|worked|sickness|absence|between|"
                   r"in place|operat\w*|fund\b|leave|vetting|investigat\w*|assess\w*|turn|clear|repair\w*|re-?let\w*|void\w*|resolved?|determin\w*|decid\w*|sentence\w*|ban|closure|maximum|minimum|up to|no more than|at least|deleted|recorded|visited|kept|discharg\w*|handover)\b", re.I)


def _counts_time(text: str, n: Number, behind: str, ahead: str, timed: re.Match[str], qualifier: str | None) -> bool:
    """Does a length of time measure something (a wait, a standard, a stay)? "the last 12 months" does not."""
    if _SPAN_BEFORE.search(behind) and not re.search(r"\b(?:lasts|lasted)\s+(?:\w+\s+)?$", behind):
        return False
    rest = ahead[timed.end():]
    if _TERM_AFTER.match(rest) and not (re.match(r"\s*before\b", rest) and re.search(r"\b(?:only|just)\s+$", behind)):
        return False
    word = timed[2].lower()
    if re.match(r"\s+(?:behind|late|overdue|early)\b", rest):
        return True
    joined = ahead[:1] == "-" or not word.endswith("s")
    around = text[max(0, n.start - 90): n.end + timed.end() + 60]
    if joined and n.value != 1:
        return bool(re.match(r"\s*(?:\w+\s+)?(?:wait|delay|target|response|turnaround|standard|limit|average|deadline|window|backlog|stay|notice|call|queue)", rest, re.I))
    if (n.value or 0) >= 100:
        return True
    if timed[1] and timed[1].strip().lower() == "clear":
        return False
    if timed[3]:
        return True
    low = max(text.rfind(". ", 0, n.start), text.rfind("; ", 0, n.start)) + 1
    sentence = text[low: n.start]
    if re.search(r"\bwithin\s+(?:the\s+next\s+)?$", behind, re.I) and re.search(r"\b(?:would|will|shall|was\s+to|were\s+to|is\s+to|are\s+to|to\s+be|undertook|asked?|requested|agreed\s+to)\b", sentence + rest[:50]) and not re.search(r"\b(?:had|have|has)\s+to\s+be\b|\bmust\b", sentence) and "standard" not in sentence + rest[:40]:
        return False                   # when something will be done, not how long it takes
    if re.search(r"\b(?:within|more than|over|under|less than|longer than|at least|for)\s+(?:the\s+|a\s+)?$", behind, re.I) and re.search(r"\d\s?%|per\s?cent|\b\d[\d,]*\s+(?:of|[a-z]+s)\b", text[max(low, n.start - 110): n.start] + ("|" + rest[:24] if re.match(r"\s*(?:in|on|of)\s", rest) else "")) and not re.search(r"\bhad\s+to\b|\bmust\b", sentence):
        return False                   # the limit that a share or a count is measured by
    if re.search(r"\b(?:in|over|during|after|for|across)\s+(?:the\s+|a\s+)?$", behind, re.I) and word.rstrip("s") in ("year", "month", "week"):
        return bool(re.search(r"\bin place\b|\bstay\w*\b|\bwait\w*\b|\brunning\b|\boff sick\b|\bheld\b|\boperati\w+\b|\bdetained\b|\bclosed\b", behind, re.I))
    if re.match(r"\s*time\b|\s*a week\b", rest):
        return False
    return bool(_STAY.search(around) or (qualifier and qualifier.lower() != "some"))


_STOP = frozenset(
    ["had", "has", "have", "was", "were", "is", "are", "be", "been", "being", "would", "will", "could", "should", "may", "might", "must", "can", "did", "do", "does", "that", "which", "who", "whom", "whose", "and", "or", "but", "nor", "of", "in", "on", "at", "for", "to", "by", "with", "from", "as", "than", "since", "during", "between", "within", "without", "about", "against", "across", "into", "over", "under", "after", "before", "while", "when", "where", "if", "because", "so", "it", "they", "he", "she", "we", "you", "i", "the", "a", "an", "this", "these", "those", "their", "his", "her", "its", "our", "all", "any", "each", "per", "until", "through", "throughout", "via", "having", "not", "no", "yet", "also", "already", "now", "still", "only", "just", "both", "up", "down", "out", "off", "per", "including", "compared"])
_WORD = re.compile(r"[A-Za-z][\w’'/&.-]*|&|‘|’|“|”|\(|\)|,|;|:|\.|\[|\]|-|–|—|\d[\d,.]*")


def _head(ahead: str) -> list[str]:
    """The words of the noun phrase that a number counts, lower case; empty where there is none."""
    out: list[str] = []
    for m in _WORD.finditer(ahead):
        word = m[0].lower().strip(".")
        if m.start() > 0 and not out and m.start() > 2:
            break
        if word in ("‘", "’", "“", "”", "such"):
            continue
        if not ("a" <= word[:1] <= "z" or word[:1] == "&") or word in _STOP or len(out) == 7:
            if word == "(" and not out:
                return []
            break
        if out and _DONE.fullmatch(word) and _plural(out[-1]):
            break
        out.append(_OWNER.sub("s", word) if ("’" in word or "'" in word) and (out or word.endswith(("’s", "'s"))) else word)
    return out


_DONE = re.compile(r"[a-z]{2,}(?:ed|ing)|made|held|sold|left|paid|met|found|seen|put|given|taken|spent|lost|known|built")
_OWNER = re.compile(r"[’'](?:s)?$")


def _plural(word: str) -> bool:
    word = word.strip("’'")
    if "/" in word:
        return any(_plural(part) for part in word.split("/") if part)
    part = word
    return word in IRREGULAR or (len(part) > 2 and part.endswith("s") and not part.endswith(("ss", "us", "is"))) or word.startswith("pcso")


_PEOPLE = re.compile(r"(?:officers?|sergeants?|constables?|pcsos?|pcs|staff|posts?|people|inspectors?|workers?|wardens?|detectives?|nurses?|teachers?|crews?|firefighters?|advisers?|advisors?|vacancies)$")


_LINE_LABEL = re.compile(r"[A-Z][A-Za-z’'&/-]+(?:\s+[A-Za-z’'&/()-]+){0,6}[\s:–-]+\(?-?")
_LINE_END = re.compile(r"\s*(?:$|\(|[,;.]|against\b|compared\b|up\b|down\b)")
_FELL_TO = re.compile(r"\b(?:fallen|risen|fell|rose|dropped|down|up|cut|reduced|grown|increased|decreased)\s+(?:from\s+[\w-]+\s+)?to\s+(?:just\s+|only\s+)?$", re.I)


_PAPERY_BEFORE = ("last", "next", "first", "other", "final", "previous", "following", "main", "key")
_EACH_SIGN = re.compile(r"month|week|day|annum")


def _counted(passage: Passage, n: Number, before: Number | None, behind: str, ahead: str, fields: dict[str, Any], paper: str) -> dict[str, Any] | None:
    """A plain number: does it count something in the world?"""
    text = passage.text
    fields["unit"] = "count"
    head = _head(ahead)
    value = n.value or 0
    small = value <= 12 and (n.spelt or value < 10)
    last = behind.rstrip().lower()
    noun = head[-1] if head else ""
    # heads with a PP or list: the first plural noun is what is counted
    for k, word in enumerate(head):
        if _plural(word) and (k + 1 == len(head) or not _plural(head[-1])):
            noun = word
            head = head[: k + 1]
            break
    if n.spelt is False and passage.label.rpartition(".")[2].startswith("bul") and _LINE_LABEL.fullmatch(text[: n.start]) and _LINE_END.match(ahead):
        return fields                  # "Burglary 143 (-19)": a list of figures
    if before is not None and not n.spelt and before.unit == "count" and text[before.end: n.start].strip() == "(" and ahead[:1] == ")":
        return fields
    if (n.spelt or value >= 10) and last.endswith("the") and re.match(r"\s+(?:promised|planned|expected|budgeted|needed|required|forecast|approved|funded)\b(?!\s+[a-z]+s\b)", ahead) and re.search(r"\bthe\s+$", behind):
        return fields
    if last.endswith("in") and re.search(r"\b(?:good|outstanding|adequate|inadequate|improvement|poor|excellent)[’”\"']?\s+in\s+$", behind):
        return fields
    if ahead.lstrip()[:2].lower() == "or" and (_LEGAL.match(ahead.lstrip()) or re.match(r"\s+or\s+more\b", ahead)):
        return None
    if value == 1:
        if noun in SINGULAR and not re.search(r"\b(?:the|this|that|each|every|any|at least|in)\s+$", behind, re.I) and len(head) <= 4 and (
                re.search(r"\b(?:only|just|and|been|was|with|or|reported|received|made|had|upheld|recorded|considered)\s+$|^\s*$|[.,;(]\s*$", behind, re.I)):
            return fields
        if re.match(r"\s+(?:had|has)\s+been\s+\w+ed\b|\s+(?:was|were)\s+(?:upheld|vacant|lost|closed)", ahead) and before is not None and n.start - before.end < 160:
            return fields
        if not n.spelt and head and re.search(r"\bonly\s+$", behind):
            return fields
        return None
    if head and (_plural(noun) or (re.match(r"\s*(?:extra|additional|more|fewer|new|vacant)\b", ahead) and len(head) > 1 and _plural(head[-1]))):
        if noun in ABSTRACT or any(w in ABSTRACT and w == head[-1] for w in head):
            return None
        if any(w in PAPERY for w in head[:-1]) or (last.endswith(_PAPERY_BEFORE) and re.search(r"\b(?:last|next|first|other|final|previous|following|main|key)\s+$", behind, re.I)):
            return None
        if small and re.search(r"\b(?:the|these|those|both)\s+$", behind, re.I) and not _PEOPLE.search(noun) and value < 4:
            return None
        if paper != "letter" and noun in ("members", "councillors", "cllrs", "substitutes", "representatives") and value < 20 and not re.match(r"\s*members\s+of\s+(?:the\s+)?(?:public|staff)", ahead) and not re.match(r"[\s\w]{0,30}\b(?:attended|trained|voted|supported|took part)\b", ahead):
            return None
        if noun in ("times", "occasions") and not re.search(r"\b(?:met|used|had|been|on|were|was|applied|missed|called|attended|happened|breached|least|than)\s+(?:\w+\s+)?$", behind, re.I):
            return None
        if noun == "pages":
            fields["unit"] = "pages"
        if _EACH_SIGN.search(ahead) and (per := re.match(r"[^.;]{0,60}?\b(a\s+month|per\s+month|a\s+week|per\s+week|a\s+day|per\s+day|per\s+annum)\b", ahead)):
            fields["unit"] = "count" + PER.get(re.sub(r"\s+", " ", per[1].lower()), "") if per.start(1) < 40 and per[1].lower() != "a day" else fields["unit"]
        return fields
    if per := re.match(r"\s+(a\s+month|per\s+month|a\s+week|per\s+week|per\s+day|a\s+day)\b", ahead):
        fields["unit"] = "count per " + per[1].split()[-1]
        return fields
    if re.match(r"\s*[-–]\s+[A-Z]", ahead) and not text[: n.start].strip() and not n.spelt:      # "42 - Outreach"
        return fields
    if re.match(r"\s+(?:that|which|who)\s+(?:were|was|had|have|are)\b", ahead) and value >= 10:
        return fields
    if n.spelt and re.search(r"\b(?:the\s+(?:other|last|remaining|first)|all)\s+$", behind, re.I) and value >= 3 and re.match(r"\s+(?:of\s+(?:them|whom|which)\s+)?(?:had|has|have|was|were|are|would|will)\b", ahead):
        return fields
    if _AFTER_ANAPHORA.match(ahead) and before is not None and before.unit == "count" and n.start - before.end < 220 and not re.search(r"\b(?:the|these|those|all|last|next|of)\s+$", behind, re.I):
        return fields
    if value >= 10 and not n.spelt and _AFTER_ANAPHORA.match(ahead) and not re.search(r"\b(?:in|on)\s+$", behind):
        return fields
    if last.endswith(("of", "only", "just", "some", "about")) and re.search(r"\b(?:team|unit|crew|squad|fleet|workforce|cohort|caseload|backlog|list|pool|establishment|complement|staff)\s+of\s+(?:only\s+|just\s+|some\s+|about\s+)?$", behind, re.I):
        return fields
    if re.match(r"\s+of\s+(?:the|our|its|their|his|her|these|those)\s+", ahead) and (value >= 10 or not n.spelt):
        whole = _head(re.sub(r"^\s+of\s+\w+", "", ahead))
        if whole and _plural(whole[-1]) and whole[-1] not in ABSTRACT:
            return fields
    ends = _END.match(ahead) is not None
    if ends and value >= 2 and "there" in last and re.search(r"\b[Tt]here\s+(?:had\s+been|have\s+been|were|are)\s+(?:now\s+|only\s+|some\s+|about\s+|over\s+|currently\s+|just\s+)*$", behind):
        return fields
    if ends and not n.spelt and value >= 10 and not re.search(r"(?<=[a-z,] )[A-Z][\w’-]*\s+$|\b[A-Z][\w’-]*[a-rt-z]\s+$|\b(?:item|of the|the)\s+$", behind[-30:]):
        return fields
    if re.match(r"\s+(?:since|in|during|between|over)\s+(?:the\s+)?(?:(?:19|20)\d\d|[A-Z]|last|past|year)", ahead) and re.search(r"(?:^|[.?:]\s+)$", behind) and value >= 2:
        return fields
    if ends and n.spelt and value >= 2 and before is not None and before.unit == "count" and n.start - before.end < 120 and re.search(r"(?:ing|ed)\s+(?:only\s+|just\s+)?$", behind) and re.search(r"\b\w+(?:ing|ed)\s+(?:only\s+|just\s+)?$", behind):
        return fields
    if ends and _BEFORE_ANAPHORA.search(behind):
        near = text[max(0, n.start - 110): n.start]
        if not n.spelt and value >= 10 and (_MEASURED.search(near) or (before is not None and n.start - before.end < 90)):
            return fields
        if n.spelt and re.search(r"\b(?:standard|target|aim|ambition|limit|total|number|numbers|stood at|average)\b[^.;]{0,30}$", near, re.I):
            return fields
    if n.spelt and value >= 2 and ends and _FELL_TO.search(behind):
        return fields
    if before is not None and before.unit == "count" and n.start - before.end < 30 and re.fullmatch(r"[^.;:]{0,24}(?:,|\band)\s+", text[before.end: n.start]) and re.match(r"\s+(?!of\b|the\b|in\b)[a-z-]{3,}(?:[.,;)]|\s+and\b|$)", ahead):
        return fields                  # "17 were green, eight amber and three red"
    if ends and before is not None and before.unit == "count" and not n.spelt and value >= 10 and n.start - before.end < 60 and re.search(r"[(,]\s*$|\b(?:and|or)\s+$", behind):
        return fields
    return None
