"""Writing and reading: what a write leaves behind, what it refuses, and what the audit record says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from lantu.documents import Document
from lantu.indicators import Observation
from lantu.monitoring import Stage, Status, Verdict
from lantu.plan import BlankRow, Entry, Plan, Section, SectionKind, Target
from lantu.store import Store, Writer
from lantu.store.schema import verdicts
from lantu.values import (
    Binding,
    Comparator,
    Conflict,
    Direction,
    InputError,
    Mode,
    NotFound,
    Period,
    PlanKind,
    Rank,
    Source,
    Vintage,
    msg,
)

AT = datetime(2026, 3, 1, 8, 30, 15, 250, tzinfo=UTC)
DAY = date(2026, 2, 28)
PLAN = Plan(
    "p", "规划", PlanKind.OUTLINE, Rank.PROVINCIAL, "990000", Period.parse("2021/2025"), parents=("n",)
)


def target(number: int, plan: str = "p", code: str = "gdp") -> Target:
    return Target(
        id=f"{plan}.{number:04}",
        quote="6%",
        indicator="地区生产总值",
        comparator=Comparator.AT_LEAST,
        value=Decimal("6.0"),
        unit="%",
        mode=Mode.GROWTH_PER_YEAR,
        direction=Direction.UP,
        indicator_code=code,
        plan=plan,
    )


def figure(year: int, value: str = "5.1", **change: Any) -> Observation:
    one = Observation(
        indicator="gdp",
        region="990000",
        period=Period.of_year(year),
        value=Decimal(value),
        unit="%",
        vintage=Vintage.FINAL,
        source=Source("公报", "统计局", seen_on=date(2026, 1, 1)),
        basis=("不变价",),
        published_on=date(year + 1, 3, 1),
    )
    return replace(one, **change)


def verdict(number: int, status: Status = Status.MET) -> Verdict:
    return Verdict(f"p.{number:04}", DAY, status, Stage.FINAL, "limit", msg("达到{n}", n=1), figure(2025))


def entry(no: str = "1", **change: Any) -> Entry:
    row = Entry(
        *("p", no, "指标", "%", 2020, Decimal("1.0"), 2025, Comparator.AT_LEAST, Decimal(2), None, None, ""),
        *(Binding.BINDING, "12", "local", AT),
    )
    return replace(row, **change)


def write(store: Store, *puts: Callable[[Writer], object], verb: str = "load") -> None:
    with store.write("local", verb, AT) as writer:
        for put in puts:
            put(writer)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one plan and three targets, written in one go."""
    write(store, lambda w: w.put_plan(PLAN), lambda w: w.put_targets([target(n) for n in (3, 1, 2)]))
    return store


# What a write leaves behind


def test_an_empty_store(store: Store) -> None:
    with store.read() as r:
        assert r.data_version() == 0
        empty = (
            r.plans(),
            r.targets("p"),
            r.observations(),
            r.audit(),
            r.verdicts("p", DAY, "s"),
            r.entries("p"),
        )
        assert empty == ((),) * 6
        assert (r.document("0"), r.loaded("case"), r.verdict("p.1", DAY, "s")) == (None, None, None)


def test_one_write_is_one_audit_record(filled: Store) -> None:
    with filled.read() as reader:
        (record,) = reader.audit()
        assert reader.data_version() == 1
    assert (record.seq, record.actor, record.verb, record.at) == (1, "local", "load", AT)
    plan, targets = record.payload["done"]
    assert (plan["put"], plan["plan"], plan["records"][0]["title"]) == ("plan", "p", "规划")
    assert (targets["put"], targets["given"], targets["new"], len(targets["rows"])) == ("targets", 3, 3, 64)


def test_the_instant_is_kept_in_utc_whatever_zone_it_was_given_in(store: Store) -> None:
    beijing = timezone(timedelta(hours=8))
    with store.write("local", "load", AT.astimezone(beijing)) as writer:
        writer.mark_loaded("case", "d")
    with store.read() as reader:
        found = reader.audit()[0].at
    assert found == AT and found.utcoffset() == timedelta(0)


def test_a_write_that_changes_nothing_leaves_no_record(filled: Store) -> None:
    write(filled, lambda w: w.put_plan(PLAN), lambda w: w.put_targets([target(1)]))
    write(filled)
    with filled.read() as reader:
        assert len(reader.audit()) == 1


