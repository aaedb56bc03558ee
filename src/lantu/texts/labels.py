"""Chinese words of the fixed vocabularies by code; the English stands in ``en/vocabulary.po``.

The words are the glossary's. The entry's context in the catalogue is the kind, because one
Chinese word may need two English ones.
"""

from lantu.texts.catalogue import gettext
from lantu.texts.check_words import CHECK_WORDS
from lantu.texts.language import Language
from lantu.texts.own_words import BASES, CUSTODIANS, UNITS
from lantu.texts.reading_words import READING_WORDS

_ALWAYS = {"reversed": "反向变化", "basis": "口径不可比", "not_due": "未到期", "no_data": "暂无数据"}
_WORDS: dict[str, dict[str, str]] = {
    "status": {
        "met": "已实现",
        "unmet": "未实现",
        "faster": "快于序时进度",
        "on_pace": "达到序时进度",
        "slower": "慢于序时进度",
        **_ALWAYS,
    },
    "status.midterm": {
        "met": "提前实现",
        "unmet": "滞后",
        "faster": "快于预期",
        "on_pace": "基本符合预期",
        "slower": "滞后",
        **_ALWAYS,
    },
    "status.final": {
        "met": "已实现",
        "unmet": "未实现",
        "faster": "快于序时进度",
        "on_pace": "达到序时进度",
        "slower": "慢于序时进度",
        **_ALWAYS,
    },
    "mode": {
        "level": "水平值",
        "flow_per_year": "当年值",
        "cumulative": "累计值",
        "growth_per_year": "年均增长",
        "change": "较基期变化",
        "count_built": "建成数",
    },
    "comparator": {
        "=": "达到",
        ">=": "不低于",
        ">": "高于",
        "<=": "不高于",
        "<": "低于",
        "~": "左右",
        "range": "区间",
        "cover": "覆盖",
    },
    "tier": {"main": "主要指标", "field": "领域指标", "workload": "工作量"},
    "binding": {"binding": "约束性", "expected": "预期性", "unknown": "性质未写明"},
    "vintage": {
        "forecast": "预计数",
        "flash": "快报数",
        "preliminary": "初步核算数",
        "final": "最终核实数",
        "census_revision": "普查修订数",
        "unknown": "数据状态未写明",
    },
    "direction": {"up": "越高越好", "down": "越低越好", "keep": "每期守住"},
    "plan_kind": {
        "outline": "规划纲要",
        "special": "专项规划",
        "regional": "区域规划",
        "spatial": "国土空间规划",
        "annual": "年度计划",
        "action": "行动方案",
    },
    "rank": {"national": "国家级", "provincial": "省级", "prefecture": "市级", "county": "县级"},
    "strength": {"firm": "确定", "strive": "力争", "basic": "基本"},
    "stage": {"annual": "年度监测", "midterm": "中期评估", "final": "总结评估"},
    "method": {
        "distance": "距离法",
        "compound": "年均增速法",
        "limit": "守限法",
        "sum": "累计法",
        "annual": "年度目标法",
        "reference": "参照序列法",
        "rank": "位次法",
        "none": "未判定",
    },
    "growth_kind": {
        "annual_growth": "年均增长（%）",
        "annual_level": "每年保持",
        "annual_flow": "年均数量",
        "cumulative_change": "五年累计变化",
        "cumulative_total": "五年累计总量",
        "text": "文字表述",
        "deferred": "完成国家下达任务",
    },
    "indicator_kind": {"stock": "存量", "flow": "流量", "ratio": "比率", "growth": "增速"},
    "heading": {"part": "篇", "chapter": "章", "section": "节", "box": "专栏", "item": "项"},
    "state": {"pending": "待核", "confirmed": "已核"},
    "relation": {
        "above": "高于",
        "in_step": "同步",
        "rank_up": "位次前移",
        "rank_within": "位次之内",
        "not_above": "低于",
        "reasonable": "保持在合理区间",
    },
    "unit": {word: word for word in UNITS},
    "basis": {word: word for word in BASES},
    "custodian": {word: word for word in CUSTODIANS},
    **READING_WORDS,
    **CHECK_WORDS,
}


def kinds() -> tuple[str, ...]:
    """The vocabularies there are."""
    return tuple(_WORDS)


def codes(kind: str) -> tuple[str, ...]:
    """The codes of one vocabulary, in the order pages show them."""
    return tuple(_WORDS[kind])


def label(kind: str, code: str, language: Language) -> str:
    """Return the word for a code; an unknown code comes back as it is, so a page never breaks."""
    word = _WORDS.get(kind, {}).get(code)
    return code if word is None else gettext(word, language, kind)
