"""Words planted in everything that is private must appear on no public surface; a public word must appear on each."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client

from scrutiny.access import gate
from scrutiny.access.models import WithheldPart
from tests.site.conftest import AGENDA, MINUTES, REPORT
from tests.site.walk import walk

QUESTIONS = """WENDLESHIRE POLICE AND CRIME PANEL

4 June 2026

PUBLIC QUESTIONS

Question 1

From Leopold Brackwater

Why does nobody answer the telephone in Harnsea?

Reply

The Commissioner said that twenty call handlers had been recruited.
"""
PLANTED = ("quillfeather", "marmalade", "4,213", "grievance", "ottoline", "960961", "brackwater", "tamarisk", "hollowpaper")
PUBLIC = re.compile(r'wendleshire|matters arising|"held": {|"question": ', re.IGNORECASE)


@pytest.fixture
def planted(site):
    site(minutes=MINUTES, agenda=AGENDA, report=REPORT, questions=QUESTIONS)
    site(hollowpaper="Wendleshire Police and Crime Panel\n\n4 June 2026\n\nTamarisk is the name of the operation.\n", exempt="declared by the clerk")
    return site


def told(answer) -> str:
    return answer.content.decode("utf-8", "replace") + str(dict(answer.headers))


def test_no_page_search_feed_or_data_tells_a_private_word(planted):
    asked = [f"/search?q={word}" for word in PLANTED] + [f"/search.json?q={word}&exact=1" for word in PLANTED]
    found = walk(Client(raise_request_exception=False), *asked, "/search?q=call+handling", "/promises?soft=1", "/promises.json?soft=1", "/quillfeather", "/papers/999", passages=True)
    assert len(found) > 60
    for address, answer in found.items():
        said = told(answer).casefold()
        for word in PLANTED:
            if word in address.casefold():
                said = said.replace(word, "")       # the question asked stands in its own answer
                continue
            assert word not in said, (word, address)
        assert PUBLIC.search(told(answer)), address


def test_searches_for_private_words_find_nothing(planted):
    for word in PLANTED:
        answer = Client().get("/search.json", {"q": word, "exact": "1"}).json()
        assert answer["results"] == [] and answer["paragraphs"] == 0, word
    assert Client().get("/search.json", {"q": "call handling"}).json()["paragraphs"] > 0


def test_rows_and_index_hold_no_private_word_but_behind_the_gate(planted, settings):
    rows = "".join(serializers.serialize("json", model.objects.all(), ensure_ascii=False) for model in apps.get_models()
                   if model is not WithheldPart and model._meta.model_name != "receipt" and model._meta.app_label != "archive")
    readings = serializers.serialize("json", apps.get_model("archive", "Reading").objects.all(), ensure_ascii=False)
    index = b"".join(p.read_bytes() for p in Path(settings.INDEX).rglob("*") if p.is_file()).decode("latin-1")
    for word in PLANTED:
        assert word not in readings.casefold(), word
        assert word not in index.casefold(), word
        if word != "hollowpaper":
            assert word not in rows.casefold(), word
    assert "marmalade" in "".join(WithheldPart.objects.values_list("words", flat=True))


def test_an_exempt_item_stands_on_its_agenda_with_the_law_that_closes_it(planted):
    page = Client().get("/wendleshire-county-council/wendleshire-police-and-crime-panel/2026-06-04").content.decode()
    assert page.count("Individual complaint") >= 2 and "Held in private, paragraph 1" in page
    assert "1 paper is held in private" in page or "2 papers are held in private" in page
    leaf = Client().get("/wendleshire-county-council/wendleshire-police-and-crime-panel/2026-06-04/minute-53").content.decode()
    assert "Held in private" in leaf and "page as published" not in leaf


def test_only_a_key_of_the_authority_opens_what_is_held(planted):
    part = WithheldPart.objects.filter(words__contains="marmalade").first()
    officer = gate.Reader("an officer", frozenset({("wendleshire", "officer")}))
    assert "marmalade" in gate.open_part(part, officer, "wendleshire")
    for reader in (gate.PUBLIC, gate.Reader("another's", frozenset({("stourley", "officer")})), gate.Reader("a member", frozenset({("wendleshire", "member")}))):
        with pytest.raises(gate.Closed) as refused:
            gate.open_part(part, reader, "wendleshire")
        assert "marmalade" not in str(refused.value)


def test_what_is_private_in_one_paper_is_not_shown_from_another(site):
    site(minutes=MINUTES)
    plan = site(copy=MINUTES.replace("EXEMPT ITEMS\n\n", "").replace("UNRESTRICTED ITEMS", "MINUTES"))
    assert any("held in private" in d for d in plan.doubts)
    found = walk(Client())
    assert not [a for a, answer in found.items() if "marmalade" in told(answer).casefold()]


def test_texts_blanked_keep_their_offsets():
    text = "Write to a.b@c.example or ring 01632 960961 today, £12,400,000 was spent in 2023-24."
    blank = gate.blanked(text, gate.private_places(text))
    assert len(blank) == len(text) and blank.endswith("today, £12,400,000 was spent in 2023-24.") and "960961" not in blank
    assert gate.public_words(text).count(gate.HELD) == 2