def test_an_error_leaves_everything_as_it_was(filled: Store) -> None:
    class Stop(Exception):
        pass

    def fail(_: Writer) -> None:
        raise Stop

    with pytest.raises(Stop):
        write(filled, lambda w: w.put_observations([figure(2024)]), fail)
    with filled.read() as reader:
        assert reader.observations() == () and len(reader.audit()) == 1
    write(filled, lambda w: w.put_observations([figure(2024)]))
    with filled.read() as reader:
        assert [record.seq for record in reader.audit()] == [2, 1]


def test_many_records_are_named_by_count_and_digest_few_in_full(filled: Store) -> None:
    write(filled, lambda w: w.put_observations([figure(year) for year in range(1990, 2020)]))
    write(filled, lambda w: w.put_entry(entry()))
    with filled.read() as reader:
        few, many, *_ = (record.payload["done"][0] for record in reader.audit())
    assert many == {
        "put": "observations",
        "given": 30,
        "new": 30,
        "changed": 0,
        "gone": 0,
        "rows": many["rows"],
    }
    assert few["records"][0]["target"] == "2" and few["records"][0]["entered_by"] == "local"


def test_the_digest_of_rows_depends_on_every_digit(fresh_database: Callable[[bool], str]) -> None:
    digests = set()
    for value in ("5.1", "5.10", "5.2", "5.1"):
        with Store.open(fresh_database(True)) as store:
            write(store, lambda w, value=value: w.put_observations([figure(2024, value)]))
            with store.read() as reader:
                digests.add(reader.audit()[0].payload["done"][0]["rows"])
    assert len(digests) == 3


def test_who_and_when_must_be_said(store: Store) -> None:
    for actor, verb, at in (("", "load", AT), ("local", "", AT), ("local", "load", AT.replace(tzinfo=None))):
        with pytest.raises(ValueError, match="a write needs"), store.write(actor, verb, at):
            pass


# Plans, sections, targets


def test_ids_sort_by_code_point(store: Store) -> None:
    for name in ("b", "A", "a", "_", "一"):
        write(store, lambda w, name=name: w.put_plan(replace(PLAN, id=name)))
    with store.read() as reader:
        assert [plan.id for plan in reader.plans()] == ["A", "_", "a", "b", "一"]


def test_targets_come_by_id_by_indicator_and_by_annual_plan(filled: Store) -> None:
    annual = replace(PLAN, id="a", kind=PlanKind.ANNUAL)
    elsewhere = replace(annual, id="e", region="980000")
    write(filled, *(lambda w, plan=plan: w.put_plan(plan) for plan in (annual, elsewhere)))
    write(filled, lambda w: w.put_targets([target(1, "a", "cpi"), target(1, "e", "cpi")]))
    with filled.read() as reader:
        assert [one.id for one in reader.targets("p")] == ["p.0001", "p.0002", "p.0003"]
        assert reader.target("p.0002") == target(2)
        assert [one.id for one in reader.targets_of("cpi")] == ["a.0001", "e.0001"]
        assert [one.id for one in reader.annual_targets()] == ["a.0001", "e.0001"]
        assert [one.id for one in reader.annual_targets("990000")] == ["a.0001"]


def test_a_target_is_updated_by_its_permanent_id(filled: Store) -> None:
    write(filled, lambda w: w.put_targets([replace(target(2), value=Decimal("6.50"), note="改")]))
    with filled.read() as reader:
        assert len(reader.targets("p")) == 3
        assert str(reader.target("p.0002").value) == "6.50" and reader.target("p.0001").note == ""
        assert reader.audit()[0].payload["done"][0]["changed"] == 1


def test_one_id_with_two_contents_is_refused_and_nothing_is_lost_in_silence(filled: Store) -> None:
    with pytest.raises(InputError, match=r"p\.0007"):
        write(filled, lambda w: w.put_targets([target(7), replace(target(7), unit="元")]))
    chapter = Section("s1", SectionKind.CHAPTER, 1, "第一章", "题")
    with pytest.raises(InputError, match="s1"):
        write(filled, lambda w: w.put_sections("p", [chapter, replace(chapter, title="又题")]))
    write(filled, lambda w: w.put_targets([target(7), target(7)]))
    with filled.read() as reader:
        assert len(reader.targets("p")) == 4 and reader.sections("p") == ()


