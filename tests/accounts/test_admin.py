"""The operator's admin: users by e-mail address, the log of access to read only."""

import pytest
from django.urls import reverse

from accounts.models import AccessLog, User, log_access


@pytest.fixture
def operator_client(client_of, operator):
    return client_of(operator)


def test_the_admin_is_in_polish_and_names_the_product(operator_client):
    page = operator_client.get(reverse("admin:index")).content.decode()
    assert "Włączenie – administracja" in page
    assert "Użytkownicy" in page
    assert "/admin/auth/group/" not in page


def test_the_operator_creates_a_user_by_address(operator_client):
    fields = {
        "email": "Nowa@example.org",
        "usable_password": "true",
        "password1": "dobre-haslo-2022",
        "password2": "dobre-haslo-2022",
    }
    response = operator_client.post(reverse("admin:accounts_user_add"), fields)
    assert response.status_code == 302
    user = User.objects.get(email="nowa@example.org")
    assert user.check_password("dobre-haslo-2022")
    assert operator_client.get(reverse("admin:accounts_user_change", args=[user.pk])).status_code == 200


def test_the_operator_finds_users(operator_client, operator):
    assert (
        operator.email
        in operator_client.get(reverse("admin:accounts_user_changelist"), {"q": "operator"}).content.decode()
    )


def test_the_log_of_access_is_read_and_not_written(operator_client, operator, project):
    entry = log_access(operator, AccessLog.Act.VIEW, project=project, subject="12")
    assert project.slug in operator_client.get(reverse("admin:accounts_accesslog_changelist")).content.decode()
    assert operator_client.get(reverse("admin:accounts_accesslog_add")).status_code == 403
    assert operator_client.post(reverse("admin:accounts_accesslog_delete", args=[entry.pk])).status_code == 403
    assert (
        operator_client.post(reverse("admin:accounts_accesslog_change", args=[entry.pk]), {"subject": "13"}).status_code
        == 403
    )
