"""Renamed bodies and replaced phrases: each kind of entry, each guard, and the pace."""

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Knowledge
from lantu.check.periods import Clock
from lantu.check.rules.renamed import check_renamed, spots
from lantu.check.rules.renamed_pack import Level, entries, pack
from lantu.check.statements import Draft
from lantu.documents import Document
from lantu.indicators import shipped_registry
from lantu.values import Period

NOW = date(2025, 6, 30)
CLOCK = Clock(2025, 2024, Period.of_year(2024))


def found(text: str, as_of: date = NOW, clock: Clock = CLOCK) -> list[Finding]:
    document = Document.of_text("draft.txt", text)
    nothing = Knowledge((), (), (), shipped_registry())
    return list(check_renamed(Dossier(document, Draft("", "210000", clock, ()), nothing, as_of)))


def renamed(text: str, **given: object) -> list[tuple[str, str]]:
    return [(one.quote, one.expected) for one in found(text, **given)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("会同环境保护部开展督察。", "环境保护部", "生态环境部"),
        ("国家环保总局正在审批。", "国家环保总局", "生态环境部"),
        ("配合国土资源部做好工作。", "国土资源部", "自然资源部"),
        ("争取农业部支持。", "农业部", "农业农村部"),
        ("国家卫生计生委批复同意。", "国家卫生计生委", "国家卫生健康委"),
        ("国家食品药品监督管理总局核准。", "国家食品药品监督管理总局", "国家市场监督管理总局"),
        ("经国家工商局登记。", "国家工商局", "国家市场监督管理总局"),
        ("银监会、证监会印发通知。", "银监会", "国家金融监督管理总局"),
        ("中国银保监会派出机构。", "中国银保监会", "国家金融监督管理总局"),
        ("国家旅游局评定的景区。", "国家旅游局", "文化和旅游部"),
        ("国务院扶贫办考核组。", "国务院扶贫办", "农业农村部（国家乡村振兴局）"),
        ("中国铁路总公司投资。", "中国铁路总公司", "中国国家铁路集团有限公司"),
        ("中国人民银行沈阳分行负责。", "人民银行沈阳分行", "人民银行辽宁省分行"),
        ("中央全面深化改革领导小组会议精神。", "中央全面深化改革领导小组", "中央全面深化改革委员会"),
        ("由省环境保护厅牵头。", "环境保护厅", "生态环境厅"),
        ("沈阳市环保局负责。", "环保局", "生态环境局"),
        ("（责任单位：发展改革委、环保局、安监局）", "环保局", "生态环境局"),
        ("县国土资源局审核。", "国土资源局", "自然资源局"),
        ("省国税局、地税局联合发布。", "国税局", "税务局"),
        ("省农委统筹。", "农委", "农业农村厅"),
        ("辽宁银保监局通报。", "银保监局", "国家金融监督管理总局的监管局"),
        ("提高新农合补助标准。", "新农合", "城乡居民基本医疗保险"),
        ("“新农合”参保率保持稳定。", "新农合", "城乡居民基本医疗保险"),
        ("建设廉租住房2000套。", "廉租住房", "公共租赁住房"),
        ("加大对贫困县的支持。", "贫困县", "脱贫县"),
        ("一般预算收入增长5%。", "一般预算收入", "一般公共预算收入"),
        ("外国人就业證辦理。", "外国人就业證", "外国人工作许可证"),
    ],
)
def test_an_old_name_is_found_with_its_successor(text: str, old: str, new: str) -> None:
    assert (old, new) in renamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "推进现代农业部署落实。",
        "各级农业部门加强指导。",
        "交通部门、文化部门和卫生部门密切配合。",
        "企业文化部负责宣传。",
        "公司安全环保部组织检查。",
        "住房和城乡建设部、省住房和城乡建设厅印发。",
        "人力资源和社会保障部、文化和旅游部、农业农村部发文。",
        "省林业局址迁建。",
        "省工商局势平稳。",
        "国家市场监督管理总局、国家广电总局、国家药品监督管理局。",
        "国家统计局、国家数据局、国家海洋局发布。",
        "各项税收中，营业税金及附加增加。",
        "扩建新农合作社。",
        "规模以上工业增加值增长5%。",
        "贫困县城建设。",
        "改造棚户区1.2万套。",
        "一般公共预算收入增长5%。",
        "省生态环境厅、市生态环境局落实。",
        "本市旅游局部降温。",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert renamed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "时任环境保护部部长出席。",
        "原环境保护部印发的标准继续有效。",
        "原省环境保护厅已经批复。",
        "原辽宁省国土资源厅的档案移交完毕。",
        "环境保护部更名为生态环境部。",
        "省环境保护厅不再保留。",
        "职责由市安监局划入应急管理局。",
        "2015年，环境保护部批准设立。",
        "2012年至2016年，省农委连续五年表彰。",
        "“十二五”期间，省国土资源厅完成勘查。",
        "2016年启动试点。当年省环境保护厅投入3亿元。",
        "依据《环境保护部关于印发规范的通知》执行。",
        "按照国家食品药品监督管理总局令第12号规定。",
        "文件指出“由省环境保护厅牵头负责此项工作”。",
        "15个省级贫困县全部脱贫摘帽。",
        "廉租住房和公共租赁住房统筹使用。",
        "全面完成营业税改征增值税。",
    ],
)
def test_an_old_name_is_right_when_the_past_or_a_title_is_told(text: str) -> None:
    assert renamed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "执行环境保护部的原则要求。",
        "草原上农业局的站点。",
        "到2025年，由省环境保护厅验收。",
        "平原县农业局发文。",
    ],
)
def test_words_that_only_look_like_the_past_do_not_excuse(text: str) -> None:
    result = renamed(text)
    assert len(result) == (0 if "草原上" in text else 1)


