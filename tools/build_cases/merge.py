"""The same figure read in several rows becomes one observation."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import wording
from ledger import Ledger
from observe import Found, redated

from lantu.indicators import shipped_registry
from lantu.values import Comparator, Unit


def merge(found: Iterable[Found], ledger: Ledger) -> list[Found]:
    """Figures with their duplicates merged, in the order first met; the ledger says what became of each row.

    Two rows are one figure when indicator, region, period and value agree, their bases do not exclude
    each other, and their vintages agree, or one of them only gives the day of publication.
    """
    groups: dict[tuple[object, ...], list[Found]] = defaultdict(list)
    for one in found:
        o = one.observation
        groups[o.indicator, o.region, o.period.code, o.value, Unit.parse(o.unit).factor].append(one)
    merged = []
    for group in groups.values():
        kept: list[Found] = []
        for one in sorted(group, key=lambda f: f.date_added):
            same = next((n for n, other in enumerate(kept) if _same(other, one)), None)
            if same is None:
                kept.append(one)
                ledger.put(one.rows[0], "observation")
            else:
                kept[same] = _join(kept[same], one)
                ledger.put(one.rows[0], "merged", "publication day" if one.date_added else "same figure")
        merged += kept
    return merged


def _same(one: Found, other: Found) -> bool:
    a, b = one.observation, other.observation
    indicator = shipped_registry().get(a.indicator)
    assert indicator is not None
    alike = a.vintage is b.vintage or other.date_added
    return alike and indicator.same_basis(a.basis, b.basis)


def _join(one: Found, other: Found) -> Found:
    """The earlier day with its own source, a printed day before an inferred one; all tags and notes."""
    a, b = one.observation, other.observation
    first = one if _rank(one) <= _rank(other) else other
    observation = redated(one, first)
    copied = wording.COPY in first.observation.note
    return Found(
        replace(
            observation,
            basis=tuple(sorted({*a.basis, *b.basis})),
            bound=a.bound if a.bound is not Comparator.EQUAL else b.bound,
            note=wording.joined(a.note, b.note, copied),
        ),
        (*one.rows, *other.rows),
    )


def _rank(found: Found) -> tuple[bool, date]:
    o = found.observation
    return o.published_on is None or o.published_inferred, o.published_on or date.max
