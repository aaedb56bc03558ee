"""Figures that are another of the draft but for a slip of the pen."""

from dataclasses import replace
from datetime import date

import pytest

from lantu.check.dossier import Dossier
from lantu.check.knowledge import Knowledge
from lantu.check.matches import matched
from lantu.check.rules.slip import check_slip, slipped
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import shipped_registry

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("321627", "326127", True),
        ("5136", "5156", False),
        ("51360", "51560", True),
        ("5163", "5136", True),
        ("321627", "321627", False),
        ("312", "321", False),
        ("321627", "321672", True),
        ("321627", "721623", False),
        ("3216", "32160", False),
    ],
)
def test_slipped(a: str, b: str, expected: bool) -> None:
    assert slipped(a, b) is expected


def found(text: str) -> list[tuple[str, str]]:
    document = Document.of_text("a.txt", f"2025年某省经济运行情况\n\n{text}\n")
    draft = read_statements(document, region="210000", today=DAY)
    registry = shipped_registry()
    draft = replace(draft, statements=matched(draft.statements, registry))
    dossier = Dossier(document, draft, Knowledge((), (), (), registry), DAY)
    return [(one.quote, one.expected) for one in check_slip(dossier)]


def test_the_total_mistyped_further_down() -> None:
    first = "2025年，全省地区生产总值达到32612.7亿元。"
    assert found(first + "企业反映订单不足，全年32162.7亿元的总量之中，中小企业贡献了相当部分。") == [
        ("32162.7亿元", "32612.7亿元")
    ]
    assert not found(first + "企业反映订单不足，全年32612.7亿元的总量之中，中小企业贡献了相当部分。")


@pytest.mark.parametrize(
    "other",
    [
        "2024年32162.7亿元的总量是新的起点。",
        "企业融资总量32162.7万元。",
        "全年总量18544.3亿元。",
        "一般公共预算收入32162.7亿元。",
    ],
)
def test_another_year_unit_size_or_name_is_no_slip(other: str) -> None:
    assert not found("2025年，全省地区生产总值达到32612.7亿元。" + other)
