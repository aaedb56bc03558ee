"""Rows of the two tables of targets become targets of their plans."""

import re
from dataclasses import replace
from decimal import Decimal

import wording
from ledger import Ledger
from plans import joined, plan_of, target_period
from rows import Row

from lantu.indicators import Indicator, IndicatorKind, region_named, shipped_registry
from lantu.plan import Plan, Reference, Target
from lantu.values import Binding, Comparator, Direction, Mode, PlanKind, Tier, Unit

# rows that hold no target of a plan, by plan name or by words of the row
_LEFT_OUT = {
    "辽宁十四五规划纲要": "same target in the outline's own text",
    "辽宁十四五规划纲要(科技规划解读给出的2020基数)": "baseline only, kept as a figure",
    "大连十三五规划纲要(基数)": "baseline only, kept as a figure",
    "国网辽宁展望(非规划指标)": "outlook of a company, not a plan",
}
_NO_FIGURE = {"十四五规划期内统筹考核,留有适当弹性": "says that the year has no target"}
_RELATIVE: dict[str, Reference | None] = {
    "与经济增长基本同步": Reference("in_step", "gdp.growth"),
    "和经济增长同步": Reference("in_step", "gdp.growth"),
    "赶上全国": Reference("in_step", "", "000000", Decimal(0)),
    "超过全国": Reference("above", "", "000000"),
    "高于全省平均": Reference("above", "", "210000"),
    # these name no measure at hand
    "完成国家下达任务": None,
    "继续下降": None,
    "稳步增长": None,
}
_QUALIFIERS = ("以上", "左右", "以内", "不低于", "不超过", "高于", "超过")
_IN_STEP = ("基本同步", "同步")
# what the yearly statements judge these goals on
_BASES = {"income.growth": ("扣除价格因素",), "unemployment": ("全年平均",)}
_PLACE_WORDS = {
    "沈阳市": "210100",
    "大连市": "210200",
    "辽西先导区": "Z210003",
    "沈阳都市圈": "Z210002",
}
_SAID = re.compile(
    "^[^媒由]*[0-9.]+.*(?:以上|左右|以内|[0-9]%)$|^同上$|努力争取|同文|^约[0-9.]+$|^(?:about|under|more) "
)
_YEAR_TAIL = re.compile(r"\(\d{4}\)$")


class Promises:
    """Plans by id and their targets, gathered row by row."""

    def __init__(self, ledger: Ledger) -> None:
        self.plans: dict[str, Plan] = {}
        self.targets: dict[str, list[Target]] = {}
        self._ledger = ledger

    def add(self, row: Row) -> None:
        reason = _LEFT_OUT.get(row["plan"]) or _NO_FIGURE.get(row["value"] or row["target_value"])
        if reason:
            self._ledger.put(row, "left out", reason)
            return
        plan = plan_of(row)
        self.plans[plan.id] = joined(self.plans[plan.id], plan) if plan.id in self.plans else plan
        target = _target(row, plan)
        kept = self.targets.setdefault(plan.id, [])
        same = next((n for n, other in enumerate(kept) if _same(other, target)), None)
        if same is None:
            kept.append(target)
            self._ledger.put(row, "target")
        else:
            kept[same] = _stricter(kept[same], target)
            self._ledger.put(row, "merged", "same target in the other table")

    def numbered(self, plan: str) -> list[Target]:
        """The plan's targets with their permanent ids."""
        return [replace(t, id=f"{plan}.{n:04}") for n, t in enumerate(self.targets.get(plan, ()), 1)]


def _same(one: Target, other: Target) -> bool:
    keys = [(t.indicator_code, t.region, t.due_year, t.reference) for t in (one, other)]
    if keys[0] != keys[1] or (one.value is None) != (other.value is None):
        return False
    if one.value is None or other.value is None:
        return True
    return Unit.parse(one.unit).convert(one.value, Unit.parse(other.unit)) == other.value


def _stricter(one: Target, other: Target) -> Target:
    """The wording that says more: a strict < or > as the source has it, else 左右 over a bare figure."""
    if other.comparator in {Comparator.ABOVE, Comparator.BELOW} or one.comparator is Comparator.EQUAL:
        return replace(other, binding=_known(other.binding, one.binding))
    return replace(one, binding=_known(one.binding, other.binding))


def _known(first: Binding, other: Binding) -> Binding:
    return first if first is not Binding.UNKNOWN else other


