"""What people said of a draft lasts: on both databases, in the next draft, through a returned table."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from lantu.actions import answer_draft, check_draft
from lantu.check import Confidence, Dismissal, Evidence, Finding, Report, Rule, Verified
from lantu.check.answers import sentence_digest
from lantu.check.settling import settled
from lantu.documents import Document
from lantu.exchange.check_returned import read_check_table
from lantu.exchange.check_table import HEADER_ROW, check_table
from lantu.indicators import Confirmation
from lantu.store import Store
from lantu.texts import Language
from lantu.values import InputError, Span, msg

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
DAY = date(2026, 3, 1)
TEXT = "青原市2025年经济运行情况\n\n2025年，全市社区书屋达到120家。新建口袋公园35个。\n"


def checked(store: Store, text: str = TEXT) -> Report:
    return check_draft(store, Document.of_text("草稿.txt", text), DAY, region="210100")


def verified(report: Report, value: str) -> Verified:
    said = report.draft.statements[0]
    assert said.period is not None
    return Verified(
        said.key, "", said.region, said.period.code, said.measure.value, Decimal(value), "家", "市统计局", DAY
    )


def rules(report: Report) -> list[Rule]:
    return [one.rule for one in report.findings]


def test_a_confirmed_figure_is_held_against_the_next_draft(store: Store) -> None:
    first = checked(store)
    assert set(rules(first)) == {Rule.UNSUPPORTED}
    answer_draft(store, [verified(first, "120")], "local", AT)
    assert rules(checked(store))[0] is Rule.AGREES
    wrong = checked(store, TEXT.replace("120家", "130家")).findings[0]
    assert (wrong.rule, wrong.expected, wrong.quote) == (Rule.SOURCE, "120家", "130家")
    # the same words in another script ask the same
    assert rules(checked(store, TEXT.replace("社区书屋", "社區書屋").replace("达", "達")))[0] is Rule.AGREES
    answer_draft(store, [verified(first, "125")], "local", AT)
    assert rules(checked(store))[0] is Rule.SOURCE  # the later word counts


def test_answers_are_kept_in_order_and_leave_verdicts_alone(store: Store) -> None:
    report = checked(store)
    with store.read() as reader:
        before = reader.data_version()
    given = [
        verified(report, "120"),
        Dismissal(Rule.SOURCE, "130家", "d" * 64, "口径不同", "local", AT),
        Confirmation("社区书屋", "家", "gdp", False, "local", AT),
    ]
    answer_draft(store, given, "local", AT)
    with store.read() as reader:
        kept = (*reader.verified(), *reader.dismissals(), *reader.confirmations())
        assert kept == tuple(given)
        assert reader.data_version() == before
        assert reader.audit(1)[0].verb == "answer-draft"


def test_an_answer_needs_a_name_and_a_dismissal_a_reason(store: Store) -> None:
    with pytest.raises(InputError, match="由谁核定"):
        answer_draft(store, [replace(verified(checked(store), "1"), by=" ")], "local", AT)
    with pytest.raises(InputError, match="理由"):
        answer_draft(store, [Dismissal(Rule.SUM, "1", "d", " ", "local", AT)], "local", AT)
    with store.read() as reader:
        assert not reader.verified()


def test_a_dismissed_finding_stays_dismissed_until_it_is_wanted_back(store: Store) -> None:
    answer_draft(store, [verified(checked(store), "125")], "local", AT)
    report = checked(store)
    wrong = report.findings[0]
    sentence = report.draft.statements[0].sentence
    digest = sentence_digest(report.document, sentence.start, sentence.end)
    word = Dismissal(wrong.rule, wrong.quote, digest, "另有口径", "local", AT)
    answer_draft(store, [word], "local", AT)
    again = checked(store, TEXT.replace("经济运行情况\n", "经济运行情况（第二稿）\n\n前言。\n"))
    assert Rule.SOURCE not in rules(again)
    assert [(one.quote, said.reason) for one, said in again.set_aside] == [("120家", "另有口径")]
    answer_draft(store, [replace(word, again=True)], "local", AT)
    assert Rule.SOURCE in rules(checked(store))


@pytest.fixture
def book(sqlite_store: Store):
    report = checked(sqlite_store)
    return report, openpyxl.load_workbook(BytesIO(check_table(report, Language.ZH)))


def returned(report: Report, book: openpyxl.Workbook):
    out = BytesIO()
    book.save(out)
    return read_check_table(report, out.getvalue(), DAY)


def column(sheet, head: str) -> int:
    return next(cell.column for cell in sheet[HEADER_ROW] if str(cell.value).startswith(head))


def test_a_table_comes_back_sorted_widened_and_filled(book) -> None:
    report, workbook = book
    sheet = workbook.active
    first = HEADER_ROW + 1
    sheet.cell(first, column(sheet, "核定数"), "1,250")
    sheet.cell(first, column(sheet, "核定人"), "市统计局")
    sheet.cell(first, column(sheet, "核定日期"), "2026年2月5日")
    sheet.cell(first + 1, column(sheet, "核定数"), "一致")
    sheet.cell(first + 1, column(sheet, "核定人"), "市园林局")
    sheet.insert_cols(3)
    sheet.cell(HEADER_ROW, 3, "科室意见")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(first, first + 1)]
    for row, values in zip((first, first + 1), reversed(rows), strict=True):
        for place, value in enumerate(values, 1):
            sheet.cell(row, place).value = value
    found, problems = returned(report, workbook)
    assert not problems
    assert [(one.value, one.by, one.on) for one in found] == [
        (Decimal(35), "市园林局", DAY),
        (Decimal(1250), "市统计局", date(2026, 2, 5)),
    ]


@pytest.mark.parametrize(
    ("head", "value", "words"),
    [
        ("核定数", "约一千", "不是数"),
        ("核定数", "nan", "不是数"),
        ("核定单位", "亿元", "不能换算"),
        ("核定日期", "2026-13-01", "不是日期"),
        ("核定日期", "2027-01-01", "晚于今天"),
        ("核定人", "", "必须写明核定人"),
    ],
)
def test_one_wrong_cell_lets_nothing_through(book, head: str, value: str, words: str) -> None:
    report, workbook = book
    sheet = workbook.active
    for row in (HEADER_ROW + 1, HEADER_ROW + 2):
        sheet.cell(row, column(sheet, "核定数"), 120)
        sheet.cell(row, column(sheet, "核定人"), "市统计局")
    sheet.cell(HEADER_ROW + 1, column(sheet, head)).value = value
    found, problems = returned(report, workbook)
    assert not found
    assert [one.severity for one in problems] == ["error"]
    assert words in str(problems[0].message)


def test_a_row_whose_sentence_was_rewritten_is_named(book, sqlite_store: Store) -> None:
    _, workbook = book
    sheet = workbook.active
    sheet.cell(HEADER_ROW + 1, column(sheet, "核定人"), "市统计局")
    other = checked(sqlite_store, TEXT.replace("全市社区书屋", "全市城乡社区书屋"))
    found, problems = returned(other, workbook)
    assert not found
    assert "找不到" in str(problems[0].message)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"plain text"])
def test_what_is_no_table_is_refused(book, data: bytes) -> None:
    found, problems = read_check_table(book[0], data, DAY)
    assert (found, problems[0].severity) == ((), "error")


def test_the_same_report_gives_the_same_bytes(book) -> None:
    report, _ = book
    assert check_table(report, Language.ZH) == check_table(report, Language.ZH)


def place(start: int, rule: Rule, *others: int) -> Finding:
    evidence = tuple(Evidence(str(o), span=Span("d", o, o + 1)) for o in others)
    return Finding(
        rule, Span("d", start, start + 1), str(start), msg("一"), Confidence.SURE, start, evidence=evidence
    )


def test_a_contradiction_is_told_at_the_figure_that_is_wrong() -> None:
    found = settled(
        [place(1, Rule.GROWTH, 2, 3), place(1, Rule.AGREES), place(3, Rule.SOURCE), place(2, Rule.AGREES)]
    )
    assert [(f.quote, f.rule) for f in found] == [
        ("1", Rule.AGREES),
        ("2", Rule.AGREES),
        ("3", Rule.SOURCE),
        ("3", Rule.GROWTH),
    ]


def test_a_contradiction_among_right_figures_is_none() -> None:
    found = settled([place(1, Rule.SUM, 2), place(1, Rule.AGREES), place(2, Rule.AGREES)])
    assert [f.rule for f in found] == [Rule.AGREES, Rule.AGREES]


def test_nothing_agrees_where_something_is_wrong() -> None:
    assert [f.rule for f in settled([place(1, Rule.AGREES), place(1, Rule.SOURCE)])] == [Rule.SOURCE]
