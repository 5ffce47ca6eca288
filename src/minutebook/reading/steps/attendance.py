"""Who was there: groups as the paper heads them, and in each the people with honorific, post-nominals, role.

PRESENT: Mr A B Surname, OBE (Chairman), Cllr C Other (Substitute for Cllr D Absent)
Officers in attendance:- / one person a line, "Name – Role"
P. Cllr W H Surname (Chairman)          attendance codes before names, grouped by authority
Chief Executive – Ms A Surname          the role before the name
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from minutebook.documents.blocks import Block
from minutebook.documents.tidy import cut_runs
from minutebook.reading.dates import find_dates
from minutebook.reading.paper import Paper
from minutebook.reading.people import (
    PLURAL,
    POSTNOMINALS,
    ROLE_WORDS,
    SINGULAR,
    STOPPED,
    TITLES,
    PrintedPerson,
    is_initials,
    read_person,
    surname_last,
)
from minutebook.record import Attendee

# A group's heading is made of these words alone, in whatever order; the rules below tell which group it is.
HEADING_WORDS = frozenset(re.findall(
    r"\S+",
    """present attendance attendances attendee apols apol local non-local  attendees attending attended absent absence absences absentees apology apologies member members membership
    councillor councillors cllrs officer officers official officials staff support witness witnesses guest guests observer observers presenter presenters
    speaker speakers partner partners external invited invitation invitee invitees advisers advisors adviser advisor representative representatives
    sederunt cabinet executive portfolio holder holders substitute substitutes named co-opted coopted co-optee co-optees co-optees independent independents
    lay voting non-voting non elected appointed appointee appointees statutory added parent governor church diocesan tenant scrutiny panel committee
    board commission council forum sub-committee group authority those these the of a an in at on by from with without for and or also other others people
    person persons were was had been have has sent received tendered given submitted accepted noted following respond to not unable attend meeting
    remotely remote virtually virtual online via video link videolink teams zoom microsoft ms conference telephone physically right vote joined joining
    full substituting standing room chamber expected town borough county district city community communities public senior supporting lead co
    employees employee school representing officers' members' key contributors contributor participants participant panellists who took part
    working party task finish inquiry review
    issues raised matters questions items item this answering giving evidence
    additional additionally host also: clerk’s democratic services observing deputations deputation petitioners minute minutes taker secretariat scrutineer scrutineers
    presennol bresennol yn hefyd aelodau swyddogion ymddiheuriadau am absenoldeb eraill oedd cynghorwyr
    i as láthair bhfreastal leithscéal baill feidhmeannaigh tlodh""",
))
_KEYED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (group, re.compile(pattern, re.IGNORECASE))
    for group, pattern in (
        ("present to respond", r"\brespond\b|\banswering questions\b|\bgiving evidence\b"),
        ("absent", r"\b(?:apol(?:s|og\w+)\b|absen(?:t|ces?|tees)\b|ymddiheuriadau|absenoldeb|leithscéal|as láthair|not (?:present|in attendance|attending)|unable)\b"),
        ("cabinet members", r"\b(?:cabinet|executive)\s+(?:members?|councillors?)\b|\bportfolio holders?\b|\bmembers? of (?:the )?(?:cabinet|executive)\b"),
        ("also present", r"\b(?:also|hefyd)\b.*\b(?:present|attend\w*|bresennol|room|joined|joining)\b|^(?:councillors?|members?) also\b|"
                         r"\b(?:other|additional|non-?committee|non-?panel)\b.*\b(?:members?|councillors?)\b(?! of the (?:panel|committee))|^others? (?:people |persons |those )?(?:present|attendees)\b|^additionally\b|^also$|^others?$"),
        ("officers", r"\b(?:officers?|officials|staff|swyddogion|feidhmeannaigh)\b|^support(?:ing)?$|^clerk|^(?:council )?employees\b"),
        ("in attendance", r"^support(?:ing|ed by)? (?:to )?the \w+$|\b(?:witness\w*|guests?|observ\w+|presenters?|speakers?|partners?(?! scrutineers)|external|invit\w+|advis[eo]rs?|contributors?|deputations?|petitioners?|panellists|secretariat)\b"),
        ("present", r"\b(?:members?|councillors|cllrs|aelodau|cynghorwyr|baill|co-?opt\w*|independents?|lay|appointees?|substitutes?|governors?|scrutineers)\b"),
        ("in attendance", r"\bin attendance\b|\bbhfreastal\b"),
        ("present", r"\b(?:present|presennol|bresennol|sederunt|attend\w+|láthair|participants|representatives)\b|^those\b.*\bpresent\b"),
        ("same", r"\b(?:remote(?:ly)?|virtual(?:ly)?|online|video\s?link|videolink|teams|zoom|telephone)\b"),
    )
)
SKIP = re.compile(
    r"(?:contact|enquir|quorum|tel(?:ephone)?\b|e-?mail|fax\b|website|start time|end time|time\b|date\b|venue|place|location|finish|meeting (?:start|commenc|end|clos)|"
    r"press\b|public\b|(?:\w+ )?members of (?:the )?(?:public|press)|(?:number of )?public\b|copies of|webcast|recording|circulation|distribution|"
    r"(?:prepared|minuted|produced|issued|published) by|membership|\d+ members? of|note:?\s|lead officer:? contact|the meeting (?:was|started|commenced|began|opened))",
    re.IGNORECASE,
)
SUBSTITUTE = re.compile(
    r"(?:who (?:was|is) )?(?:named\s+)?(?:attend(?:ing|ed)\s+as\s+|present\s+as\s+|acting\s+as\s+|as\s+|in attendance as\s+)?(?:a\s+|the\s+)?(?:named\s+)?"
    r"(?:substitut(?:e|es|ing|ed)|subs?\.?|deputi[sz](?:ing|ed)|in (?:the )?(?:place|stead)|on behalf|replac(?:ing|ement|es)|stand(?:ing)?[- ]in|standing|reserve|dirprwyo|dirprwy)"
    r"(?:\s+(?:member|councillor))?\s*(?:for|of|dros)?[:\s]\s*(?P<who>.+)",
    re.IGNORECASE,
)
SUBSTITUTED_BY = re.compile(r"(?:was |were )?(?:substituted|represented|replaced)\s+by\s+.+|(?:named\s+)?sub(?:stitute)?\s*(?:[:,–-]|was|is)\s*(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b.+", re.IGNORECASE)
CHAIR_ROLE = re.compile(r"\b(?:chair(?:man|person|woman|ing)?|convenor|convener|cathaoirleach|cadeirydd|presiding|preses)\b|\(c\)", re.IGNORECASE)
VICE = re.compile(r"\b(?:vice|deputy|depute|leas|is-?)[- ]?(?:chair|convener|convenor|cath|gadeirydd)?", re.IGNORECASE)
SAT = re.compile(r"\b(?:in the chair|presiding|presided|took the chair|chaired|chairing|for the meeting)\b", re.IGNORECASE)
CODE = re.compile(r"(?P<code>[PAXxO✓✔✗✘☑☒*])\.?\s+(?=(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Sir|Professor|[A-Z][a-z]+ [A-Z]|[A-Z]\.? [A-Z]))")
CODES = {"P": "present", "✓": "present", "✔": "present", "☑": "present", "*": "present", "A": "absent", "X": "absent", "x": "absent", "O": "absent", "✗": "absent",
         "✘": "absent", "☒": "absent"}
STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("absent", re.compile(r"(?:apolog(?:y|ies).*|ap|a|ab|absent.*|x|✗|✘|☒|no|n|not present|did not attend|sent apologies|0)\.?", re.IGNORECASE)),
    ("present", re.compile(r"(?:present.*|p|pr|yes|y|✓|✔|☑|√|in attendance|attended|remote(?:ly)?|virtual(?:ly)?|1|chaired)\.?", re.IGNORECASE)),
)
NONE = re.compile(r"(?:none\b.{0,30}|nil|there were no(?:ne\b| apologies).*|no apologies.*|n/a|dim|apologies:? none|not applicable)\.?", re.IGNORECASE)
IN_THE_CHAIR = re.compile(r",?\s*\(?(?:who (?:was )?(?:took|presided)|presiding|in the chair|took the chair)\b[^)]*\)?", re.IGNORECASE)
ARRIVAL = re.compile(r"\b(?:arriv\w+|from (?:item|minute|\d)|join\w*|until|to \d|left|leaving|depart\w*|part of the meeting|(?:for )?(?:agenda )?items? (?:no\.? )?\d|minutes? (?:no\w*\.? )?\d|"
                     r"for part|part only|remote(?:ly)?|via (?:teams|zoom|video\w*)|virtual(?:ly)?|online|by (?:teams|zoom|video\w*|telephone))\b", re.IGNORECASE)
ORG_SUFFIX = re.compile(
    r"\b(?:organi[sz]ations?|councils?|borough|district|city|county|authority|authorities|police|garda|gardaí|síochána|oireachtas|psni|opcc|nhs|trust|services?|university|force|office|constabulary|forum|"
    r"association|union|unison|society|federation|charity|college|board|partnership|watch|housing|healthwatch|ltd|limited|plc|llp|department|ministry|diocese|"
    r"agency|network|probation|foundation|hospitals?|group|company|alliance|support|school|network|oireachtas|church|ymddiriedolaeth|heddlu|cyngor|comhairle)\b", re.IGNORECASE)
COUNCIL = re.compile(r"\b(?:organi[sz]ations?|councils?|borough|district|city|county|unitary|town|parish)\b", re.IGNORECASE)
COUNCIL_NAME = re.compile(r"^(?:cyngor|comhairle)\b|\b(?:councils?|borough|district|city|county|unitary|authority|[BDCM]{1,2}C|UA)$", re.IGNORECASE)     # the council that appoints a member is no role
OFFICE = re.compile(
    r"\b(?:officer|manager|director|head of|clerk|solicitor|secretary|treasurer|assistant|co-?ordinator|commissioner|chief|lead|advis[eo]r|analyst|inspector|"
    r"superintendent|administrator|executive|representative|member|holder|chair\w*|convene?r|leader|mayor|deputy|spokes\w+|president|invitee|observer|"
    r"consultant|nurse|trustee|auditor|co-?opted|co-?optees?)\b", re.IGNORECASE)
HEAD_ROLES = re.compile(
    r"\b(?P<role>(?:(?:independent|co-?opted|lay|community|church|parent governor|added|appointed|tenant|statutory|non-?executive)\s+)+(?:members?|councillors?|persons?|representatives?)|"
    r"co-?optees?|parent governors?|independent persons?)\b", re.IGNORECASE)
SENT = re.compile(
    r"(?P<head>(?:(?:an?\s+)?apolog(?:y|ies)\b|the following\b|officers?\b|also\b|those\b|members?\b|present\b|in attendance\b)"
    r"[^.;:]{0,110}?\b(?:from|on behalf of|by|were|was|included?|for|present)\b:?)\s+(?-i:(?=(?:Cllr|Clr|Councillor|COUNCILLOR|Alderman|The |Mrs?\b|Ms\b|Miss|Dr|Sir|Lord|Lady|Prof|Rev|[A-Z][\w’'.-]*\s[A-Z])))",
    re.IGNORECASE)
AFTERWARDS = re.compile(
    r",?\s+(?:(?:was|were|had been)\s+)?(?P<how>also present|present|also in attendance|in attendance|absent|(?:also\s+)?attended|sent (?:their |his |her )?apologies|"
    r"(?:had )?(?:given|tendered|submitted) (?:their |his |her )?apologies|presiding|presided|(?:was )?in the chair|took the chair|chaired the meeting)\b(?P<rest>[^.]*)\.?\s*$",
    re.IGNORECASE)


STAR = re.compile(r"\*+\s*(?:=\s*|denotes?\s+|indicates?\s+|signifies\s+)?(?:those\s+|members?\s+|the\s+)*(?:present|attend|in attendance)", re.IGNORECASE)


STAR_AWAY = re.compile(r"\W*\*+\s*(?:=\s*|denotes?\s+|indicates?\s+|signifies\s+)?(?:those\s+|members?\s+|the\s+)*(?:absen(?:t|ce)|apolog(?:y|ies)|not present)\W*", re.IGNORECASE)
# A mark at the end of each row says who came: ticks and crosses, letters in brackets, words.
TRAIL = re.compile(r"[\w.)]\s+(?:\(?(?P<sign>[✓✔☑√✗✘☒×xX])\)?|\((?P<letter>P|A|Ap|Ab|Abs)\)|\(?(?P<word>Yes|No|Present|Absent|Apologies|Apology|Attended)\)?)\s*$")
# The same in a column that conversion set below the name: a name, and below it "Apologies".
BELOW = re.compile(r"(?P<absent>apologies.*|absent.*|not present|did not attend)|(?P<attending>in attendance)|(?P<present>present(?:,? \w+)*|attended.*|remote(?:ly)?)", re.IGNORECASE)
AWAY_MARKS = frozenset(("✗", "✘", "☒", "×", "x", "n", "a", "ap", "ab", "abs", "no", "absent", "apologies", "apology"))
# Bodies that send people to a meeting but have no seat on it, as headings of their own among the lists.
ATTENDING_BODY = re.compile(r"\b(?:police|policing team|garda|gardaí|síochána|psni|constabulary|heddlu|fire (?:(?:and|&) rescue )?service|ambulance|opcc|nhs|probation)\b(?!.*\b(?:panel|committee|authority|partnership|board)\b)", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    """A line or a joined paragraph of the lists: a range of one block's text."""

    block: Block
    start: int
    end: int
    gap: float
    cuts: tuple[int, ...] = ()               # where wide white in the line parts columns

    @property
    def text(self) -> str:
        return self.block.text[self.start: self.end]


