"""Allowances: the list of a project with its sums, one allowance, the project's rates, the spreadsheet."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.models import Person
from projects.access import project_for

from .. import spreadsheets
from ..allowances import by_kind, by_month, rates_by_kind
from ..forms.allowance import AllowanceFilter, AllowanceForm, RateForm
from ..forms.people import FindPeopleForm
from ..models import Allowance
from .paths import person_of

ON_PAGE = 50
FOUND_AT_ONCE = 20


def allowances_of(project):
    return Allowance.objects.of_project(project)


def allowance_list(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_VIEW)
    months = by_month(allowances_of(project))
    asked = AllowanceFilter(request.GET, months=[row["month"] for row in months])
    chosen = asked.narrow(allowances_of(project))
    sums = chosen.sums()
    paginator = Paginator(in_order(chosen), ON_PAGE)
    paginator.count = sums["count"]
    page = paginator.get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"świadczenia, strona {page.number}")
    context = {"project": project, "filter": asked, "page": page, "sums": sums, "months": months}
    context |= {"kinds": by_kind(chosen), "all_count": sum(row["count"] for row in months)}
    return render(request, "activities/allowances.html", context | {"rate_count": project.allowance_rates.count()})


def in_order(allowances):
    """The latest month first, then people in Polish order."""
    person = "participation__person"
    known = allowances.select_related(person, "form_of_support")
    return known.order_by("-starts_on", f"{person}__last_name", f"{person}__first_name", "pk")


def allowance_add(request, project_slug):
    """First the person, then what she gets."""
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_EDIT)
    pk = request.GET.get("osoba", "")
    if not pk.isdecimal() or len(pk) > 18:
        return _find_person(request, project)
    participation = person_of(project, int(pk))
    form = AllowanceForm(request.POST or None, participation=participation)
    if form.submitted():
        messages.success(request, _("Zapisano świadczenie."))
        return redirect("activities:allowances", project.slug)
    return _page(request, project, form, None)


def _find_person(request, project):
    search = FindPeopleForm(request.GET)
    text = search.cleaned_data.get("q", "")
    found = project.participations.filter(entered_on__isnull=False).select_related("person").in_polish_order()
    found = list(found.filter(person__in=Person.objects.matching(text))[:FOUND_AT_ONCE]) if text else []
    if found:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject="świadczenia, wybór osoby")
    context = {"project": project, "search": search, "found": found, "text": text}
    return render(request, "activities/allowance_person.html", context)


def allowance_of(project, pk):
    allowance = get_object_or_404(allowances_of(project).select_related("participation__person"), pk=pk)
    allowance.participation.project = project
    return allowance


def allowance_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_EDIT)
    allowance = allowance_of(project, pk)
    form = AllowanceForm(request.POST or None, instance=allowance, participation=allowance.participation)
    if form.submitted():
        messages.success(request, _("Zapisano świadczenie."))
        return redirect("activities:allowances", project.slug)
    return _page(request, project, form, allowance_of(project, pk))


def _page(request, project, form, allowance):
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=form.participation.reference)
    context = {"project": project, "form": form, "participation": form.participation, "allowance": allowance}
    day = allowance.starts_on if allowance else timezone.localdate()
    return render(request, "activities/allowance_form.html", context | {"rates": rates_by_kind(project, day)})


@require_POST
def allowance_delete(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_EDIT)
    allowance = allowance_of(project, pk)
    log_access(request.user, AccessLog.Act.EDIT, project=project, subject=allowance.participation.reference)
    allowance.delete()
    messages.success(request, _("Usunięto świadczenie."))
    return redirect("activities:allowances", project.slug)


def allowance_rates(request, project_slug):
    """The rates of the project, dated; a new one holds from its day on."""
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_EDIT)
    form = RateForm(request.POST or None, project=project)
    if form.submitted():
        messages.success(request, _("Zapisano stawkę."))
        return redirect("activities:allowance_rates", project.slug)
    rates = project.allowance_rates.order_by("kind", "-valid_from")
    return render(request, "activities/allowance_rates.html", {"project": project, "form": form, "rates": list(rates)})


@require_POST
def allowance_rate_delete(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_EDIT)
    get_object_or_404(project.allowance_rates, pk=pk).delete()
    messages.success(request, _("Usunięto stawkę.\nZapisane świadczenia się nie zmieniły."))
    return redirect("activities:allowance_rates", project.slug)


def allowances_xlsx(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ALLOWANCES_VIEW)
    months = [row["month"] for row in by_month(allowances_of(project))]
    chosen = AllowanceFilter(request.GET, months=months).narrow(allowances_of(project))
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject="świadczenia")
    return spreadsheets.allowances(chosen, in_order(chosen), f"swiadczenia-{project.slug}.xlsx")
