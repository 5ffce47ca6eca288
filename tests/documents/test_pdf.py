"""PDF as printed: lines in reading order, tables, scans, boxes, and what cannot be read."""

import random
import re
import zlib

import pytest

from minutebook.documents import ocr, open_file
from minutebook.documents.layout import make_row, placed_words
from minutebook.documents.limits import Limits
from minutebook.documents.pdf import listed, read_image, read_pdf
from minutebook.documents.pdfium import Edge, Pdf, Piece
from minutebook.documents.pictures import page_picture
from minutebook.documents.tables import find_tables
from minutebook.problems import UnreadableFile
from minutebook.provenance import Span
from tests.documents.places import assert_placed

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


def a_pdf(*pages: str, rotate: int = 0, extra: dict[int, bytes] | None = None, resources: str = "") -> bytes:
    """A PDF of A4 pages with the given content streams, built object by object."""
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    fonts = ""
    for n, (label, face) in enumerate(FONTS.items(), 3):
        objects[n] = f"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>".encode()
        fonts += f"/{label} {n} 0 R "
    kids = []
    for n, content in enumerate(pages):
        number = 10 + 2 * n
        kids.append(f"{number} 0 R")
        objects[number] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents {number + 1} 0 R "
                           f"/Resources << /Font << {fonts}>> {resources} >> >>").encode()
        stream = content.encode("cp1252")
        objects[number + 1] = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream)
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    objects |= extra or {}
    out = b"%PDF-1.5\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    table = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, table)


def write(x: float, y: float, words: str, size: float = 11, font: str = "F1") -> str:
    """Words at a place, in points from the foot of the page."""
    words = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S\n"


def texts(data: bytes) -> list[str]:
    document = read_pdf(data, "paper.pdf")
    assert_placed(document)
    return [line.text for line in document.lines]


