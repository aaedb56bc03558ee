"""Policy measures: what makes or changes a rule, list, fund, price, tax, standard, pilot or mechanism."""

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.values import Span


class PolicyKind(StrEnum):
    """What is made or changed."""

    RULE = "rule"  # 条例, 办法, 制度, 政策
    LIST = "list"  # 清单, 目录
    FUND = "fund"  # 基金, 补贴
    PRICE = "price"  # 价格, 收费
    TAX = "tax"
    STANDARD = "standard"  # 标准, 规范
    PILOT = "pilot"  # 试点
    MECHANISM = "mechanism"  # 机制, 体制
    PLAN = "plan"  # 规划, 方案, 行动计划 to be drawn up


@dataclass(frozen=True, slots=True)
class PolicyMeasure:
    """One policy measure (重大政策举措).

    id: proposal ``eId~policy~hash~ordinal`` or permanent id.
    verb: what is done, as written (制定出台); object: to what, as written; kind: its kind.
    title: the name of the document in 《》, "" when none is named.
    deadline: year the sentence promises it for, None when unwritten.
    section: eId of the innermost heading; span: the clause without the mark that ends it.
    """

    id: str
    verb: str
    object: str
    kind: PolicyKind
    title: str = ""
    deadline: int | None = None
    section: str = ""
    span: Span | None = field(default=None, compare=False)
