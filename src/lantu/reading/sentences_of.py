"""The sentences of a ledger after records came in or went out."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from lantu.plan import Sentence, SentenceClass, Target

_BY_KIND = (
    ("policy", SentenceClass.POLICY),
    ("project", SentenceClass.PROJECT),
    ("task", SentenceClass.TASK),
    ("responsibility", SentenceClass.TASK),
)
"""Word in the id of a record -> class of a sentence that holds one, the first that fits."""


def apart(targets: Iterable[Target]) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    """Targets with a figure, and those without."""
    every = tuple(targets)
    return tuple(t for t in every if t.value is not None), tuple(t for t in every if t.value is None)


def with_records(
    sentences: Sequence[Sentence],
    targets: Iterable[Target],
    others: Collection[str],
    classed: Collection[int] = (),
) -> tuple[Sentence, ...]:
    """Give every sentence the records that are left, and the targets that begin in it.

    others: ids of the records that are no targets. classed: indices of sentences whose class a person
    gave; it stays. Any other sentence is ``target`` when it holds one; a sentence that lost what its
    class came from takes the next class that fits, ``unresolved`` when none does.
    """
    starts = [one.span.start if one.span else -1 for one in sentences]
    inside: dict[int, list[str]] = {}
    for target in targets:
        if target.span is not None:
            index = bisect_right(starts, target.span.start) - 1
            if index >= 0 and (span := sentences[index].span) and target.span.start < span.end:
                inside.setdefault(index, []).append(target.id)
    result = []
    for index, sentence in enumerate(sentences):
        rest = [one for one in sentence.records if one in others]
        records = tuple(dict.fromkeys((*inside.get(index, ()), *rest)))
        if records != sentence.records:
            sentence = _classed(sentence, records, bool(inside.get(index)), index in classed)  # noqa: PLW2901
        result.append(sentence)
    return tuple(result)


def _classed(sentence: Sentence, records: tuple[str, ...], has_target: bool, given: bool) -> Sentence:
    klass, why = sentence.klass, sentence.why
    if not given:
        if has_target:
            klass, why = SentenceClass.TARGET, ""
        elif len(records) < len(sentence.records) and klass is not SentenceClass.CONTEXT:
            kinds = {one.split("~")[1] for one in records if one.count("~") > 1}
            fits = (klass for kind, klass in _BY_KIND if kind in kinds)
            klass, why = next(fits, SentenceClass.UNRESOLVED), ""
    return replace(sentence, klass=klass, why=why, records=records)