@dataclass
class _State:
    """What the lists have said so far: the group under way, the words that hold for those who follow."""

    group: str | None = None
    heading: str = ""
    role: str | None = None                  # from the heading: "Co-opted Members"
    authority: str | None = None
    plural: str = ""                         # "Councillors A, B and C"
    pending: str | None = None               # a role on a line of its own before its person
    role_first: bool = False
    inline: bool = False                     # the heading stands on the line of its people
    fresh: bool = True                       # nobody named yet in this group
    coded: bool = False
    starred: bool = False                    # "* denotes attendance"
    away_starred: bool = False               # "* absent"
    below: bool = False                      # each person's mark on a line of its own below
    marked: int = 0                          # how many of the found have had theirs
    trailing: bool = False                   # a tick or a cross at the end of each row
    columns: tuple[tuple[str, str], ...] = ()    # headings of two columns side by side: (group, heading)
    found: list[Attendee] = field(default_factory=list)

    def enter(self, group: str, heading: str) -> None:
        if re.fullmatch(r"attending", heading.strip(" :"), re.IGNORECASE) and any(p.group == "present" for p in self.found):
            group = "in attendance"                        # the members have been named already
        if group == "same":
            group = self.group or "present"
        self.group, self.heading, self.role = group, heading, _role_of_heading(heading)
        self.authority, self.pending, self.role_first, self.fresh = None, None, False, True
        self.plural = "Councillors" if re.search(r"\bCouncillors\W*$", heading, re.IGNORECASE) else "Cllrs" if re.search(r"\bCllrs\W*$", heading, re.IGNORECASE) else ""

    def add(self, person: Attendee) -> None:
        if self.role and person.role is None:
            person = replace(person, role=self.role)
        if self.pending:
            person = replace(person, role=_join(self.pending, person.role or ""))
            self.pending = None
        self.found.append(person)
        self.fresh = False


def read_attendance(paper: Paper, blocks: Sequence[Block]) -> list[Attendee]:
    """The people in the blocks between heading and business."""
    state = _State()
    rows = list(_rows(paper, blocks))
    state.coded = sum(1 for r in rows if _code_of(r) is not None) >= 3
    state.starred = any(STAR.match((r.block.marker + " " + r.text).strip()) for r in rows)
    starred = state.starred
    state.below = sum(1 for r in rows if (m := BELOW.fullmatch(r.text)) and m["present"]) >= 2
    state.away_starred = any(STAR_AWAY.fullmatch((r.block.marker + " " + r.text).strip()) for r in rows)
    state.trailing = _has_marks(rows)
    if starred and not state.coded and any(r.text.rstrip().endswith("*") or " *" in r.text for r in rows):
        state.group = None
    elif state.coded:
        state.enter("absent" if starred else "present", "")
    for row in rows:
        _read_row(paper, row, state)
    return _settle(state.found)


def _has_marks(rows: Sequence[_Row]) -> bool:
    """Do rows of people end in marks of more than one kind?"""
    marks = [m[0] for r in rows if (m := _mark(r)) and read_person(r.text)]
    return len(set(marks)) > 1 and len(marks) >= 3


def _mark(row: _Row) -> tuple[str, int] | None:
    """(the mark at the end of a row, where in the block it begins)."""
    if m := TRAIL.search(row.text):
        return (m["sign"] or m["letter"] or m["word"]).lower(), row.start + m.start() + 1
    if row.cuts and re.fullmatch(r"(?:[YNPAX]|Ap|Ab)\.?", row.block.text[row.cuts[-1]: row.end].strip()):
        return row.block.text[row.cuts[-1]: row.end].strip(" .").lower(), row.cuts[-1]
    return None


def starts_attendance(block: Block) -> bool:
    """Does this block begin the lists of who was there?"""
    first = block.lines[0].text if len(block.lines) > 1 else block.text
    if block.text.lstrip().startswith("|") or "|" in block.text:
        cells = [c.strip() for c in block.text.strip("| ").split("|") if c.strip()]
        return len(cells) > 0 and not SKIP.match(cells[0]) and (group_of(cells[0].rstrip(": ")) is not None or len(cells) > 1 and (
            read_person(cells[0]) is not None or re.fullmatch(r"(?:members?|councillors?|names?)(?: names?)?", cells[0], re.IGNORECASE) is not None))
    return split_heading(block.text)[0] is not None or split_heading(first)[0] is not None or _by_place(block.text) or _role_colon(block.text) is not None \
        or (code := _code_of(_Row(block, 0, len(block.text), block.gap))) is not None and (p := read_person(block.text, code[1])) is not None and p.honorific is not None


BY_PLACE = re.compile(r"(?P<place>(?:[A-Z][\w’'-]+,? |(?:and|of|the|&|cum|on|upon) ){0,5}[A-Z][\w’'-]+):\s+(?=[A-Z])")


def _by_place(text: str) -> bool:
    """"Overton: Mrs A B (Chairman), Mr C D, …": the members of one place, its name before them."""
    m = BY_PLACE.match(text)
    if not m or OFFICE.search(m["place"]) or CHAIR_ROLE.search(m["place"]) or SKIP.match(text) or LABEL_LINE.match(text) or group_of(m["place"]) is not None:
        return False
    titled = len(re.findall(r"(?:^|[,;] )(?:and )?(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Rev)\b", text[m.end():]))
    return titled >= 2 and (p := read_person(text, m.end())) is not None and p.honorific is not None


LABEL_LINE = re.compile(r"(?:(?:start )?time|date(?: and time)?|(?:date|time|place) of meeting|venue|place|location|held at|where|when|committee|meeting|body|chair\w*|amser|dyddiad|lleoliad)\s*:", re.IGNORECASE)


INNER = re.compile(r"(?<=[a-z0-9.)M])\s+(?=(?:PRESENT|ALSO PRESENT|IN ATTENDANCE|APOLOGIES(?: FOR ABSENCE)?|OFFICERS(?: PRESENT)?|ABSENT)\b\s*:?-?\s*(?:Cllr|Councillor|Mrs?\b|Ms\b|Miss\b|Dr\b|[A-Z]\.? [A-Z][a-z]))")


def split_lines(zone: Sequence[Block]) -> Iterator[Block]:
    """The blocks of the front, each cut where one of its lines begins a list of people or bears a label."""
    for block in zone:
        if (inner := [m.end() for m in INNER.finditer(block.text)]) and len(block.text) > 60 and block.cell is None:
            bounds = [0, *inner, len(block.text)]
            for n, (a, b) in enumerate(pairwise(bounds)):
                b = len(block.text[:b].rstrip())
                piece = replace(block, text=block.text[a:b], runs=tuple(cut_runs(block.runs, a, b, 0)), lines=())
                yield piece if n == 0 else replace(piece, marker="", marker_runs=(), gap=0.0)
            continue
        if len(block.lines) < 2 or block.cell is not None:
            yield block
            continue
        skip = sum(len(line.text) for line in block.lines) + len(block.lines) - 1 - len(block.text)
        if not 0 <= skip <= len(block.lines[0].text):
            yield block
            continue
        at = [0]
        for n, line in enumerate(block.lines):
            at.append(at[-1] + len(line.text) + 1 - (skip if n == 0 else 0))
        begins = [0] + [n for n, line in enumerate(block.lines) if n and (
            LABEL_LINE.match(line.text) or _by_place(line.text) or split_heading(line.text)[0] is not None and not re.search(r"[,(]$|\b(?:and|the|of)$", block.lines[n - 1].text))]
        if len(begins) == 1:
            yield block
            continue
        for a, b in zip(begins, [*begins[1:], len(block.lines)], strict=True):
            start, stop = at[a], at[b] - 1
            piece = replace(block, text=block.text[start:stop], runs=tuple(cut_runs(block.runs, start, stop, 0)), lines=block.lines[a:b])
            yield piece if a == 0 else replace(piece, marker="", marker_runs=(), gap=0.0)


def lists_begin(blocks: Sequence[Block]) -> int | None:
    """The index of the block that heads the list of those present, near the front of a paper."""
    for n, block in enumerate(blocks[:25]):
        m = re.match(r"(?:MEMBERS |Members )?(?:PRESENT|Present|SEDERUNT|Sederunt|ATTENDANCE|Attendance|Attendees|ATTENDEES)\b\s*:?\s*[-–]*", block.text)
        if m and split_heading(block.text)[0] is not None and (m.end() >= len(block.text) or ":" in m[0] or m[0].strip().isupper()):
            return n
    return None


# -- rows ------------------------------------------------------------------------------------------


