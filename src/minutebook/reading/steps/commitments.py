"""What somebody undertook, was asked or is planned to do: the promises of a paper, each in its own words.

A grammar of clauses, not a list of phrases. A sentence is read word by word; each verb group that points
forward ("would circulate", "agreed to look into", "was due to start", "be brought back") is taken with its
subject, with the reporting verb that governs it ("said that", "asked whether") and with the words after it,
and only then judged: a promise, a decision, a request, a plan, a hope, or nothing.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.due import UNTIL, find_due, passed
from minutebook.reading.steps.sentences import sentences
from minutebook.reading.steps.verbs import BASE, MAY_BE, PAST, THIRD, lemma_of_ing, lemma_of_participle, sense, sense_passive
from minutebook.reading.steps.voices import Scene, Voice, clean_owner, fits, voice_of

SILENT_KINDS = frozenset({"agenda", "notice", "work-programme", "service-meeting-list", "service-committee-list", "meeting-list"})
SILENT_PASSAGES = frozenset({"title", "heading", "rubric", "question"})
EXPLICIT = frozenset({"undertaking", "resolution", "third-party"})
HANDED_OVER = frozenset({"provide-information", "report-back", "look-into", "publish", "amend", "attend"})

TRIGGER = re.compile(
    r"[a-z][’'](?:ll|d)\b|\b(?:w(?:ould|ill|ord|ish\w*|ant(?:s|ed)|illing)|sh(?:all|ould)|[Oo]ught|could|(?:[Mm]ay|can) expect|"
    r"(?:was|were|is|are|am|been|ha[ds]|have|[A-Z][\w’)]*|members|officers|actions?:?)(?: [a-z]+ly| then| now| also| not| only| just)? to|"
    r"be(?:ing)?|a(?:gree[ds]?|ssur\w+|sk(?:s|ed)?|nticipat\w+|rranging|spir\w+|mbition|im(?:s|ed|ing)|ddition|djourned|menable|greeable|ction)|"
    r"p(?:romis\w+|ledg\w+|ropos\w+|lan(?:s|ned|ning)|reparing|repared|ostponed|encilled)|c(?:ommitt?\w*|all(?:s|ed) for|ompiling|ontent)|"
    r"re(?:assur\w+|quest\w*|commend\w*|scheduled)|s(?:ought|uggest\w*|chedul\w+|ettled)|in(?:vit\w+|ten[dt]\w*|vestigating|clusion|clined| the process| the course)|"
    r"u(?:ndert\w+|rged?)|o(?:ffer\w*|rganising)|guarantee\w*|going|volunteer\w*|h(?:op(?:e[sd]?|ing|eful)|appy)|expect\w*|eager|timetabled|d(?:ue|eferred|rafting|iarised|etermined)|"
    r"look(?:ing|s forward|ed forward)|finalising|keeping|me?ant|minded|note to|"
    r"A(?:ction|CTION|GREED|greed|sked|nticipat\w+)|W(?:ill|ould)|R(?:equest\w*|ecommend\w*|ESOLVED)|Officers|Members|Agreed|Confirm)\b")
_TOKEN = re.compile(r"[A-Za-z0-9À-ÿ£][\w’'/.&%-]*[\w%]|[A-Za-z0-9À-ÿ]|[,;:()\[\]–—.!?…]")

_SHORT = re.compile(r"[a-z][’'](?:ll|d)\b")
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
    "also then now therefore however only still always never not again further duly kindly soon shortly both all subsequently immediately "
    "closely actively appropriately personally certainly probably likely already formally jointly hereby accordingly simply regularly fully "
    "carefully happily gladly naturally obviously clearly ultimately eventually instead hopefully presently quickly urgently indeed first "
    "than additionally currently initially routinely separately verbally definitely specifically directly promptly annually quarterly monthly n’t n't just "
    "themselves himself herself itself too quite very more most robustly vigorously continually proactively very much orally".split()
)
# Verbs of speaking, by what they make of the clause that they govern.
COMMIT, SAY, ASK, WISH, FORESEE, PROPOSE, OPINE = "commit", "say", "ask", "wish", "foresee", "propose", "opine"
REPORTING: dict[str, str] = {
    **dict.fromkeys("agreed agrees agree undertook undertaken undertakes promised promises promise assured assures reassured confirmed confirms pledged "
                    "pledges guaranteed guarantees committed commits offered offers accepted volunteered vowed conceded settled".split(), COMMIT),
    **dict.fromkeys("said says stated states explained explains advised advises reported added adds noted told tells informed clarified "
                    "indicated responded replied commented outlined highlighted emphasised acknowledged mentioned announced observed stressed "
                    "reminded heard recognised answered declared remarked reiterated revealed disclosed described updated understood notes stresses "
                    "referred concurred admitted introduced presented".split(), SAY),
    **dict.fromkeys("asked asks ask requested requests request queried questioned enquired inquired wondered sought invited invites urged "
                    "urges called challenged pressed implored encouraged instructed directed tasked requires".split(), ASK),
    **dict.fromkeys("hoped hopes wished wishes wanted wants desired aspired".split(), WISH),
    **dict.fromkeys("expected expects anticipated anticipates envisaged envisages foresaw planned plans projected predicted forecast intended intends estimated".split(), FORESEE),
    **dict.fromkeys("suggested suggests proposed proposes recommended recommends moved".split(), PROPOSE),
    **dict.fromkeys("felt feels thought thinks believed believes considered considers feared imagined argued opined warned expressed opposed doubted "
                    "appreciated concerned worried knew".split(), OPINE),
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
    r"numbers?|review|summary|evaluation|assessment|audit|findings|results|conclusions|proposals|options|strategy|evidence|timetable|timeline|schedule|plan|meeting|item|explanation|statement|comparison|numbers|minutes|slides|map|maps|visit|tour|session|demonstration|progress|assurances?)\b",
    re.IGNORECASE,
)
PUT_OFF = frozenset("scheduled timetabled diarised pencilled deferred postponed moved rescheduled re-scheduled put adjourned".split())
_CONDITION = frozenset(("if", "unless", "should", "were", "provided", "whether", "without"))
_FORMERLY = re.compile(r"\b(?:in the past|historically|in previous years|in those days|at that time|traditionally|formerly|would (?:often|usually|normally|previously))\b", re.IGNORECASE)
_LASTING = frozenset("affect need require expect base know understand note involve own surprise concern reflect cover".split())
_NOUNS = frozenset("minutes reports plans reviews notes views members officers meetings works services changes studies checks supports calls requests offers starts moves visits surveys drafts updates records stages steps uses needs costs".split())
_WILL_BE = re.compile(r"\b(?:is|are) to\b|\bwill\b|\bwould\b|\bshould\b")
_PERSONAL = frozenset(("have", "see", "make", "get"))
_IF_IDLE = re.compile(
    r"\b(?:if|where|when|as)\s+(?:necessary|required|requested|appropriate|possible|needed|practicable|applicable|available|that (?:was|would be|is) (?:useful|helpful)|"
    r"(?:members|the panel|the committee|they|he|she) (?:so )?wish(?:ed|es)?|desired|asked|so|willing|members wanted|useful|helpful|time (?:allowed|permitted))\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:secondary legislation|legislation|the government|home office|parliament|a bill|the bill|settlement|white paper|ministers?|inspection report|judgment|verdict|the trial|inquest|"
    r"national guidance|budget deficit|inflation|demand|interest rates|crime levels|population|cost|costs|savings|increase in funding)\b", re.IGNORECASE)


_ATTRIBUTES = frozenset("and of further more new newly any for to in with by previous other or , ( most much less well no not".split()) - {","}
_OBJECTS = frozenset(("him", "her", "them", "members", "it"))
_OPENERS = frozenset("the a an his her their its any all some no members officers further both each this these those".split())


@dataclass(slots=True)
class Clause:
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


def _presides(voice: Voice) -> bool:
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


def commitments(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every promise, decision, request, plan and hope of a paper that can be checked later, in reading order.

    A finding's quote is the clause that makes it. Fields as in record.Commitment; `due` and the quote are verbatim.
    """
    if setting.kind in SILENT_KINDS:
        return
    scene = Scene(setting)
    lead = ""
    led: list[dict[str, Any]] = []
    for number, passage in enumerate(passages):
        scene.enter(passage.item)
        if passage.kind in SILENT_PASSAGES or not passage.text:
            continue
        if passage.lead != lead:
            lead = passage.lead
            led = list(_led(lead, scene, setting)) if lead else []
        found = list(_of_passage(passage, scene, setting))
        if not found and led and passage.lead and passage.kind != "resolution":
            found = _of_listed(passage, led)
        for start, end, fields in _accepted(found):
            yield Finding(number, start, end, fields)


