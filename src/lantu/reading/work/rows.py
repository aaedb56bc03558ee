"""Records of tasks, policies, projects and sentences as rows, with the keys of docs/reference/records.md."""

from collections.abc import Iterable
from typing import Any

from lantu.plan import (
    Clause,
    PlaceMention,
    Platform,
    PolicyMeasure,
    Project,
    Responsibility,
    Sentence,
    Task,
)
from lantu.values import Span

Row = dict[str, Any]


def sentence_row(sentence: Sentence, text: str) -> Row:
    """A sentence of the ledger; text: of the document, to quote it."""
    return {
        **_place(sentence.span),
        "class": sentence.klass.value,
        "why": sentence.why,
        "records": list(sentence.records),
        "section": sentence.section,
        "quote": sentence.span.quote(text) if sentence.span else "",
    }


def task_row(task: Task) -> Row:
    """A task with its clauses."""
    return {
        "id": task.id,
        **_place(task.span),
        "lead": task.lead,
        "section": task.section,
        "paragraph": task.paragraph,
        "clauses": [_clause(clause) for clause in task.clauses],
    }


def _clause(clause: Clause) -> Row:
    return {
        **_place(clause.span),
        "verb": clause.verb,
        "object": clause.object,
        "places": list(clause.places),
        "bodies": list(clause.bodies),
        "deadline": clause.deadline,
    }


def policy_row(policy: PolicyMeasure) -> Row:
    """A policy measure."""
    return {
        "id": policy.id,
        **_place(policy.span),
        "verb": policy.verb,
        "object": policy.object,
        "kind": policy.kind.value,
        "title": policy.title,
        "deadline": policy.deadline,
        "section": policy.section,
    }


def project_row(project: Project) -> Row:
    """A project or programme."""
    return {
        "id": project.id,
        **_place(project.span),
        "name": project.name,
        "form": project.form.value,
        "stage": project.stage.value,
        "stage_word": project.stage_word,
        "group": project.group,
        "box": project.box,
        "number": project.number or None,
        "places": list(project.places),
        "facts": [{"words": fact.words, **_place(fact.span)} for fact in project.facts],
        "section": project.section,
    }


def platform_row(platform: Platform) -> Row:
    """An information system or data platform."""
    return {
        "id": platform.id,
        **_place(platform.span),
        "name": platform.name,
        "action": platform.action.value,
        "verb": platform.verb,
        "section": platform.section,
    }


def responsibility_row(one: Responsibility) -> Row:
    """A statement of responsibility with its bodies."""
    return {
        "id": one.id,
        **_place(one.span),
        "words": one.words,
        "bodies": [{"name": b.name, "role": b.role.value, **_place(b.span)} for b in one.bodies],
        "joint": one.joint,
        "more": one.more,
        "section": one.section,
    }


def place_row(mention: PlaceMention) -> Row:
    """A place as written, with its codes."""
    return {
        **_place(mention.span),
        "name": mention.name,
        "codes": list(mention.codes),
        "group": mention.group,
    }


def sentence_rows(sentences: Iterable[Sentence], text: str) -> Iterable[Row]:
    """The rows of the ledger's sentences."""
    return (sentence_row(sentence, text) for sentence in sentences)


def _place(span: Span | None) -> Row:
    return {"start": None, "end": None} if span is None else {"start": span.start, "end": span.end}
