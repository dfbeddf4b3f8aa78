"""The official lists in official order, a file a list, and which of their lines a programme answers for.

``reported`` are the lines that every project of a list reports, target or not, ``common`` those of them that count people; ``later``
are those that only the authority measures, six months after leaving.
"""

from django.utils.translation import gettext_lazy as _

from projects.models import IndicatorList

from ..definitions import output
from . import esf_2014, esf_plus, esf_plus_polish, inclusion
from .lines import IN

PEOPLE = output("people", _("Liczba osób objętych wsparciem"), *IN, english="number of people supported")
INCLUSION = inclusion.LIST
LISTS = {
    IndicatorList.ESF_2014: esf_2014.IN_FORCE,
    IndicatorList.ESF_2014_BEFORE_2018: esf_2014.BEFORE_2018,
    IndicatorList.ESF_PLUS_2021: esf_plus.LIST,
}
KEY_LISTS = {
    IndicatorList.ESF_2014: inclusion.LIST,
    IndicatorList.ESF_2014_BEFORE_2018: inclusion.LIST,
    IndicatorList.ESF_PLUS_2021: esf_plus_polish.LIST
    + [line for line in inclusion.LIST if line not in esf_plus_polish.LIST],
}
BY_KEY = {
    line.key: line
    for line in (
        PEOPLE,
        *esf_2014.LIST,
        esf_2014.CR05_BEFORE_2018,
        *inclusion.LIST,
        *esf_plus.LIST,
        *esf_plus_polish.LIST,
    )
}


def common(indicator_list):
    """The lines of people that every project of this list reports, target or not, in official order."""
    return [line for line in LISTS.get(indicator_list, []) if line.counts_people]


def reported(indicator_list):
    """The lines that every project of this list reports: people, projects and institutions, in official order."""
    return [line for line in LISTS.get(indicator_list, []) if not line.is_measured_by_authority]


def later(indicator_list):
    """The common lines that the authority measures six months after leaving, in official order."""
    return [line for line in LISTS.get(indicator_list, []) if line.is_measured_by_authority]


def offered(indicator_list):
    """The lines of this list that a project may give itself a target for: the key list, then the regulation's."""
    if indicator_list not in LISTS:
        return []
    return KEY_LISTS[indicator_list] + LISTS[indicator_list]
