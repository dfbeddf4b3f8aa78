"""People of a group: enrolled, taken out again when it was a mistake, and the end of their support."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted, day
from projects.way_back import way_back

from ..actions import Refused, end_support, enrol, withdraw
from ..double_support import PAID_TWICE, doubled_by_enrolling, told_in_names
from ..forms import EndSupportForm, FindPeopleForm, PeopleForm
from ..forms.people import EnrolForm
from ..models import Enrolment
from ..paths import add_to_paths, without_in_path
from ..queries import last_day_held, members_of, participants_to_enrol
from ..rates import with_coming
from .groups import group_of, with_rates

OFFERED_AT_ONCE = 200


def enrol_people(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    search = FindPeopleForm(request.GET)
    form = EnrolForm(request.POST or None, people=project.participations.all())
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["people"]
        count = enrol(group=group, participations=chosen)
        if form.cleaned_data["add_to_path"]:
            add_to_paths(participations=chosen, form_of_support=group.form_of_support, agreed_on=timezone.localdate())
        messages.success(
            request, _("Do grupy zapisano %(people)s.") % {"people": counted(count, "osobę", "osoby", "osób")}
        )
        if told := told_in_names(doubled_by_enrolling(group, chosen, request.user)):
            messages.warning(request, f"{PAID_TWICE}\n{told}")
        return redirect("activities:group", project.slug, group.pk)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"zapisy do grupy {group.pk}")
    offered = participants_to_enrol(group, **search.asked)
    context = {"project": project, "group": group, "support": group.form_of_support, "search": search, "form": form}
    context |= {"offered": list(offered[:OFFERED_AT_ONCE]), "offered_count": offered.count()}
    shown = project.participations.filter(pk__in=[participation.pk for participation in context["offered"]])
    context["doubled"] = doubled_by_enrolling(group, context["offered"], request.user)
    context["off_path"] = set(without_in_path(shown, group.form_of_support).order_by().values_list("pk", flat=True))
    return render(request, "activities/enrol.html", context | {"ticked": set(form["people"].value() or [])})


@require_POST
def withdraw_people(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    form = PeopleForm(request.POST, people=members_of(group))
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["people"]))
        return redirect("activities:group", project.slug, group.pk)
    try:
        count = withdraw(group=group, enrolments=Enrolment.objects.filter(pk__in=form.cleaned_data["people"]))
    except Refused as refused:
        return render(
            request,
            "activities/withdraw_refused.html",
            {"project": project, "group": group, "support": group.form_of_support, "reasons": refused.reasons},
        )
    messages.success(request, _("Z grupy wypisano %(people)s.") % {"people": counted(count, "osobę", "osoby", "osób")})
    return redirect("activities:group", project.slug, group.pk)


def finish(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    form = EndSupportForm(
        request.POST or None,
        people=members_of(group),
        project=project,
        initial={"people": request.GET.getlist("people"), "ended_on": last_day_held(group)},
    )
    reasons = []
    may_move = Permission.PARTICIPANTS_EDIT in project.allowed
    beginning_by = request.user if may_move and "begin_earlier" in request.POST else None
    if request.method == "POST" and form.is_valid():
        try:
            entering = entering_by(form.ending)
            count = end_support(**form.ending, beginning_by=beginning_by)
        except Refused as refused:
            reasons = refused.reasons
        else:
            told = {"people": counted(count, "osoby", "osób", "osób"), "day": day(form.ending["started_on"])}
            lines = [_("Zapisano wsparcie %(people)s.") % told]
            if entering:
                told["entered"] = counted(entering, "osoby", "osób", "osób")
                lines.append(
                    _("Dla %(entered)s to pierwsze wsparcie, więc %(day)s jest datą rozpoczęcia udziału w projekcie.")
                    % told
                )
            messages.success(request, "\n".join(lines))
            return redirect(way_back(request, reverse("activities:group", args=[project.slug, group.pk])))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"zakończenie wsparcia, grupa {group.pk}")
    context = {"project": project, "group": group, "support": group.form_of_support, "form": form, "reasons": reasons}
    context["may_begin_earlier"] = may_move and all(reason.begins_on for reason in reasons)
    context |= {
        "members": with_rates(with_coming(members_of(group)), project),
        "ticked": {str(pk) for pk in form["people"].value() or []},
    }
    return render(request, "activities/finish.html", context)


def entering_by(ending):
    """How many people have no start of participation yet and take the start of this support as theirs."""
    waiting = ending["enrolments"].filter(participation__entered_on__isnull=True, started_on__isnull=True)
    return waiting.values("participation").distinct().count() if ending["started_on"] else 0
