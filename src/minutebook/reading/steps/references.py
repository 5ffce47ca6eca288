"""Pointers to other records, pages, statutes and documents.

"[Min. No. 25 refers]" · "the minutes of the meeting held on 3 May" · "section 62 of the … Act 1994" · "agenda page 56" ·
"decision 2018/03" · "the Community Safety Strategy 2016-19 (attached as Appendix A)". The paper before the
meeting ("the report") is not a reference to another; a document with a name, an author or a subject is.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.reading.passages import Finding, Passage, Setting
from minutebook.reading.steps.numbers import MONTHS
from minutebook.reading.steps.sentences import sentences

MONTHS = f"(?i:{MONTHS})"
_DAY = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+{MONTHS})?(?:,?\s+\d{{4}})?"
_DATE = rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTHS}(?:,?\s+\d{{4}})?)"
_DATES = rf"{_DAY}(?:(?:\s*,\s*|\s+and\s+|\s+&\s+){_DAY}){{0,4}}"
_CAP = r"[A-Z][\w’'&/-]*"
# A proper name: capitals, with the small words that stand inside names.
_NAME = rf"(?:{_CAP}(?:\s+|-))(?:(?:{_CAP}|of|and|the|for|in|on|to|&|with|from|\([A-Z][\w\s’'&-]{{1,60}}\)|\d{{4}}(?:[-/–]\d{{2,4}})?)(?:\s+|-)){{0,14}}?"
_AMENDED = r"(?:\s*\(as\s+amended\))?"
_PROVISION = r"(?:[Ss]ections?|SECTIONS?|[Ss]s?\.|[Pp]aragraphs?|[Pp]arts?|[Ss]chedules?|[Cc]hapters?|[Rr]egulations?|[Aa]rticles?|[Oo]rders?)\s*\d+[A-Z]{0,3}\s*(?:\(\w+\)\s*)*(?:(?:,\s*|\s+(?:and|to|or)\s+|\s*[-–]\s*)\d+[A-Z]{0,2}(?:\(\w+\))*)*"

_ACT = re.compile(
    rf"(?:(?P<prov>{_PROVISION}(?:\s*\([^)]{{1,20}}\))?(?:\s+(?:of|to)\s+(?:{_PROVISION}\s+(?:of|to)\s+)?))(?:the\s+)?)?"
    rf"(?P<act>(?:{_CAP}\s+|\(\w+\)\s+)(?:(?:{_CAP}|of|and|the|for|in|to|&|etc\.?|\([A-Z][\w\s’'&-]{{1,40}}\)),?\s+){{0,12}}?(?:Acts?|Bill|Measure)\b(?:\s+(?:19|20)\d\d|\s+1[6-8]\d\d)?{_AMENDED}(?:,\s+(?:section|Schedule|schedule)\s+\d+\w*)?)"
    rf"|(?P<law>\b(?:{_CAP}\s+){{1,4}}(?:legislation|[Ll]aw\b|Duty\b|Directive\b))"
    rf"|(?P<bare>\b{_PROVISION}(?:\s*\([Ss]\d+\))?\s+(?:(?:of|to|under)\s+(?:{_PROVISION}(?:\s+(?:of|to)\s+)?)?(?:that|the|this)\s+Act|[Nn]otices?|powers?|orders?|detentions?|reports?|agreements?)\b)"
    r"|(?P<short>\b[Ss]\.?\s?\d{1,3}[A-Z]?\b(?!\s*%)(?:\s+(?:[Nn]otices?|[Aa]greements?|powers?|detentions?|orders?))?)"
    r"|(?P<sched>\b(?:[Pp]aragraphs?\s+\d+(?:\s*(?:,|and|to|or|&)\s*\d+)*\s+of\s+(?:[Pp]art\s+\w+\s+of\s+)?)?[Ss]chedule\s+1?2A\b(?:\s+(?:of|to)\s+the\s+[A-Z][\w\s]{5,40}?Act\s+\d{4})?)"
    r"|(?P<sect>\bsections?\s+\d{1,3}[A-Z]{0,3}(?:\(\w+\))*(?:\s+(?:and|to)\s+\d+[A-Z]?)?(?!\s*(?:of|to|on|in)\s+(?:the|this|that)\s+(?:report|plan|paper|agenda|document))\b)"
    r"|(?P<duty>\b(?:statutory|legislative|legal)\s+(?:requirements?|duty|duties)\b(?:\s+(?:placed\s+on|of|to)\s+[\w’' ]{3,25}?(?=[.,;]|$|\s(?:and|in|for|under)\b))?|\bduty\s+to\s+collaborate\b|\b(?:when|where|once|if)\s+(?:the\s+)?legislation\s+\w+\s+\w+)")
_LEAD_IN = re.compile(r"(?:The|In|Under|That|This|A|An|As|By|For|Of|On|To|With|And|Both|Any|All|If|When|Although|While|Since|Some|Local|His|Her|Its|Their|Our|These|Those|Such|Members|Cllr|Councillor|Mr|Mrs|Ms)\s+$")
_REGULATION = re.compile(
    rf"(?:(?:under|by|with)\s+)?(?:{_PROVISION}\s+of\s+)?(?:the\s+)?(?:{_CAP}\s+|\([A-Z][\w\s]{{2,60}}\)\s+)(?:(?:{_CAP}|of|and|the|for|in|to|&|\([A-Z][\w\s’'&,-]{{1,70}}\)),?\s+){{0,16}}?(?:Regulations?|Order|Rules|Byelaws|Directions)(?:\s+(?:19|20)\d\d{_AMENDED})"
    rf"|\bthe\s+(?:19|20)\d\d\s+(?:Regulations|Order|Rules)\b|\b(?:[Tt]he\s+)?Regulation\s+\d+[A-Z]?(?:\s+Notices?)?(?:\s+for\s+the\s+period\s+{_DATE}\s+to\s+{_DATE})?"
    r"|\b(?:Civil|Criminal|Family|Council|Court)\s+Procedure\s+Rules\b|\bsecondary\s+legislation\s+could\b|\b(?:[A-Z]\w+\s+){1,3}[‘']?(?:counting\s+)?rules[’']?\s+(?:amendment|for\s+recording|on\s+\w+)\b|\bthe\s+(?:\w+\s+)?regulations\b(?=\s+(?:of|on|made|had|were|that))"
    r"|\bthe\s+(?:coronavirus|planning|building|licensing|procurement|fire|food)\s+regulations\b|\bthe\s+Regulations\b|\bthe\s+Guidelines\s+of\s+\w+\s+\d{4}\b|\bStatutory\s+Instrument\s+\d{4}/\d+\b")
_MINUTE = re.compile(
    rf"\b(?:the\s+)?(?:[Mm]inutes?|MINUTES?|[Rr]ecord|[Mm]eeting\s+[Nn]otes|[Nn]otes)\s+(?:of|from|for|OF)\s+(?:(?:the|its|their|a|THE|our)\s+)?(?:[\w’'&(),-]+\s+){{0,14}}?(?:(?:held|HELD|dated)\s+(?:on|ON)\s+|on\s+)?(?:{_DATES}|…+\s*\d{{4}})"
    rf"|\b{_DATE}\s+(?:[A-Z&][\w’'&]*\s+){{1,6}}(?:Meeting\s+)?(?:Minutes|Notes)\b"
    r"|\b(?:the\s+)?Minutes\s+of\s+the\s+Committee’s\s+meeting\s+held\s+on\s+\d+\s+\w+\s+\d{4}"
    r"|\[?(?:[A-Z]{2,4}\s+)?\b(?:[Mm]in(?:ute)?s?\b\.?|MIN(?:UTE)?S?\b\.?)\s+(?:[Nn]os?\.?\s*)?(?:[A-Z]{1,4}[/\s]?)?\d+[\w./()-]*\s*(?:[–—-]\s*[A-Z][\w\s]{2,40}?(?=[\].:;,(]|$)|(?:refers|refer|above|below)\b)?\]?"
    r"|\bminutes\s+of\s+which\s+\w+\s+available\b|\bdiscussion\s+recorded\s+at\s+[A-Z]*\s?\d+/\d+")
_PAGE = re.compile(
    r"\[?\b(?:on\s+|at\s+|see\s+)?(?:[A-Z][A-Za-z]{1,8}\s+[-–]\s+)?(?:[Aa]genda\s+)?(?:[Pp]ages?|pp?\.|[Pp]g\.?)\s*\d+(?:\s*(?:[-–/&]|to|and)\s*\d+)?\b(?:\s+of\s+(?:the|their|his|her)\s+(?:[\w’']+\s+){0,4}?(?:report|agenda|papers?|plan|pack|document|bundle|appendix|supplement)\b)?\]?"
    r"|\[?\b[Aa]genda\s+(?:[Ii]tems?|p\.|pages?|pp\.)\s*\d+(?:\.\d+)?[a-z]?\]?|\bagenda\s+\(item\s+\d+\w*\)"
    r"|\b(?:[Tt]able\s+at\s+)?(?:paragraphs?|para\.?|paras\.?)\s+\d+(?:\.\d+)*(?:\s*(?:[-–/&]|to|and)\s*\d+(?:\.\d+)*)?(?!\s+of\s+(?:[Pp]art|[Ss]chedule))(?:\s+(?:of|in|on)\s+(?:the|his|her|their|page)\s+(?:[\w’']+\s+){0,5}?(?:report|paper|agenda|plan|\d+)\b)?(?:\s*\(agenda\s+p\.\s*\d+\))?"
    r"|\b(?:question|table|figure|chart|slide|section|recommendation|objective)\s+\d+(?:\.\d+)?\s+(?:of|in|on)\s+(?:the|his|her|their|page)\s+(?:report|paper|agenda|plan|\d+)\b(?:\s+on\s+page\s+\d+)?"
    r"|\b(?:at\s+|in\s+)?(?:[Aa]ppendix|[Aa]ppendices|[Aa]nnexe?s?|APPENDIX)\s+(?:\d+|[A-Z])\b(?:(?:\s*(?:,|and|to|&)\s*)(?:\d+|[A-Z])\b(?!\w))*(?:\s+(?:to|of)\s+(?:this|the|his|her|their)\s+(?:\w+\s+)?(?:report|paper|agenda|minutes))?")
_DECISION = re.compile(
    r"\b(?:Record\s+of\s+Decision\b(?:\s+[-–]\s+[A-Z][\w\s’&-]{3,60})?|[A-Z][\w\s’&-]{3,60}?\s+[-–]\s+Record\s+of\s+Decision\b"
    r"|(?:[Dd]ecision(?:\s+(?:[Nn]otice|[Nn]o\.?|[Nn]umber|[Rr]ef(?:erence)?\.?|[Rr]ecord))?)\s+(?=[\w./-]*\d)(?:[A-Z][\w./-]*|\d[\w./-]*\d)(?:\s+\([A-Z][^)]{3,60}\)|\s+refers)?"
    rf"|the\s+(?:[\w’]+\s+)?decision\s+(?:of|dated|taken\s+on|made\s+on)\s+{_DATE})")
_BODY = r"(?:Panel|Committee|Board|Cabinet|Council|Forum|Partnership|Executive|Authority|Trust|Group|Sub-Committee|Assembly|CSP|PCP|Conference|Commission|Working\s+Group|Task\s+Group|Summit)s?"
_MEETING = re.compile(
    rf"\b(?:(?:the|its|their|our|his|a|an|this|that|last|next|previous|future|initial|first|The)\s+)*(?:(?:last|next|previous|two|three|quarterly|annual|future|initial|first|formal|public|monthly|special|extraordinary)\s+)*(?:{_CAP}\s+(?:(?:{_CAP}|and|of|&|the|for)\s+){{0,9}})?(?:[Mm]eetings?|[Ss]eminar|[Ww]orkshop|[Bb]riefing|[Ss]ummit|[Cc]onference)\s+(?:(?:of|with)\s+(?:the\s+|his\s+|its\s+)?(?:{_CAP}\s+(?:(?:{_CAP}|and|of|&|the|for)\s+){{0,9}}?))?(?:due\s+to\s+be\s+|to\s+be\s+|which\s+was\s+|scheduled\s+)?(?:held\s+|taking\s+place\s+)?(?:on|of|in)\s+(?:{_DATES}|{MONTHS}(?:\s+\d{{4}})?)"
    rf"|\b(?:the\s+|a\s+|his\s+|their\s+|its\s+|future\s+|last\s+|next\s+|previous\s+|quarterly\s+|two\s+|initial\s+|The\s+)*(?:{_CAP}\s+)(?:(?:{_CAP}|and|of|&|the|for)\s+){{0,9}}?meetings?\b(?!\s+(?:of|be|were\s+an|was\s+an)\b)"
    rf"|\b(?:the\s+|a\s+|The\s+)?(?:initial|first|inaugural|last|previous|special|extraordinary)\s+meeting\s+of\s+(?:the|his|its|her|their)\s+(?:{_CAP}\s+(?:(?:{_CAP}|and|of|&|the|for)\s+){{0,9}}?{_CAP})\b"
    rf"|\b(?:[Aa]s\s+)?(?:presented|reported|submitted|considered|discussed|agreed|approved)\s+(?:to|by|at)\s+(?:the\s+)?(?:(?:{_CAP}|and|of|&|the)\s+){{0,8}}?{_CAP}\s+on\s+{_DATE}"
    rf"|\bat\s+(?:its|their|our|the|a)\s+(?:previous\s+|last\s+)?meeting\s+(?:on|of|in)\s+(?:{_DATE}|{MONTHS}(?:\s+\d{{4}})?)(?:\s+\(Min\.?\s*\d+\))?"
    rf"|\b(?:which\s+)?I\s+attended\s+on\s+{_DATE}"
    rf"|\b(?:(?:as\s+|has\s+|had\s+)*previously\s+(?:been\s+)?(?:discussed|requested|considered|raised|advised|agreed|reported|asked)\s+(?:by|to|at|with)?\s*(?:the|this)\s+{_BODY})\b"
    rf"|\b(?:a\s+|the\s+)(?:{_CAP}\s+)(?:(?:{_CAP}|and|of|&|the|for)\s+){{0,9}}?(?:Conference|Summit)\b(?:\s+(?:of|for)\s+(?:{_CAP}|and|\s)+)?(?:\s+the\s+previous\s+week)?"
    rf"|\b(?:a\s+)?standing\s+item\s+on\s+the\s+(?:(?:{_CAP}|and|of|&|the)\s+){{1,9}}?agenda\b"
    rf"|\battending\s+the\s+(?:(?:{_CAP}|and|of|&)\s+){{1,8}}?Boards?\b"
    rf"|\bthe\s+(?:{_CAP}\s+){{1,4}}briefing\s+in\s+{MONTHS}")
_DOC = (r"Plans?|Strateg(?:y|ies)|Reports?|Policy|Frameworks?|Assessment|Protocols?|Memorand(?:um|a)(?:\s+of\s+(?:Understanding|Association))?|Guidance|Guidelines|Guide|Statements?(?:\s+of\s+Accounts)?|"
        r"Analysis|Survey(?:\s+Results)?|Results|Terms\s+of\s+Reference|Charter|Pledge|Constitution|Prospectus|Code(?:\s+of\s+(?:Practice|Conduct))?|Concordat|Compact|Manifesto|Letter|Bulletin|"
        r"Briefing\s+(?:Note|Paper)|Business\s+Case|Work\s+Programme|Refresh(?=\s+(?:document|report))|Toolkit|Dashboard|Scorecard|Score\s+Cards?|Specification|Inspection(?=\s+(?:19|20)\d\d)|"
        r"(?:Consultation|White|Green)\s+Paper|Crime\s+Statistics|Priorities|(?:Serious\s+Case|Peer|Spending|Governance|Independent|Capability)\s+Review")
_SMALL = r"of|and|for|in|on|to|with|&|from|into"
_ATTACHED = (r"(?:\s*[\[(](?:as\s+)?(?:attached|set\s+out|appended|EX\w+\s+Item)\s+[^\])]{1,60}[\])]|\s+(?:as\s+)?(?:attached|appended|set\s+out)\s+(?:as|at|in)\s+(?:Appendix|Annex|EXEMPT\s+Item)\s+\w+(?:\s+(?:to|in|of)\s+the\s+\w+)?)?")
_REPORT = re.compile(
    # a proper name that ends in what a document is called
    rf"(?:\b(?:the|his|her|its|their|our|a|an|draft|updated|latest|recent|joint|this|that|bespoke|local|new|revised|final)\s+)*(?<![\w’])(?:(?!RESOLVED|NOTED|AGREED|RECOMMENDED|That\b){_CAP}:?|(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?)(?:\s+|-|:\s+)(?:(?:{_CAP}:?|(?:{_SMALL})(?=\s+(?!the\s))|\([A-Z][\w\s’'&-]{{1,40}}\)|(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?)(?:\s+|-)){{0,12}}(?:{_DOC})\b(?!\s+(?:Board|Committee|Group|Panel|Team|Officer|Manager|Unit|Commission|Programme\b|Sub|Director|Fund|Department|Hub|Centre|Coordinat))"
    rf"(?:\s+(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?|\s+[-–]\s+{MONTHS}\s+\d{{4}}|\s+for\s+(?:the\s+)?(?:period\s+to\s+)?(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?(?:\s+municipal\s+\w+)?|\s+\([A-Z][^)]{{1,30}}\)|\s+\(\d{{4}}[^)]{{0,12}}\)|\s+for\s+the\s+(?:Committee|Panel))*(?:\s+documents?\b)?{_ATTACHED}"
    rf"|(?:\b(?:the|his|her|its|their|a|an|draft|updated|bespoke|local|joint|this|[A-Z][\w’]+’s)\s+)*(?:Memorand(?:um|a)\s+of\s+(?:Understanding|Association)|Terms\s+of\s+Reference|Statements?\s+of\s+Accounts|Code\s+of\s+(?:Practice|Conduct))(?:\s+(?:for\s+)?(?:19|20)\d\d(?:[-/–]\d\d)?|\s+\([A-Z][^)]{{1,30}}\))*{_ATTACHED}"
    # capitals before a common word: "the Cleaner Rivers plan"
    rf"|\b(?:the|his|her|its|their)\s+(?:{_CAP}:?\s+)(?:(?:{_CAP}:?|{_SMALL})\s+){{1,8}}(?:plan|strategy|policy|document|framework|guidance|guidelines)\b(?!\s+(?:board|group|team|officer))"
    # a report by its maker: "the HMIC report", "the inspectorate’s report on custody", "the report of the Director of …"
    rf"|\b(?:[Tt]he\s+|an?\s+|that\s+)?(?:recent\s+|latest\s+|overall\s+|last\s+|final\s+)?(?:(?!RESOLVED|NOTED|AGREED|EXEMPT|RECOMMENDED)[A-Z]{{3,}}s?(?:\s+(?:[A-Z][\w’]*|\d{{4}})){{0,6}}|(?:{_CAP}\s+(?:of\s+)?){{0,6}}(?:Inspectorate\s+of\s+\w+|Inspectorate|Manager|Ombudsman|Auditor|Commission|Coroner|Inspector|[a-z]*\s?inspectorate|auditor|ombudsman|coroner|regulator|watchdog|university|external\s+auditor|internal\s+auditor|force)(?:’s|'s|’|'))\s+(?:(?:inspection|threat|spotlight|legitimacy|annual|quarterly|progress|crime|overall|final|action|crime\s+recording|“[^”]{{3,30}}”|\d{{4}})\s+){{0,2}}(?:reports?|letter|assessments?|evaluation|guidance|strategy|action\s+plan|plan)\b(?:\s+(?:on|into|in|about)\s+(?:[A-Za-z][\w’]*\s?){{1,6}})?"
    rf"|\b(?:a|the|his|her|their)\s+(?:joint\s+|further\s+|written\s+)?reports?\s+of\s+the\s+(?:{_CAP}[,]?\s+|of\s+|and\s+|for\s+|the\s+|&\s+){{0,12}}{_CAP}|\b(?:a|the)\s+report\s+by\s+(?:the\s+)?(?:{_CAP}\s*){{2,6}}"
    r"|\b(?:his|her|their|its|a|the)\s+(?:\w+\s+)?report\s+(?:on|about|into)\s+(?!(?:his|her|their|its|this|that|it)\b)[a-z]+(?:\s+(?:[a-z]+|[A-Z]\w+)){0,7}"
    rf"|\bthe\s+(?:{MONTHS}\s+)?(?:19|20)\d\d\s+(?:report|review|assessment|survey|refresh)\b(?:\s+to\s+the\s+\w+)?|\b[Rr]eport\s+[A-Z]{{1,5}}[/-]?\d[\w/.-]*\d|\b(?:draft\s+|covering\s+)?report\s+\[(?:as\s+)?attached[^\]]{{1,40}}\]"
    r"|\b(?:the|this|that|their|its)\s+(?:draft\s+|updated\s+|detailed\s+|full\s+|final\s+|annual\s+|half-yearly\s+|quarterly\s+|regional\s+|national\s+|joint\s+|local\s+|year\s+end\s+|monthly\s+)*(?:annual|half-yearly|quarterly|monitoring|update|performance|stop\s+and\s+search|inspection|threat|needs|year\s+end|budget\s+monitoring|outturn|custody|safeguarding|audit|peer\s+review|serious\s+case|commissioning|reserves|complaints|treasury|procurement|risk|recruitment|estates?)\s+(?:[a-z]+\s+){0,1}?(?:report|strategy|policy|assessment|survey|review)\b"
    r"|\b(?:the|a)\s+national\s+(?:review|strategy|guidance|policy|framework|survey|crime\s+survey)\b(?:\s+of\s+England\s+&\s+Wales)?"
    r"|\b(?:the|his|her|a)\s+[‘“\"'][A-Z][^’”\"]{2,40}[’”\"](?:\s+(?:priorities|plan|strategy|document|report))|\b(?:the|his|her|a|that)\s+(?:detailed\s+paper|previous\s+Plan|[a-z]+-point\s+Plan)\b|\bThat\s+document\b|\b(?:further|updated|statutory|national|government|new|authorised\s+professional\s+practice)\s+(?:guidance|guidelines)\b|\ban?\s+updated\s+(?:\w+\s+)?policy\b|\bcorrespondence\s+from\s+(?:the\s+)?(?:[A-Z][\w’]*\s*){1,6}|\bcode\s+of\s+practice\s+on\s+(?:the\s+)?(?:[A-Z]\w*\s?|of\s){1,6}|[‘“][A-Z][\w\s]{0,30}?(?:Plan|Strategy|Charter|Report)(?:\s\w+){0,4}[’”]"
    rf"|\b(?:a|the|A|The|his|her|their)\s+letter\s+(?:of\s+{_DATE}|(?:had|has|was|were)\s+(?:been\s+)?(?:sent|gone|received|written)\b|(?:to|from)\s+(?:the\s+)?[A-Z]\w+)"
    r"|\b(?:an?|the)\s+(?:operational|practical|national|local|good\s+practice)\s+guide\b|\b(?:[A-Z]\w+\s+){1,4}(?:[Pp]riority|[Pp]riorities)\s+\d+(?:\s+and\s+\d+)?")
_WEB = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>()\[\]]+[\w/]|\bpublished\s+on\s+(?:the|his|her|its|their|our)\s+(?:[\w’]+\s+){0,3}?web\s?(?:site|pages?)\b(?:\s+in\s+advance)?|\b(?:available|found|published|set\s+out)\s+(?:online\s+)?(?:on|at)\s+(?:the|its|their)\s+(?:[\w’]+\s+){0,3}?website\b")
_CASE = re.compile(r"\b(?:R\s+\(?(?:on\s+the\s+application\s+of\s+)?[A-Z][\w\s]{2,40}\)?\s+v\.?\s+[A-Z][\w’]+(?:\s+[A-Z][\w’]+){0,5}(?:\s+\[\d{4}\]\s*[A-Z]+(?:\s+[A-Z][a-z]+)?\s+\d+)?|[A-Z][\w’]+(?:\s+[A-Z][\w’]+){0,3}\s+v\.?\s+[A-Z][\w’]+(?:\s+(?:[A-Z][\w’]+|of|and)){0,5}|the\s+(?:High\s+Court|Court\s+of\s+Appeal|Supreme\s+Court|Administrative\s+Court|Upper\s+Tribunal)(?:\s+had)?\s+(?:ruled|held|found|decided|judged)\s+that\s+(?:\w+[’\w]*\s+){1,10})")
_KINDS = (("minute", _MINUTE), ("decision", _DECISION), ("regulation", _REGULATION), ("act", _ACT), ("case", _CASE), ("web", _WEB),
          ("meeting", _MEETING), ("agenda-page", _PAGE), ("report", _REPORT))
# Cheap signs without which a kind cannot be named in a passage.
_SIGNS: dict[str, tuple[str, ...]] = {
    "minute": ("inute", "INUTE", "Min", "MIN", "otes", "ecord"), "decision": ("ecision",),
    "regulation": ("egulation", "Rules", "rules", "Order", "Byelaws", "Directions", "Guidelines", "secondary", "Instrument"),
    "act": ("Act", "Bill", "Measure", "ection", "ECTION", "egislat", "egal", "Law", "law", "Duty", "duty", "tatutory", "chedule", "aragraph", "Directive", "S", "s.", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"),
    "case": (" v", "Court", "Tribunal"), "web": ("http", "www", "web"),
    "meeting": ("eeting", "eminar", "orkshop", "onference", "ummit", "riefing", " on ", "previously", "standing item", "attending"),
    "agenda-page": ("age", "para", "Para", "ppendi", "PPENDI", "nnex", "p.", "Pg", "pg", "genda", "question ", "table ", "figure ", "section ", "slide "),
}
_ANCHOR = re.compile(r"[Pp]lans?\b|trateg|eport|[Pp]olic(?:y|ies)\b|ramework|ssessment|rotocol|emorand|[Gg]uid|tatement|nalysis|urvey|esults|Terms of|harter|ledge|[Cc]ode\b|oncordat|ompact|anifesto|etter\b|Bulletin|Business Case|Briefing|Programme|Refresh|ocument|eview|riorit|orrespond|aper\b|ashboard|corecard|Score Card|valuation|Toolkit|pecification|Inspection|Statistics|onstitution|rospectus")
_HINT = re.compile(r"[A-Z][a-z]|report|guid|minute|page|section|http|www|policy|legisl|duty|regulations|review|survey|assess", re.S)


def references(passages: Sequence[Passage], setting: Setting) -> Iterator[Finding]:
    """Every pointer to another record, page, statute or document, once for each place that names it.

    A document named again within one item, or minutes named in the title and again in the resolution,
    are given once.
    """
    seen: set[tuple[str | None, str, str]] = set()
    for n, passage in enumerate(passages):
        if ((setting.kind == "work-programme" or (setting.kind == "notice" and passage.kind == "cell")) and not _STATUTE.search(passage.text)) or passage.kind == "rubric" or not _HINT.search(passage.text):
            continue
        found = _found(passage)
        for start, end, kind in found:
            target = target_of(kind, passage.text[start:end])
            key = (passage.item, kind, head_of(kind, target) if kind == "report" else target)
            attached = bool(_IS_ATTACHED.search(passage.text, start, end))
            if kind in ("minute", "meeting", "web", "decision", "regulation") and key in seen:
                continue
            if kind == "report" and not attached and (key in seen or _is_subject(passage, target, passage.text[start:end])):
                continue
            if kind == "act" and (str(n), kind, target) in seen and not target.endswith("act"):
                continue
            seen.update((key, (str(n), kind, target)))
            q_start, q_end = _widened(passage, start, end, kind, found)
            yield Finding(n, q_start, q_end, {"kind": kind, "target": target})


_STATUTE = re.compile(r"\b(?:Act|Regulations|Order|Schedule|[Mm]inutes?|[Mm]in\.)\b|https?://")
_IS_ATTACHED = re.compile(r"\b(?:attached|appended|EX\w+ Item)\b")


def _found(passage: Passage) -> list[tuple[int, int, str]]:
    """All matches of all kinds in a passage; where two overlap the longer stands."""
    found: list[tuple[int, int, str]] = []
    for kind, pattern in _KINDS:
        if passage.kind == "title" and kind in ("meeting", "agenda-page", "web", "case"):
            continue
        for m in _matches(kind, pattern, passage.text):
            start, end = _trim(passage.text, *m.span())
            if end - start >= 3 and (kept := _kept(kind, passage, start, end)) is not None:
                found.append((start, end, kept))
    found.sort(key=lambda f: (f[0] - f[1], f[0]))
    out: list[tuple[int, int, str]] = []
    for start, end, kind in found:
        if not any(a < end and start < b for a, b, _ in out):
            out.append((start, end, kind))
    out.sort()
    joined: list[tuple[int, int, str]] = []
    for start, end, kind in out:      # "the strategy, page 9 [agenda p. 31]" points at one place
        if joined and kind == joined[-1][2] == "agenda-page" and re.fullmatch(r"[\s,(\[]{0,3}", passage.text[joined[-1][1]: start]):
            joined[-1] = (joined[-1][0], end, kind)
        else:
            joined.append((start, end, kind))
    return joined


def _matches(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    if kind != "report":
        if any(sign in text for sign in _SIGNS[kind]):
            yield from pattern.finditer(text)
        return
    low = high = -1
    for anchor in _ANCHOR.finditer(text):       # only the stretches that end in what a document is called
        a, b = max(0, anchor.start() - 130), anchor.end() + 110
        if 0 <= high < a:
            yield from pattern.finditer(text, low, high)
            low = a
        low, high = (a if high < 0 else low), b
        if low > 0 and text[low - 1].isalnum():
            low = text.rfind(" ", 0, low) + 1
    if high >= 0:
        yield from pattern.finditer(text, low, high)


_EDGE = re.compile(r"[,;:()\[\]]|\s[–—-]\s")


def _widened(passage: Passage, start: int, end: int, kind: str, found: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    """A short name with the words of its clause around it, so that the quote says why it is named."""
    text = passage.text
    for opening, closing in ("[]",):
        a = text.rfind(opening, max(0, start - 40), start + 1)
        b = text.find(closing, end - 1, end + 40)
        if 0 <= a < b and text.find(closing, a, start) < 0 and text.find(opening, end, b) < 0:
            return a, b + 1
    if passage.kind == "title" or kind in ("web", "agenda-page", "decision") or (kind == "minute" and len(text[start:end].split()) > 2) or len(text[start:end].split()) > 6:
        return start, end
    low, high = next(((a, b) for a, b in sentences(text) if a <= start < b), (0, len(text)))
    low = max([low] + [b for a, b, _ in found if b <= start])
    high = min([high] + [a for a, b, _ in found if a >= end])
    edges = [m for m in _EDGE.finditer(text, low, high)]
    low = max([low] + [m.end() for m in edges if m.end() <= start])
    high = min([high] + [m.start() for m in edges if m.start() >= end])
    before = [m.start() + low for m in re.finditer(r"\S+", text[low:start])]
    after = [m.end() + end for m in re.finditer(r"\S+", text[end:high])]
    a = before[-5] if len(before) >= 5 else (before[0] if before else start)
    b = after[6] if len(after) >= 7 else (after[-1] if after else end)
    return _trim(text, a, b)


def head_of(kind: str, target: str) -> str:
    """The last words of a document's name, by which its shorter mentions are known."""
    month = re.search(MONTHS, target)
    return " ".join([*re.sub(r"\W+", " ", target).split()[-2:], *([month[0].lower()] if month else [])])


