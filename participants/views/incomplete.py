"""The queue of those who do not exist for the authority yet, by what is missing, and the grid that fills it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted, number

from ..forms.gaps import GapRow
from ..forms.offers import delegating, places_on_record
from ..gaps import KINDS, SHARED, Queue
from .entry import NUMBER

PAGE = 25
COLUMNS = 4  # kinds of gaps filled side by side; more do not fit a screen


def incomplete(request, project_slug):
    """What is missing, of how many people; with ``?pole=`` the grid that fills it."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    kinds = [KINDS[key] for key in dict.fromkeys(request.GET.getlist("pole")) if key in KINDS][:COLUMNS]
    if request.method == "POST":
        return fill(request, project, kinds)
    queue = Queue(project)
    if not kinds:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject="niekompletni")
        return render(request, "participants/incomplete.html", {"project": project, "queue": queue, "gaps": queue.gaps})
    paginator = Paginator(queue.those_lacking(kinds), PAGE)
    paginator.count = queue.lacking(kinds)
    page = paginator.get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"niekompletni, strona {page.number}")
    return grid(request, project, kinds, rows_of(request, project, kinds, page), page=page, queue=queue)


def rows_of(request, project, kinds, participations, data=None):
    """A row of the grid for each participation."""
    institutions = delegating(project)
    given = {"kinds": kinds, "project": project, "user": request.user, "institutions": institutions}
    return [GapRow(data, participation=participation, **given) for participation in participations]


def grid(request, project, kinds, rows, *, page=None, queue=None, told=""):
    """The page of the grid; ``told`` says what was saved where some rows were refused."""
    context = {
        "project": project,
        "kinds": [(kind.key, kind.called(project.scope), kind.key in SHARED) for kind in kinds],
        "rows": rows,
        "page": page,
        "people": page.paginator.count if page else len(rows),
        "others": [gap for gap in queue.gaps if gap.kind not in kinds] if queue else [],
        "told": told,
        "places": places_on_record(project),
        "may_fill": Permission.PARTICIPANTS_EDIT in project.allowed,
    }
    return render(request, "participants/incomplete_grid.html", context)


def fill(request, project, kinds):
    """Saves what was typed, each row on its own; refused rows come back with their messages."""
    if Permission.PARTICIPANTS_EDIT not in project.allowed:
        raise PermissionDenied
    numbers = [int(text) for text in request.POST.getlist("row") if NUMBER.fullmatch(text)][:PAGE]
    people = project.participations.filter(pk__in=numbers).select_related("person", "delegated_by").in_polish_order()
    rows = rows_of(request, project, kinds, people, request.POST)
    for sentence in (sentence for row in rows for sentence in row.overtaken):
        messages.warning(request, sentence)
    typed = [row for row in rows if row.is_typed]
    refused = [row for row in typed if not row.saved()]
    saved = len(typed) - len(refused)
    if refused:
        return grid(request, project, kinds, refused, told=saved_sentence(saved, len(typed)))
    if typed:
        messages.success(request, f"{saved_sentence(saved, saved)}\n{complete_sentence(project, typed)}")
    elif not any(row.overtaken for row in rows):
        messages.info(request, _("Nic nie wpisano.\nNic się nie zmieniło."))
    return redirect(request.get_full_path())


def saved_sentence(saved, typed):
    """ "Zapisano 11 z 12.\""""
    return _("Zapisano %(saved)s z %(typed)s.") % {"saved": number(saved), "typed": number(typed)}


def complete_sentence(project, rows):
    """How many of those just filled have everything now."""
    complete = project.participations.complete().filter(pk__in=[row.instance.pk for row in rows]).count()
    if not complete:
        return _("Tym osobom brakuje jeszcze innych pól.")
    return _("Z kompletem danych, czyli już we wskaźnikach: %(people)s.") % {
        "people": counted(complete, "osoba", "osoby", "osób")
    }
