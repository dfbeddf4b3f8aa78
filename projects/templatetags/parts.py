"""Parts of the page that need more than a template: the tabs of a project, lengths inside SVG, rows of radios, addresses."""

from dataclasses import dataclass

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .polish import NONE, day

register = template.Library()


# --- the tabs of a project


@dataclass(frozen=True)
class Tab:
    """A room of a project: its label, the address it opens, the names of addresses inside it, and the key of its count."""

    label: str
    opens: str
    holds: tuple[str, ...]
    count: str = ""


TABS = [
    Tab(_("Pulpit"), "indicators:dashboard", ("indicators:",)),
    Tab(_("Rekrutacja"), "recruitment:list", ("recruitment:",), "candidates"),
    Tab(_("Uczestnicy"), "participants:list", ("participants:", "exchange:"), "participants"),
    Tab(_("Zajęcia"), "activities:list", ("activities:",)),
    Tab(_("Terminy"), "participants:deadlines", ("participants:deadline",), "deadlines"),
    Tab(_("Sprawozdania"), "settlements:list", ("settlements:", "indicators:report")),
    Tab(_("Dokumenty"), "participants:documents", ("participants:document",)),
    Tab(_("O projekcie"), "projects:detail", ("projects:",)),
]


@register.simple_tag(takes_context=True)
def project_tabs(context, project):
    """The tabs of this project: label, address, count or None, and ``current``: "page" on the room's own page, "true" inside it.

    The current tab follows from the name of the address: the longest prefix in ``Tab.holds`` wins, so no view says it.
    Counts come from ``nav`` in the context, a dict with "participants" and "deadlines"; where they stand on a day of their
    own ("on"), the deadlines open on that day. A room that this release does not
    have is left out.
    """
    match = getattr(getattr(context, "request", None), "resolver_match", None)
    here = match.view_name if match else ""
    counts = context.get("nav") or {}
    open_tab = max(TABS, key=lambda tab: _held(tab, here))
    return [
        {
            "label": tab.label,
            "url": f"{url}?on={counts['on']:%Y-%m-%d}" if tab.count == "deadlines" and "on" in counts else url,
            "count": counts.get(tab.count),
            "current": tab is open_tab and _held(tab, here) and ("page" if here == tab.opens else "true"),
        }
        for tab in TABS
        if (url := _address(tab, project))
    ]


def _address(tab, project):
    try:
        return reverse(tab.opens, kwargs={"project_slug": project.slug})
    except NoReverseMatch:
        return ""


def _held(tab, name):
    """How many letters of the address's name this tab claims."""
    return max((len(prefix) for prefix in tab.holds if name.startswith(prefix)), default=0)


# --- lengths inside SVG: plain numbers with a point, whatever the language of the screen


@register.filter
def share(percent):
    """A percentage held between 0 and 100, as an SVG length: 112.5 gives ``100%``, None gives ``0%``."""
    return f"{_held_within(percent):.4g}%"


@register.filter
def is_past(percent, limit):
    """Whether the percentage is beyond the limit: which side of its line a label has room on."""
    return _held_within(percent) >= float(limit)


@register.filter
def stacked(parts):
    """Percentages laid end to end for a stacked bar: a list of {"start", "width", "end"} as SVG lengths."""
    laid, start = [], 0.0
    for part in parts:
        end = min(100.0, start + _held_within(part))
        laid.append({"start": f"{start:.4g}%", "width": f"{end - start:.4g}%", "end": f"{end:.4g}%"})
        start = end
    return laid


def _held_within(percent):
    return min(100.0, max(0.0, float(percent or 0)))


# --- forms


@register.filter
def answers(field):
    """The radios of a question without the empty choice, padded to three places: yes, no, refused or None where refusal is not allowed."""
    radios = [radio for radio in field.subwidgets if radio.data["value"] not in ("", None)]
    return radios + [None] * (3 - len(radios))


# --- small parts of a row: tags and not included templates, because a list draws one or two in each of its rows

STATES = {"szkic": _("szkic"), "kompletny": _("kompletny"), "przekazany": _("przekazany")}


@register.simple_tag
def badge(state, on=None):
    """How far a record is on its way to the authority, a word with its shape; ``on`` is the day it was passed on, or None."""
    told = f"{STATES[state]} {day(on)}" if on else STATES[state]
    return format_html('<span class="badge {}">{}</span>', state, told)


@register.simple_tag
def pesel(number):
    """A PESEL read in two parts; the gap is made by CSS, so that copying stays clean. A dash where there is none."""
    if not number:
        return NONE
    return format_html('<span class="pesel">{}<span>{}</span></span>', number[:6], number[6:])


# --- sorting and pages


@register.filter
def next_order(order, key):
    """What a click on this column's head asks for: the column ascending, or descending when it is ascending already."""
    return f"-{key}" if order == key else key


@register.filter
def sort_direction(order, key):
    """``ascending``, ``descending`` or nothing, as ``aria-sort`` wants it."""
    return {key: "ascending", f"-{key}": "descending"}.get(order, "")


@register.filter
def page_numbers(page):
    """The numbers to offer beside this page, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


# --- notices


@register.filter
def first_line(message):
    """What happened: the first line of a message, set in bold."""
    return str(message).partition("\n")[0]


@register.filter
def other_lines(message):
    """What else to know: the message after its first line."""
    return str(message).partition("\n")[2]
