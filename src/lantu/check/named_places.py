"""Places inside the name of a figure: 居民收入上海…, 总量居前三位的省份是甲、乙、丙."""

import re
from itertools import pairwise

from lantu.check.regions_of import Home, Named, region_at
from lantu.reading.words import NONE, Words
from lantu.reading.work.places import places

_SUPERLATIVE = re.compile(
    "(?:居|位居|列|排名?|最[高低快慢多少大小]|前[一-鿿]{1,3}[位名])[^，。；]*$|(?:分别)?(?:是|为|有|：)$"
)
_BETWEEN = re.compile("、|和|与|及")


def trailing_region(name: Words, home: Home) -> tuple[Named | None, str, Words]:
    """The region a name ends with (居民收入上海), its words, and the name without it.

    A name that is nothing but several places (甲、乙、丙均为) is of all of them: a region without a code.
    """
    found = places(name.text)
    if not found or found[-1].end < len(name) - 1:
        return None, "", name
    parts = [part for part in _BETWEEN.split(name.text) if part]
    alone = [region_at(part, home) for part in parts]
    whole = [one is not None and one.size >= len(p) for one, p in zip(alone, parts, strict=True)]
    if len(parts) > 1 and all(whole):
        return Named(len(name), ""), name.text, NONE
    last = found[-1]
    if last.group or len(last.codes) != 1 or last.start < 2 or name.text[last.end :] not in ("", "市", "省"):
        return None, "", name
    if name.text[last.start - 1] in "、和与及在对到":
        return None, "", name
    return (
        Named(len(name) - last.start, last.codes[0]),
        name.text[last.start :],
        _plain(name.cut(0, last.start)),
    )


def ranked_regions(name: Words, count: int) -> tuple[Words, ...] | None:
    """总量居前三位的省份是甲、乙、丙，分别为…: each place in front of the name; None for other names."""
    found = places(name.text)
    if len(found) != count or found[0].start < 2:
        return None
    gaps = [name.text[a.end : b.start] for a, b in pairwise(found)]
    if not all(_BETWEEN.fullmatch(gap.strip("市省")) for gap in gaps) or len(name) - found[-1].end > 1:
        return None
    measured = _plain(name.cut(0, found[0].start))
    return tuple(name.cut(one.start, one.end) + measured for one in found) if measured else None


def _plain(name: Words) -> Words:
    """Without the words that only say how the places are ordered."""
    while match := _SUPERLATIVE.search(name.text):
        if match.start() < 2:
            break
        name = name.cut(0, match.start())
    return name.stripped("的，、：")
