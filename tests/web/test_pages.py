"""What the pages say about the shipped cases, held against the store they read."""

import csv
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from lxml import html as lxml_html
from tests.web.sample import EVIL, NOW, PLAN, TODAY, fill, observed, plan, target

from lantu.monitoring import shipped_scheme, tally
from lantu.values import Mode, Period, PlanKind, Tier, Vintage

OUTLINES = ("liaoning-14fyp", "national-14fyp", "national-15fyp")


def page_of(site, path):
    answer = site.get(path)
    assert answer.status_code == 200, answer.text[:300]
    return lxml_html.fromstring(answer.text)


def text_of(node) -> str:
    return " ".join(node.text_content().split())


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


@pytest.mark.parametrize("plan_id", OUTLINES)
def test_the_wall_agrees_with_the_tally_of_the_rules(real_store, real_site, plan_id):
    with real_store.read() as reader:
        targets = reader.targets(plan_id)
        verdicts = reader.verdicts(plan_id, TODAY, shipped_scheme().digest)
    counted = tally(targets, verdicts)
    page = page_of(real_site, f"/plans/{plan_id}")
    marks = page.xpath("//ul[@class='marks']/li/a/@href")
    assert sorted(marks) == sorted(f"/targets/{one.id}" for one in targets)
    walls = page.xpath("//div[@class='tier']")
    assert len(walls) == len(counted.tiers)
    for tier, wall in zip(counted.tiers, walls, strict=True):
        cells = counted.tier(tier)
        shown = {
            link.get("href").split("status=")[1].split("&")[0]: int(link.findtext("b"))
            for link in wall.xpath(".//ul[@class='legend']//a")
        }
        expected = {
            status.value: sum(cell.of(status) for cell in cells)
            for status in {s for cell in cells for s in cell.counts}
        }
        assert shown == expected
        assert (
            f"{sum(cell.all for cell in cells)} 项，能核对 {sum(cell.judged for cell in cells)} 项"
            in text_of(wall)
        )
        if len(cells) > 1:
            for cell in cells:
                assert f"{cell.all} 项，能核对 {cell.judged} 项" in text_of(wall)


def test_tiers_are_never_added(real_site):
    lede = text_of(page_of(real_site, "/plans/liaoning-14fyp").find(".//p[@class='lede']"))
    assert "领域指标 100 项" in lede and "工作量 92 项" in lede and "192" not in lede


@pytest.mark.parametrize("plan_id", OUTLINES)
def test_every_mark_has_a_word(real_site, plan_id):
    page = page_of(real_site, f"/plans/{plan_id}")
    for mark in page.xpath("//ul[@class='marks']//a"):
        assert mark.get("aria-label") == mark.get("title")
        assert re.search("：(已实现|未实现|快于|达到|慢于|反向|口径|未到期|暂无)", mark.get("aria-label"))


