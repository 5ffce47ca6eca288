"""Promises made by a verb of speaking: "agreed to", "asked that", "was hoped", "gave an undertaking"."""

from __future__ import annotations

import re

from minutebook.reading.steps.due import UNTIL, passed
from minutebook.reading.steps.verbs import BASE, lemma_of_ing, lemma_of_participle
from minutebook.reading.steps.voices import Voice, clean_owner, voice_of
from minutebook.reading.steps.wording import (
    ASK,
    COMMIT,
    DELIVERABLE,
    ELSEWHERE,
    FORESEE,
    HANDED_OVER,
    MODALS,
    NOTHING_TO_DO,
    PROPOSE,
    WISH,
    Act,
    Clause,
    Frame,
    Words,
    presides,
)

_PAPER = re.compile(r"\b(?:reports?|letters?|papers?|minutes|plans?|surveys?|reviews?|figures?|data|notes?|strategy|guidance|analysis|audits?|tables?|which|that|this|it|there)$", re.IGNORECASE)
_EVENTS = (r"(?:meetings?|visits?|reviews?|campaigns?|events?|sessions?|workshops?|surger(?:y|ies)|consultations?|surveys?|roadshows?|launch|roll-?out|pilots?|trials?|audits?|programmes?|schemes?|"
           r"restructures?|reorganisation|operations?|walkabouts?|drop-ins?|seminars?|conferences?|exercises?|recruitment|intakes?|bids?|patrols?|inspections?|tours?|days? of action)\b")


