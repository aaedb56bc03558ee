"""Printing measured status: readable tables, JSON, CSV. Nothing is computed here."""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from lantu.actions import StatusReport
from lantu.indicators import Observation, shipped_registry
from lantu.monitoring import Cell, Stage, Status, Verdict
from lantu.plan import Target
from lantu.texts import Language, label, render
from lantu.values import Message, msg

COLUMNS = (
    *("plan", "as_of", "data_version", "scheme", "target", "tier", "binding", "indicator"),
    *("comparator", "value", "value_max", "unit", "mode", "deadline", "status", "stage", "method"),
    *("period", "held", "observed", "observed_unit", "vintage", "published_on", "source"),
    *("progress", "pace", "formula", "bands", "lag_days", "reason"),
)
"""Columns of the CSV. held: what was held against the target, in its unit; observed: as published."""


def summary(reports: Sequence[StatusReport], language: Language) -> None:
    """Print one line a plan and tier: how many targets, how many can be judged, how many are met."""
    table = _table(
        *_left(language, msg("规划"), msg("层级"), msg("性质")),
        *_right(language, msg("目标数"), msg("可判断")),
        (label("status.final", "met", language), "right"),
    )
    for report in reports:
        title = _title(report, language)
        for cell in report.tally.cells:
            row = (
                _tier(cell, language),
                _binding(cell, language),
                *map(str, (cell.all, cell.judged, cell.met)),
            )
            table.add_row(title, *row)
            title = ""
    _console().print(table)


def table(reports: Sequence[StatusReport], language: Language) -> None:
    """Print counts by tier and legal nature, then every target that figures say something about."""
    console = _console()
    for report in reports:
        console.print(f"[bold]{_title(report, language)}[/bold] ({report.plan.id})", highlight=False)
        line = msg(
            "截至 {day}，数据版本 {version}，规则 {scheme}",
            day=report.as_of,
            version=report.data_version,
            scheme=report.scheme[:12],
        )
        console.print(render(line, language), highlight=False)
        console.print(_counts(report, language))
        if any(v.status is not Status.NO_DATA for v in report.verdicts):
            console.print(_rows(report, language))
        console.print()


