"""What a promise is measured against: another series (高于, 同步) or a place in a ranking (位次, 前列)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from lantu.reading.clauses import period_end
from lantu.reading.direction_words import END, OTHER, Found, directions, region, regions_of
from lantu.reading.lexicon import any_of
from lantu.reading.numerals import chinese_number
from lantu.values import Direction


@cache
def _comparison() -> re.Pattern[str]:
    words = directions().compared
    word = any_of((*words.above, *words.below, *words.reach))
    until = "(?=的(?:速度|增速|增幅|水平)|[，。；、！：]|$|并|且)"
    return re.compile(rf"(?P<word>{word})(?:{region()}的?)?(?P<rest>[^，。；、的！]{{0,14}}?){until}")


_EARLIER = re.compile(r"(?:(?P<year>20\d\d)年|“?(?P<period>十[一二三四五六七八九]五)”?(?:时期|期间|末)?)的?")


def compared(text: str) -> Iterator[Found]:
    """高于全国平均水平, 快于经济增长, 不低于全省平均水平; 高于“十三五”时期实际 names no other series."""
    words = directions().compared
    for match in _comparison().finditer(text):
        if base := _own_past(match["rest"]):
            way = Direction.DOWN if match["word"] in words.below else Direction.UP
            at = match.start()
            yield Found(at, match.end(), at, match["word"], "", way, base=base)
            continue
        told = _other_series(match["where"] or "", match["rest"])
        if told is None:
            continue
        regions, series = told
        word = match["word"]
        relation = "above" if word in words.above else "not_above" if word in words.below else "in_step"
        way = Direction.DOWN if relation == "not_above" else Direction.UP
        margin = Decimal(0) if relation == "in_step" else None
        yield Found(match.start(), match.end(), match.start(), word, relation, way, regions, series, margin)


def _own_past(rest: str) -> str:
    """The year when the words compare with the target's own past, else ""."""
    match = _EARLIER.match(rest)
    if match is None or not _own().fullmatch(rest, match.end()):
        return ""
    return match["year"] or str(period_end(match["period"]))


def _other_series(where: str, rest: str) -> tuple[tuple[str, ...], str] | None:
    """Regions and series of what is compared with; None when the words name neither."""
    words = directions().compared
    if _own().fullmatch(rest):
        return (regions_of(where), "") if where else None
    if re.search(r"\d", rest):
        return None
    if known := words.series.get(where + rest):  # 国内生产总值 names no region
        return ("",), known
    if where and rest.endswith(words.average):  # 全省农民平均水平: a series of others
        return regions_of(where), OTHER
    if not rest.endswith(words.growth):
        return None
    return regions_of(where) if where else ("",), words.series.get(rest, OTHER)


@cache
def _own() -> re.Pattern[str]:
    return re.compile(f"{any_of(directions().compared.own)}*")


@cache
def _step() -> re.Pattern[str]:
    words = directions().compared
    return re.compile(
        rf"[与和同跟]{region()}?(?P<rest>[^，。；、与和同跟]{{0,16}}?)(?:保持)?(?P<word>{any_of(words.in_step)})"
        rf"(?:增长|提高|提升)?{END}"
    )


def in_step(text: str) -> Iterator[Found]:
    """与经济增长基本同步, 和劳动生产率提高同步."""
    for match in _step().finditer(text):
        told = _other_series(match["where"] or "", match["rest"])
        if told is not None:
            word = match["word"]
            yield Found(match.start(), match.end(), match.start(), word, "in_step", Direction.UP, *told)


@cache
def _rank_up() -> re.Pattern[str]:
    words = directions().ranking
    return re.compile(
        rf"(?:{region()}(?:[^，。；、]{{0,6}}?))?(?P<noun>{any_of(words.place)})[^，。；、\d]{{0,6}}?"
        rf"(?P<word>{any_of(words.forward)})(?P<by>[\d一二两三四五六七八九十]+)?个?(?:位次|位|名)?{END}"
    )


def ranked_up(text: str) -> Iterator[Found]:
    """全国位次前移, 在全省的排名上升两位."""
    for match in _rank_up().finditer(text):
        by = _number(match["by"]) if match["by"] else None
        regions = regions_of(match["where"] or "")
        at, word = match.start(), match["word"]
        yield Found(at, match.end(), at, word, "rank_up", Direction.UP, regions[:1], margin=by)


@cache
def _class() -> str:
    """A class of regions behind the region, and a verb behind it: 全国同类城市中位居."""
    words = directions().ranking
    return f"(?:的?{any_of(words.classes)}{{0,3}})(?:{any_of(words.stands)}[在到于]?)?"


@cache
def _within() -> re.Pattern[str]:
    words = directions().ranking
    verb = f"(?P<verb>{any_of(words.stands)})?[在到于]?"
    numerals = r"[\d一二三四五六七八九十百]+"
    number = f"(?:(?P<word>前)(?P<top>{numerals})|第(?P<nth>{numerals})|(?P<first>首位|榜首))"
    return re.compile(rf"{verb}{region()}{_class()}{number}(?:位|名|强|席)?(?:之?内|以内|行列|之列)?{END}")


def ranked_within(text: str) -> Iterator[Found]:
    """进入全国前十位, 稳居全省第一."""
    for match in _within().finditer(text):
        number = Decimal(1) if match["first"] else _number(match["top"] or match["nth"])
        if number is not None:
            at, word = _behind_in(match), match["word"] or match["first"] or "第"
            regions = regions_of(match["where"])[:1]
            yield Found(
                at, match.end(), match.start(), word, "rank_within", Direction.UP, regions, margin=number
            )


@cache
def _front() -> re.Pattern[str]:
    words = directions().ranking
    place = any_of((*words.front, *words.ahead))
    return re.compile(
        rf"(?P<verb>{any_of(words.stands)})?[在到于]?{region()}{_class()}(?P<word>{place}){END}"
    )


def in_front(text: str) -> Iterator[Found]:
    """位居全国前列, 进入全省第一方阵: a place without a number, which nothing can test."""
    for match in _front().finditer(text):
        at, regions = _behind_in(match), regions_of(match["where"])[:1]
        yield Found(at, match.end(), match.start(), match["word"], "", Direction.UP, regions)


def _behind_in(match: re.Match[str]) -> int:
    """Where the words of a place begin: at their verb, else behind 在."""
    return match.start() if match["verb"] else match.start("where")


def _number(text: str) -> Decimal | None:
    value = int(text) if text.isdigit() else chinese_number(text)
    return None if value is None else Decimal(value)
