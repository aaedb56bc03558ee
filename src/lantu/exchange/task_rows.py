"""The rows of the task-breakdown table (任务分解表), before they become a sheet.

One row per commitment: the targets first (main indicators, then the others), then the tasks paragraph by
paragraph, then the projects a box lists by name alone. What the text does not say stays empty, to be filled:
yearly targets and progress always, the bodies mostly.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantu.documents import Document
from lantu.exchange.task_bodies import Bodies, responsible
from lantu.exchange.task_words import Words, tidy
from lantu.plan import Project, ProjectForm, Responsibility, Section, SectionKind, Target, Task
from lantu.reading import Reading
from lantu.reading.jsonl import plain
from lantu.texts import Language, label
from lantu.values import Binding, Mode, Span, Tier

GROUPS = ("主要指标", "其他目标", "重大任务", "重大工程项目")
_NATURES = {Binding.BINDING: "约束性", Binding.EXPECTED: "预期性"}
_ABOVE = frozenset({SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.BOX, SectionKind.ITEM})


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row.

    group: place in ``GROUPS``; head: what is promised, in short; quote: the sentence it stands in, "" when
    the head is all; place: chapter and section; measures: clauses of a task as written; lead: the one body
    that answers (first named), "" when the text names none; others: assisting and responsible bodies.
    """

    group: int
    head: str
    quote: str
    place: str
    nature: str
    measures: tuple[str, ...]
    lead: str
    others: str
    deadline: str
    note: str
    id: str


def task_rows(document: Document, reading: Reading) -> tuple[TaskRow, ...]:
    """All rows of a reading, in the order of the table."""
    words = Words(document, reading.outline)
    rows = [
        *_target_rows(words, reading),
        *_task_rows(words, reading),
        *_project_rows(reading),
    ]
    return tuple(sorted(rows, key=lambda row: row.group))


def _target_rows(words: Words, reading: Reading) -> Iterator[TaskRow]:
    places, duties = _Places(reading.outline.sections), _Duties(reading)
    for target in (*reading.targets, *reading.directional):
        bodies = duties.at(target.span)
        main = target.tier is Tier.MAIN
        yield TaskRow(
            group=0 if main else 1,
            head=_promise(target),
            quote="" if main or target.span is None else words.sentence(target.span),
            place=places.of(target.section),
            nature=_NATURES.get(target.binding) or label("tier", target.tier.value, Language.ZH),
            measures=(),
            lead=bodies.lead,
            others=bodies.others,
            deadline=_year(target.deadline, target.deadline_inferred),
            note=_joined((*_remarks(target), bodies.note)),
            id=target.id,
        )


def _task_rows(words: Words, reading: Reading) -> Iterator[TaskRow]:
    places, duties = _Places(reading.outline.sections), _Duties(reading)
    titles = {section.eid: section.title for section in reading.outline.sections}
    policies = sorted(p.span.start for p in reading.work.policies if p.span)
    for task in reading.work.tasks:
        bodies = duties.at(task.span)
        years = [clause.deadline for clause in task.clauses if clause.deadline is not None]
        yield TaskRow(
            group=2,
            head=tidy(task.lead or titles.get(task.section, "")),
            quote="",
            place=places.of(task.section),
            nature="任务\n（含政策）" if _any_within(policies, task.span) else "任务",
            measures=tuple(_measures(words, task, duties)),
            lead=bodies.lead,
            others=bodies.others,
            deadline=_year(max(years, default=None), reading.period.end),
            note=bodies.note,
            id=task.id,
        )


def _project_rows(reading: Reading) -> Iterator[TaskRow]:
    """Projects that no task's own words tell of, and programmes whose item is no task already."""
    told = {task.section for task in reading.work.tasks}
    places, duties = _Places(reading.outline.sections), _Duties(reading)
    for project in reading.work.projects:
        inside = project.span is not None and duties.task_at(project.span) is not None
        if inside or (project.form is ProjectForm.PROGRAMME and project.section in told):
            continue
        bodies = duties.at(project.span)
        yield TaskRow(
            group=3,
            head=tidy(project.name),
            quote="",
            place=places.of(project.section),
            nature="工程项目",
            measures=tuple(tidy(fact.words) for fact in project.facts),
            lead=bodies.lead,
            others=bodies.others,
            deadline=_year(None, reading.period.end),
            note=_joined((_stage(project), bodies.note)),
            id=project.id,
        )