def test_sections_are_replaced_as_a_whole(filled: Store) -> None:
    sections = [Section(f"s{n}", SectionKind.CHAPTER, n, f"第{n}章", "题") for n in (1, 2, 3)]
    write(filled, lambda w: w.put_sections("p", sections))
    write(filled, lambda w: w.put_sections("p", [sections[2], replace(sections[0], title="新")]))
    with filled.read() as reader:
        assert [(one.eid, one.title) for one in reader.sections("p")] == [("s3", "题"), ("s1", "新")]
        done = reader.audit()[0].payload["done"][0]
    assert (done["new"], done["changed"], done["gone"]) == (0, 2, 1)


def test_what_is_not_there_is_named(store: Store) -> None:
    with store.read() as reader:
        with pytest.raises(NotFound, match="“p”"):
            reader.plan("p")
        with pytest.raises(NotFound, match=r"p\.0001"):
            reader.target("p.0001")
    puts: tuple[Callable[[Writer], object], ...] = (
        lambda w: w.put_targets([target(1)]),
        lambda w: w.put_sections("p", []),
        lambda w: w.put_blanks("p", []),
        lambda w: w.put_entry(entry()),
    )
    for put in puts:
        with pytest.raises(NotFound, match="“p”"):
            write(store, put)


def test_a_proposal_without_a_plan_is_refused(filled: Store) -> None:
    with pytest.raises(InputError, match="正式编号"):
        write(filled, lambda w: w.put_targets([replace(target(9), plan="", id="s~ab~1")]))


@pytest.mark.parametrize("text", ["a\x00b", "半个\ud83d字"])
def test_text_that_a_database_cannot_hold_is_refused_on_both(store: Store, text: str) -> None:
    with pytest.raises(InputError, match="不能存储"):
        write(store, lambda w: w.put_plan(replace(PLAN, title=text)))
    with pytest.raises(InputError, match="不能存储"), store.write(text, "load", AT):
        pass


# Figures


def test_identical_figures_are_ignored(store: Store) -> None:
    with store.write("local", "load", AT) as writer:
        assert writer.put_observations([figure(2023), figure(2024), figure(2024)]) == 2
        assert writer.put_observations([figure(2024), figure(2025)]) == 1
    with store.write("local", "load", AT) as writer:
        assert writer.put_observations([figure(2023)]) == 0
    with store.read() as reader:
        assert len(reader.observations()) == 3 and reader.data_version() == 1


@pytest.mark.parametrize("change", [{"value": Decimal("5.2")}, {"note": "改"}, {"published_inferred": True}])
def test_a_correction_takes_the_place_of_what_it_corrects_and_nothing_is_lost(
    store: Store, change: dict[str, Any]
) -> None:
    write(store, lambda w: w.put_observations([figure(2024), figure(2023)]))
    with store.write("local", "load", AT) as writer:
        assert writer.put_observations([replace(figure(2024), **change), figure(2023)]) == 1
    with store.read() as reader:
        assert reader.observations() == (figure(2023), replace(figure(2024), **change))
        rows = reader.connection.exec_driver_sql("SELECT seq FROM observations ORDER BY id").all()
    assert [row[0] for row in rows] == [1, 1, 2]
    with store.write("local", "load", AT) as writer:
        assert writer.put_observations([figure(2024)]) == 1  # and back
    with store.read() as reader:
        assert reader.observations() == (figure(2023), figure(2024))


@pytest.mark.parametrize(
    "change",
    [
        {"vintage": Vintage.PRELIMINARY},
        {"basis": ("现价",)},
        {"bound": Comparator.ABOVE},
        {"published_on": date(2026, 1, 1)},
        {"source": Source("年鉴", "统计局")},
        {"unit": "亿元"},
    ],
)
def test_another_vintage_basis_or_source_is_another_figure(store: Store, change: dict[str, Any]) -> None:
    with store.write("local", "load", AT) as writer:
        assert writer.put_observations([figure(2024), replace(figure(2024), value=Decimal(7), **change)]) == 2
    with store.read() as reader:
        assert len(reader.observations()) == 2


def test_one_figure_given_twice_with_two_values_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match=r"5\.1 与 9"):
        write(store, lambda w: w.put_observations([figure(2024), figure(2024, "9")]))
    with store.read() as reader:
        assert reader.observations() == ()


