"""The English catalogue (``en/*.po``, one file per room) and how a message is put into words."""

from functools import cache
from importlib.resources import files

from lantu.texts.language import Language
from lantu.texts.script import traditional
from lantu.values import Message

Entries = dict[tuple[str, str], str]
"""(context, Chinese template) -> English; the context is "" outside the vocabulary."""


@cache
def english() -> Entries:
    """Read every catalogue once per process; an entry marked fuzzy or left empty does not count."""
    from babel.messages.pofile import read_po

    entries: Entries = {}
    folder = files("lantu.texts").joinpath("en")
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if not path.name.endswith(".po"):
            continue
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale="en")
        for entry in catalogue:
            if entry.id and entry.string and not entry.fuzzy:
                entries[str(entry.context or ""), str(entry.id)] = str(entry.string)
    return entries


def gettext(template: str, language: Language, context: str = "") -> str:
    """Return the template in the language asked; English that is missing falls back to Chinese."""
    if language is Language.EN:
        return english().get((context, template), template)
    return traditional(template) if language is Language.HANT else template


@cache
def _any_context() -> dict[str, str]:
    return {text: found for (_, text), found in reversed(english().items())}


def word(text: str) -> str:
    """English of a word in whatever context the catalogue has it; the word itself when it has none."""
    return _any_context().get(text, text)


def render(message: Message, language: Language) -> str:
    """Put a message into words.

    Arguments are shown as they are, but one that is itself an entry of the catalogue or a word of
    a vocabulary (a status, a unit) is translated with its sentence.
    """
    if language is Language.ZH:
        return str(message)
    if language is Language.HANT:
        return traditional(str(message))
    arguments = {name: word(value) for name, value in message.arguments.items()}
    try:
        return gettext(message.template, language).format_map(arguments)
    except (KeyError, IndexError, ValueError):
        # A catalogue slip must not hide an error sentence from the reader.
        return str(message)
