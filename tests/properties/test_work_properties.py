"""What holds for any text: the ledger adds up, spans lie inside, one reading like the other, script apart."""

from time import process_time

import opencc
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.documents import Document
from lantu.plan import SentenceClass
from lantu.reading import read_plan
from lantu.reading.script import fold
from lantu.reading.work.deeds import deed
from lantu.reading.work.lexicon import work
from lantu.reading.work.prose import CLAUSE, hide, lines

VERBS = ["完善", "建立健全", "推进", "实施", "建设", "支持", "制定", "深入开展", "续建", "对接", "应当"]
OBJECTS = [
    "社区服务网络",
    "容错纠错机制",
    "城市生命线安全工程",
    "公共信用信息平台",
    "青云高速公路",
    "《青原省数据条例》",
    "沈阳、大连合作",
    "重点企业白名单和服务标准",
    "沿江城市群（包括沈阳、抚顺）",
    "绿道120公里",
]
HEADS = [
    "第一节 指导思想",
    "第二节 主要任务",
    "专栏1 重大工程",
    "（一）公路",
    "1.供水工程；2.排水工程。",
    "注：①说明。",
]
WHO = ["（省教育厅负责）", "（甲部门、省财政厅按职责分工负责）", "", "", "牵头单位：省民政厅"]

sentences = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "到2028年，", "各市要", "在农村"]),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(["。", "；", "，落实责任。", "等。"]),
)
paragraphs = st.builds(
    "{}{}".format, st.lists(sentences, min_size=1, max_size=4).map("".join), st.sampled_from(WHO)
)
plans = st.lists(st.one_of(paragraphs, st.sampled_from(HEADS)), min_size=1, max_size=8).map(
    lambda parts: "青原省第十五个五年规划纲要\n\n第一章 任务\n\n" + "\n\n".join(parts) + "\n"
)
any_text = st.text(
    st.one_of(
        st.sampled_from(
            "。；，、：！？（）“”《》\n 第章节专栏一二1.23①②注牵头负责单位建设平台系统工程机制省市厅局委等和的到年"
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=250,
)


def read(text):
    return read_plan(Document.of_text("plan", text))


def records(work):
    yield from work.tasks
    yield from work.policies
    yield from work.projects
    yield from work.platforms
    yield from work.responsibilities


def spans(work):
    for one in (*records(work), *work.places, *work.groups, *work.ledger.sentences):
        yield one.span
    for task in work.tasks:
        yield from (clause.span for clause in task.clauses)
    for project in work.projects:
        yield from (fact.span for fact in project.facts)
    for one in work.responsibilities:
        yield from (body.span for body in one.bodies)


def check(text):
    reading = read(text)
    work = reading.work
    ledger = work.ledger
    assert sum(ledger.count(klass) for klass in SentenceClass) == len(ledger.sentences)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(work))
    ids = [one.id for one in records(work)]
    assert len(ids) == len(set(ids))
    known = {*ids, *(target.id for target in reading.targets)}
    listed = [one for sentence in ledger.sentences for one in sentence.records]
    assert set(listed) <= known
    for target in reading.targets:  # no target is lost or counted twice
        assert listed.count(target.id) == 1
    for sentence in ledger.sentences:
        targets = [r for r in sentence.records if any(r == t.id for t in reading.targets)]
        assert bool(targets) == (sentence.klass is SentenceClass.TARGET)
        assert bool(sentence.why) == (sentence.klass is SentenceClass.CONTEXT)
    starts = [sentence.span.start for sentence in ledger.sentences]
    assert starts == sorted(starts)
    for before, after in zip(ledger.sentences, ledger.sentences[1:], strict=False):
        assert before.span.end <= after.span.start
    assert read(text).work == work
    return work


@settings(max_examples=200, deadline=None)
@given(plans)
def test_the_ledger_of_a_plan_adds_up(text):
    check(text)


@settings(max_examples=250, deadline=None)
@given(any_text)
def test_the_ledger_of_any_text_adds_up(text):
    check(text)


@settings(max_examples=60, deadline=None)
@given(plans)
def test_words_are_the_words_of_the_span(text):
    work = read(text).work
    for mention in work.places:
        assert text[mention.span.start : mention.span.end] == mention.name
    for task in work.tasks:
        for clause in task.clauses:
            assert clause.verb + clause.object in text[clause.span.start : clause.span.end]
    for one in work.responsibilities:
        assert text[one.span.start : one.span.end] == one.words
        for body in one.bodies:
            assert text[body.span.start : body.span.end] == body.name


@settings(max_examples=60, deadline=None)
@given(plans)
def test_traditional_text_gives_the_same_records_at_the_same_places(text):
    traditional = opencc.OpenCC("s2t").convert(text)
    if len(traditional) != len(text) or fold(traditional) != fold(text):
        return
    one, other = read(text).work, read(traditional).work
    assert [(s.span.start, s.span.end, s.klass, s.why) for s in one.ledger.sentences] == [
        (s.span.start, s.span.end, s.klass, s.why) for s in other.ledger.sentences
    ]
    assert [(r.span.start, r.span.end, type(r)) for r in records(one)] == [
        (r.span.start, r.span.end, type(r)) for r in records(other)
    ]
    assert [(m.span.start, m.codes) for m in one.places] == [(m.span.start, m.codes) for m in other.places]


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_every_character_of_the_body_is_in_a_sentence_or_a_heading(text):
    outline = read(text).outline
    for line in lines(outline):
        if line.heading:
            continue
        covered = "".join(line.block.text[a:b] for a, b in line.sentences())
        assert covered.replace(" ", "") == line.block.text.replace(" ", "") or not line.block.text.strip(
            "。；！？”’） "
        )


@settings(max_examples=200, deadline=None)
@given(any_text)
def test_a_deed_lies_in_its_clause(text):
    shadow = hide(fold(text))
    for start, end in (clause.span() for clause in CLAUSE.finditer(shadow)):
        found = deed(shadow, start, end)
        if found is not None:
            assert start <= found.verb <= found.core < found.object <= end


def test_a_clause_of_one_word_is_read():
    words = {*work().deeds.adverbs, *work().deeds.openers, *work().deeds.prepositions, *work().deeds.modals}
    for word in words:
        found = deed(word, 0, len(word))
        assert found is None or found.object <= len(word)


def test_a_long_list_is_read_in_time_that_grows_with_it():
    def taken(entries):
        text = "第一章 任务\n\n专栏1 工程\n" + "1.甲乙工程；" * entries + "\n"
        start = process_time()
        read(text)
        return process_time() - start

    taken(100)
    assert min(taken(4000) for _ in range(2)) < 12 * max(taken(1000), 0.05)