def _rows(paper: Paper, blocks: Sequence[Block]) -> Iterator[_Row]:
    widest = max((len(line.text) for b in blocks for line in b.lines), default=0)
    for block in blocks:
        if len(block.lines) < 2:
            yield _Row(block, 0, len(block.text), block.gap, _columns(paper, block))
            continue
        total = sum(len(line.text) for line in block.lines) + len(block.lines) - 1
        skip = total - len(block.text)
        if skip < 0 or skip > len(block.lines[0].text):
            yield _Row(block, 0, len(block.text), block.gap)
            continue
        cuts = _columns(paper, block)
        at = begin = 0
        gap = block.gap
        for n, line in enumerate(block.lines):
            stop = at + len(line.text) - (skip if n == 0 else 0)
            after = block.lines[n + 1].text if n + 1 < len(block.lines) else None
            if after is None or not _wraps(block.text[begin:stop], line.text, after, widest):
                yield _Row(block, begin, stop, gap, tuple(c for c in cuts if begin < c < stop))
                begin, gap = stop + 1, 0.0
            at = stop + 1


def _wraps(so_far: str, line: str, after: str, widest: int) -> bool:
    """Does the next line go on with this one, rather than begin with another person?"""
    if after.startswith("|"):
        return False
    if so_far.count("(") > so_far.count(")"):
        return True
    if split_heading(after)[0] is not None or SKIP.match(after):
        return False
    if re.search(r"\b(?:Area|Chief|Deputy|Assistant|Group|Station|Detective|Borough|District|Divisional|Acting)$", line):
        return True
    if re.search(r"(?:[,;]\s*\*|[,;&–-]|\b(?:and|of|the|for|Cllrs?|Councillors?|Mrs?|Ms|Dr|Miss)\.?)$", line) and not re.search(r"[:][-–]$", line):
        return True
    if re.match(r"[A-Z][\w&’'-]*(?: [\w&’'-]+){0,5}:\s+\S", after) and not re.search(r"[,(]$", line):
        return False
    if after[:1].islower() and not re.match(r"(?:van|de|von|ap)\b", after) and not CODE.match(after):
        return True
    person = read_person(after)
    if widest >= 66 and len(line) >= 0.72 * widest and not re.search(r"[.:]$", line):
        if person is None:
            return not PLURAL.match(after)
        return person.honorific is None and bool(re.search(r"[,;]", line)) and not re.match(r"[^,;(]{3,40}(?:,|\s[-–])\s", after)
    return False


def _columns(paper: Paper, block: Block) -> tuple[int, ...]:
    """Offsets where three or more spaces of one line have been collapsed: columns of names."""
    out = []
    text = paper.document.text
    for a, b in zip(block.runs, block.runs[1:], strict=False):
        between = text[a[3]: b[2]]
        if a[1] + 1 >= b[0] and ((len(between) >= 3 and not between.strip(" ")) or "\t" in between) and "\n" not in between:
            out.append(b[0])
    return tuple(out)


# -- headings --------------------------------------------------------------------------------------


def group_of(heading: str) -> str | None:
    """The group that a heading names, in either of two languages; None where it names none."""
    bare = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", heading).strip(" |*:–—-.")
    if re.fullmatch(r"(?:\w ){4,}\w", bare):
        bare = bare.replace(" ", "")                       # "P R E S E N T"
    for part in [bare, *re.split(r"\s+/\s+", bare)[::-1]]:
        part = part.strip()
        words = re.findall(r"[^\W\d_][\w’'-]*", part.lower())
        if not words or len(words) > 12 or re.search(r"\d", part) or re.search(r"\b(?:public|press)$", part, re.IGNORECASE):
            continue
        tail = re.search(r"\b(?:from|representing|on behalf of|representatives? of|officers? of|staff of)\b\s+(?P<org>.+)$", part, re.IGNORECASE)
        if tail and (ORG_SUFFIX.search(tail["org"]) or len(tail["org"].split()) <= 4) and not read_person(tail["org"]):
            words = re.findall(r"[^\W\d_][\w’'-]*", part[: tail.start("org")].lower())
        if re.match(r"(?i:for|from|on behalf of) the [A-Z]", part):
            return "in attendance"
        if re.match(r"represent(?:ing|atives of) ", part, re.IGNORECASE) and ORG_SUFFIX.search(part):
            return "present"
        if re.fullmatch(r"(?:[\w’'&,-]+\s){1,6}(?:attendees|representatives|guests)", part, re.IGNORECASE) and ATTENDING_BODY.search(part):
            return "in attendance"
        office = re.fullmatch(r"(?:[\w’'&,-]+\s){0,6}(?:officers|officials|staff)(?:\s(?:present|in attendance|attending|also present))?", part, re.IGNORECASE)
        if office and not re.search(r"\bof\b.*\bof\b", part):
            return "also present" if re.search(r"\balso\b", part) and not re.search("attendance", part) else "officers"
        if re.search(r"\b(?:committee|panel|board|commission|council|forum|sub-committee|meeting|group|authority|access)$", part, re.IGNORECASE) and not re.search(
                r"\b(?:members?|present|attend\w*|apolog\w+|absen\w+|councillors|support(?:ing)?|respond|officers|representatives)\b", part, re.IGNORECASE):
            continue
        if re.search(r"\bofficer$", part, re.IGNORECASE):
            continue
        plain = [w for w in words if w not in HEADING_WORDS]
        if plain or len(words) == 1 and words[0] in ("councillor", "officer", "member", "support" if not part[:1].isupper() else "-", "council", "board", "panel", "minutes",
                                                     "committee", "public", "group", "authority", "membership", "meeting", "scrutiny", "cabinet", "executive", "commission", "forum"):
            continue
        for group, pattern in _KEYED:
            if pattern.search(part):
                return group
    return None


def split_heading(text: str) -> tuple[tuple[str, str] | None, int]:
    """((group, heading as printed), where the people begin) if the text opens with a group's heading."""
    if not text or text[:1] in "([" and text[-1:] in ")]" or SKIP.match(text):
        return None, 0
    m = re.match(r"[^:;.|]{2,100}?\s*:\s*[-–—]*\s*", text)
    if m:
        head = m[0].rstrip(" :-–—")
        group = None if (p := read_person(head)) and (p.honorific or " / " not in head and head.split()[-1].lower() not in ("láthair", "bhfreastal")) else group_of(head)
        if group:
            return (group, head), m.end() if m.end() < len(text) else 0
    m = re.match(r"(?P<head>[^:;.|]{2,70}?)\s*\s[-–—]+\s*(?=[A-Z])", text)
    if m and not read_person(m["head"]) and (group := group_of(m["head"])) and not re.search(r"officer$", m["head"], re.IGNORECASE):
        return (group, m["head"].strip()), m.end()
    if len(text) < 90 and text.rstrip(" :-–")[-1:] != "." and not read_person(text):
        group = group_of(text)
        if group:
            return (group, text.strip()), 0
    m = SENT.match(text)
    if m and (group := _group_of_sentence(m["head"])):
        return (group, m["head"]), m.end()
    words = list(re.finditer(r"\S+", text[:60]))
    for n in range(min(5, len(words) - 1), 0, -1):
        end, after = words[n - 1].end(), words[n].start()
        head = text[:end]
        if not (PLURAL.match(text, after) or (p := read_person(text, after)) and (
                p.honorific or head.isupper() and len(head) > 5 or n == 1 and re.fullmatch(r"Officers|Apologies|Observers|Attendees|Guests", head) and re.match(r"\s*(?:,|\(|[-–]\s)", text[p.end:]))) or re.search(r"[,;()]", head):
            continue
        if (group := group_of(head)) and not re.search(r"\b(?:the|of|and)$", head):
            return (group, head.strip()), after
    return None, 0


def _group_of_sentence(head: str) -> str | None:
    low = head.lower()
    if re.search(r"apolog|absen", low):
        return "absent" if not re.search(r"late(?:ness)?\b", low) else None
    words = re.sub(r"\b(?:were|was|included?|for|by)\W*$", "", low)
    return group_of(words)


def _role_of_heading(heading: str) -> str | None:
    """"Co-opted Members" over a list says the role of each."""
    if re.search(r"\b(?:in the chair)\b", heading, re.IGNORECASE):
        return "Chair"
    m = HEAD_ROLES.search(heading)
    if not m or re.search(r"\bcouncillors and\b|\bvoting members and\b", heading, re.IGNORECASE):
        if re.match(r"co-?opt", heading, re.IGNORECASE):
            return "Co-opted"
        return None
    return _singular(m["role"])


def _singular(role: str) -> str:
    words = re.sub(r"(?i)(members|councillors|co-?optees|persons|representatives|officers|governors)\b", lambda w: w[0][:-1], role)
    return words[:1].upper() + words[1:]


SCRIBE = re.compile(r"(?:minutes?(?: taken by| taker)?|notes?(?: taken by| taker)?|secretariat|secretary|minuted by)", re.IGNORECASE)
ROLE_COLON = re.compile(r"(?P<role>[A-Z][^:;.]{2,90}?)\s*(?::\s*[-–—]*|\s[-–—]+)\s+(?=[A-Z])")
ROLE_FIRST = re.compile(
    r"(?P<role>(?:the\s+)?(?:vice[- ]|deputy\s+)?chair(?:man|person|woman)?|in the chair|convener|vice[- ]convener|(?:town |parish |panel |committee )?clerk|cathaoirleach|cadeirydd)[,]?\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)",
    re.IGNORECASE)


def _role_colon(text: str) -> tuple[str, int] | None:
    """(role, where the person begins) for "Chair: Councillor A", "Chief Executive – Ms A"."""
    m = ROLE_COLON.match(text) or ROLE_FIRST.match(text)
    if not m or SKIP.match(text) or group_of(m["role"]) not in (None, "present"):
        return None
    if (p := read_person(m["role"])) and (p.honorific or not re.fullmatch(r"[^:,;()]{3,60}:\s+(?:[A-Z]\.? ?){1,3}[A-Z][a-z’'-]+", text)):
        return None
    if not p and not (OFFICE.search(m["role"]) or CHAIR_ROLE.search(m["role"]) or SCRIBE.fullmatch(m["role"])) or len(m["role"].split()) > 12:
        return None
    person = read_person(text, m.end())
    if person is None or re.match(r"\s*[-–:]\s", text[person.end:]):
        return None
    return m["role"].strip(), m.end()


# -- one row ---------------------------------------------------------------------------------------


