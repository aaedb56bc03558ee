"""How many things a text lists where it gives their number: 8项工作：一是…；二是…, 沈阳、大连等5个市."""

import re
from collections.abc import Iterable

from lantu.reading.blocks import Block

_ORDINALS = "一二三四五六七八九十"
_SERIES = (
    tuple(f"{c}是" for c in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")),
    tuple(f"{c}要" for c in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")),
    tuple(f"第{c}，" for c in _ORDINALS),
    tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    tuple(f"（{i}）" for i in range(1, 21)),
    tuple(f"（{c}）" for c in _ORDINALS),
    tuple(f"{i}." for i in range(1, 21)),
)
_ITEMS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
_BELOW = (
    tuple(f"{c}、" for c in _ITEMS),
    tuple(f"（{c}）" for c in _ITEMS),
    *(tuple(mark.format(i) for i in range(1, 31)) for mark in ("{}.", "{}、", "（{}）")),
    tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    _SERIES[0],
)
_ENDS = re.compile(r"[^。；：]{0,40}[：。]?")
_HIGHER = re.compile(r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章篇节]")
_HIDDEN = re.compile(r"（[^（）]*）|“[^“”]*”|《[^《》]*》")
_KINDS = re.compile("(?:[省市县区旗乡镇村州盟]|街道|社区|直属单位)（[^（）]{1,12}）")
"""31个省（区、市）: other kinds of the same, no list of them."""
_BEHIND = re.compile(
    r"^(?P<thing>(?:“[^“”]*”|[^，。；：（、\d]){0,22}?)(?:：|——|，?(?:即|分别是|分别为|包括|主要包括|主要有|主要是|涵盖)|（(?:即|包括|分别为|分别是)?)(?P<list>[^：]{2,400})"
)
_FRONT_OPEN = re.compile(r"(?P<list>[^，。；：]{2,200}?)(?P<etc>等|共|这|共计|合计)?$")
_BOUND = re.compile(
    r"(?:包括|涵盖|涉及|分布在|建成|新建|建设|打造|培育|在|为|对|与|由|将|把|推动|推进|支持|组织|实施|形成|实现|完成|加快|确定|围绕|聚焦|全省|全市|以及其他|以)"
)
_CALLS = re.compile(
    "以下|下列|如下|下述|做好|抓好|抓实|办好|重点|突出|着力|坚持|实施|推进|围绕|开展|聚焦|强化|落实|存在|面临|体现在|主要有"
)
_NAMED_ONE_BY_ONE = re.compile(
    "(?:个|大|方面)?(?:重点|试点|沿海|中心)?(?:市|县|区|省|城市|地区|领域|方面|环节|行业)(?![级场长政直辖])"
)
_OTHERS = re.compile("其[他余它]|另外|余下|以外|之外|[外的][^、]{0,2}$|除")
_SHORT_NAME = 6
_JOINS = re.compile("、|以及|和(?!平|谐|田)|及(?!其|时)")


def listed_in_front(front: str, behind: str = "") -> tuple[int, bool, int] | None:
    """Things listed in front of a count: how many, whether 等 says there are more, where the list begins.

    front: the clause up to the count, without a verb between; at least two things joined by 、; behind: the
    words behind the count, which must name places or fields where nothing sums the list up (沈阳、大连2个市).
    """
    text = _HIDDEN.sub(lambda m: "□" * len(m[0]), front)
    match = _FRONT_OPEN.search(text)
    if match is None or "、" not in match["list"]:
        return None
    etc = match["etc"] == "等"
    bare = not match["etc"]
    if bare and (not _NAMED_ONE_BY_ONE.match(behind) or _OTHERS.search(text)):
        return None
    start, body = match.start("list"), match["list"]
    head = body.index("、")
    cuts = [m.end() for m in _BOUND.finditer(body, 0, head)]
    start += cuts[-1] if cuts else 0
    parts = [part for part in _JOINS.split(text[start : match.end("list")]) if part]
    longest = _SHORT_NAME if bare else 26
    if len(parts) < 2 or any(len(part) > longest or re.search(r"\d", part) for part in parts):
        return None
    return len(parts), etc, start


def listed_behind(rest: str, front: str = "") -> tuple[int, bool, int, int] | None:
    """Things listed behind a count: how many, open, where the list begins and ends in ``rest``.

    rest: the paragraph behind the count; front: the clause in front, which must call for one (做好以下) when
    the sentence of the count ends before it.
    """
    for series in _SERIES:
        at = rest.find(series[0])
        if "。" in rest[: max(at, 0)] and not _CALLS.search(front):
            continue
        if 0 <= at <= 60 and (at == 0 or rest[at - 1] in "：，；。□ \n"):
            count, end = _numbered(rest, series, at)
            if count >= 2:
                return count, False, at, end
    match = _BEHIND.match(rest)
    if match is None or _KINDS.match(rest):
        return None
    body = match["list"]
    bracket = rest[match.start("list") - 1] == "（" or "（" in rest[match.end("thing") : match.start("list")]
    stop = re.search(
        "）" if bracket else "[。；，]", _HIDDEN.sub(lambda m: "□" * len(m[0]), body) if not bracket else body
    )
    body = body[: stop.start()] if stop else body
    text = _HIDDEN.sub(lambda m: "□" * len(m[0]), body)
    parts = [part for part in _JOINS.split(text) if part]
    if len(parts) < 2 or "、" not in text or any(len(p) > 24 or re.search(r"\d", p) for p in parts):
        return None
    return (
        len(parts),
        text.endswith("等") or "等" in parts[-1],
        match.start("list"),
        match.start("list") + len(body),
    )


def listed_below(rest: str, following: Iterable[Block], front: str = "") -> tuple[int, int, int] | None:
    """Items in the paragraphs behind a count that ends its own: how many, offsets of the first and the last.

    rest: the paragraph behind the count; front: the clause in front, which must call for a list where no ：
    does.
    """
    if not _ENDS.fullmatch(rest) or not (rest.endswith("：") or ("，" not in rest and _CALLS.search(front))):
        return None
    series: tuple[str, ...] = ()
    starts: list[int] = []
    for block in following:
        if not series:
            series = next((s for s in _BELOW if block.text.startswith(s[0])), ())
            if not series:
                return None
        if len(starts) < len(series) and block.text.startswith(series[len(starts)]):
            starts.append(block.start)
        elif any(
            block.text.startswith(s[0])
            for s in _BELOW
            if s is not series and _BELOW.index(s) < _BELOW.index(series)
        ) or (_HIGHER.match(block.text) and series is not _BELOW[0]):
            break
    return (len(starts), starts[0], starts[-1] + 1) if len(starts) >= 2 else None


def _numbered(rest: str, series: tuple[str, ...], at: int) -> tuple[int, int]:
    """How far the ordinals go on, one behind the other."""
    count = 1
    for mark in series[1:]:
        following = rest.find(mark, at + 1)
        if following < 0:
            break
        at, count = following, count + 1
    stop = rest.find("。", at)
    return count, stop if stop >= 0 else len(rest)
