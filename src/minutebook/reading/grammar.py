"""What a stretch of text is, told by its own form: title or sentence, operative words, list leads."""
from __future__ import annotations

import re
from functools import lru_cache

FINITE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|would|will|could|should|did|does|may|might|must|"
    r"(?:advis|not|explain|stat|ask|agre|confirm|highlight|request|report|comment|consider|receiv|welcom|rais|thank|"
    r"introduc|outlin|inform|reassur|answer|respond|repli|express|observ|remark|recogni[sz]|acknowledg|present|propos|"
    r"second|declar|circulat|discuss|question|enquir|attend|suggest|approv|provid|undert|refer|remind|queri|describ|"
    r"summari[sz]|indicat|updat|address|invit|urg|prais|point|add)ed\b|said|told|gave|took|made|felt|drew|spoke|"
    r"undertook|sought|put|heard|went|wished|thought|believed|noted|replied|read|left|came|brought|met)\b"
)
PASSIVE_TITLE = re.compile(r"\b(?:held|adjourned|deferred|referred|received|published|proposed|attended|raised)\b", re.IGNORECASE)
ARTICLE_OPENING = re.compile(
    r"(?:The|A|An|In|There|It|He|She|They|This|That|These|Those|Members?|Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Following|"
    r"Having|Responding|When|As|At|On|After|With|Regarding|Asked|Reference|Apologies were|No)\b"
)
OPERATIVE = re.compile(
    r"""(?:(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s*)?
        (?:(?:unanimously|UNANIMOUSLY)\s+)?(?:(?:[Ii]t\ was|IT\ WAS)\s+(?:then\s+|further\s+|therefore\s+|THEN\s+)?|[Tt]he\ (?:(?:[A-Z][a-z]+\ ){0,2}(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Ss]ub-[Cc]ommittee|[Mm]eeting|[Mm]embers|Authority|Commission|Forum|Partnership|Council|Executive|Cabinet))\s+|[Mm]embers\s+)?
        (?:unanimously\s+|UNANIMOUSLY\s+|accordingly\s+|therefore\s+|also\s+|further\s+)*
        (?P<verb>RESOLVED|AGREED|RECOMMENDED|NOTED|APPROVED|DECIDED|ORDERED|PENDERFYNWYD|CYTUNWYD|ENDORSED|DETERMINED|DECISIONS?|RECOMMENDATIONS?(?=\s*$))\b
    )""",
    re.VERBOSE,
)
OPERATIVE_MIXED = re.compile(
    r"""(?:(?:It\ was\s+(?:then\s+|further\s+|therefore\s+)?)?(?:unanimously\s+|Unanimously\s+)?
        (?P<verb>[Rr]esolved|[Aa]greed|[Rr]ecommended|[Nn]oted|[Dd]ecided|[Dd]ecisions?|[Pp]enderfynwyd|Recommendations?(?=\s*$))\b
        (?:\s*\([^)]{0,60}\))?(?:\s+unanimously|,\s+unanimously,?)?
        \s*(?P<sign>[:–—-]|,?\s*(?:that\b|to\b)|[.,]?$))
      |[Tt]he\ (?:[A-Z][a-z]+\ ){0,2}(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Ss]ub-[Cc]ommittee|[Cc]ommission|[Ff]orum|Authority|Partnership)\s*(?::|:?-|:–)\s*
        (?=$|(?:\w+ly\s)?(?P<verb3>resolved|agreed|recommended|noted|decided|approved|endorsed|received|welcomed)\b)
      |(?:(?:[Tt]he\ (?:[A-Z][a-z]+\ ){0,2}(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Ss]ub-[Cc]ommittee|[Cc]ommission|[Ff]orum|[Mm]eeting|Authority|Partnership)|[Mm]embers)\ (?:then\ |therefore\ |unanimously\ )*
        (?P<verb2>resolved|agreed|recommended|noted|decided)(?:\s+and\s+(?:noted|agreed|recommended|resolved))?\s*(?:[:–—]|:?-|that:))""",
    re.VERBOSE,
)
DECIDED = re.compile(
    r"(?:(?:The|That the) (?:draft |revised |proposed |updated )*(?:minutes|record|notes?|report|reports|update|programme|work(?:ing)? programme|plan|presentation|"
    r"recommendations?|proposals?|draft|policy|strategy|terms of reference|verbal update|oral update|paper|information|position|contents|budget|outturn)\b"
    r"[^.;]{0,160}?\b(?:was|were|is|are|be)\s+(?:then\s+|unanimously\s+|duly\s+|formally\s+)*(?:noted|agreed|approved|received|confirmed|accepted|endorsed|adopted|signed|taken as read|carried|supported)\b"
    r"|(?:Following [^.,]{3,60},\s*)?[Ii]t was (?:then |therefore |further |also |unanimously )*(?:agreed|resolved|decided|recommended)\b"
    r"|(?:[\w ]{0,50}, |Subject to [^.,]{3,60} )?(?:the|The|Members of the) (?:[A-Z][a-z]+ ){0,2}(?:Committee|Panel|Board|Sub-Committee|Forum|Commission|Authority|Partnership)(?: (?:then|therefore|unanimously|also|accordingly))* "
    r"(?:resolved\b|noted and agreed\b|agreed and noted\b|agreed (?:to|that|the)\b|approved\b|endorsed\b|confirmed the minutes|supported the\b|recommended\b|noted the (?:report|update|minutes|content|presentation|position|programme|verbal|progress)\b)"
    r"|(?:Agreed|Noted|Approved|Resolved|Received|Endorsed|Carried|Confirmed|Cytunwyd|Nodwyd)(?:,? (?:as (?:an?|the|set|amended|accurate|correct|true|presented|drafted)|subject|in|with|and|unanimously|nem)\b[^.]{0,90})?\.?$)"
)
LOST_WORD = re.compile(r"[Tt]hat\s+(?!is\b|was\b|were\b|said\b|would\b|had\b|has\b|evening\b|morning\b|night\b|meant\b|could\b|will\b)")
LIMB = re.compile(r"(?:[Tt]hat|[Tt]o)\b")
UPPER = re.compile(r"[A-ZÀ-ÖØ-Þ]")
LOWER = re.compile(r"[a-zß-öø-ÿ]")
LEADS_ON = re.compile(r"[:;]$|:[-–—]+$|[-–—]$|…$")


