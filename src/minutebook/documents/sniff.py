"""What a file is, told by its content. Names deceive: error pages are served as PDF, web pages saved as text."""

from __future__ import annotations

import io
import re
import zipfile

from minutebook.problems import UnreadableFile

HEAD = 4096

PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
)
HTML_TAGS = """
    html head body title meta link script style div p table tr td span center font h1 h2 h3 h4 ul ol li form
    main article section header nav a b br hr img pre strong
""".split()  # noqa: SIM905
FIRST_TAG = re.compile(r"\s*<([A-Za-z_][\w:.-]*)[\s/>]")
BEFORE_FIRST = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->|<\?(?!xml)[^>]*>)", re.DOTALL)
ENDS_HTML = re.compile(
    r"</(?:p|div|td|tr|table|li|ul|span|a|body|html|head|title|h[1-6]|b|strong|script|style)\s*>", re.IGNORECASE
)

UNREADABLE: tuple[tuple[bytes, str, str, str], ...] = (
    (b"{\\rtf", "rtf", "The file is Rich Text (RTF).", "Open it in a word processor and save it as DOCX or PDF."),
    (b"\x1f\x8b", "gzip", "The file is packed with gzip.", "Unpack it and send the papers."),
    (b"7z\xbc\xaf\x27\x1c", "7z", "The file is a 7-Zip archive.", "Unpack it and send the papers, or a ZIP archive."),
    (b"Rar!\x1a\x07", "rar", "The file is a RAR archive.", "Unpack it and send the papers, or a ZIP archive."),
    (b"BZh", "bzip2", "The file is packed with bzip2.", "Unpack it and send the papers."),
    (b"\xfd7zXZ\0", "xz", "The file is packed with xz.", "Unpack it and send the papers."),
    (b"%!PS", "postscript", "The file is PostScript.", "Print it to PDF and send that."),
    (b"MZ", "program", "The file is a program, not a paper.", "Do not open it; ask the sender what it is."),
    (b"\x7fELF", "program", "The file is a program, not a paper.", "Do not open it; ask the sender what it is."),
    (b"ID3", "sound", "The file is a sound recording.", "Send the written minutes."),
    (b"OggS", "sound", "The file is a recording.", "Send the written minutes."),
)
OFFICE_PARTS: tuple[tuple[str, str, str, str], ...] = (
    ("xl/", "xlsx", "The file is an Excel workbook.", "Save the sheet as PDF, or as CSV text."),
    ("ppt/", "pptx", "The file is a PowerPoint presentation.", "Save it as PDF."),
    ("visio/", "visio", "The file is a Visio drawing.", "Save it as PDF."),
)
OPEN_DOCUMENT = {
    "text": ("odt", "The file is OpenDocument text (ODT)."),
    "spreadsheet": ("ods", "The file is an OpenDocument spreadsheet."),
    "presentation": ("odp", "The file is an OpenDocument presentation."),
}
UTF16 = {
    b"D\0o\0c\0u\0m\0e\0n\0t\0": ("doc", "an old Word document (DOC)", "Open it in Word and save it as DOCX or PDF."),
    b"W\0o\0r\0k\0b\0o\0o\0k\0": ("xls", "an old Excel workbook (XLS)", "Save the sheet as PDF, or as CSV text."),
    b"B\0o\0o\0k\0": ("xls", "an old Excel workbook (XLS)", "Save the sheet as PDF, or as CSV text."),
    b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0": ("ppt", "an old PowerPoint presentation (PPT)", "Save it as PDF."),
    b"_\0_\0s\0u\0b\0s\0t\0g\0": ("msg", "an Outlook message", "Save its attachments and send those."),
}

EXTENSIONS = {"pdf": "pdf", "docx": "docx", "docm": "docx", "htm": "html", "html": "html", "xml": "xml", "zip": "zip"}


