"""What narrows and sorts the list of participants; the state lives in the address."""

from django import forms
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from projects.forms.narrowing import NarrowingForm

from .institutions import takes_institutions
from .models import Person
from .vocabulary import UNEMPLOYED, LabourStatus, ParticipantKind, Sex

STATUSES = {
    "unemployed": (_("bezrobotni"), Q(labour_status__in=UNEMPLOYED)),
    "long_term": (_("długotrwale bezrobotni"), Q(is_long_term=True)),
    "inactive": (_("bierni zawodowo"), Q(labour_status=LabourStatus.INACTIVE)),
    "employed": (_("pracujący"), Q(labour_status=LabourStatus.EMPLOYED)),
}
PARTS = {
    "going": (_("trwa"), Q(entered_on__isnull=False, left_on__isnull=True)),
    "left": (_("zakończony"), Q(left_on__isnull=False)),
    "waiting": (_("bez daty rozpoczęcia"), Q(entered_on__isnull=True)),
}
AGES = {
    "-17": (_("do 17 lat"), Q(age_at_entry__lte=17)),
    "18-24": (_("18–24 lata"), Q(age_at_entry__range=(18, 24))),
    "25-29": (_("25–29 lat"), Q(age_at_entry__range=(25, 29))),
    "30-54": (_("30–54 lata"), Q(age_at_entry__range=(30, 54))),
    "55-": (_("55 lat i więcej"), Q(age_at_entry__gte=55)),
}
WHO = {
    "main": (_("bez osób z otoczenia"), Q(is_surroundings=False)),
    "surroundings": (_("osoby z otoczenia"), Q(is_surroundings=True)),
    "employees": (_("pracownicy instytucji"), Q(participant_kind=ParticipantKind.EMPLOYEE)),
}
STATES = {
    "szkic": (_("szkic"), Q(is_complete=False)),
    "kompletny": (_("kompletny"), Q(is_complete=True, reported_on__isnull=True)),
    "przekazany": (_("przekazany"), Q(is_complete=True, reported_on__isnull=False)),
}
INSTITUTION = "i"  # before the number of an institution in the address
NAME = ("person__last_name", "person__first_name", "pk")
ORDERS = {
    "name": NAME,
    "-name": ("-person__last_name", "-person__first_name", "-pk"),
    "sex": ("sex", *NAME),
    "-sex": ("-sex", *NAME),
    "age": (F("age_at_entry").asc(nulls_last=True), *NAME),
    "-age": (F("age_at_entry").desc(nulls_last=True), *NAME),
    "from": (F("entered_on").asc(nulls_last=True), *NAME),
    "-from": (F("entered_on").desc(nulls_last=True), *NAME),
    "to": (F("left_on").asc(nulls_last=True), *NAME),
    "-to": (F("left_on").desc(nulls_last=True), *NAME),
}


def choices(offered, everyone):
    return [("", everyone), *[(value, label) for value, (label, _condition) in offered.items()]]


class ParticipantFilter(NarrowingForm):
    """Search, who, sex, status, participation and age at entry; ``state`` and ``order`` come from the address too.

    Where institutions take part, each can be chosen under who.

    A value that the lists do not know narrows nothing.
    """

    q = forms.CharField(
        label=_("Szukaj"),
        max_length=100,
        required=False,
        widget=forms.TextInput({"type": "search", "placeholder": _("nazwisko, imię lub PESEL"), "autocomplete": "off"}),
    )
    who = forms.ChoiceField(label=_("Kto"), choices=choices(WHO, _("wszyscy")), required=False)
    sex = forms.ChoiceField(label=_("Płeć"), choices=[("", _("wszyscy")), *Sex.choices], required=False)
    status = forms.ChoiceField(
        label=_("Status na rynku pracy"), choices=choices(STATUSES, _("wszystkie")), required=False
    )
    part = forms.ChoiceField(label=_("Udział"), choices=choices(PARTS, _("wszystkie")), required=False)
    age = forms.ChoiceField(label=_("Wiek przy wejściu"), choices=choices(AGES, _("każdy")), required=False)

    def __init__(self, data, project=None):
        super().__init__(data, **self._institutions(project) if project and takes_institutions(project) else {})
        self.order = data.get("sort") if data.get("sort") in ORDERS else "name"
        self.state = data.get("state") if data.get("state") in STATES else ""

    @staticmethod
    def _institutions(project):
        """Those of the project among the answers to who; nothing where it has none."""
        names = project.institutions.order_by("name", "pk").values_list("pk", "name")
        offered = [(f"{INSTITUTION}{pk}", name) for pk, name in names]
        return {"who": [*choices(WHO, _("wszyscy")), (_("oddelegowani przez"), offered)]} if offered else {}

    def narrow(self, participations):
        """The participations that were asked for, in whatever state their data are, in no order."""
        asked = self.cleaned_data
        if asked.get("q"):
            participations = participations.filter(
                person__in=Person.objects.matching(asked["q"]).order_by().values("pk")
            )
        if asked.get("sex"):
            participations = participations.filter(sex=asked["sex"])
        for name, offered in {"who": WHO, "status": STATUSES, "part": PARTS, "age": AGES}.items():
            if asked.get(name) in offered:
                participations = participations.filter(offered[asked[name]][1])
        if (asked.get("who") or "").startswith(INSTITUTION):
            participations = participations.filter(delegated_by=int(asked["who"].removeprefix(INSTITUTION)))
        return participations

    def chosen(self, participations):
        """The narrowed participations in the chosen state and order."""
        if self.state:
            participations = participations.filter(STATES[self.state][1])
        return participations.order_by(*ORDERS[self.order])


def counts_of(participations):
    """How many there are in each state, in one query: {"": all, "szkic": …, "kompletny": …, "przekazany": …}."""
    found = participations.order_by().aggregate(
        all=Count("pk"), **{state: Count("pk", filter=condition) for state, (_label, condition) in STATES.items()}
    )
    return {"": found.pop("all"), **found}
