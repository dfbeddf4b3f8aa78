"""From an address and days in words, as the command line gives them, to a report."""

import re
from datetime import date

from django.utils.translation import gettext as _

from projects.models import Programme, Project

from .programmes import ProgrammeReport
from .reports import ProgressReport

DAY = re.compile(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")


class Unanswerable(Exception):
    """There is no such report; the message is one sentence for the person who asked."""


def report_of(slug, on=None, since=None):
    """The report of the project, or of the programme, with this address; days are texts ``2022-09-30`` or None.

    Raises Unanswerable for an unknown address, for what is no day, and for a period that begins after the day.
    """
    on, since = day(on, "--on"), day(since, "--since")
    report = _find(slug, on, since)
    if since and since > report.on:
        raise Unanswerable(
            _("Okres zaczyna się %(since)s, czyli po dniu sprawozdania %(on)s.") % {"since": since, "on": report.on}
        )
    return report


def _find(slug, on, since):
    project = Project.objects.select_related("programme").filter(slug=slug).first()
    if project:
        return ProgressReport.build(project, on, since)
    programme = Programme.objects.prefetch_related("calls").filter(slug=slug).first()
    if programme:
        return ProgrammeReport.build(programme, on, since)
    raise Unanswerable(_("Nie ma projektu ani programu o adresie „%(slug)s”.") % {"slug": slug})


def day(text, option):
    """The day that a text like ``2022-09-30`` names, 1900 to 2099; None for None. Raises Unanswerable otherwise."""
    if text is None:
        return None
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Unanswerable(
        _("%(option)s: „%(text)s” to nie jest data w postaci RRRR-MM-DD.") % {"option": option, "text": text}
    )
