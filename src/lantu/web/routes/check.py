"""核数 on the site: a draft brought, its page, its files, and its end. It stays in memory alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from lantu import actions
from lantu.documents import Kind, read_bytes
from lantu.documents.secrecy import refuse_classified
from lantu.indicators import Confirmed, division, division_named, shipped_regions
from lantu.reading.outline import read_outline
from lantu.values import Conflict, InputError, Message, civil_day, msg
from lantu.web.desk import DraftOnDesk
from lantu.web.pages.check import CheckPage, check_page, mark_at
from lantu.web.rendering import page_response
from lantu.web.routes.common import site_of, view_of
from lantu.web.routes.signing import signed
from lantu.web.routes.uploads import LARGEST, MEGABYTE, read_upload

router = APIRouter()
NO_STORE = {"Cache-Control": "no-store"}
FILLED = ("verified", "unit", "by", "on", "note")
"""Fields of a confirmed figure."""
_NAME_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed beside the file, shown again when it does not do."""

    as_of: str = ""
    region: str = ""


@router.get("/check")
def form(request: Request) -> Response:
    """The form that takes a draft."""
    return _form(request, Asked(), gone=request.query_params.get("gone") == "1")


@router.post("/check")
async def bring(request: Request) -> Response:
    """Read and check a draft, lay it on the desk and show it; what does not do leaves nothing behind."""
    asked = Asked()
    try:
        came = await read_upload(request)
        asked = Asked(came.fields.get("as_of", "")[:20], came.fields.get("region", "")[:40])
        if not site_of(request).tokens.holds(request, came.fields.get("token", "")):
            raise Conflict(msg("这个表单已经失效；请重新打开核数页，再选一次文件。"))
        if not came.name:
            raise InputError(msg("没有选文件；请选一份 docx、xlsx、pdf、txt、md 或 html 的文稿。"))
        key = await run_in_threadpool(_lay_down, request, _plain(came.name), came.data, asked)
    except (InputError, Conflict) as error:
        return _form(request, asked, error.message, error.http_status)
    return RedirectResponse(view_of(request).link(f"/check/{key}"), status_code=303)


@router.get("/check/{key}")
def shown(request: Request, key: str) -> Response:
    """The draft with its marks."""
    return draft_response(request, key)


@router.get("/check/{key}/figures/{start}")
def figure(request: Request, key: str, start: int) -> Response:
    """One figure with all that can be said of it."""
    return figure_response(request, key, start)


