"""Sessions in series: planned in one form with a preview, and the rest of them moved or cancelled."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.forms.asof import as_written
from projects.templatetags.polish import counted

from ..forms import RestForm, SeriesForm
from ..queries import numbers_of
from .groups import group_of


def series_add(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    form = SeriesForm(request.POST or None, group=group, initial=proposed(request, project, group))
    if "save" in request.POST and (series := form.submitted()):
        told = {"sessions": counted(series.sessions.count(), "zajęcia", "zajęcia", "zajęć")}
        messages.success(request, _("Zaplanowano %(sessions)s.") % told)
        return redirect("activities:group", project.slug, group.pk)
    preview = form.preview
    if "enrolment" in form.fields:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"osoby do wyboru, grupa {group.pk}")
    else:
        log_people(request, project, group, preview.rows if preview else [])
    context = {"project": project, "group": group, "support": group.form_of_support, "form": form, "preview": preview}
    if request.htmx:
        return render(request, "activities/_series_preview.html", context)
    return render(
        request, "activities/series_form.html", context | {"numbers": numbers_of(group), "minutes": form.minutes}
    )


def proposed(request, project, group):
    """What a new series begins with: the day on which support may begin, the trainer of the group, the last room."""
    support, last = group.form_of_support, group.sessions.order_by("held_on", "pk").last()
    first = max(support.starts_on or project.starts_on, min(timezone.localdate(), project.ends_on))
    return {
        "first_on": first,
        "until": support.ends_on,
        "ending": "hours" if support.hours_planned else "until",
        "leader": group.leader or (last.leader if last else ""),
        "place": last.place if last else "",
        "enrolment": request.GET.get("osoba"),
    }


def rest(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    form = RestForm(request.POST or None, group=group, initial={"since": as_written(request.GET.get("od"))})
    if "save" in request.POST and (count := form.done()) is not None:
        sessions = counted(count, "zajęcia", "zajęcia", "zajęć")
        sentence = _("Przeniesiono %(sessions)s.") if form.is_move else _("Odwołano %(sessions)s.")
        messages.success(request, sentence % {"sessions": sessions})
        return redirect("activities:group", project.slug, group.pk)
    rows = form.rows if form.is_bound and not (set(form.errors) - {"__all__"}) else []
    log_people(request, project, group, rows)
    context = {"project": project, "group": group, "support": group.form_of_support, "form": form, "rows": rows}
    return render(request, "activities/rest.html", context)


def log_people(request, project, group, rows):
    """A page that names people in a conflict is a page with personal data."""
    if any(clash.names for row in rows for clash in row.clashes):
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"konflikty osób, grupa {group.pk}")
