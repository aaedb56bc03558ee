"""Every sentence for people has its English, with the same placeholders, and no entry is a leftover."""

import ast
import string
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from lantu.texts import Language, codes, gettext, kinds, label, render, traditional
from lantu.values import Message, msg

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "lantu"
ENGLISH = SOURCE / "texts" / "en"


def fields(template: str) -> set[str]:
    return {
        name.split(".")[0].split("[")[0]
        for _, name, _, _ in string.Formatter().parse(template)
        if name is not None
    }


def python_templates(path: Path) -> Iterator[str]:
    """Literal first arguments of msg(…) and Message(…); a formatted literal would be untranslatable."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in {"msg", "Message", "plain", "say"}:
            continue
        first = node.args[0]
        assert not isinstance(first, ast.JoinedStr), f"{path}:{node.lineno}: an f-string cannot be translated"
        for literal in ast.walk(first):  # both arms of a conditional expression count
            if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                yield literal.value


def page_templates(path: Path) -> Iterator[str]:
    found = extract(
        "jinja2.ext:babel_extract",
        BytesIO(path.read_bytes()),
        keywords={"_": None},
        options={"encoding": "utf-8"},
    )
    for _line, text, _comments, _context in found:
        yield text if isinstance(text, str) else text[0]


def used() -> dict[str, set[str]]:
    """Template -> files that use it."""
    places: dict[str, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        for text in python_templates(path):
            places[text].add(str(path.relative_to(SOURCE)))
    for path in sorted((SOURCE / "web" / "templates").rglob("*.html")):
        for text in page_templates(path):
            places[text].add(str(path.relative_to(SOURCE)))
    return places


def chinese(text: str) -> bool:
    return any("\u3400" <= letter <= "\u9fff" for letter in text)


def entries() -> list[tuple[str, str, str, str]]:
    """(file, context, template, English) of every catalogue, duplicates kept."""
    found = []
    for path in sorted(ENGLISH.glob("*.po")):
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale="en", abort_invalid=True)
        found += [(path.name, one.context or "", str(one.id), str(one.string)) for one in catalogue if one.id]
    return found


USED = used()
FILES = sorted({place for places in USED.values() for place in places})


@pytest.mark.parametrize("place", FILES)
def test_every_sentence_has_its_english(place):
    known = {template: english for _, context, template, english in entries() if not context}
    lacking = [
        text for text, places in USED.items() if place in places and chinese(text) and not known.get(text)
    ]
    assert not lacking, f"{place}: {len(lacking)} without English: {lacking}"
    differing = [
        text
        for text, places in USED.items()
        if place in places and text in known and fields(text) != fields(known[text])
    ]
    assert not differing, f"{place}: placeholders differ: {differing}"


def test_no_entry_is_a_leftover():
    leftover = [(file, text) for file, context, text, _ in entries() if not context and text not in USED]
    assert not leftover


def test_no_entry_stands_twice_with_two_meanings():
    meanings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, context, text, english in entries():
        meanings[context, text].add(english)
    assert not {key: found for key, found in meanings.items() if len(found) > 1}


@pytest.mark.parametrize("kind", kinds())
def test_every_word_of_a_vocabulary_has_its_english(kind):
    for code in codes(kind):
        assert not chinese(label(kind, code, Language.EN)), (kind, code)
        assert chinese(label(kind, code, Language.ZH)), (kind, code)


def test_every_unit_basis_and_body_that_ships_has_its_english():
    from lantu import cases
    from lantu.indicators import shipped_registry

    indicators = shipped_registry().all()
    loaded = [cases.load_case(name) for name in cases.names()]
    records = [one for case in loaded for one in (*case.observations, *case.targets)]
    words = {
        "unit": {one.unit for one in records} | {one.unit for one in indicators},
        "basis": {tag for one in records for tag in one.basis}
        | {tag for one in indicators for group in one.exclusive for tag in group},
        "custodian": {one.custodian for one in indicators},
    }
    lacking = {
        (kind, word)
        for kind, found in words.items()
        for word in found
        if chinese(word) and word not in codes(kind)
    }
    assert not lacking


def test_vocabulary_has_no_leftover():
    words = {(kind, label(kind, code, Language.ZH)) for kind in kinds() for code in codes(kind)}
    assert not [
        (context, text) for _, context, text, _ in entries() if context and (context, text) not in words
    ]


def test_a_message_in_three_languages():
    message = msg("单位“{a}”与“{b}”不能换算；请核对两处的单位。", a="个", b="家")
    assert render(message, Language.ZH) == "单位“个”与“家”不能换算；请核对两处的单位。"
    assert render(message, Language.HANT) == "單位“個”與“家”不能換算；請核對兩處的單位。"
    english = render(message, Language.EN)
    assert english == "The units “items” and “enterprises” do not convert into each other; check both."


def test_a_status_word_inside_a_sentence_is_translated_with_it():
    message = Message(
        "时期“{text}”写法不对；请写成 2025、2025H1、2025Q1、2025-06 或 2021/2025。", {"text": "已实现"}
    )
    assert "achieved" in render(message, Language.EN)


def test_missing_english_falls_back_to_chinese():
    assert gettext("目录里没有的话", Language.EN) == "目录里没有的话"
    assert render(Message("没有的{x}", {"x": "话"}), Language.EN) == "没有的话"


def test_an_unknown_code_comes_back():
    assert label("status", "whatever", Language.EN) == "whatever"


def test_traditional_leaves_other_scripts_alone():
    assert traditional("GDP 5.0 %") == "GDP 5.0 %"
    assert traditional("规划") == "規劃"
