"""The registry of indicators: by code, and by the words of a plan or a statistic."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property

from lantu import packs
from lantu.indicators.index import Index
from lantu.indicators.indicator import GrowthBasis, Indicator, IndicatorKind
from lantu.indicators.phrase import key, plain
from lantu.values import InputError, Mode, Unit, msg

FIELDS = ("economy", "people", "innovation", "services", "green", "farm", "industry", "infrastructure")
"""The packs ``indicators_<field>.toml`` in the order of the registry."""
# which kinds of indicator a kind of figure can be about; a mode that is not here can be about any
_KINDS = {
    Mode.COUNT_BUILT: {IndicatorKind.FLOW},
    Mode.CUMULATIVE: {IndicatorKind.FLOW},
    Mode.FLOW_PER_YEAR: {IndicatorKind.FLOW},
    Mode.GROWTH_PER_YEAR: {IndicatorKind.GROWTH},
    Mode.CHANGE: {IndicatorKind.GROWTH},
}
# words a plan leaves out because its figure already says them, behind and before the phrase
_BEHIND = {Mode.GROWTH_PER_YEAR: ("增速",), Mode.CHANGE: ("降低",)}
_BEFORE = dict.fromkeys((Mode.COUNT_BUILT, Mode.CUMULATIVE, Mode.FLOW_PER_YEAR), ("新建", "新增"))
_GROWTHS = {
    GrowthBasis.REAL: "{name}按可比价格计算的增长",
    GrowthBasis.NOMINAL: "{name}按当年价格计算的增长,未扣除价格因素",
    GrowthBasis.COUNT: "{name}比上年(同期)的增长",
}


@dataclass(frozen=True, slots=True)
class IndicatorPack:
    """The content of a pack of indicators."""

    version: str
    indicators: tuple[Indicator, ...]


class Registry:
    """Indicators by code and by phrase."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        """Index the entries; raise InputError when two share a code or a phrase with the same kind."""
        self._by_code: dict[str, Indicator] = {}
        self._by_key: dict[str, list[Indicator]] = {}
        for indicator in indicators:
            if indicator.code in self._by_code:
                raise InputError(
                    msg("指标代码“{code}”重复；请在指标库中改成不同的代码。", code=indicator.code)
                )
            self._by_code[indicator.code] = indicator
            for phrase in dict.fromkeys(key(words) for words in (indicator.name, *indicator.aliases)):
                self._add(phrase, indicator)

    def _add(self, phrase: str, indicator: Indicator) -> None:
        entries = self._by_key.setdefault(phrase, [])
        unit = Unit.parse(indicator.unit)
        for other in entries:
            if unit.converts_to(Unit.parse(other.unit)):
                raise InputError(
                    msg(
                        "指标“{a}”与“{b}”有同一个叫法“{phrase}”；请删去其中一个。",
                        a=other.code,
                        b=indicator.code,
                        phrase=phrase,
                    )
                )
        entries.append(indicator)

    @cached_property
    def index(self) -> Index:
        """The entries by what their phrases say (``wording``), for ``candidates``."""
        return Index(self.all())

    def get(self, code: str) -> Indicator | None:
        """The entry of this code, None when there is none."""
        return self._by_code.get(code)

    def all(self) -> tuple[Indicator, ...]:
        """All entries in the order of the pack."""
        return tuple(self._by_code.values())

    def match(self, phrase: str, unit: str = "", mode: Mode | None = None) -> str:
        """The code of the indicator these words name exactly, or "".

        unit: as written, must convert into the entry's unit ("" is not checked).
        mode: a count to build or a yearly flow is never about a stock, a rate of growth never about
            a level; 增长, 降低 or 新建 is added where the figure says it and the plan leaves it out.
        """
        wanted = key(phrase)
        fuller = [wanted + word for word in _BEHIND.get(mode, ())] if mode else []
        fuller += [word + wanted for word in _BEFORE.get(mode, ())] if mode else []
        for words in (*fuller, wanted) if wanted else ():
            for indicator in self._by_key.get(words, ()):
                if allows(indicator, mode) and (
                    not unit or Unit.parse(plain(unit)).converts_to(Unit.parse(indicator.unit))
                ):
                    return indicator.code
        return ""


def allows(indicator: Indicator, mode: Mode | None) -> bool:
    """Whether a figure of this mode can be about the indicator."""
    if mode in _KINDS and indicator.kind not in _KINDS[mode]:
        return False
    return mode is not Mode.CHANGE or indicator.reduction


def with_growths(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The entries, each level that says so followed by the entry of its growth.

    The growth has the level's names with 增速 behind, its custodian, direction, cycle and basis groups.
    """
    entries: list[Indicator] = []
    for one in indicators:
        entries.append(one)
        if one.growth is not None and one.kind is not IndicatorKind.GROWTH:
            entries.append(
                replace(
                    one,
                    code=f"{one.code}.growth",
                    name=f"{one.name}增速",
                    name_en=f"growth of {one.name_en}",
                    unit="%",
                    units=(),
                    kind=IndicatorKind.GROWTH,
                    aliases=tuple(f"{words}增速" for words in one.aliases),
                    definition=_GROWTHS[one.growth].format(name=one.name),
                    growth_of=one.code,
                    state=False,
                    rolls_up=None,
                )
            )
    return tuple(entries)


@cache
def shipped_registry() -> Registry:
    """The registry of the shipped packs."""
    shipped: list[IndicatorPack] = [packs.load(f"indicators_{field}", IndicatorPack) for field in FIELDS]
    return Registry(with_growths(entry for pack in shipped for entry in pack.indicators))
