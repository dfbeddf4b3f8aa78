"""The log read back. Old values come from the log, present ones from the rows: walking backwards gives every moment between."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import ChangeLog
from projects.templatetags.polish import NONE

from ..models import Merge, Participation
from .registry import KINDS
from .telling import Change, Names, how_told, shown, subject_of

Act, About = ChangeLog.Act, ChangeLog.About


def changes(participations, since=None, until=None, *, with_merged=False):
    """``{participation: [Change, …]}`` after ``since`` and up to ``until`` (moments; None: no bound), the oldest first.

    Tells of the participations with these numbers, of their people, and of all that is recorded of them: a fixed number of queries
    however many they are. ``with_merged`` adds what was recorded under the numbers of records joined into these since.
    """
    owners = _owners(set(participations), with_merged)
    wanted = Q(about=About.PARTICIPATION, owner__in=[o for about, o in owners if about == About.PARTICIPATION])
    wanted |= Q(about=About.PERSON, owner__in=[o for about, o in owners if about == About.PERSON])
    told = {pk: [] for pk in participations}
    for entry, found in _read(wanted, since, until):
        for pk in owners[entry.about, entry.owner]:
            told[pk] += found
    return told


def changes_of_project(project, since=None, until=None, *, models=None):
    """What was changed about the project itself, its activities, targets and entries, the oldest first; ``models`` narrows it."""
    wanted = Q(about=About.PROJECT, owner=project.pk)
    if models is not None:
        wanted &= Q(table_name__in=[model._meta.db_table for model in models])
    return [change for _entry, found in _read(wanted, since, until) for change in found]


def changed(participations, since, until, *, with_merged=False):
    """Which of the participations have anything recorded after ``since`` and up to ``until``; one question of the log, no values read."""
    owners = _owners(set(participations), with_merged)
    wanted = Q(about=About.PARTICIPATION, owner__in=[o for about, o in owners if about == About.PARTICIPATION])
    wanted |= Q(about=About.PERSON, owner__in=[o for about, o in owners if about == About.PERSON])
    found = ChangeLog.objects.filter(wanted, table_name__in=KINDS, at__gt=since, at__lte=until).order_by()
    return set().union(*(owners[key] for key in found.values_list("about", "owner").distinct()))


def how_many(participation):
    """How many changes of rows the history of one participation and its person holds, without reading them."""
    return ChangeLog.objects.filter(
        Q(about=About.PARTICIPATION, owner=participation.pk) | Q(about=About.PERSON, owner=participation.person_id),
        table_name__in=KINDS,
    ).count()


def rows_at(model, owners, at):
    """The rows of a tracked model as they were at a moment: ``{row number: {column: value}}``, of these people, participations or projects.

    Values of the past are as JSON tells them, those that never changed as the row holds them.
    """
    kind = KINDS[model._meta.db_table]
    found = model._base_manager.filter(**{f"{kind.path}__in": owners}).order_by()
    rows = {row["id"]: row for row in found.values(*kind.fields, "id")}
    later = ChangeLog.objects.filter(table_name=model._meta.db_table, owner__in=owners, at__gt=at)
    for entry in later.order_by("-pk").iterator():
        rows[entry.row_number] = _before(entry, rows.get(entry.row_number))
    return {number: values for number, values in rows.items() if values is not None}


def _before(entry, values):
    """The row as it was before an entry, from how it was after it; None where it did not exist."""
    if entry.act == Act.ADDED:
        return None
    return {**(values or {}), **entry.before}


# --- whose


def _owners(participations, with_merged):
    """``{(about, number): {participation, …}}``: under which numbers the log holds what is theirs."""
    rows = (
        Participation._base_manager.filter(pk__in=participations)
        .order_by()
        .values_list("pk", "person_id", "project_id")
    )
    people = {pk: (person, project) for pk, person, project in rows}
    gone = participations - people.keys()
    if gone:
        removed = ChangeLog.objects.filter(
            about=About.PARTICIPATION, owner__in=gone, table_name=Participation._meta.db_table, act=Act.REMOVED
        )
        people |= {
            e.owner: (e.before["person_id"], e.before["project_id"])
            for e in removed.order_by("pk")
            if "person_id" in e.before
        }
    owners = defaultdict(set)
    for pk in participations:
        owners[About.PARTICIPATION, pk].add(pk)
    for pk, (person, _project) in people.items():
        owners[About.PERSON, person].add(pk)
    if with_merged:
        _add_merged(owners, people)
    return owners


def _add_merged(owners, people):
    """Adds the numbers of records that were joined into these and not parted since."""
    mine = defaultdict(dict)
    for pk, (person, project) in people.items():
        mine[person][pk] = project
    for merge in Merge.objects.filter(kept__in=mine, parted_at=None).order_by("-pk"):
        owners[About.PERSON, merge.gone] |= mine[merge.kept_id].keys()
        gone = {int(number): row for number, row in merge.before.get("participants.participation", {}).items()}
        removed = {step[2] for step in merge.moved["steps"] if step[:2] == ["removed", "participants.participation"]}
        for number in removed & gone.keys():
            owners[About.PARTICIPATION, number] |= {
                pk for pk, project in mine[merge.kept_id].items() if str(project) == str(gone[number]["project_id"])
            }


# --- what


@dataclass
class Step:
    """One entry of the log with its row before and after it (dictionaries by column; None where there was no row)."""

    entry: ChangeLog
    kind: object
    before: dict | None
    after: dict | None


def _read(wanted, since, until):
    """Pairs of an entry and the changes that it tells of, the oldest first."""
    entries = ChangeLog.objects.filter(wanted, table_name__in=KINDS).select_related("user")
    if since is not None:
        entries = entries.filter(at__gt=since)
    steps = _steps(list(entries.order_by("pk")), until)
    names = Names()
    for step in steps:
        _want_names(step, names)
    names.read()
    for step in steps:
        if found := list(_told(step, names)):
            yield step.entry, found


def _steps(entries, until):
    """What is known of each row before and after each entry, walking back from how the rows are now."""
    rows = _rows_now(entries)
    steps = []
    for entry in reversed(entries):
        key = entry.table_name, entry.row_number
        after = None if entry.act == Act.REMOVED else rows.get(key, {}) | entry.after
        rows[key] = {} if entry.act == Act.ADDED else {**(after or {}), **entry.before}
        if until is None or entry.at <= until:
            before = None if entry.act == Act.ADDED else rows[key]
            steps.append(Step(entry, KINDS[entry.table_name], before, after))
    return steps[::-1]


def _rows_now(entries):
    """The rows whose names are told, as they are now; people and participations have no name in their own history."""
    keys = defaultdict(set)
    for entry in entries:
        if KINDS[entry.table_name].called:
            keys[entry.table_name].add(entry.row_number)
    return {
        (table, row["id"]): row
        for table, numbers in keys.items()
        for row in KINDS[table].model._base_manager.filter(pk__in=numbers).order_by().values(*KINDS[table].fields, "id")
    }


def _want_names(step, names):
    """Asks for the names of rows that the shown values point at."""
    kind, entry = step.kind, step.entry
    shown_in = [(step.after or step.before or {}, {kind.model._meta.get_field(name).column for name in kind.called})]
    if entry.act == Act.CHANGED:
        shown_in += [(values, values.keys()) for values in (entry.before, entry.after)]
    for values, columns in shown_in:
        for column in columns & kind.fields.keys():
            if kind.fields[column].many_to_one:
                names.want(kind.fields[column], values.get(column))


def _told(step, names):
    """The changes of one entry."""
    entry, kind = step.entry, step.kind
    common = {
        "what": names.once(kind.model, lambda: kind.what),
        "subject": subject_of(kind, step.after or step.before, names),
        "at": entry.at,
        "by": entry.user,
        "how": names.once((entry.how, entry.source), lambda: how_told(entry)),
        "table": entry.table_name,
        "row": entry.row_number,
        "act": entry.act,
        "is_forgotten": entry.forgotten_at is not None,
    }
    if entry.forgotten_at is not None or entry.act != Act.CHANGED:
        before, after = _whole(step, common["subject"])
        yield Change(**common, field="", name="", before=before, after=after, is_sensitive=_is_sensitive(kind))
        return
    for column, field in kind.fields.items():
        if column in entry.before:
            yield Change(
                **common,
                field=names.once(field, lambda field=field: str(field.verbose_name)),
                name=field.name,
                before=shown(field, entry.before[column], names),
                after=shown(field, entry.after.get(column), names),
                is_sensitive=field.name in kind.sensitive,
            )


def _whole(step, subject):
    """A row that came or went, in words; a change whose values were forgotten."""
    if step.entry.act == Act.ADDED:
        return NONE, subject or _("dodano")
    if step.entry.act == Act.REMOVED:
        return subject or _("zapisane"), _("usunięto")
    return _("wartości usunięto"), _("wartości usunięto")


def _is_sensitive(kind):
    """Whether the name alone tells something of a special category."""
    return bool(kind.sensitive & set(kind.called))
