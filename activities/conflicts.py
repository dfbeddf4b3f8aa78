"""Conflicts: the same trainer, room, group or person at two sessions that overlap. A conflict warns and never refuses.

Trainers and rooms are names (docs/decisions/schedule.md): two that differ only in case, accents or spaces are one.
"""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby

from django.db.models import Count
from django.utils.translation import gettext as _

from projects.templatetags.polish import counted

from .attendance import is_over
from .hours import MINUTES
from .models import Enrolment, Session
from .recurrence import minutes_of

ANYWHERE = {"online", "on-line", "zdalnie", "teams", "ms teams", "zoom", "teren", "w terenie", "telefonicznie"}
NAMED = 3  # people named in one conflict; of the others only the number is told
NO_DECOMPOSITION = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss"})


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name as it is compared: lower case, no accents, one space between words."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(NO_DECOMPOSITION))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


@dataclass(frozen=True)
class Slot:
    """What takes part in a conflict: when (minutes since midnight), who leads, where, which group or which one person of it."""

    key: object
    day: date
    start: int
    end: int
    leader: str = ""
    place: str = ""
    group: int = 0
    participation: int | None = None
    session: Session | None = field(default=None, compare=False)

    def overlaps(self, other):
        return self.day == other.day and self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Clash:
    """Why two sessions cannot both be held as planned: ``kinds`` are leader, place, group, person; ``names`` the people in both."""

    kinds: tuple[str, ...]
    other: Slot
    names: tuple[str, ...] = ()

    @property
    def words(self):
        """What the two share, in words: "ten sam prowadzący, to samo miejsce, 2 te same osoby"."""
        people = counted(len(self.names), "ta sama osoba", "te same osoby", "tych samych osób")
        told = {
            "leader": _("ten sam prowadzący"),
            "place": _("to samo miejsce"),
            "group": _("ta sama grupa"),
            "person": people if len(self.names) > 1 else _("ta sama osoba"),
        }
        return ", ".join(told[kind] for kind in self.kinds)

    @property
    def people(self):
        """The people in both, three by name and the number of the others."""
        named = ", ".join(self.names[:NAMED])
        more = len(self.names) - NAMED
        return _("%(named)s i jeszcze %(more)s") % {"named": named, "more": more} if more > 0 else named


def overlapping(slots):
    """Pairs of slots that overlap in time, each pair once."""
    ordered = sorted(slots, key=lambda slot: (slot.day, slot.start, slot.end))
    for _of_day, of_day in groupby(ordered, key=lambda slot: slot.day):
        open_slots = []
        for slot in of_day:
            open_slots = [earlier for earlier in open_slots if earlier.end > slot.start]
            yield from ((earlier, slot) for earlier in open_slots if earlier.overlaps(slot))
            open_slots.append(slot)


def kinds_of(a: Slot, b: Slot) -> list[str]:
    """What two overlapping slots share beside people of different groups."""
    kinds = []
    if a.leader and key_of(a.leader) == key_of(b.leader):
        kinds.append("leader")
    if a.place and key_of(a.place) == key_of(b.place) and key_of(a.place) not in ANYWHERE:
        kinds.append("place")
    if a.group == b.group and (a.participation is None or b.participation is None):
        kinds.append("group")
    return kinds


def clashes(slots, shared=lambda a, b: ()) -> dict:
    """The conflicts of each slot by its key, both ways; ``shared(a, b)`` names the people whom two slots have in common."""
    return told(list(overlapping(slots)), shared)


def told(pairs, shared):
    """The conflicts of these overlapping pairs, by the key of each slot."""
    found = defaultdict(list)
    for a, b in pairs:
        kinds = kinds_of(a, b)
        people = () if "group" in kinds else tuple(shared(a, b))
        if people:
            kinds.append("person")
        if kinds:
            found[a.key].append(Clash(tuple(kinds), b, people))
            found[b.key].append(Clash(tuple(kinds), a, people))
    return dict(found)


# --- sessions as slots


def slot_of(session: Session) -> Slot | None:
    """The slot of a session, saved or not; None where it is cancelled or has no time. Without an end, its hours give it."""
    if session.is_cancelled or session.starts_at is None:
        return None
    start = minutes_of(session.starts_at)
    unit = MINUTES[session.group.form_of_support.hour_unit]
    end = minutes_of(session.ends_at) if session.ends_at else start + int((session.hours or 1) * unit)
    return Slot(
        key=session.pk or session.submission,
        day=session.held_on,
        start=start,
        end=end,
        leader=session.leader or session.group.leader,
        place=session.place,
        group=session.group_id,
        participation=session.enrolment.participation_id if session.enrolment else None,
        session=session,
    )


def slots_of(sessions):
    return [slot for session in sessions if (slot := slot_of(session))]


def clashes_among(sessions) -> dict:
    """The conflicts among these sessions, by their keys; one more query, about people, where two overlap."""
    return _with_people(list(overlapping(slots_of(sessions))))


def clashes_with_plan(project, planned, but=()) -> dict:
    """The conflicts of planned, unsaved sessions with what is in the project's plan on their days and with each other, by their keys.

    ``but`` are keys of saved sessions that the planned ones replace.
    """
    days = {session.held_on for session in planned}
    there = in_plan(project).filter(held_on__in=days).exclude(pk__in=but)
    slots = slots_of(planned)
    own = {slot.key for slot in slots}
    pairs = [pair for pair in overlapping([*slots, *slots_of(there)]) if own & {pair[0].key, pair[1].key}]
    return {key: rows for key, rows in _with_people(pairs).items() if key in own}


def in_plan(project):
    """The sessions of a project that take place, with all that a conflict is told by."""
    sessions = Session.objects.filter(group__form_of_support__project=project).taking_place()
    return sessions.select_related("group__form_of_support", "enrolment__participation__person").order_by(
        "held_on", "starts_at", "pk"
    )


def _with_people(pairs):
    members = Members({slot.group for pair in pairs for slot in pair}) if pairs else None
    return told(pairs, members and members.shared)


class Members:
    """The people who are in more than one of these groups, and until when; read once."""

    def __init__(self, groups):
        rows = Enrolment.objects.filter(group__in=groups).select_related("participation__person").order_by("pk")
        by_person = defaultdict(list)
        twice = (
            rows.order_by()
            .values("participation")
            .alias(groups_in=Count("group", distinct=True))
            .filter(groups_in__gt=1)
        )
        for row in rows.filter(participation__in=twice):
            by_person[row.participation_id].append(row)
        self.by_group, self._expected = defaultdict(dict), {}
        for enrolments in by_person.values():
            for row in enrolments:
                self.by_group[row.group_id][row.participation_id] = row

    def shared(self, a, b):
        """The names of the people whom both slots are for on their day."""
        if a.participation is not None and a.participation == b.participation:
            return (a.session.enrolment.participation.person.name,)
        people = self._of(a)
        return tuple(sorted(people[key].participation.person.name for key in people.keys() & self._of(b).keys()))

    def _of(self, slot):
        """Who is expected at a session, by participation; worked out once a slot, however many others it overlaps."""
        if slot.key not in self._expected:
            rows = self.by_group[slot.group].items()
            alone = slot.participation
            expected = {key: row for key, row in rows if alone in (None, key) and not is_over(row, slot.day)}
            self._expected[slot.key] = expected
        return self._expected[slot.key]
