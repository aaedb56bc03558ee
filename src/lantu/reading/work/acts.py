"""What a verb of duty can do, looked up once for each verb: most deeds then need no search."""

from dataclasses import dataclass
from functools import lru_cache

from lantu.reading.work.platforms import action_of
from lantu.reading.work.policies import kinds_of
from lantu.reading.work.projects import carries_out


@dataclass(frozen=True, slots=True)
class Acts:
    """Whether a verb can make a rule, carry out a project, build or use a system."""

    rules: bool
    works: bool
    systems: bool


@lru_cache(maxsize=4096)
def acts_of(verb: str) -> Acts:
    """What this verb can do."""
    return Acts(bool(kinds_of(verb)), carries_out(verb), action_of(verb) is not None)
