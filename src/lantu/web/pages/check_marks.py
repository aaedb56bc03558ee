"""The judged figures of a draft: what was found of each, held against what, and what people said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantu.check import QUIET, Confidence, Dismissal, Evidence, Finding, Report, Rule, Statement
from lantu.indicators import Confirmed
from lantu.values import Message
from lantu.web.pages.names import Name, Names

LEVELS = ("look", "unsure", "taken", "aside", "open", "agree")
"""What a figure is marked with, the most pressing first: needs a look; the rule cannot tell; correction
promised; dismissed; no source known; agrees."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a figure was held against.

    place: offset of a place of the draft itself, None for anything outside it.
    """

    text: str
    quote: str
    period: str
    vintage: str
    basis: tuple[str, ...]
    published_on: date | None
    source: str
    url: str
    plan: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """One finding as shown; key: of the buttons that answer it, "" when there is nothing to answer.

    aside: who dismissed it and why, None when nobody did.
    """

    key: str
    rule: str
    confidence: str
    message: Message
    expected: str
    proofs: tuple[Proof, ...]
    verified: bool
    aside: Dismissal | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of the registry that a phrase may name; why: for the person who decides."""

    code: str
    name: Name
    why: Message | None


@dataclass(frozen=True, slots=True)
class Said:
    """How the draft's figure was read.

    number: of the statement; code: the entry its phrase names for certain, "" for none; choices: those it
    may name; refused: those people said it is not.
    """

    number: int
    phrase: str
    unit: str
    code: str
    name: Name
    region: Name
    period: str
    role: str
    choices: tuple[Choice, ...]
    refused: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure or name of the draft with all that is known of it; level: one of ``LEVELS``."""

    start: int
    end: int
    quote: str
    level: str
    found: tuple[Found, ...]
    said: Said | None

    def shows(self, wanted: str) -> bool:
        """Whether a filter (a level, a rule, or ``wrong`` for all that asks for a look) holds it."""
        if wanted == "wrong":
            return self.level in ("look", "unsure")
        return wanted == self.level or any(one.rule == wanted and one.aside is None for one in self.found)


class Marker:
    """Makes the marks of a report."""

    def __init__(
        self, report: Report, names: Names, confirmed: Confirmed, taken: frozenset[int] = frozenset()
    ) -> None:
        self._report = report
        self._names = names
        self._confirmed = confirmed
        self._taken = taken

    def marks(self) -> tuple[Mark, ...]:
        """All marks in text order; of two that overlap the longer one in front takes both."""
        report = self._report
        places: dict[tuple[int, int], list[Found]] = {}
        for finding in report.findings:
            places.setdefault(_place(finding), []).append(_found(finding, None))
        for finding, word in report.set_aside:
            places.setdefault(_place(finding), []).append(_found(finding, word))
        said = {(one.span.start, one.span.end): one for one in report.draft.statements}
        joined: list[tuple[tuple[int, int], list[Found]]] = []
        for place, found in sorted(places.items(), key=lambda each: (each[0][0], -each[0][1])):
            if joined and place[0] < joined[-1][0][1]:
                joined[-1][1].extend(found)
            else:
                joined.append((place, found))
        return tuple(self._mark(place, found, said.get(place)) for place, found in joined)

    def _mark(self, place: tuple[int, int], found: list[Found], said: Statement | None) -> Mark:
        start, end = place
        words = self._report.document.text[start:end]
        shown = None if said is None else self._said(said)
        return Mark(
            start,
            end,
            " ".join(words.split()),
            _level(found, taken=start in self._taken),
            tuple(found),
            shown,
        )

    def _said(self, one: Statement) -> Said:
        code = self._report.code(one)
        names = self._names
        refused = self._confirmed.answer(one.phrase, one.unit).no if one.phrase else frozenset()
        return Said(
            one.id,
            one.phrase,
            one.unit,
            code,
            names.indicator(code) if code else Name(""),
            names.region(one.region) if one.region else Name(one.region_words),
            one.period.code if one.period else "",
            one.role,
            tuple(Choice(match.code, names.indicator(match.code), match.why) for match in one.candidates),
            tuple(Choice(each, names.indicator(each), None) for each in sorted(refused)),
        )


def _place(one: Finding) -> tuple[int, int]:
    return one.span.start, one.span.end


def finding_key(one: Finding) -> str:
    """What a finding of one draft is told by, within a button."""
    return f"{one.rule.value}|{one.span.start}|{one.span.end}"


def _found(one: Finding, word: Dismissal | None) -> Found:
    return Found(
        "" if one.rule in QUIET else finding_key(one),
        one.rule,
        one.confidence,
        one.message,
        one.expected,
        tuple(_proof(each) for each in one.evidence),
        one.verified,
        word,
    )


def _level(found: Iterable[Found], *, taken: bool) -> str:
    levels = {_level_of(one, taken=taken) for one in found}
    return next(level for level in LEVELS if level in levels)


def _level_of(one: Found, *, taken: bool) -> str:
    if one.aside is not None:
        return "aside"
    if one.rule == Rule.AGREES:
        return "agree"
    if one.rule == Rule.UNSUPPORTED:
        return "open"
    if taken:
        return "taken"
    return "unsure" if one.confidence == Confidence.CANNOT_TELL else "look"


def _proof(one: Evidence) -> Proof:
    return Proof(
        one.text,
        one.quote if one.quote != one.text else "",
        one.period,
        "" if one.vintage == "unknown" else one.vintage,
        one.basis,
        one.published_on,
        one.source.title if one.source else "",
        one.source.url if one.source else "",
        one.plan,
        one.span.start if one.span else None,
    )
