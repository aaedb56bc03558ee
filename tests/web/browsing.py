"""What tests in a real browser share: a running site, a browser window, and what is looked for on a page."""

import socket
import threading
import time
from collections.abc import Iterator

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page


def serve(app) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def context_of(browser: Browser, width: int = 1280, **more: object) -> BrowserContext:
    return browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN", **more)  # type: ignore[arg-type]


def overflow(page: Page) -> list[str]:
    """Elements that stick out of the window to the right, when the page itself can be scrolled sideways."""
    return page.evaluate(
        """() => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5)
            .map(e => e.outerHTML.slice(0, 120)).slice(0, 5).concat('page is wider than the window');
        }"""
    )


def unfold(page: Page) -> None:
    """Open everything that can be opened."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Serious faults for people who use a screen reader or a keyboard."""
    from axe_playwright_python.sync_playwright import Axe

    return [
        (one["id"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in Axe().run(page).response["violations"]
        if one["impact"] in ("serious", "critical")
    ]
