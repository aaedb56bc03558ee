"""Tasks: what a plan says is to be done, clause by clause."""

from dataclasses import dataclass, field

from lantu.values import Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to do.

    verb, object: as the document writes them (健全, 投诉机制); object is "" when the verb stands alone.
    places: region codes of the places named in the clause, in text order, each once.
    bodies: the bodies the clause names, in the document's own words.
    deadline: year the sentence promises it for, None when unwritten.
    span: the clause without the mark that ends it.
    """

    verb: str
    object: str
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    deadline: int | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Task:
    """The task of one paragraph (重大任务): its lead phrase and everything it says is to be done.

    id: of a reading, a proposal ``eId~task~hash~ordinal``; of the register, the permanent id.
    lead: the lead phrase (段首句), "" when the paragraph has none (its heading then names the task).
    section: eId of the innermost heading; paragraph: eId of the paragraph or item itself.
    """

    id: str
    lead: str
    clauses: tuple[Clause, ...]
    section: str = ""
    paragraph: str = ""
    span: Span | None = field(default=None, compare=False)
