"""Writes of activities that touch several rows: each is one transaction, and a refusal leaves everything as it was."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from participants.completeness import completed_years
from participants.models import Participation
from projects.templatetags.polish import day as written

from .attendance import members_to_mark
from .models import Attendance, Enrolment, FormOfSupport, Group, Session
from .vocabulary import AttendanceStatus

FIRST_GROUP = "grupa 1"


@dataclass(frozen=True)
class Reason:
    """Why something about one person was refused: whose participation, and the sentence with the remedy.

    ``begins_on`` is the day to which the start of the participation would have to move; None where that is no remedy.
    """

    participation: Participation
    sentence: str
    begins_on: date | None = None

    @property
    def consequence(self):
        """What moving the start changes beside the start: the age of that day, and what the institution has already."""
        told = {"day": written(self.begins_on), "entered": written(self.participation.entered_on)}
        lines = [_("udział zacznie się %(day)s zamiast %(entered)s") % told]
        born = self.participation.birth_date
        now, was = (completed_years(born, day) for day in (self.begins_on, self.participation.entered_on))
        if now != was:
            lines.append(_("wiek w chwili przystąpienia: %(now)s zamiast %(was)s") % {"now": now, "was": was})
        if self.participation.reported_on:
            lines.append(_("dane przekazane instytucji trzeba będzie przekazać ponownie"))
        return "; ".join(lines)


class Refused(Exception):
    """Nothing was written. ``reasons`` name the people; the message does not, because messages go to logs."""

    def __init__(self, reasons):
        self.reasons = reasons
        super().__init__(f"refused for {len(reasons)} people")

    @property
    def is_mended_by_beginning_earlier(self):
        """Whether it would be enough to move the start of participation of these people."""
        return all(reason.begins_on for reason in self.reasons)


# --- the start of a participation


@transaction.atomic
def begin_earlier(*, participations, on: date, by) -> int:
    """Moves the start of these participations back to the day of their first support and returns how many moved.

    Asked for by a person: facts at entry are those of that day, age among them, and what the institution has is no longer true.
    """
    later = participations.filter(entered_on__gt=on).select_related("project").order_by("pk")
    rows = list(later.select_for_update(of=["self"]))
    for row in rows:
        was, row.entered_on, row.reported_on = row.entered_on, on, None
        row.save(update_fields=["entered_on", "reported_on"])
        told = f"{row.reference} początek udziału {on:%d.%m.%Y} zamiast {was:%d.%m.%Y}"
        log_access(by, AccessLog.Act.EDIT, project=row.project, subject=told)
    return len(rows)


# --- a form of support and its groups


@transaction.atomic
def open_form_of_support(*, form_of_support: FormOfSupport) -> FormOfSupport:
    """Saves a new form of support together with its first group, so that people can be enrolled at once."""
    form_of_support.save()
    Group.objects.create(form_of_support=form_of_support, name=FIRST_GROUP)
    return form_of_support


@transaction.atomic
def enrol(*, group: Group, participations) -> int:
    """Puts people into the group and returns how many are new in it; people of another project are not put in."""
    own = participations.filter(project=group.form_of_support.project_id).order_by("pk")
    there = set(group.enrolments.values_list("participation", flat=True))
    new = [
        Enrolment(group=group, participation=participation) for participation in own if participation.pk not in there
    ]
    Enrolment.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


@transaction.atomic
def withdraw(*, group: Group, enrolments) -> int:
    """Takes people out of the group who were enrolled by mistake, and returns how many; refuses where something is recorded."""
    mistaken = list(_locked(enrolments.filter(group=group)))
    recorded = set(Attendance.objects.filter(enrolment__in=mistaken).order_by().values_list("enrolment", flat=True))
    recorded |= set(Session.objects.filter(enrolment__in=mistaken).order_by().values_list("enrolment", flat=True))
    reasons = [
        Reason(
            enrolment.participation,
            _(
                "%(name)s: w tej grupie ma już zapisane zajęcia albo daty wsparcia. Zamiast wypisywać, zakończ wsparcie jako przerwane."
            )
            % {"name": enrolment.participation.person.name},
        )
        for enrolment in mistaken
        if enrolment.pk in recorded or enrolment.started_on or enrolment.ended_on
    ]
    if reasons:
        raise Refused(reasons)
    group.enrolments.filter(pk__in=[enrolment.pk for enrolment in mistaken]).delete()
    return len(mistaken)


@transaction.atomic
def end_support(
    *, enrolments, ended_on: date | None, is_finished: bool, started_on: date | None = None, beginning_by=None
) -> int:
    """Marks support as finished or interrupted on a day, or as going on again (no day), and returns for how many people.

    ``started_on`` is the beginning for those who have none yet: support without attendance, an internship. It never
    replaces a date that is there. A participation without a start takes it; one that started later is refused, unless
    ``beginning_by`` says who asked to move it.
    """
    ending = list(_locked(enrolments))
    if started_on and beginning_by:
        early = [enrolment.participation_id for enrolment in ending if not enrolment.started_on]
        begin_earlier(participations=Participation.objects.filter(pk__in=early), on=started_on, by=beginning_by)
        ending = list(_locked(enrolments))
    for enrolment in ending:
        enrolment.started_on = enrolment.started_on or started_on
        enrolment.ended_on, enrolment.is_finished = ended_on, is_finished
    days = _days_of_presence(ending)
    reasons = [reason for enrolment in ending for reason in _wrong_end(enrolment, days[enrolment.pk])]
    if reasons:
        raise Refused(reasons)
    Enrolment.objects.bulk_update(ending, ["started_on", "ended_on", "is_finished"])
    return len(ending)


def _wrong_end(enrolment, presences):
    """The first reason why this enrolment cannot end (or begin) as it says, if any."""
    participation, start, end = enrolment.participation, enrolment.started_on, enrolment.ended_on
    begins_on = None
    told = {"name": participation.person.name, "end": written(end), "start": written(start)}
    told |= {"entered": written(participation.entered_on), "left": written(participation.left_on)}
    if enrolment.is_finished and not start:
        sentence = _(
            "%(name)s: nie ma żadnej obecności, więc nie ma czego ukończyć. Oznacz obecność, podaj początek wsparcia albo wybierz „przerwane”."
        )
    elif end and start and end < start:
        sentence = _(
            "%(name)s: wsparcie zaczęło się %(start)s, nie może skończyć się wcześniej, %(end)s. Popraw datę zakończenia."
        )
    elif end and presences and end < max(presences):
        told["presence"] = written(max(presences))
        sentence = _(
            "%(name)s: ma obecność %(presence)s, po dacie zakończenia %(end)s. Popraw datę zakończenia albo tę obecność."
        )
    elif end and participation.left_on and end > participation.left_on:
        sentence = _(
            "%(name)s: udział w projekcie zakończył się %(left)s. Wsparcie musi się skończyć najpóźniej tego dnia."
        )
    elif start and participation.entered_on and start < participation.entered_on:
        begins_on = start
        sentence = _(
            "%(name)s: udział w projekcie zaczął się %(entered)s, wsparcie nie może zacząć się wcześniej, %(start)s. Popraw jedną z tych dat."
        )
    elif end and participation.entered_on and end < participation.entered_on:
        sentence = _(
            "%(name)s: udział w projekcie zaczął się %(entered)s, wsparcie nie może skończyć się wcześniej, %(end)s. Popraw datę zakończenia."
        )
    else:
        return []
    return [Reason(participation, sentence % told, begins_on)]


# --- attendance


@dataclass(frozen=True)
class Saved:
    """What saving attendance did beside the marks: how many people entered the project by it, how many stay entered without it,
    and how many starts of participation were moved back to it.
    """

    entered: int = 0
    without_presence: int = 0
    moved: int = 0


@transaction.atomic
def save_attendance(*, session: Session, marks: dict, beginning_by=None) -> Saved:
    """Saves marks of one session by the key of the enrolment: a status, or "" which takes the mark away.

    The start of support follows the first presence. A participation without a start takes this day, because participation
    begins with the first support. Raises ``Refused`` for a presence outside somebody's participation, and writes nothing then;
    ``beginning_by`` says who asked to move later starts of participation back to this day.
    """
    moved = 0
    if beginning_by:
        present = [pk for pk, status in marks.items() if status == AttendanceStatus.PRESENT]
        people = Participation.objects.filter(enrolments__in=members_to_mark(session).filter(pk__in=present).order_by())
        moved = begin_earlier(participations=people, on=session.held_on, by=beginning_by)
    enrolments = {enrolment.pk: enrolment for enrolment in _locked(members_to_mark(session).filter(pk__in=marks))}
    marks = {pk: status for pk, status in sorted(marks.items()) if pk in enrolments}
    present = [enrolments[pk] for pk, status in marks.items() if status == AttendanceStatus.PRESENT]
    _refuse_outside(present, session.held_on)
    _write(session, marks)
    entered = _enter(present, session.held_on)
    lost = _follow_presence(enrolments.values(), session.held_on)
    return Saved(entered, _entered_without_presence(lost, session.held_on), moved)


def _write(session, marks):
    """Puts the marks into the table: the last one wins, also when two people mark at once."""
    rows = [Attendance(session=session, enrolment_id=pk, status=status) for pk, status in marks.items() if status]
    Attendance.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["session", "enrolment"], update_fields=["status"]
    )
    cleared = [pk for pk, status in marks.items() if not status]
    if cleared:
        session.attendances.filter(enrolment__in=cleared).delete()


def _refuse_outside(present, day):
    reasons = [reason for enrolment in present for reason in _outside(enrolment, day)]
    if reasons:
        raise Refused(reasons)


def _outside(enrolment, day):
    """Why this person cannot have been there on the day, if so: the first reason, in a sentence that says what to do."""
    participation = enrolment.participation
    told = {"name": participation.person.name, "day": written(day), "entered": written(participation.entered_on)}
    told |= {"left": written(participation.left_on), "ended": written(enrolment.ended_on)}
    begins_on = None
    if participation.entered_on and day < participation.entered_on:
        begins_on = day
        sentence = _(
            "%(name)s: udział w projekcie zaczął się %(entered)s, więc %(day)s nie może być obecności. Zmień oznaczenie albo popraw datę rozpoczęcia udziału."
        )
    elif participation.left_on and day > participation.left_on:
        sentence = _(
            "%(name)s: udział w projekcie zakończył się %(left)s, więc %(day)s nie może być obecności. Zmień oznaczenie albo popraw datę zakończenia udziału."
        )
    elif enrolment.ended_on and day > enrolment.ended_on:
        sentence = _(
            "%(name)s: to wsparcie zakończyło się %(ended)s, więc %(day)s nie może być obecności. Zmień oznaczenie albo datę zakończenia wsparcia."
        )
    else:
        return []
    return [Reason(participation, sentence % told, begins_on)]


def _enter(present, day):
    """Gives the day of the first presence to participations that have no start yet; returns to how many."""
    entering = [enrolment.participation_id for enrolment in present if not enrolment.participation.entered_on]
    if entering:
        Participation.objects.filter(pk__in=entering).update(entered_on=day)
    return len(entering)


def _follow_presence(enrolments, *changed_days):
    """Moves each start of support to the first presence where it is empty or later, and off a day whose presence was taken away.

    Returns the enrolments that have no presence left.
    """
    days = _days_of_presence(enrolments)
    moved, lost = [], []
    for enrolment in enrolments:
        present, start = days[enrolment.pk], enrolment.started_on
        first = min(present, default=None)
        is_taken_away = start in changed_days and start not in present
        is_later = first and (not start or first < start)
        if is_taken_away and not first:
            lost.append(enrolment)
        if is_later or (is_taken_away and (first or not enrolment.is_finished)):
            enrolment.started_on = first
            moved.append(enrolment)
    if moved:
        Enrolment.objects.bulk_update(moved, ["started_on"])
    return lost


def _entered_without_presence(enrolments, day):
    """How many of these people keep the day as the start of participation although nothing shows them there any more."""
    if not enrolments:
        return 0
    there = Attendance.objects.filter(status=AttendanceStatus.PRESENT, session__held_on=day).order_by()
    kept = Participation.objects.filter(enrolments__in=enrolments, entered_on=day)
    return kept.exclude(pk__in=there.values("enrolment__participation")).distinct().count()


def _days_of_presence(enrolments):
    """The days of presence of each enrolment: a set by its key."""
    present = Attendance.objects.filter(enrolment__in=list(enrolments), status=AttendanceStatus.PRESENT)
    days = defaultdict(set)
    for pk, day in present.order_by().values_list("enrolment", "session__held_on"):
        days[pk].add(day)
    return days


def _locked(enrolments):
    """The enrolments with their people, held until the end of the transaction, always in the same order: two who save wait for each other."""
    people = enrolments.select_related("participation__person").order_by("participation_id", "pk")
    return people.select_for_update(of=["self", "participation"], no_key=True)


def move_presences(session: Session, was_on: date):
    """When a session with presences moves to another day, the people's dates follow; a day outside somebody's participation is refused."""
    enrolments = list(
        _locked(Enrolment.objects.filter(attendances__session=session, attendances__status=AttendanceStatus.PRESENT))
    )
    if enrolments and session.held_on > timezone.localdate():
        sentence = _("Na tych zajęciach jest już zapisana obecność, więc nie mogą odbyć się w przyszłości.")
        raise Refused([Reason(enrolments[0].participation, sentence)])
    _refuse_outside(enrolments, session.held_on)
    _enter(enrolments, session.held_on)
    _follow_presence(enrolments, was_on)
