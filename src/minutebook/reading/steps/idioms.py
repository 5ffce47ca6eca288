"""Promises that no verb of speaking and no "would" carries: set phrases, notes without a verb, vows, clefts.

"took the point away", "was in hand", "you have my word", "what he could do was to audit a month", "it was left
with the Clerk to", "delivery in eight weeks", "dates to be posted by Friday", "could officers send a list?".
Each is tried only where the sentence has a word of its family and the grammar has found nothing in that place.
"""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.reading.steps.due import find_due
from minutebook.reading.steps.verbs import BASE, lemma_of_participle
from minutebook.reading.steps.voices import Voice, clean_owner, voice_of
from minutebook.reading.steps.wording import HANDED_OVER, NOTHING_TO_DO, Act, Words

# The words of each family: its pattern is tried only where one of them stands in the sentence.
_FAMILIES: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in {
    "taken": "took take takes taken", "vow": "word watch ifs hold honour stake count rely depend bank leave", "please": "please", "gearing": "gearing preparing working getting", "cleft": "what", "left": "left fell falls leaving task",
    "again": "happen occur recur repeated arise", "hand": "hand train preparation pipeline draft production", "pursuing": "pursuing chasing drawing working putting taking following seeking",
    "tasked": "commissioned engaged contracted appointed instructed tasked mandated directed", "calls": "call calls called",
    "ordered": "order down booked pencilled lined slated diarised diary", "noun": "delivery completion installation handover launch publication go-live roll-out rollout opening commencement start mobilisation decision result results return",
    "says": "says say said gives gave shows showed has had puts sets points allows runs", "believed": "believed thought understood reckoned expected imagined guessed",
    "aim": "aim target goal ambition hope intention plan aspiration objective expectation",
    "earmarked": "ring-fenced ringfenced earmarked aside reserved allocated budgeted commissioned authorised sanctioned instructed booked ordered procured put",
    "futurate": "come comes go goes start starts begin begins open opens close closes launch launches meet meets return returns move moves arrive arrives takes follow follows finish finishes join joins reopen reopens transfer transfers relocate relocates report reports",
}.items()}
_OF: dict[str, tuple[str, ...]] = {word: tuple(n for n, family in _FAMILIES.items() if word in family) for family in _FAMILIES.values() for word in family}
_ALL = frozenset(_OF)
_DIGIT = re.compile(r"\d")
_PLANS = frozenset("programme timetable schedule plan path timeline forecast".split())
_TIMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday next spring summer autumn winter christmas easter "
    "year week month tomorrow later quarter term jan feb mar apr jun jul aug sep sept oct nov dec".split())
_FOR = re.compile(r"\bit (?:was|is|had been|would be) (?:up|down|for)\b", re.IGNORECASE)
_OBJ = r"(?:this|that|it|these|those|them|(?:the|his|her|their|all|both|these|those|this|that|an?) (?:[\w’-]+ ){0,3}?(?:points?|matters?|comments?|suggestions?|issues?|concerns?|requests?|ideas?|observations?|remarks?|feedback|questions?|action|views?|request|proposal))"
_TAKEN = re.compile(rf"\b(?:took|taken|take|takes) (?:{_OBJ} (?:[a-z]+ly )?(?:on board|away|back|up|on|forward)\b|(?:on board|away|back|on|up) {_OBJ}|an action\b|(?:it|this|that) (?:up)?on (?:himself|herself|themselves)\b)", re.IGNORECASE)
_IN_HAND = re.compile(r"\b(?:(?:was|were|is|are)(?: now| already| also| well)? in (?:hand|train|preparation|the pipeline|draft|production)|(?:ha[ds]|have) (?:it|this|that|the matter|matters) in hand)\b(?! (?:and|with))", re.IGNORECASE)
_PURSUING = re.compile(r"\b(?:was|were|is|are|am)(?: now| already| also| actively| currently| still)* (?:pursuing|chasing|drawing up|working up|putting together|taking (?:this|it|that|the matter) up|following (?:this|it|that) up|seeking (?:a|an|the|further) (?:answer|reply|response|clarification|explanation|meeting))\b", re.IGNORECASE)
_VOW = re.compile(
    r"\b(?:ha(?:ve|d|s) (?:my|his|her|our|their|its) (?:solemn |absolute |personal )?word\b|hold (?:me|him|her|us|them) to (?:that|it|this)\b|on (?:my|his|her|our|their) watch\b|no ifs\b|(?:my|his|her) word (?:on|upon) (?:it|that)\b|"
    r"on (?:my|his|her) honour\b|stake (?:my|his|her) (?:job|reputation|name)\b|(?:can|could|may|might) (?:safely |always |certainly )?(?:count|rely|depend|bank) (?:up)?on (?:it|that|me|us|him|her|them|his|her|its|an?|the)\b|consider it done\b|leave it with (?:me|us|him|her|them)\b|[“\"'‘](?:it|this|that|i|we)[’']?(?:ll| will| shall)\b)", re.IGNORECASE)
