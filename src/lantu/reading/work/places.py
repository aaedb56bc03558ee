"""Places a text names, with the codes of GB/T 2260; groups by the pack or by the plan's own words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lantu.indicators import counties, prefectures, shipped_regions
from lantu.packs import load
from lantu.values import maker

_SHORT = re.compile(r"(?:壮族|回族|维吾尔)?(?:自治区|自治州|地区|省|市|盟)$")
_SHORTEST = 2
_SIDES = tuple("站岸路侧段麓线门口翼坡街")
_FEWEST = 2  # members of a group
# A plan's own group: “X”（包括A、B和C）, X（A、B、C等市）, “X”即A、B.
_BRACKETED = re.compile(r"（(?:即|包括|含|指|包含|涵盖)?([一-鿿、]{4,200})）")
_IS = re.compile(r"”(?:即|指|包括)([一-鿿、]{2,200})")
_NAME = re.compile(r"“([一-鿿]{2,14})”?$|(?:[，。；：、建设以成立快进]|^)([一-鿿]{2,14})$")
_COUNTED = re.compile(r"等?(?:[一二三四五六七八九十两]+|\d+)?个?(?:[省市县区]|地区|城市)?$")
_BETWEEN = re.compile(r"[、和及与]")
_ROW = frozenset("、和及与")


@dataclass(frozen=True, slots=True)
class Group:
    """Regions under one name; see ``lantu.plan.PlaceGroup``."""

    name: str
    codes: tuple[str, ...]
    source: str
    aliases: tuple[str, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class PlacesPack:
    """Pack ``places``: groups and further names, and what a name is not."""

    version: str
    full_only: tuple[str, ...]
    groups: tuple[Group, ...]
    aliases: dict[str, str]
    not_behind: dict[str, tuple[str, ...]]
    not_before: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A place name at a position: the codes it stands for, and its group's name if it is one."""

    start: int
    end: int
    codes: tuple[str, ...]
    group: str = ""


_found = maker(Found)


def pack() -> PlacesPack:
    """The shipped pack."""
    found: PlacesPack = load("places", PlacesPack)
    return found


@cache
def _known() -> dict[str, tuple[tuple[str, ...], str]]:
    """Name to (codes, group name); the nation is no place here: it is the whole."""
    names: dict[str, tuple[tuple[str, ...], str]] = {}
    for region in shipped_regions():
        if region.level == "nation":
            continue
        names[region.name] = ((region.code,), "")
        short = _SHORT.sub("", region.name)
        if len(short) >= _SHORTEST:
            names.setdefault(short, ((region.code,), ""))
    for one in prefectures():
        names.setdefault(one.name, ((one.code,), ""))
        if one.name.endswith("市") and one.name not in pack().full_only and len(one.name) > _SHORTEST:
            names.setdefault(one.name[:-1], ((one.code,), ""))
    names.update({alias: ((code,), "") for alias, code in pack().aliases.items()})
    for group in pack().groups:
        for name in (group.name, *group.aliases):
            names[name] = (group.codes, group.name)
    return names


@dataclass(frozen=True, slots=True)
class Index:
    """The names looked for: where one can begin, lengths by the first two characters, what each stands for.

    weak: short names of counties, names of places only in a row with others (昆山、太仓).
    """

    begin: re.Pattern[str]
    sizes: dict[str, tuple[int, ...]]
    known: dict[str, tuple[tuple[str, ...], str]]
    weak: frozenset[str]


@cache
def index(region: str = "") -> Index:
    """The names of provinces, prefectures and groups, and those of the counties in a plan's own region.

    region: code of a province or prefecture, "" for none. A county name that several of them share, or
    that something larger has, is not looked for.
    """
    known = dict(_known())
    inside = counties(region)
    codes: dict[str, set[str]] = {}
    for one in inside:
        codes.setdefault(one.name, set()).add(one.code)
        short = _short_county(one.name)
        if short and short not in known:
            codes.setdefault(short, set()).add(one.code)
    own = {name: (tuple(found), "") for name, found in codes.items() if len(found) == 1 and name not in known}
    weak = frozenset(name for name in own if not any(name == one.name for one in inside))
    known |= own
    sizes: dict[str, set[int]] = {}
    for name in known:
        sizes.setdefault(name[:2], set()).add(len(name))
    first, second = ("".join(sorted({name[i] for name in known})) for i in (0, 1))
    begin = re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")
    ordered = {c: tuple(sorted(found, reverse=True)) for c, found in sizes.items()}
    return Index(begin, ordered, known, weak)


def _short_county(name: str) -> str:
    """昆山 of 昆山市; "" for a district, whose short name is a word (和平), and for two characters."""
    return name[:-1] if len(name) > _SHORTEST and name[-1] in "市县旗" else ""


def places(text: str, names: Index | None = None) -> tuple[Found, ...]:
    """The places a shadow text names, in order; at each place the longest name."""
    found: list[Found] = []
    names = names or index()
    known, weak = names.known, False
    behind = 0
    for match in names.begin.finditer(text):
        start = match.start()
        if start < behind:
            continue
        for size in names.sizes.get(text[start : start + 2], ()):
            name = text[start : start + size]
            if name in known and not _is_other(text, name, start, start + len(name)):
                codes, group = known[name]
                behind = start + len(name)
                found.append(_found(start, behind, codes, group))
                weak = weak or name in names.weak
                break
    return tuple(_in_rows(text, found, names.weak) if weak else found)


def _in_rows(text: str, found: list[Found], weak: frozenset[str]) -> Iterator[Found]:
    """Without the short names of counties that stand in no row of places."""
    for number, one in enumerate(found):
        before = text[found[number - 1].end : one.start] if number else ""
        behind = text[one.end : found[number + 1].start] if number + 1 < len(found) else ""
        if text[one.start : one.end] not in weak or before in _ROW or behind in _ROW:
            yield one


def _is_other(text: str, name: str, start: int, end: int) -> bool:
    """黄河南岸 names no 河南: what stands beside a short name makes another word of it."""
    if name[-1] in "东西南北" and text[end : end + 1] in _SIDES:
        return True  # 青山西站 names no 山西
    behind = pack().not_behind.get(name, ())
    before = pack().not_before.get(name, ())
    return (bool(behind) and text.endswith(behind, 0, start)) or (
        bool(before) and text.startswith(before, end)
    )


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """A group the text defines: positions of its name, and the codes of its members."""

    name: str
    start: int
    end: int
    codes: tuple[str, ...]


def own_groups(text: str, names: Index | None = None) -> Iterator[OwnGroup]:
    """Groups a text defines by naming their members; at least two members, each a known place."""
    known = (names or index()).known
    for pattern in (_BRACKETED, _IS):
        for match in pattern.finditer(text):
            if "、" not in match[1]:
                continue
            name = _NAME.search(text[max(0, match.start() - 16) : match.start() + (pattern is _IS)])
            codes = _members(match[1], known)
            if name is None or len(codes) < _FEWEST:
                continue
            group = 1 if name[1] else 2
            offset = max(0, match.start() - 16)
            if name[group] not in known:
                start, end = name.span(group)
                yield OwnGroup(name[group], offset + start, offset + end, codes)


def _members(listed: str, names: Mapping[str, tuple[tuple[str, ...], str]]) -> tuple[str, ...]:
    """The codes of the places listed, () unless every part is a known place."""
    codes: list[str] = []
    for part in _BETWEEN.split(_COUNTED.sub("", listed)):
        name = part.strip()
        known = names.get(name) or names.get(_SHORT.sub("", name))
        if known is None:
            return ()
        codes.extend(code for code in known[0] if code not in codes)
    return tuple(codes)
