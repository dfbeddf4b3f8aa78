"""What narrows and sorts the list of projects; the state lives in the address."""

from django import forms
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import ProgrammingPeriod, Project
from ..search import every_word, in_polish_order
from .narrowing import NarrowingForm

SEARCHED = ["title", "edition", "agreement_number", "programme__name", "partners__name"]
STATES = [("", _("wszystkie")), ("running", _("trwające")), ("finished", _("zakończone")), ("coming", _("przyszłe"))]
ORDERS = {
    "title": [in_polish_order("title"), "pk"],
    "-title": [in_polish_order("title").desc(), "-pk"],
    "period": ["starts_on", "ends_on", "pk"],
    "-period": ["-starts_on", in_polish_order("title"), "pk"],
    "value": [F("value").asc(nulls_last=True), "pk"],
    "-value": [F("value").desc(nulls_last=True), "-pk"],
}


def in_state(state, today):
    """The condition that a project is running, finished or coming on a day."""
    conditions = {
        "running": Q(starts_on__lte=today, ends_on__gte=today),
        "finished": Q(ends_on__lt=today),
        "coming": Q(starts_on__gt=today),
    }
    return conditions.get(state, Q())


class ProjectFilter(NarrowingForm):
    """Search, perspective and place in time. A value that the lists do not know narrows nothing."""

    q = forms.CharField(label=_("Szukaj"), max_length=100, required=False, widget=forms.TextInput({"type": "search"}))
    period = forms.ChoiceField(
        label=_("Perspektywa"), choices=[("", _("wszystkie")), *ProgrammingPeriod.choices], required=False
    )
    state = forms.ChoiceField(label=_("Realizacja"), choices=STATES, required=False)
    usual_order = "-period"

    def __init__(self, data):
        super().__init__(data)
        self.order = data.get("sort") if data.get("sort") in ORDERS else self.usual_order

    def narrow(self, projects):
        """The projects that were asked for, in the order that was asked for; they carry ``value``."""
        asked = self.cleaned_data
        if asked.get("q"):
            found = Project.objects.filter(every_word(asked["q"], *SEARCHED)).order_by().values("pk")
            projects = projects.filter(pk__in=found)
        if asked.get("period"):
            projects = projects.filter(programme__period=asked["period"])
        in_time = in_state(asked.get("state"), timezone.localdate())
        return projects.filter(in_time).order_by(*ORDERS[self.order])
