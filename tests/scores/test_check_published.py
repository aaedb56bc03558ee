"""Rules that hold a draft against published values, over the shipped values and the shared plans.

Every shipped value is written as a sentence of a report: none may raise an alarm. Then one digit of each is
changed: nearly all must. The first chapters of the shared plans are clean as well.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lantu.cases import load_case, names
from lantu.check.dossier import Dossier
from lantu.check.finding import QUIET, Finding
from lantu.check.knowledge import Knowledge, Standing, standing
from lantu.check.matches import matched
from lantu.check.revisions import census_of
from lantu.check.rules.derived import check_derived
from lantu.check.rules.rank import check_rank
from lantu.check.rules.source import check_source
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import NATION, Observation, division, shipped_registry
from lantu.monitoring.points import SETTLED
from lantu.values import Comparator, Vintage

DAY = date(2026, 11, 25)
REGISTRY = shipped_registry()
PLANS = {
    "liaoning-14fyp": date(2021, 3, 30),
    "national-14fyp": date(2021, 3, 12),
    "national-15fyp": date(2026, 3, 13),
    "suzhou-15fyp": date(2026, 2, 1),
    "national-14fyp-indicators": date(2021, 3, 12),
    "national-15fyp-indicators": date(2026, 3, 13),
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    cases = [load_case(name) for name in names()]
    observations = (one for case in cases for one in case.observations)
    return Knowledge(observations, (), (), REGISTRY)


def newest(knowledge: Knowledge) -> Iterator[Observation]:
    """The newest value that was public of each indicator, region and whole year."""
    seen = set()
    for indicator in REGISTRY.all():
        for region in (NATION, "210000", "210100", "210200", "320000", "440000", "630000"):
            for one in knowledge.series(indicator.code, region):
                where = indicator.code, region, one.period.code
                if where in seen or not one.period.is_year:
                    continue
                seen.add(where)
                every = knowledge.values(indicator.code, region, one.period)
                public = [v for v in every if standing(v, DAY) is Standing.KNOWN]
                best = max(public, key=settled, default=None)
                if best is not None and best.bound is Comparator.EQUAL:
                    yield best


def settled(one: Observation) -> tuple[int, date]:
    """How settled a value is: its vintage, then the census it was revised by."""
    census = census_of(one.basis)
    return SETTLED.index(one.vintage), census.first if census else date.min


def sentence(one: Observation) -> str:
    """A value as a report writes it."""
    entry, home = REGISTRY.get(one.indicator), division(one.region)
    assert entry is not None and home is not None
    place = "全国" if one.region == NATION else home.name
    level = REGISTRY.get(entry.growth_of) if entry.growth_of else None
    name = (level or entry).name
    name = name.replace("地区生产总值", "国内生产总值") if one.region == NATION else name
    if not entry.growth_of:
        return f"{one.period.code}年，{place}{name}为{one.value:f}{one.unit}。"
    prices = "名义" if "名义" in one.basis or entry.code.endswith("nominal") else ""
    prices = "实际" if "扣除价格因素" in one.basis else prices
    rises = (one.value >= 0) is not entry.reduction
    return f"{one.period.code}年，{place}{name}{prices}{'增长' if rises else '下降'}{abs(one.value):f}{one.unit}。"


def dossier(text: str, knowledge: Knowledge, as_of: date, region: str = "") -> Dossier:
    document = Document.of_text("draft.txt", text)
    draft = read_statements(document, region=region, today=as_of)
    draft = replace(draft, statements=matched(draft.statements, REGISTRY))
    return Dossier(document, draft, knowledge, as_of)


def findings(given: Dossier) -> list[Finding]:
    return [found for rule in (check_source, check_derived, check_rank) for found in rule(given)]


def loud(given: Dossier) -> list[Finding]:
    return [found for found in findings(given) if found.rule not in QUIET]


def test_every_shipped_value_agrees_with_itself(knowledge: Knowledge) -> None:
    text = "形势分析报告\n\n" + "\n\n".join(sentence(one) for one in newest(knowledge)) + "\n"
    given = dossier(text, knowledge, DAY, NATION)
    assert len(given.draft.statements) > 300
    assert [str(found.message) for found in loud(given)] == []
    judged = {found.statement for found in findings(given)}
    assert len(judged) >= 0.95 * len(given.draft.statements)


def test_a_changed_digit_is_found(knowledge: Knowledge) -> None:
    chance = random.Random(20260325)
    values = [
        one
        for one in newest(knowledge)
        if len(one.value.as_tuple().digits) > 1 and one.vintage not in (Vintage.FORECAST, Vintage.UNKNOWN)
    ]
    changed = [slipped(sentence(one), chance) for one in values]
    given = dossier("形势分析报告\n\n" + "\n\n".join(changed) + "\n", knowledge, DAY, NATION)
    found = {one.statement for one in loud(given)}
    assert len(found) >= 0.95 * len(values)


def slipped(text: str, chance: random.Random) -> str:
    """The sentence with one of the first two digits of its last number changed."""
    number = list(re.finditer(r"\d[\d.]*", text))[-1]
    places = [i for i, c in enumerate(number[0]) if c.isdigit()][:2]
    at = number.start() + chance.choice(places)
    other = chance.choice([c for c in "123456789" if c != text[at]])
    return text[:at] + other + text[at + 1 :]


@pytest.mark.shared
@pytest.mark.parametrize("name", PLANS)
def test_the_shared_plans_raise_no_alarm(shared: Path, name: str, knowledge: Knowledge) -> None:
    text = (shared / "plans" / f"{name}.txt").read_text(encoding="utf-8")
    given = dossier(text, knowledge, PLANS[name])
    assert [f"{found.quote} {found.message}" for found in loud(given)] == []
