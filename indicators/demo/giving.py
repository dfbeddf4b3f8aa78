"""What the demo people were given besides meetings: internships with their months, allowances by rates, certificates."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from activities.allowances import earned
from activities.internships import end_of_month, month_of, months_between, working_days
from activities.models import Allowance, AllowanceRate, Certificate, Internship, InternshipMonth
from activities.paths import hours_done
from activities.vocabulary import AllowanceKind, AllowanceUnit, SupportKind

from .rows import enrolments_of, presences_in

HOSTS = [  # made up; the numbers are right in form and stand in textbooks
    ("Zakład Ogrodniczy „Przykład”", "1234563218", "ul. Ogrodowa 3", "Stefan Ogrodniczak"),
    ("Sklep Spożywczy „U Przykładowskiej”", "1234563224", "ul. Targowa 8", "Helena Przykładowska"),
    ("Spółdzielnia Socjalna „Na Próbę”", "1234563230", "ul. Szkolna 12", "Urszula Próbna"),
]
HOURS_A_DAY = 8
PAID_ON_DAY = 10  # of the next month


def enrolments_in(project, kind, number=None):
    """Enrolments in forms of one kind that have both days, in the order in which they began."""
    rows = enrolments_of(project, lambda form: form.kind == kind)
    return [row for row in rows if row.started_on and row.ended_on][:number]


def send_to_internships(project, number=None):
    """Every enrolment in an internship gets a host, and the hours of its months; gives the internships back."""
    internships = [
        _internship(enrolment, *HOSTS[n % len(HOSTS)])
        for n, enrolment in enumerate(enrolments_in(project, SupportKind.INTERNSHIP, number))
    ]
    Internship.objects.bulk_create(internships)
    InternshipMonth.objects.bulk_create(
        [
            InternshipMonth(internship=one, month=month, hours=working_days(one, month) * HOURS_A_DAY)
            for one in internships
            for month in months_between(one.starts_on, one.ends_on)
        ]
    )
    return internships


def _internship(enrolment, host, nip, address, supervisor):
    return Internship(
        enrolment=enrolment,
        host=host,
        host_nip=nip,
        address=address,
        supervisor=supervisor,
        starts_on=enrolment.started_on,
        ends_on=enrolment.ended_on,
        hours_a_day=HOURS_A_DAY,
        hours_a_week=5 * HOURS_A_DAY,
    )


def set_rates(project, since, **amounts):
    """Saves the rates of a project by kind: (unit, amount, contribution), valid from a day; gives them back by kind."""
    rates = [
        AllowanceRate(project=project, kind=kind, unit=unit, amount=Decimal(amount), zus=Decimal(zus), valid_from=since)
        for kind, (unit, amount, zus) in amounts.items()
    ]
    return {rate.kind: rate for rate in AllowanceRate.objects.bulk_create(rates)}


def pay_interns(internships, rate):
    """A stipend for every month of an internship; a month that is not whole is paid by the day."""
    rows = [
        _allowance(rate, one.enrolment, Decimal(1), max(month, one.starts_on), min(end_of_month(month), one.ends_on))
        for one in internships
        for month in months_between(one.starts_on, one.ends_on)
    ]
    return Allowance.objects.bulk_create(rows)


def pay_for_presence(project, rate, *, kind=None, limit=60):
    """By the hour or by the day: what each person earned in each month by being there at sessions of groups."""
    there = defaultdict(list)
    for session, enrolment in presences_in(project, lambda form: kind in (None, form.kind)):
        there[enrolment, month_of(session.held_on)].append(session)
    rows = []
    for (enrolment, _month), sessions in list(there.items())[:limit]:
        quantity = sum(one.hours for one in sessions) if rate.unit == AllowanceUnit.HOUR else len(sessions)
        rows.append(_allowance(rate, enrolment, Decimal(quantity), sessions[0].held_on, sessions[-1].held_on))
    return Allowance.objects.bulk_create(rows)


def _allowance(rate, enrolment, quantity, first, last):
    what = earned(rate, quantity, first, last)
    paid_on = end_of_month(first) + timedelta(days=PAID_ON_DAY)
    return Allowance(
        participation=enrolment.participation,
        form_of_support_id=enrolment.group.form_of_support_id,
        kind=rate.kind,
        starts_on=first,
        ends_on=last,
        unit=what.unit,
        quantity=what.quantity,
        rate=what.rate,
        amount=what.amount,
        zus=what.zus,
        paid_on=paid_on if paid_on <= date.today() else None,
        document=f"lista wypłat {first.month}/{first.year}" if paid_on <= date.today() else "",
    )


def issue_certificates(project, kind, number):
    """Certificates of completion for the first who finished forms of one kind, numbered through the project."""
    finished = [one for one in enrolments_in(project, kind) if one.is_finished][:number]
    hours = hours_done([one.participation for one in finished])
    return Certificate.objects.bulk_create(
        [
            Certificate(
                project=project,
                enrolment=one,
                ordinal=n,
                issued_on=one.ended_on,
                starts_on=one.started_on,
                ends_on=one.ended_on,
                hours=hours.get((one.participation_id, one.group.form_of_support_id), Decimal(0)),
            )
            for n, one in enumerate(sorted(finished, key=lambda one: (one.ended_on, one.pk)), 1)
        ]
    )


STIPENDS = {
    AllowanceKind.INTERNSHIP: (AllowanceUnit.MONTH, "1487.00", "434.06"),
    AllowanceKind.TRAVEL: (AllowanceUnit.DAY, "8.00", "0"),
}
