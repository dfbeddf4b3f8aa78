"""The participants of a project in the authority's layout, a row at a time: UTF-8 with its mark, semicolons, CRLF.

Whoever exists for the authority is in it: the complete, and those who came from its own file. Drafts are left out and counted.
"""

import csv

from django.db.models import Prefetch, Q

from activities.models import Enrolment
from participants.vocabulary import Scope

from .importing.on_record import FACTS, GROUP, PERSON
from .layouts import sl2014
from .layouts.columns import HEADER, PLACE
from .layouts.rendering import render, with_path

LAYOUTS = {Scope.SMEFS.value: "SM EFS", Scope.SL2014.value: "SL2014"}
CHUNK = 500
MARK = "\ufeff"
# Positions of these cells correspond, so they go back as they came all together or not at all.
SUPPORTS = [PLACE[key] for key in ("support_kinds", "support_details", "support_dates")]


class Echo:
    """A file that gives back what is written to it."""

    def write(self, line):
        return line


def layout_of(project):
    """The layout that the project's own authority reads."""
    return Scope.SL2014.value if project.scope == Scope.SL2014 else Scope.SMEFS.value


def lines(project, layout=None):
    """The lines of the file, the mark of UTF-8 first. Nothing is held but a chunk of rows."""
    writer = csv.writer(Echo(), delimiter=";", lineterminator="\r\n")
    yield MARK
    rows = sl2014.rows if (layout or layout_of(project)) == Scope.SL2014 else smefs_rows
    for row in rows(project, people_of(project)):
        yield writer.writerow(row)


def there_for_the_authority(project):
    """The participations that are in the file, in the order in which they were recorded."""
    return project.participations.filter(Q(is_complete=True) | Q(authority_row__isnull=False)).order_by("pk")


def left_out(project):
    """How many drafts are not in the file."""
    return project.participations.filter(is_complete=False, authority_row=None).count()


def people_of(project):
    """The same with all that a row needs, read a chunk at a time."""
    supports = Enrolment.objects.select_related("group__form_of_support").order_by("pk")
    return (
        there_for_the_authority(project)
        .select_related("person", "authority_row", "delegated_by")
        .prefetch_related(Prefetch("enrolments", supports), "outcomes")
        .iterator(CHUNK)
    )


def smefs_rows(project, people):
    """The heading and a row each."""
    yield HEADER
    for participation in people:
        yield as_it_came(participation, ours(project, participation))


def records(project):
    """(key of the participation, its 43 cells as we write them now) of everybody who is in the file."""
    for participation in people_of(project):
        yield participation.pk, ours(project, participation)


def ours(project, participation):
    """The 43 cells as we write them."""
    person = {name: getattr(participation.person, name) for name in PERSON}
    facts = {name: getattr(participation, name) for name in FACTS}
    if not facts["institution"] and participation.delegated_by:
        facts["institution"] = participation.delegated_by.name
    facts = with_path(facts, project, participation.path_planned, participation.path_done)
    return render(person, facts, supports_of(participation), project.agreement_number)


def supports_of(participation):
    """(kind, detail, day) of supports that have begun, and of those known from a file, as they were recorded."""
    return [
        (enrolment.group.form_of_support.kind, enrolment.group.form_of_support.detail, enrolment.started_on)
        for enrolment in participation.enrolments.all()
        if enrolment.started_on or enrolment.group.name.startswith(GROUP)
    ]


def as_it_came(participation, cells):
    """Each cell as the authority wrote it, as long as we still write the same as on the day of the import; else ours."""
    row = getattr(participation, "authority_row", None)
    if row is None:
        return cells
    same = [now == then for now, then in zip(cells, row.rendered, strict=True)]
    are_same = all(same[place] for place in SUPPORTS)
    for place in SUPPORTS:
        same[place] = are_same
    return [raw if is_same else now for raw, now, is_same in zip(row.cells, cells, same, strict=True)]
