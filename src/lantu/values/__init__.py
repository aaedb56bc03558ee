"""Small frozen values shared by every room: places, numbers, times, units, messages, errors."""

from lantu.values.day import EARLIEST, civil_day
from lantu.values.errors import Conflict, InputError, LantuError, NotFound
from lantu.values.maker import changer, maker
from lantu.values.message import Message, msg
from lantu.values.period import Period
from lantu.values.problem import Problem
from lantu.values.region import Region
from lantu.values.source import Source
from lantu.values.span import Span, make_span
from lantu.values.unit import Unit
from lantu.values.vocabulary import (
    Binding,
    Comparator,
    Direction,
    Mode,
    PlanKind,
    Rank,
    Strength,
    Tier,
    Vintage,
)

__all__ = [
    "EARLIEST",
    "Binding",
    "Comparator",
    "Conflict",
    "Direction",
    "InputError",
    "LantuError",
    "Message",
    "Mode",
    "NotFound",
    "Period",
    "PlanKind",
    "Problem",
    "Rank",
    "Region",
    "Source",
    "Span",
    "Strength",
    "Tier",
    "Unit",
    "Vintage",
    "changer",
    "civil_day",
    "make_span",
    "maker",
    "msg",
]
