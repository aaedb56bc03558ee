"""Another copy of a plan's text: ids stay, figures are found again, corrections stay in force."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from lantu.actions import (
    Asked,
    PlanFacts,
    Registered,
    correct,
    corrected_reading,
    judge,
    load_case,
    load_plan,
    withdraw_correction,
)
from lantu.cases import load_case as case_of
from lantu.documents import Document
from lantu.plan import Change, CorrectionKind, Subject
from lantu.reading import read_plan
from lantu.reading.moved import moved
from lantu.store import Store, verify_chain
from lantu.values import Conflict, NotFound

AT = datetime(2027, 3, 1, tzinfo=UTC)
PARAGRAPHS = [
    "青原省国民经济和社会发展第十五个五年规划纲要",
    "第一章 主要目标",
    "到2030年，常住人口城镇化率达到67%，建成学校30所。森林覆盖率达到42%。",
    "第二章 重点任务",
    "到2030年，新建泵站20座、水库20座。各市新建公园10个，各县新建公园10个。",
    "健全投诉机制。加强宣传。",
]


def text(*paragraphs: str, end: str = "\n\n") -> str:
    return end.join(paragraphs or PARAGRAPHS) + end


def load(store: Store, words: str, *, again: bool = True, name: str = "p.txt") -> Registered:
    return load_plan(store, Document.of_text(name, words), PlanFacts("p"), "local", AT, replace_text=again)


@pytest.fixture
def loaded(store: Store) -> Store:
    load(store, text(), again=False)
    return store


def quotes(store: Store, words: str) -> dict[str, str]:
    """Quote and indicator of every target by id; each quote stands at its place."""
    with store.read() as reader:
        found = reader.targets("p")
        sections = {one.eid for one in reader.sections("p")}
    for one in found:
        assert one.span is None or one.span.quote(words) == one.quote
        assert one.section in sections | {""}
    return {one.id: f"{one.quote} {one.indicator}" for one in found}


def test_without_the_option_the_message_names_it_and_nothing_changes(loaded: Store) -> None:
    with pytest.raises(Conflict, match="--replace-text"):
        load(loaded, text() + "附则。\n", again=False)
    with loaded.read() as reader:
        assert len(reader.audit()) == 1


def test_a_text_of_no_registered_plan_replaces_nothing(store: Store) -> None:
    with pytest.raises(NotFound, match="“p”"):
        load(store, text())
    with store.read() as reader:
        assert reader.plans() == ()


def test_the_same_text_in_another_file_is_attached_as_before(loaded: Store) -> None:
    again = load(loaded, text(), again=False, name="p.docx")
    assert (again.replaced, again.matched, again.proposals) == (False, again.targets, ())
    assert load(loaded, text()).replaced is False


CHANGED = {
    "line ends and spaces": (text(end="\r\n\r\n").replace("67%", "67 %"), 0, 0),
    "a paragraph before": (text("前言。", *PARAGRAPHS), 0, 0),
    "paragraphs in another order": (text(*PARAGRAPHS[:2], *PARAGRAPHS[4:], *PARAGRAPHS[2:4]), 0, 0),
    "words of a sentence corrected": (text().replace("森林覆盖率达到42%", "全省森林覆盖率提高到42%"), 0, 0),
    "a sentence left out": (text().replace("森林覆盖率达到42%。", ""), 1, 0),
    "a figure changed": (text().replace("42%", "43%"), 1, 1),
    "a figure more": (text(*PARAGRAPHS, "到2030年，建成医院5所。"), 0, 1),
}


@pytest.mark.parametrize("name", CHANGED)
def test_targets_keep_their_ids_and_find_their_figures(loaded: Store, name: str) -> None:
    words, lost, new = CHANGED[name]
    before = quotes(loaded, text())
    done = load(loaded, words)
    after = quotes(loaded, words)
    assert (done.replaced, len(done.lost), len(done.proposals)) == (True, lost, new)
    assert done.placed == done.targets - lost == len(before) - lost
    squeezed = {key: value.replace(" %", "%") for key, value in after.items()}
    assert squeezed == before
    with loaded.read() as reader:
        assert reader.plan("p").document == Document.of_text("", words).sha256
        assert {one.id for one in reader.targets("p") if one.span is None} == {one.id for one in done.lost}
    assert verify_chain(loaded).ok


def test_equal_figures_are_told_apart_by_sentence_and_order(loaded: Store) -> None:
    words = text("第零章 前言", "新建公园10个。", *PARAGRAPHS)
    with loaded.read() as reader:
        before = {one.id: one.span.start for one in reader.targets("p") if one.span}
    load(loaded, words)
    shift = len(words) - len(text())
    with loaded.read() as reader:
        after = {one.id: one.span.start for one in reader.targets("p") if one.span}
    assert after == {key: start + shift for key, start in before.items()}


def test_verdicts_stay_and_corrections_stay_in_force_where_found(loaded: Store) -> None:
    state = corrected_reading(loaded, "p")
    assert state is not None
    target = state.targets[0]
    assert target.span is not None
    value = Change("value", "67", "68")
    correct(
        loaded,
        "p",
        Asked(CorrectionKind.FIELD, Subject.TARGET, target.span, "67%", (value,), target.id),
        "u",
        AT,
    )
    for sentence in state.reading.work.ledger.sentences[-2:]:
        assert sentence.span is not None
        klass = Change("class", sentence.klass.value, "context" if sentence.klass != "context" else "task")
        quote = sentence.span.quote(text())
        correct(
            loaded,
            "p",
            Asked(CorrectionKind.CLASS, Subject.SENTENCE, sentence.span, quote, (klass,)),
            "u",
            AT,
        )
    day = date(2027, 2, 1)
    verdicts = judge(loaded, "p", day, "u", AT)
    with loaded.read() as reader:
        version = reader.data_version()
    words = text(*PARAGRAPHS[:-1], "健全投诉机制。").replace("城镇化率达到67%", "城镇化率要达到67%")
    done = load(loaded, words)
    assert [one.id for one in done.missed] == ["p.c0003"]
    with loaded.read() as reader:
        assert reader.data_version() == version
        assert reader.target(target.id).value == 68
    assert judge(loaded, "p", day, "u", AT) == verdicts
    after = corrected_reading(loaded, "p")
    assert after is not None
    assert [one.state.value for one in after.applied] == ["in force", "in force", "not found"]
    load(loaded, text())
    back = corrected_reading(loaded, "p")
    assert back is not None and [one.state.value for one in back.applied] == ["in force"] * 3
    withdraw_correction(loaded, "p", "p.c0003", "u", AT)


def test_a_lost_target_keeps_its_record_and_its_corrections_and_comes_back(loaded: Store) -> None:
    with loaded.read() as reader:
        target = next(one for one in reader.targets("p") if one.quote == "42%")
    assert target.span is not None
    changes = (Change("value", "42", "41"),)
    correct(
        loaded,
        "p",
        Asked(CorrectionKind.FIELD, Subject.TARGET, target.span, "42%", changes, target.id),
        "u",
        AT,
    )
    done = load(loaded, text().replace("森林覆盖率达到42%。", ""))
    assert [one.id for one in done.lost] == [target.id] and done.missed == ()
    with loaded.read() as reader:
        kept = reader.target(target.id)
    assert (kept.span, kept.value, kept.quote) == (None, 41, "42%")
    state = corrected_reading(loaded, "p")
    assert state is not None and state.applied[0].state.value == "in force"
    assert target.id not in {one.id for one in state.reading.targets}
    assert load(loaded, text()).lost == ()
    with loaded.read() as reader:
        assert reader.target(target.id).span == target.span


def blurred(text: str, seed: int) -> tuple[str, dict[int, int]]:
    """A bad copy: 3 % of the Chinese letters are others; and where each character of the text now stands."""
    chance = Random(seed)
    letters, places = [], {}
    for start, paragraph in _paragraphs(text):
        if chance.random() < 0.05:
            letters += "插入的一段话，到2030年，建成学校30所。\n" if chance.random() < 0.5 else ""
            continue
        for offset, letter in enumerate(paragraph, start):
            places[offset] = len(letters)
            chinese = "一" <= letter <= "鿿" and chance.random() < 0.03
            letters.append(chance.choice("的一是在不了有和人这") if chinese else letter)
    return "".join(letters), places


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for paragraph in text.splitlines(keepends=True):
        yield start, paragraph
        start += len(paragraph)


@pytest.mark.shared
@pytest.mark.parametrize(("name", "share"), [("liaoning-14fyp", 0.85), ("national-15fyp", 0.85)])
def test_in_a_bad_copy_most_figures_are_found_and_none_in_a_wrong_place(
    shared: Path, name: str, share: float
) -> None:
    old = Document.of_text("old", (shared / "plans" / f"{name}.txt").read_text(encoding="utf-8"))
    reading = read_plan(old)
    every = (*reading.targets, *reading.directional)
    words, places = blurred(old.text, 7)
    new = Document.of_text("new", words)
    done = moved(every, old, new, read_plan(new))
    found = 0
    for before, after in zip(every, done.targets, strict=True):
        assert before.span is not None
        if after.span is not None:
            there = places[before.span.start]
            assert after.span.start <= there + len(before.quote) and there < after.span.end
            found += 1
    assert found >= share * sum(one.span.start in places for one in every if one.span)


def test_the_text_of_a_shipped_case_can_be_replaced(store: Store) -> None:
    load_case(store, "national-15fyp", "local", AT)
    case = case_of("national-15fyp")
    plan = next(one for one in case.plans if one.document)
    before = [one for one in case.targets if one.plan == plan.id]
    quote = before[0].quote
    words = f"第一章 目标\n\n到2030年，{before[0].indicator}达到{quote}。\n"
    done = load_plan(
        store, Document.of_text("n.txt", words), PlanFacts(plan.id), "local", AT, replace_text=True
    )
    with store.read() as reader:
        assert [one.id for one in reader.targets(plan.id)] == [one.id for one in before]
        assert all(one.span is None or one.span.quote(words) == one.quote for one in reader.targets(plan.id))
    assert done.replaced and done.targets == len(before)


def test_a_case_update_keeps_the_text_a_person_put_in_its_place(store: Store) -> None:
    """The facts of the case come in, text and structure stay, targets find their figure in that text."""
    name = "national-15fyp"
    load_case(store, name, "local", AT)
    case = case_of(name)
    plan = next(one for one in case.plans if one.document)
    first, second, *_ = [one for one in case.targets if one.plan == plan.id and one.span]
    words = f"第一章 目标\n\n到2030年，{first.indicator}达到{first.quote}。\n"
    load_plan(store, Document.of_text("n.txt", words), PlanFacts(plan.id), "local", AT, replace_text=True)
    with store.read() as reader:
        here, sections = reader.registered(plan.id), reader.sections(plan.id)
    with store.write("local", "load-case", AT) as writer:  # as loaded from older files
        writer.put_targets([replace(here[0], note="older", span=None, quote="1")])
        writer.put_plan(replace(writer.plan(plan.id), title="older"))
        writer.mark_loaded(name, "older")
    assert load_case(store, name, "local", AT).changed
    with store.read() as reader:
        after = reader.plan(plan.id)
        assert (after.document, after.title) == (Document.of_text("n.txt", words).sha256, plan.title)
        assert reader.sections(plan.id) == sections
        assert reader.registered(plan.id) == here
        assert corrected_reading(store, plan.id) is not None
    assert here[0].id == first.id and here[0].span is not None and here[1].id == second.id
    assert here[0].span.quote(words) == first.quote and here[1].span is None
    assert not load_case(store, name, "local", AT).changed
    assert verify_chain(store).ok
