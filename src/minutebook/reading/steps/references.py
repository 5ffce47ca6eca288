"""Pointers to other records, pages, statutes and documents.

"[Min. No. 25 refers]" · "the minutes of the meeting held on 3 May" · "section 62 of the … Act 1994" · "agenda page 56" ·
"decision 2018/03" · "the Community Safety Strategy 2016-19 (attached as Appendix A)". The paper before the
meeting ("the report") is not a reference to another; a document with a name, an author or a subject is.

One scan finds the words at which a pointer can hang (`_ANCHOR`). A word that opens its pointer ("section", "minute",
"page") is read onwards, a word that closes one ("Act", "Strategy", "survey") is read backwards over its name.
"""
# ruff: noqa: SIM905  (tables of words)
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.numbers import MONTHS as _MONTHS
from minutebook.reading.steps.sentences import lowered

MONTHS = rf"(?:{_MONTHS}|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
_MONTH_WORDS = frozenset("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split())
_YEAR = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?"
_WEEKDAY = r"(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)(?:day|DAY)?,?\s+)?"
_DATE = rf"{_WEEKDAY}(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th|ST|ND|RD|TH)?\s+(?:of\s+)?{MONTHS}(?:,?\s+\d{{4}})?"
_DAY = rf"{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th|ST|ND|RD|TH)?(?:\s+{MONTHS})?(?:,?\s+\d{{4}})?"
_DATES = rf"{_DAY}(?:(?:\s*,\s*|\s+and\s+|\s+&\s+){_DAY}){{0,4}}"
_WHEN = rf"(?:{_DATES}|{MONTHS}(?:\s+\d{{4}})?)"
_CAP = r"[A-Z][\w’'&/-]*"
_NUMBERS = r"\d+[A-Z]{0,3}(?:\.\d+)*(?:\s?\(\w{1,5}\))*(?:(?:,\s*|\s+(?:and|to|or|&)\s+|\s*[-–/]\s*)\d+[A-Z]{0,2}(?:\.\d+)*(?:\(\w{1,4}\))*)*"
_REF = r"(?:[A-Z]{1,6}\.?\s?[A-Z]{0,5}[/.-]?\s?)?\d{1,4}(?:[/.-][A-Z]{0,3}\d{1,4})*(?:\s?\([ivx\da-z]{1,4}\))*"

# ------------------------------------------------------------------------------------------------ the words to look for

DOCUMENTS = frozenset(
    "report reports plan plans strategy strategies policy policies framework frameworks assessment assessments protocol protocols memorandum memoranda guidance "
    "guidelines guide statement statements analysis survey surveys results charter pledge constitution prospectus code concordat compact manifesto letter letters "
    "bulletin briefing note paper papers case programme refresh toolkit dashboard scorecard scorecards specification inspection statistics priorities priority review "
    "evaluation study correspondence terms document documents draft findings schedule manual reference accounts reply notice inquiry audit newsletter handbook budget cards".split()
)
# Lower-case words that stand for a document only with a name or another noun before them, or not at all.
NEVER_PLAIN = frozenset("case programme results refresh note notice document documents priorities priority plans policies strategies reports papers frameworks statements "
                        "statistics review reviews code agreement constitution budget reference accounts surveys letters memoranda assessments analysis audit draft inquiry cards".split())


def _anchors() -> re.Pattern[str]:
    words = set(DOCUMENTS) | set(
        "minute minutes min mins record notes section sections paragraph paragraphs para paras schedule regulation regulations article articles rule rules act acts bill measure order byelaws "
        "directions directive law legislation legislative duty meeting meetings seminar workshop conference summit page pages pp pg item items agenda appendix appendices annex annexe annexes "
        "decision decisions http https www website court tribunal table chart slide recommendation instrument assembly board boards question standing previously presented submitted considered statutory legal resolution request attended secondary ss v".split())
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    letters = "|".join(f"{letter}(?:{'|'.join(rest)})(?![’']?[a-z_])" for letter, rest in sorted(by_letter.items()))
    return re.compile(rf"[ (\[‘’“\"'/–—:.,](?:{letters})")


_ANCHOR = _anchors()
_CODE = re.compile(r"[A-Z](?<![\w/.£-].)(?:[A-Z]{0,5}(?:[./-]|(?=\d)))(?:[A-Z]{1,4}[./-])?\d{1,4}(?:[/.-]\d{1,4}){1,2}(?!\w)|[A-Z](?<![\w/.-].)[A-Z]{1,4}/\d{1,4}(?!\w)|[Ss](?<![\w.].)\.?\s?\d{1,3}[A-Z]{0,2}(?:\(\w+\))*(?![\w%])(?:\s+(?:[Nn]otices?|[Aa]greements?|powers?|detentions?|orders?|duty))?")
_CODE_SIGN = re.compile(r"[ (\[][sS]\.?\s?\d")
_STATUTE = re.compile(r"\b(?:Act|Regulations|Order|Schedule|[Mm]inutes?|[Mm]in\.)\b|https?://")
_IS_ATTACHED = re.compile(r"\b(?:attached|appended|EX\w+ Item)\b")


def references(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every pointer to another record, page, statute or document, once for each place that names it.

    A document named again within one item, or minutes named in the title and again in the resolution,
    are given once.
    """
    seen: set[tuple[str | None, str, str]] = set()
    for n, passage in enumerate(passages):
        if passage.kind == "rubric" or ((setting.kind == "work-programme" or (setting.kind == "notice" and passage.kind == "cell")) and not _STATUTE.search(passage.text)):
            continue
        found = _found(passage)
        for start, end, kind in found:
            target = target_of(kind, passage.text[start:end])
            key = (passage.item or passage.title, kind, head_of(kind, target) if kind == "report" else target)
            attached = bool(_IS_ATTACHED.search(passage.text, start, end))
            if kind in ("minute", "meeting", "web", "decision", "regulation") and key in seen:
                continue
            if kind == "report" and not attached and (key in seen or _is_subject(passage, target, passage.text[start:end])):
                continue
            if kind == "act" and (str(n), kind, target) in seen and not target.endswith("act"):
                continue
            seen.update((key, (str(n), kind, target)))
            q_start, q_end = _widened(passage, start, end, kind, found)
            yield Finding(n, q_start, q_end, {"kind": kind, "target": target})


_PAIR = re.compile(r"\s*(?:/|and|&)\s+(?:(?:subsequent|annual|related|associated)\s+)?")

Found = tuple[int, int, str]


def _found(passage: Passage) -> list[Found]:
    """The pointers of a passage in order, none within another."""
    text = passage.text
    low = lowered(text)
    out: list[Found] = []
    at = 0                             # nothing before this is read again
    # a space before the text, so that each word has one before it: places in the one are those in the other less one
    places = [(m.start(), m.end() - 1, m[0][1:]) for m in _ANCHOR.finditer(" " + low)]
    if "/" in text or _CODE_SIGN.search(text):
        places += [(m.start(), m.end(), "") for m in _CODE.finditer(text)]
        places.sort()
    for start, end, word in places:
        if start < at or word and start and low[start - 1] in ".,:’'" and start > 1 and low[start - 2].isalnum() and word not in ("pp",):
            continue
        reader = _READERS.get(word, _document) if word else _code
        hit = reader(passage, start, end, at)
        if hit is None:
            continue
        a, b, kind = hit
        b = _right_edge(text, a, b)
        if b - a < 3:
            continue
        if out and kind == out[-1][2] == "agenda-page" and re.fullmatch(r"[\s,(\[]{0,3}", text[out[-1][1]: a]):
            out[-1] = (out[-1][0], b, kind)           # "the strategy, page 9 [agenda p. 31]" points at one place
        elif out and kind == "minute" and out[-1][2] in ("meeting", "decision") and text[out[-1][1]: a] in (" (", " [", " ("):
            out[-1] = (out[-1][0], b + (text[b: b + 1] in ")]" and b < len(text)), out[-1][2])
        elif out and kind == out[-1][2] == "report" and text[a].isupper() and _PAIR.fullmatch(text, out[-1][1], a):
            out[-1] = (out[-1][0], b, kind)           # "the Strategy and Refresh documents"
        else:
            out.append((a, b, kind))
        at = b
    if sum(k == "act" for _, _, k in out) > 1 and "chedule" in text:
        out = [f for f in out if f[2] != "act" or not re.fullmatch(r"[Pp]aragraphs?\s+\d+(?:\(\w+\))?", text[f[0]:f[1]])]
    return out


def _right_edge(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    return end


# ------------------------------------------------------------------------------------------------ names read backwards

_DETERMINERS = frozenset("the a an his her its their our your my this that these those another each any some".split())
_SMALL = frozenset("of and for in on to with & from into at by".split())
# A capital at the head of a sentence, or an actor, opens no name.
_NO_NAME = frozenset("members panel committee commissioner chairman chair officers resolved that in under as by when while although since for with on at to and both following after before from "
                     "noted agreed recommended exempt mr mrs ms miss dr cllr councillor councillors he she they it there if all no not also however during where this members’ asked".split())
_MODIFIERS = frozenset("draft updated latest recent joint bespoke local new revised final annual quarterly half-yearly monthly national regional full detailed overall current previous first second third "
                       "emerging proposed former original existing forthcoming interim initial statutory independent internal external public written own next last covering".split())
_EMPTY_MODIFIERS = frozenset("last earlier covering update full fuller further detailed written verbal oral excellent thorough comprehensive short brief good helpful same above next crime initial new future focused costed formal "
                             "first second third other single final whole current own one two three latest second-hand existing monitoring highlight one-page proposed capital follow-up follow work forward".split())
_NOT_MODIFIERS = frozenset("that which who whom whose when where while as than if whether because so would will shall could should may might must can had has have was were is are be been being did do does "
                           "not no nor or but he she they it we you i of in on at to for with by from into about under over after before during until since through across between within without against per "
                           "what how why whether asked said noted added considered received presented introduced discussed explained reported asking seeking reviewed produced give gave given make made see saw take took read set use used "
                           "there here then now also only just back up down out off and & all each every any some more most many much such both".split())


def _word_before(text: str, at: int, low: int) -> tuple[int, int]:
    while at > low and text[at - 1] == " ":
        at -= 1
    start = text.rfind(" ", low, at) + 1
    return (start if start > low else low), at


def _is_name(word: str) -> bool:
    c = word[:1]
    return c.isupper() or c.isdigit() and re.fullmatch(r"(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?:?", word) is not None


def _name_before(text: str, at: int, low: int, lower_words: int) -> tuple[int, int, str | None, list[str]]:
    """The name that ends before `at`: its start, how many capitalised words it has, its determiner or owner, its small words."""
    start, capitals, owner = at, 0, None
    plain: list[str] = []
    pending = False                     # a small word ("of", "and") waits for a capital before it
    here = at
    for _ in range(18):
        a, b = _word_before(text, here, low)
        if a >= b:
            break
        word = text[a:b]
        if (word[-1] in ".;!?" and word != "etc.") or (word[-1] == ":" and not (capitals and word[0].isupper() and len(word) > 3)) or word in ("–", "—", "-", "|"):
            break
        bare = word.strip("‘“\"'’([])")
        if word[0] in "([" and not word.endswith((")", "]")):
            if not re.fullmatch(r"[‘“\"'(\[]+", word[: len(word) - len(word.lstrip("‘“\"'([")) or 1]) or not _is_name(bare) or text.find(")", a, at + 40) < 0 or text.find(")", a, at) < 0:
                if _is_name(bare) and not pending:
                    start, capitals = a + 1, capitals + 1
                break
        if word[-1] == ",":
            if not (capitals and word[0].isupper() and " and " in text[a:at] and " and the " not in text[a:at]):
                break
            bare = bare[:-1]
        lowered = bare.lower()
        possessive = lowered.endswith(("’s", "'s")) or (word[-1] in "’'" and lowered.endswith("s") and word[-1:] != bare[-1:])
        if possessive and not pending:
            owner, start = lowered, a
            if not _is_name(bare) and lowered not in ("year’s", "year's", "month’s", "month's") and not bare[0].islower():
                break
            here = a
            # who owns it: over the name of an office to its article
            for _ in range(6):
                x, y = _word_before(text, here, low)
                more = text[x:y]
                if not more or more[-1] in ".,;:!?":
                    break
                if more.lower() in _DETERMINERS:
                    start = x
                    break
                if (more[0].isupper() and more.lower() not in _NO_NAME) or more in ("of", "and", "last", "next", "previous", "external", "internal", "housing"):
                    here = x
                    if more[0].isupper() or more in ("last", "next", "previous"):
                        start = x
                    continue
                break
            break
        if lowered in _DETERMINERS:
            if pending and lowered == "the":
                here = a
                continue
            if capitals and lowered == "the" and word[0].islower():
                x, y = _word_before(text, a, low)
                if text[x:y] in ("of", "for", "on", "into") and x > low:
                    z, w = _word_before(text, x, low)
                    if _is_name(text[z:w]) and text[z:w].lower() not in _NO_NAME and text[z:w].lower() in ("statement", "code", "review", "report", "inspection", "office", "department", "ministry", "duties"):
                        here, pending = x, True
                        continue
            if not pending:
                owner, start = lowered, a
            break
        if word[-1] == ")":
            opened = text.rfind("(", low, b)
            if opened < 0 or a - opened > 80:
                break
            here = opened
            continue
        if word.isdigit() and len(word) < 3 and not plain and low < a and text[_word_before(text, a, low)[0]: a].strip() in ("Quarter", "Part", "Phase", "Round", "Year", "No", "Operation"):
            here, start = a, a
            continue
        if word == "etc.":
            here = a
            continue
        if _is_name(bare) and not (lowered in _NO_NAME and (a == 0 or text[a - 2: a - 1] in ".:;?!" or a == low or lowered not in ("panel", "commissioner", "chair", "committee", "members", "councillor", "mr", "officers"))):
            if lowered in _NO_NAME and lowered not in ("panel", "commissioner", "committee"):
                break
            if plain and not pending and lowered in ("panel", "commissioner", "committee", "members"):
                break
            capitals, start, pending, here = capitals + 1, a, False, a
            continue
        if lowered in _SMALL and capitals:
            pending, here = True, a
            continue
        if pending:
            break
        if word[0].islower() and lowered not in _NOT_MODIFIERS and word.replace("-", "").replace("’", "").isalpha():
            if (len(plain) < lower_words and not capitals) or lowered in _MODIFIERS:
                plain.append(lowered)
                here = a
                continue
        if lowered == "and" and plain and not capitals and lower_words > 1 and text[_word_before(text, a, low)[0]: a].islower():
            here = a
            continue
        break
    return start, capitals, owner, plain


# ------------------------------------------------------------------------------------------------ what each word opens or closes

_ATTACHED = re.compile(
    r"(?:\s*[\[(](?:as\s+)?(?:attached|set\s+out|appended|EX\w+\s+Item)\s+[^\])]{1,60}[\])]|\s+(?:as\s+)?(?:attached|appended|set\s+out)\s+(?:as|at|in)\s+(?:Appendix|Annex|EXEMPT\s+Item)\s+\w+(?:\s+(?:to|in|of)\s+the\s+\w+)?)")
_AFTER_DOCUMENT = re.compile(
    rf"(?:\s+of\s+(?:Understanding|Association|Accounts|ACCOUNTS|Reference|reference|Practice|practice|Conduct|conduct|Purpose|Intent|Concern)|\s+Results|\s+[Cc]ase|\s+and\s+Outturn|\s+AND\s+OUTTURN|\s+Framework|\s+{_YEAR}|\s+[-–]\s+{MONTHS}\s+\d{{4}}|\s+for\s+(?:the\s+)?(?:period\s+to\s+)?{_YEAR}(?:\s+municipal\s+\w+)?"
    rf"|\s+\([A-Z][^)]{{1,30}}\)|\s+\(\d{{4}}[^)]{{0,12}}\)|\s+for\s+the\s+(?:Committee|Panel)|\s+documents?\b|\s+Quarter\s+\d)")
_NOT_DOCUMENT = re.compile(r"\s+(?:Board|Committee|Group|Panel|Team|Officer|Manager|Unit|Commission|Sub|Director|Fund|Department|Hub|Centre|Coordinator|Lead|Analyst|Adviser|Advisor|Assistant|Partnership|Authority|Trust|Service|Forum|Steering|Programme\s+Board)\b|\s*[’']s\s+(?:time|end)")
_NP = r"(?:(?:the|its|their|his|her|a|an)\s+)?(?!(?:his|her|their|its|this|that|it|time|which|how|behalf|hand)\b)[A-Za-z][\w’'-]*(?:\s+(?!(?:and|which|that|was|were|had|would|will|is|are|be|by|at|before|after|to|in|on|as|with|so|set|but|for)\b)[A-Za-z\d][\w’'&-]*|\s+of\s+(?:the\s+)?[A-Za-z][\w’'&-]*){0,7}"
_MAKER = re.compile(
    rf"(?:\s+(?:and|&)\s+(?:presentation|slides|appendices|letter|supplement))?"
    rf"(?P<made>\s+(?:dated|of|published\s+(?:in|on)|issued\s+(?:in|on))\s+(?:{_DATE}|{MONTHS}\s+\d{{4}})|\s+(?:of|by|from|to)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:Interim\s+|Joint\s+)?(?=[A-Z]){_CAP}(?:[,]?\s+(?:{_CAP}|of|and|for|the|&)(?=\s|[.,;:)]|$)){{0,10}}"
    rf"|\s+(?:by|from|of)\s+(?:the|a|an)\s+(?!end\b|time\b|next\b|close\b|start\b|spring\b|summer\b|autumn\b|winter\b)[a-z][\w’-]*(?:\s+(?!(?:and|which|that|was|were|had|would|will|is|are|be|by|at|before|after|to|in|on|as|with|so|set|but|for|concerned)\b)[a-z][\w-]*){{0,3}}"
    rf"|\s+(?:dated|of|published\s+(?:in|on)|issued\s+(?:in|on))\s+(?:{_DATE}|{MONTHS}(?:\s+\d{{4}})?)|\s+published\s+\w+(?:\s+\w+){{0,3}}|\s+(?:put\s+forward|prepared|commissioned|produced|written)\s+by\s+(?:\w+\s*){{1,3}})?"
    rf"(?P<about>\s+(?:on|about|into|regarding|concerning)\s+{_NP}|\s+(?:updating|explaining|describing|recording|concerning)\s+\w+(?:\s+\w+){{0,7}})?"
    rf"(?P<told>(?:,?\s+which\s+the\s+[A-Z]\w+|\s+that\s+(?:came|went|was|had))\s+\w+(?:\s+\w+){{0,5}}|\s+attached\s+to\s+\w+(?:\s+\w+){{0,3}})?")
_TO_COME = re.compile(r"\b(?:write|send|draft|prepare|produce|receive|submit|bring|brought|provide|request\w*|want\w*|asked?\s+for|asks\s+for|issue|see|have|had\s+asked\s+for|circulate|give|gave|make|made|with|tabled?|expect\w*|publish|put\s+together|need\w*)\s+(?:\w+\s+)?$|\bfor\s+$")
_NOT_YET = re.compile(r"\s+(?:(?:was|were|is|are)\s+(?:being|under\s+way|to\s+be|needed|awaited)|could|would|will|should|might|may|must|can)\b")
_AFTER_TO = re.compile(r"\b(?:to|would|will|could|should|must|may|can|not|they|we|he|she|who|and)\s+$")


def _document(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """A document by the word that names its sort, with its name before it and its maker, date or subject after."""
    text = passage.text
    head = text[start:end]
    if _NOT_DOCUMENT.match(text, end) or text[end: end + 1] == "-":
        return None
    capital = head[0].isupper()
    word = head.lower()
    title = passage.kind == "title"
    if not capital and title:
        return None
    begin, capitals, owner, plain = _name_before(text, start, at, 1 if capital else 3)
    stop = end
    compound = False
    after = _AFTER_DOCUMENT.match(text, stop)
    while after:
        compound = compound or after[0].lstrip()[:2] in ("of", "Re", "ca", "Ca")
        stop = after.end()
        after = _AFTER_DOCUMENT.match(text, stop)
    dated = bool(re.search(r"\d{4}", text[end:stop]))
    if attached := _ATTACHED.match(text, stop):
        return begin, attached.end(), "report"
    if capital:
        if (word in ("code", "statement", "memorandum", "memoranda") and not capitals and not compound and not plain) or (word == "terms" and not compound):
            return None
        if word in ("reference", "accounts", "notice", "case", "priority", "document", "results", "cards", "note", "budget", "agreement", "draft", "schedule", "review", "inspection", "audit") and not (
                capitals and (word in ("document", "results", "review", "inspection", "audit", "agreement", "cards", "case", "accounts") or compound)):
            return None
        if word == "case" and not text[max(0, start - 9): start].lower().endswith("business "):
            return None
        if word == "programme" and not text[max(0, start - 5): start].lower().endswith(("work ", "forward ")):
            return None
        if word in ("inspection", "review", "audit") and not (dated or re.search(r"\d{4}", text[begin:start]) or word == "inspection" and capitals >= 2 or "Peer" in text[begin:start]):
            return None
        if word == "statistics" and "Office" in text[begin:start]:
            return None
        if word in ("priority", "priorities") and (m := re.match(r"\s*[–-]?\s*\d+(?:\s+and\s+\d+)?", text[stop:])):
            return begin, stop + m.end(), "report"
        if title:
            # the paper that the item is about, but for another's figures, inspection or accounts
            named = word in ("accounts", "statistics") or "ccounts" in text[end:stop] or "ACCOUNTS" in text[end:stop] or (dated and word == "inspection") or word == "statement" and capitals > 1
            return (begin, stop, "report") if named and (capitals or word == "statement") else None
        if capitals:
            if text[start - 1] == "-":
                return None
            more = _MAKER.match(text, stop)
            if more and more["made"] and word in ("report", "letter", "guidance", "assessment", "inspection", "survey", "strategy"):
                stop = more.end("made")
            elif more and more["about"] and word in ("report", "guidance", "letter", "code"):
                stop = more.end("about")
            return begin, stop, "report"
        if owner in ("his", "her", "its", "their") and plain:
            return begin, stop, "report"
        if word == "plan" and plain and (owner == "the" and plain[0] in ("previous", "last", "original") or plain[0].endswith("-point")):
            more = _MAKER.match(text, stop)
            return begin, more.end() if more and more["made"] else stop, "report"
        if word in ("plan", "report") and not plain and not dated and owner and owner not in ("year’s", "year's"):
            return None
        if owner == "the" and (m := _MAKER.match(text, stop)) and m["made"] and re.search(r"\d", m["made"]):
            return begin, m.end("made"), "report"
        if owner and (len(owner) > 4 or owner in ("his", "her", "their")) and owner not in ("these", "those", "another") and (owner.endswith("s") or plain):
            return begin, stop, "report"
        if plain and owner in ("the", "a", "an") and any((w == "draft" and word != "plan") or w in ("previous", "new", "revised", "updated", "last", "emerging") for w in plain) and word in ("plan", "strategy", "policy", "charter"):
            return begin, stop, "report"
        if word in ("letter", "report", "reports", "survey"):
            return _plain_document(passage, start, stop, begin, owner, plain, word)
        more = _MAKER.match(text, stop)
        if owner and more and more["told"]:
            return begin, more.end(), "report"
        if m := re.match(r"(?:the|a)\s+[a-z]+-point\s+$", text[begin:start]):
            return begin, stop, "report"
        return (begin, stop, "report") if compound or (dated and word != "plan") else None
    return _plain_document(passage, start, stop, begin, owner, plain, word, capitals, dated or compound)


def _plain_document(passage: Passage, start: int, stop: int, begin: int, owner: str | None, plain: Sequence[str], word: str, capitals: int = 0, dated: bool = False) -> Found | None:
    """A document that is told by a common noun: what makes it a certain one, other than the paper on the table?"""
    text = passage.text
    if passage.kind == "title":
        return None
    if word == "report" and (m := re.match(r"\s+([A-Z]{1,6}[/.-]?\d[\w/.-]*\d|[A-Z]{2,6}/\d+)", text[stop:])):
        return start, stop + m.end(), "report"
    before = text[max(0, begin - 24): begin]
    coming = owner in ("a", "an", "another") and bool(_TO_COME.search(before))
    more = _MAKER.match(text, stop)
    made = bool(more and more["made"])
    about = bool(more and more["about"])
    told = bool(more and more["told"])
    end = stop
    if more and (made or about or told) and word in _TAKES:
        end = more.end() if made or told else more.end("about")
        if about:
            end = more.end()
    if owner in ("his", "her", "their", "its") and word == "plan" and not capitals:
        return None
    if owner in ("a", "an", "another", "any") and (_NOT_YET.match(text, end) or more and _NOT_YET.match(text, more.end())):
        return None
    if "covering" in plain and word == "report" or (owner in ("the", "The", "this") and made and word == "report" and re.match(r"\s+from\b", more[0] if more else "") and not capitals):
        return None                    # the paper before the meeting
    if owner in ("that", "this") and plain:
        owner = None
    if owner is None and not capitals:
        if word == "correspondence" and made:
            return start, end, "report"
        if plain and plain[-1] in ("further", "new", "updated", "statutory", "national", "government", "practice", "professional", "authorised", "revised", "local") and word in ("guidance", "guidelines"):
            return _first_of(text, start, len(plain)), stop, "report"
        if word == "code" and text[stop - 8: stop] == "practice" and about:
            return start, end, "report"
        return None
    if word == "briefing" or word == "inspection" and not (made and re.match(r"\s+by\b", more[0] if more else "")):
        return None
    if word == "findings" and made and any(w in DOCUMENTS for w in (more[0] if more else "").split()):
        return None                    # the report that found it is named
    if word in ("assessment", "evaluation", "study", "analysis", "review") and not capitals and (re.match(r"\s+of\s+(?:an?|the|his|her|their)\b", text[stop: stop + 10])):
        return None
    if capitals:
        if word in ("case", "note", "notice", "results", "priorities", "priority", "agreement", "programme", "budget", "reference", "accounts", "statistics", "audit", "inspection", "study", "reply", "schedule", "cards", "draft") \
                and not (word in ("inspection", "study", "priorities") and owner):
            return None
        if word in ("framework", "findings") and not (owner and owner.endswith("s")):
            return None
        name = text[begin:start].split()
        if owner is None and capitals == 1 and re.search(r"(?:^|[.:;?!]\s+)$", text[max(0, begin - 3): begin]):
            return None                # only the capital of the sentence
        proper = [w for w in name if w[0].isupper() and w.lower() not in _DETERMINERS]
        if all(w.lower() in _MONTH_WORDS or w.lower() in ("quarter",) for w in proper) and word not in ("report", "survey", "paper", "letter", "plan", "strategy", "review", "study"):
            return None
        if word in ("reports", "plans", "policies", "strategies", "papers", "documents", "letters", "statements", "review", "reviews") and not (owner and owner.endswith("s")) and not re.search(r"\d{4}", text[begin:start]):
            return None
        return begin, end if word in _TAKES else stop, "report"
    possessed = owner is not None and (owner.endswith(("’s", "'s")) or owner.endswith("s’") or owner not in _DETERMINERS)
    telling = [w for w in plain if w not in _EMPTY_MODIFIERS]
    if coming and not (made and word == "report" and "by" not in before):
        return None
    if _AFTER_TO.search(before) and not owner:
        return None
    if owner in ("his", "her", "their", "its") and not (about or told) and re.search(r"\b(?:introduc|present|outlin)\w*\s+$|\bspoke\s+to\s+$", before):
        return None
    if word == "briefing":
        return None
    if possessed:
        if word in ("report", "reports") and not (telling or about or told) and owner not in ("year’s", "year's") and (owner or "")[:-2] not in _OUTSIDERS:
            return None
        if owner in ("year’s", "year's", "month’s", "month's") or word not in NEVER_PLAIN or telling:
            return (begin, end, "report") if word not in ("draft", "note", "document", "notice", "budget", "programme", "case", "results", "priorities", "priority", "policy", "accounts", "review", "statement", "agreement") or telling else None
        return None
    if "work" in plain or "forward" in plain or {"capital", "savings"} & set(plain) and word == "programme":
        return None
    if word in ("letter",):
        went = re.match(r"\s+(?:had|has|was|were)\s+(?:(?:been|gone|now)\s*)*(?:sent|gone|received|written|dated)?|\s+of\s+(?:apology|notification|complaint|support|thanks)", text[stop:])
        if made or went and went.end() > 5 or telling or about:
            return begin, max(end, stop + (went.end() if went else 0)), "report"
        return None
    if word == "code" and about:
        return begin, end, "report"
    if word == "draft":
        if m := re.match(r"\s+of\s+the\s+[A-Z]\w+", text[stop:]):
            return begin, stop + m.end(), "report"
        return (begin, stop, "report") if telling else None
    if word in ("assessment", "evaluation", "study", "framework") and (owner in ("a", "an") and not made or word == "framework"):
        return None
    if word in ("survey", "dashboard", "charter", "manual", "evaluation", "study", "scorecard", "handbook", "toolkit") and owner in ("the", "his", "her", "its", "their", "a", "an", "that", "our", "my"):
        if re.search(r"\bresults\s+of\s+$", before):
            return None
        if owner in ("a", "an") and re.search(r"\b(?:to|of|under|out|hand)\s+$", before) and not made:
            return None
        return begin, end, "report"
    if word == "schedule":
        return (begin, stop, "report") if re.search(r"\b(?:through|in|to|on)\s+$", before) and owner == "the" and not re.match(r"\s+(?:of|for|was)\b", text[stop:]) and not plain else None
    if word == "findings" or word == "inspection":
        if made and re.match(r"\s+(?:of|by)\s+(?:the\s+)?[A-Z]", more[0] if more else ""):
            return begin, more.end("made") if more else end, "report"
        return None
    if word == "case":
        return (begin, stop, "report") if plain and plain[0] == "business" and owner == "the" else None
    if word == "note":
        return (begin, stop, "report") if plain and plain[0] in ("briefing", "guidance", "advice", "position") else None
    if word == "guide":
        return (begin, stop, "report") if telling else None
    if word in ("guidance", "guidelines"):
        return (begin, stop, "report") if plain and owner in ("the", "a", "this") else None
    if word in ("report", "paper", "reply", "briefing", "statement"):
        if owner in ("his", "her", "their", "its", "my", "our"):
            return (begin, end, "report") if telling or told or about or (made and re.search(r"\d", more["made"] if more else "")) or (m := re.match(r"\s+to\s+(?:him|her|them|us)\b", text[stop:])) else None
        if made and re.match(r"\s+(?:and|by|from|of)\s+(?:the\s+|a\s+|an\s+)?", more[0] if more else ""):
            return (begin, end, "report") if word != "statement" else None
        if made or (told and owner != "a"):
            return begin, end, "report"
        if about and owner in ("a", "an", "the", "his", "her") and word in ("report", "paper", "briefing"):
            return begin, end, "report"
        if m := re.match(r"\s+before\s+the\s+\w+\s+that\s+day|\s+[A-Z]{1,5}/\d[\w/]*", text[stop:]):
            return begin, stop + m.end(), "report"
        if word == "reply":
            return (begin, end, "report") if made else None
        if telling and not (owner in ("a", "an") and word == "report"):
            return begin, stop, "report"
        if "detailed" in plain and word == "paper" and owner == "the":
            return begin, stop, "report"
        return None
    if word in ("plan", "strategy", "policy", "framework", "assessment", "protocol", "specification", "concordat", "compact", "terms", "review", "statements", "agreement", "programme", "analysis", "inquiry", "audit"):
        if word in ("programme", "agreement", "audit", "analysis", "inquiry") or (word == "review" and not ({"peer", "national", "estates", "estate", "governance", "spending"} & set(plain) or dated)):
            return None
        if word in ("strategy",) and plain and plain[0] in ("new", "current") and owner == "the":
            return begin, stop, "report"
        if word == "policy" and "updated" in plain:
            return begin, stop, "report"
        if telling and not {"medium", "long", "short"} & set(telling[:1]) and (owner != "a" or word in ("plan",) and "workforce" in plain or "updated" in plain):
            return begin, stop, "report"
        if re.fullmatch(r"(?:the|a|his|her)\s+[a-z]+-point\s+", text[begin:start]):
            return begin, stop, "report"
        return None
    return None


# Whose report is never the paper on the table.
_OUTSIDERS = frozenset("auditor inspectorate inspectorates ombudsman coroner regulator watchdog inspector inspectors university commission government ministry department tribunal court hospital trust".split())
_TAKES = frozenset("code report letter paper study survey evaluation briefing guidance statement assessment reply correspondence findings inspection strategy policy review notice plan charter".split())


def _first_of(text: str, at: int, words: int) -> int:
    for _ in range(words):
        at, _end = _word_before(text, at, 0)
    return at


# ---- minutes and meetings

_MINUTES_OF = re.compile(
    rf"(?:\s+(?:of|from|for|OF|FOR|FROM)\s+(?:(?:the|its|their|a|THE|our|The)\s+)?(?:[\w’'&(),-]+\s+){{0,14}}?(?:(?:held|HELD|dated|Held)\s+(?:on|ON)\s+|on\s+|ON\s+)?|\s+[-–—]\s+)(?P<when>{_DATES}|…+\s*\d{{4}})")
_MINUTE_NO = re.compile(
    rf"\.?\s+(?:[Nn]os?\.?\s*)?{_REF}(?:(?:,\s*|\s+and\s+|\s*[-–]\s*|\s+to\s+){_REF}(?!\s+(?:{MONTHS}|minutes)))*(?!\s?%)(?!\s+(?:minutes?|seconds?|hours?)\b)(?:,\s+line\s+\d+)?(?:\s*[–—-]\s*[A-Z][\w\s]{{2,40}}?(?=[\].:;,(]|$)|,?\s+(?:of\s+)?{_DATE}|\s+\([A-Z][a-z]+,?\s+\d{{4}}\)|,\s+\d+\s+{MONTHS}\s+\d{{4}})?(?:\s+(?:refers|refer)\b)?\]?")


def _minute(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    begin = _with_article(text, start, at)
    if m := _MINUTES_OF.match(text, end):
        return begin, m.end(), "minute"
    word = text[start:end].lower()
    if word in ("minute", "minutes", "min", "mins") and (m := _MINUTE_NO.match(text, end)):
        if re.search(r"\b(?:19|20)\d\d\]?$|\.docx?$", m[0]) and not re.search(MONTHS, m[0]):
            return None
        near = text[max(0, start - 5): start]
        if word in ("minutes", "mins", "min") and near[-2:-1].isdigit():
            return None                # "4 minutes 12 seconds"
        open_at = start - 1 if text[start - 1: start] in ("[", "(") and start > at else start
        if g := re.search(r"\b[A-Z]{2,4}\s+$", text[max(at, start - 6): start]):
            open_at = start - len(g[0])
            if text[open_at - 1: open_at] == "[" and open_at > at:
                open_at -= 1
        b = m.end()
        before = re.search(rf"(?:(?:the\s+)?(?:[\w’']+\s+){{0,2}}?(?:request|resolution|recommendation|decision|discussion|bid|declaration)\s+(?:of|on)\s+{_DATE}|\b(?:on|of)\s+{_DATE}|\bparagraph\s+\d+(?:\.\d+)?\s+of|\bdiscussion\s+recorded\s+at|the\s+recommendation\s+made\s+at)\s+\(?$", text[max(at, start - 70): start])
        if before:
            open_at = max(at, start - 70) + before.start()
        if text[open_at] == "(" or "(" in text[open_at:b] and ")" not in text[open_at:b]:
            b = b + 1 if text[b: b + 1] == ")" else b
            if text[b - 1] != ")":
                open_at = start
        if text[open_at] == "(":
            open_at, b = open_at + 1, b - 1
        return open_at, b, "minute"
    if m := re.compile(r"\s+of\s+which\s+\w+\s+available\b").match(text, end):
        x = text.rfind(". ", 0, start) + 1
        return max(at, start - 90, x), m.end(), "minute"
    if word in ("minutes", "notes") and (m := re.search(rf"{_DATE}\s+(?:(?:[A-Z&][\w’'&]*|and|of)\s+){{1,8}}$", text[max(at, start - 90): start])):
        return max(at, start - 90) + m.start(), end, "minute"
    if word in ("minutes", "notes") and (m := re.match(rf"\s+for\s+{_DATES}", text[end:])):
        return start, end + m.end(), "minute"
    if m := re.search(r"\b(?:attached|appended)\s+to\s+(?:the\s+)?(?:last\s+|previous\s+)$", text[max(at, start - 34): start]):
        x, _, _, _ = _name_before(text, max(at, start - 34) + m.start(), at, 2)
        return x, end, "minute"
    return None


def _with_article(text: str, start: int, at: int) -> int:
    a, b = _word_before(text, start, at)
    return a if text[a:b].lower() in _DETERMINERS else start


_MEETING_WHEN = re.compile(rf"\s+(?:(?:of|with|OF)\s+(?:the\s+|his\s+|its\s+|THE\s+)?(?:{_CAP}\s+(?:(?:{_CAP}|and|of|&|the|for)\s+){{0,9}}?))?(?:due\s+to\s+be\s+|to\s+be\s+|which\s+was\s+|scheduled\s+)?(?:held\s+|HELD\s+|taking\s+place\s+)?(?:on|of|in|for|ON|OF|IN)\s+(?:{_WHEN}|the\s+week\s+of\s+{_DATE})")
_MEETING_OF = re.compile(rf"\s+of\s+(?:the|his|its|her|their)\s+{_CAP}(?:\s+(?:{_CAP}|and|of|&|the|for)){{0,9}}")
_MEETING_MODIFIERS = frozenset("last next previous two three quarterly annual future initial first formal public monthly special extraordinary regular inaugural accountability scrutiny budget private informal joint separate spring summer autumn winter recent second third final".split())


def _meeting(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """A meeting by its date, or by the body that holds it."""
    text = passage.text
    title = passage.kind == "title"
    begin, capitals, owner, plain = _name_before(text, start, at, 3)
    word = text[start:end].lower()
    when = _MEETING_WHEN.match(text, end)
    if title:
        return (begin, when.end(), "meeting") if when and re.search(r"\d", when[0]) else None
    names = [w for w in re.findall(r"[A-Z][\w’]+", text[begin:start]) if w.lower() not in _NO_NAME and w.lower() not in _DETERMINERS]
    months = [w for w in names if w.lower() in _MONTH_WORDS]
    if plain and any(w not in _MEETING_MODIFIERS for w in plain) and not capitals:
        begin, owner = start, owner if owner in ("the",) else None
    if when and re.match(r"\s+(?:of|with)\b", when[0]) and not re.search(r"\d", when[0]) and not re.search(MONTHS, when[0]):
        when = None
    if when and re.search(r"\b(?:first|next)\s+$", text[begin:start]) and not re.search(rf"\d\s|{MONTHS}", when[0]):
        when = None
    if when and not (word in ("briefing", "conference", "workshop", "seminar", "summit") and not re.search(rf"\d|{MONTHS}", when[0])):
        if passage.kind == "resolution" and re.search(r"\bminutes\b", text[max(0, begin - 30): begin], re.I):
            return begin, when.end(), "minute"
        if passage.kind == "resolution" and not re.search(r"\d", when[0]) and not names:
            return None
        return begin, when.end(), "meeting"
    if word in ("conference", "summit"):
        if capitals and len(names) >= 1 and owner in ("a", "the"):
            m = re.match(rf"\s+(?:of|for)\s+{_CAP}(?:\s+(?:{_CAP}|and|of))*(?:\s+the\s+previous\s+week)?|\s+the\s+previous\s+week", text[end:])
            return begin, end + (m.end() if m else 0), "meeting"
        return None
    if word in ("workshop", "seminar", "briefing"):
        return None
    if months and len(names) == len(months) and owner in ("the", "its", "their", "our", "a", None):
        if owner is None and not (text[:begin].strip() == "" or re.search(r"[.;:(]\s*$", text[:begin])):
            return None
        m = _MEETING_OF.match(text, end)
        if m is None and re.search(r"\b(?:to|for|before|until)\s+$", text[max(0, begin - 8): begin]):
            return None                # where something will go
        return begin, m.end() if m else end, "meeting"
    of = _MEETING_OF.match(text, end)
    if of and re.search(r"\b(?:initial|inaugural|last|special|extraordinary|annual|[Tt]he\s+first|first\s+ever)\b", text[begin:start]) and passage.kind != "resolution":
        return begin, of.end(), "meeting"
    if passage.kind == "resolution":
        return None
    if capitals and len(names) - len(months) >= 1 and not re.match(r"\s+(?:of|be|were\s+an|was\s+an)\b", text[end:]):
        proper = [w for w in names if w not in months]
        if (len(proper) >= 2 and not re.search(r"\bprevious\b", text[begin:start])) or re.search(r"\bnext\s+[A-Z]", text[begin:start]):
            return begin, end, "meeting"
    if owner in ("his", "her", "their") and "accountability" in plain:
        return begin, end, "meeting"
    return None


_BODY = r"(?:Panel|Committee|Board|Cabinet|Council|Forum|Partnership|Executive|Authority|Trust|Group|Sub-Committee|Assembly|CSP|PCP|Conference|Commission|Summit)s?"
_AT_BODY = re.compile(rf"\s+(?:to|by|at)\s+(?:the\s+)?(?:(?:{_CAP}|and|of|&|the)\s+){{0,8}}?{_CAP}\s+on\s+{_DATE}")
_PREVIOUSLY = re.compile(rf"\s+(?:been\s+)?(?:discussed|requested|considered|raised|advised|agreed|reported|asked)\s+(?:by|to|at|with)?\s*(?:the|this)\s+{_BODY}\b")


def _told_elsewhere(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """ "as presented to the Cabinet on 9 July", "had previously been discussed by the Panel"."""
    text = passage.text
    if passage.kind == "title":
        return None
    if text[start:end].lower() == "previously":
        if m := _PREVIOUSLY.match(text, end):
            back = re.search(r"(?:(?:as|has|had)\s+)*$", text[max(at, start - 14): start])
            return start - (len(back[0]) if back else 0), m.end(), "meeting"
        return None
    if m := _AT_BODY.match(text, end):
        return start, m.end(), "meeting"
    return None


def _board(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    if m := re.search(rf"\battending\s+the\s+(?:(?:{_CAP}|and|of|&)\s+){{1,8}}$", text[max(at, start - 60): start]):
        return max(at, start - 60) + m.start(), end, "meeting"
    return None


def _assembly(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    if m := re.match(rf"\s+of\s+the\s+[A-Z]\w+\s+held\s+on\s+{_DATE}(?:\s+\[[^\]]{{1,40}}\])?", text[end:]):
        begin, _, _, _ = _name_before(text, start, at, 0)
        return begin, end + m.end(), "minute" if "[" in m[0] else "meeting"
    return None


def _attended(passage: Passage, start: int, end: int, at: int) -> Found | None:
    m = re.match(rf"\s+on\s+{_DATE}", passage.text[end:end + 40])
    i = passage.text[max(at, start - 8): start]
    return (start - len(i.lstrip()) if i.endswith(" I ") else start, end + m.end(), "meeting") if m and i.endswith(" I ") else None


def _standing(passage: Passage, start: int, end: int, at: int) -> Found | None:
    m = re.match(rf"\s+item\s+on\s+the\s+(?:(?:{_CAP}|and|of|&|the)\s+){{1,9}}?agenda\b", passage.text[end:])
    if m:
        return _with_article(passage.text, start, at), end + m.end(), "meeting"
    m = re.match(r"\s+[Oo]rders?\s+(?:[Nn]os?\.?\s*)?\d[\w.()]*", passage.text[end:])
    return (start, end + m.end(), "regulation") if m else None


# ---- statutes

_PROVISION_WORD = r"(?:[Ss]ections?|SECTIONS?|[Ss]s?\.|[Pp]aragraphs?|[Pp]arts?|[Ss]chedules?|[Cc]hapters?|[Rr]egulations?|[Aa]rticles?|[Oo]rders?)"
_CHAIN = rf"(?:{_PROVISION_WORD}\s*(?:{_NUMBERS}|[IVX]+\b))"
_LAW_NAME = rf"(?:(?:the\s+|THE\s+)?(?:{_CAP},?\s+|\([A-Z][\w\s’'&,-]{{1,70}}\)\s+)(?:(?:{_CAP}|of|and|the|for|in|to|&|etc\.?|\([A-Z][\w\s’'&,-]{{1,70}}\)),?\s+){{0,16}}?(?:Acts?|Bill|Measure|ACT|Regulations?|Order|Rules|Directions)\b(?:\s+(?:19|20)\d\d|\s+1[6-8]\d\d)?|(?:the|that|this)\s+(?:\d{{4}}\s+)?(?:Act|Order|Regulations|Schedule|Bill)\b|SI\s+\d{{4}}/\d+|[A-Z]{{2,4}},?\s+(?:19|20)\d\d)(?:\s*\(as\s+amended\))?"
_PROVISION = re.compile(rf"\s*(?:{_NUMBERS}|[IVX]+\b)(?:\s*\([Ss]\d+\))?(?:(?:,\s*|\s+)(?:of|to|and|in)?\s*{_CHAIN})*(?P<law>\s*(?:,|of|to|under|in)\s+{_LAW_NAME}(?:,\s+(?:section|Schedule|schedule)\s+\d+\w*)?)?(?:\s+(?:[Nn]otices?|powers?|orders?|detentions?|agreements?|duty)\b)?")


def _section(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """A provision: "section 62 of the … Act 1994", "Paragraph 3 of Schedule 12A", "paragraph 4.2 of the report"."""
    text = passage.text
    word = text[start:end].lower()
    m = _PROVISION.match(text, end)
    if m is None:
        return _document(passage, start, end, at) if word == "schedule" else None
    legal = bool(m["law"]) or re.search(r"[Ss]chedule", m[0]) is not None
    rest = text[m.end(): m.end() + 60]
    if not legal and (n := _PAGE_AFTER.match(text, m.end())) and word.rstrip("s") in ("section", "paragraph", "para", "article"):
        return start, n.end(), "agenda-page"
    if not legal and (n := re.match(r"\s+of\s+minute\s+\d+[\w/.]*", rest)):
        return start, m.end() + n.end(), "minute"
    if legal or word.startswith("section") or word.startswith("schedule"):
        if not legal and re.match(r"\s+(?:of|to|on|in)\s+(?:the|this|that)\s+(?:report|plan|paper|agenda|document)\b", rest):
            return None
        if passage.kind == "title" and not legal and not text[start].isupper():
            return None
        return start, m.end(), "regulation" if re.search(r"\b(?:Regulations?|Order|Rules)\b[^A-Z]*$", m["law"] or "") else "act"
    if word.startswith("regulation"):
        n = re.match(rf"\s+(?:Notices?\b)?(?:\s*for\s+the\s+period\s+{_DATE}\s+to\s+{_DATE})?", rest + text[m.end() + 60: m.end() + 120])
        if passage.kind == "title":
            return None
        return _with_article(text, start, at), m.end() + (n.end() if n else 0), "regulation"
    if word.startswith("para"):
        if (passage.kind == "resolution" or passage.kind == "cell" or re.search(r"exempt|exclu", passage.title + text[:m.start()], re.I)) and re.search(r"exempt|exclu|press|public", text[:start] + text[m.end(): m.end() + 60], re.I) or re.search(r"exclu|exempt", passage.title, re.I):
            return start, m.end(), "act"
        if word in ("para", "paras") and text[start - 3: start] == "PR ":
            b = text.find("]", m.end())
            a = text.rfind("[", at, start)
            if a >= 0 and 0 <= b - m.end() < 5:
                return a, b + 1, "report"
        opened = re.search(r"\btable\s+at\s+$", text[max(at, start - 10): start], re.I)
        if passage.kind == "title":
            return None
        return start - (len(opened[0]) if opened else 0), m.end(), "agenda-page"
    return None


_PAGE_AFTER = re.compile(r"\s+(?:of|in|on)\s+(?:the|his|her|their|page)\s+(?:[\w’']+\s+){0,5}?(?:report|paper|agenda|plan|\d+|bundle|pack|document|appendix|supplement)\b(?:\s+on\s+page\s+\d+)?(?:\s*\(agenda\s+p\.\s*\d+\))?")


def _act(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """An Act, Bill, Order or set of Regulations by its name, its year, or what the meeting calls it."""
    text = passage.text
    if not text[start].isupper():
        return _rules(passage, start, end, at)
    word = text[start:end].lower()
    year = re.match(r"\s+(?:(?:19|20)\d\d|1[6-8]\d\d|of\s+(?:19|20)\d\d)(?:\s*\(as\s+amended\))?(?:,\s+(?:section|[Ss]chedule)\s+\d+\w*)?", text[end:])
    stop = end + (year.end() if year else 0)
    begin, capitals, owner, _ = _name_before(text, start, at, 0)
    names = text[begin:start].split()
    if word in ("act", "acts", "bill", "measure"):
        if not capitals or (names and names[-1] in ("Councillor", "Cllr", "Mr", "Sir")):
            return None
        if re.match(r"\s+[A-Z][a-z]+\b", text[stop:]) and word == "bill" and not year:
            return None
        return begin, stop, "act"
    kind = "regulation"
    if capitals and year and not (len(names) and re.fullmatch(r"(?:19|20)\d\d", names[-1])):
        under = re.search(r"\b(?:under|by|with|as\s+required\s+by)\s+$", text[max(at, begin - 16): begin])
        return begin - (len(under[0]) if under else 0), stop, kind
    if owner == "the" and (year or re.fullmatch(r"the\s+(?:19|20)\d\d\s+", text[begin:start])):
        return begin, stop, kind
    if word == "rules" and len(names) >= 2 and re.search(r"Procedure\s+$", text[:start]):
        return begin, stop, kind
    if word == "regulations" and owner == "the":
        return begin, stop, kind
    return _rules(passage, start, end, at)


def _rules(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """Rules and regulations called by a number or a subject: "Rule 16", "the coronavirus regulations"."""
    text = passage.text
    word = text[start:end].lower()
    if word in ("rule", "rules", "order", "article") and (m := re.match(r"\s+(?:[Nn]os?\.?\s*)?\d+[\w.()]*(?:\s+of\s+the\s+[\w’']+\s+(?:\w+\s+){0,2}?rules)?", text[end:])) and text[start].isupper():
        return start, end + m.end(), "regulation"
    if passage.kind == "title":
        return None
    if word == "regulations" and re.match(r"\s+(?:of|on|made|had|were|that)\b|[.,;]", text[end:]):
        begin, capitals, owner, plain = _name_before(text, start, at, 2)
        if owner == "the" and (plain or capitals):
            return begin, end, "regulation"
    if word == "rules" and (m := re.match(r"[’']?\s+(?:amendment|for\s+recording|on\s+\w+)\b", text[end:])):
        begin, capitals, owner, plain = _name_before(text, start, at, 2)
        a = re.search(r"(?:[A-Z]\w+\s+){1,3}(?:counting\s+|[‘'])?$", text[max(at, start - 40): start])
        if a:
            return max(at, start - 40) + a.start(), end + m.end(), "regulation"
    return None


def _law(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """Law without the title of a statute: "the Serious Violence Duty", "Awaab’s Law", "statutory duty"."""
    text = passage.text
    head = text[start:end]
    word = head.lower()
    if passage.kind == "title":
        return None
    if word in ("statutory", "legislative", "legal"):
        m = re.match(r"\s+(?:requirements?|duty|duties)\b(?:\s+(?:placed\s+on|of|to)\s+[\w’' ]{3,25}?(?=[.,;]|$|\s(?:and|in|for|under)\b))?", text[end:])
        if m:
            return _with_article(text, start, at), end + m.end(), "act"
        return _document(passage, start, end, at) if word in DOCUMENTS else None
    if word == "duty":
        if m := re.match(r"\s+to\s+(?:collaborate|consult|co-operate|cooperate|have\s+regard)\b", text[end:]):
            return _with_article(text, start, at), end + m.end(), "act"
        if not head[0].isupper():
            return None
    if word == "legislation":
        if (m := re.search(r"\b(?:when|where|once|if)\s+(?:the\s+)?$", text[max(at, start - 12): start])) and (n := re.match(r"\s+\w+\s+\w+", text[end:])):
            return max(at, start - 12) + m.start(), end + n.end(), "act"
    begin, capitals, owner, _ = _name_before(text, start, at, 0)
    if capitals and word in ("law", "legislation", "duty", "directive") and not re.match(r"\s+(?:Officer|Manager|Solicitor|Inspector|Sergeant|Group|Society|Centre|and\s+[A-Z])", text[end:]):
        return begin, end, "act"
    if word == "law" and head[0].isupper() and owner and owner.endswith(("’s", "'s")):
        return begin, end, "act"
    return None


def _instrument(passage: Passage, start: int, end: int, at: int) -> Found | None:
    m = re.match(r"\s+\d{4}/\d+\b", passage.text[end:])
    return (start - 10, end + m.end(), "regulation") if m and passage.text[start - 10: start] == "Statutory " else None


def _secondary(passage: Passage, start: int, end: int, at: int) -> Found | None:
    m = re.match(r"\s+legislation\s+could\b", passage.text[end: end + 24])
    return (start, end + m.end(), "act") if m else None


def _code(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """A reference by its number alone: "PC24/23", "D/2022/009", "s.28(4)"."""
    text = passage.text
    said = text[start:end]
    if said[0] in "sS" and re.match(r"[Ss]\.?\s?\d", said):
        if passage.kind == "title" or re.match(r"[Ss]\s", said) or (said[0] == "s" and said[1] not in ".0123456789"):
            return None
        m = re.match(rf"\s+(?:of|to)\s+{_LAW_NAME}", text[end:])
        return start, end + (m.end() if m else 0), "act"
    if re.match(r"(?:COVID|C|CV)-?19\b|[A-Z]{1,2}\d+/\d+\b(?=\s+(?:road|junction))", said) or re.fullmatch(r"[A-Z]\.\d+|[A-Z]\d+[.-]\d+", said) or "." in said and "/" not in said and said.count(".") < 3:
        return None
    near = text[max(0, start - 30): start].lower()
    if re.search(r"\bagenda\b|\btel\w*|\bplanning\s+application", near):
        return None
    if passage.item and said.replace(" ", "").lower() == passage.item.replace(" ", "").lower():
        return None
    if re.search(r"\bitems?\s+$", near):
        return None
    kind = "decision" if re.search(r"\bdecision", near) or said[0] == "D" or "decision" in passage.title.lower() or passage.kind == "title" else "minute" if re.fullmatch(r"[A-Z]{1,6}\d+/\d+", said) else "report"
    if word := re.search(r"\b(?:[Rr]eport|[Dd]ecision)\s+$", text[max(at, start - 10): start]):
        return start - len(word[0]), end, kind
    return start, end, kind


# ---- places in the papers

_PAGE_NO = re.compile(r"\.?\s*\d+(?:\s*(?:[-–/&]|to|and)\s*\d+)?\b")


def _page(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    m = _PAGE_NO.match(text, end)
    if passage.kind == "title" or m is None or re.match(r"\s?%", text[m.end():]):
        return None
    if text[start:end] in ("Page", "Pages") and (not text[:start].strip() or text[start - 1] in "(["):
        return None                    # a page number of the print
    stop = m.end()
    if n := _PAGE_AFTER.match(text, stop):
        stop = n.end()
    before = re.search(r"(?:[Aa]genda\s+|(?:[A-Z][A-Za-z]{1,8}\s+[-–]\s+)[Aa]genda\s+|\d{4}\s+Refresh\s+report,\s+|(?:the\s+)?[Bb]undle\s+|(?:on|at|see|See)\s+)$", text[max(at, start - 30): start])
    if before:
        start -= len(before[0])
    return start, stop, "agenda-page"


_ITEM_ASIDE = re.compile(r"\b(?:consideration\s+of|discussion\s+of|taken\s+(?:after|before)|be\s+taken\s+before|before|after|background\s+to|see|during|until|prior\s+to|left\s+(?:before|after|during)|from)\s+(?:agenda\s+)?\(?$", re.I)


def _item(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """An item of this or another agenda that the text points at; not one by which the time is told."""
    text = passage.text
    m = re.compile(r"\s+(?:[Nn]os?\.?\s*)?\d+(?:[./]\d+)?[a-z]?(?:\s+(?:and|to)\s+\d+)?\b").match(text, end)
    if m is None or passage.kind == "title":
        if (n := re.match(r"\s+[A-Z](?:\s+in\s+closed\s+session)?(?=[\s\].,)])", text[end:])) and text[max(0, start - 7): start] == "EXEMPT ":
            return start - 7, end + n.end(), "agenda-page"
        return None
    agenda = re.search(r"\b[Aa]genda\s+\(?$", text[max(at, start - 10): start])
    if not agenda and (_ITEM_ASIDE.search(text[max(0, start - 24): start]) or text[end + 1: m.end()].strip() == passage.item):
        return None
    if re.search(r",\s+$", text[max(0, start - 2): start]) and re.match(r"\.\s+PDF", text[m.end():]):
        return None
    if re.match(r"\s+(?:be|was|were|is)\s+(?:taken|considered|deferred|brought|withdrawn)", text[m.end(): m.end() + 30]):
        return None
    begin = start - (len(agenda[0]) if agenda else 0)
    stop = m.end()
    if agenda and "(" in agenda[0] and text[stop: stop + 1] == ")":
        stop += 1
        begin = _with_article(text, begin, at)
    return begin, stop, "agenda-page"


def _agenda(passage: Passage, start: int, end: int, at: int) -> Found | None:
    m = re.compile(r"\s+p\.\s*\d+(?:\s*[-–/]\s*\d+)?").match(passage.text, end)
    return (start, m.end(), "agenda-page") if m and passage.kind != "title" else None


def _appendix(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    m = re.compile(r"\s+(?:\d+|[A-Z])\b(?:(?:\s*(?:,|and|to|&)\s*)(?:\d+|[A-Z])\b(?!\w))*(?P<to>\s+(?:to|of)\s+(?:this|the|his|her|their)\s+(?:\w+\s+)?(?:report|paper|agenda|minutes))?").match(text, end)
    if m is None or passage.kind in ("title", "heading") or (start == 0 and not m["to"]):
        return None
    if re.search(r"[\[(].{0,24}\b(?:attached|appended|set\s+out)\s+(?:as|at|in)\s+$", text[max(0, start - 40): start]):
        return None
    return start, m.end(), "report" if m["to"] else "agenda-page"


def _labelled(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """ "table 3 of the report", "recommendation 2"."""
    text = passage.text
    m = re.compile(r"\s+\d+(?:\.\d+)?\b").match(text, end)
    if m is None or passage.kind == "title":
        return None
    if n := _PAGE_AFTER.match(text, m.end()):
        return start, n.end(), "agenda-page"
    return (start, m.end(), "report") if text[start:end].lower() == "recommendation" and passage.kind in ("paragraph", "resolution") and not re.match(r"\s*[-:–]", text[m.end():]) else None


def _decision(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    if text[max(0, start - 10): start] == "Record of ":
        tail = re.match(r"\s+[-–]\s+[A-Z][\w\s’&-]{3,60}", text[end:])
        head = re.search(r"[A-Z][\w\s’&-]{3,60}?\s+[-–]\s+Record of $", text[at:start])
        return (at + head.start() if head else start - 10), end + (tail.end() if tail else 0), "decision"
    m = re.compile(r"(?:\s+(?:[Nn]otice|[Nn]o\.?|[Nn]umber|[Rr]ef(?:erence)?\.?|[Rr]ecord))?:?\s+(?=[\w./-]*\d)(?:[A-Z][\w./-]*|\d[\w./-]*\d)(?:\s+\([A-Z][^)]{3,60}\)|\s+refers)?").match(text, end)
    if m and not re.fullmatch(r"\s+(?:19|20)\d\d", m[0]):
        return start, m.end(), "decision"
    m = re.compile(rf"(?:\s+of\s+the\s+[A-Z]\w+)?\s+(?:of|dated|taken\s+on|made\s+on)\s+{_DATE}").match(text, end)
    begin, _, owner, _ = _name_before(text, start, at, 1)
    if m and owner:
        return begin, m.end(), "decision"
    if (m := re.match(r"\s+record\b", text[end:])) and owner == "the":
        return begin, end + m.end(), "decision"
    return None


def _resolution(passage: Passage, start: int, end: int, at: int) -> Found | None:
    """ "the resolution of 2 February (minute 43)": read up to its minute, else left alone."""
    text = passage.text
    m = re.compile(rf"\s+of\s+{_DATE}(?:\s+\(minute\s+[\w/]+\))?").match(text, end)
    if m and passage.kind != "title":
        begin, _, owner, _ = _name_before(text, start, at, 0)
        if owner:
            return begin, m.end(), "minute"
    return None


def _record(passage: Passage, start: int, end: int, at: int) -> Found | None:
    if passage.text[end: end + 12] == " of Decision":
        return None
    return _minute(passage, start, end, at)


# ---- the web, and the courts

_ADDRESS = re.compile(r"[^\s<>()\[\]]+[\w/]")
_SITE = re.compile(r"\b(?:published\s+on\s+(?:the|his|her|its|their|our)\s+(?:[\w’]+\s+){0,3}?|(?:available|found|published|set\s+out)\s+(?:online\s+)?(?:on|at)\s+(?:the|its|their)\s+(?:[\w’]+\s+){0,3}?)$")


def _web(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    if passage.kind == "title":
        return None
    if text[start:end].lower() == "website":
        m = _SITE.search(text[max(at, start - 60): start])
        tail = re.match(r"\s+in\s+advance", text[end:])
        return (max(at, start - 60) + m.start(), end + (tail.end() if tail else 0), "web") if m else None
    m = _ADDRESS.match(text, start)
    return (start, m.end(), "web") if m and len(m[0]) > end - start + 2 and text[end] in ":." else None


_CASE = re.compile(r"(?:R\s+\(?(?:on\s+the\s+application\s+of\s+)?[A-Z][\w\s]{2,40}\)?|[A-Z][\w’]+(?:\s+[A-Z][\w’]+){0,3})\s+$")
_VERSUS = re.compile(r"\.?\s+[A-Z][\w’]+(?:\s+(?:[A-Z][\w’]+|of|and)){0,5}(?:\s+\[\d{4}\]\s*[A-Z]+(?:\s+[A-Z][a-z]+)?\s+\d+)?")
_RULED = re.compile(r"(?:\s+of\s+Appeal)?(?:\s+had)?\s+(?:ruled|held|found|decided|judged)\s+that\s+(?:\w+[’\w]*\s+){1,10}")


def _case(passage: Passage, start: int, end: int, at: int) -> Found | None:
    text = passage.text
    if passage.kind == "title":
        return None
    if text[start:end] == "v":
        head = _CASE.search(text[max(at, start - 60): start])
        tail = _VERSUS.match(text, end)
        return (max(at, start - 60) + head.start(), tail.end(), "case") if head and tail else None
    m = _RULED.match(text, end)
    if m and text[start].isupper():
        begin, _, _, _ = _name_before(text, start, at, 0)
        return begin, m.end(), "case"
    return None


Reader = Callable[[Passage, int, int, int], Found | None]
_READERS: dict[str, Reader] = {}
for _words, _reader in (
    ("minute minutes min mins notes", _minute), ("record", _record), ("section sections paragraph paragraphs para paras schedule regulation article articles ss", _section),
    ("act acts bill measure order byelaws directions regulations rules", _act), ("rule", _rules), ("law legislation legislative duty directive statutory legal", _law), ("instrument", _instrument), ("secondary", _secondary),
    ("meeting meetings seminar workshop conference summit briefing", _meeting), ("previously presented submitted considered", _told_elsewhere), ("board boards", _board), ("assembly", _assembly),
    ("attended", _attended), ("standing", _standing), ("page pages pp pg", _page), ("item items", _item), ("agenda", _agenda), ("appendix appendices annex annexe annexes", _appendix),
    ("table chart slide recommendation question", _labelled), ("decision decisions", _decision), ("resolution request", _resolution), ("http https www website", _web), ("court tribunal v", _case),
):
    for _word in _words.split():
        _READERS[_word] = _reader


def _briefing(passage: Passage, start: int, end: int, at: int) -> Found | None:
    return _meeting(passage, start, end, at) or _document(passage, start, end, at)


_READERS["briefing"] = _briefing


# ------------------------------------------------------------------------------------------------ what is quoted, and what counts as the same

_EDGES = ",;:()[]"


def _widened(passage: Passage, start: int, end: int, kind: str, found: Sequence[Found]) -> tuple[int, int]:
    """A short name with the words of its clause around it, so that the quote says why it is named."""
    text = passage.text
    a = text.rfind("[", max(0, start - 40), start + 1)
    b = text.find("]", end - 1, end + 40)
    if 0 <= a < b and text.find("]", a, start) < 0 and text.find("[", end, b) < 0:
        return a, b + 1
    size = text.count(" ", start, end) + 1
    if passage.kind == "title" or kind in ("web", "agenda-page", "decision") or (kind == "minute" and size > 2) or size > 6:
        return start, end
    low = max([0] + [b for a, b, _ in found if b <= start])
    high = min([len(text)] + [a for a, b, _ in found if a >= end])
    a = start
    for _ in range(4 if kind != "minute" else 2):
        x, y = _word_before(text, a, low)
        if x >= y or text[y - 1] in ",;:).!?]" or text[x:y] in ("–", "—", "-"):
            break
        a = x
        if text[x] in "([":
            a = x + 1
            break
    b = end
    for _ in range(6 if kind != "minute" else 2):
        if b >= high or text[b] != " ":
            break
        y = text.find(" ", b + 1)
        y = len(text) if y < 0 else y
        if y > high or text[b + 1] in "([–—-":
            break
        b = y
        if text[b - 1] in ",;:).!?]":
            break
    return a, _right_edge(text, end, b) if b > end else b


def head_of(kind: str, target: str) -> str:
    """The last words of a document's name, by which its shorter mentions are known."""
    words = [w for w in _NOT_WORD.sub(" ", _name_of(target)).split() if w != "for"]
    months = [w for w in words if w in _MONTH_WORDS]
    return " ".join([w for w in words if w not in _MONTH_WORDS][-2:] + months[:1])


_AFTER_NAME = re.compile(r"(?<=\w)\s(?:by|from|on|about|into|which|that|put|published|dated|before|recording|explaining|updating)\s.*")


def _name_of(target: str) -> str:
    """The name in a target, without who made the document and what it tells."""
    return _AFTER_NAME.sub("", target)


_NOT_WORD = re.compile(r"\W+")



def _is_subject(passage: Passage, target: str, quote: str) -> bool:
    """Is the document what the item is about, or what a resolution disposes of? Then it is no pointer elsewhere."""
    if passage.kind == "resolution":
        return not re.match(r"[Rr]ecommendation \d|the (?:letter|findings) of|the Quarter|.*\d{4}", quote)
    if re.search(r"\bwork (?:plan|programme)\b", target):
        return True                    # the committee's own programme
    if re.search(r"\bdraft\b|(?:19|20)\d\d\s?[-–/]\s?\d\d|\b[A-Z]{1,5}/\d", quote):
        return False               # a draft, or a paper of a stated year, is named for itself
    title = set(re.findall(r"\w+", passage.title.lower()))
    words = [w for w in re.findall(r"\w+", _name_of(target)) if len(w) > 2 and w not in ("and", "the", "for", "commissioner", "panel", "committee", "his", "her", "their")]
    return bool(words) and passage.kind != "title" and all(w in title for w in words)


_DAY_OF = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTHS}(?:,?\s+\d{{4}})?", re.I)
_NOISE = re.compile(r"[\[\]()]|\b(?:the|a|an|his|her|its|their|our|draft|updated|this|that)\b", re.I)
_TAIL = re.compile(r"\b(?:as\s+)?attached.*$|\bdocuments?\b|\b(?:for\s+)?(?:19|20)\d\d(?:[-/–]\d+)?", re.I)


def target_of(kind: str, quote: str) -> str:
    """What a reference points at, in one form: lower case, without articles and brackets."""
    if kind == "minute" and (date := _DAY_OF.search(quote)):
        return re.sub(r"\s+\d{4}$", "", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|,", "", date[0])).lower()
    text = _TAIL.sub(" ", _NOISE.sub(" ", quote))
    return " ".join(text.split()).strip(" .,;:’'‘").lower()
