"""What surrounds a measured value: the clause that says it, what is measured, when, and of what nature."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from minutebook.reading.steps.numbers import MONTHS as _MONTHS
from minutebook.reading.steps.sentences import lowered

MONTHS = f"(?-i:{_MONTHS})"          # "may" is a month only with its capital

# Read in lower case; every alternative opens with letters or marks of its own, so that most places are passed over at once.
_CUT = re.compile(
    r"[;:]\s|,\s|[(\[\])]|\s(?:[–—-]\s|\s*(?:b(?:ut|ecause)|although|though|wh(?:ilst|ile|ereas|o|ere|en)|(?<!\bof\s)which|unless|so\s+that)\s+|"
    r"\s*(?:and|or)\s+(?=(?:around\s+|over\s+|some\s+|about\s+|only\s+|a\s+further\s+)?[£€]?\d|(?:he|she|they|it|there|this|that|would|had|was|were)\s))|"
    r"[snhutfamerci](?<!\w.)(?:(?<=s)(?:aid|ays|tated|hows|howed)|(?<=n)oted?|(?<=h)(?:eard|ighlighted|oped)|(?<=u)nderstood|(?<=t)old|(?<=f)(?:act|elt)|(?<=a)(?:dvised|dded|sked)|(?<=m)eant|"
    r"(?<=e)xp(?:lained|ected)|(?<=r)eported|(?<=c)(?:onfirmed|ommented|larified)|(?<=i)nformed)\s+(?:(?:the\s+)?\w+\s+)?(?:that|if|whether)\s+")
_YEAR = r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?"
_WHEN = (rf"(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTHS}(?:,?\s+\d{{4}})?|(?:the\s+)?(?:financial\s+|municipal\s+|calendar\s+)?(?:year\s+)?{_YEAR}|Christmas|Easter|"
         r"(?:the\s+)?(?:spring|summer|autumn|winter)(?:\s+of)?(?:\s+\d{4})?|(?:the\s+)?(?:first|second|third|fourth|last|final|latest|previous|current|same)?\s?(?:quarter|half|six months|three months|half year)(?:\s+\d)?(?:\s+of\s+(?:the\s+)?(?:year|\d{4}(?:[/-]\d{2,4})?))?")
_PERIOD = re.compile(
    rf"\b(?:(?P<a>(?:since|by|during|in|at|from|until|before|after|for|up to|throughout|as at|as of|over)\s+(?:(?:early|late|mid|the\s+end\s+of|the\s+start\s+of|around|about)[\s-]+)?(?:{_WHEN}))(?![\d,%])"
    rf"|(?P<b>between\s+(?:{_WHEN})\s+and\s+(?:{_WHEN}))"
    rf"|(?P<c>(?:{MONTHS})\s+(?:to|-|–)\s+(?:{MONTHS})(?:\s+\d{{4}})?)"
    rf"|(?P<d>(?:in|over|during|for|throughout)\s+(?:the\s+|that\s+|this\s+)?(?:\w+\s+)?(?:year|quarter|period|month|reporting period|half[- ]year|six months|twelve months|term)(?:\s+(?:to|ending|ended)\s+(?:{_WHEN}))?)(?!s)"
    rf"|(?P<e>in\s+(?:the\s+)?(?:\d+|twelve|six|three)\s+months\s+to\s+(?:{_WHEN}))"
    r"|(?P<f>(?:compared\s+(?:to|with)\s+)?(?:six|five|four|three|two|ten|\d+|a|one|the)\s+years?\s+(?:ago|before|earlier))"
    r"|(?P<g>(?:compared\s+(?:with|to)\s+|on\s+|over\s+)?(?:the\s+)?(?:(?:last|this|previous)\s(?:year|month|quarter|week|term|time)|year\s+before|same\s+(?:time|period|quarter|months?|year)(?:\s+(?:of\s+\d{4}|last\s+year|the\s+year\s+before))?))(?=\W|$)"
    r"|(?P<j>based\s+on\s+the\s+(?:latest|last)\s+(?:[Qq]uarter|[Yy]ear|[Mm]onth))"
    r"|(?P<h>so\s+far(?:\s+this\s+year)?|to\s+date|per\s+annum|each\s+year|every\s+year|a\s+year|year\s+on\s+year|by\s+the\s+(?:year\s+end|end\s+of\s+(?:the\s+)?\w+(?:\s+\d{4}|\s+year)?)|since\s+(?:it|they|he|she)\s+\w+|since\s+the\s+(?:cuts|change|start|beginning|election|launch|introduction|opening|last)\b(?:\s+of\s+(?:\d{4}|\w+))?|since\s+being\s+\w+|over\s+(?:three|two|four|five|ten|\d+)\s+years|at\s+the\s+end\s+of\s+(?:the\s+)?\w+(?:\s+\d{4})?|before\s+Christmas|since\s+the\s+last\s+\w+)"
    rf"|(?P<i>{_YEAR})(?=\W|$))", re.I)
# Without one of these nothing above fits; read in lower case.
_TIMELY = re.compile(r"19\d\d|20\d\d|a(?:pr|ug|nnum|utumn)|christmas|d(?:ec|ate)|e(?:aster|nd)|feb|half|j(?:an|u[nl])|ma[ry]|month|nov|oct|period|quarter|s(?:ep|pring|ummer|ince|o\s+far)|t(?:erm|ime)|w(?:inter|eek)|year")
_NOW = re.compile(r"\b(currently)\b|\b(?:now)(?=\s+(?:up\s+to|half|down\s+to)\b)", re.I)
_FUTURE = re.compile(r"\b(?:would|will|shall|expected|forecast\w*|projected|predicted|anticipated|planned|hoped|intend\w*|aim(?:s|ed|ing)?\s+to|to\s+be\s+(?:recruited|delivered|spent|saved|invested|made|found|built|added|opened)|due\s+to\s+be|likely\s+to|going\s+to\s+(?!the\b|[A-Z])|to\s+come)\b", re.I)
_BUDGET = re.compile(r"\b(?:budget\w*|set\s+aside|allocat\w+\s+(?:for|to)\s+(?:next|future)|earmarked|provision\s+(?:of|for)|capital\s+programme|grant\s+of|contract\s+(?:sum|value|was\s+worth)|sanctioned|ring-?fenced|match-funding)\b", re.I)
_ESTIMATE = re.compile(r"\b(?:estimat\w+|ready\s+reckoner|thought\s+to\b|put\s+at|puts?\s+(?:the\s+)?[\w\s]{3,40}?\sat\b(?=\s+[£€\d])|believed\s+to|guess\w*)\b", re.I)
_BENCHMARK = re.compile(r"\b(?:benchmark|national(?:ly)?\s+average|average\s+(?:for|across|in)\s+(?:England|the\s+(?:region|country|group))|(?:regional|England|county|peer)\s+average|(?<!to\s)(?:most\s+)?(?:other|similar)\s+(?:forces|councils|authorities|services|trusts))\b", re.I)
_STANDARD = re.compile(r"\b(?:standard|had\s+to\s+be|must|required\s+to|requirement|statutory|deadline|entitled)\b", re.I)
_CHANGE = re.compile(r"\b(increas|decreas|reduc|fall|fell|fallen|ris|rose|drop|declin|grow|grew|cut|up|down|climb|improv|lower|higher|gone up|come down)\w*", re.I)
_DOWNWARD = re.compile(r"decreas|reduc|fall|fell|drop|declin|down|lower|cut", re.I)
_TRIM = re.compile(r"^(?:and|or|but|that|the|a|an|of|with|including|which|there|had|were|was|some|also|in addition to|his|her|their|its|this|these|for|to)\s+", re.I)


@dataclass(slots=True, eq=False)
class Place:
    """Where a number stands: the text, its sentence [start, end), the number [at, to), and the numbers near it."""

    text: str
    start: int
    end: int
    at: int
    to: int
    others: tuple[tuple[int, int], ...] = ()
    _clause: tuple[int, int] | None = None           # found once
    _period: str | None = None
    _dated: bool = False

    def clause(self) -> tuple[int, int]:
        """The clause in which the number stands, widened where it would say nothing by itself."""
        if self._clause is None:
            self._clause = self.find_clause()
        return self._clause

    def find_clause(self, least: int = 5, most: int = 26) -> tuple[int, int]:
        """The clause around the number, widened until it has `least` words, and cut where it has more than `most`."""
        a, b = self.start, self.end
        cuts = _cuts(self.text, self.start, self.end)
        lefts = [stop for _, stop in cuts if stop <= self.at]
        rights = [begin for begin, _ in cuts if begin >= self.to]
        a = lefts[-1] if lefts else a
        b = rights[0] if rights else b
        while lefts and len(self.text[a:b].split()) < least:
            lefts.pop()
            a = lefts[-1] if lefts else self.start
        k = 0
        while k + 1 < len(rights) and len(self.text[a:b].split()) < least:
            k += 1
            b = rights[k]
        if not rights[k + 1:] and len(self.text[a:b].split()) < least:
            b = self.end
        if a > self.start and self.at - a < 12 and self.text[a - 2: a] == ": " and a - self.start < 90:
            a = self.start             # what stands before a colon names the value
        a, b = _within(self.text, a, b, self.at, self.to, most)
        return self._trimmed(a, b)

    def _trimmed(self, a: int, b: int) -> tuple[int, int]:
        while a < self.at and (self.text[a].isspace() or self.text[a] in ",;:–—-)]"):
            a += 1
        while m := _JOINING.match(self.text, a, self.at):
            a = m.end()
        while b > self.to and (self.text[b - 1].isspace() or self.text[b - 1] in ",;:.–—-("):
            b -= 1
        after = self.text[b:b + 1]
        if after == ")" and self.text.count("(", a, b) > self.text.count(")", a, b):
            b += 1
            after = self.text[b:b + 1]
        if after == "]" and self.text.count("[", a, b) > self.text.count("]", a, b):
            b += 1
        return a, b

    def period(self) -> str | None:
        """The printed time of the value: looked for after the number, then before it, within its clause."""
        if not self._dated:
            self._period, self._dated = self.find_period(), True
        return self._period

    def find_period(self) -> str | None:
        a, b = self.clause()
        low = lowered(self.text)
        next_at = min([o[0] for o in self.others if o[0] >= self.to], default=b)
        last_to = max([o[1] for o in self.others if o[1] <= self.at], default=a)
        for x, y in ((self.to, min(max(b, self.to), max(next_at, self.to))), (max(a, last_to), self.at)):
            for m in _PERIOD.finditer(self.text, x, y) if _TIMELY.search(low, x, y) else ():
                if m.lastgroup == "i" and self.text[max(0, m.start() - 1): m.start()] in ("/", "-"):
                    continue
                return m[0].strip()
        opening = _PERIOD.match(self.text, self.start)
        if opening:
            return self.text[opening.start(): opening.end()].strip()
        if (low.find("now", a, self.at) >= 0 or low.find("currently", a, self.at) >= 0) and (now := _NOW.search(self.text, a, self.at)):
            return now[0]
        return None

    def nature(self, qualifier: str | None, unit: str) -> str:
        """Actual, or what the words make of it: target, forecast, benchmark, threshold, standard, budget, estimate."""
        a, b = self.clause()
        if not _NATURED.search(lowered(self.text), self.start, max(b, min(len(self.text), self.to + 45))) and (qualifier or "").lower() not in _QUALIFIED_AS and not (qualifier or "").lower().startswith("up to"):
            return "forecast" if (self.period() or "").lower().startswith("by ") and not _PAST.search(self.text, a, b) else "actual"
        said, sentence = self.text[a:b], self.text[self.start:self.at]
        before, after = self.text[max(a, self.at - 70): self.at], self.text[self.to: min(b, self.to + 45)]
        tail = self.text[self.to: self.to + 45]
        low = (qualifier or "").lower()
        timed = unit.split(" ")[0] in TIMES
        near = lowered(self.text)[self.start: max(b, self.to + 45)]
        if unit != "ratio" and ("other" in near or "average" in near or "benchmark" in near or "similar" in near) and (_BENCHMARK.search(said) or _OTHER_FORCES.search(sentence)) and not \
                re.search(r"\b(?:against|compared|above|below|than|half)\b", said[: max(0, self.at - a)][-40:]):
            return "benchmark"
        if low in ("no less than", "not less than", "no fewer than") or (low.startswith("up to") and re.search(r"\b(?:could|may|can|might)\b", before)) \
                or (not timed and _LIMIT_SIGN.search(near) and _LIMIT_BEFORE.search(before)):
            return "threshold"
        if _TARGET_SIGN.search(near) and (_TARGET_BEFORE.search(before) or _TARGET_AFTER.match(tail) or ("against" in near and _AGAINST.search(before) and not _EARLIER.match(tail))):
            return "target"
        if "key decision" in near and "key decision" in sentence.lower():
            return "threshold"
        if (timed and (low == "within" or _STANDARD.search(before + "|" + after))) or ("standard" in near and _STANDARD_BEFORE.search(before)):
            return "standard"
        if unit == "%" and re.search(r"\bhad\s+to\s+be\b|\bmust\s+be\b", said):
            return "threshold"
        if low == "estimated" or (_ESTIMATE_SIGN.search(near) and _ESTIMATE.search(said)):
            return "estimate"
        if _FUTURE_SIGN.search(near) and (_FUTURE.search(before) or _FUTURE.search(after[:30])):
            return "forecast"
        if (unit[:3] in ("GBP", "EUR", "USD") and (_BUDGET.search(before + after) or re.search(r"\bbudget\b[^.]{0,90}$", sentence))) \
                or ("budget" in near and re.search(r"\bin\s+the\s+budget\b|\bbudgeted\b", said) and "than budgeted" not in said):
            return "budget"
        period = self.period() or ""
        if period.lower().startswith("by ") and not _PAST.search(said):
            return "forecast"
        return "actual"


# What the natures above need one of, in lower case; most sentences hold none and are told at once.
_LIMIT_SIGN = re.compile(r"threshold|floor|ceiling|cap|limit|minimum|trigger")
_TARGET_SIGN = re.compile(r"target|a(?:mbition|im|spiration|gainst)|goal|objective|sought|commitment|p(?:romised|ledged)|should")
_ESTIMATE_SIGN = re.compile(r"estimat|reckoner|thought|put|believed|guess")
_FUTURE_SIGN = re.compile(r"would|will|shall|expected|forecast|p(?:rojected|redicted|lanned)|anticipated|hoped|intend|aim|to\s+be|due|likely|going|to\s+come")
_NATURED = re.compile(
    r"threshold|floor|c(?:eiling|ap|ommitment|ontract|ould|an)|limit|m(?:inimum|ust|ay|ight|atch)|t(?:rigger|arget|hought|o\s+be|o\s+come)|a(?:mbition|im|spiration|gainst|nticipated|llocat|verage)|"
    r"g(?:oal|uess|oing|rant)|o(?:bjective|ther)|s(?:ought|hould|hall|imilar|tandard|tatutory|anction|et\s+aside)|p(?:romised|ledged|ut|rojected|redicted|lanned|rovision)|e(?:stimat|xpected|armark|ntitled)|"
    r"re(?:ckoner|quire)|b(?:elieved|enchmark|udget)|w(?:ould|ill)|forecast|hoped|intend|due|de(?:adline|cision)|likely|ring")
_QUALIFIED_AS = frozenset(["no less than", "not less than", "no fewer than", "within", "estimated"])
_OTHER_FORCES = re.compile(r"\bother\s+[Ff]orces\b[^.]{0,30}$")
_STANDARD_BEFORE = re.compile(r"\bstandard\s+(?:was|is|of|being)\s+(?:\w+\s+)?$", re.I)
_PAST = re.compile(r"\b(?:had|was|were|fallen|risen|rose|fell)\b")
# "2,870 against 4,000": what was to be, unless a time is told.
_AGAINST = re.compile(r"\d[\d.,%m]*\s+(?:[a-z]+\s+){0,4}against\s+(?:the\s+|a\s+)?$", re.I)
_EARLIER = re.compile(r"\s*(?:[a-z-]+\s+){0,3}(?:in|last|a\s+year|the\s+year|at|earlier|before|previous\w*|this\s+time|ago|votes?)\b", re.I)
TIMES = ("seconds", "minutes", "hours", "days", "weeks", "months", "years")
_TARGET_BEFORE = re.compile(r"\btarget\b[\w\s]{0,24}\b(?:had\s+been|was|is|being)\s+$|\btarget\s+\($|\b(?:targets?|ambition|aim|aspiration|goal|objective)(?:\s+(?:response\s+time|level|figure))?(?:\s+for\s+[\w\s’-]{2,40}?)?\s*(?:(?:was|is|were|being|of|at|to\s+be|set\s+at|remained|remains)\s+)*(?:a\s+|an\s+|the\s+)?(?:\w+\s+)?$|\b(?:sought|aiming\s+for|aimed\s+for|aims?\s+to\s+reach)\s+(?:\w+\s+)?$|\bagainst\s+a\s+plan\s+of\s+$|\bcommitment\s+to\s+(?:reduce|increase|cut|raise)\b[^.]{0,60}$", re.I)
_TARGET_AFTER = re.compile(r"\s*(?:promised|pledged|aimed\s+for)\b|\s*(?:\w+\s+)?(?:target|ambition|goal)\b|,\s+which\s+was\s+the\s+target\b|[^.;]{0,35}\bshould\s+be\b", re.I)
_LIMIT_BEFORE = re.compile(r"\b(?:threshold|floor|ceiling|cap|limit|minimum|trigger)\s+(?:\w+\s+)?(?:of|at|is|was|being)\s+(?:\w+\s+)?$", re.I)


@lru_cache(maxsize=64)
def _cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a sentence can be cut; the numbers of one sentence share them."""
    return [m.span() for m in _CUT.finditer(lowered(text), start, end)]


