"""The site in a real browser: narrow and wide, with and without scripts, for keyboards and screen readers."""

import re
from collections.abc import Iterator

import pytest
from tests.web.browsing import context_of, overflow, serve, unfold, violations
from tests.web.sample import NOW, PLAN, TODAY, fill

from lantu.web import create_app

pytestmark = pytest.mark.browser

PAGES = {
    "plans": "/",
    "overview": "/plans/liaoning-14fyp",
    "overview of a table": "/plans/national-14fyp",
    "annual plan": "/plans/liaoning-annual-2025",
    "day not judged": "/plans/liaoning-14fyp?as_of=2024-03-01",
    "targets": "/plans/liaoning-14fyp/targets",
    "target without data": "/targets/liaoning-14fyp.0001",
    "target on two bases": "/targets/liaoning-14fyp.0081",
    "target with verdict": "/targets/national-14fyp.0014",
    "text": "/plans/liaoning-14fyp/text",
    "entry": "/plans/liaoning-14fyp/entry",
    "data": "/data",
    "indicator": "/data/gdp.growth?region=210000",
    "indicator, all regions": "/data/urbanization?region=all",
    "error": "/plans/none",
}


@pytest.fixture(scope="module")
def site(real_store) -> Iterator[str]:
    yield from serve(create_app(real_store, lambda: TODAY, secret="test", now=lambda: NOW))


@pytest.fixture
def small_site(sqlite_store) -> Iterator[str]:
    yield from serve(create_app(fill(sqlite_store), lambda: TODAY, secret="test", now=lambda: NOW))


@pytest.mark.parametrize("width", [360, 390, 800, 1280])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_scrolls_sideways(browser, site, width, language):
    context = context_of(browser, width, java_script_enabled=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    wide = {}
    for name, path in PAGES.items():
        page.goto(f"{site}{path}{'&' if '?' in path else '?'}lang={language}", wait_until="load")
        unfold(page)
        if found := overflow(page):
            wide[name] = found
    context.close()
    assert not wide


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_no_serious_accessibility_violation(browser, site, name, scheme, width):
    context = context_of(browser, width, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}{PAGES[name]}")
    unfold(page)
    serious = violations(page)
    context.close()
    assert not serious


def test_nothing_is_loaded_from_elsewhere_and_the_console_is_silent(browser, site):
    context = context_of(browser)
    page = context.new_page()
    said, asked = [], []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for name, path in PAGES.items():
        if name == "error":  # the browser itself reports the 404
            continue
        page.goto(site + path, wait_until="networkidle")
    context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((site, "data:"))] == []


def test_pages_read_without_scripts(browser, site):
    context = context_of(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "/plans/national-14fyp")
    assert page.locator("ul.marks a").count() == 20
    page.locator("ul.marks a").first.click()
    assert page.locator("h1").inner_text()
    assert page.locator("figure.chart svg text").count() > 5
    page.locator("summary", has_text="图中的数").click()
    assert page.locator("details[open] tbody tr").count() > 2
    context.close()


def test_chart_becomes_interactive_with_scripts(page, site):
    page.goto(site + "/targets/liaoning-14fyp.0081")
    figure = page.locator("figure.chart[data-live='yes']")
    figure.wait_for(timeout=30_000)
    point = figure.locator("g.mark-symbol path").first
    point.hover(force=True)
    tip = page.locator("#vg-tooltip-element.visible")
    tip.wait_for(timeout=15_000)
    assert re.fullmatch(r"\d{4} 年\s+\d+\.\d+\s+七普\S* · \S+", tip.inner_text().strip())
    assert figure.locator("svg").get_attribute("aria-label")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_interactive_chart_fits_its_place(browser, site, width):
    context = context_of(browser, width)
    page = context.new_page()
    page.goto(site + "/targets/national-14fyp.0003")
    page.locator("figure.chart[data-live='yes']").wait_for(timeout=30_000)
    box = page.locator("figure.chart svg").first.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert overflow(page) == []
    context.close()


def test_a_chart_in_the_dark_uses_the_dark_ink(browser, site):
    context = context_of(browser, color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "/targets/national-14fyp.0003")
    colour = page.locator("figure.chart svg text").first.evaluate("one => getComputedStyle(one).fill")
    light = [int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    assert min(light) > 120
    context.close()


def test_language_switch_keeps_the_page_and_is_remembered(page, site):
    page.goto(site + "/plans/liaoning-14fyp/targets?tier=field")
    page.locator("ul.langs a", has_text="EN").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert "tier=field" in page.url and page.locator("h1").inner_text() == "Targets"
    page.goto(site + "/data")
    assert page.locator("h1").inner_text() == "Data"
    page.locator("ul.langs a", has_text="繁").click()
    assert page.locator("h1").inner_text() == "數據"


def test_the_day_form_leads_to_that_day(page, site):
    page.goto(site + "/data/gdp.growth?region=210000")
    page.locator("#as-of").fill("2024-12-31")
    page.locator("form.day button").click()
    assert "as_of=2024-12-31" in page.url and "region=210000" in page.url
    assert page.locator("#as-of").input_value() == "2024-12-31"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_error_in_the_form_keeps_what_was_typed(browser, small_site, scripts):
    context = context_of(browser, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{small_site}/plans/{PLAN}/entry")
    page.get_by_label("目标值", exact=True).first.fill("很多")
    page.get_by_label("纸本页码").first.fill("12")
    page.get_by_role("button", name="核对并保存").click()
    assert page.get_by_label("目标值", exact=True).first.input_value() == "很多"
    assert page.get_by_label("纸本页码").first.input_value() == "12"
    page.locator("[role=alert] a").first.click()
    assert page.evaluate("document.activeElement.id || location.hash.slice(1)") == "r0_target"
    page.get_by_label("目标值", exact=True).first.fill("2500")
    page.get_by_role("button", name="核对并保存").click()
    assert page.locator("[role=status]").inner_text() == "已保存 1 行，状态为待核。"
    context.close()


def test_a_day_is_judged_by_a_button(page, small_site):
    page.goto(f"{small_site}/plans/{PLAN}")
    page.get_by_role("button", name="按当时已公布的数字计算").click()
    assert page.locator("ul.marks a").count() == 3


def test_keyboard_finds_the_way(page, site):
    page.goto(site + "/plans/national-14fyp")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("one => document.activeElement === one")
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator("ul.marks a").first.focus()
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/targets/national-14fyp.*")


def test_print_hides_what_paper_cannot_use(page, site):
    page.goto(site + "/plans/national-14fyp")
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible() and not page.locator("form.day").is_visible()
    assert page.locator("h1").is_visible() and page.locator("ul.marks a").first.is_visible()