def _read_row(paper: Paper, row: _Row, state: _State) -> None:
    block, text = row.block, row.text.strip()
    if not text:
        return
    if "|" in text or block.cell is not None and block.kind == "cell" and "|" in text:
        _read_cells(paper, row, state)
        return
    if state.below and state.found and (m := BELOW.fullmatch(text)):
        last = state.found[-1]
        state.marked = len(state.found)
        state.found[-1] = replace(last, group="absent" if m["absent"] else "in attendance" if m["attending"] else "present")
        paper.claim("attendance", block)
        return
    if state.below and len(state.found) > state.marked and len(text) < 60 and not read_person(text):
        state.found[-1] = replace(state.found[-1], role=_join(state.found[-1].role, text))
        paper.claim("attendance", block)
        return
    if SKIP.match(text) and not (state.group and read_person(text)):
        paper.claim("heading", block)
        return
    if not state.coded or state.group is None or len(text) > 60:
        for begin, stop in _clauses(block.text, row.start, row.end):
            _read_clause(paper, _Row(block, begin, stop, row.gap, tuple(c for c in row.cuts if begin < c < stop)), state)
        return
    _read_clause(paper, row, state)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches each under a heading of its own: "Present: A, B. Apologies: C." """
    cuts = [start]
    for m in re.finditer(r"[.;]\s+(?=Also\s+(?:Cllr|Councillor|Mr|Ms|Mrs|Dr)|Apologies\b)", text[start:end]):
        cuts.append(start + m.end())
    for m in re.finditer(r"(?<=[a-z)]{2})(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Cllr)(?<!Cllrs)(?<!Insp)(?<!Supt)(?<!Sgt)\.\s+(?=[A-Z][^,;:]{3,60}?\s(?:attended|(?:was|were)\s(?:also\s)?(?:present|in attendance)|sent\s(?:his|her|their)\sapologies)\b)", text[start:end]):
        cuts.append(start + m.end())
    for m in re.finditer(r"(?<=[\w.)])\s(?=(?:[A-Z][\w-]+\s){0,4}[A-Z][\w-]+\s*:)", text[start:end]):
        head = re.match(r"[^:]+", text[start + m.end(): end])
        if head and group_of(head[0]) and not read_person(head[0]) and not re.search(r"(?:\b(?:of|and|the|for|also|in|by|with|/)|/)$", text[start: start + m.start()], re.IGNORECASE) \
                and group_of(text[cuts[-1]: start + m.end() + head.end()]) is None:
            cuts.append(start + m.end())
    for m in re.finditer(r"(?:[.;)]|,?\s(?=[A-Z][a-z]+ [a-z]+ ?:)|(?<=[a-z])(?=\s[A-Z][A-Z ]+:))\s*(?=[A-Z][^:.;,()]{2,60}:)", text[start:end]):
        at = start + m.end()
        if at > cuts[-1] + 3 and (head := re.match(r"[^:]+", text[at:end])) and group_of(head[0]) and not read_person(head[0]):
            cuts.append(at)
    cuts = sorted({*cuts, end})
    return pairwise(cuts)


def _read_clause(paper: Paper, row: _Row, state: _State) -> None:
    block = row.block
    start, end = row.start, row.end
    while start < end and block.text[start] in " •·-–*" and not (state.coded and block.text[start] == "*"):
        start += 1
    text = block.text[start:end].rstrip()
    end = start + len(text)
    if not text:
        return
    code = _code_of(row)
    if code and state.coded:
        name, shift = code
        people = list(_people(paper, block, row.start + shift, end, state, name))
        for person in people:
            state.add(person)
        paper.claim("attendance", block)
        return
    if row.cuts and _column_heads(paper, row, state):
        return
    if (m := re.match(r"(?P<key>[A-Z]{2,4})\s+[-–—=:]\s*(?=[A-Z])", text)) and (p := read_person(text, m.end())) and _initials_of(p.name, m["key"]):
        start += m.end()                         # "AB – Cllr Ann Bell": the key by which the discussion names the person
        text = block.text[start:end]
    heading, rest = split_heading(text)
    if heading is not None:
        state.columns = ()
        state.enter(*heading)
        state.inline = bool(rest)
        paper.claim("attendance-heading" if not rest else "attendance", block)
        if not rest:
            return
        start += rest
        text = block.text[start:end]
        if NONE.fullmatch(text.strip()):
            return
        if re.match(r"[A-Z][^,;:()]{4,60}:\s*\S", text) and ORG_SUFFIX.search(text.split(":")[0]) and not read_person(text):
            start += text.index(":") + 1          # "Councillors: X Council: A, B"
            state.authority = text.split(":")[0]
            text = block.text[start:end]
    if state.group is None:
        if told := _told(paper, row, start, end, state):
            for person in told:
                state.found.append(person)
            paper.claim("attendance", block)
            return
        if _by_place(text) or (role := _role_colon(text)) and CHAIR_ROLE.search(role[0]):
            state.enter("present", "")
        else:
            return
    if NONE.fullmatch(text.strip()):
        paper.claim("attendance", block)
        return
    if heading is None and (told := _told(paper, row, start, end, state)):
        state.found += told
        paper.claim("attendance", block)
        state.plural = ""
        return
    if heading is None and _substituted_line(text, state):
        paper.claim("attendance", block)
        return
    if heading is None and (m := re.match(r"(?:The )?(?:Cabinet|Executive)\s*:\s+(?=[A-Z])", text, re.IGNORECASE)):
        state.enter("also present", m[0])
        start += m.end()
        text = block.text[start:end]
    if (m := re.match(r"(?P<org>[A-Z][^:;()]{3,70}?)\s*:\s*[-–—]*\s*(?=[A-Z])", text)) and ORG_SUFFIX.search(m["org"]) and not OFFICE.search(m["org"]) and not read_person(m["org"]) or m and len(m["org"].split()) <= 3 and re.match(r"(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\b", text[m.end():]) and not OFFICE.search(m["org"]) and not CHAIR_ROLE.search(m["org"]):
        if state.group in ("present", "absent", "also present") and (state.heading.isupper() and m["org"].isupper() or state.inline and heading is None) and (
                ATTENDING_BODY.search(m["org"]) or re.search(r"\bhost\b", m["org"], re.IGNORECASE)):
            state.enter("in attendance", m["org"])
            state.inline = True
        state.authority, start = m["org"], start + m.end()
        text = block.text[start:end]
    elif (m := re.match(r"(?P<org>[A-Z][\w’'& -]{2,50}?)\s[-–—]+\s+(?=(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\b)", text)) and heading is None and len(m["org"].split()) <= 5 \
            and not OFFICE.search(m["org"]) and not CHAIR_ROLE.search(m["org"]) and not group_of(m["org"]) and read_person(text, m.end()) and not TITLES.match(m["org"])[0]:  # type: ignore[index]
        state.authority, start = m["org"], start + m.end()
        text = block.text[start:end]
    elif (m := re.match(r"(?P<label>[A-Z][\w’'& -]{2,50}?):\s+(?=[A-Z])", text)) and heading is None and not read_person(m["label"]) and not OFFICE.search(m["label"]) \
            and not CHAIR_ROLE.search(m["label"]) and not SCRIBE.fullmatch(m["label"]) and read_person(text, m.end()) and not PLURAL.match(m["label"]):
        start += m.end()                         # a label of no known kind: the people after it go on with the group
        text = block.text[start:end]
    role = _role_colon(text)
    if role is not None:
        name = state.group or "present"
        if state.group in ("present", "absent") and not CHAIR_ROLE.search(role[0]) and re.search(r"\b(?:clerk|secretar\w+|solicitor|officer|minute|note)", role[0], re.IGNORECASE):
            name = "in attendance"
        people = list(_people(paper, block, start + role[1], end, state, name))
        if people:
            people[0] = replace(people[0], role=_join(role[0], people[0].role or ""))
            state.found += people
            state.fresh = False
            paper.claim("attendance", block)
            return
    if state.columns and heading is None:
        people = list(_in_columns(paper, row, start, end, state))
        if people:
            state.found += people
            state.fresh = False
            paper.claim("attendance", block)
            return
        state.columns = ()
    shown = _mark(row) if state.trailing else None
    if shown is not None:
        end = shown[1]
    people = list(_people(paper, block, start, end, state, state.group or "present", row.cuts))
    if shown is not None and shown[0] in AWAY_MARKS:
        people = [replace(p, group="absent") for p in people]
    if state.away_starred and STAR_AWAY.fullmatch((block.marker + " " + text).strip()):
        paper.claim("attendance-heading", block)
        return
    if state.starred and state.group == "present":
        if STAR.match((block.marker + " " + text).strip()):
            state.group = None
            paper.claim("attendance-heading", block)
            return
        mark = "present" if "*" in block.marker + text else "absent"
        people = people if len(people) > 1 and "*" in text else [replace(p, group=mark, role=(p.role or "").strip("* ,") or None) for p in people]
    if people and not (_is_prose(text) and heading is None and not _opens_with_person(text)):
        if state.group == "present" and people[0].honorific == "Mr" and re.search(r"\(officers?\)\s*\.?$", text, re.IGNORECASE):
            people = [replace(p, group="officers", role=None) for p in people]
        for person in people:
            state.add(person)
        paper.claim("attendance", block)
        return
    if heading is not None:
        return
    _no_people(paper, row, text, state)


def _column_heads(paper: Paper, row: _Row, state: _State) -> bool:
    """Headings of columns side by side: "Elected Members        Independent Members"."""
    bounds = [row.start, *row.cuts, row.end]
    cells = [row.block.text[a:b].strip() for a, b in pairwise(bounds)]
    if any(read_person(c) or not c for c in cells) or not all(group_of(c) or ORG_SUFFIX.search(c) or re.fullmatch(r"[A-Z]{3,6}", c) for c in cells):
        return False
    if re.fullmatch(r"(?:\w+ )?(?:names?|members?|councillors?)", cells[0], re.IGNORECASE) and any(re.fullmatch(r"(?:authority|council|organi[sz]ation|representing|names?|role|initials|present|attendance|attended)\W*", c, re.IGNORECASE) for c in cells[1:]):
        if state.group is None:                  # the column heads of a table of people
            state.enter("present", "")
        paper.claim("attendance-heading", row.block)
        return True
    second = bool(state.columns)             # columns of organisations below those of the members
    state.columns = tuple((group_of(c) or ("in attendance" if second else state.group or "present"), c) for c in cells)
    state.group = state.group or "present"
    paper.claim("attendance-heading", row.block)
    return True


def _in_columns(paper: Paper, row: _Row, start: int, end: int, state: _State) -> Iterator[Attendee]:
    bounds = [start, *(c for c in row.cuts if c > start), end]
    for n, (a, b) in enumerate(pairwise(bounds)):
        group, heading = state.columns[min(n, len(state.columns) - 1)]
        own = _State(group=group, heading=heading, role=_role_of_heading(heading))
        for person in _people(paper, row.block, a, b, own, group):
            yield replace(person, role=person.role or own.role or (heading if not group_of(heading) and not COUNCIL.search(heading) else None))


def _opens_with_person(text: str) -> bool:
    return read_person(text) is not None or PLURAL.match(text) is not None


def _no_people(paper: Paper, row: _Row, text: str, state: _State) -> None:
    """A row without a name: an authority, a role, a sentence, or the end of the lists."""
    block = row.block
    if _is_prose(text) or text.endswith((".", "?")) and len(text) > 50:
        if not re.search(r"substitut", text, re.IGNORECASE):
            state.group = None
        return
    bare = text.strip(" :–-*_.,;")
    if not bare or not re.search(r"\w", bare):
        return
    if re.fullmatch(r"(?:agenda |order of )?(?:items?|business|agenda|minutes|action|decisions?|(?:additional )?documents?|no\.? item)", bare, re.IGNORECASE):
        state.group = None                       # the head of the business
        return
    if text[:1] == "(" and text.rstrip(" :")[-1:] == ")" and len(text) < 70:      # "(A Council)", "(Independent co-opted)" over its members
        inside = bare.strip("()").strip()
        state.authority, state.role = (inside, None) if not re.search(r"\bindependent\b|\bco-?opt|\blay\b", inside, re.IGNORECASE) else (None, _singular(inside))
        paper.claim("attendance-heading", block)
        return
    if state.group in ("present", "absent", "officers") and row.gap >= 1 and _same_style(state.heading, text) and ATTENDING_BODY.search(bare):
        state.enter("in attendance", text)
        state.authority = bare
        paper.claim("attendance-heading", block)
        return
    short = len(bare) < 80 and len(bare.split()) <= 10
    holder = ROLE_WORDS.search(bare) is not None
    last = state.found[-1] if state.found and not state.fresh else None
    if short and ORG_SUFFIX.search(bare) and not re.match(r"\W*(?:minutes|agenda|part|item)\b", bare, re.IGNORECASE) and (row.gap >= 1 or state.fresh or not OFFICE.search(bare)) and (
            text.endswith(":") or not OFFICE.search(bare) or state.fresh):
        if last is not None and row.gap < 1 and last.role is None and not text.endswith(":") and last.group not in ("present", "absent") and not state.authority:
            state.found[-1] = replace(last, role=bare)
        else:
            state.authority = bare
        paper.claim("attendance-heading", block)
        return
    if short and holder and (OFFICE.search(bare) or CHAIR_ROLE.search(bare)) and not next(find_dates(bare), None):
        if last is None or state.role_first:
            state.pending, state.role_first = bare, True
        elif row.gap < 1 or last.role is None:
            state.found[-1] = replace(last, role=_join(last.role, bare))
        paper.claim("attendance", block)
        return
    if row.gap >= 1 and state.found:
        state.group = None                       # a heading of something else: the lists are over
        return
    if short and last is not None and len(text) < 80:
        state.found[-1] = replace(last, role=f"{last.role} {bare}" if last.role else bare)
        paper.claim("attendance", block)


def _told(paper: Paper, row: _Row, start: int, end: int, state: _State) -> list[Attendee]:
    """"Councillors A and B were also present", "Councillor A, Convener, presiding"."""
    text = row.block.text[start:end]
    m = AFTERWARDS.search(text)
    if not m or m.start() == 0 or not (_opens_with_person(text) or re.match(r"The [A-Z][\w’' -]{3,50}, (?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b", text)):
        return []
    how = m["how"].lower()
    if re.search(r"chair|presid", how):
        person = read_person(text)
        if person is None:
            return []
        for n, known in enumerate(state.found):
            if same_person(known.name, person.name):
                state.found[n] = replace(known, role=_join(known.role, "in the Chair") if not SAT.search(known.role or "") else known.role)
                return [] if n < 0 else state.found[n:n + 1] and [_CLAIMED]
        if len(text) > 90:
            return []
        who = list(_people(paper, row.block, start, start + m.start(), state, "present"))
        return [replace(p, role=_join(p.role, "in the Chair")) for p in who[:1]]
    group = "absent" if re.search(r"apolog|absent", how) else "present" if how == "present" else "also present" if "also" in how or state.group == "also present" else "in attendance"
    if len(text) > 60 and _is_prose(text[: m.start()]):
        return []
    plural, state.plural = state.plural, ""
    who = list(_people(paper, row.block, start, start + m.start(), state, group))
    state.plural = plural
    if m["rest"].strip():
        who = [replace(p, arrived=m["rest"].strip()) for p in who]
    return who


def _same_style(heading: str, text: str) -> bool:
    """Is the line set like the heading of the group under way: both in capitals, or neither?"""
    return bool(heading) and heading.isupper() == text.isupper() and (heading.isupper() or text.rstrip().endswith(":"))


_CLAIMED = Attendee("", group="")


def _substituted_line(text: str, state: _State) -> bool:
    """"Councillor A for Councillor B": one stands in for the other; A is present."""
    if not re.search(r"substitut", state.heading + " " + text, re.IGNORECASE):
        return False
    done = False
    pairs = []
    for pattern in SUBSTITUTED:
        pairs += [(m["stand"], m["away"]) for m in pattern.finditer(text)]
    if not pairs and re.search(r"substitut", state.heading, re.IGNORECASE):
        pairs = [(m["stand"], m["away"]) for m in FOR.finditer(text)]
    for one, other in pairs:
        stand, away = read_person(one), read_person(other)
        if not stand or not away:
            continue
        done = True
        away_name = next((p.name for p in state.found if p.group == "absent" and same_person(p.name, away.name)), away.name)
        n = next((n for n, p in enumerate(state.found) if p.group == "present" and same_person(p.name, stand.name)), None)
        if n is None:
            state.found.append(Attendee(stand.name, stand.honorific, stand.postnominals, None, "present", away_name))
        else:
            state.found[n] = replace(state.found[n], substitute_for=away_name)
    return done


def _code_of(row: _Row) -> tuple[str, int] | None:
    """(group, length of the code) where an attendance code stands before the name."""
    mark = row.block.marker.strip().rstrip(".)")
    if row.start == 0 and mark in CODES and row.block.marker_runs and _opens_with_person(row.text):
        return CODES[mark], 0
    m = CODE.match(row.text)
    if m and not (m["code"].isalpha() and re.match(r"[A-Z]\.? [A-Z][a-z’'-]+(?:[,(\s]|$)", row.text) and not re.match(r".\.?\s+(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b", row.text)):
        return CODES[m["code"]], m.end()
    return None


def _read_cells(paper: Paper, row: _Row, state: _State) -> None:
    """A row of a table: a group and its people, or a person with authority, role and attendance."""
    block = row.block
    spans = []
    at = row.start
    for piece in row.text.split("|"):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((at + lead, at + lead + len(piece.strip())))
        at += len(piece) + 1
    if not spans:
        return
    texts = [block.text[a:b] for a, b in spans]
    paper.claim("attendance", block)
    if SKIP.match(texts[0]) and not read_person(texts[0]):
        return
    heading = None if read_person(texts[0]) else group_of(texts[0])
    if heading and len(texts) > 1 and all(not read_person(t) and not PLURAL.match(t) and not re.search(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms)\b", t) for t in texts[1:]):
        if NONE.fullmatch(texts[1].strip()):
            return
        state.enter("present", "") if state.group is None else None
        return                                              # column heads
    if heading:
        state.enter(heading, texts[0])
        for a, b in spans[1:]:
            if NONE.fullmatch(block.text[a:b]):
                continue
            for person in _people(paper, block, a, b, state, state.group or heading):
                state.add(person)
        return
    head_role = None
    if not read_person(texts[0]) and len(texts) > 1 and (read_person(texts[1]) or PLURAL.match(texts[1])):
        head_role, spans, texts = texts[0], spans[1:], texts[1:]
    if not read_person(texts[0]):
        return
    group = state.group or "present"
    if head_role and re.search(r"\b(?:officials|officers|staff)\b", head_role, re.IGNORECASE):
        group = "officers"
    status = next((name for t in texts[1:] for name, p in STATUS if p.fullmatch(t.strip())), None)
    notes = [t for t in texts[1:] if not any(p.fullmatch(t.strip()) for _, p in STATUS) and not read_person(t)]
    for n, (a, b) in enumerate(spans):
        if n and not read_person(block.text[a:b]):
            continue
        for person in _people(paper, block, a, b, state, status or group):
            for note in [*( [head_role] if head_role else []), *(notes if n == 0 else [])]:
                if _is_org(note) and not OFFICE.search(note):
                    person = replace(person, authority=note)
                    if not COUNCIL.search(note) and person.role is None:
                        person = replace(person, role=note)
                elif (s := SUBSTITUTE.match(note)) and read_person(s["who"]):
                    person = replace(person, substitute_for=read_person(s["who"]).name)  # type: ignore[union-attr]
                elif OFFICE.search(note) and group_of(note) is None:
                    person = replace(person, role=_join(person.role, note))
            state.add(person)


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) > 10 and sum(w[0].islower() for w in words) > 0.5 * len(words)


# -- the people of a range -------------------------------------------------------------------------


def _people(paper: Paper, block: Block, start: int, end: int, state: _State, group: str, cuts: Iterable[int] = ()) -> Iterator[Attendee]:
    """The people named in one range of a block, in order."""
    text = block.text
    last: Attendee | None = None
    parts = list(_parts(text, start, end, cuts))
    if PLURAL.match(text, start) is None and parts and read_person(text[parts[0][0]: parts[0][1]]) and (p0 := read_person(text[parts[0][0]: parts[0][1]])).honorific:  # type: ignore[union-attr]
        if not (state.plural and re.fullmatch(r"(?:Mrs?|Ms|Miss|Dr)\.?", p0.honorific)):  # type: ignore[union-attr]
            state.plural = ""
    listed = len(parts) > 1 or bool(state.plural) or start > 0
    several_starred = state.starred and len(parts) > 1 and "*" in text[start:end]       # "* Cllr A, Cllr B, * Cllr C"
    segment = 0
    ahead: str | None = None
    for n, (begin, stop) in enumerate(parts):
        part = text[begin:stop]
        after_semicolon = n > 0 and ";" in text[parts[n - 1][1]: begin]
        if after_semicolon:
            segment = n
        if inner := re.match(r"(?P<head>[A-Z][\w -]{3,40}):\s*", part):
            if (named := group_of(inner["head"]) or ("in attendance" if ATTENDING_BODY.search(inner["head"]) else None)) and not read_person(inner["head"]):
                if last is not None:
                    yield last
                    last = None
                state.enter(named, inner["head"])
                group = state.group or group
                begin += inner.end()
                part = text[begin:stop]
        part = re.sub(r"^(?:together with|along with|plus|with|from(?= [A-Z])|also(?= [A-Z])|[Tt]he|his|her|their|its)\s+", lambda m: " " * len(m[0]), part)
        starred = (state.away_starred or several_starred) and part.lstrip().startswith("*")
        part = part.replace("*", " ", 1) if starred else part
        trailing_star = several_starred and part.rstrip().endswith("*")
        part_lead = len(part) - len(part.lstrip())
        begin, part = begin + part_lead, part.lstrip()
        if last is not None and last.honorific is None and (m := re.match(r"(?P<title>Mrs?|Ms|Miss|Dr|Sir)\.?\s+(?=[A-Z]\b)", part)) and is_initials(re.split(r"\s*[(\[]", part[m.end():])[0]) and last_is_bare(last):
            last = replace(last, honorific=m["title"])          # "CROFT, Mrs. E. M."
            begin, part = begin + m.end(), part[m.end():]
        if last is not None and is_initials(re.split(r"\s*[(\[]", part)[0]) and " " not in last.name and last.name[:1].isupper():
            initials = re.split(r"\s*[(\[]", part)[0].strip(" .")
            last = replace(last, name=f"{initials} {last.name}")
            last = _with_rest(last, part[len(initials):].lstrip("."), state)
            continue
        person = read_person(part)
        if person is not None and not person.honorific and last is not None and n > segment and (last.role is None or " - " in text[start:end] or " – " in text[start:end]) and _is_role_here(part, last, group, text[parts[segment][0]: end], n - segment):
            person = None
        if person is not None and not person.honorific and last is not None and COUNCIL_NAME.search(part) and re.search(r"(?-i:[A-Z])(?:C|A)$|\b(?i:council|borough|district|city|county|authority)$", part):
            person = None                                       # "Moss DC" in a column of its own
        if person is None and state.plural and re.match(r"[A-ZÀ-Þ][\w’'À-ÿ-]+(?:\s*[(\[]|$|\s+[–-]|\s+in the chair)", part, re.IGNORECASE) and not ROLE_WORDS.match(part):
            person = read_person(f"{state.plural} {part}")
            if person is not None:       # "Councillors Bellamy, Dacre and Lund"
                person = replace(person, end=person.end - len(state.plural) - 1, start=0, honorific=state.plural)
        elif person is None and listed and _bare_surname(part) and not (part.isupper() and last is not None and not last.name.isupper()) and (last is None or " " not in last.name or len(parts) > 5 and n + 1 < len(parts) and _opens_with_person(text[parts[n + 1][0]: parts[n + 1][1]])) and not (
                last is not None and last.role is None and group not in ("present", "absent") and not last_is_bare(last)):
            person = bare_person(part)
        before: str | None = None
        if person is None and n + 1 < len(parts) and _role_before(part) is None and re.search(r"(?:^|\band |;\s?|:-?\s)(?:the|his|her|their|its) $", text[start:begin], re.IGNORECASE) and OFFICE.search(part) and (p := read_person(text[parts[n + 1][0]: parts[n + 1][1]])) and p.honorific:
            if last is not None:                            # "and the Portfolio Holder, Councillor A"
                yield last
                last = None
            ahead = part.strip(" ,")
            continue
        if person is None and n == segment and n + 1 < len(parts) and OFFICE.search(part) and ";" in text[start:end] and ";" not in text[stop: parts[n + 1][0]] and not part.startswith("and ") \
                and read_person(text[parts[n + 1][0]: parts[n + 1][1]]):
            if last is not None:                            # "Director of Customers, A Name; Clerk, B Name"
                yield last
                last = None
            ahead = part.strip(" ,")
            continue
        if person is None and (told := _role_before(part)) is not None:
            before, shift = told
            begin, part = begin + shift, part[shift:]
            person = read_person(part)
        if person is None:
            if last is not None:
                last = _with_rest(last, part, state)
            continue
        if last is not None:
            yield last
        honorific = person.honorific
        if honorific and (m := PLURAL.search(honorific)):
            state.plural = m[0]
            honorific = honorific.replace(m[0], SINGULAR[m[0].lower()])
        elif honorific and re.match(r"(?:Councillor|Cllr)\b", honorific):
            pass
        elif honorific and state.plural and re.fullmatch(r"(?:Mrs?|Ms|Miss|Dr)\.?", honorific):
            honorific = f"{SINGULAR[state.plural.lower()]} {honorific}"
        elif honorific is None and state.plural:
            honorific = SINGULAR[state.plural.lower()]
        last = Attendee(person.name, honorific, person.postnominals, None, ("present" if starred or trailing_star else "absent") if several_starred else "absent" if starred else group, None, state.authority,
                        where=paper.span(block, begin, max(begin + 1, stop)))
        last = _with_rest(last, part[person.end:].lstrip(")") if before and part[person.end:].startswith(")") else part[person.end:], state)
        if ahead:
            before, ahead = ahead, None
        if before:
            last = replace(last, role=_join(before, last.role or ""))
        if last.role is None and state.authority and (group not in ("present", "absent") or not COUNCIL.search(state.authority)):
            last = replace(last, role=state.authority)
    if last is not None:
        yield last


def _role_before(part: str) -> tuple[str, int] | None:
    """"Commissioner D. Surname", "Head of Finance (Mr Surname)": (role, where the name begins)."""
    m = re.match(r"(?P<role>(?:the\s+|also\s+(?:the\s+)?)?[A-Z][^(),;]{2,60}?)\s*\((?=(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b|(?:[A-Z]\.?\s?){1,3}[A-Z][a-z’'-]+\))", part)
    if m and OFFICE.search(m["role"]) and read_person(part, m.end()):
        return m["role"], m.end()
    m = re.match(r"(?P<role>(?:[A-Z][\w’'-]+\s+|of\s+|and\s+|the\s+|for\s+|to\s+){1,7}?)(?=(?:[A-Z]\.\s?)+[A-Z]|(?:[A-Z]\s){1,3}[A-Z][a-z’'-]+|(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b)", part)
    if m and (OFFICE.search(m["role"]) or HEAD_ROLES.search(m["role"])) and read_person(part, m.end()) and not re.search(r"\b(?:and|the|for|of|to)\s+$", m["role"]):
        return m["role"].strip(), m.end()
    m = re.match(r"(?P<role>(?:(?:[A-Z][\w’'-]+|of|and|for|the)\s+){0,5}?(?:Officer|Manager|Commissioner|Director|Clerk|Solicitor|Secretary|Treasurer))\s+(?=[A-Z][a-zà-ÿ’'-]+\s+[A-Z])", part)
    if m and (p := read_person(part, m.end())) and not re.match(r"\s*[A-Z]", part[p.end:]):
        return m["role"].strip(), m.end()
    return None


def last_is_bare(person: Attendee) -> bool:
    """Is it a surname alone, as in a list of them?"""
    return " " not in person.name and person.honorific is None


def _is_role_here(part: str, last: Attendee, group: str, segment: str, place: int) -> bool:
    """In "A Name, Northern Foods; B Name, …" the words after the comma are where that person comes from."""
    if re.match(r"[^,;]{3,60}\s[-–—]\s[^;]*,", segment) and re.search(r"[,]", segment) and not re.search(r"\s[-–—]\s.*,.*\s[-–—]\s", segment):
        return last.role is not None            # "A Name - Director, Some Place, Some Board"
    pieces = [p.strip() for p in segment.split(";") if p.strip()]
    if place == 1 and len(pieces) > 1 and all(p.count(",") <= 1 and read_person(p) for p in pieces) and not is_initials(part.split()[0]):
        return True                             # "A Name, Housing; B Name, Youth Justice"
    return group not in ("present", "absent") and place == 1 and ";" in segment and segment.count(";") >= 0.5 * segment.count(",") and len(segment.split(";")) > 1


def bare_person(part: str) -> PrintedPerson | None:
    """A surname alone, as some lists print it."""
    word = re.match(r"[A-ZÀ-Þ][\w’'À-ÿ-]+(?:\s[A-Z][\w’'-]+)?", part)
    return PrintedPerson(word[0], None, None, 0, word.end()) if word else None


def _bare_surname(part: str) -> bool:
    return not re.fullmatch(r"[A-Z]{2,4}", part.strip()) and bool(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ’'A-Z-]+(?:-[A-Z][a-z]+)?(?:\s*\([^)]*\))?\.?", part.strip())) and not ROLE_WORDS.search(part.split("(")[0]) \
        and len(part.split("(")[0].strip()) > 2


RUN_ON = re.compile(r"\s(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.?\s[A-Z]")
TITLE_END = re.compile(r"(?:^|\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Sir|Lord|Hon|Rev|Prof|Professor|Alderman|The|the|for|of|by|from|with|vice|and|County|Borough|District|City|Town|Parish|Deputy|Executive|"
                       r"Leader|Holder|Member|Chairman|Chair|Commissioner|Officer|also|together)|[,;:–-])\.?\s*$|^\S{1,14}$")


def _parts(text: str, start: int, end: int, columns: Iterable[int] = ()) -> Iterator[tuple[int, int]]:
    """Ranges parted by commas, semicolons and "and", brackets kept whole, post-nominals kept with their name."""
    cuts = [start]
    wide = set(columns)
    depth = 0
    for i in range(start, end):
        c = text[i]
        if i in wide and i > cuts[-1]:
            cuts.append(i)
        if c in "([":
            depth += 1
        elif c in ")]":
            depth = max(0, depth - 1)
            if depth == 0 and re.match(r"\s+[A-Z]", text[i + 1: end]) and (p := read_person(text[i + 1: end].lstrip())) and (p.honorific or re.match(r"[A-Z]\.?\s", text[i + 1: end].lstrip())):
                cuts.append(i + 1)              # "D Yelland (Commissioner) E Zeal (Treasurer)"
        elif depth == 0 and c == " " and i > cuts[-1] and RUN_ON.match(text, i) and not TITLE_END.search(text[cuts[-1]: i]) and read_person(text[i + 1: end]):
            cuts.append(i)                      # "… District Council Cllr R Chant"
        elif depth == 0 and c in ",;|•&/" or depth == 0 and c == "." and re.match(r"\.\s+(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)s?\b", text[i:end]) and not re.search(r"\b(?:Mrs?|Ms|Dr|Cllrs?|[A-Z])$", text[start:i]):
            rest = text[i + 1: end]
            if c == "/" and TITLES.fullmatch(text[cuts[-1]: i].strip(" ,;")):
                continue                        # "Cynghorydd / Councillor A"
            if c == "/" or c == "&" and not (read_person(rest.lstrip()) or _bare_surname(re.split(r"[,;.]", rest)[0])):
                continue
            if not (c == "," and re.match(rf"\s*(?:(?:{POSTNOMINALS})\b|{STOPPED})(?!\s[A-Z][a-z]|\s[A-Z]\b|\s\d)", rest) and not _surname_alone(text[cuts[-1]: i], rest)) and not (c == "," and re.match(r"\s*(?:in the chair|presiding)", rest, re.IGNORECASE)):
                cuts.append(i + 1)
        elif depth == 0 and c in "aA" and re.match(r"(?:and|AND)\s", text[i:end]) and text[i - 1: i] == " ":
            after = text[i + 4: end].lstrip()
            before = text[cuts[-1]: i].strip(" ,")
            if PLURAL.match(after) or _role_before(after) and (read_person(before) or _role_before(before)) or (m := re.match(r"(?:the|from)\s+", after)) and read_person(after[m.end():]) or re.match(r"(?:his|her|their|its)\s[A-Z][\w ]+, (?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b", after) or read_person(after) and not _role_goes_on(before, after) \
                    or _bare_surname(re.split(r"[,;.]|\sand\s", after)[0]) and (not before or _only_names(before)):
                cuts.append(i + 4)
    cuts.append(end)
    cuts = sorted(set(cuts))
    for a, b in pairwise(cuts):
        part = text[a:b]
        a += len(part) - len(part.lstrip(" ,;•–-|&."))
        stop = b
        while stop > a and (text[stop - 1] in " ,;|.&•" or text[a:stop].endswith((" and", " AND"))):
            if text[stop - 1] == "." and re.search(r"\b[A-Z]\.$", text[a:stop]) and stop < end:
                break
            stop -= 4 if text[a:stop].endswith((" and", " AND")) else 1
        if stop > a and re.search(r"\w", text[a:stop]) and text[a:stop] != "and":
            yield (a + 4 if text[a:stop].startswith(("and ", "AND ")) else a), stop


def _surname_alone(before: str, rest: str) -> bool:
    """"Smith, J.P., …" in a list of surnames with their initials after them."""
    m = re.match(r"\s*(?:[A-Z]\.){2}", rest)
    return m is not None and _bare_surname(before.strip(" ,;")) and not TITLES.match(before.strip(" ,;"))


def _only_names(before: str) -> bool:
    """Nothing but a name, perhaps with brackets: no role after a dash."""
    if _bare_surname(before):
        return True
    person = read_person(before)
    if person is None:
        return PLURAL.match(before) is not None
    return re.fullmatch(r"\s*(?:[(\[].*[)\]])?\s*", before[person.end:]) is not None


def _role_goes_on(before: str, after: str) -> bool:
    """"Head of Legal and Democratic Services": what follows "and" is no person though it begins like one."""
    person = read_person(after)
    return person is not None and not person.honorific and re.match(r"\s+(?:Services|Officer|Manager|Team)", after[person.end:]) is not None


def _with_rest(person: Attendee, rest: str, state: _State) -> Attendee:
    """What follows the name: brackets, a dash and a role, "in the Chair"."""
    roles: list[str] = []
    for m in re.finditer(r"[(\[](?P<inside>(?:[^()\[\]]|\([^()]*\))*)[)\]]|(?P<outside>[^()\[\]]+)", rest):
        inside = (m["inside"] or m["outside"] or "").strip(" ,;–—-:.|*")
        if not inside:
            continue
        if m["outside"] and (key := re.search(r"(?:^|\s)([A-Z]{2,3})$", inside)) and _initials_of(person.name, key[1]):
            inside = inside[: key.start()].strip(" ,;–—-:.|*")      # "Neighbourhood Team CD": the same key in a column of its own
            if not inside:
                continue
        if m["inside"] and re.fullmatch(r"[A-Z]{2,4}", inside) and _initials_of(person.name, inside):
            continue                                        # the key "(CP)" by which the discussion names the person
        if m["inside"] and len(pieces := [p for p in re.split(r"\s+[-–—]\s+|[,;]\s+", inside) if p]) == 2 and not SUBSTITUTE.match(pieces[0]) and (
                s := SUBSTITUTE.match(pieces[1])) and read_person(s["who"]):
            person, inside = _with_rest(person, f"({pieces[1]})", state), pieces[0]      # "(A Council - substitute for Councillor B)"
        if (s := SUBSTITUTE.match(inside)) and (who := read_person(re.sub(r"^the\s+", "", s["who"]))):
            person = replace(person, substitute_for=who.name)
        elif SUBSTITUTED_BY.fullmatch(inside):
            continue
        elif SUBSTITUTE.match(inside) or re.match(r"(?:substitute|sub|reserve)\b", inside, re.IGNORECASE):
            bare = SUBSTITUTE.match(inside)
            word = re.match(r"[A-Z][\w’'. -]+$", bare["who"]) if bare else None
            if word and not ORG_SUFFIX.search(word[0]):
                person = replace(person, substitute_for=word[0].strip())
            else:
                roles.append(inside)
        elif (s := re.fullmatch(r"(?:for|vice|in place of|replacing)\s+(?P<who>(?!Chair|Conven)[A-Z].+)", inside)) and (read_person(s["who"]) or _bare_surname(s["who"])):
            who = read_person(s["who"])
            person = replace(person, substitute_for=who.name if who else s["who"].strip())
        elif re.search(r"\bas (?:a |the )?(?:named )?substitute$", inside):
            continue
        elif ARRIVAL.search(inside) and not ROLE_WORDS.match(inside) and not CHAIR_ROLE.search(inside):
            if re.search(r"left|leaving|depart|until", inside, re.IGNORECASE):
                person = replace(person, departed=inside)
            else:
                person = replace(person, arrived=inside)
        elif _is_org(inside) and not OFFICE.search(inside):
            person = replace(person, authority=inside)
            if person.group not in ("present", "absent") or not COUNCIL_NAME.search(inside):
                roles.append(inside)
        else:
            roles.append(inside)
    if roles:
        person = replace(person, role=", ".join(([person.role] if person.role else []) + roles))
    return person


def _initials_of(name: str, key: str) -> bool:
    words = [w for w in re.split(r"[\s-]+", name) if w]
    return len(words) > 1 and key[0] == words[0][:1].upper() and key[-1] in {words[-1][:1].upper(), re.split(r"[\s]+", name)[-1][:1].upper()}


def _is_org(text: str) -> bool:
    return bool(ORG_SUFFIX.search(text)) and not CHAIR_ROLE.search(text)


def _join(role: str | None, more: str) -> str:
    return f"{role}, {more}" if role and more else (role or more)


SHARED = re.compile(r"(?i)(?:independent|co-?opted|lay|elected|appointed|community) .*members$|co-?optees$|community members$")


# Ranks that name the office held and not only the grade.
OFFICE_TITLE = re.compile(r"\b(?:Chief Constable|Chief Fire Officer|(?:Area|Group|Station|Watch|District|Borough) (?:Manager|Commander))$", re.IGNORECASE)


def _settle(found: list[Attendee]) -> list[Attendee]:
    """Tidy roles; the same person twice in one group is one; a plural role is shared with the person before."""
    found = [p for p in found if p is not _CLAIMED and p.name]
    for n, person in enumerate(found):
        if person.role and SHARED.match(person.role):
            role = _singular(person.role)
            found[n] = replace(person, role=role)
            if n and found[n - 1].role is None and found[n - 1].group == person.group:
                found[n - 1] = replace(found[n - 1], role=role)
    if found and not any(p.group == "present" for p in found):
        chairing = next((p for p in found if p.role and CHAIR_ROLE.search(p.role) and p.group == "in attendance"), None)
        if chairing is not None:        # "In attendance: Councillor A (Chair), …" heads the members themselves
            until = next((n for n, p in enumerate(found) if p.group != "in attendance"), len(found))
            found[:until] = [replace(p, group="present") for p in found[:until]]
    for n, person in enumerate(found):
        if person.honorific and OFFICE_TITLE.search(person.honorific) and (person.role is None or re.fullmatch(r"[A-Z]{2,5}", person.role)):
            found[n] = replace(person, role=person.honorific)
    out: list[Attendee] = []
    seen: dict[tuple[str, str], int] = {}
    for person in found:
        key = (person.name.lower(), person.group)
        if key in seen:
            n = seen[key]
            if person.role and person.role.lower() not in (out[n].role or "").lower():
                out[n] = replace(out[n], role=_join(out[n].role, person.role))
            continue
        seen[key] = len(out)
        out.append(person)
    for n, person in enumerate(out):            # "C Dale (substitute for Fenn)": the full name, where it is listed
        if person.substitute_for:
            full = next((p.name for p in out if p.group == "absent" and same_person(p.name, person.substitute_for)), None)
            if full:
                out[n] = replace(person, substitute_for=full)
    return out


_PERSON = r"(?:Cllrs?|Clr|Councillor|COUNCILLOR|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Ald(?:erman)?|Prof(?:essor)?)\.?\s(?:[^.,;()]|(?<=\b[A-Z])\.){2,50}?"
APOLOGIES_FROM = re.compile(
    r"(?:[Aa]pologies|APOLOGIES|[Aa]n apology)(?: for (?:\w+ )?(?:absence|inability to attend|non-attendance))?\b[^.:]{0,70}?(?:\b(?:from|by|on behalf of|for)|:)\s+"
    r"(?P<who>(?:[^.]|\.(?=\s?[A-Z]\b)|(?<=\b[A-Z])\.|(?<=Cllr)\.|(?<=Cllrs)\.|(?<=Mrs)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.)*)")
APOLOGISED = re.compile(r"(?P<who>[A-Z][^.;:]{3,200}?)\s+(?:had |have |has )?(?:sent|submitted|tendered|given|gave|offered)\s+(?:their |his |her )?apolog(?:y|ies)\b")
SUBSTITUTED = (
    re.compile(rf"(?P<stand>{_PERSON})\s+(?:was |were |had |who |is |has )*(?:substitut(?:ed|ing|e)|in attendance as (?:a |the )?substitute|(?:present|there|attended|attending|appointed|acting|acted) as (?:a |the |named )*substitute|"
               rf"attend(?:ed|ing) (?:the meeting )?(?:in (?:the )?(?:place|stead)|on behalf|for)|deputi[sz](?:ed|ing)|(?:present |was )?(?:in (?:the )?place|on behalf)|a substitute|replac(?:ed|ing)|stood in)\s*(?:member\s*)?(?:for|of)?\s+"
               rf"(?P<away>{_PERSON.replace('{2,50}?', '{2,50}')})"),
    re.compile(rf"(?P<away>{_PERSON}),?\s+(?:had (?:sent|given) (?:his |her |their )?apologies and )?(?:for whom|whose (?:named )?substitute was|(?:who )?(?:was|had been) (?:substituted|replaced|represented) by|with)\s+(?P<stand>{_PERSON})(?=\s+(?:was|were|attended|substitut|had|is|as|acting|in attendance)\b|[.,;)]|$)"),
    re.compile(rf"(?P<away>{_PERSON})\s*\((?P<stand>{_PERSON}) (?:as |was |is )?(?:a |the |acting as )?(?:named )?(?:substitut\w+)\)"),
    re.compile(rf"(?P<stand>{_PERSON})\s*\((?:as )?(?:a )?(?:substitute|substituting|sub)\s+(?:for|of)\s+(?P<away>{_PERSON})\)"),
)
FOR = re.compile(rf"(?P<stand>{_PERSON})\s+(?:for|in place of|replacing|on behalf of|\()\s*(?:for\s+)?(?P<away>{_PERSON.replace('{2,50}?', '{2,50}')})")


def apologies_in(paper: Paper, block: Block, title: str, people: Sequence[Attendee]) -> list[Attendee]:
    """People whom a minute about apologies names as away, and those who stood in for them."""
    text = block.text
    known = list(people)
    out: list[Attendee] = []

    def add(person: Attendee) -> None:
        if person.name and not any(same_person(person.name, p.name) and (p.group == person.group) for p in known + out):
            out.append(person)

    def within(start: int, end: int) -> None:
        state = _State()
        state.enter("absent", "Apologies")
        for person in _people(paper, block, start, end, state, "absent"):
            add(person)

    ranges = [m.span("who") for m in APOLOGIES_FROM.finditer(text) if not re.search(r"replaced|substitut|represented|deputis", text[m.start(): m.start("who")]) and not re.search(r"arriv\w*\s+late|lateness|leave early|leaving", text[max(0, m.start() - 10): m.start("who")])]
    if not ranges:
        ranges = [m.span("who") for m in APOLOGISED.finditer(text)]
    if not ranges and _opens_with_person(text) and re.search(r"apolog", title, re.IGNORECASE) and not _is_prose(text) and not re.search(r"\b(?:was|were|had|declared|is|said|to|that)\b", text):
        ranges = [(m.start(), m.end()) for m in re.finditer(r"(?:[^.]|\.(?! [A-Z][a-z])|(?<=\b[A-Z])\.|(?<=Cllr)\.|(?<=Mrs)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.)+", text)
                  if not re.search(r"\b(?:attend\w*|substitut\w*|deputi[sz]\w*|replac\w*|represent\w*|arriv\w*|joined|left|present)\b", m[0])]
    group = _group_above(paper, block) if ranges and ranges[0][0] == 0 else "absent"
    if group != "absent":
        return [p for p in _listed_in_item(paper, block, group) if not any(same_person(p.name, k.name) and p.group == k.group for k in known)]
    for start, end in ranges:
        clause = re.split(r"\bfor whom\b|\b(?:and it was|with (?:Cllr|Councillor|Mr|Mrs|Ms)|who (?:had|was|would|were)|whose|were received|was received|were noted|had been|was represented|was substituted)\b|;\s(?=\w+\s+(?:was|had|substitut))", text[start:end])[0]
        within(start, start + len(clause.rstrip()))
        for m in re.finditer(r"and from\s+", text[start:end]):
            within(start + m.end(), end)
    for pattern in (*SUBSTITUTED, *((FOR,) if re.search(r"substitut", title, re.IGNORECASE) and len(text) < 300 else ())):
        for m in pattern.finditer(text):
            stand, away = read_person(m["stand"]), read_person(m["away"])
            if stand and away and not same_person(stand.name, away.name):
                add(Attendee(away.name, away.honorific, away.postnominals, None, "absent", where=paper.span(block, *m.span("away"))))
                add(Attendee(stand.name, stand.honorific, stand.postnominals, None, "present", away.name, where=paper.span(block, *m.span("stand"))))
    return out


def _listed_in_item(paper: Paper, block: Block, group: str) -> list[Attendee]:
    """The people of a block that stands under a heading of its own within an item."""
    state = _State()
    state.enter(group, "")
    return [p for p in _settle(list(_people(paper, block, 0, len(block.text), state, group))) if p.name]


def _group_above(paper: Paper, block: Block) -> str:
    """The group whose heading stands above a list of names within an item: apologies, unless it says otherwise."""
    for above in reversed([b for b in paper.blocks if b.number < block.number][-12:]):
        heading, _ = split_heading(above.text)
        if heading is not None:
            return heading[0] if heading[0] != "same" else "present"
        if not _opens_with_person(above.text):
            break
    return "absent"


def with_substitutes(text: str, people: list[Attendee]) -> None:
    """"Cllr A substituted for Cllr B": A, already listed, stands in for B."""
    alone = len(text) < 300 and not re.search(r"\w{4}", re.sub(r"substitut\w*", "", FOR.sub("", text)))      # "Councillor A for Councillor B."
    for pattern in (*SUBSTITUTED, *((FOR,) if alone else ())):
        for m in pattern.finditer(text):
            stand, away = read_person(m["stand"]), read_person(m["away"])
            if not stand or not away:
                continue
            full = next((p.name for p in people if p.group == "absent" and same_person(p.name, away.name)), away.name)
            for n, person in enumerate(people):
                if person.group == "present" and same_person(person.name, stand.name):
                    people[n] = replace(person, substitute_for=full)


def same_person(a: str, b: str) -> bool:
    """May two printed names be one person's? The surname, and the first initial where both print one."""
    x, y = surname_last(a).lower().split(), surname_last(b).lower().split()
    if not x or not y:
        return False
    strip = {"mr", "mrs", "ms", "miss", "dr"}
    x, y = [w for w in x if w not in strip] or x, [w for w in y if w not in strip] or y
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0])


