"""What the history tells of people: in Polish, with who and how, of whatever came in which way; and its page."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from accounts.acting import acting
from accounts.middleware import says_who_acts
from accounts.models import AccessLog, ChangeLog
from participants.history import changes, changes_of_project, how_many, rows_at
from participants.merging import merge
from participants.models import Outcome, Participation, Person

from ..factories import (
    EnrolmentFactory,
    GroupFactory,
    HeadcountEventFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def told(participation, since=None, **bounds):
    """(what, field, before, after) of every change."""
    found = changes([participation.pk], since, **bounds)[participation.pk]
    return [(change.what, change.field, change.before, change.after) for change in found]


@pytest.fixture
def participation(project):
    """Somebody whose own recording is over: what is told begins after it."""
    made = ParticipationFactory(project=project, labour_status="inactive", labour_detail="in_education")
    ChangeLog.objects.update(before={}, after={}, forgotten_at=timezone.now())
    return made


def fresh(participation):
    """The changes since the participation was made: without what its making left."""
    return [row for row in told(participation) if "wartości usunięto" not in row[2] and row[3] != "dodano"]


def test_values_are_as_people_read_them(participation):
    participation.person.birth_date, participation.person.pesel = date(1970, 2, 3), ""
    participation.person.identifier_kind = "other"
    participation.person.save()
    participation.labour_detail, participation.disability, participation.disability_degree = (
        "not_in_education",
        "no",
        "",
    )
    participation.situations = []
    participation.is_surroundings = True
    participation.save()
    found = {field: (what, after) for what, field, before, after in fresh(participation)}
    assert found["data urodzenia"] == ("osoba", "03.02.1970")
    assert found["PESEL"] == ("osoba", "–")
    assert found["osoba z otoczenia"] == ("uczestnictwo", "tak")
    assert found["w tym"][1].startswith("osoba nieuczestnicząca")
    assert not {"wiek", "płeć w dniu"} & set(found)


def test_a_row_that_a_field_points_at_has_its_name(participation, coordinator):
    participation.caretaker = coordinator
    participation.save()
    assert fresh(participation) == [("uczestnictwo", "opiekun", "–", "Katarzyna Kowal")]


def test_a_row_that_is_gone_keeps_its_name_or_number(participation):
    group = GroupFactory(form_of_support__project=participation.project, name="poniedziałki")
    number = group.pk
    EnrolmentFactory(participation=participation, group=group).delete()
    group.delete()
    assert fresh(participation)[-1][2:] == ("poniedziałki (już usunięte)", "usunięto")
    ChangeLog.objects.filter(act="delete", table_name="activities_group").update(
        before={}, after={}, forgotten_at=timezone.now()
    )
    assert fresh(participation)[-1][2:] == (f"nr {number}, już usunięte", "usunięto")


def test_an_outcome_that_came_and_one_that_went(participation):
    outcome = OutcomeFactory(
        participation=participation, kind="education", obtained_on=date(2024, 5, 6), is_validated=False
    )
    Outcome.objects.filter(pk=outcome.pk).update(obtained_on=date(2024, 5, 7))
    outcome.delete()
    assert fresh(participation) == [
        ("rezultat", "", "–", "kształcenie lub szkolenie, 06.05.2024"),
        ("rezultat", "data", "06.05.2024", "07.05.2024"),
        ("rezultat", "", "kształcenie lub szkolenie, 07.05.2024", "usunięto"),
    ]


def test_what_is_of_a_special_category_is_marked(participation):
    participation.person.last_name = "Inna"
    participation.person.save()
    Participation.objects.filter(pk=participation.pk).update(homeless="yes")
    PremiseFactory(participation=participation)
    marked = {
        change.field or change.what: change.is_sensitive for change in changes([participation.pk])[participation.pk]
    }
    assert marked["nazwisko"] is False
    assert marked["osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań"] is True
    assert marked["przesłanka"] is True


def test_only_what_was_changed_in_between_is_told(participation):
    long_ago, soon = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)
    Participation.objects.filter(pk=participation.pk).update(employer="")
    Person.objects.filter(pk=participation.person_id).update(phone="700")
    assert told(participation, soon) == []
    assert told(participation, None, until=long_ago) == []
    assert [row[1] for row in fresh(participation)] == ["telefon"]


def test_a_change_of_the_person_is_told_in_each_of_her_projects(participation):
    other = ParticipationFactory(person=participation.person)
    Person.objects.filter(pk=participation.person_id).update(phone="700")
    found = changes([participation.pk, other.pk])
    assert {pk: [c.field for c in rows if c.field] for pk, rows in found.items()} == {
        participation.pk: ["telefon"],
        other.pk: ["telefon"],
    }


def test_a_participation_that_was_removed_is_told_with_its_person(participation):
    pk, person = participation.pk, participation.person
    person.phone = "700"
    person.save()
    participation.delete()
    assert [(row[0], row[1]) for row in fresh(Participation(pk=pk))] == [
        ("osoba", "telefon"),
        ("uczestnictwo", ""),
    ]


def test_rows_as_they_were(participation):
    before = timezone.now() - timedelta(days=1)
    kept = OutcomeFactory(participation=participation, title="dawny tytuł")
    ChangeLog.objects.update(before={}, after={}, forgotten_at=timezone.now())
    now = ChangeLog.objects.latest("pk").at
    assert rows_at(Outcome, [participation.pk], now)[kept.pk]["title"] == "dawny tytuł"
    assert rows_at(Outcome, [participation.pk], before) == {}


def test_the_number_of_queries_does_not_grow_with_people(participation, project, django_assert_num_queries):
    def furnished(count):
        made = ParticipationFactory.create_batch(count, project=project)
        for each in made:
            OutcomeFactory(participation=each)
            PremiseFactory(participation=each, kind="unemployment")
            EnrolmentFactory(participation=each, group=GroupFactory(form_of_support__project=project))
            Participation.objects.filter(pk=each.pk).update(caretaker=UserFactory())
        return [each.pk for each in made]

    keys = furnished(2)
    with django_assert_num_queries(8):
        changes(keys, with_merged=True)
    keys = furnished(6)
    with django_assert_num_queries(8):
        changes(keys, with_merged=True)


def test_a_merged_record_keeps_its_past(project, coordinator):
    kept, gone = PersonFactory(), PersonFactory(identifier_kind="other", pesel="", other_identifier="", phone="700")
    here, there = ParticipationFactory(project=project, person=kept), ParticipationFactory(project=project, person=gone)
    OutcomeFactory(participation=there)
    with acting(user=coordinator.pk, how="form"):
        merge(project=project, kept=kept, gone=gone, by=coordinator)
    stays = Participation.objects.get(project=project)
    found = changes([stays.pk], with_merged=True)[stays.pk]
    removed = [change for change in found if change.is_removed]
    assert {change.what for change in removed} == {"osoba", "uczestnictwo"}
    assert {(change.how, change.by) for change in removed} == {("połączenie zapisów", coordinator)}
    assert len(found) > len(changes([stays.pk])[stays.pk])
    assert {here.pk, there.pk} == {c.row for c in found if c.table == "participants_participation"}


def test_what_was_done_in_the_project_has_a_history_too(project):
    event = HeadcountEventFactory(project=project, visitors=10, women=None, men=None)
    event.visitors = 12
    event.save()
    found = changes_of_project(project, models=[type(event)])
    assert [(c.what, c.field, c.before, c.after) for c in found][1:] == [("wydarzenie", "liczba osób", "10", "12")]


# --- who and how


def test_a_form_carries_its_user(client_of, coordinator, participation):
    address = reverse("participants:contact", args=[participation.project.slug, participation.pk])
    client_of(coordinator).post(address, {"phone": "32 100 00 00", "country": "Polska", "place": "Będzin"})
    entry = ChangeLog.objects.filter(forgotten_at=None).latest("pk")
    assert (entry.user, entry.how, entry.source, entry.table_name) == (coordinator, "form", "", "participants_person")


def test_a_page_that_is_read_leaves_nothing(client_of, coordinator, participation):
    before = ChangeLog.objects.count()
    client_of(coordinator).get(reverse("participants:detail", args=[participation.project.slug, participation.pk]))
    assert ChangeLog.objects.count() == before


def test_after_the_form_nobody_is_acting(participation):
    def answer(request):
        Person.objects.update(phone="1")

    request = RequestFactory().post("/?q=Nowak")
    request.user = UserFactory()
    says_who_acts(answer)(request)
    Person.objects.update(phone="2")
    request.user = AnonymousUser()
    says_who_acts(answer)(request)
    found = (
        ChangeLog.objects.filter(forgotten_at=None, act="update").order_by("pk").values_list("how", "source", "user")
    )
    assert [row[:2] for row in found] == [("form", ""), ("", ""), ("form", "")]
    assert [row[2] is None for row in found] == [False, True, True]


def test_the_setting_takes_words_only():
    with acting(how="command", source="demo'; DROP TABLE x; --"):
        PersonFactory()
    assert ChangeLog.objects.latest("pk").source == "demo   x --"


def test_what_nobody_said_came_from_outside_the_program(participation):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE participants_person SET phone = '5' WHERE id = %s", [participation.person_id])
    change = changes([participation.pk])[participation.pk][-1]
    assert (change.how, change.by) == ("poza programem", None)


# --- the page


def page(client, participation, **asked):
    return client.get(reverse("participants:history", args=[participation.project.slug, participation.pk]), asked)


def test_the_page_tells_who_changed_what(client_of, coordinator, participation):
    with acting(user=coordinator.pk, how="form"):
        Person.objects.filter(pk=participation.person_id).update(last_name="Nowa", phone="700")
    html = page(client_of(coordinator), participation).content.decode()
    assert "Katarzyna Kowal" in html
    assert "formularz" in html
    assert "<ins>Nowa</ins>" in html
    assert AccessLog.objects.filter(subject=f"{participation.reference}, historia").exists()


def test_the_page_is_narrowed_by_what_was_changed(client_of, coordinator, participation):
    OutcomeFactory(participation=participation)
    Person.objects.filter(pk=participation.person_id).update(phone="700")
    client = client_of(coordinator)
    assert "telefon" not in page(client, participation, what="participants_outcome").content.decode()
    assert "telefon" in page(client, participation, what="participants_person").content.decode()
    assert "telefon" in page(client, participation, what="ktokolwiek").content.decode()


def test_the_page_asks_a_bounded_number_of_queries(
    client_of, coordinator, participation, django_assert_max_num_queries
):
    for _ in range(30):
        OutcomeFactory(participation=participation)
    client = client_of(coordinator)
    with django_assert_max_num_queries(12):
        assert page(client, participation).status_code == 200


def test_the_persons_page_leads_to_the_history(client_of, coordinator, participation):
    html = client_of(coordinator).get(participation.get_absolute_url()).content.decode()
    assert reverse("participants:history", args=[participation.project.slug, participation.pk]) in html
    assert how_many(participation) == 2