_CLEFT = re.compile(r"\bwhat (?P<who>he|she|they|we|i|the [\w ]{2,40}?|[A-Z][\w. ]{2,30}?) (?:could|can|would|will|was able to|proposed to|intended to|undertook to|offered to|was prepared to|promised to) (?:do|say|offer|promise|undertake|give|commit to)?\s?(?:now |instead |at this stage )?(?:was|is|were) (?P<what>to|that)\b", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:it (?:was|is|had been|would be) (?:left|up|down|for) ?(?:up )?(?:to|with|for)?|it (?:fell|falls|now fell) to|the (?:task|job|matter) (?:was left|fell|was given|was entrusted|would fall) (?:with|to)|(?:left|leaving) (?:it )?(?:with|to|in the hands of)) "
    r"(?P<who>(?:the |an? )?[^,.;:]{3,60}?) to (?P<verb>[a-z-]+)", re.IGNORECASE)
_ORDERED = re.compile(r"\b(?:(?:was|were|is|are|now|already) (?:now |already )*(?:on order|down for|booked (?:for|in|on)|pencilled in|lined up|slated|diarised|in the diary)|(?:a|an|the|some|further|more|\d[\d,]*|two|three|four) [\w ,]{2,40}? on order)\b", re.IGNORECASE)
_NOUN_DATE = re.compile(r"(?:^|[,;:–—-] )(?:with )?(?P<n>(?:the )?(?:[\w-]+ )?(?:delivery|completion|installation|handover|launch|publication|go-live|roll-?out|opening|commencement|start|mobilisation|decision|results?|return))\s+(?:was |were |is |now |date )*(?:due |expected |anticipated |planned |set |to follow |scheduled )?(?=(?:in|by|on|at|from|before|within|for|early|late|next|later|around|about)\b)", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:programme|timetable|schedule|project plan|plan|critical path|timeline|forecast)(?: now)? (?:says?|said|gives?|gave|shows?|showed|has|had|puts?|sets?|points? to|allows? for|runs? to)\b", re.IGNORECASE)
_BELIEVED = re.compile(r"\b(?:believed|thought|understood|reckoned|expected|imagined|guessed|said)(?: that)? (?:it|this|that) (?:to be|would be|was|might be) (?=(?:in |by |early |late |mid|about |around |next |sometime |the (?:end|middle|beginning) |[A-Z]|\d))")
_TO_BE = re.compile(r"(?P<n>[A-Za-z£](?:[^,;:.()]|(?<=\d)[,.](?=\d)){2,80}?) to be (?:[a-z]+ly )?(?P<v>[a-z-]+)\b")
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|could|should|can|may|might|must|did|does|do|said|asked|agreed|noted|needs?|ought|appear\w*|seem\w*|remain\w*|want\w*|expect\w*|hope\w*|wish\w*|like[ds]?|allow\w*|continue\w*|[a-z]{3,}ed)\b")
_COULD = re.compile(r"(?:^|[:;–—-] |[“\"‘] ?|\b(?:and|but|so) )(?:please )?(?P<m>could|can|would|will|may|might) (?P<who>(?:we|i|you|members|officers|(?:the|an?|this|that|his|her|its|our|all|some|more|future|any) [\w’ -]{2,50}?|[A-Z][\w. ’]{2,40}?|[a-z-]+ figures|data)) (?:please |also |kindly |perhaps )*(?P<v>be|have|ask|remind|request|urge|[a-z-]+)\b(?=[^?]*\?)", re.IGNORECASE)
_AIM = re.compile(r"\b(?:his|her|their|its|our|my|the [\w ’]{0,30}?|the)\s(?:own |stated |long-term |immediate |overall )?(?:aim|target|goal|ambition|hope|intention|plan|aspiration|objective|expectation) (?:was|is|were|remained|remains|now was) (?!to\b|that\b|not\b|met\b)[^.;]{2,60}", re.IGNORECASE)
_EARMARKED = re.compile(r"\b(?:ha[ds]|have|was|were|is|been|be)\b(?: now| already| also| been)* (?:ring-?fenced|earmarked|set aside|put by|reserved|allocated|budgeted|commissioned|authorised|sanctioned|instructed|booked|ordered|procured)\b", re.IGNORECASE)
_TASKED = re.compile(r"\b(?:has|have|had) (?:now |already |also )?been (?:commissioned|engaged|contracted|appointed|instructed|tasked|mandated|directed) to (?!the\b|a\b)[a-z]+", re.IGNORECASE)
_CALLS = re.compile(r"\b(?:calls?|called) (?:up)?on (?P<who>(?:the )?[^,.;]{3,60}?) to (?P<v>[a-z-]+)", re.IGNORECASE)
_PLEASE = re.compile(r"(?:^|[.;:–—-] |\band )please (?:do |also |kindly )?(?P<v>[a-z-]+)\b(?! (?:note|see|find|refer)\b)(?<!note)(?<!see)(?<!find)(?<!refer)(?<!contact)", re.IGNORECASE)
_GEARING = re.compile(r"\b(?:was|were|is|are)(?: now| also)? (?:gearing up (?:to|for)|getting ready to|preparing to|working towards?)(?! [a-z]+ing with)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:would ?n[o’']?t|would not|will not|won[’']t|wouldn[’']t|shall not|would never|will never) (?:happen|occur|recur|be repeated|be allowed to happen|arise)(?: again)?\b", re.IGNORECASE)
_FUTURATE = re.compile(r"(?P<who>(?:^|[,;:–—-] |\b(?:that|and|but|which|as) )(?:the|an?|this|that|my|our|his|her|its|it|we|they|he|she|i|work|recruitment|consultation|phase|stage|[A-Z][\w’]*)\b[^,;:.]{0,60}?) (?P<v>comes?|goes|starts?|begins?|opens?|closes?|launch(?:es)?|meets?|returns?|moves?|arrives?|takes effect|takes over|takes place|follows?|goes live|finish(?:es)?|joins?|reopens?|re-opens?|transfers?|relocates?|reports back|report back) (?P<rest>[^.;]*)", re.IGNORECASE)
_VIEW = re.compile(r"\bwith a view to (?P<v>[a-z-]+ing)\b|\bon the (?:understanding|basis|footing) that (?P<w>[^,.;]{2,60}?) would\b", re.IGNORECASE)
_TIME_AHEAD = re.compile(r"(?:on|by|in|from|at|before|within|next|later|this|early|late|mid|to|for|until|over|the following|during)\b|\d|[A-Z]", re.IGNORECASE)
_ELSE = re.compile(r"\b(?:government|home office|ministers?|parliament|inspectorate|court|hmicfrs|ofsted|election|financial year|term of office|the law|act|regulations?)\b", re.IGNORECASE)

