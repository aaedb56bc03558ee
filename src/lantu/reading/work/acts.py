"""What a deed can make at all: by its verb, known once for each, and by one sign in its object.

Most deeds make neither rule nor project nor system; they are not looked at further.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lantu.reading.work.platforms import action_of, system_sign
from lantu.reading.work.policies import kinds_of, rule_sign
from lantu.reading.work.projects import carries_out, work_sign


@dataclass(frozen=True, slots=True)
class Acts:
    """The sign in the object of a rule, a project, a system; None when the verb can make none."""

    rule: re.Pattern[str] | None
    work: re.Pattern[str] | None
    system: re.Pattern[str] | None


@lru_cache(maxsize=4096)
def acts_of(verb: str) -> Acts:
    """What this verb can do."""
    return Acts(
        rule_sign() if kinds_of(verb) else None,
        work_sign() if carries_out(verb) else None,
        system_sign() if action_of(verb) else None,
    )
