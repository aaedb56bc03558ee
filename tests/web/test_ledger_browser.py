"""Reading through a plan in a real browser: two clicks, without scripts, narrow and wide."""

from collections.abc import Iterator

import pytest
from tests.web.browsing import context_of, overflow, serve, unfold, violations
from tests.web.linhu import PLAN, ROOT, load
from tests.web.sample import NOW, TODAY

from lantu import actions
from lantu.web import create_app

pytestmark = pytest.mark.browser


@pytest.fixture
def site(sqlite_store) -> Iterator[str]:
    yield from serve(create_app(load(sqlite_store), lambda: TODAY, secret="test", now=lambda: NOW))


@pytest.mark.parametrize("scripts", [True, False])
def test_two_clicks_correct_a_class_and_come_back_to_the_sentence(browser, site, sqlite_store, scripts):
    context = context_of(browser, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{site}{ROOT}/ledger?class=target")
    row = page.locator("li.sen").first
    place = row.get_attribute("id")
    row.locator("summary").click()
    row.get_by_role("button", name="任务", exact=True).click()
    page.goto(f"{site}{ROOT}/corrections")
    assert page.locator("tbody tr").count() == 1
    page.locator("tbody a").first.click()
    assert "已更正" in page.locator("main").inner_text()
    assert page.url.endswith(f"/ledger/{place[1:]}")
    context.close()
    state = actions.corrected_reading(sqlite_store, PLAN)
    assert [one.klass for one in state.reading.work.ledger.sentences if one.why == "corrected"] == ["task"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390), ("light", 360)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_fit_and_are_clean(browser, site, scheme, width, language):
    context = context_of(browser, width, color_scheme=scheme)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}{ROOT}/ledger?class=target")
    page.locator("summary", has_text="目标").first.click()
    sentence = page.locator("a[href*='/ledger/']").first.get_attribute("href")
    page.locator("details[open] button[value^='class|']").first.click()
    faults = {}
    for path in (f"{ROOT}/ledger", f"{ROOT}/ledger?class=task", sentence, f"{ROOT}/corrections"):
        page.goto(f"{site}{path}{'&' if '?' in path else '?'}lang={language}")
        unfold(page)
        faults[path] = overflow(page), violations(page)
    context.close()
    assert all(found == ([], []) for found in faults.values()), faults
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
