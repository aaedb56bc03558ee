"""What the routes share: the store, the clock, names, drawings, and figures kept while they do not change."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from lantu.charts import SvgCache
from lantu.indicators import Observation, shipped_regions, shipped_registry
from lantu.monitoring import shipped_scheme
from lantu.store import Reader, Store
from lantu.web.desk import Desk
from lantu.web.pages.names import Names
from lantu.web.security import FormTokens

ACTOR = "local"
"""Who writes until there are accounts."""


@dataclass(slots=True)
class Site:
    """One running site.

    today: the civil date now; now: the instant now, in UTC. Figures are read from the store once per
    data version: any audited write makes a new version, so nothing stale is ever shown.
    """

    store: Store
    today: Callable[[], date]
    now: Callable[[], datetime]
    tokens: FormTokens
    drawings: SvgCache
    names: Names
    scheme: str
    desk: Desk
    _figures: tuple[int, tuple[Observation, ...]] = field(default=(-1, ()))

    def figures(self, reader: Reader) -> tuple[Observation, ...]:
        """All figures of the store at the reader's data version."""
        version = reader.data_version()
        known = self._figures
        if known[0] != version:
            known = (version, reader.observations())
            self._figures = known
        return known[1]

    def figures_of(
        self, reader: Reader, indicator: str | None = None, region: str | None = None
    ) -> tuple[Observation, ...]:
        """Figures of one indicator, one region, or both; a plan without a region ("") has none."""
        return tuple(
            one
            for one in self.figures(reader)
            if indicator in (None, one.indicator) and region in (None, one.region)
        )

    def day(self, reader: Reader, plan_id: str, wanted: date | None) -> date:
        """The day a plan is shown as on: the one asked for, else the last day that was judged, else today."""
        if wanted is not None:
            return wanted
        today = self.today()
        days = [day for day in reader.judged_days(plan_id, self.scheme) if day <= today]
        return max(days, default=today)


def make_site(
    store: Store, today: Callable[[], date], now: Callable[[], datetime], secret: bytes, drawings: SvgCache
) -> Site:
    """Put a site together with the shipped names and rules."""
    names = Names(shipped_registry().all(), shipped_regions())
    return Site(store, today, now, FormTokens(secret), drawings, names, shipped_scheme().digest, Desk(now))
