"""Choosing people: to enrol them into a group, to take them out again, to end their support."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import DayField

from .period import refuse_outside

FINISHED, INTERRUPTED, GOING_ON = "finished", "interrupted", "going_on"
RESULTS = [
    (FINISHED, _("ukończone")),
    (INTERRUPTED, _("przerwane")),
    (GOING_ON, _("trwa – cofnij zakończenie")),
]
NOBODY = _("Nie zaznaczono nikogo. Zaznacz co najmniej jedną osobę i zapisz jeszcze raz.")
GONE = _("Jednej z zaznaczonych osób nie ma już na tej liście. Sprawdź zaznaczenie i zapisz jeszcze raz.")


class PeopleField(forms.ModelMultipleChoiceField):
    """Ticked people; the template draws the boxes."""

    default_error_messages = {"required": NOBODY, "invalid_choice": GONE, "invalid_pk_value": GONE}


class FindPeopleForm(forms.Form):
    """Narrows the people who may be enrolled; its state lives in the address."""

    q = forms.CharField(label=_("Szukaj"), max_length=100, required=False)
    left = forms.BooleanField(label=_("także ci, którzy zakończyli udział"), required=False)

    def __init__(self, data):
        super().__init__(data)
        self.fields["q"].widget.attrs |= {"class": "input", "placeholder": _("nazwisko, imię lub PESEL")}
        self.is_valid()

    @property
    def asked(self):
        """What was asked for, ready for ``queries.participants_to_enrol``."""
        return {"text": self.cleaned_data.get("q", ""), "with_left": self.cleaned_data.get("left", False)}


class PeopleForm(forms.Form):
    """People ticked in a list."""

    people = PeopleField(queryset=None, label=_("Osoby"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people


class EnrolForm(PeopleForm):
    """People to put into a group; whose path lacks its form of support may have it added there."""

    add_to_path = forms.BooleanField(
        label=_("dopisz tę formę wsparcia do ścieżki osób, które jej tam nie mają"), required=False, initial=True
    )


class EndSupportForm(PeopleForm):
    """How and when the support of the ticked people ended."""

    optional_unsaid = True  # the day of the end is optional only for those whose support goes on

    result = forms.ChoiceField(label=_("Wsparcie jest"), choices=RESULTS, widget=forms.RadioSelect, initial=FINISHED)
    ended_on = DayField(label=_("Zakończenie wsparcia"), required=False)
    started_on = DayField(
        label=_("Początek wsparcia"),
        required=False,
        help_text=_("tylko dla osób, którym nie zapisano żadnej obecności, na przykład na stażu"),
    )

    def __init__(self, *args, project, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project

    def clean_started_on(self):
        return refuse_outside(self.cleaned_data["started_on"], self.project)

    def clean_ended_on(self):
        ended_on = refuse_outside(self.cleaned_data["ended_on"], self.project)
        if ended_on and ended_on > timezone.localdate():
            raise ValidationError(_("Wsparcie nie może zakończyć się w przyszłości. Wpisz tę datę, gdy nadejdzie."))
        return ended_on

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("result") == GOING_ON:
            cleaned["ended_on"] = None
        elif cleaned.get("result") and "ended_on" in cleaned and not cleaned["ended_on"]:
            self.add_error("ended_on", _("Podaj dzień, w którym wsparcie się zakończyło."))
        return cleaned

    @property
    def ending(self):
        """What was chosen, ready for ``actions.end_support``."""
        chosen = self.cleaned_data
        return {
            "enrolments": chosen["people"],
            "ended_on": chosen["ended_on"],
            "started_on": chosen["started_on"],
            "is_finished": chosen["result"] == FINISHED,
        }
