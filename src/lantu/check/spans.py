"""What a yearly average is over: its years, the levels at both ends, the total, every single year."""

from lantu.check.amount import unit_of
from lantu.check.said import Said, beside, days
from lantu.check.statement import Link, Role, Statement
from lantu.values import Period

_FEWEST, _MOST = 2, 20
"""Years of a span that an average is told of."""


class Spans:
    """Looks up what averages are computed from."""

    def __init__(self, said: Said) -> None:
        self.said = said

    def years(self, one: Statement) -> tuple[int, int] | None:
        """First and last year of an average's own span, None when its words do not tell."""
        period = one.period
        if period is None or (period.first.month, period.last.month) != (1, 12):
            return None
        first, last = period.first.year, period.year
        return (first, last) if _FEWEST <= last - first + 1 <= _MOST else None

    def ends(self, one: Statement) -> tuple[Statement, Statement, int] | None:
        """The levels at both ends and the years between."""
        last = self._last(one)
        if last is None or last.yearly:
            return None
        first = self.said.dossier.tied(last, Link.FROM)
        if first is not None:
            years = self._between(one, first, last)
            alike = first.measure is last.measure and first.region == last.region
            return (first, last, years) if years is not None and alike else None
        span = self.years(one)
        if span is None or last.period is None or last.period.year != span[1] or not last.period.is_year:
            return None
        before = self._level(last, Period.of_year(span[0] - 1))
        return (before, last, span[1] - span[0] + 1) if before is not None else None

    def _between(self, one: Statement, first: Statement, last: Statement) -> int | None:
        """Years from one level to the other: by their own times, else by the span of the average."""
        if first.period is not None and last.period is not None:
            told = first.period_words or first.period != last.period
            if told and first.period.is_year and last.period.is_year:
                years = last.period.year - first.period.year
                return years if _FEWEST <= years <= _MOST else None
        span = self.years(one)
        untold = not first.period_words or first.period == last.period
        return span[1] - span[0] + 1 if span is not None and untold else None

    def _last(self, one: Statement) -> Statement | None:
        level = self.said.dossier.tied(one, Link.LEVEL)
        if level is not None:
            return level if level.region == one.region and level.promised == one.promised else None
        span = self.years(one)
        if span is None or one.measure is Role.ACTUAL or not self.said.named(one):
            return None
        place = (self.said.level_thing(one), one.region or one.region_words, days(Period.of_year(span[1])))
        found = [
            s
            for s in self.said.levels.get(place, ())
            if s.measure is Role.ACTUAL and s.promised == one.promised and not s.yearly
        ]
        return self.said.nearest(found, one)

    def _level(self, last: Statement, period: Period) -> Statement | None:
        place = (self.said.thing(last), last.region or last.region_words, days(period))
        found = [s for s in self.said.levels.get(place, ()) if s.measure is last.measure and not s.yearly]
        return self.said.nearest(found, last)

    def total(self, one: Statement) -> tuple[Statement, int] | None:
        """The growth or amount over the same span, with its years."""
        span = self.years(one)
        tied = self._tied_total(one)
        if tied is not None and span is None:
            span = self.years(tied)
        if span is None:
            return None
        years = span[1] - span[0] + 1
        if tied is not None and tied.period is not None and self._is_total(tied, one, span):
            return tied, years
        thing, where = self.said.thing(one), one.region or one.region_words
        found = [
            s
            for s in self._of_span(thing, where, span)
            if s.id != one.id and self._is_total(s, one, span) and self.said.named(one)
        ]
        whole = self.said.nearest(found, one)
        return (whole, years) if whole is not None else None

    def _tied_total(self, one: Statement) -> Statement | None:
        whole = self.said.dossier.tied(one, Link.TOTAL)
        if whole is None:
            leaning = self.said.dossier.leaning_on(one, Link.TOTAL)
            whole = leaning[0] if leaning else None
        return whole

    def _of_span(self, thing: str, where: str, span: tuple[int, int]) -> list[Statement]:
        period = Period.parse(f"{span[0]}/{span[1]}")
        return self.said.levels.get((thing, where, days(period)), [])

    def _is_total(self, whole: Statement, one: Statement, span: tuple[int, int]) -> bool:
        """Whether a figure is of the whole span and of the same kind."""
        same = self.years(whole) == span and not whole.yearly and whole.promised == one.promised
        kind = whole.measure is one.measure and unit_of(whole).converts_to(unit_of(one))
        told = not whole.table or "累计" in whole.basis
        return same and kind and told and whole.region == one.region and one.measure is not Role.CHANGE

    def each_year(self, one: Statement) -> tuple[Statement, ...]:
        """The figures of every year of the span, none when one is missing."""
        if one.measure is Role.CHANGE:
            return ()
        row = self._row(one)
        span = self.years(one)
        if span is None and row:
            span = row[0][0], row[-1][0]
        if span is None or not self.said.named(one):
            return ()
        thing, where = self.said.thing(one), one.region or one.region_words
        found = []
        for year in range(span[0], span[1] + 1):
            places = self.said.levels.get((thing, where, days(Period.of_year(year))), ())
            nearest = self.said.nearest((s for s in places if _single(s, one)), one)
            if nearest is None:
                return ()
            found.append(nearest)
        return tuple(found) if len(found) >= _FEWEST else ()

    def _row(self, one: Statement) -> list[tuple[int, Statement]]:
        """Figures of single years in a row in front in the sentence: 分别增长…，年均增长…."""
        row: list[tuple[int, Statement]] = []
        for other in reversed(self.said.dossier.draft.statements[: one.id]):
            if not beside(other, one) or other.key != one.key or other.measure is not one.measure:
                break
            year = other.period.year if other.period is not None and other.period.is_year else None
            if year is None or (row and year != row[0][0] - 1):
                break
            row.insert(0, (year, other))
        return row if len(row) >= _FEWEST else []


def _single(year: Statement, one: Statement) -> bool:
    """Whether a figure is one year of an average or a total."""
    told = year.promised == one.promised or beside(year, one)
    kind = told and year.measure is one.measure and not year.yearly
    words = set(year.basis) - {"累计"} == set(one.basis) - {"累计"}
    against = year.compared is None or year.compared.against == "year"
    return kind and words and against and unit_of(year).converts_to(unit_of(one))
