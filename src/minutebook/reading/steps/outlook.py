"""Promises made by "would" and "will": what is said to lie ahead, and whether anybody is bound by it."""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re

from minutebook.reading.steps.due import UNTIL
from minutebook.reading.steps.sentences import vocabulary
from minutebook.reading.steps.verbs import BASE, lemma_of_ing, lemma_of_participle, sense_passive
from minutebook.reading.steps.voices import Voice, clean_owner
from minutebook.reading.steps.wording import (
    ASK,
    COMMIT,
    DELIVERABLE,
    ELSEWHERE,
    FORESEE,
    HANDED_OVER,
    OPINE,
    PROPOSE,
    SAY,
    WISH,
    Act,
    Clause,
    Frame,
    Words,
)

_FORMERLY = re.compile(r"\b(?:in the past|historically|in previous years|in those days|at that time|traditionally|formerly|would (?:often|usually|normally|previously))\b", re.IGNORECASE)
_FORMER = frozenset("past historically previous days time traditionally formerly often usually normally previously".split())
_DOCUMENT = re.compile(r"\b(?:version|plan|report|paper|page|strategy|statement|bulletin|newsletter|booklet|leaflet|review|draft|minutes|website|letter|business case|schedule|dashboard|survey|presentation|edition)$", re.IGNORECASE)
_LASTING = frozenset("affect need require expect base know understand note involve own surprise concern reflect cover".split())
_PERSONAL = frozenset(("have", "see", "make", "get", "spend"))


