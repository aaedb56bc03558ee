"""Reading through a plan and correcting it: the sums, the two clicks, what lasts, what is refused."""

import json

import pytest
from lxml import html as lxml_html
from tests.web.conftest import client_of
from tests.web.linhu import PLAN, ROOT, load

from lantu import actions
from lantu.plan import SentenceClass


@pytest.fixture
def store(sqlite_store):
    return load(sqlite_store)


@pytest.fixture
def site(store):
    return client_of(store)


def page_of(site, path):
    answer = site.get(path)
    assert answer.status_code == 200, answer.text[:300]
    return lxml_html.fromstring(answer.text)


def words(node) -> str:
    return " ".join(node.text_content().split())


def sentence(page, said):
    found = [one for one in page.xpath("//li[contains(@class,'sen')]") if said in words(one)]
    assert len(found) == 1, said
    return found[0]


def row_of(page, said):
    """The row whose own words say it: a task may stand in the rows of several sentences."""
    (found,) = [one for one in page.xpath("//li[contains(@class,'sen')]") if said in words(one.find("p"))]
    return found


def fields(form) -> dict[str, str]:
    return {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}


def press(site, form, button, **typed):
    """Submit a form as a browser does with this button."""
    assert form.xpath(f".//button[@name='do' and @value='{button}']"), button
    return site.post(form.get("action"), data=fields(form) | {"do": button} | typed)


def chapter(page, number):
    return page.xpath(f"(//nav[@class='toc']//a)[{number}]/@href")[0]


def ledger_of(store):
    state = actions.corrected_reading(store, PLAN)
    return {state.document.text[s.span.start : s.span.end]: s for s in state.reading.work.ledger.sentences}


def text_of(store, one) -> str:
    """The words of a sentence."""
    return actions.corrected_reading(store, PLAN).document.text[one.span.start : one.span.end]


def test_the_classes_add_up_to_all_sentences(store, site):
    page = page_of(site, f"{ROOT}/ledger")
    numbers = [int(one) for one in page.xpath("//div[@aria-labelledby='f-class']//span[@class='c']/text()")]
    state = actions.corrected_reading(store, PLAN)
    ledger = state.reading.work.ledger
    assert numbers[0] == sum(numbers[1:]) == len(ledger.sentences)
    assert numbers[1:] == [ledger.count(one) for one in SentenceClass]


def test_every_sentence_stands_in_just_one_chapter(store, site):
    seen = []
    for link in page_of(site, f"{ROOT}/ledger").xpath("//nav[@class='toc']//a/@href"):
        seen += page_of(site, link).xpath("//li[contains(@class,'sen')]/@id")
    assert sorted(seen) == sorted(f"s{one.span.start}" for one in ledger_of(store).values())


def test_a_class_is_corrected_with_two_clicks(store, site):
    """The first click opens the sentence (a summary, no request), the second is the button."""
    page = page_of(site, chapter(page_of(site, f"{ROOT}/ledger"), 1))
    page = page_of(site, f"{ROOT}/ledger?class=context") if "湖面" not in words(page) else page
    row = sentence(page, "湖面风光依旧")
    assert row.xpath(".//details[not(@open)]/summary")
    answer = press(site, row.xpath(".//form")[0], "class|unresolved")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"#{row.get('id')}")
    back = sentence(page_of(site, answer.headers["location"]), "湖面风光依旧")
    assert "已更正" in words(back)
    assert "未归类" in words(back)
    assert ledger_of(store)["湖面风光依旧。"].klass is SentenceClass.UNRESOLVED


def test_a_field_of_a_target_is_corrected_with_two_clicks_and_ages_the_verdicts(store, site):
    page = page_of(site, f"{ROOT}/ledger?class=target")
    form = sentence(page, "常住人口城镇化率").xpath(".//form")[0]
    with store.read() as reader:
        before, version = reader.targets(PLAN)[0], reader.data_version()
    press(site, form, f"field|target|{before.id}|0|direction|keep")
    with store.read() as reader:
        assert reader.targets(PLAN)[0].direction == "keep"
        assert reader.data_version() > version
    shown = words(page_of(site, f"/targets/{before.id}"))
    assert "已更正" in shown
    assert "每期守住" in shown


