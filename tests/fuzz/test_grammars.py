"""Files grown from the words that papers are made of, in every disorder: read or refused, no character lost."""
from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutebook.documents.limits import Limits
from tests.fuzz.mutations import ODD
from tests.fuzz.trial import judge

pytestmark = pytest.mark.slow
LIMITS = Limits(seconds=20, ocr_pages=0)
every = settings(max_examples=150, deadline=20_000, derandomize=True, suppress_health_check=list(HealthCheck))

pieces = st.sampled_from((
    "PRESENT:", "Mrs R Calloway (Chair)", "Cllr O Pritchett MBE", "Apologies for absence", "IN ATTENDANCE", "UNRESTRICTED ITEMS",
    "1.", "12", "(1)", "(a)", "(iv)", "2.1", "•", "-", "Minutes of the meeting held on 6 June 2024", "Agenda", "Item", "(Pages 3 - 10)",
    "RESOLVED that the report be noted.", "The Commissioner said that she would provide figures by July 2024.", "ACTION: Mr Quill",
    "The vote was 11 in favour, 2 against and 1 abstention.", "£1.5 million", "24%", "from 4 to 85 seconds", "Minute 12 of 2 May 2024",
    "Question 1", "Answer", "Date of next meeting", "Dear Chair", "Yours sincerely", "Decision reference", "Forthcoming decisions",
    "Thursday, 31st February 2024", "2.00 pm", "| No | Item | Action |", "|---|---|---|", "# Minutes", "**bold**", "> quoted", "---",
))
words = st.one_of(pieces, st.sampled_from(ODD), st.text(max_size=12))
spaces = st.sampled_from((" ", "\n", "\n\n", "\n\n\n\n", "\t", "   ", "\x0c", "\r\n", "", "\n    "))
texts = st.lists(st.tuples(words, spaces), max_size=60).map(lambda parts: "".join(w + s for w, s in parts))
encodings = st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"))


@every
@given(texts, encodings, st.sampled_from(("a.txt", "a.md", "a", "a.pdf")))
def test_texts(text: str, encoding: str, name: str) -> None:
    judge(text.encode(encoding, "replace"), name, LIMITS)


@every
@given(st.binary(max_size=600), st.sampled_from(("a.txt", "a.pdf", "a.docx", "a.zip", "a.html", "a.xml")))
def test_bytes(data: bytes, name: str) -> None:
    judge(data, name, LIMITS)


TAGS = ("p", "div", "table", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "b", "span", "a", "br", "title", "script", "style", "form", "pre")
CLASSES = ("mgItemTitleTxt", "mgAiNumber", "mgLabel", "mgContent", "mgSubItem", "wordsection1", "mgWordPara", "x")


def marked_up(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.one_of(st.just(""), st.sampled_from(CLASSES).map(lambda c: f' class="{c}"'), st.sampled_from((" colspan='-1'", " rowspan='999999'", " start='x'")))
    closed = st.sampled_from(("", "/")).flatmap(lambda _: st.sampled_from(TAGS))
    return st.tuples(closed, attributes, st.lists(inner, max_size=5), st.booleans()).map(
        lambda t: f"<{t[0]}{t[1]}>" + "".join(t[2]) + (f"</{t[0]}>" if t[3] else ""))


pages = st.recursive(words, marked_up, max_leaves=40)


@every
@given(st.lists(pages, max_size=6), encodings)
def test_web_pages(parts: list[str], encoding: str) -> None:
    judge(("<!DOCTYPE html><html><body>" + "".join(parts) + "</body></html>").encode(encoding, "replace"), "a.html", LIMITS)


FIELDS = ("getmeeting", "agendaitems", "agendaitem", "agendaitemtitle", "fulldisplaynumberformat", "minutes", "decision", "agendatext",
          "meetingdate", "committeename", "meetingstatus", "linkeddoc", "title", "url", "isrestricted", "meetingvenue", "attendance", "council")


def fields(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(FIELDS), st.lists(inner, max_size=5)).map(lambda t: f"<{t[0]}>" + "".join(t[1]) + f"</{t[0]}>")


plain = words.map(lambda w: "".join(c for c in w if c >= " " and c not in "<>&" and c not in "\ufffe\uffff"))
records = st.recursive(st.one_of(plain, plain.map(lambda w: f"<![CDATA[<p>{w}</p>]]>")), fields, max_leaves=40)


@every
@given(st.lists(records, max_size=6), st.sampled_from(("getmeeting", "getmeetings", "getcommittees", "other")))
def test_web_service_records(parts: list[str], root: str) -> None:
    data = f"<?xml version='1.0' encoding='utf-8'?><{root}>{''.join(parts)}</{root}>".encode("utf-8", "replace")
    judge(data, "a.xml", LIMITS)
