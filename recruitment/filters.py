"""What narrows and sorts the list of candidates; the state lives in the address."""

from collections import Counter

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import Sex
from projects.forms.narrowing import NarrowingForm

NAME = ("last_name", "first_name", "pk")
ORDERS = {
    "name": NAME,
    "-name": ("-last_name", "-first_name", "-pk"),
    "applied": ("applied_on", "applied_at", "pk"),
    "-applied": ("-applied_on", "-applied_at", "-pk"),
}
# The states of the quick counts: together they are everybody, and nobody is in two.
STATES = {
    "incomplete": _("do uzupełnienia"),
    "waiting": _("czekają na decyzję"),
    "qualified": _("zakwalifikowani"),
    "reserve": _("lista rezerwowa"),
    "rejected": _("odrzuceni"),
    "withdrawn": _("rezygnacje"),
}


class CandidateFilter(NarrowingForm):
    """Search, round and sex; ``state`` and ``order`` come from the address too. A value that the lists do not know narrows nothing."""

    q = forms.CharField(
        label=_("Szukaj"),
        max_length=100,
        required=False,
        widget=forms.TextInput(
            {"type": "search", "placeholder": _("nazwisko, imię, PESEL lub numer zgłoszenia"), "autocomplete": "off"}
        ),
    )
    round = forms.ChoiceField(label=_("Nabór"), required=False)
    sex = forms.ChoiceField(label=_("Płeć"), choices=[("", _("wszyscy")), *Sex.choices], required=False)

    def __init__(self, data, rounds):
        super().__init__(data, round=[("", _("wszystkie")), *[(str(one.pk), one.name) for one in rounds]])
        self.order = data.get("sort") if data.get("sort") in ORDERS else "name"
        self.state = data.get("state") if data.get("state") in STATES else ""

    def narrow(self, candidates):
        """The candidates that were asked for, in whatever state, in no order."""
        asked = self.cleaned_data
        if asked.get("q"):
            candidates = candidates.matching(asked["q"])
        if asked.get("round"):
            candidates = candidates.filter(round=asked["round"])
        if asked.get("sex"):
            candidates = candidates.filter(sex=asked["sex"])
        return candidates

    def in_order(self, candidates):
        """The numbers (pk) of the narrowed candidates in the chosen order, whatever their state."""
        return self.narrow(candidates).order_by(*ORDERS[self.order]).values_list("pk", flat=True)


def counts_of(rows):
    """How many of these rows of rankings there are in each state: {"": all, "incomplete": …, …}."""
    found = Counter(row.state for row in rows)
    return {"": len(rows), **{state: found[state] for state in STATES}}
