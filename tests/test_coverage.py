"""Nothing is lost and everything is cited: held for every sample paper, and for the real ones where they are at hand."""

from __future__ import annotations

import json

import jsonschema
import pytest

from minutebook.citations import bare, cited, quote_of, stands, words_at
from minutebook.formats.records import from_json, to_json
from minutebook.formats.schema import NAME
from minutebook.readings import Given, account_of, coverage_of
from tests.conftest import ROOT, label, reading_of, sample_papers, seed_papers, skip_without_ocr

PAPERS = [*sample_papers("county", "styles", "hands", "shapes", "layouts", "fifth"), *seed_papers()]
UNREAD_AT_MOST = 0.02
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((ROOT / "src" / "minutebook" / "formats" / "schema" / NAME).read_text(encoding="utf-8")))
papers = pytest.mark.parametrize("given", PAPERS, ids=label)


def read(given: Given):
    reading = reading_of(given)
    skip_without_ocr(reading)
    assert not reading.unreadable, "; ".join(map(str, reading.unreadable))
    return reading


@papers
def test_each_character_belongs_to_exactly_one_part(given):
    reading = read(given)
    for document in reading.documents:
        at = 0
        for part in coverage_of(document, reading.records):
            assert part.start == at, f"{at}-{part.start}: {document.text[min(at, part.start):max(at, part.start)]!r}"
            assert part.end > part.start
            at = part.end
        assert not document.text[at:].strip()


@papers
def test_almost_nothing_is_left_unread(given):
    reading = read(given)
    for document in reading.documents:
        account = account_of(document, coverage_of(document, reading.records))
        assert account.unread <= UNREAD_AT_MOST * (account.read + account.unread), f"{account.share:.1%} read"


@papers
def test_every_quote_stands_where_it_is_cited(given):
    reading = read(given)
    wrong = []
    for record in reading.records:
        document = reading.document_of(record)
        coverage = coverage_of(document, reading.records)
        for path, part in cited(record):
            quote = quote_of(part)
            if quote is not None and not stands(document, part.where, quote, coverage):
                here = words_at(document, part.where.start, part.where.end, coverage)
                wrong.append(f"{path}: {quote!r} cited at {part.where.start}-{part.where.end}, where stands {here!r}")
    assert not wrong, "\n".join(wrong)


@papers
def test_every_paragraph_and_resolution_stands_where_it_is_cited(given):
    reading = read(given)
    wrong = []
    for record in reading.records:
        document = reading.document_of(record)
        coverage = coverage_of(document, reading.records)
        for item in record.items:
            for part in (*item.paragraphs, *item.resolutions):
                if part.where is None:
                    continue
                here = bare(words_at(document, part.where.start, part.where.end, coverage))
                if bare(part.text) not in here:
                    wrong.append(f"{item.number}: {part.text[:80]!r} cited at {part.where.start}-{part.where.end}")
    assert not wrong, "\n".join(wrong)


@papers
def test_every_place_lies_in_its_own_source(given):
    reading = read(given)
    for record in reading.records:
        text = reading.document_of(record).text
        for path, part in cited(record):
            assert part.where.source == record.source.sha256, path
            assert 0 <= part.where.start < part.where.end <= len(text), path


@papers
def test_the_json_keeps_to_its_schema_and_comes_back_the_same(given):
    records = list(read(given).records)
    written = json.loads(json.dumps(to_json(records), allow_nan=False))
    SCHEMA.validate(written)
    assert from_json(written) == records
