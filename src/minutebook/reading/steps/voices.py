"""Who speaks and who is meant: offices, bodies, names and pronouns as the subjects of sentences."""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from minutebook.reading.passages import Setting

_OFFICE = (
    "commissioner|constable|chair|chairman|chairwoman|chairperson|vice-chair|vice-chairman|co-chair|convenor|convener|director|directors|head|heads|manager|managers|clerk|"
    "leader|leaders|holder|holders|secretary|treasurer|inspector|superintendent|sergeant|solicitor|officer|officers|executive|executives|"
    "coordinator|co-ordinator|lead|mayor|commander|consultant|adviser|advisor|advisers|analyst|accountant|auditor|auditors|engineer|engineers|planner|"
    "surveyor|registrar|staff|counsel|nurse|architect|ranger|rangers|warden|librarian|headteacher|principal|representative|representatives|"
    "minister|assistant|supervisor|sponsor|expert|experts|pcc|pfcc|cfo|dpcc|csms|csm|s151|president|member for|colleagues|speaker|presenter|author|"
    "rapporteur|chief of staff|crown|deputy|team leader|steward|coroner"
)
_BODY = (
    "panel|committee|sub-committee|board|council|cabinet|authority|authorities|force|forces|service|services|trust|trusts|police|team|teams|partnership|"
    "partnerships|group|groups|department|office|opcc|csp|csps|csu|secretariat|constabulary|directorate|section|unit|forum|commission|company|"
    "association|agency|agencies|standards|federation|assembly|contractor|contractors|provider|providers|nhs|icb|ccg|lga|hospital|"
    "bureau|college|university|councils|partners|consortium|society|foundation|síochána|inspectorate|highways|apcc|developer|developers|landlord"
)
_MEMBER = "member|members|councillor|councillors|cllr|cllrs|questioner|asker"
# Whose future acts are not promises to the committee: forecasts about them are left out.
_ELSEWHERE = re.compile(
    r"\b(?:government|home office|home secretary|parliament|legislation|act|bill|regulations?|treasury|ministry|whitehall|hmic|hmicfrs|ofsted|cqc|iopc|ipcc|"
    r"supreme court|judges?|cps|white paper|green paper|guidance|settlement|eu|brexit|ofgem|ofcom|department for|department of|nhs england)\b"
    r"|\b(?:courts?|inspectors|inspectorate|ministers?|auditors?|residents?|people|public|victims?|offenders?|criminals|youths?|children|pupils|patients|tenants|motorists|drivers|"
    r"customers|households|families|parents|shoplifters|callers|anyone|everyone|someone|others|who)$",
    re.IGNORECASE,
)
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllrs?|Councillors?|Sir|Dame|Lord|Lady|Prof|Professor|Revd?|Insp|Inspector|Ch Insp|Chief Inspector|Supt|Superintendent|Chief Superintendent|Sgt|Sergeant|PCSO|PC|PS|DCI|ACC|DCC|CC|CS|Chief Constable|Deputy Chief Constable|Assistant Chief Constable|(?:Area|Group|Station|Divisional|Borough|District|Local|Watch) (?:Manager|Commander|Inspector|Superintendent|Sergeant)|Commander|Captain|Area Manager|Group Manager|Station Manager|Detective \w+(?: \w+)?|Alderman|Cyng|Cynghorydd)\.?"
NAMED = re.compile(rf"{_HONORIFIC}\s+(?:[A-Z]\.?\s+){{0,3}}[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}}")
PRONOUN = re.compile(r"(?:he|she|they|we|i|you|he/she|s/he)$", re.IGNORECASE)
_OFFICE_HEAD = re.compile(rf"(?:^|[\s’'-])(?:{_OFFICE})$", re.IGNORECASE)
_BODY_HEAD = re.compile(rf"(?:^|[\s’'-])(?:{_BODY})$", re.IGNORECASE)
_MEMBER_HEAD = re.compile(rf"(?:^|\s)(?:{_MEMBER})$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s+(?:of|for|to|on|in|with|from|at|by|about|within|during|under|who|which|and/or|through|into)\s+", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:and|but|also|then|however|therefore|in addition|additionally|furthermore|accordingly|consequently|meanwhile|finally|the following:?|that|so|action|actions|to which|to whom|which|whom|in reply|in response|in answer)\b[:,]?\s*", re.IGNORECASE)
_INNER_SUBJECT = re.compile(
    r"^(?i:in|at|on|by|for|during|following|after|before|with|as|from|over|under|where|when|once|while|subject|through|next|this|having|to|since|within|until|"
    r"if|asked|responding|turning|regarding|given|later|early|alongside|despite|besides|throughout|whilst|while|although|following|noting|including|because|also|what|how|why)\b.*\s(?=(?:the|a|an|his|her|their|its|my|our|he|she|they|we|it|officers|members)\s[^,]*$|(?:he|she|they|we|it|i|you|officers|members)$)")
