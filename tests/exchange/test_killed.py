"""A worker killed in the middle of writing: nothing is half-imported, it shows, and the import can be started again."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection

from exchange.importing import carry_out
from exchange.models import State
from participants.models import Participation

from .house import cells, checked

WORKER = """
import django, time
django.setup()
from exchange.importing import carry_out
from exchange.importing.writing import Writer
from exchange.models import ImportRun
write = Writer.write
def slow(self, plans):
    write(self, plans)
    print("written", flush=True)
    time.sleep(60)
Writer.write = slow
carry_out(ImportRun.objects.get(pk={pk}))
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_leaves_nothing_and_the_import_starts_again(smefs):
    run = checked(smefs, *(cells(n) for n in range(20)))
    told = connection.settings_dict
    address = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**told)
    if told["HOST"].startswith("/") or not told["HOST"]:
        address = "postgres://{USER}:{PASSWORD}@/{NAME}?host={HOST}".format(**told)
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    worker = subprocess.Popen([sys.executable, "-c", WORKER.format(pk=run.pk)], stdout=subprocess.PIPE, env=environment)
    with worker:
        assert worker.stdout.readline() == b"written\n"
        run.refresh_from_db()
        assert (run.state, run.is_alive, run.is_interrupted) == (State.WRITING, True, False)
        worker.send_signal(signal.SIGKILL)
    for _ in range(100):
        if not run.is_alive:
            break
        time.sleep(0.05)
    run.refresh_from_db()
    assert (run.state, run.is_interrupted) == (State.WRITING, True)
    assert not Participation.objects.exists()
    assert carry_out(run).state == State.DONE
    assert Participation.objects.count() == 20
