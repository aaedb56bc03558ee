"""Templates: one strict environment, and a page made of a record and the reader's words."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.responses import HTMLResponse

from lantu.texts import Language, render
from lantu.values import Message
from lantu.web.numbers import percent
from lantu.web.traditional import traditional_page
from lantu.web.view import View
from lantu.web.words import Words


@cache
def environment() -> Environment:
    """The environment of all templates: escaped, and a misspelt field is an error."""
    made = Environment(
        loader=PackageLoader("lantu.web"),
        autoescape=select_autoescape(("html",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["percent_of"] = percent
    return made


def page_html(template: str, view: View, **fields: Any) -> str:
    """Render a template for a reader; ``page`` is its record by custom."""
    words = Words(view.language)

    def told(message: Message | None) -> Markup:
        return Markup() if message is None else words.chinese(render(message, words.language))

    context = {
        "view": view,
        "words": words,
        "_": words.say,
        "t": told,
        "languages": tuple(Language),
        "Markup": Markup,
    }
    html = environment().get_template(template).render(context | fields)
    return traditional_page(html) if view.language is Language.HANT else html


def page_response(template: str, view: View, *, status: int = 200, **fields: Any) -> HTMLResponse:
    """The same as an answer; a language asked for in the address is remembered by the caller's layer."""
    response = HTMLResponse(page_html(template, view, **fields), status_code=status)
    response.headers["Content-Language"] = {"zh": "zh-Hans"}.get(view.language, view.language.value)
    response.headers["Vary"] = "Cookie"
    response.headers["Cache-Control"] = "private, no-cache"
    return response
