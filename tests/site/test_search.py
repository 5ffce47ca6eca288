"""Search: words in any form, phrases, exclusions, fields, synonyms, counts, passages; and an index that can be built anew."""
from __future__ import annotations

import pytest

from scrutiny import jobs
from scrutiny.access.models import Changed
from scrutiny.meetings.models import Item
from scrutiny.publish import search
from tests.site.conftest import AGENDA, MINUTES


@pytest.fixture
def filed(site):
    site(minutes=MINUTES, agenda=AGENDA)
    site(later=MINUTES.replace("4 June 2026", "10 September 2025").replace("14% of calls were abandoned in May 2026", "a third of all calls were lost"))
    return site


def titles(question, **more):
    return [(r["number"], r["date"]) for r in search.ask(question, **more)["results"]]


def test_words_in_any_form_in_one_paragraph(filed):
    assert titles("abandoning call") == [("52", "2026-06-04")]
    assert titles("abandoned precept") == []


def test_phrases_and_exclusions(filed):
    assert titles('"further report"') and not titles('"report further"')
    assert len(titles("calls")) == 2
    assert search.ask("calls -abandoned")["paragraphs"] == search.ask("calls")["paragraphs"] - 1


def test_fields_narrow_and_facets_count(filed):
    assert titles("calls year:2025") == [("52", "2025-09-10")] and titles("calls", year="2026") == [("52", "2026-06-04")]
    assert titles("calls body:panel") and not titles("calls body:cabinet")
    facets = search.ask("calls")["facets"]
    assert [f["value"] for f in facets["year"]] == ["2026", "2025"] and facets["body"][0]["label"] == "Wendleshire Police and Crime Panel"
    assert sum(f["count"] for f in facets["year"]) == search.ask("calls")["paragraphs"]


def test_newest_first(filed):
    assert [d for _, d in titles("calls", order="newest")] == ["2026-06-04", "2025-09-10"]


def test_a_number_finds_its_minute(filed):
    assert ("51", "2026-06-04") in titles("51") and titles("minute 51") == titles("51")


def test_synonyms_of_the_field_and_exactly_the_words(filed):
    answer = search.ask("ASB")
    assert answer["results"] and "anti-social behaviour" in answer["also"]
    assert search.ask("ASB", exact=True)["results"] == []
    assert "<mark>" not in str(answer) and "\x02anti-social behaviour\x03" in answer["results"][0]["passages"][0]["words"]


def test_a_passage_shows_the_words_where_they_stand():
    text = "Nothing here. " * 60 + "The abandoned calls were counted." + " Nothing more." * 60
    shown = search.passage(text, ["calls"])
    assert "\x02calls\x03" in shown and shown.startswith("… ") and shown.endswith(" …") and len(shown) < 420


@pytest.mark.parametrize("question", ["", '"', "-", "body:", "year:x", "(((", "a" * 5000, "\x00", "é ü", 'AND OR NOT "', "*", "title:[a TO b]", "-calls", '"calls'])
def test_any_question_has_an_answer(filed, question):
    assert isinstance(search.ask(question)["results"], list)


def test_what_is_withheld_after_indexing_is_not_shown(filed):
    from scrutiny.access.models import Withholding

    Item.objects.filter(slug="minute-52").update(withholding=Withholding.objects.create(ground="a clerk’s ruling"))
    assert search.ask("calls abandoned")["results"] == []


def test_the_outbox_is_emptied_and_the_index_can_be_built_anew(filed):
    assert not Changed.objects.exists()
    before = search.ask("calls")["paragraphs"]
    assert jobs.rebuild_index() == search.size() and search.ask("calls")["paragraphs"] == before


def test_without_an_index_search_says_so(db, settings, tmp_path):
    settings.INDEX = tmp_path / "none"
    assert search.ask("calls")["ready"] is False


def test_an_index_held_by_another_loses_nothing(filed, settings, monkeypatch):
    import tantivy

    monkeypatch.setattr(search.time, "sleep", lambda seconds: None)
    held = tantivy.Index.open(str(search._current().resolve())).writer(15_000_000, 1)
    Changed.objects.create(item=Item.objects.first().pk)
    assert jobs.bring_index_up_to_date() == 0 and Changed.objects.count() == 1
    del held
    assert jobs.bring_index_up_to_date() == 1 and not Changed.objects.exists()
