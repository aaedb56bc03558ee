"""Reports made up for tests: a long one with everything in it, and how to turn a file into pages."""

import shutil
import subprocess
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.reports import (
    Align,
    Attachment,
    Column,
    Emphasis,
    Figure,
    Heading,
    Report,
    Run,
    Table,
    cell,
    items,
    note,
    para,
    row,
)
from lantu.texts import Language

AT = datetime(2026, 11, 5, 8, tzinfo=UTC)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="260" viewBox="0 0 600 260">'
    '<rect width="600" height="260" fill="#fff"/>'
    '<polyline points="40,200 180,150 320,120 460,90 560,60" fill="none" stroke="#1f4e8c" stroke-width="3"/>'
    '<text x="40" y="30" font-size="18">地区生产总值（亿元）</text></svg>'
).encode()
LONG = (
    "海州省坚持稳中求进工作总基调，加快推进重大工程建设，经济运行总体平稳，主要指标好于预期，"
    "“十四五”规划目标任务总体进展顺利。"
)


def figures(count: int) -> Table:
    """Upright, with a head of two rows and merged cells; breaks over pages when it is long."""
    columns = (
        Column(6, Align.CENTRE),
        Column(16),
        Column(8, Align.CENTRE),
        Column(8, Align.RIGHT),
        Column(8, Align.RIGHT),
    )
    header = (
        row(cell("序号", rows=2), cell("指标", rows=2), cell("属性", rows=2), cell("数值", columns=2)),
        row("2020年", "2025年"),
    )
    rows = tuple(
        row(
            str(place),
            f"第{place}项指标（%）",
            "预期性" if place % 2 else "约束性",
            cell(f"{place}.50", value=Decimal(f"{place}.50")),
            cell(f"{place + 1}.25", value=Decimal(f"{place + 1}.25")),
        )
        for place in range(1, count + 1)
    )
    notes = ("2025年为初步核算数。", "属性以规划为准。")
    return Table("主要指标进展情况", columns, header, rows, unit="%", notes=notes)


def cities(count: int) -> Table:
    """Wide: a column for each year."""
    columns = (Column(8), *[Column(5, Align.RIGHT)] * 11)
    rows = tuple(
        row(
            f"第{place}市",
            *(cell(f"{place}{year:02}", value=Decimal(f"{place}{year:02}")) for year in range(11)),
        )
        for place in range(1, count + 1)
    )
    header = (row("地区", *(f"{year}年" for year in range(2020, 2031))),)
    return Table("各市分年度目标", columns, header, rows, unit="亿元", notes=("按在地统计。",), wide=True)


def full_report(language: Language = Language.ZH, **changes: object) -> Report:
    """Every kind of block, attachments with and without bodies, a table in landscape in the middle."""
    body = (
        para(LONG, Run("国家统计局公布的初步核算数", note="还要经过最终核实。"), "为33182.9亿元。"),
        Heading(1, "总体评价"),
        para(LONG * 3),
        Heading(2, "主要目标进展情况"),
        para(Run("一是总量目标。", Emphasis.KAITI), LONG, Run("重点关注能耗强度。", Emphasis.STRONG)),
        Heading(3, "经济发展"),
        Heading(4, "增速"),
        para(LONG * 2),
        figures(40),
        Figure(SVG, "折线：2021年至2025年逐年上升", "地区生产总值走势", 0.8),
        items("落实政策；", LONG),
        items("完善制度；", "强化核定。", ordered=True),
        note("本节数字均来自公开出版物。"),
        Heading(1, "分地区情况"),
        Heading(2, "目标分解"),
        cities(40),
        *[para(LONG)] * 20,
        items("甲；", "乙。", ordered=True),
        Heading(1, "下一步工作建议"),
        para(LONG),
    )
    given: dict[str, object] = {
        "title": "关于海州省国民经济和社会发展第十四个五年规划纲要实施情况的总结评估报告",
        "issuer": "海州省发展和改革委员会",
        "day": date(2026, 11, 5),
        "body": body,
        "number": "海发改规划〔2026〕12号",
        "addressee": "省人民政府",
        "attachments": (
            Attachment("主要指标完成情况表", (figures(3),)),
            Attachment("分市目标分解表", (cities(3),)),
            Attachment("参考资料"),
        ),
        "remark": "联系人：某某",
        "language": language,
        "subject": "规划实施评估",
        "keywords": ("规划", "评估"),
    }
    return Report(**{**given, **changes})  # type: ignore[arg-type]


def office_pdf(data: bytes, folder: Path, suffix: str = "docx") -> bytes:
    """The file as LibreOffice shows it; the test is skipped where LibreOffice is not installed."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice not found: apt-get install libreoffice-writer (it is optional)")
    source = folder / f"report.{suffix}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "report.pdf").read_bytes()


MM = 25.4 / 72
Line = tuple[float, float, float, str]
"""Top from the sheet's upper edge, left, right (millimetres), words."""


def pdf_lines(data: bytes, place: int) -> tuple[tuple[float, float], list[Line]]:
    """Size of a page in millimetres and its lines from the top, characters told apart by their base lines."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        page = document[place]
        size = (page.get_width() * MM, page.get_height() * MM)
        words = page.get_textpage()
        boxes = []
        for at in range(words.count_chars()):
            letter = words.get_text_range(at, 1)
            if letter.strip():
                left, bottom, right, top = words.get_charbox(at, loose=True)
                boxes.append(((bottom + top) / 2 * MM, left * MM, right * MM, letter))
    lines: list[list[tuple[float, float, float, str]]] = []
    for box in sorted(boxes, key=lambda one: -one[0]):
        if lines and abs(lines[-1][0][0] - box[0]) < 2.5:
            lines[-1].append(box)
        else:
            lines.append([box])
    made = []
    for line in lines:
        line.sort(key=lambda one: one[1])
        middle = size[1] - line[0][0]
        made.append((middle, line[0][1], max(one[2] for one in line), "".join(one[3] for one in line)))
    return size, made


def page_count(data: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return len(document)
