"""Automatic numbers of Word paragraphs: ``第一章``, ``（二）``, ``1.2``, as Word shows them.

Source of the method: ECMA-376 Part 1, 17.9 (numbering). A list level counts on per abstract list; a
paragraph of a higher level starts the lower ones again.
"""

import re
from dataclasses import dataclass, field, replace

from lantu.documents.counting import written
from lantu.documents.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_NO_BLANK_BEHIND = "、）)．.，,：:。"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list numbers its paragraphs."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    behind: str = "tab"
    restart: int = -1
    plain: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list: the abstract list it counts in, its levels, starts of its own."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int]] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        if root is None:
            return
        abstracts, links = {}, {}
        for one in root.iter(f"{W}abstractNum"):
            key = one.get(f"{W}abstractNumId", "")
            abstracts[key] = {_int(level, "ilvl"): _level(level) for level in one.iter(f"{W}lvl")}
            links[key] = _value(one.find(f"{W}numStyleLink"))
            if name := _value(one.find(f"{W}styleLink")):
                links[f"style:{name}"] = key
        for one in root.iter(f"{W}num"):
            self._add(one, abstracts, links)

    def _add(self, num: Element, abstracts: dict[str, dict[int, Level]], links: dict[str, str]) -> None:
        key = _value(num.find(f"{W}abstractNumId"))
        if links.get(key):
            key = links.get(f"style:{links[key]}", key)
        levels = dict(abstracts.get(key, {}))
        starts = {}
        for change in num.iter(f"{W}lvlOverride"):
            at = _int(change, "ilvl")
            if (own := change.find(f"{W}lvl")) is not None:
                levels[at] = _level(own)
            if (start := change.find(f"{W}startOverride")) is not None:
                starts[at] = _int(start, "val")
        number = num.get(f"{W}numId", "")
        self._lists[number] = _List(key, levels, starts)
        for at, level in levels.items():
            if level.style:
                self._by_style.setdefault(level.style, (number, at))

    def level_of_style(self, style: str, number: str) -> int:
        """The level a list ties to a paragraph style, 0 for none."""
        one = self._lists.get(number)
        levels = one.levels.items() if one else ()
        return next((at for at, level in levels if level.style == style), 0)

    def next(self, number: str, at: int) -> str:
        """The label of the next paragraph of a list at a level, with the blank behind it."""
        one = self._lists.get(number)
        level = one.levels.get(at) if one else None
        if one is None or level is None or not 0 <= at < _LEVELS:
            return ""
        counts = self._counts.setdefault(one.abstract, [-1] * _LEVELS)
        for upper in range(at):  # a level never shown yet stands at its start
            if counts[upper] < 0:
                counts[upper] = one.levels.get(upper, Level()).start
        if at in one.starts and at not in one.begun:
            counts[at] = one.starts[at]
            one.begun.add(at)
        else:
            counts[at] = level.start if counts[at] < 0 else counts[at] + 1
        for lower in range(at + 1, _LEVELS):
            restart = one.levels.get(lower, Level()).restart
            if restart < 0 or at < restart:
                counts[lower] = -1
        label = _label(level, one.levels, counts)
        blank = "" if level.behind == "nothing" or not label or label[-1] in _NO_BLANK_BEHIND else " "
        return label + blank


def _label(level: Level, levels: dict[int, Level], counts: list[int]) -> str:
    if level.form == "bullet":  # a sign without meaning, mostly from a symbol font
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if not 0 <= at < _LEVELS:
            return ""
        own = levels.get(at, Level())
        form = "decimal" if level.plain and own.form != "none" else own.form
        return written(max(counts[at], 0), form)

    return re.sub(r"%(\d)", number, level.text).strip()


def _level(element: Element) -> Level:
    read = Level()
    for child in element:
        tag, value = child.tag, _value(child)
        if tag == f"{W}start":
            read = replace(read, start=_int(child, "val"))
        elif tag == f"{W}numFmt":
            read = replace(read, form=value)
        elif tag == f"{W}lvlText":
            read = replace(read, text=value)
        elif tag == f"{W}suff":
            read = replace(read, behind=value)
        elif tag == f"{W}lvlRestart":
            read = replace(read, restart=_int(child, "val"))
        elif tag == f"{W}isLgl":
            read = replace(read, plain=value not in ("0", "false"))
        elif tag == f"{W}pStyle":
            read = replace(read, style=value)
    return read


def _value(element: Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def _int(element: Element, name: str) -> int:
    text = element.get(f"{W}{name}", "")
    return int(text) if text.isdigit() and len(text) < 9 else 0
