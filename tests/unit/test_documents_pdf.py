"""PDF with a text layer: lines to paragraphs, drawn tables, pages put together."""

import pytest
from tests.conftest import missing
from tests.made_files import SHORT_PLAN, as_html, as_pdf, chromium, drawn_pdf, ruled

from lantu.documents import Kind, read_bytes
from lantu.values import InputError

LEFT, WIDE, SIZE, PITCH = 100, 24, 16, 28


def read(*pages, **options):
    return read_bytes("made.pdf", drawn_pdf(*pages, **options))


def text_of(*pages, **options) -> str:
    return read(*pages, **options)[0].text


def set_in(paragraphs: list[str], top: float = 740, left: float = LEFT, wide: int = WIDE) -> list[tuple]:
    """Paragraphs as a page sets them: two characters in, then lines of ``wide`` Chinese characters."""
    made, y = [], top
    for paragraph in paragraphs:
        rest, indent = paragraph, 2
        while rest:
            line, rest = rest[: wide - indent], rest[wide - indent :]
            made.append((left + indent * SIZE, y, SIZE, line))
            y, indent = y - PITCH, 0
    return made


PROSE = [
    "坚持创新在现代化建设全局中的核心地位，把科技自立自强作为战略支撑，面向经济主战场深入实施科教兴省战略。",
    "改造老旧园区，培育链主企业。",
    "扩大学位供给，新建改扩建一批中小学校，普惠性幼儿园覆盖面继续提高，县域义务教育优质均衡发展县的比例提高。",
]


def paragraphs(text: str) -> list[str]:
    return text.strip().split("\n\n")


def test_broken_lines_are_joined_by_margin_and_indent():
    assert paragraphs(text_of(set_in(PROSE))) == PROSE


def test_a_paragraph_goes_on_over_the_page_and_knows_its_pages():
    first, second = set_in(PROSE[:1]), set_in(PROSE[1:])
    rest = [(LEFT, 740, SIZE, first.pop()[3])]
    rest += [(x, y - PITCH, size, words) for x, y, size, words in second]
    document, _ = read(first, rest)
    assert paragraphs(document.text) == PROSE
    assert document.kind is Kind.PDF
    assert document.address(0) == "p. 1-2"
    assert document.address(document.text.index("改造老旧")) == "p. 2"


def test_paragraphs_set_apart_without_indent():
    lines = [(LEFT, 740, SIZE, "甲" * 24), (LEFT, 712, SIZE, "甲" * 23 + "。")]
    lines += [(LEFT, 664, SIZE, "乙" * 24), (LEFT, 636, SIZE, "乙" * 10 + "。")]
    assert paragraphs(text_of(lines)) == ["甲" * 47 + "。", "乙" * 34 + "。"]


def test_a_title_of_two_lines_is_one_and_a_heading_never_goes_on():
    page = [
        (150, 780, 22, "临川省国民经济和社会发展第"),
        (200, 745, 22, "十五个五年规划纲要"),
        (180, 700, SIZE, "第一篇 实现新的发展格局"),
        (196, 672, SIZE, "第一章 发展基础和条件"),
        *set_in(PROSE, 640),
    ]
    assert paragraphs(text_of(page))[:3] == [
        "临川省国民经济和社会发展第十五个五年规划纲要",
        "第一篇 实现新的发展格局",
        "第一章 发展基础和条件",
    ]


def test_running_heads_and_page_numbers_are_dropped_and_counted():
    def page(number: int) -> list[tuple]:
        head = (LEFT, 800, 9, "临川省规划纲要（送审稿）")
        return [head, *set_in([f"{'甲乙丙'[number - 1] * 30}。"]), (280, 40, 12, f"— {number} —")]

    document, notes = read(page(1), page(2), page(3))
    assert paragraphs(document.text) == ["甲" * 30 + "。", "乙" * 30 + "。", "丙" * 30 + "。"]
    assert [(note.code, note.message.arguments["n"]) for note in notes] == [("running-heads", "6")]


