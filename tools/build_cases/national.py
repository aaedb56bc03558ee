"""The national outlines: their main-indicator tables as targets, cell by cell."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from outline import document, headings

from lantu.documents import Document
from lantu.indicators import Indicator, shipped_registry
from lantu.plan import Baseline, Plan, Reference, Section, Target
from lantu.values import Binding, Comparator, Direction, Mode, Period, PlanKind, Rank, Source, Tier

_SIGNS = {"＞": Comparator.ABOVE, ">": Comparator.ABOVE, "＜": Comparator.BELOW, "<": Comparator.BELOW}
_NUMBER = re.compile(
    r"(?P<sign>[＞>＜<]?)(?P<open>〔?)(?P<value>\d+(?:\.\d+)?)〕?(?P<mark>\*?)(?P<about> ?左右)?"
)
_NAME = re.compile(r"(?P<no>\d+)\. ?(?P<name>.+?)[（(](?P<unit>[^（()）]+)[)）]")
# promised as a rise over the period when they stand under 年均/累计
_RISES = {"life_expectancy", "nursery.enrolment.rise"}


@dataclass(frozen=True)
class Outline:
    """One national outline: what its own notes, and the figures published since, say of the bases.

    short: how the title of a source names it; day: the day it was published, and so its figures.
    starred: the year of baselines marked *; bases: indicator -> (basis of the target, of its baseline);
    notes: indicator -> what a reader must know; estimated: baselines the table calls 预计数.
    """

    id: str
    title: str
    title_en: str
    short: str
    years: tuple[int, int]
    day: date
    starred: int
    bases: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    notes: dict[str, str]
    estimated: frozenset[str] = frozenset()
    vision: int | None = None


FOURTEENTH = Outline(
    "national-14fyp",
    "中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要",
    "Outline of the 14th Five-Year Plan (2021-2025) and Vision 2035",
    "“十四五”规划纲要",
    (2021, 2025),
    date(2021, 3, 13),
    2019,
    {
        "gdp.growth": ((), ("不变价",)),
        "urbanization": (("七普",), ("七普前",)),
        "digital.core.share": (("五经普",), ("五经普前",)),
        "income.growth": (("扣除价格因素",), ("扣除价格因素",)),
        "unemployment": (("全年平均",), ("12月",)),
        "energy.intensity.reduction": (("能源消费总量",), ()),
        "air.good_days": (("实测",), ()),
        "water.surface.good": (("3641断面",), ("1940断面",)),
        "forest.cover": (("国土变更调查",), ("森林资源清查",)),
    },
    {
        "urbanization": "基期值为2019年、七普前口径；国家中期评估和后续发布均按七普口径评价本目标。",
        "rd.growth": "同一格还提出力争投入强度高于“十三五”时期实际；规划没有写明增速按现价还是不变价。",
        "unemployment": "基期值5.2是2020年12月数，全年平均为5.6；年度评价用全年平均。",
        "energy.intensity.reduction": "目标定于能源消费总量口径；2023年起公布扣除原料用能和非化石能源口径。",
        "carbon.intensity.reduction": "公报、发改委和“十五五”规划表（17.7）的数口径各不相同，规划没有写明。",
        "air.good_days": "2023年起另有扣除沙尘异常超标天的口径，这里按实测。",
        "water.surface.good": "基期按1940个断面，2021年起按3641个断面。",
        "forest.cover": "基期按森林资源清查；国家已改按国土变更调查口径评价。",
        "digital.core.share": "基期按五经普前的国内生产总值，国家已改按五经普后的数评价。",
        "life_expectancy": "基期值为2019年；提高数按2020年起算。",
    },
    frozenset({"productivity.growth"}),
    2035,
)
FIFTEENTH = Outline(
    "national-15fyp",
    "中华人民共和国国民经济和社会发展第十五个五年规划纲要",
    "Outline of the 15th Five-Year Plan (2026-2030)",
    "“十五五”规划纲要",
    (2026, 2030),
    date(2026, 3, 13),
    2024,
    {
        "gdp.growth": ((), ("不变价",)),
        "urbanization": (("七普",), ("七普",)),
        "rd.growth": (("不变价",), ("不变价",)),
        "digital.core.share": (("五经普",), ("五经普",)),
        "income.growth": (("扣除价格因素",), ("扣除价格因素",)),
        "unemployment": (("全年平均",), ("全年平均",)),
        "forest.cover": (("国土变更调查",), ("国土变更调查",)),
    },
    {"carbon.intensity.reduction": "基期列是“十四五”五年累计数（修订口径）；新目标的口径尚未公布。"},
)


def published(title: str) -> date | None:
    """The day of the outline a source's title names: what stands in it was published with it."""
    return next((o.day for o in (FOURTEENTH, FIFTEENTH) if title.startswith(o.short)), None)


