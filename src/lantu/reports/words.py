"""Words of a report: runs of text with emphasis and notes, checked when they are made."""

import re
from dataclasses import dataclass
from enum import StrEnum

from lantu.values import InputError, Message, msg

# Characters no XML file may hold, and those that only break a line where none should break.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SHOWN = 20


class Emphasis(StrEnum):
    """How a run stands out: bold, or in 楷体 as official documents set what they lean on."""

    NONE = "none"
    STRONG = "strong"
    KAITI = "kaiti"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line of text.

    note: a foot note that hangs on the end of the run; "" for none. Writers number the notes themselves.
    """

    text: str
    emphasis: Emphasis = Emphasis.NONE
    note: str = ""

    def __post_init__(self) -> None:
        check_text(self.text, lines=True)
        check_text(self.note)


Words = tuple[Run, ...]


def words(*parts: str | Run) -> Words:
    """Make runs of plain strings and runs; empty strings leave nothing behind."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in runs if run.text or run.note)


def text_of(runs: Words) -> str:
    """The words without emphasis and notes."""
    return "".join(run.text for run in runs)


def check_text(text: str, *, lines: bool = False) -> None:
    """Refuse control characters; a line end (LF) is allowed where ``lines`` says so.

    Raises:
        InputError: the text holds a character that no document can carry.
    """
    found = _FORBIDDEN.search(text.replace("\n", "") if lines else text)
    if found is not None:
        raise InputError(
            msg(
                "报告文字“{text}”中有不能写入文件的控制字符 U+{code}；请删去后再生成。",
                text=shown(text),
                code=f"{ord(found.group()):04X}",
            )
        )


def shown(text: str) -> str:
    """The beginning of a text, fit to stand in an error sentence."""
    clean = _FORBIDDEN.sub(" ", text)
    return clean if len(clean) <= _SHOWN else clean[:_SHOWN] + "…"


def need(true: bool, message: Message) -> None:
    """Raise InputError with the message unless the condition holds."""
    if not true:
        raise InputError(message)
