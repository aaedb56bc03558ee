"""Errors a user can act on. Each class fixes the exit code and the HTTP status in one place."""

from typing import ClassVar

from lantu.values.message import Message


class LantuError(Exception):
    """Base of all errors shown to users: one sentence with what, where, why and what to do."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class InputError(LantuError):
    """The file, figure or form given cannot be used as it is; nothing was written."""

    exit_code = 3
    http_status = 422


class NotFound(LantuError):
    """No plan, target or record of that name exists."""

    exit_code = 4
    http_status = 404


class Conflict(LantuError):
    """The record changed meanwhile, or the step is not allowed in its present state."""

    exit_code = 5
    http_status = 409
