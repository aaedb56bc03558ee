"""Official documents: one content record, shown as DOCX, HTML, XLSX and PDF."""

from lantu.reports.content import (
    Attachment,
    Block,
    Figure,
    Heading,
    List,
    Note,
    Paragraph,
    Picture,
    Report,
    items,
    note,
    para,
)
from lantu.reports.docx import to_docx
from lantu.reports.table import Align, Cell, Column, Row, Table, cell, row
from lantu.reports.words import Emphasis, Run, Words, words

__all__ = [
    "Align",
    "Attachment",
    "Block",
    "Cell",
    "Column",
    "Emphasis",
    "Figure",
    "Heading",
    "List",
    "Note",
    "Paragraph",
    "Picture",
    "Report",
    "Row",
    "Run",
    "Table",
    "Words",
    "cell",
    "to_docx",
    "items",
    "note",
    "para",
    "row",
    "words",
]
