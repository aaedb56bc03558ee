"""What a draft says elsewhere: its figures filed by the thing they are of, the region and the time."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from lantu.check.amount import unit_of
from lantu.check.dossier import Dossier
from lantu.check.statement import Link, Move, Role, Statement
from lantu.check.within import within_words
from lantu.indicators import RollUp
from lantu.indicators.phrase import key, plain
from lantu.reading.script import fold
from lantu.values import Period

_PAUSE = re.compile("[，；。：]")
_BACK = 3
"""Figures in front among which the thing of a sentence without a name is looked for."""
Place = tuple[str, str, str]
"""Thing, region and days of a figure."""


class Said:
    """The figures of a dossier whose words name their thing, filed."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._own: dict[int, bool] = {}

    def thing(self, one: Statement) -> str:
        """What a figure is of: the registry code, else the normal form of its phrase, "" for neither."""
        return self.dossier.code(one) or (f":{one.key}" if one.key else "")

    def level_thing(self, one: Statement) -> str:
        """What the level of a growth or change is of."""
        code = self.dossier.code(one)
        entry = self.dossier.knowledge.registry.get(code) if code else None
        if entry is not None and entry.growth_of:
            return entry.growth_of
        return self.thing(one)

    def place(self, one: Statement, thing: str = "") -> Place | None:
        """Where a figure is filed, None when region, time or thing cannot be told."""
        where = one.region or one.region_words
        thing = thing or self.thing(one)
        return (thing, where, days(one.period)) if thing and where and one.period else None

    def named(self, one: Statement) -> bool:
        """Whether the words beside a figure, or the figure in front in its sentence, name its thing."""
        found = self._own.get(one.id)
        if found is None:
            found = self._own[one.id] = self._named(one)
        return found

    def _named(self, one: Statement) -> bool:
        if one.table or (one.own and key(one.own) == one.key):
            return True
        if one.id == 0:
            return False
        before = self.dossier.draft.statements[one.id - 1]
        if not beside(before, one):
            return self._goes_on(one, before)
        if not one.own:
            return before.key == one.key and self.named(before)
        whole = self.dossier.tied(one, Link.WHOLE)
        return self.named(before) if whole is None else self.named(whole)

    def _goes_on(self, one: Statement, before: Statement) -> bool:
        """Behind a sentence about the same: 2025年达到7.4万件."""
        if one.own or one.move is not Move.AT or not one.key:
            return False
        for back in range(before.id, max(-1, before.id - _BACK), -1):
            other = self.dossier.draft.statements[back]
            if other.key == one.key and other.measure is one.measure and other.section == one.section:
                return other.unit[-1:] == one.unit[-1:] and self.named(other)
        return False

    @cached_property
    def shadow(self) -> str:
        """The text of the draft in one script, letter by letter as long."""
        return fold(self.dossier.document.text)

    def between(self, a: Statement, b: Statement) -> str:
        """The words between two figures, the first in front."""
        return self.shadow[a.span.end : b.span.start]

    def listed_with(self, one: Statement) -> Statement | None:
        """The figure right in front of one in a list with 、 in the same clause, None for none."""
        if one.table or one.id == 0:
            return None
        before = self.dossier.draft.statements[one.id - 1]
        if before.table or not beside(before, one):
            return None
        gap = self.between(before, one)
        return before if "、" in gap and not _PAUSE.search(gap) else None

    @cached_property
    def levels(self) -> dict[Place, list[Statement]]:
        """Named figures that are no change of another, by place."""
        return self._filed(lambda s: s.measure in (Role.ACTUAL, Role.SHARE, Role.GROWTH))

    def _filed(self, wanted: Callable[[Statement], bool]) -> dict[Place, list[Statement]]:
        found: dict[Place, list[Statement]] = {}
        for one in self.dossier.draft.statements:
            if not wanted(one) or (one.move is Move.FROM and not one.period_words) or not self.named(one):
                continue
            place = self.place(one)
            if place is not None:
                found.setdefault(place, []).append(one)
        return found

    def nearest(self, found: Iterable[Statement], to: Statement) -> Statement | None:
        """The figure standing nearest to another, in front before behind."""
        return min(found, key=lambda s: (abs(s.id - to.id), s.id), default=None)


def days(period: Period | None) -> str:
    """The days of a period as text: 2020 and 2020-12-31 differ, 2025-01/2025-12 is 2025."""
    return "" if period is None else f"{period.first}/{period.last}"


def beside(a: Statement, b: Statement) -> bool:
    """Whether two figures stand in one sentence."""
    return a.sentence.start == b.sentence.start


def adds_up(said: Said, one: Statement) -> bool:
    """Whether parts of a figure add up to it at all: a mean or a ratio lies between its parts."""
    entry = said.dossier.knowledge.registry.get(said.dossier.code(one))
    if entry is not None:
        return entry.roll_up is RollUp.SUM
    unit, name = unit_of(one), plain(one.phrase)
    return (
        "/" not in unit.text and unit.measure != "%" and not any(w in name for w in within_words().sums.means)
    )


def same_scope(a: Statement, b: Statement) -> bool:
    """Whether price and scope words can be of one value: the same, or with and without 按不变价格."""
    mine, theirs = _scope(a), _scope(b)
    if mine == theirs:
        return True
    constant = within_words().prices.constant_words
    return not (mine and theirs) and all(any(word in one for word in constant) for one in mine | theirs)


def _scope(one: Statement) -> frozenset[str]:
    """Its scope words; 当年 says nothing, and 累计 only of a growth or beside a whole year."""
    adding = one.measure is Role.GROWTH or (one.period is not None and one.period.is_year)
    empty = ("当年",) if adding else ("当年", "累计")
    return frozenset(word for word in one.basis if not word.startswith(empty))