def test_words_and_figures_are_typed_on_the_page_of_the_sentence(store, site):
    page = page_of(site, f"{ROOT}/ledger?class=target")
    link = sentence(page, "常住人口城镇化率").xpath(".//details//a[contains(@href,'/ledger/')]/@href")[0]
    forms = page_of(site, link).xpath("//form[.//button[starts-with(@value,'save|target')]]")
    form = next(one for one in forms if "城镇化率" in words(one))
    button = form.xpath(".//button[starts-with(@value,'save|')]/@value")[0]
    answer = press(site, form, button, **{"f.value": "72", "reason": "与表格一致"})
    assert answer.status_code == 303
    with store.read() as reader:
        assert str(reader.targets(PLAN)[0].value) == "72"
    assert "与表格一致" in words(page_of(site, f"{ROOT}/corrections"))


def test_a_missed_target_is_added_and_a_wrong_one_struck_out(store, site):
    page = page_of(site, f"{ROOT}/ledger?class=target")
    link = sentence(page, "常住人口城镇化率").xpath(".//details//a[contains(@href,'/ledger/')]/@href")[0]
    with store.read() as reader:
        first = reader.targets(PLAN)
    form = page_of(site, link).xpath("//form[.//button[@value='add']]")[0]
    typed = {
        "f.quote": "70%",
        "f.indicator": "城镇化水平",
        "f.comparator": "=",
        "f.value": "70",
        "f.unit": "%",
    }
    typed |= {"f.mode": "level", "f.direction": "up", "f.strength": "firm"}
    assert press(site, form, "add", **typed).status_code == 303
    with store.read() as reader:
        added = [one for one in reader.targets(PLAN) if one not in first]
    assert [(one.indicator, str(one.value)) for one in added] == [("城镇化水平", "70")]
    form = page_of(site, link).xpath(f"//form[.//button[@value='remove|target|{first[1].id}|0']]")[0]
    press(site, form, f"remove|target|{first[1].id}|0")
    with store.read() as reader:
        assert first[1].id not in [one.id for one in reader.targets(PLAN)]


def test_a_correction_is_taken_back_from_the_list_and_downloaded(store, site):
    form = sentence(page_of(site, f"{ROOT}/ledger?class=target"), "城镇化率").xpath(".//form")[0]
    press(site, form, "class|context")
    lines = site.get(f"{ROOT}/corrections.jsonl").text.splitlines()
    assert [json.loads(one)["kind"] for one in lines] == ["class"]
    page = page_of(site, f"{ROOT}/corrections")
    assert "目标 → 背景叙述" in words(page)
    form = page.xpath("//form[.//button[starts-with(@value,'withdraw|')]]")[0]
    press(site, form, form.xpath(".//button/@value")[0])
    assert all(one.why != "corrected" for one in ledger_of(store).values())
    assert "已撤回" in words(page_of(site, f"{ROOT}/corrections"))


@pytest.mark.parametrize(
    ("language", "said", "button"),
    [("zh", "改类别不删记录：从这句读出的 1 条记录还在", "这不是任务"),
     ("en", "keep what was read from this sentence (1)", "This is no task")],
)  # fmt: skip
def test_records_a_new_class_has_no_place_for_stay_and_the_page_says_so(store, site, language, said, button):
    """A class is corrected alone; each record is struck out by its own button, and then nothing is said."""
    form = row_of(page_of(site, f"{ROOT}/ledger?class=task"), "服务机制").xpath(".//form")[0]
    assert said not in words(form)
    press(site, form, "class|context")
    row = row_of(page_of(site, f"{ROOT}/ledger?class=context&lang={language}"), "服务机制")
    assert said in words(row)
    (link,) = {one for one in row.xpath(".//a/@href") if "/ledger/" in one}
    page = page_of(site, f"{link}&lang={language}" if "?" in link else f"{link}?lang={language}")
    assert said in words(page)
    (form,) = page.xpath("//form[.//button[starts-with(@value,'remove|task')]]")
    assert button in words(form)
    press(site, form, form.xpath(".//button[starts-with(@value,'remove|task')]/@value")[0])
    assert said not in words(page_of(site, f"{ROOT}/ledger?class=context&lang={language}"))
    ledger = ledger_of(store)
    assert ledger["完善产业链服务机制。"].records == ()


