"""The public face: pages, their data, the source viewer, the feed; no page's queries grow with the archive."""
from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from scrutiny.archive.models import Document
from tests.conftest import SAMPLES
from tests.site.conftest import MINUTES
from tests.site.walk import walk

BODY = "/wendleshire-county-council/wendleshire-police-and-crime-panel"
MEETING = f"{BODY}/2026-06-04"


def test_an_empty_site_says_how_to_begin(db):
    page = Client().get("/").content.decode()
    assert "Nothing is filed yet" in page and "scrutiny file" in page
    assert Client().get("/search?q=anything").status_code == 200


def test_every_link_leads_somewhere(site):
    site(minutes=MINUTES)
    site(**{"01_pdf": (SAMPLES / "county/papers/01-panel-minutes-2023-09-14.pdf").read_bytes()}, licence="MIT")
    found = walk(Client())
    assert len(found) > 100 and {a: r.status_code for a, r in found.items() if r.status_code != 200} == {}


def test_every_fragment_is_there(site):
    site(minutes=MINUTES)
    page = Client().get("/promises").content.decode()
    for address in {m for m in re.findall(r'href="(/[^"]+#[^"]+)"', page)}:
        path, anchor = address.split("#")
        assert f'id="{anchor}"' in Client().get(path).content.decode(), address


def test_a_statement_is_one_link_from_its_words_marked_in_the_source(site):
    site(minutes=MINUTES)
    item = Client().get(f"{MEETING}/minute-52").content.decode()
    link = re.search(r'class="note pencil".*?href="(/sources/[^"#]+)#cited"', item, re.DOTALL)[1].replace("&amp;", "&")
    page = Client().get(link).content.decode()
    marked = re.search(r'<mark id="cited" class="hit">(.*?)</mark>', page, re.DOTALL)[1]
    assert re.sub(r"<[^>]+>", "", marked) == "The Commissioner agreed to bring a further report to the meeting in September 2026."


@pytest.mark.parametrize("name", ["07-panel-minutes-2024-09-19.docx", "06-meeting-page-2024-09-19.html", "04-getmeeting-2024-06-27.xml", "02-public-questions-2023-09-14.pdf"])
def test_every_promise_is_marked_in_every_kind_of_source(site, name):
    from scrutiny.tracking.models import Commitment

    site(**{name.replace("-", "q").replace(".", "_"): (SAMPLES / "county/papers" / name).read_bytes()})
    assert Commitment.objects.exists()
    for c in Commitment.objects.select_related("paper__document"):
        page = Client().get(f"/sources/{c.paper.document.code}/{c.page}", {"at": f"{c.start}-{c.end}"}).content.decode()
        marks = re.findall(r'<mark[^>]*class="hit">(.*?)</mark>', page, re.DOTALL)
        shown = "".join(re.sub(r"<[^>]+>", "", m) for m in marks)
        assert marks and "".join(re.findall(r"\w", shown))[:20] in "".join(re.findall(r"\w", c.quote)), c.quote


def test_a_page_as_published_is_shown_only_under_a_licence_that_allows_it(site):
    data = (SAMPLES / "county/papers/01-panel-minutes-2023-09-14.pdf").read_bytes()
    site(a_pdf=data)
    code = Document.objects.get().code
    assert Client().get(f"/sources/{code}/1.png").status_code == 404
    site(a_pdf=data, licence="OGL-3.0")
    answer = Client().get(f"/sources/{code}/2.png?at=2739-2794")
    assert answer.status_code == 200 and answer.content.startswith(b"\x89PNG")
    assert Client().get(f"/sources/{code}/99.png").status_code == 404


def test_data_says_what_the_page_says(site):
    site(minutes=MINUTES)
    data = Client().get(f"{MEETING}/minute-52.json").json()
    assert data["item"]["title"] == "Call handling" and [p["label"] for p in data["paragraphs"]] [:3] == ["1", "2", "3"]
    promise = data["paragraphs"][1]["notes"][0]
    assert promise["noun"] == "promise" and promise["standing"] == "suggested" and promise["source"].startswith("/sources/")
    assert "[not shown]" in data["paragraphs"][1]["text"]
    for address in ("/index.json", "/bodies.json", f"{BODY}.json", f"{MEETING}.json", "/promises.json", "/papers.json", "/people/k-boateng.json", "/search.json?q=calls"):
        assert json.loads(Client().get(address).content), address


def test_the_feed_is_atom(site):
    site(minutes=MINUTES)
    feed = ET.fromstring(Client().get(f"{BODY}/feed.atom").content)
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.find(f"{atom}title").text == "Wendleshire Police and Crime Panel" and len(feed.findall(f"{atom}entry")) == 1
    for tag in ("id", "title", "updated"):
        assert feed.find(f"{atom}entry/{atom}{tag}").text


def test_answers_are_asked_for_anew_and_cost_nothing_when_unchanged(site):
    site(minutes=MINUTES)
    first = Client().get(MEETING)
    assert first["Cache-Control"] == "no-cache"
    assert Client().get(MEETING, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_ledger_narrows_and_counts(site):
    site(minutes=MINUTES)
    data = Client().get("/promises.json").json()
    assert data["total"] == 1 and data["facets"]["state"] == [{"value": "open", "label": "open", "count": 1}]
    assert Client().get("/promises.json?state=kept").json()["total"] == 0
    assert Client().get("/promises.json?by=commissioner").json()["total"] == 1
    assert Client().get("/promises?page=999999&state=%27%22%3E").status_code == 200


@pytest.mark.parametrize("address", ["/", "/bodies", "/promises", "/papers", BODY, MEETING, f"{MEETING}/minute-52", "/search?q=calls", "/people/k-boateng"])
def test_queries_are_few_and_do_not_grow(site, address):
    def queries():
        with CaptureQueriesContext(connection, ) as captured:
            assert Client().get(address).status_code == 200
        return len(captured)

    site(minutes=MINUTES)
    few = queries()
    for month in ("July", "September", "October"):
        site(**{f"m{month}": MINUTES.replace("4 June 2026", f"4 {month} 2026").replace("said that 14%", f"said in {month} that 15%")})
    assert queries() <= few + 2 and few <= 22      # one more where a meeting has neighbours


def test_words_of_papers_cannot_become_markup(site):
    site(minutes=MINUTES.replace("There were no apologies.", "Apologies <script>alert(1)</script> & <b>others</b>."))
    page = Client().get(f"{MEETING}/minute-51").content.decode()
    assert "&lt;script&gt;" in page and "<script" not in page
    for answer in walk(Client()).values():
        if "html" in answer["Content-Type"]:
            assert b"<script" not in answer.content
