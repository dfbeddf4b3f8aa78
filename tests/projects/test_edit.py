"""Changing a project: its rows, its period with people in it, its place among grants, its agreement number."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.db import connection

from projects.forms.rows import HAS_PEOPLE
from projects.models import FundingLine, Partner, ProgrammingPeriod

from ..factories import (
    AwardFactory,
    FundingLineFactory,
    OfficeFactory,
    OpeningHoursFactory,
    ParticipationFactory,
    PartnerFactory,
    ProgrammeFactory,
    ProjectFactory,
    SessionFactory,
    TargetGroupFactory,
    TeamMemberFactory,
)
from .pages import changed, complaints, edit_page, edit_url, refused, text_of


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


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


@pytest.mark.parametrize(
    ("typed", "place"),
    [({"starts_on": "01.06.2024"}, "Początek realizacji"), ({"ends_on": "30.04.2024"}, "Koniec realizacji")],
)
def test_a_period_that_leaves_a_session_outside_is_refused(client, project, typed, place):
    SessionFactory(group__form_of_support__project=project, held_on=date(2024, 5, 20))
    (complaint,) = refused(client, project, **typed)
    assert complaint.startswith(f"{place}: Poza nowym okresem znalazłyby się zajęcia z dnia 20.05.2024.")


def test_a_session_that_was_outside_before_does_not_stand_in_the_way(client, project):
    with connection.cursor() as cursor:  # as sessions were before the rule
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE activities_session DISABLE TRIGGER USER")
        SessionFactory(group__form_of_support__project=project, held_on=date(2023, 5, 20))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE activities_session ENABLE TRIGGER USER")
    assert changed(client, project, starts_on="01.06.2024").starts_on == date(2024, 6, 1)


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


def test_the_address_stays_when_the_title_changes(client, project):
    assert changed(client, project, title="Zupełnie inaczej").slug == "aktywni"


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