def test_annual_plan_stands_beside_nation_and_rank(real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp?year=2024")
    assert "年度计划 · 2024" in text_of(page)
    page = page_of(real_site, "/plans/liaoning-14fyp?year=2023")
    row = next(
        row
        for row in page.xpath("//section[@aria-labelledby='annual']//tbody/tr")
        if "地区生产总值" in text_of(row)
    )
    cells = [plain(text_of(cell)) for cell in row]
    assert cells[2:4] == ["5.3 %", "5.2 %"]
    assert cells[4].startswith("16 / 31")


def test_a_rank_among_few_is_not_shown_as_a_place(real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp?year=2025")
    row = next(
        row
        for row in page.xpath("//section[@aria-labelledby='annual']//tbody/tr")
        if "地区生产总值增速" in text_of(row)
    )
    assert "31" not in text_of(row[4])
    assert plain(text_of(row[2])) == "3.7 %"


def test_urbanisation_is_never_achieved_and_shows_both_readings(real_site):
    page = page_of(real_site, "/targets/liaoning-14fyp.0081")
    chip = page.find(".//span[@class='chip']")
    assert text_of(chip) == "口径不可比"
    readings = [text_of(one) for one in page.xpath("//div[@class='pair']/div")]
    assert len(readings) == 2
    assert "七普前" in readings[0] and "68.11" in readings[0] and "69" in readings[0]
    assert "73.51" in readings[1]


@pytest.mark.parametrize("plan_id", OUTLINES)
def test_every_target_page_opens_and_says_what_its_verdict_says(real_store, real_site, plan_id):
    with real_store.read() as reader:
        verdicts = reader.verdicts(plan_id, TODAY, shipped_scheme().digest)
    step = 7 if len(verdicts) > 50 else 1
    for verdict in verdicts[::step]:
        page = page_of(real_site, f"/targets/{verdict.target}")
        facts = text_of(page.xpath("//section[@aria-labelledby='provenance']")[0])
        assert verdict.target in facts and TODAY.isoformat() in facts
        if verdict.observation is not None:
            assert verdict.observation.source.title in text_of(page)


def test_formula_bands_and_provenance_are_printed(real_store, real_site):
    with real_store.read() as reader:
        verdict = next(
            one
            for one in reader.verdicts("national-14fyp", TODAY, shipped_scheme().digest)
            if one.formula and one.bands
        )
        version = reader.data_version()
    page = page_of(real_site, f"/targets/{verdict.target}")
    assert text_of(page.find(".//div[@class='formula']")).replace(" ", "") == verdict.formula.replace(
        "; ", ""
    ).replace(" ", "")
    assert " ".join(verdict.bands.split()) in text_of(page)
    assert page.xpath(f"//dt[.='数据版本']/following-sibling::dd[1][.='{version}']")
    assert shipped_scheme().digest[:16] in text_of(page)


def test_every_filter_count_is_the_number_of_rows_behind_it(real_site):
    todo = page_of(real_site, "/plans/national-14fyp/targets")
    links = [
        link
        for link in todo.xpath("//div[@class='filters']//a | //details[@class='chapters']//a")
        if link.xpath(".//span[@class='c' or @class='end']") or link.getnext() is not None
    ]
    checked = 0
    for link in links:
        number = link.xpath("string(.//span[@class='c'])") or link.xpath(
            "string(following-sibling::span[@class='end'])"
        )
        if not number:
            continue
        rows = page_of(real_site, link.get("href")).xpath("//tbody/tr")
        assert len(rows) == int(number), link.get("href")
        checked += 1
    assert checked > 8


def test_filters_combine_and_can_be_taken_away(real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp/targets?tier=workload&data=no")
    assert len(page.xpath("//tbody/tr")) <= 92
    assert page.xpath("//div[@role='group']/a[@aria-current and contains(., '工作量')]/@href") == [
        "/plans/liaoning-14fyp/targets?data=no"
    ]
    none = page_of(real_site, "/plans/liaoning-14fyp/targets?tier=workload&q=没有这样的指标")
    assert "没有同时符合这些条件的目标" in text_of(none)


def test_search_finds_by_name(real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp/targets?q=城镇化")
    assert ["常住人口城镇化率"] == [text_of(link) for link in page.xpath("//tbody//th/a")]


def test_data_page_lists_what_the_store_holds(real_store, real_site):
    with real_store.read() as reader:
        mine = reader.observations(indicator="gdp.growth", region="210000")
    page = page_of(real_site, "/data/gdp.growth?region=210000")
    rows = page.xpath("//tbody/tr")
    assert len(rows) == sum(one.known_from is not None and one.known_from <= TODAY for one in mine)
    assert all(text_of(row[3]) and text_of(row[4]) for row in rows)


def test_csv_has_the_same_rows_exact_values_and_no_formulas(store, open_site):
    site = open_site(fill(store))
    answer = site.get("/data/urbanization.csv?region=all")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["period"], row["value"], row["basis"]) for row in rows] == [
        ("2025", "70.4", "七普"),
        ("2023", "68.2", "七普"),
        ("2020", "65.0", "七普"),
    ]
    with store.write("local", "load", NOW) as writer:
        writer.put_observations(
            (observed("urbanization", "2024", "69.1", "%", date(2025, 3, 1), note="=1+1"),)
        )
    rows = list(csv.DictReader(StringIO(site.get("/data/urbanization.csv").content.decode("utf-8-sig"))))
    assert "'=1+1" in {row["note"] for row in rows}


def test_a_figure_appears_on_the_day_it_was_published(sample_site):
    day = date(2026, 3, 1)
    before = page_of(sample_site, f"/data/urbanization?as_of={day - timedelta(1)}")
    after = page_of(sample_site, f"/data/urbanization?as_of={day}")
    assert "70.4" not in text_of(before) and "另有 1 个数字在这一天还没有公布" in text_of(before)
    assert "70.4" in text_of(after) and "还没有公布" not in text_of(after)
    assert all("as_of=2026-03-01" in link for link in after.xpath("//nav//a/@href"))


def test_an_inferred_day_says_so(sample_store, open_site):
    with sample_store.write("local", "load", NOW) as writer:
        writer.put_observations(
            (
                observed(
                    "grain",
                    "2025",
                    "2600",
                    "万吨",
                    date(2026, 1, 17),
                    published_inferred=True,
                    vintage=Vintage.FLASH,
                ),
            )
        )
    assert "推定" in text_of(page_of(open_site(sample_store), "/data/grain?region=all").find(".//tbody"))


def test_a_day_not_judged_has_no_marks_and_can_be_judged(store, open_site):
    site = open_site(fill(store))
    page = page_of(site, f"/plans/{PLAN}?as_of=2026-06-30")
    assert not page.xpath("//ul[@class='marks']") and "暂无数据" not in text_of(page.find(".//main"))
    form = page.xpath("//form[@method='post']")[0]
    refused = site.post(form.get("action"), data={"token": "0"})
    assert refused.status_code == 409
    with store.read() as reader:
        assert reader.judged_days(PLAN) == ()
    done = site.post(form.get("action"), data=dict(form.form_values()))
    assert done.status_code == 303 and done.headers["location"] == f"/plans/{PLAN}?as_of=2026-06-30"
    with store.read() as reader:
        assert reader.judged_days(PLAN) == (date(2026, 6, 30),)
        assert reader.judged_days("sample-annual-2025") == (date(2026, 6, 30),)
    page = page_of(site, done.headers["location"])
    assert len(page.xpath("//ul[@class='marks']//a")) == 3
    assert "未实现" in text_of(page.xpath("//section[@aria-labelledby='annual']")[0])


def test_without_a_day_in_the_address_the_last_judged_day_is_shown(sample_store, open_site):
    site = open_site(sample_store)
    form = page_of(site, f"/plans/{PLAN}?as_of=2026-06-30").xpath("//form[@method='post']")[0]
    site.post(form.get("action"), data=dict(form.form_values()))
    page = page_of(site, f"/plans/{PLAN}")
    assert page.get_element_by_id("as-of").get("value") == "2026-06-30"
    assert page.xpath("//ul[@class='marks']")


def test_new_figures_make_old_marks_disappear(sample_store, open_site):
    site = open_site(sample_store)
    form = page_of(site, f"/plans/{PLAN}").xpath("//form[@method='post']")[0]
    site.post(form.get("action"), data=dict(form.form_values()))
    assert page_of(site, f"/plans/{PLAN}").xpath("//ul[@class='marks']")
    with sample_store.write("local", "load", NOW) as writer:
        writer.put_observations(
            (observed("urbanization", "2024", "69.1", "%", date(2025, 3, 1), basis=("七普",)),)
        )
    assert not page_of(site, f"/plans/{PLAN}").xpath("//ul[@class='marks']")
    assert "69.1" in text_of(page_of(site, "/data/urbanization"))


def test_the_sentence_is_shown_when_the_text_is_loaded(store, open_site):
    site = open_site(fill(store))
    assert "lantu load FILE" in text_of(page_of(site, f"/targets/{PLAN}.0001"))
    assert "lantu load FILE" in text_of(page_of(site, f"/plans/{PLAN}/text"))


def test_the_figure_is_marked_in_its_sentence(sample_site):
    quote = page_of(sample_site, f"/targets/{PLAN}.0001").find(".//blockquote")
    assert text_of(quote) == "到2025年，常住人口城镇化率达到70%。"
    assert [text_of(mark) for mark in quote.iter("mark")] == ["70%"]
    text = page_of(sample_site, f"/plans/{PLAN}/text")
    assert [text_of(mark) for mark in text.iter("mark")] == ["70%", "100个"]
    assert "lantu load FILE" not in text_of(text)


def test_the_text_page_holds_every_target_once(real_store, real_site):
    with real_store.read() as reader:
        ids = {f"/targets/{one.id}" for one in reader.targets("liaoning-14fyp")}
    links = page_of(real_site, "/plans/liaoning-14fyp/text").xpath("//div[@class='card tree']//a/@href")
    assert sorted(links) == sorted(ids)
    assert "3 篇 · 22 章 · 94 节 · 45 专栏" in text_of(page_of(real_site, "/plans/liaoning-14fyp/text"))


def test_two_thousand_targets_shrink_to_dots(sqlite_store, open_site):
    from lantu import actions

    many = [target(number, f"指标{number}", "1", "个", Mode.LEVEL, section="") for number in range(1, 2001)]
    with sqlite_store.write("local", "load", NOW) as writer:
        writer.put_plan(plan())
        writer.put_targets(many)
    actions.judge(sqlite_store, PLAN, TODAY, "local", NOW)
    page = page_of(open_site(sqlite_store), f"/plans/{PLAN}")
    assert len(page.xpath("//section[contains(@class,'dense')]//ul[@class='marks']//a")) == 2000


def test_chart_and_its_specification_are_the_same(real_site):
    answer = real_site.get("/targets/national-14fyp.0003/chart.json?lang=zh")
    spec = answer.json()
    assert "NaN" not in answer.text and "Infinity" not in answer.text
    assert spec["$schema"].endswith(".json") and spec["description"]
    page = page_of(real_site, "/targets/national-14fyp.0003")
    figure = page.find(".//figure[@class='chart']")
    assert figure.get("data-spec") == "/targets/national-14fyp.0003/chart.json?lang=zh"
    assert figure.find("svg").get("aria-label") == spec["description"]
    values = {row["text"] for rows in spec["datasets"].values() for row in rows if "period" in row}
    table = text_of(page.xpath("//details//table")[0])
    assert values and all(value in table for value in values)


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "没有收到数字的年份：2021—2022、2024"), ("en", "no figure received for 2021–2022, 2024"),
     ("zh-Hant", "沒有收到數字的年份：2021—2022、2024")],
)  # fmt: skip
def test_years_without_a_figure_are_named_under_the_chart_and_read_out(sample_site, language, words):
    for path in (f"/targets/{PLAN}.0001", "/data/urbanization"):
        page = page_of(sample_site, f"{path}?lang={language}")
        assert words in [text_of(key) for key in page.xpath("//ul[@class='keys']/li")]
        assert page.find(".//figure[@class='chart']/svg").get("aria-label").endswith(f" · {words}")


