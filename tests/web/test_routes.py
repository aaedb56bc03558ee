"""Every page answers, in every language, on both databases, with headers that keep it to this site."""

import re

import pytest
from lxml import html as lxml_html
from tests.web.sample import EVIL, PLAN, fill

from lantu.indicators import shipped_registry
from lantu.texts import Language

PAGES = (
    "/",
    f"/plans/{PLAN}",
    f"/plans/{PLAN}/targets",
    f"/plans/{PLAN}/text",
    f"/plans/{PLAN}/entry",
    "/plans/sample-annual-2025",
    f"/targets/{PLAN}.0001",
    f"/targets/{PLAN}.0002",
    "/data",
    "/data/urbanization",
    "/data/urbanization?region=all",
)
REAL = (
    "/",
    "/plans/liaoning-14fyp",
    "/plans/national-14fyp",
    "/plans/national-15fyp",
    "/plans/liaoning-14fyp/targets",
    "/plans/liaoning-14fyp/text",
    "/plans/liaoning-14fyp/entry",
    "/plans/liaoning-annual-2025",
    "/data",
    "/data/gdp.growth?region=210000",
)


def tree(page):
    return lxml_html.fromstring(page.text)


def with_language(path, language):
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_on_both_databases(store, open_site, path):
    answer = open_site(fill(store)).get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = tree(answer)
    assert len(page.findall(".//h1")) == 1
    assert page.get("lang") == "zh-Hans"
    assert page.findtext(".//title").strip(" ·")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("path", REAL)
def test_real_pages_in_every_language(real_site, path, language):
    answer = real_site.get(with_language(path, language))
    assert answer.status_code == 200
    assert tree(answer).get("lang") == {"zh": "zh-Hans"}.get(language, language)
    assert answer.headers["content-language"] == {"zh": "zh-Hans"}.get(language, language)


def chinese_outside_its_language(page) -> list[str]:
    """Chinese words of an English page that no ``lang`` attribute announces."""
    found = []
    for node in page.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "svg"):
            continue
        marked = next((up.get("lang") for up in (node, *node.iterancestors()) if up.get("lang")), "")
        outside = next((up.get("lang") for up in node.iterancestors() if up.get("lang")), "")
        pairs = [(node.text, marked), (node.tail, outside)]
        in_drawing = any(up.tag == "svg" for up in node.iterancestors())
        found += [
            text.strip()
            for text, tag in pairs
            if text and tag == "en" and re.search("[\u4e00-\u9fff]", text) and not in_drawing
        ]
    return found


@pytest.mark.parametrize(
    "path", [*REAL, "/targets/liaoning-14fyp.0081", "/targets/national-14fyp.0014", "/nothing"]
)
def test_english_pages_announce_what_stays_chinese(real_site, path):
    left = chinese_outside_its_language(tree(real_site.get(with_language(path, "en"))))
    assert [text for text in left if text != "蓝图 Lantu"] == []


def test_traditional_page_has_no_simplified_words_left(real_site):
    text = tree(real_site.get(with_language("/plans/liaoning-14fyp", "zh-Hant"))).text_content()
    assert "遼寧省國民經濟和社會發展" in text and "暫無數據" in text
    assert not set("辽国数据达这为没") & set(text)


def test_what_a_user_typed_is_not_converted(sample_site):
    page = sample_site.get(f"/plans/{PLAN}/targets?q=数据&lang=zh-Hant")
    assert 'value="数据"' in page.text


@pytest.mark.parametrize(
    "path", ["/", "/nothing", "/plans/none", "/static/site.css", "/static/none.css", "/data/urbanization.csv"]
)
def test_headers_keep_the_page_to_this_site(sample_site, path):
    headers = sample_site.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not any("unsafe" in value or "http" in value for value in policy.values())
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_pages_need_no_inline_script_style_or_foreign_file(sample_site, path):
    page = tree(sample_site.get(path))
    assert not page.xpath("//*[@style]") and not page.xpath("//style")
    assert all((script.text or "").strip() == "" for script in page.iter("script"))
    assert not page.xpath("//@onclick | //@onload | //@onchange")
    loaded = page.xpath("//script/@src | //link/@href | //img/@src")
    assert loaded and all(address.startswith("/static/") for address in loaded)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["zh", "en", "zh-Hant"])
def test_words_of_a_plan_are_never_markup(sample_site, path, language):
    text = sample_site.get(with_language(path, language)).text
    assert "<script>alert" not in text and "民生<b>" not in text
    if path.endswith("/targets"):
        assert EVIL in tree(sample_site.get(with_language(path, language))).text_content()


def test_every_link_of_the_made_up_site_leads_somewhere(sample_site):
    seen, todo = set(), ["/"]
    entries = len(shipped_registry().all())  # the data pages list every entry
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = sample_site.get(path)
        if answer.status_code == 303:
            todo.append(answer.headers["location"].split("#")[0])
            continue
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            links = {link.split("#")[0] for link in tree(answer).xpath("//a/@href") if link.startswith("/")}
            todo += [link for link in links if "lang=" not in link]
        assert len(seen) < 400 + entries
    assert {"/data/urbanization.csv?region=210000", f"/plans/{PLAN}/entry.xlsx"} <= seen


