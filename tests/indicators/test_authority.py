"""What the authority measures: recorded with its day and document, shown as such, never computed."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from indicators.as_json import report_data
from indicators.models import AuthorityValue
from indicators.queries import Figure
from indicators.reports import ProgressReport

from ..factories import (
    AuthorityValueFactory,
    OutcomeFactory,
    ParticipationFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
)

ENTRY = {
    "key": "CR06",
    "measured_on": "30.09.2024",
    "women": "3",
    "men": "2",
    "total": "",
    "source": "pismo WZ-12/2024 z 14.10.2024",
    "note": "",
}


def url(project, name="authority_values", *args):
    return reverse(f"indicators:{name}", args=[project.slug, *args])


def row(project, key, on):
    return ProgressReport.build(project, on).row(key)


def test_until_it_is_recorded_there_is_no_value(project):
    """She works six months after leaving, and still nothing is counted."""
    person = ParticipationFactory(
        project=project, entered_on=date(2024, 1, 8), left_on=date(2024, 2, 2), exit_reason="completed"
    )
    OutcomeFactory(participation=person, kind="employment", obtained_on=date(2024, 2, 5))
    for key in ("CR06", "CR07", "CR08", "CR09"):
        found = row(project, key, date(2024, 12, 31))
        assert found.value == Figure(None, None, None)
        assert found.percent is None
    assert row(project, "CR04", date(2024, 12, 31)).value.total == 1


@pytest.mark.parametrize(
    ("on", "value", "document"),
    [
        (date(2024, 8, 31), Figure(None, None, None), ""),
        (date(2024, 9, 30), Figure(2, 1, 3), "pismo 1"),
        (date(2025, 3, 30), Figure(2, 1, 3), "pismo 1"),
        (date(2025, 3, 31), Figure(None, None, 5), "pismo 2"),
    ],
)
def test_the_value_on_a_day_is_the_newest_measurement_until_that_day(project, on, value, document):
    AuthorityValueFactory(project=project, measured_on=date(2024, 9, 30), source="pismo 1")
    AuthorityValueFactory(
        project=project, measured_on=date(2025, 3, 31), women=None, men=None, total=5, source="pismo 2"
    )
    AuthorityValueFactory(project=project, key="CR07", measured_on=date(2024, 9, 30), women=0, men=1, total=1)
    found = row(project, "CR06", on)
    assert (found.value, found.counted.document) == (value, document)
    assert found.counted.period is None


def test_values_of_another_project_are_its_own(project):
    AuthorityValueFactory()
    assert row(project, "CR06", date(2026, 12, 31)).value.total is None


def test_a_target_of_six_months_is_measured_by_what_the_authority_told(project):
    ProjectIndicatorFactory(
        project=project, definition="at_risk_working_later", kind="result", counts="authority", total=4
    )
    AuthorityValueFactory(project=project, key="at_risk_working_later", measured_on=date(2024, 9, 30))
    found = row(project, "at_risk_working_later", date(2024, 12, 31))
    assert (found.percent, found.short_of) == (75, 1)
    before = row(project, "at_risk_working_later", date(2024, 8, 31))
    assert (before.percent, before.is_reached) == (None, False)


def test_the_command_line_shows_it_and_no_period_of_it(project, capsys):
    ProjectIndicatorFactory(
        project=project, definition="at_risk_working_later", kind="result", counts="authority", total=4
    )
    AuthorityValueFactory(project=project, key="at_risk_working_later", measured_on=date(2024, 9, 30))
    call_command("indicators", project.slug, "--on", "2024-12-31", "--since", "2024-07-01")
    row = next(line for line in capsys.readouterr().out.splitlines() if "75,00" in line)
    assert row.split()[-10:] == ["–", "–", "4", "–", "–", "–", "2", "1", "3", "75,00"]


def test_the_data_hold_what_the_paper_and_the_workbook_show(project):
    AuthorityValueFactory(project=project, measured_on=date(2024, 9, 30), source="pismo 1")
    report = ProgressReport.build(project, date(2024, 12, 31), date(2024, 7, 1))
    told = {row["code"]: row for row in report_data(report)["indicators"]}
    assert told["CR06"]["value"] == {"women": 2, "men": 1, "total": 3}
    assert (told["CR06"]["measured_on"], told["CR06"]["document"]) == ("2024-09-30", "pismo 1")
    assert "CR07" not in told


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"key": ""}, "authority_value_of_an_indicator"),
        ({"source": ""}, "authority_value_has_source"),
        ({"measured_on": date(2200, 1, 1)}, "authority_value_not_in_future"),
        ({"women": 2, "men": 2, "total": 3}, "authority_value_parts_fit"),
        ({"women": 4, "men": None, "total": 3}, "authority_value_parts_fit"),
        ({"measured_on": date(2024, 9, 30)}, "authority_value_once"),
    ],
)
def test_the_database_refuses_what_cannot_be(project, wrong, name):
    AuthorityValueFactory(project=project, measured_on=date(2024, 9, 30))
    with transaction.atomic(), pytest.raises(IntegrityError, match=name):
        AuthorityValueFactory(project=project, **({"measured_on": date(2025, 9, 30)} | wrong))
    assert AuthorityValue.objects.count() == 1


def test_a_value_is_recorded_changed_and_taken_out(project, coordinator, client_of):
    client = client_of(coordinator)
    page = client.post(url(project, "authority_value_add"), ENTRY, follow=True)
    assert "Zapisano wartość 5 z dnia 30.09.2024." in page.text
    assert "pismo WZ-12/2024 z\xa014.10.2024" in page.text.replace("&nbsp;", "\xa0")
    value = project.authority_values.get()
    assert (value.women, value.men, value.total) == (3, 2, 5)
    page = client.post(
        url(project, "authority_value_edit", value.pk), ENTRY | {"women": "", "men": "", "total": "7"}, follow=True
    )
    assert "Zapisano wartość 7 z dnia 30.09.2024." in page.text
    page = client.post(url(project, "authority_value_remove", value.pk), follow=True)
    assert "Usunięto wartość z dnia 30.09.2024." in page.text
    assert not AuthorityValue.objects.exists()


def test_a_form_sent_twice_makes_one_value(project, coordinator, client_of):
    client = client_of(coordinator)
    sent = ENTRY | {"submission": "5f2d9e6c-6a68-4f0c-9a75-7e2f3f0f5a11"}
    for _ in range(2):
        assert client.post(url(project, "authority_value_add"), sent).status_code == 302
    assert project.authority_values.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"key": ""}, "To pole jest wymagane."),
        ({"key": "CO01"}, "Wybierz poprawną wartość."),
        ({"measured_on": ""}, "To pole jest wymagane."),
        ({"measured_on": "31.12.2023"}, "Projekt zaczął się dopiero 01.01.2024."),
        ({"source": ""}, "To pole jest wymagane."),
        ({"men": ""}, "Podaj wartość ogółem albo osobno kobiety i mężczyzn."),
        ({"total": "9"}, "Kobiety i mężczyźni nie zgadzają się z wartością ogółem."),
        ({"women": "-1"}, "0"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(wrong, sentence, project, coordinator, client_of):
    page = client_of(coordinator).post(url(project, "authority_value_add"), ENTRY | wrong)
    assert page.status_code == 200
    assert sentence in page.text.replace("&nbsp;", " ").replace("\xa0", " ")
    assert not project.authority_values.exists()


def test_what_is_not_measured_yet_is_not_recorded(project, coordinator, client_of):
    tomorrow = timezone.localdate() + timedelta(days=1)
    sent = ENTRY | {"measured_on": f"{tomorrow:%d.%m.%Y}"}
    assert "Dzień pomiaru jeszcze nie nadszedł." in client_of(coordinator).post(
        url(project, "authority_value_add"), sent
    ).text.replace("&nbsp;", " ").replace("\xa0", " ")


def test_the_same_day_twice_is_refused(project, coordinator, client_of):
    AuthorityValueFactory(project=project, measured_on=date(2024, 9, 30))
    page = client_of(coordinator).post(url(project, "authority_value_add"), ENTRY)
    assert "Wartość tego wskaźnika z tego dnia już jest zapisana." in page.text.replace("\xa0", " ")


@pytest.mark.parametrize("name", ["authority_value_edit", "authority_value_remove"])
def test_a_value_of_another_project_is_not_found(name, project, coordinator, client_of):
    foreign = AuthorityValueFactory()
    assert client_of(coordinator).post(url(project, name, foreign.pk), ENTRY).status_code == 404


def test_the_page_says_who_measures_and_who_only_reads_has_no_doors(project, coordinator, controller, client_of):
    page = client_of(coordinator).get(url(project)).text.replace("\xa0", " ")
    assert page.count("Mierzy instytucja. Wartości jeszcze nie zapisano.") == 4
    assert "?key=CR09" in page
    value = AuthorityValueFactory(project=project)
    page = client_of(controller).get(url(project)).text.replace("\xa0", " ")
    assert value.source in page
    assert url(project, "authority_value_edit", value.pk) not in page


def test_a_project_of_its_own_indicators_has_nothing_to_record(coordinator, client_of, operator):
    own = ProjectFactory(period="national")
    page = client_of(operator).get(url(own)).text.replace("\xa0", " ")
    assert "nie ma wskaźników, które mierzy instytucja" in page


def test_the_page_of_the_report_says_that_the_authority_measures(project, coordinator, client_of):
    page = client_of(coordinator).get(reverse("indicators:reports", args=[project.slug]), {"on": "2024-12-31"})
    assert page.text.count(">mierzy instytucja<") == 4
    AuthorityValueFactory(project=project, measured_on=date(2024, 9, 30), source="pismo 1")
    page = client_of(coordinator).get(reverse("indicators:reports", args=[project.slug]), {"on": "2024-12-31"})
    assert "zmierzyła instytucja, 30.09.2024: pismo 1" in page.text.replace("\xa0", " ")
    assert page.text.count(">mierzy instytucja<") == 3


@pytest.mark.parametrize("many", [1, 60])
def test_the_page_asks_few_questions(many, project, coordinator, client_of, django_assert_max_num_queries):
    for n in range(many):
        AuthorityValueFactory(project=project, measured_on=date(2024, 3, 1) + timedelta(days=n))
    client = client_of(coordinator)
    with django_assert_max_num_queries(12):
        assert client.get(url(project)).status_code == 200
