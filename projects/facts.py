"""What the pages say about a project, prepared once for "O projekcie" and for the dashboard: facts, money, opening hours."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.utils import timezone
from django.utils.dateformat import time_format
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from .models import FundingLine, OpeningHours, Partner
from .templatetags.polish import period


@dataclass(frozen=True)
class About:
    """Paragraphs to read (the goal first), pairs of label and fact, and the forms of support."""

    paragraphs: list[str]
    facts: list[tuple[str, str]]
    supports: list


def about(project):
    """What ``projects/_about.html`` shows."""
    texts = [project.goal, project.description]
    paragraphs = [part.strip() for text in texts for part in re.split(r"\n\s*\n", text) if part.strip()]
    return About(paragraphs, facts(project), list(project.forms_of_support.all()))


def facts(project):
    """Pairs of label and value in the order of an agreement; a fact that is not known is an empty text."""
    return [
        *_partner_facts(project),
        (_("Numer umowy"), project.agreement_number),
        (_("Okres realizacji"), _period_of(project)),
        (_("Program"), project.programme.name),
        (_("Oś priorytetowa"), project.axis),
        (_("Działanie"), project.measure),
        (_("Poddziałanie"), project.submeasure),
        (_("Fundusz"), project.programme.fund),
        (_("Obszar"), project.area),
    ]


def _partner_facts(project):
    words = {
        Partner.Role.LEAD: _("Beneficjent"),
        Partner.Role.REALISER: _("Realizator"),
        Partner.Role.PARTNER: _("Partner"),
    }
    order = list(words)
    partners = sorted(project.partners.all(), key=lambda partner: order.index(partner.role))
    return [(words[partner.role], with_place(partner)) for partner in partners]


def with_place(partner):
    """The partner's name with its seat, unless the name says it already (``w Sosnowcu`` says Sosnowiec)."""
    return partner.name if partner.place[:4] in partner.name else f"{partner.name}, {partner.place}"


def _period_of(project):
    days = period(project.starts_on, project.ends_on)
    return f"{days} ({project.period_note})" if project.period_note else days


# --- money


@dataclass(frozen=True)
class Money:
    """One line: what it is called, how much, its per cent of the whole, and its place in the picture (None: not in it)."""

    label: str
    amount: Decimal
    percent: Decimal
    place: int | None = None


@dataclass(frozen=True)
class Funding:
    """The whole value, its lines, the parts of the picture in per cent, and the grant where it is worth a sentence."""

    total: Decimal
    percent: Decimal
    lines: list[Money]
    parts: list[Decimal]
    grant: Money | None
    grant_lines: list[Money]


def funding(project):
    """What ``projects/_funding.html`` shows, or None where no amount is known.

    The picture has one part a source, four at most; two lines of the same source share its colour. The percentages of the lines
    add up to 100.
    """
    if not project.funding:
        return None
    sources = list(dict.fromkeys(line.source for line in project.funding))
    lines = [Money(str(line), line.amount, line.percent, sources.index(line.source) + 1) for line in project.funding]
    parts = [sum(line.percent for line in project.funding if line.source == source) for source in sources]
    grant_lines = [money for line, money in zip(project.funding, lines, strict=True) if line.is_grant]
    return Funding(project.total_value, sum(parts), lines, parts, _grant(sources, grant_lines), grant_lines)


def _grant(sources, lines):
    """The grant (dofinansowanie) as a sum; None where it would repeat a line or the whole."""
    if not {FundingLine.Source.EU, FundingLine.Source.STATE} < set(sources):
        return None
    return Money(_("dofinansowanie"), sum(line.amount for line in lines), sum(line.percent for line in lines))


# --- offices


@dataclass(frozen=True)
class Desk:
    """An office: its name and address, pairs (phone as written, phone to dial), pairs (days, hours)."""

    name: str
    address: str
    phones: list[tuple[str, str]]
    opening: list[tuple[str, str]]


def desks(project):
    """The offices of the project, with equal days in a row told together."""
    return [
        Desk(office.name, office.address, _phones(office.phones), opening_days(office))
        for office in project.offices.prefetch_related("hours")
    ]


def _phones(text):
    numbers = [number.strip() for number in text.split(",") if number.strip()]
    return [(number, re.sub(r"[^\d+]", "", number)) for number in numbers]


def opening_days(office):
    """``[("poniedziałek", "7.30–17.00"), ("wtorek–czwartek", "7.30–15.30")]``: days in a row with the same hours are one line."""
    hours = {}
    for row in office.hours.all():
        hours.setdefault(row.weekday, []).append(between(row.opens, row.closes))
    week = [(day, ", ".join(hours.get(day, []))) for day in OpeningHours.Weekday.values]
    runs = [(same, [day for day, _hours in days]) for same, days in groupby(week, key=lambda pair: pair[1])]
    return [(_run_of_days(days), same) for same, days in runs if same]


def _run_of_days(days):
    first, last = (OpeningHours.Weekday(day).label for day in (days[0], days[-1]))
    return str(first) if first == last else f"{first}–{last}"


def between(opens, closes):
    """Two times as ``7.30–17.00``."""
    form = get_format("TIME_FORMAT").replace("H", "G")
    return f"{time_format(opens, form)}–{time_format(closes, form)}"


# --- place in time


def elapsed_today(project):
    """Per cent of the project's days gone by until today."""
    return project.time_elapsed(timezone.localdate())
