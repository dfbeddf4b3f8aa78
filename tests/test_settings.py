"""The settings follow from the environment, and an unsafe environment is refused by the name of what is wrong."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
STRONG_KEY = "k9Zp3v7Qx1Lr5Tn8Wb2Yc6Hd4Jf0Mg-Sa_Uoe7Riq3Xwz5Vtlkj"
SAFE = {
    "SECRET_KEY": STRONG_KEY,
    "DATABASE_URL": "postgres:///any",
    "DEBUG": "0",
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
}
OURS = [
    *SAFE,
    "HTTPS",
    "BEHIND_PROXY",
    "EMAIL_URL",
    "WORDING_DIR",
    "INDICATOR_CODES",
    "STATIC_ROOT",
    "MEDIA_ROOT",
    "CONN_MAX_AGE",
    "STORAGE_URL",
]


@pytest.fixture
def settings_of(monkeypatch):
    """``settings_of(DEBUG="1")``: the settings in a safe environment that differs in this; None takes a value away."""

    def read(**differences):
        for name in OURS:
            monkeypatch.delenv(name, raising=False)
        for name, value in (SAFE | differences).items():
            if value is not None:
                monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "config" / "settings.py"))

    return read


@pytest.mark.parametrize(
    ("differences", "named"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "localhost,*"}, "ALLOWED_HOSTS"),
        ({"DEBUG": "1", "ALLOWED_HOSTS": "wlaczenie.example.org"}, "DEBUG"),
        ({"DEBUG": "true", "ALLOWED_HOSTS": "localhost,192.168.1.5"}, "DEBUG"),
        ({"SECRET_KEY": "short", "ALLOWED_HOSTS": "wlaczenie.example.org"}, "SECRET_KEY"),
        ({"SECRET_KEY": "django-insecure-" + STRONG_KEY, "ALLOWED_HOSTS": "wlaczenie.example.org"}, "SECRET_KEY"),
        ({"DATABASE_URL": None}, "DATABASE_URL"),
    ],
)
def test_an_unsafe_environment_is_refused_by_name(settings_of, differences, named):
    with pytest.raises(ImproperlyConfigured, match=named):
        settings_of(**differences)


def test_a_safe_local_environment_is_accepted_without_https(settings_of):
    settings = settings_of()
    assert not settings["DEBUG"]
    assert not settings["SECURE_SSL_REDIRECT"]
    assert not settings["SESSION_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_a_short_key_will_do_on_the_own_machine(settings_of):
    assert settings_of(SECRET_KEY="dev")["SECRET_KEY"] == "dev"


def test_a_public_host_turns_https_on(settings_of):
    settings = settings_of(ALLOWED_HOSTS="wlaczenie.example.org")
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] > 0
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://wlaczenie.example.org"]


def test_one_value_turns_https_off_for_a_network_without_certificates(settings_of):
    settings = settings_of(ALLOWED_HOSTS="wlaczenie.lan", HTTPS="0")
    assert not settings["SECURE_SSL_REDIRECT"]
    assert not settings["SESSION_COOKIE_SECURE"]


def test_the_header_of_a_proxy_is_believed_only_when_asked_for(settings_of):
    assert settings_of()["SECURE_PROXY_SSL_HEADER"] is None
    assert settings_of(BEHIND_PROXY="1")["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_the_wording_of_a_town_is_read_before_the_programs(settings_of):
    assert settings_of()["LOCALE_PATHS"] == [ROOT / "locale"]
    assert settings_of(WORDING_DIR="/srv/wording")["LOCALE_PATHS"] == [Path("/srv/wording"), ROOT / "locale"]


def test_the_operator_writes_the_codes_of_national_indicators(settings_of):
    assert settings_of()["INDICATOR_CODES"] == {}
    codes = settings_of(INDICATOR_CODES="social_situation=PLHILCR01,PL0CO02=PL0CO03")["INDICATOR_CODES"]
    assert codes == {"social_situation": "PLHILCR01", "PL0CO02": "PL0CO03"}


def test_files_lie_in_a_folder_unless_a_bucket_is_named(settings_of):
    assert settings_of()["STORAGES"]["default"]["BACKEND"].endswith("FileSystemStorage")
    settings = settings_of(STORAGE_URL="s3://skany?endpoint=https://s3.example.org")
    assert settings["STORAGES"]["default"]["OPTIONS"]["bucket_name"] == "skany"


def test_letters_go_where_the_environment_says_and_to_files_otherwise(settings_of):
    assert settings_of()["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    assert settings_of(DEBUG="1")["EMAIL_BACKEND"].endswith("console.EmailBackend")
    settings = settings_of(EMAIL_URL="smtp+tls://user:pass@mail.example.org:587")
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"]) == (
        "mail.example.org",
        587,
        True,
    )


def test_a_socket_of_the_private_database_is_understood(settings_of):
    database = settings_of(DATABASE_URL="postgres://wlaczenie@/wlaczenie?host=/var/lib/x/socket")["DATABASES"][
        "default"
    ]
    assert (database["NAME"], database["USER"], database["OPTIONS"]) == (
        "wlaczenie",
        "wlaczenie",
        {"host": "/var/lib/x/socket"},
    )


@pytest.mark.parametrize("debug", ["0", "1", "true", "false"])
def test_the_four_values_are_all_that_a_command_needs(debug):
    """A new process, as in production: neither collected files nor a database that answers."""
    program = (
        "import django; django.setup();"
        "from django.conf import settings; from django.templatetags.static import static;"
        "print(settings.DEBUG, static('css/not-collected.css'))"
    )
    environment = SAFE | {"DEBUG": debug, "DJANGO_SETTINGS_MODULE": "config.settings"}
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == [str(debug in ("1", "true")), "/static/css/not-collected.css"]
