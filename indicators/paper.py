"""What stands on the printed report beside the figures: the marks, the facts of the agreement, the checksum."""

import re

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.letterhead import line_of, marks_of
from projects.models import FundingLine
from projects.templatetags.polish import day, percent, period, zl

from .as_json import checksum
from .seal import spaced

TEMPLATE = "indicators/report_print.html"
NUMBER = re.compile(r"\d+(\.\d+)*")


def context_of(report, seal=None):
    """All that the printed report shows; reads nothing but the database and the uploaded marks.

    ``seal`` says where the report stands with the authority; without it the paper is a print of today's figures.
    """
    return {
        "report": report,
        "title": report.title,
        "marks": marks_of(report.subject) if report.programme else line_of(report.subject, {}),
        "facts": facts(report),
        "author": report.institution,
        "is_demo": report.subject.is_demo,
        "is_running": is_running(report),
        "checksum": spaced(checksum(report)),
        "seal": seal,
        "printed_at": timezone.localtime(),
    }


def is_running(report):
    """Whether the reporting period has not ended yet, so that its figures may still change."""
    return report.since is not None and report.on >= timezone.localdate()


def facts(report):
    """Two columns of pairs (label, value): what and whose it is, and of when."""
    left = [(_("Beneficjent"), report.institution), (_("Program"), _programme(report)), *_money(report)]
    right = [
        (_("Okres sprawozdawczy"), period(report.since, report.on) if report.since else ""),
        (_("Okres realizacji"), _duration(report)),
        (_("Stan na dzień"), day(report.on)),
    ]
    return [[(label, value) for label, value in column if value] for column in (left, right)]


def _programme(report):
    """The programme with the narrowest part of it that the agreement names, by its number where it has one."""
    if report.programme is None:
        return ""
    project = report.subject
    parts = [(_("poddziałanie"), project.submeasure), (_("działanie"), project.measure), (_("oś"), project.axis)]
    label, part = next(((label, part) for label, part in parts if part), ("", ""))
    found = NUMBER.search(part)
    return ", ".join(filter(None, [report.programme.name, f"{label} {found[0] if found else part}".strip()]))


def _money(report):
    if report.programme is None or report.subject.total_value is None:
        return []
    value = zl(report.subject.total_value)
    european = sum(line.amount for line in report.subject.funding if line.source == FundingLine.Source.EU)
    if european:
        value = _("%(value)s, w tym Fundusze Europejskie %(european)s") % {"value": value, "european": zl(european)}
    return [(_("Wartość projektu"), value)]


def _duration(report):
    if report.programme is None:
        return ""
    elapsed = _("upłynęło %(share)s") % {"share": percent(report.elapsed)}
    return f"{period(report.subject.starts_on, report.subject.ends_on)}, {elapsed}"
