"""Addresses of what was said to the authority, inside a project."""

from django.urls import path

from .views import applications, comparisons, reports, steps

app_name = "settlements"
urlpatterns = [
    path("", applications.applications, name="list"),
    path("wnioski/dodaj/", applications.application_add, name="add"),
    path("wnioski/<int:pk>/", applications.application, name="application"),
    path("wnioski/<int:pk>/zmien/", applications.application_edit, name="edit"),
    path("wnioski/<int:pk>/usun/", applications.application_remove, name="remove"),
    path("wnioski/<int:pk>/szkic.pdf", applications.draft_file, name="draft_pdf"),
    path("wnioski/<int:pk>/zloz/", steps.submit, name="submit"),
    path("wnioski/<int:pk>/zwrot/", steps.give_back, name="give_back"),
    path("wnioski/<int:pk>/zatwierdzenie/", steps.accept, name="accept"),
    path("zlozone/<int:pk>/", reports.report, name="report"),
    path("zlozone/<int:pk>/plik.<slug:ext>", reports.report_file, name="report_file"),
    path("zlozone/<int:pk>/<slug:key>/", reports.members, name="members"),
    path("porownanie/", comparisons.compare, name="compare"),
    path("porownanie/aneks.pdf", comparisons.compare_file, {"form": "pdf"}, name="compare_pdf"),
    path("porownanie/aneks.xlsx", comparisons.compare_file, {"form": "xlsx"}, name="compare_xlsx"),
]
