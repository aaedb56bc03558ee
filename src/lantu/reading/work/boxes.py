"""The lists of boxes: which passages are lists of works, and their entries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan import Section, SectionKind, Stage
from lantu.reading.numerals import chinese_number
from lantu.reading.work.deeds import deed
from lantu.reading.work.projects import stage_of
from lantu.reading.work.prose import Line
from lantu.reading.work.surroundings import Place
from lantu.reading.work.work_names import is_work
from lantu.values import maker

_NUMBER = re.compile(
    r"\s*(?:(\d{1,2})[.、](?!\d)|（(\d{1,2})）|([①-⑳])|（([一二三四五六七八九十]{1,3})）|([一二三四五六七八九十]{1,3})、)\s*"
)
_MARKS = "（一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MERGED = re.compile(r"\s*(\d{1,2})\.(?=\d)")
_LABEL = re.compile(r"\s*([^，。；：（）“”]{2,14})：")
_END = "。；， 　"
_LONGEST_NAME = 60
_MANY = 3  # parts of an entry that lists names of fields


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list.

    Bounds of its name, its number (0 for none), its label with the stage it says, start of its sentence.
    """

    start: int
    end: int
    number: int
    label: str
    stage: tuple[str, Stage] | None
    sentence: int


_entry = maker(Entry)


def is_list(line: Line, place: Place, bounds: list[tuple[int, int]]) -> bool:
    """Whether a passage in a box lists names instead of telling what is to be done."""
    if place.box is None or not bounds:
        return False
    text, mask = line.block.text, line.mask
    if line.node.kind is SectionKind.ITEM:
        return True
    if place.item is not None and not place.item.title.strip("：: "):
        return True
    if _LABEL.match(mask, bounds[0][0]) and "，" not in mask:
        return True
    if text.rstrip().endswith("；") and "，" not in mask:
        return True
    return any(_numbered(text, start, before)[0] for before, (start, _) in enumerate(bounds[1:], 1))


def entries(
    line: Line, bounds: list[tuple[int, int]], item: Section | None, last: int
) -> Iterator[Entry | tuple[int, int]]:
    """The entries of a list; bounds of a sentence that is none come back as they are.

    last: the number before the list's first entry, so that 2.220千伏 behind entry 1 is entry 2.
    """
    text, mask = line.block.text, line.mask
    label, stage = "", None
    inherited = item.number if item is not None and not item.title.strip("：: ") else 0
    for index, (start, end) in enumerate(bounds):
        number, at = _numbered(text, start, last)
        if number:
            label, stage, last = "", None, number
        elif index == 0:
            number = last = inherited
        if match := _LABEL.match(mask, at, end):
            label, at = match[1], match.end()
            stage = stage_of(text, match.start(1), match.end(1), anywhere=True)
        stop = _trimmed(text, at, end)
        at += len(text[at:stop]) - len(text[at:stop].lstrip())
        if at >= stop and label:
            continue  # a label that stands alone names no work
        yield _entry(at, stop, number, label, stage, start) if is_name(mask, at, stop) else (start, end)


def _numbered(text: str, start: int, last: int) -> tuple[int, int]:
    """The number an entry opens with (0 for none) and where its words begin."""
    first = text[start : start + 1]
    if first not in _MARKS and not first.isdigit() and not first.isspace():
        return 0, start
    match = _NUMBER.match(text, start)
    if match is None:
        merged = _MERGED.match(text, start)
        if merged and int(merged[1]) == last + 1:
            return int(merged[1]), merged.end()
        return 0, start
    if match[3]:
        return ord(match[3]) - ord("①") + 1, match.end()
    written = match[1] or match[2]
    return int(written) if written else chinese_number(match[4] or match[5]) or 0, match.end()


def is_name(mask: str, start: int, end: int) -> bool:
    """Whether an entry is a name: no comma, not too long, and no deed with a long object."""
    if end - start > _LONGEST_NAME * 3 or "，" in mask[start:end] or end - start < 2:
        return False
    found = deed(mask, start, end)
    if end - start <= _LONGEST_NAME // 2 and (found is None or found.led):
        return True
    if found is not None and not is_work(mask[start:end]):
        return False
    return is_work(mask[start:end]) or mask.count("、", start, end) >= _MANY


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _END:
        end -= 1
    return end
