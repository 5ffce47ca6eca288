"""What a verb of committee English does: hand something over, look into it, change it, happen, or merely be.

The lists hold ordinary verbs by the kind of act they name, with their forms; a few light verbs ("take",
"bring", "let") are judged with the words that follow them.
"""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re

KINDS = {
    "provide-information": "provide send circulate share supply forward distribute email e-mail reply respond answer notify "
    "inform advise clarify relay brief feedback copy furnish explain signpost tell disseminate issue deliver confirm contact "
    "resend recirculate re-circulate outline summarise remind pass apprise communicate show demonstrate detail acquaint phone "
    "telephone ring text enclose append attach refer",
    "report-back": "report present submit table update return revert",
    "look-into": "investigate explore examine review consider check ascertain enquire inquire research liaise establish assess "
    "audit evaluate query probe reconsider revisit re-examine study scope reflect verify discuss analyse seek clarify "
    "double-check cross-check validate determine identify canvass survey consult inspect gather obtain source",
    "attend": "attend visit appear accompany join meet address host",
    "publish": "publish upload post advertise publicise release promote display announce",
    "amend": "amend correct add remove revise insert include alter rectify reword re-word reinstate delete drop modify "
    "adjust reorder redraft re-draft rewrite strengthen incorporate merge split postpone defer reschedule re-schedule move "
    "extend update withdraw restore redesign simplify change refresh swap rearrange re-arrange reprioritise",
    "continue-monitoring": "monitor scrutinise press challenge track continue keep remain maintain watch oversee push strive",
    "act": "raise flag place pursue arrange organise convene engage lobby chase encourage ensure develop implement introduce install "
    "recruit fund protect establish create commission write speak ask invite request prepare draft produce compile escalate "
    "instruct remedy resolve fix repair tackle complete conduct undertake progress advance appoint nominate coordinate "
    "co-ordinate work support assist help offer train procure purchase buy convert build seek collate log record target "
    "concentrate focus prioritise allocate approach invest hold consult roll deploy re-deploy redeploy apply bid negotiate "
    "settle sign agree review urge thank congratulate convey action action-plan facilitate schedule diarise programme book "
    "reduce halve increase double improve expand relaunch re-launch trial pilot test adopt apply make form transfer replace "
    "redirect upgrade rebrand clean clear resurface plant repaint demolish refurbish enforce prosecute serve design lead "
    "champion bring give take step chair represent find get put handle address deal reimburse refund pay waive set stop "
    "cease suspend renew decommission phase merge join appeal object oppose campaign petition honour fulfil meet monitor "
    "retain feed hand mark collect pick use put let see talk task charge staff man patrol paint sweep mend dispose site fit "
    "apologise intervene mediate prompt canvass line move widen broaden launch open compare gather",
    "event": "shut commence start begin open reopen re-open launch happen occur finish close end expand resume transition "
    "go arrive land conclude relocate transfer migrate rise grow fall double decrease continue run move",
    "note": "note approve receive accept adopt endorse elect re-elect appoint sign thank recognise acknowledge commend welcome "
    "exclude ratify confirm support congratulate regret re-appoint reappoint nominate grant declare authorise waive admit "
    "record adjourn move second vote stand agree co-opt delegate reaffirm applaud praise minute extend",
    "state": "be value mean need depend require benefit cost like prefer welcome appreciate wish love hate think believe feel seem "
    "appear know understand want expect imagine argue suggest hope lose face cause lead result affect contain cover apply vary "
    "differ reflect indicate allow enable prevent fall struggle suffer become receive gain save exceed equal represent belong "
    "exist matter suit concern interest involve comprise consist constitute amount total last own live die prove worsen "
    "deteriorate attract generate yield outweigh undermine jeopardise impact impede hinder hamper afford qualify live rely "
    "experience incur recall remember recognise doubt agree say reduce improve help depend fit sit lie say stay stem arise "
    "emerge enjoy find surprise disappoint worry trust care mind consume remain increase lag discourage deter cease cope",
}
EDGY: dict[str, tuple[str, ...]] = {  # past tense and participle that "-ed" does not give
    "be": ("was", "been"), "send": ("sent",), "write": ("wrote", "written"), "give": ("gave", "given"), "take": ("took", "taken"),
    "bring": ("brought",), "make": ("made",), "hold": ("held",), "meet": ("met",), "find": ("found",), "let": ("let",),
    "put": ("put",), "set": ("set",), "see": ("saw", "seen"), "speak": ("spoke", "spoken"), "seek": ("sought",),
    "keep": ("kept",), "build": ("built",), "begin": ("began", "begun"), "go": ("went", "gone"), "tell": ("told",),
    "show": ("showed", "shown"), "feed": ("fed",), "undertake": ("undertook", "undertaken"), "lead": ("led",), "get": ("got",),
    "rise": ("rose", "risen"), "fall": ("fell", "fallen"), "grow": ("grew", "grown"), "pay": ("paid",), "buy": ("bought",),
    "run": ("ran", "run"), "rewrite": ("rewrote", "rewritten"), "oversee": ("oversaw", "overseen"), "ring": ("rang", "rung"),
    "become": ("became",), "mean": ("meant",), "cost": ("cost",), "lose": ("lost",), "feel": ("felt",), "think": ("thought",),
    "know": ("knew", "known"), "understand": ("understood",), "withdraw": ("withdrew", "withdrawn"), "say": ("said",),
    "bid": ("bid",), "turn": (),
    "try": (), "deal": ("dealt",), "split": ("split",), "stand": ("stood",), "sweep": ("swept",), "sit": ("sat",),
    "stick": ("stuck",), "come": ("came",), "bear": ("bore", "borne"), "do": ("did", "done"), "have": ("had",), "hand": (),
    "spend": ("spent",), "lay": ("laid",), "throw": ("threw", "thrown"), "rearrange": (), "leave": ("left",), "teach": ("taught",), "draw": ("drew", "drawn"), "cut": ("cut",), "mend": (),
}
LIGHT = "take come go bring put give make get have let see keep hold do look follow draw be leave spend stick fit stand cut carry pull bear"
DOUBLING = frozenset("refer plan stop step submit commit defer fit set put get let run cut begin travel transfer admit swap "
                     "model map log equip occur tag pin permit split re-let scrap drop shut".split())