def unheaded(paper: Paper, blocks: Sequence[Block]) -> list[Attendee]:
    """Lists of names that no heading announces: the members first, then those with roles."""
    state = _State()
    state.enter("present", "")
    found: list[Attendee] = []
    rows = list(_rows(paper, blocks))
    state.trailing = _has_marks(rows)
    own: set[float] = set()
    for row in rows:
        block = row.block
        if paper.claimed(block) and paper.leaf[block.number] not in ("heading", "rubric") and block.number not in own:
            continue
        text = row.text
        person = read_person(text)
        if not (person or PLURAL.match(text) or found and _role_before(text)) or _is_prose(text) or len(text) > 1500 or next(find_dates(text), None):
            continue
        mark = _mark(row) if state.trailing else None
        stop = row.end if mark is None else mark[1]
        people = list(_people(paper, block, row.start, stop, state, "absent" if mark is not None and mark[0] in AWAY_MARKS else state.group or "present", row.cuts))
        if not people:
            continue
        if found and row.gap >= 1 and all(p.role and not CHAIR_ROLE.search(p.role) and not p.honorific for p in people[:1]):
            state.enter("in attendance", "")
            people = [replace(p, group="in attendance") for p in people]
        found += people
        own.add(block.number)
        paper.leaf[block.number] = "attendance"
    if len(found) < 2 or sum(1 for p in found if p.honorific) < 2 and not any(p.role and CHAIR_ROLE.search(p.role) for p in found):
        return _elsewhere(paper)
    return _settle(found)


