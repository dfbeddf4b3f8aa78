"""Internships as they are read and written: months, hours, and the limits of working time as hints."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from participants.models import Participation
from participants.vocabulary import Answer, DisabilityDegree
from projects.months import months_later
from projects.templatetags.polish import number

from .cards import ensure_enrolled
from .models import Internship, InternshipMonth
from .vocabulary import SupportKind

# Working time of an intern; of one with a severe or moderate disability (domain notes, section 6).
A_DAY, A_WEEK = 8, 40
A_DAY_DISABLED, A_WEEK_DISABLED = 7, 35
SHOWN = 200
SHORTER_DAY = {DisabilityDegree.MODERATE, DisabilityDegree.SEVERE}


def limits_of(participation):
    """The most hours a day and a week for this person."""
    is_shorter = participation.disability == Answer.YES and participation.disability_degree in SHORTER_DAY
    return (A_DAY_DISABLED, A_WEEK_DISABLED) if is_shorter else (A_DAY, A_WEEK)


def hints_for(internship, participation, months=()):
    """What of an internship is beyond the usual working time: sentences that warn and forbid nothing."""
    a_day, a_week = limits_of(participation)
    told = {"day": a_day, "week": a_week}
    hints = []
    if internship.hours_a_week and internship.hours_a_week > a_week:
        hints.append(_("Ponad %(week)s godzin tygodniowo: sprawdź, czy wolno.") % told)
    if internship.hours_a_day and internship.hours_a_day > a_day:
        hints.append(_("Ponad %(day)s godzin dziennie: sprawdź, czy wolno.") % told)
    for month in months:
        most = a_day * working_days(internship, month.month)
        if month.hours > most:
            told |= {"month": f"{month.month:%m.%Y}", "most": number(most), "hours": number(month.hours)}
            hints.append(_("%(month)s: %(hours)s h to więcej niż %(most)s h w dni robocze tego miesiąca.") % told)
    if hints and a_week == A_WEEK_DISABLED:
        hints.append(
            _("Przy umiarkowanym i znacznym stopniu niepełnosprawności czas pracy to 7 h dziennie, 35 h tygodniowo.")
        )
    return hints


def month_of(day: date) -> date:
    """The first day of the month of a day."""
    return day.replace(day=1)


def end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_between(first: date, last: date) -> list[date]:
    """The first days of all months from one day to another, both months included."""
    months, month = [], month_of(first)
    while month <= last:
        months.append(month)
        month = end_of_month(month) + timedelta(days=1)
    return months


def working_days(internship, month):
    """Days from Monday to Friday of a month on which the internship runs; holidays are not taken off."""
    first, last = max(month, internship.starts_on), min(end_of_month(month), internship.ends_on)
    return sum((first + timedelta(days=n)).weekday() < 5 for n in range((last - first).days + 1))


def length_of(internship):
    """How long an internship is planned: whole months and days beyond them, both ends included."""
    start, after = internship.starts_on, internship.ends_on + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    while months and months_later(start, months) > after:
        months -= 1
    return months, (after - months_later(start, months)).days


def internships_of(participation):
    """The internships of a person with their form of support and ``hours_done``."""
    return _with_hours(Internship.objects.filter(enrolment__participation=participation))


def internships_in(form):
    """The internships in a form of support with their people, in Polish order."""
    people = "enrolment__participation__person"
    found = _with_hours(Internship.objects.filter(enrolment__group__form_of_support=form)).select_related(people)
    return found.order_by(f"{people}__last_name", f"{people}__first_name", "starts_on", "pk")


def row_of(internship, participation):
    """An internship as a list shows it: with its length, and hints where the time is beyond the usual."""
    return internship, length_of(internship), hints_for(internship, participation)


def rows_in(form):
    """The first internships in a form of support as rows, and whether there are more of them."""
    found = list(internships_in(form)[: SHOWN + 1])
    return [row_of(each, each.enrolment.participation) for each in found[:SHOWN]], len(found) > SHOWN


def _with_hours(internships):
    known = internships.select_related("enrolment__group__form_of_support", "enrolment__participation")
    return known.annotate(hours_done=Sum("months__hours", default=Decimal(0))).order_by("starts_on", "pk")


def internship_forms(project):
    """The forms of support of a project that are internships."""
    return project.forms_of_support.filter(kind=SupportKind.INTERNSHIP).order_by("pk")


@transaction.atomic
def save_internship(*, internship, by, participation=None, form=None, months=None):
    """Saves an internship with the hours of its months (by first day; None takes a month away).

    A new one without an enrolment enrols the person in the form of support. Support begins with the first internship that
    has begun.
    """
    if internship.enrolment_id is None:
        internship.enrolment = ensure_enrolled(participation, form)
    was = Internship.objects.filter(pk=internship.pk).values_list("starts_on", flat=True).first()
    internship.save()
    for month, hours in (months or {}).items():
        if hours is None:
            internship.months.filter(month=month).delete()
        else:
            InternshipMonth.objects.update_or_create(internship=internship, month=month, defaults={"hours": hours})
    _follow(internship.enrolment, was)
    participation = Participation.objects.select_related("project").get(pk=internship.enrolment.participation_id)
    log_access(by, AccessLog.Act.EDIT, project=participation.project, subject=participation.reference)
    return internship


@transaction.atomic
def delete_internship(*, internship, by):
    """Deletes an internship with its months; support that began with it begins with the next one, or has not begun."""
    participation = internship.enrolment.participation
    was, enrolment = internship.starts_on, internship.enrolment
    internship.delete()
    _follow(enrolment, was)
    log_access(by, AccessLog.Act.EDIT, project=participation.project, subject=participation.reference)


def _follow(enrolment, was):
    """Moves the start of support to the first internship that has begun, where it is empty, later, or was this internship's."""
    begun = enrolment.internships.filter(starts_on__lte=timezone.localdate()).order_by("starts_on")
    first = begun.values_list("starts_on", flat=True).first()
    start = enrolment.started_on
    is_own = start is not None and start == was
    if is_own and first is None and enrolment.is_finished:
        return
    if is_own or (first and (start is None or first < start)):
        enrolment.started_on = first
        enrolment.save(update_fields=["started_on"])
