"""A finding: what a rule has to say about one figure or name of a draft."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lantu.values import Message, Source, Span, Vintage


class Rule(StrEnum):
    """The sixteen kinds of finding; labels for people are in ``lantu.texts`` under ``check_rule``."""

    AGREES = "agrees"  # 一致
    OLD_VINTAGE = "old_vintage"  # 旧版数据
    SOURCE = "source"  # 与来源不符
    UNIT = "unit"  # 单位或数量级疑误
    BASIS = "basis"  # 口径疑误
    GROWTH = "growth"  # 增速与总量矛盾
    SHARE = "share"  # 比重与分项矛盾
    SUM = "sum"  # 合计不等于分项
    RANK = "rank"  # 排名疑误
    COUNT = "count"  # “N项”与实列不等
    AVERAGE = "average"  # 年均与累计矛盾
    REPEATED = "repeated"  # 同文前后不一
    TARGET = "target"  # 目标与规划原文不符
    UNPUBLISHED = "unpublished"  # 未公布
    RENAMED = "renamed"  # 机构或提法已变
    UNSUPPORTED = "unsupported"  # 无依据


QUIET = frozenset({Rule.AGREES, Rule.UNSUPPORTED})
"""Rules that find nothing wrong: agreement, and a to-do for whoever has the figure."""


class Confidence(StrEnum):
    """How sure a finding is. ``cannot_tell``: the rule applies, but what is known does not decide it."""

    SURE = "sure"
    LIKELY = "likely"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a figure was held against: a published value, a target of a plan, or another place of the draft.

    text: the value as one would write it, with unit (33182.9亿元); source: where it stands, None for a
    place of the draft; span: that place, None for anything outside the draft; period: its code; vintage,
    basis, published_on: of a published value; plan, quote: id of the plan and the target as it writes it.
    """

    text: str
    source: Source | None = None
    span: Span | None = None
    period: str = ""
    vintage: Vintage = Vintage.UNKNOWN
    basis: tuple[str, ...] = ()
    published_on: date | None = None
    plan: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one place of a draft.

    span, quote: the figure or name; statement: number of its statement in the draft, None for a name.
    message: what does not fit and what to look at, for the writer of the draft.
    expected: the figure as it should be written, "" when that cannot be told.
    evidence: what it was held against, the deciding first; the other places of the draft stand here too.
    verified: whether it rests on the word of whoever has the figure (已核定).
    """

    rule: Rule
    span: Span
    quote: str
    message: Message
    confidence: Confidence = Confidence.SURE
    statement: int | None = None
    expected: str = ""
    evidence: tuple[Evidence, ...] = field(default=())
    verified: bool = False

    @property
    def partners(self) -> tuple[Span, ...]:
        """The other places of the draft it speaks of."""
        return tuple(one.span for one in self.evidence if one.span is not None)
