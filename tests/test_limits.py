"""Files that are broken, mislabelled or meant to harm: each is refused with a remedy or read, in bounds of time and memory.

Each file is read in a process of its own, whose memory and time are limited from outside: what hangs
or eats memory fails its own test and no other.
"""
from __future__ import annotations

import io
import os
import resource
import signal
import zipfile
from multiprocessing import get_context
from pathlib import Path

import pytest

from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile
from minutebook.readings import Given, Reading, read_all, read_bytes, slimmed
from tests.fuzz.trial import partitioned, placed, told, travels

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
MINUTES = (
    "SHIRE HALL POLICE AND CRIME PANEL\n\nMinutes of the meeting held on 6 June 2024\n\nPRESENT: Mrs R Calloway (Chair), Mr O Pritchett\n\n"
    "1. Apologies\n\nApologies were received from Mr T Quill.\n\n2. Performance\n\n(1) The Commissioner said that she would provide a "
    "breakdown by district by the end of July.\n\nRESOLVED that the report be noted.\n"
)
PLENTY = 2 << 30


def _inside(pipe: object, data: bytes, name: str, limits: Limits, memory: int, seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    signal.setitimer(signal.ITIMER_REAL, seconds)           # its own answer is death: nothing in the process can miss it
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    try:
        reading = read_bytes(data, name, limits)
        partitioned(reading), placed(reading), travels(reading)
        answer: object = slimmed(reading)
    except UnreadableFile as error:
        answer = (error.code, error.what, error.remedy, error.file, error.page)
    except BaseException as error:
        answer = error
    pipe.send(answer)                                       # type: ignore[attr-defined]
    os._exit(0)


def read(data: bytes, name: str = "paper", limits: Limits = Limits(), *, memory: int = PLENTY, seconds: float = 60.0) -> Reading:  # noqa: B008
    """Read a file apart. Raises UnreadableFile as the reader does; fails where time or memory is passed."""
    ours, theirs = get_context("fork").Pipe()
    process = get_context("fork").Process(target=_inside, args=(theirs, data, name, limits, memory, seconds))
    process.start()
    theirs.close()
    try:
        answer = ours.recv()
    except EOFError:
        process.join()
        pytest.fail(f"the reader died or took more than {seconds:.0f} s on {name} (exit {process.exitcode})")
    process.join()
    if isinstance(answer, tuple):
        code, what, remedy, file, page = answer
        error = UnreadableFile(code, what, remedy, file=file, page=page)
        told(error)
        raise error
    if isinstance(answer, BaseException):
        raise AssertionError(f"the reader failed on {name}") from answer
    return answer


def refused(data: bytes, name: str = "paper", limits: Limits = Limits(), **bounds: float) -> UnreadableFile:  # noqa: B008
    with pytest.raises(UnreadableFile) as caught:
        read(data, name, limits, **bounds)                  # type: ignore[arg-type]
    assert caught.value.file.startswith(name)
    return caught.value


def problems(reading: Reading) -> set[str]:
    return {p.code for p in reading.problems}


# -- nothing, or not what it says ------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"\n", b"\0" * 5000, b"\xef\xbb\xbf", b" \t\r\n" * 99, "\u200b\u00ad\ufeff".encode()])
@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.docx", "a.html", "a.xml", "a.zip"])
def test_a_file_with_nothing_in_it_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name, Limits())
    assert caught.value.code == "empty"
    told(caught.value)


@pytest.mark.parametrize("name", ["minutes.pdf", "minutes.docx", "minutes.xml", "minutes.zip"])
def test_text_under_another_name_is_read_and_the_name_noted(name: str) -> None:
    reading = read(MINUTES.encode(), name)
    assert reading.records[0].kind == "minutes"
    assert "kind-differs" in problems(reading)


def test_a_web_page_sent_as_pdf_is_read() -> None:
    page = (SAMPLES / "county/papers/06-meeting-page-2024-09-19.html").read_bytes()
    reading = read(page, "agenda.pdf")
    assert reading.records
    assert "kind-differs" in problems(reading)


def test_programs_and_recordings_are_named_for_what_they_are() -> None:
    assert refused(b"MZ\x90\0" + b"\0" * 900, "minutes.pdf").code == "program"
    assert refused(b"\x7fELF" + b"\0" * 900, "minutes.pdf").code == "program"
    assert refused(b"ID3\x03\0" + b"\0" * 900, "minutes.pdf").code == "sound"
    assert refused(os.urandom(5000) + b"\0" * 600, "minutes.txt").code == "not-text"


