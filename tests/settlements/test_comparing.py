"""Two reports side by side: the difference of each figure, who came and went, and which field of whom was changed, by whom."""

from datetime import date

import pytest
from django.http import Http404
from django.test import RequestFactory

from accounts.acting import acting
from settlements.actions import give_back, submit
from settlements.choosing import Choice
from settlements.doors import of_report
from settlements.figures import table_of
from tests.factories import (
    ParticipationFactory,
    PaymentApplicationFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    make_pesel,
)

from .house import OLD, YOUNG, compared, corrected, rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_paper")]


def test_two_versions_differ_by_who_was_added_between_them(two_years, first, zaneta, coordinator):
    told = submit(application=first, by=coordinator)
    give_back(application=first, by=coordinator, remarks="Brakuje osoby.")
    late = ParticipationFactory(project=two_years, person__sex="M", entered_on=date(2022, 3, 1))
    second = submit(application=first, by=coordinator)
    comparison = compared(two_years, first=told.pk, to=second.pk)
    assert rows_of(comparison)["people"].moves[0].came == [late.pk]
    assert comparison.numbers == [late.pk]
    back = compared(two_years, first=second.pk, to=told.pk)
    assert rows_of(back)["people"].moves[0].went == [late.pk]


def test_between_two_days_who_came_with_time_is_no_correction(two_years, first, zaneta, coordinator):
    told = submit(application=first, by=coordinator)
    ParticipationFactory(project=two_years, entered_on=date(2022, 9, 1))
    following = PaymentApplicationFactory(project=two_years, since=date(2022, 7, 1), until=date(2022, 12, 31))
    second = submit(application=following, by=coordinator)
    comparison = compared(two_years, first=told.pk, to=second.pk)
    assert not comparison.is_same_day
    assert rows_of(comparison)["people"].difference == 1
    assert comparison.passed + len(comparison.numbers) == 1


def test_a_thing_that_came_is_named(two_years, first, coordinator):
    ProjectIndicatorFactory(
        project=two_years, name="liczba środowisk", counts="register", register="community", words=[]
    )
    report = submit(application=first, by=coordinator)
    RegisterEntryFactory(project=two_years, name="osiedle Wschód", happened_on=date(2022, 2, 2))
    row = next(
        row for row in compared(two_years, first=report.pk, to="now").differing if row.name == "liczba środowisk"
    )
    assert (row.difference, row.moves[0].things_came) == (1, ["osiedle Wschód"])


def test_a_changed_target_stands_in_the_comparison(two_years, first, coordinator):
    report = submit(application=first, by=coordinator)
    two_years.indicators.filter(definition="people").update(women=7, men=5, total=12)
    comparison = compared(two_years, first=report.pk, to="now")
    (row,) = comparison.other_rules
    assert (row.key, row.target) == ("people", ("10", "12 (7 K, 5 M)"))
    assert row.definition is None


def test_changed_words_of_an_own_indicator_stand_in_the_comparison(two_years, first, zaneta, coordinator):
    own = ProjectIndicatorFactory(project=two_years, name="osoby, które weszły", words=["entered"])
    report = submit(application=first, by=coordinator)
    content = report.data
    told = next(each for each in content["indicators"] if each["key"] == f"own-{own.pk}")
    assert told["words"] == ["rozpoczęła udział nie później niż 30.06.2022"]
    assert told["definition"] >= 1


# --- why the value from the beginning is not the sum


def test_a_correction_of_earlier_data_stands_beside_the_sum_and_opens_to_the_person(
    two_years, first, zaneta, coordinator
):
    submit(application=first, by=coordinator)
    corrected(zaneta.person, OLD, coordinator)
    ParticipationFactory(project=two_years, entered_on=date(2022, 8, 1), person__birth_date=date(1961, 5, 6))
    following = PaymentApplicationFactory(project=two_years, since=date(2022, 7, 1), until=date(2022, 9, 30))
    for second in (f"before-{following.pk}", f"start-{submit(application=following, by=coordinator).pk}"):
        comparison = compared(two_years, to=second)
        assert comparison.is_same_day
        assert rows_of(comparison)["CO06"].difference == -1
        assert comparison.numbers == [zaneta.pk]


def test_the_drift_of_every_line_is_value_less_period_less_what_was_told(two_years, first, zaneta, coordinator):
    told = submit(application=first, by=coordinator)
    ParticipationFactory(project=two_years, entered_on=date(2022, 3, 1), person__birth_date=YOUNG)  # entered late
    ParticipationFactory(project=two_years, entered_on=date(2022, 8, 1), person__birth_date=YOUNG)
    following = PaymentApplicationFactory(project=two_years, since=date(2022, 7, 1), until=date(2022, 9, 30))
    second = submit(application=following, by=coordinator)
    table = table_of(second.data, second.previous, of_report(second))
    sums = {each["key"]: each["value"]["total"] for each in told.data["indicators"]}
    for line in table.lines:
        assert line.drift == line.value.total - line.period.total - sums[line.key]
    drifts = {line.key: line.drift for line in table.drifted}
    assert drifts["people"] == drifts["CO06"] == 1


def test_a_corrected_sex_is_a_difference_though_the_total_is_the_sum(
    two_years, first, zaneta, coordinator, operator, client_of
):
    """Women and men of the period and of last time are not those from the beginning: it is shown."""
    submit(application=first, by=coordinator)
    with acting(user=coordinator.pk, how="form"):
        zaneta.person.sex, zaneta.person.pesel = "M", make_pesel(YOUNG, "M", 4322)
        zaneta.person.save()
    following = PaymentApplicationFactory(project=two_years, since=date(2022, 7, 1), until=date(2022, 9, 30))
    page = client_of(operator).get(following.get_absolute_url()).text.replace("&nbsp;", " ").replace("\xa0", " ")
    assert "Po poprzednim wniosku zmieniły się wcześniejsze dane." in page
    assert ">K −1, M +1</a>" in page
    second = submit(application=following, by=coordinator)
    table = table_of(second.data, second.previous, of_report(second))
    line = next(line for line in table.drifted if line.key == "people")
    assert (line.drift, line.drift_women, line.drift_men) == (0, -1, 1)


# --- what may be asked


@pytest.mark.parametrize(
    "asked", [{"from": "0"}, {"from": "x"}, {"to": "9" * 30}, {"to": "start-0"}, {"to": "before-0"}]
)
def test_what_is_no_choice_is_not_found(asked, two_years, first, coordinator):
    submit(application=first, by=coordinator)
    with pytest.raises(Http404):
        Choice.read(two_years, asked).comparison(two_years)


def test_a_report_of_another_project_is_no_choice(two_years, first, coordinator):
    submit(application=first, by=coordinator)
    foreign = submit(application=PaymentApplicationFactory(), by=coordinator)
    with pytest.raises(Http404):
        compared(two_years, first=foreign.pk, to="now")


def test_without_a_submitted_report_there_is_nothing_to_choose(two_years):
    assert Choice.read(two_years, RequestFactory().get("/").GET) is None