def _accepted(found: list[tuple[int, int, dict[str, Any]]]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Requests that the same passage goes on to accept are told once, by the acceptance."""
    for n, (start, end, fields) in enumerate(found):
        if fields["basis"] == "request" and any(
            later[2]["basis"] == "undertaking" and 0 <= later[0] - end < 260 and later[2]["kind"] in HANDED_OVER for later in found[n + 1 :]
        ):
            continue
        yield start, end, fields


def _of_passage(passage: Passage, scene: Scene, setting: Setting) -> Iterator[tuple[int, int, dict[str, Any]]]:
    text = passage.text
    resolution = passage.kind == "resolution" or bool(_OPERATIVE.match(text)) or bool(passage.lead and _RESOLVING_LEAD.search(passage.lead))
    dates = bool(_DATES.search(passage.title))
    if passage.lead and not resolution and _ASKING_LEAD.search(passage.lead) and text[:5].lower() == "that ":
        sentence = _Sentence(text, 0, len(text), scene, setting, dates)
        limb = sentence.subjunctive(1, 24)
        if limb and limb[1] not in NOTHING_TO_DO:
            owner = sentence.own(limb[0]) if limb[0].agent and not limb[3] else sentence.addressee()
            sentence.acts.append(Act(1, limb[2], owner, sentence.kind_of(limb[1], limb[2]), "request", "asked for in a list", 0.65))
            yield from sentence.placed()
            return
    spans = [part for start, end in sentences(text) for part in _actions_apart(text, start, end)]
    for start, end in spans:
        if resolution:
            yield from _Sentence(text, start, end, scene, setting, dates).limbs()
        elif TRIGGER.search(text, start, end):
            yield from _Sentence(text, start, end, scene, setting, dates).findings()
        else:
            hear(text, start, end, scene)


_ASKING_LEAD = re.compile(r"\b(?:request\w*|ask\w*|recommend\w*|suggest\w*|stress|wish\w*|urge\w*|propos\w*|emphasis\w*|invit\w*|observations|requirements)\b[^.]*[:–-]?\s*$", re.IGNORECASE)
_ACTION_APART = re.compile(r";\s+(?=[A-Z][\w’. ]{1,40}? to [a-z]{3,})")


def _actions_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, parted where a bare action hangs on it: "…under way; Head of Housing to report in May"."""
    at = start
    for m in _ACTION_APART.finditer(text, start, end):
        yield at, m.start() + 1
        at = m.end()
    yield at, end


_DATES = re.compile(r"\b(?:next|future|forthcoming|dates?|calendar|schedule) (?:of )?(?:the )?(?:next |future )?meetings?\b", re.IGNORECASE)
_OPERATIVE = re.compile(
    r"^(?:it was\s+)?(?:unanimously\s+)?(?:RESOLVED|AGREED|NOTED|RECOMMENDED|DECISION|DECIDED|RECOMMENDATIONS?|Resolved|Agreed|Recommended)\b(?! by\b)(?=[\s:,–—-])")
_RESOLVING_LEAD = re.compile(r"(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed|Recommended|(?:was|were|be|panel|committee|board|members|it was) (?:unanimously )?(?:resolved|agreed|recommended))\b[^.]{0,60}[:–—-]?\s*$")
_PROGRAMME_LEAD = re.compile(r"(?:changes?|additions?|amendments?|items|following)\b[^.]{0,120}\b(?:work (?:programme|plan)|forward plan|programme)|(?:work (?:programme|plan)|programme)\b[^.]{0,160}\b(?:as follows|following|changes|additions|amendments)", re.IGNORECASE)


_HEARD = re.compile(r"[\w’-]+|[;:]")


def hear(text: str, start: int, end: int, scene: Scene) -> None:
    """Note who speaks or acts in a sentence that promises nothing, so that "he" in the next one is understood."""
    for n, m in enumerate(_HEARD.finditer(text, start, min(end, start + 160))):
        word = m[0].lower()
        if n == 0:
            continue
        if n > 18 or word in (";", ":", "if", "that", "which"):
            return
        saying = word in REPORTING
        if saying or word in PAST or word.endswith("ed") or word in ("was", "were", "had", "has", "is"):
            voice = voice_of(text[start : m.start()], scene)
            if not voice.agent:
                return
            owner = scene.owner(voice)
            scene.note(voice, voice.kind in ("person", "member") or saying)
            if voice.kind == "pronoun" and saying and owner and not voice.plural and owner != scene.asker:
                scene.speaker = owner
            return


def _led(lead: str, scene: Scene, setting: Setting) -> Iterator[dict[str, Any]]:
    """What a list's opening words promise for each of its points: "reports on the following would be considered:"."""
    spans = list(sentences(lead))
    if not spans:
        return
    for start, end in spans[:-1]:
        hear(lead, start, end, scene)
    start, end = spans[-1]
    sentence = _Sentence(lead, start, end, scene, setting)
    if not lead.rstrip().endswith((":", "-", "–", "—")) and end - start > 300:
        sentence.listen()
        return
    open_ended = re.search(r"(?:\b(?:would|will|to|agreed|undertook|offered|asked to|requested to))\s*[:–—-]*\s*$", lead)
    sentence.read(judge=True)
    for _, _, fields in sentence.placed():
        if re.search(r"\bfollowing\b", lead[start:end]) or open_ended:
            yield fields
    if _PROGRAMME_LEAD.search(lead[start:end]):
        yield {"by": None, "to": None, "kind": "report-back", "due": None, "strength": "explicit", "basis": "resolution",
               "why": "change to the work programme", "confidence": 0.6}


def _of_listed(passage: Passage, led: list[dict[str, Any]]) -> list[tuple[int, int, dict[str, Any]]]:
    text = passage.text
    fields = dict(led[0])
    due = find_due(text, 0, len(text), events=False)
    if due:
        fields["due"] = text[due[0] : due[1]]
    by = re.search(r"\b(?:by|from)\s+(?:the\s+|a\s+)?((?:[A-Z][\w’‘'/&-]*|of|and|the)(?:\s+(?:[A-Z‘’][\w’'/&-]*|of|and|the|‘expert’))*)", text)
    if fields["basis"] == "resolution":
        if by:
            fields["by"] = clean_owner(by[1])
        if re.search(r"\bpresentation|appearance|attend", text, re.IGNORECASE):
            fields["kind"] = "attend"
    return [(0, len(text.rstrip(" ;,")), fields)]


# Words at which the reader of a sentence stops; all others it passes over.
_SIGNS = MODALS | BE | WEAK | frozenset(REPORTING) | frozenset(
    "; – — . ? ! : , that which who whom whose if unless whether and but what how when why where once while whilst because as until before after since "
    "although though whereas or so however then had has have gave gives made makes took aimed aims meant aspires looked looks intention aspiration aspirations "
    "ambition aim plan plans hope expectation wish suggestion desire request next".split())


class _Sentence:
    """One sentence as words, read from left to right."""

    def __init__(self, text: str, start: int, end: int, scene: Scene, setting: Setting, dates: bool = False) -> None:
        self.dates = dates
        self.text, self.start, self.end, self.scene, self.setting = text, start, end, scene, setting
        self.spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
        if _SHORT.search(text, start, end):      # "she'll", "he’d": two words
            self.spans = [span for a, b in self.spans for span in _parted(text, a, b)]
        self.words = [text[a:b] for a, b in self.spans]
        self.low = [_LONG.get(w, w) for w in (word.lower().replace("'", "’") for word in self.words)]
        self.count = len(self.words)
        self.acts: list[Act] = []
        self.dues: dict[int, str | None] = {}
        self.breaks: list[int] = []

    # ---- helpers over words

    def piece(self, first: int, last: int) -> str:
        """Text of words[first:last]."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""

    def tail(self, i: int, length: int = 90) -> str:
        """Lower-case text from word i on."""
        return self.text[self.spans[i][0] : min(self.end, self.spans[i][0] + length)].lower() if i < self.count else ""

    def skip(self, i: int) -> int:
        while i < self.count and (self.low[i] in ADVERBS or (self.low[i].endswith("ly") and self.low[i] not in ("supply", "reply", "apply", "rely", "comply", "multiply", "july"))):
            i += 1
        return i

    def word(self, i: int) -> str:
        return self.low[i] if 0 <= i < self.count else ""

    # ---- reading

    def listen(self) -> None:
        """Only hear who speaks; nothing in this sentence can be a promise."""
        self.read(judge=False)

    def findings(self) -> Iterator[tuple[int, int, dict[str, Any]]]:
        self.read(judge=True)
        self.further()
        if not re.search(r"\bfollowing\b[^.]*:$", self.text[self.start : self.end]):
            yield from self.placed()

    def read(self, judge: bool) -> None:
        clause = Clause(0)
        frame: Frame | None = None
        bare = _bare_action(self)
        if bare and judge:
            self.acts.append(bare)
            return
        i = 0
        low = self.low
        while i < self.count:
            w = low[i]
            if w not in _SIGNS and (clause.subject is not None or not (w in PAST or w.endswith("ed"))):
                i += 1
                continue
            if w == ":" and i <= 4 and clause.start == 0 and clause.subject is None:
                who = voice_of(self.piece(0, i), self.scene)
                if who.kind in ("person", "member", "body"):
                    self.scene.note(who, True)      # "MS: will see": minutes written as a play
                    nxt = self.word(i + 1)
                    clause = Clause(i + 1, subject=who if nxt in MODALS or nxt in BE else None)
                    i += 1
                    continue
            if w in (";", "–", "—", ".", "?", "!") or (w == ":" and i < self.count - 1):
                if w != ":" and w not in "–—":
                    frame = None
                clause = Clause(i + 1)
                self.breaks.append(i)
            elif w == ",":
                if clause.relative and clause.parent is not None and clause.subject is not None:
                    clause = clause.parent
                elif clause.condition and (clause.subject is not None or clause.start == 0):
                    clause = Clause(i + 1, condition=clause.condition)
                elif clause.subject is not None and self.new_subject(i + 1):
                    clause = Clause(i + 1)
            elif w == "that" and i > 0:
                if low[i - 1] in ("was", "is") and clause.subject is not None and clause.subject.kind == "thing":
                    clause = Clause(i + 1, question=True)      # "the policy was that …": how things are
                elif low[i - 1] in ("so", "such") or (frame is None and low[i - 1] not in ("and", "but", ",") and not self.noun_frame(i)):
                    clause = Clause(i + 1, relative=True, parent=clause)
                else:
                    clause = Clause(i + 1, question=False)
            elif w in ("which", "who", "whom", "whose"):
                if frame is not None and frame.kind == ASK and frame.token == i - 1:
                    clause = Clause(i + 1, question=True)
                else:
                    whole = clause
                    clause = Clause(i, relative=True, parent=clause)
                    if w == "who" and low[i - 1] == ",":
                        near = voice_of(re.split(r"\b(?:by|of|with|to|from|for|and)\s", self.piece(max(whole.start, i - 9), i))[-1], self.scene)
                        if near.kind in ("person", "body"):
                            clause.subject, clause.relative = near, False
            elif w in ("if", "unless", "whether"):
                asked = frame is not None and frame.kind in (ASK, OPINE) and i - frame.token <= 6
                clause = Clause(i + 1, question=asked or w == "whether", condition=not asked, parent=clause)
            elif w in ("what", "how", "when", "why", "where", "once", "while", "whilst", "because", "as", "until", "before", "after", "since") and clause.subject is not None:
                wh = w in ("what", "how", "when", "why", "where") and frame is not None and (frame.kind == ASK or i - frame.token <= 2)
                wh = wh and not (w == "how" and low[i - 1] in ("out", "explained", "outlined", "described", "detailed"))
                if wh or w not in ("before", "after", "as", "until", "since", "while", "once", "when", "where", "whilst", "because") or self.new_subject(i + 1):
                    clause = Clause(i + 1, question=wh or w in ("what", "why"), parent=clause)
                    if w in ("once", "when", "until", "because", "since", "while", "whilst", "where"):
                        clause.relative = True
            elif w in ("what", "how", "why") and low[i - 1] in ("and", ",", ";", "or", "out", "on", "of", "about") and clause.subject is not None:
                clause = Clause(i + 1, question=low[i - 1] != "out", parent=clause)
            elif w in ("what", "how", "why") and clause.subject is None and low[i - 1] not in ("of", "about", "on", "out") and i > clause.start:
                clause = Clause(i + 1, question=True, parent=clause)
            elif w in ("and", "but") and clause.relative and clause.parent is not None and clause.subject is not None and (self.word(self.skip(i + 1)) in MODALS or self.word(i + 1) in ("undertook", "agreed", "offered", "promised")):
                up = clause
                while up.parent is not None and (up.relative or not (up.subject and up.subject.agent)):
                    up = up.parent
                clause = up
            elif w in ("but", "although", "though", "whereas", "and", "or", "so", "however", "then") and clause.subject is not None:
                if w != "and" or self.new_subject(i + 1):
                    if self.new_subject(i + 1):
                        if w == "but" and frame is not None and frame.kind in (ASK, OPINE, PROPOSE):
                            frame = None
                        clause = Clause(i + 1, question=clause.question and w in ("and", "or"))
                        self.breaks.append(i)
            step = self.verb_at(i, clause, frame, judge)
            if step:
                before = frame
                i, frame = step
                if frame is not None and frame is not before and self.word(i) not in ("that", "to", "for", "if", "whether") and self.new_subject(i) and self.word(i) not in _OBJECTS:
                    clause = Clause(i)      # "said he would", "it was hoped the figure would"
                continue
            i += 1

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
        if w in ("he", "she", "they", "it", "we", "there", "this", "these", "those"):
            return True
        if w in MODALS or w in BE or w in ("had", "has", "have", "to", "not", "which", "who") or w in REPORTING or w in _CONDITION:
            return False
        if not (w in _OPENERS or self.words[i][0].isupper() or w in ("in", "at", "from", "by", "following")) and (w in BASE or lemma_of_participle(w) or lemma_of_ing(w)):
            return False
        for j in range(i + 1, min(self.count, i + 16)):
            x = self.low[j]
            if x in MODALS or x in ("was", "were", "had", "has", "is", "are", "have") or x in REPORTING:
                return True
            if x in (",", ";", "and", "but", "or", "that", "which"):
                return x == "," and self.word(j + 1) in MODALS
        return False

    def noun_frame(self, i: int) -> bool:
        """"…gave an assurance that", "his word that": the noun before governs the clause."""
        return self.low[i - 1] in ("assurance", "undertaking", "commitment", "promise", "guarantee", "word", "assurances", "intention", "hope", "request", "suggestion",
                                   "response", "reply", "clear", "confident", "hopeful", "sure", "view", "pleased", "point", "proposal", "recommendation", "conclusion")

    def subject(self, clause: Clause, i: int) -> Voice:
        if clause.subject is None:
            segment = self.piece(clause.start, i)
            clause.subject = voice_of(segment, self.scene)
            if clause.subject.kind == "none" and clause.parent is not None and clause.parent.subject is not None and not clause.relative:
                clause.subject = clause.parent.subject
        return clause.subject

    # ---- verbs

    def verb_at(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None] | None:
        w = self.low[i]
        if w in MODALS:
            return self.modal(i, clause, frame, judge)
        if w in BE and w not in ("be", "been", "being"):
            return self.copula(i, clause, frame, judge)
        if w in ("had", "has", "have"):
            return self.perfect(i, clause, frame, judge)
        if w in REPORTING:
            return self.reporting(i, clause, frame, judge)
        if w in ("gave", "gives", "made", "makes", "took"):
            return self.light_promise(i, clause, frame, judge)
        if w in ("aimed", "aims", "meant", "aspires", "looked", "looks"):
            return self.aiming(i, clause, frame, judge)
        if w in ("intention", "aspiration", "aspirations", "ambition", "aim", "plan", "plans", "hope", "expectation", "wish", "suggestion", "desire") and judge:
            return self.noun_plan(i, clause, frame)
        if clause.subject is None and i > clause.start:
            if w in WEAK:
                self.subject(clause, i)
            elif (w in PAST or w.endswith("ed")) and w not in ("related", "based", "need", "indeed", "named", "detailed", "unauthorised"):
                before = self.low[i - 1]
                if before not in _OPENERS and before not in _ATTRIBUTES and not before.endswith("ly"):
                    voice = voice_of(self.piece(clause.start, i), self.scene)
                    clause.subject = voice
                    if voice.agent and not clause.question and not clause.condition and not clause.relative:
                        self.scene.note(voice, voice.kind == "person" and self.word(i + 1) not in ("him", "her", "them"))
        return None

    def reporting(self, i: int, clause: Clause, frame: Frame | None, judge: bool, perfect: bool = False) -> tuple[int, Frame | None] | None:
        w = self.low[i]
        kind = REPORTING[w]
        if clause.subject is None and i == clause.start:
            if clause.start != 0:
                return None
        before = self.low[i - 1] if i else ""
        if before in ("the", "a", "an", "their", "his", "its", "of", "as", "for", "previously", "those", "any", "no") or (clause.subject is not None and not self.shares(clause, i)):
            return None if not (before == "previously" and clause.subject is None) else (i + 1, frame)
        subject = self.subject(clause, i)
        if subject.kind == "thing" and w in ("noted", "outlined", "highlighted", "described", "introduced", "presented", "updated", "referred", "committed", "accepted", "agreed", "indicated"):
            subject = Voice(subject.text, "thing")
        if not subject.agent and frame is not None and frame.subject.agent and self.low[i - 1] in ("but", "and", ",", "then", "also") and clause.subject is not None:
            subject = frame.subject
        if subject.text.lower() == "it" and kind in (COMMIT, WISH, FORESEE) and self.scene.people:
            subject = Voice(self.scene.people, "body", True)
        new = Frame(kind, w, i, subject, clause.start)
        speaking = kind in (SAY, COMMIT)
        if not clause.question and not clause.condition:
            owner = self.scene.owner(subject)
            if subject.kind == "pronoun" and owner:
                new.subject = Voice(owner, "person", subject.plural)
            self.scene.note(subject, speaking)
            if subject.kind == "pronoun" and speaking and owner and not subject.plural and owner != self.scene.asker:
                self.scene.speaker = owner
        j = self.skip(i + 1)
        if not judge or clause.question:
            return j, new
        act: Act | None = None
        if kind == COMMIT:
            act = self.commissive(i, j, clause, new, perfect)
        elif kind == ASK:
            act = self.request(i, j, clause, new, perfect)
        elif kind == PROPOSE:
            act = self.proposal(i, j, clause, new)
        elif kind in (WISH, FORESEE):
            act = self.wish(i, j, clause, new)
        if act is not None:
            self.acts.append(act)
            return max(act.verb + 1, j), new
        return j, new

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

    def commissive(self, i: int, j: int, clause: Clause, frame: Frame, perfect: bool) -> Act | None:
        """"agreed to look into", "undertook a", "offered to send", "promised a reply"."""
        w, subject = self.low[i], frame.subject
        impersonal = subject.kind == "thing" and subject.text.lower() in ("it", "this", "that") or subject.kind == "none"
        if w in ("confirmed", "confirms", "assured", "assures", "reassured", "accepted", "conceded", "settled"):
            return None
        basis = "third-party" if perfect and self.low[i - 1] != "has" and self.word(i - 2) != "has" else "undertaking"
        if self.word(j) == "with" or self.word(j) == "between":
            return None
        found = self.infinitive(j)
        if w.startswith("commit") and not found and self.word(j) == "to":
            ing = lemma_of_ing(self.word(self.skip(j + 1)))
            if ing:
                k = self.skip(j + 1)
                return Act(clause.start, k, self.own(subject), self.kind_of(ing, k), "undertaking", "committed to do it", 0.75)
            return Act(clause.start, j, self.own(subject), "act", "intention", "general commitment", 0.5) if subject.agent and perfect else None
        if found:
            verb, k = found
            what = self.does(verb, k) if not verb.startswith("?") else ""
            if verb in NOTHING_TO_DO and what in ("note", "act", "") or verb in ("?differ", "?disagree", "be") and self.word(k + 1) not in ("present", "involved"):
                if not (verb == "be" and self.word(k + 1) == "present"):
                    return None
            if subject.kind in ("thing", "elsewhere") and not impersonal:
                return None
            return Act(clause.start, k, None if impersonal else self.own(subject), self.kind_of(verb, k), basis, f"{w} to do it", 0.9, whole=True)
        if w in ("agreed", "agrees", "agree", "resolved") and self.word(j) == "that":
            limb = self.subjunctive(j + 1)
            if limb and limb[1] not in NOTHING_TO_DO and not any(self.low[n] in MODALS for n in range(j, limb[2])) and self.does(limb[1], limb[2]) != "state":
                who, verb, k, passive = limb
                return Act(clause.start, k, self.own(who) if who.agent and not passive else None, self.kind_of(verb, k), "undertaking", "agreed that it be done", 0.8, whole=True)
        if w in ("offered", "offers", "promised", "promises", "pledged", "guaranteed", "undertook", "volunteered"):
            if w == "pledged" and self.word(j).startswith("£") and subject.agent:
                return Act(clause.start, i, self.own(subject), "act", "third-party" if perfect else "undertaking", "pledged money", 0.7)
            object_ = self.piece(j, min(self.count, j + 8))
            m = DELIVERABLE.search(object_)
            if m and subject.agent and not perfect and (w != "undertook") and not re.match(r"(?:by|for|that|no)\b", object_):
                return Act(clause.start, i, self.own(subject), "provide-information", basis, f"{w} something to be handed over", 0.75, whole=True)
        return None

    def request(self, i: int, j: int, clause: Clause, frame: Frame, perfect: bool) -> Act | None:
        """"asked that X be", "asked Y to", "requested an update", "invited Y to attend"."""
        w, subject = self.low[i], frame.subject
        if perfect or subject.kind in ("elsewhere",) or w in ("queried", "questioned", "wondered", "enquired", "inquired", "challenged", "encouraged", "requires"):
            return None
        if subject.kind == "thing" and subject.text.lower() not in ("it",):
            return None
        x = self.word(j)
        if x in ("if", "whether"):
            return self.asked_whether(i, j, clause)
        if x in ("what", "how", "why", "when", "where", "who", "which", "about", "a", "questions", "him", "the") and w in ("asked", "asks") and not (x in ("the", "him") and self.to_within(j)):
            if x != "a" and not (x == "the" and self.to_within(j)):
                return None
        if x == "that" or (x in ("the", "a", "an", "any", "further", "more") and self.be_within(j)):
            return self.asked_that(i, j, clause)
        to = self.to_within(j)
        if to is not None and w not in ("sought", "called"):
            found = self.infinitive(to)
            whom = voice_of(self.piece(j, to), self.scene) if to > j else subject
            if found and (whom.agent or (to == j and w in ("asked", "requested"))):
                verb, k = found
                if verb in ("note", "approve", "agree", "consider", "comment", "explain", "clarify", "confirm", "elaborate", "expand", "receive", "see", "know") and verb not in ("consider",) or \
                        (verb == "consider" and whom.kind == "member") or whom.kind == "member" and verb in ("submit", "contact", "forward", "email", "send") and False:
                    return None
                if to == j:
                    p = self.word(self.skip(k + 1))
                    if verb == "be" and p in ("told", "given", "informed", "shown", "sent", "provided", "furnished", "supplied", "kept", "updated", "advised", "notified", "briefed"):
                        return Act(clause.start, k, self.addressee(), "provide-information", "request", f"{w} to be told", 0.7, whole=True)
                    return None
                if w in ("called", "pressed"):
                    return None
                return Act(clause.start, k, self.own(whom), self.kind_of(verb, k), "request", f"{w} to do it", 0.75, whole=True)
        if x == "for" or w in ("requested", "sought", "requests", "request"):
            at = j + 1 if x == "for" else j
            object_ = self.piece(at, min(self.count, at + 9))
            if not re.match(r"(?:an? |further )?(?:\w+ )?assurances?\b", object_):
                object_ = re.split(r"\s(?:that|on|about|regarding|as to|concerning|whether|why|how|from)\s", object_)[0]
            m = DELIVERABLE.search(object_)
            if not m:
                return None
            if w in ("sought",) and not re.match(r"(?:an? |further )?(?:\w+ )?assurances? that\b.*", self.tail(at, 200)) or \
                    (w == "sought" and "would" not in self.tail(at, 200)):
                return None
            if re.match(r"(?:\w+ ){0,3}(?:clarification|confirmation|questions|comments|nominations|apologies|views)\b", object_, re.IGNORECASE):
                return None
            whom_at = None
            if x != "for":
                whom_at = None
            kind = "report-back" if re.search(r"\b(?:report|update|paper|presentation)\b", m[0], re.IGNORECASE) else "provide-information"
            return Act(clause.start, i, whom_at or self.addressee(), kind, "request", f"{w} something", 0.7, whole=True)
        if w == "asked" and to is None:
            # "asked Legal Services for a paper"
            m = re.match(r"(?:the |an? )?((?:[\w’&-]+ ){1,5})for (?:an? |the |further |more |some )?(?:[\w-]+ ){0,3}?", self.text[self.spans[j][0] : self.end][:120]) if j < self.count else None
            if m:
                whom = voice_of(m[1], self.scene)
                rest = self.text[self.spans[j][0] + m.end(1) : self.end][:80]
                if whom.agent and DELIVERABLE.search(rest):
                    return Act(clause.start, i, self.own(whom), "report-back" if "report" in rest or "paper" in rest or "update" in rest else "provide-information",
                               "request", "asked for something", 0.75, whole=True)
        return None

    def addressee(self) -> str | None:
        """Whom a request without an addressee is put to: whoever has been answering, or the commissioner."""
        if self.scene.speaker:
            return self.scene.speaker
        return next((role for _, role in self.setting.people if re.search(r"\b(?:Police(?:, Fire)? and Crime Commissioner)$", role)), None) and "Commissioner"

    def to_within(self, j: int) -> int | None:
        for k in range(j, min(self.count, j + 12)):
            if self.low[k] == "to" and self.infinitive(k) is not None:
                return k
            if self.low[k] in (",", ";", "that", "if", "whether", "for") or self.low[k] in MODALS:
                return None
        return None

    def be_within(self, j: int) -> bool:
        for k in range(j, min(self.count, j + 12)):
            if self.low[k] == "be" and self.low[k - 1] not in MODALS and self.low[k - 1] != "to" and lemma_of_participle(self.word(self.skip(k + 1))):
                return True
            if self.low[k] in (",", ";", "that", "if") or self.low[k] in MODALS or self.low[k] in ("to", "was", "were"):
                return False
        return False

    def asked_that(self, i: int, j: int, clause: Clause) -> Act | None:
        """"asked that the figures be shown", "requested that X provide"."""
        first = j + 1 if self.word(j) == "that" else j
        limb = self.subjunctive(first, things=self.word(j) == "that")
        if limb is None:
            return None
        who, verb, k, passive = limb
        if verb in NOTHING_TO_DO and not (verb == "consider" and who.kind in ("person", "body")):
            return None
        if verb == "put" and re.search(r"on record|in the minutes|thanks", self.tail(first, 150)):
            return None
        owner = self.own(who) if who.agent and not passive else self.addressee()
        return Act(clause.start, k, owner, self.kind_of(verb, k), "request", "asked that it be done", 0.75, whole=True)

    def asked_whether(self, i: int, j: int, clause: Clause) -> Act | None:
        """"asked if the figures could be circulated": a request, where nothing in the paper answers it at once."""
        for k in range(j + 1, min(self.count, j + 14)):
            if self.low[k] in ("could", "would", "might", "can"):
                v = self.skip(k + 1)
                passive = self.word(v) == "be"
                if passive:
                    v = self.skip(v + 1)
                verb = lemma_of_participle(self.word(v)) if passive else BASE.get(self.word(v))
                if verb in ("circulate", "send", "provide", "share", "supply", "forward", "distribute", "bring", "present", "email", "arrange", "submit", "add", "include", "produce"):
                    what = self.does(verb, v)
                    if what in HANDED_OVER or verb in ("arrange", "produce"):
                        who = voice_of(self.piece(j + 1, k), self.scene)
                        self.acts_question = True
                        return Act(clause.start, v, self.own(who) if who.agent and not passive else self.addressee(), self.kind_of(verb, v), "request", "asked whether it could be done", 0.5, whole=True)
                return None
            if self.low[k] in (",", ";", "was", "were", "had"):
                return None
        return None

    def subjunctive(self, first: int, limit: int = 28, things: bool = False, third: bool = False) -> tuple[Voice, str, int, bool] | None:
        """SUBJECT be DONE | SUBJECT VERB | SUBJECT should/would/will VERB: (subject, verb, place, passive)."""
        last = min(self.count, first + limit)
        for k in range(first, last):
            w = self.low[k]
            if w in (";",) or w in ("was", "were", "had", "is", "are", "has"):
                return None
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
                return None
            if k > first and third and w in THIRD and w not in _NOUNS and self.words[k][0].islower():
                who = voice_of(self.piece(first, k), self.scene)
                if who.agent and who.kind != "thing" and self.low[k - 1] not in _OPENERS:
                    return who, THIRD[w], k, False
            if k > first and w in BASE and self.low[k - 1] not in ("to", "the", "a", "an", "of", "and", "for", "in", "on", "by", "or", "this", "any", "no", "its", "their", "his", "her", "further", "annual", "next", "with", "from"):
                who = voice_of(self.piece(first, k), self.scene)
                if (who.agent or things and k - first <= 5) and (self.words[k][0].islower()):
                    verb = BASE[w]
                    if "state" in MAY_BE.get(verb, ()) and len(MAY_BE[verb]) == 1:
                        return None
                    return who, verb, k, False
        return None

    def proposal(self, i: int, j: int, clause: Clause, frame: Frame) -> Act | None:
        """"suggested that X raise this", "proposed that the point be added", "recommended that"."""
        w = self.low[i]
        f = self.infinitive(j)
        if f and w in ("proposed", "proposes") and frame.subject.agent and frame.subject.kind not in ("member", "elsewhere"):
            return Act(clause.start, f[1], self.own(frame.subject), self.kind_of(*f), "plan", "proposed to do it", 0.6)
        if self.word(j) == "that" or (frame.subject.kind in ("person", "member", "body", "pronoun", "thing") and self.be_within(j)):
            first = j + 1 if self.word(j) == "that" else j
            limb = self.subjunctive(first)
            if limb is None:
                return None
            who, verb, k, passive = limb
            if verb in NOTHING_TO_DO or verb.startswith("?") and not passive or who.kind == "elsewhere" or w == "moved":
                return None
            what = self.does(verb, k)
            if what in ("state", "note", "level", ""):
                return None
            owner = self.own(who) if who.agent and not passive else None
            return Act(clause.start, k, owner, self.kind_of(verb, k), "request", f"{w} that it be done", 0.6, whole=True)
        return None

    def wish(self, i: int, j: int, clause: Clause, frame: Frame) -> Act | None:
        """"hoped to extend", "intended to press", "it was hoped that", "wanted to ensure", "expects to"."""
        w, subject = self.low[i], frame.subject
        if w in ("wished", "wish", "wanted", "wishes", "wants") and (subject.kind == "member" or _presides(subject)) and re.match(r"to be (?:told|given|informed|shown|sent|provided|furnished|supplied|kept|updated)\b", self.tail(j)):
            return Act(clause.start, j, self.addressee(), "provide-information", "request", f"{w} to be told", 0.65, whole=True)
        if subject.kind in ("elsewhere", "member") or (subject.kind == "thing" and subject.text.lower() != "it"):
            return None
        if re.search(r"\bnot\b", self.piece(max(0, i - 3), i).lower()):
            return None
        found = self.infinitive(j)
        if found and subject.agent:
            verb, k = found
            if verb == "be" and self.word(k + 1) not in ("able", "in"):
                return None
            if w in ("wished", "wanted", "wants", "wishes") and verb in ("know", "see", "thank", "express", "speak", "place", "raise", "note", "record", "make", "give", "draw", "ask", "congratulate", "?understand", "understand", "?highlight", "declare", "propose") \
                    and not (verb == "make" and False):
                return None
            if verb in ("note", "thank", "express"):
                return None
            basis = "plan" if REPORTING[w] == FORESEE else "intention"
            return Act(clause.start, k, self.own(subject), self.kind_of(verb, k), basis, f"{w} to do it", 0.7)
        if w in ("wanted", "hoped", "wants") and subject.kind in ("person", "pronoun", "body") and self.word(j) in ("the", "to", "it", "this", "his", "her", "a"):
            to = self.to_within(j)
            if to is not None and to > j:
                f = self.infinitive(to)
                if f and w != "hoped":
                    return Act(clause.start, f[1], self.own(subject), "act", "intention", f"{w} it to be so", 0.5)
        return None

    def modal(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None]:
        """"would circulate", "will be published", "would continue to monitor", "would be visiting"."""
        w = self.low[i]
        subject = self.subject(clause, i)
        if i and self.low[i - 1] == "but" and frame is not None and frame.kind in (OPINE, PROPOSE) and frame.subject.agent:
            subject, frame = frame.subject, None      # "thought so but would check"
        j = i + 1
        negated = False
        while j < self.count and (self.low[j] in ADVERBS or (self.low[j].endswith("ly") and self.low[j] not in ("supply", "reply", "apply", "rely", "comply", "multiply")) or self.low[j] in (",",) and self.low[j + 1 : j + 2] in (["subject"], ["if"], ["where"], ["when"], ["in"], ["at"], ["therefore"], ["of"])):
            if self.low[j] == ",":
                close = next((k for k in range(j + 1, min(self.count, j + 14)) if self.low[k] == ","), None)
                if close is None:
                    break
                j = close
            negated = negated or self.low[j] in ("not", "never", "n’t")
            j += 1
        if not judge or j >= self.count:
            return max(j, i + 1), frame
        act = self.judged(i, j, w, subject, clause, frame, negated)
        if act is not None and clause.relative and clause.parent is not None and act.first == clause.start:
            if any(other.first == clause.parent.start for other in self.acts):
                return max(act.verb + 1, i + 1), frame      # "is preparing an update which would be discussed": one promise
            if i - clause.parent.start <= 32:
                act.first = clause.parent.start
        if act is not None and self.acts and self.acts[-1].first == act.first and self.low[i - 1] in ("and", "then", "also") and act.kind in ("act", "continue-monitoring"):
            return max(act.verb + 1, i + 1), frame          # "would monitor this and would speak to": one promise
        if act is not None:
            if frame is not None and not clause.relative:
                act.frame, act.promised = frame.start, frame.kind == COMMIT
            self.acts.append(act)
            return max(act.verb + 1, i + 1), frame
        return i + 1, frame

    def judged(self, i: int, j: int, modal: str, subject: Voice, clause: Clause, frame: Frame | None, negated: bool) -> Act | None:
        head = self.low[j]
        if modal == "ought":
            if head != "to" or j + 1 >= self.count:
                return None
            j = self.skip(j + 1)
            if j >= self.count:
                return None
            head = self.low[j]
        if clause.question or (frame is not None and frame.kind == ASK and not clause.relative):
            return None
        if clause.condition and modal != "will" and clause.subject is subject and self.word(clause.start - 1) in ("if", "unless"):
            return None
        conditional = self.conditional(i)
        if modal == "would" and _FORMERLY.search(self.text, self.start, self.end):
            return None
        if subject.kind == "thing" and re.match(r"(?:who|whose)\b", subject.text.lower()):
            return None
        # ---- what the verb is
        passive = progressive = False
        verb, k = "", j
        if head == "have":
            k = j
            tail = self.tail(j + 1)
            if lemma_of_participle(self.word(self.skip(j + 1))) or self.word(j + 1) in ("been", "to", "had"):
                return None
            verb = "have"
        elif head == "be":
            n = self.skip(j + 1)
            x = self.word(n)
            if x in ("happy", "content", "willing", "prepared", "pleased", "glad", "able", "delighted", "ready", "keen", "committed", "amenable"):
                f = self.infinitive(self.skip(n + 1))
                if not f or not subject.agent or negated or subject.kind == "member":
                    return None
                if x in ("able", "pleased", "delighted", "glad", "happy", "ready") and self.does(*f) not in HANDED_OVER:
                    return None
                if x in ("able",) and modal != "will" and not find_due(self.text, self.spans[n][0], self.end):
                    return None
                return Act(clause.start, f[1], self.own(subject), self.kind_of(*f), "undertaking", f"would be {x} to do it", 0.75)
            if x == "asked" or x == "requested" or x == "invited":
                f = self.infinitive(self.skip(n + 1))
                if f:
                    return Act(clause.start, f[1], self.own(subject), self.kind_of(*f), "request" if subject.agent else "undertaking", "would be asked to do it", 0.7)
                return Act(clause.start, n, self.scene.speaker, "act", "undertaking", "would be asked", 0.6)
            ing = lemma_of_ing(x)
            if ing and self.word(n - 1) != "a":
                verb, k, progressive = ing, n, True
            elif lemma_of_participle(x):
                verb, k, passive = lemma_of_participle(x) or "", n, True
                if self.word(self.skip(n + 1)) == "to" and x in ("required", "expected", "needed", "obliged", "entitled", "permitted", "used", "able", "intended", "allowed", "forced"):
                    return None
            elif modal in ("should", "ought"):
                return self.should_could(modal, n if n < self.count else j, "be", "", subject, clause, frame, False, negated, self.due_of(clause.start, j))
            elif modal in ("could", "can"):
                return None
            else:
                return self.would_be(n, clause, subject, frame, negated, conditional)
        else:
            verb = BASE.get(head, "?" + head)
        # ---- verbs that carry another verb
        monitoring = False
        for _ in range(3):
            f = None
            if verb in ("continue",):
                f = self.infinitive(self.skip(k + 1))
                if f is None:
                    ing2 = lemma_of_ing(self.word(self.skip(k + 1)))
                    if ing2:
                        f = (ing2, self.skip(k + 1))
                    elif self.word(self.skip(k + 1)) == "with":
                        f = None
                monitoring = True
                if f and f[0] == "be":
                    n = self.skip(f[1] + 1)
                    p = lemma_of_participle(self.word(n))
                    if not p:
                        return None
                    verb, k, passive = p, n, True
                    break
            elif verb in ("seek", "look", "aim", "?try", "?endeavour", "?attempt", "work", "strive", "?hope", "hope", "?wish", "plan", "intend") and self.word(k + 1) == "to":
                f = self.infinitive(k + 1)
                if verb in ("?wish", "?hope", "hope"):
                    return None
                if f and subject.agent and subject.kind != "member" and not negated:
                    return Act(clause.start, f[1], self.own(subject), self.kind_of(*f), "intention" if verb != "plan" else "plan", "would try to do it", 0.6)
                return None
            elif verb in ("need", "?need") and self.word(k + 1) == "to":
                return None
            elif verb in ("go", "come") and self.word(k + 1) == "and" and self.word(k + 2) in BASE:
                f = (BASE[self.word(k + 2)], k + 2)
            if not f:
                break
            verb, k = f
        if verb in ("like", "love", "welcome", "appreciate", "prefer", "value") or verb == "find" and re.match(r"it (?:useful|helpful|interesting)", self.tail(k + 1)):
            return self.would_like(k, clause, subject, frame)
        what = self.does(verb, k) if not verb.startswith("?") else ""
        if passive and verb in ("make", "give", "take", "hold", "do", "bring", "seek", "carry"):
            what = sense_passive(verb, subject.text.lower(), what)
        if modal in ("could", "can") and verb == "?expect" or verb == "expect":
            if DELIVERABLE.search(self.piece(k + 1, min(self.count, k + 7))) and re.match(r"(?:the )?(?:panel|committee|board|members)$", subject.text.lower()):
                return Act(clause.start, k, clean_owner(self.scene.speaker), "report-back", "undertaking", "they may expect it", 0.6)
            return None
        return self.weigh(i, k, modal, verb, what, subject, clause, frame, passive, progressive, negated, conditional, monitoring)

    def in_person(self, subject: Voice) -> bool:
        """One person, not a member and not a body: what such a one "would" do is mostly a promise."""
        return subject.kind in ("person", "pronoun") and not subject.plural and subject.text.lower() not in ("they", "we", "you")

    def personal(self, verb: str, k: int) -> bool:
        """Light verbs that are an act when one person does them: "would have another look", "would see him after"."""
        tail = self.tail(k + 1, 60)
        if verb == "have":
            return bool(re.match(r"(?:another|a (?:further |quick |closer )?)(?:go|look|word|chat|think|stab)\b|\w+ (?:\w+ )?\w+ed\b", tail))
        if verb == "see":
            return bool(re.match(r"(?:him|her|them|(?:the |councillor |cllr |mr |mrs |ms )?[a-z]+) (?:after|outside|separately|afterwards|about)\b|what|how|whether|if|that|to", tail))
        if verb == "make":
            return bool(re.match(r"(?:this|it|that|these|them|the) (?:an?|the|part|more|clear|clearer|available|known|good)\b", tail))
        if verb == "get":
            return bool(re.match(r"(?:a|the|an|it|them|this|some)\b", tail))
        return verb in ("find", "speak")

    def conditional(self, i: int) -> bool:
        """Does this part of the sentence hang on an "if" that is more than a politeness?"""
        since = max((b for b in self.breaks if b < i), default=-1) + 1
        part = self.text[self.spans[since][0] : self.clause_end(i)]
        if not re.search(r"\b(?:if|unless|were (?:it|there|the)|should (?:the|there|it|this|any|a)\b|otherwise|in the event)", part, re.IGNORECASE):
            return False
        bare = _IF_IDLE.sub("", part)
        bare = re.sub(r"\b(?:asked|queried|questioned|enquired|wondered|see|check|know|sure|explore|establish|ascertain|asking)\s+(?:to see )?(?:if|whether)\b", "", bare, flags=re.IGNORECASE)
        return bool(re.search(r"\b(?:if|unless|otherwise)\b|\b(?:were|should) (?:it|there|the|this|any|a)\b[^.]{3,80}\bwould\b|in the event", bare, re.IGNORECASE))

    def would_like(self, k: int, clause: Clause, subject: Voice, frame: Frame | None) -> Act | None:
        """"would like to see a report", "would welcome an update": asked for, in good manners."""
        if not subject.agent or subject.kind == "elsewhere":
            return None
        tail = self.piece(k + 1, min(self.count, k + 9))
        f = self.infinitive(self.skip(k + 1))
        if f and f[0] in ("thank", "congratulate", "know", "express", "?think", "say", "?highlight", "note", "raise", "record"):
            return None
        if f and f[0] not in ("see", "receive", "have", "hear", "be"):
            return None
        if re.match(r"it (?:useful|helpful)", tail) and subject.kind == "member":
            return Act(clause.start, k, self.addressee(), "provide-information", "request", "would find it useful", 0.5)
        if not re.search(r"\b(?:report|update|information|figures?|data|breakdown|briefing|paper|presentation|details|statistics|list)\b", tail, re.IGNORECASE):
            return None
        person = self.own(subject)
        if subject.kind == "person" and not re.search(r"chair", person or "", re.IGNORECASE):
            return None
        return Act(clause.start, k, self.addressee(), "report-back" if re.search(r"report|update|paper|presentation", tail) else "provide-information", "request", "would like it", 0.6)

    def would_be(self, n: int, clause: Clause, subject: Voice, frame: Frame | None, negated: bool, conditional: bool) -> Act | None:
        """"would be with Members by", "would be in place by March", "there would be further work next year"."""
        rest = self.tail(n)
        due = find_due(self.text, self.spans[n][0] if n < self.count else self.end, self.clause_end(n), events=False)
        if re.match(r"(?:with|available to|in the hands of|back with) (?:the |all )?(?:members|panel|committee|board|councillors)", rest) or (rest.startswith("with ") and re.match(r"with (?:the )?\w+(?:’s)? ?(?:by|before|within|on)\b", rest)):
            return Act(clause.start, n, self.scene.speaker, "provide-information", "undertaking", "would be with them", 0.8)
        if conditional or negated and subject.text.lower() != "there":
            return None
        if due and subject.kind in ("thing", "body") and re.match(r"(?:with|there|on the (?:\w+ )?(?:website|web|agenda|intranet|portal)|in (?:the |a |an |his |her |their )?(?:[\w’.-]+ ){0,3}(?:in- ?box|inbox|hands|pigeon-holes?)|before|among|up on|online)\b", rest):
            return Act(clause.start, n, self.owner_of_thing(frame), "publish" if "web" in rest[:25] or "online" in rest[:10] else "provide-information", "undertaking", "would be with them by then", 0.65)
        if re.match(r"(?:for |up to |a matter for|helpful|useful|good|better|best|nice|interesting|possible|difficult|hard|wrong|right|needed|a (?:risk|challenge|problem|pity|shame|mistake)|"
                    r"no (?:different|longer)|subject to|dependent|due to|interested|surprised|concerned|grateful|like|the case|an? (?:good|useful|important|significant)|more|less|too|about|around|approximately|£|\d)", rest):
            return None
        front = self.piece(clause.start, n)
        due = due or self.fronted(clause.start, n)
        if subject.text.lower().endswith("there"):
            if due and not re.match(r"(?:an?|some)? ?(?:issues?|problems?|risks?|pressures?|shortfall|gap|deficit|questions|times)", rest) and (not negated):
                return Act(clause.start, n, self.scene.speaker, "act", "plan", "would be done", 0.6)
            if frame is not None and frame.kind == COMMIT and frame.verb in ("assured", "reassured", "confirmed", "promised", "guaranteed"):
                return Act(clause.start, n, self.own_frame(frame), "act", "plan", "assured", 0.6, whole=True)
            return None
        if due and re.match(r"(?:in (?:place|post|position|operation|use|full|action|force)|available|ready|complete|open|live|operational|up and running|on (?:stream|site|track)|fully|back|up|finished|done|online|a (?:further|new))", rest) and "front" and front:
            if subject.kind == "elsewhere":
                return None
            return Act(clause.start, n, self.own(subject) if subject.agent else self.owner_of_thing(frame), "act", "plan", "would be in place by then", 0.65)
        return None

    def weigh(self, i: int, k: int, modal: str, verb: str, what: str, subject: Voice, clause: Clause, frame: Frame | None,
              passive: bool, progressive: bool, negated: bool, conditional: bool, monitoring: bool) -> Act | None:
        """The judgement: is this a promise, a plan, a hope, or nothing?"""
        governed = frame.kind if frame is not None else ""
        negated = negated or bool(re.match(r"(?:no|none|nothing|neither)\b", subject.text, re.IGNORECASE))
        due = self.due_of(clause.start, k)
        base_verb = verb.lstrip("?")
        if modal in ("should", "could", "can"):
            return self.should_could(modal, k, verb, what, subject, clause, frame, passive, negated, due)
        if governed == OPINE and not (subject.agent and subject.kind in ("pronoun",) and what in HANDED_OVER):
            return None
        if subject.kind == "elsewhere" and passive and base_verb in ("encourage", "remind", "inform", "contact", "consult", "notify", "invite", "update", "write", "ask") and not clause.relative and not conditional and not negated:
            return Act(clause.start, k, self.owner_of_thing(frame), self.kind_of(verb, k), "intention" if base_verb == "encourage" else "undertaking", "they would be told", 0.6)
        if subject.kind == "elsewhere" or (not subject.agent and _ELSEWHERE.search(subject.text) and what not in HANDED_OVER):
            return None
        told = passive and subject.kind in ("member", "body") and base_verb in ("tell", "inform", "notify", "update", "consult", "advise", "contact", "send", "give", "brief", "provide", "keep", "invite", "show", "supply", "furnish")
        if told and subject.kind == "member" and not conditional and not negated and governed not in (OPINE, WISH, FORESEE, PROPOSE):
            return Act(clause.start, k, self.owner_of_thing(frame), "provide-information", "undertaking", "they would be told", 0.65, to=subject.text)
        if subject.kind == "member" and not (subject.plural is False and what in HANDED_OVER | {"act"} and governed != ASK and modal in ("would", "will") and not conditional):
            if not (subject.plural and what == "report-back"):
                return None
        if negated and not (passive and due and "until" in due.lower()) and not (governed == COMMIT and subject.agent):
            if not (what in ("report-back", "publish") and due):
                return None
        if subject.kind == "thing" and not passive and frame is not None and frame.subject.agent and frame.subject.kind != "member" and self.low[i - 1] in ("and", "but", "then") and what in HANDED_OVER and governed in (SAY, COMMIT):
            subject = frame.subject
        if subject.text.lower() == "it" and not passive and self.scene.people and what in HANDED_OVER and what != "amend":
            subject = Voice(self.scene.people, "body", True)
        relative = clause.relative and not subject.agent
        owner = self.own(subject, frame) if subject.agent and not passive else self.owner_of_thing(frame, subject)
        at = clause.start
        confidence = 0.85 if due or governed == COMMIT else 0.7
        if governed in (WISH, FORESEE):
            if what in ("state", "note") and not due or conditional:
                return None
            if governed == WISH and not (subject.agent or passive or due):
                return None
            speaker = self.own_frame(frame) if frame else None
            if frame is not None and frame.subject.kind == "member" and subject.kind not in ("person", "body"):
                return None
            if frame is not None and frame.subject.kind == "member":
                return Act(frame.start, k, owner, self.kind_of(verb, k), "request", "a member hopes that it will be done", 0.5, whole=True)
            return Act(frame.start if frame else at, k, speaker if not subject.agent or subject.kind == "pronoun" else owner, self.kind_of(verb, k),
                       "intention" if governed == WISH else "plan", f"{frame.verb if frame else ''} that it would be done", 0.65, whole=True)
        if governed == PROPOSE:
            return None
        # continuing what is done already
        if monitoring or what in ("continue-monitoring", "support", "work", "seek") or what == "bear":
            if what in ("state", "note") and not monitoring or conditional:
                return None
            if not subject.agent and not passive:
                return Act(at, k, self.owner_of_thing(frame), self.kind_of(verb, k), "plan", "would continue", 0.5) if due and not relative else None
            if monitoring and what in ("state", "level"):
                return None
            if subject.kind == "member":
                return None
            if monitoring and passive and what not in ("continue-monitoring", "look-into", "consider", "act", "provide-information", "report-back"):
                return None
            if what == "work" and not (due or subject.kind in ("pronoun", "person")):
                return None
            if what == "support" and passive and base_verb == "encourage" and subject.kind == "thing":
                return None
            kind = "continue-monitoring" if monitoring or what == "continue-monitoring" else "act"
            basis = "undertaking" if governed == COMMIT and frame is not None and frame.verb not in ("confirmed", "agreed", "accepted") and not monitoring and what not in ("continue-monitoring", "bear") else "intention"
            if subject.kind == "body" and due and what in ("support", "work") and not monitoring:
                basis = "plan"
            return Act(at, k, owner, kind, basis, "goes on with it", 0.65)
        if what == "consider":
            if passive:
                strong = due and not re.match(r"(?:when|in (?:the )?future)", due, re.IGNORECASE) or governed == COMMIT and frame is not None and frame.verb != "confirmed"
                return Act(at, k, owner, "look-into", "undertaking" if strong else "intention", "would be considered", 0.6) if not conditional else None
            if not subject.agent or conditional:
                return None
            return Act(at, k, owner, "look-into", "undertaking", "would consider it", 0.7)
        if what == "level":
            if not due or conditional or subject.kind == "member":
                return None
            if not re.search(r"\b(?:to|by)\s+(?:£|\d|\w+ (?:%|per cent))|\d", self.text[self.spans[k][0] : self.clause_end(k)]) and not subject.agent:
                return None
            return Act(at, k, owner, "act", "plan", "a level to be reached by then", 0.6)
        if what in ("state", "note"):
            if passive and frame is not None and frame.verb in ("assured", "reassured", "promised", "guaranteed", "pledged", "undertook") and not conditional and base_verb not in _LASTING:
                return Act(at, k, owner, "act", "undertaking", "it was promised", 0.6)
            if what == "note" and subject.agent and base_verb in ("record",) and not passive:
                pass
            elif what == "note" and passive and base_verb in ("appoint", "approve", "sign", "elect", "adopt", "agree") and (due or governed == COMMIT) and not conditional:
                return Act(at, k, owner, "act", "plan", "to be decided then", 0.6)
            elif base_verb == "see" and subject.kind == "body" or (base_verb in ("receive", "have", "see") and re.match(r"(?:the )?(?:panel|committee|board|members)$", subject.text.lower())
                                                                 and DELIVERABLE.search(self.piece(k + 1, min(self.count, k + 8)))):
                if not DELIVERABLE.search(self.tail(k + 1, 60)) and base_verb != "see":
                    return None
                return Act(at, k, self.scene.speaker, "report-back", "undertaking", "they would receive it", 0.7)
            elif what == "state" and self.in_person(subject) and not passive and not conditional and not negated and not progressive and base_verb in _PERSONAL and modal in ("would", "will", "shall") and self.personal(base_verb, k):
                return Act(at, k, owner, "act", "undertaking", "would do it", 0.45)
            elif passive and base_verb in ("reduce", "improve", "help") and due and not conditional:
                return Act(at, k, owner, "act", "plan", "to be done by then", 0.6)
            else:
                return None
        if not what:
            if conditional or relative:
                return None
            if subject.agent and not passive and (governed == COMMIT or due) and subject.kind != "member":
                return Act(at, k, owner, "act", "undertaking" if governed == COMMIT or subject.kind in ("person", "pronoun") else "plan", "would do it", 0.55)
            if self.in_person(subject) and not passive and not progressive and not negated and modal in ("would", "will", "shall"):
                return Act(at, k, owner, "act", "undertaking", "would do it", 0.4)
            if passive and due and not conditional and self.plain_time(due):
                return Act(at, k, owner, "act", "undertaking" if governed == COMMIT else "plan", "would be done", 0.55)
            return None
        # verbs that name a checkable act
        if conditional and not (subject.agent and what != "event") and not (passive and what in HANDED_OVER):
            if not (passive and self.text[self.start : self.end].lower().startswith("if ")):
                return None
            return Act(0, k, owner, self.kind_of(verb, k), "plan", "on a condition", 0.5)
        if relative and not (passive and what in HANDED_OVER and self.text[self.spans[clause.start][0]:].lower().startswith("which")) and not due:
            return None
        if what == "event":
            if subject.agent and subject.kind in ("person", "pronoun") and not progressive and not passive:
                return Act(at, k, owner, "act", "undertaking", "would do it", 0.6)
            if not due and governed != COMMIT:
                return None
            basis = "undertaking" if governed == COMMIT and frame is not None and frame.verb not in ("confirmed", "agreed") and not progressive or negated else "plan"
            if base_verb in ("reopen", "re-open") and not subject.agent:
                basis = "undertaking"
            return Act(at, k, owner, "act", basis, "is to happen", 0.6)
        if passive and base_verb == "inform" and self.word(k + 1) == "by":
            return Act(at, k, owner, "act", "plan", "would rest on it", 0.4)
        if passive:
            if what == "attend" and self.word(k + 1) == "to":
                what = "act"
            if what in ("provide-information", "report-back", "publish", "amend", "look-into"):
                return Act(at, k, owner, self.kind_of(verb, k), "undertaking", "would be handed over or changed", confidence)
            if governed == COMMIT:
                return Act(at, k, owner, self.kind_of(verb, k), "undertaking", "it was promised", confidence)
            if base_verb in ("raise", "pursue", "arrange", "convene", "escalate", "feed", "contact", "mark", "write", "protect", "convey", "action", "resolve", "do", "chase", "flag", "take", "put", "make", "give", "seek", "attend", "deal", "see", "look", "follow", "pick", "pass"):
                return Act(at, k, owner, self.kind_of(verb, k), "undertaking", "it would be done", 0.7)
            if base_verb == "do" or due:
                return Act(at, k, owner, self.kind_of(verb, k), "plan", "it would be done", 0.65)
            if subject.kind == "thing" and frame is None and self.scene.speaker and not clause.relative and what == "act" and not re.search(r"\b(?:he|she|it|they) would\b", self.text[self.start : self.end][:0]):
                return Act(at, k, owner, self.kind_of(verb, k), "plan", "it would be done", 0.45)
            if frame is not None and frame.kind == SAY and subject.kind == "thing" and re.match(r"(?:it|this|these|they|the)\b", subject.text.lower()) and base_verb in (
                    "install", "replace", "repair", "remedy", "fix", "implement", "complete", "introduce", "recruit", "prepare", "draft", "develop", "establish", "set", "hold", "undertake", "book", "clear"):
                return Act(at, k, owner, self.kind_of(verb, k), "plan", "it would be done", 0.6)
            return None
        if subject.agent:
            if progressive and what == "attend":
                return Act(at, k, owner, "attend", "plan", "would be doing so", 0.6)
            if subject.kind == "body" and not (what in HANDED_OVER and what != "look-into") and governed != COMMIT:
                return Act(at, k, owner, self.kind_of(verb, k), "plan", "a body's own plan", 0.6)
            if conditional and what not in HANDED_OVER | {"act"}:
                return None
            return Act(at, k, owner, self.kind_of(verb, k), "undertaking", "would do it", confidence)
        if base_verb in ("go", "follow", "come", "reach") and what in HANDED_OVER and not relative and not conditional:
            return Act(at, k, self.owner_of_thing(frame), self.kind_of(verb, k), "undertaking", "it would reach them", 0.7)
        if due and what in ("act", "publish", "report-back", "provide-information", "attend", "amend") and not relative and (DELIVERABLE.search(subject.text) or re.search(r"(?:strategy|scheme|project|programme|work|survey|campaign|contract|funding|team|board)s?\b", subject.text, re.IGNORECASE)):
            return Act(at, k, self.owner_of_thing(frame), self.kind_of(verb, k), "plan", "planned by then", 0.5)
        return None

    def should_could(self, modal: str, k: int, verb: str, what: str, subject: Voice, clause: Clause, frame: Frame | None, passive: bool, negated: bool, due: str | None) -> Act | None:
        governed = frame.kind if frame is not None else ""
        if modal in ("should", "ought") and governed in ("", SAY) and due and self.plain_time(due) and re.match(r"(?:by|before|in|at|from|next|later|within)\b", due, re.IGNORECASE) and (
                subject.kind == "thing" or subject.kind == "body") and not self.conditional(k) and not clause.relative and (
                passive or what in ("event", "level") or not what or verb in ("be", "come")) and not (frame is not None and frame.subject.kind == "member"):
            return Act(clause.start, k, self.owner_of_thing(frame), "act", "plan", "should be so by then", 0.5)
        if negated or not what or what in ("state", "note", "level"):
            return None
        if modal == "should" or modal == "can" or modal == "ought":
            if modal == "should" and governed == COMMIT and frame is not None and frame.verb in ("agreed", "accepted") and (subject.agent or passive):
                return Act(frame.start, k, self.own(subject) if subject.agent and not passive else None, self.kind_of(verb, k), "undertaking", "it was agreed that it should be done", 0.7, whole=True)
            return None
        if governed in (ASK, OPINE):
            return None
        if governed == PROPOSE or frame is not None and frame.verb in ("suggested", "proposed"):
            return None
        if passive and subject.text.lower() in ("this", "it", "that", "these", "they", "those") and verb in ("do", "arrange", "provide", "supply", "circulate", "send", "share", "organise", "accommodate") and self.scene.asker and (
                frame is None or frame.kind in (SAY, COMMIT)) and not self.conditional(k):
            return Act(clause.start, k, self.owner_of_thing(frame), self.kind_of(verb, k), "undertaking", "it could be done", 0.5)
        if passive and due and what in ("publish", "provide-information", "report-back"):
            return Act(clause.start, k, self.owner_of_thing(frame), self.kind_of(verb, k), "intention", "could be done", 0.5)
        if not passive and subject.kind in ("person", "pronoun") and not subject.plural and verb in ("let", "send", "circulate", "share", "provide", "bring", "supply", "forward", "email") and what in HANDED_OVER and not clause.condition:
            if frame is None and subject.kind != "pronoun" and not due and not clause.relative:
                return None
            if self.conditional(k) or (frame is not None and frame.subject.kind == "member"):
                return None
            return Act(clause.start, k, self.own(subject), self.kind_of(verb, k), "undertaking", "offered", 0.6)
        return None

    def copula(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None] | None:
        """"was due to meet", "is to publish", "were expected by", "was looking into", "was happy to"."""
        subject = self.subject(clause, i)
        j = i + 1
        negated = False
        while j < self.count and (self.low[j] in ADVERBS or self.low[j].endswith("ly")) and self.low[j] != "likely":
            negated = negated or self.low[j] in ("not", "never", "n’t")
            j += 1
        x = self.word(j)
        # "it was agreed that", "Members were assured that", "officers were asked to"
        if x in REPORTING and x != "committed":
            kind = REPORTING[x]
            impersonal = subject.text.lower() in ("it", "this") or subject.kind == "none"
            new = Frame(kind, x, j, Voice("", "none"), clause.start)
            if subject.kind == "member" or re.match(r"(?:the )?(?:panel|committee|board)$", subject.text.lower()):
                new.to_whom = subject.text
            if not judge or clause.question or negated:
                return j + 1, new
            k = self.skip(j + 1)
            act = self.passive_reporting(x, kind, j, k, clause, subject, impersonal, new)
            if act is not None:
                self.acts.append(act)
                return max(act.verb + 1, j + 1), new
            governs = self.word(k) == "that" or impersonal or new.to_whom or x in ("told", "informed", "advised", "assured")
            return j + 1, new if governs else frame
        if not judge or clause.question or clause.condition or negated and x != "due":
            return None
        act = None
        agent = subject.agent and subject.kind != "member"
        governed = frame.kind if frame is not None else ""
        if governed == ASK:
            return None
        elsewhere = subject.kind == "elsewhere" or bool(_ELSEWHERE.search(subject.text))
        if x == "to" and self.low[i] != "been":
            f = self.infinitive(j)
            if f and not elsewhere:
                verb, k = f
                passive = verb == "be"
                if passive:
                    n = self.skip(k + 1)
                    verb = lemma_of_participle(self.word(n)) or ""
                    k = n
                if verb and (not verb.startswith("?") or self.due_of(clause.start, k)) and (self.does(verb, k) not in ("state",) or verb == "have") and not re.search(r"\b(?:aim|intention|purpose) of\b", subject.text.lower()) and not re.search(
                        r"\b(?:aim|purpose|objective|role|remit|task|challenge|priority|function|duty|responsibility|job|focus|idea|question|way|issue|advice|key|goal|proposal|option|choice|alternative|answer|recommendation|requirement|target)s?\b", subject.text.lower()):
                    step = bool(re.search(r"\b(?:next|first|second|final) (?:step|stage|phase)|intention|plan|hope|ambition|aspiration|expectation|wish", subject.text.lower()))
                    what = self.does(verb, k)
                    firm = what in HANDED_OVER - {"attend"} and verb != "replace" and (passive or agent) or what == "act" and agent and self.in_person(subject) and not passive or verb == "offer"
                    basis = "intention" if step else "undertaking" if firm else "plan"
                    act = Act(clause.start, k, self.own(subject) if agent and not passive else self.owner_of_thing(frame), self.kind_of(verb, k), basis, "is to be done", 0.65)
                    if not step and subject.kind == "thing" and not passive and self.does(verb, k) not in ("event", "level", "amend") and not self.due_of(clause.start, k):
                        act = None
                    if subject.kind == "member":
                        act = Act(clause.start, k, clean_owner(self.scene.speaker), "provide-information", "undertaking", "they are to have it", 0.6, to=subject.text) if (
                            passive and verb in ("tell", "inform", "give", "send", "provide", "notify", "update", "invite", "consult", "brief") or verb == "have" and not passive) else None
        elif x in ("due", "set", "scheduled", "about", "planned", "likely", "pencilled", "timetabled", "programmed", "earmarked", "slated", "booked", "planning", "hoping", "aiming", "going", "intending", "seeking", "proposing"):
            f = self.infinitive(self.skip(j + 1))
            if x == "going" and self.word(j + 1) == "to" and (not f or f[0].startswith("?")) and not agent and not elsewhere and self.due_of(clause.start, j):
                act = Act(clause.start, j, self.owner_of_thing(frame), "report-back", "plan", "is to go there", 0.5)
            elif x in ("planning", "hoping", "aiming", "intending", "seeking", "proposing", "going"):
                if f and agent and not elsewhere:
                    soft = x in ("hoping", "aiming", "seeking")
                    act = Act(clause.start, f[1], self.own(subject), self.kind_of(*f), "intention" if soft else "undertaking" if x == "going" and self.in_person(subject) else "plan", f"was {x} to do it", 0.65)
            elif elsewhere or x == "likely":
                act = None
            elif f and not f[0].startswith("?"):
                verb, k = f
                if verb == "be":
                    n = self.skip(k + 1)
                    verb, k = lemma_of_participle(self.word(n)) or verb, n
                due = self.due_of(clause.start, k)
                if not (verb == "be" and not due) and not (due and passed(due, self.setting.date)):
                    ends = verb in ("end", "finish", "expire", "?expire", "retire", "?retire")
                    if not ends:
                        act = Act(clause.start, k, self.own(subject) if agent else self.owner_of_thing(frame), self.kind_of(verb, k), "plan", f"was {x} to happen", 0.75)
            elif x != "set" and x != "about" and x != "likely":
                due = self.due_of(clause.start, j)
                if due and self.word(j + 1) not in ("to",) and not passed(due, self.setting.date) and x in ("due", "scheduled", "planned", "pencilled", "timetabled", "programmed", "booked"):
                    act = Act(clause.start, j, self.own(subject) if agent else self.owner_of_thing(frame), "act", "plan", f"was {x} then", 0.65)
        elif x in ("happy", "content", "willing", "prepared", "pleased", "glad", "ready", "amenable", "agreeable", "open", "minded", "inclined", "determined", "committed", "hopeful", "eager"):
            act = self.adjective(x, j, clause, subject, frame)
        elif x in ("looking", "investigating", "exploring", "examining", "considering", "reviewing", "preparing", "drafting", "arranging", "awaiting", "organising", "researching", "seeking", "pursuing", "finalising", "producing", "compiling", "developing"):
            act = self.under_way(x, j, clause, subject, frame)
        elif x == "in" and re.match(r"in the (?:process|course) of (\w+ing)\b", self.tail(j)):
            if agent and not elsewhere:
                ing = lemma_of_ing(self.word(j + 4)) or "act"
                act = Act(clause.start, j + 4, self.own(subject), self.kind_of(ing, j + 4), "plan", "is in the process of doing it", 0.6)
        elif x in ("keeping", "monitoring") and agent and (x == "monitoring" and False or re.match(r"keeping (?:\w+ ){0,3}?(?:eye|watch|under review|tabs)", self.tail(j))):
            act = Act(clause.start, j, self.own(subject), "continue-monitoring", "intention", "keeps it under review", 0.5)
        elif x == "being" and not elsewhere and self.word(j + 1) in PAST:
            due = self.due_of(clause.start, j + 1)
            if due and re.match(r"(?:from|by|before|in (?:the )?(?:new|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|next|later|on \d)", due, re.IGNORECASE) and not passed(due, self.setting.date):
                act = Act(clause.start, j + 1, self.owner_of_thing(frame), "act", "plan", "is being done by then", 0.5)
        elif x in PUT_OFF:
            act = self.put_off(j, clause, subject, frame)
        if act is not None:
            self.acts.append(act)
            return act.verb + 1, frame
        return None

    def passive_reporting(self, x: str, kind: str, j: int, k: int, clause: Clause, subject: Voice, impersonal: bool, frame: Frame) -> Act | None:
        """"it was agreed to", "officers were asked to", "it was hoped to", "reports were expected in"."""
        if kind == COMMIT:
            f = self.infinitive(k)
            if x in ("promised", "offered", "guaranteed", "pledged") and self.word(k) not in ("that", "by") and not f and not impersonal:
                to = subject.text if subject.kind == "member" or re.match(r"(?:the )?(?:panel|committee|board)$", subject.text.lower()) else None
                if x == "promised" or DELIVERABLE.search(self.piece(k, min(self.count, k + 6))) or DELIVERABLE.search(subject.text):
                    return Act(clause.start, j, self.named_by(j) or clean_owner(self.scene.speaker), "provide-information", "undertaking", f"was {x} it", 0.65, to=to, whole=True)
            if x in ("agreed", "undertaken", "settled") and impersonal:
                if f:
                    verb, v = f
                    if verb in NOTHING_TO_DO or verb == "be":
                        return None
                    return Act(clause.start, v, None, self.kind_of(verb, v), "undertaking", "it was agreed to do it", 0.8, whole=True)
                other = self.word(k) == "with"
                first = next((n + 1 for n in range(k, min(self.count, k + 14)) if self.low[n] == "that"), k if not other else None)
                if first is None:
                    return None
                limb = self.subjunctive(first)
                if limb is None:
                    return None
                who, verb, v, passive = limb
                if verb in NOTHING_TO_DO and not (verb in ("consider", "appoint") and not passive):
                    return None
                if self.does(verb, v) == "state":
                    return None
                basis = "third-party" if other else "undertaking"
                owner = self.own(who) if who.agent and not passive else self.named_by(v)
                return Act(clause.start, v, owner, self.kind_of(verb, v), basis, "it was agreed that it be done", 0.85, whole=True)
            return None
        if kind in (ASK, PROPOSE):
            if impersonal and (self.word(k) == "that" or self.be_within(k)):
                limb = self.subjunctive(k + 1 if self.word(k) == "that" else k)
                if limb is None:
                    return None
                who, verb, v, passive = limb
                if verb in NOTHING_TO_DO or self.does(verb, v) in ("state", "note"):
                    return None
                owner = self.own(who) if who.agent and not passive else None
                return Act(clause.start, v, owner, self.kind_of(verb, v), "request", f"it was {x} that it be done", 0.7, whole=True)
            f = self.infinitive(k)
            if f and subject.agent and x in ("asked", "requested", "invited", "urged", "instructed", "tasked", "directed"):
                verb, v = f
                if subject.kind == "member" and verb in ("note", "see", "consider", "contact", "submit", "be") or verb in ("note", "explain", "comment", "approve"):
                    return None
                return Act(clause.start, v, self.own(subject), self.kind_of(verb, v), "request", f"was {x} to do it", 0.75, whole=True)
            if subject.agent and subject.kind != "member" and x == "asked" and self.word(k) == "for":
                return Act(clause.start, j, self.own(subject), "provide-information", "request", "was asked for it", 0.65, whole=True)
            if x in ("deferred", "postponed"):
                return None
            if x in ("requested",) and subject.kind == "thing" and DELIVERABLE.search(subject.text) and not impersonal:
                return Act(clause.start, j, self.addressee(), "report-back" if re.search("report|update|paper", subject.text) else "provide-information", "request", "was requested", 0.55, whole=True)
            return None
        if kind in (WISH, FORESEE):
            f = self.infinitive(k)
            if impersonal:
                if f:
                    verb, v = f
                    if verb == "be":
                        return None
                    owner = clean_owner(self.scene.speaker)
                    return Act(clause.start, v, owner, self.kind_of(verb, v), "intention" if kind == WISH else "plan", f"it was {x} to do it", 0.7, whole=True)
                return None      # "it was hoped that X would": the modal is judged under this frame
            if subject.kind == "elsewhere" or _ELSEWHERE.search(subject.text) or re.match(r"no\b", subject.text.lower()) or x in ("forecast", "projected", "estimated", "predicted"):
                return None
            if f:
                verb, v = f
                if verb == "be":
                    n = self.skip(v + 1)
                    p = lemma_of_participle(self.word(n))
                    if not (p and subject.agent) and not self.due_of(clause.start, v):
                        return None
                    verb, v = p or "be", n
                if x in ("intended", "estimated", "projected", "forecast", "wanted") and not subject.agent and not self.due_of(clause.start, v):
                    return None
                if self.does(verb, v) in ("state", "level") and not self.due_of(clause.start, v):
                    return None
                return Act(clause.start, v, self.own(subject) if subject.agent else self.scene.speaker, self.kind_of(verb, v), "plan", f"was {x} to do it", 0.65)
            due = self.due_of(clause.start, j)
            if x in ("expected", "anticipated", "planned", "envisaged") and due and not passed(due, self.setting.date):
                return Act(clause.start, j, self.own(subject) if subject.agent else self.scene.speaker, "act", "plan", f"was {x} then", 0.65)
            if x in ("anticipated", "planned") and subject.kind == "thing" and self.word(k) in ("", ".", ","):
                return Act(clause.start, j, self.scene.speaker, "act", "plan", f"was {x}", 0.4)
        return None

    def put_off(self, j: int, clause: Clause, subject: Voice, frame: Frame | None) -> Act | None:
        """"was deferred to the autumn", "had been scheduled": a time is set for it."""
        x = self.low[j]
        until = UNTIL.match(self.text, self.spans[j][1], self.end)
        due = until[1] if until else self.due_of(clause.start, j)
        if subject.kind in ("elsewhere", "member") or due and passed(due, self.setting.date):
            return None
        if x in ("scheduled", "timetabled", "diarised", "pencilled") or until:
            return Act(clause.start, j, self.owner_of_thing(frame), "act", "plan", f"was {x} for then", 0.55, due=until.span(1) if until else None)
        return None

    def adjective(self, x: str, j: int, clause: Clause, subject: Voice, frame: Frame | None) -> Act | None:
        """"was happy to come back", "was keen to", "was minded to", "was committed to ensuring"."""
        if not subject.agent or subject.kind in ("member", "elsewhere"):
            return None
        n = self.skip(j + 1)
        f = self.infinitive(n)
        if self.word(n) == "to" and (not f or f[0].startswith("?")):
            ing = lemma_of_ing(self.word(self.skip(n + 1)))
            if ing:
                f = (ing, self.skip(n + 1))
        if not f:
            if x == "committed" and self.word(n) == "to":
                return Act(clause.start, n, self.own(subject), "act", "intention", "is committed to it", 0.5)
            if x == "hopeful":
                return Act(clause.start, j, self.own(subject), "act", "intention", "is hopeful", 0.5) if any(self.word(q) in ("would", "could", "will") for q in range(j, min(self.count, j + 20))) else None
            return None
        verb, k = f
        what = self.does(verb, k)
        if x in ("pleased", "glad", "happy") and verb in ("note", "report", "see", "hear", "say", "?announce", "inform", "answer", "be", "have", "confirm", "receive", "advise", "welcome", "learn", "?learn", "announce", "tell"):
            if not (x == "happy" and verb in ("report", "answer") and False):
                return None
        if what in ("note",) and verb != "record":
            return None
        if x in ("happy", "content", "willing", "prepared", "ready", "amenable", "agreeable", "open", "glad", "pleased"):
            if verb.startswith("?") or what in ("state", ""):
                return None
            return Act(clause.start, k, self.own(subject), self.kind_of(verb, k), "undertaking", f"was {x} to do it", 0.75)
        if x in ("confident",):
            return None
        if what == "state" and x != "keen":
            return None
        return Act(clause.start, k, self.own(subject), self.kind_of(verb, k), "intention", f"was {x} to do it", 0.6)

    def under_way(self, x: str, j: int, clause: Clause, subject: Voice, frame: Frame | None) -> Act | None:
        """"was looking into this", "is preparing an update": begun, and its end can be asked for."""
        if not subject.agent or subject.kind in ("member", "elsewhere"):
            return None
        if x in ("looking", "investigating", "exploring", "examining", "researching"):
            if x == "looking" and not re.match(r"looking (?:further |closely |personally )?into\b", self.tail(j)) or x in ("exploring", "examining", "researching"):
                return None
            if subject.kind not in ("pronoun", "person") or (subject.plural and subject.kind != "person"):
                return None
            return Act(clause.start, j, self.own(subject), "look-into", "intention", "is looking into it", 0.55)
        if x in ("preparing", "drafting", "arranging", "organising", "producing", "compiling", "finalising"):
            if x == "preparing" and self.word(j + 1) in ("for", "to"):
                return None
            return Act(clause.start, j, self.own(subject), "act", "plan", f"is {x} it", 0.55)
        return None

    def perfect(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None] | None:
        """"had agreed to", "has undertaken to", "had given a commitment", "had aspirations", "has to be done by"."""
        subject = self.subject(clause, i)
        j = self.skip(i + 1)
        x = self.word(j)
        if x in REPORTING and REPORTING[x] in (COMMIT, ASK, SAY):
            if REPORTING[x] == COMMIT:
                new = Frame(COMMIT, x, j, subject, clause.start)
                act = self.commissive(j, self.skip(j + 1), clause, new, True) if judge and not clause.question else None
                if act is not None and subject.agent and subject.kind != "member":
                    if self.low[i] in ("has", "have"):
                        act.basis = "undertaking"
                    self.acts.append(act)
                    return act.verb + 1, new
                return j + 1, new if self.word(self.skip(j + 1)) == "that" else frame
            if subject.agent and REPORTING[x] == SAY and self.word(j + 1) not in _OBJECTS:
                self.scene.note(subject, True)
            return j + 1, Frame(REPORTING[x], x, j, subject, clause.start)
        if not judge or clause.question:
            return None
        if x == "given" or x == "made":
            step = self.light_promise(j, clause, frame, judge, perfect=self.low[i] == "had")
            return step
        if x == "been" and self.word(j + 1) == "promised" and self.low[i] in ("has", "have") and not clause.relative:
            self.acts.append(Act(clause.start, j + 1, clean_owner(self.scene.speaker), "provide-information", "undertaking", "has been promised", 0.6))
            return j + 2, frame
        if x == "been" and self.word(j + 1) in PUT_OFF:
            act = self.put_off(j + 1, clause, subject, frame)
            if act is not None:
                self.acts.append(act)
                return j + 2, frame
            return None
        rest = self.tail(j, 80)
        agent = subject.agent and subject.kind not in ("member", "elsewhere")
        if agent and re.match(r"(?:no )?(?:aspirations?|plans|ambitions|hopes|the intention|every intention|an aspiration|an ambition|a plan)\b", rest) and not rest.startswith("no "):
            self.acts.append(Act(clause.start, j, self.own(subject), "act", "intention" if not rest.startswith("plans") else "plan", "has plans for it", 0.55))
            return j + 1, frame
        if x == "to" and not clause.relative:
            f = self.infinitive(j)
            if f and f[0] == "be":
                n = self.skip(f[1] + 1)
                p = lemma_of_participle(self.word(n))
                due = self.due_of(clause.start, n)
                if p and due and self.plain_time(due) and due.lower().startswith(("by", "before", "within", "no later")):
                    self.acts.append(Act(clause.start, n, self.owner_of_thing(frame), self.kind_of(p, n), "plan", "has to be done by then", 0.55))
                    return n + 1, frame
        if x == "no" and re.match(r"no (?:objection|difficulty|problem)", rest):
            return None
        return None

    def light_promise(self, i: int, clause: Clause, frame: Frame | None, judge: bool, perfect: bool = False) -> tuple[int, Frame | None] | None:
        """"gave an undertaking that", "gave her word", "made a commitment to", "made a note to"."""
        m = re.match(
            r"(?:\w+)\s+(?:(?:the |a |an |his |her |their |its |this |every )?(?:\w+ )?(?:panel|committee|members|board|council)\s+)?(?:(?:an?|his|her|their|its|the|some|every|this|that|clear|firm|personal|absolute)\s+){0,3}"
            r"(undertaking|assurances?|commitment|promise|guarantee|word|pledge|note|action)\b\s*(?:to\s+(?:the\s+)?(?:panel|committee|members|board)\s+)?(that|to|on|for)?\b",
            self.text[self.spans[i][0] : self.end][:140], re.IGNORECASE)
        if not m:
            if re.match(r"ma(?:de|kes) (?:\w+ ){0,3}?(?:comments|points|observations|remarks|statement)\b", self.tail(i)) and not clause.question:
                self.scene.note(self.subject(clause, i), True)
            return None
        subject = self.subject(clause, i)
        if not subject.agent and frame is not None and frame.subject.agent and self.low[i - 1] in ("and", "but"):
            subject = frame.subject
        noun = m[1].lower()
        at = self.spans[i][0] + m.end()
        j = next((n for n in range(i, self.count) if self.spans[n][1] >= at), self.count - 1)
        if noun in ("note", "action", "word") and noun != "word" and m[2] != "to":
            return None
        new = Frame(COMMIT, "promised", j, subject, clause.start)
        if subject.agent:
            self.scene.note(subject, True)
        if not judge or not subject.agent or subject.kind in ("member", "elsewhere"):
            return j + 1, new
        if m[2] and m[2].lower() == "to":
            f = self.infinitive(j)
            if f:
                self.acts.append(Act(clause.start, f[1], self.own(subject), self.kind_of(*f), "third-party" if perfect else "undertaking", f"gave {noun} to do it", 0.85, whole=True))
                return f[1] + 1, new
        return j, new

    def aiming(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None] | None:
        """"aimed to", "meant to expand it", "looked forward to a full report"."""
        if not judge or clause.question:
            return None
        subject = self.subject(clause, i)
        j = self.skip(i + 1)
        if self.low[i] in ("looked", "looks"):
            if re.match(r"forward to (?:receiving |seeing |having |hearing )?(?:an?|the|further|its) (?:\w+ ){0,3}(?:report|update|paper|presentation|briefing|response)", self.tail(j)) and subject.agent:
                self.acts.append(Act(clause.start, j, None, "report-back", "request", "looked forward to it", 0.6))
                return j + 1, frame
            return None
        f = self.infinitive(j)
        if f and subject.agent and subject.kind not in ("member", "elsewhere"):
            self.acts.append(Act(clause.start, f[1], self.own(subject), self.kind_of(*f), "intention", f"{self.low[i]} to do it", 0.6))
            return f[1] + 1, frame
        return None

    def noun_plan(self, i: int, clause: Clause, frame: Frame | None) -> tuple[int, Frame | None] | None:
        """"the intention to refresh", "his aspiration for it to go county wide", "the wish of Members that"."""
        w = self.low[i]
        if w in ("wish", "request", "suggestion", "desire"):
            that = next((n for n in range(i + 1, min(self.count, i + 6)) if self.low[n] == "that"), None)
            limb = self.subjunctive(that + 1, things=True) if that is not None and not clause.question else None
            if limb and limb[1] not in NOTHING_TO_DO:
                self.acts.append(Act(clause.start, limb[2], self.own(limb[0]) if limb[0].agent and not limb[3] else None, self.kind_of(limb[1], limb[2]), "request", f"the {w} that it be done", 0.6, whole=True))
                return limb[2] + 1, frame
            return None
        if w in ("next", "plan", "plans", "expectation", "hope", "aim") or clause.question or (w == "intention" and self.setting.kind not in ("report", "letter")):
            return None
        if i and self.low[i - 1] in ("no", "had", "has", "have"):
            return None
        j = i + 1
        f = self.infinitive(j)
        if not f and self.word(j) == "for":
            to = self.to_within(j + 1)
            f = self.infinitive(to) if to is not None else None
        if f and clause.subject is None or f and self.low[i - 1] in ("the", "an", "his", "her", "their", "its"):
            verb, k = f
            self.acts.append(Act(max(clause.start, i - 1), k, self.scene.speaker, self.kind_of(verb, k), "intention", f"an {w} to do it", 0.5))
            return k + 1, frame
        return None

    # ---- owners, kinds, dates, quotations

    def own(self, voice: Voice, frame: Frame | None = None) -> str | None:
        if frame is not None and voice.kind == "pronoun" and voice.text.lower() in ("he", "she") and frame.subject.kind in ("person", "member") and not frame.subject.plural and fits(voice.text, frame.subject.text):
            return clean_owner(self.scene.full(frame.subject.text))
        return clean_owner(self.scene.owner(voice))

    def own_frame(self, frame: Frame) -> str | None:
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

    def named_by(self, k: int) -> str | None:
        """"…be pursued by CSMs": the doer after a passive, where the paper names one."""
        m = re.match(r"\s+(?:\w+\s+){0,3}?by\s+((?:the\s+)?[^,.;]{2,60}?)(?=\s+(?:when|in|at|on|by|for|to|and|before|after|as|with|under)\b|[,.;]|$)", self.text[self.spans[k][1] : self.clause_end(k)])
        if m:
            voice = voice_of(m[1], self.scene)
            if voice.agent:
                return self.own(voice)
        return None

    def kind_of(self, verb: str, k: int) -> str:
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
            elif depth <= 0 and w == "," and self.low[n + 1 : n + 2] and self.low[n + 1] in ("and", "which", "who", "as", "so", "while", "whilst") and self.new_subject(n + 2 if self.low[n + 1] in ("and", "so", "as", "while", "whilst") else n + 1):
                return self.spans[n][0]
            elif depth <= 0 and w == "," and self.low[n + 1 : n + 2] in (["which"], ["noting"], ["with"], ["adding"]) and n > k + 3:
                return self.spans[n][0]
            elif depth <= 0 and w == "and" and n > k + 1 and not (over_that and self.word(n + 1) == "that") and self.new_subject(n + 1):
                return self.spans[n][0]
            n += 1
        return self.end

    def due_of(self, first: int, k: int) -> str | None:
        if k not in self.dues:
            due = find_due(self.text, self.spans[k][0], self.clause_end(k)) or self.fronted(first, k)
            self.dues[k] = self.text[due[0] : due[1]] if due else None
        return self.dues[k]

    def fronted(self, first: int, k: int) -> tuple[int, int] | None:
        """A time that opens the clause: "Next year there would be", "In May the team would"."""
        a = self.spans[first][0]
        due = find_due(self.text, a, min(self.spans[k][0], a + 60), events=False) if first < k else None
        return due if due and due[0] - a <= 14 and due[1] < self.spans[k][0] else None

    def plain_time(self, due: str) -> bool:
        return not re.match(r"(?:when|if|where|as part)\b", due, re.IGNORECASE)

    def beneficiary(self, a: int, b: int) -> str | None:
        m = re.search(
            r"\b(?:to|inform|update|advise|brief|tell|notify|give|let|send|with|provide|show|assure|assured|for)\s+"
            r"((?:(?:all|the|a|his|her|ward|panel|committee|this|that|those|other)\s+)*(?:Panel|Committee|Board|Members?|Councillors?(?:\s+[A-Z]\w+)?|Cllrs?\s+[A-Z]\w+|Cabinet|Council|Assembly|Commission|"
            r"(?:Mr|Mrs|Ms|Dr)\s+[A-Z]\w+|Chief Constable|Chair(?:man|woman)?|questioner|Minister|Forum|Sub-Committee|Trust|Secretary of State|Ministry)s?(?:\s+Members)?)\b", self.text[a:b])
        return m[1] if m else None

    def further(self) -> None:
        """"agreed to look into these points and to provide…": the second infinitive is a promise of its own."""
        for act in list(self.acts):
            end = self.clause_end(act.verb)
            for n in range(act.verb + 1, self.count - 2):
                if self.spans[n][0] >= end:
                    break
                if self.low[n] == "and" and self.low[n + 1] in ("to", "also"):
                    f = self.infinitive(n + 1 if self.low[n + 1] == "to" else n + 2)
                    if f and not f[0].startswith("?") and self.does(*f) in HANDED_OVER | {"act"} and self.low[act.verb - 1] in ("to",) or f and self.word(n + 1) == "to" and act.whole and f[0] in BASE.values():
                        if self.does(*f) in HANDED_OVER | {"act"} and not any(other.verb == f[1] for other in self.acts):
                            self.acts.append(Act(act.first, f[1], act.owner, self.kind_of(*f), act.basis, act.why, act.confidence, whole=act.whole))
                    break

    def own_meeting(self, act: Act) -> bool:
        """The body's own next meeting is a date in the calendar, not a promise."""
        if self.low[act.verb] not in ("meet", "held", "hold", "take", "be", "meeting", "convened", "commence", "start"):
            return False
        if not self.dates and not re.search(r"\b(?:of|for) (?:the|this) (?:panel|committee|board)", self.piece(act.first, act.verb), re.IGNORECASE):
            return False
        return bool(re.search(r"\bmeetings?\b|\bmeet\b|\b(?:panel|committee|board)\b", self.piece(act.first, min(self.count, act.verb + 1)), re.IGNORECASE))

    def placed(self) -> Iterator[tuple[int, int, dict[str, Any]]]:
        """The acts as findings: quotes cut so that neighbours do not run into each other."""
        acts = sorted((act for act in self.acts if not self.own_meeting(act)), key=lambda act: act.verb)
        single = len(acts) == 1
        for n, act in enumerate(acts):
            end = self.clause_end(act.verb, over_that=act.basis == "request")
            if n + 1 < len(acts) and acts[n + 1].first > act.verb:
                end = min(end, self.spans[acts[n + 1].first][0])
                end = self.spans[acts[n + 1].first - 1][1] if self.low[acts[n + 1].first - 1] not in ("and", ",", "but", ";") else end
            start = self.spans[act.first][0]
            if act.frame is not None and act.frame < act.first and (self.spans[act.verb][0] - self.spans[act.frame][0] < 160) and (end - start < (75 if act.promised else 45)):
                start = self.spans[act.frame][0]
            if single and self.end - self.start <= 140 and end >= self.end - 1:
                start = self.start
            if single and act.whole and self.end - self.start <= 260 and end >= self.end - 1:
                start = self.start
            while end > start and self.text[end - 1] in " ,;:":
                end -= 1
            tailing = re.search(r"[\s,]+(?:and|but|or|that)$", self.text[start:end])
            if tailing:
                end = start + tailing.start()
            if start > self.start and self.text[end - 1] == "." and not self.text[max(start, end - 5) : end].count(".") > 1:
                end -= 1
            until = self.spans[acts[n + 1].verb][0] if n + 1 < len(acts) and acts[n + 1].first == act.first else end
            due = act.due or find_due(self.text, self.spans[act.verb][0], min(end, until))
            due = due or self.fronted(act.first, act.verb)
            doer = act.owner or self.named_by(act.verb)
            if doer and act.owner is None and re.match(r"the (?:panel|committee|board|council|cabinet)|members", doer, re.IGNORECASE):
                act.to, doer = doer, None
            yield start, end, {
                "by": doer,
                "to": act.to or self.beneficiary(self.spans[act.verb][0], end),
                "kind": act.kind,
                "due": self.text[due[0] : due[1]] if due else None,
                "strength": "explicit" if act.basis in EXPLICIT else "soft",
                "basis": act.basis,
                "why": act.why,
                "confidence": act.confidence,
            }

    # ---- resolutions

    def limbs(self) -> Iterator[tuple[int, int, dict[str, Any]]]:
        """The tasks that a resolution sets; plain noting, approving, electing and thanking are none."""
        low = self.low
        i = 0
        starts: list[int] = []
        m = re.match(r"\W*(?:it was\s+)?(?:unanimously\s+)?(?:resolved|agreed|recommended|decision|decided|noted|recommendations?)(?:\s+(?:unanimously|accordingly|by the \w+))?\s*[:–—,-]*\s*(?:\(?[a-z0-9]{1,3}[.)]\s*)?(?:to (?:the )?(?:cabinet|council|full council)\s*[:–—,-]*\s*)?", self.text[self.start : self.end], re.IGNORECASE)
        if m:
            while i < self.count and self.spans[i][0] < self.start + m.end():
                i += 1
        if i >= self.count:
            return
        starts.append(i)
        for n in range(i + 1, self.count - 1):
            if low[n] == "and" and self.words[n + 1] in ("AGREED", "RESOLVED", "RECOMMENDED", "DECIDED", "agreed", "resolved"):
                starts.append(n + 2)
            elif low[n] == ";" or (low[n] in (",", "and") and low[n + 1] == "that") or (low[n] == "and" and self.limb_opens(n + 1) and self.holds_verb(starts[-1], n)):
                begin = n + 1
                while begin < self.count and low[begin] in ("and", ",", "also"):
                    begin += 1
                if begin < self.count and begin not in starts and begin > starts[-1] + 1:
                    starts.append(begin)
        starts.append(self.count)
        shared: Voice | None = None
        told = False
        for first, last in zip(starts, starts[1:], strict=False):
            act, shared = self.limb(first, last, shared)
            if act is None:
                continue
            told = True
            end = self.spans[last - 1][1]
            start = self.spans[act.first][0]
            while end > start and (self.text[end - 1] in " ,;:." or self.text[start:end].endswith((" and",))):
                end -= 4 if self.text[start:end].endswith(" and") else 1
            end = max(end, self.spans[act.verb][1])
            due = find_due(self.text, start, end)
            doer = act.owner or self.named_by(act.verb)
            if doer is None and act.kind == "report-back":
                doer = clean_owner(self.scene.speaker)       # who gave this report gives the next
            elif doer is None and act.kind == "amend" and re.search(r"\bwork (?:programme|plan)\b", self.text[start:end], re.IGNORECASE):
                doer = self.body()
            yield start, end, {
                "by": doer, "to": act.to or self.beneficiary(self.spans[act.verb][0], end), "kind": act.kind,
                "due": self.text[due[0] : due[1]] if due else None, "strength": "explicit" if act.basis in EXPLICIT else "soft", "basis": act.basis, "why": act.why, "confidence": act.confidence,
            }

        if not told and _WILL_BE.search(self.text, self.start, self.end):
            for start, end, fields in self.findings():      # "an evaluation is to be delivered by March"
                if fields["basis"] in ("undertaking", "plan"):
                    fields.update(basis="resolution", strength="explicit", why="decided: " + fields["why"])
                yield start, end, fields

    def holds_verb(self, first: int, last: int) -> bool:
        return any(self.low[n] in BASE or self.low[n] in BE or self.low[n] in THIRD for n in range(first, last))

    def limb_opens(self, n: int) -> bool:
        """After "and": another limb, with a subject of its own and a verb in the subjunctive."""
        if self.low[n] in ("the", "a", "an", "officers", "members", "further", "any", "his", "her", "its", "their") or self.words[n][0].isupper():
            limb = self.subjunctive(n, 16)
            return limb is not None and not any(self.low[q] in ("and", ",", "of") and q < n + 1 for q in range(n, limb[2]))
        return False

    def limb(self, first: int, last: int, shared: Voice | None) -> tuple[Act | None, Voice | None]:
        low = self.low
        while first < last and low[first] in ("that", "and", "(", ")", ",", "also", "–", "—", "-", ":", ".") or (first < last and re.fullmatch(r"[a-z0-9ivx]{1,3}", low[first]) and self.word(first + 1) in (")", ".")):
            first += 1
        if first >= last:
            return None, shared
        piece = self.piece(first, last)
        changes = re.search(r"\b(?:with|subject to|and)\s+(?:the\s+)?(?:(?:following|above|addition|inclusion|insertion|deletion|removal|amendments?|changes?|corrections?)\b.*|[^;]{2,120}?\bbeing (?:amended|added|corrected|inserted|deleted|changed|replaced|included)\b.*)", piece, re.IGNORECASE)
        f: tuple[str, int] | None = None
        if re.search(r"\btaken as read\b|\bbe informed that\b", piece):
            return None, shared
        k = first
        if low[first] == "to":
            f = self.infinitive(first)
        elif low[first] in BASE and self.word(first + 1) not in ("be",):
            f = (BASE[low[first]], first)
        elif low[first] in THIRD and self.words[first][0].isupper():
            f = (THIRD[low[first]], first)
        if f:
            verb, k = f
            if verb in NOTHING_TO_DO or verb in ("hold", "review", "comment") and "and comment" in piece.lower():
                if changes and not re.search(r"comments", changes[0][:30], re.IGNORECASE):
                    return Act(first, k, "the Committee", "amend", "resolution", "resolved with changes", 0.7), shared
                return None, shared
            if verb == "recommend":
                that = next((n for n in range(k + 1, min(last, k + 8)) if low[n] == "that"), None)
                inner_limb = self.subjunctive(that + 1, last - that) if that is not None else None
                if inner_limb and inner_limb[1] not in NOTHING_TO_DO:
                    return Act(first, inner_limb[2], self.own(inner_limb[0]) if inner_limb[0].agent and not inner_limb[3] else None, self.kind_of(inner_limb[1], inner_limb[2]), "request", "recommended", 0.75), shared
                return None, shared
            if verb in ("ask", "request", "invite", "instruct", "urge", "direct", "task", "require"):
                to = self.to_within(k + 1)
                inner = self.infinitive(to) if to is not None else None
                if inner and inner[0] not in ("note", "approve") and inner[1] < last:
                    return Act(first, inner[1], self.own(voice_of(self.piece(k + 1, to or k + 1), self.scene)), self.kind_of(*inner), "resolution", f"resolved to {verb} them", 0.85), shared
                that = self.subjunctive(k + 2, last - k) if self.word(k + 1) == "that" else None
                if that and that[1] not in NOTHING_TO_DO:
                    return Act(first, that[2], self.own(that[0]) if that[0].agent and not that[3] else None, self.kind_of(that[1], that[2]), "resolution", f"resolved to {verb} it", 0.8), shared
                if not DELIVERABLE.search(self.piece(k + 1, min(last, k + 8))):
                    return None, shared
                return Act(first, k, None, "report-back" if re.search(r"report|update|paper", piece) else "provide-information", "resolution", f"resolved to {verb} it", 0.75), shared
            if self.does(verb, k) in ("state", "note"):
                return None, shared
            return Act(first, k, self.body(), self.kind_of(verb, k), "resolution", "resolved to do it", 0.85), Voice(self.body() or "", "body")
        limb = self.subjunctive(first, last - first, third=True)
        if limb is None or limb[2] >= last:
            if changes and re.search(r"addition|inclusion|insertion|deletion|removal|amended|amendment", changes[0], re.IGNORECASE):
                return Act(first, first, None, "amend", "resolution", "resolved with a change", 0.6), shared
            passive_only = lemma_of_participle(low[first + 1]) if low[first] == "be" and first + 1 < last else None
            if passive_only and passive_only not in NOTHING_TO_DO:
                return Act(first, first + 1, None, self.kind_of(passive_only, first + 1), "resolution", "resolved that it be done", 0.7), shared
            return None, shared
        who, verb, k, passive = limb
        if verb in NOTHING_TO_DO or verb.startswith("?") and passive and not find_due(self.text, self.spans[k][0], self.spans[last - 1][1]):
            if changes and not re.search(r"comments", changes[0], re.IGNORECASE) and re.search(r"addition|inclusion|insertion|deletion|removal|being amended|amendment|change|correction", changes[0], re.IGNORECASE):
                at = next((n for n in range(first, last) if self.spans[n][0] >= self.spans[first][0] + changes.start()), first)
                if who.agent and not passive and re.match(r"\W*(?:with|subject to|and) (?:the )?(?:following |above |proposed )?(?:changes|amendments)\b", changes[0], re.IGNORECASE):
                    return Act(first, k, "the Committee" if who.kind == "member" else self.own(who), "amend", "resolution", "resolved with changes", 0.7), shared
                return Act(at, at, None, "amend", "resolution", "resolved with a change", 0.6), shared
            if not (who.agent and not passive and verb in ("consider", "confirm", "move", "take", "carry", "extend")):
                return None, shared
        if (sense_passive(verb, self.piece(first, k).lower(), self.does(verb, k)) if passive and verb in ("make", "give", "take", "hold", "do", "bring", "seek", "carry") else self.does(verb, k)) == "state":
            return None, shared
        if self.own_meeting(Act(first, k, None, "act", "resolution", "")):
            return None, shared
        if verb in ("elect", "thank"):
            return None, shared
        return Act(first, k, self.own(who) if who.agent and not passive else None, self.kind_of(verb, k), "resolution", "resolved that it be done", 0.9), who

    def body(self) -> str | None:
        name = (self.setting.body or "").lower()
        for noun in ("panel", "sub-committee", "committee", "board", "commission", "forum", "cabinet", "council"):
            if noun in name:
                return f"the {noun.title()}"
        return "the Committee"


_BARE = re.compile(r"^(?:\W*(?:actions?|agreed action|action point)(?:\s+(?:for|by))?\s*(?:\d+\s*)?[:–—-]+\s*)?", re.IGNORECASE)


def _bare_action(sentence: _Sentence) -> Act | None:
    """"Officers to circulate the figures.", "ACTION: Head of Housing to…": an owner, "to" and a verb, no finite verb."""
    text = sentence.text[sentence.start : sentence.end]
    m = _BARE.match(text)
    offset = m.end() if m else 0
    first = next((n for n in range(sentence.count) if sentence.spans[n][0] >= sentence.start + offset), None)
    if first is None:
        return None
    if offset and sentence.word(first) in BASE and sentence.words[first][0].isupper():
        return Act(first, first, None, sentence.kind_of(BASE[sentence.word(first)], first), "undertaking", "an action is set", 0.7, whole=True)
    for k in range(first + 1, min(sentence.count, first + 9)):
        w = sentence.low[k]
        if offset and w in ("–", "—", ":") and sentence.word(k + 1) in BASE and voice_of(sentence.piece(first, k), sentence.scene).agent:
            return Act(first, k + 1, sentence.own(voice_of(sentence.piece(first, k), sentence.scene)), sentence.kind_of(BASE[sentence.word(k + 1)], k + 1), "undertaking", "an action is set", 0.8, whole=True)
        if w == "to":
            f = sentence.infinitive(k)
            if not f:
                return None
            voice = voice_of(sentence.piece(first, k), sentence.scene)
            verb, at = f
            passive = verb == "be"
            if passive:
                at = sentence.skip(at + 1)
                verb = lemma_of_participle(sentence.word(at)) or ""
            if not verb or sentence.does(verb, at) in ("state", "note", "") and not offset:
                return None
            if any(sentence.low[q] in ("was", "were", "had", "would", "will", "has", "have") for q in range(k, min(sentence.count, k + 6))):
                return None
            if voice.agent and not passive and (offset or voice.kind in ("person", "body", "member")):
                return Act(first, at, sentence.own(voice), sentence.kind_of(verb, at), "undertaking", "an action is set", 0.85, whole=True)
            if passive:
                return Act(first, at, None, sentence.kind_of(verb, at), "undertaking" if offset else "plan", "is to be done", 0.6, whole=True)
            return None
        if w in MODALS or w in BE or w in REPORTING or w in ("had", "has", "have", "that", ";", ",") or (lemma_of_participle(w) and w not in ("related",)):
            return None
    return None