# What heads a list that stands among the business, or after it.
LISTED = re.compile(r"(?:\d{1,4}[.)]?\s+)?(?:roll[- ]?call|(?:members|councillors|those|record of|list of those) (?:attending|attendance|present|in attendance)|attendance(?: (?:sheet|list|record|details))?)\W*", re.IGNORECASE)
ROLL = re.compile(r"\s(?:[–—-]\s*|:\s*)(?P<mark>present|apolog(?:y|ies)|absent|in attendance)\b(?P<rest>.*)$", re.IGNORECASE)


def _elsewhere(paper: Paper) -> list[Attendee]:
    """A list that stands in an item of its own or on a sheet after the close. Its blocks stay with the business."""
    blocks = [b for b in paper.blocks if b.kind != "furniture"]
    for n, head in enumerate(blocks):
        first, _, more = (head.lines[0].text, "", head.lines[1:]) if len(head.lines) > 1 else (head.text, "", ())
        if paper.kind not in ("minutes", "web-minutes", "other") or not LISTED.fullmatch(first):
            continue
        state = _State()
        state.enter("present", "")
        for block in blocks[n if more else n + 1: n + 40]:
            if block is not head and _begins_business(block, state):
                break
            for row in _rows(paper, [block]):
                if not LISTED.fullmatch(row.text):
                    _listed(paper, row, state)
        if len(found := _settle(state.found)) >= 2:
            return found
    return []


