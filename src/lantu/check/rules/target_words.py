"""The words by which a draft speaks of the targets of plans: pack ``target_words``."""

from dataclasses import dataclass

from lantu.packs import load


@dataclass(frozen=True, slots=True)
class TargetWords:
    """Pack ``target_words``.

    annual, outline, action: words that name a kind of plan; between: what may stand inside “十四五”…规划;
    particular: what makes a plan of its own of 规划; titles: ends of titles of documents that set targets;
    handed (in front of 目标 and its kin), other: goals of another kind than a plan's; nation, province: whose
    plan; told, over: words around a target that is only told; reviews: in a title; binding, expected: its
    nature; yearly, whole: an amount a year, or one over the whole time.
    """

    version: str
    annual: tuple[str, ...]
    outline: tuple[str, ...]
    action: tuple[str, ...]
    between: tuple[str, ...]
    particular: tuple[str, ...]
    titles: tuple[str, ...]
    handed: tuple[str, ...]
    other: tuple[str, ...]
    nation: tuple[str, ...]
    province: tuple[str, ...]
    told: tuple[str, ...]
    over: tuple[str, ...]
    reviews: tuple[str, ...]
    binding: tuple[str, ...]
    expected: tuple[str, ...]
    yearly: tuple[str, ...]
    whole: tuple[str, ...]


def words() -> TargetWords:
    """The shipped pack."""
    pack: TargetWords = load("target_words", TargetWords)
    return pack
