"""The contents list of a Word document: a copy of its headings, which is no part of what it says.

Told by what Word itself keeps (the field that makes the list, the gallery it was taken from, the styles
of its lines: ECMA-376 Part 1, 17.16.5.68 and 17.5.2.13). One typed by hand is text as any other: the reader,
which knows plans, tells it from the plan. But lines with automatic numbers would count on in the list of the
headings: those that end in a page number one after another are a contents list too. A line that says a
sentence is none, wherever it stands.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lantu.documents.docx_styles import Styles
from lantu.documents.numbering import Numbering, W
from lantu.documents.package import Element

_TITLE = re.compile(r"\s*目\s*[录錄次]\s*")
_PAGE = r"\s*(?:\d{1,4}|[ivx]{1,6}|[IVX]{1,6})\s*"
_DOTTED = re.compile(rf".*(?:\.{{4,}}|…{{2,}}|·{{4,}}){_PAGE}")
_TABBED = re.compile(rf".*\S.*\t{_PAGE}")
_APART = re.compile(rf".*[\s.…·]{_PAGE}")
_LONGEST = 120
_FEWEST = 3  # typed lines that make a list
_LEAP = 2  # among typed lines: one broken in two, a page's own number
_FIELD = re.compile(r"\s*TOC\b")
_GALLERY = "table of contents"


def contents_lines(body: Element, styles: Styles, numbering: Numbering) -> frozenset[Element]:
    """The paragraphs of a document's contents lists and their titles (``目录``).

    A line has a page number or leads to its heading; the field, gallery or style alone may be misused.
    """
    made = _of_fields(body) | _of_galleries(body)
    texts = [(one, text) for one in body.iter(f"{W}p") if (text := _text(one)).strip()]
    listed = {
        at
        for at, (one, text) in enumerate(texts)
        if (one in made or styles.is_contents(one.find(f"{W}pPr"))) and _is_line(one, text)
    }
    numbered = {at for at, (one, _) in enumerate(texts) if styles.list_of(one.find(f"{W}pPr"), numbering)[0]}
    listed |= _typed([text for _, text in texts], numbered) if numbered else set()
    titles = {at - 1 for at in listed if at and _TITLE.fullmatch(texts[at - 1][1])}
    return frozenset(texts[at][0] for at in listed | titles)


def _text(paragraph: Element) -> str:
    """Words and tabs of a paragraph; a tab stop of its properties is none."""
    parts = paragraph.iter(f"{W}t", f"{W}tab")
    return "".join(
        one.text or "" if one.tag == f"{W}t" else "\t"
        for one in parts
        if one.tag == f"{W}t" or one.getparent().tag == f"{W}r"
    )


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST or text.rstrip().endswith(("。", "；", "！", "？"))


def _is_line(paragraph: Element, text: str) -> bool:
    if _is_sentence(text):
        return False
    return bool(_APART.fullmatch(text)) or any(
        one.get(f"{W}anchor") for one in paragraph.iter(f"{W}hyperlink")
    )


@dataclass(slots=True)
class _Field:
    """A field that has not ended: what it is told to make, the paragraphs with its words."""

    order: str = ""
    made: list[Element] = field(default_factory=list)


def _of_fields(body: Element) -> set[Element]:
    """Paragraphs with words that a contents field made; a field that never ends made none."""
    found: set[Element] = set()
    stack: list[_Field] = []
    outermost: _Field | None = None
    paragraph = None
    for one in body.iter(f"{W}p", f"{W}t", f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
        kind = one.get(f"{W}fldCharType")
        if one.tag == f"{W}p":
            paragraph = one
        elif one.tag == f"{W}t":
            if outermost is not None:
                outermost.made.append(paragraph)
        elif one.tag == f"{W}instrText" and stack:
            stack[-1].order += one.text or ""
        elif one.tag == f"{W}fldSimple" and _FIELD.match(one.get(f"{W}instr", "")):
            found.update(one.iterancestors(f"{W}p"))
        elif kind == "begin":
            stack.append(_Field())
        elif kind == "separate" and stack and _FIELD.match(stack[-1].order):
            outermost = outermost or stack[-1]
        elif kind == "end" and stack and stack.pop() is outermost and outermost is not None:
            found.update(outermost.made)
            outermost = None
    return found


def _of_galleries(body: Element) -> set[Element]:
    """Paragraphs of content controls taken from the gallery of contents lists."""
    found: set[Element] = set()
    for gallery in body.iter(f"{W}docPartGallery"):
        control = next(gallery.iterancestors(f"{W}sdt"), None)
        if control is not None and gallery.get(f"{W}val", "").lower() == _GALLERY:
            found.update(control.iter(f"{W}p"))
    return found


def _typed(texts: list[str], numbered: set[int]) -> set[int]:
    """Places of lines of a contents list with numbers: under its title, or every one with leading dots."""
    ends = [at for at, text in enumerate(texts) if _has_page(text)]
    runs: list[list[int]] = [ends[:1]] if ends else []
    for before, at in pairwise(ends):
        if at - before <= _LEAP and not any(_is_sentence(text) for text in texts[before + 1 : at]):
            runs[-1].append(at)
        else:
            runs.append([at])
    found: set[int] = set()
    for run in runs:
        first = run[0]
        titled = any(_TITLE.fullmatch(text) for text in texts[max(0, first - _LEAP) : first])
        if (
            len(run) >= _FEWEST
            and not numbered.isdisjoint(run)
            and (titled or all(_DOTTED.fullmatch(texts[at]) for at in run))
        ):
            found.update(range(first, run[-1] + 1))
    return found


def _has_page(text: str) -> bool:
    return not _is_sentence(text) and bool(_DOTTED.fullmatch(text) or _TABBED.fullmatch(text))
