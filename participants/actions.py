"""What is done with a participation when several rows change at once. Each is one transaction, says who does it, and leaves a line
in the log of access. Database rules answer with IntegrityError; forms turn it into a sentence (``projects.forms.base``).
"""

from django.db import transaction

from accounts.models import AccessLog, log_access

from .models import Outcome, Participation, Person, Premise, Residence, WithdrawnExit
from .placeholders import is_placeholder
from .vocabulary import Citizenship, ContractKind

IDENTITY = ("last_name", "first_name", "identifier_kind", "pesel", "other_identifier", "sex", "birth_date")
NAMES = ("last_name", "first_name")
CONTACT = ("phone", "email")
RESIDENCE = tuple(field.name for field in Residence._meta.get_fields())
EXIT_FACTS = ("exit_note", "situations", "business_started_on", "by_path", "by_path_note")
# The participation without an exit, and what of the exit goes into the history.
NOT_LEFT = {
    "left_on": None,
    "exit_reason": "",
    "exit_note": "",
    "by_path": None,
    "by_path_note": "",
    "situations": [],
    "business_started_on": None,
}
WITHDRAWN = (*NOT_LEFT, "reported_on")


@transaction.atomic
def enrol(*, project, by, person, facts, premises=None, submission=None, rename=False):
    """Records a person in a project and gives back the participation.

    ``person`` and ``facts`` are dictionaries of columns (facts at entry, the address of that day among them), ``premises`` one of
    kind and document. A person with this PESEL is found, else made. Of someone found, the contact and the present address give way
    to what is given now (it is newer); the names on record only with ``rename``; nothing that is on record is erased, and facts at
    entry of other participations stay. The address of the day of entry becomes the present one.
    """
    known = _on_record(person.get("pesel"))
    row = known or Person(is_demo=project.is_demo)
    renamed = _set(row, _named(row, person, rename)) and known
    _set(row, _newer(person) if known else person)
    _move(row, facts)
    row.save()
    if renamed:
        _tell_other_projects(by, row)
    participation = Participation(project=project, person=row, scope=project.scope, **facts)
    if submission:
        participation.submission = submission
    participation.save()
    set_premises(participation, premises or {})
    _log(by, participation)
    return _read_back(participation)


@transaction.atomic
def correct_entry(*, participation, by, person, facts, premises=None, rename=False):
    """Corrects what was recorded at entry and who the person is; all as in ``enrol``, premises stay where None is given.

    The present address and citizenship follow a correction as long as they are those of the day of entry. Someone whose PESEL turns
    out to be on record already becomes that person, under the names on record unless ``rename`` says otherwise. Data that the
    institution has count as not passed on once they change, in other projects of the person too when it is the identity.
    """
    row = (
        Participation.objects.select_for_update(of=["self"])
        .select_related("person", "project")
        .get(pk=participation.pk)
    )
    before = row.person
    row.person = _person_of_pesel(person.get("pesel"), before)
    was = [getattr(row.person, name) for name in IDENTITY]
    lives_where_she_entered = row.person.residence() == row.residence()
    was_citizen_of = row.citizenship
    if row.person == before:
        changed = _set(row.person, person)
    else:
        changed = True
        _set(row.person, _newer(person) | _named(row.person, person, rename))
    changed |= _set(row, facts)
    if lives_where_she_entered:
        _move(row.person, facts)
    if facts.get("citizenship") and row.person.citizenship == was_citizen_of:
        row.person.citizenship = facts["citizenship"]
    row.person.save()
    if premises is not None:
        changed |= set_premises(row, premises)
    _pass_on_again(row, changed)
    row.save()
    if was != [getattr(row.person, name) for name in IDENTITY]:
        _tell_other_projects(by, row.person, but=row)
    if row.person != before and not before.participations.exists() and not before.merges.exists():
        before.delete()
    _log(by, row)
    return _read_back(row)


@transaction.atomic
def fill_gaps(*, participation, by, person, facts):
    """Fills what is still empty of a participation and its person; both as in ``enrol``.

    Where somebody else has filled a field otherwise in the meantime, nothing is changed, and what that field holds now is given
    back as a dictionary; an empty one says that everything was filled.
    """
    row = Participation.objects.select_for_update(of=["self"]).select_related("person").get(pk=participation.pk)
    wanted = [(row.person, name, value) for name, value in person.items()]
    wanted += [(row, name, value) for name, value in facts.items()]
    held = {
        name: getattr(holder, name) for holder, name, value in wanted if getattr(holder, name) not in ("", None, value)
    }
    if not held:
        correct_entry(participation=row, by=by, person=person, facts=facts)
    return held


@transaction.atomic
def set_contact(*, participation, by, contact):
    """Writes where the person can be reached now. Facts at entry stay."""
    person = Person.objects.select_for_update().get(pk=participation.person_id)
    _set(person, contact)
    person.save()
    _log(by, participation)
    return person


@transaction.atomic
def set_premises(participation, premises):
    """Makes the premises of a participation these: a dictionary of kind and document. True when something changed."""
    on_record = {premise.kind: premise for premise in participation.premises.all()}
    gone = [premise.pk for kind, premise in on_record.items() if kind not in premises]
    changed = [
        on_record[kind]
        for kind, document in premises.items()
        if kind in on_record and on_record[kind].document != document
    ]
    for premise in changed:
        premise.document = premises[premise.kind]
    new = [Premise(participation=participation, kind=k, document=d) for k, d in premises.items() if k not in on_record]
    if gone:
        Premise.objects.filter(pk__in=gone).delete()
    if changed:
        Premise.objects.bulk_update(changed, ["document"])
    if new:
        Premise.objects.bulk_create(new)
    return bool(gone or changed or new)


