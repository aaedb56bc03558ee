"""The columns of the entry form, read by both the writer and the reader so that they cannot disagree."""

from dataclasses import dataclass
from functools import cache

from lantu.texts import Language, codes, label, render
from lantu.values import Binding, Message, msg

SHEET = "主要指标"
HELP_SHEET = "填写说明"
PLAN_ROW, HEADER_ROW, FIRST_ROW = 2, 5, 6  # counted from 1
PLAN_CELL = "C2"
LAST_ROW = 1000
FIRST_YEAR, LAST_YEAR = 1949, 2100


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``given``: the form fills it in, so that alone it does not make a row a filled one."""

    name: str
    word: Message
    width: int
    help: str
    given: bool = False

    @property
    def zh(self) -> str:
        """The heading's first line."""
        return str(self.word)

    @property
    def header(self) -> str:
        """The two lines of the heading, Chinese and English."""
        return f"{self.zh}\n{render(self.word, Language.EN)}"


COLUMNS = (
    Column("no", msg("序号"), 8, "表中的序号，照纸质文本填写；分项加字母，如 10a。", given=True),
    Column("indicator", msg("指标"), 34, "指标名称，照纸质文本填写。", given=True),
    Column("unit", msg("单位"), 12, "如 %、万人、亿元；没有单位的填“—”。", given=True),
    Column("baseline_year", msg("基期年"), 10, "已预填；与纸质文本不同的请改。", given=True),
    Column("baseline", msg("基期值"), 12, "只填数。"),
    Column("target_year", msg("目标年"), 10, "已预填；与纸质文本不同的请改。", given=True),
    Column("comparator", msg("限定"), 10, "文本写明“左右”“以上”等时从列表中选；没有写的留空。"),
    Column("target", msg("目标值"), 12, "只填数；区间的下限填在这里。"),
    Column("target_max", msg("目标值上限"), 12, "只在限定为“区间”时填。"),
    Column("growth", msg("年均增长/累计"), 14, "文本中年均或累计一栏的数。"),
    Column("growth_kind", msg("年均/累计的性质"), 16, "填了左边一栏就要选。"),
    Column("binding", msg("属性"), 12, "约束性或预期性。", given=True),
    Column("page", msg("页码"), 10, "纸质文本中的页码，必填，供第二人核对。"),
)
PLACE = {column.name: place for place, column in enumerate(COLUMNS)}

# Kinds of ``MainIndicator.growth_kind`` that carry no number.
WITHOUT_NUMBER = frozenset({"text", "deferred"})


@cache
def comparators() -> dict[str, str]:
    """Word -> code, in the order of the list in the form."""
    return {label("comparator", code, Language.ZH): code for code in codes("comparator")}


@cache
def growth_kinds() -> dict[str, str]:
    """Word -> code of ``MainIndicator.growth_kind``."""
    return {label("growth_kind", code, Language.ZH): code for code in codes("growth_kind")}


@cache
def bindings() -> dict[str, str]:
    """Word -> code; a row of the form may leave it open."""
    return {label("binding", code.value, Language.ZH): code.value for code in Binding}