def kind_of(data: bytes, name: str = "") -> str:
    """pdf, docx, html, xml, zip, image or text, by content. Raises UnreadableFile for what cannot be read.

    The error says what the file is and what to ask for instead.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFile("empty", "The file is empty.", "Ask the publisher for the paper again.", file=name)
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed(data, name)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _old_office(data, name)
    if any(head.startswith(mark) for mark, _ in PICTURES) and not (head[:2] == b"BM" and b"\0" not in head[:64]):
        return "image"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image"
    if head[4:8] == b"ftyp":
        picture = head[8:12] in (b"heic", b"heix", b"mif1", b"avif", b"heif")
        raise UnreadableFile(
            "heic" if picture else "film",
            "The file is a picture in HEIC form." if picture else "The file is a film or sound recording.",
            "Save it as JPEG or PDF." if picture else "Send the written minutes.",
            file=name,
        )
    for mark, code, what, remedy in UNREADABLE:
        if head.startswith(mark) and not (mark in (b"MZ", b"BZh", b"ID3") and b"\0" not in head):
            raise UnreadableFile(code, what, remedy, file=name)
    return _written(data, name)


def called(name: str) -> str:
    """The kind that a file's name claims; "" where it claims none that we read."""
    return EXTENSIONS.get(name.rpartition(".")[2].lower(), "") if "." in name else ""


def _packed(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [n.replace("\\", "/").lstrip("/") for n in archive.namelist()[:20_000]]
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                mime = archive.read("mimetype").decode("ascii", "replace").strip()
            else:
                mime = ""
    except Exception as error:  # a broken directory can fail in many ways; each means the same
        raise UnreadableFile(
            "damaged", "The file is damaged or cut short.", "Ask the sender for it again.", file=name
        ) from error
    if "[Content_Types].xml" in names:
        if any(n.lower().startswith("word/") for n in names):
            return "docx"
        for folder, code, what, remedy in OFFICE_PARTS:
            if any(n.lower().startswith(folder) for n in names):
                raise UnreadableFile(code, what, remedy, file=name)
    if mime.startswith("application/vnd.oasis.opendocument."):
        code, what = OPEN_DOCUMENT.get(
            mime.rsplit(".", 1)[1].split("-")[0], ("odf", "The file is an OpenDocument file.")
        )
        raise UnreadableFile(code, what, "Open it in a word processor and save it as DOCX or PDF.", file=name)
    if mime == "application/epub+zip":
        raise UnreadableFile("epub", "The file is an electronic book (EPUB).", "Save it as PDF.", file=name)
    return "zip"


def _old_office(data: bytes, name: str) -> UnreadableFile:
    start = data[: 1 << 20] + data[-(1 << 20) :]
    if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in start:
        return UnreadableFile(
            "encrypted", "The file is locked with a password.", "Send it without a password.", file=name
        )
    for mark, (code, what, remedy) in UTF16.items():
        if mark in start and not (code == "doc" and b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0" not in start):
            return UnreadableFile(code, f"The file is {what}.", remedy, file=name)
    return UnreadableFile(
        "old-office",
        "The file was made by an old Office program.",
        "Open it there and save it as DOCX or PDF.",
        file=name,
    )


def _written(data: bytes, name: str) -> str:
    """html, xml or text."""
    from minutebook.documents.markup import encoding_of

    encoding, _ = encoding_of(data)
    head = data[: HEAD * 4].decode(encoding, "replace").lstrip("\ufeff\0 \t\r\n")
    if head[:14].lower() == "mime-version: " and "multipart/related" in head[:2000].lower():
        raise UnreadableFile("mhtml", "The file is a web archive (MHTML).", "Save the page as HTML or PDF.", file=name)
    if not head.startswith("<"):
        return "text"
    declared = head.startswith("<?xml")
    if declared:
        end = head.find("?>")
        head = head[end + 2 :] if end >= 0 else head[5:]
    while m := BEFORE_FIRST.match(head):
        head = head[m.end() :]
    head = head.lstrip()
    if head[:9].upper() == "<!DOCTYPE":
        return "html" if re.match(r"<!DOCTYPE\s+html", head, re.IGNORECASE) else "xml"
    if head.startswith("<!") and ">" in head:  # some other declaration, perhaps damaged
        head = head[head.index(">") + 1 :].lstrip()
    m = FIRST_TAG.match(head)
    if m is None:
        return "xml" if declared else "text"
    root = m[1].lower()
    if root == "html":
        return "html"
    if declared:
        return "xml"
    if root in HTML_TAGS:
        sure = called(name) == "html" or root in ("head", "body", "title", "meta") or len(ENDS_HTML.findall(head)) >= 2
        return "html" if sure else "text"
    tail = data[-400:].decode(encoding, "replace").rstrip("\0 \t\r\n")
    closed = tail.endswith(f"</{m[1]}>") or head.rstrip().endswith("/>")
    return "xml" if closed or called(name) == "xml" else "text"
