"""The site: server-rendered pages that read without JavaScript."""

from lantu.web.app import create_app

__all__ = ["create_app"]
