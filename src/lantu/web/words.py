"""Codes and records put into words for a template: names, aims, figures, days."""

import re
from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from lantu.texts import Language, codes, gettext, label
from lantu.texts import word as english_word
from lantu.web.numbers import with_unit
from lantu.web.pages.common import Aim, Held, Seen
from lantu.web.pages.names import Name
from lantu.web.scaled import in_english

_CHINESE = re.compile(
    "([\u3400-\u9fff“”《》（）、，。；：·\u3000]*[\u3400-\u9fff][\u3400-\u9fff“”《》（）、，。；：·\u3000]*)"
)
SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
_AFTER = ("左右", "以上", "以内", "以下", "上下", "内", "前后")


class Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        # A page in Traditional is written in Simplified and converted whole at the end.
        self.language = Language.EN if language is Language.EN else Language.ZH
        self.english = language is Language.EN

    def plain(self, template: str, **fields: object) -> str:
        """The same sentence as plain text, for attributes, charts and other sentences."""
        return gettext(template, self.language).format(**fields)

    def say(self, template: str, **fields: object) -> Markup:
        """A sentence of the templates; its fields are escaped unless they are markup already."""
        return Markup(gettext(template, self.language)).format(**fields)  # noqa: S704 - templates are ours

    def word(self, kind: str, code: str) -> str:
        """The word of a vocabulary."""
        return label(kind, code, self.language)

    def codes(self, kind: str) -> tuple[str, ...]:
        """The codes of a vocabulary in their order."""
        return codes(kind)

    def title(self, kind: str, code: str) -> str:
        """The word of a vocabulary as a heading or at the start of a sentence."""
        return _upper(self.word(kind, code))

    def status(self, status: str, stage: str) -> str:
        """The word of a measured status at its stage."""
        return _upper(label("status.midterm" if stage == "midterm" else "status", status, self.language))

    def name(self, name: Name | None) -> Markup:
        """A name; in English pages a name known in Chinese only is marked as Chinese."""
        if name is None:
            return Markup()
        if not self.english:
            return escape(name.zh)
        if name.en:
            return escape(_upper(name.en))
        return self.chinese(name.zh)

    def chinese(self, text: str) -> Markup:
        """Words that may exist in Chinese only; an English page announces each run of them."""
        if not self.english:
            return escape(text)
        return Markup("").join(
            Markup('<span lang="zh-Hans">{}</span>').format(part) if order % 2 else escape(part)
            for order, part in enumerate(_CHINESE.split(text))
        )

    def plain_name(self, name: Name | None) -> str:
        """A name without markup, for attributes and charts."""
        if name is None:
            return ""
        return _upper(name.en or name.zh) if self.english else name.zh

    def inner_name(self, name: Name | None) -> str:
        """A name inside a sentence: in English as the registry writes it, without a capital."""
        if name is None:
            return ""
        return (name.en or name.zh) if self.english else name.zh

    def unit(self, unit: str) -> str:
        """A unit as the reader writes it."""
        return label("unit", unit, self.language) if self.english else unit

    def basis(self, tags: tuple[str, ...]) -> str:
        """Tags of a statistical definition."""
        return ("; " if self.english else "、").join(label("basis", tag, self.language) for tag in tags)

    def show_basis(self, tags: tuple[str, ...]) -> Markup:
        """The same, with tags that have no English announced as Chinese."""
        return self.chinese(self.basis(tags))

    def show_seen(self, seen: Seen) -> Markup:
        """A published value, its unit announced where it has no English."""
        return self.chinese(self.seen(seen))

    def period(self, code: str) -> str:
        """A period in words: 2025 年, 2025 年上半年, 2025 年 1—8 月."""
        if not code:
            return ""
        if self.english:
            return code.replace("/", "–")
        first, _, last = code.partition("/")
        if last:
            return _range(first, last)
        if first[4:] in _PARTS:
            return f"{first[:4]} 年{_PARTS[first[4:]]}"
        if len(first) == 7:
            return f"{first[:4]} 年 {int(first[5:])} 月"
        return f"{first} 年" if len(first) == 4 else first

    def years(self, years: Iterable[int]) -> str:
        """Years in order, those in a row as a range: 2018、2020—2022; 2018, 2020–2022."""
        runs: list[list[int]] = []
        for year in years:
            if runs and runs[-1][-1] == year - 1:
                runs[-1].append(year)
            else:
                runs.append([year])
        dash, comma = ("–", ", ") if self.english else ("—", "、")
        return comma.join(f"{run[0]}{dash}{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)

    def day(self, day: date | None) -> str:
        """A civil date, the same in all languages."""
        return day.isoformat() if day else ""

    def value(self, digits: str, unit: str) -> str:
        """Digits with their unit, in English by thousands, millions and billions."""
        return in_english(digits, unit) if self.english else with_unit(digits, unit)

    def seen(self, seen: Seen) -> str:
        """A published value with unit and, where only a bound is known, its sign."""
        value = self.value(seen.value, seen.unit)
        if seen.bound == "~":
            return self.plain("约 {value}", value=value)
        sign = SIGNS.get(seen.bound, "")
        return f"{sign} {value}" if sign else value

    def held(self, held: Held) -> str:
        """What was held against a target: a value like a published one, or a place as ``16 / 31``."""
        if held.of:
            return f"{held.value} / {held.of}"
        value = self.value(held.value, held.unit)
        if held.bound == "~":
            return self.plain("约 {value}", value=value)
        sign = SIGNS.get(held.bound, "")
        arrow = {"up": "↑", "down": "↓"}.get(held.arrow, "")
        return " ".join(part for part in (arrow, sign, value) if part)

    def show_held(self, held: Held) -> Markup:
        """The same, with words that exist in Chinese only announced."""
        return self.chinese(self.held(held))

    def aim(self, aim: Aim) -> str:
        """What a target asks for, short, as in a table: ``≥ 5 %``, ``8 % 左右``, ``高于全国``."""
        if aim.relation:
            return self._relative(aim)
        if not aim.value:
            return english_word(aim.quote) if self.english else aim.quote
        arrow = {"up": "↑ ", "down": "↓ "}.get(aim.arrow, "")
        value = self.value(aim.value, aim.unit)
        if aim.high:
            return f"{arrow}{aim.value}–{self.value(aim.high, aim.unit)}"
        if aim.comparator == "~":
            return arrow + self.plain("{value} 左右", value=value)
        if aim.comparator == "cover":
            return self.plain("覆盖 {value}", value=value)
        sign = SIGNS.get(aim.comparator, "")
        return f"{arrow}{sign} {value}" if sign else f"{arrow}{value}"

    def show_aim(self, aim: Aim) -> Markup:
        """The same, with words that exist in Chinese only announced."""
        return self.chinese(self.aim(aim))

    def promise(self, aim: Aim) -> str:
        """What a target asks for with its verb, to stand after the indicator's name in a heading."""
        if aim.relation or not aim.value:
            return self.aim(aim)
        value = (
            f"{aim.value}–{self.value(aim.high, aim.unit)}" if aim.high else self.value(aim.value, aim.unit)
        )
        if aim.comparator == "~" or (not self.english and aim.qualifier in _AFTER):
            word = self.word("comparator", "~") if self.english else aim.qualifier or "左右"
            return f"{word} {value}" if self.english else f"{value} {word}"
        verb = "=" if aim.comparator == "range" else aim.comparator
        word = self.word("comparator", verb)
        return f"{word} {value}"

    def _relative(self, aim: Aim) -> str:
        with_whom = self.inner_name(aim.reference) or self.inner_name(aim.region)
        word = self.word("relation", aim.relation)
        if aim.relation == "in_step":
            return self.plain("与{what}同步", what=with_whom)
        if aim.relation == "rank_within":
            return self.plain("前 {number} 位", number=aim.value or aim.margin)
        if aim.relation in ("above", "not_above"):
            return f"{word} {with_whom}" if self.english else f"{word}{with_whom}"
        return word


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _range(first: str, last: str) -> str:
    """A range in words: 前三季度, 1—8 月, 2021—2025 年, else both ends."""
    same = first[:4] == last[:4]
    if same and (first[4:], last[4:]) == ("Q1", "Q3"):
        return f"{first[:4]} 年前三季度"
    if same and len(first) == len(last) == 7:
        return f"{first[:4]} 年 {int(first[5:])}—{int(last[5:])} 月"
    if len(first) == len(last) == 4:
        return f"{first}—{last} 年"
    return f"{first}—{last}"


_PARTS = {
    "H1": "上半年",
    "H2": "下半年",
    "Q1": "一季度",
    "Q2": "二季度",
    "Q3": "三季度",
    "Q4": "四季度",
}
