"""Every address of the program, in the order of the street."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from participants.views.feed import calendar

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="projects:list"), name="home"),
    path("admin/", admin.site.urls),
    path("", include("accounts.urls")),
    path("", include("projects.urls")),
    path("kalendarz/<str:key>.ics", calendar, name="calendar"),
    path("projekty/<slug:project_slug>/uczestnicy/", include("participants.urls")),
    path("projekty/<slug:project_slug>/rekrutacja/", include("recruitment.urls")),
    path("projekty/<slug:project_slug>/zajecia/", include("activities.urls")),
    path("", include("indicators.urls")),
    path("projekty/<slug:project_slug>/sprawozdania/", include("settlements.urls")),
    path("projekty/<slug:project_slug>/pliki/", include("exchange.urls")),
]
