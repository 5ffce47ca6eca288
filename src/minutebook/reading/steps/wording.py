"""The words of one sentence: its clauses, subjects, reporting verbs, and what its verbs and dates mean."""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.reading.passages import Setting
from minutebook.reading.steps.due import UNTIL, find_due, timed
from minutebook.reading.steps.sentences import bare, vocabulary
from minutebook.reading.steps.verbs import BASE, MAY_BE, THIRD, lemma_of_ing, lemma_of_participle, sense
from minutebook.reading.steps.voices import Scene, Voice, clean_owner, fits, voice_of

HANDED_OVER = frozenset({"provide-information", "report-back", "look-into", "publish", "amend", "attend"})
_TOKEN = re.compile(r"[A-Za-z0-9À-ÿ£][\w’'/.&%-]*[\w%]|[A-Za-z0-9À-ÿ]|[,;:()\[\]–—.!?…]")
_SHORT = re.compile(r"[A-Za-z][’'](?:ll|d)\b")
_CLIPPED = frozenset(("ll", "d"))
_LONG = {"’ll": "will", "’d": "would"}


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    m = re.search(r"[’'](?:ll|d)$", text[start:end])
    if m and m.start():
        yield start, start + m.start()
        yield start + m.start(), end
    else:
        yield start, end