_INNER_NAME = re.compile(r"^(?i:in|at|on|by|for|during|after|before|from|next|this|since|within|until|later)\s[a-z0-9 ]*?\s(?=[A-Z][\w’]+)")


_PRESIDES = re.compile(r"^(?:the )?(?:vice[- ])?(?:chair(?:man|woman|person)?|panel|committee|sub-committee|board|members?)$", re.IGNORECASE)


@dataclass(slots=True)
class Voice:
    """The subject of a clause. `kind`: person, body, member, pronoun, thing, elsewhere, none."""

    text: str
    kind: str
    plural: bool = False

    @property
    def agent(self) -> bool:
        """Is it somebody who can promise: a person or a body, not a thing?"""
        return self.kind in ("person", "body", "member", "pronoun")


_COMMISSIONER = re.compile(r"^(?!.*\b(?:deputy|assistant|office of)\b).*\bCrime Commissioner\b(?!’s|'s)", re.IGNORECASE)


@dataclass(slots=True)
class Scene:
    """What a reader has in mind at a point of the paper: who spoke last, whom "he" and "they" mean."""

    setting: Setting
    item: str | None = None
    person: str | None = None         # for "he", "she"
    people: str | None = None         # for "they"
    speaker: str | None = None        # who answers: last officer, commissioner or guest to say something
    asker: str | None = None
    recent: list[Voice] = field(default_factory=list)      # persons in order of mention, the last one last
    body: str | None = None
    official: bool = False            # the paper calls the commissioner by the office
    heard: dict[str, Voice] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, role in self.setting.people:
            words = name.split()
            if words:
                last = words[-1].lower()
                # two people of one surname: neither can be told by it
                self.surnames[last] = "" if last in self.surnames else name
                if role:
                    self.roles[name] = role

    def enter(self, item: str | None) -> None:
        """Another item of business: nobody has spoken yet."""
        if item != self.item:
            self.item, self.person, self.people, self.speaker, self.asker, self.recent = item, None, None, None, None, []

    def note(self, voice: Voice, speaking: bool) -> None:
        """A clause with this subject has gone by."""
        if voice.kind == "person" or (voice.kind == "member" and not voice.plural):
            self.person = voice.text
            self.recent = [*[v for v in self.recent if v.text != voice.text][-5:], voice]
            if voice.plural:
                self.people = voice.text
        elif voice.kind == "body" or voice.plural:
            self.people = voice.text
        if speaking and voice.kind in ("person", "body") and not _PRESIDES.search(voice.text):
            self.speaker = voice.text
        elif speaking and (voice.kind == "member" or voice.kind == "person"):
            self.asker = voice.text

    def owner(self, voice: Voice) -> str | None:
        """The owner that a subject names, with pronouns resolved."""
        if voice.kind == "pronoun":
            low = voice.text.lower()
            if low in ("they", "we"):
                return self.people or self.speaker or self.person
            if low == "you":
                return self.chief()
            if low == "i":
                if self.setting.kind == "letter":
                    return self.setting.chair or self.speaker or self.chief()
                return (self.chief() or self.speaker) if self.setting.kind in ("report", "questions", "decision-record") else self.speaker or self.chief()
            fitting = [v for v in reversed(self.recent) if fits(low, v.text) and not v.plural]
            # members ask, officers and guests answer: "he would look into it" is rarely the asker
            best = next((v for v in fitting if v.kind == "person" and not _PRESIDES.search(v.text)), fitting[0] if fitting else None)
            return self.full(best.text) if best else self.speaker
        if voice.agent:
            if voice.text[:1] in "hHtTmMoO" and re.match(r"(?:his|her|their|my|our)\s+(?:\w+\s+)?(?:staff|team|office|officers|colleagues|partners|department|service)$", voice.text, re.IGNORECASE):
                return self.person or self.speaker
            return self.full(voice.text)
        return None

    def chief(self) -> str | None:
        """The one whom the body holds to account, where there is one: a panel's commissioner."""
        if re.search(r"\bcrime panel\b", self.setting.body or "", re.IGNORECASE) or any(re.search(r"\bcrime commissioner$", role, re.IGNORECASE) for _, role in self.setting.people):
            return "Commissioner"
        return None

    def full(self, who: str) -> str:
        """A person's whole name where the list of those present has it once."""
        words = who.split()
        last = words[-1].lower() if words else ""
        known = self.surnames.get(last)
        if known and self.official and NAMED.match(who) and _COMMISSIONER.search(self.roles.get(known, "")):
            return "Commissioner"
        if known and NAMED.match(who) and len(words) <= 3:
            kw = known.split()
            honor = words[0] if words[0] not in kw else ""
            if len(words) > 2 and words[0].rstrip(".") not in HONORIFICS and words[1] not in kw:
                return who      # "Chief Superintendent Dale": a title of more than one word
            return f"{honor} {known}".strip() if honor and kw[0].rstrip(".") not in HONORIFICS else known
        return who


