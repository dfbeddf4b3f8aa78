"""Django's admin of programmes and projects, for the operator."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from projects.models import Mark, Office, Programme, Project, TeamMember

from ..factories import (
    CallFactory,
    MarkFactory,
    OfficeFactory,
    OpeningHoursFactory,
    ParticipationFactory,
    PlannedEventFactory,
    ProjectFactory,
    TeamMemberFactory,
)
from .pages import text_of

OWN = [model for model in apps.get_app_config("projects").get_models() if model in admin.site._registry]


@pytest.fixture
def client(client_of, operator):
    return client_of(operator)


@pytest.fixture
def rows(db):
    """A row of every kind, the project in Polish letters."""
    project = ProjectFactory(title="Źródło")
    TeamMemberFactory(project=project)
    MarkFactory(project=project)
    call = CallFactory(programme=project.programme)
    PlannedEventFactory(programme=project.programme, call=call)
    OpeningHoursFactory(office__project=project)
    return project


def test_every_model_is_in_the_admin_on_a_page_of_its_own_or_inside_another():
    inside = {inline.model for model in OWN for inline in admin.site._registry[model].inlines}
    assert {*OWN, *inside} == set(apps.get_app_config("projects").get_models())


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_lists_search_and_pages_open(client, rows, model):
    name = f"admin:projects_{model._meta.model_name}"
    listing = client.get(reverse(f"{name}_changelist"), {"q": "zrodlo"})
    assert listing.status_code == 200
    assert client.get(reverse(f"{name}_add")).status_code == 200
    row = model.objects.order_by("pk").first()
    assert client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200


def test_the_search_ignores_accents_and_the_words_are_polish(client, rows):
    page = text_of(client.get(reverse("admin:projects_project_changelist"), {"q": "zrodlo"}))
    assert "Źródło" in page
    assert "Początek realizacji" in page


def test_a_programme_is_made_with_a_call(client):
    sent = {
        "slug": "program",
        "name": "Program",
        "fund": "EFS",
        "period": "2014-2020",
        "indicator_list": "esf_2014",
        "calls-TOTAL_FORMS": 1,
        "calls-INITIAL_FORMS": 0,
        "calls-0-number": "1",
        "calls-0-title": "Konkurs",
        "planned_events-TOTAL_FORMS": 0,
        "planned_events-INITIAL_FORMS": 0,
    }
    response = client.post(reverse("admin:projects_programme_add"), sent)
    assert response.status_code == 302
    assert Programme.objects.get().calls.get().number == "1"


def test_an_event_is_offered_the_calls_of_its_programme_only(client, rows):
    CallFactory(title="Konkurs cudzy")
    page = text_of(client.get(reverse("admin:projects_programme_change", args=[rows.programme.pk])))
    assert "Konkurs cudzy" not in page


def sent_for(project, **typed):
    """The page of a project in the admin without rows, as a browser sends it."""
    rows = ("team", "partners", "target_groups", "funding_lines", "offices", "awards", "marks", "texts")
    counts = {f"{name}-{count}_FORMS": 0 for name in rows for count in ("TOTAL", "INITIAL")}
    return {
        "slug": project.slug,
        "title": project.title,
        "programme": project.programme.pk,
        "starts_on": "01.01.2024",
        "ends_on": "31.12.2026",
        "attendance_threshold": 80,
        **counts,
        **typed,
    }


def test_a_period_that_leaves_somebody_outside_is_refused_in_the_admin_too(client, db):
    project = ParticipationFactory(entered_on=date(2024, 2, 5)).project
    url = reverse("admin:projects_project_change", args=[project.pk])
    response = client.post(url, sent_for(project, starts_on="06.02.2024"))
    assert "Poza nowym okresem znalazłby się udział 1 osoby." in text_of(response)
    assert client.post(url, sent_for(project, starts_on="05.02.2024")).status_code == 302


def test_a_mark_in_the_admin_must_be_a_picture_too(client, db):
    project = ProjectFactory()
    sent = {
        "marks-0-kind": "region",
        "marks-0-name": "Śląskie",
        "marks-0-image": SimpleUploadedFile("znak.png", b"nie obraz", "image/png"),
        "marks-TOTAL_FORMS": 1,
    }
    response = client.post(reverse("admin:projects_project_change", args=[project.pk]), sent_for(project, **sent))
    assert "Ten plik nie jest obrazem PNG ani JPEG" in text_of(response)
    assert not Mark.objects.exists()


def test_a_mark_deleted_in_the_admin_takes_its_picture_along(client, db, django_capture_on_commit_callbacks):
    mark = MarkFactory()
    sent = {
        "marks-0-id": mark.pk,
        "marks-0-project": mark.project_id,
        "marks-0-kind": mark.kind,
        "marks-0-name": mark.name,
        "marks-0-DELETE": "on",
        "marks-TOTAL_FORMS": 1,
        "marks-INITIAL_FORMS": 1,
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            reverse("admin:projects_project_change", args=[mark.project_id]), sent_for(mark.project, **sent)
        )
    assert response.status_code == 302
    assert not Mark.objects.exists()
    assert not mark.image.storage.exists(mark.image.name)


def test_a_project_with_people_or_a_programme_with_projects_is_not_deleted(client, rows):
    url = reverse("admin:projects_programme_delete", args=[rows.programme.pk])
    client.post(url, {"post": "yes"})
    assert Project.objects.filter(pk=rows.pk).exists()
    assert Programme.objects.filter(pk=rows.programme.pk).exists()


def test_administrators_of_a_project_are_no_operators(client_of, admin):
    assert client_of(admin).get(reverse("admin:projects_project_changelist")).status_code == 302


def test_offices_have_their_hours_beside_them(client, rows):
    office = Office.objects.get()
    page = text_of(client.get(reverse("admin:projects_office_change", args=[office.pk])))
    assert "poniedziałek" in page
    assert OfficeFactory.build().name
    assert TeamMember.objects.count() == 1
