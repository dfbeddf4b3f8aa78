"""Taking an import back: what it made goes, what it changed is as before. Refused once something has been built upon it."""

from collections import defaultdict

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.acting import acting
from accounts.models import ChangeLog
from activities.models import Enrolment, FormOfSupport, Group
from participants.models import Outcome, Participation, Person
from projects.templatetags.polish import counted

from .. import statements
from ..models import Act, AuthorityRow, ImportRow, ImportRun, State
from .batches import chunks_of
from .refusing import NotPossible

NAMED = 5


def undo(*, run, by):
    """Takes a finished import back in one transaction. Raises ``NotPossible`` with those whose data have changed since."""
    with acting(user=by and by.pk, how=ChangeLog.How.UNDO, source=str(run.pk)):
        return _undo(run, by)


@transaction.atomic
def _undo(run, by):
    if not statements.lock_until_commit("project", run.project_id):
        raise NotPossible(_("W tym projekcie trwa inny import. Poczekaj, aż się skończy."))
    run.refresh_from_db()
    if run.state != State.DONE:
        raise NotPossible(_("Cofnąć można tylko import zapisany i jeszcze niecofnięty."))
    if not run.keeps_rows:
        raise NotPossible(
            _("Wierszy tego importu już się nie przechowuje, więc nie można go cofnąć. Popraw te osoby ręcznie.")
        )
    changed = run.rows.filter(act__in=[Act.CREATED, Act.UPDATED])
    for rows in chunks_of(changed):
        _hold(rows)
    _refuse_built_upon(run, changed)
    for rows in chunks_of(changed):
        _take_back(rows)
    _forget_groups(run)
    ImportRun.objects.filter(pk=run.pk).update(state=State.UNDONE, undone_at=Now(), undone_by=by)
    run.refresh_from_db()
    return run


# --- may it be?


def _hold(rows):
    """Locks what these rows made or changed: nobody changes it, or builds upon it, between the question and the answer."""
    keys = [row.participation_id for row in rows]
    made = {name: [pk for row in rows for pk in row.made.get(name, [])] for name in ("enrolments", "outcomes")}
    held = (
        Participation.objects.filter(pk__in=keys),
        Person.objects.filter(participations__in=keys),
        Enrolment.objects.filter(pk__in=made["enrolments"]),
        Outcome.objects.filter(pk__in=made["outcomes"]),
    )
    for found in held:
        list(found.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))


def _refuse_built_upon(run, changed):
    touched = set()
    for rows in chunks_of(changed):
        touched |= _changed_since(run, rows) | _built_upon(rows)
    if not touched:
        return
    found = Participation.objects.filter(pk__in=touched).select_related("person").in_polish_order()
    first = [participation.person.name for participation in found[:NAMED]]
    if len(touched) > NAMED:
        first.append(_("i jeszcze %(rest)s") % {"rest": counted(len(touched) - NAMED, "osoba", "osoby", "osób")})
    sentence = _(
        "Nie można cofnąć importu, bo od tego czasu coś dopisano albo zmieniono: %(names)s. Popraw te osoby ręcznie."
    )
    raise NotPossible(sentence % {"names": ", ".join(first)}, found)


def _changed_since(run, rows):
    """Participations of these rows that were changed, or imported again, after the import."""
    keys = [row.participation_id for row in rows]
    since = Participation.objects.filter(pk__in=keys, updated_at__gt=run.done_at).order_by()
    touched = set(since.values_list("pk", flat=True))
    cells = dict(AuthorityRow.objects.filter(participation__in=keys).order_by().values_list("participation", "cells"))
    touched |= {row.participation_id for row in rows if cells.get(row.participation_id) != row.cells}
    people = _people(row.participation_id for row in rows)
    for row in rows:
        left = row.after.get("person", {})
        now = people.get(row.participation_id, {})
        if any(_as_text(now.get(name)) != _as_text(value) for name, value in left.items() if name != "id"):
            touched.add(row.participation_id)
    return touched


def _people(keys):
    names = [field.attname for field in Person._meta.concrete_fields]
    found = Participation.objects.filter(pk__in=list(keys)).order_by()
    return {
        row.pop("pk"): {n.removeprefix("person__"): v for n, v in row.items()}
        for row in found.values("pk", *(f"person__{n}" for n in names))
    }


