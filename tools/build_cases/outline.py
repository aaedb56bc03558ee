"""The Liaoning outline: labelled targets and goals by span, headings, and the rows its notes reveal."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from lantu.documents import Document
from lantu.indicators import shipped_registry
from lantu.plan import Baseline, BlankRow, Plan, Reference, Section, SectionKind, Target
from lantu.reading import read_outline
from lantu.reading.script import fold
from lantu.values import Binding, Comparator, Direction, Mode, Period, PlanKind, Rank, Source, Strength, Tier

PLAN = "liaoning-14fyp"
_END = 2025
_HEADINGS = {SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.BOX, SectionKind.ITEM}
_WORKLOAD = {Mode.COUNT_BUILT, Mode.CUMULATIVE, Mode.FLOW_PER_YEAR}
_AFTER = re.compile("以上|以下|以内|左右")
_BEFORE = re.compile("(?:不低于|不少于|不超过|超过|达到|达|至少|约|控制在|提高到|为|突破|≥|≤|>|<)$")
# 69 % was set in early 2021 on the series before the census, in which 2019 is 68.11
_URBANIZATION = Baseline(Period.parse("2019"), Decimal("68.11"), ("七普前",))
# goals without a number: words before, the words that say it, indicator, relation, region compared with
_GOALS = (
    ("全省地區生產總值增速力爭", "高于全國水平", "gdp.growth", "above", "000000", Strength.STRIVE),
    ("經濟總量在", "全國位次實現前移", "gdp", "rank_up", "000000", Strength.FIRM),
    ("確保貨物貿易規模提升、結構優化,", "全國位次前移", "trade", "rank_up", "000000", Strength.FIRM),
)
# rows of the lost main table: name, unit, registry code, what reveals it
_BLANKS = (
    ("地区生产总值增长", "%", "gdp.growth", "“十四五”主要指标表注①"),
    ("全员劳动生产率增长", "%", "productivity.growth", "“十四五”主要指标表注①"),
    ("常住人口城镇化率", "%", "urbanization", "第十二章正文的目标"),
    ("一般公共预算收入（含税收占比）", "", "fiscal.revenue", "“十四五”主要指标表注④"),
    ("“三新”经济增加值占地区生产总值比重", "%", "", "“十四五”主要指标表注⑤"),
    ("居民人均可支配收入增长", "%", "income.growth", "“十四五”主要指标表注①"),
    ("单位地区生产总值能源消耗降低", "%", "energy.intensity.reduction", "“十三五”完成情况表注⑤"),
    ("研发经费投入强度", "%", "rd.intensity", "科技规划政策解读给出的纲要基数（2020年2.19%）"),
)


def document(shared: Path, name: str) -> Document:
    """A plan text of the shared folder."""
    return Document.of_text(f"{name}.txt", (shared / "plans" / f"{name}.txt").read_text(encoding="utf-8"))


def liaoning_plan(doc: Document) -> Plan:
    """The outline itself."""
    return Plan(
        PLAN,
        "辽宁省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
        PlanKind.OUTLINE,
        Rank.PROVINCIAL,
        "210000",
        Period.parse("2021/2025"),
        "辽宁省人民政府",
        date(2021, 4, 6),
        2035,
        doc.sha256,
        Source("辽宁“十四五”规划和二〇三五年远景目标纲要（附全文），2021-04-21"),
        ("national-14fyp",),
        "Outline of Liaoning's 14th Five-Year Plan (2021-2025) and Vision 2035",
    )


def headings(doc: Document) -> tuple[Section, ...]:
    """Parts to items with their titles in Simplified characters; paragraphs are left out."""
    nodes = [s for s in read_outline(doc).sections if s.kind in _HEADINGS]
    return tuple(replace(s, label=fold(s.label), title=fold(s.title)) for s in nodes)


def innermost(sections: tuple[Section, ...], offset: int) -> str:
    """The eId of the innermost heading whose text holds this offset."""
    holding = [s for s in sections if s.span and s.span.start <= offset < s.span.end]
    return max(holding, key=lambda s: s.span.start if s.span else 0).eid if holding else ""


def liaoning_targets(shared: Path, doc: Document, sections: tuple[Section, ...]) -> list[Target]:
    """The labelled targets in text order, then the goals without a number."""
    labels = (shared / "gold" / f"{PLAN}.targets.jsonl").read_text(encoding="utf-8")
    found = [_labelled(json.loads(line, parse_float=Decimal), doc, sections) for line in labels.splitlines()]
    found += [_goal(doc, sections, *goal) for goal in _GOALS]
    return [replace(t, id=f"{PLAN}.{n:04}") for n, t in enumerate(found, 1)]


def _labelled(label: dict[str, object], doc: Document, sections: tuple[Section, ...]) -> Target:
    start, end = int(str(label["start"])), int(str(label["end"]))
    if doc.text[start:end] != label["quote"]:
        raise ValueError(f"label at {start}: the text has {doc.text[start:end]!r}")
    mode = Mode(str(label["mode"]))
    phrase, unit = fold(str(label["indicator"])), fold(str(label["unit"]))
    code = shipped_registry().match(phrase, unit, mode)
    deadline = int(str(label["deadline"])) if label["deadline"] else None
    on_census = code == "urbanization"
    return Target(
        id="",
        quote=str(label["quote"]),
        indicator=phrase,
        comparator=Comparator(str(label["comparator"])),
        value=Decimal(str(label["value"])),
        unit=unit,
        mode=mode,
        direction=Direction(str(label["direction"])),
        value_max=Decimal(str(label["value_max"])) if label.get("value_max") is not None else None,
        qualifier=_qualifier(fold(doc.text), start, end),
        deadline=deadline,
        deadline_inferred=None if deadline else _END,
        base=str(label["base"]),
        scope=fold(str(label["scope"])),
        strength=Strength(str(label["strength"])),
        tier=Tier.WORKLOAD if mode in _WORKLOAD else Tier.FIELD,
        section=innermost(sections, start),
        indicator_code=code,
        baseline=_URBANIZATION if on_census else None,
        basis=("七普前",) if on_census else (),
        region="210000",
        plan=PLAN,
        span=doc.span(start, end),
    )


def _qualifier(text: str, start: int, end: int) -> str:
    if match := _AFTER.match(text, end):
        return match[0]
    match = _BEFORE.search(text[max(0, start - 4) : start])
    return match[0] if match else ""


def _goal(
    doc: Document,
    sections: tuple[Section, ...],
    before: str,
    words: str,
    code: str,
    relation: str,
    region: str,
    strength: Strength,
) -> Target:
    start = doc.text.index(before + words) + len(before)
    indicator = shipped_registry().get(code)
    assert indicator is not None
    return Target(
        id="",
        quote=words,
        indicator=indicator.name,
        comparator=Comparator.EQUAL,
        value=None,
        unit="",
        mode=Mode.GROWTH_PER_YEAR if code.endswith("growth") else Mode.LEVEL,
        direction=indicator.direction,
        deadline_inferred=_END,
        strength=strength,
        section=innermost(sections, start),
        indicator_code=code,
        reference=Reference(relation, "", region),
        region="210000",
        plan=PLAN,
        span=doc.span(start, start + len(words)),
    )


def blanks() -> list[BlankRow]:
    """The rows of the lost table whose names the outline reveals, numbered as lines of the form."""
    return [
        BlankRow(PLAN, str(n), name, unit, Binding.UNKNOWN, code, hint)
        for n, (name, unit, code, hint) in enumerate(_BLANKS, 1)
    ]
