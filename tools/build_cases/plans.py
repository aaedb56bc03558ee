"""Annual plans, action plans and special plans named by the tables, as plans of their own."""

import re
from dataclasses import dataclass, replace
from datetime import date

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


@dataclass(frozen=True)
class Kind:
    """What a plan of the tables is: id, kind, rank, region, period, title, issuer, day."""

    id: str
    kind: PlanKind
    period: str
    title: str
    region: str = "210000"
    rank: Rank = Rank.PROVINCIAL
    issuer: str = "辽宁省人民政府"
    day: str = ""


NAMED = {
    "数字辽宁发展规划1.0(十四五期)": Kind(
        "liaoning-digital-2025", PlanKind.SPECIAL, "2021/2025", "数字辽宁发展规划（1.0版）", day="2020-12-02"
    ),
    "辽宁十四五生态经济发展规划": Kind(
        "liaoning-ecology-2025",
        PlanKind.SPECIAL,
        "2021/2025",
        "辽宁省“十四五”生态经济发展规划",
        day="2022-02-28",
    ),
    "铁岭十四五节能减排方案": Kind(
        "tieling-energy-2025",
        PlanKind.SPECIAL,
        "2021/2025",
        "铁岭市“十四五”节能减排综合工作方案",
        "211200",
        Rank.PREFECTURE,
        "铁岭市人民政府",
    ),
    "大连十四五规划纲要": Kind(
        "dalian-14fyp",
        PlanKind.OUTLINE,
        "2021/2025",
        "大连市“十四五”规划纲要",
        "210200",
        Rank.PREFECTURE,
        "大连市人民政府",
    ),
    "全面振兴新突破三年行动2023-2025": Kind(
        "liaoning-action-2023-2025",
        PlanKind.ACTION,
        "2023/2025",
        "辽宁全面振兴新突破三年行动方案（2023—2025年）",
        day="2023-02-23",
    ),
    "一圈一带两区三年行动(2022-2024)": Kind(
        "liaoning-action-2022-2024",
        PlanKind.ACTION,
        "2022/2024",
        "辽宁省推进“一圈一带两区”区域协调发展三年行动方案",
        day="2022-02-24",
    ),
    "十三五(污染防治攻坚2018年定的2020目标)": Kind(
        "liaoning-pollution-2020",
        PlanKind.ACTION,
        "2018/2020",
        "辽宁省污染防治攻坚战实施意见（2018—2020年）",
    ),
    "2024-2025年节能降碳行动方案": Kind(
        "national-carbon-2024-2025",
        PlanKind.ACTION,
        "2024/2025",
        "2024—2025年节能降碳行动方案",
        "000000",
        Rank.NATIONAL,
        "国务院",
        "2024-05-29",
    ),
    "2023年空气质量年度目标": Kind(
        "national-air-2023",
        PlanKind.ANNUAL,
        "2023",
        "2023年空气质量年度目标",
        "000000",
        Rank.NATIONAL,
        "生态环境部",
    ),
}


def plan_of(row: Row) -> Plan:
    """The plan a row of targets belongs to, with the source of this row."""
    name = row["plan"]
    source = _source(row)
    if name in NAMED:
        kind = NAMED[name]
        day = date.fromisoformat(kind.day) if kind.day else None
        return Plan(
            kind.id,
            kind.title,
            kind.kind,
            kind.rank,
            kind.region,
            Period.parse(kind.period),
            kind.issuer,
            day,
            source=source,
        )
    match = _ANNUAL.fullmatch(name)
    if match is None:
        raise ValueError(f"{row.place}: unknown plan {name}")
    return annual(match["place"] or _place(row), int(match["year"]), source)


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
    )


def joined(first: Plan, other: Plan) -> Plan:
    """The same plan read in two rows: the earliest day with its source."""
    a, b = first.published_on or date.max, other.published_on or date.max
    return replace(first, published_on=other.published_on, source=other.source) if b < a else first


def _source(row: Row) -> Source:
    title = re.sub(r"[;；]转载站域名不宜引用,从略", "", row["source_title"])
    return Source(title, publisher_of(title), linkable(row["source_url"]))


def target_period(row: Row) -> Period:
    """The period of a target."""
    return Period.parse(period_code(row["period"] or row["target_period"]))
