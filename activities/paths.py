"""The individual path of a participation (IŚR, IPD): what is planned, done and left of each form of support, and how it is written."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.db import transaction
from django.db.models import OuterRef, Prefetch, Subquery, Sum, prefetch_related_objects
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from projects.templatetags.polish import day

from .models import Attendance, FormOfSupport, InternshipMonth, PlannedSupport
from .vocabulary import AttendanceStatus, Mode, SupportKind


@dataclass
class Step:
    """One form of support on somebody's way: what the path plans of it, and what was done. Hours are in the unit of the form."""

    form: FormOfSupport
    plan: PlannedSupport | None
    done: Decimal = Decimal(0)
    enrolments: list = field(default_factory=list)

    @property
    def planned(self):
        """Hours planned for this person; None where none are."""
        return self.plan.hours_planned if self.plan else None

    @property
    def left(self):
        """Hours still to come; None where no hours are planned."""
        return None if self.planned is None else max(self.planned - self.done, Decimal(0))

    @property
    def is_finished(self):
        return any(enrolment.is_finished for enrolment in self.enrolments)

    @property
    def began_on(self):
        """The day of the first support, or None."""
        return min((enrolment.started_on for enrolment in self.enrolments if enrolment.started_on), default=None)

    @property
    def current(self):
        """The enrolment that goes on, else the latest one, else None."""
        going_on = [enrolment for enrolment in self.enrolments if not enrolment.ended_on]
        return max(going_on or self.enrolments, key=lambda enrolment: enrolment.pk, default=None)

    @property
    def state(self):
        """Where the person is with this form, in words."""
        ended = [enrolment.ended_on for enrolment in self.enrolments if enrolment.ended_on]
        if self.is_finished:
            return _("ukończone %(day)s") % {"day": day(max(ended))}
        if not self.enrolments:
            return _("jeszcze się nie zaczęło") if self.has_card else _("brak zapisu do grupy")
        if len(ended) == len(self.enrolments):
            return _("przerwane %(day)s") % {"day": day(max(ended))}
        return _("trwa od %(day)s") % {"day": day(self.began_on)} if self.began_on else _("jeszcze się nie zaczęło")

    @property
    def has_card(self):
        """Whether meetings of this form are kept on a counselling card."""
        return self.form.mode == Mode.INDIVIDUAL and self.form.kind != SupportKind.INTERNSHIP


@dataclass(frozen=True)
class Path:
    """All steps of a participation: the planned ones in their order, and support received outside the path."""

    planned: list[Step]
    outside: list[Step]

    @property
    def steps(self):
        return [*self.planned, *self.outside]

    @cached_property
    def finished(self):
        """How many of the planned forms are finished."""
        return sum(step.is_finished for step in self.planned)

    @property
    def is_finished(self):
        """Whether there is a path and all of it is done: then participation may end by path."""
        return bool(self.planned) and self.finished == len(self.planned)

    @property
    def agreed_on(self):
        """The first day on which anything of the path was agreed, or None."""
        return min((step.plan.agreed_on for step in self.planned if step.plan.agreed_on), default=None)


def path_of(participation):
    """The path of a participation, in three statements beside those for its enrolments."""
    plans = Prefetch(
        "planned_supports", PlannedSupport.objects.select_related("form_of_support").order_by("order", "pk")
    )
    prefetch_related_objects([participation], "enrolments__group__form_of_support", plans)
    done = hours_done([participation]) if participation.enrolments.all() else {}
    received = {}
    for enrolment in sorted(participation.enrolments.all(), key=lambda enrolment: enrolment.pk):
        received.setdefault(enrolment.group.form_of_support, []).append(enrolment)
    plans = list(participation.planned_supports.all())
    planned = {plan.form_of_support for plan in plans}

    def step(form, plan):
        return Step(form, plan, done.get((participation.pk, form.pk), Decimal(0)), received.get(form, []))

    return Path(
        [step(plan.form_of_support, plan) for plan in plans],
        [step(form, None) for form in received if form not in planned],
    )


def hours_done(participations):
    """Hours of presence by (participation, form of support): sessions of groups, individual meetings, months of internships."""
    present = Attendance.objects.filter(enrolment__participation__in=participations, status=AttendanceStatus.PRESENT)
    months = InternshipMonth.objects.filter(internship__enrolment__participation__in=participations)
    found = {}
    for rows, way, hours in ((present, "enrolment", "session__hours"), (months, "internship__enrolment", "hours")):
        keys = f"{way}__participation", f"{way}__group__form_of_support"
        for participation, form, n in rows.order_by().values_list(*keys).annotate(n=Sum(hours)):
            found[participation, form] = found.get((participation, form), Decimal(0)) + n
    return found


def without_in_path(participations, form_of_support):
    """The participations that have a path, but not this form in it: enrolling them asks for a word about the path."""
    there = PlannedSupport.objects.filter(form_of_support=form_of_support).values("participation")
    return participations.filter(path_planned__gt=0).exclude(pk__in=there)


@transaction.atomic
def set_path(*, participation, by, planned):
    """Makes the path of a participation what ``planned`` says: a dictionary of columns by form of support; others are taken off."""
    participation.planned_supports.exclude(form_of_support__in=planned).delete()
    for form, facts in planned.items():
        PlannedSupport.objects.update_or_create(participation=participation, form_of_support=form, defaults=facts)
    log_access(by, AccessLog.Act.EDIT, project=participation.project, subject=participation.reference)


@transaction.atomic
def add_to_paths(*, participations, form_of_support, agreed_on):
    """Adds a form of support to the end of each path that lacks it, with the hours planned for everybody; returns to how many."""
    lacking = list(without_in_path(participations, form_of_support).order_by("pk").values_list("pk", flat=True))
    last = PlannedSupport.objects.filter(participation=OuterRef("participation")).order_by("-order").values("order")[:1]
    rows = [
        PlannedSupport(
            participation_id=pk,
            form_of_support=form_of_support,
            hours_planned=form_of_support.hours_planned,
            agreed_on=agreed_on,
        )
        for pk in lacking
    ]
    made = PlannedSupport.objects.bulk_create(rows)
    PlannedSupport.objects.filter(pk__in=[row.pk for row in made]).update(order=Subquery(last) + 1)
    return len(lacking)
