"""What is counted besides people: entries of registers, traits of the project, institutions, sessions, leaders, events, visitors, and
what the authority measured, all of it tallied in one statement.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, DateField, IntegerField, OuterRef, Q, Subquery, Sum, TextField, Value
from django.db.models.functions import Cast, Coalesce

from activities.models import Group, HeadcountEvent, InstitutionSupport, Session
from participants.institutions import COMPLETE
from participants.models import Institution

from .models import AuthorityValue, Counts, RegisterEntry


@dataclass(frozen=True)
class Tally:
    """One row of the statement: a number of things on the day and before the period, and those that wait for a proof or for data.

    A value of the authority has its women, men, day and document besides; nothing else does, and no period is known of it.
    """

    value: int | None = 0
    earlier: int = 0
    waiting: int = 0
    women: int | None = None
    men: int | None = None
    measured_on: date | None = None
    source: str = ""

    def __add__(self, other):
        return Tally(self.value + other.value, self.earlier + other.earlier, self.waiting + other.waiting)

    def once(self):
        """Of a trait: the project has it or not, however many entries say so."""
        return Tally(min(self.value, 1), min(self.earlier, 1), self.waiting)


def tallies_of(projects, definitions, on, before):
    """{(project pk, key): Tally} of the definitions that count no people; ``before`` is the day before the period, or None."""
    asked = {definition.counts for definition in definitions}
    found = [tally(projects, on, before or date.min) for counts, tally in TALLIES.items() if counts in asked]
    if not found:
        return {}
    rows = found[0].union(*found[1:], all=True) if len(found) > 1 else found[0]
    tallies = {tuple(row[:3]): Tally(*row[3:]) for row in rows}
    return {(p.pk, d.key): _tally_of(tallies, p.pk, d) for p in projects for d in definitions}


def _tally_of(tallies, project, definition):
    counts = str(definition.counts)
    found = [tallies[counts, project, key] for key in _keys(definition, tallies) if (counts, project, key) in tallies]
    if definition.is_measured_by_authority:
        return found[0] if found else Tally(None)
    whole = sum(found, Tally())
    return whole.once() if definition.trait else whole


def _keys(definition, tallies):
    """Under which keys a definition's things are tallied; an indicator of institutions without kinds counts every kind."""
    if definition.counts == Counts.INSTITUTIONS:
        return definition.institution_kinds or sorted(
            {key for counts, _, key in tallies if counts == definition.counts}
        )
    if definition.is_measured_by_authority:
        return [definition.key]
    return [definition.register or definition.event_kind or str(definition.form_of_support)]


def _tally(rows, counts, project, key, measure, waiting=None):
    """Rows of (what, project, key) and the columns of a ``Tally``, alike for every source so that they unite."""
    value, earlier = (Coalesce(aggregate, 0, output_field=IntegerField()) for aggregate in measure)
    return (
        rows.order_by()
        .annotate(
            what=Value(str(counts), output_field=TextField()),
            key=Cast(key, TextField()),
        )
        .values_list("what", project, "key")
        .annotate(
            value=value,
            earlier=earlier,
            waiting=Value(0) if waiting is None else waiting,
            **NOTHING_MEASURED,
        )
    )


# Cast, because PostgreSQL takes two bare NULLs that meet in a union for text.
NOTHING_MEASURED = {
    "women_measured": Cast(None, IntegerField()),
    "men_measured": Cast(None, IntegerField()),
    "day_measured": Cast(None, DateField()),
    "document": Value("", output_field=TextField()),
}


def _registers(projects, on, before):
    proved = ~Q(evidence="")
    return _tally(
        RegisterEntry.objects.filter(project__in=projects),
        Counts.REGISTER,
        "project_id",
        "register",
        [Count("pk", filter=proved & Q(happened_on__lte=day)) for day in (on, before)],
        waiting=Count("pk", filter=Q(evidence="", happened_on__lte=on)),
    )


def with_first_support(institutions):
    """Each institution with ``first_support_on``, the day from which it is counted, or None."""
    supports = InstitutionSupport.objects.filter(institution=OuterRef("pk")).order_by("started_on")
    return institutions.annotate(first_support_on=Subquery(supports.values("started_on")[:1]))


def _institutions(projects, on, before):
    """By kind: an institution counts from the day of its first support, once its data are complete."""
    rows = with_first_support(Institution.objects.filter(project__in=projects).exclude(kind=""))
    return _tally(
        rows,
        Counts.INSTITUTIONS,
        "project_id",
        "kind",
        [Count("pk", filter=COMPLETE & Q(first_support_on__lte=day)) for day in (on, before)],
        waiting=Count("pk", filter=~COMPLETE | Q(first_support_on__isnull=True)),
    )


def _sessions(projects, on, before):
    return _tally(
        Session.objects.taking_place().filter(group__form_of_support__project__in=projects),
        Counts.SESSIONS,
        "group__form_of_support__project_id",
        "group__form_of_support_id",
        [Count("pk", filter=Q(held_on__lte=day)) for day in (on, before)],
    )


def _leaders(projects, on, before):
    """Different people who lead a group in which somebody had begun by the day."""
    return _tally(
        Group.objects.filter(form_of_support__project__in=projects).exclude(leader=""),
        Counts.LEADERS,
        "form_of_support__project_id",
        "form_of_support_id",
        [Count("leader", distinct=True, filter=Q(enrolments__started_on__lte=day)) for day in (on, before)],
    )


def _events(projects, on, before):
    return _tally(
        HeadcountEvent.objects.filter(project__in=projects),
        Counts.EVENTS,
        "project_id",
        "kind",
        [Count("pk", filter=Q(held_on__lte=day)) for day in (on, before)],
    )


def _visitors(projects, on, before):
    return _tally(
        HeadcountEvent.objects.filter(project__in=projects),
        Counts.VISITORS,
        "project_id",
        "kind",
        [Sum("visitors", filter=Q(held_on__lte=day)) for day in (on, before)],
    )


def _measured(projects, on, before):
    """What the authority measured last, on the day or before it. It is never counted here, and no period is taken of it."""
    return (
        AuthorityValue.objects.filter(project__in=projects)
        .newest_on(on)
        .order_by()
        .annotate(
            what=Value(str(Counts.AUTHORITY), output_field=TextField()),
            of=Cast("key", TextField()),
            earlier=Value(0),
            waiting=Value(0),
            document=Cast("source", TextField()),
        )
        .values_list(
            "what", "project_id", "of", "total", "earlier", "waiting", "women", "men", "measured_on", "document"
        )
    )


TALLIES = {
    Counts.REGISTER: _registers,
    Counts.INSTITUTIONS: _institutions,
    Counts.SESSIONS: _sessions,
    Counts.LEADERS: _leaders,
    Counts.EVENTS: _events,
    Counts.VISITORS: _visitors,
    Counts.AUTHORITY: _measured,
}
