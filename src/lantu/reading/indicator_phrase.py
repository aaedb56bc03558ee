"""The shortest phrase that says alone what a figure measures, cut out of the words beside it."""

import re
from functools import cache

from lantu.reading.lexicon import cues, phrases, prefix, suffix, verbs
from lantu.reading.verbs import without_qualifiers
from lantu.reading.words import NONE, Words, hidden

_TIME = re.compile(
    r"今年|明年|去年|(?:力争|争取|确保|努力)?(?:为?(?:到|至|在|于|从|自)?(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?:[-—~]{1,2}20\d\d)?年?(?:底|末|年底|年末)?(?:以?前|之前)?"
    r"|“十[一二三四五六七八九]五”(?=累计|共|新增|新建|建设|完成|实施|全[省市县区]|地区|年均|经济|力争)"
    r"|(?:到|在|至)?“?十[一二三四五六七八九]五”?(?:规划)?(?:时期|期间|期末|末期?|期内)"
    r"|(?:到)?规划期(?:末|内)|(?:今后|未来)?(?:[一二三四五十两]|\d{1,2})年(?:内(?=[一-鿿])|(?:内|间|里|时间)?(?=共|累计|计划|新|建|培|引|完成|实施|组织|遴选|力争|[，])))[，,]?"
)
_COMPARED = re.compile(
    r"在(?:20\d\d年|“?十[一二三四五六七八九]五”?末?)(?:[\d.]+[^，。；的]{0,6})?的?基础上"
    r"|(?:较|(?<!占)比|与|相比|和)(?:20\d\d年底?末?|“?十[一二三四五六七八九]五”?(?:末|期末|时期|期间)?|上年|基期|规划基期|现有水平|全国平均水平)"
    r"(?:的?水平|的[\d.]+[万亿]?[^，。；\d]{1,4}?(?=增|提|扩|减|降|下))?(?:相比)?"
)
# 项目数不低于总立项数的90%: what the share is of stands between the bound and the figure.
_OF_WHOLE = re.compile(
    r"(?:力争|争取|努力)?(?:不低于|不少于|超过|高于|达到|不超过|不高于)(?P<whole>[^，。；、\d]{2,12})的$"
)
_IN_FIELD = re.compile(r"在[^，。；]{2,12}(?:领域|地区|行业|区域|范围内?|城市|方面)(?=推|实|开|建|全)")
_TIMES_OF = re.compile(
    r"(?:达到?|为|控制在|保持在|稳定在)每[^，。；]{1,4}$|(?:达到|是|为|相当于|增加到)(?:20\d\d年|“?十[一二三四五六七八九]五”?(?:时期|期间|末))的$"
)
_OF_EACH = re.compile(
    r"(?:每一?(?:个|座|所|家)?|各)(?!年|级|人|月|日|天|[百千万十])(?:（[^（）]*）|[^，。；、：\d每（）]){1,16}?(?=(?:都|均|至少|要)*(?:建设|建成|建有|建立|新建|设立|设置|配备|布局|打造|创建|培育))"
)
_LEANING = re.compile(
    "(?:依托|围绕|聚焦|立足|利用|以“[^”]{2,12}”方式)[^，。；：\\d]{2,16}?"
    "(?=(?:高标准|重点|加快|每年)?(?:建设|建成|打造|培育|新建|创建|组建|组织|新增))"
)
_WHO_YEARLY = re.compile(
    "[^，、：]{2,8}(?:每年|五年|三年)(?=(?:安排|投入|组织|培训|培养|引进|支持|新增|举办|开展|建设|新建|完成|实施)[一-鿿]{2})"
)
_FROM = re.compile(
    r"(?:由|从)(?:20\d\d年底?末?的?|“?十[一二三四五六七八九]五”?末?的?|目前的?|现在的?|上年的?|去年的?)?[\d.]+[^，。；\d]{0,8}$"
)


