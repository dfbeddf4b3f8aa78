"""What the engine computes from the demo people are the figures of the five public documents."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from .test_demo import run_demo

pytestmark = pytest.mark.django_db

# project | day or None for the last | (women, men, total) of its indicators in the order of its document
DOCUMENTS = [
    ("aktywne-centrum", None, [(56, 37, 93), (4, 3, 7), (None, None, 5), (7, 3, 10)]),
    ("aktywne-centrum", date(2022, 9, 30), [(56, 37, 93), (4, 3, 7), (None, None, 4), (4, 2, 6)]),
    ("aktywny-spolecznie", None, [60, 4, 21, 2, 11]),
    ("abc-gospodarki-spolecznej", None, [13, 391, 365, 112, 6, 45, 15, 9, 183, 4, 1346, 1307, 2, 2, 2, 207, 242, 492]),
    ("partnerstwo", None, [25, 25, 3, 3, 13, 12, 1, 1]),
    ("od-wykluczenia-do-aktywizacji", None, [0]),
]


@pytest.fixture(scope="class")
def loaded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        run_demo()
        yield
        transaction.set_rollback(True)


def told(slug, on=None):
    """What the command says of the project, as anyone would read it."""
    out = StringIO()
    call_command("indicators", slug, *(["--on", on.isoformat()] if on else []), "--format", "json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.usefixtures("loaded")
class TestFigures:
    @pytest.mark.parametrize(("slug", "on", "figures"), DOCUMENTS)
    def test_the_engine_says_what_the_document_says(self, slug, on, figures):
        values = [row["value"] for row in told(slug, on)["indicators"][: len(figures)]]
        for value, figure in zip(values, figures, strict=True):
            shown = (value["women"], value["men"], value["total"])
            assert shown == figure if isinstance(figure, tuple) else value["total"] == figure

    @pytest.mark.parametrize("slug", ["aktywne-centrum", "aktywny-spolecznie"])
    def test_every_target_of_the_agreement_is_reached_at_the_end(self, slug):
        targets = [row for row in told(slug)["indicators"] if row["target"]["total"] is not None]
        assert {row["percent"] for row in targets} == {100.0}

    def test_the_thresholds_are_those_of_the_document_and_are_met(self):
        measures = told("aktywny-spolecznie")["effectiveness"]
        thresholds = {(row["measure"], row["group"]): row["threshold"] for row in measures}
        assert thresholds == {
            ("social", "disabled"): 34,
            ("social", "others"): 34,
            ("employment", "disabled"): 12,
            ("employment", "others"): 25,
        }
        assert all(row["met"] for row in measures)

    def test_the_parts_of_the_labour_market_make_the_whole(self):
        values = {row["code"]: row["value"]["total"] for row in told("aktywne-centrum")["indicators"]}
        assert values["CO01"] + values["CO03"] + values["CO05"] == 93

    def test_the_place_to_try_things_has_no_people_and_a_whole_list(self):
        codes = {
            row["code"]: row["value"]["total"] for row in told("aktywizacja-efs-plus")["indicators"] if row["code"]
        }
        assert {f"EECO{number:02}" for number in range(1, 18)} <= set(codes)
        assert set(codes.values()) == {0}
