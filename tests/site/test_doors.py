"""Every address, and who may open it. An address that is not listed here fails."""
from __future__ import annotations

import pytest
from django.test import Client
from django.urls import get_resolver

from scrutiny.publish.headers import POLICY
from tests.site.conftest import MINUTES
from tests.site.walk import walk

ANYBODY = "anybody, to read"
MEETING = "/wendleshire-county-council/wendleshire-police-and-crime-panel/2026-06-04"
DOORS = {
    "home": ("/", ANYBODY), "home-json": ("/index.json", ANYBODY), "robots": ("/robots.txt", ANYBODY), "search": ("/search", ANYBODY),
    "bodies": ("/bodies", ANYBODY), "promises": ("/promises", ANYBODY), "papers": ("/papers", ANYBODY), "paper": ("/papers/{paper}", ANYBODY),
    "person": ("/people/k-boateng", ANYBODY), "picture": ("/sources/{code}/1.png", ANYBODY), "source": ("/sources/{code}/1", ANYBODY), "about": ("/about", ANYBODY),
    "feed": ("/wendleshire-county-council/wendleshire-police-and-crime-panel/feed.atom", ANYBODY), "meeting": (MEETING, ANYBODY),
    "item": (f"{MEETING}/minute-52", ANYBODY), "body": ("/wendleshire-county-council/wendleshire-police-and-crime-panel", ANYBODY), "tidy": ("/bodies/", ANYBODY),
}


def test_every_address_is_listed():
    assert {p.name for p in get_resolver().url_patterns} == set(DOORS)


@pytest.mark.parametrize("door", DOORS)
def test_doors_open_to_read_and_to_nothing_else(site, door):
    from scrutiny.archive.models import Document
    from scrutiny.meetings.models import Paper

    site(minutes=MINUTES)
    address = DOORS[door][0].format(code=Document.objects.get().code, paper=Paper.objects.get().pk)
    wanted = {"picture": 404, "tidy": 301}.get(door, 200)         # a text has no picture
    assert Client().get(address).status_code == wanted
    assert Client().head(address).status_code == wanted
    for verb in ("post", "put", "patch", "delete"):
        assert getattr(Client(), verb)(address).status_code == 405


def test_every_answer_bears_its_headers_and_no_page_a_script(site):
    site(minutes=MINUTES)
    for address, answer in walk(Client(raise_request_exception=False), "/nowhere", "/search?q=a%00b").items():
        assert answer["Content-Security-Policy"] == POLICY, address
        assert answer["X-Content-Type-Options"] == "nosniff" and answer["X-Frame-Options"] == "DENY", address
        said = answer.content.decode()
        assert "<script" not in said and " style=" not in said and "onclick" not in said, address


def test_a_page_that_is_not_held_says_nothing_of_what_was_asked(db):
    answer = Client().get("/secretword/another-word")
    assert answer.status_code == 404 and b"secretword" not in answer.content
    assert b"Nothing is held at this address" in answer.content


def test_a_stroke_too_many_never_leads_to_another_site(db):
    assert Client().get("//elsewhere.example/x/").status_code in (301, 404, 400)
    assert not Client().get("//elsewhere/x/").get("Location", "/").startswith("//")
