"""The lists of boxes: which passages are lists of works, and their entries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan import Section, SectionKind, Stage
from lantu.reading.work.deeds import deed
from lantu.reading.work.projects import is_work, stage_of
from lantu.reading.work.prose import Line
from lantu.reading.work.surroundings import Place

_NUMBER = re.compile(r"\s*(?:(\d{1,2})[.、](?!\d)|（(\d{1,2})）|([①-⑳]))\s*")
_LABEL = re.compile(r"\s*([^，。；：（）“”]{2,14})：")
_END = "。；， 　"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: the bounds of its name, its number (0 for none), its label and the label's stage.

    number is -1 for an entry of the first place of a numbered list, which the item above numbers.
    """

    start: int
    end: int
    number: int
    label: str
    stage: tuple[str, Stage] | None


def is_list(line: Line, place: Place, bounds: list[tuple[int, int]]) -> bool:
    """Whether a passage in a box lists names instead of telling what is to be done."""
    if place.box is None or not bounds:
        return False
    text, mask = line.block.text, line.mask
    if any(_NUMBER.match(text, start) for start, _ in bounds[1:]):
        return True
    if line.node.kind is SectionKind.ITEM:
        return True
    if place.item is not None and not place.item.title.strip("：: "):
        return True
    if _LABEL.match(mask, bounds[0][0]) and "，" not in mask:
        return True
    return text.rstrip().endswith("；") and "，" not in mask


def entries(
    line: Line, bounds: list[tuple[int, int]], item: Section | None
) -> Iterator[Entry | tuple[int, int]]:
    """The entries of a list; bounds of a sentence that is none come back as they are."""
    text, mask = line.block.text, line.mask
    own = line.node.number if line.node.kind is SectionKind.ITEM else 0
    first = own or (item.number if item is not None and not item.title.strip("：: ") else 0)
    label, stage = "", None
    for index, (start, end) in enumerate(bounds):
        number = first if index == 0 else 0
        at = start
        if match := _NUMBER.match(text, start):
            number = int(match[1] or match[2] or ord(match[3]) - ord("①") + 1)
            at = match.end()
            label, stage = "", None
        elif line.node.kind is SectionKind.ITEM and index == 0 and line.node.label:
            at = max(at, text.find(line.node.label, start) + len(line.node.label))
        if match := _LABEL.match(mask, at, end):
            label, at = match[1], match.end()
            stage = stage_of(text, match.start(1), match.end(1))
        stop = _trimmed(text, at, end)
        at = at + len(text[at:stop]) - len(text[at:stop].lstrip())
        if at >= stop and label:
            continue  # a label that stands alone names no work
        if is_name(mask, at, stop):
            yield Entry(at, stop, number, label, stage)
        else:
            yield (start, end)


def is_name(mask: str, start: int, end: int) -> bool:
    """Whether an entry is a name: no comma, not too long, and no deed with a long object."""
    if end - start > _LONGEST_NAME * 3 or "，" in mask[start:end] or end - start < 2:
        return False
    if end - start <= _LONGEST_NAME // 2:
        return True
    found = deed(mask, start, end)
    if found is not None and not is_work(mask[start:end]):
        return False
    return "、" in mask[start:end] or (end - start <= _LONGEST_NAME and is_work(mask[start:end]))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _END:
        end -= 1
    return end
