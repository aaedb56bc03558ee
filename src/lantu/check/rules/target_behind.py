"""A target told behind what was reached: 新增就业1256万人，超额完成1200万人以上的预期目标."""

import re
from dataclasses import replace
from functools import cache

from lantu.check.amount import unit_of
from lantu.check.dossier import Dossier
from lantu.check.rules.target_words import words
from lantu.check.statement import Statement
from lantu.indicators import best
from lantu.reading.lexicon import any_of
from lantu.reading.script import fold

_BEHIND = 16
_ALIKE = 0.5
"""A phrase with a candidate above this names something, if not for certain."""


def subject_of(dossier: Dossier, one: Statement) -> tuple[Statement, str]:
    """The figure as it is to be held against plans, with the code of what it is of ("" for unknown).

    A target that has no name of its own takes that of what was reached, told in front of it; words of its
    nature (约束性指标…), and whose plan it is (国家“十四五”规划…), are no part of a name.
    """
    if code := dossier.code(one):
        return one, code
    bare = _nature().sub("", fold(one.phrase))
    if bare and bare != fold(one.phrase):
        return one, best(bare, dossier.knowledge.registry, one.unit, role=one.measure.value)
    level = reached(dossier, one) if is_told(dossier, one) else None
    if level is None:
        return one, ""
    period = one.period if one.period_words else level.period
    return replace(one, measure=level.measure, basis=level.basis, period=period), dossier.code(level)


def is_told(dossier: Dossier, one: Statement) -> bool:
    """Whether 的目标, 的任务 or the like stands right behind the figure."""
    rest = fold(dossier.document.text[one.span.end : one.span.end + _BEHIND])
    behind = re.split("[，。；：]", rest)[0]
    return any(word in behind for word in words().told)


def reached(dossier: Dossier, one: Statement) -> Statement | None:
    """The figure in front of it in the sentence, of the same unit, when nothing else is named between."""
    if one.id == 0:
        return None
    before = dossier.draft.statements[one.id - 1]
    if before.sentence.start != one.sentence.start or before.promised or before.region != one.region:
        return None
    if one.key != before.key and any(match.score > _ALIKE for match in one.candidates):
        return None
    between = fold(dossier.document.text[before.span.end : one.span.start])
    alike = unit_of(before).converts_to(unit_of(one))
    return before if alike and _over().search(between) and dossier.code(before) else None


def goes_past(dossier: Dossier, one: Statement) -> bool:
    """Whether it is what was reached, behind a target told of the same thing: 高于…的预期目标，首次突破….

    Such a figure has no name of its own, and nothing says that it is a target.
    """
    if one.id == 0 or one.own or is_told(dossier, one):
        return False
    before = dossier.draft.statements[one.id - 1]
    same = before.sentence.start == one.sentence.start and before.key == one.key
    between = fold(dossier.document.text[before.span.end : one.span.start])
    told, _, clause = between.rpartition("，")
    return same and _names_goal(told) and not _names_goal(clause)


def _names_goal(text: str) -> bool:
    return any(word in text for word in words().told)


@cache
def _over() -> re.Pattern[str]:
    """Nothing but a verb of reaching stands in front of the figure."""
    return re.compile(
        rf"[，（](?:[已也并均都仍]|全面|圆满|顺利|比|但)*(?:{any_of(words().over)})了?"
        r"(?:\d{4}年|到|五年|累计|降低|下降|增长|提高|达到|[全年初度预期定的规划])*$"
    )


@cache
def _nature() -> re.Pattern[str]:
    pack = words()
    whose = any_of((*pack.nation, *pack.province))
    return re.compile(
        rf"^(?:(?:{any_of((*pack.binding, *pack.expected))})(?:指标|目标)(?:方面|中|的)?|{whose})"
    )
