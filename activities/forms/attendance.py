"""The marks of one session as they are posted: "mark-<enrolment>" and, beside it, "was-<enrolment>", what the page showed."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..vocabulary import AttendanceStatus

FUTURE = _("Te zajęcia jeszcze się nie odbyły. Obecność zapisuje się od dnia zajęć. Niczego nie zapisano.")
CANCELLED = _(
    "Te zajęcia są odwołane, więc nie ma na nich obecności. Przywróć je, jeśli się odbyły. Niczego nie zapisano."
)
KNOWN = ["", *AttendanceStatus.values]
UNKNOWN = _("Obecność: jest, brak albo usprawiedliwiona. Niczego nie zapisano.")


class AttendanceForm(forms.Form):
    """Reads the marks of the enrolments it is given, and no others.

    A mark that the page showed and nobody touched is no change: so two people who mark one session at the same time do not
    overwrite each other's rows with what their own page showed when it was opened.
    """

    def __init__(self, *args, session, enrolments, **kwargs):
        super().__init__(*args, **kwargs)
        self.session = session
        self.enrolments = set(enrolments)

    def clean(self):
        cleaned = super().clean()
        if self.session.held_on > timezone.localdate():
            self.add_error(None, FUTURE)
        if self.session.is_cancelled:
            self.add_error(None, CANCELLED)
        if self.chosen != self._posted:
            self.add_error(None, UNKNOWN)
        return cleaned

    @property
    def chosen(self):
        """Every mark on the page by the key of its enrolment; "" is a mark taken away, no entry is no answer."""
        return {pk: status for pk, status in self._posted.items() if status in KNOWN}

    @property
    def _posted(self):
        answers = {pk: self.data.get(f"mark-{pk}") for pk in self.enrolments}
        return {pk: status for pk, status in answers.items() if status is not None}

    @property
    def changes(self):
        """The marks that differ from what the page showed when it was opened."""
        return {pk: status for pk, status in self.chosen.items() if status != self.data.get(f"was-{pk}")}