@lru_cache(maxsize=1024)
def fits(pronoun: str, who: str) -> bool:
    """May "he" or "she" mean this person? Told by the honorific, where there is one."""
    low = pronoun.lower()
    if low == "he":
        return not re.match(r"(?:Mrs|Ms|Miss|Dame|Lady|Cllr (?:Mrs|Ms|Miss)|Councillor (?:Mrs|Ms|Miss)|Baroness)\b", who)
    if low == "she":
        return not re.match(r"(?:Mr|Sir|Lord|Cllr Mr|Councillor Mr)\b", who)
    return True


HONORIFICS = frozenset("Mr Mrs Ms Miss Mx Dr Cllr Councillor Sir Dame Lord Lady Prof Professor Rev Revd".split())


def voice_of(segment: str, scene: Scene) -> Voice:
    """Who is the subject, given the words that stand before the verb."""
    known = scene.heard.get(segment)
    if known is None:
        known = scene.heard[segment] = _voice_of(segment[-200:], scene)
    return known


def _voice_of(segment: str, scene: Scene) -> Voice:
    text = segment.strip(" ,–—-:")
    while True:
        m = _LEADING.match(text)
        if not m or m.end() == 0 or m.end() == len(text):
            break
        text = text[m.end():]
    if not text:
        return Voice("", "none")
    parts = [p.strip() for p in _PARTS.split(text) if p.strip()]
    if not parts:
        return Voice("", "none")
    text = parts[-1]
    if len(parts) > 1:
        first = _classify(_trimmed(parts[-2]), scene)
        last = _classify(_trimmed(text), scene)
        if first.kind == "member" and last.kind == "person" and NAMED.match(first.text):
            return Voice(first.text, "person", first.plural)      # "Councillor Ahmed, Executive Member for Housing,"
        if first.agent and (segment.rstrip().endswith((",", ")")) or not last.agent) and not _opens(text):
            return first
        if first.agent and last.agent and NAMED.match(text) and first.kind == "person" and segment.rstrip().endswith(","):
            return first
        if last.agent:
            return last
    voice = _classify(_trimmed(text), scene)
    inner = [m.start() for m in _INNER_THE.finditer(voice.text)]
    if voice.agent and inner and inner[-1] > 0:
        return _classify(voice.text[inner[-1]:], scene)
    return voice


def _opens(text: str) -> bool:
    return bool(re.match(r"(?:the|a|an|this|that|these|those|it|there|any|all|some|no|each)\b", text, re.IGNORECASE))


def _trimmed(text: str) -> str:
    text = text.strip()
    m = _LEADING.match(text)
    if m and m.end() < len(text):
        text = text[m.end():]
    m = _INNER_SUBJECT.match(text) or _INNER_NAME.match(text)
    return text[m.end():] if m else text


