"""Among whom a place in a ranking is held: 全国第3位, 在全省居第2位."""

import re

from lantu.check.regions_of import Home, region_at
from lantu.indicators import NATION

_AMONG = re.compile(
    "(?:[一-鿿]{0,8}(?:城市|省份|地区|省区市|市|县|城市中|各市|省份中|百强县))?(?:的)?(?P<verb>排名|位次|位居|位列|居|排|列)?"
)


def ranked(plain: str, start: int, end: int, home: Home) -> tuple[int, str]:
    """Where the words in front of 全国第3位 end, and the region whose parts are ranked ("" for others)."""
    for at in range(max(start, end - 14), end):
        named = region_at(plain[at:end], home)
        if named is None:
            continue
        rest = _AMONG.fullmatch(plain, at + named.size, end)
        wider = (
            plain.startswith(("在", "全"), max(start, at - 1))
            or plain[at] == "全"
            or named.code in ("", NATION)
        )
        if rest is not None and (wider or not rest["verb"]):
            return at, named.code
    return end, ""
