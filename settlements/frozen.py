"""Reading what was frozen: which figures there are, and who was behind each of them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from participants.models import Participation
from participants.vocabulary import Sex
from projects.search import every_word, typed
from projects.templatetags.polish import counted

from .models import Part
from .taking import Members

PERIOD = "period"  # no part of its own: those of the value who were not there before the period
LABELS = {PERIOD: _("w okresie")} | {part.value: part.label for part in Part}
SHOWN = (Part.VALUE, PERIOD, Part.NUMERATOR, Part.DENOMINATOR, Part.PENDING, Part.EXCLUDED)
FIGURES = {Part.VALUE.value: "value", PERIOD: "period"}
SEARCHED = ("person__last_name", "person__first_name", "person__pesel")


def told_of(report, key):
    """What the frozen report says under this key, indicator or measure, or None."""
    every = [*report.data["indicators"], *report.data["effectiveness"], report.data["people"]]
    return next((told for told in every if told["key"] == key), None)


def parts_of(report, key):
    """The members of every part of a figure: {part: Members}; with those of the period where there was one."""
    found = {row.part: Members(row.women, row.men, row.things) for row in report.members.filter(key=key)}
    if Part.BEFORE in found:
        found[PERIOD] = came(found[Part.BEFORE], found[Part.VALUE])
    return {str(part): found[part] for part in SHOWN if part in found}


def came(before, after):
    """Those who are in the later set and not in the earlier one."""
    known = {thing["id"] for thing in before.things}
    return Members(
        sorted({*after.women} - {*before.women}),
        sorted({*after.men} - {*before.men}),
        [thing for thing in after.things if thing["id"] not in known],
    )


@dataclass(frozen=True)
class PartLink:
    """One part of a figure on the page: its name and how many are in it."""

    part: str
    label: str
    total: int


@dataclass(frozen=True)
class Shown:
    """The members of one part of a figure, narrowed by sex and words, and the other parts beside it.

    ``number`` is the figure of the part. ``rows`` are participations as they are today, or things; ``gone`` are the numbers of those whose record is no more.
    """

    part: str
    parts: list[PartLink]
    number: int
    members: Members
    sex: str
    searched: str
    rows: object
    gone: list[str]
    sees_names: bool

    @property
    def things(self):
        return self.members.things

    @property
    def sentence(self):
        """How many there were, women and men."""
        if self.things:
            return _("W tym sprawozdaniu policzono: %(number)s.") % {"number": self.number}
        told = {
            "people": counted(len(self.members.people), "osobę", "osoby", "osób"),
            "women": counted(len(self.members.women), "kobieta", "kobiety", "kobiet"),
            "men": counted(len(self.members.men), "mężczyzna", "mężczyźni", "mężczyzn"),
        }
        return _("W tym sprawozdaniu policzono %(people)s: %(women)s, %(men)s.") % told


def shown(project, report, key, asked):
    """What one page of members shows; ``asked`` has ``part``, ``sex`` and ``q``. Names are searched only by those who may see them."""
    parts = parts_of(report, key)
    numbers_of = {part: _number(told_of(report, key), part, held) for part, held in parts.items()}
    part = asked.get("part") if asked.get("part") in parts else next(iter(parts), "")
    members = parts.get(part, Members())
    sex = asked.get("sex") if asked.get("sex") in Sex.values else ""
    numbers = {"": members.people, Sex.FEMALE.value: members.women, Sex.MALE.value: members.men}[sex]
    found = Participation.objects.filter(project=project, pk__in=numbers)
    sees_names = "participants_view" in project.allowed
    words = typed(asked.get("q", "")) if sees_names else ""
    return Shown(
        part=part,
        parts=[PartLink(each, LABELS[each], number) for each, number in numbers_of.items()],
        number=numbers_of.get(part, 0),
        members=members,
        sex=sex,
        searched=words,
        rows=_dated(members.things) or _people(found, words),
        gone=[f"U{number}" for number in sorted({*numbers} - {*found.order_by().values_list("pk", flat=True)})],
        sees_names=sees_names,
    )


def _number(told, part, held):
    """How many are in a part. Of things the figure says it: two proofs of one trait are one, an event has many visitors."""
    figure = told.get(FIGURES.get(part, "")) if held.things else None
    return figure["total"] if figure else len(held.people) + len(held.things)


def _dated(things):
    return [thing | {"day": date.fromisoformat(thing["on"]) if thing["on"] else None} for thing in things]


def _people(found, words):
    """The people in Polish order; narrowed to a search, only who matches."""
    found = found.select_related("person", "project").in_polish_order()
    return found.filter(every_word(words, *SEARCHED)) if words else found