# -- archives --------------------------------------------------------------------------------------


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = zipped(*((f"{n}.txt", b"0" * 200_000_000) for n in range(2)))
    assert len(bomb) < 1_000_000
    assert refused(bomb, "papers.zip", seconds=20, memory=1 << 30).code == "archive-bomb"


def test_bombs_within_bombs_share_one_account() -> None:
    inner = zipped(("a.txt", b"0" * 50_000_000))
    outer = zipped(*((f"{n}.zip", inner) for n in range(200)))
    assert refused(outer, "papers.zip", seconds=20, memory=1 << 30).code == "archive-bomb"


def test_archives_too_deep_are_refused() -> None:
    data = MINUTES.encode()
    for n in range(40):
        data = zipped((f"{n}.zip" if n else "minutes.txt", data))
    reading_or_error = "nesting"
    try:
        codes = {e.code for e in read(data, "papers.zip").unreadable}
    except UnreadableFile as error:
        codes = {error.code}
    assert reading_or_error in codes


def test_a_bomb_inside_a_word_document_is_refused() -> None:
    with zipfile.ZipFile(SAMPLES / "county/papers/07-panel-minutes-2024-09-19.docx") as archive:
        members = [(m.filename, archive.read(m)) for m in archive.infolist()]
    padded = [(n, d.replace(b"</w:body>", b" " * 150_000_000 + b"</w:body>") if n == "word/document.xml" else d) for n, d in members]
    assert refused(zipped(*padded), "minutes.docx", seconds=30).code == "archive-bomb"


def test_one_bad_member_costs_only_itself() -> None:
    reading = read(zipped(("a.txt", MINUTES.encode()), ("b.pdf", b"%PDF-1.7 cut"), ("c.txt", b""), ("d.txt", MINUTES.encode() * 2)), "papers.zip")
    assert len(reading.documents) == 2
    assert {e.file for e in reading.unreadable} == {"papers.zip/b.pdf", "papers.zip/c.txt"}


def test_members_of_one_name_are_two_papers() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped(("minutes.txt", MINUTES.encode()), ("minutes.txt", MINUTES.encode()))
    assert [d.source.name for d in read(twice, "papers.zip").documents] == ["papers.zip/minutes.txt", "papers.zip/minutes.txt (2)"]


# -- XML and HTML ----------------------------------------------------------------------------------

LAUGHS = "<!DOCTYPE m [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"


@pytest.mark.parametrize("form", ["{}<meeting><a>&a11;</a></meeting>", "<?xml version='1.0'?>{}<getmeetings><x>&a11;</x></getmeetings>"])
def test_entities_that_multiply_are_not_followed(form: str) -> None:
    data = form.format(LAUGHS).encode()
    try:
        reading = read(data, "meeting.xml", seconds=20, memory=1 << 30)
    except UnreadableFile:
        return
    assert sum(len(d.text) for d in reading.documents) <= len(data)


def test_entities_never_fetch_a_file() -> None:
    data = b"<?xml version='1.0'?><!DOCTYPE m [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><meeting><title>Panel &f;</title></meeting>"
    try:
        reading = read(data, "meeting.xml")
    except UnreadableFile:
        return
    host = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "localhost"
    assert host not in "".join(d.text for d in reading.documents)


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "b", "span", "a href='#'"])
def test_html_nested_a_hundred_thousand_deep(tag: str) -> None:
    page = f"<html><body><h1>Minutes of the Panel</h1>{f'<{tag}>' * 100_000}<p>RESOLVED that the report be noted.</p></body></html>"
    try:
        reading = read(page.encode(), "page.html", seconds=60)
    except UnreadableFile:
        return
    assert reading.records


def test_xml_nested_too_deep_is_refused() -> None:
    assert refused(b"<?xml version='1.0'?><getmeeting>" + b"<a>" * 100_000, "meeting.xml").code in ("xml-nesting", "damaged")


