"""A form sent after the session ended comes back after signing in, with what was typed."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.carried import Carried
from accounts.models import User

pytestmark = [pytest.mark.urls("tests.accounts.urls"), pytest.mark.django_db]
PASSWORD = "dobre-haslo-2022"
TYPED = {"surname": "Źdźbłowska", "notes": 'pierwsza\ndruga "linia" <b>', "premise": ["bezrobocie", "ubóstwo"]}
HOME = {"Origin": "http://testserver"}


@pytest.fixture
def ewa():
    return User.objects.create_user("ewa@example.org", PASSWORD)


def hidden(response, name):
    """The values of the hidden inputs of this name, in their order."""
    inputs = re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)"', response.content.decode())
    return [html.unescape(value) for value in inputs]


def sign_in(client, page, **fields):
    credentials = {"username": "ewa@example.org", "password": PASSWORD, "carried": hidden(page, "carried")[0]}
    return client.post(reverse("accounts:login"), credentials | fields)


def test_what_was_typed_comes_back_after_signing_in_and_is_sent_by_one_button(client, ewa):
    refused = client.post("/echo/?tab=2", TYPED)
    assert refused.status_code == 401
    assert "Nic nie zginęło" in refused.content.decode()
    back = sign_in(client, refused)
    assert "Formularz wrócił" in back.content.decode()
    assert 'action="/echo/?tab=2"' in back.content.decode()
    again = {name: hidden(back, name) for name in TYPED}
    assert client.post("/echo/?tab=2", again).json()["fields"] == {
        "surname": ["Źdźbłowska"],
        "notes": ['pierwsza\ndruga "linia" <b>'],
        "premise": ["bezrobocie", "ubóstwo"],
    }


def test_a_wrong_password_on_the_way_loses_nothing(client, ewa):
    refused = client.post("/echo/", TYPED)
    again = sign_in(client, refused, password="inne")
    assert hidden(sign_in(client, again), "surname") == ["Źdźbłowska"]


def test_being_locked_out_on_the_way_loses_nothing(client, ewa, settings):
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 1
    locked = sign_in(client, client.post("/echo/", TYPED), password="inne")
    assert locked.status_code == 429
    settings.AXES_ENABLED = False
    assert hidden(sign_in(client, locked), "surname") == ["Źdźbłowska"]


def test_signing_in_meanwhile_in_another_window_loses_nothing(client, ewa):
    refused = client.post("/echo/", TYPED)
    client.force_login(ewa)
    assert hidden(sign_in(client, refused), "surname") == ["Źdźbłowska"]


def test_the_token_and_passwords_do_not_travel(client, ewa):
    page = client.post("/echo/", {"csrfmiddlewaretoken": "x", "surname": "Nowak"})
    assert hidden(sign_in(client, page), "csrfmiddlewaretoken") != ["x"]
    client.logout()
    refused = client.post("/echo/", {"surname": "Nowak", "new_password1": "tajne"})
    assert refused.status_code == 302
    assert refused.headers["Location"] == "/logowanie/?next=/echo/"


def test_a_file_stays_behind_and_the_page_says_so(client, ewa):
    refused = client.post("/echo/", {"surname": "Nowak", "scan": SimpleUploadedFile("skan.pdf", b"%PDF")})
    assert "Pliku nie da się przenieść" in refused.content.decode()
    back = sign_in(client, refused)
    assert "poprosi o wskazanie go jeszcze raz" in back.content.decode()


def test_a_form_that_was_tampered_with_is_dropped(client, ewa):
    refused = client.post("/echo/", TYPED)
    response = sign_in(client, refused, carried=hidden(refused, "carried")[0][:-2] + "xx")
    assert response.status_code == 302


@pytest.mark.parametrize("path", ["https://zlodziej.example/", "//zlodziej.example/", "javascript:alert(1)"])
def test_a_form_comes_back_to_this_site_only(client, ewa, path):
    refused = client.post("/echo/", TYPED)
    assert sign_in(client, refused, carried=Carried(path, [("a", "b")], 0).packed()).status_code == 302


def test_a_get_without_a_session_goes_to_the_sign_in_page_as_ever(client):
    assert client.get("/echo/").headers["Location"] == "/logowanie/?next=/echo/"


def test_a_request_in_the_background_learns_that_the_session_is_over(client):
    for method in (client.get, client.post):
        response = method("/echo/", {"pesel": "1"}, headers={"HX-Request": "true"})
        assert response.status_code == 401
        assert response.content == b""


def test_a_form_with_an_old_token_comes_back_to_who_is_signed_in(ewa):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ewa)
    back = client.post("/echo/", TYPED, headers=HOME)
    assert back.status_code == 403
    assert hidden(back, "premise") == ["bezrobocie", "ubóstwo"]
    token = hidden(back, "csrfmiddlewaretoken")[-1]
    sent = client.post("/echo/", {"csrfmiddlewaretoken": token, "surname": hidden(back, "surname")}, headers=HOME)
    assert sent.json()["fields"]["surname"] == ["Źdźbłowska"]


def test_a_form_with_an_old_token_and_no_session_asks_to_sign_in(ewa):
    client = Client(enforce_csrf_checks=True)
    page = client.post("/echo/", TYPED, headers=HOME)
    assert page.status_code == 403
    back = sign_in(client, page, csrfmiddlewaretoken=hidden(page, "csrfmiddlewaretoken")[-1])
    assert hidden(back, "surname") == ["Źdźbłowska"]


@pytest.mark.parametrize("headers", [{"Origin": "https://zlodziej.example"}, {}])
def test_a_form_from_elsewhere_does_not_come_back(ewa, headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ewa)
    page = client.post("/echo/", TYPED, headers=headers)
    assert page.status_code == 403
    assert "Źdźbłowska" not in page.content.decode()
    assert "Nic nie zostało zapisane" in page.content.decode()


def test_an_old_sign_in_page_says_what_happened_and_shows_no_password():
    page = Client(enforce_csrf_checks=True).post("/logowanie/", {"username": "e", "password": "tajne"}, headers=HOME)
    assert page.status_code == 403
    assert "Ten formularz jest nieaktualny" in page.content.decode()
    assert "tajne" not in page.content.decode()
