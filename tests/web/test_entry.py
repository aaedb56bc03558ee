"""Typing in a lost table: checked first, kept whole or not at all, everything typed comes back."""

from io import BytesIO

import openpyxl
import pytest
from lxml import html as lxml_html
from tests.web.sample import EVIL, NOW, PLAN, TODAY, fill

from lantu import actions

PATH = f"/plans/{PLAN}/entry"
GOOD = {
    "r0_baseline": "2400",
    "r0_target": "2500",
    "r0_comparator": ">=",
    "r0_binding": "binding",
    "r0_page": "7",
}


def fields_of(page) -> dict[str, str]:
    """The form as a browser would send it back untouched."""
    form = page.xpath("//section[contains(@class,'entry')]//form")[0]
    return {name: value or "" for name, value in form.form_values()}


def filled(site, **typed: str) -> dict[str, str]:
    return fields_of(lxml_html.fromstring(site.get(PATH).text)) | typed


def entries(store):
    with store.read() as reader:
        return reader.entries(PLAN)


def test_a_good_row_is_kept_as_pending_and_shown(store, open_site):
    site = open_site(fill(store))
    answer = site.post(PATH, data=filled(site, **GOOD))
    assert answer.status_code == 303
    kept = entries(store)
    assert [(one.indicator, str(one.target), one.comparator, one.page, one.state) for one in kept] == [
        ("粮食产量", "2500", ">=", "7", "pending")
    ]
    assert (kept[0].no, kept[0].baseline_year, kept[0].target_year, kept[0].entered_by) == (
        "1",
        2020,
        2025,
        "local",
    )
    shown = lxml_html.fromstring(site.get(answer.headers["location"]).text)
    assert "已保存 1 行" in shown.text_content() and "待核" in shown.text_content()
    assert "r0_indicator" in fields_of(shown) and fields_of(shown)["r0_indicator"] == "研发强度"


def test_the_write_is_in_the_audit_chain(sample_store, open_site):
    site = open_site(sample_store)
    site.post(PATH, data=filled(site, **GOOD))
    with sample_store.read() as reader:
        last = reader.audit(1)[0]
    assert (last.verb, last.actor) == ("enter-row", "local")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"r0_target": "两千五"}, "r0_target", "“两千五”不是数"),
        ({"r0_target": "nan"}, "r0_target", "“nan”不是数"),
        ({"r0_target": "1e99999"}, "r0_target", "不是数"),
        ({"r0_page": ""}, "r0_page", "请填纸本上的页码"),
        ({"r0_page": "0"}, "r0_page", "从 1 起"),
        ({"r0_page": "-3"}, "r0_page", "从 1 起"),
        ({"r0_unit": ""}, "r0_unit", "请填计量单位"),
        ({"r0_target_year": "二〇二五"}, "r0_target_year", "不是年份"),
        ({"r0_comparator": "range"}, "r0_target_max", "请填上限"),
        ({"r0_comparator": "range", "r0_target_max": "2400"}, "r0_target_max", "应大于下限"),
        ({"r0_target_max": "2600"}, "r0_comparator", "请选“区间”"),
        ({"r0_target": "", "r0_baseline": "2400"}, "r0_target", "至少填一项"),
        ({"r0_growth": "3"}, "r0_growth_kind", "请选它是哪一种"),
        ({"r0_growth_kind": "annual_growth"}, "r0_growth", "请填它的数"),
        ({"r0_comparator": "!!"}, "r0_comparator", "不在可选的写法里"),
        ({"r0_binding": "maybe"}, "r0_binding", "不在可选的写法里"),
        ({"r0_growth_kind": "weekly"}, "r0_growth_kind", "不在可选的写法里"),
        ({"r0_unit": "吨" * 200}, "r0_unit", "太长"),
        ({"r0_target": EVIL}, "r0_target", "不是数"),
    ],
)
def test_an_error_stands_beside_its_field_and_nothing_is_lost(sample_store, open_site, typed, field, words):
    site = open_site(sample_store)
    sent = filled(site, **(GOOD | typed), r1_target="2.5", r1_page="8")
    answer = site.post(PATH, data=sent)
    assert answer.status_code == 422
    assert entries(sample_store) == ()
    page = lxml_html.fromstring(answer.text)
    wrong = page.get_element_by_id(field)
    assert wrong.get("aria-invalid") == "true"
    assert words in page.get_element_by_id(wrong.get("aria-describedby")).text_content()
    assert page.xpath(f"//div[@role='alert']//a[@href='#{field}']")
    back = fields_of(page)
    assert {name: back.get(name) for name in sent if name != "token"} == {
        name: value for name, value in sent.items() if name != "token"
    }
    assert "<script>alert" not in answer.text


