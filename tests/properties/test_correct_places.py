"""A correction finds its sentence in an edited text or reports that it does not; never another sentence."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.documents import Document
from lantu.plan import Change, Correction, CorrectionKind, SentenceClass, Subject
from lantu.reading import read_plan
from lantu.reading.corrected import CorrectionState, apply
from lantu.reading.found_again import Letters, Wanted, around, find_again

AT = datetime(2026, 3, 1, tzinfo=UTC)
SLOW = settings(max_examples=150, deadline=None)

# Few words, so that sentences repeat, begin or end alike, or hold one another.
SUBJECTS = st.sampled_from(["企业", "民营企业", "新增民营企业", "学校", "乡镇学校和民营企业"])
FIGURES = st.sampled_from(["达到10家", "达到100家", "达到10家以上", "增加10%", "保持稳定"])
STARTS = st.sampled_from(["", "到2030年，", "今后五年，", "到2030年，力争"])
TAILS = st.sampled_from(["", "，其中新建10家", "；民营企业达到10家", "，" + "努力推动各项工作取得实效" * 2])
SENTENCES = st.tuples(STARTS, SUBJECTS, FIGURES, TAILS).map("".join).map(lambda text: text + "。")
HEADINGS = st.sampled_from(["第一章 目标", "第二章 任务", "一、企业", "（一）民营企业"])
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(tuple) | HEADINGS.map(lambda text: (text,))
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r\n\r\n", "\n　　", "\n\n\n"])
SPACES = st.sampled_from(["", "", " ", "　"])


@dataclass(frozen=True)
class Made:
    """A text, and the words of each of its sentences by their places."""

    text: str
    sentences: tuple[tuple[int, int, int, str], ...]  # paragraph, start, end, words


def made(paragraphs: list[tuple[int, tuple[str, ...]]], end: str, space: str = "") -> Made:
    """Paragraphs with their numbers, joined by a line end; ``space`` between the sentences."""
    text, places = "", []
    for number, sentences in paragraphs:
        for words in sentences:
            for part in re.findall("[^；]+；?", words):  # a ； ends a sentence of the ledger too
                places.append((number, len(text), len(text) + len(part), part))
                text += part
            text += space
        text += end
    return Made(text, tuple(places))


@st.composite
def edits(draw: st.DrawFn) -> tuple[Made, Made, int]:
    """A text, the same text with other paragraphs put in and taken out, and a sentence of the first."""
    before = list(enumerate(draw(st.lists(PARAGRAPHS, min_size=1, max_size=6))))
    after = [one for one in before if not draw(st.booleans()) or draw(st.booleans())]
    for extra in draw(st.lists(PARAGRAPHS, max_size=4)):
        after.insert(draw(st.integers(0, len(after))), (-1, extra))
    first = made(before, draw(ENDS))
    chosen = draw(st.integers(0, len(first.sentences) - 1))
    return first, made(after, draw(ENDS), draw(SPACES)), chosen


def squeezed(text: str) -> str:
    return "".join(text.split())


def sentence_at(text: Made, start: int, end: int) -> str:
    return next(words for _, a, b, words in text.sentences if a <= start and end <= b)


@SLOW
@given(edit=edits(), cut=st.tuples(st.integers(0, 40), st.integers(1, 8)))
def test_a_place_is_found_in_its_own_words_or_not_at_all(
    edit: tuple[Made, Made, int], cut: tuple[int, int]
) -> None:
    old, new, chosen = edit
    number, start, end, words = old.sentences[chosen]
    a = start + min(cut[0], len(words) - 1)
    b = min(end, a + cut[1])
    quote = old.text[a:b]
    found = find_again(Letters(new.text), Wanted(quote, *around(old.text, a, b), a))
    if found is not None:
        assert squeezed(new.text[slice(*found)]) == squeezed(quote)
        assert sentence_at(new, *found) == words
    elif quote.strip():
        assert number not in {paragraph for paragraph, *_ in new.sentences}


@SLOW
@given(edit=edits())
def test_the_same_text_gives_the_same_place(edit: tuple[Made, Made, int]) -> None:
    old, _, chosen = edit
    _, start, end, words = old.sentences[chosen]
    assert find_again(Letters(old.text), Wanted(words, *around(old.text, start, end), start)) == (start, end)


# Whole corrections, laid over real readings


def correction(document: Document, number: int, kind: CorrectionKind, subject: Subject, record: object, *changes: Change) -> Correction:  # fmt: skip
    span = record.span  # type: ignore[attr-defined]
    before, behind = around(document.text, span.start, span.end)
    named = getattr(record, "id", "")
    return Correction(
        *(f"p.c{number:04d}", "p", kind, subject, span, span.quote(document.text), changes, "u", AT, named),
        *(before, behind),
    )


@st.composite
def corrected_texts(draw: st.DrawFn) -> tuple[Document, Document, list[Correction]]:
    old, new, _ = draw(edits())
    document = Document.of_text("old", old.text)
    reading = read_plan(document)
    made: list[Correction] = []
    sentences, targets = reading.work.ledger.sentences, reading.targets
    for one in draw(st.lists(st.sampled_from(sentences), max_size=3)) if sentences else ():
        change = Change("class", one.klass.value, draw(st.sampled_from(SentenceClass)).value)
        made.append(correction(document, len(made) + 1, CorrectionKind.CLASS, Subject.SENTENCE, one, change))
    for one in draw(st.lists(st.sampled_from(targets), max_size=2)) if targets else ():
        value = Change("value", str(one.value), str(draw(st.integers(1000, 2000))))
        made.append(correction(document, len(made) + 1, CorrectionKind.FIELD, Subject.TARGET, one, value))
    for one in draw(st.lists(st.sampled_from(targets), max_size=1)) if targets else ():
        made.append(correction(document, len(made) + 1, CorrectionKind.REMOVE, Subject.TARGET, one))
    return document, Document.of_text("new", new.text), made


@SLOW
@given(corrected_texts())
def test_classes_add_up_and_only_what_is_named_changes(
    texts: tuple[Document, Document, list[Correction]],
) -> None:
    for document in texts[:2]:
        read = read_plan(document)
        done = apply(read, document.text, texts[2])
        ledger = done.reading.work.ledger
        assert len(ledger.sentences) == len(read.work.ledger.sentences)
        assert sum(ledger.count(klass) for klass in SentenceClass) == len(ledger.sentences)
        quotes = {squeezed(one.quote) for one in texts[2] if one.kind is CorrectionKind.CLASS}
        for old, new in zip(read.work.ledger.sentences, ledger.sentences, strict=True):
            assert old.span == new.span and old.span is not None
            if new.why == "corrected":
                assert squeezed(old.span.quote(document.text)) in quotes
        ids = {target.id for target in done.reading.targets}
        assert ids <= {target.id for target in read.targets}
        assert {one for s in ledger.sentences for one in s.records if one.count("~") == 2} <= ids


@SLOW
@given(corrected_texts())
def test_laying_twice_is_laying_once_and_withdrawing_restores(
    texts: tuple[Document, Document, list[Correction]],
) -> None:
    for document in texts[:2]:
        read = read_plan(document)
        once = apply(read, document.text, texts[2]).reading
        kept = [one for one in texts[2] if one.kind is not CorrectionKind.REMOVE]
        twice = apply(apply(read, document.text, kept).reading, document.text, kept).reading
        assert twice == apply(read, document.text, kept).reading
        back = [
            replace(one, id=f"{one.id}w", kind=CorrectionKind.WITHDRAW, withdraws=one.id, changes=())
            for one in texts[2]
        ]
        restored = apply(read, document.text, [*texts[2], *back])
        assert restored.reading == read
        states = [one.state for one in restored.applied]
        assert states == [CorrectionState.WITHDRAWN] * len(back) + [CorrectionState.IN_FORCE] * len(back)
        assert apply(read, document.text, texts[2]).reading == once


@SLOW
@given(corrected_texts())
def test_in_its_own_text_every_correction_is_in_force_or_superseded(
    texts: tuple[Document, Document, list[Correction]],
) -> None:
    document, _, made = texts
    applied = apply(read_plan(document), document.text, made).applied
    assert {one.state for one in applied} <= {CorrectionState.IN_FORCE, CorrectionState.SUPERSEDED}
    if made:
        assert applied[-1].state is CorrectionState.IN_FORCE
