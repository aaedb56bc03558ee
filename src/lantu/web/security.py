"""Headers that keep a page to this site, and the token that ties a form to the browser it was shown in."""

import hmac
import secrets
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "lantu_form"


class SecureHeaders:
    """ASGI layer that puts the headers on every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, add)


class FormTokens:
    """Double submit: a random cookie, and in the form its keyed hash, which another site cannot know."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def token(self, cookie: str) -> str:
        """The token that belongs to a browser's cookie."""
        return hmac.new(self._secret, cookie.encode(), sha256).hexdigest()

    def cookie(self, request: Request) -> str:
        """The browser's cookie, or a new one."""
        return request.cookies.get(COOKIE) or secrets.token_urlsafe(24)

    def holds(self, request: Request, token: str) -> bool:
        """Whether a submitted form came from a page this browser was shown."""
        cookie = request.cookies.get(COOKIE, "")
        return bool(cookie) and hmac.compare_digest(
            self.token(cookie).encode(), token.encode("utf-8", "replace")
        )

    @staticmethod
    def remember(response: Response, cookie: str) -> None:
        """Set the cookie on a page that carries a form."""
        response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
