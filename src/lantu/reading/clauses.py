"""Sentences and clauses, and the years a clause is due or measured from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lantu.reading.lexicon import any_of, cues
from lantu.reading.numerals import chinese_number

_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?[”’）]?")
_LONGEST = 1000  # a longer run without a stop is no sentence; it is read in pieces of bounded cost
_HIDDEN = re.compile(r"（[^（）]*）|“[^“”]{1,24}”|《[^《》]*》")
_STOP = re.compile("[。；！？，、：]")
_YEAR = r"(?:(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})"
_PLAN_YEAR = re.compile(rf"({_YEAR})年")
_PERIOD = re.compile(r"“?(十[一二三四五六七八九]五|第十[一二三四五六七八九]个五年)”?")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the parts between full stops and semicolons: a year or a 每年 holds no further than that."""
    mask = _without_inner_stops(text)
    for match in _SENTENCE.finditer(mask):
        start, end = match.span()
        while end - start > _LONGEST:
            cut = max(mask.rfind("，", start, start + _LONGEST), mask.rfind("、", start, start + _LONGEST))
            stop = cut + 1 if cut > start else start + _LONGEST
            yield start, stop
            start = stop
        yield start, end


def _without_inner_stops(text: str) -> str:
    """Stops inside brackets and quotes do not end a sentence."""
    if "（" not in text and "“" not in text and "《" not in text:
        return text
    return _HIDDEN.sub(lambda m: _STOP.sub("□", m[0]), text)


def masked(text: str) -> str:
    """The text with what stands in brackets, and short quotes, made free of separators."""
    return _without_inner_stops(text)


def clause_bounds(mask: str, position: int) -> tuple[int, int]:
    """Start and end of the clause (between commas and colons) around a position."""
    start = max([mask.rfind(c, 0, position) for c in "，：。；"]) + 1
    end = _CLAUSE_END.search(mask, position)
    return start, end.start() if end else len(mask)


_CLAUSE_END = re.compile("[，：。；！？]")


@dataclass(frozen=True, slots=True)
class Year:
    """A year a sentence names: where, which, and as what (``due``, ``base`` or ``when``)."""

    start: int
    end: int
    year: int
    role: str


def years(text: str) -> tuple[Year, ...]:
    """The years and plan periods of a sentence with their roles.

    ``due``: 到2025年, 2025年底前, “十四五”末; ``base``: 较2020年, 比“十三五”末; ``when``: any other year.
    The period words give the last year of that plan ("十四五" is 2025).
    """
    found: list[Year] = []
    after_period = _any(cues().time.plan_period)
    for match in _PLAN_YEAR.finditer(text):
        year = _year(match[1])
        before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 4]
        if _OF_THINGS.match(text, match.end()):
            continue
        role = _role(before, after)
        if _GROUND.match(text, match.end()):
            role = "base"
        if found and text[found[-1].end : match.start()] in ("和", "、"):
            if found[-1].role == "due":
                role = "due"  # 到2027年和2030年
            elif role == "due" and found[-1].role == "when":
                found[-1] = replace(found[-1], role="due")  # 治理率2027年和2030年分别达到
        found.append(Year(match.start(), match.end(), year, role))
    for match in _PERIOD.finditer(text):
        end = period_end(match[1])
        after = text[match.end() : match.end() + 4]
        before = text[max(0, match.start() - 3) : match.start()]
        if not after_period.match(after) and (_NAMES.match(after) or not re.search(r"[，：]$|^$", before)):
            continue
        role = _role(before, after)
        found.append(Year(match.start(), match.end(), end, "due" if role == "when" else role))
    return tuple(sorted(found, key=lambda y: y.start))


# 2000年底前建成的小区: which things, and no year of the promise; 在2020年…的基础上: where it starts from
_OF_THINGS = re.compile(
    r"[底末]?(?:以?前|之前|以?后|之后)?(?:建成|建造|竣工|投产|投运|注册|登记|出生)(?:的|投)"
)
_NAMES = re.compile("重大|规划|目标|项目|工程|开局|各项|主要|重点")  # “十四五”重大工程开工率
_GROUND = re.compile(r"[^，。；]{0,12}的?基础上")


def period_end(name: str) -> int:
    """The last year of the plan period called so: 十四五 is 2025, 第十五个五年 is 2030."""
    ordinal = chinese_number(name[1:-3] if name.startswith("第") else name[:-1]) or 0
    return 1955 + 5 * ordinal


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words))


def _year(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text) or 0


def _role(before: str, after: str) -> str:
    if before.endswith(("截至", "截止")):
        return "when"
    if re.search(r"(?<!占)[较比]$|相比$|对比$|[与同]$|[高低优好]于$|超过$", before) or re.match(
        r"(?:相比|基础上|的?基数|时?期?的[\d一二两三])", after
    ):
        return "base"
    if before.endswith(("从", "由")):
        return "base"  # 由2025年的5%提高到8%
    if _any(cues().time.not_due).match(after) or before.endswith("自"):
        return "when"
    if re.search(r"(?:到|至|于|在|力争|争取|确保|实现|预计|预期|展望|其中|[-—~])$", before) or re.match(
        r"(?:年?底|末|前|年末|实现|(?:分别)?达到|基本)", after
    ):
        return "due"
    return "due" if re.search(r"^$|[，：、（]$", before) else "when"
