"""The application: layers, routes, and error pages that say one clear sentence."""

import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from lantu.charts import SvgCache
from lantu.store import Store
from lantu.texts import Language
from lantu.values import LantuError, Message, msg
from lantu.web.rendering import page_response
from lantu.web.routes import check, check_answers, data, entry, files, ledger, plans, targets
from lantu.web.security import HEADERS, SecureHeaders
from lantu.web.site import make_site
from lantu.web.view import COOKIE, View, language, own_path

STATIC = Path(__file__).with_name("static")
YEAR = 365 * 24 * 3600


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_app(
    store: Store,
    today: Callable[[], date],
    *,
    secret: str = "",
    now: Callable[[], datetime] = _utc_now,
    drawings: Path | None = None,
) -> FastAPI:
    """The site over an open, migrated store.

    today: the civil date now; now: the instant now in UTC, written with every change.
    secret: key of the form tokens; empty makes a new one, so that forms do not outlive a restart.
    drawings: a folder where drawn charts are kept, None keeps them in memory.
    """
    app = FastAPI(title="Lantu", docs_url=None, redoc_url=None, openapi_url=None)
    key = secret.encode() or secrets.token_bytes(32)
    app.state.site = make_site(store, today, now, key, SvgCache(drawings))
    for room in (plans, targets, data, entry, ledger, check, check_answers, files):
        for route in room.router.routes:
            if isinstance(route, APIRoute) and route.methods and "GET" in route.methods:
                route.methods.add("HEAD")
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(LantuError, _refused)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _broken)
    app.middleware("http")(_remember_language)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(SecureHeaders)
    return app


async def _remember_language(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    """A language asked for in the address holds for the pages after it."""
    response = await proceed(request)
    wanted = request.query_params.get("lang")
    if wanted in set(Language):
        response.set_cookie(COOKIE, wanted or "", max_age=YEAR, samesite="lax", path="/", httponly=True)
    return response


def _error_page(request: Request, status: int, message: Message) -> Response:
    query = {name: value for name, value in request.query_params.items() if name not in ("lang", "as_of")}
    today = request.app.state.site.today()
    view = View(language(request), None, today, own_path(request), query)
    return page_response("error.html", view, status=status, message=message, code=status, plan=None, day=None)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, LantuError)  # noqa: S101 - the handler is registered for this class
    return _error_page(request, error.http_status, error.message)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    if error.status_code == 404:
        said = msg("没有这个页面：{path}。请从规划列表或数据页找起。", path=request.url.path[:120])
    elif error.status_code == 405:
        said = msg("这个地址不接受这样的请求；请回到页面上操作。")
    else:
        said = msg("请求没有完成（{code}）；请返回上一页再试。", code=error.status_code)
    return _error_page(request, error.status_code, said)


async def _invalid(request: Request, _error: Exception) -> Response:
    return _error_page(request, 422, msg("地址或表单里有写错的内容；请回到页面上重新选择。"))


async def _broken(request: Request, _error: Exception) -> Response:
    """A fault of ours: the reader gets a page, the log gets the trace. It stands outside the header layer."""
    said = msg("网站内部出了差错，这一页没有做出来；库里的数据没有变。请稍后再试，或把地址告诉管理员。")
    answer = _error_page(request, 500, said)
    answer.headers.update(HEADERS)
    return answer
