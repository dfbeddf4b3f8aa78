"""Printed lists and cards: what was entered appears in the print, tagged, with heads that repeat."""

from datetime import date, time

import pytest

from activities.paper import COLUMNS

from ..factories import (
    AttendanceFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    InternshipFactory,
    ParticipationFactory,
    PlannedSupportFactory,
    SessionFactory,
)
from ..indicators.paper_text import reader, text_of
from .house import enrol, make_group, to

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


def content_of(page, address, **query):
    response = page.get(address, query)
    assert response.headers["Content-Type"] == "application/pdf"
    return response.content


@pytest.fixture
def group(project):
    """Three people, two sessions in February and one in March, marked in part."""
    group = make_group(project, people=0, name="warsztaty", hours_planned=12)
    first, second = (
        SessionFactory(group=group, held_on=date(2024, 2, day), topic="praca w zespole") for day in (7, 14)
    )
    SessionFactory(group=group, held_on=date(2024, 3, 6), place="świetlica", leader="Zenon Prowadzący", hours=3)
    for name, marks in {"Ćwikła": "pp", "Łukasik": "ax", "Żak": "e-"}.items():
        enrolment = enrol(group, name)
        for session, mark in zip((first, second), marks, strict=True):
            if status := {"p": "present", "a": "absent", "e": "excused"}.get(mark):
                AttendanceFactory(session=session, enrolment=enrolment, status=status)
    return group


def test_the_list_of_a_group_has_every_mark_and_an_empty_box_for_the_rest(page, project, group):
    text = text_of(content_of(page, to("group_list_pdf", project, group.pk)))
    assert "1 Ćwikła Anna • • 8" in text
    assert "2 Łukasik Anna nb 0" in text
    assert "3 Żak Anna uspr. 0" in text


def test_the_list_tells_of_every_session(page, project, group):
    text = text_of(content_of(page, to("group_list_pdf", project, group.pk)))
    for told in ("07.02.2024", "14.02.2024", "06.03.2024", "praca w zespole", "świetlica", "Zenon Prowadzący", "3 h"):
        assert told in text
    assert "Aktywni razem" in text


def test_the_list_of_a_month_has_its_sessions_alone(page, project, group):
    text = text_of(content_of(page, to("group_list_pdf", project, group.pk), month="2024-03"))
    assert "Lista obecności, 03.2024" in text
    assert "06.03.2024" in text
    assert "07.02.2024" not in text
    whole = text_of(content_of(page, to("group_list_pdf", project, group.pk), month="kiedyś"))
    assert "07.02.2024" in whole


def test_a_cancelled_and_a_moved_session_are_told(page, project, group):
    SessionFactory(group=group, held_on=date(2024, 3, 13), status="cancelled", cancel_reason="choroba trenera")
    SessionFactory(group=group, held_on=date(2024, 3, 20), moved_from=date(2024, 3, 19), is_extra=True)
    text = text_of(content_of(page, to("group_list_pdf", project, group.pk), month="2024-03"))
    assert "odwołane: choroba trenera" in text
    assert "dodatkowe, przeniesione z 19.03.2024" in text


def test_who_was_in_the_project_too_late_has_a_dash(page, project, group):
    enrol(group, "Spóźniona", entered_on=date(2024, 3, 1))
    text = text_of(content_of(page, to("group_list_pdf", project, group.pk)))
    assert "Spóźniona Anna – – 0" in text
    february = text_of(content_of(page, to("group_list_pdf", project, group.pk), month="2024-02"))
    assert "Spóźniona" not in february


def test_thirty_people_with_long_names_break_over_pages_with_their_head(page, project):
    group = make_group(project, people=0, sessions=COLUMNS + 2)
    for n in range(30):
        enrol(group, f"Wołoszańska-Brzęczyszczykiewiczowa-{n:02}")
    content = content_of(page, to("group_list_pdf", project, group.pk))
    pages = [leaf.extract_text() for leaf in reader(content).pages]
    text = "".join(pages)
    people = [leaf for leaf in pages if "Brzęczyszczykiewiczowa" in leaf]
    assert len(people) > 2
    assert all("Nazwisko i imię" in leaf for leaf in people)
    assert all(text.count(f"{n:02} Anna") == 2 for n in range(30)), "everybody stands once on each of two sheets"


