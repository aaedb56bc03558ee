"""Plan completion as the statistics textbook has it (methods 1.5a): actual against plan, in parts of one."""

from decimal import Decimal

from lantu.monitoring.demand import number
from lantu.monitoring.wording import percent
from lantu.plan.paths import factor, tidy


def completion(actual: Decimal, plan: Decimal) -> Decimal | None:
    """Actual over plan. Above one is good for a quantity that shall rise, below one for one that shall fall.

    None when nothing was planned.
    """
    return tidy(actual / plan) if plan else None


def completion_of_rates(actual: Decimal, plan: Decimal, *, falling: bool = False) -> Decimal | None:
    """Of rates in per cent the factors are compared, never the rates: (1 ± actual) over (1 ± plan).

    falling: positive rates are falls.
    """
    return completion(factor(actual, falling=falling), factor(plan, falling=falling))


def completion_formula(actual: Decimal, plan: Decimal, *, rates: bool, falling: bool) -> str:
    """The completion with its numbers; "" when nothing was planned."""
    share = completion_of_rates(actual, plan, falling=falling) if rates else completion(actual, plan)
    if share is None:
        return ""
    if not rates:
        return f"{number(actual)} ÷ {number(plan)} = {percent(share)}"
    sign = "−" if falling else "+"
    return f"(1 {sign} {_inner(actual)} %) ÷ (1 {sign} {_inner(plan)} %) = {percent(share)}"


def _inner(value: Decimal) -> str:
    return f"({number(value)})" if value < 0 else number(value)
