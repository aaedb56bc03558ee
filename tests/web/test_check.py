"""核数 on the site: what is shown of a draft, what people say of it, what comes back, what is refused."""

import json
import tempfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from tests.commented_files import comments, word_file
from tests.commented_files import p as paragraph
from tests.commented_files import run as word_run
from tests.web.conftest import client_of
from tests.web.drafts import DRAFT, bring, marks, note, page_of, press, send, token, tree, words

from lantu import actions
from lantu.store import Store
from lantu.values import Vintage
from lantu.web.routes import uploads
from lantu.web.routes.uploads import LARGEST


@pytest.fixture
def store(tmp_path, real_store: Store):
    """The shipped cases in a store of this test's own."""
    from tests.web.sample import NOW

    with Store.open(f"sqlite:///{tmp_path / 'own.db'}") as made:
        actions.prepare(made, "local", NOW)
        yield made


@pytest.fixture
def site(store):
    return client_of(store)


def desk_of(site):
    return site.app.state.site.desk


def audit(store):
    with store.read() as reader:
        return [one.verb for one in reader.audit(50)]


def test_every_judged_figure_has_one_mark_and_one_note(site):
    page = page_of(site, bring(site))
    assert marks(page) == {
        "33182.9亿元": "agree",
        "5.1%": "look",
        "1.6万家": "open",
        "33182.9": "agree",
        "1.8万家": "look",
        "35个": "open",
    }
    links = page.xpath("//a[contains(@class, 'fg')]/@href")
    assert sorted(links) == sorted(
        f"#{one}" for one in page.xpath("//*[starts-with(@id,'f')]/@id") if one[1:].isdigit()
    )
    # colour is never alone: a sign, and a word for who cannot see it
    for one in page.xpath("//a[contains(@class, 'fg')]"):
        assert one.xpath(".//svg/use/@href") and one.xpath("./span[@class='hide']")


def test_a_note_says_rule_expected_value_and_evidence(site):
    told = words(note(page_of(site, bring(site)), "5.1%"))
    for part in (
        "与来源不符",
        "应为 3.7%",
        "初步核算数",
        "2026-01-27 公布",
        "辽宁省政府工作报告",
        "地区生产总值增速",
    ):
        assert part in told


def test_the_text_is_shown_whole_and_in_its_own_words(site):
    page = page_of(site, bring(site))
    for one in page.xpath(
        "//*[contains(@class,'tx')]//svg | //*[contains(@class,'tx')]//span[@class='hide']"
    ):
        one.drop_tree() if one.tag == "svg" else one.getparent().remove(one)
    shown = "".join("".join(one.text_content().split()) for one in page.xpath("//*[contains(@class,'tx')]"))
    wanted = "".join("".join(line.split()) for line in DRAFT.splitlines() if not line.startswith("|-"))
    assert shown == wanted.replace("|", "")


def test_the_counts_are_those_of_the_filters(site):
    home = bring(site)
    page = page_of(site, home)
    links = page.xpath("//div[@class='filters']//a[contains(@href,'show=')]")
    assert links
    for link in links:
        show = link.get("href").partition("show=")[2]
        listed = page_of(site, link.get("href"))
        number = int(link.xpath("./span[@class='c']/text()")[0])
        if show in ("look", "unsure", "open", "agree"):
            assert list(marks(listed).values()).count(show) == number
        else:
            heading = link.text.strip()
            told = [one for one in listed.xpath("//div[@class='fd']/p/b") if words(one) == heading]
            assert len(told) == number, show
    assert site.get(f"{home}?show=none").status_code == 404


def test_other_places_of_the_text_are_linked(site):
    home = bring(site)
    link = note(page_of(site, home), "1.8万家").xpath(".//ul[@class='pf']//a/@href")[0]
    place = link.partition("#")[2]
    page = page_of(site, link)
    assert words(page.xpath(f"//a[@href='#{place}']")[0]).startswith("1.6万家")
    assert page.xpath(f"//*[@id='{place}']/ancestor::details[@open]")


