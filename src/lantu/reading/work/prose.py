"""The body's passages cut into headings, sentences and clauses, in positions of their block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan import Section, SectionKind
from lantu.reading.blocks import Block
from lantu.reading.outline import Outline
from lantu.values import maker

# Stops inside brackets, short quotes and titles end no sentence and no clause.
_HIDDEN = re.compile(r"（[^（）]*）|“[^“”]{1,40}”|《[^《》]*》")
_STOP = re.compile("[。；！？，、：]")
_SENTENCE = re.compile(r"[^。；！？]*[。；！？]+[”’）]*|[^。；！？]+$")
CLAUSE = re.compile(r"[^，；。：！？]+")
"""A clause of a masked text, without the marks around it."""
_ONLY_BRACKET = re.compile(r"\s*（[^（）]*）[。；]?\s*")
# A line of responsibility: 牵头单位：…, （省教育厅负责）, 省教育厅牵头，….
_SAYS_WHO = re.compile(
    r"\s*（?(?:(?:牵头|责任|配合|主办|协办|参与|落实|承办|实施|分管)[一-鿿]{0,4}[：:]|[^，。；：]{2,60}(?:牵头|负责)(?=[，；。）]|$))"
)
_MANY = re.compile(r"[，：；]|[一二三四五六七八九十]是|(?<![不但就只还])是[^否]")
_TITLE_MOST = 60
_HEADINGS = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.BOX)


@dataclass(frozen=True, slots=True)
class Line:
    """A passage of the body.

    node: the section it stands in; heading: whether it is one (then it has no sentences).
    mask: the block's text with hidden stops blanked, of equal length; lead: whether it opens with a
    lead phrase (段首句), a short first sentence of one clause.
    """

    node: Section
    block: Block
    mask: str
    heading: bool
    lead: bool = False

    def sentences(self) -> list[tuple[int, int]]:
        """Bounds of the sentences; a bracket behind the full stop belongs to the sentence before it."""
        found: list[tuple[int, int]] = []
        for match in _SENTENCE.finditer(self.mask):
            words = match[0]
            if words.isspace():
                continue
            if found and words.lstrip()[0] == "（" and _ONLY_BRACKET.fullmatch(words):
                found[-1] = (found[-1][0], match.end())
            else:
                found.append(match.span())
        return found


_line = maker(Line)


def hide(text: str) -> str:
    """The text with the stops inside brackets, quotes and titles blanked."""
    if "（" not in text and "“" not in text and "《" not in text:
        return text
    return _HIDDEN.sub(_without_stops, text)


def _without_stops(match: re.Match[str]) -> str:
    return _STOP.sub("□", match[0])


def lines(outline: Outline) -> Iterator[Line]:
    """The passages of the body in text order.

    An item with text of its own below it is a heading, unless its title is a sentence of several
    clauses or all that stands below says who answers for it.
    """
    nodes = {section.eid: section for section in outline.sections}
    told = {section.eid: False for section in outline.sections if section.kind is SectionKind.ITEM}
    for passage in outline.passages:
        parent = nodes[passage.section].parent
        if parent in told and not told[parent]:
            told[parent] = not _SAYS_WHO.match(passage.block.text)
    for passage in outline.passages:
        node, block = nodes[passage.section], passage.block
        heading = _is_heading(node, block.text, told)
        if heading:
            yield _line(node, block, "", heading)
        else:
            yield _line(node, block, hide(block.text), heading, _is_lead(node, block.text))


def _is_heading(node: Section, text: str, told: dict[str, bool]) -> bool:
    if node.kind in _HEADINGS:
        return True
    if node.kind is not SectionKind.ITEM:
        return False
    return not node.title or (told.get(node.eid, False) and "，" not in text)


def _is_lead(node: Section, text: str) -> bool:
    if not node.title or node.kind is not SectionKind.PARAGRAPH:
        return False
    return not _MANY.search(text, 0, text.find("。"))


def uses_leads(body: tuple[Line, ...]) -> bool:
    """Whether a plan uses lead phrases: most paragraphs of several sentences open with one."""
    several = [line for line in body if not line.heading and line.block.text.count("。") > 1]
    return 2 * sum(line.lead for line in several) >= len(several)


def is_title(line: Line) -> bool:
    """Whether a passage in front of the first heading is a line of the title, not a sentence."""
    text = line.block.text.strip()
    return len(text) <= _TITLE_MOST and text[-1:] not in "。；！？："
