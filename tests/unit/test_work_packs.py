"""The packs of tasks, policies, places and bodies: every entry does what it stands there for."""

import re

import pytest

from lantu.documents import Document
from lantu.indicators import prefectures, region
from lantu.plan import BodyRole, PlatformAction, PolicyKind, Stage
from lantu.reading import read_plan
from lantu.reading.work import bodies, places
from lantu.reading.work.deeds import deed
from lantu.reading.work.lexicon import work
from lantu.reading.work.platforms import action_of
from lantu.reading.work.policies import measure
from lantu.reading.work.projects import stage_of

POLICIES = [(words.kind, noun) for words in work().policies for noun in words.nouns]


def deed_of(text):
    return deed(text, 0, len(text))


@pytest.mark.parametrize("verb", work().deeds.verbs)
def test_a_verb_opens_a_clause(verb):
    found = deed_of(verb + "“甲乙”事项")
    assert found is not None
    assert found.object == len(verb)


@pytest.mark.parametrize("adverb", work().deeds.adverbs)
def test_an_adverb_stands_in_front_of_the_verb(adverb):
    found = deed_of(adverb + "梳理甲乙事项")
    assert found is not None
    assert (adverb + "梳理甲乙事项")[found.core : found.object] == "梳理"


@pytest.mark.parametrize("opener", work().deeds.openers)
def test_an_opener_is_no_part_of_the_deed(opener):
    found = deed_of(opener + "完善甲乙事项")
    assert found is not None
    assert found.verb >= len(opener) or opener in work().deeds.verbs


@pytest.mark.parametrize("preposition", [p for p in work().deeds.prepositions if p not in work().deeds.verbs])
def test_behind_an_adjunct_stands_the_verb(preposition):
    assert deed_of(preposition + "甲乙领域开展丙丁事项") is not None


@pytest.mark.parametrize("modal", work().deeds.modals)
def test_a_modal_announces_what_a_subject_is_to_do(modal):
    assert deed_of("甲乙丙" + modal + "完善丁戊事项") is not None


@pytest.mark.parametrize("verb", work().deeds.nominal)
def test_a_verb_that_is_a_noun_as_often_does_not_join_another(verb):
    text = f"支持{verb}甲乙事项"
    found = deed_of(text)
    assert found is not None
    assert text[found.verb : found.object] == "支持" or verb in work().deeds.adverbs


@pytest.mark.parametrize("verb", [v for v in work().deeds.inner if v not in work().deeds.nominal])
def test_an_inner_verb_stands_behind_an_adjunct(verb):
    assert deed_of("在甲乙丙" + verb + "“丁戊”事项") is not None


def test_the_obliging_words_are_modals():
    assert set(work().deeds.obliging) <= set(work().deeds.modals)


@pytest.mark.parametrize(("kind", "noun"), POLICIES)
def test_a_noun_makes_a_measure_of_its_kind(kind, noun):
    verbs = next(words.verbs for words in work().policies if words.kind is kind)
    kinds = set()
    for verb in verbs:
        found = deed_of(verb + "甲乙" + noun)
        if found is not None and (made := measure(verb + "甲乙" + noun, found)):
            kinds.add(made.kind)
    assert kind in kinds or noun in {n for k, n in POLICIES if k is not kind}


@pytest.mark.parametrize("noun", [noun for words in work().policies for noun in words.never])
def test_what_only_ends_alike_is_no_measure(noun):
    found = deed_of("探索甲乙" + noun)
    assert found is not None
    assert measure("探索甲乙" + noun, found) is None


def test_every_kind_of_measure_has_words():
    assert {words.kind for words in work().policies} == set(PolicyKind)


@pytest.mark.parametrize(
    ("stage", "word"), [(s, w) for s, words in work().projects.stages.items() for w in words]
)
def test_a_stage_word_says_its_stage(stage, word):
    assert stage_of(word + "项目", 0, len(word), anywhere=True) == (word, stage)


