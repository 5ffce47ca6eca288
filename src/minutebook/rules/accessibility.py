"""Whether a document on the site must be accessible, and in which languages (2018 Regulations)."""

from __future__ import annotations

from datetime import date

from minutebook.rules.provisions import Nation, Verdict, rule, said
from minutebook.rules.rulebook import BOOK, Rulebook


@rule("accessibility")
def must_be_accessible(
    published: date, *, office_file: bool = True, needed_for_service: bool = False, book: Rulebook = BOOK
) -> Verdict:
    """Must this document meet the accessibility standard, WCAG 2.2 AA?

    Pages always; a PDF or office file published before 23 September 2018 only if a service needs it.
    """
    used, key = book.setting("accessibility.pdf_from", published), book.number("accessibility.pdf_from", published)
    start = date(key // 10000, key // 100 % 100, key % 100)
    holds = not office_file or published >= start or needed_for_service
    working = (
        f"Published on {said(published)}; files from {said(start)} are covered."
        if office_file
        else "A page of the site is always covered."
    )
    return book.verdict(
        "accessibility",
        holds,
        working,
        outcome="covered" if holds else "exempt",
        used=[used],
        warnings=[]
        if holds
        else ["Say in the accessibility statement that older files are outside, and offer another form on request."],
    )


@rule("bilingual")
def welsh_too(nation: Nation, has_welsh: bool, *, book: Rulebook = BOOK) -> Verdict:
    """Is the paper there in Welsh too, where it must be?"""
    if nation is not Nation.WALES:
        return book.verdict("bilingual", None, "Asked for in Wales only.", outcome="not-applicable")
    return book.verdict(
        "bilingual",
        has_welsh,
        "In both languages." if has_welsh else "In English only.",
        outcome="both" if has_welsh else "english-only",
        way_out="" if has_welsh else "Publish the Welsh text with it, as the body’s standards ask.",
    )
