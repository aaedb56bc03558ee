"""Which period a figure holds in: its own time, one carried over, or that of the draft."""

import re
from dataclasses import dataclass

from lantu.check.marks import Marked
from lantu.check.periods import Clock, When, times
from lantu.check.sentence import Piece
from lantu.check.statement import Move
from lantu.values import Period

_FRONT = 20
_IS = ("为", "是", "仅为", "达到", "达")


@dataclass(frozen=True, slots=True)
class Dated:
    """Period of a figure, the words that state it ("" when carried over), and whether it is due then."""

    period: Period | None
    words: str = ""
    due: bool = False


class Dates:
    """The time a paragraph speaks of, as its sentences go on.

    span: the last period of several years, which 年均 leans on.
    """

    def __init__(self, clock: Clock, period: Period | None) -> None:
        self.clock = clock
        self.period = period
        self.span: Period | None = None
        self._due = False
        self._local: Dated | None = None
        self._settled = period

    def open(self) -> None:
        """A sentence begins."""
        self._settled, self._local = self.period, None

    def close(self) -> None:
        """A sentence ends: a span of years (“十四五”以来) or a year ahead (到2027年) holds no further."""
        if self._due or (self.period is not None and self.period.first.year != self.period.year):
            self.period, self._due = self._settled, False

    def pass_by(self, text: str) -> None:
        """A sentence without figures may still set the time of the next."""
        front = text[:_FRONT]
        for when in times(front, self.clock, self.period) if "年" in front else ():
            if not when.base and when.start <= 2:
                self._carry(when)

    def of(self, mark: Marked, piece: Piece) -> Dated:
        """The period of a figure."""
        number, (left, _) = piece.number, piece.run
        if number.start in mark.bases:
            return Dated(mark.bases[number.start] or self.period)
        if piece.frame.move is Move.FROM:
            base = [t for t in mark.times if left <= t.start < number.start and t.base and t.period]
            if base:
                return _stated(mark, base[-1], due=False)
        own = [t for t in mark.times if left <= t.start < number.start and not t.base]
        if (shared := _in_row(mark, piece, own)) is not None:
            if own[0].period is not None and own[0].period.first.year != own[0].period.year:
                self.span = own[0].period
            return shared
        for when in own:
            alone = _behind_name(mark, piece, when) or self._looks_back(piece, when)
            self._local = Dated(when.period, "", when.due) if alone else None
            if self._local is None:
                self._carry(when)
        if own:
            return _stated(mark, own[-1], due=own[-1].due)
        if self._local is not None and not piece.name and not piece.thing and not piece.context:
            return self._local
        self._local = None
        return Dated(self.period, "", self._due)

    def _looks_back(self, piece: Piece, when: When) -> bool:
        """增长3.5%，2024年为2913.6亿元: an earlier value of the same, nothing behind it."""
        now, then = self.period, when.period
        if now is None or then is None or piece.frame.move is not Move.AT or piece.frame.verb not in _IS:
            return False
        nameless = not (piece.name or piece.thing or piece.context)
        return nameless and then.last < now.last and then.first.year == then.year

    def _carry(self, when: When) -> None:
        period = when.period
        if period is None or period.first == period.last:
            return
        self.period, self._due = period, when.due
        if period.first.year != period.year:
            self.span = period


def _stated(mark: Marked, when: When, *, due: bool) -> Dated:
    return Dated(when.period, mark.text[when.start : when.end], due)


def _in_row(mark: Marked, piece: Piece, own: list[When]) -> Dated | None:
    """2023年、2024年分别增长…, and 2021—2025年分别为 with a figure for each year."""
    rank, count = piece.row
    if count == 1 or not own or own[0].period is None:
        return None
    if len(own) == count and all(one.period for one in own):
        return _stated(mark, own[rank], due=own[rank].due)
    if len(own) == 1 and len(own[0].period.years) == count:
        words = mark.text[own[0].start : own[0].end]
        return Dated(Period.of_year(own[0].period.years[rank]), words, own[0].due)
    return None


def _behind_name(mark: Marked, piece: Piece, when: When) -> bool:
    """投入强度2023年达到…: the time is of this thing alone."""
    if when.start < piece.clause or not piece.name:
        return False
    before = mark.plain[piece.clause : when.start].replace("其中", "")
    return re.search("[一-鿿]{2}", before) is not None
