"""The counselling card: all meetings of one person in one individual form of support, with hours against the plan."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery

from accounts.models import AccessLog, log_access
from participants.models import Participation

from .actions import FIRST_GROUP, save_attendance
from .models import Attendance, Enrolment, FormOfSupport, Group, PlannedSupport, Session
from .vocabulary import AttendanceStatus


@dataclass(frozen=True)
class Meeting:
    """One line of the card: the session, whether the person came ("" where nobody said), hours of presence so far."""

    session: Session
    status: str
    so_far: Decimal

    @property
    def hours(self):
        """Hours that count: those of presence."""
        return self.session.hours if self.status == AttendanceStatus.PRESENT else Decimal(0)

    @property
    def is_own(self):
        """Whether the meeting is the person's alone; a meeting of her group is marked on its own page."""
        return self.session.enrolment_id is not None

    @property
    def said(self):
        """How the meeting went, in the words of the list; "" for one that is only planned."""
        return AttendanceStatus(self.status).label if self.status else ""


@dataclass(frozen=True)
class Card:
    """The meetings in the order of their days, and what was planned for this person; hours in the unit of the form."""

    participation: Participation
    form: FormOfSupport
    enrolment: Enrolment | None
    planned: Decimal | None
    meetings: list[Meeting]

    @property
    def done(self):
        return self.meetings[-1].so_far if self.meetings else Decimal(0)

    @property
    def left(self):
        """Hours still to come, None where none were planned."""
        return None if self.planned is None else max(self.planned - self.done, Decimal(0))

    @property
    def over(self):
        """Hours beyond the plan, None where none were planned or the plan holds."""
        return self.done - self.planned if self.planned is not None and self.done > self.planned else None

    @property
    def own_sessions(self):
        return [meeting.session for meeting in self.meetings if meeting.is_own]


def card_of(participation, form):
    """The card of one person in one form of support, in three statements."""
    enrolments = list(
        participation.enrolments.filter(group__form_of_support=form).select_related("group").order_by("pk")
    )
    marks = Attendance.objects.filter(session=OuterRef("pk"), enrolment__in=enrolments).order_by("pk")
    sessions = Session.objects.filter(Q(enrolment__in=enrolments) | Exists(marks))
    sessions = sessions.annotate(mark=Subquery(marks.values("status")[:1])).order_by("held_on", "starts_at", "pk")
    plan = PlannedSupport.objects.filter(participation=participation, form_of_support=form).first()
    meetings, so_far = [], Decimal(0)
    for session in sessions:
        so_far += session.hours if session.mark == AttendanceStatus.PRESENT else 0
        meetings.append(Meeting(session, session.mark or "", so_far))
    going_on = [enrolment for enrolment in enrolments if not enrolment.ended_on]
    current = max(going_on or enrolments, key=lambda enrolment: enrolment.pk, default=None)
    return Card(participation, form, current, plan.hours_planned if plan else form.hours_planned, meetings)


def ensure_enrolled(participation, form):
    """The enrolment of this person in this form that goes on; one in the form's first group is made where there is none."""
    enrolments = Enrolment.objects.filter(participation=participation, group__form_of_support=form)
    known = enrolments.filter(ended_on__isnull=True).order_by("-pk").first() or enrolments.order_by("-pk").first()
    if known:
        return known
    group = form.groups.order_by("pk").first() or Group.objects.create(form_of_support=form, name=FIRST_GROUP)
    return Enrolment.objects.get_or_create(group=group, participation=participation)[0]


@transaction.atomic
def save_card(*, participation, form, by, saved, removed=()):
    """Writes the changed lines of a card: ``saved`` are pairs of a session and its mark, ``removed`` are sessions.

    Marks go the way of every attendance, so the start of support and of participation follow. Raises ``actions.Refused``
    for a day on which the person cannot have been there; nothing is written then.
    """
    Participation.objects.select_for_update(no_key=True).get(pk=participation.pk)
    enrolment = ensure_enrolled(participation, form)
    for session in removed:
        _unmark(session)
        session.delete()
    for session, status in saved:
        if session.pk:
            _unmark(Session.objects.select_related("group__form_of_support").get(pk=session.pk))
        else:
            session.group, session.enrolment = enrolment.group, enrolment
        session.save()
        if status:
            save_attendance(session=session, marks={session.enrolment_id: status})
    log_access(by, AccessLog.Act.EDIT, project=participation.project, subject=participation.reference)
    return enrolment


def _unmark(session):
    """Takes the mark of an individual meeting away, so that dates follow what is left."""
    marked = session.attendances.order_by("pk").values_list("enrolment", flat=True)
    save_attendance(session=session, marks=dict.fromkeys(marked, ""))
