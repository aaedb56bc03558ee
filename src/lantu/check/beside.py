"""What the sentence says beside a figure: basis, how settled, whose goal, what it is a share of."""

import re

from lantu.check.marks import Against, Marked
from lantu.check.sentence import Piece
from lantu.check.statement import Role
from lantu.check.words import words
from lantu.check.written import Sense
from lantu.values import Comparator, Vintage

_ASIDE = ("按", "扣除", "剔除", "还原", "全口径", "同口径", "可比")
_OF_GOAL = re.compile(r"(?:以上|以下|左右|以内)?的(?:[^，。；\d]{0,8})(?:目标|要求|计划|任务)(?!相比)")
_SAYS = re.compile("提出|要求|明确|确定|设定|包括|：")
_PROPOSED = re.compile("》中?(?:提出|要求|明确|确定)")
_TURNS = re.compile(r"[，；]实际|[，；：]已|完成了|[，；]20\d\d年(?:实际|已|为|达)|目前")
_VERB_IN_BRACKET = 5
_GOAL_OPENED = re.compile("(?:目标|计划|目标任务)（$")
_SHARE_OF = re.compile(r"占(?P<whole>[^，。；\d□]{2,20}?)(?:的)?(?:比重|比例|份额)?(?:的)?$")
_VERBS = re.compile(r"(?:达到?|为|约|超过?|提高到|上升到|降至|稳定在|保持在|近)+$")


def basis_of(mark: Marked, piece: Piece, measure: Role) -> tuple[str, ...]:
    """Price and scope words in front; 累计 and its kin count only in the figure's own clause."""
    left, end = piece.run
    found = [
        b.word
        for b in mark.basis
        if left <= b.start < end and (b.start >= piece.clause or b.word.startswith(_ASIDE))
    ]
    if measure is Role.GROWTH and not found:
        first = [b for b in mark.basis if b.end < left and b.word.startswith(_ASIDE)]
        found = [first[-1].word] if first and mark.text[first[-1].end : first[-1].end + 1] == "，" else []
    return tuple(dict.fromkeys(found))


def vintage_of(mark: Marked, position: int) -> tuple[Vintage, str]:
    """How settled the figure is by the last such word in front of it."""
    said = [(word, vintage) for word, vintage in mark.vintage if word.end <= position + 1]
    return (said[-1][1], said[-1][0].word) if said else (Vintage.UNKNOWN, "")


def share_of(clause: str) -> str:
    """What a share is of: 地区生产总值 of 占地区生产总值的比重为; "" when the clause does not say."""
    match = _SHARE_OF.search(_VERBS.sub("", clause))
    return match["whole"] if match else ""


def is_of_other(piece: Piece, against: Against) -> bool:
    """快于全省0.6%的水平, 比全国（67.9%）高: the figure is the other region's own."""
    at = piece.number
    if piece.bracket and 0 < at.start - against.end <= _VERB_IN_BRACKET:
        return against.compared.against == "region"
    adjoins = against.end == at.start and bool(against.sign)
    return against.compared.against == "region" and at.kind == "percent" and adjoins


def is_asked(mark: Marked, piece: Piece) -> bool:
    """Whether a plan's own figure is quoted: 目标为…, …的目标, or behind 《纲要》提出."""
    position = piece.number.start
    if _OF_GOAL.match(mark.text, piece.number.end) or _GOAL_OPENED.search(mark.text, 0, position):
        return True
    return any(
        piece.clause <= aim.start < position
        or (aim.end <= piece.clause and _goes_on(mark, aim.word, aim.end, position))
        for aim in mark.aims
    )


def _goes_on(mark: Marked, word: str, end: int, position: int) -> bool:
    """Whether what a plan says from ``end`` on still goes on: no other time and no turn between."""
    if not _SAYS.search(word) or _TURNS.search(mark.text, end, position):
        return False
    if _PROPOSED.search(word):
        return True
    return not any(end <= t.start < position and not t.due and not t.base and t.period for t in mark.times)


def take_plainly(mark: Marked, piece: Piece) -> None:
    """超过12件的目标, 高于规划目标65%: the goal itself is exact."""
    adjoins = any(aim.end == piece.number.start for aim in mark.aims)
    if not adjoins and not _OF_GOAL.match(mark.text, piece.number.end):
        return
    pack = words()
    if piece.qualifier in (*pack.sense.over_before, *pack.sense.under_before, *pack.bounds.above):
        piece.sense, piece.qualifier = Sense.EXACT, ""
        piece.frame.comparator = Comparator.EQUAL
