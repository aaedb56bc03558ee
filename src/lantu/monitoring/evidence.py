"""What a verdict may rest on: published figures and the annual targets adopted."""

from dataclasses import dataclass, field

from lantu.indicators import Observation, Registry
from lantu.plan import Target


@dataclass(frozen=True, slots=True)
class Evidence:
    """Figures of any indicator, region and day; judging takes what a target needs and what was known.

    annual: targets of annual plans, each with its plan, region, year (deadline) and indicator code.
    """

    observations: tuple[Observation, ...]
    annual: tuple[Target, ...]
    registry: Registry
    _index: dict[tuple[str, str], list[Observation]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for one in self.observations:
            self._index.setdefault((one.indicator, one.region), []).append(one)

    def of(self, indicator: str, region: str) -> tuple[Observation, ...]:
        """The figures of one indicator in one region, in the order given."""
        return tuple(self._index.get((indicator, region), ()))
