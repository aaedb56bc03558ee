"""A made-up draft and how a browser without scripts would bring it, for the pages of 核数."""

import re
from urllib.parse import urlsplit

from fastapi.testclient import TestClient
from lxml import html as lxml_html

# The level agrees with what the shipped cases have; the growth, published as 3.7 %, does not.
DRAFT = """2026年辽宁省政府工作报告

一、2025年工作回顾

2025年，全省地区生产总值达到33182.9亿元，增长5.1%。全省高新技术企业达到1.6万家。

| 指标 | 2025年 |
|---|---|
| 地区生产总值（亿元） | 33182.9 |

2025年末，全省高新技术企业达到1.8万家。

二、2026年主要目标

2026年，新建口袋公园35个。
"""
FIELDS = {"as_of": "2026-02-20", "region": "辽宁省"}


def tree(answer):
    return lxml_html.fromstring(answer.text)


def words(node) -> str:
    return " ".join(node.text_content().split())


def token(site: TestClient) -> str:
    return tree(site.get("/check")).xpath("//form[@enctype]//input[@name='token']/@value")[0]


def send(site: TestClient, data: bytes, name: str = "草稿.txt", **fields: str):
    """Submit the form with a file."""
    typed = {"token": token(site), **FIELDS, **fields}
    return site.post("/check", data=typed, files={"draft": (name, data)})


def bring(site: TestClient, text: str = DRAFT, **fields: str) -> str:
    """The address of a draft that was taken."""
    answer = send(site, text.encode(), **fields)
    assert answer.status_code == 303, answer.text[:500]
    return answer.headers["location"]


def page_of(site: TestClient, path: str):
    answer = site.get(path)
    assert answer.status_code == 200, answer.text[:300]
    return tree(answer)


def marks(page) -> dict[str, str]:
    """Level by the words of each mark in the text."""
    found = {}
    for one in page.xpath("//a[contains(@class, 'fg')]"):
        level = re.search(r"lv-(\w+)", one.get("class"))
        found[words(one.xpath("./span[@translate]")[0])] = level[1]
    return found


def note(page, quote: str):
    """What is told of a figure, by the mark it is reached from."""
    link = next(one for one in page.xpath("//a[contains(@class, 'fg')]") if words(one).startswith(quote)).get(
        "href"
    )
    found = page.xpath(f"//*[@id='{link[1:]}']")
    assert len(found) == 1, link
    return found[0]


def press(site: TestClient, node, button: str, **typed: str):
    """Submit the form with this button as a browser does."""
    every = [(one, form) for form in node.xpath(".//form") for one in form.xpath(".//button/@value")]
    exact = [one for one in every if one[0] == button]
    value, form = (exact or [one for one in every if one[0].startswith(f"{button}|")])[0]
    hidden = {one.get("name"): one.get("value") for one in form.xpath(".//input[@name and @value]")}
    return site.post(form.get("action"), data=hidden | {"do": value} | typed)


def root(address: str) -> str:
    return urlsplit(address).path