def test_every_stage_has_words():
    assert set(work().projects.stages) | {Stage.NONE} == set(Stage)


@pytest.mark.parametrize("noun", [n for n in work().projects.sure if len(n) > 1])
def test_a_sure_ending_makes_a_project(noun):
    assert names(f"推进青原甲乙{noun}建设。", "projects") == [f"青原甲乙{noun}"]


@pytest.mark.parametrize("noun", work().projects.placed)
def test_a_placed_ending_makes_one_with_a_place(noun):
    assert names(f"建设沈阳甲乙{noun}。", "projects") == [f"沈阳甲乙{noun}"]


@pytest.mark.parametrize("noun", work().projects.called)
def test_what_is_called_a_project_is_one(noun):
    assert names(f"实施青原甲乙{noun}。", "projects") == [f"青原甲乙{noun}"]


@pytest.mark.parametrize("word", work().projects.general)
def test_a_general_name_is_none(word):
    assert names(f"推进{word}重大工程建设。", "projects") == []


@pytest.mark.parametrize("word", work().projects.unnamed)
def test_an_unnamed_project_is_none(word):
    assert names(f"实施{word}甲乙丙工程。", "projects") == []


@pytest.mark.parametrize("noun", work().platforms.sure)
def test_a_sure_noun_is_a_platform(noun):
    assert names(f"建设青原甲乙{noun}。", "platforms") == [f"青原甲乙{noun}"]


@pytest.mark.parametrize("cue", [c for c in work().platforms.cues if c not in work().platforms.weak_cues])
def test_a_cue_makes_a_platform(cue):
    assert names(f"建设甲乙{cue}丙丁平台。", "platforms") == [f"甲乙{cue}丙丁平台"]


@pytest.mark.parametrize("never", work().platforms.never)
def test_these_are_no_platforms(never):
    assert names(f"建设青原信息{never}。", "platforms") == []


@pytest.mark.parametrize(
    ("action", "verb"), [(a, v) for a, verbs in work().platforms.verbs.items() for v in verbs]
)
def test_a_verb_says_what_is_done_with_a_platform(action, verb):
    assert action_of(verb) is action


def test_every_action_has_verbs():
    assert set(work().platforms.verbs) == set(PlatformAction)


@pytest.mark.parametrize("group", places.pack().groups, ids=lambda group: group.name)
def test_a_group_has_members_and_a_source(group):
    assert len(set(group.codes)) == len(group.codes) > 0
    assert group.source
    for code in group.codes:
        assert region(code) is not None or re.fullmatch(r"8[123]0000", code), code
    for name in (group.name, *group.aliases):
        assert [f.codes for f in places.places(f"支持{name}。")] == [group.codes]


def test_prefectures_are_found_by_their_names():
    assert len(prefectures()) + 14 == 333  # the 14 of the pack ``regions`` beside them
    assert len({one.name for one in prefectures()}) == len(prefectures())
    for one in prefectures():
        assert [f.codes for f in places.places(f"支持{one.name}的")] == [(one.code,)]


@pytest.mark.parametrize("name", places.pack().full_only)
def test_a_city_whose_short_name_is_a_word_is_known_in_full(name):
    short = places.places(f"支持{name[:-1]}的")
    assert [f.codes for f in places.places(f"支持{name}的")] != [f.codes for f in short]


@pytest.mark.parametrize(("name", "code"), places.pack().aliases.items())
def test_an_alias_is_a_region(name, code):
    assert [f.codes for f in places.places(f"支持{name}。")] == [(code,)]


@pytest.mark.parametrize(
    ("name", "other"), [(n, o) for n, words in places.pack().not_behind.items() for o in words]
)
def test_behind_these_a_short_name_is_none(name, other):
    assert not [f for f in places.places(f"治理{other}{name}的") if f.end == 2 + len(other) + len(name)]


@pytest.mark.parametrize(
    ("name", "other"), [(n, o) for n, words in places.pack().not_before.items() for o in words]
)
def test_in_front_of_these_a_short_name_is_none(name, other):
    assert not places.places(f"支持{name}{other}。")