# -- text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", [b"a", b"word ", b"1,", b"(a) ", b"\xe2\x80\xa2 ", b"<p>", b"| a "])
def test_a_line_of_fifty_megabytes_is_refused(unit: bytes) -> None:
    error = refused(MINUTES.encode() + unit * (50_000_000 // len(unit)), "minutes.txt", seconds=90)
    assert error.code == "line-too-long"
    assert error.page == 1


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["The Panel noted 24 reports, and the Chair would write by 3 May 2024. ", "a", "1,", "( ", "• ", "£5m or 6% of 7 ", "A. "])
def test_a_line_of_half_a_megabyte_is_read_in_time(unit: str) -> None:
    reading = read((MINUTES + unit * (500_000 // len(unit))).encode(), "minutes.txt", Limits(seconds=20), seconds=90)
    assert reading.account.unread <= 0.02 * 500_000 or "much-unread" in problems(reading)


def test_time_that_is_over_is_told_and_nothing_is_lost() -> None:
    reading = read((MINUTES + "(2) The force had 24 officers and 36 vehicles.\n\n" * 3000).encode(), "minutes.txt", Limits(seconds=0))
    assert "time-limit" in problems(reading)
    assert reading.records[0].items


def test_nuls_within_words_are_kept_and_read() -> None:
    reading = read(MINUTES.replace("noted", "no\0ted").encode(), "minutes.txt")
    assert reading.records[0].kind == "minutes"
    assert "\0" in reading.documents[0].text


@pytest.mark.parametrize("code", ["utf-16", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_texts_in_other_encodings(code: str) -> None:
    data = MINUTES.encode(code)
    if code == "utf-16-be":
        data = b"\xfe\xff" + data
    if code == "utf-16-le":
        data = b"\xff\xfe" + data
    assert read(data, "minutes.txt").records[0].date == "2024-06-06"


def test_mixed_encodings_are_read_and_told() -> None:
    reading = read(MINUTES.encode() + "The café’s licence cost £40.\n".encode("cp1252") + "Naïve – “quoted”\n".encode(), "minutes.txt")
    assert "encoding-unclear" in problems(reading)
    assert reading.records[0].date == "2024-06-06"


def test_marks_of_right_to_left_text_change_nothing_but_themselves() -> None:
    plain = read(MINUTES.encode(), "minutes.txt").records[0]
    marked = read(MINUTES.replace("Performance", "\u202ePerformance\u202c").replace("Mrs", "\u200fMrs").encode(), "minutes.txt").records[0]
    assert len(marked.items) == len(plain.items)
    assert marked.date == plain.date


# -- PDF -------------------------------------------------------------------------------------------


def pdf(*objects: str, pages: str = "2 0 R", streams: dict[int, bytes] | None = None) -> bytes:
    """A PDF of these objects, from number 3 on; 1 is the catalogue."""
    out, places = bytearray(b"%PDF-1.5\n"), []
    for n, body in enumerate((f"<</Type/Catalog/Pages {pages}>>", *objects), 1):
        places.append(len(out))
        stream = (streams or {}).get(n)
        out += f"{n} 0 obj\n{body}\n".encode() + (b"stream\n" + stream + b"\nendstream\n" if stream is not None else b"") + b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode() + b"".join(b"%010d 00000 n \n" % p for p in places)
    return bytes(out + f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())


FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def many_pages(count: int, words: str = "The Panel noted the report and agreed to return to it in June 2024.") -> bytes:
    content = f"BT /F1 11 Tf 60 780 Td 14 TL (Item 1 Performance) Tj T* ({words}) Tj T* (RESOLVED that the report be noted.) Tj ET".encode()
    kids = " ".join(f"{n + 5} 0 R" for n in range(count))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"
    return pdf(f"<</Type/Pages/Count {count}/Kids[{kids}]>>", FONT, f"<</Length {len(content)}>>", *[page] * count, streams={4: content})


@pytest.mark.parametrize(
    "objects",
    [
        ("<</Type/Pages/Count 1/Kids[2 0 R]>>",),
        ("<</Type/Pages/Count 9/Kids[3 0 R]>>", "<</Type/Pages/Parent 2 0 R/Count 9/Kids[2 0 R]>>"),
        ("<</Type/Pages/Count 99999999/Kids[3 0 R]>>", "<</Type/Page/Parent 3 0 R/MediaBox 3 0 R/Contents 3 0 R>>"),
        ("<</Type/Pages/Count 1/Kids 2 0 R>>",),
        ("2 0 R",),
    ],
)
def test_pdf_objects_that_refer_to_themselves(objects: tuple[str, ...]) -> None:
    error = refused(pdf(*objects), "minutes.pdf", seconds=30)
    assert error.code in ("damaged", "page-unreadable", "no-text", "too-many-pages", "empty")


def with_forms(*contents: bytes, inner: str) -> bytes:
    """A page that draws form 6; form n has the resources `inner` (n + 1 put for %d)."""
    content = b"/X Do BT /F1 11 Tf 60 780 Td (The Panel noted the report of the Commissioner on performance.) Tj ET"
    forms = [f"<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X {inner.replace('%d', str(n + 1))} 0 R>>>>/Length {len(c)}>>"
             for n, c in enumerate(contents, 6)]
    return pdf("<</Type/Pages/Count 1/Kids[5 0 R]>>", FONT, f"<</Length {len(content)}>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>/Contents 4 0 R>>",
               *forms, streams={4: content} | dict(enumerate(contents, 6)))


def test_a_drawing_within_itself_is_refused() -> None:
    assert refused(with_forms(b"/X Do /X Do", inner="6"), "minutes.pdf", seconds=30).code == "hostile"


def test_drawings_that_multiply_are_refused() -> None:
    assert refused(with_forms(*[b"/X Do " * 40] * 8, b"0 0 m", inner="%d"), "minutes.pdf", seconds=30).code == "hostile"


def test_a_few_drawings_within_drawings_are_read() -> None:
    data = with_forms(b"/X Do /X Do", b"/X Do", b"0 0 m 9 9 l S", inner="%d")
    assert "noted the report" in read(data, "minutes.pdf", Limits(ocr_pages=0), seconds=30).documents[0].text


def test_cross_reference_tables_in_a_ring() -> None:
    data = many_pages(2).replace(b"trailer<<", b"trailer<</Prev 9 ")
    read(data, "minutes.pdf", seconds=30)


def test_a_pdf_cut_short_is_read_as_far_as_it_goes_or_refused() -> None:
    whole = (SAMPLES / "county/papers/01-panel-minutes-2023-09-14.pdf").read_bytes()
    for share in (0.02, 0.5, 0.9):
        try:
            reading = read(whole[: int(len(whole) * share)], "minutes.pdf", Limits(ocr_pages=0), seconds=30)
        except UnreadableFile as error:
            assert error.code in ("cut-short", "damaged", "no-text")
        else:
            assert "cut-short" in problems(reading)


def test_a_locked_pdf_names_file_and_remedy() -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    pdfencrypt = pytest.importorskip("reportlab.lib.pdfencrypt")
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=pdfencrypt.StandardEncryption("secret", ownerPassword="other"))
    page.drawString(72, 700, "Minutes of the Panel")
    page.save()
    error = refused(out.getvalue(), "minutes.pdf")
    assert error.code == "encrypted"
    assert "password" in error.remedy


def test_a_font_without_a_map_to_letters_is_told() -> None:
    content = b"BT /F1 11 Tf 60 780 Td <" + b"0102030405060708" * 20 + b"> Tj ET"
    glyph = b"600 0 0 0 500 500 d1 0 0 500 500 re f"
    font = ("<</Type/Font/Subtype/Type3/FontBBox[0 0 600 600]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/LastChar 8/Widths[" + "600 " * 8 + "]"
            "/CharProcs<<" + "".join(f"/g{n} 6 0 R" for n in range(1, 9)) + ">>/Encoding<</Type/Encoding/Differences[1 "
            + "".join(f"/g{n}" for n in range(1, 9)) + "]>>/Resources<<>>>>")
    data = pdf("<</Type/Pages/Count 1/Kids[5 0 R]>>", font, f"<</Length {len(content)}>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>",
               f"<</Length {len(glyph)}>>", streams={4: content, 6: glyph})
    try:
        reading = read(data, "minutes.pdf", Limits(ocr_pages=0), seconds=30)
    except UnreadableFile as error:
        assert error.code in ("no-text", "font-unmapped", "ocr-limit", "ocr-unavailable")
    else:
        assert problems(reading) & {"font-unmapped", "ocr-limit", "ocr-unavailable"}


def test_more_pages_than_the_limit_are_refused_at_once() -> None:
    error = refused(many_pages(10_000), "pack.pdf", Limits(pages=5_000), seconds=30, memory=1 << 30)
    assert error.code == "too-many-pages"
    assert "10,000" in error.what


@pytest.mark.slow
def test_ten_thousand_pages_are_read_within_the_limits() -> None:
    reading = read(many_pages(10_000), "pack.pdf", Limits(), seconds=240, memory=3 << 30)
    assert len(reading.documents[0].pages) == 10_000 or "time-limit" in problems(reading)


# -- a batch ---------------------------------------------------------------------------------------


def test_a_batch_goes_on_whatever_is_in_it() -> None:
    papers = [
        Given("good-1.txt", data=MINUTES.encode()),
        Given("empty.pdf", data=b""),
        Given("loop.pdf", data=pdf("<</Type/Pages/Count 1/Kids[2 0 R]>>")),
        Given("bomb.zip", data=zipped(("0.txt", b"0" * 80_000_000))),
        Given("line.txt", data=b"a" * 2_000_000),
        Given("missing.txt", path=Path("/nowhere/missing.txt")),
        Given("good-2.txt", data=MINUTES.encode()),
    ]
    readings = list(read_all(papers))
    assert [r.name for r in readings] == [p.name for p in papers]
    assert [bool(r.records) for r in readings] == [True, False, False, False, False, False, True]
    for reading in readings[1:-1]:
        (error,) = reading.unreadable
        assert reading.name in str(error) or str(error).startswith("/nowhere")
        assert error.remedy
