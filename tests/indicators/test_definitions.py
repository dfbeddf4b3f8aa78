"""The pages of definitions: what each counts, that it passes its examples, its versions, and whose counting a change moves."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts import roles
from accounts.models import AccessLog
from indicators import examples, proving, versions
from indicators.catalogue import BY_KEY
from indicators.models import DefinitionVersion
from indicators.words import status
from projects.models import ProgrammingPeriod

from ..factories import (
    FormOfSupportFactory,
    ParticipationFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    TeamMemberFactory,
)

pytestmark = pytest.mark.django_db
WORDS = ["complete", "entered"]
SENT = {"name": "liczba kobiet", "kind": "output", "unit": "osoby", "counts": "people", "total": "10", "position": "0"}


def url(project, name="definitions", *args):
    return reverse(f"indicators:{name}", args=[project.slug, *args])


def read(page):
    return page.text.replace("\xa0", " ").replace("&nbsp;", " ")


@pytest.fixture
def client(coordinator, client_of):
    return client_of(coordinator)


@pytest.fixture
def checked():
    """Three definitions are recorded and proved."""
    proving.check([(BY_KEY[key], None) for key in ("CO01", "CO09", "CR03")])


# --- the list


def test_the_list_shows_both_names_the_clock_the_version_and_the_proof(project, client):
    proving.check_all()
    page = read(client.get(url(project)))
    assert "CO09" in page
    assert "Liczba osób, które uzyskały kwalifikacje po opuszczeniu programu" in page
    assert "participants gaining a qualification upon leaving" in page
    assert "od zakończenia udziału do 4 tygodni po nim" in page
    assert f"przechodzi {len(examples.of('CO09'))} z {len(examples.of('CO09'))}" in page
    assert "Wszystkie przechodzą swoje przykłady." in page
    assert "EECO01" not in page


@pytest.mark.parametrize(
    ("asked", "found", "left_out"),
    [
        ({"q": "kwalifikacje"}, "CR03", "CO01"),
        ({"q": "QUALIFICATION upon"}, "CR03", "CO01"),
        ({"q": "co09"}, "CO09", "CO10"),
        ({"q": "zywnosc"}, "Nic nie pasuje.", "CO01"),
        ({"kind": "result"}, "CR03", "CO01"),
        ({"state": "taken"}, "CO16", "CO01"),
        ({"state": "changed"}, "Nic nie pasuje.", "CO01"),
        ({"state": "nonsense", "kind": "x"}, "CO01", "EECO01"),
    ],
)
def test_the_list_is_searched_and_narrowed(asked, found, left_out, project, client):
    ProjectIndicatorFactory(project=project, definition="CO16")
    page = client.get(url(project), asked).text
    assert found in page
    assert f">{left_out}<" not in page


def test_own_indicators_stand_first_and_a_programme_without_a_list_has_only_them(project, client):
    ProjectIndicatorFactory(project=project, name="liczba osób z osiedla Środula")
    page = client.get(url(project)).text
    assert page.index("osiedla") < page.index("CO01")
    project.programme.indicator_list = "own"
    project.programme.save()
    page = client.get(url(project)).text
    assert "osiedla" in page
    assert "CO01" not in page


def test_a_project_without_indicators_says_so(project, client):
    project.programme.indicator_list = "own"
    project.programme.save()
    assert "Projekt nie ma jeszcze wskaźników." in client.get(url(project)).text


def test_a_definition_that_fails_is_told_above_the_list(project, client, checked):
    DefinitionVersion.objects.filter(key="CO09").update(failed=["gimnazjalne"])
    page = read(client.get(url(project)))
    assert "1 definicja nie przechodzi swoich przykładów." in page


def test_the_list_asks_few_questions(project, client, checked, django_assert_max_num_queries):
    ProjectIndicatorFactory.create_batch(5, project=project)
    with django_assert_max_num_queries(12):
        client.get(url(project))


# --- one definition


def test_a_definition_shows_its_sentences_its_examples_and_its_version(project, client, checked):
    page = read(client.get(url(project, "definition", "CR03")))
    assert "kwalifikację potwierdzono najpóźniej 28. dnia po zakończeniu" in page
    assert "zakończyła udział nie później niż w dniu sprawozdania" in page
    assert "kwalifikacja 29. dnia po zakończeniu" in page
    assert "kwalifikacje, 27.07.2024 (29. dzień)" in page
    assert f"Przechodzi {len(examples.of('CR03'))} z {len(examples.of('CR03'))} przykładów" in page
    assert "Wersja 1" in page


def test_a_definition_that_was_never_checked_says_so(project, client):
    page = read(client.get(url(project, "definition", "CO16")))
    assert "Przykłady nie zostały jeszcze sprawdzone." in page
    assert "jeszcze niezapisana" in page


def test_every_definition_has_a_page(project, client):
    assert [key for key in BY_KEY if client.get(url(project, "definition", key)).status_code != 200] == []


def test_an_own_definition_belongs_to_its_project(project, client):
    foreign = ProjectIndicatorFactory()
    assert client.get(url(project, "definition", f"own-{foreign.pk}")).status_code == 404
    assert client.get(url(project, "definition", "no-such")).status_code == 404


@pytest.mark.parametrize(
    "counted",
    [
        {"counts": "register", "register": "community", "words": []},
        {"counts": "visitors", "event_kind": "conference", "words": []},
        {"words": [*WORDS, "woman", "man"]},
    ],
)
def test_own_definitions_of_every_kind_have_a_page(counted, project, client):
    row = ProjectIndicatorFactory(project=project, **counted)
    assert client.get(url(project, "definition", f"own-{row.pk}")).status_code == 200


def test_reading_proves_nothing_and_writes_nothing(project, client):
    client.get(url(project, "definition", "CO16"))
    client.get(url(project))
    assert not DefinitionVersion.objects.exists()


def test_the_examples_are_proved_on_demand(project, client):
    page = read(client.post(url(project, "definition_check", "CO16"), follow=True))
    assert f"Sprawdzono {len(examples.of('CO16'))} przykład" in page
    assert DefinitionVersion.objects.get(key="CO16").failed == []


def test_a_failing_example_is_told_beside_its_row(project, client, monkeypatch):
    wrong = [replace(row, counted=not row.counted) for row in examples.of("CO16")]
    monkeypatch.setattr(examples, "of", lambda key: wrong)
    page = read(client.post(url(project, "definition_check", "CO16"), follow=True))
    assert "Nie każdy przykład jest liczony tak, jak mówi tabela." in page
    assert page.count("program liczy inaczej") == len(wrong)


# --- a change of an official definition


@pytest.fixture
def changed(project):
    """CO16 counted women alone at first; an upgrade brought its present rule. One man comes."""
    definition = BY_KEY["CO16"]
    versions.record(replace(definition, words=(*definition.words, status.woman)))
    versions.record(definition)
    ParticipationFactory(project=project, disability="yes", person__sex="K")
    return ParticipationFactory(
        project=project, disability="yes", person__sex="M", person__last_name="Nowakowski", entered_on=date(2024, 2, 5)
    )


def test_the_page_says_what_the_new_version_changed_and_for_whom(project, client, changed):
    page = read(client.get(url(project, "definition", "CO16")))
    assert "odpadło zdanie: jest kobietą" in page
    assert "przed zmianą 1, po zmianie 2. Przybywa 1, ubywa 0." in page
    assert "Nowakowski" in page
    log = AccessLog.objects.latest("pk")
    assert (log.project_slug, log.subject) == (project.slug, "zmiana definicji: CO16")


def test_any_version_can_be_asked_for(project, client, changed):
    page = read(client.get(url(project, "definition", "CO16"), {"version": "2"}))
    assert "Kogo zmieniła wersja 2" in page
    for nonsense in ("1", "99", "x", "²"):
        assert "Kogo zmieniła" not in client.get(url(project, "definition", "CO16"), {"version": nonsense}).text or (
            nonsense in "x²"
        )


def test_who_may_not_see_people_sees_numbers(project, changed, controller, client_of, monkeypatch):
    policy = roles.POLICIES[roles.Role.CONTROLLER]
    fewer = replace(policy, permissions=policy.permissions - {"participants_view"})
    monkeypatch.setitem(roles.POLICIES, roles.Role.CONTROLLER, fewer)
    page = client_of(controller).get(url(project, "definition", "CO16")).text
    assert "Nowakowski" not in page
    assert changed.reference in page


def test_a_rule_not_recorded_yet_is_marked(project, client):
    versions.record(replace(BY_KEY["CO16"], words=BY_KEY["CO16"].words[:-1]))
    assert "Reguła w programie różni się od zapisanej wersji." in client.get(url(project, "definition", "CO16")).text


# --- a change of an own one


@pytest.fixture
def own(project):
    ParticipationFactory(project=project, person__sex="K", person__last_name="Zielińska")
    ParticipationFactory(project=project, person__sex="M", person__last_name="Nowakowski")
    return ProjectIndicatorFactory(project=project, name="liczba osób", words=WORDS, total=10)


def test_a_changed_rule_is_shown_before_it_is_saved(project, client, own):
    page = read(client.post(url(project, "target_edit", own.pk), SENT | {"status": ["woman"]}))
    assert "Po tej zmianie wskaźnik będzie wynosił 1 zamiast 2." in page
    assert "dochodzi zdanie: jest kobietą" in page
    assert "Nowakowski" in page
    assert "Zielińska" not in page
    assert "Zapisz nową wersję" in page
    own.refresh_from_db()
    assert own.words == WORDS
    assert AccessLog.objects.filter(subject=f"zmiana definicji: own-{own.pk}").count() == 1


def test_what_was_seen_is_saved_as_a_new_version_and_proved(project, client, own, coordinator):
    sent = SENT | {"status": ["woman"]}
    page = client.post(url(project, "target_edit", own.pk), sent)
    seen = page.context["renewal"].fingerprint
    client.post(url(project, "target_edit", own.pk), sent | {"seen": seen})
    own.refresh_from_db()
    assert own.words == [*WORDS, "woman"]
    first, second = DefinitionVersion.objects.filter(key=f"own-{own.pk}").order_by("number")
    assert (first.number, first.recorded_by, second.number, second.recorded_by) == (1, None, 2, coordinator)
    assert (second.examples, second.failed) == (4, [])
    page = read(client.get(url(project, "definition", f"own-{own.pk}")))
    assert "doszło zdanie: jest kobietą" in page
    assert "Nowakowski" in page


def test_another_change_than_the_one_seen_is_shown_again(project, client, own):
    seen = client.post(url(project, "target_edit", own.pk), SENT | {"status": ["woman"]}).context["renewal"].fingerprint
    page = client.post(url(project, "target_edit", own.pk), SENT | {"status": ["man"], "seen": seen})
    assert "Zapisz nową wersję" in page.text
    own.refresh_from_db()
    assert own.words == WORDS


def test_one_may_go_back_to_the_form_with_what_was_ticked(project, client, own):
    shown = client.post(url(project, "target_edit", own.pk), SENT | {"status": ["woman"]})
    page = client.post(url(project, "target_edit", own.pk), dict(shown.context["sent"]) | {"preview": ""})
    assert "Zapisz wskaźnik" in page.text
    assert page.context["form"]["status"].value() == ["woman"]
    own.refresh_from_db()
    assert own.words == WORDS


def test_a_changed_target_alone_is_saved_at_once(project, client, own):
    client.post(url(project, "target_edit", own.pk), SENT | {"total": "12"})
    own.refresh_from_db()
    assert (own.total, own.name) == (12, "liczba kobiet")
    assert versions.all_current([]) == {}
    assert DefinitionVersion.objects.filter(key=f"own-{own.pk}").count() == 1


def test_a_change_that_moves_nobody_says_so(project, client, own):
    page = read(client.post(url(project, "target_edit", own.pk), SENT | {"age_from": "18", "age_to": "99"}))
    assert "liczą się te same osoby" in page


def test_a_change_of_what_is_counted_tells_both_figures(project, client, own):
    support = FormOfSupportFactory(project=project)
    page = read(
        client.post(url(project, "target_edit", own.pk), SENT | {"counts": "sessions", "form_of_support": support.pk})
    )
    assert "wskaźnik będzie wynosił 0 zamiast 2" in page


def test_a_new_own_indicator_is_proved_at_once(project, client):
    client.post(url(project, "target_own"), SENT | {"status": ["woman"]})
    row = project.indicators.get()
    version = DefinitionVersion.objects.get(key=f"own-{row.pk}")
    assert (version.number, version.project, version.examples, version.failed) == (1, project, 4, [])


# --- the command


def test_the_command_proves_records_and_prints(capsys):
    row = ProjectIndicatorFactory(name="liczba kobiet", words=[*WORDS, "woman"])
    call_command("definitions")
    printed = capsys.readouterr().out
    assert f"own-{row.pk}" in printed
    assert "4/4  liczba kobiet" in printed
    assert "CO16" in printed
    assert DefinitionVersion.objects.filter(key="CO16").exists()
    call_command("definitions", quiet=True)
    assert capsys.readouterr().out == ""


def test_the_command_says_how_many_a_new_version_moves(capsys, project, changed):
    versions.record(replace(BY_KEY["CO16"], words=(*BY_KEY["CO16"].words, status.man)))
    call_command("definitions", quiet=True)
    assert "CO16 ma nową wersję 4: zmiana dotyczy projektów: 1, przybywa 1, ubywa 0." in capsys.readouterr().out


def test_the_command_ends_with_1_when_a_definition_fails(monkeypatch, capsys):
    real = examples.of
    wrong = [replace(row, counted=not row.counted) for row in real("CO16")]
    monkeypatch.setattr(examples, "of", lambda key: wrong if key == "CO16" else real(key))
    with pytest.raises(CommandError, match="1 definicja nie przechodzi swoich przykładów") as refused:
        call_command("definitions", quiet=True)
    assert refused.value.returncode == 1
    assert "CO16 nie przechodzi: " + wrong[0].who in capsys.readouterr().err


def test_the_programme_of_2021_has_its_own_list(coordinator, client_of):
    project = ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021)
    TeamMemberFactory(project=project, user=coordinator, role="coordinator")
    page = client_of(coordinator).get(url(project)).text
    assert "EECO09" in page
    assert ">CO09<" not in page
