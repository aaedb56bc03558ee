"""A made-up plan of a made-up text: all tiers, natures and kinds of figure, small enough to count by hand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from lantu.documents import Document
from lantu.indicators import Observation
from lantu.plan import Baseline, BlankRow, Plan, Section, SectionKind, Target
from lantu.store import Store
from lantu.values import (
    Binding,
    Comparator,
    Direction,
    Mode,
    Period,
    PlanKind,
    Rank,
    Source,
    Span,
    Tier,
    Vintage,
)

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
PLAN = "sample-14fyp"
TEXT = "第一章 总体目标\n到2025年，常住人口城镇化率达到70%。\n第二章 民生<b>\n新建公园100个，城镇新增就业累计200万人以上。\n"
DOCUMENT = Document.of_text("sample.txt", TEXT)
EVIL = '<script>alert("x")</script>&<b>'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(DOCUMENT.sha256, start, start + len(words))


@dataclass(frozen=True)
class Sample:
    plans: tuple[Plan, ...]
    sections: tuple[Section, ...]
    targets: tuple[Target, ...]
    observations: tuple[Observation, ...]
    blanks: tuple[BlankRow, ...]


def observed(code: str, year: str, value: str, unit: str, published: date, **more: object) -> Observation:
    fields: dict[str, object] = {
        "region": "210000",
        "vintage": Vintage.PRELIMINARY,
        "source": Source(f"{year} 年公报", "统计局"),
        "published_on": published,
    }
    return Observation(code, period=Period.parse(year), value=Decimal(value), unit=unit, **(fields | more))  # type: ignore[arg-type]


def plan(plan_id: str = PLAN, **more: object) -> Plan:
    fields: dict[str, object] = {
        "title": "某省第十四个五年规划",
        "title_en": "A province's 14th plan",
        "kind": PlanKind.OUTLINE,
        "rank": Rank.PROVINCIAL,
        "region": "210000",
        "period": Period.parse("2021/2025"),
        "document": DOCUMENT.sha256,
    }
    return Plan(plan_id, **(fields | more))  # type: ignore[arg-type]


def target(number: int, indicator: str, value: str, unit: str, mode: Mode, **more: object) -> Target:
    fields: dict[str, object] = {
        "quote": f"{value}{unit}",
        "comparator": Comparator.EQUAL,
        "direction": Direction.UP,
        "deadline": 2025,
        "plan": PLAN,
        "region": "210000",
        "section": "chp_1",
    }
    merged = fields | more
    return Target(  # type: ignore[arg-type]
        f"{merged['plan']}.{number:04d}",
        indicator=indicator,
        value=Decimal(value),
        unit=unit,
        mode=mode,
        **merged,
    )


def sample() -> Sample:
    annual = plan(
        "sample-annual-2025",
        title="某省2025年计划",
        title_en="",
        kind=PlanKind.ANNUAL,
        period=Period.parse("2025"),
        document="",
    )
    sections = (
        Section("chp_1", SectionKind.CHAPTER, 1, "第一章", "总体目标"),
        Section("chp_2", SectionKind.CHAPTER, 2, "第二章", "民生<b>"),
    )
    targets = (
        target(
            1,
            "常住人口城镇化率",
            "70",
            "%",
            Mode.LEVEL,
            tier=Tier.MAIN,
            binding=Binding.EXPECTED,
            indicator_code="urbanization",
            span=span("70%"),
            baseline=Baseline(Period.parse("2020"), Decimal("65.0"), ("七普",)),
            basis=("七普",),
        ),
        target(
            2, EVIL, "100", "个", Mode.COUNT_BUILT, tier=Tier.WORKLOAD, section="chp_2", span=span("100个")
        ),
        target(
            3,
            "城镇新增就业",
            "200",
            "万人",
            Mode.CUMULATIVE,
            comparator=Comparator.AT_LEAST,
            qualifier="以上",
            section="chp_2",
            indicator_code="jobs.new",
            binding=Binding.BINDING,
        ),
        target(
            1,
            "地区生产总值增速",
            "5",
            "%",
            Mode.GROWTH_PER_YEAR,
            plan="sample-annual-2025",
            comparator=Comparator.AT_LEAST,
            tier=Tier.MAIN,
            section="",
            indicator_code="gdp.growth",
        ),
    )
    observations = (
        observed("urbanization", "2020", "65.0", "%", date(2021, 3, 1), basis=("七普",)),
        observed("urbanization", "2023", "68.2", "%", date(2024, 3, 1), basis=("七普",)),
        observed("urbanization", "2025", "70.4", "%", date(2026, 3, 1), basis=("七普",), note=EVIL),
        observed("gdp.growth", "2025", "4.2", "%", date(2026, 1, 20)),
        observed("gdp.growth", "2025", "5.0", "%", date(2026, 1, 19), region="000000"),
    )
    blanks = (
        BlankRow(PLAN, "1", "粮食产量", "万吨", hint="正文第三章"),
        BlankRow(PLAN, "2", "研发强度", "%"),
    )
    return Sample((plan(), annual), sections, targets, observations, blanks)


def fill(store: Store, *, with_text: bool = False) -> Store:
    """Put the sample into a migrated store."""
    made = sample()
    with store.write("local", "load-sample", NOW) as writer:
        for one in made.plans:
            writer.put_plan(one)
        writer.put_sections(PLAN, made.sections)
        writer.put_targets(made.targets)
        writer.put_observations(made.observations)
        writer.put_blanks(PLAN, made.blanks)
        if with_text:
            writer.put_document(DOCUMENT)
    return store