@transaction.atomic
def close_participation(*, participation, by, left_on, exit_reason, **facts):
    """Records that a person left, when and how, and her situation then. Facts at entry stay as they are.

    ``facts`` are the other columns of leaving (``EXIT_FACTS``); those that are not given stay as they were.
    """
    row = Participation.objects.select_for_update(of=["self"]).select_related("project").get(pk=participation.pk)
    said = {"left_on": left_on, "exit_reason": exit_reason} | {n: facts[n] for n in EXIT_FACTS if n in facts}
    _pass_on_again(row, _set(row, said))
    row.save()
    _log(by, row)
    return _read_back(row)


@transaction.atomic
def reopen(*, participation, by):
    """Withdraws the leaving and gives back the participation, which goes on from its first start; outcomes stay.

    The leaving goes into the history as it was (``WithdrawnExit``). Whoever has not left stays as she is.
    """
    row = Participation.objects.select_for_update().get(pk=participation.pk)
    if row.left_on is None:
        return row
    exit_ = withdraw_exit(row, by)
    row.save()
    _log(by, row, f"cofnięto zakończenie {exit_.left_on:%d.%m.%Y}")
    return _read_back(row)


def withdraw_exit(row, by):
    """Puts the exit of a participation into its history and clears it in memory; the caller saves the row."""
    kept = {name: getattr(row, name) for name in WITHDRAWN}
    exit_ = WithdrawnExit.objects.create(participation=row, withdrawn_by=by, **kept)
    _set(row, NOT_LEFT)
    _pass_on_again(row, True)
    return exit_


@transaction.atomic
def record_outcome(*, participation, by, outcome=None, submission=None, **facts):
    """Records an outcome of a participation, or changes this one; the columns kept for indicators follow by themselves.

    The day of a business of one's own becomes the day of founding that the official form asks for.
    """
    row = outcome or Outcome()
    row.participation = participation
    if submission:
        row.submission = submission
    before = row.pk and Outcome.objects.get(pk=row.pk).obtained_on
    _set(row, facts)
    row.save()
    if row.contract_kind == ContractKind.BUSINESS:
        _business_since(participation, row.obtained_on, before)
    _log(by, participation)
    return row


def _business_since(participation, day, before):
    """Writes down when the business was founded, unless another day is on record; ``before`` is the day being corrected."""
    row = Participation.objects.select_for_update().get(pk=participation.pk)
    if row.business_started_on in (None, before) and row.entered_on and day >= row.entered_on:
        _pass_on_again(row, _set(row, {"business_started_on": day}))
        row.save()


@transaction.atomic
def withdraw_outcome(*, outcome, by):
    """Deletes an outcome recorded by mistake."""
    _log(by, outcome.participation, "usunięto rezultat")
    outcome.delete()


@transaction.atomic
def mark_reported(*, project, by, participations, on):
    """Marks the complete among these as passed on to the institution on a day; gives back how many. Others stay as they are."""
    marked = project.participations.filter(pk__in=participations.order_by().values("pk")).ready().update(reported_on=on)
    log_access(by, AccessLog.Act.EDIT, project=project, subject=f"przekazanie instytucji: {marked}")
    return marked


def _set(row, values):
    """Sets the columns; True when one of them changes."""
    changed = any(getattr(row, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(row, name, value)
    return changed


def _newer(values):
    """What is given about somebody on record and may replace what is there: everything but the names."""
    return {name: value for name, value in values.items() if value not in ("", None) and name not in NAMES}


def _named(person, values, rename):
    """The names that somebody takes: those given where they are to win, or where none is on record."""
    return {name: values[name] for name in NAMES if values.get(name) and (rename or not getattr(person, name))}


def _tell_other_projects(by, person, but=None):
    """Who the person is changed: other projects pass her data on again, and find in their log who changed them."""
    others = person.participations.select_related("project").exclude(pk=but.pk if but else None).order_by("pk")
    for participation in others:
        log_access(
            by,
            AccessLog.Act.EDIT,
            project=participation.project,
            subject=f"{participation.reference} zmieniono dane osoby",
        )
    others.order_by().update(reported_on=None)


def _move(person, facts):
    """The address of entry and the citizenship become the person's present ones, where they are given."""
    address = {name: facts[name] for name in RESIDENCE if name in facts}
    if any(value for name, value in address.items() if name != "country"):
        _set(person, address)
    person.citizenship = facts.get("citizenship") or person.citizenship or Citizenship.POLISH


def _on_record(pesel):
    """Whose PESEL this is, held until the end of the transaction, or None. A number that stands for "none" is nobody's."""
    return None if is_placeholder(pesel or "") else Person.objects.select_for_update().filter(pesel=pesel).first()


def _person_of_pesel(pesel, present):
    """Whose PESEL this is: somebody on record, else the present person."""
    if not pesel or pesel == present.pesel:
        return present
    return _on_record(pesel) or present


def _read_back(row):
    """Reads again the columns that the database keeps."""
    row.refresh_from_db(fields=[field.name for field in row._meta.concrete_fields if not field.is_relation])
    return row


def _pass_on_again(participation, changed):
    """What the institution has is no longer what is on record."""
    if changed:
        participation.reported_on = None


def _log(by, participation, what=""):
    subject = f"{participation.reference} {what}".strip()
    log_access(by, AccessLog.Act.EDIT, project=participation.project, subject=subject)
