"""Damaged papers: the sample papers, broken in the ways that files are broken, each told by its number.

`make(number, corpus)` always gives the same file for the same number and the same samples, so that a
failure is repeated by its number alone.
"""
from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
KINDS = {".pdf": "pdf", ".docx": "docx", ".html": "html", ".xml": "xml", ".txt": "text", ".md": "markdown"}
ORDER = ("text", "markdown", "html", "xml", "docx", "pdf", "zip")
LONGEST = 600_000       # bytes of a file made here; larger ones are the business of the hostile files


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged file: its number, name and bytes, the kind it was made from, and what was done to it."""

    number: int
    name: str
    kind: str
    data: bytes
    done: tuple[str, ...]


Corpus = dict[str, list[tuple[str, bytes]]]


def corpus(folder: Path = SAMPLES, *, scans: bool = False) -> Corpus:
    """The sample papers by kind, in the order of their names; scans are left out unless asked for."""
    found: Corpus = {kind: [] for kind in ORDER}
    for path in sorted(folder.glob("*/papers/*")):
        kind = KINDS.get(path.suffix)
        if kind and (scans or "scan" not in path.name):
            found[kind].append((path.name, path.read_bytes()))
    if scans:
        found = {"pdf": [p for p in found["pdf"] if "scan" in p[0]]}
    return found


def make(number: int, papers: Corpus) -> Case:
    """The damaged file of this number. Kinds take turns, so that each way in has its share."""
    chance = random.Random(number)
    kinds = [k for k in ORDER if papers.get(k) or (k == "zip" and papers.get("text"))]
    kind = kinds[number % len(kinds)]
    done: list[str] = []
    if kind == "zip":
        name, data = "papers.zip", _zip_of(chance, papers, done)
    else:
        name, data = chance.choice(papers[kind])
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        if kind in ("docx", "zip") and chance.random() < 0.75:
            data = _inside_zip(chance, data, papers, done)
        elif kind == "pdf" and chance.random() < 0.5:
            data = _inside_pdf(chance, data, papers, done)
        elif kind in ("docx", "pdf", "zip"):
            data = _apply(chance, BYTES, data, papers, done)
        else:
            data = _apply(chance, BYTES + WORDS + WORDS, data, papers, done)
    if chance.random() < 0.06:
        name = name.rpartition(".")[0] + chance.choice((".pdf", ".docx", ".html", ".xml", ".txt", ".zip", ".md", ""))
        done.append("renamed")
    return Case(number, name, kind, data[:LONGEST], tuple(done))


Change = Callable[[random.Random, bytes, Corpus], bytes]


def _apply(chance: random.Random, changes: tuple[Change, ...], data: bytes, papers: Corpus, done: list[str]) -> bytes:
    change = chance.choice(changes)
    done.append(change.__name__)
    return change(chance, data, papers)


# -- bytes -----------------------------------------------------------------------------------------


def _two(chance: random.Random, data: bytes, most: int = 1 << 30) -> tuple[int, int]:
    a = chance.randrange(len(data) + 1)
    return a, min(len(data), a + min(most, int(len(data) ** chance.random())))


def flip(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if out:
            at = chance.randrange(len(out))
            out[at] = chance.choice((out[at] ^ (1 << chance.randrange(8)), chance.randrange(256), 0, 0xFF))
    return bytes(out)


def cut_end(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def cut_start(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    return data[chance.randrange(len(data) + 1):]


def cut_out(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    a, b = _two(chance, data)
    return data[:a] + data[b:]


def repeat(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    a, b = _two(chance, data, 5000)
    return data[:b] + data[a:b] * chance.choice((1, 2, 10, 50)) + data[b:]


def splice(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    """Put a stretch of another paper, of any kind, into this one."""
    other = chance.choice(papers[chance.choice([k for k in papers if papers[k]])])[1]
    a, b = _two(chance, other, 40_000)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[a:b] + data[at if chance.random() < 0.5 else min(len(data), at + b - a):]


def swap(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    a, b, c = sorted(chance.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def nuls(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + b"\0" * chance.choice((1, 2, 100, 3000)) + data[at:]


def noise(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.choice((1, 4, 50, 2000))) + data[at:]


def mark_first(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    """A byte-order mark, true or false, or the mark of another kind of file."""
    return chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"%PDF-1.7\n", b"PK\x03\x04", b"<?xml version='1.0'?>",
                          b"<!DOCTYPE html>", b"\n\n\n", b"{\\rtf1 ", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) + data


BYTES: tuple[Change, ...] = (flip, cut_end, cut_start, cut_out, repeat, splice, swap, nuls, noise, mark_first)


# -- words -----------------------------------------------------------------------------------------

ODD = (
    "\u202e", "\u202b", "\u200f", "\u2066", "\u2069", "\u200b", "\u00ad", "\ufeff", "\u2028", "\u0085", "\u00a0", "\u3000",
    "²", "①", "٣", "Ⅷ", "½", "௧", "İ", "ı", "ß", "ŉ", "ﬁ", "Ǆ", "\u0301" * 30, "e\u0301", "🙂", "\U0010ffff", "\ufffd",
    "\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x7f", "&#0;", "&#x110000;", "&nbsp;", "&bogus;", "&", "<", ">",
    "</p>", "<p>", "<table><tr><td>", "</td></tr></table>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "<br/>",
    "<ol start='99999999999999999999'><li>", "<li value='-3'>", "<td colspan='9999999' rowspan='9999999'>",
    "<?xml version='1.0' encoding='utf-7'?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<meta charset='utf-16'>",
    "1.", "(a)", "(i)", "1.1.1.1.1.1.1.", "0.", "99999999999999999999999.", "•", "-", "—", "**", "__", "# ", "###### ", "|",
    "| a | b |\n|---|---|\n| c |", "```", "> ", "RESOLVED", "RESOLVED that", "ACTION:", "(Item 4)", "(Pages 1 - 99999999999)",
    "31 February 2021", "2021-13-45", "25:61", "99.99.9999", "£", "£1e400", "£999999999999999999999999999m", "0/0", "100%", "%",
    "Cllr", "Mr", "Present:", "PRESENT:", "Apologies", "\n", "\n\n\n\n", "\r", "\t\t\t", " " * 300, ":", ";", ".", ",", "'", "“", "(",
    ")", "[", "]", "Q1.", "Question 1", "by", "by the end of", "will", "Minute 12 of", "section 99", "http://", "www.",
)


def _characters(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def odd_words(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    text = _characters(data)
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 2, 7)) + text[at:]
    return _bytes(text)


def odd_everywhere(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    """One odd thing put for every place of some common character."""
    text, odd = _characters(data), chance.choice(ODD)
    return _bytes(text.replace(chance.choice((" ", "\n", "1", "a", ".", ">", "'", "A", "d")), odd, chance.choice((5, 50, 500))))


def many_of_one(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    text, odd = _characters(data), chance.choice(ODD)
    at = chance.randrange(len(text) + 1)
    glue = chance.choice(("", " ", "\n"))
    return _bytes(text[:at] + (odd + glue) * min(4000, 40_000 // (len(odd) + 1)) + text[at:])


def one_line(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    return data.replace(b"\r", b"").replace(b"\n", chance.choice((b" ", b"", b"  ", b"\t")))


def many_lines(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    return data.replace(b" ", chance.choice((b"\n", b"\n\n", b"\r\n", b"\x0c")), chance.choice((20, 2000)))


def long_word(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    at = chance.randrange(len(data) + 1)
    word = chance.choice((b"a", b"A", b"1", b"1,", b"a.", b"(", b"-", b"_", b"*", b" ", b"\xe2\x80\xa2", b"Aa ", b"1. ", b"\xc2\xa31 ", b"I "))
    return data[:at] + word * chance.choice((300, 5000, 60_000 // len(word))) + data[at:]


def shuffle_lines(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    lines = data.split(b"\n")
    a = chance.randrange(len(lines) + 1)
    part = lines[a: a + 60]
    chance.shuffle(part)
    return b"\n".join(lines[:a] + part + lines[a + 60:])


def repeat_lines(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    lines = data.split(b"\n")
    a = chance.randrange(len(lines) + 1)
    return b"\n".join(lines[: a + 9] + lines[a: a + chance.choice((1, 9))] * chance.choice((2, 30)) + lines[a + 9:])


def drop_lines(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    share = chance.choice((0.05, 0.5, 0.9))
    return b"\n".join(line for line in data.split(b"\n") if chance.random() > share)


def encoded(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    text = data.decode("utf-8", "replace")
    code = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp037", "utf-7", "shift_jis", "utf-8-sig"))
    out = text.encode(code, "replace")
    if chance.random() < 0.3:       # only a part of it: mixed encodings
        at = chance.randrange(len(data) + 1)
        out = data[:at] + text[at:].encode(code, "replace")
    return out


def other_case(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    text = _characters(data)
    return _bytes(chance.choice((text.upper, text.lower, text.title, text.swapcase))())


def numbers(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    return re.sub(rb"\d+", lambda m: chance.choice((m[0], b"0", b"-1", m[0] * 30, b"", b"1e999")), data, count=chance.choice((3, 300)))


def nested(chance: random.Random, data: bytes, papers: Corpus) -> bytes:
    tag = chance.choice((b"div", b"table><tr><td", b"ul><li", b"b", b"span", b"a", b"items"))
    at = chance.randrange(len(data) + 1)
    return data[:at] + (b"<" + tag + b">") * chance.choice((10, 200, 3000)) + data[at:]


WORDS: tuple[Change, ...] = (odd_words, odd_words, odd_everywhere, many_of_one, one_line, many_lines, long_word, shuffle_lines,
                             repeat_lines, drop_lines, encoded, other_case, numbers, nested)


# -- inside archives and PDFs ----------------------------------------------------------------------


def _zip_of(chance: random.Random, papers: Corpus, done: list[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for _ in range(chance.randint(1, 3)):
            name, data = chance.choice(papers[chance.choice([k for k in ("text", "html", "xml", "docx", "pdf") if papers.get(k)])])
            if chance.random() < 0.1:
                name = chance.choice(("../../" + name, "/" + name, "a\\b\\" + name, "x/" * 40 + name, "caf\u00e9\u202e.txt"))
            archive.writestr(name, data)
    return out.getvalue()


def _inside_zip(chance: random.Random, data: bytes, papers: Corpus, done: list[str]) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(m.filename, archive.read(m)) for m in archive.infolist()]
    except Exception:       # broken by an earlier change
        return _apply(chance, BYTES, data, papers, done)
    if not members:
        return data
    wordy = [n for n, (name, _) in enumerate(members) if "document.xml" in name or "numbering" in name] or range(len(members))
    at = chance.choice(list(wordy)) if chance.random() < 0.7 else chance.randrange(len(members))
    name, inner = members[at]
    what = chance.random()
    if what < 0.05:
        del members[at]
        done.append("member gone")
    elif what < 0.1:
        members.append((name, inner))
        done.append("member twice")
    elif what < 0.3 and name.endswith(".xml"):
        members[at] = name, _inside_xml(chance, inner)
        done.append("element moved")
    else:
        members[at] = name, _apply(chance, BYTES + WORDS, inner, papers, done)[:LONGEST]
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        warnings.simplefilter("ignore")         # a name twice is meant
        for name, inner in members:
            archive.writestr(name, inner)
    return out.getvalue()


def _inside_xml(chance: random.Random, data: bytes) -> bytes:
    """Elements dropped, doubled, put into one another, values changed: the file stays well formed."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.choice((1, 4, 20))):
        every = list(root.iter(etree.Element))
        if len(every) < 3:
            break
        node, other = chance.choice(every[1:]), chance.choice(every)
        act = chance.randrange(5)
        if act == 0 and node.getparent() is not None:
            node.getparent().remove(node)
        elif act == 1:
            other.append(etree.fromstring(etree.tostring(node, with_tail=False)))
        elif act == 2 and node.attrib:
            node.set(chance.choice(list(node.attrib)), chance.choice(("", "-1", "99999999999", "x", "²", "0")))
        elif act == 3:
            node.text = chance.choice([w for w in ODD if not any(ord(c) < 32 and c not in "\n\r\t" for c in w) and "\uffff" not in w])
        elif node is not other and node not in other.iterancestors():
            other.append(node)
    return etree.tostring(root)


STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def _inside_pdf(chance: random.Random, data: bytes, papers: Corpus, done: list[str]) -> bytes:
    """Change a stream unpacked, or the objects between streams."""
    streams = list(STREAM.finditer(data))
    if streams and chance.random() < 0.6:
        m = chance.choice(streams)
        try:
            inner = zlib.decompress(m[1])
        except zlib.error:
            return _apply(chance, BYTES, data, papers, done)
        done.append("in stream")
        inner = _apply(chance, (*BYTES, numbers, numbers, repeat_lines, drop_lines, shuffle_lines, swap), inner, papers, done)
        packed = zlib.compress(inner[:LONGEST], 1)
        return data[: m.start(1)] + packed + data[m.end(1):]
    done.append("objects")
    words = list(re.finditer(rb"/[A-Za-z]+|\d+ 0 R|\d+", data))
    if not words:
        return data
    out = data
    for m in sorted(chance.sample(words, min(len(words), chance.choice((1, 5, 40)))), key=lambda m: -m.start()):
        out = out[: m.start()] + chance.choice((chance.choice(words)[0], b"", b"-1", b"99999999999", b"null", b"<<", b">>")) + out[m.end():]
    return out
