"""Words of what help a person got. The key of a form of support is its name in the participation's JSON columns.

Social services, and each theme, have a key there too: the first day of any such form.
"""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from activities.vocabulary import SupportKind, SupportTheme

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


def _got(name, phrase, key, column, note=""):
    return Word(
        name,
        phrase,
        Q(**{f"supports_started__{key}__lte": DAY_TEXT}),
        Stage.STATUS,
        column,
        lambda participation: _support_day(participation.supports_started, key),
        note,
    )


got_social_services = _got(
    "social_services",
    _("rozpoczęła usługę społeczną nie później niż {day}"),
    SupportKind.SOCIAL_SERVICES.key,
    _("Usługi społeczne od"),
    _("Forma wsparcia rodzaju „usługi społeczne”."),
)
got_digital_training = _got(
    "digital_competence",
    _("rozpoczęła szkolenie lub doradztwo w zakresie kompetencji cyfrowych nie później niż {day}"),
    SupportTheme.DIGITAL.key,
    _("Kompetencje cyfrowe od"),
)
got_carer_support = _got(
    "carer_support",
    _("rozpoczęła wsparcie dla opiekunów faktycznych nie później niż {day}"),
    SupportTheme.CARERS.key,
    _("Wsparcie opiekunów od"),
)
left_care = Word(
    "left_care",
    _("ukończyła wsparcie, dzięki któremu opuściła opiekę instytucjonalną, nie później niż {day}"),
    Q(**{f"supports_finished__{SupportTheme.LEAVING_CARE.key}__lte": DAY_TEXT}),
    Stage.STATUS,
    _("Wyjście z opieki"),
    lambda participation: _support_day(participation.supports_finished, SupportTheme.LEAVING_CARE.key),
    _("Wsparcie zamyka się jako ukończone w dniu, w którym osoba opuściła placówkę."),
)


def _support_day(days, key):
    return day(date.fromisoformat(days[key])) if key in days else NONE
