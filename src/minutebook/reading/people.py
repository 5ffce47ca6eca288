"""Names of people as papers print them: honorific, name, post-nominals, role in brackets or after a dash."""
from __future__ import annotations

import re
from dataclasses import dataclass

_RANK = (
    r"(?:(?:(?:Temporary|Temp|Acting|Detective|Deputy|Assistant|Chief|Det|T/|A/|D/)\.?\s*)*"
    r"(?:Constable|Superintendent|Supt|Inspector|Insp|Sergeant|Sgt|Fire Officer|Commander|Cdr)|"
    r"(?:Area|Group|Station|Watch|Crew|Borough|District|Divisional|Territorial|Local|Brigade|Section|Sector)\s(?:Manager|Commander|Inspector|Superintendent)|"
    r"Ch Supt|C/Supt|C/Insp|Ch Insp|(?-i:WPC|PCSO|PS|PC|DS|DCI|DCS|DC|DI|DSU|T/ACC|T/CC|T/DCC|ACC|DCC|CC|ACFO|DCFO|CFO)|D/Supt|T/Chief Constable|"
    r"Wing Commander|Squadron Leader)"
)
_STYLE = (
    r"(?:Alderm[ae]n|Alderwoman|Ald|Bailies?|Provost|Lord Mayor|Mayor|Lord|Lady|Viscount|Viscountess|Earl|Countess|Baroness|Baron|Sir|Dame|Professor|Prof|"
    r"Doctor|Dr|Very Reverend|Reverend|Revd|Rev|Canon|Archdeacon|Rabbi|Imam|Mrs?|Miss|Ms|Mx|Messrs|Father|Fr|Sister|Major General|Major|Captain|Capt|"
    r"Colonel|Lt\.? Col|Col(?=\.)|Lieutenant|Lt|Brigadier|Senators?|Deputies|Deputy(?!\s+Chief)|Teachta[íi]?|His Honour|Her Honour|Judge|Y Parch|An Cllr|An Comh|Comh)"
)
_COUNCILLOR = r"(?:(?:County|Borough|District|City|Town|Parish|Community|Unitary)\s)?(?:Councillors?|Councilors?|C[li1]{2}rs?|Clls?|Clrs?|(?:Y\s)?Cynghor(?:ydd(?:ion)?|wyr)|Cyng|(?:An\s)?Comhairleoir[íi]?)"
_RUN_TOGETHER = r"(?-i:(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)(?=[A-Z][A-Za-z]* [A-Z]|[A-Z] [A-Z]))"        # "CllrA Surname": the space was lost
# Titles may be set in capitals, but never begin with a small letter.
TITLES = re.compile(
    rf"(?:(?:the\s+)?(?:Right Hon(?:ourable)?|Rt\.?\s?Hon(?:ourable)?|Hon)\b\.?\s+)?"
    rf"(?:(?-i:(?=[A-Z]))(?:(?:{_RANK}|{_STYLE}|{_COUNCILLOR})(?![\w’'-])|{_RUN_TOGETHER})\s?\.?[:;]?\s*(?:/\s*(?={_COUNCILLOR}\b))?|the\s+(?=(?:Rev|Very|Hon)))*",
    re.IGNORECASE,
)
HONORIFIC = TITLES
PLURAL = re.compile(r"(?:Councillors|Councilors|Cllrs|Clls|Clrs|Cynghoryddion|Cynghorwyr|Comhairleoirí|Messrs|Aldermen|Senators|Deputies|Bailies|Teachtaí)(?:\b|(?-i:(?=[A-Z] ?[A-Z])))", re.IGNORECASE)
SINGULAR = {"cynghorwyr": "Cynghorydd", "comhairleoirí": "Comhairleoir", "aldermen": "Alderman", "senators": "Senator", "deputies": "Deputy", "bailies": "Bailie",
            "teachtaí": "Teachta",
            "councillors": "Councillor", "councilors": "Councillor", "cllrs": "Cllr", "clls": "Cllr", "clrs": "Cllr",
            "cynghoryddion": "Cynghorydd", "messrs": "Mr"}
