"""Private business: confidential against exempt, Schedule 12A by nation, the resolution and its check (1972 Act).

*Confidential* shuts the public out by itself, and is narrow: a Government department's information on terms of
secrecy, or what law or a court forbids to disclose. *Exempt* needs a resolution, an item and a description of
Schedule 12A, and for nearly all of them a public-interest reason. "In confidence" alone is neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from minutebook.rules.days import months_after
from minutebook.rules.provisions import Fault, Nation, Verdict, counted, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook

DESCRIPTIONS = (
    "any individual",
    "what is likely to reveal who an individual is",
    "the financial or business affairs of any particular person, the authority included",
    "consultations or negotiations about labour relations",
    "legal professional privilege in legal proceedings",
    "a proposed notice imposing requirements on a person, or an order or direction",
    "preventing, investigating or prosecuting crime",
)
FIRST = {Nation.ENGLAND: 1, Nation.WALES: 12}
PART = {Nation.ENGLAND: "Part 1", Nation.WALES: "Part 4"}
PROVISION = {Nation.ENGLAND: "exempt-england", Nation.WALES: "exempt-wales"}
BUSINESS, PRIVILEGE = 3, 5


def paragraphs(nation: Nation) -> range:
    """The paragraph numbers of that nation's descriptions: 1 to 7, or 12 to 18."""
    return range(FIRST[nation], FIRST[nation] + len(DESCRIPTIONS))


@rule("exempt-england", "exempt-wales")
def description(paragraph: int, nation: Nation) -> str:
    """What does this paragraph of Schedule 12A describe?

    Our own summary, not the Schedule's words. Error: a paragraph that nation does not have.
    """
    return DESCRIPTIONS[_place(paragraph, nation) - 1]


@rule("exempt-england", "exempt-wales")
def counterpart(paragraph: int, nation: Nation) -> int:
    """Which paragraph is the same description in the other nation?"""
    other = Nation.WALES if nation is Nation.ENGLAND else Nation.ENGLAND
    return FIRST[other] + _place(paragraph, nation) - 1


def _place(paragraph: int, nation: Nation) -> int:
    if paragraph not in paragraphs(nation):
        span = paragraphs(nation)
        raise ValueError(
            f"Paragraph {paragraph} is none of {PART[nation]} of Schedule 12A, which has {span[0]} to {span[-1]} for {nation}."
        )
    return paragraph - FIRST[nation] + 1


