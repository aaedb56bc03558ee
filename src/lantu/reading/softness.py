"""How firmly a figure is promised: 力争 and 基本, and how far they reach."""

import re

from lantu.reading.lexicon import cues, prefix
from lantu.values import Strength

_BASIC_VERB = re.compile(
    "基本(?:实现|消除|完成|建成|形成|达到|普及|每|全|清零|覆盖|解决|建立|做到|满足)|基本$|大部分|总体上|大体"
)
_MEANS = re.compile("到|在|通过")
_NO_CLAUSE = 6  # 力争 in a clause this short softens only itself


def strength(sentence: str, clause_start: int, position: int) -> Strength:
    """The strength of the figure at ``position``.

    力争 in front of a subject covers the clauses with figures behind it; in front of a verb, and
    基本 anywhere, only the own clause.
    """
    strive = cues().strength.strive
    own = sentence[clause_start:position]
    if any(word in own for word in strive):
        return Strength.STRIVE
    if _BASIC_VERB.search(own):
        return Strength.BASIC
    if not any(word in sentence for word in strive):
        return Strength.FIRM
    for clause in re.split("[，：]", sentence[:clause_start]):
        opening = "" if clause.startswith("争创") else prefix(clause, strive)
        if opening and not _MEANS.match(clause, len(opening)) and len(clause) > _NO_CLAUSE:
            return Strength.STRIVE if _one_list(sentence[:clause_start], clause) else Strength.FIRM
    return Strength.FIRM


def _one_list(before: str, clause: str) -> bool:
    """Whether only clauses with figures stand between the softened clause and this one."""
    rest = before[before.find(clause) :].strip("，：")
    return all(re.search(r"\d", part) for part in rest.split("，"))
