"""Small helpers of the routes."""

from fastapi import Request

from lantu.web.site import Site
from lantu.web.view import View, read_view


def site_of(request: Request) -> Site:
    """The running site."""
    site: Site = request.app.state.site
    return site


def view_of(request: Request) -> View:
    """The reader of this request."""
    return read_view(request, site_of(request).today())
