"""The list of plans, the overview, the text of a plan, and the button that judges a day."""

from datetime import date
from functools import cache

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from lantu import actions
from lantu.indicators import Observation, known
from lantu.plan import Plan
from lantu.store import Reader
from lantu.values import Conflict, InputError, PlanKind, msg
from lantu.web.pages.annual import AnnualSource
from lantu.web.pages.chapters import Tree
from lantu.web.pages.heads import plan_head
from lantu.web.pages.overview import OverviewSource, overview, rows_of
from lantu.web.pages.plans import plan_card, plans_page
from lantu.web.pages.text import text_page
from lantu.web.rendering import page_response
from lantu.web.routes.common import site_of, view_of
from lantu.web.site import ACTOR, Site

router = APIRouter()


@router.get("/")
def plans(request: Request) -> Response:
    """All plans with their counts."""
    site, view = site_of(request), view_of(request)
    with site.store.read() as reader:
        cards = []
        for plan in reader.plans():
            targets = reader.targets(plan.id)
            if not targets and plan.kind in (PlanKind.ANNUAL, PlanKind.ACTION):
                continue
            day = site.day(reader, plan.id, view.as_of)
            verdicts = reader.verdicts(plan.id, day, site.scheme)
            has_text = bool(plan.document) and reader.document(plan.document) is not None
            cards.append(plan_card(plan, targets, verdicts, site.names, day, has_text=has_text))
    day = max((card.day for card in cards), default=site.today())
    return page_response("plans.html", view, page=plans_page(cards), day=day, plan=None)


@router.get("/plans/{plan_id}")
def plan_overview(request: Request, plan_id: str) -> Response:
    """The overview of one plan."""
    site, view = site_of(request), view_of(request)
    with site.store.read() as reader:
        plan = reader.plan(plan_id)
        day = site.day(reader, plan_id, view.as_of)
        source = _overview_source(site, reader, plan, day)

        @cache
        def peers(code: str) -> tuple[Observation, ...]:
            return known(site.figures_of(reader, code), day)

        page = overview(source, peers, site.names, day, _year(request.query_params.get("year", "")))
        version, changes = reader.data_version(), reader.audit(1)
    cookie = site.tokens.cookie(request)
    response = page_response(
        "overview.html",
        view,
        page=page,
        plan=page.head,
        day=day,
        version=version,
        scheme=site.scheme,
        changed_at=changes[0].at if changes else None,
        form_token=site.tokens.token(cookie),
    )
    site.tokens.remember(response, cookie)
    return response


def _overview_source(site: Site, reader: Reader, plan: Plan, day: date) -> OverviewSource:
    short = plan.kind in (PlanKind.ANNUAL, PlanKind.ACTION)
    yearly = [
        AnnualSource(one, reader.targets(one.id), reader.verdicts(one.id, day, site.scheme))
        for one in ([] if short else annual_plans(reader, plan))
    ]
    return OverviewSource(
        plan,
        reader.sections(plan.id),
        reader.targets(plan.id),
        reader.verdicts(plan.id, day, site.scheme),
        site.figures_of(reader, region=plan.region),
        tuple(yearly),
        reader.blanks(plan.id),
        reader.entries(plan.id),
        bool(plan.document) and reader.document(plan.document) is not None,
    )


def annual_plans(reader: Reader, plan: Plan) -> list[Plan]:
    """The annual plans of the same region from the plan's first year until its successor begins."""
    everything = [other for other in reader.plans() if other.region == plan.region]
    later = [
        other.period.first.year
        for other in everything
        if other.kind is plan.kind and other.period.first > plan.period.last
    ]
    until = min(later, default=plan.period.year + 5)
    return [
        other
        for other in everything
        if other.kind is PlanKind.ANNUAL and plan.period.first.year <= other.period.year < until
    ]


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isdecimal() and len(text) == 4):
        raise InputError(msg("年度“{text}”不是四位年份；请从页面上的年度里选。", text=text[:20]))
    return int(text)


@router.post("/plans/{plan_id}/judge")
async def judge_day(request: Request, plan_id: str) -> Response:
    """Judge a plan and its annual plans as on a day, then show them."""
    from starlette.concurrency import run_in_threadpool

    site, view = site_of(request), view_of(request)
    form = await request.form(max_files=0, max_fields=5)
    if not site.tokens.holds(request, str(form.get("token", ""))):
        raise Conflict(msg("这个表单已经失效；请回到规划页面再点一次。"))
    day = view.as_of or site.today()
    await run_in_threadpool(_judge, site, plan_id, day)
    return RedirectResponse(view.link(f"/plans/{plan_id}", as_of=day.isoformat()), status_code=303)


def _judge(site: Site, plan_id: str, day: date) -> None:
    with site.store.read() as reader:
        plan = reader.plan(plan_id)
        others = annual_plans(reader, plan)
    for one in dict.fromkeys([plan.id, *(other.id for other in others if other.known_on(day))]):
        actions.judge(site.store, one, day, ACTOR, site.now())


@router.get("/plans/{plan_id}/text")
def plan_text(request: Request, plan_id: str) -> Response:
    """The plan's headings with the targets under them."""
    site, view = site_of(request), view_of(request)
    with site.store.read() as reader:
        plan = reader.plan(plan_id)
        day = site.day(reader, plan_id, view.as_of)
        sections, targets = reader.sections(plan_id), reader.targets(plan_id)
        verdicts = reader.verdicts(plan_id, day, site.scheme)
        document = reader.document(plan.document) if plan.document else None
    rows = rows_of(targets, verdicts, site.names, Tree(sections))
    head = plan_head(plan, site.names, day, has_text=document is not None)
    page = text_page(head, plan.document, sections, targets, rows, document)
    return page_response("text.html", view, page=page, plan=head, day=day)