def _is_subject(passage: Passage, target: str, quote: str) -> bool:
    """Is the document what the item is about, or what a resolution disposes of? Then it is no pointer elsewhere."""
    if passage.kind == "resolution":
        return True
    if re.search(r"\bwork (?:plan|programme)\b", target):
        return True                    # the committee's own programme
    if re.search(r"\bdraft\b|(?:19|20)\d\d\s?[-–/]\s?\d\d|\b[A-Z]{1,5}/\d", quote):
        return False               # a draft, or a paper of a stated year, is named for itself
    title = set(re.findall(r"\w+", passage.title.lower()))
    words = [w for w in re.findall(r"\w+", target) if len(w) > 2 and w not in ("and", "the", "for", "commissioner", "panel", "committee", "his", "her", "their")]
    return bool(words) and passage.kind != "title" and all(w in title for w in words)


def target_of(kind: str, quote: str) -> str:
    """What a reference points at, in one form: lower case, without articles and brackets."""
    if kind == "minute":
        date = re.findall(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTHS}(?:,?\s+\d{{4}})?", quote)
        if date:
            return re.sub(r"\s+\d{4}$", "", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|,", "", date[0])).lower()
    text = re.sub(r"[\[\]()]|\b(?:the|a|an|his|her|its|their|our|draft|updated|this|that)\b", " ", quote, flags=re.I)
    text = re.sub(r"\b(?:as\s+)?attached.*$|\bdocuments?\b|\b(?:for\s+)?(?:19|20)\d\d(?:[-/–]\d+)?", " ", text, flags=re.I)
    return re.sub(r"\s+", " ", text).strip(" .,;:’'‘").lower()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while m := re.match(r"(?:Members|Panel|Committee|Commissioner|Chairman|Chair|Officers|Resolved|That|In|Under|As|By|When|While|Although|Since|For|With|On|At|To|And|Both|Following|After|Before|From)\s+(?=(?:the\s+|a\s+)?[A-Z])", text[start:end]):
        start += m.end()
    return start, end


_PLAIN = re.compile(r"^(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|a|an|this|that|his|her|its|their|our|draft|new|final|\s)*(?:[Rr]eports?|[Pp]lans?|[Pp]olicy|[Ss]trategy|[Rr]eview|[Dd]ocuments?|[Pp]aper|[Cc]ode|[Gg]uidance|[Ss]tatements?|[Rr]esults|[Ll]etter|[Cc]onstitution|[Pp]riorities|[Ff]ramework|[Aa]nalysis|[Pp]rotocol|[Aa]ssessment)(?:\s+documents?)?$")
_OFFICE = re.compile(r"^(?:the\s+)?(?:\w+\s+)?(?:Head|Director|Manager|Lead|Officer|Cabinet|Portfolio|Deputy|Assistant|Chief|Councillor|Cllr|Office|Mr|Mrs|Ms)\b", re.I)
_TALK = re.compile(r"^(?:the\s+|a\s+|A\s+|The\s+)?(?:(?:" + MONTHS + r")\s+)?meetings?$", re.I)


def _kept(kind: str, passage: Passage, start: int, end: int) -> str | None:
    """The kind under which a match stands, or None where it only looks like a reference."""
    text = passage.text
    said = text[start:end]
    if kind == "report":
        if passage.kind == "title" and not re.search(r"Statement\s+of\s+Accounts|Statistics", said):
            return None
        if (_PLAIN.match(said) and not _IS_ATTACHED.search(said)) or (_OFFICE.match(said) and not re.search(r"[’']s\s", said)):
            return None
        if re.search(r"\b(?:write|send|draft|prepare|produce|receive|submit)\s+$", text[max(0, start - 12): start]) and re.match(r"an?\s", said):
            return None
        return kind
    if kind == "act" and re.match(r"(?:Councillor|Cllr|Mr|Sir)\s+Bill\b", said):
        return None
    if kind == "minute" and re.search(r"(?i)\bmin\w*\s+(?:19|20)\d\d\]?$|\.docx?$", said):
        return None
    if kind == "meeting":
        if re.search(r"\b[Mm]inutes\b", said):
            return "minute"
        if passage.kind == "resolution" or _TALK.match(said) or (re.match(r"(?:the\s+)?(?:\w+\s+)?previous\s", said) and "held" not in said and not re.search(r"\d|discussed|requested|advised|considered", said)):
            return None
        names = [w for w in re.findall(r"\b[A-Z][\w’]+", said) if not re.fullmatch(MONTHS + "|The|A|That|At|Meeting|Mon|Next|Last", w)]
        if not re.search(r"\d", said) and len(names) < 2 and not re.search(r"\bnext\s+[A-Z]|\bpreviously\b|\bin\s+[A-Z]|\bat\s+(?:its|their|our)", said):
            return None
        return kind
    if kind == "agenda-page":
        if re.match(r"Page\s+\d+$", said):
            return None                # a page number of the print
        if re.match(r"(?:at\s+|in\s+)?(?:[Aa]pp|[Aa]nn|APP)", said):
            if re.search(r"\b(?:attached|appended|set\s+out)\s+(?:as|at|in)\s+$", text[max(0, start - 16): start]) and "[" in text[max(0, start - 18): start]:
                return None
            return "report" if re.search(r"\bto\s+(?:this|the|his|her|their)\s+\w*\s?(?:report|agenda|minutes)$", said) else None
    return kind
