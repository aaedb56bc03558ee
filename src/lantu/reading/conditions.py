"""Figures that only say which things are meant: 产值超100亿元的集群, 人口20万以上的镇, 60岁以上老年人.

Each rule looks at the words on both sides of a figure and says whether it is such a condition.
"""

import re

from lantu.reading.lexicon import cues, prefix
from lantu.reading.quantities import Quantity
from lantu.reading.verbs import verb_before

_AIM = re.compile("(?:以上|以下|以内|左右)?的(?:目标|水平|要求|规模|速度|标准|增速|幅度)")
_OF_WHICH = re.compile("(?:及?以上|以下|以内|左右)?的(?=[一-鿿“A-Z])|以上规模")
_SIZE = re.compile("(?:总规模|规模)(?:达到?|不低于|不少于|超过?|约)?$")
_FUND = re.compile("(?:以上|左右)?的[^，。；]{2,}(?:基金|资金)")
_HELD_SO_FAR = re.compile("的(?:良好)?(?:态势|势头|基础上?|基数)")
_GIVEN = re.compile("(?:给予|予以|不超过|最高|按.{0,6})$")
_SUPPORT_EACH = re.compile("(?:补贴|补助|奖励|资助)$")
_PART_OF_ALL = re.compile("占(?:全[国省市县区球]|世界)(?:的)?$")
_BESIDE = re.compile("(?:以上)?的?(?!以上|左右)[一-鿿]")
_SIZED = re.compile("以上的?(?:自然村|行政村|村|居民点|企业|单位|城市|镇|集镇|社区|小区|家庭)")
_WHICH_ONES = re.compile("(?:以上)?的(?:城市|县|镇|乡镇|村|企业|园区|地区|区域|市|区|单位|机构)")
_OVER = re.compile("(?:超过?|达到?|突破|不少于|不低于)$")
_CLASS = re.compile("以[上下](?![，。；、并且和及])[一-鿿]")
_AGED = re.compile("(?:及?以[上下内])?的?(?![并且以左的])[一-鿿]")
_REACHED = re.compile("(?:达到?|提高到?|增加到?|提升[到至]|为|延长[到至]?|至|超过?)$")
_SHARE_OF = re.compile("(?:以上|以下)?的[^，。；]{2,}(?:企业|城市|地区|县|项目|家庭|区域|产品|园区)")
_BOUND = re.compile("[^，。；：、]{2,}(?:超|超过|高于|低于|达|达到|占比|不低于)$")
_BOUND_BEHIND = re.compile("^(?:以上|左右|以下)")


def is_condition(text: str, mask: str, one: Quantity) -> bool:
    """Whether the figure is a condition, a rate of support, or a share that only describes."""
    before, after = mask[: one.start], mask[one.end : one.end + 12]
    if _HELD_SO_FAR.match(after):
        return True
    if _AIM.match(after):
        return after.startswith("的标准") and "按" in before
    unit = text[one.unit[0] : one.unit[1]]
    if one.kind == "count":
        sized = unit in ("户", "人") and _SIZED.match(after)
        return bool(sized or (_WHICH_ONES.match(after) and _OVER.search(before)))
    rule = {"measure": _of_measure, "percent": _of_share, "bare": _of_bare}.get(one.kind)
    if one.kind in ("measure", "bare", "time") and _OF_WHICH.match(after):
        return not (_SIZE.search(before) and _FUND.match(after))
    return rule is not None and rule(before, after, unit)


def _of_measure(before: str, after: str, unit: str) -> bool:
    """Money of a class or of support, ages of people, voltages."""
    if unit.endswith("元"):
        support = _supports(after) or _SUPPORT_EACH.search(before)
        return bool(support or prefix(_BOUND_BEHIND.sub("", after), cues().names.kinds_of))
    if unit == "米" and _CLASS.match(after):
        return True  # 300米以下空域
    if unit == "岁":
        return bool(_AGED.match(after)) or not _REACHED.search(before)
    return unit.endswith(("千伏", "伏安"))


def _supports(after: str) -> bool:
    """Whether support follows within the phrase (200万元安家补贴)."""
    phrase = re.split("[，。；、]", after)[0][:8]
    return any(word in phrase for word in cues().names.support)


def _of_share(before: str, after: str, unit: str) -> bool:
    """占全国3%的耕地, 按投资额的10%予以支持, 占比超50%的企业."""
    del unit
    if _PART_OF_ALL.search(before):
        return bool(_BESIDE.match(after))
    if prefix(after, cues().names.support) or (_GIVEN.search(before) and _supports(after)):
        return True
    return bool(_SHARE_OF.match(after) and _BOUND.search(before))


def _of_bare(before: str, after: str, unit: str) -> bool:
    """人口300万以下城市: a size class of places."""
    del unit
    return bool(_CLASS.match(after)) and not verb_before(before).puts_up
