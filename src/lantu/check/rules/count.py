"""“N项”与实列不等: a count against the list it sums up."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Evidence, Finding, Rule
from lantu.check.statement import Listed, Role, Statement
from lantu.check.written import Sense
from lantu.reading.script import fold
from lantu.values import Span, msg

_ORDINAL = re.compile(r"[一二三四五六七八九十]+[是要、]|第[一二]|[①②③]|（?[\d一二三四五六七八九十]+[）.]")
_AND = re.compile("和|与|(?<!以)及")
_HIDDEN = re.compile(r"（[^（）]*）|“[^“”]*”|《[^《》]*》")


def check_count(dossier: Dossier) -> Iterator[Finding]:
    """Every exact count with a list: a closed list holds as many things, an open one (等) no more."""
    counts = [(one, one.listed) for one in dossier.draft.statements if one.listed is not None]
    for one, listed in counts:
        if one.measure is not Role.COUNT or one.written.sense is not Sense.EXACT:
            continue
        fewest = _fewest(dossier, listed)
        wrong = fewest > one.written.value or (not listed.open and listed.count < one.written.value)
        whole = one.value_max is None and one.written.value == one.written.value.to_integral_value()
        if wrong and whole and not _nested(one, listed, counts):
            yield _finding(dossier, one, listed)


def _fewest(dossier: Dossier, listed: Listed) -> int:
    """How many things the list holds at least: 石化和精细化工 may be one of those between 、."""
    text = fold(dossier.document.text[listed.span_start : listed.span_end])
    if _ORDINAL.match(text) or "、" not in text:
        return listed.count
    return max(2, listed.count - len(_AND.findall(_HIDDEN.sub("", text))))


def _nested(one: Statement, listed: Listed, counts: list[tuple[Statement, Listed]]) -> bool:
    """Whether one list stands inside another with the same ordinals, so that neither can be counted."""
    return any(_inside(listed, other) or _inside(theirs, one) for other, theirs in counts if other is not one)


def _inside(outer: Listed, inner: Statement) -> bool:
    return outer.span_start <= inner.span.start < outer.span_end


def _finding(dossier: Dossier, one: Statement, listed: Listed) -> Finding:
    expected = _in_words(one, listed.count)
    span = Span(one.span.document, listed.span_start, listed.span_end)
    template = (
        msg(
            "写“{quote}”，但后面以“等”收尾的列举已有{count}个；请核对数目或列举。",
            quote=one.quote,
            count=listed.count,
        )
        if listed.open
        else msg(
            "写“{quote}”，实际列出{count}个；请核对数目或列举是否有遗漏。",
            quote=one.quote,
            count=listed.count,
        )
    )
    return Finding(
        Rule.COUNT,
        one.span,
        one.quote,
        template,
        Confidence.LIKELY if listed.open else Confidence.SURE,
        statement=one.id,
        expected=expected,
        evidence=(Evidence(span.quote(dossier.document.text), span=span),),
    )


_DIGITS = "零一二三四五六七八九"
_TEN = 10


def _in_words(one: Statement, count: int) -> str:
    """The count as the draft writes numbers: in characters up to 99 where it does so."""
    if any(c.isdigit() and c.isascii() for c in one.quote) or count >= _TEN * _TEN:
        return f"{Decimal(count)}{one.unit}"
    tens, ones = divmod(count, _TEN)
    words = (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
    return f"{words}{one.unit}"
