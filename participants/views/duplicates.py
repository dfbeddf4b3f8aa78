"""Records that may be one person, side by side; joining them, saying that they are two people, and undoing a merge."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.way_back import way_back

from ..duplicates import Seats, merges_of, pair_for, pairs_in_full, pairs_of
from ..merging import MergeRefused, identity, merge, part
from ..models import NotTheSame

PAIRS, MERGES = 5, 20


def duplicate_list(request, project_slug):
    """Possible duplicates of the project's people, the likest first."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_MERGE)
    seats = Seats(request.user)
    page = Paginator(pairs_of(project, seats), PAIRS).get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"możliwe powtórzenia, strona {page.number}")
    context = {"project": project, "page": page, "pairs": pairs_in_full(list(page.object_list), seats)}
    return render(request, "participants/duplicates.html", context)


def compare(request, project_slug, person, other):
    """Two records side by side; a POST joins them or says that they are two people."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_MERGE)
    pair = pair_for(project, Seats(request.user), person, other)
    if pair is None:
        raise Http404
    if "differ" in request.POST:
        return say_different(request, project, pair)
    if "merge" in request.POST and pair.may_merge:
        return join(request, project, pair)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=f"porównanie zapisów {person} i {other}")
    return render(request, "participants/compare.html", {"project": project, "pair": pair})


def say_different(request, project, pair):
    """Two people: the pair is not shown again."""
    first, second = sorted((pair.one, pair.other), key=lambda person: person.pk)
    NotTheSame.objects.get_or_create(first=first, second=second, defaults={"said_by": request.user})
    log_access(request.user, AccessLog.Act.EDIT, project=project, subject=f"różne osoby {first.pk} i {second.pk}")
    messages.success(request, _("Zapisano, że to różne osoby.\nTa para nie pojawi się więcej."))
    return redirect(way_back(request, duplicates_address(project)))


def join(request, project, pair):
    """One person: the records become one."""
    chosen = {name: request.POST.get(f"choose_{name}") for name in identity.PARTS}
    kept = pair.keeps
    gone = pair.other if kept is pair.one else pair.one
    try:
        merge(project=project, kept=kept, gone=gone, by=request.user, choices=pair.choices(chosen))
    except MergeRefused as refused:
        messages.error(request, _("Nie połączono.\n%(why)s") % {"why": refused.sentence})
        return redirect("participants:compare", project.slug, pair.one.pk, pair.other.pk)
    told = _("Połączono: %(person)s.\nWszystko, co zapisano przy jednym i drugim, jest teraz razem. Można to cofnąć.")
    messages.success(request, told % {"person": kept.name})
    return redirect(way_back(request, duplicates_address(project)))


def duplicates_address(project):
    return reverse("participants:duplicates", args=[project.slug])


def merge_list(request, project_slug):
    """Merges made in the project, the last first, each with the way to undo it."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_MERGE)
    traces = project.merges.select_related("kept", "merged_by", "parted_by").order_by("-merged_at", "-pk")
    page = Paginator(traces, MERGES).get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"połączone zapisy, strona {page.number}")
    context = {"project": project, "page": page, "merges": merges_of(project, list(page), Seats(request.user))}
    return render(request, "participants/merges.html", context)


@require_POST
def merge_part(request, project_slug, merge_pk):
    """Undoes a merge: two records again, as they were."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_MERGE)
    trace = get_object_or_404(project.merges.all(), pk=merge_pk)
    made = merges_of(project, [trace], Seats(request.user))[0]
    if not made.may_part:
        messages.error(request, _("Nie rozłączono.\nTe zapisy już rozłączono albo potrzeba prawa w innym projekcie."))
        return redirect("participants:merges", project.slug)
    try:
        part(merge=trace, by=request.user)
    except MergeRefused as refused:
        messages.error(request, str(refused.sentence).replace(". ", ".\n", 1))
    else:
        messages.success(request, _("Rozłączono.\nSą znowu dwa zapisy, takie jak przed połączeniem."))
    return redirect("participants:merges", project.slug)
