"""The two acts: joining two records of one human being, and parting them again. Each is one transaction."""

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.acting import acting
from accounts.models import AccessLog, ChangeLog, log_access
from projects.models import Project

from ..models import Merge, NotTheSame, Participation, Person
from . import identity
from .folding import move_all
from .journal import ChangedSince, Journal
from .participations import join

TWO_NUMBERS = _("Te zapisy mają dwa różne numery PESEL, więc to dwie osoby. Nie można ich połączyć.")
SAMPLE = _("Jedna z tych osób jest przykładowa. Nie łączy się jej z prawdziwą.")
ITSELF = _("To jeden i ten sam zapis.")
IN_THE_WAY = _(
    "Nie połączono: dane obu zapisów kłócą się ze sobą (na przykład świadczenie poza okresem udziału). Nic się nie zmieniło; "
    "popraw jeden z nich i spróbuj jeszcze raz."
)
PARTED_ALREADY = _("Te zapisy już rozłączono.")
CHANGED_SINCE = _(
    "Nie rozłączono: od połączenia zmieniono dane, których nie da się rozdzielić między dwa zapisy. Jeśli jedną z tych osób "
    "połączono później z kolejną, najpierw rozłącz to późniejsze połączenie. Nic się nie zmieniło."
)


class MergeRefused(Exception):
    """Nothing was merged. ``sentence`` says why, in Polish and without names."""

    def __init__(self, sentence):
        self.sentence = sentence
        super().__init__("these records cannot be merged")


class CannotPart(MergeRefused):
    """Nothing was parted, because something was changed since. ``sentence`` says so."""


@acting(how=ChangeLog.How.MERGE)
@transaction.atomic
def merge(*, project, kept, gone, by, choices=None):
    """Joins ``gone`` into ``kept`` and gives back the trace (``models.Merge``), with which ``part`` undoes it.

    Participations move to the person kept. Where both are in one project, the two participations become one: it begins as the
    earlier and ends as the later, and all that hangs from either stays. ``choices`` maps a part of the identity
    (``identity.PARTS``) to the person whose value wins; by default that of the record with a PESEL. Data that the institution has
    count as not passed on.
    """
    kept, gone = locked(kept, gone)
    refuse(kept, gone)
    chosen = {part: kept if person.pk == kept.pk else gone for part, person in (choices or {}).items()}
    journal = Journal()
    try:
        with transaction.atomic():
            values = identity.settled(kept, gone, chosen)
            join_all(journal, kept, gone, by)
            journal.remove(gone)
            journal.change(kept, values)
            for participation in kept.participations.order_by("pk"):
                journal.change(participation, {"reported_on": None})
            settle(journal)
    except IntegrityError:
        raise MergeRefused(IN_THE_WAY) from None
    trace = Merge.objects.create(
        project=project, kept=kept, gone=gone.pk, before=journal.before, moved={"steps": journal.steps}, merged_by=by
    )
    write_down(trace, by, "połączono zapisy osoby")
    return trace


@acting(how=ChangeLog.How.PART)
@transaction.atomic
def part(*, merge, by):
    """Undoes a merge: every row is again as it was. ``CannotPart`` when something was changed since that cannot be divided."""
    trace = Merge.objects.select_for_update(of=["self"]).get(pk=merge.pk)
    if trace.parted_at:
        raise CannotPart(PARTED_ALREADY)
    journal = Journal(trace.before, trace.moved["steps"])
    try:
        with transaction.atomic():
            journal.take_back()
            settle(journal)
    except (ChangedSince, IntegrityError):
        raise CannotPart(CHANGED_SINCE) from None
    Merge.objects.filter(pk=trace.pk).update(parted_at=Now(), parted_by=by)
    trace.refresh_from_db()
    write_down(trace, by, "rozłączono zapisy osoby")
    return trace


def refuse(kept, gone):
    """Raises ``MergeRefused`` where two records cannot be one human being."""
    if kept.pk == gone.pk:
        raise MergeRefused(ITSELF)
    if identity.has_pesel(kept) and identity.has_pesel(gone) and kept.pesel != gone.pesel:
        raise MergeRefused(TWO_NUMBERS)
    if kept.is_demo != gone.is_demo:
        raise MergeRefused(SAMPLE)


def locked(*people):
    """The people with what is in the database now, held until the end of the transaction, always in the same order."""
    rows = {
        row.pk: row for row in Person.objects.select_for_update().filter(pk__in=[p.pk for p in people]).order_by("pk")
    }
    return [rows[person.pk] for person in people]


def join_all(journal, kept, gone, by):
    """Moves everything from one person to the other."""
    participations = list(
        Participation.objects.select_for_update().filter(person__in=[kept, gone]).order_by("entered_on", "pk")
    )
    for row in (kept, gone, *participations):
        journal.remember(row)
    own = {row.project_id: row for row in participations if row.person_id == kept.pk}
    for row in participations:
        if row.person_id == gone.pk:
            twin = own.get(row.project_id)
            stays = join(journal, twin, row, by) if twin else row
            journal.change(stays, {"person_id": kept.pk})
    for row in NotTheSame.objects.filter(Q(first=gone) | Q(second=gone)).order_by("pk"):
        move_difference(journal, row, kept, gone)
    for row in Merge.objects.filter(kept=gone, gone=kept.pk).order_by("pk"):
        journal.remove(row)  # they were joined the other way round once, and parted
    move_all(journal, kept, gone, but=(Participation, NotTheSame))


def move_difference(journal, row, kept, gone):
    """Whoever was said to be somebody else than the person who goes is somebody else than the person kept."""
    other = row.second_id if row.first_id == gone.pk else row.first_id
    pair = {"first_id": min(kept.pk, other), "second_id": max(kept.pk, other)}
    if other == kept.pk or NotTheSame.objects.filter(**pair).exists():
        journal.remove(row)
    else:
        journal.change(row, pair)


def settle(journal):
    """Lets the database read again what it keeps of the participations, and check at once what it would check at the end."""
    numbers = journal.numbers("participants.participation")
    people = journal.numbers("participants.person")
    Participation.objects.filter(pk__in=numbers).update(updated_at=Now())
    Participation.objects.filter(person__in=people).exclude(pk__in=numbers).update(updated_at=Now())
    connection.check_constraints()


def write_down(trace, by, what):
    """A line in the log of every project whose people changed, without a name."""
    for project in Project.objects.filter(pk__in=projects_of(trace)).order_by("pk"):
        log_access(by, AccessLog.Act.EDIT, project=project, subject=f"{what}, połączenie {trace.pk}")


def projects_of(trace):
    """The numbers of the projects that a merge touched."""
    told = trace.before.get("participants.participation", {}).values()
    return {trace.project_id} | {row["project_id"] for row in told}
