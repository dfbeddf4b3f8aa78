"""How hours are written: always with their kind where a plan is meant, because 4 teaching hours are 3 clock hours."""

from decimal import Decimal

from django import template
from django.utils.formats import time_format
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from projects.templatetags.polish import NBSP, NONE, number, plural

from ..vocabulary import HourUnit

register = template.Library()

WORDS = {
    HourUnit.CLOCK: (_("h zegarowa"), _("h zegarowe"), _("h zegarowych"), _("h zegarowej")),
    HourUnit.TEACHING: (_("h dydaktyczna"), _("h dydaktyczne"), _("h dydaktycznych"), _("h dydaktycznej")),
}


@register.filter
def hours_of(value, unit):
    """4 as ``4 h zegarowe``, 45 as ``45 h dydaktycznych``, 2.5 as ``2,5 h zegarowej``; "–" where there is none."""
    if value is None:
        return NONE
    one, few, many, part = WORDS[HourUnit(unit)]
    whole = Decimal(value) == int(value)
    return f"{number(value)}{NBSP}{plural(value, one, few, many) if whole else gettext(part)}"


@register.filter
def in_clock_hours(value):
    """45 teaching hours as the clock counts them: ``33 h 45 min``."""
    whole, minutes = divmod(int(value * 45), 60)
    return f"{number(whole)}{NBSP}h" + (f" {minutes}{NBSP}min" if minutes else "")


@register.filter
def hours(value):
    """24 as ``24 h``, for a column whose head says which hours; "–" where there is none."""
    return NONE if value is None else f"{number(value)}{NBSP}h"


@register.filter
def clock(value):
    """A time of the day as ``9.00``, without a zero in front; "–" where there is none."""
    return f"{value.hour}{time_format(value)[2:]}" if value else NONE
