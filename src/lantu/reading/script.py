"""One shadow of the text in one script: same length, so every offset agrees.

Traditional characters become Simplified ones, full-width digits and Latin letters become plain,
and half-width punctuation becomes the Chinese kind. All rules are written against the shadow;
all quotes are cut from the document itself.
"""

from functools import cache

import opencc

_PUNCTUATION = {
    "(": "（",
    ")": "）",
    ",": "，",
    ":": "：",
    ";": "；",
    "∶": "：",
    "?": "？",
    "!": "！",
    "％": "%",
    "﹪": "%",
    "．": ".",
    "\u3000": " ",
    "\u00a0": " ",
    "\t": " ",
    "\r": " ",
    "﹐": "，",
    "﹑": "、",
    "･": "·",
    "﹤": "<",
    "﹥": ">",
    "＜": "<",
    "＞": ">",
    "≧": "≥",
    "≦": "≤",
    "～": "~",
    "–": "-",
    "－": "-",
    "−": "-",
    "㎡": "㎡",
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
    "［": "[",
    "］": "]",
}


@cache
def _table() -> list[int]:
    """What each character of the basic plane becomes, from OpenCC's own characters, one at a time.

    A list, the unchanged ones included: looking up what is not in a dictionary costs twice as much.
    """
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {ord(a): b for a, b in zip(characters, simplified, strict=True) if a != b and len(b) == 1}
    for code in range(0xFF10, 0xFF1A):
        table[code] = chr(code - 0xFEE0)
    for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)):
        table[code] = chr(code - 0xFEE0)
    table.update({ord(a): b for a, b in _PUNCTUATION.items()})
    return [ord(table.get(code, chr(code))) for code in range(0x10000)]


def fold(text: str) -> str:
    """Return the shadow of ``text``: Simplified, plain digits, Chinese punctuation, equal length."""
    return text.translate(_table())