PARTICIPLE_ONLY = frozenset("set put let read cut run hold".split())

CLASS: dict[str, str] = {}
for _kind, _words in KINDS.items():
    for _word in _words.split():
        CLASS.setdefault(_word, _kind)
MAY_BE: dict[str, frozenset[str]] = {}
for _kind, _words in KINDS.items():
    for _word in _words.split():
        MAY_BE[_word] = MAY_BE.get(_word, frozenset()) | {_kind}


def _forms(base: str) -> tuple[str, str, str, tuple[str, ...]]:
    """(base, -s form, -ing form, past forms)"""
    if base.endswith(("s", "sh", "ch", "x", "z")) or base in ("go", "do", "veto"):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    stem = base
    if base.endswith("ee") or base in ("be", "see"):
        ing, past = base + "ing", base + "d"
    elif base.endswith("e"):
        stem = base[:-1]
        ing, past = stem + "ing", stem + "ed"
    elif base.endswith("y") and base[-2] not in "aeiou":
        ing, past = base + "ing", base[:-1] + "ied"
    elif base in DOUBLING:
        ing, past = base + base[-1] + "ing", base + base[-1] + "ed"
    else:
        ing, past = base + "ing", base + "ed"
    edgy = EDGY.get(base)
    return base, third, ing, edgy if edgy else (past,)


BASE: dict[str, str] = {}       # "send" -> "send"
ING: dict[str, str] = {}        # "sending" -> "send"
PAST: dict[str, str] = {}       # "sent" -> "send" (past tense and participle)
THIRD: dict[str, str] = {}
for _word in {*CLASS, *LIGHT.split(), *EDGY, "plan", "intend", "aim", "commit", "schedule", "expect", "hope", "recommend"}:
    _b, _t, _i, _p = _forms(_word)
    BASE[_b], THIRD[_t], ING[_i] = _word, _word, _word
    for _form in _p:
        PAST.setdefault(_form, _word)
PAST["dealt"] = "deal"


def lemma_of_participle(word: str) -> str | None:
    """The verb whose past participle this is; "?" where it looks like one of an unlisted verb."""
    found = PAST.get(word)
    if found:
        return found
    return "?" + word if word.endswith("ed") and len(word) > 4 else None