def test_two_columns_are_read_one_after_the_other():
    left = ["".join(chr(0x4E00 + 16 * row + n) for n in range(14)) for row in range(10)]
    right = ["".join(chr(0x5E00 + 16 * row + n) for n in range(14)) for row in range(10)]
    page = [(60, 790, 18, "临川省统计公报全文刊载如下各项数据均为初步统计")]
    page += [(60, 740 - 20 * n, 16, words) for n, words in enumerate(left)]
    page += [(310, 740 - 20 * n, 16, words) for n, words in enumerate(right)]
    text = text_of(page).replace("\n", "")
    assert "".join(left) + "".join(right) in text


def table(
    top: float, rows: list[list[str]], columns=(60, 130, 330, 400, 500), height: float = 24, missing=()
):
    edges = [top - height * n for n in range(len(rows) + 1)]
    words = [
        (columns[c] + 3, edges[r] - 17, 12, cell)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell
    ]
    gone = tuple((columns[c], edges[r], columns[c + 1], edges[r]) for r, c in missing)
    return ruled(list(columns), edges, gone) + words


HEADER = ["类别", "指标", "2030年", "属性"]


def test_a_drawn_table_with_merged_cells():
    page = [
        (60, 780, 14, "专栏1 主要指标"),
        *table(
            760,
            [
                HEADER,
                ["经济", "地区生产总值增长（%）", "5左右", "预期性"],
                ["", "城镇化率（%）", "≥66", "预期性"],
                ["生态", "森林覆盖率（%）", "39.2", "约束性"],
            ],
            missing=[(2, 0)],
        ),
        (60, 640, 10, "注：①按可比价计算。"),
        (60, 625, 10, "②为2024年数据。"),
    ]
    assert text_of(page) == (
        "专栏1 主要指标\n\n| 类别 | 指标 | 2030年 | 属性 |\n|---|---|---|---|\n"
        "| 经济 | 地区生产总值增长（%） | 5左右 | 预期性 |\n| 经济 | 城镇化率（%） | ≥66 | 预期性 |\n"
        "| 生态 | 森林覆盖率（%） | 39.2 | 约束性 |\n\n注：①按可比价计算。\n②为2024年数据。\n"
    )


def test_a_table_goes_on_over_the_page():
    first = table(
        300, [HEADER, ["经济", "甲", "1", "预期性"], ["", "全员劳动生", "2", "预期性"]], missing=[(2, 0)]
    )
    second = [
        (60, 765, 12, "（续表）"),
        *table(
            760,
            [HEADER, ["", "产率", "", ""], ["", "丙", "3", "预期性"], ["生态", "丁", "4", "约束性"]],
            missing=[(2, 0)],
        ),
    ]
    document, _ = read(first, second)
    assert document.text == (
        "| 类别 | 指标 | 2030年 | 属性 |\n|---|---|---|---|\n| 经济 | 甲 | 1 | 预期性 |\n"
        "| 经济 | 全员劳动生产率 | 2 | 预期性 |\n| 经济 | 丙 | 3 | 预期性 |\n| 生态 | 丁 | 4 | 约束性 |\n"
    )
    assert document.address(document.text.index("丁")) == "p. 2"


def test_a_frame_around_prose_is_no_table():
    frame = ruled([80, 520], [770, 600])
    assert paragraphs(text_of(frame + set_in(PROSE[:2], 740))) == PROSE[:2]


def test_a_table_with_lines_between_rows_only():
    def across(y: float) -> tuple:
        return (60, y, 520, y)

    page = [
        *[across(y) for y in (760, 730, 620)],
        (100, 740, 12, "指标"), (300, 740, 12, "目标值"), (440, 740, 12, "属性"),
        (70, 710, 12, "地区生产总"), (70, 696, 12, "值增长（%）"), (275, 703, 12, "5.2"), (345, 703, 12, "5左右"), (440, 703, 12, "预期性"),
        (70, 676, 12, "城镇化率（%）"), (275, 676, 12, "62.4"), (345, 676, 12, "≥66"), (440, 676, 12, "预期性"),
        (70, 650, 12, "森林覆盖率"), (275, 650, 12, "38.5"), (440, 650, 12, "约束性"),
        *set_in(PROSE, 580),
    ]  # fmt: skip
    text = text_of(page)
    assert text.startswith(
        "| 指标 | 目标值 | 目标值 | 属性 |\n|---|---|---|---|\n| 地区生产总值增长（%） | 5.2 | 5左右 | 预期性 |\n"
        "| 城镇化率（%） | 62.4 | ≥66 | 预期性 |\n| 森林覆盖率 | 38.5 |  | 约束性 |\n\n坚持"
    )
    assert paragraphs(text)[1:] == PROSE


