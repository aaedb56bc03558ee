"""The draft itself with a comment at each figure that asks for a look; nothing else of it is changed.

Comments are those of Word (ECMA-376 Part 1, 17.13.4): a range in the text, its reference, the words in a
part of their own. Comments that are there already stay, and numbers go on behind theirs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from lantu.check import Finding, Report
from lantu.documents import Kind
from lantu.documents.docx import read_docx
from lantu.documents.docx_traced import TracedDocx, trace_docx
from lantu.documents.kinds import kind_of
from lantu.documents.raw_parts import as_utf8
from lantu.documents.raw_zip import replaced
from lantu.exchange.docx_comment_text import Line, lines, unplaced
from lantu.exchange.docx_comment_xml import CommentXml
from lantu.exchange.docx_marks import Sign, marked
from lantu.exchange.docx_part import CommentsPart, refuse_other_kinds
from lantu.exchange.docx_places import Spot, Spots, Where, first_line
from lantu.texts import Language
from lantu.values import InputError, msg

_MOST = 32767  # Word opens no file with more ([MS-OI29500] 2.1.315)


def commented(report: Report, data: bytes, now: datetime, language: Language) -> bytes:
    """The draft ``data``, a .docx, with its findings as comments dated ``now`` (a time with its zone).

    Raises InputError when the draft is no .docx, is damaged, or has no paragraph to comment on.
    """
    name = report.document.name
    if report.document.kind is not Kind.DOCX or kind_of(name, data) is not Kind.DOCX:
        raise _no_word(name)
    traced = trace_docx(name, data)
    if traced.document.sha256 != report.document.sha256:
        raise _no_word(name)
    refuse_other_kinds(traced, name)
    if not report.wrong:
        return data
    part = CommentsPart(traced)
    found = list(_comments(report, traced, part.next_number, language))
    if part.count + len(found) > _MOST:
        raise InputError(
            msg("“{name}”的批注会超过 {most} 条，Word 打不开；请改用 xlsx 或 json。", name=name, most=_MOST)
        )
    writer = CommentXml(part.styles, now, language)
    words = [writer.comment(one.number, one.lines) for one in found]
    sign = Sign(writer.reference, part.space)
    try:
        made = replaced(data, {traced.path: _body(traced, found, sign), **part.with_more(words)})
    except (BadZipFile, ExpatError, UnicodeError, LookupError) as error:  # what our own readers put up with
        raise traced.package.broken() from error
    if read_docx(name, made)[0].sha256 != traced.document.sha256:  # never hand out a draft that was hurt
        raise traced.package.broken()
    return made


@dataclass(frozen=True, slots=True)
class _Comment:
    number: int
    spot: Spot | None
    lines: tuple[Line, ...]


def _body(traced: TracedDocx, comments: list[_Comment], sign: Sign) -> bytes:
    """The main part with the marks of the comments."""
    spots = [(one.number, one.spot) for one in comments if one.spot is not None]
    heads = [one.number for one in comments if one.spot is None]
    first = first_line(traced) if heads else None
    if heads and first is None:
        name = traced.document.name
        raise InputError(msg("“{name}”里只有嵌入的文件，加不了批注；请改用 xlsx 或 json。", name=name))
    raw = as_utf8(traced.package.bytes_of(traced.path) or b"", traced.root)
    return marked(raw, traced.root, spots, None if first is None else (heads[0], first), sign)


def _comments(report: Report, traced: TracedDocx, number: int, language: Language) -> Iterator[_Comment]:
    """One comment a place, in text order; the last for all figures that no mark can stand at."""
    spots = Spots(traced)
    placed: dict[tuple[object, ...], tuple[Spot, list[Finding]]] = {}
    lost: list[Finding] = []
    for start, end, findings in _figures(report.wrong):
        spot = spots.of(start, end)
        if spot is None:
            lost += findings
            continue
        apart = () if spot.where is Where.HERE else (start, end)
        placed.setdefault((spot.first, spot.last, apart), (spot, []))[1].extend(findings)
    for spot, findings in placed.values():
        yield _Comment(number, spot, lines(report, findings, spot.where, language))
        number += 1
    if lost:
        yield _Comment(number, None, unplaced(report, lost, language))


def _figures(findings: Iterable[Finding]) -> Iterator[tuple[int, int, list[Finding]]]:
    """Findings by figure: those whose places touch speak of one."""
    start = end = -1
    together: list[Finding] = []
    for one in sorted(findings, key=lambda one: (one.span.start, one.span.end)):
        if together and one.span.start < end:
            end = max(end, one.span.end)
            together.append(one)
            continue
        if together:
            yield start, end, together
        start, end, together = one.span.start, one.span.end, [one]
    if together:
        yield start, end, together


def _no_word(name: str) -> InputError:
    return InputError(
        msg("“{name}”不是 docx，不能加批注；请改用 xlsx 或 json，或先另存为 docx 再核。", name=name)
    )