def test_a_chart_with_every_year_names_none(real_site):
    spec = real_site.get("/targets/national-14fyp.0003/chart.json?lang=zh").json()
    assert "没有收到" not in spec["description"]


def test_the_chart_library_is_served_once_and_from_here(sample_site):
    answer = sample_site.get("/static/vega.js")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/javascript")
    again = sample_site.get("/static/vega.js", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304 and not again.content


def test_behind_stands_with_its_reason_and_binding_first(real_site):
    page = page_of(real_site, "/plans/national-14fyp")
    items = page.xpath("//section[@aria-labelledby='behind']//ul/li")
    assert items and all(text_of(item.xpath(".//div[@class='meta']")[0]) for item in items)
    natures = [text_of(item.xpath(".//span[@class='end']")[0]) for item in items]
    assert natures == sorted(natures, key=["约束性", "预期性", "性质未写明"].index)


def test_missing_data_names_who_would_have_it(real_store, real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp")
    bodies = [text_of(one) for one in page.xpath("//section[@aria-labelledby='missing']//summary")]
    assert len(bodies) > 3 and all(re.search("\\d+ 项$", body) for body in bodies)
    assert "还没有对应到指标库" not in " ".join(bodies[:-1])
    listed = page.xpath("//section[@aria-labelledby='missing']//li//a/@href")
    with real_store.read() as reader:
        verdicts = reader.verdicts("liaoning-14fyp", TODAY, shipped_scheme().digest)
    assert len(listed) == sum(one.status == "no_data" for one in verdicts)


def test_a_note_with_markup_is_text(sample_site):
    assert EVIL in page_of(sample_site, "/data/urbanization").text_content()


def test_the_list_comes_as_csv_with_the_same_filters(real_store, real_site):
    answer = real_site.get("/plans/national-14fyp/targets.csv?binding=binding")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    with real_store.read() as reader:
        bound = [one.id for one in reader.targets("national-14fyp") if one.binding == "binding"]
    assert [row["target"] for row in rows] == bound
    assert all(row["status"] and row["as_of"] == TODAY.isoformat() for row in rows)
    page = page_of(real_site, "/plans/national-14fyp/targets?binding=binding")
    assert page.xpath("//a[.='CSV']/@href") == ["/plans/national-14fyp/targets.csv?binding=binding"]


def test_only_figures_with_a_day_are_news(real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp")
    days = [text_of(one) for one in page.xpath("//section[@aria-labelledby='lately']//span[@class='end']")]
    assert days and days == sorted(days, reverse=True)
    assert all(re.match(r"\d{4}-\d{2}-\d{2}", day) for day in days)


def test_an_annual_plan_that_has_not_begun_is_not_shown(real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp?as_of=2023-05-01")
    assert "年度计划 · 2023" in text_of(page)
    assert not page.xpath("//section[@aria-labelledby='annual']//a[.='2026']")


def test_a_plan_of_no_known_region_borrows_no_figures(sqlite_store, open_site):
    from lantu import actions

    with fill(sqlite_store).write("local", "load", NOW) as writer:
        writer.put_plan(plan("nowhere-15fyp", region="", document=""))
        one = target(
            1, "常住人口城镇化率", "70", "%", Mode.LEVEL, plan="nowhere-15fyp", region="", section=""
        )
        writer.put_targets([replace(one, tier=Tier.MAIN, indicator_code="urbanization")])
    actions.judge(sqlite_store, "nowhere-15fyp", TODAY, "local", NOW)
    site = open_site(sqlite_store)
    for path in ("/plans/nowhere-15fyp", "/targets/nowhere-15fyp.0001"):
        page = page_of(site, path)
        assert "70.4" not in text_of(page) and not page.xpath("//svg[@class='spark'] | //figure")


def test_each_year_has_one_annual_plan(real_site):
    years = page_of(real_site, "/plans/national-14fyp").xpath(
        "//section[@aria-labelledby='annual']/div[@class='of']/span/*"
    )
    shown = [text_of(year) for year in years]
    assert shown == sorted(set(shown)) and len(shown) == 5


@pytest.mark.parametrize(("language", "said"), [("zh", "同一年另有："), ("en", "Of the same year:")])
def test_a_second_annual_plan_of_a_year_is_linked_from_the_plan_and_no_other_year(real_site, language, said):
    def annual(path):
        return page_of(real_site, path).xpath("//section[@aria-labelledby='annual']")[0]

    section = annual(f"/plans/national-14fyp?year=2023&lang={language}")
    links = [link.get("href").partition("?")[0] for link in section.xpath("./p[@class='more']/a")]
    assert said in text_of(section) and links == ["/plans/national-air-2023"]
    assert page_of(real_site, links[0]).xpath("//a[contains(@href,'/targets/national-air-2023.')]")
    assert said not in text_of(annual(f"/plans/national-14fyp?year=2024&lang={language}"))


def test_another_annual_plan_that_came_later_or_is_empty_is_not_linked(sample_store, open_site):
    more = {"document": "", "period": Period.parse("2025"), "kind": PlanKind.ANNUAL}
    growth = target(1, "地区生产总值增速", "5", "%", Mode.GROWTH_PER_YEAR, section="")
    with sample_store.write("local", "load", NOW) as writer:
        for name, day in (("late", date(2025, 9, 1)), ("empty", None)):
            writer.put_plan(plan(f"sample-{name}-2025", title=name, published_on=day, **more))
        writer.put_targets([replace(growth, id="sample-late-2025.0001", plan="sample-late-2025")])
        other = target(2, "二", "1", "%", Mode.LEVEL, plan="sample-annual-2025", section="")
        writer.put_targets([other])  # the annual plan proper has most targets
    site = open_site(sample_store)

    def linked(day):
        page = page_of(site, f"/plans/{PLAN}?as_of={day}")
        return page.xpath("//section[@aria-labelledby='annual']/p[@class='more']/a/text()")

    assert linked("2025-10-01") == ["late"]
    assert linked("2025-08-01") == []


def test_pages_show_what_was_held_and_name_the_published_figure(real_store, real_site):
    """A change is 1.32 years where the published figure is a level of 79.25, and so in every list."""
    with real_store.read() as reader:
        verdict = reader.verdict("national-14fyp.0013", TODAY, shipped_scheme().digest)
    held = f"{verdict.value.normalize():f}"
    published = f"公布数 {verdict.observation.value} 岁"
    assert held not in published
    page = page_of(real_site, "/targets/national-14fyp.0013")
    latest = page.xpath("//section[@aria-labelledby='latest']")[0]
    assert held in text_of(latest.find(".//div[@class='big']"))
    assert published in plain(text_of(latest))
    for path, table in (
        ("/plans/national-14fyp", "//section[@aria-labelledby='main-indicators']//tbody/tr"),
        ("/plans/national-14fyp/targets", "//tbody/tr"),
    ):
        row = next(
            row
            for row in page_of(real_site, path).xpath(table)
            if row.xpath(".//a/@href")[0].startswith("/targets/national-14fyp.0013")
        )
        cell = plain(text_of(row.xpath(".//td[@data-label='判断所用']")[0]))
        assert cell.startswith(f"↑ {held} 岁") and published in cell


def test_the_place_is_what_a_rank_goal_shows(real_store, real_site):
    with real_store.read() as reader:
        verdicts = reader.verdicts("liaoning-14fyp", TODAY, shipped_scheme().digest)
    verdict = next(one for one in verdicts if one.method == "rank")
    said = verdict.reason.arguments
    latest = page_of(real_site, f"/targets/{verdict.target}").xpath("//section[@aria-labelledby='latest']")[0]
    assert text_of(latest.find(".//div[@class='big']")).startswith(f"{said['rank']} / {said['of']}")
    assert f"原第 {said['was']} 位" in text_of(latest)
    assert f"公布数 {verdict.observation.value}" in text_of(latest)


@pytest.mark.parametrize(
    ("target", "mine", "other"),
    [
        ("liaoning-14fyp.0190", "辽宁省", "全国"),
        ("national-14fyp.0007", "居民人均可支配收入", "地区生产总值"),
    ],
)
def test_a_goal_over_years_shows_both_averages_that_decided(real_store, real_site, target, mine, other):
    with real_store.read() as reader:
        plan_id = reader.target(target).plan
        verdicts = reader.verdicts(plan_id, TODAY, shipped_scheme().digest)
    formula = next(one for one in verdicts if one.target == target).formula
    said = re.search(r"; ([\d.]+) [>≥] ([\d.]+)", formula)
    latest = page_of(real_site, f"/targets/{target}").xpath("//section[@aria-labelledby='latest']")[0]
    big = plain(text_of(latest.find(".//div[@class='big']")))
    assert big.startswith(said[1]) and big.endswith("2021—2025 年年均")
    assert re.search(rf"{mine}\S* {said[1]} % · {other}\S* {said[2]} %", plain(text_of(latest)))
    assert "最近一年公布数" in text_of(latest) and "判断的时期2021—2025 年" in text_of(latest)
    english = page_of(real_site, f"/targets/{target}?lang=en").xpath("//section[@aria-labelledby='latest']")[
        0
    ]
    assert "average of 2021–2025" in text_of(english)


def test_averages_name_the_years_they_are_of(real_site):
    """2024 is missing in one of the series."""
    big = page_of(real_site, "/targets/national-14fyp.0002").find(".//div[@class='big']")
    assert text_of(big).endswith("2021—2023、2025 年年均")


def test_list_and_csv_hold_the_same(real_store, real_site):
    rows = list(csv.DictReader(StringIO(real_site.get("/plans/national-14fyp/targets.csv").text[1:])))
    with real_store.read() as reader:
        verdicts = reader.verdicts("national-14fyp", TODAY, shipped_scheme().digest)
    held = {one.target: one.value for one in verdicts if one.value is not None and one.observation}
    assert held and {row["target"]: Decimal(row["held"]) for row in rows if row["held"]} == held


def test_a_year_whose_plan_came_later_is_said(real_site):
    page = page_of(real_site, "/plans/liaoning-14fyp?year=2025&as_of=2023-06-30")
    annual = text_of(page.xpath("//section[@aria-labelledby='annual']")[0])
    assert "2025 年的年度计划到 2023-06-30 还没有公布，下面是 20" in annual


def test_long_lists_of_other_plans_are_folded(real_site):
    section = page_of(real_site, "/targets/liaoning-14fyp.0190").xpath(
        "//section[@aria-labelledby='elsewhere']"
    )
    assert len(section[0].xpath("./table/tbody/tr")) == 8
    assert len(section[0].xpath("./details//tbody/tr")) > 8


def test_a_change_says_which_way_it_should_go(real_site):
    facts = text_of(page_of(real_site, "/targets/national-14fyp.0014"))
    assert "应下降" in facts and "越低越好" not in facts


def test_the_entry_page_of_a_complete_plan_says_so(real_site):
    assert "没有已知缺数的行" in real_site.get("/plans/national-14fyp/entry").text
    assert "没有已知缺数的行" not in real_site.get("/plans/liaoning-14fyp/entry").text


def test_charts_of_changes_hold_the_figure_judged_and_the_target(real_store, real_site):
    with real_store.read() as reader:
        verdict = reader.verdict("national-14fyp.0013", TODAY, shipped_scheme().digest)
        aim = reader.target("national-14fyp.0013").value
    spec = real_site.get("/targets/national-14fyp.0013/chart.json").text
    values = {
        row["value"] for data in json.loads(spec)["datasets"].values() for row in data if "value" in row
    }
    assert {float(verdict.value), float(aim)} <= values
    assert float(verdict.observation.value) not in values


def test_what_was_worked_out_on_another_basis_is_named(real_store, real_site):
    with real_store.read() as reader:
        verdict = reader.verdict("national-14fyp.0014", TODAY, shipped_scheme().digest)
    latest = page_of(real_site, "/targets/national-14fyp.0014").xpath("//section[@aria-labelledby='latest']")
    said = plain(text_of(latest[0]))
    assert f"按目标的口径：↓ {verdict.value.normalize():f} %" in said
    assert f"公布数 {verdict.observation.value} %" in said
