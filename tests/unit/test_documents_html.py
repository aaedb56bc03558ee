"""Web pages: what a browser shows is what is read."""

import pytest
from tests.made_files import SHORT_PLAN, as_html

from lantu.documents import Kind, read_bytes
from lantu.values import InputError


def text_of(page: str) -> str:
    return read_bytes("made.html", page.encode())[0].text


def body(inner: str) -> str:
    return text_of(f"<html><body>{inner}</body></html>")


def test_a_page_gives_the_plan_as_typed():
    assert text_of(as_html(SHORT_PLAN)) == SHORT_PLAN


def test_blocks_breaks_and_blanks():
    made = body(
        "<div>甲\n  <b>乙</b>\n丙 GDP\n增长</div>丁<p>　　戊<br>己&nbsp;庚</p><pre>a\n b</pre>"
        "<h2>第一章&emsp;总则</h2><span>行</span><span>内</span>"
    )
    assert made == "甲 乙 丙 GDP 增长\n\n丁\n\n戊\n己\u00a0庚\n\na\nb\n\n第一章\u2003总则\n\n行内\n"


def test_a_line_break_of_the_source_between_chinese_characters_is_none():
    assert body("<p>粮食总产量连续\n      五年稳定</p>") == "粮食总产量连续五年稳定\n"


def test_what_is_not_shown_is_left_out_and_counted():
    page = (
        "<html><head><title>题</title><style>p{}</style></head><body><nav>首页 菜单</nav><script>var a='<p>';</script>"
        "<p style='display: none'>藏</p><p hidden>藏</p><p>正文<!-- 注释 --></p><noscript>无</noscript></body></html>"
    )
    document, notes = read_bytes("a.html", page.encode())
    assert document.text == "正文\n"
    assert [(note.code, note.message.arguments["n"]) for note in notes] == [("hidden-text", "3")]


def test_spans_and_a_header_of_two_rows():
    made = body(
        "<table><caption>表1</caption><thead><tr><th rowspan=2>指标<th colspan=2>目标值<tr><th>2025年<th>2030年</thead>"
        "<tr><td>甲<sup>①</sup><td colspan='2'>完成国家\n下达<br>任务</tr><tr><td rowspan=0>乙|丙<td>1<td>2<tr><td>3<td>4</table><p>注：①暂定。</p>"
    )
    assert made == (
        "表1\n\n| 指标 | 目标值 2025年 | 目标值 2030年 |\n|---|---|---|\n"
        "| 甲① | 完成国家下达 任务 | 完成国家下达 任务 |\n| 乙｜丙 | 1 | 2 |\n| 乙｜丙 | 3 | 4 |\n\n注：①暂定。\n"
    )


def test_a_table_that_only_lays_out_the_page_is_no_table():
    article = "".join(f"<p>第{n}段。{'甲' * 150}</p>" for n in range(5))
    inner = "<table><tr><td>指标<td>2030年<tr><td>甲<td>5</table>"
    made = body(f"<table><tr><td>首页<td>{article}{inner}</table>")
    assert "\n\n| 指标 | 2030年 |\n|---|---|\n| 甲 | 5 |\n" in made
    assert made.startswith("首页\n\n第0段。")
    assert body(f"<table><tr><td>栏目<td>{article}</table>").count("\n\n") == 5


def test_ordered_lists_have_their_numbers():
    made = body(
        "<ol start=3><li>甲<li value=7>乙<li>丙</ol><ul><li>丁</ul>"
        "<ol style='list-style-type: cjk-ideographic'><li>戊</ol><ol type=a><li>己</ol><ol style='list-style:none'><li>庚</ol>"
    )
    assert made.split("\n\n") == ["3. 甲", "7. 乙", "8. 丙", "丁", "一、戊", "a. 己", "庚\n"]


