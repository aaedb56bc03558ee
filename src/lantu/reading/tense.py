"""Promise or fact: whether a figure is something still to come.

In the parts of a plan that look back a figure is a fact unless the sentence says it is ahead; in
the other parts it is promised unless the sentence says it has happened.
"""

import re
from functools import cache

from lantu.plan import Section, SectionKind
from lantu.reading.clauses import Year, clause_bounds, period_end
from lantu.reading.lexicon import any_of, cues, prefix
from lantu.reading.quantities import Quantity
from lantu.reading.states import is_state, tells_past

_GLOSSARY = re.compile(r"名词解释|名词注释|术语|注释|有关说明|指标解释|指标说明|名词说明")
_RISE_FROM = re.compile(r"(?:[由从]|较|比)(?:20\d\d年?底?的?|“?十.五”?末?的?|[上去]年的?|目前的?|现有的?)?$")
_RISES = re.compile(
    r"(?:（[^（）]*）)?(?:左右|以上)?(?:逐年|逐步|稳步|进一步)?(?:提高|增加|增长|上升|提升|下降|降低|降|减少|扩大|压缩|缩短|增|升|压减|缩小|发展|跃升|拓展|壮大)(?:到|至|为|(?=\d))"
)
_EXPECTED = re.compile("预计|预测")
_ITEM_TITLE = 16  # a longer item is a sentence, not a heading
_OPENS = re.compile(
    r"(?P<ahead>(?:今后|未来)(?:[五三十]|一个时期)|展望|下一步|到20\d\d年|规划期)"
    r"|(?P<back>过去的?[五5]年|[五5]年来|近年来|多年来)"
    r"|[^，。“]{0,4}(?:“?(?P<period>十[一二三四五六七八九]五)”?(?:时期|期间|以来|末|收官)"
    r"|(?P<year>20\d\d)年[末底]?，)"
)
_HEADINGS = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION)


def looks_back(titles: tuple[str, ...], plan_end: int | None) -> bool:
    """Whether text under these headings (outermost first, shadow script) tells what was reached."""
    for title in reversed(titles):
        if _GLOSSARY.search(title):
            return True
        if title.endswith(cues().past.situations):
            return True
        earlier = _earlier_period(title, plan_end)
        if not earlier and (prefix(title, cues().past.ahead_openings) or _ahead_heading().search(title)):
            return False
        if _past_heading().search(title) or earlier:
            return True
    return False


def looks_ahead(titles: tuple[str, ...]) -> bool:
    """Whether the innermost heading says what is to be done or reached."""
    title = titles[-1] if titles else ""
    return bool(prefix(title, cues().past.ahead_openings) or _ahead_heading().search(title))


def turns_to_deeds(sentence: str) -> bool:
    """Whether a sentence opens with what is to be done (实施…, 坚持…), as none of a review does."""
    return bool(prefix(sentence, cues().past.deeds))


def heading_titles(section: Section, by_eid: dict[str, Section]) -> tuple[str, ...]:
    """Titles of the parts, chapters and sections around a node, outermost first."""
    titles: list[str] = []
    node: Section | None = section
    while node is not None:
        if node.kind in _HEADINGS:
            titles.append(node.title)
        node = by_eid.get(node.parent)
    return tuple(reversed(titles))


def item_looks_back(section: Section, by_eid: dict[str, Section]) -> bool:
    """Whether an item around the node is headed as a review (一、发展基础).

    Only short titles count, and an item never makes a review look ahead: reviews list their
    successes under headings that begin with a verb.
    """
    node: Section | None = section
    while node is not None and node.kind not in _HEADINGS:
        title = node.title
        if node.kind is SectionKind.ITEM and len(title) <= _ITEM_TITLE and _past_heading().search(title):
            if title.endswith(cues().past.situations):
                return True
            ahead = prefix(title, cues().past.ahead_openings) or _ahead_heading().search(title)
            return not (ahead or re.search(r"\d", title))
        node = by_eid.get(node.parent)
    return False


def opening(text: str, plan_start: int | None) -> bool | None:
    """Whether a passage opens in the past (True) or ahead (False); None when it says neither.

    Under a heading that does not tell, 过去五年 or “十四五”时期 at the head of a paragraph makes the
    paragraphs behind it a review until one opens ahead.
    """
    match = _OPENS.match(text)
    if match is None:
        return None
    if match["ahead"] or match["back"]:
        return bool(match["back"])
    if plan_start is None:
        return None
    year = int(match["year"]) if match["year"] else period_end(match["period"])
    return year < plan_start


def _earlier_period(title: str, plan_end: int | None) -> bool:
    """“十三五”时期… in the heading of a later plan."""
    match = re.search(r"(十[一二三四五六七八九]五)", title)
    return bool(match and plan_end and period_end(match[1]) < plan_end)


@cache
def _past_heading() -> re.Pattern[str]:
    return re.compile(any_of(cues().past.headings))


@cache
def _ahead_heading() -> re.Pattern[str]:
    return re.compile(any_of(cues().past.ahead_headings))


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(any_of(cues().past.ahead))


def is_promise(
    text: str, mask: str, one: Quantity, stated: tuple[Year, ...], *, back: bool, plan_start: int | None
) -> bool:
    """Whether the sentence promises this figure.

    stated: the years of the sentence; back: whether the headings look back; plan_start: first
    year of the plan, None when unknown.
    """
    before = [y for y in stated if y.end <= one.start and y.role != "base"]
    near = before[-1] if before else None
    if near and plan_start and near.year < plan_start:
        return False
    start, end = clause_bounds(mask, one.start)[0], clause_bounds(mask, one.end)[1]
    due = near is not None and near.role == "due" and (plan_start is None or near.year >= plan_start)
    if is_state(text, (start, end), one) or (not due and tells_past(text, one.start)):
        return False
    if not back:
        return True
    feared = _EXPECTED.search(text, 0, one.start)  # a review that says what is to come
    return not feared and (due or bool(_ahead().search(text[: one.start])))


def is_start_value(text: str, one: Quantity) -> bool:
    """The value a rise starts from: 由5%提高到8%."""
    return bool(_RISE_FROM.search(text[max(0, one.start - 12) : one.start]) and _RISES.match(text, one.end))
