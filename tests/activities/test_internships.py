"""Internships: dates inside the participation, hours month by month, limits as hints, the start of support."""

from datetime import date
from decimal import Decimal

import pytest

from activities.internships import hints_for, length_of, limits_of, months_between, working_days
from activities.models import Enrolment, Internship, InternshipMonth

from ..factories import (
    FormOfSupportFactory,
    InternshipFactory,
    InternshipMonthFactory,
    ParticipationFactory,
)
from .house import text_of, to

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def form(project):
    return FormOfSupportFactory(project=project, name="staż", kind="internship", detail="", hours_planned=480)


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project, entered_on=date(2024, 2, 1))


def facts(form, **others):
    told = {"form_of_support": form.pk, "host": "Piekarnia Kłos", "host_nip": "526-025-02-74"}
    told |= {"starts_on": "04.03.2024", "ends_on": "31.05.2024", "hours_a_day": "8", "hours_a_week": "40"}
    return told | others


def test_a_new_internship_enrols_and_begins_support(page, person, form):
    response = page.post(to("internship_add", person.project, person.pk), facts(form))
    internship = Internship.objects.get()
    assert response.url == to("internship", person.project, internship.pk)
    assert internship.host_nip == "5260250274"
    assert internship.enrolment.group.form_of_support == form
    assert internship.enrolment.started_on == date(2024, 3, 4)


def test_an_internship_can_be_what_participation_begins_with(page, project, form):
    waiting = ParticipationFactory(project=project, entered_on=None)
    page.post(to("internship_add", project, waiting.pk), facts(form))
    waiting.refresh_from_db()
    assert waiting.entered_on == date(2024, 3, 4)


def test_an_internship_that_is_to_come_begins_nothing_yet(page, person, form):
    page.post(
        to("internship_add", person.project, person.pk), facts(form, starts_on="01.12.2026", ends_on="31.12.2026")
    )
    assert Enrolment.objects.get().started_on is None


WRONG = [
    ({"starts_on": "31.01.2024"}, "Udział w projekcie zaczął się 01.02.2024; staż nie może zacząć się wcześniej."),
    ({"ends_on": "31.01.2030"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"ends_on": "01.03.2024"}, "Koniec stażu jest wcześniejszy niż początek."),
    ({"host_nip": "1234567890"}, "To nie jest poprawny NIP."),
    ({"host": ""}, "To pole jest wymagane."),
    ({"hours_a_day": "30"}, "Godzin dziennie jest więcej niż 0, a nie więcej niż 24."),
]


@pytest.mark.parametrize(("others", "sentence"), WRONG, ids=str)
def test_a_wrong_fact_is_told(page, person, form, others, sentence):
    response = page.post(to("internship_add", person.project, person.pk), facts(form, **others))
    assert sentence in text_of(response)
    assert not Internship.objects.exists()


def test_who_has_left_has_no_internship_afterwards(page, project, form):
    gone = ParticipationFactory(project=project, entered_on=date(2024, 2, 1), left=True)
    response = page.post(to("internship_add", project, gone.pk), facts(form, ends_on="31.12.2025"))
    assert "staż nie może trwać dłużej" in text_of(response)


def test_hours_are_kept_month_by_month(page, project, form, person):
    internship = InternshipFactory(enrolment__participation=person, enrolment__group__form_of_support=form)
    address = to("internship", project, internship.pk)
    shown = facts(form, starts_on="15.02.2024", ends_on="10.04.2024")
    page.post(address, shown)
    page.post(address, shown | {"month_2024_02": "80,5", "month_2024_03": "168", "month_2024_04": ""})
    assert list(internship.months.order_by("month").values_list("month", "hours")) == [
        (date(2024, 2, 1), Decimal("80.50")),
        (date(2024, 3, 1), 168),
    ]
    assert "248,5 h" in text_of(page.get(address))
    page.post(address, shown | {"month_2024_02": "", "month_2024_03": "168"})
    assert InternshipMonth.objects.get().hours == 168


def test_months_with_hours_do_not_fall_out_of_the_period(page, project, form, person):
    internship = InternshipFactory(enrolment__participation=person, enrolment__group__form_of_support=form)
    InternshipMonthFactory(internship=internship, month=date(2024, 2, 1))
    shown = facts(form, starts_on="04.03.2024", ends_on="31.05.2024", month_2024_02="80")
    response = page.post(to("internship", project, internship.pk), shown)
    assert "Ten miesiąc jest poza okresem stażu." in text_of(response)


