"""How the figures of a paragraph lean on each other: level and growth, part and whole, from and to, rows."""

from collections.abc import Sequence

from lantu.check.drafted import Drafted
from lantu.check.statement import Link, Move, Role, Tie

_LEANING = (Role.GROWTH, Role.CHANGE, Role.SHARE, Role.RANK, Role.MULTIPLE, Role.OTHER)
_RATES = ("%", "个百分点", "百分点", "‰")


def tie(sentence: Sequence[Drafted], before: Sequence[Drafted]) -> None:
    """Tie the figures of a sentence to each other and to those said before in the paragraph, latest last."""
    said = list(before)
    for one in sentence:
        _to_start(one, said)
        _to_level(one, said)
        _to_whole(one, said)
        _to_row(one, said)
        _to_total(one, said)
        said.append(one)


def _add(one: Drafted, link: Link, other: Drafted | None) -> None:
    if other is not None:
        one.ties.append(Tie(link, other.id))


def _to_start(one: Drafted, said: list[Drafted]) -> None:
    """由A提高到B, and 比2020年的A增加B."""
    last = said[-1] if said else None
    if (
        last is not None
        and last.move is Move.FROM
        and last.subject == one.subject
        and one.move is not Move.FROM
    ):
        _add(one, Link.FROM, last)


def _to_level(one: Drafted, said: list[Drafted]) -> None:
    """A growth, change, share, rank or multiple: the level of the same thing, or the rate that changed."""
    if one.measure not in _LEANING or one.move is Move.FROM:
        return
    rank, count = one.piece.row
    for other in reversed(said):
        if other.subject != one.subject or other.region != one.region or other.move is Move.FROM:
            continue
        if count > 1 and other.piece.row[1] == count and other.piece.row[0] != rank:
            continue
        if one.measure is Role.RANK and other.period != one.period:
            continue
        if _is_level_of(other, one):
            _add(one, Link.LEVEL, other)
            return


def _is_level_of(other: Drafted, one: Drafted) -> bool:
    if one.measure is Role.RANK:
        return other.measure in (Role.ACTUAL, Role.GROWTH, Role.SHARE)
    if one.measure is Role.CHANGE and one.unit in _RATES:
        return other.unit in _RATES and other.measure is not Role.CHANGE
    if one.measure is Role.CHANGE:
        return _alike(other, one) and other.measure in (Role.ACTUAL, Role.COUNT)
    if one.measure is Role.OTHER:
        return other.measure is Role.GROWTH or other.measure is Role.ACTUAL
    return other.measure is Role.ACTUAL and other.unit not in _RATES


def _to_whole(one: Drafted, said: list[Drafted]) -> None:
    """Behind 其中: the last figure of the same kind that is no part itself; of a share: what it is of."""
    if one.part:
        whole = [
            other
            for other in said
            if not other.part and other.measure is one.measure and other.sentence[0] >= 0
        ]
        like = [other for other in whole if _alike(other, one)]
        _add(one, Link.WHOLE, like[-1] if like else None)
    if one.measure is Role.SHARE and one.whole:
        _add(
            one,
            Link.WHOLE,
            next(
                (o for o in reversed(said) if o.subject.endswith(one.whole) and o.measure is Role.ACTUAL),
                None,
            ),
        )


def _alike(other: Drafted, one: Drafted) -> bool:
    """Whether both are of one kind of unit: money and money, 万人 and 人, growth and growth."""
    tail = one.unit[-1:]
    return other.unit[-1:] == tail


def _to_row(one: Drafted, said: list[Drafted]) -> None:
    rank, count = one.piece.row
    if count > 1 and rank > 0 and len(said) >= rank:
        _add(one, Link.ROW, said[-rank])


def _to_total(one: Drafted, said: list[Drafted]) -> None:
    """年均增长: the growth over the whole period, said of the same thing."""
    for other in reversed(said):
        if other.subject == one.subject and other.measure is one.measure and other.yearly != one.yearly:
            if (
                one.period is not None
                and other.period is not None
                and "/" in one.period.code + other.period.code
            ):
                _add(one, Link.TOTAL, other)
            return
