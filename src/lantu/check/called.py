"""The name that is left of a clause in front of a figure, and the verbs that are no name."""

import re
from functools import cache

from lantu.check.marks import BLANK
from lantu.check.peel import Frame
from lantu.check.words import words
from lantu.reading.indicator_phrase import without_modifier
from lantu.reading.lexicon import prefix
from lantu.reading.words import NONE, Words

_PREDICATE = re.compile(
    "(?:克服|坚持|保持|实现|稳中|持续|加快|受(?!教|益)|取得|迈[上入]|再[创获上]|不断|大力|积极|推进|推动|着力|全面|深入|顺利|圆满|总体|平稳|逐步|进一步|运行|创历史|创新高|明显|稳步|大幅|继续|有序|扎实|较快|呈现|结出|成效|成为|获得|完成|超额|有力|了|得到|始终|支撑|好于|位?居(?=全[国省市县]|第)|排名?(?=全[国省市县]|第)|位列)"
)
_SPAN_ALONE = re.compile("(?:近|过去)?[两三四五十]年(?:间|来)?(?:（）)?")
_CAUSE = re.compile(
    "受[^，。；]{2,24}(?:影响|拖累|带动|制约|推动)(?:等)?$|每(?:亩|公顷|户|平方米)$|(?<=[一-鿿]{2})[两三四五]年$|(?:约为|为|达)$"
)
_NOUN_TAILS = (
    "率",
    "额",
    "量",
    "数",
    "值",
    "能力",
    "强度",
    "机构",
    "资金",
    "面积",
    "规模",
    "企业",
    "者",
    "业",
    "力度",
    "标准",
    "区",
    "体系",
    "性",
    "中心",
    "成本",
    "时间",
    "时限",
    "费",
    "保障",
    "贸易",
)
_LONGEST = 40


def name_left(whole: Words, plain: str, frame: Frame) -> Words:
    """The name the frame leaves, without what was blanked inside it."""
    start, end = frame.start, frame.end
    text = plain[start:end]
    cut = re.match(r"^(?:的|、|和(?![平田])|及|与|以及)+", text)
    if cut:
        start += cut.end()
        text = plain[start:end]
    if BLANK in text:
        keep = [i for i in range(start, end) if plain[i] != BLANK]
        name = Words("".join(whole.text[i] for i in keep), tuple(whole.at[i] for i in keep))
    else:
        name = whole.cut(start, end)
    name = _without_empty(name.stripped("，、：的"))
    if name.text.startswith("《") and "》" in name.text:
        name = name.cut(name.text.index("》") + 1)
    if name.text.startswith("（") and "）" in name.text:
        name = name.cut(name.text.index("）") + 1)
    if len(name) == 1 or _SPAN_ALONE.fullmatch(name.text):
        return NONE
    while cause := _CAUSE.search(name.text):
        name = name.cut(0, cause.start())
    name = _without_deed(name)
    return without_modifier(name) if len(name) > _LONGEST // 2 else name


def topic_of(said: Words) -> Words:
    """What a clause without a figure is about: the words in front of its predicate."""
    digit = re.search(r"(?<=[一-鿿])\d", said.text)
    said = said.cut(0, digit.start()) if digit and digit.start() > 2 else said
    verb = _PREDICATE.search(said.text, 2)
    return said.cut(0, verb.start()) if verb else said


def _without_empty(name: Words) -> Words:
    """Without brackets whose words were blanked out."""
    at = name.text.find("（）")
    return name.cut(0, at) + name.cut(at + 2) if at >= 0 else name


def _without_deed(name: Words) -> Words:
    """完成固定资产投资: the verb in front of a name goes, 新增 and its kin stay."""
    deeds = words().deeds
    for _ in range(4):
        if name.text.startswith("共") and prefix(name.text[1:], deeds.neutral):
            name = name.cut(1)
        if name.text.startswith("有") and len(name) > 3 and name.text[1] not in "色机效轨线限关":
            name = name.cut(1)
        word = prefix(name.text, deeds.neutral)
        rest = name.text[len(word) :]
        if not word or len(word) < 2 or len(rest) < 2 or prefix(rest, _NOUN_TAILS):
            return name
        name = name.cut(len(word))
    return name


@cache
def _deeds() -> tuple[str, ...]:
    return (*words().deeds.kept, *words().deeds.neutral)


def deed_of(name: Words) -> Words | None:
    """The verbs that stay of a clause of verbs (培训, 新增), NONE for 完成; None when a name is in it."""
    deeds = words().deeds
    if not name:
        return NONE
    at, kept = 0, -1
    while at < len(name):
        word = prefix(name.text[at:], _deeds())
        if not word:
            return None
        if word in deeds.kept and kept < 0:
            kept = at
        at += len(word)
    return name.cut(kept) if kept >= 0 else NONE
