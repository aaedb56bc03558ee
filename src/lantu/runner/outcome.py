"""What became of one input, and how a fault becomes a record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from lantu.values import LantuError, Problem, msg

I = TypeVar("I")  # noqa: E741 - input
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[I, R]):
    """One input with its result or its problem.

    index: place of the input, counted from 0; value: what the function returned, None when it failed;
    problem: why it failed, None when it did not. Codes: ``input`` (an error with a sentence of its own),
    ``unexpected`` (any other exception), ``worker-lost`` (the process died).
    """

    index: int
    input: I
    value: R | None
    problem: Problem | None = None

    @property
    def failed(self) -> bool:
        """Whether there is no result."""
        return self.problem is not None


def attempt(function: Callable[[I], R], value: I) -> tuple[R | None, Problem | None]:
    """Result and None, or None and the problem; no exception of the function gets out."""
    try:
        return function(value), None
    except LantuError as error:
        return None, Problem("input", error.message, "error")
    except Exception as error:  # whatever it is, it belongs to this input alone
        return None, unexpected(error)


def unexpected(error: BaseException) -> Problem:
    """The problem of an exception nobody foresaw."""
    message = msg(
        "处理时出现意外错误（{kind}：{why}），这一份没有结果，其余不受影响；请把这份文件和此句一并反馈。",
        kind=type(error).__name__,
        why=str(error) or "-",
    )
    return Problem("unexpected", message, "error")


def worker_lost(code: object) -> Problem:
    """The problem of an input whose process died."""
    message = msg(
        "处理这一份的进程中途被终止（退出码 {code}，多为内存不足），其余不受影响；"
        "请减少 --workers 或单独再读这一份。",
        code=code,
    )
    return Problem("worker-lost", message, "error")
