"""A filled entry form to records: all of it is checked first, and one error lets nothing through."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lantu.exchange import entry_columns as form
from lantu.exchange.entry_cells import Row, is_blank
from lantu.exchange.workbook import Unreadable, opened
from lantu.plan import Entry, page_fault
from lantu.values import Binding, Comparator, Problem, msg

Result = tuple[tuple[Entry, ...], tuple[Problem, ...]]


def read_entry_form(plan_id: str, data: bytes, entered_by: str, entered_at: datetime) -> Result:
    """Read the workbook that ``entry_form`` made for this plan.

    Returns the filled rows as pending entries, and problems with sheet, row, column, value and rule
    (``line`` is the row, ``column`` the column, from 1). With any problem of severity error there are
    no entries. Rows in which nothing was typed are skipped; a note says how many there were.
    """
    try:
        sheet = _sheet(data)
    except Unreadable as error:
        return (), (Problem("entry-file", error.message, "error"),)
    problems = _form_problems(sheet, plan_id)
    if problems:
        return (), tuple(problems)
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    skipped = 0
    for row in _rows(sheet):
        if not row.is_filled():
            skipped += row.has_name()
            continue
        entry = _entry(row, plan_id, entered_by, entered_at)
        key = entry.no or entry.indicator
        if key and seen.setdefault(key, row.number) != row.number:
            column = "no" if entry.no else "indicator"
            row.fault("entry-twice", column, msg("与另一行重复，请只留一行；那一行是第几行："), seen[key])
        entries.append(entry)
        problems += row.problems
    if problems:
        return (), tuple(problems)
    return tuple(entries), _notes(len(entries), skipped)


def _sheet(data: bytes) -> Any:
    book = opened(data)
    if form.SHEET in book.sheetnames and book[form.SHEET].max_row > form.LAST_ROW:
        raise Unreadable(
            msg(
                "工作表“{sheet}”有 {rows} 行，超过上限 {limit} 行；请删去表后的空行，或用下载的空表重填。",
                sheet=form.SHEET,
                rows=book[form.SHEET].max_row,
                limit=form.LAST_ROW,
            )
        )
    if form.SHEET not in book.sheetnames:
        raise Unreadable(
            msg(
                "工作簿里没有工作表“{sheet}”（有：{found}）；请用下载的空表填写，不要改表名。",
                sheet=form.SHEET,
                found="、".join(book.sheetnames),
            )
        )
    return book[form.SHEET]


def _form_problems(sheet: Any, plan_id: str) -> list[Problem]:
    """Whether this is the form, and of this plan."""
    problems = []
    found = str(sheet[form.PLAN_CELL].value or "").strip()
    if found != plan_id:
        problems.append(
            Problem(
                "entry-plan",
                msg(
                    "工作表“{sheet}”{cell}：这张表是规划“{found}”的，不是“{plan}”的；请到那个规划下提交，或重新下载空表。",
                    sheet=form.SHEET,
                    cell=form.PLAN_CELL,
                    found=found or "（空）",
                    plan=plan_id,
                ),
                "error",
                form.PLAN_ROW,
                3,
            )
        )
    for place, column in enumerate(form.COLUMNS):
        cell = sheet.cell(form.HEADER_ROW, place + 1)
        heading = str(cell.value or "").split("\n")[0].strip()
        if heading != column.zh:
            problems.append(
                Problem(
                    "entry-header",
                    msg(
                        "工作表“{sheet}”{cell}：表头应为“{wanted}”，现为“{found}”；请勿增删或调换列。",
                        sheet=form.SHEET,
                        cell=cell.coordinate,
                        wanted=column.zh,
                        found=heading,
                    ),
                    "error",
                    form.HEADER_ROW,
                    place + 1,
                )
            )
    return problems


def _rows(sheet: Any) -> Iterator[Row]:
    for cells in sheet.iter_rows(form.FIRST_ROW, sheet.max_row, 1, len(form.COLUMNS)):
        yield Row(cells[0].row, cells)


def _entry(row: Row, plan_id: str, entered_by: str, entered_at: datetime) -> Entry:
    comparator = row.word("comparator", form.comparators())
    target = row.decimal("target")
    if target is not None and not comparator:
        comparator = Comparator.EQUAL.value  # a bare figure: the text says no more than the number
    entry = Entry(
        plan=plan_id,
        no=row.text("no"),
        indicator=row.text("indicator"),
        unit=row.text("unit"),
        baseline_year=row.year("baseline_year"),
        baseline=row.decimal("baseline"),
        target_year=row.year("target_year"),
        comparator=Comparator(comparator) if comparator else None,
        target=target,
        target_max=row.decimal("target_max"),
        growth=row.decimal("growth"),
        growth_kind=row.word("growth_kind", form.growth_kinds()),
        binding=Binding(row.word("binding", form.bindings()) or "unknown"),
        page=row.text("page"),
        entered_by=entered_by,
        entered_at=entered_at,
    )
    _check_required(row)
    if not row.problems:  # rules between cells make sense only when each cell could be read
        _check_years(row, entry)
        _check_range(row, entry)
        _check_growth(row, entry)
    return entry


def _check_required(row: Row) -> None:
    if is_blank(row.raw("indicator")):
        row.fault("entry-missing", "indicator", msg("这一行填了数，必须写明指标。"))
    if is_blank(row.raw("unit")):
        row.fault("entry-missing", "unit", msg("必须写明单位；没有单位的填“—”。"))
    if is_blank(row.raw("page")):
        row.fault("entry-missing", "page", msg("必须写明纸质文本的页码，供第二人核对。"))
    elif fault := page_fault(row.text("page")):
        row.fault("entry-page", "page", fault)


def _check_years(row: Row, entry: Entry) -> None:
    if entry.baseline is not None and entry.baseline_year is None:
        row.fault("entry-missing", "baseline_year", msg("填了基期值，必须写明基期年。"))
    if entry.target is not None and entry.target_year is None:
        row.fault("entry-missing", "target_year", msg("填了目标值，必须写明目标年。"))
    if entry.baseline_year and entry.target_year and entry.baseline_year >= entry.target_year:
        row.fault("entry-year", "target_year", msg("目标年应晚于基期年。"))


def _check_range(row: Row, entry: Entry) -> None:
    is_range = entry.comparator is Comparator.RANGE
    if is_range and entry.target_max is None:
        row.fault("entry-range", "target_max", msg("限定是“区间”，必须填上限。"))
    if is_range and entry.target is None:
        row.fault("entry-range", "target", msg("限定是“区间”，必须填下限。"))
    if entry.target_max is not None and not is_range:
        row.fault("entry-range", "comparator", msg("填了目标值上限，限定应选“区间”。"))
    if entry.target is not None and entry.target_max is not None and entry.target >= entry.target_max:
        row.fault("entry-range", "target_max", msg("上限应大于目标值（下限）。"))
    if entry.comparator is not None and entry.target is None and not is_range:
        row.fault("entry-range", "target", msg("选了限定，必须填目标值。"))


def _check_growth(row: Row, entry: Entry) -> None:
    if entry.target is None and not entry.growth_kind:
        row.fault("entry-missing", "target", msg("目标值和年均/累计至少要有一个。"))
    has_number = entry.growth_kind not in form.WITHOUT_NUMBER
    if entry.growth is not None and not entry.growth_kind:
        row.fault("entry-growth", "growth_kind", msg("填了年均/累计的数，必须选它的性质。"))
    if entry.growth is None and entry.growth_kind and has_number:
        row.fault("entry-growth", "growth", msg("选了年均/累计的性质，必须填数。"))
    if entry.growth is not None and entry.growth_kind and not has_number:
        row.fault("entry-growth", "growth", msg("性质是文字表述或完成下达任务的，这里不填数。"))


def _notes(filled: int, skipped: int) -> tuple[Problem, ...]:
    if not skipped:
        return ()
    message = msg(
        "工作表“{sheet}”：读到 {filled} 行，另有 {skipped} 行只有名称、没有填数，已略过。",
        sheet=form.SHEET,
        filled=filled,
        skipped=skipped,
    )
    return (Problem("entry-skipped", message, "note"),)
