"""What is no commitment: the parts of a plan that tell why, and sentences that tell how things are."""

import re
from functools import cache

from lantu.reading.lexicon import any_of
from lantu.reading.tense import looks_back
from lantu.reading.work.lexicon import Words, work

_NOTE = re.compile(r"\s*(?:注|备注|说明|资料来源|数据来源)\s*[：:]")
BODY = "body"
_LABEL_MOST = 6  # 略。
_PERIOD = re.compile(r"[，。；：！？\s”’）]+$")


def zone_of(title: str, plan_end: int | None) -> str:
    """Why text under a heading is context: ``review``, ``principle``, ``goal``.

    ``BODY`` when it says what is to be done, "" when it says nothing; title: in shadow script.
    """
    title = title.strip("。 ")
    if title.endswith(work().context.goal):
        return "goal"
    if title.endswith(work().context.principle):
        return "principle"
    if looks_back((title,), plan_end):
        return "review"
    return BODY if _says_what_to_do(title) else ""


@cache
def _verbs() -> Words:
    return Words(w for w in work().deeds.verbs if len(w) > 1)


def _says_what_to_do(title: str) -> bool:
    return bool(_verbs().at(title, 0, len(title)))


@cache
def _statement() -> re.Pattern[str]:
    words = work().context.statement
    long, short = (tuple(w for w in words if (len(w) > 1) is more) for more in (True, False))
    return re.compile(rf"(?:^|[，：])[^，。；：]{{0,40}}?{any_of(long)}|(?:^|[^但若只凡]){any_of(short)}")


@cache
def _result() -> re.Pattern[str]:
    return re.compile(rf"{any_of(work().context.result)}[，。；：！？\s”）]*$")


@cache
def _appeal() -> re.Pattern[str]:
    return re.compile(any_of(work().context.appeal))


def appeals(text: str) -> bool:
    """Whether a sentence calls people together."""
    return bool(_appeal().search(text))


def is_note(text: str) -> bool:
    """Whether a passage is a note (注：…)."""
    return bool(_NOTE.match(text))


def reason(text: str) -> str:
    """Why a sentence without deeds is context: ``label``, ``statement``, ``result``, or "" for unresolved."""
    plain = text.strip()
    if plain.endswith(("：", ":")):
        return "label"
    if _statement().search(plain):
        return "statement"
    if any(_result().search(clause) for clause in re.split("[，；]", plain) if clause):
        return "result"
    if len(_PERIOD.sub("", plain)) <= _LABEL_MOST:
        return "label"
    return ""
