"""The basis (口径) and the vintage of a row: what the tables mix is taken apart here."""

import re
from datetime import date

from rows import Row

from lantu.values import Period, Vintage

_TAGS = {
    "": (),
    "现价口径见公报注": (),
    "五经普口径": ("五经普",),
    "七普口径": ("七普",),
    "七普修订口径": ("七普",),
    "老口径(能源消费总量)": ("能源消费总量",),
    "老口径(估算)": ("第三方估算",),
    "扣除原料用能和非化石能源消费量": ("扣除原料用能和非化石能源",),
    "2015年价格": ("2015年价格", "能源消费总量"),
    "当时公报口径": ("公报口径",),
    "当时发改委口径": ("发改委口径",),
    "扣除沙尘异常超标天": ("扣除沙尘",),
    "国土变更调查口径": ("国土变更调查",),
    "第九次全国森林资源清查": ("森林资源清查",),
}
# words of a note that name the census a figure rests on; the first that fits
_CENSUS = (
    (re.compile("四经普(?:修订)?前"), "四经普前"),
    (re.compile("五经普(?:修订)?前"), "五经普前"),
    (re.compile("五经普后|五经普口径|利用五经普"), "五经普"),
    (re.compile("四经普后|四经普口径"), "四经普"),
)
_ON_CENSUS = {"gdp", "gdp.growth", "gdp.per_capita", "retail", "digital.core.share", "rd.intensity"}
# the price basis every published value of these has
_PRICES = {
    "gdp": "现价",
    "gdp.growth": "不变价",
    "gdp.per_capita": "现价",
    "income": "现价",
    "income.urban": "现价",
    "income.rural": "现价",
}
# levels of GDP rest on the newest census whose results were out when their period ended: the results of
# the fourth came in November 2019, those of the fifth on 26 December 2024
_GDP_LEVELS = {"gdp", "gdp.per_capita"}
_ON_FOURTH = date(2019, 12, 31)
_ON_FIFTH = date(2024, 12, 31)
_FIFTH_YEAR = 2023
# the last year a census revised: a value of such a year on it was first published on another basis
_REVISES = {"四经普": 2018, "五经普": 2023, "七普": 2019}
_PEOPLE = {"population", "population.urban", "population.aged60.share", "urbanization"}
_CENSUS_YEAR = 2020
_INCOME_GROWTH = {"income.growth", "income.urban.growth", "income.rural.growth"}


def tags(row: Row, code: str, period: Period, settled: Vintage) -> tuple[str, ...]:
    """The basis of a row as sorted tags; ``settled`` is its vintage."""
    found = set(_TAGS.get(row["basis"], (row["basis"],)))
    if row["vintage"] == "estimate" and "预计数" not in row.note:
        found = {"第三方估算"}  # a researcher's own arithmetic on published rates
    if code in _ON_CENSUS:
        found |= _census(row)
    if code in _GDP_LEVELS and not found & {"四经普前", "四经普", "五经普", "第三方估算"}:
        found = (found - {"五经普前"}) | _in_force(period, settled)
    if code in _PRICES:
        found.add(_PRICES[code])
    if code in _PEOPLE and not found & {"七普前", "七普"}:
        found.add("七普前" if period.year < _CENSUS_YEAR else "七普")
    found |= _by_name(row, code)
    if code == "water.surface.good" and row["region"] == "全国":
        found.add("1940断面" if period.year <= 2020 else "3641断面")
    if code == "digital.core.share" and not found and period.year >= 2023:
        found.add("五经普")
    if code == "forest.cover" and row["region"] == "全国" and not found:
        found.add("森林资源清查" if period.year < 2023 else "国土变更调查")
    return tuple(sorted(found))


def _census(row: Row) -> set[str]:
    words = f"{row['vintage']};{row.note}"
    named = {"final_五经普修订": {"五经普"}, "revised_四经普口径": {"四经普"}}.get(row["vintage"])
    return named or next(({tag} for pattern, tag in _CENSUS if pattern.search(words)), set())


def _in_force(period: Period, settled: Vintage) -> set[str]:
    """The census a level of GDP rests on when its row does not say."""
    yearbook = settled is Vintage.FINAL and period.is_year
    if period.last >= _ON_FIFTH or (yearbook and period.year >= _FIFTH_YEAR):
        return {"五经普"}
    return {"四经普"} if period.last >= _ON_FOURTH else set()


def revised(tags: tuple[str, ...], period: Period) -> bool:
    """Whether a value rests on a basis made after its first publication: no calendar knows its day."""
    return "修订口径" in tags or any(period.year <= _REVISES.get(tag, 0) for tag in tags)


def _by_name(row: Row, code: str) -> set[str]:
    name = row["indicator_zh"]
    found = set()
    if code == "unemployment":
        found |= {"12月"} if "12月" in name else {"全年平均"} if "全年平均" in name else set()
    if code in _INCOME_GROWTH:
        found |= {"扣除价格因素"} if "实际" in name else set()
        found |= {"名义"} if row.note.startswith("名义") else set()
    if code in {"investment", "investment.growth"} and "不含农户" in name:
        found.add("不含农户")
    return found


def vintage(row: Row, period: Period) -> Vintage:
    """How settled the value is."""
    word = row["vintage"]
    if word == "final_五经普修订" or row["basis"] == "七普修订口径":
        return Vintage.CENSUS_REVISION
    if word.startswith("revised"):
        return _revised(row, period)
    if word in {"estimate", "preliminary", "preliminary_五经普前"}:
        return _early(row)
    return {"final": Vintage.FINAL, "unknown": Vintage.UNKNOWN}[word]


def _early(row: Row) -> Vintage:
    """预计数 and 快报数 as the notes say; an estimate of a researcher has no official state."""
    if re.search("年初预计数|为预计数", row.note):
        return Vintage.FORECAST
    if row["vintage"] == "estimate":
        return Vintage.UNKNOWN
    return Vintage.FLASH if re.search("(?:^|;)快报数", row.note) else Vintage.PRELIMINARY


def _revised(row: Row, period: Period) -> Vintage:
    """A census revises the years up to its own; a later year labelled so is what its source calls it."""
    if "四经普" not in f"{row['vintage']}{row.note}":
        return Vintage.FINAL
    return Vintage.CENSUS_REVISION if period.year <= 2019 else Vintage.PRELIMINARY