MODALS = frozenset("would will shall should could can ought ’ll wd".split())
WEAK = frozenset("may might must did does do".split())      # verbs that promise nothing, and show where a subject ends
BE = frozenset("was were is are am be been being".split())
ADVERBS = frozenset(
    "next also then now therefore however only still always never not again further duly kindly soon shortly both all subsequently immediately "
    "closely actively appropriately personally certainly probably likely already formally jointly hereby accordingly simply regularly fully "
    "carefully happily gladly naturally obviously clearly ultimately eventually instead hopefully presently quickly urgently indeed first "
    "than additionally currently initially routinely separately verbally definitely specifically directly promptly annually quarterly monthly n’t n't just "
    "themselves himself herself itself too quite very more most robustly vigorously continually proactively very much orally".split()
)
# Verbs of speaking, by what they make of the clause that they govern.
COMMIT, SAY, ASK, WISH, FORESEE, PROPOSE, OPINE = "commit", "say", "ask", "wish", "foresee", "propose", "opine"
REPORTING: dict[str, str] = {
    **dict.fromkeys("agreed agrees agree undertook undertaken undertakes promised promises promise assured assures reassured confirmed confirms pledged "
                    "pledges guaranteed guarantees committed commits offered offers accepted volunteered vowed swore conceded settled".split(), COMMIT),
    **dict.fromkeys("said says stated states explained explains advised advises reported added adds noted told tells informed clarified "
                    "indicated responded replied commented outlined highlighted emphasised acknowledged mentioned announced observed stressed "
                    "reminded heard recognised answered declared remarked reiterated revealed disclosed described updated understood notes stresses "
                    "referred concurred admitted introduced presented countered insisted insists maintained retorted rejoined remonstrated ventured "
                    "affirmed asserted signalled briefed interjected".split(), SAY),
    **dict.fromkeys("asked asks ask requested requests request queried questioned enquired inquired wondered sought invited invites urged "
                    "urges called challenged pressed implored encouraged instructed directed tasked requires deputed begged petitioned entreated".split(), ASK),
    **dict.fromkeys("hoped hopes wished wishes wanted wants desired aspired".split(), WISH),
    **dict.fromkeys("expected expects anticipated anticipates envisaged envisages foresaw planned plans projected predicted forecast intended intends estimated".split(), FORESEE),
    **dict.fromkeys("suggested suggests proposed proposes recommended recommends moved".split(), PROPOSE),
    **dict.fromkeys("felt feels thought thinks believed believes considered considers feared imagined argued opined warned expressed opposed doubted "
                    "appreciated concerned worried knew reckoned supposed guessed".split(), OPINE),
}
# The bare forms speak for "I" and "we" in letters, answers and reports.
FIRST_PERSON: dict[str, str] = {
    **dict.fromkeys("undertake promise commit pledge offer confirm guarantee".split(), COMMIT), **dict.fromkeys("say advise report add understand".split(), SAY),
    **dict.fromkeys("hope wish want".split(), WISH), **dict.fromkeys("expect anticipate plan intend envisage".split(), FORESEE),
    **dict.fromkeys("suggest propose recommend".split(), PROPOSE), **dict.fromkeys("think believe feel consider".split(), OPINE), **dict.fromkeys("invite urge seek".split(), ASK),
}
# What a meeting does with papers, minutes and people without anybody having anything to do.
NOTHING_TO_DO = frozenset(
    "note approve receive accept adopt endorse elect re-elect appoint re-appoint reappoint sign thank recognise acknowledge commend welcome exclude ratify "
    "confirm agree regret nominate grant declare record second vote admit co-opt applaud support congratulate reaffirm dispense "
    "extend praise exempt disagree differ adjourn waive move consider constitute delegate authorise".split()
)
# Of these a resolution makes a task where it names who does it ("the Clerk confirm the dates"), or something to be done.
DELIVERABLE = re.compile(
    r"\b(?:reports?|updates?|information|figures?|data|breakdown|details?|briefings?|papers?|copy|copies|list|notes?|presentation|analysis|response|reply|statistics|"
    r"numbers?|review|summary|evaluation|assessment|audit|findings|results|conclusions|proposals|options|strategy|evidence|timetable|timeline|schedule|plan|meeting|item|explanation|statement|comparison|numbers|minutes|slides|map|maps|visit|tour|session|demonstration|progress|assurances?|answers?|accounts?|explainer|graph|table|costings?|feedback|sight|draft)\b",
    re.IGNORECASE,
)
PUT_OFF = frozenset("scheduled timetabled diarised pencilled deferred postponed moved rescheduled re-scheduled put adjourned".split())
_CONDITION = frozenset(("if", "unless", "should", "were", "provided", "whether", "without"))
NOUNS = frozenset("minutes reports plans reviews notes views members officers meetings works services changes studies checks supports calls requests offers starts moves visits surveys drafts updates records stages steps uses needs costs".split())
_IF = re.compile(r"\b(?:if|unless|were (?:it|there|the)|should (?:the|there|it|this|any|a)\b|otherwise|in the event)", re.IGNORECASE)
_IFS = frozenset("if unless were should otherwise event events".split())
_IF_IDLE = re.compile(
    r"\b(?:if|where|when|as)\s+(?:necessary|supported|agreed|approved|successful|adopted|accepted|required|requested|appropriate|possible|needed|practicable|applicable|available|that (?:was|would be|is) (?:useful|helpful)|"
    r"(?:the )?(?:members|panel|committee|board|council|chair(?:man)?|they|he|she|you|we) (?:would|will|’d|'d|could|can|may|might) (?:bear|allow|permit|forgive|excuse|indulge|let|give|have)\b[^,.;]*|"
    r"(?:members|the panel|the committee|they|he|she) (?:so )?wish(?:ed|es)?|desired|asked|so|willing|members wanted|useful|helpful|time (?:allowed|permitted))\b", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(?:secondary legislation|legislation|the government|home office|parliament|a bill|the bill|settlement|white paper|ministers?|inspection report|judgment|verdict|the trial|inquest|"
    r"national guidance|budget deficit|inflation|demand|interest rates|crime levels|population|cost|costs|savings|increase in funding)\b", re.IGNORECASE)
OPENERS = frozenset("the a an his her their its my our your any all some no members officers further both each this these those".split())
OBJECTS = frozenset(("him", "her", "them", "members", "it"))


@dataclass(slots=True)
class Clause:
    """A clause under way: where it begins, who is its subject, and what it hangs on."""

    start: int                       # token
    subject: Voice | None = None
    condition: bool = False
    question: bool = False
    relative: bool = False
    parent: Clause | None = None
    frame: Frame | None = None


@dataclass(slots=True)
class Frame:
    """The reporting verb in force."""

    kind: str
    verb: str
    token: int
    subject: Voice
    start: int                       # token at which the reporting clause starts
    to_whom: str | None = None


def presides(voice: Voice) -> bool:
    """Is it the chair, or the body itself?"""
    return bool(re.match(r"(?:the )?(?:vice[- ])?(?:chair|panel|committee|board)", voice.text.lower()))


@dataclass(slots=True)
class Act:
    """A verb group judged worth recording; tokens are places in the sentence's word list."""

    first: int                       # first token of the clause quoted
    verb: int                        # token of the lexical verb
    owner: str | None
    kind: str
    basis: str
    why: str
    confidence: float = 0.8
    to: str | None = None
    whole: bool = False              # quote with the reporting clause
    due: tuple[int, int] | None = None
    frame: int | None = None         # token at which the reporting clause starts
    promised: bool = False           # the reporting verb itself promises


class Words:
    """One sentence as words, with what can be asked of any of them."""

    def __init__(self, text: str, start: int, end: int, scene: Scene, setting: Setting, dates: bool = False, vocabulary: set[str] | None = None) -> None:
        self.dates = dates
        self.vocabulary = set(bare(text[start:end]).split()) if vocabulary is None else vocabulary
        self.text, self.start, self.end, self.scene, self.setting = text, start, end, scene, setting
        self.spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
        short = not _CLIPPED.isdisjoint(self.vocabulary) and bool(_SHORT.search(text, start, end))
        if short:      # "she'll", "he’d": two words
            self.spans = [span for a, b in self.spans for span in _parted(text, a, b)]
        self.words = [text[a:b] for a, b in self.spans]
        small = " ".join(self.words).lower().replace("'", "’").split(" ")
        self.low = [_LONG.get(w, w) for w in small] if short else small
        self.count = len(self.words)
        self.acts: list[Act] = []
        self.timed: bool | None = None
        self.dues: dict[int, str | None] = {}
        self.breaks: list[int] = []

    def find_due(self, start: int, end: int, *, events: bool = True) -> tuple[int, int] | None:
        """The due phrase in this stretch of the sentence; none is looked for in a sentence without a word of time."""
        if self.timed is None:
            self.timed = timed(self.vocabulary)
        return find_due(self.text, start, end, events=events) if self.timed else None

    def piece(self, first: int, last: int) -> str:
        """Text of words[first:last]."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""

    def tail(self, i: int, length: int = 90) -> str:
        """Lower-case text from word i on."""
        return self.text[self.spans[i][0] : min(self.end, self.spans[i][0] + length)].lower() if i < self.count else ""

    def past_aside(self, j: int) -> int:
        """The word after a short aside in commas: "undertook, at the Chair's prompting, to share it"."""
        close = next((n for n in range(j + 1, min(self.count, j + 12)) if self.low[n] == ","), None)
        return self.skip(close + 1) if close is not None else j

    def skip(self, i: int) -> int:
        """The next word from i on that is no adverb."""
        while i < self.count and (self.low[i] in ADVERBS or (self.low[i].endswith("ly") and self.low[i] not in ("supply", "reply", "apply", "rely", "comply", "multiply", "july"))):
            i += 1
        return i

    def word(self, i: int) -> str:
        """Word i in lower case; "" beyond the sentence."""
        return self.low[i] if 0 <= i < self.count else ""

    def new_subject(self, i: int) -> bool:
        """Do the words from here on open a clause with a subject of its own (a verb comes before long)?"""
        i = self.skip(i)
        if i >= self.count:
            return False
        w = self.low[i]
        if w == "that":
            return True
        if w in ("and", "but", "or", ",", ";", "(", ")"):
            return False
        if w in ("i", "you", "he", "she", "they", "it", "we", "there", "this", "these", "those"):
            return True
        if w in MODALS or w in BE or w in ("had", "has", "have", "to", "not", "which", "who") or w in REPORTING or w in _CONDITION:
            return False
        if not (w in OPENERS or self.words[i][0].isupper() or w in ("in", "at", "from", "by", "following")) and (w in BASE or lemma_of_participle(w) or lemma_of_ing(w)):
            return False
        for j in range(i + 1, min(self.count, i + 16)):
            x = self.low[j]
            if x in MODALS or x in ("was", "were", "had", "has", "is", "are", "have") or x in REPORTING:
                return True
            if x in (",", ";", "and", "but", "or", "that", "which"):
                return x == "," and self.word(j + 1) in MODALS
        return False

    def one_name(self, i: int) -> bool:
        """Does this "and" stand inside a name: "the Fire and Rescue Authority"?"""
        if not 0 < i < self.count - 1:
            return False
        return self.words[i - 1][0].isupper() and self.words[i + 1][0].isupper() and self.low[i + 1] not in OPENERS and self.low[i + 1] not in ("he", "she", "they", "it", "we", "mr", "mrs", "ms", "cllr", "councillor", "dr")

    def noun_frame(self, i: int) -> bool:
        """"…gave an assurance that", "his word that": the noun before governs the clause."""
        return self.low[i - 1] in ("assurance", "undertaking", "commitment", "promise", "guarantee", "word", "assurances", "intention", "hope", "request", "suggestion",
                                   "response", "reply", "clear", "confident", "hopeful", "sure", "view", "pleased", "point", "proposal", "recommendation", "conclusion")

    def subject(self, clause: Clause, i: int) -> Voice:
        """The subject of a clause, from the words before its verb; where it has none, that of the clause above."""
        if clause.subject is None:
            segment = self.piece(clause.start, i)
            clause.subject = voice_of(segment, self.scene)
            if clause.subject.kind == "none" and clause.parent is not None and clause.parent.subject is not None and not clause.relative:
                clause.subject = clause.parent.subject
        return clause.subject

    def shares(self, clause: Clause, i: int) -> bool:
        """Does a further verb of this clause stand after "and", "but" or "then" and so share its subject?"""
        k = i - 1
        while k > clause.start and (self.low[k] in ADVERBS or self.low[k].endswith("ly")):
            k -= 1
        return self.low[k] in ("and", "but", "or", ",", "then", "also", "who")

    def infinitive(self, j: int) -> tuple[str, int] | None:
        """"to VERB" from word j on: the verb and its place."""
        if self.word(j) != "to":
            return None
        k = self.skip(j + 1)
        if self.word(k) == "be":
            return "be", k
        w = self.word(k)
        if w in BASE:
            return BASE[w], k
        return ("?" + w, k) if w.isalpha() and not w.endswith("s") and w not in ("the", "a", "an", "this", "that", "his", "their", "all", "members", "it", "its") else None

    def does(self, verb: str, k: int) -> str:
        """What the verb at word k does, given its tail."""
        return sense(verb, self.tail(k + 1))

    def to_within(self, j: int) -> int | None:
        """The place of the next "to" before a verb, a dozen words on at most."""
        for k in range(j, min(self.count, j + 12)):
            if self.low[k] == "to" and self.infinitive(k) is not None:
                return k
            if self.low[k] in (",", ";", "that", "if", "whether", "for") or self.low[k] in MODALS:
                return None
        return None

    def be_within(self, j: int) -> bool:
        """Does a subjunctive "be done" follow before the clause ends?"""
        for k in range(j, min(self.count, j + 12)):
            if self.low[k] == "be" and self.low[k - 1] not in MODALS and self.low[k - 1] != "to" and lemma_of_participle(self.word(self.skip(k + 1))):
                return True
            if self.low[k] in (",", ";", "that", "if") or self.low[k] in MODALS or self.low[k] in ("to", "was", "were"):
                return False
        return False

    def subjunctive(self, first: int, limit: int = 28, things: bool = False, third: bool = False) -> tuple[Voice, str, int, bool] | None:
        """SUBJECT be DONE | SUBJECT VERB | SUBJECT should/would/will VERB: (subject, verb, place, passive)."""
        last = min(self.count, first + limit)
        for k in range(first, last):
            w = self.low[k]
            if w == ";":
                return None
            if w in ("was", "were", "had", "is", "are", "has"):
                # "a review of how the plan had worked be reported": inside the subject
                if any(self.low[n] in ("how", "what", "which", "who", "that", "whether", "why", "where", "when") for n in range(first + 1, k)) and any(self.low[n] == "be" for n in range(k + 1, last)):
                    continue
                return None
            if w == "do" and k > first and self.word(k + 1) in BASE and k < last - 1:
                who = voice_of(self.piece(first, k), self.scene)      # "the Director do report": the old subjunctive
                return (who, BASE[self.word(k + 1)], k + 1, False) if who.agent else None
            if w in ("should", "would", "will", "shall", "must"):
                v = self.skip(k + 1)
                if self.word(v) == "be":
                    v2 = self.skip(v + 1)
                    verb = lemma_of_participle(self.word(v2))
                    return (voice_of(self.piece(first, k), self.scene), verb, v2, True) if verb else None
                verb = BASE.get(self.word(v))
                return (voice_of(self.piece(first, k), self.scene), verb, v, False) if verb else None
            if w == "be" and k > first:
                v = self.skip(k + 1)
                verb = lemma_of_participle(self.word(v))
                if verb:
                    who = voice_of(self.piece(first, k), self.scene)
                    if verb in ("ask", "request", "invite", "instruct", "direct", "urge", "task", "require", "encourage", "delegate", "commission", "authorise", "empower", "allow", "give", "recommend", "charge"):
                        found = self.infinitive(self.skip(v + 1))
                        if found:
                            return who, found[0], found[1], False
                        if self.word(v + 1) == "for":
                            return who, "provide", v + 1, True
                    return who, verb, v, True
                if self.word(v) in ("on", "in", "the", "a", "an", "available", "present", "with", "brought", "before", "at", "free", "open", "ready", "closed") and self.word(v + 1) not in ("favour", "order", "agreement"):
                    return voice_of(self.piece(first, k), self.scene), "be", k, True
                return None
            if k > first and third and w in THIRD and (w not in NOUNS or (self.word(k + 1) in OPENERS and self.low[k - 1] not in ("of", "and", "for"))) and self.words[k][0].islower():
                who = voice_of(self.piece(first, k), self.scene)
                if who.agent and who.kind != "thing" and self.low[k - 1] not in OPENERS:
                    return who, THIRD[w], k, False
            if k > first and w in BASE and self.low[k - 1] not in ("to", "the", "a", "an", "of", "and", "for", "in", "on", "by", "or", "this", "any", "no", "its", "their", "his", "her", "further", "annual", "next", "with", "from"):
                who = voice_of(self.piece(first, k), self.scene)
                if (who.agent or (things and k - first <= 5) or (w in ("stay", "stand", "remain", "continue") and k - first <= 6)) and (self.words[k][0].islower()):
                    verb = BASE[w]
                    if "state" in MAY_BE.get(verb, ()) and len(MAY_BE[verb]) == 1 and verb not in ("stay", "stand", "remain"):
                        return None
                    return who, verb, k, False
        return None

    def own(self, voice: Voice, frame: Frame | None = None) -> str | None:
        """The owner whom a subject names; "he" and "she" are looked for in the reporting clause first."""
        if frame is not None and voice.kind == "pronoun" and voice.text.lower() in ("he", "she") and frame.subject.kind in ("person", "member") and not frame.subject.plural and fits(voice.text, frame.subject.text):
            return clean_owner(self.scene.full(frame.subject.text))
        return clean_owner(self.scene.owner(voice))

    def own_frame(self, frame: Frame) -> str | None:
        """The owner whom the reporting clause names, else whoever spoke last."""
        return self.own(frame.subject) if frame.subject.agent and frame.subject.kind != "member" else self.scene.speaker

    def owner_of_thing(self, frame: Frame | None, subject: Voice | None = None) -> str | None:
        """A passive has no owner in the clause: whoever says that it will be done answers for it."""
        by = None
        if subject is not None and (m := re.match(r"((?:The|the)\s+[A-Z][\w ]{2,40}?)[’']s?\s", subject.text)):
            voice = voice_of(m[1], self.scene)
            if voice.agent:
                return self.own(voice)
        if frame is not None and frame.kind in (SAY, COMMIT, FORESEE, WISH) and frame.subject.agent and frame.subject.kind != "member":
            by = self.own(frame.subject)
        elif frame is not None and frame.subject.kind in ("none", "member"):
            by = None if frame.subject.kind == "none" and frame.to_whom is None and self.scene.speaker is None else self.scene.speaker
        else:
            by = self.scene.speaker
        return clean_owner(by)

    def addressee(self) -> str | None:
        """Whom a request without an addressee is put to: whoever has been answering, or the commissioner."""
        if self.scene.speaker:
            return self.scene.speaker
        return next((role for _, role in self.setting.people if re.search(r"\b(?:Police(?:, Fire)? and Crime Commissioner)$", role)), None) and "Commissioner"

    def body(self) -> str | None:
        """How the paper calls the body itself: "the Panel", "the Committee"."""
        name = (self.setting.body or "").lower()
        for noun in ("panel", "sub-committee", "committee", "board", "commission", "forum", "cabinet", "council"):
            if noun in name:
                return f"the {noun.title()}"
        return "the Committee"

    def named_by(self, k: int) -> str | None:
        """"…be pursued by CSMs": the doer after a passive, where the paper names one."""
        m = re.match(r"\s+(?:\w+\s+){0,3}?by\s+((?:the\s+)?[^,.;]{2,60}?)(?=\s+(?:when|in|at|on|by|for|to|and|before|after|as|with|under)\b|[,.;]|$)", self.text[self.spans[k][1] : self.clause_end(k)])
        if m:
            voice = voice_of(m[1], self.scene)
            if voice.agent:
                return self.own(voice)
        return None

    def beneficiary(self, a: int, b: int) -> str | None:
        """To whom something is promised, where text[a:b] says so."""
        m = re.search(
            r"\b(?:to|inform|update|advise|brief|tell|notify|give|let|send|with|provide|show|assure|assured|for)\s+"
            r"((?:(?:all|the|a|his|her|ward|panel|committee|this|that|those|other)\s+)*(?:Panel|Committee|Board|Members?|Councillors?(?:\s+[A-Z]\w+)?|Cllrs?\s+[A-Z]\w+|Cabinet|Council|Assembly|Commission|"
            r"(?:Mr|Mrs|Ms|Dr)\s+[A-Z]\w+|Chief Constable|Chair(?:man|woman)?|questioner|Minister|Forum|Sub-Committee|Trust|Secretary of State|Ministry)s?(?:\s+Members)?)\b", self.text[a:b])
        return m[1] if m else None

    def kind_of(self, verb: str, k: int) -> str:
        """The kind of promise that a verb makes: report-back, look-into, attend, act, …"""
        what = self.does(verb.lstrip("?"), k)
        if what in HANDED_OVER | {"act", "continue-monitoring"}:
            if what == "provide-information" and re.match(r"\W*(?:\w+ ){0,4}?(?:report|update)s?\b", self.tail(k + 1, 50)):
                return "report-back"
            return what
        return {"consider": "look-into", "bear": "look-into"}.get(what, "act")

    def clause_end(self, k: int, over_that: bool = False) -> int:
        """Where the clause of word k ends: a stop, a semicolon, or a conjunction that opens another clause."""
        n = k + 1
        depth = 0
        while n < self.count:
            w = self.low[n]
            if w in "([":
                depth += 1
            elif w in ")]":
                depth -= 1
            elif depth <= 0 and w == ";":
                return self.spans[n][0]
            elif depth <= 0 and w in ("but", "although", "though", "whereas", "however") and n > k + 1:
                a = self.spans[n - 1][0] if self.low[n - 1] == "," else self.spans[n][0]
                return a
            elif depth <= 0 and (
                (w == "," and (self.opens_another(n) or (n > k + 3 and self.word(n + 1) in ("which", "noting", "with", "adding"))))
                or (w == "and" and n > k + 1 and not (over_that and self.word(n + 1) == "that") and not self.one_name(n) and self.new_subject(n + 1))
            ):
                return self.spans[n][0]
            n += 1
        return self.end

    def opens_another(self, n: int) -> bool:
        """Does the comma at word n part the clause from one with a subject of its own?"""
        after = self.word(n + 1)
        if after in ("and", "so", "as", "while", "whilst"):
            return self.new_subject(n + 2)
        return after in ("which", "who") and self.new_subject(n + 1)

    def due_of(self, first: int, k: int) -> str | None:
        """When the act at word k is due, in the words of its clause."""
        k = min(k, self.count - 1)
        if k not in self.dues:
            until = UNTIL.match(self.text, self.spans[k][1], self.end) if self.low[k] in ("moved", "move", "deferred", "postponed", "adjourned", "put", "rescheduled", "re-scheduled", "brought", "carried") else None
            due = until.span(1) if until else self.find_due(self.spans[k][0], min(self.clause_end(k), self.spans[k][0] + 400)) or self.fronted(first, k)
            self.dues[k] = self.text[due[0] : due[1]] if due else None
        return self.dues[k]

    def fronted(self, first: int, k: int) -> tuple[int, int] | None:
        """A time that opens the clause: "Next year there would be", "In May the team would"."""
        k = min(k, self.count - 1)
        a = self.spans[first][0]
        due = self.find_due(a, min(self.spans[k][0], a + 60), events=False) if first < k else None
        return due if due and due[0] - a <= 14 and due[1] < self.spans[k][0] else None

    def conditional(self, i: int) -> bool:
        """Does this part of the sentence hang on an "if" that is more than a politeness?"""
        if _IFS.isdisjoint(vocabulary(self.text)):
            return False
        since = max((b for b in self.breaks if b < i), default=-1) + 1
        part = self.text[self.spans[since][0] : self.clause_end(i)]
        if not _IF.search(part):
            return False
        bare = _IF_IDLE.sub("", part)
        bare = re.sub(r"\b(?:asked|queried|questioned|enquired|wondered|see|check|know|sure|explore|establish|ascertain|asking)\s+(?:to see )?(?:if|whether)\b", "", bare, flags=re.IGNORECASE)
        return bool(re.search(r"\b(?:if|unless|otherwise)\b|\b(?:were|should) (?:it|there|the|this|any|a)\b[^.]{3,80}\bwould\b|in the event", bare, re.IGNORECASE))

    def in_person(self, subject: Voice) -> bool:
        """One person, not a member and not a body: what such a one "would" do is mostly a promise."""
        return subject.kind in ("person", "pronoun") and not subject.plural and subject.text.lower() not in ("they", "we", "you")

    def plain_time(self, due: str) -> bool:
        """Is it a time, and not a condition ("when funds allow")?"""
        return not re.match(r"(?:when|if|where|as part)\b", due, re.IGNORECASE)
