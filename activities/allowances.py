"""Allowances: which rate holds on a day, what a group earned in a month by its attendance, and sums that agree with their parts."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from participants.models import Participation
from projects.templatetags.polish import zl

from .internships import end_of_month
from .models import Allowance, Attendance, Enrolment, Internship, InternshipMonth
from .models.allowance import to_grosz
from .queries import members_of
from .vocabulary import AllowanceKind, AllowanceUnit, AttendanceStatus, SupportKind

ZERO = Decimal("0.00")
DAYS_OF_A_MONTH = 30  # a part of a month is paid by the day, a thirtieth of the month each


def rate_on(project, kind, day):
    """The rate of this kind that holds on a day: the latest one valid by then, or None."""
    rates = project.allowance_rates.filter(kind=kind, valid_from__lte=day).order_by("-valid_from")
    return rates.first()


def rates_by_kind(project, day):
    """The rates that hold on a day, in the order of the official list of kinds."""
    found = {rate.kind: rate for rate in project.allowance_rates.filter(valid_from__lte=day).order_by("valid_from")}
    return [found[kind] for kind in AllowanceKind.values if kind in found]


@dataclass(frozen=True)
class Earned:
    """How much of a rate somebody earned, and in what; the price of one, and the contribution on all of it."""

    unit: str
    quantity: Decimal
    rate: Decimal
    zus: Decimal

    @property
    def amount(self):
        return to_grosz(self.quantity * self.rate)


def earned(rate, quantity, first, last):
    """What a quantity of a rate is worth. A month that is not whole is paid by the day, at a thirtieth of the month."""
    is_part = rate.unit == AllowanceUnit.MONTH and (first.day != 1 or last != end_of_month(first))
    if not is_part:
        return Earned(rate.unit, quantity, rate.amount, to_grosz(quantity * rate.zus))
    days = Decimal((last - first).days + 1)
    per_day = to_grosz(rate.amount / DAYS_OF_A_MONTH)
    return Earned(AllowanceUnit.DAY, days, per_day, to_grosz(days * rate.zus / DAYS_OF_A_MONTH))


@dataclass(frozen=True)
class Proposal:
    """What one person of a group would be granted for a month, or the reason why nothing."""

    enrolment: Enrolment
    first: date | None = None
    last: date | None = None
    earned: Earned | None = None
    reason: str = ""

    @property
    def name(self):
        return self.enrolment.participation.person.name


@dataclass(frozen=True)
class Work:
    """What people did in a month, by enrolment: hours, days, meetings of presence; the days on which internships run."""

    hours: dict
    days: dict
    meetings: dict
    runs: dict

    def quantity(self, unit, enrolment):
        """How many units this enrolment earned in the month; a month is one where there was anything at all."""
        if unit == AllowanceUnit.MONTH:
            return Decimal(int(enrolment.pk in self.runs or bool(self.meetings.get(enrolment.pk))))
        found = {AllowanceUnit.HOUR: self.hours, AllowanceUnit.DAY: self.days, AllowanceUnit.PIECE: self.meetings}[unit]
        return Decimal(found.get(enrolment.pk) or 0)


def work_of(enrolments, month):
    """What these people did in the month, in three statements."""
    present = Attendance.objects.filter(
        enrolment__in=enrolments,
        status=AttendanceStatus.PRESENT,
        session__held_on__range=(month, end_of_month(month)),
    )
    told = (
        present.order_by()
        .values_list("enrolment")
        .annotate(hours=Sum("session__hours"), days=Count("session__held_on", distinct=True), meetings=Count("pk"))
    )
    rows = list(told)
    hours = defaultdict(Decimal, {pk: n for pk, n, _days, _meetings in rows})
    months = InternshipMonth.objects.filter(internship__enrolment__in=enrolments, month=month).order_by()
    for pk, n in months.values_list("internship__enrolment").annotate(n=Sum("hours")):
        hours[pk] += n
    runs = {}
    running = Internship.objects.filter(
        enrolment__in=enrolments, starts_on__lte=end_of_month(month), ends_on__gte=month
    ).order_by("starts_on", "pk")
    for pk, first, last in running.values_list("enrolment", "starts_on", "ends_on"):
        known = runs.get(pk, (first, last))
        runs[pk] = (min(first, known[0]), max(last, known[1]))
    return Work(hours, {row[0]: row[2] for row in rows}, {row[0]: row[3] for row in rows}, runs)


def proposals(group, month, kind):
    """A proposal for everybody in the group, in Polish order: what the month was worth by attendance and the project's rates."""
    enrolments = list(members_of(group))
    work = work_of(enrolments, month)
    rates = list(group.form_of_support.project.allowance_rates.filter(kind=kind).order_by("valid_from"))
    known = _granted(enrolments, month, kind, group.form_of_support)
    return [_propose(enrolment, month, work, rates, known) for enrolment in enrolments]


