"""A row of a table of figures becomes an observation."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import basis
import national
import wording
from rows import Row

from lantu.cases.sources import linkable, publisher_of
from lantu.indicators import Observation, region_named, shipped_calendar, shipped_registry
from lantu.values import Comparator, Period, Source

COLLECTED = date(2026, 11, 22)
DATE_ADDED = "[补发布日]"
# names a statistic uses for a quantity on one of its bases, or with the opposite sign
_NAMES = {
    "城镇调查失业率(12月)": "unemployment",
    "城镇调查失业率(全年平均)": "unemployment",
    "万元地区生产总值能耗升降": "energy.intensity.reduction",
}
_RISE_OR_FALL = "万元地区生产总值能耗升降"
_DAY = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})(?:日|\b)")
# words that stand in no bracket of their own and name neither a title nor a day
_ASIDE = re.compile(r"[;;](?:转载站域名不宜引用,从略|本仓规划文本)|\(网址路径[^()]*\)")


@dataclass(frozen=True)
class Found:
    """An observation and the rows it was read in."""

    observation: Observation
    rows: tuple[Row, ...]

    @property
    def date_added(self) -> bool:
        return all(DATE_ADDED in row.note for row in self.rows)


def observe(row: Row) -> Found:
    """Read one row; raises ValueError naming its place when a word in it is unknown."""
    registry = shipped_registry()
    unit = row["unit"]
    code = _NAMES.get(row["indicator_zh"]) or registry.match(row["indicator_zh"], unit.replace("座", "个"))
    place = region_named(row["region"])
    if not code or place is None:
        raise ValueError(f"{row.place}: no indicator {row['indicator_zh']} {unit} or region {row['region']}")
    period = Period.parse(period_code(row["period"]))
    value, note = Decimal(row["value"]), _note(row)
    if row["indicator_zh"] == _RISE_OR_FALL:
        value, note = -value, "；".join(filter(None, ("原表为升降率，此处取相反数为降低率", note)))
    vintage = basis.vintage(row, period)
    source, published = _source(row)
    tags = basis.tags(row, code, period, vintage)
    inferred = published is None and not basis.revised(tags, period)
    if inferred:
        published = shipped_calendar().day(source.title, place.code, period, vintage)
    observation = Observation(
        indicator=code,
        region=place.code,
        period=period,
        value=value,
        unit=unit,
        vintage=vintage,
        source=source,
        basis=tags,
        bound=bound(row),
        published_on=published,
        published_inferred=inferred and published is not None,
        note=note,
    )
    return Found(observation, (row,))


def period_code(text: str) -> str:
    """The tables' period words in ISO form: 2025-01..08, 2024Q1-Q3, 2021-2025."""
    if match := re.fullmatch(r"(\d{4})-(\d{2})\.\.(\d{2})", text):
        year, first, last = match.groups()
        return f"{year}-{first}/{year}-{last}"
    if match := re.fullmatch(r"(\d{4})Q(\d)-Q(\d)", text):
        year, first, last = match.groups()
        return f"{year}Q{first}/{year}Q{last}"
    if match := re.fullmatch(r"(\d{4})-(\d{4})", text):
        return "/".join(match.groups())
    return text


def bound(row: Row) -> Comparator:
    """下限 and 约 in the notes, 左右 and 约 in what they quote."""
    note, value = row.note, re.escape(row["value"])
    if "下限" in note:
        return Comparator.AT_LEAST
    if "约数" in note or "“约”" in note or re.search(rf"“[^”]*{value}%?左右", note):
        return Comparator.ABOUT
    return Comparator.EQUAL


def _source(row: Row) -> tuple[Source, date | None]:
    title = _ASIDE.sub("", row["source_title"])
    days = [date(*map(int, found)) for found in _DAY.findall(title)]
    published = date.fromisoformat(row["published_on"]) if row["published_on"] else None
    seen = COLLECTED
    if wording.is_copy(title):  # the day of a collection of official tables: the value was public by then
        seen = days[0] if days else seen
    elif published is None:
        published = national.published(title) or (days[0] if days else None)
    url = linkable(row["source_url"])
    return Source(wording.title(title), publisher_of(title), url, seen), published


def _note(row: Row) -> str:
    parts = [p for p in re.split("[;；]", row.note) if DATE_ADDED not in p]
    said = wording.note("；".join(parts))
    return wording.joined(said, "", wording.is_copy(row["source_title"]))


def redated(found: Found, by: Found) -> Observation:
    """The first observation with the source and the day of the second."""
    return replace(
        found.observation,
        source=by.observation.source,
        published_on=by.observation.published_on,
        published_inferred=by.observation.published_inferred,
    )
