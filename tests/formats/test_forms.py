"""Tables, calendar, Popolo and annotations say what the record says, and spreadsheets cannot be tricked."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from minutebook.formats import FORMATS, write
from minutebook.formats.ical import to_ical
from minutebook.formats.popolo import to_popolo
from minutebook.formats.tables import cell, to_folder, to_tables
from minutebook.formats.w3c import to_annotations
from minutebook.provenance import CitationError
from minutebook.record import Attendee, Commitment
from tests.makers import a_meeting, a_record, a_span, any_record

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


# --- all of them --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_each_form_writes_a_meeting(name):
    assert write([a_meeting()], as_=name, made_at=NOON)


@settings(max_examples=15, deadline=None)
@given(record=any_record())
def test_each_form_writes_any_record(record):
    for name in FORMATS:
        assert write([record, a_meeting(), record], as_=name, made_at=NOON)


@pytest.mark.parametrize("name", FORMATS)
def test_each_form_writes_no_records(name):
    assert write([], as_=name, made_at=NOON) is not None


def test_a_form_that_does_not_exist():
    with pytest.raises(ValueError, match="akoma-ntoso"):
        write([], as_="wordperfect")
    with pytest.raises(ValueError, match="made_at"):
        write([], as_="ical")


def test_coverage_counts_characters_by_leaf():
    paper = json.loads(write([a_meeting()], as_="coverage"))["documents"][0]
    assert paper["characters"] == {"heading": 900, "paragraph": 960}


# --- tables -------------------------------------------------------------------------------------


def test_one_table_per_noun():
    tables = to_tables([a_meeting(), a_meeting()])
    promise = rows(tables["commitments"])[1]
    assert promise["paper"] == "2" and promise["date"] == "2024-06-06" and promise["due"] == "by the end of July"
    assert promise["start"] == "1571" and promise["page"] == "1"
    assert rows(tables["paragraphs"])[3]["item"] == "203"
    assert rows(tables["votes"])[0]["for"] == "11"
    assert rows(tables["papers"])[0]["venue"].startswith("Council Chamber")


def test_tables_keep_their_columns_when_empty():
    full, empty = to_tables([a_meeting()]), to_tables([])
    assert {n: t.splitlines()[0] for n, t in full.items()} == {n: t.splitlines()[0] for n, t in empty.items()}


@pytest.mark.parametrize("trick", ["=1+1", "+44", "-2+3", "@SUM(A1)", "\t=1", " =1", "\uff1d1", "\r=1"])
def test_no_cell_is_a_formula(trick):
    assert cell(trick).startswith("'")
    assert cell([trick]).startswith("'")
    assert rows(to_tables([a_record(attendance=(Attendee(trick),))])["attendance"])[0]["name"].startswith("'")


def test_numbers_stay_numbers():
    assert [cell(v) for v in (-3, 2.5, "-3", "-12.4", True, None)] == ["-3", "2.5", "-3", "-12.4", "yes", ""]


def test_the_zip_is_the_same_each_time(tmp_path):
    pack = write([a_meeting()], as_="csv")
    assert pack == write([a_meeting()], as_="csv")
    with zipfile.ZipFile(io.BytesIO(pack)) as opened:
        assert "commitments.csv" in opened.namelist()
    assert {p.name for p in to_folder([a_meeting()], tmp_path / "out")} == set(opened.namelist())


# --- calendar -----------------------------------------------------------------------------------


def test_a_meeting_is_an_event_in_local_time():
    icalendar = pytest.importorskip("icalendar")
    record = a_meeting(venue="Room 1; the Annexe, Shire Hall\\West " + "ŵ" * 80)
    calendar = icalendar.Calendar.from_ical(to_ical([record, replace(record, kind="agenda")], made_at=NOON))
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].dt.isoformat() == "2024-06-06T14:00:00+01:00"
    assert event["LOCATION"] == record.venue
    assert event["DTSTAMP"].dt == NOON
    assert "203. Performance of the force" in event["DESCRIPTION"]


def test_lines_are_folded_at_75_octets():
    written = to_ical([a_meeting(venue="ŵ€😀" * 60)], made_at=NOON)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert ("ŵ€😀" * 60).encode() in written.replace(b"\r\n ", b"")


def test_no_time_is_a_whole_day_and_no_date_is_no_event():
    assert b"DTSTART;VALUE=DATE:20240606" in to_ical([a_meeting(time=None)], made_at=NOON)
    assert b"VEVENT" not in to_ical([a_meeting(date=None), a_meeting(date="June")], made_at=NOON)


@settings(max_examples=10, deadline=None)
@given(record=any_record())
def test_any_calendar_can_be_read(record):
    icalendar = pytest.importorskip("icalendar")
    icalendar.Calendar.from_ical(to_ical([replace(record, kind="minutes", date="2024-06-06")], made_at=NOON))


# --- Popolo -------------------------------------------------------------------------------------


def test_popolo_names_body_people_meeting_and_vote():
    found = to_popolo([a_meeting()])
    panel = next(o for o in found["organizations"] if o["name"] == "Ardenshire Police and Crime Panel")
    assert panel["parent_id"] == "organization/ardenshire-county-council"
    (event,) = found["events"]
    assert event["start_date"] == "2024-06-06T14:00" and len(event["attendees"]) == 6
    (vote,) = found["vote_events"]
    assert vote["counts"][0] == {"option": "yes", "value": 11} and vote["result"] == "passed"
    assert {v["option"] for v in vote["votes"]} == {"yes", "no"}
    assert found["motions"][0]["result"] == "passed"
    members = {m["person_id"].rsplit("/", 1)[1] for m in found["memberships"]}
    assert "ruth-calloway" in members and "helena-frost" not in members  # the Commissioner is no member


def test_two_papers_of_one_meeting_are_one_event():
    found = to_popolo([a_meeting(), a_meeting(kind="agenda")])
    assert len(found["events"]) == 1 and len(found["vote_events"]) == 2
    known = {entry["id"] for entries in found.values() for entry in entries}
    assert len(known) == sum(map(len, found.values()))


@settings(max_examples=10, deadline=None)
@given(record=any_record())
def test_every_popolo_pointer_holds(record):
    found = to_popolo([record, record])
    known = {entry["id"] for entries in found.values() for entry in entries}
    for entry in [e for entries in found.values() for e in entries]:
        pointers = {k: v for k, v in entry.items() if k.endswith("_id")}
        assert all(v in known for v in pointers.values()), pointers


# --- annotations --------------------------------------------------------------------------------


def test_a_claim_is_an_annotation_with_the_words_around_it():
    text = "x" * 100 + "The Chair would write to the Minister." + "y" * 100
    claim = Commitment(
        "1",
        "2",
        "The Chair would write",
        "Chair",
        "Minister",
        "act",
        None,
        "explicit",
        "plan",
        where=a_span(100, 121, 3),
    )
    page = to_annotations([a_record(commitments=(claim,))], text)
    (one,) = page["items"]
    quote, position, fragment = one["target"]["selector"]
    assert quote["exact"] == "The Chair would write" and quote["suffix"].startswith(" to the Minister.")
    assert (position["start"], position["end"]) == (100, 121)
    assert fragment["value"] == "page=3"
    assert one["body"]["value"]["by"] == "Chair"
    with pytest.raises(CitationError):
        to_annotations([a_record(commitments=(claim,))], "short")
