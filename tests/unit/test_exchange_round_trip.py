"""Whatever a person may rightly type into the form comes back as that row, and only that row."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.exchange import entry_form, read_entry_form
from lantu.exchange.entry_columns import COLUMNS, FIRST_ROW, SHEET, bindings, comparators, growth_kinds
from lantu.plan import Entry, Plan
from lantu.values import Binding, Comparator, Period, PlanKind, Rank

PLAN = Plan("p-15fyp", "规划", PlanKind.OUTLINE, Rank.PROVINCIAL, "990000", Period.parse("2026/2030"))
EMPTY = entry_form(PLAN, ())
AT = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = st.text("指标率值人均增长A1（）%/·", min_size=1, max_size=12)
# Fifteen digits are what a spreadsheet keeps of a number.
NUMBERS = st.tuples(st.integers(-(10**12), 10**12), st.integers(0, 3)).map(
    lambda pair: Decimal(pair[0]).scaleb(-pair[1])
)


@st.composite
def rows(draw: st.DrawFn) -> Entry:
    kind = draw(st.sampled_from(["", *growth_kinds().values()]))
    target = draw(NUMBERS if not kind else st.none() | NUMBERS)
    comparator, target_max = None, None
    if target is not None:
        comparator = draw(st.sampled_from([Comparator(code) for code in comparators().values()]))
        if comparator is Comparator.RANGE:
            target_max = target + draw(st.integers(1, 1000))
    return Entry(
        plan=PLAN.id,
        no=draw(st.from_regex(r"[1-9][0-9]?[a-c]?", fullmatch=True)),
        indicator=draw(WORDS),
        unit=draw(WORDS),
        baseline_year=draw(st.integers(2015, 2025)),
        baseline=draw(st.none() | NUMBERS),
        target_year=draw(st.integers(2026, 2035)),
        comparator=comparator,
        target=target,
        target_max=target_max,
        growth=None if kind in {"", "text", "deferred"} else draw(NUMBERS),
        growth_kind=kind,
        binding=draw(st.sampled_from(Binding)),
        page=draw(st.integers(1, 300).map(str) | st.just("12-13")),
        entered_by="local",
        entered_at=AT,
    )


def typed(entry: Entry, name: str) -> object:
    """What stands in the cell: a number as a number, a code as its word."""
    value = getattr(entry, name)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    for codes in (comparators(), bindings(), growth_kinds()):
        for word, code in codes.items():
            if value == code and name in {"comparator", "binding", "growth_kind"}:
                return word
    return value


@settings(max_examples=40, deadline=None)
@given(st.lists(rows(), max_size=5, unique_by=lambda entry: entry.no))
def test_round_trip(entries: list[Entry]) -> None:
    book = openpyxl.load_workbook(BytesIO(EMPTY))
    for number, entry in enumerate(entries):
        for place, column in enumerate(COLUMNS, 1):
            # Every other row stays empty: gaps do no harm.
            book[SHEET].cell(FIRST_ROW + 2 * number, place).value = typed(entry, column.name)
    file = BytesIO()
    book.save(file)
    found, problems = read_entry_form(PLAN.id, file.getvalue(), "local", AT)
    assert problems == ()
    assert found == tuple(entries)