def _as_text(value):
    return "" if value is None else str(value)


def _built_upon(rows):
    """Participations made by these rows, or with supports and outcomes made by them, to which something else belongs now."""
    made = [row.made["participation"] for row in rows if "participation" in row.made]
    enrolments = {pk: row.participation_id for row in rows for pk in row.made.get("enrolments", [])}
    outcomes = {pk: row.participation_id for row in rows for pk in row.made.get("outcomes", [])}
    own = {Enrolment: enrolments, Outcome: outcomes}
    touched = set()
    for model, name in _referring_to(Participation):
        if model in (AuthorityRow, ImportRow):
            continue
        others = model.objects.filter(**{f"{name}__in": made}).exclude(pk__in=own.get(model, {})).order_by()
        touched |= set(others.values_list(name, flat=True))
    for model, keys in own.items():
        for other, name in _referring_to(model):
            found = other.objects.filter(**{f"{name}__in": list(keys)}).order_by()
            touched |= {keys[pk] for pk in found.values_list(name, flat=True)}
    return touched


def _referring_to(model):
    """(model, name of its key) of every table with a key to this model, those of many-to-many relations among them."""
    for relation in model._meta.get_fields(include_hidden=True):
        if (relation.one_to_many or relation.one_to_one) and relation.auto_created and not relation.concrete:
            yield relation.related_model, relation.field.name


# --- back


def _take_back(rows):
    made = [row.made for row in rows]
    ImportRow.objects.filter(pk__in=[row.pk for row in rows if "participation" in row.made]).update(participation=None)
    Outcome.objects.filter(pk__in=[pk for keys in made for pk in keys.get("outcomes", [])]).delete()
    Enrolment.objects.filter(pk__in=[pk for keys in made for pk in keys.get("enrolments", [])]).delete()
    Participation.objects.filter(pk__in=[keys["participation"] for keys in made if "participation" in keys]).delete()
    _forget_people([keys["person"] for keys in made if "person" in keys])
    before = [row.before for row in rows]
    _restore(Person, [was["person"] for was in before if "person" in was])
    _restore(Participation, [was["facts"] for was in before if "facts" in was])
    days = [day for was in before for day in was.get("enrolments", [])]
    _restore(Enrolment, [{"id": day["id"], "started_on": day["started_on"]} for day in days])
    _restore(Outcome, [day for was in before for day in was.get("outcomes", [])])
    statements.insert(Outcome, [outcome for was in before for outcome in was.get("gone", [])])
    _restore_rows([row for row in rows if "participation" not in row.made])


def _forget_people(keys):
    """People made by the import, unless something else belongs to them by now: another project, a candidate."""
    needed = set()
    for model, name in _referring_to(Person):
        needed |= set(model.objects.filter(**{f"{name}__in": keys}).order_by().values_list(name, flat=True))
    Person.objects.filter(pk__in=set(keys) - needed).delete()


def _restore(model, rows):
    """Puts former values back; rows in which different columns changed go in different statements."""
    alike = defaultdict(list)
    for row in rows:
        alike[tuple(sorted(name for name in row if name != "id"))].append(row)
    for names, same in alike.items():
        statements.update(model, same, names)


def _restore_rows(rows):
    """The rows of the authority as they were; those that the import added to a participation go."""
    added = [row.participation_id for row in rows if "row" not in row.before]
    AuthorityRow.objects.filter(participation__in=added).delete()
    before = {row.participation_id: row.before["row"] for row in rows if "row" in row.before}
    found = AuthorityRow.objects.filter(participation__in=before).order_by().values_list("pk", "participation")
    _restore(AuthorityRow, [{"id": pk, **before[key]} for pk, key in found])


def _forget_groups(run):
    """Groups and forms of support that the import made and nobody uses."""
    Group.objects.filter(pk__in=run.made.get("groups", []), enrolments=None, sessions=None).delete()
    for form in FormOfSupport.objects.filter(pk__in=run.made.get("forms", []), groups=None).order_by("pk"):
        try:
            with transaction.atomic():
                form.delete()
        except (ProtectedError, RestrictedError):  # planned for somebody since
            continue
