"""The list of a plan's targets and the page of one target."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from lantu.charts import path_chart
from lantu.monitoring import Verdict
from lantu.plan import Plan, Target
from lantu.plan.overlay import standing
from lantu.reading.corrected import CorrectionState
from lantu.store import Reader
from lantu.texts import render
from lantu.web.charting import target_chart
from lantu.web.pages.chapters import Tree
from lantu.web.pages.common import TargetRow
from lantu.web.pages.heads import plan_head
from lantu.web.pages.notes import note_of
from lantu.web.pages.overview import rows_of
from lantu.web.pages.target import TargetPage, TargetSource, target_page
from lantu.web.pages.target_list import TargetList, target_list
from lantu.web.rendering import page_response
from lantu.web.routes.common import csv_response, site_of, view_of
from lantu.web.site import Site
from lantu.web.view import View
from lantu.web.words import Words

router = APIRouter()
CSV_COLUMNS = (
    "target",
    "phrase",
    "indicator",
    "tier",
    "binding",
    "mode",
    "aim",
    "due",
    "status",
    "reason",
    "held",
    "held_unit",
    "period",
    "value",
    "unit",
    "source",
    "as_of",
)


@router.get("/plans/{plan_id}/targets")
def targets(request: Request, plan_id: str) -> Response:
    """All targets of a plan, filtered by the address."""
    view = view_of(request)
    page, day = _list(site_of(request), view, plan_id)
    return page_response("targets.html", view, page=page, plan=page.head, day=day)


@router.get("/plans/{plan_id}/targets.csv")
def targets_csv(request: Request, plan_id: str) -> Response:
    """The rows of the list, filtered the same way, with their verdicts."""
    view = view_of(request)
    page, day = _list(site_of(request), view, plan_id)
    words = Words(view.language)
    rows = [_cells(row, words, day) for row in page.rows]
    return csv_response(f"{plan_id}-targets.csv", CSV_COLUMNS, rows)


def _cells(row: TargetRow, words: Words, day: date) -> list[object]:
    seen, held = row.seen, row.held
    place = f"{held.value}/{held.of}" if held and held.of else ""
    return [
        row.id,
        row.phrase,
        words.plain_name(row.name),
        words.word("tier", row.tier),
        words.word("binding", row.binding),
        words.word("mode", row.mode),
        words.aim(row.aim),
        row.due or "",
        words.status(row.mark.status, row.mark.stage) if row.mark.status else "",
        render(row.reason, words.language) if row.reason else "",
        *((place or held.exact, held.unit) if held else ("", "")),
        *((seen.period, seen.exact, seen.unit, seen.source) if seen else ("", "", "", "")),
        day.isoformat(),
    ]


def _list(site: Site, view: View, plan_id: str) -> tuple[TargetList, date]:
    with site.store.read() as reader:
        plan = reader.plan(plan_id)
        day = site.day(reader, plan_id, view.as_of)
        tree = Tree(reader.sections(plan_id))
        verdicts = reader.verdicts(plan_id, day, site.scheme)
        rows = rows_of(reader.targets(plan_id), verdicts, site.names, tree)
        has_text = bool(plan.document) and reader.document(plan.document) is not None
    head = plan_head(plan, site.names, day, has_text=has_text)
    return target_list(head, rows, tree, view.query, judged=bool(verdicts)), day


@router.get("/targets/{target_id}")
def target(request: Request, target_id: str) -> Response:
    """One target with its chart, drawn."""
    site, view = site_of(request), view_of(request)
    page, day, version = _page(site, view, target_id)
    chart = target_chart(page, Words(view.language))
    with site.store.read() as reader:
        every = standing(reader.corrections(page.head.id))
    fixes = [note_of(one, CorrectionState.IN_FORCE) for one in every if one.record == target_id]
    return page_response(
        "target.html",
        view,
        page=page,
        plan=page.head,
        day=day,
        version=version,
        scheme=site.scheme,
        fixes=fixes,
        chart=chart,
        drawing=site.drawings.svg(path_chart(chart)) if chart else "",
    )


@router.get("/targets/{target_id}/chart.json")
def target_spec(request: Request, target_id: str) -> Response:
    """The specification the drawing was made from, for the interactive chart and for reuse."""
    site, view = site_of(request), view_of(request)
    page, _, _ = _page(site, view, target_id)
    chart = target_chart(page, Words(view.language))
    return JSONResponse(path_chart(chart) if chart else {})


def _page(site: Site, view: View, target_id: str) -> tuple[TargetPage, date, int]:
    with site.store.read() as reader:
        found = reader.target(target_id)
        plan = reader.plan(found.plan)
        day = site.day(reader, plan.id, view.as_of)
        source = TargetSource(
            plan,
            reader.sections(plan.id),
            found,
            tuple(one.id for one in reader.targets(plan.id)),
            reader.verdict(target_id, day, site.scheme),
            site.figures_of(reader, found.indicator_code) if found.indicator_code else (),
            _elsewhere(site, reader, view, found),
            reader.document(plan.document) if plan.document else None,
        )
        version = reader.data_version()
    return target_page(source, site.names, day), day, version


def _elsewhere(
    site: Site, reader: Reader, view: View, found: Target
) -> tuple[tuple[Plan, Target, Verdict | None], ...]:
    """The same indicator in other plans, each as on its own day."""
    if not found.indicator_code:
        return ()
    plans = {
        plan.id: plan for plan in reader.plans() if plan.known_on(site.day(reader, found.plan, view.as_of))
    }
    others = [
        one for one in reader.targets_of(found.indicator_code) if one.id != found.id and one.plan in plans
    ]
    days = {plan_id: site.day(reader, plan_id, view.as_of) for plan_id in {one.plan for one in others}}
    return tuple(
        (plans[one.plan], one, reader.verdict(one.id, days[one.plan], site.scheme)) for one in others
    )
