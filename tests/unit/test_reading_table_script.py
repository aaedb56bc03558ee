"""A main-indicator table means the same in both scripts: mode, direction, unit of its targets."""

import opencc

from lantu.documents import Document
from lantu.reading import read_plan

TABLE = """白石縣國民經濟和社會發展第十五個五年規劃綱要

| 序號 | 指標 | 2025年 | 2030年 | 年均/累計 | 屬性 |
|---|---|---|---|---|---|
| 1 | 城鎮調查失業率（%） | 5.2 | <5.5 | — | 預期性 |
| 2 | 人均預期壽命（歲） | 79 | — | [1] | 預期性 |
| 3 | 單位地區生產總值能源消耗降低（%） | — | — | [10] | 約束性 |
| 4 | 細顆粒物濃度（微克/立方米） | 31 | 27 | — | 約束性 |
| 5 | 用水總量（億立方米） | 3.1 | 3.4 | — | 約束性 |
| 6 | 建設用地規模控制（萬畝） | 20 | ≤25 | — | 約束性 |
"""


def meanings(text):
    targets = read_plan(Document.of_text("a.txt", text)).targets
    return [(t.mode, t.direction, t.comparator, t.value, t.binding) for t in targets]


def test_both_scripts_mean_the_same():
    found = meanings(TABLE)
    assert len(found) == 6
    assert found == meanings(opencc.OpenCC("t2s").convert(TABLE))
