"""People in a group: enrolled, withdrawn, at the end of their support."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from activities.actions import Refused, end_support, save_attendance
from activities.models import Enrolment
from participants.vocabulary import ExitReason

from ..factories import EnrolmentFactory, ParticipationFactory, ProjectFactory, SessionFactory
from .house import enrol, make_group, text_of, to


@pytest.fixture
def page(client_of, social_worker):
    """Opens a page as the social worker."""
    return client_of(social_worker)


@pytest.fixture
def group(project):
    return make_group(project, people=0, sessions=2)


def person(project, last_name, **facts):
    return ParticipationFactory(project=project, person__last_name=last_name, person__first_name="Ewa", **facts)


# --- enrolling


def test_those_are_offered_who_are_in_the_project_and_not_in_the_group(project, group, page):
    person(project, "Łukasik")
    person(project, "Dawna", left=True)
    person(ProjectFactory(), "Obca")
    enrol(group, "Zapisana")
    text = text_of(page.get(to("enrol", project, group.pk)))
    assert "Łukasik Ewa" in text
    assert "1 osoba spoza tej grupy." in text
    for absent in ("Dawna Ewa", "Obca Ewa", "Zapisana Anna"):
        assert absent not in text


@pytest.mark.parametrize("typed", ["lukasik", "ŁUKASIK", "Łukasik Ewa", "ewa luka"])
def test_a_person_is_found_however_the_name_is_typed(project, group, page, typed):
    person(project, "Łukasik")
    person(project, "Kowalska")
    text = text_of(page.get(to("enrol", project, group.pk), {"q": typed}))
    assert "Łukasik Ewa" in text
    assert "Kowalska Ewa" not in text


def test_those_who_left_are_offered_when_asked_for(project, group, page):
    person(project, "Dawna", left=True)
    assert "Dawna Ewa" in text_of(page.get(to("enrol", project, group.pk), {"left": "on"}))


def test_nobody_found_is_said(project, group, page):
    text = text_of(page.get(to("enrol", project, group.pk), {"q": "zzz"}))
    assert "Nikogo takiego nie ma wśród uczestników spoza tej grupy." in text
    assert "Dodaj nową osobę do projektu" in text


def test_many_are_enrolled_at_once_and_a_second_post_changes_nothing(project, group, page):
    people = [person(project, name) for name in ("Ćma", "Lis", "Żak")]
    for _ in range(2):
        response = page.post(to("enrol", project, group.pk), {"people": [each.pk for each in people]})
        assert response.url == to("group", project, group.pk)
    assert set(group.enrolments.values_list("participation", flat=True)) == {each.pk for each in people}
    assert {each.started_on for each in group.enrolments.all()} == {None}


def test_a_person_of_another_project_cannot_be_enrolled(project, group, page):
    own, foreign = person(project, "Własna"), person(ProjectFactory(), "Obca")
    response = page.post(to("enrol", project, group.pk), {"people": [own.pk, foreign.pk]})
    assert response.status_code == 200
    assert "Jednej z zaznaczonych osób nie ma już na tej liście." in text_of(response)
    assert not group.enrolments.exists()


def test_to_tick_nobody_is_said(project, group, page):
    person(project, "Łukasik")
    response = page.post(to("enrol", project, group.pk), {"q": ""})
    assert "Nie zaznaczono nikogo." in text_of(response)


@pytest.mark.parametrize("people", [2, 40])
def test_offering_people_asks_at_most_twelve_times(project, group, page, people, django_assert_max_num_queries):
    for n in range(people):
        person(project, f"Osoba-{n}")
    with django_assert_max_num_queries(12):
        page.get(to("enrol", project, group.pk), {"q": "osoba"})


# --- enrolled by mistake


def test_who_was_enrolled_by_mistake_is_taken_out(project, group, page):
    mistaken, kept = enrol(group, "Pomyłka"), enrol(group, "Zostaje")
    response = page.post(to("withdraw", project, group.pk), {"people": [mistaken.pk]})
    assert response.url == to("group", project, group.pk)
    assert list(group.enrolments.all()) == [kept]
    assert mistaken.participation in project.participations.all()


@pytest.mark.parametrize("recorded", ["attendance", "start", "session"])
def test_who_has_something_recorded_stays_with_everybody_else(project, group, page, recorded):
    mistaken, known = enrol(group, "Pomyłka"), enrol(group, "Znana")
    if recorded == "attendance":
        save_attendance(session=group.sessions.order_by("pk").first(), marks={known.pk: "absent"})
    elif recorded == "start":
        Enrolment.objects.filter(pk=known.pk).update(started_on=date(2024, 2, 7))
    else:
        SessionFactory(group=group, enrolment=known)
    response = page.post(to("withdraw", project, group.pk), {"people": [mistaken.pk, known.pk]})
    text = text_of(response)
    assert "Nie wypisano nikogo" in text
    assert "Znana Anna: w tej grupie ma już zapisane zajęcia albo daty wsparcia." in text
    assert "Pomyłka Anna" not in text
    assert group.enrolments.count() == 2


def test_somebody_of_another_group_is_not_withdrawn(project, group, page):
    other = EnrolmentFactory(group=make_group(project, people=0), started_on=None)
    page.post(to("withdraw", project, group.pk), {"people": [other.pk]}, follow=True)
    assert Enrolment.objects.filter(pk=other.pk).exists()


# --- the end of support


def present(group, *enrolments):
    for session in group.sessions.order_by("held_on"):
        save_attendance(session=session, marks={enrolment.pk: "present" for enrolment in enrolments})


def end(page, project, group, enrolments, **typed):
    typed = {"result": "finished", "ended_on": "01.03.2024"} | typed
    return page.post(to("finish", project, group.pk), {"people": [each.pk for each in enrolments]} | typed)


def state(enrolment):
    enrolment.refresh_from_db()
    return enrolment.started_on, enrolment.ended_on, enrolment.is_finished


@pytest.mark.parametrize(("result", "is_finished"), [("finished", True), ("interrupted", False)])
def test_support_ends_for_several_people_at_once(project, group, page, result, is_finished):
    people = [enrol(group, name) for name in ("Ćma", "Lis")]
    other = enrol(group, "Żak")
    present(group, *people, other)
    response = end(page, project, group, people, result=result)
    assert response.url == to("group", project, group.pk)
    assert [state(each) for each in people] == [(date(2024, 2, 7), date(2024, 3, 1), is_finished)] * 2
    assert state(other) == (date(2024, 2, 7), None, False)


def test_an_end_is_taken_back(project, group, page):
    enrolment = enrol(group, "Ćma")
    present(group, enrolment)
    end(page, project, group, [enrolment])
    end(page, project, group, [enrolment], result="going_on")
    assert state(enrolment) == (date(2024, 2, 7), None, False)


def test_support_without_attendance_takes_its_start_from_the_form(project, group, page):
    enrolment, with_start = enrol(group, "Stażystka"), enrol(group, "Znana")
    present(group, with_start)
    end(page, project, group, [enrolment, with_start], started_on="05.02.2024")
    assert state(enrolment) == (date(2024, 2, 5), date(2024, 3, 1), True)
    assert state(with_start)[0] == date(2024, 2, 7)


WRONG = [
    ({"ended_on": ""}, "Podaj dzień, w którym wsparcie się zakończyło."),
    ({"ended_on": "01.01.2027"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"ended_on": "30.02.2024"}, "To nie jest data."),
    ({"result": "maybe"}, "Wybierz poprawną wartość."),
    ({"result": ""}, "To pole jest wymagane."),
    ({"people": []}, "Nie zaznaczono nikogo."),
    ({"people": ["x"]}, "Jednej z zaznaczonych osób nie ma już na tej liście."),
    ({"started_on": "31.12.2023"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"ended_on": "06.02.2024"}, "Ćma Anna: wsparcie zaczęło się 07.02.2024, nie może skończyć się wcześniej"),
    ({"ended_on": "10.02.2024"}, "Ćma Anna: ma obecność 14.02.2024, po dacie zakończenia 10.02.2024."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_what_is_wrong_with_an_end_is_said_and_nothing_is_written(project, group, page, typed, sentence):
    enrolment = enrol(group, "Ćma")
    present(group, enrolment)
    response = end(page, project, group, [enrolment], **typed)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert state(enrolment) == (date(2024, 2, 7), None, False)


def test_an_end_in_the_future_is_refused(client_of, operator):
    today = timezone.localdate()
    project = ProjectFactory(starts_on=today - timedelta(days=400), ends_on=today + timedelta(days=30))
    group = make_group(project, people=0)
    enrolment = EnrolmentFactory(group=group)
    tomorrow = f"{today + timedelta(days=1):%d.%m.%Y}"
    response = end(client_of(operator), project, group, [enrolment], ended_on=tomorrow)
    assert "Wsparcie nie może zakończyć się w przyszłości." in text_of(response)


PEOPLE = [
    ({}, None, "nie ma żadnej obecności, więc nie ma czego ukończyć."),
    (
        {"left_on": date(2024, 2, 20), "exit_reason": ExitReason.COMPLETED},
        date(2024, 2, 7),
        "udział w projekcie zakończył się 20.02.2024. Wsparcie musi się skończyć najpóźniej tego dnia.",
    ),
]


@pytest.mark.parametrize(("facts", "started_on", "sentence"), PEOPLE)
def test_an_end_that_does_not_fit_the_person_is_refused_for_all(project, group, facts, started_on, sentence):
    good, bad = enrol(group, "Dobra"), enrol(group, "Zła", **facts)
    Enrolment.objects.filter(pk=good.pk).update(started_on=date(2024, 2, 7))
    Enrolment.objects.filter(pk=bad.pk).update(started_on=started_on)
    with pytest.raises(Refused) as refused:
        end_support(enrolments=group.enrolments.all(), ended_on=date(2024, 3, 1), is_finished=True)
    assert [reason.participation for reason in refused.value.reasons] == [bad.participation]
    assert refused.value.reasons[0].sentence.startswith(f"Zła Anna: {sentence}")
    assert state(good)[1:] == (None, False)


def test_support_does_not_begin_before_the_person_entered(project, group):
    enrolment = enrol(group, "Zła", entered_on=date(2024, 2, 10))
    with pytest.raises(Refused) as refused:
        end_support(
            enrolments=group.enrolments.all(),
            ended_on=date(2024, 3, 1),
            is_finished=True,
            started_on=date(2024, 2, 7),
        )
    sentence = "Zła Anna: udział w projekcie zaczął się 10.02.2024, wsparcie nie może zacząć się wcześniej, 07.02.2024."
    assert refused.value.reasons[0].sentence.startswith(sentence)
    assert state(enrolment) == (None, None, False)


def test_the_people_ticked_on_the_page_of_the_group_come_ticked(project, group, page):
    first, second = enrol(group, "Ćma"), enrol(group, "Lis")
    html = page.get(to("finish", project, group.pk), {"people": [second.pk]}).content.decode()
    assert f'value="{second.pk}" checked' in html
    assert f'value="{first.pk}" checked' not in html


def test_an_address_with_nonsense_ticks_nobody(project, group, page):
    assert page.get(to("finish", project, group.pk), {"people": "x"}).status_code == 200


def test_somebody_of_another_group_is_not_ended_here(project, group, page):
    other = EnrolmentFactory(group=make_group(project, people=0))
    end(page, project, group, [other])
    assert state(other)[1:] == (None, False)


@pytest.mark.parametrize("name", ["enrol", "withdraw", "finish"])
def test_the_controller_changes_nobody(project, group, client_of, controller, name):
    enrolment = enrol(group, "Ćma")
    typed = {"people": [enrolment.pk], "result": "interrupted", "ended_on": "01.03.2024"}
    assert client_of(controller).post(to(name, project, group.pk), typed).status_code == 403
    assert state(enrolment) == (None, None, False)