def test_figures_by_indicator_and_region(store: Store) -> None:
    here, there = figure(2024), figure(2024, region="980000")
    other = figure(2024, indicator="cpi")
    write(store, lambda w: w.put_observations([here, there, other]))
    with store.read() as reader:
        assert reader.observations("gdp") == (there, here)
        assert reader.observations("gdp", "990000") == (here,)
        assert reader.observations(region="990000") == (other, here)
        assert reader.observations(["cpi", "gdp"], "990000") == (other, here)
        assert reader.observations([]) == ()


def test_forty_digits_survive(store: Store) -> None:
    value = Decimal("1234567890123456789012345.678901234567890")
    write(store, lambda w: w.put_observations([figure(2024, value=value)]))
    with store.read() as reader:
        assert str(reader.observations()[0].value) == str(value)


# Verdicts


def test_verdicts_hold_for_the_data_they_were_computed_from(filled: Store) -> None:
    wanted = (verdict(1), verdict(2, Status.NO_DATA))
    write(filled, lambda w: w.put_verdicts("p", DAY, "s", wanted), verb="judge")
    with filled.read() as reader:
        assert reader.data_version() == 1 and reader.audit()[0].seq == 2
        assert reader.verdicts("p", DAY, "s") == wanted
        assert reader.verdict("p.0002", DAY, "s") == wanted[1]
        assert reader.verdicts("p", DAY, "other") == () and reader.verdict("p.0003", DAY, "s") is None
        assert reader.judged_days("p") == reader.judged_days("p", "s") == (DAY,)
        assert reader.judged_days("p", "other") == ()
        done = reader.audit()[0].payload["done"][0]
    assert (done["plan"], done["as_of"], done["scheme"], done["data_version"]) == ("p", "2026-02-28", "s", 1)
    assert (done["given"], done["new"], len(done["rows"]), "records" in done) == (2, 2, 64, False)
    write(filled, lambda w: w.put_observations([figure(2024)]))
    with filled.read() as reader:
        assert reader.data_version() == 3
        assert reader.verdicts("p", DAY, "s") == () and reader.judged_days("p") == ()


def test_the_same_verdicts_again_leave_no_record(filled: Store) -> None:
    for _ in range(2):
        write(filled, lambda w: w.put_verdicts("p", DAY, "s", (verdict(1),)), verb="judge")
    with filled.read() as reader:
        assert len(reader.audit()) == 2


def test_verdicts_of_older_data_are_refused(filled: Store) -> None:
    write(filled, lambda w: w.put_observations([figure(2024)]))
    with pytest.raises(Conflict, match="重新计算"):
        write(filled, lambda w: w.put_verdicts("p", DAY, "s", (verdict(1),), data_version=1), verb="judge")
    write(filled, lambda w: w.put_verdicts("p", DAY, "s", (verdict(1),), data_version=2), verb="judge")
    with filled.read() as reader:
        assert reader.verdicts("p", DAY, "s") == (verdict(1),)


def test_data_and_verdicts_in_one_write_belong_together(filled: Store) -> None:
    write(
        filled,
        lambda w: w.put_observations([figure(2024)]),
        lambda w: w.put_verdicts("p", DAY, "s", (verdict(1),)),
    )
    with filled.read() as reader:
        assert reader.data_version() == 2 and reader.verdicts("p", DAY, "s") == (verdict(1),)


def test_a_verdict_on_a_target_of_another_plan_is_refused(filled: Store) -> None:
    with pytest.raises(NotFound, match=r"p\.0009"):
        write(filled, lambda w: w.put_verdicts("p", DAY, "s", (verdict(1), verdict(9))), verb="judge")


@pytest.mark.parametrize("change", [("method", "way"), ('"met"', '"unknown word"'), ("{", "[")])
def test_a_verdict_left_by_another_version_counts_as_not_judged(
    filled: Store, change: tuple[str, str]
) -> None:
    def judge() -> None:
        write(filled, lambda w: w.put_verdicts("p", DAY, "s", (verdict(1), verdict(2))), verb="judge")

    judge()
    with filled.engine.begin() as connection:
        query = sa.update(verdicts).where(verdicts.c.target == "p.0002")
        connection.execute(query.values(payload=sa.func.replace(verdicts.c.payload, *change)))
    with filled.read() as reader:
        assert reader.verdicts("p", DAY, "s") == () and reader.verdict("p.0002", DAY, "s") is None
    judge()
    with filled.read() as reader:
        assert reader.verdicts("p", DAY, "s") == (verdict(1), verdict(2))


