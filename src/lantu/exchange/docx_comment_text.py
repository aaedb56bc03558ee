"""What a comment at a figure says: every finding of it, what it should be, and by which source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantu.check import Evidence, Finding, Report
from lantu.documents import Document
from lantu.exchange.check_rows import told
from lantu.exchange.docx_places import Where
from lantu.texts import Language, label, render
from lantu.values import Message, Span, msg

_EVIDENCE_MOST = 3
_BEFORE, _BEHIND = 12, 8


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a comment: words in bold, words behind them."""

    bold: str
    text: str = ""


def lines(report: Report, findings: Iterable[Finding], where: Where, language: Language) -> tuple[Line, ...]:
    """The paragraphs of a comment; the figure is quoted when the mark does not stand at it alone."""
    known = list(findings)
    held = _held(where, "、".join(dict.fromkeys(one.quote for one in known)))
    said = [] if held is None else [Line("", render(held, language))]
    for one in known:
        said += _finding(report, one, language)
    return tuple(dict.fromkeys(said))


def unplaced(report: Report, findings: Iterable[Finding], language: Language) -> tuple[Line, ...]:
    """The paragraphs of the comment at the head: figures that no mark can stand at."""
    head = msg("下列数字在嵌入的文件或自动编号里，那里不能加批注，请对照原处查看。")
    said = [Line("", render(head, language))]
    for one in findings:
        context = _context(report.document, one.span)
        said.append(
            Line("", render(msg("“{quote}”，见“{context}”：", quote=one.quote, context=context), language))
        )
        said += _finding(report, one, language)
    return tuple(said)


def _held(where: Where, quote: str) -> Message | None:
    match where:
        case Where.HERE:
            return None
        case Where.FOOTNOTE:
            return msg("此处脚注中的“{quote}”：", quote=quote)
        case Where.ENDNOTE:
            return msg("此处尾注中的“{quote}”：", quote=quote)
        case Where.BOX:
            return msg("此处文本框中的“{quote}”：", quote=quote)
        case Where.DIAGRAM:
            return msg("此处图示中的“{quote}”：", quote=quote)
        case Where.AROUND:
            return msg("这里的“{quote}”：", quote=quote)


def _finding(report: Report, one: Finding, language: Language) -> Iterator[Line]:
    sure = label("check_confidence", one.confidence, language)
    head = msg("{rule}（{sure}）：", rule=label("check_rule", one.rule, language), sure=sure)
    yield Line(render(head, language), render(one.message, language))
    if one.expected:
        yield Line(render(msg("应为："), language), one.expected)
    for each in one.evidence[:_EVIDENCE_MOST]:
        yield Line(render(msg("依据："), language), _evidence(report, each, language))


def _evidence(report: Report, one: Evidence, language: Language) -> str:
    if one.span is None:
        return told(one, language)
    context = _context(report.document, one.span)
    return render(msg("文中另一处，“{context}”", context=context), language)


def _context(document: Document, span: Span) -> str:
    """A place as one finds it by search: its words with a few before and behind, on one line."""
    text = document.text
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    stop = text.find("\n", span.end)
    end = min(len(text) if stop < 0 else stop, span.end + _BEHIND)
    before = "…" if start and text[start - 1] != "\n" else ""
    behind = "" if end == len(text) or text[end] == "\n" else "…"
    return before + " ".join(text[start:end].split()) + behind