class Speech(Words):
    """What a speaker binds himself to, or asks of another, by the verb of speaking itself."""

    def commissive(self, i: int, j: int, clause: Clause, frame: Frame, perfect: bool) -> Act | None:
        """"agreed to look into", "undertook a", "offered to send", "promised a reply"."""
        w, subject = self.low[i], frame.subject
        impersonal = (subject.kind == "thing" and subject.text.lower() in ("it", "this", "that")) or subject.kind == "none"
        if w in ("confirmed", "confirms", "assured", "assures", "reassured", "accepted", "conceded", "settled"):
            return None
        basis = "third-party" if perfect and self.low[i - 1] != "has" and self.word(i - 2) != "has" else "undertaking"
        if self.word(j) == "with" and perfect and w in ("agreed", "settled"):
            that = next((n for n in range(j, min(self.count, j + 10)) if self.low[n] == "that"), None)
            limb = self.subjunctive(that + 1) if that is not None else None
            if limb and limb[1] not in NOTHING_TO_DO:
                return Act(clause.start, limb[2], self.own(limb[0]) if limb[0].agent and not limb[3] else None, self.kind_of(limb[1], limb[2]), "third-party", f"{w} with them that it be done", 0.7, whole=True)
        if self.word(j) == "with" or self.word(j) == "between":
            return None
        if self.word(j) == ",":
            j = self.past_aside(j)
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
            if verb == "receive" and DELIVERABLE.search(self.piece(k + 1, min(self.count, k + 7))) and self.due_of(clause.start, k):
                return Act(clause.start, k, clean_owner(self.scene.speaker) or self.own(subject), "report-back", basis, "agreed to have it then", 0.7, whole=True)
            if (verb in NOTHING_TO_DO and what in ("note", "act", "")) or (verb in ("?differ", "?disagree", "be") and self.word(k + 1) not in ("present", "involved")):
                if not (verb == "be" and self.word(k + 1) == "present"):
                    return None
            if subject.kind == "elsewhere" or (subject.kind == "thing" and not impersonal and (len(subject.text.split()) > 6 or _PAPER.search(subject.text) or w in ("agreed", "agree", "agrees") and not perfect)):
                return None
            if subject.kind == "thing" and not impersonal:      # whoever promises is somebody: "the freeholder had promised to"
                return Act(clause.start, k, clean_owner(subject.text), self.kind_of(verb, k), basis, f"{w} to do it", 0.75, whole=True)
            return Act(clause.start, k, None if impersonal else self.own(subject), self.kind_of(verb, k), basis, f"{w} to do it", 0.9, whole=True)
        if w in ("agreed", "agrees", "agree", "resolved") and self.word(j) == "that":
            limb = self.subjunctive(j + 1)
            if limb and limb[1] not in NOTHING_TO_DO and limb[0].kind != "elsewhere" and not any(self.low[n] in MODALS for n in range(j, limb[2])) and self.does(limb[1], limb[2]) != "state":
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
        if (perfect and self.low[i - 1] not in ("has", "have")) or subject.kind in ("elsewhere",) or w in ("queried", "questioned", "wondered", "enquired", "inquired", "challenged", "encouraged", "requires"):
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
                if (verb in ("note", "approve", "agree", "consider", "comment", "explain", "clarify", "confirm", "elaborate", "expand", "receive", "see", "know") and verb not in ("consider",)) or \
                        (verb == "consider" and whom.kind == "member"):
                    return None
                if to == j:
                    p = self.word(self.skip(k + 1))
                    if verb == "be" and p in ("told", "given", "informed", "shown", "sent", "provided", "furnished", "supplied", "kept", "updated", "advised", "notified", "briefed"):
                        return Act(clause.start, k, self.addressee(), "provide-information", "request", f"{w} to be told", 0.7, whole=True)
                    return None
                if w in ("called", "pressed"):
                    return None
                if w in ("invited", "invites", "asked") and verb in ("introduce", "present", "address", "?speak", "speak", "respond", "outline", "open", "lead", "begin", "update", "summarise", "reply") and not self.due_of(clause.start, k) and (w != "asked" or verb in ("introduce", "present", "speak", "outline")):
                    return None      # the course of the meeting itself
                return Act(clause.start, k, self.own(whom), self.kind_of(verb, k), "request", f"{w} to do it", 0.75, whole=True)
        if x == "for" and w in ("asked", "asks", "called", "pressed", "pleaded", "requested"):
            to = self.to_within(j + 1)
            inner = self.infinitive(to) if to is not None and to > j + 1 else None
            if inner and inner[0] not in ("note", "explain", "know") and (not inner[0].startswith("?") or inner[0] == "?receive"):
                whom = voice_of(self.piece(j + 1, to or j), self.scene)
                verb, k = inner
                passive = verb == "be"
                if passive:
                    k = self.skip(k + 1)
                    verb = lemma_of_participle(self.word(k)) or ""
                if verb and not DELIVERABLE.search(self.piece(j + 1, to or j)):
                    owner = self.own(whom) if whom.agent and whom.kind != "member" and not passive else self.addressee()
                    return Act(clause.start, k, owner, self.kind_of(verb, k), "request", f"{w} for it to be done", 0.65, whole=True)
        if x == "for" or w in ("requested", "sought", "requests", "request"):
            at = j + 1 if x == "for" else j
            object_ = self.piece(at, min(self.count, at + 9))
            if not re.match(r"(?:an? |further )?(?:\w+ )?assurances?\b", object_):
                object_ = re.split(r"\s(?:that|on|about|regarding|as to|concerning|whether|why|how|from)\s", object_)[0]
            m = DELIVERABLE.search(object_)
            if not m and w == "requested" and re.match(r"(?:an?|the|some|more|further|that the|additional|extra) \w+", object_):
                m = re.match(r".*", object_)
            if not m:
                return None
            if (w in ("sought",) and not re.match(r"(?:an? |further )?(?:\w+ )?assurances? that\b.*", self.tail(at, 200))) or \
                    (w == "sought" and "would" not in self.tail(at, 200)):
                return None
            if re.match(r"(?:\w+ ){0,3}(?:clarification|confirmation|questions|comments|nominations|apologies|views)\b", object_, re.IGNORECASE):
                return None
            kind = "report-back" if re.search(r"\b(?:report|update|paper|presentation)\b", m[0], re.IGNORECASE) else "provide-information"
            return Act(clause.start, i, self.addressee(), kind, "request", f"{w} something", 0.7, whole=True)
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

    def asked_that(self, i: int, j: int, clause: Clause) -> Act | None:
        """"asked that the figures be shown", "requested that X provide"."""
        first = j + 1 if self.word(j) == "that" else j
        limb = self.subjunctive(first, things=self.word(j) == "that")
        if limb is None:
            return None
        who, verb, k, passive = limb
        if verb in NOTHING_TO_DO and not (verb == "consider" and who.kind in ("person", "body")):
            return None
        if verb in ("?minuted", "minute", "record"):
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
                        return Act(clause.start, v, self.own(who) if who.agent and not passive else self.addressee(), self.kind_of(verb, v), "request", "asked whether it could be done", 0.5, whole=True)
                return None
            if self.low[k] in (",", ";", "was", "were", "had"):
                return None
        return None

    def proposal(self, i: int, j: int, clause: Clause, frame: Frame) -> Act | None:
        """"suggested that X raise this", "proposed that the point be added", "recommended that"."""
        w = self.low[i]
        f = self.infinitive(j)
        if f and w in ("proposed", "proposes", "propose") and frame.subject.agent and frame.subject.kind not in ("member", "elsewhere"):
            return Act(clause.start, f[1], self.own(frame.subject), self.kind_of(*f), "plan", "proposed to do it", 0.6)
        to = self.to_within(j) if w in ("recommended", "recommends", "recommend") and not f and self.word(j) != "that" else None
        if to is not None and to > j and (inner := self.infinitive(to)) and (whom := voice_of(self.piece(j, to), self.scene)).agent and inner[0] not in NOTHING_TO_DO:
            return Act(clause.start, inner[1], self.own(whom), self.kind_of(*inner), "request", f"{w} them to do it", 0.65, whole=True)
        ing = lemma_of_ing(self.word(j))
        if ing and not ing.startswith("?") and w in ("suggested", "suggests", "proposed", "recommended", "recommends") and frame.subject.agent and self.does(ing, j) in HANDED_OVER | {"act"}:
            return Act(clause.start, j, None, self.kind_of(ing, j), "request", f"{w} doing it", 0.6, whole=True)
        if self.word(j) == "that" or (frame.subject.kind in ("person", "member", "body", "pronoun", "thing") and self.be_within(j)):
            first = j + 1 if self.word(j) == "that" else j
            limb = self.subjunctive(first, third=w.startswith("recommend"))
            if limb is None:
                return None
            who, verb, k, passive = limb
            if w == "moved" or (verb in NOTHING_TO_DO and not (verb == "appoint" and not passive and who.kind == "person")) or (verb.startswith("?") and not passive) or (who.kind == "elsewhere" and not passive):
                return None
            what = self.does(verb, k)
            if (what in ("state", "note", "level", "") and verb not in ("spend", "appoint")) and not (passive and verb.startswith("?")):
                return None
            owner = self.own(who) if who.agent and not passive else self.addressee() if self.setting.kind == "letter" else None
            return Act(clause.start, k, owner, self.kind_of(verb, k), "request", f"{w} that it be done", 0.6, whole=True)
        return None

    def wish(self, i: int, j: int, clause: Clause, frame: Frame) -> Act | None:
        """"hoped to extend", "intended to press", "it was hoped that", "wanted to ensure", "expects to"."""
        w, subject = self.low[i], frame.subject
        if w in ("wished", "wish", "wanted", "wishes", "wants") and (subject.kind == "member" or presides(subject)) and re.match(r"to be (?:told|given|informed|shown|sent|provided|furnished|supplied|kept|updated)\b", self.tail(j)):
            return Act(clause.start, j, self.addressee(), "provide-information", "request", f"{w} to be told", 0.65, whole=True)
        if w in ("wished", "wanted", "wants", "wishes") and (subject.kind == "member" or presides(subject)) and re.match(
                r"to (?:see|have|receive|hear (?:more|back|again))\b(?! (?:if|how|whether|why|what|that|him|her|them)\b)", self.tail(j)):
            return Act(clause.start, j + 1, self.addressee(), "act", "request", f"{w} to see it", 0.6, whole=True)
        if subject.kind in ("elsewhere", "member") or (subject.kind == "thing" and subject.text.lower() != "it"):
            return None
        if re.search(r"\bnot\b", self.piece(max(0, i - 3), i).lower()):
            return None
        found = self.infinitive(j)
        if found and subject.agent:
            verb, k = found
            if verb == "be" and self.word(k + 1) not in ("able", "in"):
                return None
            if w in ("wished", "wanted", "wants", "wishes") and not (verb == "see" and self.due_of(clause.start, k)) and verb in ("know", "see", "thank", "express", "speak", "place", "raise", "note", "correct", "record", "make", "give", "draw", "ask", "congratulate", "?understand", "understand", "?highlight", "declare", "propose"):
                return None
            if verb in ("note", "thank", "express"):
                return None
            basis = "plan" if frame.kind == FORESEE else "intention"
            return Act(clause.start, k, self.own(subject), self.kind_of(verb, k), basis, f"{w} to do it", 0.7)
        if w in ("planned", "plans", "intends", "intended", "envisaged", "envisages") and subject.agent and not found and re.match(
                r"(?:(?:an?|the|his|her|its|their|another|further|more|two|three|four|five|six|a series of|regular|some) )+(?:[\w-]+ ){0,3}?" + _EVENTS, self.tail(j)):
            return Act(clause.start, j, self.own(subject), "act", "plan", f"{w} one", 0.55)
        if w in ("expected", "expects", "expect", "anticipated", "anticipates", "anticipate") and subject.agent and not found and re.match(r"(?:an?|the|its|their|further|more|another|some) ", self.tail(j)) and (due := self.due_of(clause.start, j)) and self.plain_time(due):
            return Act(clause.start, j, self.own(subject), "act", "plan", f"{w} it by then", 0.5)
        if w in ("expected", "expects", "hoped", "hopes") and subject.agent and subject.kind != "member":
            to = self.to_within(j)
            inner = self.infinitive(to) if to is not None and to > j else None
            if inner and self.due_of(clause.start, inner[1]):
                return Act(clause.start, inner[1], self.own(subject), "act", "plan" if w.startswith("expect") else "intention", f"{w} it to be so by then", 0.55)
        if w in ("wanted", "hoped", "wants") and subject.kind in ("person", "pronoun", "body") and self.word(j) in ("the", "to", "it", "this", "his", "her", "a"):
            to = self.to_within(j)
            if to is not None and to > j:
                f = self.infinitive(to)
                if f and w != "hoped":
                    return Act(clause.start, f[1], self.own(subject), "act", "intention", f"{w} it to be so", 0.5)
        return None

    def passive_reporting(self, x: str, kind: str, j: int, k: int, clause: Clause, subject: Voice, impersonal: bool, frame: Frame) -> Act | None:
        """"it was agreed to", "officers were asked to", "it was hoped to", "reports were expected in"."""
        if re.match(r"(?:no|nothing|none|neither)\b", subject.text, re.IGNORECASE):
            return None
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
                if self.word(first) in (",", "in"):
                    first = next((n + 1 for n in range(first + 1, min(self.count, first + 8)) if self.low[n] == ","), first)
                limb = self.subjunctive(first)
                if limb is None:
                    return None
                who, verb, v, passive = limb
                if verb in NOTHING_TO_DO and not (verb in ("consider", "appoint") and not passive):
                    return None
                if self.does(verb, v) == "state":
                    return None
                basis = "third-party" if other and not re.match(r"with (?:the )?(?:panel|committee|board|members)\b", self.tail(k)) else "undertaking"
                owner = self.own(who) if who.agent and not passive else self.named_by(v)
                return Act(clause.start, v, owner, self.kind_of(verb, v), basis, "it was agreed that it be done", 0.85, whole=True)
            return None
        if kind in (ASK, PROPOSE):
            if impersonal and (self.word(k) == "that" or self.be_within(k)):
                limb = self.subjunctive(k + 1 if self.word(k) == "that" else k, things=self.word(k) == "that")
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
                if subject.kind == "member" and x == "invited" and not self.due_of(clause.start, v):
                    return None
                if (subject.kind == "member" and verb in ("note", "see", "consider", "contact", "submit", "be")) or verb in ("note", "explain", "comment", "approve"):
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
            if subject.kind == "elsewhere" or ELSEWHERE.search(subject.text) or re.match(r"no\b", subject.text.lower()) or x in ("forecast", "projected", "estimated", "predicted"):
                return None
            if f:
                verb, v = f
                if verb == "be":
                    n = self.skip(v + 1)
                    p = lemma_of_participle(self.word(n))
                    if not (p and subject.agent) and not self.due_of(clause.start, v):
                        return None
                    verb, v = p or "be", n
                if x in ("expected", "anticipated") and not subject.agent and not self.due_of(clause.start, v):
                    return None
                if x in ("intended", "estimated", "projected", "forecast", "wanted") and not subject.agent and not self.due_of(clause.start, v):
                    return None
                if self.does(verb, v) in ("state", "level") and not self.due_of(clause.start, v):
                    return None
                return Act(clause.start, v, self.own(subject) if subject.agent else self.scene.speaker, self.kind_of(verb, v), "plan", f"was {x} to do it", 0.65)
            due = self.due_of(clause.start, j)
            if x in ("expected", "anticipated", "planned", "envisaged") and due and not passed(due, self.setting.date):
                return Act(clause.start, j, self.own(subject) if subject.agent else self.scene.speaker, "act", "plan", f"was {x} then", 0.65)
            if x == "expected" and subject.kind == "thing" and DELIVERABLE.search(subject.text) and self.word(k) != "to":
                return Act(clause.start, j, clean_owner(self.scene.speaker), "report-back", "plan", "was expected", 0.5)
            if x in ("anticipated", "planned") and subject.kind == "thing" and self.word(k) in ("", ".", ","):
                return Act(clause.start, j, self.scene.speaker, "act", "plan", f"was {x}", 0.4)
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
                return Act(clause.start, j, self.own(subject), "act", "intention", "is hopeful", 0.5) if self.due_of(clause.start, j) or any(self.word(q) in ("would", "could", "will") for q in range(j, min(self.count, j + 20))) else None
            return None
        verb, k = f
        what = self.does(verb, k)
        if x in ("pleased", "glad", "happy") and verb in ("note", "report", "see", "hear", "say", "?announce", "inform", "answer", "be", "have", "confirm", "receive", "advise", "welcome", "learn", "?learn", "announce", "tell"):
            return None
        if what in ("note",) and verb != "record":
            return None
        if x in ("happy", "content", "willing", "prepared", "ready", "amenable", "agreeable", "open", "glad", "pleased"):
            if verb.startswith("?") or what in ("state", ""):
                return None
            return Act(clause.start, k, self.own(subject), self.kind_of(verb, k), "undertaking", f"was {x} to do it", 0.75)
        if x in ("confident",):
            return None
        if x == "keen" and (what not in HANDED_OVER | {"act", "event", "support"} or verb in ("stress", "?emphasise", "clarify", "explain", "raise", "ask", "explore", "discuss", "establish", "see", "?hear", "find", "get")):
            return None
        if what == "state" and x not in ("determined", "committed"):
            return None
        return Act(clause.start, k, self.own(subject), self.kind_of(verb, k), "intention", f"was {x} to do it", 0.6)

    def under_way(self, x: str, j: int, clause: Clause, subject: Voice, frame: Frame | None) -> Act | None:
        """"was looking into this", "is preparing an update": begun, and its end can be asked for."""
        if not subject.agent or subject.kind in ("member", "elsewhere"):
            return None
        if x in ("looking", "investigating", "exploring", "examining", "researching"):
            if (x == "looking" and not re.match(r"looking (?:further |closely |personally )?into\b", self.tail(j))) or x in ("exploring", "examining", "researching"):
                return None
            if subject.kind not in ("pronoun", "person") or (subject.plural and subject.kind != "person"):
                return None
            return Act(clause.start, j, self.own(subject), "look-into", "intention", "is looking into it", 0.55)
        if x in ("preparing", "drafting", "arranging", "organising", "producing", "compiling", "finalising"):
            if x == "preparing" and self.word(j + 1) in ("for", "to"):
                return None
            return Act(clause.start, j, self.own(subject), "act", "plan", f"is {x} it", 0.55)
        return None

    def put_off(self, j: int, clause: Clause, subject: Voice, frame: Frame | None) -> Act | None:
        """"was deferred to the autumn", "had been scheduled": a time is set for it."""
        x = self.low[j]
        until = UNTIL.match(self.text, self.spans[j][1], self.end)
        due = until[1] if until else self.due_of(clause.start, j)
        if subject.kind in ("elsewhere", "member") or (due and passed(due, self.setting.date)):
            return None
        if x in ("scheduled", "timetabled", "diarised", "pencilled") or until:
            return Act(clause.start, j, self.owner_of_thing(frame), "act", "plan", f"was {x} for then", 0.55, due=until.span(1) if until else None)
        return None

    def aiming(self, i: int, clause: Clause, frame: Frame | None, judge: bool) -> tuple[int, Frame | None] | None:
        """"aimed to", "meant to expand it", "looked forward to a full report"."""
        if not judge or clause.question:
            return None
        subject = self.subject(clause, i)
        j = self.skip(i + 1)
        if self.low[i] in ("looked", "looks", "look"):
            if re.match(r"forward to (?:(?:receiving |seeing |having |hearing )?(?:an?|the|further|its|your|his|her) (?:\w+ ){0,3}(?:report|update|paper|presentation|briefing|response|reply|answer|results?|findings)|hearing (?:from|back|more|further))", self.tail(j)) and subject.agent:
                self.acts.append(Act(clause.start, j, None, "report-back", "request", "looked forward to it", 0.6))
                return j + 1, frame
            if re.match(r"for (?:an?|the|further|more|its) (?:[\w-]+ ){0,3}?(?:report|update|paper|briefing|answer|response|reply|plan|figures)\b", self.tail(j)) and (subject.kind == "member" or presides(subject)):
                self.acts.append(Act(clause.start, j, None, "report-back", "request", "looked for it", 0.5))
                return j + 1, frame
            f = self.infinitive(j)
            if not f or f[0].startswith("?") or not (self.due_of(clause.start, f[1]) or self.does(*f) in HANDED_OVER | {"event"}):
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
        if w in ("next", "plan", "plans", "expectation", "hope", "aim") or clause.question or (w == "intention" and self.setting.kind not in ("report", "letter") and not re.search(r"\b(?:was|is|remained)\b.*(?:[’']s?|his|her|their|its|the|firm)$", self.piece(max(0, i - 6), i))):
            return None
        if i and self.low[i - 1] in ("no", "had", "has", "have"):
            return None
        j = i + 1
        f = self.infinitive(j)
        if not f and self.word(j) == "for":
            to = self.to_within(j + 1)
            f = self.infinitive(to) if to is not None else None
        if (f and clause.subject is None) or (f and (self.low[i - 1] in ("the", "an", "his", "her", "their", "its") or self.low[i - 1].endswith("’s"))):
            verb, k = f
            self.acts.append(Act(max(clause.start, i - 1), k, self.scene.speaker, self.kind_of(verb, k), "intention", f"an {w} to do it", 0.5))
            return k + 1, frame
        return None