@rule("exempt-england", "exempt-wales", "registrable", "own-planning", "qualifications-wales", "public-interest")
def is_exempt(
    paragraph: int, nation: Nation, favours_secrecy: bool | None, on: date, *, reason: str = "",
    registrable: bool = False, own_planning: bool = False, book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Is this information exempt?

    It must fit a description, not be registrable or about the authority's own planning permission, and the public
    interest must favour secrecy, if and so long as it does. In Wales privilege stands outside that test.
    `favours_secrecy` is None until somebody has weighed it. Source: Schedule 12A.
    """
    key = PROVISION[nation]
    if paragraph not in paragraphs(nation):
        other = Nation.WALES if nation is Nation.ENGLAND else Nation.ENGLAND
        there = (
            f" It belongs to {other}; here it is paragraph {counterpart(paragraph, other)}."
            if paragraph in paragraphs(other)
            else ""
        )
        return book.verdict(
            key,
            False,
            f"{nation} has no paragraph {paragraph}.{there}",
            on=on,
            outcome="wrong-paragraph",
            way_out="Cite the paragraph of the right nation.",
        )
    place = _place(paragraph, nation)
    what = f"Paragraph {paragraph}: {DESCRIPTIONS[place - 1]}"
    if own_planning:
        return book.verdict(
            "own-planning" if nation is Nation.ENGLAND else "qualifications-wales",
            False,
            "About the authority’s own planning permission: never exempt.",
            on=on,
            outcome="open",
            also=[key],
            way_out="Take the item in public.",
        )
    if registrable and place == BUSINESS:
        return book.verdict(
            "registrable" if nation is Nation.ENGLAND else "qualifications-wales",
            False,
            f"{what}; but it must be registered by law, so it is not exempt.",
            on=on,
            outcome="open",
            also=[key],
            way_out="Take the item in public.",
        )
    if nation is Nation.WALES and place == PRIVILEGE:
        return book.verdict(
            "public-interest",
            True,
            f"{what}. In Wales no public-interest test applies to it.",
            on=on,
            outcome="exempt",
            also=[key],
        )
    if favours_secrecy is None:
        return book.verdict(
            "public-interest",
            None,
            f"{what}; the public interest has not been weighed.",
            on=on,
            outcome="not-weighed",
            also=[key],
            way_out="Have the proper officer weigh and record it.",
        )
    told = (
        ["The reason why secrecy outweighs disclosure is not recorded."]
        if favours_secrecy and not reason.strip()
        else []
    )
    weighed = "outweighs" if favours_secrecy else "does not outweigh"
    working = f"{what}; the public interest in secrecy {weighed} that in disclosure" + (
        f": {reason.strip().rstrip('.')}." if reason.strip() else "."
    )
    return book.verdict(
        "public-interest", favours_secrecy, working, on=on, outcome="exempt" if favours_secrecy else "open", warnings=told,
        also=[key], way_out="" if favours_secrecy else "Take the item in public.",
    )  # fmt: skip


@rule("confidential")
def is_confidential(
    *, from_department_on_terms: bool = False, forbidden_by_law_or_court: bool = False, merely_in_confidence: bool = False,
    book: Rulebook = BOOK,
) -> Verdict:  # fmt: skip
    """Is this confidential in the narrow sense, so that the public must leave without a vote?

    Only what a Government department gave on terms that forbid disclosure, or what an enactment or court forbids.
    Somebody's wish for confidence is not enough. Source: s.100A(2), (3).
    """
    holds = from_department_on_terms or forbidden_by_law_or_court
    why = (
        "given by a Government department on terms of secrecy"
        if from_department_on_terms
        else "its disclosure is forbidden by law or court"
    )
    working = (
        f"Confidential: {why}. The public must be excluded and no resolution is needed."
        if holds
        else "Not confidential in the sense of section 100A(2)."
    )
    told = (
        ["Information given ‘in confidence’ is not confidential for that reason; look for a paragraph of Schedule 12A."]
        if merely_in_confidence and not holds
        else []
    )
    return book.verdict(
        "confidential",
        holds,
        working,
        outcome="confidential" if holds else "not-confidential",
        warnings=told,
        way_out=""
        if holds
        else "Find the description of exempt information that fits, and resolve on it; else take the item in public.",
    )


@rule("exclusion", "exempt-england", "exempt-wales", "public-interest", "panel-access")
def resolution_words(item: str, paragraph_numbers: Sequence[int], nation: Nation) -> str:
    """How may the resolution that excludes the public be worded?

    Names the section, the item, the paragraphs, the Part and the public interest (not for privilege in Wales alone).
    Error: no item, no paragraph, or one of the other nation.
    """
    if not item.strip():
        raise ValueError("Say which item the public is to be excluded for.")
    if not paragraph_numbers:
        raise ValueError("An exclusion needs at least one paragraph of Schedule 12A.")
    places = [_place(p, nation) for p in paragraph_numbers]
    numbers = [str(p) for p in sorted(set(paragraph_numbers))]
    listed = (
        f"paragraph {numbers[0]}" if len(numbers) == 1 else f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}"
    )
    tested = not (nation is Nation.WALES and set(places) == {PRIVILEGE})
    weighed = ", the public interest in maintaining the exemption outweighing that in disclosure" if tested else ""
    return (
        f"That under section 100A(4) of the Local Government Act 1972 the press and public be excluded for item {item.strip()} "
        f"as it involves the likely disclosure of exempt information as defined in {listed} of {PART[nation]} of Schedule 12A{weighed}."
    )


_NUMBERS = r"(\d+[A-Z]?(?:\s*(?:,|and|&|or|to|-|–)\s*\d+[A-Z]?)*)"


@rule("exclusion", "exempt-england", "exempt-wales", "public-interest", "confidential")
def check_resolution(
    words: str, nation: Nation, items: Sequence[str] = (), *, vote_recorded: bool | None = None, book: Rulebook = BOOK
) -> Verdict:  # fmt: skip
    """Does an exclusion resolution, as written, say all it must?

    Statute, item, paragraph and Part of Schedule 12A, public interest, and that it was voted. `items` are numbers
    given elsewhere on the page, when the words say "the following item". Each want is a fault with its remedy.
    """
    faults: list[Fault] = []
    text = re.sub(r"\s+", " ", words)
    if re.search(r"100\s*\(?\s*A\s*\)?\s*\(?\s*2\b", text):
        faults.append(
            Fault(
                "confidential-needs-no-vote",
                "Section 100A(2) excludes by itself and only for confidential information; no resolution is due under it.",
                "Cite section 100A(4) and a paragraph if the information is exempt.",
            )
        )
    elif not re.search(r"100\s*\(?\s*A\s*\)?\s*\(?\s*4\b", text):
        faults.append(Fault("no-statute", "Section 100A(4) of the Local Government Act 1972 is not named.", "Name it."))
    numbers = [
        n for group in re.findall(rf"\bpara(?:graph)?(?:s|\(s\))?\.?\s*{_NUMBERS}", text, re.I) for n in _numbers(group)
    ]
    confidence = re.search(r"\bin confidence\b|\bconfidential\b", text, re.I)
    if not numbers:
        faults.append(
            Fault(
                "no-paragraph",
                "No paragraph of Schedule 12A is given.",
                "Give the paragraph that describes the information.",
            )
        )
        if confidence:
            faults.append(
                Fault(
                    "confidence-is-no-ground",
                    "That information was given in confidence is no description of exempt information, nor makes it confidential in law.",
                    "Find the paragraph that fits, or take the item in public.",
                )
            )
    for n in numbers:
        if n not in paragraphs(nation):
            span = paragraphs(nation)
            faults.append(
                Fault(
                    "wrong-paragraph",
                    f"Paragraph {n} is not one of {span[0]} to {span[-1]}, the descriptions for {nation}.",
                    "Give the paragraph of the right nation.",
                )
            )
    part = re.search(r"\bPart\s+(1|4|I|IV|One|Four)\b", text, re.I)
    if numbers and not re.search(r"Schedule\s+12A", text, re.I):
        faults.append(Fault("no-schedule", "Schedule 12A is not named.", f"Add: of {PART[nation]} of Schedule 12A."))
    if part and ({"1": 1, "i": 1, "one": 1}.get(part[1].lower(), 4) == 1) is not (nation is Nation.ENGLAND):
        faults.append(Fault("wrong-part", f"{nation} uses {PART[nation]} of Schedule 12A.", f"Write {PART[nation]}."))
    if not items and not re.search(
        r"\b(?:items?|minutes?|reports?|appendix|appendices)\s+(?:no\.?\s*|numbers?\s*)?\(?[A-Z]?\d+", text, re.I
    ):
        faults.append(Fault("no-item", "The item is not identified.", "Give its number."))
    places = {n - FIRST[nation] + 1 for n in numbers if n in paragraphs(nation)}
    tested = not (nation is Nation.WALES and places == {PRIVILEGE})
    if tested and not re.search(r"public interest", text, re.I):
        faults.append(
            Fault(
                "no-public-interest",
                "Nothing is said of the public interest.",
                "Say that secrecy outweighs disclosure, and record why.",
            )
        )
    if vote_recorded is False:
        faults.append(Fault("no-vote", "No vote or resolution is recorded.", "Minute that the committee so resolved."))
    told = ["Whether it was voted is not known."] if vote_recorded is None else []
    working = (
        "The resolution names statute, item, paragraph and public interest."
        if not faults
        else f"{counted(len(faults), 'fault')}: " + " ".join(f.sentence for f in faults)
    )
    return book.verdict(
        "exclusion", not faults, working, outcome="complete" if not faults else "faulty", faults=faults, warnings=told,
        also=[PROVISION[nation]], way_out="" if not faults else "Move it again in full words before the public leaves.",
    )  # fmt: skip


def _numbers(printed: str) -> list[int]:
    """ "1, 2 and 5" one by one; "3-5" and "3 to 5" counted through."""
    out: list[int] = []
    for part in re.split(r"\s*(?:,|and|&|or)\s*", printed):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        if len(ends) == 2:
            out += range(ends[0], min(ends[1], ends[0] + 30) + 1)
        else:
            out += ends
    return out


@rule("exemption-review")
def review_due(decided: date, on: date | None = None, *, book: Rulebook = BOOK) -> Verdict:
    """When is an exemption looked at again, since it lasts only so long as the public interest favours it?"""
    used, months = book.setting("exemption.review_months", decided), book.number("exemption.review_months", decided)
    due = months_after(decided, months)
    return book.verdict(
        "exemption-review",
        None if on is None else on <= due,
        f"{counted(months, 'month')} after {said(decided)}: {said(due)}.",
        deadline=due,
        outcome="overdue" if on and on > due else "waiting",
        used=[used],
        way_out="Weigh the public interest again, and release or renew." if on and on > due else "",
    )
