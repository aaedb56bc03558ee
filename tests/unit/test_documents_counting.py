"""Numbers of automatic lists, against the counting of the reader and by hand."""

import pytest

from lantu.documents.counting import chinese, circled, roman, written
from lantu.reading.numerals import chinese_number


def test_chinese_numbers_read_back():
    assert all(chinese_number(chinese(n)) == n for n in range(1, 1000))


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCounting", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (105, "ideographDigital", "一〇五"),
        (10, "chineseLegalSimplified", "壹拾"),
        (25, "chineseLegalSimplified", "贰拾伍"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "甲"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (36, "decimalEnclosedCircle", "㊱"),
        (51, "decimalEnclosedCircle", "(51)"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (9, "bullet", ""),
        (9, "none", ""),
        (9, "someNewForm", "9"),
        (0, "chineseCounting", "〇"),
        (0, "upperLetter", "0"),
    ],
)
def test_forms(number, form, shown):
    assert written(number, form) == shown


def test_signs_beyond_their_range_stay_readable():
    assert [circled(n) for n in (1, 20, 35, 50)] == ["①", "⑳", "㉟", "㊿"]
    assert (roman(3999), roman(4000)) == ("mmmcmxcix", "4000")
    assert chinese(10_000) == "一〇〇〇〇"
