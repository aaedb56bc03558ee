"""The place or class of places a figure holds for, where it is not the whole region of the plan."""

import re

_OF_EACH = re.compile(
    r"每(?:一?个|座)?(?!年|人|千|万|百|亩|日|天|月|次|一年)[^，。；]{1,16}?"
    r"(?=至少|建设|建成|建立|设立|设置|配备|布局|打造|创建|培育|新建|均|都|有|拥有|，)"
)
_PLACE = re.compile(
    r"(?:到20\d\d年，?)?(?P<place>(?!加|推|实|巩|建|完|提|支|深|强|优|全|开|打|促|确|力|保|健|创|引|培)"
    r"[一-鿿]{2,3}(?:省|(?<!城)市|自治区|自治州|县|新区)"
    r"|农村|城区|城镇|建成区|中心城区|行政村|沿海各市|县城)(?![率级场域区民居人化企公道])"
)


def scope_of(sentence: str, clause_start: int, position: int) -> tuple[int, int] | None:
    """Positions of the scope of the figure at ``position``; None when it names none."""
    for start in (clause_start, 0):
        part = sentence[start:position]
        if match := _OF_EACH.search(part):
            return start + match.start(), start + match.end()
        if match := _PLACE.match(part):
            return start + match.start("place"), start + match.end("place")
    return None
