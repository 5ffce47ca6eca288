"""Records from the answers of a committee system's web service."""

from html import escape

import pytest

from minutebook.documents.xml import read_xml
from minutebook.reading.service import displayed, group_of, read_service


def item(number: str, title: str, *, order: int = 3, minutes: str = "", decision: str = "", more: str = "") -> str:
    return (
        f"<agendaitem><agendaitemid>1</agendaitemid><agendaitemtitle>{escape(title)}</agendaitemtitle>"
        f"<agendaitemnumber> {order}</agendaitemnumber><fulldisplaynumberformat>{number}</fulldisplaynumberformat>"
        f"<minutesnonemptyhtmlbody>{escape(minutes)}</minutesnonemptyhtmlbody>"
        f"<decisionnonemptyhtmlbody>{escape(decision)}</decisionnonemptyhtmlbody>{more}</agendaitem>"
    )


def person(name: str, role: str, attendance: str) -> str:
    return f'<attendee name="{name}" roledescription="{role}" attendance="{attendance}"><url/></attendee>'


DOCUMENTS = (
    "<isrestricted>True</isrestricted><linkeddocuments><linkeddoc><title>Report</title><url>mgConvert2PDF.aspx?ID=5</url>"
    "<isrestricted>False</isrestricted><committeetitle>Ardenshire Police and Crime Panel</committeetitle></linkeddoc>"
    "<linkeddoc><title>Exempt annex</title><restrictionsRef>Paragraph 3</restrictionsRef></linkeddoc></linkeddocuments>"
    "<agendatext>&lt;p&gt;To consider it.&lt;/p&gt;</agendatext>"
    "<commentlabel1>Actions</commentlabel1><commenttext1>Officers to write to the force</commenttext1>"
)
MEETING = (
    "<meeting><meetingid>7</meetingid><meetingdate>06/06/2024</meetingdate><meetingstatus>Confirmed</meetingstatus>"
    "<meetingtime>2.00 pm</meetingtime><meetinglocation>Shire Hall</meetinglocation><agendaitems>"
    + item("", "UNRESTRICTED ITEMS", order=0)
    + item(
        "9.",
        "Crime & Disorder",
        minutes="<p>1. A report was given.</p><p>2. Thanks.</p><p>RESOLVED that it be noted.</p>",
    )
    + item("10.", "Budget", decision="<p>That the budget be supported.</p>", more=DOCUMENTS)
    + "</agendaitems><attendees>"
    + person("Councillor Ruth Calloway MBE", "Chair", "Present, as expected")
    + person("Mr Tobias Quill", "Committee Member", "Apologies, sent representative")
    + person("Cllr Dilys Marrow", "Substitute for Mr Tobias Quill", "Present")
    + person("Ian Bellweather", "Scrutiny Officer", "Expected")
    + "</attendees></meeting>"
)


def read(xml: str):
    document = read_xml(xml.encode(), "answer.xml")
    (record,) = read_service(document)
    at = 0
    for part in record.coverage:
        assert part.start == at
        at = part.end
    assert at == len(document.text)
    return document, record


def test_a_meeting():
    document, record = read(MEETING)
    assert (record.kind, record.date, record.time, record.venue) == (
        "service-meeting",
        "2024-06-06",
        "14:00",
        "Shire Hall",
    )
    assert (record.chair, record.body) == ("Ruth Calloway", "Ardenshire Police and Crime Panel")
    assert [(p.name, p.honorific, p.postnominals, p.role, p.group) for p in record.attendance] == [
        ("Ruth Calloway", "Councillor", "MBE", "Chair", "present"),
        ("Tobias Quill", "Mr", None, None, "absent"),
        ("Dilys Marrow", "Cllr", None, "Substitute for Mr Tobias Quill", "present"),
        ("Ian Bellweather", None, None, "Scrutiny Officer", "expected"),
    ]
    assert record.attendance[2].substitute_for == "Tobias Quill"
    where = record.attendance[0].where
    assert document.text[where.start : where.end] == "Councillor Ruth Calloway MBE"


def test_items_with_their_minutes_and_decisions():
    document, record = read(MEETING)
    crime, budget = record.items
    assert (crime.number, crime.title, crime.section) == ("9", "Crime & Disorder", "UNRESTRICTED ITEMS")
    assert [(p.label, p.text) for p in crime.paragraphs] == [("1", "A report was given."), ("2", "Thanks.")]
    assert [r.text for r in crime.resolutions] == ["RESOLVED that it be noted."]
    where = crime.resolutions[0].where
    assert document.text[where.start : where.end] == "RESOLVED that it be noted."
    assert [r.text for r in budget.resolutions] == ["That the budget be supported."]
    assert budget.restricted and budget.text == "To consider it." and not crime.restricted
    assert [(d.title, d.item, d.address, d.restricted) for d in record.documents] == [
        ("Report", "10", "mgConvert2PDF.aspx?ID=5", False),
        ("Exempt annex", "10", None, True),
    ]
    assert [(a.item, a.text) for a in record.actions] == [("10", "Officers to write to the force")]


