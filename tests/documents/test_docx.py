"""Word documents as Word shows them: numbers, headings, cells, pages, and what was struck out."""

import io
import time
import zipfile

import pytest

from minutebook.documents import open_file
from minutebook.documents.docx import read_docx
from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile
from tests.documents.places import assert_placed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="MinuteHead"><w:name w:val="Minute Head"/><w:basedOn w:val="Heading2"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"""
NUMBERS = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="201"/><w:pStyle w:val="MinuteHead"/><w:lvlText w:val="%1"/>
</w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx(body: str, *, method: int = zipfile.ZIP_DEFLATED, **parts: str) -> bytes:
    parts = {"styles": STYLES, "numbering": NUMBERS, **parts}
    rels = "".join(
        f'<Relationship Id="r{n}" Type="{DOCUMENT}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="d" Type="{DOCUMENT}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        archive.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">{rels}<Relationship Id="link" Type="{DOCUMENT}/hyperlink" Target="https://x.test/"'
            ' TargetMode="External"/></Relationships>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
    )


def n(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def read(body: str, **parts: str):
    document = read_docx(docx(body, **parts), "minutes.docx")
    assert_placed(document)
    assert document.text == "\n".join(line.text for line in document.lines)
    return document


def test_automatic_numbers_are_worked_out():
    body = (
        n("a", 1)
        + n("b", 1, 1)
        + n("c", 1, 1)
        + n("d", 1, 2)
        + n("e", 1)
        + n("f", 1, 1)
        + n("g", 1, 3)
        + n("h", 5)
        + n("i", 5)
    )
    lines = read(body).lines
    assert [x.marker for x in lines] == ["5.", "(a)", "(b)", "5.b.I", "6.", "(a)", "6.1.1", "1.", "2."]
    assert {x.role for x in lines} == {"list-item"} and [x.level for x in lines[:4]] == [1, 2, 2, 3]


def test_bullets_and_numbers_by_style():
    lines = read(
        n("x", 2) + p("Title", '<w:pStyle w:val="MinuteHead"/>') + p("Next", '<w:pStyle w:val="MinuteHead"/>')
    ).lines
    assert [(x.role, x.level, x.marker, x.bold) for x in lines] == [
        ("list-item", 1, "•", False),
        ("heading", 2, "201", True),
        ("heading", 2, "202", True),
    ]


def test_a_number_can_be_switched_off():
    off = p("plain", '<w:pStyle w:val="MinuteHead"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(off).lines[0].marker == ""


def test_words_as_word_shows_them():
    body = (
        "<w:p><w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>RESOLVED</w:t></w:r><w:r><w:tab/><w:t>that  the co</w:t>"
        "<w:noBreakHyphen/><w:t>opted\u00a0mem</w:t><w:softHyphen/><w:t>ber</w:t><w:br/><w:t>stay</w:t></w:r></w:p>"
        + p("All bold", run="<w:b/>")
        + p("not bold", run="<w:b w:val='0'/>")
        + p("unseen", run="<w:vanish/>")
        + "<w:p><w:hyperlink r:id='link'><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>"
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    lines = read(body).lines
    assert [(x.text, x.bold, x.link) for x in lines] == [
        ("RESOLVED that the co-opted member", False, ""),
        ("stay", False, ""),
        ("All bold", True, ""),
        ("not bold", False, ""),
        ("site", False, "https://x.test/"),
        ("7", False, ""),
    ]
    assert all(x.whole for x in lines)


def test_tracked_changes_are_read_as_accepted():
    change = "w:id='1' w:author='x'"
    body = (
        f"<w:p><w:r><w:t xml:space='preserve'>keep </w:t></w:r><w:ins {change}><w:r><w:t>new</w:t></w:r></w:ins>"
        f"<w:del {change}><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del {change}/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>joined </w:t></w:r></w:p>"
        + p("up")
    )
    comments = f"<w:comments {W}><w:comment w:id='0'>{p('really?')}</w:comment></w:comments>"
    document = read(body, comments=comments)
    assert [x.text for x in document.lines] == ["keep new", "joined up"]
    assert [(q.code, q.level) for q in document.problems] == [("tracked-changes", "note"), ("comments", "note")]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def test_tables_keep_their_cells():
    inner = f"<w:tbl><w:tr>{cell(p('in'))}{cell(p('ner'))}</w:tr></w:tbl>"
    down, across = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    table = (
        f"<w:tbl><w:tr>{cell(p('A'), down)}{cell(p('BC'), across)}</w:tr>"
        f"<w:tr>{cell(p('gone'), '<w:vMerge/>')}{cell(n('D', 2))}{cell(p('E') + inner)}</w:tr></w:tbl>"
    )
    frame = f"<w:tbl><w:tr>{cell(p('framed'))}</w:tr></w:tbl>"
    lines = read(table + frame).lines
    assert [(x.text, x.cell, x.role) for x in lines] == [
        ("A", (0, 0, 0), "cell"),
        ("BC", (0, 0, 1), "cell"),
        ("D", (0, 1, 1), "list-item"),
        ("E", (0, 1, 2), "cell"),
        ("in", (1, 0, 0), "cell"),
        ("ner", (1, 0, 1), "cell"),
        ("framed", None, ""),
    ]


def test_pages_are_counted_once_per_break():
    body = (
        p("one")
        + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>still </w:t><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>four</w:t></w:r></w:p>"
    )
    document = read(body)
    assert [x.page for x in document.lines] == [1, 2, 2, 4]
    assert document.pages[0].start == 0 and document.pages[-1].end == len(document.text)


def test_heads_feet_notes_and_boxes():
    box = (
        '<w:p><w:r><w:t>by</w:t></w:r><w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{p('box')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{p('box')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    body = box + "<w:sectPr><w:headerReference r:id='r2'/><w:headerReference r:id='r3'/></w:sectPr>"
    head = f"<w:hdr {W}>{p('Running head')}</w:hdr>"
    notes = f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'>{p('-')}</w:footnote><w:footnote w:id='1'>{p('A note')}</w:footnote></w:footnotes>"
    lines = read(body, header1=head, header2=head, footnotes=notes).lines
    assert [(x.text, x.role, x.marker) for x in lines] == [
        ("Running head", "furniture", ""),
        ("by", "", ""),
        ("box", "", ""),
        ("A note", "", "[1]"),
    ]


def test_a_macro_document_and_a_false_name_are_read_alike():
    (document,) = open_file(docx(p("Minutes")), "minutes.pdf")
    assert document.lines[0].text == "Minutes" and document.problems[0].code == "kind-differs"
    assert not next(iter(open_file(docx(p("Minutes")), "minutes.docm"))).problems


@pytest.mark.parametrize(
    ("body", "parts", "code"),
    [
        ("", {}, "empty"),
        ("<w:p>", {}, "damaged"),
        (p("x"), {"styles": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, "xml-entities"),
        (p("x"), {"numbering": "<<<"}, "damaged"),
        ("<w:tbl><w:tr><w:tc>" * 70 + p("x") + "</w:tc></w:tr></w:tbl>" * 70, {}, "nesting"),
        ("<w:sdt><w:sdtContent>" * 70 + p("x") + "</w:sdtContent></w:sdt>" * 70, {}, "nesting"),
        ("<w:p>" + "<w:smartTag>" * 100 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 100 + "</w:p>", {}, "nesting"),
        ("<w:p>" * 3_000 + "</w:p>" * 3_000, {}, "damaged"),
    ],
)
def test_hostile_documents_are_refused_at_once(body, parts, code):
    began = time.process_time()
    with pytest.raises(UnreadableFile) as error:
        read(body, **parts)
    assert error.value.code == code and time.process_time() - began < 1


def test_bombs_and_cut_files_are_refused():
    data = docx(p("x" * 30_000_000))
    with pytest.raises(UnreadableFile) as error:
        read_docx(data, "bomb.docx")
    assert error.value.code == "archive-bomb"
    data = docx(p("Minutes"))
    for end in range(1, len(data) - 1, 97):
        with pytest.raises(UnreadableFile):
            read_docx(data[:end], "cut.docx", Limits())


def test_long_documents_are_quick():
    body = n("The Commissioner introduced the report and answered questions about it.", 1) * 5_000
    began = time.process_time()
    assert len(read_docx(docx(body), "long.docx").lines) == 5_000
    assert time.process_time() - began < 3
