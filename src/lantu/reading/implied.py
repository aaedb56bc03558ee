"""Words that are numbers: 全覆盖 is 100 %, 翻番 is ×2, 清零 and 消除 are 0, 全部 with a verb is 100 %."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from lantu.reading.clauses import clause_bounds
from lantu.reading.lexicon import any_of, cues, prefix
from lantu.reading.numerals import chinese_number
from lantu.reading.quantities import Quantity, one_of_each

_END = re.compile(r"的?前提|[”’）]?(?:[，。；、！：]|和|及|$|率?(?:达到?)?(?=[，。；]|$))")
# 构建全覆盖、更精准的网络 and 无禁区、全覆盖、零容忍: an attribute, nothing is covered.
_ATTRIBUTE = re.compile("(?:、|构建|建立|健全|打造|完善|推动|加强)$|^$")
# 完成全部改造任务: an attribute of what is done
_OBJECT = re.compile("(?:完成|实施|落实|推进|覆盖|解决|兑现|做好)$")
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
        if _END.match(text, match.end()) and not _ATTRIBUTE.search(text[: match.start()]):
            yield Quantity(match.start(), match.end(), Decimal(100), "cover")
    for match in _finder(tuple(pack.double)).finditer(text):
        yield Quantity(match.start(), match.end(), Decimal(pack.double[match[0]]), "double")
    for match in _finder(pack.zero).finditer(text):
        if _END.match(text, match.end()):
            yield Quantity(match.start(), match.end(), Decimal(0), "zero")
    yield from _removed(text, mask)
    yield from _all(text)
    yield from _each_one(text, mask)
    yield from _few(mask)
    yield from _at_least_one(text)


@cache
def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words))


def _removed(text: str, mask: str) -> Iterator[Quantity]:
    """消除 of things one can count, named behind it or, at the end of a clause, in front."""
    pack = cues().implied
    for match in _finder(pack.removed).finditer(text):
        start, end = clause_bounds(mask, match.start())
        behind = mask[match.end() : end]
        thing = behind or _SOFT_END.sub("", mask[start : match.start()])
        before = text[max(start, match.start() - 6) : match.start()]
        counted = re.search(r"\d", behind)  # 消除易涝点120处 is a count of its own
        if counted or (behind and any(word in before for word in pack.not_removed)):
            continue
        ends = [part[-_NOUN:] for part in re.split("[和、及与]", thing)]
        if any(word in end for end in ends for word in pack.removable):
            yield Quantity(match.start(), match.end(), Decimal(0), "removed" if behind else "zero")


_SOFT_END = re.compile("(?:基本|全面|动态|全部|得到|实现|有效)+$")
_NOUN = 6  # the countable noun stands within the last syllables of the phrase


def _all(text: str) -> Iterator[Quantity]:
    """全部 in front of a verb that ends a clause."""
    pack = cues().implied
    for match in _finder(pack.all).finditer(text):
        verb = prefix(text[match.end() :], pack.all_verbs)
        if (
            verb
            and match.start()
            and not _OBJECT.search(text[: match.start()])
            and re.match(r"[^，。；、的]{0,16}(?:[，。；、]|$)", text[match.end() + len(verb) :])
        ):
            value = Decimal(0) if verb in pack.all_zero else Decimal(100)
            yield Quantity(match.start(), match.end(), value, "all", falls=verb in pack.all_down)


_FEW = re.compile(
    r"(?<=建成|新建|建设|创建|培育|新增|扩建|认定)(?P<first>[两二三四五六七八九十]{1,2}[座所家条处支艘个])(?=[一-鿿])"
    r"|(?<=[、和])(?P<next>[两二三四五六七八九十]{1,2}[座所家条处支艘个])(?=[一-鿿])"
)
_THINGS = re.compile(
    r"[^，。；、“”]{0,14}?(?:[国省市县]级|示范|园区?|基地|中心|集群|工厂|企业|医院|学校|县|镇|村|站|厂|路|桥|馆|校|院|库|港)"
)


def _few(mask: str) -> Iterator[Quantity]:
    """建成三座污水处理厂、两条快速路: small numbers in characters of real things put up."""
    last = -1
    for match in _FEW.finditer(mask):
        start, _ = clause_bounds(mask, match.start())
        if (match["next"] and last != start) or not _THINGS.match(mask, match.end()):
            continue
        value = chinese_number(match[0][:-1])
        if value is not None and value > 1:
            last = start
            unit = (match.end() - 1, match.end())
            yield Quantity(match.start(), match.end(), Decimal(value), "count", unit, numeral=True)


def _at_least_one(text: str) -> Iterator[Quantity]:
    """零就业家庭至少一人就业: 一 promised as the least."""
    for match in re.finditer("至少有?(?=一[人名所个家座处])", text):
        one = one_of_each(text, match.end())
        if one is not None and one.start == match.end():
            yield one


def _each_one(text: str, mask: str) -> Iterator[Quantity]:
    """每个县建设一所: 一 promised of each."""
    for match in _EACH_THING.finditer(mask):
        one = one_of_each(text, match.end())
        if one is not None and _EACH_GAP.fullmatch(mask[match.end() : one.start]):
            yield one
