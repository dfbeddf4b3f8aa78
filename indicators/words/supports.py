"""Words of what help a person got. The key of a form of support is its name in the participation's JSON columns."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..definitions import DAY_TEXT, Stage, Word
from .facts import NONE, day


def support_started(key):
    """She began this form of support by the day."""
    return Word(
        f"started:{key}",
        _("rozpoczęła tę formę wsparcia nie później niż {day}"),
        Q(**{f"supports_started__{key}__lte": DAY_TEXT}),
        Stage.STATUS,
        _("Wsparcie od"),
        lambda participation: _support_day(participation.supports_started, key),
    )


def support_finished(key):
    """She finished this form of support by the day."""
    return Word(
        f"completed:{key}",
        _("ukończyła tę formę wsparcia nie później niż {day}"),
        Q(**{f"supports_finished__{key}__lte": DAY_TEXT}),
        Stage.STATUS,
        _("Wsparcie do"),
        lambda participation: _support_day(participation.supports_finished, key),
    )


def _support_day(days, key):
    return day(date.fromisoformat(days[key])) if key in days else NONE
