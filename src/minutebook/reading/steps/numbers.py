"""Numbers as papers print them: digits, words, money, percentages, fractions, each with its place.

Nothing here decides whether a number is a figure of the record; it only says what is printed and what it
is worth. What looks like a number but is a date, a time, a telephone number, a section or the name of
something is left out at once.
"""
# ruff: noqa: SIM905  (tables of words)
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

UNITS = {w: n for n, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}
TENS = {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
ORDINALS = {w: n for n, w in enumerate(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], 1)}
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9}
FRACTIONS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "sixth": 100 / 6, "eighth": 12.5}
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}

MONTHS = (r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
          r"Nov(?:ember)?|Dec(?:ember)?)\b\.?")
# What a number may be labelled with: then it names a place in a paper, not a quantity.
LABELS = frozenset(
    "minute minutes min no nos number item items page pages pg pgs p pp paragraph paragraphs para paras section sections s ss schedule schedules regulation regulations reg regs "
    "article articles clause clauses appendix appendices annex annexe annexes part parts question questions q figure figures fig table tables slide slides chapter chapters rule rules "
    "order orders priority priorities objective objectives recommendation recommendations resolution resolutions option options phase phases stage stages level levels tier tiers "
    "band bands grade grades category categories class zone zones ward wards room rooms unit units version lot lots week day year quarter issue vol action ref reference decision report "
    "step group block plot ext channel radio standard principle criterion series form site point points stage round operation motion annexes gate junction platform locality".split()
)
_AFTER_LABEL = re.compile(r"\s{0,2}(?:,|to|and|&|-|–|/|or)\s{0,2}\d{1,6}(?:\.\d{1,4}){0,4}(?:\(\w{1,4}\)){0,4}[A-Za-z]?\b(?!\s?%|\s+per\b|\s+(?!of\b|to\b|and\b|in\b)[a-z]{1,20}s\b)")
_LABELLED = re.compile(r"\d{1,6}(?:\.\d{1,4}){0,4}(?:\(\w{1,4}\)){0,4}[A-Za-z]?(?!,\d{3}|\w{0,4}\s?%)\)?")
# Read at the first digit: what is printed in digits and is no quantity.
_SHUT = re.compile(
    # dates and years
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s{{0,3}}(?:,|and|&|to|-|–)\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}\s+(?:of\s+)?{MONTHS}(?:,?\s+\d{{4}}|\s+’?\d\d\b)?"
    r"|\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)\b|\d{4}-\d\d-\d\d\b"
    r"|(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d(?:\d\d)?)?(?!\d|,\d|%|\.\d)(?!\s+(?:people|officers|staff|homes|residents|households)\b)"
    r"|\d\d/\d\d(?=\s+(?:financial|municipal|year|budget))|\d{1,3}(?:st|nd|rd|th)\b"
    # times of day
    r"|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|noon\b|hours\b(?=\s+on\b))|(?:[01]?\d|2[0-3]):[0-5]\d\b|[01]\d[0-5]\d\s?(?:hrs|hours)\b"
    # telephone numbers and long codes
    r"|0\d{2,4}[\s\d)-]{5,13}\d\b|\d{5,6}\s?/\s?\d{5,6}\b"
    # numbers that name something
    r"|(?:101|111|999)(?:\s*(?:/|and|&|or)\s*(?:101|111|999))?\b(?![,.]\d|\s?%|\s+(?:people|officers|complaints|homes|cases)\b)|24\s?/\s?7\b|[79]/(?:11|7)\b"
    r"|\d{1,12}(?!(?:st|nd|rd|th|k|m|mn|bn|K|M|hrs|mins|million|billion|thousand|pc|p|mph)\b)[A-Za-z]{1,20}\b|\d{1,6}(?:\.\d{1,6}){2,8}\b|\d+/\d+/\d+\b"
    # ages, distances, addresses
    r"|\d+(?:\s?[-–]\s?\d+)?[- ]years?[- ]olds?\b|\d+\+|\d[\d,.]{0,12}\s?-?(?:miles?|km|kilometres?|metres?|yards?|sq|square)\b"
    r"|\d+[A-Z]?,?\s+(?:[A-Z]\w+\s+){1,3}(?:Street|Road|Avenue|Lane|Close|Court|Drive|Way|Square|Place|Terrace|House)\b"
)
_DISTANCE = re.compile(r"[- ](?:miles?|kilometres?|metres?|yards|acres|hectares|square\s+miles?)\b")
_MONTH_BEFORE = re.compile(rf"\b{MONTHS}\s+$")
_DAY_OF_MONTH = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?\b(?!\s?%|[,.]\d|\s+(?:[a-z]+s|people)\b)(?:,?\s+\d{4})?")
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s+(?:of\s+)?(?:between\s+|over\s+|under\s+|from\s+)?$|\b(?:those|people|anyone|children|pupils|adults|victims|drivers|residents|women|men|girls|boys|households)\s+(?:aged\s+)?(?:under|over)\s+$|\b(?:under|over)-$", re.I)
_CLOCK_BEFORE = re.compile(r"\b(?:opened|closed|began|ended|adjourned|resumed|reconvened|started|finished|concluded|left|arrived|rose|until|from)\s+(?:again\s+)?(?:at\s+)?$", re.I)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\s?(?:%|per|million|m\b))")
_TOKEN_REST = re.compile(r"[\w./@-]*")
_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
_SMALL = "|".join(w for w in UNITS if w != "zero")
_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(UNITS)[1:10])})\b)?|(?:{_SMALL})\b)"
_MONEY = re.compile(r"(?P<money>\d[\d,]{0,18}(?:\.\d{1,6})?)(?:\s?-?(?P<mscale>thousand|million|billion|bn|mn|[kKmMbB])\b)?")
_PLAIN = re.compile(rf"(?P<digits>{_DIGITS})(?![\d]|[.,]\d|(?:st|nd|rd|th)\b)(?:\s?(?P<scale>thousand|million|billion|bn|[kKmM])\b)?", re.I)
_SPELT = re.compile(
    rf"(?P<words>{_WORD}(?:\s+hundred(?:\s+and\s+{_WORD})?)?(?:\s+(?:thousand|million|billion))?|half a dozen|hundred|thousand|dozen)(?P<andhalf>\s+and\s+a\s+half)?\b"
    r"(?!-(?:off|to|way|stop|point|day|year|month|fold|page|tier|thirds?|quarters?|tenths?|fifths?|week|hour|minute|strand)\b)", re.I)
