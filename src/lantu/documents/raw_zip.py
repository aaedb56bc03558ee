"""A zip with some members changed, all others kept byte for byte: header, name, compressed bytes.

Source of the layout: APPNOTE.TXT, 4.3 (local headers, central directory, end record).
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise

_ENTRY = struct.Struct("<4s6H3I5H2I")  # of the central directory
_LOCAL = struct.Struct("<4s5H3I2H")
_END = struct.Struct("<4s4H2IH")
_TIME = (1 << 5 | 1) << 16  # 1980-01-01, for members that are new
_VERSION = 20
_UTF8 = 0x800
_DEFLATED = 8
_LONG = 0xFFFFFFFF


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip with members changed, or added at the end when it has none of the name.

    ``data`` is a zip that could be opened; of two members of one name the last counts, and names are
    compared without case, as Office does. The same arguments give the same bytes. Raises BadZipFile when
    the directory is not what it says.
    """
    with zipfile.ZipFile(BytesIO(data)) as source:
        infos, directory, comment = source.infolist(), source.start_dir, source.comment
    following = dict(pairwise(sorted({info.header_offset for info in infos} | {directory})))
    last = {info.filename.lower(): info for info in infos}
    new = {name.lower(): (name, content) for name, content in changed.items()}
    members, entries, at = bytearray(), bytearray(), directory
    for info in infos:
        entry = _entry(data, at)
        at += len(entry)
        key = info.filename.lower()
        if key in new and last[key] is info:
            time = struct.unpack_from("<I", entry, 12)[0]
            entries += _added(members, info.filename, new.pop(key)[1], time)
            continue
        entries += _moved(entry, len(members))
        members += data[info.header_offset : following[info.header_offset]]
    for name, content in new.values():
        entries += _added(members, name, content, _TIME)
        infos.append(zipfile.ZipInfo(name))
    count = len(infos)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), len(members), len(comment))
    return bytes(members + entries + end + comment)


def _entry(data: bytes, at: int) -> bytes:
    """The entry of the directory that begins at a byte."""
    length = _ENTRY.size
    if data[at : at + 4] == b"PK\1\2" and at + length <= len(data):
        length += sum(struct.unpack_from("<3H", data, at + 28))
        if at + length <= len(data):
            return data[at : at + length]
    raise zipfile.BadZipFile("an entry of the directory is cut off")


def _added(members: bytearray, name: str, content: bytes, time: int) -> bytes:
    """Put a member at the end; its entry for the directory."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    spelt = name.encode()
    flags = 0 if name.isascii() else _UTF8
    told = (flags, _DEFLATED, time & 0xFFFF, time >> 16, zlib.crc32(content), len(packed), len(content))
    at = len(members)
    members += _LOCAL.pack(b"PK\3\4", _VERSION, *told, len(spelt), 0) + spelt + packed
    return _ENTRY.pack(b"PK\1\2", _VERSION, _VERSION, *told, len(spelt), 0, 0, 0, 0, 0, at) + spelt


def _moved(entry: bytes, offset: int) -> bytes:
    """An entry of the directory for a member that begins elsewhere now."""
    made = bytearray(entry)
    if struct.unpack_from("<I", entry, 42)[0] != _LONG:
        struct.pack_into("<I", made, 42, offset)
        return bytes(made)
    # The offset is in the extra field for long numbers, behind the sizes that are there too.
    behind = 8 * sum(struct.unpack_from("<I", entry, at)[0] == _LONG for at in (20, 24))
    name, extra = struct.unpack_from("<2H", entry, 28)
    at, stop = _ENTRY.size + name, _ENTRY.size + name + extra
    while at + 4 <= stop:
        kind, size = struct.unpack_from("<2H", entry, at)
        if kind == 1 and size >= behind + 8:
            struct.pack_into("<Q", made, at + 4 + behind, offset)
        at += 4 + size
    return bytes(made)
