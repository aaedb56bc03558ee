"""排名疑误: places among regions, held against the values of all of them."""

from collections.abc import Iterator

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Evidence, Finding, Rule
from lantu.check.rules.places import Place, Places
from lantu.check.statement import Link, Role, Statement
from lantu.indicators import Indicator, division
from lantu.values import Comparator, Message, Vintage, msg

_AMOUNT = ("总量", "规模", "总额", "总值", "绝对", "数量")
_SPEED = ("增速", "增幅", "增长", "涨幅", "降幅", "增量")
_WITHIN = frozenset({Comparator.BELOW, Comparator.AT_MOST})
_MOST = 31
_MOVED = 2


def check_rank(dossier: Dossier) -> Iterator[Finding]:
    """Each place held (居全国第N位, 前N位) among provinces or the prefectures of a province.

    A place is right when it is that of any vintage, since nobody says which; regions with one value may hold
    any of the places they share, and one without a value may stand before any other.
    """
    places = Places(dossier)
    for one in dossier.draft.statements:
        if one.measure is not Role.RANK or one.promised or one.period is None or not one.among:
            continue
        home = division(one.region)
        if home is None or home.parent != one.among or not 0 < one.written.value <= _MOST:
            continue
        found = [
            place
            for indicator in _meant(dossier, one)
            for place in places.of(indicator, one.region, one.among, one.period)
        ]
        if found:
            yield _told(one, found)


def _meant(dossier: Dossier, one: Statement) -> tuple[Indicator, ...]:
    """The indicators a place can be of: where the words say neither 总量 nor 增速, those of both figures."""
    registry = dossier.knowledge.registry
    codes = [dossier.code(one)]
    level = dossier.tied(one, Link.LEVEL)
    said = one.own or one.phrase
    if level is not None and level.region == one.region and level.period == one.period:
        other = dossier.code(level)
        speed = any(word in said for word in _SPEED)
        amount = any(word in one.own for word in _AMOUNT)
        entry = registry.get(other) if other else None
        is_growth = entry is not None and bool(entry.growth_of)
        if (not speed and not amount) or (is_growth and speed) or (not is_growth and amount):
            codes.append(other)
    found = [entry for code in dict.fromkeys(codes) if code and (entry := registry.get(code)) is not None]
    return tuple(found)


def _told(one: Statement, found: list[Place]) -> Finding:
    place = int(one.written.value)
    within = one.comparator in _WITHIN or one.quote.startswith("前")
    fits = [p for p in found if (p.first <= place if within else p.first <= place <= p.last)]
    best = max(fits or found, key=lambda p: (p.of, p.own.vintage is not Vintage.UNKNOWN))
    message = _message(one, best, agrees=bool(fits))
    rule = Rule.AGREES if fits else Rule.RANK
    off = abs(place - best.first)
    expected = "" if fits else _expected(one, best.first)
    return Finding(rule, one.span, one.quote, message, _sure(best, off), one.id, expected, _evidence(best))


def _sure(best: Place, off: int) -> Confidence:
    """Values that may not have been out yet move a place or two; they do not move it far."""
    if best.known and best.of == best.total:
        return Confidence.SURE
    return Confidence.LIKELY if best.known or off == 0 or off > _MOVED else Confidence.CANNOT_TELL


def _message(one: Statement, best: Place, *, agrees: bool) -> Message:
    given = {"of": best.of, "total": best.total, "first": best.first, "period": best.own.period}
    if agrees and best.ties:
        return msg(
            "按{total}个地区中{of}个的公布数（{period}）排第{first}位（另有{ties}个地区并列），与草稿一致。",
            ties=best.ties,
            **given,
        )
    if agrees:
        return msg("按{total}个地区中{of}个的公布数（{period}）排第{first}位，与草稿一致。", **given)
    if best.ties:
        return msg(
            "按{total}个地区中{of}个的公布数（{period}）排第{first}位（另有{ties}个地区并列），草稿为“{quote}”；请核对。",
            quote=one.quote,
            ties=best.ties,
            **given,
        )
    return msg(
        "按{total}个地区中{of}个的公布数（{period}）排第{first}位，草稿为“{quote}”；请核对。",
        quote=one.quote,
        **given,
    )


def _expected(one: Statement, place: int) -> str:
    if one.quote.startswith("前"):
        return f"前{place}{one.unit}"
    return f"第{place}{one.unit}"


def _evidence(best: Place) -> tuple[Evidence, ...]:
    """The region's own value and those beside it in the order."""
    own = best.own
    at = [code for code, _ in best.values].index(own.region)
    text, period = f"{own.value:f}{own.unit}", own.period.code
    found = [Evidence(text, own.source, None, period, own.vintage, own.basis, own.published_on)]
    for code, value in best.values[max(0, at - 1) : at] + best.values[at + 1 : at + 2]:
        found.append(Evidence(f"{_name(code)} {value:f}{own.unit}", period=period))
    return tuple(found)


def _name(code: str) -> str:
    named = division(code)
    return code if named is None else named.name
