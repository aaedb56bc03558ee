"""What the styles of a Word document say of its paragraphs and runs."""

from collections.abc import Iterator

from lantu.documents.numbering import Numbering, W
from lantu.documents.package import Element

_DEEPEST = 12  # styles based on styles; a circle ends here
_OFF = ("0", "false", "off")


class Styles:
    """Paragraph and character styles by id."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles: dict[str, Element] = {one.get(f"{W}styleId", ""): one for one in found}
        self._default = next(
            (
                key
                for key, one in self._styles.items()
                if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true", "on")
            ),
            "",
        )

    def list_of(self, properties: Element | None, numbering: Numbering) -> tuple[str, int]:
        """(list, level) that numbers a paragraph, ("", 0) when none does; its own word goes first."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, level = _numbered(own)
        if number is None:
            for key, style in self._chain(self._style_of(properties)):
                inherited, at = _numbered(style.find(f"{W}pPr/{W}numPr"))
                if inherited is not None:
                    number = inherited
                    level = at if level is None else level
                    if level is None:
                        level = numbering.level_of_style(key, number)
                    break
        return ("", 0) if number in (None, "0") else (number or "", level or 0)

    def is_contents(self, properties: Element | None) -> bool:
        """Whether a paragraph is a line of a contents list."""
        for key, style in self._chain(self._style_of(properties)):
            name = style.find(f"{W}name")
            words = (name.get(f"{W}val", "") if name is not None else key).lower().replace(" ", "")
            if words.startswith(("toc", "目录")) and words[-1:].isdigit():
                return True
        return False

    def is_hidden(self, properties: Element | None) -> bool:
        """Whether a run is hidden text, by itself or by its character style."""
        if properties is None:
            return False
        own = properties.find(f"{W}vanish")
        if own is not None:
            return own.get(f"{W}val") not in _OFF
        name = properties.find(f"{W}rStyle")
        for _, style in self._chain(name.get(f"{W}val", "") if name is not None else ""):
            inherited = style.find(f"{W}rPr/{W}vanish")
            if inherited is not None:
                return inherited.get(f"{W}val") not in _OFF
        return False

    def _style_of(self, properties: Element | None) -> str:
        named = properties.find(f"{W}pStyle") if properties is not None else None
        return self._default if named is None else str(named.get(f"{W}val", ""))

    def _chain(self, key: str) -> Iterator[tuple[str, Element]]:
        """A style and those it is based on."""
        for _ in range(_DEEPEST):
            style = self._styles.get(key)
            if style is None:
                return
            yield key, style
            based = style.find(f"{W}basedOn")
            key = based.get(f"{W}val", "") if based is not None else ""


def _numbered(properties: Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    number, level = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
    text = level.get(f"{W}val", "") if level is not None else ""
    return (
        None if number is None else str(number.get(f"{W}val", "")),
        int(text) if text.isdigit() and len(text) < 3 else None,
    )
