"""The door: fetching a project and the permission to be in it are one act."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.permissions import has_permission

from .models import Project


def project_for(user, slug, permission):
    """The project, for a user who may do this in it.

    A stranger gets 404, so that nobody learns which projects exist; a colleague without the right gets 403.
    One query. The project knows who came in: ``project.viewer_role`` and, for templates, ``project.allowed``.
    """
    try:
        project = Project.objects.select_related("programme").with_role_of(user).get(slug=slug)
    except Project.DoesNotExist:
        raise Http404 from None
    project.viewer_is_operator = user.is_superuser
    if project.viewer_role is None and not user.is_superuser:
        raise Http404
    if not has_permission(user, permission, project):
        raise PermissionDenied
    return project
