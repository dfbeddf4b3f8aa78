"""The radar: what narrows it, how its people are counted, and what stands beside each of them."""

from dataclasses import dataclass

from django import forms
from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from projects.forms.narrowing import NarrowingForm

from .deadlines import (
    AWAITED,
    WINDOW,
    Deadline,
    counted_of_one_project,
    followed,
    in_order_of_work,
    proved_by,
    proved_in_open_window,
)
from .models import Call
from .vocabulary import CallResult
from .windows import Windows

WINDOWS = [
    ("", _("oba")),
    ("results", _("4 tygodnie: rezultaty")),
    ("effectiveness", _("3 miesiące: efektywność")),
]
EVERYBODY = [
    ("", _("wszystkie osoby")),
    ("mine", _("moje")),
    ("none", _("bez opiekuna")),
    ("given", _("oddane przeze mnie")),
]
STATES = {
    "": _("czekają na dowód"),
    "due": _("umówione na dziś"),
    "open": _("termin biegnie"),
    "late": _("po terminie"),
    "proved": _("dowód już jest"),
    "closed": _("sprawa zamknięta"),
}
# whether a job and progress are awaited for effectiveness
MEASURES = {
    (True, True): _("efektywność (praca i postęp społeczny)"),
    (True, False): _("efektywność (praca)"),
    (False, True): _("efektywność (postęp społeczny)"),
}
RANKS = {
    0: _("Umówiona próba kontaktu"),
    1: _("Termin biegnie albo minął w ostatnich czterech tygodniach"),
    2: _("Termin minął dawniej, dowodu nie ma i nikt nie zamknął sprawy"),
}


class RadarFilter(NarrowingForm):
    """Whose people, and which window; ``state`` comes from the address too. A value that the lists do not know narrows nothing."""

    caretaker = forms.ChoiceField(label=_("Opiekun"), required=False)
    window = forms.ChoiceField(label=_("Termin"), choices=WINDOWS, required=False)

    def __init__(self, data, *, user, colleagues):
        others = [(str(one.pk), str(one)) for one in colleagues if one != user]
        super().__init__(data, caretaker=[*EVERYBODY, *others])
        self.user = user
        self.state = data.get("state") if data.get("state") in STATES else ""

    @property
    def asked_window(self):
        """Both ("") or one of the two: "results", "effectiveness"."""
        return self.cleaned_data.get("window", "")

    def narrow(self, participations):
        """The participations in the care that was asked for."""
        asked = self.cleaned_data.get("caretaker")
        if not asked:
            return participations
        if asked == "given":
            given = Call.objects.filter(participation=OuterRef("pk"), result=CallResult.HANDED_OVER, made_by=self.user)
            return participations.filter(Exists(given)).exclude(caretaker=self.user)
        return participations.filter(
            {"mine": Q(caretaker=self.user), "none": Q(caretaker=None)}.get(asked) or Q(caretaker=asked)
        )


def counts_of(participations, on, window=""):
    """How many there are in each state of the radar, in one query; ``left`` is everybody who has left by the day."""
    waits = AWAITED[window] & Q(is_closed=False)
    awaited = followed(participations, on, window).order_by()
    return counted_of_one_project(
        awaited,
        **{"all": Count("pk", filter=waits)},
        due=Count("pk", filter=waits & Q(next_call_on__lte=on)),
        open=Count("pk", filter=waits & Q(due_on__gte=on)),
        late=Count("pk", filter=waits & Q(due_on__lt=on)),
        proved=Count("pk", filter=proved_by(on) & Q(left_on__gte=on - WINDOW)),
        closed=Count("pk", filter=AWAITED[window] & Q(is_closed=True)),
        left=Count("pk"),
    )


def chosen(participations, on, state, window=""):
    """The people of a state of the radar, in the order of work, with what their rows show."""
    if state == "proved":
        rows = proved_in_open_window(participations, on)
    else:
        rows = followed(participations, on, window).filter(AWAITED[window], is_closed=state == "closed")
    narrower = {"due": Q(next_call_on__lte=on), "open": Q(due_on__gte=on), "late": Q(due_on__lt=on)}
    rows = in_order_of_work(rows.filter(narrower.get(state, Q())), on)
    return rows.select_related("person", "caretaker").prefetch_related(
        Prefetch("calls", Call.objects.select_related("made_by").newest_first())
    )


@dataclass(frozen=True)
class Row(Deadline):
    """A deadline with the calls made and what is awaited, each with the last day of its window."""

    @property
    def calls(self):
        return list(self.participation.calls.all())

    @property
    def last_call(self):
        """The newest attempt to reach the person, or None."""
        return next((call for call in self.calls if call.result != CallResult.HANDED_OVER), None)

    @property
    def handed_over(self):
        """The newest change of caretaker, or None."""
        return next((call for call in self.calls if call.result == CallResult.HANDED_OVER), None)

    @property
    def next_is_due(self):
        return self.participation.next_call_on is not None and self.participation.next_call_on <= self.on

    @property
    def awaited(self):
        """What has no proof yet: triples of the words, the last day, and whether that day is past."""
        person, windows = self.participation, Windows(self.participation.left_on)
        found = []
        if person.awaits_result:
            found.append((_("dowód rezultatu"), windows.results_until))
        if person.awaits_job or person.awaits_progress:
            words = MEASURES[person.awaits_job, person.awaits_progress]
            found.append((words, windows.effectiveness_until))
        return [(words, until, until < self.on) for words, until in found]


def grouped(rows):
    """The rows of a page under the headings of their ranks: pairs of a heading and rows, in order."""
    found = {}
    for row in rows:
        found.setdefault(row.participation.rank, []).append(row)
    return [(RANKS[rank], those) for rank, those in found.items()]
