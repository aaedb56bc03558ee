"""A form with a file, read in memory alone: the file never touches a disk."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from lantu.values import InputError, msg

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
"""Bytes a draft may have."""
_AROUND = 64 * 1024
"""Bytes of the other fields and the wrapping."""
_PATIENCE = 10 * LARGEST
"""Bytes of a body too large that are let by before it is cut off."""


class _InMemory(MultiPartParser):
    # The library spools a larger file to the disk; a draft must not be left there.
    spool_max_size = LARGEST + _AROUND


@dataclass(frozen=True, slots=True)
class Upload:
    """A submitted form: its typed fields, the name and bytes of its file ("" and b"" for none)."""

    fields: Mapping[str, str]
    name: str
    data: bytes


async def read_upload(request: Request) -> Upload:
    """Read a submitted form with at most one file.

    Raises InputError for one that is too large, of unknown size, or not sent as a form with a file.
    """
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LARGEST + _AROUND:
        await _pass_over(request)
        raise InputError(
            msg("文件太大，超过 {limit} MB，没有读取；请拆分后再核对。", limit=LARGEST // MEGABYTE)
        )
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise InputError(msg("没有收到文件；请回到核数页选文件。"))
    try:
        form = await _InMemory(request.headers, request.stream(), max_files=1, max_fields=20).parse()
    except MultiPartException as error:
        raise InputError(msg("表单没有收全；请回到核数页再交一次。")) from error
    try:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        file = next((value for value in form.values() if isinstance(value, UploadFile)), None)
        return Upload(fields, (file.filename or "") if file else "", await file.read() if file else b"")
    finally:
        await form.close()


async def _pass_over(request: Request) -> None:
    """Let a body go by without keeping it: a browser cut off while sending would show no sentence."""
    passed = 0
    async for part in request.stream():
        passed += len(part)
        if passed > _PATIENCE:
            return
