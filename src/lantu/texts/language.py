"""The languages a page or a line of the terminal can speak."""

from enum import StrEnum


class Language(StrEnum):
    """The value is the tag of BCP 47, as a ``lang`` attribute or a query parameter carries it."""

    ZH = "zh"
    HANT = "zh-Hant"
    EN = "en"
