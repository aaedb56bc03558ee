"""The part and the whole a share is of, sought among the figures of the draft."""

import re

from lantu.check.amount import unit_of
from lantu.check.regions_of import Home, region_at
from lantu.check.said import Said, days
from lantu.check.statement import Link, Role, Statement
from lantu.check.within import within_words
from lantu.indicators import candidates, certain
from lantu.indicators.phrase import key
from lantu.reading.script import fold

_TAIL = re.compile("(?:的)?(?:比重|比例|份额|占比)?(?:分别)?(?:的)?$")
_SHARE_ALONE = re.compile("(?:占比|比重|份额|所占比例|所占比重)$")


class Sought:
    """Finds the figures a share is computed from."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.home = Home(said.dossier.draft.region)
        self._codes: dict[tuple[str, str], str] = {}

    def part_and_whole(self, one: Statement) -> tuple[Statement, Statement] | None:
        """Both in units that convert, of the place and time of the share; None unless both are found."""
        coded = self._by_code(one)
        if coded is not None:
            return coded
        part = self._part(one)
        if part is None or part.id == one.id:
            return None
        whole = self._whole(one, part)
        if whole is None or whole.id == part.id or not unit_of(part).converts_to(unit_of(whole)):
            return None
        fits = whole.promised == part.promised and days(whole.period) == days(part.period)
        return (part, whole) if fits else None

    def _by_code(self, one: Statement) -> tuple[Statement, Statement] | None:
        """Of the share of a known division (第三产业增加值占地区生产总值的比重)."""
        code = self.said.dossier.code(one)
        for division in within_words().divisions if code else ():
            if code in division.shares:
                part = self._level(division.parts[division.shares.index(code)], one.region, one)
                whole = self._level(division.whole, one.region, one)
                return (part, whole) if part is not None and whole is not None else None
        return None

    def _part(self, one: Statement) -> Statement | None:
        level = self.said.dossier.tied(one, Link.LEVEL)
        if level is not None:
            return level if level.measure is Role.ACTUAL and self._same_place(level, one) else None
        words, _, behind = fold(one.phrase).rpartition("占")
        return self._called(words, one.region, one) if words and behind else None

    def _whole(self, one: Statement, part: Statement) -> Statement | None:
        words = _TAIL.sub("", self._words_of_whole(one))
        if not words:
            alone = _SHARE_ALONE.search(fold(one.phrase)) or fold(one.own) == "占"
            whole = self.said.dossier.tied(part, Link.WHOLE) if alone else None
            return whole if whole is not None and whole.measure is Role.ACTUAL else None
        region, rest = self._region(words, one.region)
        thing = self.said.thing(part)
        if not rest:
            return self._level(thing, region, one) if region != part.region else None
        return self._called(rest, region, one, unit=part.unit)

    def _words_of_whole(self, one: Statement) -> str:
        first = self.said.dossier.tied(one, Link.ROW)
        return one.whole or (first.whole if first is not None else "")

    def _region(self, words: str, region: str) -> tuple[str, str]:
        """Code of the region in front of the words, and the rest of them."""
        named = region_at(words, self.home)
        return (named.code, words[named.size :].lstrip("的")) if named is not None else (region, words)

    def _called(self, words: str, region: str, near: Statement, unit: str = "") -> Statement | None:
        """The level that the words name."""
        asked = (words, unit)
        if asked not in self._codes:
            registry = self.said.dossier.knowledge.registry
            self._codes[asked] = certain(candidates(words, registry, unit, limit=2))
        code = self._codes[asked]
        found = self._level(code, region, near) if code else None
        return found or self._level(f":{key(words)}", region, near)

    def _level(self, thing: str, region: str, near: Statement) -> Statement | None:
        where = region or near.region_words
        found = self.said.levels.get((thing, where, days(near.period)), ())
        levels = (s for s in found if s.measure is Role.ACTUAL and s.promised == near.promised)
        return self.said.nearest(levels, near)

    @staticmethod
    def _same_place(a: Statement, b: Statement) -> bool:
        return (a.region, a.region_words if not a.region else "", days(a.period), a.promised) == (
            b.region, b.region_words if not b.region else "", days(b.period), b.promised,
        )  # fmt: skip