def test_lines_around_prose_make_no_table():
    page = [(60, y, 520, y) for y in (790, 770, 600, 60)]
    assert paragraphs(text_of(page + set_in(PROSE, 740))) == PROSE


def test_columns_without_lines_stay_apart():
    page = [(60, 700, 12, "指标"), (260, 700, 12, "2030年"), (360, 700, 12, "属性")]
    page += [(60, 680, 12, "城镇化率（%）"), (260, 680, 12, "66"), (360, 680, 12, "预期性")]
    lines = paragraphs(text_of(page))
    assert [line.split("  ")[0] for line in lines] == ["指标", "城镇化率（%）"]
    assert all(len([part for part in line.split("  ") if part.strip()]) == 3 for line in lines)


@pytest.mark.parametrize(
    ("turn", "rotate", "place"),
    [(0, 0, lambda x, y: (x, y)), (1, 90, lambda x, y: (595 - y, x)), (3, 270, lambda x, y: (y, 842 - x))],
)
def test_a_page_on_its_side_is_turned(turn, rotate, place):
    first, second = ("".join(chr(start + n) for n in range(40)) for start in (0x4E00, 0x5E00))
    lines = [(60, 500, 12, first), (60, 480, 12, second)]
    page = [(*place(x, y), size, words, turn) for x, y, size, words in lines]
    assert text_of(page, rotate=rotate).replace("\n", "") == first + second


def test_letters_printed_twice_are_one_and_a_watermark_is_none():
    page = [
        (LEFT, 700, SIZE, "第一章 总则"),
        (LEFT + 0.4, 700, SIZE, "第一章 总则"),
        (200, 650, 40, "内部资料", 0.5),
    ]
    document, notes = read(page)
    assert document.text == "第一章 总则\n"
    assert [(note.code, note.message.arguments["n"]) for note in notes] == [("watermark", "4")]


def test_a_word_spread_over_its_line_is_one_word():
    page = [(200, 740, 20, "目"), (280, 740, 20, "录"), *set_in(PROSE, 700)]
    assert text_of(page).startswith("目录\n\n坚持")


def test_a_raised_mark_stays_in_its_line():
    page = [
        (LEFT, 700, SIZE, "覆盖率41.3"),
        (LEFT + 5 * SIZE, 706, 8, "①"),
        (LEFT + 5 * SIZE + 9, 700, SIZE, "以上"),
    ]
    assert text_of(page) == "覆盖率41.3①以上\n"


def test_a_page_that_is_a_picture_is_named():
    document, notes = read(set_in(PROSE[:1]), [("image",)], set_in(PROSE[1:]))
    assert [(note.code, note.message.arguments["pages"]) for note in notes] == [("page-without-text", "2")]
    assert document.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (drawn_pdf([("image",)]), "没有文字层"),
        (drawn_pdf(set_in(PROSE), encrypt=True), "有密码保护"),
        (drawn_pdf([(100, 700, 16, "\ue000\ue001\ue002\ue003")], to_unicode=False), "字体没有文字编码"),
        (drawn_pdf(set_in(PROSE))[:700], "已损坏"),
        (b"%PDF-1.7\nnothing", "已损坏"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data, words):
    with pytest.raises(InputError, match=words):
        read_bytes("a.pdf", data)


def test_the_same_bytes_give_the_same_document():
    data = drawn_pdf(set_in(PROSE), set_in(PROSE[:2]))
    assert read_bytes("a.pdf", data) == read_bytes("a.pdf", data)


