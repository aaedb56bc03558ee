"""The report of a check as JSON, for other tools."""

import json
from typing import Any

from lantu.check import Evidence, Finding, Report
from lantu.texts import Language, label, render
from lantu.values import Span

FORMAT = "lantu.check"
VERSION = 1


def dump_check(report: Report, language: Language) -> bytes:
    """The report as UTF-8 JSON, one finding a line.

    ``start`` and ``end`` are characters in the text as extracted, ``line`` and ``column`` count from 1;
    ``rule``, ``confidence`` and ``role`` are codes, ``rule_name`` and ``message`` words in the language.
    """
    document, draft = report.document, report.draft
    head: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "draft": document.name,
        "sha256": document.sha256,
        "title": draft.title,
        "region": draft.region,
        "as_of": report.as_of.isoformat(),
        "figures": len(draft.statements),
        "judged": report.judged,
        "counts": {rule.value: count for rule, count in report.counted().items()},
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    found = ",\n".join(
        json.dumps(_finding(report, one, language), ensure_ascii=False) for one in report.findings
    )
    return ("{\n" + ",\n".join(lines) + ',\n"findings": [\n' + found + "\n]\n}\n").encode()


def _finding(report: Report, one: Finding, language: Language) -> dict[str, Any]:
    line, column = report.document.place(one.span.start)
    return {
        **_span(one.span),
        "line": line,
        "column": column,
        "quote": one.quote,
        "rule": one.rule.value,
        "rule_name": label("check_rule", one.rule, language),
        "confidence": one.confidence.value,
        "message": render(one.message, language),
        "expected": one.expected,
        "statement": _statement(report, one),
        "partners": [[span.start, span.end] for span in one.partners],
        "evidence": [_evidence(each) for each in one.evidence],
    }


def _statement(report: Report, one: Finding) -> dict[str, Any] | None:
    said = report.statement(one)
    if said is None:
        return None
    return {
        "id": said.id,
        "indicator": said.phrase,
        "code": report.code(said),
        "region": said.region,
        "period": said.period.code if said.period else "",
        "role": said.role.value,
        "value": str(said.written.value),
        "unit": said.unit,
        "section": said.section,
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "text": one.text,
        **(_span(one.span) if one.span else {}),
        "period": one.period,
        "vintage": one.vintage.value,
        "basis": list(one.basis),
        "published_on": one.published_on.isoformat() if one.published_on else "",
        "plan": one.plan,
        "quote": one.quote,
        "source": one.source.title if one.source else "",
        "url": one.source.url if one.source else "",
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
