"""Which two states somebody asked to see side by side; the choice travels in the address."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from . import sides
from .comparing import Comparison, compare
from .models import PaymentApplication, SubmittedReport

NOW, TODAY = "now", "today"  # the same day by today's data; today's day
NUMBER = re.compile(r"[0-9]{1,18}")
START = re.compile(r"(start|before)-([0-9]{1,18})")


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Choice:
    """Two sides chosen from the reports of a project, newest first."""

    reports: list[SubmittedReport]
    first: str
    second: str

    @classmethod
    def read(cls, project, asked):
        """What the address asks for; without anything the report submitted last, and the same day by today's data.

        None where nothing was submitted yet.
        """
        reports = list(reports_of(project))
        if not reports:
            return None
        return cls(reports, asked.get("from") or str(reports[0].pk), asked.get("to") or NOW)

    def comparison(self, project) -> Comparison:
        """Both sides read and compared. Raises Http404 for what is no choice."""
        start = START.fullmatch(self.second)
        if start:
            return self._from_the_last_report(project, *start.groups())
        first = self._report(self.first)
        if self.second == TODAY:
            return compare(sides.of_report(first), sides.of_now(project, timezone.localdate()))
        if self.second == NOW:
            return compare(sides.of_report(first), sides.of_now(project, first.on))
        return compare(sides.of_report(first), sides.of_report(self._report(self.second)))

    def _from_the_last_report(self, project, kind, number):
        """What changed in the data before a period since the report before it: why the value from the beginning is no sum."""
        if kind == "start":
            report = self._report(number)
            previous, second = report.previous, sides.of_start(report)
        else:
            application = PaymentApplication.objects.filter(project=project, pk=number).first()
            earlier = application.predecessor() if application else None
            previous = earlier.latest() if earlier else None
            second = sides.of_now(project, application.since - timedelta(days=1)) if previous else None
        if previous is None:
            raise Http404
        return compare(sides.of_report(self._report(str(previous.pk))), second)

    def _report(self, number):
        found = [report for report in self.reports if str(report.pk) == number]
        if not NUMBER.fullmatch(number) or not found:
            raise Http404
        return found[0]

    @property
    def is_of_start(self):
        """Whether the second side is the day before a period: no choice of the form."""
        return bool(START.fullmatch(self.second))

    @property
    def firsts(self):
        return [Option(str(each.pk), _name(each), str(each.pk) == self.first) for each in self.reports]

    @property
    def seconds(self):
        today = [(NOW, _("ten sam dzień, dzisiejsze dane")), (TODAY, _("dzisiaj"))]
        every = [*today, *((str(each.pk), _name(each)) for each in self.reports)]
        return [Option(value, label, value == self.second) for value, label in every]


def reports_of(project):
    """The submitted reports of a project, newest first."""
    reports = SubmittedReport.objects.filter(application__project=project)
    return reports.select_related("application", "submitted_by", "previous").order_by("-submitted_at", "-pk")


def _name(report):
    told = {"number": report.application.number, "version": report.version}
    return _("%(number)s, wersja %(version)s") % told