POSTNOMINALS = (
    "OBE|MBE|CBE|KBE|DBE|GBE|BEM|JP|DL|QPM|KPM|QFSM|KFSM|QAM|QC|KC|CB|CMG|KCB|KCMG|TD|RD|MP|AM|MS|MSP|MEP|MC|GM|"
    "KCVO|CVO|LVO|MVO|Bt|FRSA|FRICS|MRICS|CPFA|CIPFA|PhD|BSc|BA|MA|MSc|LLB|MBA|RN|RAF|VR|TC|PC|DSO|DFC|FCCA|ACA|FCA"
)
# The same letters with a stop after each ("K.C.V.O.", "J.P."), as older papers set them.
STOPPED = r"(?:K\.C\.V\.O|M\.V\.O|C\.V\.O|T\.D|" + "|".join(r"\.".join(p) for p in POSTNOMINALS.split("|") if p.isupper()) + r")(?![\w’'-])\.?"
POSTNOMINAL = re.compile(rf"(?:,?\s*\b(?:(?:{POSTNOMINALS})\b\.?|{STOPPED}))+(?=[\s,(;:\[\])]|$)")
PARTICLES = (r"(?:Mc|Mac|Fitz|Ap|ap|de|De|la|La|van|Van|von|Von|der|den|du|Du|le|Le|ab|al|Al|bin|Bin|St\.?|ten|Ten|El|el|ferch|"
             r"Ní|Nic|Ó|Mhic|Uí|Bean|dos|da|di|y|of(?=\s))")
NAME_WORD = re.compile(
    rf"(?:[A-ZÀ-Þ]\.?(?:[ -]?[A-ZÀ-Þ]\.)*|(?:[A-ZÀ-Þ]\.?){{2,4}}|(?:d|D|O|M)[’'][A-ZÀ-Þ][\w’'-]+|{PARTICLES}|[A-ZÀ-Þ][\wÀ-ÿ’'.-]*)$"
)
ROLE_WORDS = re.compile(
    r"\b(?:managers?|officers?|officials?|directors?|directorate|head|chief|deputy|assistants?|lead|portfolio|holders?|inspector|superintendent|constable|"
    r"constabulary|sergeant|commissioners?|commander|executive|non-executive|finance|council(?:s|lors?)?|cllrs?|authority|authorities|county|borough|district|"
    r"city|town|parish|panel|committee|sub-committee|commission|forum|board|chair(?:man|woman|person|ing)?|convenor|convener|cathaoirleach|leas-chathaoirleach|"
    r"cadeirydd|aelod|vice|leader|clerk|solicitor|barrister|lawyer|services?|team|police|policing|garda|gardaí|síochána|community|communities|safety|safer|partnership|"
    r"co-?ordinator|advis[eo]rs?|analyst|consultant|paediatrician|nurse|nursing|midwife|registrar|surveyor|engineer|accountant|audit(?:ors?)?|planner|"
    r"administrator|administrative|apprentice|trainee|specialist|practitioner|commissioning|"
    r"support|democratic|governance|scrutiny|overview|legal|policy|research|members?|substitutes?|sub|independent|co-?opt(?:ed|ees?)|trustee|governor|"
    r"representatives?|representing|nominees?|invitees?|guests?|observers?|witness(?:es)?|press|public|trust|nhs|healthwatch|groups?|department|monitoring|strategic|"
    r"corporate|interim|acting|senior|principal|technician|secretary|treasurer|president|mayor|deputy|cabinet|spokes(?:man|person|woman)|"
    r"association|federation|society|union|unison|charity|university|college|probation|ltd|limited|plc|llp|workers?|youth|engagement|staff|agency|environment(?:al)?|housing|highways|"
    r"education|health|care|social|children|adults?|resources|neighbourhoods?|regeneration|operations|performance|communications|media|"
    r"apologies|apology|present|attendance|attendees?|absent|absence|items?|meetings?|minutes?|agenda|decisions?|actions?|opcc|pcc|section|part|work|programme|report|reports|annual|"
    r"organisations?|designated|watch|party|fire|rescue|date|time|venue|start|end|exempt|village|ward|wards|open|decision|notice|key|reference|dear|questions?|liaison|"
    r"from|for|of|to|the|with|and|by|via|in|on|at|none|nil|vacancy|vacant|as|was|were|is|are|been|also|other|others|invitation|"
    r"comisiynydd|heddlu|throseddu|prif|weithredwr|swyddog|craffu|cyngor|bwrdeistref|sirol|cyfarwyddwr|pennaeth|annibynnol|rheolwr|clerc|pwyllgor)\b",
    re.IGNORECASE,
)
ALSO_SURNAMES = re.compile(r"Key|Guest|Head|Constable|Sergeant|Mayor|Leader|Day|Child")
FOLLOWS = re.compile(
    r"\s+(?:[A-Z][\w’'-]+\s+){0,2}?(?:Council|Borough|District|City|County|Authority|Police|Constabulary|Trust|Services?|University|Association|Federation|Society|Board|Partnership|"
    r"Panel|Committee|Forum|Commission|Watch|College|Hospitals?|Ward|Manager|Officer|Team|Group|Programme|Housing|Charity|Agency|Foundation|Company|Ltd|Limited|Department|"
    r"Fire|Parish|Town|Garda|Centre|Road|Street|Scheme|Project|Network|Union|Office|Directorate|Unit|LLP|PLC|Plc|Solicitors|Associates|Consulting)\b")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[ -]?){1,4}$")