def test_every_fragment_link_has_its_place(real_site):
    page = tree(real_site.get("/targets/liaoning-14fyp.0081"))
    links = [link for link in page.xpath("//p[@class='crumbs']/a/@href") if "#" in link]
    assert links
    places = set(tree(real_site.get(links[0].split("#")[0])).xpath("//@id"))
    assert {link.split("#")[1] for link in links} <= places


def test_language_is_remembered(sample_site):
    assert tree(sample_site.get("/")).get("lang") == "zh-Hans"
    assert "lantu_lang=en" in sample_site.get("/?lang=en").headers["set-cookie"]
    assert tree(sample_site.get("/")).get("lang") == "en"
    assert tree(sample_site.get("/?lang=zh")).get("lang") == "zh-Hans"
    assert tree(sample_site.get("/")).get("lang") == "zh-Hans"


def test_an_unknown_language_is_refused_and_not_remembered(sample_site):
    answer = sample_site.get("/?lang=xx")
    assert answer.status_code == 422 and "zh, zh-Hant, en" in answer.text
    assert tree(answer).get("lang") == "zh-Hans" and "set-cookie" not in answer.headers


def test_a_region_without_figures_is_not_answered_with_another(sample_site):
    answer = sample_site.get("/data/urbanization?region=000000")
    assert answer.status_code == 200 and "还没有这个指标的公开数字" in answer.text
    assert sample_site.get("/data/urbanization.csv?region=000000").text.count("\n") == 1


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 404, "没有这个页面"),
        ("/plans/none", 404, "没有编号为“none”的规划"),
        ("/plans/none/entry", 404, "没有编号为“none”的规划"),
        ("/plans/none/entry.xlsx", 404, "没有编号为“none”的规划"),
        ("/targets/none.0001", 404, "没有编号为“none.0001”的目标"),
        ("/targets/none.0001/chart.json", 404, "没有编号为“none.0001”的目标"),
        ("/data/none", 404, "没有名为“none”的指标"),
        ("/data/none.csv", 404, "没有名为“none”的指标"),
        ("/?as_of=soon", 422, "“soon”不是日期"),
        ("/?as_of=2030-01-01", 422, "2030-01-01 还没有到"),
        ("/?as_of=1949-09-30", 422, "1949-09-30 早于 1949-10-01"),
        ("/?as_of=20250101", 422, "“20250101”不是日期"),
        ("/?as_of=2025-W01-1", 422, "“2025-W01-1”不是日期"),
        ("/?as_of=２０２５-01-01", 422, "不是日期"),
        ("/data/urbanization?region=xx", 422, "有这个指标的地区：210000"),
        ("/data/urbanization.csv?region=xx", 422, "有这个指标的地区：210000"),
        (f"/plans/{PLAN}/targets?tier=xyz", 422, "main, field, workload"),
        (f"/plans/{PLAN}/targets?status=late", 422, "“late”"),
        (f"/plans/{PLAN}/targets.csv?chapter=chp_9", 422, "chp_1, chp_2"),
        (f"/plans/{PLAN}?year=2031", 422, "有的年度：2025"),
        ("/data?as_of=2025-02-30", 422, "“2025-02-30”不是日期"),
        (f"/plans/{PLAN}?year=abc", 422, "“abc”不是四位年份"),
        (f"/plans/{PLAN}/judge", 405, "不接受这样的请求"),
    ],
)
def test_a_wrong_address_gets_one_sentence_in_the_same_look(sample_site, path, status, words):
    answer = sample_site.get(path)
    assert answer.status_code == status
    page = tree(answer)
    assert words in page.find(".//p[@class='lede']").text_content()
    assert page.xpath("//header//a[@class='brand']") and page.xpath("//main//a[@href='/']")
    english = tree(sample_site.get(with_language(path, "en"))).find(".//p[@class='lede']").text_content()
    assert not re.search("[\u4e00-\u9fff]", english.replace("“none", "").replace("蓝图", ""))


def test_an_error_page_shows_no_markup_of_the_address(sample_site):
    text = sample_site.get("/plans/%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script>alert" not in text


def test_no_address_makes_a_link_to_another_site(sample_site):
    for path in ("//elsewhere.example/x", "///elsewhere.example"):
        page = tree(sample_site.get(f"http://testserver{path}"))
        links = page.xpath("//@href | //@action")
        assert links and not [link for link in links if link.startswith("//") or "://" in link]


def test_a_fault_inside_is_a_plain_500(sample_store, open_site, monkeypatch):
    from lantu.web.routes import plans

    def broken(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(plans, "plans_page", broken)
    answer = open_site(sample_store).get("/")
    assert answer.status_code == 500 and "secret" not in answer.text
    assert "网站内部出了差错" in tree(answer).find(".//p[@class='lede']").text_content()
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/data/urbanization.csv", f"/plans/{PLAN}"])
def test_head_answers_like_get(sample_site, path):
    assert sample_site.head(path).status_code == 200


def test_many_readers_at_once_get_the_same_page(sample_store, open_site):
    from concurrent.futures import ThreadPoolExecutor

    site = open_site(sample_store)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: site.get(f"/targets/{PLAN}.0001"), range(24)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
