"""What is said of a figure that is not the plan's: each kind of difference has its own sentence."""

from lantu.check.knowledge import Goal
from lantu.check.rules.target_terms import Bound, as_planned, bound_in, bound_of, quoted
from lantu.check.statement import Statement
from lantu.indicators import region
from lantu.values import Binding, Message, msg


def agreed_message(goal: Goal) -> Message:
    """The draft says what the plan says."""
    return msg(
        "与《{plan}》一致：{indicator}{due}年目标为{goal}。",
        plan=goal.plan.title,
        indicator=goal.target.indicator,
        due=goal.target.due_year,
        goal=as_planned(goal.target),
    )


def value_message(one: Statement, goal: Goal) -> Message:
    """Another number."""
    return msg(
        "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），数值不同；请按规划原文核改，"
        "或写明目标已经哪份文件调整。",
        draft=quoted(one),
        **_of(goal),
    )


def unit_message(one: Statement, goal: Goal) -> Message:
    """The same digits in another unit, or ten, a hundred … times as much."""
    return msg(
        "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），数字相同而单位或数量级不同；"
        "请核对单位。",
        draft=quoted(one),
        **_of(goal),
    )


def bound_message(one: Statement, goal: Goal) -> Message:
    """The number is right, the word beside it is not."""
    mine, theirs = bound_of(one), bound_in(goal.target)
    facts = {"draft": quoted(one), **_of(goal)}
    if Bound.RANGE in (mine, theirs) or {mine, theirs} == {Bound.FLOOR, Bound.CEILING}:
        return msg(
            "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），上下限的方向或范围不同；请按规划原文改。",
            **facts,
        )
    if theirs in (Bound.FLOOR, Bound.CEILING):
        if mine is Bound.ABOUT:
            return msg(
                "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），数值相同，但要求放松了；"
                "请按规划原文改回限定词。",
                **facts,
            )
        return msg(
            "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），数值相同，但漏了限定词；"
            "请按规划原文补上。",
            **facts,
        )
    if mine is Bound.POINT:
        return msg(
            "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），数值相同，但少了“左右”一类的词，"
            "要求变硬了；请按规划原文补上。",
            **facts,
        )
    if mine is Bound.ABOUT:
        return msg(
            "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），原文没有“左右”一类的词，"
            "要求放松了；请按规划原文删去。",
            **facts,
        )
    return msg(
        "文中写{draft}，《{plan}》定的{due}年目标是{goal}（{indicator}），数值相同，但限定词是原文没有的；"
        "请按规划原文改。",
        **facts,
    )


def deadline_message(one: Statement, goal: Goal) -> Message:
    """The number is right, the year is not."""
    return msg(
        "文中{year}年要达到{draft}，《{plan}》里这个数（{goal}，{indicator}）的期限是{due}年，期限变了；"
        "请核对年份。",
        year=one.period.year if one.period else "",
        draft=quoted(one),
        **_of(goal),
    )


def nature_message(goal: Goal) -> Message:
    """Binding where the plan says expected, or the other way round."""
    if goal.target.binding is Binding.BINDING:
        return msg(
            "《{plan}》把{indicator}（{due}年{goal}）列为约束性指标，文中说成预期性；请按规划原文改。",
            **_of(goal),
        )
    return msg(
        "《{plan}》把{indicator}（{due}年{goal}）列为预期性指标，文中说成约束性；请按规划原文改。",
        **_of(goal),
    )


def scope_message(one: Statement, goal: Goal) -> Message:
    """The target of one region told of another."""
    held = region(goal.target.region or goal.plan.region)
    return msg(
        "文中{draft}说的范围与规划不同：《{plan}》的这个目标（{due}年{goal}，{indicator}）是{region}的；"
        "请核对范围。",
        draft=quoted(one),
        region=held.name if held else goal.target.scope or goal.target.region,
        **_of(goal),
    )


def _of(goal: Goal) -> dict[str, object]:
    return {
        "plan": goal.plan.title,
        "due": goal.target.due_year,
        "goal": as_planned(goal.target),
        "indicator": goal.target.indicator,
    }
