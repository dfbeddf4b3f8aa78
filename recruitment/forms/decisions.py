"""What the commission decides, as forms: a whole page of candidates at once, one person, a withdrawal; and its own answers."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms import OnceForm
from projects.forms.fields import DayField

from ..actions.decisions import Choice
from ..models import Sitting
from ..vocabulary import Decision
from .layout import sections

IN_FUTURE = _("Ta data jest w przyszłości. Wpisz dzień, w którym decyzja zapadła.")
BEFORE_OPENING = _("Ten dzień jest przed początkiem naboru. Sprawdź datę.")
NEEDS_REASON = _("Ta decyzja różni się od propozycji. Napisz krótko dlaczego.")
REASON_OF_CHANGE = _("To zmiana wcześniejszej decyzji. Napisz krótko dlaczego.")
NO_PLACE = _("Wszystkie miejsca w naborze są zajęte. Zwolnij miejsce albo zwiększ ich liczbę w danych naboru.")
VOTES = ("votes_for", "votes_against", "votes_abstained")
OFFERED = [
    (Decision.WAITING, _("bez decyzji")),
    (Decision.QUALIFIED, Decision.QUALIFIED.label),
    (Decision.RESERVE, Decision.RESERVE.label),
    (Decision.REJECTED, Decision.REJECTED.label),
]


def checked_day(day, round):
    """A day on which a decision can have been made."""
    if day and day > timezone.localdate():
        raise forms.ValidationError(IN_FUTURE)
    if day and day < round.opens_on:
        raise forms.ValidationError(BEFORE_OPENING)
    return day


class SittingForm(OnceForm):
    """The sitting of the commission: when, where, who, how it voted."""

    optional_unsaid = True

    class Meta:
        model = Sitting
        fields = ["held_on", "place", "members", *VOTES, "note"]
        field_classes = {"held_on": DayField}
        widgets = {
            "members": forms.Textarea({"rows": 4}),
            "note": forms.Textarea({"rows": 3}),
            **{name: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}) for name in VOTES},
        }

    def __init__(self, *args, round, **kwargs):
        super().__init__(*args, **kwargs)
        self.round = self.instance.round = round
        if not self.instance.pk:
            last = round.sittings.order_by("-held_on", "-pk").first()
            self.initial.setdefault("held_on", timezone.localdate())
            self.initial.setdefault("members", last.members if last else "")
            self.initial.setdefault("place", last.place if last else "")
        self.helper = sections(
            self,
            (
                _("Posiedzenie komisji"),
                {"held_on": "c4", "place": "c8", "members": "c6", "note": "c6", **dict.fromkeys(VOTES, "c4 s4")},
            ),
        )

    def own_rows(self):
        return super().own_rows().filter(round=self.round)

    def clean_held_on(self):
        return checked_day(self.cleaned_data["held_on"], self.round)


class Line:
    """One candidate on the page of decisions: what stands now, what is proposed, what was chosen, and what is wrong with it."""

    def __init__(self, row, proposed, data):
        self.row, self.proposed = row, proposed
        self.is_waiting = row.decision == Decision.WAITING
        self.default = (proposed.decision or Decision.WAITING) if proposed else row.decision
        self.name, self.reason_name = f"decision-{row.pk}", f"reason-{row.pk}"
        self.decision = data.get(self.name, self.default) if data is not None else self.default
        self.reason = (data.get(self.reason_name, "") if data is not None else "").strip()[:500]
        self.error = ""

    @property
    def options(self):
        """The decisions to choose from: value, label, whether it is chosen."""
        return [(value, label, value == self.decision) for value, label in OFFERED]

    @property
    def departs(self):
        """Whether the commission chose otherwise than the rules propose, or otherwise than it had decided."""
        return self.decision != (self.default if self.is_waiting else self.row.decision)

    @property
    def why(self):
        return self.proposed.why if self.proposed else ""

    def check(self):
        """Notes what is wrong with the choice; True when nothing is."""
        if self.decision not in dict(OFFERED):
            self.error, self.decision = _("Nie ma takiej decyzji na liście."), self.default
        elif self.departs and not self.reason:
            leaves_open = self.is_waiting and self.decision == Decision.WAITING
            self.error = "" if leaves_open else NEEDS_REASON if self.is_waiting else REASON_OF_CHANGE
        return not self.error

    @property
    def choice(self):
        """What is to be written; the reason of the rules stands where the commission gave none of its own and followed them."""
        follows = self.is_waiting and self.proposed and self.decision == self.proposed.decision
        return Choice(
            self.row.pk,
            self.decision,
            self.reason or (self.why[:500] if follows else ""),
            self.proposed.decision if self.proposed else "",
        )


class OneDecisionForm(forms.Form):
    """A decision about one person, outside a sitting: a correction, or one that could not wait."""

    decision = forms.ChoiceField(label=_("Decyzja"), choices=OFFERED, widget=forms.RadioSelect)
    decided_on = DayField(label=_("Data decyzji"))
    reason = forms.CharField(label=_("Uzasadnienie"), max_length=500, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args, candidate, **kwargs):
        super().__init__(*args, **kwargs)
        self.candidate = candidate
        self.initial.setdefault("decision", candidate.decision)
        self.initial.setdefault("decided_on", timezone.localdate())

    def clean_decided_on(self):
        return checked_day(self.cleaned_data["decided_on"], self.candidate.round)


class WithdrawForm(forms.Form):
    """The candidate gives up: when she said so, and how."""

    on = DayField(label=_("Data rezygnacji"))
    reason = forms.CharField(
        label=_("Powód lub sposób"),
        max_length=500,
        help_text=_("na przykład: telefonicznie, podjęła pracę"),
    )

    def __init__(self, *args, candidate, **kwargs):
        super().__init__(*args, **kwargs)
        self.candidate = candidate
        self.initial.setdefault("on", timezone.localdate())

    def clean_on(self):
        return checked_day(self.cleaned_data["on"], self.candidate.round)