@pytest.mark.parametrize(
    ("encoding", "declared", "read_as"),
    [
        ("utf-8", "", "utf-8"),
        ("utf-8-sig", "gb2312", "utf-8"),
        ("gb18030", "gb2312", "gb18030"),
        ("gb18030", "", "gb18030"),
        ("gb18030", "utf-8", "gb18030"),
        ("utf-8", "gb2312", "utf-8"),
        ("big5", "big5", "big5hkscs"),
        ("utf-16", "", "utf-16"),
    ],
)
def test_encodings(encoding, declared, read_as):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body><p>國民經濟和社會發展第十五個五年規劃綱要</p></body></html>"
    document, _ = read_bytes("a.html", page.encode(encoding))
    assert document.text == "國民經濟和社會發展第十五個五年規劃綱要\n"
    assert document.encoding == read_as


def test_a_few_broken_bytes_are_marked_and_counted():
    page = "<html><meta charset=utf-8><body>" + "规划纲要。" * 50 + "</body></html>"
    data = page.encode().replace("规划".encode(), b"\xff\xff" + "划".encode(), 1)
    document, notes = read_bytes("a.html", data)
    assert document.text.startswith("\ufffd\ufffd划纲要。")
    assert [(n.code, n.message.arguments["n"]) for n in notes] == [("bad-characters", "2")]


def test_bytes_without_sense_are_one_sentence():
    with pytest.raises(InputError, match="编码无法判断"):
        read_bytes("a.html", b"<html><body>" + bytes(range(128, 256)) * 40)


def test_a_page_saved_with_its_pictures():
    mhtml = (
        'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n'
        'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    import base64

    page = base64.b64encode("<html><body><p>规划纲要</p></body></html>".encode("gb18030")).decode()
    document, _ = read_bytes("a.mht", (mhtml + page + "\r\n--x--\r\n").encode())
    assert (document.text, document.kind) == ("规划纲要\n", Kind.HTML)


def test_a_page_is_told_by_its_content():
    document, notes = read_bytes("规划.doc", as_html(SHORT_PLAN).encode())
    assert (document.text, document.kind, notes) == (SHORT_PLAN, Kind.HTML, ())
    document, notes = read_bytes("规划.txt", as_html(SHORT_PLAN).encode())
    assert document.text == SHORT_PLAN
    assert [note.code for note in notes] == ["other-format"]


def test_a_picture_between_paragraphs_is_said_to_be_unread():
    page = "<html><body><img src=logo><p>甲</p><p><img src=a></p></body></html>"
    _, notes = read_bytes("a.html", page.encode())
    assert [(n.code, n.message.arguments["n"]) for n in notes] == [("pictures", "1")]


def test_nothing_to_read_is_one_sentence():
    with pytest.raises(InputError, match="是空的"):
        read_bytes("a.html", b"<html><body><script>1</script></body></html>")


def test_a_page_of_pictures_alone_is_said_to_be_one():
    with pytest.raises(InputError, match="是图片"):
        read_bytes("a.html", b"<html><body><p><img src=a></p><p><img src=b></p></body></html>")


def test_deep_nesting_ends():
    assert body("<div>" * 240 + "甲") == "甲\n"
    with pytest.raises(InputError, match="嵌套过深"):
        read_bytes("a.html", b"<html><body>" + b"<div>" * 20_000 + "甲".encode())


def test_spans_of_thousands_cost_nothing():
    cells = "<td rowspan=1000 colspan=1000>甲</td>" * 300
    made = body(f"<table><tr>{cells}</tr>{'<tr><td>乙</tr>' * 2000}</table>")
    assert made.count("乙") == 2000


def test_an_entity_names_no_file():
    page = (
        '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body><p>甲&f;乙</p></body></html>'
    )
    assert body("<p>&lt;甲&gt; &amp; &#20065;</p>") == "<甲> & 乡\n"
    assert "甲" in text_of(page) and "乙" in text_of(page) and len(text_of(page)) < 20
