"""Lines of a title: even, in the shape of a trapezium or lozenge, no word cut (GB/T 9704-2012 7.3.1)."""

import re

from lantu.reports.layout import AREA, POINTS_PER_MM

# A line may end after these; a break just before “的” or inside figures and book-title marks is never made.
_GOOD_END = re.compile(r"[的和与及、，：—年》）]$|关于$|情况$|规划$|纲要$")
_BAD_START = re.compile(r"^[的和与及、，。：；》）”’〉年月日个号市省县区0-9A-Za-z%％]")
_BAD_END = re.compile(r"[《（“‘〈0-9A-Za-z第]$")
# Phrases that titles of plans and reports are made of.
_PHRASE = re.compile(
    "第[一二三四五六七八九十]+个五年规划(纲要)?|国民经济和社会发展|经济社会发展|远景目标|(发展|专项|区域)?规划纲要|(实施|完成|进展|执行)情况"
    "|(总结|中期|年度)?评估报告|工作报告|主要指标|人民政府|委员会|发展和改革|20[0-9]{2}年|年度计划|高质量发展|行动方案"
)
_CHINESE = re.compile("[\u3400-\u9fff]")
_PENALTY = 6.0
_LARGEST = 62.0  # points: smaller than the letterhead of the State Council


def title_lines(title: str, width: int) -> list[str]:
    """Break a title into few lines of at most ``width`` characters.

    Line ends in the title are kept. Among all breaks the evenest is taken that ends a line after a joint
    (的、和、及 …) and cuts no word or set phrase; one more line than needed is used where that saves a
    phrase. Latin letters count half; a title without Chinese is left to wrap as it will.
    """
    if "\n" in title:
        return [line.strip() for line in title.split("\n") if line.strip()]
    title = title.strip()
    if wide(title) <= width or _CHINESE.search(title) is None:
        return [title]
    whole = tuple((one.start(), one.end()) for one in _PHRASE.finditer(title))
    few = -int(-wide(title) // width)
    found: list[tuple[float, list[str]]] = []
    for count in range(few, len(title) + 1):
        best = _best(title, count, (width, wide(title) / count), whole)
        if best is not None:
            found.append((best[0] + (count - few) * 3 * _PENALTY, best[1]))
        if found and count > few:
            break
    return [line.strip() for line in min(found)[1]] if found else [title]


def wide(text: str) -> float:
    """Width in Chinese characters."""
    return sum(1.0 if ord(letter) > 0x2000 else 0.5 for letter in text)


def _best(
    text: str, count: int, size: tuple[int, float], whole: tuple[tuple[int, int], ...], begun: int = 0
) -> tuple[float, list[str]] | None:
    """The cheapest ``count`` lines of a text that begins at ``begun``; size: most and ideal width."""
    width, ideal = size
    if count == 1:
        return ((wide(text) - ideal) ** 2, [text]) if wide(text) <= width else None
    found: tuple[float, list[str]] | None = None
    for at in range(1, len(text)):
        line, rest = text[:at], text[at:]
        if wide(line) > width or abs(wide(line) - ideal) > ideal / 2:
            continue
        after = _best(rest, count - 1, size, whole, begun + at)
        if after is None:
            continue
        cut = any(start < begun + at < end for start, end in whole)
        cost = (wide(line) - ideal) ** 2 + after[0] + _joint(line, rest, cut=cut)
        if found is None or cost < found[0]:
            found = (cost, [line, *after[1]])
    return found


def _joint(line: str, rest: str, *, cut: bool) -> float:
    """What a break costs: nothing after a joint, very much inside a word that must stay whole."""
    if line.endswith(" ") or rest.startswith(" "):
        return _PENALTY
    if cut or _BAD_START.search(rest) or _BAD_END.search(line):
        return 50 * _PENALTY
    if line.count("《") > line.count("》") or line.count("（") > line.count("）"):
        return 5 * _PENALTY
    return 0.0 if _GOOD_END.search(line) else _PENALTY


def letterhead_size(text: str) -> int:
    """Size of 发文机关标志 in points: as large as fits a line, not larger than the State Council's."""
    return int(min(_LARGEST, AREA[0] * POINTS_PER_MM / max(wide(text), 1.0)))
