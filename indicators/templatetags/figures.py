"""A figure as a door to what it counts. A page holds a hundred of them, so this is a tag and not an included template."""

from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import format_html

from projects.templatetags.polish import NONE, number

from ..reports import ProgressReport

register = template.Library()


@register.simple_tag
def figure(project, key, value, on, sex="", css=""):
    """The value, linked to its people or things on the day; zero has nothing to open, None is a dash.

    ``sex`` is "", "K" or "M"; ``css`` a class such as "val" or "val o".
    """
    if value is None:
        return format_html('<span class="{} none">{}</span>', css, NONE)
    if value == 0:
        return format_html('<span class="{}">0</span>', css)
    query = f"?on={on:%Y-%m-%d}&sex={sex}" if sex else f"?on={on:%Y-%m-%d}"
    return format_html('<a class="{}" href="{}{}">{}</a>', css, address(project.slug, key), query, number(value))


@register.simple_tag
def promised_by(project, on):
    """The rows of the progress report that have a target, for pages of rooms that come before the indicators."""
    return ProgressReport.promised_by(project, on)


@lru_cache(maxsize=1000)
def address(slug, key):
    """Where the figure of this indicator opens; the same for the whole life of the process."""
    return reverse("indicators:why", args=[slug, key])