def lemma_of_ing(word: str) -> str | None:
    """The verb whose form in -ing this is; "?" where it looks like one of an unlisted verb."""
    found = ING.get(word)
    if found:
        return found
    return "?" + word if word.endswith("ing") and len(word) > 5 and word not in ("during", "nothing", "something", "including",
                                                                               "anything", "everything", "regarding") else None


_OBJECT = (r"(?:the|an?|its|his|her|their|our|my|another|two|three|four|five|six|seven|eight|nine|ten|\d+|more|further|new|up (?:the|an?))\b", "act")
# Light verbs: what they do depends on what follows. First match counts; tails are read in lower case.
_SENSES: dict[str, tuple[tuple[str, str], ...]] = {
    "take": (
        (r"(?:\S+ ){0,4}?(?:away|back)\b(?! to the future)", "look-into"),
        (r"(?:\S+ ){0,5}?(?:into account|into consideration|on board|account of|note of|heed)", "bear"),
        (r"place\b", "event"), (r"part\b", "attend"), (r"effect\b", "event"),
        (r"(?:\S+ ){0,6}?(?:up|forward|on|to)\b|action|steps|the lead|responsibility|over", "act"),
        (r"advice|soundings|legal", "look-into"),
        (r"(?:\w+ ){0,3}(?:years?|months?|weeks?|days?|time|longer)\b", "state"), (r".", ""),
    ),
    "come": (
        (r"back\b|(?:\w+ ){0,2}to (?:the |a |this |its |our )?(?:\S+ ){0,3}?(?:meetings?|committee|panel|board|members|cabinet|council|assembly)", "report-back"),
        (r"(?:down|up|in|out)\b(?! (?:against|with|at|for discussion))", "event"), (r"(?:in)?to (?:force|effect)|on stream|into operation|on line|online|forward|to an end|to a close", "event"),
        (r"before (?:the |this )?(?:panel|(?:sub-)?committee|members|board|council|cabinet)", "report-back"), (r"(?:out |over |along |down |up )?(?:to|and) (?!light|terms|mind|pass|an? |the (?:fore|surface|conclusion|end)|nothing|fruition|maturity|rest|£|\d|no )", "attend"), (r".", "state"),
    ),
    "go": (
        (r"(?:\w+ ){0,2}(?:live|ahead|out\b|forward|online|county ?wide)", "event"),
        (r"back to (?:the )?(?:\w+ )?(?:team|officers|force|service|department)", "look-into"),
        (r"(?:\w+ ){0,2}to (?:all )?(?:the )?(?:\w+ )?(?:members|councillors|panel|committee)", "provide-information"),
        (r"(?:back )?to |before ", "report-back"), (r"away and|through|over", "look-into"), (r".", "event"),
    ),
    "bring": (
        (r"(?:\S+ ){0,8}?(?:back|before|to (?:the |a |this |its )?(?:\S+ ){0,4}?(?:meeting|panel|committee|board|members|cabinet|council))", "report-back"),
        (r"(?:a|an|the|his|her|its|their|this|further|regular) (?:\S+ ){0,4}?(?:report|paper|update|response|plan|item|options|note)", "report-back"),
        (r"(?:\S+ ){0,5}?(?:to the attention|forward|together|in\b|up\b|into)", "act"), (r".", "state"),
    ),
    "put": (
        (r"(?:\S+ ){0,5}?(?:right|back|straight|in the (?:report|plan|minutes)|on the (?:agenda|list|work))", "amend"),
        (r"(?:\S+ ){0,5}?(?:on (?:the|its|their) (?:\S+ )?(?:website|web ?site|intranet|web))", "publish"),
        (r"(?:\S+ ){0,7}?(?:to (?:the|her|his|their)|up\b|in place|forward|together|in touch|on|in)", "act"),
        (r"(?:pressure|strain|people|residents|lives)", "state"), (r".", "act"),
    ),
    "give": (
        (r"(?:\S+ ){0,5}?(?:consideration|thought)\b", "look-into"), (r"(?:\S+ ){0,3}?(?:rise|way)\b", "state"),
        (r"(?:\S+ ){0,6}?(?:presentation|report|update|highlight)", "report-back"),
        (r"(?:\S+ ){0,6}?(?:briefing|information|details?|figures?|breakdown|answer|reply|response|list|data|notice|numbers|feedback|account|explanation)", "provide-information"),
        (r"(?:\S+ ){0,4}?(?:support|priority|attention|evidence|assistance|help|a talk)", "act"), (r"(?:to )?(?:the )?(?:members|panel|committee)", "provide-information"), (r".", ""),
    ),
    "make": (
        (r"(?:\S+ ){0,6}?(?:available|known)\b", "provide-information"), (r"(?:\S+ ){0,4}?(?:public)\b", "publish"),
        (r"(?:\S+ ){0,3}?(?:enquiries|inquiries)", "look-into"), (r"(?:\S+ ){0,5}?(?:amendments?|changes?|corrections?|alterations?)", "amend"),
        (r"(?:the|an?) (?:first |next |further |initial )?(?:call|approach|move|visit|introductions?|phone call|trip)\b", "act"), (r"(?:sure|certain|contact|arrangements?|representations?|provision|enquir|a (?:note|request|bid|case|referral|submission|start|decision|point of)|the (?:case|point|arrangements)|every effort|improvements|an? (?:appointment|application|offer))", "act"),
        (r"(?:it|a|more|the|little|no|any|things|sense|life|them) ?(?:\w+ )?(?:difference|sense|possible|easier|harder|difficult|impossible|better|worse|clear)?", "state"), (r".", "state"),
    ),
    "get": ((r"back to|in touch", "provide-information"), (r"(?:\S+ ){0,5}?(?:information|figures|answer|details|numbers|data)", "provide-information"), (r"to the bottom|to grips", "look-into"), (r"(?:it|this|that|them) \w+ed", "act"), (r".", "state")),
    "let": ((r"(?:\S+ ){1,7}?(?:know|have|see)\b", "provide-information"), (r".", "")),
    "see": ((r"(?:to it|that|to this|to)\b", "act"), (r"if|whether|what", "look-into"), (r".", "state")),
    "keep": ((r"(?:\S+ ){0,6}?(?:informed|updated|up to date|up-to-date|briefed|abreast|posted)", "provide-information"), (r".", "continue-monitoring")),
    "hold": ((r"(?:\S+ ){0,6}?to account", "continue-monitoring"), (r"(?:\S+ ){0,6}?(?:meetings?|session|workshop|event|consultation|surgery|surgeries|talks|discussions?|conversations?|review|day|forum|seminar)", "act"), (r".", "act")),
    "place": ((r"(?:\S+ ){0,6}?on (?:the |its |their )?(?:\S+ )?(?:web ?site|intranet|portal|internet)", "publish"), (r"(?:\S+ ){0,4}?on (?:the |a |next )?(?:\w+ )?(?:agenda|work)", "amend"), (r".", "act")),
    "do": ((r"(?:his|her|their|its|the) best", "support"), (r"(?:so|this|that|it|everything|the same|his|her|their|all|some|further|more|what)\b", "act"), (r"(?:on|by|ahead|in|before|within|at|as|with)\b|$|\W", "act"), (r".", "state")),
    "look": ((r"(?:\w+ )?up\b", "look-into"), (r"(?:again |further |also )?(?:at|into|up|to see|through|over|for|afresh|again|closely)\b", "look-into"), (r"to\b", "seek"), (r"forward", "state"), (r".", "state")),
    "follow": ((r"(?:\S+ ){0,4}?up\b", "look-into"), (r"(?:the|this|that|it|its|his|her|their|these|those|an?|from|on from|suit|national|best|advice)\b", "state"), (r"$|\W", "event"), (r"(?:in|shortly|on|at|by|within|the)\b", "event"), (r".", "state")),
    "draw": ((r"(?:\S+ ){0,4}?(?:up|attention|to the)\b", "act"), (r".", "state")),
    "carry": ((r"(?:an?|the) (?:\w+ )?(?:note|correction|table|footnote|caveat|statement|section|article|notice)\b", "amend"), (r"(?:\S+ ){0,3}?out\b", "act"), (r"on\b", "continue-monitoring"), (r".", "state")),
    "find": ((r"(?:\S+ ){0,4}?(?:out|details|information|figures)\b", "look-into"), (r"(?:it|this|that)\b", "state"), (r"(?:the|an?) (?:answer|figure|number|money|funding|way|solution)", "look-into"), (r".", "state")),
    "set": ((r"(?:\S+ ){0,4}?out\b", "provide-information"), (r".", "act")),
    "bear": ((r"(?:\S+ ){0,4}?in mind", "bear"), (r".", "state")),
    "pick": ((r"(?:\S+ ){0,5}?up\b", "act"), (r".", "act")),
    "run": ((r"(?:past|by)\b", "act"), (r"(?:from|until|for|through|to|in|on|alongside|over|at)\b", "event"), (r"(?:out|the risk|at a loss|into)\b", "state"), (r".", "event")),
    "sit": ((r".", "state"),),
    "stand": ((r"down|in for|over|adjourned|deferred|referred|aside", "event"), (r".", "state")),
    "work": ((r".", "work"),),
    "write": ((r"(?:back )?to (?:all )?(?:members|the (?:panel|committee|member)|councillor|cllr)", "provide-information"), (r".", "act")),
    "refer": ((r"to (?:the )?(?:report|page|paragraph|appendix)", "state"), (r".", "act")),
    "report": ((r"(?:crimes?|incidents?|issues|matters|anything|all anti|concerns) ", "act"), (r".", "report-back")),
    "present": ((r"(?:a|an|the) (?:\w+ )?(?:challenge|risk|problem|opportunity|difficulty)", "state"), (r".", "report-back")),
    "update": ((r"(?:the )?(?:\S+ ){0,3}?(?:panel|committee|members?|councillors?|board|cabinet|council|residents|chair|forum|him|her|them)\b", "report-back"), (r"$|\W", "report-back"), (r".", "amend")),
    "include": ((r"(?:\S+ ){0,3}?(?:data|figures|information|breakdown|section|details?|trends?|comparisons?|commentary|table|column|appendix)\b", "amend"), (r"(?:it|them|this|that|these|those|the |an? |further|more|additional|information|figures|data|details)", "amend"), (r".", "state")),
    "show": ((r"(?:that|how|a (?:rise|fall|reduction|increase|decrease|trend))", "state"), (r".", "provide-information")),
    "explain": ((r".", "provide-information"),),
    "return": ((r"(?:to|with|at|in|on|for|before|next)\b|$|\W", "report-back"), (r".", "act")),
    "move": ((r"(?:to|into|from|in|out|on|at|by)\b|$|\W", "event"), (r".", "amend")),
    "open": (_OBJECT, (r".", "event")), "close": (_OBJECT, (r".", "event")), "start": (_OBJECT, (r".", "event")), "begin": ((r"(?:the|an?|his|her|their|its) (?:\w+ )?(?:work|process|review|recruitment|consultation|search|programme|roll-?out|procurement)", "act"), (r".", "event")),
    "ask": ((r".", "act"),),
    "seek": ((r"(?:to)\b", "seek"), (r"(?:\S+ ){0,4}?(?:clarification|information|advice|views|feedback|details|confirmation|answers?|assurances?|a response)", "look-into"), (r".", "act")),
    "help": ((r"(?:to |the |with |them |us |reduce|ensure|prevent|people|victims|residents|improve|and|in)", "state"), (r".", "state")),
    "support": ((r".", "support"),), "encourage": ((r".", "support"),), "ensure": ((r".", "support"),),
    "focus": ((r".", "support"),), "concentrate": ((r".", "support"),), "prioritise": ((r".", "support"),),
    "increase": ((r".", "level"),), "reduce": ((r".", "level"),), "improve": ((r".", "level"),), "rise": ((r".", "level"),),
    "fall": ((r".", "level"),), "double": ((r".", "level"),), "halve": ((r".", "level"),), "grow": ((r".", "level"),),
    "decrease": ((r".", "level"),), "target": ((r".", "act"),),
    "have": (
        (r"(?:it|this|that|them|these|those|the \w+|a \w+) (?:corrected|amended|checked|fixed|done|removed|repaired|looked|investigated|replaced|put|sent|circulated|\w+ed)\b", "act"),
        (r"(?:it|this|that|them|these|those|him|her|someone|somebody|(?:his|her|their|the|its|a|an) (?:\S+ ){1,4}?)\s?(?:looked|\w+ed|put|sent|done|made|taken|seen|drawn|written|built|brought|off|out|up|in|ready)\b", "act"),
        (r"sight of", "provide-information"),
        (r"(?:an?|the|its|their) (?:\S+ ){0,3}?(?:report|update|paper|briefing|answer|figures|note|breakdown|plan)\b", "report-back"),
        (r"(?:an?|further|another|the) (?:\S+ ){0,2}?(?:meeting|conversation|discussion|word|talk)s?\b", "act"),
        (r".", "state"),
    ),
    "use": ((r".", ""),), "leave": ((r".", "state"),), "spend": ((r".", "state"),),
    "consider": ((r".", "consider"),), "reflect": ((r"(?:up)?on\b", "look-into"), (r".", "state")),
    "meet": ((r"(?:\w+ )?(?:the )?(?:\w+ )?(?:needs?|demand|standards?|targets?|costs?|criteria|requirements?|threshold|expectations|deadline)\b", "state"), (r".", "attend")),
    "feed": ((r"(?:\S+ ){0,4}?(?:back|into|in)\b", "provide-information"), (r".", "act")),
    "deal": ((r"with\b", "act"), (r".", "")),
    "lead": ((r"to\b", "state"), (r".", "act")), "lay": ((r"(?:on|before|out|down|the)\b", "act"), (r".", "act")), "chase": ((r".", "look-into"),), "post": ((r".", "publish"),),
    "apply": ((r"(?:to|equally|where|in|if|only)\b|$|\W", "state"), (r"for\b", "act"), (r".", "act")),
    "identify": ((r".", "look-into"),), "establish": ((r"(?:if|whether|what|how|why|the (?:cause|reason|facts|position))", "look-into"), (r".", "act")),
    "address": ((r"(?:the )?(?:panel|committee|members|meeting|council)\b", "attend"), (r".", "act")),
    "join": ((r".", "attend"),), "discuss": ((r".", "act"),), "address ": ((r".", "act"),),
    "try": ((r".", "seek"),),
    "drop": ((r"(?:\S+ ){0,5}?(?:an? |the )?(?:\S+ )?(?:line|note|e-?mail|text|message|copy)\b", "provide-information"), (r".", "amend")),
    "turn": ((r"(?:\S+ ){0,3}?(?:round|around)\b", "act"), (r"(?:\S+ ){0,2}?up\b", "attend"), (r".", "state")),
}
SENSES = {verb: tuple((re.compile(p), kind) for p, kind in rows) for verb, rows in _SENSES.items()}


