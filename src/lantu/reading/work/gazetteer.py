"""The places of a document: mentions as records, the plan's own groups first."""

from collections.abc import Iterable

from lantu.plan import PlaceGroup, PlaceMention
from lantu.reading.blocks import Block
from lantu.reading.work import places
from lantu.reading.work.making import Making
from lantu.values import maker

_mention = maker(PlaceMention)


class Gazetteer:
    """Collects mentions; knows the groups the text defines from where they are defined on.

    region: code of the plan's own region, whose counties are known by name too; "" when unknown.
    """

    def __init__(self, making: Making, region: str = "") -> None:
        self._making = making
        self._names = places.index(region)
        self._own: dict[str, places.OwnGroup] = {}
        self.mentions: list[PlaceMention] = []
        self.groups: list[PlaceGroup] = []

    def read(self, block: Block) -> tuple[places.Found, ...]:
        """The places of a block, own groups included; they are kept as mentions."""
        text = block.text
        found = places.places(text, self._names)
        if len(found) > 1 and ("（" in text or "”" in text):
            for own in places.own_groups(text, self._names):
                self._define(block, own)
        if self._own:
            found = tuple(sorted((*found, *self._named(text, found)), key=lambda f: (f.start, f.end)))
        making = self._making
        for one in found:
            span = making.span(block, one.start, one.end)
            self.mentions.append(
                _mention(making.words(block, one.start, one.end), one.codes, one.group, span)
            )
        return found

    def _define(self, block: Block, own: places.OwnGroup) -> None:
        if own.name in self._own:
            return
        self._own[own.name] = own
        name = self._making.words(block, own.start, own.end)
        self.groups.append(
            PlaceGroup(name, own.codes, "text", span=self._making.span(block, own.start, own.end))
        )

    def _named(self, text: str, found: Iterable[places.Found]) -> list[places.Found]:
        """Mentions of own groups that lie in no other mention."""
        taken = [(f.start, f.end) for f in found]
        named = []
        for own in self._own.values():
            start = text.find(own.name)
            while start >= 0:
                end = start + len(own.name)
                if not any(start < b and a < end for a, b in taken):
                    named.append(places.Found(start, end, own.codes, own.name))
                start = text.find(own.name, end)
        return named
