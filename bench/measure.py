"""Prints, in one run on one database: the engine against hand-written SQL, pages against an empty page, the PDF against WeasyPrint,
the authority's file against COPY and against the usual library.

Every figure is the median of several runs taken in turn (A B A B …), and what counts is the ratio.
"""

import argparse
import os
import platform
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402

from accounts.models import User  # noqa: E402
from bench.engine import DEFINITIONS, ON  # noqa: E402
from bench.exchange import measure_exchange  # noqa: E402
from bench.growth import IN_A_PROJECT, grow, table  # noqa: E402
from bench.paper import bare, page_of, whole  # noqa: E402
from bench.picture import picture  # noqa: E402
from bench.timing import in_turn  # noqa: E402
from projects.models import Project  # noqa: E402

PICTURE = Path(settings.BASE_DIR, "docs/img/growth.svg")
SIZES = (10_000, 100_000)  # people, on the way to as many as are asked for


def report(what, first, second, runs, aim):
    show(what, in_turn(first, second, runs), aim)


def show(what, measured, aim):
    ours, least, ratio = measured
    print(f"{what:<66} {ours * 1000:10.1f} ms {least * 1000:10.1f} ms {ratio:7.2f}   (aim {aim})", flush=True)


def measure_engine(size):
    """The two lines of the engine, from the measurement at the full size."""
    for what, measured in [
        (f"one project of {IN_A_PROJECT} among {size.people}", size.one),
        (f"{size.people // IN_A_PROJECT} projects of {size.people} people", size.all),
    ]:
        show(f"all {len(DEFINITIONS)} indicators, {what}", measured, 1.5)


def signed_in(project):
    user = User.objects.create_superuser("operator@example.org", "haslo-do-pomiaru-1")
    client = Client()
    client.force_login(user)
    return client


def get(client, address):
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response


def empty_copy_of(project):
    """The same project without people: its pages hold the shell and a sentence."""
    return Project.objects.create(
        slug="pusty", title="Pusty", programme=project.programme, starts_on=project.starts_on, ends_on=project.ends_on
    )


def measure_pages(project, client):
    empty = reverse("participants:list", args=[empty_copy_of(project).slug])
    for what, name in [("dashboard", "indicators:dashboard"), ("participant list", "participants:list")]:
        address = reverse(name, args=[project.slug])
        what = f"{what} of {project.participations.count()} people, against a page without people"
        report(what, lambda a=address: get(client, a), lambda: get(client, empty), 15, 4)
    report(
        "the same page without people, against a page of text",
        lambda: get(client, empty),
        lambda: get(client, reverse("accounts:help")),
        15,
        "-",
    )


def measure_pdf(project):
    html = page_of(project, ON)
    report(
        "report as PDF from data to bytes, against bare WeasyPrint on its HTML",
        lambda: whole(project, ON),
        lambda: bare(html),
        5,
        1.2,
    )


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=1_000_000)
    options.add_argument("--rows", type=int, default=10_000, help="rows of the authority's file")
    asked = options.parse_args()
    setup_test_environment(debug=False)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        print(
            f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, PostgreSQL {connection.pg_version // 10000}"
        )
        sizes = grow([*(size for size in SIZES if size < asked.people), asked.people])
        projects = list(Project.objects.select_related("programme").order_by("pk"))
        print(f"{'':<66} {'ours':>13} {'least':>13} {'ratio':>7}")
        measure_engine(sizes[-1])
        PICTURE.write_text(picture(sizes), encoding="utf-8")
        print(f"\n{table(sizes)}\ndrawn: {PICTURE.relative_to(settings.BASE_DIR)}\n", flush=True)
        client = signed_in(projects[0])
        measure_pages(projects[0], client)
        measure_pdf(projects[0])
        measure_exchange(asked.rows)
    finally:
        connection.creation.destroy_test_db("wlaczenie", verbosity=0)


if __name__ == "__main__":
    main()
