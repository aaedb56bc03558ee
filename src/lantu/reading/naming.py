"""The indicator phrases of a figure: found beside it, and completed from what was said before."""

import re
from collections.abc import Sequence

from lantu.reading import completion
from lantu.reading import indicator_phrase as phrase
from lantu.reading.figure import Figure, Said, names_what_is_planned
from lantu.reading.layout import Placed
from lantu.reading.lexicon import phrases, prefix, suffix
from lantu.reading.verbs import Verb, without_qualifiers
from lantu.reading.words import NONE, Words

_SHORT_TOPIC = 16
_ADDED = "新增"  # 新增高速公路400公里，总里程达到1800公里: the total is not of what was added
_KIND_END = re.compile("(?:行业|领域|方面|专业|产业|学科|地区|层次|类|型)$")
# 人均生产总值超过全国平均水平，力争突破12万元: the clause before names it
_COMPARES = re.compile("(?P<name>[^，。；\\d]{4,}?)(?:超过|高于|领先|赶上|达到或超过)[^，。；\\d]{2,}$")
# 覆盖50%以上街道: the share of what stands behind
_REACHES = re.compile("(?:覆盖|惠及|服务|带动)(?:全[省市县区国])?$")
# 超100亿元企业 behind 营业收入超500亿元企业
_BOUNDED = re.compile("超过?|达到?|突破")
# 每千人口拥有医师3.2人、护士3.8人
_RATE = re.compile("每(?:[一十百千万]+|1000)(?:名|位|户)?[^，。；]{0,6}?(?:拥有|配备)(?=[一-鿿])")
# 零就业家庭至少一人实现就业: who does it stands in front
_DOES = re.compile("实现|达到|参加|接受|通过")
# 人工智能领域上市企业20家、独角兽企业100家
_FIELD = re.compile("(?:新增)?[^，、]{2,8}领域")
_BOTH = re.compile("均(?:$|达|突破|超|提高|提升|增长|下降|不低于|不少于|实现|保持|稳定|控制)")
_BENEFITS = "惠及"  # 改造老旧小区280个，惠及居民9万户
_NAME = 3
_SHORT_PLACE = 6
_ENDS_RATE = re.compile(
    "(?:率|占比|比重|比例|度|时间|时限|周期|数|量|化|指数|强度|覆盖面|水平|浓度|增加值|产值|收入)$"
)
_EACH = re.compile("各(?:自)?$")