class Outlook(Words):
    """What "would", "will", "should" and "could" make of a verb and its subject."""

    def judged(self, i: int, j: int, modal: str, subject: Voice, clause: Clause, frame: Frame | None, negated: bool) -> Act | None:
        """What a verb after "would", "will" or "should" promises; None where it promises nothing."""
        head = self.low[j]
        if not head[:1].isalpha() or self.tail(j, 9).startswith("do so now"):
            return None
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
        if modal == "would" and not _FORMER.isdisjoint(vocabulary(self.text)) and _FORMERLY.search(self.text, self.start, self.end):
            return None
        if subject.kind == "thing" and re.match(r"(?:who|whose)\b", subject.text.lower()):
            return None
        # ---- what the verb is
        passive = progressive = False
        verb, k = "", j
        if head == "have":
            k = j
            self.tail(j + 1)
            after = self.word(self.skip(j + 1))
            if lemma_of_participle(after) or self.word(j + 1) in ("been", "to", "had"):
                return None
            verb = "have"
        elif head == "be":
            n = self.skip(j + 1)
            x = self.word(n)
            if x in ("grateful", "obliged", "glad", "welcome", "welcomed", "appreciated", "helpful", "useful") and self.asks_politely(n, subject, self.tail(n)) and not negated:
                return Act(clause.start, n, self.addressee(), "provide-information", "request", "would be grateful for it", 0.55, whole=True)
            if x in ("happy", "content", "willing", "prepared", "pleased", "glad", "able", "delighted", "ready", "keen", "committed", "amenable"):
                f = self.infinitive(self.skip(n + 1))
                if not f or not subject.agent or negated or subject.kind == "member":
                    return None
                if x in ("able", "pleased", "delighted", "glad", "ready") and self.does(*f) not in HANDED_OVER and not (x != "able" and self.does(*f) == "act"):
                    return None
                if self.does(*f) in ("note", "state") and f[0] != "see" or f[0] in ("say", "hear", "learn"):
                    return None
                if x in ("able",) and modal != "will" and not self.find_due(self.spans[n][0], self.end):
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
        if verb in ("like", "love", "welcome", "appreciate", "prefer", "value", "wish") or (verb == "find" and re.match(r"it (?:useful|helpful|interesting)", self.tail(k + 1))):
            return self.would_like(k, clause, subject, frame)
        what = self.does(verb, k) if not verb.startswith("?") else ""
        if passive and verb in ("make", "give", "take", "hold", "do", "bring", "seek", "carry"):
            what = sense_passive(verb, subject.text.lower(), what)
        if (modal in ("could", "can") and verb == "?expect") or verb == "expect":
            if DELIVERABLE.search(self.piece(k + 1, min(self.count, k + 7))) and re.match(r"(?:the )?(?:panel|committee|board|members)$", subject.text.lower()):
                return Act(clause.start, k, clean_owner(self.scene.speaker), "report-back", "undertaking", "they may expect it", 0.6)
            return None
        return self.weigh(i, k, modal, verb, what, subject, clause, frame, passive, progressive, negated, conditional, monitoring)

    def personal(self, verb: str, k: int) -> bool:
        """Light verbs that are an act when one person does them: "would have another look", "would see him after"."""
        tail = self.tail(k + 1, 60)
        if verb == "have":
            return bool(re.match(r"(?:another |a (?:further |quick |closer |fresh |second )?)(?:go|look|word|chat|think|stab)\b|\w+ (?:\w+ )?(?:[\w-]+ed|put|sent|done|made|taken|seen)\b", tail))
        if verb == "see":
            return bool(re.match(r"(?:him|her|them|(?:the |councillor |cllr |mr |mrs |ms )?[a-z]+) (?:after|outside|separately|afterwards|about)\b|what|how|whether|if|that|to", tail))
        if verb == "make":
            return bool(re.match(r"(?:this|it|that|these|them|the) (?:an?|the|part|more|clear|clearer|available|known|good)\b", tail))
        if verb == "spend":
            return bool(re.match(r"(?:one|an?|two|some|more|the) (?:\w+ )?(?:days?|time|hours?|week|morning|evening)\b", tail))
        if verb == "get":
            return bool(re.match(r"(?:a|the|an|it|them|this|some)\b", tail))
        return verb in ("find", "speak")

    def would_like(self, k: int, clause: Clause, subject: Voice, frame: Frame | None) -> Act | None:
        """"would like to see a report", "would welcome an update": asked for, in good manners."""
        if not subject.agent or subject.kind == "elsewhere":
            return None
        tail = self.piece(k + 1, min(self.count, k + 9))
        f = self.infinitive(self.skip(k + 1))
        if f and f[0] in ("thank", "congratulate", "know", "express", "?think", "say", "?highlight", "note", "raise", "record"):
            return None
        if f and f[0] not in ("see", "receive", "have", "hear", "be"):
            if self.does(*f) in ("act", "attend", "look-into", "work") and f[0] not in ("ask", "raise", "invite", "congratulate", "thank", "speak", "urge", "record", "place", "make", "give", "put", "clarify", "?ask", "explore", "discuss"):
                return Act(clause.start, f[1], self.own(subject), self.kind_of(*f), "intention", "would like to do it", 0.45)
            return None
        if f and f[0] == "see" and re.match(r"to see (?:\w+ ){1,6}?(?:reported|shown|included|set out|broken down|published|split)\b", self.tail(k + 1)):
            return Act(clause.start, k, self.addressee(), "amend", "request", "would like to see it", 0.6)
        if re.match(r"it (?:useful|helpful)", tail) and subject.kind == "member":
            return Act(clause.start, k, self.addressee(), "provide-information", "request", "would find it useful", 0.5)
        if not re.search(r"\b(?:report|update|information|figures?|data|breakdown|briefing|paper|presentation|details|statistics|list)\b", tail, re.IGNORECASE):
            return None
        person = self.own(subject)
        if subject.kind == "person" and not re.search(r"chair", person or "", re.IGNORECASE):
            return None
        return Act(clause.start, k, self.addressee(), "report-back" if re.search(r"report|update|paper|presentation", tail) else "provide-information", "request", "would like it", 0.6)

    def asks_politely(self, n: int, subject: Voice, rest: str) -> bool:
        """"should be grateful if it could reach us", "an early reply would be appreciated": a request in good manners."""
        words = rest.split(None, 4)
        if re.match(r"(?:most |very |much |extremely |also )*(?:grateful|obliged|glad|pleased)\b", rest):
            return bool(re.match(r"(?:\w+ )*?(?:grateful|obliged|glad|pleased) (?:if|for|of|to (?:receive|have|hear|see))\b", rest)) and (subject.agent or subject.kind == "none")
        return bool(words) and subject.kind == "thing" and bool(DELIVERABLE.search(subject.text) or re.search(r"\b(?:responses?|comments|reply|views|sight|clarity|advice)\b", subject.text, re.IGNORECASE))

    def would_be(self, n: int, clause: Clause, subject: Voice, frame: Frame | None, negated: bool, conditional: bool) -> Act | None:
        """"would be with Members by", "would be in place by March", "there would be further work next year"."""
        rest = self.tail(n)
        due = self.find_due(self.spans[n][0] if n < self.count else self.end, self.clause_end(n), events=False)
        if re.match(r"(?:with|available to|in the hands of|back with) (?:the |all )?(?:members|panel|committee|board|councillors)", rest) or (rest.startswith("with ") and re.match(r"with (?:the )?\w+(?:’s)? ?(?:by|before|within|on)\b", rest)):
            return Act(clause.start, n, self.scene.speaker, "provide-information", "undertaking", "would be with them", 0.8)
        if not conditional and not negated and subject.kind == "thing" and re.match(
                r"in (?:the |our |your |their )?(?:\w+[’']s? )?hands\b|in (?:the |his |her |their |its |next )?(?:\w+ ){0,3}?(?:plan|report|papers?|agenda|bulletin|newsletter|statement|strategy|update|minutes|post|pack)\b|on (?:the |my |his |her |their |our |its )(?:\w+ )?(?:website|web site|web ?page|page|agenda|portal|intranet)\b|"
                r"(?:brought |back )?before (?:the |this |you\b|members\b)|the subject of (?:a|an|further)\b", rest) and subject.text.lower() != "there":
            return Act(clause.start, n, self.owner_of_thing(frame), "publish" if "web" in rest[:30] or "page" in rest[:30] else "provide-information", "undertaking", "would reach them", 0.6)
        if conditional or (negated and subject.text.lower() != "there"):
            return None
        if due and frame is not None and frame.kind in (WISH, FORESEE) and frame.subject.kind != "member":
            return Act(frame.start, n, self.own_frame(frame), "act", "intention" if frame.kind == WISH else "plan", "expected to be so by then", 0.55)
        if due and subject.kind in ("thing", "body") and re.match(r"(?:with|there|on the (?:\w+ )?(?:website|web|agenda|intranet|portal)|in (?:the |a |an |his |her |their )?(?:[\w’.-]+ ){0,3}(?:in- ?box|inbox|hands|pigeon-holes?)|before|among|up on|online)\b", rest):
            return Act(clause.start, n, self.owner_of_thing(frame), "publish" if "web" in rest[:25] or "online" in rest[:10] else "provide-information", "undertaking", "would be with them by then", 0.65)
        if re.match(r"(?:for |up to |a matter for|helpful|useful|good|better|best|nice|interesting|possible|difficult|hard|wrong|right|needed|a (?:risk|challenge|problem|pity|shame|mistake)|"
                    r"no (?:different|longer)|subject to|dependent|due to|interested|surprised|concerned|grateful|like|the case|an? (?:good|useful|important|significant)|more|less|too|about|around|approximately|£|\d)", rest):
            return None
        if due and frame is not None and frame.kind == COMMIT and frame.verb in ("assured", "reassured", "promised", "guaranteed", "pledged", "undertook") and subject.kind != "elsewhere" and subject.text.lower() != "there":
            return Act(clause.start, n, self.own_frame(frame), "act", "undertaking", "it was promised for then", 0.6)
        front = self.piece(clause.start, n)
        due = due or self.fronted(clause.start, n)
        if subject.text.lower().endswith("there"):
            if re.match(r"no (?:[\w-]+ ){1,4}?(?:without|until|unless|before)\b", rest):
                return Act(clause.start, n, self.owner_of_thing(frame), "act", "undertaking", "there would be none without it", 0.5)
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
        if subject.kind == "pronoun" and frame is not None and frame.subject.kind == "member" and subject.text.lower() in ("he", "she"):
            subject = frame.subject      # what a member says that he would do
        if subject.kind == "none" and i == 0 and modal in ("will", "would", "shall") and self.words[self.count - 1] != "?" and self.scene.speaker:
            subject = Voice(self.scene.speaker, "person")      # notes without a subject: "Will do so again."
        negated = negated or bool(re.match(r"(?:no|none|nothing|neither)\b", subject.text, re.IGNORECASE))
        due = self.due_of(clause.start, k)
        base_verb = verb.lstrip("?")
        if modal in ("should", "could", "can"):
            return self.should_could(modal, k, verb, what, subject, clause, frame, passive, negated, due)
        if governed == OPINE and not (subject.agent and subject.kind in ("pronoun",) and what in HANDED_OVER):
            return None
        if subject.kind == "elsewhere" and passive and base_verb in ("encourage", "remind", "inform", "contact", "consult", "notify", "invite", "update", "write", "ask") and not clause.relative and not conditional and not negated:
            return Act(clause.start, k, self.owner_of_thing(frame), self.kind_of(verb, k), "intention" if base_verb == "encourage" else "undertaking", "they would be told", 0.6)
        if subject.kind == "elsewhere" or (not subject.agent and ELSEWHERE.search(subject.text) and what not in HANDED_OVER):
            return None
        told = passive and subject.kind in ("member", "body") and base_verb in ("tell", "inform", "notify", "update", "consult", "advise", "contact", "send", "give", "brief", "provide", "keep", "invite", "show", "supply", "furnish")
        if told and subject.kind == "member" and not conditional and not negated and governed not in (OPINE, WISH, FORESEE, PROPOSE):
            return Act(clause.start, k, self.owner_of_thing(frame), "provide-information", "undertaking", "they would be told", 0.65, to=subject.text)
        if subject.kind == "member" and not (subject.plural is False and what in HANDED_OVER | {"act"} and governed != ASK and modal in ("would", "will") and not conditional):
            if base_verb in ("have", "receive", "see", "get") and not negated and not conditional and governed in ("", SAY, COMMIT) and DELIVERABLE.search(self.piece(k + 1, min(self.count, k + 7))):
                return Act(clause.start, k, self.owner_of_thing(frame), "provide-information", "undertaking", "they would have it", 0.55, to=subject.text)
            if not (subject.plural and what == "report-back"):
                return None
        vowed = frame is not None and frame.verb in ("promised", "assured", "reassured", "guaranteed", "pledged", "undertook", "vowed", "swore") or (
            negated and passive and frame is not None and frame.subject.agent and frame.verb in ("insisted", "countered", "maintained", "stressed", "emphasised", "reiterated", "retorted"))
        first = vowed or passive and bool(re.search(r"\b(?:until|unless|without|before|while|whilst|(?:as|so) long as)\b", self.text[self.spans[k][0] : self.clause_end(k)]))
        if negated and not first and not (governed == COMMIT and subject.agent):
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
            if (what in ("state", "note") and not due) or conditional:
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
            if (what in ("state", "note") and not monitoring) or conditional:
                return None
            if not subject.agent and not passive:
                return Act(at, k, self.owner_of_thing(frame), self.kind_of(verb, k), "plan", "would continue", 0.5) if due and not relative else None
            if monitoring and what in ("state", "level"):
                return None
            if subject.kind == "member":
                return None
            if monitoring and passive and what not in ("continue-monitoring", "look-into", "consider", "act", "provide-information", "report-back"):
                return None
            if what == "work" and not monitoring and not (due or subject.kind in ("pronoun", "person")):
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
                strong = (due and not re.match(r"(?:when|in (?:the )?future)", due, re.IGNORECASE)) or (governed == COMMIT and frame is not None and frame.verb != "confirmed")
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
        if base_verb in ("stay", "remain") and re.match(r"(?:under (?:close |constant )?(?:review|scrutiny|watch)|a priority|on the (?:agenda|list|register|work programme))\b", self.tail(k + 1)) and not conditional and not negated:
            return Act(at, k, owner, "continue-monitoring", "intention", "would stay under review", 0.55)
        if what == "state" and passive and base_verb == "spend" and not conditional and not relative and not negated and frame is not None and frame.kind in (SAY, COMMIT):
            return Act(at, k, owner, "act", "undertaking", "it would be spent so", 0.5)
        if not passive and subject.kind == "thing" and not conditional and not relative and not negated and _DOCUMENT.search(subject.text) and base_verb in (
                "carry", "include", "contain", "show", "cover", "set", "give", "address", "reflect", "deal", "spell", "explain", "report", "reach", "list", "state", "say", "tell") and modal in ("would", "will", "shall") and governed in ("", SAY, COMMIT):
            return Act(at, k, self.owner_of_thing(frame), "amend", "undertaking", "the paper would have it", 0.5)
        if what in ("state", "attend") and passive and base_verb in ("meet", "cover", "save", "contain") and re.match(r"(?:from|by|out of|through|within|in)\b", self.tail(k + 1)) and not conditional and not relative:
            return Act(at, k, owner, "act", "plan", "it would be met", 0.5)
        if what == "state" and self.in_person(subject) and not passive and not progressive and not negated and not conditional and due and self.plain_time(due) and base_verb in ("live", "stay", "spend", "have", "get", "cut", "say", "help", "improve") and re.match(r"(?:by|within|before|in|on|at|next|until|from)\b", due, re.IGNORECASE):
            return Act(at, k, owner, "act", "undertaking", "would do it by then", 0.5)
        if what in ("state", "note"):
            if passive and frame is not None and frame.verb in ("assured", "reassured", "promised", "guaranteed", "pledged", "undertook") and not conditional and base_verb not in _LASTING:
                return Act(at, k, owner, "act", "undertaking", "it was promised", 0.6)
            if what == "note" and subject.agent and base_verb in ("record",) and not passive:
                pass
            elif what == "note" and passive and base_verb in ("appoint", "approve", "sign", "elect", "adopt", "agree") and (due or governed == COMMIT) and not conditional:
                return Act(at, k, owner, "act", "plan", "to be decided then", 0.6)
            elif (base_verb == "see" and subject.kind == "body") or (base_verb in ("receive", "have", "see") and re.match(r"(?:the )?(?:panel|committee|board|members)$", subject.text.lower())
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
        if negated and passive and first and not conditional and frame is not None and vowed:
            return Act(at, k, owner, "act", "undertaking", "it was vowed", 0.55)
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
            if not (passive and re.match(r"(?:if|unless|should|were)\b", self.text[self.start : self.end], re.IGNORECASE)):
                return None
            return Act(0, k, owner, self.kind_of(verb, k), "plan", "on a condition", 0.5)
        if relative and not (passive and what in HANDED_OVER and self.text[self.spans[clause.start][0]:].lower().startswith("which")) and not due:
            return None
        if base_verb == "follow" and not passive and not subject.agent and re.match(r"$|\W|(?:shortly|in|by|on|at|after|before|within|soon|as soon|next|later)\b", self.tail(k + 1)) and not conditional:
            if not re.match(r"(?:it|this|that|which|there)$", subject.text, re.IGNORECASE) or due:
                return Act(at, k, self.owner_of_thing(frame), "report-back" if re.search(r"report|update|paper", subject.text, re.IGNORECASE) else "provide-information", "undertaking", "it would follow", 0.65)
        if passive and base_verb in ("move", "bring", "put") and due and UNTIL.match(self.text, self.spans[k][1], self.end):
            return Act(at, k, owner, "amend", "undertaking", "it would be moved", 0.65, due=UNTIL.match(self.text, self.spans[k][1], self.end).span(1)) if not conditional else None  # type: ignore[union-attr]
        if what == "event":
            if subject.agent and subject.kind in ("person", "pronoun") and not progressive and not passive:
                return Act(at, k, owner, "act", "undertaking", "would do it", 0.6)
            if not due and governed != COMMIT:
                return None
            basis = "undertaking" if (governed == COMMIT and frame is not None and frame.verb not in ("confirmed", "agreed") and not progressive) or negated else "plan"
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
            if subject.kind == "thing" and frame is None and self.scene.speaker and not clause.relative and what == "act":
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
        if due and not relative and not conditional and not passive and subject.kind == "thing" and not re.match(r"(?:it|this|that|there|which|costs?|demand|the (?:cost|number|figure|increase))\b", subject.text, re.IGNORECASE) and what not in ("state", "note", "level", "") and self.plain_time(due) and re.match(r"(?:on|by|in|from|at|before|within|next|later|this|early|late|mid)\b", due, re.IGNORECASE):
            return Act(at, k, self.owner_of_thing(frame), "act", "plan", "would do so then", 0.5)
        if due and what in ("act", "publish", "report-back", "provide-information", "attend", "amend") and not relative and (modal in ("will", "shall") or DELIVERABLE.search(subject.text) or re.search(r"(?:strategy|scheme|project|programme|work|survey|campaign|contract|funding|team|board)s?\b", subject.text, re.IGNORECASE)):
            return Act(at, k, self.owner_of_thing(frame), self.kind_of(verb, k), "plan", "planned by then", 0.5)
        return None

    def should_could(self, modal: str, k: int, verb: str, what: str, subject: Voice, clause: Clause, frame: Frame | None, passive: bool, negated: bool, due: str | None) -> Act | None:
        """The weaker words: "should" and "could" promise only where a day or an agreement stands with them."""
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
        if governed in (WISH, FORESEE) and what not in ("state", "note", "") and (passive or subject.agent) and not (frame is not None and frame.subject.kind == "member"):
            return Act(frame.start if frame else clause.start, k, self.owner_of_thing(frame), self.kind_of(verb, k), "intention", "it is hoped that it could be done", 0.5, whole=True)
        if governed == PROPOSE or (frame is not None and frame.verb in ("suggested", "proposed")):
            return None
        if passive and due and subject.text.lower() in ("this", "it", "that", "these", "they", "those") and re.match(r"(?:in (?:a|one|two|three)|within|by|before|this|next|tomorrow|that)\b", due, re.IGNORECASE) and what in ("act", "publish", "provide-information", "report-back", "amend") and not self.conditional(k):
            return Act(clause.start, k, self.owner_of_thing(frame), self.kind_of(verb, k), "undertaking", "it could be done by then", 0.5)
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
