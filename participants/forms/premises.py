"""The checklist of premises: a box and a document for each, the usual ones first."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from ..vocabulary import PremiseKind, Scope

USUAL = (PremiseKind.UNEMPLOYMENT, PremiseKind.FOSTER_CARE, PremiseKind.CARER)
SINCE_2021 = (
    PremiseKind.LONG_TERM_UNEMPLOYED,
    PremiseKind.INACTIVE,
    PremiseKind.LEAVING_PRISON,
    PremiseKind.FOREIGN_ORIGIN,
)


def kinds_offered(scope):
    """The premises that the guidelines of this form know, the usual ones first."""
    known = [kind for kind in PremiseKind if scope != Scope.SL2014 or kind not in SINCE_2021]
    return sorted(known, key=lambda kind: USUAL.index(kind) if kind in USUAL else len(USUAL))


@dataclass(frozen=True)
class PremiseLine:
    """A line of the checklist: two bound fields."""

    box: forms.BoundField
    document: forms.BoundField

    @property
    def is_checked(self):
        return bool(self.box.value())


class WithPremises:
    """A mixin of forms: fields for premises, and the answer as a dictionary of kind and document."""

    def add_premises(self, scope, on_record):
        """Adds the fields; ``on_record`` is a dictionary of kind and document. One on record is asked whatever the scope."""
        offered = kinds_offered(scope)
        self.premise_kinds = [*offered, *[PremiseKind(kind) for kind in on_record if kind not in offered]]
        for kind in self.premise_kinds:
            self.fields[f"premise_{kind}"] = forms.BooleanField(label=kind.label, required=False)
            self.fields[f"document_{kind}"] = forms.CharField(
                label=_("dokument: %(premise)s") % {"premise": kind.label}, max_length=200, required=False
            )
            self.initial.setdefault(f"premise_{kind}", kind in on_record)
            self.initial.setdefault(f"document_{kind}", on_record.get(kind, ""))

    @property
    def premises(self):
        """What was answered; a document without its box counts as both."""
        answers = self.cleaned_data
        return {
            str(kind): answers.get(f"document_{kind}", "").strip()
            for kind in self.premise_kinds
            if answers.get(f"premise_{kind}") or answers.get(f"document_{kind}")
        }

    def premise_lines(self):
        """Two lists of lines: those shown at once (the usual ones and whatever is checked), and the rest."""
        lines = [PremiseLine(self[f"premise_{kind}"], self[f"document_{kind}"]) for kind in self.premise_kinds]
        shown = [line for number, line in enumerate(lines) if number < len(USUAL) or line.is_checked]
        return shown, [line for line in lines if line not in shown]
