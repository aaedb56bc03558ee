"""The entry form of a lost main-indicator table: on the page, or as a workbook out and back."""

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from lantu import actions
from lantu.exchange import entry_form
from lantu.plan import Entry
from lantu.store import Reader
from lantu.values import Conflict, InputError, Message, Problem, Tier, msg
from lantu.web.pages.entry import MOST, EntryPage, FormRow, agreed_in, asking, blank_rows, read_form
from lantu.web.pages.heads import plan_head
from lantu.web.rendering import page_response
from lantu.web.routes.common import site_of, view_of
from lantu.web.site import ACTOR, Site

router = APIRouter()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST = 6 * 1024 * 1024
"""Bytes a submitted form may have; the reader of workbooks has its own, lower limit."""


@router.get("/plans/{plan_id}/entry")
def form(request: Request, plan_id: str) -> Response:
    """The form with the rows still to type, and those typed so far."""
    site = site_of(request)
    with site.store.read() as reader:
        rows = blank_rows(reader.plan(plan_id), reader.blanks(plan_id), reader.entries(plan_id))
    saved = request.query_params.get("saved", "")
    return _page(request, plan_id, rows, saved=int(saved) if saved.isdecimal() and len(saved) < 4 else 0)


def _page(
    request: Request,
    plan_id: str,
    rows: tuple[FormRow, ...],
    *,
    saved: int = 0,
    problems: tuple[Message, ...] = (),
    status: int = 200,
) -> Response:
    site, view = site_of(request), view_of(request)
    with site.store.read() as reader:
        page = _record(site, reader, plan_id, rows, saved, problems)
    cookie = site.tokens.cookie(request)
    response = page_response(
        "entry.html",
        view,
        status=status,
        page=page,
        plan=page.head,
        day=view.as_of or site.today(),
        form_token=site.tokens.token(cookie),
    )
    site.tokens.remember(response, cookie)
    return response


def _record(
    site: Site,
    reader: Reader,
    plan_id: str,
    rows: tuple[FormRow, ...],
    saved: int,
    problems: tuple[Message, ...],
) -> EntryPage:
    plan = reader.plan(plan_id)
    has_text = bool(plan.document) and reader.document(plan.document) is not None
    head = plan_head(plan, site.names, site.today(), has_text=has_text)
    errors = sum(len(row.errors) for row in rows)
    entries = reader.entries(plan_id)
    saved = saved if saved <= len(entries) else 0
    main = 0 if reader.blanks(plan_id) else sum(one.tier is Tier.MAIN for one in reader.targets(plan_id))
    return EntryPage(head, rows, entries, saved, errors, problems, main)


@router.post("/plans/{plan_id}/entry")
async def submit(request: Request, plan_id: str) -> Response:
    """Check every row first; with any error nothing is kept and everything typed comes back."""
    site, view = site_of(request), view_of(request)
    _check_size(request)
    typed = await request.form(max_files=1, max_fields=16 * MOST)
    if not site.tokens.holds(request, str(typed.get("token", ""))):
        raise Conflict(msg("这个表单已经失效；请重新打开录入页再提交。"))
    upload = typed.get("workbook")
    if isinstance(upload, UploadFile):
        data = await upload.read()
        return await run_in_threadpool(_take_workbook, request, plan_id, data)
    fields = {name: value for name, value in typed.items() if isinstance(value, str)}
    target = view.link(f"/plans/{plan_id}/entry")
    return await run_in_threadpool(_take_rows, request, plan_id, fields, target)


def _check_size(request: Request) -> None:
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LARGEST:
        raise InputError(
            msg("提交的内容太大，超过 {limit} MB；请用下载的空表重填。", limit=LARGEST // 1048576)
        )


def _take_rows(request: Request, plan_id: str, fields: dict[str, str], back: str) -> Response:
    site = site_of(request)
    with site.store.read() as reader:
        plan = reader.plan(plan_id)
    entries, rows = read_form(plan, fields, ACTOR, site.now())
    if any(row.errors for row in rows):
        return _page(request, plan_id, rows, status=422)
    if not entries:
        said = msg("没有填任何一行；请至少填一行的数再提交。")
        return _page(request, plan_id, rows, problems=(said,), status=422)
    try:
        actions.enter_rows(site.store, entries, ACTOR, site.now(), agreed_in(fields))
    except actions.RowsDiffer as differ:
        asked = {(pair.new.no, pair.new.indicator): (pair.old, pair.mark) for pair in differ.rows}
        told = tuple(pair.message for pair in differ.rows)
        return _page(request, plan_id, asking(rows, asked), problems=told, status=differ.http_status)
    except (Conflict, InputError) as error:
        return _page(request, plan_id, rows, problems=(error.message,), status=error.http_status)
    return RedirectResponse(f"{back}{'&' if '?' in back else '?'}saved={len(entries)}", status_code=303)


def _take_workbook(request: Request, plan_id: str, data: bytes) -> Response:
    site = site_of(request)
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[Message, ...] = ()
    try:
        entries, problems = actions.enter_form(site.store, plan_id, data, ACTOR, site.now())
    except actions.RowsDiffer as differ:
        last = msg("工作簿不替换内容不同的行；要替换请在页面上录入那一行并确认。")
        refused = (*(pair.message for pair in differ.rows), last)
    except Conflict as error:
        refused = (error.message,)
    with site.store.read() as reader:
        rows = blank_rows(reader.plan(plan_id), reader.blanks(plan_id), reader.entries(plan_id))
    if refused:
        return _page(request, plan_id, rows, problems=refused, status=Conflict.http_status)
    told = tuple(problem.message for problem in problems)
    if not entries and not told:
        told = (msg("工作簿里没有填任何一行；请填好后再上传。"),)
    failed = any(problem.severity == "error" for problem in problems) or not entries
    return _page(request, plan_id, rows, saved=len(entries), problems=told, status=422 if failed else 200)


@router.get("/plans/{plan_id}/entry.xlsx")
def workbook(request: Request, plan_id: str) -> Response:
    """The empty form as a workbook."""
    site = site_of(request)
    with site.store.read() as reader:
        data = entry_form(reader.plan(plan_id), reader.blanks(plan_id))
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(plan_id)}-entry.xlsx"}
    return Response(data, media_type=XLSX, headers=headers)
