"""Minutes are written out in full, in Markdown and Word alike."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings

from minutebook.formats import write
from minutebook.formats.layout import laid_out
from minutebook.formats.markdown import escaped, opened, to_markdown
from minutebook.formats.outline import writable
from minutebook.record import Item, Paragraph, Resolution
from tests.makers import a_meeting, a_record, any_record


def test_the_head_of_the_minutes():
    lines = [line.text for line in laid_out(a_meeting())]
    assert lines[:3] == [
        "Ardenshire County Council",
        "Ardenshire Police and Crime Panel",
        "MINUTES of a meeting of the Ardenshire Police and Crime Panel held in Council Chamber, Shire Hall,"
        " Ardenchester on Thursday, 6 June 2024 at 2.00 pm.",
    ]
    groups = {line.mark: line.text for line in laid_out(a_meeting()) if line.kind == "group"}
    assert groups["PRESENT:"] == (
        "Cllr Ruth Calloway (Chair), Mr Owen Pritchett, MBE (Vice-Chair)"
        " and Cllr Dilys Marrow (Substitute for Tobias Quill)"
    )
    assert groups["ABSENT:"] == "Cllr Tobias Quill"


def test_items_questions_and_resolutions():
    text = to_markdown([a_meeting()])
    assert "## 203. Performance of the force (Item B1)\n\n1. The Commissioner introduced the report.\n" in text
    assert "\n\n   b. She would provide a breakdown by district by the end of July.\n\n" in text
    assert "\nRESOLVED that the Panel note the report.\n" in text
    question = text.index("Question 1\n\nCan the Commissioner say")
    assert text.index("\n(Mr Owen Pritchett, Wexcombe Borough Council)\n") < text.index(
        "1. The Commissioner said that every"
    )
    assert question < text.index("(Mr Owen Pritchett, Wexcombe")


def test_limbs_of_a_resolution_are_numbered():
    item = Item("1", "Plan", resolutions=(Resolution("That it be noted;"), Resolution("That it be published.")))
    assert "RESOLVED:\n\n1. That it be noted;\n\n2. That it be published.\n" in to_markdown([a_record(items=(item,))])


def test_deep_paragraphs_stay_paragraphs():
    markdown_it = pytest.importorskip("markdown_it")
    labels = ["1", "1.a", "1.a.i", "1.a.i.bul1", "1.a.i.bul1.A", "2", "2.bul1", "2.bul2"]
    item = Item("1", "Plan", paragraphs=tuple(Paragraph(label, f"text of {label}") for label in labels))
    shown = markdown_it.MarkdownIt().render(to_markdown([a_record(items=(item,))]))
    assert "<code" not in shown and shown.count("<li>") == 5
    assert all(f"text of {label}" in shown for label in labels)


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "[a](http://b)",
        "*not bold*",
        "# no heading",
        "- no list",
        "12. no list",
        "_x_",
        "&lt;",
        "[x]: http://b",
        "---",
        "> x",
        "a [1] b",
        "3 < 4 > 2",
        "==",
    ],
)
def test_no_mark_up_of_the_papers_own(text):
    markdown_it = pytest.importorskip("markdown_it")
    import html

    shown = markdown_it.MarkdownIt().render(opened(escaped(text)))
    assert shown == f"<p>{html.escape(text)}</p>\n"


def test_word_says_the_same_as_markdown():
    docx = pytest.importorskip("docx")
    written = write([a_meeting()], as_="docx")
    assert written == write([a_meeting()], as_="docx")
    shown = [p.text for p in docx.Document(io.BytesIO(written)).paragraphs]
    assert "203. Performance of the force (Item B1)" in shown
    assert "b.\tShe would provide a breakdown by district by the end of July." in shown
    assert len(shown) == len(list(laid_out(a_meeting())))


@settings(max_examples=15, deadline=None)
@given(record=any_record())
def test_any_record_is_written(record):
    words = {line.text for line in laid_out(record)}
    assert {" ".join(writable(p.text).split()) for item in record.items for p in item.paragraphs} <= words | {""}
    assert write([record], as_="docx")
