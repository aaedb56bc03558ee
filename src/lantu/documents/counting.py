"""Numbers written the ways word processors and browsers number lists."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
_EARTHLY = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int) -> str:
    """一, 十, 十一, 二十, 一百零五, up to 9999; beyond as digits one by one."""
    if not 0 < number < 10_000:
        return digits(number)
    text, zero = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + _PLACES[place]
            zero = False
        else:
            zero = True
    return text.removeprefix("一") if 10 <= number < 20 else text


def digits(number: int) -> str:
    """Digit for digit: 一〇五."""
    return "".join(_DIGITS[int(d)] for d in str(abs(number)))


def circled(number: int) -> str:
    """①; (51) beyond fifty."""
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if 21 <= number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if 36 <= number <= 50 else f"({number})"


def roman(number: int) -> str:
    """iv; Arabic beyond 3999."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in (*_ROMAN, *_ROMAN_SMALL):
        text += sign * (number // value)
        number %= value
    return text


def letter(number: int) -> str:
    """The letter: a, z, aa, bb, as word processors go on."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in str(number))


_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": lambda n: chinese(n).replace("零", "〇"),
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": lambda n: (
        chinese(n).replace("零", "〇").translate(_LEGAL)
        if n >= 20 or n < 10
        else "壹" + chinese(n).translate(_LEGAL)
    ),
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "taiwaneseDigital": digits,
    "japaneseCounting": chinese,
    "japaneseDigitalTenThousand": digits,
    "ideographDigital": digits,
    "ideographTraditional": _cycle(_HEAVENLY),
    "ideographZodiac": _cycle(_EARTHLY),
    "ideographEnclosedCircle": circled,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda n: f"{n:02d}",
    "upperLetter": lambda n: letter(n).upper(),
    "lowerLetter": letter,
    "upperRoman": lambda n: roman(n).upper(),
    "lowerRoman": roman,
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def written(number: int, form: str) -> str:
    """A number in one of the forms of WordprocessingML (ST_NumberFormat); Arabic for any other."""
    made = _FORMS.get(form)
    return str(number) if made is None else made(number)
