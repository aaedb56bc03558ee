"""The files of a case, written the same way every time: LF, fixed column order, no clock."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from lantu.cases.codec import from_plain, to_plain
from lantu.indicators import Observation
from lantu.plan import Section, SectionKind
from lantu.values import Comparator, Period, Source, Span, Vintage

FILES = (
    "case.json",
    "plans.jsonl",
    "sections.csv",
    "targets.jsonl",
    "blanks.jsonl",
    "sources.csv",
    "observations.csv",
)
_SECTION = ("plan", "eid", "kind", "number", "label", "title", "parent", "start", "end", "h_start", "h_end")
_SOURCE = ("id", "title", "publisher", "url", "seen_on")
_OBSERVATION = (
    "indicator",
    "region",
    "period",
    "bound",
    "value",
    "unit",
    "basis",
    "vintage",
    "published_on",
    "inferred",
    "source",
    "note",
)


def lines(records: Iterable[Any]) -> str:
    """JSON lines, one record a line."""
    return "".join(json.dumps(to_plain(r), ensure_ascii=False) + "\n" for r in records)


def unlines(text: str, kind: type[Any]) -> tuple[Any, ...]:
    """The records of JSON lines."""
    return tuple(from_plain(json.loads(line), kind) for line in text.splitlines())


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A CSV table with its header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def untable(text: str) -> Iterator[list[str]]:
    """The rows of a CSV table without its header."""
    rows = csv.reader(io.StringIO(text, newline=""))
    next(rows, None)
    return rows


def sections_text(sections: Iterable[tuple[str, Sequence[Section]]]) -> str:
    """Headings of plans; the document's checksum stands in the plan."""
    return table(_SECTION, ([plan, *_section_row(s)] for plan, nodes in sections for s in nodes))


def _section_row(s: Section) -> list[Any]:
    spans = [*((s.span.start, s.span.end) if s.span else ("", ""))]
    spans += [*((s.heading.start, s.heading.end) if s.heading else ("", ""))]
    return [s.eid, s.kind.value, s.number, s.label, s.title, s.parent, *spans]


def read_sections(text: str, documents: Mapping[str, str]) -> tuple[tuple[str, tuple[Section, ...]], ...]:
    """Headings by plan; ``documents`` gives each plan's document checksum."""
    found: dict[str, list[Section]] = {}
    for plan, eid, kind, number, label, title, parent, *place in untable(text):
        a, b, c, d = (int(n) if n else None for n in place)
        span = Span(documents[plan], a, b) if a is not None and b is not None else None
        heading = Span(documents[plan], c, d) if c is not None and d is not None else None
        node = Section(eid, SectionKind(kind), int(number), label, title, parent, span, heading)
        found.setdefault(plan, []).append(node)
    return tuple((plan, tuple(nodes)) for plan, nodes in found.items())


def observations_text(observations: Sequence[Observation]) -> tuple[str, str]:
    """The two tables of figures: sources, and observations that name them by number."""
    numbers = {source: n for n, source in enumerate(dict.fromkeys(o.source for o in observations), 1)}
    sources = table(_SOURCE, ([n, s.title, s.publisher, s.url, s.seen_on or ""] for s, n in numbers.items()))
    return sources, table(_OBSERVATION, (_observation_row(o, numbers[o.source]) for o in observations))


def _observation_row(o: Observation, source: int) -> list[Any]:
    return [
        o.indicator,
        o.region,
        o.period.code,
        o.bound.value,
        format(o.value, "f"),
        o.unit,
        ";".join(o.basis),
        o.vintage.value,
        o.published_on or "",
        "1" if o.published_inferred else "",
        source,
        o.note,
    ]


def read_observations(sources: str, observations: str) -> tuple[Observation, ...]:
    """The figures of a case."""
    known = {
        n: Source(title, publisher, url, _day(seen)) for n, title, publisher, url, seen in untable(sources)
    }
    return tuple(
        Observation(
            indicator,
            region,
            _period(period),
            Decimal(value),
            unit,
            Vintage(vintage),
            known[source],
            tuple(basis.split(";")) if basis else (),
            Comparator(bound),
            _day(published),
            inferred == "1",
            note,
        )
        for (
            indicator, region, period, bound, value, unit, basis, vintage, published, inferred, source, note,
        ) in untable(observations)
    )  # fmt: skip


@cache
def _period(code: str) -> Period:
    return Period.parse(code)


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
