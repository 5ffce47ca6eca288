"""What a paper tells of earlier promises: kept, still owed, or somewhere in between.

Such statements stand under matters arising and at the head of reports ("as requested at the last meeting"),
and wherever something promised before is said to have come, or not to have come.
"""
# ruff: noqa: SIM905  (patterns are tables: one alternative beside the other)
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.sentences import bare, clauses, sentences, vocabulary

SILENT_KINDS = frozenset({"agenda", "notice", "work-programme", "service-meeting-list", "service-committee-list", "meeting-list", "report"})
ARISING = re.compile(r"matters? arising|action (?:log|list|sheet|points?)|actions? (?:from|arising|outstanding)|progress (?:on|against) (?:actions|previous|recommendations)|(?:recommendation|action)s? (?:tracker|monitor)|outstanding (?:actions|matters|items)", re.IGNORECASE)
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
POINTS = re.compile(r"action points?|matters? arising|left open|arising from|outstanding (?:points|actions|matters)|previous actions|updates? on (?:actions|matters)", re.IGNORECASE)
_MINUTE_REFERENCE = re.compile(r"^(?:Minute|Min\.|Min\b|Item|Para)\s*(?:No\.?\s*)?[\w./]+\s*[–:(-]")
_APPROVED = re.compile(r"correct record|accurate record|signed by|be approved|were approved|confirmed as", re.IGNORECASE)

_DELIVERED = (
    r"(?:sent|circulated|provided|supplied|shared|e-?mailed|written|forwarded|issued|published|placed|put|posted|distributed|delivered|received|attended|held|met|visited|"
    r"completed|implemented|corrected|amended|added|removed|installed|appointed|recruited|repaired|replaced|inspected|raised|referred|passed|arranged|done|actioned|"
    r"resolved|taken place|taken up|returned|replied|responded|gone|presented|reported|updated|brought|launched|opened|agreed|signed|filled|established|set up|made|fixed|introduced)"
)
# Nothing has come of it yet, or only in part: the promise stands.
_REPEATED = re.compile(
    r"\b(?:(?:was|were|is|are|remain(?:s|ed)?|still) (?:still )?(?:being )?(?:awaited|outstanding|overdue)|still (?:had|has|have) not|nothing (?:had|has) (?:\w+ )?been (?:heard|received|done)|"
    r"(?:had|has|have) (?:still )?not (?:yet )?been (?:received|circulated|provided|supplied|sent|answered|published|actioned|brought|heard|forthcoming|shared|issued|delivered|presented)|"
    r"(?:had|has|have) yet to (?:be|take|receive|see|arrive|come|materialise|provide|hear)|no (?:reply|response|answer|report|update) (?:had|has) (?:\w+ )?(?:been received|been forthcoming|come|arrived)|"
    r"(?:had|has) (?:never|not) (?:materialised|arrived|come|appeared)|(?:had|has|have) been (?:assured|told|promised|informed|advised)\b[^.;]{0,60}\bthat this (?:had|would|was)|"
    r"(?:first )?(?:promised|raised|requested) (?:in|at|by)\b[^.;]{0,50}\b(?:had|has) (?:yet|not|still))", re.IGNORECASE)
