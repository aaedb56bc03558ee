"""A reading with the targets of the register in it, under their permanent ids."""

from collections.abc import Sequence
from dataclasses import replace

from lantu.plan import Target
from lantu.plan.matching import matched
from lantu.reading.reading import Reading
from lantu.reading.sentences_of import apart, with_records


def registered(reading: Reading, targets: Sequence[Target], document: str) -> Reading:
    """The reading with each target of the register in place of the proposal that is the same figure.

    Targets of the register that the reader did not find are added at their places; those without a place
    in this document are left out. Figures the register does not have keep the proposal's id.
    """
    here = [one for one in targets if one.span is not None and one.span.document == document]
    found = (*reading.targets, *reading.directional)
    pairs = matched(here, found)
    instead = {found[j].id: here[i] for i, j in pairs.items()}
    more = [one for i, one in enumerate(here) if i not in pairs]
    every = sorted((*(instead.get(one.id, one) for one in found), *more), key=_place)
    ledger = reading.work.ledger
    ids = {one for sentence in ledger.sentences for one in sentence.records} - {one.id for one in found}
    sentences = with_records(ledger.sentences, every, ids)
    work = replace(reading.work, ledger=replace(ledger, sentences=sentences))
    figures, others = apart(every)
    return replace(reading, targets=figures, directional=others, work=work)


def _place(target: Target) -> tuple[int, int]:
    return (target.span.start, target.span.end) if target.span else (0, 0)
