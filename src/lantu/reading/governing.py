"""What governs a figure: verb, comparator, strength, and the mode and direction that follow."""

import re
from dataclasses import dataclass

from lantu.reading.lexicon import cues, phrases, prefix, suffix, verbs
from lantu.reading.quantities import Quantity
from lantu.values import Comparator, Direction, Mode, Strength

_CLASSES = ("level_keep", "level_down", "level", "change_down", "change_up", "build", "cumulative")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb and its class in the pack (``level``, ``build``, …); class "" when there is none."""

    word: str
    kind: str


NO_VERB = Verb("", "")


def verb_before(left: str) -> Verb:
    """The verb that stands directly in front of a figure, comparators and adverbs aside."""
    text = without_qualifiers(left)
    return _at_end(text)


def verb_ahead(left: str) -> Verb:
    """The verb that opens a clause (建设国家级示范区30个), adverbs aside."""
    text = left
    pack = phrases()
    while True:
        word = prefix(text, _classed("build")) or prefix(text, _classed("cumulative"))
        adverb = prefix(text, pack.adverbs) or prefix(text, pack.leading)
        causative = word in ("支持", "推动", "推进", "引导", "帮助", "指导", "组织", "带动")
        if word and len(word) >= len(adverb):
            if (
                causative
                and (inner := verb_ahead(text[len(word) :])) is not NO_VERB
                and inner.kind == "build"
            ):
                return inner
            kind = "build" if word in _classed("build") else "cumulative"
            return Verb(word, kind)
        if not adverb:
            return NO_VERB
        text = text[len(adverb) :]


def without_qualifiers(left: str) -> str:
    """The words in front of a figure without comparators, softeners and adverbs at the end."""
    before = tuple(w for q in cues().comparators.before for w in q.words if not _is_verb(w))
    soft = (
        *cues().strength.strive,
        "约",
        "再",
        "将",
        "均",
        "各",
        "共",
        "分别",
        "近",
        "年均",
        "每年",
        "至少",
        "累计",
        "总计",
        "逐步",
        "基本",
        "全部",
        "仅",
        "再增",
        "稳步",
        "大约",
        "力争",
        "也",
        "都",
        "不",
        "要",
        "又",
        "好",
        "出",
        "有",
    )
    while word := suffix(left, before) or suffix(left, soft):
        left = left[: -len(word)]
    return left


def _is_verb(word: str) -> bool:
    return any(word in _classed(kind) for kind in ("level_keep", "level_down", "level"))


def _classed(kind: str) -> tuple[str, ...]:
    words: tuple[str, ...] = getattr(verbs(), kind)
    return words


def _at_end(text: str) -> Verb:
    best = NO_VERB
    for kind in _CLASSES:
        word = suffix(text, _classed(kind))
        if len(word) > len(best.word):
            best = Verb(word, kind)
    return best


def comparator(left: str, right: str, one: Quantity) -> tuple[Comparator, str]:
    """Meaning and the plan's own word of the comparator around a figure."""
    if one.kind == "cover":
        return Comparator.COVER, left_word(left, ("基本",))
    if one.value_max is not None:
        return Comparator.RANGE, ""
    pack = cues().comparators
    for qualifiers in pack.after:
        if word := prefix(right, qualifiers.words):
            if word == "内" and one.kind != "time":
                continue
            return Comparator(qualifiers.meaning), word
    text = left
    found = ""
    meaning = Comparator.EQUAL
    for qualifiers in pack.before:
        word = suffix(_bare_left(text), qualifiers.words)
        if len(word) > len(found):
            found, meaning = word, Comparator(qualifiers.meaning)
    if found:
        return meaning, found
    if one.more:
        return Comparator.AT_LEAST, "多"
    return Comparator.EQUAL, left_word(left, ("达到", "达", "实现", "为", "保持在", "稳定在"))


def _bare_left(left: str) -> str:
    for word in ("达到", "至", "到", "为", "达"):
        if left.endswith(word) and suffix(
            left[: -len(word)], ("力争", "至少", "不低于", "不超过", "约", "大约")
        ):
            return left[: -len(word)]
    return left


def left_word(left: str, words: tuple[str, ...]) -> str:
    """The longest of the words that stands directly in front, "" for none."""
    return suffix(left, words)


def mode(one: Quantity, verb: Verb, left: str, unit: str, *, yearly: bool) -> Mode:
    """What kind of number it is, by the verb (guideline rule 6)."""
    if one.kind in ("cover", "zero", "removed", "all"):
        return Mode.LEVEL
    if one.kind == "double":
        return Mode.CHANGE
    if verb.kind in ("change_up", "change_down") and one.kind != "count":
        return _changed(one, verb, left, yearly=yearly)
    if one.kind in ("percent", "time"):
        return Mode.GROWTH_PER_YEAR if _is_growth(left) else Mode.LEVEL
    return _amount(one, verb, unit, yearly=yearly)


