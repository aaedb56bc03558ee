"""Reading through a plan: the ledger beside the text, corrections made, listed, taken back, downloaded."""

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from lantu import actions
from lantu.exchange.corrections import write_corrections
from lantu.values import Conflict, InputError, LantuError, NotFound, msg
from lantu.web.pages.asking import ADD_FIELDS, asked, press
from lantu.web.pages.corrections import corrections_page
from lantu.web.pages.field_words import in_page_words
from lantu.web.pages.heads import PlanHead, plan_head
from lantu.web.pages.ledger import ledger_page, line_at, place_of
from lantu.web.rendering import page_response
from lantu.web.routes.common import site_of, view_of
from lantu.web.routes.signing import remember_name, signed
from lantu.web.site import ACTOR
from lantu.web.view import View
from lantu.web.words import Words

router = APIRouter()


@router.get("/plans/{plan_id}/ledger")
def ledger(request: Request, plan_id: str) -> Response:
    """The text sentence by sentence with what became of each."""
    query = request.query_params
    section, klass = query.get("section", ""), query.get("class", "")
    state = actions.corrected_reading(site_of(request).store, plan_id)
    if state is None:
        return _no_text(request, plan_id)
    at = query.get("at", "")
    if at:
        home, start = place_of(state, int(at) if _is_offset(at) else -1)
        address = view_of(request).link(request.url.path, section=home)
        return RedirectResponse(f"{address}#s{start}", status_code=303)
    page = ledger_page(
        _head(request, state),
        state,
        site_of(request).names,
        section,
        klass,
        _page_number(query.get("page", "")),
    )
    return _form_page(request, "ledger.html", page.head, page=page)


@router.get("/plans/{plan_id}/ledger/{start}")
def sentence(request: Request, plan_id: str, start: int) -> Response:
    """One sentence with all that can be corrected of it."""
    state = actions.corrected_reading(site_of(request).store, plan_id)
    if state is None:
        return _no_text(request, plan_id)
    line, trail = line_at(state, site_of(request).names, start)
    head = _head(request, state)
    return _form_page(request, "sentence.html", head, line=line, trail=trail, add=ADD_FIELDS)


@router.get("/plans/{plan_id}/corrections")
def listed(request: Request, plan_id: str) -> Response:
    """All corrections of the plan."""
    state = actions.corrected_reading(site_of(request).store, plan_id)
    if state is None:
        return _no_text(request, plan_id)
    page = corrections_page(_head(request, state), state)
    return _form_page(request, "corrections.html", page.head, page=page)


@router.get("/plans/{plan_id}/corrections.jsonl")
def download(request: Request, plan_id: str) -> Response:
    """The corrections as a file, to keep or to lay over another reading."""
    with site_of(request).store.read() as reader:
        reader.plan(plan_id)
        data = write_corrections(reader.corrections(plan_id))
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(plan_id)}-corrections.jsonl"}
    return Response(data, media_type="application/jsonl; charset=utf-8", headers=headers)


@router.post("/plans/{plan_id}/corrections")
async def correct(request: Request, plan_id: str) -> Response:
    """Make or take back a correction, then show its sentence again."""
    form = await request.form(max_files=0, max_fields=60)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    if not site_of(request).tokens.holds(request, fields.get("token", "")):
        raise Conflict(msg("这个表单已经失效；请重新打开通读页再点一次。"))
    await run_in_threadpool(_correct, request, plan_id, fields)
    return RedirectResponse(_back(view_of(request), plan_id, fields), status_code=303)


@router.post("/plans/{plan_id}/corrector")
async def name_oneself(request: Request, plan_id: str) -> Response:
    """Remember who corrects, in this browser, until there are accounts."""
    form = await request.form(max_files=0, max_fields=6)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    if not site_of(request).tokens.holds(request, fields.get("token", "")):
        raise Conflict(msg("这个表单已经失效；请重新打开通读页再点一次。"))
    answer = RedirectResponse(_back(view_of(request), plan_id, fields), status_code=303)
    remember_name(answer, fields.get("name", ""))
    return answer


def _correct(request: Request, plan_id: str, fields: dict[str, str]) -> None:
    site = site_of(request)
    by, at = signed(request) or ACTOR, site.now()
    parts = press(fields)
    if parts[0] == "withdraw":
        actions.withdraw_correction(site.store, plan_id, parts[1], by, at)
        return
    state = actions.corrected_reading(site.store, plan_id)
    if state is None:
        raise NotFound(msg("这部规划还没有载入原文，没有句子可以更正；请先用 lantu load 载入。"))
    start = fields.get("start", "")
    if not _is_offset(start):
        raise InputError(msg("没有收到要更正什么；请回到通读页，点句子下面的按钮。"))
    line, _ = line_at(state, site.names, int(start))
    wanted = asked(fields, line, state.document.sha256, state.document.text)
    try:
        actions.correct(site.store, plan_id, wanted, by, at)
    except LantuError as error:
        words = Words(view_of(request).language)
        raise type(error)(in_page_words(error.message, wanted.subject, words)) from error


def _back(view: View, plan_id: str, fields: dict[str, str]) -> str:
    """Where the form was: the list, the sentence's own page, or the ledger at that sentence."""
    start = fields.get("start", "")
    start = start if _is_offset(start) else ""
    root = f"/plans/{plan_id}"
    if fields.get("back") == "list":
        return view.link(f"{root}/corrections")
    if fields.get("back") == "sentence" and start:
        return view.link(f"{root}/ledger/{start}")
    query = {name: fields.get(name) or None for name in ("section", "class", "page")}
    return view.link(f"{root}/ledger", **query) + (f"#s{start}" if start else "")


def _head(request: Request, state: actions.PlanReading) -> PlanHead:
    site = site_of(request)
    return plan_head(state.plan, site.names, view_of(request).as_of or site.today(), has_text=True)


def _is_offset(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _page_number(text: str) -> int:
    return int(text) if _is_offset(text) and len(text) < 5 and int(text) else 1


def _no_text(request: Request, plan_id: str) -> Response:
    site, view = site_of(request), view_of(request)
    with site.store.read() as reader:
        plan = reader.plan(plan_id)
    day = view.as_of or site.today()
    head = plan_head(plan, site.names, day)
    return page_response("no_text.html", view, head=head, plan=head, day=day, document=plan.document)


def _form_page(request: Request, template: str, head: PlanHead, **fields: Any) -> Response:
    site, view = site_of(request), view_of(request)
    cookie = site.tokens.cookie(request)
    response = page_response(
        template,
        view,
        plan=head,
        day=view.as_of or site.today(),
        form_token=site.tokens.token(cookie),
        corrector=signed(request),
        **fields,
    )
    site.tokens.remember(response, cookie)
    return response
