"""The calendar of deadlines: numbers of participations, days, and what is at stake. No name, no address, no telephone."""

from datetime import timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from accounts.permissions import Permission
from accounts.roles import POLICIES
from projects.models import Project
from projects.templatetags.polish import day

from .deadlines import WINDOW, waiting
from .models import Participation
from .windows import Windows

PRODID = "-//Wlaczenie//Terminy//PL"
REFRESH = timedelta(hours=6)


def deadlines_of(user, on):
    """The awaited proofs of all projects where the user may see people, whose windows are open or closed in the last four weeks."""
    roles = [role for role, policy in POLICIES.items() if Permission.PARTICIPANTS_VIEW in policy.permissions]
    seen = Project.objects.all() if user.is_superuser else Project.objects.filter(team__user=user, team__role__in=roles)
    people = Participation.objects.filter(project__in=seen.order_by().values("pk"))
    rows = waiting(people, on).filter(due_on__gte=on - WINDOW).select_related("project").order_by("due_on", "pk")
    columns = (
        "submission",
        "left_on",
        "caretaker",
        "updated_at",
        "next_call_on",
        "project__title",
        "project__edition",
        "project__slug",
    )
    return rows.only(*columns)


def calendar_of(user, on, link):
    """The calendar as bytes (RFC 5545). ``link(participation)`` gives the address of a person's page, which asks to sign in."""
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Terminy – Włączenie"))
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for participation in deadlines_of(user, on):
        for event in events_of(participation, user, link(participation)):
            calendar.add_component(event)
    return calendar.to_ical()


def events_of(participation, user, url):
    """An event on the last day of each window that is awaited, and one on the day of the next attempt."""
    reference, windows = participation.reference, Windows(participation.left_on)
    mine = _(" (Twoja sprawa)") if participation.caretaker_id == user.pk else ""
    if participation.awaits_result:
        until = windows.results_until
        told = _("Termin: %(who)s, dowód rezultatu do %(day)s") % {"who": reference, "day": day(until)}
        stake = _("Stawka: wskaźniki rezultatu. Liczy się dowód z datą do tego dnia włącznie.")
        yield event(participation, "result", until, told + mine, stake, url)
    if participation.awaits_job or participation.awaits_progress:
        until = windows.effectiveness_until
        told = _("Termin: %(who)s, dowód do efektywności do %(day)s") % {"who": reference, "day": day(until)}
        yield event(participation, "effectiveness", until, told + mine, effectiveness_stake(participation), url)
    if participation.next_call_on:
        told = _("Kontakt: %(who)s, umówiona próba") % {"who": reference}
        yield event(participation, "call", participation.next_call_on, told + mine, _("Z dziennika kontaktów."), url)


def effectiveness_stake(participation):
    """Which measure of effectiveness the proof would serve."""
    if participation.awaits_job and participation.awaits_progress:
        return _("Stawka: efektywność zatrudnieniowa (praca) i społeczna (postęp).")
    if participation.awaits_job:
        return _("Stawka: efektywność zatrudnieniowa (praca).")
    return _("Stawka: efektywność społeczna (postęp).")


def event(participation, what, on, summary, description, url):
    """A whole day; its number stays the same as long as the person waits for the same thing, so that a calendar moves it."""
    found = Event()
    found.add("uid", f"{what}-{participation.submission}@wlaczenie")
    found.add("dtstamp", participation.updated_at)
    found.add("last-modified", participation.updated_at)
    found.add("dtstart", on)
    found.add("dtend", on + timedelta(days=1))
    found.add("summary", summary)
    found.add("description", f"{participation.project}\n{description}")
    found.add("url", url)
    found.add("transp", "TRANSPARENT")
    found.add("class", "CONFIDENTIAL")
    return found
