"""Which official indicators a project answers for, and what its agreement promised at first."""

from django import forms
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from activities.forms.layout import sections
from projects.forms import WithinProjectForm

from .. import catalogue
from ..models import Counts, Kind, ProjectIndicator
from .thresholds import PercentField

PARTS = ("women", "men", "total")
PROMISE_WIDTHS = {**dict.fromkeys(PARTS, "c3 s4"), "percent": "c3 s6", "is_at_least": "c12"}
TARGET_WIDTHS = {**PROMISE_WIDTHS, "position": "c3"}


class PromiseForm(forms.ModelForm):
    """The promised value: women and men together give the total, a total alone is allowed, and so is a part of the participants."""

    percent = PercentField(label=_("Albo procent uczestników"), required=False)

    class Meta:
        labels = {
            "women": _("Kobiety"),
            "men": _("Mężczyźni"),
            "total": _("Ogółem"),
            "is_at_least": _("Liczba kobiet albo procent jest wartością minimalną (co najmniej)"),
        }
        widgets = {name: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}) for name in PARTS}

    def clean(self):
        cleaned = super().clean()
        women, men = cleaned.get("women"), cleaned.get("men")
        if women is not None and men is not None and cleaned.get("total") is None and "total" not in self.errors:
            cleaned["total"] = women + men
        if cleaned.get("is_at_least") and cleaned.get("women") is None and cleaned.get("percent") is None:
            self.add_error("women", _("Podaj, ilu kobiet co najmniej ma być."))
        if cleaned.get("percent") is not None and self.counted(cleaned) != Counts.PEOPLE:
            self.add_error("percent", _("Celem w procentach uczestników może być tylko liczba osób."))
        return cleaned

    def counted(self, cleaned):
        """What the indicator counts, see ``Counts``."""
        return self.instance.counts


class TargetForm(PromiseForm, WithinProjectForm):
    """The value promised in the agreement, and the indicator's place in the tables."""

    class Meta(PromiseForm.Meta):
        model = ProjectIndicator
        fields = list(TARGET_WIDTHS)
        help_texts = {"position": _("miejsce w tabelach; puste – na końcu")}

    parts = [(_("Wartość docelowa z umowy"), TARGET_WIDTHS)]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].required = False
        if not self.instance.pk:
            self.initial["position"] = None
        self.helper = sections(self, *self.parts)

    def clean_position(self):
        position = self.cleaned_data["position"]
        return self._after_the_last() if position is None else position

    def _after_the_last(self):
        last = self.project.indicators.exclude(pk=self.instance.pk).aggregate(last=Max("position"))["last"]
        return 0 if last is None else min(last + 1, 32767)


class OfficialIndicatorForm(TargetForm):
    """An indicator of the programme's list; the definition says what it is and what it counts."""

    definition = forms.ChoiceField(label=_("Wskaźnik z listy"))

    class Meta(TargetForm.Meta):
        fields = ["definition", *TARGET_WIDTHS]

    parts = [(_("Wskaźnik"), {"definition": "c12"}), *TargetForm.parts]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["definition"].choices = [("", _("wybierz")), *self._offered()]

    def _offered(self):
        """What the list offers and the project has not taken yet, products apart from results."""
        taken = set(self.project.indicators.values_list("definition", flat=True))
        offered = [d for d in catalogue.offered(self.project.programme.indicator_list) if d.key not in taken]
        for kind in Kind:
            named = [(d.key, f"{d.code} {d.name}".strip()) for d in offered if d.kind == kind]
            if named:
                yield str(kind.label), named

    def counted(self, cleaned):
        definition = catalogue.BY_KEY.get(cleaned.get("definition"))
        return definition.counts if definition else Counts.PEOPLE

    def clean(self):
        cleaned = super().clean()
        definition = catalogue.BY_KEY.get(cleaned.get("definition"))
        if definition:
            for fact in ("kind", "unit", "counts", "register"):
                setattr(self.instance, fact, getattr(definition, fact))
        return cleaned