# "T/CC", "A/Inspector", "the DCFO": acting and short titles
_WHOLE_NAME = re.compile(r"[A-Z][a-zà-ÿ]{2,}(?: [A-Z]\.?)? (?:Mc|Mac|O[’'])?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?")
_NO_NAME = re.compile(
    r"^(?:Operation|Project|North|South|East|West|Upper|Lower|Great|Little|Old|New|Saint|Community|Public|Police|Fire|County|Borough|City|Town|District|Parish|Central|Local|National|Annual|Legal|Democratic|Adult|Children|"
    r"Safer|Victim|Victims|Rural|Road|Crime|Home|Internal|External|Financial|Human|Youth|Mental|Social|Trading|Environmental|Housing|Highways|Planning|Licensing|Following|During|Since|After|Before|Next|Last|This|The|Both|All|Most|Some|"
    r"Street|Christmas|Universal|Council|Body|Digital|Strategic|General|Further|Additional|Phase|Stage|Option|Section|Table|Figure|Appendix|Minute|Item|Action|Question|Welsh|English|British|Scottish|Irish)\b|"
    r"\b(?:Road|Street|Lane|Avenue|House|Hall|Court|Park|Station|Green|Hill|Way|Close|Square|Estate|Centre|Center|School|College|Hospital|Ward|Bridge|Market|Cross|Heights|Towers?|Farm|Bay|Beach|Harbour|Port|Valley|Day|Week|Act|Plan|"
    r"Parish|Town|City|County|Borough|District|Shire|Homes|Housing|Watch|Line|Fund|Scheme|Strategy|Programme|Pathway|Review|Report|Survey|Order|Bill|Bank|Club|Church|Action|Recommendation|Minute|Members?|Officers?|Services?|Standards)$")
_RANK = re.compile(r"(?:[Tt]he )?(?:(?:[TADCS]/|Acting |Temporary |Interim )?(?:CC|DCC|ACC|DCFO|ACFO|CFO|CS|DCI|DCS|PCC|PFCC|DPCC|DPFCC|DCE|ACE|DASS|DCS|DPH|CEX|CEO|CFO|MO)|[TADCS]/[A-Z][\w.]*(?: [A-Z]\w+){0,2})")
_INITIALS = re.compile(r"[A-Z]{2,3}(?: and [A-Z]{2,3})?")
_NO_INITIALS = re.compile(r"PCC|PCP|CFO|CEO|NHS|ICB|CCG|LGA|CSP|CSU|CPS|DA|ASB|HR|IT|EU|UK|MP|MPs|TV|GP|PFI|VAT")
_LAY = re.compile(r"\b(?:independent|co-?opted|lay|panel|committee) (?:panel )?member\b|^member$")
_COUNTED = re.compile(r"\b(?:[2-9]|\d\d+|more|additional|extra|further|new|many|few|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)\b(?! (?:portfolio|chief|director|commissioner))", re.IGNORECASE)
_ADVERBS = re.compile(
    r"\s+(?:also|then|now|therefore|however|further|duly|kindly|both|all|subsequently|again|still|himself|herself|themselves|only|in turn|already|always|"
    r"personally|accordingly|jointly|hereby|briefly|additionally|previously|recently|too|each|had|has|have|in response|in reply|helpfully)$", re.IGNORECASE)


_ARTICLE = re.compile(r"^(?:the|a|an|his|her|their|its|our|all|both|some|any|our|council|two|other)\s+", re.IGNORECASE)
_PARTS = re.compile(r",\s+|\s[–—-]\s|:\s+|\(|\)|[“”\"]")
_INNER_THE = re.compile(r"(?<!of )(?<!and )(?<!for )(?<!by )\bthe (?=[A-Z])")


@lru_cache(maxsize=2048)
def _is_elsewhere(head: str) -> bool:
    return _ELSEWHERE.search(head) is not None


