"""A round: its dates and places, and where its rules come from."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField

from ..models import Round
from .layout import sections

READY, NONE = "ready", "none"
FEWER = _("Zajętych miejsc jest już %(taken)s. Nabór nie może mieć ich mniej.")
NUMBERS = ("places", "reserve_places", "retention_months")


class RoundForm(WithinProjectForm):
    """A new round, or a change of one. A new one takes its rules along: a ready set, those of an earlier round, or none."""

    rules_from = forms.ChoiceField(
        label=_("Skąd wziąć kryteria i limity"),
        widget=forms.RadioSelect,
        help_text=_("można je potem zmienić"),
    )

    class Meta:
        model = Round
        fields = ["name", "opens_on", "closes_on", "venues", "places", "reserve_places", "retention_months"]
        field_classes = {"opens_on": DayField, "closes_on": DayField}
        widgets = {name: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}) for name in NUMBERS}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_new = self.instance.pk is None
        if self.is_new:
            self._offer_rules()
        else:
            del self.fields["rules_from"]
        self.helper = sections(
            self,
            (_("Nabór"), {"name": "c6", "opens_on": "c3 s6", "closes_on": "c3 s6", "venues": "c12"}),
            (_("Miejsca"), {"places": "c4 s6", "reserve_places": "c6"}),
            (_("Dane osób nieprzyjętych"), {"retention_months": "c6"}),
            (_("Zasady"), {"rules_from": "c12"}),
        )

    def _offer_rules(self):
        earlier = self.project.rounds.order_by("-opens_on", "-pk")
        self.fields["rules_from"].choices = [
            *[(str(one.pk), _("z naboru „%(round)s”") % {"round": one}) for one in earlier],
            (READY, _("gotowy zestaw: wiek, przesłanka zagrożenia, punkty za płeć, niepełnosprawność, DEGURBA i inne")),
            (NONE, _("bez kryteriów; wpiszę je później")),
        ]
        self.initial.setdefault("rules_from", self.fields["rules_from"].choices[0][0])
        if earlier:
            self.initial.setdefault("retention_months", earlier[0].retention_months)

    def clean_places(self):
        places = self.cleaned_data["places"]
        taken = 0 if self.is_new else self.instance.candidates.taking_places().count()
        if places < taken:
            raise forms.ValidationError(FEWER, params={"taken": taken})
        return places

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())
