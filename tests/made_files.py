"""A plan's text saved the ways offices save it: Word, web page, PDF, workbook."""

import html
import re
import shutil
import subprocess
from io import BytesIO
from itertools import groupby
from pathlib import Path

from docx import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

ZIP_TIME = (2026, 1, 1, 0, 0, 0)
ROWS = list[list[str]]

# An outline whose main table has merged category cells, a header of two rows and a note, all made up.
SHORT_PLAN = """\
临川省国民经济和社会发展第十五个五年规划纲要

第一章 发展基础

“十四五”时期，全省地区生产总值由2020年的6100亿元增加到2025年的8300亿元，年均增长5.2%。

第二章 主要目标

到2030年，常住人口城镇化率达到66%以上，五年城镇新增就业80万人，新建省级工程研究中心35家。

专栏1 “十五五”时期主要指标

| 类别 | 指标 | 2025年 | 2030年 | 年均/累计 | 属性 |
|---|---|---|---|---|---|
| 经济发展 | 1.地区生产总值增长（%） | 5.2 | — | 5左右 | 预期性 |
| 经济发展 | 2.常住人口城镇化率（%） | 62.4 | ≥66 | — | 预期性 |
| 民生福祉 | 3.城镇调查失业率（%） | 5.1 | — | ＜5.5 | 预期性 |
| 民生福祉 | 4.每千人口拥有执业（助理）医师数（人） | 3.6 | 4.1 | — | 预期性 |
| 民生福祉 | 5.人均预期寿命（岁） | 79.2* | 80.5 | — | 预期性 |
| 绿色低碳 | 6.森林覆盖率（%） | 38.5 | 39.2 | — | 约束性 |
| 绿色低碳 | 7.单位地区生产总值二氧化碳排放降低（%） | 〔15.8〕 | — | 〔17〕 | 约束性 |

注：①〔〕内为五年累计数。②带*的为2024年数据。

第三章 重点任务

第一节 建设现代化产业体系

一、壮大优势产业

培育产值超500亿元的产业集群4个，到2030年规模以上工业企业数字化改造覆盖率达到90%。

（一）改造老旧园区18个，每年引进博士100名左右。

（二）新增高标准农田60万亩，畜禽粪污综合利用率稳定在85%以上。

第二节 改善民生

二、健全公共服务

新建改扩建普通高中40所，新增学位3.5万个，每千人口拥有托位数不少于5个。
"""


def parts(text: str) -> list[str | ROWS]:
    """Paragraphs and tables of a plan's text."""
    made: list[str | ROWS] = []
    lines = [line for line in text.splitlines() if line.strip()]
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_table:
            rows = [[cell.strip() for cell in line.strip("| \n").split("|")] for line in group]
            made.append([row for row in rows if not set("".join(row)) <= set("-:")])
        else:
            made += group
    return made


def merges(rows: ROWS, column: int = 0) -> list[tuple[int, int]]:
    """(first, last) rows whose category is the same."""
    found, start = [], 1
    for index in range(2, len(rows) + 1):
        if index == len(rows) or rows[index][column] != rows[start][column]:
            found.append((start, index - 1))
            start = index
    return found


def as_docx(text: str, *, automatic: bool = False) -> bytes:
    """A Word file; with ``automatic`` the numbers of headings come from numbering.xml."""
    word = Word()
    numbers = _Numbers(word) if automatic else None
    for part in parts(text):
        if isinstance(part, str):
            label, rest = split_label(part) if numbers else ("", part)
            paragraph = word.add_paragraph(rest)
            if numbers and label:
                numbers.number(paragraph, label)
            continue
        table = word.add_table(len(part), len(part[0]), "Table Grid")
        for r, row in enumerate(part):
            for c, words in enumerate(row):
                table.cell(r, c).text = words
        for first, last in merges(part):
            for r in range(first + 1, last + 1):
                table.cell(r, 0).text = ""
            merged = table.cell(first, 0).merge(table.cell(last, 0))
            merged.text = part[first][0]
    out = BytesIO()
    word.save(out)
    return out.getvalue()


LABELS = {
    0: (r"第[一二三四五六七八九十]+篇 ", "第%1篇", "chineseCountingThousand", "space"),
    1: (r"第[一二三四五六七八九十]+章 ", "第%2章", "chineseCountingThousand", "tab"),
    2: (r"第[一二三四五六七八九十]+节 ", "第%3节", "chineseCounting", "space"),
    3: (r"[一二三四五六七八九十]+、", "%4、", "chineseCountingThousand", "nothing"),
    4: (r"（[一二三四五六七八九十]+）", "（%5）", "chineseCounting", "nothing"),
}


def split_label(paragraph: str) -> tuple[str, str]:
    for pattern, *_ in LABELS.values():
        if match := re.match(pattern, paragraph):
            return match[0], paragraph[match.end() :]
    return "", paragraph


class _Numbers:
    """One multilevel list; chapters count through the parts, sections begin anew."""

    def __init__(self, word) -> None:
        levels = ""
        for level, (_, shown, form, behind) in LABELS.items():
            restart = '<w:lvlRestart w:val="0"/>' if level in (1, 3) else ""
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{restart}'
                f'<w:suff w:val="{behind}"/><w:lvlText w:val="{shown}"/></w:lvl>'
            )
        root = word.part.numbering_part.element
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
        root.insert(0, abstract)
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def number(self, paragraph, label: str) -> None:
        level = next(n for n, (pattern, *_) in LABELS.items() if re.fullmatch(pattern, label))
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
        assert properties.find(qn("w:numPr")) is not None


STYLE = """
body { font-family: 'Noto Serif CJK SC'; font-size: 16px; text-align: justify; }
p { text-indent: 2em; margin: 0; line-height: 1.9; }
h1 { text-align: center; font-size: 26px; } h2 { text-align: center; font-size: 20px; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid black; padding: 4px; font-weight: normal }
"""


def as_html(text: str, *, style: str = STYLE, charset: str = "utf-8") -> str:
    """A web page with merged category cells."""
    body = []
    for index, part in enumerate(parts(text)):
        if isinstance(part, str):
            tag = "h1" if not index else "h2" if re.match("第.{1,3}[篇章节] ", part) else "p"
            body.append(f"<{tag}>{html.escape(part)}</{tag}>")
            continue
        spans = {first: last - first + 1 for first, last in merges(part)}
        rows = ["".join(f"<th>{cell}</th>" for cell in part[0])]
        for index_of_row, row in enumerate(part[1:], 1):
            cells = [html.escape(cell) for cell in row]
            first = f'<td rowspan="{spans[index_of_row]}">{cells[0]}</td>' if index_of_row in spans else ""
            rows.append(first + "".join(f"<td>{cell}</td>" for cell in cells[1:]))
        body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><style>{style}</style></head>'
        f"<body>{''.join(body)}</body></html>"
    )


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def as_pdf(page: str, folder: Path, *, heads: bool = False) -> bytes:
    """A web page printed by Chromium; with ``heads`` date, title and page numbers on each sheet."""
    source, out = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    if not heads:
        options.append("--no-pdf-header-footer")
    subprocess.run(
        [chromium(), *options, f"--print-to-pdf={out}", source.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out.read_bytes()
