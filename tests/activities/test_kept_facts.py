"""What the database keeps on a participation about its support, whoever writes."""

from datetime import date

import pytest

from activities.actions import end_support, enrol, save_attendance, withdraw
from activities.models import Enrolment
from activities.vocabulary import ServiceCharacter

from ..factories import EnrolmentFactory, FormOfSupportFactory, GroupFactory, ParticipationFactory, SessionFactory

EARLY, LATE, END = date(2024, 3, 1), date(2024, 4, 1), date(2024, 5, 1)
V, S, NEITHER = ServiceCharacter.VOCATIONAL, ServiceCharacter.SOCIAL, ServiceCharacter.OTHER

# enrolments as (form, character, started, ended, finished) → started, finished, first vocational, first social
TABLE = [
    ([], {}, {}, None, None),
    ([("a", V, None, None, False)], {}, {}, None, None),
    ([("a", V, EARLY, None, False)], {"a": EARLY}, {}, EARLY, None),
    ([("a", S, EARLY, END, False)], {"a": EARLY}, {}, None, EARLY),
    ([("a", S, EARLY, END, True)], {"a": EARLY}, {"a": END}, None, EARLY),
    ([("a", NEITHER, EARLY, END, True)], {"a": EARLY}, {"a": END}, None, None),
    ([("a", V, LATE, None, False), ("b", V, EARLY, None, False)], {"a": LATE, "b": EARLY}, {}, EARLY, None),
    ([("a", V, LATE, END, True), ("b", S, EARLY, None, False)], {"a": LATE, "b": EARLY}, {"a": END}, LATE, EARLY),
    ([("a", V, LATE, None, False), ("a", V, EARLY, END, True)], {"a": EARLY}, {"a": END}, EARLY, None),
]


def kept(participation):
    participation.refresh_from_db()
    return (
        participation.supports_started,
        participation.supports_finished,
        participation.vocational_support_on,
        participation.social_support_on,
    )


@pytest.mark.parametrize(("rows", "started", "finished", "vocational", "social"), TABLE)
def test_the_participation_knows_when_support_began_and_was_finished(
    project, rows, started, finished, vocational, social
):
    participation = ParticipationFactory(project=project)
    forms = {
        name: FormOfSupportFactory(project=project, name=name, character=character)
        for name, character in dict(row[:2] for row in rows).items()
    }
    for name, _character, started_on, ended_on, is_finished in rows:
        EnrolmentFactory(
            group=GroupFactory(form_of_support=forms[name]),
            participation=participation,
            started_on=started_on,
            ended_on=ended_on,
            is_finished=is_finished,
        )

    def by_key(days):
        return {forms[name].key: day.isoformat() for name, day in days.items()}

    assert kept(participation) == (by_key(started), by_key(finished), vocational, social)


def test_the_whole_way_is_kept_as_people_act(project):
    form = FormOfSupportFactory(project=project, character=V)
    group = GroupFactory(form_of_support=form)
    participation = ParticipationFactory(project=project, entered_on=date(2024, 2, 1))
    enrol(group=group, participations=project.participations.all())
    enrolments = Enrolment.objects.filter(group=group)
    assert kept(participation) == ({}, {}, None, None)

    session = SessionFactory(group=group, held_on=EARLY)
    save_attendance(session=session, marks={enrolments.get().pk: "present"})
    assert kept(participation) == ({form.key: "2024-03-01"}, {}, EARLY, None)

    end_support(enrolments=enrolments, ended_on=END, is_finished=True)
    assert kept(participation) == ({form.key: "2024-03-01"}, {form.key: "2024-05-01"}, EARLY, None)

    end_support(enrolments=enrolments, ended_on=None, is_finished=False)
    save_attendance(session=session, marks={enrolments.get().pk: ""})
    assert kept(participation) == ({}, {}, None, None)

    withdraw(group=group, enrolments=enrolments)
    assert kept(participation) == ({}, {}, None, None)


def test_another_character_of_the_form_changes_the_first_service(project):
    form = FormOfSupportFactory(project=project, character=V)
    enrolment = EnrolmentFactory(group=GroupFactory(form_of_support=form), started_on=EARLY)
    form.character = S
    form.save()
    assert kept(enrolment.participation)[2:] == (None, EARLY)


def test_an_enrolment_deleted_is_forgotten(project):
    enrolment = EnrolmentFactory(
        group=GroupFactory(form_of_support=FormOfSupportFactory(project=project)), started_on=EARLY
    )
    enrolment.delete()
    assert kept(enrolment.participation) == ({}, {}, None, None)
