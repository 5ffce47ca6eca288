"""Archives: members in order and by name, bombs refused, one bad member no harm to the others."""

import io
import struct
import time
import zipfile

import pytest

from minutebook.documents import open_file
from minutebook.documents.archives import clean_name
from minutebook.documents.limits import Limits
from minutebook.problems import UnreadableFile


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_members_are_read_in_order_also_in_archives_within():
    inner = packed({"notice.txt": b"NOTICE of key decisions"})
    data = packed(
        {
            "agenda.txt": b"AGENDA",
            "__MACOSX/._agenda.txt": b"\0\1",
            "papers/item 5.html": b"<!DOCTYPE html><p>Report</p>",
            "more.zip": inner,
            "empty/": b"",
            ".DS_Store": b"\0",
        }
    )
    documents = list(open_file(data, "pack.zip"))
    assert [(d.source.name, d.lines[0].text) for d in documents] == [
        ("pack.zip/agenda.txt", "AGENDA"),
        ("pack.zip/papers/item 5.html", "Report"),
        ("pack.zip/more.zip/notice.txt", "NOTICE of key decisions"),
    ]


def test_one_bad_member_leaves_the_others():
    data = packed({"a.rtf": b"{\\rtf1 x}", "b.txt": b"", "c.txt": b"MINUTES"})
    documents = list(open_file(data, "pack.zip"))
    assert [d.problems[0].code if d.problems else "" for d in documents] == ["rtf", "empty", ""]
    assert documents[0].problems[0].level == "error" and not documents[0].lines
    assert documents[2].lines[0].text == "MINUTES"


def test_damaged_members_are_told():
    data = bytearray(packed({"a.txt": b"MINUTES " * 50, "b.txt": b"AGENDA"}, zipfile.ZIP_STORED))
    data[60] ^= 0xFF
    first, second = open_file(bytes(data), "pack.zip")
    assert first.problems[0].code == "damaged" and second.lines[0].text == "AGENDA"


def test_locked_members_are_told():
    data = bytearray(packed({"a.txt": b"MINUTES"}, zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    (document,) = open_file(bytes(data), "pack.zip")
    assert document.problems[0].code == "encrypted"


@pytest.mark.parametrize("nested", [False, True])
def test_bombs_are_refused_at_once(nested):
    data = packed({"zeros.txt": b"0" * 60_000_000})
    if nested:
        data = packed({"inner.zip": data})
    began = time.process_time()
    with pytest.raises(UnreadableFile) as error:
        list(open_file(data, "bomb.zip"))
    assert error.value.code == "archive-bomb" and time.process_time() - began < 2


def test_sizes_are_counted_not_believed():
    data = bytearray(packed({"zeros.txt": b"0" * 30_000_000}))
    with pytest.raises(UnreadableFile) as error:
        list(open_file(bytes(data), "large.zip", Limits(unpacked_bytes=1_000_000)))
    assert error.value.code == "archive-bomb"
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 24] = struct.pack("<I", len(data))  # claims to be packed less tightly
    (document,) = open_file(bytes(data), "lying.zip")
    assert document.problems[0].code == "damaged"


def test_many_members_and_deep_archives_are_refused():
    with pytest.raises(UnreadableFile) as error:
        list(open_file(packed({f"{i}.txt": b"x" for i in range(30)}), "many.zip", Limits(members=20)))
    assert error.value.code == "too-many-members"
    data = packed({"a.txt": b"MINUTES"})
    for _ in range(20):
        data = packed({"a.zip": data})
    documents = list(open_file(data, "deep.zip"))
    assert [d.problems[0].code for d in documents] == ["nesting"]


def test_an_empty_archive_is_told():
    with pytest.raises(UnreadableFile) as error:
        list(open_file(packed({}), "empty.zip"))
    assert error.value.code == "empty"


@pytest.mark.parametrize(
    ("name", "clean"),
    [("../../etc/x.txt", "etc/x.txt"), ("C:\\papers\\a.doc", "papers/a.doc"), ("/a//b", "a/b"), ("..", "unnamed")],
)
def test_names_of_members_lead_nowhere_else(name, clean):
    assert clean_name(name) == clean
