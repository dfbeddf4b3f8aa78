"""The things behind a figure that counts no people: entries, institutions, sessions, leaders, events, measurements of the authority.

Each kind of thing is a table of its own, with its heads and its rows; what is listed as counted is what ``tallies`` counts.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from activities.models import Group, Session
from participants.institutions import COMPLETE

from .models import Counts
from .tallies import with_first_support


@dataclass(frozen=True)
class Column:
    """A column of a table of things: its head, how to read it from a thing, and whether it is a number."""

    head: str
    read: object
    is_number: bool = False


def _column(head, name, is_number=False):
    return Column(head, lambda thing: getattr(thing, name), is_number)


NAME, DATE = _column(_("Nazwa"), "name"), _column(_("Data"), "held_on")
EVENT = [NAME, DATE, _column(_("Miejsce"), "place"), _column(_("Osoby"), "visitors", True)]
COLUMNS = {
    Counts.REGISTER: [NAME, _column(_("Data"), "happened_on"), _column(_("Dowód"), "evidence")],
    Counts.INSTITUTIONS: [
        NAME,
        Column(_("Rodzaj"), lambda institution: institution.get_kind_display()),
        _column(_("Pierwsze wsparcie"), "first_support_on"),
    ],
    Counts.SESSIONS: [Column(_("Grupa"), lambda session: session.group.name), DATE, _column(_("Temat"), "topic")],
    Counts.LEADERS: [
        _column(_("Osoba prowadząca"), "leader"),
        _column(_("Grupa"), "name"),
        _column(_("Obszar"), "area"),
    ],
    Counts.EVENTS: EVENT,
    Counts.VISITORS: EVENT,
    Counts.AUTHORITY: [
        _column(_("Dzień pomiaru"), "measured_on"),
        _column(_("Kobiety"), "women", True),
        _column(_("Mężczyźni"), "men", True),
        _column(_("Ogółem"), "total", True),
        _column(_("Dokument instytucji"), "source"),
    ],
}

RULES = {
    Counts.REGISTER: _("Liczą się wpisy do rejestru z datą nie późniejszą niż stan na dzień i z nazwanym dowodem."),
    Counts.INSTITUTIONS: _("Liczą się instytucje z kompletem danych od dnia ich pierwszego wsparcia."),
    Counts.SESSIONS: _("Liczą się zajęcia odbyte do tego dnia."),
    Counts.LEADERS: _("Liczą się różne osoby prowadzące grupy, w których ktoś zaczął wsparcie."),
    Counts.EVENTS: _("Liczą się wydarzenia, które odbyły się do tego dnia."),
    Counts.VISITORS: _("Suma osób na wydarzeniach, bez nazwisk. Te osoby nie są uczestnikami."),
    Counts.AUTHORITY: _("Wartość mierzy instytucja; obowiązuje jej najnowszy pomiar do tego dnia."),
}
RULE_OF_TRAIT = _("Cecha projektu: liczy się raz, gdy choć jeden wpis ma dowód.")


@dataclass(frozen=True)
class Table:
    """Things under their columns."""

    columns: list
    things: list

    @property
    def heads(self):
        return [(column.head, column.is_number) for column in self.columns]

    @property
    def rows(self):
        """[(first cell, [(value, whether it is a number)])]: the first cell heads the row."""
        for thing in self.things:
            first, *rest = ((column.read(thing), column.is_number) for column in self.columns)
            yield first[0], rest


def things_counted(project, definition, on, since=None):
    """The things of the project on the day: {"things": …, "waiting": …, "counts": …}, the rule in words, and both as tables.

    ``since`` is the first day of a period; only what came in it is counted then. Things that wait lack their proof, or their data.
    """
    things, waiting = FINDERS[definition.counts](project, definition, on, since)
    columns = COLUMNS[definition.counts]
    return {
        "things": things,
        "waiting": waiting,
        "counts": str(definition.counts),
        "rule": RULE_OF_TRAIT if definition.trait else RULES[definition.counts],
        "table": Table(columns, things),
        "waiting_table": Table(columns, waiting),
    }


def _dated(things, column, on, since):
    """The things with a date up to the day, and in the period where there is one."""
    things = things.filter(**{f"{column}__lte": on})
    return things.filter(**{f"{column}__gte": since}) if since else things


def _entries(project, definition, on, since):
    """Entries with their proof; those without it wait. A trait of the project is one thing however many entries say so."""
    entries = project.register_entries.filter(register=definition.register)
    waiting = list(entries.filter(evidence="", happened_on__lte=on))
    return list(_dated(entries.exclude(evidence=""), "happened_on", on, since)), waiting


def _institutions(project, definition, on, since):
    """Institutions from the day of their first support, once their data are complete."""
    kinds = Q(kind__in=definition.institution_kinds) if definition.institution_kinds else ~Q(kind="")
    found = with_first_support(project.institutions.filter(kinds)).order_by("name", "pk")
    waiting = list(found.filter(~COMPLETE | Q(first_support_on__isnull=True)))
    return list(_dated(found.filter(COMPLETE), "first_support_on", on, since)), waiting


def _sessions(project, definition, on, since):
    sessions = Session.objects.taking_place().filter(
        group__form_of_support__project=project, group__form_of_support=definition.form_of_support
    )
    return list(_dated(sessions, "held_on", on, since).select_related("group").order_by("held_on", "pk")), []


def _leaders(project, definition, on, since):
    """The groups of the people who lead one in which somebody had begun; of a period, of those who led none before it."""
    form = {"form_of_support__project": project, "form_of_support": definition.form_of_support}
    groups = Group.objects.filter(**form).exclude(leader="")
    led = groups.filter(enrolments__started_on__lte=on)
    if since:
        earlier = groups.filter(enrolments__started_on__lte=since - timedelta(days=1))
        led = led.exclude(leader__in=earlier.order_by().values("leader"))
    return list(led.distinct().order_by("leader", "pk")), []


def _events(project, definition, on, since):
    return list(_dated(project.events.filter(kind=definition.event_kind), "held_on", on, since)), []


def _measured(project, definition, on, since):
    """What the authority measured, the newest first: the value is that of the first row."""
    return list(project.authority_values.filter(key=definition.key, measured_on__lte=on).order_by("-measured_on")), []


FINDERS = {
    Counts.REGISTER: _entries,
    Counts.INSTITUTIONS: _institutions,
    Counts.SESSIONS: _sessions,
    Counts.LEADERS: _leaders,
    Counts.EVENTS: _events,
    Counts.VISITORS: _events,
    Counts.AUTHORITY: _measured,
}
