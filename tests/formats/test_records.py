"""The record leaves the house as JSON and comes back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from minutebook.formats.records import NotARecord, from_json, to_json
from minutebook.provenance import Span
from tests.makers import SOURCE, a_meeting, a_record, any_record


@settings(max_examples=20, deadline=None)
@given(any_record())
def test_any_record_comes_back_the_same(record):
    written = json.dumps(to_json([record, record]), allow_nan=False)
    assert from_json(json.loads(written)) == [record, record]


def test_the_names_that_readers_of_the_json_look_for():
    paper = to_json([a_meeting()])["documents"][0]
    assert paper["source"] == "panel-2024-06-06.pdf"
    assert paper["source_sha256"] == SOURCE.sha256
    assert paper["pages"] == [1, 6]
    assert paper["votes"][0]["for"] == 11
    assert paper["items"][2]["paragraphs"][2]["label"] == "2.a"
    assert paper["items"][2]["where"] == {
        "source": SOURCE.sha256[:12],
        "page": 1,
        "block": 4,
        "start": 1380,
        "end": 1770,
    }
    assert paper["coverage"][0] == {"start": 0, "end": 900, "kind": "heading"}
    assert paper["problems"][0]["code"] == "date-unclear"


def test_what_the_paper_does_not_print_is_null_or_left_out():
    paper = to_json([a_record(venue=None)])["documents"][0]
    assert paper["venue"] is None
    assert paper["items"] == [] and paper["votes"] == []
    assert "entries" not in paper and "pack_pages" not in paper


def test_a_place_in_another_source_keeps_its_whole_hash():
    other = Span("0f" * 32, 1, 2)
    record = a_meeting(items=())
    record = a_record(attendance=(type(record.attendance[0])("A Person", where=other),))
    assert to_json([record])["documents"][0]["attendance"][0]["where"]["source"] == "0f" * 32


def test_a_bare_string_stands_for_a_part():
    paper = {
        "kind": "minutes",
        "source": "a.txt",
        "items": [{"number": "1", "title": "Apologies", "paragraphs": ["1.a"]}],
    }
    assert from_json([paper])[0].items[0].paragraphs[0].label == "1.a"


@pytest.mark.parametrize(
    ("paper", "place"),
    [
        (None, "documents[0]"),
        ({"kind": 3}, "documents[0].kind"),
        ({"kind": "minutes", "items": {}}, "documents[0].items"),
        ({"kind": "minutes", "figures": [{"value": "many"}]}, "documents[0].figures[0].value"),
        ({"kind": "minutes", "coverage": [{"kind": "unread"}]}, "documents[0].coverage[0].start: missing"),
        ({"kind": "minutes", "pages": [1]}, "documents[0].pages"),
        ({"kind": "minutes", "items": [{"where": {"start": "x"}}]}, "documents[0].items[0].where"),
    ],
)
def test_json_that_is_no_record_is_refused_with_its_place(paper, place):
    with pytest.raises(NotARecord) as refused:
        from_json([paper])
    assert str(refused.value).startswith(place)
