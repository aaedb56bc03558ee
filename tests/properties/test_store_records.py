"""Whatever a record holds, the store gives it back: every field, every digit, on both databases."""

import contextlib
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantu.documents import Document, Place
from lantu.indicators import Observation
from lantu.monitoring import Verdict
from lantu.plan import BlankRow, Correction, Entry, Plan, Section, Target
from lantu.store import Store
from lantu.store.codec import decode, encode
from lantu.store.observations import key_of
from lantu.values import Period

NOW = datetime(2026, 3, 1, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=6)
NUMBERS = st.integers(0, 25).flatmap(lambda places: st.decimals(-(10**12), 10**12, places=places))
PERIODS = st.sampled_from(
    ["2025", "2025H1", "2025Q3", "2025-06", "2025-11-01", "2021/2025", "2025-01/2025-08"]
)
QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, 2**31 - 1),
    bool: st.booleans(),
    Decimal: NUMBERS.map(lambda number: abs(number) if number.is_zero() else number),
    date: st.dates(),
    datetime: st.integers(0, 10**16).map(lambda micros: EPOCH + timedelta(microseconds=micros)),
    Period: PERIODS.map(Period.parse),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type, built from the annotation so that a new field is tested when it is added."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return st.one_of(*(st.none() if one is types.NoneType else values(one) for one in inside))
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is tuple:
        assert inside[1:] == (...,), kind
        return st.lists(values(inside[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(*map(values, inside), max_size=3).map(
            lambda found: dict(sorted(found.items()))
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    assert is_dataclass(kind), kind
    return records(kind)


def records(kind: Any) -> st.SearchStrategy[Any]:
    return st.deferred(
        lambda: st.builds(kind, **{one.name: values(one.type) for one in fields(kind) if one.init})
    )


def same(first: object, second: object) -> bool:
    """Equal in every field, those left out of equality too (spans), and digit by digit."""
    return repr(first) == repr(second)


class Undo(Exception):
    pass


@contextlib.contextmanager
def trial(store: Store, verb: str = "test") -> Any:
    """A write that is taken back, so that examples do not meet each other."""
    with contextlib.suppress(Undo), store.write("local", verb, NOW) as writer:
        yield writer
        raise Undo


@pytest.mark.parametrize("kind", [Plan, Section, Target, Observation, Verdict, Entry, BlankRow, Correction])
def test_every_optional_field_is_given_a_value_by_the_strategies(kind: Any) -> None:
    defaults = [one.name for one in fields(kind) if one.default is not MISSING]
    seen = set()

    @settings(max_examples=60, deadline=None, database=None)
    @given(records(kind))
    def look(record: Any) -> None:
        seen.update(one.name for one in fields(kind) if getattr(record, one.name) != one.default)

    look()
    assert set(defaults) <= seen


@pytest.mark.parametrize("kind", [Plan, Section, Target, Observation, Verdict, Entry, BlankRow, Correction])
def test_codec_gives_back_the_record(kind: Any) -> None:
    @QUICK
    @given(records(kind))
    def check(record: Any) -> None:
        text = encode(record)
        assert same(decode(text, kind), record)
        assert encode(decode(text, kind)) == text

    check()


@QUICK
@given(plan=records(Plan))
def test_plan(store: Store, plan: Plan) -> None:
    with trial(store) as writer:
        writer.put_plan(plan)
        assert same(writer.plan(plan.id), plan)
        assert same(writer.plans(), (plan,))


@QUICK
@given(plan=records(Plan), sections=st.lists(records(Section), max_size=4, unique_by=lambda one: one.eid))
def test_sections(store: Store, plan: Plan, sections: list[Section]) -> None:
    with trial(store) as writer:
        writer.put_plan(plan)
        writer.put_sections(plan.id, sections[::-1])
        writer.put_sections(plan.id, sections)
        assert same(writer.sections(plan.id), tuple(sections))


@QUICK
@given(
    plan=records(Plan),
    targets=st.lists(records(Target), min_size=1, max_size=4, unique_by=lambda one: one.id),
)
def test_targets(store: Store, plan: Plan, targets: list[Target]) -> None:
    wanted = [replace(target, plan=plan.id or "p") for target in targets]
    with trial(store) as writer:
        writer.put_plan(replace(plan, id=plan.id or "p"))
        writer.put_targets([replace(target, note="earlier", value=None, span=None) for target in wanted])
        writer.put_targets(wanted)
        assert same(writer.targets(plan.id or "p"), tuple(sorted(wanted, key=lambda one: one.id)))
        assert same(writer.target(wanted[0].id), wanted[0])


@QUICK
@given(observations=st.lists(records(Observation), max_size=5, unique_by=key_of))
def test_observations(store: Store, observations: list[Observation]) -> None:
    with trial(store) as writer:
        assert writer.put_observations(observations) == len(observations)
        assert writer.put_observations(observations) == 0
        found = writer.observations()
        assert sorted(map(repr, found)) == sorted(map(repr, observations))
        order = [(one.indicator, one.region, one.period.code) for one in found]
        assert order == sorted(order)


@QUICK
@given(target=records(Target), plan=records(Plan), verdict=records(Verdict))
def test_verdict(store: Store, plan: Plan, target: Target, verdict: Verdict) -> None:
    wanted = replace(verdict, target=target.id)
    with trial(store) as writer:
        writer.put_plan(replace(plan, id=plan.id or "p"))
        writer.put_targets([replace(target, plan=plan.id or "p")])
        writer.put_verdicts(plan.id or "p", verdict.as_of, "scheme", [wanted])
        assert same(writer.verdict(target.id, verdict.as_of, "scheme"), wanted)
        assert same(writer.verdicts(plan.id or "p", verdict.as_of, "scheme"), (wanted,))


@QUICK
@given(plan=records(Plan), entry=records(Entry), blanks=st.lists(records(BlankRow), max_size=4))
def test_entry_and_blanks(store: Store, plan: Plan, entry: Entry, blanks: list[BlankRow]) -> None:
    rows = [replace(blank, plan=plan.id) for blank in blanks]
    with trial(store) as writer:
        writer.put_plan(plan)
        writer.put_entry(replace(entry, plan=plan.id))
        writer.put_blanks(plan.id, rows)
        assert same(writer.entries(plan.id), (replace(entry, plan=plan.id),))
        assert same(writer.blanks(plan.id), tuple(rows))


@QUICK
@given(plan=records(Plan), corrections=st.lists(records(Correction), max_size=4))
def test_corrections(store: Store, plan: Plan, corrections: list[Correction]) -> None:
    wanted = [
        replace(one, plan=plan.id, id=f"{plan.id}.c{number:04d}") for number, one in enumerate(corrections, 1)
    ]
    with trial(store) as writer:
        writer.put_plan(plan)
        for one in wanted:
            assert writer.next_correction(plan.id) == one.id
            writer.put_correction(one)
        assert same(writer.corrections(plan.id), tuple(wanted))


@QUICK
@given(name=TEXT, text=TEXT, places=st.lists(records(Place), max_size=3), data=st.binary(max_size=9))
def test_document(store: Store, name: str, text: str, places: list[Place], data: bytes) -> None:
    document = Document.of_text(name, text, places=tuple(places), source=data)
    with trial(store) as writer:
        writer.put_document(document)
        assert same(writer.document(document.sha256), document)
