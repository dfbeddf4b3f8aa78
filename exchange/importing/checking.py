"""The dry run: every row planned and told what is wrong with it, chunk by chunk; and corrections of rows before the import."""

from hashlib import sha256

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Project

from .. import statements
from ..layouts.columns import PLACE
from ..layouts.parsed import Problem, Rules
from ..models import Act, ImportRow, ImportRun, State
from .batches import CHUNK, batches, chunks_of
from .planning import Planner
from .refusing import NotPossible


def rules_of(project):
    """What the rows of a project are measured by, today."""
    others = Project.objects.exclude(pk=project.pk).exclude(agreement_number="").order_by()
    return Rules(
        number=project.agreement_number,
        starts_on=project.starts_on,
        ends_on=project.ends_on,
        today=timezone.localdate(),
        other_numbers=frozenset(others.values_list("agreement_number", flat=True)),
    )


def check(run):
    """Plans every row that is not excluded and keeps what is wrong with it. Progress is committed after each chunk."""
    with statements.held("run", run.pk) as is_ours:
        if not is_ours:
            raise NotPossible(_("Ten import właśnie trwa. Poczekaj, aż się skończy."))
        _check(run)


def _check(run):
    run.refresh_from_db(fields=["state"])
    if run.state not in (State.LOADED, State.CHECKING, State.CHECKED):
        raise NotPossible(_("Ten import jest już zapisany albo czeka na zapisanie. Odśwież stronę."))
    run.state, run.checked, run.failure = State.CHECKING, 0, ""
    run.save(update_fields=["state", "checked", "failure"])
    planner = Planner(run.project, rules_of(run.project), run.by)
    for rows in chunks_of(run.rows):
        with transaction.atomic():
            _plan(planner, rows)
            run.checked += len(rows)
            run.save(update_fields=["checked"])
    with transaction.atomic():
        _mark_repeated(run, run.rows)
        run.state, run.checked_at = State.CHECKED, timezone.now()
        count(run)
        run.save(update_fields=["state", "checked_at"])


def _plan(planner, rows):
    """Plans rows of an import and keeps the answers on them."""
    asked = {row.number: row for row in rows if not row.is_excluded}
    plans = planner.plan([(row.number, row.cells) for row in asked.values()])
    statements.update(
        ImportRow,
        [
            {
                "id": asked[plan.number].pk,
                "act": plan.act,
                "key": digest_of(plan.parsed.key),
                "errors": [problem.as_data() for problem in plan.errors],
                "warnings": [problem.as_data() for problem in plan.warnings],
            }
            for plan in plans
        ],
        ["act", "key", "errors", "warnings"],
    )


def digest_of(key):
    """Whom a row is about, without saying it."""
    return sha256("\0".join(key).encode()).hexdigest() if key else ""


def _mark_repeated(run, rows):
    """Rows about somebody who stands in an earlier row of the file are refused."""
    counted = rows.filter(is_excluded=False).exclude(key="").order_by().values("key")
    repeated = counted.annotate(times=Count("pk")).filter(times__gt=1).values("key")
    first = {}
    for rows_about in batches(
        run.rows.filter(is_excluded=False, key__in=repeated).order_by("key", "number").iterator()
    ):
        later = [row for row in rows_about if first.setdefault(row.key, row.number) != row.number]
        for row in later:
            sentence = _("Ta sama osoba jest już w wierszu %(row)s. Zostaw jeden wiersz.") % {"row": first[row.key]}
            row.errors = [*row.errors, Problem(PLACE["identifier"] + 1, sentence).as_data()]
        changes = [{"id": row.pk, "act": Act.REJECTED.value, "errors": row.errors} for row in later]
        statements.update(ImportRow, changes, ["act", "errors"])
        first = {row.key: first[row.key] for row in rows_about[-1:]}


def count(run):
    """Counts the rows of an import anew and saves the figures."""
    kept = Q(is_excluded=False)
    figures = run.rows.aggregate(
        total=Count("pk"),
        created=Count("pk", filter=kept & Q(act=Act.CREATED)),
        updated=Count("pk", filter=kept & Q(act=Act.UPDATED)),
        unchanged=Count("pk", filter=kept & Q(act=Act.UNCHANGED)),
        rejected=Count("pk", filter=kept & Q(act=Act.REJECTED)),
        excluded=Count("pk", filter=~kept),
        warned=Count("pk", filter=kept & ~Q(warnings=[])),
    )
    for name, value in figures.items():
        setattr(run, name, value)
    run.save(update_fields=list(figures))


@transaction.atomic
def correct(*, run, rows):
    """Puts new text into cells, {row number: {column from 1: text}}, and checks those rows again, with others about the same people."""
    _may_be_changed(run)
    found = list(run.rows.select_for_update().filter(number__in=rows).order_by("number"))
    for row in found:
        row.original = row.original or row.cells
        row.cells = [rows[row.number].get(place, cell) for place, cell in enumerate(row.cells, 1)]
    ImportRow.objects.bulk_update(found, ["original", "cells"], batch_size=CHUNK)
    _check_again(run, list(rows))


@transaction.atomic
def exclude(*, run, numbers):
    """Leaves these rows out of the import."""
    _set_excluded(run, numbers, True)


@transaction.atomic
def include(*, run, numbers):
    """Takes rows that were left out back in."""
    _set_excluded(run, numbers, False)


def _set_excluded(run, numbers, is_excluded):
    _may_be_changed(run)
    numbers = list(numbers)
    run.rows.filter(number__in=numbers).update(is_excluded=is_excluded)
    _check_again(run, numbers)


def _may_be_changed(run):
    """The import is held until the end of the transaction, so that nothing changes under a write that somebody just ordered."""
    state = ImportRun.objects.select_for_update(of=["self"]).values_list("state", flat=True).get(pk=run.pk)
    if state != State.CHECKED:
        raise NotPossible(_("Wiersze można poprawiać po sprawdzeniu pliku i przed zapisaniem. Odśwież stronę."))


def _check_again(run, numbers):
    """Plans these rows anew, and those that shared or now share their person."""
    planner = Planner(run.project, rules_of(run.project), run.by)
    before = set(_keys(run, numbers))
    for rows in chunks_of(run.rows.filter(number__in=numbers)):
        _plan(planner, rows)
    about_the_same = run.rows.filter(key__in=before | set(_keys(run, numbers)))
    for rows in chunks_of(about_the_same.exclude(number__in=numbers)):
        _plan(planner, rows)
    _mark_repeated(run, about_the_same)
    count(run)


def _keys(run, numbers):
    return run.rows.filter(number__in=numbers).exclude(key="").order_by().values_list("key", flat=True)
