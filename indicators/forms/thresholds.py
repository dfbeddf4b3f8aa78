"""The thresholds of effectiveness as the agreement names them, all on one form."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import plain_number

from ..models import EffectivenessThreshold

Measure, Group = EffectivenessThreshold.Measure, EffectivenessThreshold.Group
GROUPS = (Group.OTHERS, Group.DISABLED, Group.ALL)


class PercentField(forms.DecimalField):
    """Per cent from 0 to 100, two decimals; accepts ``34``, ``34,5`` and ``34,50%``."""

    widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "class": "input"})
    default_error_messages = {"invalid": _("Wpisz liczbę procent, na przykład 34 albo 34,50.")}

    def __init__(self, **kwargs):
        super().__init__(min_value=0, max_value=100, max_digits=5, decimal_places=2, **kwargs)

    def to_python(self, value):
        return super().to_python(plain_number(value).rstrip("%") if isinstance(value, str) else value)

    def prepare_value(self, value):
        return value if isinstance(value, str) or value is None else f"{value:.2f}".replace(".", ",")


class ThresholdsForm(forms.Form):
    """Measures by groups; an empty place means that the agreement sets no threshold there."""

    optional_unsaid = True

    def __init__(self, *args, project, **kwargs):
        self.project = project
        self.stored = {(t.measure, t.group): t for t in project.effectiveness_thresholds.all()}
        super().__init__(*args, **kwargs)
        for measure, group in self._places():
            threshold = self.stored.get((measure, group))
            self.fields[self._name(measure, group)] = PercentField(
                label=f"{measure.label}: {group.label}",
                required=False,
                initial=threshold.percent if threshold else None,
            )

    @staticmethod
    def _places():
        return [(measure, group) for measure in Measure for group in GROUPS]

    @staticmethod
    def _name(measure, group):
        return f"{measure}_{group}"

    @property
    def groups(self):
        """The heads of the columns."""
        return [group.label for group in GROUPS]

    @property
    def rows(self):
        """For each measure its name and its fields, a group each."""
        return [(measure.label, [self[self._name(measure, group)] for group in GROUPS]) for measure in Measure]

    def clean(self):
        cleaned = super().clean()
        for measure in Measure:
            whole, parts = (
                [cleaned.get(self._name(measure, group)) for group in groups] for groups in ([Group.ALL], GROUPS[:2])
            )
            if whole != [None] and parts != [None, None]:
                self.add_error(
                    self._name(measure, Group.ALL),
                    _("Podaj próg dla wszystkich osób albo osobno dla dwóch grup."),
                )
        return cleaned

    @transaction.atomic
    def save(self):
        """Writes the thresholds as they stand on the form."""
        for measure, group in self._places():
            percent = self.cleaned_data[self._name(measure, group)]
            own = self.project.effectiveness_thresholds
            if percent is None:
                own.filter(measure=measure, group=group).delete()
            else:
                own.update_or_create(measure=measure, group=group, defaults={"percent": percent})
