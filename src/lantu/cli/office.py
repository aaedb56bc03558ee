"""Old office files through LibreOffice, when installed: .doc, .wps to .docx, .xls, .et to .xlsx."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from lantu.values import InputError, msg

TIMEOUT = 120.0
_NAMES = ("soffice", "libreoffice")
# No macro runs, and no link is followed, because the profile is empty and new each time.
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")


def office() -> str | None:
    """Path of LibreOffice, None when it is not there."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def convert(program: str, name: str, data: bytes, to: str, timeout: float = TIMEOUT) -> bytes:
    """The file saved as ``to`` (``docx`` or ``xlsx``).

    Works in a folder of its own with a profile of its own, so that an open LibreOffice is left
    alone and two conversions do not meet. Raises InputError when LibreOffice cannot read the file or
    takes longer than ``timeout`` seconds.
    """
    with tempfile.TemporaryDirectory(prefix="lantu-office-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"source.{_ending(name)}"
        source.write_bytes(data)
        made = Path(folder) / "out" / f"source.{to}"
        command = [
            program,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            *_OPTIONS,
            "--convert-to",
            to,
            "--outdir",
            str(made.parent),
            str(source),
        ]
        if not _run(command, folder, timeout):
            raise InputError(
                msg(
                    "文件“{name}”用 LibreOffice 转换超过 {seconds} 秒，已停止；"
                    "请用 Word 或 WPS 另存为 {to} 再读。",
                    name=name,
                    seconds=f"{timeout:.0f}",
                    to=to,
                )
            )
        if not made.is_file():
            raise InputError(
                msg(
                    "文件“{name}”用 LibreOffice 转换不成；请用 Word 或 WPS 另存为 {to} 再读。",
                    name=name,
                    to=to,
                )
            )
        return made.read_bytes()


def _run(command: list[str], folder: str, timeout: float) -> bool:
    """Run to the end; False when it took too long. Its children end with it."""
    with subprocess.Popen(  # noqa: S603 (a fixed command, no shell)
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            return False
    return True


def _ending(name: str) -> str:
    """The file's own ending when it is a plain one: LibreOffice knows .wps and .et by it."""
    ending = name.rpartition(".")[2].lower()
    return ending if ending.isascii() and ending.isalnum() and len(ending) <= 5 else "doc"
