"""A frozen figure as a door to those who were in it, and a difference with its sign."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from projects.templatetags.polish import NONE, number

register = template.Library()


@register.simple_tag
def door(value, url, sex):
    """The value, linked to those behind it; zero has nothing to open, None is a dash. ``sex`` is "", "K" or "M"."""
    if not value or not url:
        return number(value)
    if not sex:
        return format_html('<a href="{}">{}</a>', url, number(value))
    joint = "&" if "?" in url else "?"
    return format_html('<a href="{}{}sex={}">{}</a>', url, joint, sex, number(value))


@register.filter
def signed(value):
    """A difference as one reads it: +2, −1, 0; a dash where there is none to speak of."""
    if value is None:
        return NONE
    return f"{value:+d}".replace("-", "−") if value else "0"


@register.filter
def correction(line):
    """The drift of a line: +1; where women and men changed places within the same total, K −1, M +1."""
    if line.drift or not line.is_drifted:
        return signed(line.drift)
    return f"{_('K')} {signed(line.drift_women)}, {_('M')} {signed(line.drift_men)}"


@register.filter
def of_number(names, number):
    """What the person of this number is called."""
    return names[number]
