"""Every figure of made-up sentences: role, phrase, region, period, value, unit, sense and ties, in both scripts."""

import opencc
import pytest

from lantu.check.statement import Link, Role, Statement
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.reading.script import fold

from .statement_case_files import Case, cases

CASES = cases()
_SENSES = ("about", "over", "under", "nearly")
_MOVES = ("at", "from", "to", "by", "above")
_LINKS = {link.value: link for link in Link}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.file}:{c.sentence[:16]}")
def test_every_statement_of_a_sentence(case: Case) -> None:
    found = in_sentence(case, case.text)
    assert [s.quote for s in found] == [one[0] for one in case.expected]
    for said, one in zip(found, case.expected, strict=True):
        check(said, one, found)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.file}:{c.sentence[:16]}")
def test_the_same_statements_in_traditional_script(case: Case) -> None:
    found = in_sentence(case, opencc.OpenCC("s2t").convert(case.text))
    assert [fold(s.quote) for s in found] == [fold(one[0]) for one in case.expected]
    for said, one in zip(found, case.expected, strict=True):
        check(said, one, found)


def in_sentence(case: Case, text: str) -> list[Statement]:
    """The statements of the sentence itself, behind title and heading."""
    draft = read_statements(Document.of_text("draft.txt", text), region=case.region)
    return [s for s in draft.statements if s.span.start >= len(text) - len(case.sentence) - 1]


def check(said: Statement, one: list[str], found: list[Statement]) -> None:
    role, _, measure = one[2].partition("/")
    assert fold(said.phrase) == fold(one[1])
    assert said.role == role
    if measure:
        assert said.measure == measure
    assert said.region == one[3]
    assert (said.period.code if said.period else "") == one[4]
    words = one[5].split() if len(one) > 5 else []
    sense = next((w for w in words if w in _SENSES), "exact")
    assert said.written.sense == sense
    for word in words:
        detail(said, word, found)


def detail(said: Statement, word: str, found: list[Statement]) -> None:
    name, _, value = word.partition("=")
    if word in "+-":
        assert said.sign == (1 if word == "+" else -1)
    elif word == "range":
        assert said.value_max is not None and said.value_max.value > said.written.value
    elif word == "yearly":
        assert said.yearly
    elif word in _MOVES:
        assert said.move == word
    elif name == "against":
        kind, _, what = value.partition(":")
        assert said.compared is not None and said.compared.against == kind
        period = said.compared.period.code if said.compared.period else ""
        assert what in ("", period, said.compared.region)
    elif name in ("level", "whole", "from", "row", "total"):
        assert said.tied(_LINKS[name]) == found[int(value)].id
    elif name == "basis":
        assert [fold(b) for b in said.basis] == [fold(b) for b in value.split(",")]
    elif name in ("vintage", "among"):
        assert getattr(said, name) == value
    elif name == "listed":
        assert said.listed is not None and said.listed.count == int(value)
    else:
        assert word in _SENSES


def test_there_are_enough_cases() -> None:
    assert sum(len(case.expected) for case in CASES) >= 120
    assert {Role(one[2].partition("/")[0]) for case in CASES for one in case.expected} >= {
        Role.ACTUAL, Role.GROWTH, Role.CHANGE, Role.TARGET, Role.SHARE, Role.RANK, Role.COUNT, Role.MULTIPLE,
    }  # fmt: skip
