"""What the registry of indicators has for the phrases of a draft."""

from collections.abc import Iterable
from dataclasses import replace

from lantu.check.statement import Role, Statement
from lantu.indicators import Registry
from lantu.indicators.confirmation import Confirmed
from lantu.indicators.matching import Match, candidates

_NOBODY = Confirmed()


def matched(
    statements: Iterable[Statement], registry: Registry, confirmed: Confirmed = _NOBODY, limit: int = 3
) -> tuple[Statement, ...]:
    """The statements with their candidates, at most ``limit`` each, none for counts of what the text lists.

    A phrase is looked up once for each unit and role it is used with. confirmed: what people said before.
    """
    known: dict[tuple[str, str, Role], tuple[Match, ...]] = {}
    result = []
    for one in statements:
        asked = (one.phrase, one.unit, one.measure)
        if asked not in known:
            named = one.phrase and one.measure is not Role.COUNT
            known[asked] = (
                candidates(
                    one.phrase, registry, one.unit, role=one.measure.value, confirmed=confirmed, limit=limit
                )
                if named
                else ()
            )
        result.append(replace(one, candidates=known[asked]))
    return tuple(result)
