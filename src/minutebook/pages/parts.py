"""The parts that every page is made of: frame, citations, tags, the coverage bar."""
from __future__ import annotations

from collections.abc import Iterable
from html import escape

from minutebook.provenance import Span
from minutebook.readings import Account

BRAND = (
    '<svg viewBox="0 0 31 34" aria-hidden="true" focusable="false"><circle cx="9" cy="8" r="4.6" fill="none" '
    'stroke="currentColor" stroke-width="2"/><path d="M13.7 8H19a9 9 0 0 1 0 18h-5" fill="none" '
    'stroke="currentColor" stroke-width="2"/><circle cx="9" cy="26" r="5.6" fill="currentColor"/></svg>'
)
NAV = (("index.html", "Papers"), ("promises.html", "Promises"), ("open.html", "Left open"))


def e(value: object) -> str:
    """Text made safe for a page. Characters that no page may hold become the replacement character."""
    text = str(value if value is not None else "").replace("\r", "").replace("\f", "")
    text = "".join(c if c >= " " or c in "\n\t" else "�" for c in text)
    return escape(text.encode("utf-8", "replace").decode("utf-8"))


def frame(title: str, main: str, *, collection: str, here: str = "", trail: Iterable[tuple[str, str]] = ()) -> str:
    """A whole page: head, masthead, trail, main part and foot."""
    links = "".join(
        f'<li><a href="{href}"{" aria-current=page" if href == here else ""}>{words}</a></li>' for href, words in NAV)
    steps = list(trail)
    crumbs = ""
    if steps:
        crumbs = '<nav class="trail" aria-label="Where you are"><ol>' + "".join(
            f'<li><a href="{e(href)}">{e(words)}</a></li>' if href else f'<li aria-current="page">{e(words)}</li>'
            for href, words in steps) + "</ol></nav>"
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'\">\n"
        f"<title>{e(title)} – {e(collection)}</title>\n"
        '<link rel="stylesheet" href="assets/minutebook.css">\n<link rel="icon" href="assets/mark.svg" type="image/svg+xml">\n'
        '</head>\n<body>\n<a class="skip" href="#main">Skip to the main part</a>\n<div class="page">\n'
        f'<header class="mast"><a class="brand" href="index.html">{BRAND}Matters Arising</a>'
        f'<p class="small quiet">{e(collection)}</p><nav aria-label="Main"><ul>{links}</ul></nav></header>\n'
        f'{crumbs}<main id="main">\n{main}\n</main>\n'
        '<footer class="foot"><p>Words set in serif are from the papers; words set in sans are ours. Whatever bears a '
        "broken edge was suggested by the reader and confirmed by nobody. Each statement links to the passage it rests "
        "on.</p></footer>\n</div>\n</body>\n</html>\n"
    )


def section(title: str, body: str, count: int | None = None, anchor: str = "") -> str:
    """A part of a page under its own heading; nothing where there is nothing to show."""
    if not body:
        return ""
    number = f' <span class="quiet">{count:,}</span>' if count is not None else ""
    name = anchor or "".join(c if c.isalnum() else "-" for c in title.lower())
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{e(title)}{number}</h2>\n{body}\n</section>\n'


def dotted(*parts: object) -> str:
    """What is known, in one line with dots between; each part is safe HTML already."""
    return " · ".join(str(p) for p in parts if p)


def suggested(confidence: float = 1.0) -> str:
    """The mark of what the reader found by itself, and how sure it is of it."""
    sure = f", {confidence:.0%} sure" if confidence < 1 else ""
    return f'<span class="tag">Suggested{sure}</span>'


def cover(account: Account) -> str:
    """The coverage bar: what was read, furniture, and unread, with the sum in words."""
    whole = account.read + account.furniture + account.unread or 1
    read, furniture = 1000 * account.read / whole, 1000 * account.furniture / whole
    unread = 1000 - read - furniture if account.unread else 0
    words = (f"{account.share:.1%} of {account.read + account.unread:,} characters read, {account.unread:,} unread, "
             f"{account.furniture:,} headers, page numbers and mark-up")
    return (
        f'<svg class="cover" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{words}">'
        f'<rect class="read" x="0" y="0" width="{read:.1f}" height="10"/>'
        f'<rect class="furniture" x="{read:.1f}" y="0" width="{furniture:.1f}" height="10"/>'
        f'<rect class="unread" x="{read + furniture:.1f}" y="0" width="{unread:.1f}" height="10"/></svg>'
        f'<p class="micro quiet">{words}</p>'
    )


def anchor_of(span: Span) -> str:
    """The anchor of a passage on the page of its source."""
    return f"c{span.start}-{span.end}"
