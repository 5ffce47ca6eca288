"""Answers of the web service, other XML, and what must never be expanded."""

import time
from html import escape

import pytest

from minutebook.documents.limits import Limits
from minutebook.documents.xml import read_xml
from minutebook.problems import UnreadableFile
from tests.documents.places import assert_placed

BODY = (
    '<div class="WordSection1"><p class="MsoNormal">1.&nbsp; The Chair &amp; Members agreed\r\nthat the <b>plan</b> stand.'
    "</p><ul><li>Owls &amp;amp; larks</li></ul><table><tr><td>a</td><td>b</td></tr></table><p><b>RESOLVED</b> so.</p></div>"
)
MEETING = f"""<?xml version="1.0" encoding="utf-8"?>
<meeting xmlns="http://moderngov.co.uk/namespaces"><meetingid>77</meetingid><meetingdate>06/06/2024</meetingdate>
<agendaitems><agendaitem><agendaitemtitle>Crime &amp;amp; Disorder</agendaitemtitle><agendatext/>
<fulldisplaynumberformat>9.</fulldisplaynumberformat><minutesnonemptyhtmlbody>{escape(BODY)}</minutesnonemptyhtmlbody>
<linkeddocuments><linkeddoc><title><![CDATA[Plan <draft> & notes]]></title><url>a.aspx?ID=1&amp;copy=2</url></linkeddoc>
</linkeddocuments></agendaitem><agendaitem><agendaitemtitle>Two</agendaitemtitle>
<agendatext>{escape(escape("<p>Twice &pound;5</p>"))}</agendatext></agendaitem></agendaitems>
<attendees><attendee name="Cllr O&apos;Dare" attendance='Present, as expected'><url>x</url></attendee>
<attendee name="Ruth Calloway"/></attendees></meeting>"""


def read(xml: str | bytes, **limits):
    document = read_xml(xml.encode() if isinstance(xml, str) else xml, "answer.xml", Limits(**limits))
    assert_placed(document)
    return document


def fields(document) -> list[tuple[str, str]]:
    return [(line.marker, line.text) for line in document.lines]


def test_fields_come_in_order_with_their_paths():
    document = read(MEETING)
    assert document.shape == "moderngov-service-meeting" and document.markup
    found = dict(fields(document))
    assert found["meetingid"] == "77"
    assert found["agendaitem[1].agendaitemtitle"] == "Crime & Disorder"
    assert found["agendaitem[1].linkeddoc[1].title"] == "Plan <draft> & notes"
    assert found["agendaitem[1].linkeddoc[1].url"] == "a.aspx?ID=1&copy=2"
    assert found["agendaitem[2].agendaitemtitle"] == "Two"
    assert found["attendee[1]@name"] == "Cllr O'Dare"
    assert found["attendee[2]@name"] == "Ruth Calloway"
    assert document.lines[0].role == "field" and document.lines[0].level == 2


def test_escaped_bodies_are_read_like_pages_and_placed_in_the_answer():
    document = read(MEETING)
    body = [line for line in document.lines if line.marker.startswith("agendaitem[1].minutesnonemptyhtmlbody")]
    assert [(line.role, line.text) for line in body] == [
        ("", "1. The Chair & Members agreed that the plan stand."),
        ("list-item", "Owls & larks"),
        ("cell", "a"),
        ("cell", "b"),
        ("", "RESOLVED so."),
    ]
    assert body[1].marker.endswith(" •") and all(line.whole for line in body)
    start, end = body[0].runs[0][2], body[0].runs[-1][3]
    assert document.text[start:end].startswith("1.&amp;nbsp; The Chair &amp;amp; Members")


def test_what_was_encoded_twice_is_shown_as_meant():
    document = read(MEETING)
    assert dict(fields(document))["agendaitem[2].agendatext"] == "Twice £5"
    assert [p.code for p in document.problems] == ["double-encoded"]


@pytest.mark.parametrize(
    ("root", "shape"),
    [("getmeetings", "meeting-list"), ("getmeetingsbydate", "meeting-list"), ("committees", "committee-list"),
     ("attachment", "attachment"), ("councillorsbyward", "councillors")],
)  # fmt: skip
def test_other_answers(root, shape):
    document = read(f"<{root}><count> 1</count></{root}>")
    assert document.shape == "moderngov-service-" + shape and document.lines[0].text == "1"


def test_answers_in_envelopes_and_strings():
    inner = MEETING[MEETING.index("<meeting ") :]
    soap = (
        '<soap:Envelope xmlns:soap="s"><soap:Body><GetMeetingResponse><GetMeetingResult>'
        f"{inner}</GetMeetingResult></GetMeetingResponse></soap:Body></soap:Envelope>"
    )
    string = f'<?xml version="1.0"?><string xmlns="x">{escape(inner)}</string>'
    plain = fields(read(MEETING))
    assert fields(read(soap)) == plain
    assert fields(read(string)) == plain


def test_an_empty_answer_is_no_error():
    document = read("<councillorsbyward><wards></wards></councillorsbyward>")
    assert not document.lines and [p.code for p in document.problems] == ["empty-answer"]


def test_a_cut_or_crossed_answer_is_read_as_far_as_it_goes():
    cut = read(MEETING[: MEETING.index("</agendaitemtitle>") + 40])
    assert "cut-short" in [p.code for p in cut.problems] and ("meetingid", "77") in fields(cut)
    crossed = read("<meeting><meetingid>7</meetingid></agendaitem><meetingdate>1</meeting>")
    assert "xml-malformed" in [p.code for p in crossed.problems] and len(crossed.lines) == 2


def test_other_xml_is_running_text():
    document = read("<act><p>Hello <b>bold</b> world</p>tail<num>1</num> end</act>")
    assert [line.text for line in document.lines] == ["Hello bold world", "tail1 end"] and document.shape == ""


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>', "xml-entities"),
        ('<!DOCTYPE x [ <!entity % p SYSTEM "file:///etc/passwd"> %p; ]><x>y</x>', "xml-entities"),
        ("<a>" * 70 + "x", "xml-nesting"),
        ("<a>" * 200_000, "xml-nesting"),
        ("<a></a>", "empty"),
    ],
)
def test_hostile_xml_is_refused_at_once(xml, code):
    began = time.process_time()
    with pytest.raises(UnreadableFile) as error:
        read(xml)
    assert error.value.code == code and time.process_time() - began < 1


def test_unknown_entities_are_left_as_they_stand():
    assert (
        read("<meeting><meetingroom>Tom &jerry; &amp; co</meetingroom></meeting>").lines[0].text == "Tom &jerry; & co"
    )


def test_limits_can_be_set():
    assert read("<a>" * 70 + "x", nesting=100).lines[0].text == "x"
    with pytest.raises(UnreadableFile) as error:
        read("<a>xxxx</a>", text_characters=5)
    assert error.value.code == "too-long"


def test_long_answers_are_quick():
    xml = "<meeting>" + "<agendaitem><agendaitemtitle>x &amp; y</agendaitemtitle></agendaitem>" * 8_000
    began = time.process_time()
    read_xml((xml + "&amp;" * 50_000).encode(), "x.xml")
    assert time.process_time() - began < 3
