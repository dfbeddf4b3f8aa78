"""The form of a thing that is counted by name: what, when, by which proof."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from activities.forms.layout import sections
from activities.forms.period import refuse_outside
from projects.forms import WithinProjectForm
from projects.forms.fields import DayField

from ..models import RegisterEntry
from ..models.kinds import AFTER_THE_PROJECT

WIDTHS = {"register": "c8", "name": "c8", "happened_on": "c4", "evidence": "c8", "note": "c12"}


class RegisterEntryForm(WithinProjectForm):
    """An entry is recorded when the thing has happened; without a proof it waits and is not counted."""

    class Meta:
        model = RegisterEntry
        fields = list(WIDTHS)
        field_classes = {"happened_on": DayField}
        labels = {"happened_on": _("Data, od której się liczy")}
        help_texts = {
            "name": _("na przykład nazwa osiedla, spółdzielni albo stowarzyszenia"),
            "evidence": _("dokument, jego numer i data; bez dowodu wpis czeka i nie jest liczony"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = sections(self, (_("Wpis"), WIDTHS))

    def clean_happened_on(self):
        day = self.cleaned_data["happened_on"]
        if self.cleaned_data.get("register") not in AFTER_THE_PROJECT or day < self.project.starts_on:
            refuse_outside(day, self.project)
        if day > timezone.localdate():
            raise ValidationError(_("Ten dzień jeszcze nie nadszedł. Wpisz wtedy, gdy to się stanie."), code="future")
        return day
