"""Web pages: what a reader sees, where it stands, and what committee systems say by their classes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.documents.html import read_html
from minutebook.documents.markup import encoding_of
from minutebook.problems import UnreadableFile
from tests.documents.places import assert_placed


def read(html: str | bytes):
    document = read_html(html.encode() if isinstance(html, str) else html, "page.html")
    assert_placed(document)
    return document


def told(html: str) -> list[tuple[str, str]]:
    return [(line.role, line.text) for line in read(html).lines]


def texts(html: str) -> list[str]:
    return [line.text for line in read(html).lines]


MEETING = """<!DOCTYPE html>
<html><head><title>Agenda for Ardenshire Police and Crime Panel</title><style>p { color: red }</style></head>
<body><div class="corporate"><a href="/">Ardenshire County Council</a></div>
<div id="modgov"><h1 class="mgMainTitleTxt" >Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Ardenshire Police and Crime Panel<br/>Thursday, 6th June, 2024 2.00 pm</h2>
<ul class="mgActionList"><li><a href="ieListMeetings.aspx?CId=9">Browse meetings</a></li>
<li><a href="documents/g12/Printed%20minutes.pdf?T=1">Printed minutes</a> <span class="mgFileSize" >PDF 70 KB</span></li></ul>
<div class="mgContent" ><p><span class="mgLabel" >Venue:&nbsp;</span>Shire Hall, Ardenchester</p>
<p><span class="mgLabel" >Contact:</span> Ruth Calloway<br>Democratic Services</p>
<table id="mgItemTable" class="mgItemTable" ><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI1"></a>12. </p></td>
<td><p class="mgAiTitleTxt" ><a class="mgAiTitleLnk" href="documents/s9/Crime.pdf">Crime &amp;amp; Disorder
 <span class="mgFileSize" >PDF 123 KB</span></a></p>