def test_the_list_of_one_session_has_a_line_for_everybody(page, project, group):
    session = group.sessions.get(held_on=date(2024, 2, 14))
    text = text_of(content_of(page, to("session_list_pdf", project, session.pk)))
    for told in (
        "1 Ćwikła Anna •",
        "2 Łukasik Anna",
        "3 Żak Anna",
        "Podpis",
        "14.02.2024",
        "praca w zespole",
        "4 h zegarowe",
    ):
        assert told in text


def test_a_card_has_its_meetings_and_columns_to_sign(page, project):
    form = FormOfSupportFactory(
        project=project, name="psycholog", kind="counselling", detail="", mode="individual", hours_planned=6
    )
    enrolment = EnrolmentFactory(group__form_of_support=form)
    meetings = [
        SessionFactory(
            group=enrolment.group,
            enrolment=enrolment,
            held_on=date(2024, 3, day),
            starts_at=time(9),
            ends_at=time(10, 30),
            hours="1.5",
            topic=f"temat {day}",
            leader="Ewa Lis",
        )
        for day in (5, 12, 19)
    ]
    for session, status in zip(meetings, ("present", "absent"), strict=False):
        AttendanceFactory(session=session, enrolment=enrolment, status=status)
    person = enrolment.participation
    text = text_of(content_of(page, to("card_pdf", project, person.pk, form.pk)))
    for told in (
        "Karta doradztwa indywidualnego",
        f"{person.person.first_name} {person.person.last_name}",
        "Podpis osoby",
        "Podpis specjalisty",
        "1 05.03.2024 9.00–10.30 1,5 temat 5 Ewa Lis",
        "2 12.03.2024 9.00–10.30 1,5 temat 12 nieobecność Ewa Lis",
        "3 19.03.2024 9.00–10.30 1,5 temat 19 zaplanowane Ewa Lis",
        "Zrobiono 1,5 h zegarowej",
        "Plan 6 h zegarowych",
    ):
        assert told in text


def test_an_empty_card_has_lines_to_write_on(page, project):
    form = FormOfSupportFactory(project=project, kind="counselling", detail="", mode="individual")
    person = ParticipationFactory(project=project)
    assert "1 2 3 4 5 6 7 8" in text_of(content_of(page, to("card_pdf", project, person.pk, form.pk)))


def test_a_path_is_printed_with_all_that_was_entered(page, project):
    person = ParticipationFactory(project=project)
    form = FormOfSupportFactory(project=project, name="kurs florystyczny", kind="training", detail="")
    PlannedSupportFactory(
        participation=person, form_of_support=form, hours_planned=30, agreed_on=date(2024, 2, 9), note="grupa ranna"
    )
    placed = EnrolmentFactory(participation=person, group__form_of_support__kind="internship")
    InternshipFactory(enrolment=placed, host="Kwiaciarnia Róża", supervisor="Maria Kwiat")
    text = text_of(content_of(page, to("path_pdf", project, person.pk)))
    for told in (
        "Indywidualna ścieżka reintegracji",
        "kurs florystyczny szkolenie/kurs; godziny zegarowe (60 minut); grupa ranna 30 h 0 h 30 h 09.02.2024",
        "brak zapisu do grupy",
        "Wsparcie poza ścieżką",
        "Kwiaciarnia Róża",
        "Maria Kwiat",
    ):
        assert told in text


@pytest.mark.parametrize("name", ["group_list_pdf", "session_list_pdf"])
def test_the_paper_is_tagged_polish_titled_and_logged(page, project, group, social_worker, name):
    number = group.pk if name == "group_list_pdf" else group.sessions.order_by("pk").first().pk
    content = content_of(page, to(name, project, number))
    root = reader(content).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "pl"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert reader(content).metadata.title.startswith("Lista obecności – warsztaty")
    assert social_worker.readings.latest("pk").act == "export"
    assert "lista obecności" in social_worker.readings.latest("pk").subject


def test_a_list_of_many_asks_as_often_as_one_of_few(page, project, django_assert_max_num_queries):
    group = make_group(project, people=20, sessions=16)
    with django_assert_max_num_queries(14):
        page.get(to("group_list_pdf", project, group.pk))
