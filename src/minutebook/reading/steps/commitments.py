"""What somebody undertook, was asked or is planned to do: the promises of a paper, each in its own words.

A grammar of clauses, not a list of phrases. A sentence is read word by word; each verb group that points
forward ("would circulate", "agreed to look into", "was due to start", "be brought back") is taken with its
subject, with the reporting verb that governs it ("said that", "asked whether") and with the words after it,
and only then judged: a promise, a decision, a request, a plan, a hope, or nothing.
"""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.due import find_due, passed, timed
from minutebook.reading.steps.idioms import Idioms, accepts, left_open
from minutebook.reading.steps.outlook import Outlook
from minutebook.reading.steps.sentences import bare, sentences
from minutebook.reading.steps.speech import Speech
from minutebook.reading.steps.verbs import BASE, PAST, THIRD, lemma_of_ing, lemma_of_participle, sense_passive
from minutebook.reading.steps.voices import Scene, Voice, clean_owner, voice_of
from minutebook.reading.steps.wording import (
    ADVERBS,
    ASK,
    BE,
    COMMIT,
    DELIVERABLE,
    ELSEWHERE,
    FIRST_PERSON,
    FORESEE,
    HANDED_OVER,
    MODALS,
    NOTHING_TO_DO,
    OBJECTS,
    OPENERS,
    OPINE,
    PROPOSE,
    PUT_OFF,
    REPORTING,
    SAY,
    WEAK,
    WISH,
    Act,
    Clause,
    Frame,
)

SILENT_KINDS = frozenset({"agenda", "notice", "work-programme", "service-meeting-list", "service-committee-list", "meeting-list"})
LONGEST = 1200       # characters of one sentence
SILENT_PASSAGES = frozenset({"title", "heading", "rubric", "question"})
EXPLICIT = frozenset({"undertaking", "resolution", "third-party"})
# Words without which a sentence promises nothing; the reading proper is spent on sentences that have one.
TRIGGERS = frozenset(
    {w for w, kind in {**FIRST_PERSON, **REPORTING}.items() if kind in (COMMIT, ASK, WISH, FORESEE, PROPOSE)}
    - frozenset("challenged queried questioned enquired inquired wondered confirmed confirms assured assures reassured accepted conceded confirm forecast estimated projected predicted moved encouraged".split())
    | MODALS | frozenset(
        "must ll d wouldn wo word wish desire watch welcome welcomed prepared preparing promise request requests suggestion recommendation undertaking assurance assurances commitment pledge "
        "postponed pencilled deferred adjourned rescheduled scheduled timetabled diarised slated due drafting arranging organising compiling finalising investigating pursuing chasing drawing "
        "determined agreeable amenable content willing happy glad pleased ready minded inclined eager hopeful keeping look looking looked looks ambition aspiration aspirations intention intentions meant going booked "
        "earmarked ring-fenced ringfenced took take taken left fell action actions gladly yes shut planning hoping keen programmed depend rely bank leave let please gearing towards without aiming aims aimed aim intending proposing process".split())
) - {"ask", "want", "plan"}
# These count only beside a word of time, "on" or "in": "delivery in eight weeks", "on order", "in train".
_WITH_TIME = frozenset(
    "delivery installation completion handover publication programme timetable timeline comes goes come go starts start begins begin opens closes returns return moves arrives meets launches follows join joins leaves stay remain plan "
    "reserved allocated commissioned authorised ordered target goal objective believed thought".split())
_WITH_PLACE = frozenset("order hand train pipeline preparation draft production course down repeated recur occur happen calls called".split())
_BEING = re.compile(r"\b(?:is|are|was|were) being [a-z]+\b", re.IGNORECASE)
# "to" alone counts after "was", "had", a name or a mark.
_TO = re.compile(r"(?:\b(?:was|were|is|are|am|been|ha[ds]|have|[A-Z][\w’)/]*|members|officers|actions?:?|note)|[)\]])(?: [a-z]+ly| then| now| also| not| only| just)? to [a-z]|\b(?:call(?:s|ed) (?:up)?on|set to)\b")


# A note without a verb: "dates to be posted by Friday".
_NOTED = re.compile(r"(?:^|[,;:–—-] |\bwhich )(?:(?!\b(?:was|were|had|has|is|are|said|need|needs|have|may|might)\b)[^,;:.]){2,70}? to be [a-z]")


def triggered(text: str, start: int, end: int, words: set[str]) -> bool:
    """Has this sentence a word that can promise?"""
    if not TRIGGERS.isdisjoint(words):
        return True
    if not _WITH_PLACE.isdisjoint(words) or (not _WITH_TIME.isdisjoint(words) and timed(words)):
        return True
    if "to" in words and (_TO.search(text, start, end) or ("be" in words and _NOTED.search(text[start:end]))):
        return True
    return "being" in words and bool(_BEING.search(text, start, end))


