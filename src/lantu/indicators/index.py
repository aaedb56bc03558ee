"""Indicators by what their names say: the quantity, its aspect, and the growths of a level."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantu.indicators.indicator import Indicator
from lantu.indicators.wording import Aspect, Wording, wording


@dataclass(frozen=True, slots=True)
class Named:
    """An entry under one of its phrases; ``name``: the phrase is its name, not an alias."""

    indicator: Indicator
    words: Wording
    name: bool


class Index:
    """Entries by the parts of their phrases. Order within a list is that of the registry."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        """Take the phrases of all entries apart once."""
        self._exact: dict[tuple[str, Aspect], list[Named]] = defaultdict(list)
        self._bags: dict[tuple[str, Aspect], list[Named]] = defaultdict(list)
        self._pairs: dict[str, list[int]] = defaultdict(list)
        self._growths: dict[str, list[Indicator]] = defaultdict(list)
        self.named: list[Named] = []
        for indicator in indicators:
            if indicator.growth_of:
                self._growths[indicator.growth_of].append(indicator)
            seen: set[Wording] = set()
            for place, phrase in enumerate((indicator.name, *indicator.aliases)):
                words = wording(phrase)
                if words not in seen:
                    seen.add(words)
                    self._add(Named(indicator, words, place == 0))

    def _add(self, named: Named) -> None:
        words = named.words
        self._exact[words.core, words.aspect].append(named)
        if words.bag:
            self._bags[words.bag, words.aspect].append(named)
        for pair in pairs(words.core):
            self._pairs[pair].append(len(self.named))
        self.named.append(named)

    def exact(self, core: str, aspect: Aspect) -> tuple[Named, ...]:
        """Entries with a phrase that says just this."""
        return tuple(self._exact.get((core, aspect), ()))

    def reordered(self, bag: str, aspect: Aspect) -> tuple[Named, ...]:
        """Entries with a phrase of the same characters in another order."""
        return tuple(self._bags.get((bag, aspect), ())) if bag else ()

    def moved(self, core: str, aspect: Aspect) -> tuple[Named, ...]:
        """The growths (or reductions, for ``FALL``) of the levels of this name, whatever they are called."""
        return tuple(
            Named(one, Wording(core, aspect, wording(one.name).price), False)
            for level in self.exact(core, Aspect.LEVEL)
            for one in self._growths.get(level.indicator.code, ())
            if one.reduction is (aspect is Aspect.FALL) and one.unit == "%"
        )

    def near(self, core: str) -> Iterator[tuple[float, Named]]:
        """Phrases that share pairs of characters with this one, with how alike they are (0–1, Dice)."""
        mine = pairs(core)
        shared: Counter[int] = Counter()
        for pair in mine:
            shared.update(self._pairs.get(pair, ()))
        for place, count in shared.items():
            named = self.named[place]
            yield 2 * count / (len(mine) + len(pairs(named.words.core))), named


def pairs(core: str) -> frozenset[str]:
    """Neighbouring characters, the ends marked."""
    text = f"^{core}$"
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))
