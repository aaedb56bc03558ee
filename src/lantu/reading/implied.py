"""Words that are numbers: 全覆盖 is 100 %, 翻番 is ×2, 清零 and 消除 are 0, 全部 with a verb is 100 %."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from lantu.reading.lexicon import any_of, cues, prefix
from lantu.reading.quantities import Quantity, one_of_each

_END = re.compile(r"[”’）]?(?:[，。；、！：]|和|及|$|率?(?:达到?)?(?=[，。；]|$))")
_EACH_THING = re.compile(
    r"每(?:一个|一|个|座|家|所|县|村|镇|乡|区|市|街道|社区)|各(?:县|市|区|乡镇|镇|街道|地)"
)
_EACH_GAP = re.compile(
    r"[^，。；]{0,24}?(?:建设|建成|建立|设立|设置|配备|布局|打造|创建|培育|新建|有|配置|至少|不少于|配建|建)(?:好|成|有)?$|[^，。；]{0,8}$"
)


def implied(text: str, mask: str) -> Iterator[Quantity]:
    """The words of a sentence that are numbers, as quantities."""
    pack = cues().implied
    for match in _finder(pack.cover).finditer(text):
        if _END.match(text, match.end()) and not text[match.end() :].startswith("的"):
            yield Quantity(match.start(), match.end(), Decimal(100), "cover")
    for match in _finder(tuple(pack.double)).finditer(text):
        yield Quantity(match.start(), match.end(), Decimal(pack.double[match[0]]), "double")
    for match in _finder(pack.zero).finditer(text):
        if _END.match(text, match.end()):
            yield Quantity(match.start(), match.end(), Decimal(0), "zero")
    yield from _removed(text, mask)
    yield from _all(text)
    yield from _each_one(text, mask)


@cache
def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words))


def _removed(text: str, mask: str) -> Iterator[Quantity]:
    """消除 of things one can count."""
    pack = cues().implied
    for match in _finder(pack.removed).finditer(text):
        thing = re.match(r"[^，。；：]*", mask[match.end() :])
        before = text[max(0, match.start() - 6) : match.start()]
        if thing is None or any(word in before for word in pack.not_removed):
            continue
        if any(
            word in part
            for part in re.split("[和、及]", thing[0])
            for word in pack.removable
            if part.endswith(word) or word in part[-6:]
        ):
            yield Quantity(match.start(), match.end(), Decimal(0), "removed")


def _all(text: str) -> Iterator[Quantity]:
    """全部 in front of a verb that ends a clause."""
    pack = cues().implied
    for match in _finder(pack.all).finditer(text):
        verb = prefix(text[match.end() :], pack.all_verbs)
        if (
            verb
            and match.start()
            and re.match(r"[^，。；、的]{0,8}(?:[，。；、]|$)", text[match.end() + len(verb) :])
        ):
            value = Decimal(0) if verb in pack.all_zero else Decimal(100)
            yield Quantity(match.start(), match.end(), value, "all")


def _each_one(text: str, mask: str) -> Iterator[Quantity]:
    """每个县建设一所: 一 promised of each."""
    for match in _EACH_THING.finditer(mask):
        one = one_of_each(text, match.end())
        if one is not None and _EACH_GAP.fullmatch(mask[match.end() : one.start]):
            yield one
