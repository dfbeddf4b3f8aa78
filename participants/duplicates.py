"""Records that may be one human being: which pairs, how they differ, and who may join them.

A pair is shown to whoever sees every project of both people; joining needs the right to join in each of those projects. What hangs
in a project that one may not see is left to those who see it.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Exists, F, Func, OuterRef, Q, TextField, Value
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.roles import permissions_of

from .facts import address
from .merging import identity
from .merging.actions import projects_of
from .merging.participations import earlier_and_later, exit_of
from .models import NotTheSame, Participation, Person, Resemblance
from .placeholders import placeholders

AT_MOST = 200  # pairs looked at once; the likest come first
ONE, OTHER = "one", "other"


class Seats:
    """The projects of a user, asked once: in which of them may what be done?"""

    def __init__(self, user):
        self.is_everywhere = user.is_superuser
        self.roles = {} if user.is_superuser else dict(user.memberships.order_by().values_list("project_id", "role"))

    def where(self, permission):
        """The numbers of the projects in which this may be done; None for all of them."""
        if self.is_everywhere:
            return None
        return {project for project, role in self.roles.items() if permission in permissions_of(role)}


# --- which pairs


def pairs_of(project, seats):
    """Pairs of numbers of people who resemble each other, at least one of them of this project; the likest first."""
    without_compiling()
    here = Participation.objects.filter(project=project, person=OuterRef("other"))
    said = NotTheSame.objects.filter(
        first=Least(OuterRef("one"), OuterRef("other")), second=Greatest(OuterRef("one"), OuterRef("other"))
    )
    rows = Resemblance.objects.filter(one__participations__project=project)
    rows = rows.filter(Q(other__gt=F("one")) | ~Exists(here)).filter(~Exists(said))
    rows = rows.filter(Q(identifier="") | (~Q(identifier__in=placeholders()) & ~Q(identifier__regex=r"^(.)\1*$")))
    rows = rows.filter(Exists(Participation.objects.filter(person=OuterRef("other"))))
    seen = seats.where(Permission.PARTICIPANTS_VIEW)
    if seen is not None:
        hidden = Participation.objects.exclude(project__in=seen)
        rows = rows.filter(
            ~Exists(hidden.filter(person=OuterRef("one"))), ~Exists(hidden.filter(person=OuterRef("other")))
        )
    found = rows.order_by("-likeness", "one", "other").values_list("one", "other")[:AT_MOST]
    return list(dict.fromkeys(found))


def without_compiling():
    """PostgreSQL would compile the statement for longer than it runs; switched off until the end of this transaction."""
    off = Func(Value("jit"), Value("off"), Value(True), function="set_config", output_field=TextField())
    return list(Person.objects.order_by().annotate(jit=off).values_list("jit")[:1])


# --- one pair


@dataclass(frozen=True)
class Row:
    """One part of the identity in both records, as words. ``wins`` says whose value stays where it is not asked."""

    key: str
    label: str
    one: str
    other: str
    differs: bool
    is_asked: bool
    wins: str


@dataclass
class Pair:
    """Two people side by side, with their participations; ``may_merge`` says whether this user may join them."""

    one: Person
    other: Person
    participations: dict
    may_merge: bool

    @property
    def has_two_pesels(self):
        return identity.has_pesel(self.one) and identity.has_pesel(self.other)

    @property
    def people(self):
        """Both with what stands over their column: the record, whether it has a PESEL, and its participations."""
        return [
            (person, identity.has_pesel(person), self.participations[person.pk]) for person in (self.one, self.other)
        ]

    @property
    def keeps(self):
        """The record that stays and has the say where nothing was chosen."""
        return identity.decides(self.one, self.other)

    @property
    def why(self):
        """What the two have in common, as a sentence."""
        one, other = self.one, self.other
        if one.other_identifier and one.other_identifier == other.other_identifier:
            return _("Ten sam identyfikator.")
        same = one.name.casefold() == other.name.casefold()
        names = _("To samo nazwisko i imię") if same else _("Podobne nazwisko i imię")
        if one.birth_date and one.birth_date == other.birth_date:
            return _("%(names)s, ta sama data urodzenia.") % {"names": names}
        return _("%(names)s; daty urodzenia nie da się porównać.") % {"names": names}

    @property
    def rows(self):
        """Every part of the identity that either record holds."""
        words = [words_of(person) for person in (self.one, self.other)]
        asked = set(identity.differing(self.one, self.other)) - identity.settled_by_pesel(self.one, self.other)
        wins = ONE if self.keeps is self.one else OTHER
        return [
            Row(key, label, one, other, one != other, key in asked, wins)
            for (key, label, one), (_key, _label, other) in zip(*words, strict=True)
            if one or other
        ]

    @property
    def joined(self):
        """What becomes of two participations in one project: the project, the beginning and the end that stay."""
        own = {row.project_id: row for row in self.participations[self.one.pk]}
        for row in self.participations[self.other.pk]:
            if row.project_id in own:
                earlier, later = earlier_and_later(own[row.project_id], row)
                yield row.project, earlier.entered_on, exit_of(earlier, later)["left_on"]

    def choices(self, chosen):
        """The person whose value wins, by the part; ``chosen`` maps parts to "one" or "other", anything else is left out."""
        sides = {ONE: self.one, OTHER: self.other}
        return {part: sides[side] for part, side in chosen.items() if part in identity.PARTS and side in sides}


def words_of(person):
    """The identity of a person in words: key, label, text."""
    number = person.pesel or " ".join(
        filter(None, [str(person.get_identifier_kind_display()), person.other_identifier])
    )
    has_number = person.pesel or person.other_identifier
    return [
        ("last_name", _("Nazwisko"), person.last_name),
        ("first_name", _("Imię"), person.first_name),
        ("identifier", _("PESEL lub inny identyfikator"), number if has_number else ""),
        ("sex", _("Płeć"), str(person.get_sex_display())),
        ("birth_date", _("Data urodzenia"), f"{person.birth_date:%d.%m.%Y}" if person.birth_date else ""),
        ("citizenship", _("Obywatelstwo"), str(person.get_citizenship_display())),
        ("phone", _("Telefon"), person.phone),
        ("email", _("E-mail"), person.email),
        ("residence", _("Adres dziś"), address(person)),
    ]


def pairs_in_full(numbers, seats):
    """``Pair`` for each pair of numbers, in the same order."""
    people = Person.objects.in_bulk({number for pair in numbers for number in pair})
    participations = defaultdict(list)
    rows = Participation.objects.filter(person__in=people).select_related("project").order_by("entered_on", "pk")
    for row in rows:
        participations[row.person_id].append(row)
    may = seats.where(Permission.PARTICIPANTS_MERGE)
    return [
        Pair(
            people[one],
            people[other],
            {number: participations[number] for number in (one, other)},
            may is None or {row.project_id for row in participations[one] + participations[other]} <= may,
        )
        for one, other in numbers
        if one in people and other in people
    ]


def pair_for(project, seats, one, other):
    """The pair of a person of this project and another, or None where this user may not see both with all their projects."""
    for pair in pairs_in_full([(one, other)] if one != other else [], seats):
        places = {row.project_id for rows in pair.participations.values() for row in rows}
        seen = seats.where(Permission.PARTICIPANTS_VIEW)
        is_here = any(row.project_id == project.pk for row in pair.participations[one])
        if is_here and pair.participations[other] and (seen is None or places <= seen):
            return pair
    return None


# --- merges that were made


@dataclass(frozen=True)
class Made:
    """A merge as a page tells of it: the trace, the name of the record that went ("" where one may not see it), what moved."""

    trace: object
    name: str
    moved: str
    may_part: bool
    participation: Participation | None


def merges_of(project, traces, seats):
    """What a page says of these merges."""
    may = seats.where(Permission.PARTICIPANTS_MERGE)
    kept = {trace.kept_id for trace in traces}
    here = {row.person_id: row for row in project.participations.filter(person__in=kept).order_by("pk")}
    return [made(trace, here.get(trace.kept_id), may is None or projects_of(trace) <= may) for trace in traces]


def made(trace, participation, may_part):
    gone = trace.before["participants.person"][str(trace.gone)]
    name = f"{gone['last_name']} {gone['first_name']}".strip() if may_part else ""
    return Made(trace, name, moved_in_words(trace), may_part and trace.parted_at is None, participation)


def moved_in_words(trace):
    """What changed hands, counted: "uczestnictwa: 1, rezultaty: 2"."""
    rows = {(label, number) for _kind, label, number, *_rest in trace.moved["steps"]}
    counts = Counter(label for label, _number in rows if label != "participants.person")
    models = [(apps.get_model(label), n) for label, n in sorted(counts.items())]
    return ", ".join(f"{m._meta.verbose_name_plural}: {n}" for m, n in models if not m._meta.auto_created)
