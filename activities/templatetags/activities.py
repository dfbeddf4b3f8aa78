"""What activities show on the pages of others: on a person's page and on an institution's."""

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from accounts.permissions import Permission
from projects.templatetags.polish import NBSP, number

from ..allowances import sums_of
from ..certificates import certificates_of
from ..internships import internship_forms, internships_of, row_of
from ..models import Allowance
from ..paper import remark_on
from ..paths import path_of
from ..vocabulary import HourUnit, SupportKind

register = template.Library()
register.filter("remark_on", remark_on)
SHOWN = 5
IN_ALL = {
    HourUnit.CLOCK: (_("godziny zegarowej"), _("godzin zegarowych")),
    HourUnit.TEACHING: (_("godziny dydaktycznej"), _("godzin dydaktycznych")),
}


@register.filter
def in_all(hours, unit):
    """40 as ``40 godzin dydaktycznych``, as one writes after "w wymiarze"; one hour and a part of one in the singular."""
    part, whole = IN_ALL[HourUnit(unit)]
    is_many = hours == int(hours) and hours != 1
    return f"{number(hours)}{NBSP}{gettext(whole if is_many else part)}"


@register.inclusion_tag("activities/_path.html", takes_context=True)
def person_path(context, participation):
    """The individual path of a person: planned, done and left of each form; cards, certificates, what to do next."""
    project = context["project"]
    path = path_of(participation)
    is_any_finished = any(enrolment.is_finished for enrolment in participation.enrolments.all())
    certificates = certificates_of(participation) if is_any_finished else {}
    steps = [
        (step, [certificates[enrolment.pk] for enrolment in step.enrolments if enrolment.pk in certificates])
        for step in path.steps
    ]
    may_leave = path.is_finished and participation.left_on is None and Permission.PARTICIPANTS_EDIT in project.allowed
    return {"project": project, "participation": participation, "path": path, "steps": steps, "may_leave": may_leave}


@register.inclusion_tag("activities/_internships.html", takes_context=True)
def person_internships(context, participation):
    """The internships of a person, with hints where the time is beyond the usual; nothing where the project has none."""
    project = context["project"]
    kinds = {enrolment.group.form_of_support.kind for enrolment in participation.enrolments.all()}
    is_intern = SupportKind.INTERNSHIP in kinds
    internships = [row_of(each, participation) for each in internships_of(participation)] if is_intern else []
    may_add = Permission.ACTIVITIES_EDIT in project.allowed and (is_intern or internship_forms(project).exists())
    return {"project": project, "participation": participation, "internships": internships, "may_add": may_add}


@register.inclusion_tag("activities/_person_allowances.html", takes_context=True)
def person_allowances(context, participation):
    """The latest allowances of a person and the sum of all; nothing for whoever may not see them."""
    project = context["project"]
    if Permission.ALLOWANCES_VIEW not in project.allowed:
        return {"project": project, "participation": participation, "allowances": [], "sums": None}
    own = Allowance.objects.filter(participation=participation)
    latest = list(own.select_related("form_of_support").order_by("-starts_on", "-pk")[: SHOWN + 1])
    sums = own.sums() if len(latest) > SHOWN else sums_of(latest)
    return {
        "project": project,
        "participation": participation,
        "allowances": latest[:SHOWN],
        "sums": sums if latest else None,
    }


@register.inclusion_tag("activities/_institution_supports.html", takes_context=True)
def institution_supports(context, institution):
    """Support that an institution received, for its page."""
    supports = institution.supports.order_by("started_on", "pk")
    return {"project": context["project"], "institution": institution, "supports": list(supports)}
