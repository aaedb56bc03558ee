"""Who answers: statements of responsibility (brackets, lines, sentences), and bodies that clauses name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lantu.packs import load
from lantu.plan import BodyRole
from lantu.reading.lexicon import any_of
from lantu.reading.work.prose import hide

_SPLIT = re.compile(r"[、，；和及]|以及|会同")
_BARE = re.compile(r"（([^（）；。：]{3,160}(?:政府|委|厅|局|管委会|办|部|单位|部门))）")
# 支持企业牵头 names nobody who answers.
_CAUSING = ("支持", "鼓励", "引导", "允许", "推动", "依托", "健全", "坚持", "加强", "强化", "发挥")
_AND = ("和", "及", "以及")
_OTHERS = ("有关部门", "相关部门", "各部门", "有关单位", "相关单位", "各单位")
_GOVERNMENT = ("政府", "管委会", "委员会", "委", "厅", "局", "办", "办公室", "部")
_MORE = re.compile(r"等(?:部门|单位|有关部门|相关部门)?$")
_JOINT = re.compile(r"按(?:照)?(?:各自)?职责(?:分工)?|分工负责|分别负责")
_EACH = re.compile(r"^各[市县区州盟旗]、$")
_LONGEST_BODY = 24
_DROPPED = re.compile(r"^(?:由|请|会同|以及|和|与)|(?:共同|按(?:照)?(?:各自)?职责(?:分工)?|分别|具体|同志)$")


@dataclass(frozen=True, slots=True)
class BodiesPack:
    """Pack ``bodies``."""

    endings: tuple[str, ...]
    levels: tuple[str, ...]
    everybody: tuple[str, ...]
    running: tuple[str, ...]
    roles: dict[BodyRole, tuple[str, ...]]
    labels: dict[BodyRole, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Named:
    """A body at a position, with its role."""

    start: int
    end: int
    role: BodyRole


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of responsibility at a position."""

    start: int
    end: int
    bodies: tuple[Named, ...]
    joint: bool
    more: bool


def pack() -> BodiesPack:
    """The shipped pack."""
    found: BodiesPack = load("bodies", BodiesPack)
    return found


@dataclass(frozen=True, slots=True)
class _Patterns:
    hint: re.Pattern[str]
    role_of: dict[str, BodyRole]
    label_of: dict[str, BodyRole]
    bracket: re.Pattern[str]
    line: re.Pattern[str]
    sentence: re.Pattern[str]
    role_end: re.Pattern[str]
    everybody: re.Pattern[str]
    ending: re.Pattern[str]
    running: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = pack()
    role_of = {word: role for role, group in words.roles.items() for word in group}
    label_of = {word: role for role, group in words.labels.items() for word in group}
    roles, labels = any_of(tuple(role_of)), any_of(tuple(label_of))
    return _Patterns(
        re.compile(any_of((*role_of, *label_of))),
        role_of,
        label_of,
        re.compile(rf"（([^（）]*(?:（[^（）]*）[^（）]*)*?(?:{roles}))。?）"),
        re.compile(
            rf"(?P<label>{labels})\s*[：:]\s*(?P<who>(?:(?![，、]\s*{labels}\s*[：:])[^；。】\]\n])+)"
        ),
        re.compile(rf"(?:由|(?<![^，。；：（]))(?P<who>[^，。；：（）由]{{2,80}}?)(?P<role>{roles})"),
        re.compile(rf"(?P<role>{roles})$"),
        re.compile(any_of(words.everybody)),
        re.compile(rf"{any_of(words.endings)}(?:（[^（）]*）)?$"),
        re.compile(
            rf"(?:{any_of(words.levels)})(?:(?!{any_of(words.levels)})[^，。；：、（）和与及的\s]){{0,14}}?{any_of(words.running)}"
        ),
    )


def statements(text: str) -> tuple[Statement, ...]:
    """The statements of responsibility in a shadow text, in order; none when it holds no word of the kind."""
    if _patterns().hint.search(text) or ("（" in text and _BARE.search(text)):
        return tuple(_statements(text))
    return ()


def _statements(text: str) -> Iterator[Statement]:
    taken: list[Statement] = []
    for found in (*_brackets(text), *_lines(text), *_sentences(text), *_bare(text)):
        if found.bodies and not any(found.start < one.end and one.start < found.end for one in taken):
            taken.append(found)
    for found in _merged(text, sorted(taken, key=lambda one: one.start)):
        alone = all(body.role is BodyRole.ASSIST for body in found.bodies)
        if not alone or text[found.start] == "（" or "：" in text[found.start : found.end]:
            yield found  # 科研院所参与 alone, in running text, makes nobody answer


def _merged(text: str, found: list[Statement]) -> Iterator[Statement]:
    """甲牵头，乙配合 is one statement."""
    pending: Statement | None = None
    for one in found:
        if pending and text[pending.end : one.start] == "，":
            bodies = (*pending.bodies, *one.bodies)
            pending = Statement(
                pending.start, one.end, bodies, pending.joint or one.joint, pending.more or one.more
            )
            continue
        if pending:
            yield pending
        pending = one
    if pending:
        yield pending


