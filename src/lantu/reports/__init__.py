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
from lantu.reports.html import to_html
from lantu.reports.pdf import to_pdf
from lantu.reports.table import Align, Cell, Column, Row, Table, cell, row
from lantu.reports.words import Emphasis, Run, Words, words
from lantu.reports.xlsx import to_xlsx

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
    "items",
    "note",
    "para",
    "row",
    "to_docx",
    "to_html",
    "to_pdf",
    "to_xlsx",
    "words",
]
