"""A phrase means the same in either script, width and spacing; its own entry is always found."""

from functools import cache

import opencc
from hypothesis import given
from hypothesis import strategies as st

from lantu.indicators import Indicator, shipped_registry
from lantu.indicators.phrase import key, plain

INDICATORS = shipped_registry().all()
PHRASES = [(i, words) for i in INDICATORS for words in (i.name, *i.aliases)]


TRADITIONAL = opencc.OpenCC("s2t")
to_traditional = cache(TRADITIONAL.convert)
TRADITIONAL.convert("汉")  # its tables are read on first use
key("漢")


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


@given(st.sampled_from(PHRASES))
def test_every_phrase_finds_its_entry(entry: tuple[Indicator, str]) -> None:
    indicator, phrase = entry
    assert shipped_registry().match(phrase, indicator.unit) == indicator.code


@given(st.sampled_from(PHRASES), st.sampled_from(["", "全省", "全市"]), st.sampled_from(["", " ", "　"]))
def test_script_width_place_and_spaces_do_not_matter(
    entry: tuple[Indicator, str], place: str, space: str
) -> None:
    indicator, phrase = entry
    for written in (phrase, to_traditional(phrase), wide(phrase)):
        spaced = place + space.join(written)
        assert shipped_registry().match(spaced, indicator.unit) == indicator.code, spaced


@given(st.text(max_size=30))
def test_any_text_has_a_stable_key_and_matches_only_what_has_that_key(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    code = shipped_registry().match(text)
    if code:
        indicator = shipped_registry().get(code)
        assert indicator is not None
        assert key(text) in {key(words) for words in (indicator.name, *indicator.aliases)}


@given(st.sampled_from(PHRASES), st.sampled_from(["指数", "计划", "部分", "农村", "省级", "重点", "名义"]))
def test_a_word_more_is_another_quantity(entry: tuple[Indicator, str], extra: str) -> None:
    indicator, phrase = entry
    for longer in (phrase + extra, extra + phrase):
        assert shipped_registry().match(longer, indicator.unit) != indicator.code, longer