def test_one_bad_row_keeps_the_good_one_out(sample_store, open_site):
    site = open_site(sample_store)
    answer = site.post(PATH, data=filled(site, **GOOD, r1_target="x", r1_page="8"))
    assert answer.status_code == 422 and entries(sample_store) == ()


def test_an_empty_form_says_so(sample_store, open_site):
    site = open_site(sample_store)
    answer = site.post(PATH, data=filled(site))
    assert answer.status_code == 422 and "没有填任何一行" in answer.text


def test_full_width_digits_and_brackets_are_numbers(sample_store, open_site):
    site = open_site(sample_store)
    row = GOOD | {
        "r0_target": "２，５００．５",
        "r0_growth": "[-13.5]",
        "r0_growth_kind": "cumulative_change",
    }
    assert site.post(PATH, data=filled(site, **row)).status_code == 303
    assert (str(entries(sample_store)[0].target), str(entries(sample_store)[0].growth)) == ("2500.5", "-13.5")


def test_a_rule_in_words_needs_no_number(sample_store, open_site):
    site = open_site(sample_store)
    row = GOOD | {"r0_target": "", "r0_baseline": "", "r0_growth_kind": "deferred", "r0_comparator": ""}
    assert site.post(PATH, data=filled(site, **row)).status_code == 303
    assert entries(sample_store)[0].growth_kind == "deferred"


def test_a_form_of_another_site_writes_nothing(sample_store, open_site):
    site = open_site(sample_store)
    sent = filled(site, **GOOD)
    for token in ("", "0" * 64):
        answer = site.post(PATH, data=sent | {"token": token})
        assert answer.status_code == 409 and "已经失效" in answer.text
    stranger = open_site(sample_store)  # the token is right, the cookie is not there
    assert stranger.post(PATH, data=sent).status_code == 409
    assert entries(sample_store) == ()


def test_too_large_a_form_is_refused(sample_store, open_site):
    site = open_site(sample_store)
    answer = site.post(PATH, data=filled(site, r0_target="1" * 7_000_000))
    assert answer.status_code == 422 and "6 MB" in answer.text


def workbook(site):
    answer = site.get(f"{PATH}.xlsx")
    assert answer.status_code == 200 and answer.headers["content-disposition"].startswith("attachment")
    return openpyxl.load_workbook(BytesIO(answer.content))


def upload(site, data: bytes):
    token = filled(site)["token"]
    return site.post(PATH, data={"token": token}, files={"workbook": ("form.xlsx", data)})


def packed(book) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_workbook_goes_out_and_comes_back(store, open_site):
    site = open_site(fill(store))
    book = workbook(site)
    sheet = book.worksheets[0]
    headers = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[5]}
    assert sheet.cell(6, headers["指标"]).value == "粮食产量"
    sheet.cell(6, headers["目标值"], 2500)
    sheet.cell(6, headers["页码"], 7)
    answer = upload(site, packed(book))
    assert answer.status_code == 200 and "已保存 1 行" in answer.text
    assert [(one.indicator, str(one.target), one.page) for one in entries(store)] == [
        ("粮食产量", "2500", "7")
    ]


def test_a_fault_in_the_workbook_names_its_cell_and_writes_nothing(sample_store, open_site):
    site = open_site(sample_store)
    book = workbook(site)
    sheet = book.worksheets[0]
    headers = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[5]}
    sheet.cell(6, headers["目标值"], "很多")
    answer = upload(site, packed(book))
    assert answer.status_code == 422 and "H6" in answer.text and "很多" in answer.text
    assert entries(sample_store) == ()


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook_gets_a_sentence(sample_store, open_site, data):
    site = open_site(sample_store)
    answer = upload(site, data)
    assert answer.status_code == 422 and "XLSX" in answer.text
    assert entries(sample_store) == ()


def test_the_page_warns_of_classified_information(sample_site):
    assert "不得录入涉密信息" in sample_site.get(PATH).text


