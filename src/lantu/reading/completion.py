"""What a phrase leaves to the words before it, and phrases that say two things at once."""

import re
from functools import cache

from lantu.reading.lexicon import any_of, phrases, suffix
from lantu.reading.words import NONE, Words, hidden


def is_bare(words: Words) -> bool:
    """Whether the phrase is only a measured property or a class, so that it needs its topic."""
    return not words or words.text in _bare()


@cache
def _bare() -> frozenset[str]:
    return frozenset(phrases().bare)


def topic_of(phrase: Words) -> Words:
    """What a phrase is about: 数控机床行业营业收入 -> 数控机床行业."""
    attribute = suffix(phrase.text, phrases().attributes)
    topic = phrase.cut(0, len(phrase) - len(attribute))
    return topic if len(topic) >= 2 else NONE


def opener_topic(before: str) -> tuple[int, int] | None:
    """The topic that an earlier clause of the sentence names: 围绕九大类工程建设项目，….

    Returns positions in ``before``.
    """
    found = list(_opener().finditer(before))
    match = found[-1] if found else _AMONG.search(before)
    if match is None:
        return None
    start, end = match.span("topic")
    counted = _COUNTED_KINDS.match(before[start:end])
    return start + (counted.end() if counted else 0), end


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[，：]){any_of(phrases().topic_openers)}(?P<topic>[^，：。；]+)[，：]")


_AMONG = re.compile(r"(?:^|[，：])(?:在)?(?P<topic>[^，：。；]{2,20})(?:中|方面)[，：]")
_COUNTED_KINDS = re.compile(r"[一二三四五六七八九十\d]+大?[类个项种]")


def part_of(part: Words, whole: Words, *, measured: bool = False) -> Words:
    """The part with what the whole says of all: 工业企业 of 企业上云 -> 工业企业上云."""
    text = part.text
    for size in range(min(6, len(text)), 1, -1):
        at = whole.text.find(text[-size:])
        if at >= 0:
            rest = whole.cut(at + size)
            return part + rest if rest and at <= 4 else part
    names_sum = whole.text in _bare() or bool(suffix(whole.text, phrases().attributes))
    lacks = measured and names_sum and len(part) <= _SHORT_PART and not suffix(text, phrases().attributes)
    return part + whole if lacks else part


def shared_head(phrase: Words, following: Words) -> Words:
    """国家级 in front of 省级产业园: the head noun both share."""
    if not phrase.text.endswith(phrases().class_endings) or len(phrase) > 6:
        return phrase
    ending = phrase.text[-1]
    at = following.text.find(ending)
    return phrase + following.cut(at + 1) if 0 <= at <= 5 else phrase


def halves(phrase: Words) -> tuple[Words, ...]:
    """The two things a rate or 全覆盖 is said of (A和B), or the phrase alone."""
    text = hidden(phrase.text)
    joins = list(_AND.finditer(text))
    if len(joins) != 1 or "等" in text:
        return (phrase,)
    at = joins[0].start()
    first, second = phrase.cut(0, at), phrase.cut(at + 1)
    alone = _one_of(phrase, first, second)
    if alone is not None:
        return (alone,)
    if len(second) < _LONG and is_bare(second) and len(first) >= _LONG:
        return first, topic_of(first) + second
    return _common_start(first, second)


def _one_of(phrase: Words, first: Words, second: Words) -> Words | None:
    """The one phrase where 和 does not join two things; None when it does.

    Places (重点流域和环渤海区域城市管网), work that goes along (统筹改革和服务全覆盖), people and bodies
    (儿童和少年教育, 高新区和高校“双高协同”), and halves too short to say anything.
    """
    inside = _PLACE_INSIDE.match(second.text) if _PLACE_END.search(first.text) else None
    if inside is not None:
        return second.cut(inside.end())
    if _ACTION_END.search(first.text):
        return second
    bodies = "“" in second.text and "“" not in first.text
    short = len(first) < 2 or (len(second) < _LONG and not (is_bare(second) and len(first) >= _LONG))
    return phrase if bodies or short or _PEOPLE_END.search(first.text) else None


