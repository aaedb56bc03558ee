"""What people say of a draft's figures on the site, and the table that comes back. Each word checks again."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from lantu import actions
from lantu.check import Finding, Statement, Verified
from lantu.exchange.check_filled import WrongCell, confirmed_figure
from lantu.exchange.check_json import dump_check
from lantu.exchange.check_returned import read_check_table
from lantu.exchange.check_table import check_table
from lantu.exchange.docx_comments import commented
from lantu.indicators import Confirmation, shipped_registry
from lantu.indicators.confirmation import phrase_key
from lantu.values import Conflict, InputError, NotFound, msg
from lantu.web.desk import DraftOnDesk
from lantu.web.pages.check_marks import finding_key
from lantu.web.routes.check import (
    FILLED,
    NO_STORE,
    check_again,
    current,
    draft_response,
    figure_response,
    owner_of,
)
from lantu.web.routes.common import attached, site_of, view_of
from lantu.web.routes.signing import remember_name, signed
from lantu.web.routes.uploads import read_upload
from lantu.web.site import ACTOR

router = APIRouter()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.post("/check/{key}/answers")
async def answer(request: Request, key: str) -> Response:
    """Take a word on a finding, a figure or a phrase, then show its place again."""
    fields = await _fields(request)
    return await run_in_threadpool(_answered, request, key, fields)


@router.post("/check/{key}/name")
async def name_oneself(request: Request, key: str) -> Response:
    """Remember who answers, in this browser."""
    fields = await _fields(request)
    response = RedirectResponse(_back(request, key, fields), status_code=303)
    remember_name(response, fields.get("name", ""))
    return response


@router.post("/check/{key}/table")
async def take_table(request: Request, key: str) -> Response:
    """Merge the figures of a returned table; one error in it lets nothing through."""
    came = await read_upload(request)
    if not site_of(request).tokens.holds(request, came.fields.get("token", "")):
        raise _stale()
    return await run_in_threadpool(_take_table, request, key, came.data)


@router.get("/check/{key}/table.xlsx")
def table(request: Request, key: str) -> Response:
    """The table for the statistics office."""
    draft = current(request, key)
    data = check_table(draft.report, view_of(request).language)
    return attached(data, XLSX, f"{_stem(draft)}-核数表.xlsx", NO_STORE)


@router.get("/check/{key}/check.json")
def as_json(request: Request, key: str) -> Response:
    """The findings for other tools."""
    draft = current(request, key)
    data = dump_check(draft.report, view_of(request).language)
    return attached(data, "application/json; charset=utf-8", f"{_stem(draft)}-核数.json", NO_STORE)


@router.get("/check/{key}/commented.docx")
def with_comments(request: Request, key: str) -> Response:
    """The draft itself with a comment at each figure that asks for a look."""
    site, draft = site_of(request), current(request, key)
    data = commented(draft.report, draft.data, site.now(), view_of(request).language)
    return attached(data, DOCX, f"{_stem(draft)}-批注.docx", NO_STORE)


async def _fields(request: Request) -> dict[str, str]:
    form = await request.form(max_files=0, max_fields=20)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    if not site_of(request).tokens.holds(request, fields.get("token", "")):
        raise _stale()
    return fields


def _stale() -> Conflict:
    return Conflict(msg("这个表单已经失效；请重新打开核数页再点一次。"))


def _answered(request: Request, key: str, fields: dict[str, str]) -> Response:
    try:
        _answer(request, key, fields)
    except InputError as error:
        at = _offset(fields)
        if fields.get("back") == "figure" and at:
            return figure_response(request, key, int(at), error.message, fields)
        return draft_response(request, key, (error.message,), status=error.http_status, place=fields)
    return RedirectResponse(_back(request, key, fields), status_code=303)


def _answer(request: Request, key: str, fields: dict[str, str]) -> None:
    """Raises InputError for a word that lacks something, NotFound for a finding the draft no longer has."""
    site, owner = site_of(request), owner_of(request)
    draft = current(request, key)
    verb, *rest = fields.get("do", "").split("|")
    if verb in ("take", "open"):
        start = _finding(draft, rest).span.start
        site.desk.take(key, owner, start, taken=verb == "take")
        return
    by, at = signed(request) or ACTOR, site.now()
    made: Confirmation | Verified
    if verb in ("dismiss", "again"):
        reason = fields.get("reason", "").strip()[:500]
        word = draft.report.dismissed(_finding(draft, rest), reason, by, at, again=verb == "again")
        actions.answer_draft(site.store, [word], ACTOR, at)
        check_again(request, key, draft)
        return
    said = _statement(draft, rest)
    if verb == "figure":
        made = _figure(draft, said, fields, site.today())
    elif verb in ("yes", "no") and len(rest) == 2 and shipped_registry().get(rest[1]):
        made = Confirmation(phrase_key(said.phrase), said.unit, rest[1], verb == "yes", by, at)
    else:
        raise InputError(msg("没有收到要做什么；请回到核数页，点数字旁边的按钮。"))
    actions.answer_draft(site.store, [made], ACTOR, at)
    check_again(request, key, draft)


def _finding(draft: DraftOnDesk, parts: list[str]) -> Finding:
    for one in (*draft.report.findings, *(one for one, _ in draft.report.set_aside)):
        if finding_key(one) == "|".join(parts):
            return one
    raise NotFound(msg("这条发现已经不在了：库里的数或别人的核定变了。请回到核数页再看。"))


def _statement(draft: DraftOnDesk, parts: list[str]) -> Statement:
    number = parts[0] if parts else ""
    every = draft.report.draft.statements
    if not (number.isascii() and number.isdecimal() and len(number) < 8 and int(number) < len(every)):
        raise InputError(msg("没有收到要做什么；请回到核数页，点数字旁边的按钮。"))
    return every[int(number)]


def _figure(draft: DraftOnDesk, said: Statement, fields: dict[str, str], today: date) -> Verified:
    cells = {name: fields.get(name, "")[:200] for name in FILLED}
    try:
        return confirmed_figure(said, draft.report.code(said), cells, today)
    except WrongCell as error:
        raise InputError(
            msg("核定数没有记下：“{value}”{why}", value=cells[error.name], why=error.message)
        ) from error


def _take_table(request: Request, key: str, data: bytes) -> Response:
    site = site_of(request)
    draft = current(request, key)
    if not data:
        return draft_response(request, key, (msg("没有选文件；请选填回的核数表（xlsx）。"),), status=422)
    verified, problems = read_check_table(draft.report, data, site.today())
    told = tuple(one.message for one in problems)
    if any(one.severity == "error" for one in problems):
        last = msg("核数表有错，一行也没有并入；请改正后再交。")
        return draft_response(request, key, (*told, last), status=422)
    if verified:
        actions.answer_draft(site.store, verified, signed(request) or ACTOR, site.now())
        check_again(request, key, draft)
    return draft_response(request, key, told, merged=len(verified))


def _back(request: Request, key: str, fields: dict[str, str]) -> str:
    """Where the form was: the figure's own page, or the draft at that figure."""
    view, at = view_of(request), _offset(fields)
    root = f"/check/{key}"
    if fields.get("back") == "figure" and at:
        return view.link(f"{root}/figures/{at}")
    query = {name: fields.get(name) or None for name in ("show", "part")}
    return view.link(root, at=at or None, **query) + (f"#f{at}" if at else "")


def _offset(fields: dict[str, str]) -> str:
    at = fields.get("at", "")
    return at if at.isascii() and at.isdecimal() and len(at) < 10 else ""


def _stem(draft: DraftOnDesk) -> str:
    return draft.report.document.name.rpartition(".")[0] or draft.report.document.name
