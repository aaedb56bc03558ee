"""A form with a file, read in memory alone: the file never touches a disk."""

from fastapi import Request
from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException, MultiPartParser

from lantu.values import InputError, msg

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
"""Bytes a draft may have."""
_AROUND = 64 * 1024
"""Bytes of the other fields and the wrapping."""


class _InMemory(MultiPartParser):
    # The library spools a larger file to the disk; a draft must not be left there.
    spool_max_size = LARGEST + _AROUND


async def read_upload(request: Request) -> FormData:
    """Read a submitted form with at most one file.

    Raises InputError for one that is too large, of unknown size, or not sent as a form with a file.
    """
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LARGEST + _AROUND:
        raise InputError(
            msg("文件太大，超过 {limit} MB，没有读取；请拆分后再核对。", limit=LARGEST // MEGABYTE)
        )
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise InputError(msg("没有收到文件；请回到核数页选文件。"))
    try:
        return await _InMemory(request.headers, request.stream(), max_files=1, max_fields=20).parse()
    except MultiPartException as error:
        raise InputError(msg("表单没有收全；请回到核数页再交一次。")) from error
