"""Atom feeds: what was filed of a body, newest first."""
from __future__ import annotations

from xml.etree import ElementTree as ET

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from scrutiny.publish import shelf
from scrutiny.publish.words import day_of, kind

ATOM = "http://www.w3.org/2005/Atom"


@require_safe
def body(request: HttpRequest, place: str, slug: str) -> HttpResponse:
    data = shelf.feed(place, slug)
    if data is None:
        raise Http404
    site, papers = settings.PUBLIC_URL, data["papers"]
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})

    def put(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
        child = ET.SubElement(parent, tag, attributes)
        child.text = text or None
        return child

    put(feed, "id", site + data["body"]["href"])
    put(feed, "title", data["body"]["name"])
    put(feed, "updated", papers[0]["filed"] if papers else "2000-01-01T00:00:00+00:00")
    put(put(feed, "author"), "name", data["body"]["authority"] or data["body"]["name"])
    put(feed, "link", rel="alternate", type="text/html", href=site + data["body"]["href"])
    put(feed, "link", rel="self", type="application/atom+xml", href=site + request.path)
    for paper in papers:
        entry = put(feed, "entry")
        put(entry, "id", site + paper["href"])
        put(entry, "title", f"{kind(paper['kind'])}" + (f", {day_of(paper['date'])}" if paper["date"] else ""))
        put(entry, "updated", paper["filed"])
        put(entry, "link", rel="alternate", type="text/html", href=site + (paper["meeting"]["href"] if paper["meeting"] else paper["href"]))
        put(entry, "summary", f"{paper['title'] or kind(paper['kind'])} was filed.")
    return HttpResponse(b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="utf-8"), content_type="application/atom+xml; charset=utf-8")
