"""Numbers with their units in a run of words, by grammar alone.

Grammar (on compact shadow text)::

    quantity   := number multiplier? "多"|"余"? multiplier? unit?
                | number "/10万"                         a rate over a population
                | number ":1" | "1:" number              a ratio, its value the number that is not 1
                | "百分之" numeral | numeral "成"         a share in words
                | numeral "分之" numeral                 a fraction, in per cent to two places
                | ("百" | "千" | "万") "亿元"              behind 突破 and its kin
                | "半" time                              half a day
                | numeral multiplier unit                一千亿元, 三万人
    range      := quantity ("-" | "~" | "—" | "至" | "到") quantity     the first may lack the unit
    unit       := measure ("/" per)? | percent | time | classifier ("/" per)?

万 and 亿 belong to the unit of a measure (6000亿元 is 6000 of 亿元) and to the value of a count
(1.5万家 is 15000 of 家). A slogan, a date, a name or a condition has the same form: telling them
apart is the task of ``lantu.reading.names``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from lantu.reading.lexicon import any_of, prefix, units
from lantu.reading.numerals import chinese_number

_RANGE = re.compile(r"[-~—]{1,2}|至|到")
_NUMERALS = "一二两三四五六七八九十百千万亿"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit.

    start, end: the figure span (positions in the words); value, value_max: exact, value_max only
    of a range; unit: positions of the unit as written, empty when there is none.
    kind: ``percent``, ``measure``, ``count``, ``time``, ``bare`` (no unit), or of a word that is
    a number ``cover``, ``double``, ``zero``, ``removed``, ``all``.
    more: 多 or 余 stands in it, so the value is a lower bound; falls: a word for things that go
    (全部关停); numeral: written in Chinese.
    """

    start: int
    end: int
    value: Decimal
    kind: str
    unit: tuple[int, int] = (0, 0)
    value_max: Decimal | None = None
    more: bool = False
    falls: bool = False
    numeral: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    pack = units()
    many = any_of(tuple(pack.multipliers)) + "(?![伏卡])"
    per = any_of(pack.per)
    return re.compile(
        r"(?<![\d.：])1：(?P<of_one>\d+(?:\.\d+)?)(?![\d.：])|"
        rf"(?P<number>\d+(?:\.\d+)?|(?<![{_NUMERALS}])[一二两三四五六七八九](?:[{_NUMERALS}零〇]*[百千万亿十])[{_NUMERALS}]*"
        r"|半(?=天|日(?!制)|个?工作日|个?小时))"
        rf"(?:(?P<population>/{any_of(pack.per_population)})|(?P<ratio>：1(?![\d.]))"
        rf"|(?P<many>{many})?(?:(?P<more>[多余])(?P<many2>{many})?)?(?:"
        rf"(?P<percent>{any_of(pack.percent)})"
        rf"|(?P<time>{any_of(pack.times)})"
        rf"|(?P<measure>{any_of(pack.measures)}(?:/{per}|·{per})?)"
        rf"|(?P<count>{any_of(pack.classifiers)}(?:/{per})?)"
        rf")?)"
    )


# What a number begins with: the pattern is tried at no other character.
_BEGINS = re.compile(r"[\d半一二两三四五六七八九]")
_SHARE = re.compile(
    rf"百分之(?P<share>[{_NUMERALS}点零〇]+|\d+(?:\.\d+)?)"
    rf"|(?P<parts>[二三四五六七八九十])分之(?P<some>[一二三四五六七八九])|(?P<tenths>[一二两三四五六七八九])成(?=[，。；、以左的]|$)"
)
_ROUND_SUMS = {"百": 100, "千": 1000, "万": 10000}
_ROUND = re.compile(
    "(?<=突破|超过|达到|跨越|迈上|跨上|跨过)[百千万](?P<unit>亿元)(?=以上|大关|台阶|水平|规模|[，。；、]|$)"
)
_EACH_ONE = re.compile(r"一(?P<unit>[个所座处家条名项支套人])(?=[一-鿿]|[，。；、]|$)")


def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in order; ranges are joined."""
    found: list[Quantity] = []
    position = 0
    for match in _numbers(text):
        if match.start() < position:
            continue
        one = _of_one(match) if match["of_one"] else _shorter(text, _quantity(match))
        if one is None:
            continue
        position = one.end
        if found and (joined := _range(text, found[-1], one)):
            found[-1] = joined
        else:
            found.append(one)
    found += _round_sums(text)
    if shares := _shares(text):
        found = [q for q in found if not any(s.start <= q.start < s.end for s in shares)]
        found += shares
    return tuple(sorted(found, key=lambda q: q.start))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The matches of the pattern, in order, none within another."""
    pattern, at = _pattern(), 0
    while begin := _BEGINS.search(text, at):
        match = pattern.match(text, begin.start())
        at = match.end() if match else begin.end()
        if match:
            yield match


def one_of_each(text: str, start: int) -> Quantity | None:
    """一 with a counting word from ``start`` on (每个县建设一所); a quantity only when promised of each."""
    match = _EACH_ONE.search(text, start)
    if match is None or prefix(text[match.start("unit") :], units().not_classifier):
        return None
    return Quantity(match.start(), match.end(), Decimal(1), "count", match.span("unit"), numeral=True)


def _of_one(match: re.Match[str]) -> Quantity:
    """医护比 1:1.3."""
    return Quantity(*match.span(), Decimal(match["of_one"]), "bare", (match.end(), match.end()))


