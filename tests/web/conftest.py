"""Sites over real stores: the shipped cases once per session, and a small made-up plan per test."""

import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.conftest import missing
from tests.web.browsing import context_of
from tests.web.sample import NOW, TODAY, fill

from lantu import actions
from lantu.store import Store
from lantu.web import create_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

Open = Callable[[Store], TestClient]


def app_of(store: Store, today: date = TODAY) -> FastAPI:
    return create_app(store, lambda: today, secret="test", now=lambda: NOW)


def client_of(store: Store, today: date = TODAY) -> TestClient:
    return TestClient(app_of(store, today), raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture(scope="session")
def real_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The shipped cases with every plan judged as of today."""
    path = tmp_path_factory.mktemp("site") / "real.db"
    with Store.open(f"sqlite:///{path}") as store:
        actions.prepare(store, "local", NOW)
        with store.read() as reader:
            plans = reader.plans()
        for plan in plans:
            actions.judge(store, plan.id, TODAY, "local", NOW)
        yield store


@pytest.fixture(scope="session")
def real_app(real_store: Store) -> FastAPI:
    return app_of(real_store)


@pytest.fixture
def real_site(real_app: FastAPI) -> TestClient:
    """A new browser, so to say: no test inherits another's cookies."""
    return TestClient(real_app, raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def sample_store(sqlite_store: Store) -> Store:
    return fill(sqlite_store, with_text=True)


@pytest.fixture
def sample_site(sample_store: Store) -> TestClient:
    return client_of(sample_store)


@pytest.fixture
def open_site() -> Open:
    return client_of


@pytest.fixture(scope="session")
def templates(root: Path) -> Path:
    return root / "src/lantu/web/templates"


def chromium() -> str | None:
    """Path of a Chromium on this machine, None when there is none."""
    wanted = os.environ.get("LANTU_CHROMIUM")
    return wanted or next(
        (
            found
            for name in ("chromium", "chromium-browser", "google-chrome")
            if (found := shutil.which(name))
        ),
        None,
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each opens windows of its own."""
    path = chromium()
    if path is None:
        missing("Chromium not found: apt-get install chromium, or name it in LANTU_CHROMIUM")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A wide window."""
    context = context_of(browser)
    yield context.new_page()
    context.close()
