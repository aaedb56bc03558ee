"""A target: what a plan says about an indicator."""

from dataclasses import dataclass, field
from decimal import Decimal

from lantu.values import Binding, Comparator, Direction, Mode, Period, Span, Strength, Tier


@dataclass(frozen=True, slots=True)
class Baseline:
    """The value a target starts from, as the plan states it, with its own basis."""

    period: Period
    value: Decimal
    basis: tuple[str, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A relative goal: measured against a reference series instead of a number.

    relation: ``above`` (高于), ``in_step`` (同步), ``rank_up`` (位次前移), ``rank_within`` (前 n 位),
        ``not_above`` (低于), ``reasonable`` (合理区间: no test possible without the annual targets).
    indicator: registry code of the series compared with ("" = the target's own indicator).
    region: code of the region compared with ("" = the plan's own region); in a reading, which does not
        know the plan's place, also ``province`` (全省), ``prefecture`` (全市) and ``other`` (one without
        a code here): ``lantu.reading.resolved`` turns them into codes for the register.
    margin: what is allowed or asked for on top: points for ``above``, ``not_above`` and ``in_step``
        (0 for 达到, 不低于), places for ``rank_up``, the place itself for ``rank_within``.
    """

    relation: str
    indicator: str = ""
    region: str = ""
    margin: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One committed figure (or relative goal) of a plan; a sentence with three figures is three targets.

    id: of a reading, a proposal ``eId~quotehash~ordinal``; of the register, the permanent id.
    quote: the figure as written (number with unit); equals ``text[span.start:span.end]``.
    indicator: the phrase of the text; indicator_code: registry entry it was matched to, or "".
    qualifier: the plan's own comparator word (不低于, 左右, …), "" when none; comparator: its meaning.
    value, value_max: exact numbers with the multiplier of counts folded in (1.5万人 -> 15000);
        value is None only for a relative goal, value_max is set only for a range.
    unit: as written (万 and 亿 stay with money, area, power, mass).
    mode: what kind of number it is; direction: which way is better.
    deadline: year the text promises it for, None when unwritten;
    deadline_inferred: the plan's end when nothing is written, else None.
    base: base period the text states ("" when none); section: eId of the innermost heading.
    scope: region or body it holds for when not the plan's whole region.
    tier, binding: never averaged together.
    plan: id of the plan it belongs to, "" for a proposal of a reading.
    """

    id: str
    quote: str
    indicator: str
    comparator: Comparator
    value: Decimal | None
    unit: str
    mode: Mode
    direction: Direction
    value_max: Decimal | None = None
    qualifier: str = ""
    deadline: int | None = None
    deadline_inferred: int | None = None
    base: str = ""
    scope: str = ""
    strength: Strength = Strength.FIRM
    binding: Binding = Binding.UNKNOWN
    tier: Tier = Tier.FIELD
    section: str = ""
    indicator_code: str = ""
    baseline: Baseline | None = None
    reference: Reference | None = None
    basis: tuple[str, ...] = ()
    region: str = ""
    note: str = ""
    plan: str = ""
    span: Span | None = field(default=None, compare=False)

    @property
    def due_year(self) -> int | None:
        """The written deadline, else the plan's end."""
        return self.deadline if self.deadline is not None else self.deadline_inferred
