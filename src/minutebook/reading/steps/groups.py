"""The groups of a list of people, as the paper heads them: "Also in attendance:", "Apologies for absence were received from".

A heading is made of words from one vocabulary and of nothing else; what they say together tells the group.
"""
from __future__ import annotations

import re

from minutebook.reading.people import PLURAL, read_person

# A group's heading is made of these words alone, in whatever order; the rules below tell which group it is.
HEADING_WORDS = frozenset(re.findall(
    r"\S+",
    """present attendance attendances attendee apols apol local non-local attendees attending attended absent absence absences absentees apology apologies member members membership
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
CHAIR_ROLE = re.compile(r"\b(?:chair(?:man|person|woman|ing)?|convenor|convener|cathaoirleach|cadeirydd|presiding|preses)\b|\(c\)", re.IGNORECASE)
ORG_SUFFIX = re.compile(
    r"\b(?:organi[sz]ations?|councils?|borough|district|city|county|authority|authorities|police|garda|gardaí|síochána|oireachtas|psni|opcc|nhs|trust|services?|university|force|office|constabulary|forum|"
    r"association|union|unison|society|federation|charity|college|board|partnership|watch|housing|healthwatch|ltd|limited|plc|llp|department|ministry|diocese|"
    r"agency|network|probation|foundation|hospitals?|group|company|alliance|support|school|network|oireachtas|church|ymddiriedolaeth|heddlu|cyngor|comhairle)\b", re.IGNORECASE)
OFFICE = re.compile(
    r"\b(?:officer|manager|director|head of|clerk|solicitor|secretary|treasurer|assistant|co-?ordinator|commissioner|chief|lead|advis[eo]r|analyst|inspector|"
    r"superintendent|administrator|executive|representative|member|holder|chair\w*|convene?r|leader|mayor|deputy|spokes\w+|president|invitee|observer|"
    r"consultant|nurse|trustee|audit(?:ors?)?|co-?opted|co-?optees?)\b", re.IGNORECASE)
HEAD_ROLES = re.compile(
    r"\b(?P<role>(?:(?:independent|co-?opted|lay|community|church|parent governor|added|appointed|tenant|statutory|non-?executive)\s+)+(?:members?|councillors?|persons?|representatives?)|"
    r"co-?optees?|parent governors?|independent persons?)\b", re.IGNORECASE)
SENT = re.compile(
    r"(?P<head>(?:(?:an?\s+)?apolog(?:y|ies)\b|the following\b|officers?\b|also\b|those\b|members?\b|present\b|in attendance\b)"
    r"[^.;:]{0,110}?\b(?:from|on behalf of|by|were|was|included?|for|present)\b:?)\s+(?-i:(?=(?:Cllr|Clr|Councillor|COUNCILLOR|Alderman|The |Mrs?\b|Ms\b|Miss|Dr|Sir|Lord|Lady|Prof|Rev|[A-Z][\w’'.-]*\s[A-Z])))",
    re.IGNORECASE)
# Bodies that send people to a meeting but have no seat on it, as headings of their own among the lists.
ATTENDING_BODY = re.compile(r"\b(?:police|policing team|garda|gardaí|síochána|psni|constabulary|heddlu|fire (?:(?:and|&) rescue )?service|ambulance|opcc|nhs|probation)\b(?!.*\b(?:panel|committee|authority|partnership|board)\b)", re.IGNORECASE)


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


def role_of_heading(heading: str) -> str | None:
    """"Co-opted Members" over a list says the role of each."""
    if re.search(r"\b(?:in the chair)\b", heading, re.IGNORECASE):
        return "Chair"
    m = HEAD_ROLES.search(heading)
    if not m or re.search(r"\bcouncillors and\b|\bvoting members and\b", heading, re.IGNORECASE):
        if re.match(r"co-?opt", heading, re.IGNORECASE):
            return "Co-opted"
        return None
    return singular(m["role"])


def singular(role: str) -> str:
    words = re.sub(r"(?i)(members|councillors|co-?optees|persons|representatives|officers|governors)\b", lambda w: w[0][:-1], role)
    return words[:1].upper() + words[1:]