def _promise(target: Target) -> str:
    """Indicator and figure in the plan's own words."""
    word = "" if target.value is None else target.qualifier  # 高于全国水平 holds its word already
    after = word in {"以上", "以下", "以内", "左右", "以內", "上下"}
    unit = "" if target.quote.endswith(target.unit) or not _has_digit(target.quote) else target.unit
    figure = f"{target.quote}{unit}"
    return tidy(f"{target.indicator} {figure}{word}" if after else f"{target.indicator} {word}{figure}")


def _has_digit(words: str) -> bool:
    """Whether a figure is written in digits: 全覆盖 has no unit to add."""
    return any(c.isdigit() for c in words)


def _remarks(target: Target) -> Iterator[str]:
    """What the figure alone does not say."""
    if target.mode not in {Mode.LEVEL, Mode.COUNT_BUILT}:
        yield label("mode", target.mode.value, Language.ZH)
    if target.base:
        yield f"基期：{target.base}"
    if target.baseline is not None:
        yield f"{target.baseline.period.code}年：{plain(target.baseline.value)}{target.unit}"
    if target.scope:
        yield f"范围：{target.scope}"


def _measures(words: Words, task: Task, duties: "_Duties") -> Iterator[str]:
    """The clauses as written, without those that only say who answers."""
    for clause in task.clauses:
        if duties.says_who(clause.span):
            continue
        said = words.of(clause.span) if clause.span else f"{clause.verb}{clause.object}"
        yield f"{said}（{clause.deadline}年）" if clause.deadline else said


def _stage(project: Project) -> str:
    return project.stage_word


def _year(written: int | None, end: int | None) -> str:
    """The deadline; one that only the plan's end gives is marked as such."""
    if written is not None:
        return f"{written}年"
    return "" if end is None else f"{end}年\n（规划期末）"


def _joined(parts: Iterable[str]) -> str:
    return "；".join(part for part in parts if part)


def _any_within(starts: list[int], span: Span | None) -> bool:
    return span is not None and bisect_right(starts, span.end) > bisect_right(starts, span.start - 1)


class _Places:
    """Chapter, section, box and item of an eId as one line."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._by_eid = {section.eid: section for section in sections}

    def of(self, eid: str) -> str:
        """Labels and titles from the chapter down."""
        parts: list[str] = []
        section = self._by_eid.get(eid)
        while section is not None:
            if section.kind in _ABOVE and (section.title or section.kind is not SectionKind.ITEM):
                words = (tidy(section.label).strip("、.． "), tidy(section.title))
                parts.append("\u3000".join(word for word in words if word))
            section = self._by_eid.get(section.parent)
        return " › ".join(reversed(parts))


class _Duties:
    """The statements of responsibility that hold for a place: those of the task it lies in."""

    def __init__(self, reading: Reading) -> None:
        self._tasks = sorted(
            (t for t in reading.work.tasks if t.span), key=lambda t: t.span.start if t.span else 0
        )
        self._starts = [t.span.start for t in self._tasks if t.span]
        self._stated = sorted((d.span.start, d.span.end) for d in reading.work.responsibilities if d.span)
        self._of: dict[str, list[Responsibility]] = {}
        for duty in reading.work.responsibilities:
            task = self._holder(duty)
            if task is not None:
                self._of.setdefault(task.id, []).append(duty)

    def task_at(self, span: Span) -> Task | None:
        """The task whose paragraph holds the place."""
        index = bisect_right(self._starts, span.start) - 1
        task = self._tasks[index] if index >= 0 else None
        return task if task is not None and task.span and span.end <= task.span.end else None

    def says_who(self, span: Span | None) -> bool:
        """Whether a clause starts in a statement of responsibility."""
        if span is None:
            return False
        index = bisect_right(self._stated, (span.start + 1, 0)) - 1
        return index >= 0 and self._stated[index][1] > span.start

    def at(self, span: Span | None) -> Bodies:
        """Who answers for a place, nobody when the text does not say."""
        task = None if span is None else self.task_at(span)
        return responsible(() if task is None else self._of.get(task.id, ()))

    def _holder(self, duty: Responsibility) -> Task | None:
        """The task a statement stands in; one on a line of its own belongs to the task before it."""
        if duty.span is None:
            return None
        within = self.task_at(duty.span)
        if within is not None:
            return within
        index = bisect_right(self._starts, duty.span.start) - 1
        before = self._tasks[index] if index >= 0 else None
        return before if before is not None and before.section == duty.section else None
