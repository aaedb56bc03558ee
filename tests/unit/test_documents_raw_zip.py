"""A zip with a member changed: every other member is the same to the byte."""

import io
import struct
import zipfile
from io import BytesIO

import pytest

from lantu.documents.raw_zip import replaced

NAMES = ("[Content_Types].xml", "word/document.xml", "word/media/a.png", "docProps/core.xml")


class Unseekable(io.RawIOBase):
    """A stream that cannot go back, as servers write to: sizes stand behind the members."""

    def __init__(self) -> None:
        self.made = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.made += data
        return len(data)


def made(target=None, *, long: bool = False, names=NAMES, comment: bytes = b"") -> bytes:
    out = target or BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, name in enumerate(names):
            info = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10))
            info.compress_type = zipfile.ZIP_STORED if name.endswith("png") else zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=long) as stream:
                stream.write(f"{name} {number} ".encode() * 50)
        archive.comment = comment
    return bytes(out.made) if isinstance(out, Unseekable) else out.getvalue()


def records(data: bytes) -> dict[str, bytes]:
    """By name the member as it lies in the file, up to the next one."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos, stop = archive.infolist(), archive.start_dir
    starts = [*sorted(info.header_offset for info in infos), stop]
    return {
        info.orig_filename: data[info.header_offset : starts[starts.index(info.header_offset) + 1]]
        for info in infos
    }


def directory(data: bytes) -> list[bytes]:
    """The entries of the directory without the offsets."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos, at = archive.infolist(), archive.start_dir
    found = []
    for _ in infos:
        length = 46 + sum(struct.unpack_from("<3H", data, at + 28))
        entry = data[at : at + length]
        found.append(entry[:42] + entry[46:])
        at += length
    return found


@pytest.mark.parametrize(
    "data",
    [
        made(),
        made(Unseekable()),
        made(long=True),
        made(Unseekable(), long=True),
        made(comment=b"a word at the end"),
        b"#!/bin/sh\nexit\n" + made(),
    ],
    ids=["plain", "streamed", "long numbers", "streamed long numbers", "comment", "words before"],
)
def test_members_not_named_keep_their_bytes(data):
    after = replaced(data, {"word/document.xml": b"<new/>", "word/comments.xml": b"<c/>"})
    old, new = records(data), records(after)
    assert list(new) == [*NAMES, "word/comments.xml"]
    for name in set(NAMES) - {"word/document.xml"}:
        assert old[name] == new[name]
    assert [e for n, e in enumerate(directory(data)) if n != 1] == [
        e for n, e in enumerate(directory(after)[:4]) if n != 1
    ]
    with zipfile.ZipFile(BytesIO(after)) as archive, zipfile.ZipFile(BytesIO(data)) as before:
        assert archive.testzip() is None and archive.comment == before.comment
        assert archive.read("word/document.xml") == b"<new/>" and archive.read("word/comments.xml") == b"<c/>"
        assert archive.getinfo("word/document.xml").date_time == (2024, 5, 6, 7, 8, 10)
    assert replaced(data, {"word/comments.xml": b"<c/>", "word/document.xml": b"<new/>"}) == after


def test_offsets_in_the_field_for_long_numbers_are_moved():
    data = bytearray(made())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos, at = archive.infolist(), archive.start_dir
    # The last entry says its offset and its packed size as long numbers, as some writers always do.
    for _ in infos[:-1]:
        at += 46 + sum(struct.unpack_from("<3H", data, at + 28))
    extra = struct.pack("<2H2Q", 1, 16, infos[-1].compress_size, infos[-1].header_offset)
    struct.pack_into("<I", data, at + 20, 0xFFFFFFFF)
    struct.pack_into("<I", data, at + 42, 0xFFFFFFFF)
    struct.pack_into("<H", data, at + 30, len(extra))
    name_end = at + 46 + len(infos[-1].filename)
    data[name_end:name_end] = extra
    end = data.rindex(b"PK\5\6")
    struct.pack_into("<I", data, end + 12, struct.unpack_from("<I", data, end + 12)[0] + len(extra))
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None
    after = replaced(bytes(data), {"word/document.xml": b"x" * 5000})
    with zipfile.ZipFile(BytesIO(after)) as archive:
        assert archive.testzip() is None
        assert archive.read("docProps/core.xml").startswith(b"docProps/core.xml 3 ")


def test_names_in_an_older_spelling_are_kept():
    data = made(names=(*NAMES, "word/embeddings/xxxx.bin"))
    data = data.replace(b"/xxxx.bin", "/附件.bin".encode("gb18030"))
    after = replaced(data, {"word/document.xml": b"<new/>"})
    with zipfile.ZipFile(BytesIO(after)) as archive:
        assert archive.testzip() is None
    assert after.count("/附件.bin".encode("gb18030")) == 2


def test_of_two_members_of_one_name_the_last_is_changed():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = made(names=(*NAMES, "word/document.xml"))
    after = replaced(data, {"WORD/Document.xml": b"<new/>"})
    with zipfile.ZipFile(BytesIO(after)) as archive:
        first, second = [one for one in archive.infolist() if one.filename == "word/document.xml"]
        assert archive.read(first).startswith(b"word/document.xml 1") and archive.read(second) == b"<new/>"
