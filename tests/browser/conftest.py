"""A real browser on a real server with a real database, one of each per worker."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from .house import RealDatabase, Server
from .visits import Visits

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium (or the one that CHROMIUM names), without a window."""
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def transactional_db(django_db_setup, django_db_blocker):
    """The worker's database, with commits that the server's threads see.

    By this name pytest-django knows that a test needs a database at all, and runs it after those that roll back.
    """
    return RealDatabase(django_db_blocker)


@pytest.fixture(scope="session")
def server(transactional_db, settings_of_tests, strictness):
    """The program, served."""
    with Server().running() as server:
        yield server


@pytest.fixture
def db(transactional_db):
    """For tests in a browser: what is written is there for everybody, and gone after the test."""
    with transactional_db.open():
        yield


@pytest.fixture
def visit(request, chromium, server):
    """``visit(user)`` opens a window signed in as the user; the test fails when any page of it misbehaves."""
    if "db" in request.fixturenames:
        request.getfixturevalue("db")  # windows close before the database is emptied
    visits = Visits(chromium, server)
    yield visits
    assert visits.close() == []