def test_judging_cannot_change_data(filled: Store) -> None:
    with pytest.raises(ValueError, match="observations"):
        write(filled, lambda w: w.put_observations([figure(2024)]), verb="judge")
    with filled.read() as reader:
        assert reader.observations() == ()


# Rows typed from paper, texts, cases


def test_a_row_is_replaced_while_pending_and_kept_once_confirmed(filled: Store) -> None:
    write(filled, lambda w: w.put_entry(entry()))
    write(filled, lambda w: w.put_entry(entry(target=Decimal(3), indicator="改名")))
    write(filled, lambda w: w.put_entry(entry(target=Decimal(3), indicator="改名", state="confirmed")))
    with pytest.raises(Conflict, match="第 1 行"):
        write(filled, lambda w: w.put_entry(entry(target=Decimal(4))))
    with filled.read() as reader:
        (row,) = reader.entries("p")
    assert (row.target, row.state) == (Decimal(3), "confirmed")


def test_rows_come_in_the_order_of_the_table(filled: Store) -> None:
    for no in ("10a", "2", "10", "", "1"):
        write(filled, lambda w, no=no: w.put_entry(entry(no)))
    with filled.read() as reader:
        assert [row.no for row in reader.entries("p")] == ["1", "2", "10", "10a", ""]


def test_rows_without_a_number_are_told_apart_by_name(filled: Store) -> None:
    write(filled, *(lambda w, name=name: w.put_entry(entry("", indicator=name)) for name in ("甲", "乙")))
    with filled.read() as reader:
        assert len(reader.entries("p")) == 2


def test_blank_rows_keep_their_order_and_may_lack_a_number(filled: Store) -> None:
    rows = [BlankRow("p", "", "乙"), BlankRow("p", "", "甲", "%", Binding.BINDING, "code", "见注")]
    write(filled, lambda w: w.put_blanks("p", rows))
    with filled.read() as reader:
        assert reader.blanks("p") == tuple(rows)


def test_a_text_is_kept_and_its_words_stay_out_of_the_audit_trail(store: Store) -> None:
    document = Document.of_text("纲要.txt", "第一行\r\n第二行\n", "gb18030")
    write(store, lambda w: w.put_document(document))
    with store.read() as reader:
        found = reader.document(document.sha256)
        payload = str(reader.audit()[0].payload)
    assert found == document and found.place(6) == (2, 2)
    assert document.sha256 in payload and "第二行" not in payload


def test_a_case_is_remembered_by_its_digest(store: Store) -> None:
    write(store, lambda w: w.mark_loaded("case", "one"))
    write(store, lambda w: w.mark_loaded("case", "two"))
    with store.read() as reader:
        assert reader.loaded("case") == "two"
        assert reader.audit()[0].payload["done"] == [{"put": "case", "name": "case", "digest": "two"}]


def test_the_last_records_come_first(store: Store) -> None:
    for number in range(5):
        write(store, lambda w, number=number: w.mark_loaded("case", str(number)))
    with store.read() as reader:
        assert [record.seq for record in reader.audit(2)] == [5, 4]


# Speed: what takes long is going to and fro, so the statements are counted, not the seconds


def statements(store: Store, work: Callable[[], object]) -> int:
    found: list[str] = []

    def note(_c: object, _cursor: object, text: str, *_: object) -> None:
        found.append(text)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        sa.event.remove(store.engine, "before_cursor_execute", note)
    return sum(text.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE", "DELETE")) for text in found)


def test_reading_and_writing_many_records_takes_few_statements(store: Store) -> None:
    targets = [target(number) for number in range(1, 401)]
    figures = [
        figure(1990 + number % 30, indicator=f"i{number // 30}", source=Source(f"公报 {number % 200}"))
        for number in range(3000)
    ]
    verdicts = [verdict(number) for number in range(1, 401)]
    write(store, lambda w: w.put_plan(PLAN))

    def put() -> None:
        write(store, lambda w: w.put_targets(targets), lambda w: w.put_observations(figures))
        write(store, lambda w: w.put_verdicts("p", DAY, "s", verdicts), verb="judge")

    def get() -> None:
        with store.read() as reader:
            assert len(reader.observations()) == 3000
            assert len(reader.targets("p")) == len(reader.verdicts("p", DAY, "s")) == 400

    assert statements(store, put) < 35
    assert statements(store, get) == 5  # one each, the corrections, the data version of the verdicts
