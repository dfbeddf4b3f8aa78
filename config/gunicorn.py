"""How the production server runs: https://docs.gunicorn.org/en/stable/settings.html"""

import os

from config.logs import WithoutPersonalData

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"

# Several processes for several processors, a few threads in each for those who wait for the database.
workers = int(os.environ.get("WEB_CONCURRENCY", 0)) or max(2, min(8, (os.cpu_count() or 1) + 1))
worker_class = "gthread"
threads = 4
# Loaded once and then divided: the start is quicker and the workers share their memory.
preload_app = True
# A PDF of a large project takes some seconds; a worker that is silent for longer is replaced.
timeout = 120
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
control_socket_disable = True

# The way without the query string (names are searched there), no referrer, no address of the caller.
accesslog = "-"
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(M)s ms"
loglevel = "warning"


def on_starting(server):
    """The server's own messages are as careful as the program's."""
    for handler in server.log.error_log.handlers:
        handler.setFormatter(WithoutPersonalData("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for handler in server.log.access_log.handlers:
        handler.setFormatter(WithoutPersonalData("%(message)s"))