def _propose(enrolment, month, work, rates, known):
    participation = enrolment.participation
    first, last = _period(enrolment, month, work)
    if enrolment.participation_id in known:
        reason = _("już zapisano %(amount)s") % {"amount": zl(known[enrolment.participation_id])}
    elif participation.entered_on is None:
        reason = _("udział jeszcze się nie zaczął")
    elif first > last:
        reason = _("poza projektem w tym miesiącu")
    else:
        reason = ""
    if reason:
        return Proposal(enrolment, reason=reason)
    rate = next((rate for rate in reversed(rates) if rate.valid_from <= first), None)
    if rate is None:
        return Proposal(enrolment, reason=_("brak stawki na ten miesiąc"))
    quantity = work.quantity(rate.unit, enrolment)
    if not quantity:
        return Proposal(enrolment, reason=_("brak obecności w tym miesiącu"))
    return Proposal(enrolment, first, last, earned(rate, quantity, first, last))


def _period(enrolment, month, work):
    """The part of the month in which the person took part; of an internship, in which it ran."""
    participation = enrolment.participation
    starts = [month, participation.entered_on or month]
    ends = [end_of_month(month), participation.left_on or end_of_month(month)]
    if enrolment.pk in work.runs:
        starts.append(work.runs[enrolment.pk][0])
        ends.append(work.runs[enrolment.pk][1])
    return max(starts), min(ends)


def _granted(enrolments, month, kind, form):
    """The amounts that people have for this kind, this form (or none) and any day of the month, by participation."""
    people = [enrolment.participation_id for enrolment in enrolments]
    there = Allowance.objects.filter(
        participation__in=people, kind=kind, starts_on__lte=end_of_month(month), ends_on__gte=month
    ).exclude(form_of_support__isnull=False, form_of_support__in=form.project.forms_of_support.exclude(pk=form.pk))
    return dict(there.order_by().values_list("participation").annotate(n=Sum("amount")))


@transaction.atomic
def grant(*, group, month, kind, by, enrolments):
    """Writes down what is proposed for the chosen people, and returns the new allowances; nobody gets one twice."""
    chosen = {enrolment.pk for enrolment in enrolments}
    people = Participation.objects.filter(enrolments__in=chosen).order_by("pk")
    list(people.select_for_update(of=["self"], no_key=True))
    rows = [
        Allowance(
            participation=proposal.enrolment.participation,
            form_of_support=group.form_of_support,
            kind=kind,
            starts_on=proposal.first,
            ends_on=proposal.last,
            unit=proposal.earned.unit,
            quantity=proposal.earned.quantity,
            rate=proposal.earned.rate,
            amount=proposal.earned.amount,
            zus=proposal.earned.zus,
        )
        for proposal in proposals(group, month, kind)
        if proposal.earned and proposal.enrolment.pk in chosen
    ]
    made = Allowance.objects.bulk_create(rows)
    project = group.form_of_support.project
    log_access(by, AccessLog.Act.EDIT, project=project, subject=f"świadczenia {month:%Y-%m}, grupa {group.pk}")
    return made


# --- sums


def sums_of(allowances):
    """What ``AllowanceQuerySet.sums`` answers, of rows in hand."""
    amount = sum((allowance.amount for allowance in allowances), ZERO)
    zus = sum((allowance.zus for allowance in allowances), ZERO)
    return {"count": len(allowances), "amount": amount, "zus": zus, "cost": amount + zus}


def by_month(allowances):
    """Sums of each month in which periods begin, the latest first: rows of month, count, amount, zus, cost."""
    rows = allowances.order_by().annotate(month=TruncMonth("starts_on")).values("month")
    return with_cost(rows.annotate(**_totals()).order_by("-month"))


def by_kind(allowances):
    """Sums of each kind, in the order of the official list."""
    found = {row["kind"]: row for row in with_cost(allowances.order_by().values("kind").annotate(**_totals()))}
    return [found[kind] | {"label": kind.label} for kind in AllowanceKind if kind in found]


def _totals():
    return {"count": Count("pk"), "amount": Sum("amount"), "zus": Sum("zus")}


def with_cost(rows):
    return [row | {"cost": row["amount"] + row["zus"]} for row in rows]


def usual_kind(form):
    """Which kind of allowance is usual with a form of support: what a page offers first."""
    return AllowanceKind.INTERNSHIP if form.kind == SupportKind.INTERNSHIP else AllowanceKind.TRAINING
