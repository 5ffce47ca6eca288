"""Numbers as papers print them: digits, words, money, percentages, fractions, each with its place.

Nothing here decides whether a number is a figure of the record; it only says what is printed and what it
is worth. What looks like a number but is a date, a time, a telephone number, a section or the name of
something is left out at once (`NOT_NUMBERS`).
"""
from __future__ import annotations

import re
from bisect import bisect_left
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
LABELS = (
    r"[Mm]inutes?|[Mm]in|MINUTES?|[Nn]o|[Nn]os|[Nn]umber|[Ii]tems?|ITEMS?|[Pp]ages?|[Pp]gs?|pp?|[Pp]aragraphs?|[Pp]aras?|"
    r"[Ss]ections?|ss?|S|[Ss]chedules?|[Rr]egulations?|[Rr]egs?|[Aa]rticles?|[Cc]lauses?|[Aa]ppendix|[Aa]ppendices|APPENDIX|"
    r"[Aa]nnexe?s?|[Pp]arts?|[Qq]uestions?|Q|[Ff]igures?|[Ff]ig|[Tt]ables?|[Ss]lides?|[Cc]hapters?|[Rr]ules?|"
    r"[Ss]tanding [Oo]rders?|[Oo]rders?|[Pp]riority|[Pp]riorities|[Oo]bjectives?|[Rr]ecommendations?|[Rr]esolutions?|"
    r"[Oo]ptions?|[Pp]hases?|[Ss]tages?|[Ll]evels?|[Tt]iers?|[Bb]ands?|[Gg]rades?|[Cc]ategory|[Cc]ategories|[Cc]lass|"
    r"[Zz]ones?|[Ww]ards?|[Rr]ooms?|[Uu]nits?|[Vv]ersion|[Ll]ots?|[Ww]eek|[Dd]ay|[Yy]ear|[Qq]uarter|[Ii]ssue|[Vv]ol|"
    r"[Aa]ction|[Rr]ef|[Rr]eference|[Dd]ecision|[Rr]eport|[Ss]tep|[Gg]roup|[Bb]lock|[Pp]lot|[Ee]xt|"
    r"[Cc]hannel|[Rr]adio|[Ss]tandard|[Pp]rinciple|[Cc]riterion|[Tt]arget [Nn]o|[Ss]eries|[Ff]orm|[Ss]ite|[Pp]oints? \(?|Key Stage"
)
NOT_NUMBERS = re.compile(
    # dates and years
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s{{0,3}}(?:,|and|&|to|-|–)\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}\s+(?:of\s+)?{MONTHS}(?:,?\s+\d{{4}}|\s+’?\d\d\b)?"
    rf"|\b{MONTHS}(?<!\w\w\w\w\.)\s+[0-3]?\d(?:st|nd|rd|th)?\b(?!\s?%|[,.]\d|\s+(?:[a-z]+s|people)\b)(?:,?\s+\d{{4}})?|\b{MONTHS}(?:\s*[-–]\s*{MONTHS})?,?\s+(?:19|20)\d\d\b"
    r"|\b\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)\b|\b\d{4}-\d\d-\d\d\b"
    r"|(?<![\d£€,.])(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d(?:\d\d)?)?(?!\d|,\d|%|\.\d)(?!\s+(?:people|officers|staff|homes|residents|households)\b)"
    r"|(?<![\w£€])[’']\d\ds?\b|\b\d\d/\d\d(?=\s+(?:financial|municipal|year|budget))"
    # times of day
    r"|\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|noon\b|hours\b(?=\s+on\b))|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b[01]\d[0-5]\d\s?(?:hrs|hours)\b"
    # telephone numbers and long codes
    r"|(?<!\d)0\d{2,4}[\s\d)-]{5,13}\d\b|\+44[\s\d()]{8,16}|\b\d{5,6}\s?/\s?\d{5,6}\b"
    # numbers that name something
    r"|(?<![£€\d.,])\b(?:101|111|999)(?:\s*(?:/|and|&|or)\s*(?:101|111|999))?\b(?![,.]\d|\s?%|\s+(?:people|officers|complaints|homes|cases)\b)|\b24\s?/\s?7\b|\b[79]/(?:11|7)\b"
    r"|\b[A-Za-z]{1,12}\d[\w./-]{0,30}|\b\d{1,12}(?!(?:st|nd|rd|th|k|m|mn|bn|K|M|hrs|mins|million|billion|thousand|pc|p)\b)[A-Za-z]{1,20}\b|\b[A-Z]{2,12}[./-]\d[\w./-]{0,30}|\b[A-Z]{1,12}-\d+\b"
    r"|\b\d{1,6}(?:\.\d{1,6}){2,8}\b|\b\d+/\d+/\d+\b|https?://\S{1,400}|\bwww\.\S{1,400}|(?<!\S)\S{1,80}@\S{1,80}"
    # labelled places: "Min. No. 25", "pages 19-32", "sections 61 and 62", "Question 2"
    rf"|\b(?:{LABELS})[.:]?\s?\(?(?:[Nn]os?\.?\s?)?\d{{1,6}}(?:\.\d{{1,4}}){{0,4}}(?:\(\w{{1,4}}\)){{0,4}}[A-Za-z]?(?!\w{{0,4}}\s?%)(?:\s{{0,2}}(?:,|to|and|&|-|–|/|or)\s{{0,2}}\d{{1,6}}(?:\.\d{{1,4}}){{0,4}}(?:\(\w{{1,4}}\)){{0,4}}[A-Za-z]?\b(?!\s?%|\s+per\b|\s+(?!of\b|to\b|and\b|in\b)[a-z]{{1,20}}s\b)){{0,12}}\)?"
    # ages, distances, speeds, addresses
    r"|\b(?:aged?|ages)\s+(?:of\s+)?(?:between\s+|over\s+|under\s+|from\s+)?\d+(?:\s*(?:to|and|-|–)\s*\d+)?|\b(?:under|over)[- ]\d+s\b|\b(?:those|people|anyone|children|pupils|adults|victims|drivers|residents|women|men|girls|boys|households)\s+(?:aged\s+)?(?:under|over)\s+\d\d\b|\b\d+(?:\s?[-–]\s?\d+)?[- ]years?[- ]olds?\b|\b\d+\+"
    r"|(?<![\d,.])\d[\d,.]{0,12}\s?-?(?:mph|miles?|km|kilometres?|metres?|yards?|acres|hectares|sq)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+ty)[- ](?:miles?|kilometres?|metres?|yards)\b"
    r"|\b\d+[A-Z]?,?\s+(?:[A-Z]\w+\s+){1,3}(?:Street|Road|Avenue|Lane|Close|Court|Drive|Way|Square|Place|Terrace|House)\b"
    r"|\bCo(?:vid|VID)-?19\b"
)
_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
_SMALL = "|".join(w for w in UNITS if w != "zero")
_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(UNITS)[1:10])}))?|{_SMALL})"
_NUMBER = re.compile(
    rf"(?P<cur>[£€$])\s?(?P<money>\d[\d,]{{0,18}}(?:\.\d{{1,6}})?)(?:\s?-?(?P<mscale>thousand|million|billion|bn|mn|[kKmMbB])\b)?"
    rf"|(?<![\w£€.,])(?<![\w)]/)(?P<sign>(?<![\w)%])[-–−+])?(?P<digits>{_DIGITS})(?![\d]|[.,]\d|(?:st|nd|rd|th)\b)(?:\s?(?P<scale>thousand|million|billion|bn|[kKmM])\b)?"
    rf"|\b(?P<words>{_WORD}(?:\s+hundred(?:\s+and\s+{_WORD})?)?(?:\s+(?:thousand|million|billion))?|(?<=\ba )(?:hundred|thousand|dozen)|half a dozen)(?P<andhalf>\s+and\s+a\s+half)?\b(?!-(?:off|to|way|stop|point|day|year|month|fold|page|tier|thirds?|quarters?|week|hour|minute|strand)\b)",
    re.I,
)
_PERCENT = re.compile(r"\s?(?:(%)|(?:per\s?cent|percent|p\.c\.|pc)\b)(?:age)?(\s+points?\b)?|\s+(?:percentage|%age)\s+points?\b|\s*%-?points?\b", re.I)
_JOIN = re.compile(r"\s?[-–]\s?|\s+(?:and|&|to|or)\s+", re.I)
_OUT_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|a\s+(?:total\s+|possible\s+)?(?:of\s+)?|its\s+|their\s+|all\s+|our\s+|some\s+|only\s+|just\s+)?$", re.I)
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