def _classify(text: str, scene: Scene) -> Voice:
    while True:
        m = _ADVERBS.search(text)
        if not m:
            break
        text = text[: m.start()]
    low = text.lower()
    if PRONOUN.match(text):
        return Voice(text, "pronoun", low in ("they", "we"))
    if low in ("it", "this", "that", "these", "those", "there", "which", "who", "what", "such", "same", "one", "both"):
        return Voice(text, "thing" if low != "who" else "elsewhere")
    if len(text) > 160:
        return Voice(text, "thing")
    m = NAMED.match(text)
    if (m and len(text) - m.end() <= 4) or (m and re.match(r"\s+(?:and|&|of|from)\s", text[m.end():])):
        member = bool(re.match(r"(?:Cllrs?|Councillors?|Cyng)", text))
        who = text
        plural = " and " in text or text.startswith(("Cllrs", "Councillors"))
        role = scene.roles.get(scene.surnames.get(m[0].split()[-1].lower(), ""), "").lower()
        member = member or bool(_LAY.search(role))
        if member and not re.search(r"portfolio|cabinet|executive|leader|commissioner", role):
            return Voice(who, "member", plural)
        return Voice(who, "person", plural)
    if _RANK.fullmatch(text):
        return Voice(text, "person")
    if _INITIALS.fullmatch(text) and not _NO_INITIALS.fullmatch(text):
        return Voice(text, "person", " and " in text)
    if _WHOLE_NAME.fullmatch(text) and not _NO_NAME.search(text):
        return Voice(text, "person")
    words = text.split()
    if words and len(words) <= 4:
        known = scene.surnames.get(words[-1].lower())
        if known and (known.endswith(text) or (set(words) & set(known.split()) and words[0][:1].isupper() and all(w[:1].isupper() for w in words))):
            role = scene.roles.get(known, "").lower()
            councillor = (known.startswith(("Cllr", "Councillor")) or bool(_LAY.search(role))) and not re.search(r"portfolio|cabinet|executive|leader", role)
            return Voice(text, "member" if councillor else "person")
    head = _PREPOSITION.split(text.replace("Chief of Staff", "Chief-of-Staff"), maxsplit=1)[0].replace("Chief-of-Staff", "Chief of Staff")
    bare = _ARTICLE.sub("", head)
    if _MEMBER_HEAD.search(bare) and not re.search(r"cabinet|portfolio|executive|team|staff", head, re.IGNORECASE):
        return Voice(_office(text, head), "member", bare.lower().endswith(("members", "councillors")))
    if re.search(r"(?:cabinet|executive)\s+members?$", bare, re.IGNORECASE):
        return Voice(_office(text, head), "person", bare.lower().endswith("s"))
    if _is_elsewhere(head) and not re.search(r"police|council|officers?$|panel", head, re.IGNORECASE):
        return Voice(text, "elsewhere")
    if _COUNTED.search(head):
        return Voice(text, "thing")
    if _OFFICE_HEAD.search(bare) and not re.search(r"\b(?:police officers|additional officers|new officers|more officers|extra officers)\b", low):
        plural = bare.lower().endswith(("officers", "managers", "directors", "staff", "leads", "heads", "csms", "colleagues", "representatives", "executives"))
        return Voice(_office(text, head), "person", plural or " and " in bare)
    if _BODY_HEAD.search(bare):
        return Voice(_office(text, head), "body", True)
    return Voice(text, "thing")


def _office(text: str, head: str) -> str:
    """The whole title: "Head of Community Safety", but "the Chair" of "the Chair in reply to a Member"."""
    rest = text[len(head):]
    m = re.match(r"\s+(?:to|and)\s+(?:the\s+)?(?:Panel|Committee|Council|Board|Commissioner|Monitoring Officer)\b", rest) if re.search(r"(?:Solicitor|Clerk|Adviser|Advisor|Secretary|Treasurer|Officer|Assistant|Chief Executive)$", head) else None
    m = m or re.match(r"\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w’&,-]*|Staff)(?:(?:\s+(?:and|of|for|the|&)){0,2}\s+[A-Z][\w’&-]*)*", rest)
    whole = head + (m[0] if m else "")
    return re.sub(r"\s+", " ", whole).strip(" ,")


@lru_cache(maxsize=2048)
def clean_owner(who: str | None) -> str | None:
    """An owner as the record prints it: no article before an office, "the" kept before a body."""
    if not who:
        return None
    who = re.sub(r"^(?:and|that|then)\s+", "", who.strip(), flags=re.IGNORECASE)
    m = re.match(r"(?:the|a|an|his|her|their|its)\s+(.*)", who, re.IGNORECASE | re.DOTALL)
    if m:
        rest = m[1]
        bodyish = re.fullmatch(r"(?:[a-z]+\s)?(?:panel|committee|board|council|cabinet|force|service|authority|trust|team|commission|assembly|partnership|group|forum)", rest, re.IGNORECASE)
        return f"the {rest}" if bodyish else rest
    return who[:1].upper() + who[1:] if who.islower() else who