def figure_response(
    request: Request,
    key: str,
    start: int,
    refused: Message | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    """The page of one figure; refused: why what was typed there was not taken."""
    site, draft = site_of(request), current(request, key)
    mark, paragraph = mark_at(draft, site.names, said_before(request), start)
    shown = {
        "unit": mark.said.unit if mark.said else "",
        "by": signed(request),
        "on": site.today().isoformat(),
    }
    fields: dict[str, Any] = {
        "key": key,
        "name": draft.report.document.name,
        "mark": mark,
        "paragraph": paragraph,
        "today": site.today(),
        "refused": refused,
        "typed": {**dict.fromkeys(FILLED, ""), **shown, **(typed or {})},
    }
    status = 200 if refused is None else InputError.http_status
    return _page(request, "checked_figure.html", owner_of(request), status=status, **fields)


@router.post("/check/{key}/delete")
async def delete(request: Request, key: str) -> Response:
    """Take the draft off the desk."""
    fields = await request.form(max_files=0, max_fields=5)
    site = site_of(request)
    if not site.tokens.holds(request, str(fields.get("token", ""))):
        raise Conflict(msg("这个表单已经失效；请重新打开核数页再点一次。"))
    site.desk.drop(key, owner_of(request))
    return RedirectResponse(view_of(request).link("/check", gone="1"), status_code=303)


def owner_of(request: Request) -> str:
    """The cookie of this browser, which its drafts belong to; "" owns nothing."""
    site = site_of(request)
    return site.tokens.cookie(request)


def current(request: Request, key: str) -> DraftOnDesk:
    """The draft, checked again when the data changed meanwhile. Raises NotFound when it is gone."""
    site, owner = site_of(request), owner_of(request)
    draft = site.desk.get(key, owner)
    with site.store.read() as reader:
        version = reader.data_version()
    return draft if draft.version == version else check_again(request, key, draft)


def check_again(request: Request, key: str, draft: DraftOnDesk) -> DraftOnDesk:
    """Check a draft of the desk with what is known and was said by now."""
    site, owner = site_of(request), owner_of(request)
    with site.store.read() as reader:
        version = reader.data_version()
    before = draft.report
    report = actions.check_draft(site.store, before.document, before.as_of, region=draft.region)
    site.desk.change(key, owner, report=report, version=version)
    return site.desk.get(key, owner)


def said_before(request: Request) -> Confirmed:
    """What people said phrases mean."""
    with site_of(request).store.read() as reader:
        return Confirmed(reader.confirmations())


def draft_response(
    request: Request,
    key: str,
    told: tuple[Message, ...] = (),
    *,
    merged: int | None = None,
    status: int = 200,
    place: Mapping[str, str] | None = None,
) -> Response:
    """The page of a draft.

    told: what went wrong, or is to be said of a table that came back; merged: how many figures that gave;
    place: filter, part and figure to show (show, part, at), by the address when None.
    """
    query = request.query_params if place is None else place
    draft = current(request, key)
    page: CheckPage = check_page(
        key,
        draft,
        site_of(request).names,
        said_before(request),
        query.get("show", ""),
        _number(query.get("part", ""), 1),
        _number(query.get("at", ""), -1),
    )
    fields: dict[str, Any] = {"page": page, "told": told, "merged": merged}
    return _page(request, "checked.html", owner_of(request), status=status, **fields)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else otherwise


def _plain(name: str) -> str:
    """The last part of a file name, printable and of bounded length; its ending stays."""
    last = PurePath(name.replace("\\", "/")).name
    clean = "".join(sign for sign in last if sign.isprintable()) or "draft"
    return clean if len(clean) <= _NAME_LONGEST else clean[: _NAME_LONGEST // 2] + "…" + clean[-20:]


def _lay_down(request: Request, name: str, data: bytes, asked: Asked) -> str:
    site = site_of(request)
    today = site.today()
    as_of = _day(asked.as_of, today)
    region = _region(asked.region)
    if len(data) > LARGEST:
        raise InputError(
            msg("文件太大，超过 {limit} MB，没有读取；请拆分后再核对。", limit=LARGEST // MEGABYTE)
        )
    document, notes = read_bytes(name, data, LARGEST)
    refuse_classified(name, data, document)
    with site.store.read() as reader:
        version = reader.data_version()
    report = actions.check_draft(site.store, document, as_of, region=region)
    draft = DraftOnDesk(
        report,
        read_outline(document).sections,
        region,
        version,
        data if document.kind is Kind.DOCX else b"",
        notes,
    )
    return site.desk.put(draft, owner_of(request))


def _day(text: str, today: date) -> date:
    return civil_day(text.strip()) if text.strip() else today


def _region(text: str) -> str:
    """The code of a region named or told by its code. Raises InputError for none, or one of several."""
    words = text.strip()
    if not words:
        return ""
    found = division(words) or division_named(words)
    if found is None:
        raise InputError(
            msg("没有找到地区“{name}”；请写全称（如 辽宁省、沈阳市）或六位区划代码，也可以不填。", name=words)
        )
    return found.code


def _form(
    request: Request, asked: Asked, refused: Message | None = None, status: int = 200, *, gone: bool = False
) -> Response:
    site = site_of(request)
    fields = {"asked": asked, "refused": refused, "gone": gone, "limit": LARGEST // MEGABYTE}
    regions = [one for one in shipped_regions() if one.code.isdecimal()]
    return _page(
        request,
        "check.html",
        owner_of(request),
        status=status,
        today=site.today(),
        regions=regions,
        **fields,
    )


def _page(request: Request, template: str, cookie: str, *, status: int = 200, **fields: Any) -> Response:
    site, view = site_of(request), view_of(request)
    response = page_response(
        template,
        view,
        status=status,
        plan=None,
        day=None,
        form_token=site.tokens.token(cookie),
        signature=signed(request),
        **fields,
    )
    response.headers.update(NO_STORE)
    site.tokens.remember(response, cookie)
    return response