_LONG = 3
_SHORT = 2  # 城镇 of 城镇和农村居民收入: what follows 农村 belongs to both
_SHORT_PART = 4
_LONGEST_PLACE = 8
_PLACE_BEHIND = re.compile(
    "(?<=模式|服务|制度|建设|机制|工程|网络|管理)(?P<place>(?:乡镇|行政村|村|社区|乡村|县域|街道|市域|城乡)(?:（[^）]*）)?)$"
    "|(?<=[一-鿿]{3})(?P<where>城市社区|城乡社区|建成区|行政村|建制村)$"
)
_AND = re.compile(r"和|与|(?<![以普涉])及(?!以)|、")
_ACTION_END = re.compile(r"(?:改革|建设|发展|治理|保护|管理|创新|工作)$")
_PEOPLE_END = re.compile("(?:儿童|少年|老年人|老人|妇女|学生|人员|群众|职工|居民|孤儿|残疾人)$")
_SHARED_START = re.compile(r"(?:单位|万元|每万元)(?:GDP|国内生产总值|地区生产总值|工业增加值|生产总值)")
_PLACE_WORDS = (
    "县域|全域|市域|镇域|流域|区域|地区|城区|乡镇|农村|城市|社区|街道|园区|县城|集镇|村庄|海域|省份|片区"
)
_PLACE_START = re.compile(f"(?:{_PLACE_WORDS})")
_PLACE_END = re.compile(f"(?:{_PLACE_WORDS})$")
_PLACE_INSIDE = re.compile(f"[^，、和]{{0,8}}?(?:{_PLACE_WORDS})(?=[一-鿿]{{3}})")


def _common_start(first: Words, second: Words) -> tuple[Words, ...]:
    """城镇职工基本养老保险和医疗保险: the second half lacks the words both share."""
    if (shared := _SHARED_START.match(first.text)) and not _SHARED_START.match(second.text):
        return first, first.cut(0, shared.end()) + second
    end = second.text[-2:]
    if first.text.endswith(end) and len(second) < len(first) - 2:
        start = len(first) - len(second)
        return first, first.cut(0, start) + second
    tail = suffix(second.text, phrases().attributes)
    if len(first) <= _SHORT and not suffix(first.text, phrases().attributes):
        return first + second.cut(len(first)), second
    if tail and len(tail) > 1 and not suffix(first.text, (*phrases().attributes, "生产总值")):
        twice = 2 if first.text.endswith(tail[:2]) else 0  # 汽车产业 + 产业规模
        return first + second.cut(len(second) - len(tail) + twice), second
    return first, second


def is_place(head: Words) -> bool:
    """Whether a phrase is nothing but a place (县城以上区域)."""
    return len(head) <= _LONGEST_PLACE and bool(
        _PLACE_START.match(head.text) and _PLACE_END.search(head.text)
    )


def without_leading_place(head: Words) -> Words:
    """The head without the place it begins with."""
    placed = _PLACE_START.match(head.text)
    return head.cut(placed.end()) if placed else head


def without_place(head: Words) -> Words:
    """A实现B全覆盖: the thing is what is not a place."""
    if placed := _PLACE_BEHIND.search(head.text):
        return head.cut(0, placed.start())
    at = head.text.find("实现")
    if at < 1:
        return head
    first, second = head.cut(0, at), head.cut(at + 2)
    located = _PLACE_END.search(first.text) or (
        first.text.endswith(tuple("区县乡镇村")) and not _PLACE_END.search(second.text)
    )
    return second if located and len(second) >= 2 else first


def last_of_list(phrase: Words) -> Words:
    """Long lists of examples are left out: A、B、C等重点行业 -> 重点行业."""
    at = hidden(phrase.text).rfind("等")
    rest = phrase.cut(at + 1)
    return rest if at > 12 and len(rest) >= 4 and "、" in phrase.text[:at] else phrase


def each(phrase: Words) -> tuple[Words, ...]:
    """The things of A、B和C one by one (各10家)."""
    parts: list[Words] = []
    start = 0
    for match in re.finditer("[、和与及]", hidden(phrase.text)):
        parts.append(phrase.cut(start, match.start()))
        start = match.end()
    parts.append(phrase.cut(start))
    named = [part for part in parts if part]
    return tuple(shared_head(part, named[-1]) if part is not named[-1] else part for part in named)


def with_common_end(parts: tuple[Words, ...]) -> tuple[Words, ...]:
    """茶叶、油茶、花椒基地: each with what only the last one names."""
    end = suffix(parts[-1].text, (*phrases().attributes, *phrases().shared_ends))
    tail = parts[-1].cut(len(parts[-1]) - len(end)) if end else NONE
    return tuple(p if not tail or p.text.endswith(end) else p + tail for p in parts)


def rates(phrase: Words, *, both: bool) -> tuple[Words, ...]:
    """A率和B率 are two things; A、B达标率 only when 均 says so."""
    parts = halves(phrase)
    if len(parts) < 2 or both:
        return parts
    text = hidden(phrase.text)
    each_named = all(suffix(part, phrases().attributes) for part in re.split("[和与]", text))
    return parts if each_named and "、" not in text else (phrase,)
