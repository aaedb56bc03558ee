"""合计不等于分项: a total against its parts, in prose; tables are in ``tables_add``."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lantu.check import arithmetic
from lantu.check.amount import unit_of
from lantu.check.counting import counted
from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.said import Said, adds_up, beside, days
from lantu.check.shown import as_written, mention, middle
from lantu.check.spans import Spans
from lantu.check.statement import Link, Role, Statement
from lantu.check.tables_add import table_totals
from lantu.check.within import within_words
from lantu.indicators.phrase import plain
from lantu.reading.lexicon import any_of
from lantu.values import Message, msg

_AMOUNTS = (Role.ACTUAL, Role.COUNT, Role.CHANGE)
_FEWEST = 2
_PLAIN = re.compile("[。；：]")


def check_total(dossier: Dossier) -> Iterator[Finding]:
    """Totals of known divisions, of lists with 合计, of 分别为 lists, of 其中 parts, and of tables."""
    said = Said(dossier)
    done: set[int | None] = set()
    families = (_divisions, _summed_up, _divided, _parts, _years, table_totals)
    for finding in (finding for family in families for finding in family(said)):
        if finding.statement not in done:
            done.add(finding.statement)
            yield finding


def _divisions(said: Said) -> Iterator[Finding]:
    """Wholes whose parts the registry knows: 进出口 is 出口 and 进口."""
    for division in within_words().divisions:
        for (thing, region, when), wholes in said.levels.items():
            if thing != division.whole:
                continue
            for whole in wholes:
                parts = [
                    said.nearest(
                        (s for s in said.levels.get((code, region, when), ()) if _like(s, whole)), whole
                    )
                    for code in division.parts
                ]
                found = [part for part in parts if part is not None]
                if len(found) == len(division.parts) and _like(whole, whole):
                    near = all(part.section == whole.section for part in found)
                    yield from _unequal(whole, found, Confidence.SURE if near else Confidence.LIKELY)


def _like(part: Statement, whole: Statement) -> bool:
    """Whether a figure can be a part of the whole: an amount of the same kind, goal or not alike."""
    return (
        part.measure in _AMOUNTS
        and part.measure is not Role.CHANGE
        and not part.yearly
        and part.promised == whole.promised
        and unit_of(part).converts_to(unit_of(whole))
        and part.value_max is None
    )


def _summed_up(said: Said) -> Iterator[Finding]:
    """沈阳120亿元、大连230亿元，合计350亿元: figures of one sentence in front of 合计."""
    statements = said.dossier.draft.statements
    for one in statements:
        if one.table or one.measure not in _AMOUNTS or not _sums_up(said, one):
            continue
        parts: list[Statement] = []
        for other in reversed(statements[: one.id]):
            if not beside(other, one) or not _like(other, one) or other.tied(Link.WHOLE) is not None:
                break
            parts.insert(0, other)
        if len(parts) >= _FEWEST and _several(parts):
            yield from _unequal(one, parts, Confidence.SURE)


def _several(parts: Sequence[Statement]) -> bool:
    """Whether the figures are of different things: by name, place or time, or in a row (分别)."""
    apart = len({(p.region, p.region_words, p.key, p.period) for p in parts}) == len(parts)
    return apart or {p.tied(Link.ROW) for p in parts[1:]} == {parts[0].id}


def _sums_up(said: Said, one: Statement) -> bool:
    """Whether 合计 stands in front of the figure and no name of its own."""
    front = said.shadow[max(one.sentence.start, one.span.start - 8) : one.span.start]
    word = re.search(f"[，、（；](?:{'|'.join(within_words().sums.total)})(?:为|达|达到|约)?$", front)
    return word is not None


def _divided(said: Said) -> Iterator[Finding]:
    """共12个，分别为沈阳5个、大连4个、鞍山3个: figures behind a word that says these are all."""
    statements = said.dossier.draft.statements
    complete = re.compile(f"[，：（][^，。；：]{{0,12}}{any_of(within_words().sums.complete)}")
    for one in statements:
        if one.table or one.measure not in _AMOUNTS or one.id + 1 >= len(statements):
            continue
        first = statements[one.id + 1]
        if not beside(one, first) or not complete.match(said.between(one, first)):
            continue
        parts = _run(said, one, first)
        if len(parts) >= _FEWEST and _several(parts):
            yield from _unequal(one, parts, Confidence.LIKELY)


def _run(said: Said, whole: Statement, first: Statement) -> list[Statement]:
    """The figures from the first on to the end of their list; none when it is open or of several kinds."""
    parts: list[Statement] = []
    statements = said.dossier.draft.statements
    for one in statements[first.id :]:
        if not beside(whole, one):
            break
        if not _like(one, whole) or (parts and _PLAIN.search(said.between(parts[-1], one))):
            return []
        parts.append(one)
    if not parts:
        return []
    rest = said.shadow[parts[-1].span.end : parts[-1].span.end + 8]
    return [] if rest.startswith(("等", "以上")) else parts


def _parts(said: Said) -> Iterator[Finding]:
    """Behind 其中: no part is more than the whole, nor are parts of an amount that exclude each other."""
    for whole in said.dossier.draft.statements:
        if whole.table or whole.measure not in (Role.ACTUAL, Role.COUNT):
            continue
        leaning = said.dossier.leaning_on(whole, Link.WHOLE)
        parts = [p for p in leaning if _part_of(p, whole) and beside(p, leaning[0])]
        if not parts or not adds_up(said, whole):
            continue
        all_of = counted(whole)
        values = [v for p in parts if (v := counted(p, unit_of(whole))) is not None]
        if all_of is None or all_of.high is None or len(values) != len(parts):
            continue
        high = all_of.high
        big = [p for p, v in zip(parts, values, strict=True) if v.low is not None and v.low > high]
        if big:
            told = msg(
                "其中一项“{part}”已超过总数“{quote}”；请核对两个数。", part=big[0].quote, quote=whole.quote
            )
            yield _finding(whole, big, told, "", Confidence.LIKELY)
            continue
        found = arithmetic.total(values)
        if len(parts) >= _FEWEST and _apart(said, parts) and found.low is not None and found.low > high:
            expected = as_written(middle(found), whole)
            told = msg(
                "其中各项相加为{total}，超过总数“{quote}”；请核对总数和各分项。",
                total=expected,
                quote=whole.quote,
            )
            yield _finding(whole, parts, told, expected, Confidence.LIKELY)


def _part_of(part: Statement, whole: Statement) -> bool:
    return _like(part, whole) and days(part.period) == days(whole.period) and part.measure is whole.measure


def _apart(said: Said, parts: Sequence[Statement]) -> bool:
    """Whether parts cannot overlap: places of their own, or sums of money or sorts (教育类) in one list."""
    if len({p.region or p.region_words for p in parts}) == len(parts):
        return True
    if not all(said.listed_with(b) is a for a, b in pairwise(parts)):
        return False
    shared = _common_end([plain(p.own) for p in parts])
    sorts = any(word in shared for word in within_words().sums.sorts)
    return sorts or all(unit_of(p).measure == "元" for p in parts)


def _common_end(names: Sequence[str]) -> str:
    """The letters all names end in."""
    size = 0
    while all(len(name) > size and name[-1 - size] == names[0][-1 - size] for name in names):
        size += 1
    return names[0][len(names[0]) - size :]


def _years(said: Said) -> Iterator[Finding]:
    """各年分别完成…，累计完成…: the sum over years against every single one."""
    spans = Spans(said)
    for one in said.dossier.draft.statements:
        if one.table or one.measure is not Role.ACTUAL or one.yearly or "累计" not in one.basis:
            continue
        if spans.years(one) is not None and unit_of(one).measure != "%" and (parts := spans.each_year(one)):
            yield from _unequal(one, list(parts), Confidence.LIKELY)


def _unequal(whole: Statement, parts: list[Statement], confidence: Confidence) -> Iterator[Finding]:
    """The whole when its parts cannot add up to it."""
    unit = unit_of(whole)
    values = [v for part in parts if (v := counted(part, unit)) is not None]
    all_of = counted(whole)
    if len(values) != len(parts) or all_of is None:
        return
    found: Interval = arithmetic.total(values)
    if found.meets(all_of):
        return
    expected = as_written(middle(found), whole)
    told = msg(
        "分项相加为{total}，“{phrase}”写“{quote}”；请核对合计和各分项。",
        total=expected or "——",
        phrase=whole.phrase,
        quote=whole.quote,
    )
    yield _finding(whole, parts, told, expected, confidence)


def _finding(
    whole: Statement, parts: Sequence[Statement], told: Message, expected: str, confidence: Confidence
) -> Finding:
    return Finding(
        Rule.SUM,
        whole.span,
        whole.quote,
        told,
        confidence,
        statement=whole.id,
        expected=expected,
        evidence=tuple(mention(part) for part in parts),
    )
