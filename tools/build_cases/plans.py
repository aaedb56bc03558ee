"""Annual plans, action plans and special plans named by the tables, as plans of their own."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import wording
from observe import period_code
from rows import Row

from lantu.cases.sources import linkable, publisher_of
from lantu.indicators import region_named
from lantu.plan import Plan
from lantu.values import Period, PlanKind, Rank, Source

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ANNUAL = re.compile(r"(?:(?P<place>.+?))?(?P<year>\d{4})年(?:国民经济和社会发展计划|度计划)")
# the day the plan was put before the congress, where another source of the tables prints it
_CONGRESS = {
    ("000000", 2025): date(2025, 3, 5),
    ("210000", 2021): date(2021, 1, 28),
    ("210000", 2022): date(2022, 1, 24),
    ("210000", 2023): date(2023, 1, 12),
    ("210000", 2025): date(2025, 1, 16),
    ("210000", 2026): date(2026, 1, 27),
}


NAMED = tomllib.loads(Path(__file__).with_name("plans.toml").read_text(encoding="utf-8"))


def plan_of(row: Row) -> Plan:
    """The plan a row of targets belongs to, with the source of this row."""
    name = row["plan"]
    source = _source(row)
    if name in NAMED:
        return _named(NAMED[name], source)
    match = _ANNUAL.fullmatch(name)
    if match is None:
        raise ValueError(f"{row.place}: unknown plan {name}")
    return annual(match["place"] or _place(row), int(match["year"]), source)


def _named(facts: dict[str, Any], source: Source) -> Plan:
    return Plan(
        facts["id"],
        facts["title"],
        PlanKind(facts["kind"]),
        Rank(facts["rank"]),
        facts["region"],
        Period.parse(facts["period"]),
        facts["issuer"],
        facts.get("day"),
        source=source,
        title_en=facts["title_en"],
    )


def _place(row: Row) -> str:
    return "全国" if row["issuer"] == "国务院" else "辽宁省"


def annual(place: str, year: int, source: Source | None) -> Plan:
    """The annual plan of a nation or province."""
    region = region_named(place)
    if region is None:
        raise ValueError(f"unknown region {place}")
    national = region.level == "nation"
    slug = "national" if national else region.name_en.lower().replace(" ", "-")
    days = [date(*map(int, d)) for d in _DAY.findall(source.title)] if source else []
    day = _CONGRESS.get((region.code, year)) or (min(days) if days else None)
    return Plan(
        f"{slug}-annual-{year}",
        f"{'' if national else place}{year}年国民经济和社会发展计划",
        PlanKind.ANNUAL,
        Rank.NATIONAL if national else Rank.PROVINCIAL,
        region.code,
        Period.of_year(year),
        "国务院" if national else f"{place}人民政府",
        day,
        source=source,
        title_en=f"{'National annual plan' if national else f'Annual plan of {region.name_en}'} for {year}",
    )


def joined(first: Plan, other: Plan) -> Plan:
    """The same plan read in two rows: the earliest day with its source."""
    a, b = first.published_on or date.max, other.published_on or date.max
    return replace(first, published_on=other.published_on, source=other.source) if b < a else first


def _source(row: Row) -> Source:
    title = row["source_title"]
    return Source(wording.title(title), publisher_of(title), linkable(row["source_url"]))


def target_period(row: Row) -> Period:
    """The period of a target."""
    return Period.parse(period_code(row["period"] or row["target_period"]))
