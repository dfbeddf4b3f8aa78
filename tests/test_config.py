"""Logs without personal data, the caller behind a proxy, the names of collected files, the headers of every answer."""

import logging
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.db import IntegrityError, connection
from django.http import HttpRequest
from django.test import override_settings

from config.logs import WithoutPersonalData
from config.proxy import client_address
from config.static import CollectedFiles

ROOT = Path(__file__).resolve().parent.parent


def log_line(message, *args, exc_info=None):
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, args, exc_info)
    return WithoutPersonalData("%(levelname)s %(name)s: %(message)s").format(record)


def test_a_query_string_stays_out_of_the_log():
    line = log_line(
        "Error handling request %s %s", "GET", "/projekty/aktywni/uczestnicy/?szukaj=Kowalska&pesel=44051401359"
    )
    assert line == "ERROR django.request: Error handling request GET /projekty/aktywni/uczestnicy/"


@pytest.mark.django_db
def test_the_row_that_the_database_refused_stays_out_of_the_log():
    def insert():
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE person (pesel text UNIQUE)")
            cursor.execute("INSERT INTO person VALUES ('44051401359'), ('44051401359')")

    with pytest.raises(IntegrityError, match="44051401359") as refused:
        insert()
    line = log_line("Internal Server Error: /", exc_info=(refused.type, refused.value, refused.tb))
    assert "44051401359" not in line.replace("VALUES ('44051401359'), ('44051401359')", "")  # this file's own code
    assert "UniqueViolation" in line
    assert "IntegrityError" in line
    assert "in insert" in line


def request_with(**meta):
    request = HttpRequest()
    request.META = meta
    return request


def test_only_the_address_that_the_nearest_proxy_added_is_believed():
    request = request_with(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.9")
    assert client_address(request) == "203.0.113.9"
    assert client_address(request_with(REMOTE_ADDR="10.0.0.1")) == "10.0.0.1"


def test_collected_files_have_names_that_change_with_their_content(tmp_path):
    with override_settings(STATIC_ROOT=tmp_path):
        (tmp_path / "page.css").write_text("body { color: black }")
        storage = CollectedFiles(location=tmp_path)
        list(storage.post_process({"page.css": (StaticFilesStorage(location=tmp_path), "page.css")}))
        first = storage.url("page.css")
        assert first not in ("/static/page.css", "")
        assert (tmp_path / first.removeprefix("/static/")).read_text() == "body { color: black }"
        assert storage.url("not-collected.css") == "/static/not-collected.css"


def test_every_answer_says_what_a_browser_may_do(client):
    response = client.get("/")
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answered(address):
    """Whether the server gave any answer, be it an error page."""
    try:
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=5).close()
    except urllib.error.HTTPError as error:
        error.close()
    except OSError:
        return False
    return True


def test_the_production_server_logs_the_way_but_not_what_was_searched_for():
    port = free_port()
    environment = os.environ | {
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "DEBUG": "0",
        "ALLOWED_HOSTS": "127.0.0.1",
        "WEB_CONCURRENCY": "1",
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        deadline = time.monotonic() + 60
        while not answered(f"http://127.0.0.1:{port}/nie-ma-takiej-strony?szukaj=Kowalska"):
            assert server.poll() is None, server.stdout.read()
            assert time.monotonic() < deadline
            time.sleep(0.1)
    finally:
        server.terminate()
        output, _ = server.communicate(timeout=60)
    assert "GET /nie-ma-takiej-strony " in output
    assert "Kowalska" not in output
    assert "127.0.0.1 " not in output
