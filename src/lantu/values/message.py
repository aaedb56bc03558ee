"""Sentences for people, written once in Chinese and translated at the door.

A message keeps its template and its arguments apart, so that the same record can be shown in
Chinese (the template itself) or through the English catalogue of ``lantu.texts``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A Chinese template with ``{name}`` fields and the values that fill them."""

    template: str
    arguments: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(self.arguments)


def msg(template: str, /, **arguments: object) -> Message:
    """Make a message; Babel extracts the template as a translatable string."""
    return Message(template, {name: str(value) for name, value in arguments.items()})
