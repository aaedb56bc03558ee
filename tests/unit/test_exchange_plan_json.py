"""The JSON of the whole plan: the same plan comes back, the published schema is current and holds."""

import json
import types
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Union, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.documents import Document
from lantu.exchange.json_schema import plan_schema
from lantu.exchange.plan_json import dump_plan, load_plan
from lantu.exchange.whole_plan import Paper, WholePlan, whole_plan
from lantu.reading import Reading, read_plan
from lantu.reading.work import Work
from lantu.values import InputError, Message, Period, Span

SHA = "0" * 64
VALIDATOR = jsonschema.Draft202012Validator(plan_schema())

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SIMPLE = {
    str: TEXTS,
    int: st.integers(-(10**6), 10**6),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=6),
    Span: st.builds(Span, st.just(SHA), st.integers(0, 99), st.integers(99, 999)),
    Message: st.builds(Message, st.just("“{name}”"), st.fixed_dictionaries({"name": TEXTS})),
    Period: st.sampled_from(["2025", "2025Q1", "2021/2025", "2025-06"]).map(Period.parse),
    Paper: st.just(Paper("a.txt", SHA, 1000, "utf-8")),
}


def anything(hint):
    """A strategy for a type: records made of records, all the way down."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: anything(hints[field.name]) for field in fields(hint)})
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return st.lists(anything(arguments[0]), max_size=3).map(tuple)
    if origin in {Union, types.UnionType}:
        return st.one_of(*(st.none() if a is type(None) else anything(a) for a in arguments))
    return st.from_type(hint)


@settings(max_examples=60, deadline=None)
@given(anything(WholePlan))
def test_dump_and_load_give_the_same_plan(plan):
    data = dump_plan(plan)
    again = load_plan(data)
    assert again == plan
    assert dump_plan(again) == data  # spans, which records keep out of equality
    VALIDATOR.validate(json.loads(data))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["liaoning-14fyp", "national-15fyp", "suzhou-15fyp"])
def test_a_real_plan_comes_back(shared, name):
    path = shared / "plans" / f"{name}.txt"
    document = Document.of_text(path.name, path.read_text(encoding="utf-8"))
    plan = whole_plan(document, read_plan(document))
    assert plan.targets
    data = dump_plan(plan)
    again = load_plan(data)
    assert again == plan
    assert [t.span for t in again.targets] == [t.span for t in plan.targets]
    VALIDATOR.validate(json.loads(data))


def test_the_published_schema_is_current(root):
    published = json.loads((root / "docs/schema/plan-1.json").read_text(encoding="utf-8"))
    assert published == plan_schema(), "run tools/plan_schema.py"
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.fixture
def plain():
    document = Document.of_text("a.txt", "第一章 总体要求\n到2025年，粮食产量达到2500万吨以上。\n")
    return json.loads(dump_plan(whole_plan(document, read_plan(document))))


def test_numbers_keep_their_digits(plain):
    assert plain["targets"][0]["value"] == 2500
    plain["targets"][0]["value"] = "@"
    data = json.dumps(plain).replace('"@"', "12345678901234567890.123456789").encode()
    plan = load_plan(data)
    assert plan.targets[0].value == Decimal("12345678901234567890.123456789")
    assert b"12345678901234567890.123456789" in dump_plan(plan)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda p: p.update(format="other"), "不是规划的 JSON"),
        (lambda p: p.update(version=2), "格式版本是 2"),
        (lambda p: p.update(more=1), "more"),
        (lambda p: p.pop("title"), "title"),
        (lambda p: p["targets"][0].update(tier="fild"), "tier"),
        (lambda p: p["targets"][0].update(value="2500"), "value"),
        (lambda p: p["targets"][0].update(value=True), "value"),
        (lambda p: p["targets"][0].update(deadline="2025"), "deadline"),
        (lambda p: p["targets"][0].update(colour="red"), "colour"),
        (lambda p: p["targets"][0].update(start=None), "targets"),
        (lambda p: p["targets"][0].update(span=[1, 2]), "targets"),
        (lambda p: p["targets"].append(7), "targets"),
        (lambda p: p["document"].pop("sha256"), "sha256"),
    ],
)
def test_what_is_wrong_is_named_and_the_schema_agrees(plain, change, words):
    assert load_plan(json.dumps(plain).encode())
    change(plain)
    with pytest.raises(InputError, match=words) as caught:
        load_plan(json.dumps(plain).encode(), "规划.json")
    assert "规划.json" in str(caught.value)
    if not (plain["targets"] and plain["targets"][0].get("start", 0) is None):  # a half span is legal JSON
        assert not VALIDATOR.is_valid(plain)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[1]", b'{"format": NaN}', b"[" * 100_000])
def test_what_is_no_plan_is_refused(data):
    with pytest.raises(InputError):
        load_plan(data)


def test_a_span_of_another_document_is_refused():
    document = Document.of_text("a.txt", "到2025年，粮食产量达到2500万吨以上。")
    other = Document.of_text("b.txt", "乙")
    with pytest.raises(ValueError, match=document.sha256):
        dump_plan(whole_plan(other, read_plan(document)))


def test_every_field_of_a_reading_is_exchanged():
    held = {field.name for field in fields(WholePlan)}
    assert {field.name for field in fields(Reading)} - {"outline", "work"} <= held
    assert {field.name for field in fields(Work)} <= held