<div class="mgWordPara" ><p class="MsoNormal">To consider the report.</p></div>
<ul class="mgBulletList" ><li><a href="documents/s10/Annex.pdf">Annex, item 12.</a></li></ul>
<p class="mgSubItemTitleTxt" >Minutes:</p>
<div class="mgWordPara" ><ol type="a" start="3"><li>First<ul><li>deep</li></ul></li><li>Second</li></ol>
<p><b>RESOLVED</b> that it be noted.</p>
<p>The Chair thanked ... <a href="mgAi.aspx?ID=1#mgDocuments">view the full minutes text for item 12.</a></p>
<table><tr><th>Title</th><th>Type</th><th>Recorded Vote text</th><th>Result</th></tr>
<tr><td>Motion</td><td>Motion</td><td>For: 3</td><td>Carried</td></tr></table></div></td></tr></table></div></div>
<footer>Privacy</footer></body></html>"""


def test_a_meeting_page_tells_its_parts_by_their_classes():
    document = read(MEETING)
    assert document.shape == "moderngov-meeting" and document.markup
    lines = [(line.role, line.text) for line in document.lines if line.role != "furniture"]
    assert lines[:8] == [
        ("heading", "Agenda and minutes"),
        ("heading", "Ardenshire Police and Crime Panel"),
        ("heading", "Thursday, 6th June, 2024 2.00 pm"),
        ("document", "Printed minutes PDF 70 KB"),
        ("label", "Venue:"),
        ("value", "Shire Hall, Ardenchester"),
        ("label", "Contact:"),
        ("value", "Ruth Calloway"),
    ]
    found = {line.text: line for line in document.lines}
    assert found["12."].role == "item-number"
    title = found["Crime & Disorder PDF 123 KB"]
    assert (title.role, title.link) == ("item-title", "documents/s9/Crime.pdf")
    assert found["Annex, item 12."].role == "document"
    assert found["Minutes:"].role == "sub-title"
    assert found["To consider the report."].role == "" and found["To consider the report."].cell is None
    assert found["RESOLVED that it be noted."].bold is False
    assert {found[t].role for t in ("Ardenshire County Council", "Browse meetings", "Privacy")} == {"furniture"}
    assert all(line.whole for line in document.lines)


def test_clipped_minutes_end_before_the_link_that_clips_them():
    lines = {line.text: line for line in read(MEETING).lines}
    assert "The Chair thanked" in lines
    cut = lines["... view the full minutes text for item 12."]
    assert (cut.role, cut.link) == ("cut", "mgAi.aspx?ID=1#mgDocuments")


def test_lists_are_numbered_as_a_browser_numbers_them():
    marks = {line.text: (line.role, line.level, line.marker) for line in read(MEETING).lines}
    assert marks["First"] == ("list-item", 1, "c.")
    assert marks["deep"] == ("list-item", 2, "•")
    assert marks["Second"] == ("list-item", 1, "d.")
    roman = read('<ol type="i"><li>a<p>more of a</p><li value=9>b<li>c</ol>').lines
    assert [(x.marker, x.role) for x in roman] == [
        ("i.", "list-item"),
        ("", ""),
        ("ix.", "list-item"),
        ("x.", "list-item"),
    ]


def test_recorded_votes_and_data_tables_keep_their_cells():
    votes = [(line.text, line.cell) for line in read(MEETING).lines if line.role == "vote-table"]
    assert votes[-1] == ("Carried", (1, 1, 3))
    table = read(
        "<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>C</td><td>D<table><tr><td>x</td><td>y</td></tr>"
        "</table></td></tr></table><table><tr><th>h</th><th>i</th></tr></table>"
    )
    cells = {line.text: line.cell for line in table.lines}
    assert cells["x"] == (1, 0, 0) and cells["y"] == (1, 0, 1)
    assert cells["A"] is None  # a table around a table only sets the page
    assert cells["i"] == (2, 0, 1)


def test_spans_of_cells_are_followed():
    cells = {x.text: x.cell for x in read("<table><tr><td rowspan=2>A<td colspan=2>B<tr><td>C<td>D</table>").lines}
    assert cells == {"A": (0, 0, 0), "B": (0, 0, 1), "C": (0, 1, 1), "D": (0, 1, 2)}


@pytest.mark.parametrize(
    ("page", "shape"),
    [
        ('<div class="mgContent"><h1 class="mgMainTitleTxt">Decision details</h1></div>', "moderngov-decision"),
        ('<div class="mgContent"><h1 class="mgMainTitleTxt">Issue - details</h1></div>', "moderngov-issue"),
        ('<div class="mgContent"><h1 class="mgMainTitleTxt">Agenda item</h1></div>', "moderngov-item"),
        ('<div class="mgContent"><h1 class="mgMainTitleTxt">Committee details</h1></div>', "moderngov-committee"),
        ('<div class="mgContent"><h1 class="mgMainTitleTxt">Browse meetings</h1></div>', "moderngov-meetings"),
        ('<div class="mgContent"><h1 class="mgMainTitleTxt">Calendar of meetings</h1></div>', "moderngov-calendar"),
        ('<div class="mgContent"><h1 class="mgMainTitleTxt">Meeting attendance</h1></div>', "moderngov-attendance"),
        ('<form action="./mgAi.aspx?ID=4"><div class="mgContent"><h1>Welcome</h1></div></form>', "moderngov-item"),
        ('<div class="ModCMISMeetingsC"><p>x</p></div>', "cmis"),
        ("<h1>Agenda item</h1>", ""),
    ],
)
def test_shapes(page, shape):
    assert read(page).shape == shape


def test_a_cmis_page_pairs_labels_with_values():
    page = (
        '<div class="ModCMISMeetingsC"><div class="holder"><div class="DNNLabel">Status</div><div class="Value Venue">'
        'Confirmed</div></div><ol class="DocumentList"><li class="DocumentListItem"><a class="TitleLink"'
        ' href="Document.ashx?x=1">Agenda</a> <span class="FileSize">(90Kb)</span></li></ol></div>'
    )
    assert told(page) == [("label", "Status"), ("value", "Confirmed"), ("document", "Agenda (90Kb)")]


def test_what_a_reader_does_not_see_yields_nothing():
    page = (
        "<p>seen</p><script>if (a < b) { '<p>no</p>' }</script><style>x</style><!-- <p>no</p> --><p hidden>no</p>"
        '<p style="display : none">no</p><div class="visually-hidden">no</div><template><p>no</p></template><p>end</p>'
    )
    assert texts(page) == ["seen", "end"]


def test_the_shell_of_a_page_is_furniture():
    page = (
        '<nav>Menu</nav><div id="cookie-banner">We use cookies</div><ul class="breadcrumb"><li>Home</ul>'
        "<main><header><h1>Minutes</h1></header><p>Business of the Panel, told at some length so that it counts.</p></main>"
        "<footer>Privacy</footer>"
    )
    assert [t for r, t in told(page) if r == "furniture"] == ["Menu", "We use cookies", "Home", "Privacy"]
    assert ("heading", "Minutes") in told(page)


def test_a_page_called_menu_throughout_is_still_read():
    page = '<div class="menu"><p>' + "The Panel met and considered its business. " * 9 + "</p></div>"
    assert told(page)[0][0] == ""


def test_breaks_emphasis_links_and_pre():
    lines = read(
        "<p><b>Bold</b>&nbsp;</p><p>one<br>two <b>three</b></p><p><a href=' x y '>go</a></p><pre>a\n  b</pre>"
    ).lines
    assert [(x.text, x.bold, x.link, x.whole) for x in lines] == [
        ("Bold", True, "", True),
        ("one", False, "", True),
        ("two three", False, "", True),
        ("go", False, "x y", True),
        ("a", False, "", False),
        ("b", False, "", False),
    ]
    assert lines[-1].indent == 2


def test_entities_and_white_space_are_as_shown():
    document = read(
        "<p>\r\n  Caf&eacute; &pound;5&nbsp;m &lt;b&gt; R&D, x&#8217;s co\u00adop fo&shy;od &bogus;\t&amp;amp;#39;</p>"
    )
    assert document.lines[0].text == "Café £5 m <b> R&D, x’s coop food &bogus; '"
    assert [p.code for p in document.problems] == ["double-encoded"]


def test_unclosed_and_stray_tags_do_no_harm():
    assert texts("<p>a<p>b</div>c<td>d</b><li>e") == ["a", "b", "c", "d", "e"]
    assert texts("<table><tr><td><p>a</div></td><td>b</table>c < d <3 <p>e") == ["a", "b", "c < d <3", "e"]
    assert texts('<p title="a > b">x</p><p title="broken>y</p>') == ["x", "y"]
    assert texts("<p>kept</p><a href='cut o") == ["kept"]


@pytest.mark.parametrize(
    ("data", "text", "problem"),
    [
        ("<meta charset=utf-8><p>£5</p>".encode(), "£5", None),
        ("\ufeff<p>£5</p>".encode(), "£5", None),
        ("<p>£5 – x</p>".encode("cp1252"), "£5 – x", "encoding-unclear"),
        ("<meta charset='iso-8859-1'><p>“£5”</p>".encode("cp1252"), "“£5”", None),
        ("\ufeff<p>£5</p>".encode("utf-16-le"), "£5", None),
        ("<html><p>£5</p>".encode("utf-16-be"), "£5", None),
        (b"<meta charset='no-such'><p>x</p>", "x", None),
        (b"<meta charset='utf-16'><p>x</p>", "x", None),
        (b"<meta charset='base64'><p>x</p>", "x", None),
        (b"<p>a\0b\x01c</p>", "abc", None),
    ],
)
def test_encodings(data, text, problem):
    document = read(data)
    assert document.lines[0].text == text
    assert [p.code for p in document.problems] == ([problem] if problem else [])


def test_a_byte_order_mark_stays_in_the_archived_text():
    document = read("\ufeff<p>x</p>".encode())
    assert document.text[0] == "\ufeff" and document.lines[0].runs == ((0, 1, 4, 5),)
    assert encoding_of(b"<p>") == ("utf-8", False)


def test_error_pages_are_told_from_papers():
    page = "<html><title>Object moved</title><h2>Object moved to <a href='/mgError.aspx'>here</a>.</h2></html>"
    assert [p.code for p in read(page).problems] == ["error-page"]


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>all()</script>", "<p>\0</p>", "<!-- never closed"])
def test_a_page_without_words_is_told_so(page):
    with pytest.raises(UnreadableFile) as error:
        read(page)
    assert error.value.code == "empty" and error.value.remedy


HOSTILE = {
    "one long line": "word " * 2_000_000,
    "less-than signs": "<" * 300_000 + "x",
    "deep": "<div>" * 100_000 + "x",
    "deep inline": "<td><b>" * 3_000 + "<p></div>" * 30_000 + "x",
    "open quotes": '<a "' * 100_000 + ">x",
    "mixed quotes": "<a \">'<b '\"" * 30_000 + "x",
    "open comments": "x" + "<!--" * 100_000,
    "entities": "&amp;" * 100_000 + "amp;" * 100_000,
    "doctypes": "<!DOCTYPE [>" * 50_000 + "x",
    "attributes": "<p " + "a= " * 100_000 + ">x",
    "wide tables": "<table>" + "<tr><td rowspan=1000 colspan=100>x" * 5_000,
    "tables in tables": "<table><tr><td>" * 3_000 + "x",
    "lists in lists": "<ul><li>" * 50_000 + "x",
    "cut elipses": "<p>" + "view the full " * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_in_time_linear_in_their_length(name):
    began = time.process_time()
    read_html(("<p>seen</p>" + HOSTILE[name]).encode(), "hostile.html")
    assert time.process_time() - began < 3


def test_a_long_page_is_quick():
    paragraph = (
        "<p class=MsoNormal style='margin-left:36.0pt'><span>%d.</span><span>&nbsp;&nbsp;</span>The Commissioner introduced"
        " the report, which gave\r\nexamples of spending, and a Member asked whether the work on rural crime would go\r\n"
        "on; figures would be brought back to the Panel&rsquo;s next meeting.</p>\r\n"
    )
    page = "".join(paragraph % i for i in range(2_200))
    assert len(page) > 600_000
    began = time.process_time()
    read_html(page.encode(), "long.html")
    assert time.process_time() - began < 1.5  # a tenth of that on a quiet machine


SCRAPS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<ol start=3>", "<li>", "</ul>",
     "<br>", "<div class='mgContent'>", "</div>", "<span class=\"mgLabel\" >", "</span>", "<p class='mgAiTitleTxt'>", "<h2>",
     "</h2>", "<script>", "</script>", "<!--", "-->", "&amp;", "&nbsp;", "&amp;amp;", "&#163;", "&notit;", "&", "<", ">", '"',
     "<a href='x.pdf'>", "</a>", "<pre>", "</pre>", "<nav>", "</nav>", " ", "\n", "\xa0", "\xad", "\ufeff", "\0", "word", "é 😀",
     "... view the full minutes text for item 3", "<td class=mgItemNumberCell>", "<table class=mgItemTable>", "<dt>", "<dd>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(SCRAPS | st.text(max_size=6), max_size=40).map("".join))
def test_every_character_shown_can_be_found_in_the_page(page):
    try:
        document = read_html(page.encode("utf-8", "surrogatepass"), "page.html")
    except UnreadableFile as error:
        assert error.code == "empty"
        return
    assert_placed(document)


def test_the_first_line_of_an_agenda_item_is_its_title():
    page = '<div class="AgendaItem"><span>5</span> <b>Hearing</b><p>It was heard.</p></div>'
    assert told(page) == [("item-title", "5 Hearing"), ("", "It was heard.")]
