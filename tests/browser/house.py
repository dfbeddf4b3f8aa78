"""What browser tests stand on: the program behind a real port, a database that keeps what is written until it is emptied."""

import threading
from contextlib import contextmanager

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.signals import got_request_exception
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX
from django.test import modify_settings

HOST = "127.0.0.1"


class Silent(WSGIRequestHandler):
    """Serves without a line for every request."""

    def log_message(self, *args):
        pass


class Server:
    """The program as production serves it, in threads of this process; ``failures`` are exceptions of its views."""

    def __init__(self):
        from config.wsgi import application

        self.failures = []
        self.httpd = ThreadedWSGIServer((HOST, 0), Silent)
        self.httpd.set_app(application)
        self.url = f"http://{HOST}:{self.httpd.server_port}"
        self.thread = threading.Thread(target=self.httpd.serve_forever, daemon=True)

    @contextmanager
    def running(self):
        got_request_exception.connect(self.remember)
        self.thread.start()
        with modify_settings(ALLOWED_HOSTS={"append": HOST}):
            yield self
        self.httpd.shutdown()
        self.httpd.server_close()
        self.thread.join()
        got_request_exception.disconnect(self.remember)

    def remember(self, sender, request, **kwargs):
        import sys

        self.failures.append((request.path, sys.exc_info()[1]))


class RealDatabase:
    """The test database with real commits. Emptied afterwards, except for what migrations had put there."""

    def __init__(self, blocker):
        self.blocker = blocker
        if not connection.settings_dict["NAME"].startswith(TEST_DATABASE_PREFIX):
            raise RuntimeError("no test database was made: nothing is emptied here")
        with blocker.unblock():
            self.tables = [table for table in connection.introspection.table_names() if self.is_empty(table)]

    @staticmethod
    def is_empty(table):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT NOT EXISTS (SELECT FROM {connection.ops.quote_name(table)})")
            return cursor.fetchone()[0]

    @contextmanager
    def open(self):
        """Reads and writes are real inside, and gone afterwards."""
        with self.blocker.unblock():
            try:
                yield
            finally:
                self.empty()

    def empty(self):
        names = ", ".join(map(connection.ops.quote_name, self.tables))
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
        connection.close()
