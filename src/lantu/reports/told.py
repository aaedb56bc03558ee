"""A report as plain data: everything numbered and put into words, for templates (HTML, PDF)."""

from dataclasses import dataclass, field
from typing import Any

from lantu.reports.content import Attachment, Block, Figure, Heading, List, Note, Paragraph, Report
from lantu.reports.layout import MANY, TITLE_WIDTH
from lantu.reports.numbering import (
    Numbered,
    Numbering,
    attachment_label,
    caption,
    day_text,
    note_text,
    remark_text,
    say,
    table_notes,
)
from lantu.reports.pictures import size
from lantu.reports.table import Placed, Table, by_row
from lantu.reports.title_lines import title_lines
from lantu.reports.words import Words
from lantu.texts import Language
from lantu.values import msg

Data = dict[str, Any]


@dataclass(slots=True)
class Telling:
    """Counts notes and pictures through the whole document.

    notes: texts of foot notes in order. pictures: (name, bytes) in order.
    """

    language: Language
    notes: list[str] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)


def told(report: Report) -> tuple[Data, Telling]:
    """The report as data of JSON's kinds, and its notes and pictures."""
    telling = Telling(report.language)
    numbering = Numbering(report.language)
    data: Data = {
        "language": report.language.value,
        "title": title_lines(report.title, TITLE_WIDTH),
        "issuer": report.issuer,
        "number": report.number,
        "letterhead": report.letterhead,
        "addressee": _addressee(report),
        "day": day_text(report),
        "date": report.day.isoformat(),
        "signed": report.signed,
        "sealed": report.sealed,
        "remark": remark_text(report.remark, report.language) if report.remark else "",
        "subject": report.subject,
        "keywords": list(report.keywords),
        "body": _blocks(telling, numbering, report.body),
        "named": {
            "word": say(msg("附件："), report.language),
            "names": [one.title.replace("\n", "") for one in report.attachments],
        },
        "attachments": [
            _attachment(telling, numbering, report, place)
            for place, one in enumerate(report.attachments)
            if one.body
        ],
    }
    return data, telling


def _addressee(report: Report) -> str:
    if not report.addressee:
        return ""
    return report.addressee + (":" if report.language is Language.EN else "：")


def _attachment(telling: Telling, numbering: Numbering, report: Report, place: int) -> Data:
    one: Attachment = report.attachments[place]
    return {
        "place": place + 1,
        "label": attachment_label(report, place),
        "title": title_lines(one.title, TITLE_WIDTH),
        "body": _blocks(telling, numbering, one.body),
    }


def _blocks(telling: Telling, numbering: Numbering, blocks: tuple[Block, ...]) -> list[Data]:
    return [_block(telling, one) for one in numbering.over(blocks)]


def _block(telling: Telling, one: Numbered) -> Data:
    match one.block:
        case Heading(level=level, text=text):
            space = " " if one.label and telling.language is Language.EN else ""
            return {"kind": "heading", "level": level, "text": one.label + space + text}
        case Paragraph(runs=runs, indent=indent):
            return {"kind": "paragraph", "runs": _runs(telling, runs), "indent": indent}
        case List(items=items, ordered=ordered):
            return {"kind": "list", "items": [_runs(telling, item) for item in items], "ordered": ordered}
        case Table() as table:
            return _table(telling, table, one.label)
        case Figure() as figure:
            return _figure(telling, figure, one.label)
        case Note(runs=runs):
            return {"kind": "note", "runs": _runs(telling, note_text(runs, telling.language))}


def _runs(telling: Telling, runs: Words) -> list[Data]:
    made = []
    for run in runs:
        number = 0
        if run.note:
            telling.notes.append(run.note)
            number = len(telling.notes)
        made.append({"text": run.text, "emphasis": run.emphasis.value, "note": run.note, "number": number})
    return made


def _table(telling: Telling, table: Table, label: str) -> Data:
    language = telling.language
    return {
        "kind": "table",
        "caption": caption(label, table.title, language) if table.title else "",
        "unit": say(msg("单位：{unit}", unit=table.unit), language) if table.unit else "",
        "shares": list(table.shares()),
        "head": [
            [_cell(telling, table, one, "center") for one in line]
            for line in by_row(table.head_cells(), len(table.header))
        ],
        "rows": [
            [_cell(telling, table, one, "") for one in line]
            for line in by_row(table.body_cells(), len(table.rows))
        ],
        "notes": table_notes(table, language),
        "wide": table.wide,
        "small": len(table.columns) > MANY[table.wide],
    }


def _cell(telling: Telling, table: Table, one: Placed, align: str) -> Data:
    own = one.cell.align.value if one.cell.align else align or table.columns[one.column].align.value
    return {
        "runs": _runs(telling, one.cell.runs),
        "columns": one.cell.columns,
        "rows": one.cell.rows,
        "align": own,
    }


def _figure(telling: Telling, figure: Figure, label: str) -> Data:
    across, down = size(figure)
    name = f"figure-{len(telling.pictures) + 1}.{figure.kind}"
    telling.pictures.append((name, figure.data))
    return {
        "kind": "figure",
        "name": name,
        "alt": figure.alt,
        "caption": caption(label, figure.title, telling.language) if figure.title else "",
        "width": figure.width,
        "ratio": down / across,
    }
