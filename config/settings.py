"""All settings of the program; every value that differs between places comes from the environment."""

import sys
from datetime import timedelta
from pathlib import Path

import environ
from bootstrap_wrapper import get_bootstrap_dir
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.storage import storage_at

BASE_DIR = Path(__file__).resolve().parent.parent
TESTING = "pytest" in sys.modules

env = environ.Env()

# --- Safety: https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = [host for host in env.list("ALLOWED_HOSTS", default=[]) if host]
LOCAL_HOSTS = {"localhost", ".localhost", "127.0.0.1", "[::1]", "testserver"}
IS_PUBLIC = not set(ALLOWED_HOSTS) <= LOCAL_HOSTS
# What Django itself calls a weak key: https://docs.djangoproject.com/en/5.2/ref/checks/#security (W009).
HAS_WEAK_KEY = len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5 or SECRET_KEY.startswith("django-insecure-")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set: put a long random value into the environment.")
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is not set: name the hosts that serve the program, separated by commas.")
if DEBUG and IS_PUBLIC:
    raise ImproperlyConfigured("DEBUG is on with a public host in ALLOWED_HOSTS: switch DEBUG off.")
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is *, which answers to every name: name the hosts, separated by commas.")
if IS_PUBLIC and HAS_WEAK_KEY:
    raise ImproperlyConfigured("SECRET_KEY is too weak for a public host: make it 50 random characters or more.")

