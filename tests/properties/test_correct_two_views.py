"""Whatever is corrected in whatever order: register and reading agree, and withdrawing all restores all."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from lantu.actions import Asked, PlanFacts, correct, corrected_reading, load_plan, withdraw_correction
from lantu.actions.corrections import PlanReading
from lantu.documents import Document
from lantu.plan import Change, CorrectionKind, SentenceClass, Subject, Target
from lantu.plan.fields import written
from lantu.store import Store, verify_chain
from lantu.values import LantuError

AT = datetime(2027, 3, 1, tzinfo=UTC)
TEXT = (
    "青原省国民经济和社会发展第十五个五年规划纲要\n\n第一章 主要目标\n\n"
    "到2030年，常住人口城镇化率达到67%，建成学校、医院各30所。城镇调查失业率低于全国平均水平。\n\n"
    "第二章 重点任务\n\n健全投诉机制。建设青原数据平台，由省教育厅、省财政厅负责。新建水库若干座。\n"
)
DOCUMENT = Document.of_text("p.txt", TEXT)
# What is done: kind of step, which record, which value; numbers are taken modulo what there is.
STEPS = st.lists(st.tuples(st.sampled_from("vdiucraw"), st.integers(0, 30), st.integers(0, 30)), max_size=12)
FIELDS = {
    "v": ("value", ["1", "2.50", "67"]),
    "d": ("deadline", ["", "2027", "2030"]),
    "i": ("indicator", ["常住人口城镇化率", "学校", "水库"]),
    "u": ("unit", ["%", "所", "座"]),
}


def step(store: Store, what: str, which: int, value: int) -> None:
    state = corrected_reading(store, "p")
    assert state is not None
    if what == "w":
        number = 1 + which % max(1, len(state.applied))
        withdraw_correction(store, "p", f"p.c{number:04d}", "u", AT)
    else:
        correct(store, "p", asked(state, what, which, value), "u", AT)


def asked(state: PlanReading, what: str, which: int, value: int) -> Asked:
    if what == "c":
        sentences = state.reading.work.ledger.sentences
        one = sentences[which % len(sentences)]
        klass = list(SentenceClass)[value % len(SentenceClass)]
        change = Change("class", one.klass.value, klass.value)
        assert one.span is not None
        return Asked(CorrectionKind.CLASS, Subject.SENTENCE, one.span, one.span.quote(TEXT), (change,))
    if what == "a":
        start = 10 * (which % 10)
        span = DOCUMENT.span(start, start + 1 + value % 5)
        changes = (Change("indicator", "", f"新{value}"), Change("value", "", str(value)))
        return Asked(CorrectionKind.ADD, Subject.TARGET, span, span.quote(TEXT), changes)
    target = state.targets[which % len(state.targets)]
    assert target.span is not None
    if what == "r":
        return Asked(CorrectionKind.REMOVE, Subject.TARGET, target.span, target.quote, (), target.id)
    field, values = FIELDS[what]
    change = Change(field, written(Subject.TARGET, target, field), values[value % len(values)])
    return Asked(CorrectionKind.FIELD, Subject.TARGET, target.span, target.quote, (change,), target.id)


def check(store: Store, before: tuple[Target, ...]) -> None:
    state = corrected_reading(store, "p")
    assert state is not None
    with store.read() as reader:
        register = reader.targets("p")
        assert reader.registered("p")[: len(before)] == before
        for one in register:
            assert reader.target(one.id) == one
            if one.indicator_code:
                assert one in reader.targets_of(one.indicator_code)
    read = (*state.reading.targets, *state.reading.directional)
    assert sorted(read, key=lambda one: one.id) == list(register) == list(state.targets)
    ledger = state.reading.work.ledger
    assert sum(map(ledger.count, SentenceClass)) == len(ledger.sentences)
    named = [one for sentence in ledger.sentences for one in sentence.records if one.startswith("p.")]
    assert len(named) == len(set(named)) and set(named) <= {one.id for one in register}


@settings(max_examples=30, deadline=None)
@example([("v", 0, 0), ("a", 1, 20), ("a", 1, 0), ("v", 4, 0), ("w", 1, 0)])
@given(STEPS)
def test_register_and_reading_agree_after_any_steps(steps: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder, Store.open(f"sqlite:///{Path(folder) / 'a.db'}") as store:
        store.migrate()
        load_plan(store, DOCUMENT, PlanFacts("p"), "local", AT)
        with store.read() as reader:
            before = reader.targets("p")
        first = corrected_reading(store, "p")
        for what, which, value in steps:
            with store.read() as reader:
                records = len(reader.audit())
            try:
                step(store, what, which, value)
            except (LantuError, ZeroDivisionError):
                with store.read() as reader:
                    assert len(reader.audit()) == records  # refused and nothing written
            check(store, before)
        with store.read() as reader:
            made = reader.corrections("p")
        gone = {one.withdraws for one in made}
        for one in reversed(made):
            if one.kind is not CorrectionKind.WITHDRAW and one.id not in gone:
                withdraw_correction(store, "p", one.id, "u", AT)
        last = corrected_reading(store, "p")
        assert first is not None and last is not None
        assert last.reading == first.reading and last.targets == before
        assert verify_chain(store).ok
