"""What one cell of a main-indicator table says.

A cell holds a number with a bound (＞7, ≥1500, 5左右, 8以上, 1.45左右), a total of the plan's years in
brackets (〔17〕, [18], 【5】), a range (5-6), a rule in words, or a dash for no value; a mark
such as ``*`` points to the table's note.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from lantu.values import Comparator

_MARKS = re.compile(r"[*＊※★☆△▲#]+|[①-⑳]|[¹²³⁴⁵⁶⁷⁸⁹]")
_BRACKETS = re.compile(r"^[〔\[【［](.*)[〕\]】］]$")
_EMPTY = re.compile(r"^[-—－–/\\\s]*$")
_NUMBER = re.compile(
    r"^(?P<before>[>≥<≤＞＜]=?|不低于|不少于|高于|大于|超过|突破|不高于|不超过|低于|小于|控制在|达到|提高|增长|下降|降低|增加|约|力争|[+\-](?=\d))*"
    r"(?P<number>\d+(?:\.\d+)?)(?:[-~—至](?P<top>\d+(?:\.\d+)?))?(?P<unit>[%‰]|个百分点|百分点)?"
    r"(?P<after>左右|以上|以下|以内|之内|及以上)?(?P<rest>[、，；].*)?$"
)
_BOUNDS = {
    ">": Comparator.ABOVE,
    "高于": Comparator.ABOVE,
    "大于": Comparator.ABOVE,
    "超过": Comparator.ABOVE,
    "突破": Comparator.ABOVE,
    "≥": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "不低于": Comparator.AT_LEAST,
    "不少于": Comparator.AT_LEAST,
    "以上": Comparator.AT_LEAST,
    "及以上": Comparator.AT_LEAST,
    "<": Comparator.BELOW,
    "低于": Comparator.BELOW,
    "小于": Comparator.BELOW,
    "≤": Comparator.AT_MOST,
    "<=": Comparator.AT_MOST,
    "不高于": Comparator.AT_MOST,
    "不超过": Comparator.AT_MOST,
    "控制在": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "约": Comparator.ABOUT,
    "左右": Comparator.ABOUT,
}
_CHANGE_WORDS = ("提高", "增长", "下降", "降低", "增加")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell read.

    raw: the words of the cell without marks; value, value_max: None when it holds no number.
    cumulative: it stood in brackets; change: a verb of change or 个百分点 stands in it;
    share: a percent sign stands in it; marks: footnote marks; at: position of the number in the
    compact shadow of the cell, (0, 0) for none; qualifier: the bound as written.
    """

    raw: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    comparator: Comparator | None = None
    cumulative: bool = False
    change: bool = False
    share: bool = False
    marks: tuple[str, ...] = ()
    at: tuple[int, int] = (0, 0)
    qualifier: str = ""

    @property
    def empty(self) -> bool:
        """Whether the cell says nothing."""
        return bool(_EMPTY.match(self.raw))

    @property
    def words(self) -> bool:
        """Whether the cell holds a rule in words instead of a number."""
        return not self.empty and self.value is None


def read_cell(text: str) -> Cell:
    """Read the compact shadow text of a cell."""
    marks = tuple(m[0] for m in _MARKS.finditer(text))
    body = _MARKS.sub("", text)
    shift = len(text) - len(text.lstrip("*＊※★☆△▲#"))
    inner = _BRACKETS.match(body)
    if inner:
        shift += 1
    core = inner[1] if inner else body
    match = _NUMBER.match(core)
    if match is None:
        return Cell(body, marks=marks, cumulative=bool(inner))
    start = match.start("number") + shift
    end = (match.end("top") if match["top"] else match.end("number")) + shift
    before = core[: match.start("number")]
    comparator, qualifier = _bound(before, match["after"] or "")
    top = Decimal(match["top"]) if match["top"] else None
    return Cell(
        raw=body,
        value=Decimal(match["number"]),
        value_max=top,
        comparator=Comparator.RANGE if top is not None else comparator,
        cumulative=bool(inner),
        change=any(w in before for w in _CHANGE_WORDS) or (match["unit"] or "").endswith("百分点"),
        share=match["unit"] in ("%", "‰"),
        marks=marks,
        at=(start, end),
        qualifier=qualifier,
    )


def _bound(before: str, after: str) -> tuple[Comparator, str]:
    if after:
        return _BOUNDS[after], after
    for word in sorted(_BOUNDS, key=len, reverse=True):
        if word in before:
            return _BOUNDS[word], word
    return Comparator.EQUAL, ""