# A reply that takes up what was asked: "Both were accepted.", "He would, if they'd have him.", "Gladly."
_ACCEPTS = re.compile(
    r"(?:(?:the )?(?:response|reply|answer)\s*[:–—-]\s*)?[“\"‘]?(?:(?P<yes>yes|gladly|certainly|of course|by all means|happily|willingly|with pleasure|absolutely|agreed|accepted|will do|noted and agreed|consider it done|very happy to|happy to)\b[^.]{0,24}|"
    r"(?:both|this|these|that|all (?:three|four|of (?:this|these|them))|it|the (?:request|suggestion|proposal|point|amendment|idea)s?)(?: was| were|[’']d be| would be| is| had been)(?: readily| duly| gladly| then| both| all)? (?:accepted|agreed|agreed to|conceded|granted|undertaken|promised|done|taken up|acceded to)\b[^.]{0,40}|"
    r"(?:it was|this was|they were) (?:confirmed|agreed|promised|assured)(?: that)? (?:it|they|he|she|this|so) (?:would|could|will)(?: be)?(?: so)?|"
    r"(?P<who>(?:he|she|they|we|i|mr|mrs|ms|the|cllr|councillor)\b[^,.;:]{0,50}?)\s?(?:would|will|[’']d|[’']ll|shall)(?:,? (?:if|provided|so long as|as long as)\b[^.]{0,60}| do so\b[^.]{0,40}| indeed| gladly| be (?:happy|glad|pleased|delighted|willing) to(?: do so)?)?|"
    r"(?P<who2>(?:he|she|they|the|mr|mrs|ms|cllr|councillor|officers)\b[^,.;:]{0,50}?)\s(?:readily |gladly |willingly |then |duly |also |was (?:happy|content|willing|glad) to )?(?:agreed?|accepted|assented|consented|acquiesced|concurred|obliged?|said (?:that )?(?:he|she|they) would|replied (?:that )?(?:he|she|they) would|confirmed (?:that )?(?:he|she|they|it) would|undertook to do so|promised to do so|agreed to do so|agreed to (?:this|that|both|it|the request)|(?:nodded|said yes)|to do(?: so| this)?|to action)(?: (?:the|this|to the|to this) (?:request|suggestion|point|proposal))?"
    r"|(?P<who3>[a-z][\w’. ]{2,40}?) to (?:do|action|do so|respond|follow up|take up|pursue|progress))"
    r"\s*(?:,? with pleasure|,? gladly)?[”\"’]?\s*[.!]?[”\"’]?$", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s)|request\w*|suggest\w*|queried|enquired|inquired|wondered|proposed|urged|wanted|wished|sought|pressed|invited|recommended)\b|\?\s*$", re.IGNORECASE)
