"""Whether the growth of a draft follows from the levels it writes."""

from collections.abc import Iterable
from enum import StrEnum

from lantu.check.amount import unit_of
from lantu.check.dossier import Dossier
from lantu.check.statement import Statement
from lantu.check.within import within_words
from lantu.indicators import GrowthBasis
from lantu.indicators.phrase import plain


class Follows(StrEnum):
    """How a growth follows from its levels."""

    YES = "yes"
    ROUGHLY = "roughly"  # the level of the year before is often revised, growth is on the revised one
    NO = "no"  # constant prices, a changing survey, or it cannot be told


def follows(dossier: Dossier, growth: Statement, level: Statement) -> Follows:
    """How ``growth`` follows from ``level`` and the level before: by basis words, registry, name and unit."""
    pack = within_words().prices
    name, unit = plain(level.phrase), unit_of(level).measure
    money = "元" in unit
    if _holds((*growth.basis, *level.basis), pack.real) or _holds((name,), pack.sampled):
        return Follows.NO
    if money and "/" in unit:
        return Follows.NO
    if not money and not name.startswith(pack.intensity):
        return Follows.YES
    if _holds(growth.basis, pack.nominal):
        return Follows.YES
    entry = dossier.knowledge.registry.get(dossier.code(level))
    constant = entry is not None and entry.growth is GrowthBasis.REAL
    if constant or _holds((name,), (*pack.constant, *pack.intensity)):
        return Follows.NO
    return Follows.ROUGHLY if _holds((name,), pack.revised) else Follows.YES


def _holds(texts: Iterable[str], words: tuple[str, ...]) -> bool:
    return any(word in text for text in texts for word in words)
