"""What can be compared: a frozen report, or the same days as the data tell them now. Both are told alike."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.templatetags.polish import day as shown

from .figures import figure
from .models import Part
from .taking import Members, take
from .telling import told as tell

NOBODY = Members()


@dataclass(frozen=True)
class Side:
    """One state of a project's figures: of which day, known at which moment, what it tells, who is behind each figure.

    ``told`` maps a key to what is said under it; ``members`` maps (key, part) to Members.
    """

    name: str
    on: date
    known_at: datetime
    told: dict
    members: dict

    def value(self, key):
        """Women, men and total under this key, or None where this side does not know it."""
        said = self.told.get(key)
        return figure(said.get("value")) if said else None

    def behind(self, key, part):
        """Who is in this part of the figure; nobody where it is not known."""
        return self.members.get((key, part), NOBODY)


def of_report(report):
    """A submitted report as it was frozen."""
    told = {"number": report.application.number, "version": report.version}
    name = _("wniosek %(number)s, wersja %(version)s") % told
    return Side(name, report.on, report.frozen_at, _by_key(report.data), _members_of(report))


def of_start(report):
    """The day before the period of a submitted report, as it was known when that was submitted."""
    data = _by_key(report.data)
    members = {(key, Part.VALUE): held for (key, part), held in _members_of(report).items() if part == Part.BEFORE}
    told = {key: said | {"value": _earlier(said)} for key, said in data.items() if (key, Part.VALUE) in members}
    day = report.since - timedelta(days=1)
    name = _("%(day)s według danych z wniosku %(number)s") % {
        "day": shown(day),
        "number": report.application.number,
    }
    return Side(name, day, report.frozen_at, told, members)


def of_now(project, on):
    """A day of the project as the data tell it now."""
    known_at = timezone.now()
    taken = take(project, on)
    name = _("%(day)s według dzisiejszych danych") % {"day": shown(on)}
    return Side(name, on, known_at, _by_key(tell(taken.report)), taken.members)


def _by_key(data):
    return {said["key"]: said for said in [*data["indicators"], *data["effectiveness"]]}


def _members_of(report):
    return {(row.key, row.part): Members(row.women, row.men, row.things) for row in report.members.order_by("pk")}


def _earlier(said):
    """The value without what came in the period."""
    value, period = said["value"], said["period"]
    if not value or not period:
        return None
    return {part: None if value[part] is None or period[part] is None else value[part] - period[part] for part in value}