@pytest.mark.browser
def test_a_printed_page_gives_the_plan_as_typed(tmp_path):
    if chromium() is None:
        missing("Chromium not found: apt-get install chromium")
    document, _ = read_bytes("a.pdf", as_pdf(as_html(SHORT_PLAN), tmp_path))

    def squeezed(text: str) -> list[str]:
        return ["".join(line.split()) for line in text.split("\n") if line]

    assert squeezed(document.text) == squeezed(SHORT_PLAN)


def test_rows_of_an_indicator_table_without_lines_are_lines_of_their_own():
    rows = ["1 甲产业产值年均增长率达标情况（%） 5 预期性", "2 乙产业产值年均增长率达标情况（%） 6 预期性"]
    wide = sum(6 if char.isascii() else 12 for char in rows[0])  # centered, as the lines of a title are
    page = [(294 - wide / 2, 700 - 22 * n, 12, row) for n, row in enumerate(rows)]
    page += [(60, 640, 12, "文" * 38 + "。")]
    assert paragraphs(text_of(page))[:2] == rows


TABLE = [
    ("类别", "指标", "2025年", "2030年", "年均/累计", "属性"),
    ("经济发展", "1.甲产业增加值增长（%）", "5.2", "—", "5左右", "预期性"),
    ("经济发展", "2.乙产业覆盖率（%）", "62.4", "66", "—", "预期性"),
    ("民生福祉", "3.每千人口拥有丙人数（人）", "3.6", "4.1", "—", "预期性"),
    ("民生福祉", "4.人均丁年限（岁）", "79.2", "80.5", "—", "预期性"),
    ("绿色低碳", "5.戊覆盖率（%）", "38.5", "39.2", "—", "约束性"),
    ("绿色低碳", "6.单位己排放降低（%）", "〔15.8〕", "—", "〔17〕", "约束性"),
]
AT = (60, 110, 300, 360, 420, 490)


def unruled(rows: list[tuple], top: float = 740, pitch: float = 16) -> list[tuple]:
    """A table set by places alone; a row may be (words of its columns, distance to the one above)."""
    made, y = [], top + pitch
    for row in rows:
        cells, step = row if isinstance(row[0], tuple) else (row, pitch)
        y -= step
        made += [(x, y, 10, words) for x, words in zip(AT, cells, strict=True) if words]
    return made


def test_a_table_without_lines_is_no_page_of_two_columns():
    """Its middle is empty from top to foot, but neither side is prose."""
    read_rows = [line.split() for line in text_of(unruled(TABLE)).split("\n") if line]
    assert read_rows == [list(row) for row in TABLE]


def broken(*pages: list[tuple]) -> list[tuple[str, str]]:
    _, notes = read(*pages)
    return [
        (note.message.arguments["pages"], note.message.arguments["n"])
        for note in notes
        if note.code == "broken-cells"
    ]


def test_broken_cells_of_a_table_without_lines_are_told_with_their_page():
    """The name of a row above and below its figures, or below them at the distance of rows."""
    around = [
        *TABLE[:3],
        (("", "3.每千人口拥有丙人数", "", "", "", ""), 16),
        (("民生福祉", "", "3.6", "4.1", "—", "预期性"), 8),
        (("", "达到的水平（人）", "", "", "", ""), 8),
        *TABLE[4:],
    ]
    below = [*TABLE[:4], ("", "达到的水平（人）", "", "", "", ""), *TABLE[4:]]
    last = [*TABLE, (("", "（累计）", "", "", "", ""), 11)]
    assert broken(set_in(PROSE), unruled(around)) == [("2", "2")]
    assert broken(unruled(below), unruled(around)) == [("1、2", "3")]
    assert broken(unruled(last)) == [("1", "1")]


def test_whole_rows_heads_of_two_lines_and_categories_are_not_broken():
    heads = [TABLE[0], (("", "", "", "", "（累计）", ""), 11), *TABLE[1:]]
    category = [*TABLE[:3], ("民生福祉", "", "", "", "", ""), *TABLE[3:]]
    below = [(60, 600, 10, "注：①累计数。"), *set_in(PROSE, 560)]
    for rows in (TABLE, heads, category):
        assert broken([*unruled(rows), *below], set_in(PROSE)) == []
