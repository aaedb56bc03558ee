"""A refused correction in the words of the page: its fields and vocabulary words, not their codes."""

from collections.abc import Iterable

from lantu.plan import Subject
from lantu.plan.fields import WORDS
from lantu.values import Message
from lantu.web.pages.ledger_records import VOCABULARIES
from lantu.web.words import Words

_FIELDS = ("field", "low", "high")
"""Arguments of a message that name a field."""
_VALUES = ("text", "now", "seen")
"""Arguments that are a value of the field named."""
_LISTS = ("known",)
"""Arguments that list fields, or values of the field named."""
_BETWEEN = "、"


def in_page_words(message: Message, subject: Subject, words: Words) -> Message:
    """The message with what the page calls a field and its words; whatever is no code stays as it is."""
    field = message.arguments.get("field", "")
    vocabulary = VOCABULARIES.get((subject, field), field) if (subject, field) in WORDS else ""
    said = dict(message.arguments)
    for name in _FIELDS:
        if name in said:
            said[name] = _field(said[name], words)
    for name in _VALUES if vocabulary else ():
        if name in said and said[name] in words.codes(vocabulary):
            said[name] = words.word(vocabulary, said[name])
    for name in _LISTS:
        if name in said:
            said[name] = _list(said[name].split(_BETWEEN), vocabulary, words)
    return Message(message.template, said)


def _field(code: str, words: Words) -> str:
    if code == "reason":
        return words.plain("理由")
    return words.word("field", code) if code in words.codes("field") else code


def _list(codes: Iterable[str], vocabulary: str, words: Words) -> str:
    if vocabulary:
        said = [words.word(vocabulary, "" if code == '""' else code) for code in codes]
    else:
        said = [_field(code, words) for code in codes]
    return (", " if words.english else _BETWEEN).join(said)
