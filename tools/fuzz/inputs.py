"""Where the fuzzer starts from, and how it changes what it has."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENDINGS = ("txt", "md", "html", "docx", "xlsx", "pdf")
_WORDS = (
    "第一章 目标\n/第二节 任务。/专栏3 工程\n/（一）/1./一、/①/到2030年，/达到/不低于/50%以上/10亿元/"
    "年均增长/翻一番/全覆盖/各/由省财政厅牵头/（省教育厅负责）/| 指标 | 2025年 |\n|---|---|\n/"
    "<table><tr><td rowspan=3>/<br>/〔14.5〕/\u3000/\n/\r\n/\f/“/”/《/》/。/；/……/遼寧/零/十四五/２０３０年/"
    "𠀀/\u200b/注：①/[10]/>7/左右"
)
WORDS = tuple(_WORDS.split("/"))
Input = tuple[str, bytes]


def seeds() -> list[Input]:
    """Texts and documents to start from: the example, pieces of real plans if there are any, all formats."""
    shared = Path(os.environ.get("LANTU_SHARED", ROOT.parent / "shared"))
    texts = [*sorted((ROOT / "examples").glob("*.txt")), *sorted((shared / "plans").glob("*.txt"))]
    found: list[Input] = []
    for path in texts:
        text = path.read_text(encoding="utf-8")
        found += [("a.txt", text[at : at + 4000].encode()) for at in range(0, len(text), 12_000)]
        found.append(("a.txt", text[:3000].encode("gb18030")))
    found += [("a.html", b"<html><body>" + data + b"</body></html>") for _, data in found[:3]]
    return [*found, *_office()]


def _office() -> Iterator[Input]:
    from io import BytesIO

    import docx
    import openpyxl

    paper, stream = docx.Document(), BytesIO()
    paper.add_heading("第一章 目标")
    paper.add_paragraph("到2030年，粮食产量达到2500万吨以上。")
    table = paper.add_table(3, 4)
    for number, row in enumerate(table.rows):
        for cell, words in zip(row.cells, ("1", "城镇化率（%）", "73", f"{75 + number}"), strict=True):
            cell.text = words
    paper.save(stream)
    yield "a.docx", stream.getvalue()
    book, stream = openpyxl.Workbook(), BytesIO()
    for row in (("序号", "指标", "2025年", "2030年"), (1, "城镇化率（%）", 73, 75.5)):
        book.active.append(row)
    book.save(stream)
    yield "a.xlsx", stream.getvalue()


def mutated(rng: random.Random, corpus: list[Input]) -> Input:
    """An input made from the corpus: noise, text cut, doubled, spliced and salted, or bytes flipped."""
    kind = rng.random()
    if kind < 0.05:
        return f"a.{rng.choice(ENDINGS)}", rng.randbytes(rng.randrange(3000))
    name, data = rng.choice(corpus)
    if kind < 0.25 or name.rpartition(".")[2] not in {"txt", "html"}:
        changed = bytearray(data)
        for _ in range(rng.randrange(1, 20)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        return name, bytes(changed)
    text = data.decode("utf-8", "replace")
    for _ in range(rng.randrange(1, 12)):
        text = _changed(rng, text, corpus)
    if rng.random() < 0.02:  # a long one, for the time
        text *= 100_000 // max(1, len(text)) + 1
    return (name if rng.random() < 0.9 else "a.md"), text.encode("utf-8", "surrogatepass")


def _changed(rng: random.Random, text: str, corpus: list[Input]) -> str:
    at, to = sorted((rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)))
    to = min(to, at + 400)
    before, middle, after = text[:at], text[at:to], text[to:]
    other = rng.choice(corpus)[1].decode("utf-8", "replace")
    start = rng.randrange(len(other) + 1)
    odd = chr(rng.choice((rng.randrange(32, 0xD800), rng.randrange(0x1F000, 0x20000))))
    digits = {ord("0") + n: "〇一二三四五六七八九"[n] for n in range(10)}
    made = (
        "",
        middle * rng.randrange(2, 5),
        "".join(rng.choices(WORDS, k=rng.randrange(1, 6))) + middle,
        other[start : start + 500],
        odd + middle,
        middle.translate(digits),
        middle.replace(rng.choice("。，；\n%年（、0 "), rng.choice(WORDS)),
    )
    return before + rng.choice(made) + after
