"""The list of a plan's targets with filters; every filter is a link and carries its count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lantu.monitoring import Status
from lantu.values import InputError, msg
from lantu.web.pages.chapters import Heading, Tree
from lantu.web.pages.common import TargetRow
from lantu.web.pages.counting import NATURES, ORDER, TIERS, Tallied, tiers_of
from lantu.web.pages.heads import PlanHead

MODES = ("level", "flow_per_year", "cumulative", "growth_per_year", "change", "count_built")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: code in the address, words, how many rows it would leave, chosen now.

    kind: vocabulary the word is in, "" for a heading's own words.
    """

    code: str
    kind: str
    words: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: parameter name and its choices; chosen: the code in force, "" for none."""

    name: str
    options: tuple[Option, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class TargetList:
    """The page record; total counts all targets of the plan, rows are those the filters leave."""

    head: PlanHead
    judged: bool
    total: int
    rows: tuple[TargetRow, ...]
    tallies: tuple[Tallied, ...]
    facets: tuple[Facet, ...]
    words: str
    headings: Mapping[str, Heading]


_READ: dict[str, Callable[[TargetRow], str]] = {
    "tier": lambda row: row.tier,
    "binding": lambda row: row.binding,
    "status": lambda row: row.mark.status,
    "data": lambda row: "no" if row.mark.status == Status.NO_DATA else "yes",
    "mode": lambda row: row.mode,
    "chapter": lambda row: row.chapter,
}
_CODES: dict[str, Sequence[str]] = {
    "tier": TIERS,
    "binding": NATURES,
    "status": ORDER,
    "data": ("yes", "no"),
    "mode": MODES,
}
FILTERS = tuple(_READ)


def target_list(
    head: PlanHead, rows: Sequence[TargetRow], tree: Tree, query: Mapping[str, str], *, judged: bool
) -> TargetList:
    """Filter the rows by the address; raises InputError for a filter value there is none of."""
    wanted = {name: query[name] for name in FILTERS if query.get(name)}
    _check(wanted, [heading.eid for heading in tree.chapters()])
    words = query.get("q", "").strip()
    found = [row for row in rows if _holds(row, words)]
    left = [row for row in found if all(_READ[name](row) == code for name, code in wanted.items())]
    facets = tuple(_facet(name, found, wanted, tree) for name in FILTERS)
    headings = {row.chapter: heading for row in rows if (heading := tree.chapter(row.section))}
    return TargetList(
        head,
        judged,
        len(rows),
        tuple(left),
        tiers_of(left),
        tuple(facet for facet in facets if len(facet.options) > 1 or facet.chosen),
        words,
        headings,
    )


def _check(wanted: Mapping[str, str], chapters: Sequence[str]) -> None:
    for name, code in wanted.items():
        known = _CODES.get(name, chapters)
        if code not in known:
            raise InputError(
                msg(
                    "筛选 {name} 没有“{code}”这个值；可用的有：{codes}。",
                    name=name,
                    code=code[:40],
                    codes=", ".join(known) or "—",
                )
            )


def _holds(row: TargetRow, words: str) -> bool:
    text = f"{row.phrase} {row.name.zh} {row.name.en} {row.scope} {row.aim.value}".casefold()
    return all(word in text for word in words.casefold().split())


def _facet(name: str, rows: Sequence[TargetRow], wanted: Mapping[str, str], tree: Tree) -> Facet:
    """Counts of each choice among the rows that the other filters leave."""
    others = {other: code for other, code in wanted.items() if other != name}
    mine = [row for row in rows if all(_READ[other](row) == code for other, code in others.items())]
    counts: dict[str, int] = {}
    for row in mine:
        counts[_READ[name](row)] = counts.get(_READ[name](row), 0) + 1
    chosen = wanted.get(name, "")
    if name == "chapter":
        codes: Sequence[str] = [heading.eid for heading in tree.chapters()]
        codes = [*codes, *(code for code in counts if code and code not in codes)]
        words = {row.chapter: row.section for row in rows}
        return Facet(
            name,
            tuple(
                Option(code, "", _heading(tree.chapter(words[code])), counts[code], code == chosen)
                for code in codes
                if code in counts and code in words
            ),
            chosen,
        )
    return Facet(
        name,
        tuple(
            Option(code, name, code, counts[code], code == chosen) for code in _CODES[name] if code in counts
        ),
        chosen,
    )


def _heading(heading: Heading | None) -> str:
    return "" if heading is None else f"{heading.label} {heading.title}".strip()