def a_scan(words: list[str], dpi: float = 200, turn: int = 0) -> bytes:
    """A page that is only a picture of these lines."""
    page = "".join(write(72, 760 - 30 * n, line, 13) for n, line in enumerate(words))
    with Pdf(a_pdf(page), "scan.pdf") as pdf, pdf.page(1) as opened:
        assert opened
        picture, _ = opened.picture(dpi, turn)
    head, grey = picture.split(b" 255\n", 1)
    _, width, height = head.split()
    packed = zlib.compress(grey)
    image = (b"<< /Type /XObject /Subtype /Image /Width %b /Height %b /ColorSpace /DeviceGray /BitsPerComponent 8 "
             b"/Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (width, height, len(packed), packed))
    return a_pdf("q 595 0 0 842 0 0 cm /Im1 Do Q", extra={9: image}, resources="/XObject << /Im1 9 0 R >>")


def test_lines_come_from_the_top_whatever_the_order_of_drawing() -> None:
    page = write(72, 700, "RESOLVED that the report be noted.") + write(72, 750, "Minutes of the Panel")
    assert texts(a_pdf(page)) == ["Minutes of the Panel", "RESOLVED that the report be noted."]


def test_words_placed_one_by_one_are_parted_by_white_and_kerning_is_not() -> None:
    page = write(72, 700, "The") + write(95, 700, "Com") + write(118.5, 700, "mittee") + write(157, 700, "agreed.")
    assert texts(a_pdf(page)) == ["The Committee agreed."]


def test_a_wide_space_is_a_tab_in_the_archived_text() -> None:
    document = read_pdf(a_pdf(write(72, 700, "Cllr R Calloway") + write(300, 700, "Ardenchester City")), "p.pdf")
    assert document.text == "Cllr R Calloway\tArdenchester City\f"
    assert document.lines[0].text == "Cllr R Calloway Ardenchester City"
    assert_placed(document)


def test_what_a_line_shows_of_its_setting() -> None:
    page = (write(72, 750, "Decisions", 14, "F2") + write(72, 720, "The Panel met.") + write(90, 706, "It agreed.", font="F3")
            + write(72, 670, "Next"))
    first, second, third, fourth = read_pdf(a_pdf(page), "p.pdf").lines
    assert first.bold and not second.bold and third.italic and first.size == 14 and second.size == 11
    assert (second.indent, third.indent) == (0, 18)
    assert third.gap == pytest.approx(14 / 11 - 1, abs=0.01) and fourth.gap > 2
    assert 0.08 < first.top < 0.11 and first.page == 1 and 0 < second.right < 120


def test_hyphens_at_line_ends_stay_as_printed() -> None:
    assert texts(a_pdf(write(72, 700, "a Vice-") + write(72, 686, "Chairman was elected"))) == ["a Vice-", "Chairman was elected"]


def test_superscripts_stand_on_their_line() -> None:
    page = write(72, 700, "on 12") + write(100.7, 704, "th", 6.5) + write(109, 700, "March") + write(72, 686, "at noon")
    assert texts(a_pdf(page)) == ["on 12th March", "at noon"]


def test_bullets_are_kept() -> None:
    assert texts(a_pdf(write(72, 700, "\u2022 first"))) == ["\u2022 first"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line {n} with its own words {n}" for n in range(12)]
    right = [f"right column line {n} with other words {n}" for n in range(12)]
    page = write(72, 780, "A heading that runs over both of the columns of this page and is long enough to cross", 11)
    page += "".join(write(60, 740 - 14 * n, words) + write(320, 738 - 14 * n, other)
                    for n, (words, other) in enumerate(zip(left, right, strict=True)))
    assert texts(a_pdf(page))[1:] == left + right


def test_lists_of_names_in_two_columns_of_short_entries_stay_line_by_line() -> None:
    page = "".join(write(72, 740 - 14 * n, f"Cllr {n}") + write(320, 740 - 14 * n, "District") for n in range(12))
    assert texts(a_pdf(page))[0] == "Cllr 0 District"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_turned_pages_read_and_box_as_they_are_seen(rotate: int) -> None:
    across = rotate != 180
    seen = {90: lambda x, y: f"0 1 -1 0 {595 - y} {x}", 180: lambda x, y: f"-1 0 0 -1 {595 - x} {842 - y}",
            270: lambda x, y: f"0 -1 1 0 {y} {842 - x}"}[rotate]

    def put(x: float, y: float, words: str) -> str:
        return f"BT /F1 11 Tf {seen(x, y)} Tm ({words}) Tj ET\n"

    document = read_pdf(a_pdf(put(72, 500, "First line of it") + put(72, 480, "Second line"), rotate=rotate), "p.pdf")
    assert [line.text for line in document.lines] == ["First line of it", "Second line"]
    page = document.pages[0]
    assert (page.width, page.height) == ((842, 595) if across else (595, 842))
    assert document.boxes
    [(number, x0, y0, x1, y1)] = document.boxes(Span(document.source.sha256, 0, 5, 1))
    assert number == 1 and x0 == pytest.approx(72, abs=1) and x1 == pytest.approx(95, abs=4)
    assert y0 < page.height - 500 < y1


def test_text_on_its_side_follows_the_page() -> None:
    page = write(72, 700, "The Panel met.") + "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (DRAFT) Tj ET\n" + write(72, 680, "It agreed.")
    assert texts(a_pdf(page)) == ["The Panel met.", "It agreed.", "DRAFT"]


def test_most_of_a_page_on_its_side_is_read_as_turned() -> None:
    page = "".join(f"BT /F1 11 Tf 0 1 -1 0 {100 + 14 * n} 72 Tm (Line {n} of the table) Tj ET\n" for n in range(5))
    assert texts(a_pdf(page)) == [f"Line {n} of the table" for n in range(5)]


def a_table(top: float, rows: list[list[str]], xs: tuple[float, ...] = (72, 200, 400, 520), height: float = 30) -> str:
    bottom = top - height * len(rows)
    out = "".join(rule(xs[0], top - height * n, xs[-1], top - height * n) for n in range(len(rows) + 1))
    out += "".join(rule(x, top, x, bottom) for x in xs)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            for k, line in enumerate(words.split("\n")):
                out += write(xs[c] + 3, top - height * r - 11 - 12 * k, line, 9)
    return out


def test_cells_of_a_ruled_table() -> None:
    page = write(72, 780, "Actions") + a_table(760, [["Ref", "Action", "Who"], ["1", "Send the\nfigures", "Chair"]])
    page += write(72, 650, "The meeting closed.")
    document = read_pdf(a_pdf(page), "p.pdf")
    assert [(line.text, line.cell) for line in document.lines] == [
        ("Actions", None), ("Ref", (0, 0, 0)), ("Action", (0, 0, 1)), ("Who", (0, 0, 2)), ("1", (0, 1, 0)),
        ("Send the", (0, 1, 1)), ("figures", (0, 1, 1)), ("Chair", (0, 1, 2)), ("The meeting closed.", None)]
    assert {line.role for line in document.lines if line.cell} == {"cell"}
    assert_placed(document)


def test_a_table_goes_on_over_the_page_break_and_a_new_heading_row_begins_another() -> None:
    first = a_table(700, [["Ref", "Action", "Who"], ["1", "a", "b"]])
    goes_on = a_pdf(first, a_table(800, [["2", "c", "d"]]))
    assert [line.cell for line in read_pdf(goes_on, "p.pdf").lines][-3:] == [(0, 2, 0), (0, 2, 1), (0, 2, 2)]
    again = a_pdf(first, a_table(800, [["Ref", "Action", "Who"], ["2", "c", "d"]]))
    assert read_pdf(again, "p.pdf").lines[-1].cell == (1, 1, 2)


def test_a_cell_that_spans_is_one_cell() -> None:
    edges = [Edge(True, y, 0, 300) for y in (0, 20, 40)] + [Edge(False, 0, 0, 40), Edge(False, 300, 0, 40),
                                                          Edge(False, 100, 20, 40), Edge(False, 200, 20, 40)]
    [grid] = find_tables(edges)
    assert grid.cell_at(250, 10) == (0, 0) and grid.cell_at(250, 30) == (1, 2) and grid.cell_at(400, 10) is None


def test_underlines_and_boxes_are_no_tables() -> None:
    page = rule(72, 698, 200, 698) + rule(72, 600, 500, 600) + "72 500 300 80 re S\n" + write(80, 550, "A note in a box")
    assert [line.cell for line in read_pdf(a_pdf(page), "p.pdf").lines] == [None]


def test_ligatures_and_soft_hyphens_are_set_right_in_the_line_only() -> None:
    text, runs = placed_words("of\ufb01cers co\xadoperate", 10)
    assert text == "officers cooperate"
    assert runs == ((0, 2, 10, 12), (2, 4, 12, 13), (4, 11, 13, 20), (11, 18, 21, 28))


def test_text_from_right_to_left_is_read_so() -> None:
    first = Piece(100, 200, 240, 11, "\u05e9\u05dc\u05d5\u05dd", False, False, 0, 1)
    second = Piece(100, 150, 195, 11, "\u05e2\u05d5\u05dc\u05dd", False, False, 0, 2)
    row = make_row([second, first])
    assert row and row.text == "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"


def test_pages_end_in_form_feeds_and_blank_pages_count() -> None:
    document = read_pdf(a_pdf(write(72, 700, "One"), "", write(72, 700, "Three")), "p.pdf")
    assert document.text == "One\f\fThree\f"
    assert [(p.number, p.start, p.end) for p in document.pages] == [(1, 0, 4), (2, 4, 5), (3, 5, 11)]
    assert document.lines[1].page == 3 and not document.problems


def test_boxes_mark_the_words_on_the_picture_of_the_page() -> None:
    Image = pytest.importorskip("PIL.Image")
    import io

    data = a_pdf(write(72, 700, "The Panel agreed that the") + write(72, 686, "report be noted."))
    document = read_pdf(data, "p.pdf")
    assert document.boxes
    start = document.text.index("agreed")
    boxes = document.boxes(Span(document.source.sha256, start, document.text.index("be noted") + 2, 1))
    assert len(boxes) == 2
    assert boxes[0][1] > 110 and boxes[1][1] == pytest.approx(72, abs=1.5) and boxes[1][3] < 122
    picture = Image.open(io.BytesIO(page_picture(data, 1, 72, boxes))).convert("RGB")
    assert picture.size == (595, 842)
    assert picture.getpixel((int(boxes[0][3]), int(boxes[0][2]))) == (255, 221, 0) and picture.getpixel((20, 20)) == (255,) * 3
    with pytest.raises(ValueError, match="another source"):
        document.boxes(Span("00" * 32, 0, 3))


# -- scans ---------------------------------------------------------------------------------------

needs_tesseract = pytest.mark.skipif(not ocr.available(), reason="Tesseract is not installed")
MINUTES = ["Ardenshire Police and Crime Panel", "The Commissioner agreed to send the figures.", "RESOLVED that it be noted."]


@needs_tesseract
def test_a_scan_is_read_by_ocr_and_says_so() -> None:
    document = read_pdf(a_scan(MINUTES), "scan.pdf")
    assert [line.text for line in document.lines] == MINUTES
    assert document.pages[0].ocr and 0.7 < document.pages[0].confidence <= 1
    assert all(0.5 < line.confidence < 1 and abs(line.indent) < 3 for line in document.lines)
    assert [(p.code, p.level) for p in document.problems] == [("ocr", "note")]
    assert document.boxes
    start = document.text.index("Commissioner")
    [(_, x0, y0, x1, y1)] = document.boxes(Span(document.source.sha256, start, start + 12, 1))
    assert 90 < x0 < 100 and y0 < 842 - 730 < y1 + 1 and 165 < x1 < 190
    assert_placed(document)


@needs_tesseract
def test_a_scan_on_its_side_is_turned() -> None:
    many = MINUTES * 7
    document = read_pdf(a_scan(many, turn=2), "scan.pdf")
    assert sum(line.text in MINUTES for line in document.lines) > 15


def test_without_tesseract_the_other_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    document = read_pdf(a_scan(MINUTES), "scan.pdf")
    [problem] = document.problems
    assert (problem.code, problem.level) == ("ocr-unavailable", "error") and "Page 1" in problem.sentence
    assert "Install Tesseract" in problem.sentence and problem.where and problem.where.page == 1
    with pytest.raises(UnreadableFile) as caught:
        read_image(b"\x89PNG\r\n\x1a\n", "scan.png")
    assert caught.value.code == "ocr-unavailable"


def test_a_scan_too_many_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: True)
    [problem] = read_pdf(a_scan(MINUTES), "scan.pdf", Limits(ocr_pages=0)).problems
    assert (problem.code, problem.level) == ("ocr-limit", "error")


def test_the_table_of_words_that_tesseract_gives() -> None:
    table = ("level\tpage_num\tblock_num\n1\t1\t0\t0\t0\t0\t0\t0\t1000\t1400\t-1\t\n4\t1\t1\t1\t1\t0\t10\t10\t90\t12\t-1\t\n"
             "5\t1\t1\t1\t1\t1\t10\t10\t40\t12\t95.5\tNoted\n5\t1\t1\t1\t1\t2\t60\t10\t40\t12\t20\tby\n")
    [page] = ocr.pages_of(table)
    assert (page.width, page.height, len(page.lines)) == (1000, 1400, 1)
    assert [w.text for w in page.lines[0].words] == ["Noted", "by"] and 0.2 < page.confidence < 0.955


# -- what cannot be read -------------------------------------------------------------------------

ENCRYPT = b"<< /Filter /Standard /V 1 /R 2 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> /P -4 >>"


def locked() -> bytes:
    data = a_pdf(write(72, 700, "Exempt"), extra={9: ENCRYPT})
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 9 0 R /ID [<00> <00>]")


@pytest.mark.parametrize(("data", "code"), [
    (b"", "empty"), (b"\0\0\n ", "empty"), (b"<html>not found</html>", "not-pdf"), (b"%PDF-1.4\n", "cut-short"),
    (b"%PDF-1.4\nnothing\n%%EOF", "damaged"), (locked(), "encrypted"),
])
def test_files_that_cannot_be_read_say_why_and_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data, "paper.pdf")
    assert caught.value.code == code and caught.value.remedy and caught.value.file == "paper.pdf"


