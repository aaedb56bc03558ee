"""A number of a sentence that says how much."""

from dataclasses import dataclass

from lantu.check.written import Written


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit at a place in the sentence.

    kind: ``percent``, ``point``, ``measure``, ``count``, ``time``, ``bare``, ``rank``, ``top``, ``part``,
    ``turn``.
    unit: as in the shadow text, multipliers kept; more: 多 or 余 stands in it; small: a count in
    characters below one hundred, a figure only when the text lists what is counted.
    part: which of how many parts of a ratio.
    """

    start: int
    end: int
    written: Written
    unit: str
    kind: str
    value_max: Written | None = None
    more: bool = False
    small: bool = False
    part: tuple[int, int] = (0, 1)
