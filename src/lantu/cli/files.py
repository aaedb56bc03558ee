"""Files named on the command line: read and written with a sentence for every way it can fail."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lantu.values import InputError, Problem, msg

if TYPE_CHECKING:
    from lantu.documents import Document


def read_document(path: Path, limit: int) -> "tuple[Document, tuple[Problem, ...]]":
    """Read a document of at most ``limit`` bytes, of any format; notes say what was noticed.

    Files of old office formats go through LibreOffice when it is installed. Raises InputError naming
    the file and what to do: missing, a folder, unreadable, too large, empty, damaged, not readable.
    """
    from lantu.cli import office
    from lantu.documents import converted, old_format, read_bytes

    data = read_file(path, limit)
    wanted = old_format(path.name, data) if len(data) <= limit else None
    program = office.office() if wanted else None
    if wanted is None or program is None:
        return read_bytes(path.name, data, limit)
    saved = office.convert(program, path.name, data, wanted)
    document, notes = read_bytes(f"{path.name}.{wanted}", saved, max(limit, len(saved)))
    said = Problem("converted", msg("旧格式文件已由 LibreOffice 转换为 {kind} 后读取。", kind=wanted), "note")
    return converted(document, path.name, data), (said, *notes)


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a file, at most one more than ``limit`` (which is enough to refuse it).

    Raises InputError naming the file and what to do: missing, a folder, not readable.
    """
    if path.is_dir():
        raise InputError(msg("“{name}”是文件夹，不是文件；请写明其中的规划文本。", name=path))
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError(msg("找不到文件“{name}”；请核对路径。", name=path)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(
            msg("文件“{name}”读不了（{why}）；请核对文件和权限。", name=path, why=why)
        ) from error
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file and move, so that an older file stays whole when writing fails.

    Raises InputError naming the file and why.
    """
    temporary: Path | None = None
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "Is a directory")
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise InputError(
            msg("结果不能写入“{name}”（{why}）；请换一个可写的位置。原有文件没有改动。", name=path, why=why)
        ) from error