# --- HTTPS: https://docs.djangoproject.com/en/5.2/topics/security/#ssl-https
# One value decides; it is on as soon as the program answers to a public name.
HTTPS = env.bool("HTTPS", default=IS_PUBLIC)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
CSRF_TRUSTED_ORIGINS = [f"https://{'*' if host[0] == '.' else ''}{host}" for host in ALLOWED_HOSTS if HTTPS]
# The program knows its own name, not its neighbours' under the same domain: no subdomains, no preload list.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# Only behind a proxy that sets both headers itself; otherwise anyone could send them.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# --- What a browser may do: https://docs.djangoproject.com/en/5.2/ref/clickjacking/, https://django-csp.readthedocs.io/
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Applications: https://docs.djangoproject.com/en/5.2/ref/applications/
INSTALLED_APPS = [
    "accounts",
    "projects",
    "participants",
    "recruitment",
    "activities",
    "indicators",
    "settlements",
    "exchange",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SignedInOrComeBack",
    "accounts.middleware.says_who_acts",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# --- Templates: https://docs.djangoproject.com/en/5.2/topics/templates/
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context_processors.help_contact",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Database: https://docs.djangoproject.com/en/5.2/ref/databases/#postgresql-notes
if not env.str("DATABASE_URL", default=""):
    raise ImproperlyConfigured("DATABASE_URL is not set: name the database, or use script/manage and script/server.")
DATABASES = {"default": env.db("DATABASE_URL")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["ATOMIC_REQUESTS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Who signs in: https://docs.djangoproject.com/en/5.2/topics/auth/
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "projects:list"
LOGOUT_REDIRECT_URL = "accounts:login"
CSRF_FAILURE_VIEW = "accounts.views.csrf_failure"

# --- How long one stays signed in: https://docs.djangoproject.com/en/5.2/topics/http/sessions/
SESSION_COOKIE_AGE = 12 * 3600
# Messages name people: they wait in the session, never in a cookie. https://docs.djangoproject.com/en/5.2/ref/contrib/messages/
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Repeated failures to sign in: https://django-axes.readthedocs.io/en/latest/4_configuration.html
# A person is locked from one address, so that a stranger elsewhere cannot lock a colleague out.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "accounts.views.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "email", "ip_address"]
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
AXES_CLIENT_IP_CALLABLE = "config.proxy.client_address" if BEHIND_PROXY else None

# --- Language and formats: https://docs.djangoproject.com/en/5.2/topics/i18n/
LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", "polski"), ("en", "English")]
# A town may correct an official label in its own catalogue, which is read first: docs/decisions/wording.md.
WORDING_DIR = env.str("WORDING_DIR", default="")
LOCALE_PATHS = [*([Path(WORDING_DIR)] if WORDING_DIR else []), BASE_DIR / "locale"]
# Codes of national indicators as the authority writes them, key=code, comma between: docs/decisions/indicator-lists.md.
INDICATOR_CODES = env.dict("INDICATOR_CODES", default={})
FORMAT_MODULE_PATH = ["config.formats"]
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Warsaw"

# --- Static files: https://docs.djangoproject.com/en/5.2/howto/static-files/, https://whitenoise.readthedocs.io/
# Production serves collected files under names that change with their content; at work and in tests, as they lie.
STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static", ("bootstrap", get_bootstrap_dir())]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG or TESTING
STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "staticfiles": {"BACKEND": STATIC_STORAGE if DEBUG or TESTING else "config.static.CollectedFiles"},
}

# --- Uploaded files: https://docs.djangoproject.com/en/5.2/topics/files/, docs/decisions/files-behind-the-door.md
# A folder that no web server knows, or a bucket: STORAGE_URL=s3://bucket/prefix?endpoint=https://…&region=… with the keys in
# AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Either way a file has no address of its own; the program reads it out.
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "var" / "media"))
STORAGES["default"] = storage_at(env.str("STORAGE_URL", default=""))
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# One document, all files of one form, all documents of a person in one file; in megabytes.
DOCUMENT_MOST_MB = env.int("DOCUMENT_MOST_MB", default=10)
UPLOAD_MOST_MB = env.int("UPLOAD_MOST_MB", default=60)
DOSSIER_MOST_MB = env.int("DOSSIER_MOST_MB", default=100)
FILE_UPLOAD_HANDLERS = [
    "config.uploads.NoMoreThan",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Attendance sends two fields a person, and a group may have more than 500 people.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- Work that outlives a request: https://docs.djangoproject.com/en/6.0/topics/tasks/
# A queue in the same database; script/server starts its worker (manage.py db_worker). One attempt: who is told may start it again.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Files of the authority: how large one may be, and how a refusal to answer is written (the sources differ: "informacji", "danych")
IMPORT_MAX_BYTES = env.int("IMPORT_MAX_BYTES", default=30 * 1024 * 1024)
SMEFS_REFUSAL = env.str("SMEFS_REFUSAL", default="Odmowa podania informacji")
# After how many months manage.py forget_files deletes the rows that imports and comparisons copied out of files.
FILES_KEPT_MONTHS = env.int("FILES_KEPT_MONTHS", default=6)

# --- History of changes: after how many whole years from the end of a project manage.py forget_history empties what it holds of people.
HISTORY_KEPT_YEARS = env.int("HISTORY_KEPT_YEARS", default=10)

# --- E-mail: https://docs.djangoproject.com/en/5.2/topics/email/
# Without EMAIL_URL (smtp+tls://user:password@host:587) letters are files in var/mail, in DEBUG lines on the console.
vars().update(env.email_url("EMAIL_URL", default="consolemail://" if DEBUG else f"filemail:///{BASE_DIR}/var/mail"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="wlaczenie@localhost")

# --- Whom to ask: a line on the sign-in page and in the help, "32 000 00 00, w dni robocze 7.30–15.30"
HELP_CONTACT = env.str("HELP_CONTACT", default="")

# --- What stands in files for "no identifier", beside the known words: PLACEHOLDER_IDENTIFIERS=nieustalony,99999
PLACEHOLDER_IDENTIFIERS = env.list("PLACEHOLDER_IDENTIFIERS", default=[])

# --- Logs: https://docs.djangoproject.com/en/5.2/topics/logging/
# What went wrong and where in the code, never whose data it was about: no query strings, no exception messages.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "careful": {
            "()": "config.logs.WithoutPersonalData",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        },
        "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain" if DEBUG else "careful"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handler would mail the whole request to ADMINS.
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
