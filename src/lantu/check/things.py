"""The thing that stands behind a figure: 120个老旧小区, 80%以上的行政村."""

import re
from functools import cache

from lantu.check.marks import Marked
from lantu.check.number import Number
from lantu.check.words import words
from lantu.reading.lexicon import prefix
from lantu.reading.words import NONE, Words

_THING = re.compile(
    r"(?:的)?(?P<thing>(?:“[^“”]{1,20}”|[A-Za-z]{1,8}[0-9.+]{0,4}|\d[A-Z]|（[^（）\d]{1,12}）|[一-鿿]){1,26})"
)
_OF_GOAL = re.compile(r"的[^，。；\d]{0,8}(?:目标|要求|计划|任务)")
_THING_END = re.compile(
    "(?:入选|未|仍|来之不易|是(?!否)|进入|获|被|实现|完成|达到?|开展|建成|投产|投入|开工|加快|全部|正式|成功|顺利|稳定|得到|纳入|通过|均|同比|占|位居|居|(?<!稳)增长|下降|提高|减少|增加|给予|提供|落地|上市|竣工|通车|已|将|超|比|较|为|列|中|落户|建立|设立|推行|组建|承担|接受|签订|参加|享受|受益|覆盖|运行|启动|取得|其中|从|由|到|分别|累计|总|排|创|新增|在|以|向|并|与|和|及|、)"
)
_NO_THING = re.compile(
    r"(?:[到至和与及并且而或的]|左右|以[上下内]|提高|下降|降低|增长|增加|减少|上升|回落|升|降|扩大|收窄|缩小|同比|环比|其中|居|位|左|大关|台阶|占|是|为|比|较|达|实现|翻|高|低|多|余|分别|稳|创|均|连|再|已|将|均|总|需|净|新增)"
)


def counted_thing(marked: Marked, whole: Words, number: Number) -> Words:
    """What stands behind a count, however short: 5个市."""
    found = thing_behind(marked, whole, number)
    if not found and re.match("[一-鿿]", marked.plain[number.end : number.end + 1]):
        return whole.cut(number.end, number.end + 1)
    return found


@cache
def _senses() -> tuple[str, ...]:
    return (*words().sense.over_behind, *words().sense.about_behind)


def thing_behind(marked: Marked, whole: Words, number: Number) -> Words:
    """The name behind a figure: 120个老旧小区, 80%以上的行政村."""
    if number.kind not in ("count", "measure", "percent", "bare") or number.unit.endswith("元/吨"):
        return NONE
    plain, at = marked.plain, number.end
    at += len(prefix(plain[at : at + 6], _senses()))
    rest = plain[at : at + 30]
    if number.kind == "percent" and not rest.startswith("的"):
        return NONE
    if _NO_THING.match(rest) and not (
        number.kind == "percent" or re.match("的(?!目标|水平|增速|速度|规模)", rest)
    ):
        return NONE
    if prefix(rest, words().deeds.behind_stops):
        return NONE
    match = _THING.match(rest)
    if match is None or _OF_GOAL.match(rest):
        return NONE
    start = match.start("thing")
    stop = _THING_END.search(rest, start + 1)
    end = min(match.end(), stop.start() if stop else match.end())
    return whole.cut(at + start, at + end) if end - start >= 2 else NONE
