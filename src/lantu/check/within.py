"""The word lists for holding the figures of one draft against each other."""

from dataclasses import dataclass

from lantu.packs import load


@dataclass(frozen=True, slots=True)
class PriceWords:
    """Whose growth follows from the levels as written, and whose does not."""

    real: tuple[str, ...]
    constant_words: tuple[str, ...]
    nominal: tuple[str, ...]
    constant: tuple[str, ...]
    intensity: tuple[str, ...]
    sampled: tuple[str, ...]
    revised: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SumWords:
    """Words of totals and of parts."""

    total: tuple[str, ...]
    total_rows: tuple[str, ...]
    means: tuple[str, ...]
    part_rows: tuple[str, ...]
    sorts: tuple[str, ...]
    complete: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """Codes of the parts that make up a whole without rest, of their shares, and names of their ratio."""

    whole: str
    parts: tuple[str, ...]
    shares: tuple[str, ...]
    ratios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithinWords:
    """Pack ``within``."""

    version: str
    prices: PriceWords
    sums: SumWords
    divisions: tuple[Division, ...]


def within_words() -> WithinWords:
    """The shipped pack."""
    pack: WithinWords = load("within", WithinWords)
    return pack
