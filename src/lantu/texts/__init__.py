"""Words for people: Chinese templates rendered in Chinese, Traditional Chinese or English."""

from lantu.texts.catalogue import gettext, render, word
from lantu.texts.labels import codes, kinds, label
from lantu.texts.language import Language
from lantu.texts.script import traditional

__all__ = ["Language", "codes", "gettext", "kinds", "label", "render", "traditional", "word"]
