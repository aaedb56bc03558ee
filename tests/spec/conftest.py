"""A bench to judge made-up targets on made-up figures."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lantu.indicators import Indicator, IndicatorKind, Observation, Registry
from lantu.monitoring import Evidence, Verdict, judge, shipped_scheme
from lantu.plan import Baseline, Plan, Target
from lantu.values import Comparator, Direction, Mode, Period, PlanKind, Rank, Source, Vintage

PROVINCE = "210000"
UP, DOWN, KEEP = Direction.UP, Direction.DOWN, Direction.KEEP
KINDS = IndicatorKind

REGISTRY = Registry(
    [
        Indicator(
            "share", "占比", "share", "%", KINDS.RATIO, UP, exclusive=(("旧", "新"),), custodian="统计局"
        ),
        Indicator("level", "产值", "output", "亿元", KINDS.FLOW, UP, custodian="统计局"),
        Indicator("stock", "基站", "stations", "万个", KINDS.STOCK, UP, custodian="通信管理局"),
        Indicator("dust", "浓度", "concentration", "微克/立方米", KINDS.RATIO, DOWN, custodian="生态环境厅"),
        Indicator("life", "寿命", "life", "岁", KINDS.STOCK, UP, custodian="卫生健康委"),
        Indicator("jobless", "失业率", "unemployment", "%", KINDS.RATIO, KEEP, custodian="统计局"),
        Indicator("jobs", "新增就业", "new jobs", "万人", KINDS.FLOW, UP, custodian="人社厅"),
        Indicator(
            "growth", "增速", "growth", "%", KINDS.GROWTH, UP, exclusive=(("旧", "新"),), custodian="统计局"
        ),
        Indicator("income", "收入增速", "income growth", "%", KINDS.GROWTH, UP, custodian="统计局"),
        Indicator(
            "saving", "能耗降低", "fall", "%", KINDS.GROWTH, UP, exclusive=(("旧", "新"),), reduction=True
        ),
    ]
)
PLAN = Plan(
    "made-up", "某省规划", PlanKind.OUTLINE, Rank.PROVINCIAL, PROVINCE, Period.parse("2021/2025"),
)  # fmt: skip
MODES = {"growth": Mode.GROWTH_PER_YEAR, "income": Mode.GROWTH_PER_YEAR, "saving": Mode.CHANGE}


def number(text: str | int | Decimal) -> Decimal:
    return Decimal(str(text))


@dataclass
class Bench:
    """``target`` and ``figure`` make records, ``judge`` judges; numbers are given as text."""

    plan: Plan = PLAN
    registry: Registry = REGISTRY
    figures: list[Observation] = field(default_factory=list)
    annual: list[Target] = field(default_factory=list)

    def target(self, code: str, value: str | None, comparator: str = ">=", **more: Any) -> Target:
        known = self.registry.get(code)
        assert known is not None
        base = more.pop("base_value", None)
        basis = more.pop("base_basis", ())
        base_year = more.pop("base_year", 2020)
        fields: dict[str, Any] = {
            "id": "made-up.0001",
            "quote": value or "",
            "indicator": known.name,
            "comparator": Comparator(comparator),
            "value": None if value is None else number(value),
            "unit": known.unit,
            "mode": MODES.get(code, Mode.LEVEL),
            "direction": known.direction,
            "deadline": self.plan.period.last.year,
            "indicator_code": code,
            "plan": self.plan.id,
            "region": PROVINCE,
            "baseline": None
            if base is None
            else Baseline(Period.of_year(base_year), number(base), tuple(basis)),
        }
        return Target(**{**fields, **more})

    def figure(self, code: str, period: str | int, value: str, **more: Any) -> Observation:
        known = self.registry.get(code)
        assert known is not None
        when = Period.parse(str(period))
        bound = Comparator.EQUAL
        for sign in (">=", "<=", "~"):
            if value.startswith(sign):
                bound, value = Comparator(sign), value.removeprefix(sign)
        fields: dict[str, Any] = {
            "indicator": code,
            "region": PROVINCE,
            "period": when,
            "value": number(value),
            "unit": known.unit,
            "vintage": Vintage.PRELIMINARY,
            "source": Source("统计公报"),
            "bound": bound,
            "published_on": date(when.last.year + 1, 2, 28),
        }
        return Observation(**{**fields, **more})

    def series(self, code: str, values: dict[int, str], **more: Any) -> list[Observation]:
        return [self.figure(code, year, value, **more) for year, value in values.items()]

    def yearly_target(self, code: str, year: int, value: str, comparator: str = ">=", **more: Any) -> Target:
        return self.target(
            code, value, comparator, id=f"annual-{year}.{code}", plan=f"annual-{year}", deadline=year, **more
        )

    def annual_plan(self, year: int) -> Plan:
        return replace(self.plan, id=f"annual-{year}", kind=PlanKind.ANNUAL, period=Period.of_year(year))

    def judge(
        self,
        target: Target,
        figures: list[Observation],
        as_of: str = "2026-03-31",
        annual: tuple[Target, ...] = (),
        plan: Plan | None = None,
    ) -> Verdict:
        evidence = Evidence(tuple(figures), annual, self.registry)
        return judge(target, plan or self.plan, evidence, date.fromisoformat(as_of), shipped_scheme())


@pytest.fixture
def bench() -> Bench:
    return Bench()
