"""Files of corrections: what is written reads back as it was."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.exchange.corrections import read_corrections, write_corrections
from lantu.plan import Change, Correction, CorrectionKind, SentenceClass, Subject
from lantu.values import Span

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SHOWN = st.text(st.characters(exclude_categories=["Cc", "Cf", "Co", "Cs"]), max_size=8)
CLASSES = st.sampled_from(SentenceClass).map(lambda one: one.value)
AT = st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(fold=0))


@st.composite
def corrections(draw: st.DrawFn) -> list[Correction]:
    found = []
    for number in range(draw(st.integers(0, 4))):
        target = draw(st.booleans())
        start = draw(st.integers(0, 10**6))
        one = Correction(
            id=f"p.c{number}",
            plan=draw(WORDS),
            kind=CorrectionKind.FIELD if target else CorrectionKind.CLASS,
            subject=Subject.TARGET if target else Subject.SENTENCE,
            span=Span(draw(WORDS), start, start + draw(st.integers(0, 99))),
            quote=draw(WORDS),
            changes=(
                Change("unit", draw(WORDS), draw(SHOWN)) if target else Change("class", "", draw(CLASSES)),
            ),
            by=draw(WORDS),
            at=draw(AT),
            record=draw(WORDS),
            before=draw(WORDS),
            behind=draw(WORDS),
            reason=draw(WORDS),
        )
        found.append(one)
        if draw(st.booleans()):
            back = {"id": f"p.w{number}", "kind": CorrectionKind.WITHDRAW, "changes": (), "withdraws": one.id}
            kept = ("plan", "subject", "span", "quote", "by", "at")
            found.append(Correction(**back, **{name: getattr(one, name) for name in kept}))
    return found


@settings(deadline=None)
@given(corrections())
def test_round_trip(made: list[Correction]) -> None:
    data = write_corrections(made)
    assert repr(read_corrections(data)) == repr(tuple(made))
    assert write_corrections(read_corrections(data)) == data
    assert data.count(b"\n") == len(made)


def test_a_byte_order_mark_windows_line_ends_and_empty_lines_are_no_matter() -> None:
    one = Correction(
        *("p.c0001", "p", CorrectionKind.REMOVE, Subject.TARGET, Span("d", 1, 2), "5", (), "u"),
        datetime(2026, 3, 1, 8, 30, 15, 250, tzinfo=UTC),
    )
    data = b"\xef\xbb\xbf\r\n" + write_corrections([one]).replace(b"\n", b"\r\n\r\n")
    assert read_corrections(data) == (one,)