def test_a_class_that_has_room_for_the_records_says_nothing(store, site):
    """A task may stand in a sentence of a class that goes before its own."""
    form = row_of(page_of(site, f"{ROOT}/ledger?class=task"), "服务机制").xpath(".//form")[0]
    press(site, form, "class|policy")
    row = row_of(page_of(site, f"{ROOT}/ledger?class=policy"), "服务机制")
    assert "已更正" in words(row)
    assert "改类别不删记录" not in words(row)


def test_a_name_is_asked_once(store, site):
    form = page_of(site, f"{ROOT}/ledger?class=target").xpath("//form[.//input[@name='name']]")[0]
    answer = site.post(form.get("action"), data=fields(form) | {"name": "规划处 王某"})
    page = page_of(site, answer.headers["location"])
    press(site, sentence(page, "城镇化率").xpath(".//form")[0], "class|task")
    assert "规划处 王某" in words(page_of(site, f"{ROOT}/corrections"))


def test_who_comes_second_is_told_and_nothing_is_kept(store, site):
    form = sentence(page_of(site, f"{ROOT}/ledger?class=target"), "城镇化率").xpath(".//form")[0]
    press(site, form, "class|task")
    answer = press(site, form, "class|context")
    assert answer.status_code == 409
    assert "已有人更正过" in answer.text
    assert len(site.get(f"{ROOT}/corrections.jsonl").text.splitlines()) == 1


@pytest.mark.parametrize(
    ("do", "typed", "status"),
    [
        ("", {}, 422),
        ("class|nonsense", {}, 422),
        ("field|target|nobody|0|mode|level", {}, 422),
        ("withdraw|linhu-14fyp.c0099", {}, 404),
        ("add", {"f.quote": "99%", "f.indicator": "甲", "f.value": "99"}, 422),
    ],
)
def test_bad_corrections_are_refused_in_one_sentence(site, do, typed, status):
    form = sentence(page_of(site, f"{ROOT}/ledger?class=target"), "城镇化率").xpath(".//form")[0]
    answer = site.post(form.get("action"), data=fields(form) | {"do": do} | typed)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert site.get(f"{ROOT}/corrections.jsonl").text == ""


@pytest.mark.parametrize(
    ("typed", "chinese", "english"),
    [
        (
            {"f.value_max": "90"},
            "“限定”是“区间”时才有“区间上限”；请改“限定”，或把“区间上限”清空。",
            "“upper end” goes only with the “comparator” “between”; change “comparator”, or empty “upper end”.",
        ),
        ({"f.value": ""}, "请填写“数值”", "fill in “value”"),
        ({"f.value": "七成"}, "“数值”不能是“七成”", "“value” cannot be “七成”"),
        ({"f.deadline": "25"}, "“期限”不能是“25”", "“deadline” cannot be “25”"),
        ({"f.indicator": ""}, "“指标”不能为空", "“indicator”"),
        ({"f.scope": "区", "reason": "长" * 501}, "“理由”超过 500 个字", "“reason”"),
    ],
)
def test_a_refusal_names_the_field_as_the_page_does(site, typed, chinese, english):
    link = sentence(page_of(site, f"{ROOT}/ledger?class=target"), "常住人口城镇化率").xpath(
        ".//details//a[contains(@href,'/ledger/')]/@href"
    )[0]
    for language, said in (("zh", chinese), ("en", english)):
        page = page_of(site, f"{link}?lang={language}")
        form = page.xpath("//form[.//button[starts-with(@value,'save|target')]]")[0]
        answer = press(site, form, form.xpath(".//button[starts-with(@value,'save|')]/@value")[0], **typed)
        assert answer.status_code == 422
        assert said in words(lxml_html.fromstring(answer.text))
        assert "value_max" not in answer.text


