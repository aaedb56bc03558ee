"""docs/reference/records.md explains every key of both record files, and no other."""

import re

import pytest

from lantu.documents import Document
from lantu.reading import read_plan
from lantu.reading.jsonl import indicator_row, target_row

TEXT = "第一章 目标\n\n建成学校3所。\n\n| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| 1.产量（吨） | 5 | 6 | 预期性 |\n"


@pytest.mark.parametrize(
    ("heading", "kind"), [("targets.jsonl", "targets"), ("indicators.jsonl", "indicators")]
)
def test_keys_and_their_page_agree(root, heading, kind):
    reading = read_plan(Document.of_text("plan", TEXT))
    row = target_row(reading.targets[0]) if kind == "targets" else indicator_row(reading.indicators[0])
    page = (root / "docs" / "reference" / "records.md").read_text(encoding="utf-8")
    part = page.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    table = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    told = [key for cell in table for key in re.findall(r"`(\w+)`", cell)]
    assert sorted(told) == sorted(row)