def test_a_dismissed_finding_lasts_into_the_next_draft_and_comes_back(site, store):
    home = bring(site)
    answer = press(site, note(page_of(site, home), "5.1%"), "dismiss", reason="口径为现价")
    assert answer.status_code == 303
    place = answer.headers["location"]
    assert place.startswith(home) and "#f" in place
    page = page_of(site, place)
    assert marks(page)["5.1%"] == "aside"
    assert "口径为现价" in words(note(page, "5.1%"))
    later = bring(site, DRAFT.replace("2026年辽宁省政府工作报告", "2026年辽宁省政府工作报告\n\n各位代表："))
    assert marks(page_of(site, later))["5.1%"] == "aside"
    press(site, note(page_of(site, later), "5.1%"), "again")
    assert marks(page_of(site, later))["5.1%"] == "look"
    with store.read() as reader:
        assert not any(DRAFT[40:60] in repr(one) for one in reader.dismissals())


def test_a_dismissal_needs_its_reason(site):
    home = bring(site)
    answer = press(site, note(page_of(site, home), "5.1%"), "dismiss", reason=" ")
    assert answer.status_code == 422
    page = tree(answer)
    assert "理由" in words(page.xpath("//*[@role='alert']")[0])
    assert marks(page)["5.1%"] == "look"


def test_what_will_be_corrected_is_noted_for_this_draft_only(site, store):
    home, before = bring(site), audit(store)
    press(site, note(page_of(site, home), "5.1%"), "take")
    page = page_of(site, home)
    assert marks(page)["5.1%"] == "taken"
    assert audit(store) == before
    assert marks(page_of(site, bring(site)))["5.1%"] == "look"
    press(site, note(page, "5.1%"), "open")
    assert marks(page_of(site, home))["5.1%"] == "look"


def test_a_confirmed_figure_decides(site):
    home = bring(site)
    link = note(page_of(site, home), "1.6万家").xpath(".//a[contains(@href,'/figures/')]/@href")[0]
    page = page_of(site, link)
    typed = {"verified": "1.6", "unit": "万家", "by": "省统计局", "on": "2026-02-19"}
    answer = press(site, page, "figure", **(typed | {"by": " "}))
    assert answer.status_code == 422 and tree(answer).xpath("//input[@name='verified']/@value") == ["1.6"]
    answer = press(site, page, "figure", **typed)
    assert answer.headers["location"] == link
    assert "据核定数" in words(page_of(site, link))
    found = marks(page_of(site, home))
    assert (found["1.6万家"], found["1.8万家"]) == ("agree", "look")
    assert "应为 1.6" in words(note(page_of(site, home), "1.8万家"))


def test_an_indicator_is_refused_and_taken_back(site):
    home = bring(site)
    press(site, note(page_of(site, home), "5.1%"), "no")
    told = note(page_of(site, home), "5.1%")
    assert "已认定不是：" in words(told) and "应为 3.7%" not in words(told)
    press(site, told, "yes|1|gdp.growth")
    assert "应为 3.7%" in words(note(page_of(site, home), "5.1%"))


def test_names_are_remembered_and_stand_with_the_answer(site, store):
    home = bring(site)
    fields = {"token": token(site), "name": "综合处"}
    assert site.post(f"{home}/name", data=fields).headers["location"].startswith(home)
    press(site, note(page_of(site, home), "5.1%"), "dismiss", reason="另有口径")
    with store.read() as reader:
        assert [(one.by, one.reason) for one in reader.dismissals()] == [("综合处", "另有口径")]


@pytest.fixture
def book(site):
    home = bring(site)
    answer = site.get(f"{home}/table.xlsx")
    assert answer.status_code == 200
    return home, openpyxl.load_workbook(BytesIO(answer.content))


def give_back(site, home, book):
    out = BytesIO()
    book.save(out)
    files = {"table": ("核数表.xlsx", out.getvalue())}
    return site.post(f"{home}/table", data={"token": token(site)}, files=files)


def cell(book, quote: str, head: str):
    sheet = book.active
    heads = {str(one.value): one.column for row in sheet.iter_rows(1, 6) for one in row if one.value}
    row = next(r for r in range(5, sheet.max_row + 1) if sheet.cell(r, heads["文稿数"]).value == quote)
    return sheet.cell(row, heads[head])


