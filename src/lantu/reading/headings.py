"""Which blocks are headings, and of what kind.

Grammar (on the shadow text, N a Chinese or Arabic number):

    part     := "第" N ("篇"|"编")  title
    chapter  := "第" N "章"         title          or  N "、" title where a text has no 章
    section  := "第" N "节"         title          or  "（" N "）" title under such a chapter
    box      := "专栏" [N]          title
    item     := N "、" | "（" N "）" | n "." | n "、" | "（" n "）" | "①"   lead

A title holds no sentence end. A heading that runs on ("第五节 … 。正文") ends at its first "。".
"""

import re
from dataclasses import dataclass

from lantu.plan import SectionKind
from lantu.reading.numerals import chinese_number
from lantu.values import maker

_N = r"[〇零一二三四五六七八九十百]{1,5}"
_TITLE_LIMIT = 48
_RUN_ON_LIMIT = 30
_HEADING = re.compile(rf"第({_N}|\d{{1,3}})([篇编章节])[ 　:：]*")
_BOX = re.compile(rf"专栏 ?((?:\d{{1,3}}(?![\d.])|{_N})?)[ :：]*")
_ITEMS = (
    re.compile(rf"({_N})、"),
    re.compile(rf"（({_N})） ?"),
    re.compile(r"(\d{1,2})(?:\.(?!\d)|、) ?"),
    re.compile(r"（(\d{1,2})） ?"),
    re.compile(r"([①-⑳]) ?"),
)
_ITEM_MARKS = "（〇零一二三四五六七八九十百①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_KINDS = {
    "篇": SectionKind.PART,
    "编": SectionKind.PART,
    "章": SectionKind.CHAPTER,
    "节": SectionKind.SECTION,
}
RANK = {SectionKind.PART: 0, SectionKind.CHAPTER: 1, SectionKind.SECTION: 2, SectionKind.BOX: 3}
ITEM_RANK = 4  # the five forms of item rank 4 to 8


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found at the start of a block.

    rank: 0 part, 1 chapter, 2 section, 3 box, 4 to 8 the five forms of item;
    title_start, title_end: positions of the title in the block; the rest after body_start is
    a paragraph of its own.
    """

    kind: SectionKind
    rank: int
    number: int
    label: str
    title_start: int
    title_end: int
    body_start: int


_heading = maker(Heading)


def heading_at(text: str, start: int = 0) -> Heading | None:
    """The heading that begins at ``start`` of a block, or None."""
    first = text[start : start + 1]
    if first == "第":
        return _structural(text, start)
    if first == "专":
        return _box(text, start)
    return item_at(text, start)


def _structural(text: str, start: int) -> Heading | None:
    match = _HEADING.match(text, start)
    if match is None:
        return None
    end, body = _title_end(text, match.end())
    if end < 0 or end == match.end():
        return None
    if text[match.end()] in "，、；的和至》”）。":  # "第三章的任务…": a reference, not a heading
        return None
    kind = _KINDS[match[2]]
    label = f"第{match[1]}{match[2]}"
    return _heading(kind, RANK[kind], _number(match[1]), label, match.end(), end, body)


def _box(text: str, start: int) -> Heading | None:
    match = _BOX.match(text, start)
    if match is None:
        return None
    end, body = _title_end(text, match.end())
    if end < 0 or (not match[1] and end == match.end()):
        return None
    if end > match.end() and text[match.end()] in "，、；的和中所》”）。":
        return None
    number = _number(match[1]) if match[1] else 0
    return _heading(SectionKind.BOX, RANK[SectionKind.BOX], number, f"专栏{match[1]}", match.end(), end, body)


def item_at(text: str, start: int = 0) -> Heading | None:
    """The numbered item that begins at ``start``, with its lead as title, or None."""
    first = text[start : start + 1]
    if first not in _ITEM_MARKS and not first.isdigit():
        return None
    for form, pattern in enumerate(_ITEMS):
        match = pattern.match(text, start)
        if match:
            end, body = _title_end(text, match.end())
            if end < 0:
                end = body = match.end()
            number = ord(match[1]) - ord("①") + 1 if form == 4 else _number(match[1])
            label = match[0].strip()
            return _heading(SectionKind.ITEM, ITEM_RANK + form, number, label, match.end(), end, body)
    return None


def _title_end(text: str, start: int) -> tuple[int, int]:
    """Where a title from ``start`` ends and where the text after it begins; (-1, -1) for none.

    A block without a sentence end is all title when it is short enough; else the words up to the
    first "。" are one when they are short (a heading that runs on).
    """
    stop = text.find("。", start)
    if stop < 0:
        limit = _TITLE_LIMIT
        if len(text) - start > limit or text.endswith(("，", "；")):
            return -1, -1
        return len(text), len(text)
    if stop - start > _RUN_ON_LIMIT:
        return -1, -1
    return stop, stop + 1


def _number(text: str) -> int:
    value = int(text) if text.isdigit() else chinese_number(text)
    return value or 0
