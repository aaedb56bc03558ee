"""One content record for all reports; the writers (DOCX, HTML, XLSX, PDF) show the same record.

A record that cannot be shown is refused when it is made, with one sentence that says where and why.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lantu.reports.table import Table
from lantu.reports.words import Run, Words, check_text, need, shown, text_of, words
from lantu.texts import Language
from lantu.values import msg

LEVELS = 4
_PNG = b"\x89PNG\r\n\x1a\n"
# GB/T 9704-2012 7.2.5: year in hexagonal brackets, number without leading zeros, followed by 号.
_NUMBER = re.compile(r"\S+〔\d{4}〕[1-9]\d*号")
_ODD_BRACKETS = re.compile(r"[\[(（［【]\s*\d{4}\s*[\])）］】]|〔\d{4}〕\s*(第|0)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1–4 (一、 （一） 1. （1）); the number is the writer's, the text has none."""

    level: int
    text: str
    numbered: bool = True

    def __post_init__(self) -> None:
        check_text(self.text)
        need(bool(self.text.strip()), msg("有一个标题是空的；请写上标题文字。"))
        need(
            1 <= self.level <= LEVELS,
            msg("标题“{text}”的层级是 {level}；只能是 1 至 4 级。", text=shown(self.text), level=self.level),
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. indent: first line moved in by two characters, as official documents do."""

    runs: Words
    indent: bool = True

    def __post_init__(self) -> None:
        need(bool(text_of(self.runs).strip()), msg("有一个段落是空的；请写上文字或删去这一段。"))


@dataclass(frozen=True, slots=True)
class List:
    """Items, each one paragraph; ordered ones are numbered by the writer."""

    items: tuple[Words, ...]
    ordered: bool = False

    def __post_init__(self) -> None:
        need(bool(self.items), msg("有一个列表没有条目；请写上条目或删去列表。"))
        for item in self.items:
            need(bool(text_of(item).strip()), msg("列表中有空的条目；请写上文字或删去这一条。"))


class Picture(StrEnum):
    """What kind of file a figure is."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture.

    data: a whole PNG file, or an SVG file (UTF-8) with its size in ``width``/``height`` or ``viewBox``.
    alt: what it shows, for those who cannot see it. title: caption, "" for none and no number.
    width: part of the width of the text, 0 < width <= 1.
    """

    data: bytes
    alt: str
    title: str = ""
    width: float = 1.0

    def __post_init__(self) -> None:
        check_text(self.title)
        check_text(self.alt)
        name = shown(self.title or self.alt)
        need(bool(self.alt.strip()), msg("图“{title}”没有替代文字；请用一句话写明图中内容。", title=name))
        need(0 < self.width <= 1, msg("图“{title}”的宽度应大于 0、不超过 1。", title=name))
        svg = not self.data.startswith(_PNG)
        need(
            not svg or b"<svg" in self.data[:4096],
            msg("图“{title}”既不是 PNG 也不是 SVG；请换成这两种格式之一。", title=name),
        )

    @property
    def kind(self) -> Picture:
        """PNG by its first bytes, else SVG."""
        return Picture.PNG if self.data.startswith(_PNG) else Picture.SVG


@dataclass(frozen=True, slots=True)
class Note:
    """A note (注：…) in the flow of the text, set smaller."""

    runs: Words

    def __post_init__(self) -> None:
        need(bool(text_of(self.runs).strip()), msg("有一条注是空的；请写上文字或删去。"))


Block = Heading | Paragraph | List | Table | Figure | Note


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment: named after the body; with a body of its own it follows on pages of its own."""

    title: str
    body: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.title)
        need(bool(self.title.strip()), msg("有一个附件没有名称；请写上名称。"))
        check_levels(self.body, self.title)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document.

    title: may hold line ends where it must break; else the writers balance its lines.
    issuer: 发文机关, signs below the text when ``signed``.
    letterhead: 发文机关标志 in red above all, "" for none.
    number: 发文字号, “某发〔2026〕12号”. addressee: 主送机关, without colon. day: 成文日期.
    sealed: room is left for a seal (date four characters from the right, the issuer centred above it).
    remark: 附注, without brackets. subject, keywords: properties of the file.
    """

    title: str
    issuer: str
    day: date
    body: tuple[Block, ...]
    number: str = ""
    letterhead: str = ""
    addressee: str = ""
    attachments: tuple[Attachment, ...] = ()
    remark: str = ""
    signed: bool = True
    sealed: bool = False
    language: Language = Language.ZH
    subject: str = ""
    keywords: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_text(self.title, lines=True)
        for text in (self.issuer, self.number, self.letterhead, self.addressee, self.remark, self.subject):
            check_text(text)
        for text in self.keywords:
            check_text(text)
        need(bool(self.title.strip()), msg("报告没有标题；请写上标题。"))
        need(bool(self.body), msg("报告“{title}”没有正文；请至少写一段。", title=shown(self.title)))
        need(
            not self.signed or bool(self.issuer.strip()),
            msg("报告“{title}”要署名，但没有发文机关；请写上发文机关，或不署名。", title=shown(self.title)),
        )
        need(
            self.language is Language.EN or _right_number(self.number),
            msg(
                "发文字号“{number}”的格式不对：年份用六角括号〔〕，序号不编虚位、不加“第”，如“某发〔2026〕12号”。",
                number=shown(self.number),
            ),
        )
        check_levels(self.body, self.title)


def para(*parts: str | Run, indent: bool = True) -> Paragraph:
    """Make a paragraph of strings and runs."""
    return Paragraph(words(*parts), indent)


def items(*lines: str | Words, ordered: bool = False) -> List:
    """Make a list; an item is a string or runs."""
    return List(tuple(words(line) if isinstance(line, str) else line for line in lines), ordered)


def note(*parts: str | Run) -> Note:
    """Make a note of strings and runs."""
    return Note(words(*parts))


def check_levels(blocks: tuple[Block, ...], title: str) -> None:
    """Refuse a heading more than one level below the heading before it.

    Raises:
        InputError: the levels jump (一、 followed by 1. without （一）), or the first is not level 1.
    """
    level = 0
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        need(
            block.level <= level + 1,
            msg(
                "“{title}”中标题“{text}”是 {level} 级，前面的标题是 {before} 级；层级不能跳，"
                "请补上中间一级或改层级。",
                title=shown(title),
                text=shown(block.text),
                level=block.level,
                before=level,
            ),
        )
        level = block.level


def _right_number(number: str) -> bool:
    return not number or _NUMBER.fullmatch(number) is not None or not _ODD_BRACKETS.search(number)