def _quantity(match: re.Match[str]) -> Quantity | None:
    pack = units()
    number = match["number"]
    numeral = not number[0].isdigit()
    value = _value(number)
    if value is None:
        return None
    start, end = match.span()
    if match["population"]:
        return Quantity(start, end, value, "measure", match.span("population"))
    kind = next((k for k in ("percent", "time", "measure", "count") if match[k]), "bare")
    multiplier = (match["many"] or "") + (match["many2"] or "")
    more = bool(match["more"])
    if kind in ("count", "bare", "time"):
        for name in ("many", "many2"):
            if match[name]:
                value *= pack.multipliers[match[name]]
        unit = match.span(kind) if kind != "bare" else (end, end)
        return Quantity(start, end, value, kind, unit, more=more, numeral=numeral)
    if kind == "percent":
        return None if multiplier else Quantity(start, end, value, kind, match.span(kind), more=more)
    begin = match.start("many") if match["many"] else match.start(kind)
    if match["many2"]:
        begin = match.start("many2")
    if numeral and not multiplier:
        return _with_inner_multiplier(match, value)
    return Quantity(start, end, value, kind, (begin, end), more=more, numeral=numeral)


def _with_inner_multiplier(match: re.Match[str], value: Decimal) -> Quantity:
    """一千亿元: the numeral took the 亿 that belongs to the unit."""
    number = match["number"]
    tail = next((w for w in ("万亿", "亿", "万") if number.endswith(w)), "")
    begin = match.start("measure") - len(tail)
    if tail:
        value /= units().multipliers[tail]
    return Quantity(match.start(), match.end(), value, "measure", (begin, match.end()), numeral=True)


def _value(number: str) -> Decimal | None:
    if number[0].isdigit():
        return Decimal(number)
    if number == "半":
        return Decimal("0.5")
    factor = Decimal(1)
    body = number
    for word in ("万亿", "亿"):
        if body.endswith(word):
            body, factor = body[: -len(word)], units().multipliers[word]
            break
    inner = chinese_number(body)
    return None if inner is None else inner * factor


def _shorter(text: str, one: Quantity | None) -> Quantity | None:
    """Take back a counting word that is the beginning of a longer word (部 of 部门)."""
    if one is None or one.kind not in ("count", "time", "measure"):
        return one
    begin, end = one.unit
    rest = text[end - 1 if one.kind == "measure" else begin :]
    longer = prefix(rest, units().not_classifier)
    if not longer or (one.kind == "measure" and end - begin > 1 and len(longer) <= 1):
        return one
    if one.kind == "count" and end - begin >= len(longer):
        return one
    if one.kind == "time" and end - begin > 1:
        return one
    return replace(one, end=begin, unit=(begin, begin), kind="bare")


def _range(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """The range that two neighbouring quantities make, if they do."""
    between = text[first.end : second.start]
    if not _RANGE.fullmatch(between) or first.value_max is not None or second.value_max is not None:
        return None
    same = first.kind == second.kind and _unit(text, first) == _unit(text, second)
    if not (same or first.kind == "bare"):
        return None
    if second.kind == "bare" and text[second.end - 1].isdigit() and not _both_decimals(text, first, second):
        return None
    if between in "至到" and text[first.start - 1 : first.start] in ("从", "由"):
        return None
    value = first.value
    if first.kind == "bare" and first.end - first.start <= 4 and second.kind == "count":
        value = _scaled_like(text, first, second)
    if second.value <= value:
        return None
    return replace(second, start=first.start, value=value, value_max=second.value)


def _both_decimals(text: str, first: Quantity, second: Quantity) -> bool:
    """0.58—0.60: a range of a coefficient; 3-5 alone is as likely a number of something."""
    return all("." in text[one.start : one.end] for one in (first, second))


def _scaled_like(text: str, first: Quantity, second: Quantity) -> Decimal:
    """5-10万人: the first number shares the multiplier of the second."""
    written = re.match(r"\d+(?:\.\d+)?", text[second.start :])
    shown = Decimal(written[0]) if written else Decimal(0)
    if not shown or not text[first.end - 1].isdigit():
        return first.value
    return first.value * (second.value / shown)


def _unit(text: str, one: Quantity) -> str:
    return text[one.unit[0] : one.unit[1]]


def _round_sums(text: str) -> list[Quantity]:
    """突破百亿元, 跨上万亿元台阶: one hundred, one thousand, ten thousand of 亿元."""
    return [
        Quantity(match.start(), match.end(), Decimal(_ROUND_SUMS[match[0][0]]), "measure", match.span("unit"))
        for match in (_ROUND.finditer(text) if "亿元" in text else ())
    ]


def _shares(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    if "分之" not in text and "成" not in text:
        return found
    for match in _SHARE.finditer(text):
        if match["tenths"] or match["parts"]:
            share = _fraction(match["tenths"] or match["some"], match["parts"] or "十")
        else:
            share = _share(match["share"])
        if share is not None:
            found.append(Quantity(match.start(), match.end(), share, "percent", (0, 0), numeral=True))
    return found


def _fraction(some: str, parts: str) -> Decimal | None:
    """三分之二 in per cent, two places: 66.67."""
    above, below = chinese_number(some), chinese_number(parts)
    if above is None or not below or above >= below:
        return None
    return (Decimal(100 * above) / below).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()


def _share(text: str) -> Decimal | None:
    if text[0].isdigit():
        return Decimal(text)
    whole, _, part = text.partition("点")
    value = chinese_number(whole)
    if value is None:
        return None
    digits = "".join(str(chinese_number(c)) for c in part)
    return Decimal(f"{value}.{digits}") if digits else Decimal(value)
