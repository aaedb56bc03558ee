"""A statement while its paragraph is still being read."""

from dataclasses import dataclass, field

from lantu.check.marks import Against
from lantu.check.sentence import Piece
from lantu.check.statement import Listed, Move, Role, Tie
from lantu.reading.words import Words
from lantu.values import Period, Vintage


@dataclass(slots=True)
class Drafted:
    """What is known of a figure; see ``Statement`` for the fields of the same name."""

    id: int
    piece: Piece
    phrase: Words
    own: Words
    topic: Words
    measure: Role
    region: str
    region_words: str
    period: Period | None
    period_words: str
    yearly: bool
    basis: tuple[str, ...]
    vintage: Vintage
    vintage_words: str
    move: Move
    sign: int
    promised: bool
    part: bool
    against: Against | None
    place: tuple[int, int]
    sentence: tuple[int, int]
    among: str = ""
    whole: str = ""
    listed: Listed | None = None
    ties: list[Tie] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """What is spoken of, without an attribute."""
        return self.topic.text

    @property
    def unit(self) -> str:
        """Unit of the figure in the shadow text."""
        return self.piece.number.unit