def test_a_damaged_page_costs_only_itself() -> None:
    data = a_pdf(write(72, 700, "One"), write(72, 700, "Two"), write(72, 700, "Three"))
    data = data.replace(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate 0 /Contents 13", b"<< /Type /Pgae" + b" " * 59)
    document = read_pdf(data, "p.pdf")
    assert [line.text for line in document.lines if line.page != 2] == ["One", "Three"]
    assert len(document.pages) == 3


def test_too_many_pages_and_too_much_time() -> None:
    data = a_pdf(*[write(72, 700, "Page")] * 5)
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data, "p.pdf", Limits(pages=4))
    assert caught.value.code == "too-many-pages"
    [problem] = read_pdf(data, "p.pdf", Limits(seconds=-1)).problems
    assert (problem.code, problem.level) == ("time-limit", "error") and "pages 1 to 5" in problem.sentence
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data, "p.pdf", Limits(text_characters=8))
    assert caught.value.code == "too-long"


def test_a_file_cut_short_says_so() -> None:
    data = a_pdf(write(72, 700, "One"))
    document = read_pdf(data[:data.rindex(b"startxref")], "p.pdf")
    assert [line.text for line in document.lines] == ["One"]
    assert [p.code for p in document.problems] == ["cut-short"]


def test_words_off_the_page_are_left_out_and_told() -> None:
    document = read_pdf(a_pdf(write(72, 700, "Seen") + write(900, 700, "Unseen")), "p.pdf")
    assert document.text == "Seen\f" and [p.code for p in document.problems] == ["off-page"]


