"""Numbers, percentages and dates of a sheet as the sheet shows them.

The number format codes of Excel (ECMA-376 Part 1, 18.8.31) as far as plans use them: digits behind the
point, thousands, percent, dates and times in any order with words between, sections for negative and
zero. What is outside (fractions, exponents) is shown as the plain number.
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_TOKENS = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|上午/下午|General|G/通用格式|y+|m+|d+|h+|s+|a{3,4}|[0#?.,%]+|.',
    re.IGNORECASE,
)
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_WEEKDAYS = "一二三四五六日"
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 (a civil date, no instant)
_LAST_DAY = 2_958_465  # 9999-12-31


def shown(raw: str, code: str, *, since_1904: bool = False) -> str:
    """The cell value ``raw`` (a number as stored) under a format code; ``raw`` itself when it is none."""
    try:
        number = _stored(raw)
        section, unsigned = _section(code, number)
        if is_date(section):
            return _date(number, section, since_1904) or plain(number)
        return _number(abs(number) if unsigned else number, section)
    except InvalidOperation:  # no number, or one with more digits than anything counted has
        return raw


def is_date(section: str) -> bool:
    """Whether a section of a format shows a day or a time."""
    bare = _NOISE.sub("", section)
    return not re.search(r"general|通用", bare, re.IGNORECASE) and _DATE.search(bare) is not None


def plain(number: Decimal) -> str:
    """A number without a format: no exponent, no zeros at the end."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _stored(raw: str) -> Decimal:
    """The number meant by a stored binary one: fifteen digits, as sheets calculate (0.3, not 0.30…04)."""
    number = Decimal(raw)
    if not number.is_finite() or abs(number.adjusted()) > 300:
        raise InvalidOperation
    digits = len(number.as_tuple().digits)
    if digits > 15:
        number = number.quantize(Decimal(1).scaleb(number.adjusted() - 14), ROUND_HALF_UP)
    return number


def _section(code: str, number: Decimal) -> tuple[str, bool]:
    """The section of a format for a number, and whether it says the sign itself."""
    sections: list[str] = re.findall(r'((?:"[^"]*"|\\.|[^;])*)(?:;|$)', code)[:-1] or [code]
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], True
    return sections[0], False


def _number(number: Decimal, section: str) -> str:
    tokens = _TOKENS.findall(section)
    digits = "".join(t for t in tokens if t[0] in "0#?.,%")
    if not re.search("[0#?]", digits) or re.search(r"[eE][+-]|/", _NOISE.sub("", section)):
        literal = "".join(_literal(t) for t in tokens if t[0] in '"\\')
        return plain(number) if not literal or "@" in section or _is_general(section) else literal
    value = number
    if "%" in digits:
        value *= 100
    whole, _, behind = digits.replace("%", "").partition(".")
    trailing = len(whole) - len(whole.rstrip(",")) if not behind else len(behind) - len(behind.rstrip(","))
    value = value.scaleb(-3 * trailing)
    most, least = len(re.findall("[0#?]", behind)), behind.count("0")
    value = value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    text = format(abs(value), ",f" if "," in whole.rstrip(",") else "f")
    if most > least:
        head, _, tail = text.partition(".")
        tail = tail[:least] + tail[least:].rstrip("0")
        text = f"{head}.{tail}" if tail else head
    return _placed(text, tokens, negative=value < 0)


def _placed(text: str, tokens: list[str], *, negative: bool) -> str:
    """The digits at the place of the format's digits, its words around them."""
    made, done = "-" if negative else "", False
    for token in tokens:
        if token[0] in "0#?.,%":
            if not done and token.strip("%"):
                made += text
                done = True
            made += "%" * token.count("%")
        else:
            made += _literal(token)
    return made.strip()


def _literal(token: str) -> str:
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    if token[0] == "_":
        return " "
    if token[0] == "[":  # [$￥-804] holds a currency sign; colours and conditions show nothing
        return token[2:-1].partition("-")[0] if token.startswith("[$") else ""
    return "" if token[0] == "*" or token in "@?" else token  # noqa: S105 (a token of the format)


def _is_general(section: str) -> bool:
    return not section or re.search(r"general|通用", section, re.IGNORECASE) is not None


def _date(number: Decimal, section: str, since_1904: bool) -> str:
    """A serial day as the format writes it, "" when there is no such day."""
    if not 0 <= number <= _LAST_DAY:
        return ""
    seconds = int((number * 86_400).to_integral_value(ROUND_HALF_UP))
    if not since_1904 and number < 60:  # the 29th of February 1900 that sheets count never was
        seconds += 86_400
    try:
        moment = (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    made, after_hour = "", False
    tokens = _TOKENS.findall(section)
    for index, token in enumerate(tokens):
        low = token.lower()
        if low[0] == "m":
            following = next((t.lower()[0] for t in tokens[index + 1 :] if _DATE.match(t)), "")
            minute = after_hour or following == "s"
            made += _padded(moment.minute if minute else moment.month, low)
        elif low[0] in "ydhs" and low.strip(low[0]) == "":
            made += _part(moment, low)
        elif low in ("aaa", "aaaa"):
            made += ("星期" if low == "aaaa" else "") + _WEEKDAYS[moment.weekday()]
        elif low in ("am/pm", "上午/下午"):
            made += "上午" if moment.hour < 12 else "下午"
        else:
            made += _literal(token) if token[0] not in "0#?" else ""
        after_hour = low[0] == "h" or (after_hour and low[0] not in "yd")
    return made.strip()


def _part(moment: datetime, token: str) -> str:
    if token[0] == "y":
        return str(moment.year) if len(token) > 2 else f"{moment.year % 100:02d}"
    if token[0] == "d":
        return _padded(moment.day, token) if len(token) < 3 else "周" + _WEEKDAYS[moment.weekday()]
    return _padded(moment.hour if token[0] == "h" else moment.second, token)


def _padded(number: int, token: str) -> str:
    return f"{number:02d}" if len(token) == 2 else str(number)
