"""The form of support that an institution received."""

from django.utils.translation import gettext_lazy as _

from projects.forms import OnceForm
from projects.forms.fields import DayField

from ..models import InstitutionSupport
from .layout import sections
from .period import refuse_outside

WIDTHS = {"kind": "c6", "detail": "c6", "started_on": "c4 s6", "ended_on": "c4 s6"}


class InstitutionSupportForm(OnceForm):
    """One kind of support of one institution."""

    class Meta:
        model = InstitutionSupport
        fields = list(WIDTHS)
        field_classes = {"started_on": DayField, "ended_on": DayField}

    def __init__(self, *args, institution, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.institution = institution
        self.helper = sections(self, (_("Rodzaj i czas"), WIDTHS))

    def _get_validation_exclusions(self):
        """Keeps the institution in, so that support written down twice is an answer of the form."""
        return super()._get_validation_exclusions() - {"institution"}

    def own_rows(self):
        return InstitutionSupport.objects.filter(institution=self.instance.institution)

    def clean_started_on(self):
        return refuse_outside(self.cleaned_data["started_on"], self.instance.institution.project)

    def clean_ended_on(self):
        return refuse_outside(self.cleaned_data["ended_on"], self.instance.institution.project)
