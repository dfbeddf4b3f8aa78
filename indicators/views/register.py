"""The register: things that are not people, each with its name, day and proof."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from projects.access import project_for

from ..forms import RegisterEntryForm
from ..models import Register
from ..models.kinds import TRAITS
from ..queries import definition_of

ENTRIES_ON_PAGE = 100


def register(request, project_slug):
    """The entries by register: how many count today, how many wait for their proof."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    entries = project.register_entries.order_by("register", "happened_on", "pk")
    page = Paginator(entries, ENTRIES_ON_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "indicators/register.html", {"project": project, "page": page, "groups": _groups(project, page)}
    )


def _groups(project, page):
    """The registers that have entries on this page or an indicator that counts them, with their numbers."""
    numbers = {row["register"]: row for row in _numbers(project)}
    indicators = _indicators(project)
    entries = list(page)
    return [
        {
            "register": register,
            "is_trait": register in TRAITS,
            "numbers": numbers.get(register, {"counted": 0, "waiting": 0}),
            "indicators": indicators.get(register, []),
            "entries": [entry for entry in entries if entry.register == register],
        }
        for register in Register
        if any(entry.register == register for entry in entries) or (register in indicators and page.number == 1)
    ]


def _numbers(project):
    today = timezone.localdate()
    return (
        project.register_entries.order_by()
        .values("register")
        .annotate(
            counted=Count("pk", filter=~Q(evidence="") & Q(happened_on__lte=today)),
            waiting=Count("pk", filter=Q(evidence="")),
        )
    )


def _indicators(project):
    """The names of the project's indicators by the register that they count."""
    found = {}
    for definition in map(definition_of, project.indicators.all()):
        if definition.register:
            found.setdefault(definition.register, []).append(definition.name)
    return found


def register_add(request, project_slug):
    project = project_for(request.user, project_slug, Permission.REGISTER_EDIT)
    form = RegisterEntryForm(
        request.POST or None, project=project, initial={"register": request.GET.get("register", "")}
    )
    if entry := form.submitted():
        messages.success(request, _said(entry))
        another = "another" in request.POST
        return redirect("indicators:register_add" if another else "indicators:register", project.slug)
    return render(
        request, "indicators/register_form.html", {"project": project, "form": form, "entry": None, "name": ""}
    )


def register_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.REGISTER_EDIT)
    entry = get_object_or_404(project.register_entries, pk=pk)
    name = entry.name
    form = RegisterEntryForm(request.POST or None, instance=entry, project=project)
    if saved := form.submitted():
        messages.success(request, _said(saved))
        return redirect("indicators:register", project.slug)
    return render(
        request, "indicators/register_form.html", {"project": project, "form": form, "entry": entry, "name": name}
    )


@require_POST
def register_remove(request, project_slug, pk):
    """Takes out an entry that was made by mistake."""
    project = project_for(request.user, project_slug, Permission.REGISTER_EDIT)
    entry = get_object_or_404(project.register_entries, pk=pk)
    entry.delete()
    messages.success(request, _("Usunięto wpis: %(name)s.") % {"name": entry.name})
    return redirect("indicators:register", project.slug)


def _said(entry):
    """What became of the entry: it counts, or it waits."""
    if entry.evidence:
        return _("Zapisano wpis: %(name)s.\nMa dowód, więc jest liczony.") % {"name": entry.name}
    return _("Zapisano wpis: %(name)s.\nCzeka na dowód i jeszcze nie jest liczony.") % {"name": entry.name}