@pytest.mark.parametrize(
    ("role", "word"), [(r, w) for r, words in bodies.pack().roles.items() for w in words]
)
def test_a_role_word_gives_its_role(role, word):
    found = list(bodies.statements(f"推进改革。（省教育厅{word}）"))
    assert [b.role for one in found for b in one.bodies] == [role]


@pytest.mark.parametrize(
    ("role", "word"), [(r, w) for r, words in bodies.pack().labels.items() for w in words]
)
def test_a_label_gives_its_role(role, word):
    found = list(bodies.statements(f"{word}：省教育厅、省财政厅"))
    assert [b.role for one in found for b in one.bodies] == [role, role]


@pytest.mark.parametrize("word", bodies.pack().everybody)
def test_everybody_is_everybody(word):
    found = list(bodies.statements(f"落实政策。（{word}负责）"))
    assert [b.role for one in found for b in one.bodies] == [BodyRole.ALL]


@pytest.mark.parametrize("ending", bodies.pack().endings)
def test_an_ending_makes_a_body(ending):
    found = list(bodies.statements(f"推进改革。（省甲乙{ending}负责）"))
    assert [b.role for one in found for b in one.bodies] == [BodyRole.RESPONSIBLE]


@pytest.mark.parametrize("word", [*work().context.principle, *work().context.goal])
def test_a_heading_makes_context(word):
    text = f"青原省规划纲要\n\n第一章 任务\n\n第一节 {word}\n\n完善公共服务。\n"
    (sentence,) = read_plan(Document.of_text("plan", text)).work.ledger.sentences
    assert sentence.why in {"principle", "goal"}


@pytest.mark.parametrize("word", work().context.appeal)
def test_an_appeal_is_context(word):
    (sentence,) = ledger(f"全省人民要{word}，奋力前行。")
    assert sentence.why == "appeal"


@pytest.mark.parametrize("word", work().context.statement)
def test_a_statement_is_context(word):
    (sentence,) = ledger(f"甲乙丙{word}丁戊己庚。")
    assert sentence.why in {"statement", "result"}


@pytest.mark.parametrize("word", work().context.result)
def test_a_result_is_context(word):
    (sentence,) = ledger(f"甲乙丙丁更好{word}。")
    assert sentence.why in {"result", "statement"}


def reading(passage):
    last = "优化城市照明设施布局，加强城市道路桥梁的日常养护和安全检查工作。"
    text = f"青原省第十五个五年规划纲要\n\n第一章 任务\n\n{passage}\n\n{last}\n"
    return read_plan(Document.of_text("plan", text)).work


def ledger(passage):
    return reading(passage).ledger.sentences[:-1]


def names(passage, kind):
    return [one.name for one in getattr(reading(passage), kind)]


def test_counties_are_known_in_the_plan_s_own_region_alone():
    """Full names anywhere, short ones only in a row with other places."""
    text = "支持昆山市、太仓建设，昆山经验和吴江区试点，与常熟、张家港共建。"
    own = [text[f.start : f.end] for f in places.places(text, places.index("320500"))]
    assert own == ["昆山市", "太仓", "吴江区", "常熟", "张家港"]
    assert places.places(text, places.index("210000")) == places.places(text) == ()


def test_a_county_name_that_two_cities_share_is_left_open():
    assert places.places("在铁西区开展试点。", places.index("210000")) == ()
    found = places.places("在铁西区开展试点。", places.index("210100"))
    assert [f.codes for f in found] == [("210106",)]


def test_a_plan_finds_the_counties_of_its_region_by_its_title():
    text = "苏州市国民经济和社会发展第十五个五年规划纲要\n\n第一章 布局\n\n推进昆山市和吴江区建设。\n"
    mentions = read_plan(Document.of_text("a.txt", text)).work.places
    assert ["320583", "320509"] == [code for one in mentions for code in one.codes if not code.endswith("00")]