def as_json(reports: Sequence[StatusReport], language: Language) -> None:
    """Print one JSON array, one object a target; numbers that must stay exact are strings."""
    json.dump(list(_records(reports, language)), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def as_csv(reports: Sequence[StatusReport], language: Language) -> None:
    """Print one row a target."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_records(reports, language))


def _records(reports: Sequence[StatusReport], language: Language) -> Iterator[dict[str, Any]]:
    for report in reports:
        for target, verdict in zip(report.targets, report.verdicts, strict=True):
            yield {
                "plan": report.plan.id,
                "as_of": report.as_of.isoformat(),
                "data_version": report.data_version,
                "scheme": report.scheme,
                **_target(target),
                "status": verdict.status.value,
                "stage": verdict.stage.value,
                "method": verdict.method,
                "period": verdict.period.code if verdict.period else "",
                **_observed(verdict.observation),
                "held": _text(verdict.value),
                "progress": _text(verdict.progress),
                "pace": _text(verdict.pace),
                "formula": verdict.formula,
                "bands": verdict.bands,
                "lag_days": _text(verdict.lag_days),
                "reason": render(verdict.reason, language),
            }


def _target(target: Target) -> dict[str, str]:
    return {
        "target": target.id,
        "tier": target.tier.value,
        "binding": target.binding.value,
        "indicator": target.indicator,
        "comparator": target.comparator.value,
        "value": _text(target.value),
        "value_max": _text(target.value_max),
        "unit": target.unit,
        "mode": target.mode.value,
        "deadline": _text(target.due_year),
    }


def _observed(one: Observation | None) -> dict[str, str]:
    return {
        "observed": f"{'' if one.bound == '=' else one.bound.value}{one.value}" if one else "",
        "observed_unit": one.unit if one else "",
        "vintage": one.vintage.value if one else "",
        "published_on": _text(one.published_on) if one else "",
        "source": one.source.title if one else "",
    }


def _counts(report: StatusReport, language: Language) -> Table:
    """Counts by tier: denominators first, then every status that occurs."""
    occurring = [s for s in Status if any(cell.of(s) for cell in report.tally.cells)]
    words = [(_word(_stage(report), status, language), "right") for status in occurring]
    table = _table(
        *_left(language, msg("层级"), msg("性质")), *_right(language, msg("目标数"), msg("可判断")), *words
    )
    for cell in report.tally.cells:
        counts = (str(cell.of(status) or "–") for status in occurring)
        table.add_row(
            _tier(cell, language), _binding(cell, language), str(cell.all), str(cell.judged), *counts
        )
    return table


def _rows(report: StatusReport, language: Language) -> Table:
    heads = _left(language, msg("编号"), msg("指标"))
    table = _table(
        *heads,
        *_right(language, msg("目标值"), msg("数值"), msg("时期")),
        *_left(language, msg("判断")),
    )
    for target, verdict in zip(report.targets, report.verdicts, strict=True):
        if verdict.status is not Status.NO_DATA:
            number = target.id.rpartition(".")[2]
            table.add_row(
                number,
                _indicator(target, language),
                _promise(target, language),
                *_result(verdict, target.unit, language),
            )
    return table


def _title(report: StatusReport, language: Language) -> str:
    plan = report.plan
    return plan.title_en if language is Language.EN and plan.title_en else plan.title


def _indicator(target: Target, language: Language) -> str:
    """The plan's own phrase; in English the registry's name, where the indicator is known there."""
    known = shipped_registry().get(target.indicator_code) if language is Language.EN else None
    return known.name_en if known and known.name_en else target.indicator


def _promise(target: Target, language: Language) -> str:
    if target.value is None:
        said = label("relation", target.reference.relation, language) if target.reference else ""
        return (said or target.quote) if language is Language.EN else (target.quote or said)
    sign = "" if target.comparator in ("=", "cover", "range") else target.comparator.value
    top = f"–{target.value_max}" if target.value_max is not None else ""
    return f"{sign}{target.value}{top}{target.unit}"


def _result(verdict: Verdict, unit: str, language: Language) -> tuple[str, str, str]:
    one = verdict.observation
    bound = "" if one is None or one.bound == "=" else one.bound.value
    seen = f"{bound}{one.value}{one.unit}" if one else "–"
    return (
        seen
        if verdict.value is None
        else f"{bound}{verdict.value.normalize():f}{unit or (one.unit if one else '')}",
        verdict.period.code if verdict.period else (one.period.code if one else "–"),
        _word(verdict.stage, verdict.status, language),
    )


def _word(stage: Stage, status: Status, language: Language) -> str:
    """The stage's word for a status."""
    return label("status" if stage is Stage.ANNUAL else f"status.{stage.value}", status.value, language)


def _stage(report: StatusReport) -> Stage:
    """The stage of all verdicts; where they are at several, the words of annual monitoring."""
    stages = {verdict.stage for verdict in report.verdicts}
    return stages.pop() if len(stages) == 1 else Stage.ANNUAL


def _left(language: Language, *words: Message) -> tuple[tuple[str, str], ...]:
    return tuple((render(word, language), "left") for word in words)


def _right(language: Language, *words: Message) -> tuple[tuple[str, str], ...]:
    return tuple((render(word, language), "right") for word in words)


def _tier(cell: Cell, language: Language) -> str:
    return label("tier", cell.tier.value, language)


def _binding(cell: Cell, language: Language) -> str:
    return label("binding", cell.binding.value, language)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _table(*columns: tuple[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, side in columns:
        table.add_column(name, justify="right" if side == "right" else "left")
    return table


def _console() -> Console:
    """A console as wide as the terminal; a pipe gets lines that are not cut."""
    return Console() if sys.stdout.isatty() else Console(width=200)
