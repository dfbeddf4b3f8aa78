"""An attempt to reach a person in one short form; handing people over; closing matters."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from accounts.roles import POLICIES
from projects.forms import OnceForm
from projects.forms.fields import DayField

from ..calls import record_call
from ..models import Call
from ..vocabulary import CallChannel, CallResult
from .offers import CHOOSE
from .rules import RulesBesideFields, not_in_future

CHANNELS = [choice for choice in CallChannel.choices if choice[0] != CallChannel.TEAM]
RESULTS = [CHOOSE, *[choice for choice in CallResult.choices if choice[0] != CallResult.HANDED_OVER]]
NOBODY = _("Nikogo nie zaznaczono. Zaznacz osoby na liście i spróbuj jeszcze raz.")


class CallForm(RulesBesideFields, OnceForm):
    """One call: when, how, with what result, and when to try again."""

    optional_unsaid = True

    class Meta:
        model = Call
        fields = ["made_on", "channel", "result", "next_on", "note"]
        field_classes = {"made_on": DayField, "next_on": DayField}
        error_messages = {
            "made_on": {"required": _("Wpisz dzień kontaktu.")},
            "result": {"required": _("Wybierz, co z tego wynikło.")},
        }

    def __init__(self, *args, participation, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.participation, self.user = participation, user
        self.instance.participation = participation
        self.fields["channel"].choices = CHANNELS
        self.fields["result"].choices = RESULTS
        if not self.instance.pk:
            self.fields["made_on"].initial = timezone.localdate

    def clean_made_on(self):
        return not_in_future(
            self.cleaned_data["made_on"], _("Ten dzień jest w przyszłości. Wpisz go jako następną próbę.")
        )

    def own_rows(self):
        return self.participation.calls.all()

    def save(self, commit=True):
        """Records the call and gives it back."""
        facts = {name: self.cleaned_data[name] for name in self.Meta.fields}
        call = self.instance if self.instance.pk else None
        submission = self.cleaned_data.get("submission")
        return record_call(participation=self.participation, by=self.user, call=call, submission=submission, **facts)


def colleagues(project):
    """Those of the project's team who may look after a person, by name."""
    roles = [role for role, policy in POLICIES.items() if Permission.PARTICIPANTS_EDIT in policy.permissions]
    found = User.objects.filter(memberships__project=project, memberships__role__in=roles, is_active=True)
    return found.order_by("last_name", "first_name", "pk")


class SeveralForm(forms.Form):
    """Some people of a project, ticked in a list."""

    people = forms.ModelMultipleChoiceField(
        None,
        label=_("osoby"),
        error_messages={"required": NOBODY, "invalid_choice": NOBODY, "invalid_pk_value": NOBODY},
    )

    def __init__(self, *args, project, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = project.participations.order_by("pk")
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    @property
    def told(self):
        """What is wrong, in one line."""
        return " ".join(str(sentence) for sentences in self.errors.values() for sentence in sentences)


NOBODY_CARES = "nobody"


class HandOverForm(SeveralForm):
    """To whom these people are handed over; nobody is an answer too, but has to be chosen."""

    to = forms.ChoiceField(
        label=_("nowy opiekun"),
        error_messages={
            "required": _("Wybierz, kto przejmuje te osoby."),
            "invalid_choice": _("Wybierz osobę z zespołu projektu."),
        },
    )
    note = forms.CharField(label=_("wiadomość dla nowego opiekuna"), max_length=200, required=False)

    def __init__(self, *args, project, team=None, **kwargs):
        super().__init__(*args, project=project, **kwargs)
        self.team = {str(one.pk): one for one in (colleagues(project) if team is None else team)}
        named = [(pk, str(one)) for pk, one in self.team.items()]
        self.fields["to"].choices = [CHOOSE, *named, (NOBODY_CARES, _("nikt (bez opiekuna)"))]

    def clean_to(self):
        """The colleague, or None for nobody."""
        return self.team.get(self.cleaned_data["to"])


class CloseForm(SeveralForm):
    """Why nobody waits for these people's proofs any longer."""

    reason = forms.CharField(
        label=_("powód zamknięcia"),
        max_length=300,
        error_messages={"required": _("Napisz, dlaczego sprawa jest zamknięta.")},
    )
