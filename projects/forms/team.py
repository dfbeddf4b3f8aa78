"""The team: adding an account by its e-mail address, giving a role, and keeping one administrator."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role

from ..models import TeamMember
from .base import WithinProjectForm

LAST_ADMIN = _("W zespole musi zostać administrator. Daj najpierw tę rolę innej osobie.")


def is_last_admin(member):
    """Whether nobody else with a working account is an administrator of the team. Locks the team until the end of the request."""
    team = (
        member.project.team.select_for_update(of=["self"]).filter(role=Role.ADMIN, user__is_active=True).order_by("pk")
    )
    return [admin.pk for admin in team] == [member.pk]


class NewMemberForm(WithinProjectForm):
    """A person with an account, found by e-mail address."""

    email = forms.EmailField(
        label=_("Adres e-mail"),
        help_text=_("Osoba musi mieć już konto. Konta zakłada administrator systemu."),
        error_messages={"invalid": _("To nie jest adres e-mail.")},
    )

    class Meta:
        model = TeamMember
        fields = ["role"]

    field_order = ["email", "role"]

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        user = User.objects.filter(email=email).first()
        if user is None:
            raise forms.ValidationError(
                _("Nie ma konta z tym adresem. Poproś administratora systemu o jego założenie i dodaj osobę potem.")
            )
        if not user.is_active:
            raise forms.ValidationError(_("To konto jest wyłączone. Włączyć je może administrator systemu."))
        self.instance.user = user
        return email

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - ({"user"} if self.instance.user_id else set())


class RoleForm(forms.ModelForm):
    """Another role for somebody in the team."""

    class Meta:
        model = TeamMember
        fields = ["role"]

    def clean_role(self):
        role = self.cleaned_data["role"]
        if role != Role.ADMIN and is_last_admin(self.instance):
            raise forms.ValidationError(LAST_ADMIN)
        return role
