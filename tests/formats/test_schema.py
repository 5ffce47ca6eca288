"""The shipped schema is fresh, and every record that is written satisfies it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from minutebook.formats.records import to_json
from minutebook.formats.schema import drawn, shipped
from tests.makers import a_meeting, any_record


def test_the_shipped_schema_is_fresh():
    assert shipped() == drawn(), "run: python -m minutebook.formats.schema"


@pytest.fixture(scope="module")
def judge():
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(shipped())
    return jsonschema.Draft202012Validator(shipped())


def test_a_meeting_satisfies_the_schema(judge):
    judge.validate(to_json([a_meeting()]))


def test_a_misspelt_field_does_not(judge):
    paper = to_json([a_meeting()])
    paper["documents"][0]["venu"] = "x"
    assert not judge.is_valid(paper)


@settings(max_examples=10, deadline=None)
@given(record=any_record())
def test_any_record_satisfies_the_schema(judge, record):
    judge.validate(to_json([record]))