def test_a_returned_table_is_merged(site, book):
    home, workbook = book
    cell(workbook, "1.6万家", "核定数").value = "1.6"
    cell(workbook, "1.6万家", "核定人").value = "省统计局"
    answer = give_back(site, home, workbook)
    assert answer.status_code == 200
    assert "核定数 1 个" in words(tree(answer).xpath("//*[@role='status']")[0])
    assert marks(tree(answer))["1.6万家"] == "agree"


def test_one_wrong_cell_lets_nothing_through(site, store, book):
    home, workbook = book
    for quote, value in (("1.6万家", "1.6"), ("33182.9亿元", "很多")):
        cell(workbook, quote, "核定数").value = value
        cell(workbook, quote, "核定人").value = "省统计局"
    answer = give_back(site, home, workbook)
    assert answer.status_code == 422
    told = " ".join(words(one) for one in tree(answer).xpath("//*[@role='alert']"))
    assert cell(workbook, "33182.9亿元", "核定数").coordinate in told and "一行也没有并入" in told
    with store.read() as reader:
        assert reader.verified() == ()


def test_a_table_that_is_none_is_told(site, book):
    home, _ = book
    files = {"table": ("x.xlsx", b"nothing")}
    answer = site.post(f"{home}/table", data={"token": token(site)}, files=files)
    assert answer.status_code == 422 and tree(answer).xpath("//*[@role='alert']")


def test_the_findings_as_json(site):
    answer = site.get(f"{bring(site)}/check.json")
    found = {(one["quote"], one["rule"]) for one in json.loads(answer.content)["findings"]}
    assert ("5.1%", "source") in found
    assert answer.headers["cache-control"] == "no-store"


def test_a_word_file_comes_back_with_comments(site):
    body = [paragraph(word_run(line)) for line in DRAFT.splitlines() if line and not line.startswith("|")]
    answer = send(site, word_file("".join(body)), "草稿.docx")
    home = answer.headers["location"]
    assert page_of(site, home).xpath("//a[contains(@href,'commented.docx')]")
    back = site.get(f"{home}/commented.docx")
    assert back.status_code == 200
    assert any("3.7%" in line for lines in comments(back.content).values() for line in lines)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.txt", b"", "空"),
        ("画.png", b"\x89PNG\r\n\x1a\n", "图片"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "docx"),
        ("密.txt", "机密★5年\n\n2025年，地区生产总值增长5.1%。".encode(), "密级"),
    ],
)
def test_what_cannot_be_checked_is_told_and_leaves_nothing(site, store, name, data, said):
    before = audit(store)
    answer = send(site, data, name)
    assert answer.status_code == 422
    page = tree(answer)
    assert said in words(page.xpath("//*[@role='alert']")[0])
    assert page.xpath("//input[@name='region']/@value") == ["辽宁省"]
    assert len(desk_of(site)) == 0 and audit(store) == before


def test_no_file_a_wrong_day_and_a_wrong_region_are_told(site):
    answer = site.post("/check", data={"token": token(site)}, files={"draft": ("", b"")})
    assert answer.status_code == 422 and "没有选文件" in answer.text
    assert "不是日期" in send(site, DRAFT.encode(), as_of="2026-13-01").text
    assert "没有找到地区" in send(site, DRAFT.encode(), region="某某省").text
    assert len(desk_of(site)) == 0


def test_a_file_too_large_is_refused_unread(site):
    answer = send(site, b"x" * (LARGEST + 100_000))
    assert answer.status_code == 422 and "20 MB" in answer.text


def test_a_large_file_never_touches_the_disk(site, monkeypatch):
    rolled = []
    kept = tempfile.SpooledTemporaryFile.rollover
    monkeypatch.setattr(
        tempfile.SpooledTemporaryFile, "rollover", lambda one: (rolled.append(one), kept(one))
    )
    text = DRAFT + "本段没有数字。" * 300_000
    assert len(text.encode()) > 5 * 1024 * 1024
    bring(site, text)
    assert rolled == []
    # and the library would have written it out
    monkeypatch.setattr(uploads._InMemory, "spool_max_size", 1024)
    bring(site, text)
    assert rolled


