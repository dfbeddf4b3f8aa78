"""Until when the data of people who were not taken are kept, and deleting those whose day has passed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted

from ..actions.forgetting import forget
from ..models import ForgottenCandidate
from ..vocabulary import LEAVING

PAGE = 50


def retention(request, project_slug):
    """Whose data are to be deleted and when; posting deletes those whose day has passed."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    today = timezone.localdate()
    kept = project.candidates.filter(decision__in=LEAVING).select_related("round")
    if request.method == "POST":
        return forgotten(request, project, kept)
    page = Paginator(kept.order_by("delete_after", "last_name", "first_name", "pk"), PAGE).get_page(
        request.GET.get("page")
    )
    log_access(request.user, AccessLog.Act.LIST, project=project, subject="terminy usunięcia danych kandydatów")
    context = {
        "project": project,
        "page": page,
        "today": today,
        "due": kept.to_be_forgotten(today).count(),
        "rounds": project.rounds.order_by("-opens_on", "-pk"),
        "gone": ForgottenCandidate.objects.filter(round__project=project).count(),
    }
    return render(request, "recruitment/retention.html", context)


def forgotten(request, project, kept):
    """Deletes, and says how many."""
    deleted = forget(candidates=kept)
    log_access(request.user, AccessLog.Act.EDIT, project=project, subject=f"usunięto dane kandydatów: {deleted}")
    if deleted:
        people = counted(deleted, "osoby", "osób", "osób")
        messages.success(
            request, _("Usunięto dane %(people)s.\nZostały same numery zgłoszeń z wynikiem.") % {"people": people}
        )
    else:
        messages.info(request, _("Nie było czego usuwać.\nNiczyj termin jeszcze nie minął."))
    return redirect("recruitment:retention", project.slug)