def test_forms_that_hold_themselves_come_to_an_end() -> None:
    form = (b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Fm 9 0 R >> /Font << /F1 3 0 R >> >> "
            b"/Length 54 >>\nstream\nBT /F1 11 Tf 72 700 Td (Words in a form) Tj ET /Fm Do \nendstream")
    data = a_pdf("q 1 0 0 1 10 -50 cm /Fm Do Q", extra={9: form}, resources="/XObject << /Fm 9 0 R >>")
    [line] = read_pdf(data, "p.pdf").lines
    assert line.text == "Words in a form" and line.top == pytest.approx((842 - 650 - 8) / 842, abs=0.01)


def test_pages_are_listed_as_a_clerk_would() -> None:
    assert listed([3]) == "Page 3 was" and listed([3, 5, 6, 7, 9]) == "Pages 3, 5 to 7, 9 were"


def test_a_pdf_is_opened_as_one() -> None:
    [document] = open_file(a_pdf(write(72, 700, "One")), "paper.txt")
    assert document.source.media_type == "application/pdf" and "kind-differs" not in {
        p.code for p in document.problems if p.level == "error"}


def test_broken_bytes_never_stop_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    chance = random.Random(11)
    whole = a_pdf(write(72, 700, "One") + a_table(600, [["a", "b", "c"]]), write(72, 700, "Two"), rotate=90)
    numbers = [m.span() for m in re.finditer(rb"\d+", whole)]
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            if chance.random() < 0.5:
                data[chance.randrange(len(data))] = chance.randrange(256)
            else:
                start, end = chance.choice(numbers)
                data[start:end] = str(chance.choice([0, -1, 9, 65535, 2**31, 10**12])).encode()[:end - start].ljust(end - start)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)):]
        try:
            document = read_pdf(bytes(data), "broken.pdf", Limits(seconds=5))
        except UnreadableFile:
            continue
        assert_placed(document)
        document.text.encode("utf-8")


