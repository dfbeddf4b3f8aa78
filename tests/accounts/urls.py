"""The addresses of the program and one more: a protected page that gives back what was posted to it."""

from django.http import JsonResponse
from django.urls import include, path


def echo(request):
    """The posted fields as the view gets them, and how many files."""
    return JsonResponse({"fields": dict(request.POST.lists()), "files": len(request.FILES)})


urlpatterns = [path("echo/", echo, name="echo"), path("", include("config.urls"))]