def _begins_business(block: Block, state: _State) -> bool:
    """Is this the number or the title of the item after the list?"""
    numbered = re.match(r"\d{1,4}(?:[.)/]|\s+[A-Z])", (f"{block.marker} {block.text}").strip()) is not None
    return bool(state.found) and (numbered and not _opens_with_person(block.text) or _is_prose(block.text) and not AFTERWARDS.search(block.text) and split_heading(block.text)[0] is None)


def _listed(paper: Paper, row: _Row, state: _State) -> None:
    """One row of such a list, read without claiming it."""
    block, start, end = row.block, row.start, row.end
    text = block.text[start:end]
    if NONE.fullmatch(text.split(":")[-1].strip()):
        return
    heading, rest = split_heading(text)
    if heading is not None:
        state.enter(*heading)
        if not rest:
            return
        start, text = start + rest, block.text[start + rest: end]
    if m := ROLL.search(text):
        group = "absent" if re.match("ap|abs", m["mark"], re.IGNORECASE) else "in attendance" if m["mark"].lower() == "in attendance" else "present"
        people = list(_people(paper, block, start, start + m.start(), state, group))
        if people and (stand := SUBSTITUTED[0].search(m["rest"])) and (who := read_person(stand["stand"])):
            people.append(Attendee(who.name, who.honorific, who.postnominals, None, "present", people[0].name, where=people[0].where))
        state.found += people
        return
    if told := _told(paper, row, start, end, state):
        state.found += told
        return
    if (m := re.match(r"(?P<org>[A-Z][\w’'& -]{2,60}?)\s*:\s+(?=[A-Z])", text)) and not read_person(m["org"]) and _opens_with_person(text[m.end():]):
        if ATTENDING_BODY.search(m["org"]) or re.search(r"\b(?:pcc|staff|office)\b", m["org"], re.IGNORECASE):
            state.enter("also present", m["org"])
        co_opted = re.match(r"co-?opt|independent|lay\b", m["org"], re.IGNORECASE) is not None
        state.authority, state.role = (None, _singular(m["org"])) if co_opted else (m["org"], None)
        start, text = start + m.end(), text[m.end():]
    if _opens_with_person(text) or heading is not None:
        for person in _people(paper, block, start, end, state, state.group or "present"):
            state.add(person)