def test_the_name_in_force_on_the_day_of_the_draft_is_given() -> None:
    clock = Clock(2020, 2019)
    assert renamed("由银监会批复。", as_of=date(2020, 5, 1), clock=clock) == [
        ("银监会", "中国银行保险监督管理委员会")
    ]
    assert renamed("由银监会批复。", as_of=date(2017, 5, 1), clock=Clock(2017, 2016)) == []


def test_a_draft_of_before_the_change_is_not_held_to_it() -> None:
    assert renamed("由省环境保护厅牵头。", clock=Clock(2016, 2015)) == []


def test_a_finding_names_document_day_and_place() -> None:
    text = "会同环境保护部开展督察。"
    one = found(text)[0]
    assert one.rule is Rule.RENAMED and one.statement is None and one.confidence is Confidence.SURE
    assert (one.span.start, one.span.end) == (2, 7) and one.span.quote(text) == "环境保护部"
    assert one.evidence[0].published_on == date(2018, 3, 17)
    assert one.evidence[0].source is not None and "2018" in one.evidence[0].source.title
    assert "2018年3月17日" in str(one.message)
    assert found("由省环境保护厅牵头。")[0].confidence is Confidence.LIKELY


def test_the_pack_is_sound() -> None:
    every, shipped = entries(), pack()
    names = [entry.name for entry in every]
    assert len(names) == len(set(names))
    groups = (*shipped.bodies, *shipped.local, *shipped.terms)
    assert len(shipped.bodies) + len(shipped.local) >= 60 and len(groups) >= 80
    for changed in groups:
        days = [step.since for step in changed.steps]
        assert days == sorted(days) and all(date(1990, 1, 1) < day < date(2026, 1, 1) for day in days)
        for step in changed.steps:
            known = step.source in shipped.sources
            assert known or any(c.isdigit() for c in step.source) or "统计局" in step.source
    used = {step.source for changed in groups for step in changed.steps}
    assert set(shipped.sources) <= used
    assert {entry.level for entry in every} == set(Level)


@pytest.mark.parametrize("entry", [e for e in entries() if e.level is not Level.LOCAL], ids=lambda e: e.name)
def test_every_name_fires_alone_and_no_new_name_does(entry: object) -> None:
    name = entry.name  # type: ignore[attr-defined]
    assert [old for old, _ in renamed(f"由{name}负责。")] == [name]
    for step in entry.changed.steps[-1:]:  # type: ignore[attr-defined]
        assert renamed(f"由{step.name}负责。") == []


@pytest.mark.parametrize("entry", [e for e in entries() if e.level is Level.LOCAL], ids=lambda e: e.name)
def test_every_local_name_needs_its_place(entry: object) -> None:
    name, changed = entry.name, entry.changed  # type: ignore[attr-defined]
    assert [old for old, _ in renamed(f"由本{changed.places[0]}{name}负责。")] == [name]
    assert renamed(f"由该{name}负责。") == []


def test_a_long_draft_takes_little_time() -> None:
    text = (
        "全省环保局和农业部门、国家级园区、中国制造、文化旅游、卫生健康、工商登记等工作稳步推进，省农委牵头。\n"
        * 2000
    )[:100_000]
    list(spots(text[:1000]))
    begun = perf_counter()
    list(spots(text))
    assert perf_counter() - begun < 0.25  # 50 ms on an idle machine


def test_the_script_of_the_draft_does_not_matter() -> None:
    assert renamed("會同環境保護部開展督察。") == [("環境保護部", "生态环境部")]


def test_each_findings_text_is_the_documents_own() -> None:
    one = found("會同環境保護部開展督察。")[0]
    assert replace(one).quote == "環境保護部"