_WOULD = re.compile(r"[’']d\b|\b(?:would|could|will|might|can|should|be [a-z-]+|be (?:sent|put|written|given|made|brought|shown)|to [a-z]+|for)\b", re.IGNORECASE)


def accepts(text: str, start: int, end: int) -> re.Match[str] | None:
    """The reply that does no more than take up what the sentence before it asked."""
    return _ACCEPTS.match(text[start:end]) if end - start <= 130 else None


def left_open(text: str, start: int, end: int) -> bool:
    """Does this sentence ask for something that a bare "yes" would promise?"""
    return bool(_ASKED.search(text, start, end) and _WOULD.search(text, start, end))


def _to_be(text: str) -> Iterator[re.Match[str]]:
    """The matches of _TO_BE, looked for only where "to be" is near."""
    done = 0
    while (place := text.find(" to be ", done)) >= 0 and (m := _TO_BE.search(text, max(done, place - 82))):
        yield m
        done = m.end()


class Idioms(Words):
    """Set phrases that bind somebody to something."""

    def idioms(self) -> None:
        """Add what the set phrases of the sentence promise, where nothing has been found yet."""
        text = self.text[self.start : self.end]
        words = self.vocabulary
        near = {name for word in words & _ALL for name in _OF[word]}
        if near and _TIMES.isdisjoint(words) and not _DIGIT.search(text):
            near -= {"noun", "says", "believed", "futurate", "aim", "earmarked"}
        if "to" in words and _FOR.search(text):
            near.add("left")
        if "?" in text and not words.isdisjoint(("could", "can", "would", "will", "may", "might")):
            near.add("could")
        if " to be " in text:
            near.add("to be")
        if "says" in near and _PLANS.isdisjoint(words):
            near.discard("says")
        if not near:
            return
        taken = [(self.spans[act.first][0] - self.start, self.clause_end(act.verb) - self.start) for act in self.acts]

        def free(m: re.Match[str]) -> bool:
            return not any(a <= m.start() < b for a, b in taken)

        def add(m: re.Match[str], owner: str | None, kind: str, basis: str, why: str, *, whole: bool = True, confidence: float = 0.5, at: int | None = None) -> None:
            place = self.start + (m.end() - 1 if at is None else at)
            k = next((n for n in range(self.count - 1, -1, -1) if self.spans[n][0] <= place), 0)
            first = self.clause_from(k)
            self.acts.append(Act(first, k, owner, kind, basis, why, confidence, whole=whole))
            taken.append((self.spans[first][0] - self.start, self.clause_end(k) - self.start))

        def doer(m: re.Match[str]) -> tuple[str | None, Voice]:
            k = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start()), 0)
            voice = voice_of(self.piece(self.clause_from(k), k), self.scene)
            return (self.own(voice) if voice.agent and voice.kind != "member" else clean_owner(self.scene.speaker)), voice

        for m in (_TAKEN.finditer(text) if "taken" in near else ()):
            owner, voice = doer(m)
            if free(m) and voice.agent and voice.kind not in ("member", "elsewhere") and not re.search(r"\b(?:not|to|be|been|was|were)$", text[: m.start()].rstrip()):
                add(m, owner, "look-into", "undertaking", "took it on", confidence=0.6)
        for m in (_VOW.finditer(text) if "vow" in near else ()):
            if free(m):
                add(m, clean_owner(self.scene.speaker), "act", "undertaking", "gave a vow", confidence=0.55)
                self.acts[-1].first = 0
                break
        for m in (_CLEFT.finditer(text) if "cleft" in near else ()):
            if free(m):
                voice = voice_of(m["who"], self.scene)
                k = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("what")), 0)
                f = self.infinitive(k) if m["what"].lower() == "to" else None
                if f:
                    add(m, self.own(voice), self.kind_of(*f), "undertaking", "what he could do", at=self.spans[f[1]][0] - self.start)
                    self.acts[-1].first = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start()), 0)
        for m in (_LEFT.finditer(text) if "left" in near else ()):
            voice = voice_of(m["who"], self.scene)
            if free(m) and voice.agent and m["verb"] in BASE and BASE[m["verb"]] not in NOTHING_TO_DO and m["verb"] not in ("decide", "say", "consider", "judge"):
                k = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("verb")), 0)
                add(m, self.own(voice), self.kind_of(BASE[m["verb"]], k), "undertaking", "left with them to do", at=m.start("verb"), confidence=0.65)
        for m in (_AGAIN.finditer(text) if "again" in near else ()):
            if free(m):
                add(m, doer(m)[0], "act", "undertaking", "it would not happen again")
        for name, pattern, why in (("hand", _IN_HAND, "is in hand"), ("pursuing", _PURSUING, "is being pursued")):
            for m in pattern.finditer(text) if name in near else ():
                owner, voice = doer(m)
                if free(m) and voice.kind not in ("member", "elsewhere"):
                    add(m, owner, "act", "intention" if pattern is _PURSUING else "plan", why, confidence=0.45)
        for m in (_TASKED.finditer(text) if "tasked" in near else ()):
            owner, voice = doer(m)
            if free(m) and voice.agent and voice.kind != "member":
                add(m, owner, "act", "plan", "has been set to do it", confidence=0.5)
        for m in (_CALLS.finditer(text) if "calls" in near else ()):
            if free(m) and m["v"] in BASE:
                k = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("v")), 0)
                add(m, clean_owner(m["who"]), self.kind_of(BASE[m["v"]], k), "request", "is called on to do it", at=m.start("v"), confidence=0.6)
        for m in _PLEASE.finditer(text) if "please" in near else ():
            if free(m) and m["v"].lower() in BASE:
                k = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("v")), 0)
                add(m, self.addressee(), self.kind_of(BASE[m["v"].lower()], k), "request", "please do it", at=m.start("v"), confidence=0.6)
        for m in _GEARING.finditer(text) if "gearing" in near else ():
            owner, voice = doer(m)
            if free(m) and voice.agent and voice.kind not in ("member", "elsewhere"):
                add(m, owner, "act", "intention" if "toward" in m[0] else "plan", "is working up to it", confidence=0.45)
        for m in (_ORDERED.finditer(text) if "ordered" in near else ()):
            if free(m) and not _ELSE.search(text[: m.start()]) and not re.search(r"\bhad been\b", m[0]):
                add(m, clean_owner(self.scene.speaker), "act", "plan", "ordered or set down", confidence=0.5)
        for name, pattern, why in (("noun", _NOUN_DATE, "a date is given"), ("says", _SAYS, "the programme says so"), ("believed", _BELIEVED, "believed to be then")):
            for m in pattern.finditer(text) if name in near else ():
                due = find_due(text, max(0, m.end() - 1), len(text), events=False) or self.plain_date(text, m.end())
                if free(m) and due and due[0] - m.end() <= 12 and not _ELSE.search(text[: m.start()]):
                    add(m, clean_owner(self.scene.speaker), "act", "plan", why, confidence=0.5)
                    self.acts[-1].due = (self.start + due[0], self.start + due[1])
        for m in (_AIM.finditer(text) if "aim" in near else ()):
            due = find_due(text, m.start(), m.end(), events=False)
            if free(m) and due:
                add(m, clean_owner(self.scene.speaker), "act", "intention", "the aim is to be there by then", at=m.start(), whole=False)
        for m in (_EARMARKED.finditer(text) if "earmarked" in near else ()):
            due = find_due(text, m.end(), len(text), events=False)
            owner, voice = doer(m)
            if free(m) and due and voice.kind != "elsewhere" and re.match(r"(?:for|from|in|by|over|to|next|at|on)\b.*\b(?:next|coming|following|new|from|by|20\d\d|autumn|spring|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b", text[due[0] : due[1]], re.IGNORECASE) and (
                    text[due[0] :].lower().startswith(("for ", "next", "by ")) or "next" in text[due[0] : due[1]].lower()):
                add(m, owner, "act", "plan", "provided for", confidence=0.45)
        for m in (_FUTURATE.finditer(text) if "futurate" in near else ()):
            due = find_due(text, m.start("rest"), m.end("rest"), events=False)
            if free(m) and due and due[0] - m.start("rest") < 60 and _TIME_AHEAD.match(text[due[0] : due[1]]) and not _ELSE.search(m["who"]) and not re.match(r"(?:on|in|at|from) (?:a|an) |for\b", text[due[0] : due[1]]) and not re.search(
                    r"\b(?:to|would|will|could|should|may|might|must|can|the|an?|no|of|and|did|not|in|its|this|last|previous|cabinet)$|year\b", m["who"].rstrip(), re.IGNORECASE) and not re.search(r"\b(?:every|each|usually|normally|always)\b", text, re.IGNORECASE):
                third = m["v"].lower().split()[0].endswith("s")
                head = voice_of(m["who"], self.scene)
                if third or head.plural or (head.text.endswith("s") and not third) or head.text.lower() in ("we", "they", "i"):
                    add(m, self.own(head) if head.agent and head.kind != "member" else clean_owner(self.scene.speaker), "act", "plan", "is set for then", at=m.start("v"), whole=False, confidence=0.45)
        for m in (_COULD.finditer(text) if "could" in near else ()):
            verb = m["v"].lower()
            k = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("v")), 0)
            passive = verb == "be"
            if passive:
                k = self.skip(k + 1)
                base = lemma_of_participle(self.word(k))
            else:
                base = BASE.get(verb)
            if not base or not free(m) or (base in NOTHING_TO_DO and base != "confirm"):
                continue
            what = self.does(base, k)
            voice = voice_of(m["who"], self.scene)
            courtesy = m["who"].lower() in ("i", "we") and base in ("ask", "remind", "request", "urge", "invite", "press", "have")
            if courtesy or ((what in HANDED_OVER - {"attend"} or passive and what == "act" or base in ("press", "confirm") or (base in ("see", "have", "receive") and re.match(r"(?:the )?(?:panel|committee|board|members|we)$", m["who"], re.IGNORECASE))) and m["who"].lower() not in ("i",) and base not in ("explain", "clarify", "confirm", "outline", "comment")):
                owner = self.own(voice) if voice.agent and not passive and voice.kind != "member" and m["who"].lower() not in ("i", "we", "you") else self.addressee()
                add(m, owner, self.kind_of(base, k), "request", "asked as a question", at=self.spans[k][0] - self.start)
                self.acts[-1].first = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("m")), 0)
        for m in (_to_be(text) if "to be" in near else ()):
            verb = lemma_of_participle(m["v"])
            if not verb and m["v"] in ("back", "with", "in", "ready", "available", "complete", "out", "up", "on", "open") and find_due(text, m.start("v"), len(text), events=False):
                verb = "put"
            front = m["n"]
            if not verb or not free(m) or _FINITE.search(front) or verb in NOTHING_TO_DO or re.search(r"\b(?:likely|yet|able|going|due|need|needs|ought|have|has|had|order|how|what|when|for|as|so|not|way|thing|points?|first|last|only|another)$", front.rstrip(), re.IGNORECASE):
                continue
            if re.match(r"(?:in|for|to|and|or|of(?! which| whom)|with|that)\b", front) or len(front.split()) > 12 or verb in ("?related", "see"):
                continue
            k = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("v")), 0)
            due = find_due(text, m.start("v"), len(text), events=False)
            firm = self.does(verb, k) in ("provide-information", "report-back", "publish")
            before = re.split(r"[,;:–—]", text[: m.start("n") + 1])[-1]
            if _FINITE.search(before) or not (m.start() == 0 or text[: m.start()].rstrip()[-1:] in ",;:–—-)" or text[: m.start()].endswith("which ")):
                continue
            add(m, self.named_by(k) or (clean_owner(self.scene.speaker) if firm or due else None), self.kind_of(verb, k), "undertaking" if firm else "plan", "is to be done", at=m.start("v"), whole=False)
            self.acts[-1].first = next((n for n in range(self.count) if self.spans[n][0] >= self.start + m.start("n")), 0)

    def clause_from(self, k: int) -> int:
        """Where the clause of word k opens: after the last stop, "that", or conjunction with a subject of its own."""
        n = k
        while n > 0:
            w = self.low[n - 1]
            if w in (";", ":", "–", "—", "“") or (w == "that" and n > 1) or (w in ("and", "but") and self.new_subject(n)) or (w == "," and self.new_subject(n)):
                return n
            n -= 1
        return 0

    def plain_date(self, text: str, at: int) -> tuple[int, int] | None:
        """A bare month or date straight after: "believed it to be November", "says 30 November 2026"."""
        m = re.compile(r"\s*(?:\w+\s+){0,1}?((?:early |late |mid-?)?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|Christmas|Easter)\b(?: 20\d\d)?|20\d\d\b)").match(text, at)
        return m.span(1) if m else None
