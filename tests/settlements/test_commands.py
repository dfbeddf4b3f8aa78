"""``manage.py submitted``: states, versions, sums and the figures as they were frozen."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from settlements.actions import give_back, submit
from settlements.models import SubmittedReport
from tests.factories import ParticipationFactory, PaymentApplicationFactory, ProjectIndicatorFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_paper")]


@pytest.fixture
def report(project, coordinator):
    ProjectIndicatorFactory(project=project, definition="people", name="", women=6, men=4, total=10)
    ParticipationFactory(project=project)
    application = PaymentApplicationFactory(project=project, number="WNP-001")
    made = submit(application=application, by=coordinator)
    give_back(application=application, by=coordinator, remarks="Proszę poprawić.")
    return made


def said(*args):
    out = StringIO()
    call_command("submitted", *args, stdout=out)
    return out.getvalue()


def test_the_table_has_states_versions_sums_and_figures(report, project):
    text = said(project.slug)
    for words in ("WNP-001", "zwrócony do poprawy", "wersja 1", report.checksum, "1 z 10", "Katarzyna Kowal"):
        assert words in text


def test_the_json_has_the_frozen_figures_whatever_became_of_the_data(report, project):
    ParticipationFactory(project=project)
    data = json.loads(said(project.slug, "--format", "json"))
    (application,) = data["applications"]
    assert (application["number"], application["state"], application["final"]) == ("WNP-001", "returned", False)
    (version,) = application["versions"]
    assert version["checksum"] == SubmittedReport.objects.get().checksum
    (indicator,) = version["indicators"]
    assert indicator["value"]["total"] == 1
    assert indicator["percent"] == 10.0


def test_a_project_without_applications_says_so(project):
    assert "Nie ma jeszcze żadnego wniosku." in said(project.slug)
    assert json.loads(said(project.slug, "--format", "json"))["applications"] == []


def test_an_unknown_project_is_one_sentence_and_status_2():
    with pytest.raises(CommandError, match="Nie ma projektu o adresie „nie-ma”") as refused:
        said("nie-ma")
    assert refused.value.returncode == 2


def test_an_unknown_option_is_one_sentence_and_status_2(project):
    with pytest.raises(CommandError, match="Nie rozumiem polecenia") as refused:
        said(project.slug, "--format", "xml")
    assert refused.value.returncode == 2
