"""The list of plans with their tallies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantu.monitoring import Verdict
from lantu.plan import Plan, Target
from lantu.values import PlanKind
from lantu.web.pages.chapters import Tree
from lantu.web.pages.counting import Tallied, tiers_of
from lantu.web.pages.heads import PlanHead, plan_head
from lantu.web.pages.names import Names
from lantu.web.pages.overview import rows_of


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One plan: head, number of targets, counts by tier; judged: whether verdicts of ``day`` are stored."""

    head: PlanHead
    total: int
    tallies: tuple[Tallied, ...]
    judged: bool
    day: date


@dataclass(frozen=True, slots=True)
class Plans:
    """The page record: outlines and other multi-year plans first.

    yearly: annual and action plans in groups, one per region; regions with few share the last.
    """

    main: tuple[PlanCard, ...]
    yearly: tuple[tuple[PlanCard, ...], ...]


FEW = 4


def plan_card(
    plan: Plan,
    targets: Sequence[Target],
    verdicts: Sequence[Verdict],
    names: Names,
    day: date,
    *,
    has_text: bool,
) -> PlanCard:
    """One plan of the list as on a day."""
    rows = rows_of(targets, verdicts, names, Tree(()))
    return PlanCard(
        plan_head(plan, names, day, has_text=has_text), len(rows), tiers_of(rows), bool(verdicts), day
    )


def plans_page(cards: Sequence[PlanCard]) -> Plans:
    """Arrange the list: running plans before ended ones, later periods first."""
    order = {"running": 0, "ahead": 1, "ended": 2}
    short = (PlanKind.ANNUAL, PlanKind.ACTION)
    main = sorted(
        (card for card in cards if card.head.kind not in short),
        key=lambda card: (
            card.head.kind != PlanKind.OUTLINE,
            order[card.head.phase],
            -card.total,
            card.head.id,
        ),
    )
    regions: dict[str, list[PlanCard]] = {}
    for card in cards:
        if card.head.kind in short:
            regions.setdefault(card.head.region.zh, []).append(card)
    few = [region for region, found in regions.items() if len(found) < FEW]
    rest = [card for region in few for card in regions.pop(region)]
    groups = sorted(regions.values(), key=len, reverse=True) + ([rest] if rest else [])
    return Plans(
        tuple(main),
        tuple(
            tuple(sorted(found, key=lambda card: (-card.head.last, card.head.region.zh, card.head.id)))
            for found in groups
        ),
    )
