"""Numbers the writers put before headings and captions, the same in every form of a report."""

from collections.abc import Iterator
from dataclasses import dataclass

from lantu.reports.content import LEVELS, Block, Figure, Heading, Report
from lantu.reports.table import Table
from lantu.reports.words import Run, Words
from lantu.texts import Language, render
from lantu.values import Message, msg

_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with the label a writer sets before its text (“一、”, “表1”), "" for none."""

    block: Block
    label: str


class Numbering:
    """Counts tables and figures through the whole document; headings begin anew in each part."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._tables = 0
        self._figures = 0

    def over(self, blocks: tuple[Block, ...]) -> Iterator[Numbered]:
        """The blocks of one part (the body, an attachment) with their labels."""
        counts = [0] * LEVELS
        for block in blocks:
            yield Numbered(block, self._label(block, counts))

    def _label(self, block: Block, counts: list[int]) -> str:
        match block:
            case Heading(numbered=True):
                counts[block.level - 1] += 1
                counts[block.level :] = [0] * (LEVELS - block.level)
                return heading_label(counts[: block.level], self._language)
            case Table() if block.title:
                self._tables += 1
                return say(msg("表{number}", number=self._tables), self._language)
            case Figure() if block.title:
                self._figures += 1
                return say(msg("图{number}", number=self._figures), self._language)
            case _:
                return ""


def heading_label(counts: list[int], language: Language) -> str:
    """Label of a heading from the counts of the levels above it and its own: 一、 （一） 1. （1）."""
    last = counts[-1]
    if language is Language.EN:
        return ".".join(str(count) for count in counts) + ("." if len(counts) == 1 else "")
    return (f"{chinese(last)}、", f"（{chinese(last)}）", f"{last}.", f"（{last}）")[len(counts) - 1]


def chinese(number: int) -> str:
    """A number of 1–99 in Chinese (十二, 二十); larger ones digit by digit."""
    if number > 99:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return ten + (_DIGITS[ones] if ones or not tens else "")


def day_text(report: Report) -> str:
    """成文日期 in the report's language: 2026年3月5日 (no leading zeros), 5 March 2026."""
    day = report.day
    if report.language is Language.EN:
        return f"{day.day} {day:%B} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def attachment_label(report: Report, place: int) -> str:
    """附件, or 附件2 when there are more; ``place`` counts from 0."""
    if len(report.attachments) == 1:
        return say(msg("附件"), report.language)
    return say(msg("附件{number}", number=place + 1), report.language)


def say(message: Message, language: Language) -> str:
    """The writers' own words in the language of the report."""
    return render(message, language)


def caption(label: str, title: str, language: Language) -> str:
    """Number and title of a table or figure: 表1　主要指标; Table 1. Main indicators."""
    if not label:
        return title
    return f"{label}. {title}" if language is Language.EN else f"{label}\u3000{title}"


def note_text(parts: Words, language: Language) -> Words:
    """A note with its word (注：) before it."""
    return (Run(say(msg("注："), language)), *parts)


def remark_text(remark: str, language: Language) -> str:
    """附注 in brackets."""
    return f"({remark})" if language is Language.EN else f"（{remark}）"


def table_notes(one: Table, language: Language) -> list[str]:
    """The sentences below a table: 注：… or, when there are more, 注：1. … and 2. …, each on its line."""
    word = say(msg("注："), language)
    if len(one.notes) == 1:
        return [word + one.notes[0]]
    return [(word if place == 1 else "") + f"{place}. {text}" for place, text in enumerate(one.notes, 1)]
