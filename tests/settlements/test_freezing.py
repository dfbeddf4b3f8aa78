"""Submitting freezes the report whole: figures, people, definitions, files; it stays as it is, byte for byte."""

import hashlib
import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indicators.as_json import report_data
from indicators.models import EffectivenessRules, Register
from indicators.reports import ProgressReport
from settlements.actions import give_back, submit
from settlements.comparing import compare
from settlements.frozen import shown
from settlements.models import FrozenMembers, SubmittedFile, SubmittedReport
from settlements.sides import of_now, of_report
from settlements.taking import Disagreement
from tests.factories import (
    AuthorityValueFactory,
    EffectivenessThresholdFactory,
    OutcomeFactory,
    ParticipationFactory,
    PaymentApplicationFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    SubmittedReportFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(project):
    """A project with targets of people and of things, a woman who left with a qualification, a man, a draft."""
    ProjectIndicatorFactory(project=project, definition="people", name="", women=6, men=4, total=10)
    ProjectIndicatorFactory(project=project, definition="CR03", name="", kind="result", total=3)
    ProjectIndicatorFactory(
        project=project,
        name="liczba środowisk",
        unit="szt.",
        counts="register",
        register="community",
        words=[],
        total=2,
    )
    EffectivenessThresholdFactory(project=project)
    RegisterEntryFactory(project=project)
    left = ParticipationFactory(project=project, left=True)
    OutcomeFactory(participation=left, kind="qualification", is_validated=True)
    man = ParticipationFactory(project=project, person__sex="M", person__first_name="Jan")
    ParticipationFactory(project=project, draft=True)
    return {"left": left, "man": man}


@pytest.fixture
def application(project, people):
    return PaymentApplicationFactory(project=project, until=project.ends_on, number="WNP-001")


@pytest.fixture
def report(application, coordinator):
    return SubmittedReportFactory(application=application, submitted_by=coordinator)


def indicator(report, key):
    return next(told for told in report.data["indicators"] if told["key"] == key)


def test_the_frozen_figures_are_those_of_the_report_of_that_day(report, project):
    live = report_data(ProgressReport.build(project, report.on, report.since))
    frozen = json.loads(report.content, parse_float=Decimal)
    for was, told in zip(live["indicators"], frozen["indicators"], strict=True):
        assert {name: told[name] for name in was} == was
    assert frozen["effectiveness"][0]["denominator"] == live["effectiveness"][0]["denominator"]


def test_the_members_of_every_figure_are_frozen_with_it(report, people):
    held = {(row.key, row.part): row for row in report.members.all()}
    value = held["people", "value"]
    assert value.women == [people["left"].pk]
    assert value.men == [people["man"].pk]
    assert held["CR03", "value"].women == [people["left"].pk]
    things = held[indicator_key(report), "value"].things
    assert [(thing["name"], thing["evidence"]) for thing in things] == [
        (things[0]["name"], "protokół z diagnozy środowiska")
    ]


def indicator_key(report):
    return next(told["key"] for told in report.data["indicators"] if told["name"] == "liczba środowisk")


def test_definitions_and_targets_stand_in_the_content_as_they_held(report, project):
    told = indicator(report, "people")
    assert told["definition"] == 1
    assert told["target"]["total"] == 10
    assert told["words"]
    assert all("{" not in word for word in told["words"])
    project.indicators.filter(definition="people").update(total=50, women=None, men=None)
    assert indicator(SubmittedReport.objects.get(pk=report.pk), "people")["target"]["total"] == 10


def test_what_the_authority_told_is_frozen_compared_and_under_the_sum(application, project, coordinator):
    """The paper and the workbook of the report show it, so its content does too."""
    value = AuthorityValueFactory(project=project, key="CR06", measured_on=application.since, source="pismo 1")
    report = SubmittedReportFactory(application=application, submitted_by=coordinator)
    told = indicator(report, "CR06")
    assert told["value"] == {"women": 2, "men": 1, "total": 3}
    assert (told["measured_on"], told["document"], told["promised"]) == (
        application.since.isoformat(),
        "pismo 1",
        False,
    )
    assert [thing["name"] for thing in report.members.get(key="CR06", part="value").things] == ["pismo 1"]
    assert all(each["key"] != "CR07" for each in report.data["indicators"])
    value.total, value.men = 4, 2
    value.save()
    rows = {row.key: row for row in compare(of_report(report), of_now(project, report.on)).differing}
    assert rows["CR06"].difference == 1


@pytest.mark.parametrize(("key", "number"), [("CO20", 1), ("CR06", 9)])
def test_the_page_behind_a_frozen_figure_of_things_says_that_figure(application, project, coordinator, key, number):
    """Two proofs of one trait are one project; two measurements of the authority are the value of the newest."""
    for day in (application.since, application.since + timedelta(days=90)):
        RegisterEntryFactory(project=project, register=Register.BY_SOCIAL_PARTNERS, happened_on=day)
        AuthorityValueFactory(project=project, key="CR06", measured_on=day, women=5, men=4, total=9)
    report = SubmittedReportFactory(application=application, submitted_by=coordinator)
    project.allowed = frozenset()
    page = shown(project, report, key, {})
    assert indicator(report, key)["value"]["total"] == number
    assert page.sentence == f"W tym sprawozdaniu policzono: {number}."
    assert page.parts[0].total == number


def test_the_page_of_a_report_shows_what_the_authority_told(application, project, coordinator, client_of):
    AuthorityValueFactory(project=project, key="CR06", measured_on=application.since, women=5, men=4, total=9)
    report = SubmittedReportFactory(application=application, submitted_by=coordinator)
    client = client_of(coordinator)
    assert ">9</a>" in client.get(report.get_absolute_url()).text
    assert client.get(reverse("settlements:members", args=[project.slug, report.pk, "CR06"])).status_code == 200


def test_the_rules_by_which_effectiveness_was_measured_are_frozen_with_it(report, project):
    told = report.data["effectiveness"][0]["rules"]
    assert list(told) == ["numerator", "denominator", "pending", "excluded"]
    assert all(sentence and "{" not in sentence for sentences in told.values() for sentence in sentences)
    EffectivenessRules.objects.filter(project=project).update(social_waits=True)
    now = of_now(project, report.on).told[report.data["effectiveness"][0]["key"]]["rules"]
    assert now["denominator"] != told["denominator"]
    assert now["numerator"] == told["numerator"]


def test_the_sum_is_that_of_the_content_and_stands_in_every_file(report):
    assert report.checksum == hashlib.sha256(report.content.encode()).hexdigest()
    assert {file.form for file in report.files.all()} == {"pdf", "xlsx", "csv"}
    for file in report.files.all():
        assert file.sha256 == hashlib.sha256(bytes(file.content)).hexdigest()


def test_it_prints_again_byte_for_byte_the_same(report, project, client_of, controller):
    def files():
        client = client_of(controller)
        addresses = [
            reverse("settlements:report_file", args=[project.slug, report.pk, ext])
            for ext in ("pdf", "xlsx", "csv", "json")
        ]
        return [client.get(address).content for address in addresses]

    first = files()
    ParticipationFactory(project=project)
    project.title = "Inny tytuł"
    project.save()
    assert files() == first
    assert hashlib.sha256(first[3]).hexdigest() == report.checksum


def test_freezing_twice_makes_two_versions_and_leaves_the_first(application, coordinator, project):
    first = submit(application=application, by=coordinator)
    content = first.content
    give_back(application=application, by=coordinator, remarks="Proszę poprawić.")
    ParticipationFactory(project=project)
    second = submit(application=application, by=coordinator)
    assert (first.version, second.version) == (1, 2)
    assert SubmittedReport.objects.get(pk=first.pk).content == content
    assert indicator(second, "people")["value"]["total"] == indicator(first, "people")["value"]["total"] + 1


@pytest.mark.parametrize("model", [SubmittedReport, FrozenMembers, SubmittedFile])
def test_the_database_refuses_to_change_or_delete_what_was_submitted(model, report):
    field = {"SubmittedReport": "version", "FrozenMembers": "key", "SubmittedFile": "form"}[model.__name__]
    for change in (lambda rows: rows.update(**{field: "7"}), lambda rows: rows._raw_delete("default")):
        with pytest.raises(InternalError, match="never changed"), transaction.atomic():
            change(model.objects.all())


def test_figures_that_never_agree_with_their_people_are_not_frozen(application, coordinator, monkeypatch):
    monkeypatch.setattr(
        "settlements.taking.members_by_sex", lambda project, conditions, on: {n: {} for n in conditions}
    )
    with pytest.raises(Disagreement):
        submit(application=application, by=coordinator)
    assert not SubmittedReport.objects.exists()
    application.refresh_from_db()
    assert application.state == "draft"


def test_the_report_follows_that_of_the_application_before_it(report, project, coordinator):
    earlier = report
    following = PaymentApplicationFactory(
        project=project, since=earlier.on + timedelta(days=1), until=earlier.on + timedelta(days=90)
    )
    assert submit(application=following, by=coordinator).previous == earlier


def test_a_freeze_takes_as_many_statements_for_few_people_as_for_many(project, people):
    counts = []
    for more in (0, 12):
        ParticipationFactory.create_batch(more, project=project)
        since = project.starts_on + timedelta(days=len(counts) * 40)
        application = PaymentApplicationFactory(project=project, since=since, until=since + timedelta(days=30))
        with CaptureQueriesContext(connection) as queries:
            submit(application=application, by=UserFactory())
        counts.append(len(queries))
    assert counts[0] + 1 >= counts[1]
    assert counts[1] <= 45