def _one(m: re.Match[str]) -> Number:
    if m["cur"]:
        printed = m["money"].rstrip(",")
        scale = SCALES.get((m["mscale"] or "").lower(), 1)
        end = m.end() if m["mscale"] else m.start("money") + len(printed)
        value = _worth(printed)
        return Number(m.start(), end, None if value is None else tidy(value * scale), CURRENCIES[m["cur"]],
                      as_printed=printed if value is None else None)
    if m["digits"]:
        scale = SCALES.get((m["scale"] or "").lower(), 1)
        sign = -1 if m["sign"] and m["sign"] != "+" else 1
        return Number(m.start(), m.end(), tidy(sign * float(m["digits"].replace(",", "")) * scale))
    value = in_words(m["words"]) + (0.5 if m["andhalf"] else 0)
    return Number(m.start(), m.end(), value, spelt=True)


def _worth(printed: str) -> float | None:
    """The worth of digits with commas; None where the commas are out of place ("13,50")."""
    if "," in printed and not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", printed):
        return None
    return float(printed.replace(",", ""))


_MALFORMED = re.compile(r"(?<![\w£€.,/])\d{1,3}(?:,\d{3}){0,4},\d{2}(?![\d,])")
_HINT = re.compile(rf"\d+|\b(?:{_SMALL}|{'|'.join(TENS)}|hundred|thousand|dozen)\b", re.I)


