"""How the agreement measures effectiveness, and the thresholds that it sets: all on one form."""

from decimal import Decimal

from django import forms
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from participants.effectiveness import Group, Measure, Special
from projects.forms import WithinProjectForm
from projects.forms.fields import plain_number

from ..models import EffectivenessRules

Version, Grouping = EffectivenessRules.Version, EffectivenessRules.Grouping
GROUPS = (Group.OTHERS, Group.DISABLED, Group.ALL)
HEADS = {Group.DISABLED: _("grupa szczególna")}
MEASURES = (Measure.JOINT, Measure.SOCIAL, Measure.EMPLOYMENT)
CHOICES = ("version", "grouping", "special")
SETTINGS = (
    "only_at_risk",
    "excludes_school",
    "excludes_minors",
    "excludes_homeless",
    "excludes_in_care",
    "social_waits",
)
# What the guidelines of a version ask: who is special, and for each measure per cent of the main and of the special group.
PROPOSED = {
    Version.JOINT: (Special.SEVERE, {Measure.JOINT: (56, 46), Measure.EMPLOYMENT: (22, 12)}),
    Version.SEPARATE: (Special.SEVERE, {Measure.SOCIAL: (34, 34), Measure.EMPLOYMENT: (22, 12)}),
    Version.LATER: (Special.DISABLED, {Measure.SOCIAL: (34, 34), Measure.EMPLOYMENT: (25, 12)}),
}


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


class ThresholdsForm(WithinProjectForm):
    """The rules of the agreement, and measures by groups; an empty place means that the agreement sets no threshold there.

    Thresholds of a measure that the chosen version does not know are taken away. A post without the rules leaves them as they are.
    """

    optional_unsaid = True

    class Meta:
        model = EffectivenessRules
        fields = [*CHOICES, *SETTINGS]
        widgets = dict.fromkeys(CHOICES, forms.RadioSelect)

    def __init__(self, data=None, *, project, **kwargs):
        rules = getattr(project, "effectiveness_rules", None) or EffectivenessRules()
        if data is not None and "version" not in data:
            data = data.copy()
            data.update({name: getattr(rules, name) for name in CHOICES})
            data.update({name: "on" for name in SETTINGS if getattr(rules, name)})
        super().__init__(data, instance=rules, project=project, **kwargs)
        for name in CHOICES:
            self.fields[name].choices = self.Meta.model._meta.get_field(name).choices
        stored = {(t.measure, t.group): t.percent for t in project.effectiveness_thresholds.all()}
        for measure, group in self._places():
            self.fields[self._name(measure, group)] = PercentField(
                label=f"{measure.label}: {HEADS.get(group, group.label)}",
                required=False,
                initial=stored.get((measure, group)),
            )

    @staticmethod
    def _places():
        return [(measure, group) for measure in MEASURES for group in GROUPS]

    @staticmethod
    def _name(measure, group):
        return f"{measure}_{group}"

    # --- what the page shows

    @property
    def groups(self):
        """The heads of the columns."""
        return [(group.value, HEADS.get(group, group.label)) for group in GROUPS]

    @property
    def rows(self):
        """For each measure its value, its name and its fields, a group each."""
        return [
            (measure.value, measure.label, [(group.value, self[self._name(measure, group)]) for group in GROUPS])
            for measure in MEASURES
        ]

    @property
    def choices(self):
        return [self[name] for name in CHOICES]

    @property
    def settings(self):
        return [self[name] for name in SETTINGS]

    def proposed(self):
        """The form as the guidelines of the chosen version would fill in its thresholds; nothing is saved."""
        self.is_valid()
        version = self.cleaned_data.get("version") or Version.LATER
        grouping = self.cleaned_data.get("grouping") or Grouping.DISJOINT
        special, thresholds = PROPOSED[version]
        groups = (Group.ALL if grouping == Grouping.OVERLAPPING else Group.OTHERS, Group.DISABLED)
        filled = {name: self.cleaned_data.get(name) for name in SETTINGS}
        filled |= {"version": version, "grouping": grouping, "special": special}
        filled |= {self._name(measure, group): None for measure, group in self._places()}
        for measure, percents in thresholds.items():
            filled |= {self._name(measure, group): Decimal(n) for group, n in zip(groups, percents, strict=True)}
        return ThresholdsForm(project=self.project, initial=filled)

    # --- what was typed

    @cached_property
    def measured(self):
        """The measures of the chosen version."""
        is_joint = self.cleaned_data.get("version") == Version.JOINT
        return (Measure.JOINT if is_joint else Measure.SOCIAL, Measure.EMPLOYMENT)

    def clean(self):
        cleaned = super().clean()
        for measure in self.measured:
            self._refuse_what_does_not_fit(cleaned, measure)
        return cleaned

    def _refuse_what_does_not_fit(self, cleaned, measure):
        others, special, everybody = (cleaned.get(self._name(measure, group)) for group in GROUPS)
        if cleaned.get("grouping") == Grouping.OVERLAPPING:
            if others is not None:
                sentence = _("Przy grupach łącznych podaj próg dla wszystkich osób i dla grupy szczególnej.")
                self.add_error(self._name(measure, Group.OTHERS), sentence)
        elif everybody is not None and (others, special) != (None, None):
            sentence = _("Podaj próg dla wszystkich osób albo osobno dla dwóch grup.")
            self.add_error(self._name(measure, Group.ALL), sentence)

    @transaction.atomic
    def save(self, commit=True):
        """Writes the rules and the thresholds as they stand on the form."""
        kept = {place: self.cleaned_data[self._name(*place)] for place in self._places() if place[0] in self.measured}
        own = self.project.effectiveness_thresholds
        for measure, group in self._places():
            percent = kept.get((measure, group))
            if percent is None:
                own.filter(measure=measure, group=group).delete()
            else:
                own.update_or_create(measure=measure, group=group, defaults={"percent": percent})
        facts = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return EffectivenessRules.objects.update_or_create(project=self.project, defaults=facts)[0]
