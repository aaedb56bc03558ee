"""Where elements stand in the bytes of a part, so that it can be changed without writing its tree anew."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat

from lantu.documents.package import Element

_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_ENCODING = re.compile(r"^(\ufeff?<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']")


@dataclass(frozen=True, slots=True)
class Tagged:
    """Where an element stands in the bytes of its part: its start tag, what is inside, its end tag.

    An empty element without an end tag has ``inner == inner_end == end``.
    """

    start: int
    inner: int
    inner_end: int
    end: int
    name: bytes

    @property
    def prefix(self) -> bytes:
        """The prefix of its name with the colon, b"" for none."""
        prefix, colon, _ = self.name.rpartition(b":")
        return prefix + colon


def as_utf8(data: bytes, root: Element) -> bytes:
    """A part in UTF-8: the same bytes but for parts in another encoding."""
    encoding = str(root.getroottree().docinfo.encoding or "UTF-8")
    if encoding.upper() in ("UTF-8", "ASCII", "US-ASCII"):
        return data
    return _ENCODING.sub(r'\1 encoding="UTF-8"', data.decode(encoding)).lstrip("\ufeff").encode()


def places(data: bytes, root: Element, wanted: Iterable[Element]) -> dict[Element, Tagged]:
    """Where elements of the tree of a part, which is UTF-8, stand in its bytes."""
    asked = set(wanted)
    numbers = {number: one for number, one in enumerate(root.iter("*")) if one in asked}
    starts: dict[int, tuple[int, bytes]] = {}
    found: dict[Element, Tagged] = {}
    open_ones: list[int] = []
    count = -1
    parser = expat.ParserCreate()

    def start(name: str, _attributes: object) -> None:
        nonlocal count
        count += 1
        open_ones.append(count)
        if count in numbers:
            starts[count] = (parser.CurrentByteIndex, name.encode())

    def end(_name: str) -> None:
        number = open_ones.pop()
        if number in starts:
            at, name = starts.pop(number)
            found[numbers[number]] = _tagged(data, at, parser.CurrentByteIndex, name)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)
    return found


def _tagged(data: bytes, start: int, close: int, name: bytes) -> Tagged:
    tag = _TAG.match(data, start)
    inner = tag.end() if tag else start
    if data[inner - 2 : inner] == b"/>":
        return Tagged(start, inner, inner, inner, name)
    return Tagged(start, inner, close, data.index(b">", close) + 1, name)


def put_inside(data: bytes, place: Tagged, more: bytes) -> bytes:
    """A part with more at the end of an element."""
    if place.inner_end < place.end:
        return data[: place.inner_end] + more + data[place.inner_end :]
    return data[: place.end - 2] + b">" + more + b"</" + place.name + b">" + data[place.end :]
