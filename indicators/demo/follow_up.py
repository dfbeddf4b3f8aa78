"""What happened after people left: calls, caretakers, a matter that was closed, others that wait or are overdue; an exit withdrawn."""

from datetime import timedelta

from participants.models import Call, WithdrawnExit
from participants.vocabulary import CallChannel, CallResult, ExitReason

from .rows import put, rewrite

PHONE, EMAIL, LETTER = CallChannel.PHONE, CallChannel.EMAIL, CallChannel.LETTER
TALES = [  # what became of somebody: (days after leaving, how, what came of it, note, days until the next attempt)
    [
        (5, PHONE, CallResult.PROMISED, "pracuje od poniedziałku, przyniesie umowę", 7),
        (12, PHONE, CallResult.REACHED, "", None),
    ],
    [(3, PHONE, CallResult.NO_ANSWER, "", 4), (7, EMAIL, CallResult.SENT, "prośba o zaświadczenie", 7)],
    [
        (6, PHONE, CallResult.WRONG, "numer należy do kogoś innego", 2),
        (8, LETTER, CallResult.SENT, "list na adres", 14),
    ],
    [(10, PHONE, CallResult.REFUSED, "nie chce dalszych telefonów", None)],
]
CLOSED = "wyjechała za granicę, dokumentu nie będzie"


def left_behind(project, **facts):
    """People who left and have nothing that proves an outcome yet, those who left last first."""
    rows = project.participations.filter(is_complete=True, left_on__isnull=False, outcomes=None, **facts)
    return list(rows.order_by("-left_on", "pk"))


def follow_up(project, people, team, *, until):
    """Calls to these people by turns, each in the care of one of the team; the last one's matter is closed.

    Nothing is written of a day after ``until``.
    """
    calls = []
    for n, one in enumerate(people):
        one.caretaker = team.social_worker if n % 3 else team.coordinator
        tale = TALES[n % len(TALES)]
        calls += [_call(one, *step) for step in tale if one.left_on + timedelta(days=step[0]) <= until]
    if people:
        last = people[-1]
        day = min(last.left_on + timedelta(days=29), until)
        calls.append(_made(last, day, CallChannel.TEAM, CallResult.CLOSED, CLOSED, None))
    put(calls)
    rewrite(people, ["caretaker"])


def _call(one, days, channel, result, note, next_in):
    made_on = one.left_on + timedelta(days=days)
    return _made(one, made_on, channel, result, note, next_in and made_on + timedelta(days=next_in))


def _made(one, made_on, channel, result, note, next_on):
    return Call(
        participation=one,
        made_on=made_on,
        channel=channel,
        result=result,
        note=note,
        next_on=next_on,
        made_by=one.caretaker,
    )


def came_back(participation, by):
    """Writes down that somebody had left half-way for some weeks and came back: the exit was withdrawn."""
    entered, left = participation.entered_on, participation.left_on or participation.entered_on + timedelta(days=90)
    WithdrawnExit.objects.create(
        participation=participation,
        left_on=entered + (left - entered) / 2,
        exit_reason=ExitReason.DROPPED_OUT,
        exit_note="przestała przychodzić; wróciła po rozmowie z pracownikiem socjalnym",
        withdrawn_by=by,
    )
