"""What a figure is, by its unit, its verb and the end of its name."""

import re

from lantu.check.number import Number
from lantu.check.peel import Frame
from lantu.check.statement import Move, Role
from lantu.reading.lexicon import suffix

_GROWTH_NAME = re.compile(
    r"(?:增速|(?<!自然)增长率|增长速度|增幅|涨幅|降幅|涨跌幅|增长|下降率|降低率)(?:分别|平均)?$"
)
_SHARE_NAME = re.compile(
    r"(?:占比|比重|份额|占有率)$|^占|[^抢]占(?=全|[一-鿿]{2})[^，]{1,16}(?:比重|比例|的)?$"
)
_PULLS = re.compile(r"拉动|贡献率|贡献度|拉低|影响")
_FALL_NAME = ("降幅", "下降率", "降低率")
_ADDED = ("新增", "净增")
_BY_KIND = {"rank": Role.RANK, "top": Role.RANK, "part": Role.SHARE, "turn": Role.MULTIPLE}
_PLACE_VERBS = ("前移", "上升", "提升", "前进", "进", "后移", "下降", "退", "晋升", "提高")


def measure_of(number: Number, frame: Frame, phrase: str, clause: str, *, compared: str) -> Role:
    """The role of a figure, target or not.

    phrase: its indicator words; clause: the words of its clause in front; compared: ``against`` of its
    comparison.
    """
    moved = frame.move is Move.BY or frame.move is Move.ABOVE
    if (known := _BY_KIND.get("turn" if number.unit == "倍" else number.kind)) is not None:
        return known
    if number.kind == "point":
        return Role.OTHER if _PULLS.search(clause) else Role.CHANGE
    if number.kind == "percent":
        return _of_percent(frame, phrase, clause, moved=moved)
    places = number.unit in ("位", "名", "个位次", "位次") and frame.verb in _PLACE_VERBS
    added = frame.verb in ("增", "进") and suffix(phrase, _ADDED)
    if (places and frame.move is Move.BY) or (moved and not added):
        return Role.CHANGE
    return Role.CHANGE if compared == "region" and frame.move is Move.NONE else Role.ACTUAL


def _of_percent(frame: Frame, phrase: str, clause: str, *, moved: bool) -> Role:
    if _PULLS.search(clause):
        return Role.OTHER
    if moved or _GROWTH_NAME.search(phrase):
        return Role.GROWTH
    if _SHARE_NAME.search(phrase) or frame.verb == "占":
        return Role.SHARE
    return Role.ACTUAL


def sign_of(frame: Frame, phrase: str, measure: Role, against: int) -> int:
    """Which way it went: -1 a fall or below, +1 a rise or above, 0 a level."""
    if frame.sign and frame.move in (Move.BY, Move.ABOVE, Move.TO):
        return frame.sign
    if measure is Role.CHANGE and against:
        return against
    if measure is Role.GROWTH:
        return -1 if phrase.endswith(_FALL_NAME) else 1
    return 0