def chair_of(people: Sequence[Attendee]) -> str | None:
    """Who chaired: the one in the chair, else the chair among those present."""
    for person in people:
        if person.role and person.group in ("present", "in attendance", "also present") and SAT.search(person.role):
            return person.name
    for person in people:
        if person.role and person.group in ("present", "in attendance") and CHAIR_ROLE.search(person.role) and not VICE.search(person.role) and not re.search(
                r"\b(?:chair\w*|convener) of (?:the )?(?!panel|committee|board|meeting)[a-z]", person.role, re.IGNORECASE):
            return person.name
    return None


ELECTED = re.compile(
    r"(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?)\s+(?:was|were|is|be|being|had been|has been)?\s*(?:duly |unanimously |hereby )*(?:re-?)?(?:elected|appointed|confirmed|nominated and elected)"
    r"\s+(?:unanimously\s+)?(?:as\s+|to be\s+|to the position of\s+|to the office of\s+)?(?:the\s+)?(?:Chair(?:man|person|woman)?|Convener)\b(?!\s*(?:/|and)\s*Vice)"
    r"|(?:elect(?:ed)?|appoint(?:ed)?)\s+(?P<who2>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?)\s+(?:as|to be)\s+(?:the\s+|its\s+)?(?:Chair(?:man|person|woman)?|Convener)\b",
)
TOOK = re.compile(r"(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?),?\s+(?:then |thereupon |having been elected |duly )*(?:took|in) the [Cc]hair\b")


PLAIN = re.compile(r"(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s[^.,;:()]{2,45}?)\s+(?:was|be|being)\s+(?:duly |unanimously |hereby )*(?:re-?)?(?:elected|appointed)\b(?!.{0,30}\b[Vv]ice)")
NAMED = re.compile(r"\b[Tt]he Chair(?:man|person|woman)?,\s+(?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s[^.,;:()]{2,45})")


def named_chair(text: str) -> str | None:
    """The chair whom the first minutes name in passing: "signed by the Chairman, Councillor A Surname"."""
    m = NAMED.search(text)
    person = read_person(m["who"]) if m else None
    return person.name if person else None


def elected_chair(text: str, people: Sequence[Attendee]) -> str | None:
    """Whom a minute about the chair says to have been elected, or to have taken the chair."""
    for pattern in (TOOK, ELECTED, PLAIN):
        for m in pattern.finditer(text):
            shown = m.groupdict().get("who") or m.groupdict().get("who2") or ""
            starts = [k.start() for k in re.finditer(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\b", shown)]
            person = read_person(shown[starts[-1]:]) if starts and not re.match(r"Cllr|Councillor", shown) else read_person(shown)
            person = person or (read_person(shown[starts[-1]:]) if starts else None)
            if person:
                return next((p.name for p in people if same_person(p.name, person.name)), person.name)
    return None
