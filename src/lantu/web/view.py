"""What every page knows of its reader: language, day, address; and links that keep all three."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from starlette.requests import Request

from lantu.texts import Language
from lantu.values import InputError, civil_day, msg

COOKIE = "lantu_lang"


@dataclass(frozen=True, slots=True)
class View:
    """One request as its reader means it.

    as_of: the day asked for, None when the address names none; today: the civil date now.
    query: the parameters of the address, kept by the switches in the head of the page.
    """

    language: Language
    as_of: date | None
    today: date
    path: str
    query: Mapping[str, str]

    @property
    def english(self) -> bool:
        """Whether words are shown in English."""
        return self.language is Language.EN

    def link(self, path: str, **parameters: str | None) -> str:
        """Address of a page of this site; the day asked for travels along, a None leaves one out."""
        query = {"as_of": self.as_of.isoformat()} if self.as_of else {}
        query.update({name: value for name, value in parameters.items() if value is not None})
        if parameters.get("as_of", "") is None:
            query.pop("as_of", None)
        return quote(path, safe="/.-_~") + (f"?{urlencode(query)}" if query else "")

    def filters(self) -> dict[str, str]:
        """The parameters of the address apart from the day."""
        return {name: value for name, value in self.query.items() if name != "as_of"}

    def here(self, **parameters: str | None) -> str:
        """This page with some parameters changed."""
        query = {**self.query, **{name: value for name, value in parameters.items() if value is not None}}
        for name, value in parameters.items():
            if value is None:
                query.pop(name, None)
        return quote(self.path, safe="/.-_~") + (f"?{urlencode(query)}" if query else "")


def read_view(request: Request, today: date) -> View:
    """Read language and day from the address and the cookie.

    Raises InputError for a day that is none, lies before 1949-10-01 or has not come yet, and for a
    language there is none of.
    """
    wanted = request.query_params.get("lang", "")
    if wanted and wanted not in set(Language):
        raise InputError(
            msg("没有语言“{code}”；可用的有：{codes}。", code=wanted[:20], codes=", ".join(Language))
        )
    query = {name: value for name, value in request.query_params.items() if name != "lang"}
    return View(language(request), _day(query.get("as_of", ""), today), today, own_path(request), query)


def own_path(request: Request) -> str:
    """The path asked for with one slash in front: two would make a link to another site of it."""
    return "/" + request.url.path.lstrip("/\\")


def language(request: Request) -> Language:
    """The language asked for in the address, else the one remembered, else Chinese."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wanted in set(Language):
            return Language(wanted)
    return Language.ZH


def _day(text: str, today: date) -> date | None:
    if not text.strip():
        return None
    day = civil_day(text)
    if day > today:
        raise InputError(
            msg("截至日 {day} 还没有到（今天是 {today}）；请改成今天或以前的日期。", day=day, today=today)
        )
    return day