_JOINING = re.compile(r"(?:and|but|or|that|also|however|while)[\s,]+", re.I)


def _within(text: str, a: int, b: int, at: int, to: int, most: int) -> tuple[int, int]:
    """At most so many words, kept around the number."""
    if len(text[a:b].split()) <= most:
        return a, b
    words = [(m.start() + a, m.end() + a) for m in re.finditer(r"\S+", text[a:b])]
    here = next((k for k, w in enumerate(words) if w[1] > at), 0)
    first = max(0, here - most * 3 // 5)
    last = min(len(words) - 1, first + most - 1)
    return words[first][0], max(words[last][1], to)


# Read in lower case.
_VERB = re.compile(r"\b(?:are|b(?:e|een|eing)|c(?:ould|an|ame)|d(?:id|o|oes)|e(?:quated|quating)|fell|h(?:ad|as|ave)|is|m(?:ay|ight|ust|aintains?|ade)|occurred|r(?:ose|emained|an|eached|anked|epresented|eceived|elated)|s(?:hould|tood|tands|howed|hows|aw)|t(?:ook|otalled)|w(?:as|ere|ould|ill|ent)|(?<!the\s)(?<!\ba\s)(?<!total\s)(?<!unit\s)cost)\b")
_HEAD_STOP = re.compile(
    r"\b(?:a(?:re|nd|fter|cross|lready|t|s|gainst)|b(?:e|een|eing|ut|etween|efore|ecause|y|ased)|c(?:ould|an|ompared|urrently)|d(?:id|o|oes|uring|ue|own)|f(?:rom"
    r"|ollowing)|h(?:ad|as|ave|aving)|i(?:s|f|ncluding)|last|m(?:ay|ight|ust)|now|o(?:r|ver)|per|regularly|s(?:hould|ince|o)|t(?:hat|han|o|his)|u(?:ntil|p|nder)|w(?:as|ere|ould|ill|hich|ho|hom|hose|hile|hen|here|ithin))\b|,(?!\d)|[.;:()\[\]–—|]|\s-\s|\d")
_PP_STOP = re.compile(r"\b(?:in|during|since|at|on|by|over|for)\s+(?:the\s+)?(?:(?:19|20)\d\d|year|quarter|period|month|last|past|same|end|" + MONTHS + r")\b.*$", re.I)


def measure_of(place: Place, unit: str) -> str | None:
    """The noun phrase that the number measures, in the paper's own words; None where its clause has none.

    After the number for counts ("24 operators"), before it for rates ("a turnover rate of 12%").
    """
    text = place.text
    a, b = place.clause()
    before, after = text[max(a, place.start):place.at], text[place.to:b]
    if text.rfind(":", place.start, place.at) >= 0 and (label := _LABEL.search(text[place.start: place.at])):
        return _clean(re.sub(r"\s*\([^)]*\)$", "", label["label"]))
    if unit == "mph":
        after = ""
    if before.startswith(("wh", "that")) and (m := re.match(r"(?:which|who|that)\s+(?=(?:had|has|have|was|were|is|are|would|will|could)\b)", before)):
        named = _clean(_tail_np(text[place.start:a].rstrip(" ,")))
        before = f"{named} {before[m.end():]}" if named else before
    before = before.rstrip()
    if before.lower().endswith(_QUALIFIERS):
        before = _QUALIFIED.sub(" ", before).rstrip()
    if unit.split(" ")[0] in TIMES:
        after = _TIME_WORDS.sub("", after)
        tail = re.match(r"\s*(?:wait\w*|target|response|delay)(?:\s+\w+){0,2}", after)
        return _clean(tail[0]) if tail else _subject(before) or _clean(_np(after))
    if unit == "rank":
        return _clean(_np(re.sub(r"^\s*(?:for|in)\s+", "", after))) or _subject(before)
    if unit in ("%", "percentage points", "ratio"):
        return _of_share(before, after)
    if unit[:3] in ("GBP", "EUR", "USD"):
        return _of_money(before, after)
    if re.search(r"[\w’'&-]\s+(?:of|at)$", before):
        kind = _clean(_last_np(before[: before.rfind(" ")]))
        if kind and not _np(after) and not is_weak(kind) and kind.split()[-1].lower() not in ("been", "stood", "put", "set", "held", "running"):
            return kind
    return _clean(_np(after, 7)) or _subject(before)


# "home fire safety visits: 2,870": what stands before the colon is measured.
_LABEL = re.compile(r"(?:^|[.;:]\s+)(?P<label>[A-Za-z‘“\"][^.;:]{3,90}?):\s*(?:about\s+|over\s+|some\s+)?[£€]?[-+(]{0,2}$")
_QUALIFIED = re.compile(r"\s*(?:\b(?:around|about|approximately|some|over|under|almost|nearly|just|only|below|above|more|less|fewer|longer|than|up\s+to|at\s+least|estimated|no|a|an|the|further|within|between|in\s+excess\s+of|maximum|minimum)\s*)+$", re.I)
_QUALIFIERS = ("around", "about", "approximately", "some", "over", "under", "almost", "nearly", "just", "only", "below", "above", "more", "less", "fewer", "longer", "than", "to", "least",
               "estimated", "no", "a", "an", "the", "further", "within", "between", "of", "maximum", "minimum")
_TIME_WORDS = re.compile(r"^[\s-]*(?:working\s+|calendar\s+)?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)(?:\s+per\s+\w+)?")
_GENERAL = frozenset(["cases", "occasions", "instances", "times", "total", "responses", "respondents", "them", "these", "those", "which", "whom", "this", "that", "it"])


def _of_share(before: str, after: str) -> str | None:
    """What a percentage is of, or the rate whose value it is."""
    if m := re.match(r"\s+of\s+(?:the\s+|all\s+|our\s+|its\s+|their\s+)?(?=[A-Za-z‘’])", after):
        held = _np(after[m.end():], 6)
        if held and held.split()[0].lower() not in _GENERAL:
            rest = after[m.end() + len(held):]
            if verb := re.match(r"\s*(?:had\s+(?:been\s+)?|has\s+(?:been\s+)?|have\s+(?:been\s+)?|was\s+|were\s+|are\s+|is\s+)?((?:[a-z-]+\s+){0,4}[a-z-]+)", rest):
                held += " " + " ".join(verb[1].split()[:4])
            return _clean(held)
        return _clean(" ".join(_AUX.sub(" ", before).split()[-8:])) or _clean(after)
    if re.search(r"[\w’'&-]\s+(?:of|at)$", before):
        kind = _clean(_last_np(before[: before.rfind(" ")]))
        last = kind.split()[-1].lower() if kind else ""
        if kind and not last.endswith("ing") and last not in ("been", "stood", "put", "set", "held", "kept", "maintained"):
            return kind
    adjective = re.match(r"\s+(?!(?:of|in|by|to|from|on|at|over|since|for|during|between|last|this|and|as|when|with|compared|against|lower|higher|up|down|more|less|fewer|short|year)\b)([A-Za-z]+(?:\s+[a-z]+){0,4})", after)
    if adjective and not _VERB.match(adjective[1].lower()) and (described := _clean(_np(after, 5))):
        return described
    subject = _subject(before)
    change = _CHANGE.search(before)
    if subject and change and re.search(r"(?:\bby|was|down|up|risen|fallen|rose|fell)\s*$", before):
        return ("reduction in " if _DOWNWARD.search(change[0]) else "increase in ") + subject
    return subject or _predicate(after)


def _of_money(before: str, after: str) -> str | None:
    """What the money is for, or the sum whose amount it is."""
    after = re.sub(r"^\s*(?:per\s+annum|a\s+year|a\s+month|per\s+month|p\.a\.|each)\b", "", after)
    if m := re.match(r"\s*(?:(?:had|has|have|was|were|would|is|are|will)\s+(?:been\s+|be\s+)?)?(?:related|set\s+aside|allocated|earmarked|invested|spent|going|awarded|provided|in|put|given|made)?\s*(?:in\s+total\s+)?(?:for|to|on|into|towards|from|of|worth\s+of|across)\s+(?:the\s+|a\s+|an\s+)?(?=[A-Za-z])", after):
        elsewhere = re.match(r"\s*(?:to\s+(?:almost|over|around|date|£)|for\s+the\s+(?:year|quarter|period)|(?:over|for|in)\s+(?:two|three|four|five|ten|\d+)\b)", after)
        held = _clean(_np(after[m.end():], 6))
        if held and not elsewhere and held.lower() not in _EMPTY:
            return held
    np = _clean(_np(after, 6))
    if np and not re.match(r"\s*(?:had|has|was|were|to|in|by|for|at|and|which|would|will|since|down|over|remained|went|came|on|from)\b", after):
        return np
    if m := re.search(r"\b(?:a|the)\s+((?:[\w’'-]+\s+){0,3}(?:cost|costs|underspend|overspend|saving|savings|penalty|fine|grant|budget|charge|fee|price|sum|value|income|surplus|deficit|shortfall|contribution)(?:\s+(?:of|for|to|from)\s+(?:[\w’'-]+\s+){1,5})?)\s*(?:was|were|is|of|at|stood\s+at|being|had\s+been|would\s+be)?\s*$", before, re.I):
        return _clean(m[1])
    return _subject(before) or _predicate(after) or _clean(_last_np(before))


_AUX = re.compile(r"\b(?:had|has|have|was|were|is|are|been|being|be|on|in|by|to|at|of)\b\s*(?=(?:\w+\s*)?$)|\b(?:had|has|have|was|were|been)\b")
_EMPTY = frozenset(["had", "has", "have", "been", "was", "were", "is", "are", "with", "since", "year", "month", "quarter", "week", "date", "term", "period", "time", "the", "in", "at", "of", "to", "on", "said", "other", "them", "these", "those", "now", "it", "that", "this", "he", "she", "there", "which", "total", "average", "target", "ambition", "standard", "aim", "figure", "level", "rate", "number", "half", "first", "second", "last", "previous", "running", "likely", "compared", "amounted", "came", "went", "remained", "costs", "points", "increase", "against", "remaining", "recorded", "would", "whom", "previously", "low", "raise", "establishment", "commissioner", "members", "cabinet", "panel", "fewer", "than", "day", "days", "between", "above", "below", "under", "over", "own", "his", "her", "their", "further", "awarded", "them", "some"])


_LETTERS = re.compile(r"[a-z]+")
_MONTH = re.compile(MONTHS, re.I)


@lru_cache(maxsize=1024)
def is_weak(measure: str | None) -> bool:
    """Does the phrase say nothing of what is measured ("the target", "year before")?"""
    words = _LETTERS.findall((measure or "").lower())
    return not words or all(w in _EMPTY or _MONTH.fullmatch(w) or w in ("before", "same", "for", "by", "and", "a", "an", "national", "internal") for w in words)


def predicate_of(place: Place) -> str | None:
    """What is said of a bare number: "five were out of order" → "out of order"."""
    return _predicate(place.text[place.to: place.clause()[1]])


def _predicate(after: str) -> str | None:
    m = re.match(r"\s*(?:of\s+(?:them|these|those|which|whom)\s+)?(?:(?:had|has|have|was|were|are|is|would|will|remained)\s+)+(?:been\s+|be\s+)?((?:[a-z’-]+\s*){1,6})", after)
    return _clean(_PP_STOP.sub("", m[1])) if m else None


def _np(text: str, most: int = 6) -> str:
    """The noun phrase at the head of a text: up to a verb, a clause or a figure."""
    text = text.lstrip(" -–‘“")
    stop = _HEAD_STOP.search(lowered(text))
    held = text[: stop.start()] if stop else text
    held = _PP_STOP.sub("", held)
    return " ".join(held.split()[:most])


_NP_BREAK = re.compile(r"\b(?:had|has|have|was|were|is|are|be|been|being|that|which|who|and|or|but|to|with|by|from|at|than|would|will|leading|sought|set|showed|showing|shown|held|as|maintaining|maintains|including|enabled?|achieved|reported|there)\b|,(?!\d)|[.;:()\[\]|]", re.I)


def _last_np(text: str) -> str:
    """The noun phrase that ends a text."""
    pieces = _NP_BREAK.split(text)
    return " ".join((pieces[-1] if pieces else text).split()[-7:])


def _subject(before: str) -> str | None:
    """The subject of the clause before its verb."""
    low = lowered(before)
    for verb in _VERB.finditer(low):
        subject = _clean(_tail_np(before[: verb.start()]))
        if subject and subject.lower() not in ("he", "she", "it", "they", "there", "this", "that", "we", "which", "who", "i"):
            return None if is_weak(subject) else subject
    if not _VERB.search(low):
        ending = _clean(_last_np(re.sub(r"\s*(?:\b(?:of|at|to|from|by|for|with|in|on|being|was)|\()+\s*$", "", before)))
        bare = re.sub(r"^(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e)\s+\w+\s+(?:an?\s+|the\s+)?", "", ending or "")
        if len(bare) > 3 and not is_weak(bare):
            return bare
    return None


_TAIL_BREAK = re.compile(r",(?!\d)|[;:()\[\]|]|\b(?:that|which|who|and|but|while|although|explained|advised|noted|said|highlighted|added|reported|confirmed)\b", re.I)


def _tail_np(text: str) -> str:
    pieces = _TAIL_BREAK.split(text)
    return " ".join(pieces[-1].split()[-8:]) if pieces else ""


_SPACES = re.compile(r"\s+")
_UNEVEN = re.compile(r"[^\S ]|\s\s")
_LOOSE_END = frozenset(["of", "in", "for", "to", "at", "by", "on", "with", "from", "and", "or", "the", "a", "an", "as", "its", "his", "her", "their"])


def _clean(text: str | None) -> str | None:
    text = (text or "").strip(" ,.;:–-‘’“”()[]")
    if _UNEVEN.search(text):
        text = _SPACES.sub(" ", text)
    while m := _TRIM.match(text):
        text = text[m.end():]
    rest, _, last = text.rpartition(" ")
    if rest and last.lower() in _LOOSE_END:
        text = rest.rstrip()
    return text or None