# Said outright to answer an earlier request or promise.
_KEPT = re.compile(
    r"\b(?:as (?:requested|promised|undertaken|agreed)\b(?! (?:by|in) the (?:act|law|terms))(?: (?:at|by|during|in|last|previously|by the)\b[^,.;]{0,50})?|as (?:previously |had been )(?:requested|promised|agreed)|"
    rf"(?:had|has|have) (?:now |since |subsequently |duly )+(?:been )?{_DELIVERED}|previously been requested|had been requested (?:by|at) the (?:panel|committee|board|last|previous)|"
    r"honoured the commitments?|helpfully provided an update|in response to (?:a|the) request (?:made )?(?:at|by|from) the (?:last|previous|panel|committee|board)|"
    r"following (?:the|a) request (?:at|by|from) the (?:last|previous|panel|committee)|(?:was|were) now (?:on|in|available|live|in place|complete|open)|since been " + _DELIVERED + r")\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"\b(?:(?:was|were|is|are|been) (?:still )?(?:waiting|awaiting)(?: for)?|(?:had|has|have) not (?:yet )?been (?:implemented|completed|met|re-arranged|rearranged|established|agreed|concluded|resolved|appointed|finalised|installed|held)|"
    r"already being (?:addressed|dealt|tackled|implemented)|that had now|(?:had|has) (?:now )?(?:stopped|slipped|been (?:delayed|deferred|postponed|put back|rescheduled|re-scheduled))|not (?:now|yet) (?:be )?(?:finished|complete|completed|in place|available)|"
    r"the date then given|was (?:ongoing|in hand|under way|underway|progressing|nearing completion)|an? acknowledgement only)\b", re.IGNORECASE)
# Outside matters arising only what plainly looks back: work "under way" is there on every page.
_NEWS = re.compile(
    r"\b(?:(?:was|were|is|are) (?:still )?(?:waiting|awaiting)(?: for)? (?:an? |the |further )?(?:update|reply|response|answer|news|confirmation|report|outcome|decision)|"
    r"(?:had|has|have) not (?:yet )?been (?:implemented|completed|met|re-arranged|rearranged|established|concluded|resolved|finalised|installed|held)|already being (?:addressed|dealt|tackled|implemented)|"
    r"that had now|(?:had|has) now stopped|the date then given|not now be (?:finished|complete|completed|ready)|an? acknowledgement only)\b", re.IGNORECASE)
_PAST = re.compile(rf"\b(?:had|has|have) (?:\w+ly |also |now |since |already )?(?:been )?{_DELIVERED}\b|\b(?:was|were) {_DELIVERED}\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:(?:had|has|have) (?:\w+ ){0,2}?(?:gone|met|written|spoken|been|shrunk|fallen|found|fixed|put|seen|done|begun|started|sent)\b|(?:took|taken) place|"
    r"was (?:now )?(?:up|on|in|e-?mailed|sent|held|made|done|fixed)\b|were (?:now )?(?:on|in|up|e-?mailed|sent|held|made|done|issued)\b|(?:reply|response|letter|list|note|figures?) (?:was|were|had|has|circulated|sent))", re.IGNORECASE)
_NOT_DONE = re.compile(r"\b(?:(?:had|has|have) not\b|no (?:answer|reply|response|news) yet|still (?:without|waiting|to)\b|not yet|was still)", re.IGNORECASE)
_IDLE = re.compile(r"\b(?:agenda|minutes|apologies|nominations?|declarations?|elected|the meeting (?:was|had)|question had been received|report had been (?:circulated|published)|complaints?)\b", re.IGNORECASE)
_FORWARD = re.compile(r"\b(?:would|will|shall)\b", re.IGNORECASE)


_CUES = frozenset("had has have been was were remain remains remained still yet awaited outstanding honoured as since nothing now".split())
_OWED = frozenset("awaited outstanding overdue still not nothing yet no never been first promised raised requested".split())
_COME = frozenset("requested promised undertaken agreed now since subsequently duly honoured helpfully response following".split())
_TOLD = frozenset("waiting awaiting not already now date acknowledgement that".split())
# Without one of these words nothing outside matters arising looks back on a promise.
_TELLING = frozenset(
    "awaited outstanding overdue awaiting waiting nothing yet never assured told promised informed advised raised requested undertaken agreed now since subsequently duly "
    "honoured helpfully response following already acknowledgement date not no still".split())


@lru_cache(maxsize=256)
def _looks_back(title: str) -> tuple[bool, bool]:
    """Does a title announce matters arising, or minutes?"""
    return bool(ARISING.search(title)), bool(MINUTES.search(title))


def follow_ups(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Statements that report on an earlier promise. Fields: `about` in the paper's words, and `status`.

    `status` is "kept" (it came), "repeated" (it is still owed or asked for again) or "update" (news of it).
    """
    if setting.kind in SILENT_KINDS:
        return
    for number, passage in enumerate(passages):
        if passage.kind not in ("paragraph", "cell"):
            continue
        matters, minutes = _looks_back(passage.title)
        arising = (
            bool(matters or _MINUTE_REFERENCE.match(passage.text) or (passage.lead and POINTS.search(passage.lead)))
            or bool(minutes and not _APPROVED.search(passage.text))
        )
        if not arising and _TELLING.isdisjoint(vocabulary(passage.text)):
            continue
        words = bare(passage.text)
        for start, end in sentences(passage.text):
            if not arising and (_TELLING.isdisjoint(near := words[start:end].split()) or _CUES.isdisjoint(near)):
                continue
            for a, b in clauses(passage.text, start, end):
                clause = passage.text[a:b]
                status = _status(clause, arising, set(words[a:b].split()))
                if status:
                    yield Finding(number, a, b, {"about": _about(clause), "status": status})
                    if not arising:
                        break


def _status(clause: str, arising: bool, words: set[str]) -> str | None:
    if len(clause) < 20:
        return None
    if not _OWED.isdisjoint(words) and _REPEATED.search(clause):
        return "repeated"
    if _FORWARD.search(clause) and not arising:
        return None
    if not _COME.isdisjoint(words) and _KEPT.search(clause):
        return None if not arising and _IDLE.search(clause) else "kept"
    if arising:
        if _ASKING.search(clause):
            return None
        if _UPDATE.search(clause) or re.search(r"\b(?:is|are|was|were) (?:now |still |currently )?being (?:\w+ed|made|built|done|drawn|put|sought|written|held|given|taken)\b", clause):
            return "update"
        if _NOT_DONE.search(clause):
            return "repeated"
        if (_PAST.search(clause) or _DONE.search(clause)) and not _IDLE.search(clause) and not _FORWARD.search(clause):
            return "kept"
        return None
    return "update" if not _TOLD.isdisjoint(words) and _NEWS.search(clause) else None


_ASKING = re.compile(r"\b(?:had|has) (?:asked|recalled|undertaken|agreed)|recalled that|went through|asked (?:for|whether|if|about|that)\b", re.IGNORECASE)
_FRAME = re.compile(r"^.{0,80}?\b(?:advised|confirmed|explained|reported|said|noted|stated|reminded|told|added)\b(?: (?:the )?(?:panel|committee|members|board))? that\s+", re.IGNORECASE)


def _about(clause: str) -> str:
    """The matter, in the clause's own words: its subject, the reporting verb and its auxiliaries left out."""
    body = _FRAME.sub("", clause).strip(" .")
    subject = re.split(r"\s(?:had|has|have|was|were|is|are|remains?|remained)\s", body, maxsplit=1)
    words = subject[0].strip()
    if len(subject) > 1 and (len(words.split()) <= 1 or re.match(r"(?:he|she|they|it|this|that|nothing|no)\b", words, re.IGNORECASE)):
        words = re.sub(rf"^(?:been |now |since |already |also |not |yet |previously )*(?:{_DELIVERED} )?", "", subject[1], flags=re.IGNORECASE).strip()
    return words[:160] or body[:160]
