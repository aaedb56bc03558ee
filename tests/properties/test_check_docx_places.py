"""The way from the text of a Word document back to its runs, on any document; comments change no word."""

import re
import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.commented_files import box, comments, covered, mark, note, p, run, same_but_for_comments, word_file

from lantu.documents import read_bytes
from lantu.documents.docx_traced import trace_docx
from lantu.documents.numbering import W
from lantu.documents.written import clean
from lantu.values import InputError

WORDS = st.text("增长达约12.5%％亿元，。 \t|｜①*&<>注：𠮷\u00a0\u3000\ufeff", max_size=6)
LOOKS = st.sampled_from(["", "<w:b/>", '<w:color w:val="FF0000"/>'])
RUNS = st.lists(
    st.builds(lambda text, look: run(escape(text), look, space=True), WORDS, LOOKS), min_size=1, max_size=4
)
WRAPPERS = st.sampled_from(
    ["{}", "{}", '<w:hyperlink w:anchor="x">{}</w:hyperlink>', '<w:ins w:id="1" w:author="a">{}</w:ins>',
     '<w:del w:id="2" w:author="a"><w:r><w:delText>7</w:delText></w:r></w:del>{}',
     "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"]
)  # fmt: skip
LINES = st.builds(lambda runs, wrapper: p(wrapper.format("".join(runs))), RUNS, WRAPPERS)
NOTED = st.builds(lambda runs: p(*runs, '<w:r><w:footnoteReference w:id="1"/></w:r>'), RUNS)
BOXED = st.builds(lambda runs, held: p(*runs, box(*held)), RUNS, st.lists(LINES, min_size=1, max_size=2))
CELLS = st.builds(lambda inner: f"<w:tc>{''.join(inner)}</w:tc>", st.lists(LINES, min_size=1, max_size=2))


@st.composite
def tables(draw) -> str:
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=3))
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


BODIES = st.lists(st.one_of(LINES, LINES, NOTED, BOXED, tables()), min_size=1, max_size=5).map("".join)


def made(inner: str, words: str) -> bytes:
    return word_file(inner, footnotes=note("footnote", 1, run(escape(words), space=True)))


@given(BODIES, WORDS)
@settings(max_examples=150, deadline=None)
def test_every_word_is_led_back_to_the_element_that_holds_it(inner, words):
    data = made(inner, words)
    traced = trace_docx("draft.docx", data)
    if not traced.document.text.strip():
        return
    document, _ = read_bytes("draft.docx", data)
    assert traced.document == document
    led = set()
    before = 0
    for one in traced.origins:
        assert before <= one.start < one.end
        before = one.end
        led.update(range(one.start, one.end))
        shown = document.text[one.start : one.end]
        if one.element.tag == f"{W}t":
            held = one.element.text[one.offset : one.offset + one.end - one.start]
            assert _plain(shown) == _plain(held)
        else:
            assert one.element.tag == f"{W}footnoteReference"
    rest = "".join(char for at, char in enumerate(document.text) if at not in led)
    assert set(rest) <= set("|-—注：①②③④⑤ \n\t\u00a0\u3000"), rest  # what the form of the text adds


@given(BODIES, WORDS, st.data())
@settings(max_examples=150, deadline=None)
def test_comments_change_no_word_and_stand_at_theirs(inner, words, data):
    before = made(inner, words)
    text = trace_docx("draft.docx", before).document.text
    pieces = [piece for line in text.split("\n") for piece in line.split() if set(piece) - set("|-")]
    assume(pieces)
    asked = data.draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=3, unique=True))
    quotes = [one[: data.draw(st.integers(1, len(one)))] for one in asked]
    assume(all(quote in text for quote in quotes))
    after = mark(before, *quotes)
    same_but_for_comments(before, after)
    assert set(covered(after)) == set(comments(after))
    assert len(covered(after)) <= len(quotes) + 1
    if len(quotes) == 1 and len(comments(after)[0]) == 3:  # nothing said of where it is: it stands there
        assert "".join(_plain(clean(covered(after)[0])).split()) == _plain(quotes[0])


WHOLE = made(
    p(run("增长5"), run(".6%", "<w:b/>"), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    + p(box(p(run("框内7.8%")))),
    "现价6.5%",
)
PARTS = ("word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
SNIPPETS = st.sampled_from(
    [b"", b"<", b"</w:t>", b"<w:p>", b"&#0;", b"<!--x-->", b"<![CDATA[5]]>", b"5.6%", b"\xff"]
)


@given(st.sampled_from(PARTS), st.integers(0, 5000), st.integers(0, 40), SNIPPETS, st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_damaged_file_is_refused_or_comes_out_whole(name, at, length, snippet, in_zip):
    if in_zip:
        at %= len(WHOLE)
        data = WHOLE[:at] + snippet + WHOLE[at + length :]
    else:
        out = BytesIO()
        with zipfile.ZipFile(BytesIO(WHOLE)) as old, zipfile.ZipFile(out, "w") as new:
            for info in old.infolist():
                own = old.read(info)
                at %= len(own)
                new.writestr(info, own[:at] + snippet + own[at + length :] if info.filename == name else own)
        data = out.getvalue()
    try:
        document, _ = read_bytes("draft.docx", data)
        quotes = [quote for quote in ("5.6%", "7.8%", "6.5%") if quote in document.text]
        after = mark(data, *quotes)
    except InputError:
        return
    assert read_bytes("draft.docx", after)[0] == document
    assert not quotes or comments(after)


def _plain(text: str) -> str:
    """Words with every blank and every bar alike."""
    return re.sub(r"\s", " ", text).replace("｜", "|")
