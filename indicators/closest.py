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


# --- asking: parts of one statement, rows of (pk, key, kind, day, number)


def parts_of(people, stakes, outputs, on: date):
    """For each stake and each product definition the people closest to it, as querysets alike, so that they unite."""
    parts = [part for stake in stakes for part in (_waiting(people, stake, on), _inside(people, stake, on))]
    return parts + [_drafts(people, definition, on) for definition in outputs]


def columns(people, key, kind=0, due=None, number=0):
    """Rows of (pk, key, kind, day, number) of these people."""
    return people.annotate(
        key=Value(key, CharField()),
        kind=Cast(kind, IntegerField()),
        due=Cast(Value(None) if due is None else due, DateField()),
        number=Cast(number, IntegerField()),
    ).values_list("pk", "key", "kind", "due", "number")


def _waiting(people, stake, on):
    found = columns(people.filter(at(stake.waiting, on)), stake.definition.key, Value(WAITING), F("left_on"))
    return found.order_by("due", "pk")[:SHOWN]


def _inside(people, stake, on):
    """By how many forms of support are left of their paths."""
    left = F("path_planned") - F("path_done")
    found = columns(people.filter(at(stake.inside, on)), stake.definition.key, Value(INSIDE), number=left)
    return found.order_by("number", "entered_on", "pk")[:SHOWN]


def _drafts(people, definition, on):
    """Those for whom every word of who they are holds, and the data are incomplete."""
    condition = Q(is_complete=False)
    for word in definition.words:
        if word.stage > Stage.ENTRY:
            condition &= word.condition
    drafts = people.filter(at(condition, on))
    return columns(drafts, definition.key, Value(DRAFT)).order_by("entered_on", "pk")[:SHOWN]


# --- telling


def nearest(found, by_pk, windows, project, on: date) -> dict[str, list[Near]]:
    """The closest people by the key of each definition; ``found`` are the rows asked for, ``windows`` the days by key."""
    near = {}
    for pk, key, kind, _due, _number in sorted(found, key=_nearness):
        if len(near.setdefault(key, [])) < SHOWN:
            near[key].append(_near(by_pk[pk], kind, project, windows.get(key), on))
    return near


def _nearness(row):
    pk, key, kind, due, number = row
    return key, kind, due or date.max, number, pk


def _near(participation, kind, project, window, on):
    sentence, action, name = SAID[kind](participation, window, on)
    url = reverse(f"participants:{name}", args=[project.slug, participation.pk])
    return Near(participation, kind, sentence, action, url)


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