def test_files_are_read_in_several_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    papers = [a_pdf(*[write(72, 700 - n, f"Paper {n} page {p}") for p in range(20)]) for n in range(8)]
    with ThreadPoolExecutor(4) as threads:
        documents = list(threads.map(lambda data: read_pdf(data, "p.pdf"), papers))
    assert [d.lines[-1].text for d in documents] == [f"Paper {n} page 19" for n in range(8)]


def unmapped() -> bytes:
    """A page in an embedded-like font of two-byte codes, with nothing that says which letters they are."""
    fonts = {7: b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Lost /Encoding /Identity-H /DescendantFonts [8 0 R] >>",
             8: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Lost /CIDSystemInfo << /Registry (Adobe) "
                b"/Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R /DW 600 >>",
             9: b"<< /Type /FontDescriptor /FontName /ABCDEF+Lost /Flags 4 /FontBBox [0 0 600 700] /ItalicAngle 0 "
                b"/Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>"}
    codes = "".join(f"{ord(c) - 29:04x}" for c in "The Panel resolved that it be noted")
    page = f"BT /F9 11 Tf 72 700 Td <{codes}> Tj ET\n"
    data = a_pdf(page, extra=fonts)
    return data.replace(b"/F1 3 0 R", b"/F9 7 0 R")


def test_a_font_that_does_not_name_its_letters_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    document = read_pdf(unmapped(), "p.pdf")
    assert {"font-unmapped", "ocr-unavailable"} <= {p.code for p in document.problems}
    assert_placed(document)
