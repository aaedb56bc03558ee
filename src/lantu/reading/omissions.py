"""What of a text was not read as the plan, and what is missing from it: notes for those who read the plan."""

from collections.abc import Iterator

from lantu.documents import Document
from lantu.plan import Section, SectionKind
from lantu.reading.furniture import Frame
from lantu.values import Message, Problem, msg

_LEFT_OUT = {
    "head": ("left-out-head", msg("正文之前的网页内容没有作为规划内容读取，共{n}段。")),
    "tail": ("left-out-tail", msg("正文之后的网页内容没有作为规划内容读取，共{n}段。")),
    "contents": ("left-out-contents", msg("目录没有作为规划内容读取，共{n}段。")),
}
_MISSING = {
    SectionKind.PART: (
        "part-missing",
        msg("第{n}篇在这份文本里找不到（可能是图片或漏录），请对照原件补录。"),
    ),
    SectionKind.CHAPTER: (
        "chapter-missing",
        msg("第{n}章在这份文本里找不到（可能是图片或漏录），请对照原件补录。"),
    ),
    SectionKind.BOX: (
        "box-missing",
        msg("专栏{n}在这份文本里找不到（可能是图片或漏录），请对照原件补录。"),
    ),
}
_MOST_MISSING = 20  # a longer gap is another numbering, not missing text


def left_out(document: Document, framed: Frame) -> Iterator[Problem]:
    """One note for each run of blocks that is not part of the plan."""
    for kind, (code, sentence) in _LEFT_OUT.items():
        run = [block for k, block in framed.left_out if k == kind]
        if run:
            line, column = document.place(run[0].start)
            span = document.span(run[0].start, run[-1].end)
            yield Problem(
                code,
                Message(sentence.template, {"n": str(len(run))}),
                "note",
                line,
                column,
                span,
            )


def gaps(document: Document, sections: tuple[Section, ...]) -> Iterator[Problem]:
    """Report numbers that are missing in a run of boxes, parts or chapters."""
    for kind, (code, sentence) in _MISSING.items():
        last = 0
        for section in sections:
            if section.kind is not kind or not section.number or section.heading is None:
                continue
            for missing in range(last + 1, section.number) if section.number - last < _MOST_MISSING else ():
                line, column = document.place(section.heading.start)
                yield Problem(
                    code,
                    Message(sentence.template, {"n": str(missing)}),
                    "warning",
                    line,
                    column,
                    section.heading,
                )
            last = max(last, section.number)
