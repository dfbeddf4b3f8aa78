"""A participation begins with its first support: set by it, never later than it, moved back only when somebody asks."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.models import AccessLog
from activities.actions import Refused, begin_earlier, end_support, save_attendance
from activities.models import Enrolment
from participants.models import Participation

from ..factories import EnrolmentFactory, ParticipationFactory, SessionFactory
from .house import enrol, make_group, marks_of, text_of, to

ENTERED, EARLIER = date(2024, 2, 1), date(2024, 1, 24)


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def group(project):
    return make_group(project, people=0)


def entered(enrolment):
    return Participation.objects.get(pk=enrolment.participation_id).entered_on


def refused(write):
    with pytest.raises(IntegrityError) as failed, transaction.atomic():
        write()
    return failed.value.__cause__.diag.constraint_name


# first supports, what entered_on becomes when nobody wrote one
TABLE = [
    ([date(2024, 3, 6)], date(2024, 3, 6)),
    ([date(2024, 3, 6), date(2024, 2, 7)], date(2024, 2, 7)),
    ([None], None),
    ([None, date(2024, 2, 7)], date(2024, 2, 7)),
]


@pytest.mark.parametrize(("starts", "expected"), TABLE)
def test_a_participation_without_a_start_takes_that_of_its_first_support(project, starts, expected):
    participation = ParticipationFactory(project=project, entered_on=None)
    Enrolment.objects.bulk_create(
        [
            Enrolment(group=make_group(project, people=0), participation=participation, started_on=start)
            for start in starts
        ]
    )
    participation.refresh_from_db()
    assert participation.entered_on == expected


def test_participation_begins_by_first_support(project, group):
    """Both ways: the support may not be dated before the start, nor the start be moved after the support."""
    enrolment = enrol(group, "Nowak")
    rows = Enrolment.objects.filter(pk=enrolment.pk)
    assert refused(lambda: rows.update(started_on=EARLIER)) == "participation_begins_by_first_support"
    rows.update(started_on=date(2024, 2, 7))
    people = Participation.objects.filter(pk=enrolment.participation_id)
    assert refused(lambda: people.update(entered_on=date(2024, 2, 8))) == "participation_begins_by_first_support"
    people.update(entered_on=date(2024, 2, 7))
    assert entered(enrolment) == date(2024, 2, 7)


def test_a_start_taken_away_comes_back_from_the_support(project, group):
    enrolment = enrol(group, "Nowak")
    Enrolment.objects.filter(pk=enrolment.pk).update(started_on=date(2024, 2, 7))
    Participation.objects.filter(pk=enrolment.participation_id).update(entered_on=None)
    assert entered(enrolment) == date(2024, 2, 7)


def test_what_disagreed_before_the_rule_may_be_corrected_in_everything_else(project, group):
    enrolment = enrol(group, "Nowak")
    rows = Participation.objects.filter(pk=enrolment.participation_id)
    Enrolment.objects.filter(pk=enrolment.pk).update(started_on=date(2024, 2, 7))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE participants_participation DISABLE TRIGGER USER")  # as rows were before the rule
        rows.update(entered_on=date(2024, 3, 1))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE participants_participation ENABLE TRIGGER USER")
    rows.update(education="isced_2")
    assert rows.get().education == "isced_2"
    assert refused(lambda: rows.update(entered_on=date(2024, 3, 2))) == "participation_begins_by_first_support"
    rows.update(entered_on=date(2024, 2, 7))


# --- in the forms


def post_presence(page, session, enrolment, **more):
    return page.post(session.get_absolute_url(), {f"mark-{enrolment.pk}": "present", **more})


def test_attendance_sets_the_start_and_says_so(project, group, page):
    enrolment = enrol(group, "Nowak", entered_on=None)
    session = SessionFactory(group=group, held_on=date(2024, 2, 7))
    response = page.post(session.get_absolute_url(), {f"mark-{enrolment.pk}": "present"}, follow=True)
    assert "Dla 1 osoby to pierwsze wsparcie, więc 07.02.2024 jest datą rozpoczęcia udziału" in text_of(response)
    assert entered(enrolment) == date(2024, 2, 7)


def test_an_internship_sets_the_start_and_says_so(project, group, page):
    enrolment = enrol(group, "Stażystka", entered_on=None)
    typed = {"people": [enrolment.pk], "result": "finished", "ended_on": "01.03.2024", "started_on": "05.02.2024"}
    response = page.post(to("finish", project, group.pk), typed, follow=True)
    assert "05.02.2024 jest datą rozpoczęcia udziału w projekcie" in text_of(response)
    assert entered(enrolment) == date(2024, 2, 5)


def test_an_earlier_presence_is_refused_with_the_offer_to_begin_earlier(project, group, page):
    enrolment = enrol(group, "Nowak", person__birth_date=date(1985, 1, 28), reported_on=date(2024, 3, 1))
    session = SessionFactory(group=group, held_on=EARLIER)
    text = text_of(post_presence(page, session, enrolment))
    assert "Nowak Anna: udział zacznie się 24.01.2024 zamiast 01.02.2024" in text
    assert "wiek w chwili przystąpienia: 38 zamiast 39" in text
    assert "dane przekazane instytucji trzeba będzie przekazać ponownie" in text
    assert (entered(enrolment), marks_of(session)) == (ENTERED, {})


def test_whoever_takes_the_offer_moves_the_start_and_saves(project, group, page, social_worker):
    enrolment = enrol(group, "Nowak", reported_on=date(2024, 3, 1))
    session = SessionFactory(group=group, held_on=EARLIER)
    response = page.post(
        session.get_absolute_url(), {f"mark-{enrolment.pk}": "present", "begin_earlier": "1"}, follow=True
    )
    assert "Rozpoczęcie udziału 1 osoby przesunięto na 24.01.2024." in text_of(response)
    participation = Participation.objects.get(pk=enrolment.participation_id)
    assert (participation.entered_on, participation.reported_on) == (EARLIER, None)
    assert marks_of(session) == {enrolment.pk: "present"}
    told = AccessLog.objects.filter(subject__startswith=f"{participation.reference} początek udziału")
    assert [(row.user, row.act) for row in told] == [(social_worker, AccessLog.Act.EDIT)]


def test_no_offer_where_it_would_not_help(project, group, page):
    early, gone = enrol(group, "Wczesna"), enrol(group, "Dawna", entered_on=date(2024, 1, 2))
    Participation.objects.filter(pk=gone.participation_id).update(left_on=date(2024, 1, 10), exit_reason="completed")
    session = SessionFactory(group=group, held_on=EARLIER)
    marks = {f"mark-{pk}": "present" for pk in (early.pk, gone.pk)}
    response = page.post(session.get_absolute_url(), {**marks, f"was-{gone.pk}": "x"})
    assert "Przesuń rozpoczęcie" not in text_of(response)
    page.post(session.get_absolute_url(), marks | {"begin_earlier": "1"})
    assert (entered(early), marks_of(session)) == (ENTERED, {}), "all or nothing"


def test_support_that_began_before_the_entry_offers_the_same(project, group, page):
    enrolment = enrol(group, "Stażystka")
    typed = {"people": [enrolment.pk], "result": "finished", "ended_on": "01.03.2024", "started_on": "24.01.2024"}
    assert "Przesuń rozpoczęcie i zapisz" in text_of(page.post(to("finish", project, group.pk), typed))
    page.post(to("finish", project, group.pk), typed | {"begin_earlier": "1"})
    enrolment.refresh_from_db()
    assert (entered(enrolment), enrolment.started_on) == (EARLIER, EARLIER)


def test_only_later_starts_are_moved(project, coordinator):
    later, earlier = (ParticipationFactory(project=project, entered_on=day) for day in (ENTERED, date(2024, 1, 8)))
    people = project.participations.filter(pk__in=[later.pk, earlier.pk])
    assert begin_earlier(participations=people, on=EARLIER, by=coordinator) == 1
    assert sorted(people.values_list("entered_on", flat=True)) == [date(2024, 1, 8), EARLIER]


def test_without_the_word_of_a_person_nothing_is_moved(project, group):
    enrolment = enrol(group, "Nowak")
    with pytest.raises(Refused) as failed:
        save_attendance(session=SessionFactory(group=group, held_on=EARLIER), marks={enrolment.pk: "present"})
    assert failed.value.is_mended_by_beginning_earlier
    with pytest.raises(Refused):
        end_support(
            enrolments=Enrolment.objects.filter(pk=enrolment.pk),
            ended_on=date(2024, 3, 1),
            is_finished=True,
            started_on=EARLIER,
        )


def test_the_entry_form_answers_with_a_sentence(project, client_of, coordinator):
    participation = EnrolmentFactory(
        group=make_group(project, people=0), participation__entered_on=ENTERED, started_on=date(2024, 2, 7)
    ).participation
    client = client_of(coordinator)
    address = reverse("participants:edit", args=[project.slug, participation.pk])
    html = client.get(address)
    form = html.context["form"]
    typed = {name: value if (value := form[name].value()) is not None else "" for name in form.fields}
    typed |= {"entered_on": "10.02.2024"}
    response = client.post(address, {name: value for name, value in typed.items() if value not in (False, "")})
    assert response.status_code == 200
    assert "Pierwsze wsparcie zaczęło się 07.02.2024, więc udział w projekcie nie może zacząć się później." in text_of(
        response
    )