class Namer:
    """Names the figures of one sentence.

    earlier: what was said of the figures before in the sentence; before: of those in the sentence
    before, which 其中 and "X中，…" lean on.
    """

    def __init__(self, earlier: Sequence[Said], before: Sequence[Said]) -> None:
        self.earlier = earlier
        self.before = before

    def phrases(self, figure: Figure, verb: Verb, following: Sequence[Placed]) -> tuple[Words, ...]:
        """One phrase for each target on the figure; none when it turns out to promise nothing."""
        if figure.one.kind == "removed":
            return completion.halves(phrase.thing(figure.right))
        if size := figure.sizes_fund:
            at = figure.left.text.rfind(size)
            return (phrase.thing(figure.right) + figure.left.cut(at, at + len(size)),)
        if figure.behind:
            head = NONE if figure.in_apposition else self._thing(figure, following)
            return (head,) if head else ()
        listed = not verb.kind and phrase.ends_listing(figure.left.text)
        if figure.one.kind == "count" and (listed or names_what_is_planned(figure.left.text)):
            return ()
        head = phrase.without_modifier(phrase.subject(figure.left))
        if figure.one.kind == "percent":
            head = completion.last_of_list(head)
        if figure.one.kind == "all" or (
            figure.one.kind in ("percent", "count") and _REACHES.search(figure.left.text)
        ):
            head = head + figure.right.stripped("的，、")
        head = self._completed(figure, head)
        return self._split(figure, head) if head else self._of_sentence_before()

    def _of_sentence_before(self) -> tuple[Words, ...]:
        """What the last figure of the sentence before is of: both things when it is of two."""
        return tuple(said.words for said in self.before if said.at == self.before[-1].at)

    def _thing(self, figure: Figure, following: Sequence[Placed]) -> Words:
        """The phrase behind a figure, with the words in front that belong to it."""
        head = phrase.thing(figure.right)
        for later in following:
            after = phrase.thing(figure.words.cut(later.after, later.right))
            head = completion.shared_head(head, after)
        if aim := phrase.purpose(figure.left):
            return aim + head
        if _DOES.match(head.text) and (who := phrase.subject(figure.left)):
            return who + head
        kept = phrase.kept_verb(figure.left.text)
        if kept and figure.one.kind == "count":
            end = len(without_qualifiers(figure.left.text))
            return figure.left.cut(end - len(kept), end) + head
        return head

    def _split(self, figure: Figure, head: Words) -> tuple[Words, ...]:
        """Two phrases for a share or 全覆盖 said of A和B, one of each for 各10家."""
        kind, left = figure.one.kind, figure.left.text
        if kind == "cover" and self.earlier and completion.is_place(head):
            return (self.earlier[-1].words,)  # 建成基站20万个，实现县城以上区域全覆盖
        if kind in ("cover", "zero"):
            return completion.halves(completion.without_place(head))
        if "分别" in left or self._in_like_row(figure):
            return self._respective(figure, completion.halves(head))
        both = bool(_BOTH.search(left))
        if kind in ("percent", "double") or (kind == "measure" and both):
            return completion.rates(head, both=both or kind == "double")
        if kind == "count" and _EACH.search(left):
            return completion.each(head)
        return (head,)

    def _in_like_row(self, figure: Figure) -> bool:
        """Whether it is one of figures in a row with one unit (A、B达到0.8万吨、0.5万吨)."""
        rank, count = figure.placed.row
        if count < 2 or figure.one.kind not in ("measure", "percent"):
            return False
        row = figure.text[figure.one.end - len(figure.unit) : figure.placed.row_end]
        first = self.earlier[-1].unit if rank and self.earlier else figure.unit
        return first == figure.unit and row.count(figure.unit) == count - rank

    def _respective(self, figure: Figure, heads: tuple[Words, ...]) -> tuple[Words, ...]:
        """A和B分别降低13.5%、18%: each its own figure; with one figure both have it."""
        rank, count = figure.placed.row
        if count > 2:
            every = completion.with_common_end(completion.each(heads[0])) if len(heads) == 1 else heads
            return (every[rank],) if len(every) == count else heads
        return (heads[rank],) if count == len(heads) > 1 else heads

    def _completed(self, figure: Figure, head: Words) -> Words:
        """Write out what the phrase leaves to the words before it."""
        whole = self._whole(figure)
        if whole is not None and not (figure.placed.follows and completion.is_bare(head)):
            return _as_part(head, whole, figure.one.kind)
        if (named := self._of_opener(figure, head)) is not None:
            return named
        if figure.one.kind == "zero":
            head = _zero_of(figure, head)
        if not head:
            return self._named_before(figure)
        if self.earlier:
            last = self.earlier[-1]
            if rest := self._other_place(figure, head, last):
                return head + rest
            if shared := self._shared(figure, head, last.words):
                return shared
        return self._topic(figure) + head if completion.is_bare(head) else head

    def _other_place(self, figure: Figure, head: Words, last: Said) -> Words:
        """急救时间 of 城区急救时间缩短到10分钟，农村缩短到15分钟; NONE when the head says enough."""
        alike = figure.one.kind in ("percent", "time") and last.unit == figure.unit
        twin = len(head) <= _SHORT_PLACE and suffix(head.text, phrases().twins)
        if not alike or figure.placed.follows or not twin or not _ENDS_RATE.search(last.words.text):
            return NONE
        return completion.without_leading_place(last.words)

    def _shared(self, figure: Figure, head: Words, last: Words) -> Words:
        """The head with what it shares with the phrase before; NONE when it shares nothing."""
        if head.text.startswith("占") and len(head) > 1:
            return last + head
        if (named := completion.shared_head(head, last)) is not head and len(named) > len(head):
            return named
        rate = (_RATE.match(last.text) or _FIELD.match(last.text)) if figure.placed.follows else None
        if rate is not None and "领域" not in head.text:
            return last.cut(0, rate.end()) + head
        if head.text.startswith(_BENEFITS) and not last.text.startswith(_BENEFITS):
            return last + head
        bound = _BOUNDED.match(head.text)
        at = last.text.find(bound[0]) if bound else -1
        return last.cut(0, at) + head if at > 0 else NONE

    def _whole(self, figure: Figure) -> Words | None:
        """The phrase of the whole when this figure counts a part of it (其中)."""
        if figure.text.startswith("其中") and self.before:
            return self.before[0].words
        after = figure.text[figure.clause_start :].startswith("其中")
        if self.earlier and (after or figure.text[: figure.clause_start].endswith("其中：")):
            unit = figure.unit
            whole = [said for said in self.earlier if said.at < figure.clause_start]
            alike = [said for said in whole if said.unit == unit]
            return (alike or whole or list(self.earlier))[-1].words
        return None

    def _of_opener(self, figure: Figure, head: Words) -> Words | None:
        """A phrase completed by 围绕X，… or X中，…; None when no clause opens so."""
        topic = completion.opener_topic(figure.text[: figure.clause_start])
        if topic is None or not head:
            return None
        name = phrase.opened(figure.words.cut(*topic))
        link = figure.left.cut(len(figure.left) - 1) if figure.left.text.endswith("的") else NONE
        if figure.text[topic[1]] == "中" and (link or _KIND_END.search(head.text)):
            return completion.last_of_list(head) + link + name
        return name + head if completion.is_bare(head) else None

    def _topic(self, figure: Figure) -> Words:
        """What a bare property belongs to: the last phrase's topic, else the clause before."""
        if self.earlier:
            topic = completion.topic_of(self.earlier[-1].words)
            return topic.cut(len(_ADDED)) if topic.text.startswith(_ADDED) else topic
        end = max(figure.clause_start - 1, 0)
        start = max(figure.mask.rfind(c, 0, end) for c in "，：") + 1
        clause = phrase.subject(figure.words.cut(start, end))
        return clause if 2 <= len(clause) <= _SHORT_TOPIC and "、" not in clause.text else NONE

    def _named_before(self, figure: Figure) -> Words:
        """The last phrase, or the nearest clause before that names something."""
        end = figure.clause_start - 1
        start = max(figure.mask.rfind(c, 0, max(end, 0)) for c in "，：") + 1
        compared = _COMPARES.match(figure.text, start, max(end, 0))
        if compared and not figure.placed.follows:
            return phrase.subject(figure.words.cut(start, compared.end("name")))
        if self.earlier:
            return self.earlier[-1].words
        while end > 0:
            start = max(figure.mask.rfind(c, 0, end) for c in "，：") + 1
            head = phrase.subject(_before_digits(phrase.without_times(figure.words.cut(start, end))))
            if len(head) >= 2:
                return head
            end = start - 1
        return NONE


def _before_digits(clause: Words) -> Words:
    """去年改造管网80公里: the figure of what has been is no part of the name."""
    digit = re.search(r"(?<=[一-鿿])\d", clause.text)
    return clause.cut(0, digit.start()) if digit and digit.start() >= _NAME else clause


def _as_part(head: Words, whole: Words, kind: str) -> Words:
    """A part with the verb the whole keeps, or with what the whole says of all."""
    kept = prefix(whole.text, phrases().kept_verbs)
    if kept and head and kind == "count" and not head.text.startswith(kept):
        return whole.cut(0, len(kept)) + head
    return completion.part_of(head, whole, measured=kind == "measure") if head else whole


def _zero_of(figure: Figure, head: Words) -> Words:
    """生活垃圾“零填埋”: the zero is of 生活垃圾填埋."""
    word = figure.words.cut(figure.one.start, figure.one.end)
    head = head.stripped("“")
    return head + word.cut(1) if word.text.startswith("零") and head else head