def test_another_reader_of_bodies_can_be_given():
    seen = []
    list(
        read_service(
            read_xml(MEETING.encode(), "a.xml"),
            lambda paper, found, head, own, formal: seen.append((head.number, len(own))),
        )
    )
    assert seen == [("9", 3), ("10", 1)]


def test_a_decision_told_again_in_the_minute_counts_once():
    twice = item("3.", "Plan", minutes="<p>Resolved that it stand.</p>", decision="<p>That it stand.</p>")
    _, record = read(f"<meeting><agendaitems>{twice}</agendaitems></meeting>")
    assert len(record.items[0].resolutions) == 1


def test_a_cancelled_meeting_is_told():
    _, record = read("<meeting><meetingdate>06/06/2024</meetingdate><meetingstatus>Cancelled</meetingstatus></meeting>")
    assert {p.code for p in record.problems} == {"meeting-cancelled", "empty-answer"}


def test_lists_of_meetings():
    meeting = "<meeting><meetingid>{0}</meetingid><meetingdate>0{0}/06/2024</meetingdate><meetingtime>10.00 am</meetingtime></meeting>"
    one = "<committee><committeetitle>{}</committeetitle><committeemeetings>{}</committeemeetings></committee>"
    _, record = read(f"<getmeetings>{one.format('Panel', meeting.format(1) + meeting.format(2))}</getmeetings>")
    assert (record.kind, record.body) == ("service-meeting-list", "Panel")
    assert [(m.heading, m.date, m.entries[0]["time"]) for m in record.meetings] == [
        ("01/06/2024", "2024-06-01", "10:00"),
        ("02/06/2024", "2024-06-02", "10:00"),
    ]
    _, record = read(
        f"<getmeetings>{one.format('A', meeting.format(1))}{one.format('B', meeting.format(2))}</getmeetings>"
    )
    assert record.body is None and [m.heading for m in record.meetings] == ["A", "B"]
    flat = "<meeting><meetingdate>01/06/2024</meetingdate><committeetitle>A</committeetitle></meeting>"
    _, record = read(f"<getmeetingsbydate><meetings>{flat}</meetings></getmeetingsbydate>")
    assert record.body == "A" and record.meetings[0].date == "2024-06-01"


def test_lists_of_committees():
    _, record = read(
        "<committees><committeescount> 2</committeescount><committee><committeeid>1</committeeid><committeetitle>Crime Panel"
        "</committeetitle><committeeexpired>False</committeeexpired><committeecategory>Scrutiny</committeecategory></committee>"
        "<committee><committeetitle>Old Panel</committeetitle><committeeexpired>True</committeeexpired></committee></committees>"
    )
    assert record.kind == "service-committee-list"
    assert [(e.title, e.summary, e.closed_reason) for e in record.entries] == [
        ("Crime Panel", "Scrutiny", None),
        ("Old Panel", None, "expired"),
    ]


def test_attachments_and_councillors():
    _, record = read(
        "<attachment><attachmentdetails><title>Report</title><itemnum>5.</itemnum></attachmentdetails></attachment>"
    )
    assert [(d.title, d.item) for d in record.documents] == [("Report", "5")]
    _, record = read(
        "<councillorsbyward><wards><ward><wardtitle>North</wardtitle><councillors><councillor><fullusername>Councillor Ruth"
        " Calloway</fullusername><homeaddress><phone>01632 960000</phone></homeaddress></councillor></councillors></ward>"
        "</wards></councillorsbyward>"
    )
    assert [(p.name, p.group, p.authority) for p in record.attendance] == [("Ruth Calloway", "member", "North")]
    _, record = read("<councillorsbyward><wards></wards></councillorsbyward>")
    assert [p.code for p in record.problems] == ["empty-answer"]


@pytest.mark.parametrize(
    ("words", "group"),
    [("Present, as expected", "present"), ("Apologies", "absent"), ("Absent", "absent"), ("In attendance", "in attendance"),
     ("Not required", "not required"), ("Expected", "expected"), ("", "expected"), ("Observing", "observing")],
)  # fmt: skip
def test_groups(words, group):
    assert group_of(words) == group


@pytest.mark.parametrize(
    ("shown", "number"), [("9.", "9"), ("12", "12"), ("(4a)", "4a"), ("A1.", "A1"), ("", None), (" . ", None)]
)
def test_numbers_are_as_displayed(shown, number):
    assert displayed(shown) == number