def test_a_deleted_internship_takes_the_start_of_support_back(page, project, form, person):
    page.post(to("internship_add", project, person.pk), facts(form))
    internship = Internship.objects.get()
    response = page.post(to("internship_delete", project, internship.pk))
    assert response.url == person.get_absolute_url()
    assert Enrolment.objects.get().started_on is None


# --- limits

# disability, degree → a day, a week
LIMITS = [
    ("no", "", 8, 40),
    ("yes", "light", 8, 40),
    ("yes", "moderate", 7, 35),
    ("yes", "severe", 7, 35),
    ("refused", "", 8, 40),
]


@pytest.mark.parametrize(("disability", "degree", "a_day", "a_week"), LIMITS, ids=str)
def test_the_limit_depends_on_the_degree_of_disability(disability, degree, a_day, a_week):
    person = ParticipationFactory(disability=disability, disability_degree=degree)
    assert limits_of(person) == (a_day, a_week)


def test_hours_beyond_the_limit_are_hinted_at_and_saved(page, project, form):
    person = ParticipationFactory(
        project=project, entered_on=date(2024, 2, 1), disability="yes", disability_degree="severe"
    )
    page.post(to("internship_add", project, person.pk), facts(form))
    internship = Internship.objects.get()
    text = text_of(page.get(to("internship", project, internship.pk)))
    assert "Ponad 35 godzin tygodniowo: sprawdź, czy wolno." in text
    assert "Ponad 7 godzin dziennie: sprawdź, czy wolno." in text
    assert "Staż jest zapisany." in text


def test_a_month_with_more_hours_than_its_working_days_is_hinted_at(person):
    internship = InternshipFactory(
        enrolment__participation=person, starts_on=date(2024, 2, 1), ends_on=date(2024, 2, 29)
    )
    usual, much = (InternshipMonthFactory.build(month=date(2024, 2, 1), hours=hours) for hours in (168, 169))
    assert working_days(internship, date(2024, 2, 1)) == 21
    assert hints_for(internship, person, [usual]) == []
    assert hints_for(internship, person, [much]) == ["02.2024: 169 h to więcej niż 168 h w dni robocze tego miesiąca."]


# --- the calendar

LENGTHS = [
    (date(2024, 1, 1), date(2024, 3, 31), (3, 0)),
    (date(2024, 1, 15), date(2024, 4, 14), (3, 0)),
    (date(2024, 1, 15), date(2024, 4, 20), (3, 6)),
    (date(2024, 1, 31), date(2024, 2, 28), (1, 0)),
    (date(2024, 1, 31), date(2024, 2, 29), (1, 1)),
    (date(2024, 5, 10), date(2024, 5, 10), (0, 1)),
    (date(2023, 12, 1), date(2024, 2, 29), (3, 0)),
]


@pytest.mark.parametrize(("first", "last", "length"), LENGTHS, ids=str)
def test_the_length_is_in_whole_months_and_days(first, last, length):
    assert length_of(Internship(starts_on=first, ends_on=last)) == length


def test_months_go_over_the_end_of_a_year():
    found = months_between(date(2023, 12, 31), date(2024, 2, 1))
    assert found == [date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)]


# --- where they are shown


def test_internships_stand_on_the_page_of_the_form_and_of_the_person(page, project, form, person):
    internship = InternshipFactory(enrolment__participation=person, enrolment__group__form_of_support=form)
    InternshipMonthFactory(internship=internship)
    for response in (page.get(form.get_absolute_url()), page.get(person.get_absolute_url())):
        assert "Piekarnia Kłos" in text_of(response)
        assert to("internship", project, internship.pk) in response.text


def test_without_a_form_of_that_kind_no_internship_is_offered(page, person):
    assert page.get(to("internship_add", person.project, person.pk)).status_code == 404
    assert "Dodaj staż" not in text_of(page.get(person.get_absolute_url()))


def test_a_form_with_many_internships_asks_at_most_twelve_times(page, form, django_assert_max_num_queries):
    for _ in range(20):
        InternshipFactory(enrolment__group__form_of_support=form)
    with django_assert_max_num_queries(12):
        page.get(form.get_absolute_url())
