"""Units as written in plans and statistics, and exact conversion between those that agree."""

from dataclasses import dataclass
from decimal import Decimal

from lantu.values.errors import InputError
from lantu.values.message import msg

_MULTIPLIERS = (
    ("万亿", Decimal(10) ** 12),
    ("千亿", Decimal(10) ** 11),
    ("百亿", Decimal(10) ** 10),
    ("千万", Decimal(10) ** 7),
    ("百万", Decimal(10) ** 6),
    ("亿", Decimal(10) ** 8),
    ("万", Decimal(10) ** 4),
    ("千", Decimal(10) ** 3),
)

# unit word -> (measure, size in the measure's base unit). 亩 is defined here as 1/15 hectare.
_WORDS: dict[str, tuple[str, Decimal]] = {
    "%": ("%", Decimal(1)),
    "％": ("%", Decimal(1)),
    "‰": ("%", Decimal("0.1")),
    "个百分点": ("percentage point", Decimal(1)),
    "百分点": ("percentage point", Decimal(1)),
    "吨": ("吨", Decimal(1)),
    "千克": ("吨", Decimal("0.001")),
    "公斤": ("吨", Decimal("0.001")),
    "斤": ("吨", Decimal("0.0005")),
    "亩": ("亩", Decimal(1)),
    "公顷": ("亩", Decimal(15)),
    "平方公里": ("亩", Decimal(1500)),
    "平方千米": ("亩", Decimal(1500)),
    "千瓦": ("千瓦", Decimal(1)),
    "瓦": ("千瓦", Decimal("0.001")),
    "兆瓦": ("千瓦", Decimal(1000)),
    "吉瓦": ("千瓦", Decimal(10) ** 6),
    "千瓦时": ("千瓦时", Decimal(1)),
    "千瓦小时": ("千瓦时", Decimal(1)),
    "度": ("千瓦时", Decimal(1)),
    "公里": ("米", Decimal(1000)),
    "千米": ("米", Decimal(1000)),
    "米": ("米", Decimal(1)),
    "千伏": ("千伏", Decimal(1)),
    "人": ("人", Decimal(1)),
    "名": ("人", Decimal(1)),
    "元": ("元", Decimal(1)),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures and how many base units one of it holds.

    measure: two units convert into each other exactly when this agrees; for a word without
    an entry it is the word itself, so 个 and 家 do not convert.
    """

    text: str
    measure: str
    factor: Decimal

    @classmethod
    def parse(cls, text: str) -> "Unit":
        """Read a unit as written (亿斤, 万千瓦); an unknown word is its own measure, so this never fails."""
        word = text.strip()
        if word in _WORDS:
            measure, size = _WORDS[word]
            return cls(text, measure, size)
        for prefix, factor in _MULTIPLIERS:
            if word.startswith(prefix) and len(word) > len(prefix):
                measure, size = _WORDS.get(rest := word[len(prefix) :], (rest, Decimal(1)))
                return cls(text, measure, factor * size)
        return cls(text, word, Decimal(1))

    def converts_to(self, other: "Unit") -> bool:
        """Whether a value in this unit can be expressed in the other."""
        return self.measure == other.measure

    def convert(self, value: Decimal, to: "Unit") -> Decimal:
        """Express ``value`` of this unit in ``to``, exactly.

        Raises InputError when the two measure different things.
        """
        if not self.converts_to(to):
            raise InputError(msg("单位“{a}”与“{b}”不能换算；请核对两处的单位。", a=self.text, b=to.text))
        return value if self.factor == to.factor else value * self.factor / to.factor
