"""The figures: list of indicators, one indicator with its chart, and the same as a CSV file."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from lantu.charts import path_chart
from lantu.values import NotFound, msg
from lantu.web.charting import data_chart
from lantu.web.pages.data import DataPage, data_index, data_page
from lantu.web.rendering import page_response
from lantu.web.routes.common import csv_response, site_of, view_of
from lantu.web.words import Words

router = APIRouter()
COLUMNS = (
    "indicator",
    "indicator_name",
    "region",
    "region_name",
    "period",
    "bound",
    "value",
    "unit",
    "basis",
    "vintage",
    "published_on",
    "published_inferred",
    "source",
    "publisher",
    "url",
    "note",
)


@router.get("/data")
def index(request: Request) -> Response:
    """All indicators with the number of their figures."""
    site, view = site_of(request), view_of(request)
    day = view.as_of or site.today()
    with site.store.read() as reader:
        figures = site.figures(reader)
    page = data_index(figures, site.names, day, view.query.get("q", "").strip()[:80])
    return page_response("data_index.html", view, page=page, plan=None, day=day)


@router.get("/data/{code}")
def indicator(request: Request, code: str) -> Response:
    """Every figure of one indicator; ``.csv`` and ``.json`` give the same rows and the chart."""
    name, dot, form = code.rpartition(".")
    if dot and form == "csv":
        return _csv(_page(request, name))
    view = view_of(request)
    if dot and form == "json":
        chart = data_chart(_page(request, name), Words(view.language))
        return JSONResponse(path_chart(chart) if chart else {})
    page, site = _page(request, code), site_of(request)
    chart = data_chart(page, Words(view.language))
    drawing = site.drawings.svg(path_chart(chart)) if chart else ""
    day = view.as_of or site.today()
    return page_response("data.html", view, page=page, plan=None, day=day, chart=chart, drawing=drawing)


def _page(request: Request, code: str) -> DataPage:
    site, view = site_of(request), view_of(request)
    with site.store.read() as reader:
        figures = site.figures_of(reader, code)
        if not figures and code not in site.names.indicators:
            raise NotFound(msg("没有名为“{code}”的指标；请从数据页的列表里选。", code=code[:80]))
        plans = {plan.id: plan for plan in reader.plans()}
        targets = [(plans[one.plan], one) for one in reader.targets_of(code)]
    day = view.as_of or site.today()
    return data_page(code, figures, targets, site.names, day, view.query.get("region", ""))


def _csv(page: DataPage) -> Response:
    rows = [
        [
            seen.code,
            seen.indicator.zh,
            seen.region_code,
            seen.region.zh,
            seen.period,
            seen.bound,
            seen.exact,
            seen.unit,
            ";".join(seen.basis),
            seen.vintage,
            seen.published_on.isoformat() if seen.published_on else "",
            "1" if seen.inferred else "",
            seen.source,
            seen.publisher,
            seen.url,
            seen.note,
        ]
        for seen in page.figures
    ]
    return csv_response(f"{page.code}{'-' + page.region if page.region else ''}.csv", COLUMNS, rows)
