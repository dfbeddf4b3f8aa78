"""One's own account, the roles, the pages open to everyone, the language, the errors."""

import pytest
from django.template.loader import get_template
from django.urls import reverse

from accounts.permissions import Permission
from accounts.policy import WORDS, policy_rows
from accounts.roles import POLICIES, Role


def test_the_account_says_which_role_one_has_where_and_what_it_means(client_of, coordinator, project):
    page = client_of(coordinator).get(reverse("accounts:profile")).content.decode()
    assert project.title in page
    assert "koordynator" in page
    assert str(POLICIES[Role.COORDINATOR].sentence) in page


def test_the_account_asks_the_database_a_bounded_number_of_questions(
    client_of, coordinator, django_assert_max_num_queries
):
    client = client_of(coordinator)
    with django_assert_max_num_queries(6):
        client.get(reverse("accounts:profile"))


def test_an_account_without_a_role_is_told_whom_to_ask(client_of, operator, db):
    operator.is_superuser = False
    operator.save()
    assert "Nadaje ją administrator projektu" in client_of(operator).get("/konto/").content.decode()


def test_every_permission_has_words_and_a_column_for_each_role():
    assert set(WORDS) == set(Permission)
    assert all(len(allowed) == len(Role) for words, allowed in policy_rows())


def test_the_page_of_roles_shows_the_policy_as_it_is(client_of, controller):
    page = client_of(controller).get(reverse("accounts:roles")).content.decode()
    granted = sum(len(policy.permissions) for policy in POLICIES.values())
    assert page.count("<td>tak</td>") == granted
    assert page.count('<td class="no-right">–</td>') == len(Permission) * len(Role) - granted


def test_the_password_is_changed_by_who_knows_the_old_one(client_of, coordinator):
    coordinator.set_password("dotychczasowe-1")
    coordinator.save()
    client = client_of(coordinator)
    new = {"new_password1": "zupelnie-nowe-7", "new_password2": "zupelnie-nowe-7"}
    refused = client.post(reverse("accounts:password_change"), {"old_password": "inne", **new})
    assert "Nie zapisano" in refused.content.decode()
    changed = client.post(reverse("accounts:password_change"), {"old_password": "dotychczasowe-1", **new}, follow=True)
    assert "Hasło zmienione" in changed.content.decode()


@pytest.mark.parametrize("name", ["accessibility", "privacy", "help", "login", "password_reset"])
def test_everyone_may_read_the_open_pages(client, db, name):
    assert client.get(reverse(f"accounts:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["profile", "roles", "password_change"])
def test_the_other_pages_are_for_those_who_signed_in(client, db, name):
    path = reverse(f"accounts:{name}")
    assert client.get(path).headers["Location"] == f"{reverse('accounts:login')}?next={path}"


def test_the_help_says_whom_to_ask(client, db, settings):
    settings.HELP_CONTACT = "32 000 00 00, w dni robocze 7.30–15.30"
    for name in ("login", "help", "privacy", "accessibility"):
        assert "32 000 00 00, w" in client.get(reverse(f"accounts:{name}")).content.decode().replace("\xa0", " ")


def test_the_language_changes_and_the_page_stays(client, db):
    response = client.post(reverse("accounts:set_language"), {"language": "en", "next": "/pomoc/"})
    assert response.headers["Location"] == "/pomoc/"
    page = client.get("/pomoc/").content.decode()
    assert '<html lang="en">' in page
    assert 'value="pl" lang="pl">polski</button>' in page


def test_no_page_carries_a_style_or_a_script_in_itself(client_of, coordinator):
    for name in ("profile", "roles", "password_change", "help"):
        page = client_of(coordinator).get(reverse(f"accounts:{name}")).content.decode()
        assert " style=" not in page
        assert "<style" not in page
        assert "<script>" not in page
        assert " onclick=" not in page


def test_whoever_is_not_signed_in_finds_the_door_on_open_pages(client, db):
    page = client.get(reverse("accounts:help")).content.decode()
    assert f'href="{reverse("accounts:login")}"' in page
    assert "Wyloguj się" not in page


def test_a_missing_page_is_said_in_polish(client_of, coordinator):
    response = client_of(coordinator).get("/nie-ma-takiej/")
    assert response.status_code == 404
    assert "Nie ma takiej strony" in response.content.decode()


@pytest.mark.parametrize("template", ["400.html", "500.html", "403_csrf.html"])
def test_an_error_page_needs_neither_a_request_nor_the_database(template):
    assert "Nic nie zostało zapisane" in get_template(template).render() or template == "500.html"
    assert "Coś się nie udało" in get_template(template).render() or template != "500.html"
