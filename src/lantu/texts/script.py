"""Simplified to Traditional Chinese for reading on a screen.

Phrase tables may change the number of characters, so nothing converted here may be counted in
offsets; reading a plan has its own, length-keeping way.
"""

from functools import cache, lru_cache
from typing import Any


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("s2tw")


@lru_cache(maxsize=4096)
def traditional(text: str) -> str:
    """Return ``text`` in Traditional characters; other scripts pass through unchanged."""
    return str(_converter().convert(text))
