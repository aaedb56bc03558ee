"""The figures themselves: which indicators there are, and every value with source, basis and vintage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lantu.indicators import NATION, Observation, known
from lantu.plan import Plan, Target
from lantu.values import InputError, msg
from lantu.web.pages.common import Seen, TargetRow, row_of, seen_of
from lantu.web.pages.course import CourseLine, fits, lines_of
from lantu.web.pages.names import Name, Names


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator of the list: how many figures, of how many regions, over which years."""

    code: str
    name: Name
    unit: str
    figures: int
    regions: int
    first: int
    last: int
    custodian: str


@dataclass(frozen=True, slots=True)
class DataIndex:
    """The page record: indicators with figures, and registered ones that still have none."""

    rows: tuple[IndicatorRow, ...]
    empty: tuple[IndicatorRow, ...]
    figures: int
    words: str


@dataclass(frozen=True, slots=True)
class RegionOption:
    """One choice of the region filter."""

    code: str
    name: Name
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class DataPage:
    """The page record of one indicator.

    region: the one chosen, "" for all; figures: newest period first; hidden: figures known to the
    store that were not published yet on the day shown. targets: what plans of that region say about
    it, elsewhere: what the others say.
    """

    code: str
    name: Name
    unit: str
    kind: str
    direction: str
    definition: str
    custodian: str
    aliases: tuple[str, ...]
    region: str
    region_name: Name | None
    regions: tuple[RegionOption, ...]
    figures: tuple[Seen, ...]
    hidden: int
    lines: tuple[CourseLine, ...]
    chart_unit: str
    targets: tuple[tuple[Name, str, TargetRow], ...]
    elsewhere: tuple[tuple[Name, str, TargetRow], ...]


def data_index(observations: Iterable[Observation], names: Names, day: date, words: str) -> DataIndex:
    """Count the figures of each indicator as known on a day; words narrow the list by name or code."""
    groups: dict[str, list[Observation]] = {}
    for one in known(tuple(observations), day):
        groups.setdefault(one.indicator, []).append(one)
    codes = [*names.indicators, *(code for code in groups if code not in names.indicators)]
    rows = [_index_row(code, groups.get(code, []), names) for code in codes if _holds(code, names, words)]
    return DataIndex(
        tuple(row for row in rows if row.figures),
        tuple(row for row in rows if not row.figures),
        sum(row.figures for row in rows),
        words,
    )


def _holds(code: str, names: Names, words: str) -> bool:
    found = names.indicators.get(code)
    text = f"{code} {found.name} {found.name_en} {' '.join(found.aliases)}" if found else code
    return all(word in text.casefold() for word in words.casefold().split())


def _index_row(code: str, found: Sequence[Observation], names: Names) -> IndicatorRow:
    indicator = names.indicators.get(code)
    years = [one.period.year for one in found]
    return IndicatorRow(
        code,
        names.indicator(code),
        indicator.unit if indicator else found[0].unit if found else "",
        len(found),
        len({one.region for one in found}),
        min(years, default=0),
        max(years, default=0),
        names.custodian(code),
    )


def data_page(
    code: str,
    observations: Sequence[Observation],
    targets: Sequence[tuple[Plan, Target]],
    names: Names,
    day: date,
    wanted: str,
) -> DataPage:
    """All figures of one indicator as known on a day; wanted: region code, ``all``, or "" to choose."""
    seen = known(tuple(observations), day)
    counts: dict[str, int] = {}
    for one in seen:
        counts[one.region] = counts.get(one.region, 0) + 1
    region = _region(counts, wanted, names)
    mine = [one for one in seen if not region or one.region == region]
    mine.sort(key=lambda one: (one.period.last, one.period.first, one.region, one.known_from or date.min))
    mine.reverse()
    indicator = names.indicators.get(code)
    unit = indicator.unit if indicator else mine[0].unit if mine else ""
    lines = lines_of(mine, unit, names) if region else ()
    return DataPage(
        code,
        names.indicator(code),
        unit,
        indicator.kind if indicator else "",
        indicator.direction if indicator else "",
        indicator.definition if indicator else "",
        names.custodian(code),
        indicator.aliases if indicator else (),
        region,
        names.region(region) if region else None,
        _options(counts, region, names),
        tuple(seen_of(one, names) for one in mine),
        len(observations) - len(seen),
        lines,
        unit if fits(mine, unit) else mine[0].unit if mine else "",
        tuple(_said(plan, target, names) for plan, target in targets if plan.region == region),
        tuple(_said(plan, target, names) for plan, target in targets if plan.region != region),
    )


def _said(plan: Plan, target: Target, names: Names) -> tuple[Name, str, TargetRow]:
    return Name(plan.title, plan.title_en), plan.id, row_of(target, None, names)


def _region(counts: Mapping[str, int], wanted: str, names: Names) -> str:
    """The region asked for, else the nation, else the one with most figures; "" shows all.

    A region without a figure of the indicator is shown as that; an unknown code raises InputError.
    """
    if wanted == "all":
        return ""
    if wanted in counts or wanted in names.regions:
        return wanted
    if wanted:
        raise InputError(
            msg(
                "没有代码为“{code}”的地区；有这个指标的地区：{codes}；全部写 all。",
                code=wanted[:20],
                codes=", ".join(sorted(counts)) or "—",
            )
        )
    if NATION in counts:
        return NATION
    return max(counts, key=lambda code: counts[code], default="")


def _options(counts: Mapping[str, int], region: str, names: Names) -> tuple[RegionOption, ...]:
    return tuple(
        RegionOption(code, names.region(code), counts[code], code == region) for code in sorted(counts)
    )