@dataclass(frozen=True, slots=True)
class PrintedPerson:
    """A person as printed in a list. `start` and `end` place it in the text; `end` follows the post-nominals."""

    name: str
    honorific: str | None
    postnominals: str | None
    start: int
    end: int


def read_person(text: str, start: int = 0) -> PrintedPerson | None:
    """The person whose name opens the text, or None where it does not begin with a name."""
    m = TITLES.match(text, start)
    at = m.end() if m else start
    if at > start and (collar := re.match(r"\d{2,6}\s+(?=[A-Z])", text[at:])):      # "PC 1234 R. Surname"
        at += collar.end()
    honorific = " ".join(re.sub(r"[:;]|\d", "", text[start:at]).split()) or None
    end = at
    words: list[str] = []
    inner = ""
    for token in re.finditer(r"\S+", text[at:]):
        word = token[0]
        bare = word.rstrip(",;:)*")
        core = re.split(r"[(\[,;]", bare)[0]
        if word[0] in "(–—-[|*" or not core:
            break
        if (re.fullmatch(POSTNOMINALS, core.rstrip(".")) or re.fullmatch(STOPPED, core)) and words and any(len(w.strip(".")) > 1 and not _INITIALS.fullmatch(w) for w in words):
            break
        if len(words) == 1 and core.rstrip(".") in ("Mrs", "Mr", "Ms", "Miss", "Dr"):     # "Cox Mrs L"
            inner = core
            continue
        if not NAME_WORD.fullmatch(core) or (ROLE_WORDS.fullmatch(core.rstrip(".")) and not (words and (core in ("Lead", "Town", "Parish", "Ward") or ALSO_SURNAMES.fullmatch(core)))):
            break
        words.append(core)
        end = at + token.start() + len(core)
        if bare != word or core != bare:
            break
    if len(words) > 2 and re.fullmatch(r"[A-Z]{2,3}", words[-1]) and not all(w.isupper() for w in words) and words[-1] == "".join(w[0] for w in words[:-1]):
        words.pop()                         # "F. Oduya FO": the key from a column of initials
    while words and re.fullmatch(r"(?:of|y|and)", words[-1]):
        words.pop()
    if not words:
        return None
    name = " ".join(words).strip(".,")
    if text[end:].startswith(("’s ", "'s ")) or re.search(r"[’']s$", words[-1]) or name.endswith(("’", "'")):
        return None
    tail = POSTNOMINAL.match(text, end)
    post = " ".join(re.findall(rf"\b(?:{POSTNOMINALS})\b|\b{STOPPED}", tail[0])) if tail else None
    if not is_name(name, bool(honorific)) or not honorific and FOLLOWS.match(text, end):
        return None
    name = surname_last(name)
    if inner:
        honorific = f"{honorific} {inner}" if honorific else inner
    return PrintedPerson(name, honorific, post or None, start, tail.end() if tail else end)


def surname_last(name: str) -> str:
    """"Adams J" as "J Adams": initials go before the surname."""
    words = name.split()
    if len(words) < 2 or not _INITIALS.fullmatch(words[-1]) or len(words[-1].replace(".", "")) > 3 or any(_INITIALS.fullmatch(w) for w in words[:-1]):
        return name
    cut = next((n for n, w in enumerate(words) if n and _INITIALS.fullmatch(w)), len(words))
    return " ".join(words[cut:] + words[:cut])


def is_initials(text: str) -> bool:
    """Is it nothing but initials?"""
    return bool(_INITIALS.fullmatch(text.strip())) and len(re.sub(r"\W", "", text)) <= 4


def is_name(name: str, titled: bool) -> bool:
    """Does it look like a person's name? With a title one word will do; without, initials or two words."""
    words = name.split()
    if len(words) > 6 or not words:
        return False
    solid = [w for w in words if len(w.strip(".")) > 1 and not re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", w)]
    if not solid or any(c.isdigit() for c in name):
        return False
    if all(re.fullmatch(PARTICLES, w) for w in solid):
        return False
    if any(re.search(r"[’']s$", w) for w in words):
        return False
    if titled:
        return True
    rest = name
    if ALSO_SURNAMES.fullmatch(words[-1]) and len(words) <= 3 or re.fullmatch(r"Ward|Town|Parish|City|Lead|Press", words[-1]) and is_initials(" ".join(words[:-1])):
        rest = " ".join(words[:-1])             # "L Key", "P Ward"
    if ROLE_WORDS.search(rest):
        return False
    return len(words) >= 2 and len(words) <= 5
