"""What narrows the plan of a week: the day in it, the trainer, the room, the group. Its state lives in the address."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms.asof import as_written
from projects.forms.fields import DayField, DayInput

from ..models import Group
from ..naming import NamesOnRecord


class GroupChoice(forms.ModelChoiceField):
    """A group under the name of its form of support."""

    def label_from_instance(self, group):
        return f"{group.form_of_support.name}, {group.name}"


class PlanForm(forms.Form):
    """Without a day, or with what is no day, the week is this one, or the project's first or last where it is not going on."""

    day = DayField(label=_("Tydzień z dniem"), required=False, widget=DayInput({"class": "input"}))
    leader = forms.ChoiceField(label=_("Prowadzący"), required=False)
    place = forms.ChoiceField(label=_("Miejsce"), required=False)
    group = GroupChoice(label=_("Grupa"), queryset=None, required=False, empty_label=_("wszystkie"))

    def __init__(self, data, project):
        self.project = project
        self.otherwise = min(max(timezone.localdate(), project.starts_on), project.ends_on)
        typed = {name: data.get(name, "") for name in self.base_fields}
        super().__init__(typed | {"day": as_written(typed["day"]) or f"{self.otherwise:%d.%m.%Y}"})
        names = NamesOnRecord(project)
        for name, known in {"leader": names.leaders, "place": names.places}.items():
            self.fields[name].choices = [("", _("wszystkie")), *((one, one) for one in known)]
        groups = Group.objects.filter(form_of_support__project=project).select_related("form_of_support")
        self.fields["group"].queryset = groups.order_by("form_of_support", "pk")
        for name in ("leader", "place", "group"):
            self.fields[name].widget.attrs["class"] = "input"
        self.is_valid()

    @property
    def day_asked(self):
        return self.cleaned_data.get("day") or self.otherwise

    @property
    def narrowing(self):
        """What was asked for beside the day, ready for ``plan.Week``."""
        group = self.cleaned_data.get("group")
        return {
            "leader": self.cleaned_data.get("leader", ""),
            "place": self.cleaned_data.get("place", ""),
            "group": group.pk if group else None,
        }
