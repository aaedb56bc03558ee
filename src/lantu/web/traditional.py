"""A finished page in Traditional characters: words are converted, tags, fields and scripts are not."""

import re

from lantu.texts import traditional

# What a user typed, a script, or a passage quoted in its own script stays as it is.
_KEPT = re.compile(
    r"<(script|style|textarea)\b.*?</\1>|<(\w+)\b[^<>]*\btranslate=\"no\"[^<>]*>.*?</\2>|<[^<>]+>", re.DOTALL
)
_SPOKEN = re.compile(r'(\s(?:aria-label|title|alt|placeholder|content)=")([^"]*)(")')


def traditional_page(html: str) -> str:
    """Return the page with every visible word in Traditional Chinese."""
    parts: list[str] = []
    end = 0
    for found in _KEPT.finditer(html):
        parts.append(_words(html[end : found.start()]))
        parts.append(_tag(found[0]))
        end = found.end()
    parts.append(_words(html[end:]))
    return "".join(parts)


def _words(text: str) -> str:
    return traditional(text) if text.strip() else text


def _tag(tag: str) -> str:
    if tag.startswith(("<script", "<style", "<textarea")) or 'translate="no"' in tag:
        return tag
    return _SPOKEN.sub(lambda found: found[1] + traditional(found[2]) + found[3], tag)
