"""Signing in by e-mail address, and the account forms of Django's admin."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AdminUserCreationForm, AuthenticationForm, UserChangeForm
from django.utils.translation import gettext_lazy as _

from .models import User

LONGEST = User._meta.get_field("email").max_length


class AddressInAnyCase:
    """The address is read in lower case: the lock after failures counts one person once, however the address is typed."""

    def clean_username(self):
        return self.cleaned_data["username"].strip().lower()[:LONGEST]  # the lock keeps it, whatever was sent


class OperatorSignInForm(AddressInAnyCase, AdminAuthenticationForm):
    """The sign-in page of Django's admin."""


class SignInForm(AddressInAnyCase, AuthenticationForm):
    """E-mail address and password; the address in any letter case."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": _("Adres e-mail i hasło nie pasują do siebie. Sprawdź wielkość liter w haśle."),
        "inactive": _("To konto jest wyłączone. Zapytaj administratora systemu."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.input_type = "email"
        self.fields["username"].error_messages["required"] = _("Wpisz adres e-mail.")
        self.fields["password"].error_messages["required"] = _("Wpisz hasło.")


class LowerCaseAddress:
    """People sign in in any letter case, so the address is kept in one."""

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class NewUserForm(LowerCaseAddress, AdminUserCreationForm):
    class Meta:
        model = User
        fields = ["email"]


class UserForm(LowerCaseAddress, UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"
