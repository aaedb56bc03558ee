"""A made-up plan as a text, loaded: for the pages that read through it."""

from tests.web.sample import NOW

from lantu import actions
from lantu.actions import PlanFacts
from lantu.documents import Document
from lantu.store import Store

TEXT = """临湖市国民经济和社会发展第十四个五年规划纲要
第一章 发展目标
到2025年，常住人口城镇化率达到70%，高新技术企业达到800家以上。湖面风光依旧。
第二章 重点任务
第一节 产业
完善产业链服务机制。建设临湖科技馆，加快建设政务数据平台。（市发展改革委牵头，市财政局配合）
"""
PLAN = "linhu-14fyp"
ROOT = f"/plans/{PLAN}"


def load(store: Store) -> Store:
    """Register the plan with its text."""
    actions.load_plan(store, Document.of_text("linhu.txt", TEXT), PlanFacts(id=PLAN), "local", NOW)
    return store
