"""Public pages. Each is what the shelf gives, in a template; the same address with .json gives it bare."""
from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from minutebook.pages.source import Stretch, weave
from scrutiny.access.gate import HELD
from scrutiny.publish import search as searching
from scrutiny.publish import shelf


def _answer(request: HttpRequest, template: str, data: dict[str, Any] | None, json: str | None, **more: Any) -> HttpResponse:
    """The page, or the same as JSON. What is not there and what may not be seen are the same: not found."""
    if data is None:
        raise Http404
    if json:
        response = JsonResponse(_plain(data), json_dumps_params={"ensure_ascii": False, "indent": 1})
        response["Access-Control-Allow-Origin"] = "*"
        return response
    path = "/index.json" if request.path == "/" else request.path + ".json"
    asked = urlencode([(k, v) for k, v in request.GET.items() if k not in ("page", "at") and v])
    as_json = path + ("?" + request.META["QUERY_STRING"] if request.META.get("QUERY_STRING") else "")
    return render(request, f"publish/{template}.html", data | more | {"as_json": as_json, "query": asked + "&" if asked else ""})


def _plain(value: Any) -> Any:
    """Values for JSON: the sign for what is held back becomes a word, the signs of finding go."""
    if isinstance(value, str):
        return re.sub(f"{HELD}+", "[not shown]", value).replace("\x02", "").replace("\x03", "")
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "")
    return int(number) if number.isdigit() and len(number) < 7 else 1


def _chosen(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:200]


@require_safe
def home(request: HttpRequest, json: str | None = None) -> HttpResponse:
    return _answer(request, "home", shelf.home(), json)


@require_safe
def bodies(request: HttpRequest, json: str | None = None) -> HttpResponse:
    return _answer(request, "bodies", shelf.bodies(), json)


@require_safe
def body(request: HttpRequest, place: str, slug: str, json: str | None = None) -> HttpResponse:
    return _answer(request, "body", shelf.body(place, slug), json)


@require_safe
def meeting(request: HttpRequest, place: str, slug: str, when: str, json: str | None = None) -> HttpResponse:
    return _answer(request, "meeting", shelf.meeting(place, slug, when), json)


@require_safe
def item(request: HttpRequest, place: str, slug: str, when: str, name: str, json: str | None = None) -> HttpResponse:
    return _answer(request, "item", shelf.item(place, slug, when, name), json)


@require_safe
def person(request: HttpRequest, slug: str, json: str | None = None) -> HttpResponse:
    return _answer(request, "person", shelf.person(slug), json)


@require_safe
def promises(request: HttpRequest, json: str | None = None) -> HttpResponse:
    data = shelf.promises(state=_chosen(request, "state"), by=_chosen(request, "by"), body=_chosen(request, "body"),
                          soft=bool(_chosen(request, "soft")), page=_page(request))
    return _answer(request, "promises", data, json)


@require_safe
def papers(request: HttpRequest, json: str | None = None) -> HttpResponse:
    return _answer(request, "papers", shelf.papers(kind=_chosen(request, "kind"), page=_page(request)), json)


@require_safe
def paper(request: HttpRequest, number: str, json: str | None = None) -> HttpResponse:
    return _answer(request, "paper", shelf.paper(int(number)), json)


@require_safe
def search(request: HttpRequest, json: str | None = None) -> HttpResponse:
    order = "newest" if _chosen(request, "order") == "newest" else "best"
    data = searching.ask(_chosen(request, "q"), body=_chosen(request, "body"), year=_chosen(request, "year"), kind=_chosen(request, "kind"), order=order,
                         exact=bool(_chosen(request, "exact")), page=_page(request))
    return _answer(request, "search", data, json)


@require_safe
def about(request: HttpRequest, json: str | None = None) -> HttpResponse:
    return _answer(request, "about", {"held": shelf.home()["held"]}, json)


@require_safe
def source(request: HttpRequest, code: str, page: str, json: str | None = None) -> HttpResponse:
    """The page of a paper as archived, with the passage asked for marked, and the statements that rest on it."""
    data = shelf.source(code, int(page))
    if data is None or json:
        return _answer(request, "source", data, json)
    at = _at(request)
    cited = [s for s in data["statements"] if at == (s["start"], s["end"])]
    for number, statement in enumerate(data["statements"], 1):
        statement["n"] = number
    return _answer(request, "source", data, None, at=at and f"{at[0]}-{at[1]}", cited=cited, sheet=_sheet(data, at),
                   turn=[n for n in (data["page"] - 1, data["page"] + 1) if 1 <= n <= data["pages"]])


@require_safe
def picture(request: HttpRequest, code: str, page: str) -> HttpResponse:
    drawn = shelf.picture(code, int(page), _at(request))
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type="image/png")


def _at(request: HttpRequest) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", request.GET.get("at", ""))
    return (int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None


def _sheet(data: dict[str, Any], at: tuple[int, int] | None) -> list[SafeString]:
    """The text of the page in paragraphs, the passage asked for marked and every other cited one underlined."""
    stretches = [Stretch(s["start"], s["end"], "span", "cited") for s in data["statements"] if (s["start"], s["end"]) != at]
    if at:
        stretches.append(Stretch(*at, "mark", "hit", "cited"))
    if data["markup"]:
        out, named = [], False
        for text, runs in data["lines"]:
            own = []
            for s in stretches:
                low, high = _within(runs, s.start, s.end)
                if low < high:
                    own.append(Stretch(low, high, s.tag, s.kind, "" if named else s.anchor))
                    named = named or bool(s.anchor)
            out.append(_signed(weave(text, own)))
        return out
    start = data["offset"]
    own = [Stretch(max(s.start - start, 0), min(s.end - start, len(data["text"])), s.tag, s.kind, s.anchor) for s in stretches]
    return [_signed(weave(data["text"].rstrip(), [s for s in own if s.start < s.end]))]


def _within(runs: list[list[int]], start: int, end: int) -> tuple[int, int]:
    """Which part of a line lies at this range of the archived mark-up."""
    low, high = 1 << 60, 0
    for own, own_end, begin, stop in runs:
        if begin < end and stop > start:
            even = own_end - own == stop - begin
            low = min(low, own + max(0, start - begin) if even else own)
            high = max(high, own_end - max(0, stop - end) if even else own_end)
    return low, high


def _signed(html: str) -> SafeString:
    return mark_safe(re.sub(f"{HELD}+", '<span class="held">not shown</span>', html))


@require_safe
def tidy(request: HttpRequest, path: str) -> HttpResponse:
    """An address with a stroke too many leads to the one without."""
    return HttpResponsePermanentRedirect("/" + path.strip("/"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /search\nCrawl-delay: 1\n", content_type="text/plain")


def failed(status: int) -> Any:
    """The page for an answer that is none: it says what to do, and nothing of what was asked for."""
    def view(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
        return render(request, "publish/failed.html", {"status": status}, status=status)
    return view
