"""One cell of the entry form to a value; what is wrong with it is said with sheet, row, column and value."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from lantu.exchange import entry_columns as form
from lantu.values import Message, Problem, msg

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?|[+-]?\.\d+")
_LONGEST = 200


@dataclass(slots=True)
class Row:
    """A row of the sheet and the problems found in it so far."""

    number: int
    cells: tuple[Any, ...]
    problems: list[Problem] = field(default_factory=list)

    def is_filled(self) -> bool:
        """Whether anything stands in a column that the form leaves open."""
        return any(not is_blank(self.raw(column.name)) for column in form.COLUMNS if not column.given)

    def has_name(self) -> bool:
        """Whether the row names an indicator."""
        return not is_blank(self.raw("indicator"))

    def raw(self, name: str) -> Any:
        """The cell's value as the workbook has it."""
        return self.cells[form.PLACE[name]].value

    def fault(self, code: str, name: str, rule: Message, detail: object = "") -> None:
        """Note an error in a cell; ``detail`` follows the rule (words of a list, number of another row)."""
        column, place = form.COLUMNS[form.PLACE[name]], form.PLACE[name]
        value = self.raw(name)
        message = msg(
            "工作表“{sheet}”第 {row} 行“{column}”（{cell}）：{value}，{rule}{detail}",
            sheet=form.SHEET,
            row=self.number,
            column=column.zh,
            cell=f"{chr(ord('A') + place)}{self.number}",
            value=msg("空") if is_blank(value) else f"“{_shown(value)}”",
            rule=rule,
            detail=detail,
        )
        self.problems.append(Problem(code, message, "error", self.number, place + 1))

    def _is_formula(self, name: str) -> bool:
        return bool(self.cells[form.PLACE[name]].data_type == "f")

    def text(self, name: str) -> str:
        """The cell as text; a whole number typed into it loses its decimal point."""
        value = self.raw(name)
        if is_blank(value):
            return ""
        if self._is_formula(name):
            self.fault("entry-formula", name, msg("是公式；请改成文字。"))
            return ""
        if isinstance(value, datetime | date | time | bool):
            self.fault("entry-text", name, msg("被表格软件当成了日期或是非；请把单元格设为文本后重填。"))
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        text = " ".join(str(value).split())
        if len(text) > _LONGEST or any(unicodedata.category(mark) == "Cc" for mark in text):
            self.fault("entry-text", name, msg("太长或含有控制字符；请只填文本上的字。"))
            return ""
        return text

    def decimal(self, name: str) -> Decimal | None:
        """The cell as an exact number; None when it is empty or not one."""
        value = self.raw(name)
        if is_blank(value):
            return None
        if self._is_formula(name):
            self.fault("entry-formula", name, msg("是公式；请改成数值。"))
        elif isinstance(value, datetime | date | time | bool):
            self.fault("entry-number", name, msg("被表格软件当成了日期或是非；请把单元格设为常规后重填。"))
        elif isinstance(value, int | float) and "%" in self.cells[form.PLACE[name]].number_format:
            self.fault("entry-number", name, msg("单元格是百分比格式；请设为常规，写成如 69，单位栏填 %。"))
        else:
            number = _decimal_of(value)
            if number is None:
                self.fault(
                    "entry-number", name, msg("不是数；请只填数，不带单位和文字，区间的两端分两栏填。")
                )
            return number
        return None

    def year(self, name: str) -> int | None:
        """The cell as a year; None when it is empty or not one."""
        value = self.raw(name)
        if is_blank(value):
            return None
        text = unicodedata.normalize("NFKC", str(value)).strip().removesuffix("年").removesuffix(".0")
        if re.fullmatch(r"\d{4}", text) and form.FIRST_YEAR <= int(text) <= form.LAST_YEAR:
            return int(text)
        self.fault("entry-year", name, msg("不是年份；请填四位数的年份，如 2025。"))
        return None

    def word(self, name: str, words: dict[str, str]) -> str:
        """The code of a word of a list; "" when the cell is empty or the word is not on it."""
        text = self.text(name)
        if not text:
            return ""
        if text in words:
            return words[text]
        if text in words.values():
            return text
        self.fault("entry-word", name, msg("不在列表里，请改成其中之一："), "、".join(words))
        return ""


def is_blank(value: object) -> bool:
    """Whether a cell holds nothing but space."""
    return value is None or (isinstance(value, str) and not value.strip())


def _decimal_of(value: object) -> Decimal | None:
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        # The file holds decimal text; repr gives back its shortest form, so 69.1 stays 69.1.
        text = repr(value)
        return Decimal(text.removesuffix(".0")) if "n" not in text else None
    text = unicodedata.normalize("NFKC", str(value)).strip().replace("−", "-")
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:40] + "…"
