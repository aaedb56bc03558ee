"""Chinese words for the check of a draft's figures: kinds of finding, how sure one is."""

CHECK_WORDS: dict[str, dict[str, str]] = {
    "check_rule": {
        "agrees": "一致",
        "old_vintage": "旧版数据",
        "source": "与来源不符",
        "unit": "单位或数量级疑误",
        "basis": "口径疑误",
        "growth": "增速与总量矛盾",
        "share": "比重与分项矛盾",
        "sum": "合计不等于分项",
        "rank": "排名疑误",
        "count": "“N项”与实列不等",
        "average": "年均与累计矛盾",
        "repeated": "同文前后不一",
        "target": "目标与规划原文不符",
        "unpublished": "未公布",
        "renamed": "机构或提法已变",
        "unsupported": "无依据",
    },
    "check_confidence": {"sure": "确定", "likely": "可能", "cannot_tell": "不能判断"},
    "check_role": {
        "actual": "实际值",
        "growth": "增速",
        "change": "变动量",
        "target": "目标",
        "share": "比重",
        "rank": "位次",
        "count": "数目",
        "multiple": "倍数",
        "other": "其他",
    },
}