def _target(row: Row, plan: Plan) -> Target:
    phrase, region = _phrase(row, plan)
    period = target_period(row)
    comparator, low, high, words = _figure(row)
    unit = row["unit"]
    indicator = _indicator(row, phrase, unit)
    mode = _mode(row, plan, indicator)
    return Target(
        id="",
        quote=words or f"{row['value'] or row['target_value'].lstrip('<>=~')}{unit}",
        indicator=phrase,
        comparator=comparator,
        value=low,
        unit=unit,
        mode=mode,
        direction=_direction(indicator, mode, comparator),
        value_max=high,
        qualifier=next((w for w in _IN_STEP if w in words), "") or _qualifier(row, comparator),
        deadline=period.year,
        base=_base(row, mode, period.year),
        binding=Binding(row["binding"]) if row["binding"] else Binding.UNKNOWN,
        tier=Tier.MAIN if plan.kind is PlanKind.ANNUAL else _tier(mode),
        indicator_code=indicator.code,
        reference=_RELATIVE[words] if words else None,
        basis=_BASES.get(indicator.code, ()) if words or indicator.code == "unemployment" else (),
        region=region,
        note=_note(row),
        plan=plan.id,
    )


def _phrase(row: Row, plan: Plan) -> tuple[str, str]:
    """The phrase without the place it starts with, and the region it holds for."""
    phrase = _YEAR_TAIL.sub("", row["indicator_zh"])
    for place, code in _PLACE_WORDS.items():
        if phrase.startswith(place):
            return phrase[len(place) :], code
    named = region_named(row["region"]) if row["region"] else None
    return phrase, named.code if named else plan.region


def _indicator(row: Row, phrase: str, unit: str) -> Indicator:
    registry = shipped_registry()
    # the tables leave out 降低 (单位地区生产总值能耗) or put the period first (三年累计新设…)
    words = (phrase, f"{phrase}降低", phrase.removeprefix("三年累计"))
    found = registry.get(next((code for w in words if (code := registry.match(w, unit))), ""))
    if found is None:
        raise ValueError(f"{row.place}: no indicator {phrase} {unit}")
    return found


def _figure(row: Row) -> tuple[Comparator, Decimal | None, Decimal | None, str]:
    """Comparator, value, upper end, and the words of a goal without a number."""
    if row.file == "annual_targets":
        sign, text = row["comparator"], row["value"]
    else:
        match = re.match(r"(>=|<=|>|<|~)?(.*)", row["target_value"])
        assert match is not None
        sign, text = match[1] or "=", match[2]
        sign = "direction" if row["mode"] == "direction" else sign
    if sign == "direction":
        return Comparator.EQUAL, None, None, text
    if sign == "range":
        low, high = text.split("-")
        return Comparator.RANGE, Decimal(low), Decimal(high), ""
    return Comparator(sign), Decimal(text), None, ""


def _mode(row: Row, plan: Plan, indicator: Indicator) -> Mode:
    if indicator.reduction:
        return Mode.CHANGE
    if indicator.kind is IndicatorKind.GROWTH:
        return Mode.GROWTH_PER_YEAR
    if row["mode"] == "cumulative":
        return Mode.CUMULATIVE
    yearly = plan.kind is PlanKind.ANNUAL and indicator.kind is IndicatorKind.FLOW
    return Mode.FLOW_PER_YEAR if yearly else Mode.LEVEL


def _note(row: Row) -> str:
    """What the note adds; the figure with its qualifier said again, and asides, are left out."""
    parts = [part.strip() for part in re.split("[,;，；]", wording.settled(row["note"]))]
    return "；".join(part for part in parts if part and not _SAID.search(part))


def _direction(indicator: Indicator, mode: Mode, comparator: Comparator) -> Direction:
    """A fall is down; 左右 on a limit (5.5%左右, 3%左右) is a ceiling with a tolerance."""
    ceiling = indicator.direction is Direction.KEEP and comparator is Comparator.ABOUT
    return Direction.DOWN if mode is Mode.CHANGE or ceiling else indicator.direction


def _tier(mode: Mode) -> Tier:
    return Tier.WORKLOAD if mode in {Mode.CUMULATIVE, Mode.COUNT_BUILT, Mode.FLOW_PER_YEAR} else Tier.FIELD


def _base(row: Row, mode: Mode, year: int) -> str:
    if mode is not Mode.CHANGE:
        return ""
    return row["baseline_period"] or str(year - 1)


def _qualifier(row: Row, comparator: Comparator) -> str:
    if comparator is Comparator.ABOUT:
        return "左右"
    return next((word for word in _QUALIFIERS if word in row["note"]), "")
