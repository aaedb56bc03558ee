"""核数 in a real browser: a file dropped in, marks, answers, with and without scripts, narrow and wide."""

import base64
from collections.abc import Iterator

import pytest
from tests.web.browsing import context_of, overflow, serve, unfold, violations
from tests.web.drafts import DRAFT
from tests.web.sample import NOW, TODAY

from lantu import actions
from lantu.web import create_app

pytestmark = pytest.mark.browser
FILE = {"name": "草稿.txt", "mimeType": "text/plain", "buffer": DRAFT.encode()}


@pytest.fixture
def site(sqlite_store) -> Iterator[str]:
    actions.prepare(sqlite_store, "local", NOW)
    yield from serve(create_app(sqlite_store, lambda: TODAY, secret="test", now=lambda: NOW))


def bring(page, site: str, language: str = "zh") -> None:
    page.goto(f"{site}/check?lang={language}")
    page.set_input_files("#draft", FILE)
    page.fill("#check-day", "2026-02-20")
    page.fill("#check-region", "辽宁省")
    page.locator("button.main").click()
    page.wait_for_url("**/check/*")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mark_leads_to_its_note_and_an_answer_back_to_it(browser, site, scripts):
    context = context_of(browser, java_script_enabled=scripts)
    page = context.new_page()
    bring(page, site)
    mark = page.locator("a.fg.lv-look", has_text="5.1%")
    mark.click()
    note = page.locator(mark.get_attribute("href"))
    assert note.is_visible() and "应为 3.7%" in note.inner_text()
    note.get_by_placeholder("不采纳的理由").first.fill("口径不同")
    note.get_by_role("button", name="不采纳", exact=True).first.click()
    page.wait_for_url("**at=*")
    assert page.locator("a.fg.lv-aside", has_text="5.1%").count() == 1
    back = page.locator(page.locator("a.fg.lv-aside").get_attribute("href"))
    assert back.is_visible() and "口径不同" in back.inner_text()
    box = back.bounding_box()
    assert box is not None and 0 <= box["y"] < 900
    back.get_by_role("button", name="恢复").click()
    assert page.locator("a.fg.lv-look", has_text="5.1%").count() == 1
    context.close()


def test_a_file_is_dropped_on_the_box(page, site):
    page.goto(f"{site}/check")
    data = page.evaluate_handle(
        """coded => {
          const bytes = Uint8Array.from(atob(coded), one => one.charCodeAt(0));
          const moved = new DataTransfer();
          moved.items.add(new File([bytes], "草稿.txt", {type: "text/plain"}));
          return moved;
        }""",
        base64.b64encode(DRAFT.encode()).decode(),
    )
    # What a browser does of itself when a file falls on a file field; there is no script of ours.
    page.evaluate("([data]) => { document.querySelector('#draft').files = data.files; }", [data])
    box = page.locator("#draft").bounding_box()
    assert box is not None and box["height"] > 80 and box["width"] > 600
    page.locator("button.main").click()
    page.wait_for_url("**/check/*")
    assert page.locator("a.fg").count() == 6


def test_the_keyboard_reaches_a_mark_and_its_note(page, site):
    bring(page, site)
    mark = page.locator("a.fg.lv-look").first
    mark.focus()
    page.keyboard.press("Enter")
    place = mark.get_attribute("href")
    assert page.locator(place).is_visible()
    assert page.evaluate("location.hash") == place
    page.keyboard.press("Tab")
    inside = page.evaluate("at => document.querySelector(at).contains(document.activeElement)", place)
    assert inside


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390), ("light", 360)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_fit_and_are_clean(browser, site, scheme, width, language):
    context = context_of(browser, width, color_scheme=scheme)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda one: said.append(one.text) if one.type in ("error", "warning") else None)
    bring(page, site, language)
    home = page.url.partition("?")[0]
    unfold(page)
    page.locator("button[value^='take|']").first.click()
    unfold(page)
    figure = page.locator("a[href*='/figures/']").first.get_attribute("href")
    faults = {}
    for path in (f"{site}/check", home, f"{home}?show=look", f"{home}?show=open", site + figure):
        page.goto(path)
        unfold(page)
        faults[path] = overflow(page), violations(page)
    context.close()
    assert all(found == ([], []) for found in faults.values()), faults
    assert said == []
    assert [url for url in asked if not url.startswith((site, "data:"))] == []


def test_files_are_downloaded_and_the_draft_is_deleted(page, site):
    bring(page, site)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="核数表（XLSX）").click()
    assert waiting.value.suggested_filename == "草稿-核数表.xlsx"
    home = page.url
    page.get_by_role("button", name="删除文稿").click()
    assert "已经删除" in page.locator("[role=status]").inner_text()
    answer = page.goto(home)
    assert answer is not None and answer.status == 404


def test_a_file_too_large_gets_its_sentence(page, site, tmp_path):
    large = tmp_path / "大.txt"
    large.write_bytes(b"x" * 30_000_000)
    page.goto(f"{site}/check")
    page.set_input_files("#draft", large)
    page.locator("button.main").click()
    assert "20 MB" in page.locator("[role=alert]").inner_text()
