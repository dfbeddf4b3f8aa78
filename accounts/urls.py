"""Addresses of signing in, of one's account, and of the pages open to everyone."""

from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import path, reverse_lazy
from django.views.generic import TemplateView
from django.views.i18n import set_language

from . import views

app_name = "accounts"


def page(name):
    """A page of text, open to everyone."""
    return login_not_required(TemplateView.as_view(template_name=f"pages/{name}.html"))


urlpatterns = [
    path("logowanie/", views.sign_in, name="login"),
    path("wylogowanie/", views.sign_out, name="logout"),
    path("konto/", views.profile, name="profile"),
    path("konto/kalendarz/", views.calendar_key, name="calendar_key"),
    path(
        "konto/haslo/",
        auth.PasswordChangeView.as_view(
            template_name="accounts/password_change.html", success_url=reverse_lazy("accounts:password_change_done")
        ),
        name="password_change",
    ),
    path(
        "konto/haslo/zmienione/",
        auth.PasswordChangeDoneView.as_view(template_name="accounts/password_change_done.html"),
        name="password_change_done",
    ),
    path(
        "haslo/",
        auth.PasswordResetView.as_view(
            template_name="accounts/password_reset.html",
            email_template_name="accounts/password_reset_email.txt",
            subject_template_name="accounts/password_reset_subject.txt",
            success_url=reverse_lazy("accounts:password_reset_done"),
        ),
        name="password_reset",
    ),
    path(
        "haslo/wyslane/",
        auth.PasswordResetDoneView.as_view(template_name="accounts/password_reset_done.html"),
        name="password_reset_done",
    ),
    path(
        "haslo/nowe/<uidb64>/<token>/",
        auth.PasswordResetConfirmView.as_view(
            template_name="accounts/password_reset_confirm.html",
            success_url=reverse_lazy("accounts:password_reset_complete"),
        ),
        name="password_reset_confirm",
    ),
    path(
        "haslo/gotowe/",
        auth.PasswordResetCompleteView.as_view(template_name="accounts/password_reset_complete.html"),
        name="password_reset_complete",
    ),
    path("role/", views.roles, name="roles"),
    path("jezyk/", login_not_required(set_language), name="set_language"),
    path("deklaracja-dostepnosci/", page("accessibility"), name="accessibility"),
    path("ochrona-danych/", page("privacy"), name="privacy"),
    path("pomoc/", page("help"), name="help"),
]
