"""News of earlier promises: kept, still owed, or on the way."""
import pytest

from minutebook.reading.passages import Passage, Setting
from minutebook.reading.steps.follow_ups import follow_ups

SETTING = Setting("minutes", "Ardenshire Scrutiny Board", "2024-06-06")


def found(text: str, title: str = "Matters Arising") -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.fields["status"]) for f in follow_ups([Passage("3", "1", text, "paragraph", "", title)], SETTING)]


CASES = [
    ("The breakdown of overtime had been circulated to Members on 4 May.", "kept"),
    ("The letter to the Minister had been sent.", "kept"),
    ("A reply from the bus operator was still awaited.", "repeated"),
    ("The ward profiles had not yet been received.", "repeated"),
    ("Nothing had been heard from the Trust.", "repeated"),
    ("The lease had not been finalised.", "update"),
    ("The new signs were being made.", "update"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_matters_arising(text: str, status: str) -> None:
    assert [s for _, s in found(text)] == [status]


ANYWHERE = [
    ("As requested at the last meeting, the report gave figures by ward.", "kept"),
    ("The figure had now been supplied and was £18,000.", "kept"),
    ("Members noted that the audit promised in March remained outstanding.", "repeated"),
]


@pytest.mark.parametrize(("text", "status"), ANYWHERE)
def test_in_any_item(text: str, status: str) -> None:
    assert [s for _, s in found(text, "Performance Report")] == [status]


@pytest.mark.parametrize("text", [
    "The Director presented the report.",
    "Funding had been provided to twelve groups.",
    "The Head of Housing would circulate the figures.",
])
def test_nothing_to_follow(text: str) -> None:
    assert found(text, "Performance Report") == []
