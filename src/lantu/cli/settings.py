"""Settings: one table of name, default and help; the environment is passed in, never looked up elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantu.texts import Language
from lantu.values import InputError, Message, msg


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, its default and a sentence of help."""

    name: str
    default: str
    help: Message


DATABASE = Setting(
    "LANTU_DATABASE",
    "sqlite:///lantu.sqlite3",
    msg("数据库地址：sqlite:///文件 或 postgresql+psycopg://用户:口令@主机/库名。"),
)
LANGUAGE = Setting("LANTU_LANGUAGE", "zh", msg("命令行输出的语言：zh、zh-Hant 或 en。"))
SIZE_LIMIT = Setting("LANTU_SIZE_LIMIT", "50", msg("能读入的单个文件的上限，单位 MB。"))

SETTINGS = (DATABASE, LANGUAGE, SIZE_LIMIT)


def value(setting: Setting, environ: Mapping[str, str]) -> str:
    """The value in force: the environment's, else the default."""
    return environ.get(setting.name, "").strip() or setting.default


def language(environ: Mapping[str, str]) -> Language:
    """The language of the command line; raises InputError for one that does not exist."""
    text = value(LANGUAGE, environ)
    try:
        return Language(text)
    except ValueError:
        raise InputError(
            msg(
                "设置 {name} 的值“{text}”不对；可以是 {known}。",
                name=LANGUAGE.name,
                text=text,
                known="、".join(Language),
            )
        ) from None


def size_limit(environ: Mapping[str, str]) -> int:
    """The largest file read, in bytes; raises InputError when the setting is no positive number."""
    text = value(SIZE_LIMIT, environ)
    try:
        limit = float(text)
    except ValueError:
        limit = 0.0
    if not 0 < limit < 1e6:
        raise InputError(
            msg("设置 {name} 的值“{text}”不对；应是正数，单位 MB。", name=SIZE_LIMIT.name, text=text)
        )
    return int(limit * 1024 * 1024)
