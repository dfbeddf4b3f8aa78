"""Signing in by e-mail address, signing out, and being locked out."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import User

PASSWORD = "dobre-haslo-2022"
LOGIN = reverse("accounts:login")


@pytest.fixture
def ewa(db):
    return User.objects.create_user("ewa@example.org", PASSWORD, first_name="Ewa", last_name="Borowiecka")


def sign_in(client, **fields):
    return client.post(LOGIN, {"username": "ewa@example.org", "password": PASSWORD, **fields})


def test_the_address_may_be_typed_in_any_letter_case(client, ewa):
    response = sign_in(client, username=" Ewa@Example.org ")
    assert response.headers["Location"] == reverse("projects:list")
    assert client.session["_auth_user_id"] == str(ewa.pk)


def test_a_wrong_password_says_so_and_keeps_the_address(client, ewa):
    page = sign_in(client, password="inne").content.decode()
    assert "Adres e-mail i hasło nie pasują do siebie" in page
    assert 'value="ewa@example.org"' in page


def test_an_empty_field_is_named(client, db):
    page = sign_in(client, username="", password="").content.decode()
    assert "Wpisz adres e-mail." in page
    assert "Wpisz hasło." in page


def test_a_disabled_account_cannot_sign_in(client, ewa):
    User.objects.update(is_active=False)
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_after_signing_in_one_gets_where_one_wanted_to_go(client, ewa):
    refused = client.get(reverse("accounts:profile"))
    assert refused.headers["Location"] == f"{LOGIN}?next=/konto/"
    assert 'name="next" value="/konto/"' in client.get(refused.headers["Location"]).content.decode()
    assert sign_in(client, next="/konto/").headers["Location"] == "/konto/"


@pytest.mark.parametrize("foreign", ["https://zlodziej.example/", "//zlodziej.example", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(client, ewa, foreign):
    assert sign_in(client, next=foreign).headers["Location"] == reverse("projects:list")


def test_who_is_signed_in_does_not_sign_in_again(client_of, ewa):
    assert client_of(ewa).get(LOGIN).headers["Location"] == reverse("projects:list")


def test_signing_out_needs_a_post(client_of, ewa):
    client = client_of(ewa)
    assert client.get(reverse("accounts:logout")).status_code == 405
    assert client.post(reverse("accounts:logout")).headers["Location"] == LOGIN
    assert "_auth_user_id" not in client.session


def test_after_too_many_failures_the_page_says_until_when(client, ewa, settings):
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 2
    settings.AXES_COOLOFF_TIME = timedelta(minutes=15)
    sign_in(client, password="inne")
    locked = sign_in(client, password="inne")
    assert locked.status_code == 429
    assert re.search(r"jest zamknięte do \d{1,2}\.\d\d\. Nic nie zginęło", locked.content.decode())
    assert sign_in(client).status_code == 429


def test_a_forgotten_password_is_set_anew_by_letter(client, ewa):
    sent = client.post(reverse("accounts:password_reset"), {"email": "EWA@example.org"}, follow=True)
    assert "Sprawdź pocztę" in sent.content.decode()
    assert mail.outbox[0].subject == "Włączenie: nowe hasło"
    address = re.search(r"http://testserver(/haslo/nowe/\S+)", mail.outbox[0].body)[1]
    form = client.get(address, follow=True)
    assert "Ustaw nowe hasło" in form.content.decode()
    new = {"new_password1": "zupelnie-nowe-7", "new_password2": "zupelnie-nowe-7"}
    assert "Hasło ustawione" in client.post(form.request["PATH_INFO"], new, follow=True).content.decode()
    assert sign_in(client, password="zupelnie-nowe-7").status_code == 302
    client.logout()
    assert "Ten adres już nie działa" in client.get(address, follow=True).content.decode()


def test_an_unknown_address_gets_the_same_answer_and_no_letter(client, db):
    sent = client.post(reverse("accounts:password_reset"), {"email": "nikt@example.org"}, follow=True)
    assert "Sprawdź pocztę" in sent.content.decode()
    assert mail.outbox == []