def numbers(text: str) -> Iterator[Number]:
    """The quantities that a text prints, in order; ranges and "out of" joined, labels and dates left out."""
    windows = list(_windows(text))
    if not windows:
        return
    found: list[Number] = []
    for low, high in windows:
        shut = _Spans([m.span() for m in NOT_NUMBERS.finditer(text, low, high)])
        here = [_with_percent(text, _one(m)) for m in _NUMBER.finditer(text, low, high) if not shut.meet(*m.span())]
        read = _Spans([(n.start, n.end) for n in here])
        for m in _MALFORMED.finditer(text, low, high):
            if not shut.meet(m.start(), m.start() + 1) and not read.meet(m.start(), m.start() + 1):
                here.append(Number(m.start(), m.end(), None, as_printed=m[0]))
        found += here
    found.sort(key=lambda n: n.start)
    yield from _joined(text, found)


class _Spans:
    """Stretches of a text in order, asked whether one of them meets another stretch."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]

    def meet(self, start: int, end: int) -> bool:
        k = bisect_left(self.starts, end) - 1
        return k >= 0 and self.ends[k] > start


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text around its digits and number words; the rest need not be looked at."""
    low = high = -1
    for m in _HINT.finditer(text):
        a, b = max(0, m.start() - 44), m.end() + 60
        if high < 0:
            low, high = a, b
        elif a <= high:
            high = b
        else:
            yield _at_words(text, low, high)
            low, high = a, b
    if high >= 0:
        yield _at_words(text, low, high)


def _at_words(text: str, low: int, high: int) -> tuple[int, int]:
    low = text.rfind(" ", 0, low + 1) + 1 if low else 0
    end = text.find(" ", high)
    return low, len(text) if end < 0 else end


def _with_percent(text: str, n: Number) -> Number:
    if n.unit:
        return n
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
            if n.unit in ("", "%") and after.unit == "" and _OUT_OF.fullmatch(gap) and n.value <= after.value and after.value > 1:
                if n.value == 1 or n.unit == "%":                      # "one of only six": the six is the figure
                    k += 1
                    continue
                yield replace(n, end=after.end, out_of=after.value)
                k += 2
                continue
            if n.unit == after.unit == "" and _IN.fullmatch(gap) and 1 <= n.value < after.value and after.value in (3, 4, 5, 8, 10, 20, 100) and (
                    "every" in gap or "out of" in gap or (n.spelt and after.spelt) or after.end == len(text) or not re.match(r"\s+[a-z]+s\b", text[after.end:])) and not re.match(r"\s+\d", text[after.end:]):
                yield replace(n, end=after.end, value=tidy(100 * n.value / after.value), unit="%")
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
