"""Where one application stands: its figures, the reports frozen with it, what the authority wrote, what is to be done."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from indicators.reports import ProgressReport

from . import doors
from .figures import Table, table_of
from .models import ApplicationStep, PaymentApplication, State, SubmittedReport
from .telling import told


@dataclass(frozen=True)
class Standing:
    """``live`` is today's report while the project works on the application, else None and the figures are the frozen ones."""

    application: PaymentApplication
    reports: list[SubmittedReport]
    steps: list[ApplicationStep]
    previous: SubmittedReport | None
    live: ProgressReport | None
    data: dict

    @classmethod
    def of(cls, application):
        """What is known of the application; the figures of today take the statements of one report."""
        reports = list(application.reports.select_related("submitted_by", "previous__application").order_by("version"))
        live = previous = None
        if application.is_ours:
            live = ProgressReport.build(application.project, application.on, application.since)
            earlier = application.predecessor()
            previous = earlier.latest() if earlier else None
        else:
            previous = reports[-1].previous
        return cls(
            application=application,
            reports=reports,
            steps=list(application.steps.select_related("by", "report").order_by("pk")),
            previous=previous,
            live=live,
            data=told(live) if live else reports[-1].data,
        )

    @cached_property
    def table(self) -> Table:
        """The figures with their doors: to today's people, or to those frozen."""
        opens = doors.of_today(self.application) if self.live else doors.of_report(self.frozen)
        return table_of(self.data, self.previous, opens)

    @property
    def frozen(self):
        """The report frozen last, or None."""
        return self.reports[-1] if self.reports else None

    @property
    def newest_first(self):
        return self.reports[::-1]

    @property
    def history(self):
        """The steps, newest first."""
        return self.steps[::-1]

    @property
    def returned(self):
        """The step with what the authority wants corrected; None unless the application came back."""
        return self.steps[-1] if self.application.state == State.RETURNED else None

    @property
    def can_be_answered(self):
        """Whether the authority has it and has not answered."""
        return self.application.can_become(State.RETURNED)

    @property
    def sentence(self):
        """Where it stands and what is next, in one sentence."""
        return {
            State.DRAFT: _("Ten wniosek jest szkicem. Liczby są dzisiejsze i zamrożą się, gdy go złożysz."),
            State.SUBMITTED: _("Wniosek jest złożony i czeka na odpowiedź instytucji."),
            State.RETURNED: _("Wniosek wrócił z uwagami. Popraw dane i złóż go ponownie."),
            State.CORRECTED: _("Poprawiony wniosek jest złożony i czeka na odpowiedź instytucji."),
            State.ACCEPTED: _("Instytucja zatwierdziła ten wniosek."),
        }[State(self.application.state)]