def spare(site, **typed: str) -> dict[str, str]:
    """The first row that asks for its own number and name."""
    row = {"no": "3", "indicator": "城镇化率", "unit": "%", "target": "69", "page": "31"} | typed
    sent = filled(site)
    number = next(name.split("_")[0] for name, value in sent.items() if name.endswith("_no") and not value)
    return sent | {f"{number}_{name}": value for name, value in row.items()}


def test_several_rows_are_one_write(sample_store, open_site):
    site = open_site(sample_store)
    with sample_store.read() as reader:
        before = reader.audit(1)[0].seq
    site.post(PATH, data=spare(site) | GOOD)
    with sample_store.read() as reader:
        last = reader.audit(1)[0]
    assert len(entries(sample_store)) == 2 and last.seq == before + 1


def test_a_number_given_twice_saves_nothing_and_keeps_what_was_typed(sample_store, open_site):
    site = open_site(sample_store)
    answer = site.post(PATH, data=spare(site, no="1") | GOOD)
    assert answer.status_code == 422 and "填了两次" in answer.text
    assert entries(sample_store) == ()
    assert {"城镇化率", "2500"} <= set(fields_of(lxml_html.fromstring(answer.text)).values())


def test_a_kept_row_is_replaced_only_when_that_was_agreed_to(store, open_site):
    site = open_site(fill(store))
    assert site.post(PATH, data=spare(site)).status_code == 303
    answer = site.post(PATH, data=spare(site, target="70", page="9"))
    assert answer.status_code == 409
    assert [str(one.target) for one in entries(store)] == ["69"]
    page = lxml_html.fromstring(answer.text)
    alert = page.xpath("//div[@role='alert']")[0].text_content()
    assert "2025: 69" in alert and "第 31 页" in alert and "local" in alert
    box = page.xpath("//input[@type='checkbox']")[0]
    back = fields_of(page)
    assert "70" in back.values() and box.get("name") not in back
    agreed = back | {box.get("name"): box.get("value")}
    site.post(PATH, data=spare(site, target="69", page="31"))
    assert site.post(PATH, data=agreed).status_code == 303
    assert [(str(one.target), one.page) for one in entries(store)] == [("70", "9")]
    stale = spare(site, target="71") | {box.get("name"): box.get("value")}
    assert site.post(PATH, data=stale).status_code == 409
    assert [str(one.target) for one in entries(store)] == ["70"]


def test_the_same_row_again_changes_nothing(sample_store, open_site):
    site = open_site(sample_store)
    site.post(PATH, data=spare(site))
    with sample_store.read() as reader:
        before = reader.entries(PLAN), reader.audit(1)
    assert site.post(PATH, data=spare(site)).status_code == 303
    with sample_store.read() as reader:
        assert (reader.entries(PLAN), reader.audit(1)) == before


def test_a_workbook_replaces_no_row_that_differs(sample_store, open_site):
    site = open_site(sample_store)
    site.post(PATH, data=filled(site, **GOOD))
    book = workbook(site)
    sheet = book.worksheets[0]
    headers = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[5]}
    sheet.cell(6, headers["目标值"], 2600)
    sheet.cell(6, headers["页码"], 7)
    answer = upload(site, packed(book))
    assert answer.status_code == 409 and "粮食产量" in answer.text and "2500" in answer.text
    assert [str(one.target) for one in entries(sample_store)] == ["2500"]


def test_saved_is_not_believed_from_the_address(sample_site):
    assert "已保存" not in sample_site.get(f"{PATH}?saved=99").text


def test_saving_a_row_leaves_every_verdict_in_place(sample_store, open_site):
    actions.judge(sample_store, PLAN, TODAY, "local", NOW)
    site = open_site(sample_store)
    paths = ("/", f"/plans/{PLAN}", f"/targets/{PLAN}.0001")

    def marks(path):
        page = lxml_html.fromstring(site.get(path).text)
        assert "还没有算过" not in page.text_content() or path == "/"
        return page.xpath("//*[local-name()='use']/@href"), "能核对 1 项" in page.text_content()

    before = {path: marks(path) for path in paths}
    assert before["/"][1] and all(found for found, _ in before.values())
    assert site.post(PATH, data=filled(site, **GOOD)).status_code == 303
    assert {path: marks(path) for path in paths} == before
