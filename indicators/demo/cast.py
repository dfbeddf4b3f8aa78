"""The rows around one participation, gathered unsaved and written a table at a time.

Bulk writing matters: the triggers that keep the flat facts of a participation work once a statement, not once a row.
"""

from datetime import timedelta

from activities.models import Attendance, Enrolment, FormOfSupport, Group, Session
from participants.models import Outcome, Participation, Person, Premise
from participants.vocabulary import RESULT_WINDOW_DAYS, Answer, OutcomeKind, Situation
from projects.models import OpeningHours

from .rows import put

SITUATIONS = {
    OutcomeKind.QUALIFICATION: Situation.QUALIFICATION,
    OutcomeKind.COMPETENCE: Situation.COMPETENCE,
    OutcomeKind.EMPLOYMENT: Situation.JOB,
    OutcomeKind.JOB_SEARCH: Situation.SEEKING,
    OutcomeKind.EDUCATION: Situation.EDUCATION,
    OutcomeKind.SOCIAL_PROGRESS: Situation.SOCIAL,
}
NO_TO_ALL = dict.fromkeys(("minority", "homeless", "disability", "other_disadvantage"), Answer.NO)


class Member:
    """Somebody in a project with everything that hangs from the participation."""

    def __init__(self, project, person, entered_on, **facts):
        self.person = person
        self.participation = Participation(
            project=project,
            person=person,
            scope=project.scope,
            entered_on=entered_on,
            **{**person.residence(), **facts},
        )
        self.premises, self.outcomes, self.enrolments = [], [], []

    def set(self, **facts):
        """Facts at entry decided later than the first ones."""
        for field, value in facts.items():
            setattr(self.participation, field, value)

    def premise(self, kind, document):
        """A documented premise of being at risk."""
        self.premises.append(Premise(participation=self.participation, kind=kind, document=document))

    def outcome(self, kind, obtained_on, title, evidence, **details):
        """Something achieved, with its proof."""
        self.outcomes.append(
            Outcome(
                participation=self.participation,
                kind=kind,
                obtained_on=obtained_on,
                title=title,
                evidence=evidence,
                **details,
            )
        )

    def enrol(self, group, started_on, ended_on=None, *, finished=None):
        """A place in a group; finished by default as soon as there is an end."""
        enrolment = Enrolment(
            group=group,
            participation=self.participation,
            started_on=started_on,
            ended_on=ended_on,
            is_finished=ended_on is not None if finished is None else finished,
        )
        self.enrolments.append(enrolment)
        return enrolment

    def leave(self, left_on, reason, note=""):
        """The end of the participation; what was achieved within four weeks becomes the official situation."""
        last = left_on + timedelta(days=RESULT_WINDOW_DAYS)
        proved = [
            SITUATIONS[outcome.kind]
            for outcome in self.outcomes
            if outcome.obtained_on <= last and (outcome.kind != OutcomeKind.QUALIFICATION or outcome.is_validated)
        ]
        situations = list(dict.fromkeys(proved)) or [Situation.OTHER]
        self.set(left_on=left_on, exit_reason=reason, exit_note=note, situations=situations)


def save(members):
    """Writes the people and all that hangs from them; somebody whose PESEL is in the database already is not written again."""
    known = {
        person.pesel: person for person in Person.objects.filter(pesel__in=[member.person.pesel for member in members])
    }
    for member in members:
        member.participation.person = member.person = known.get(member.person.pesel, member.person)
    put([member.person for member in members if not member.person.pk])
    put([member.participation for member in members])
    put([premise for member in members for premise in member.premises])
    put([outcome for member in members for outcome in member.outcomes])
    put([enrolment for member in members for enrolment in member.enrolments])


def meet(group, enrolments, days, status_of, **details):
    """Saves the sessions of a group and who came; ``status_of(number of session, enrolment)`` may be None: not marked."""
    sessions = put([Session(**{"group": group, "held_on": day, "leader": group.leader, **details}) for day in days])
    marks = [
        Attendance(session=session, enrolment=enrolment, status=status)
        for number, session in enumerate(sessions, 1)
        for enrolment in enrolments
        if (status := status_of(number, enrolment))
    ]
    put(marks)
    return sessions


def meet_alone(enrolments, day_of, *, status, **details):
    """Saves one individual session for each enrolment, with the mark of its person."""
    sessions = put(
        [
            Session(
                **{
                    "group": enrolment.group,
                    "enrolment": enrolment,
                    "held_on": day_of(enrolment),
                    "leader": enrolment.group.leader,
                    **details,
                }
            )
            for enrolment in enrolments
        ]
    )
    put([Attendance(session=session, enrolment=session.enrolment, status=status) for session in sessions])


def support(project, name, kind, detail="", *, groups=("grupa 1",), leaders=("",), areas=("",), **fields):
    """Saves a form of support and its groups; gives the groups back in their order."""
    form = FormOfSupport.objects.create(project=project, name=name, kind=kind, detail=detail, **fields)
    leaders, areas = (list(row) + [row[-1]] * (len(groups) - len(row)) for row in (leaders, areas))
    return Group.objects.bulk_create(
        [
            Group(form_of_support=form, name=group, leader=leader, area=area)
            for group, leader, area in zip(groups, leaders, areas, strict=True)
        ]
    )


def open_hours(office, hours):
    """Saves opening hours from pairs of weekdays and (from, until)."""
    OpeningHours.objects.bulk_create(
        [
            OpeningHours(office=office, weekday=day, opens=opens, closes=closes)
            for days, (opens, closes) in hours
            for day in days
        ]
    )


def deal(random, cards, members, fits=lambda card, member: True):
    """Gives each card to a different member whom it fits, in random order; fails when nobody is left for a card."""
    waiting = random.sample(members, len(members))
    for card in cards:
        member = next(one for one in waiting if fits(card, one))
        waiting.remove(member)
        yield card, member
