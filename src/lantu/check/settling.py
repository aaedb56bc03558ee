"""What remains of the findings of all rules: which figure of a contradiction is the wrong one.

A contradiction inside a draft says that some figure is wrong, not which. The published values may: where
all its figures agree with theirs, the definitions differ and nothing is wrong; where the one that carries
the finding agrees and another does not, the finding belongs to the other.
"""

from collections.abc import Iterable
from dataclasses import replace

from lantu.check.finding import QUIET, Evidence, Finding, Rule
from lantu.values import Span

INNER = frozenset({Rule.GROWTH, Rule.SHARE, Rule.SUM, Rule.AVERAGE, Rule.REPEATED})
"""Contradictions among figures of the draft itself."""

_ORDER = {rule: index for index, rule in enumerate(Rule)}
_Place = tuple[int, int]


def settled(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in text order, one for each rule and place; agreement only where nothing is wrong."""
    every = tuple(findings)
    verdicts = _Verdicts(every)
    kept: dict[tuple[_Place, Rule], Finding] = {}
    for one in every:
        home = verdicts.home(one) if one.rule in INNER else one
        if home is not None:
            kept.setdefault((_place(home.span), home.rule), home)
    wrong = {place for place, rule in kept if rule not in QUIET}
    left = (one for (place, rule), one in kept.items() if rule not in QUIET or place not in wrong)
    return tuple(sorted(left, key=lambda f: (*_place(f.span), _ORDER[f.rule])))


class _Verdicts:
    """What the rules that know the published values say of each figure."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        outer = [one for one in findings if one.rule not in INNER]
        self._statements = {_place(one.span): one.statement for one in outer}
        self._wrong = {_place(one.span) for one in outer if one.rule not in QUIET}
        self._right = {_place(one.span) for one in outer if one.rule is Rule.AGREES} - self._wrong

    def home(self, one: Finding) -> Finding | None:
        """The contradiction at the figure that is wrong; None where every figure is right."""
        own = _place(one.span)
        if own not in self._right:
            return one
        others = [(e, e.span) for e in one.evidence if e.span is not None]
        suspects = [(e, span) for e, span in others if _place(span) not in self._right]
        suspects.sort(key=lambda pair: _place(pair[1]) not in self._wrong)
        return self._moved(one, *suspects[0]) if suspects else None

    def _moved(self, one: Finding, other: Evidence, span: Span) -> Finding:
        """The same contradiction told at another of its figures."""
        rest = tuple(e for e in one.evidence if e is not other)
        return replace(
            one,
            span=span,
            quote=other.text,
            statement=self._statements.get(_place(span)),
            expected="",
            evidence=(Evidence(one.quote, span=one.span), *rest),
        )


def _place(span: Span) -> _Place:
    return span.start, span.end