def _amount(one: Quantity, verb: Verb, unit: str, *, yearly: bool) -> Mode:
    """A count or measure: put up, summed up, added each year, or a level."""
    put_up = verb.kind in ("build", "cumulative", "change_up", "change_down")
    if not put_up and not (yearly and one.kind == "count" and verb.kind in ("", "level")):
        return Mode.LEVEL
    if yearly:
        return Mode.FLOW_PER_YEAR
    if verb.kind == "build" and unit not in verbs().people and unit not in verbs().events:
        return Mode.COUNT_BUILT
    return Mode.CHANGE if verb.kind == "change_down" else Mode.CUMULATIVE


def _changed(one: Quantity, verb: Verb, left: str, *, yearly: bool) -> Mode:
    """A rise or fall: per year when it says so, an addition when an amount grows, else a change."""
    per_year = yearly or bool(re.search(r"年均[^，。；]{0,4}$", left[: left.rfind(verb.word)]))
    unit_is_share = one.kind == "percent"
    if per_year:
        return Mode.GROWTH_PER_YEAR if unit_is_share else Mode.FLOW_PER_YEAR
    if one.kind == "measure" and verb.word in ("增加", "净增", "再增", "增"):
        return Mode.CUMULATIVE
    return Mode.CHANGE


def _is_growth(left: str) -> bool:
    """年均增速达到6%: a yearly rate as a level of its own."""
    return bool(
        re.search(
            r"(?:年均|每年)(?:名义|实际)?(?:增长率?|增速|增幅|提高|递增|下降)(?:率|幅度)?[^，。；]{0,6}$|(?:年均|年度?)增长率?[^，。；]{0,6}$",
            left,
        )
    )


def direction(one: Quantity, verb: Verb, left: str, meaning: Comparator, qualifier: str) -> Direction:
    """Which way is better, by the verb and the bound: a ceiling is kept unless it must fall."""
    if _falls(one, verb, left, meaning):
        return Direction.DOWN
    held = _HELD.search(without_qualifiers(left)) or _HELD_FIRST.match(left)
    if meaning is Comparator.AT_MOST and verb.kind != "level_keep" and not held:
        return Direction.DOWN if qualifier in _MUST_FALL else Direction.KEEP
    return Direction.KEEP if verb.kind == "level_keep" or held else Direction.UP


_HELD = re.compile("(?:稳定|保持|维持|控制)(?:在)?$")
_HELD_FIRST = re.compile("保持|稳定|维持|严守|坚守|守住|守牢")
_FALLING_NAME = re.compile(r"(?:下降|降低|减少|压减)(?:率|幅度?)[^，。；]{0,4}$")
_MUST_FALL = ("低于", "小于", "少于", "<", "≤", "以下")


def _falls(one: Quantity, verb: Verb, left: str, meaning: Comparator) -> bool:
    if one.kind in ("zero", "removed") or (one.kind == "all" and one.value == 0):
        return True
    if verb.kind in ("level_down", "change_down") or _FALLING_NAME.search(left):
        return True
    return one.kind == "time" and meaning is Comparator.AT_MOST


def strength(sentence: str, clause_start: int, position: int) -> Strength:
    """How firm: a softener in the own clause, or one that opens the sentence's promise.

    力争 in front of the subject covers the clauses behind it; in front of the verb only its own.
    """
    pack = cues().strength
    own = sentence[clause_start:position]
    if any(word in own for word in pack.strive):
        return Strength.STRIVE
    if re.search("|".join(pack.basic) + r"(?!养老|医疗|公共|生活|农田|公|建设|药)", own) and re.search(
        r"基本(?:实现|消除|完成|建成|形成|达到|普及|每|全|清零|覆盖|解决|建立|做到|满足)|基本$|大部分|总体上|大体",
        own,
    ):
        return Strength.BASIC
    for clause in re.split("[，：]", sentence[:clause_start]):
        opening = prefix(clause, pack.strive)
        if opening and not re.match(r"(?:到|在|通过)", clause[len(opening) :]) and len(clause) > 6:
            return Strength.STRIVE if _same_list(sentence[:clause_start], clause) else Strength.FIRM
    return Strength.FIRM


def _same_list(before: str, clause: str) -> bool:
    """Whether only clauses with figures stand between the softened clause and this one."""
    rest = before[before.find(clause) :].strip("，：")
    return all(re.search(r"\d", part) for part in rest.split("，"))