@lru_cache(maxsize=8192)
def is_caps(text: str) -> bool:
    """Is it set in capitals (small words in brackets apart)?"""
    head = text[:16]
    if sum(map(str.islower, head)) > 8:      # plain prose, told by its first words
        return False
    upper = len(UPPER.findall(text))
    lower = len(LOWER.findall(text))
    return upper + lower >= 3 and upper >= 0.8 * (upper + lower)


def title_share(text: str) -> float:
    """Share of its longer words that begin with a capital or a digit."""
    words = [w for w in re.findall(r"[\w’'&/-]+", text) if len(w) > 3]
    return sum(w[0].isupper() or w[0].isdigit() for w in words) / len(words) if words else 0.5


@lru_cache(maxsize=8192)
def titleness(text: str) -> float:
    """How much a text looks like the title of an item (positive) or like a sentence (negative)."""
    text = text.strip()
    if not text:
        return -1.0
    if len(text) > 320:
        return -4.0
    words = text.split()
    if len(words) > 45:
        return -4.0
    bare = re.sub(r"\([^)]*\)", " ", text)
    score = 0.0
    if is_caps(bare):
        score += 2.0
    else:
        score += 1.2 * title_share(bare) - 0.2
        if text[0].islower():
            score -= 2.5
        verbs = FINITE.findall(PASSIVE_TITLE.sub(" ", bare))
        score -= 1.6 * min(2, len(verbs))
        if ARTICLE_OPENING.match(text) and (verbs or len(words) > 14):
            score -= 1.0
    ending = text.rstrip("”’\"')")[-1:]
    if ending in ".;!" and len(words) > 3:
        score -= 1.5 if not is_caps(bare) else 0.5
    if ending in ":," and not is_caps(bare):
        score -= 1.0
    if ending == "?":
        score -= 0.8
    if len(words) > 20:
        score -= 0.5
    if LIMB.match(text) and len(words) > 5 and not is_caps(bare):
        score -= 3.0 if text[:4].lower() == "that" else 0.6
    if re.match(r"(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed|Recommended|PRESENT|ACTION)\b", text):
        score -= 4.0
    return score


def leads_on(text: str) -> bool:
    """Does it lead into a list: "the following:", "it was resolved that:-"?"""
    return bool(LEADS_ON.search(text.rstrip()))


@lru_cache(maxsize=8192)
def operative(text: str) -> re.Match[str] | None:
    """The operative word that opens a resolution, in capitals or as a set form."""
    return OPERATIVE.match(text) or OPERATIVE_MIXED.match(text)


def operative_word(m: re.Match[str]) -> str:
    """The word itself, as printed."""
    groups = m.groupdict()
    return groups.get("verb") or groups.get("verb2") or groups.get("verb3") or "resolved"
