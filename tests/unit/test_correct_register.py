"""Corrections kept by the store and laid over register and reading, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa

from lantu import cases
from lantu.actions import (
    Asked,
    PlanFacts,
    correct,
    corrected_reading,
    judge,
    load_case,
    load_plan,
    withdraw_correction,
)
from lantu.documents import Document
from lantu.plan import Change, CorrectionKind, SentenceClass, Subject, Target
from lantu.reading.corrected import CorrectionState
from lantu.store import Store, verify_chain
from lantu.store.schema import corrections as table
from lantu.values import Comparator, Conflict, InputError, NotFound, Span

AT = datetime(2027, 3, 1, 8, 30, 15, 250, tzinfo=UTC)
DAY = date(2027, 2, 1)
TEXT = (
    "青原省国民经济和社会发展第十五个五年规划纲要\n\n第一章 主要目标\n\n"
    "到2030年，常住人口城镇化率达到67%，建成学校30所。全社会研发经费投入年均增长8%。\n\n"
    "第二章 重点任务\n\n健全投诉机制。建设青原数据平台，由省教育厅、省财政厅负责。\n\n"
    "专栏1 重点工程\n\n开工建设青原水库。\n"
)


@pytest.fixture
def loaded(store: Store) -> Store:
    load_plan(store, Document.of_text("p.txt", TEXT), PlanFacts("p"), "local", AT)
    return store


def targets(store: Store) -> dict[str, Target]:
    with store.read() as reader:
        return {one.id: one for one in reader.targets("p")}


def of_target(
    store: Store, number: int, *changes: tuple[str, str, str], kind: CorrectionKind = CorrectionKind.FIELD
) -> Asked:
    one = targets(store)[f"p.{number:04d}"]
    assert one.span is not None
    made = tuple(Change(*change) for change in changes)
    return Asked(kind, Subject.TARGET, one.span, one.quote, made, one.id)


def of_sentence(text: str, words: str, before: str, after: str) -> Asked:
    document = Document.of_text("", text)
    start = text.index(words)
    span = document.span(start, start + len(words))
    return Asked(CorrectionKind.CLASS, Subject.SENTENCE, span, words, (Change("class", before, after),))


def added(words: str, *changes: tuple[str, str], text: str = TEXT) -> Asked:
    start = text.index(words)
    span = Document.of_text("", text).span(start, start + len(words))
    made = tuple(Change(name, "", value) for name, value in changes)
    return Asked(CorrectionKind.ADD, Subject.TARGET, span, words, made)


def make(store: Store, asked: Asked, by: str = "u") -> str:
    return correct(store, "p", asked, by, AT).id


def states(store: Store) -> list[str]:
    state = corrected_reading(store, "p")
    assert state is not None
    return [one.state.value for one in state.applied]


def test_a_correction_is_kept_in_every_field_and_laid_over_the_register(loaded: Store) -> None:
    asked = replace(
        of_target(loaded, 1, ("value", "67", "68.50"), ("deadline", "2030", "2028")), reason="看错"
    )
    made = correct(loaded, "p", asked, "u", AT)
    assert (made.id, made.by, made.at, made.reason, made.quote) == ("p.c0001", "u", AT, "看错", "67%")
    assert made.changes == (
        Change("value", "67", "68.5"),
        Change("deadline", "2030", "2028"),
        Change("deadline_inferred", "", ""),
    )
    assert (made.before[-6:], made.behind[:2]) == ("镇化率达到", "，建") or made.before.endswith(
        "城镇化率达到"
    )
    with loaded.read() as reader:
        assert reader.corrections("p") == (made,)
        (kept,) = reader.corrections("p")
        assert repr(kept) == repr(made)
        one = reader.target("p.0001")
        assert (one.value, one.deadline) == (Decimal("68.5"), 2028)
        assert reader.registered("p")[0].value == 67
        assert one in reader.targets("p")
    assert states(loaded) == ["in force"]


def test_the_reading_carries_permanent_ids_and_its_ledger_too(loaded: Store) -> None:
    state = corrected_reading(loaded, "p")
    assert state is not None
    ids = {one.id for one in state.targets}
    assert {one.id for one in state.reading.targets} == ids and len(ids) == 3
    named = {one for s in state.reading.work.ledger.sentences for one in s.records if one in ids}
    assert named == ids
    assert all("~" in one.id for one in state.as_read.targets)
    assert [s.klass for s in state.reading.work.ledger.sentences] == [
        s.klass for s in state.as_read.work.ledger.sentences
    ]


def test_an_inferred_year_the_code_and_the_region_follow(loaded: Store) -> None:
    make(loaded, of_target(loaded, 3, ("deadline", "", "2029"), ("scope", "", "青原市")))
    one = targets(loaded)["p.0003"]
    assert (one.deadline, one.deadline_inferred, one.scope, one.region) == (2029, None, "青原市", "")
    named = (("indicator", one.indicator, "常住人口城镇化率"), ("mode", one.mode.value, "level"))
    make(loaded, of_target(loaded, 3, ("deadline", "2029", ""), *named))
    one = targets(loaded)["p.0003"]
    assert (one.deadline, one.deadline_inferred) == (None, 2030)
    assert one.indicator_code == targets(loaded)["p.0001"].indicator_code != ""
    with loaded.read() as reader:
        assert {t.id for t in reader.targets_of(one.indicator_code)} >= {"p.0001", "p.0003"}


def test_removed_targets_leave_every_list_and_say_so(loaded: Store) -> None:
    code = targets(loaded)["p.0001"].indicator_code
    made = make(loaded, of_target(loaded, 1, kind=CorrectionKind.REMOVE), "甲")
    assert sorted(targets(loaded)) == ["p.0002", "p.0003"]
    with loaded.read() as reader:
        assert "p.0001" not in {one.id for one in reader.targets_of(code)}
        with pytest.raises(NotFound, match=r"甲.*p\.c0001"):
            reader.target("p.0001")
    state = corrected_reading(loaded, "p")
    assert state is not None and "p.0001" not in {one.id for one in state.reading.targets}
    with pytest.raises(NotFound):
        make(loaded, Asked(CorrectionKind.REMOVE, Subject.TARGET, Span("", 0, 0), "67%", (), "p.0001"))
    assert len(states(loaded)) == 1
    withdraw_correction(loaded, "p", made, "u", AT)
    assert "p.0001" in targets(loaded)


def test_an_added_target_gets_the_next_id_which_is_never_used_again(loaded: Store) -> None:
    asked = added("水库", ("indicator", "水库"), ("value", "1"), ("unit", "座"), ("mode", "count_built"))
    first = correct(loaded, "p", asked, "u", AT)
    assert first.record == "p.0004" and targets(loaded)["p.0004"].value == 1
    state = corrected_reading(loaded, "p")
    assert state is not None
    (sentence,) = (s for s in state.reading.work.ledger.sentences if "p.0004" in s.records)
    assert sentence.klass is SentenceClass.TARGET
    assert targets(loaded)["p.0004"].section == sentence.section != ""
    with pytest.raises(Conflict, match=r"p\.0004"):
        correct(loaded, "p", asked, "u", AT)
    make(loaded, of_target(loaded, 4, ("value", "1", "2")))
    assert targets(loaded)["p.0004"].value == 2
    assert {one.target for one in judge(loaded, "p", DAY, "u", AT)} == set(targets(loaded))
    withdraw_correction(loaded, "p", first.id, "乙", AT)
    assert "p.0004" not in targets(loaded) and states(loaded)[1] == "not found"
    with loaded.read() as reader, pytest.raises(NotFound, match="乙"):
        reader.target("p.0004")
    assert correct(loaded, "p", asked, "u", AT).record == "p.0005"
    assert sorted(targets(loaded)) == ["p.0001", "p.0002", "p.0003", "p.0005"]


def test_classes_tasks_projects_and_bodies(loaded: Store) -> None:
    state = corrected_reading(loaded, "p")
    assert state is not None
    make(
        loaded,
        of_sentence(TEXT, "健全投诉机制。", state.as_read.work.ledger.sentences[2].klass.value, "context"),
    )
    work = state.reading.work
    one = work.responsibilities[0]
    body = one.bodies[1]
    assert body.span is not None and one.span is not None
    change = Change("role", body.role.value, "assist")
    make(loaded, Asked(CorrectionKind.FIELD, Subject.RESPONSIBILITY, body.span, body.name, (change,), one.id))
    name = Change("body", one.bodies[0].name, "省科技厅")
    make(loaded, Asked(CorrectionKind.FIELD, Subject.RESPONSIBILITY, one.span, one.words, (name,), one.id))
    platform = work.platforms[0]
    assert platform.span is not None
    use = Change("action", platform.action.value, "use")
    quote = platform.span.quote(TEXT)
    make(loaded, Asked(CorrectionKind.FIELD, Subject.PLATFORM, platform.span, quote, (use,), platform.id))
    project = work.projects[0]
    assert project.span is not None
    gone = Asked(
        CorrectionKind.REMOVE, Subject.PROJECT, project.span, project.span.quote(TEXT), (), project.id
    )
    make(loaded, gone)
    after = corrected_reading(loaded, "p")
    assert after is not None and states(loaded) == ["in force"] * 5
    done = after.reading.work
    assert [(b.name, b.role.value) for b in done.responsibilities[0].bodies] == [
        ("省科技厅", "responsible"),
        ("省财政厅", "assist"),
    ]
    assert done.platforms[0].action.value == "use" and len(done.projects) == len(work.projects) - 1
    assert not any(project.id in s.records for s in done.ledger.sentences)
    (changed,) = (s for s in done.ledger.sentences if s.why == "corrected")
    assert changed.span is not None and changed.span.quote(TEXT) == "健全投诉机制。"
    assert sum(after.confusion().values()) == 1
    assert after.counts()[CorrectionKind.REMOVE, Subject.PROJECT] == 1 and sum(after.counts().values()) == 5
    ((_, given),) = after.confusion()
    assert given is SentenceClass.CONTEXT


def test_later_corrections_supersede_and_withdrawing_brings_back(loaded: Store) -> None:
    one = make(loaded, of_target(loaded, 1, ("value", "67", "68"), ("unit", "%", "分")))
    two = make(loaded, of_target(loaded, 1, ("value", "68", "69")))
    assert states(loaded) == ["in force", "in force"]  # the unit still is the first one's
    three = make(loaded, of_target(loaded, 1, ("unit", "分", "%")))
    assert states(loaded) == ["superseded", "in force", "in force"]
    withdraw_correction(loaded, "p", three, "u", AT)
    assert targets(loaded)["p.0001"].unit == "分"
    withdraw_correction(loaded, "p", two, "u", AT)
    assert targets(loaded)["p.0001"].value == 68
    withdraw_correction(loaded, "p", one, "u", AT)
    with loaded.read() as reader:
        assert reader.targets("p") == reader.registered("p")
    assert states(loaded) == ["withdrawn"] * 3 + ["in force"] * 3
    for again, error in ((one, Conflict), ("p.c0004", InputError), ("p.c0099", NotFound)):
        with pytest.raises(error):
            withdraw_correction(loaded, "p", again, "u", AT)


def test_a_withdrawal_that_leaves_what_does_not_fit_is_refused(loaded: Store) -> None:
    one = make(loaded, of_target(loaded, 1, ("value", "67", "60")))
    range_ = (("comparator", targets(loaded)["p.0001"].comparator.value, "range"), ("value_max", "", "65"))
    make(loaded, of_target(loaded, 1, *range_))
    assert targets(loaded)["p.0001"].comparator is Comparator.RANGE
    with pytest.raises(Conflict, match=r"p\.c0001"):
        withdraw_correction(loaded, "p", one, "u", AT)
    assert len(states(loaded)) == 2


def test_what_is_not_as_it_was_seen_is_refused(loaded: Store) -> None:
    good = of_target(loaded, 1, ("value", "67", "68"))
    make(loaded, good)
    stale = [
        good,  # another person was faster
        replace(good, quote="68%"),
        replace(of_sentence(TEXT, "健全投诉机制。", "target", "task")),
        of_sentence("前言。\n" + TEXT, "健全投诉机制。", "task", "context"),
    ]
    for asked in stale:
        with pytest.raises(Conflict):
            make(loaded, asked)
    assert states(loaded) == ["in force"]
    with loaded.read() as reader:
        assert len(reader.audit()) == 2


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((("colour", "", "red"),), "colour"),
        ((("indicator_code", "", "gdp"),), "indicator_code"),
        ((("mode", "level", "great"),), "growth_per_year"),
        ((("value", "67", "many"),), "many"),
        ((("value", "67", ""),), "value"),
        ((("deadline", "2030", "30"),), "30"),
        ((("indicator", "常住人口城镇化率", " "),), "indicator"),
        ((("value_max", "", "70"),), "range"),
        ((("value", "67", "67.0"),), "没有改动"),
        ((), "没有改动"),
        ((("value", "67", "68"), ("value", "67", "69")), "两次"),
        ((("unit", "%", "长" * 201),), "200"),
    ],
)
def test_what_is_not_allowed_says_what_is(
    loaded: Store, changes: tuple[tuple[str, str, str], ...], told: str
) -> None:
    with pytest.raises(InputError, match=told):
        make(loaded, of_target(loaded, 1, *changes))
    with loaded.read() as reader:
        assert reader.corrections("p") == () and len(reader.audit()) == 1


def test_kinds_that_do_not_fit_their_subject_are_refused(loaded: Store) -> None:
    one = of_target(loaded, 1, ("value", "67", "68"))
    for kind, subject in (
        (CorrectionKind.CLASS, Subject.TARGET),
        (CorrectionKind.FIELD, Subject.SENTENCE),
        (CorrectionKind.ADD, Subject.PROJECT),
        (CorrectionKind.WITHDRAW, Subject.TARGET),
    ):
        with pytest.raises(InputError):
            make(loaded, replace(one, kind=kind, subject=subject))
    with pytest.raises(InputError, match="value"):
        make(loaded, added("水库", ("indicator", "水库")))
    with pytest.raises(InputError, match="indicator"):
        make(loaded, added("水库", ("value", "3")))


def test_only_corrections_of_the_register_make_verdicts_old(loaded: Store) -> None:
    def version() -> int:
        with loaded.read() as reader:
            return reader.data_version()

    start = version()
    klass = corrected_reading(loaded, "p").as_read.work.ledger.sentences[2].klass.value  # type: ignore[union-attr]
    one = make(loaded, of_sentence(TEXT, "健全投诉机制。", klass, "context"))
    withdraw_correction(loaded, "p", one, "u", AT)
    assert version() == start
    two = make(loaded, of_target(loaded, 1, ("value", "67", "68")))
    assert version() == start + 3
    withdraw_correction(loaded, "p", two, "u", AT)
    assert version() == start + 4
    with loaded.read() as reader:
        assert [one.verb for one in reader.audit()] == ["correct"] * 2 + ["correct-text"] * 2 + ["load-plan"]


def test_the_audit_chain_holds_each_correction_in_full(loaded: Store) -> None:
    make(loaded, of_target(loaded, 1, ("value", "67", "68")))
    with loaded.read() as reader:
        (done,) = reader.audit()[0].payload["done"]
        (kept,) = reader.corrections("p")
    assert done["put"] == "correction" and done["records"][0]["id"] == kept.id
    assert done["records"][0]["changes"][0] == {"field": "value", "before": "67", "after": "68"}
    assert verify_chain(loaded).ok


CHANGES = {
    "UPDATE corrections SET quote = '66'": "被改过",
    "UPDATE corrections SET seq = 1": "另外加进去",
    "DELETE FROM corrections": "被删去",
}


@pytest.mark.parametrize("statement", CHANGES)
def test_a_correction_changed_below_the_program_is_found(loaded: Store, statement: str) -> None:
    make(loaded, of_target(loaded, 1, ("value", "67", "68")))
    assert verify_chain(loaded).ok
    with loaded.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            connection.exec_driver_sql("DROP TRIGGER corrections_no_update")
            connection.exec_driver_sql("DROP TRIGGER corrections_no_delete")
        connection.exec_driver_sql(statement)
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = origin")
    report = verify_chain(loaded)
    assert not report.ok and CHANGES[statement] in str(report.why) and "p.c0001" in str(report.why)


def test_an_erased_payload_leaves_its_correction_unchecked(loaded: Store) -> None:
    make(loaded, of_target(loaded, 1, ("value", "67", "68")))
    with loaded.write("local", "erase", AT) as writer:
        writer.erase_payload(2)
    assert verify_chain(loaded).ok and verify_chain(loaded).erased == (2,)


def test_two_people_make_the_same_correction_at_once(loaded: Store) -> None:
    asked = of_target(loaded, 1, ("value", "67", "68"))
    corrected_reading(loaded, "p")

    def one(number: int) -> str:
        try:
            return make(loaded, asked, f"u{number}")
        except Conflict:
            return "refused"

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(one, range(4)))
    assert outcomes == ["p.c0001", "refused", "refused", "refused"]


@pytest.mark.parametrize("statement", ["UPDATE corrections SET quote = ''", "DELETE FROM corrections"])
def test_the_database_refuses_to_change_a_correction(loaded: Store, statement: str) -> None:
    make(loaded, of_target(loaded, 1, ("value", "67", "68")))
    with pytest.raises(sa.exc.DBAPIError, match="append-only"), loaded.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    with loaded.engine.begin() as connection:
        row = dict(connection.execute(sa.select(table)).mappings().one())
    with pytest.raises(sa.exc.DBAPIError), loaded.engine.begin() as connection:
        connection.execute(sa.insert(table), [{**row, "id": "p.c0002"}])  # a number that is taken


def test_a_case_update_does_not_undo_a_correction(store: Store) -> None:
    """What ``prepare`` does when the files of a case changed since it was loaded."""
    name = "national-15fyp"
    load_case(store, name, "local", AT)
    (plan, *_), first = cases.load_case(name).plans, cases.load_case(name).targets[0]
    span = first.span or Span("", 0, 0)
    with store.read() as reader:
        before = reader.target(first.id)
    change = Change("strength", before.strength.value, "strive")
    asked = Asked(CorrectionKind.FIELD, Subject.TARGET, span, first.quote, (change,), first.id)
    correct(store, first.plan, asked, "u", AT)
    with store.write("local", "load-case", AT) as writer:  # as loaded from older files
        writer.put_targets([replace(first, note="older")])
        writer.mark_loaded(name, "older")
    assert load_case(store, name, "local", AT).changed
    with store.read() as reader:
        after = reader.target(first.id)
        assert after == replace(before, strength=type(before.strength)("strive"))
        assert reader.registered(first.plan)[0].note == first.note
    assert plan.id == first.plan and verify_chain(store).ok


def test_what_people_add_to_a_shipped_plan_counts_behind_its_case(store: Store) -> None:
    name = "national-15fyp"
    load_case(store, name, "local", AT)
    words = "青原省规划\n\n第一章 目标\n\n建设水库。\n"
    load_plan(store, Document.of_text("n.txt", words), PlanFacts(name), "local", AT, replace_text=True)
    asked = added("水库", ("indicator", "水库"), ("value", "1"), text=words)
    assert correct(store, name, asked, "u", AT).record == f"{name}.9001"


def test_without_the_text_a_registered_target_can_be_corrected_and_nothing_else(store: Store) -> None:
    load_case(store, "national-15fyp", "local", AT)
    assert corrected_reading(store, "national-15fyp") is None
    with pytest.raises(InputError, match="lantu load"):
        correct(store, "national-15fyp", of_sentence(TEXT, "健全投诉机制。", "task", "context"), "u", AT)


def test_states_are_words_of_the_interface() -> None:
    assert [state.value for state in CorrectionState] == ["in force", "superseded", "withdrawn", "not found"]


DIRECTIONAL = (
    "青原省国民经济和社会发展第十五个五年规划纲要\n\n第一章 主要目标\n\n"
    "到2030年，城镇调查失业率低于全国平均水平，建成学校30所。单位地区生产总值能耗持续下降。\n"
)


def test_targets_without_a_figure_follow_the_figures_and_are_corrected_too(store: Store) -> None:
    done = load_plan(store, Document.of_text("p.txt", DIRECTIONAL), PlanFacts("p"), "local", AT)
    kept = targets(store)
    assert [one.value is None for one in kept.values()] == [False, True, True]
    assert done.targets == done.matched == 3
    again = load_plan(store, Document.of_text("p.txt", DIRECTIONAL), PlanFacts("p"), "local", AT)
    assert (again.matched, again.proposals) == (3, ())
    state = corrected_reading(store, "p")
    assert state is not None
    assert [one.id for one in state.reading.directional] == ["p.0002", "p.0003"]
    named = [one for s in state.reading.work.ledger.sentences for one in s.records if one in kept]
    assert sorted(named) == sorted(kept)
    make(
        store,
        of_target(store, 3, ("deadline", "", "2028"), ("strength", kept["p.0003"].strength.value, "strive")),
    )
    make(store, of_target(store, 2, kind=CorrectionKind.REMOVE))
    after = corrected_reading(store, "p")
    assert after is not None and states(store) == ["in force", "in force"]
    assert [(one.id, one.deadline) for one in after.reading.directional] == [("p.0003", 2028)]
    make(store, of_target(store, 3, ("value", "", "13.5"), ("unit", "", "%")))  # the figure was overlooked
    after = corrected_reading(store, "p")
    assert after is not None and after.reading.directional == ()
    assert {one.target for one in judge(store, "p", DAY, "u", AT)} == {"p.0001", "p.0003"}
    moved = load_plan(
        store,
        Document.of_text("q.txt", "前言。\n\n" + DIRECTIONAL),
        PlanFacts("p"),
        "u",
        AT,
        replace_text=True,
    )
    assert moved.lost == () and moved.placed == 2
