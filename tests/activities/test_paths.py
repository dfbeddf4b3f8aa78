"""The individual path: what the database keeps of it, what is done and left, the page on which it is planned."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from activities.actions import end_support
from activities.models import Enrolment, PlannedSupport
from activities.paths import add_to_paths, hours_done, path_of

from ..factories import (
    AttendanceFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    InternshipFactory,
    InternshipMonthFactory,
    ParticipationFactory,
    PlannedSupportFactory,
    ProjectFactory,
    SessionFactory,
)
from .house import text_of, to

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project, person__last_name="Łukasik", person__first_name="Żaneta")


def plan(person, hours=10, **form):
    """A planned form of support of this project."""
    form = FormOfSupportFactory(project=person.project, **form)
    return PlannedSupportFactory(participation=person, form_of_support=form, hours_planned=hours)


def enrolled(person, planned, finished=False):
    group = GroupFactory(form_of_support=planned.form_of_support)
    return EnrolmentFactory(group=group, participation=person, finished=finished)


def columns(person):
    person.refresh_from_db()
    return person.path_planned, person.path_done


# --- what the database keeps

# forms: planned?, finished? → planned, done
KEPT = [
    ([], (0, 0)),
    ([(True, False)], (1, 0)),
    ([(True, True)], (1, 1)),
    ([(False, True)], (0, 0)),
    ([(True, True), (True, False), (False, True)], (2, 1)),
    ([(True, True), (True, True)], (2, 2)),
]


@pytest.mark.parametrize(("forms", "expected"), KEPT, ids=str)
def test_a_participation_knows_how_much_of_its_path_is_done(person, forms, expected):
    for is_planned, is_finished in forms:
        form = FormOfSupportFactory(project=person.project)
        if is_planned:
            PlannedSupportFactory(participation=person, form_of_support=form)
        EnrolmentFactory(group__form_of_support=form, participation=person, finished=is_finished)
    assert columns(person) == expected


def test_the_columns_follow_every_change(person):
    first, second = plan(person), plan(person)
    enrolment = enrolled(person, first)
    assert columns(person) == (2, 0)
    own = Enrolment.objects.filter(pk=enrolment.pk)
    end_support(enrolments=own, ended_on=date(2024, 6, 1), is_finished=True)
    assert columns(person) == (2, 1)
    end_support(enrolments=own, ended_on=None, is_finished=False)
    assert columns(person) == (2, 0)
    second.delete()
    assert columns(person) == (1, 0)
    PlannedSupport.objects.filter(pk=first.pk).delete()
    assert columns(person) == (0, 0)


def test_a_path_takes_no_form_of_another_project(person):
    foreign = FormOfSupportFactory(project=ProjectFactory())
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        PlannedSupport.objects.create(participation=person, form_of_support=foreign)
    assert refused.value.__cause__.diag.constraint_name == "planned_support_of_its_project"


# --- hours

# marks of sessions as (hours, status), hours of internship months, planned → done, left
HOURS = [
    ([], [], 10, "0", "10"),
    ([("4", "present")], [], 10, "4", "6"),
    ([("4", "present"), ("4", "absent"), ("2", "excused")], [], 10, "4", "6"),
    ([("2.5", "present"), ("1.33", "present")], [], 10, "3.83", "6.17"),
    ([("8", "present"), ("4", "present")], [], 10, "12", "0"),
    ([("4", "present")], [], None, "4", None),
    ([], ["120", "80.5"], 480, "200.5", "279.5"),
]


@pytest.mark.parametrize(("marks", "months", "planned", "done", "left"), HOURS, ids=str)
def test_hours_of_presence_alone_are_done(person, marks, months, planned, done, left):
    kind = {"kind": "internship", "detail": ""} if months else {}
    step = plan(person, planned, **kind)
    enrolment = enrolled(person, step)
    for hours, status in marks:
        session = SessionFactory(group=enrolment.group, hours=Decimal(hours))
        AttendanceFactory(session=session, enrolment=enrolment, status=status)
    if months:
        internship = InternshipFactory(enrolment=enrolment)
        for n, hours in enumerate(months, start=3):
            InternshipMonthFactory(internship=internship, month=date(2024, n, 1), hours=Decimal(hours))
    [found] = path_of(person).planned
    assert found.done == Decimal(done)
    assert found.left == (None if left is None else Decimal(left))


def test_hours_of_two_groups_of_one_form_are_one_sum(person):
    step = plan(person)
    for _ in range(2):
        enrolment = enrolled(person, step)
        AttendanceFactory(session=SessionFactory(group=enrolment.group, hours=3), enrolment=enrolment)
    assert path_of(person).planned[0].done == 6


class TestSums(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.tuples(st.decimals("0.25", "8", places=2), st.sampled_from(["present", "absent", "excused"])), max_size=8
        )
    )
    def test_what_is_done_is_the_sum_of_what_was_attended(self, marks):
        enrolment = EnrolmentFactory()
        for hours, status in marks:
            session = SessionFactory(group=enrolment.group, hours=hours)
            AttendanceFactory(session=session, enrolment=enrolment, status=status)
        parts = [hours for hours, status in marks if status == "present"]
        key = enrolment.participation_id, enrolment.group.form_of_support_id
        assert hours_done([enrolment.participation]).get(key, 0) == sum(parts)


# --- on the person's page


def test_the_page_of_a_person_shows_plan_done_and_left(page, person):
    enrolment = enrolled(person, plan(person, 40, name="kurs gastronomiczny"))
    AttendanceFactory(session=SessionFactory(group=enrolment.group, hours=8), enrolment=enrolment)
    text = text_of(page.get(person.get_absolute_url()))
    assert "Ukończono 0 z 1 formy wsparcia w ścieżce." in text
    assert "kurs gastronomiczny plan 40 h zrobiono 8 h zostało 32 h trwa od" in text


def test_support_outside_the_path_is_shown_as_such(page, person):
    EnrolmentFactory(group__form_of_support__project=person.project, participation=person)
    assert "poza ścieżką" in text_of(page.get(person.get_absolute_url()))


def test_whose_path_is_finished_is_to_leave(page, person):
    step = plan(person)
    assert "Ścieżka ukończona." not in text_of(page.get(person.get_absolute_url()))
    enrolled(person, step, finished=True)
    response = page.get(person.get_absolute_url())
    assert "Ścieżka ukończona." in text_of(response)
    assert reverse("participants:leave", args=[person.project.slug, person.pk]) in response.text


def test_who_has_left_is_not_told_to_leave(page, project):
    gone = ParticipationFactory(project=project, left=True)
    enrolled(gone, plan(gone), finished=True)
    assert "Ścieżka ukończona." not in text_of(page.get(gone.get_absolute_url()))


# --- planning


def post(page, person, *rows):
    """Posts the page; ``rows`` are pairs of a form of support and its fields, ticked."""
    data = {"path": "1"}
    for form, fields in rows:
        data[f"{form.key}-is_planned"] = "on"
        data |= {f"{form.key}-{name}": value for name, value in fields.items()}
    return page.post(to("path_edit", person.project, person.pk), data)


def test_every_form_of_the_project_is_offered_with_its_hours(page, person):
    FormOfSupportFactory(project=person.project, name="trening kompetencji", hours_planned=36)
    FormOfSupportFactory(project=ProjectFactory(), name="cudzy kurs")
    response = page.get(to("path_edit", person.project, person.pk))
    assert "trening kompetencji" in text_of(response)
    assert 'value="36"' in response.text
    assert "cudzy kurs" not in response.text


def test_ticked_forms_become_the_path_in_their_order(page, person):
    first, second = (FormOfSupportFactory(project=person.project) for _ in range(2))
    response = post(
        page,
        person,
        (first, {"hours_planned": "12,5", "order": "2", "agreed_on": "05.02.2024", "note": "rano"}),
        (second, {"hours_planned": "", "order": "1"}),
    )
    assert response.url == person.get_absolute_url()
    saved = person.planned_supports.order_by("order").values_list(
        "form_of_support", "hours_planned", "agreed_on", "note"
    )
    assert list(saved) == [(second.pk, None, None, ""), (first.pk, Decimal("12.50"), date(2024, 2, 5), "rano")]
    assert columns(person) == (2, 0)


def test_an_unticked_form_leaves_the_path_whatever_stands_in_its_row(page, person):
    step = plan(person)
    page.post(
        to("path_edit", person.project, person.pk), {"path": "1", f"{step.form_of_support.key}-hours_planned": "x"}
    )
    assert columns(person) == (0, 0)


def test_a_post_without_rows_takes_nothing_away(page, person):
    plan(person)
    assert page.post(to("path_edit", person.project, person.pk), {}).status_code == 200
    assert columns(person) == (1, 0)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"hours_planned": "0"}, "Zaplanowana liczba godzin musi być większa od zera albo pusta."),
        ({"agreed_on": "01.01.2030"}, "Ten dzień jest poza okresem realizacji projektu (01.01.2024–31.12.2026)."),
        ({"hours_planned": "dużo"}, "Wpisz liczbę."),
    ],
    ids=str,
)
def test_a_wrong_row_is_named_and_nothing_is_saved(page, person, fields, sentence):
    form = FormOfSupportFactory(project=person.project, name="kurs kasjera")
    response = post(page, person, (form, fields))
    text = text_of(response)
    assert response.status_code == 200
    assert f"kurs kasjera: {sentence}" in text
    assert "Nic nie zapisano." in text
    assert columns(person) == (0, 0)


def test_a_project_without_forms_of_support_says_where_to_begin(page, person):
    assert "Projekt nie ma jeszcze form wsparcia." in text_of(page.get(to("path_edit", person.project, person.pk)))


# --- enrolling somebody whose path lacks the form


def test_enrolling_tells_whose_path_lacks_the_form_and_adds_it(page, person):
    plan(person)
    without_path = ParticipationFactory(project=person.project, person__last_name="Bezścieżkowa")
    group = GroupFactory(form_of_support=FormOfSupportFactory(project=person.project, hours_planned=20))
    response = page.get(to("enrol", person.project, group.pk))
    assert response.text.count("w ścieżce nie ma tej formy") == 1
    people = [person.pk, without_path.pk]
    page.post(to("enrol", person.project, group.pk), {"people": people, "add_to_path": "on"})
    added = PlannedSupport.objects.get(form_of_support=group.form_of_support)
    assert (added.participation, added.hours_planned, added.order) == (person, 20, 1)
    assert columns(person) == (2, 0)
    assert columns(without_path) == (0, 0)


def test_enrolling_leaves_paths_alone_when_asked_to(page, person):
    plan(person)
    group = GroupFactory(form_of_support__project=person.project)
    page.post(to("enrol", person.project, group.pk), {"people": [person.pk]})
    assert columns(person) == (1, 0)


def test_adding_twice_adds_once(person):
    plan(person)
    form = FormOfSupportFactory(project=person.project)
    people = person.project.participations.filter(pk=person.pk)
    told = [add_to_paths(participations=people, form_of_support=form, agreed_on=None) for _ in range(2)]
    assert told == [1, 0]


# --- bounds


@pytest.mark.parametrize("n", [2, 30])
def test_the_page_of_a_person_asks_as_often_for_many_forms_as_for_few(page, person, n, django_assert_max_num_queries):
    for _ in range(n):
        enrolled(person, plan(person), finished=True)
    with django_assert_max_num_queries(30):
        page.get(person.get_absolute_url())
    with django_assert_max_num_queries(12):
        page.get(to("path_edit", person.project, person.pk))
