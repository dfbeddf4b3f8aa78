"""Where the figures of a report open: to today's people, or to those frozen with it."""

from functools import partial
from urllib.parse import urlencode

from django.urls import reverse


def of_today(application):
    """The doors of an application that the project works on: to today's "dlaczego?"."""
    return partial(_today, application)


def of_report(report):
    """The doors of a submitted report: to the people who were in it."""
    return partial(_frozen, report)


def _today(application, key, part):
    slug = application.project.slug
    if part == "drift":
        return f"{reverse('settlements:compare', args=[slug])}?{urlencode({'to': f'before-{application.pk}'})}#{key}"
    days = {"since": application.since.isoformat()} if part == "period" else {}
    query = urlencode({"on": application.on.isoformat()} | days)
    return f"{reverse('indicators:why', args=[slug, key])}?{query}"


def _frozen(report, key, part):
    slug = report.application.project.slug
    if part == "drift":
        return f"{reverse('settlements:compare', args=[slug])}?{urlencode({'to': f'start-{report.pk}'})}#{key}"
    query = f"?{urlencode({'part': part})}" if part != "value" else ""
    return f"{reverse('settlements:members', args=[slug, report.pk, key])}{query}"
