"""Files named on the command line: read with a sentence for every way it can fail."""

from pathlib import Path
from typing import TYPE_CHECKING

from lantu.values import InputError, Problem, msg

if TYPE_CHECKING:
    from lantu.documents import Document


def read_document(path: Path, limit: int) -> "tuple[Document, tuple[Problem, ...]]":
    """Read and decode a text file of at most ``limit`` bytes; notes say what was noticed.

    Raises InputError naming the file and what to do: missing, a folder, unreadable, too large,
    empty, of another format, not decodable.
    """
    from lantu.documents import read_bytes

    if path.is_dir():
        raise InputError(msg("“{name}”是文件夹，不是文件；请写明其中的规划文本。", name=path))
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)  # one more byte than allowed is enough to refuse it
    except FileNotFoundError as error:
        raise InputError(msg("找不到文件“{name}”；请核对路径。", name=path)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(
            msg("文件“{name}”读不了（{why}）；请核对文件和权限。", name=path, why=why)
        ) from error
    return read_bytes(path.name, data, limit)
