"""Who is closest to counting in a figure that is short: the fewest words missing, the nearest last day, and what to do.

Three kinds of people can still make a difference. Those who left and lack only the proof, while their window is open; those still
in the project; and, for what is counted at entry, drafts that lack data and nothing else. In this order, the nearest first.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import CharField, DateField, F, IntegerField, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from participants.models import Participation
from projects.templatetags.polish import counted, plural
from projects.templatetags.polish import day as shown

from .definitions import Stage, at
from .stakes import Stake

SHOWN = 3
WAITING, INSIDE, DRAFT = range(3)


@dataclass(frozen=True)
class Near:
    """One person close to counting in a figure: how close, why, and the one thing to do."""

    participation: Participation
    kind: int
    sentence: str
    action: str
    url: str


def closest(project, stakes, outputs, on: date, but=()) -> dict[str, list[Near]]:
    """The closest people by the key of each definition; ``outputs`` are the definitions of product rows that are short.

    ``but`` are participations left out, because they are supposed to be counted already. Two statements, one where nobody is close.
    """
    people = project.participations.exclude(pk__in=but)
    parts = [part for stake in stakes for part in _of_stake(people, stake, on)]
    parts += [_drafts(people, definition, on) for definition in outputs]
    if not parts:
        return {}
    found = list(parts[0].union(*parts[1:], all=True)) if len(parts) > 1 else list(parts[0])
    rows = Participation.objects.filter(pk__in={pk for pk, *_rest in found}).select_related("person").order_by("pk")
    by_pk = {row.pk: row for row in rows} if found else {}
    windows = {stake.definition.key: stake.window for stake in stakes}
    near = {}
    for pk, key, kind, _due, _left in sorted(found, key=_nearness):
        if len(near.setdefault(key, [])) < SHOWN:
            near[key].append(_near(by_pk[pk], kind, project, windows.get(key), on))
    return near


def _nearness(row):
    pk, key, kind, due, left = row
    return key, kind, due or date.max, left, pk


def _of_stake(people, stake: Stake, on):
    """The first of those who wait for the proof, and of those who are inside, by what is left of their paths."""
    waiting = people.filter(at(stake.waiting, on))
    inside = people.filter(at(stake.inside, on))
    missing = F("path_planned") - F("path_done")
    return (
        _columns(waiting, stake.definition, WAITING, F("left_on"), Value(0)).order_by("due", "pk")[:SHOWN],
        _columns(inside, stake.definition, INSIDE, Value(None), missing).order_by("left", "entered_on", "pk")[:SHOWN],
    )


def _drafts(people, definition, on):
    """Those for whom every word of who they are holds, and the data are incomplete."""
    condition = Q(is_complete=False)
    for word in definition.words:
        if word.stage > Stage.ENTRY:
            condition &= word.condition
    drafts = people.filter(at(condition, on))
    return _columns(drafts, definition, DRAFT, Value(None), Value(0)).order_by("entered_on", "pk")[:SHOWN]


def _columns(people, definition, kind, due, left):
    """Rows of (pk, key, kind, day, number), alike for every part so that they unite."""
    return people.annotate(
        key=Value(definition.key, CharField()),
        kind=Value(kind, IntegerField()),
        due=Cast(due, DateField()),
        left=Cast(left, IntegerField()),
    ).values_list("pk", "key", "kind", "due", "left")


def _near(participation, kind, project, window, on):
    sentence, action, name = SAID[kind](participation, window, on)
    return Near(
        participation, kind, sentence, action, reverse(f"participants:{name}", args=[project.slug, participation.pk])
    )


def _said_waiting(participation, window, on):
    until = participation.left_on + timedelta(days=window)
    days = (until - on).days
    told = {
        "left": plural(days, "został", "zostały", "zostało"),
        "days": counted(days, "dzień", "dni", "dni"),
        "until": shown(until),
    }
    return _("brakuje tylko dowodu, do %(until)s %(left)s %(days)s") % told, _("Dodaj dowód"), "outcome_add"


def _said_inside(participation, window, on):
    left = participation.path_planned - participation.path_done
    if participation.path_planned and not left:
        sentence = _("ukończyła wszystko, co zaplanowano; brakuje zakończenia i dowodu")
    elif participation.path_planned:
        forms = counted(left, "forma wsparcia", "formy wsparcia", "form wsparcia")
        sentence = _("jest w projekcie; do końca ścieżki: %(forms)s") % {"forms": forms}
    else:
        sentence = _("jest w projekcie od %(day)s; brakuje zakończenia i dowodu") % {
            "day": shown(participation.entered_on)
        }
    return sentence, _("Zapisz zakończenie"), "leave"


def _said_draft(participation, window, on):
    return _("szkic; do policzenia brakuje tylko danych"), _("Uzupełnij"), "edit"


SAID = {WAITING: _said_waiting, INSIDE: _said_inside, DRAFT: _said_draft}
