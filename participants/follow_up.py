"""How the follow-up of one person stands: what is awaited, or that it is over and why."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from projects.templatetags.polish import day

from .deadlines import followed
from .radar import Row
from .vocabulary import CLOSING
from .windows import Windows


@dataclass(frozen=True)
class FollowUp:
    """Whether anybody still waits for a proof, in a few words, and the sentence that says why."""

    is_over: bool
    word: str
    sentence: str


def follow_up(project, participation, on, calls):
    """The follow-up of a participation as it stands on a day; None for somebody who had not left by then. One query.

    ``calls`` are those of the person, newest first.
    """
    one = followed(project.participations.filter(pk=participation.pk), on).first()
    if one is None:
        return None
    row = Row(one, on)
    if one.is_closed:
        return _over(_closed(next(call for call in calls if call.result in CLOSING)))
    if row.awaited:
        return FollowUp(False, _("monitorowanie trwa"), _("Czeka: %(what)s.") % {"what": "; ".join(_told(row))})
    until = Windows(one.left_on).results_until
    if on <= until:
        told = _("Dowód jest. Następny rezultat policzy się z datą do %(day)s włącznie.") % {"day": day(until)}
        return FollowUp(False, _("monitorowanie trwa"), told)
    return _over(_("Terminy minęły, dowody są."))


def _over(sentence):
    return FollowUp(True, _("monitorowanie zakończone"), sentence)


def _closed(call):
    told = {"result": call.get_result_display(), "day": day(call.made_on)}
    sentence = _("Bez czekania na dowód: %(result)s, %(day)s.") % told
    return f"{sentence} {_('Powód:')} {call.note}." if call.note else sentence


def _told(row):
    for words, until, is_past in row.awaited:
        told = {"what": words, "day": day(until)}
        yield (_("%(what)s, termin minął %(day)s") if is_past else _("%(what)s do %(day)s włącznie")) % told
