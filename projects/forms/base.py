"""What every form has in common: posted twice it saves once; inside a project it knows its project."""

import uuid

from django import forms
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

OUTSIDE_PERIOD = _("Data jest poza okresem realizacji projektu. Nic nie zapisano; popraw datę i zapisz jeszcze raz.")
TOO_LARGE = _("Nie zapisano: jedna z liczb jest za duża. Popraw ją i zapisz jeszcze raz.")
CONFLICT = _(
    "Nie zapisano: te dane kłócą się z innymi zapisanymi w tym samym czasie. Sprawdź formularz i zapisz jeszcze raz."
)


# Rules kept by triggers, which no model lists.
KEPT_BY_TRIGGERS = {
    "participation_begins_by_first_support": _(
        "Udział w projekcie zaczyna się najpóźniej w dniu pierwszego wsparcia. Popraw datę rozpoczęcia udziału albo datę wsparcia."
    ),
    "attendance_only_if_held": _("Na odwołanych zajęciach nie ma obecności. Przywróć zajęcia, jeśli się odbyły."),
    "session_cancelled_unmarked": _("Na tych zajęciach jest zapisana obecność, więc nie można ich odwołać."),
}


def sentence_for(error, model):
    """The Polish sentence of the database rule that refused a row; ``error`` is the IntegrityError."""
    broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    if broken and broken.endswith("_within_project"):
        return OUTSIDE_PERIOD
    sentences = KEPT_BY_TRIGGERS | {rule.name: rule.violation_error_message for rule in model._meta.constraints}
    return sentences.get(broken, CONFLICT)


class OnceForm(forms.ModelForm):
    """A model form for a ``CreatedOnce`` row. A view asks ``submitted()`` and redirects when it answers.

    A new form carries a number of its own (``submission``); the second post of the same form finds the row that the first made.
    """

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk or not hasattr(self.instance, "submission"):
            del self.fields["submission"]
        else:
            self.fields["submission"].initial = uuid.uuid4

    def made_before(self):
        """The row that an earlier post of this very form made, or None."""
        number = self.data.get(self.add_prefix("submission")) if "submission" in self.fields else None
        try:
            return self.own_rows().filter(submission=uuid.UUID(number)).first() if number else None
        except ValueError:
            return None

    def own_rows(self):
        """The rows among which an earlier post may have made one; a form inside something looks nowhere else."""
        return self._meta.model.objects.all()

    def clean(self):
        cleaned = super().clean()
        number = self.cleaned_data.get("submission")
        if number:
            self.instance.submission = number
        return cleaned

    def submitted(self):
        """The saved row when the form was posted and is right, else None with the errors on the form; nothing is half-written."""
        if not self.is_bound:
            return None
        row = self.made_before()
        if row or not self.is_valid():
            return row
        try:
            with transaction.atomic():
                return self.save()
        except IntegrityError as error:
            self.add_error(None, sentence_for(error, self._meta.model))
            return self.made_before()
        except DataError:  # each number fits into its column, their sum in a constraint does not
            self.add_error(None, TOO_LARGE)
            return None


class WithinProjectForm(OnceForm):
    """A form for something inside a project. The project comes from the door, never from the form.

    Django leaves constraints out of validation when one of their fields is not on the form; the project is on the instance
    and kept in, so that "once a project" is an answer in the form and not an error of the database.
    """

    def __init__(self, *args, project, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project
        self.instance.project = project

    def own_rows(self):
        return super().own_rows().filter(project=self.project)

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"project"}
