"""Who leads and who assists: exactly one lead, the first named."""

from collections.abc import Iterable
from dataclasses import dataclass

from lantu.plan import BodyRole, Responsibility


@dataclass(frozen=True, slots=True)
class Bodies:
    """lead: the one body that answers, "" when none is named; others: the rest, joined; note: remarks."""

    lead: str = ""
    others: str = ""
    note: str = ""


def responsible(duties: Iterable[Responsibility]) -> Bodies:
    """The bodies of all statements on a commitment.

    The lead is the first body that is said to lead, else the first named; 各地区、各部门 names none.
    按职责分工负责 makes the duty a joint one, which is noted, as is a leader in person; a list ending in 等
    keeps it.
    """
    given = list(duties)
    bodies = [body for duty in given for body in duty.bodies]
    persons = [body.name for body in bodies if body.role is BodyRole.LEADER]
    rest = [body for body in bodies if body.role is not BodyRole.LEADER]
    named = [body for body in rest if body.role is not BodyRole.ALL]
    first = next((body for body in named if body.role is BodyRole.LEAD), named[0] if named else None)
    lead = first.name if first is not None else ""
    others = list(dict.fromkeys(body.name for body in rest if body.name != lead))
    end = "等" if others and any(duty.more for duty in given) else ""
    notes = [f"牵头领导：{'、'.join(persons)}"] if persons else []
    if any(duty.joint for duty in given):
        notes.append("按职责分工负责")
    return Bodies(lead, "、".join(others) + end, "；".join(notes))
