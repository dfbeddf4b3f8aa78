"""The register: things that are not people, named, dated, and counted once they have a proof."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from indicators.models import RegisterEntry
from indicators.reports import ProgressReport

from ..factories import ProjectIndicatorFactory, RegisterEntryFactory

ENTRY = {"register": "community", "name": "Osiedle Środula", "happened_on": "12.03.2024", "evidence": "", "note": ""}


def url(project, name="register", *args):
    return reverse(f"indicators:{name}", args=[project.slug, *args])


def counted(project):
    return ProgressReport.build(project, date(2024, 12, 31)).row("communities").value.total


def test_an_entry_waits_until_its_proof_is_named(project, coordinator, client_of):
    ProjectIndicatorFactory(project=project, definition="communities", unit="szt.", counts="register", total=1)
    client = client_of(coordinator)
    page = client.post(url(project, "register_add"), ENTRY, follow=True)
    assert "Czeka na dowód i jeszcze nie jest liczony." in page.text
    assert "1 wpis czeka na dowód" in page.text.replace("\xa0", " ")
    assert counted(project) == 0
    entry = project.register_entries.get()
    page = client.post(url(project, "register_edit", entry.pk), ENTRY | {"evidence": "protokół 3/2024"}, follow=True)
    assert "Ma dowód, więc jest liczony." in page.text
    assert "Liczy się 1 wpis." in page.text.replace("\xa0", " ")
    assert "Wskaźnik: Liczba środowisk" in page.text.replace("\xa0", " ")
    assert counted(project) == 1


def test_a_form_sent_twice_makes_one_entry(project, coordinator, client_of):
    client = client_of(coordinator)
    sent = ENTRY | {"submission": "5f2d9e6c-6a68-4f0c-9a75-7e2f3f0f5a10"}
    for _ in range(2):
        assert client.post(url(project, "register_add"), sent).status_code == 302
    assert project.register_entries.count() == 1


def test_one_may_go_on_adding(project, coordinator, client_of):
    answer = client_of(coordinator).post(url(project, "register_add"), ENTRY | {"another": "1"})
    assert answer.url == url(project, "register_add")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"happened_on": "31.12.2023"}, "Ten dzień jest poza okresem realizacji projektu"),
        ({"happened_on": "01.01.2027"}, "Ten dzień jest poza okresem realizacji projektu"),
        ({"happened_on": "12.13.2024"}, "To nie jest data."),
        ({"happened_on": ""}, "To pole jest wymagane."),
        ({"name": ""}, "To pole jest wymagane."),
        ({"name": "x" * 201}, "200"),
        ({"register": "smoki"}, "Wybierz poprawną wartość."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(wrong, sentence, project, coordinator, client_of):
    page = client_of(coordinator).post(url(project, "register_add"), ENTRY | wrong)
    assert page.status_code == 200
    assert sentence in page.text
    assert "Nie zapisano. Wpisane dane są nadal w formularzu." in page.text
    assert not project.register_entries.exists()


def test_what_has_not_happened_is_not_recorded(project, coordinator, client_of):
    tomorrow = timezone.localdate() + timedelta(days=1)
    project.ends_on = tomorrow
    project.save()
    page = client_of(coordinator).post(url(project, "register_add"), ENTRY | {"happened_on": f"{tomorrow:%d.%m.%Y}"})
    assert "Ten dzień jeszcze nie nadszedł." in page.text


def test_the_same_name_twice_in_one_register_is_refused(project, coordinator, client_of):
    RegisterEntryFactory(project=project, name=ENTRY["name"])
    client = client_of(coordinator)
    assert "Wpis o tej nazwie już jest w rejestrze." in client.post(url(project, "register_add"), ENTRY).text
    assert client.post(url(project, "register_add"), ENTRY | {"register": "association"}).status_code == 302


def test_the_database_refuses_the_same_entry_twice_and_an_unknown_register(project):
    RegisterEntryFactory(project=project, name="a")
    with transaction.atomic(), pytest.raises(IntegrityError, match="register_entry_once"):
        RegisterEntryFactory(project=project, name="a")
    with pytest.raises(IntegrityError, match="register_known"):
        RegisterEntryFactory(project=project, register="smoki")


def test_an_entry_made_by_mistake_can_be_taken_out(project, coordinator, client_of):
    entry = RegisterEntryFactory(project=project)
    page = client_of(coordinator).post(url(project, "register_remove", entry.pk), follow=True)
    assert f"Usunięto wpis: {entry.name}." in page.text
    assert not RegisterEntry.objects.exists()


@pytest.mark.parametrize("name", ["register_edit", "register_remove"])
def test_an_entry_of_another_project_is_not_found(name, project, coordinator, client_of):
    foreign = RegisterEntryFactory()
    assert client_of(coordinator).post(url(project, name, foreign.pk), ENTRY).status_code == 404
    assert RegisterEntry.objects.get() == foreign


def test_who_only_reads_sees_the_register_without_doors(project, controller, client_of):
    entry = RegisterEntryFactory(project=project)
    client = client_of(controller)
    page = client.get(url(project))
    assert entry.name in page.text.replace("\xa0", " ")
    assert url(project, "register_edit", entry.pk) not in page.text
    assert client.get(url(project, "register_edit", entry.pk)).status_code == 403


def test_an_indicator_without_entries_invites_the_first_one(project, coordinator, client_of):
    ProjectIndicatorFactory(project=project, definition="communities", unit="szt.", counts="register", total=5)
    page = client_of(coordinator).get(url(project))
    assert "?register=community" in page.text
    form = client_of(coordinator).get(url(project, "register_add"), {"register": "community"})
    assert '<option value="community" selected>' in form.text


def test_the_register_asks_few_questions_however_long_it_is(
    project, coordinator, client_of, django_assert_max_num_queries
):
    RegisterEntryFactory.create_batch(120, project=project)
    client = client_of(coordinator)
    with django_assert_max_num_queries(12):
        assert "Strona 1 z 2" in client.get(url(project)).text.replace("\xa0", " ")
    assert "Liczy się 120 wpisów" in client.get(url(project), {"page": 2}).text.replace("\xa0", " ")


@pytest.mark.parametrize(("register", "status"), [("lasting_job", 302), ("lasting_service", 302), ("job", 200)])
def test_what_outlives_the_project_may_be_recorded_after_its_end(register, status, coordinator, client_of, project):
    project.starts_on, project.ends_on = date(2020, 1, 1), date(2022, 12, 31)
    project.save()
    sent = ENTRY | {"register": register, "happened_on": "12.03.2024", "evidence": "oświadczenie z 12.03.2024"}
    assert client_of(coordinator).post(url(project, "register_add"), sent).status_code == status
    sent |= {"happened_on": "31.12.2019", "name": "przed projektem"}
    assert client_of(coordinator).post(url(project, "register_add"), sent).status_code == 200


def test_the_trait_of_a_project_says_that_it_counts_once(project, coordinator, client_of):
    for name in ("Fundacja", "Stowarzyszenie"):
        RegisterEntryFactory(project=project, register="social_partners", name=name)
    page = client_of(coordinator).get(url(project)).text.replace("\xa0", " ")
    assert "Cecha liczy się raz, niezależnie od liczby wpisów." in page