def test_a_refusal_lists_the_words_of_a_field_as_the_page_does(site):
    form = sentence(page_of(site, f"{ROOT}/ledger?class=target"), "常住人口城镇化率").xpath(".//form")[0]
    key = form.xpath(".//button[contains(@value,'|direction|')]/@value")[0].rpartition("|")[0]
    answer = site.post(form.get("action"), data=fields(form) | {"do": f"{key}|sideways"})
    assert "“方向”不能是“sideways”；可以是：越高越好、越低越好、每期守住。" in answer.text


def test_a_form_of_another_site_is_refused(site):
    answer = site.post(
        f"{ROOT}/corrections", data={"do": "class|task", "start": "0", "seen": "", "token": "x"}
    )
    assert answer.status_code == 409


def test_a_target_leads_to_its_sentence(store, site):
    with store.read() as reader:
        one = reader.targets(PLAN)[0]
    link = page_of(site, f"/targets/{one.id}").xpath("//a[contains(@href,'/ledger?at=')]/@href")[0]
    answer = site.get(link)
    assert answer.status_code == 303
    address, _, place = answer.headers["location"].partition("#")
    assert "城镇化率" in words(page_of(site, address).xpath(f"//li[@id='{place}']")[0])


@pytest.mark.parametrize(
    "path",
    [
        "/ledger?at=999999",
        "/ledger?at=-5",
        "/ledger?section=no_such",
        "/ledger?class=no_such",
        "/ledger/999999",
    ],
)
def test_unknown_places_are_not_found(site, path):
    assert site.get(ROOT + path).status_code == 404


def test_a_plan_without_its_text_says_how_to_load_it(real_site):
    for path in ("ledger", "ledger/5", "corrections"):
        assert "lantu load" in words(page_of(real_site, f"/plans/national-14fyp/{path}"))


def test_an_added_figure_is_never_found_inside_a_longer_number(store, site):
    line = next(one for one in ledger_of(store).values() if "城镇化率" in text_of(store, one))
    page = page_of(site, f"{ROOT}/ledger/{line.span.start}")
    form = page.xpath("//form[.//button[@value='add']]")[0]
    typed = {"f.quote": "25", "f.indicator": "甲", "f.value": "25", "f.comparator": "="}
    typed |= {"f.mode": "level", "f.direction": "up", "f.strength": "firm"}
    assert press(site, form, "add", **typed).status_code == 422


@pytest.mark.parametrize("typed", ["甲\x00乙", "甲\u202e乙", "甲\u200b乙"])
def test_characters_nobody_sees_are_refused(store, site, typed):
    line = next(one for one in ledger_of(store).values() if "城镇化率" in text_of(store, one))
    page = page_of(site, f"{ROOT}/ledger/{line.span.start}")
    form = page.xpath("//form[.//button[starts-with(@value,'save|target')]]")[0]
    button = form.xpath(".//button[starts-with(@value,'save|')]/@value")[0]
    assert press(site, form, button, **{"f.indicator": typed}).status_code == 422
    assert site.get(f"{ROOT}/corrections.jsonl").text == ""


@pytest.mark.parametrize("token", ["中文", "", "x" * 5000])
def test_a_token_that_is_none_is_refused(site, token):
    site.get(f"{ROOT}/ledger")
    answer = site.post(f"{ROOT}/corrections", data={"do": "class|task", "start": "0", "token": token})
    assert answer.status_code == 409


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_other_languages_keep_the_text_as_written(site, language):
    page = page_of(site, f"{ROOT}/ledger?class=target&lang={language}")
    assert "常住人口城镇化率达到70%" in words(page)
    assert ("Contents" if language == "en" else "目錄") in words(page)
