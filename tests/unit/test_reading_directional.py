"""Targets without a figure: where they hang, what the register makes of them, cells of the main table."""

from dataclasses import replace

import opencc
import pytest

from lantu.documents import Document
from lantu.indicators import shipped_registry
from lantu.plan import Reference, SentenceClass
from lantu.reading import read_plan, resolved
from lantu.reading.direction_words import directions
from lantu.values import Binding, Direction, Tier

TITLE = "白石县国民经济和社会发展第十五个五年规划纲要\n\n第一章 主要目标\n\n"
TABLE = """| 序号 | 指标 | 2025年 | 2030年 | 年均/累计 | 属性 |
|---|---|---|---|---|---|
| 1 | 地区生产总值增长（%） | 5.2 | — | 高于全省平均水平 | 预期性 |
| 2 | 居民人均可支配收入增长（%） | 5.5 | — | 与经济增长同步 | 预期性 |
| 3 | 森林覆盖率（%） | 40 | 稳中有升 | — | 约束性 |
| 4 | 用水总量（亿立方米） | 3.1 | 完成国家下达任务 | — | 约束性 |
| 5 | 常住人口城镇化率（%） | 60 | 65 | — | 预期性 |
"""


def read(text):
    return read_plan(Document.of_text("a.txt", TITLE + text))


def test_figures_and_promises_without_one_are_apart():
    reading = read("城镇化率达到65%，居民收入增速高于全省平均水平。完善治理体系。")
    assert [t.quote for t in reading.targets] == ["65%"]
    (one,) = reading.directional
    assert (one.quote, one.value, one.reference) == (
        "高于全省平均水平",
        None,
        Reference("above", "", "province"),
    )
    assert one.id not in {t.id for t in reading.targets}
    first = reading.work.ledger.sentences[0]
    assert first.klass is SentenceClass.TARGET
    assert {t.id for t in (*reading.targets, one)} <= set(first.records)


def test_a_sentence_with_a_direction_alone_is_a_target():
    (sentence,) = read("居民收入增速高于全省平均水平。").work.ledger.sentences
    assert sentence.klass is SentenceClass.TARGET


def test_cells_of_the_main_table():
    reading = read(TABLE)
    assert [t.quote for t in reading.targets] == ["65"]
    above, step, trend = reading.directional
    assert above.reference == Reference("above", "", "province")
    assert step.reference == Reference("in_step", "gdp.growth")
    assert (trend.reference, trend.direction, trend.binding) == (None, Direction.UP, Binding.BINDING)
    assert {t.tier for t in reading.directional} == {Tier.MAIN}
    assert {t.deadline for t in reading.directional} == {2030}


@pytest.mark.parametrize(
    ("where", "series", "plan", "expected"),
    [
        ("province", "", "210104", "210000"),
        ("prefecture", "", "210104", "210100"),
        ("000000", "", "210104", "000000"),
        ("", "gdp.growth", "210104", ""),
        ("province", "", "", None),
        ("other", "", "210104", None),
        ("", "other", "210104", None),
    ],
)
def test_the_register_knows_which_province(where, series, plan, expected):
    (one,) = read("居民收入增速高于全省平均水平。").directional
    target = resolved(replace(one, reference=Reference("above", series, where)), plan)
    assert (target.reference and target.reference.region) == expected


def test_the_series_of_the_pack_are_known():
    registry = shipped_registry()
    assert all(registry.get(code) for code in directions().compared.series.values())


def test_both_scripts_give_the_same():
    text = "居民收入增長與經濟增長基本同步，經濟總量在全國位次前移，排放總量持續減少，研發投入強度高於全國平均水平。"
    hant, hans = read(text), read(opencc.OpenCC("t2s").convert(text))
    assert len(hant.directional) == 4
    keys = ("reference", "direction", "mode", "section", "span")
    for a, b in zip(hant.directional, hans.directional, strict=True):
        assert [getattr(a, key) for key in keys[:-1]] == [getattr(b, key) for key in keys[:-1]]
        assert (a.span.start, a.span.end) == (b.span.start, b.span.end)