def subject(left: Words) -> Words:
    """The noun phrase in front of a figure: time, adverbs, verbs and comparators taken off.

    A verb that is left alone names nothing (每年安排不少于10亿元).
    """
    found = opened(closed(without_times(_inside_bracket(left))))
    if found.text.startswith("分别"):
        found = found.cut(2)
    return NONE if found.text in phrases().alone else found


def _inside_bracket(left: Words) -> Words:
    """Of a figure in brackets (其中…) only what stands in them."""
    at = left.text.rfind("（")
    return left.cut(at + 1) if at >= 0 and "）" not in left.text[at:] else left


def without_times(left: Words) -> Words:
    """Without the time at the beginning, what it is compared with, and where it starts from."""
    while match := _TIME.match(left.text):
        left = left.cut(match.end())
    for pattern in (_LEANING, _WHO_YEARLY, _OF_EACH):
        if match := pattern.match(left.text):
            left = left.cut(match.end())
    if match := _OF_WHOLE.search(left.text):
        left = left.cut(0, match.start()) + left.cut(*match.span("whole"))
    for pattern in (_COMPARED, _FROM):
        if match := pattern.search(left.text):
            left = left.cut(0, match.start()) + left.cut(match.end())
    return left.stripped("，、：")


def closed(words: Words) -> Words:
    """Without the verbs, comparators and adverbs at the end."""
    pack = phrases()
    while True:
        text = words.text
        rest = without_qualifiers(text)
        for pattern in (_FROM, _TIMES_OF):
            if match := pattern.search(rest):
                rest = rest[: match.start()]
        word = _years_at_end(rest) or suffix(rest, _end_verbs()) or suffix(rest, pack.trailing)
        if word and _word_stays(rest, word):
            word = ""
        size = len(rest) - len(word)
        if size == len(text):
            return words
        words = words.cut(0, size)


def _years_at_end(text: str) -> str:
    """就业五年累计60万人, 利用率2027年和2030年分别达到…: years are no part of the phrase."""
    match = re.search(r"(?:[三五十]|[35])年$|(?:[到至]?20\d\d年?[底末]?以?前?[和、]?)+$", text)
    return match[0] if match and match.start() else ""


def _word_stays(text: str, word: str) -> bool:
    """A last syllable that belongs to a noun (雷达, 行为, 发展水平)."""
    return len(word) == 1 and text.endswith(
        (
            "雷达",
            "行为",
            "作为",
            "认为",
            "以下",
            "用地",
            "在校",
            "所有",
            "国有",
            "自有",
            "共有",
            "公有",
            "经济增长",
            "人均",
            "平均",
            "目的",
            "青少年",
            "壮年",
            "产能",
            "功能",
            "性能",
            "节能",
            "储能",
            "智能",
            "职能",
            "动能",
            "核能",
            "氢能",
            "用能",
            "太阳能",
            "效能",
            "技能",
            "部分",
            "学分",
            "积分",
            "青年",
            "学年",
            "主要",
            "重要",
            "供应",
            "效应",
            "节约",
            "集约",
            "许可",
            "公共",
            "工分",
            "养分",
            "占有",
            "潜能",
            "耗能",
            "风能",
            "热能",
        )
    )


@cache
def _end_verbs() -> tuple[str, ...]:
    pack = verbs()
    words = (*pack.level, *pack.level_down, *pack.level_keep, *pack.change_up, *pack.change_down)
    return tuple(
        w
        for w in words
        if w
        not in (
            "覆盖",
            "保障",
            "储备",
            "控制",
            "配备",
            "供应",
            "减排",
            "节约",
            "存量",
            "增幅",
            "增速",
            "涨幅",
            "降幅",
            "升",
            "减量",
            "有",
            "减",
        )
    )