_PERCENT = re.compile(r"\s?(?:(%)|(?:per\s?cent|percent|p\.c\.|pc)\b)(?:age)?(\s+points?\b)?|\s+(?:percentage|%age)\s+points?\b|\s*%-?points?\b", re.I)
_JOIN = re.compile(r"\s?[-–]\s?|\s+(?:and|&|to|or)\s+", re.I)
_OUT_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the\s+)?[A-Za-z]+[’']s\s+|the\s+|a\s+(?:total\s+|possible\s+)?(?:of\s+)?|its\s+|their\s+|all\s+|our\s+|some\s+|only\s+|just\s+)?$", re.I)
_OVER = re.compile(r"\s?/\s?(5|10|100)\b(?![/\d.])")
_IN = re.compile(r"\s+(?:\w+\s+)?(?:in|out of)\s+(?:every\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at [start, end): its worth, and the sign that stands with it (GBP, EUR, %, …)."""

    start: int
    end: int
    value: float | int | None
    unit: str = ""                 # "", GBP, EUR, USD, %, percentage points
    value_max: float | int | None = None
    out_of: float | int | None = None
    as_printed: str | None = None  # set where the digits are malformed
    spelt: bool = False            # in words


def tidy(value: float) -> float | int:
    """A whole number as an int; others without the dust of binary fractions."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def in_words(text: str) -> float | int:
    """What a number in words is worth: "twenty-three", "two hundred and six", "one and a half"."""
    total, run = 0.0, 0.0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in UNITS:
            run += UNITS[word]
        elif word in TENS:
            run += TENS[word]
        elif word == "hundred":
            run = (run or 1) * 100
        elif word == "dozen":
            run = (run if run >= 1 else 0.5 if run else 1) * 12
        elif word in SCALES and len(word) > 2:
            total, run = total + (run or 1) * SCALES[word], 0
        elif word == "half":
            run += 0.5
    return tidy(total + run)


def _worth(printed: str) -> float | None:
    """The worth of digits with commas; None where the commas are out of place ("13,50")."""
    if "," in printed and not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", printed):
        return None
    return float(printed.replace(",", ""))


_MALFORMED = re.compile(r"\d{1,3}(?:,\d{3}){0,4},\d{2}(?![\d,])")
_DIGIT = re.compile(r"\d+")
_NUMBER_WORD = re.compile(
    "[ (\\[‘’“\"'/–—-](?:e(?:ighteen|ighty|ight|leven)|t(?:wo|hree|en|welve|hirteen|wenty|hirty|housand)|f(?:our|ive|ourteen|ifteen|orty|ifty)|s(?:ix|even|ixteen|eventeen|ixty|eventy)|"
    "n(?:ine|inety|ineteen)|one|hundred|dozen|half a dozen)(?![a-z])")


def numbers(text: str) -> Iterator[Number]:
    """The quantities that a text prints, in order; ranges and "out of" joined, labels and dates left out."""
    found = list(_read(text))
    if found:
        yield from _joined(text, found)


def _read(text: str) -> Iterator[Number]:
    """One number after the other, each looked at where it stands."""
    low = text.lower()
    places = [m.start() for m in _DIGIT.finditer(text)]
    words = [m.start() for m in _NUMBER_WORD.finditer(" " + low)]
    if words:
        places = sorted(places + words)
    done = 0
    for at in places:
        if at < done:
            continue
        if text[at] in "0123456789":
            read, done = _in_digits(text, at)
        else:
            read, done = _spelt(text, low, at)
        if read is not None:
            read = _with_percent(text, read)
            done = max(done, read.end)
            yield read


def _spelt(text: str, low: str, at: int) -> tuple[Number | None, int]:
    if at and (low[at - 1].isalnum() or low[at - 1] == "-"):
        return None, at
    m = _SPELT.match(text, at)
    if m is None:
        return None, at + 1
    first = m["words"].lower()
    if first in ("hundred", "thousand", "dozen") and low[max(0, at - 2): at] != "a ":
        return None, m.end()
    if _DISTANCE.match(text, m.end()):
        return None, m.end()
    return Number(at, m.end(), in_words(first) + (0.5 if m["andhalf"] else 0), spelt=True), m.end()


def _in_digits(text: str, at: int) -> tuple[Number | None, int]:
    """The number whose first digit stands here, and where to read on; None where the digits count nothing."""
    before = text[at - 1] if at else " "
    two = text[at - 2] if at > 1 else " "
    if before in "£€$" or (before == " " and two in "£€$"):
        m = _MONEY.match(text, at)
        if m is None:
            return None, at + 1
        start = at - (1 if before != " " else 2)
        printed = m["money"].rstrip(",")
        scale = SCALES.get((m["mscale"] or "").lower(), 1)
        end = m.end() if m["mscale"] else at + len(printed)
        value = _worth(printed)
        return Number(start, end, None if value is None else tidy(value * scale), CURRENCIES[text[start]], as_printed=printed if value is None else None), end
    start = at
    sign = 1
    if before in "-–−+":
        if two.isalnum() or two in ")%":
            if _AGE_BEFORE.search(text, max(0, at - 12), at):
                return None, _DIGIT.match(text, at).end()      # type: ignore[union-attr]
            if two.isalpha():
                return None, _TOKEN_REST.match(text, at).end()     # type: ignore[union-attr]
            sign = 1
        else:
            start, sign = at - 1, (1 if before == "+" else -1)
    elif before.isalnum() or before == "_" or (before in "./@:" and (two.isalnum() or two in "/)")):
        return None, _TOKEN_REST.match(text, at).end()      # type: ignore[union-attr]
    elif before in "’'" and not two.isalnum() and len(_DIGIT.match(text, at)[0]) == 2:      # type: ignore[index]
        return None, at + 2
    if m := _SHUT.match(text, at):
        return None, m.end()
    if before in " (" or before == "\xa0":
        stop = at - 1
        while stop > 0 and text[stop - 1] in " (.":
            stop -= 1
        left = stop
        while left > 0 and text[left - 1].isalpha():
            left -= 1
        word = text[left:stop].lower() if not left or text[left - 1] not in "’'" else ""
        if word in LABELS and (m := _LABELLED.match(text, at)) and _labels(text, word, left, stop, m.end()):
            end = m.end()
            while more := _AFTER_LABEL.match(text, end):
                end = more.end()
            return None, end
        if word[:3] in _MONTH_STARTS and text[left:left + 1].isupper() and _MONTH_BEFORE.search(text, max(0, left - 1), at) and (m := _DAY_OF_MONTH.match(text, at)):
            return None, m.end()
        if word in ("aged", "age", "ages", "of", "under", "over", "between", "from") and _AGE_BEFORE.search(text, max(0, at - 30), at):
            m = re.compile(r"\d+(?:\s*(?:to|and|-|–)\s*\d+)?").match(text, at)
            return None, m.end() if m else at + 1
        if word in ("at", "until", "from") and _CLOCK.match(text, at) and _CLOCK_BEFORE.search(text, max(0, at - 24), at):
            return None, at + 5
    m = _PLAIN.match(text, at)
    if m is None:
        if m := _MALFORMED.match(text, at):
            return Number(at, m.end(), None, as_printed=m[0]), m.end()
        return None, _TOKEN_REST.match(text, at).end()      # type: ignore[union-attr]
    scale = SCALES.get((m["scale"] or "").lower(), 1)
    return Number(start, m.end(), tidy(sign * float(m["digits"].replace(",", "")) * scale)), m.end()


_MONTH_STARTS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


def _labels(text: str, word: str, left: int, stop: int, end: int) -> bool:
    """Does the word label the number ("section 61"), or only stand before it ("the figure 61 was …")?"""
    if word in ("p", "s", "q", "no", "nos") and text[stop: stop + 1] not in (".", " "):
        return False
    return not (word in ("figure", "figures", "number", "level", "levels", "standard") and re.match(r"\s*%", text[end: end + 3]))


def _with_percent(text: str, n: Number) -> Number:
    if n.unit:
        return n
    if n.spelt and text[n.end: n.end + 7] == " pounds":
        return replace(n, end=n.end + 7, unit="GBP")
    m = _PERCENT.match(text, n.end)
    if not m:
        return n
    points = "point" in m[0].lower()
    return replace(n, end=m.end(), unit="percentage points" if points else "%")


def _joined(text: str, found: list[Number]) -> Iterator[Number]:
    """Ranges ("15-25%", "between 2% and 4%", "six or seven days") and shares ("31 of the 38", "three in ten") made one."""
    k = 0
    while k < len(found):
        n = found[k]
        if n.unit == "" and (m := _OVER.match(text, n.end)) and n.value is not None and n.value <= int(m[1]):
            yield replace(n, end=m.end(), out_of=int(m[1]))
            k += 1
            continue
        after = found[k + 1] if k + 1 < len(found) else None
        if after is not None and after.start - n.end <= 24 and n.value is not None and after.value is not None:
            gap = text[n.end: after.start]
            before = text[max(0, n.start - 40): n.start].lower()
            if (n.unit in ("", "%") and after.unit == "" or n.unit == after.unit and n.unit in CURRENCIES.values()) and _OUT_OF.fullmatch(gap) and n.value <= after.value and after.value > 1:
                if n.value == 1 or n.unit == "%":                      # "one of only six": the six is the figure
                    k += 1
                    continue
                yield replace(n, end=after.end, out_of=after.value)
                k += 2
                continue
            if n.unit == after.unit == "" and _IN.fullmatch(gap) and 1 <= n.value < after.value and after.value in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100) and (
                    "every" in gap or "out of" in gap or (n.spelt and after.spelt) or after.end == len(text) or not re.match(r"\s+[a-z]+s\b", text[after.end: after.end + 24])) and not re.match(r"\s+\d|\s+(?:\w+\s+)?(?:minutes|hours|days|weeks|months|years)\b", text[after.end: after.end + 24]):
                if "every" in gap and n.value > 1:
                    yield replace(n, end=after.end, value=tidy(100 * n.value / after.value), unit="%")
                elif n.value == 1:
                    yield replace(n, end=after.end, value=round(1 / after.value, 3), unit="share")
                else:
                    yield replace(n, end=after.end, out_of=after.value)
                k += 2
                continue
            same = n.unit == after.unit or n.unit == "" or (n.unit and after.unit == "" and n.unit in ("GBP", "EUR"))
            if _JOIN.fullmatch(gap) and same and n.value < after.value and n.out_of is None:
                word = gap.strip().lower()
                between = re.search(r"\bbetween\s+(?:\w+\s+)?$", before)
                start = re.search(r"\bfrom\s+(?:\w+\s+)?$", before)
                if (word in ("and", "&") and between) or word in ("-", "–") or (
                        word in ("or", "to") and not start and n.unit in ("", after.unit) and after.value <= 4 * n.value + 2):
                    yield replace(n, end=after.end, unit=after.unit or n.unit, value_max=after.value)
                    k += 2
                    continue
        yield n
        k += 1