def test_nothing_of_the_draft_is_written_to_the_store(site, store, tmp_path):
    site.get("/check")
    home = bring(site)
    page_of(site, home)
    for path in tmp_path.iterdir():
        assert "口袋公园".encode() not in path.read_bytes(), path


def test_a_draft_belongs_to_its_browser_and_can_be_deleted(site, store):
    home = bring(site)
    other = client_of(store)
    other.app.state.site.desk = desk_of(site)
    other.get("/check")
    for path in ("", "/table.xlsx", "/check.json", "/commented.docx", "/figures/40"):
        assert other.get(home + path).status_code == 404
    assert page_of(site, home) is not None
    assert site.post(f"{home}/delete", data={"token": "no"}).status_code == 409
    answer = site.post(f"{home}/delete", data={"token": token(site)})
    assert "已经删除" in site.get(answer.headers["location"]).text
    assert site.get(home).status_code == 404 and len(desk_of(site)) == 0


@pytest.mark.parametrize("path", ["/answers", "/name", "/delete"])
def test_forms_of_another_site_are_refused(site, path):
    home = bring(site)
    assert site.post(home + path, data={"token": "x", "do": "take"}).status_code == 409
    assert site.post("/check", data={"token": "x"}, files={"draft": ("a.txt", b"1")}).status_code == 409


@pytest.mark.parametrize("do", ["", "take|source|1|2", "figure|999", "yes|0|none", "no|x|gdp", "dismiss"])
def test_presses_that_mean_nothing_are_told(site, do):
    home = bring(site)
    answer = site.post(f"{home}/answers", data={"token": token(site), "do": do, "at": "x"})
    assert answer.status_code in (404, 422) and "核数页" in answer.text


def test_a_draft_is_checked_again_when_the_data_change(site, store):
    from tests.web.sample import NOW

    home = bring(site)
    with store.read() as reader:
        known = next(o for o in reader.observations("gdp", "210000") if o.period.code == "2025")
    with store.write("local", "load", NOW) as writer:
        writer.put_observations([replace(known, value=known.value + 1000, vintage=Vintage.FINAL)])
    assert marks(page_of(site, home))["33182.9亿元"] == "look"


def test_a_long_draft_is_shown_in_parts_and_none_is_lost(site):
    lines = [f"第{n}条 全省社区书屋{n}家，口袋公园{n + 1000}个。" + "说明文字。" * 60 for n in range(2, 80)]
    home = bring(site, "2026年辽宁省政府工作报告\n\n" + "\n\n".join(lines))
    page = page_of(site, home)
    parts = int(page.xpath("//nav[contains(@class,'pager')]//span[@class='meta']/text()")[0].split("/")[1])
    assert parts > 3
    seen = []
    for part in range(1, parts + 1):
        seen += page_of(site, f"{home}?part={part}").xpath("//a[contains(@class,'fg')]/@href")
    assert len(seen) == len(set(seen)) == 156
    last = seen[-1]
    assert page_of(site, f"{home}?at={last[2:]}").xpath(f"//a[@href='{last}']")


def test_english_and_traditional(site):
    home = bring(site)
    english = page_of(site, f"{home}?lang=en")
    assert "need a look" in words(english) and english.get("lang") == "en"
    traditional = page_of(site, f"{home}?lang=zh-Hant")
    assert "與來源不符" in words(traditional)
    assert "地区生产总值达到" in words(traditional)  # the draft stays in its own script


def test_answers_are_not_kept_by_the_browser(site):
    home = bring(site)
    for path in ("/check", home):
        assert site.get(path).headers["cache-control"] == "no-store"


def test_the_head_of_other_pages_leads_here(site):
    assert tree(site.get("/")).xpath("//header//a[@href='/check']")


def test_the_day_a_page_is_seen_on_is_offered_for_the_draft(site):
    link = tree(site.get("/data?as_of=2026-01-15")).xpath("//header//a[starts-with(@href,'/check')]/@href")[0]
    assert page_of(site, link).xpath("//input[@name='as_of']/@value") == ["2026-01-15"]
