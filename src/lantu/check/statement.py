"""A statement: one figure as a draft uses it, with all the words around it that decide what it says."""

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.check.written import Written
from lantu.indicators.matching import Match
from lantu.values import Comparator, Period, Span, Vintage


class Role(StrEnum):
    """What a figure is in its sentence; ``target`` is any figure that is still to be reached."""

    ACTUAL = "actual"
    GROWTH = "growth"
    CHANGE = "change"  # by how much: percentage points, an amount, places in a ranking
    TARGET = "target"
    SHARE = "share"
    RANK = "rank"
    COUNT = "count"  # N项, N个 of things that the text lists
    MULTIPLE = "multiple"  # 倍, 番
    OTHER = "other"  # 拉动…百分点, 贡献率


class Move(StrEnum):
    """What the verb in front makes of a figure."""

    NONE = ""
    AT = "at"  # 达到, 为
    FROM = "from"  # 由…
    TO = "to"  # 提高到, 降至
    BY = "by"  # 增长, 减少
    ABOVE = "above"  # 比全国高, 低于上年


class Link(StrEnum):
    """How one figure leans on another."""

    LEVEL = "level"  # a growth, change, share, rank or multiple: the level it is of
    WHOLE = "whole"  # a part: what it is a part of
    FROM = "from"  # the value reached: the value started from
    ROW = "row"  # of figures in a row (分别): the first of them
    TOTAL = "total"  # a yearly average: the growth or sum over the whole period


@dataclass(frozen=True, slots=True)
class Tie:
    """A link to the statement with number ``to``."""

    link: Link
    to: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What a figure is measured against.

    against: ``year`` (同比, 比上年, 比2020年), ``previous`` (环比), ``region`` (比全国), ``goal``
    (比预期目标),
    ``other`` (another series); period, region: of the value compared with, where the words tell;
    words: as the shadow text has them.
    """

    against: str
    words: str
    period: Period | None = None
    region: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """How many things stand in the list a count sums up.

    count: how many are listed; open: 等 says that there are more; span_start, span_end: offsets of the list.
    """

    count: int
    open: bool
    span_start: int
    span_end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of a draft.

    id: its number in text order; span, quote: the figure with its unit.
    written: value with last place and sense, in ``unit`` (as written, multipliers kept: 亿元, 万家);
        value_max: the upper end of a range. ``sign`` is -1 for a fall (下降, 回落, 低), +1 for a rise, else
        0;
        a value that is written negative is negative in ``written``.
    measure: what the figure is, target or not; promised: whether it is still to be reached.
    phrase: the indicator words as the document writes them, completed from the words before; own: those
        beside the figure alone; key: the normal form of the phrase (``lantu.indicators.phrase.key``), never
        shown.
    region: code ("" for a group or a place without one), region_words: as written, "" when it is the
    draft's own.
    period: None when the words name none that can be told; period_words: as written, "" when carried over.
    yearly: 年均, a yearly average over ``period``.
    basis: price and scope words (名义, 实际, 不变价, 累计, 全口径 …); vintage, vintage_words: 预计,
    初步核算 …
    among: code of the region whose parts are ranked ("" unless a rank); whole: words of what a share is of.
    section: eId of the node the figure stands in; address: cell or page in the file, "" for none.
    table: whether it stands in a table. candidates: what the registry has for the phrase, best first; filled
        by ``lantu.check.matches``.
    """

    id: int
    span: Span = field(compare=False)
    quote: str
    written: Written
    unit: str
    measure: Role
    promised: bool
    phrase: str
    own: str
    key: str
    region: str
    period: Period | None
    sentence: Span = field(compare=False)
    value_max: Written | None = None
    move: Move = Move.NONE
    verb: str = ""
    sign: int = 0
    region_words: str = ""
    period_words: str = ""
    yearly: bool = False
    basis: tuple[str, ...] = ()
    vintage: Vintage = Vintage.UNKNOWN
    vintage_words: str = ""
    comparator: Comparator = Comparator.EQUAL
    qualifier: str = ""
    compared: Compared | None = None
    among: str = ""
    whole: str = ""
    section: str = ""
    address: str = ""
    table: bool = False
    listed: Listed | None = None
    ties: tuple[Tie, ...] = ()
    candidates: tuple[Match, ...] = ()

    @property
    def role(self) -> Role:
        """``target`` for what is still to be reached, else what the figure is."""
        return Role.TARGET if self.promised else self.measure

    @property
    def same(self) -> tuple[str, str, str]:
        """What two statements of the same thing share: indicator words, region, period."""
        return self.key, self.region, self.period.code if self.period else ""

    def tied(self, link: Link) -> int | None:
        """Number of the first statement linked so, None for none."""
        return next((tie.to for tie in self.ties if tie.link is link), None)
