"""Which plans the words around a figure admit: a title in 《》, a kind of plan, a five-year period."""

import re
from dataclasses import dataclass
from functools import cache

from lantu.check.dossier import Dossier
from lantu.check.knowledge import Goal
from lantu.check.rules.target_words import words
from lantu.check.statement import Statement
from lantu.indicators import NATION
from lantu.plan import Plan
from lantu.reading.lexicon import any_of
from lantu.reading.numerals import chinese_number
from lantu.reading.script import fold
from lantu.reading.title import title_facts
from lantu.values import Period, PlanKind

_FIRST, _FIRST_YEAR = 6, 1981
"""The sixth five-year plan began in 1981; since then they follow each other."""
_TITLE = re.compile("《([^《》]{2,60})》")
_PLAIN = re.compile(r"[^\w\u4e00-\u9fff]")
_BRACKET = re.compile("（[^（）]*）$")
_OWN = ("规划", "行动", "实施")
_BEHIND = 14
_REACH = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words ask for.

    named: whether they name a plan at all; titles: plans by their titles, None when none is given;
    kinds: kinds of plan admitted, empty for any; period: of a five-year plan; region: code of the plan's own
    region; words: that name it, as the shadow text has them.
    """

    named: bool = False
    titles: frozenset[str] | None = None
    kinds: frozenset[PlanKind] = frozenset()
    period: Period | None = None
    region: str = ""
    words: str = ""

    def admits(self, plan: Plan) -> bool:
        """Whether a plan can be the one meant."""
        if self.titles is not None:
            return plan.id in self.titles
        if self.kinds and plan.kind not in self.kinds:
            return False
        return self.period is None or (plan.period.first, plan.period.last) == (
            self.period.first,
            self.period.last,
        )


NOTHING = Asked()


def asked(dossier: Dossier, one: Statement) -> Asked | None:
    """What the words around a figure name; None when they name a plan or a goal that is not known here."""
    text = dossier.document.text
    start = one.sentence.start
    front = fold(text[start : one.span.start])
    behind = re.split("[，。；：]", fold(text[one.span.end : one.span.end + _BEHIND]))[0]
    if _handed().search(_TITLE.sub("", front)[-_REACH:] + "0" + behind):
        return None
    found = _by_title(dossier, one, front) or by_words(dossier, front, behind, one.region)
    told = any(word in behind for word in words().told)
    return _reviewed(dossier) if told and not found.named else found


def _reviewed(dossier: Dossier) -> Asked:
    """The plan a report is about by its title."""
    title = dossier.draft.title
    period = title_facts(title).period if title and any(word in title for word in words().reviews) else None
    if period is None or period.is_year:
        return NOTHING
    return Asked(True, None, frozenset({PlanKind.OUTLINE}), period, "", title)


def by_words(dossier: Dossier, front: str, behind: str, region: str) -> Asked:
    """Of the words in front of a figure (the last counts) and those right behind it."""
    found = [m for part in (front, behind) for m in _cues().finditer(part)]
    if not found:
        return NOTHING
    match = found[-1]
    whose = _whose((front if match.string is front else behind)[: match.start()], region)
    if match["plan"] or match["five"]:
        period = _five_years(match["ordinal"] or match["ordinal2"])
        if match["inside"] and match["inside"] not in words().between:
            return Asked(True, _holding(dossier, match["inside"]), frozenset(), period, whose, match[0])
        return Asked(True, None, frozenset({PlanKind.OUTLINE}), period, whose, match[0])
    if match[0][:2] in _OWN and match.string is front and front[: match.start()].endswith(words().particular):
        return Asked(True, _titled(dossier, front[: match.start() + 2]), words=match[0])
    kind = next(kind for kind, listed in _kinds() if match[0] in listed)
    return Asked(True, None, frozenset({kind}), None, whose, match[0])


def _by_title(dossier: Dossier, one: Statement, front: str) -> Asked | None:
    """By the last title; one that belongs to no known plan gives an Asked that admits nothing.

    A figure without a place of its own is then of the plan's region.
    """
    given = [m[1] for m in _TITLE.finditer(front) if _plan_like(m[1])]
    if not given:
        return None
    short = _plain(given[-1])
    if short == "纲要":
        return None
    plans = {goal.plan.id: goal.plan for goal in dossier.knowledge.goals}
    known = frozenset(id_ for id_, plan in plans.items() if _same_title(short, plan))
    regions = {plans[id_].region for id_ in known}
    region = regions.pop() if len(regions) == 1 and not one.region_words else ""
    return Asked(True, known, region=region, words=f"《{given[-1]}》")


def _titled(dossier: Dossier, front: str) -> frozenset[str]:
    """Plans whose titles, without the place and what stands in brackets, end the text: …发展规划."""
    said = _plain(front)
    return frozenset(
        g.plan.id for g in dossier.knowledge.goals if said.endswith(_plain(_BRACKET.sub("", g.plan.title)))
    )


def _holding(dossier: Dossier, inside: str) -> frozenset[str]:
    """Plans whose titles hold what stands between “十四五” and 规划."""
    return frozenset(g.plan.id for g in dossier.knowledge.goals if inside in _plain(g.plan.title))


def _plan_like(title: str) -> bool:
    return _BRACKET.sub("", fold(title)).endswith(words().titles)


def _same_title(short: str, plan: Plan) -> bool:
    """辽宁全面振兴新突破三年行动方案 is the plan whose title goes on with its years."""
    full = _plain(plan.title)
    if short == full or full.startswith(short) or short.startswith(full):
        return True
    if plan.kind is PlanKind.OUTLINE and short.endswith("纲要") and "国民经济" in short:
        return short.split("五年规划", maxsplit=1)[0] in full and "五年规划" in short
    return len(short) >= 8 and full.endswith(short)


def _plain(title: str) -> str:
    return _PLAIN.sub("", fold(title)).replace("_", "")


@cache
def _kinds() -> tuple[tuple[PlanKind, tuple[str, ...]], ...]:
    pack = words()
    return (
        (PlanKind.ANNUAL, pack.annual),
        (PlanKind.OUTLINE, pack.outline),
        (PlanKind.ACTION, pack.action),
    )


@cache
def _cues() -> re.Pattern[str]:
    every = tuple(word for _, listed in _kinds() for word in listed)
    return re.compile(
        r"(?P<plan>“?(?P<ordinal>(?:二?十[一二三四五六七八九]?))五”?(?P<inside>(?:(?!时期|期间)[^，。；：、\d“”]){0,12}?|时期(?:发展)?)(?:规划|纲要)(?!期|编制|体系))"
        r"|(?P<five>“?(?P<ordinal2>(?:二?十[一二三四五六七八九]?))五”?目标)"
        f"|(?:{any_of(every)})"
    )


@cache
def _handed() -> re.Pattern[str]:
    pack = words()
    return re.compile(rf"{any_of(pack.other)}|(?:{any_of(pack.handed)})[^，。；]{{0,16}}(?:目标|任务|指标)")


def _five_years(ordinal: str) -> Period | None:
    number = chinese_number(ordinal)
    if number is None or number < _FIRST:
        return None
    first = _FIRST_YEAR + 5 * (number - _FIRST)
    return Period.parse(f"{first}/{first + 4}")


def _whose(front: str, region: str) -> str:
    pack = words()
    if front.endswith(pack.nation):
        return NATION
    if front.endswith(pack.province) and region not in ("", NATION):
        return region[:2] + "0000"
    return ""


def of_region(goal: Goal) -> str:
    """The region a target holds for."""
    return goal.target.region or goal.plan.region
