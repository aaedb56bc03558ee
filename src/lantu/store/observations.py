"""Published figures: append-only.

The natural key says which figure a record is: indicator, region, period, basis, vintage, bound, unit,
day of publication, title and publisher of the source. A record with a known key and other content (a
value or note that was typed wrong) is a correction: it is added, and from then on it is the one read.
"""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from lantu.indicators import Observation
from lantu.store import sources as origins
from lantu.store.canonical import digest
from lantu.store.schema import observations, sources
from lantu.store.sync import Row
from lantu.values import Comparator, InputError, Message, Source, Vintage, msg

_NEWER = observations.alias("newer")
_IN_FORCE = ~sa.exists().where(_NEWER.c.key == observations.c.key, _NEWER.c.seq > observations.c.seq)


def key_of(one: Observation) -> str:
    """Digest of the natural key."""
    return digest(
        (
            *(one.indicator, one.region, one.period, sorted(one.basis), one.vintage.value, one.bound.value),
            *(one.unit, one.published_on, one.source.title, one.source.publisher),
        )
    )


def put(connection: sa.Connection, wanted: Sequence[Observation], seq: int) -> tuple[Observation, ...]:
    """Add the records that are not there yet, under the audit number ``seq``; return them.

    Raises InputError when two records of ``wanted`` have one key and different content.
    """
    by_key: dict[str, Observation] = {}
    for one in wanted:
        if by_key.setdefault(key := key_of(one), one) != one:
            raise InputError(_twice(by_key[key], one))
    known = _in_force(connection, by_key.keys())
    new = {key: one for key, one in by_key.items() if known.get(key) != one}
    if new:
        origin = origins.put(connection, (one.source for one in new.values()))
        rows = [_row_of(key, one, origin[one.source], seq) for key, one in new.items()]
        connection.execute(sa.insert(observations), rows)
    return tuple(new.values())


def read(
    connection: sa.Connection, indicator: str | Collection[str] | None, region: str | None
) -> tuple[Observation, ...]:
    """The records in force by indicator, region, period; ``None`` does not narrow."""
    query = _query()
    if isinstance(indicator, str):
        query = query.where(observations.c.indicator == indicator)
    elif indicator is not None:
        query = query.where(observations.c.indicator.in_(indicator))
    if region is not None:
        query = query.where(observations.c.region == region)
    return tuple(one for _, one in _records(connection, query))


def _in_force(connection: sa.Connection, keys: Collection[str]) -> dict[str, Observation]:
    query = _query()
    if len(keys) <= 500:  # few: look them up; many: one pass over the table costs less than many lookups
        query = query.where(observations.c.key.in_(keys))
    return dict(_records(connection, query))


def _query() -> sa.Select[Any]:
    return (
        sa.select(observations, *origins.COLUMNS)
        .join(sources)
        .where(_IN_FORCE)
        .order_by(*(observations.c[name] for name in ("indicator", "region", "period", "id")))
    )


def _records(connection: sa.Connection, query: sa.Select[Any]) -> list[tuple[str, Observation]]:
    known: dict[str, Source] = {}
    found = []
    for row in connection.execute(query):
        source = known.get(row.source)
        if source is None:
            source = known[row.source] = origins.source_of(row)
        found.append((row.key, _observation_of(row, source)))
    return found


def _observation_of(row: sa.Row[Any], source: Source) -> Observation:
    return Observation(
        indicator=row.indicator,
        region=row.region,
        period=row.period,
        value=row.value,
        unit=row.unit,
        vintage=Vintage(row.vintage),
        source=source,
        basis=row.basis,
        bound=Comparator(row.bound),
        published_on=row.published_on,
        published_inferred=row.published_inferred,
        note=row.note,
    )


def _row_of(key: str, one: Observation, source: str, seq: int) -> Row:
    return {
        "key": key,
        "seq": seq,
        "indicator": one.indicator,
        "region": one.region,
        "period": one.period,
        "value": one.value,
        "unit": one.unit,
        "vintage": one.vintage.value,
        "source": source,
        "basis": one.basis,
        "bound": one.bound.value,
        "published_on": one.published_on,
        "published_inferred": one.published_inferred,
        "note": one.note,
    }


def _twice(first: Observation, second: Observation) -> Message:
    return msg(
        "同一数值给了两次而内容不同（指标 {indicator}，地区 {region}，时期 {period}，"
        "来源“{source}”：{a} 与 {b}）；请只留一条，或写明各自的口径、状态或来源。",
        indicator=first.indicator,
        region=first.region,
        period=first.period,
        source=first.source.title,
        a=first.value,
        b=second.value,
    )
