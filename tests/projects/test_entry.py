"""Entering and changing a project: the whole page, its rows, and what is refused."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.roles import Role
from projects.forms.rows import HAS_PEOPLE
from projects.models import FundingLine, Partner, ProgrammingPeriod, Project

from ..factories import (
    AwardFactory,
    CallFactory,
    FundingLineFactory,
    OfficeFactory,
    OpeningHoursFactory,
    ParticipationFactory,
    PartnerFactory,
    ProgrammeFactory,
    ProjectFactory,
    TargetGroupFactory,
    TeamMemberFactory,
)
from .pages import complaints, edit_page, edit_url, new_page, text_of

CREATE = reverse("projects:create")


@pytest.fixture
def programme(db):
    return ProgrammeFactory(name="Program Śląski")


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


def created(client, page):
    """The project that a page made; the page must have been accepted."""
    response = client.post(CREATE, page)
    assert response.status_code == 302, complaints(response)
    return Project.objects.get(title=page["title"])


def changed(client, project, **typed):
    """The project after its page was sent with something typed over; the page must have been accepted."""
    response = client.post(edit_url(project), edit_page(client, project, **typed))
    assert response.status_code == 302, complaints(response)
    return Project.objects.get(pk=project.pk)


def refused(client, project, **typed):
    """The complaints about a page sent with something typed over."""
    return complaints(client.post(edit_url(project), edit_page(client, project, **typed)))


# --- a new project


def test_a_project_is_entered_in_one_page(client, admin, programme):
    call = CallFactory(programme=programme)
    typed = {
        "title": "  Źródło –  Łąka ",
        "edition": "II edycja",
        "agreement_number": "RPSL.09.01.05-24-03A5/19-00",
        "call": call.pk,
        "goal": "Cel projektu.",
        "partners-0-name": "Miasto Sosnowiec",
        "partners-0-role": "lead",
        "partners-1-name": "Fundacja Po Skrzydła",
        "partners-1-role": "partner",
        "groups-0-name": "mieszkańcy Bytomia",
        "groups-0-women": "39",
        "groups-0-women_at_least": "on",
        "groups-0-total": "60",
        "funding-0-source": "eu",
        "funding-0-amount": "1 766 270,41 zł",
        "funding-1-source": "state",
        "funding-1-amount": "207\xa0796,52",
        "funding-2-source": "own",
        "funding-2-amount": "103898.26",
        "offices-0-name": "Biuro projektu",
        "offices-0-address": "Bytom, ul. Strzelców Bytomskich 16",
        "offices-0-hours_1": "od 7.30 do 17.00",
        "offices-0-hours_2": "8-12, 13–15:30",
        "awards-0-title": "Dobra praktyka",
        "awards-0-entered_on": "29042010",
    }
    page = new_page(client, programme, **typed)
    response = client.post(CREATE, page)
    project = Project.objects.get(title="Źródło – Łąka")
    assert response.url == reverse("projects:detail", args=["zrodlo-laka"])
    assert (project.starts_on, project.ends_on) == (date(2024, 1, 1), date(2025, 12, 31))
    assert project.call == call
    assert project.lead.name == "Miasto Sosnowiec"
    assert [str(line.percent) for line in project.funding] == ["85", "10", "5"]
    assert project.total_value == Decimal("2077965.19")
    group = project.target_groups.get()
    assert (group.women, group.men, group.total, group.women_at_least) == (39, None, 60, True)
    hours = project.offices.get().hours.values_list("weekday", "opens", "closes")
    assert list(hours) == [(1, time(7, 30), time(17)), (2, time(8), time(12)), (2, time(13), time(15, 30))]
    assert project.awards.get().entered_on == date(2010, 4, 29)
    assert [(member.user, member.role) for member in project.team.all()] == [(admin, Role.ADMIN)]


def test_empty_rows_are_not_saved(client, programme):
    project = created(client, new_page(client, programme))
    for rows in (project.partners, project.target_groups, project.funding_lines, project.offices, project.awards):
        assert not rows.exists()


def test_a_page_posted_twice_makes_one_project(client, programme):
    page = new_page(client, programme, **{"partners-0-name": "Miasto", "partners-0-role": "lead"})
    first, second = client.post(CREATE, page), client.post(CREATE, page)
    assert first.url == second.url
    project = Project.objects.get(title=page["title"])
    assert project.partners.count() == 1
    assert project.team.count() == 1


def test_what_a_demo_account_enters_is_demo_data(client, admin, programme):
    admin.is_demo = True
    admin.save()
    assert created(client, new_page(client, programme)).is_demo


def test_two_projects_may_have_the_same_title(client, programme):
    slugs = []
    for _ in range(3):
        page = new_page(client, programme, title="Żółta Łódź")
        slugs.append(client.post(CREATE, page).url.split("/")[2])
    assert slugs == ["zolta-lodz", "zolta-lodz-2", "zolta-lodz-3"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Nowy", "nowy-2"), ("!!!", "projekt"), ("Ą" * 120, "a" * 80), ("Zażółć gęślą jaźń", "zazolc-gesla-jazn")],
)
def test_the_address_is_made_from_the_title(client, programme, title, slug):
    assert created(client, new_page(client, programme, title=title)).slug == slug


def test_the_address_stays_when_the_title_changes(client, project):
    assert changed(client, project, title="Zupełnie inaczej").slug == "aktywni"


def test_a_page_without_what_is_needed_is_refused_and_keeps_what_was_typed(client, programme):
    page = new_page(client, programme, title="", starts_on="", **{"partners-0-name": "Miasto Łódź"})
    response = client.post(CREATE, page)
    assert complaints(response) == [
        "Tytuł: To pole jest wymagane.",
        "Początek realizacji: To pole jest wymagane.",
        "Beneficjent i partnerzy, wiersz 1 – Rola: To pole jest wymagane.",
    ]
    text = text_of(response)
    assert 'value="Miasto Łódź"' in text
    assert "Nie zapisano. Wpisane dane są nadal w formularzu." in text
    assert not Project.objects.filter(programme=programme).exists()


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"ends_on": "31.12.2023"}, "Koniec realizacji jest wcześniejszy niż początek."),
        (
            {"starts_on": "31.02.2024"},
            "Początek realizacji: To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 30.07.2020.",
        ),
        ({"starts_on": "01.01.0024"}, "Początek realizacji: Sprawdź rok tej daty."),
        ({"attendance_threshold": "101"}, "Próg frekwencji jest w procentach, od 0 do 100."),
        ({"programme": "999999"}, "Program: Wybierz poprawną wartość. Podana nie jest jednym z dostępnych wyborów."),
        (
            {"funding-0-source": "eu", "funding-0-amount": "0"},
            "Finansowanie, wiersz 1 – Kwota: Kwota musi być większa od zera.",
        ),
        (
            {"funding-0-source": "eu", "funding-0-amount": "milion"},
            "Finansowanie, wiersz 1 – Kwota: Wpisz kwotę cyframi, z groszami po przecinku, na przykład 1 625 495,90.",
        ),
        (
            {"groups-0-name": "g", "groups-0-women": "5", "groups-0-men": "5", "groups-0-total": "11"},
            "Grupy docelowe, wiersz 1: Kobiety i mężczyźni nie zgadzają się z liczbą ogółem.",
        ),
        (
            {"offices-0-name": "b", "offices-0-address": "a", "offices-0-hours_3": "rano"},
            "Biura i godziny otwarcia, wiersz 1 – środa: Wpisz godziny jako 7.30–15.30, a przerwę oddziel przecinkiem: 8–12, 13–16.",
        ),
        (
            {"offices-0-name": "b", "offices-0-address": "a", "offices-0-hours_3": "15-8"},
            "Biura i godziny otwarcia, wiersz 1 – środa: Godzina zamknięcia musi być późniejsza niż otwarcia.",
        ),
        (
            {"offices-0-name": "b", "offices-0-address": "a", "offices-0-hours_3": "8-12, 11-15"},
            "Biura i godziny otwarcia, wiersz 1 – środa: Te godziny nakładają się na siebie.",
        ),
    ],
)
def test_a_wrong_value_is_answered_with_a_sentence_and_nothing_is_saved(client, programme, typed, complaint):
    response = client.post(CREATE, new_page(client, programme, **typed))
    assert complaints(response) == [complaint]
    assert not Project.objects.filter(programme=programme).exists()


def test_rows_that_together_break_a_rule_are_refused(client, programme):
    typed = {
        "partners-0-name": "Miasto",
        "partners-0-role": "lead",
        "partners-1-name": "Powiat",
        "partners-1-role": "lead",
        "funding-0-source": "eu",
        "funding-0-amount": "1",
        "funding-1-source": "eu",
        "funding-1-amount": "2",
    }
    assert complaints(client.post(CREATE, new_page(client, programme, **typed))) == [
        "Beneficjent i partnerzy, wiersz 2: Projekt ma już lidera; może być jeden.",
        "Finansowanie, wiersz 2: To źródło już jest w finansowaniu projektu.",
    ]


def test_a_call_of_another_programme_is_refused(client, programme):
    page = new_page(client, programme, call=CallFactory().pk)
    (complaint,) = complaints(client.post(CREATE, page))
    assert complaint.startswith("Nabór: Ten nabór należy do innego programu.")


@pytest.mark.parametrize("broken", ["partners-TOTAL_FORMS", "funding-INITIAL_FORMS"])
def test_a_page_that_was_tampered_with_is_refused(client, programme, broken):
    page = new_page(client, programme)
    del page[broken]
    assert client.post(CREATE, page).status_code == 200
    assert not Project.objects.filter(programme=programme).exists()


def test_without_a_programme_the_page_says_who_makes_them(client_of, operator):
    page = text_of(client_of(operator).get(CREATE))
    assert "Nie ma jeszcze żadnego programu." in page
    assert "<fieldset" not in page


# --- the agreement number


@pytest.mark.parametrize(
    ("period", "number", "is_usual"),
    [
        (ProgrammingPeriod.ESF_2014, "RPMA.09.01.00-14-7453/16-00", True),
        (ProgrammingPeriod.ESF_2014, "POWR.02.05.00-00-0320/19-00", True),
        (ProgrammingPeriod.ESF_2014, "FEDS.07.05-IP.02-0172/24", False),
        (ProgrammingPeriod.ESF_2014, "13/5/G/2020", False),
        (ProgrammingPeriod.ESF_2014, "", True),
        (ProgrammingPeriod.ESF_PLUS_2021, "FEDS.07.05-IP.02-0172/24", True),
        (ProgrammingPeriod.ESF_PLUS_2021, "FESL.07.01-IP.02-0001/24", True),
        (ProgrammingPeriod.ESF_PLUS_2021, "RPMA.09.01.00-14-7453/16-00", False),
        (ProgrammingPeriod.ESF_2007, "POKL.07.02.01-12-009/08-00", True),
        (ProgrammingPeriod.ESF_2007, "7.2.1", False),
        (ProgrammingPeriod.NATIONAL, "cokolwiek", True),
    ],
)
def test_an_unusual_agreement_number_is_kept_with_a_remark(client, project, period, number, is_usual):
    project.programme = ProgrammeFactory(period=period)
    project.save()
    page = edit_page(client, project, agreement_number=number)
    text = text_of(client.post(edit_url(project), page, follow=True))
    assert ("Zapisano go tak, jak go wpisano." in text) is not is_usual
    project.refresh_from_db()
    assert project.agreement_number == number


def test_a_grant_has_a_number_of_its_own(client, project):
    project.parent = ProjectFactory()
    project.save()
    page = edit_page(client, project, agreement_number="13/5/G/2020")
    assert "Zapisano go tak" not in text_of(client.post(edit_url(project), page, follow=True))


# --- changing


def test_what_is_there_stands_in_the_page_as_people_write_it(client, project):
    FundingLineFactory(project=project, amount=Decimal("1381671.51"))
    office = OfficeFactory(project=project)
    OpeningHoursFactory(office=office, weekday=5, opens=time(7, 30), closes=time(14))
    text = text_of(client.get(edit_url(project)))
    assert 'value="1 381 671,51"' in text
    assert 'value="7.30–14.00"' in text
    assert 'value="01.01.2024"' in text
    assert "100,00% całości" in text


def test_sending_the_page_as_it_stands_changes_nothing(client, project):
    partner, group, line = (
        PartnerFactory(project=project),
        TargetGroupFactory(project=project),
        FundingLineFactory(project=project),
    )
    hours = OpeningHoursFactory(office__project=project)
    AwardFactory(project=project)
    changed(client, project)
    assert project.partners.get() == partner
    assert project.target_groups.get() == group
    assert project.funding_lines.get() == line
    assert project.offices.get().hours.get() == hours


def test_a_marked_row_is_removed(client, project):
    PartnerFactory(project=project)
    changed(client, project, **{"partners-0-DELETE": "on"})
    assert not project.partners.exists()


def test_the_lead_changes_places_with_a_partner(client, project):
    city = PartnerFactory(project=project, name="Miasto", role=Partner.Role.LEAD)
    county = PartnerFactory(project=project, name="Powiat")
    changed(client, project, **{"partners-0-role": "partner", "partners-1-role": "lead"})
    assert dict(project.partners.values_list("pk", "role")) == {city.pk: "partner", county.pk: "lead"}


def test_two_sources_change_places(client, project):
    first = FundingLineFactory(project=project, source="eu", amount=10)
    second = FundingLineFactory(project=project, source="state", amount=20)
    changed(client, project, **{"funding-0-source": "state", "funding-1-source": "eu"})
    assert dict(project.funding_lines.values_list("pk", "source")) == {first.pk: "state", second.pk: "eu"}
    assert set(project.funding_lines.values_list("name", flat=True)) == {""}


def test_a_source_may_be_removed_and_entered_anew_in_one_go(client, project):
    FundingLineFactory(project=project, source="eu", amount=10)
    typed = {"funding-0-DELETE": "on", "funding-1-source": "eu", "funding-1-amount": "20"}
    changed(client, project, **typed)
    assert project.funding_lines.get().amount == 20


def test_new_rows_posted_twice_are_made_once(client, project):
    typed = {
        "partners-0-name": "Miasto",
        "partners-0-role": "partner",
        "groups-0-name": "młodzież",
        "funding-0-source": "eu",
        "funding-0-amount": "10",
        "offices-0-name": "Biuro",
        "offices-0-address": "Rynek 1",
        "offices-0-hours_1": "8-16",
        "awards-0-title": "Dobra praktyka",
    }
    page = edit_page(client, project, **typed)
    for _ in range(2):
        assert client.post(edit_url(project), page).status_code == 302
    assert FundingLine.objects.filter(project=project).count() == 1
    for rows in (project.partners, project.target_groups, project.offices, project.awards):
        assert rows.count() == 1
    assert project.offices.get().hours.count() == 1


def test_a_row_that_a_colleague_removed_meanwhile_is_told(client, project):
    partner = PartnerFactory(project=project, name="Miasto")
    page = edit_page(client, project, **{"partners-0-name": "Miasto Bytom"})
    partner.delete()
    response = client.post(edit_url(project), page)
    assert any("ktoś usunął go w międzyczasie" in complaint for complaint in complaints(response))
    assert 'value="Miasto Bytom"' in text_of(response)


def test_a_row_of_another_project_cannot_be_reached(client, project):
    foreign = PartnerFactory(name="Cudzy")
    mine = PartnerFactory(project=project)
    page = edit_page(client, project, **{"partners-0-id": foreign.pk, "partners-0-name": "Przejęty"})
    client.post(edit_url(project), page)
    foreign.refresh_from_db()
    mine.refresh_from_db()
    assert foreign.name == "Cudzy"


def test_a_target_group_with_people_stays(client, project):
    group = TargetGroupFactory(project=project, name="młodzież")
    ParticipationFactory(project=project, target_group=group)
    assert refused(client, project, **{"groups-0-DELETE": "on"}) == [
        f"Grupy docelowe: {HAS_PEOPLE % {'name': 'młodzież'}}"
    ]
    assert project.target_groups.get() == group


def test_a_title_typed_wrong_does_not_stand_in_the_links(client, project):
    response = client.post(edit_url(project), edit_page(client, project, title="", goal="nowy cel"))
    assert "Aktywni razem" in text_of(response)
    assert "nowy cel" in text_of(response)


# --- the period and the people in it


@pytest.mark.parametrize(
    ("typed", "place"),
    [({"starts_on": "06.02.2024"}, "Początek realizacji"), ({"ends_on": "02.08.2024"}, "Koniec realizacji")],
)
def test_a_period_that_leaves_somebody_outside_is_refused(client, project, typed, place):
    ParticipationFactory(
        project=project, entered_on=date(2024, 2, 5), left_on=date(2024, 8, 3), exit_reason="completed"
    )
    (complaint,) = refused(client, project, **typed)
    assert complaint == (
        f"{place}: Poza nowym okresem znalazłby się udział 1\xa0osoby. Udziały w tym projekcie mieszczą się w dniach "
        "05.02.2024–03.08.2024; okres musi je obejmować."
    )
    project.refresh_from_db()
    assert (project.starts_on, project.ends_on) == (date(2024, 1, 1), date(2026, 12, 31))


def test_a_period_that_holds_everybody_is_saved(client, project):
    ParticipationFactory(project=project, entered_on=date(2024, 2, 5))
    ParticipationFactory(project=project, draft=True, entered_on=None)
    assert changed(client, project, starts_on="05.02.2024", ends_on="05.02.2024").ends_on == date(2024, 2, 5)


# --- umbrella grants


def parents_offered(client, project):
    return [parent.title for parent in client.get(edit_url(project)).context["entry"].form.fields["parent"].queryset]


def test_only_projects_one_sees_can_stand_above(client, admin, project):
    seen = ProjectFactory(title="Parasol")
    TeamMemberFactory(project=seen, user=admin)
    hidden = ProjectFactory(title="Cudzy")
    assert parents_offered(client, project) == ["Parasol"]
    assert changed(client, project, parent=seen.pk).parent == seen
    (complaint,) = refused(client, project, parent=hidden.pk)
    assert complaint.startswith("Projekt nadrzędny: ")


def test_the_present_parent_stays_although_one_does_not_see_it(client, project):
    project.parent = ProjectFactory(title="Cudzy parasol")
    project.save()
    assert parents_offered(client, project) == ["Cudzy parasol"]
    assert changed(client, project).parent == project.parent


def test_a_project_cannot_stand_above_itself_by_way_of_its_grants(client, admin, project):
    grant = ProjectFactory(parent=project)
    grant_of_grant = ProjectFactory(parent=grant)
    TeamMemberFactory(project=grant_of_grant, user=admin)
    (complaint,) = refused(client, project, parent=grant_of_grant.pk)
    assert complaint.startswith("Projekt nadrzędny: Ten projekt jest grantem")


# --- who may


@pytest.mark.parametrize(
    ("who", "status"),
    [("admin", 200), ("coordinator", 200), ("social_worker", 403), ("controller", 403), ("stranger", 404)],
)
def test_only_those_who_answer_for_a_project_change_it(client_of, project, request, who, status):
    client = client_of(request.getfixturevalue(who))
    assert client.get(edit_url(project)).status_code == status
    assert client.post(edit_url(project), {"title": "Przejęty"}).status_code == status
    project.refresh_from_db()
    assert project.title == "Aktywni razem"


@pytest.mark.parametrize(
    ("who", "status"),
    [("admin", 200), ("coordinator", 403), ("social_worker", 403), ("controller", 403), ("operator", 200)],
)
def test_only_administrators_make_new_projects(client_of, request, who, status):
    assert client_of(request.getfixturevalue(who)).get(CREATE).status_code == status
