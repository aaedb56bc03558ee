"""Opens a workbook somebody filled in, within bounds."""

import zipfile
from io import BytesIO
from typing import Any

from lantu.values import Message, msg

SIZE_LIMIT = 5 * 1024 * 1024
UNPACKED_LIMIT = 50 * 1024 * 1024


class Unreadable(Exception):
    """The file is not the workbook it should be; ``message`` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def opened(data: bytes) -> Any:
    """The workbook (openpyxl). Raises Unreadable when it is too large or none that can be opened."""
    import openpyxl

    if len(data) > SIZE_LIMIT:
        raise Unreadable(
            msg(
                "录入表有 {size} MB，超过上限 {limit} MB；请用下载的空表重填。",
                size=round(len(data) / 1048576, 1),
                limit=SIZE_LIMIT // 1048576,
            )
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > UNPACKED_LIMIT:
            raise Unreadable(msg("录入表解开后过大，不像是填好的表；请用下载的空表重填。"))
        return openpyxl.load_workbook(BytesIO(data))
    except Unreadable:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers do on a file that is not a workbook
        raise Unreadable(msg("文件不是能打开的 XLSX 工作簿；请用下载的空表填写，并另存为 .xlsx。")) from error
