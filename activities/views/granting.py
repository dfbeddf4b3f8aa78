"""Allowances of a whole group for a month: proposed from attendance, looked at, then confirmed."""

from django.contrib import messages
from django.db.models.functions import TruncMonth
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted

from ..allowances import grant, proposals, usual_kind
from ..forms.allowance import GrantForm
from ..internships import months_between
from ..models import Internship
from ..queries import members_of
from .groups import group_of


def grant_group(request, project_slug, pk):
    """GET shows what the month was worth to everybody; POST writes it down for those who are ticked."""
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_EDIT)
    group = group_of(project, pk)
    months = months_of(group)
    start = {"kind": usual_kind(group.form_of_support), "month": f"{months[0]:%Y-%m}" if months else ""}
    form = GrantForm(request.POST if request.method == "POST" else start | request.GET.dict(), people=members_of(group))
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        made = grant(
            group=group, by=request.user, month=chosen["month"], kind=chosen["kind"], enrolments=chosen["people"]
        )
        told = {"allowances": counted(len(made), "świadczenie", "świadczenia", "świadczeń")}
        messages.success(request, _("Naliczono %(allowances)s.") % told)
        return redirect("activities:allowances", project.slug)
    form.is_valid()
    month, kind = form.cleaned_data.get("month"), form.cleaned_data.get("kind")
    rows = proposals(group, month, kind) if month and kind else []
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"naliczanie, grupa {group.pk}")
    context = {"project": project, "group": group, "support": group.form_of_support, "form": form, "rows": rows}
    context |= {"months": months, "month": month, "kind": kind, "is_refused": request.method == "POST"}
    context |= {
        "total": sum(row.earned.amount for row in rows if row.earned),
        "payable": sum(bool(row.earned) for row in rows),
    }
    return render(request, "activities/grant.html", context)


def months_of(group):
    """The months in which something was held or an internship runs, the latest first, none in the future."""
    today = timezone.localdate()
    held = group.sessions.filter(held_on__lte=today).order_by().annotate(month=TruncMonth("held_on"))
    months = set(held.values_list("month", flat=True).distinct())
    running = Internship.objects.filter(enrolment__group=group, starts_on__lte=today).order_by("pk")
    for first, last in running.values_list("starts_on", "ends_on"):
        months |= set(months_between(first, min(last, today)))
    return sorted(months, reverse=True)
