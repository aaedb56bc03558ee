"""What a draft says of targets: every kind of difference told, and nothing where no plan decides."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.cases import load_case, names
from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Knowledge
from lantu.check.matches import matched
from lantu.check.rules.target import check_target
from lantu.check.rules.target_named import by_words
from lantu.check.rules.target_terms import as_planned
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import shipped_registry
from lantu.plan import Plan, Target
from lantu.values import Binding, Comparator, Direction, Mode, Period, PlanKind, Rank

PROVINCE = "辽宁省“十四五”规划纲要实施中期评估报告\n"
WORK = "2025年辽宁省政府工作报告\n"
REPORT = "关于2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告\n"
NATION = "国家“十四五”规划《纲要》实施中期评估报告\n"
CITY = "大连市“十四五”规划纲要实施中期评估报告\n"
PAST = "2024年辽宁省政府工作报告\n"
NEXT = "2026年辽宁省政府工作报告\n"


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    cases = [load_case(name) for name in names()]
    return Knowledge(
        (),
        [plan for case in cases for plan in case.plans],
        [target for case in cases for target in case.targets],
        shipped_registry(),
    )


def dossier(text: str, knowledge: Knowledge, as_of: date = date(2026, 6, 30), region: str = "") -> Dossier:
    document = Document.of_text("draft.txt", text)
    draft = read_statements(document, region=region)
    statements = matched(draft.statements, knowledge.registry)
    return Dossier(document, replace(draft, statements=statements), knowledge, as_of)


def found(text: str, knowledge: Knowledge, **given: object) -> list[Finding]:
    return list(check_target(dossier(text, knowledge, **given)))  # type: ignore[arg-type]


def alarms(findings: list[Finding]) -> list[Finding]:
    return [one for one in findings if one.rule is not Rule.AGREES]


@pytest.mark.parametrize(
    ("head", "text", "quote", "expected", "part"),
    [
        (PROVINCE, "国家“十四五”规划提出到2025年常住人口城镇化率达到66%。", "66%", "65%", "数值不同"),
        (
            PROVINCE,
            "《中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要》提出，到2025年森林覆盖率达到24.5%。",
            "24.5%",
            "24.1%",
            "数值不同",
        ),
        (CITY, "省“十四五”规划纲要提出，到2025年常住人口城镇化率达到70%。", "70%", "69%", "数值不同"),
        (CITY, "到2025年，地区生产总值达到1.2万亿元左右。", "1.2万亿元", "1万亿元左右", "数值不同"),
        (
            PROVINCE,
            "《辽宁全面振兴新突破三年行动方案》提出，到2025年规上工业营业收入达到4.5万亿元。",
            "4.5万亿元",
            "4.3万亿元",
            "数值不同",
        ),
        (
            PROVINCE,
            "三年行动方案提出，到2025年，沈阳市地区生产总值达到1万亿元。",
            "1万亿元",
            "2024年",
            "期限变了",
        ),
        (
            PROVINCE,
            "数字辽宁发展规划提出，到2025年数字经济增加值占地区生产总值比重达到50%。",
            "50%",
            "45%",
            "数值不同",
        ),
        (PROVINCE, "常住人口城镇化率达到73%，超出规划目标6个百分点。", "6个百分点", "4个百分点", "高于目标"),
        (
            PAST,
            "2023年，城镇新增就业47.4万人，超额完成46万人的目标任务。",
            "46万人",
            "超过45万人",
            "数值不同",
        ),
        (PROVINCE, "三年行动方案提出，到2024年全省地区生产总值达到1万亿元左右。", "1万亿元", "", "范围"),
        (
            NEXT,
            "风电光伏装机达到4800万千瓦，远超3500万千瓦的规划目标。",
            "3500万千瓦",
            "3000万千瓦以上",
            "数值不同",
        ),
        (
            REPORT,
            "粮食产量达到14130亿斤，高于1.2万亿斤以上的预期目标。",
            "1.2万亿斤",
            "1.3万亿斤以上",
            "数值不同",
        ),
        (
            NATION,
            "每千人口拥有3岁以下婴幼儿托位数2.5个，与2025年5.5个的目标还有较大差距。",
            "5.5个",
            "4.5个",
            "数值不同",
        ),
        (
            NATION,
            "劳动年龄人口平均受教育年限达到11.3年的预期性目标可以如期实现。",
            "11.3年",
            "",
            "约束性指标，文中说成预期性",
        ),
        (REPORT, "单位国内生产总值能耗降低3.8%，超过2%左右的预期目标。", "2%", "2.5%左右", "数值不同"),
        (WORK, "到2025年底，风电光伏装机达到2500万千瓦以上。", "2500万千瓦", "3000万千瓦以上", "数值不同"),
        (
            NATION,
            "地级及以上城市空气质量优良天数比率达到86.5%，距88.5%的目标还有差距。",
            "88.5%",
            "87.5%",
            "数值不同",
        ),
        (PROVINCE, "“十四五”规划纲要提出，到2025年常住人口城镇化率达到70%。", "70%", "69%", "数值不同"),
        (PROVINCE, "到2025年，常住人口城镇化率达到69%左右。", "69%", "69%", "要求放松了"),
        (PROVINCE, "到2025年，汽车产业营业收入达到6500亿元。", "6500亿元", "6000亿元", "数值不同"),
        (PROVINCE, "到2025年，护理型养老床位占比达到55%左右。", "55%", "不低于55%", "要求放松了"),
        (PROVINCE, "规划纲要提出，到2027年汽车产业营业收入达到6000亿元。", "6000亿元", "2025年", "期限变了"),
        (
            PROVINCE,
            "到2025年，风电光伏装机达到3000万千瓦左右。",
            "3000万千瓦",
            "3000万千瓦以上",
            "要求放松了",
        ),
        (PROVINCE, "到2025年，整车产量达到150辆。", "150辆", "150万辆", "单位或数量级不同"),
        (PROVINCE, "到2025年，整车产量达到1500万辆。", "1500万辆", "150万辆", "单位或数量级不同"),
        (PROVINCE, "到2024年，农村自来水普及率达到88%。", "88%", "2025年", "期限变了"),
        (PROVINCE, "“十四五”期间，新建和提质改造高标准农田1600万亩。", "1600万亩", "1400万亩", "数值不同"),
        (PROVINCE, "到2025年，企业上云上平台达到20万家以上。", "20万家", "20万家", "原文没有"),
        (NATION, "到2025年，森林覆盖率达到24.1%，为预期性指标。", "24.1%", "", "约束性指标，文中说成预期性"),
        (
            NATION,
            "《纲要》确定的预期性指标单位GDP能耗五年累计降低13.5%。",
            "13.5%",
            "",
            "约束性指标，文中说成预期性",
        ),
        (
            NATION,
            "“十四五”规划《纲要》提出，到2025年，地级及以上城市空气质量优良天数比率达到88.5%。",
            "88.5%",
            "87.5%",
            "数值不同",
        ),
        (
            NATION,
            "到2025年，基本养老保险参保率达到95%，属于约束性指标。",
            "95%",
            "",
            "预期性指标，文中说成约束性",
        ),
        (NATION, "到2025年，单位GDP二氧化碳排放比2020年降低16%。", "16%", "18%", "数值不同"),
        (
            NATION,
            "“十四五”规划目标为到2025年每万人口高价值发明专利拥有量达到12件左右。",
            "12件",
            "12件",
            "要求放松了",
        ),
        (NATION, "到2025年，每千人口拥有3岁以下婴幼儿托位数达到4个。", "4个", "4.5个", "数值不同"),
        (NATION, "到2027年，数字经济核心产业增加值占GDP比重达到10%。", "10%", "2025年", "期限变了"),
        (
            REPORT,
            "2024年，城镇调查失业率平均为5.1%，低于年度目标0.6个百分点。",
            "0.6个百分点",
            "0.4个百分点",
            "低于目标",
        ),
        (REPORT, "2024年国内生产总值增长5%，完成了4.5%左右的预期目标。", "4.5%", "5%左右", "数值不同"),
        (REPORT, "2025年发展主要预期目标是：国内生产总值增长5.5%左右。", "5.5%", "5%左右", "数值不同"),
        (REPORT, "2025年发展主要预期目标是：国内生产总值增长5%以上。", "5%", "5%左右", "原文没有"),
        (
            REPORT,
            "2025年发展主要预期目标是：城镇新增就业1200万人左右。",
            "1200万人",
            "1200万人以上",
            "要求放松了",
        ),
        (REPORT, "2025年发展主要预期目标是：居民消费价格涨幅3%左右。", "3%", "2%左右", "数值不同"),
        (REPORT, "2025年，单位国内生产总值能耗降低2%左右。", "2%", "3%左右", "数值不同"),
        (REPORT, "2025年，粮食产量1.5万亿斤左右。", "1.5万亿斤", "1.4万亿斤左右", "数值不同"),
        (REPORT, "2024年城镇新增就业1256万人，完成年度目标的110.7%。", "110.7%", "104.7%", "完成目标的"),
        (
            REPORT,
            "2024年城镇新增就业1256万人，超额完成1100万人以上的预期目标。",
            "1100万人",
            "1200万人以上",
            "数值不同",
        ),
        (REPORT, "2025年粮食产量1.4亿斤左右。", "1.4亿斤", "14000亿斤左右", "单位或数量级不同"),
        (WORK, "2025年主要预期目标：地区生产总值增长5.5%左右。", "5.5%", "5%以上", "数值不同"),
        (WORK, "2025年，地区生产总值增长5%左右。", "5%", "5%以上", "要求放松了"),
        (REPORT, "2024年，国内生产总值增长5%，高于年度预期目标0.5个百分点。", "0.5个百分点", "", "持平"),
        (NATION, "规划目标是到2025年人均预期寿命提高2岁。", "2岁", "1岁", "数值不同"),
        (NATION, "常住人口城镇化率达到66.2%，高于规划目标66%。", "66%", "65%", "数值不同"),
        (REPORT, "2024年居民消费价格上涨0.2%（年度预期目标为2%左右）。", "2%", "3%左右", "数值不同"),
        (REPORT, "2024年国内生产总值增长5%，比年度预期目标高1个百分点。", "1个百分点", "", "持平"),
        (
            NATION,
            "| 指标 | 属性 | 2025年目标 | 2022年 |\n|---|---|---|---|\n| 常住人口城镇化率（%） | 预期性 | 66 | 65.2 |\n| 森林覆盖率（%） | 预期性 | 24.1 | 24.02 |\n",
            "66",
            "65%",
            "数值不同",
        ),
        (
            PROVINCE,
            "三年行动方案提出，到2024年大连市地区生产总值超过1.2万亿元。",
            "1.2万亿元",
            "超过1万亿元",
            "数值不同",
        ),
    ],
)
def test_a_slip_is_told(
    head: str, text: str, quote: str, expected: str, part: str, shipped: Knowledge
) -> None:
    one = alarms(found(head + text, shipped))[0]
    assert (one.rule, one.quote, one.expected) == (Rule.TARGET, quote, expected)
    assert part in str(one.message)
    assert one.evidence[0].plan and one.evidence[0].quote


@pytest.mark.parametrize(
    ("head", "text", "agreeing"),
    [
        (PROVINCE, "国家“十四五”规划提出到2025年常住人口城镇化率达到65%。", ["65%"]),
        (
            PROVINCE,
            "《中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要》提出，到2025年森林覆盖率达到24.1%。",
            ["24.1%"],
        ),
        (CITY, "省“十四五”规划纲要提出，到2025年常住人口城镇化率达到69%。", ["69%"]),
        (
            CITY,
            "《辽宁全面振兴新突破三年行动方案（2023—2025年）》提出，到2025年进出口总额突破1万亿元。",
            ["1万亿元"],
        ),
        (PROVINCE, "全省能耗强度目标为14.5%，国家考核目标为15%。", []),
        (PROVINCE, "到2025年，全国常住人口城镇化率将达到65%，我省将达到69%。", ["65%", "69%"]),
        (PROVINCE, "常住人口城镇化率达到73%，超出规划目标4个百分点。", []),
        (PROVINCE, "新建和提质改造高标准农田累计600万亩，完成规划目标1400万亩的42.9%。", ["1400万亩"]),
        (PROVINCE, "青州发展规划提出，到2025年常住人口城镇化率达到80%。", []),
        (
            PAST,
            "2023年，城镇新增就业47.4万人，超额完成45万人的目标任务；地区生产总值增长5.3%，高于5%左右的预期目标。",
            ["45万人", "5%"],
        ),
        (NEXT, "风电光伏装机达到4800万千瓦，远超3000万千瓦的规划目标。", ["3000万千瓦"]),
        (REPORT, "粮食产量达到14130亿斤，高于1.3万亿斤以上的预期目标，首次突破1.4万亿斤。", ["1.3万亿斤"]),
        (NATION, "地级及以上城市空气质量优良天数比率达到86.5%，距87.5%的目标还有差距。", ["87.5%"]),
        (NATION, "劳动年龄人口平均受教育年限达到11.3年的约束性目标可以如期实现。", ["11.3年"]),
        (REPORT, "粮食产量达到14130亿斤，高于13000亿斤的预期目标，首次突破1.4万亿斤。", ["13000亿斤"]),
        (REPORT, "单位国内生产总值能耗降低3.8%，超过2.5%左右的预期目标。", ["2.5%"]),
        (WORK, "到2025年底，风电光伏装机达到3500万千瓦以上。", []),
        (REPORT, "2025年，森林覆盖率达到24.1%以上。", []),
        (WORK, "2025年主要预期目标：地区生产总值增长5%以上，力争达到5.5%。", ["5%"]),
        (WORK, "今年上半年，力争城镇新增就业25万人。", []),
        (WORK, "2024年城镇新增就业48万人。今年1—10月，城镇新增就业42.3万人，完成全年目标的90%。", []),
        (REPORT, "2025年上半年国内生产总值增长5.3%，高于全年预期目标0.3个百分点。", []),
        (WORK, "今年，大连市地区生产总值增长6%左右。", []),
        (REPORT, "2025年，各地区生产总值目标多在5%以上，其中广东省5%左右。", []),
        (PROVINCE, "到2025年，常住人口城镇化率达到69%。", ["69%"]),
        (PROVINCE, "2025年常住人口城镇化率达到74.5%，超过规划目标5.5个百分点。", []),
        (PROVINCE, "到2025年，汽车产业营业收入达到6000亿元，整车产量达到150万辆。", ["6000亿元", "150万辆"]),
        (PROVINCE, "到2025年，风电光伏装机达到3000万千瓦以上。", ["3000万千瓦"]),
        (NATION, "到2025年，森林覆盖率达到24.1%，为约束性指标；城镇化率达到65%，为预期性指标。", ["24.1%"]),
        (NATION, "单位GDP能耗五年累计降低13.5%。", []),
        (REPORT, "2024年，城镇调查失业率平均为5.1%，低于年度目标0.4个百分点。", []),
        (REPORT, "2024年国内生产总值增长5%，实现了5%左右的预期目标。", ["5%"]),
        (REPORT, "2024年城镇新增就业1256万人，超额完成1200万人的目标任务。", ["1200万人"]),
        (REPORT, "2024年城镇新增就业1256万人，完成年度目标的104.7%。", []),
        (
            REPORT,
            "2025年发展主要预期目标是：国内生产总值增长5%左右；城镇调查失业率5.5%左右，城镇新增就业1200万人以上；居民消费价格涨幅2%左右；粮食产量1.4万亿斤左右；单位国内生产总值能耗降低3%左右。",
            ["5%", "5.5%", "1200万人", "2%", "1.4万亿斤", "3%"],
        ),
        (REPORT, "今年，将居民消费价格涨幅控制在2%左右。", ["2%"]),
        (WORK, "2025年主要预期目标：地区生产总值增长5%以上。", ["5%"]),
        (WORK, "到2027年，常住人口城镇化率达到75%。", []),
        (WORK, "到2030年，风电光伏装机达到7000万千瓦。", []),
        (NEXT, "到2030年，地表水达到或好于Ⅲ类水体比例达到90%。", []),
        (NATION, "“十四五”时期，单位GDP能耗降低目标为13.5%，前三年累计降低7.3%。", ["13.5%"]),
        (REPORT, "2024年单位GDP能耗降低3.8%，超额完成2.5%左右的年度目标。", ["2.5%"]),
        (NATION, "国家下达我省单位GDP能耗降低目标为14%。", []),
        (PROVINCE, "《辽宁省“十四五”能源发展规划》提出，到2025年风电光伏装机达到3700万千瓦。", []),
        (NATION, "常住人口城镇化率达到66.2%，高于规划目标65%。", ["65%"]),
        (REPORT, "2024年居民消费价格上涨0.2%（年度预期目标为3%左右）。", ["3%"]),
        (REPORT, "2024年国内生产总值增长5%，与年度预期目标持平。", []),
        (
            NATION,
            "| 指标 | 属性 | 2025年目标 | 2022年 |\n|---|---|---|---|\n| 常住人口城镇化率（%） | 预期性 | 65 | 65.2 |\n| 森林覆盖率（%） | 约束性 | 24.1 | 24.02 |\n| 单位GDP能耗降低（%） | 约束性 | 〔13.5〕 |  |\n",
            ["65", "24.1"],
        ),
        (REPORT, "2024年国内生产总值134.9万亿元，增长5%。", []),
        (NATION, "到2025年，基本养老保险参保率达到95%。", ["95%"]),
        (NATION, "研发经费投入年均增长7%以上。", []),
        (NATION, "粮食综合生产能力保持在6.5亿吨以上。", []),
        (REPORT, "到2025年，非化石能源消费占比达到20%左右。", ["20%"]),
    ],
)
def test_what_the_plans_say_or_do_not_decide_raises_no_alarm(
    head: str, text: str, agreeing: list[str], shipped: Knowledge
) -> None:
    findings = found(head + text, shipped)
    assert alarms(findings) == []
    assert [one.quote for one in findings] == agreeing


PLAN = Plan("a", "青州市“十四五”规划", PlanKind.OUTLINE, Rank.PREFECTURE, "210200", Period.parse("2021/2025"))
YEAR = Plan("y", "青州市2023年计划", PlanKind.ANNUAL, Rank.PREFECTURE, "210200", Period.of_year(2023))


def target(plan: str, **given: object) -> Target:
    facts = {
        "id": f"{plan}.0001",
        "quote": "70%",
        "indicator": "常住人口城镇化率",
        "comparator": Comparator.AT_LEAST,
        "value": Decimal(70),
        "unit": "%",
        "mode": Mode.LEVEL,
        "direction": Direction.UP,
        "qualifier": "以上",
        "deadline": 2025,
        "indicator_code": "urbanization",
        "binding": Binding.EXPECTED,
        "plan": plan,
    }
    return Target(**{**facts, **given})  # type: ignore[arg-type]


def known(*targets: Target) -> Knowledge:
    return Knowledge((), (PLAN, YEAR), targets, shipped_registry())


def made(text: str, *targets: Target, as_of: date = date(2026, 6, 30)) -> list[Finding]:
    head = "青州市“十四五”规划实施中期评估报告\n"
    return found(head + text, known(*targets), region="210200", as_of=as_of)


def test_agreement_with_any_plan_the_words_admit_is_agreement() -> None:
    both = (target("a"), target("y", value=Decimal(68), quote="68%", deadline=2025))
    assert [one.rule for one in made("到2025年，常住人口城镇化率达到68%以上。", *both)] == [Rule.AGREES]
    named = made("“十四五”规划纲要提出，到2025年常住人口城镇化率达到68%以上。", *both)
    assert [one.rule for one in named] == [Rule.TARGET] and named[0].evidence[0].plan == "a"


def test_the_nearest_target_is_named() -> None:
    both = (target("a"), target("y", value=Decimal(60), quote="60%", deadline=2025))
    assert made("到2025年，常住人口城镇化率达到72%以上。", *both)[0].expected == "70%以上"


def test_a_plan_that_is_named_makes_it_sure() -> None:
    assert made("到2025年，常住人口城镇化率达到72%以上。", target("a"))[0].confidence is Confidence.LIKELY
    named = made("规划目标是到2025年常住人口城镇化率达到72%以上。", target("a"))
    assert named[0].confidence is Confidence.SURE


def test_a_plan_that_was_not_out_yet_decides_nothing() -> None:
    assert made("到2025年，常住人口城镇化率达到72%以上。", target("a"), as_of=date(2020, 12, 1)) == []


def test_a_plan_of_after_the_drafts_own_time_decides_nothing(shipped: Knowledge) -> None:
    text = "到2030年，数字经济核心产业增加值占GDP比重达到12%。"
    assert found("2021年国务院政府工作报告\n" + text, shipped, region="000000") == []
    later = found("2026年国务院政府工作报告\n" + text, shipped, region="000000")
    assert [one.expected for one in later] == ["12.5%"]


def test_another_thing_region_or_year_decides_nothing() -> None:
    assert made("到2025年，全省常住人口城镇化率达到72%以上。", target("a")) == []
    assert made("到2030年，常住人口城镇化率达到75%。", target("a")) == []
    assert made("到2025年，户籍人口城镇化率达到60%。", target("a")) == []


def test_far_off_figures_are_of_something_else_unless_a_plan_is_named() -> None:
    assert made("到2025年，常住人口城镇化率达到30%以上。", target("a")) == []
    assert made("规划目标是到2025年常住人口城镇化率达到30%以上。", target("a")) != []


def test_a_growth_is_not_held_against_a_level() -> None:
    assert made("到2025年，常住人口城镇化率提高2个百分点。", target("a")) == []


@pytest.mark.parametrize(
    ("words", "kinds", "years"),
    [
        ("“十四五”规划纲要", {PlanKind.OUTLINE}, "2021/2025"),
        ("“十五五”规划", {PlanKind.OUTLINE}, "2026/2030"),
        ("年度目标", {PlanKind.ANNUAL}, ""),
        ("政府工作报告", {PlanKind.ANNUAL}, ""),
        ("三年行动方案", {PlanKind.ACTION}, ""),
        ("规划目标", {PlanKind.OUTLINE}, ""),
        ("“十四五”时期", set(), ""),
    ],
)
def test_words_name_kinds_of_plan(words: str, kinds: set[PlanKind], years: str, shipped: Knowledge) -> None:
    asked = by_words(dossier("一、总体情况。", shipped), words + "提出，", "", "210000")
    assert set(asked.kinds) == kinds
    assert (asked.period.code if asked.period else "") == years


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, "70%以上"),
        ({"qualifier": "不低于"}, "不低于70%"),
        ({"quote": "〔13.5〕", "comparator": Comparator.EQUAL, "qualifier": ""}, "13.5%"),
        ({"quote": "＞7", "comparator": Comparator.ABOVE, "qualifier": "＞"}, ">7%"),
        ({"quote": "1.45 左右", "comparator": Comparator.ABOUT, "qualifier": "左右"}, "1.45%左右"),
        ({"qualifier": ""}, "70%以上"),
    ],
)
def test_a_target_is_written_as_its_plan_writes_it(facts: dict[str, object], text: str) -> None:
    assert as_planned(target("a", **facts)) == text
