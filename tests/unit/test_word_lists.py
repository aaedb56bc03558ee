"""Word lists as patterns and as indexes find the longest word, whatever the words have in common."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.reading.lexicon import any_of, prefix, suffix
from lantu.reading.script import fold
from lantu.reading.work.lexicon import Marked

WORDS = st.lists(st.text("甲乙丙.|(", min_size=1, max_size=4), min_size=1, max_size=8).map(tuple)


def longest(words, text, fits):
    return max((w for w in words if fits(text, w)), key=len, default="")


@given(WORDS, st.text("甲乙丙.|(", max_size=8))
def test_the_longest_word_is_found(words, text):
    match = re.match(any_of(words), text)
    assert (match[0] if match else "") == longest(words, text, str.startswith)
    assert prefix(text, words) == longest(words, text, str.startswith)
    assert suffix(text, words) == longest(words, text, str.endswith)


@given(WORDS, st.text("甲乙丙.|(", max_size=8), st.integers(0, 8))
def test_the_longest_marked_word_ends_in_time(words, text, end):
    size, flags = Marked(words=words).at(text, 0, min(end, len(text)))
    within = text[:end]
    assert text[:size] == longest(words, within, str.startswith)
    assert bool(flags) == bool(size)


def test_an_earlier_word_gives_way_when_what_follows_asks_for_it():
    pattern = re.compile(any_of(("政策", "政策措施")) + "(?=措施|$)")
    assert pattern.match("政策措施")[0] == "政策措施"
    assert pattern.match("政策措施措施")[0] == "政策措施"
    assert pattern.match("政策措") is None


def test_lists_put_together_on_the_spot_are_not_mistaken_for_each_other():
    for n in range(3000):
        assert prefix("甲乙", ("甲乙"[: n % 2 + 1],)) == "甲乙"[: n % 2 + 1]


@pytest.mark.parametrize("code", [0x41, 0x20AC, 0x4E2D, 0x570B, 0xD800, 0xFFFF, 0x1F600])
def test_folding_twice_changes_no_more(code):
    once = fold(chr(code))
    assert len(once) == 1
    assert fold(once) == once
