"""How minutes call a person within a sentence: "Councillor J. P. Marsh", "Mr Hill", "the Chair", "JONES"."""
from __future__ import annotations

import re

_TITLE = (r"(?:(?:County |Borough |District |City )?Councillors?|Cllrs?|Clls?|Cynghorydd|Cyng|Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|"
          r"Prof(?:essor)?|Rev(?:eren)?d?|Canon|Alderman|Ald|Deputy|Bailie|Provost|Inspector|Insp|Supt|Superintendent|Chief Inspector)\.?")
_WORD = r"(?:[A-ZÀ-Þ]\.?(?=[\sA-Z]))|(?:[DO]|Mc|Mac|Fitz)[’']?[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ][\wÀ-ÿ’'-]+|(?:de|van|von|der|le|la|ap|ab)(?=\s[A-Z])"
_NOT = r"(?!(?:The|That|This|It|He|She|They|RESOLVED|Resolved|AGREED|Agreed|In|On|At|By|And|Motion|Amendment|Members?|Following|There|No|With|For|Against|Votes?|Voting)\b)"
# A person named in a sentence; the titles are part of what is printed.
PERSON = rf"(?:(?:[Tt]he\s+)?(?:Vice[- ]?)?(?:Chair(?:man|woman|person)?|Leader|Convener|Mayor)\b(?:,?\s+{_TITLE}(?:\s+{_TITLE})*(?:\s+(?:{_WORD})){{1,4}})?|{_TITLE}(?:\s+{_TITLE})*(?:\s+(?:{_WORD})){{1,4}}|{_NOT}(?:{_WORD})(?:\s+{_NOT}(?:{_WORD})){{1,3}})"


def several(printed: str) -> tuple[str, ...]:
    """Names of a list, one by one: "Burrows, Dauda and Kirkbride (3)"."""
    printed = re.sub(r"\(\d+\)|[.;]\s*$", "", printed)
    printed = re.sub(r"^\s*(?:Councillors?|Cllrs?\.?|Members?|Messrs)\s*:?\s+", "", printed)
    return tuple(name.strip(" .,;:") for name in re.split(r",\s*(?:and\s+)?|\s+and\s+|\s*;\s*|\s*&\s*", printed) if name.strip(" .,;:"))