def sense(verb: str, tail: str) -> str:
    """What this verb does here: one of KINDS, or "bear", "consider", "support", "seek", "work", "level"; "" unknown.

    `tail` is the text that follows the verb, in lower case.
    """
    for pattern, kind in SENSES.get(verb, ()):
        if pattern.match(tail):
            return kind
    return CLASS.get(verb, "")


_MADE = (
    (re.compile(r"\b(?:reports?|presentations?|updates?)\b"), "report-back"),
    (re.compile(r"\b(?:amendments?|changes?|corrections?|alterations?|additions?)\b"), "amend"),
    (re.compile(r"\b(?:enquiries|inquiries|checks?|advice|clarification|consideration)\b"), "look-into"),
    (re.compile(r"\b(?:information|details?|figures?|data|briefings?|response|reply|answers?|copies|copy|notice|feedback)\b"), "provide-information"),
    (re.compile(r"\b(?:no|decisions?|every effort|savings|progress|costs?|a difference)\b"), "state"),
)


def sense_passive(verb: str, subject: str, otherwise: str) -> str:
    """What a light verb does in the passive, told by what is made, given, taken or held."""
    for pattern, kind in _MADE:
        if pattern.search(subject):
            return kind
    if verb == "hold":
        return "event"
    if verb in ("make", "take", "give", "do", "carry", "seek"):
        return otherwise if otherwise in ("amend", "bear", "look-into", "provide-information", "report-back", "publish") else "act"
    return otherwise if otherwise != "state" else "act"