def opened(words: Words) -> Words:
    """Without the adverbs and verbs at the beginning that the mode already says."""
    pack = phrases()
    while True:
        text = words.text
        ahead = _TIME.match(text) or _IN_FIELD.match(text)
        size = max(len(prefix(text, pack.leading)), ahead.end() if ahead else 0)
        verb = prefix(text, _start_verbs())
        if verb and not _stays(text, verb):
            size = max(size, len(verb))
        adverb = prefix(text, pack.adverbs)
        if adverb and len(adverb) > size and _verbal(text[len(adverb) :]):
            size = len(adverb)
        if size and size >= len(text):
            return NONE
        if not size or _stays(text, text[:size]):
            return words.stripped("，、：")
        words = words.cut(size).stripped("，、：")


@cache
def _start_verbs() -> tuple[str, ...]:
    pack = verbs()
    kept = set(phrases().kept_verbs)
    return tuple(w for w in (*pack.build, *pack.cumulative) if w not in kept and len(w) > 1)


def _verbal(text: str) -> bool:
    """Whether a verb or another adverb follows."""
    word = prefix(text, _openers())
    return bool(word) and not _stays(text, word)


@cache
def _openers() -> tuple[str, ...]:
    return (*verbs().build, *verbs().cumulative, *phrases().leading, *phrases().adverbs)


def _stays(text: str, verb: str) -> bool:
    """Whether the verb is part of a noun there (增加值, 建设用地, 开发区)."""
    rest = text[len(verb) :]
    tail = prefix(rest, phrases().noun_tails)
    return not rest or bool(tail)


def thing(right: Words) -> Words:
    """The noun phrase behind a figure, long modifiers left out."""
    words = right.stripped("，、：的")
    match = re.search("以及|及(?!其|时)", words.text)
    if match and match.start() >= 4:
        words = words.cut(0, match.start())
    words = _role(words)
    return without_modifier(words)


def _role(words: Words) -> Words:
    """A作为B: what is counted are B."""
    for role in ("作为", "成为", "打造成为", "建设成为"):
        at = words.text.find(role)
        if at > 0 and len(words.text) - at - len(role) >= 4:
            return words.cut(at + len(role))
    return words


def without_modifier(words: Words) -> Words:
    """Leave out a long modifier in front of 的 that holds a list or a clause.

    Of a list of modifiers the last one stays: 适应需要、规范化运行的机构 -> 规范化运行的机构.
    """
    text = hidden(words.text)
    at = text.rfind("的")
    modifier = text[:at]
    if at < 0 or at + 2 >= len(text):
        return words
    if verb := _HAVING.match(modifier):
        return words.cut(0, verb.end()) + words.cut(at + 1)
    last, limit = modifier.rfind("、"), phrases().long_modifier
    long = len(modifier) > 2 * limit or 0 < last < at - limit
    if modifier.startswith("以") or not long:
        return words
    if last > 0 and at - last <= limit and "等" not in modifier[last:]:
        return words.cut(last + 1)
    return words if len(text) - at - 1 < _HEAD else words.cut(at + 1)


_HEAD = 4  # a head noun shorter than this says too little alone
_HAVING = re.compile(r".{1,8}?(?:建有|配有|拥有|实现|建成|达到)")


def kept_verb(left: str) -> str:
    """The verb of a cumulative count that the phrase keeps, since the mode does not say it."""
    return suffix(without_qualifiers(left), phrases().kept_verbs)


def purpose(left: Words) -> Words:
    """面向…开发 in front of a figure belongs to the phrase; other words there do not."""
    words = without_times(left)
    text = words.text
    while word := prefix(text, ("每年", "累计", "共", "计划", "积极", "重点")):
        words = words.cut(len(word))
        text = words.text
    if not text.startswith("面向"):
        return NONE
    return words.cut(0, len(without_qualifiers(text)))


def ends_listing(left: str) -> bool:
    """Whether the words in front say that the figure only sums up what was listed."""
    return bool(suffix(left.rstrip("“"), cues().names.listing))
