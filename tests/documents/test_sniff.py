"""What a file is, whatever it is called."""

import io
import zipfile

import pytest

from minutebook.documents import open_file
from minutebook.documents.limits import Limits
from minutebook.documents.sniff import kind_of
from minutebook.problems import UnreadableFile


def packed(*names: str, **contents: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"x")
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (b"\r\n\r\n%PDF-1.4", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image"),
        (b"\xff\xd8\xff\xe0....", "image"),
        (b"II*\0....", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"  <HTML lang=en>", "html"),
        (b"<!-- saved --> <html>", "html"),
        (b"\xef\xbb\xbf<html>", "html"),
        ("\ufeff<html><p>x".encode("utf-16-le"), "html"),
        (b"<div><p>One</p><p>Two</p></div>", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        (b'<?xml version="1.0"?>\n<meeting><meetingid>', "xml"),
        (b"<meeting><meetingid>1</meetingid></meeting>", "xml"),
        (b"<councillorsbyward />", "xml"),
        (b"MINUTES of the meeting", "text"),
        (b"<AI1>\nApologies\n</AI1>\nMINUTES", "text"),
        (b"<p>lonely", "text"),
        ("Cofnodion – £5".encode("utf-16"), "text"),
        (b"BM and others were present", "text"),
        (b"MZ Khan was present", "text"),
        (packed("[Content_Types].xml", "word/document.xml"), "docx"),
        (packed("a.txt"), "zip"),
    ],
)
def test_kinds(data, kind):
    assert kind_of(data, "download.aspx") == kind


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\0", "empty"),
        (b"{\\rtf1\\ansi Minutes}", "rtf"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "ppt"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "old-office"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
        (packed("a.txt")[:-9], "damaged"),
        (b"PK\x03\x04 cut", "damaged"),
        (b"\x1f\x8b\x08....", "gzip"),
        (b"Rar!\x1a\x07\0", "rar"),
        (b"MZ\x90\0\x03\0", "program"),
        (b"\0\0\0\x18ftypheic", "heic"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "mhtml"),
    ],
)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(data, code):
    with pytest.raises(UnreadableFile) as error:
        kind_of(data, "paper.pdf")
    assert error.value.code == code
    assert error.value.file == "paper.pdf" and error.value.what and error.value.remedy


def test_a_page_served_as_a_pdf_is_read_as_the_page_it_is():
    (document,) = open_file(b"<!DOCTYPE html><html><p>Server Error in application</p></html>", "minutes.pdf")
    assert document.source.media_type == "text/html"
    assert [p.code for p in document.problems] == ["error-page", "kind-differs"]
    assert document.problems[1].where is not None


def test_text_that_holds_xml_or_html_is_read_as_such():
    (document,) = open_file(b"<meeting><meetingid>1</meetingid></meeting>", "answer.txt")
    assert document.shape == "moderngov-service-meeting" and not document.problems


def test_plain_text_is_read():
    (document,) = open_file(b"MINUTES\nof the Panel", "minutes.txt")
    assert [line.text for line in document.lines] == ["MINUTES", "of the Panel"]


def test_files_beyond_the_limit_are_refused():
    with pytest.raises(UnreadableFile) as error:
        list(open_file(b"MINUTES", "m.txt", Limits(file_bytes=3)))
    assert error.value.code == "too-large"