def national_plan(outline: Outline, doc: Document) -> Plan:
    """The outline as a plan; its document is the full text, its table a document of its own."""
    first, last = outline.years
    return Plan(
        outline.id,
        outline.title,
        PlanKind.OUTLINE,
        Rank.NATIONAL,
        "000000",
        Period.parse(f"{first}/{last}"),
        "全国人民代表大会",
        outline.day,
        outline.vision,
        doc.sha256,
        Source(outline.title, "全国人民代表大会"),
        (),
        outline.title_en,
    )


def national(shared: Path, outline: Outline) -> tuple[Plan, tuple[Section, ...], list[Target]]:
    """The plan, the headings of its text and the targets of its main table."""
    text = document(shared, outline.id)
    sections = headings(text)
    chapter = next(s.eid for s in sections if s.title == "主要目标")
    table = document(shared, f"{outline.id}-indicators")
    found = []
    for start, cells in _rows(table.text):
        target = _target(outline, table, start, cells, chapter)
        found.append(replace(target, id=f"{outline.id}.{len(found) + 1:04}"))
    return national_plan(outline, text), sections, found


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Offset and cells of each row whose second cell is numbered."""
    rows, offset = [], 0
    for line in text.splitlines(keepends=True):
        cells = line.rstrip("\n").split("|")[1:-1]
        if len(cells) == 6 and _NAME.fullmatch(cells[1].strip()):
            rows.append((offset, cells))
        offset += len(line)
    return rows


def _target(outline: Outline, doc: Document, start: int, cells: list[str], section: str) -> Target:
    match = _NAME.fullmatch(cells[1].strip())
    assert match is not None
    name, unit = match["name"], match["unit"].replace("百分点", "个百分点")
    code = shipped_registry().match(name, unit)
    indicator = shipped_registry().get(code)
    if indicator is None:
        raise ValueError(f"no indicator {name} {unit}")
    at = 3 if cells[3].strip() != "—" else 4
    cell = cells[at].strip()
    place = start + 1 + sum(len(c) + 1 for c in cells[:at]) + cells[at].index(cell)
    basis, base_basis = outline.bases.get(code, ((), ()))
    comparator, value, reference = _promise(cell)
    mode = _mode(indicator, at == 4)
    return Target(
        id="",
        quote=cell,
        indicator=name,
        comparator=comparator,
        value=value,
        unit=unit,
        mode=mode,
        direction=Direction.DOWN if indicator.reduction else indicator.direction,
        qualifier=_qualifier(cell, comparator),
        deadline=outline.years[1],
        base=str(outline.years[0] - 1) if mode is Mode.CHANGE else "",
        binding=Binding.BINDING if cells[5].strip() == "约束性" else Binding.EXPECTED,
        tier=Tier.MAIN,
        section=section,
        indicator_code=code,
        baseline=_baseline(outline, code, cells[2].strip(), base_basis),
        reference=reference,
        basis=basis,
        region="000000",
        note=outline.notes.get(code, ""),
        plan=outline.id,
        span=doc.span(place, place + len(cell)),
    )


def _promise(cell: str) -> tuple[Comparator, Decimal | None, Reference | None]:
    if match := _NUMBER.match(cell):
        about = Comparator.ABOUT if match["about"] else Comparator.EQUAL
        return _SIGNS.get(match["sign"], about), Decimal(match["value"]), None
    if "合理区间" in cell:
        return Comparator.EQUAL, None, Reference("reasonable")
    relation = "above" if cell.startswith("高于") else "in_step"
    return Comparator.EQUAL, None, Reference(relation, "gdp.growth")


def _qualifier(cell: str, comparator: Comparator) -> str:
    if comparator is Comparator.ABOUT:
        return "左右"
    return next((word for word in ("基本同步", "同步", "＞", ">", "＜", "<", "高于") if word in cell), "")


def _mode(indicator: Indicator, in_growth_column: bool) -> Mode:
    if indicator.reduction or (in_growth_column and indicator.code in _RISES):
        return Mode.CHANGE
    growth = in_growth_column and indicator.code.endswith("growth")
    return Mode.GROWTH_PER_YEAR if growth else Mode.LEVEL


def _baseline(outline: Outline, code: str, cell: str, basis: tuple[str, ...]) -> Baseline | None:
    match = _NUMBER.fullmatch(cell)
    if match is None:
        return None
    year = outline.starred if match["mark"] else outline.years[0] - 1
    period = Period.parse(f"{year - 4}/{year}") if match["open"] else Period.of_year(year)
    return Baseline(period, Decimal(match["value"]), basis, code in outline.estimated)
