"""Counts against the lists they sum up."""

import pytest
from tests.check_drafts import dossier_of, told

from lantu.check.finding import Rule
from lantu.check.rules.count import check_count

WRONG = [
    ("实施三项任务：一是抓投资；二是抓消费；三是抓外贸；四是抓开放。", "三项", "四项"),
    ("包括沈阳、大连、鞍山、抚顺等3个市。", "3个", "4个"),
    (
        "重点抓好五个方面工作：一是稳增长。扩大有效投资。二是促改革。三是调结构。四是惠民生。",
        "五个方面",
        "四个方面",
    ),
    ("推进“四大工程”，即强基工程、安居工程、绿色工程、智慧工程、畅通工程。", "四大", "五大"),
    ("建成沈阳、大连、鞍山3个国家级中心。沈阳、大连、鞍山、抚顺共3个市纳入试点。", "3个", "4个"),
    (
        "今年要重点做好6项工作：\n一、着力扩大内需。\n二、加快科技创新。\n三、深化改革开放。\n四、推进乡村振兴。\n五、保障改善民生。",
        "6项",
        "5项",
    ),
    ("组织实施4项行动，包括提质行动、增效行动、降本行动。", "4项", "3项"),
    ("出台了3个方面12条政策措施。坚持三个导向：问题导向、目标导向、结果导向、需求导向。", "三个", "四个"),
    ("我们要做到两个确保：①确保粮食安全；②确保能源安全；③确保产业链安全。", "两个", "三个"),
    (
        "主要指标有8个：（1）地区生产总值；（2）财政收入；（3）投资；（4）消费；（5）外贸；（6）就业；（7）物价。",
        "8个",
        "7个",
    ),
    ("推动沈阳、大连、鞍山、抚顺3个城市先行先试。", "3个", "4个"),
    ("聚焦教育、医疗、养老、托育5个领域补短板。", "5个", "4个"),
    ("支持装备制造、石化、冶金、轻工、纺织等3个万亿级产业基地建设。", "3个", "5个"),
]

RIGHT = [
    "实施三项任务：一是抓投资；二是抓消费；三是抓外贸。",
    "沈阳、大连、鞍山、抚顺等14个市全部完成任务。",
    "打造先进装备制造、石化和精细化工、冶金新材料3个万亿级产业基地。",
    "推动沈阳、大连、鞍山、抚顺、本溪等5个市加快转型。",
    "沈阳、大连2个市完成投资120亿元，鞍山、抚顺、本溪3个市完成60亿元。",
    "抓好三件大事：一是稳增长，主要抓两项工作：一是投资，二是消费；二是促改革；三是保民生。",
    "新建学校12所、医院5个、公园3个。",
    "出台稳经济27条举措，包括财政、金融、产业等方面。",
    "实施10件民生实事，其中教育3件、医疗2件。",
    "围绕“三篇大文章”，做好改造升级“老字号”、深度开发“原字号”、培育壮大“新字号”。",
    "建设5个国家级开发区、3个综合保税区和12个省级园区。",
    "加快建设“一圈一带两区”。第一，加强党的领导；第二，强化保障。两项任务同步推进。",
    "深化国资国企、财税金融、营商环境3个领域改革，实施科技、人才、教育3项工程。",
    "支持装备制造、石化和精细化工、冶金新材料等3个万亿级产业基地建设。",
    "以沈阳、大连双核带动其他12个市协同发展。",
    "除沈阳、大连外的12个市全部完成任务。",
    "获批国家重点实验室、工程研究中心5个。",
    "推动沈阳、大连、鞍山3个城市先行先试。",
    "聚焦教育、医疗、养老3个领域补短板，新建学校12所。",
    "建立省、市、县三级联动机制，覆盖城乡5个方面。",
    "深入推进国企、财税、金融等重点领域改革，完成3方面任务。",
]


@pytest.mark.parametrize(("text", "quote", "expected"), WRONG, ids=lambda value: value[:12])
def test_a_slip_is_found_at_its_figure(text: str, quote: str, expected: str) -> None:
    dossier = dossier_of(text)
    findings = list(check_count(dossier))
    assert told(findings) == [(quote, expected)]
    assert findings[0].rule is Rule.COUNT
    assert findings[0].span.quote(dossier.document.text) == quote
    assert findings[0].evidence and all(one.span is not None for one in findings[0].evidence)


@pytest.mark.parametrize("text", RIGHT, ids=lambda value: value[:12])
def test_what_agrees_or_cannot_be_decided_is_left_alone(text: str) -> None:
    assert told(list(check_count(dossier_of(text)))) == []
