"""What the history holds of people is kept for some years after their project; then the values go, and who changed what stays.

Why these years: docs/decisions/history-of-changes.md.
"""

from django.db.models import Q
from django.db.models.functions import Now

from accounts.models import ChangeLog
from projects.models import Project

from ..models import Merge, Participation

Act, About = ChangeLog.Act, ChangeLog.About


def blank(entries):
    """Empties the values of these entries of the log, once; gives back how many it were."""
    return holding_values(entries).update(before={}, after={}, forgotten_at=Now())


def holding_values(entries):
    """Those of these entries that hold values: a row that was added says none, and what is forgotten has none left."""
    return entries.filter(forgotten_at=None).exclude(act=Act.ADDED)


def over(years, today):
    """Projects of which the history is to be forgotten: so many whole calendar years have passed after the one in which they ended."""
    return Project.objects.filter(ends_on__year__lt=today.year - years)


def entries_of(projects):
    """The entries about these projects (a queryset), their participations, and people who take part in none but these."""
    keys = set(projects.order_by().values_list("pk", flat=True))
    here, elsewhere = _taking_part(keys)
    people = {person for _pk, person in here} - {person for _pk, person in elsewhere}
    people |= set(Merge.objects.filter(kept__in=people).order_by().values_list("gone", flat=True))
    return ChangeLog.objects.filter(
        Q(about=About.PROJECT, owner__in=keys)
        | Q(about=About.PARTICIPATION, owner__in={pk for pk, _person in here})
        | Q(about=About.PERSON, owner__in=people)
    )


def _taking_part(projects):
    """(number, person) of the participations in these projects and of the others, of those that were removed since too."""
    rows = set(Participation.objects.order_by().values_list("pk", "person_id", "project_id"))
    removed = ChangeLog.objects.filter(
        table_name=Participation._meta.db_table, act=Act.REMOVED, forgotten_at=None
    ).order_by()
    rows |= set(removed.values_list("owner", "before__person_id", "before__project_id"))
    here = {(pk, person) for pk, person, project in rows if project in projects}
    return here, {(pk, person) for pk, person, project in rows if project not in projects}