# The words of a decision printed apart from "RESOLVED": "That the decision be referred back", "6.2 the Panel consider…"
_MOVED = re.compile(r"[“\"'(\[]*(?:\d{1,2}\.)*(?:\d{1,2}[.)]?\s*)?((?:That\b(?! (?:is|was|would|will|had|has|could|meant|said|evening|morning|afternoon)\b)[^.;]{3,160}\bbe\b)|(?<=\d\.)\s*(?:that )?the (?:Panel|Committee|Board|Commissioner|Council|Cabinet) (?!of\b|is\b|was\b)[a-z]+(?<!s)(?<!ed) (?:the|an?|its|to)\b)")
_RECOMMENDING = re.compile(r"(?:it was |the \w+(?: \w+)? )(?:then |further |also |unanimously )*recommend|.{0,200}\band recommends that\b", re.IGNORECASE | re.DOTALL)
_SPEAKER_LEAD = re.compile(r"([^,.;:]{3,60}?)(?: (?:said|stated|explained|advised|reported|confirmed|added|told (?:the )?\w+|undertook|agreed|promised|offered|replied|responded)(?: that)?)?\s*:\W*$")
_TO_DO = re.compile(r"(?:\(?[a-z0-9]{1,3}[.)]\s*)?[Tt]o [a-z]+ ")
_RECOMMENDED = re.compile(r"\brecommend(?:ation|ations|ed|s)?\b", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:gave|was given|were given|received|got|obtained|had) (?:one|both|that assurance|such an assurance|the assurance)\b|[, ](?:and|which) (?:this |it |that )?(?:was|were) (?:duly |readily |at once )?(?:promised|given|agreed|undertaken|conceded|forthcoming)\b")
_PUT_THUS = re.compile(r"\bit was,? (?=That\b)")
_WILL_BE = re.compile(r"\b(?:is|are) to\b|\bwill\b|\bwould\b|\bshould\b")
ATTRIBUTES = frozenset("and of further more new newly any for to in with by previous other or , ( most much less well no not".split()) - {","}
_ASKING_LEAD = re.compile(r"\b(?:request\w*|ask\w*|recommend\w*|suggest\w*|stress|wish\w*|urge\w*|propos\w*|emphasis\w*|invit\w*|observations|requirements)\b[^.]*[:–-]?\s*$", re.IGNORECASE)
_ACTION_APART = re.compile(r";\s+(?=[A-Z][\w’. ]{1,40}? to [a-z]{3,})|,\s+(?=[A-Z]{2,3} to [a-z]{3,})")
_DATES = re.compile(r"\b(?:next|future|forthcoming|dates?|calendar|schedule) (?:of )?(?:the )?(?:next |future )?meetings?\b", re.IGNORECASE)
_OPERATIVE = re.compile(
    r"^(?:it was\s+)?(?:unanimously\s+)?(?:RESOLVED|AGREED|NOTED|RECOMMENDED|DECISION|DECIDED|RECOMMENDATIONS?|Resolved|Agreed|Recommended)\b(?! by\b)(?=[\s:,–—-])")
_RESOLVING_LEAD = re.compile(r"(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed|Recommended|(?:was|were|be|panel|committee|board|members|it was) (?:unanimously )?(?:resolved|agreed|recommended))\b[^.]{0,60}[:–—-]?\s*$")
_PROGRAMME_LEAD = re.compile(r"(?:changes?|additions?|amendments?|items|following)\b[^.]{0,120}\b(?:work (?:programme|plan)|forward plan|programme)|(?:work (?:programme|plan)|programme)\b[^.]{0,160}\b(?:as follows|following|changes|additions|amendments)", re.IGNORECASE)
_HEARD = re.compile(r"[\w’-]+|[;:]")
# Words at which the reader of a sentence stops; all others it passes over.
_SIGNS = MODALS | BE | WEAK | frozenset(REPORTING) | frozenset(FIRST_PERSON) | frozenset(
    "; – — . ? ! : , look that which who whom whose if unless whether and but what how when why where once while whilst because as until before after since "
    "although though whereas or so however then had has have gave gives made makes took aimed aims meant aspires looked looks intention aspiration aspirations "
    "ambition aim plan plans hope expectation wish suggestion desire request next".split())
_BARE = re.compile(r"^(?:\W*(?:actions?|agreed action|action point)(?:\s+(?:for|by))?\s*(?:\d+\s*)?[:–—-]+\s*)?", re.IGNORECASE)


