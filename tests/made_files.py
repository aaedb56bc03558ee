"""A plan's text saved the ways offices save it: Word, web page, PDF, workbook."""

import html
import re
import shutil
import subprocess
from io import BytesIO
from itertools import groupby, pairwise
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

| 类别 | 指标 | 2025年 | 2030年 | 年均/累计 | 指标属性 |
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


def drawn_pdf(*pages: list[tuple], rotate: int = 0, encrypt: bool = False, to_unicode: bool = True) -> bytes:
    """A PDF of words and lines at given places, in points from the lower left.

    A page is a list of (x, y, size, words) or (x, y, size, words, quarters turned), (x0, y0, x1, y1)
    for a line, ("image",) for a picture. The font is a standard one of no file; Chinese characters are one
    size wide, others half. Without ``to_unicode`` the characters are glyph numbers nobody can read.
    """
    objects: list[bytes] = [b"", b""]

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode())
        return len(objects)

    font = _font(add, to_unicode)
    image = add(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n\x00\nendstream"
    )
    kids = []
    for page in pages:
        content = "\n".join(_drawing(item) for item in page).encode()
        stream = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents {stream} 0 R "
                f"/Resources << /Font << /F {font} 0 R >> /XObject << /I {image} 0 R >> >> >>"
            )
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = (
        f"<< /Type /Pages /Kids [{' '.join(f'{k} 0 R' for k in kids)}] /Count {len(kids)} >>".encode()
    )
    locked = ""
    if encrypt:
        key = "<" + "ab" * 32 + ">"
        number = add(f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O {key} /U {key} >>")
        locked = f"/Encrypt {number} 0 R /ID [<01> <01>] "
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer\n<< /Size {size} /Root 1 0 R {locked}>>\nstartxref\n{start}\n%%EOF".encode()


def _font(add, to_unicode: bool) -> int:
    described = add(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>"
    )
    order = "GB1" if to_unicode else "Identity"
    below = add(
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering ({order}) /Supplement 2 >> /FontDescriptor {described} 0 R /DW 1000 /W [1 95 500 814 [500]] >>"
    )
    encoding = "UniGB-UCS2-H" if to_unicode else "Identity-H"
    return add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} "
        f"/DescendantFonts [{below} 0 R] >>"
    )


def _drawing(item: tuple) -> str:
    if item[0] == "image":
        return "q 200 0 0 200 100 100 cm /I Do Q"
    if isinstance(item[3], str):
        x, y, size, words, *turned = item
        turn = {0: "1 0 0 1", 1: "0 1 -1 0", 2: "-1 0 0 -1", 3: "0 -1 1 0", 0.5: "0.7 0.7 -0.7 0.7"}[
            turned[0] if turned else 0
        ]
        return f"BT /F {size} Tf {turn} {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET"
    x0, y0, x1, y1 = item
    return f"0.5 w {x0} {y0} m {x1} {y1} l S"


def ruled(columns: list[float], rows: list[float], missing: tuple = ()) -> list[tuple]:
    """Lines of a grid; missing: (x0, y0, x1, y1) that are not drawn."""
    lines = [(a, y, b, y) for y in rows for a, b in pairwise(columns)]
    lines += [(x, b, x, a) for x in columns for a, b in pairwise(rows)]
    return [line for line in lines if line not in missing]
