"""The name a reader signs with, remembered in this browser until there are accounts."""

from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import Response

from lantu.values import InputError, msg

NAME_COOKIE = "lantu_name"
NAME_LONGEST = 30
YEAR = 365 * 24 * 3600


def signed(request: Request) -> str:
    """The name remembered, "" for none."""
    name = unquote(request.cookies.get(NAME_COOKIE, ""))
    return name if len(name) <= NAME_LONGEST and name.isprintable() else ""


def remember_name(response: Response, typed: str) -> None:
    """Remember a name. Raises InputError for one that is too long or holds unprintable signs."""
    name = " ".join(typed.split())
    if len(name) > NAME_LONGEST or not name.isprintable():
        raise InputError(msg("署名最多 {n} 个字，不能有特殊符号；请写姓名或处室。", n=NAME_LONGEST))
    response.set_cookie(NAME_COOKIE, quote(name), max_age=YEAR, httponly=True, samesite="strict", path="/")