def commitments(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every promise, decision, request, plan and hope of a paper that can be checked later, in reading order.

    A finding's quote is the clause that makes it. Fields as in record.Commitment; `due` and the quote are verbatim.
    """
    if setting.kind in SILENT_KINDS:
        return
    scene = Scene(setting, official=any("he Commissioner" in p.text for p in passages))
    lead = ""
    led: list[dict[str, Any]] = []
    for number, passage in enumerate(passages):
        scene.enter(passage.item)
        if passage.kind in SILENT_PASSAGES or not passage.text:
            continue
        if passage.lead and passage.lead is not lead and passage.lead.rstrip("-–— ").endswith(":") and (opened := _SPEAKER_LEAD.search(passage.lead[-130:])):
            who = voice_of(opened[1], scene)
            if who.kind in ("person", "body"):
                scene.note(who, True)      # "In the course of the hearing Ms Ash:" and what she said, point by point
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
    dates = "eeting" in passage.title and bool(_DATES.search(passage.title))
    resolution = passage.kind == "resolution" or bool(_OPERATIVE.match(text)) or bool(passage.lead and _RESOLVING_LEAD.search(passage.lead))
    if setting.kind == "report" and passage.kind == "paragraph" and _RECOMMENDED.search(passage.title + " " + passage.lead[-120:]) and len(text) < LONGEST:
        told = list(Sentence(text, 0, len(text), scene, setting, dates).limbs())
        for start, end, fields in told:
            yield start, end, {**fields, "basis": "request", "strength": "soft", "why": "recommended in a report"}
        if told:
            return
    if setting.kind == "decision-record" and passage.kind == "paragraph" and _TO_DO.match(text):
        resolution = True
    if not resolution and text[:5] == "That " and passage.kind == "paragraph":
        sentence = Sentence(text, 0, min(len(text), LONGEST), scene, setting, dates)
        put = sentence.subjunctive(1, 14)      # "That the Head of Services bring a paper": a decision without its word
        if put and put[0].agent and not put[3] and put[1] not in NOTHING_TO_DO and not any(sentence.low[n] in MODALS or sentence.low[n] in BE for n in range(1, put[2])):
            yield from sentence.limbs()
            return
    if not resolution and not passage.lead and (moved := _MOVED.match(text)):
        yield from Sentence(text, moved.start(1), min(len(text), LONGEST), scene, setting, dates).limbs()
        return
    if passage.lead and not resolution and _ASKING_LEAD.search(passage.lead) and text[:5].lower() == "that ":
        sentence = Sentence(text, 0, min(len(text), LONGEST), scene, setting, dates)
        limb = sentence.subjunctive(1, 24)
        if limb and limb[1] not in NOTHING_TO_DO:
            owner = sentence.own(limb[0]) if limb[0].agent and not limb[3] else sentence.addressee()
            sentence.acts.append(Act(1, limb[2], owner, sentence.kind_of(limb[1], limb[2]), "request", "asked for in a list", 0.65))
            yield from sentence.placed()
            return
    if not resolution and "it was" in text and " That " in text and (put_thus := _PUT_THUS.search(text)):
        yield from Sentence(text, put_thus.end(), min(len(text), put_thus.end() + LONGEST), scene, setting, dates).limbs()
        text = text[: put_thus.start()]
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if end - start <= LONGEST and text.find(" to ", start, end) < 0:
            spans.append((start, end))
        else:
            spans += [part for piece in _bounded(text, start, end) for part in _actions_apart(text, *piece)]
    low = bare(text)
    before: tuple[int, int] | None = None
    open_request: list[tuple[int, int, dict[str, Any]]] = []
    for start, end in spans:
        if resolution:
            yield from Sentence(text, start, end, scene, setting, dates).limbs()
            continue
        reply = accepts(text, start, end) if before is not None else None
        if reply and before is not None and (open_request or left_open(text, *before)):
            yield _accepted_so(text, before, start, end, reply, open_request, scene)
            before, open_request = None, []
            continue
        yield from open_request
        open_request = []
        words = set(low[start:end].split())
        if triggered(text, start, end, words):
            found = list(Sentence(text, start, end, scene, setting, dates, words).findings())
            if len(found) == 1 and found[0][2]["basis"] == "request":
                open_request = found
            else:
                yield from found
            before = None if any(f[2]["basis"] != "request" for f in found) else (start, end)
        else:
            hear(text, start, end, scene)
            before = (start, end)
    yield from open_request


def _accepted_so(text: str, before: tuple[int, int], start: int, end: int, reply: re.Match[str], asked: list[tuple[int, int, dict[str, Any]]], scene: Scene) -> tuple[int, int, dict[str, Any]]:
    """A request and the bare reply that takes it up are one undertaking."""
    fields = dict(asked[0][2]) if asked else {"by": None, "to": None, "kind": "act", "due": None, "confidence": 0.55}
    who = reply["who"] or reply["who2"] or reply["who3"]
    voice = voice_of(who, scene) if who else None
    owner = clean_owner(scene.owner(voice)) if voice is not None and voice.agent else None
    fields.update(by=owner or fields["by"] or clean_owner(scene.speaker), strength="explicit", basis="undertaking", why="asked, and accepted")
    if fields["due"] is None and (due := find_due(text, *before, events=False) or find_due(text, start, end, events=False)):
        fields["due"] = text[due[0] : due[1]]
    return before[0], end, fields


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in stretches of bounded length: what no stop ends is a table or debris, not grammar."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _actions_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, parted where a bare action hangs on it: "…under way; Head of Housing to report in May"."""
    at = start
    for m in _ACTION_APART.finditer(text, start, end) if text.find(" to ", start, end) > 0 else ():
        yield at, m.start() + 1
        at = m.end()
    yield at, end


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
    sentence = Sentence(lead, start, end, scene, setting)
    if not lead.rstrip().endswith((":", "-", "–", "—")) and end - start > 300:
        hear(lead, start, end, scene)
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


class Sentence(Speech, Outlook, Idioms):
    """One sentence, read from left to right, and the promises found in it."""

    def findings(self) -> Iterator[tuple[int, int, dict[str, Any]]]:
        """The promises of the sentence, each as a range of the text with its fields."""
        self.read(judge=True)
        self.further()
        self.idioms()
        if "following" not in self.vocabulary or not re.search(r"\bfollowing\b[^.]*:\W*$", self.text[self.start : self.end]):
            yield from self.placed()

    def read(self, judge: bool) -> None:
        """Go through the words once. Without `judge` only note who speaks, for the sentences that follow."""
        clause = Clause(0)
        frame: Frame | None = None
        bare = _bare_action(self) if judge and ("to" in self.vocabulary or self.low[:1] in (["action"], ["actions"], ["agreed"])) else None
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
            if w == "." and i < self.count - 1:
                pass      # "Ms. Field": sentences are parted already
            elif w in (";", "–", "—", ".", "?", "!") or (w == ":" and i < self.count - 1):
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
            elif w == "that" and i > 0 and low[i - 1] in ("after", "before", "of", "on", "by", "with", "for", "to", "at", "like", "about") and (self.word(i + 1) in MODALS or self.word(i + 1) in BE):
                pass
            elif w == "that" and self.word(i + 1) in ("and", "or", "but", ",", ";", ".", "?"):
                pass      # "any proposal after that would": a pronoun
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
                wh = (wh or w == "how") and not (w == "how" and low[i - 1] in ("out", "explained", "outlined", "described", "detailed"))
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
                if self.new_subject(i + 1) and not (w == "and" and self.one_name(i)):
                    if w == "but" and frame is not None and frame.kind in (ASK, OPINE, PROPOSE):
                        frame = None
                    verb = next((low[n] for n in range(i + 1, min(self.count, i + 17)) if low[n] in MODALS or low[n] in REPORTING or low[n] in BE), "")
                    answered = verb in REPORTING and REPORTING[verb] in (COMMIT, SAY)
                    if frame is not None and frame.kind == ASK and not clause.question and low[i - 1] == ",":
                        frame = None      # "asked for the figures, and the officer would send them"
                    clause = Clause(i + 1, question=clause.question and w in ("and", "or") and not answered)
                    self.breaks.append(i)
            step = self.verb_at(i, clause, frame, judge)
            if step:
                before = frame
                i, frame = step
                if frame is not None and frame is not before and self.word(i) not in ("that", "to", "for", "if", "whether") and self.new_subject(i) and self.word(i) not in OBJECTS:
                    clause = Clause(i)      # "said he would", "it was hoped the figure would"
                continue
            i += 1

    def verb_at(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None] | None:
        """What the verb at word i begins, where it begins anything: the next word to read, and the frame it opens."""
        w = self.low[i]
        if w in MODALS:
            return self.modal(i, clause, frame, judge)
        if w in BE and w not in ("be", "been", "being"):
            return self.copula(i, clause, frame, judge)
        if w in ("remained", "remains") and self.word(self.skip(i + 1)) in ("determined", "committed", "keen", "hopeful"):
            return self.copula(i, clause, frame, judge)
        if w in ("had", "has", "have"):
            return self.perfect(i, clause, frame, judge)
        if w in REPORTING or (w in FIRST_PERSON and (self.low[i - 1] in ("i", "we", "they", "officers", "also", "do", "however", "therefore", "members", "partners") or self.low[i - 1].endswith("ly"))):
            return self.reporting(i, clause, frame, judge)
        if w == "must" and judge:
            return self.bound(i, clause, frame)
        if w in ("gave", "gives", "made", "makes", "took"):
            return self.light_promise(i, clause, frame, judge)
        if w in ("aimed", "aims", "meant", "aspires", "looked", "looks", "look"):
            return self.aiming(i, clause, frame, judge)
        if w in ("intention", "aspiration", "aspirations", "ambition", "aim", "plan", "plans", "hope", "expectation", "wish", "suggestion", "desire") and judge:
            return self.noun_plan(i, clause, frame)
        if clause.subject is None and i > clause.start:
            if w in WEAK:
                self.subject(clause, i)
            elif (w in PAST or w.endswith("ed")) and w not in ("related", "based", "need", "indeed", "named", "detailed", "unauthorised"):
                before = self.low[i - 1]
                if before not in OPENERS and before not in ATTRIBUTES and not before.endswith("ly"):
                    voice = voice_of(self.piece(clause.start, i), self.scene)
                    clause.subject = voice
                    if voice.agent and not clause.question and not clause.condition and not clause.relative:
                        self.scene.note(voice, voice.kind == "person" and self.word(i + 1) not in ("him", "her", "them"))
        return None

    def reporting(self, i: int, clause: Clause, frame: Frame | None, judge: bool, perfect: bool = False) -> tuple[int, Frame | None] | None:
        """A verb of reporting ("said", "agreed") opens a frame: what follows is said by its subject."""
        w = self.low[i]
        kind = REPORTING.get(w) or FIRST_PERSON[w]
        if clause.subject is None and i == clause.start and clause.start != 0:
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

    def modal(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None]:
        """"would circulate", "will be published", "would continue to monitor", "would be visiting"."""
        w = self.low[i]
        subject = self.subject(clause, i)
        if i and self.low[i - 1] in ("but", "and", "then") and frame is not None and frame.kind in (OPINE, PROPOSE, WISH, FORESEE, ASK) and frame.subject.agent and clause.start <= frame.token:
            subject, frame = frame.subject, None      # "thought so but would check"
        j = i + 1
        negated = False
        while j < self.count and (self.low[j] in ADVERBS or (self.low[j].endswith("ly") and self.low[j] not in ("supply", "reply", "apply", "rely", "comply", "multiply")) or (self.low[j] in (",",) and (any(self.word(q) in REPORTING for q in (j + 2, j + 3, j + 4)) or self.low[j + 1 : j + 2] in (["subject"], ["if"], ["where"], ["when"], ["in"], ["at"], ["therefore"], ["of"])))):
            if self.low[j] == ",":
                close = next((k for k in range(j + 1, min(self.count, j + 14)) if self.low[k] == ","), None)
                if close is None:
                    break
                j = close
            negated = negated or self.low[j] in ("not", "never", "n’t")
            j += 1
        while self.low[j : j + 2] in (["of", "course"], ["at", "once"], ["in", "turn"]):
            j = self.skip(j + 2)
        if not judge or j >= self.count:
            return max(j, i + 1), frame
        if self.low[j] in ("assure", "reassure", "promise", "guarantee", "confirm", "say", "tell", "report") and w in ("could", "can", "would", "will", "’d") and subject.agent and not clause.question and not negated and (
                self.word(j + 1) == "that" or self.word(j + 2) == "that" or self.word(j + 3) == "that"):
            vow = self.low[j] in ("assure", "reassure", "promise", "guarantee")
            return j + 1, Frame(COMMIT if vow else SAY, "assured" if vow else "said", j, subject, clause.start)
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
        if negated and x in ("satisfied", "convinced", "persuaded", "sure", "certain", "clear", "confident") and self.word(j + 1) == "that":
            return j + 1, Frame(OPINE, x, j, subject, clause.start)
        if not judge or clause.question or clause.condition or (negated and x != "due"):
            return None
        act = None
        agent = subject.agent and subject.kind != "member"
        governed = frame.kind if frame is not None else ""
        if governed == ASK:
            return None
        elsewhere = subject.kind == "elsewhere" or bool(ELSEWHERE.search(subject.text))
        if x == "to" and self.low[i] != "been":
            f = self.infinitive(j)
            if f and re.match(r"(?:the|its|their|his|her|our)?\s*(?:\w+\s+)?(?:aim|ambition|objective|goal|target)$", subject.text, re.IGNORECASE) and (due := self.due_of(clause.start, f[1])) and self.plain_time(due):
                act = Act(clause.start, f[1], clean_owner(self.scene.speaker), "act", "intention", "the aim is to do it by then", 0.6)
                f = None
            if f and not elsewhere:
                verb, k = f
                passive = verb == "be"
                if passive:
                    n = self.skip(k + 1)
                    verb = lemma_of_participle(self.word(n)) or ""
                    k = n
                if passive and not verb and re.match(r"(?:out|up|ready|available|open|live|complete|finished|back|down|online|in (?:place|post|force|use|operation)|on (?:site|stream|the)|with|before|at|there)\b", self.tail(k)) and self.due_of(clause.start, k) and (subject.kind in ("thing", "body")):
                    act = Act(clause.start, k, self.owner_of_thing(frame), "act", "plan", "is to be so by then", 0.6)
                elif verb and (not verb.startswith("?") or self.due_of(clause.start, k)) and (self.does(verb, k) not in ("state",) or verb == "have") and not re.search(r"\b(?:aim|intention|purpose) of\b", subject.text.lower()) and not re.search(
                        r"\b(?:aim|purpose|objective|role|remit|task|challenge|priority|function|duty|responsibility|job|focus|idea|question|way|issue|advice|key|goal|proposal|option|choice|alternative|answer|recommendation|requirement|target)s?\b", subject.text.lower()):
                    step = bool(re.search(r"\b(?:next|first|second|final) (?:step|stage|phase)|intention|plan|hope|ambition|aspiration|expectation|wish", subject.text.lower()))
                    what = self.does(verb, k)
                    firm = (what in HANDED_OVER - {"attend"} and verb != "replace" and (passive or agent)) or (what == "act" and agent and self.in_person(subject) and not passive) or verb == "offer"
                    basis = "intention" if step else "undertaking" if firm else "plan"
                    act = Act(clause.start, k, self.own(subject) if agent and not passive else self.owner_of_thing(frame), self.kind_of(verb, k), basis, "is to be done", 0.65)
                    if not step and subject.kind == "thing" and not passive and self.does(verb, k) not in ("event", "level", "amend") and not self.due_of(clause.start, k):
                        act = None
                    if subject.kind == "member":
                        act = Act(clause.start, k, clean_owner(self.scene.speaker), "provide-information", "undertaking", "they are to have it", 0.6, to=subject.text) if (
                            (passive and verb in ("tell", "inform", "give", "send", "provide", "notify", "update", "invite", "consult", "brief")) or (verb == "have" and not passive)) else None
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
        elif x in ("happy", "content", "willing", "prepared", "pleased", "glad", "ready", "amenable", "agreeable", "open", "minded", "inclined", "determined", "committed", "hopeful", "eager", "keen"):
            act = self.adjective(x, j, clause, subject, frame)
        elif x in ("looking", "investigating", "exploring", "examining", "considering", "reviewing", "preparing", "drafting", "arranging", "awaiting", "organising", "researching", "seeking", "pursuing", "finalising", "producing", "compiling", "developing"):
            act = self.under_way(x, j, clause, subject, frame)
        elif x == "in" and re.match(r"in the (?:process|course) of (\w+ing)\b", self.tail(j)):
            if agent and not elsewhere:
                ing = lemma_of_ing(self.word(j + 4)) or "act"
                act = Act(clause.start, j + 4, self.own(subject), self.kind_of(ing, j + 4), "plan", "is in the process of doing it", 0.6)
        elif x == "keeping" and agent and re.match(r"keeping (?:\w+ ){0,3}?(?:eye|watch|under review|tabs)", self.tail(j)):
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

    def perfect(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None] | None:
        """"had agreed to", "has undertaken to", "had given a commitment", "had aspirations", "has to be done by"."""
        subject = self.subject(clause, i)
        j = self.skip(i + 1)
        x = self.word(j)
        if x in REPORTING and REPORTING[x] in (COMMIT, ASK, SAY):
            if REPORTING[x] == COMMIT:
                new = Frame(COMMIT, x, j, subject, clause.start)
                act = self.commissive(j, self.skip(j + 1), clause, new, True) if judge and not clause.question else None
                if act is not None and subject.kind not in ("member", "elsewhere"):
                    if self.low[i] in ("has", "have"):
                        act.basis = "undertaking"
                    self.acts.append(act)
                    return act.verb + 1, new
                return j + 1, new if self.word(self.skip(j + 1)) == "that" else frame
            if REPORTING[x] == ASK and judge and not clause.question and self.low[i] in ("has", "have"):
                act = self.request(j, self.skip(j + 1), clause, Frame(ASK, x, j, subject, clause.start), True)
                if act is not None:
                    self.acts.append(act)
                    return act.verb + 1, Frame(ASK, x, j, subject, clause.start)
            if subject.agent and REPORTING[x] == SAY and self.word(j + 1) not in OBJECTS:
                self.scene.note(subject, True)
            return j + 1, Frame(REPORTING[x], x, j, subject, clause.start)
        if not judge or clause.question:
            return None
        if x == "given" or x == "made":
            step = self.light_promise(j, clause, frame, judge, perfect=self.low[i] == "had")
            return step
        if x == "been" and self.word(j + 1) in ("agreed", "settled", "decided", "arranged", "asked", "requested", "instructed", "directed", "tasked") and (
                subject.kind == "none" or subject.text.lower() == "it" or (subject.agent and self.low[i] in ("has", "have"))):
            before = len(self.acts)
            step = self.copula(j, clause, frame, judge)
            for act in self.acts[before:]:
                act.basis = "third-party" if act.basis == "undertaking" and self.low[i] == "had" else act.basis
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
        if m := re.match(r"it in (?:mind|hand|view) to\b", rest):
            f = self.infinitive(j + 3)
            if f and subject.agent and subject.kind != "elsewhere":
                self.acts.append(Act(clause.start, f[1], self.own(subject, frame), self.kind_of(*f), "plan" if "hand" in m[0] else "intention", "has it in mind to do it", 0.6))
                return f[1] + 1, frame
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

    def bound(self, i: int, clause: Clause, frame: Frame | None) -> tuple[int, Frame | None] | None:
        """"All spending must be complete by 30 September": a time that binds."""
        subject = self.subject(clause, i)
        j = self.skip(i + 1)
        due = self.due_of(clause.start, j)
        if not due or not re.match(r"(?:by|before|within|no later|not later|prior)\b", due, re.IGNORECASE) or clause.question or clause.condition or clause.relative or subject.kind in ("elsewhere", "member") or (frame is not None and frame.kind == ASK):
            return None
        self.acts.append(Act(clause.start, j, self.own(subject) if subject.agent and self.word(j) != "be" else self.owner_of_thing(frame), "act", "plan", "must be so by then", 0.5))
        return j + 1, frame

    def and_that(self, act: Act) -> None:
        """"that A be given priority and that B meet in May": the second is a request of its own."""
        for n in range(act.verb + 1, self.count - 3):
            if self.low[n] == ";" or self.low[n] in MODALS:
                return
            if self.low[n] == "and" and self.low[n + 1] == "that":
                limb = self.subjunctive(n + 2, things=True)
                if limb and limb[1] not in NOTHING_TO_DO and self.does(limb[1], limb[2]) not in ("state", "note"):
                    who, verb, k, passive = limb
                    act.whole = False
                    self.acts.append(Act(n + 2, k, self.own(who) if who.agent and not passive else act.owner if passive else None, self.kind_of(verb, k), act.basis, act.why, act.confidence))
                return

    def further(self) -> None:
        """"agreed to look into these points and to provide…": the second infinitive is a promise of its own."""
        for act in list(self.acts):
            if act.basis == "request" and _GIVEN.search(self.text, self.spans[act.verb][0], self.end):
                act.basis, act.why = "undertaking", "asked for, and given"
            if act.why.endswith("that it be done"):
                self.and_that(act)
            end = self.clause_end(act.verb)
            for n in range(act.verb + 1, self.count - 2):
                if self.spans[n][0] >= end:
                    break
                if self.low[n] == "and" and self.low[n + 1] in ("to", "also"):
                    f = self.infinitive(n + 1 if self.low[n + 1] == "to" else n + 2)
                    if (f and not f[0].startswith("?") and self.does(*f) in HANDED_OVER | {"act"} and self.low[act.verb - 1] in ("to",)) or (f and self.word(n + 1) == "to" and act.whole and f[0] in BASE.values()):
                        if self.does(*f) in HANDED_OVER | {"act"} and not any(other.verb == f[1] for other in self.acts):
                            self.acts.append(Act(act.first, f[1], act.owner, self.kind_of(*f), act.basis, act.why, act.confidence, whole=act.whole))
                    break

    def own_meeting(self, act: Act) -> bool:
        """The body's own next meeting is a date in the calendar, not a promise."""
        if self.low[act.verb] == "meet" and re.match(r"(?:the |that the )?(?:panel|(?:sub-)?committee|board|commission|forum)(?: would| will)?(?: next)?\b", self.piece(act.first, act.verb), re.IGNORECASE):
            return True
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
            due = act.due or self.find_due(self.spans[act.verb][0], min(end, until))
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
            elif low[n] in (",", "and", ";") and low[starts[-1]] == "to" and low[n + 1] == "to" and n + 2 < self.count and low[n + 2] in BASE and n > starts[-1] + 1:
                starts.append(n + 1)
            elif low[n] == ";" or (low[n] in (",", "and") and low[n + 1] == "that") or (low[n] == "and" and self.limb_opens(n + 1) and self.holds_verb(starts[-1], n)):
                begin = n + 1
                while begin < self.count and low[begin] in ("and", ",", "also"):
                    begin += 1
                if begin < self.count and begin not in starts and begin > starts[-1] + 1:
                    starts.append(begin)
        starts.append(self.count)
        shared: Voice | None = None
        told = False
        for first, last in itertools.pairwise(starts):
            act, shared = self.limb(first, last, shared)
            if act is None:
                continue
            told = True
            end = self.spans[last - 1][1]
            start = self.spans[act.first][0]
            while end > start and (self.text[end - 1] in " ,;:." or self.text[start:end].endswith((" and",))):
                end -= 4 if self.text[start:end].endswith(" and") else 1
            end = max(end, self.spans[act.verb][1])
            due = self.find_due(start, end)
            doer = act.owner or self.named_by(act.verb)
            if doer is None and act.kind == "report-back":
                doer = clean_owner(self.scene.speaker)       # who gave this report gives the next
            elif doer is None and act.kind == "provide-information":
                doer = clean_owner(self.scene.speaker)
            elif doer is None and act.kind == "amend" and re.search(r"\bwork (?:programme|plan)\b", self.text[start:end], re.IGNORECASE):
                doer = self.body()
            yield start, end, {
                "by": doer, "to": act.to or self.beneficiary(self.spans[act.verb][0], end), "kind": act.kind,
                "due": self.text[due[0] : due[1]] if due else None, "strength": "explicit" if act.basis in EXPLICIT else "soft", "basis": act.basis, "why": act.why, "confidence": act.confidence,
            }

        if not told and triggered(self.text, self.start, self.end, self.vocabulary):
            asking = _RECOMMENDING.match(self.text[self.start : self.end])
            for start, end, fields in self.findings():      # "an evaluation is to be delivered by March"
                if asking and fields["basis"] == "request":
                    pass
                elif fields["basis"] in ("undertaking", "plan"):
                    fields.update(basis="resolution", strength="explicit", why="decided: " + fields["why"])
                yield start, end, fields

    def holds_verb(self, first: int, last: int) -> bool:
        """Is there a verb among these words?"""
        return any(self.low[n] in BASE or self.low[n] in BE or self.low[n] in THIRD for n in range(first, last))

    def limb_opens(self, n: int) -> bool:
        """After "and": another limb, with a subject of its own and a verb in the subjunctive."""
        if self.low[n] in ("the", "a", "an", "officers", "members", "further", "any", "his", "her", "its", "their") or self.words[n][0].isupper():
            limb = self.subjunctive(n, 16)
            return limb is not None and not any(self.low[q] in ("and", ",", "of") and q < n + 1 for q in range(n, limb[2]))
        return False

    def limb(self, first: int, last: int, shared: Voice | None) -> tuple[Act | None, Voice | None]:
        """One limb of a resolution: what is to be done, and the subject that the next limb may share."""
        low = self.low
        while (first < last and low[first] in ("that", "and", "(", ")", ",", "also", "–", "—", "-", ":", ".")) or (first < last and re.fullmatch(r"[a-z0-9ivx]{1,3}", low[first]) and self.word(first + 1) in (")", ".")):
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
        elif low[first] in BASE and self.word(first + 1) not in ("be",) and not (self.words[first][0].isupper() and self.word(first + 1)[:1].isdigit()):
            f = (BASE[low[first]], first)
        elif low[first] in THIRD and self.words[first][0].isupper():
            f = (THIRD[low[first]], first)
        if f:
            verb, k = f
            if (verb in NOTHING_TO_DO and not (verb == "grant" and self.setting.kind == "decision-record")) or (verb in ("hold", "review", "comment") and "and comment" in piece.lower()):
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
                asked = self.subjunctive(k + 2, last - k) if self.word(k + 1) == "that" else None
                if asked and asked[1] not in NOTHING_TO_DO:
                    return Act(first, asked[2], self.own(asked[0]) if asked[0].agent and not asked[3] else None, self.kind_of(asked[1], asked[2]), "resolution", f"resolved to {verb} it", 0.8), shared
                if not DELIVERABLE.search(self.piece(k + 1, min(last, k + 8))):
                    return None, shared
                return Act(first, k, None, "report-back" if re.search(r"report|update|paper", piece) else "provide-information", "resolution", f"resolved to {verb} it", 0.75), shared
            if self.does(verb, k) in ("state", "note") and verb != "grant":
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
        if verb in NOTHING_TO_DO or (verb.startswith("?") and passive and not self.find_due(self.spans[k][0], self.spans[last - 1][1])):
            if changes and not re.search(r"comments", changes[0], re.IGNORECASE) and re.search(r"addition|inclusion|insertion|deletion|removal|being amended|amendment|change|correction", changes[0], re.IGNORECASE):
                at = next((n for n in range(first, last) if self.spans[n][0] >= self.spans[first][0] + changes.start()), first)
                if who.agent and not passive and re.match(r"\W*(?:with|subject to|and) (?:the )?(?:following |above |proposed )?(?:changes|amendments)\b", changes[0], re.IGNORECASE):
                    return Act(first, k, "the Committee" if who.kind == "member" else self.own(who), "amend", "resolution", "resolved with changes", 0.7), shared
                return Act(at, at, None, "amend", "resolution", "resolved with a change", 0.6), shared
            if not (who.agent and not passive and verb in ("consider", "confirm", "move", "take", "carry", "extend")):
                return None, shared
        if verb not in ("be", "require", "spend", "stay", "remain", "stand", "continue") and (sense_passive(verb, self.piece(first, k).lower(), self.does(verb, k)) if passive and verb in ("make", "give", "take", "hold", "do", "bring", "seek", "carry") else self.does(verb, k)) == "state":
            return None, shared
        if verb == "be" and re.search(r"\b(?:minutes|apologies)\b", self.piece(first, k).lower()):
            return None, shared
        if self.own_meeting(Act(first, k, None, "act", "resolution", "")):
            return None, shared
        if verb in ("elect", "thank"):
            return None, shared
        kind = self.kind_of(verb, k)
        if passive and verb in ("make", "give", "take", "bring", "seek"):
            kind = made if (made := sense_passive(verb, self.piece(first, k).lower(), "act")) in HANDED_OVER else kind
        return Act(first, k, self.own(who) if who.agent and not passive else None, kind, "resolution", "resolved that it be done", 0.9), who


def _bare_action(sentence: Sentence) -> Act | None:
    """"Officers to circulate the figures.", "ACTION: Head of Housing to…": an owner, "to" and a verb, no finite verb."""
    text = sentence.text[sentence.start : sentence.end]
    m = _BARE.match(text)
    offset = m.end() if m else 0
    first = next((n for n in range(sentence.count) if sentence.spans[n][0] >= sentence.start + offset), None)
    if first is None:
        return None
    if offset and sentence.word(first) in BASE and (sentence.words[first][0].isupper() or sentence.word(first + 1) in OPENERS):
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
            if offset and not voice.agent and re.fullmatch(r"(?:[A-Z][\w’'-]*\.?,? ?|and |& ){1,5}", sentence.piece(first, k)):
                voice = Voice(sentence.piece(first, k), "person")      # a mark names whoever stands after it
            verb, at = f
            passive = verb == "be"
            if passive and sentence.word(k - 1) in ("need", "needs", "have", "has", "ought", "still", "yet", "likely", "due", "going", "able", "had", "continue", "appear", "seem", "order"):
                return None
            if passive:
                at = sentence.skip(at + 1)
                verb = lemma_of_participle(sentence.word(at)) or ""
            if not verb or (sentence.does(verb, at) in ("state", "note", "") and not offset and not (verb in ("get", "make", "have", "be") and re.fullmatch(r"[A-Z]{2,3}", voice.text))):
                return None
            if any(sentence.low[q] in ("was", "were", "had", "would", "will", "has") for q in range(k, min(sentence.count, k + 6))):
                return None
            if voice.agent and not passive and (offset or voice.kind in ("person", "body", "member")):
                return Act(first, at, sentence.own(voice), sentence.kind_of(verb, at), "undertaking", "an action is set", 0.85, whole=True)
            if passive:
                return Act(first, at, None, sentence.kind_of(verb, at), "undertaking" if offset else "plan", "is to be done", 0.6, whole=True)
            return None
        if w in MODALS or w in BE or w in REPORTING or w in ("had", "has", "have", "that", ";", ",") or (lemma_of_participle(w) and w not in ("related",)):
            return None
    return None
