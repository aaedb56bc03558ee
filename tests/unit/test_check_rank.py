"""Places among regions: provinces with few missing, ties, prefectures, and what a place is of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Knowledge
from lantu.check.matches import matched
from lantu.check.rules.rank import check_rank
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import NATION, Observation, divisions, shipped_registry
from lantu.values import Period, Source, Vintage

DAY = date(2025, 3, 25)
HOME = "210000"


def one(code: str, region: str, value: str, vintage: Vintage = Vintage.PRELIMINARY) -> Observation:
    day = date(2025, 1, 25)
    unit = "%" if code.endswith("growth") else "亿元"
    source = Source("公报")
    return Observation(
        code, region, Period.of_year(2024), Decimal(value), unit, vintage, source, published_on=day
    )


def ladder(
    code: str, place: int, *, parent: str = NATION, home: str = HOME, missing: int = 0
) -> tuple[Observation, ...]:
    """A value for every division of a parent, the home's at a place from the top; some of the last left out."""
    others = [d.code for d in divisions(parent) if d.code != home]
    order = [*others[: place - 1], home, *others[place - 1 :]]
    kept = order[: len(order) - missing] if missing else order
    return tuple(one(code, region, str(1000 - 10 * at)) for at, region in enumerate(kept))


def findings(text: str, values: tuple[Observation, ...], region: str = HOME) -> list[Finding]:
    head = "2025年政府工作报告\n\n一、2024年工作回顾\n\n"
    document = Document.of_text("draft.txt", head + text + "\n")
    registry = shipped_registry()
    draft = read_statements(document, region=region, today=DAY)
    draft = replace(draft, statements=matched(draft.statements, registry))
    return list(check_rank(Dossier(document, draft, Knowledge(values, (), (), registry), DAY)))


def rules(text: str, values: tuple[Observation, ...], region: str = HOME) -> list[tuple[str, Rule, str]]:
    return [(f.quote, f.rule, f.expected) for f in findings(text, values, region)]


TEXT = "2024年，全省地区生产总值居全国第{n}位。"


@pytest.mark.parametrize(
    ("place", "said", "rule"), [(16, 16, Rule.AGREES), (16, 15, Rule.RANK), (16, 18, Rule.RANK)]
)
def test_a_place_among_the_provinces(place: int, said: int, rule: Rule) -> None:
    expected = "" if rule is Rule.AGREES else f"第{place}位"
    found = rules(TEXT.format(n=said), ladder("gdp", place))
    assert found == [(f"第{said}位", rule, expected)]


@pytest.mark.parametrize(("said", "rule"), [(20, Rule.AGREES), (16, Rule.AGREES), (10, Rule.RANK)])
def test_the_first_places(said: int, rule: Rule) -> None:
    found = rules(f"2024年，全省地区生产总值居全国前{said}位。", ladder("gdp", 16))
    assert [r for _, r, _ in found] == [rule]


def test_regions_without_a_value_may_stand_before_any_other() -> None:
    values = ladder("gdp", 16, missing=3)
    assert [r for _, r, _ in rules(TEXT.format(n=19), values)] == [Rule.AGREES]
    (found,) = findings(TEXT.format(n=20), values)
    assert (found.rule, found.confidence) == (Rule.RANK, Confidence.LIKELY)
    assert "31个地区中28个" in str(found.message)
    assert findings(TEXT.format(n=20), ladder("gdp", 16, missing=4)) == []


def test_those_with_one_value_share_the_better_place() -> None:
    values = ladder("gdp.growth", 5)
    sixth = next(v for v in values if v.value == Decimal(950))
    tied = tuple(replace(v, value=Decimal(960)) if v is sixth else v for v in values)
    text = "2024年，全省地区生产总值增速居全国第{n}位。"
    assert [r for _, r, _ in rules(text.format(n=5), tied)] == [Rule.AGREES]
    assert [r for _, r, _ in rules(text.format(n=6), tied)] == [Rule.AGREES]
    assert rules(text.format(n=7), tied) == [("第7位", Rule.RANK, "第5位")]


def test_the_growth_is_ranked_where_the_words_say_so_and_either_where_they_do_not() -> None:
    values = (*ladder("gdp", 16), *ladder("gdp.growth", 5))
    assert rules("2024年，全省地区生产总值增长5.1%，增速居全国第16位。", values)[0][1] is Rule.RANK
    assert rules("2024年，全省地区生产总值增长5.1%，总量居全国第5位。", values)[0][1] is Rule.RANK
    assert rules("2024年，全省地区生产总值增长5.1%，居全国第5位。", values)[0][1] is Rule.AGREES
    assert rules("2024年，全省地区生产总值增长5.1%，居全国第16位。", values)[0][1] is Rule.AGREES


def test_a_city_is_ranked_among_all_prefectures_of_its_province() -> None:
    values = ladder("gdp", 2, parent=HOME, home="210100")
    text = "2024年，沈阳市地区生产总值居全省第{n}位。"
    assert [r for _, r, _ in rules(text.format(n=2), values)] == [Rule.AGREES]
    assert rules(text.format(n=1), values) == [("第1位", Rule.RANK, "第2位")]
    assert rules(text.format(n=1), values[:-1]) == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全省地区生产总值居世界第3位。",
        "2024年，沈阳市地区生产总值居全国第3位。",
        "力争2024年全省地区生产总值居全国第3位。",
        "2024年，全省营商环境居全国第3位。",
    ],
)
def test_other_circles_and_aims_are_left_alone(text: str) -> None:
    assert [r for _, r, _ in rules(text, ladder("gdp", 16)) if r is Rule.RANK] == []
