"""Mode and direction of a figure, by its verb and its bound (guideline rules 6 and 9)."""

import re

from lantu.reading.lexicon import verbs
from lantu.reading.quantities import Quantity
from lantu.reading.verbs import Verb, without_qualifiers
from lantu.values import Comparator, Direction, Mode

WORD_NUMBERS = ("cover", "zero", "removed", "all")
_SUMMED = re.compile("累计(?:达到?|实现|超过?|突破)?$|新增(?!装机|规模)")
_PER_YEAR = re.compile(r"年均[^，。；]{0,4}$")
_GROWTH = re.compile(
    r"(?:年均|每年)(?:名义|实际)?(?:增长率?|增速|增幅|提高|递增|下降)(?:率|幅度)?[^，。；]{0,6}$"
    r"|(?:增速|增长率|增长速度)[^，。；]{0,6}$"
)
_RATIO = re.compile("每(?:[一十百千万]+|1000|100)(?:名|位|户)?[^，。；]{0,8}(?:拥有|配备|有|达到?|数|人口?)")
_BASED = re.compile("较|(?<!占)比(?![重例率])")
_ADDED = ("增加", "净增", "再增", "增")
_CEILING = re.compile("失业率|赤字率|负债率|债务率|不良率|不良贷款率|价格|涨幅|通胀")
_PRICE = re.compile("(?:价格|物价)(?:总水平|指数)?涨幅[^，。；]{0,6}$")
_IN_HAND = re.compile("保有[率量]|红线")
_HELD = re.compile("(?:稳定|保持|维持|控制)(?:在)?$")
_HELD_FIRST = re.compile("保持|稳定|维持|严守|坚守|守住|守牢")
_FALLING_NAME = re.compile(r"(?:(?:下降|降低|减少|压减)(?:率|幅度?)|降幅)[^，。；]{0,4}$")
_CEILING_WORDS = ("不超过", "不高于", "不多于", "不大于")
_MUST_FALL = ("低于", "小于", "少于", "<", "≤", "以下")


def mode(one: Quantity, verb: Verb, left: str, unit: str, *, yearly: bool) -> Mode:
    """What kind of number it is.

    left: the words of the clause in front; unit: its unit in Simplified script; yearly: whether
    每年 holds for it.
    """
    if one.kind in WORD_NUMBERS or _PRICE.search(left):
        return Mode.LEVEL
    if one.kind == "double":
        return Mode.CHANGE
    based = one.kind == "count" and _BASED.search(left)
    if verb.kind in ("change_up", "change_down") and (one.kind != "count" or based):
        return _changed(one, verb, left, yearly=yearly)
    if unit == "倍":
        return Mode.LEVEL
    if one.kind in ("percent", "time"):
        return Mode.GROWTH_PER_YEAR if _GROWTH.search(left) else Mode.LEVEL
    return _amount(one, verb, left, unit, yearly=yearly)


def _amount(one: Quantity, verb: Verb, left: str, unit: str, *, yearly: bool) -> Mode:
    """A count or measure: put up, summed up, added each year, or a level."""
    if _RATIO.search(left):
        return Mode.LEVEL
    stands = verb.kind in ("level", "")
    if (stands or verb.kind == "level_keep") and _SUMMED.search(left):
        return Mode.FLOW_PER_YEAR if yearly else Mode.CUMULATIVE
    fund = verb.kind == "build" and unit.endswith("元")  # 设立50亿元基金
    if fund or verb.kind in ("level_keep", "level_down") or (stands and not (yearly and one.kind == "count")):
        return Mode.LEVEL
    if yearly:
        return Mode.FLOW_PER_YEAR
    jobs = left.endswith("岗位")  # 开发公益性岗位
    if verb.kind == "build" and not jobs and unit not in (*verbs().people, *verbs().events):
        return Mode.COUNT_BUILT
    return Mode.CHANGE if verb.kind == "change_down" else Mode.CUMULATIVE


def _changed(one: Quantity, verb: Verb, left: str, *, yearly: bool) -> Mode:
    """A rise or fall: per year when it says so, an addition when an amount grows, else a change."""
    if (yearly and not _BASED.search(left)) or _PER_YEAR.search(left[: left.rfind(verb.word)]):
        return Mode.GROWTH_PER_YEAR if one.kind == "percent" else Mode.FLOW_PER_YEAR
    added = one.kind == "measure" and verb.word in _ADDED and not _BASED.search(left)
    return Mode.CUMULATIVE if added else Mode.CHANGE


def direction(one: Quantity, verb: Verb, left: str, meaning: Comparator, qualifier: str) -> Direction:
    """Which way is better, by the verb and the bound: a ceiling is kept unless it must fall."""
    held = verb.kind == "level_keep" or _HELD.search(without_qualifiers(left)) or _HELD_FIRST.match(left)
    at_most = meaning is Comparator.AT_MOST
    if (at_most and _CEILING.search(left)) or _PRICE.search(left):
        return Direction.KEEP
    if _falls(one, verb, left, qualifier, at_most=at_most):
        return Direction.DOWN
    if at_most and not held:
        return Direction.DOWN if qualifier in _MUST_FALL else Direction.KEEP
    kept = meaning is Comparator.AT_LEAST and _IN_HAND.search(left)
    return Direction.KEEP if held or kept else Direction.UP


def _falls(one: Quantity, verb: Verb, left: str, qualifier: str, *, at_most: bool) -> bool:
    if one.kind in ("zero", "removed") or (one.kind == "all" and (one.falls or one.value == 0)):
        return True
    if (
        verb.kind in ("level_down", "change_down")
        or verb.word in verbs().change_down
        or _FALLING_NAME.search(left)
    ):
        return True
    return one.kind == "time" and at_most and qualifier not in _CEILING_WORDS
