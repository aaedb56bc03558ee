"""Records made the quick way are the records of their class."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from lantu.values import Span
from lantu.values.maker import changer, maker


@dataclass(frozen=True, slots=True)
class Record:
    name: str
    size: int = 3
    parts: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False)


make = maker(Record)


def test_a_made_record_equals_one_of_the_class():
    for made, plain in (
        (make("a"), Record("a")),
        (make("a", 4, ["b"], note="c"), Record("a", 4, ["b"], "c")),
    ):
        assert type(made) is Record
        assert made == plain
        assert repr(made) == repr(plain)
        assert made.note == plain.note
    assert hash(maker(Span)("d", 1, 2)) == hash(Span("d", 1, 2))
    assert maker(Span)("d", 1, 2) < Span("d", 1, 3)


def test_a_made_record_is_frozen():
    made = make("a")
    with pytest.raises(FrozenInstanceError):
        made.size = 4
    with pytest.raises(FrozenInstanceError):
        del made.name


def test_default_lists_are_not_shared():
    assert make("a").parts is not make("a").parts


def test_a_made_record_is_replaced_copied_and_pickled():
    made = make("a", 4)
    assert replace(made, size=5) == Record("a", 5)
    assert copy.deepcopy(made) == made
    span = maker(Span)("d", 1, 2)
    assert pickle.loads(pickle.dumps(span)) == span


def test_missing_and_unknown_arguments_are_errors():
    with pytest.raises(TypeError):
        make()
    with pytest.raises(TypeError):
        make("a", colour="red")


def test_a_class_that_does_more_is_refused():
    @dataclass(frozen=True, slots=True)
    class Checked:
        size: int

        def __post_init__(self):
            assert self.size

    @dataclass(frozen=True, slots=True)
    class Inherits(Record):
        more: int = 0

    for one in (Checked, Inherits):
        with pytest.raises(TypeError):
            maker(one)


def test_a_changed_record_keeps_the_rest():
    change = changer(Record)
    made = Record("a", 4, ["b"], "c")
    changed = change(made, size=5)
    assert type(changed) is Record
    assert (changed.name, changed.size, changed.parts, changed.note) == ("a", 5, ["b"], "c")
    assert made.size == 4
    with pytest.raises(TypeError):
        change(made, colour="red")