def _bare(text: str) -> Iterator[Statement]:
    """（各市人民政府、省发展改革委）: a bracket of nothing but bodies of government."""
    for match in _BARE.finditer(text):
        found = _statement(text, match.start(), match.end(), [match.span(1)])
        names = [text[b.start : b.end] for b in found.bodies]
        if names and all(n.endswith(_GOVERNMENT) or _patterns().everybody.match(n) for n in names):
            yield found


def _brackets(text: str) -> Iterator[Statement]:
    """（省教育厅、省财政厅负责）, （甲牵头，乙、丙按职责分工负责）."""
    for match in _patterns().bracket.finditer(text):
        yield _statement(text, match.start(), match.end(), [(match.start(1), match.end(1))])


def _lines(text: str) -> Iterator[Statement]:
    """牵头单位：甲；责任单位：乙、丙, also inside one bracket."""
    found = list(_patterns().line.finditer(text))
    if not found:
        return
    bodies: list[Named] = []
    more = False
    for match in found:
        role = _patterns().label_of[match["label"]]
        closed = match["who"].endswith("）") and match["who"].count("（") < match["who"].count("）")
        end = match.end("who") - closed
        told = _patterns().role_end.search(text, match.start("who"), end)
        end = told.start() if told and told.start() > match.start("who") else end
        more = bool(_MORE.search(text[match.start("who") : end].rstrip()))
        bodies += _named(text, match.start("who"), end, role, strict=False)
    start, end = found[0].start(), found[-1].end()
    if text[start - 1 : start] == "（" and text[end - 1] == "）":
        start -= 1
    whole = text[start:end]
    yield Statement(start, end, tuple(bodies), bool(_JOINT.search(whole)), more)


def _sentences(text: str) -> Iterator[Statement]:
    """由甲牵头，乙、丙配合: each part must name bodies, or the words are no statement."""
    for match in _patterns().sentence.finditer(text):
        if not match["who"].startswith(_CAUSING):
            yield _statement(text, match.start(), match.end(), [match.span()])


def _statement(text: str, start: int, end: int, parts: list[tuple[int, int]]) -> Statement:
    bodies: list[Named] = []
    for first, last in parts:
        for piece in re.finditer(r"[^，；]+", text[first:last]):
            bodies += _piece(text, first + piece.start(), first + piece.end())
    whole = text[start:end]
    return Statement(
        start,
        end,
        tuple(bodies),
        bool(_JOINT.search(whole)),
        bool(re.search(r"等(?:部门|单位)?(?:按|牵|负|配|协|参|共|分|和|$)", whole)),
    )


def _piece(text: str, start: int, end: int) -> list[Named]:
    """The bodies of a part between commas, their role by the words that end it (else responsible)."""
    match = _patterns().role_end.search(text, start, end)
    role = _patterns().role_of[match["role"]] if match else BodyRole.RESPONSIBLE
    return _named(text, start, match.start() if match else end, role, strict=True)


def _named(text: str, start: int, end: int, role: BodyRole, *, strict: bool) -> list[Named]:
    """The names between 、 and 和; with ``strict`` only what ends like a body."""
    names: list[Named] = []
    at = start
    for piece in (*_SPLIT.finditer(hide(text[start:end])), None):
        stop = start + piece.start() if piece else end
        if piece and piece[0] in _AND and not _ends_as_body(text[at:stop]):
            continue  # 省工业和信息化厅
        first, last = _trimmed(text, at, stop)
        if first < last:
            name = text[first:last]
            everybody = bool(_patterns().everybody.match(name)) or name.endswith(_OTHERS)
            # 各市、县政府: 各 holds for both.
            everybody = everybody or bool(names and _EACH.search(text[names[-1].start : first]))
            if everybody or not strict or _is_body(name):
                names.append(Named(first, last, BodyRole.ALL if everybody else role))
            elif strict:
                return []
        at = start + piece.end() if piece else end
    return names


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, 由 in front and 等, 按职责分工 behind."""
    while start < end and text[start] in " 　由请":
        start += 1
    changed = True
    while changed and start < end:
        changed = False
        piece = text[start:end].rstrip(" 　。")
        for cut in (_MORE, _DROPPED):
            if (match := cut.search(piece)) and match.start() > 0:
                piece, changed = piece[: match.start()], True
        end = start + len(piece)
    return start, end


def _ends_as_body(words: str) -> bool:
    plain = words.strip()
    return plain.endswith(_OTHERS) or bool(_MORE.search(plain)) or _is_body(plain)


def _is_body(name: str) -> bool:
    return 2 <= len(name) <= _LONGEST_BODY and bool(_patterns().ending.search(name)) and "的" not in name


def bodies_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Bodies that running text between two positions names (省发展改革委, 各市人民政府)."""
    return [match.span() for match in _patterns().running.finditer(text, start, end)]
