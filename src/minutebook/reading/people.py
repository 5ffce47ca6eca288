"""Names of people as papers print them: honorific, name, post-nominals, role in brackets or after a dash."""
from __future__ import annotations

import re
from dataclasses import dataclass

HONORIFIC = re.compile(
    r"(?:(?:the\s+)?(?:Right Hon(?:ourable)?\.?|Rt\.? Hon\.?|Hon\.)\s+)?"
    r"(?:(?:County |Borough |District |City |Town |Parish )?(?:Councillors?|Cllrs?|Clls?|Cynghorydd(?:ion)?|Cyng)\b\.?:?\s*)?"
    r"(?:(?:Alderman|Alderwoman|Ald\.|Lord|Lady|Baroness|Baron|Sir|Dame|Professor|Prof|Doctor|Dr|Reverend|Revd|Rev|Canon|"
    r"Mrs?|Miss|Ms|Mx|Messrs|Mr|Father|Major|Captain|Capt|Colonel|Col|Lt|Commander|Cdr|Brigadier|"
    r"Chief Constable|Deputy Chief Constable|Assistant Chief Constable|Chief Superintendent|Ch Supt|Superintendent|Supt|"
    r"Chief Inspector|Ch Insp|C/Insp|Inspector|Insp|Sergeant|Sgt|PS|PC|DCI|DCS|DSU|ACC|DCC|CC|"
    r"Chief Fire Officer|Area Commander|Group Manager|His Honour|Y Parch)\b\.?\s*)*",
)
TITLES = re.compile(HONORIFIC.pattern)
POSTNOMINALS = (
    "OBE|MBE|CBE|KBE|DBE|GBE|BEM|JP|DL|QPM|KPM|QFSM|KFSM|QAM|QC|KC|CB|CBE|CMG|KCB|KCMG|TD|RD|MP|AM|MS|MSP|MEP|MC|GM|"
    "FRSA|FRICS|MRICS|CPFA|CIPFA|PhD|BSc|BA|MA|MSc|LLB|MBA|RN|RAF|VR|TC|PC|TD|DSO|DFC|FCCA|ACA|FCA"
)
POSTNOMINAL = re.compile(rf"(?:,?\s*\b(?:{POSTNOMINALS})\b\.?)+(?=[\s,(;\[]|$)")
NAME_WORD = re.compile(
    r"(?:[A-ZÀ-Þ]\.?(?:\s?[A-ZÀ-Þ]\.)*|(?:d|D|O|M)[’'][A-ZÀ-Þ][\w’'-]+|(?:Mc|Mac|Fitz|Ap|ap|de|De|la|La|van|Van|von|Von|der|du|"
    r"le|Le|ab|al|Al|bin|St\.?|ten|Ten|El|el)|[A-ZÀ-Þ][\wÀ-ÿ’'.-]*)$"
)
ROLE_WORDS = re.compile(
    r"\b(?:manager|officers?|director|head|chief|deputy|assistant|lead|portfolio|holder|inspector|constable|commissioner|"
    r"executive|finance|council(?:lors?)?|authority|county|borough|district|city|panel|committee|chair(?:man|woman|person)?|"
    r"vice|leader|clerk|solicitor|services?|team|police|community|safety|partnership|co-?ordinator|advis[eo]r|analyst|"
    r"support|democratic|governance|scrutiny|legal|policy|research|member|substitute|sub|independent|co-?opted|"
    r"representative|nominee|invitee|guest|observer|press|public|trust|nhs|group|department|monitoring|strategic|"
    r"corporate|interim|acting|senior|principal|technician|secretary|treasurer|president|mayor|cabinet|spokes(?:man|person)|"
    r"apologies|present|attendance|absent|items?|meeting|minutes|opcc|pcc|from|for|of|the|with|and)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedPerson:
    """A person as printed in a list. `extra` is the text in brackets or after the name."""

    name: str
    honorific: str | None
    postnominals: str | None
    start: int
    end: int


def read_person(text: str, start: int = 0) -> PrintedPerson | None:
    """The person whose name opens the text, or None where it does not begin with a name."""
    m = TITLES.match(text, start)
    at = m.end() if m else start
    honorific = " ".join(text[start:at].replace(":", "").split()) or None
    end, words = at, 0
    last_word = ""
    for token in re.finditer(r"\S+", text[at:]):
        word = token[0]
        bare = word.rstrip(",;:)")
        core = bare.split("(")[0]
        if word[0] in "(–—-[|*" or not core:
            break
        if re.fullmatch(POSTNOMINALS, core.rstrip(".")) and words and not (
                words == 1 and len(last_word.strip(".")) == 1 and len(core) <= 2):
            break
        if not NAME_WORD.fullmatch(core) or (ROLE_WORDS.fullmatch(core) and not (words and core in ("Head", "Chief", "Lead"))):
            break
        words += 1
        last_word = core
        end = at + token.start() + len(core)
        if bare != word or core != bare:
            break
    if not words:
        return None
    name = " ".join(text[at:end].split()).strip(".,")
    tail = POSTNOMINAL.match(text, end)
    post = " ".join(re.findall(POSTNOMINALS, tail[0])) if tail else None
    if not is_name(name, bool(honorific)):
        return None
    return PrintedPerson(name, honorific, post or None, start, tail.end() if tail else end)


def is_name(name: str, titled: bool) -> bool:
    """Does it look like a person's name? With a title one word will do; without, initials or two words."""
    words = name.split()
    if len(words) > 6 or not words:
        return False
    solid = [w for w in words if len(w.strip(".")) > 1]
    if not solid or any(c.isdigit() for c in name):
        return False
    if ROLE_WORDS.search(name) and not titled:
        return False
    return titled or len(words) >= 2
