"""The same help paid for twice: the same kind of support, in the same days, for the same person, in two projects.

Only projects in which the user may see people are looked at: of others nothing is said (docs/decisions/known-pesel.md).
"""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from participants.known import seen_by
from participants.models import Participation

from .models import Enrolment

PAID_TWICE = _("Ta sama forma wsparcia w dwóch projektach: czy to nie podwójne finansowanie?")


@dataclass(frozen=True)
class Doubled:
    """Support here and the same support there; ``here`` is None for somebody who is not enrolled yet."""

    there: Enrolment
    here: Enrolment | None = None

    @property
    def starts_on(self):
        return period_of(self.there)[0]

    @property
    def ends_on(self):
        return period_of(self.there)[1]


def period_of(enrolment):
    """From when until when support goes on: as recorded, else as planned, at most as long as its project."""
    form, participation = enrolment.group.form_of_support, enrolment.participation
    starts = enrolment.started_on or form.starts_on or participation.entered_on or form.project.starts_on
    ends = enrolment.ended_on or participation.left_on or form.ends_on or form.project.ends_on
    return starts, ends


def overlap(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def same_support(one, other):
    """Whether two forms of support are of one kind, the "w tym" too."""
    return (one.kind, one.detail) == (other.kind, other.detail)


def enrolments_of(people, user, but):
    """The support of these people in the other projects that this user may see: the people's numbers, a project left out."""
    there = seen_by(user, Participation.objects.filter(person__in=people).exclude(project=but))
    rows = Enrolment.objects.filter(participation__in=there.values("pk"))
    return rows.select_related(
        "participation__person", "participation__project", "group__form_of_support__project"
    ).order_by("pk")


def doubled_for(participation, user):
    """Which support of this participation the person gets in another project too, in the same days."""
    here = participation.enrolments.select_related("participation", "group__form_of_support__project").order_by("pk")
    there = list(enrolments_of([participation.person_id], user, participation.project_id))
    return [
        Doubled(other, own)
        for own in (here if there else [])
        for other in there
        if same_support(own.group.form_of_support, other.group.form_of_support)
        and overlap(period_of(own), period_of(other))
    ]


def doubled_by_enrolling(group, participations, user):
    """Who of these people gets this form of support in another project at the time: lists of ``Doubled`` by participation."""
    form = group.form_of_support
    people = {participation.person_id: participation for participation in participations}
    found = defaultdict(list)
    for other in enrolments_of(list(people), user, form.project_id):
        participation = people[other.participation.person_id]
        planned = period_of(Enrolment(group=group, participation=participation))
        if same_support(form, other.group.form_of_support) and overlap(planned, period_of(other)):
            found[participation.pk].append(Doubled(other))
    return dict(found)


def going_on(participation):
    """What the person gets in a project now: forms of support that are not over."""
    rows = participation.enrolments.filter(ended_on__isnull=True).select_related("group__form_of_support")
    return list({row.group.form_of_support_id: row.group.form_of_support for row in rows.order_by("pk")}.values())


def told_in_names(found):
    """Who gets the same elsewhere, in a line: "Łukasik Żaneta (Nowy start), …"; "" for nobody."""
    rows = [double.there.participation for doubles in found.values() for double in doubles]
    return ", ".join(dict.fromkeys(f"{row.person} ({row.project})" for row in rows))
