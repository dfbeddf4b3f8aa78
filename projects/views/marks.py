"""The marks of a project for printed pages: uploading, replacing, removing, and showing them to those who may see the project."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission

from ..access import project_for
from ..forms.mark import MarkForm
from ..models import Mark

CONTENT_TYPES = {"png": "image/png", "jpg": "image/jpeg"}


def marks(request, project_slug):
    """The marks of the project, each with its form."""
    permission = Permission.PROJECT_EDIT if request.method == "POST" else Permission.PROJECT_VIEW
    project = project_for(request.user, project_slug, permission)
    posted = request.POST.get("kind")
    forms = [_form(request, project, kind, posted) for kind in Mark.Kind]
    for form in forms:
        if form.submitted():
            messages.success(request, _("Zapisano: %(mark)s.") % {"mark": form.instance.get_kind_display()})
            return redirect("projects:marks", project.slug)
    return render(request, "projects/marks.html", {"project": project, "forms": forms})


def _form(request, project, kind, posted):
    """The form of one mark, filled in when it is the one that was sent."""
    mark = project.marks.filter(kind=kind).first() or Mark(project=project, kind=kind)
    sent = (request.POST, request.FILES) if posted == kind else (None, None)
    return MarkForm(*sent, instance=mark, project=project, prefix=kind.value)


def mark(request, project_slug, kind):
    """The picture itself. Only what the program drew anew is ever served, with the type it was drawn in."""
    project = project_for(request.user, project_slug, Permission.PROJECT_VIEW)
    image = get_object_or_404(project.marks.exclude(image=""), kind=kind).image
    content_type = CONTENT_TYPES.get(image.name.rpartition(".")[2])
    if not content_type or not image.storage.exists(image.name):
        raise Http404
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-cache"}
    with image.open() as file:
        return HttpResponse(file.read(), content_type=content_type, headers=headers)


@require_POST
def mark_remove(request, project_slug, kind):
    """Removes a mark with its picture. Whatever is gone already is simply gone."""
    project = project_for(request.user, project_slug, Permission.PROJECT_EDIT)
    found = project.marks.filter(kind=kind).first()
    if found:
        found.delete()
        messages.success(request, _("Usunięto: %(mark)s.") % {"mark": found.get_kind_display()})
    return redirect("projects:marks", project.slug)
