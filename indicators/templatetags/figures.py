"""A figure as a door to what it counts. A page holds a hundred of them, so this is a tag and not an included template."""

from datetime import date
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import format_html

from projects.templatetags.polish import NONE, day, number

from ..reports import ProgressReport

register = template.Library()


@register.simple_tag
def figure(project, key, value, on, sex="", css="", since=None):
    """The value, linked to its people or things on the day or, with ``since``, in the period; None is a dash.

    Zero is a door too: behind it stand those who do not count yet. ``sex`` is "", "K" or "M"; ``css`` a class such as "val o".
    On paper, where ``project`` is None, it is the value alone.
    """
    if value is None and project is not None:
        return format_html('<span class="{} none">{}</span>', css, NONE)
    return door(project, key, number(value), on, sex, css if value else f"{css} zero".strip(), since)


@register.simple_tag
def door(project, key, words, on, sex="", css="", since=None, group=""):
    """Words as a door to the people or things of a figure, or to one ``group`` of them: a per cent, a number inside a sentence."""
    if project is None:
        return words
    asked = {"on": f"{on:%Y-%m-%d}", "since": f"{since:%Y-%m-%d}" if since else "", "sex": sex, "group": group}
    query = "&".join(f"{name}={value}" for name, value in asked.items() if value)
    place = "#jeszcze" if group else ""
    return format_html('<a class="{}" href="{}?{}{}">{}</a>', css, address(project.slug, key), query, place, words)


@register.filter
def shown(value):
    """What stands in a cell of a table of things: a day, a number or a text; a dash for nothing."""
    if value is None or value == "":
        return NONE
    return day(value) if isinstance(value, date) else number(value) if isinstance(value, int) else value


@register.simple_tag
def promised_by(project, on):
    """The rows of the progress report that have a target, for pages of rooms that come before the indicators."""
    return ProgressReport.promised_by(project, on)


@lru_cache(maxsize=1000)
def address(slug, key):
    """Where the figure of this indicator opens; the same for the whole life of the process."""
    return reverse("indicators:why", args=[slug, key])
