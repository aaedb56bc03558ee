"""The case files hold every record exactly, and loading them is quick."""

from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError

from lantu.cases import load_case, names
from lantu.cases.codec import from_plain, to_plain
from lantu.cases.files import (
    lines,
    observations_text,
    read_observations,
    read_sections,
    sections_text,
    unlines,
)
from lantu.indicators import Observation
from lantu.plan import Baseline, Plan, Reference, Section, SectionKind, Target
from lantu.values import (
    Comparator,
    Direction,
    Mode,
    NotFound,
    Period,
    PlanKind,
    Rank,
    Source,
    Span,
    Tier,
    Vintage,
)

DOCUMENT = "0" * 64


def target(**changes: object) -> Target:
    fields: dict[str, object] = {
        "id": "some-plan.0001",
        "quote": "3-5个",
        "indicator": "示范区",
        "comparator": Comparator.RANGE,
        "value": Decimal("3.0"),
        "value_max": Decimal(5),
        "unit": "个",
        "mode": Mode.COUNT_BUILT,
        "direction": Direction.UP,
        "tier": Tier.WORKLOAD,
        "baseline": Baseline(Period.parse("2016/2020"), Decimal("-0.10"), ("七普前",), estimated=True),
        "reference": Reference("in_step", "gdp.growth", "000000", Decimal(0)),
        "basis": ("现价",),
        "span": Span(DOCUMENT, 10, 14),
    }
    return Target(**{**fields, **changes})  # type: ignore[arg-type]


def test_targets_keep_digits_spans_and_inner_records() -> None:
    given = target()
    (again,) = unlines(lines([given]), Target)
    assert again == given
    assert again.span == given.span  # spans take no part in equality
    assert str(again.value) == "3.0"
    assert str(again.baseline.value) == "-0.10"


def test_defaults_are_not_written_and_unknown_keys_are_refused() -> None:
    plain = to_plain(target(baseline=None, reference=None, basis=()))
    assert {"baseline", "reference", "basis", "note", "scope"} & set(plain) == set()
    with pytest.raises(ClassValidationError) as refused:
        from_plain({**plain, "sentence": "…"}, Target)
    assert refused.group_contains(ForbiddenExtraKeysError, match="sentence")


def test_plans() -> None:
    plan = Plan(
        "p",
        "某省规划",
        PlanKind.OUTLINE,
        Rank.PROVINCIAL,
        "210000",
        Period.parse("2021/2025"),
        published_on=date(2021, 4, 6),
        vision_year=2035,
        source=Source("某报", "某社", "", date(2021, 4, 7)),
        parents=("n",),
    )
    assert unlines(lines([plan]), Plan) == (plan,)


def test_sections_take_their_document_from_the_plan() -> None:
    node = Section(
        "chp_1",
        SectionKind.CHAPTER,
        1,
        "第一章",
        "标题,带逗号“引号”",
        "",
        Span(DOCUMENT, 0, 9),
        Span(DOCUMENT, 0, 5),
    )
    bare = Section("chp_2", SectionKind.CHAPTER, 2, "第二章", "无处")
    ((plan, (one, two)),) = read_sections(sections_text([("p", (node, bare))]), {"p": DOCUMENT})
    assert plan == "p"
    assert (one, one.span, one.heading) == (node, node.span, node.heading)
    assert (two, two.span, two.heading) == (bare, None, None)


def test_figures_keep_trailing_zeros_bounds_and_sources() -> None:
    source = Source("公报,第2号", "某局", "", date(2026, 11, 22))
    given = (
        Observation(
            "gdp.growth",
            "210000",
            Period.parse("2025-01/2025-08"),
            Decimal("-3.10"),
            "%",
            Vintage.PRELIMINARY,
            source,
            ("不变价", "五经普"),
            Comparator.AT_LEAST,
            date(2025, 9, 20),
            True,
            "注；“引”",
        ),
        Observation("gdp", "210000", Period.of_year(2024), Decimal(0), "亿元", Vintage.FINAL, source),
    )
    again = read_observations(*observations_text(given))
    assert again == given
    assert str(again[0].value) == "-3.10"


def test_unknown_case() -> None:
    with pytest.raises(NotFound, match="reference"):
        load_case("nowhere")


def test_loading_is_quick_and_the_digest_is_of_the_content() -> None:
    assert names() == ("liaoning-14fyp", "national-14fyp", "national-15fyp", "reference")
    times = []
    for _ in range(3):
        start = perf_counter()
        case = load_case("reference")
        times.append(perf_counter() - start)
    assert min(times) < 0.3
    assert load_case("reference").digest == case.digest
    assert len({load_case(name).digest for name in names()}) == 4
    assert all(len(load_case(name).digest) == 64 for name in names())
