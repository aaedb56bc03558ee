"""A report as PDF by Typst: the same layout as the DOCX, with the fonts this machine has."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from lantu.reports.content import Report
from lantu.reports.layout import AREA, CHARACTERS, LATIN, LAYOUTS, POINTS_PER_MM, SHORT, Face, Layout
from lantu.reports.signing import placed
from lantu.reports.title_lines import letterhead_size
from lantu.reports.told import Data, told
from lantu.texts import Language
from lantu.values import InputError, msg

_STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")
_CLOSER = 0.02  # points a character is narrower than 156 mm / 28, so that rounding never drops the 28th
_SCRIPTS = {
    Language.ZH: ("zh", "CN", "hans"),
    Language.HANT: ("zh", "TW", "hant"),
    Language.EN: ("en", "GB", "latn"),
}


def to_pdf(report: Report, at: datetime) -> bytes:
    """Write the report as PDF/A-2a and PDF/UA-1: text that can be selected, tagged for screen readers.

    at: the instant written into the file; the same report, instant and fonts give the same bytes.

    Raises:
        InputError: the machine has no font for the report's language.
    """
    layout = LAYOUTS[report.language]
    _has_font(layout)
    data, telling = told(report)
    data["layout"] = _layout(layout, report)
    data["signature"] = [list(line) for line in placed(report)]
    _hold(report, data["body"])
    data["pieces"] = pieces(data.pop("body"))
    for attachment in data["attachments"]:
        attachment["pieces"] = pieces(attachment.pop("body"))
    source = files("lantu.reports").joinpath("templates/report.typ").read_bytes()
    given = {
        "main.typ": source,
        "report.json": json.dumps(data, ensure_ascii=False).encode(),
        **dict(telling.pictures),
    }
    return _compiled(given, int(at.timestamp()))


def _compiled(given: dict[str, bytes], second: int) -> bytes:
    """For archives and screen readers (PDF/A-2a, PDF/UA-1); plain PDF where a picture forbids that."""
    import typst

    reason = ""
    for standards in (_STANDARDS, ()):
        compiler = typst.Compiler(given, font_paths=_fonts())
        try:
            made = compiler.compile(format="pdf", timestamp=second, pdf_standards=list(standards))
            return made if isinstance(made, bytes) else b"".join(made or ())
        except typst.TypstError as fault:
            reason = str(fault)
    raise InputError(
        msg("排版程序没能生成 PDF：{reason}；请检查报告里的图，或改为生成 DOCX。", reason=reason)
    )


def _hold(report: Report, blocks: list[Data]) -> None:
    """Keep a short last paragraph with the signature, so that it does not stand alone on a page."""
    last = blocks[-1]
    short = last["kind"] == "paragraph" and sum(len(run["text"]) for run in last["runs"]) <= SHORT
    last["held"] = short and report.signed and not report.attachments


def pieces(blocks: Iterable[Data]) -> list[Data]:
    """Runs of blocks on upright sheets and in landscape; headings go with the table they introduce."""
    made: list[Data] = []
    waiting: list[Data] = []

    def add(found: list[Data], *, wide: bool) -> None:
        if not made or made[-1]["wide"] is not wide:
            made.append({"wide": wide, "blocks": []})
        made[-1]["blocks"] += found

    for block in blocks:
        waiting.append(block)
        if block["kind"] != "heading":
            add(waiting, wide=bool(block.get("wide")))
            waiting = []
    if waiting:
        add(waiting, wide=False)
    return made


def _layout(layout: Layout, report: Report) -> dict[str, Any]:
    language, region, script = _SCRIPTS[report.language]
    character = AREA[0] * POINTS_PER_MM / CHARACTERS if layout.grid else layout.body_size
    return {
        "body": _names(layout.body),
        "title": _names(layout.title),
        "levels": [_names(face) for face in layout.levels],
        "kaiti": _names(layout.kaiti),
        "song": _names(layout.song),
        "head": _names(layout.head),
        "latin": _names(LATIN),
        "lang": language,
        "region": region,
        "script": script,
        "size": layout.body_size,
        "headline": layout.title_size,
        "number": layout.number_size,
        "table": layout.table_size,
        "small": layout.small_size,
        "pitch": layout.line / 20,
        "character": character,
        "tracking": character - layout.body_size - _CLOSER if layout.grid else 0,
        "indent": layout.indent,
        "after": 0 if layout.grid else 6,
        "grid": layout.grid,
        "weight": "bold" if layout.bold else "regular",
        "dash": "—" if layout.grid else "–",
        "bullet": "——" if layout.grid else "–",
        "letterhead": letterhead_size(report.letterhead),
    }


@cache
def _fonts() -> Any:
    """The machine's fonts, looked for once per process."""
    import typst

    return typst.Fonts()


def _names(face: Face) -> list[str]:
    """The names of a face that this machine has; the last of all when it has none."""
    have = set(_fonts().families())
    return [name for name in face.all_names if name in have] or [face.all_names[-1]]


def _has_font(layout: Layout) -> None:
    have = set(_fonts().families())
    if layout.grid and not any(name in have for name in layout.body.all_names):
        raise InputError(
            msg(
                "这台机器没有中文字体，生成不了 PDF；请安装仿宋或思源宋体（{font}），或改为生成 DOCX。",
                font="Noto Serif CJK",
            )
        )
