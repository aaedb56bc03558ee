"""What a clause says is to be done: its verb and where its object begins.

A clause of a plan opens with the verb of duty, adverbs in front (进一步健全…). Behind an adjunct
(在…领域开展…) or a subject (各市要制定…) the verb stands inside the clause, announced by a known word.
"""

import re
from dataclasses import dataclass
from functools import cache

from lantu.reading.lexicon import any_of, folded
from lantu.reading.work.lexicon import Marked, Words, work

_TIME = re.compile(
    r" *(?:力争|计划|预计)?(?:到|在|于|自|从)? ?(?:20\d\d ?年?|“?十[一二三四五六七八九]五”?)"
    r"(?:[-—~至到]20\d\d年)?(?:年底|底|末|期末|期间|时期)?(?:之?前|起|以后|以前)?(?:[，、] ?)?"
)
_MARK = re.compile(r"[ —\-–·*]*(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、](?!\d)|[①-⑳])? *")
# 发展改革委, 教育厅, 建设部: the verb in the name of a body is none.
# 应用, 重要: the single characters that oblige are parts of other words too.
_OF_A_WORD = {"应": "用急对届邀有力收变时答聘接", "要": "素求件点领害闻塞道地"}
_BEHIND_A_WORD = "重主必纲简概摘紧提首响适供反感效"
_NO_BODY = r"(?!(?:和)?(?:改革|建设|管理|监督)?(?:委|厅|局|部门|部(?![位分队件])))"
# What a mark or a time can begin with: the patterns are tried behind no other character.
_MARKED = frozenset(" —-–·*（0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_TIMED = frozenset(" 力争确计预到在于自从2“十")
_MARKED_OR_TIMED = _MARKED | _TIMED
_SHORTEST = 2  # an object has at least two characters
_LONG = 4  # behind a subject: 生态保护全面加强 has none, 各地要加强监管 has one
_MOST_ADVERBS = 6
_JOINTS = ("地", "、")
_VERB, _ADVERB, _NOMINAL = 1, 2, 8
_NO_OBJECT = ("的", "成为", "是")  # 合作的机制, 协同成为主流: no verb of duty
_MAYBE_NO_OBJECT = frozenset(word[0] for word in _NO_OBJECT)


@dataclass(slots=True)
class Deed:
    """Positions in the block: the clause, its verb (adverbs that are verbs included), the core of the verb.

    The object runs from ``object`` to ``end``. ``led``: the verb opens the clause.
    """

    start: int
    end: int
    verb: int
    core: int
    object: int
    led: bool = True


@dataclass(frozen=True, slots=True)
class _Tables:
    front: Marked
    prepositions: Words
    modal: re.Pattern[str]
    inner: re.Pattern[str]
    any_verb: re.Pattern[str]
    obliging: frozenset[str]
    plain: frozenset[str]
    nominal: frozenset[str]


@cache
def _tables() -> _Tables:
    words = work().deeds
    nominal = tuple(word for word in words.nominal if word in words.verbs)
    return _Tables(
        Marked(verbs=words.verbs, adverbs=words.adverbs, openers=words.openers, nominal=nominal),
        Words(words.prepositions),
        re.compile(_announcing(words.modals)),
        re.compile(_announcing((*words.inner, *words.modals))),
        re.compile(any_of(tuple(v for v in words.verbs if len(v) > 1)) + _NO_BODY),
        frozenset(words.obliging),
        frozenset(words.inner),
        frozenset(words.nominal),
    )


def _announcing(words: tuple[str, ...]) -> str:
    """A pattern for words inside a clause, where none is part of another word.

    Each branch begins with its first character, what stands around it is looked at behind that.
    """
    plain = folded({word for word in words if word[0] not in _OF_A_WORD})
    guarded = [
        f"{first}(?<![{_BEHIND_A_WORD}]{first})(?![{after}])(?:{folded(tails)})"
        for first, after in _OF_A_WORD.items()
        if (tails := {word[1:] for word in words if word[0] == first})
    ]
    return f"(?:{'|'.join([plain, *guarded])}){_NO_BODY}"


def deed(text: str, start: int, end: int) -> Deed | None:
    """The deed of the clause ``text[start:end]``, None when it says nothing is to be done."""
    at = start
    opener = text[at]
    if opener in _MARKED_OR_TIMED:
        if opener in _MARKED and (mark := _MARK.match(text, at, end)):
            at = mark.end()
        if text[at : at + 1] in _TIMED and (time := _TIME.match(text, at, end)):
            at = time.end()
    found, behind = _leading(text, at, end)
    return _inside(text, (start, at, behind), end) if found is None else found


def _leading(text: str, start: int, end: int) -> tuple[Deed | None, int]:
    """A verb at the front, behind openers and adverbs; else where these end."""
    word_at = _tables().front.at
    at, first, core = start, -1, -1
    for _ in range(_MOST_ADVERBS):
        size, kind = word_at(text, at, end)
        if not size:
            break
        if kind & _ADVERB:
            if kind & _VERB:  # the verb itself, should none follow
                first, core = (at if first < 0 else first), at
            at += size
            if text.startswith(_JOINTS, at) and word_at(text, at + 1, end)[0]:
                at += 1
        elif kind & _VERB:
            verb = first if first >= 0 and text[first:at].isalpha() else at
            joined = core < 0 or not kind & _NOMINAL
            found = _made(text, start, end, verb, at, at + size) if joined else None
            if found is not None or core < 0:
                return found, at
            break  # 推进市场化导向的…, 支持集成电路…: the second verb is none
        elif first >= 0:
            break
        else:
            at += size
    if core >= 0:
        size, _ = word_at(text, core, end)
        return _made(text, start, end, first, core, core + size), at
    return None, at


def _made(text: str, start: int, end: int, verb: int, core: int, obj: int) -> Deed | None:
    if obj < end and text[obj] in _MAYBE_NO_OBJECT and text.startswith(_NO_OBJECT, obj):
        return None
    return Deed(start, end, verb, core, obj)


def _inside(text: str, places: tuple[int, int, int], end: int) -> Deed | None:
    """A verb behind an adjunct or a subject; places: of the clause, of its words, behind its adverbs."""
    start, first, at = places
    tables = _tables()
    adjunct = tables.prepositions.at(text, at, end)
    if not adjunct:
        adjunct = tables.prepositions.at(text, first, end)
        at = first if adjunct else at
    begin = at + max(adjunct, 1)
    if adjunct == 1 and text[at] == "以" and (turn := text.find("为", begin, end)) > 0:
        begin = turn + 1  # 以甲为乙: what stands between is no deed
    for pattern in (tables.inner, tables.any_verb) if adjunct else (tables.modal,):
        for match in pattern.finditer(text, begin, end):
            if adjunct and match[0] in tables.nominal:
                continue
            shortest = _SHORTEST if adjunct else _LONG
            shortest = 0 if match[0] in tables.obliging else shortest
            found = _announced(text, start, end, match, shortest)
            if found is not None:
                return found
    return None


def _announced(text: str, start: int, end: int, match: re.Match[str], shortest: int) -> Deed | None:
    """The verb that begins with this word or follows it, when it has an object of its own."""
    found, _ = _leading(text, match.start(), end)
    if found is None and match[0] in _tables().plain:
        found = Deed(start, end, match.start(), match.start(), match.end())
    if found is None:
        found, _ = _leading(text, match.end(), end)
    if found is None or end - found.object < shortest:
        return None
    return Deed(start, end, found.verb, found.core, found.object, led=False)
