"""The team: adding by e-mail address, roles, removing, and the last administrator."""

import pytest
from django.urls import reverse

from accounts.roles import Role
from projects.models import TeamMember

from ..factories import TeamMemberFactory, UserFactory
from .pages import text_of


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


def team_url(project):
    return reverse("projects:team", args=[project.slug])


def add(client, project, email, role=Role.SOCIAL_WORKER):
    return client.post(team_url(project), {"email": email, "role": role}, follow=True)


def give_role(client, member, role):
    url = reverse("projects:team_role", args=[member.project.slug, member.pk])
    return client.post(url, {"role": role}, follow=True)


def remove(client, member):
    return client.post(reverse("projects:team_remove", args=[member.project.slug, member.pk]), follow=True)


def roles_in(project):
    return dict(project.team.values_list("user__email", "role"))


def test_a_person_with_an_account_is_added_by_address_in_any_letter_case(client, project):
    UserFactory(email="nowa@example.org", first_name="Nina", last_name="Nowa")
    page = add(client, project, " Nowa@Example.org ", Role.COORDINATOR)
    assert "Nina Nowa jest w zespole." in text_of(page)
    assert roles_in(project)["nowa@example.org"] == Role.COORDINATOR


@pytest.mark.parametrize(
    ("email", "role", "sentence"),
    [
        ("nikt@example.org", "coordinator", "Nie ma konta z tym adresem."),
        ("dawna@example.org", "coordinator", "To konto jest wyłączone."),
        ("admin@example.org", "coordinator", "Ta osoba już jest w zespole."),
        ("nie adres", "coordinator", "To nie jest adres e-mail."),
        ("", "coordinator", "To pole jest wymagane."),
        ("wolna@example.org", "", "To pole jest wymagane."),
        ("wolna@example.org", "owner", "Wybierz poprawną wartość."),
    ],
)
def test_who_cannot_be_added_is_told_why_and_what_was_typed_stays(client, project, email, role, sentence):
    UserFactory(email="dawna@example.org", is_active=False)
    UserFactory(email="wolna@example.org")
    page = text_of(add(client, project, email, role))
    assert sentence in page
    assert f'value="{email}"' in page or not email
    assert TeamMember.objects.filter(project=project).count() == 1


def test_adding_twice_makes_one_member(client, project):
    UserFactory(email="nowa@example.org")
    add(client, project, "nowa@example.org")
    assert "Ta osoba już jest w zespole." in text_of(add(client, project, "nowa@example.org"))
    assert project.team.count() == 2


def test_a_role_is_changed(client, project):
    member = TeamMemberFactory(project=project, role=Role.CONTROLLER)
    page = give_role(client, member, Role.COORDINATOR)
    assert "Zmieniono rolę." in text_of(page)
    member.refresh_from_db()
    assert member.role == Role.COORDINATOR


def test_an_unknown_role_is_refused(client, project):
    member = TeamMemberFactory(project=project, role=Role.CONTROLLER)
    assert "Nie zapisano." in text_of(give_role(client, member, "owner"))
    member.refresh_from_db()
    assert member.role == Role.CONTROLLER


def test_a_member_is_removed_and_the_account_stays(client, project):
    member = TeamMemberFactory(project=project)
    assert "nie jest już w zespole." in text_of(remove(client, member))
    assert not project.team.filter(user=member.user).exists()
    member.user.refresh_from_db()
    assert remove(client, member).status_code == 200


@pytest.mark.parametrize("act", [remove, lambda client, member: give_role(client, member, Role.CONTROLLER)])
def test_the_last_administrator_stays(client, admin, project, act):
    TeamMemberFactory(project=project, user__is_active=False, role=Role.ADMIN)
    member = project.team.get(user=admin)
    assert "W zespole musi zostać administrator." in text_of(act(client, member))
    member.refresh_from_db()
    assert member.role == Role.ADMIN


def test_one_of_two_administrators_may_leave(client, admin, project):
    TeamMemberFactory(project=project, role=Role.ADMIN)
    page = remove(client, project.team.get(user=admin))
    assert page.redirect_chain[-1][0] == reverse("projects:list")
    assert client.get(team_url(project)).status_code == 404


def test_a_member_of_another_team_cannot_be_reached(client, project, stranger):
    foreign = TeamMember.objects.get(user=stranger)
    for name in ("team_role", "team_remove"):
        client.post(reverse(f"projects:{name}", args=[project.slug, foreign.pk]), {"role": "controller"})
    foreign.refresh_from_db()
    assert foreign.role == Role.ADMIN


@pytest.mark.parametrize(
    ("who", "sees", "changes"),
    [
        ("admin", 200, 302),
        ("coordinator", 200, 403),
        ("social_worker", 200, 403),
        ("controller", 200, 403),
        ("stranger", 404, 404),
    ],
)
def test_the_team_is_seen_by_the_team_and_changed_by_administrators(client_of, project, request, who, sees, changes):
    client = client_of(request.getfixturevalue(who))
    member = TeamMemberFactory(project=project)
    UserFactory(email="nowa@example.org")
    assert client.get(team_url(project)).status_code == sees
    assert client.post(team_url(project), {"email": "nowa@example.org", "role": "admin"}).status_code == changes
    for name, sent in (("team_role", {"role": "controller"}), ("team_remove", {})):
        assert client.post(reverse(f"projects:{name}", args=[project.slug, member.pk]), sent).status_code == changes


def test_those_who_only_see_the_team_get_no_buttons(client_of, controller, project):
    page = text_of(client_of(controller).get(team_url(project)))
    assert "Usuń z zespołu" not in page
    assert "Sprawdza: czyta wszystko, niczego nie zmienia." in page
