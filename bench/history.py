"""What the history costs: the same writing with its triggers on and off, in turns, on the same database."""

import statistics
import time
from contextlib import contextmanager

from django.db import connection

from accounts.acting import acting
from bench.exchange import SLUG, bring, make_project, wipe
from participants.history import changes
from participants.history.registry import KINDS
from participants.models import Participation
from projects.models import Project

SAVED = 300


@contextmanager
def triggers(word):
    """The triggers of the history of every table enabled or not, for the block; enabled after it."""
    _say(word)
    try:
        yield
    finally:
        _say("ENABLE")


def _say(word):
    with connection.cursor() as cursor:
        for table in KINDS:
            for trigger in ("history_added", "history_changed", "history_removed"):
                cursor.execute(f"ALTER TABLE {table} {word} TRIGGER {trigger}")


def save_people(project, names):
    """A person and her participation saved as a form saves them, in milliseconds each."""
    found = list(project.participations.select_related("person").order_by("pk")[:SAVED])
    began = time.perf_counter()
    with acting(how="form"):
        for one in found:
            one.person.first_name = next(names)
            one.person.save()
            one.support_range = one.person.first_name
            one.save()
    return (time.perf_counter() - began) / len(found) * 1000


def measure_history(rows=10_000, runs=3):
    """Prints the lines of the table; leaves the database without these people."""
    project = Project.objects.filter(slug=SLUG).first() or make_project()
    names = (f"Imię{n}" for n in range(10**9))
    took = {word: ([], []) for word in ("DISABLE", "ENABLE")}
    for _ in range(runs):
        for word, (imports, saves) in took.items():
            with triggers(word):
                began = time.perf_counter()
                bring(project, rows)
                imports.append((time.perf_counter() - began) * 1000)
                saves.append(save_people(project, names))
            if word == "DISABLE":
                wipe(project)
        keys = list(Participation.objects.filter(project=project).order_by("pk").values_list("pk", flat=True))
        began = time.perf_counter()
        told = sum(map(len, changes(keys).values()))
        read = time.perf_counter() - began
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*), pg_total_relation_size('accounts_changelog') FROM accounts_changelog")
            entries, size = cursor.fetchone()
        wipe(project)
    for what, place in ((f"import of {rows} rows", 0), ("a person and her participation saved", 1)):
        on, off = (statistics.median(took[word][place]) for word in ("ENABLE", "DISABLE"))
        print(f"{f'{what}, with history and without':<66} {on:10.1f} ms {off:10.1f} ms {on / off:7.2f}", flush=True)
    print(f"{f'{told} changes of {len(keys)} people read back':<66} {read * 1000:10.1f} ms", flush=True)
    print(f"{entries} entries of the log take {size / 2**20:.1f} MB with their index", flush=True)
