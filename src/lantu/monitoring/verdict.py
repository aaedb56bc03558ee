"""A verdict: the measured status of one target as known on one day, with everything it rests on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lantu.indicators import Observation
from lantu.values import Message, Period


class Stage(StrEnum):
    """The stage decides the words: 年度监测, 中期评估, 总结评估."""

    ANNUAL = "annual"
    MIDTERM = "midterm"
    FINAL = "final"


class Status(StrEnum):
    """Measured status (监测状态). Words, shapes and colours live in ``lantu.texts`` and the pages."""

    MET = "met"  # 已实现
    UNMET = "unmet"  # 未实现
    FASTER = "faster"  # 快于序时进度
    ON_PACE = "on_pace"  # 达到序时进度
    SLOWER = "slower"  # 慢于序时进度
    REVERSED = "reversed"  # 反向变化
    BASIS = "basis"  # 口径不可比
    NOT_DUE = "not_due"  # 未到期
    NO_DATA = "no_data"  # 暂无数据

    @property
    def is_judged(self) -> bool:
        """Whether figures decided it: the denominator of every count of results."""
        return self not in (Status.BASIS, Status.NOT_DUE, Status.NO_DATA)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Measured status of a target.

    method: name of the rule by value type (``distance``, ``compound``, ``limit``, ``sum``,
        ``annual``, ``reference``, ``rank``, ``none``).
    observation: the value that decided; period: what was judged; earlier: the others used.
    progress: raw rate, never clipped (0 = base, 1 = target reached); pace: the rate expected
        at the end of the observation's period; None where the method has none.
    formula: the method with the numbers put in; reason: one sentence for people.
    bands: the class limits used, printed with every result.
    other_bases: observations of the same indicator that were left out because their basis differs.
    value: what was held against the target, in its unit: the figure, or the sum, change or average
        worked out from figures (the observation is then the last of them); None when nothing was judged.
    lag_days: from the end of the judged period to ``as_of``.
    """

    target: str
    as_of: date
    status: Status
    stage: Stage
    method: str
    reason: Message
    observation: Observation | None = None
    period: Period | None = None
    progress: Decimal | None = None
    pace: Decimal | None = None
    formula: str = ""
    bands: str = ""
    earlier: tuple[Observation, ...] = ()
    other_bases: tuple[Observation, ...] = ()
    lag_days: int | None = None
    value: Decimal | None = None
