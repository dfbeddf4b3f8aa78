"""The list of what a project does, its forms of support and their groups."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AccessLog
from activities.models import FormOfSupport, Group

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    HeadcountEventFactory,
    ParticipationFactory,
    ProjectFactory,
    SessionFactory,
    TeamMemberFactory,
)
from .house import make_group, read, text_of, to


@pytest.fixture
def page(client_of, social_worker):
    """Opens a page as the social worker."""
    return client_of(social_worker)


@pytest.fixture
def running(social_worker):
    """A project that is going on today."""
    today = timezone.localdate()
    project = ProjectFactory(starts_on=today - timedelta(days=300), ends_on=today + timedelta(days=300))
    TeamMemberFactory(project=project, user=social_worker)
    return project


TYPED = {
    "name": "Trening kompetencji społecznych",
    "kind": "active_integration",
    "detail": "social",
    "character": "social",
    "mode": "group",
    "hours_planned": "36",
    "hour_unit": "clock",
    "starts_on": "",
    "ends_on": "",
    "description": "",
}


# --- the list


def test_a_project_without_support_says_how_to_begin(project, page):
    text = text_of(page.get(to("list", project)))
    assert "Tu plan wsparcia spotyka się z obecnością" in text
    assert "Zaplanuj formę wsparcia" in text
    assert "Dodaj wydarzenie" in text


def test_the_controller_is_not_asked_to_plan(project, client_of, controller):
    text = text_of(client_of(controller).get(to("list", project)))
    assert "Zaplanuj formę wsparcia" not in text
    assert "Nie zaplanowano jeszcze wsparcia" in text


def test_a_form_of_support_stands_with_its_official_words_and_its_numbers(running, page):
    form = FormOfSupportFactory(
        project=running,
        name="Kurs opiekuna",
        kind="active_integration",
        detail="vocational",
        hours_planned=45,
        hour_unit="teaching",
    )
    first, second = GroupFactory(form_of_support=form), GroupFactory(form_of_support=form)
    both = ParticipationFactory(project=running)
    EnrolmentFactory(group=first, participation=both)
    EnrolmentFactory(group=second, participation=both, finished=True)
    EnrolmentFactory(group=second)
    for days in (-7, 3, 10):
        SessionFactory(group=first, held_on=timezone.localdate() + timedelta(days=days))
    html = page.get(to("list", running)).content.decode()
    row = read(html[html.index("Kurs opiekuna</a>", html.index("<h2>Formy wsparcia")) :])
    next_day = f"{timezone.localdate() + timedelta(days=3):%d.%m.%Y}"
    expected = (
        "usługa aktywnej integracji, w tym usługa o charakterze zawodowym 45 h dydaktycznych 2 2 osoby 2 1 " + next_day
    )
    assert expected in row


def test_todays_class_is_one_click_from_its_attendance(running, page):
    group = make_group(running, people=0, name="Trening")
    EnrolmentFactory(group=group)
    session = SessionFactory(group=group, held_on=timezone.localdate())
    response = page.get(to("list", running))
    assert "Dziś są jedne zajęcia: Trening, o 9.00." in text_of(response)
    assert f'<a class="btn dense main" href="{session.get_absolute_url()}">Oznacz obecność' in response.content.decode()


def test_a_class_that_nobody_marked_is_shown_until_it_is(running, page):
    group = make_group(running, people=0)
    enrolment = EnrolmentFactory(group=group)
    session = SessionFactory(group=group, held_on=timezone.localdate() - timedelta(days=2))
    heading = "Odbyły się, a obecności nie oznaczono"
    assert heading in text_of(page.get(to("list", running)))
    page.post(session.get_absolute_url(), {f"mark-{enrolment.pk}": "absent"})
    assert heading not in text_of(page.get(to("list", running)))


def test_classes_of_another_project_are_not_on_the_list(running, project, page):
    SessionFactory(group=make_group(project, people=0, name="Obce"), held_on=timezone.localdate())
    make_group(running, people=0)
    assert "Obce" not in text_of(page.get(to("list", running)))


def test_reading_names_of_individual_sessions_is_written_down(running, page):
    enrolment = EnrolmentFactory(group=make_group(running, people=0, mode="individual"))
    page.get(to("list", running))
    assert not AccessLog.objects.exists()
    SessionFactory(group=enrolment.group, enrolment=enrolment, held_on=timezone.localdate())
    page.get(to("list", running))
    assert AccessLog.objects.get().subject == "spotkania indywidualne"


@pytest.mark.parametrize("forms", [2, 25])
def test_the_list_asks_the_database_at_most_twelve_times(running, page, forms, django_assert_max_num_queries):
    for _ in range(forms):
        group = make_group(running, people=0, mode="individual")
        enrolment = EnrolmentFactory(group=group)
        for days in (-1, 0, 1):
            SessionFactory(group=group, enrolment=enrolment, held_on=timezone.localdate() + timedelta(days=days))
        HeadcountEventFactory(project=running)
    with django_assert_max_num_queries(12):
        assert page.get(to("list", running)).status_code == 200


# --- a form of support


def test_a_new_form_of_support_opens_with_its_first_group(project, page):
    response = page.post(to("add", project), TYPED)
    form = FormOfSupport.objects.get()
    assert response.url == form.get_absolute_url()
    assert (form.project, form.kind, form.character) == (project, "active_integration", "social")
    assert [group.name for group in form.groups.all()] == ["grupa 1"]


def test_a_form_of_support_posted_twice_is_made_once(project, page):
    submission = str(uuid.uuid4())
    answers = [page.post(to("add", project), TYPED | {"submission": submission}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert FormOfSupport.objects.count() == Group.objects.count() == 1


WRONG = [
    ({"name": ""}, "To pole jest wymagane."),
    ({"name": "Kurs  komputerowy"}, "Forma wsparcia o tej nazwie już jest w projekcie."),
    ({"kind": "magic"}, "Wybierz poprawną wartość."),
    ({"hours_planned": "0"}, "Planowana liczba godzin musi być większa od zera."),
    ({"hours_planned": "dużo"}, "Wpisz liczbę."),
    ({"starts_on": "01.05.2024", "ends_on": "30.04.2024"}, "Koniec formy wsparcia jest wcześniejszy niż początek."),
    (
        {"starts_on": "31.12.2023"},
        "Ten dzień jest poza okresem realizacji projektu (01.01.2024–31.12.2026). Popraw datę.",
    ),
    ({"ends_on": "01.01.2027"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"ends_on": "wkrótce"}, "To nie jest data."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_and_what_was_typed_stays(project, page, typed, sentence):
    FormOfSupportFactory(project=project, name="Kurs komputerowy")
    response = page.post(to("add", project), TYPED | {"description": "w sali z windą"} | typed)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert "w sali z windą" in response.content.decode()
    assert FormOfSupport.objects.count() == 1


def test_hours_are_typed_as_people_write_them(project, page):
    page.post(to("add", project), TYPED | {"hours_planned": "4,5", "starts_on": "01032024"})
    form = FormOfSupport.objects.get()
    assert (str(form.hours_planned), f"{form.starts_on}") == ("4.50", "2024-03-01")


def test_a_form_of_support_is_changed_and_gets_no_second_group(project, page):
    form = make_group(project, people=0).form_of_support
    response = page.post(to("edit", project, form.pk), TYPED | {"name": "Nowa nazwa"})
    assert response.url == form.get_absolute_url()
    form.refresh_from_db()
    assert (form.name, form.groups.count()) == ("Nowa nazwa", 1)


def test_a_form_refused_keeps_its_saved_name_in_the_title(project, page):
    form = FormOfSupportFactory(project=project, name="Kurs")
    response = page.post(to("edit", project, form.pk), TYPED | {"name": "", "hours_planned": "x"})
    assert "<title>Kurs" in response.content.decode()


def test_the_page_of_a_form_shows_groups_and_the_plan(project, page):
    group = make_group(project, people=2, sessions=3, name="Trening", hours_planned=36, character="social")
    text = text_of(page.get(to("detail", project, group.form_of_support_id)))
    assert "2 osoby są zapisane w 1 grupie. Nikt jeszcze nie ukończył wsparcia." in text
    assert "36 h zegarowych" in text
    assert "12 h" in text


@pytest.mark.parametrize("groups", [2, 30])
def test_the_page_of_a_form_asks_at_most_twelve_times(project, page, groups, django_assert_max_num_queries):
    form = FormOfSupportFactory(project=project)
    for _ in range(groups):
        SessionFactory(group=EnrolmentFactory(group=GroupFactory(form_of_support=form)).group)
    with django_assert_max_num_queries(12):
        assert page.get(to("detail", project, form.pk)).status_code == 200


# --- groups


def test_a_group_is_added_under_the_next_name(project, page):
    form = make_group(project, people=0).form_of_support
    address = to("group_add", project, form.pk)
    assert 'value="grupa 2"' in page.get(address).content.decode()
    typed = {"name": "grupa 2", "leader": "Beata Rzeźniczak", "area": "powiat będziński"}
    for _ in range(2):
        response = page.post(address, typed)
    group = form.groups.get(name="grupa 2")
    assert response.url == to("group", project, group.pk)
    assert (group.leader, group.area) == ("Beata Rzeźniczak", "powiat będziński")


def test_a_second_group_of_the_same_name_is_refused(project, page):
    group = make_group(project, people=0)
    typed = {"name": group.name, "leader": "ktoś inny", "area": ""}
    assert "Grupa o tej nazwie już jest." in text_of(
        page.post(to("group_add", project, group.form_of_support_id), typed)
    )
    assert Group.objects.count() == 1


def test_a_group_is_changed(project, page):
    group = make_group(project, people=0)
    other = GroupFactory(form_of_support=group.form_of_support)
    address = to("group_edit", project, group.pk)
    assert page.post(address, {"name": "poranna", "leader": "", "area": ""}).url == to("group", project, group.pk)
    group.refresh_from_db()
    assert group.name == "poranna"
    assert "Grupa o tej nazwie już jest." in text_of(page.post(address, {"name": other.name}))


def test_the_page_of_a_group_shows_people_with_their_rates_and_sessions(project, page):
    group = make_group(project, people=1, sessions=2)
    enrolment = group.enrolments.get()
    session = group.sessions.order_by("held_on").first()
    page.post(session.get_absolute_url(), {f"mark-{enrolment.pk}": "present"})
    text = text_of(page.get(to("group", project, group.pk)))
    assert "1 osoba, 2 zajęcia." in text
    assert "Osoba-000 Anna 07.02.2024 trwa 4 h 100%" in text
    assert "środa 07.02.2024, 9.00–13.00" in text
    assert "1 z 1" in text


@pytest.mark.parametrize("people", [3, 150])
def test_the_page_of_a_group_asks_at_most_twelve_times(project, page, people, django_assert_max_num_queries):
    group = make_group(project, people=people, sessions=people // 2)
    with django_assert_max_num_queries(12):
        response = page.get(to("group", project, group.pk))
    assert text_of(response).count("Osoba-") >= min(people, 100)


@pytest.mark.parametrize("name", ["detail", "edit", "group_add"])
def test_a_form_of_another_project_does_not_exist_here(project, page, social_worker, name):
    other = make_group(ProjectFactory(), people=0).form_of_support
    TeamMemberFactory(project=other.project, user=social_worker)
    assert page.get(to(name, project, other.pk)).status_code == 404
    assert page.get(to(name, other.project, other.pk)).status_code == 200


@pytest.mark.parametrize("name", ["group", "group_edit", "enrol", "finish", "session_add"])
def test_a_group_of_another_project_does_not_exist_here(project, page, social_worker, name):
    other = make_group(ProjectFactory(), people=0)
    TeamMemberFactory(project=other.form_of_support.project, user=social_worker)
    assert page.get(to(name, project, other.pk)).status_code == 404
    assert page.get(to(name, other.form_of_support.project, other.pk)).status_code == 200


@pytest.mark.parametrize("name", ["add", "edit", "group_add"])
def test_the_controller_changes_no_plan(project, client_of, controller, name):
    form = make_group(project, people=0).form_of_support
    numbers = [] if name == "add" else [form.pk]
    assert client_of(controller).post(to(name, project, *numbers), TYPED).status_code == 403


MISFITS = [("training", "social"), ("counselling", "vocational"), ("active_integration", "legal")]


@pytest.mark.parametrize(("kind", "detail"), MISFITS)
def test_a_detail_that_its_kind_does_not_have_is_refused_beside_the_field(project, page, kind, detail):
    response = page.post(to("add", project), TYPED | {"kind": kind, "detail": detail})
    assert response.context["form"].errors["detail"] == [
        "„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste."
    ]
    assert not project.forms_of_support.exists()


def test_details_stand_under_their_kind(project, page):
    html = page.get(to("add", project)).content.decode()
    assert '<optgroup label="doradztwo/konsultacje">' in html
    assert "data-fits-of" in html


def test_social_services_have_details_of_their_own(project, page):
    page.post(to("add", project), TYPED | {"kind": "social_services", "detail": "supported_housing"})
    assert project.forms_of_support.get().get_detail_display() == "mieszkania wspomagane"
